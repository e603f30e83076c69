// SPDX-License-Identifier: MIT
// Select: one communication among several. All its channels are locked in the order of their addresses; one of the
// ready cases is taken at random, each as likely as the other. If none is ready and there is no default, the goroutine
// queues on all of them. A partner wins it by compare-and-swap on `claimed` (so only once), writes value and result
// into its frame, takes its waiters out of the other queues, and makes it ready.
#include "run/chan-inline.h"

enum { FEW = 16 };

typedef struct {
    SlWorker *worker;
    SlGoroutine *g;
    SlSlot *fp;
    const SlWord *cases; // SELECT's words
    uint32_t count;
    uint32_t words; // of the instruction that goes on behind it: what a repetition goes back
    SlSlot *result; // case number, then ok
    SlChan **order; // of locking
    uint32_t order_count;
    uint64_t *ready;
    uint32_t ready_count;
} Select;

static SlChan *case_chan(const Select *sel, uint32_t i) {
    return sel->fp[sel->cases[i].select_case.chan].p;
}

static SlSlot *case_value(const Select *sel, uint32_t i) {
    uint16_t slot = sel->cases[i].select_case.value;
    return slot == SL_NO_SLOT ? NULL : sel->fp + slot;
}

static bool is_receive(const Select *sel, uint32_t i) {
    return sel->cases[i].select_case.dir == 1;
}

static int by_address(const void *a, const void *b) {
    uintptr_t x = (uintptr_t) * (SlChan *const *)a, y = (uintptr_t) * (SlChan *const *)b;
    return x < y ? -1 : x > y;
}

static void lock_all(Select *sel) {
    if (!sel->worker->multi)
        return;
    uint32_t count = 0;
    for (uint32_t i = 0; i < sel->count; i++) {
        SlChan *chan = case_chan(sel, i);
        if (!chan)
            continue;
        uint32_t at = count++;
        if (sel->count <= FEW)
            for (; at > 0 && (uintptr_t)sel->order[at - 1] > (uintptr_t)chan; at--)
                sel->order[at] = sel->order[at - 1];
        sel->order[at] = chan;
    }
    if (sel->count > FEW)
        qsort(sel->order, count, sizeof *sel->order, by_address);
    uint32_t unique = 0;
    for (uint32_t i = 0; i < count; i++)
        if (i == 0 || sel->order[i] != sel->order[unique - 1])
            sel->order[unique++] = sel->order[i];
    sel->order_count = unique;
    for (uint32_t i = 0; i < unique; i++)
        sl_spin_lock(&sel->order[i]->lock);
}

static void unlock_all(Select *sel) {
    if (sel->worker->multi)
        for (uint32_t i = sel->order_count; i-- > 0;)
            sl_spin_unlock(&sel->order[i]->lock);
}

static bool case_ready(Select *sel, uint32_t i) {
    SlChan *chan = case_chan(sel, i);
    if (!chan)
        return false;
    if (!is_receive(sel, i))
        return chan->closed || chan->count < chan->capacity || sl_queue_any(chan->recv_first);
    if (sl_unlikely(chan->is_timer))
        sl_timer_chan_look(sel->worker, chan);
    return chan->count > 0 || chan->closed || sl_queue_any(chan->send_first);
}

typedef enum { TAKEN, LOST, CLOSED } Take; // LOST: its partner has been won by somebody else

static void event(Select *sel, SlGoroutine *g, SlEventKind kind, SlChan *chan, const SlSlot *value,
                  SlGoroutine *partner, uint64_t message, bool ok, bool select) {
    if (sl_watched(sel->worker->machine))
        sl_event_chan(sel->worker, g, kind, chan, value, partner, message, ok, select);
}

static Take take_send(Select *sel, SlChan *chan, SlSlot *value, SlWaiter **woken) {
    if (chan->closed)
        return CLOSED;
    SlWaiter *partner = sl_queue_win(&chan->recv_first, &chan->recv_last);
    if (partner) {
        if (partner->value)
            sl_chan_copy(partner->value, value, chan->elem_slots);
        sl_chan_told(partner, true);
        chan->sent++;
        chan->received++;
        event(sel, sel->g, SL_EVENT_SEND, chan, value, partner->g, chan->sent, true, true);
        event(sel, partner->g, SL_EVENT_RECEIVE, chan, value, sel->g, chan->sent, true, partner->is_select);
        *woken = partner;
        return TAKEN;
    }
    if (chan->count == chan->capacity)
        return LOST;
    sl_chan_put(chan, value);
    chan->sent++;
    event(sel, sel->g, SL_EVENT_SEND, chan, value, NULL, chan->sent, true, true);
    return TAKEN;
}

