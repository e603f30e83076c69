// SPDX-License-Identifier: MIT
// Types and constants of expressions about a stopped program: from the language's types to those that the program has.
#include <stdio.h>

#include "run/expression-impl.h"

// Predeclared types that the program itself has no use for.
// clang-format off
#define BASICS(B)                                                                                                      \
    B(BOOL, "bool", 1, 1) B(INT, "int", 8, 1) B(INT8, "int8", 1, 1) B(INT16, "int16", 2, 1) B(INT32, "int32", 4, 1)    \
    B(INT64, "int64", 8, 1) B(UINT, "uint", 8, 1) B(UINT8, "uint8", 1, 1) B(UINT16, "uint16", 2, 1)                    \
    B(UINT32, "uint32", 4, 1) B(UINT64, "uint64", 8, 1) B(UINTPTR, "uintptr", 8, 1) B(FLOAT32, "float32", 4, 1)        \
    B(FLOAT64, "float64", 8, 1) B(COMPLEX64, "complex64", 8, 2) B(COMPLEX128, "complex128", 16, 2)                     \
    B(STRING, "string", 16, 2)
// clang-format on
static const SlRtype spare[] = {
#define B(name_, text_, size_, slots_)                                                                                 \
    [SL_KIND_##name_] = {.kind = SL_KIND_##name_,                                                                      \
                         .flags = SL_RTYPE_NAMED | SL_RTYPE_COMPARABLE,                                                \
                         .size = size_,                                                                                \
                         .slots = slots_,                                                                              \
                         .text = text_,                                                                                \
                         .name = text_,                                                                                \
                         .pkg_path = ""},
    BASICS(B)
#undef B
};

const SlRtype *sl_expression_basic(const SlCode *code, SlKind kind) {
    for (uint32_t i = 0; i < code->type_count; i++) {
        const SlRtype *type = code->types[i];
        if (type->kind == kind && (type->flags & SL_RTYPE_NAMED) && !type->pkg_path[0])
            return type;
    }
    return &spare[kind];
}

const char *sl_expression_type_text(SlExpression *expression, const SlRtype *type) {
    SlText text = {0};
    sl_type_show(type, &text);
    const char *kept = sl_arena_strndup(expression->arena, sl_text_cstr(&text), text.length);
    sl_text_free(&text);
    return kept;
}

// ---- types by name ----

static SlKind kind_of(SlBasic basic) {
    static const uint8_t kinds[SL_BASIC_COUNT] = {
        [SL_BOOL] = SL_KIND_BOOL,           [SL_INT] = SL_KIND_INT,
        [SL_INT8] = SL_KIND_INT8,           [SL_INT16] = SL_KIND_INT16,
        [SL_INT32] = SL_KIND_INT32,         [SL_INT64] = SL_KIND_INT64,
        [SL_UINT] = SL_KIND_UINT,           [SL_UINT8] = SL_KIND_UINT8,
        [SL_UINT16] = SL_KIND_UINT16,       [SL_UINT32] = SL_KIND_UINT32,
        [SL_UINT64] = SL_KIND_UINT64,       [SL_UINTPTR] = SL_KIND_UINTPTR,
        [SL_FLOAT32] = SL_KIND_FLOAT32,     [SL_FLOAT64] = SL_KIND_FLOAT64,
        [SL_COMPLEX64] = SL_KIND_COMPLEX64, [SL_COMPLEX128] = SL_KIND_COMPLEX128,
        [SL_STRING] = SL_KIND_STRING,
    };
    return kinds[basic];
}

const SlRtype *sl_expression_type_of(Binder *b, const SlObj *obj) {
    const SlType *type = obj->type ? sl_unalias(obj->type) : NULL;
    if (type && type->kind == SL_TYPE_BASIC && kind_of(type->basic))
        return sl_expression_basic(b->code, kind_of(type->basic));
    const SlRtype *found = NULL;
    const char *path = obj->pkg ? obj->pkg->path : "";
    bool named = type && (type->kind == SL_TYPE_NAMED || type->kind == SL_TYPE_INTERFACE);
    for (uint32_t i = 0; named && i < b->code->type_count; i++) {
        const SlRtype *at = b->code->types[i];
        if (!(at->flags & SL_RTYPE_NAMED) || strcmp(at->name, obj->name) != 0 || strcmp(at->pkg_path, path) != 0)
            continue;
        if (found)
            return sl_bind_fail(b, "there are several types %s", obj->name);
        found = at;
    }
    if (!found && type && type->kind == SL_TYPE_PARAM)
        return sl_bind_fail(b, "%s is a type parameter: name the type itself", obj->name);
    return found ? found : sl_bind_fail(b, "the program has no values of type %s", obj->name);
}

static const SlObj *type_named(Binder *b, const SlExpr *e) {
    const SlScope *scope = sl_scope_at(b->code->program->types, b->pos);
    const SlExpr *ident = e->kind == SL_EXPR_SELECTOR ? sl_unparen(e->x) : e;
    scope = scope ? scope : b->code->program->main->scope;
    const SlObj *obj = ident->kind == SL_EXPR_IDENT ? sl_scope_find(scope, ident->name, b->pos, NULL) : NULL;
    if (obj && e->kind == SL_EXPR_SELECTOR)
        obj = obj->kind == SL_OBJ_PACKAGE && obj->imported ? sl_scope_lookup(obj->imported->scope, e->name) : NULL;
    return obj && obj->kind == SL_OBJ_TYPE ? obj : NULL;
}

