// SPDX-License-Identifier: MIT
// What package sync stands on: operations on a word of 8 bytes that lies in the Go struct. The word alone answers the
// uncontended cases; who has to wait stands in a queue in a side table, hashed by the word's address, with a lock for
// each stripe. A word's bits say when the queue has to be looked at. A copied struct is a copied word without a queue,
// which is harmless.
//
//   mutex     bit 0 locked, bit 1 somebody waits, from bit 2 the owner's id
//   rwmutex   bit 0 locked for writing, bit 1 somebody waits, bit 2 a writer waits, bits 3 to 32 readers,
//             from bit 33 the writer's id
//   group     upper half the counter, lower half how many wait
//   cond      upper half tickets given out, lower half tickets called
//   semaphore the count
#include "run/chan-inline.h"
#include "run/natives.h"

typedef _Atomic uint64_t Word;

static uint64_t mix(const void *word) { return (uint64_t)(uintptr_t)word * 0x9e3779b97f4a7c15u; } // Fibonacci hashing

static SlSyncStripe *stripe_in(SlMachine *machine, const void *word)
{
    return &sched_of(machine)->stripes[mix(word) >> 40 & (SL_SYNC_STRIPES - 1)];
}

static SlSyncStripe *stripe_of(SlWorker *worker, const void *word) { return stripe_in(worker->machine, word); }

static SlSyncObject **bucket(SlSyncStripe *stripe, const void *word)
{
    return &stripe->buckets[mix(word) >> 20 & (stripe->capacity - 1)];
}

static SlSyncObject *find(SlSyncStripe *stripe, const void *word)
{
    SlSyncObject *object = stripe->capacity ? *bucket(stripe, word) : NULL;
    while (object && object->address != (uintptr_t)word)
        object = object->next;
    return object;
}

static void grow(SlSyncStripe *stripe)
{
    SlSyncStripe old = *stripe;
    stripe->capacity = old.capacity ? 2 * old.capacity : 4;
    stripe->buckets = calloc(stripe->capacity, sizeof *stripe->buckets);
    if (!stripe->buckets)
        abort();
    for (uint32_t i = 0; i < old.capacity; i++)
        for (SlSyncObject *object = old.buckets[i], *after; object; object = after) {
            after = object->next;
            SlSyncObject **to = bucket(stripe, (void *)object->address);
            object->next = *to;
            *to = object;
        }
    free(old.buckets);
}

SlSyncObject *sl_sync_object(SlMachine *machine, const void *word) { return find(stripe_in(machine, word), word); }

void sl_sync_each(SlMachine *machine, void (*visit)(void *data, SlSyncObject *object), void *data)
{
    for (int i = 0; i < SL_SYNC_STRIPES; i++) {
        SlSyncStripe *stripe = &sched_of(machine)->stripes[i];
        for (uint32_t k = 0; k < stripe->capacity; k++)
            for (SlSyncObject *object = stripe->buckets[k], *after; object; object = after) {
                after = object->next; // it may be freed
                visit(data, object);
            }
    }
}

// A word that the picture knows stays where it is.
static void mark_word(void *data, SlSyncObject *object) { sl_mark_pointer(data, (void *)object->address); }

void sl_sync_mark(SlMarker *marker, SlMachine *machine) { sl_sync_each(machine, mark_word, marker); }

static void free_object(void *data, SlSyncObject *object)
{
    (void)data;
    free(object);
}

void sl_sync_free(SlMachine *machine)
{
    sl_sync_each(machine, free_object, NULL);
    for (int i = 0; i < SL_SYNC_STRIPES; i++) {
        SlSyncStripe *stripe = &sched_of(machine)->stripes[i];
        for (SlSyncObject *object = stripe->free, *after; object; object = after) {
            after = object->next;
            free(object);
        }
        free(stripe->buckets);
    }
}

// A method of a lock, or of what is a lock and nothing else.
static bool is_lock_method(const SlFunc *func)
{
    static const char *const types[] = {"sync.(*Mutex).", "sync.(*RWMutex).", "sync.(*WaitGroup).", "sync.(*Cond).",
                                        "sync.(*rlocker).", "sync.cond"};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strncmp(func->name, types[i], strlen(types[i])) == 0)
            return true;
    return false;
}

