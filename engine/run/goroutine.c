// SPDX-License-Identifier: MIT
// Goroutines' lives: made, parked, ended. Their structs are never given back before the machine ends: dead ones wait in
// free lists, one a worker and one for all, and every one ever made stays in its maker's all-list, so that a walk
// over all needs no lock while the world is stopped.
#include "run/bubble.h"
#include "run/flight.h"

uint64_t sl_key_mix(uint64_t parent, uint64_t count) {
    uint64_t x = parent + 0x9e3779b97f4a7c15u * (count + 1); // splitmix64
    x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9u;
    x = (x ^ x >> 27) * 0x94d049bb133111ebu;
    return x ^ x >> 31;
}

static void fetch_free(SlSched *sched, SlSchedWorker *own) {
    pthread_mutex_lock(&sched->lock);
    while (sched->free && own->free_count < SL_FREE_BATCH) {
        SlGoroutine *g = sched->free;
        sched->free = g->queue_next;
        g->queue_next = own->free;
        own->free = g;
        own->free_count++;
        atomic_fetch_sub_explicit(&sched->free_count, 1, memory_order_relaxed);
    }
    pthread_mutex_unlock(&sched->lock);
}

static void return_free(SlSched *sched, SlSchedWorker *own) {
    pthread_mutex_lock(&sched->lock);
    while (own->free_count > SL_FREE_BATCH) {
        SlGoroutine *g = own->free;
        own->free = g->queue_next;
        own->free_count--;
        g->queue_next = sched->free;
        sched->free = g;
        atomic_fetch_add_explicit(&sched->free_count, 1, memory_order_relaxed);
    }
    pthread_mutex_unlock(&sched->lock);
}

static SlGoroutine *take_struct(SlSched *sched, SlSchedWorker *own) {
    if (!own->free && atomic_load_explicit(&sched->free_count, memory_order_relaxed) > 0)
        fetch_free(sched, own);
    SlGoroutine *g = own->free;
    if (g) {
        own->free = g->queue_next;
        own->free_count--;
        return g;
    }
    g = calloc(1, sizeof *g);
    if (!g)
        abort();
    g->all_next = own->all;
    own->all = g;
    return g;
}

SlGoroutine *sl_go_make(SlWorker *worker, SlGoroutine *parent, SlClosure *closure, const SlSlot *args, SlPos pos) {
    SlMachine *machine = worker->machine;
    SlSched *sched = machine->sched;
    SlSchedWorker *own = worker->sched;
    SlGoroutine *g = take_struct(sched, own);
    g->defers = NULL;
    g->panics = NULL;
    atomic_store_explicit(&g->claimed, 0, memory_order_relaxed);
    g->queue_next = NULL;
    g->waiter_count = 0;
    g->wait = SL_WAIT_NONE;
    g->parked_in_op = g->frozen = g->system = g->stuck = g->stuck_told = false;
    g->broke_at = NULL;
    g->lock_tries = 0;
    g->children = g->made = 0;
    g->id = atomic_fetch_add_explicit(&sched->ids, 1, memory_order_relaxed) + 1;
    g->parent = parent ? parent->id : 0;
    g->key = parent ? sl_key_mix(parent->key, ++parent->children) : sl_key_mix(0, g->id);
    g->go_pos = pos;
    g->entry = closure->func;
    g->since = g->stamp = 0;
    if (sl_unlikely(parent && parent->bubble))
        sl_bubble_joined(g, parent->bubble);
    sl_vm_prepare(worker, g, closure, args);
    uint64_t made = atomic_load_explicit(&own->made, memory_order_relaxed) + 1;
    atomic_store_explicit(&own->made, made, memory_order_relaxed);
    if (sl_unlikely((made & 1023) == 0)) {
        uint64_t limit = machine->options.goroutine_limit;
        if (sl_go_alive(machine) > limit)
            sl_fatal(worker, "too many goroutines (limit %llu)", (unsigned long long)limit);
    }
    return g;
}

