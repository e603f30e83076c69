// SPDX-License-Identifier: MIT
// Operators: arithmetic, comparisons, conditions.
#include "code/gen.h"

typedef enum { CLASS_INT, CLASS_FLOAT, CLASS_COMPLEX, CLASS_STRING } Class;

static Class class_of(const SlRtype *t) {
    switch (t->kind) {
    case SL_KIND_FLOAT32:
    case SL_KIND_FLOAT64:
        return CLASS_FLOAT;
    case SL_KIND_COMPLEX64:
    case SL_KIND_COMPLEX128:
        return CLASS_COMPLEX;
    case SL_KIND_STRING:
        return CLASS_STRING;
    default:
        return CLASS_INT;
    }
}

static bool is_unsigned(const SlRtype *t) {
    return t->kind >= SL_KIND_UINT && t->kind <= SL_KIND_UINTPTR;
}
static bool is_unsigned_word(const SlRtype *t) {
    return is_unsigned(t) && t->size == 8;
}

void sl_emit_extend(SlFn *fn, const SlRtype *t, int slot) {
    switch (t->kind) {
    case SL_KIND_INT8:
        sl_emit(fn, SL_OP_SX8, slot, slot, 0);
        break;
    case SL_KIND_INT16:
        sl_emit(fn, SL_OP_SX16, slot, slot, 0);
        break;
    case SL_KIND_INT32:
        sl_emit(fn, SL_OP_SX32, slot, slot, 0);
        break;
    case SL_KIND_UINT8:
        sl_emit(fn, SL_OP_ZX8, slot, slot, 0);
        break;
    case SL_KIND_UINT16:
        sl_emit(fn, SL_OP_ZX16, slot, slot, 0);
        break;
    case SL_KIND_UINT32:
        sl_emit(fn, SL_OP_ZX32, slot, slot, 0);
        break;
    case SL_KIND_FLOAT32:
        sl_emit(fn, SL_OP_F32, slot, slot, 0);
        break;
    case SL_KIND_COMPLEX64:
        sl_emit(fn, SL_OP_C32, slot, slot, 0);
        break;
    default:
        break;
    }
}

static SlOp int_op(SlToken op, const SlRtype *t) {
    switch (op) {
    case SL_TOKEN_ADD:
        return SL_OP_ADD;
    case SL_TOKEN_SUB:
        return SL_OP_SUB;
    case SL_TOKEN_MUL:
        return SL_OP_MUL;
    case SL_TOKEN_DIV:
        return is_unsigned(t) ? SL_OP_DIVU : SL_OP_DIV;
    case SL_TOKEN_REM:
        return is_unsigned(t) ? SL_OP_REMU : SL_OP_REM;
    case SL_TOKEN_AND:
        return SL_OP_AND;
    case SL_TOKEN_OR:
        return SL_OP_OR;
    case SL_TOKEN_XOR:
        return SL_OP_XOR;
    case SL_TOKEN_ANDNOT:
        return SL_OP_ANDN;
    case SL_TOKEN_SHL:
        return SL_OP_SHL;
    case SL_TOKEN_SHR:
        return is_unsigned(t) ? SL_OP_SHRU : SL_OP_SHR;
    default:
        return SL_OP_NOP;
    }
}

// Whether the result of op on normalised operands can leave the type's range.
static bool overflows(SlToken op, const SlRtype *t) {
    return op == SL_TOKEN_ADD || op == SL_TOKEN_SUB || op == SL_TOKEN_MUL || op == SL_TOKEN_SHL ||
           (op == SL_TOKEN_DIV && !is_unsigned(t));
}

int sl_gen_arith(SlFn *fn, SlToken op, const SlRtype *type, int x, int y, int want) {
    int dst = sl_slot_want(fn, type, want);
    static const uint16_t floats[] = {SL_OP_FADD, SL_OP_FSUB, SL_OP_FMUL, SL_OP_FDIV};
    static const uint16_t complexes[] = {SL_OP_CADD, SL_OP_CSUB, SL_OP_CMUL, SL_OP_CDIV};
    int nth = op == SL_TOKEN_ADD ? 0 : op == SL_TOKEN_SUB ? 1 : op == SL_TOKEN_MUL ? 2 : 3;
    switch (class_of(type)) {
    case CLASS_FLOAT:
        sl_emit(fn, (SlOp)floats[nth], dst, x, y);
        sl_emit_extend(fn, type, dst);
        break;
    case CLASS_COMPLEX:
        sl_emit(fn, (SlOp)complexes[nth], dst, x, y);
        sl_emit_extend(fn, type, dst);
        break;
    case CLASS_STRING: {
        int top = fn->win_top, pair = sl_window_new(fn, 4);
        sl_emit_move(fn, pair, x, 2);
        sl_emit_move(fn, pair + 2, y, 2);
        sl_emit(fn, SL_OP_CONCAT, dst, pair, 2);
        fn->win_top = top;
        break;
    }
    case CLASS_INT:
        sl_emit(fn, int_op(op, type), dst, x, y);
        if (overflows(op, type))
            sl_emit_extend(fn, type, dst);
        break;
    }
    return dst;
}

