// SPDX-License-Identifier: MIT
// Activity: what each goroutine is doing, followed through the events of a run. One event changes at most three of
// them: who did it, whom it let go on, and (one at a time) who ran before.
#ifndef SL_ACTIVITY_H
#define SL_ACTIVITY_H

#include "base/ids.h"
#include "trace/event.h"
#include "trace/world.h"

typedef struct {
    SlIds states;       // goroutine to SlState + 1; those that have ended are not in it
    uint64_t running;   // one at a time: who did the last event, 0: nobody
    bool one_at_a_time; // set it before the first event; else several run
} SlActivity;           // zero is the beginning

typedef struct {
    uint64_t goroutine;
    SlState before, state; // before SL_STATE_UNKNOWN: it is new here
} SlChange;

enum { SL_CHANGES = 3 };
int sl_activity_step(SlActivity *activity, const SlEvent *event, SlChange changes[SL_CHANGES]); // their number
SlState sl_activity_state(const SlActivity *activity, uint64_t goroutine); // UNKNOWN: not seen yet, or ended
void sl_activity_free(SlActivity *activity);
// The state that an event of its own leaves a goroutine in.
SlState sl_event_state(const SlEvent *event);

#endif
