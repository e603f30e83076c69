// SPDX-License-Identifier: MIT
// Type inference (Go specification, "Type inference"): arguments against parameters, then constraints' core types and
// methods until nothing changes, then default types of untyped constants; at last what was inferred is put into itself.
#include "lang/unify.h"

typedef struct {
    SlInference *inference;
    SlUnifier unifier;
    SlType **tparams; // renamed where arguments mention the callee's own
    const SlType **params;
    SlTypes *types;
} Infer;

static bool is_untyped_nil(const SlType *type) {
    return type->kind == SL_TYPE_BASIC && type->basic == SL_UNTYPED_NIL;
}

static const SlType *inferred(const Infer *infer, int i) {
    return infer->unifier.at[sl_unifier_find(&infer->unifier, infer->tparams[i])];
}

// A recursive call's arguments mention the callee's type parameters, which stand for outer types there. So the ones to
// be inferred get new names.
static void rename_own(Infer *infer) {
    SlInference *in = infer->inference;
    int own = in->callee_count > 0 ? in->callee_count : in->count;
    bool recursive = false;
    for (int i = 0; i < in->pair_count && !recursive; i++) {
        recursive = in->args[i] != NULL && sl_mentions(in->args[i], in->tparams, own);
    }
    for (int i = 0; i < in->count && !recursive; i++) {
        recursive = in->targs[i] != NULL && sl_mentions(in->targs[i], in->tparams, own);
    }
    infer->tparams = in->tparams;
    infer->params = in->params;
    if (!recursive)
        return;
    SlTypes *types = infer->types;
    SlType callee = {.kind = SL_TYPE_SIGNATURE, .types = types, .tparams = in->tparams, .tparam_count = own};
    callee.params = callee.results = types->empty_tuple;
    const SlType *fresh = sl_signature_fresh(types, &callee);
    infer->tparams = sl_arena_copy(types->arena, in->tparams, sizeof(SlType *) * (size_t)in->count);
    memcpy(infer->tparams, fresh->tparams, sizeof(SlType *) * (size_t)own);
    infer->params = SL_NEW_N(types->arena, const SlType *, in->pair_count + 1);
    for (int i = 0; i < in->pair_count; i++) {
        infer->params[i] = sl_subst(types, in->params[i], in->tparams, (const SlType **)fresh->tparams, own);
    }
}

static const char *names_of(Infer *infer) {
    SlText text = {0};
    SlInference *in = infer->inference;
    int count = in->callee_count > 0 ? in->callee_count : in->count;
    for (int i = 0; i < count; i++) {
        if (i > 0)
            sl_text_adds(&text, i < count - 1 ? ", " : count == 2 ? " and " : ", and ");
        sl_text_adds(&text, in->tparams[i]->obj->name);
    }
    const char *out = sl_arena_strndup(infer->types->arena, sl_text_cstr(&text), text.length);
    sl_text_free(&text);
    return out;
}

static bool fail_argument(Infer *infer, int pair) {
    SlInference *in = infer->inference;
    SlTypes *types = infer->types;
    const SlType **known = SL_NEW_N(types->arena, const SlType *, in->count + 1);
    bool any = false;
    for (int i = 0; i < in->count; i++) {
        known[i] = inferred(infer, i);
        any |= known[i] != NULL;
    }
    const SlType *param = infer->params[pair];
    const char *shown = sl_show(types, param);
    in->failed = -1;
    in->argument = pair;
    if (!any) {
        in->reason = sl_arena_printf(types->arena, "does not match %s (cannot infer %s)", shown, names_of(infer));
        return false;
    }
    const SlType *filled = sl_subst(types, param, infer->tparams, known, in->count);
    if (filled != param) {
        in->reason =
            sl_arena_printf(types->arena, "does not match inferred type %s for %s", sl_show(types, filled), shown);
    } else {
        in->reason = sl_arena_printf(types->arena, "does not match %s", shown);
    }
    return false;
}

static bool use_arguments(Infer *infer) {
    SlInference *in = infer->inference;
    for (int i = 0; i < in->pair_count; i++) {
        const SlType *arg = in->args[i];
        if (arg == NULL || !sl_is_valid(arg) || infer->params[i] == NULL || sl_is_untyped(arg))
            continue;
        if (!sl_mentions(infer->params[i], infer->tparams, in->count) && !sl_mentions(arg, infer->tparams, in->count)) {
            continue;
        }
        if (!sl_unify_types(&infer->unifier, infer->params[i], arg, SL_UNIFY_ASSIGN))
            return fail_argument(infer, i);
    }
    return true;
}

static bool unify_signatures(void *data, const SlType *have, const SlType *want) {
    return sl_unify_types(data, have, want, SL_UNIFY_EXACT);
}

static bool fail_constraint(Infer *infer, int i, const SlType *targ, const char *more) {
    SlInference *in = infer->inference;
    SlTypes *types = infer->types;
    const SlType *bound = in->tparams[i]->bound;
    in->failed = i;
    in->argument = -1;
    in->reason = sl_arena_printf(types->arena, "%s (type %s) does not satisfy %s%s%s", in->tparams[i]->obj->name,
                                 sl_show(types, targ), sl_show(types, bound != NULL ? bound : types->any),
                                 more != NULL ? " " : "", more != NULL ? more : "");
    return false;
}

static int unknowns(const Infer *infer) {
    int count = 0;
    for (int i = 0; i < infer->inference->count; i++)
        count += inferred(infer, i) == NULL;
    return count;
}

