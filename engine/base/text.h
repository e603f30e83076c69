// SPDX-License-Identifier: MIT
// Text: a growing byte buffer that is always zero-terminated. The memory is malloc's.
#ifndef SL_TEXT_H
#define SL_TEXT_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
    char *at; // null while empty
    size_t length, capacity;
} SlText; // zero is an empty text

void sl_text_add(SlText *text, const char *bytes, size_t length);
void sl_text_adds(SlText *text, const char *bytes);
void sl_text_addc(SlText *text, char byte);
void sl_text_add_rune(SlText *text, int32_t rune); // as UTF-8; what is no rune becomes U+FFFD
void sl_text_printf(SlText *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
void sl_text_vprintf(SlText *text, const char *format, va_list args);
const char *sl_text_cstr(const SlText *text); // "" while empty
char *sl_text_take(SlText *text);             // hands over the memory (never null) and leaves an empty text
void sl_text_free(SlText *text);

// Decodes one rune of UTF-8 as Go does: U+FFFD and width 1 for a wrong byte; width 0 at the end.
int32_t sl_utf8_decode(const char *at, size_t length, int *width);
int sl_utf8_encode(int32_t rune, char out[4]);

#endif
