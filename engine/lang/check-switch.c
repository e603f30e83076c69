// SPDX-License-Identifier: MIT
// Expression switches and type switches.
#include "lang/check.h"

static void one_default(Check *c, SlStmt *s) {
    const SlStmt *first = NULL;
    for (int i = 0; i < s->count; i++) {
        if (!s->list[i]->is_default)
            continue;
        if (first)
            ck_error(c, s->list[i]->pos, "multiple defaults in switch (first at %s)", ck_pos_text(c, first->pos));
        else
            first = s->list[i];
    }
}

// Case values that were seen: text of the constant to a list of them.
typedef struct Seen {
    struct Seen *next;
    const SlType *type;
    SlPos pos;
} Seen;

static void note_case(Check *c, SlMap *seen, Operand *v) {
    SlConstKind kind = sl_const_kind(v->value);
    if (kind == SL_CONST_BOOL || kind == SL_CONST_COMPLEX)
        return; // as gc does
    size_t length;
    const char *key = ck_const_key(c, v->value, NULL, &length);
    Seen *list = sl_map_get(seen, key, length);
    for (Seen *at = list; at; at = at->next)
        if (sl_type_identical(at->type, v->type)) {
            ck_error(c, v->expr->pos, "duplicate case %s in expression switch\n\t%s: previous case",
                     ck_operand_text(c, v), ck_pos_text(c, at->pos));
            return;
        }
    Seen *added = SL_NEW(c->arena, Seen);
    *added = (Seen){list, v->type, v->expr->pos};
    sl_map_set(seen, key, length, added);
}

static void case_value(Check *c, SlMap *seen, const Operand *tag, SlExpr *e) {
    Operand v, x = *tag;
    ck_expr(c, NULL, &v, e);
    if (x.mode == SL_MODE_INVALID || v.mode == SL_MODE_INVALID)
        return;
    ck_match(c, &v, &x);
    if (v.mode == SL_MODE_INVALID)
        return;
    Operand result = v;
    ck_comparison(c, &result, &x, SL_TOKEN_EQ, true);
    if (result.mode != SL_MODE_INVALID && v.mode == SL_MODE_CONST && ck_known(v.value))
        note_case(c, seen, &v);
}

void ck_switch(Check *c, int ctx, SlStmt *s) {
    Operand x;
    int top = c->delayed.count;
    if (s->x) {
        ck_expr(c, NULL, &x, s->x);
        ck_assignment(c, &x, NULL, "switch expression");
        if (x.mode != SL_MODE_INVALID && !sl_comparable(c->types, x.type, true, NULL) && !sl_has_nil(x.type)) {
            ck_error(c, x.expr->pos, "cannot switch on %s", ck_operand_text(c, &x));
            x.mode = SL_MODE_INVALID;
        }
    } else {
        SlExpr *name = SL_NEW(c->arena, SlExpr);
        name->kind = SL_EXPR_IDENT;
        name->name = "true";
        name->length = 4;
        name->pos = s->count ? s->list[0]->pos : s->close;
        x = (Operand){
            .mode = SL_MODE_CONST, .type = ck_basic(c, SL_BOOL), .value = sl_const_bool(c->consts, true), .expr = name};
        ck_record(c, &x);
    }
    ck_run_delayed(c, top);
    one_default(c, s);
    SlMap seen = {0};
    SlStmt *next = c->env.next_case;
    for (int i = 0; i < s->count; i++) {
        SlStmt *clause = s->list[i];
        bool last = i + 1 == s->count;
        for (int j = 0; j < clause->rhs_count; j++)
            case_value(c, &seen, &x, clause->rhs[j]);
        ck_open_scope(c, clause->pos, clause->end);
        c->env.next_case = last ? NULL : s->list[i + 1];
        ck_stmts(c, ctx | (last ? CTX_FINAL_CASE : CTX_FALLTHROUGH), clause->list, clause->count);
        ck_close_scope(c);
    }
    c->env.next_case = next;
    sl_map_free(&seen);
}

