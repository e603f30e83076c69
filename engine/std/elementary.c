// SPDX-License-Identifier: MIT
// Elementary functions with the results that Go programs see, to the last bit: by the published methods that Go
// follows too. Sine, cosine, tangents: Moshier, Cephes (1984-2000). Logarithm, cube root: Sun's msun (1993).
// Exponential: Shibata, "Efficient evaluation methods of elementary functions suitable for SIMD computation" (2010).
#include "std/elementary.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

static uint64_t bits_of(double x) {
    uint64_t bits;
    memcpy(&bits, &x, 8);
    return bits;
}

static double from_bits(uint64_t bits) {
    double x;
    memcpy(&x, &bits, 8);
    return x;
}

// ---- exponential and logarithm ----

double sl_math_exp(double x) {
    static const double terms[] = {2.4801587301587301587e-5,
                                   1.9841269841269841270e-4,
                                   1.3888888888888888889e-3,
                                   8.3333333333333333333e-3,
                                   4.1666666666666666667e-2,
                                   1.6666666666666666667e-1,
                                   0.5,
                                   1.0};
    if (isnan(x))
        return x;
    if (x > 7.09782712893384e+02)
        return INFINITY;
    if (x < -7.5e+02)
        return 0;
    double n = nearbyint(x * 1.4426950408889634073599246810018920);
    x = fma(-0.69314718055966295651160180568695068359375, n, x);
    x = fma(-0.28235290563031577122588448175013436025525412068e-12, n, x);
    x *= 0.0625;
    double sum = terms[0];
    for (int i = 1; i < 8; i++)
        sum = fma(sum, x, terms[i]);
    x *= sum;
    for (int i = 0; i < 3; i++)
        x *= x + 2;
    return ldexp(fma(x, x + 2, 1), (int)n);
}

double sl_math_log(double x) {
    if (isnan(x) || x == INFINITY)
        return x;
    if (x < 0)
        return NAN;
    if (x == 0)
        return -INFINITY;
    int exponent;
    double f1 = frexp(x, &exponent);
    if (f1 < M_SQRT1_2) {
        f1 *= 2;
        exponent--;
    }
    double f = f1 - 1, k = exponent;
    double s = f / (2 + f), s2 = s * s, s4 = s2 * s2;
    double t1 =
        s2 * (6.666666666666735130e-01 +
              s4 * (2.857142874366239149e-01 + s4 * (1.818357216161805012e-01 + s4 * 1.479819860511658591e-01)));
    double t2 = s4 * (3.999999999940941908e-01 + s4 * (2.222219843214978396e-01 + s4 * 1.531383769920937332e-01));
    double r = t1 + t2, hfsq = 0.5 * f * f;
    return k * 6.93147180369123816490e-01 - ((hfsq - (s * (hfsq + r) + k * 1.90821492927058770002e-10)) - f);
}

double sl_math_log2(double x) {
    int exponent;
    double fraction = frexp(x, &exponent);
    if (!isfinite(x) || x <= 0)
        return sl_math_log(x);
    if (fraction == 0.5)
        return exponent - 1;
    return sl_math_log(fraction) * 1.442695040888963407359924681001892137426645954152985934135 + exponent;
}

double sl_math_log10(double x) {
    return sl_math_log(x) * 0.434294481903251827651128918916605082294397005803666566114;
}

double sl_math_exp2(double x) {
    if (isnan(x) || x == INFINITY)
        return x;
    if (x == -INFINITY || x < -1.0740e+03)
        return 0;
    if (x > 1.0239999999999999e+03)
        return INFINITY;
    int k = x > 0 ? (int)(x + 0.5) : x < 0 ? (int)(x - 0.5) : 0;
    double t = x - k, hi = t * 6.93147180369123816490e-01, lo = -t * 1.90821492927058770002e-10;
    double r = hi - lo, q = r * r;
    double c = r - q * (1.66666666666666657415e-01 +
                        q * (-2.77777777770155933842e-03 +
                             q * (6.61375632143793436117e-05 +
                                  q * (-1.65339022054652515390e-06 + q * 4.13813679705723846039e-08))));
    return ldexp(1 - ((lo - (r * c) / (2 - c)) - hi), k);
}

