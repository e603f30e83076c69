// SPDX-License-Identifier: MIT
// Timers: the heap of those that can wake somebody, and the natives behind Sleep, NewTimer, NewTicker, AfterFunc, Stop
// and Reset with the semantics since Go 1.23: a timer's channel looks unbuffered, nothing stale is received after Stop
// or Reset, and what nobody refers to any more is collected.
//
// A channel's timer is in the heap only while somebody waits on its channel. Otherwise time passes unseen, and
// whoever looks (a receive, a select, Stop) first puts into the buffer what has become due.
#include "run/bubble.h"
#include "run/chan-inline.h"

static void mark_timer(SlMarker *marker, void *object, size_t bytes) {
    (void)bytes;
    SlTimer *timer = object;
    sl_mark_pointer(marker, timer->chan);
    sl_mark_pointer(marker, timer->closure);
    sl_mark_pointer(marker, timer->loc);
}

const SlHeapClass sl_class_timer = {"timer", mark_timer};

void sl_sched_mark(SlMarker *marker, SlMachine *machine) {
    SlTimers *timers = &sched_of(machine)->timers;
    for (int32_t i = 0; i < timers->count; i++)
        if (timers->heap[i]->kind != SL_TIMER_SLEEP)
            sl_mark_pointer(marker, timers->heap[i]);
    sl_bubbles_mark(marker, sched_of(machine));
    sl_sync_mark(marker, machine);
}

// ---- the heap: 4-ary, by (when, order) ----

static bool before(const SlTimer *a, const SlTimer *b) {
    return a->when != b->when ? a->when < b->when : a->order < b->order;
}

static void put_at(SlTimers *timers, int32_t place, SlTimer *timer) {
    timers->heap[place] = timer;
    atomic_store_explicit(&timer->place, place, memory_order_relaxed);
}

static void sift_up(SlTimers *timers, int32_t place, SlTimer *timer) {
    while (place > 0) {
        int32_t parent = (place - 1) / 4;
        if (!before(timer, timers->heap[parent]))
            break;
        put_at(timers, place, timers->heap[parent]);
        place = parent;
    }
    put_at(timers, place, timer);
}

static void sift_down(SlTimers *timers, int32_t place, SlTimer *timer) {
    for (;;) {
        int32_t best = -1;
        for (int32_t child = 4 * place + 1; child <= 4 * place + 4 && child < timers->count; child++)
            if (best < 0 || before(timers->heap[child], timers->heap[best]))
                best = child;
        if (best < 0 || !before(timers->heap[best], timer))
            break;
        put_at(timers, place, timers->heap[best]);
        place = best;
    }
    put_at(timers, place, timer);
}

static void set_next(SlTimers *timers) {
    atomic_store(&timers->next, timers->count ? timers->heap[0]->when : INT64_MAX);
}

static void remove_locked(SlTimers *timers, SlTimer *timer) {
    if (!timer->alarm)
        atomic_fetch_sub(&timers->wakers, 1);
    int32_t place = atomic_load_explicit(&timer->place, memory_order_relaxed);
    SlTimer *last = timers->heap[--timers->count];
    atomic_store_explicit(&timer->place, -1, memory_order_relaxed);
    if (last != timer) {
        if (place > 0 && before(last, timers->heap[(place - 1) / 4]))
            sift_up(timers, place, last);
        else
            sift_down(timers, place, last);
    }
    set_next(timers);
}

static bool insert_locked(SlTimers *timers, SlTimer *timer) // true: it is the first now
{
    if (timers->count == timers->capacity)
        sl_vec_grow((void **)&timers->heap, &timers->capacity, timers->count + 1, sizeof *timers->heap);
    timer->order = timers->orders++;
    timers->count++;
    if (!timer->alarm)
        atomic_fetch_add(&timers->wakers, 1);
    sift_up(timers, timers->count - 1, timer);
    set_next(timers);
    return timers->heap[0] == timer;
}

static void wake_for_timer(SlMachine *machine) {
    SlSched *sched = machine->sched;
    if (sched->controlled || atomic_load(&sched->idle_count) == 0)
        return;
    pthread_mutex_lock(&sched->lock);
    SlWorker *waiter = sched->timer_waiter ? sched->timer_waiter : sched->idle;
    if (waiter)
        pthread_cond_signal(&own_of(waiter)->wake);
    pthread_mutex_unlock(&sched->lock);
}

static SlTimers *timers_of(SlMachine *machine, const SlTimer *timer) {
    return sl_unlikely(timer->bubble) ? &timer->bubble->timers : &sched_of(machine)->timers;
}

