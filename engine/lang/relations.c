// SPDX-License-Identifier: MIT
// Relations between types: implementation of interfaces, assignability, conversion (Go specification, "Properties of
// types and values" and "Conversions"), with the reasons that gc gives.
#include "lang/types-impl.h"

static void say(const char **reason, const char *text) {
    if (reason != NULL)
        *reason = text;
}

#define because(...)                                                                                                   \
    do {                                                                                                               \
        if (reason != NULL)                                                                                            \
            *reason = sl_arena_printf(types->arena, __VA_ARGS__);                                                      \
    } while (0)

static bool implements_comparable(SlTypes *types, const SlType *V, const SlTypeSet *set, bool constraint,
                                  const char **reason) {
    if (!sl_set_is_comparable(types, set))
        return true;
    if (sl_comparable(types, V, constraint, NULL))
        return true;
    because("%s does not %s comparable", sl_show(types, V), constraint ? "satisfy" : "implement");
    return false;
}

// V is no interface: one of the terms must include it.
static bool in_terms(SlTypes *types, const SlType *V, const SlType *T, const SlTypeSet *set, const char *verb,
                     const char **reason) {
    const SlType *nearly = NULL; // would be in with a ~
    for (int i = 0; i < set->term_count; i++) {
        SlTerm term = set->terms[i];
        if (sl_term_includes(&term, V))
            return true;
        if (nearly != NULL || term.tilde || !sl_type_identical(term.type, sl_under(term.type)))
            continue;
        term.tilde = true;
        if (sl_term_includes(&term, V))
            nearly = term.type;
    }
    if (reason == NULL)
        return false;
    const char *v = sl_show(types, V), *t = sl_show(types, T);
    if (nearly != NULL) {
        because("%s does not %s %s (possibly missing ~ for %s in constraint %s)", v, verb, t, sl_show(types, nearly),
                t);
    } else {
        because("%s does not %s %s (%s missing in %s)", v, verb, t, v, sl_terms_format(types, set));
    }
    return false;
}

static bool not_interface(SlTypes *types, const SlType *V, const SlType *T, const char *verb, const char **reason) {
    if (reason == NULL)
        return false;
    const char *v = sl_show(types, V), *t = sl_show(types, T);
    if (sl_is_interface_pointer(T)) {
        because("%s does not %s %s (%s)", v, verb, t, sl_interface_pointer_reason(types, T));
    } else {
        because("%s does not %s %s (%s is not an interface)", v, verb, t, t);
    }
    return false;
}

bool sl_implements(SlTypes *types, const SlType *V, const SlType *T, bool constraint, const char **reason) {
    const SlType *V_under = sl_under(V), *T_under = sl_under(T);
    const char *verb = constraint ? "satisfy" : "implement";
    if (!sl_is_valid(V_under) || !sl_is_valid(T_under))
        return true;
    if (V_under->kind == SL_TYPE_POINTER && !sl_is_valid(sl_under(V_under->elem)))
        return true;
    if (T_under->kind != SL_TYPE_INTERFACE)
        return not_interface(types, V, T, verb, reason);
    const SlTypeSet *set = sl_type_set(types, T_under);
    if (set->all_types && set->method_count == 0 && !set->comparable)
        return true;
    const SlTypeSet *V_set = V_under->kind == SL_TYPE_INTERFACE ? sl_type_set(types, V_under) : NULL;
    if (V_set != NULL && sl_set_is_empty(V_set))
        return true;
    if (sl_set_is_empty(set)) {
        because("cannot %s %s (empty type set)", verb, sl_show(types, T));
        return false;
    }
    const char *missing = sl_missing_method(types, V, T, true);
    if (missing != NULL) {
        because("%s does not %s %s %s", sl_show(types, V), verb, sl_show(types, T), missing);
        return false;
    }
    if (sl_set_has_terms(set)) {
        if (V_set == NULL) {
            if (!in_terms(types, V, T, set, verb, reason))
                return false;
        } else if (!sl_set_subset(V_set, set)) {
            because("%s does not %s %s", sl_show(types, V), verb, sl_show(types, T));
            return false;
        }
    }
    return implements_comparable(types, V, set, constraint, reason);
}

