// SPDX-License-Identifier: MIT
// How a goroutine ended, read off the events of the run.
#ifndef SL_ENDING_H
#define SL_ENDING_H

#include <stddef.h>

#include "trace/event.h"
#include "trace/world.h"

typedef enum {
    SL_ENDING_NONE,     // it has not ended
    SL_ENDING_RETURNED, // its function returned
    SL_ENDING_RANGE,    // it returned after its loop over a channel ended: that was closed
    SL_ENDING_CONTEXT,  // it returned after a context was cancelled
    SL_ENDING_GOEXIT,   // runtime.Goexit
    SL_ENDING_PROGRAM,  // the program ended first
    SL_ENDING_PANIC,    // it panicked, which ended the program
} SlEndingKind;

typedef struct {
    SlEndingKind kind;
    uint64_t event;  // at which it ended; 0: not known
    uint64_t object; // RANGE: the channel
    SlPos pos;
} SlEnding;

// events: of the run, by number; those behind the World's instant do not count. text: the source that positions from
// `from` on are in, a byte each.
SlEnding sl_ending_of(uint64_t goroutine, const SlEvent *events, uint32_t count, const SlWorld *world, const char *text,
                      size_t length, SlPos from);
// "returned (event 812)", "has not ended". malloc's memory.
char *sl_ending_text(const SlEnding *ending, const SlWorld *world);

#endif
