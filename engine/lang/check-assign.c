// SPDX-License-Identifier: MIT
// Assignments and initialisations: whether a value may become another type's, and the matching of both sides.
#include "lang/check.h"

typedef struct {
    Check *c;
    Operand *x;
} EachTerm;

static bool takes_untyped(const SlType *type, bool tilde, void *data) {
    (void)tilde;
    EachTerm *each = data;
    const SlType *result;
    const SlConst *value;
    return ck_implicit(each->c, each->x, type, &result, &value) == CK_FITS;
}

bool ck_assignable(Check *c, Operand *x, const SlType *T, const char **cause) {
    if (x->mode == SL_MODE_INVALID || !ck_valid(x->type) || !ck_valid(T))
        return true;
    if (sl_is_untyped(x->type)) {
        if (ck_is_nil(x))
            return sl_is_untyped(T) || sl_has_nil(T);
        if (sl_is_type_param(T)) {
            EachTerm each = {c, x};
            return sl_type_each_term(sl_unalias(T), takes_untyped, &each);
        }
        const SlType *result;
        const SlConst *value;
        return ck_implicit(c, x, T, &result, &value) == CK_FITS;
    }
    return sl_assignable(c->types, x->type, T, cause);
}

// Converts an untyped x to what an assignment to T (null: the blank identifier) makes of it.
static bool settle_untyped(Check *c, Operand *x, const SlType *T, const char *context) {
    if (ck_is_nil(x)) {
        if (!T) {
            ck_error(c, x->expr->pos, "use of untyped nil in %s", context);
            return false;
        }
        if (!sl_has_nil(T)) {
            ck_error(c, x->expr->pos, "cannot use nil as %s value in %s", ck_type_text(c, T), context);
            return false;
        }
        ck_update_type(c, x->expr, T, true);
        x->type = T;
        return true;
    }
    const SlType *target = T;
    if (!T || sl_is_interface(T))
        target = sl_type_default(c->types, x->type);
    const SlType *type;
    const SlConst *value;
    Fit fit = ck_implicit(c, x, target, &type, &value);
    if (fit != CK_FITS) {
        const char *why = fit == CK_TRUNCATED ? " (truncated)" : fit == CK_OVERFLOWS ? " (overflows)" : "";
        ck_error(c, x->expr->pos, "cannot use %s as %s value in %s%s", ck_operand_text(c, x), ck_type_text(c, target),
                 context, why);
        return false;
    }
    if (value) {
        x->value = value;
        ck_update_value(x->expr, value);
    }
    if (type != x->type) {
        x->type = type;
        ck_update_type(c, x->expr, type, false);
    }
    return true;
}

void ck_assignment(Check *c, Operand *x, const SlType *T, const char *context) {
    ck_single(c, x);
    switch (x->mode) {
    case SL_MODE_INVALID:
        return;
    case SL_MODE_NO_VALUE:
    case SL_MODE_BUILTIN:
    case SL_MODE_TYPE:
        ck_error(c, x->expr->pos, "cannot assign %s to %s in %s", ck_operand_text(c, x), T ? ck_type_text(c, T) : "_",
                 context);
        x->mode = SL_MODE_INVALID;
        return;
    default:
        break;
    }
    if (sl_is_untyped(x->type) && !settle_untyped(c, x, T, context)) {
        x->mode = SL_MODE_INVALID;
        return;
    }
    if (x->type->kind == SL_TYPE_SIGNATURE && x->type->tparam_count) {
        ck_error(c, x->expr->pos, "cannot use generic function %s without instantiation in %s",
                 ck_expr_text(c, x->expr), context);
        x->mode = SL_MODE_INVALID;
        return;
    }
    if (!T)
        return;
    const char *cause = NULL;
    if (ck_is_nil(x) || ck_assignable(c, x, T, &cause))
        return;
    ck_error(c, x->expr->pos, "cannot use %s as %s value in %s%s%s", ck_operand_text(c, x), ck_type_text(c, T), context,
             cause ? ": " : "", cause ? cause : "");
    x->mode = SL_MODE_INVALID;
}

void ck_init_const(Check *c, SlObj *lhs, Operand *x) {
    if (x->mode == SL_MODE_INVALID || !ck_valid(x->type) || (lhs->type && !ck_valid(lhs->type))) {
        if (!lhs->type)
            lhs->type = ck_invalid(c);
        return;
    }
    if (x->mode != SL_MODE_CONST) {
        ck_error(c, x->expr->pos, "%s is not constant", ck_operand_text(c, x));
        if (!lhs->type)
            lhs->type = ck_invalid(c);
        return;
    }
    if (!lhs->type)
        lhs->type = x->type;
    ck_assignment(c, x, lhs->type, "constant declaration");
    if (x->mode != SL_MODE_INVALID)
        lhs->value = x->value;
}

