// SPDX-License-Identifier: MIT
// for range over arrays, slices, strings, maps, channels, integers and functions.
//
// Loops that count keep a hidden index in a slot and test at the bottom; a variable that nobody else sees and the body
// does not assign is that index. The body of a range over func becomes a function; the word pair behind
// SlFnInfo.state says whether it may be called and, when it leaves the loop, where to go on.
#include "code/gen.h"

enum { STATE_READY, STATE_RUNNING, STATE_EXITED, STATE_DONE }; // the box starts zeroed
enum { EXIT_RETURN = -1 };

typedef struct {
    SlFn *fn;
    SlStmt *s;
    SlFlow flow;
    int body;
    SlSpot shared[2]; // variables of all iterations (Go before 1.22)
    int first;        // for i, x[i] = range ...: the value of i while that of x[i] is not there yet
    const SlRtype *first_type;
} Loop;

static SlExpr *lhs_at(const SlStmt *s, int i) {
    if (i >= s->lhs_count)
        return NULL;
    SlExpr *e = (SlExpr *)(uintptr_t)sl_unparen(s->lhs[i]);
    return e->kind == SL_EXPR_IDENT && e->name[0] == '_' && !e->name[1] ? NULL : e;
}

static bool is_new(const SlStmt *s, int i) {
    return s->op == SL_TOKEN_DEFINE && lhs_at(s, i);
}

static void begin(Loop *loop, SlFn *fn, SlStmt *s) {
    *loop = (Loop){.fn = fn, .s = s};
    loop->flow =
        (SlFlow){.stmt = s, .break_label = sl_label_new(fn), .continue_label = sl_label_new(fn), .outer = fn->flow};
    loop->body = sl_label_new(fn);
    for (int i = 0; i < 2; i++)
        if (is_new(s, i) && !s->per_iteration) {
            SlObj *obj = lhs_at(s, i)->obj;
            loop->shared[i] = sl_spot_var(sl_var_new(fn, obj, sl_type_at(fn, obj->type), true));
        }
}

// The variable's own slot when the value can be loaded straight into it.
static int slot_for(Loop *loop, int i, const SlRtype *type) {
    SlFn *fn = loop->fn;
    if (is_new(loop->s, i) && !loop->s->per_iteration && loop->shared[i].kind == SL_SPOT_SLOT)
        return loop->shared[i].slot;
    return sl_slot_new(fn, type);
}

// Gives the i-th variable of this iteration its value. steady: the slot keeps its value through the body and is not
// needed by the loop, or only read; own: the loop has no further use for what the body leaves there.
static void bind(Loop *loop, int i, int slot, const SlRtype *type, bool own) {
    SlFn *fn = loop->fn;
    SlExpr *e = lhs_at(loop->s, i);
    if (!e)
        return;
    if (loop->s->op != SL_TOKEN_DEFINE) {
        int mark = sl_slot_mark(fn);
        bool both = i == 1 && lhs_at(loop->s, 0);
        if (i == 0 && lhs_at(loop->s, 1)) {
            loop->first = slot;
            loop->first_type = type;
            return;
        }
        const SlRtype *types[2] = {both ? loop->first_type : type, type};
        int slots[2] = {both ? loop->first : slot, slot};
        sl_gen_assign_slots(fn, loop->s->lhs + (both ? 0 : i), both ? 2 : 1, false, types, slots);
        sl_slot_release(fn, mark);
        return;
    }
    if (!loop->s->per_iteration) {
        if (loop->shared[i].kind != SL_SPOT_SLOT || loop->shared[i].slot != slot)
            sl_spot_set(fn, &loop->shared[i], slot);
        return;
    }
    SlObj *obj = e->obj;
    const SlRtype *vt = sl_type_at(fn, obj->type);
    if (!sl_var_boxed(obj, vt) && (own || !(obj->flags & SL_VAR_REASSIGNED))) {
        sl_var_at(fn, obj, vt, slot, false);
        return;
    }
    SlVar *var = sl_var_new(fn, obj, vt, false);
    SlSpot spot = sl_spot_var(var);
    sl_spot_set(fn, &spot, slot);
    sl_var_ready(fn, var);
}

