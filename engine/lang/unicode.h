// SPDX-License-Identifier: MIT
// The classes of Unicode that the language itself needs (Go specification, "Letters and digits", "Exported
// identifiers"), and quoting of runes as Go's %q and %#U do it.
#ifndef SL_UNICODE_H
#define SL_UNICODE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

bool sl_rune_is_letter(int32_t rune); // categories L*
bool sl_rune_is_digit(int32_t rune);  // category Nd
bool sl_rune_is_upper(int32_t rune);  // category Lu
bool sl_rune_is_print(int32_t rune);  // L, M, N, P, S and the ASCII space

void sl_text_add_quoted_rune(SlText *text, int32_t rune);                // %q: 'x'
void sl_text_add_unicode(SlText *text, int32_t rune);                    // %#U: U+0078 'x'
void sl_text_add_quoted(SlText *text, const char *bytes, size_t length); // %q of a string

#endif
