// SPDX-License-Identifier: MIT
// A drawing ends by itself: the last process that only receives runs in main, which is then over when it is; further
// ones are awaited by a wait group. Only processes that an edit has touched are looked at.
#include <stdio.h>

#include "graph/rewrite.h"

static bool is_main(const SlRewrite *rw) {
    return rw->wiring->function && strcmp(rw->wiring->function, "main") == 0 && !sl_root(rw)->recv;
}

typedef struct {
    bool waits;
} Waiting;

static bool waiting_stmt(void *data, SlStmt *stmt) {
    Waiting *waiting = data;
    waiting->waits |= stmt->kind == SL_STMT_SELECT;
    return stmt->kind != SL_STMT_GO;
}

static bool waiting_expr(void *data, SlExpr *expr) {
    Waiting *waiting = data;
    const SlExpr *fun = expr->kind == SL_EXPR_CALL ? sl_unparen(expr->x) : NULL;
    if (fun && fun->kind == SL_EXPR_SELECTOR && fun->selection && fun->selection->obj && fun->selection->obj->pkg &&
        strcmp(fun->selection->obj->pkg->path, "time") == 0)
        waiting->waits |= strcmp(fun->name, "Sleep") == 0;
    return expr->kind != SL_EXPR_FUNC;
}

bool sl_edit_main_waits(const SlRewrite *rw) {
    for (int i = 0; i < rw->wiring->edge_count; i++) {
        const SlWireEdge *edge = &rw->wiring->edges[i];
        if (edge->process == 0 && (edge->use == SL_WIRE_RECEIVES || edge->use == SL_WIRE_WAITS))
            return true;
    }
    Waiting waiting = {false};
    sl_visit_stmt(&(SlVisit){waiting_expr, waiting_stmt, &waiting}, sl_root(rw)->body);
    return waiting.waits;
}

static bool main_sends(const SlRewrite *rw) {
    for (int i = 0; i < rw->wiring->edge_count; i++)
        if (rw->wiring->edges[i].process == 0 && rw->wiring->edges[i].use == SL_WIRE_SENDS)
            return true;
    return false;
}

// Of the ports of one call: whether all channels are received from, and whether all are connected.
static void look(const SlRewrite *rw, const SlExpr *call, bool *sink, bool *connected) {
    bool ins = false, others = false;
    *connected = true;
    for (int i = 0; i < rw->wiring->port_count; i++) {
        const SlWirePort *port = &rw->wiring->ports[i];
        if (port->call != call->pos || port->kind >= SL_PORT_SHARED)
            continue;
        ins |= port->kind == SL_PORT_IN;
        others |= port->kind != SL_PORT_IN;
        *connected &= port->object >= 0;
    }
    *sink = ins && !others;
}

// ---- the wait group ----

static SlObj *find_group(const SlRewrite *rw) {
    const SlStmt *body = sl_root(rw)->body;
    for (int i = 0; i < body->count; i++) {
        const SlStmt *stmt = body->list[i];
        const SlDecl *decl = stmt->kind == SL_STMT_DECL && stmt->decl_count ? stmt->decls[0] : NULL;
        if (decl && decl->kind == SL_DECL_VAR && decl->name_count == 1 && decl->names[0]->obj &&
            sl_wire_sync_kind(decl->names[0]->obj->type) == SL_WIRE_GROUP)
            return decl->names[0]->obj;
    }
    return NULL;
}

static bool is_wait(const SlStmt *stmt, const SlObj *group) {
    const SlExpr *fun = stmt->kind == SL_STMT_EXPR && stmt->x->kind == SL_EXPR_CALL ? sl_unparen(stmt->x->x) : NULL;
    return fun && fun->kind == SL_EXPR_SELECTOR && fun->x->kind == SL_EXPR_IDENT && fun->x->obj == group &&
           strcmp(fun->name, "Wait") == 0;
}

static bool is_waited_for(const SlRewrite *rw, const SlObj *group) {
    const SlStmt *body = sl_root(rw)->body;
    for (int i = 0; i < body->count; i++)
        if (is_wait(body->list[i], group))
            return true;
    return false;
}

// The line start where something is added at the end of the body.
static SlPos end_of_body(const SlRewrite *rw) {
    return sl_line_start(rw, sl_root(rw)->body->close);
}

bool sl_edit_group(SlRewrite *rw, const char **name) {
    const SlObj *group = find_group(rw);
    const SlStmt *body = sl_root(rw)->body;
    *name = group ? sl_rewrite_printf(rw, "%s", group->name) : sl_free_local(rw, "wg");
    if (!group) {
        SlPos at = body->count ? sl_top_of(rw, body->list[0]->pos) : end_of_body(rw);
        if (!sl_edit_import(rw, "sync"))
            return false;
        sl_rewrite_replace(rw, at, at, sl_rewrite_printf(rw, "\tvar %s sync.WaitGroup\n", *name));
    }
    if (!group || !is_waited_for(rw, group))
        sl_rewrite_replace(rw, end_of_body(rw), end_of_body(rw), sl_rewrite_printf(rw, "\t%s.Wait()\n", *name));
    return true;
}

