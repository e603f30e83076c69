// SPDX-License-Identifier: MIT
// The walk that proves who can never move again: for the collector, the schedulers, the snapshot and verify/.
#ifndef SL_LEAK_H
#define SL_LEAK_H

#include "base/vec.h"
#include "run/gc.h"

typedef struct {
    SlMarker *marker;
    SlHeap *heap;
    SL_VEC(SlGoroutine *) blocked; // not walked yet
    const uint64_t *without;       // ids, in their order: these count as if they could never move
    int without_count;
    bool without_main; // main has returned, and what it held counts no more
    bool somebody;     // can move: so the package's variables may be used
    bool globals;      // they have been walked
} SlLeakWalk;

// Two phases of one marking: what is marked by them the collector would mark too, but for sl_leak_apart.
void sl_leak_mark_roots(SlLeakWalk *walk);
int sl_leak_finish(SlLeakWalk *walk);   // to the fixed point; sets `stuck`. Returns how many of them nobody was told of
bool sl_leak_apart(const SlHeap *heap); // the walk has roots of its own and needs a marking of its own

// Whether the object is had by who can move, or could be woken, if those (ids) never moved again.
bool sl_leak_others_have(SlMachine *machine, const uint64_t *without, int count, const void *object);

// A marking of its own; the world is stopped. Returns as sl_leak_finish.
int sl_leak_find(SlMachine *machine, bool without_main);

// For markings beside the collector's: a marker with nothing marked, and the marks gone again.
SlMarker sl_leak_marker(SlMachine *machine); // free its stack
void sl_leak_clear_marks(SlHeap *heap);

// What a collection calls; the heap knows nothing else of the scheduler.
typedef struct SlLeakHooks {
    void (*mark_roots)(SlLeakWalk *walk);
    int (*finish)(SlLeakWalk *walk);
    bool (*apart)(const SlHeap *heap);
    int (*find)(SlMachine *machine, bool without_main);
    void (*found)(SlMachine *machine, int count);
} SlLeakHooks;
extern const SlLeakHooks sl_leak_hooks;

// While the program runs, where options ask for it: at safepoints, and when nobody can move for a while.
static inline bool sl_leak_wanted(const SlMachine *machine) {
    return machine->options.leaks && machine->options.leaks_found && !machine->settling;
}
void sl_leak_look(SlWorker *worker, bool idle); // if it is time
// On all cores, nobody moves: when to look at the latest (sl_clock); INT64_MAX: nothing has happened since the last
// look.
int64_t sl_leak_due(const SlMachine *machine);
void sl_leak_found(SlMachine *machine, int count); // tells of them; the world is stopped

#endif
