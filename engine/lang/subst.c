// SPDX-License-Identifier: MIT
// Substitution of type arguments for type parameters. What mentions none of them comes back as the same pointer.
// Named types become instances that are expanded later, so recursive types end here.
#include "lang/types-impl.h"

typedef struct {
    SlTypes *types;
    SlType **tparams;
    const SlType **targs; // entries may be null: not replaced
    int count;
} Subst;

static const SlType *apply(const Subst *subst, const SlType *type);

static SlType *copy_of(const Subst *subst, const SlType *type) {
    SlType *copy = sl_type_new(subst->types, (SlTypeKind)type->kind);
    uint32_t id = copy->id;
    *copy = *type;
    copy->id = id;
    copy->code = NULL;
    copy->set = NULL;
    copy->busy = false;
    copy->size = -1;
    copy->align = 0;
    return copy;
}

static SlObj *copy_var(const Subst *subst, SlObj *var, const SlType *type) {
    SlObj *copy = sl_arena_copy(subst->types->arena, var, sizeof *var);
    copy->type = type;
    copy->origin = var->origin != NULL ? var->origin : var;
    copy->code = NULL;
    return copy;
}

// Null when nothing changes.
static SlObj **apply_vars(const Subst *subst, SlObj **vars, int count) {
    SlObj **out = NULL;
    for (int i = 0; i < count; i++) {
        if (vars[i]->type == NULL)
            continue;
        const SlType *type = apply(subst, vars[i]->type);
        if (type == vars[i]->type)
            continue;
        if (out == NULL)
            out = sl_arena_copy(subst->types->arena, vars, sizeof *vars * (size_t)count);
        out[i] = copy_var(subst, vars[i], type);
    }
    return out;
}

static const SlType **apply_list(const Subst *subst, const SlType **list, int count) {
    const SlType **out = NULL;
    for (int i = 0; i < count; i++) {
        const SlType *type = apply(subst, list[i]);
        if (type == list[i])
            continue;
        if (out == NULL)
            out = sl_arena_copy(subst->types->arena, list, sizeof *list * (size_t)count);
        out[i] = type;
    }
    return out;
}

static const SlType *apply_fields(const Subst *subst, const SlType *type) {
    SlObj **fields = apply_vars(subst, type->fields, type->count);
    if (fields == NULL)
        return type;
    SlType *copy = copy_of(subst, type);
    copy->fields = fields;
    return copy;
}

static const SlType *apply_signature(const Subst *subst, const SlType *type) {
    const SlType *params = apply(subst, type->params), *results = apply(subst, type->results);
    const SlType *recv = type->recv != NULL ? type->recv->type : NULL;
    if (recv != NULL) {
        // An interface literal is its methods' receiver: only named ones are replaced, lest it never ends.
        bool pointer;
        const SlType *base = sl_deref(recv, &pointer);
        if (base->kind == SL_TYPE_NAMED &&
            (type->recv_tparam_count > 0 || params != type->params || results != type->results)) {
            recv = apply(subst, recv);
        }
    }
    bool same_recv = type->recv == NULL || recv == type->recv->type;
    if (params == type->params && results == type->results && same_recv)
        return type;
    SlType *copy = copy_of(subst, type);
    copy->params = params;
    copy->results = results;
    if (!same_recv)
        copy->recv = copy_var(subst, type->recv, recv);
    return copy;
}

static const SlType *apply_interface(const Subst *subst, const SlType *type) {
    SlObj **methods = NULL;
    for (int i = 0; i < type->method_count; i++) {
        SlObj *method = type->methods[i];
        const SlType *sig = sl_method_declared(subst->types, method);
        const SlType *out = sig != NULL ? apply(subst, sig) : NULL;
        if (out == sig)
            continue;
        if (methods == NULL) {
            methods = sl_arena_copy(subst->types->arena, type->methods, sizeof *methods * (size_t)type->method_count);
        }
        methods[i] = copy_var(subst, method, out);
    }
    const SlType **embeds = apply_list(subst, type->embeds, type->embed_count);
    if (methods == NULL && embeds == NULL)
        return type;
    SlType *copy = copy_of(subst, type);
    if (methods != NULL)
        copy->methods = methods;
    if (embeds != NULL)
        copy->embeds = embeds;
    copy->quiet = true;
    return copy;
}

