// SPDX-License-Identifier: MIT
// Composite literals: built in the slots or in the memory where they are wanted. Long runs of constants without
// pointers become one copy from a string constant.
#include <stdlib.h>

#include "code/gen.h"

static SlExpr *bare(SlExpr *e) {
    return (SlExpr *)(uintptr_t)sl_unparen(e);
}

// Index of each element of an array or slice literal; returns the length.
static int64_t element_index(const SlExpr *item, int64_t next) {
    if (item->kind != SL_EXPR_KEY_VALUE)
        return next;
    int64_t n = next;
    sl_const_int64(sl_unparen(item->x)->value, &n);
    return n;
}

static int64_t literal_length(const SlExpr *e) {
    int64_t next = 0, length = 0;
    for (int i = 0; i < e->count; i++) {
        next = element_index(e->list[i], next) + 1;
        if (next > length)
            length = next;
    }
    return length;
}

static bool plain_number(const SlRtype *t) {
    return t->kind >= SL_KIND_BOOL && t->kind <= SL_KIND_FLOAT64;
}

static void put_number(char *at, const SlConst *value, const SlRtype *t) {
    if (t->kind == SL_KIND_FLOAT64) {
        double d = sl_const_double(value);
        memcpy(at, &d, 8);
    } else if (t->kind == SL_KIND_FLOAT32) {
        float f = sl_const_single(value);
        memcpy(at, &f, 4);
    } else if (t->kind == SL_KIND_BOOL)
        *at = sl_const_bool_value(value);
    else {
        int64_t n = 0;
        uint64_t u = 0;
        if (!sl_const_int64(value, &n) && sl_const_uint64(value, &u))
            n = (int64_t)u;
        memcpy(at, &n, t->size);
    }
}

// The whole of an array's memory as constant data, when every element is a number.
static bool gen_data(SlFn *fn, SlExpr *e, const SlRtype *elem, int64_t length, const SlSpot *spot) {
    if (spot->kind != SL_SPOT_MEM || e->count < 8 || !plain_number(elem) || length > e->count * 4 + 64)
        return false;
    for (int i = 0; i < e->count; i++) {
        const SlExpr *item = e->list[i]->kind == SL_EXPR_KEY_VALUE ? e->list[i]->y : e->list[i];
        item = sl_unparen(item);
        if (!sl_expr_is_const(item) || (sl_const_kind(item->value) != SL_CONST_INT && elem->kind != SL_KIND_BOOL &&
                                        elem->kind != SL_KIND_FLOAT64 && elem->kind != SL_KIND_FLOAT32))
            return false;
    }
    size_t size = (size_t)length * elem->size;
    char *data = calloc(1, size + 8);
    if (!data)
        abort();
    int64_t next = 0;
    for (int i = 0; i < e->count; i++, next++) {
        const SlExpr *item = e->list[i];
        next = element_index(item, next);
        item = sl_unparen(item->kind == SL_EXPR_KEY_VALUE ? item->y : item);
        put_number(data + (size_t)next * elem->size, item->value, elem);
    }
    int pointer = sl_spot_address(fn, spot, SL_NONE);
    sl_emit_k(fn, SL_OP_STDATA, pointer, sl_string_number(fn->g, data, size));
    free(data);
    return true;
}

static bool is_zero_const(const SlExpr *e) {
    e = sl_unparen(e);
    if (sl_is_nil(e))
        return true;
    if (!sl_expr_is_const(e))
        return false;
    switch (sl_const_kind(e->value)) {
    case SL_CONST_BOOL:
        return !sl_const_bool_value(e->value);
    case SL_CONST_INT:
        return sl_const_sign(e->value) == 0;
    case SL_CONST_STRING: {
        size_t length;
        sl_const_string_value(e->value, &length);
        return length == 0;
    }
    default:
        return false;
    }
}

static void gen_part(SlFn *fn, SlExpr *value, SlSpot spot, bool zeroed) {
    SlExpr *inner = bare(value);
    int mark = sl_slot_mark(fn), hoisted = fn->hoisted.count;
    if (zeroed && is_zero_const(inner) && spot.type->kind != SL_KIND_INTERFACE)
        return;
    bool whole = inner->kind == SL_EXPR_COMPOSITE && sl_type_of(fn, inner) == spot.type &&
                 (spot.kind == SL_SPOT_SLOT || spot.kind == SL_SPOT_MEM || spot.kind == SL_SPOT_FIELD);
    if (whole && (spot.type->kind == SL_KIND_STRUCT || spot.type->kind == SL_KIND_ARRAY))
        sl_gen_composite_at(fn, inner, spot.type, spot, zeroed);
    else
        sl_gen_store(fn, value, &spot, true);
    fn->hoisted.count = hoisted;
    sl_slot_release(fn, mark);
}

