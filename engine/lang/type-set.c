// SPDX-License-Identifier: MIT
// Type sets of interfaces (Go specification, "Interface types"): all methods, and the list of terms that the embedded
// unions and types leave over. A set that rests on a declaration still being resolved is computed but not kept.
#include "lang/types-impl.h"

typedef struct {
    SlTerm *at;
    int count;
    bool all;
} Terms;

bool sl_set_has_terms(const SlTypeSet *set) {
    return !set->all_types && set->term_count > 0;
}

bool sl_set_is_empty(const SlTypeSet *set) {
    return !set->all_types && set->term_count == 0;
}

bool sl_set_is_comparable(SlTypes *types, const SlTypeSet *set) {
    if (set->all_types)
        return set->comparable;
    if (set->comparable)
        return true;
    for (int i = 0; i < set->term_count; i++) {
        if (!sl_comparable(types, set->terms[i].type, false, NULL))
            return false;
    }
    return set->term_count > 0;
}

static bool disjoint(const SlTerm *x, const SlTerm *y) {
    const SlType *ux = y->tilde ? sl_under(x->type) : x->type;
    const SlType *uy = x->tilde ? sl_under(y->type) : y->type;
    return !sl_type_identical(ux, uy);
}

bool sl_term_includes(const SlTerm *term, const SlType *type) {
    return sl_type_identical(term->type, term->tilde ? sl_under(type) : type);
}

bool sl_term_subset(const SlTerm *term, const SlTerm *of) {
    return !disjoint(term, of) && (!term->tilde || of->tilde);
}

bool sl_set_subset(const SlTypeSet *set, const SlTypeSet *of) {
    if (of->all_types)
        return true;
    if (set->all_types)
        return false;
    for (int i = 0; i < set->term_count; i++) {
        bool found = false;
        for (int j = 0; j < of->term_count && !found; j++)
            found = sl_term_subset(&set->terms[i], &of->terms[j]);
        if (!found)
            return false;
    }
    return true;
}

bool sl_terms_equal(const SlTypeSet *a, const SlTypeSet *b) {
    return sl_set_subset(a, b) && sl_set_subset(b, a);
}

// Appends unless one of the list includes it; drops those that it includes.
static void add_term(Terms *terms, SlTerm term) {
    if (terms->all)
        return;
    int kept = 0;
    for (int i = 0; i < terms->count; i++) {
        if (sl_term_subset(&term, &terms->at[i]))
            return;
    }
    for (int i = 0; i < terms->count; i++) {
        if (!sl_term_subset(&terms->at[i], &term))
            terms->at[kept++] = terms->at[i];
    }
    terms->at[kept++] = term;
    terms->count = kept;
}

static Terms intersect(SlTypes *types, const Terms *x, const Terms *y) {
    if (x->all)
        return *y;
    if (y->all)
        return *x;
    Terms out = {.at = SL_NEW_N(types->arena, SlTerm, x->count * y->count + 1)};
    for (int i = 0; i < x->count; i++) {
        for (int j = 0; j < y->count; j++) {
            if (disjoint(&x->at[i], &y->at[j]))
                continue;
            add_term(&out, x->at[i].tilde && !y->at[j].tilde ? y->at[j] : x->at[i]);
        }
    }
    return out;
}

// Wrong terms are reported once for each union that was written in the source.
static int overlapping(const SlType *union_type, int i) {
    const SlTerm *x = &union_type->terms[i];
    for (int j = 0; j < i; j++) {
        const SlTerm *y = &union_type->terms[j];
        if (!sl_is_valid(y->type) || sl_under(y->type)->kind == SL_TYPE_INTERFACE)
            continue;
        if (!disjoint(x, y))
            return j;
    }
    return -1;
}

static const char *show_term(SlTypes *types, const SlTerm *term) {
    const char *text = sl_show(types, term->type);
    return term->tilde ? sl_arena_printf(types->arena, "~%s", text) : text;
}

static void check_interface_term(SlTypes *types, const SlTerm *term, const SlType *interface) {
    const SlTypeSet *set = sl_type_set(types, interface);
    const char *text = show_term(types, term);
    if (set->method_count > 0) {
        sl_diags_add(types->diags, term->pos, "cannot use %s in union (%s contains methods)", text, text);
    } else if (sl_unalias(term->type) == types->comparable) {
        sl_diags_add(types->diags, term->pos, "cannot use comparable in union");
    } else if (set->comparable) {
        sl_diags_add(types->diags, term->pos, "cannot use %s in union (%s embeds comparable)", text, text);
    }
}

