// SPDX-License-Identifier: MIT
// Answers the inspector's standing query.
#include "link/look.h"

#include <stdlib.h>

struct SlLook {
    SlInspector *inspector;
    SlArena *arena; // of the query; null: none
    SlInspectQuery query;
    bool due;
};

SlLook *sl_look_new(const SlCode *code) {
    SlLook *look = calloc(1, sizeof *look);
    if (!look)
        abort();
    look->inspector = sl_inspector_new(code);
    return look;
}

void sl_look_free(SlLook *look) {
    if (!look)
        return;
    sl_inspector_free(look->inspector);
    sl_arena_free(look->arena);
    free(look);
}

void sl_look_ask(SlLook *look, const SlWireReader *query) {
    sl_arena_free(look->arena);
    look->arena = sl_arena_new();
    look->due = sl_inspect_query_read(&look->query, look->arena, query->at, (size_t)(query->end - query->at));
    if (!look->due) {
        sl_arena_free(look->arena);
        look->arena = NULL;
    }
}

bool sl_look_is_due(const SlLook *look) {
    return look->due;
}

void sl_look_answer(SlLook *look, SlMachine *machine, SlText *out) {
    look->due = false;
    if (!look->arena)
        return;
    SlInspection *inspection = sl_inspector_look(look->inspector, machine, &look->query);
    size_t frame = sl_wire_begin(out, SL_WIRE_INSPECTION);
    sl_inspection_write(inspection, out);
    sl_wire_end(out, frame);
    sl_inspection_free(inspection);
}
