// SPDX-License-Identifier: MIT
// The built-in functions of package unsafe. Sizes are constants unless they depend on type arguments.
#include "lang/check.h"

static bool being_declared(const SlType *type, int depth) {
    type = sl_unalias(type);
    if (!type || depth > 100)
        return false;
    switch ((SlTypeKind)type->kind) {
    case SL_TYPE_NAMED:
        return (type->obj && type->obj->color == CK_GREY) || being_declared(sl_under(type), depth + 1);
    case SL_TYPE_ARRAY:
        return !type->elem || being_declared(type->elem, depth + 1);
    case SL_TYPE_STRUCT:
        for (int i = 0; i < type->count; i++)
            if (being_declared(type->fields[i]->type, depth + 1))
                return true;
        return false;
    default:
        return false;
    }
}

// Types whose size depends on type arguments.
static bool varies(const SlType *type) {
    if (sl_is_type_param(type))
        return true;
    const SlType *under = sl_under(type);
    if (under->kind == SL_TYPE_ARRAY)
        return varies(under->elem);
    for (int i = 0; under->kind == SL_TYPE_STRUCT && i < under->count; i++)
        if (varies(under->fields[i]->type))
            return true;
    return false;
}

bool ck_measured(BuiltinCall *b, const SlType *type, int64_t (*measure)(const SlType *)) {
    Check *c = b->c;
    Operand *x = b->x;
    if (being_declared(type, 0)) {
        ck_error(c, b->call->pos, "invalid recursive type %s", ck_type_text(c, type));
        return false;
    }
    if (sl_has_type_params(type) && varies(type)) {
        x->mode = SL_MODE_VALUE;
        x->value = NULL;
    } else {
        x->mode = SL_MODE_CONST;
        x->value = sl_const_int(c->consts, measure(type));
    }
    x->type = ck_basic(c, SL_UINTPTR);
    return true;
}

int64_t ck_align_of(const SlType *type) {
    return sl_type_align(type);
}

bool ck_offset_of(BuiltinCall *b) {
    Check *c = b->c;
    Operand *x = b->x;
    SlExpr *arg = (SlExpr *)sl_unparen(b->call->list[0]);
    if (arg->kind != SL_EXPR_SELECTOR) {
        ck_error(c, arg->pos, "invalid argument: %s is not a selector expression", ck_expr_text(c, b->call->list[0]));
        ck_use_one(c, arg);
        return false;
    }
    ck_expr(c, NULL, x, arg->x);
    if (x->mode == SL_MODE_INVALID)
        return false;
    const SlType *base = x->type, *under = sl_under(base);
    if (under->kind == SL_TYPE_POINTER && ck_is_kind(under->elem, SL_TYPE_STRUCT))
        base = under->elem;
    SlLookup found = sl_lookup(c->types, base, false, c->pkg, arg->name, false);
    const char *text = ck_expr_text(c, arg), *name = ck_type_text(c, base);
    if (!found.obj) {
        ck_error(c, arg->name_pos, "invalid argument: %s has no single field %s", name, arg->name);
        return false;
    }
    if (found.obj->kind != SL_OBJ_VAR) {
        ck_error(c, arg->pos, "invalid argument: %s is a method value", text);
        return false;
    }
    if (found.indirect) {
        ck_error(c, arg->pos, "invalid argument: field %s is embedded via a pointer in %s", arg->name, name);
        return false;
    }
    x->type = ck_basic(c, SL_UINTPTR);
    if (sl_has_type_params(base) && varies(base)) {
        x->mode = SL_MODE_VALUE;
        Operand field;
        ck_expr(c, NULL, &field, arg);
        return true;
    }
    int64_t offset = 0;
    const SlType *at = base;
    for (int i = 0; i < found.path_length; i++) {
        const SlType *st = sl_under(at);
        offset += sl_struct_offset(st, found.path[i]);
        at = st->fields[found.path[i]]->type;
    }
    Operand full;
    ck_expr(c, NULL, &full, arg);
    b->call->list[0]->mode = full.mode;
    b->call->list[0]->type = full.type;
    x->mode = SL_MODE_CONST;
    x->value = sl_const_int(c->consts, offset);
    return true;
}

// What the pointers may point to is checked when they are made: run/unsafe.c.
bool ck_unsafe_pointers(BuiltinCall *b, SlBuiltin id) {
    Check *c = b->c;
    Operand *x = b->x;
    const SlType *under = sl_under(x->type);
    if (id == SL_BUILTIN_String || id == SL_BUILTIN_Slice || id == SL_BUILTIN_Add) {
        if (!ck_valid_index(c, &b->args->at[1], "length", id == SL_BUILTIN_Add))
            return false;
    }
    if (id == SL_BUILTIN_Slice && under->kind != SL_TYPE_POINTER)
        return ck_builtin_wrong(b, x, ck_print(c, "invalid argument: %s is not a pointer", ck_operand_text(c, x)));
    if (id == SL_BUILTIN_SliceData && under->kind != SL_TYPE_SLICE)
        return ck_builtin_wrong(b, x, ck_print(c, "invalid argument: %s is not a slice", ck_operand_text(c, x)));
    x->mode = SL_MODE_VALUE;
    switch (id) {
    case SL_BUILTIN_Add:
        ck_assignment(c, x, ck_basic(c, SL_UNSAFE_POINTER), "argument to unsafe.Add");
        x->type = ck_basic(c, SL_UNSAFE_POINTER);
        return x->mode != SL_MODE_INVALID;
    case SL_BUILTIN_Slice:
        x->type = sl_type_slice(c->types, under->elem);
        return true;
    case SL_BUILTIN_SliceData:
        x->type = sl_type_pointer(c->types, under->elem);
        return true;
    case SL_BUILTIN_String:
        ck_assignment(c, x, sl_type_pointer(c->types, sl_type_byte(c->types)), "argument to unsafe.String");
        x->type = ck_basic(c, SL_STRING);
        return x->mode != SL_MODE_INVALID;
    default:
        ck_assignment(c, x, ck_basic(c, SL_STRING), "argument to unsafe.StringData");
        x->type = sl_type_pointer(c->types, sl_type_byte(c->types));
        return x->mode != SL_MODE_INVALID;
    }
}
