// SPDX-License-Identifier: MIT
// Verbs on booleans, numbers, strings and bytes: package fmt's documentation, "Printing".
#include "std/fmt.h"

#include "base/text.h"

void sl_fmt_padding(Printer *p, int64_t count) {
    sl_out_fill(p->out, (p->flags & FMT_ZERO) && !(p->flags & FMT_MINUS) ? '0' : ' ', count);
}

static int64_t rune_count(const char *bytes, size_t length) {
    int64_t count = 0;
    for (size_t i = 0; i < length; count++) {
        int width = 1;
        if ((unsigned char)bytes[i] >= 0x80)
            sl_utf8_decode(bytes + i, length - i, &width);
        i += (size_t)width;
    }
    return count;
}

void sl_fmt_pad(Printer *p, const char *bytes, size_t length) {
    if (!(p->flags & FMT_WIDTH) || p->width == 0) {
        sl_out_add(p->out, bytes, length);
        return;
    }
    int64_t padding = p->width - rune_count(bytes, length);
    if (!(p->flags & FMT_MINUS))
        sl_fmt_padding(p, padding);
    sl_out_add(p->out, bytes, length);
    if (p->flags & FMT_MINUS)
        sl_fmt_padding(p, padding);
}

static void pad_without_zeros(Printer *p, const char *bytes, size_t length) {
    uint32_t flags = p->flags;
    p->flags &= ~(uint32_t)FMT_ZERO;
    sl_fmt_pad(p, bytes, length);
    p->flags = flags;
}

bool sl_fmt_bool(Printer *p, bool value, int32_t verb) {
    if (verb != 't' && verb != 'v')
        return false;
    sl_fmt_pad(p, value ? "true" : "false", value ? 4 : 5);
    return true;
}

static void integer(Printer *p, uint64_t u, unsigned base, bool is_signed, int32_t verb, bool upper) {
    bool negative = is_signed && (int64_t)u < 0;
    if (negative)
        u = 0 - u;
    if (base == 10 && !(p->flags & ~(uint32_t)(FMT_PLUS_V | FMT_SHARP_V))) {
        if (negative)
            sl_out_addc(p->out, '-');
        sl_uint_add(p->out, u, 10, false);
        return;
    }
    int64_t digits = 0;
    if (p->flags & FMT_PRECISION) {
        digits = p->precision;
        if (digits == 0 && u == 0) {
            uint32_t flags = p->flags;
            p->flags &= ~(uint32_t)FMT_ZERO;
            sl_fmt_padding(p, p->flags & FMT_WIDTH ? p->width : 0);
            p->flags = flags;
            return;
        }
    } else if ((p->flags & FMT_ZERO) && (p->flags & FMT_WIDTH) && !(p->flags & FMT_MINUS)) {
        digits = p->width;
        if (negative || (p->flags & (FMT_PLUS | FMT_SPACE)))
            digits--;
    }
    SlOut number, text;
    sl_out_init(&number);
    sl_out_init(&text);
    sl_uint_add(&number, u, (int)base, upper);
    if (negative)
        sl_out_addc(&text, '-');
    else if (p->flags & FMT_PLUS)
        sl_out_addc(&text, '+');
    else if (p->flags & FMT_SPACE)
        sl_out_addc(&text, ' ');
    if (verb == 'O')
        sl_out_adds(&text, "0o");
    int64_t zeros = digits - (int64_t)number.length;
    if (p->flags & FMT_SHARP) {
        if (base == 2)
            sl_out_adds(&text, "0b");
        else if (base == 8 && zeros <= 0 && number.at[0] != '0')
            sl_out_addc(&text, '0');
        else if (base == 16)
            sl_out_adds(&text, upper ? "0X" : "0x");
    }
    sl_out_fill(&text, '0', zeros);
    sl_out_add(&text, number.at, number.length);
    pad_without_zeros(p, text.at, text.length);
    sl_out_free(&number);
    sl_out_free(&text);
}

void sl_fmt_hex64(Printer *p, uint64_t value, bool prefix) {
    uint32_t flags = p->flags;
    p->flags = prefix ? flags | FMT_SHARP : flags & ~(uint32_t)FMT_SHARP;
    integer(p, value, 16, false, 'v', false);
    p->flags = flags;
}

static void unicode(Printer *p, uint64_t u) {
    SlOut text, digits;
    sl_out_init(&text);
    sl_out_init(&digits);
    int64_t least = (p->flags & FMT_PRECISION) && p->precision > 4 ? p->precision : 4;
    sl_uint_add(&digits, u, 16, true);
    sl_out_adds(&text, "U+");
    sl_out_fill(&text, '0', least - (int64_t)digits.length);
    sl_out_add(&text, digits.at, digits.length);
    if ((p->flags & FMT_SHARP) && u <= 0x10ffff && sl_rune_printable((int32_t)u)) {
        sl_out_adds(&text, " '");
        sl_out_rune(&text, (int32_t)u);
        sl_out_addc(&text, '\'');
    }
    pad_without_zeros(p, text.at, text.length);
    sl_out_free(&text);
    sl_out_free(&digits);
}