void ck_init_var(Check *c, SlObj *lhs, Operand *x, const char *context) {
    if (x->mode == SL_MODE_INVALID || !ck_valid(x->type) || (lhs->type && !ck_valid(lhs->type))) {
        if (!lhs->type)
            lhs->type = ck_invalid(c);
        lhs->used = true;
        x->mode = SL_MODE_INVALID;
        return;
    }
    if (!lhs->type) {
        const SlType *type = x->type;
        if (ck_is_nil(x) && sl_is_untyped(type)) {
            ck_error(c, x->expr->pos, "use of untyped nil in %s", context);
            lhs->type = ck_invalid(c);
            lhs->used = true;
            x->mode = SL_MODE_INVALID;
            return;
        }
        lhs->type = sl_is_untyped(type) ? sl_type_default(c->types, type) : type;
    }
    ck_assignment(c, x, lhs->type, context);
    if (x->mode == SL_MODE_INVALID)
        lhs->used = true;
}

// Values of one expression: several for a call with several results, two for v, ok forms.
int ck_multi_list(Check *c, SlExpr *e, bool allow_comma_ok, Operands *out, bool *comma_ok) {
    Operand x;
    *comma_ok = false;
    ck_multi(c, &x, e);
    if (x.mode != SL_MODE_INVALID && x.type && x.type->kind == SL_TYPE_TUPLE) {
        for (int i = 0; i < x.type->count; i++)
            sl_vec_push(out, (Operand){.mode = SL_MODE_VALUE, .expr = e, .type = x.type->fields[i]->type});
        return out->count;
    }
    sl_vec_push(out, x);
    if (allow_comma_ok && (x.mode == SL_MODE_MAP_INDEX || x.mode == SL_MODE_COMMA_OK)) {
        sl_vec_push(out, (Operand){.mode = SL_MODE_VALUE, .expr = e, .type = ck_basic(c, SL_UNTYPED_BOOL)});
        *comma_ok = true;
    }
    return out->count;
}

static void mismatch(Check *c, SlExpr **rhs, int rhs_count, int l, int r) {
    const char *vars = ck_plural(c, l, "variable"), *values = ck_plural(c, r, "value");
    const SlExpr *first = sl_unparen(rhs[0]);
    if (rhs_count == 1 && first->kind == SL_EXPR_CALL)
        ck_error(c, rhs[0]->pos, "assignment mismatch: %s but %s returns %s", vars, ck_expr_text(c, first->x), values);
    else
        ck_error(c, rhs[0]->pos, "assignment mismatch: %s but %s", vars, values);
}

const char *ck_summary(Check *c, const SlType **types, int count, bool variadic, bool dots) {
    SlText text = {0};
    sl_text_addc(&text, '(');
    for (int i = 0; i < count; i++) {
        const SlType *type = types[i];
        if (i)
            sl_text_adds(&text, ", ");
        if (!type)
            sl_text_adds(&text, "nil");
        else if (!ck_valid(type))
            sl_text_adds(&text, "unknown type");
        else if (sl_is_untyped(type)) {
            const char *name = ck_type_text(c, type);
            sl_text_adds(&text, sl_is(type, SL_IS_NUMERIC)          ? "number"
                                : strncmp(name, "untyped ", 8) == 0 ? name + 8
                                                                    : name);
        } else if (variadic && i == count - 1 && sl_unalias(type)->kind == SL_TYPE_SLICE)
            sl_text_printf(&text, "...%s", ck_type_text(c, sl_unalias(type)->elem));
        else
            sl_text_adds(&text, ck_type_text(c, type));
    }
    sl_text_adds(&text, dots ? "...)" : ")");
    const char *copy = sl_arena_strndup(c->arena, sl_text_cstr(&text), text.length);
    sl_text_free(&text);
    return copy;
}

static void return_mismatch(Check *c, const SlStmt *stmt, SlObj **lhs, int l, const Operands *rhs) {
    SlPos pos = stmt->pos;
    const char *qualifier = "not enough";
    if (rhs->count > l) {
        pos = rhs->at[l].expr->pos;
        qualifier = "too many";
    } else if (rhs->count)
        pos = rhs->at[rhs->count - 1].expr->pos;
    const SlType **have = SL_NEW_N(c->arena, const SlType *, rhs->count + 1);
    const SlType **want = SL_NEW_N(c->arena, const SlType *, l + 1);
    for (int i = 0; i < rhs->count; i++)
        have[i] = rhs->at[i].type;
    for (int i = 0; i < l; i++)
        want[i] = lhs[i]->type;
    ck_error(c, pos, "%s return values\n\thave %s\n\twant %s", qualifier, ck_summary(c, have, rhs->count, false, false),
             ck_summary(c, want, l, false, false));
}

