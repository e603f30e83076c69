// SPDX-License-Identifier: MIT
// The flags of the command line, each declared once: in the table of flags.c, which also writes the help.
#ifndef SL_FLAGS_H
#define SL_FLAGS_H

#include "engine.h"

typedef struct {
    SlMachineOptions machine;
    SlLangOptions lang;
    bool stats, disassemble, leaks, explain;
    bool test;           // a flag that is not known ends them
    const char *folder;  // where the program runs; null: here
    const char *chooser; // as sl_choosing_new takes it
    // Paths; null: not asked for
    const char *events, *trace, *record, *replay;
} SlFlags;

// Reads the flags in front; returns the index of the first argument that is none. A wrong one ends the process with
// status 2 and a line on standard error.
int sl_flags_read(SlFlags *flags, int argc, char **argv);
void sl_flags_help(SlText *text); // a line or more for each

#endif
