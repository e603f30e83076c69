// SPDX-License-Identifier: MIT
// Terminating statements (Go specification, "Terminating statements").
#include "lang/check.h"

static bool is_panic(const SlExpr *e) {
    e = sl_unparen(e);
    return e->kind == SL_EXPR_CALL && e->call_kind == SL_CALL_BUILTIN && e->obj && e->obj->kind == SL_OBJ_BUILTIN &&
           e->obj->builtin == SL_BUILTIN_panic;
}

static bool has_break(SlStmt *s, const SlExpr *label, bool implicit);

static bool list_has_break(SlStmt **list, int count, const SlExpr *label, bool implicit) {
    for (int i = 0; i < count; i++)
        if (has_break(list[i], label, implicit))
            return true;
    return false;
}

static bool clauses_have_break(const SlStmt *s, const SlExpr *label, bool implicit) {
    for (int i = 0; i < s->count; i++)
        if (list_has_break(s->list[i]->list, s->list[i]->count, label, implicit))
            return true;
    return false;
}

// Whether a break leaves the statement that has the label; implicit: one without a label does too.
static bool has_break(SlStmt *s, const SlExpr *label, bool implicit) {
    if (!s)
        return false;
    switch ((SlStmtKind)s->kind) {
    case SL_STMT_BRANCH:
        if (s->op != SL_TOKEN_BREAK)
            return false;
        return s->label ? label && s->label->name == label->name : implicit;
    case SL_STMT_LABELED:
        return has_break(s->body, label, implicit);
    case SL_STMT_BLOCK:
        return list_has_break(s->list, s->count, label, implicit);
    case SL_STMT_IF:
        return has_break(s->body, label, implicit) || has_break(s->else_, label, implicit);
    case SL_STMT_SWITCH:
    case SL_STMT_TYPE_SWITCH:
    case SL_STMT_SELECT:
        return label && clauses_have_break(s, label, false);
    case SL_STMT_FOR:
    case SL_STMT_RANGE:
        return label && has_break(s->body, label, false);
    default:
        return false;
    }
}

static bool terminating_switch(const SlStmt *s, SlExpr *label) {
    bool has_default = false;
    for (int i = 0; i < s->count; i++) {
        SlStmt *clause = s->list[i];
        has_default |= clause->is_default;
        int count = clause->count;
        while (count && clause->list[count - 1]->kind == SL_STMT_EMPTY)
            count--;
        bool falls = count && clause->list[count - 1]->kind == SL_STMT_BRANCH &&
                     clause->list[count - 1]->op == SL_TOKEN_FALLTHROUGH;
        if ((!ck_terminating_list(clause->list, count) && !falls) || list_has_break(clause->list, count, label, true))
            return false;
    }
    return has_default;
}

bool ck_terminating_list(SlStmt **list, int count) {
    while (count && list[count - 1]->kind == SL_STMT_EMPTY)
        count--;
    return count && ck_terminating(list[count - 1], NULL);
}

bool ck_terminating(SlStmt *s, SlExpr *label) {
    if (!s)
        return false;
    switch ((SlStmtKind)s->kind) {
    case SL_STMT_EXPR:
        return is_panic(s->x);
    case SL_STMT_RETURN:
        return true;
    case SL_STMT_BRANCH:
        return s->op == SL_TOKEN_GOTO || s->op == SL_TOKEN_FALLTHROUGH;
    case SL_STMT_BLOCK:
        return ck_terminating_list(s->list, s->count);
    case SL_STMT_IF:
        return s->else_ && ck_terminating(s->body, NULL) && ck_terminating(s->else_, NULL);
    case SL_STMT_SWITCH:
    case SL_STMT_TYPE_SWITCH:
        return terminating_switch(s, label);
    case SL_STMT_SELECT:
        for (int i = 0; i < s->count; i++)
            if (!ck_terminating_list(s->list[i]->list, s->list[i]->count) ||
                list_has_break(s->list[i]->list, s->list[i]->count, label, true))
                return false;
        return true;
    case SL_STMT_FOR:
        return !s->x && !has_break(s->body, label, true);
    case SL_STMT_LABELED:
        return ck_terminating(s->body, s->label);
    default:
        return false;
    }
}
