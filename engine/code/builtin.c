// SPDX-License-Identifier: MIT
// Built-in functions, those of package unsafe included.
#include "code/gen.h"

static void hoist_args(SlFn *fn, SlExpr *e, int from) {
    bool calls = false;
    for (int i = from; i < e->count; i++)
        calls = calls || sl_has_call(fn, e->list[i]);
    for (int i = from; calls && i < e->count; i++)
        sl_hoist(fn, e->list[i]);
}

static int moved(SlFn *fn, int slot, int count, int want) {
    if (want == SL_NONE)
        return slot;
    sl_emit_move(fn, want, slot, count);
    return want;
}

// len and cap: nth word of the value.
static int gen_length(SlFn *fn, SlExpr *e, bool cap, int want) {
    const SlRtype *type = sl_type_of(fn, e->list[0]);
    int dst;
    switch (type->kind) {
    case SL_KIND_STRING:
    case SL_KIND_SLICE: {
        int word = cap ? 2 : 1;
        if (want == SL_NONE && sl_call_is_window(fn, e->list[0]))
            return sl_gen_expr(fn, e->list[0], SL_NONE) + word;
        dst = want;
        int mark = sl_slot_mark(fn);
        SlSpot spot = sl_spot_expr(fn, e->list[0]);
        if (spot.kind == SL_SPOT_MEM && spot.offset < 0xFF00) {
            if (dst == SL_NONE)
                dst = sl_slot_scalar(fn);
            sl_emit(fn, SL_OP_LD64, dst, spot.slot, (int)spot.offset + word * 8);
            if (want != SL_NONE)
                sl_slot_release(fn, mark);
            return dst;
        }
        dst = moved(fn, sl_spot_get(fn, &spot, SL_NONE) + word, 1, want);
        if (want != SL_NONE)
            sl_slot_release(fn, mark);
        return dst;
    }
    case SL_KIND_MAP:
    case SL_KIND_CHAN: {
        dst = want == SL_NONE ? sl_slot_scalar(fn) : want;
        int mark = sl_slot_mark(fn);
        int x = sl_gen_expr(fn, e->list[0], SL_NONE);
        sl_emit(fn, type->kind == SL_KIND_MAP ? SL_OP_MAPLEN : cap ? SL_OP_CHANCAP : SL_OP_CHANLEN, dst, x, 0);
        sl_slot_release(fn, mark);
        return dst;
    }
    default: { // an array, or a pointer to one
        const SlRtype *array = type->kind == SL_KIND_POINTER ? type->elem : type;
        if (sl_has_call(fn, e->list[0]))
            sl_gen_effect(fn, e->list[0]);
        dst = want == SL_NONE ? sl_slot_scalar(fn) : want;
        sl_emit_int(fn, dst, (int64_t)array->length);
        return dst;
    }
    }
}

static int gen_append(SlFn *fn, SlExpr *e, int want) {
    const SlRtype *type = sl_type_of(fn, e);
    hoist_args(fn, e, 0);
    int dst = sl_slot_want(fn, type, want), mark = sl_slot_mark(fn);
    if (e->count == 1) {
        sl_gen_as(fn, e->list[0], type, dst);
    } else if (e->dots) {
        int slice = sl_gen_as(fn, e->list[0], type, SL_NONE);
        bool nil = sl_is_nil(e->list[1]);
        const SlRtype *from = nil ? type : sl_type_of(fn, e->list[1]);
        int more = sl_gen_as(fn, e->list[1], from, SL_NONE);
        if (from->kind == SL_KIND_STRING)
            sl_emit(fn, SL_OP_APPENDSTR, dst, slice, more);
        else
            sl_emit_type(fn, SL_OP_APPENDS, dst, slice, more, type->elem);
    } else {
        int slice = sl_gen_as(fn, e->list[0], type, SL_NONE), count = e->count - 1, top = fn->win_top;
        int slots = (int)type->elem->slots, values;
        if (count == 1 && slots) {
            values = sl_gen_as(fn, e->list[1], type->elem, SL_NONE);
        } else {
            values = sl_window_new(fn, slots * count);
            for (int i = 0; i < count; i++)
                sl_gen_as(fn, e->list[1 + i], type->elem, values + i * slots);
        }
        fn->win_top = top;
        sl_emit_word(fn, SL_OP_APPEND, dst, slice, values, type->elem->index, (uint32_t)count);
    }
    sl_slot_release(fn, mark);
    return dst;
}

