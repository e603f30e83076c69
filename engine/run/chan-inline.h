// SPDX-License-Identifier: MIT
// Channels' common moves, inlined into chan.c, select.c and whoever wants the fast paths. All under the channel's lock.
#ifndef SL_CHAN_INLINE_H
#define SL_CHAN_INLINE_H

#include "run/sched.h"

static inline void sl_chan_copy(SlSlot *to, const SlSlot *from, uint32_t slots) {
    if (sl_likely(slots == 1))
        *to = *from;
    else if (slots)
        memcpy(to, from, slots * sizeof *to);
}

static inline SlSlot *sl_chan_cell(SlChan *chan, uint64_t place) // place counts from the head
{
    uint64_t at = chan->head + place;
    if (at >= chan->capacity)
        at -= chan->capacity;
    return chan->buffer + at * chan->elem_slots;
}

static inline void sl_chan_put(SlChan *chan, const SlSlot *value) {
    sl_chan_copy(sl_chan_cell(chan, chan->count), value, chan->elem_slots);
    chan->count++;
}

static inline void sl_chan_take(SlChan *chan, SlSlot *value) {
    if (value)
        sl_chan_copy(value, sl_chan_cell(chan, 0), chan->elem_slots);
    if (++chan->head == chan->capacity)
        chan->head = 0;
    chan->count--;
}

static inline void sl_queue_add(SlWaiter **first, SlWaiter **last, SlWaiter *waiter) {
    waiter->next = NULL;
    waiter->prev = *last;
    if (*last)
        (*last)->next = waiter;
    else
        *first = waiter;
    *last = waiter;
    waiter->queued = true;
}

static inline void sl_queue_remove(SlWaiter **first, SlWaiter **last, SlWaiter *waiter) {
    if (waiter->prev)
        waiter->prev->next = waiter->next;
    else
        *first = waiter->next;
    if (waiter->next)
        waiter->next->prev = waiter->prev;
    else
        *last = waiter->prev;
    waiter->queued = false;
}

// The first one who waits and could be won for a communication: a select may have been won elsewhere.
static inline SlWaiter *sl_queue_win(SlWaiter **first, SlWaiter **last) {
    SlWaiter *waiter;
    while ((waiter = *first)) {
        sl_queue_remove(first, last, waiter);
        if (sl_likely(!waiter->is_select))
            return waiter;
        uint32_t open = 0;
        if (atomic_compare_exchange_strong(&waiter->g->claimed, &open, 1))
            return waiter;
    }
    return NULL;
}

// Whether sl_queue_win would find one, as far as can be told without winning it.
static inline bool sl_queue_any(const SlWaiter *first) {
    for (; first; first = first->next)
        if (!first->is_select || atomic_load_explicit(&first->g->claimed, memory_order_acquire) == 0)
            return true;
    return false;
}

// Tells a waiter how it went. Its goroutine does not run before sl_chan_wake.
static inline void sl_chan_told(SlWaiter *waiter, bool success) {
    waiter->success = success;
    if (waiter->ok) {
        waiter->ok->u = success;
        if (waiter->is_select)
            waiter->ok[-1].i = waiter->case_number;
    }
}

// Without the channel's lock: one who was won goes on.
static inline void sl_chan_wake(SlWorker *worker, SlWaiter *waiter, bool next) {
    SlGoroutine *g = waiter->g;
    if (sl_unlikely(waiter->is_select))
        sl_chan_unqueue(worker, g);
    if (next)
        sl_ready_partner(worker, g);
    else
        sl_sched_ready(worker, g, false);
}

#endif
