// SPDX-License-Identifier: MIT
// Operators on constants (Go specification, "Constant expressions").
#include <string.h>

#include "lang/const-impl.h"

static const char *overflow_of(SlToken op) {
    switch (op) {
    case SL_TOKEN_ADD:
        return "constant addition overflow";
    case SL_TOKEN_SUB:
        return "constant subtraction overflow";
    case SL_TOKEN_MUL:
        return "constant multiplication overflow";
    case SL_TOKEN_DIV:
        return "constant division overflow";
    case SL_TOKEN_SHL:
        return "constant shift overflow";
    default:
        return "constant overflow";
    }
}

static const SlConst *too_large(SlConsts *consts, SlToken op, const char **overflow) {
    if (overflow)
        *overflow = overflow_of(op);
    return const_unknown(consts);
}

// Both of the higher kind of the two; false when they do not go together.
static bool match(SlConsts *consts, const SlConst **x, const SlConst **y) {
    if (!const_is_number(*x) || !const_is_number(*y))
        return (*x)->kind == (*y)->kind && (*x)->kind != SL_CONST_UNKNOWN;
    uint8_t kind = (*x)->kind > (*y)->kind ? (*x)->kind : (*y)->kind;
    const SlConst **both[] = {x, y};
    for (int i = 0; i < 2; i++) {
        if (kind == SL_CONST_FLOAT)
            *both[i] = sl_const_to_float(consts, *both[i]);
        else if (kind == SL_CONST_COMPLEX)
            *both[i] = sl_const_to_complex(consts, *both[i]);
    }
    return (*x)->kind == kind && (*y)->kind == kind;
}

// The common case: both small, and the result too.
static bool small_op(SlToken op, int64_t x, int64_t y, bool integer_division, int64_t *out) {
    switch (op) {
    case SL_TOKEN_ADD:
        return !__builtin_add_overflow(x, y, out);
    case SL_TOKEN_SUB:
        return !__builtin_sub_overflow(x, y, out);
    case SL_TOKEN_MUL:
        return !__builtin_mul_overflow(x, y, out);
    case SL_TOKEN_DIV:
        if (!integer_division || y == 0 || y == -1)
            return false;
        *out = x / y;
        return true;
    case SL_TOKEN_REM:
        if (y == 0 || y == -1)
            return false;
        *out = x % y;
        return true;
    case SL_TOKEN_AND:
        *out = x & y;
        return true;
    case SL_TOKEN_OR:
        *out = x | y;
        return true;
    case SL_TOKEN_XOR:
        *out = x ^ y;
        return true;
    case SL_TOKEN_ANDNOT:
        *out = x & ~y;
        return true;
    default:
        return false;
    }
}

static const SlConst *divide_ints(SlConsts *consts, mpz_t x, mpz_t y) {
    mpq_t ratio;
    mpq_init(ratio);
    mpz_swap(mpq_numref(ratio), x);
    mpz_swap(mpq_denref(ratio), y);
    mpq_canonicalize(ratio);
    return const_from_ratio(consts, ratio);
}

