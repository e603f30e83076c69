// SPDX-License-Identifier: MIT
// A marking from one goroutine alone tells what it has. The marks are the collector's, and are cleared behind each.
#include "run/reach.h"

#include "run/finalizer.h"
#include "run/leak.h"
#include "run/sched.h"

typedef struct {
    SlMachine *machine;
    const uint64_t *goroutines, *objects;
    int goroutine_count, object_count;
    SlGoroutine **found;    // of goroutines
    const void **addresses; // of objects
} Search;

static void note_object(Search *search, uint64_t id, const void *address) {
    for (int i = 0; i < search->object_count; i++)
        if (search->objects[i] == id)
            search->addresses[i] = address;
}

static void note_waiter(Search *search, const SlGoroutine *g, const void *object) {
    if (!object)
        return;
    if (g->wait == SL_WAIT_SELECT || g->wait == SL_WAIT_CHAN_SEND || g->wait == SL_WAIT_CHAN_RECEIVE) {
        note_object(search, ((const SlChan *)object)->id, object);
        return;
    }
    const SlSyncObject *word = sl_sync_object(search->machine, object);
    if (word)
        note_object(search, word->id, object);
}

static void look_at(void *data, SlGoroutine *g) {
    Search *search = data;
    for (int i = 0; i < search->goroutine_count; i++)
        if (search->goroutines[i] == g->id)
            search->found[i] = g;
    if (atomic_load_explicit(&g->status, memory_order_relaxed) != SL_G_WAITING)
        return;
    if (g->wait == SL_WAIT_SELECT)
        for (uint32_t i = 0; i < g->waiter_count; i++)
            note_waiter(search, g, g->waiters[i].object);
    else
        note_waiter(search, g, g->waiter.object);
}

// Waits of its own lead to what a goroutine waits on: that is no way to give it.
static void mark_one(SlMarker *marker, SlMachine *machine, SlGoroutine *g) {
    if (g)
        sl_mark_goroutine(marker, g);
    else if (machine->globals && machine->code->globals)
        sl_mark_typed(marker, machine->globals, machine->code->globals, 1);
    sl_mark_drain(marker);
}

static bool has(const SlHeap *heap, bool global, const void *address) {
    if (!address)
        return false;
    return sl_heap_object(heap, address) ? sl_heap_marked(heap, address) : global;
}

bool sl_machine_reach(SlMachine *machine, const uint64_t *goroutines, int goroutine_count, const uint64_t *objects,
                      int object_count, bool *reach, int64_t limit) {
    SlHeap *heap = machine->heap;
    Search search = {machine,
                     goroutines,
                     objects,
                     goroutine_count,
                     object_count,
                     calloc((size_t)goroutine_count + 1, sizeof *search.found),
                     calloc((size_t)object_count + 1, sizeof *search.addresses)};
    if (!search.found || !search.addresses)
        abort();
    bool hold = !machine->ending;
    if (hold)
        sl_world_hold(machine);
    sl_go_each(machine, look_at, &search);
    int64_t begun = sl_clock();
    bool whole = true;
    for (int i = 0; i < goroutine_count; i++) {
        bool *row = reach + (size_t)i * (size_t)object_count;
        bool global = goroutines[i] == 0;
        if (!global && !search.found[i]) {
            memset(row, 0, (size_t)object_count * sizeof *row);
            continue;
        }
        if (sl_clock() - begun > limit) {
            memset(row, 1, (size_t)object_count * sizeof *row);
            whole = false;
            continue;
        }
        SlMarker marker = sl_leak_marker(machine);
        mark_one(&marker, machine, search.found[i]);
        for (int k = 0; k < object_count; k++)
            row[k] = has(heap, global, search.addresses[k]);
        free(marker.stack);
        sl_leak_clear_marks(heap);
    }
    if (hold)
        sl_world_release(machine);
    free(search.found);
    free(search.addresses);
    return whole;
}

// ---- objects by id ----

typedef struct {
    uint64_t id;
    void *found;
} Wanted;

static void look_in_span(Wanted *wanted, const SlSpan *span) {
    uint64_t class_ = (uint64_t)(uintptr_t)&sl_class_chan | 1;
    if (!span->headers || !span->bytes)
        return;
    bool large = span->number >= SL_RUN_CLASSES;
    for (uint32_t i = 0; i < (large ? 1 : span->count) && !wanted->found; i++) {
        const uint64_t *header = (const uint64_t *)(const void *)(span->start + (size_t)i * span->step);
        uint64_t is = large ? span->header : *header;
        SlChan *chan = large ? (SlChan *)(void *)span->start : (SlChan *)(void *)(header + 1);
        if (span->bits[i >> 6].alloc >> (i & 63) & 1 && is == class_ && chan->id == wanted->id)
            wanted->found = chan;
    }
}

static SlChan *find_chan(SlMachine *machine, uint64_t id) {
    const SlHeap *heap = machine->heap;
    Wanted wanted = {id, NULL};
    for (size_t i = 0; i < heap->span_count && !wanted.found; i++)
        look_in_span(&wanted, heap->spans[i]);
    return wanted.found;
}

static void look_at_word(void *data, SlSyncObject *object) {
    Wanted *wanted = data;
    if (object->id == wanted->id)
        wanted->found = (void *)object->address;
}

bool sl_machine_others_have(SlMachine *machine, const uint64_t *goroutines, int goroutine_count, uint64_t object) {
    Wanted word = {object, find_chan(machine, object)};
    const SlChan *chan = word.found;
    if (chan && chan->is_timer && ((const SlTimer *)chan->timer)->armed)
        return true;
    if (!chan)
        sl_sync_each(machine, look_at_word, &word);
    return word.found && sl_leak_others_have(machine, goroutines, goroutine_count, word.found);
}

bool sl_machine_close(SlMachine *machine, uint64_t channel) {
    SlChan *chan = find_chan(machine, channel);
    return chan && sl_chan_shut(machine->workers[0], NULL, chan);
}
