// SPDX-License-Identifier: MIT
// Unification: makes two types equal by choosing type arguments (Go specification, "Type unification"). Bound type
// parameters are those being inferred; all others are types like any other. Two bound ones that meet are joined.
#include "lang/unify.h"

enum { DEPTH_LIMIT = 100 };

typedef const SlUnifyPair *Pairs;

static bool unify(SlUnifier *u, const SlType *x, const SlType *y, int mode, Pairs pairs);

SlUnifier sl_unifier_new(SlTypes *types, SlType **tparams, const SlType **targs, int count) {
    SlUnifier u = {.types = types, .tparams = tparams, .count = count};
    u.root = SL_NEW_N(types->arena, int, count + 1);
    u.at = SL_NEW_N(types->arena, const SlType *, count + 1);
    for (int i = 0; i < count; i++) {
        u.root[i] = i;
        u.at[i] = targs[i];
    }
    return u;
}

int sl_unifier_find(const SlUnifier *u, const SlType *type) {
    if (type->kind != SL_TYPE_PARAM)
        return -1;
    for (int i = 0; i < u->count; i++) {
        if (u->tparams[i] != type)
            continue;
        while (u->root[i] != i)
            i = u->root[i];
        return i;
    }
    return -1;
}

static bool is_defined(const SlType *type) {
    return type->kind == SL_TYPE_NAMED;
}

static const SlType *as_interface(const SlType *type) {
    if (type->kind == SL_TYPE_PARAM)
        return NULL;
    const SlType *under = sl_under(type);
    return under->kind == SL_TYPE_INTERFACE ? under : NULL;
}

// The parameter at root has type x already and y fits too. Which of the two is kept does not depend on order.
static bool choose(SlUnifier *u, int root, const SlType *x, const SlType *y, int mode) {
    const SlType *xi = as_interface(x), *yi = as_interface(y);
    if (mode & SL_UNIFY_EXACT)
        return true;
    if (xi != NULL && yi != NULL) {
        if (is_defined(x) && is_defined(y))
            return sl_type_identical(x, y);
        if (sl_type_set(u->types, xi)->method_count != sl_type_set(u->types, yi)->method_count)
            return false;
    } else if (xi != NULL || yi != NULL) {
        return false;
    }
    if (is_defined(x))
        return true;
    if (is_defined(y)) {
        u->at[root] = y;
    } else if (y->kind == SL_TYPE_CHAN && y->dir != SL_DIR_BOTH) {
        u->at[root] = y;
    }
    return true;
}

static bool unify_bound(SlUnifier *u, int px, int py, const SlType *y, int mode, Pairs pairs) {
    if (py >= 0) {
        if (px == py)
            return true;
        if (u->at[px] != NULL && u->at[py] != NULL)
            return unify(u, u->at[px], u->at[py], mode, pairs);
        if (u->at[px] == NULL)
            u->at[px] = u->at[py];
        u->root[py] = px;
        return true;
    }
    const SlType *x = u->at[px];
    if (x == NULL) {
        u->at[px] = y;
        return true;
    }
    if (!unify(u, x, y, mode, pairs))
        return false;
    return choose(u, px, sl_unalias(x), y, mode);
}

static bool unify_methods(SlUnifier *u, const SlTypeSet *x, const SlTypeSet *y, Pairs pairs) {
    for (int i = 0; i < x->method_count; i++) {
        SlObj *method = x->methods[i];
        SlObj *other = sl_set_method(y, method->pkg, method->name, false);
        if (other == NULL)
            return false;
        const SlType *a = sl_method_declared(u->types, method), *b = sl_method_declared(u->types, other);
        if (a != NULL && b != NULL && !unify(u, a, b, SL_UNIFY_EXACT, pairs))
            return false;
    }
    return true;
}

static bool unify_interfaces(SlUnifier *u, const SlType *x, const SlType *y, bool exact, Pairs pairs) {
    const SlTypeSet *xs = sl_type_set(u->types, x), *ys = sl_type_set(u->types, y);
    if (xs->comparable != ys->comparable || !sl_terms_equal(xs, ys))
        return false;
    if (exact && xs->method_count != ys->method_count)
        return false;
    for (Pairs pair = pairs; pair != NULL; pair = pair->outer) {
        if ((pair->a == x && pair->b == y) || (pair->a == y && pair->b == x))
            return true;
    }
    SlUnifyPair pair = {x, y, pairs};
    return xs->method_count <= ys->method_count ? unify_methods(u, xs, ys, &pair) : unify_methods(u, ys, xs, &pair);
}

// Every method of the interface must be y's, with signatures that unify.
static bool unify_implementation(SlUnifier *u, const SlType *interface, const SlType *y, Pairs pairs) {
    const SlTypeSet *set = sl_type_set(u->types, interface);
    for (int i = 0; i < set->method_count; i++) {
        SlObj *method = set->methods[i];
        SlLookup found = sl_lookup(u->types, y, false, method->pkg, method->name, false);
        if (found.obj == NULL || found.obj->kind != SL_OBJ_FUNC)
            return false;
        const SlType *have = sl_method_type(u->types, found.holder, found.obj);
        const SlType *want = sl_method_declared(u->types, method);
        if (have != NULL && want != NULL && !unify(u, want, have, SL_UNIFY_EXACT, pairs))
            return false;
    }
    return true;
}

static bool unify_vars(SlUnifier *u, const SlType *x, const SlType *y, int mode, Pairs pairs) {
    if (x->count != y->count)
        return false;
    for (int i = 0; i < x->count; i++) {
        if (!unify(u, x->fields[i]->type, y->fields[i]->type, mode, pairs))
            return false;
    }
    return true;
}

