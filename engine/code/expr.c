// SPDX-License-Identifier: MIT
// Expressions: dispatch, constants, implicit conversions, and the order of evaluation.
//
// sl_gen_expr(fn, e, want) gives the slot of e's value: want, or when that is SL_NONE a slot of its choice, which may
// be a variable's own or, straight after a call, one in the call window.
//
// Order: calls, receives, map reads and the like happen from left to right, everything else as late as possible, as
// gc does it. An operation that sees a call in a later operand "hoists" the calls of the earlier ones into
// temporaries first (sl_hoist); after that nothing that is left to evaluate disturbs a window.
#include "code/gen.h"

const SlRtype *sl_type_at(SlFn *fn, const SlType *type) {
    return sl_rtype_get(fn->g, type, fn->env);
}

static const SlRtype *const_type(SlGen *g, const SlConst *value) {
    switch (sl_const_kind(value)) {
    case SL_CONST_BOOL:
        return sl_rtype_basic(g, SL_BOOL);
    case SL_CONST_STRING:
        return sl_rtype_basic(g, SL_STRING);
    case SL_CONST_FLOAT:
        return sl_rtype_basic(g, SL_FLOAT64);
    case SL_CONST_COMPLEX:
        return sl_rtype_basic(g, SL_COMPLEX128);
    default:
        return sl_rtype_basic(g, SL_INT);
    }
}

bool sl_expr_is_const(const SlExpr *e) {
    return e->mode == SL_MODE_CONST && e->value;
}

const SlRtype *sl_type_of(SlFn *fn, const SlExpr *e) {
    e = sl_unparen(e);
    if (!e->type) {
        sl_fn_error(fn, e->pos, "internal: expression without type");
        return sl_rtype_basic(fn->g, SL_INT);
    }
    const SlRtype *type = sl_type_at(fn, e->type);
    if (sl_expr_is_const(e) && type->kind == SL_KIND_INTERFACE)
        return const_type(fn->g, e->value);
    return type;
}

bool sl_is_nil(const SlExpr *e) {
    e = sl_unparen(e);
    return e->mode == SL_MODE_NIL || (e->kind == SL_EXPR_IDENT && e->obj && e->obj->kind == SL_OBJ_NIL);
}

int sl_gen_nil(SlFn *fn, const SlRtype *type, int want) {
    int dst = sl_slot_want(fn, type, want);
    sl_emit_zero(fn, dst, (int)type->slots);
    return dst;
}

static int64_t double_bits(double value) {
    int64_t bits;
    memcpy(&bits, &value, 8);
    return bits;
}

static int64_t int_bits(SlFn *fn, const SlConst *value) {
    const SlConst *whole =
        sl_const_kind(value) == SL_CONST_INT ? value : sl_const_to_int(fn->g->program->consts, value);
    int64_t n = 0;
    uint64_t u = 0;
    if (!sl_const_int64(whole, &n) && sl_const_uint64(whole, &u))
        n = (int64_t)u;
    return n;
}

int sl_gen_const(SlFn *fn, const SlConst *value, const SlRtype *type, int want) {
    if (type->kind == SL_KIND_INTERFACE) {
        const SlRtype *own = const_type(fn->g, value);
        return sl_gen_adapt(fn, sl_gen_const(fn, value, own, SL_NONE), own, type, want);
    }
    if (type->kind == SL_KIND_STRING) {
        size_t length;
        const char *bytes = sl_const_string_value(value, &length);
        int dst = sl_slot_want(fn, type, want);
        sl_emit_k(fn, SL_OP_LDSTR, dst, sl_string_number(fn->g, bytes, length));
        return dst;
    }
    if (type->kind == SL_KIND_COMPLEX64 || type->kind == SL_KIND_COMPLEX128) {
        bool half = type->kind == SL_KIND_COMPLEX64;
        int dst = sl_slot_want(fn, type, want);
        sl_emit_int(fn, dst, double_bits(half ? sl_const_single(value) : sl_const_double(value)));
        sl_emit_int(fn, dst + 1, double_bits(half ? sl_const_imag_single(value) : sl_const_imag_double(value)));
        return dst;
    }
    int64_t bits;
    switch (type->kind) {
    case SL_KIND_BOOL:
        bits = sl_const_bool_value(value);
        break;
    case SL_KIND_FLOAT32:
        bits = double_bits(sl_const_single(value));
        break;
    case SL_KIND_FLOAT64:
        bits = double_bits(sl_const_double(value));
        break;
    default:
        bits = int_bits(fn, value);
        break;
    }
    int dst = want == SL_NONE && type->kind != SL_KIND_UNSAFE_POINTER ? sl_emit_constant(fn, bits) : want;
    if (dst != SL_NONE && want == SL_NONE)
        return dst;
    dst = sl_slot_want(fn, type, want);
    sl_emit_int(fn, dst, bits);
    return dst;
}