static int gen_copy(SlFn *fn, SlExpr *e, int want) {
    hoist_args(fn, e, 0);
    int dst = want == SL_NONE ? sl_slot_scalar(fn) : want, mark = sl_slot_mark(fn);
    const SlRtype *to = sl_type_of(fn, e->list[0]), *from = sl_type_of(fn, e->list[1]);
    int a = sl_gen_stable(fn, e->list[0]), b = sl_gen_stable(fn, e->list[1]);
    if (from->kind == SL_KIND_STRING)
        sl_emit(fn, SL_OP_COPYSTR, dst, a, b);
    else
        sl_emit_type(fn, SL_OP_COPY, dst, a, b, to->elem);
    sl_slot_release(fn, mark);
    return dst;
}

static int int_arg(SlFn *fn, SlExpr *e) {
    bool constant = sl_expr_is_const(sl_unparen(e));
    int slot = sl_gen_as(fn, e, constant ? sl_rtype_basic(fn->g, SL_INT) : sl_type_of(fn, e), SL_NONE);
    return slot;
}

static int gen_make(SlFn *fn, SlExpr *e, int want) {
    const SlRtype *type = sl_type_of(fn, e);
    hoist_args(fn, e, 1);
    int dst = sl_slot_want(fn, type, want), mark = sl_slot_mark(fn);
    if (type->kind == SL_KIND_SLICE) {
        int length = int_arg(fn, e->list[1]), capacity = e->count > 2 ? int_arg(fn, e->list[2]) : length;
        sl_emit_type(fn, SL_OP_MAKESLICE, dst, length, capacity, type->elem);
    } else if (type->kind == SL_KIND_MAP)
        sl_emit_type(fn, SL_OP_MAKEMAP, dst, e->count > 1 ? int_arg(fn, e->list[1]) : SL_NO_SLOT, 0, type);
    else {
        int size;
        if (e->count > 1)
            size = int_arg(fn, e->list[1]);
        else
            sl_emit_int(fn, size = sl_slot_scalar(fn), 0);
        sl_emit_type(fn, SL_OP_MAKECHAN, dst, size, 0, type);
    }
    sl_slot_release(fn, mark);
    return dst;
}

static int gen_min_max(SlFn *fn, SlExpr *e, bool max, int want) {
    const SlRtype *type = sl_type_of(fn, e);
    hoist_args(fn, e, 0);
    int dst = sl_slot_want(fn, type, want), mark = sl_slot_mark(fn);
    sl_gen_as(fn, e->list[0], type, dst);
    for (int i = 1; i < e->count; i++) {
        int x = sl_gen_as(fn, e->list[i], type, SL_NONE);
        if (type->kind == SL_KIND_FLOAT32 || type->kind == SL_KIND_FLOAT64) {
            sl_emit(fn, max ? SL_OP_FMAX : SL_OP_FMIN, dst, dst, x);
            continue;
        }
        int keep = sl_label_new(fn), a = max ? x : dst, b = max ? dst : x;
        if (type->kind == SL_KIND_STRING) {
            int slot = sl_slot_scalar(fn);
            sl_emit(fn, SL_OP_SLE, slot, a, b);
            sl_emit_jump(fn, SL_OP_JT, slot, 0, keep);
        } else {
            bool u = type->kind >= SL_KIND_UINT && type->kind <= SL_KIND_UINTPTR;
            sl_emit_jump(fn, u ? SL_OP_JLEU : SL_OP_JLE, a, b, keep);
        }
        sl_emit_move(fn, dst, x, (int)type->slots);
        sl_label_here(fn, keep);
    }
    sl_slot_release(fn, mark);
    return dst;
}