static int log2_of(int64_t n) {
    if (n <= 0 || (n & (n - 1)))
        return -1;
    return __builtin_ctzll((uint64_t)n);
}

int sl_gen_arith_const(SlFn *fn, SlToken op, const SlRtype *type, int x, const SlExpr *y, int want) {
    int64_t n;
    if (class_of(type) != CLASS_INT || !sl_const_small(y, &n))
        return SL_NONE;
    SlOp code = SL_OP_NOP;
    int64_t imm = n;
    switch (op) {
    case SL_TOKEN_ADD:
        code = SL_OP_ADDI;
        break;
    case SL_TOKEN_SUB:
        code = SL_OP_ADDI;
        imm = -n;
        break;
    case SL_TOKEN_MUL:
        code = SL_OP_MULI;
        break;
    case SL_TOKEN_AND:
        code = n >= 0 || type->size == 8 || !is_unsigned(type) ? SL_OP_ANDI : SL_OP_NOP;
        break;
    case SL_TOKEN_SHL:
        code = n >= 0 && n < 64 ? SL_OP_SHLI : SL_OP_NOP;
        break;
    case SL_TOKEN_SHR:
        code = n < 0 || n > 63 ? SL_OP_NOP : is_unsigned(type) ? SL_OP_SHRUI : SL_OP_SHRI;
        break;
    case SL_TOKEN_DIV:
        if (is_unsigned_word(type)) {
            imm = log2_of(n);
            code = imm >= 0 ? SL_OP_SHRUI : SL_OP_NOP;
        } else if (n != 0 && n != -1)
            code = SL_OP_DIVI;
        break;
    case SL_TOKEN_REM:
        if (is_unsigned_word(type)) {
            imm = n - 1;
            code = log2_of(n) >= 0 ? SL_OP_ANDI : SL_OP_NOP;
        } else if (n != 0 && n != -1)
            code = SL_OP_REMI;
        break;
    default:
        break;
    }
    if (code == SL_OP_NOP || imm < INT16_MIN || imm > INT16_MAX)
        return SL_NONE;
    int dst = sl_slot_want(fn, type, want);
    sl_emit(fn, code, dst, x, (int)imm);
    if (overflows(op, type) && op != SL_TOKEN_DIV)
        sl_emit_extend(fn, type, dst);
    return dst;
}

// An operand that evaluates without touching any window.
static bool is_plain(const SlFn *fn, const SlExpr *e) {
    e = sl_unparen(e);
    return e->kind == SL_EXPR_IDENT || sl_expr_is_const(e) || sl_hoisted_find(fn, e) != SL_NONE;
}

// Both operands, x's calls before y's, both read after all calls.
static void operands(SlFn *fn, SlExpr *x, const SlRtype *xt, SlExpr *y, const SlRtype *yt, int *xs, int *ys) {
    if (!sl_has_call(fn, y)) {
        *xs = sl_gen_as(fn, x, xt, SL_NONE);
        if (*xs >= SL_WIN && !is_plain(fn, y)) {
            int own = sl_slot_new(fn, xt);
            sl_emit_move(fn, own, *xs, (int)xt->slots);
            *xs = own;
        }
        *ys = sl_gen_as(fn, y, yt, SL_NONE);
        return;
    }
    sl_hoist(fn, x);
    *ys = sl_gen_as(fn, y, yt, SL_NONE);
    if (*ys >= SL_WIN && !is_plain(fn, x)) {
        int own = sl_slot_new(fn, yt);
        sl_emit_move(fn, own, *ys, (int)yt->slots);
        *ys = own;
    }
    *xs = sl_gen_as(fn, x, xt, SL_NONE);
}

