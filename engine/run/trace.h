// SPDX-License-Identifier: MIT
// What is kept while a machine is watched, for events.c and snapshot.c.
#ifndef SL_RUN_TRACE_H
#define SL_RUN_TRACE_H

#include "run/impl.h"

enum { SL_TRACE_PLACES = 512 };

typedef struct {
    pthread_mutex_t lock;    // of what follows, in parallel machines
    _Atomic uint64_t count;  // of events
    _Atomic uint64_t output; // bytes, while there is a limit
    // Atomic words by address: who they are in the log. An open table; address 0 is a free place
    pthread_mutex_t atomics_lock;
    struct SlAtomicWord *atomics;
    uint64_t atomic_count, atomic_capacity, atomic_ids;
    // Where code stands in the source, by pc: guarded by lock. Only of the user's own functions
    struct {
        uintptr_t pc; // twice it, and whether it stands behind its instruction
        SlPos pos;
    } places[SL_TRACE_PLACES];
    SlWorldUse *uses; // hashed by (goroutine, object); goroutine 0 is a free place
    uint64_t use_count, use_capacity;
} SlTrace;

void sl_event_atomic_forget(SlMachine *machine); // after marking, the world is stopped: words that are garbage

#endif
