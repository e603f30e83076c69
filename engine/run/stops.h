// SPDX-License-Identifier: MIT
// Where a run is to stop: steps and breakpoints, as plain data that also travels between processes, and the machine's
// doors for them.
#ifndef SL_STOPS_H
#define SL_STOPS_H

#include "run/run.h"

// What a step looks for; the first moment after the start, or the last one before it, at which it holds.
typedef enum {
    SL_STEP_RUN,    // nothing but breakpoints
    SL_STEP_EVENT,  // something has happened: event number `event`, or (0) any that goroutine (0: anybody) took part in
    SL_STEP_INTO,   // the goroutine stands at the beginning of a line of the user's code
    SL_STEP_OVER,   // the same, not deeper than the step began
    SL_STEP_OUT,    // less deep than the step began: behind the call; going back, at the line of the call
    SL_STEP_LINE,   // it (0: any) stands at the beginning of a line of the user's code within from .. to
    SL_STEP_BLOCKS, // it has begun to wait
    SL_STEP_WAKES,  // it can go on after a wait
    SL_STEP_ENDS,   // it has ended
    SL_STEP_COUNT
} SlStepKind;

typedef struct {
    uint8_t kind; // SlStepKind
    uint64_t goroutine, event;
    SlPos from, to; // LINE: to is behind it
    uint32_t depth; // INTO, OVER, OUT: of the goroutine's frames as the step began (sl_machine_depth)
} SlStep;

typedef enum {
    SL_BREAK_LINE,    // a goroutine comes to a line: from .. to
    SL_BREAK_SEND,    // something was sent on the channel
    SL_BREAK_RECEIVE, // or received
    SL_BREAK_CLOSE,   // it was closed
    SL_BREAK_FULL,    // its buffer has become full
    SL_BREAK_EMPTY,   // or empty
    SL_BREAK_BLOCKS,  // the goroutine has begun to wait
    SL_BREAK_ENDS,    // it has ended
    SL_BREAK_COUNT
} SlBreakKind;

enum { SL_CONDITION_TEXT = 200 };

typedef struct {
    uint32_t id;
    uint8_t kind; // SlBreakKind
    bool off;
    uint64_t object; // channel or goroutine; 0: all that were made, or started, within from .. to
    SlPos from, to;
    char condition[SL_CONDITION_TEXT]; // Go; empty: none. SEND and RECEIVE: of `value`
} SlBreakpoint;

// The machine is stopped, or not yet run. Copies the list. Breakpoints are looked for under both schedulers; on all
// cores the others stop at their next safepoints.
void sl_machine_set_breakpoints(SlMachine *machine, const SlBreakpoint *list, int count);
// The breakpoint at which the run has stopped (SL_STOP_BREAK), and whose doing it was; 0: none.
uint32_t sl_machine_breakpoint(const SlMachine *machine, uint64_t *goroutine);

// Controlled: as sl_machine_run, but stops with SL_STOP_STEP when the step (null: none) is done, with SL_STOP_MOMENT at
// that moment (null: none; a step that is done there goes first), or before with any of the other reasons. Breakpoints
// count when breaks is true.
SlStopReason sl_machine_step(SlMachine *machine, const SlStep *step, const SlMoment *until, bool breaks,
                             int64_t timeout);
// Frames of the goroutine up to the innermost of the user's code; 0: there is none, or no such goroutine.
uint32_t sl_machine_depth(SlMachine *machine, uint64_t goroutine);

// The machine is stopped. A frozen goroutine does not move until it is thawed; that nobody else can is no deadlock
// (controlled: SL_STOP_FROZEN). False: no such goroutine, or it is so already.
bool sl_machine_freeze(SlMachine *machine, uint64_t goroutine, bool frozen);

#endif
