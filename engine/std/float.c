// SPDX-License-Identifier: MIT
// Floats to text and back, exactly. Shortest digits are the fewest that read back as the same value, and of those the
// nearest: 15 digits (6 of a float32) always identify a decimal, so that printing with 15 and dropping zeros is
// shortest whenever it reads back; else 16 and 17 are tried. Rounding is the C library's, which is exact. No
// text that is read or written here has a decimal point when it passes through the C library: its form depends on the
// locale.
#include "std/impl.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>

void sl_decimal_free(SlDecimal *d) {
    if (d->digits != d->own)
        free(d->digits);
}

// Sets sign and special values; false when there is nothing more to do.
static bool decimal_begin(SlDecimal *d, double value) {
    d->digits = d->own;
    d->count = d->point = 0;
    d->negative = signbit(value);
    d->special = isnan(value) ? 'n' : isinf(value) ? 'i' : 0;
    return !d->special && value != 0;
}

static void drop_zeros(SlDecimal *d) {
    while (d->count > 0 && d->digits[d->count - 1] == '0')
        d->count--;
    if (d->count == 0)
        d->point = 0;
}

// From the C library's "d.ddde+xx".
static void decimal_from_exponent_form(SlDecimal *d, const char *text, int digits) {
    if (digits > (int)sizeof d->own)
        d->digits = malloc((size_t)digits);
    assert(d->digits);
    d->count = 0;
    for (; *text && *text != 'e'; text++)
        if (*text >= '0' && *text <= '9' && d->count < digits)
            d->digits[d->count++] = *text;
    d->point = (*text == 'e' ? atoi(text + 1) : 0) + 1;
    drop_zeros(d);
}

void sl_decimal_rounded(SlDecimal *d, double value, int digits) {
    if (!decimal_begin(d, value))
        return;
    char own[128], *text = digits + 16 > (int)sizeof own ? malloc((size_t)digits + 16) : own;
    assert(text);
    snprintf(text, (size_t)digits + 16, "%.*e", digits - 1, fabs(value));
    decimal_from_exponent_form(d, text, digits);
    if (text != own)
        free(text);
}

void sl_decimal_fixed(SlDecimal *d, double value, int places) {
    if (!decimal_begin(d, value))
        return;
    size_t room = 330 + (size_t)places;
    char own[512], *text = room > sizeof own ? malloc(room) : own;
    assert(text);
    int length = snprintf(text, room, "%.*f", places, fabs(value));
    if (length > (int)sizeof d->own)
        d->digits = malloc((size_t)length);
    assert(d->digits);
    bool before = true, leading = true;
    for (const char *at = text; *at; at++) {
        if (*at < '0' || *at > '9') {
            before = false;
            continue;
        }
        if (leading && *at == '0') {
            if (!before)
                d->point--;
            continue;
        }
        leading = false;
        if (before)
            d->point++;
        d->digits[d->count++] = *at;
    }
    drop_zeros(d);
    if (text != own)
        free(text);
}

// 0.digits x 10^point as a double or a float.
static double decimal_value(const char *digits, int count, int point, int bits) {
    char text[64];
    snprintf(text, sizeof text, "%.*se%d", count, digits, point - count);
    return bits == 32 ? (double)strtof(text, NULL) : strtod(text, NULL);
}

// Few decimal places: the value times a power of ten is whole. The division is correctly rounded, so that equality
// means the decimal reads back as the value.
static bool shortest_by_scaling(SlDecimal *d, double value) {
    static const double powers[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14};
    if (!(value >= 1e-5 && value < 1e15))
        return false;
    for (int places = 0; places < (int)(sizeof powers / sizeof *powers); places++) {
        double scaled = value * powers[places];
        if (scaled >= 1e15)
            return false;
        double whole = nearbyint(scaled);
        if (whole / powers[places] != value)
            continue;
        char digits[24];
        int n = 0;
        for (uint64_t rest = (uint64_t)whole; rest; rest /= 10)
            digits[n++] = (char)('0' + rest % 10);
        for (int i = 0; i < n; i++)
            d->digits[i] = digits[n - 1 - i];
        d->count = n;
        d->point = n - places;
        drop_zeros(d);
        return true;
    }
    return false;
}