static void gen_body(Loop *loop) {
    loop->fn->flow = &loop->flow;
    loop->fn->loops++;
    sl_gen_block(loop->fn, loop->s->body);
    loop->fn->loops--;
    loop->fn->flow = loop->flow.outer;
}

// Counting: the code between the body's label and the test, with the element loaded by load.
typedef struct {
    int index, limit; // slots
    bool is_unsigned;
    int64_t constant; // the limit, when limit is SL_NONE
} Count;

static void count_start(Loop *loop, Count *count, int cond) {
    SlFn *fn = loop->fn;
    count->index = sl_slot_scalar(fn);
    sl_emit_int(fn, count->index, 0);
    sl_emit_jump(fn, SL_OP_JMP, 0, 0, cond);
    sl_label_here(fn, loop->body);
}

static void count_end(Loop *loop, const Count *count, int cond) {
    SlFn *fn = loop->fn;
    sl_label_here(fn, loop->flow.continue_label);
    fn->pos = loop->s->pos;
    sl_emit(fn, SL_OP_ADDI, count->index, count->index, 1);
    sl_label_here(fn, cond);
    if (count->limit == SL_NONE)
        sl_emit_jump(fn, SL_OP_JLTI, count->index, (int)count->constant, loop->body);
    else
        sl_emit_jump(fn, count->is_unsigned ? SL_OP_JLTU : SL_OP_JLT, count->index, count->limit, loop->body);
    sl_label_here(fn, loop->flow.break_label);
}

static void set_constant(SlFn *fn, Count *count, int64_t n) {
    count->limit = SL_NONE;
    count->constant = n;
    if (n > INT16_MAX || n < INT16_MIN)
        sl_emit_int(fn, count->limit = sl_slot_scalar(fn), n);
}

static void range_int(Loop *loop) {
    SlFn *fn = loop->fn;
    SlExpr *x = loop->s->x, *key = lhs_at(loop->s, 0);
    const SlRtype *type = key ? sl_type_of(fn, key) : sl_type_of(fn, x);
    if (is_new(loop->s, 0))
        type = sl_type_at(fn, key->obj->type);
    Count count = {.is_unsigned = type->kind >= SL_KIND_UINT && type->size == 8 && type->kind <= SL_KIND_UINTPTR};
    int64_t n;
    if (!count.is_unsigned && sl_const_small(x, &n))
        set_constant(fn, &count, n);
    else
        count.limit = sl_gen_copy(fn, x, type);
    int cond = sl_label_new(fn);
    count_start(loop, &count, cond);
    int scope = sl_scope_open(fn);
    bind(loop, 0, count.index, type, false);
    gen_body(loop);
    sl_scope_close(fn, scope);
    count_end(loop, &count, cond);
}

static void counted(Loop *loop, Count *count, const SlRtype *elem, SlSpot *element, int pointer, const SlRtype *array) {
    SlFn *fn = loop->fn;
    int cond = sl_label_new(fn);
    count_start(loop, count, cond);
    int scope = sl_scope_open(fn);
    bind(loop, 0, count->index, sl_rtype_basic(fn->g, SL_INT), false);
    if (lhs_at(loop->s, 1)) {
        int slot = slot_for(loop, 1, elem), mark = sl_slot_mark(fn);
        SlSpot at = *element;
        at.index = count->index;
        if (array && pointer != SL_NONE) {
            at = (SlSpot){.kind = SL_SPOT_MEM, .type = elem, .slot = sl_slot_pointer(fn), .non_nil = true};
            sl_emit_word(fn, SL_OP_AIDX, at.slot, pointer, count->index, (uint32_t)array->length, (uint32_t)elem->size);
            sl_spot_get(fn, &at, slot);
        } else if (array)
            sl_emit_word(fn, SL_OP_FIDX, slot, element->slot, count->index, elem->index, (uint32_t)array->length);
        else
            sl_spot_get(fn, &at, slot);
        sl_slot_release(fn, mark);
        bind(loop, 1, slot, elem, true);
    }
    gen_body(loop);
    sl_scope_close(fn, scope);
    count_end(loop, count, cond);
}