static Take take_receive(Select *sel, SlChan *chan, SlSlot *value, SlWaiter **woken) {
    SlWaiter *partner = NULL;
    bool ok = true;
    if (chan->count > 0) {
        sl_chan_take(chan, value);
        chan->received++;
        event(sel, sel->g, SL_EVENT_RECEIVE, chan, sl_chan_cell(chan, chan->capacity - 1), NULL, chan->received, true,
              true);
        partner = sl_queue_win(&chan->send_first, &chan->send_last);
        if (partner) {
            sl_chan_put(chan, partner->value);
            chan->sent++;
            sl_chan_told(partner, true);
            event(sel, partner->g, SL_EVENT_SEND, chan, partner->value, NULL, chan->sent, true, partner->is_select);
        }
    } else if ((partner = sl_queue_win(&chan->send_first, &chan->send_last))) {
        if (value)
            sl_chan_copy(value, partner->value, chan->elem_slots);
        sl_chan_told(partner, true);
        chan->sent++;
        chan->received++;
        event(sel, partner->g, SL_EVENT_SEND, chan, partner->value, sel->g, chan->sent, true, partner->is_select);
        event(sel, sel->g, SL_EVENT_RECEIVE, chan, partner->value, partner->g, chan->sent, true, true);
    } else if (chan->closed) {
        ok = false;
        if (value && chan->elem_slots)
            memset(value, 0, chan->elem_slots * sizeof *value);
        event(sel, sel->g, SL_EVENT_RECEIVE, chan, NULL, NULL, 0, false, true);
    } else {
        return LOST;
    }
    sel->result[1].u = ok;
    *woken = partner;
    return TAKEN;
}

// Whether somebody outside of the goroutine's bubble could answer.
static bool meets_outside(const Select *sel) {
    for (uint32_t i = 0; i < sel->count; i++) {
        const SlChan *chan = case_chan(sel, i);
        if (chan && chan->bubble != sel->g->bubble)
            return true;
    }
    return false;
}

static void queue_on_all(Select *sel) {
    SlGoroutine *g = sel->g;
    if (g->waiter_capacity < sel->count) {
        free(g->waiters);
        g->waiters = calloc(sel->count, sizeof *g->waiters);
        if (!g->waiters)
            abort();
        g->waiter_capacity = sel->count;
    }
    g->waiter_count = sel->count;
    g->select_words = sel->words;
    atomic_store_explicit(&g->claimed, 0, memory_order_relaxed);
    if (sl_watched(sel->worker->machine))
        sl_event_simple(sel->worker, g, SL_EVENT_WAIT_SELECT, 0, 0);
    g->waiter.object = NULL;
    if (sl_unlikely(g->bubble))
        g->select_outside = meets_outside(sel);
    sl_go_park(sel->worker, g, SL_WAIT_SELECT);
    for (uint32_t i = 0; i < sel->count; i++) {
        SlWaiter *waiter = &g->waiters[i];
        SlChan *chan = case_chan(sel, i);
        waiter->g = g;
        waiter->object = chan;
        waiter->value = case_value(sel, i);
        waiter->ok = sel->result + 1;
        waiter->case_number = (uint16_t)i;
        waiter->is_select = true;
        waiter->is_send = !is_receive(sel, i);
        waiter->success = waiter->queued = false;
        if (!chan)
            continue;
        if (sl_watched(sel->worker->machine))
            sl_event_case(sel->worker, g, waiter);
        if (waiter->is_send)
            sl_queue_add(&chan->send_first, &chan->send_last, waiter);
        else {
            sl_queue_add(&chan->recv_first, &chan->recv_last, waiter);
            if (sl_unlikely(chan->is_timer))
                sl_timer_chan_waited(sel->worker, chan);
        }
    }
}

void sl_chan_unqueue(SlWorker *worker, SlGoroutine *g) {
    for (uint32_t i = 0; i < g->waiter_count; i++) {
        SlWaiter *waiter = &g->waiters[i];
        SlChan *chan = waiter->object;
        if (!chan)
            continue;
        sl_worker_lock(worker, &chan->lock);
        if (waiter->queued) {
            if (waiter->is_send)
                sl_queue_remove(&chan->send_first, &chan->send_last, waiter);
            else
                sl_queue_remove(&chan->recv_first, &chan->recv_last, waiter);
        }
        if (sl_unlikely(chan->is_timer))
            sl_timer_chan_waited(worker, chan);
        sl_worker_unlock(worker, &chan->lock);
    }
    g->waiter_count = 0;
}

