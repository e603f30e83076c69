// SPDX-License-Identifier: MIT
// Natives of package runtime that ask something of the scheduler, and the coroutines of iter.Pull.
#include "run/bubble.h"
#include "run/heap.h"
#include "run/natives.h"
#include "run/sched.h"

SlOutcome sl_native_gosched(SlWorker *worker, SlSlot *s) {
    (void)s;
    return sl_sched_yield(worker, worker->g);
}

SlOutcome sl_native_goexit(SlWorker *worker, SlSlot *s) {
    (void)s;
    worker->g->goexit = true;
    return sl_panic_goexit(worker);
}

SlOutcome sl_native_num_goroutine(SlWorker *worker, SlSlot *s) {
    s[0].u = sl_go_alive(worker->machine);
    return SL_DONE;
}

SlOutcome sl_native_gomaxprocs(SlWorker *worker, SlSlot *s) {
    SlMachine *machine = worker->machine;
    SlSched *sched = machine->sched;
    int64_t wanted = s[1].i;
    pthread_mutex_lock(&sched->lock);
    s[0].i = sched->procs ? sched->procs : machine->worker_count;
    if (wanted > 0) { // those already started stay, those to come do not
        sched->procs = wanted < 1 << 20 ? (int)wanted : 1 << 20;
        sched->max_workers = wanted < machine->worker_count ? (int)wanted : machine->worker_count;
    }
    pthread_mutex_unlock(&sched->lock);
    return SL_DONE;
}

SlOutcome sl_native_num_cpu(SlWorker *worker, SlSlot *s) {
    s[0].i = worker->machine->worker_count;
    return SL_DONE;
}

SlOutcome sl_native_gc(SlWorker *worker, SlSlot *s) {
    (void)s;
    sl_world_stop(worker);
    if (!worker->machine->ending)
        sl_gc_collect(worker);
    sl_world_start(worker);
    return SL_DONE;
}

SlOutcome sl_native_goid(SlWorker *worker, SlSlot *s) {
    s[0].u = worker->g->id;
    return SL_DONE;
}

SlOutcome sl_native_mem_stats(SlWorker *worker, SlSlot *s) {
    SlHeapStats stats;
    sl_world_stop(worker);
    sl_heap_stats_exact(worker->machine, &stats);
    sl_world_start(worker);
    s[0].u = stats.heap_bytes;
    s[1].u = stats.allocated_bytes;
    s[2].u = stats.collections;
    s[3].u = stats.pause_max;
    s[4].u = stats.objects;
    return SL_DONE;
}

SlOutcome sl_native_heap_counts(SlWorker *worker, SlSlot *s) {
    SlHeapStats stats;
    sl_world_stop(worker);
    sl_heap_stats_exact(worker->machine, &stats);
    sl_world_start(worker);
    s[0].u = stats.objects;
    s[1].u = stats.allocated_bytes;
    return SL_DONE;
}

SlOutcome sl_native_random(SlWorker *worker, SlSlot *s) {
    s[0].u = sl_choose(worker, SL_CHOOSE_RANDOM, 0, NULL);
    return SL_DONE;
}

void sl_machine_stats(const SlMachine *machine, SlMachineStats *stats) {
    SlHeapStats heap;
    sl_heap_stats(machine, &heap);
    memset(stats, 0, sizeof *stats);
    stats->goroutines_made = sl_go_made(machine);
    stats->goroutines_alive = sl_go_alive(machine);
    stats->collections = heap.collections;
    stats->heap_bytes = heap.heap_bytes;
    stats->allocated_bytes = heap.allocated_bytes;
    stats->pause_max_ns = heap.pause_max;
    for (int i = 0; i < machine->worker_count; i++)
        stats->switches += atomic_load_explicit(&own_of(machine->workers[i])->switches, memory_order_relaxed);
}

SlOutcome sl_native_fatal(SlWorker *worker, SlSlot *s) {
    return sl_fatal(worker, "%.*s", (int)s[1].i, (const char *)s[0].p);
}

// ---- coroutines: two goroutines of which one runs; the word holds the one that waits ----

SlOutcome sl_native_coro_new(SlWorker *worker, SlSlot *s) {
    SlGoroutine *_Atomic *coro = sl_alloc_bytes(worker, sizeof *coro);
    if (!coro)
        return SL_EXIT;
    SlGoroutine *g = sl_go_make(worker, worker->g, s[1].p, NULL, sl_event_pos(worker, worker->g));
    g->wait = SL_WAIT_COROUTINE;
    g->waiter.object = (void *)coro;
    atomic_store(&g->status, SL_G_WAITING);
    if (g->bubble)
        sl_bubble_parked(worker, g);
    atomic_store(coro, g);
    s[0].p = (void *)coro;
    if (sl_watched(worker->machine)) {
        sl_event_define(worker->machine, g, false);
        SlEvent event = {.kind = SL_EVENT_SPAWN, .object = g->id, .sequence = 1}; // it waits
        sl_event_emit(worker, &event);
    }
    return SL_DONE;
}

SlOutcome sl_native_coro_switch(SlWorker *worker, SlSlot *s) {
    SlGoroutine *_Atomic *coro = s[0].p;
    SlGoroutine *g = worker->g;
    g->waiter.object = (void *)coro;
    sl_go_park(worker, g, SL_WAIT_COROUTINE);
    SlGoroutine *other = atomic_exchange(coro, g);
    if (!other) // the other side has ended or runs
        return sl_fatal(worker, "coroutine switch to nobody");
    sl_event_switch(worker, other, true);
    sl_sched_ready(worker, other, true);
    return SL_AWAY;
}

SlOutcome sl_native_coro_exit(SlWorker *worker, SlSlot *s) {
    SlGoroutine *_Atomic *coro = s[0].p;
    SlGoroutine *other = atomic_exchange(coro, NULL);
    if (other) {
        sl_event_switch(worker, other, false);
        sl_sched_ready(worker, other, true);
    }
    return SL_DONE;
}
