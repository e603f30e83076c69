// SPDX-License-Identifier: MIT
// Natives of packages math, math/bits and math/rand/v2: the C library's functions, and bits.
#include "std/elementary.h"
#include "std/impl.h"

#include <math.h>
#include <stdio.h>

static double gamma_of(double x) {
    if (x == floor(x) && x < 0)
        return NAN;
    if (x == -INFINITY)
        return NAN;
    return tgamma(x);
}

// By Newton's method from a first guess (Winitzki 2008).
static double erf_inverse(double x) {
    if (!(x >= -1 && x <= 1))
        return NAN;
    if (x == 1 || x == -1)
        return x * INFINITY;
    double l = log((1 - x) * (1 + x)), t = 2 / (M_PI * 0.147) + l / 2;
    double y = copysign(sqrt(sqrt(t * t - l / 0.147) - t), x);
    for (int i = 0; i < 4; i++) {
        double slope = M_2_SQRTPI * exp(-y * y);
        if (slope == 0)
            break;
        double error = x > 0.5 ? -(erfc(y) - (1 - x)) : erf(y) - x;
        y -= error / slope;
    }
    return y;
}

static double erfc_inverse(double x) {
    return erf_inverse(1 - x);
}

#define ONE(name, fn)                                                                                                  \
    static SlOutcome native_##name(SlWorker *worker, SlSlot *s) {                                                      \
        (void)worker;                                                                                                  \
        s[0].f = fn(s[1].f);                                                                                           \
        return SL_DONE;                                                                                                \
    }
#define TWO(name, fn)                                                                                                  \
    static SlOutcome native_##name(SlWorker *worker, SlSlot *s) {                                                      \
        (void)worker;                                                                                                  \
        s[0].f = fn(s[1].f, s[2].f);                                                                                   \
        return SL_DONE;                                                                                                \
    }
ONE(Abs, fabs)
ONE(Acos, sl_math_acos)
ONE(Acosh, sl_math_acosh)
ONE(Asin, sl_math_asin)
ONE(Asinh, sl_math_asinh)
ONE(Atan, sl_math_atan)
ONE(Atanh, sl_math_atanh)
ONE(Cbrt, sl_math_cbrt)
ONE(Ceil, ceil)
ONE(Cos, sl_math_cos)
ONE(Cosh, sl_math_cosh)
ONE(Erf, erf)
ONE(Erfc, erfc)
ONE(Erfinv, erf_inverse)
ONE(Erfcinv, erfc_inverse)
ONE(Exp, sl_math_exp)
ONE(Exp2, sl_math_exp2)
ONE(Expm1, expm1)
ONE(Floor, floor)
ONE(Gamma, gamma_of)
ONE(J0, j0)
static double j1_of(double x) {
    return isinf(x) ? 0 : j1(x); // no negative zero
}
ONE(J1, j1_of)
ONE(Y0, y0)
ONE(Y1, y1)
ONE(Log, sl_math_log)
ONE(Log10, sl_math_log10)
ONE(Log1p, log1p)
ONE(Log2, sl_math_log2)
ONE(Round, round)
ONE(RoundToEven, nearbyint)
ONE(Sin, sl_math_sin)
ONE(Sinh, sl_math_sinh)
ONE(Sqrt, sqrt)
ONE(Tan, sl_math_tan)
ONE(Tanh, sl_math_tanh)
ONE(Trunc, trunc)
TWO(Atan2, sl_math_atan2)
TWO(Hypot, sl_math_hypot)
TWO(Mod, fmod)
TWO(Pow, sl_math_pow)
TWO(Remainder, remainder)

static SlOutcome native_FMA(SlWorker *worker, SlSlot *s) {
    (void)worker;
    s[0].f = fma(s[1].f, s[2].f, s[3].f);
    return SL_DONE;
}

// func Frexp(f float64) (frac float64, exp int)
static SlOutcome native_frexp(SlWorker *worker, SlSlot *s) {
    (void)worker;
    int exponent = 0;
    double fraction = s[2].f;
    if (isfinite(fraction) && fraction != 0)
        fraction = frexp(fraction, &exponent);
    s[0].f = fraction;
    s[1].i = exponent;
    return SL_DONE;
}

