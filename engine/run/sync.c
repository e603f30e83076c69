// SPDX-License-Identifier: MIT
// Mutex and RWMutex: operations on a word of 8 bytes that lies in the Go struct. The word alone answers the uncontended
// cases; who has to wait stands in the side table (sync-table.c), and the word's bits say when to look there. A
// copied struct is a copied word without a queue, which is harmless.
//
//   mutex     bit 0 locked, bit 1 somebody waits, from bit 2 the owner's id
//   rwmutex   bit 0 locked for writing, bit 1 somebody waits, bit 2 a writer waits, bits 3 to 32 readers,
//             from bit 33 the writer's id
#include "run/sync.h"

// ---- Mutex ----
// Unlock wakes the first who waits and lets anybody take the mutex meanwhile: that keeps the processors busy. One who
// came too late MUTEX_TRIES times gets it handed over.
enum { LOCKED = 1, WAITED = 2, WRITER_WAITS = 4, MUTEX_TRIES = 2, SPINS = 40 };

static bool mutex_try(SlWorker *worker, SlSyncWord *word, uint64_t owner) {
    uint64_t value = atomic_load_explicit(word, memory_order_relaxed);
    if (sl_likely(!worker->multi)) { // nobody else: no need to be atomic
        if (value & LOCKED)
            return false;
        atomic_store_explicit(word, owner << 2 | LOCKED | (value & WAITED), memory_order_relaxed);
        return true;
    }
    while (!(value & LOCKED))
        if (atomic_compare_exchange_weak_explicit(word, &value, owner << 2 | LOCKED | (value & WAITED),
                                                  memory_order_acquire, memory_order_relaxed))
            return true;
    return false;
}

static SlOutcome mutex_wait(SlWorker *worker, SlSyncWord *word) {
    SlGoroutine *g = worker->g;
    SlSyncStripe *stripe = sl_sync_stripe(worker, word);
    sl_spin_lock(&stripe->lock);
    for (;;) {
        if (mutex_try(worker, word, g->id)) {
            sl_spin_unlock(&stripe->lock);
            g->lock_tries = 0;
            return sl_sync_through(worker, word, SL_OBJECT_MUTEX, SL_EVENT_LOCK, 0);
        }
        uint64_t value = atomic_load_explicit(word, memory_order_relaxed);
        if ((value & LOCKED) && (value & WAITED || atomic_compare_exchange_strong(word, &value, value | WAITED)))
            break;
    }
    SlSyncObject *object = sl_sync_get(worker, stripe, word, SL_OBJECT_MUTEX);
    bool again = g->lock_tries > 0;
    if (sl_watched(worker->machine))
        sl_sync_event(worker, object, g, SL_EVENT_WAIT_LOCK, again ? SL_LOCK_WAIT_FIRST : SL_LOCK_WAIT, NULL);
    g->lock_tries++;
    sl_sync_wait(worker, object, SL_WAITS_LOCK, SL_WAIT_MUTEX_LOCK, again);
    sl_go_retry(g, 1);
    sl_spin_unlock(&stripe->lock);
    return SL_AWAY;
}

SlOutcome sl_native_mutex_lock(SlWorker *worker, SlSlot *s) {
    SL_SYNC_WORD(0)
    SlGoroutine *g = worker->g;
    bool taken = mutex_try(worker, word, g->id);
    if (sl_unlikely(!taken) && worker->multi && g->lock_tries == 0)
        for (int i = 0; i < SPINS && !taken; i++) {
            sl_pause_hint();
            taken = mutex_try(worker, word, g->id);
        }
    if (sl_unlikely(!taken))
        return mutex_wait(worker, word);
    g->lock_tries = 0;
    return sl_sync_through(worker, word, SL_OBJECT_MUTEX, SL_EVENT_LOCK, 0);
}

