// SPDX-License-Identifier: MIT
// Constants to machine floats: nearest, ties to even, rounded once, with gradual underflow (IEEE 754-2008, 4.3.1).
#include <math.h>

#include "lang/const-impl.h"

typedef struct {
    int mantissa; // bits, the hidden one included
    int least;    // exponent of the last bit of the smallest subnormal
    int most;     // 2^most is infinite
} Format;

static const Format single = {24, -149, 128}, twice = {53, -1074, 1024};

// The quotient to mantissa + 2 bits at least, and whether a remainder was left, decide the rounding.
static double round_ratio(const mpq_t value, const Format *format) {
    int sign = mpq_sgn(value);
    if (!sign)
        return 0;
    long exponent = (long)mpz_sizeinbase(mpq_numref(value), 2) - (long)mpz_sizeinbase(mpq_denref(value), 2);
    if (exponent > format->most + 1)
        return sign * INFINITY;
    if (exponent < format->least - 2)
        return 0;
    long shift = format->mantissa + 2 - exponent;
    mpz_t quotient, divisor, remainder;
    mpz_init(quotient);
    mpz_init_set(divisor, mpq_denref(value));
    mpz_init(remainder);
    mpz_abs(quotient, mpq_numref(value));
    if (shift > 0)
        mpz_mul_2exp(quotient, quotient, (mp_bitcnt_t)shift);
    else
        mpz_mul_2exp(divisor, divisor, (mp_bitcnt_t)-shift);
    mpz_tdiv_qr(quotient, remainder, quotient, divisor);
    bool sticky = mpz_sgn(remainder) != 0;
    uint64_t bits = mpz_get_ui(quotient);
    long length = (long)mpz_sizeinbase(quotient, 2);
    mpz_clear(quotient);
    mpz_clear(divisor);
    mpz_clear(remainder);

    long last = length - shift - format->mantissa; // exponent of the last bit kept
    if (last < format->least)
        last = format->least;
    long drop = last + shift;
    if (drop > 62)
        return 0;
    uint64_t kept = bits >> drop, rest = bits & (((uint64_t)1 << drop) - 1), half = (uint64_t)1 << (drop - 1);
    if (rest > half || (rest == half && (sticky || (kept & 1))))
        kept++;
    double result = ldexp((double)kept, (int)last);
    if (result >= ldexp(1, format->most - 1) * 2)
        result = INFINITY;
    return kept ? sign * result : 0;
}

static double round_float(const SlConst *value, const Format *format) {
    if (value->kind == SL_CONST_COMPLEX)
        return round_float(value->complex.real, format);
    if (value->kind != SL_CONST_INT && value->kind != SL_CONST_FLOAT)
        return 0;
    mpq_t ratio;
    if (value->form == FORM_APPROX) {
        long exponent;
        mpf_get_d_2exp(&exponent, value->approx);
        if (exponent > format->most + 1)
            return mpf_sgn(value->approx) * INFINITY;
        if (exponent < format->least - 2)
            return 0;
        mpq_init(ratio);
        mpq_set_f(ratio, value->approx);
    } else {
        const_get_ratio(value, ratio);
    }
    double result = round_ratio(ratio, format);
    mpq_clear(ratio);
    return result;
}

double sl_const_double(const SlConst *value) {
    return round_float(value, &twice);
}

float sl_const_single(const SlConst *value) {
    return (float)round_float(value, &single);
}

double sl_const_imag_double(const SlConst *value) {
    return value->kind == SL_CONST_COMPLEX ? round_float(value->complex.imag, &twice) : 0;
}

float sl_const_imag_single(const SlConst *value) {
    return value->kind == SL_CONST_COMPLEX ? (float)round_float(value->complex.imag, &single) : 0;
}

const SlConst *sl_const_round(SlConsts *consts, const SlConst *value, int bits) {
    if (value->kind == SL_CONST_COMPLEX)
        return sl_const_make_complex(consts, sl_const_round(consts, value->complex.real, bits),
                                     sl_const_round(consts, value->complex.imag, bits));
    if (!const_is_number(value))
        return const_unknown(consts);
    return sl_const_float(consts, round_float(value, bits == 32 ? &single : &twice));
}
