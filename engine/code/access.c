// SPDX-License-Identifier: MIT
// Indexing, slicing, type assertions, receiving; function and method values.
#include "code/gen.h"

int sl_gen_map_get(SlFn *fn, SlExpr *e, int want) {
    const SlRtype *map = sl_type_of(fn, e->x);
    if (sl_has_call(fn, e->list[0])) {
        sl_hoist(fn, e->x);
        sl_hoist(fn, e->list[0]);
    }
    int dst = want != SL_NONE ? want : e->comma_ok ? sl_slot_ok(fn, map->elem) : sl_slot_new(fn, map->elem);
    int mark = sl_slot_mark(fn);
    int slot = sl_gen_stable(fn, e->x), key = sl_gen_as(fn, e->list[0], map->key, SL_NONE);
    sl_emit_word(fn, SL_OP_MAPGET, dst, slot, key, map->index, e->comma_ok);
    sl_slot_release(fn, mark);
    return dst;
}

int sl_gen_index(SlFn *fn, SlExpr *e, int want) {
    if (e->targ_count ||
        (sl_unparen(e->x)->targ_count && sl_unparen(e->x)->obj && sl_unparen(e->x)->obj->kind == SL_OBJ_FUNC)) {
        const SlExpr *named;
        SlObj *obj;
        if (sl_static_callee(e, &obj, &named))
            return sl_gen_func_value(fn, obj, named, want);
    }
    const SlRtype *type = sl_type_of(fn, e->x);
    if (type->kind == SL_KIND_MAP && e->comma_ok)
        return sl_gen_map_get(fn, e, want);
    if (type->kind != SL_KIND_STRING) {
        SlSpot spot = sl_spot_expr(fn, e);
        return sl_spot_get(fn, &spot, want);
    }
    if (sl_has_call(fn, e->list[0])) {
        sl_hoist(fn, e->x);
        sl_hoist(fn, e->list[0]);
    }
    int dst = want == SL_NONE ? sl_slot_scalar(fn) : want, mark = sl_slot_mark(fn);
    int string = sl_gen_stable(fn, e->x), index = sl_gen_expr(fn, e->list[0], SL_NONE);
    sl_emit(fn, SL_OP_STRIDX, dst, string, index);
    sl_emit_unsigned(fn, sl_is_wide_unsigned(sl_type_of(fn, e->list[0])));
    sl_slot_release(fn, mark);
    return dst;
}

// Memory behind an unsafe.Pointer as a slice that goes as far as somebody asks.
static int gen_unsafe_slice(SlFn *fn, SlExpr *pointer, SlExpr *limit, const SlRtype *elem) {
    int dst = sl_slot_new(fn, sl_rtype_slice(fn->g, elem)), at = sl_gen_stable(fn, pointer);
    bool constant = sl_expr_is_const(sl_unparen(limit));
    const SlRtype *type = constant ? sl_rtype_basic(fn->g, SL_INT) : sl_type_of(fn, limit);
    sl_emit_type(fn, SL_OP_UNSLICE, dst, at, sl_gen_as(fn, limit, type, SL_NONE), elem);
    return dst;
}

