// SPDX-License-Identifier: MIT
// The parallel scheduler: goroutines on worker threads, M:N.
//
// Goroutines that talk to each other are worth more together than spread: a hand-off on one worker costs nanoseconds,
// one between workers a cache miss or a system call. So each worker has a deque and, before it, a `next` slot for the
// partner that the running goroutine has just woken; and others steal late. A place in a deque is `aged` when it was
// occupied SL_AGED_NS ago and its worker has not come to it since; only what stands before that place may be stolen,
// and `next` never. A worker finds out about its own surplus in polls and every 64th schedule, and only then wakes (or
// first starts) another. While only one worker has ever been started, `multi` is false and channels need no locks.
//
// All workers idle, no timer in the heap, nobody waiting for input: nothing can ever happen again. Work only comes from
// running workers, timers and input, so under the scheduler's lock that verdict is exact.
#include "run/sched.h"

#include <errno.h>
#include <time.h>

#include "run/flight.h"
#include "run/leak.h"

// ---- the deque (ring after Go's and Chase and Lev's, 2005: thieves and owner take at the head) ----

static uint32_t deque_length(const SlSchedWorker *own) {
    uint32_t head = atomic_load_explicit(&own->head, memory_order_acquire);
    return atomic_load_explicit(&own->tail, memory_order_acquire) - head;
}

void sl_parallel_push_global(SlSched *sched, SlGoroutine *first, SlGoroutine *last, int64_t count) {
    last->queue_next = NULL;
    if (sched->last)
        sched->last->queue_next = first;
    else
        sched->first = first;
    sched->last = last;
    atomic_fetch_add_explicit(&sched->count, count, memory_order_relaxed);
}

// Half of a full deque and g go to the global queue. Who starts goroutines faster than they end then gives way, so that
// they run, and their memory is used again, while it is in the cache: that makes a million short ones twice as fast.
static bool deque_spill(SlWorker *worker, SlGoroutine *g) {
    SlSchedWorker *own = worker->sched;
    SlSched *sched = sched_of(worker->machine);
    uint32_t head = atomic_load_explicit(&own->head, memory_order_acquire);
    SlGoroutine *batch[SL_DEQUE / 2 + 1];
    uint32_t count = SL_DEQUE / 2;
    if (atomic_load_explicit(&own->tail, memory_order_relaxed) - head < SL_DEQUE)
        return false;
    for (uint32_t i = 0; i < count; i++)
        batch[i] = atomic_load_explicit(&own->ring[(head + i) % SL_DEQUE], memory_order_relaxed);
    if (!atomic_compare_exchange_strong(&own->head, &head, head + count))
        return false;
    batch[count] = g;
    for (uint32_t i = 0; i < count; i++)
        batch[i]->queue_next = batch[i + 1];
    pthread_mutex_lock(&sched->lock);
    sl_parallel_push_global(sched, batch[0], g, count + 1);
    pthread_mutex_unlock(&sched->lock);
    own->crowded = true;
    worker->budget = 0;
    return true;
}

static void deque_push(SlWorker *worker, SlGoroutine *g) {
    SlSchedWorker *own = worker->sched;
    for (;;) {
        uint32_t head = atomic_load_explicit(&own->head, memory_order_acquire);
        uint32_t tail = atomic_load_explicit(&own->tail, memory_order_relaxed);
        if (sl_likely(tail - head < SL_DEQUE)) {
            atomic_store_explicit(&own->ring[tail % SL_DEQUE], g, memory_order_relaxed);
            atomic_store_explicit(&own->tail, tail + 1, memory_order_release);
            return;
        }
        if (deque_spill(worker, g))
            return;
    }
}

static SlGoroutine *deque_pop(SlWorker *worker) {
    SlSchedWorker *own = worker->sched;
    uint32_t head = atomic_load_explicit(&own->head, memory_order_acquire);
    for (;;) {
        if (atomic_load_explicit(&own->tail, memory_order_relaxed) == head)
            return NULL;
        SlGoroutine *g = atomic_load_explicit(&own->ring[head % SL_DEQUE], memory_order_relaxed);
        if (!worker->multi) {
            atomic_store_explicit(&own->head, head + 1, memory_order_release);
            return g;
        }
        if (atomic_compare_exchange_weak(&own->head, &head, head + 1))
            return g;
    }
}

