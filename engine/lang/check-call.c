// SPDX-License-Identifier: MIT
// Calls: conversions, built-ins, functions; explicit instantiation of generic functions.
#include "lang/check.h"

// Evaluates type arguments; null after an error.
static const SlType **type_list(Check *c, SlExpr **list, int count) {
    const SlType **types = SL_NEW_N(c->arena, const SlType *, count + 1);
    bool valid = true;
    for (int i = 0; i < count; i++) {
        types[i] = ck_var_type(c, list[i]);
        valid &= ck_valid(types[i]);
    }
    return valid ? types : NULL;
}

static void late_verify(Check *c, Action *a) {
    const char *reason = NULL;
    const SlType *sig = a->type;
    const SlType **targs = (const SlType **)a->exprs; // see ck_instantiate
    int bad = sl_verify_instance(c->types, sig->tparams, targs, sig->tparam_count, &reason);
    if (bad >= 0) {
        SlExpr **given = (SlExpr **)a->other;
        ck_error(c, bad < a->number ? given[bad]->pos : a->pos, "%s", reason);
        return;
    }
    ck_note_instance(c, a->pos, sig->tparams, targs, sig->tparam_count);
}

// Replaces the generic function x by its instance and records the type arguments on the expression that names it.
void ck_instantiate(Check *c, Operand *x, SlExpr *naming, const SlType **targs, int count, SlPos pos,
                    SlExpr **targ_exprs, int targ_expr_count) {
    const SlType *sig = x->type;
    const SlType **kept = SL_NEW_N(c->arena, const SlType *, count + 1);
    memcpy(kept, targs, sizeof *kept * (size_t)count);
    x->type = sl_instantiate_signature(c->types, sig, kept, count);
    x->mode = SL_MODE_VALUE;
    Action *verify = ck_later(c, late_verify);
    verify->type = sig;
    verify->exprs = (SlExpr **)kept;
    verify->other = (const SlType *)targ_exprs;
    verify->number = targ_expr_count;
    verify->pos = pos;
    for (SlExpr *e = naming; e; e = e->x) {
        e->mode = SL_MODE_VALUE;
        e->type = x->type;
        if (e->kind == SL_EXPR_PAREN)
            continue;
        e->targs = kept;
        e->targ_count = count;
        return;
    }
}

// The target of an assignment says what the type arguments are.
static bool infer_from_target(Check *c, const SlType *target, Operand *x, const SlType **targs, int want,
                              bool partial) {
    const SlType *sig = x->type;
    if (!ck_version(c, x->expr->pos, 21, "%s instantiated function in assignment",
                    partial ? "partially" : "implicitly"))
        return false;
    SlType *bare = sl_type_new(c->types, SL_TYPE_SIGNATURE);
    bare->params = sig->params;
    bare->results = sig->results;
    bare->variadic = sig->variadic;
    const SlType *params[] = {bare}, *args[] = {sl_under(target)};
    SlInference inference = {
        .tparams = sig->tparams, .targs = targs, .count = want, .params = params, .args = args, .pair_count = 1};
    if (sl_infer(c->types, &inference))
        return true;
    if (inference.failed < 0 && inference.argument >= 0)
        ck_error(c, x->expr->pos, "type %s of %s %s", ck_type_text(c, bare), ck_expr_text(c, x->expr),
                 inference.reason);
    else
        ck_error(c, x->expr->pos, "in call to %s, %s", ck_expr_text(c, x->expr), inference.reason);
    return false;
}

