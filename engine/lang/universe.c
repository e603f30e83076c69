// SPDX-License-Identifier: MIT
// The universe: predeclared types, constants, nil, built-in functions, and package unsafe's scope.
#include "lang/types-impl.h"

typedef struct {
    const char *name;
    uint8_t flags;
} Basic;

static const Basic basics[SL_BASIC_COUNT] = {
    [SL_INVALID] = {"invalid type", 0},
    [SL_BOOL] = {"bool", SL_IS_BOOLEAN},
    [SL_INT] = {"int", SL_IS_INTEGER},
    [SL_INT8] = {"int8", SL_IS_INTEGER},
    [SL_INT16] = {"int16", SL_IS_INTEGER},
    [SL_INT32] = {"int32", SL_IS_INTEGER},
    [SL_INT64] = {"int64", SL_IS_INTEGER},
    [SL_UINT] = {"uint", SL_IS_INTEGER | SL_IS_UNSIGNED},
    [SL_UINT8] = {"uint8", SL_IS_INTEGER | SL_IS_UNSIGNED},
    [SL_UINT16] = {"uint16", SL_IS_INTEGER | SL_IS_UNSIGNED},
    [SL_UINT32] = {"uint32", SL_IS_INTEGER | SL_IS_UNSIGNED},
    [SL_UINT64] = {"uint64", SL_IS_INTEGER | SL_IS_UNSIGNED},
    [SL_UINTPTR] = {"uintptr", SL_IS_INTEGER | SL_IS_UNSIGNED},
    [SL_FLOAT32] = {"float32", SL_IS_FLOAT},
    [SL_FLOAT64] = {"float64", SL_IS_FLOAT},
    [SL_COMPLEX64] = {"complex64", SL_IS_COMPLEX},
    [SL_COMPLEX128] = {"complex128", SL_IS_COMPLEX},
    [SL_STRING] = {"string", SL_IS_STRING},
    [SL_UNSAFE_POINTER] = {"unsafe.Pointer", 0},
    [SL_UNTYPED_BOOL] = {"untyped bool", SL_IS_BOOLEAN | SL_IS_UNTYPED},
    [SL_UNTYPED_INT] = {"untyped int", SL_IS_INTEGER | SL_IS_UNTYPED},
    [SL_UNTYPED_RUNE] = {"untyped rune", SL_IS_INTEGER | SL_IS_UNTYPED},
    [SL_UNTYPED_FLOAT] = {"untyped float", SL_IS_FLOAT | SL_IS_UNTYPED},
    [SL_UNTYPED_COMPLEX] = {"untyped complex", SL_IS_COMPLEX | SL_IS_UNTYPED},
    [SL_UNTYPED_STRING] = {"untyped string", SL_IS_STRING | SL_IS_UNTYPED},
    [SL_UNTYPED_NIL] = {"untyped nil", SL_IS_UNTYPED},
};

static const char *const builtin_names[] = {
#define B(name) #name,
    SL_BUILTINS(B)
#undef B
};

static SlObj *declare(SlTypes *types, SlScope *scope, SlObjKind kind, const char *name, const SlType *type) {
    SlObj *obj = sl_obj_new(types, kind, 0, NULL, sl_types_intern(types, name), type);
    obj->is_global = true;
    SlObj *there = sl_scope_insert(scope, obj);
    (void)there;
    return obj;
}

static SlType *new_basic(SlTypes *types, SlBasic basic, const char *name) {
    SlType *type = sl_type_new(types, SL_TYPE_BASIC);
    type->basic = (uint8_t)basic;
    type->flags = basics[basic].flags;
    type->name = name;
    return type;
}

static void declare_error(SlTypes *types) {
    SlObj *obj = declare(types, types->universe, SL_OBJ_TYPE, "error", NULL);
    SlType *error = sl_type_named(types, obj);
    SlType *interface = sl_type_new(types, SL_TYPE_INTERFACE);
    SlType *sig = sl_type_new(types, SL_TYPE_SIGNATURE);
    SlObj *result = sl_obj_new(types, SL_OBJ_VAR, 0, NULL, NULL, types->basics[SL_STRING]);
    result->is_result = true;
    sig->results = sl_type_tuple(types, &result, 1);
    sig->recv = sl_obj_new(types, SL_OBJ_VAR, 0, NULL, NULL, error);
    interface->methods = SL_NEW_N(types->arena, SlObj *, 1);
    interface->methods[0] = sl_obj_new(types, SL_OBJ_FUNC, 0, NULL, sl_types_intern(types, "Error"), sig);
    interface->method_count = 1;
    error->under = interface;
    obj->type = error;
    types->error = error;
}

static void declare_comparable(SlTypes *types) {
    SlObj *obj = declare(types, types->universe, SL_OBJ_TYPE, "comparable", NULL);
    SlType *comparable = sl_type_named(types, obj);
    SlType *interface = sl_type_new(types, SL_TYPE_INTERFACE);
    interface->set = SL_NEW(types->arena, SlTypeSet);
    interface->set->all_types = true;
    interface->set->comparable = true;
    comparable->under = interface;
    obj->type = comparable;
    types->comparable = comparable;
}

void sl_universe_fill(SlTypes *types) {
    types->universe = sl_scope_new(types, NULL, 0, 0);
    types->unsafe = sl_scope_new(types, types->universe, 0, 0);
    for (int i = 0; i < SL_BASIC_COUNT; i++) {
        types->basics[i] = new_basic(types, (SlBasic)i, basics[i].name);
        if (i >= SL_BOOL && i <= SL_STRING) {
            declare(types, types->universe, SL_OBJ_TYPE, basics[i].name, types->basics[i]);
        }
    }
    types->byte = new_basic(types, SL_UINT8, "byte");
    declare(types, types->universe, SL_OBJ_TYPE, "byte", types->byte)->is_alias = true;
    types->rune = new_basic(types, SL_INT32, "rune");
    declare(types, types->universe, SL_OBJ_TYPE, "rune", types->rune)->is_alias = true;
    types->any = sl_type_new(types, SL_TYPE_INTERFACE);
    types->any->name = "any";
    declare(types, types->universe, SL_OBJ_TYPE, "any", types->any)->is_alias = true;
    declare_error(types);
    declare_comparable(types);

    const SlType *untyped_bool = types->basics[SL_UNTYPED_BOOL];
    declare(types, types->universe, SL_OBJ_CONST, "true", untyped_bool)->value = sl_const_bool(types->consts, true);
    declare(types, types->universe, SL_OBJ_CONST, "false", untyped_bool)->value = sl_const_bool(types->consts, false);
    declare(types, types->universe, SL_OBJ_CONST, "iota", types->basics[SL_UNTYPED_INT])->value =
        sl_const_int(types->consts, 0);
    declare(types, types->universe, SL_OBJ_NIL, "nil", types->basics[SL_UNTYPED_NIL]);
    for (int i = 0; i < (int)(sizeof builtin_names / sizeof *builtin_names); i++) {
        SlScope *scope = i >= SL_BUILTIN_Add ? types->unsafe : types->universe;
        declare(types, scope, SL_OBJ_BUILTIN, builtin_names[i], sl_invalid(types))->builtin = (uint8_t)i;
    }
    declare(types, types->unsafe, SL_OBJ_TYPE, "Pointer", types->basics[SL_UNSAFE_POINTER]);
}