// At a power of two the interval of decimals that read back is wider above than below, so that a decimal of this many
// digits may be inside though the nearest one is not.
static bool shortest_above(SlDecimal *d, double value, int digits, int bits) {
    char text[24];
    memcpy(text, d->digits, (size_t)d->count);
    memset(text + d->count, '0', (size_t)(digits - d->count));
    int i = digits - 1;
    while (i >= 0 && text[i] == '9')
        text[i--] = '0';
    if (i < 0)
        return false;
    text[i]++;
    if (decimal_value(text, digits, d->point, bits) != value)
        return false;
    memcpy(d->digits, text, (size_t)digits);
    d->count = digits;
    drop_zeros(d);
    return true;
}

void sl_decimal_shortest(SlDecimal *d, double value, int bits) {
    if (!decimal_begin(d, value))
        return;
    value = fabs(value);
    if (bits == 64 && shortest_by_scaling(d, value))
        return;
    int sure = bits == 32 ? 6 : 15, most = bits == 32 ? 9 : 17;
    if (value < (bits == 32 ? 0x1p-126 : 0x1p-1022))
        sure = 1; // denormal: fewer digits may do
    int exponent;
    bool power = frexp(value, &exponent) == 0.5;
    for (int digits = sure;; digits++) {
        char text[40];
        snprintf(text, sizeof text, "%.*e", digits - 1, value);
        decimal_from_exponent_form(d, text, digits);
        if (digits == most || decimal_value(d->digits, d->count, d->point, bits) == value)
            return;
        if (power && shortest_above(d, value, digits, bits))
            return;
    }
}

// ---- forms ----

static void add_exponent(SlOut *out, char letter, int exponent) {
    sl_out_addc(out, letter);
    sl_out_addc(out, exponent < 0 ? '-' : '+');
    if (exponent < 0)
        exponent = -exponent;
    if (exponent < 10)
        sl_out_addc(out, '0');
    sl_uint_add(out, (uint64_t)exponent, 10, false);
}

static void add_e(SlOut *out, const SlDecimal *d, int precision, char letter) {
    sl_out_addc(out, d->count ? d->digits[0] : '0');
    if (precision > 0) {
        sl_out_addc(out, '.');
        int have = d->count < precision + 1 ? d->count : precision + 1;
        if (have > 1)
            sl_out_add(out, d->digits + 1, (size_t)(have - 1));
        sl_out_fill(out, '0', precision - (have > 1 ? have - 1 : 0));
    }
    add_exponent(out, letter, d->count ? d->point - 1 : 0);
}

static void add_f(SlOut *out, const SlDecimal *d, int precision) {
    if (d->point > 0) {
        int have = d->count < d->point ? d->count : d->point;
        sl_out_add(out, d->digits, (size_t)have);
        sl_out_fill(out, '0', d->point - have);
    } else {
        sl_out_addc(out, '0');
    }
    if (precision > 0) {
        sl_out_addc(out, '.');
        for (int i = 0; i < precision; i++) {
            int at = d->point + i;
            sl_out_addc(out, at >= 0 && at < d->count ? d->digits[at] : '0');
        }
    }
}

static void add_g(SlOut *out, const SlDecimal *d, int precision, bool shortest, char letter) {
    int limit = precision;
    if (shortest)
        limit = 6;
    else if (limit > d->count && d->count >= d->point)
        limit = d->count;
    if (shortest)
        precision = 6;
    int exponent = d->point - 1;
    if (exponent < -4 || exponent >= limit) {
        if (shortest || precision > d->count)
            precision = d->count;
        add_e(out, d, precision - 1, letter);
        return;
    }
    int places = d->count - d->point;
    add_f(out, d, places > 0 ? places : 0);
}

static void split(double value, int bits, uint64_t *mantissa, int *exponent) {
    if (bits == 32) {
        float narrow = (float)value;
        uint32_t raw;
        memcpy(&raw, &narrow, 4);
        *exponent = (int)(raw >> 23 & 0xff);
        *mantissa = raw & 0x7fffff;
        if (*exponent == 0)
            *exponent = 1;
        else
            *mantissa |= 1 << 23;
        *exponent -= 127;
        return;
    }
    uint64_t raw;
    memcpy(&raw, &value, 8);
    *exponent = (int)(raw >> 52 & 0x7ff);
    *mantissa = raw & ((1ull << 52) - 1);
    if (*exponent == 0)
        *exponent = 1;
    else
        *mantissa |= 1ull << 52;
    *exponent -= 1023;
}

