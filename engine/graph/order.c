// SPDX-License-Identifier: MIT
// Order: which assignments of a variable can have happened where it is read. Before the first one that can, it holds
// what it was declared with: go generate(ch) in front of a loop that moves ch on gives the first channel only.
#include "graph/impl.h"
#include "graph/visit.h"

typedef struct {
    SlWalk *walk;
    const SlFuncNode *func;
} Look;

static void note(SlWalk *walk, const SlFuncNode *func, const SlExpr *target) {
    target = sl_unparen(target);
    const SlObj *obj = target->kind == SL_EXPR_IDENT ? target->obj : NULL;
    if (!obj || obj->kind != SL_OBJ_VAR || obj->is_global || obj->is_field || obj->pos == target->pos)
        return;
    // In a literal it may happen at any time.
    bool any_time = obj->func != func;
    sl_vec_push(&walk->assigns, (SlWireAssign){obj, any_time ? 0 : target->pos});
    sl_map_set_ptr(&walk->assigned, obj, (void *)(uintptr_t)1);
}

static bool look_stmt(void *data, SlStmt *stmt) {
    Look *look = data;
    if (stmt->kind == SL_STMT_FOR || stmt->kind == SL_STMT_RANGE)
        sl_vec_push(&look->walk->loop_list, (SlWireLoop){stmt->pos, stmt->end});
    if (stmt->kind == SL_STMT_ASSIGN || stmt->kind == SL_STMT_RANGE)
        for (int i = 0; i < stmt->lhs_count; i++)
            note(look->walk, look->func, stmt->lhs[i]);
    return true;
}

static bool look_expr(void *data, SlExpr *expr) {
    Look *look = data;
    if (expr->kind == SL_EXPR_UNARY && expr->op == SL_TOKEN_AND) // &c: whoever has the address may assign
        note(look->walk, NULL, expr->x);
    return expr->kind != SL_EXPR_FUNC;
}

static void look_at(SlWalk *walk, SlFuncNode *func) {
    Look look = {walk, func};
    sl_visit_stmt(&(SlVisit){look_expr, look_stmt, &look}, func->body);
    for (int i = 0; i < func->literal_count; i++)
        look_at(walk, func->literals[i]);
}

void sl_wire_find_order(SlWalk *walk) {
    for (int p = 0; p < walk->program->package_count; p++) {
        const SlPackage *package = walk->program->packages[p];
        for (int i = 0; !package->library && i < package->func_count; i++)
            look_at(walk, package->funcs[i]);
    }
}

static bool in_one_loop(const SlWalk *walk, SlPos a, SlPos b) {
    for (int i = 0; i < walk->loop_list.count; i++) {
        const SlWireLoop *loop = &walk->loop_list.at[i];
        if (loop->from <= a && a < loop->to && loop->from <= b && b < loop->to)
            return true;
    }
    return false;
}

bool sl_wire_is_first(const SlWalk *walk, const SlObj *var, SlPos read) {
    if (!sl_map_get_ptr(&walk->assigned, var))
        return false;
    for (int i = 0; i < walk->assigns.count; i++) {
        const SlWireAssign *assign = &walk->assigns.at[i];
        if (assign->var == var && (!assign->pos || assign->pos < read || in_one_loop(walk, assign->pos, read)))
            return false;
    }
    return true;
}