int sl_gen_slice(SlFn *fn, SlExpr *e, int want) {
    const SlRtype *type = sl_type_of(fn, e->x), *result = sl_type_of(fn, e);
    SlExpr *bounds[3] = {e->lo, e->hi, e->max};
    bool calls = false;
    for (int i = 0; i < 3; i++)
        calls = calls || sl_has_call(fn, bounds[i]);
    if (calls) {
        sl_hoist(fn, e->x);
        for (int i = 0; i < 3; i++)
            sl_hoist(fn, bounds[i]);
    }
    int dst = sl_slot_want(fn, result, want), mark = sl_slot_mark(fn), base, kind;
    uint64_t elem_size = type->kind == SL_KIND_STRING ? 1 : 0, length = 0;
    if (type->kind == SL_KIND_STRING || type->kind == SL_KIND_SLICE) {
        base = sl_gen_stable(fn, e->x);
        kind = type->kind == SL_KIND_STRING ? SL_SLICE_STRING : SL_SLICE_SLICE;
        if (type->kind == SL_KIND_SLICE)
            elem_size = type->elem->size;
    } else {
        const SlRtype *array = type->kind == SL_KIND_POINTER ? type->elem : type;
        SlExpr *memory = type->kind == SL_KIND_POINTER && e->hi ? sl_unsafe_array(fn, e->x) : NULL;
        if (memory)
            base = gen_unsafe_slice(fn, memory, e->max ? e->max : e->hi, array->elem);
        else if (type->kind == SL_KIND_POINTER)
            base = sl_gen_stable(fn, e->x);
        else {
            SlSpot spot = sl_spot_expr(fn, e->x);
            base = sl_spot_address(fn, &spot, SL_NONE);
        }
        kind = memory ? SL_SLICE_SLICE : SL_SLICE_ARRAY;
        elem_size = array->elem->size;
        length = array->length;
    }
    SlWord word = {.slice = {.kind = (uint8_t)kind, .size = (uint32_t)elem_size}};
    int top = fn->win_top, scratch = SL_WIN + top;
    if (e->lo || e->hi || e->max)
        scratch = sl_window_new(fn, 3);
    for (int i = 0; i < 3; i++)
        if (bounds[i]) {
            word.slice.has |= (uint8_t)(1 << i);
            if (!sl_expr_is_const(sl_unparen(bounds[i])) && sl_is_wide_unsigned(sl_type_of(fn, bounds[i])))
                word.slice.has |= (uint8_t)(SL_SLICE_UNSIGNED << i);
            sl_gen_as(fn, bounds[i],
                      sl_expr_is_const(sl_unparen(bounds[i])) ? sl_rtype_basic(fn->g, SL_INT)
                                                              : sl_type_of(fn, bounds[i]),
                      scratch + i);
        }
    fn->win_top = top;
    sl_emit(fn, SL_OP_SLICE, dst, base, word.slice.has ? scratch : 0);
    sl_emit_extra(fn, word.word);
    sl_emit_extra(fn, length);
    sl_slot_release(fn, mark);
    return dst;
}

int sl_gen_assert(SlFn *fn, SlExpr *e, int want) {
    const SlRtype *type = sl_type_of(fn, e), *iface = sl_type_of(fn, e->x);
    int dst = want != SL_NONE ? want : e->comma_ok ? sl_slot_ok(fn, type) : sl_slot_new(fn, type);
    int mark = sl_slot_mark(fn);
    int x = sl_gen_expr(fn, e->x, SL_NONE);
    sl_emit_word(fn, SL_OP_ASSERT, dst, x, 0, type->index, e->comma_ok);
    sl_emit_extra(fn, iface->index);
    sl_slot_release(fn, mark);
    return dst;
}

int sl_gen_receive(SlFn *fn, SlExpr *e, int want) {
    const SlRtype *chan = sl_type_of(fn, e->x);
    bool own = want == SL_NONE || want >= SL_WIN;
    int dst = !own ? want : e->comma_ok ? sl_slot_ok(fn, chan->elem) : sl_slot_new(fn, chan->elem);
    int mark = sl_slot_mark(fn);
    int slot = sl_gen_stable(fn, e->x);
    sl_emit(fn, e->comma_ok ? SL_OP_RECV2 : SL_OP_RECV, dst, slot, (int)chan->elem->slots);
    sl_slot_release(fn, mark);
    if (want != SL_NONE && dst != want) {
        sl_emit_move(fn, want, dst, (int)chan->elem->slots + e->comma_ok);
        return want;
    }
    return dst;
}

// ---- functions as values ----

