// SPDX-License-Identifier: MIT
// How constants are kept; for const*.c alone.
//
// An INT is small when it fits int64_t, else big. A FLOAT is an exact ratio while numerator and denominator stay
// below EXACT_BITS, beyond that an approximation of PRECISION bits; its binary exponent stays below 2^31. The parts
// of a COMPLEX are INT or FLOAT.
#ifndef SL_CONST_IMPL_H
#define SL_CONST_IMPL_H

#include <gmp.h>

#include "lang/const.h"

enum { EXACT_BITS = 4096, PRECISION = 576, LONGEST_LITERAL = 10000, LONGEST_STRING = 1 << 26 };

typedef enum { FORM_PLAIN, FORM_BIG, FORM_RATIO, FORM_APPROX } Form;

struct SlConst {
    uint8_t kind; // SlConstKind
    uint8_t form; // of INT: PLAIN or BIG; of FLOAT: RATIO or APPROX
    union {
        bool truth;
        int64_t small;
        mpz_t big;
        mpq_t ratio;
        mpf_t approx;
        struct {
            const char *bytes;
            size_t length;
        } string;
        struct {
            const SlConst *real, *imag;
        } complex;
    };
    SlConst *next; // in the store's list of those with GMP memory
};

// They take over the number and normalise it.
const SlConst *const_from_big(SlConsts *consts, mpz_t value);
const SlConst *const_from_ratio(SlConsts *consts, mpq_t value); // canonical
const SlConst *const_from_approx(SlConsts *consts, mpf_t value);

const SlConst *const_unknown(SlConsts *consts);
SlArena *const_arena(SlConsts *consts);
bool const_is_number(const SlConst *value);
void const_get_big(const SlConst *value, mpz_t out);    // of an INT; initialises out
void const_get_ratio(const SlConst *value, mpq_t out);  // of an INT, or a FLOAT that is a ratio; initialises out
void const_get_approx(const SlConst *value, mpf_t out); // of an INT or FLOAT; initialises out
bool const_approx_to_big(const mpf_t value, mpz_t out); // whether it is an integer within rounding; out is initialised

#endif
