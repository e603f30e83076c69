// SPDX-License-Identifier: MIT
// Scopes: names to objects, nested outwards. A local name is visible from its scope_pos on, so that
// `x := x` finds the outer x on its right side.
#include "lang/types-impl.h"

SlScope *sl_scope_new(SlTypes *types, SlScope *outer, SlPos pos, SlPos end) {
    SlScope *scope = SL_NEW(types->arena, SlScope);
    scope->outer = outer;
    scope->pos = pos;
    scope->end = end;
    if (outer != NULL)
        scope->func = outer->func;
    sl_vec_push(&types->scopes, scope);
    return scope;
}

SlObj *sl_scope_lookup(const SlScope *scope, const char *name) {
    SlObj *obj = sl_map_get_ptr(&scope->names, name);
    return obj || !scope->more ? obj : scope->more(scope->more_data, name);
}

SlObj *sl_scope_find(const SlScope *scope, const char *name, SlPos pos, const SlScope **where) {
    for (; scope != NULL; scope = scope->outer) {
        SlObj *obj = sl_scope_lookup(scope, name);
        if (obj == NULL || (pos != 0 && obj->scope_pos > pos))
            continue;
        if (where != NULL)
            *where = scope;
        return obj;
    }
    if (where != NULL)
        *where = NULL;
    return NULL;
}

const SlScope *sl_scope_at(const SlTypes *types, SlPos pos) {
    const SlScope *best = NULL;
    for (int i = 0; i < types->scopes.count; i++) {
        const SlScope *scope = types->scopes.at[i];
        if (scope->pos > pos || scope->end < pos || !scope->pos)
            continue;
        if (!best || scope->end - scope->pos <= best->end - best->pos) // of equals the later lies inside
            best = scope;
    }
    return best;
}

SlObj *sl_scope_insert(SlScope *scope, SlObj *obj) {
    SlObj *there = sl_map_get_ptr(&scope->names, obj->name);
    if (there != NULL)
        return there;
    sl_map_set_ptr(&scope->names, obj->name, obj);
    if (obj->scope == NULL)
        obj->scope = scope;
    return NULL;
}