static int print_kind(const SlRtype *t) {
    switch (t->kind) {
    case SL_KIND_BOOL:
        return SL_PRINT_BOOL;
    case SL_KIND_FLOAT32:
    case SL_KIND_FLOAT64:
        return SL_PRINT_FLOAT;
    case SL_KIND_COMPLEX64:
    case SL_KIND_COMPLEX128:
        return SL_PRINT_COMPLEX;
    case SL_KIND_STRING:
        return SL_PRINT_STRING;
    case SL_KIND_INTERFACE:
        return SL_PRINT_IFACE;
    case SL_KIND_SLICE:
        return SL_PRINT_SLICE;
    case SL_KIND_CHAN:
    case SL_KIND_FUNC:
    case SL_KIND_MAP:
    case SL_KIND_POINTER:
    case SL_KIND_UNSAFE_POINTER:
        return SL_PRINT_POINTER;
    default:
        return t->kind >= SL_KIND_UINT ? SL_PRINT_UINT : SL_PRINT_INT;
    }
}

static void gen_print(SlFn *fn, SlExpr *e, bool line) {
    hoist_args(fn, e, 0);
    for (int i = 0; i < e->count; i++) {
        if (i && line)
            sl_emit(fn, SL_OP_PRINT, 0, SL_PRINT_SPACE, 0);
        int mark = sl_slot_mark(fn);
        const SlRtype *type = sl_type_of(fn, e->list[i]);
        int slot = sl_gen_as(fn, e->list[i], type, SL_NONE);
        sl_emit(fn, SL_OP_PRINT, slot, print_kind(type), (int)type->slots);
        sl_slot_release(fn, mark);
    }
    if (line)
        sl_emit(fn, SL_OP_PRINT, 0, SL_PRINT_NEWLINE, 0);
}

static int gen_complex(SlFn *fn, SlExpr *e, int want) {
    const SlRtype *type = sl_type_of(fn, e);
    const SlRtype *part = sl_rtype_basic(fn->g, type->kind == SL_KIND_COMPLEX64 ? SL_FLOAT32 : SL_FLOAT64);
    hoist_args(fn, e, 0);
    int dst = sl_slot_want(fn, type, want), mark = sl_slot_mark(fn);
    int re = sl_gen_as(fn, e->list[0], part, SL_NONE);
    if (re >= SL_WIN) {
        int own = sl_slot_scalar(fn);
        sl_emit_move(fn, own, re, 1);
        re = own;
    }
    int im = sl_gen_as(fn, e->list[1], part, SL_NONE);
    if (im == dst) {
        int own = sl_slot_scalar(fn);
        sl_emit_move(fn, own, im, 1);
        im = own;
    }
    sl_emit_move(fn, dst, re, 1);
    sl_emit_move(fn, dst + 1, im, 1);
    sl_slot_release(fn, mark);
    return dst;
}

// unsafe.String, unsafe.Slice: a pointer and a length put together.
static int gen_unsafe_view(SlFn *fn, SlExpr *e, int want) {
    const SlRtype *type = sl_type_of(fn, e);
    hoist_args(fn, e, 0);
    int pointer = sl_gen_stable(fn, e->list[0]), length = int_arg(fn, e->list[1]);
    int dst = sl_slot_want(fn, type, want);
    if (!(fn->func->flags & SL_FUNC_LIBRARY)) {
        bool slice = type->kind == SL_KIND_SLICE;
        sl_emit_type(fn, slice ? SL_OP_UNSLICE : SL_OP_UNSTRING, dst, pointer, length,
                     slice ? type->elem : sl_rtype_basic(fn->g, SL_UINT8));
        return dst;
    }
    sl_emit_move(fn, dst, pointer, 1);
    sl_emit_move(fn, dst + 1, length, 1);
    if (type->kind == SL_KIND_SLICE)
        sl_emit_move(fn, dst + 2, length, 1);
    return dst;
}

