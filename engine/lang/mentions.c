// SPDX-License-Identifier: MIT
// Whether a type mentions type parameters. A type declared inside a generic function mentions those of the function.
#include "lang/types-impl.h"

typedef struct {
    SlType **tparams; // null: any
    int count;
} Wanted;

static bool mentions(const Wanted *wanted, const SlType *type);

static bool is_wanted(const Wanted *wanted, const SlType *param) {
    if (wanted->tparams == NULL)
        return true;
    for (int i = 0; i < wanted->count; i++) {
        if (wanted->tparams[i] == param)
            return true;
    }
    return false;
}

static bool in_list(const Wanted *wanted, const SlType **types, int count) {
    for (int i = 0; i < count; i++) {
        if (types[i] != NULL && mentions(wanted, types[i]))
            return true;
    }
    return false;
}

static bool in_vars(const Wanted *wanted, SlObj **vars, int count) {
    for (int i = 0; i < count; i++) {
        if (vars[i]->type != NULL && mentions(wanted, vars[i]->type))
            return true;
    }
    return false;
}

static bool in_named(const Wanted *wanted, const SlType *type) {
    if (in_list(wanted, type->targs, type->targ_count))
        return true;
    const SlType *origin = type->origin;
    sl_outer_params(origin);
    if (origin->outer_tparam_count <= 0)
        return false;
    const SlType **outer = type->outer_targs != NULL ? type->outer_targs : (const SlType **)origin->outer_tparams;
    return in_list(wanted, outer, origin->outer_tparam_count);
}

static bool in_interface(const Wanted *wanted, const SlType *type) {
    if (in_list(wanted, type->embeds, type->embed_count))
        return true;
    for (int i = 0; i < type->method_count; i++) {
        const SlType *sig = sl_method_declared(type->types, type->methods[i]);
        if (sig != NULL && mentions(wanted, sig))
            return true;
    }
    return false;
}

static bool mentions(const Wanted *wanted, const SlType *type) {
    type = sl_unalias(type);
    switch ((SlTypeKind)type->kind) {
    case SL_TYPE_ARRAY:
    case SL_TYPE_SLICE:
    case SL_TYPE_POINTER:
    case SL_TYPE_CHAN:
        return mentions(wanted, type->elem);
    case SL_TYPE_MAP:
        return mentions(wanted, type->key) || mentions(wanted, type->elem);
    case SL_TYPE_STRUCT:
    case SL_TYPE_TUPLE:
        return in_vars(wanted, type->fields, type->count);
    case SL_TYPE_SIGNATURE:
        return mentions(wanted, type->params) || mentions(wanted, type->results);
    case SL_TYPE_INTERFACE:
        return in_interface(wanted, type);
    case SL_TYPE_UNION:
        for (int i = 0; i < type->term_count; i++) {
            if (mentions(wanted, type->terms[i].type))
                return true;
        }
        return false;
    case SL_TYPE_NAMED:
        return in_named(wanted, type);
    case SL_TYPE_PARAM:
        return is_wanted(wanted, type);
    case SL_TYPE_BASIC:
    case SL_TYPE_ALIAS:
        return false;
    }
    return false;
}

bool sl_mentions(const SlType *type, SlType **tparams, int count) {
    return mentions(&(Wanted){tparams, count}, type);
}

bool sl_has_type_params(const SlType *type) {
    return mentions(&(Wanted){0}, type);
}
