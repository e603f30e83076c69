// SPDX-License-Identifier: MIT
// Exact values of constants (Go specification, "Constants"): booleans, strings, integers and rationals of any
// size (GMP), complex numbers. Values never change once made. Sizes are checked before GMP is called: an
// operation whose result would pass SL_CONST_BITS gives SL_CONST_UNKNOWN with the reason in *overflow.
#ifndef SL_CONST_H
#define SL_CONST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "lang/token.h"

enum { SL_CONST_BITS = 512 * 16 }; // untyped integers beyond 512 bits are refused by the checker, as gc does

typedef enum {
    SL_CONST_UNKNOWN, // after an error
    SL_CONST_BOOL,
    SL_CONST_STRING,
    SL_CONST_INT,
    SL_CONST_FLOAT,
    SL_CONST_COMPLEX,
} SlConstKind;

typedef struct SlConst SlConst;

// GMP allocates with malloc: values that belong to a store are cleared when it is freed.
typedef struct SlConsts SlConsts;
SlConsts *sl_consts_new(SlArena *arena);
void sl_consts_free(SlConsts *consts);

SlConstKind sl_const_kind(const SlConst *value);
const SlConst *sl_const_bool(SlConsts *consts, bool value);
const SlConst *sl_const_string(SlConsts *consts, const char *bytes, size_t length); // keeps the pointer
const SlConst *sl_const_int(SlConsts *consts, int64_t value);
const SlConst *sl_const_uint(SlConsts *consts, uint64_t value);
const SlConst *sl_const_float(SlConsts *consts, double value);
// From a literal token's text (underscores, prefixes, hexadecimal floats, i suffix, rune escapes, quoted and raw
// strings). UNKNOWN when it cannot be (the scanner has reported why) or is too large.
const SlConst *sl_const_literal(SlConsts *consts, SlToken kind, const char *text, size_t length);

bool sl_const_bool_value(const SlConst *value);
const char *sl_const_string_value(const SlConst *value, size_t *length);
bool sl_const_int64(const SlConst *value, int64_t *out); // false unless an integer value that fits
bool sl_const_uint64(const SlConst *value, uint64_t *out);
double sl_const_double(const SlConst *value); // nearest (real part)
float sl_const_single(const SlConst *value);  // nearest float32, rounded once
double sl_const_imag_double(const SlConst *value);
float sl_const_imag_single(const SlConst *value);
int sl_const_sign(const SlConst *value);
int sl_const_bits(const SlConst *value);         // of an integer's magnitude
bool sl_const_is_integral(const SlConst *value); // an integer, or a float or complex that equals one
const SlConst *sl_const_to_int(SlConsts *consts, const SlConst *value);   // UNKNOWN unless integral
const SlConst *sl_const_to_float(SlConsts *consts, const SlConst *value); // UNKNOWN if imaginary
const SlConst *sl_const_to_complex(SlConsts *consts, const SlConst *value);
const SlConst *sl_const_round(SlConsts *consts, const SlConst *value,
                              int bits); // to float32 or float64; UNKNOWN: overflow
const SlConst *sl_const_real(SlConsts *consts, const SlConst *value);
const SlConst *sl_const_imag(SlConsts *consts, const SlConst *value);
const SlConst *sl_const_make_complex(SlConsts *consts, const SlConst *real, const SlConst *imag);

// bits and is_unsigned matter for ^ of unsigned types (bits 0: untyped).
const SlConst *sl_const_unary(SlConsts *consts, SlToken op, const SlConst *x, int bits, bool is_unsigned);
// Operands of different kinds are matched first. integer_division: DIV truncates. Division by zero is the caller's to
// refuse.
const SlConst *sl_const_binary(SlConsts *consts, SlToken op, const SlConst *x, const SlConst *y, bool integer_division,
                               const char **overflow);
const SlConst *sl_const_shift(SlConsts *consts, SlToken op, const SlConst *x, uint64_t count, const char **overflow);
bool sl_const_compare(SlToken op, const SlConst *x, const SlConst *y);
// As gc prints it in messages (strings quoted and shortened, floats short). malloc's memory.
char *sl_const_format(const SlConst *value);

#endif
