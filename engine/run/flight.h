// SPDX-License-Identifier: MIT
// The flight record of a parallel machine: its last events, kept without a lock on the way. Each worker writes into a
// ring of its own; who reads stops the world and merges.
//
// What orders the rings is the stamp of each event: the clock, but always later than the last one of this worker, of
// the goroutine and of the object (a hybrid logical clock: Kulkarni et al., Logical Physical Clocks, 2014). Events of
// an object are told under its lock, so that stamps agree with its sequence, and whoever is woken has been told of by
// who wakes it.
#ifndef SL_RUN_FLIGHT_H
#define SL_RUN_FLIGHT_H

#include "run/trace.h"

// 64 bytes; a text that is no number takes the place behind it.
typedef struct {
    uint64_t stamp; // nanoseconds since the start
    uint64_t goroutine, object, partner, sequence;
    uint64_t value;
    SlPos pos;
    uint32_t message;
    int32_t count;
    uint8_t kind;
    uint8_t flags;
    uint8_t form; // of the value
} SlFlightEntry;
_Static_assert(sizeof(SlFlightEntry) == 64, "a line of the cache");

// A worker's own, or that of everybody who is no worker. Read while the world is stopped, but for `visible`.
typedef struct SlFlightRing {
    SlFlightEntry *entries;
    uint64_t mask, used;      // used: places written so far
    uint64_t events;          // so far, hidden ones too
    _Atomic uint64_t visible; // so far
    uint64_t stamp;           // the last one
    // The clock at some time not long ago, by the processor's counter and by the system
    uint64_t counter;
    int64_t time;
    uint64_t scale;       // nanoseconds a count, times 2^32
    uint64_t asked;       // the time when the clock was asked last; it holds for so many more events
    int32_t calm, budget; // and as long as the worker's budget is hardly less than it was then
    SlUses uses;
    SlPlaces places;
} SlFlightRing;

// The worker has waited, or stood still.
static inline void sl_flight_waited(SlWorker *worker) {
    if (worker->flight)
        worker->flight->calm = 0;
}

void sl_flight_begin(SlMachine *machine); // the machine has options.flight, becomes parallel, and does not run
void sl_flight_end(SlMachine *machine);   // it becomes controlled
void sl_flight_clock(SlMachine *machine); // the machine's clock begins anew
void sl_flight_free(SlMachine *machine);
uint64_t sl_flight_visible(const SlMachine *machine);

// Into the worker's ring; last: the object's stamp, whose lock is held, or null.
void sl_flight_event(SlWorker *worker, SlGoroutine *g, const SlEvent *event, uint64_t *last);
void sl_flight_chan(SlWorker *worker, SlGoroutine *g, SlEventKind kind, SlChan *chan, const SlSlot *value,
                    SlGoroutine *partner, uint32_t message, bool ok, bool select); // as sl_event_chan
void sl_flight_outside(SlMachine *machine, SlGoroutine *g, const SlEvent *event);  // by somebody who is no worker

#endif
