// SPDX-License-Identifier: MIT
// Integers to text and back.
#include "std/impl.h"

void sl_uint_add(SlOut *out, uint64_t value, int base, bool upper) {
    const char *digits = upper ? "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ" : "0123456789abcdefghijklmnopqrstuvwxyz";
    char text[64];
    int at = 64;
    if (base == 10) {
        do
            text[--at] = (char)('0' + value % 10);
        while (value /= 10);
    } else {
        do
            text[--at] = digits[value % (unsigned)base];
        while (value /= (unsigned)base);
    }
    sl_out_add(out, text + at, (size_t)(64 - at));
}

void sl_int_add(SlOut *out, int64_t value, int base) {
    if (value < 0)
        sl_out_addc(out, '-');
    sl_uint_add(out, value < 0 ? 0 - (uint64_t)value : (uint64_t)value, base, false);
}

// func formatInt(i int64, base int) string
static SlOutcome format_int(SlWorker *worker, SlSlot *s) {
    SlOut out;
    sl_out_init(&out);
    sl_int_add(&out, s[2].i, (int)s[3].i);
    set_str(s, sl_out_string(worker, &out));
    return SL_DONE;
}

// func formatUint(i uint64, base int) string
static SlOutcome format_uint(SlWorker *worker, SlSlot *s) {
    SlOut out;
    sl_out_init(&out);
    sl_uint_add(&out, s[2].u, (int)s[3].i, false);
    set_str(s, sl_out_string(worker, &out));
    return SL_DONE;
}

static int digit_of(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'z' ? c - 'a' + 10 : 99;
}

// The base that a prefix says, skipping it; 10 without one.
static int prefix_base(const char *text, int64_t length, int64_t *skip) {
    *skip = 0;
    if (length == 0 || text[0] != '0')
        return 10;
    if (length >= 3) {
        switch (text[1] | 0x20) {
        case 'b':
            *skip = 2;
            return 2;
        case 'o':
            *skip = 2;
            return 8;
        case 'x':
            *skip = 2;
            return 16;
        }
    }
    *skip = 1;
    return 8;
}

enum { FINE, SYNTAX, RANGE };

// Digits of a base; underscores between them if allowed (base 0).
static int parse_digits(const char *text, int64_t length, int base, bool underscores, char before, uint64_t *value) {
    *value = 0;
    if (length == 0)
        return SYNTAX;
    bool overflow = false;
    char last = before; // '0' a digit or prefix, '_' an underscore, '^' nothing
    for (int64_t i = 0; i < length; i++) {
        if (text[i] == '_' && underscores) {
            if (last != '0')
                return SYNTAX;
            last = '_';
            continue;
        }
        int digit = digit_of(text[i]);
        if (digit >= base)
            return SYNTAX;
        last = '0';
        uint64_t product;
        if (__builtin_mul_overflow(*value, (uint64_t)base, &product) ||
            __builtin_add_overflow(product, (uint64_t)digit, value)) {
            overflow = true;
            *value = 0;
        }
    }
    if (last == '_')
        return SYNTAX;
    return overflow ? RANGE : FINE;
}

static int parse_magnitude(const char *text, int64_t length, int base, uint64_t *value) {
    int64_t skip = 0;
    bool underscores = base == 0;
    if (length == 0)
        return SYNTAX;
    if (underscores)
        base = prefix_base(text, length, &skip);
    if (skip == length) { // "0" alone
        *value = 0;
        return FINE;
    }
    return parse_digits(text + skip, length - skip, base, underscores, skip ? '0' : '^', value);
}

// func parseUint(s string, base, bits int) (n uint64, fault int): base 0 or 2 to 36, bits 1 to 64
static SlOutcome parse_uint(SlWorker *worker, SlSlot *s) {
    (void)worker;
    SlStr text = str_at(s + 2);
    int bits = (int)s[5].i;
    uint64_t value = 0, most = bits == 64 ? UINT64_MAX : (UINT64_C(1) << bits) - 1;
    int fault = parse_magnitude(text.bytes, text.length, (int)s[4].i, &value);
    if (fault == FINE && value > most)
        fault = RANGE;
    s[0].u = fault == SYNTAX ? 0 : fault == RANGE ? most : value;
    s[1].i = fault;
    return SL_DONE;
}

// func parseInt(s string, base, bits int) (n int64, fault int)
static SlOutcome parse_int(SlWorker *worker, SlSlot *s) {
    (void)worker;
    SlStr text = str_at(s + 2);
    int bits = (int)s[5].i;
    bool negative = text.length > 0 && text.bytes[0] == '-';
    int sign = text.length > 0 && (text.bytes[0] == '-' || text.bytes[0] == '+');
    uint64_t value = 0, limit = UINT64_C(1) << (bits - 1);
    int fault = parse_magnitude(text.bytes + sign, text.length - sign, (int)s[4].i, &value);
    if (fault == FINE && value > limit - !negative)
        fault = RANGE;
    if (fault == RANGE)
        value = limit - !negative;
    s[0].u = fault == SYNTAX ? 0 : negative ? 0 - value : value;
    s[1].i = fault;
    return SL_DONE;
}

const SlNative sl_natives_integer[] = {
    {"strconv.parseUint", parse_uint, false},
    {"strconv.parseInt", parse_int, false},
    {"strconv.formatInt", format_int, false},
    {"strconv.formatUint", format_uint, false},
    {NULL, NULL, false},
};
