// SPDX-License-Identifier: MIT
// Channels, to the letter of the Go specification: a FIFO buffer, FIFO queues of waiting senders and receivers, direct
// hand-off between frames when a partner waits, close wakes all, nil blocks for ever.
//
// The lock guards the channel. It is only taken while more than one worker may run. A value goes from frame to frame
// (or buffer) under the lock; whoever wakes a goroutine has written all that it waits for before it is made ready,
// so a parked operation has nothing left to do but to go on behind its instruction. A sender woken by close
// runs its instruction again and finds the channel closed.
#include "run/chan-inline.h"

static void mark_chan(SlMarker *marker, void *object, size_t bytes) {
    (void)bytes;
    SlChan *chan = object;
    sl_mark_pointer(marker, chan->timer);
    const SlRtype *elem = chan->type->elem;
    if (elem->flags & SL_RTYPE_POINTERS)
        for (uint64_t i = 0; i < chan->count; i++)
            sl_mark_slots(marker, sl_chan_cell(chan, i), elem->slot_kinds, chan->elem_slots);
}

const SlHeapClass sl_class_chan = {"chan", mark_chan};

SlOutcome sl_chan_make(SlWorker *worker, const SlRtype *type, int64_t capacity, SlChan **out) {
    uint64_t slots = type->elem->slots, bytes;
    const SlMachineOptions *options = &worker->machine->options;
    if (sl_unlikely(options->room_pos) && worker->g && capacity < options->room &&
        sl_event_pos(worker, worker->g) == options->room_pos)
        capacity = options->room;
    if (capacity < 0 || __builtin_mul_overflow((uint64_t)capacity, slots * sizeof(SlSlot), &bytes) ||
        bytes > ((uint64_t)1 << 47) - sizeof(SlChan))
        return sl_panic_plain(worker, "makechan: size out of range");
    SlChan *chan = sl_alloc_class(worker, &sl_class_chan, sizeof *chan + bytes);
    if (!chan)
        return SL_EXIT;
    chan->type = type;
    chan->elem_slots = (uint32_t)slots;
    chan->capacity = (uint64_t)capacity;
    chan->id = atomic_fetch_add_explicit(&sched_of(worker->machine)->object_ids, 1, memory_order_relaxed) + 1;
    SlGoroutine *g = worker->g;
    if (g) {
        chan->maker = g->id;
        chan->bubble = g->bubble;
        chan->key = sl_key_mix(g->key ^ 0x6368616e, ++g->made);
        chan->make_pos = sl_event_pos(worker, g);
    }
    *out = chan;
    if (sl_watched(worker->machine) && g)
        sl_event_made(worker, g, chan);
    return SL_DONE;
}

// Parks g on a channel; the lock is held.
static void wait_on(SlWorker *worker, SlGoroutine *g, SlChan *chan, SlSlot *value, SlSlot *ok, bool send) {
    SlWaiter *waiter = &g->waiter;
    waiter->g = g;
    waiter->object = chan;
    waiter->value = value;
    waiter->ok = ok;
    waiter->is_select = false;
    waiter->is_send = send;
    if (sl_watched(worker->machine))
        sl_event_chan(worker, g, send ? SL_EVENT_WAIT_SEND : SL_EVENT_WAIT_RECEIVE, chan, send ? value : NULL, NULL, 0,
                      true, false);
    sl_go_park(worker, g, send ? SL_WAIT_CHAN_SEND : SL_WAIT_CHAN_RECEIVE);
    if (send)
        sl_queue_add(&chan->send_first, &chan->send_last, waiter);
    else {
        sl_queue_add(&chan->recv_first, &chan->recv_last, waiter);
        if (sl_unlikely(chan->is_timer))
            sl_timer_chan_waited(worker, chan);
    }
}

static SlOutcome wait_for_ever(SlWorker *worker, SlGoroutine *g, SlWait reason) {
    if (sl_watched(worker->machine))
        sl_event_simple(worker, g, reason == SL_WAIT_CHAN_SEND_NIL ? SL_EVENT_WAIT_SEND : SL_EVENT_WAIT_RECEIVE, 0, 0);
    g->waiter.object = NULL;
    sl_go_park(worker, g, reason);
    return SL_AWAY;
}