// The outcome of one look at the cases. UINT32_MAX in *chosen: none was ready.
static SlOutcome look(Select *sel, uint32_t *chosen, SlWaiter **woken) {
    SlWorker *worker = sel->worker;
    for (;;) {
        uint32_t ready = 0;
        for (uint32_t i = 0; i < sel->count; i++)
            if (case_ready(sel, i))
                sel->ready[ready++] = i;
        *chosen = UINT32_MAX;
        sel->ready_count = ready;
        if (ready == 0)
            return SL_DONE;
        uint64_t pick = ready == 1 ? 0 : sl_choose(worker, SL_CHOOSE_SELECT, ready, sel->ready);
        if (pick == UINT64_MAX)
            return SL_RETRY;
        uint32_t i = (uint32_t)sel->ready[pick];
        SlChan *chan = case_chan(sel, i);
        Take take = is_receive(sel, i) ? take_receive(sel, chan, case_value(sel, i), woken)
                                       : take_send(sel, chan, case_value(sel, i), woken);
        if (take == CLOSED)
            return SL_PANIC;
        if (take == TAKEN) {
            *chosen = i;
            return SL_DONE;
        }
    }
}

// Not decided: the run stops, and goes on with this goroutine and its select again.
static SlOutcome ask_again(Select *sel) {
    SlSched *sched = sched_of(sel->worker->machine);
    sl_go_retry(sel->g, sel->words);
    atomic_store_explicit(&sel->g->status, SL_G_READY, memory_order_relaxed);
    sched->resume = sel->g;
    sched->offers.count = 0;
    for (uint32_t i = 0; i < sel->ready_count; i++) {
        uint32_t number = (uint32_t)sel->ready[i];
        sl_vec_push(&sched->offers, (SlOffer){case_chan(sel, number)->id, (int32_t)number, !is_receive(sel, number)});
    }
    return SL_AWAY;
}

static SlOutcome decide(Select *sel, bool has_default) {
    SlWorker *worker = sel->worker;
    SlWaiter *woken = NULL;
    uint32_t chosen;
    lock_all(sel);
    SlOutcome outcome = look(sel, &chosen, &woken);
    if (outcome == SL_DONE && chosen == UINT32_MAX && !has_default) {
        queue_on_all(sel);
        unlock_all(sel);
        return SL_AWAY;
    }
    unlock_all(sel);
    if (outcome == SL_RETRY)
        return ask_again(sel);
    if (outcome == SL_PANIC)
        return sl_panic_plain(worker, "send on closed channel");
    if (chosen == UINT32_MAX) {
        sel->result[0].i = -1;
        sel->result[1].u = 0;
        if (sl_watched(worker->machine))
            sl_event_simple(worker, sel->g, SL_EVENT_SELECT_DEFAULT, 0, 0);
    } else {
        sel->result[0].i = chosen;
        if (!is_receive(sel, chosen))
            sel->result[1].u = 0;
        if (woken)
            sl_chan_wake(worker, woken, true);
    }
    return sl_watched(worker->machine) ? sl_sched_event(worker, sel->g) : SL_DONE;
}

SlOutcome sl_select(SlWorker *worker, SlGoroutine *g, SlSlot *fp, const SlWord *at, uint32_t words) {
    uint32_t count = at->op.b;
    bool has_default = at->op.c != 0;
    if (count == 0 && !has_default) {
        g->waiter_count = 0;
        g->waiter.object = NULL;
        if (sl_watched(worker->machine))
            sl_event_emit_for(worker, g, &(SlEvent){.kind = SL_EVENT_WAIT_SELECT}); // not ok: there is no case
        sl_go_park(worker, g, SL_WAIT_SELECT_NONE);
        return SL_AWAY;
    }
    SlChan *few_order[FEW];
    uint64_t few_ready[FEW];
    Select sel = {worker, g, fp, at + 1, count, words, fp + at->op.a, few_order, 0, few_ready, 0};
    if (count > FEW) {
        sel.order = malloc(count * sizeof *sel.order);
        sel.ready = malloc(count * sizeof *sel.ready);
        if (!sel.order || !sel.ready)
            abort();
    }
    SlOutcome outcome = decide(&sel, has_default);
    if (count > FEW) {
        free(sel.order);
        free(sel.ready);
    }
    return outcome;
}
