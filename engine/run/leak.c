// SPDX-License-Identifier: MIT
// Who can never move again, although the program goes on: the proof of a leak.
//
// Roots are goroutines that can run, sleep or wait for input, globals, timers that run functions, and finalizers. From
// them the collector's marker walks everything reachable. A blocked goroutine that waits on something reachable (or
// on a timer's channel) may be woken, so it is walked too, until nothing changes. What is then still blocked waits
// only on things that nobody can ever touch: it is stuck, and stays so (after Vyukov and Saioc's leak detection by
// the garbage collector, 2025).
#include "run/finalizer.h"
#include "run/gc.h"
#include "run/sched.h"

typedef struct {
    SlMarker marker;
    SlHeap *heap;
    SL_VEC(SlGoroutine *) blocked; // not walked yet
} Walk;

static bool is_reachable(const Walk *walk, const void *object) { return object && sl_heap_marked(walk->heap, object); }

static bool can_be_woken(const Walk *walk, const SlGoroutine *g)
{
    switch ((SlWait)g->wait) {
    case SL_WAIT_CHAN_SEND_NIL: case SL_WAIT_CHAN_RECEIVE_NIL: case SL_WAIT_SELECT_NONE:
        return false;
    case SL_WAIT_SLEEP: case SL_WAIT_INPUT: case SL_WAIT_NONE:
        return true;
    case SL_WAIT_SELECT:
        for (uint32_t i = 0; i < g->waiter_count; i++) {
            const SlChan *chan = g->waiters[i].object;
            if (chan && (chan->is_timer || is_reachable(walk, chan)))
                return true;
        }
        return false;
    case SL_WAIT_CHAN_SEND: case SL_WAIT_CHAN_RECEIVE:
        return ((const SlChan *)g->waiter.object)->is_timer || is_reachable(walk, g->waiter.object);
    default:
        return is_reachable(walk, g->waiter.object);
    }
}

static void sort_out(void *data, SlGoroutine *g)
{
    Walk *walk = data;
    if (atomic_load_explicit(&g->status, memory_order_relaxed) == SL_G_WAITING && g->wait != SL_WAIT_SLEEP &&
        g->wait != SL_WAIT_INPUT) {
        sl_vec_push(&walk->blocked, g);
        return;
    }
    sl_mark_goroutine(&walk->marker, g);
    if (walk->marker.depth > 4096)
        sl_mark_drain(&walk->marker);
}

static void mark_roots(Walk *walk, SlMachine *machine)
{
    if (machine->globals && machine->code->globals)
        sl_mark_typed(&walk->marker, machine->globals, machine->code->globals, 1);
    const SlTimers *timers = &sched_of(machine)->timers;
    for (int32_t i = 0; i < timers->count; i++)
        if (timers->heap[i]->kind == SL_TIMER_FUNC)
            sl_mark_pointer(&walk->marker, timers->heap[i]);
    sl_std_mark(&walk->marker, machine);
    sl_finalizers_mark_roots(&walk->marker, walk->heap);
    sl_go_each(machine, sort_out, walk);
}

// Walks from those of the blocked who may be woken. False: there was none.
static bool walk_on(Walk *walk)
{
    int kept = 0, count = walk->blocked.count;
    sl_mark_drain(&walk->marker);
    for (int i = 0; i < count; i++) {
        SlGoroutine *g = walk->blocked.at[i];
        if (can_be_woken(walk, g))
            sl_mark_goroutine(&walk->marker, g);
        else
            walk->blocked.at[kept++] = g;
    }
    walk->blocked.count = kept;
    return kept < count;
}

static void clear_marks(SlHeap *heap)
{
    for (size_t i = 0; i < heap->span_count; i++) {
        SlSpan *span = heap->spans[i];
        uint32_t words = span->number >= SL_RUN_CLASSES ? 1 : (span->count + 63) / 64;
        for (uint32_t k = 0; k < words; k++)
            span->bits[k].mark = 0;
    }
}

void sl_leak_find(SlMachine *machine)
{
    SlHeap *heap = machine->heap;
    Walk walk = {.heap = heap, .marker = {.machine = machine, .base = heap->base,
                                          .range = heap->opened << SL_PAGE_SHIFT, .table = heap->table}};
    mark_roots(&walk, machine);
    while (walk_on(&walk))
        ;
    for (int i = 0; i < walk.blocked.count; i++) {
        SlGoroutine *g = walk.blocked.at[i];
        bool on_purpose = g->wait == SL_WAIT_CHAN_SEND_NIL || g->wait == SL_WAIT_CHAN_RECEIVE_NIL || g->wait == SL_WAIT_SELECT_NONE;
        g->stuck = !on_purpose;
    }
    sl_vec_free(&walk.blocked);
    free(walk.marker.stack);
    clear_marks(heap);
}