bool sl_const_small(const SlExpr *e, int64_t *value) {
    e = sl_unparen(e);
    if (!sl_expr_is_const(e) || sl_const_kind(e->value) != SL_CONST_INT || !sl_const_int64(e->value, value))
        return false;
    return *value >= INT16_MIN && *value <= INT16_MAX;
}

// ---- order of evaluation ----

int sl_hoisted_find(const SlFn *fn, const SlExpr *e) {
    for (int i = fn->hoisted.count - 1; i >= 0; i--)
        if (fn->hoisted.at[i].expr == e)
            return fn->hoisted.at[i].slot;
    return SL_NONE;
}

static bool builtin_is_pure(const SlExpr *e) {
    switch (e->obj ? e->obj->builtin : 255) {
    case SL_BUILTIN_len:
    case SL_BUILTIN_cap:
    case SL_BUILTIN_real:
    case SL_BUILTIN_imag:
    case SL_BUILTIN_complex:
    case SL_BUILTIN_min:
    case SL_BUILTIN_max:
    case SL_BUILTIN_String:
    case SL_BUILTIN_StringData:
    case SL_BUILTIN_Slice:
    case SL_BUILTIN_SliceData:
    case SL_BUILTIN_Add:
        return true;
    default:
        return false;
    }
}

// Operations that can change what others see.
static bool is_call(SlFn *fn, const SlExpr *e) {
    switch ((SlExprKind)e->kind) {
    case SL_EXPR_CALL:
        return e->call_kind == SL_CALL_FUNC || (e->call_kind == SL_CALL_BUILTIN && !builtin_is_pure(e));
    case SL_EXPR_UNARY:
        return e->op == SL_TOKEN_ARROW;
    case SL_EXPR_BINARY:
        return (e->op == SL_TOKEN_ANDAND || e->op == SL_TOKEN_OROR) && sl_has_call(fn, e->y);
    default:
        return false;
    }
}

// Operations that happen in their place among the calls: those, and what gc takes with them.
static bool is_ordered(SlFn *fn, const SlExpr *e) {
    switch ((SlExprKind)e->kind) {
    case SL_EXPR_CALL: {
        if (e->call_kind != SL_CALL_CONVERSION)
            return true;
        const SlRtype *to = sl_type_of(fn, e);
        return to->kind == SL_KIND_SLICE && sl_type_of(fn, e->list[0])->kind == SL_KIND_STRING;
    }
    case SL_EXPR_BINARY:
        return e->op == SL_TOKEN_ANDAND || e->op == SL_TOKEN_OROR;
    case SL_EXPR_SLICE:
        return true;
    case SL_EXPR_ASSERT: {
        const SlRtype *type = sl_type_of(fn, e);
        return !(type->flags & SL_RTYPE_DIRECT) || type->kind <= SL_KIND_FLOAT64;
    }
    default:
        return is_call(fn, e);
    }
}

typedef bool (*Test)(SlFn *fn, const SlExpr *e);

static bool contains(SlFn *fn, const SlExpr *e, Test test);

static bool any_contains(SlFn *fn, SlExpr *const *list, int count, Test test) {
    for (int i = 0; i < count; i++)
        if (contains(fn, list[i], test))
            return true;
    return false;
}

