// SPDX-License-Identifier: MIT
// Deleting: a process goes with its statement, a channel is nil wherever it was given.
#include "graph/rewrite.h"

// The channels that a statement names, to be dropped when nobody else does.
static int channels_at(SlRewrite *rw, int node, int *marks) {
    int count = 0;
    for (int i = 0; i < rw->wiring->edge_count; i++) {
        const SlWireEdge *edge = &rw->wiring->edges[i];
        SlChanPlace place;
        bool made = edge->process == node && edge->use != SL_WIRE_STARTS && sl_chan_place(rw, edge->object, &place);
        if (made && place.stmt && place.make)
            marks[count++] = sl_rewrite_mark(rw, place.make->pos);
    }
    for (int i = 0; i < rw->wiring->port_count; i++) {
        const SlWirePort *port = &rw->wiring->ports[i];
        SlChanPlace place;
        if (port->node == node && port->object >= 0 && sl_chan_place(rw, port->object, &place) && place.stmt &&
            place.make)
            marks[count++] = sl_rewrite_mark(rw, place.make->pos);
    }
    return count;
}

static bool drop_loop_group(SlRewrite *rw) {
    return sl_edit_drop_group(rw) && sl_edit_tidy_imports(rw);
}

// What is called by stages in one expression has no statement of its own.
static bool remove_stage(SlRewrite *rw, int node) {
    SlStmt *stmt = sl_stmt_at(rw, rw->wiring->nodes[node].pos);
    const SlExpr *call = rw->wiring->tree->more[node].call;
    bool whole =
        stmt &&
        ((stmt->kind == SL_STMT_EXPR && stmt->x == call) ||
         (stmt->kind == SL_STMT_ASSIGN && stmt->op == SL_TOKEN_DEFINE && stmt->rhs_count == 1 && stmt->rhs[0] == call));
    if (!whole || !sl_alone(rw, stmt->pos, stmt->end))
        return sl_rewrite_refuse(rw, "%s is called inside of another expression: change it in the text",
                                 rw->wiring->nodes[node].name);
    for (int i = 0; stmt->kind == SL_STMT_ASSIGN && i < stmt->lhs_count; i++)
        if (stmt->lhs[i]->obj && sl_uses_of(rw, stmt->lhs[i]->obj, NULL, 0))
            return sl_rewrite_refuse(rw, "%s is still used: disconnect it first", stmt->lhs[i]->name);
    sl_cut_lines(rw, sl_words_of(rw, stmt->pos, stmt->end), sl_line_end(rw, stmt->end));
    return sl_rewrite_step(rw);
}

bool sl_edit_remove_process(SlRewrite *rw, SlPos pos) {
    SlUnit unit;
    int node = sl_node_at(rw, pos, SL_WIRE_PROCESS);
    if (node < 0 || !sl_unit_of(rw, pos, &unit))
        return sl_rewrite_refuse(rw, "it is started elsewhere: open the function that does so");
    int *marks = SL_NEW_N(rw->arena, int, rw->wiring->edge_count + rw->wiring->port_count + 1);
    int count = channels_at(rw, node, marks);
    const SlStmt *first = unit.loop ? unit.loop : unit.add ? unit.add : unit.stmt;
    sl_cut_lines(rw, sl_words_of(rw, first->pos, unit.loop ? unit.loop->end : unit.stmt->end), unit.to);
    return sl_rewrite_step(rw) && sl_edit_drop_unused(rw, marks, count) && drop_loop_group(rw);
}

static bool remove_channel(SlRewrite *rw, SlPos pos, uint8_t kind) {
    int node = sl_node_at(rw, pos, kind);
    if (node < 0)
        return true; // went with its last user
    SlChanPlace place;
    if (!sl_chan_place(rw, node, &place) || !place.stmt || !place.make)
        return sl_rewrite_refuse(rw, "%s is not made by a statement of its own here", rw->wiring->nodes[node].name);
    const char *name = sl_rewrite_printf(rw, "%s", place.var->name);
    int make = sl_rewrite_mark(rw, place.make->pos);
    int *calls = SL_NEW_N(rw->arena, int, rw->wiring->port_count + 1), count = 0;
    for (int guard = 0; guard < 1000; guard++) {
        int port = -1;
        for (int i = 0; i < rw->wiring->port_count && port < 0; i++)
            if (rw->wiring->ports[i].object == node && rw->wiring->ports[i].way == SL_PORT_PARAM &&
                rw->wiring->ports[i].pos && !rw->wiring->ports[i].several)
                port = i;
        if (port < 0)
            break;
        calls[count++] = sl_rewrite_mark(rw, rw->wiring->ports[port].call);
        if (!sl_edit_set_argument(rw, rw->wiring->tree->args[port], "nil", NULL) || !sl_rewrite_step(rw))
            return false;
        node = sl_node_at(rw, sl_rewrite_marked(rw, make), kind);
        if (node < 0)
            break;
    }
    if (!sl_chan_made_at(rw, sl_rewrite_marked(rw, make), &place))
        return true;
    SlPos use;
    if (sl_uses_of(rw, place.var, &use, 1)) {
        int line = sl_files_place(rw->program->files, use).line;
        return sl_rewrite_refuse(rw, "%s is used in the text (line %d)", name, line);
    }
    if (!sl_edit_drop_unused(rw, &make, 1))
        return false;
    for (int i = 0; i < count; i++)
        if (!sl_edit_finish(rw, sl_rewrite_marked(rw, calls[i])))
            return false;
    return true;
}

bool sl_edit_delete(SlRewrite *rw) {
    int count = rw->op->node_count ? rw->op->node_count : 1;
    const int *nodes = rw->op->node_count ? rw->op->nodes : &rw->op->node;
    int *marks = SL_NEW_N(rw->arena, int, count);
    uint8_t *kinds = SL_NEW_N(rw->arena, uint8_t, count);
    for (int i = 0; i < count; i++) {
        if (nodes[i] < 0 || nodes[i] >= rw->wiring->node_count)
            return sl_rewrite_refuse(rw, "there is no such thing in the drawing");
        if (nodes[i] == 0)
            return sl_rewrite_refuse(rw, "%s is the drawing itself", rw->wiring->function);
        const SlWireNode *node = &rw->wiring->nodes[nodes[i]];
        if (!sl_rewrite_tree(rw, node->pos))
            return sl_rewrite_refuse(rw, "%s stands in another package", node->name);
        if (node->kind != SL_WIRE_PROCESS && node->kind != SL_WIRE_CHANNEL && node->kind != SL_WIRE_STAGE)
            return sl_rewrite_refuse(rw, "%s belongs to the text: change it there", node->name);
        marks[i] = sl_rewrite_mark(rw, node->pos);
        kinds[i] = node->kind;
    }
    for (int i = 0; i < count; i++) // processes first: most channels go with them
        if (kinds[i] == SL_WIRE_PROCESS && !sl_edit_remove_process(rw, sl_rewrite_marked(rw, marks[i])))
            return false;
    for (int i = 0; i < count; i++) {
        int stage = kinds[i] == SL_WIRE_STAGE ? sl_node_at(rw, sl_rewrite_marked(rw, marks[i]), SL_WIRE_STAGE) : -1;
        if (stage >= 0 && !remove_stage(rw, stage))
            return false;
    }
    for (int i = 0; i < count; i++)
        if (kinds[i] == SL_WIRE_CHANNEL && !remove_channel(rw, sl_rewrite_marked(rw, marks[i]), kinds[i]))
            return false;
    return sl_edit_tidy_imports(rw) && sl_edit_finish(rw, 0);
}