static void add_b(SlOut *out, double value, int bits) {
    uint64_t mantissa;
    int exponent;
    split(value, bits, &mantissa, &exponent);
    exponent -= bits == 32 ? 23 : 52;
    sl_uint_add(out, mantissa, 10, false);
    sl_out_addc(out, 'p');
    if (exponent >= 0)
        sl_out_addc(out, '+');
    sl_int_add(out, exponent, 10);
}

static void add_x(SlOut *out, double value, int bits, int precision, bool upper) {
    uint64_t mantissa;
    int exponent;
    split(value, bits, &mantissa, &exponent);
    if (mantissa == 0)
        exponent = 0;
    mantissa <<= 60 - (bits == 32 ? 23 : 52);
    while (mantissa && !(mantissa & 1ull << 60)) {
        mantissa <<= 1;
        exponent--;
    }
    if (precision >= 0 && precision < 15) {
        int shift = precision * 4;
        uint64_t extra = mantissa << shift & ((1ull << 60) - 1);
        mantissa >>= 60 - shift;
        if ((extra | (mantissa & 1)) > 1ull << 59)
            mantissa++;
        mantissa <<= 60 - shift;
        if (mantissa & 1ull << 61) {
            mantissa >>= 1;
            exponent++;
        }
    }
    const char *hex = upper ? "0123456789ABCDEF" : "0123456789abcdef";
    sl_out_adds(out, upper ? "0X" : "0x");
    sl_out_addc(out, mantissa >> 60 & 1 ? '1' : '0');
    mantissa <<= 4;
    if (precision < 0 && mantissa) {
        sl_out_addc(out, '.');
        for (; mantissa; mantissa <<= 4)
            sl_out_addc(out, hex[mantissa >> 60 & 15]);
    } else if (precision > 0) {
        sl_out_addc(out, '.');
        for (int i = 0; i < precision; i++, mantissa <<= 4)
            sl_out_addc(out, hex[mantissa >> 60 & 15]);
    }
    add_exponent(out, upper ? 'P' : 'p', exponent);
}

void sl_float_add(SlOut *out, double value, char format, int precision, int bits) {
    if (isnan(value) || isinf(value)) {
        sl_out_adds(out, isnan(value) ? "NaN" : value < 0 ? "-Inf" : "+Inf");
        return;
    }
    bool upper = format == 'E' || format == 'G' || format == 'X';
    char kind = (char)(format | 0x20);
    if (signbit(value))
        sl_out_addc(out, '-');
    if (kind == 'b' || kind == 'x') {
        if (kind == 'b')
            add_b(out, fabs(value), bits);
        else
            add_x(out, fabs(value), bits, precision, upper);
        return;
    }
    if (kind != 'e' && kind != 'f' && kind != 'g') {
        sl_out_addc(out, '%');
        sl_out_addc(out, format);
        return;
    }
    SlDecimal d;
    bool shortest = precision < 0;
    if (shortest) {
        sl_decimal_shortest(&d, value, bits);
        precision = kind == 'e' ? (d.count ? d.count - 1 : 0) : d.count > d.point ? d.count - d.point : 0;
        if (kind == 'g')
            precision = d.count;
    } else if (kind == 'e') {
        sl_decimal_rounded(&d, value, precision + 1);
    } else if (kind == 'f') {
        sl_decimal_fixed(&d, value, precision);
    } else {
        if (precision == 0)
            precision = 1;
        sl_decimal_rounded(&d, value, precision);
    }
    if (kind == 'e')
        add_e(out, &d, precision, upper ? 'E' : 'e');
    else if (kind == 'f')
        add_f(out, &d, precision);
    else
        add_g(out, &d, precision, shortest, upper ? 'E' : 'e');
    sl_decimal_free(&d);
}

// ---- parsing ----

static bool lower_equal(const char *text, size_t length, const char *word) {
    if (strlen(word) != length)
        return false;
    for (size_t i = 0; i < length; i++)
        if ((text[i] | 0x20) != word[i])
            return false;
    return true;
}