static bool unify_structs(SlUnifier *u, const SlType *x, const SlType *y, int mode, Pairs pairs) {
    if (x->count != y->count)
        return false;
    for (int i = 0; i < x->count; i++) {
        const SlObj *a = x->fields[i], *b = y->fields[i];
        const char *a_tag = x->tags != NULL && x->tags[i] != NULL ? x->tags[i] : "";
        const char *b_tag = y->tags != NULL && y->tags[i] != NULL ? y->tags[i] : "";
        if (a->embedded != b->embedded || !sl_same_name(a->name, a->pkg, b->name, b->pkg))
            return false;
        if (strcmp(a_tag, b_tag) != 0)
            return false;
    }
    return unify_vars(u, x, y, mode, pairs);
}

static bool unify_named(SlUnifier *u, const SlType *x, const SlType *y, int mode, Pairs pairs) {
    if (x->origin != y->origin || x->targ_count != y->targ_count)
        return false;
    for (int i = 0; i < x->targ_count; i++) {
        if (!unify(u, x->targs[i], y->targs[i], mode, pairs))
            return false;
    }
    if (x->targ_count > 0)
        return true;
    return sl_type_identical(x, y);
}

// Same structure: elem_mode is for what the types are made of.
static bool unify_structure(SlUnifier *u, const SlType *x, const SlType *y, int mode, Pairs pairs) {
    int elem_mode = mode & SL_UNIFY_ASSIGN ? mode | SL_UNIFY_EXACT : mode;
    if (x->kind != y->kind)
        return false;
    switch ((SlTypeKind)x->kind) {
    case SL_TYPE_ARRAY:
        return (x->length < 0 || y->length < 0 || x->length == y->length) &&
               unify(u, x->elem, y->elem, elem_mode, pairs);
    case SL_TYPE_SLICE:
    case SL_TYPE_POINTER:
        return unify(u, x->elem, y->elem, elem_mode, pairs);
    case SL_TYPE_MAP:
        return unify(u, x->key, y->key, elem_mode, pairs) && unify(u, x->elem, y->elem, elem_mode, pairs);
    case SL_TYPE_CHAN:
        return (!(mode & SL_UNIFY_EXACT) || x->dir == y->dir) && unify(u, x->elem, y->elem, elem_mode, pairs);
    case SL_TYPE_STRUCT:
        return unify_structs(u, x, y, elem_mode, pairs);
    case SL_TYPE_TUPLE:
        return unify_vars(u, x, y, mode, pairs);
    case SL_TYPE_SIGNATURE:
        return x->variadic == y->variadic && unify_vars(u, x->params, y->params, elem_mode, pairs) &&
               unify_vars(u, x->results, y->results, elem_mode, pairs);
    case SL_TYPE_INTERFACE:
        return unify_interfaces(u, x, y, true, pairs);
    case SL_TYPE_NAMED:
        return unify_named(u, x, y, mode, pairs);
    default:
        return sl_type_identical(x, y);
    }
}

static bool unify_inner(SlUnifier *u, const SlType *x, const SlType *y, int mode, Pairs pairs) {
    x = sl_unalias(x);
    y = sl_unalias(y);
    if (x == y)
        return true;
    bool exact = mode & SL_UNIFY_EXACT;
    if (is_defined(x) && !is_defined(y)) {
        const SlType *swap = x;
        x = y;
        y = swap;
    }
    // A defined type against a type literal: its underlying type counts, unless the literal is an interface.
    if (!exact && is_defined(y) && !is_defined(x) && x->kind != SL_TYPE_PARAM && x->kind != SL_TYPE_INTERFACE) {
        y = sl_under(y);
    }
    int px = sl_unifier_find(u, x), py = sl_unifier_find(u, y);
    if (px >= 0)
        return unify_bound(u, px, py, y, mode, pairs);
    if (py >= 0)
        return unify_bound(u, py, -1, x, mode, pairs);
    if (x == y)
        return true;
    if (!exact) {
        const SlType *xi = as_interface(x), *yi = as_interface(y);
        if (xi != NULL && yi != NULL && !(is_defined(x) && is_defined(y) && x->origin == y->origin)) {
            return unify_interfaces(u, xi, yi, false, pairs);
        }
        if (xi != NULL && yi == NULL)
            return unify_implementation(u, xi, y, pairs);
        if (yi != NULL && xi == NULL)
            return unify_implementation(u, yi, x, pairs);
    }
    // Other type parameters stand for their core type.
    if (y->kind == SL_TYPE_PARAM) {
        const SlType *swap = x;
        x = y;
        y = swap;
    }
    if (x->kind == SL_TYPE_PARAM) {
        const SlType *core = sl_core(x);
        return core != NULL && unify(u, core, y, SL_UNIFY_ASSIGN, pairs);
    }
    return unify_structure(u, x, y, mode, pairs);
}

static bool unify(SlUnifier *u, const SlType *x, const SlType *y, int mode, Pairs pairs) {
    if (x == NULL || y == NULL || u->depth >= DEPTH_LIMIT)
        return false;
    u->depth++;
    bool same = unify_inner(u, x, y, mode, pairs);
    u->depth--;
    return same;
}

bool sl_unify_types(SlUnifier *u, const SlType *x, const SlType *y, int mode) {
    return unify(u, x, y, mode, NULL);
}

bool sl_unify(SlTypes *types, SlType **tparams, const SlType **targs, int count, const SlType *x, const SlType *y,
              bool inexact) {
    SlUnifier u = sl_unifier_new(types, tparams, targs, count);
    if (!sl_unify_types(&u, x, y, inexact ? SL_UNIFY_ASSIGN : SL_UNIFY_EXACT))
        return false;
    for (int i = 0; i < count; i++)
        targs[i] = u.at[sl_unifier_find(&u, tparams[i])];
    return true;
}
