// SPDX-License-Identifier: MIT
// Calls, go and defer. Arguments go straight into the window of the call; the calls inside them have been made before
// (sl_hoist), so that a window never holds anything across a safepoint. Results are read out of the window at once.
#include "code/gen.h"

typedef enum { MODE_CALL, MODE_GO, MODE_DEFER } Mode;

typedef struct {
    enum { CALLEE_UNIT, CALLEE_VALUE, CALLEE_METHOD, CALLEE_IFACE } kind;
    SlUnit *unit;
    const SlRtype *type; // FUNC
    SlExpr *x;           // VALUE: the function; METHOD, IFACE: the receiver operand
    SlFound found;
    int slot; // VALUE, IFACE: once evaluated
} Callee;

typedef struct {
    SlExpr **list;
    int count;
    SlExpr *tuple; // f(g()) with several results
    SlResults results;
    int *temps; // of the tuple
} Args;

bool sl_static_callee(const SlExpr *e, SlObj **obj, const SlExpr **named) {
    e = sl_unparen(e);
    const SlExpr *inner = e->kind == SL_EXPR_INDEX ? sl_unparen(e->x) : e;
    *obj = NULL;
    if (inner->kind == SL_EXPR_IDENT)
        *obj = inner->obj;
    else if (inner->kind == SL_EXPR_SELECTOR && inner->selection && inner->selection->kind == SL_SELECT_QUALIFIED)
        *obj = inner->selection->obj;
    if (!*obj || (*obj)->kind != SL_OBJ_FUNC)
        return false;
    *named = e->targ_count ? e : inner;
    return true;
}

SlUnit *sl_static_unit(SlFn *fn, SlObj *obj, const SlExpr *named) {
    const SlRtype *targs[64];
    int count = named->targ_count > 64 ? 64 : named->targ_count;
    for (int i = 0; i < count; i++)
        targs[i] = sl_type_at(fn, named->targs[i]);
    return sl_unit_func(fn->g, obj, targs, count, named->pos);
}

SlFound sl_selected(SlFn *fn, const SlExpr *e, const SlRtype **recv) {
    const SlObj *obj = e->selection->obj;
    *recv = sl_type_of(fn, e->x);
    SlFound found = sl_method_find(fn->g, *recv, e->name, obj->pkg ? obj->pkg->path : "");
    if (found.kind != SL_FOUND_METHOD && found.kind != SL_FOUND_IFACE) {
        sl_fn_error(fn, e->pos, "internal: %s has no method %s", (*recv)->text, e->name);
        found.kind = SL_FOUND_IFACE;
        found.holder = sl_rtype_get(fn->g, sl_type_error(fn->g->tys), NULL);
    }
    return found;
}

bool sl_call_is_window(SlFn *fn, const SlExpr *e) {
    e = sl_unparen(e);
    return e->kind == SL_EXPR_CALL && e->call_kind == SL_CALL_FUNC && sl_hoisted_find(fn, e) == SL_NONE;
}

static Callee callee_of(SlFn *fn, SlExpr *e) {
    Callee c = {.kind = CALLEE_VALUE, .x = e->x};
    SlExpr *f = (SlExpr *)(uintptr_t)sl_unparen(e->x);
    SlObj *obj;
    const SlExpr *named;
    if (sl_static_callee(f, &obj, &named)) {
        c.kind = CALLEE_UNIT;
        c.unit = sl_static_unit(fn, obj, named);
    } else if (f->kind == SL_EXPR_SELECTOR && f->selection && f->selection->kind == SL_SELECT_METHOD) {
        const SlRtype *recv;
        c.found = sl_selected(fn, f, &recv);
        c.x = f->x;
        c.kind = c.found.kind == SL_FOUND_IFACE ? CALLEE_IFACE : CALLEE_METHOD;
        if (c.kind == CALLEE_IFACE) {
            const SlRmethod *m = &c.found.holder->methods[c.found.index];
            c.type = m->type;
            sl_method_called(fn->g, m->name);
            return c;
        }
        c.unit = sl_unit_method(fn->g, c.found.method, c.found.holder, f->pos);
    } else if (f->kind == SL_EXPR_FUNC) {
        SlUnit *unit = sl_unit_literal(fn->g, f->func, fn->unit);
        if (!unit->info->captures.count) {
            c.kind = CALLEE_UNIT;
            c.unit = unit;
        }
    }
    c.type = c.unit ? sl_unit_type(fn->g, c.unit) : sl_type_of(fn, e->x);
    return c;
}