// A generic function as a value: f[int], or f where target tells its type arguments. e is the INDEX or null.
void ck_func_inst(Check *c, const SlType *target, SlPos pos, Operand *x, SlExpr *e, bool infer) {
    SlExpr **list = e ? e->list : NULL;
    int got = e ? e->count : 0;
    const SlType *sig = x->type;
    int want = sig->tparam_count;
    const SlType **given = NULL;
    if (e) {
        if (!ck_version(c, e->pos, 18, "function instantiation") || !(given = type_list(c, list, got))) {
            x->mode = SL_MODE_INVALID;
            return;
        }
    }
    if (got > want) {
        ck_error(c, list[want]->pos, "got %d type arguments but %s has %d type parameters", got,
                 ck_expr_text(c, x->expr), want);
        x->mode = SL_MODE_INVALID;
        return;
    }
    const SlType **targs = SL_NEW_N(c->arena, const SlType *, want + 1);
    for (int i = 0; i < got; i++)
        targs[i] = given[i];
    SlExpr *naming = e ? e : x->expr;
    Operand shown = *x;
    if (got < want) {
        bool ok;
        if (target && ck_is_kind(target, SL_TYPE_SIGNATURE))
            ok = infer_from_target(c, target, x, targs, want, got > 0);
        else if (infer) {
            SlInference inference = {.tparams = sig->tparams, .targs = targs, .count = want};
            ok = sl_infer(c->types, &inference);
            if (!ok) {
                shown.expr = naming;
                ck_error(c, pos, "cannot use generic function %s without instantiation", ck_expr_text(c, shown.expr));
            }
        } else
            ok = false;
        if (!ok) {
            x->mode = SL_MODE_INVALID;
            return;
        }
    }
    ck_instantiate(c, x, naming, targs, want, pos, list, got);
}

int ck_generic_list(Check *c, SlExpr **list, int count, Operands *out) {
    for (int i = 0; i < count; i++) {
        Operand x;
        ck_raw(c, NULL, &x, list[i], NULL, true);
        ck_exclude(c, &x, 1u << SL_MODE_NO_VALUE | 1u << SL_MODE_BUILTIN | 1u << SL_MODE_TYPE);
        bool tuple = x.mode != SL_MODE_INVALID && x.type && x.type->kind == SL_TYPE_TUPLE;
        if (tuple && count == 1) {
            for (int j = 0; j < x.type->count; j++)
                sl_vec_push(out, (Operand){.mode = SL_MODE_VALUE, .expr = list[i], .type = x.type->fields[j]->type});
            continue;
        }
        if (tuple)
            ck_single(c, &x);
        sl_vec_push(out, x);
    }
    return out->count;
}

static ExprKind conversion(Check *c, Operand *x, SlExpr *e) {
    const SlType *T = x->type;
    e->call_kind = SL_CALL_CONVERSION;
    x->mode = SL_MODE_INVALID;
    if (sl_is_generic(T)) {
        ck_error(c, e->x->pos, "cannot use generic type %s without instantiation", ck_expr_text(c, e->x));
        ck_use(c, e->list, e->count);
        return CK_CONVERSION;
    }
    if (e->count == 0) {
        ck_error(c, e->pos, "missing argument in conversion to %s", ck_type_text(c, T));
        return CK_CONVERSION;
    }
    if (e->count > 1) {
        ck_use(c, e->list, e->count);
        ck_error(c, e->list[e->count - 1]->pos, "too many arguments in conversion to %s", ck_type_text(c, T));
        return CK_CONVERSION;
    }
    ck_expr(c, T, x, e->list[0]);
    if (x->mode == SL_MODE_INVALID)
        return CK_CONVERSION;
    if (sl_is_interface(T)) {
        const SlTypeSet *set = sl_type_set(c->types, sl_under(T));
        if (!set->all_types || set->comparable) {
            ck_error(c, e->pos,
                     "cannot use interface %s in conversion (contains specific type constraints or is comparable)",
                     ck_type_text(c, T));
            x->mode = SL_MODE_INVALID;
            return CK_CONVERSION;
        }
    }
    if (e->dots) {
        ck_error(c, e->list[0]->pos, "invalid use of ... in conversion to %s", ck_type_text(c, T));
        x->mode = SL_MODE_INVALID;
        return CK_CONVERSION;
    }
    ck_conversion(c, x, T);
    return CK_CONVERSION;
}

static ExprKind builtin_kind(SlBuiltin id) {
    switch (id) {
    case SL_BUILTIN_clear:
    case SL_BUILTIN_close:
    case SL_BUILTIN_copy:
    case SL_BUILTIN_delete:
    case SL_BUILTIN_panic:
    case SL_BUILTIN_print:
    case SL_BUILTIN_println:
    case SL_BUILTIN_recover:
        return CK_STATEMENT;
    default:
        return CK_EXPRESSION;
    }
}