static int gen_concat(SlFn *fn, SlExpr *e, int want) {
    const SlRtype *type = sl_type_of(fn, e);
    SL_VEC(SlExpr *) parts = {0};
    SlExpr *at = e;
    while (at->kind == SL_EXPR_BINARY && at->op == SL_TOKEN_ADD && !sl_expr_is_const(at) &&
           sl_hoisted_find(fn, at) == SL_NONE) {
        sl_vec_push(&parts, at->y);
        at = (SlExpr *)(uintptr_t)sl_unparen(at->x);
    }
    sl_vec_push(&parts, at);
    for (int i = parts.count - 1; i >= 0; i--)
        sl_hoist(fn, parts.at[i]);
    int dst = sl_slot_want(fn, type, want);
    int top = fn->win_top, scratch = sl_window_new(fn, parts.count * 2);
    for (int i = parts.count - 1, n = 0; i >= 0; i--, n++)
        sl_gen_as(fn, parts.at[i], type, scratch + n * 2);
    sl_emit(fn, SL_OP_CONCAT, dst, scratch, parts.count);
    fn->win_top = top;
    sl_vec_free(&parts);
    return dst;
}

// The count of a shift: checked when it is signed and not constant.
static int gen_count(SlFn *fn, SlExpr *y) {
    const SlRtype *type = sl_type_of(fn, y);
    if (sl_expr_is_const(sl_unparen(y))) {
        int64_t n = 0;
        const SlConst *value = sl_const_to_int(fn->g->program->consts, sl_unparen(y)->value);
        if (!sl_const_int64(value, &n))
            n = 1000;
        int slot = sl_slot_scalar(fn);
        sl_emit_int(fn, slot, n);
        return slot;
    }
    int slot = sl_gen_expr(fn, y, SL_NONE);
    if (!is_unsigned(type))
        sl_emit(fn, SL_OP_SHCHK, slot, 0, 0);
    return slot;
}

static int gen_shift(SlFn *fn, SlExpr *e, int want) {
    const SlRtype *type = sl_type_of(fn, e);
    int dst = sl_slot_want(fn, type, want), mark = sl_slot_mark(fn), x, y = SL_NONE;
    if (sl_has_call(fn, e->y)) {
        sl_hoist(fn, e->x);
        sl_hoist(fn, e->y);
    }
    x = sl_gen_as(fn, e->x, type, SL_NONE);
    if (sl_gen_arith_const(fn, e->op, type, x, e->y, dst) == SL_NONE) {
        if (x >= SL_WIN && !is_plain(fn, e->y)) {
            int own = sl_slot_new(fn, type);
            sl_emit_move(fn, own, x, 1);
            x = own;
        }
        y = gen_count(fn, e->y);
        sl_gen_arith(fn, e->op, type, x, y, dst);
    }
    sl_slot_release(fn, mark);
    return dst;
}

static bool is_comparison(SlToken op) {
    return op >= SL_TOKEN_EQ && op <= SL_TOKEN_GE;
}

// ---- equality ----

static bool is_one_word(const SlRtype *t) {
    return t->slots == 1 && t->kind != SL_KIND_STRUCT && t->kind != SL_KIND_ARRAY && class_of(t) == CLASS_INT;
}

int sl_gen_equal(SlFn *fn, const SlRtype *xt, int x, const SlRtype *yt, int y, int want) {
    int dst = want == SL_NONE ? sl_slot_scalar(fn) : want;
    if (xt->kind == SL_KIND_INTERFACE || yt->kind == SL_KIND_INTERFACE) {
        const SlRtype *iface = xt->kind == SL_KIND_INTERFACE ? xt : yt;
        sl_emit(fn, SL_OP_IEQ, dst, sl_gen_adapt(fn, x, xt, iface, SL_NONE), sl_gen_adapt(fn, y, yt, iface, SL_NONE));
    } else if (is_one_word(xt))
        sl_emit(fn, SL_OP_EQ, dst, x, y);
    else if (xt->kind == SL_KIND_STRING)
        sl_emit(fn, SL_OP_SEQ, dst, x, y);
    else if (class_of(xt) == CLASS_FLOAT)
        sl_emit(fn, SL_OP_FEQ, dst, x, y);
    else if (class_of(xt) == CLASS_COMPLEX)
        sl_emit(fn, SL_OP_CEQ, dst, x, y);
    else if (xt->slots == 0)
        sl_emit_int(fn, dst, 1);
    else
        sl_emit_type(fn, SL_OP_EQN, dst, x, y, xt);
    return dst;
}

