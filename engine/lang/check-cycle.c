// SPDX-License-Identifier: MIT
// Cycles: how they are told, and the search for types that contain themselves. The search walks the declared forms of
// types, not their instances; a type parameter stands for the argument that the innermost instance on the way gives it.
#include "lang/check.h"

int ck_first_in_source(SlObj **cycle, int count) {
    int first = 0;
    for (int i = 1; i < count; i++)
        if (cycle[i]->pos < cycle[first]->pos)
            first = i;
    return first;
}

// An object's name as another package says it.
static const char *name_of(Check *c, const SlObj *obj) {
    return obj->pkg && obj->pkg != c->pkg ? ck_print(c, "%s.%s", obj->pkg->name, obj->name) : obj->name;
}

void ck_cycle_error(Check *c, SlObj **cycle, int count, int start) {
    SlObj *obj = cycle[start];
    bool type = obj->kind == SL_OBJ_TYPE;
    if (count == 1) {
        ck_error(c, obj->pos, "invalid %s: %s refers to itself", type ? "recursive type" : "cycle in declaration",
                 obj->name);
        return;
    }
    SlText text = {0};
    sl_text_printf(&text, "invalid %s %s", type ? "recursive type" : "cycle in declaration of", obj->name);
    for (int i = 0; i < count; i++) {
        SlObj *from = cycle[(start + i) % count], *to = cycle[(start + i + 1) % count];
        sl_text_printf(&text, "\n\t%s: %s refers to %s", ck_pos_text(c, from->pos), name_of(c, from), name_of(c, to));
    }
    ck_error(c, obj->pos, "%s", sl_text_cstr(&text));
    sl_text_free(&text);
}

typedef struct Nested {
    struct Nested *outer;
    const SlType *type;
} Nested;

typedef SL_VEC(SlObj *) Path;

static bool valid_type(Check *c, const SlType *type, Nested *nest, Path *path);

static bool valid_named(Check *c, const SlType *type, Nested *nest, Path *path) {
    if (sl_map_get_ptr(&c->valid, type))
        return true;
    const SlType *origin = type->origin ? type->origin : type;
    if (origin->under && !ck_valid(origin->under))
        return false;
    if (type->obj->pkg != c->pkg && !type->targ_count)
        return true;
    for (Nested *at = nest; at; at = at->outer) {
        if (!sl_type_identical(at->type, type))
            continue;
        int start = path->count - 1;
        while (start > 0 && path->at[start] != type->obj)
            start--;
        int count = path->count - start;
        ck_cycle_error(c, path->at + start, count, 0);
        ((SlType *)origin)->under = ck_invalid(c);
        return false;
    }
    const SlType *rhs = sl_map_get_ptr(&c->rhs, origin);
    if (!rhs)
        rhs = origin->under;
    if (!rhs)
        return true;
    sl_vec_push(path, type->obj);
    Nested inside = {nest, type};
    bool valid = valid_type(c, rhs, &inside, path);
    path->count--;
    if (valid && (!nest || !type->targ_count))
        sl_map_set_ptr(&c->valid, type, (void *)type);
    return valid;
}

static bool valid_param(Check *c, const SlType *param, Nested *nest, Path *path) {
    const SlType *inst = nest ? nest->type : NULL;
    if (!inst || !inst->targ_count || !inst->origin)
        return true;
    for (int i = 0; i < inst->targ_count && i < inst->origin->tparam_count; i++)
        if (inst->origin->tparams[i] == param)
            return valid_type(c, inst->targs[i], nest->outer, path);
    return true;
}

static bool valid_type(Check *c, const SlType *type, Nested *nest, Path *path) {
    if (path->count > 200)
        return true;
    switch ((SlTypeKind)type->kind) {
    case SL_TYPE_ARRAY:
        return valid_type(c, type->elem, nest, path);
    case SL_TYPE_STRUCT:
        for (int i = 0; i < type->count; i++)
            if (!valid_type(c, type->fields[i]->type, nest, path))
                return false;
        return true;
    case SL_TYPE_UNION:
        for (int i = 0; i < type->term_count; i++)
            if (!valid_type(c, type->terms[i].type, nest, path))
                return false;
        return true;
    case SL_TYPE_INTERFACE:
        for (int i = 0; i < type->embed_count; i++)
            if (!valid_type(c, type->embeds[i], nest, path))
                return false;
        return true;
    case SL_TYPE_ALIAS:
        return !type->elem || valid_type(c, type->elem, nest, path);
    case SL_TYPE_NAMED:
        return valid_named(c, type, nest, path);
    case SL_TYPE_PARAM:
        return valid_param(c, type, nest, path);
    default:
        return true;
    }
}

void ck_valid_type(Check *c, const SlType *type) {
    Path path = {0};
    valid_type(c, type, NULL, &path);
    sl_vec_free(&path);
}