// Whose lock is it? That of the first who is no lock.
static void first_seen(SlWorker *worker, SlSyncObject *object)
{
    SlFrameInfo frames[6];
    uint32_t count = sl_vm_frames(worker->machine, worker->g, frames, 6), at = 0;
    object->pos = sl_event_pos(worker, worker->g);
    while (at < count && at < 5 && is_lock_method(frames[at].func))
        at++;
    object->internal = at < count && frames[at].func->flags & SL_FUNC_LIBRARY;
}

static void remove_object(SlSyncStripe *stripe, SlSyncObject *object)
{
    SlSyncObject **at = bucket(stripe, (void *)object->address);
    while (*at != object)
        at = &(*at)->next;
    *at = object->next;
    object->next = stripe->free;
    stripe->free = object;
    stripe->count--;
}

// Forgets a word that nobody waits on, unless the picture may want to know it again.
static void forget(SlWorker *worker, SlSyncStripe *stripe, SlSyncObject *object)
{
    if (object->first || sl_watched(worker->machine))
        return;
    remove_object(stripe, object);
}

// Programs that make locks without end do not fill the memory because they are watched: the oldest one at rest goes.
static void make_room(SlSyncStripe *stripe)
{
    SlSyncObject *oldest = NULL;
    for (uint32_t i = 0; i < stripe->capacity; i++)
        for (SlSyncObject *object = stripe->buckets[i]; object; object = object->next)
            if (!object->first && (atomic_load((Word *)object->address) == 0 || object->kind == SL_OBJECT_COND) &&
                (!oldest || object->id < oldest->id))
                oldest = object;
    if (oldest)
        remove_object(stripe, oldest);
}

// The stripe's lock is held.
static SlSyncObject *find_or_add(SlWorker *worker, SlSyncStripe *stripe, const void *word, SlObjectKind kind)
{
    SlSyncObject *object = find(stripe, word);
    if (object) {
        object->kind = (uint8_t)kind;
        return object;
    }
    if (stripe->count >= SL_SYNC_KEPT && stripe->count % 8 == 0 && sl_watched(worker->machine))
        make_room(stripe);
    if (stripe->count++ >= 2 * stripe->capacity)
        grow(stripe);
    object = stripe->free;
    if (object)
        stripe->free = object->next;
    else if (!(object = malloc(sizeof *object)))
        abort();
    memset(object, 0, sizeof *object);
    object->address = (uintptr_t)word;
    object->kind = (uint8_t)kind;
    object->id = atomic_fetch_add(&sched_of(worker->machine)->object_ids, 1) + 1;
    SlSyncObject **to = bucket(stripe, word);
    object->next = *to;
    *to = object;
    if (sl_watched(worker->machine) && worker->g)
        first_seen(worker, object);
    return object;
}

// Tells of a use of the word; takes the stripe's lock.
static void tell(SlWorker *worker, const void *word, SlObjectKind kind, SlEventKind what, int32_t count)
{
    SlSyncStripe *stripe = stripe_of(worker, word);
    sl_spin_lock(&stripe->lock);
    SlSyncObject *object = find_or_add(worker, stripe, word, kind);
    SlEvent event = {.kind = (uint8_t)what, .goroutine = worker->g->id, .object = object->id,
                     .sequence = ++object->sequence, .count = count, .ok = 1};
    bool internal = object->internal;
    sl_spin_unlock(&stripe->lock);
    if (!internal)
        sl_event_emit(worker, &event);
}

// Ends an operation that went through.
static SlOutcome through(SlWorker *worker, const void *word, SlObjectKind kind, SlEventKind what, int32_t count)
{
    if (!sl_watched(worker->machine))
        return SL_DONE;
    tell(worker, word, kind, what, count);
    return sl_sched_event(worker, worker->g);
}

static void enqueue(SlWorker *worker, SlSyncObject *object, uint8_t kind, SlWait reason, bool front)
{
    SlGoroutine *g = worker->g;
    SlWaiter *waiter = &g->waiter;
    waiter->g = g;
    waiter->object = (void *)object->address;
    waiter->value = NULL;
    waiter->ok = NULL;
    waiter->is_select = waiter->is_send = false;
    waiter->kind = kind;
    sl_go_park(worker, g, reason);
    if (!front || !object->first) {
        sl_queue_add(&object->first, &object->last, waiter);
        return;
    }
    waiter->prev = NULL;
    waiter->next = object->first;
    object->first->prev = waiter;
    object->first = waiter;
    waiter->queued = true;
}

