// SPDX-License-Identifier: MIT
// runtime.SetFinalizer and runtime.AddCleanup.
//
// What a finalizer's object points to stays alive with it, so of objects that point to each other only those go to
// which none of the others leads, as in Go; an object that leads to itself is never finalized. Objects found dead move
// to a list from which one goroutine, started when needed, takes and calls them: that part is Go
// (resources/std/runtime/finalizer.go), since finalizers are.
#include "run/finalizer.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/map.h"
#include "run/natives.h"
#include "run/sched.h"
#include "run/values.h"

typedef struct {
    void *object;           // not marked by this entry
    SlClosure *closure;     // finalizer: with one argument; cleanup: with none
    const SlRtype *pointer; // finalizer: type of the pointer to the object; cleanup: null
    bool boxed;             // the finalizer's parameter is an interface
    uint64_t id;            // of a cleanup
} Entry;

typedef struct {
    Entry *at;
    size_t count, capacity;
} Entries;

struct SlFinalizers {
    pthread_mutex_t lock; // of all this; the collector has stopped the world and needs none
    Entries waiting, ready;
    size_t next_ready;
    SlMap by_object;   // finalizers only: place in waiting, plus one
    SlClosure *runner; // the goroutine's function
    bool running;
    uint64_t ids;
};

static void add(Entries *entries, Entry entry) {
    if (entries->count == entries->capacity) {
        entries->capacity = entries->capacity ? 2 * entries->capacity : 64;
        entries->at = realloc(entries->at, entries->capacity * sizeof entry);
        assert(entries->at);
    }
    entries->at[entries->count++] = entry;
}

// The machine's finalizers, locked.
static SlFinalizers *lock(SlWorker *worker, SlClosure *runner) {
    SlHeap *heap = worker->machine->heap;
    pthread_mutex_lock(&heap->lock);
    if (!heap->finalizers) {
        heap->finalizers = calloc(1, sizeof *heap->finalizers);
        assert(heap->finalizers);
        pthread_mutex_init(&heap->finalizers->lock, NULL);
    }
    SlFinalizers *finalizers = heap->finalizers;
    pthread_mutex_unlock(&heap->lock);
    pthread_mutex_lock(&finalizers->lock);
    if (runner)
        finalizers->runner = runner;
    return finalizers;
}

static void place_at(SlFinalizers *finalizers, size_t place, Entry entry) {
    finalizers->waiting.at[place] = entry;
    if (entry.pointer)
        sl_map_set_ptr(&finalizers->by_object, entry.object, (void *)(uintptr_t)(place + 1));
}

static void remove_waiting(SlFinalizers *finalizers, size_t place) {
    Entries *waiting = &finalizers->waiting;
    if (waiting->at[place].pointer)
        sl_map_set_ptr(&finalizers->by_object, waiting->at[place].object, NULL);
    waiting->count--;
    if (place < waiting->count)
        place_at(finalizers, place, waiting->at[waiting->count]);
}

// ---- natives ----

// Why Go refuses these arguments, or null.
static const char *complaint(SlWorker *worker, SlIface object, SlIface finalizer, char text[256]) {
    if (!object.type)
        return "runtime.SetFinalizer: first argument is nil";
    if (object.type->kind != SL_KIND_POINTER) {
        snprintf(text, 256, "runtime.SetFinalizer: first argument is %s, not pointer", object.type->text);
        return text;
    }
    if (!object.data.p)
        return "nil elem type!";
    if (!finalizer.type)
        return NULL;
    if (finalizer.type->kind != SL_KIND_FUNC) {
        snprintf(text, 256, "runtime.SetFinalizer: second argument is %s, not a function", finalizer.type->text);
        return text;
    }
    const SlRtype *param = finalizer.type->param_count == 1 ? finalizer.type->params[0] : NULL;
    bool fits = param && !finalizer.type->variadic &&
                (param == object.type ||
                 (param->kind == SL_KIND_POINTER && param->elem == object.type->elem &&
                  !(param->flags & object.type->flags & SL_RTYPE_NAMED)) ||
                 (param->kind == SL_KIND_INTERFACE && sl_rtype_implements(worker->machine, object.type, param, NULL)));
    if (fits)
        return NULL;
    snprintf(text, 256, "runtime.SetFinalizer: cannot pass %s to finalizer %s", object.type->text,
             finalizer.type->text);
    return text;
}