typedef struct {
    const SlType *type; // null: nil
    SlPos pos;
} SeenType;
typedef SL_VEC(SeenType) SeenTypes;

static bool is_nil(Check *c, const SlExpr *e) {
    e = sl_unparen(e);
    if (e->kind != SL_EXPR_IDENT)
        return false;
    SlObj *obj = ck_find(c, e->name, NULL);
    return obj && obj->kind == SL_OBJ_NIL;
}

// One type of a case; null for nil, invalid after an error.
static const SlType *case_type(Check *c, Operand *x, SlExpr *e, SeenTypes *seen) {
    const SlType *T = NULL;
    if (is_nil(c, e)) {
        Operand nil;
        ck_expr(c, NULL, &nil, e);
        if (x)
            ck_update_type(c, e, x->type, true);
    } else {
        T = ck_var_type(c, e);
        if (!ck_valid(T))
            return T;
    }
    for (int i = 0; i < seen->count; i++) {
        const SlType *other = seen->at[i].type;
        if (!T != !other || (T && !sl_type_identical(T, other)))
            continue;
        ck_error(c, e->pos, "duplicate case %s in type switch\n\t%s: previous case", T ? ck_type_text(c, T) : "nil",
                 ck_pos_text(c, seen->at[i].pos));
        return T;
    }
    sl_vec_push(seen, (SeenType){T, e->pos});
    if (x && T)
        ck_type_assertion(c, e, x, T, true);
    return T;
}

static SlObj *bind_clause(Check *c, SlStmt *s, SlStmt *clause, const SlType *T, Operand *x) {
    if (clause->rhs_count != 1 || !T)
        T = x ? x->type : ck_invalid(c);
    SlObj *obj = ck_new_var(c, s->bind->pos, s->bind->name, T);
    obj->color = CK_BLACK;
    int locals = c->locals.count;
    ck_declare(c, c->env.scope, NULL, obj);
    c->locals.count = locals; // all clauses' variables count as one
    clause->bound = obj;
    return obj;
}

void ck_type_switch(Check *c, int ctx, SlStmt *s) {
    SlExpr *bind = s->bind;
    if (bind && bind->name == c->blank) {
        ck_error(c, bind->pos, "no new variable on left side of :=");
        bind = NULL;
    }
    SlExpr *guard = s->y ? s->y : s->x && s->x->kind == SL_EXPR_ASSERT ? s->x->x : s->x;
    Operand value, *x = NULL;
    int top = c->delayed.count;
    ck_expr(c, NULL, &value, guard);
    ck_run_delayed(c, top);
    if (value.mode != SL_MODE_INVALID) {
        if (sl_is_type_param(value.type))
            ck_error(c, value.expr->pos, "cannot use %s in type switch", ck_operand_text(c, &value));
        else if (ck_is_kind(value.type, SL_TYPE_INTERFACE) && !ck_is_nil(&value))
            x = &value;
        else
            ck_error(c, value.expr->pos, "%s is not an interface", ck_operand_text(c, &value));
    }
    if (s->x && s->x->kind == SL_EXPR_ASSERT && x) {
        s->x->mode = SL_MODE_VALUE;
        s->x->type = x->type;
    }
    one_default(c, s);
    SeenTypes seen = {0};
    bool used = false;
    for (int i = 0; i < s->count; i++) {
        SlStmt *clause = s->list[i];
        const SlType *T = NULL;
        for (int j = 0; j < clause->rhs_count; j++)
            T = case_type(c, x, clause->rhs[j], &seen);
        ck_open_scope(c, clause->pos, clause->end);
        SlObj *bound = bind ? bind_clause(c, s, clause, T, x) : NULL;
        ck_stmts(c, ctx, clause->list, clause->count);
        ck_close_scope(c);
        used |= bound && bound->used;
    }
    sl_vec_free(&seen);
    if (bind && !used && !c->options.keep_unused)
        ck_error(c, bind->pos, "declared and not used: %s", bind->name);
}
