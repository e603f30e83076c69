// SPDX-License-Identifier: MIT
// Literals to values. The scanner has checked their form; what is malformed gives UNKNOWN here, never a fault.
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "lang/const-impl.h"
#include "lang/parse.h"

// The value of a number's digits, as the integer digits with radix point and exponent taken out.
typedef struct {
    char *digits; // of base, zero-terminated, without leading zeros
    size_t count;
    int base;
    long fraction; // digits behind the point
    long exponent; // as written, clamped to EXPONENT_LIMIT
    bool is_float, wrong;
} Digits;

enum { EXPONENT_LIMIT = 2000000000 };

static int value_of(char c) {
    return c >= '0' && c <= '9' ? c - '0' : (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ? (c | 0x20) - 'a' + 10 : 99;
}

static void read_exponent(Digits *number, const char *text, size_t length) {
    bool negative = length > 0 && text[0] == '-', any = false;
    for (size_t i = length > 0 && (text[0] == '-' || text[0] == '+'); i < length; i++) {
        if (text[i] == '_')
            continue;
        if (text[i] < '0' || text[i] > '9')
            number->wrong = true;
        any = true;
        if (number->exponent < EXPONENT_LIMIT)
            number->exponent = number->exponent * 10 + (text[i] - '0');
    }
    if (number->exponent > EXPONENT_LIMIT)
        number->exponent = EXPONENT_LIMIT;
    if (negative)
        number->exponent = -number->exponent;
    number->wrong = number->wrong || !any;
}

// imaginary: 0123i is decimal.
static Digits read_digits(const char *text, size_t length, bool is_float, bool imaginary) {
    Digits number = {.base = 10, .is_float = is_float};
    number.digits = malloc(length + 1);
    if (!number.digits)
        abort();
    size_t i = 0;
    if (length > 1 && text[0] == '0') {
        char c = (char)(text[1] | 0x20);
        number.base = c == 'x' ? 16 : c == 'b' ? 2 : c == 'o' ? 8 : is_float || imaginary ? 10 : 8;
        i = c == 'x' || c == 'b' || c == 'o' ? 2 : 0;
    }
    bool point = false;
    for (; i < length; i++) {
        char c = text[i];
        if (c == '_')
            continue;
        if (c == '.') {
            point = number.is_float = true;
            continue;
        }
        if ((c | 0x20) == 'p' || (number.base == 10 && (c | 0x20) == 'e')) {
            number.is_float = true;
            read_exponent(&number, text + i + 1, length - i - 1);
            break;
        }
        if (value_of(c) >= number.base)
            number.wrong = true;
        number.fraction += point;
        if (number.count || c != '0')
            number.digits[number.count++] = c;
    }
    number.digits[number.count] = 0;
    return number;
}

static const SlConst *make_int(SlConsts *consts, const Digits *number) {
    double bits = number->base == 16 ? 4 : number->base == 8 ? 3 : number->base == 2 ? 1 : 3.32;
    mpz_t value;
    mpz_init(value);
    if ((double)number->count * bits > SL_CONST_BITS ||
        (number->count && mpz_set_str(value, number->digits, number->base))) {
        mpz_clear(value);
        return const_unknown(consts);
    }
    return const_from_big(consts, value);
}

// base^exponent, approximately.
static void power(mpf_t out, unsigned base, unsigned long exponent) {
    mpf_t factor;
    mpf_init2(factor, PRECISION + 64);
    mpf_set_ui(factor, base);
    mpf_set_ui(out, 1);
    for (; exponent; exponent >>= 1) {
        if (exponent & 1)
            mpf_mul(out, out, factor);
        mpf_mul(factor, factor, factor);
    }
    mpf_clear(factor);
}

static const SlConst *make_approx(SlConsts *consts, const mpz_t mantissa, int base, long exponent) {
    mpf_t value, scale;
    mpf_init2(value, PRECISION);
    mpf_init2(scale, PRECISION + 64);
    mpf_set_z(value, mantissa);
    power(scale, (unsigned)base, (unsigned long)labs(exponent));
    if (exponent < 0)
        mpf_div(value, value, scale);
    else
        mpf_mul(value, value, scale);
    mpf_clear(scale);
    return const_from_approx(consts, value);
}

// mantissa * 10^exponent, or mantissa * 2^exponent of a hexadecimal float.
static const SlConst *make_float(SlConsts *consts, const Digits *number) {
    mpz_t mantissa;
    mpz_init(mantissa);
    if (number->count && mpz_set_str(mantissa, number->digits, number->base)) {
        mpz_clear(mantissa);
        return const_unknown(consts);
    }
    int base = number->base == 10 ? 10 : 2;
    long exponent = number->exponent - number->fraction * (base == 10 ? 1 : 4);
    long most = base == 10 ? 20000 : 60000;
    const SlConst *result;
    if (mpz_sgn(mantissa) == 0) {
        result = sl_const_float(consts, 0);
    } else if (labs(exponent) <= most) { // exact; becomes approximate if it is large
        mpq_t ratio;
        mpq_init(ratio);
        mpz_ui_pow_ui(exponent < 0 ? mpq_denref(ratio) : mpq_numref(ratio), (unsigned long)base,
                      (unsigned long)labs(exponent));
        if (exponent >= 0)
            mpz_set_ui(mpq_denref(ratio), 1);
        if (exponent < 0)
            mpz_set(mpq_numref(ratio), mantissa);
        else
            mpz_mul(mpq_numref(ratio), mpq_numref(ratio), mantissa);
        mpq_canonicalize(ratio);
        result = const_from_ratio(consts, ratio);
    } else {
        result = make_approx(consts, mantissa, base, exponent);
    }
    mpz_clear(mantissa);
    return result;
}

static const SlConst *make_number(SlConsts *consts, const char *text, size_t length, bool is_float, bool imaginary) {
    Digits number = read_digits(text, length, is_float, imaginary);
    const SlConst *result = number.wrong      ? const_unknown(consts)
                            : number.is_float ? make_float(consts, &number)
                                              : make_int(consts, &number);
    free(number.digits);
    return result;
}

// Reads one character of a quoted literal. False when it is malformed. *is_byte: \x and octal escapes.
static bool read_character(const char *text, size_t length, size_t *at, int32_t *rune, bool *is_byte) {
    *is_byte = false;
    if (*at >= length)
        return false;
    if (text[*at] != '\\') {
        int width;
        *rune = sl_utf8_decode(text + *at, length - *at, &width);
        *at += (size_t)width;
        return true;
    }
    if (++*at >= length)
        return false;
    static const char letters[] = "abfnrtv\\'\"", values[] = "\a\b\f\n\r\t\v\\'\"";
    char c = text[*at];
    const char *letter = c ? strchr(letters, c) : NULL;
    if (letter) {
        *rune = values[letter - letters];
        ++*at;
        return true;
    }
    size_t digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 3;
    int base = digits == 3 ? 8 : 16;
    if (digits != 3)
        ++*at;
    *is_byte = digits <= 3;
    uint32_t value = 0;
    for (; digits; digits--, ++*at) {
        if (*at >= length || value_of(text[*at]) >= base)
            return false;
        value = value * (uint32_t)base + (uint32_t)value_of(text[*at]);
    }
    *rune = (int32_t)value;
    return true;
}

char *sl_literal_unquote(SlArena *arena, const char *text, size_t length, size_t *out_length) {
    bool raw = length > 0 && text[0] == '`';
    size_t end = length >= 2 ? length - 1 : length, count = 0;
    char *bytes =
        sl_arena_alloc(arena, 2 * length + 4); // an invalid byte becomes U+FFFD only where it stands for itself
    for (size_t at = 1; at < end;) {
        int32_t rune;
        bool is_byte;
        if (raw) {
            if (text[at] != '\r')
                bytes[count++] = text[at];
            at++;
        } else if (text[at] != '\\') {
            bytes[count++] = text[at++];
        } else if (!read_character(text, end, &at, &rune, &is_byte)) {
            break;
        } else if (is_byte) {
            bytes[count++] = (char)rune;
        } else {
            count += (size_t)sl_utf8_encode(rune, bytes + count);
        }
    }
    bytes[count] = 0;
    *out_length = count;
    return bytes;
}

const SlConst *sl_const_literal(SlConsts *consts, SlToken kind, const char *text, size_t length) {
    switch (kind) {
    case SL_TOKEN_INT:
    case SL_TOKEN_FLOAT:
        if (length > LONGEST_LITERAL)
            return const_unknown(consts);
        return make_number(consts, text, length, kind == SL_TOKEN_FLOAT, false);
    case SL_TOKEN_IMAG:
        if (length < 2 || length > LONGEST_LITERAL)
            return const_unknown(consts);
        return sl_const_make_complex(consts, sl_const_int(consts, 0),
                                     make_number(consts, text, length - 1, false, true));
    case SL_TOKEN_CHAR: {
        size_t at = 1;
        int32_t rune;
        bool is_byte;
        if (length < 3 || !read_character(text, length - 1, &at, &rune, &is_byte) || at != length - 1)
            return const_unknown(consts);
        return sl_const_int(consts, rune);
    }
    case SL_TOKEN_STRING: {
        size_t count;
        char *bytes = sl_literal_unquote(const_arena(consts), text, length, &count);
        return sl_const_string(consts, bytes, count);
    }
    default:
        return const_unknown(consts);
    }
}
