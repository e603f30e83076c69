// SPDX-License-Identifier: MIT
// Signatures: type parameters, receivers, parameters, results. The variables in the signature are the function's own
// variables; those with names are declared in its scope.
#include "lang/check.h"

typedef SL_VEC(SlObj *) Objs;

static SlType *new_type_param(Check *c, SlExpr *ident, int index) {
    SlType *param = sl_type_new(c->types, SL_TYPE_PARAM);
    SlObj *obj = sl_obj_new(c->types, SL_OBJ_TYPE, ident->pos, c->pkg, ident->name, param);
    obj->color = CK_BLACK;
    obj->func = c->env.func;
    param->obj = obj;
    param->index = index;
    param->bound = sl_type_any(c->types);
    ident->obj = obj;
    ident->mode = SL_MODE_TYPE;
    ident->type = param;
    ck_declare(c, c->env.scope, ident, obj);
    return param;
}

static const SlType *constraint(Check *c, SlExpr *e) {
    bool wrap =
        (e->kind == SL_EXPR_UNARY && e->op == SL_TOKEN_TILDE) || (e->kind == SL_EXPR_BINARY && e->op == SL_TOKEN_OR);
    if (!wrap) {
        const SlType *type = ck_type(c, e);
        if (sl_is_type_param(type)) {
            ck_error(c, e->pos, "cannot use a type parameter as constraint");
            return ck_invalid(c);
        }
        return type;
    }
    SlType *interface = sl_type_new(c->types, SL_TYPE_INTERFACE);
    interface->implicit = true;
    interface->embeds = SL_NEW_N(c->arena, const SlType *, 1);
    interface->embed_pos = SL_NEW_N(c->arena, SlPos, 1);
    interface->embeds[0] = ck_union(c, e);
    interface->embed_pos[0] = e->pos;
    interface->embed_count = 1;
    return interface;
}

static void late_bound(Check *c, Action *a) {
    sl_type_set(c->types, sl_under(a->type));
}

void ck_type_params(Check *c, const SlFields *fields, SlType ***tparams, int *count) {
    int total = 0;
    for (int i = 0; i < fields->count; i++)
        total += fields->at[i].name_count;
    SlType **list = SL_NEW_N(c->arena, SlType *, total + 1);
    int at = 0;
    for (int i = 0; i < fields->count; i++)
        for (int j = 0; j < fields->at[i].name_count; j++, at++)
            list[at] = new_type_param(c, fields->at[i].names[j], at);
    *tparams = list;
    *count = total;
    bool inside = c->env.in_type_params;
    c->env.in_type_params = true;
    at = 0;
    const SlExpr *last = NULL;
    const SlType *bound = NULL;
    for (int i = 0; i < fields->count; i++) {
        SlField *field = &fields->at[i];
        if (field->type && field->type != last)
            bound = constraint(c, field->type);
        last = field->type;
        for (int j = 0; j < field->name_count; j++, at++) {
            list[at]->bound = bound ? bound : ck_invalid(c);
            ck_later(c, late_bound)->type = list[at];
        }
    }
    c->env.in_type_params = inside;
}

// T of T, *T, (T), T[P]: the IDENT or SELECTOR, and the names of type parameters.
const SlExpr *ck_receiver_base(const SlExpr *type, bool *pointer, SlExpr ***targs, int *targ_count) {
    *pointer = false;
    *targ_count = 0;
    for (;;) {
        if (type->kind == SL_EXPR_PAREN)
            type = type->x;
        else if (type->kind == SL_EXPR_STAR) {
            *pointer = true;
            type = type->x;
        } else
            break;
    }
    if (type->kind == SL_EXPR_INDEX) {
        *targs = type->list;
        *targ_count = type->count;
        type = type->x;
    }
    return type;
}

