// SPDX-License-Identifier: MIT
// Natives of package math/big: magnitudes as slices of limbs, least first, without leading zeros; GMP does the work.
// Each operation's result is sized first: what would not fit ends the program as out of memory does.
#include "std/impl.h"

#include <gmp.h>

enum { MOST_BITS = 1 << 30 };

static void view(mpz_t out, const SlSlot *s) {
    static const mp_limb_t zero[1];
    mpz_roinit_n(out, s[1].i ? s[0].p : zero, s[1].i);
}

static void give(SlWorker *worker, SlSlot *s, const mpz_t value) {
    size_t limbs = mpz_size(value);
    SlSlice slice = {NULL, 0, 0};
    if (limbs) {
        slice = sl_bytes_new(worker, mpz_limbs_read(value), limbs * 8);
        slice.length = slice.capacity = (int64_t)limbs;
    }
    set_slice(s, slice);
}

static SlOutcome too_large(SlWorker *worker) {
    return sl_fatal(worker, "runtime: out of memory");
}

#define BINARY(name, operation)                                                                                        \
    static SlOutcome name(SlWorker *worker, SlSlot *s) {                                                               \
        mpz_t x, y, z;                                                                                                 \
        view(x, s + 3);                                                                                                \
        view(y, s + 6);                                                                                                \
        mpz_init(z);                                                                                                   \
        operation(z, x, y);                                                                                            \
        give(worker, s, z);                                                                                            \
        mpz_clear(z);                                                                                                  \
        return SL_DONE;                                                                                                \
    }
// func natAdd(x, y nat) nat, and so on; natSub wants x >= y
BINARY(nat_add, mpz_add)
BINARY(nat_sub, mpz_sub)
BINARY(nat_and, mpz_and)
BINARY(nat_or, mpz_ior)
BINARY(nat_xor, mpz_xor)
BINARY(nat_gcd, mpz_gcd)

// func natMul(x, y nat) nat
static SlOutcome nat_mul(SlWorker *worker, SlSlot *s) {
    if ((s[4].i + s[7].i) * 64 > MOST_BITS)
        return too_large(worker);
    mpz_t x, y, z;
    view(x, s + 3);
    view(y, s + 6);
    mpz_init(z);
    mpz_mul(z, x, y);
    give(worker, s, z);
    mpz_clear(z);
    return SL_DONE;
}

// func natDiv(x, y nat) (q, r nat): y is not 0
static SlOutcome nat_div(SlWorker *worker, SlSlot *s) {
    mpz_t x, y, q, r;
    view(x, s + 6);
    view(y, s + 9);
    mpz_init(q);
    mpz_init(r);
    mpz_tdiv_qr(q, r, x, y);
    give(worker, s, q);
    give(worker, s + 3, r);
    mpz_clear(q);
    mpz_clear(r);
    return SL_DONE;
}

// func natCmp(x, y nat) int
static SlOutcome nat_cmp(SlWorker *worker, SlSlot *s) {
    (void)worker;
    mpz_t x, y;
    view(x, s + 1);
    view(y, s + 4);
    int order = mpz_cmp(x, y);
    s[0].i = (order > 0) - (order < 0);
    return SL_DONE;
}

// func natShift(x nat, n int) nat: to the right if n < 0
static SlOutcome nat_shift(SlWorker *worker, SlSlot *s) {
    int64_t n = s[6].i;
    if (n > MOST_BITS || (n > 0 && s[4].i * 64 + n > MOST_BITS))
        return too_large(worker);
    mpz_t x, z;
    view(x, s + 3);
    mpz_init(z);
    if (n >= 0)
        mpz_mul_2exp(z, x, (mp_bitcnt_t)n);
    else if (-n < MOST_BITS)
        mpz_fdiv_q_2exp(z, x, (mp_bitcnt_t)-n);
    give(worker, s, z);
    mpz_clear(z);
    return SL_DONE;
}

// func natText(x nat, base int) string
static SlOutcome nat_text(SlWorker *worker, SlSlot *s) {
    mpz_t x;
    view(x, s + 2);
    char *text = malloc(mpz_sizeinbase(x, (int)s[5].i) + 2);
    assert(text);
    mpz_get_str(text, (int)s[5].i, x);
    set_str(s, sl_string_new(worker, text, strlen(text)));
    free(text);
    return SL_DONE;
}