// func Ldexp(frac float64, exp int) float64
static SlOutcome native_ldexp(SlWorker *worker, SlSlot *s) {
    (void)worker;
    int64_t exponent = s[2].i > 100000 ? 100000 : s[2].i < -100000 ? -100000 : s[2].i;
    s[0].f = ldexp(s[1].f, (int)exponent);
    return SL_DONE;
}

// func Lgamma(x float64) (lgamma float64, sign int)
static SlOutcome native_lgamma(SlWorker *worker, SlSlot *s) {
    (void)worker;
    int sign = 1;
    s[0].f = isinf(s[2].f) ? s[2].f : lgamma_r(s[2].f, &sign);
    s[1].i = sign < 0 ? -1 : 1;
    return SL_DONE;
}

// func Pow10(n int) float64
static SlOutcome native_pow10(SlWorker *worker, SlSlot *s) {
    (void)worker;
    char text[16];
    int64_t n = s[1].i;
    if (n < -323 || n > 308) {
        s[0].f = n < 0 ? 0 : INFINITY;
        return SL_DONE;
    }
    snprintf(text, sizeof text, "1e%d", (int)n);
    s[0].f = strtod(text, NULL);
    return SL_DONE;
}

// func Nextafter(x, y float64) float64
static SlOutcome native_nextafter(SlWorker *worker, SlSlot *s) {
    (void)worker;
    s[0].f = s[1].f == s[2].f ? s[1].f : nextafter(s[1].f, s[2].f); // of two zeros the first
    return SL_DONE;
}

static SlOutcome native_nextafterf(SlWorker *worker, SlSlot *s) {
    (void)worker;
    float x = (float)s[1].f, y = (float)s[2].f;
    s[0].f = (double)(x == y ? x : nextafterf(x, y));
    return SL_DONE;
}

static SlOutcome native_logb(SlWorker *worker, SlSlot *s) {
    (void)worker;
    s[0].f = logb(s[1].f);
    return SL_DONE;
}

// func Jn(n int, x float64) float64
static SlOutcome native_jn(SlWorker *worker, SlSlot *s) {
    (void)worker;
    double y = jn((int)s[1].i, s[2].f);
    s[0].f = y == 0 && (s[2].f == 0 || isinf(s[2].f)) ? 0 : y; // no negative zero
    return SL_DONE;
}

static SlOutcome native_yn(SlWorker *worker, SlSlot *s) {
    (void)worker;
    s[0].f = yn((int)s[1].i, s[2].f);
    return SL_DONE;
}

// A float64's slot has its bits.
static SlOutcome same_bits(SlWorker *worker, SlSlot *s) {
    (void)worker;
    s[0].u = s[1].u;
    return SL_DONE;
}

static SlOutcome bits_of_float(SlWorker *worker, SlSlot *s) {
    (void)worker;
    float narrow = (float)s[1].f;
    uint32_t bits;
    memcpy(&bits, &narrow, 4);
    s[0].u = bits;
    return SL_DONE;
}

static SlOutcome float_of_bits(SlWorker *worker, SlSlot *s) {
    (void)worker;
    uint32_t bits = (uint32_t)s[1].u;
    float narrow;
    memcpy(&narrow, &bits, 4);
    s[0].f = (double)narrow;
    return SL_DONE;
}

// ---- math/bits ----

#define BITS(name, expression)                                                                                         \
    static SlOutcome name(SlWorker *worker, SlSlot *s) {                                                               \
        (void)worker;                                                                                                  \
        uint64_t x = s[1].u;                                                                                           \
        s[0].u = (uint64_t)(expression);                                                                               \
        return SL_DONE;                                                                                                \
    }
BITS(len64, x ? 64 - __builtin_clzll(x) : 0)
BITS(trailing64, x ? __builtin_ctzll(x) : 64)
BITS(ones64, __builtin_popcountll(x))
BITS(bytes64, __builtin_bswap64(x))

static uint64_t reverse_bits(uint64_t x) {
    x = (x >> 1 & 0x5555555555555555) | (x & 0x5555555555555555) << 1;
    x = (x >> 2 & 0x3333333333333333) | (x & 0x3333333333333333) << 2;
    x = (x >> 4 & 0x0f0f0f0f0f0f0f0f) | (x & 0x0f0f0f0f0f0f0f0f) << 4;
    return __builtin_bswap64(x);
}
BITS(reverse64, reverse_bits(x))