static int field_index(const SlRtype *type, const SlExpr *key) {
    for (uint32_t i = 0; i < type->field_count; i++)
        if (strcmp(type->fields[i].name, key->name) == 0)
            return (int)i;
    assert(!"unknown field");
    return 0;
}

static void gen_struct(SlFn *fn, SlExpr *e, const SlRtype *type, const SlSpot *spot, bool zeroed) {
    for (int i = 0; i < e->count; i++) {
        SlExpr *item = e->list[i];
        bool keyed = item->kind == SL_EXPR_KEY_VALUE;
        int mark = sl_slot_mark(fn);
        int index = keyed ? field_index(type, bare(item->x)) : i;
        if (strcmp(type->fields[index].name, "_") == 0) {
            sl_gen_effect(fn, item);
            continue;
        }
        SlSpot field = sl_spot_field(fn, spot, index);
        gen_part(fn, keyed ? item->y : item, field, zeroed);
        sl_slot_release(fn, mark);
    }
}

static SlSpot element(SlFn *fn, const SlSpot *spot, const SlRtype *elem, int64_t index) {
    SlSpot at = *spot;
    at.type = elem;
    uint64_t offset = (uint64_t)index * elem->size;
    if (spot->kind == SL_SPOT_MEM) {
        at.offset += offset;
        return at;
    }
    // In a frame: an array is laid out as a struct of its elements
    SlRfield field = {.name = "", .type = elem, .offset = (uint32_t)offset};
    SlRtype fake = {.kind = SL_KIND_STRUCT, .fields = &field, .field_count = 1};
    SlSpot whole = *spot;
    whole.type = &fake;
    return sl_spot_field(fn, &whole, 0);
}

static void gen_elements(SlFn *fn, SlExpr *e, const SlRtype *elem, const SlSpot *spot, bool zeroed) {
    int64_t next = 0;
    for (int i = 0; i < e->count; i++, next++) {
        SlExpr *item = e->list[i];
        next = element_index(item, next);
        int mark = sl_slot_mark(fn);
        SlSpot at = element(fn, spot, elem, next);
        gen_part(fn, item->kind == SL_EXPR_KEY_VALUE ? item->y : item, at, zeroed);
        sl_slot_release(fn, mark);
    }
}

// Every byte is written by an element, each into slots of its own.
static bool covers(const SlRtype *type, const SlExpr *e) {
    if (type->kind == SL_KIND_ARRAY)
        return type->elem->size % 8 == 0 && literal_length(e) == (int64_t)type->length && e->count == (int)type->length;
    if (e->count != (int)type->field_count || !type->field_count)
        return false;
    for (uint32_t i = 0; i < type->field_count; i++)
        if (type->fields[i].type->size % 8 || type->fields[i].type->align != 8 ||
            strcmp(type->fields[i].name, "_") == 0)
            return false;
    return true;
}

void sl_gen_composite_at(SlFn *fn, SlExpr *e, const SlRtype *type, SlSpot spot, bool zeroed) {
    if (!zeroed && !(spot.kind == SL_SPOT_SLOT && covers(type, e))) {
        sl_spot_zero(fn, &spot);
        zeroed = true;
    }
    if (type->kind == SL_KIND_STRUCT)
        gen_struct(fn, e, type, &spot, zeroed);
    else if (!gen_data(fn, e, type->elem, (int64_t)type->length, &spot))
        gen_elements(fn, e, type->elem, &spot, zeroed);
}

// Nothing else sees the slot while the literal is built.
static bool is_own(const SlFn *fn, const SlExpr *e, int want) {
    return want != SL_NONE && (e->count == 0 || want >= SL_WIN || want == fn->fresh);
}

static int gen_typed(SlFn *fn, SlExpr *e, const SlRtype *type, int want);

static int gen_new(SlFn *fn, SlExpr *e, const SlRtype *type, int want) {
    // A variable that wants it is assigned when all is in place
    int pointer = is_own(fn, e, want) ? want : sl_slot_pointer(fn);
    sl_emit_type(fn, SL_OP_NEW, pointer, 0, 0, type);
    SlSpot spot = {.kind = SL_SPOT_MEM, .type = type, .slot = pointer, .non_nil = true};
    if (type->kind == SL_KIND_STRUCT || type->kind == SL_KIND_ARRAY)
        sl_gen_composite_at(fn, e, type, spot, true);
    else
        sl_spot_set(fn, &spot, gen_typed(fn, e, type, SL_NONE));
    if (want == SL_NONE)
        return pointer;
    sl_emit_move(fn, want, pointer, 1);
    return want;
}

