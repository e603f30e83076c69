// SPDX-License-Identifier: MIT
#include "graph/visit.h"

static void exprs(const SlVisit *visit, SlExpr **list, int count) {
    for (int i = 0; i < count; i++)
        sl_visit_expr(visit, list[i]);
}

static void stmts(const SlVisit *visit, SlStmt **list, int count) {
    for (int i = 0; i < count; i++)
        sl_visit_stmt(visit, list[i]);
}

static void fields(const SlVisit *visit, const SlFields *list) {
    for (int i = 0; i < list->count; i++)
        sl_visit_expr(visit, list->at[i].type);
}

void sl_visit_expr(const SlVisit *visit, SlExpr *expr) {
    if (!expr || (visit->expr && !visit->expr(visit->data, expr)))
        return;
    sl_visit_expr(visit, expr->type_expr);
    sl_visit_expr(visit, expr->x);
    sl_visit_expr(visit, expr->y);
    sl_visit_expr(visit, expr->lo);
    sl_visit_expr(visit, expr->hi);
    sl_visit_expr(visit, expr->max);
    exprs(visit, expr->list, expr->count);
    fields(visit, &expr->fields);
    fields(visit, &expr->results);
    if (expr->kind == SL_EXPR_FUNC && expr->func) {
        sl_visit_expr(visit, expr->func->type);
        sl_visit_stmt(visit, expr->func->body);
    }
}

static void decl(const SlVisit *visit, SlDecl *decl) {
    exprs(visit, decl->names, decl->name_count);
    sl_visit_expr(visit, decl->type);
    if (!decl->inherited)
        exprs(visit, decl->values, decl->value_count);
}

void sl_visit_stmt(const SlVisit *visit, SlStmt *stmt) {
    if (!stmt || (visit->stmt && !visit->stmt(visit->data, stmt)))
        return;
    sl_visit_stmt(visit, stmt->init);
    exprs(visit, stmt->lhs, stmt->lhs_count);
    sl_visit_expr(visit, stmt->bind);
    sl_visit_expr(visit, stmt->x);
    if (stmt->kind != SL_STMT_TYPE_SWITCH) // its x is the assertion over y
        sl_visit_expr(visit, stmt->y);
    exprs(visit, stmt->rhs, stmt->rhs_count);
    for (int i = 0; i < stmt->decl_count; i++)
        decl(visit, stmt->decls[i]);
    sl_visit_stmt(visit, stmt->post);
    stmts(visit, stmt->list, stmt->count);
    sl_visit_stmt(visit, stmt->body);
    sl_visit_stmt(visit, stmt->else_);
}
