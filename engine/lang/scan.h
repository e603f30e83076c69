// SPDX-License-Identifier: MIT
// The scanner: bytes to tokens (Go specification, "Lexical elements"), one token at a time, with automatic
// semicolons. Lexical errors go to the diagnostics as they are met, at most one a line; the scanner always goes on.
#ifndef SL_SCAN_H
#define SL_SCAN_H

#include "lang/tree.h"

enum {
    SL_SCAN_MOST_ERRORS = 500,    // then the rest of the file is not read
    SL_SCAN_MOST_NODES = 4000000, // of tree nodes and comments in a file; keeps strange files from eating the memory
};

typedef struct {
    const SlFile *file;
    const char *text;
    size_t length;
    SlNames *names;
    SlDiags *diags;

    // The current token. SEMICOLON: lit is "semicolon", "newline" or "EOF"; NAME: lit is interned.
    SlToken token;
    size_t start, at; // offsets: of its first byte, and of what follows it
    size_t last_end;  // offset behind the token before
    const char *lit;
    size_t lit_length;
    bool bad; // a literal with an error, which has been reported

    bool line_ends_statement; // a newline that follows is a semicolon
    bool stopped;             // only EOF comes from now on, and no error is reported any more
    int errors;
    int last_line; // of the last lexical error
    int nodes;
    SL_VEC(SlComment) comments;
} SlScan;

void sl_scan_init(SlScan *scan, const SlFile *file, SlNames *names, SlDiags *diags); // reads no token yet
void sl_scan_next(SlScan *scan);
void sl_scan_free(SlScan *scan);
// Adds a diagnostic unless the scanner has stopped.
void sl_scan_report(SlScan *scan, SlPos pos, const char *message);
void sl_scan_stop(SlScan *scan);
// Counts one more thing kept in memory; at the limit it reports that and stops.
void sl_scan_count(SlScan *scan);
int sl_scan_line(const SlScan *scan, size_t offset); // from 1

// scan-literal.c: the token starts at scan->start with a digit, a point before a digit, a quote or a backquote.
void sl_scan_number(SlScan *scan);
void sl_scan_rune(SlScan *scan);
void sl_scan_string(SlScan *scan);
void sl_scan_raw_string(SlScan *scan);
// Whether a lexical error at offset would not be reported: there has been one in its line.
bool sl_scan_is_quiet(const SlScan *scan, size_t offset);
// A lexical error at an offset; later ones of the same line are dropped.
void sl_scan_error(SlScan *scan, size_t offset, const char *format, ...) __attribute__((format(printf, 3, 4)));

#endif
