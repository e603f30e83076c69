// SPDX-License-Identifier: MIT
// Expressions as text, in the form that gc uses in its messages: one line, bodies and elements as {…}.
#include <stdlib.h>

#include "base/text.h"
#include "lang/parse.h"

const SlExpr *sl_unparen(const SlExpr *expr) {
    while (expr && expr->kind == SL_EXPR_PAREN)
        expr = expr->x;
    return expr;
}

static void add(SlText *text, const SlExpr *expr);

static void add_list(SlText *text, SlExpr *const *list, int count) {
    for (int i = 0; i < count; i++) {
        if (i)
            sl_text_adds(text, ", ");
        add(text, list[i]);
    }
}

static void add_names(SlText *text, const SlField *field) {
    add_list(text, field->names, field->name_count);
    if (field->name_count)
        sl_text_addc(text, ' ');
}

static void add_params(SlText *text, const SlFields *fields, char open, char close) {
    sl_text_addc(text, open);
    for (int i = 0; i < fields->count; i++) {
        if (i)
            sl_text_adds(text, ", ");
        add_names(text, &fields->at[i]);
        add(text, fields->at[i].type);
    }
    sl_text_addc(text, close);
}

static void add_signature(SlText *text, const SlExpr *type) {
    if (type->tparams.count)
        add_params(text, &type->tparams, '[', ']');
    add_params(text, &type->fields, '(', ')');
    if (!type->results.count)
        return;
    sl_text_addc(text, ' ');
    if (type->results.count == 1 && !type->results.at[0].name_count)
        add(text, type->results.at[0].type);
    else
        add_params(text, &type->results, '(', ')');
}

static void add_struct(SlText *text, const SlExpr *type) {
    sl_text_adds(text, "struct{");
    for (int i = 0; i < type->fields.count; i++) {
        const SlField *field = &type->fields.at[i];
        sl_text_adds(text, i ? "; " : " ");
        add_names(text, field);
        add(text, field->type);
        if (field->tag) {
            sl_text_addc(text, ' ');
            sl_text_add(text, field->tag, field->tag_length);
        }
    }
    sl_text_adds(text, type->fields.count ? " }" : "}");
}

static void add_interface(SlText *text, const SlExpr *type) {
    sl_text_adds(text, "interface{");
    for (int i = 0; i < type->fields.count; i++) {
        const SlField *field = &type->fields.at[i];
        sl_text_adds(text, i ? "; " : " ");
        if (field->name_count) {
            add(text, field->names[0]);
            add_signature(text, field->type);
        } else {
            add(text, field->type);
        }
    }
    sl_text_adds(text, type->fields.count ? " }" : "}");
}

static void add_chan(SlText *text, const SlExpr *type) {
    sl_text_adds(text, type->dir == SL_DIR_RECV ? "<-chan " : type->dir == SL_DIR_SEND ? "chan<- " : "chan ");
    const SlExpr *elem = type->x;
    bool paren = type->dir == SL_DIR_BOTH && elem && elem->kind == SL_EXPR_CHAN_TYPE && elem->dir == SL_DIR_RECV;
    if (paren)
        sl_text_addc(text, '(');
    add(text, elem);
    if (paren)
        sl_text_addc(text, ')');
}

static void add_slice(SlText *text, const SlExpr *expr) {
    add(text, expr->x);
    sl_text_addc(text, '[');
    add(text, expr->lo);
    sl_text_addc(text, ':');
    add(text, expr->hi);
    if (expr->full) {
        sl_text_addc(text, ':');
        add(text, expr->max);
    }
    sl_text_addc(text, ']');
}

static void add_array_type(SlText *text, const SlExpr *expr) {
    sl_text_addc(text, '[');
    add(text, expr->lo);
    sl_text_addc(text, ']');
    add(text, expr->x);
}

