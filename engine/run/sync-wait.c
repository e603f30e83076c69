// SPDX-License-Identifier: MIT
// WaitGroup, Cond and semaphores, on words as in sync.c.
//
//   group     upper half the counter, lower half how many wait
//   cond      upper half tickets given out, lower half tickets called
//   semaphore the count
#include "run/sync.h"

// ---- WaitGroup ----

static SlWaiter *take_all(SlWorker *worker, SlSyncStripe *stripe, void *word) {
    SlSyncObject *object = sl_sync_find(stripe, word);
    if (!object)
        return NULL;
    SlWaiter *list = object->first;
    for (SlWaiter *waiter = list; waiter; waiter = waiter->next)
        waiter->queued = false;
    object->first = object->last = NULL;
    sl_sync_forget(worker, stripe, object);
    return list;
}

static SlOutcome group_add(SlWorker *worker, SlSlot *s, int64_t delta) {
    SL_SYNC_WORD(0)
    if (sl_watched(worker->machine)) // before those whom it lets pass
        sl_sync_tell(worker, word, SL_OBJECT_GROUP, delta == -1 ? SL_EVENT_GROUP_DONE : SL_EVENT_GROUP_ADD,
                     (int32_t)delta);
    uint64_t value = atomic_fetch_add(word, (uint64_t)delta << 32) + ((uint64_t)delta << 32);
    int32_t count = (int32_t)(value >> 32);
    uint32_t waiting = (uint32_t)value;
    if (sl_unlikely(count < 0))
        return sl_panic_string(worker, "sync: negative WaitGroup counter");
    if (sl_unlikely(waiting != 0 && delta > 0 && count == (int32_t)delta))
        return sl_panic_string(worker, "sync: WaitGroup misuse: Add called concurrently with Wait");
    if (count == 0 && waiting != 0) {
        SlSyncStripe *stripe = sl_sync_stripe(worker, word);
        sl_spin_lock(&stripe->lock);
        SlWaiter *woken = NULL;
        if (atomic_load(word) >> 32 == 0) {
            atomic_store(word, 0);
            woken = take_all(worker, stripe, word);
        }
        SlSyncObject *object = sl_watched(worker->machine) ? sl_sync_find(stripe, word) : NULL;
        if (object)
            for (SlWaiter *waiter = woken; waiter; waiter = waiter->next)
                sl_sync_event(worker, object, waiter->g, SL_EVENT_GROUP_PASS, 0, NULL);
        sl_spin_unlock(&stripe->lock);
        sl_sync_wake(worker, woken, woken && !woken->next);
    }
    return sl_watched(worker->machine) ? sl_sched_event(worker, worker->g) : SL_DONE;
}

SlOutcome sl_native_group_add(SlWorker *worker, SlSlot *s) {
    return group_add(worker, s, s[1].i);
}

SlOutcome sl_native_group_done(SlWorker *worker, SlSlot *s) {
    return group_add(worker, s, -1);
}

SlOutcome sl_native_group_wait(SlWorker *worker, SlSlot *s) {
    SL_SYNC_WORD(0)
    uint64_t value = atomic_load(word);
    if ((int32_t)(value >> 32) == 0)
        return sl_sync_through(worker, word, SL_OBJECT_GROUP, SL_EVENT_GROUP_PASS, 0);
    SlSyncStripe *stripe = sl_sync_stripe(worker, word);
    sl_spin_lock(&stripe->lock);
    do {
        value = atomic_load(word);
        if ((int32_t)(value >> 32) == 0) {
            sl_spin_unlock(&stripe->lock);
            return sl_sync_through(worker, word, SL_OBJECT_GROUP, SL_EVENT_GROUP_PASS, 0);
        }
    } while (!atomic_compare_exchange_weak(word, &value, value + 1));
    SlSyncObject *object = sl_sync_get(worker, stripe, word, SL_OBJECT_GROUP);
    if (sl_watched(worker->machine))
        sl_sync_event(worker, object, worker->g, SL_EVENT_WAIT_GROUP, 0, NULL);
    sl_sync_wait(worker, object, SL_WAITS_GROUP, SL_WAIT_WAITGROUP_WAIT, false);
    sl_spin_unlock(&stripe->lock);
    return SL_AWAY;
}

// ---- Cond: who waits has drawn a ticket before it gave up the lock, so that a signal in between is not lost ----

SlOutcome sl_native_cond_add(SlWorker *worker, SlSlot *s) {
    SL_SYNC_WORD(1)
    s[0].u = atomic_fetch_add(word, (uint64_t)1 << 32) >> 32;
    return SL_DONE;
}