static const SlConst *big_op(SlConsts *consts, SlToken op, const SlConst *left, const SlConst *right,
                             bool integer_division, const char **overflow) {
    size_t bits = (size_t)sl_const_bits(left) + (op == SL_TOKEN_MUL ? (size_t)sl_const_bits(right) : 0);
    if (bits > SL_CONST_BITS)
        return too_large(consts, op, overflow);
    bool divides = op == SL_TOKEN_DIV || op == SL_TOKEN_REM;
    if (divides && sl_const_sign(right) == 0)
        return const_unknown(consts);
    mpz_t x, y;
    const_get_big(left, x);
    const_get_big(right, y);
    const SlConst *result = NULL;
    switch (op) {
    case SL_TOKEN_ADD:
        mpz_add(x, x, y);
        break;
    case SL_TOKEN_SUB:
        mpz_sub(x, x, y);
        break;
    case SL_TOKEN_MUL:
        mpz_mul(x, x, y);
        break;
    case SL_TOKEN_REM:
        mpz_tdiv_r(x, x, y);
        break;
    case SL_TOKEN_AND:
        mpz_and(x, x, y);
        break;
    case SL_TOKEN_OR:
        mpz_ior(x, x, y);
        break;
    case SL_TOKEN_XOR:
        mpz_xor(x, x, y);
        break;
    case SL_TOKEN_ANDNOT:
        mpz_com(y, y);
        mpz_and(x, x, y);
        break;
    case SL_TOKEN_DIV:
        if (integer_division)
            mpz_tdiv_q(x, x, y);
        else
            result = divide_ints(consts, x, y);
        break;
    default:
        result = const_unknown(consts);
    }
    bool large = !result && mpz_sizeinbase(x, 2) > SL_CONST_BITS;
    mpz_clear(y);
    if (large || result) {
        mpz_clear(x);
        return large ? too_large(consts, op, overflow) : result;
    }
    return const_from_big(consts, x);
}

static const SlConst *approx_op(SlConsts *consts, SlToken op, const SlConst *left, const SlConst *right) {
    mpf_t x, y;
    const_get_approx(left, x);
    const_get_approx(right, y);
    switch (op) {
    case SL_TOKEN_ADD:
        mpf_add(x, x, y);
        break;
    case SL_TOKEN_SUB:
        mpf_sub(x, x, y);
        break;
    case SL_TOKEN_MUL:
        mpf_mul(x, x, y);
        break;
    default:
        mpf_div(x, x, y);
        break;
    }
    mpf_clear(y);
    return const_from_approx(consts, x);
}

static const SlConst *float_op(SlConsts *consts, SlToken op, const SlConst *left, const SlConst *right) {
    if (op != SL_TOKEN_ADD && op != SL_TOKEN_SUB && op != SL_TOKEN_MUL && op != SL_TOKEN_DIV)
        return const_unknown(consts);
    if (op == SL_TOKEN_DIV && sl_const_sign(right) == 0)
        return const_unknown(consts);
    left = sl_const_to_float(consts, left);
    right = sl_const_to_float(consts, right);
    if (left->kind != SL_CONST_FLOAT || right->kind != SL_CONST_FLOAT)
        return const_unknown(consts);
    if (left->form == FORM_APPROX || right->form == FORM_APPROX)
        return approx_op(consts, op, left, right);
    mpq_t x;
    mpq_init(x);
    switch (op) {
    case SL_TOKEN_ADD:
        mpq_add(x, left->ratio, right->ratio);
        break;
    case SL_TOKEN_SUB:
        mpq_sub(x, left->ratio, right->ratio);
        break;
    case SL_TOKEN_MUL:
        mpq_mul(x, left->ratio, right->ratio);
        break;
    default:
        mpq_div(x, left->ratio, right->ratio);
        break;
    }
    return const_from_ratio(consts, x);
}

// (a + bi) op (c + di)
static const SlConst *complex_op(SlConsts *consts, SlToken op, const SlConst *x, const SlConst *y) {
    const SlConst *a = x->complex.real, *b = x->complex.imag, *c = y->complex.real, *d = y->complex.imag;
#define OP(op, left, right) float_op(consts, SL_TOKEN_##op, left, right)
    switch (op) {
    case SL_TOKEN_ADD:
    case SL_TOKEN_SUB:
        return sl_const_make_complex(consts, float_op(consts, op, a, c), float_op(consts, op, b, d));
    case SL_TOKEN_MUL:
        return sl_const_make_complex(consts, OP(SUB, OP(MUL, a, c), OP(MUL, b, d)),
                                     OP(ADD, OP(MUL, b, c), OP(MUL, a, d)));
    case SL_TOKEN_DIV: {
        const SlConst *square = OP(ADD, OP(MUL, c, c), OP(MUL, d, d));
        const SlConst *re = OP(ADD, OP(MUL, a, c), OP(MUL, b, d)), *im = OP(SUB, OP(MUL, b, c), OP(MUL, a, d));
        return sl_const_make_complex(consts, OP(DIV, re, square), OP(DIV, im, square));
    }
    default:
        return const_unknown(consts);
    }
#undef OP
}

