// SPDX-License-Identifier: MIT
// Functions that only pass a call on: interface entries of methods, method values and expressions, promoted methods,
// and the functions behind go and defer of a builtin.
#include "code/gen.h"

static int params_from(SlFn *fn, const SlRtype *type) {
    int first = fn->kinds.count;
    for (uint32_t i = 0; i < type->param_count; i++)
        sl_slot_new(fn, type->params[i]);
    return first;
}

static SlSpot receiver(SlFn *fn, const SlRtype *type, int *params) {
    SlUnit *unit = fn->unit;
    const SlRtype *recv = unit->recv;
    int slot;
    switch (unit->kind) {
    case SL_UNIT_ENTRY:
        if (recv->flags & SL_RTYPE_DIRECT)
            slot = sl_slot_new(fn, recv);
        else
            slot = sl_slot_pointer(fn);
        *params = params_from(fn, type);
        if (recv->flags & SL_RTYPE_DIRECT)
            return sl_spot_slot(recv, slot);
        return (SlSpot){.kind = SL_SPOT_MEM, .type = recv, .slot = slot, .non_nil = true};
    case SL_UNIT_BOUND:
        *params = params_from(fn, type);
        slot = sl_slot_new(fn, recv);
        fn->func->capture_slots = recv->slots;
        fn->func->capture_kinds = (uint8_t *)(uintptr_t)recv->slot_kinds;
        if (recv->slots)
            sl_emit(fn, SL_OP_LDCAP, slot, 0, (int)recv->slots);
        return sl_spot_slot(recv, slot);
    default:
        slot = sl_slot_new(fn, recv);
        *params = params_from(fn, type);
        return sl_spot_slot(recv, slot);
    }
}

// A value method called through a nil pointer in an interface has a message of its own.
static void check_nil(SlFn *fn, int pointer) {
    const SlUnit *unit = fn->unit;
    const SlRtype *error = fn->g->code->type_plain_error, *holder = unit->found.holder;
    if (unit->kind != SL_UNIT_ENTRY || unit->recv->kind != SL_KIND_POINTER || unit->found.kind != SL_FOUND_METHOD ||
        unit->found.length || !error)
        return;
    int fine = sl_label_new(fn), pair = sl_slot_new(fn, sl_rtype_any(fn->g));
    const char *text = sl_arena_printf(fn->g->arena, "value method %s.%s called using nil *%s pointer", holder->text,
                                       unit->found.method->name, holder->name);
    sl_emit_jump(fn, SL_OP_JNEI, pointer, 0, fine);
    sl_emit_k(fn, SL_OP_LDTYPE, pair, error->index);
    sl_emit_int(fn, pair + 1, (int64_t)(uintptr_t)sl_string_static(fn->g, text, strlen(text)));
    sl_emit(fn, SL_OP_PANIC, pair, 0, 0);
    sl_label_here(fn, fine);
}

static void gen_method(SlFn *fn) {
    const SlRtype *type = fn->func->type;
    const SlFound *found = &fn->unit->found;
    for (uint32_t i = 0; i < type->result_count; i++)
        sl_slot_new(fn, type->results[i]);
    int params, results = (int)fn->func->result_slots;
    fn->pos = fn->func->pos;
    SlSpot spot = sl_spot_walk(fn, receiver(fn, type, &params), found->path, found->length);
    int count = 0;
    for (uint32_t i = 0; i < type->param_count; i++)
        count += (int)type->params[i]->slots;
    SlUnit *target = NULL;
    bool pointer = spot.type->kind == SL_KIND_POINTER && spot.type != found->holder;
    int iface = SL_NONE, slots = 1;
    if (found->kind == SL_FOUND_IFACE) {
        if (pointer)
            spot = sl_spot_deref(fn, sl_spot_get(fn, &spot, SL_NONE), spot.type->elem);
        iface = sl_spot_get(fn, &spot, SL_NONE);
    } else {
        target = sl_unit_method(fn->g, found->method, found->holder, fn->pos);
        slots = (int)target->recv->slots;
    }
    bool leaf = target && sl_unit_is_leaf(target);
    int window = sl_window_new(fn, SL_WINDOW_HEADER + results + slots + count);
    int base = leaf ? window : window + SL_WINDOW_HEADER, at = base + results;
    if (target && found->pointer_recv)
        pointer ? sl_spot_get(fn, &spot, at) : sl_spot_address(fn, &spot, at);
    else if (target) {
        if (pointer) {
            int slot = sl_spot_get(fn, &spot, SL_NONE);
            check_nil(fn, slot);
            spot = sl_spot_deref(fn, slot, spot.type->elem);
        }
        sl_spot_get(fn, &spot, at);
    }
    sl_emit_move(fn, at + slots, params, count);
    if (target)
        sl_emit_call_unit(fn, window, target);
    else {
        sl_emit_word(fn, SL_OP_CALLI, window, iface, results, found->holder->index, (uint32_t)found->index);
        sl_emit_extra(fn, fn->g->code->call_sites++);
    }
    sl_emit_move(fn, 0, base, results);
    sl_emit(fn, SL_OP_RET, 0, 0, 0);
}

static void gen_builtin(SlFn *fn) {
    SlUnit *unit = fn->unit;
    SlExpr *e = unit->call;
    fn->pos = e->pos;
    for (int i = 0, n = 0; i < e->count; i++) {
        const SlExpr *arg = sl_unparen(e->list[i]);
        if (sl_expr_is_const(arg) || sl_is_nil(arg))
            continue;
        int slot = sl_slot_new(fn, unit->types[n++]);
        sl_vec_push(&fn->hoisted, (SlHoisted){arg, slot});
    }
    sl_gen_builtin(fn, e, SL_NONE);
    sl_emit(fn, SL_OP_RET, 0, 0, 0);
}

void sl_gen_wrapper(SlFn *fn) {
    if (fn->unit->kind == SL_UNIT_BUILTIN)
        gen_builtin(fn);
    else
        gen_method(fn);
}