void sl_gen_equal_jump(SlFn *fn, const SlRtype *xt, int x, const SlRtype *yt, int y, bool sense, int label) {
    bool mixed = xt->kind == SL_KIND_INTERFACE || yt->kind == SL_KIND_INTERFACE;
    if (!mixed && is_one_word(xt))
        sl_emit_jump(fn, sense ? SL_OP_JEQ : SL_OP_JNE, x, y, label);
    else if (!mixed && class_of(xt) == CLASS_FLOAT)
        sl_emit_jump(fn, sense ? SL_OP_JFEQ : SL_OP_JFNE, x, y, label);
    else {
        int mark = sl_slot_mark(fn);
        int equal = sl_gen_equal(fn, xt, x, yt, y, SL_NONE);
        sl_emit_jump(fn, sense ? SL_OP_JT : SL_OP_JF, equal, 0, label);
        sl_slot_release(fn, mark);
    }
}

// An empty string constant: only the length needs a look.
static bool is_empty_string(const SlExpr *e) {
    e = sl_unparen(e);
    size_t length = 1;
    if (sl_expr_is_const(e) && sl_const_kind(e->value) == SL_CONST_STRING)
        sl_const_string_value(e->value, &length);
    return length == 0;
}

static void equality_jump(SlFn *fn, SlExpr *e, bool sense, int label) {
    SlExpr *x = e->x, *y = e->y;
    if (e->op == SL_TOKEN_NE)
        sense = !sense;
    if (sl_is_nil(x) || is_empty_string(x)) {
        x = e->y;
        y = e->x;
    }
    const SlRtype *xt = sl_type_of(fn, x), *yt = sl_is_nil(y) ? xt : sl_type_of(fn, y);
    SlOp imm = sense ? SL_OP_JEQI : SL_OP_JNEI;
    int64_t n;
    if (sl_is_nil(y))
        sl_emit_jump(fn, imm, sl_gen_expr(fn, x, SL_NONE), 0, label);
    else if (is_empty_string(y) && xt->kind == SL_KIND_STRING)
        sl_emit_jump(fn, imm, sl_gen_expr(fn, x, SL_NONE) + 1, 0, label);
    else if (is_one_word(xt) && sl_const_small(y, &n))
        sl_emit_jump(fn, imm, sl_gen_expr(fn, x, SL_NONE), (int)n, label);
    else if (is_one_word(yt) && sl_const_small(x, &n))
        sl_emit_jump(fn, imm, sl_gen_expr(fn, y, SL_NONE), (int)n, label);
    else {
        int xs, ys, equal = sl_gen_equal_in_memory(fn, x, y);
        if (equal != SL_NONE) {
            sl_emit_jump(fn, sense ? SL_OP_JT : SL_OP_JF, equal, 0, label);
            return;
        }
        operands(fn, x, xt, y, yt, &xs, &ys);
        sl_gen_equal_jump(fn, xt, xs, yt, ys, sense, label);
    }
}

// ---- order ----

static void order_jump(SlFn *fn, SlExpr *e, bool sense, int label) {
    const SlRtype *type = sl_expr_is_const(sl_unparen(e->x)) ? sl_type_of(fn, e->y) : sl_type_of(fn, e->x);
    SlToken op = e->op;
    int xs, ys;
    int64_t n;
    if (class_of(type) == CLASS_INT && !is_unsigned_word(type) && sl_const_small(e->y, &n)) {
        static const uint16_t yes[] = {SL_OP_JLTI, SL_OP_JLEI, SL_OP_JGTI, SL_OP_JGEI};
        int nth = op == SL_TOKEN_LT ? 0 : op == SL_TOKEN_LE ? 1 : op == SL_TOKEN_GT ? 2 : 3;
        xs = sl_gen_expr(fn, e->x, SL_NONE);
        sl_emit_jump(fn, (SlOp)yes[sense ? nth : 3 - nth], xs, (int)n, label);
        return;
    }
    operands(fn, e->x, type, e->y, type, &xs, &ys);
    bool swap = op == SL_TOKEN_GT || op == SL_TOKEN_GE, strict = op == SL_TOKEN_LT || op == SL_TOKEN_GT;
    if (swap) {
        int s = xs;
        xs = ys;
        ys = s;
    }
    if (class_of(type) == CLASS_INT) {
        bool u = is_unsigned_word(type);
        if (!sense) { // not x < y is y <= x
            int s = xs;
            xs = ys;
            ys = s;
            strict = !strict;
        }
        sl_emit_jump(fn, strict ? (u ? SL_OP_JLTU : SL_OP_JLT) : (u ? SL_OP_JLEU : SL_OP_JLE), xs, ys, label);
    } else if (class_of(type) == CLASS_FLOAT)
        sl_emit_jump(fn, sense ? (strict ? SL_OP_JFLT : SL_OP_JFLE) : (strict ? SL_OP_JFNLT : SL_OP_JFNLE), xs, ys,
                     label);
    else {
        int slot = sl_slot_scalar(fn);
        sl_emit(fn, strict ? SL_OP_SLT : SL_OP_SLE, slot, xs, ys);
        sl_emit_jump(fn, sense ? SL_OP_JT : SL_OP_JF, slot, 0, label);
    }
}