static void wake_list(SlWorker *worker, SlWaiter *list, bool next)
{
    while (list) {
        SlWaiter *waiter = list;
        list = waiter->next;
        sl_sched_ready(worker, waiter->g, next);
    }
}

#define WORD(slot)                                                                                                     \
    Word *word = s[slot].p;                                                                                            \
    if (sl_unlikely((uintptr_t)word < 4096))                                                                           \
        return sl_panic_runtime(worker, "invalid memory address or nil pointer dereference");

// ---- Mutex ----
// Unlock wakes the first who waits and lets anybody take the mutex meanwhile: that keeps the processors busy. One who
// came too late MUTEX_TRIES times gets it handed over.
enum { LOCKED = 1, WAITED = 2, WRITER_WAITS = 4, MUTEX_TRIES = 2, SPINS = 40 };

static bool mutex_try(SlWorker *worker, Word *word, uint64_t owner)
{
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

static SlOutcome mutex_wait(SlWorker *worker, Word *word)
{
    SlGoroutine *g = worker->g;
    SlSyncStripe *stripe = stripe_of(worker, word);
    sl_spin_lock(&stripe->lock);
    for (;;) {
        if (mutex_try(worker, word, g->id)) {
            sl_spin_unlock(&stripe->lock);
            g->lock_tries = 0;
            return through(worker, word, SL_OBJECT_MUTEX, SL_EVENT_LOCK, 0);
        }
        uint64_t value = atomic_load_explicit(word, memory_order_relaxed);
        if ((value & LOCKED) && (value & WAITED || atomic_compare_exchange_strong(word, &value, value | WAITED)))
            break;
    }
    SlSyncObject *object = find_or_add(worker, stripe, word, SL_OBJECT_MUTEX);
    bool again = g->lock_tries > 0;
    if (!again && sl_watched(worker->machine)) {
        SlEvent event = {.kind = SL_EVENT_WAIT_LOCK, .goroutine = g->id, .object = object->id, .sequence = ++object->sequence, .ok = 1};
        sl_event_emit(worker, &event);
    }
    g->lock_tries++;
    enqueue(worker, object, SL_WAITS_LOCK, SL_WAIT_MUTEX_LOCK, again);
    sl_go_retry(g, 1);
    sl_spin_unlock(&stripe->lock);
    return SL_AWAY;
}

SlOutcome sl_native_mutex_lock(SlWorker *worker, SlSlot *s)
{
    WORD(0)
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
    return through(worker, word, SL_OBJECT_MUTEX, SL_EVENT_LOCK, 0);
}

SlOutcome sl_native_mutex_try_lock(SlWorker *worker, SlSlot *s)
{
    WORD(1)
    s[0].u = mutex_try(worker, word, worker->g->id);
    if (s[0].u && sl_watched(worker->machine))
        tell(worker, word, SL_OBJECT_MUTEX, SL_EVENT_LOCK, 0);
    return SL_DONE;
}

static SlOutcome mutex_unlock_waited(SlWorker *worker, Word *word)
{
    SlSyncStripe *stripe = stripe_of(worker, word);
    sl_spin_lock(&stripe->lock);
    SlSyncObject *object = find(stripe, word);
    SlWaiter *waiter = object ? object->first : NULL;
    if (!waiter) {
        atomic_store(word, 0);
        sl_spin_unlock(&stripe->lock);
        return through(worker, word, SL_OBJECT_MUTEX, SL_EVENT_UNLOCK, 0);
    }
    sl_queue_remove(&object->first, &object->last, waiter);
    uint64_t bits = object->first ? WAITED : 0;
    SlGoroutine *g = waiter->g;
    bool hand_over = g->lock_tries > MUTEX_TRIES;
    if (hand_over) {
        g->lock_tries = 0;
        g->pc++; // it has it: behind its instruction
        g->parked_in_op = true;
        bits |= g->id << 2 | LOCKED;
    }
    atomic_store(word, bits);
    forget(worker, stripe, object);
    sl_spin_unlock(&stripe->lock);
    SlOutcome outcome = SL_DONE;
    if (sl_watched(worker->machine))
        tell(worker, word, SL_OBJECT_MUTEX, SL_EVENT_UNLOCK, 0);
    if (hand_over && sl_watched(worker->machine)) {
        SlEvent event = {.kind = SL_EVENT_LOCK, .goroutine = g->id, .object = object->id, .sequence = ++object->sequence, .ok = 1};
        sl_event_emit_for(worker, g, &event);
    }
    sl_ready_partner(worker, g);
    if (sl_watched(worker->machine))
        outcome = sl_sched_event(worker, worker->g);
    return outcome;
}

SlOutcome sl_native_mutex_unlock(SlWorker *worker, SlSlot *s)
{
    WORD(0)
    uint64_t value = atomic_load_explicit(word, memory_order_relaxed);
    for (;;) {
        if (sl_unlikely(!(value & LOCKED)))
            return sl_fatal(worker, "sync: unlock of unlocked mutex");
        if (sl_unlikely(value & WAITED))
            return mutex_unlock_waited(worker, word);
        if (sl_likely(!worker->multi)) {
            atomic_store_explicit(word, 0, memory_order_relaxed);
            return through(worker, word, SL_OBJECT_MUTEX, SL_EVENT_UNLOCK, 0);
        }
        if (atomic_compare_exchange_weak_explicit(word, &value, 0, memory_order_release, memory_order_relaxed))
            return through(worker, word, SL_OBJECT_MUTEX, SL_EVENT_UNLOCK, 0);
    }
}

// ---- RWMutex ----
// A waiting writer keeps new readers out; when a writer leaves, all readers who wait come in before the next writer.
// Whoever waits gets it handed over.
enum { READER = 8, READERS_SHIFT = 3, WRITER_SHIFT = 33 };
#define READERS(value) ((value) >> READERS_SHIFT & 0x3fffffff)

static bool rw_try_read(Word *word)
{
    uint64_t value = atomic_load_explicit(word, memory_order_relaxed);
    while (!(value & (LOCKED | WRITER_WAITS)))
        if (atomic_compare_exchange_weak_explicit(word, &value, value + READER, memory_order_acquire, memory_order_relaxed))
            return true;
    return false;
}

static bool rw_try_write(Word *word, uint64_t owner)
{
    uint64_t value = atomic_load_explicit(word, memory_order_relaxed);
    while (!(value & (LOCKED | WAITED | WRITER_WAITS)) && READERS(value) == 0)
        if (atomic_compare_exchange_weak_explicit(word, &value, owner << WRITER_SHIFT | LOCKED, memory_order_acquire,
                                                  memory_order_relaxed))
            return true;
    return false;
}

static SlOutcome rw_wait(SlWorker *worker, Word *word, bool write)
{
    SlGoroutine *g = worker->g;
    SlSyncStripe *stripe = stripe_of(worker, word);
    sl_spin_lock(&stripe->lock);
    for (;;) {
        if (write ? rw_try_write(word, g->id) : rw_try_read(word)) {
            sl_spin_unlock(&stripe->lock);
            return through(worker, word, SL_OBJECT_RWMUTEX, write ? SL_EVENT_LOCK : SL_EVENT_READ_LOCK, 0);
        }
        uint64_t value = atomic_load_explicit(word, memory_order_relaxed);
        bool busy = write ? (value & (LOCKED | WAITED | WRITER_WAITS)) || READERS(value) : value & (LOCKED | WRITER_WAITS);
        if (busy && atomic_compare_exchange_strong(word, &value, value | WAITED | (write ? WRITER_WAITS : 0)))
            break;
    }
    SlSyncObject *object = find_or_add(worker, stripe, word, SL_OBJECT_RWMUTEX);
    if (sl_watched(worker->machine)) {
        SlEvent event = {.kind = SL_EVENT_WAIT_LOCK, .goroutine = g->id, .object = object->id, .sequence = ++object->sequence, .ok = 1};
        sl_event_emit(worker, &event);
    }
    enqueue(worker, object, write ? SL_WAITS_LOCK : SL_WAITS_READ_LOCK, write ? SL_WAIT_RWMUTEX_LOCK : SL_WAIT_RWMUTEX_RLOCK,
            false);
    sl_spin_unlock(&stripe->lock);
    return SL_AWAY;
}

// The mutex has come free: who waits gets it. The stripe's lock is held; returns those to wake.
static SlWaiter *rw_hand_over(SlWorker *worker, SlSyncStripe *stripe, Word *word, bool readers_first)
{
    SlSyncObject *object = find(stripe, word);
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
        for (SlWaiter *waiter = woken; waiter; waiter = waiter->next) {
            SlEvent event = {.kind = readers ? SL_EVENT_READ_LOCK : SL_EVENT_LOCK, .goroutine = waiter->g->id,
                             .object = object->id, .sequence = ++object->sequence, .ok = 1};
            sl_event_emit_for(worker, waiter->g, &event);
        }
    if (object)
        forget(worker, stripe, object);
    return woken;
}

SlOutcome sl_native_rw_lock(SlWorker *worker, SlSlot *s)
{
    WORD(0)
    if (sl_likely(rw_try_write(word, worker->g->id)))
        return through(worker, word, SL_OBJECT_RWMUTEX, SL_EVENT_LOCK, 0);
    return rw_wait(worker, word, true);
}

SlOutcome sl_native_rw_rlock(SlWorker *worker, SlSlot *s)
{
    WORD(0)
    if (sl_likely(rw_try_read(word)))
        return through(worker, word, SL_OBJECT_RWMUTEX, SL_EVENT_READ_LOCK, 0);
    return rw_wait(worker, word, false);
}

SlOutcome sl_native_rw_try_lock(SlWorker *worker, SlSlot *s)
{
    WORD(1)
    s[0].u = rw_try_write(word, worker->g->id);
    if (s[0].u && sl_watched(worker->machine))
        tell(worker, word, SL_OBJECT_RWMUTEX, SL_EVENT_LOCK, 0);
    return SL_DONE;
}

SlOutcome sl_native_rw_try_rlock(SlWorker *worker, SlSlot *s)
{
    WORD(1)
    s[0].u = rw_try_read(word);
    if (s[0].u && sl_watched(worker->machine))
        tell(worker, word, SL_OBJECT_RWMUTEX, SL_EVENT_READ_LOCK, 0);
    return SL_DONE;
}

static SlOutcome rw_leave(SlWorker *worker, Word *word, bool write)
{
    SlSyncStripe *stripe = stripe_of(worker, word);
    SlEventKind what = write ? SL_EVENT_UNLOCK : SL_EVENT_READ_UNLOCK;
    sl_spin_lock(&stripe->lock);
    uint64_t value = atomic_load(word);
    while (!write && READERS(value) > 1)
        if (atomic_compare_exchange_weak(word, &value, value - READER)) {
            sl_spin_unlock(&stripe->lock);
            return through(worker, word, SL_OBJECT_RWMUTEX, what, 0);
        }
    if (sl_watched(worker->machine)) { // before those of the next owners
        sl_spin_unlock(&stripe->lock);
        tell(worker, word, SL_OBJECT_RWMUTEX, what, 0);
        sl_spin_lock(&stripe->lock);
    }
    SlWaiter *woken = rw_hand_over(worker, stripe, word, write);
    sl_spin_unlock(&stripe->lock);
    wake_list(worker, woken, woken && !woken->next);
    return sl_watched(worker->machine) ? sl_sched_event(worker, worker->g) : SL_DONE;
}

SlOutcome sl_native_rw_unlock(SlWorker *worker, SlSlot *s)
{
    WORD(0)
    uint64_t value = atomic_load_explicit(word, memory_order_relaxed);
    for (;;) {
        if (sl_unlikely(!(value & LOCKED)))
            return sl_fatal(worker, "sync: Unlock of unlocked RWMutex");
        if (value & WAITED)
            return rw_leave(worker, word, true);
        if (atomic_compare_exchange_weak_explicit(word, &value, 0, memory_order_release, memory_order_relaxed))
            return through(worker, word, SL_OBJECT_RWMUTEX, SL_EVENT_UNLOCK, 0);
    }
}

SlOutcome sl_native_rw_runlock(SlWorker *worker, SlSlot *s)
{
    WORD(0)
    uint64_t value = atomic_load_explicit(word, memory_order_relaxed);
    for (;;) {
        if (sl_unlikely(READERS(value) == 0))
            return sl_fatal(worker, "sync: RUnlock of unlocked RWMutex");
        if (READERS(value) == 1 && value & WAITED)
            return rw_leave(worker, word, false);
        if (atomic_compare_exchange_weak_explicit(word, &value, value - READER, memory_order_release, memory_order_relaxed))
            return through(worker, word, SL_OBJECT_RWMUTEX, SL_EVENT_READ_UNLOCK, 0);
    }
}

// ---- WaitGroup ----

static SlWaiter *take_all(SlWorker *worker, SlSyncStripe *stripe, void *word)
{
    SlSyncObject *object = find(stripe, word);
    if (!object)
        return NULL;
    SlWaiter *list = object->first;
    for (SlWaiter *waiter = list; waiter; waiter = waiter->next)
        waiter->queued = false;
    object->first = object->last = NULL;
    forget(worker, stripe, object);
    return list;
}

static SlOutcome group_add(SlWorker *worker, SlSlot *s, int64_t delta)
{
    WORD(0)
    uint64_t value = atomic_fetch_add(word, (uint64_t)delta << 32) + ((uint64_t)delta << 32);
    int32_t count = (int32_t)(value >> 32);
    uint32_t waiting = (uint32_t)value;
    if (sl_unlikely(count < 0))
        return sl_panic_string(worker, "sync: negative WaitGroup counter");
    if (sl_unlikely(waiting != 0 && delta > 0 && count == (int32_t)delta))
        return sl_panic_string(worker, "sync: WaitGroup misuse: Add called concurrently with Wait");
    if (sl_watched(worker->machine))
        tell(worker, word, SL_OBJECT_GROUP, delta == -1 ? SL_EVENT_GROUP_DONE : SL_EVENT_GROUP_ADD, (int32_t)delta);
    if (count == 0 && waiting != 0) {
        SlSyncStripe *stripe = stripe_of(worker, word);
        sl_spin_lock(&stripe->lock);
        SlWaiter *woken = NULL;
        if (atomic_load(word) >> 32 == 0) {
            atomic_store(word, 0);
            woken = take_all(worker, stripe, word);
        }
        SlSyncObject *object = find(stripe, word);
        uint64_t id = object ? object->id : 0;
        sl_spin_unlock(&stripe->lock);
        if (sl_watched(worker->machine))
            for (SlWaiter *waiter = woken; waiter; waiter = waiter->next)
                sl_event_simple(worker, waiter->g, SL_EVENT_GROUP_PASS, id, 0);
        wake_list(worker, woken, woken && !woken->next);
    }
    return sl_watched(worker->machine) ? sl_sched_event(worker, worker->g) : SL_DONE;
}

SlOutcome sl_native_group_add(SlWorker *worker, SlSlot *s) { return group_add(worker, s, s[1].i); }

SlOutcome sl_native_group_done(SlWorker *worker, SlSlot *s) { return group_add(worker, s, -1); }

SlOutcome sl_native_group_wait(SlWorker *worker, SlSlot *s)
{
    WORD(0)
    uint64_t value = atomic_load(word);
    if ((int32_t)(value >> 32) == 0)
        return through(worker, word, SL_OBJECT_GROUP, SL_EVENT_GROUP_PASS, 0);
    SlSyncStripe *stripe = stripe_of(worker, word);
    sl_spin_lock(&stripe->lock);
    do {
        value = atomic_load(word);
        if ((int32_t)(value >> 32) == 0) {
            sl_spin_unlock(&stripe->lock);
            return through(worker, word, SL_OBJECT_GROUP, SL_EVENT_GROUP_PASS, 0);
        }
    } while (!atomic_compare_exchange_weak(word, &value, value + 1));
    SlSyncObject *object = find_or_add(worker, stripe, word, SL_OBJECT_GROUP);
    if (sl_watched(worker->machine)) {
        SlEvent event = {.kind = SL_EVENT_WAIT_GROUP, .goroutine = worker->g->id, .object = object->id,
                         .sequence = ++object->sequence, .ok = 1};
        sl_event_emit(worker, &event);
    }
    enqueue(worker, object, SL_WAITS_GROUP, SL_WAIT_WAITGROUP_WAIT, false);
    sl_spin_unlock(&stripe->lock);
    return SL_AWAY;
}

// ---- Cond: who waits has drawn a ticket before it gave up the lock, so that a signal in between is not lost ----

SlOutcome sl_native_cond_add(SlWorker *worker, SlSlot *s)
{
    WORD(1)
    s[0].u = atomic_fetch_add(word, (uint64_t)1 << 32) >> 32;
    return SL_DONE;
}

SlOutcome sl_native_cond_wait(SlWorker *worker, SlSlot *s)
{
    WORD(0)
    uint32_t ticket = (uint32_t)s[1].u;
    SlSyncStripe *stripe = stripe_of(worker, word);
    sl_spin_lock(&stripe->lock);
    if ((int32_t)(ticket - (uint32_t)atomic_load(word)) < 0) { // called already
        sl_spin_unlock(&stripe->lock);
        return SL_DONE;
    }
    SlSyncObject *object = find_or_add(worker, stripe, word, SL_OBJECT_COND);
    if (sl_watched(worker->machine)) {
        SlEvent event = {.kind = SL_EVENT_WAIT_COND, .goroutine = worker->g->id, .object = object->id,
                         .sequence = ++object->sequence, .ok = 1};
        sl_event_emit(worker, &event);
    }
    worker->g->cond_ticket = ticket;
    enqueue(worker, object, SL_WAITS_COND, SL_WAIT_COND_WAIT, false);
    sl_spin_unlock(&stripe->lock);
    return SL_AWAY;
}

static uint64_t with_called(uint64_t value, uint32_t called) { return (value & 0xffffffff00000000u) | called; }

SlOutcome sl_native_cond_signal(SlWorker *worker, SlSlot *s)
{
    WORD(0)
    SlSyncStripe *stripe = stripe_of(worker, word);
    sl_spin_lock(&stripe->lock);
    uint64_t value = atomic_load(word);
    SlWaiter *waiter = NULL;
    while ((uint32_t)(value >> 32) != (uint32_t)value)
        if (atomic_compare_exchange_weak(word, &value, with_called(value, (uint32_t)value + 1))) {
            SlSyncObject *object = find(stripe, word);
            for (waiter = object ? object->first : NULL; waiter; waiter = waiter->next)
                if (waiter->g->cond_ticket == (uint32_t)value)
                    break;
            if (waiter) {
                sl_queue_remove(&object->first, &object->last, waiter);
                forget(worker, stripe, object);
            }
            break;
        }
    sl_spin_unlock(&stripe->lock);
    if (waiter)
        sl_ready_partner(worker, waiter->g);
    return through(worker, word, SL_OBJECT_COND, SL_EVENT_SIGNAL, 0);
}

SlOutcome sl_native_cond_broadcast(SlWorker *worker, SlSlot *s)
{
    WORD(0)
    SlSyncStripe *stripe = stripe_of(worker, word);
    sl_spin_lock(&stripe->lock);
    uint64_t value = atomic_load(word);
    while (!atomic_compare_exchange_weak(word, &value, with_called(value, (uint32_t)(value >> 32))))
        ;
    SlWaiter *woken = take_all(worker, stripe, word);
    sl_spin_unlock(&stripe->lock);
    wake_list(worker, woken, false);
    return through(worker, word, SL_OBJECT_COND, SL_EVENT_BROADCAST, 0);
}

// ---- semaphores ----

static bool sem_try(Word *word)
{
    uint64_t value = atomic_load_explicit(word, memory_order_relaxed);
    while (value > 0)
        if (atomic_compare_exchange_weak(word, &value, value - 1))
            return true;
    return false;
}

SlOutcome sl_native_sem_acquire(SlWorker *worker, SlSlot *s)
{
    WORD(0)
    if (sem_try(word))
        return SL_DONE;
    SlSyncStripe *stripe = stripe_of(worker, word);
    sl_spin_lock(&stripe->lock);
    if (sem_try(word)) {
        sl_spin_unlock(&stripe->lock);
        return SL_DONE;
    }
    enqueue(worker, find_or_add(worker, stripe, word, SL_OBJECT_SEMAPHORE), SL_WAITS_LOCK, SL_WAIT_SEMACQUIRE, false);
    sl_spin_unlock(&stripe->lock);
    return SL_AWAY;
}

SlOutcome sl_native_sem_release(SlWorker *worker, SlSlot *s)
{
    WORD(0)
    SlSyncStripe *stripe = stripe_of(worker, word);
    sl_spin_lock(&stripe->lock);
    SlSyncObject *object = find(stripe, word);
    SlWaiter *waiter = object ? object->first : NULL;
    if (waiter) { // handed over without being counted
        sl_queue_remove(&object->first, &object->last, waiter);
        forget(worker, stripe, object);
    } else {
        atomic_fetch_add(word, 1);
    }
    sl_spin_unlock(&stripe->lock);
    if (waiter)
        sl_ready_partner(worker, waiter->g);
    return sl_sched_event(worker, worker->g);
}
