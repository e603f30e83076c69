// SPDX-License-Identifier: MIT
// Conversions between concrete types, and to interfaces (Go specification, "Conversions", "Assignability").
#include "code/gen.h"

static bool is_int(const SlRtype *t) {
    return t->kind >= SL_KIND_INT && t->kind <= SL_KIND_UINTPTR;
}
static bool is_unsigned(const SlRtype *t) {
    return t->kind >= SL_KIND_UINT && t->kind <= SL_KIND_UINTPTR;
}
static bool is_float(const SlRtype *t) {
    return t->kind == SL_KIND_FLOAT32 || t->kind == SL_KIND_FLOAT64;
}
static bool is_complex(const SlRtype *t) {
    return t->kind == SL_KIND_COMPLEX64 || t->kind == SL_KIND_COMPLEX128;
}

int sl_gen_adapt(SlFn *fn, int slot, const SlRtype *from, const SlRtype *to, int want) {
    if (to->kind == SL_KIND_INTERFACE && from->kind != SL_KIND_INTERFACE) {
        int dst = sl_slot_want(fn, to, want);
        sl_rtype_in_iface(fn->g, from);
        sl_emit_type(fn, SL_OP_MKIFACE, dst, slot, 0, from);
        return dst;
    }
    if (want == SL_NONE)
        return slot;
    sl_emit_move(fn, want, slot, (int)to->slots);
    return want;
}

// All values of from are values of to, in the same normal form.
static bool widens(const SlRtype *from, const SlRtype *to) {
    if (from->kind == to->kind || to->size == 8)
        return true;
    if (is_unsigned(from))
        return from->size < to->size || (from->size == to->size && is_unsigned(to));
    return !is_unsigned(to) && from->size <= to->size;
}

static int convert_number(SlFn *fn, int slot, const SlRtype *from, const SlRtype *to, int want) {
    if (is_int(from) && is_int(to) && widens(from, to))
        return sl_gen_adapt(fn, slot, to, to, want);
    int dst = sl_slot_want(fn, to, want);
    static const struct {
        uint8_t kind;
        uint16_t op;
    } extends[] = {
        {SL_KIND_INT8, SL_OP_SX8},  {SL_KIND_INT16, SL_OP_SX16},  {SL_KIND_INT32, SL_OP_SX32},
        {SL_KIND_UINT8, SL_OP_ZX8}, {SL_KIND_UINT16, SL_OP_ZX16}, {SL_KIND_UINT32, SL_OP_ZX32},
    };
    if (is_int(from) && is_int(to)) {
        for (size_t i = 0; i < sizeof extends / sizeof *extends; i++)
            if (extends[i].kind == to->kind)
                sl_emit(fn, (SlOp)extends[i].op, dst, slot, 0);
    } else if (is_int(from)) {
        sl_emit(fn, is_unsigned(from) && from->size == 8 ? SL_OP_U2F : SL_OP_I2F, dst, slot, 0);
        sl_emit_extend(fn, to, dst);
    } else if (is_int(to)) {
        sl_emit(fn, is_unsigned(to) && to->size == 8 ? SL_OP_F2U : SL_OP_F2I, dst, slot, 0);
        sl_emit_extend(fn, to, dst);
    } else if (to->kind == SL_KIND_FLOAT32 && from->kind == SL_KIND_FLOAT64)
        sl_emit(fn, SL_OP_F32, dst, slot, 0);
    else
        sl_emit_move(fn, dst, slot, 1);
    return dst;
}

static int convert_string(SlFn *fn, int slot, const SlRtype *from, const SlRtype *to, int want) {
    bool bytes;
    SlOp op;
    if (to->kind == SL_KIND_STRING) {
        if (is_int(from))
            op = SL_OP_RUNE2STR;
        else {
            bytes = from->elem->size == 1;
            op = bytes ? SL_OP_BYTES2STR : SL_OP_RUNES2STR;
        }
    } else {
        bytes = to->elem->size == 1;
        op = bytes ? SL_OP_STR2BYTES : SL_OP_STR2RUNES;
    }
    int dst = sl_slot_want(fn, to, want);
    sl_emit(fn, op, dst, slot, 0);
    return dst;
}

int sl_gen_convert(SlFn *fn, int slot, const SlRtype *from, const SlRtype *to, int want) {
    if (to->kind == SL_KIND_INTERFACE)
        return sl_gen_adapt(fn, slot, from, to, want);
    if ((is_int(from) || is_float(from)) && (is_int(to) || is_float(to)))
        return convert_number(fn, slot, from, to, want);
    if (is_complex(from) && to->kind == SL_KIND_COMPLEX64 && from->kind != to->kind) {
        int dst = sl_slot_want(fn, to, want);
        sl_emit(fn, SL_OP_C32, dst, slot, 0);
        return dst;
    }
    if (from->kind != to->kind && (to->kind == SL_KIND_STRING || from->kind == SL_KIND_STRING))
        return convert_string(fn, slot, from, to, want);
    if (from->kind == SL_KIND_SLICE && (to->kind == SL_KIND_POINTER || to->kind == SL_KIND_ARRAY)) {
        const SlRtype *array = to->kind == SL_KIND_POINTER ? to->elem : to;
        int pointer = to->kind == SL_KIND_POINTER && want != SL_NONE ? want : sl_slot_pointer(fn);
        sl_emit_word(fn, SL_OP_SLICE2ARR, pointer, slot, 0, (uint32_t)array->length, 0);
        if (to->kind == SL_KIND_POINTER)
            return pointer;
        int dst = sl_slot_want(fn, to, want);
        if (array->size)
            sl_load_mem(fn, array, dst, pointer, 0);
        return dst;
    }
    if (!(fn->func->flags & SL_FUNC_LIBRARY) &&
        (from->kind == SL_KIND_UNSAFE_POINTER) != (to->kind == SL_KIND_UNSAFE_POINTER)) {
        int dst = want == SL_NONE ? sl_slot_pointer(fn) : want;
        if (to->kind == SL_KIND_POINTER) {
            const SlRtype *header = sl_rtype_header(fn->g, to->elem);
            sl_emit_word(fn, SL_OP_VIEW, dst, slot, 0, to->elem->index, header ? SL_VIEW_HEADER + header->index : 0);
            return dst;
        }
        if (from->kind == SL_KIND_UINTPTR) {
            sl_emit(fn, SL_OP_ADDRESS, dst, slot, 0);
            return dst;
        }
    }
    // The same memory: but slots that the collector sees differently are not shared
    if (want == SL_NONE && from->slots == to->slots && memcmp(from->slot_kinds, to->slot_kinds, from->slots) != 0)
        want = sl_slot_new(fn, to);
    return sl_gen_adapt(fn, slot, to, to, want);
}