static void range_slice(Loop *loop, const SlRtype *type) {
    SlFn *fn = loop->fn;
    int slice = sl_gen_copy(fn, loop->s->x, type);
    Count count = {.limit = slice + 1};
    SlSpot element = {.kind = SL_SPOT_ELEM, .type = type->elem, .slot = slice};
    counted(loop, &count, type->elem, &element, SL_NONE, NULL);
}

static void range_array(Loop *loop, const SlRtype *type) {
    SlFn *fn = loop->fn;
    const SlRtype *array = type->kind == SL_KIND_POINTER ? type->elem : type;
    bool values = lhs_at(loop->s, 1) != NULL;
    int pointer = SL_NONE;
    SlSpot element = {.kind = SL_SPOT_SLOT, .type = array->elem};
    if (type->kind == SL_KIND_POINTER) {
        if (values || sl_has_call(fn, loop->s->x))
            pointer = sl_gen_copy(fn, loop->s->x, type);
    } else if (values) {
        SlSpot spot = sl_spot_expr(fn, loop->s->x);
        if (spot.kind == SL_SPOT_SLOT && (array->flags & SL_RTYPE_HUGE)) {
            pointer = sl_slot_pointer(fn);
            sl_emit_type(fn, SL_OP_WHOLE, pointer, spot.slot, 0, array);
        } else if (spot.kind == SL_SPOT_SLOT || array->size <= 128) {
            element.slot = sl_slot_new(fn, array);
            sl_spot_get(fn, &spot, element.slot);
        } else { // the loop sees a copy
            pointer = sl_slot_pointer(fn);
            sl_emit_type(fn, SL_OP_NEW, pointer, 0, 0, array);
            sl_emit_type(fn, SL_OP_MOVE, pointer, sl_spot_address(fn, &spot, SL_NONE), 0, array);
        }
    } else if (sl_has_call(fn, loop->s->x))
        sl_gen_effect(fn, loop->s->x);
    Count count = {.limit = SL_NONE};
    set_constant(fn, &count, (int64_t)array->length);
    counted(loop, &count, array->elem, &element, pointer, array);
}

static void range_string(Loop *loop, const SlRtype *type) {
    SlFn *fn = loop->fn;
    int string = sl_gen_copy(fn, loop->s->x, type), cond = sl_label_new(fn);
    Count count = {.limit = string + 1};
    int next = sl_slot_kinds(fn, (uint8_t[]){SL_WORD_SCALAR, SL_WORD_SCALAR}, 2);
    count_start(loop, &count, cond);
    int scope = sl_scope_open(fn);
    sl_emit(fn, SL_OP_STRNEXT, next, string, count.index);
    bind(loop, 0, count.index, sl_rtype_basic(fn->g, SL_INT), false);
    bind(loop, 1, next, sl_rtype_basic(fn->g, SL_INT32), true);
    gen_body(loop);
    sl_scope_close(fn, scope);
    sl_label_here(fn, loop->flow.continue_label);
    fn->pos = loop->s->pos;
    sl_emit_move(fn, count.index, next + 1, 1);
    sl_label_here(fn, cond);
    sl_emit_jump(fn, SL_OP_JLT, count.index, count.limit, loop->body);
    sl_label_here(fn, loop->flow.break_label);
}

static void range_map(Loop *loop, const SlRtype *type) {
    SlFn *fn = loop->fn;
    int iterator = sl_slot_pointer(fn);
    int map = sl_gen_stable(fn, loop->s->x);
    sl_emit_type(fn, SL_OP_MAPITER, iterator, map, 0, type);
    sl_label_here(fn, loop->flow.continue_label);
    fn->pos = loop->s->pos;
    int scope = sl_scope_open(fn);
    int key = lhs_at(loop->s, 0) && type->key->slots ? slot_for(loop, 0, type->key) : SL_NO_SLOT;
    int value = lhs_at(loop->s, 1) && type->elem->slots ? slot_for(loop, 1, type->elem) : SL_NO_SLOT;
    int at = sl_emit_type(fn, SL_OP_MAPNEXT, iterator, key, value, type);
    fn->ins.at[at].target = loop->flow.break_label;
    bind(loop, 0, key == SL_NO_SLOT ? 0 : key, type->key, true);
    bind(loop, 1, value == SL_NO_SLOT ? 0 : value, type->elem, true);
    gen_body(loop);
    sl_scope_close(fn, scope);
    sl_emit_jump(fn, SL_OP_JMP, 0, 0, loop->flow.continue_label);
    sl_label_here(fn, loop->flow.break_label);
}

