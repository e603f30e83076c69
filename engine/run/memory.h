// SPDX-License-Identifier: MIT
// Loads and stores of memory that goroutines share: heap objects and globals.
//
// A program with a data race may see any of the values that it stored, and nothing else. So every heap word is read
// and written by relaxed atomics (pointers: acquire and release, so that what they point to is seen as it was made),
// and values of two and three words (strings, interfaces, slices, complex128) by sequence locks, which lie in stripes
// chosen by address: a writer makes the stripe's number odd, stores, and makes it even; a reader whose number has
// changed reads again. All of that only while more than one worker runs (worker->multi).
//
// sl_slot_load, sl_slot_store and sl_memory_copy know no worker and are for memory that nobody else writes: copies in
// interfaces, fresh objects, buffers under a lock. The sl_shared_... functions are for all other memory.
#ifndef SL_MEMORY_H
#define SL_MEMORY_H

#include "run/impl.h"

enum { SL_STRIPES = 512 };

struct SlStripe {
    uint32_t sequence;
    char pad[60];
};

// Every store of a pointer into the heap or globals goes through this one macro.
#define SL_STORE_POINTER(address, value)                                                                               \
    __atomic_store_n((uint64_t *)(address), (uint64_t)(uintptr_t)(value), __ATOMIC_RELEASE)
#define SL_LOAD_POINTER(address) ((void *)(uintptr_t)__atomic_load_n((const uint64_t *)(address), __ATOMIC_ACQUIRE))

// Words that may or may not be pointers.
static inline uint64_t sl_load_word(const void *address) {
    return __atomic_load_n((const uint64_t *)address, __ATOMIC_ACQUIRE);
}

static inline void sl_store_word(void *address, uint64_t value) {
    __atomic_store_n((uint64_t *)address, value, __ATOMIC_RELEASE);
}

#define SL_LOAD_SCALAR(type, address) __atomic_load_n((const type *)(address), __ATOMIC_RELAXED)
#define SL_STORE_SCALAR(type, address, value) __atomic_store_n((type *)(address), (type)(value), __ATOMIC_RELAXED)

static inline struct SlStripe *sl_stripe_of(const SlWorker *worker, const void *address) {
    uintptr_t at = (uintptr_t)address;
    return &worker->stripes[(at >> 3 ^ at >> 12) & (SL_STRIPES - 1)];
}

// No fences (race detectors do not know them): acquiring loads keep the data before the second look at the number,
// releasing stores keep it behind the first change.
void sl_stripe_wait(const struct SlStripe *stripe); // until its number is even
static inline uint32_t sl_stripe_read(const struct SlStripe *stripe) {
    uint32_t sequence = __atomic_load_n(&stripe->sequence, __ATOMIC_ACQUIRE);
    while (__builtin_expect(sequence & 1, 0)) {
        sl_stripe_wait(stripe);
        sequence = __atomic_load_n(&stripe->sequence, __ATOMIC_ACQUIRE);
    }
    return sequence;
}

static inline bool sl_stripe_unchanged(const struct SlStripe *stripe, uint32_t sequence) {
    return __builtin_expect(__atomic_load_n(&stripe->sequence, __ATOMIC_RELAXED) == sequence, 1);
}

static inline uint32_t sl_stripe_lock(struct SlStripe *stripe) {
    for (;;) {
        uint32_t sequence = sl_stripe_read(stripe);
        if (__atomic_compare_exchange_n(&stripe->sequence, &sequence, sequence + 1, false, __ATOMIC_ACQUIRE,
                                        __ATOMIC_RELAXED))
            return sequence;
    }
}

static inline void sl_stripe_unlock(struct SlStripe *stripe, uint32_t sequence) {
    __atomic_store_n(&stripe->sequence, sequence + 2, __ATOMIC_RELEASE);
}

static inline void sl_load_wide2(SlWorker *worker, const void *address, SlSlot *slots) {
    const uint64_t *words = address;
    if (__builtin_expect(!worker->multi, 1)) {
        slots[0].u = words[0];
        slots[1].u = words[1];
        return;
    }
    const struct SlStripe *stripe = sl_stripe_of(worker, address);
    uint32_t sequence;
    do {
        sequence = sl_stripe_read(stripe);
        slots[0].u = sl_load_word(words);
        slots[1].u = sl_load_word(words + 1);
    } while (!sl_stripe_unchanged(stripe, sequence));
}

static inline void sl_load_wide3(SlWorker *worker, const void *address, SlSlot *slots) {
    const uint64_t *words = address;
    if (__builtin_expect(!worker->multi, 1)) {
        slots[0].u = words[0];
        slots[1].u = words[1];
        slots[2].u = words[2];
        return;
    }
    const struct SlStripe *stripe = sl_stripe_of(worker, address);
    uint32_t sequence;
    do {
        sequence = sl_stripe_read(stripe);
        slots[0].u = sl_load_word(words);
        slots[1].u = sl_load_word(words + 1);
        slots[2].u = sl_load_word(words + 2);
    } while (!sl_stripe_unchanged(stripe, sequence));
}

static inline void sl_store_wide2(SlWorker *worker, void *address, const SlSlot *slots) {
    uint64_t *words = address;
    if (__builtin_expect(!worker->multi, 1)) {
        SL_STORE_POINTER(words, slots[0].p);
        SL_STORE_POINTER(words + 1, slots[1].p);
        return;
    }
    struct SlStripe *stripe = sl_stripe_of(worker, address);
    uint32_t sequence = sl_stripe_lock(stripe);
    SL_STORE_POINTER(words, slots[0].p);
    SL_STORE_POINTER(words + 1, slots[1].p);
    sl_stripe_unlock(stripe, sequence);
}

static inline void sl_store_wide3(SlWorker *worker, void *address, const SlSlot *slots) {
    uint64_t *words = address;
    if (__builtin_expect(!worker->multi, 1)) {
        SL_STORE_POINTER(words, slots[0].p);
        sl_store_word(words + 1, slots[1].u);
        sl_store_word(words + 2, slots[2].u);
        return;
    }
    struct SlStripe *stripe = sl_stripe_of(worker, address);
    uint32_t sequence = sl_stripe_lock(stripe);
    SL_STORE_POINTER(words, slots[0].p);
    sl_store_word(words + 1, slots[1].u);
    sl_store_word(words + 2, slots[2].u);
    sl_stripe_unlock(stripe, sequence);
}

// As sl_slot_load, sl_slot_store and sl_memory_copy, for memory that other goroutines may use at the same time.
uint64_t sl_shared_load(SlWorker *worker, const void *memory, const SlRtype *type, SlSlot *slots);
void sl_shared_store(SlWorker *worker, void *memory, const SlRtype *type, const SlSlot *slots);
void sl_shared_copy(SlWorker *worker, void *to, const void *from, const SlRtype *type, size_t count);
void sl_shared_clear(SlWorker *worker, void *memory, const SlRtype *type, size_t count); // to zero
// Bytes without pointers (of strings and []byte).
void sl_shared_copy_bytes(SlWorker *worker, void *to, const void *from, size_t count);
// From shared memory to fresh or private memory.
void sl_shared_fetch(SlWorker *worker, void *to, const void *from, const SlRtype *type, size_t count);

// Any bytes word by word with relaxed atomics, in whichever order is right for an overlap. Both may be shared, the
// offsets within a word must be equal for words to stay whole.
void sl_words_move(void *to, const void *from, size_t bytes);

#endif