static bool contains(SlFn *fn, const SlExpr *e, Test test) {
    if (!e)
        return false;
    e = sl_unparen(e);
    if (e->mode == SL_MODE_TYPE || e->mode == SL_MODE_CONST || (fn->hoisted.count && sl_hoisted_find(fn, e) != SL_NONE))
        return false;
    switch ((SlExprKind)e->kind) {
    case SL_EXPR_BINARY:
        return contains(fn, e->y, test) || contains(fn, e->x, test) || test(fn, e);
    case SL_EXPR_KEY_VALUE:
        return contains(fn, e->y, test) || (e->x->mode && contains(fn, e->x, test));
    case SL_EXPR_COMPOSITE:
        return any_contains(fn, e->list, e->count, test);
    case SL_EXPR_INDEX:
        return !e->targ_count && (contains(fn, e->x, test) || any_contains(fn, e->list, e->count, test));
    case SL_EXPR_SLICE:
        return test(fn, e) || contains(fn, e->x, test) || contains(fn, e->lo, test) || contains(fn, e->hi, test) ||
               contains(fn, e->max, test);
    case SL_EXPR_CALL:
        return test(fn, e) || any_contains(fn, e->list, e->count, test);
    case SL_EXPR_UNARY:
    case SL_EXPR_ASSERT:
        return test(fn, e) || contains(fn, e->x, test);
    case SL_EXPR_SELECTOR:
    case SL_EXPR_STAR:
        return contains(fn, e->x, test);
    default:
        return false;
    }
}

bool sl_has_call(SlFn *fn, const SlExpr *e) {
    return contains(fn, e, is_call);
}

static void hoist_list(SlFn *fn, SlExpr **list, int count) {
    for (int i = 0; i < count; i++)
        sl_hoist(fn, list[i]);
}

void sl_hoist(SlFn *fn, SlExpr *e) {
    if (!e || !contains(fn, e, is_ordered))
        return;
    e = (SlExpr *)(uintptr_t)sl_unparen(e);
    if (is_ordered(fn, e)) {
        int slot = sl_slot_new(fn, sl_type_of(fn, e));
        sl_gen_expr(fn, e, slot);
        sl_vec_push(&fn->hoisted, (SlHoisted){e, slot});
        return;
    }
    switch ((SlExprKind)e->kind) {
    case SL_EXPR_COMPOSITE:
    case SL_EXPR_CALL:
        hoist_list(fn, e->list, e->count);
        break;
    case SL_EXPR_INDEX:
        sl_hoist(fn, e->x);
        hoist_list(fn, e->list, e->count);
        break;
    default:
        sl_hoist(fn, e->x);
        sl_hoist(fn, e->y);
        sl_hoist(fn, e->lo);
        sl_hoist(fn, e->hi);
        sl_hoist(fn, e->max);
        break;
    }
}

bool sl_needs_fresh(const SlExpr *e) {
    e = sl_unparen(e);
    switch ((SlExprKind)e->kind) {
    case SL_EXPR_COMPOSITE: {
        const SlType *under = e->type ? sl_under(sl_unalias(e->type)) : NULL;
        return !under || (under->kind != SL_TYPE_SLICE && under->kind != SL_TYPE_MAP && under->kind != SL_TYPE_POINTER);
    }
    case SL_EXPR_BINARY:
        return e->op == SL_TOKEN_ANDAND || e->op == SL_TOKEN_OROR;
    case SL_EXPR_CALL:
        if (e->call_kind == SL_CALL_CONVERSION)
            return sl_needs_fresh(e->list[0]);
        return e->call_kind == SL_CALL_BUILTIN && e->obj && builtin_is_pure(e) && e->obj->builtin != SL_BUILTIN_len &&
               e->obj->builtin != SL_BUILTIN_cap;
    default:
        return false;
    }
}

// ---- dispatch ----

SlPos sl_expr_place(const SlExpr *e) {
    switch ((SlExprKind)e->kind) {
    case SL_EXPR_BINARY:
    case SL_EXPR_SELECTOR:
    case SL_EXPR_INDEX: // of the bracket
    case SL_EXPR_SLICE:
        return e->op_pos ? e->op_pos : e->pos;
    case SL_EXPR_CALL: // what make makes is known by where the call begins
        return e->call_kind == SL_CALL_FUNC && e->op_pos ? e->op_pos : e->pos;
    default:
        return e->pos;
    }
}

static int gen_ident(SlFn *fn, SlExpr *e, SlObj *obj, int want) {
    if (obj && obj->kind == SL_OBJ_FUNC)
        return sl_gen_func_value(fn, obj, e, want);
    SlSpot p = sl_spot_expr(fn, e);
    return sl_spot_get(fn, &p, want);
}