static int slots_of(const SlRtype **types, uint32_t count) {
    int slots = 0;
    for (uint32_t i = 0; i < count; i++)
        slots += (int)types[i]->slots;
    return slots;
}

// Makes the calls inside the operands, from left to right. The very last one may stay for the window when it is an
// argument by itself; its index is returned, else -1.
static int hoist_operands(SlFn *fn, const Callee *c, Args *args, bool direct_last) {
    int last = -1;
    for (int i = 0; i < args->count; i++)
        if (sl_has_call(fn, args->list[i]))
            last = i;
    bool receiver = c->kind != CALLEE_UNIT && sl_has_call(fn, c->x);
    if (receiver)
        sl_hoist(fn, c->x);
    for (int i = 0; i < args->count; i++) {
        if (i == last && direct_last && sl_call_is_window(fn, args->list[i]))
            return i;
        sl_hoist(fn, args->list[i]);
    }
    return -1;
}

static void gen_tuple(SlFn *fn, Args *args) {
    args->results = sl_gen_call_results(fn, args->tuple);
    args->temps = SL_NEW_N(fn->g->arena, int, args->results.count + 1);
    int at = args->results.slot;
    for (int i = 0; i < args->results.count; i++) {
        const SlRtype *type = args->results.types[i];
        args->temps[i] = sl_slot_new(fn, type);
        sl_emit_move(fn, args->temps[i], at, (int)type->slots);
        at += (int)type->slots;
    }
}

static void fill_one(SlFn *fn, const Args *args, int i, const SlRtype *type, int dst) {
    int mark = sl_slot_mark(fn);
    if (args->tuple)
        sl_gen_adapt(fn, args->temps[i], args->results.types[i], type, dst);
    else
        sl_gen_as(fn, args->list[i], type, dst);
    sl_slot_release(fn, mark);
}

static void fill_rest(SlFn *fn, const Args *args, int from, const SlRtype *slice, int dst) {
    int count = (args->tuple ? args->results.count : args->count) - from;
    if (count <= 0) {
        sl_emit_zero(fn, dst, 3);
        return;
    }
    int mark = sl_slot_mark(fn);
    int array = sl_slot_pointer(fn);
    sl_emit_type(fn, SL_OP_NEW, array, 0, 0, sl_rtype_array(fn->g, slice->elem, (uint64_t)count));
    for (int i = 0; i < count; i++) {
        int inner = sl_slot_mark(fn);
        SlSpot spot = {.kind = SL_SPOT_MEM, .type = slice->elem, .slot = array, .non_nil = true};
        spot.offset = (uint64_t)i * slice->elem->size;
        if (args->tuple)
            sl_spot_set(fn, &spot,
                        sl_gen_adapt(fn, args->temps[from + i], args->results.types[from + i], slice->elem, SL_NONE));
        else
            sl_gen_store(fn, args->list[from + i], &spot, true);
        sl_slot_release(fn, inner);
    }
    sl_emit_move(fn, dst, array, 1);
    sl_emit_int(fn, dst + 1, count);
    sl_emit_int(fn, dst + 2, count);
    sl_slot_release(fn, mark);
}

static void fill_receiver(SlFn *fn, const Callee *c, int dst) {
    int mark = sl_slot_mark(fn);
    SlSpot spot = sl_spot_walk(fn, sl_spot_expr(fn, c->x), c->found.path, c->found.length);
    bool pointer = spot.type->kind == SL_KIND_POINTER && spot.type != c->found.holder;
    if (c->found.pointer_recv)
        pointer ? sl_spot_get(fn, &spot, dst) : sl_spot_address(fn, &spot, dst);
    else {
        if (pointer)
            spot = sl_spot_deref(fn, sl_spot_get(fn, &spot, SL_NONE), spot.type->elem);
        sl_spot_get(fn, &spot, dst);
    }
    sl_slot_release(fn, mark);
}

// What has to be evaluated before the window is filled: the function value or the interface.
static void gen_callee(SlFn *fn, Callee *c) {
    if (c->kind == CALLEE_VALUE)
        c->slot = sl_gen_stable(fn, c->x);
    if (c->kind != CALLEE_IFACE)
        return;
    SlSpot spot = sl_spot_walk(fn, sl_spot_expr(fn, c->x), c->found.path, c->found.length);
    if (spot.type->kind == SL_KIND_POINTER)
        spot = sl_spot_deref(fn, sl_spot_get(fn, &spot, SL_NONE), spot.type->elem);
    c->slot = sl_spot_get(fn, &spot, SL_NONE);
}