static bool is_call(SlExpr **rhs, int count) {
    return count == 1 && sl_unparen(rhs[0])->kind == SL_EXPR_CALL;
}

// Evaluates all; true when none is invalid.
static bool evaluate(Check *c, SlExpr **list, int count, Operands *out) {
    bool valid = true;
    for (int i = 0; i < count; i++) {
        Operand x;
        ck_expr(c, NULL, &x, list[i]);
        valid &= x.mode != SL_MODE_INVALID;
        sl_vec_push(out, x);
    }
    return valid;
}

static void give_up(Check *c, SlObj **lhs, int count) {
    for (int i = 0; i < count; i++) {
        lhs[i]->used = true;
        if (!lhs[i]->type)
            lhs[i]->type = ck_invalid(c);
    }
}

void ck_init_vars(Check *c, SlObj **lhs, int count, SlExpr **rhs, int rhs_count, SlStmt *return_stmt) {
    const char *context = return_stmt ? "return statement" : "assignment";
    Operands values = {0};
    if (count == rhs_count && !is_call(rhs, rhs_count)) {
        bool valid = true;
        for (int i = 0; i < count; i++) {
            Operand x;
            ck_expr(c, lhs[i]->type, &x, rhs[i]);
            ck_init_var(c, lhs[i], &x, context);
            valid &= x.mode != SL_MODE_INVALID;
        }
        if (!valid)
            give_up(c, lhs, count);
        return;
    }
    if (rhs_count != 1) {
        bool valid = evaluate(c, rhs, rhs_count, &values);
        if (valid && return_stmt)
            return_mismatch(c, return_stmt, lhs, count, &values);
        else if (valid)
            mismatch(c, rhs, rhs_count, count, rhs_count);
        give_up(c, lhs, count);
        sl_vec_free(&values);
        return;
    }
    bool comma_ok;
    int found = ck_multi_list(c, rhs[0], count == 2 && !return_stmt, &values, &comma_ok);
    if (found == count) {
        for (int i = 0; i < count; i++)
            ck_init_var(c, lhs[i], &values.at[i], context);
        if (comma_ok && values.at[0].mode != SL_MODE_INVALID && values.at[1].mode != SL_MODE_INVALID)
            ck_comma_ok(c, rhs[0], values.at[0].type, values.at[1].type);
    } else {
        if (values.at[0].mode != SL_MODE_INVALID) {
            if (return_stmt)
                return_mismatch(c, return_stmt, lhs, count, &values);
            else
                mismatch(c, rhs, rhs_count, count, found);
        }
        give_up(c, lhs, count);
    }
    sl_vec_free(&values);
}

// Type of a left-hand side; null for the blank identifier. *assigned is the local variable that it is, or null.
static const SlType *lhs_type(Check *c, SlExpr *lhs, SlObj **assigned) {
    const SlExpr *bare = sl_unparen(lhs);
    SlObj *var = *assigned = NULL;
    bool used = false;
    if (bare->kind == SL_EXPR_IDENT) {
        if (bare->name == c->blank)
            return NULL;
        SlObj *obj = ck_find(c, bare->name, NULL);
        if (obj && obj->kind == SL_OBJ_VAR && obj->pkg == c->pkg) {
            var = obj;
            used = obj->used;
        }
    }
    Operand x;
    ck_expr(c, NULL, &x, lhs);
    if (var)
        var->used = used;
    *assigned = var;
    if (x.mode == SL_MODE_INVALID)
        return ck_invalid(c);
    if (x.mode == SL_MODE_VARIABLE || x.mode == SL_MODE_MAP_INDEX)
        return x.type;
    if (bare->kind == SL_EXPR_SELECTOR && bare->x->mode == SL_MODE_MAP_INDEX) {
        ck_error(c, x.expr->pos, "cannot assign to struct field %s in map", ck_expr_text(c, x.expr));
        return ck_invalid(c);
    }
    ck_error(c, x.expr->pos, "cannot assign to %s (neither addressable nor a map index expression)",
             ck_expr_text(c, x.expr));
    return ck_invalid(c);
}