void sl_gen_cond(SlFn *fn, SlExpr *e, bool sense, int label) {
    e = (SlExpr *)(uintptr_t)sl_unparen(e);
    int mark = sl_slot_mark(fn), hoisted = fn->hoisted.count;
    SlPos pos = fn->pos;
    fn->pos = e->pos;
    if (sl_expr_is_const(e)) {
        if (sl_const_bool_value(e->value) == sense)
            sl_emit_jump(fn, SL_OP_JMP, 0, 0, label);
    } else if (hoisted && sl_hoisted_find(fn, e) != SL_NONE)
        sl_emit_jump(fn, sense ? SL_OP_JT : SL_OP_JF, sl_hoisted_find(fn, e), 0, label);
    else if (e->kind == SL_EXPR_UNARY && e->op == SL_TOKEN_NOT)
        sl_gen_cond(fn, e->x, !sense, label);
    else if (e->kind == SL_EXPR_BINARY && (e->op == SL_TOKEN_ANDAND || e->op == SL_TOKEN_OROR)) {
        bool both = (e->op == SL_TOKEN_ANDAND) == sense; // the jump needs both halves
        int skip = both ? sl_label_new(fn) : label;
        sl_gen_cond(fn, e->x, both ? !sense : sense, skip);
        sl_gen_cond(fn, e->y, sense, label);
        if (both)
            sl_label_here(fn, skip);
    } else if (e->kind == SL_EXPR_BINARY && (e->op == SL_TOKEN_EQ || e->op == SL_TOKEN_NE))
        equality_jump(fn, e, sense, label);
    else if (e->kind == SL_EXPR_BINARY && is_comparison(e->op))
        order_jump(fn, e, sense, label);
    else
        sl_emit_jump(fn, sense ? SL_OP_JT : SL_OP_JF, sl_gen_expr(fn, e, SL_NONE), 0, label);
    fn->pos = pos;
    fn->hoisted.count = hoisted;
    sl_slot_release(fn, mark);
}

static int gen_comparison(SlFn *fn, SlExpr *e, int want) {
    int dst = want == SL_NONE ? sl_slot_scalar(fn) : want, mark = sl_slot_mark(fn), xs, ys;
    bool equality = e->op == SL_TOKEN_EQ || e->op == SL_TOKEN_NE;
    if (equality && (sl_is_nil(e->x) || sl_is_nil(e->y))) {
        xs = sl_gen_expr(fn, sl_is_nil(e->x) ? e->y : e->x, SL_NONE);
        ys = sl_slot_scalar(fn);
        sl_emit_int(fn, ys, 0);
        sl_emit(fn, e->op == SL_TOKEN_EQ ? SL_OP_EQ : SL_OP_NE, dst, xs, ys);
        sl_slot_release(fn, mark);
        return dst;
    }
    const SlRtype *xt = sl_type_of(fn, e->x), *yt = sl_type_of(fn, e->y);
    if (sl_expr_is_const(sl_unparen(e->x)) && yt->kind != SL_KIND_INTERFACE)
        xt = yt;
    else if (sl_expr_is_const(sl_unparen(e->y)) && xt->kind != SL_KIND_INTERFACE)
        yt = xt;
    int equal = equality ? sl_gen_equal_in_memory(fn, e->x, e->y) : SL_NONE;
    if (equal != SL_NONE) {
        sl_emit(fn, e->op == SL_TOKEN_EQ ? SL_OP_MOV : SL_OP_NOT, dst, equal, 0);
        sl_slot_release(fn, mark);
        return dst;
    }
    operands(fn, e->x, xt, e->y, yt, &xs, &ys);
    bool swap = e->op == SL_TOKEN_GT || e->op == SL_TOKEN_GE, strict = e->op == SL_TOKEN_LT || e->op == SL_TOKEN_GT;
    if (equality && e->op == SL_TOKEN_NE && xt == yt && is_one_word(xt))
        sl_emit(fn, SL_OP_NE, dst, xs, ys);
    else if (equality && e->op == SL_TOKEN_NE && xt == yt && class_of(xt) == CLASS_FLOAT)
        sl_emit(fn, SL_OP_FNE, dst, xs, ys);
    else if (equality) {
        sl_gen_equal(fn, xt, xs, yt, ys, dst);
        if (e->op == SL_TOKEN_NE)
            sl_emit(fn, SL_OP_NOT, dst, dst, 0);
    } else {
        static const uint16_t ops[4][2] = {
            {SL_OP_LE, SL_OP_LT}, {SL_OP_FLE, SL_OP_FLT}, {0, 0}, {SL_OP_SLE, SL_OP_SLT}};
        SlOp op = ops[class_of(xt)][strict];
        if (is_unsigned_word(xt))
            op = strict ? SL_OP_LTU : SL_OP_LEU;
        sl_emit(fn, op, dst, swap ? ys : xs, swap ? xs : ys);
    }
    sl_slot_release(fn, mark);
    return dst;
}