static void late_receiver(Check *c, Action *a) {
    const SlType *recv = a->type;
    if (!ck_valid(recv))
        return;
    const SlType *base = ck_deref(recv, NULL), *bare = sl_unalias(base);
    if (!ck_valid(base))
        return;
    if (bare->kind == SL_TYPE_NAMED) {
        if (bare->obj->pkg != c->pkg) {
            ck_error(c, a->pos, "cannot define new methods on non-local type %s", ck_type_text(c, base));
            return;
        }
        const SlType *under = sl_under(bare);
        const char *cause = NULL;
        if (under->kind == SL_TYPE_BASIC && under->basic == SL_UNSAFE_POINTER)
            cause = "unsafe.Pointer";
        else if (under->kind == SL_TYPE_POINTER || under->kind == SL_TYPE_INTERFACE)
            cause = "pointer or interface type";
        if (cause)
            ck_error(c, a->pos, "invalid receiver type %s (%s)", ck_type_text(c, base), cause);
    } else if (bare->kind == SL_TYPE_BASIC)
        ck_error(c, a->pos, "cannot define new methods on non-local type %s", ck_type_text(c, base));
    else
        ck_error(c, a->pos, "invalid receiver type %s", ck_type_text(c, recv));
}

// func (r G[A, B]) m(): A and B name the type parameters of G anew.
static const SlType *generic_receiver(Check *c, SlType *sig, SlExpr *type, SlExpr *base, SlExpr **targs, int count,
                                      bool pointer) {
    if (!ck_version(c, type->pos, 18, "type parameter"))
        return ck_invalid(c);
    const SlType *generic = ck_generic_type(c, base);
    SlType **params = SL_NEW_N(c->arena, SlType *, count + 1);
    for (int i = 0; i < count; i++) {
        if (targs[i]->kind != SL_EXPR_IDENT) {
            ck_error(c, targs[i]->pos, "receiver type parameter %s must be an identifier", ck_expr_text(c, targs[i]));
            generic = ck_invalid(c);
            continue;
        }
        params[i] = new_type_param(c, targs[i], i);
    }
    if (ck_valid(generic) && generic->kind == SL_TYPE_ALIAS) {
        ck_error(c, base->pos, "cannot define new methods on generic alias type %s", ck_type_text(c, generic));
        return ck_invalid(c);
    }
    if (!ck_valid(generic) || generic->kind != SL_TYPE_NAMED)
        return ck_invalid(c);
    if (count != generic->tparam_count) {
        ck_error(c, base->pos, "receiver declares %d type parameters, but receiver base type declares %d", count,
                 generic->tparam_count);
        return ck_invalid(c);
    }
    for (int i = 0; i < count; i++) {
        const SlType *bound = generic->tparams[i]->bound;
        params[i]->bound = sl_subst(c->types, bound, generic->tparams, (const SlType **)params, count);
    }
    ck_note_instance(c, type->pos, params, (const SlType **)generic->tparams, count);
    sig->recv_tparams = params;
    sig->recv_tparam_count = count;
    const SlType *recv = sl_instantiate_named(c->types, generic, (const SlType **)params, count);
    SlExpr *index = (SlExpr *)sl_unparen(type);
    while (index->kind == SL_EXPR_STAR || index->kind == SL_EXPR_PAREN)
        index = index->x;
    index->mode = SL_MODE_TYPE;
    index->type = recv;
    return pointer ? sl_type_pointer(c->types, recv) : recv;
}

static SlObj *receiver(Check *c, SlType *sig, SlFuncNode *func) {
    SlField *field = func->recv;
    bool pointer;
    SlExpr **targs = NULL;
    int count;
    SlExpr *base = (SlExpr *)ck_receiver_base(field->type, &pointer, &targs, &count);
    const SlType *type;
    if (count)
        type = generic_receiver(c, sig, field->type, base, targs, count, pointer);
    else {
        type = ck_var_type(c, field->type);
        const SlType *bare = ck_valid(type) ? sl_unalias(ck_deref(type, NULL)) : NULL;
        if (bare && bare->kind == SL_TYPE_NAMED && bare->targ_count) {
            ck_error(c, base->pos, "cannot define new methods on instantiated type %s", ck_type_text(c, bare));
            type = ck_invalid(c);
        }
    }
    field->type->mode = ck_valid(type) ? SL_MODE_TYPE : SL_MODE_INVALID;
    field->type->type = type;
    SlExpr *name = field->name_count ? field->names[0] : NULL;
    SlObj *recv = ck_new_var(c, name ? name->pos : field->type->pos, name ? name->name : "", type);
    recv->is_param = true;
    recv->func = func;
    Action *later = ck_later(c, late_receiver);
    later->type = type;
    later->pos = base->pos;
    return recv;
}

