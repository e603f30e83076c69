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
        SlHeld *value = sl_wire_expr(walk, rhs[i]);
        walk->name = NULL;
        if (lhs_count == rhs_count)
            sl_wire_assign(walk, target, value);
        else
            for (int v = 0; v < lhs_count; v++)
                sl_wire_assign(walk, lhs[v], value);
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
        sl_wire_sent(walk, held, sl_wire_expr(walk, stmt->y));
        sl_wire_use(walk, held, SL_WIRE_SENDS, true, stmt->pos);
    } else if (receive && receive->kind == SL_EXPR_UNARY) {
        SlHeld *held = sl_wire_expr(walk, receive->x);
        sl_wire_use(walk, held, SL_WIRE_RECEIVES, true, stmt->pos);
        for (int i = 0; stmt->kind == SL_STMT_ASSIGN && i < stmt->lhs_count; i++)
            sl_wire_assign(walk, stmt->lhs[i], sl_wire_received(walk, held));
    }
}

static void range(SlWalk *walk, SlStmt *stmt) {
    SlHeld *held = sl_wire_expr(walk, stmt->x);
    const SlType *type = stmt->x->type ? sl_under(stmt->x->type) : NULL;
    if (type && type->kind == SL_TYPE_CHAN) {
        sl_wire_use(walk, held, SL_WIRE_RECEIVES, false, stmt->pos);
        held = sl_wire_received(walk, held);
    }
    for (int i = 0; i < stmt->lhs_count; i++)
        sl_wire_assign(walk, stmt->lhs[i], held);
    walk->loops++;
    sl_wire_stmt(walk, stmt->body);
    walk->loops--;
}

static void declarations(SlWalk *walk, SlStmt *stmt) {
    for (int i = 0; i < stmt->decl_count; i++) {
        SlDecl *decl = stmt->decls[i];
        if (decl->kind == SL_DECL_VAR)
            assign_all(walk, decl->names, decl->name_count, decl->values, decl->value_count);
    }
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
        sl_wire_use(walk, held, SL_WIRE_SENDS, false, stmt->pos);
        sl_wire_sent(walk, held, value);
        break;
    }
    case SL_STMT_ASSIGN:
        assign_all(walk, stmt->lhs, stmt->lhs_count, stmt->rhs, stmt->rhs_count);
        break;
    case SL_STMT_GO:
        if (stmt->x)
            sl_wire_call(walk, stmt->x, true, stmt->pos, NULL);
        break;
    case SL_STMT_DEFER:
        if (stmt->x)
            sl_wire_expr(walk, stmt->x);
        break;
    case SL_STMT_RETURN:
        for (int i = 0; i < stmt->rhs_count; i++)
            sl_wire_join(walk->now->results, sl_wire_expr(walk, stmt->rhs[i]));
        for (int i = 0; !stmt->rhs_count && i < walk->now->func->result_count; i++)
            if (walk->now->func->result_vars && walk->now->func->result_vars[i])
                sl_wire_join(walk->now->results, sl_wire_held(walk, walk->now, walk->now->func->result_vars[i]));
        break;
    case SL_STMT_COMM:
        if (stmt->init)
            communication(walk, stmt->init);
        block(walk, stmt->list, stmt->count);
        break;
    case SL_STMT_FOR:
        sl_wire_stmt(walk, stmt->init);
        walk->loops++;
        sl_wire_expr(walk, stmt->x);
        sl_wire_stmt(walk, stmt->body);
        sl_wire_stmt(walk, stmt->post);
        walk->loops--;
        break;
    case SL_STMT_RANGE:
        range(walk, stmt);
        break;
    case SL_STMT_DECL:
        declarations(walk, stmt);
        break;
    default: // blocks, if, switches, select, labels: whatever stands inside, in order
        sl_wire_stmt(walk, stmt->init);
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