// An underscore must stand between digits, or between the base's prefix and a digit.
static bool underscores_fine(const char *text, size_t length) {
    char last = '^';
    size_t i = 0;
    bool hex = false;
    if (length && (text[0] == '-' || text[0] == '+'))
        i = 1;
    if (length >= i + 2 && text[i] == '0') {
        char base = (char)(text[i + 1] | 0x20);
        if (base == 'b' || base == 'o' || base == 'x') {
            i += 2;
            last = '0';
            hex = base == 'x';
        }
    }
    for (; i < length; i++) {
        char c = text[i], low = (char)(c | 0x20);
        if ((c >= '0' && c <= '9') || (hex && low >= 'a' && low <= 'f')) {
            last = '0';
        } else if (c == '_') {
            if (last != '0')
                return false;
            last = '_';
        } else {
            if (last == '_')
                return false;
            last = '!';
        }
    }
    return last != '_';
}

bool sl_float_parse(const char *text, size_t length, int bits, double *value, bool *range) {
    *range = false;
    *value = 0;
    size_t i = 0;
    bool negative = false;
    if (i < length && (text[i] == '+' || text[i] == '-'))
        negative = text[i++] == '-';
    if (lower_equal(text + i, length - i, "inf") || lower_equal(text + i, length - i, "infinity")) {
        *value = negative ? -INFINITY : INFINITY;
        return true;
    }
    if (lower_equal(text, length, "nan")) {
        uint64_t nan = 0x7FF8000000000001; // math.NaN's bits
        memcpy(value, &nan, sizeof *value);
        return true;
    }
    bool hex = false, point = false, digits = false, underscores = false;
    if (i + 2 < length && text[i] == '0' && (text[i + 1] | 0x20) == 'x') {
        hex = true;
        i += 2;
    }
    char own[128], *clean = length + 40 > sizeof own ? malloc(length + 40) : own;
    assert(clean);
    size_t n = 0;
    long exponent = 0;
    if (hex) {
        memcpy(clean, "0x", 2);
        n = 2;
    }
    for (; i < length; i++) {
        char c = text[i], low = (char)(c | 0x20);
        if (c == '_') {
            underscores = true;
        } else if (c == '.' && !point) {
            point = true;
        } else if ((c >= '0' && c <= '9') || (hex && low >= 'a' && low <= 'f')) {
            digits = true;
            clean[n++] = c;
            exponent -= point ? (hex ? 4 : 1) : 0;
        } else {
            break;
        }
    }
    bool good = digits, has_exponent = false;
    if (good && i < length && (text[i] | 0x20) == (hex ? 'p' : 'e')) {
        has_exponent = true;
        i++;
        bool minus = false;
        if (i < length && (text[i] == '+' || text[i] == '-'))
            minus = text[i++] == '-';
        if (i >= length || text[i] < '0' || text[i] > '9')
            good = false;
        long e = 0;
        for (; i < length && ((text[i] >= '0' && text[i] <= '9') || text[i] == '_'); i++) {
            if (text[i] == '_')
                underscores = true;
            else if (e < 100000)
                e = e * 10 + (text[i] - '0');
        }
        exponent += minus ? -e : e;
    }
    if (i != length || (hex && !has_exponent))
        good = false;
    if (good && underscores && !underscores_fine(text, length))
        good = false;
    if (good) {
        snprintf(clean + n, 32, "%c%ld", hex ? 'p' : 'e', exponent);
        double v = bits == 32 ? (double)strtof(clean, NULL) : strtod(clean, NULL);
        *range = isinf(v);
        *value = negative ? -v : v;
    }
    if (clean != own)
        free(clean);
    return good;
}

// func formatFloat(f float64, format byte, prec, bits int) string
static SlOutcome format_float(SlWorker *worker, SlSlot *s) {
    SlOut out;
    sl_out_init(&out);
    int64_t precision = s[4].i > 100000000 ? 100000000 : s[4].i;
    sl_float_add(&out, s[2].f, (char)s[3].i, (int)precision, (int)s[5].i);
    set_str(s, sl_out_string(worker, &out));
    return SL_DONE;
}

// func parseFloat(s string, bits int) (f float64, fault int): 1 syntax, 2 range
static SlOutcome parse_float(SlWorker *worker, SlSlot *s) {
    (void)worker;
    SlStr text = str_at(s + 2);
    bool range;
    double value;
    bool good = sl_float_parse(text.bytes, (size_t)text.length, (int)s[4].i, &value, &range);
    s[0].f = value;
    s[1].i = !good ? 1 : range ? 2 : 0;
    return SL_DONE;
}

const SlNative sl_natives_float[] = {
    {"strconv.formatFloat", format_float, false},
    {"strconv.parseFloat", parse_float, false},
    {NULL, NULL, false},
};