void sl_timers_insert(SlMachine *machine, SlTimer *timer) {
    SlTimers *timers = timers_of(machine, timer);
    sl_spin_lock(&timers->lock);
    bool first = atomic_load_explicit(&timer->place, memory_order_relaxed) < 0 && insert_locked(timers, timer);
    sl_spin_unlock(&timers->lock);
    if (first && !timer->bubble)
        wake_for_timer(machine);
}

void sl_timers_remove(SlMachine *machine, SlTimer *timer) {
    SlTimers *timers = timers_of(machine, timer);
    sl_spin_lock(&timers->lock);
    if (atomic_load_explicit(&timer->place, memory_order_relaxed) >= 0)
        remove_locked(timers, timer);
    sl_spin_unlock(&timers->lock);
}

// ---- timers of channels; the channel's lock is held ----

static void time_value(SlMachine *machine, const SlTimer *timer, SlSlot value[3]) {
    enum { SECONDS_1885_TO_1970 = 2682288000u };
    int64_t unix_ns = (timer->bubble ? timer->bubble->wall_start : sched_of(machine)->wall_start) + timer->when;
    uint64_t seconds = (uint64_t)(unix_ns / 1000000000) + SECONDS_1885_TO_1970;
    value[0].u = (uint64_t)1 << 63 | seconds << 30 | (uint64_t)(unix_ns % 1000000000);
    value[1].i = timer->when + 1; // package time counts from 1
    value[2].p = timer->loc;
}

// If it is due: what it sends, and it goes on to its next time.
static bool take_tick(SlMachine *machine, SlTimer *timer, int64_t now, SlSlot value[3]) {
    if (!timer->armed || timer->when > now)
        return false;
    sl_timers_remove(machine, timer);
    time_value(machine, timer, value);
    if (timer->period > 0)
        timer->when += timer->period * (1 + (now - timer->when) / timer->period);
    else
        timer->armed = false;
    return true;
}

static void put_tick(SlChan *chan, const SlSlot value[3]) {
    if (chan->count > 0 || chan->elem_slots > 3)
        return;
    sl_chan_put(chan, value);
    chan->sent++;
}

static void tell_tick(SlWorker *worker, SlChan *chan) {
    SlEvent event = {.kind = SL_EVENT_TIMER, .object = chan->id, .sequence = ++chan->sequence, .ok = 1};
    sl_event_emit_at(worker, NULL, &event, &chan->stamp);
}

void sl_timer_chan_look(SlWorker *worker, SlChan *chan) {
    SlSlot value[3];
    SlTimer *timer = chan->timer;
    if (chan->recv_first || !timer->armed) // who waits already is served by the heap
        return;
    if (take_tick(worker->machine, timer, sl_timer_now(worker, timer), value)) {
        put_tick(chan, value);
        if (sl_watched(worker->machine))
            tell_tick(worker, chan);
    }
}

void sl_timer_chan_waited(SlWorker *worker, SlChan *chan) {
    SlTimer *timer = chan->timer;
    bool want = timer->armed && chan->recv_first, is = atomic_load_explicit(&timer->place, memory_order_relaxed) >= 0;
    if (want && !is)
        sl_timers_insert(worker->machine, timer);
    else if (!want && is)
        sl_timers_remove(worker->machine, timer);
}

static void fire_chan(SlWorker *worker, SlTimer *timer, int64_t now) {
    SlChan *chan = timer->chan;
    SlSlot value[3];
    sl_worker_lock(worker, &chan->lock);
    if (take_tick(worker->machine, timer, now, value)) {
        if (sl_watched(worker->machine))
            tell_tick(worker, chan);
        if (chan->count == 0 && sl_chan_deliver(worker, chan, value))
            return;
        put_tick(chan, value);
    }
    sl_timer_chan_waited(worker, chan);
    sl_worker_unlock(worker, &chan->lock);
}

// ---- firing ----

static void run_func(SlWorker *worker, SlTimer *timer) {
    SlGoroutine *g = sl_go_make(worker, NULL, timer->closure, NULL, timer->pos);
    if (sl_unlikely(timer->bubble))
        sl_bubble_joined(g, timer->bubble);
    g->parent = timer->maker;
    g->key = sl_key_mix(timer->key, ++timer->fired);
    if (sl_watched(worker->machine)) {
        sl_event_simple(worker, NULL, SL_EVENT_TIMER, timer->id, timer->fired);
        sl_event_define(worker->machine, g, false);
        SlEvent event = {.kind = SL_EVENT_SPAWN, .object = g->id, .sequence = 1, .partner = timer->id, .ok = 1};
        sl_event_emit_for(worker, NULL, &event);
    }
    sl_sched_ready(worker, g, false);
}