// func natParse(text string, base int) (x nat, ok bool): digits only, base at most 36
static SlOutcome nat_parse(SlWorker *worker, SlSlot *s) {
    SlStr text = str_at(s + 4);
    int base = (int)s[6].i;
    bool fine = text.length > 0 && text.length < MOST_BITS / 8;
    for (int64_t i = 0; fine && i < text.length; i++) {
        char c = text.bytes[i];
        int digit = c >= '0' && c <= '9'                     ? c - '0'
                    : (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ? (c | 0x20) - 'a' + 10
                                                             : 99;
        fine = digit < base;
    }
    mpz_t z;
    mpz_init(z);
    if (fine) {
        char *copy = strndup(text.bytes, (size_t)text.length);
        assert(copy);
        fine = mpz_set_str(z, copy, base) == 0;
        free(copy);
    }
    give(worker, s, z);
    s[3].i = fine;
    mpz_clear(z);
    return SL_DONE;
}

// func natExp(x, y, m nat) nat: modulo m if that is not 0; the result without modulus is sized by the caller
static SlOutcome nat_exp(SlWorker *worker, SlSlot *s) {
    mpz_t x, y, m, z;
    view(x, s + 3);
    view(y, s + 6);
    view(m, s + 9);
    mpz_init(z);
    if (mpz_sgn(m)) {
        mpz_powm(z, x, y, m);
    } else {
        uint64_t power = mpz_sgn(y) ? mpz_get_ui(y) : 0;
        uint64_t bits = mpz_sizeinbase(x, 2);
        bool small = mpz_cmp_ui(x, 1) <= 0;
        if (!small && (mpz_size(y) > 1 || power > MOST_BITS || bits * power > MOST_BITS)) {
            mpz_clear(z);
            return too_large(worker);
        }
        if (small && mpz_sgn(y))
            mpz_set(z, x);
        else
            mpz_pow_ui(z, x, power);
    }
    give(worker, s, z);
    mpz_clear(z);
    return SL_DONE;
}

// func natSqrt(x nat) nat
static SlOutcome nat_sqrt(SlWorker *worker, SlSlot *s) {
    mpz_t x, z;
    view(x, s + 3);
    mpz_init(z);
    mpz_sqrt(z, x);
    give(worker, s, z);
    mpz_clear(z);
    return SL_DONE;
}

// func natInverse(x, m nat) (z nat, ok bool)
static SlOutcome nat_inverse(SlWorker *worker, SlSlot *s) {
    mpz_t x, m, z;
    view(x, s + 4);
    view(m, s + 7);
    mpz_init(z);
    bool fine = mpz_invert(z, x, m) != 0;
    give(worker, s, z);
    s[3].i = fine;
    mpz_clear(z);
    return SL_DONE;
}

// func natPrime(x nat, n int) bool
static SlOutcome nat_prime(SlWorker *worker, SlSlot *s) {
    (void)worker;
    mpz_t x;
    view(x, s + 1);
    s[0].i = mpz_probab_prime_p(x, s[4].i > 100 ? 100 : (int)s[4].i + 24) != 0;
    return SL_DONE;
}

// func natBits(x nat) (length, zeros int): the bits that x needs, and the zero bits at its end
static SlOutcome nat_bits(SlWorker *worker, SlSlot *s) {
    (void)worker;
    mpz_t x;
    view(x, s + 2);
    bool zero = mpz_sgn(x) == 0;
    s[0].i = zero ? 0 : (int64_t)mpz_sizeinbase(x, 2);
    s[1].i = zero ? 0 : (int64_t)mpz_scan1(x, 0);
    return SL_DONE;
}

const SlNative sl_natives_big[] = {
    {"math/big.natAdd", nat_add, false},         {"math/big.natSub", nat_sub, false},
    {"math/big.natMul", nat_mul, false},         {"math/big.natDiv", nat_div, false},
    {"math/big.natCmp", nat_cmp, false},         {"math/big.natAnd", nat_and, false},
    {"math/big.natOr", nat_or, false},           {"math/big.natXor", nat_xor, false},
    {"math/big.natGcd", nat_gcd, false},         {"math/big.natShift", nat_shift, false},
    {"math/big.natText", nat_text, false},       {"math/big.natParse", nat_parse, false},
    {"math/big.natExp", nat_exp, false},         {"math/big.natSqrt", nat_sqrt, false},
    {"math/big.natInverse", nat_inverse, false}, {"math/big.natPrime", nat_prime, false},
    {"math/big.natBits", nat_bits, false},       {NULL, NULL, false},
};