SlOutcome sl_native_mutex_try_lock(SlWorker *worker, SlSlot *s) {
    SL_SYNC_WORD(1)
    s[0].u = mutex_try(worker, word, worker->g->id);
    if (s[0].u && sl_watched(worker->machine))
        sl_sync_tell(worker, word, SL_OBJECT_MUTEX, SL_EVENT_LOCK, 0);
    return SL_DONE;
}

// Somebody may wait, or the machine is watched.
static SlOutcome mutex_unlock_slow(SlWorker *worker, SlSyncWord *word) {
    SlSyncStripe *stripe = sl_sync_stripe(worker, word);
    bool watched = sl_watched(worker->machine);
    sl_spin_lock(&stripe->lock);
    SlSyncObject *object = watched ? sl_sync_get(worker, stripe, word, SL_OBJECT_MUTEX) : sl_sync_find(stripe, word);
    SlWaiter *waiter = object ? object->first : NULL;
    if (!waiter) {
        if (watched)
            sl_sync_event(worker, object, worker->g, SL_EVENT_UNLOCK, 0, NULL);
        atomic_store(word, 0);
        sl_spin_unlock(&stripe->lock);
        return watched ? sl_sched_event(worker, worker->g) : SL_DONE;
    }
    sl_queue_remove(&object->first, &object->last, waiter);
    uint64_t bits = object->first ? WAITED : 0;
    SlGoroutine *g = waiter->g;
    bool hand_over = g->lock_tries > MUTEX_TRIES;
    if (watched) {
        sl_sync_event(worker, object, worker->g, SL_EVENT_UNLOCK, 0, hand_over ? NULL : g);
        if (hand_over)
            sl_sync_event(worker, object, g, SL_EVENT_LOCK, 0, NULL);
    }
    if (hand_over) {
        g->lock_tries = 0;
        g->pc++; // it has it: behind its instruction
        g->parked_in_op = true;
        bits |= g->id << 2 | LOCKED;
    }
    atomic_store(word, bits);
    sl_sync_forget(worker, stripe, object);
    sl_spin_unlock(&stripe->lock);
    sl_ready_partner(worker, g);
    return watched ? sl_sched_event(worker, worker->g) : SL_DONE;
}

SlOutcome sl_native_mutex_unlock(SlWorker *worker, SlSlot *s) {
    SL_SYNC_WORD(0)
    uint64_t value = atomic_load_explicit(word, memory_order_relaxed);
    for (;;) {
        if (sl_unlikely(!(value & LOCKED)))
            return sl_fatal(worker, "sync: unlock of unlocked mutex");
        if (sl_unlikely(value & WAITED || sl_watched(worker->machine)))
            return mutex_unlock_slow(worker, word);
        if (sl_likely(!worker->multi)) {
            atomic_store_explicit(word, 0, memory_order_relaxed);
            return SL_DONE;
        }
        if (atomic_compare_exchange_weak_explicit(word, &value, 0, memory_order_release, memory_order_relaxed))
            return SL_DONE;
    }
}

// ---- RWMutex ----
// A waiting writer keeps new readers out; when a writer leaves, all readers who wait come in before the next writer.
// Whoever waits gets it handed over.
enum { READER = 8, READERS_SHIFT = 3, WRITER_SHIFT = 33 };
#define READERS(value) ((value) >> READERS_SHIFT & 0x3fffffff)

static bool rw_try_read(SlSyncWord *word) {
    uint64_t value = atomic_load_explicit(word, memory_order_relaxed);
    while (!(value & (LOCKED | WRITER_WAITS)))
        if (atomic_compare_exchange_weak_explicit(word, &value, value + READER, memory_order_acquire,
                                                  memory_order_relaxed))
            return true;
    return false;
}