SlGoroutine *sl_go_new(SlWorker *worker, SlClosure *closure, const SlSlot *args, SlPos pos) {
    SlGoroutine *g = sl_go_make(worker, worker->g, closure, args, pos);
    if (sl_watched(worker->machine) && worker->g) {
        sl_event_define(worker->machine, g, false);
        sl_event_simple(worker, worker->g, SL_EVENT_SPAWN, g->id, 1);
    }
    sl_sched_ready(worker, g, true);
    return g;
}

SlOutcome sl_go_exit(SlWorker *worker, SlGoroutine *g) {
    SlMachine *machine = worker->machine;
    SlSched *sched = machine->sched;
    SlSchedWorker *own = worker->sched;
    if (sl_watched(machine)) {
        SlEvent event = {.kind = SL_EVENT_EXIT, .object = g->id, .sequence = 2, .ok = !g->goexit};
        sl_event_emit_for(worker, g, &event);
    }
    if (sl_unlikely(g == atomic_load_explicit(&sched->main, memory_order_relaxed))) {
        if (!g->goexit) {
            if (sl_watched(machine))
                sl_event_simple(worker, g, SL_EVENT_END, 0, 0);
            if (machine->options.settle) {
                machine->settling = true;
                sl_machine_pause(machine);
            }
        }
        if (!g->goexit && !machine->options.settle) {
            machine->returned = true;
            sl_machine_finish(machine, 0, SL_END_EXIT, NULL);
            return SL_EXIT;
        }
        atomic_store_explicit(&sched->main, NULL, memory_order_relaxed);
    }
    if (sl_unlikely(g->bubble))
        sl_bubble_left(worker, g);
    worker->g = NULL;
    g->goexit = false;
    atomic_store_explicit(&g->status, SL_G_DEAD, memory_order_relaxed);
    sl_vm_release_stack(worker, g);
    atomic_store_explicit(&own->ended, atomic_load_explicit(&own->ended, memory_order_relaxed) + 1,
                          memory_order_relaxed);
    g->queue_next = own->free;
    own->free = g;
    if (++own->free_count > 2 * SL_FREE_BATCH)
        return_free(sched, own);
    return SL_AWAY;
}

void sl_go_park(SlWorker *worker, SlGoroutine *g, SlWait reason) {
    g->wait = (uint8_t)reason;
    g->parked_in_op = true;
    if (sl_watched(worker->machine))
        g->since = worker->flight ? worker->flight->stamp : (uint64_t)sl_now(worker);
    atomic_store_explicit(&g->status, SL_G_WAITING, memory_order_relaxed);
    if (sl_unlikely(g->bubble))
        sl_bubble_parked(worker, g);
}

uint64_t sl_go_made(const SlMachine *machine) {
    uint64_t made = 0;
    for (int i = 0; i < machine->worker_count; i++)
        made += atomic_load_explicit(&own_of(machine->workers[i])->made, memory_order_relaxed);
    return made;
}

uint64_t sl_go_alive(const SlMachine *machine) {
    uint64_t ended = 0;
    for (int i = 0; i < machine->worker_count; i++) // ended before made: never below zero
        ended += atomic_load_explicit(&own_of(machine->workers[i])->ended, memory_order_relaxed);
    uint64_t made = sl_go_made(machine);
    return made > ended ? made - ended : 0;
}

void sl_go_each(SlMachine *machine, void (*visit)(void *data, SlGoroutine *g), void *data) {
    for (int i = 0; i < machine->worker_count; i++)
        for (SlGoroutine *g = own_of(machine->workers[i])->all; g; g = g->all_next) {
            uint32_t status = atomic_load_explicit(&g->status, memory_order_relaxed);
            if (status != SL_G_FREE && status != SL_G_DEAD)
                visit(data, g);
        }
}

void sl_go_free_all(SlMachine *machine) {
    for (int i = 0; i < machine->worker_count; i++) {
        SlSchedWorker *own = machine->workers[i]->sched;
        while (own->all) {
            SlGoroutine *g = own->all;
            own->all = g->all_next;
            free(g->waiters);
            free(g->timer);
            free(g);
        }
    }
}
