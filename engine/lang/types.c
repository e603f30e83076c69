// SPDX-License-Identifier: MIT
// Types and objects: making them, and the record of one program's types. Everything lives in the program's arena;
// only the maps of scopes and the table of instances are malloc's.
#include "lang/types-impl.h"

SlTypes *sl_types_new(SlArena *arena, SlNames *names, SlConsts *consts) {
    SlTypes *types = SL_NEW(arena, SlTypes);
    types->arena = arena;
    types->names = names;
    types->consts = consts;
    types->empty_tuple = sl_type_new(types, SL_TYPE_TUPLE);
    sl_universe_fill(types);
    return types;
}

void sl_types_free(SlTypes *types) {
    if (types == NULL)
        return;
    for (int i = 0; i < types->scopes.count; i++)
        sl_map_free(&types->scopes.at[i]->names);
    sl_vec_free(&types->scopes);
    free(types->buckets);
    types->buckets = NULL;
}

SlArena *sl_types_arena(SlTypes *types) {
    return types->arena;
}

void sl_types_set_diags(SlTypes *types, SlDiags *diags) {
    types->diags = diags;
}

void sl_types_set_files(SlTypes *types, const SlFiles *files) {
    types->files = files;
}

const char *sl_show_place(SlTypes *types, SlPos pos) {
    if (types->files == NULL || pos == 0)
        return NULL;
    SlPlace place = sl_files_shown(types->files, pos);
    if (place.file == NULL)
        return NULL;
    return sl_arena_printf(types->arena, "%s:%d:%d", place.file->name, place.line, place.column);
}

void sl_types_set_package(SlTypes *types, const SlPackage *pkg) {
    types->pkg = pkg;
}

void sl_types_set_resolver(SlTypes *types, void (*resolve)(void *check, const SlType *named), void *check) {
    types->resolve = resolve;
    types->resolve_data = check;
}

void sl_types_set_method_resolver(SlTypes *types, void (*resolve)(void *check, SlObj *method), void *check) {
    types->resolve_method = resolve;
    types->resolve_method_data = check;
}

const char *sl_types_intern(SlTypes *types, const char *name) {
    return sl_names_get(types->names, name, strlen(name));
}

const SlType *sl_basic(const SlTypes *types, SlBasic basic) {
    return types->basics[basic];
}

const SlType *sl_type_byte(const SlTypes *types) {
    return types->byte;
}

const SlType *sl_type_rune(const SlTypes *types) {
    return types->rune;
}

const SlType *sl_type_any(const SlTypes *types) {
    return types->any;
}

const SlType *sl_type_error(const SlTypes *types) {
    return types->error;
}

const SlType *sl_type_comparable(const SlTypes *types) {
    return types->comparable;
}

SlScope *sl_universe(const SlTypes *types) {
    return types->universe;
}

SlScope *sl_unsafe_scope(const SlTypes *types) {
    return types->unsafe;
}

const SlType *sl_invalid(const SlTypes *types) {
    return types->basics[SL_INVALID];
}

bool sl_is_valid(const SlType *type) {
    type = sl_unalias(type);
    return type != NULL && !(type->kind == SL_TYPE_BASIC && type->basic == SL_INVALID);
}

SlType *sl_type_new(SlTypes *types, SlTypeKind kind) {
    SlType *type = SL_NEW(types->arena, SlType);
    type->kind = (uint8_t)kind;
    type->types = types;
    type->id = ++types->next_id;
    type->size = -1;
    if (kind == SL_TYPE_SIGNATURE)
        type->params = type->results = types->empty_tuple;
    return type;
}

static const SlType *of_elem(SlTypes *types, SlTypeKind kind, const SlType *elem) {
    SlType *type = sl_type_new(types, kind);
    type->elem = elem;
    return type;
}

const SlType *sl_type_pointer(SlTypes *types, const SlType *elem) {
    return of_elem(types, SL_TYPE_POINTER, elem);
}

const SlType *sl_type_slice(SlTypes *types, const SlType *elem) {
    return of_elem(types, SL_TYPE_SLICE, elem);
}

const SlType *sl_type_array(SlTypes *types, const SlType *elem, int64_t length) {
    SlType *type = sl_type_new(types, SL_TYPE_ARRAY);
    type->elem = elem;
    type->length = length;
    return type;
}

const SlType *sl_type_map(SlTypes *types, const SlType *key, const SlType *elem) {
    SlType *type = sl_type_new(types, SL_TYPE_MAP);
    type->key = key;
    type->elem = elem;
    return type;
}

const SlType *sl_type_chan(SlTypes *types, SlDir dir, const SlType *elem) {
    SlType *type = sl_type_new(types, SL_TYPE_CHAN);
    type->dir = (uint8_t)dir;
    type->elem = elem;
    return type;
}

const SlType *sl_type_tuple(SlTypes *types, SlObj **vars, int count) {
    if (count == 0)
        return types->empty_tuple;
    SlType *type = sl_type_new(types, SL_TYPE_TUPLE);
    type->fields = sl_arena_copy(types->arena, vars, sizeof *vars * (size_t)count);
    type->count = count;
    return type;
}

SlType *sl_type_named(SlTypes *types, SlObj *obj) {
    SlType *type = sl_type_new(types, SL_TYPE_NAMED);
    type->obj = obj;
    type->origin = type;
    return type;
}

const SlType *sl_unalias(const SlType *type) {
    while (type != NULL && type->kind == SL_TYPE_ALIAS)
        type = type->elem;
    return type;
}

SlObj *sl_obj_new(SlTypes *types, SlObjKind kind, SlPos pos, SlPackage *pkg, const char *name, const SlType *type) {
    SlObj *obj = SL_NEW(types->arena, SlObj);
    obj->kind = (uint8_t)kind;
    obj->pos = pos;
    obj->pkg = pkg;
    obj->name = name;
    obj->type = type;
    return obj;
}