// Natives are an instruction of the caller: no frame, so no header either. Those that may block too, if they give
// nothing back (a lock, a sleep): the others have a frame whose results are there before they park.
bool sl_unit_is_leaf(const SlUnit *unit) {
    return unit->native >= 0 && (!unit->blocks || unit->func->result_slots == 0);
}

void sl_emit_call_unit(SlFn *fn, int window, SlUnit *unit) {
    if (sl_unit_is_leaf(unit))
        sl_emit_k(fn, unit->blocks ? SL_OP_BLOCK : SL_OP_NATIVE, window, (uint32_t)unit->native);
    else
        sl_emit_k(fn, SL_OP_CALL, window, unit->func->index);
}

static void emit_spawn(SlFn *fn, const Callee *c, int window, int first_arg, Mode mode) {
    SlFnInfo *info = fn->unit->info;
    bool far = mode == MODE_DEFER && info && info->range; // the frame of the function around
    int value = c->slot;
    if (c->kind == CALLEE_UNIT || c->kind == CALLEE_METHOD) {
        if (!far) {
            sl_emit_k(fn, mode == MODE_GO ? SL_OP_GO : SL_OP_DEFER, window, c->unit->func->index);
            return;
        }
        value = sl_slot_pointer(fn);
        sl_emit_k(fn, SL_OP_LDFN, value, c->unit->func->index);
    } else if (c->kind == CALLEE_IFACE) {
        value = sl_slot_kinds(fn, (uint8_t[]){SL_WORD_POINTER, SL_WORD_POINTER}, 2);
        sl_emit_word(fn, SL_OP_IMETH, value, c->slot, 0, c->found.holder->index, (uint32_t)c->found.index);
        sl_emit_extra(fn, fn->g->code->call_sites++);
        sl_emit_move(fn, first_arg, value + 1, 1);
    }
    if (!far) {
        sl_emit(fn, mode == MODE_GO ? SL_OP_GOC : SL_OP_DEFERC, window, value, 0);
        return;
    }
    SlFnInfo *function = info;
    while (function->range)
        function = function->outer;
    sl_emit(fn, SL_OP_DEFERTO, window, value, sl_var_get(fn, function->frame)->slot);
}

static void emit_call(SlFn *fn, const Callee *c, int window, int first_arg, Mode mode) {
    if (mode != MODE_CALL)
        emit_spawn(fn, c, window, first_arg, mode);
    else if (c->kind == CALLEE_VALUE)
        sl_emit(fn, SL_OP_CALLC, window, c->slot, 0);
    else if (c->kind == CALLEE_IFACE) {
        sl_emit_word(fn, SL_OP_CALLI, window, c->slot, first_arg - window - SL_WINDOW_HEADER, c->found.holder->index,
                     (uint32_t)c->found.index);
        sl_emit_extra(fn, fn->g->code->call_sites++);
    } else
        sl_emit_call_unit(fn, window, c->unit);
}

