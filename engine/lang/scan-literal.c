// SPDX-License-Identifier: MIT
// Literals: numbers, runes and strings are checked here to the last byte, so that their values can be computed later
// without a further error (const-literal.c).
#include <string.h>

#include "lang/scan.h"
#include "lang/unicode.h"

// The byte at an offset, or -1 behind the end.
static int byte_at(const SlScan *scan, size_t at) {
    return at < scan->length ? (unsigned char)scan->text[at] : -1;
}

static int lower(int c) {
    return c | 0x20;
}

static const char *base_name(int base) {
    return base == 2 ? "binary" : base == 8 ? "octal" : base == 10 ? "decimal" : "hexadecimal";
}

static void fail(SlScan *scan, size_t offset, const char *before, int32_t rune, const char *after) {
    SlText text = {0};
    sl_text_add_quoted_rune(&text, rune);
    sl_scan_error(scan, offset, "%s%s%s", before, sl_text_cstr(&text), after);
    sl_text_free(&text);
    scan->bad = true;
}

typedef struct {
    size_t at;
    int base;
    char prefix;    // x, o, b, '0' for a leading zero, 0 without
    bool digits;    // there were some
    bool separated; // there were underscores
    size_t invalid; // offset of the first digit beyond the base, 0 for none
} Number;

// decimal_digits = decimal_digit { [ "_" ] decimal_digit } .
static void skip_digits(const SlScan *scan, Number *number, int base) {
    for (;; number->at++) {
        int c = byte_at(scan, number->at);
        if (c == '_') {
            number->separated = true;
        } else if (c >= '0' && c <= '9') {
            number->digits = true;
            if (base < 10 && c >= '0' + base && !number->invalid)
                number->invalid = number->at;
        } else if (base == 16 && c > 0 && lower(c) >= 'a' && lower(c) <= 'f') {
            number->digits = true;
        } else {
            return;
        }
    }
}

// An underscore stands between a prefix or digit and a digit.
static void check_separators(SlScan *scan, const Number *number) {
    const char *text = scan->text + scan->start;
    size_t length = number->at - scan->start, i = 0;
    char last = '.'; // what came before: '_', '0' (digit), '.' (other)
    if (number->prefix && number->prefix != '0') {
        i = 2;
        last = '0';
    }
    for (; i < length; i++) {
        bool hex = number->prefix == 'x' && lower(text[i]) >= 'a' && lower(text[i]) <= 'f';
        char now = text[i] == '_' ? '_' : (text[i] >= '0' && text[i] <= '9') || hex ? '0' : '.';
        if ((now == '_' && last != '0') || (now == '.' && last == '_')) {
            sl_scan_error(scan, scan->start + (now == '_' ? i : i - 1), "'_' must separate successive digits");
            scan->bad = true;
            return;
        }
        last = now;
    }
    if (last == '_') {
        sl_scan_error(scan, scan->start + length - 1, "'_' must separate successive digits");
        scan->bad = true;
    }
}

static void scan_prefix(const SlScan *scan, Number *number) {
    if (byte_at(scan, number->at) != '0')
        return;
    number->at++;
    int c = byte_at(scan, number->at);
    c = c > 0 ? lower(c) : 0;
    number->base = c == 'x' ? 16 : c == 'b' ? 2 : 8;
    number->prefix = c == 'x' || c == 'o' || c == 'b' ? (char)c : '0';
    if (number->prefix == '0')
        number->digits = true;
    else
        number->at++;
}

// decimal_exponent = ( "e" | "E" ) [ "+" | "-" ] decimal_digits .
// hex_exponent = ( "p" | "P" ) [ "+" | "-" ] decimal_digits .
static void scan_exponent(SlScan *scan, Number *number) {
    int c = byte_at(scan, number->at), e = c > 0 ? lower(c) : 0;
    if (e != 'e' && e != 'p') {
        if (number->prefix == 'x' && scan->token == SL_TOKEN_FLOAT && !scan->bad) {
            sl_scan_error(scan, number->at, "hexadecimal mantissa requires a 'p' exponent");
            scan->bad = true;
        }
        return;
    }
    if (!scan->bad && e == 'e' && number->prefix && number->prefix != '0')
        fail(scan, number->at, "", c, " exponent requires decimal mantissa");
    else if (!scan->bad && e == 'p' && number->prefix != 'x')
        fail(scan, number->at, "", c, " exponent requires hexadecimal mantissa");
    scan->token = SL_TOKEN_FLOAT;
    number->at++;
    if (byte_at(scan, number->at) == '+' || byte_at(scan, number->at) == '-')
        number->at++;
    number->digits = false;
    skip_digits(scan, number, 10);
    if (!number->digits && !scan->bad) {
        sl_scan_error(scan, number->at, "exponent has no digits");
        scan->bad = true;
    }
}