// (*T)(p) with an unsafe.Pointer p, of which only T's bytes are read; SL_NONE for any other expression.
int sl_gen_viewed(SlFn *fn, SlExpr *e) {
    e = (SlExpr *)(uintptr_t)sl_unparen(e);
    if ((fn->func->flags & SL_FUNC_LIBRARY) || e->kind != SL_EXPR_CALL || e->call_kind == SL_CALL_FUNC ||
        e->call_kind == SL_CALL_BUILTIN || sl_is_nil(e->list[0]))
        return SL_NONE;
    const SlRtype *to = sl_type_of(fn, e), *from = sl_type_of(fn, e->list[0]);
    if (to->kind != SL_KIND_POINTER || from->kind != SL_KIND_UNSAFE_POINTER)
        return SL_NONE;
    int pointer = sl_gen_expr(fn, e->list[0], SL_NONE), dst = sl_slot_pointer(fn);
    sl_emit_word(fn, SL_OP_VIEW, dst, pointer, 0, to->elem->index, SL_VIEW_READS);
    return dst;
}

// p of (*[1 << 20]T)(p), an array that is larger than any memory it is used for: unsafe.Slice before there was one.
SlExpr *sl_unsafe_array(SlFn *fn, SlExpr *e) {
    e = (SlExpr *)(uintptr_t)sl_unparen(e);
    if ((fn->func->flags & SL_FUNC_LIBRARY) || e->kind != SL_EXPR_CALL || e->call_kind == SL_CALL_FUNC ||
        e->call_kind == SL_CALL_BUILTIN || sl_is_nil(e->list[0]))
        return NULL;
    const SlRtype *to = sl_type_of(fn, e), *from = sl_type_of(fn, e->list[0]);
    bool large = to->kind == SL_KIND_POINTER && to->elem->kind == SL_KIND_ARRAY && to->elem->size > 1 << 16;
    return large && from->kind == SL_KIND_UNSAFE_POINTER ? e->list[0] : NULL;
}

static int gen_read(SlFn *fn, SlExpr *e, int want) {
    fn->reads = true;
    SlSpot p = sl_spot_expr(fn, e);
    fn->reads = false;
    return sl_spot_get(fn, &p, want);
}

static int gen_selector(SlFn *fn, SlExpr *e, int want) {
    switch (e->selection ? e->selection->kind : SL_SELECT_NONE) {
    case SL_SELECT_QUALIFIED:
        return gen_ident(fn, e, e->selection->obj, want);
    case SL_SELECT_METHOD:
        return sl_gen_method_value(fn, e, want);
    case SL_SELECT_METHOD_EXPR:
        return sl_gen_method_expr(fn, e, want);
    default:
        break;
    }
    return gen_read(fn, e, want);
}

static int gen_call_expr(SlFn *fn, SlExpr *e, int want) {
    if (e->call_kind == SL_CALL_BUILTIN)
        return sl_gen_builtin(fn, e, want);
    if (e->call_kind == SL_CALL_FUNC)
        return sl_gen_call(fn, e, want);
    const SlRtype *to = sl_type_of(fn, e);
    SlExpr *x = e->list[0];
    if (sl_is_nil(x))
        return sl_gen_nil(fn, to, want);
    const SlRtype *from = sl_type_of(fn, x);
    if (from == to)
        return sl_gen_expr(fn, x, want);
    const SlExpr *constant = sl_unparen(x); // converted to a type parameter it is no constant any more
    if (sl_expr_is_const(constant) && to->kind != SL_KIND_INTERFACE &&
        (to->kind == SL_KIND_STRING) == (sl_const_kind(constant->value) == SL_CONST_STRING))
        return sl_gen_const(fn, constant->value, to, want);
    return sl_gen_convert(fn, sl_gen_expr(fn, x, SL_NONE), from, to, want);
}

