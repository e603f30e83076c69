// SPDX-License-Identifier: MIT
// Units: which lines of the function opened are one process.
#include "graph/rewrite.h"

static bool is_method_call(const SlStmt *stmt, const char *name) {
    if (!stmt || stmt->kind != SL_STMT_EXPR || stmt->x->kind != SL_EXPR_CALL)
        return false;
    const SlExpr *fun = sl_unparen(stmt->x->x);
    return fun->kind == SL_EXPR_SELECTOR && fun->name && strcmp(fun->name, name) == 0 &&
           sl_wire_sync_kind(fun->x->type) == SL_WIRE_GROUP;
}

static SlStmt *list_before(SlStmt *const *list, int count, const SlStmt *stmt) {
    for (int i = 1; i < count; i++)
        if (list[i] == stmt)
            return list[i - 1];
    return NULL;
}

static bool has_done(const SlStmt *stmt) {
    const SlExpr *fun = stmt->x && stmt->x->kind == SL_EXPR_CALL ? sl_unparen(stmt->x->x) : NULL;
    if (fun && fun->kind == SL_EXPR_FUNC)
        for (int i = 0; fun->func->body && i < fun->func->body->count; i++)
            if (fun->func->body->list[i]->kind == SL_STMT_DEFER &&
                is_method_call(&(SlStmt){.kind = SL_STMT_EXPR, .x = fun->func->body->list[i]->x}, "Done"))
                return true;
    for (int i = 0; stmt->x && stmt->x->kind == SL_EXPR_CALL && i < stmt->x->count; i++)
        if (sl_wire_sync_kind(stmt->x->list[i]->type) == SL_WIRE_GROUP)
            return true;
    return false;
}

bool sl_unit_of(SlRewrite *rw, SlPos pos, SlUnit *unit) {
    *unit = (SlUnit){.stmt = sl_stmt_at(rw, pos)};
    SlStmt *stmt = unit->stmt;
    if (!stmt || (stmt->kind != SL_STMT_GO && stmt->kind != SL_STMT_EXPR) || stmt->x->kind != SL_EXPR_CALL)
        return false;
    SlExpr *fun = (SlExpr *)sl_unparen(stmt->x->x);
    SlExpr *inner = fun->kind == SL_EXPR_FUNC ? sl_wire_wrapped(fun->func) : NULL;
    unit->call = inner && sl_wire_called(inner) ? inner : stmt->x;
    SlStmt *outer = sl_parent_of(rw, stmt, false);
    SlStmt *body = outer && (outer->kind == SL_STMT_FOR || outer->kind == SL_STMT_RANGE) ? outer->body : NULL;
    bool done = has_done(stmt);
    if (body) {
        SlStmt *before = list_before(body->list, body->count, stmt);
        unit->add = done && is_method_call(before, "Add") ? before : NULL;
        if (body->count == 1 + (unit->add != NULL))
            unit->loop = outer;
    } else if (!outer) {
        SlStmt *root = sl_root(rw)->body;
        SlStmt *before = list_before(root->list, root->count, stmt);
        const SlExpr *one = is_method_call(before, "Add") && before->x->count == 1 ? before->x->list[0] : NULL;
        int64_t n = 0;
        unit->add = done && one && one->value && sl_const_int64(one->value, &n) && n == 1 ? before : NULL;
    }
    const SlStmt *first = unit->loop ? unit->loop : unit->add ? unit->add : stmt;
    const SlStmt *last = unit->loop ? unit->loop : stmt;
    if (!sl_alone(rw, first->pos, last->end))
        return sl_rewrite_refuse(rw, "its line has other statements in it");
    unit->from = sl_notes_of(rw, first->pos);
    unit->to = sl_line_end(rw, last->end);
    return true;
}
