// SPDX-License-Identifier: MIT
// Statements of the walk.
#include "graph/impl.h"

static void assign_all(SlWalk *walk, SlExpr **lhs, int lhs_count, SlExpr **rhs, int rhs_count) {
    for (int i = 0; i < rhs_count; i++) {
        SlExpr *target = i < lhs_count ? lhs[i] : NULL;
        if (target && rhs_count == lhs_count)
            walk->name = target->kind == SL_EXPR_IDENT || target->kind == SL_EXPR_SELECTOR   ? target->name
                         : target->kind == SL_EXPR_INDEX && target->x->kind == SL_EXPR_IDENT ? target->x->name
                                                                                             : NULL;
        else if (rhs_count == 1 && target && target->kind == SL_EXPR_IDENT)
            walk->name = target->name; // ctx, cancel := context.WithCancel(...)
        SlHeld *value = sl_wire_expr(walk, rhs[i]);
        walk->name = NULL;
        if (lhs_count == rhs_count)
            sl_wire_assign(walk, target, value);
        else
            for (int v = 0; v < lhs_count; v++)
                sl_wire_assign(walk, lhs[v], value);
    }
    SlHeld *zero = rhs_count ? NULL : sl_wire_scratch(walk); // var c chan int: nil until something is stored
    for (int v = 0; zero && v < lhs_count; v++) {
        zero->nil = true;
        sl_wire_assign(walk, lhs[v], zero);
    }
}

static void block(SlWalk *walk, SlStmt **list, int count) {
    for (int i = 0; i < count; i++)
        sl_wire_stmt(walk, list[i]);
}

// A communication of a select: the operation itself counts as one of several.
static void communication(SlWalk *walk, SlStmt *stmt) {
    SlExpr *receive = stmt->kind == SL_STMT_EXPR                        ? stmt->x
                      : stmt->kind == SL_STMT_ASSIGN && stmt->rhs_count ? stmt->rhs[0]
                                                                        : NULL;
    while (receive && receive->kind == SL_EXPR_PAREN)
        receive = receive->x;
    if (stmt->kind == SL_STMT_SEND) {
        SlHeld *held = sl_wire_expr(walk, stmt->x);
        sl_wire_use_chan(walk, stmt->x, held, SL_WIRE_SENDS, true, stmt->pos);
        sl_wire_sent(walk, held, sl_wire_expr(walk, stmt->y));
    } else if (receive && receive->kind == SL_EXPR_UNARY) {
        SlHeld *held = sl_wire_expr(walk, receive->x);
        sl_wire_use_chan(walk, receive->x, held, SL_WIRE_RECEIVES, true, stmt->pos);
        for (int i = 0; stmt->kind == SL_STMT_ASSIGN && i < stmt->lhs_count; i++)
            sl_wire_assign(walk, stmt->lhs[i], sl_wire_received(walk, held));
    }
}

enum { MOST_TIMES = 1000000 };

static int64_t multiply(int64_t a, int64_t b) {
    return a > 0 && b > 0 && a <= MOST_TIMES && b <= MOST_TIMES ? a * b : 0;
}

// How often the body of a range loop runs, 0: only the run knows. Breaks are not looked at: it says at most.
static int64_t range_times(const SlStmt *stmt) {
    const SlExpr *over = sl_unparen(stmt->x);
    const SlType *type = over->type ? sl_under(over->type) : NULL;
    int64_t n = 0;
    if (type && type->kind == SL_TYPE_POINTER)
        type = sl_under(type->elem);
    if (over->value && sl_is(over->type, SL_IS_INTEGER) && sl_const_int64(over->value, &n))
        return n;
    if (type && type->kind == SL_TYPE_ARRAY)
        return type->length;
    if (over->kind != SL_EXPR_COMPOSITE || !type || (type->kind != SL_TYPE_SLICE && type->kind != SL_TYPE_MAP))
        return 0;
    for (int i = 0; i < over->count; i++)
        if (type->kind == SL_TYPE_SLICE && over->list[i]->kind == SL_EXPR_KEY_VALUE)
            return 0;
    return over->count;
}

static bool int_of(const SlExpr *expr, int64_t *value) {
    return expr && expr->value && sl_const_int64(expr->value, value);
}

static bool is_var(const SlExpr *expr, const SlObj *var) {
    return expr && expr->kind == SL_EXPR_IDENT && expr->obj == var;
}

// for i := A; i < B; i++ with constants, and i <= B.
static int64_t for_times(const SlStmt *stmt) {
    const SlStmt *init = stmt->init, *post = stmt->post;
    const SlExpr *test = stmt->x;
    int64_t from, to;
    if (!init || !post || !test || init->kind != SL_STMT_ASSIGN || init->op != SL_TOKEN_DEFINE ||
        init->lhs_count != 1 || init->rhs_count != 1 || post->kind != SL_STMT_INC_DEC || post->op != SL_TOKEN_INC ||
        test->kind != SL_EXPR_BINARY || (test->op != SL_TOKEN_LT && test->op != SL_TOKEN_LE))
        return 0;
    const SlObj *var = init->lhs[0]->obj;
    if (!var || !is_var(post->x, var) || !is_var(test->x, var) || !int_of(init->rhs[0], &from) || !int_of(test->y, &to))
        return 0;
    int64_t n = to - from + (test->op == SL_TOKEN_LE);
    return n > 0 && n < MOST_TIMES ? n : 0;
}