static void range_chan(Loop *loop, const SlRtype *type) {
    SlFn *fn = loop->fn;
    int chan = sl_gen_copy(fn, loop->s->x, type);
    sl_label_here(fn, loop->flow.continue_label);
    fn->pos = loop->s->pos;
    int scope = sl_scope_open(fn);
    int value = sl_slot_ok(fn, type->elem);
    sl_emit(fn, SL_OP_RECV2, value, chan, (int)type->elem->slots);
    sl_emit_jump(fn, SL_OP_JF, value + (int)type->elem->slots, 0, loop->flow.break_label);
    bind(loop, 0, value, type->elem, true);
    gen_body(loop);
    sl_scope_close(fn, scope);
    sl_emit_jump(fn, SL_OP_JMP, 0, 0, loop->flow.continue_label);
    sl_label_here(fn, loop->flow.break_label);
}

void sl_gen_range(SlFn *fn, SlStmt *s, SlStmt *labeled) {
    (void)labeled;
    const SlRtype *type = sl_type_of(fn, s->x);
    int scope = sl_scope_open(fn);
    if (type->kind == SL_KIND_FUNC) {
        sl_gen_range_func(fn, s);
        sl_scope_close(fn, scope);
        return;
    }
    Loop loop;
    begin(&loop, fn, s);
    switch (type->kind) {
    case SL_KIND_SLICE:
        range_slice(&loop, type);
        break;
    case SL_KIND_ARRAY:
    case SL_KIND_POINTER:
        range_array(&loop, type);
        break;
    case SL_KIND_STRING:
        range_string(&loop, type);
        break;
    case SL_KIND_MAP:
        range_map(&loop, type);
        break;
    case SL_KIND_CHAN:
        range_chan(&loop, type);
        break;
    default:
        range_int(&loop);
        break;
    }
    sl_scope_close(fn, scope);
}

// ---- over functions ----

static void set_state(SlFn *fn, const SlFnInfo *info, int word, int value) {
    int mark = sl_slot_mark(fn), slot = sl_slot_scalar(fn);
    sl_emit_int(fn, slot, value);
    sl_emit(fn, SL_OP_ST64, sl_var_get(fn, info->state)->slot, slot, word * 8);
    sl_slot_release(fn, mark);
}

static int get_state(SlFn *fn, const SlFnInfo *info, int word) {
    int slot = sl_slot_scalar(fn);
    sl_emit(fn, SL_OP_LD64, slot, sl_var_get(fn, info->state)->slot, word * 8);
    return slot;
}

// Behind the call of the iterator function: where did the body want to go?
static void gen_dispatch(SlFn *fn, SlFnInfo *info) {
    int mark = sl_slot_mark(fn), end = sl_label_new(fn), fine = sl_label_new(fn);
    sl_emit_jump(fn, SL_OP_JNEI, get_state(fn, info, 0), STATE_RUNNING, fine);
    sl_emit(fn, SL_OP_THROW, SL_THROW_RANGE_MISSING, 0, 0);
    sl_label_here(fn, fine);
    set_state(fn, info, 0, STATE_DONE);
    if (info->exits.count || info->has_return) {
        int code = get_state(fn, info, 1);
        sl_emit_jump(fn, SL_OP_JEQI, code, 0, end);
        for (int i = 0; i < info->exits.count; i++) {
            int next = sl_label_new(fn);
            sl_emit_jump(fn, SL_OP_JNEI, code, i + 1, next);
            sl_gen_branch(fn, info->exits.at[i]->op, info->exits.at[i]->target);
            sl_label_here(fn, next);
        }
        if (info->has_return) {
            int next = sl_label_new(fn);
            sl_emit_jump(fn, SL_OP_JNEI, code, EXIT_RETURN, next);
            sl_gen_leave(fn);
            sl_label_here(fn, next);
        }
    }
    sl_label_here(fn, end);
    sl_slot_release(fn, mark);
}