// func Mul64(x, y uint64) (hi, lo uint64)
static SlOutcome mul64(SlWorker *worker, SlSlot *s) {
    (void)worker;
    unsigned __int128 product = (unsigned __int128)s[2].u * s[3].u;
    s[0].u = (uint64_t)(product >> 64);
    s[1].u = (uint64_t)product;
    return SL_DONE;
}

// func div64(hi, lo, y uint64) (quo, rem uint64): y > hi
static SlOutcome div64(SlWorker *worker, SlSlot *s) {
    (void)worker;
    unsigned __int128 n = (unsigned __int128)s[2].u << 64 | s[3].u;
    uint64_t y = s[4].u;
    assert(y > s[2].u);
    s[0].u = (uint64_t)(n / y);
    s[1].u = (uint64_t)(n % y);
    return SL_DONE;
}

const SlNative sl_natives_math[] = {
    {"math.Abs", native_Abs, false},
    {"math.Acos", native_Acos, false},
    {"math.Acosh", native_Acosh, false},
    {"math.Asin", native_Asin, false},
    {"math.Asinh", native_Asinh, false},
    {"math.Atan", native_Atan, false},
    {"math.Atanh", native_Atanh, false},
    {"math.Cbrt", native_Cbrt, false},
    {"math.Ceil", native_Ceil, false},
    {"math.Cos", native_Cos, false},
    {"math.Cosh", native_Cosh, false},
    {"math.Erf", native_Erf, false},
    {"math.Erfc", native_Erfc, false},
    {"math.Erfinv", native_Erfinv, false},
    {"math.Erfcinv", native_Erfcinv, false},
    {"math.Exp", native_Exp, false},
    {"math.Exp2", native_Exp2, false},
    {"math.Expm1", native_Expm1, false},
    {"math.Floor", native_Floor, false},
    {"math.Gamma", native_Gamma, false},
    {"math.J0", native_J0, false},
    {"math.J1", native_J1, false},
    {"math.Y0", native_Y0, false},
    {"math.Y1", native_Y1, false},
    {"math.Log", native_Log, false},
    {"math.Log10", native_Log10, false},
    {"math.Log1p", native_Log1p, false},
    {"math.Log2", native_Log2, false},
    {"math.Round", native_Round, false},
    {"math.RoundToEven", native_RoundToEven, false},
    {"math.Sin", native_Sin, false},
    {"math.Sinh", native_Sinh, false},
    {"math.Sqrt", native_Sqrt, false},
    {"math.Tan", native_Tan, false},
    {"math.Tanh", native_Tanh, false},
    {"math.Trunc", native_Trunc, false},
    {"math.Atan2", native_Atan2, false},
    {"math.Hypot", native_Hypot, false},
    {"math.Mod", native_Mod, false},
    {"math.Pow", native_Pow, false},
    {"math.Remainder", native_Remainder, false},
    {"math.FMA", native_FMA, false},
    {"math.Frexp", native_frexp, false},
    {"math.Ldexp", native_ldexp, false},
    {"math.Lgamma", native_lgamma, false},
    {"math.Pow10", native_pow10, false},
    {"math.Nextafter", native_nextafter, false},
    {"math.Nextafter32", native_nextafterf, false},
    {"math.Logb", native_logb, false},
    {"math.Jn", native_jn, false},
    {"math.Yn", native_yn, false},
    {"math.Float64bits", same_bits, false},
    {"math.Float64frombits", same_bits, false},
    {"math.Float32bits", bits_of_float, false},
    {"math.Float32frombits", float_of_bits, false},
    {"math/bits.Len64", len64, false},
    {"math/bits.TrailingZeros64", trailing64, false},
    {"math/bits.OnesCount64", ones64, false},
    {"math/bits.ReverseBytes64", bytes64, false},
    {"math/bits.Reverse64", reverse64, false},
    {"math/bits.Mul64", mul64, false},
    {"math/bits.div64", div64, false},
    {NULL, NULL, false},
};