static void range(SlWalk *walk, SlStmt *stmt) {
    SlHeld *held = sl_wire_expr(walk, stmt->x);
    const SlType *type = stmt->x->type ? sl_under(stmt->x->type) : NULL;
    if (type && type->kind == SL_TYPE_CHAN) {
        sl_wire_use_chan(walk, stmt->x, held, SL_WIRE_RECEIVES, false, stmt->pos);
        held = sl_wire_received(walk, held);
    }
    for (int i = 0; i < stmt->lhs_count; i++)
        sl_wire_assign(walk, stmt->lhs[i], held);
    int64_t times = walk->times;
    walk->times = multiply(times, range_times(stmt));
    walk->loops++;
    // The body of a loop over a function is called by that function: it may run in any way.
    if (type && type->kind == SL_TYPE_SIGNATURE)
        for (int i = 0; i < held->funcs.count; i++)
            sl_wire_run(walk, &(SlExpr){.kind = SL_EXPR_CALL, .pos = stmt->x->pos, .end = stmt->x->end},
                        held->funcs.at[i], held->made_in.at[i], false, stmt->x->pos, NULL, NULL, NULL);
    sl_wire_stmt(walk, stmt->body);
    walk->loops--;
    walk->times = times;
}

static void declarations(SlWalk *walk, SlStmt *stmt) {
    for (int i = 0; i < stmt->decl_count; i++) {
        SlDecl *decl = stmt->decls[i];
        if (decl->kind == SL_DECL_VAR)
            assign_all(walk, decl->names, decl->name_count, decl->values, decl->value_count);
    }
}

// Each clause has a variable of its own for what is looked at.
static void type_switch(SlWalk *walk, SlStmt *stmt) {
    SlExpr *guard = stmt->x && stmt->x->kind == SL_EXPR_ASSERT ? stmt->x->x : stmt->y;
    SlHeld *held = sl_wire_expr(walk, guard);
    for (int i = 0; i < stmt->count; i++)
        if (stmt->list[i]->bound)
            sl_wire_join(walk, sl_wire_held(walk, walk->now, stmt->list[i]->bound),
                         sl_wire_fit(walk, stmt->list[i]->bound->type, held));
}

void sl_wire_stmt(SlWalk *walk, SlStmt *stmt) {
    if (!stmt)
        return;
    switch (stmt->kind) {
    case SL_STMT_EXPR:
    case SL_STMT_INC_DEC:
        sl_wire_expr(walk, stmt->x);
        break;
    case SL_STMT_SEND: {
        SlHeld *held = sl_wire_expr(walk, stmt->x), *value = sl_wire_expr(walk, stmt->y);
        sl_wire_use_chan(walk, stmt->x, held, SL_WIRE_SENDS, false, stmt->pos);
        sl_wire_sent(walk, held, value);
        break;
    }
    case SL_STMT_ASSIGN:
        assign_all(walk, stmt->lhs, stmt->lhs_count, stmt->rhs, stmt->rhs_count);
        break;
    case SL_STMT_GO:
        if (stmt->x) {
            SlStmt *outer = walk->stmt;
            walk->stmt = stmt;
            sl_wire_call(walk, stmt->x, true, stmt->pos, NULL);
            walk->stmt = outer;
        }
        break;
    case SL_STMT_DEFER:
        if (stmt->x)
            sl_wire_expr(walk, stmt->x);
        break;
    case SL_STMT_RETURN:
        for (int i = 0; i < stmt->rhs_count; i++)
            sl_wire_join(walk, walk->now->results, sl_wire_expr(walk, stmt->rhs[i]));
        for (int i = 0; !stmt->rhs_count && i < walk->now->func->result_count; i++)
            if (walk->now->func->result_vars && walk->now->func->result_vars[i])
                sl_wire_join(walk, walk->now->results, sl_wire_held(walk, walk->now, walk->now->func->result_vars[i]));
        break;
    case SL_STMT_COMM:
        if (stmt->init)
            communication(walk, stmt->init);
        block(walk, stmt->list, stmt->count);
        break;
    case SL_STMT_FOR: {
        int64_t times = walk->times;
        sl_wire_stmt(walk, stmt->init);
        walk->times = multiply(times, for_times(stmt));
        walk->loops++;
        sl_wire_expr(walk, stmt->x);
        sl_wire_stmt(walk, stmt->body);
        sl_wire_stmt(walk, stmt->post);
        walk->loops--;
        walk->times = times;
        break;
    }
    case SL_STMT_RANGE:
        range(walk, stmt);
        break;
    case SL_STMT_DECL:
        declarations(walk, stmt);
        break;
    default: // blocks, if, switches, select, labels: whatever stands inside, in order
        sl_wire_stmt(walk, stmt->init);
        if (stmt->kind == SL_STMT_TYPE_SWITCH)
            type_switch(walk, stmt);
        else
            sl_wire_expr(walk, stmt->x);
        if (stmt->kind == SL_STMT_CASE)
            for (int i = 0; i < stmt->rhs_count; i++)
                sl_wire_expr(walk, stmt->rhs[i]);
        block(walk, stmt->list, stmt->count);
        sl_wire_stmt(walk, stmt->body);
        sl_wire_stmt(walk, stmt->else_);
        break;
    }
}