void sl_gen_range_func(SlFn *fn, SlStmt *s) {
    SlFnInfo *info = sl_escape_range(fn->g, s);
    if (!info) {
        sl_fn_error(fn, s->pos, "internal: range over func was not prepared");
        return;
    }
    sl_var_new(fn, info->state, sl_type_at(fn, info->state->type), false);
    int f = sl_gen_stable(fn, s->x);
    int body = sl_gen_closure(fn, sl_unit_range(fn->g, s, fn->unit), SL_NONE);
    int top = fn->win_top, window = sl_window_new(fn, SL_WINDOW_HEADER + 1);
    sl_emit_move(fn, window + SL_WINDOW_HEADER, body, 1);
    fn->win_top = top;
    sl_emit(fn, SL_OP_CALLC, window, f, 0);
    gen_dispatch(fn, info);
}

bool sl_range_exit(SlFn *fn, SlToken op, const SlStmt *target) {
    SlFnInfo *info = fn->unit->info;
    int code = op == SL_TOKEN_RETURN ? EXIT_RETURN : 0;
    for (int i = 0; i < info->exits.count && !code; i++)
        if (info->exits.at[i]->op == op && info->exits.at[i]->target == target)
            code = i + 1;
    if (!code)
        return false;
    set_state(fn, info, 1, code);
    sl_emit_jump(fn, SL_OP_JMP, 0, 0, fn->return_label);
    return true;
}

// The function that the iterator calls. Slot 0 is its result, the loop's values follow.
void sl_gen_range_body(SlFn *fn) {
    SlFnInfo *info = fn->unit->info;
    SlStmt *s = info->range;
    int state = get_state(fn, info, 0), ready = sl_label_new(fn);
    static const int throws[][2] = {{STATE_RUNNING, SL_THROW_RANGE_PANICKED}, {STATE_EXITED, SL_THROW_RANGE_DONE}};
    sl_emit_jump(fn, SL_OP_JEQI, state, STATE_READY, ready);
    for (int i = 0; i < 2; i++) {
        int next = sl_label_new(fn);
        sl_emit_jump(fn, SL_OP_JNEI, state, throws[i][0], next);
        sl_emit(fn, SL_OP_THROW, throws[i][1], 0, 0);
        sl_label_here(fn, next);
    }
    sl_emit(fn, SL_OP_THROW, SL_THROW_RANGE_EXITED, 0, 0);
    sl_label_here(fn, ready);
    set_state(fn, info, 0, STATE_RUNNING);
    Loop loop;
    begin(&loop, fn, s);
    s = loop.s;
    fn->return_label = loop.flow.break_label;
    const SlRtype *yield = fn->func->type;
    int slot = 1;
    for (uint32_t i = 0; i < yield->param_count; i++) {
        if (is_new(s, (int)i) && !s->per_iteration) { // cannot be: the language has both or neither
            sl_spot_set(fn, &loop.shared[i], slot);
        } else
            bind(&loop, (int)i, slot, yield->params[i], true);
        slot += (int)yield->params[i]->slots;
    }
    gen_body(&loop);
    sl_label_here(fn, loop.flow.continue_label);
    fn->pos = s->pos;
    set_state(fn, info, 0, STATE_READY);
    sl_emit_int(fn, 0, 1);
    sl_emit(fn, SL_OP_RET, 0, 0, 0);
    sl_label_here(fn, loop.flow.break_label);
    set_state(fn, info, 0, STATE_EXITED);
    sl_emit_int(fn, 0, 0);
    sl_emit(fn, SL_OP_RET, 0, 0, 0);
}
