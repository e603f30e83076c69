// SPDX-License-Identifier: MIT
// Underlying types, constraints and core types. Named types are resolved here when first looked into: a declared one
// by the checker's hook, an instance by substitution. While a declaration is still being resolved its underlying
// type is invalid, and nothing derived from it is kept.
#include "lang/types-impl.h"

enum { CHAIN_LIMIT = 1000 }; // of type A B; type B A; which the checker reports

static const SlType *resolve_named(const SlType *named) {
    if (named->under != NULL)
        return named->under;
    SlTypes *types = named->types;
    if (named->origin != named) {
        return sl_instance_expand(sl_type_mutable(named));
    } else if (types->resolve != NULL) {
        types->resolve(types->resolve_data, named);
    }
    return named->under;
}

const SlType *sl_under(const SlType *type) {
    assert(type != NULL);
    type = sl_unalias(type);
    SlTypes *types = type->types;
    for (int i = 0; type->kind == SL_TYPE_NAMED; i++) {
        const SlType *next = i < CHAIN_LIMIT ? sl_unalias(resolve_named(type)) : NULL;
        if (next == NULL)
            return sl_invalid(types);
        type = next;
    }
    return type->kind == SL_TYPE_PARAM ? sl_type_bound(type) : type;
}

const SlType *sl_type_bound(const SlType *param) {
    SlTypes *types = param->types;
    assert(param->kind == SL_TYPE_PARAM);
    if (param->iface != NULL && param->iface_bound == param->bound)
        return param->iface;
    const SlType *bound = sl_unalias(param->bound);
    if (bound == NULL || bound->kind == SL_TYPE_PARAM || !sl_is_valid(bound))
        return types->any;
    const SlType *under = sl_under(bound);
    if (!sl_is_valid(under))
        return types->any; // not resolved yet, or wrong
    if (under->kind != SL_TYPE_INTERFACE) {
        SlType *interface = sl_type_new(types, SL_TYPE_INTERFACE);
        interface->implicit = true;
        interface->embeds = SL_NEW_N(types->arena, const SlType *, 1);
        interface->embeds[0] = bound;
        interface->embed_pos = SL_NEW_N(types->arena, SlPos, 1);
        interface->embed_pos[0] =
            bound->kind == SL_TYPE_UNION && bound->term_count > 0 ? bound->terms[0].pos : param->obj->pos;
        interface->embed_count = 1;
        under = interface;
    }
    sl_type_mutable(param)->iface = under;
    sl_type_mutable(param)->iface_bound = param->bound;
    return under;
}

bool sl_type_each_term(const SlType *param, bool (*visit)(const SlType *type, bool tilde, void *data), void *data) {
    const SlTypeSet *set = sl_type_set(param->types, sl_under(param));
    if (!sl_set_has_terms(set))
        return false;
    for (int i = 0; i < set->term_count; i++) {
        if (!visit(set->terms[i].type, set->terms[i].tilde, data))
            return false;
    }
    return true;
}

typedef struct {
    const SlType *core;
    bool strings; // count as byte slices
    bool seen_string;
} Core;

// The one of two underlying types that stands for both: equal ones, or channels whose directions do not conflict.
static const SlType *match(const SlType *x, const SlType *y) {
    if (sl_type_identical(x, y))
        return x;
    if (x->kind != SL_TYPE_CHAN || y->kind != SL_TYPE_CHAN || !sl_type_identical(x->elem, y->elem))
        return NULL;
    if (x->dir == SL_DIR_BOTH)
        return y;
    return y->dir == SL_DIR_BOTH ? x : NULL;
}

static bool core_term(const SlType *type, bool tilde, void *data) {
    Core *core = data;
    const SlType *under = sl_under(type);
    (void)tilde;
    if (core->strings && sl_is(under, SL_IS_STRING)) {
        core->seen_string = true;
        under = sl_type_slice(type->types, type->types->byte);
    }
    core->core = core->core == NULL ? under : match(core->core, under);
    return core->core != NULL;
}

const SlType *sl_core(const SlType *type) {
    type = sl_unalias(type);
    if (type->kind != SL_TYPE_PARAM)
        return sl_under(type);
    Core core = {0};
    return sl_type_each_term(type, core_term, &core) ? core.core : NULL;
}

const SlType *sl_core_string(const SlType *type) {
    type = sl_unalias(type);
    if (type->kind != SL_TYPE_PARAM)
        return sl_under(type);
    Core core = {.strings = true};
    if (!sl_type_each_term(type, core_term, &core))
        return NULL;
    return core.seen_string ? type->types->basics[SL_STRING] : core.core;
}

const SlType *sl_deref(const SlType *type, bool *was_pointer) {
    type = sl_unalias(type);
    *was_pointer = type->kind == SL_TYPE_POINTER;
    return *was_pointer ? sl_unalias(type->elem) : type;
}