SlOutcome sl_native_cond_wait(SlWorker *worker, SlSlot *s) {
    SL_SYNC_WORD(0)
    uint32_t ticket = (uint32_t)s[1].u;
    SlSyncStripe *stripe = sl_sync_stripe(worker, word);
    sl_spin_lock(&stripe->lock);
    if ((int32_t)(ticket - (uint32_t)atomic_load(word)) < 0) { // called already
        if (sl_watched(worker->machine))
            sl_sync_event(worker, sl_sync_get(worker, stripe, word, SL_OBJECT_COND), worker->g, SL_EVENT_WAKE, 0, NULL);
        sl_spin_unlock(&stripe->lock);
        return SL_DONE;
    }
    SlSyncObject *object = sl_sync_get(worker, stripe, word, SL_OBJECT_COND);
    if (sl_watched(worker->machine))
        sl_sync_event(worker, object, worker->g, SL_EVENT_WAIT_COND, 0, NULL);
    worker->g->cond_ticket = ticket;
    sl_sync_wait(worker, object, SL_WAITS_COND, SL_WAIT_COND_WAIT, false);
    sl_spin_unlock(&stripe->lock);
    return SL_AWAY;
}

static uint64_t with_called(uint64_t value, uint32_t called) {
    return (value & 0xffffffff00000000u) | called;
}

SlOutcome sl_native_cond_signal(SlWorker *worker, SlSlot *s) {
    SL_SYNC_WORD(0)
    SlSyncStripe *stripe = sl_sync_stripe(worker, word);
    sl_spin_lock(&stripe->lock);
    uint64_t value = atomic_load(word);
    SlWaiter *waiter = NULL;
    while ((uint32_t)(value >> 32) != (uint32_t)value)
        if (atomic_compare_exchange_weak(word, &value, with_called(value, (uint32_t)value + 1))) {
            SlSyncObject *object = sl_sync_find(stripe, word);
            for (waiter = object ? object->first : NULL; waiter; waiter = waiter->next)
                if (waiter->g->cond_ticket == (uint32_t)value)
                    break;
            if (waiter) {
                sl_queue_remove(&object->first, &object->last, waiter);
                sl_sync_forget(worker, stripe, object);
            }
            break;
        }
    bool watched = sl_watched(worker->machine);
    if (watched) {
        SlSyncObject *object = sl_sync_get(worker, stripe, word, SL_OBJECT_COND);
        sl_sync_event(worker, object, worker->g, SL_EVENT_SIGNAL, 0, waiter ? waiter->g : NULL);
        if (waiter)
            sl_sync_event(worker, object, waiter->g, SL_EVENT_WAKE, 0, NULL);
    }
    sl_spin_unlock(&stripe->lock);
    if (waiter)
        sl_ready_partner(worker, waiter->g);
    return watched ? sl_sched_event(worker, worker->g) : SL_DONE;
}

SlOutcome sl_native_cond_broadcast(SlWorker *worker, SlSlot *s) {
    SL_SYNC_WORD(0)
    SlSyncStripe *stripe = sl_sync_stripe(worker, word);
    sl_spin_lock(&stripe->lock);
    uint64_t value = atomic_load(word);
    while (!atomic_compare_exchange_weak(word, &value, with_called(value, (uint32_t)(value >> 32))))
        ;
    SlWaiter *woken = take_all(worker, stripe, word);
    bool watched = sl_watched(worker->machine);
    if (watched) {
        SlSyncObject *object = sl_sync_get(worker, stripe, word, SL_OBJECT_COND);
        sl_sync_event(worker, object, worker->g, SL_EVENT_BROADCAST, 0, NULL);
        for (SlWaiter *waiter = woken; waiter; waiter = waiter->next)
            sl_sync_event(worker, object, waiter->g, SL_EVENT_WAKE, 0, NULL);
    }
    sl_spin_unlock(&stripe->lock);
    sl_sync_wake(worker, woken, false);
    return watched ? sl_sched_event(worker, worker->g) : SL_DONE;
}

// ---- semaphores ----

static bool sem_try(SlSyncWord *word) {
    uint64_t value = atomic_load_explicit(word, memory_order_relaxed);
    while (value > 0)
        if (atomic_compare_exchange_weak(word, &value, value - 1))
            return true;
    return false;
}

SlOutcome sl_native_sem_acquire(SlWorker *worker, SlSlot *s) {
    SL_SYNC_WORD(0)
    if (sem_try(word))
        return SL_DONE;
    SlSyncStripe *stripe = sl_sync_stripe(worker, word);
    sl_spin_lock(&stripe->lock);
    if (sem_try(word)) {
        sl_spin_unlock(&stripe->lock);
        return SL_DONE;
    }
    sl_sync_wait(worker, sl_sync_get(worker, stripe, word, SL_OBJECT_SEMAPHORE), SL_WAITS_LOCK, SL_WAIT_SEMACQUIRE,
                 false);
    sl_spin_unlock(&stripe->lock);
    return SL_AWAY;
}

SlOutcome sl_native_sem_release(SlWorker *worker, SlSlot *s) {
    SL_SYNC_WORD(0)
    SlSyncStripe *stripe = sl_sync_stripe(worker, word);
    sl_spin_lock(&stripe->lock);
    SlSyncObject *object = sl_sync_find(stripe, word);
    SlWaiter *waiter = object ? object->first : NULL;
    if (waiter) { // handed over without being counted
        sl_queue_remove(&object->first, &object->last, waiter);
        sl_sync_forget(worker, stripe, object);
    } else {
        atomic_fetch_add(word, 1);
    }
    sl_spin_unlock(&stripe->lock);
    if (waiter)
        sl_ready_partner(worker, waiter->g);
    return sl_sched_event(worker, worker->g);
}
