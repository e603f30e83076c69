// SPDX-License-Identifier: MIT
// The stepper, for the interpreter, the schedulers and events: who asks it where, and what it says.
#ifndef SL_RUN_STEP_H
#define SL_RUN_STEP_H

#include "run/impl.h"
#include "run/stops.h"

// A byte a word of code, for the interpreter; null: it need not look.
const uint8_t *sl_step_marked(const SlMachine *machine);
static inline const uint8_t *sl_step_marks(const SlMachine *machine) {
    if (__builtin_expect(!atomic_load_explicit(&machine->stepped, memory_order_acquire), 1))
        return NULL;
    return sl_step_marked(machine);
}
// Before a marked instruction, pc and fp are saved. True: the worker has given the goroutine away.
bool sl_step_here(SlWorker *worker, SlGoroutine *g);

// What follows is for machines with a stepper (machine->step).
bool sl_step_at_point(SlMachine *machine, SlStopReason *reason); // controlled: whether the run stops at this point
bool sl_step_broken(SlMachine *machine);                         // parallel: a breakpoint has stopped it
void sl_step_event(SlWorker *worker, const SlEvent *event);      // has happened; the event's number is given
void sl_step_chan(SlWorker *worker, SlChan *chan, const SlEvent *event, const SlSlot *value); // the same, on a channel
void sl_step_woken(SlMachine *machine, const SlGoroutine *g);                                 // controlled
void sl_step_near(SlMachine *machine);  // controlled: the ticks of the moment that is looked for have passed
void sl_step_begin(SlMachine *machine); // a run begins that is no step
void sl_step_free(SlMachine *machine);

#endif
