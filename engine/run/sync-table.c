// SPDX-License-Identifier: MIT
// The side table of sync words: who waits on a word, and what the picture knows of it. Hashed by the word's address,
// in stripes with a lock each. A word is in the table while somebody waits on it, or because a watched run has used it.
#include "run/sync.h"

static uint64_t mix(const void *word) {
    return (uint64_t)(uintptr_t)word * 0x9e3779b97f4a7c15u;
} // Fibonacci hashing

static SlSyncStripe *stripe_in(SlMachine *machine, const void *word) {
    return &sched_of(machine)->stripes[mix(word) >> 40 & (SL_SYNC_STRIPES - 1)];
}

SlSyncStripe *sl_sync_stripe(SlWorker *worker, const void *word) {
    return stripe_in(worker->machine, word);
}

static SlSyncObject **bucket(SlSyncStripe *stripe, const void *word) {
    return &stripe->buckets[mix(word) >> 20 & (stripe->capacity - 1)];
}

SlSyncObject *sl_sync_find(SlSyncStripe *stripe, const void *word) {
    SlSyncObject *object = stripe->capacity ? *bucket(stripe, word) : NULL;
    while (object && object->address != (uintptr_t)word)
        object = object->next;
    return object;
}

static void grow(SlSyncStripe *stripe) {
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

SlSyncObject *sl_sync_object(SlMachine *machine, const void *word) {
    return sl_sync_find(stripe_in(machine, word), word);
}

void sl_sync_each(SlMachine *machine, void (*visit)(void *data, SlSyncObject *object), void *data) {
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
static void mark_word(void *data, SlSyncObject *object) {
    sl_mark_pointer(data, (void *)object->address);
}

void sl_sync_mark(SlMarker *marker, SlMachine *machine) {
    sl_sync_each(machine, mark_word, marker);
}

static void free_object(void *data, SlSyncObject *object) {
    (void)data;
    free(object);
}

void sl_sync_free(SlMachine *machine) {
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
static bool is_lock_method(const SlFunc *func) {
    static const char *const types[] = {"sync.(*Mutex).", "sync.(*RWMutex).", "sync.(*WaitGroup).",
                                        "sync.(*Cond).",  "sync.(*rlocker).", "sync.cond"};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strncmp(func->name, types[i], strlen(types[i])) == 0)
            return true;
    return false;
}

// Whose lock is it? That of the first who is no lock.
static void first_seen(SlWorker *worker, SlSyncObject *object) {
    SlFrameInfo frames[6];
    uint32_t count = sl_vm_frames(worker->machine, worker->g, frames, 6), at = 0;
    object->pos = sl_event_pos(worker, worker->g);
    while (at < count && at < 5 && is_lock_method(frames[at].func))
        at++;
    object->internal = at < count && frames[at].func->flags & SL_FUNC_LIBRARY;
    sl_event_define_lock(worker->machine, object);
}

static void remove_object(SlSyncStripe *stripe, SlSyncObject *object) {
    SlSyncObject **at = bucket(stripe, (void *)object->address);
    while (*at != object)
        at = &(*at)->next;
    *at = object->next;
    object->next = stripe->free;
    stripe->free = object;
    stripe->count--;
}

// Forgets a word that nobody waits on, unless the picture may want to know it again.
void sl_sync_forget(SlWorker *worker, SlSyncStripe *stripe, SlSyncObject *object) {
    if (object->first || sl_watched(worker->machine))
        return;
    remove_object(stripe, object);
}

// Programs that make locks without end do not fill the memory because they are watched: the oldest one at rest goes.
static void make_room(SlSyncStripe *stripe) {
    SlSyncObject *oldest = NULL;
    for (uint32_t i = 0; i < stripe->capacity; i++)
        for (SlSyncObject *object = stripe->buckets[i]; object; object = object->next)
            if (!object->first &&
                (atomic_load((_Atomic uint64_t *)object->address) == 0 || object->kind == SL_OBJECT_COND) &&
                (!oldest || object->id < oldest->id))
                oldest = object;
    if (oldest)
        remove_object(stripe, oldest);
}

// The stripe's lock is held.
SlSyncObject *sl_sync_get(SlWorker *worker, SlSyncStripe *stripe, const void *word, SlObjectKind kind) {
    SlSyncObject *object = sl_sync_find(stripe, word);
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

// What the standard library does for itself is hidden, but for waiting: that is seen.
void sl_sync_event(SlWorker *worker, SlSyncObject *object, SlGoroutine *g, SlEventKind what, int32_t count,
                   SlGoroutine *partner) {
    bool waits = what == SL_EVENT_WAIT_LOCK || what == SL_EVENT_WAIT_GROUP || what == SL_EVENT_WAIT_COND;
    SlEvent event = {.kind = (uint8_t)what,
                     .object = object->id,
                     .sequence = ++object->sequence,
                     .partner = partner ? partner->id : 0,
                     .count = count,
                     .ok = 1,
                     .hidden = object->internal && !waits};
    if (!event.hidden || sl_told(worker->machine))
        sl_event_emit_at(worker, g, &event, &object->stamp);
}

// Tells of a use of the word; takes the stripe's lock.
void sl_sync_tell(SlWorker *worker, const void *word, SlObjectKind kind, SlEventKind what, int32_t count) {
    SlSyncStripe *stripe = sl_sync_stripe(worker, word);
    sl_spin_lock(&stripe->lock);
    sl_sync_event(worker, sl_sync_get(worker, stripe, word, kind), worker->g, what, count, NULL);
    sl_spin_unlock(&stripe->lock);
}

// Ends an operation that went through.
SlOutcome sl_sync_through(SlWorker *worker, const void *word, SlObjectKind kind, SlEventKind what, int32_t count) {
    if (!sl_watched(worker->machine))
        return SL_DONE;
    sl_sync_tell(worker, word, kind, what, count);
    return sl_sched_event(worker, worker->g);
}

void sl_sync_wait(SlWorker *worker, SlSyncObject *object, uint8_t kind, SlWait reason, bool front) {
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

void sl_sync_wake(SlWorker *worker, SlWaiter *list, bool next) {
    while (list) {
        SlWaiter *waiter = list;
        list = waiter->next;
        sl_sched_ready(worker, waiter->g, next);
    }
}
