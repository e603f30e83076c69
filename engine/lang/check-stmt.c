// SPDX-License-Identifier: MIT
// Statements. What a statement puts off (function literals, local types) runs at its end, before names that it
// declares become visible to others.
#include "lang/check.h"

static SlToken operator_of(int op) {
    switch (op) {
    case SL_TOKEN_ADD_ASSIGN:
        return SL_TOKEN_ADD;
    case SL_TOKEN_SUB_ASSIGN:
        return SL_TOKEN_SUB;
    case SL_TOKEN_MUL_ASSIGN:
        return SL_TOKEN_MUL;
    case SL_TOKEN_DIV_ASSIGN:
        return SL_TOKEN_DIV;
    case SL_TOKEN_REM_ASSIGN:
        return SL_TOKEN_REM;
    case SL_TOKEN_AND_ASSIGN:
        return SL_TOKEN_AND;
    case SL_TOKEN_OR_ASSIGN:
        return SL_TOKEN_OR;
    case SL_TOKEN_XOR_ASSIGN:
        return SL_TOKEN_XOR;
    case SL_TOKEN_SHL_ASSIGN:
        return SL_TOKEN_SHL;
    case SL_TOKEN_SHR_ASSIGN:
        return SL_TOKEN_SHR;
    case SL_TOKEN_ANDNOT_ASSIGN:
        return SL_TOKEN_ANDNOT;
    default:
        return SL_TOKEN_EOF;
    }
}

static void expression(Check *c, SlStmt *s) {
    Operand x;
    ExprKind kind = ck_raw_kind(c, &x, s->x);
    const char *wrong = "is not used";
    if (x.mode == SL_MODE_INVALID)
        return;
    if (x.mode == SL_MODE_BUILTIN)
        wrong = "must be called";
    else if (x.mode == SL_MODE_TYPE)
        wrong = "is not an expression";
    else if (kind == CK_STATEMENT)
        return;
    ck_error(c, x.expr->pos, "%s %s", ck_operand_text(c, &x), wrong);
}

static void send(Check *c, SlStmt *s) {
    Operand ch, value;
    ck_expr(c, NULL, &ch, s->x);
    ck_expr(c, NULL, &value, s->y);
    if (ch.mode == SL_MODE_INVALID || value.mode == SL_MODE_INVALID)
        return;
    const SlType *core = ck_is_nil(&ch) ? NULL : sl_core(ch.type);
    const char *wrong = NULL;
    if (!core && sl_is_type_param(ch.type))
        wrong = ck_print(c, "cannot send to %s: no core type", ck_operand_text(c, &ch));
    else if (!core || core->kind != SL_TYPE_CHAN)
        wrong = ck_print(c, "cannot send to non-channel %s", ck_operand_text(c, &ch));
    else if (core->dir == SL_DIR_RECV)
        wrong = ck_print(c, "cannot send to receive-only channel %s", ck_operand_text(c, &ch));
    if (wrong) {
        ck_error(c, s->pos, "invalid operation: %s", wrong);
        return;
    }
    ck_assignment(c, &value, core->elem, "send");
}

static void assign(Check *c, SlStmt *s) {
    if (s->op == SL_TOKEN_ASSIGN) {
        ck_assign_vars(c, s->lhs, s->lhs_count, s->rhs, s->rhs_count);
        return;
    }
    if (s->op == SL_TOKEN_DEFINE) {
        ck_short_var_decl(c, s->op_pos, s->lhs, s->lhs_count, s->rhs, s->rhs_count);
        return;
    }
    if (s->lhs_count != 1 || s->rhs_count != 1) {
        ck_error(c, s->op_pos, "assignment operation %s requires single-valued expressions", sl_token_names[s->op]);
        ck_use(c, s->lhs, s->lhs_count);
        ck_use(c, s->rhs, s->rhs_count);
        return;
    }
    Operand x;
    ck_binary(c, &x, NULL, s->lhs[0], s->rhs[0], operator_of(s->op), s->op_pos);
    ck_assign_var(c, s->lhs[0], NULL, &x, "assignment operation");
}

static void inc_dec(Check *c, SlStmt *s) {
    Operand x;
    ck_expr(c, NULL, &x, s->x);
    if (x.mode == SL_MODE_INVALID)
        return;
    if (!sl_all_basic(x.type, SL_IS_NUMERIC)) {
        ck_error(c, s->x->pos, "invalid operation: %s%s (non-numeric type %s)", ck_expr_text(c, s->x),
                 sl_token_names[s->op], ck_type_text(c, x.type));
        return;
    }
    ck_assign_var(c, s->x, NULL, &x, "assignment");
}

