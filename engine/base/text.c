// SPDX-License-Identifier: MIT
// Text: a growing byte buffer, and UTF-8 by Go's rules (no surrogates, no overlong forms).
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void reserve(SlText *text, size_t more) {
    size_t needed = text->length + more + 1;
    if (needed <= text->capacity)
        return;
    size_t capacity = text->capacity ? text->capacity : 64;
    while (capacity < needed)
        capacity *= 2;
    text->at = realloc(text->at, capacity);
    if (!text->at)
        abort();
    text->capacity = capacity;
}

void sl_text_add(SlText *text, const char *bytes, size_t length) {
    reserve(text, length);
    if (length)
        memcpy(text->at + text->length, bytes, length);
    text->length += length;
    text->at[text->length] = 0;
}

void sl_text_adds(SlText *text, const char *bytes) {
    sl_text_add(text, bytes, strlen(bytes));
}

void sl_text_addc(SlText *text, char byte) {
    sl_text_add(text, &byte, 1);
}

void sl_text_add_rune(SlText *text, int32_t rune) {
    char bytes[4];
    sl_text_add(text, bytes, (size_t)sl_utf8_encode(rune, bytes));
}

void sl_text_vprintf(SlText *text, const char *format, va_list args) {
    va_list again;
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    reserve(text, (size_t)length);
    vsnprintf(text->at + text->length, (size_t)length + 1, format, args);
    text->length += (size_t)length;
}

void sl_text_printf(SlText *text, const char *format, ...) {
    va_list args;
    va_start(args, format);
    sl_text_vprintf(text, format, args);
    va_end(args);
}

const char *sl_text_cstr(const SlText *text) {
    return text->at ? text->at : "";
}

char *sl_text_take(SlText *text) {
    reserve(text, 0);
    text->at[text->length] = 0;
    char *at = text->at;
    *text = (SlText){0};
    return at;
}

void sl_text_free(SlText *text) {
    free(text->at);
    *text = (SlText){0};
}

int32_t sl_utf8_decode(const char *at, size_t length, int *width) {
    const unsigned char *s = (const unsigned char *)at;
    *width = length ? 1 : 0;
    if (!length)
        return 0xFFFD;
    if (s[0] < 0x80)
        return s[0];
    int more = s[0] >= 0xF0 && s[0] <= 0xF4 ? 3 : s[0] >= 0xE0 && s[0] < 0xF0 ? 2 : s[0] >= 0xC2 && s[0] < 0xE0 ? 1 : 0;
    if (!more || (size_t)more >= length)
        return 0xFFFD;
    unsigned char low = 0x80, high = 0xBF;
    if (s[0] == 0xE0)
        low = 0xA0;
    else if (s[0] == 0xED)
        high = 0x9F;
    else if (s[0] == 0xF0)
        low = 0x90;
    else if (s[0] == 0xF4)
        high = 0x8F;
    if (s[1] < low || s[1] > high)
        return 0xFFFD;
    int32_t rune = s[0] & (more == 1 ? 0x1F : more == 2 ? 0x0F : 0x07);
    for (int i = 1; i <= more; i++) {
        if ((s[i] & 0xC0) != 0x80)
            return 0xFFFD;
        rune = rune << 6 | (s[i] & 0x3F);
    }
    *width = more + 1;
    return rune;
}

int sl_utf8_encode(int32_t rune, char out[4]) {
    if (rune < 0 || rune > 0x10FFFF || (rune >= 0xD800 && rune <= 0xDFFF))
        rune = 0xFFFD;
    if (rune < 0x80) {
        out[0] = (char)rune;
        return 1;
    }
    if (rune < 0x800) {
        out[0] = (char)(0xC0 | rune >> 6);
        out[1] = (char)(0x80 | (rune & 0x3F));
        return 2;
    }
    if (rune < 0x10000) {
        out[0] = (char)(0xE0 | rune >> 12);
        out[1] = (char)(0x80 | (rune >> 6 & 0x3F));
        out[2] = (char)(0x80 | (rune & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | rune >> 18);
    out[1] = (char)(0x80 | (rune >> 12 & 0x3F));
    out[2] = (char)(0x80 | (rune >> 6 & 0x3F));
    out[3] = (char)(0x80 | (rune & 0x3F));
    return 4;
}