SlOutcome sl_chan_send(SlWorker *worker, SlGoroutine *g, SlChan *chan, SlSlot *value) {
    if (sl_unlikely(!chan))
        return wait_for_ever(worker, g, SL_WAIT_CHAN_SEND_NIL);
    sl_worker_lock(worker, &chan->lock);
    if (sl_unlikely(chan->closed)) {
        sl_worker_unlock(worker, &chan->lock);
        return sl_panic_plain(worker, "send on closed channel");
    }
    SlWaiter *partner = chan->recv_first ? sl_queue_win(&chan->recv_first, &chan->recv_last) : NULL;
    if (partner) {
        if (partner->value)
            sl_chan_copy(partner->value, value, chan->elem_slots);
        sl_chan_told(partner, true);
        uint64_t message = ++chan->sent;
        chan->received++;
        if (sl_watched(worker->machine)) {
            sl_event_chan(worker, g, SL_EVENT_SEND, chan, value, partner->g, message, true, false);
            sl_event_chan(worker, partner->g, SL_EVENT_RECEIVE, chan, value, g, message, true, partner->is_select);
        }
        sl_worker_unlock(worker, &chan->lock);
        sl_chan_wake(worker, partner, true);
    } else if (chan->count < chan->capacity) {
        sl_chan_put(chan, value);
        uint64_t message = ++chan->sent;
        if (sl_watched(worker->machine))
            sl_event_chan(worker, g, SL_EVENT_SEND, chan, value, NULL, message, true, false);
        sl_worker_unlock(worker, &chan->lock);
    } else {
        wait_on(worker, g, chan, value, NULL, true);
        sl_worker_unlock(worker, &chan->lock);
        return SL_AWAY;
    }
    return sl_watched(worker->machine) ? sl_sched_event(worker, g) : SL_DONE;
}

SlOutcome sl_chan_recv(SlWorker *worker, SlGoroutine *g, SlChan *chan, SlSlot *value, uint32_t slots, SlSlot *ok) {
    if (sl_unlikely(!chan))
        return wait_for_ever(worker, g, SL_WAIT_CHAN_RECEIVE_NIL);
    sl_worker_lock(worker, &chan->lock);
    if (sl_unlikely(chan->is_timer))
        sl_timer_chan_look(worker, chan);
    SlWaiter *partner = NULL;
    if (chan->count > 0) {
        sl_chan_take(chan, value);
        uint64_t message = ++chan->received;
        if (sl_watched(worker->machine)) // while a buffered value's cell is still as it was
            sl_event_chan(worker, g, SL_EVENT_RECEIVE, chan, sl_chan_cell(chan, chan->capacity - 1), NULL, message,
                          true, false);
        partner = chan->send_first ? sl_queue_win(&chan->send_first, &chan->send_last) : NULL;
        if (partner) {
            sl_chan_put(chan, partner->value);
            chan->sent++;
            sl_chan_told(partner, true);
            if (sl_watched(worker->machine))
                sl_event_chan(worker, partner->g, SL_EVENT_SEND, chan, partner->value, NULL, chan->sent, true,
                              partner->is_select);
        }
    } else if ((partner = chan->send_first ? sl_queue_win(&chan->send_first, &chan->send_last) : NULL)) {
        if (value)
            sl_chan_copy(value, partner->value, chan->elem_slots);
        sl_chan_told(partner, true);
        uint64_t message = ++chan->sent;
        chan->received++;
        if (sl_watched(worker->machine)) {
            sl_event_chan(worker, partner->g, SL_EVENT_SEND, chan, partner->value, g, message, true,
                          partner->is_select);
            sl_event_chan(worker, g, SL_EVENT_RECEIVE, chan, partner->value, partner->g, message, true, false);
        }
    } else if (chan->closed) {
        if (value && slots)
            memset(value, 0, slots * sizeof *value);
        if (ok)
            ok->u = 0;
        if (sl_watched(worker->machine))
            sl_event_chan(worker, g, SL_EVENT_RECEIVE, chan, NULL, NULL, 0, false, false);
        sl_worker_unlock(worker, &chan->lock);
        return sl_watched(worker->machine) ? sl_sched_event(worker, g) : SL_DONE;
    } else {
        wait_on(worker, g, chan, value, ok, false);
        sl_worker_unlock(worker, &chan->lock);
        return SL_AWAY;
    }
    if (ok)
        ok->u = 1;
    sl_worker_unlock(worker, &chan->lock);
    if (partner)
        sl_chan_wake(worker, partner, true);
    return sl_watched(worker->machine) ? sl_sched_event(worker, g) : SL_DONE;
}