static const SlType *apply_union(const Subst *subst, const SlType *type) {
    SlTerm *terms = NULL;
    for (int i = 0; i < type->term_count; i++) {
        const SlType *term = apply(subst, type->terms[i].type);
        if (term == type->terms[i].type)
            continue;
        if (terms == NULL) {
            terms = sl_arena_copy(subst->types->arena, type->terms, sizeof *terms * (size_t)type->term_count);
        }
        terms[i].type = term;
    }
    if (terms == NULL)
        return type;
    SlType *copy = copy_of(subst, type);
    copy->terms = terms;
    copy->reported = true;
    return copy;
}

static const SlType *apply_named(const Subst *subst, const SlType *type) {
    const SlType *origin = type->origin;
    sl_outer_params(origin);
    const SlType **targs = apply_list(subst, type->targs, type->targ_count), **outer_targs = NULL;
    int outer = origin->outer_tparam_count;
    const SlType **outer_now = type->outer_targs;
    if (outer > 0) {
        if (outer_now == NULL)
            outer_now = (const SlType **)origin->outer_tparams;
        outer_targs = apply_list(subst, outer_now, outer);
    }
    if (targs == NULL && outer_targs == NULL)
        return type;
    return sl_instance(subst->types, origin, targs != NULL ? targs : type->targs, type->targ_count,
                       outer_targs != NULL ? outer_targs : outer_now, outer > 0 ? outer : 0);
}

static const SlType *apply_elem(const Subst *subst, const SlType *type) {
    const SlType *elem = apply(subst, type->elem);
    const SlType *key = type->key != NULL ? apply(subst, type->key) : NULL;
    if (elem == type->elem && key == type->key)
        return type;
    SlType *copy = copy_of(subst, type);
    copy->elem = elem;
    copy->key = key;
    return copy;
}

static const SlType *apply(const Subst *subst, const SlType *type) {
    switch ((SlTypeKind)type->kind) {
    case SL_TYPE_BASIC:
        return type;
    case SL_TYPE_ALIAS: {
        const SlType *elem = type->elem != NULL ? apply(subst, type->elem) : NULL;
        return elem == type->elem ? type : elem;
    }
    case SL_TYPE_ARRAY:
    case SL_TYPE_SLICE:
    case SL_TYPE_POINTER:
    case SL_TYPE_MAP:
    case SL_TYPE_CHAN:
        return apply_elem(subst, type);
    case SL_TYPE_STRUCT:
    case SL_TYPE_TUPLE:
        return apply_fields(subst, type);
    case SL_TYPE_SIGNATURE:
        return apply_signature(subst, type);
    case SL_TYPE_INTERFACE:
        return apply_interface(subst, type);
    case SL_TYPE_UNION:
        return apply_union(subst, type);
    case SL_TYPE_NAMED:
        return apply_named(subst, type);
    case SL_TYPE_PARAM:
        for (int i = 0; i < subst->count; i++) {
            if (subst->tparams[i] == type)
                return subst->targs[i] != NULL ? subst->targs[i] : type;
        }
        return type;
    }
    return type;
}

const SlType *sl_subst(SlTypes *types, const SlType *type, SlType **tparams, const SlType **targs, int count) {
    if (count == 0 || type == NULL)
        return type;
    return apply(&(Subst){types, tparams, targs, count}, type);
}

const SlType *sl_instantiate_signature(SlTypes *types, const SlType *sig, const SlType **targs, int count) {
    assert(sig->kind == SL_TYPE_SIGNATURE);
    if (count > sig->tparam_count)
        count = sig->tparam_count;
    Subst subst = {types, sig->tparams, targs, count};
    SlType *copy = copy_of(&subst, sig);
    copy->tparams = NULL;
    copy->tparam_count = 0;
    copy->params = apply(&subst, sig->params);
    copy->results = apply(&subst, sig->results);
    return copy;
}

const SlType *sl_signature_fresh(SlTypes *types, const SlType *sig) {
    int count = sig->tparam_count;
    SlType **fresh = SL_NEW_N(types->arena, SlType *, count + 1);
    for (int i = 0; i < count; i++) {
        fresh[i] = sl_type_new(types, SL_TYPE_PARAM);
        fresh[i]->index = sig->tparams[i]->index;
        fresh[i]->obj = sl_arena_copy(types->arena, sig->tparams[i]->obj, sizeof *sig->tparams[i]->obj);
        fresh[i]->obj->type = fresh[i];
    }
    for (int i = 0; i < count; i++) {
        const SlType *bound = sig->tparams[i]->bound;
        fresh[i]->bound = sl_subst(types, bound, sig->tparams, (const SlType **)fresh, count);
    }
    SlType *copy = sl_type_mutable(sl_instantiate_signature(types, sig, (const SlType **)fresh, count));
    copy->tparams = fresh;
    copy->tparam_count = count;
    return copy;
}