static void check_term(SlTypes *types, const SlType *union_type, int i) {
    const SlTerm *term = &union_type->terms[i];
    if (!sl_is_valid(term->type))
        return;
    if (sl_is_type_param(term->type)) {
        if (term->tilde) {
            sl_diags_add(types->diags, term->pos, "type in term %s cannot be a type parameter", show_term(types, term));
        } else {
            sl_diags_add(types->diags, term->pos, "term cannot represent type parameter");
        }
        return;
    }
    const SlType *under = sl_under(term->type);
    bool interface = under->kind == SL_TYPE_INTERFACE;
    if (term->tilde && interface) {
        sl_diags_add(types->diags, term->pos, "invalid use of ~ (%s is an interface)", sl_show(types, term->type));
    } else if (term->tilde && !sl_type_identical(under, term->type)) {
        sl_diags_add(types->diags, term->pos, "invalid use of ~ (underlying type of %s is %s)",
                     sl_show(types, term->type), sl_show(types, under));
    } else if (interface) {
        if (union_type->term_count > 1)
            check_interface_term(types, term, under);
    } else {
        int other = overlapping(union_type, i);
        if (other < 0)
            return;
        sl_diags_add(types->diags, term->pos, "overlapping terms %s and %s", show_term(types, term),
                     show_term(types, &union_type->terms[other]));
    }
}

static void check_union(SlTypes *types, const SlType *union_type) {
    if (union_type->reported || types->diags == NULL)
        return;
    sl_type_mutable(union_type)->reported = true;
    for (int i = 0; i < union_type->term_count; i++)
        check_term(types, union_type, i);
}

static bool unresolved(const SlType *type) {
    type = sl_unalias(type);
    return type->kind == SL_TYPE_NAMED && type->under == NULL && type->origin->under == NULL;
}

static Terms of_set(const SlTypeSet *set) {
    return (Terms){.at = set->terms, .count = set->term_count, .all = set->all_types};
}

static Terms of_union(SlTypes *types, const SlType *union_type, bool *incomplete) {
    int room = 1;
    for (int i = 0; i < union_type->term_count; i++) {
        const SlType *under = sl_under(union_type->terms[i].type);
        *incomplete |= unresolved(union_type->terms[i].type);
        room += under->kind == SL_TYPE_INTERFACE ? sl_type_set(types, under)->term_count : 1;
    }
    Terms out = {.at = SL_NEW_N(types->arena, SlTerm, room)};
    for (int i = 0; i < union_type->term_count; i++) {
        const SlTerm *term = &union_type->terms[i];
        const SlType *under = sl_under(term->type);
        if (!sl_is_valid(under) || sl_is_type_param(term->type))
            continue;
        if (under->kind != SL_TYPE_INTERFACE) {
            // No type has a defined type as its underlying type: ~A is empty (and reported).
            if (!term->tilde || sl_type_identical(under, term->type))
                add_term(&out, *term);
            continue;
        }
        const SlTypeSet *set = sl_type_set(types, under);
        if (set->all_types)
            return (Terms){.all = true};
        for (int j = 0; j < set->term_count; j++)
            add_term(&out, set->terms[j]);
    }
    return out;
}

static int by_name(const void *a, const void *b) {
    const SlObj *x = *(SlObj *const *)a, *y = *(SlObj *const *)b;
    bool x_exported = sl_name_is_exported(x->name), y_exported = sl_name_is_exported(y->name);
    if (x_exported != y_exported)
        return x_exported ? -1 : 1;
    int order = strcmp(x->name, y->name);
    if (order != 0 || x->pkg == y->pkg)
        return order;
    if (x->pkg == NULL || y->pkg == NULL)
        return x->pkg == NULL ? -1 : 1;
    return x->pkg < y->pkg ? -1 : 1;
}

typedef struct {
    SlTypes *types;
    const SlType *interface;
    SL_VEC(SlObj *) methods;
    bool incomplete;
} Collect;

// A method that is embedded twice is one, if both signatures are the same.
static void add_method(Collect *collect, SlObj *method, SlPos pos, bool explicit) {
    SlTypes *types = collect->types;
    for (int i = 0; i < collect->methods.count; i++) {
        SlObj *other = collect->methods.at[i];
        if (!sl_same_name(method->name, method->pkg, other->name, other->pkg))
            continue;
        if (other == method)
            return;
        bool same = false;
        if (!explicit) {
            const SlType *a = sl_method_declared(types, method), *b = sl_method_declared(types, other);
            same = a == NULL || b == NULL || sl_type_identical(a, b);
        }
        if (!same && types->diags != NULL && !collect->interface->quiet && !collect->interface->reported) {
            const char *place = sl_show_place(types, other->pos);
            const char *more = place == NULL ? ""
                                             : sl_arena_printf(types->arena, "\n\t%s: other declaration of method %s",
                                                               place, method->name);
            sl_diags_add(types->diags, pos, "duplicate method %s%s", method->name, more);
        }
        return;
    }
    sl_vec_push(&collect->methods, method);
}

