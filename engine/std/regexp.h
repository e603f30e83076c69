// SPDX-License-Identifier: MIT
// Compiled regular expressions: a header, instructions, and the ranges of all classes, in one block of bytes.
#ifndef SL_STD_REGEXP_H
#define SL_STD_REGEXP_H

#include "base/text.h"
#include "std/impl.h"

enum {
    RE_CLASS,  // a rune in the b ranges from a (in words)
    RE_SPLIT,  // a, and if that fails b
    RE_JUMP,   // a
    RE_SAVE,   // the place in slot a
    RE_ASSERT, // a is one of those below
    RE_MATCH,
};
enum { RE_BEGIN_TEXT, RE_END_TEXT, RE_BEGIN_LINE, RE_END_LINE, RE_WORD, RE_NO_WORD };

typedef struct {
    uint32_t op, a, b;
} SlReInstr;

typedef struct {
    uint32_t instructions, range_words, captures, unused;
} SlReHeader;

// Program and names (separated by commas) are added to; false with an error's text and place in the expression.
bool sl_regexp_compile(const char *text, size_t length, SlText *program, SlText *names, const char **error,
                       size_t *error_from, size_t *error_to);

#endif
