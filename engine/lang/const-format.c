// SPDX-License-Identifier: MIT
// Constants as gc prints them in messages: integers whole, floats to six digits, long strings cut.
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "lang/const-impl.h"
#include "lang/unicode.h"

enum { LONGEST_SHOWN = 72 };

static void add_string(SlText *text, const SlConst *value) {
    size_t start = text->length;
    size_t shown = value->string.length; // no more than needed
    if (shown > 4 * LONGEST_SHOWN)
        shown = 4 * LONGEST_SHOWN;
    sl_text_add_quoted(text, value->string.bytes, shown);
    size_t at = start, cut = start;
    int runes = 0;
    for (int width; at < text->length; at += (size_t)width, runes++) {
        if (runes == LONGEST_SHOWN - 3)
            cut = at;
        sl_utf8_decode(text->at + at, text->length - at, &width);
    }
    if (runes <= LONGEST_SHOWN)
        return;
    text->length = cut;
    sl_text_adds(text, "...");
}

// The fewest digits that read back as the same number, with an exponent from 1e6 on, as %g does in Go.
static void add_shortest(SlText *text, double value) {
    char digits[64];
    int precision = 0;
    do
        snprintf(digits, sizeof digits, "%.*e", precision, value);
    while (strtod(digits, NULL) != value && ++precision < 17);
    int exponent = atoi(strchr(digits, 'e') + 1);
    if (exponent < -4 || exponent >= 6)
        sl_text_adds(text, digits);
    else
        sl_text_printf(text, "%.*f", precision > exponent ? precision - exponent : 0, value);
}

// Beyond the range of double: mantissa and decimal exponent from the binary ones.
static void add_huge(SlText *text, const SlConst *value) {
    mpf_t approx;
    const_get_approx(value, approx);
    long binary;
    double mantissa = mpf_get_d_2exp(&binary, approx);
    mpf_clear(approx);
    double decimal = (double)binary * 0.301029995663981195213738894724493027;
    long exponent = (long)decimal;
    mantissa *= pow(10, decimal - (double)exponent);
    if (fabs(mantissa) < 1 - 0.5e-6) {
        mantissa *= 10;
        exponent--;
    } else if (fabs(mantissa) >= 10) {
        mantissa /= 10;
        exponent++;
    }
    sl_text_printf(text, "%.6ge%+ld", mantissa, exponent);
}

static void add_float(SlText *text, const SlConst *value) {
    double number = sl_const_double(value);
    if (!isfinite(number) || (number == 0) != (sl_const_sign(value) == 0)) {
        add_huge(text, value);
        return;
    }
    char short_form[64];
    snprintf(short_form, sizeof short_form, "%.6g", number);
    if (!strchr(short_form, '.') && !sl_const_is_integral(value))
        add_shortest(text, number);
    else
        sl_text_adds(text, short_form);
}

static void add(SlText *text, const SlConst *value) {
    switch (value->kind) {
    case SL_CONST_BOOL:
        sl_text_adds(text, value->truth ? "true" : "false");
        break;
    case SL_CONST_STRING:
        add_string(text, value);
        break;
    case SL_CONST_INT:
        if (value->form == FORM_BIG) {
            char *digits = malloc(mpz_sizeinbase(value->big, 10) + 2);
            if (!digits)
                abort();
            sl_text_adds(text, mpz_get_str(digits, 10, value->big));
            free(digits);
        } else {
            sl_text_printf(text, "%lld", (long long)value->small);
        }
        break;
    case SL_CONST_FLOAT:
        add_float(text, value);
        break;
    case SL_CONST_COMPLEX:
        sl_text_addc(text, '(');
        add(text, value->complex.real);
        sl_text_adds(text, " + ");
        add(text, value->complex.imag);
        sl_text_adds(text, "i)");
        break;
    default:
        sl_text_adds(text, "unknown");
    }
}

char *sl_const_format(const SlConst *value) {
    SlText text = {0};
    locale_t plain = newlocale(LC_ALL_MASK, "C", NULL); // the window's locale may write a comma for the point
    locale_t before = plain ? uselocale(plain) : NULL;
    add(&text, value);
    if (plain) {
        uselocale(before);
        freelocale(plain);
    }
    return sl_text_take(&text);
}