static Terms embed(Collect *collect, int i, bool *comparable) {
    SlTypes *types = collect->types;
    const SlType *type = collect->interface->embeds[i];
    SlPos pos = collect->interface->embed_pos != NULL ? collect->interface->embed_pos[i] : 0;
    const SlType *under = sl_under(type);
    collect->incomplete |= unresolved(type);
    *comparable = false;
    if (!sl_is_valid(under))
        return (Terms){.all = true};
    if (sl_is_type_param(type)) {
        if (types->diags != NULL && !collect->interface->quiet && !collect->interface->reported) {
            sl_diags_add(types->diags, pos, "term cannot represent type parameter");
        }
        return (Terms){.all = true};
    }
    if (under->kind == SL_TYPE_INTERFACE) {
        if (under->busy)
            collect->incomplete = true;
        const SlTypeSet *set = sl_type_set(types, under);
        for (int j = 0; j < set->method_count; j++)
            add_method(collect, set->methods[j], pos, false);
        *comparable = set->comparable;
        return of_set(set);
    }
    if (under->kind == SL_TYPE_UNION) {
        Terms terms = of_union(types, under, &collect->incomplete);
        if (!collect->incomplete && !collect->interface->quiet)
            check_union(types, under);
        return terms;
    }
    Terms one = {.at = SL_NEW(types->arena, SlTerm), .count = 1};
    one.at[0] = (SlTerm){false, type, pos};
    return one;
}

static void only_comparable(SlTypes *types, Terms *terms) {
    SlTerm *kept = SL_NEW_N(types->arena, SlTerm, terms->count + 1);
    int count = 0;
    for (int i = 0; i < terms->count; i++) {
        if (sl_comparable(types, terms->at[i].type, false, NULL))
            kept[count++] = terms->at[i];
    }
    terms->at = kept;
    terms->count = count;
}

static SlTypeSet *compute(Collect *collect) {
    SlTypes *types = collect->types;
    const SlType *interface = collect->interface;
    Terms terms = {.all = true};
    bool comparable = false;
    for (int i = 0; i < interface->method_count; i++) {
        add_method(collect, interface->methods[i], interface->methods[i]->pos, true);
    }
    for (int i = 0; i < interface->embed_count; i++) {
        bool this_comparable;
        Terms more = embed(collect, i, &this_comparable);
        terms = intersect(types, &terms, &more);
        comparable |= this_comparable;
        if (comparable && !terms.all)
            only_comparable(types, &terms);
    }
    SlTypeSet *set = SL_NEW(types->arena, SlTypeSet);
    if (collect->methods.count > 1) {
        qsort(collect->methods.at, (size_t)collect->methods.count, sizeof *collect->methods.at, by_name);
    }
    set->method_count = collect->methods.count;
    set->methods = sl_vec_take(&collect->methods, types->arena);
    set->all_types = terms.all;
    set->terms = terms.at;
    set->term_count = terms.all ? 0 : terms.count;
    set->comparable = comparable && terms.all; // otherwise the terms are comparable, each of them
    return set;
}

static const SlTypeSet any_set = {.all_types = true};

const SlTypeSet *sl_type_set(SlTypes *types, const SlType *interface) {
    SlType *type = sl_type_mutable(sl_unalias(interface));
    assert(type->kind == SL_TYPE_INTERFACE);
    if (type->set != NULL)
        return type->set;
    // Nothing in it (yet: the checker may still be filling it), so nothing to keep.
    if (type->method_count == 0 && type->embed_count == 0)
        return &any_set;
    if (type->busy)
        return &any_set;
    type->busy = true;
    Collect collect = {.types = types, .interface = type};
    SlTypeSet *set = compute(&collect);
    type->busy = false;
    if (!collect.incomplete) {
        type->reported = true;
        if (type->set == NULL)
            type->set = set;
    }
    return set;
}

SlObj *sl_set_method(const SlTypeSet *set, const SlPackage *pkg, const char *name, bool fold_case) {
    for (int i = 0; i < set->method_count; i++) {
        SlObj *method = set->methods[i];
        if (sl_same_name(method->name, method->pkg, name, pkg))
            return method;
        if (fold_case && strcasecmp(method->name, name) == 0)
            return method;
    }
    return NULL;
}

char *sl_terms_format(SlTypes *types, const SlTypeSet *set) {
    SlText text = {0};
    for (int i = 0; i < set->term_count; i++) {
        if (i > 0)
            sl_text_adds(&text, " | ");
        if (set->terms[i].tilde)
            sl_text_addc(&text, '~');
        sl_type_write(&text, set->terms[i].type, types->pkg);
    }
    char *out = sl_arena_strndup(types->arena, sl_text_cstr(&text), text.length);
    sl_text_free(&text);
    return out;
}