static const SlConst *join(SlConsts *consts, const SlConst *x, const SlConst *y, const char **overflow) {
    size_t length = x->string.length + y->string.length;
    if (length > LONGEST_STRING) {
        if (overflow)
            *overflow = "constant string too long";
        return const_unknown(consts);
    }
    char *bytes = sl_arena_alloc(const_arena(consts), length + 1);
    memcpy(bytes, x->string.bytes, x->string.length);
    memcpy(bytes + x->string.length, y->string.bytes, y->string.length);
    return sl_const_string(consts, bytes, length);
}

const SlConst *sl_const_binary(SlConsts *consts, SlToken op, const SlConst *x, const SlConst *y, bool integer_division,
                               const char **overflow) {
    if (overflow)
        *overflow = NULL;
    if (op >= SL_TOKEN_EQ && op <= SL_TOKEN_GE)
        return match(consts, &x, &y) ? sl_const_bool(consts, sl_const_compare(op, x, y)) : const_unknown(consts);
    if (!match(consts, &x, &y)) {
        bool numbers = const_is_number(x) || const_is_number(y);
        return numbers && x->kind != SL_CONST_BOOL && x->kind != SL_CONST_STRING ? too_large(consts, op, overflow)
                                                                                 : const_unknown(consts);
    }
    const SlConst *result;
    int64_t small;
    switch (x->kind) {
    case SL_CONST_BOOL:
        if (op == SL_TOKEN_ANDAND)
            return sl_const_bool(consts, x->truth && y->truth);
        return op == SL_TOKEN_OROR ? sl_const_bool(consts, x->truth || y->truth) : const_unknown(consts);
    case SL_CONST_STRING:
        return op == SL_TOKEN_ADD ? join(consts, x, y, overflow) : const_unknown(consts);
    case SL_CONST_INT:
        if (x->form == FORM_PLAIN && y->form == FORM_PLAIN &&
            small_op(op, x->small, y->small, integer_division, &small))
            return sl_const_int(consts, small);
        return big_op(consts, op, x, y, integer_division, overflow);
    case SL_CONST_FLOAT:
        result = float_op(consts, op, x, y);
        break;
    default:
        result = complex_op(consts, op, x, y);
    }
    bool zero = op == SL_TOKEN_DIV && sl_const_sign(y) == 0;
    if (result->kind == SL_CONST_UNKNOWN && !zero)
        return too_large(consts, op, overflow);
    return result;
}

static const SlConst *negate(SlConsts *consts, const SlConst *x) {
    if (x->kind == SL_CONST_COMPLEX)
        return sl_const_make_complex(consts, negate(consts, x->complex.real), negate(consts, x->complex.imag));
    if (!const_is_number(x))
        return const_unknown(consts);
    if (x->form == FORM_APPROX) {
        mpf_t approx;
        const_get_approx(x, approx);
        mpf_neg(approx, approx);
        return const_from_approx(consts, approx);
    }
    if (x->form == FORM_RATIO) {
        mpq_t ratio;
        const_get_ratio(x, ratio);
        mpq_neg(ratio, ratio);
        return const_from_ratio(consts, ratio);
    }
    mpz_t big;
    const_get_big(x, big);
    mpz_neg(big, big);
    return const_from_big(consts, big);
}

const SlConst *sl_const_unary(SlConsts *consts, SlToken op, const SlConst *x, int bits, bool is_unsigned) {
    switch (op) {
    case SL_TOKEN_ADD:
        return const_is_number(x) ? x : const_unknown(consts);
    case SL_TOKEN_SUB:
        return negate(consts, x);
    case SL_TOKEN_NOT:
        return x->kind == SL_CONST_BOOL ? sl_const_bool(consts, !x->truth) : const_unknown(consts);
    case SL_TOKEN_XOR: {
        if (x->kind != SL_CONST_INT)
            return const_unknown(consts);
        mpz_t big;
        const_get_big(x, big);
        mpz_com(big, big);
        if (is_unsigned && bits > 0)
            mpz_fdiv_r_2exp(big, big, (mp_bitcnt_t)bits);
        return const_from_big(consts, big);
    }
    default:
        return const_unknown(consts);
    }
}