static void suspended(Check *c, SlStmt *s, const char *keyword) {
    if (s->x->kind != SL_EXPR_CALL) {
        ck_error(c, s->x->pos, "expression in %s must be function call", keyword);
        ck_use_one(c, s->x);
        return;
    }
    Operand x;
    ExprKind kind = ck_raw_kind(c, &x, s->x);
    if (kind == CK_STATEMENT || x.mode == SL_MODE_INVALID)
        return;
    ck_error(c, x.expr->pos, "%s %s %s", keyword,
             kind == CK_CONVERSION ? "requires function call, not conversion" : "discards result of",
             ck_operand_text(c, &x));
}

static void return_values(Check *c, SlStmt *s) {
    if (!c->env.sig) {
        ck_use(c, s->rhs, s->rhs_count);
        return;
    }
    const SlType *results = c->env.sig->results;
    bool named = results->count && *results->fields[0]->name;
    if (!s->rhs_count && named) {
        for (int i = 0; i < results->count; i++) {
            SlObj *result = results->fields[i];
            SlObj *found = result->name == c->blank ? result : ck_find(c, result->name, NULL);
            if (found && found != result) {
                ck_error(c, s->pos, "result parameter %s not in scope at return\n\t%s: inner declaration of %s",
                         result->name, ck_pos_text(c, found->pos),
                         ck_print(c, "var %s %s", found->name, ck_type_text(c, found->type)));
            }
        }
        return;
    }
    if (results->count || s->rhs_count)
        ck_init_vars(c, results->fields, results->count, s->rhs, s->rhs_count, s);
}

static void branch(Check *c, int ctx, SlStmt *s) {
    if (s->label)
        return; // check-label.c
    Nest *at = c->env.nest;
    switch (s->op) {
    case SL_TOKEN_BREAK:
        if (!(ctx & CTX_BREAK) || !at) {
            ck_error(c, s->pos, "break is not in a loop, switch, or select");
            return;
        }
        s->target = at->stmt;
        return;
    case SL_TOKEN_CONTINUE:
        while (at && at->stmt->kind != SL_STMT_FOR && at->stmt->kind != SL_STMT_RANGE)
            at = at->outer;
        if (!(ctx & CTX_CONTINUE) || !at) {
            ck_error(c, s->pos, "continue is not in a loop");
            return;
        }
        s->target = at->stmt;
        return;
    case SL_TOKEN_FALLTHROUGH:
        if (ctx & CTX_FALLTHROUGH)
            s->target = c->env.next_case;
        else
            ck_error(c, s->pos, "%s",
                     ctx & CTX_FINAL_CASE    ? "cannot fallthrough final case in switch"
                     : ctx & CTX_TYPE_SWITCH ? "cannot fallthrough in type switch"
                                             : "fallthrough statement out of place");
        return;
    default:
        return;
    }
}

static void condition(Check *c, SlExpr *e, const char *where) {
    Operand x;
    ck_expr(c, NULL, &x, e);
    if (x.mode == SL_MODE_INVALID)
        return;
    if (!sl_all_basic(x.type, SL_IS_BOOLEAN)) {
        ck_error(c, e->pos, "non-boolean condition in %s statement", where);
        return;
    }
    if (sl_is_untyped(x.type))
        ck_update_type(c, e, ck_basic(c, SL_BOOL), true);
}

static void if_stmt(Check *c, int inner, SlStmt *s) {
    int scopes = 0;
    // else if chains are a loop: they may be long.
    for (;;) {
        ck_open_scope(c, s->pos, s->end);
        scopes++;
        ck_simple(c, s->init);
        if (s->x) {
            int top = c->delayed.count;
            condition(c, s->x, "if");
            ck_run_delayed(c, top);
        }
        if (s->body)
            ck_stmt(c, inner, s->body);
        if (!s->else_ || s->else_->kind != SL_STMT_IF)
            break;
        s = s->else_;
    }
    if (s->else_)
        ck_stmt(c, inner, s->else_);
    while (scopes--)
        ck_close_scope(c);
}

static bool is_receive(const SlExpr *e) {
    e = e ? sl_unparen(e) : NULL;
    return e && e->kind == SL_EXPR_UNARY && e->op == SL_TOKEN_ARROW;
}

static bool valid_comm(const SlStmt *s) {
    if (!s || s->kind == SL_STMT_SEND)
        return true;
    if (s->kind == SL_STMT_ASSIGN)
        return s->rhs_count == 1 && is_receive(s->rhs[0]);
    return s->kind == SL_STMT_EXPR && is_receive(s->x);
}

static void select_stmt(Check *c, int inner, SlStmt *s) {
    const SlStmt *first = NULL;
    for (int i = 0; i < s->count; i++) {
        if (!s->list[i]->is_default)
            continue;
        if (first)
            ck_error(c, s->list[i]->pos, "multiple defaults in select (first at %s)", ck_pos_text(c, first->pos));
        else
            first = s->list[i];
    }
    for (int i = 0; i < s->count; i++) {
        SlStmt *clause = s->list[i];
        if (!valid_comm(clause->init)) {
            ck_error(c, clause->init->pos, "select case must be receive, send or assign recv");
            continue;
        }
        ck_open_scope(c, clause->pos, clause->end);
        if (clause->init)
            ck_stmt(c, inner, clause->init);
        ck_stmts(c, inner, clause->list, clause->count);
        ck_close_scope(c);
    }
}