int sl_verify_instance(SlTypes *types, SlType **tparams, const SlType **targs, int count, const char **reason) {
    for (int i = 0; i < count; i++) {
        const SlType *bound = tparams[i]->bound;
        if (bound == NULL)
            continue;
        // The constraint's own name is what messages show, so a written interface keeps it.
        const SlType *shown = sl_under(bound)->kind == SL_TYPE_INTERFACE ? bound : sl_type_bound(tparams[i]);
        if (!sl_implements(types, targs[i], sl_subst(types, shown, tparams, targs, count), true, reason))
            return i;
    }
    return -1;
}

typedef struct {
    SlTypes *types;
    const SlType *V, *T;  // whole types: one of them or both are type parameters
    const SlType *V_term; // the term of V in hand
    const char **reason;
} Terms;

static void add_reason(const Terms *terms, const char *text) {
    if (terms->reason == NULL)
        return;
    const char *inner = *terms->reason;
    *terms->reason = inner == NULL ? text : sl_arena_printf(terms->types->arena, "%s\n\t%s", text, inner);
}

static bool assign_to_term(const SlType *type, bool tilde, void *data) {
    Terms *terms = data;
    SlTypes *types = terms->types;
    (void)tilde;
    if (sl_assignable(types, terms->V, type, terms->reason))
        return true;
    add_reason(terms, sl_arena_printf(types->arena, "cannot assign %s to %s (in %s)", sl_show(types, terms->V),
                                      sl_show(types, type), sl_show(types, terms->T)));
    return false;
}

static bool assign_from_term(const SlType *type, bool tilde, void *data) {
    Terms *terms = data;
    SlTypes *types = terms->types;
    (void)tilde;
    if (sl_assignable(types, type, terms->T, terms->reason))
        return true;
    add_reason(terms, sl_arena_printf(types->arena, "cannot assign %s (in %s) to %s", sl_show(types, type),
                                      sl_show(types, terms->V), sl_show(types, terms->T)));
    return false;
}

bool sl_assignable(SlTypes *types, const SlType *V, const SlType *T, const char **reason) {
    say(reason, NULL);
    V = sl_unalias(V);
    T = sl_unalias(T);
    if (!sl_is_valid(V) || !sl_is_valid(T) || sl_type_identical(V, T))
        return true;
    const SlType *V_under = sl_under(V), *T_under = sl_under(T);
    bool V_param = V->kind == SL_TYPE_PARAM, T_param = T->kind == SL_TYPE_PARAM;
    bool named = sl_is_named(V) && sl_is_named(T);
    if (!named && !V_param && !T_param && sl_type_identical(V_under, T_under))
        return true;
    if ((T_under->kind == SL_TYPE_INTERFACE && !T_param) || sl_is_interface_pointer(T_under)) {
        if (sl_implements(types, V, T, false, reason))
            return true;
        if (!V_param)
            return false;
        say(reason, NULL);
    }
    if (V_under->kind == SL_TYPE_INTERFACE && !V_param && sl_implements(types, T, V, false, NULL)) {
        say(reason, "need type assertion");
        return false;
    }
    if (V_under->kind == SL_TYPE_CHAN && V_under->dir == SL_DIR_BOTH && T_under->kind == SL_TYPE_CHAN &&
        sl_type_identical(V_under->elem, T_under->elem)) {
        return !named;
    }
    Terms terms = {.types = types, .V = V, .T = T, .reason = reason};
    if (T_param && !sl_is_named(V))
        return sl_type_each_term(T, assign_to_term, &terms);
    if (V_param && !sl_is_named(T))
        return sl_type_each_term(V, assign_from_term, &terms);
    return false;
}

static bool is_basic(const SlType *under, SlBasic basic) {
    return under->kind == SL_TYPE_BASIC && under->basic == basic;
}

