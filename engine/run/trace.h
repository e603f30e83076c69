// SPDX-License-Identifier: MIT
// What is kept while a machine is watched, for events.c and snapshot.c.
#ifndef SL_RUN_TRACE_H
#define SL_RUN_TRACE_H

#include "run/impl.h"

enum { SL_TRACE_PLACES = 512 };

// Who used what: an open table by (goroutine, object); goroutine 0 is a free place.
typedef struct {
    SlWorldUse *at;
    uint64_t count, capacity;
} SlUses;
SlWorldUse *sl_uses_get(SlUses *uses, uint64_t goroutine, uint64_t object); // made when new; null: there is no room
// What an event is to its object, by kind.
enum { SL_USE_NONE, SL_USE_GIVES, SL_USE_TAKES, SL_USE_CLOSES };
extern const uint8_t sl_use_of[SL_EVENT_COUNT];
void sl_uses_add(SlUses *uses, const SlWorldUse *more);

// Where code stands in the source, by pc. Only of the user's own functions
typedef struct {
    struct {
        uintptr_t pc; // twice it, and whether it stands behind its instruction
        SlPos pos;
    } at[SL_TRACE_PLACES];
} SlPlaces;
SlPos sl_places_look(SlPlaces *places, SlWorker *worker, SlGoroutine *g, uintptr_t pc);

typedef struct {
    pthread_mutex_t lock;    // of what follows, in parallel machines
    _Atomic uint64_t count;  // of events
    _Atomic uint64_t output; // bytes, while there is a limit
    // Atomic words by address: who they are in the log. An open table; address 0 is a free place
    pthread_mutex_t atomics_lock;
    struct SlAtomicWord *atomics;
    uint64_t atomic_count, atomic_capacity, atomic_ids, atomic_stamp;
    SlPlaces places;
    SlUses uses;
    // While a parallel machine keeps a flight record: numbers before it; what others than workers tell, by lock
    uint64_t flight_base;
    struct SlFlightRing *outside;
} SlTrace;

void sl_event_atomic_forget(SlMachine *machine); // after marking, the world is stopped: words that are garbage

// Its entry, or the free place where that belongs; the table has places.
static inline SlWorldUse *sl_uses_find(const SlUses *uses, uint64_t goroutine, uint64_t object) {
    uint64_t hash = (goroutine + 1) * 0x9e3779b97f4a7c15u ^ object * 0xff51afd7ed558ccdu;
    for (uint64_t at = hash >> 32 & (uses->capacity - 1);; at = (at + 1) & (uses->capacity - 1)) {
        SlWorldUse *use = &uses->at[at];
        if (use->goroutine == 0 || (use->goroutine == goroutine && use->object == object))
            return use;
    }
}

static inline void sl_uses_count(SlUses *uses, uint8_t kind, uint64_t goroutine, uint64_t object) {
    uint8_t what = sl_use_of[kind];
    if (!what || !goroutine || !object)
        return;
    SlWorldUse *use = uses->capacity ? sl_uses_find(uses, goroutine, object) : NULL;
    if ((!use || !use->goroutine) && !(use = sl_uses_get(uses, goroutine, object)))
        return;
    use->sends += what == SL_USE_GIVES;
    use->receives += what == SL_USE_TAKES;
    use->closes |= what == SL_USE_CLOSES;
}

static inline size_t sl_places_at(uintptr_t pc) {
    return (pc >> 3 ^ pc >> 12) % SL_TRACE_PLACES;
}

// As sl_event_pos.
static inline SlPos sl_places_find(SlPlaces *places, SlWorker *worker, SlGoroutine *g) {
    uintptr_t pc = (uintptr_t)g->pc << 1 | g->parked_in_op;
    size_t at = sl_places_at(pc);
    return places->at[at].pc == pc ? places->at[at].pos : sl_places_look(places, worker, g, pc);
}

#endif