// Half of the victim's aged goroutines: one is returned, the others go into the thief's deque, which is empty.
static SlGoroutine *deque_steal(SlWorker *thief, SlSchedWorker *victim) {
    SlSchedWorker *own = thief->sched;
    for (;;) {
        uint32_t head = atomic_load_explicit(&victim->head, memory_order_acquire);
        uint32_t tail = atomic_load_explicit(&victim->tail, memory_order_acquire);
        uint32_t aged = atomic_load_explicit(&victim->aged, memory_order_acquire);
        int32_t length = (int32_t)(aged - head);
        if (length <= 0 || (int32_t)(tail - head) < length || length > SL_DEQUE)
            return NULL;
        uint32_t count = (uint32_t)(length + 1) / 2, at = atomic_load_explicit(&own->tail, memory_order_relaxed);
        SlGoroutine *first = atomic_load_explicit(&victim->ring[head % SL_DEQUE], memory_order_relaxed);
        for (uint32_t i = 1; i < count; i++)
            atomic_store_explicit(&own->ring[(at + i - 1) % SL_DEQUE],
                                  atomic_load_explicit(&victim->ring[(head + i) % SL_DEQUE], memory_order_relaxed),
                                  memory_order_relaxed);
        if (!atomic_compare_exchange_strong(&victim->head, &head, head + count))
            continue;
        atomic_store_explicit(&own->tail, at + count - 1, memory_order_release);
        return first;
    }
}

static SlGoroutine *take_global(SlWorker *worker) {
    SlSched *sched = sched_of(worker->machine);
    if (atomic_load_explicit(&sched->count, memory_order_relaxed) == 0)
        return NULL;
    pthread_mutex_lock(&sched->lock);
    int64_t count = atomic_load_explicit(&sched->count, memory_order_relaxed);
    int64_t take = count / (sched->started ? sched->started : 1) + 1;
    if (take > count)
        take = count;
    int64_t room = SL_DEQUE / 2 - (int64_t)deque_length(worker->sched);
    if (take > room)
        take = room < 1 ? (count > 0) : room;
    SlGoroutine *first = sched->first, *last = first;
    for (int64_t i = 1; i < take; i++)
        last = last->queue_next;
    if (first) {
        sched->first = last->queue_next;
        if (!sched->first)
            sched->last = NULL;
        last->queue_next = NULL;
        atomic_fetch_sub_explicit(&sched->count, take, memory_order_relaxed);
    }
    pthread_mutex_unlock(&sched->lock);
    if (!first)
        return NULL;
    for (SlGoroutine *g = first->queue_next, *after; g; g = after) {
        after = g->queue_next;
        deque_push(worker, g);
    }
    return first;
}

void sl_parallel_drain(SlMachine *machine, void (*take)(void *data, SlGoroutine *g), void *data) {
    SlSched *sched = machine->sched;
    for (int i = 0; i < machine->worker_count; i++) {
        SlSchedWorker *own = machine->workers[i]->sched;
        if (own->next)
            take(data, own->next);
        own->next = own->poll_next = NULL;
        uint32_t head = own->head, tail = own->tail;
        for (; head != tail; head++)
            take(data, own->ring[head % SL_DEQUE]);
        own->head = own->tail = own->aged = own->mark_tail = 0;
    }
    for (SlGoroutine *g = sched->first, *after; g; g = after) {
        after = g->queue_next;
        take(data, g);
    }
    sched->first = sched->last = NULL;
    sched->count = 0;
}

// ---- other workers ----

static void *worker_thread(void *data) {
    SlWorker *worker = data;
    if (sl_sched_gate(worker))
        sl_vm_run(worker);
    sl_sched_leave(worker);
    return NULL;
}

bool sl_parallel_start(SlMachine *machine, int index) {
    SlSched *sched = machine->sched;
    SlWorker *worker = machine->workers[index];
    SlSchedWorker *own = worker->sched;
    worker->multi = index > 0;
    worker->budget = SL_BUDGET;
    own->started = own->running = true;
    sched->started++;
    sched->running++;
    if (pthread_create(&own->thread, NULL, worker_thread, worker) == 0)
        return true;
    own->started = own->running = false;
    sched->started--;
    sched->running--;
    return false;
}

void sl_parallel_wake(SlMachine *machine) {
    SlSched *sched = machine->sched;
    pthread_mutex_lock(&sched->lock);
    SlWorker *worker = sched->idle;
    if (worker) {
        SlSchedWorker *own = worker->sched;
        sched->idle = own->idle_next;
        atomic_fetch_sub(&sched->idle_count, 1);
        own->idle = false;
        own->woken = own->running = true;
        sched->running++;
        pthread_cond_signal(&own->wake);
        if (sched->stop || sched->pause || sched->hold) // it may wait for the world instead
            pthread_cond_broadcast(&sched->open);
    }
    pthread_mutex_unlock(&sched->lock);
}

