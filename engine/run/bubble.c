// SPDX-License-Identifier: MIT
// Bubbles: who of them is durably blocked, and the natives behind testing/synctest.
#include "run/bubble.h"

#include "run/natives.h"

enum { BUBBLE_YEAR_2000 = 946684800 };

// ---- counting ----

void sl_bubble_joined(SlGoroutine *g, SlBubble *bubble) {
    g->bubble = bubble;
    g->durable = false;
    atomic_fetch_add(&bubble->alive, 1);
    atomic_fetch_add(&bubble->running, 1);
}

static void look_soon(SlWorker *worker, SlBubble *bubble) {
    if (atomic_exchange(&bubble->due, true))
        return;
    bubble->due_next = worker->bubble;
    worker->bubble = bubble;
}

static void stopped(SlWorker *worker, SlBubble *bubble) {
    if (atomic_fetch_sub(&bubble->running, 1) == 1)
        look_soon(worker, bubble);
}

void sl_bubble_left(SlWorker *worker, SlGoroutine *g) {
    atomic_fetch_sub(&g->bubble->alive, 1);
    stopped(worker, g->bubble);
    g->bubble = NULL;
}

static bool is_durable(const SlGoroutine *g) {
    const SlChan *chan;
    switch ((SlWait)g->wait) {
    case SL_WAIT_CHAN_SEND:
    case SL_WAIT_CHAN_RECEIVE:
        chan = g->waiter.object;
        return chan->bubble == g->bubble;
    case SL_WAIT_SELECT:
        return !g->select_outside;
    case SL_WAIT_CHAN_SEND_NIL:
    case SL_WAIT_CHAN_RECEIVE_NIL:
    case SL_WAIT_SELECT_NONE:
    case SL_WAIT_SLEEP:
    case SL_WAIT_COND_WAIT:
    case SL_WAIT_WAITGROUP_WAIT:
    case SL_WAIT_COROUTINE:
        return true;
    default:
        return false;
    }
}

void sl_bubble_parked(SlWorker *worker, SlGoroutine *g) {
    g->durable = is_durable(g);
    if (g->durable)
        stopped(worker, g->bubble);
}

void sl_bubble_woken(SlGoroutine *g) {
    g->durable = false;
    atomic_fetch_add(&g->bubble->running, 1);
}

static void settle(SlWorker *worker, SlBubble *bubble) {
    sl_spin_lock(&bubble->lock);
    SlGoroutine *g = NULL;
    if (atomic_load(&bubble->running) == 0) {
        g = bubble->waiter ? bubble->waiter : bubble->root;
        if (bubble->waiter)
            bubble->waiter = NULL;
        else
            bubble->root = NULL;
    }
    sl_spin_unlock(&bubble->lock);
    if (!g)
        return;
    if (sl_watched(worker->machine))
        sl_event_simple(worker, g, SL_EVENT_WAKE, 0, 0);
    sl_sched_ready(worker, g, false);
}

void sl_bubble_settle(SlWorker *worker) {
    while (worker->bubble) {
        SlBubble *bubble = worker->bubble;
        worker->bubble = bubble->due_next;
        atomic_store(&bubble->due, false);
        settle(worker, bubble);
    }
}

// ---- clocks ----

int64_t sl_bubble_now(const SlWorker *worker) {
    const SlGoroutine *g = worker->g;
    return sl_unlikely(g && g->bubble) ? g->bubble->now : sl_now(worker);
}

void sl_bubbles_mark(SlMarker *marker, SlSched *sched) {
    for (SlBubble *bubble = sched->bubbles; bubble; bubble = bubble->next)
        for (int32_t i = 0; i < bubble->timers.count; i++)
            if (bubble->timers.heap[i]->kind != SL_TIMER_SLEEP)
                sl_mark_pointer(marker, bubble->timers.heap[i]);
}

void sl_bubbles_free(SlSched *sched) {
    while (sched->bubbles) {
        SlBubble *bubble = sched->bubbles;
        sched->bubbles = bubble->next;
        free(bubble->timers.heap);
        free(bubble);
    }
}

// ---- natives ----

SlOutcome sl_native_bubble_new(SlWorker *worker, SlSlot *s) {
    SlSched *sched = sched_of(worker->machine);
    SlBubble *bubble = calloc(1, sizeof *bubble);
    if (!bubble)
        abort();
    bubble->now = sl_now(worker);
    bubble->wall_start = (int64_t)BUBBLE_YEAR_2000 * 1000000000 - bubble->now;
    atomic_store(&bubble->timers.next, INT64_MAX);
    pthread_mutex_lock(&sched->lock);
    bubble->next = sched->bubbles;
    sched->bubbles = bubble;
    pthread_mutex_unlock(&sched->lock);
    s[0].p = bubble;
    return SL_DONE;
}

// The goroutines that it starts belong to the bubble; itself it does not count.
SlOutcome sl_native_bubble_enter(SlWorker *worker, SlSlot *s) {
    worker->g->bubble = s[0].p;
    return SL_DONE;
}

SlOutcome sl_native_bubble_current(SlWorker *worker, SlSlot *s) {
    s[0].u = worker->g->bubble != NULL;
    return SL_DONE;
}

SlOutcome sl_native_bubble_main_done(SlWorker *worker, SlSlot *s) {
    (void)s;
    worker->g->bubble->main_done = true;
    return SL_DONE;
}

static void park(SlWorker *worker, SlGoroutine *g) {
    if (sl_watched(worker->machine))
        sl_event_simple(worker, g, SL_EVENT_SLEEP, 0, 0);
    g->waiter.object = NULL;
    sl_go_park(worker, g, SL_WAIT_SLEEP);
}

// The root, again and again: waits until nobody runs, then moves the clock and fires what is due. 0: so it did;
// 1: all have ended; 2: the others are blocked for ever, though the first has ended; 3: all are blocked for ever.
SlOutcome sl_native_bubble_step(SlWorker *worker, SlSlot *s) {
    SlBubble *bubble = s[1].p;
    sl_spin_lock(&bubble->lock);
    if (atomic_load(&bubble->running) > 0 || bubble->waiter) {
        park(worker, worker->g);
        sl_go_retry(worker->g, 1);
        bubble->root = worker->g;
        bool still = atomic_load(&bubble->running) == 0;
        sl_spin_unlock(&bubble->lock);
        if (still)
            look_soon(worker, bubble);
        return SL_AWAY;
    }
    sl_spin_unlock(&bubble->lock);
    int64_t next = atomic_load(&bubble->timers.next);
    s[0].i = 0;
    if (atomic_load(&bubble->alive) == 0) {
        s[0].i = 1;
    } else if (next == INT64_MAX) {
        s[0].i = bubble->main_done ? 2 : 3;
    } else {
        bubble->now = next;
        sl_timers_fire_of(worker, &bubble->timers, next);
    }
    return SL_DONE;
}

SlOutcome sl_native_bubble_wait(SlWorker *worker, SlSlot *s) {
    (void)s;
    SlGoroutine *g = worker->g;
    SlBubble *bubble = g->bubble;
    if (!bubble)
        return sl_panic_string(worker, "goroutine is not in a bubble");
    sl_spin_lock(&bubble->lock);
    if (bubble->waiter) {
        sl_spin_unlock(&bubble->lock);
        return sl_panic_string(worker, "wait already in progress");
    }
    bubble->waiter = g;
    park(worker, g);
    sl_spin_unlock(&bubble->lock);
    return SL_AWAY;
}
