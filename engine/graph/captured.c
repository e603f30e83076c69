// SPDX-License-Identifier: MIT
// Channels that a process names in its own body: a literal that captured the variable, or the function opened itself.
// To lead them elsewhere is to write another variable there: in all of the literal; in the function opened only where
// it sends, receives, ranges or closes by itself, since the rest of its body is about other processes.
#include "graph/rewrite.h"

typedef struct {
    const SlFuncNode *func;
    SlExpr *found;
} Literal;

static bool find_literal(void *data, SlExpr *expr) {
    Literal *literal = data;
    if (expr->kind == SL_EXPR_FUNC && expr->func == literal->func)
        literal->found = expr;
    return !literal->found;
}

static SlExpr *literal_of(const SlRewrite *rw, int node) {
    Literal literal = {rw->wiring->tree->more[node].func, NULL};
    if (node > 0 && literal.func && !literal.func->obj)
        sl_visit_stmt(&(SlVisit){find_literal, NULL, &literal}, sl_root(rw)->body);
    return literal.found;
}

typedef struct {
    const SlObj *var;
    const char *name; // that shall stand there
    const SlObj *other;
    SL_VEC(SlPos) uses;
    SlPos from, to; // where it is looked at
    bool shadowed, changed;
} Words;

static void take_word(Words *words, const SlExpr *expr) {
    if (expr && expr->kind == SL_EXPR_IDENT && expr->obj == words->var)
        sl_vec_push(&words->uses, expr->pos);
}

static bool word_of_literal(void *data, SlExpr *expr) {
    Words *words = data;
    take_word(words, expr);
    // The new name may be somebody else's in here.
    words->shadowed |= expr->kind == SL_EXPR_IDENT && expr->obj && expr->name && expr->obj != words->other &&
                       strcmp(expr->name, words->name) == 0 && !expr->obj->is_field;
    return true;
}

static bool assigned_in(void *data, SlStmt *stmt) {
    Words *words = data;
    for (int i = 0; stmt->kind == SL_STMT_ASSIGN && i < stmt->lhs_count; i++) {
        const SlExpr *left = sl_unparen(stmt->lhs[i]);
        words->changed |= left->kind == SL_EXPR_IDENT && left->obj == words->var && left->pos != words->var->pos;
    }
    return true;
}

static bool operand(void *data, SlExpr *expr) {
    Words *words = data;
    if (expr->kind == SL_EXPR_UNARY && expr->op == SL_TOKEN_ARROW)
        take_word(words, sl_unparen(expr->x));
    if (expr->kind == SL_EXPR_CALL && expr->call_kind == SL_CALL_BUILTIN && expr->obj &&
        expr->obj->builtin == SL_BUILTIN_close && expr->count == 1)
        take_word(words, sl_unparen(expr->list[0]));
    return expr->kind != SL_EXPR_FUNC;
}

static bool operation(void *data, SlStmt *stmt) {
    Words *words = data;
    if (stmt->kind == SL_STMT_SEND || stmt->kind == SL_STMT_RANGE)
        take_word(words, sl_unparen(stmt->x));
    assigned_in(data, stmt);
    return stmt->kind != SL_STMT_GO;
}

static void look(const SlRewrite *rw, int node, Words *words) {
    SlExpr *literal = literal_of(rw, node);
    if (literal)
        sl_visit_expr(&(SlVisit){word_of_literal, assigned_in, words}, literal);
    else
        sl_visit_stmt(&(SlVisit){operand, operation, words}, sl_root(rw)->body);
}

static const char *why_not(SlRewrite *rw, int index, const SlChanPlace *to, Words *words) {
    const SlWirePort *port = &rw->wiring->ports[index];
    const char *who = rw->wiring->nodes[port->node].name;
    SlChanPlace from;
    if (port->way != SL_PORT_CAPTURED || port->object < 0 || port->several ||
        (port->node != 0 && !literal_of(rw, port->node)) || !sl_chan_place(rw, port->object, &from))
        return sl_rewrite_printf(rw, "%s uses %s in its own body: edit it in the text", who, port->name);
    if (!sl_type_identical(from.var->type, to->var->type))
        return sl_rewrite_printf(rw, "%s uses a %s, and %s is a %s", who, sl_type_words(rw, from.var->type),
                                 to->var->name, sl_type_words(rw, to->var->type));
    *words = (Words){.var = from.var, .name = to->var->name, .other = to->var};
    look(rw, port->node, words);
    if (!words->uses.count)
        return sl_rewrite_printf(rw, "%s uses %s in a way that cannot be led elsewhere", who, port->name);
    if (words->shadowed)
        return sl_rewrite_printf(rw, "%s calls something else %s", who, to->var->name);
    if (words->changed)
        return sl_rewrite_printf(rw, "%s is assigned to in the text: edit it there", from.var->name);
    return NULL;
}

const char *sl_edit_recapture_why(SlRewrite *rw, int port, int channel) {
    SlChanPlace to;
    Words words = {0};
    const char *why = sl_chan_place(rw, channel, &to) ? why_not(rw, port, &to, &words) : "the channel has no name here";
    sl_vec_free(&words.uses);
    return why;
}

bool sl_edit_recapture(SlRewrite *rw, int port, int channel) {
    SlChanPlace to;
    Words words = {0};
    const char *why = sl_chan_place(rw, channel, &to) ? why_not(rw, port, &to, &words) : "the channel has no name here";
    if (why) {
        sl_vec_free(&words.uses);
        return sl_rewrite_refuse(rw, "%s", why);
    }
    SlPos first = words.uses.at[0];
    const char *name = sl_rewrite_printf(rw, "%s", to.var->name);
    const char *old = words.var->name;
    for (int i = 0; i < words.uses.count; i++)
        sl_rewrite_replace(rw, words.uses.at[i], words.uses.at[i] + (SlPos)strlen(old), name);
    sl_vec_free(&words.uses);
    return sl_edit_declare_before(rw, &to, first) && sl_rewrite_step(rw);
}