const SlRtype *sl_expression_type(Binder *b, const SlExpr *e) {
    e = sl_unparen(e);
    if (e->kind == SL_EXPR_STAR) {
        const SlRtype *elem = sl_expression_type(b, e->x);
        if (elem && !elem->pointer_to)
            return sl_bind_fail(b, "the program has no values of type *%s",
                                sl_expression_type_text(b->expression, elem));
        return elem ? elem->pointer_to : NULL;
    }
    const SlObj *obj = e->kind == SL_EXPR_IDENT || e->kind == SL_EXPR_SELECTOR ? type_named(b, e) : NULL;
    if (obj)
        return sl_expression_type_of(b, obj);
    return sl_bind_fail(b, "%s: only types with a name can be written here", sl_bind_text(b, e));
}

// ---- constants ----

const SlRtype *sl_expression_default(const SlCode *code, const Bound *x) {
    switch (x->untyped) {
    case SL_UNTYPED_BOOL:
        return sl_expression_basic(code, SL_KIND_BOOL);
    case SL_UNTYPED_RUNE:
        return sl_expression_basic(code, SL_KIND_INT32);
    case SL_UNTYPED_FLOAT:
        return sl_expression_basic(code, SL_KIND_FLOAT64);
    case SL_UNTYPED_COMPLEX:
        return sl_expression_basic(code, SL_KIND_COMPLEX128);
    case SL_UNTYPED_STRING:
        return sl_expression_basic(code, SL_KIND_STRING);
    default:
        return sl_expression_basic(code, SL_KIND_INT);
    }
}

const SlConst *sl_expression_represent(Binder *b, const SlConst *value, const SlRtype *type) {
    static const uint8_t basics[] = {
        [SL_KIND_BOOL] = SL_BOOL,           [SL_KIND_INT] = SL_INT,
        [SL_KIND_INT8] = SL_INT8,           [SL_KIND_INT16] = SL_INT16,
        [SL_KIND_INT32] = SL_INT32,         [SL_KIND_INT64] = SL_INT64,
        [SL_KIND_UINT] = SL_UINT,           [SL_KIND_UINT8] = SL_UINT8,
        [SL_KIND_UINT16] = SL_UINT16,       [SL_KIND_UINT32] = SL_UINT32,
        [SL_KIND_UINT64] = SL_UINT64,       [SL_KIND_UINTPTR] = SL_UINTPTR,
        [SL_KIND_FLOAT32] = SL_FLOAT32,     [SL_KIND_FLOAT64] = SL_FLOAT64,
        [SL_KIND_COMPLEX64] = SL_COMPLEX64, [SL_KIND_COMPLEX128] = SL_COMPLEX128,
        [SL_KIND_STRING] = SL_STRING,       [SL_KIND_UNSAFE_POINTER] = 0,
    };
    SlTypes *types = b->code->program->types;
    const SlConst *rounded;
    bool fits = basics[type->kind] && sl_representable(types, value, sl_basic(types, basics[type->kind]), &rounded);
    return fits ? rounded : NULL;
}

static bool has_nil(const SlRtype *type) {
    switch (type->kind) {
    case SL_KIND_POINTER:
    case SL_KIND_SLICE:
    case SL_KIND_MAP:
    case SL_KIND_CHAN:
    case SL_KIND_FUNC:
    case SL_KIND_INTERFACE:
    case SL_KIND_UNSAFE_POINTER:
        return true;
    default:
        return false;
    }
}

bool sl_expression_give_type(Binder *b, Bound **x, const SlRtype *type) {
    Bound *from = *x;
    if (from->type == type)
        return true;
    Bound *to = sl_bound_new(b, from->kind, type);
    const char *text = sl_expression_type_text(b->expression, type);
    if (from->kind == BOUND_NIL && !from->type) {
        if (!has_nil(type))
            return sl_bind_fail(b, "mismatched types %s and untyped nil", text) != NULL;
        *x = to;
        return true;
    }
    if (from->kind != BOUND_CONSTANT || from->type)
        return sl_bind_fail(b, "mismatched types %s and %s", sl_expression_type_text(b->expression, from->type),
                            text) != NULL;
    to->value = sl_expression_represent(b, from->value, type);
    if (!to->value) {
        char *value = sl_const_format(from->value);
        sl_bind_fail(b, "%s does not fit into type %s", value, text);
        free(value);
        return false;
    }
    *x = to;
    return true;
}

void sl_expression_constant(const Bound *x, SlSlot slots[3]) {
    memset(slots, 0, 3 * sizeof *slots);
    size_t length;
    switch (x->type->kind) {
    case SL_KIND_BOOL:
        slots[0].u = sl_const_bool_value(x->value);
        break;
    case SL_KIND_STRING:
        slots[0].p = (void *)(uintptr_t)sl_const_string_value(x->value, &length);
        slots[1].u = length;
        break;
    case SL_KIND_FLOAT32:
    case SL_KIND_COMPLEX64:
        slots[0].f = (double)sl_const_single(x->value);
        slots[1].f = x->type->slots > 1 ? (double)sl_const_imag_single(x->value) : 0;
        break;
    case SL_KIND_FLOAT64:
    case SL_KIND_COMPLEX128:
        slots[0].f = sl_const_double(x->value);
        slots[1].f = x->type->slots > 1 ? sl_const_imag_double(x->value) : 0;
        break;
    default:
        if (!sl_const_int64(x->value, &slots[0].i))
            sl_const_uint64(x->value, &slots[0].u);
    }
}
