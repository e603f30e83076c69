// SPDX-License-Identifier: MIT
// Edits as values: applying them to a text, turning them round.
#include "graph/edit.h"

#include "base/vec.h"

void sl_edit_free(SlEdit *edit) {
    if (edit)
        sl_arena_free(edit->arena);
}

char *sl_edit_apply(const SlEdit *edit, int file, const char *text, size_t text_length, size_t *length) {
    SlText out = {0};
    size_t at = 0;
    for (int i = 0; i < edit->change_count; i++) {
        const SlEditChange *change = &edit->changes[i];
        if (change->file != file)
            continue;
        sl_text_add(&out, text + at, change->from - at);
        sl_text_adds(&out, change->text);
        at = change->to;
    }
    sl_text_add(&out, text + at, text_length - at);
    if (length)
        *length = out.length;
    return sl_text_take(&out);
}

SlEdit *sl_edit_undo(const SlEdit *edit, const char *const *texts, int count) {
    SlArena *arena = sl_arena_new();
    SlEdit *undo = SL_NEW(arena, SlEdit);
    undo->arena = arena;
    undo->changes = SL_NEW_N(arena, SlEditChange, edit->change_count + 1);
    int64_t shift = 0;
    int file = -1;
    for (int i = 0; i < edit->change_count; i++) {
        const SlEditChange *change = &edit->changes[i];
        if (change->file >= count)
            continue;
        if (change->file != file)
            shift = 0;
        file = change->file;
        size_t put = strlen(change->text);
        uint32_t from = (uint32_t)(change->from + shift);
        undo->changes[undo->change_count++] =
            (SlEditChange){file, from, (uint32_t)(from + put),
                           sl_arena_strndup(arena, texts[file] + change->from, change->to - change->from)};
        shift += (int64_t)put - (int64_t)(change->to - change->from);
    }
    return undo;
}

SlEdit *sl_edit_plan(const SlEditContext *context, const SlEditOp *op) {
    (void)context;
    (void)op;
    SlArena *arena = sl_arena_new();
    SlEdit *edit = SL_NEW(arena, SlEdit);
    edit->arena = arena;
    edit->refused = "this cannot be edited in the drawing yet";
    return edit;
}

const char *sl_edit_fits(const SlEditContext *context, SlArena *arena, int port, int to_node, int to_port) {
    (void)arena;
    (void)to_node;
    (void)to_port;
    return port < 0 || port >= context->wiring->port_count ? "there is no such port" : NULL;
}

char *sl_edit_copy(const SlEditContext *context, const int *nodes, int count) {
    (void)context;
    (void)nodes;
    (void)count;
    SlText text = {0};
    return sl_text_take(&text);
}
