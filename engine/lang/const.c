// SPDX-License-Identifier: MIT
// The store of constants, their making, reading and conversion.
#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lang/const-impl.h"

struct SlConsts {
    SlArena *arena;
    SlConst *owned; // those with GMP memory
    SlConst unknown, yes, no;
};

SlConsts *sl_consts_new(SlArena *arena) {
    SlConsts *consts = calloc(1, sizeof *consts);
    if (!consts)
        abort();
    consts->arena = arena;
    consts->unknown.kind = SL_CONST_UNKNOWN;
    consts->yes.kind = consts->no.kind = SL_CONST_BOOL;
    consts->yes.truth = true;
    return consts;
}

void sl_consts_free(SlConsts *consts) {
    if (!consts)
        return;
    for (SlConst *value = consts->owned; value; value = value->next) {
        if (value->form == FORM_BIG)
            mpz_clear(value->big);
        else if (value->form == FORM_RATIO)
            mpq_clear(value->ratio);
        else if (value->form == FORM_APPROX)
            mpf_clear(value->approx);
    }
    free(consts);
}

const SlConst *const_unknown(SlConsts *consts) {
    return &consts->unknown;
}

SlArena *const_arena(SlConsts *consts) {
    return consts->arena;
}

static SlConst *make(SlConsts *consts, SlConstKind kind, Form form) {
    SlConst *value = SL_NEW(consts->arena, SlConst);
    value->kind = kind;
    value->form = form;
    if (form != FORM_PLAIN) {
        value->next = consts->owned;
        consts->owned = value;
    }
    return value;
}

static bool fits_int64(const mpz_t value, int64_t *out) {
    static_assert(sizeof(long) == sizeof(int64_t), "GMP's long is used for int64_t");
    if (!mpz_fits_slong_p(value))
        return false;
    *out = mpz_get_si(value);
    return true;
}

const SlConst *const_from_big(SlConsts *consts, mpz_t value) {
    int64_t small;
    if (fits_int64(value, &small)) {
        mpz_clear(value);
        return sl_const_int(consts, small);
    }
    SlConst *result = make(consts, SL_CONST_INT, FORM_BIG);
    result->big[0] = value[0];
    return result;
}

const SlConst *const_from_ratio(SlConsts *consts, mpq_t value) {
    if (mpz_sizeinbase(mpq_numref(value), 2) >= EXACT_BITS || mpz_sizeinbase(mpq_denref(value), 2) >= EXACT_BITS) {
        mpf_t approx;
        mpf_init2(approx, PRECISION);
        mpf_set_q(approx, value);
        mpq_clear(value);
        return const_from_approx(consts, approx);
    }
    SlConst *result = make(consts, SL_CONST_FLOAT, FORM_RATIO);
    result->ratio[0] = value[0];
    return result;
}

const SlConst *const_from_approx(SlConsts *consts, mpf_t value) {
    long exponent = 0;
    if (mpf_sgn(value))
        mpf_get_d_2exp(&exponent, value);
    if (exponent > INT32_MAX) {
        mpf_clear(value);
        return &consts->unknown;
    }
    if (mpf_sgn(value) == 0 || exponent < INT32_MIN) {
        mpf_clear(value);
        mpq_t zero;
        mpq_init(zero);
        return const_from_ratio(consts, zero);
    }
    SlConst *result = make(consts, SL_CONST_FLOAT, FORM_APPROX);
    result->approx[0] = value[0];
    return result;
}

SlConstKind sl_const_kind(const SlConst *value) {
    return (SlConstKind)value->kind;
}

bool const_is_number(const SlConst *value) {
    return value->kind == SL_CONST_INT || value->kind == SL_CONST_FLOAT || value->kind == SL_CONST_COMPLEX;
}

const SlConst *sl_const_bool(SlConsts *consts, bool value) {
    return value ? &consts->yes : &consts->no;
}

const SlConst *sl_const_string(SlConsts *consts, const char *bytes, size_t length) {
    SlConst *value = make(consts, SL_CONST_STRING, FORM_PLAIN);
    value->string.bytes = bytes;
    value->string.length = length;
    return value;
}