// func setFinalizer(obj, finalizer any, run func())
SlOutcome sl_native_set_finalizer(SlWorker *worker, SlSlot *s) {
    SlHeap *heap = worker->machine->heap;
    SlIface object = {s[0].p, s[1]}, finalizer = {s[2].p, s[3]};
    char text[256];
    const char *wrong = complaint(worker, object, finalizer, text);
    if (wrong)
        return sl_fatal(worker, "%s", wrong);
    void *start = sl_heap_object(heap, object.data.p);
    if (!start) // a variable of the package, or of no size
        return SL_DONE;
    if (start != object.data.p)
        return sl_fatal(worker, "runtime.SetFinalizer: pointer not at beginning of allocated block");
    SlFinalizers *finalizers = lock(worker, s[4].p);
    size_t place = (size_t)(uintptr_t)sl_map_get_ptr(&finalizers->by_object, start);
    bool again = place && finalizer.type;
    if (place && !finalizer.type) {
        remove_waiting(finalizers, place - 1);
    } else if (!place && finalizer.type) {
        bool boxed = finalizer.type->params[0]->kind == SL_KIND_INTERFACE;
        add(&finalizers->waiting, (Entry){start, finalizer.data.p, object.type, boxed, 0});
        sl_map_set_ptr(&finalizers->by_object, start, (void *)(uintptr_t)finalizers->waiting.count);
    }
    pthread_mutex_unlock(&finalizers->lock);
    return again ? sl_fatal(worker, "runtime.SetFinalizer: finalizer already set") : SL_DONE;
}

// func addCleanup(ptr any, cleanup func(), run func()) uint64
SlOutcome sl_native_add_cleanup(SlWorker *worker, SlSlot *s) {
    void *start = sl_heap_object(worker->machine->heap, s[2].p), *closure = s[3].p, *runner = s[4].p;
    s[0].u = 0;
    if (!start)
        return SL_DONE;
    SlFinalizers *finalizers = lock(worker, runner);
    s[0].u = ++finalizers->ids;
    add(&finalizers->waiting, (Entry){start, closure, NULL, false, s[0].u});
    pthread_mutex_unlock(&finalizers->lock);
    return SL_DONE;
}

// func stopCleanup(id uint64)
SlOutcome sl_native_stop_cleanup(SlWorker *worker, SlSlot *s) {
    SlFinalizers *finalizers = lock(worker, NULL);
    for (size_t i = 0; s[0].u && i < finalizers->waiting.count; i++)
        if (finalizers->waiting.at[i].id == s[0].u) {
            remove_waiting(finalizers, i);
            break;
        }
    pthread_mutex_unlock(&finalizers->lock);
    return SL_DONE;
}

// The results of nextFinalizer: one of its functions is the finalizer, by how many words it returns.
static void hand_over(const Entry *entry, SlSlot *s) {
    uint32_t results = entry->closure->func->result_slots;
    s[0].u = 1;
    if (!entry->pointer) {
        s[10].p = entry->closure;
    } else if (entry->boxed) {
        s[2].p = (void *)entry->pointer;
        s[3].p = entry->object;
        s[results == 0 ? 8 : 9].p = entry->closure;
    } else {
        s[1].p = entry->object;
        s[4 + results].p = entry->closure;
    }
}

// func nextFinalizer() (more bool, object *byte, boxed any, f0 func(*byte), f1 func(*byte) [1]uintptr,
//     f2 func(*byte) [2]uintptr, f3 func(*byte) [3]uintptr, b0 func(any), b1 func(any) [1]uintptr, cleanup func())
SlOutcome sl_native_next_finalizer(SlWorker *worker, SlSlot *s) {
    memset(s, 0, 11 * sizeof *s);
    SlFinalizers *finalizers = lock(worker, NULL);
    while (s[0].u == 0 && finalizers->next_ready < finalizers->ready.count) {
        Entry entry = finalizers->ready.at[finalizers->next_ready++];
        uint32_t results = entry.closure->func->result_slots;
        if (!entry.pointer || results < (entry.boxed ? 2 : 4)) {
            hand_over(&entry, s);
        } else { // who returns that much runs on a goroutine of its own
            SlSlot args[2] = {{.p = entry.boxed ? (void *)entry.pointer : entry.object}, {.p = entry.object}};
            SlGoroutine *g = sl_go_make(worker, NULL, entry.closure, args, 0);
            g->system = true;
            sl_sched_ready(worker, g, false);
        }
    }
    if (s[0].u == 0) {
        finalizers->running = false;
        finalizers->next_ready = finalizers->ready.count = 0;
    }
    pthread_mutex_unlock(&finalizers->lock);
    return SL_DONE;
}