static bool odd(double x) {
    return fabs(x) < 0x1p53 && x == trunc(x) && ((int64_t)x & 1);
}

static double pow_special(double x, double y, bool *special) {
    *special = true;
    if (y == 0 || x == 1)
        return 1;
    if (y == 1)
        return x;
    if (isnan(x) || isnan(y))
        return NAN;
    if (x == 0) {
        if (y < 0)
            return odd(y) && signbit(x) ? -INFINITY : INFINITY;
        return odd(y) ? x : 0;
    }
    if (isinf(y)) {
        if (x == -1)
            return 1;
        return (fabs(x) < 1) == (y > 0) ? 0 : INFINITY;
    }
    if (isinf(x)) {
        if (x == -INFINITY)
            return y < 0 ? (odd(y) ? -0.0 : 0) : (odd(y) ? -INFINITY : INFINITY);
        return y < 0 ? 0 : INFINITY;
    }
    if (y == 0.5)
        return sqrt(x);
    if (y == -0.5)
        return 1 / sqrt(x);
    *special = false;
    return 0;
}

double sl_math_pow(double x, double y) {
    bool special;
    double answer = pow_special(x, y, &special);
    if (special)
        return answer;
    double yi, yf = modf(fabs(y), &yi);
    if (yf != 0 && x < 0)
        return NAN;
    if (yi >= 0x1p63)
        return x == -1 ? 1 : (fabs(x) < 1) == (y > 0) ? 0 : INFINITY;
    double a = 1;
    int64_t exponent = 0;
    if (yf != 0) {
        if (yf > 0.5) {
            yf--;
            yi++;
        }
        a = sl_math_exp(yf * sl_math_log(x));
    }
    int first;
    double x1 = frexp(x, &first);
    int64_t xe = first;
    for (int64_t i = (int64_t)yi; i; i >>= 1) {
        if (xe < -(1 << 12) || xe > 1 << 12) {
            exponent += xe;
            break;
        }
        if (i & 1) {
            a *= x1;
            exponent += xe;
        }
        x1 *= x1;
        xe *= 2;
        if (x1 < 0.5) {
            x1 += x1;
            xe--;
        }
    }
    if (y < 0) {
        a = 1 / a;
        exponent = -exponent;
    }
    return ldexp(a, exponent > 100000 ? 100000 : exponent < -100000 ? -100000 : (int)exponent);
}

// ---- circular functions ----

static double sine_series(double z, double zz) {
    return z +
           z * zz *
               ((((((1.58962301576546568060e-10 * zz) + -2.50507477628578072866e-8) * zz + 2.75573136213857245213e-6) *
                      zz +
                  -1.98412698295895385996e-4) *
                     zz +
                 8.33333333332211858878e-3) *
                    zz +
                -1.66666666666666307295e-1);
}

static double cosine_series(double zz) {
    return 1.0 - 0.5 * zz +
           zz * zz *
               ((((((-1.13585365213876817300e-11 * zz) + 2.08757008419747316778e-9) * zz + -2.75573141792967388112e-7) *
                      zz +
                  2.48015872888517045348e-5) *
                     zz +
                 -1.38888888888730564116e-3) *
                    zz +
                4.16666666666665929218e-2);
}

// x, not negative, as an octant and the rest.
static double reduce(double x, unsigned *octant) {
    uint64_t j = (uint64_t)(x * (4 / M_PI));
    double y = (double)j;
    if (j & 1) {
        j++;
        y++;
    }
    *octant = (unsigned)(j & 7);
    return ((x - y * 7.85398125648498535156e-1) - y * 3.77489470793079817668e-8) - y * 2.69515142907905952645e-15;
}

enum { LARGE = 1 << 29 }; // beyond it the reduction needs more digits of pi: the C library has them