static bool rw_try_write(SlSyncWord *word, uint64_t owner) {
    uint64_t value = atomic_load_explicit(word, memory_order_relaxed);
    while (!(value & (LOCKED | WAITED | WRITER_WAITS)) && READERS(value) == 0)
        if (atomic_compare_exchange_weak_explicit(word, &value, owner << WRITER_SHIFT | LOCKED, memory_order_acquire,
                                                  memory_order_relaxed))
            return true;
    return false;
}

static SlOutcome rw_wait(SlWorker *worker, SlSyncWord *word, bool write) {
    SlGoroutine *g = worker->g;
    SlSyncStripe *stripe = sl_sync_stripe(worker, word);
    sl_spin_lock(&stripe->lock);
    for (;;) {
        if (write ? rw_try_write(word, g->id) : rw_try_read(word)) {
            sl_spin_unlock(&stripe->lock);
            return sl_sync_through(worker, word, SL_OBJECT_RWMUTEX, write ? SL_EVENT_LOCK : SL_EVENT_READ_LOCK, 0);
        }
        uint64_t value = atomic_load_explicit(word, memory_order_relaxed);
        bool busy =
            write ? (value & (LOCKED | WAITED | WRITER_WAITS)) || READERS(value) : value & (LOCKED | WRITER_WAITS);
        if (busy && atomic_compare_exchange_strong(word, &value, value | WAITED | (write ? WRITER_WAITS : 0)))
            break;
    }
    SlSyncObject *object = sl_sync_get(worker, stripe, word, SL_OBJECT_RWMUTEX);
    if (sl_watched(worker->machine))
        sl_sync_event(worker, object, g, SL_EVENT_WAIT_LOCK, write ? SL_LOCK_WAIT : SL_LOCK_WAIT_READ, NULL);
    sl_sync_wait(worker, object, write ? SL_WAITS_LOCK : SL_WAITS_READ_LOCK,
                 write ? SL_WAIT_RWMUTEX_LOCK : SL_WAIT_RWMUTEX_RLOCK, false);
    sl_spin_unlock(&stripe->lock);
    return SL_AWAY;
}

// The mutex has come free: who waits gets it. The stripe's lock is held; returns those to wake.
static SlWaiter *rw_hand_over(SlWorker *worker, SlSyncStripe *stripe, SlSyncWord *word, bool readers_first) {
    SlSyncObject *object = sl_sync_find(stripe, word);
    SlWaiter *woken = NULL, **end = &woken, *after;
    uint64_t readers = 0;
    for (SlWaiter *waiter = object && readers_first ? object->first : NULL; waiter; waiter = after) {
        after = waiter->next;
        if (waiter->kind != SL_WAITS_READ_LOCK)
            continue;
        sl_queue_remove(&object->first, &object->last, waiter);
        *end = waiter;
        end = &waiter->next;
        readers++;
    }
    uint64_t value = readers << READERS_SHIFT;
    if (!readers && object)
        for (SlWaiter *waiter = object->first; waiter && !woken; waiter = waiter->next)
            if (waiter->kind == SL_WAITS_LOCK) {
                sl_queue_remove(&object->first, &object->last, waiter);
                value = waiter->g->id << WRITER_SHIFT | LOCKED;
                *end = waiter;
                end = &waiter->next;
                break;
            }
    *end = NULL;
    for (SlWaiter *waiter = object ? object->first : NULL; waiter; waiter = waiter->next)
        value |= WAITED | (waiter->kind == SL_WAITS_LOCK ? WRITER_WAITS : 0);
    atomic_store(word, value);
    if (object && sl_watched(worker->machine))
        for (SlWaiter *waiter = woken; waiter; waiter = waiter->next)
            sl_sync_event(worker, object, waiter->g, readers ? SL_EVENT_READ_LOCK : SL_EVENT_LOCK, 0, NULL);
    if (object)
        sl_sync_forget(worker, stripe, object);
    return woken;
}