const SlConst *sl_const_int(SlConsts *consts, int64_t value) {
    SlConst *result = make(consts, SL_CONST_INT, FORM_PLAIN);
    result->small = value;
    return result;
}

const SlConst *sl_const_uint(SlConsts *consts, uint64_t value) {
    mpz_t big;
    mpz_init_set_ui(big, value);
    return const_from_big(consts, big);
}

const SlConst *sl_const_float(SlConsts *consts, double value) {
    if (!isfinite(value))
        return &consts->unknown;
    mpq_t ratio;
    mpq_init(ratio);
    mpq_set_d(ratio, value);
    return const_from_ratio(consts, ratio);
}

const SlConst *sl_const_make_complex(SlConsts *consts, const SlConst *real, const SlConst *imag) {
    const SlConst *re = sl_const_real(consts, real), *im = sl_const_real(consts, imag);
    if (!const_is_number(re) || !const_is_number(im))
        return &consts->unknown;
    SlConst *value = make(consts, SL_CONST_COMPLEX, FORM_PLAIN);
    value->complex.real = re;
    value->complex.imag = im;
    return value;
}

bool sl_const_bool_value(const SlConst *value) {
    return value->kind == SL_CONST_BOOL && value->truth;
}

const char *sl_const_string_value(const SlConst *value, size_t *length) {
    bool is_string = value->kind == SL_CONST_STRING;
    if (length)
        *length = is_string ? value->string.length : 0;
    return is_string ? value->string.bytes : "";
}

void const_get_big(const SlConst *value, mpz_t out) {
    if (value->form == FORM_BIG)
        mpz_init_set(out, value->big);
    else
        mpz_init_set_si(out, value->small);
}

void const_get_ratio(const SlConst *value, mpq_t out) {
    mpq_init(out);
    if (value->kind == SL_CONST_FLOAT)
        mpq_set(out, value->ratio);
    else if (value->form == FORM_BIG)
        mpq_set_z(out, value->big);
    else
        mpq_set_si(out, value->small, 1);
}

void const_get_approx(const SlConst *value, mpf_t out) {
    mpf_init2(out, PRECISION);
    if (value->form == FORM_BIG)
        mpf_set_z(out, value->big);
    else if (value->form == FORM_RATIO)
        mpf_set_q(out, value->ratio);
    else if (value->form == FORM_APPROX)
        mpf_set(out, value->approx);
    else
        mpf_set_si(out, value->small);
}

// What was computed approximately counts as an integer if it differs from one in its last bits only.
bool const_approx_to_big(const mpf_t value, mpz_t out) {
    long exponent;
    mpf_get_d_2exp(&exponent, value);
    if (exponent >= EXACT_BITS || exponent < 0)
        return false;
    mpf_t nearest, difference;
    mpf_init2(nearest, PRECISION);
    mpf_init2(difference, PRECISION);
    mpf_set_d(nearest, mpf_sgn(value) < 0 ? -0.5 : 0.5);
    mpf_add(nearest, value, nearest);
    mpf_trunc(nearest, nearest);
    mpf_sub(difference, value, nearest);
    long error = 0;
    bool close = mpf_sgn(difference) == 0;
    if (!close) {
        mpf_get_d_2exp(&error, difference);
        close = error < exponent - 508;
    }
    if (close)
        mpz_set_f(out, nearest);
    mpf_clear(nearest);
    mpf_clear(difference);
    return close;
}

static bool is_zero(const SlConst *value) {
    return sl_const_sign(value) == 0;
}

const SlConst *sl_const_to_int(SlConsts *consts, const SlConst *value) {
    if (value->kind == SL_CONST_INT)
        return value;
    if (value->kind == SL_CONST_COMPLEX)
        return is_zero(value->complex.imag) ? sl_const_to_int(consts, value->complex.real) : &consts->unknown;
    if (value->kind != SL_CONST_FLOAT)
        return &consts->unknown;
    mpz_t big;
    if (value->form == FORM_RATIO) {
        if (mpz_cmp_ui(mpq_denref(value->ratio), 1) != 0)
            return &consts->unknown;
        mpz_init_set(big, mpq_numref(value->ratio));
        return const_from_big(consts, big);
    }
    mpz_init(big);
    if (const_approx_to_big(value->approx, big))
        return const_from_big(consts, big);
    mpz_clear(big);
    return &consts->unknown;
}