const SlConst *sl_const_shift(SlConsts *consts, SlToken op, const SlConst *x, uint64_t count, const char **overflow) {
    if (overflow)
        *overflow = NULL;
    x = sl_const_to_int(consts, x);
    if (x->kind != SL_CONST_INT)
        return const_unknown(consts);
    mpz_t big;
    if (op == SL_TOKEN_SHL) {
        if (sl_const_sign(x) == 0)
            return x;
        if (count > SL_CONST_BITS || (uint64_t)sl_const_bits(x) + count > SL_CONST_BITS)
            return too_large(consts, op, overflow);
        const_get_big(x, big);
        mpz_mul_2exp(big, big, count);
    } else {
        const_get_big(x, big);
        mpz_fdiv_q_2exp(big, big, count > SL_CONST_BITS ? SL_CONST_BITS + 1 : count);
    }
    return const_from_big(consts, big);
}

static int order_of_strings(const SlConst *x, const SlConst *y) {
    size_t shorter = x->string.length < y->string.length ? x->string.length : y->string.length;
    int order = shorter ? memcmp(x->string.bytes, y->string.bytes, shorter) : 0;
    return order ? order : (x->string.length > y->string.length) - (x->string.length < y->string.length);
}

// Of INTs and FLOATs, also of different kinds.
static int order_of_numbers(const SlConst *x, const SlConst *y) {
    int order;
    if (x->kind == SL_CONST_INT && y->kind == SL_CONST_INT && x->form == FORM_PLAIN && y->form == FORM_PLAIN)
        return (x->small > y->small) - (x->small < y->small);
    if (x->form == FORM_APPROX || y->form == FORM_APPROX) {
        mpf_t a, b;
        const_get_approx(x, a);
        const_get_approx(y, b);
        order = mpf_cmp(a, b);
        mpf_clear(a);
        mpf_clear(b);
        return order;
    }
    mpq_t a, b;
    const_get_ratio(x, a);
    const_get_ratio(y, b);
    order = mpq_cmp(a, b);
    mpq_clear(a);
    mpq_clear(b);
    return order;
}

static bool holds(SlToken op, int order) {
    switch (op) {
    case SL_TOKEN_EQ:
        return order == 0;
    case SL_TOKEN_NE:
        return order != 0;
    case SL_TOKEN_LT:
        return order < 0;
    case SL_TOKEN_LE:
        return order <= 0;
    case SL_TOKEN_GT:
        return order > 0;
    case SL_TOKEN_GE:
        return order >= 0;
    default:
        return false;
    }
}

bool sl_const_compare(SlToken op, const SlConst *x, const SlConst *y) {
    if (const_is_number(x) && const_is_number(y)) {
        if (x->kind != SL_CONST_COMPLEX && y->kind != SL_CONST_COMPLEX)
            return holds(op, order_of_numbers(x, y));
        static const SlConst zero = {.kind = SL_CONST_INT};
        bool cx = x->kind == SL_CONST_COMPLEX, cy = y->kind == SL_CONST_COMPLEX;
        int real = order_of_numbers(cx ? x->complex.real : x, cy ? y->complex.real : y);
        int imag = order_of_numbers(cx ? x->complex.imag : &zero, cy ? y->complex.imag : &zero);
        return (op == SL_TOKEN_EQ || op == SL_TOKEN_NE) && holds(op, real || imag);
    }
    if (x->kind != y->kind)
        return false;
    if (x->kind == SL_CONST_STRING)
        return holds(op, order_of_strings(x, y));
    return x->kind == SL_CONST_BOOL && (op == SL_TOKEN_EQ || op == SL_TOKEN_NE) && holds(op, x->truth != y->truth);
}