int sl_gen_binary(SlFn *fn, SlExpr *e, int want) {
    if (e->op == SL_TOKEN_ANDAND || e->op == SL_TOKEN_OROR) {
        int dst = want == SL_NONE ? sl_slot_scalar(fn) : want, end = sl_label_new(fn), hoisted = fn->hoisted.count;
        sl_gen_expr(fn, e->x, dst);
        sl_emit_jump(fn, e->op == SL_TOKEN_ANDAND ? SL_OP_JF : SL_OP_JT, dst, 0, end);
        fn->hoisted.count = hoisted;
        sl_gen_expr(fn, e->y, dst);
        fn->hoisted.count = hoisted;
        sl_label_here(fn, end);
        return dst;
    }
    if (is_comparison(e->op))
        return gen_comparison(fn, e, want);
    if (e->op == SL_TOKEN_SHL || e->op == SL_TOKEN_SHR)
        return gen_shift(fn, e, want);
    const SlRtype *type = sl_type_of(fn, e);
    if (type->kind == SL_KIND_STRING)
        return gen_concat(fn, e, want);
    int dst = sl_slot_want(fn, type, want), mark = sl_slot_mark(fn), x, y;
    int64_t n;
    if (class_of(type) == CLASS_INT && sl_const_small(e->y, &n)) {
        x = sl_gen_as(fn, e->x, type, SL_NONE);
        if (sl_gen_arith_const(fn, e->op, type, x, e->y, dst) == SL_NONE) {
            y = sl_gen_as(fn, e->y, type, SL_NONE);
            sl_gen_arith(fn, e->op, type, x, y, dst);
        }
    } else if ((e->op == SL_TOKEN_ADD || e->op == SL_TOKEN_MUL) && class_of(type) == CLASS_INT &&
               sl_const_small(e->x, &n)) {
        y = sl_gen_as(fn, e->y, type, SL_NONE);
        sl_gen_arith_const(fn, e->op, type, y, e->x, dst);
    } else {
        operands(fn, e->x, type, e->y, type, &x, &y);
        sl_gen_arith(fn, e->op, type, x, y, dst);
    }
    sl_slot_release(fn, mark);
    return dst;
}

int sl_gen_unary(SlFn *fn, SlExpr *e, int want) {
    if (e->op == SL_TOKEN_AND)
        return sl_gen_address(fn, (SlExpr *)(uintptr_t)sl_unparen(e->x), want);
    if (e->op == SL_TOKEN_ARROW)
        return sl_gen_receive(fn, e, want);
    const SlRtype *type = sl_type_of(fn, e);
    if (e->op == SL_TOKEN_ADD)
        return sl_gen_as(fn, e->x, type, want);
    int dst = sl_slot_want(fn, type, want), mark = sl_slot_mark(fn);
    int x = sl_gen_as(fn, e->x, type, SL_NONE);
    static const uint16_t negate[] = {SL_OP_NEG, SL_OP_FNEG, SL_OP_CNEG, SL_OP_NOP};
    SlOp op = e->op == SL_TOKEN_NOT ? SL_OP_NOT : e->op == SL_TOKEN_XOR ? SL_OP_COM : (SlOp)negate[class_of(type)];
    sl_emit(fn, op, dst, x, 0);
    if (op != SL_OP_NOT)
        sl_emit_extend(fn, type, dst);
    sl_slot_release(fn, mark);
    return dst;
}
