// SPDX-License-Identifier: MIT
// Diagnostics with positions. A position is one number: the offset of a byte in the file set, plus one.
// Files lie behind each other in that numbering, so a position alone says which file, line and column.
#ifndef SL_DIAG_H
#define SL_DIAG_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/vec.h"

typedef uint32_t SlPos; // 0 is no position

// From offset on, the text of a file counts as that of another: a //line directive. The file has a name and no text.
typedef struct {
    uint32_t offset;
    const struct SlFile *file;
    int line, column; // of offset there; column 0: it is not told
} SlLineMark;

// Where a file's lines begin.
typedef struct {
    int count;
    uint32_t at[]; // offset of each line's first byte
} SlLines;

typedef struct SlFile {
    const char *name; // as it is shown in messages: "./prog.go", "fmt/print.go"
    const char *text; // zero-terminated
    size_t length;
    SlPos base;               // of the first byte
    _Atomic(SlLines *) lines; // made when first asked for: most of the library's never are
    bool library;             // a file of the standard library
    SL_VEC(SlLineMark) marks; // by offset
} SlFile;

typedef struct {
    SlArena *arena;
    SL_VEC(SlFile *) files;
    SlPos next;
} SlFiles;

typedef struct {
    const SlFile *file; // null when the position is none
    int line, column;   // from 1; the column counts bytes, as Go's does; 0: not told
} SlPlace;

SlFiles *sl_files_new(void);
void sl_files_free(SlFiles *files);
// Copies name and text. Null when the set would pass 4 GB.
SlFile *sl_files_add(SlFiles *files, const char *name, const char *text, size_t length);
// The same for a text that ends with a zero and outlives the set: it is not copied.
SlFile *sl_files_add_lasting(SlFiles *files, const char *name, const char *text, size_t length);
const SlLines *sl_file_lines(const SlFile *file); // any thread
SlPlace sl_files_place(const SlFiles *files, SlPos pos);
// The place that is told: as sl_files_place, but //line directives count.
SlPlace sl_files_shown(const SlFiles *files, SlPos pos);
// Adds a mark behind those that the file has; an empty name is shown as "??".
void sl_files_mark(SlFiles *files, SlFile *file, uint32_t offset, const char *name, int line, int column);

typedef struct {
    SlPos pos;
    int order;           // of reporting, for a stable sort
    const char *message; // may have further lines, each starting with a tab
} SlDiag;

typedef struct {
    SlArena *arena;
    SL_VEC(SlDiag) list;
} SlDiags;

SlDiags *sl_diags_new(void);
void sl_diags_free(SlDiags *diags);
void sl_diags_add(SlDiags *diags, SlPos pos, const char *format, ...) __attribute__((format(printf, 3, 4)));
// By position; a line keeps one syntax error and each message once, as gc does.
void sl_diags_sort(SlDiags *diags, const SlFiles *files);
// "file.go:3:7: message" lines as gc prints them; more than ten end in "too many errors" unless all is set.
// Returns malloc's memory.
char *sl_diags_format(const SlDiags *diags, const SlFiles *files, bool all);

#endif