bool sl_fmt_integer(Printer *p, uint64_t value, bool is_signed, int32_t verb) {
    switch (verb) {
    case 'v':
        if ((p->flags & FMT_SHARP_V) && !is_signed)
            sl_fmt_hex64(p, value, true);
        else
            integer(p, value, 10, is_signed, verb, false);
        return true;
    case 'd':
        integer(p, value, 10, is_signed, verb, false);
        return true;
    case 'b':
        integer(p, value, 2, is_signed, verb, false);
        return true;
    case 'o':
    case 'O':
        integer(p, value, 8, is_signed, verb, false);
        return true;
    case 'x':
        integer(p, value, 16, is_signed, verb, false);
        return true;
    case 'X':
        integer(p, value, 16, is_signed, verb, true);
        return true;
    case 'c':
    case 'q': {
        SlOut text;
        sl_out_init(&text);
        int32_t rune = value > 0x10ffff ? 0xfffd : (int32_t)value;
        if (verb == 'c')
            sl_out_rune(&text, rune);
        else
            sl_quote_rune_add(&text, rune, p->flags & FMT_PLUS, false);
        sl_fmt_pad(p, text.at, text.length);
        sl_out_free(&text);
        return true;
    }
    case 'U':
        unicode(p, value);
        return true;
    }
    return false;
}

// The sharp flag: a decimal point always, and trailing zeros of %g kept.
static void sharpen(Printer *p, SlOut *number, int32_t verb, int64_t precision) {
    int64_t digits = 0;
    if (verb == 'v' || verb == 'g' || verb == 'G' || verb == 'x')
        digits = precision < 0 ? 6 : precision;
    (void)p;
    SlOut tail;
    sl_out_init(&tail);
    bool point = false, seen = false;
    for (size_t i = 1; i < number->length; i++) {
        char c = number->at[i];
        if (c == '.') {
            point = true;
        } else if (c == 'p' || c == 'P' || ((c == 'e' || c == 'E') && verb != 'x' && verb != 'X')) {
            sl_out_add(&tail, number->at + i, number->length - i);
            number->length = i;
        } else {
            if (c != '0')
                seen = true;
            if (seen)
                digits--;
        }
    }
    if (!point) {
        if (number->length == 2 && number->at[1] == '0')
            digits--;
        sl_out_addc(number, '.');
    }
    sl_out_fill(number, '0', digits);
    sl_out_add(number, tail.at, tail.length);
    sl_out_free(&tail);
}

static void floating(Printer *p, double value, int bits, int32_t verb, int64_t precision) {
    if (p->flags & FMT_PRECISION)
        precision = p->precision;
    SlOut made;
    sl_out_init(&made);
    sl_out_addc(&made, '+');
    sl_float_add(&made, value, (char)verb, (int)precision, bits);
    SlOut *number = &made;
    if (made.at[1] == '-' || made.at[1] == '+') { // the sign first, once
        memmove(made.at, made.at + 1, made.length - 1);
        made.length--;
    }
    if ((p->flags & FMT_SPACE) && made.at[0] == '+' && !(p->flags & FMT_PLUS))
        made.at[0] = ' ';
    if (made.at[1] == 'I' || made.at[1] == 'N') {
        size_t skip = made.at[1] == 'N' && !(p->flags & (FMT_SPACE | FMT_PLUS)) ? 1 : 0;
        pad_without_zeros(p, made.at + skip, made.length - skip);
        sl_out_free(&made);
        return;
    }
    if ((p->flags & FMT_SHARP) && verb != 'b')
        sharpen(p, number, verb, precision);
    if ((p->flags & FMT_PLUS) || made.at[0] != '+') {
        if ((p->flags & FMT_ZERO) && !(p->flags & FMT_MINUS) && (p->flags & FMT_WIDTH) &&
            p->width > (int64_t)made.length) {
            sl_out_addc(p->out, made.at[0]);
            sl_fmt_padding(p, p->width - (int64_t)made.length);
            sl_out_add(p->out, made.at + 1, made.length - 1);
        } else {
            sl_fmt_pad(p, made.at, made.length);
        }
    } else {
        sl_fmt_pad(p, made.at + 1, made.length - 1);
    }
    sl_out_free(&made);
}

bool sl_fmt_float(Printer *p, double value, int bits, int32_t verb) {
    switch (verb) {
    case 'v':
        floating(p, value, bits, 'g', -1);
        return true;
    case 'b':
    case 'g':
    case 'G':
    case 'x':
    case 'X':
        floating(p, value, bits, verb, -1);
        return true;
    case 'f':
    case 'e':
    case 'E':
        floating(p, value, bits, verb, 6);
        return true;
    case 'F':
        floating(p, value, bits, 'f', 6);
        return true;
    }
    return false;
}