double sl_math_sin(double x) {
    if (!isfinite(x))
        return NAN;
    if (x == 0 || fabs(x) >= LARGE)
        return sin(x);
    unsigned j;
    bool negative = x < 0;
    double z = reduce(fabs(x), &j);
    if (j > 3) {
        negative = !negative;
        j -= 4;
    }
    double y = j == 1 || j == 2 ? cosine_series(z * z) : sine_series(z, z * z);
    return negative ? -y : y;
}

double sl_math_cos(double x) {
    if (!isfinite(x))
        return NAN;
    if (fabs(x) >= LARGE)
        return cos(x);
    unsigned j;
    bool negative = false;
    double z = reduce(fabs(x), &j);
    if (j > 3) {
        negative = true;
        j -= 4;
    }
    if (j > 1)
        negative = !negative;
    double y = j == 1 || j == 2 ? sine_series(z, z * z) : cosine_series(z * z);
    return negative ? -y : y;
}

double sl_math_tan(double x) {
    if (!isfinite(x))
        return NAN;
    if (x == 0 || fabs(x) >= LARGE)
        return tan(x);
    unsigned j;
    double z = reduce(fabs(x), &j), zz = z * z, y = z;
    if (zz > 1e-14)
        y = z +
            z * (zz * (((-1.30936939181383734205e4 * zz) + 1.15351664838587416140e6) * zz + -1.79565251976484877988e7) /
                 ((((zz + 1.36812963470692954678e4) * zz + -1.32089234440210967447e6) * zz + 2.50083801823357915839e7) *
                      zz +
                  -5.38695755929454629881e7));
    if (j & 2)
        y = -1 / y;
    return x < 0 ? -y : y;
}

static double atan_series(double x) {
    double z = x * x;
    z = z *
        ((((-8.750608600031904122785e-01 * z + -1.615753718733365076637e+01) * z + -7.500855792314704667340e+01) * z +
          -1.228866684490136173410e+02) *
             z +
         -6.485021904942025371773e+01) /
        (((((z + 2.485846490142306297962e+01) * z + 1.650270098316988542046e+02) * z + 4.328810604912902668951e+02) *
              z +
          4.853903996359136964868e+02) *
             z +
         1.945506571482613964425e+02);
    return x * z + x;
}

static double atan_positive(double x) {
    const double more = 6.123233995736765886130e-17;
    if (x <= 0.66)
        return atan_series(x);
    if (x > 2.41421356237309504880)
        return M_PI / 2 - atan_series(1 / x) + more;
    return M_PI / 4 + atan_series((x - 1) / (x + 1)) + 0.5 * more;
}

double sl_math_atan(double x) {
    if (x == 0)
        return x;
    return x > 0 ? atan_positive(x) : -atan_positive(-x);
}

double sl_math_asin(double x) {
    if (x == 0)
        return x;
    double a = fabs(x);
    if (!(a <= 1))
        return NAN;
    double t = sqrt(1 - a * a);
    t = a > 0.7 ? M_PI / 2 - atan_positive(t / a) : atan_positive(a / t);
    return x < 0 ? -t : t;
}

double sl_math_acos(double x) {
    return M_PI / 2 - sl_math_asin(x);
}

double sl_math_atan2(double y, double x) {
    if (isnan(x) || isnan(y) || y == 0 || x == 0 || isinf(x) || isinf(y))
        return atan2(y, x);
    double q = sl_math_atan(y / x);
    if (x < 0)
        return q <= 0 ? q + M_PI : q - M_PI;
    return q;
}

// ---- hyperbolic functions ----

double sl_math_sinh(double x) {
    double a = fabs(x), t;
    if (a > 21) {
        t = sl_math_exp(a) * 0.5;
    } else if (a > 0.5) {
        double e = sl_math_exp(a);
        t = (e - 1 / e) * 0.5;
    } else {
        double q = a * a;
        t = (((-0.2630563213397497062819489e+2 * q + -0.2894211355989563807284660366e+4) * q +
              -0.8991272022039509355398013511e+5) *
                 q +
             -0.6307673640497716991184787251e+6) *
            a;
        t = t / (((q + -0.173678953558233699533450911e+3) * q + 0.1521517378790019070696485176e+5) * q +
                 -0.6307673640497716991212077277e+6);
    }
    return signbit(x) ? -t : t;
}