static void gen_clear(SlFn *fn, SlExpr *e) {
    const SlRtype *type = sl_type_of(fn, e->list[0]);
    int x = sl_gen_expr(fn, e->list[0], SL_NONE);
    if (type->kind == SL_KIND_MAP)
        sl_emit_type(fn, SL_OP_MAPCLEAR, x, 0, 0, type);
    else
        sl_emit_type(fn, SL_OP_CLEAR, x, 0, 0, type->elem);
}

static void gen_delete(SlFn *fn, SlExpr *e) {
    const SlRtype *type = sl_type_of(fn, e->list[0]);
    hoist_args(fn, e, 0);
    int map = sl_gen_stable(fn, e->list[0]), key = sl_gen_as(fn, e->list[1], type->key, SL_NONE);
    sl_emit_type(fn, SL_OP_MAPDEL, map, key, 0, type);
}

// println(f()) with several results: each becomes an operand that has been evaluated.
SlExpr *sl_builtin_spread(SlFn *fn, SlExpr *e) {
    SlExpr *inner = e->count == 1 ? (SlExpr *)(uintptr_t)sl_unparen(e->list[0]) : NULL;
    if (!inner || inner->kind != SL_EXPR_CALL || !inner->type || sl_unalias(inner->type)->kind != SL_TYPE_TUPLE ||
        inner->comma_ok)
        return e;
    const SlType *tuple = sl_unalias(inner->type);
    SlExpr *copy = sl_arena_copy(fn->g->arena, e, sizeof *e);
    copy->list = SL_NEW_N(fn->g->arena, SlExpr *, tuple->count + 1);
    copy->count = tuple->count;
    SlResults results = sl_gen_call_results(fn, inner);
    int at = results.slot;
    for (int i = 0; i < results.count; i++) {
        SlExpr *one = SL_NEW(fn->g->arena, SlExpr);
        *one = (SlExpr){.kind = SL_EXPR_BAD, .mode = SL_MODE_VALUE, .pos = inner->pos, .type = tuple->fields[i]->type};
        copy->list[i] = one;
        int slot = sl_slot_new(fn, results.types[i]);
        sl_emit_move(fn, slot, at, (int)results.types[i]->slots);
        at += (int)results.types[i]->slots;
        sl_vec_push(&fn->hoisted, (SlHoisted){one, slot});
    }
    return copy;
}

// Sizes that depend on type parameters.
static int gen_size(SlFn *fn, SlExpr *e, int want) {
    SlExpr *x = (SlExpr *)(uintptr_t)sl_unparen(e->list[0]);
    uint64_t value = 0;
    if (e->obj->builtin == SL_BUILTIN_Offsetof) {
        const SlRtype *type = sl_type_of(fn, x->x);
        const char *pkg = fn->unit->package ? fn->unit->package->path : "main";
        SlFound found = sl_method_find(fn->g, type, x->name, pkg);
        for (int i = 0; i < found.length; i++) {
            if (type->kind == SL_KIND_POINTER)
                type = type->elem;
            value += type->fields[found.path[i]].offset;
            type = type->fields[found.path[i]].type;
        }
    } else
        value = e->obj->builtin == SL_BUILTIN_Sizeof ? sl_type_of(fn, x)->size : sl_type_of(fn, x)->align;
    int dst = want == SL_NONE ? sl_slot_scalar(fn) : want;
    sl_emit_int(fn, dst, (int64_t)value);
    return dst;
}