static void add_type(SlText *text, const SlExpr *expr) {
    switch ((SlExprKind)expr->kind) {
    case SL_EXPR_ELLIPSIS:
        sl_text_adds(text, "...");
        add(text, expr->x);
        break;
    case SL_EXPR_ARRAY_TYPE:
        add_array_type(text, expr);
        break;
    case SL_EXPR_STRUCT_TYPE:
        add_struct(text, expr);
        break;
    case SL_EXPR_FUNC_TYPE:
        sl_text_adds(text, "func");
        add_signature(text, expr);
        break;
    case SL_EXPR_INTERFACE_TYPE:
        add_interface(text, expr);
        break;
    case SL_EXPR_MAP_TYPE:
        sl_text_adds(text, "map[");
        add(text, expr->x);
        sl_text_addc(text, ']');
        add(text, expr->y);
        break;
    case SL_EXPR_CHAN_TYPE:
        add_chan(text, expr);
        break;
    default:
        sl_text_adds(text, "<bad expr>");
    }
}

static void add_literal_body(SlText *text, int count) {
    sl_text_adds(text, count ? "{…}" : "{}");
}

// Null is nothing.
static void add(SlText *text, const SlExpr *expr) {
    if (!expr)
        return;
    switch ((SlExprKind)expr->kind) {
    case SL_EXPR_IDENT:
    case SL_EXPR_LITERAL:
        sl_text_add(text, expr->name, expr->length);
        break;
    case SL_EXPR_COMPOSITE:
        add(text, expr->type_expr);
        add_literal_body(text, expr->count);
        break;
    case SL_EXPR_FUNC:
        add(text, expr->func->type);
        sl_text_addc(text, ' ');
        add_literal_body(text, expr->func->body ? expr->func->body->count : 0);
        break;
    case SL_EXPR_PAREN:
        sl_text_addc(text, '(');
        add(text, expr->x);
        sl_text_addc(text, ')');
        break;
    case SL_EXPR_SELECTOR:
        add(text, expr->x);
        sl_text_addc(text, '.');
        sl_text_add(text, expr->name, expr->length);
        break;
    case SL_EXPR_INDEX:
        add(text, expr->x);
        sl_text_addc(text, '[');
        add_list(text, expr->list, expr->count);
        sl_text_addc(text, ']');
        break;
    case SL_EXPR_SLICE:
        add_slice(text, expr);
        break;
    case SL_EXPR_ASSERT:
        add(text, expr->x);
        sl_text_adds(text, ".(");
        if (expr->type_expr)
            add(text, expr->type_expr);
        else
            sl_text_adds(text, "type");
        sl_text_addc(text, ')');
        break;
    case SL_EXPR_CALL:
        add(text, expr->x);
        sl_text_addc(text, '(');
        add_list(text, expr->list, expr->count);
        sl_text_adds(text, expr->dots ? "...)" : ")");
        break;
    case SL_EXPR_STAR:
        sl_text_addc(text, '*');
        add(text, expr->x);
        break;
    case SL_EXPR_UNARY:
        sl_text_adds(text, sl_token_names[expr->op]);
        add(text, expr->x);
        break;
    case SL_EXPR_BINARY:
        add(text, expr->x);
        sl_text_printf(text, " %s ", sl_token_names[expr->op]);
        add(text, expr->y);
        break;
    case SL_EXPR_KEY_VALUE:
        add(text, expr->x);
        sl_text_adds(text, ": ");
        add(text, expr->y);
        break;
    default:
        add_type(text, expr);
    }
}

char *sl_expr_format(const SlExpr *expr) {
    SlText text = {0};
    add(&text, expr);
    return sl_text_take(&text);
}

char *sl_stmt_format(const SlStmt *stmt) {
    SlText text = {0};
    switch ((SlStmtKind)stmt->kind) {
    case SL_STMT_SEND:
        add(&text, stmt->x);
        sl_text_adds(&text, " <- ");
        add(&text, stmt->y);
        break;
    case SL_STMT_INC_DEC:
        add(&text, stmt->x);
        sl_text_adds(&text, sl_token_names[stmt->op]);
        break;
    case SL_STMT_ASSIGN:
        add_list(&text, stmt->lhs, stmt->lhs_count);
        sl_text_printf(&text, " %s ", sl_token_names[stmt->op]);
        add_list(&text, stmt->rhs, stmt->rhs_count);
        break;
    default:
        add(&text, stmt->x);
    }
    return sl_text_take(&text);
}
