// SPDX-License-Identifier: MIT
// Goroutines that can never continue, as findings: each is told once.
#ifndef SL_LEAKS_H
#define SL_LEAKS_H

#include "run/run.h"

typedef struct {
    uint64_t goroutine; // id
    SlPos pos;          // where it stands, in the user's own code
    char *trace; // as Go's: "goroutine 7 [chan send (leaked)]:\nmain.f(...)\n..."; null beyond the first thousand
} SlLeak;

typedef struct {
    bool without_main;
    SlLeak *at; // by id
    int count;
} SlLeaks;

// Those who were not told before; the world is stopped. without_main: after main's return, who waits for what only main
// could have given.
SlLeaks *sl_leaks_find(SlMachine *machine, bool without_main);
SlLeaks *sl_leaks_take(SlMachine *machine); // what the machine has found by itself: in leaks_found
void sl_leaks_free(SlLeaks *findings);
void sl_leaks_text(const SlLeaks *findings, SlText *text); // nothing when there are none

#endif