void ck_assign_var(Check *c, SlExpr *lhs, SlExpr *rhs, Operand *x, const char *context) {
    SlObj *var;
    const SlType *T = lhs_type(c, lhs, &var);
    if (T && !ck_valid(T)) {
        if (x)
            x->mode = SL_MODE_INVALID;
        else
            ck_use_one(c, rhs);
        return;
    }
    Operand value;
    if (!x) {
        x = &value;
        ck_expr(c, T, x, rhs);
    }
    ck_assignment(c, x, T, context);
    if (x->mode == SL_MODE_INVALID && var)
        var->used = true; // what went wrong has been told
}

void ck_assign_vars(Check *c, SlExpr **lhs, int count, SlExpr **rhs, int rhs_count) {
    if (count == rhs_count && !is_call(rhs, rhs_count)) {
        for (int i = 0; i < count; i++)
            ck_assign_var(c, lhs[i], rhs[i], NULL, "assignment");
        return;
    }
    Operands values = {0};
    if (rhs_count != 1) {
        int errors = c->diags->list.count;
        ck_use(c, lhs, count);
        bool valid = evaluate(c, rhs, rhs_count, &values);
        if (valid && c->diags->list.count == errors)
            mismatch(c, rhs, rhs_count, count, rhs_count);
        sl_vec_free(&values);
        return;
    }
    bool comma_ok;
    int found = ck_multi_list(c, rhs[0], count == 2, &values, &comma_ok);
    if (found == count) {
        for (int i = 0; i < count; i++)
            ck_assign_var(c, lhs[i], NULL, &values.at[i], "assignment");
        if (comma_ok && values.at[0].mode != SL_MODE_INVALID && values.at[1].mode != SL_MODE_INVALID)
            ck_comma_ok(c, rhs[0], values.at[0].type, values.at[1].type);
    } else {
        if (values.at[0].mode != SL_MODE_INVALID)
            mismatch(c, rhs, rhs_count, count, found);
        ck_use(c, lhs, count);
    }
    sl_vec_free(&values);
}

// The variables of lhs := rhs: new ones, and those that the scope has already.
static SlObj *define(Check *c, SlExpr *lhs, SlMap *seen, bool *is_new, bool *failed) {
    *is_new = false;
    if (lhs->kind != SL_EXPR_IDENT) {
        ck_use_lhs(c, &lhs, 1);
        ck_error(c, lhs->pos, "non-name %s on left side of :=", ck_expr_text(c, lhs));
        *failed = true;
        return NULL;
    }
    if (lhs->name != c->blank) {
        if (sl_map_get_ptr(seen, lhs->name)) {
            ck_error(c, lhs->pos, "%s repeated on left side of :=", lhs->name);
            *failed = true;
            return NULL;
        }
        sl_map_set_ptr(seen, lhs->name, lhs);
        SlObj *known = sl_scope_lookup(c->env.scope, lhs->name);
        if (known) {
            lhs->obj = known;
            if (known->kind == SL_OBJ_VAR)
                return known;
            ck_error(c, lhs->pos, "cannot assign to %s", ck_expr_text(c, lhs));
            *failed = true;
            return NULL;
        }
        *is_new = true;
    }
    SlObj *obj = ck_new_var(c, lhs->pos, lhs->name, NULL);
    obj->color = CK_BLACK;
    lhs->obj = obj;
    return obj;
}

void ck_short_var_decl(Check *c, SlPos pos, SlExpr **lhs, int count, SlExpr **rhs, int rhs_count) {
    int top = c->delayed.count, fresh = 0;
    SlObj **vars = SL_NEW_N(c->arena, SlObj *, count + 1);
    SlObj **added = SL_NEW_N(c->arena, SlObj *, count + 1);
    bool failed = false;
    SlMap seen = {0};
    for (int i = 0; i < count; i++) {
        bool is_new;
        vars[i] = define(c, lhs[i], &seen, &is_new, &failed);
        if (is_new)
            added[fresh++] = vars[i];
        if (!vars[i])
            vars[i] = ck_new_var(c, lhs[i]->pos, c->blank, NULL);
    }
    sl_map_free(&seen);
    ck_init_vars(c, vars, count, rhs, rhs_count, NULL);
    for (int i = 0; i < count; i++)
        if (lhs[i]->kind == SL_EXPR_IDENT) {
            lhs[i]->mode = SL_MODE_VARIABLE;
            lhs[i]->type = vars[i]->type;
        }
    ck_run_delayed(c, top);
    if (!fresh && !failed) {
        ck_error(c, pos, "no new variables on left side of :=");
        return;
    }
    for (int i = 0; i < fresh; i++) {
        added[i]->scope_pos = rhs_count ? rhs[rhs_count - 1]->end : pos;
        ck_declare(c, c->env.scope, NULL, added[i]);
    }
}
