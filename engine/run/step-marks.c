// SPDX-License-Identifier: MIT
// Lines of the user's code, found from the functions' tables of positions. A line begins where the position's line is
// another than that of the word before, so that each round of a loop begins its lines anew.
#include "run/step-marks.h"

size_t sl_marks_count(const SlCode *code) {
    size_t count = 1;
    for (uint32_t i = 0; i < code->func_count; i++)
        count += 1 + code->funcs[i]->code_count;
    return count;
}

static bool is_users(const SlFunc *func) {
    return !(func->flags & (SL_FUNC_LIBRARY | SL_FUNC_WRAPPER)) && func->code_count;
}

// Calls visit for each beginning of a line.
static void each_line(const SlCode *code, const SlFunc *func, void (*visit)(void *data, size_t word, SlPos pos),
                      void *data) {
    int line = 0;
    for (uint32_t i = 0; i < func->line_count; i++) {
        uint32_t pc = func->lines[i].pc, next = i + 1 < func->line_count ? func->lines[i + 1].pc : func->code_count;
        if (next <= func->prologue || !func->lines[i].pos)
            continue;
        if (pc < func->prologue)
            pc = func->prologue;
        int here = sl_files_place(code->files, func->lines[i].pos).line;
        if (here != line)
            visit(data, (size_t)(func->code - code->words) + pc, func->lines[i].pos);
        line = here;
    }
}

typedef struct {
    uint8_t *marks;
    uint8_t mark;
    SlPos from, to;
    SlPos first; // in the range or behind it
} Marking;

static void mark_line(void *data, size_t word, SlPos pos) {
    Marking *marking = data;
    (void)pos;
    marking->marks[word] |= SL_MARK_LINE;
}

void sl_marks_lines(const SlCode *code, uint8_t *marks) {
    Marking marking = {.marks = marks};
    for (uint32_t i = 0; i < code->func_count; i++)
        if (is_users(code->funcs[i]))
            each_line(code, code->funcs[i], mark_line, &marking);
}

static void find_first(void *data, size_t word, SlPos pos) {
    Marking *marking = data;
    (void)word;
    if (pos >= marking->from && (!marking->first || pos < marking->first))
        marking->first = pos;
}

static void mark_range(void *data, size_t word, SlPos pos) {
    Marking *marking = data;
    if (pos >= marking->from && pos < marking->to)
        marking->marks[word] |= marking->mark;
}

// The innermost function whose text has the position, by where it begins; null: none.
static const SlFunc *function_at(const SlCode *code, SlPos from, SlPos to) {
    const SlFunc *best = NULL;
    for (uint32_t i = 0; i < code->func_count; i++) {
        const SlFunc *func = code->funcs[i];
        if (is_users(func) && func->pos < to && from <= func->end && (!best || func->pos > best->pos))
            best = func;
    }
    return best;
}

void sl_marks_settle(const SlCode *code, SlPos *from, SlPos *to) {
    Marking marking = {.from = *from, .to = *to};
    for (uint32_t i = 0; i < code->func_count; i++)
        if (is_users(code->funcs[i]) && code->funcs[i]->pos < *to && *from <= code->funcs[i]->end)
            each_line(code, code->funcs[i], find_first, &marking);
    const SlFunc *func = function_at(code, *from, *to);
    if (!marking.first || marking.first < *to || !func || marking.first > func->end)
        return;
    SlPlace place = sl_files_place(code->files, marking.first);
    *from = marking.first - (SlPos)(place.column - 1);
    const SlLines *lines = sl_file_lines(place.file);
    *to = place.line < lines->count ? place.file->base + lines->at[place.line] : marking.first + 1;
}

void sl_marks_range(const SlCode *code, uint8_t *marks, SlPos from, SlPos to, uint8_t mark) {
    Marking marking = {.marks = marks, .mark = mark, .from = from, .to = to};
    for (uint32_t i = 0; i < code->func_count; i++)
        if (is_users(code->funcs[i]))
            each_line(code, code->funcs[i], mark_range, &marking);
}
