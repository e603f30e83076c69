// SPDX-License-Identifier: MIT
// The collector's marker, for gc.c and gc-helpers.c.
#ifndef SL_GC_H
#define SL_GC_H

#include "run/heap.h"

enum {
    SL_MARK_RING = 32,   // pointers whose memory is on its way to the cache
    SL_MARK_SHARE = 256, // with more work than this on its stack a marker looks whether others have none
};

// Work that is left: an object, or values of a type.
typedef struct {
    char *at;
    uintptr_t what; // SlSpan *, then the object's header says what it is; or SlRtype * + 1
    size_t count;   // of values
} SlWork;

struct SlMarker {
    SlMachine *machine;
    char *base;
    size_t range;
    SlSpan **table;
    SlWork *stack;
    size_t depth, capacity;
    bool parallel; // others are marking at the same time
    SlHelpers *helpers;
    uint32_t ring_next;
    const char *ring_pointers[SL_MARK_RING];
    SlSpan *ring_spans[SL_MARK_RING];
};

void sl_mark_drain(SlMarker *marker); // until nothing is left on its stack
void sl_mark_share(SlMarker *marker); // hands half of its work over when somebody waits for some

// Around the marking of one collection. Where helpers are of use they wait for work from begin on; end returns when
// nobody has any.
void sl_helpers_begin(SlHeap *heap, SlMarker *marker);
void sl_helpers_end(SlHeap *heap, SlMarker *marker);

#endif