static int gen_slice(SlFn *fn, SlExpr *e, const SlRtype *type, int want) {
    int64_t length = literal_length(e);
    int pointer = is_own(fn, e, want) ? want : sl_slot_pointer(fn);
    const SlRtype *array = sl_rtype_array(fn->g, type->elem, (uint64_t)length);
    sl_emit_type(fn, SL_OP_NEW, pointer, 0, 0, array);
    SlSpot spot = {.kind = SL_SPOT_MEM, .type = array, .slot = pointer, .non_nil = true};
    if (!gen_data(fn, e, type->elem, length, &spot))
        gen_elements(fn, e, type->elem, &spot, true);
    int dst = sl_slot_want(fn, type, want);
    sl_emit_move(fn, dst, pointer, 1);
    sl_emit_int(fn, dst + 1, length);
    sl_emit_int(fn, dst + 2, length);
    return dst;
}

static int gen_map(SlFn *fn, SlExpr *e, const SlRtype *type, int want) {
    int map = is_own(fn, e, want) ? want : sl_slot_pointer(fn), hint = SL_NO_SLOT;
    if (e->count > 8) {
        hint = sl_slot_scalar(fn);
        sl_emit_int(fn, hint, e->count);
    }
    sl_emit_type(fn, SL_OP_MAKEMAP, map, hint, 0, type);
    for (int i = 0; i < e->count; i++) {
        SlExpr *item = e->list[i];
        int mark = sl_slot_mark(fn), hoisted = fn->hoisted.count;
        int key = sl_gen_copy(fn, item->x, type->key);
        int value = sl_gen_copy(fn, item->y, type->elem);
        sl_emit_type(fn, SL_OP_MAPSET, map, key, value, type);
        fn->hoisted.count = hoisted;
        sl_slot_release(fn, mark);
    }
    if (want == SL_NONE)
        return map;
    sl_emit_move(fn, want, map, 1);
    return want;
}

int sl_gen_composite(SlFn *fn, SlExpr *e, int want) {
    return gen_typed(fn, e, sl_type_of(fn, e), want);
}

static int gen_typed(SlFn *fn, SlExpr *e, const SlRtype *type, int want) {
    switch (type->kind) {
    case SL_KIND_POINTER:
        return gen_new(fn, e, type->elem, want); // {...} for &T{...} inside another literal
    case SL_KIND_SLICE:
        return gen_slice(fn, e, type, want);
    case SL_KIND_MAP:
        return gen_map(fn, e, type, want);
    default:
        break;
    }
    if (type->size > 512) { // through memory
        int mark = sl_slot_mark(fn), dst = sl_slot_want(fn, type, want);
        if (want == SL_NONE)
            mark = sl_slot_mark(fn);
        int pointer = sl_slot_pointer(fn);
        sl_emit_type(fn, SL_OP_NEW, pointer, 0, 0, type);
        SlSpot spot = {.kind = SL_SPOT_MEM, .type = type, .slot = pointer, .non_nil = true};
        sl_gen_composite_at(fn, e, type, spot, true);
        if (type->flags & SL_RTYPE_HUGE)
            sl_emit_move(fn, dst, pointer, 1);
        else
            sl_load_mem(fn, type, dst, pointer, 0);
        sl_slot_release(fn, mark);
        return dst;
    }
    int dst = sl_slot_want(fn, type, want);
    sl_gen_composite_at(fn, e, type, sl_spot_slot(type, dst), false);
    return dst;
}

int sl_gen_address(SlFn *fn, SlExpr *e, int want) {
    if (e->kind == SL_EXPR_COMPOSITE) {
        const SlRtype *type = sl_type_of(fn, e);
        return gen_new(fn, e, type->kind == SL_KIND_POINTER ? type->elem : type, want);
    }
    SlSpot spot = sl_spot_expr(fn, e);
    if (e->kind == SL_EXPR_STAR) { // &*p is p, but p must not be nil
        sl_emit(fn, SL_OP_NILCHK, spot.slot, 0, 0);
        spot.non_nil = true;
    }
    int slot = sl_spot_address(fn, &spot, want);
    return slot;
}