SlOutcome sl_native_rw_lock(SlWorker *worker, SlSlot *s) {
    SL_SYNC_WORD(0)
    if (sl_likely(rw_try_write(word, worker->g->id)))
        return sl_sync_through(worker, word, SL_OBJECT_RWMUTEX, SL_EVENT_LOCK, 0);
    return rw_wait(worker, word, true);
}

SlOutcome sl_native_rw_rlock(SlWorker *worker, SlSlot *s) {
    SL_SYNC_WORD(0)
    if (sl_likely(rw_try_read(word)))
        return sl_sync_through(worker, word, SL_OBJECT_RWMUTEX, SL_EVENT_READ_LOCK, 0);
    return rw_wait(worker, word, false);
}

SlOutcome sl_native_rw_try_lock(SlWorker *worker, SlSlot *s) {
    SL_SYNC_WORD(1)
    s[0].u = rw_try_write(word, worker->g->id);
    if (s[0].u && sl_watched(worker->machine))
        sl_sync_tell(worker, word, SL_OBJECT_RWMUTEX, SL_EVENT_LOCK, 0);
    return SL_DONE;
}

SlOutcome sl_native_rw_try_rlock(SlWorker *worker, SlSlot *s) {
    SL_SYNC_WORD(1)
    s[0].u = rw_try_read(word);
    if (s[0].u && sl_watched(worker->machine))
        sl_sync_tell(worker, word, SL_OBJECT_RWMUTEX, SL_EVENT_READ_LOCK, 0);
    return SL_DONE;
}

// Somebody may wait, or the machine is watched.
static SlOutcome rw_leave(SlWorker *worker, SlSyncWord *word, bool write) {
    SlSyncStripe *stripe = sl_sync_stripe(worker, word);
    bool watched = sl_watched(worker->machine);
    sl_spin_lock(&stripe->lock);
    if (watched) // before those of the next owners
        sl_sync_event(worker, sl_sync_get(worker, stripe, word, SL_OBJECT_RWMUTEX), worker->g,
                      write ? SL_EVENT_UNLOCK : SL_EVENT_READ_UNLOCK, 0, NULL);
    uint64_t value = atomic_load(word);
    while (!(value & WAITED) || (!write && READERS(value) > 1))
        if (atomic_compare_exchange_weak(word, &value, write ? 0 : value - READER)) {
            sl_spin_unlock(&stripe->lock);
            return watched ? sl_sched_event(worker, worker->g) : SL_DONE;
        }
    SlWaiter *woken = rw_hand_over(worker, stripe, word, write);
    sl_spin_unlock(&stripe->lock);
    sl_sync_wake(worker, woken, woken && !woken->next);
    return watched ? sl_sched_event(worker, worker->g) : SL_DONE;
}

SlOutcome sl_native_rw_unlock(SlWorker *worker, SlSlot *s) {
    SL_SYNC_WORD(0)
    uint64_t value = atomic_load_explicit(word, memory_order_relaxed);
    for (;;) {
        if (sl_unlikely(!(value & LOCKED)))
            return sl_fatal(worker, "sync: Unlock of unlocked RWMutex");
        if (value & WAITED || sl_watched(worker->machine))
            return rw_leave(worker, word, true);
        if (atomic_compare_exchange_weak_explicit(word, &value, 0, memory_order_release, memory_order_relaxed))
            return SL_DONE;
    }
}

SlOutcome sl_native_rw_runlock(SlWorker *worker, SlSlot *s) {
    SL_SYNC_WORD(0)
    uint64_t value = atomic_load_explicit(word, memory_order_relaxed);
    for (;;) {
        if (sl_unlikely(READERS(value) == 0))
            return sl_fatal(worker, "sync: RUnlock of unlocked RWMutex");
        if ((READERS(value) == 1 && value & WAITED) || sl_watched(worker->machine))
            return rw_leave(worker, word, false);
        if (atomic_compare_exchange_weak_explicit(word, &value, value - READER, memory_order_release,
                                                  memory_order_relaxed))
            return SL_DONE;
    }
}