// int_lit = decimal_lit | binary_lit | octal_lit | hex_lit .
// float_lit = decimal_float_lit | hex_float_lit .
// imaginary_lit = ( decimal_digits | int_lit | float_lit ) "i" .
void sl_scan_number(SlScan *scan) {
    Number number = {.at = scan->start, .base = 10};
    scan->token = SL_TOKEN_INT;
    if (byte_at(scan, number.at) != '.') {
        scan_prefix(scan, &number);
        skip_digits(scan, &number, number.base);
    }
    if (byte_at(scan, number.at) == '.') {
        if (number.prefix == 'o' || number.prefix == 'b') {
            sl_scan_error(scan, number.at, "invalid radix point in %s literal", base_name(number.base));
            scan->bad = true;
        }
        number.at++;
        scan->token = SL_TOKEN_FLOAT;
        skip_digits(scan, &number, number.base);
    }
    if (!number.digits && !scan->bad) {
        sl_scan_error(scan, number.at, "%s literal has no digits", base_name(number.base));
        scan->bad = true;
    }
    scan_exponent(scan, &number);
    bool integer = scan->token == SL_TOKEN_INT;
    if (byte_at(scan, number.at) == 'i') {
        scan->token = SL_TOKEN_IMAG;
        integer = integer && number.prefix != '0'; // 089i is decimal
        number.at++;
    }
    if (integer && scan->token == SL_TOKEN_INT && number.invalid && !scan->bad) {
        SlText after = {0};
        sl_text_printf(&after, " in %s literal", base_name(number.base));
        fail(scan, number.invalid, "invalid digit ", byte_at(scan, number.invalid), sl_text_cstr(&after));
        sl_text_free(&after);
    } else if (scan->token == SL_TOKEN_IMAG && integer && number.invalid && !scan->bad) {
        SlText after = {0};
        sl_text_printf(&after, " in %s literal", base_name(number.base));
        fail(scan, number.invalid, "invalid digit ", byte_at(scan, number.invalid), sl_text_cstr(&after));
        sl_text_free(&after);
    }
    if (number.separated && !scan->bad)
        check_separators(scan, &number);
    if (!scan->stopped)
        scan->at = number.at;
}

static int32_t rune_at(const SlScan *scan, size_t at, int *width) {
    return sl_utf8_decode(scan->text + at, scan->length - at, width);
}

static int digit_value(int c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c > 0 && lower(c) >= 'a' && lower(c) <= 'f')
        return lower(c) - 'a' + 10;
    return 99;
}

// Passes an escape sequence whose backslash stands before *at.
static void scan_escape(SlScan *scan, size_t *at, char quote) {
    int c = byte_at(scan, *at), digits = 3, base = 8;
    if (c < 0)
        return; // the literal's end is missing, which is reported there
    if (c == quote || (c && strchr("abfnrtv\\", c))) {
        ++*at;
        return;
    }
    if (c == 'x' || c == 'u' || c == 'U') {
        digits = c == 'x' ? 2 : c == 'u' ? 4 : 8;
        base = 16;
        ++*at;
    } else if (c < '0' || c > '7') {
        sl_scan_error(scan, *at, "unknown escape");
        scan->bad = true;
        return;
    }
    uint32_t value = 0;
    for (int i = 0; i < digits; i++) {
        int next = byte_at(scan, *at);
        if (next < 0)
            return;
        int digit = digit_value(next), width;
        if (digit >= base) {
            fail(scan, *at, "invalid character ", rune_at(scan, *at, &width),
                 base == 8 ? " in octal escape" : " in hexadecimal escape");
            return;
        }
        value = value * (uint32_t)base + (uint32_t)digit;
        ++*at;
    }
    if (base == 8 && value > 255) {
        sl_scan_error(scan, *at, "octal escape value %u > 255", (unsigned)value);
        scan->bad = true;
    } else if (digits > 3 && (value > 0x10FFFF || (value >= 0xD800 && value < 0xE000))) {
        sl_scan_error(scan, *at, "escape is invalid Unicode code point U+%04X", (unsigned)value);
        scan->bad = true;
    }
}

// rune_lit = "'" ( unicode_value | byte_value ) "'" .
void sl_scan_rune(SlScan *scan) {
    scan->token = SL_TOKEN_CHAR;
    size_t at = scan->start + 1;
    for (int count = 0;; count++) {
        int c = byte_at(scan, at), width;
        if (c == '\'') {
            if (!scan->bad && count == 0)
                sl_scan_error(scan, at, "empty rune literal or unescaped '");
            else if (!scan->bad && count != 1)
                sl_scan_error(scan, scan->start, "more than one character in rune literal");
            scan->bad = scan->bad || count != 1;
            at++;
            break;
        }
        if (c == '\n' || c < 0) {
            if (!scan->bad && c < 0)
                sl_scan_error(scan, scan->start, "rune literal not terminated");
            else if (!scan->bad)
                sl_scan_error(scan, at, "newline in rune literal");
            scan->bad = true;
            break;
        }
        if (c == '\\') {
            at++;
            scan_escape(scan, &at, '\'');
            continue;
        }
        rune_at(scan, at, &width);
        at += (size_t)width;
    }
    if (!scan->stopped)
        scan->at = at;
}

// interpreted_string_lit = `"` { unicode_value | byte_value } `"` .
void sl_scan_string(SlScan *scan) {
    scan->token = SL_TOKEN_STRING;
    size_t at = scan->start + 1;
    for (;;) {
        int c = byte_at(scan, at);
        if (c == '"') {
            at++;
            break;
        }
        if (c == '\n' || c < 0) {
            if (c < 0)
                sl_scan_error(scan, scan->start, "string not terminated");
            else
                sl_scan_error(scan, at, "newline in string");
            scan->bad = true;
            break;
        }
        at++;
        if (c == '\\')
            scan_escape(scan, &at, '"');
    }
    if (!scan->stopped)
        scan->at = at;
}

// raw_string_lit = "`" { unicode_char | newline } "`" .
void sl_scan_raw_string(SlScan *scan) {
    scan->token = SL_TOKEN_STRING;
    size_t at = scan->start + 1;
    const char *end = memchr(scan->text + at, '`', scan->length - at);
    if (end) {
        scan->at = (size_t)(end - scan->text) + 1;
        return;
    }
    sl_scan_error(scan, scan->start, "string not terminated");
    scan->bad = true;
    scan->at = scan->length;
}
