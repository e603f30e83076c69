// SPDX-License-Identifier: MIT
// Parts: processes that can be dropped into a drawing, those of the palette and the program's own functions.
//
// A part of the palette is a Go file of its own (resources/palette): a function, what it needs, and directives in the
// comment above the function:
//
//     //sluice:title Double          what the palette calls it
//     //sluice:category transform    source, transform, flow, time, control, sink, faulty
//     //sluice:use double[int](nil, nil, 2)   the call that a drop writes, nil for ports; without it all zero values
//
// The first sentence of the function's doc comment says what it does. The text is copied into the file once when it is
// first used, without the title, category and use directives, and never imported.
#ifndef SL_PARTS_H
#define SL_PARTS_H

#include "graph/wiring.h"

typedef struct {
    const char *name;     // of the function: "double"
    const char *title;    // "Double"; of a program's own function its name
    const char *about;    // one line; "" without
    const char *category; // "own" for the program's functions
    const char *text;     // Go source for SL_EDIT_ADD; null: a function of the program
    const char *use;      // "double[int](nil, nil, 2)" or null
    int ins, outs;        // number of channel parameters to receive from and to send on
    const char *ports;    // the channel parameters as written: "in <-chan int, out chan<- int"
} SlPart;

typedef struct {
    SlArena *arena;
    SlPart *list; // by category in the order above, then by title
    int count;
} SlParts;

// Reads files of the palette: texts[i] ends with a zero. Files without a title directive are left out. Never null.
SlParts *sl_parts_new(const char *const *texts, int count);
// The program's own functions that have a channel parameter, in source order. Never null.
SlParts *sl_parts_own(const SlProgram *program);
void sl_parts_free(SlParts *parts);

#endif
