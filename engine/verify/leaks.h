// SPDX-License-Identifier: MIT
// Goroutines that can never continue, as findings: each is told once.
#ifndef SL_LEAKS_H
#define SL_LEAKS_H

#include "run/run.h"

typedef struct {
    uint64_t goroutine; // id
    SlPos pos;          // where it stands, in the user's own code
    char *trace; // as Go's: "goroutine 7 [chan send (leaked)]:\nmain.f(...)\n..."; null beyond the first thousand
} SlFinding;

typedef struct {
    bool without_main;
    SlFinding *at; // by id
    int count;
} SlFindings;

// Those who were not told before; the world is stopped. without_main: after main's return, who waits for what only main
// could have given.
SlFindings *sl_leaks_find(SlMachine *machine, bool without_main);
SlFindings *sl_leaks_take(SlMachine *machine); // what the machine has found by itself: in leaks_found
void sl_findings_free(SlFindings *findings);
void sl_findings_text(const SlFindings *findings, SlText *text); // nothing when there are none

#endif