// func finalizing() bool: whether finalizers are ready or running
SlOutcome sl_native_finalizing(SlWorker *worker, SlSlot *s) {
    SlFinalizers *finalizers = ((SlHeap *)worker->machine->heap)->finalizers;
    s[0].u = 0;
    if (finalizers) {
        lock(worker, NULL);
        s[0].u = finalizers->running;
        pthread_mutex_unlock(&finalizers->lock);
    }
    return SL_DONE;
}

// ---- the collector ----

void sl_finalizers_mark_roots(SlMarker *marker, SlHeap *heap) {
    SlFinalizers *finalizers = heap->finalizers;
    if (!finalizers)
        return;
    sl_mark_pointer(marker, finalizers->runner);
    for (size_t i = 0; i < finalizers->waiting.count; i++)
        sl_mark_pointer(marker, finalizers->waiting.at[i].closure);
    for (size_t i = finalizers->next_ready; i < finalizers->ready.count; i++) {
        sl_mark_pointer(marker, finalizers->ready.at[i].closure);
        if (finalizers->ready.at[i].pointer)
            sl_mark_pointer(marker, finalizers->ready.at[i].object);
    }
}

bool sl_finalizers_waiting(const SlHeap *heap) {
    return heap->finalizers && heap->finalizers->waiting.count > 0;
}

bool sl_finalizers_mark_waiting(SlMarker *marker, SlHeap *heap) {
    SlFinalizers *finalizers = heap->finalizers;
    if (!finalizers)
        return false;
    sl_finalizers_mark_roots(marker, heap);
    for (size_t i = 0; i < finalizers->waiting.count; i++)
        if (finalizers->waiting.at[i].pointer)
            sl_mark_pointer(marker, finalizers->waiting.at[i].object);
    return finalizers->waiting.count > 0 || finalizers->next_ready < finalizers->ready.count;
}

// Moves the finalizers, or the cleanups, of objects that are not marked to the ready ones.
static void move_dead(SlFinalizers *finalizers, SlHeap *heap, bool cleanups) {
    Entries *waiting = &finalizers->waiting;
    size_t kept = 0;
    for (size_t i = 0; i < waiting->count; i++) {
        Entry entry = waiting->at[i];
        if (cleanups == !entry.pointer && !sl_heap_marked(heap, entry.object)) {
            add(&finalizers->ready, entry);
            if (entry.pointer)
                sl_map_set_ptr(&finalizers->by_object, entry.object, NULL);
            continue;
        }
        if (kept != i)
            place_at(finalizers, kept, entry);
        kept++;
    }
    waiting->count = kept;
}

void sl_finalizers_sort_out(SlMarker *marker, SlHeap *heap) {
    SlFinalizers *finalizers = heap->finalizers;
    if (!finalizers)
        return;
    for (size_t i = 0; i < finalizers->waiting.count; i++) {
        Entry *entry = &finalizers->waiting.at[i];
        if (entry->pointer && !sl_heap_marked(heap, entry->object))
            sl_mark_contents(marker, entry->object);
    }
    sl_mark_drain(marker);
    size_t before = finalizers->ready.count;
    move_dead(finalizers, heap, false);
    for (size_t i = before; i < finalizers->ready.count; i++)
        sl_mark_pointer(marker, finalizers->ready.at[i].object);
    sl_mark_drain(marker);
    move_dead(finalizers, heap, true);
}

void sl_finalizers_start(SlWorker *worker, SlHeap *heap) {
    SlFinalizers *finalizers = heap->finalizers;
    if (!finalizers || finalizers->running || finalizers->next_ready == finalizers->ready.count)
        return;
    finalizers->running = true;
    SlGoroutine *g = sl_go_make(worker, NULL, finalizers->runner, NULL, 0);
    g->system = true;
    if (sl_told(worker->machine)) {
        sl_event_define(worker->machine, g, false);
        SlEvent event = {.kind = SL_EVENT_SPAWN, .object = g->id, .sequence = 1, .ok = 1, .hidden = true};
        sl_event_emit_for(worker, NULL, &event);
    }
    sl_sched_ready(worker, g, true);
}

void sl_finalizers_free(SlHeap *heap) {
    SlFinalizers *finalizers = heap->finalizers;
    if (!finalizers)
        return;
    pthread_mutex_destroy(&finalizers->lock);
    sl_map_free(&finalizers->by_object);
    free(finalizers->waiting.at);
    free(finalizers->ready.at);
    free(finalizers);
    heap->finalizers = NULL;
}