static ExprKind builtin_call(Check *c, Operand *x, SlExpr *e) {
    SlBuiltin id = x->builtin;
    const SlExpr *name = sl_unparen(e->x);
    e->call_kind = SL_CALL_BUILTIN;
    e->obj = name->obj;
    if (!ck_builtin(c, x, e, id))
        x->mode = SL_MODE_INVALID;
    if (x->mode != SL_MODE_INVALID && x->mode != SL_MODE_CONST)
        c->env.call_or_receive = true;
    return builtin_kind(id);
}

// Large values that a call takes and gives stay on the stack.
static void add_call_frame(Check *c, const SlType *values) {
    enum { LARGE = 10 << 20 };
    for (int i = 0; i < values->count; i++) {
        const SlType *type = values->fields[i]->type;
        if (!ck_is_kind(type, SL_TYPE_ARRAY) && !ck_is_kind(type, SL_TYPE_STRUCT))
            continue;
        if (!sl_has_type_params(type) && sl_type_size(type) > LARGE)
            ck_add_frame(c, type, 1);
    }
}

static void results_of(Operand *x, const SlType *sig) {
    const SlType *results = sig->results;
    x->mode = results->count ? SL_MODE_VALUE : SL_MODE_NO_VALUE;
    x->type = results->count == 1 ? results->fields[0]->type : results;
}

static ExprKind fail(Check *c, Operand *x, SlExpr *e) {
    ck_use(c, e->list, e->count);
    x->mode = SL_MODE_INVALID;
    return CK_STATEMENT;
}

static ExprKind function_call(Check *c, Operand *x, SlExpr *e, SlExpr *index) {
    const SlType *sig = ck_is_nil(x) ? NULL : sl_core(x->type);
    e->call_kind = SL_CALL_FUNC;
    if (!sig || sig->kind != SL_TYPE_SIGNATURE) {
        ck_error(c, x->expr->pos, "invalid operation: cannot call non-function %s", ck_operand_text(c, x));
        return fail(c, x, e);
    }
    const SlType **targs = NULL;
    SlExpr **list = NULL;
    int got = 0, want = sig->tparam_count;
    if (index) {
        list = index->list;
        got = index->count;
        if (!ck_version(c, index->pos, 18, "function instantiation") || !(targs = type_list(c, list, got)))
            return fail(c, x, e);
        if (got > want) {
            ck_error(c, list[want]->pos, "got %d type arguments but %s has %d type parameters", got,
                     ck_expr_text(c, index->x), want);
            return fail(c, x, e);
        }
        if (got == want) {
            ck_instantiate(c, x, index, targs, got, index->pos, list, got);
            sig = x->type;
            targs = NULL;
            got = 0;
        }
    } else if (want && !ck_version(c, e->pos, 18, "implicit function instantiation"))
        return fail(c, x, e);
    Operands args = {0};
    ck_generic_list(c, e->list, e->count, &args);
    const SlType *instance = ck_arguments(c, e, sig, targs, got, list, &args);
    sl_vec_free(&args);
    c->env.call_or_receive = true;
    if (!instance) {
        results_of(x, sig);
        if (sig->tparam_count && x->mode == SL_MODE_VALUE && sl_has_type_params(x->type))
            x->mode = SL_MODE_INVALID;
        return CK_STATEMENT;
    }
    results_of(x, instance);
    add_call_frame(c, instance->params);
    add_call_frame(c, instance->results);
    return CK_STATEMENT;
}

ExprKind ck_call(Check *c, Operand *x, SlExpr *e) {
    SlExpr *index = NULL;
    if (e->x->kind == SL_EXPR_INDEX) {
        x->mode = SL_MODE_INVALID;
        x->type = ck_invalid(c);
        x->value = NULL;
        if (ck_index_expr(c, x, e->x))
            index = e->x;
        x->expr = e->x;
        ck_record(c, x);
    } else
        ck_expr_or_type(c, x, e->x, true);
    switch (x->mode) {
    case SL_MODE_INVALID:
        return fail(c, x, e);
    case SL_MODE_TYPE:
        return conversion(c, x, e);
    case SL_MODE_BUILTIN:
        return builtin_call(c, x, e);
    default:
        return function_call(c, x, e, index);
    }
}
