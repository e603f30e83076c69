// SPDX-License-Identifier: MIT
// Atomic words in the log. They are no steps of the user's (a loop that waits for a flag would fill any log), but they
// order what happens, so each operation is told as a hidden event while somebody hears of events at all. One lock
// holds the operation and its event together. A load that sees what the same goroutine has seen there before adds
// nothing and is left out.
#include "run/finalizer.h"
#include "run/heap.h"
#include "run/sched.h"
#include "run/trace.h"

typedef struct SlAtomicWord {
    uintptr_t address;
    uint64_t id, sequence; // sequence: of changes
    uint64_t reader;       // the last one who loaded, since the last change
} SlAtomicWord;

static const uint64_t first_id = (uint64_t)1 << 40; // apart from those of other objects: looking changes nothing there

static SlAtomicWord *find(const SlTrace *trace, uintptr_t address) {
    uint64_t at = (address * 0x9e3779b97f4a7c15u >> 20) & (trace->atomic_capacity - 1);
    while (trace->atomics[at].address && trace->atomics[at].address != address)
        at = (at + 1) & (trace->atomic_capacity - 1);
    return &trace->atomics[at];
}

// A table of that capacity with the words that keep says yes to.
static void rebuild(SlMachine *machine, uint64_t capacity, bool only_marked) {
    SlTrace *trace = machine->trace;
    SlAtomicWord *old = trace->atomics;
    uint64_t before = trace->atomic_capacity;
    trace->atomics = calloc(capacity, sizeof *trace->atomics);
    if (!trace->atomics)
        abort();
    trace->atomic_capacity = capacity;
    trace->atomic_count = 0;
    for (uint64_t i = 0; i < before; i++)
        if (old[i].address && (!only_marked || sl_heap_marked(machine->heap, (void *)old[i].address))) {
            *find(trace, old[i].address) = old[i];
            trace->atomic_count++;
        }
    free(old);
}

void sl_event_atomic_forget(SlMachine *machine) {
    SlTrace *trace = machine->trace;
    if (trace->atomic_count)
        rebuild(machine, trace->atomic_capacity, true);
}

void sl_event_atomic_begin(SlWorker *worker) {
    SlTrace *trace = worker->machine->trace;
    pthread_mutex_lock(&trace->atomics_lock);
}

void sl_event_atomic_end(SlWorker *worker, const void *word, SlAtomic what) {
    SlTrace *trace = worker->machine->trace;
    if (2 * trace->atomic_count >= trace->atomic_capacity)
        rebuild(worker->machine, trace->atomic_capacity ? 2 * trace->atomic_capacity : 64, false);
    SlAtomicWord *entry = find(trace, (uintptr_t)word);
    if (!entry->address) {
        *entry = (SlAtomicWord){.address = (uintptr_t)word, .id = first_id + ++trace->atomic_ids};
        trace->atomic_count++;
    }
    bool seen = what == SL_ATOMIC_LOAD && entry->reader == worker->g->id;
    entry->sequence += what != SL_ATOMIC_LOAD;
    entry->reader = worker->g->id;
    if (!seen) {
        SlEvent event = {.kind = SL_EVENT_ATOMIC,
                         .object = entry->id,
                         .sequence = entry->sequence,
                         .count = (int32_t)what,
                         .ok = 1,
                         .hidden = true};
        sl_event_emit_at(worker, worker->g, &event, &trace->atomic_stamp);
    }
    pthread_mutex_unlock(&trace->atomics_lock);
}