static void fire(SlWorker *worker, SlTimer *timer, int64_t now, bool run) {
    if (timer->kind == SL_TIMER_CHAN) {
        fire_chan(worker, timer, now);
    } else if (timer->kind == SL_TIMER_FUNC) {
        if (run)
            run_func(worker, timer);
    } else {
        SlGoroutine *g = timer->g;
        if (sl_watched(worker->machine))
            sl_event_simple(worker, g, SL_EVENT_WAKE, 0, 0);
        sl_sched_ready(worker, g, false);
    }
}

// Which one of several that are due at one instant: in controlled runs that is a choice.
static SlTimer *choose_due(SlWorker *worker, SlTimers *timers) {
    SlTimer *first = timers->heap[0];
    if (!sched_of(worker->machine)->controlled)
        return first;
    enum { MOST = 64 };
    SlTimer *due[MOST] = {first};
    uint32_t count = 1;
    for (uint32_t i = 0; i < count; i++) // they are a tree at the heap's top
        for (int32_t child = 4 * due[i]->place + 1, k = 0; k < 4 && child < timers->count && count < MOST; k++, child++)
            if (timers->heap[child]->when == first->when)
                due[count++] = timers->heap[child];
    if (count == 1)
        return first;
    for (uint32_t i = 1; i < count; i++) // a stable order: that of arming
        for (uint32_t k = i; k > 0 && due[k]->order < due[k - 1]->order; k--) {
            SlTimer *swap = due[k];
            due[k] = due[k - 1];
            due[k - 1] = swap;
        }
    uint64_t pick = sl_choose(worker, SL_CHOOSE_TIMER, count, NULL);
    return due[pick < count ? pick : 0];
}

bool sl_timers_fire(SlWorker *worker, int64_t now) {
    return sl_timers_fire_of(worker, &sched_of(worker->machine)->timers, now);
}

bool sl_timers_fire_of(SlWorker *worker, SlTimers *timers, int64_t now) {
    bool any = false;
    for (;;) {
        sl_spin_lock(&timers->lock);
        if (timers->count == 0 || timers->heap[0]->when > now) {
            sl_spin_unlock(&timers->lock);
            return any;
        }
        SlTimer *timer = choose_due(worker, timers);
        remove_locked(timers, timer);
        bool run = timer->armed;
        if (timer->kind == SL_TIMER_FUNC && timer->period > 0) {
            timer->when += timer->period * (1 + (now - timer->when) / timer->period);
            insert_locked(timers, timer);
        } else if (timer->kind == SL_TIMER_FUNC) {
            timer->armed = false;
        }
        sl_spin_unlock(&timers->lock);
        fire(worker, timer, now, run);
        any = true;
    }
}

// ---- natives ----

static int64_t after(const SlWorker *worker, int64_t d) {
    int64_t now = sl_bubble_now(worker), when;
    if (d <= 0)
        return now;
    return __builtin_add_overflow(now, d, &when) || when == INT64_MAX ? INT64_MAX - 1 : when;
}

SlOutcome sl_native_wall_now(SlWorker *worker, SlSlot *s) {
    int64_t now = sl_bubble_now(worker);
    const SlBubble *bubble = worker->g->bubble;
    s[0].i = (bubble ? bubble->wall_start : sched_of(worker->machine)->wall_start) + now;
    s[1].i = now;
    return SL_DONE;
}

SlOutcome sl_native_mono_now(SlWorker *worker, SlSlot *s) {
    s[0].i = sl_bubble_now(worker);
    return SL_DONE;
}

SlOutcome sl_native_sleep(SlWorker *worker, SlSlot *s) {
    SlGoroutine *g = worker->g;
    if (s[0].i <= 0)
        return sl_sched_event(worker, g);
    SlTimer *timer = g->timer;
    if (!timer) {
        timer = g->timer = calloc(1, sizeof *timer);
        if (!timer)
            abort();
        timer->kind = SL_TIMER_SLEEP;
        timer->g = g;
        timer->place = -1;
        timer->armed = true;
    }
    timer->bubble = g->bubble;
    timer->when = after(worker, s[0].i);
    if (sl_watched(worker->machine))
        sl_event_simple(worker, g, SL_EVENT_SLEEP, 0, 0);
    g->waiter.object = NULL;
    sl_go_park(worker, g, SL_WAIT_SLEEP);
    sl_timers_insert(worker->machine, timer);
    return SL_AWAY;
}

