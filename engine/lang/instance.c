// SPDX-License-Identifier: MIT
// Instances of named types: one pointer for each origin and list of identical arguments, found through a hash table.
// An instance is empty until somebody looks into it; then its origin's underlying type is substituted. A type declared
// inside a generic function is, without being written so, parameterised by that function's type parameters.
#include "lang/types-impl.h"

void sl_outer_params(const SlType *named) {
    SlType *type = sl_type_mutable(named);
    if (type->outer_tparam_count != 0 || type->obj == NULL || type->obj->scope == NULL)
        return;
    const SlFuncNode *func = type->obj->scope->func;
    if (func == NULL) {
        type->outer_tparam_count = -1;
        return;
    }
    while (func->outer != NULL)
        func = func->outer;
    const SlType *sig = func->sig;
    if (sig == NULL && func->obj != NULL)
        sig = func->obj->type;
    if (func->obj == NULL && sig == NULL)
        type->outer_tparam_count = -1; // a literal in a variable's declaration
    if (sig == NULL || sig->kind != SL_TYPE_SIGNATURE)
        return;
    bool of_method = sig->recv_tparam_count > 0;
    type->outer_tparams = of_method ? sig->recv_tparams : sig->tparams;
    type->outer_tparam_count = of_method ? sig->recv_tparam_count : sig->tparam_count;
    if (type->outer_tparam_count == 0)
        type->outer_tparam_count = -1;
}

static void grow(SlTypes *types) {
    int count = types->bucket_count == 0 ? 64 : types->bucket_count * 2;
    SlType **buckets = calloc((size_t)count, sizeof(SlType *));
    if (buckets == NULL)
        abort();
    for (int i = 0; i < types->bucket_count; i++) {
        for (SlType *type = types->buckets[i], *next; type != NULL; type = next) {
            next = type->next_instance;
            SlType **bucket = &buckets[type->instance_hash & (uint64_t)(count - 1)];
            type->next_instance = *bucket;
            *bucket = type;
        }
    }
    free(types->buckets);
    types->buckets = buckets;
    types->bucket_count = count;
}

// False for a type that stands on an alias still being declared: its hash will change. Instances with such an argument
// are not shared; identity compares them by their arguments.
static bool is_settled(const SlType *type) {
    type = sl_unalias(type);
    switch ((SlTypeKind)type->kind) {
    case SL_TYPE_BASIC:
        return type->basic != SL_INVALID;
    case SL_TYPE_ARRAY:
    case SL_TYPE_SLICE:
    case SL_TYPE_POINTER:
    case SL_TYPE_CHAN:
        return is_settled(type->elem);
    case SL_TYPE_MAP:
        return is_settled(type->key) && is_settled(type->elem);
    case SL_TYPE_STRUCT:
    case SL_TYPE_TUPLE:
        for (int i = 0; i < type->count; i++) {
            if (!is_settled(type->fields[i]->type))
                return false;
        }
        return true;
    case SL_TYPE_SIGNATURE:
        return is_settled(type->params) && is_settled(type->results);
    case SL_TYPE_NAMED:
        for (int i = 0; i < type->targ_count; i++) {
            if (!is_settled(type->targs[i]))
                return false;
        }
        return true;
    default:
        return true;
    }
}

static bool all_settled(const SlType **types, int count) {
    for (int i = 0; i < count; i++) {
        if (!is_settled(types[i]))
            return false;
    }
    return true;
}

// Takes a type's parts, arguments included, off what is left; arguments that double at each step (P[X, X]) soon leave
// nothing.
static void take_parts(const SlType *type, int *left) {
    type = type != NULL ? sl_unalias(type) : NULL;
    if (type == NULL || (*left)-- <= 0)
        return;
    if (type->kind == SL_TYPE_NAMED) {
        for (int i = 0; i < type->targ_count; i++)
            take_parts(type->targs[i], left);
        return;
    }
    if (type->kind == SL_TYPE_INTERFACE || type->kind == SL_TYPE_PARAM)
        return;
    take_parts(type->elem, left);
    take_parts(type->key, left);
    take_parts(type->params, left);
    take_parts(type->results, left);
    for (int i = 0; i < type->count; i++)
        take_parts(type->fields[i]->type, left);
}