static int gen_by_kind(SlFn *fn, SlExpr *e, int want) {
    switch ((SlExprKind)e->kind) {
    case SL_EXPR_IDENT:
        return gen_ident(fn, e, e->obj, want);
    case SL_EXPR_COMPOSITE:
        return sl_gen_composite(fn, e, want);
    case SL_EXPR_FUNC:
        return sl_gen_literal(fn, e, want);
    case SL_EXPR_SELECTOR:
        return gen_selector(fn, e, want);
    case SL_EXPR_INDEX:
        return sl_gen_index(fn, e, want);
    case SL_EXPR_SLICE:
        return sl_gen_slice(fn, e, want);
    case SL_EXPR_ASSERT:
        return sl_gen_assert(fn, e, want);
    case SL_EXPR_CALL:
        return gen_call_expr(fn, e, want);
    case SL_EXPR_UNARY:
        return sl_gen_unary(fn, e, want);
    case SL_EXPR_BINARY:
        return sl_gen_binary(fn, e, want);
    case SL_EXPR_STAR:
        return gen_read(fn, e, want);
    default:
        break;
    }
    sl_fn_error(fn, e->pos, "internal: expression kind %d cannot be generated", e->kind);
    return sl_slot_want(fn, sl_type_of(fn, e), want);
}

int sl_gen_expr(SlFn *fn, SlExpr *e, int want) {
    e = (SlExpr *)(uintptr_t)sl_unparen(e);
    int slot = fn->hoisted.count ? sl_hoisted_find(fn, e) : SL_NONE;
    if (slot != SL_NONE) {
        if (want == SL_NONE)
            return slot;
        sl_emit_move(fn, want, slot, (int)sl_type_of(fn, e)->slots);
        return want;
    }
    if (sl_is_nil(e))
        return sl_gen_nil(fn, sl_type_of(fn, e), want);
    if (sl_expr_is_const(e))
        return sl_gen_const(fn, e->value, sl_type_of(fn, e), want);
    SlPos pos = fn->pos;
    fn->pos = sl_expr_place(e);
    int mark = sl_slot_mark(fn), hoisted = fn->hoisted.count;
    slot = gen_by_kind(fn, e, want);
    if (want != SL_NONE) {
        sl_slot_release(fn, mark);
        fn->hoisted.count = hoisted;
    }
    fn->pos = pos;
    return slot;
}

static void iface_words(SlFn *fn, const SlRtype *type, int dst) {
    sl_rtype_in_iface(fn->g, type);
    sl_emit_k(fn, SL_OP_LDTYPE, dst, type->index);
}

static SlExpr *bare_of(const SlExpr *e) {
    return (SlExpr *)(uintptr_t)sl_unparen(e);
}

// A pointer to the memory of a large value that need not be copied into the frame for it; SL_NONE when there is none.
static int gen_in_memory(SlFn *fn, const SlExpr *value, bool copy) {
    SlExpr *e = bare_of(value);
    const SlRtype *type = sl_type_of(fn, e);
    if (type->size <= 512 || sl_hoisted_find(fn, e) != SL_NONE || e->kind == SL_EXPR_CALL || e->kind == SL_EXPR_UNARY ||
        e->kind == SL_EXPR_ASSERT || sl_has_call(fn, e))
        return SL_NONE;
    if (e->kind != SL_EXPR_COMPOSITE) {
        SlSpot spot = sl_spot_expr(fn, e);
        if (spot.kind != SL_SPOT_MEM && spot.kind != SL_SPOT_ELEM)
            return SL_NONE;
        int at = sl_spot_address(fn, &spot, SL_NONE);
        if (!copy)
            return at;
        int box = sl_slot_pointer(fn);
        sl_emit_type(fn, SL_OP_NEW, box, 0, 0, type);
        sl_emit_type(fn, SL_OP_MOVE, box, at, 0, type);
        return box;
    }
    int box = sl_slot_pointer(fn);
    sl_emit_type(fn, SL_OP_NEW, box, 0, 0, type);
    SlSpot spot = {.kind = SL_SPOT_MEM, .type = type, .slot = box, .non_nil = true};
    sl_gen_composite_at(fn, e, type, spot, true);
    return box;
}

// Constant strings and large values become interfaces without passing through the frame.
static bool gen_iface(SlFn *fn, const SlExpr *e, const SlRtype *from, int dst) {
    if (sl_expr_is_const(e) && from->kind == SL_KIND_STRING) {
        size_t length;
        const char *bytes = sl_const_string_value(e->value, &length);
        iface_words(fn, from, dst);
        sl_emit_int(fn, dst + 1, (int64_t)(uintptr_t)sl_string_static(fn->g, bytes, length));
        return true;
    }
    int box = gen_in_memory(fn, e, true);
    if (box == SL_NONE)
        return false;
    iface_words(fn, from, dst);
    sl_emit_move(fn, dst + 1, box, 1);
    return true;
}

