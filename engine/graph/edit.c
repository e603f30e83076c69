// SPDX-License-Identifier: MIT
// Edits as values: applying them to a text, turning them round.
#include "graph/edit.h"

#include "graph/rewrite.h"

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

static bool duplicate(SlRewrite *rw) {
    int count = rw->op->node_count ? rw->op->node_count : 1;
    const int *nodes = rw->op->node_count ? rw->op->nodes : &rw->op->node;
    bool any = false;
    for (int i = 0; i < count; i++)
        any |= nodes[i] > 0 && nodes[i] < rw->wiring->node_count && rw->wiring->nodes[nodes[i]].kind == SL_WIRE_PROCESS;
    if (!any)
        return sl_rewrite_refuse(rw, "only processes are doubled, with the channels between them");
    char *text = sl_edit_copy(rw->context, nodes, count);
    SlEditPlace by = rw->op->placed ? (SlEditPlace){rw->op->x, rw->op->y} : (SlEditPlace){48, 48};
    bool good = sl_edit_paste(rw, text, NULL, &by);
    free(text);
    return good;
}

static bool run(SlRewrite *rw) {
    const SlEditOp *op = rw->op;
    switch (op->kind) {
    case SL_EDIT_ADD:
        return sl_edit_add(rw);
    case SL_EDIT_NEW:
        return sl_edit_new(rw);
    case SL_EDIT_CONNECT:
        return sl_edit_connect(rw, op->port, op->to_node, op->to_port);
    case SL_EDIT_INSERT:
        return sl_edit_insert(rw, op->node, op->to_node, op->port);
    case SL_EDIT_DISCONNECT:
        return op->port >= 0 ? sl_edit_disconnect(rw, op->port) : sl_edit_disconnect_all(rw, op->node);
    case SL_EDIT_RENAME:
        return sl_edit_rename(rw);
    case SL_EDIT_BUFFER:
        return sl_edit_buffer(rw);
    case SL_EDIT_ELEMENT:
        return sl_edit_element(rw);
    case SL_EDIT_MULTIPLY:
        return sl_edit_multiply(rw);
    case SL_EDIT_DELETE:
        return sl_edit_delete(rw);
    case SL_EDIT_DUPLICATE:
        return duplicate(rw);
    case SL_EDIT_PASTE:
        return sl_edit_paste(rw, op->text, op->placed ? &(SlEditPlace){op->x, op->y} : NULL, NULL);
    case SL_EDIT_MOVE:
        return sl_edit_move(rw);
    case SL_EDIT_COLOR:
        return sl_edit_note(rw, "color");
    case SL_EDIT_TITLE:
        return sl_edit_note(rw, "title");
    case SL_EDIT_BODY:
        return sl_edit_body(rw);
    case SL_EDIT_ARGUMENT:
        return sl_edit_argument(rw);
    default:
        return sl_rewrite_refuse(rw, "there is no such edit");
    }
}

// Directives change nothing that a compiler would see: for them the check of the step is enough.
static bool finish(SlRewrite *rw) {
    sl_align_comments(rw);
    bool note = rw->op->kind == SL_EDIT_MOVE || rw->op->kind == SL_EDIT_COLOR || rw->op->kind == SL_EDIT_TITLE;
    return sl_rewrite_step(rw) && (!rw->owned || note || sl_rewrite_check(rw));
}

SlEdit *sl_edit_plan(const SlEditContext *context, const SlEditOp *op) {
    SlArena *arena = sl_arena_new(), *scratch = sl_arena_new();
    SlEdit *edit = SL_NEW(arena, SlEdit);
    edit->arena = arena;
    SlRewrite rw = {0};
    if (!context->wiring->tree || !context->program->main ||
        !sl_wire_file(context->program, context->wiring->tree->root->pos)) {
        edit->refused = "there is no function open";
    } else {
        sl_rewrite_open(&rw, context, op, scratch);
        rw.waited = sl_edit_main_waits(&rw);
        if (run(&rw) && finish(&rw))
            sl_rewrite_result(&rw, edit);
        else
            edit->refused =
                rw.refused ? sl_arena_strndup(arena, rw.refused, strlen(rw.refused)) : "this cannot be done";
        sl_rewrite_close(&rw);
    }
    sl_arena_free(scratch);
    return edit;
}
