// SPDX-License-Identifier: MIT
// What both schedulers share: the doors that the interpreter calls, the gate at which workers stop for others, choices
// and clocks.
//
// A worker counts as running from when it gets work until it is idle, at the gate or gone. Whoever stops the world
// sets `stop` and `attention` and waits until no other is running; each worker looks at `attention` in every schedule
// and poll. A pause works the same way, but puts the running goroutine back into a queue first, so that a paused
// machine has none that runs and may change its scheduler.
#include "run/bubble.h"

#include <sched.h>
#include <time.h>

#include "run/flight.h"
#include "run/leak.h"

int64_t sl_clock(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

void sl_random_seed(uint64_t random[2], uint64_t seed) {
    random[0] = sl_key_mix(seed, 1);
    random[1] = sl_key_mix(seed, 2) | 1;
}

void sl_spin_wait(_Atomic uint32_t *lock) {
    for (int i = 0; atomic_load_explicit(lock, memory_order_relaxed); i++) {
        if (i < 200)
            sl_pause_hint();
        else
            sched_yield(); // its holder has lost the processor
    }
}

SlGoroutine *sl_sched_next(SlWorker *worker) {
    if (sl_unlikely(worker->bubble))
        sl_bubble_settle(worker);
    return sl_likely(own_of(worker)->parallel) ? sl_parallel_next(worker) : sl_controlled_next(worker);
}

void sl_sched_ready(SlWorker *worker, SlGoroutine *g, bool next) {
    if (sl_unlikely(g->durable))
        sl_bubble_woken(g);
    g->wait = SL_WAIT_NONE;
    if (sl_unlikely(worker->flight != NULL) && g->stamp < worker->flight->stamp)
        g->stamp = worker->flight->stamp; // what it does comes behind what this one has done
    atomic_store_explicit(&g->status, SL_G_READY, memory_order_relaxed);
    if (sl_likely(own_of(worker)->parallel))
        sl_parallel_ready(worker, g, next);
    else
        sl_controlled_ready(worker, g);
}

SlOutcome sl_sched_poll(SlWorker *worker, SlGoroutine *g) {
    worker->ticks++;
    if (sl_unlikely(atomic_load_explicit(&worker->machine->ending, memory_order_relaxed)))
        return SL_EXIT;
    return sched_of(worker->machine)->controlled ? sl_controlled_poll(worker, g) : sl_parallel_poll(worker, g);
}

SlOutcome sl_sched_yield(SlWorker *worker, SlGoroutine *g) {
    if (sl_unlikely(atomic_load_explicit(&worker->machine->ending, memory_order_relaxed)))
        return SL_EXIT;
    if (sl_watched(worker->machine))
        sl_event_simple(worker, g, SL_EVENT_YIELD, 0, 0);
    return sched_of(worker->machine)->controlled ? sl_controlled_yield(worker, g) : sl_parallel_yield(worker, g);
}

SlOutcome sl_sched_event(SlWorker *worker, SlGoroutine *g) {
    return sched_of(worker->machine)->controlled ? sl_controlled_event(worker, g) : SL_DONE;
}

void sl_sched_inject(SlMachine *machine, SlGoroutine *g) {
    SlSched *sched = machine->sched;
    if (sl_unlikely(g->durable))
        sl_bubble_woken(g);
    g->wait = SL_WAIT_NONE;
    atomic_store_explicit(&g->status, SL_G_READY, memory_order_relaxed);
    if (sched->controlled) {
        sl_controlled_ready(machine->workers[0], g);
        return;
    }
    pthread_mutex_lock(&sched->lock);
    sl_parallel_push_global(sched, g, g, 1);
    pthread_mutex_unlock(&sched->lock);
    sl_parallel_wake(machine);
}

void sl_sched_collect(SlWorker *worker) {
    SlMachine *machine = worker->machine;
    if (sl_likely(!sl_heap_wants_collection(machine))) {
        if (sl_unlikely(machine->options.leaks))
            sl_leak_look(worker, false);
        return;
    }
    sl_world_stop(worker);
    if (sl_heap_wants_collection(machine) && !machine->ending)
        sl_gc_collect(worker);
    sl_world_start(worker);
}

// ---- the gate ----

static void stop_running(SlSched *sched, SlWorker *worker) {
    SlSchedWorker *own = worker->sched;
    assert(own->running);
    own->running = false;
    sched->running--;
    pthread_cond_broadcast(&sched->changed);
}

// The scheduler's lock is held, the worker is not running. False: the machine is ending.
static bool pass_gate(SlMachine *machine, SlWorker *worker) {
    SlSched *sched = machine->sched;
    sched->at_gate++;
    while (!machine->ending && (sched->stop || sched->pause || sched->hold))
        pthread_cond_wait(&sched->open, &sched->lock);
    sched->at_gate--;
    if (machine->ending)
        return false;
    own_of(worker)->running = true;
    sched->running++;
    return true;
}

bool sl_sched_gate(SlWorker *worker) {
    SlSched *sched = sched_of(worker->machine);
    if (sched->controlled)
        return !worker->machine->ending;
    pthread_mutex_lock(&sched->lock);
    if (own_of(worker)->running)
        stop_running(sched, worker);
    bool go_on = pass_gate(worker->machine, worker);
    pthread_mutex_unlock(&sched->lock);
    sl_flight_waited(worker);
    return go_on;
}

void sl_sched_leave(SlWorker *worker) {
    SlSched *sched = sched_of(worker->machine);
    pthread_mutex_lock(&sched->lock);
    if (own_of(worker)->running)
        stop_running(sched, worker);
    own_of(worker)->started = false;
    sched->started--;
    pthread_cond_broadcast(&sched->changed);
    pthread_mutex_unlock(&sched->lock);
}

void sl_world_stop(SlWorker *worker) {
    SlSched *sched = sched_of(worker->machine);
    if (sched->controlled)
        return;
    pthread_mutex_lock(&sched->lock);
    while (sched->stop) { // somebody else was first
        stop_running(sched, worker);
        sched->at_gate++;
        while (sched->stop)
            pthread_cond_wait(&sched->open, &sched->lock);
        sched->at_gate--;
        own_of(worker)->running = true;
        sched->running++;
    }
    sched->stop = true;
    atomic_store(&sched->attention, true);
    while (sched->running > 1)
        pthread_cond_wait(&sched->changed, &sched->lock);
    pthread_mutex_unlock(&sched->lock);
}

void sl_world_start(SlWorker *worker) {
    SlSched *sched = sched_of(worker->machine);
    if (sched->controlled)
        return;
    pthread_mutex_lock(&sched->lock);
    sched->stop = false;
    atomic_store(&sched->attention, atomic_load(&sched->pause) || sched->hold || worker->machine->ending);
    pthread_cond_broadcast(&sched->open);
    pthread_mutex_unlock(&sched->lock);
}

// The caller has stopped the world already, and is telling of leaks.
static bool is_teller(SlSched *sched) {
    return atomic_load(&sched->leaks_telling) && pthread_equal(sched->leaks_teller, pthread_self());
}

void sl_world_hold(SlMachine *machine) {
    SlSched *sched = machine->sched;
    if (sched->controlled || is_teller(sched))
        return;
    pthread_mutex_lock(&sched->lock);
    while (sched->stop)
        pthread_cond_wait(&sched->open, &sched->lock);
    sched->stop = true;
    atomic_store(&sched->attention, true);
    while (sched->running > 0)
        pthread_cond_wait(&sched->changed, &sched->lock);
    pthread_mutex_unlock(&sched->lock);
}

void sl_world_release(SlMachine *machine) {
    SlSched *sched = machine->sched;
    if (sched->controlled || is_teller(sched))
        return;
    pthread_mutex_lock(&sched->lock);
    sched->stop = false;
    atomic_store(&sched->attention, atomic_load(&sched->pause) || sched->hold || machine->ending);
    pthread_cond_broadcast(&sched->open);
    pthread_mutex_unlock(&sched->lock);
}

void sl_sched_wake_all(SlMachine *machine) {
    SlSched *sched = machine->sched;
    pthread_mutex_lock(&sched->lock);
    atomic_store(&sched->attention, true);
    for (int i = 0; i < machine->worker_count; i++)
        pthread_cond_signal(&own_of(machine->workers[i])->wake);
    pthread_cond_broadcast(&sched->open);
    pthread_cond_broadcast(&sched->changed);
    pthread_mutex_unlock(&sched->lock);
}

// ---- choices and clocks ----

uint64_t sl_choose(SlWorker *worker, SlChoiceKind kind, uint32_t count, const uint64_t *actors) {
    SlSched *sched = sched_of(worker->machine);
    if (!sched->controlled)
        return count ? sl_random_below(worker->random, count) : sl_random_next(worker->random);
    SlChoice choice = {kind, worker->g ? worker->g->id : 0, count, actors};
    return sl_controlled_choose(worker, &choice);
}

int64_t sl_now(const SlWorker *worker) {
    return sl_machine_now(worker->machine);
}

int64_t sl_machine_now(const SlMachine *machine) {
    SlSched *sched = machine->sched;
    return sched->controlled ? sched->now : sl_clock() - sched->real_start;
}

int64_t sl_wall_time(const SlWorker *worker) {
    return sched_of(worker->machine)->wall_start + sl_now(worker);
}