// Large values are compared where they are, as interfaces would be.
int sl_gen_equal_in_memory(SlFn *fn, SlExpr *x, SlExpr *y) {
    const SlRtype *type = sl_type_of(fn, x);
    if (type != sl_type_of(fn, y) || type->size <= 512)
        return SL_NONE;
    int a = gen_in_memory(fn, x, false), b = a == SL_NONE ? SL_NONE : gen_in_memory(fn, y, false);
    if (b == SL_NONE)
        return SL_NONE;
    const SlRtype *any = sl_rtype_any(fn->g);
    int left = sl_slot_new(fn, any), right = sl_slot_new(fn, any), equal = sl_slot_scalar(fn);
    iface_words(fn, type, left);
    sl_emit_move(fn, left + 1, a, 1);
    iface_words(fn, type, right);
    sl_emit_move(fn, right + 1, b, 1);
    sl_emit(fn, SL_OP_IEQ, equal, left, right);
    return equal;
}

int sl_gen_as(SlFn *fn, SlExpr *e, const SlRtype *target, int want) {
    if (sl_is_nil(e))
        return sl_gen_nil(fn, target, want);
    const SlExpr *bare = sl_unparen(e);
    if (sl_expr_is_const(bare) && target->kind != SL_KIND_INTERFACE)
        return sl_gen_const(fn, bare->value, target, want);
    const SlRtype *from = sl_type_of(fn, e);
    if (target->kind != SL_KIND_INTERFACE || from->kind == SL_KIND_INTERFACE)
        return sl_gen_expr(fn, e, want);
    int dst = sl_slot_want(fn, target, want);
    int mark = sl_slot_mark(fn);
    if (sl_hoisted_find(fn, bare) != SL_NONE || !gen_iface(fn, bare, from, dst))
        sl_gen_adapt(fn, sl_gen_expr(fn, e, SL_NONE), from, target, dst);
    sl_slot_release(fn, mark);
    return dst;
}

int sl_gen_stable(SlFn *fn, SlExpr *e) {
    int slot = sl_gen_expr(fn, e, SL_NONE);
    if (slot < SL_WIN)
        return slot;
    const SlRtype *type = sl_type_of(fn, e);
    int own = sl_slot_new(fn, type);
    sl_emit_move(fn, own, slot, (int)type->slots);
    return own;
}

int sl_gen_copy(SlFn *fn, SlExpr *e, const SlRtype *target) {
    int slot = sl_slot_new(fn, target);
    return sl_gen_as(fn, e, target, slot);
}

void sl_gen_store(SlFn *fn, SlExpr *e, const SlSpot *spot, bool fresh) {
    int mark = sl_slot_mark(fn);
    const SlExpr *bare = sl_unparen(e);
    if (spot->kind == SL_SPOT_SLOT && (fresh || !sl_needs_fresh(e)))
        sl_gen_as(fn, e, spot->type, spot->slot);
    else if (fresh && bare->kind == SL_EXPR_COMPOSITE && spot->kind == SL_SPOT_MEM && sl_type_of(fn, e) == spot->type &&
             (spot->type->kind == SL_KIND_STRUCT || spot->type->kind == SL_KIND_ARRAY))
        sl_gen_composite_at(fn, (SlExpr *)(uintptr_t)bare, spot->type, *spot, true);
    else {
        int slot = sl_gen_as(fn, e, spot->type, SL_NONE);
        sl_spot_set(fn, spot, slot);
    }
    sl_slot_release(fn, mark);
}

void sl_gen_effect(SlFn *fn, SlExpr *e) {
    int mark = sl_slot_mark(fn), hoisted = fn->hoisted.count;
    e = (SlExpr *)(uintptr_t)sl_unparen(e);
    SlPos pos = fn->pos;
    fn->pos = e->pos;
    if (e->kind == SL_EXPR_CALL && e->call_kind == SL_CALL_FUNC)
        sl_gen_call_results(fn, e);
    else if (e->kind == SL_EXPR_CALL && e->call_kind == SL_CALL_BUILTIN)
        sl_gen_builtin(fn, e, SL_NONE);
    else
        sl_gen_expr(fn, e, SL_NONE);
    fn->pos = pos;
    fn->hoisted.count = hoisted;
    sl_slot_release(fn, mark);
}