int sl_gen_closure(SlFn *fn, SlUnit *unit, int want) {
    int dst = want == SL_NONE ? sl_slot_pointer(fn) : want;
    SlFnInfo *info = unit->info;
    if (!info->captures.count) {
        sl_emit_k(fn, SL_OP_LDFN, dst, unit->func->index);
        return dst;
    }
    int count = 0;
    for (int i = 0; i < info->captures.count; i++) {
        SlVar *var = sl_var_get(fn, info->captures.at[i]);
        count += var->boxed ? 1 : (int)var->type->slots;
    }
    int top = fn->win_top, scratch = sl_window_new(fn, count), at = scratch;
    for (int i = 0; i < info->captures.count; i++) {
        SlVar *var = sl_var_get(fn, info->captures.at[i]);
        int slots = var->boxed ? 1 : (int)var->type->slots;
        sl_emit_move(fn, at, var->slot, slots);
        at += slots;
    }
    sl_emit_word(fn, SL_OP_CLOSURE, dst, scratch, 0, unit->func->index, (uint32_t)count);
    fn->win_top = top;
    return dst;
}

int sl_gen_literal(SlFn *fn, SlExpr *e, int want) {
    return sl_gen_closure(fn, sl_unit_literal(fn->g, e->func, fn->unit), want);
}

int sl_gen_func_value(SlFn *fn, SlObj *obj, const SlExpr *named, int want) {
    SlUnit *unit = sl_static_unit(fn, obj, named);
    int dst = want == SL_NONE ? sl_slot_pointer(fn) : want;
    sl_emit_k(fn, SL_OP_LDFN, dst, unit->func->index);
    return dst;
}

// x.M: a closure over the receiver as the method takes it (or over the interface).
int sl_gen_method_value(SlFn *fn, SlExpr *e, int want) {
    const SlRtype *recv;
    SlFound found = sl_selected(fn, e, &recv);
    int dst = want == SL_NONE ? sl_slot_pointer(fn) : want, mark = sl_slot_mark(fn);
    SlSpot spot = sl_spot_walk(fn, sl_spot_expr(fn, e->x), found.path, found.length);
    const SlRtype *type = found.holder;
    int value;
    if (found.kind == SL_FOUND_METHOD && found.pointer_recv) {
        type = sl_rtype_pointer(fn->g, found.holder);
        value =
            spot.type->kind == SL_KIND_POINTER ? sl_spot_get(fn, &spot, SL_NONE) : sl_spot_address(fn, &spot, SL_NONE);
    } else {
        if (spot.type->kind == SL_KIND_POINTER && found.holder->kind != SL_KIND_POINTER)
            spot = sl_spot_deref(fn, sl_spot_get(fn, &spot, SL_NONE), spot.type->elem);
        value = sl_spot_get(fn, &spot, SL_NONE);
    }
    SlFound direct = found;
    direct.length = 0;
    if (found.kind == SL_FOUND_IFACE) { // panics when nil
        int pair = sl_slot_kinds(fn, (uint8_t[]){SL_WORD_POINTER, SL_WORD_POINTER}, 2);
        sl_method_called(fn->g, found.holder->methods[found.index].name);
        sl_emit_word(fn, SL_OP_IMETH, pair, value, 0, found.holder->index, (uint32_t)found.index);
        sl_emit_extra(fn, fn->g->code->call_sites++);
    }
    SlUnit *unit = sl_unit_wrapper(fn->g, SL_UNIT_BOUND, type, &direct, e->name);
    if (!type->slots)
        sl_emit_k(fn, SL_OP_LDFN, dst, unit->func->index);
    else
        sl_emit_word(fn, SL_OP_CLOSURE, dst, value, 0, unit->func->index, type->slots);
    sl_slot_release(fn, mark);
    return dst;
}

int sl_gen_method_expr(SlFn *fn, SlExpr *e, int want) {
    const SlRtype *recv;
    SlFound found = sl_selected(fn, e, &recv);
    int dst = want == SL_NONE ? sl_slot_pointer(fn) : want;
    SlUnit *unit;
    bool pointer = recv->kind == SL_KIND_POINTER && !recv->name[0];
    if (found.kind == SL_FOUND_METHOD && found.length == 0 && pointer == found.pointer_recv)
        unit = sl_unit_method(fn->g, found.method, found.holder, e->pos);
    else
        unit = sl_unit_wrapper(fn->g, SL_UNIT_EXPR, recv, &found, e->name);
    sl_emit_k(fn, SL_OP_LDFN, dst, unit->func->index);
    return dst;
}
