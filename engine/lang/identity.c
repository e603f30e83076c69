// SPDX-License-Identifier: MIT
// Identity of types (Go specification, "Type identity") and a hash that agrees with it. Interfaces are compared by
// their type sets; a pair that is met again while it is being compared counts as identical (recursive literals).
#include "lang/types-impl.h"

typedef struct Pair {
    const SlType *a, *b;
    const struct Pair *outer;
} Pair;

typedef struct {
    bool ignore_tags;
    const Pair *pairs;
} Mode;

static bool same(Mode mode, const SlType *a, const SlType *b);

static bool same_list(Mode mode, const SlType **a, int a_count, const SlType **b, int b_count) {
    if (a_count != b_count)
        return false;
    for (int i = 0; i < a_count; i++) {
        if (!same(mode, a[i], b[i]))
            return false;
    }
    return true;
}

static bool same_tuple(Mode mode, const SlType *a, const SlType *b) {
    if (a->count != b->count)
        return false;
    for (int i = 0; i < a->count; i++) {
        if (!same(mode, a->fields[i]->type, b->fields[i]->type))
            return false;
    }
    return true;
}

static const char *tag(const SlType *type, int i) {
    return type->tags == NULL || type->tags[i] == NULL ? "" : type->tags[i];
}

static bool same_struct(Mode mode, const SlType *a, const SlType *b) {
    if (a->count != b->count)
        return false;
    for (int i = 0; i < a->count; i++) {
        const SlObj *x = a->fields[i], *y = b->fields[i];
        if (x->embedded != y->embedded || !sl_same_name(x->name, x->pkg, y->name, y->pkg))
            return false;
        if (!mode.ignore_tags && strcmp(tag(a, i), tag(b, i)) != 0)
            return false;
        if (!same(mode, x->type, y->type))
            return false;
    }
    return true;
}

static bool same_signature(Mode mode, const SlType *a, const SlType *b) {
    if (a->tparam_count != b->tparam_count || a->variadic != b->variadic)
        return false;
    const SlType *params = b->params, *results = b->results;
    if (a->tparam_count > 0) { // rename b's type parameters to a's
        const SlType **names = (const SlType **)a->tparams;
        for (int i = 0; i < a->tparam_count; i++) {
            const SlType *bound = sl_subst(a->types, sl_type_bound(b->tparams[i]), b->tparams, names, b->tparam_count);
            if (!same(mode, sl_type_bound(a->tparams[i]), bound))
                return false;
        }
        params = sl_subst(a->types, params, b->tparams, names, b->tparam_count);
        results = sl_subst(a->types, results, b->tparams, names, b->tparam_count);
    }
    return same_tuple(mode, a->params, params) && same_tuple(mode, a->results, results);
}

static bool same_interface(Mode mode, const SlType *a, const SlType *b) {
    const SlTypeSet *x = sl_type_set(a->types, a), *y = sl_type_set(a->types, b);
    if (x->comparable != y->comparable || x->method_count != y->method_count)
        return false;
    if (x->all_types != y->all_types || !sl_terms_equal(x, y))
        return false;
    for (const Pair *pair = mode.pairs; pair != NULL; pair = pair->outer) {
        if ((pair->a == a && pair->b == b) || (pair->a == b && pair->b == a))
            return true;
    }
    Pair pair = {a, b, mode.pairs};
    mode.pairs = &pair;
    for (int i = 0; i < x->method_count; i++) {
        SlObj *m = x->methods[i], *n = y->methods[i];
        if (m == n)
            continue;
        if (!sl_same_name(m->name, m->pkg, n->name, n->pkg))
            return false;
        const SlType *m_type = sl_method_declared(a->types, m), *n_type = sl_method_declared(a->types, n);
        if (m_type == NULL || n_type == NULL)
            continue;
        if (!same(mode, m_type, n_type))
            return false;
    }
    return true;
}

static bool same_union(Mode mode, const SlType *a, const SlType *b) {
    if (a->term_count != b->term_count)
        return false;
    for (int i = 0; i < a->term_count; i++) {
        if (a->terms[i].tilde != b->terms[i].tilde || !same(mode, a->terms[i].type, b->terms[i].type))
            return false;
    }
    return true;
}

static bool same_named(Mode mode, const SlType *a, const SlType *b) {
    if (a->origin != b->origin || a->origin == a || b->origin == b)
        return false;
    return same_list(mode, a->targs, a->targ_count, b->targs, b->targ_count) &&
           same_list(mode, a->outer_targs, a->outer_targs ? a->origin->outer_tparam_count : 0, b->outer_targs,
                     b->outer_targs ? b->origin->outer_tparam_count : 0);
}