static bool is_bytes_or_runes(const SlType *under) {
    if (under->kind != SL_TYPE_SLICE)
        return false;
    const SlType *elem = sl_under(under->elem);
    return is_basic(elem, SL_UINT8) || is_basic(elem, SL_INT32);
}

static bool slice_to_array(const SlType *V_under, const SlType *T_under) {
    if (V_under->kind != SL_TYPE_SLICE)
        return false;
    const SlType *array = T_under->kind == SL_TYPE_POINTER ? sl_under(T_under->elem) : T_under;
    return array->kind == SL_TYPE_ARRAY && sl_type_identical(V_under->elem, array->elem);
}

// Conversions that depend on the underlying types alone.
static bool converts_under(const SlType *V, const SlType *T) {
    enum { REAL = SL_IS_INTEGER | SL_IS_FLOAT };
    if (sl_is(V, REAL) && sl_is(T, REAL))
        return true;
    if (sl_is(V, SL_IS_COMPLEX) && sl_is(T, SL_IS_COMPLEX))
        return true;
    if (sl_is(T, SL_IS_STRING) && (sl_is(V, SL_IS_INTEGER) || is_bytes_or_runes(V)))
        return true;
    if (sl_is(V, SL_IS_STRING) && is_bytes_or_runes(T))
        return true;
    if (is_basic(T, SL_UNSAFE_POINTER) && (V->kind == SL_TYPE_POINTER || is_basic(V, SL_UINTPTR)))
        return true;
    if (is_basic(V, SL_UNSAFE_POINTER) && (T->kind == SL_TYPE_POINTER || is_basic(T, SL_UINTPTR)))
        return true;
    return slice_to_array(V, T);
}

static bool convert_to_term(const SlType *type, bool tilde, void *data) {
    Terms *terms = data;
    SlTypes *types = terms->types;
    const SlType *from = terms->V_term != NULL ? terms->V_term : terms->V;
    (void)tilde;
    if (sl_convertible(types, from, type, terms->reason))
        return true;
    const char *what = sl_show(types, from);
    if (terms->V_term != NULL)
        what = sl_arena_printf(types->arena, "%s (in %s)", what, sl_show(types, terms->V));
    add_reason(terms, sl_arena_printf(types->arena, "cannot convert %s to type %s (in %s)", what, sl_show(types, type),
                                      sl_show(types, terms->T)));
    return false;
}

static bool convert_from_term(const SlType *type, bool tilde, void *data) {
    Terms *terms = data;
    SlTypes *types = terms->types;
    (void)tilde;
    if (sl_is_type_param(terms->T)) {
        terms->V_term = type;
        return sl_type_each_term(terms->T, convert_to_term, terms);
    }
    if (sl_convertible(types, type, terms->T, terms->reason))
        return true;
    add_reason(terms, sl_arena_printf(types->arena, "cannot convert %s (in %s) to type %s", sl_show(types, type),
                                      sl_show(types, terms->V), sl_show(types, terms->T)));
    return false;
}

bool sl_convertible(SlTypes *types, const SlType *V, const SlType *T, const char **reason) {
    if (sl_assignable(types, V, T, reason))
        return true;
    V = sl_unalias(V);
    T = sl_unalias(T);
    const SlType *V_under = sl_under(V), *T_under = sl_under(T);
    bool V_param = V->kind == SL_TYPE_PARAM, T_param = T->kind == SL_TYPE_PARAM;
    if (!V_param && !T_param && sl_type_identical_ignore_tags(V_under, T_under))
        return true;
    if (V->kind == SL_TYPE_POINTER && T->kind == SL_TYPE_POINTER && !sl_is_type_param(V->elem) &&
        !sl_is_type_param(T->elem) && sl_type_identical_ignore_tags(sl_under(V->elem), sl_under(T->elem))) {
        return true;
    }
    Terms terms = {.types = types, .V = V, .T = T, .reason = reason};
    if (V_param)
        return sl_type_each_term(V, convert_from_term, &terms);
    if (T_param)
        return sl_type_each_term(T, convert_to_term, &terms);
    return converts_under(V_under, T_under);
}