const SlConst *sl_const_to_float(SlConsts *consts, const SlConst *value) {
    if (value->kind == SL_CONST_FLOAT)
        return value;
    if (value->kind == SL_CONST_COMPLEX)
        return is_zero(value->complex.imag) ? sl_const_to_float(consts, value->complex.real) : &consts->unknown;
    if (value->kind != SL_CONST_INT)
        return &consts->unknown;
    mpq_t ratio;
    const_get_ratio(value, ratio);
    return const_from_ratio(consts, ratio);
}

const SlConst *sl_const_to_complex(SlConsts *consts, const SlConst *value) {
    if (value->kind == SL_CONST_COMPLEX)
        return value;
    return sl_const_make_complex(consts, value, sl_const_int(consts, 0));
}

const SlConst *sl_const_real(SlConsts *consts, const SlConst *value) {
    if (value->kind == SL_CONST_COMPLEX)
        return value->complex.real;
    return const_is_number(value) ? value : &consts->unknown;
}

const SlConst *sl_const_imag(SlConsts *consts, const SlConst *value) {
    if (value->kind == SL_CONST_COMPLEX)
        return value->complex.imag;
    return const_is_number(value) ? sl_const_int(consts, 0) : &consts->unknown;
}

// Calls use with the integer that value equals; false when there is none.
static bool as_integer(const SlConst *value, mpz_t out) {
    while (value->kind == SL_CONST_COMPLEX && is_zero(value->complex.imag))
        value = value->complex.real;
    if (value->kind == SL_CONST_INT) {
        const_get_big(value, out);
        return true;
    }
    if (value->kind != SL_CONST_FLOAT)
        return false;
    mpz_init(out);
    if (value->form == FORM_APPROX && const_approx_to_big(value->approx, out))
        return true;
    if (value->form == FORM_RATIO && mpz_cmp_ui(mpq_denref(value->ratio), 1) == 0) {
        mpz_set(out, mpq_numref(value->ratio));
        return true;
    }
    mpz_clear(out);
    return false;
}

bool sl_const_int64(const SlConst *value, int64_t *out) {
    if (value->kind == SL_CONST_INT && value->form == FORM_PLAIN) {
        *out = value->small;
        return true;
    }
    mpz_t big;
    if (!as_integer(value, big))
        return false;
    bool fits = fits_int64(big, out);
    mpz_clear(big);
    return fits;
}

bool sl_const_uint64(const SlConst *value, uint64_t *out) {
    mpz_t big;
    if (!as_integer(value, big))
        return false;
    bool fits = mpz_fits_ulong_p(big);
    if (fits)
        *out = mpz_get_ui(big);
    mpz_clear(big);
    return fits;
}

bool sl_const_is_integral(const SlConst *value) {
    mpz_t big;
    if (!as_integer(value, big))
        return false;
    mpz_clear(big);
    return true;
}

int sl_const_sign(const SlConst *value) {
    switch (value->kind) {
    case SL_CONST_INT:
        return value->form == FORM_BIG ? mpz_sgn(value->big) : (value->small > 0) - (value->small < 0);
    case SL_CONST_FLOAT:
        return value->form == FORM_RATIO ? mpq_sgn(value->ratio) : mpf_sgn(value->approx);
    case SL_CONST_COMPLEX:
        return sl_const_sign(value->complex.real) ? sl_const_sign(value->complex.real)
                                                  : sl_const_sign(value->complex.imag);
    default:
        return 1; // unknown: anything but zero, so that nothing is divided by it again
    }
}

int sl_const_bits(const SlConst *value) {
    mpz_t big;
    if (!as_integer(value, big))
        return 0;
    int bits = mpz_sgn(big) ? (int)mpz_sizeinbase(big, 2) : 0;
    mpz_clear(big);
    return bits;
}
