// SPDX-License-Identifier: MIT
// Diagnostics: collected during a phase, sorted and written at its end.
#include "base/diag.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

SlFiles *sl_files_new(void) {
    SlArena *arena = sl_arena_new();
    SlFiles *files = SL_NEW(arena, SlFiles);
    files->arena = arena;
    files->next = 1;
    return files;
}

void sl_files_free(SlFiles *files) {
    if (!files)
        return;
    for (int i = 0; i < files->files.count; i++) {
        sl_vec_free(&files->files.at[i]->marks);
        free(atomic_load_explicit(&files->files.at[i]->lines, memory_order_relaxed));
    }
    sl_vec_free(&files->files);
    sl_arena_free(files->arena);
}

SlFile *sl_files_add(SlFiles *files, const char *name, const char *text, size_t length) {
    if (length > 0xFFFFFF00u - files->next)
        return NULL;
    return sl_files_add_lasting(files, name, sl_arena_strndup(files->arena, text, length), length);
}

SlFile *sl_files_add_lasting(SlFiles *files, const char *name, const char *text, size_t length) {
    if (length > 0xFFFFFF00u - files->next)
        return NULL;
    SlFile *file = SL_NEW(files->arena, SlFile);
    file->name = sl_arena_strndup(files->arena, name, strlen(name));
    file->text = text;
    file->length = length;
    file->base = files->next;
    files->next += (SlPos)length + 1;
    sl_vec_push(&files->files, file);
    return file;
}

static SlLines *find_lines(const SlFile *file) {
    const char *text = file->text, *end = text + file->length;
    size_t count = 1;
    for (const char *at = text; (at = memchr(at, '\n', (size_t)(end - at))); at++)
        count++;
    SlLines *lines = malloc(sizeof *lines + count * sizeof *lines->at);
    if (!lines)
        abort();
    lines->count = 1;
    lines->at[0] = 0;
    for (const char *at = text; (at = memchr(at, '\n', (size_t)(end - at))); at++)
        lines->at[lines->count++] = (uint32_t)(at - text) + 1;
    return lines;
}

const SlLines *sl_file_lines(const SlFile *file) {
    SlFile *changed = (SlFile *)(uintptr_t)file;
    SlLines *lines = atomic_load_explicit(&changed->lines, memory_order_acquire);
    if (lines)
        return lines;
    SlLines *found = find_lines(file);
    if (atomic_compare_exchange_strong(&changed->lines, &lines, found))
        return found;
    free(found); // another thread was first
    return lines;
}

SlPlace sl_files_place(const SlFiles *files, SlPos pos) {
    int low = 0, high = files->files.count;
    while (low < high) {
        int middle = (low + high) / 2;
        if (files->files.at[middle]->base <= pos)
            low = middle + 1;
        else
            high = middle;
    }
    if (!pos || !low)
        return (SlPlace){0};
    const SlFile *file = files->files.at[low - 1];
    uint32_t offset = pos - file->base;
    const SlLines *lines = sl_file_lines(file);
    int first = 0, last = lines->count;
    while (first < last) {
        int middle = (first + last) / 2;
        if (lines->at[middle] <= offset)
            first = middle + 1;
        else
            last = middle;
    }
    return (SlPlace){file, first, (int)(offset - lines->at[first - 1]) + 1};
}

SlPlace sl_files_shown(const SlFiles *files, SlPos pos) {
    SlPlace place = sl_files_place(files, pos);
    if (!place.file || !place.file->marks.count)
        return place;
    uint32_t offset = pos - place.file->base;
    const SlLineMark *mark = NULL;
    for (int i = 0; i < place.file->marks.count && place.file->marks.at[i].offset <= offset; i++)
        mark = &place.file->marks.at[i];
    if (!mark)
        return place;
    SlPlace from = sl_files_place(files, place.file->base + mark->offset);
    int column = place.column;
    if (!mark->column)
        column = 0;
    else if (place.line == from.line)
        column += mark->column - from.column;
    return (SlPlace){mark->file, mark->line + place.line - from.line, column};
}

void sl_files_mark(SlFiles *files, SlFile *file, uint32_t offset, const char *name, int line, int column) {
    SlFile *other = SL_NEW(files->arena, SlFile);
    other->name = sl_arena_strndup(files->arena, *name ? name : "??", *name ? strlen(name) : 2);
    other->library = file->library;
    sl_vec_push(&file->marks, ((SlLineMark){offset, other, line, column}));
}

SlDiags *sl_diags_new(void) {
    SlArena *arena = sl_arena_new();
    SlDiags *diags = SL_NEW(arena, SlDiags);
    diags->arena = arena;
    return diags;
}

void sl_diags_free(SlDiags *diags) {
    if (!diags)
        return;
    sl_vec_free(&diags->list);
    sl_arena_free(diags->arena);
}

void sl_diags_add(SlDiags *diags, SlPos pos, const char *format, ...) {
    SlText text = {0};
    va_list args;
    va_start(args, format);
    sl_text_vprintf(&text, format, args);
    va_end(args);
    const char *message = sl_arena_strndup(diags->arena, sl_text_cstr(&text), text.length);
    sl_text_free(&text);
    sl_vec_push(&diags->list, (SlDiag){pos, diags->list.count, message});
}

static int by_position(const void *left, const void *right) {
    const SlDiag *a = left, *b = right;
    if (a->pos != b->pos)
        return a->pos < b->pos ? -1 : 1;
    return a->order - b->order;
}

// A line has one syntax error, and nothing is said twice in a row.
static bool told_before(const SlDiags *diags, int first, int kept, const SlDiag *diag) {
    static const char syntax[] = "syntax error";
    if (kept > first && strcmp(diags->list.at[kept - 1].message, diag->message) == 0)
        return true;
    if (strncmp(diag->message, syntax, sizeof syntax - 1) != 0)
        return false;
    for (int i = first; i < kept; i++)
        if (strncmp(diags->list.at[i].message, syntax, sizeof syntax - 1) == 0)
            return true;
    return false;
}

void sl_diags_sort(SlDiags *diags, const SlFiles *files) {
    if (!diags->list.count)
        return;
    qsort(diags->list.at, (size_t)diags->list.count, sizeof(SlDiag), by_position);
    int kept = 0, first = 0; // of the diagnostics kept for the same line
    SlPlace last = {0};
    for (int i = 0; i < diags->list.count; i++) {
        const SlDiag *diag = &diags->list.at[i];
        SlPlace place = sl_files_place(files, diag->pos);
        if (!kept || !place.file || place.file != last.file || place.line != last.line)
            first = kept;
        last = place;
        if (!told_before(diags, first, kept, diag))
            diags->list.at[kept++] = *diag;
    }
    diags->list.count = kept;
}

char *sl_diags_format(const SlDiags *diags, const SlFiles *files, bool all) {
    enum { MOST = 10 };
    SlText text = {0};
    for (int i = 0; i < diags->list.count; i++) {
        const SlDiag *diag = &diags->list.at[i];
        SlPlace place = sl_files_shown(files, diag->pos);
        if (place.file && place.column)
            sl_text_printf(&text, "%s:%d:%d: ", place.file->name, place.line, place.column);
        else if (place.file)
            sl_text_printf(&text, "%s:%d: ", place.file->name, place.line);
        if (i == MOST && !all) {
            sl_text_adds(&text, "too many errors\n");
            break;
        }
        sl_text_printf(&text, "%s\n", diag->message);
    }
    return sl_text_take(&text);
}