// There is more work than this worker gets done. It is at a safepoint.
static void call_for_help(SlWorker *worker) {
    SlMachine *machine = worker->machine;
    SlSched *sched = machine->sched;
    if (atomic_load_explicit(&sched->spinning, memory_order_relaxed) > 0)
        return;
    if (atomic_load_explicit(&sched->idle_count, memory_order_relaxed) > 0) {
        sl_parallel_wake(machine);
        return;
    }
    if (sched->started >= sched->max_workers)
        return;
    pthread_mutex_lock(&sched->lock);
    for (int i = 0; i < machine->worker_count && sched->started < sched->max_workers && !machine->ending; i++)
        if (!own_of(machine->workers[i])->started) {
            worker->multi = true; // from here on there are others
            sl_parallel_start(machine, i);
            break;
        }
    pthread_mutex_unlock(&sched->lock);
}

// What a worker looks after now and then, at a safepoint.
static void look_around(SlWorker *worker, int64_t now) {
    SlMachine *machine = worker->machine;
    SlSched *sched = machine->sched;
    SlSchedWorker *own = worker->sched;
    if (now - sched->real_start >= atomic_load_explicit(&sched->timers.next, memory_order_relaxed))
        sl_timers_fire(worker, now - sched->real_start);
    if (now - own->mark_time < SL_AGED_NS)
        return;
    uint32_t head = atomic_load_explicit(&own->head, memory_order_relaxed);
    bool surplus = (int32_t)(own->mark_tail - head) > 0;
    if (surplus)
        atomic_store_explicit(&own->aged, own->mark_tail, memory_order_release);
    own->mark_tail = atomic_load_explicit(&own->tail, memory_order_relaxed);
    own->mark_time = now;
    if (surplus || atomic_load_explicit(&sched->count, memory_order_relaxed) > 0)
        call_for_help(worker);
}

// ---- idleness ----

static SlGoroutine *steal_around(SlWorker *worker) {
    SlMachine *machine = worker->machine;
    int count = machine->worker_count, start = (int)sl_random_below(worker->random, (uint64_t)count);
    for (int i = 0; i < count; i++) {
        SlWorker *victim = machine->workers[(start + i) % count];
        if (victim == worker)
            continue;
        SlGoroutine *g = deque_steal(worker, victim->sched);
        if (g)
            return g;
    }
    return NULL;
}

static SlGoroutine *spin(SlWorker *worker) {
    SlSched *sched = sched_of(worker->machine);
    atomic_fetch_add(&sched->spinning, 1);
    SlGoroutine *g = NULL;
    int64_t until = sl_clock() + SL_SPIN_NS;
    do {
        for (int i = 0; i < 20; i++)
            sl_pause_hint();
        if (atomic_load_explicit(&sched->attention, memory_order_relaxed))
            break;
        if (atomic_load_explicit(&sched->count, memory_order_relaxed) > 0)
            g = take_global(worker);
        if (!g)
            g = steal_around(worker);
    } while (!g && sl_clock() < until);
    atomic_fetch_sub(&sched->spinning, 1);
    return g;
}

static void unlist_idle(SlSched *sched, SlWorker *worker) {
    SlWorker **at = &sched->idle;
    while (*at && *at != worker)
        at = &own_of(*at)->idle_next;
    if (*at) {
        *at = own_of(worker)->idle_next;
        atomic_fetch_sub(&sched->idle_count, 1);
    }
    own_of(worker)->idle = false;
}

// Waits for work, for the next timer, or until it is due to look for leaks (sl_clock). The lock is held.
static void wait_idle(SlWorker *worker, int64_t due) {
    SlSched *sched = sched_of(worker->machine);
    SlSchedWorker *own = worker->sched;
    while (!own->woken && !worker->machine->ending) {
        int64_t next =
            sched->timer_waiter && sched->timer_waiter != worker ? INT64_MAX : atomic_load(&sched->timers.next);
        if (next == INT64_MAX && due == INT64_MAX) {
            pthread_cond_wait(&own->wake, &sched->lock);
            continue;
        }
        if (next != INT64_MAX)
            sched->timer_waiter = worker;
        int64_t at = next == INT64_MAX || due < next + sched->real_start ? due : next + sched->real_start;
        struct timespec until = {at / 1000000000, at % 1000000000};
        int error = at <= sl_clock() ? ETIMEDOUT : pthread_cond_timedwait(&own->wake, &sched->lock, &until);
        if (error == ETIMEDOUT && !own->woken && !sched->stop && !sched->pause && !sched->hold)
            break;
        if (error == ETIMEDOUT && !own->woken) { // the world stands still: so do timers
            sched->timer_waiter = NULL;
            due = INT64_MAX;
            while (!own->woken && !worker->machine->ending && (sched->stop || sched->pause || sched->hold))
                pthread_cond_wait(&sched->open, &sched->lock);
        }
    }
    if (sched->timer_waiter == worker)
        sched->timer_waiter = NULL;
}