static SlResults gen_call(SlFn *fn, SlExpr *e, Mode mode) {
    Callee c = callee_of(fn, e);
    const SlRtype *type = c.type;
    Args args = {.list = e->list, .count = e->count};
    if (e->count == 1 && e->list[0]->type && sl_unparen(e->list[0])->kind == SL_EXPR_CALL &&
        sl_unalias(e->list[0]->type)->kind == SL_TYPE_TUPLE) {
        args.tuple = (SlExpr *)(uintptr_t)sl_unparen(e->list[0]);
        args.count = 0;
        if (c.kind != CALLEE_UNIT)
            sl_hoist(fn, c.x);
        gen_tuple(fn, &args);
    }
    int fixed = (int)type->param_count - (type->variadic && !e->dots);
    int direct = hoist_operands(fn, &c, &args, mode == MODE_CALL), direct_slot = SL_NONE;
    if (direct >= fixed)
        sl_hoist(fn, args.list[direct]);
    else if (direct >= 0) {
        if (c.kind != CALLEE_UNIT && c.kind != CALLEE_METHOD)
            gen_callee(fn, &c); // may need the window
        direct_slot = sl_gen_expr(fn, args.list[direct], SL_NONE);
    }
    if (direct_slot == SL_NONE)
        gen_callee(fn, &c);
    assert(fn->win_top == 0 || (c.unit && c.unit->native >= 0 && !c.unit->blocks));
    bool leaf = mode == MODE_CALL && c.unit && sl_unit_is_leaf(c.unit);
    int header = leaf ? 0 : SL_WINDOW_HEADER, results = slots_of(type->results, type->result_count);
    int receiver = c.kind == CALLEE_IFACE    ? 1
                   : c.kind == CALLEE_METHOD ? (int)(c.found.pointer_recv ? 1 : c.found.holder->slots)
                                             : 0;
    int top = fn->win_top;
    int window = sl_window_new(fn, header + results + receiver + slots_of(type->params, type->param_count));
    int first = window + header + results, at = first + receiver;
    if (direct_slot != SL_NONE) {
        int mark = sl_slot_mark(fn);
        sl_gen_adapt(fn, direct_slot, sl_type_of(fn, args.list[direct]), type->params[direct],
                     at + slots_of(type->params, (uint32_t)direct));
        sl_slot_release(fn, mark);
    }
    if (c.kind == CALLEE_METHOD)
        fill_receiver(fn, &c, first);
    for (int i = 0; i < fixed; i++) {
        if (i != direct || direct_slot == SL_NONE)
            fill_one(fn, &args, i, type->params[i], at);
        at += (int)type->params[i]->slots;
    }
    if (fixed < (int)type->param_count)
        fill_rest(fn, &args, fixed, type->params[fixed], at);
    fn->win_top = top;
    emit_call(fn, &c, window, first, mode);
    return (SlResults){type->results, (int)type->result_count, window + header};
}

SlResults sl_gen_call_results(SlFn *fn, SlExpr *e) {
    e = (SlExpr *)(uintptr_t)sl_unparen(e);
    SlPos pos = fn->pos;
    fn->pos = sl_expr_place(e);
    int mark = sl_slot_mark(fn), hoisted = fn->hoisted.count;
    SlResults results = gen_call(fn, e, MODE_CALL);
    fn->hoisted.count = hoisted;
    sl_slot_release(fn, mark);
    fn->pos = pos;
    return results;
}

int sl_gen_call(SlFn *fn, SlExpr *e, int want) {
    SlResults results = sl_gen_call_results(fn, e);
    if (!results.count)
        return want == SL_NONE ? 0 : want;
    if (want == SL_NONE)
        return results.slot;
    sl_emit_move(fn, want, results.slot, (int)results.types[0]->slots);
    return want;
}

// go and defer of a builtin: a wrapper does it, with the values of its operands as parameters.
static void gen_builtin_later(SlFn *fn, SlExpr *e, Mode mode) {
    e = sl_builtin_spread(fn, e);
    const SlRtype **types = SL_NEW_N(fn->g->arena, const SlRtype *, e->count + 1);
    int count = 0, slots = 0;
    for (int i = 0; i < e->count; i++)
        if (!sl_expr_is_const(sl_unparen(e->list[i])) && !sl_is_nil(e->list[i])) {
            types[count] = sl_type_of(fn, e->list[i]);
            slots += (int)types[count++]->slots;
            sl_hoist(fn, e->list[i]);
        }
    Callee c = {.kind = CALLEE_UNIT, .unit = sl_unit_builtin(fn->g, e, types, count, fn->unit)};
    int top = fn->win_top, window = sl_window_new(fn, SL_WINDOW_HEADER + slots), at = window + SL_WINDOW_HEADER;
    for (int i = 0; i < e->count; i++)
        if (!sl_expr_is_const(sl_unparen(e->list[i])) && !sl_is_nil(e->list[i])) {
            sl_gen_expr(fn, e->list[i], at);
            at += (int)sl_type_of(fn, e->list[i])->slots;
        }
    fn->win_top = top;
    emit_call(fn, &c, window, window + SL_WINDOW_HEADER, mode);
}

void sl_gen_go_defer(SlFn *fn, SlExpr *call, bool is_defer) {
    call = (SlExpr *)(uintptr_t)sl_unparen(call);
    Mode mode = is_defer ? MODE_DEFER : MODE_GO;
    int mark = sl_slot_mark(fn), hoisted = fn->hoisted.count;
    if (call->call_kind == SL_CALL_BUILTIN)
        gen_builtin_later(fn, call, mode);
    else if (call->call_kind == SL_CALL_FUNC)
        gen_call(fn, call, mode);
    else
        sl_gen_effect(fn, call);
    fn->hoisted.count = hoisted;
    sl_slot_release(fn, mark);
}