double sl_math_cosh(double x) {
    x = fabs(x);
    if (x > 21)
        return sl_math_exp(x) * 0.5;
    double e = sl_math_exp(x);
    return (e + 1 / e) * 0.5;
}

double sl_math_tanh(double x) {
    double z = fabs(x);
    if (z > 0.5 * 8.8029691931113054295988e+01)
        return x < 0 ? -1 : 1;
    if (z >= 0.625) {
        double s = sl_math_exp(2 * z);
        z = 1 - 2 / (s + 1);
        return x < 0 ? -z : z;
    }
    if (x == 0)
        return x;
    double s = x * x;
    return x + x * s * ((-9.64399179425052238628e-1 * s + -9.92877231001918586564e1) * s + -1.61468768441708447952e3) /
                   (((s + 1.12811678491632931402e2) * s + 2.23548839060100448583e3) * s + 4.84406305325125486048e3);
}

double sl_math_asinh(double x) {
    if (isnan(x) || isinf(x))
        return x;
    double a = fabs(x), t;
    if (a > 0x1p28)
        t = sl_math_log(a) + M_LN2;
    else if (a > 2)
        t = sl_math_log(2 * a + 1 / (sqrt(a * a + 1) + a));
    else if (a < 0x1p-28)
        t = a;
    else
        t = log1p(a + a * a / (1 + sqrt(1 + a * a)));
    return signbit(x) ? -t : t;
}

double sl_math_acosh(double x) {
    if (x < 1 || isnan(x))
        return NAN;
    if (x == 1)
        return 0;
    if (x >= 0x1p28)
        return sl_math_log(x) + M_LN2;
    if (x > 2)
        return sl_math_log(2 * x - 1 / (x + sqrt(x * x - 1)));
    double t = x - 1;
    return log1p(t + sqrt(2 * t + t * t));
}

double sl_math_atanh(double x) {
    if (x < -1 || x > 1 || isnan(x))
        return NAN;
    double a = fabs(x), t;
    if (a == 1)
        return x * INFINITY;
    if (a < 0x1p-28)
        t = a;
    else if (a < 0.5)
        t = 0.5 * log1p(a + a + (a + a) * a / (1 - a));
    else
        t = 0.5 * log1p((a + a) / (1 - a));
    return signbit(x) ? -t : t;
}

// ---- roots ----

double sl_math_hypot(double p, double q) {
    if (isinf(p) || isinf(q))
        return INFINITY;
    p = fabs(p);
    q = fabs(q);
    if (isnan(p) || isnan(q))
        return NAN;
    if (p < q) {
        double t = p;
        p = q;
        q = t;
    }
    if (p == 0)
        return 0;
    q = q / p;
    return p * sqrt(1 + q * q);
}

double sl_math_cbrt(double x) {
    if (x == 0 || !isfinite(x))
        return x;
    double a = fabs(x), t = from_bits(bits_of(a) / 3 + (UINT64_C(715094163) << 32));
    if (a < 0x1p-1022) {
        t = 0x1p54 * a;
        t = from_bits(bits_of(t) / 3 + (UINT64_C(696219795) << 32));
    }
    double r = t * t / a, s = 5.42857142857142815906e-01 + r * t;
    t *= 3.57142857142857150787e-01 +
         1.60714285714285720630e+00 / (s + 1.41428571428571436819e+00 + -7.05306122448979611050e-01 / s);
    t = from_bits((bits_of(t) & UINT64_C(0xFFFFFFFFC) << 28) + (UINT64_C(1) << 30));
    s = t * t;
    r = a / s;
    r = (r - t) / (t + t + r);
    t = t + t * r;
    return x < 0 ? -t : t;
}