// False: the worker has to end.
static bool park_worker(SlWorker *worker) {
    SlMachine *machine = worker->machine;
    SlSched *sched = machine->sched;
    SlSchedWorker *own = worker->sched;
    int64_t due = INT64_MAX;
    // The last to go idle looks who will never be woken, unless that is everybody: at once, or as soon as it is time.
    if (sl_unlikely(machine->options.leaks) && atomic_load(&sched->idle_count) + 1 >= atomic_load(&sched->started) &&
        (sl_timers_can_wake(&sched->timers) || atomic_load(&sched->input.waiting) > 0)) {
        sl_leak_look(worker, true);
        due = sl_leak_due(machine);
    }
    pthread_mutex_lock(&sched->lock);
    if (sched->first || machine->ending || sched->stop || sched->pause) {
        pthread_mutex_unlock(&sched->lock);
        return true;
    }
    own->idle = true;
    own->woken = false;
    own->idle_next = sched->idle;
    sched->idle = worker;
    atomic_fetch_add(&sched->idle_count, 1);
    own->running = false;
    sched->running--;
    pthread_cond_broadcast(&sched->changed);
    if (sched->running == 0 && sched->at_gate == 0 && !sl_timers_can_wake(&sched->timers) &&
        atomic_load(&sched->input.waiting) == 0 && !atomic_load(&sched->frozen_ready) && !machine->ending) {
        pthread_mutex_unlock(&sched->lock);
        sl_deadlock(machine);
        pthread_mutex_lock(&sched->lock);
    }
    wait_idle(worker, due);
    if (!own->woken) { // a timer or a look is due, or the end
        unlist_idle(sched, worker);
        own->running = true;
        sched->running++;
    }
    pthread_mutex_unlock(&sched->lock);
    return !machine->ending;
}

// ---- the doors ----

// A frozen one waits until it is thawed.
static void put_aside(SlSched *sched, SlGoroutine *g) {
    pthread_mutex_lock(&sched->lock);
    g->queue_next = atomic_load(&sched->frozen_ready);
    atomic_store(&sched->frozen_ready, g);
    pthread_mutex_unlock(&sched->lock);
}

// Null: it must not.
static SlGoroutine *run_next(SlWorker *worker, SlGoroutine *g) {
    if (sl_unlikely(g->frozen)) {
        put_aside(sched_of(worker->machine), g);
        return NULL;
    }
    worker->g = g;
    sl_sched_count_switch(own_of(worker));
    atomic_store_explicit(&g->status, SL_G_RUNNING, memory_order_relaxed);
    return g;
}

SlGoroutine *sl_parallel_next(SlWorker *worker) {
    SlSched *sched = sched_of(worker->machine);
    SlSchedWorker *own = worker->sched;
    worker->g = NULL;
    for (;;) {
        if (sl_unlikely(atomic_load_explicit(&sched->attention, memory_order_relaxed)) && !sl_sched_gate(worker))
            return NULL;
        uint32_t tick = ++own->ticks;
        if (sl_unlikely(tick % 64 == 0)) {
            look_around(worker, sl_clock());
            sl_sched_collect(worker);
        }
        SlGoroutine *g = own->next;
        if (g) {
            own->next = NULL;
            if (sl_likely(++own->streak < SL_STREAK)) {
                if ((g = run_next(worker, g)))
                    return g;
                continue;
            }
            deque_push(worker, g);
        }
        own->streak = 0;
        g = tick % 61 == 0 ? take_global(worker) : NULL;
        if (!g)
            g = deque_pop(worker);
        if (!g)
            g = take_global(worker);
        if (g) {
            if ((g = run_next(worker, g)))
                return g;
            continue;
        }
        sl_flight_waited(worker);
        int64_t now = sl_clock();
        if (now - sched->real_start >= atomic_load_explicit(&sched->timers.next, memory_order_relaxed) &&
            sl_timers_fire(worker, now - sched->real_start))
            continue;
        if (sched->started > 1 && atomic_load_explicit(&sched->spinning, memory_order_relaxed) == 0) {
            g = spin(worker);
            sl_flight_waited(worker);
            if (g && (g = run_next(worker, g)))
                return g;
        }
        if (!park_worker(worker))
            return NULL;
        sl_flight_waited(worker);
    }
}

