// SPDX-License-Identifier: MIT
// Several writers of one channel: each would close it when it has sent its last, and the second close is a panic. They
// leave it to a goroutine that waits for all of them.
#include "graph/rewrite.h"

// go func() { group.Wait(); close(c) }(): the name of the group; null: another process.
static const char *closer_group(SlRewrite *rw, const SlStmt *go) {
    const SlExpr *fun = go && go->kind == SL_STMT_GO ? sl_unparen(go->x->x) : NULL;
    const SlStmt *body = fun && fun->kind == SL_EXPR_FUNC ? fun->func->body : NULL;
    if (!body || body->count != 2 || body->list[0]->kind != SL_STMT_EXPR || !sl_edit_closed_by(body->list[1]))
        return NULL;
    const SlExpr *wait = sl_unparen(body->list[0]->x);
    const SlExpr *method = wait->kind == SL_EXPR_CALL ? sl_unparen(wait->x) : NULL;
    bool waits = method && method->kind == SL_EXPR_SELECTOR && strcmp(method->name, "Wait") == 0 &&
                 sl_wire_sync_kind(method->x->type) == SL_WIRE_GROUP;
    return waits ? sl_rewrite_text(rw, method->x->pos, method->x->end) : NULL;
}

// The close of a plain process go f(...), which can be taken out of f; null: it is not so plain.
static const SlStmt *plain_close(SlRewrite *rw, SlPos pos, SlUnit *unit) {
    if (!sl_unit_of(rw, pos, unit) || unit->loop || unit->add || unit->stmt->kind != SL_STMT_GO ||
        unit->call != unit->stmt->x || sl_parent_of(rw, unit->stmt, false))
        return NULL;
    SlFuncNode *func = sl_wire_called(unit->call);
    const SlStmt *close = func ? sl_edit_only_close(func) : NULL;
    bool own = close && sl_alone(rw, close->pos, close->end) &&
               sl_rewrite_tree(rw, close->pos) == sl_rewrite_tree(rw, unit->stmt->pos);
    return own ? close : NULL;
}

// Takes the close out of one writer, and counts it. With before, its lines move there.
static bool count_writer(SlRewrite *rw, SlPos pos, const char *group, SlPos before) {
    SlUnit unit;
    const SlStmt *close = plain_close(rw, pos, &unit);
    const char *name;
    if (!close || !sl_edit_open_function(rw, &unit, close, &name))
        return false;
    const char *indent = sl_line_indent(rw, unit.stmt->pos);
    const char *fun = sl_rewrite_text(rw, unit.call->x->pos, unit.call->x->end);
    if (name)
        fun = sl_renamed(rw, fun, sl_wire_called(unit.call)->obj->name, name);
    const char *text =
        sl_rewrite_printf(rw, "%s%s.Add(1)\n%s%sgo func() {\n%s\tdefer %s.Done()\n%s\t%s%s\n%s}()\n", indent, group,
                          sl_rewrite_text(rw, unit.from, sl_line_start(rw, unit.stmt->pos)), indent, indent, group,
                          indent, fun, sl_rewrite_text(rw, unit.call->x->end, unit.call->end), indent);
    if (before && before < unit.from) {
        sl_rewrite_replace(rw, before, before, text);
        sl_rewrite_replace(rw, unit.from, unit.to, "");
    } else {
        sl_rewrite_replace(rw, unit.from, unit.to, text);
    }
    return sl_rewrite_step(rw);
}

bool sl_edit_share_close(SlRewrite *rw, int channel) {
    int *writers = SL_NEW_N(rw->arena, int, rw->wiring->edge_count + 1), count = 0, closer = -1;
    const char *group = NULL;
    SlChanPlace place;
    if (!sl_chan_place(rw, channel, &place) || !place.stmt)
        return true;
    const char *name = sl_rewrite_printf(rw, "%s", place.var->name);
    SlPos first = 0, last = 0;
    for (int i = 0; i < rw->wiring->edge_count; i++) {
        const SlWireEdge *edge = &rw->wiring->edges[i];
        if (edge->object != channel || edge->use != SL_WIRE_CLOSES)
            continue;
        SlPos pos = rw->wiring->nodes[edge->process].pos;
        SlStmt *stmt = edge->process ? sl_stmt_at(rw, pos) : NULL;
        const char *waits_for = closer_group(rw, stmt);
        SlUnit unit;
        if (waits_for && closer < 0) {
            group = waits_for;
            closer = sl_rewrite_mark(rw, stmt->pos);
            continue;
        }
        if (!edge->process || rw->wiring->nodes[edge->process].many || !plain_close(rw, pos, &unit)) {
            rw->refused = NULL;
            return true; // the hints tell of it
        }
        first = !first || unit.from < first ? unit.from : first;
        last = unit.to > last ? unit.to : last;
        writers[count++] = sl_rewrite_mark(rw, pos);
    }
    if (count + (closer >= 0) < 2)
        return true;
    if (closer < 0) {
        group = sl_free_local(rw, "writers");
        if (!sl_edit_import(rw, "sync"))
            return false;
        sl_rewrite_replace(rw, first, first, sl_rewrite_printf(rw, "\tvar %s sync.WaitGroup\n", group));
        sl_rewrite_replace(rw, last, last,
                           sl_rewrite_printf(rw, "\tgo func() {\n\t\t%s.Wait()\n\t\tclose(%s)\n\t}()\n", group, name));
        if (!sl_rewrite_step(rw))
            return false;
    }
    for (int i = 0; i < count; i++) {
        SlPos before = closer >= 0 ? sl_top_of(rw, sl_rewrite_marked(rw, closer)) : 0;
        if (!count_writer(rw, sl_rewrite_marked(rw, writers[i]), group, before))
            return sl_rewrite_refuse(rw, "%s is closed by each of them, and only one may", name);
    }
    return true;
}
