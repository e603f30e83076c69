// SPDX-License-Identifier: MIT
// Unicode classes by binary search over sorted ranges.
#include "lang/unicode.h"

#include "lang/unicode-tables.h"

static bool find(const uint32_t ranges[][2], int count, int32_t rune) {
    int low = 0, high = count;
    while (low < high) {
        int middle = (low + high) / 2;
        if ((uint32_t)rune > ranges[middle][1])
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && (uint32_t)rune >= ranges[low][0];
}

#define FIND(ranges, rune) find(ranges, (int)(sizeof ranges / sizeof ranges[0]), rune)

bool sl_rune_is_letter(int32_t rune) {
    if (rune < 0x80)
        return (rune >= 'a' && rune <= 'z') || (rune >= 'A' && rune <= 'Z');
    return FIND(letter_ranges, rune);
}

bool sl_rune_is_digit(int32_t rune) {
    if (rune < 0x80)
        return rune >= '0' && rune <= '9';
    return FIND(digit_ranges, rune);
}

bool sl_rune_is_upper(int32_t rune) {
    if (rune < 0x80)
        return rune >= 'A' && rune <= 'Z';
    return FIND(upper_ranges, rune);
}

bool sl_rune_is_print(int32_t rune) {
    if (rune < 0x80)
        return rune >= 0x20 && rune < 0x7F;
    return FIND(print_ranges, rune);
}

static void add_escaped(SlText *text, int32_t rune, char quote) {
    static const char letters[] = "abtnvfr";
    if (rune == quote || rune == '\\')
        sl_text_printf(text, "\\%c", (char)rune);
    else if (sl_rune_is_print(rune))
        sl_text_add_rune(text, rune);
    else if (rune >= 7 && rune <= 13)
        sl_text_printf(text, "\\%c",
                       letters[rune == 7    ? 0
                               : rune == 8  ? 1
                               : rune == 9  ? 2
                               : rune == 10 ? 3
                               : rune == 11 ? 4
                               : rune == 12 ? 5
                                            : 6]);
    else if (rune < ' ' || rune == 0x7F)
        sl_text_printf(text, "\\x%02x", (unsigned)rune);
    else if (rune < 0x10000)
        sl_text_printf(text, "\\u%04x", (unsigned)rune);
    else
        sl_text_printf(text, "\\U%08x", (unsigned)rune);
}

void sl_text_add_quoted_rune(SlText *text, int32_t rune) {
    if (rune < 0 || rune > 0x10FFFF || (rune >= 0xD800 && rune < 0xE000))
        rune = 0xFFFD;
    sl_text_addc(text, '\'');
    add_escaped(text, rune, '\'');
    sl_text_addc(text, '\'');
}

void sl_text_add_unicode(SlText *text, int32_t rune) {
    sl_text_printf(text, "U+%04X", (unsigned)rune);
    if (rune >= 0 && sl_rune_is_print(rune)) {
        sl_text_adds(text, " '");
        sl_text_add_rune(text, rune);
        sl_text_addc(text, '\'');
    }
}

void sl_text_add_quoted(SlText *text, const char *bytes, size_t length) {
    sl_text_addc(text, '"');
    for (size_t i = 0; i < length;) {
        int width;
        int32_t rune = sl_utf8_decode(bytes + i, length - i, &width);
        if (width == 1 && rune == 0xFFFD)
            sl_text_printf(text, "\\x%02x", (unsigned char)bytes[i]);
        else
            add_escaped(text, rune, '"');
        i += (size_t)width;
    }
    sl_text_addc(text, '"');
}