static bool same(Mode mode, const SlType *a, const SlType *b) {
    a = sl_unalias(a);
    b = sl_unalias(b);
    if (a == b)
        return true;
    if (a == NULL || b == NULL || a->kind != b->kind)
        return false;
    switch ((SlTypeKind)a->kind) {
    case SL_TYPE_BASIC:
        return a->basic == b->basic;
    case SL_TYPE_ARRAY:
        return (a->length < 0 || b->length < 0 || a->length == b->length) && same(mode, a->elem, b->elem);
    case SL_TYPE_SLICE:
    case SL_TYPE_POINTER:
        return same(mode, a->elem, b->elem);
    case SL_TYPE_MAP:
        return same(mode, a->key, b->key) && same(mode, a->elem, b->elem);
    case SL_TYPE_CHAN:
        return a->dir == b->dir && same(mode, a->elem, b->elem);
    case SL_TYPE_STRUCT:
        return same_struct(mode, a, b);
    case SL_TYPE_TUPLE:
        return same_tuple(mode, a, b);
    case SL_TYPE_SIGNATURE:
        return same_signature(mode, a, b);
    case SL_TYPE_INTERFACE:
        return same_interface(mode, a, b);
    case SL_TYPE_UNION:
        return same_union(mode, a, b);
    case SL_TYPE_NAMED:
        return same_named(mode, a, b);
    case SL_TYPE_PARAM:
    case SL_TYPE_ALIAS:
        return false;
    }
    return false;
}

bool sl_type_identical(const SlType *a, const SlType *b) {
    return same((Mode){0}, a, b);
}

bool sl_type_identical_ignore_tags(const SlType *a, const SlType *b) {
    return same((Mode){.ignore_tags = true}, a, b);
}

static uint64_t mix(uint64_t hash, uint64_t value) {
    hash = (hash ^ value) * 0x9e3779b97f4a7c15u;
    return hash ^ (hash >> 29);
}

static uint64_t hash_tuple(uint64_t hash, const SlType *tuple) {
    hash = mix(hash, (uint64_t)tuple->count);
    for (int i = 0; i < tuple->count; i++)
        hash = mix(hash, sl_type_hash(tuple->fields[i]->type));
    return hash;
}

static uint64_t hash_named(uint64_t hash, const SlType *type) {
    hash = mix(hash, type->origin->id);
    for (int i = 0; i < type->targ_count; i++)
        hash = mix(hash, sl_type_hash(type->targs[i]));
    int outer = type->outer_targs != NULL ? type->origin->outer_tparam_count : 0;
    for (int i = 0; i < outer; i++)
        hash = mix(hash, sl_type_hash(type->outer_targs[i]));
    return hash;
}

uint64_t sl_type_hash(const SlType *type) {
    type = sl_unalias(type);
    uint64_t hash = mix(0x51, type->kind);
    switch ((SlTypeKind)type->kind) {
    case SL_TYPE_BASIC:
        return mix(hash, type->basic);
    case SL_TYPE_ARRAY:
    case SL_TYPE_SLICE:
    case SL_TYPE_POINTER:
        return mix(hash, sl_type_hash(type->elem)); // unknown lengths are identical to all
    case SL_TYPE_MAP:
        return mix(mix(hash, sl_type_hash(type->key)), sl_type_hash(type->elem));
    case SL_TYPE_CHAN:
        return mix(mix(hash, type->dir), sl_type_hash(type->elem));
    case SL_TYPE_STRUCT:
        for (int i = 0; i < type->count; i++) {
            const char *name = type->fields[i]->name;
            hash = mix(mix(hash, sl_hash_bytes(name, strlen(name), 0)), sl_type_hash(type->fields[i]->type));
        }
        return mix(hash, (uint64_t)type->count);
    case SL_TYPE_TUPLE:
        return hash_tuple(hash, type);
    case SL_TYPE_SIGNATURE:
        hash = mix(mix(hash, type->variadic), (uint64_t)type->tparam_count);
        if (type->tparam_count > 0)
            return hash;
        return hash_tuple(hash_tuple(hash, type->params), type->results);
    case SL_TYPE_NAMED:
        return hash_named(hash, type);
    case SL_TYPE_PARAM:
        return mix(hash, type->id);
    case SL_TYPE_INTERFACE: // their sets may not be known yet
    case SL_TYPE_UNION:
    case SL_TYPE_ALIAS:
        return hash;
    }
    return hash;
}