static SlOutcome nil_pointer(SlWorker *worker) {
    return sl_panic_runtime(worker, "invalid memory address or nil pointer dereference");
}

static SlOutcome start(SlWorker *worker, SlTimer *timer) {
    SlMachine *machine = worker->machine;
    SlGoroutine *g = worker->g;
    timer->place = -1;
    timer->armed = true;
    timer->maker = g->id;
    timer->bubble = g->bubble;
    timer->key = sl_key_mix(g->key ^ 0x74696d65, ++g->made);
    timer->kind = timer->chan ? SL_TIMER_CHAN : SL_TIMER_FUNC;
    if (timer->chan) {
        assert(timer->chan->capacity == 1 && timer->chan->elem_slots <= 3);
        timer->id = timer->chan->id;
        timer->chan->timer = timer;
        timer->chan->is_timer = true;
        if (sl_watched(machine))
            sl_event_define_timer(machine, timer->id, timer->chan->type->text, timer->chan->make_pos);
        return SL_DONE;
    }
    timer->id = atomic_fetch_add(&sched_of(machine)->object_ids, 1) + 1;
    if (sl_watched(machine))
        timer->pos = sl_event_pos(worker, g);
    sl_event_arm(worker, timer);
    sl_timers_insert(machine, timer);
    return SL_DONE;
}

SlOutcome sl_native_timer_start(SlWorker *worker, SlSlot *s) {
    SlTimer *timer = sl_alloc_class(worker, &sl_class_timer, sizeof *timer);
    if (!timer)
        return SL_EXIT;
    timer->chan = s[1].p;
    timer->closure = s[2].p;
    timer->when = after(worker, s[3].i);
    timer->period = s[4].i;
    timer->loc = s[5].p;
    s[0].p = timer;
    return start(worker, timer);
}

SlOutcome sl_native_alarm(SlWorker *worker, SlSlot *s) {
    SlTimer *timer = sl_alloc_class(worker, &sl_class_timer, sizeof *timer);
    if (!timer)
        return SL_EXIT;
    timer->closure = s[0].p;
    timer->when = after(worker, s[1].i);
    timer->alarm = true;
    return start(worker, timer);
}

// Disarms it; true if it would still have fired, or if what it had sent was not received yet.
static bool disarm_chan(SlMachine *machine, SlTimer *timer) {
    SlChan *chan = timer->chan;
    bool pending = timer->armed || chan->count > 0;
    timer->armed = false;
    chan->count = 0;
    chan->head = 0;
    sl_timers_remove(machine, timer);
    return pending;
}

SlOutcome sl_native_timer_stop(SlWorker *worker, SlSlot *s) {
    SlTimer *timer = s[1].p;
    if (!timer)
        return nil_pointer(worker);
    SlTimers *timers = timers_of(worker->machine, timer);
    bool pending;
    if (timer->kind == SL_TIMER_CHAN) {
        sl_worker_lock(worker, &timer->chan->lock);
        pending = disarm_chan(worker->machine, timer);
        sl_worker_unlock(worker, &timer->chan->lock);
    } else {
        sl_spin_lock(&timers->lock);
        pending = timer->armed;
        timer->armed = false;
        if (timer->place >= 0)
            remove_locked(timers, timer);
        sl_spin_unlock(&timers->lock);
    }
    s[0].u = pending;
    return SL_DONE;
}

SlOutcome sl_native_timer_reset(SlWorker *worker, SlSlot *s) {
    SlTimer *timer = s[1].p;
    SlMachine *machine = worker->machine;
    if (!timer)
        return nil_pointer(worker);
    SlTimers *timers = timers_of(machine, timer);
    int64_t when = after(worker, s[2].i);
    bool pending, first = false;
    sl_event_arm(worker, timer);
    if (timer->kind == SL_TIMER_CHAN) {
        sl_worker_lock(worker, &timer->chan->lock);
        pending = disarm_chan(machine, timer);
        timer->when = when;
        timer->period = s[3].i;
        timer->armed = true;
        sl_timer_chan_waited(worker, timer->chan);
        sl_worker_unlock(worker, &timer->chan->lock);
    } else {
        sl_spin_lock(&timers->lock);
        pending = timer->armed;
        if (timer->place >= 0)
            remove_locked(timers, timer);
        timer->when = when;
        timer->period = s[3].i;
        timer->armed = true;
        first = insert_locked(timers, timer);
        sl_spin_unlock(&timers->lock);
        if (first && !timer->bubble)
            wake_for_timer(machine);
    }
    s[0].u = pending;
    return SL_DONE;
}
