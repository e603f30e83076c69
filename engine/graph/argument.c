// SPDX-License-Identifier: MIT
// Arguments: putting a channel, or nil, where a call has something else. A generic function's type arguments follow:
// explicit ones stand only where the arguments do not tell them.
#include "graph/rewrite.h"

typedef struct {
    SlExpr *call, *fun; // fun without its list of type arguments
    SlPos list_from, list_to;
    SlFuncNode *func;
    int arg; // index
} Site;

static bool find_site(const SlRewrite *rw, const SlExpr *arg, Site *site) {
    SlExpr *call = sl_call_with(rw, arg);
    if (!call)
        return false;
    SlExpr *fun = (SlExpr *)sl_unparen(call->x);
    *site = (Site){.call = call, .fun = fun, .list_from = fun->end, .list_to = fun->end, .func = sl_wire_called(call)};
    if (fun->kind == SL_EXPR_INDEX && fun->targ_count) {
        site->fun = fun->x;
        site->list_from = fun->x->end;
    }
    for (int i = 0; i < call->count; i++)
        if (call->list[i] == arg)
            site->arg = i;
    return true;
}

static const SlType *param_type(const SlType *sig, int index) {
    int last = sig->params->count - 1;
    if (sig->variadic && index >= last)
        return sl_under(sig->params->fields[last]->type)->elem;
    return index <= last ? sig->params->fields[index]->type : NULL;
}

static const SlType **type_arguments(const Site *site, int *count) {
    const SlExpr *fun = sl_unparen(site->call->x);
    *count = fun->targ_count ? fun->targ_count : site->fun->targ_count;
    return fun->targ_count ? fun->targs : site->fun->targs;
}

static const char *mismatch(SlRewrite *rw, const SlType *have, const SlType *want) {
    const SlType *a = sl_wire_carried(have), *b = sl_wire_carried(want);
    if (a && b && !sl_type_identical(a, b))
        return sl_rewrite_printf(rw, "the channel carries %s, and %s is wanted here", sl_type_words(rw, a),
                                 sl_type_words(rw, b));
    return sl_rewrite_printf(rw, "%s does not fit %s", sl_type_words(rw, have), sl_type_words(rw, want));
}

// Unifies what the arguments tell, with type in place of the one at index; null: that one tells nothing.
static const char *infer(SlRewrite *rw, const Site *site, const SlType *type, const SlType **targs, int count) {
    SlTypes *types = rw->program->types;
    const SlType *sig = site->func->sig;
    for (int i = 0; i < site->call->count; i++) {
        const SlExpr *arg = site->call->list[i];
        const SlType *param = param_type(sig, i), *have = i == site->arg ? type : arg->type;
        if (!param || !have || (i != site->arg && (sl_is_nil(arg) || arg->value)) || !sl_has_type_params(param))
            continue;
        if (!sl_unify(types, sig->tparams, targs, count, param, have, true)) {
            const SlType *carried = sl_wire_carried(param);
            const SlType *now = carried && carried->kind == SL_TYPE_PARAM ? targs[carried->index] : NULL;
            return now && sl_wire_carried(have)
                       ? sl_rewrite_printf(rw, "%s works on %s here, and the channel carries %s", site->func->obj->name,
                                           sl_type_words(rw, now), sl_type_words(rw, sl_wire_carried(have)))
                       : mismatch(rw, have, param);
        }
    }
    return NULL;
}

const char *sl_edit_retype(SlRewrite *rw, const SlExpr *arg, const SlType *type, const char **list, SlExpr **called) {
    Site site;
    *list = NULL;
    if (!find_site(rw, arg, &site))
        return "it is started elsewhere: open the function that does so";
    *called = site.call;
    const SlType *sig = site.func ? site.func->sig : NULL;
    int count = 0;
    const SlType **now = type_arguments(&site, &count);
    if (!sig || !sig->tparam_count || count != sig->tparam_count) {
        const SlType *fun = sl_core(sl_unparen(site.call->x)->type), *param = fun ? param_type(fun, site.arg) : NULL;
        return type && param && !sl_assignable(rw->program->types, type, param, NULL) ? mismatch(rw, type, param)
                                                                                      : NULL;
    }
    const SlType **targs = SL_NEW_N(rw->arena, const SlType *, count);
    const char *reason = infer(rw, &site, type, targs, count);
    if (reason)
        return reason;
    bool told = true;
    SlText text = {0};
    for (int i = 0; i < count; i++) {
        told &= targs[i] != NULL;
        const char *words = sl_type_words(rw, targs[i] ? targs[i] : now[i]);
        sl_text_printf(&text, "%s%s", i ? ", " : "[", words);
    }
    sl_text_addc(&text, ']');
    *list = told ? "" : sl_arena_strndup(rw->arena, sl_text_cstr(&text), text.length);
    sl_text_free(&text);
    return NULL;
}

bool sl_edit_set_argument(SlRewrite *rw, const SlExpr *arg, const char *text, const SlType *type) {
    const char *list;
    SlExpr *call = NULL;
    const char *reason = sl_edit_retype(rw, arg, type, &list, &call);
    if (reason)
        return sl_rewrite_refuse(rw, "%s", reason);
    Site site;
    find_site(rw, arg, &site);
    if (list && strcmp(list, sl_rewrite_text(rw, site.list_from, site.list_to)))
        sl_rewrite_replace(rw, site.list_from, site.list_to, list);
    sl_rewrite_replace(rw, arg->pos, arg->end, text);
    return true;
}