bool sl_fmt_complex(Printer *p, double real, double imag, int bits, int32_t verb) {
    if (!verb || verb > 127 || !strchr("vbgGxXfFeE", verb))
        return false;
    uint32_t flags = p->flags;
    sl_out_addc(p->out, '(');
    sl_fmt_float(p, real, bits / 2, verb);
    p->flags |= FMT_PLUS;
    sl_fmt_float(p, imag, bits / 2, verb);
    sl_out_adds(p->out, "i)");
    p->flags = flags;
    return true;
}

static SlStr truncated(const Printer *p, SlStr s) {
    if (!(p->flags & FMT_PRECISION))
        return s;
    int64_t n = p->precision;
    for (int64_t i = 0; i < s.length;) {
        if (--n < 0)
            return (SlStr){s.bytes, i};
        int width = 1;
        if ((unsigned char)s.bytes[i] >= 0x80)
            sl_utf8_decode(s.bytes + i, (size_t)(s.length - i), &width);
        i += width;
    }
    return s;
}

void sl_fmt_plain_string(Printer *p, SlStr value) {
    value = truncated(p, value);
    sl_fmt_pad(p, value.bytes, (size_t)value.length);
}

static void hex_bytes(Printer *p, const unsigned char *bytes, int64_t length, bool upper) {
    if ((p->flags & FMT_PRECISION) && p->precision < length)
        length = p->precision;
    if (length <= 0) {
        if (p->flags & FMT_WIDTH)
            sl_fmt_padding(p, p->width);
        return;
    }
    bool space = p->flags & FMT_SPACE, sharp = p->flags & FMT_SHARP;
    int64_t width = 2 * length;
    if (space)
        width = (sharp ? 2 * width : width) + length - 1;
    else if (sharp)
        width += 2;
    bool pad = (p->flags & FMT_WIDTH) && p->width > width;
    if (pad && !(p->flags & FMT_MINUS))
        sl_fmt_padding(p, p->width - width);
    const char *digits = upper ? "0123456789ABCDEF" : "0123456789abcdef";
    for (int64_t i = 0; i < length; i++) {
        if (space && i > 0)
            sl_out_addc(p->out, ' ');
        if (sharp && (space || i == 0))
            sl_out_adds(p->out, upper ? "0X" : "0x");
        sl_out_addc(p->out, digits[bytes[i] >> 4]);
        sl_out_addc(p->out, digits[bytes[i] & 15]);
    }
    if (pad && (p->flags & FMT_MINUS))
        sl_fmt_padding(p, p->width - width);
}

static void quoted(Printer *p, SlStr s) {
    SlOut text;
    sl_out_init(&text);
    s = truncated(p, s);
    if ((p->flags & FMT_SHARP) && sl_can_backquote(s.bytes, (size_t)s.length)) {
        sl_out_addc(&text, '`');
        sl_out_add(&text, s.bytes, (size_t)s.length);
        sl_out_addc(&text, '`');
    } else {
        sl_quote_add(&text, s.bytes, (size_t)s.length, '"', p->flags & FMT_PLUS, false);
    }
    sl_fmt_pad(p, text.at, text.length);
    sl_out_free(&text);
}

bool sl_fmt_string(Printer *p, SlStr value, int32_t verb) {
    switch (verb) {
    case 'v':
        if (p->flags & FMT_SHARP_V) {
            quoted(p, value);
            return true;
        }
        // fallthrough
    case 's':
        sl_fmt_plain_string(p, value);
        return true;
    case 'x':
    case 'X':
        hex_bytes(p, (const unsigned char *)value.bytes, value.length, verb == 'X');
        return true;
    case 'q':
        quoted(p, value);
        return true;
    }
    return false;
}

bool sl_fmt_bytes(Printer *p, const unsigned char *bytes, size_t length, bool nil, int32_t verb, const char *type) {
    SlStr text = {(const char *)bytes, (int64_t)length};
    switch (verb) {
    case 'v':
    case 'd': {
        bool sharp = p->flags & FMT_SHARP_V;
        if (sharp) {
            sl_out_adds(p->out, type);
            if (nil) {
                sl_out_adds(p->out, "(nil)");
                return true;
            }
        }
        sl_out_addc(p->out, sharp ? '{' : '[');
        for (size_t i = 0; i < length; i++) {
            if (i > 0)
                sl_out_adds(p->out, sharp ? ", " : " ");
            if (sharp)
                sl_fmt_hex64(p, bytes[i], true);
            else
                integer(p, bytes[i], 10, false, verb, false);
        }
        sl_out_addc(p->out, sharp ? '}' : ']');
        return true;
    }
    case 's':
        sl_fmt_plain_string(p, text);
        return true;
    case 'x':
    case 'X':
        hex_bytes(p, bytes, (int64_t)length, verb == 'X');
        return true;
    case 'q':
        quoted(p, text);
        return true;
    }
    return false;
}
