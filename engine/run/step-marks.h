// SPDX-License-Identifier: MIT
// Where the lines of the user's code begin, as marks on words of code.
#ifndef SL_STEP_MARKS_H
#define SL_STEP_MARKS_H

#include "code/code.h"

enum {
    SL_MARK_LINE = 1, // a line begins here
    SL_MARK_BREAK = 2,
    SL_MARK_CURSOR = 4,
    SL_MARK_RETURN = 8,
};

size_t sl_marks_count(const SlCode *code);
void sl_marks_lines(const SlCode *code, uint8_t *marks);                                     // adds SL_MARK_LINE
void sl_marks_range(const SlCode *code, uint8_t *marks, SlPos from, SlPos to, uint8_t mark); // adds it to lines there
// Where no line of code begins in the range (a comment, a blank line), it becomes the next line of the same function.
void sl_marks_settle(const SlCode *code, SlPos *from, SlPos *to);

#endif
