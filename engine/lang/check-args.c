// SPDX-License-Identifier: MIT
// Arguments of a call: their number, what they tell of missing type arguments, and their assignment to parameters.
#include "lang/check.h"

typedef SL_VEC(SlObj *) Objs;

static void wrong_count(Check *c, SlExpr *call, const SlType *sig, const Operands *args, int npars) {
    for (int i = 0; i < args->count; i++)
        if (args->at[i].mode == SL_MODE_INVALID)
            return;
    SlPos pos = call->pos;
    const char *qualifier = "not enough";
    if (args->count > npars) {
        pos = args->at[npars].expr->pos;
        qualifier = "too many";
    } else if (args->count)
        pos = args->at[args->count - 1].expr->pos;
    const SlType **have = SL_NEW_N(c->arena, const SlType *, args->count + 1);
    const SlType **want = SL_NEW_N(c->arena, const SlType *, sig->params->count + 1);
    for (int i = 0; i < args->count; i++)
        have[i] = args->at[i].type;
    for (int i = 0; i < sig->params->count; i++)
        want[i] = sig->params->fields[i]->type;
    ck_error(c, pos, "%s arguments in call to %s\n\thave %s\n\twant %s", qualifier, ck_expr_text(c, call->x),
             ck_summary(c, have, args->count, false, call->dots),
             ck_summary(c, want, sig->params->count, sig->variadic, false));
}

// One parameter for each argument. False after an error.
static bool match_count(Check *c, SlExpr *call, const SlType *sig, const Operands *args, Objs *params) {
    int nargs = args->count, npars = sig->params->count;
    for (int i = 0; i < npars; i++)
        sl_vec_push(params, sig->params->fields[i]);
    if (sig->variadic) {
        if (call->dots) {
            if (call->count == 1 && nargs > 1) {
                ck_error(c, call->pos, "cannot use ... with %d-valued %s", nargs, ck_expr_text(c, call->list[0]));
                return false;
            }
        } else if (nargs >= npars - 1) {
            SlObj *last = sig->params->fields[npars - 1];
            const SlType *slice = sl_core(last->type);
            SlObj *each = sl_obj_new(c->types, SL_OBJ_VAR, last->pos, last->pkg, last->name, slice->elem);
            params->count = npars - 1;
            while (params->count < nargs)
                sl_vec_push(params, each);
            npars = nargs;
        } else
            npars--;
    } else if (call->dots) {
        ck_error(c, call->pos, "cannot use ... in call to non-variadic %s", ck_expr_text(c, call->x));
        return false;
    }
    if (nargs == npars)
        return true;
    wrong_count(c, call, sig, args, npars);
    return false;
}

static bool is_generic_arg(const Operand *x) {
    return x->mode != SL_MODE_INVALID && x->type && x->type->kind == SL_TYPE_SIGNATURE && x->type->tparam_count;
}

// Type parameters of the callee and of generic functions among the arguments, solved together.
static bool infer(Check *c, SlExpr *call, const SlType *sig, const SlType **targs, int targ_count, const Objs *params,
                  Operands *args, const SlType **solved) {
    int total = sig->tparam_count, count = args->count;
    for (int i = 0; i < count; i++)
        if (is_generic_arg(&args->at[i]))
            total += args->at[i].type->tparam_count;
    SlType **tparams = SL_NEW_N(c->arena, SlType *, total + 1);
    const SlType **all = SL_NEW_N(c->arena, const SlType *, total + 1);
    const SlType **from = SL_NEW_N(c->arena, const SlType *, count + 1);
    const SlType **to = SL_NEW_N(c->arena, const SlType *, count + 1);
    int *argument = SL_NEW_N(c->arena, int, count + 1);
    for (int i = 0; i < sig->tparam_count; i++) {
        tparams[i] = sig->tparams[i];
        all[i] = i < targ_count ? targs[i] : NULL;
    }
    int at = sig->tparam_count, pairs = 0;
    for (int i = 0; i < count; i++) {
        Operand *arg = &args->at[i];
        if (arg->mode == SL_MODE_INVALID || ck_is_nil(arg))
            continue;
        to[pairs] = params->at[i]->type;
        from[pairs] = arg->type;
        argument[pairs] = i;
        if (is_generic_arg(arg)) {
            const SlType *fresh = sl_signature_fresh(c->types, arg->type);
            for (int j = 0; j < fresh->tparam_count; j++)
                tparams[at++] = fresh->tparams[j];
            from[pairs] = fresh;
        }
        pairs++;
    }
    SlInference inference = {.tparams = tparams,
                             .targs = all,
                             .count = total,
                             .params = to,
                             .args = from,
                             .pair_count = pairs,
                             .callee_count = sig->tparam_count};
    if (!sl_infer(c->types, &inference)) {
        for (int i = 0; i < count; i++)
            if (args->at[i].mode == SL_MODE_INVALID)
                return false;
        const char *callee = ck_expr_text(c, call->x);
        if (inference.failed < 0 && inference.argument >= 0) {
            const Operand *arg = &args->at[argument[inference.argument]];
            ck_error(c, arg->expr->pos, "in call to %s, type %s of %s %s", callee, ck_type_text(c, arg->type),
                     ck_expr_text(c, arg->expr), inference.reason);
        } else
            ck_error(c, call->op_pos ? call->op_pos : call->pos, "in call to %s, %s", callee, inference.reason);
        return false;
    }
    memcpy(solved, all, sizeof *solved * (size_t)sig->tparam_count);
    at = sig->tparam_count;
    for (int i = 0; i < count; i++) {
        Operand *arg = &args->at[i];
        if (!is_generic_arg(arg))
            continue;
        int n = arg->type->tparam_count;
        ck_instantiate(c, arg, arg->expr, all + at, n, arg->expr->pos, NULL, 0);
        at += n;
    }
    return true;
}

// Checks the arguments; gives the signature that is called (instantiated), or null when that could not be found.
const SlType *ck_arguments(Check *c, SlExpr *call, const SlType *sig, const SlType **targs, int targ_count,
                           SlExpr **targ_exprs, Operands *args) {
    Objs params = {0};
    if (!match_count(c, call, sig, args, &params)) {
        sl_vec_free(&params);
        return NULL;
    }
    if (sig->tparam_count) {
        const SlType **solved = SL_NEW_N(c->arena, const SlType *, sig->tparam_count + 1);
        if (!infer(c, call, sig, targs, targ_count, &params, args, solved)) {
            sl_vec_free(&params);
            return NULL;
        }
        Operand callee = {.mode = SL_MODE_VALUE, .type = sig, .expr = call->x};
        ck_instantiate(c, &callee, call->x, solved, sig->tparam_count, call->op_pos ? call->op_pos : call->pos,
                       targ_exprs, targ_count);
        sig = callee.type;
        params.count = 0;
        match_count(c, call, sig, args, &params);
    }
    const char *context = NULL;
    for (int i = 0; i < args->count; i++) {
        Operand *arg = &args->at[i];
        const SlType *type = params.at[i]->type;
        if (is_generic_arg(arg))
            ck_func_inst(c, type, arg->expr->pos, arg, NULL, true);
        if (!context)
            context = ck_print(c, "argument to %s", ck_expr_text(c, call->x));
        ck_assignment(c, arg, type, context);
    }
    sl_vec_free(&params);
    return sig;
}