static bool use_constraint(Infer *infer, int i) {
    SlTypes *types = infer->types;
    SlType *param = infer->tparams[i];
    const SlType *targ = inferred(infer, i);
    const SlTypeSet *set = sl_type_set(types, sl_under(param));
    bool single = sl_set_has_terms(set) && set->term_count == 1;
    const SlType *core = single ? set->terms[0].type : sl_core(param);
    bool tilde = !single || set->terms[0].tilde;
    if (core != NULL) {
        if (targ != NULL) {
            if (!sl_unify_types(&infer->unifier, targ, core, 0))
                return fail_constraint(infer, i, targ, NULL);
        } else if (single && !tilde) {
            infer->unifier.at[sl_unifier_find(&infer->unifier, param)] = core;
        }
    }
    // Methods of a type that still mentions what is being inferred are not its final ones.
    if (targ == NULL || set->method_count == 0 || sl_mentions(targ, infer->tparams, infer->inference->count))
        return true;
    const char *missing = sl_missing_method_by(types, targ, sl_under(param), true, unify_signatures, &infer->unifier);
    return missing == NULL || fail_constraint(infer, i, targ, missing);
}

static bool use_constraints(Infer *infer) {
    for (;;) {
        int before = unknowns(infer);
        for (int i = 0; i < infer->inference->count; i++) {
            if (!use_constraint(infer, i))
                return false;
        }
        if (unknowns(infer) == before)
            return true;
    }
}

// The kind of untyped constant that both become (int, rune, float, complex, in this order), or null.
static const SlType *larger(const SlType *a, const SlType *b) {
    if (a->basic == b->basic)
        return a;
    if (!(a->flags & SL_IS_NUMERIC) || !(b->flags & SL_IS_NUMERIC))
        return NULL;
    return a->basic > b->basic ? a : b;
}

static bool use_untyped(Infer *infer) {
    SlInference *in = infer->inference;
    SlTypes *types = infer->types;
    const SlType **most = SL_NEW_N(types->arena, const SlType *, in->count + 1); // by root
    for (int i = 0; i < in->pair_count; i++) {
        const SlType *arg = sl_unalias(in->args[i]), *param = sl_unalias(infer->params[i]);
        if (arg == NULL || param == NULL || !sl_is_untyped(arg) || is_untyped_nil(arg))
            continue;
        int root = sl_unifier_find(&infer->unifier, param);
        if (root < 0 || infer->unifier.at[root] != NULL)
            continue;
        const SlType *max = most[root] == NULL ? arg : larger(most[root], arg);
        if (max == NULL) {
            in->failed = in->argument = -1;
            in->reason = sl_arena_printf(types->arena, "mismatched types %s and %s (cannot infer %s)", most[root]->name,
                                         arg->name, param->obj->name);
            return false;
        }
        most[root] = max;
    }
    for (int i = 0; i < in->count; i++) {
        if (most[i] != NULL)
            infer->unifier.at[i] = sl_type_default(types, most[i]);
    }
    return true;
}

// Forgets what was inferred in terms of itself, such as T for []T: reach[i*n+j] says that i's type mentions j.
static void break_cycles(Infer *infer, const SlType **targs, int n) {
    bool *reach = SL_NEW_N(infer->types->arena, bool, n *n + 1);
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
            reach[i * n + j] = targs[i] != NULL && sl_mentions(targs[i], &infer->tparams[j], 1);
        }
    }
    for (int k = 0; k < n; k++) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++)
                reach[i * n + j] |= reach[i * n + k] && reach[k * n + j];
        }
    }
    for (int i = 0; i < n; i++) {
        if (reach[i * n + i])
            targs[i] = NULL;
    }
}

static bool finish(Infer *infer) {
    SlInference *in = infer->inference;
    SlTypes *types = infer->types;
    int n = in->count;
    const SlType **targs = SL_NEW_N(types->arena, const SlType *, n + 1);
    for (int i = 0; i < n; i++)
        targs[i] = inferred(infer, i);
    break_cycles(infer, targs, n);
    for (int round = 0; round < n; round++) {
        for (int i = 0; i < n; i++) {
            if (targs[i] != NULL)
                targs[i] = sl_subst(types, targs[i], infer->tparams, targs, n);
        }
    }
    for (int i = 0; i < n; i++) {
        if (targs[i] != NULL && sl_mentions(targs[i], infer->tparams, n))
            targs[i] = NULL;
        in->targs[i] = targs[i];
    }
    for (int i = 0; i < n; i++) {
        if (targs[i] != NULL)
            continue;
        in->failed = i;
        in->argument = -1;
        const SlObj *obj = in->tparams[i]->obj;
        const char *place = sl_show_place(types, obj->pos);
        in->reason = place == NULL
                         ? sl_arena_printf(types->arena, "cannot infer %s", obj->name)
                         : sl_arena_printf(types->arena, "cannot infer %s (declared at %s)", obj->name, place);
        return false;
    }
    return true;
}

bool sl_infer(SlTypes *types, SlInference *inference) {
    Infer infer = {.inference = inference, .types = types};
    inference->failed = inference->argument = -1;
    inference->reason = NULL;
    rename_own(&infer);
    infer.unifier = sl_unifier_new(types, infer.tparams, inference->targs, inference->count);
    return use_arguments(&infer) && use_constraints(&infer) && use_untyped(&infer) && finish(&infer);
}