int sl_gen_builtin(SlFn *fn, SlExpr *e, int want) {
    e = sl_builtin_spread(fn, e);
    switch ((SlBuiltin)(e->obj ? e->obj->builtin : 255)) {
    case SL_BUILTIN_append:
        return gen_append(fn, e, want);
    case SL_BUILTIN_len:
        return gen_length(fn, e, false, want);
    case SL_BUILTIN_cap:
        return gen_length(fn, e, true, want);
    case SL_BUILTIN_copy:
        return gen_copy(fn, e, want);
    case SL_BUILTIN_make:
        return gen_make(fn, e, want);
    case SL_BUILTIN_min:
        return gen_min_max(fn, e, false, want);
    case SL_BUILTIN_max:
        return gen_min_max(fn, e, true, want);
    case SL_BUILTIN_complex:
        return gen_complex(fn, e, want);
    case SL_BUILTIN_real:
        return moved(fn, sl_gen_expr(fn, e->list[0], SL_NONE), 1, want);
    case SL_BUILTIN_imag:
        return moved(fn, sl_gen_expr(fn, e->list[0], SL_NONE) + 1, 1, want);
    case SL_BUILTIN_clear:
        gen_clear(fn, e);
        break;
    case SL_BUILTIN_delete:
        gen_delete(fn, e);
        break;
    case SL_BUILTIN_close:
        sl_emit(fn, SL_OP_CLOSE, sl_gen_expr(fn, e->list[0], SL_NONE), 0, 0);
        break;
    case SL_BUILTIN_print:
        gen_print(fn, e, false);
        break;
    case SL_BUILTIN_println:
        gen_print(fn, e, true);
        break;
    case SL_BUILTIN_panic:
        sl_emit(fn, SL_OP_PANIC, sl_gen_as(fn, e->list[0], sl_rtype_any(fn->g), SL_NONE), 0, 0);
        break;
    case SL_BUILTIN_recover: {
        int dst = sl_slot_want(fn, sl_rtype_any(fn->g), want);
        sl_emit(fn, SL_OP_RECOVER, dst, 0, 0);
        return dst;
    }
    case SL_BUILTIN_new: {
        const SlRtype *type = sl_type_of(fn, e);
        int dst = sl_slot_want(fn, type, want);
        sl_emit_type(fn, SL_OP_NEW, dst, 0, 0, type->elem);
        return dst;
    }
    case SL_BUILTIN_Add: {
        hoist_args(fn, e, 0);
        int base = sl_gen_stable(fn, e->list[0]), offset = int_arg(fn, e->list[1]);
        int dst = want == SL_NONE ? sl_slot_pointer(fn) : want;
        if (fn->func->flags & SL_FUNC_LIBRARY) {
            sl_emit(fn, SL_OP_ADD, dst, base, offset);
            return dst;
        }
        int address = sl_slot_scalar(fn);
        sl_emit(fn, SL_OP_ADD, address, base, offset);
        sl_emit(fn, SL_OP_ADDRESS, dst, address, 0);
        return dst;
    }
    case SL_BUILTIN_String:
    case SL_BUILTIN_Slice:
        return gen_unsafe_view(fn, e, want);
    case SL_BUILTIN_Sizeof:
    case SL_BUILTIN_Alignof:
    case SL_BUILTIN_Offsetof:
        return gen_size(fn, e, want);
    case SL_BUILTIN_StringData:
        if (!(fn->func->flags & SL_FUNC_LIBRARY)) {
            int string = sl_gen_expr(fn, e->list[0], SL_NONE), dst = want == SL_NONE ? sl_slot_pointer(fn) : want;
            sl_emit(fn, SL_OP_STRDATA, dst, string, 0);
            return dst;
        }
        return moved(fn, sl_gen_expr(fn, e->list[0], SL_NONE), 1, want);
    case SL_BUILTIN_SliceData:
        return moved(fn, sl_gen_expr(fn, e->list[0], SL_NONE), 1, want);
    default:
        sl_fn_error(fn, e->pos, "this use of a built-in function is not supported");
        break;
    }
    return want == SL_NONE ? 0 : want;
}
