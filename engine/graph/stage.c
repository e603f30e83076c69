// SPDX-License-Identifier: MIT
// Stages: functions whose call starts goroutines and takes or gives channels, told from the tree alone.
#include "graph/impl.h"
#include "graph/visit.h"

bool sl_wire_is_chan(const SlType *type) {
    const SlType *under = type ? sl_under(type) : NULL;
    return under && under->kind == SL_TYPE_CHAN;
}

const SlType *sl_wire_carried(const SlType *type) {
    return sl_wire_is_chan(type) ? sl_under(type)->elem : NULL;
}

typedef struct {
    SlWalk *walk;
    bool starts;
} Starting;

static bool starting_stmt(void *data, SlStmt *stmt) {
    Starting *starting = data;
    starting->starts |= stmt->kind == SL_STMT_GO;
    return !starting->starts;
}

static bool starting_expr(void *data, SlExpr *expr) {
    Starting *starting = data;
    if (expr->kind == SL_EXPR_CALL && expr->x && expr->call_kind == SL_CALL_FUNC) {
        const SlExpr *fun = sl_unparen(expr->x);
        if (fun->kind == SL_EXPR_INDEX)
            fun = fun->x;
        const SlObj *obj = fun->kind == SL_EXPR_IDENT                        ? fun->obj
                           : fun->kind == SL_EXPR_SELECTOR && fun->selection ? fun->selection->obj
                                                                             : NULL;
        if (obj && obj->kind == SL_OBJ_FUNC && obj->func)
            starting->starts |= sl_wire_starts(starting->walk, obj->func);
        if (obj && obj->kind == SL_OBJ_FUNC && obj->pkg && obj->pkg->library)
            starting->starts |= strcmp(obj->name, "Go") == 0;
    }
    return !starting->starts;
}

bool sl_wire_starts(SlWalk *walk, SlFuncNode *func) {
    uintptr_t known = (uintptr_t)sl_map_get_ptr(&walk->starting, func);
    if (known)
        return known == 2;
    if (!func->body || (func->obj && func->obj->pkg && func->obj->pkg->library))
        return false;
    sl_map_set_ptr(&walk->starting, func, (void *)(uintptr_t)1); // while it is looked at: recursion adds nothing
    Starting starting = {walk, false};
    sl_visit_stmt(&(SlVisit){starting_expr, starting_stmt, &starting}, func->body);
    sl_map_set_ptr(&walk->starting, func, (void *)(uintptr_t)(starting.starts ? 2 : 1));
    return starting.starts;
}

// A channel, or a container of channels.
static bool has_chan(const SlType *type) {
    for (int depth = 0; type && depth < 4; depth++) {
        const SlType *under = sl_under(type);
        if (!under || under->kind == SL_TYPE_CHAN)
            return under != NULL;
        if (under->kind != SL_TYPE_SLICE && under->kind != SL_TYPE_ARRAY && under->kind != SL_TYPE_MAP)
            return false;
        type = under->elem;
    }
    return false;
}

bool sl_wire_is_stage(SlWalk *walk, SlFuncNode *func) {
    if (!func->sig || !func->obj || !sl_wire_starts(walk, func))
        return false;
    bool chans = false;
    for (int i = 0; i < func->sig->params->count; i++)
        chans |= has_chan(func->sig->params->fields[i]->type);
    for (int i = 0; i < func->sig->results->count; i++)
        chans |= has_chan(func->sig->results->fields[i]->type);
    return chans;
}

static bool look_stmt(void *data, SlStmt *stmt) {
    SlWireFunction *function = data;
    function->starts |= stmt->kind == SL_STMT_GO;
    return true;
}

static bool look_expr(void *data, SlExpr *expr) {
    SlWireFunction *function = data;
    function->makes |= expr->kind == SL_EXPR_CALL && expr->call_kind == SL_CALL_BUILTIN && expr->obj &&
                       expr->obj->builtin == SL_BUILTIN_make && sl_wire_is_chan(expr->type);
    return expr->kind != SL_EXPR_FUNC; // literals are functions of their own
}

void sl_wire_look(const SlFuncNode *func, SlWireFunction *function) {
    sl_visit_stmt(&(SlVisit){look_expr, look_stmt, function}, func->body);
}