// Takes the group out when only its declaration and the wait for it are left.
bool sl_edit_drop_group(SlRewrite *rw) {
    const SlObj *group = find_group(rw);
    if (!group || sl_uses_of(rw, group, NULL, 0) != is_waited_for(rw, group))
        return true;
    const SlStmt *body = sl_root(rw)->body;
    for (int i = 0; i < body->count; i++) {
        const SlStmt *stmt = body->list[i];
        bool declares =
            stmt->kind == SL_STMT_DECL && stmt->decls[0]->name_count && stmt->decls[0]->names[0]->obj == group;
        if ((declares || is_wait(stmt, group)) && sl_alone(rw, stmt->pos, stmt->end))
            sl_cut_lines(rw, sl_notes_of(rw, stmt->pos), sl_line_end(rw, stmt->end));
    }
    return sl_rewrite_step(rw);
}

// ---- into main, and out of it ----

static bool body_is_open(SlRewrite *rw) {
    const SlStmt *body = sl_root(rw)->body;
    if (sl_line_start(rw, body->pos) == sl_line_start(rw, body->close))
        return sl_rewrite_refuse(rw, "the body of %s stands in one line", rw->wiring->function);
    return true;
}

static bool into_main(SlRewrite *rw, const SlUnit *unit) {
    SlStmt *stmt = unit->stmt;
    SlPos at = end_of_body(rw);
    const char *call = sl_rewrite_text(rw, stmt->x->pos, sl_line_end(rw, stmt->end));
    const SlTree *tree = sl_rewrite_tree(rw, stmt->pos);
    const char *place = sl_directive_of(rw->arena, tree, stmt->pos, "at", NULL);
    const char *before = sl_rewrite_text(rw, sl_top_of(rw, stmt->pos), sl_line_start(rw, stmt->pos));
    // Where it stood is now where main stands.
    double x, y;
    bool placed = place && sscanf(place, "%lf %lf", &x, &y) == 2;
    const char *line = placed ? strstr(before, "\t//sluice:at") : NULL;
    if (line) {
        const char *end = strchr(line, '\n');
        before = sl_rewrite_printf(rw, "%.*s%s", (int)(line - before), before, end ? end + 1 : "");
    }
    int mark = sl_rewrite_mark(rw, sl_root(rw)->pos);
    sl_rewrite_replace(rw, at, at, sl_rewrite_printf(rw, "%s\t%s", before, call));
    sl_cut_lines(rw, sl_top_of(rw, stmt->pos), unit->to);
    if (!sl_rewrite_step(rw))
        return false;
    return !line || rw->wiring->nodes[0].placed || sl_edit_place(rw, sl_rewrite_marked(rw, mark), x, y);
}

static bool wrap(SlRewrite *rw, const SlUnit *unit) {
    const char *name;
    if (!sl_edit_group(rw, &name))
        return false;
    SlStmt *stmt = unit->stmt;
    const char *indent = sl_line_indent(rw, stmt->pos), *call = sl_rewrite_text(rw, stmt->x->pos, stmt->x->end);
    SlPos notes = sl_notes_of(rw, stmt->pos);
    sl_rewrite_replace(rw, notes, notes, sl_rewrite_printf(rw, "%s%s.Add(1)\n", indent, name));
    sl_rewrite_replace(
        rw, stmt->pos, stmt->end,
        sl_rewrite_printf(rw, "go func() {\n%s\tdefer %s.Done()\n%s\t%s\n%s}()", indent, name, indent, call, indent));
    return sl_rewrite_step(rw);
}

// It takes its place with it: main had it from there (into_main).
static bool out_of_main(SlRewrite *rw, const SlUnit *unit) {
    const SlWireNode *main = &rw->wiring->nodes[0];
    bool place = main->placed && sl_notes_of(rw, unit->stmt->pos) == sl_line_start(rw, unit->stmt->pos);
    SlEditPlace at = {main->x, main->y};
    int mark = sl_rewrite_mark(rw, unit->stmt->pos), root = sl_rewrite_mark(rw, sl_root(rw)->pos);
    sl_rewrite_replace(rw, unit->stmt->pos, unit->stmt->pos, "go ");
    if (!sl_rewrite_step(rw))
        return false;
    SlPos go = sl_rewrite_marked(rw, mark) - (SlPos)strlen("go ");
    return !place || (sl_edit_unplace(rw, sl_rewrite_marked(rw, root)) && sl_edit_place(rw, go, at.x, at.y));
}

