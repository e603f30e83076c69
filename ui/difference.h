// SPDX-License-Identifier: MIT
// Difference: which parts of a text were replaced to make another of it, so that what stands between them (places of a
// drawing, a cursor) can follow. Lines that stay are found first, then the equal ends of each run of changed lines.
#ifndef SL_DIFFERENCE_H
#define SL_DIFFERENCE_H

#include <glib.h>

#include "engine.h"

typedef struct {
    gsize from, to; // bytes [from, to) of the old text ...
    gsize at, end;  // ... became bytes [at, end) of the new one; all four at the borders of characters
} SlReplacement;

// The last one first, so that they can be carried out one after the other. g_array_unref it.
GArray *sl_difference(const char *before, const char *after);

#endif