static void for_stmt(Check *c, int inner, SlStmt *s) {
    ck_open_scope(c, s->pos, s->end);
    ck_simple(c, s->init);
    bool defines = s->init && s->init->kind == SL_STMT_ASSIGN && s->init->op == SL_TOKEN_DEFINE;
    s->per_iteration = defines && c->env.go_minor >= 22;
    if (s->x) {
        int top = c->delayed.count;
        condition(c, s->x, "for");
        ck_run_delayed(c, top);
    }
    if (s->post && s->post->kind == SL_STMT_ASSIGN && s->post->op == SL_TOKEN_DEFINE) {
        ck_error(c, s->post->pos, "cannot declare in post statement of for loop");
        ck_use_lhs(c, s->post->lhs, s->post->lhs_count);
        ck_use(c, s->post->rhs, s->post->rhs_count);
    } else
        ck_simple(c, s->post);
    ck_stmt(c, inner, s->body);
    ck_close_scope(c);
}

void ck_simple(Check *c, SlStmt *s) {
    if (s)
        ck_stmt(c, 0, s);
}

static void with_nest(Check *c, int ctx, SlStmt *s) {
    Nest nest = {c->env.nest, s};
    c->env.nest = &nest;
    int inner = ctx | CTX_BREAK;
    switch (s->kind) {
    case SL_STMT_SWITCH:
    case SL_STMT_TYPE_SWITCH:
        ck_open_scope(c, s->pos, s->end);
        ck_simple(c, s->init);
        if (s->kind == SL_STMT_SWITCH)
            ck_switch(c, inner, s);
        else
            ck_type_switch(c, inner | CTX_TYPE_SWITCH, s);
        ck_close_scope(c);
        break;
    case SL_STMT_SELECT:
        select_stmt(c, inner, s);
        break;
    case SL_STMT_FOR:
        for_stmt(c, inner | CTX_CONTINUE, s);
        break;
    default:
        ck_range(c, inner | CTX_CONTINUE, s);
        break;
    }
    c->env.nest = nest.outer;
}

static void statement(Check *c, int ctx, SlStmt *s) {
    int inner = ctx & ~(CTX_FALLTHROUGH | CTX_FINAL_CASE | CTX_TYPE_SWITCH);
    switch ((SlStmtKind)s->kind) {
    case SL_STMT_BAD:
    case SL_STMT_EMPTY:
        break;
    case SL_STMT_EXPR:
        expression(c, s);
        break;
    case SL_STMT_SEND:
        send(c, s);
        break;
    case SL_STMT_INC_DEC:
        inc_dec(c, s);
        break;
    case SL_STMT_ASSIGN:
        assign(c, s);
        break;
    case SL_STMT_GO:
        suspended(c, s, "go");
        break;
    case SL_STMT_DEFER:
        if (c->env.func)
            c->env.func->has_defer = true;
        suspended(c, s, "defer");
        break;
    case SL_STMT_RETURN:
        return_values(c, s);
        break;
    case SL_STMT_BRANCH:
        branch(c, ctx, s);
        break;
    case SL_STMT_BLOCK:
        ck_open_scope(c, s->pos, s->end);
        ck_stmts(c, inner, s->list, s->count);
        ck_close_scope(c);
        break;
    case SL_STMT_IF:
        if_stmt(c, inner, s);
        break;
    case SL_STMT_SWITCH:
    case SL_STMT_TYPE_SWITCH:
    case SL_STMT_SELECT:
    case SL_STMT_FOR:
    case SL_STMT_RANGE:
        with_nest(c, inner, s);
        break;
    case SL_STMT_LABELED:
        ck_stmt(c, ctx, s->body);
        break;
    case SL_STMT_DECL:
        ck_local_decls(c, s);
        break;
    case SL_STMT_CASE:
    case SL_STMT_COMM:
        break;
    }
}

void ck_stmt(Check *c, int ctx, SlStmt *s) {
    if (!s || !ck_enter(c, s->pos))
        return;
    int top = c->delayed.count;
    statement(c, ctx, s);
    ck_run_delayed(c, top);
    ck_leave(c);
}

void ck_stmts(Check *c, int ctx, SlStmt **list, int count) {
    bool falls = ctx & CTX_FALLTHROUGH;
    int inner = ctx & ~CTX_FALLTHROUGH;
    while (count && list[count - 1]->kind == SL_STMT_EMPTY)
        count--;
    for (int i = 0; i < count; i++)
        ck_stmt(c, falls && i + 1 == count ? inner | CTX_FALLTHROUGH : inner, list[i]);
}