static void add_params(Check *c, const SlFields *fields, SlFuncNode *func, bool results, Objs *out, bool *variadic) {
    for (int i = 0; i < fields->count; i++) {
        SlField *field = &fields->at[i];
        SlExpr *e = field->type;
        bool dots = e->kind == SL_EXPR_ELLIPSIS;
        bool last = i == fields->count - 1 && field->name_count <= 1;
        if (dots && (results || !last)) {
            ck_error(c, e->pos, "can only use ... with final parameter in list");
            dots = false;
            if (e->x)
                e = e->x;
        }
        const SlType *type = ck_var_type(c, dots && e->x ? e->x : e);
        if (dots) {
            *variadic = true;
            type = sl_type_slice(c->types, type);
            e->mode = SL_MODE_TYPE;
            e->type = type;
        }
        int count = field->name_count ? field->name_count : 1;
        for (int j = 0; j < count; j++) {
            SlExpr *name = field->name_count ? field->names[j] : NULL;
            SlObj *obj = ck_new_var(c, name ? name->pos : e->pos, name ? name->name : "", type);
            obj->is_param = !results;
            obj->is_result = results;
            obj->func = func;
            if (name)
                name->obj = obj;
            sl_vec_push(out, obj);
        }
    }
}

static void declare_params(Check *c, const Objs *list) {
    for (int i = 0; i < list->count; i++)
        if (*list->at[i]->name)
            ck_declare(c, c->env.scope, NULL, list->at[i]);
}

// Of a FUNC_TYPE; func is the function that it belongs to, or null.
const SlType *ck_signature(Check *c, SlExpr *e, SlFuncNode *func) {
    SlType *sig = sl_type_new(c->types, SL_TYPE_SIGNATURE);
    sig->params = sig->results = sl_type_tuple(c->types, NULL, 0);
    if (func && func->obj)
        func->obj->type = sig;
    ck_open_scope(c, e->pos, func ? func->end : e->end);
    SlScope *scope = c->env.scope;
    scope->is_func = true;
    scope->func = func;
    SlObj *recv = NULL;
    if (func && func->recv)
        recv = receiver(c, sig, func);
    if (e->tparams.count) {
        if (!func || !func->obj || func->obj->name != c->init_name)
            ck_version(c, e->tparams.at[0].pos, 18, "type parameter");
        ck_type_params(c, &e->tparams, &sig->tparams, &sig->tparam_count);
    }
    Objs params = {0}, results = {0};
    bool variadic = false, ignored = false;
    add_params(c, &e->fields, func, false, &params, &variadic);
    add_params(c, &e->results, func, true, &results, &ignored);
    if (recv && *recv->name)
        ck_declare(c, scope, func->recv->names[0], recv);
    declare_params(c, &params);
    declare_params(c, &results);
    ck_close_scope(c);
    sig->recv = recv;
    sig->variadic = variadic;
    sig->params = sl_type_tuple(c->types, params.at, params.count);
    sig->results = sl_type_tuple(c->types, results.at, results.count);
    if (func) {
        func->scope = scope;
        func->sig = sig;
        func->param_count = params.count + (recv != NULL);
        func->params = SL_NEW_N(c->arena, SlObj *, func->param_count + 1);
        if (recv)
            func->params[0] = recv;
        for (int i = 0; i < params.count; i++)
            func->params[i + (recv != NULL)] = params.at[i];
        func->result_count = results.count;
        func->result_vars = SL_NEW_N(c->arena, SlObj *, results.count + 1);
        for (int i = 0; i < results.count; i++)
            func->result_vars[i] = results.at[i];
    }
    sl_vec_free(&params);
    sl_vec_free(&results);
    e->mode = SL_MODE_TYPE;
    e->type = sig;
    return sig;
}
