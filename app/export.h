// SPDX-License-Identifier: MIT
// A recorded run as a page for any browser.
#ifndef SL_EXPORT_H
#define SL_EXPORT_H

#include "app/source.h"

typedef struct {
    const char *out, *title;
    uint64_t seed, events; // events: most that are recorded; 0: as many as most pages need
    const char *text;      // all files as positions see them
    size_t text_length;
} SlExportOptions;

// Runs the program, one goroutine at a time, and writes the page. The exit status; tells on standard error.
int sl_export(SlProgram *program, const SlExportOptions *options);

// What a program that waits for input is given: the next of standard input, or its end.
void sl_input_feed(SlMachine *machine);

#endif