// Whoever would wait for a process that is not connected would wait for ever.
static bool unwrap(SlRewrite *rw, const SlUnit *unit) {
    const SlExpr *fun = sl_unparen(unit->stmt->x->x);
    if (fun->kind != SL_EXPR_FUNC || fun->func->body->count != 2 || !unit->add)
        return true;
    sl_cut_lines(rw, sl_line_start(rw, unit->add->pos), sl_line_end(rw, unit->add->end));
    sl_rewrite_replace(rw, unit->stmt->x->pos, unit->stmt->end, sl_rewrite_text(rw, unit->call->pos, unit->call->end));
    return sl_rewrite_step(rw) && sl_edit_drop_group(rw) && sl_edit_tidy_imports(rw);
}

// Main waited and does so no more: the last plain sink takes its place.
static bool find_successor(SlRewrite *rw) {
    const SlStmt *body = sl_root(rw)->body;
    for (int i = body->count - 1; i >= 0; i--) {
        const SlStmt *stmt = body->list[i];
        bool sink = false, connected = false;
        if (stmt->kind != SL_STMT_GO || !sl_wire_called(stmt->x))
            continue;
        look(rw, stmt->x, &sink, &connected);
        if (sink && connected)
            return sl_edit_finish(rw, stmt->pos);
    }
    return true;
}

bool sl_edit_finish(SlRewrite *rw, SlPos touched) {
    SlUnit unit;
    if (!is_main(rw))
        return true;
    SlStmt *stmt = touched ? sl_stmt_at(rw, touched) : NULL;
    bool sink = false, connected = false;
    if (stmt && !sl_parent_of(rw, stmt, false) && (stmt->kind == SL_STMT_GO || stmt->kind == SL_STMT_EXPR) &&
        sl_unit_of(rw, touched, &unit)) {
        look(rw, unit.call, &sink, &connected);
        bool plain = unit.call == stmt->x && sl_wire_called(unit.call);
        bool waits = sl_edit_main_waits(rw);
        if (sink && connected && stmt->kind == SL_STMT_GO && plain && !unit.add)
            return body_is_open(rw) && (waits || main_sends(rw) ? wrap(rw, &unit) : into_main(rw, &unit));
        bool good = true;
        if (sink && !connected && stmt->kind == SL_STMT_EXPR && plain)
            good = out_of_main(rw, &unit);
        else if (!connected && stmt->kind == SL_STMT_GO && !plain)
            good = unwrap(rw, &unit);
        if (!good)
            return false;
    }
    rw->refused = NULL; // a unit that shares its line is left as it is
    return !rw->waited || sl_edit_main_waits(rw) || find_successor(rw);
}

// ---- where new statements go ----

// Statements that only prepare: what stands behind the first other one may be too late.
static bool prepares(const SlRewrite *rw, const SlStmt *stmt) {
    switch (stmt->kind) {
    case SL_STMT_DECL:
    case SL_STMT_GO:
    case SL_STMT_DEFER:
        return true;
    case SL_STMT_ASSIGN: {
        Waiting waiting = {false};
        SlVisit visit = {waiting_expr, waiting_stmt, &waiting};
        for (int i = 0; i < stmt->rhs_count; i++) {
            sl_visit_expr(&visit, stmt->rhs[i]);
            const SlExpr *value = sl_unparen(stmt->rhs[i]);
            waiting.waits |= value->kind == SL_EXPR_UNARY && value->op == SL_TOKEN_ARROW;
        }
        for (int i = 0; i < rw->wiring->port_count; i++) // a call that takes channels may wait
            waiting.waits |= rw->wiring->ports[i].node == 0 && rw->wiring->ports[i].call >= stmt->pos &&
                             rw->wiring->ports[i].call < stmt->end;
        return !waiting.waits;
    }
    case SL_STMT_FOR:
    case SL_STMT_RANGE: {
        if (stmt->x && sl_wire_is_chan(stmt->x->type))
            return false;
        for (int i = 0; i < stmt->body->count; i++)
            if (!prepares(rw, stmt->body->list[i]))
                return false;
        return stmt->body->count > 0;
    }
    case SL_STMT_EXPR: {
        const SlExpr *fun = stmt->x->kind == SL_EXPR_CALL ? sl_unparen(stmt->x->x) : NULL;
        return fun && fun->kind == SL_EXPR_SELECTOR && fun->name && strcmp(fun->name, "Add") == 0 &&
               sl_wire_sync_kind(fun->x->type) == SL_WIRE_GROUP;
    }
    default:
        return false;
    }
}

SlPos sl_edit_new_place(const SlRewrite *rw) {
    const SlStmt *body = sl_root(rw)->body;
    int last = -1;
    for (int i = 0; i < body->count && prepares(rw, body->list[i]); i++)
        last = i;
    if (last >= 0)
        return sl_line_end(rw, body->list[last]->end);
    return body->count ? sl_top_of(rw, body->list[0]->pos) : end_of_body(rw);
}