// Everything below walks arguments to their ends: beyond this there is no end to wait for.
static bool is_too_large(SlTypes *types, const SlType *origin, const SlType **targs, int count) {
    enum { MOST_PARTS = 10000 };
    int left = MOST_PARTS;
    for (int i = 0; i < count; i++)
        take_parts(targs[i], &left);
    if (left > 0)
        return false;
    if (types->diags != NULL && !types->too_large)
        sl_diags_add(types->diags, origin->obj->pos, "type arguments of %s are too large", origin->obj->name);
    types->too_large = true;
    return true;
}

const SlType *sl_instance(SlTypes *types, const SlType *origin, const SlType **targs, int count,
                          const SlType **outer_targs, int outer_count) {
    if (is_too_large(types, origin, targs, count))
        return sl_invalid(types);
    SlType probe = {.kind = SL_TYPE_NAMED, .types = types, .origin = origin, .targs = targs, .targ_count = count};
    probe.outer_targs = outer_count > 0 ? outer_targs : NULL;
    uint64_t hash = sl_type_hash(&probe);
    if (types->instance_count >= types->bucket_count)
        grow(types);
    SlType **bucket = &types->buckets[hash & (uint64_t)(types->bucket_count - 1)];
    bool known = all_settled(targs, count) && all_settled(outer_targs, outer_count);
    for (SlType *type = known ? *bucket : NULL; type != NULL; type = type->next_instance) {
        if (type->instance_hash == hash && sl_type_identical(type, &probe))
            return type;
    }
    SlType *type = sl_type_new(types, SL_TYPE_NAMED);
    type->obj = origin->obj;
    type->origin = origin;
    if (count > 0)
        type->targs = sl_arena_copy(types->arena, targs, sizeof *targs * (size_t)count);
    type->targ_count = count;
    if (outer_count > 0) {
        type->outer_targs = sl_arena_copy(types->arena, outer_targs, sizeof *outer_targs * (size_t)outer_count);
    }
    if (!known)
        return type;
    type->instance_hash = hash;
    type->next_instance = *bucket;
    *bucket = type;
    types->instance_count++;
    return type;
}

const SlType *sl_instantiate_named(SlTypes *types, const SlType *origin, const SlType **targs, int count) {
    const SlType *named = sl_unalias(origin);
    assert(named->kind == SL_TYPE_NAMED && count > 0);
    named = named->origin;
    sl_outer_params(named);
    int outer = named->outer_tparam_count > 0 ? named->outer_tparam_count : 0;
    return sl_instance(types, named, targs, count, (const SlType **)named->outer_tparams, outer);
}

// The checker sets a declared type's outer form before it knows the rest.
static bool is_half_made(const SlType *under) {
    switch ((SlTypeKind)under->kind) {
    case SL_TYPE_ARRAY:
    case SL_TYPE_SLICE:
    case SL_TYPE_POINTER:
    case SL_TYPE_CHAN:
        return !sl_is_valid(under->elem);
    case SL_TYPE_MAP:
        return !sl_is_valid(under->elem) || !sl_is_valid(under->key);
    case SL_TYPE_INTERFACE:
        return under->method_count == 0 && under->embed_count == 0;
    default:
        return !sl_is_valid(under);
    }
}

const SlType *sl_instance_expand(SlType *instance) {
    SlTypes *types = instance->types;
    const SlType *origin = instance->origin;
    const SlType *under = sl_under(origin);
    if (instance->under != NULL)
        return instance->under;
    if (origin->under == NULL)
        return NULL; // too early
    if (origin->tparam_count != instance->targ_count)
        return sl_invalid(types);
    if (is_half_made(under))
        return under;
    int outer = instance->outer_targs != NULL ? origin->outer_tparam_count : 0;
    int count = origin->tparam_count + outer;
    SlType **tparams = SL_NEW_N(types->arena, SlType *, count + 1);
    const SlType **targs = SL_NEW_N(types->arena, const SlType *, count + 1);
    for (int i = 0; i < origin->tparam_count; i++) {
        tparams[i] = origin->tparams[i];
        targs[i] = instance->targs[i];
    }
    for (int i = 0; i < outer; i++) {
        tparams[origin->tparam_count + i] = origin->outer_tparams[i];
        targs[origin->tparam_count + i] = instance->outer_targs[i];
    }
    under = sl_subst(types, under, tparams, targs, count);
    if (instance->under == NULL)
        instance->under = under;
    return instance->under;
}