void sl_parallel_ready(SlWorker *worker, SlGoroutine *g, bool next) {
    SlSchedWorker *own = worker->sched;
    if (next) {
        SlGoroutine *before = own->next;
        own->next = g;
        if (sl_likely(!before))
            return;
        g = before;
    }
    deque_push(worker, g);
}

void sl_parallel_thaw(SlMachine *machine, SlGoroutine *g) {
    SlSched *sched = machine->sched;
    bool found = false;
    pthread_mutex_lock(&sched->lock);
    SlGoroutine *list = atomic_load(&sched->frozen_ready), **at = &list;
    while (*at && *at != g)
        at = &(*at)->queue_next;
    if (*at) {
        *at = g->queue_next;
        atomic_store(&sched->frozen_ready, list);
        sl_parallel_push_global(sched, g, g, 1);
        found = true;
    }
    pthread_mutex_unlock(&sched->lock);
    if (found)
        sl_parallel_wake(machine);
}

// Puts the running goroutine behind all others.
void sl_parallel_give_way(SlWorker *worker, SlGoroutine *g) {
    SlSched *sched = sched_of(worker->machine);
    worker->g = NULL;
    atomic_store_explicit(&g->status, SL_G_READY, memory_order_relaxed);
    pthread_mutex_lock(&sched->lock);
    sl_parallel_push_global(sched, g, g, 1);
    pthread_mutex_unlock(&sched->lock);
}

SlOutcome sl_parallel_poll(SlWorker *worker, SlGoroutine *g) {
    SlSched *sched = sched_of(worker->machine);
    SlSchedWorker *own = worker->sched;
    worker->budget = SL_BUDGET;
    int64_t now = sl_clock();
    // A partner that has waited since the last poll is none: others may have it.
    if (own->next && own->next == own->poll_next && own->ticks == own->poll_ticks) {
        deque_push(worker, own->next);
        own->next = NULL;
    }
    own->poll_next = own->next;
    sl_sched_collect(worker);
    look_around(worker, now);
    if (sl_unlikely(atomic_load_explicit(&sched->attention, memory_order_relaxed))) {
        if (worker->machine->ending)
            return SL_EXIT;
        if (atomic_load(&sched->pause)) {
            sl_parallel_give_way(worker, g);
            return SL_AWAY;
        }
        if (!sl_sched_gate(worker))
            return SL_EXIT;
    }
    if (own->crowded) {
        own->crowded = false;
        sl_parallel_give_way(worker, g);
        return SL_AWAY;
    }
    if (own->ticks != own->poll_ticks) {
        own->poll_ticks = own->ticks;
        own->slice = now;
        return SL_DONE;
    }
    bool others = own->next || deque_length(own) || atomic_load_explicit(&sched->count, memory_order_relaxed) > 0;
    if (!others || now - own->slice < SL_SLICE_NS)
        return SL_DONE;
    sl_parallel_give_way(worker, g);
    return SL_AWAY;
}

SlOutcome sl_parallel_yield(SlWorker *worker, SlGoroutine *g) {
    SlSched *sched = sched_of(worker->machine);
    SlSchedWorker *own = worker->sched;
    if (sl_unlikely(++own->ticks % 64 == 0)) {
        int64_t now = sl_clock();
        look_around(worker, now);
        sl_sched_collect(worker);
    }
    if (sl_unlikely(atomic_load_explicit(&sched->attention, memory_order_relaxed))) {
        sl_parallel_give_way(worker, g);
        return SL_AWAY;
    }
    if (!own->next && !deque_length(own) && atomic_load_explicit(&sched->count, memory_order_relaxed) == 0)
        return SL_DONE;
    // Others of this worker first; every so often those of the global queue.
    if (own->ticks % 61 == 0) {
        sl_parallel_give_way(worker, g);
        return SL_AWAY;
    }
    worker->g = NULL;
    atomic_store_explicit(&g->status, SL_G_READY, memory_order_relaxed);
    if (own->next) {
        SlGoroutine *partner = own->next;
        own->next = NULL;
        deque_push(worker, partner);
    }
    deque_push(worker, g);
    return SL_AWAY;
}