// A waiter that close has woken: receivers get zero and false, senders run their instruction again.
static void told_closed(SlChan *chan, SlWaiter *waiter) {
    SlGoroutine *g = waiter->g;
    if (!waiter->is_send) {
        if (waiter->value && chan->elem_slots)
            memset(waiter->value, 0, chan->elem_slots * sizeof *waiter->value);
        sl_chan_told(waiter, false);
    } else {
        waiter->success = false;
        sl_go_retry(g, waiter->is_select ? g->select_words : 1);
    }
}

bool sl_chan_shut(SlWorker *worker, SlGoroutine *g, SlChan *chan) {
    sl_worker_lock(worker, &chan->lock);
    if (chan->closed) {
        sl_worker_unlock(worker, &chan->lock);
        return false;
    }
    chan->closed = true;
    if (sl_watched(worker->machine))
        sl_event_chan(worker, g, SL_EVENT_CLOSE, chan, NULL, NULL, 0, true, false);
    SlWaiter *woken = NULL, **end = &woken, *waiter;
    for (int side = 0; side < 2; side++) {
        SlWaiter **first = side ? &chan->send_first : &chan->recv_first,
                 **last = side ? &chan->send_last : &chan->recv_last;
        while ((waiter = sl_queue_win(first, last))) {
            told_closed(chan, waiter);
            if (sl_watched(worker->machine))
                sl_event_chan(worker, waiter->g, side ? SL_EVENT_WAKE : SL_EVENT_RECEIVE, chan, NULL, NULL, 0, false,
                              waiter->is_select);
            waiter->next = NULL;
            *end = waiter;
            end = &waiter->next;
        }
    }
    sl_worker_unlock(worker, &chan->lock);
    while ((waiter = woken)) {
        woken = waiter->next;
        sl_chan_wake(worker, waiter, false);
    }
    return true;
}

SlOutcome sl_chan_close(SlWorker *worker, SlGoroutine *g, SlChan *chan) {
    if (!chan)
        return sl_panic_plain(worker, "close of nil channel");
    if (!sl_chan_shut(worker, g, chan))
        return sl_panic_plain(worker, "close of closed channel");
    return sl_watched(worker->machine) ? sl_sched_event(worker, g) : SL_DONE;
}

int64_t sl_chan_len(SlChan *chan) {
    if (!chan || chan->is_timer) // a timer's channel looks unbuffered
        return 0;
    return (int64_t)__atomic_load_n(&chan->count, __ATOMIC_RELAXED);
}

int64_t sl_chan_cap(const SlChan *chan) {
    return !chan || chan->is_timer ? 0 : (int64_t)chan->capacity;
}

// Gives value to the first receiver who waits; the lock is held, and given up when there was one.
bool sl_chan_deliver(SlWorker *worker, SlChan *chan, const SlSlot *value) {
    SlWaiter *partner = sl_queue_win(&chan->recv_first, &chan->recv_last);
    if (!partner)
        return false;
    if (partner->value)
        sl_chan_copy(partner->value, value, chan->elem_slots);
    sl_chan_told(partner, true);
    uint64_t message = ++chan->sent;
    chan->received++;
    if (sl_watched(worker->machine))
        sl_event_chan(worker, partner->g, SL_EVENT_RECEIVE, chan, value, NULL, message, true, partner->is_select);
    if (chan->is_timer)
        sl_timer_chan_waited(worker, chan);
    sl_worker_unlock(worker, &chan->lock);
    sl_chan_wake(worker, partner, false);
    return true;
}

bool sl_chan_try_send(SlWorker *worker, SlChan *chan, const SlSlot *value) {
    sl_worker_lock(worker, &chan->lock);
    if (!chan->closed && sl_chan_deliver(worker, chan, value))
        return true;
    bool room = !chan->closed && chan->count < chan->capacity;
    if (room) {
        sl_chan_put(chan, value);
        chan->sent++;
    }
    sl_worker_unlock(worker, &chan->lock);
    return room;
}
