// SPDX-License-Identifier: MIT
// Values between memory and frames, and copies in memory. What must not be torn is said in memory.h.
#include "run/memory.h"

#include <sched.h>

#include "run/heap-inline.h"

#if defined(__SANITIZE_THREAD__)
#define WATCHED 1
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define WATCHED 1
#endif
#endif
#ifndef WATCHED
#define WATCHED 0
#endif

enum { WIDE_STRING = 2, WIDE_SLICE = 3, WIDE_IFACE = 4 }; // kinds in SlRtype.wides

void sl_stripe_wait(const struct SlStripe *stripe) {
    for (int turn = 0; __atomic_load_n(&stripe->sequence, __ATOMIC_RELAXED) & 1; turn++) {
        if (turn >= 100)
            sched_yield();
#if defined(__x86_64__)
        else
            __builtin_ia32_pause();
#endif
    }
}

// ---- words ----

static void move_up(char *to, const char *from, size_t bytes) // from the first byte on
{
    if ((((uintptr_t)to ^ (uintptr_t)from) & 7) == 0) {
        for (; bytes > 0 && (uintptr_t)to & 7; bytes--, to++, from++)
            SL_STORE_SCALAR(uint8_t, to, SL_LOAD_SCALAR(uint8_t, from));
        for (; bytes >= 8; bytes -= 8, to += 8, from += 8)
            sl_store_word(to, sl_load_word(from));
    } else if ((((uintptr_t)to ^ (uintptr_t)from) & 3) == 0) {
        for (; bytes > 0 && (uintptr_t)to & 3; bytes--, to++, from++)
            SL_STORE_SCALAR(uint8_t, to, SL_LOAD_SCALAR(uint8_t, from));
        for (; bytes >= 4; bytes -= 4, to += 4, from += 4)
            SL_STORE_SCALAR(uint32_t, to, SL_LOAD_SCALAR(uint32_t, from));
    }
    for (; bytes > 0; bytes--, to++, from++)
        SL_STORE_SCALAR(uint8_t, to, SL_LOAD_SCALAR(uint8_t, from));
}

static void move_down(char *to, const char *from, size_t bytes) // from the last byte on
{
    to += bytes;
    from += bytes;
    if ((((uintptr_t)to ^ (uintptr_t)from) & 7) == 0) {
        for (; bytes > 0 && (uintptr_t)to & 7; bytes--) {
            to--, from--;
            SL_STORE_SCALAR(uint8_t, to, SL_LOAD_SCALAR(uint8_t, from));
        }
        for (; bytes >= 8; bytes -= 8) {
            to -= 8, from -= 8;
            sl_store_word(to, sl_load_word(from));
        }
    } else if ((((uintptr_t)to ^ (uintptr_t)from) & 3) == 0) {
        for (; bytes > 0 && (uintptr_t)to & 3; bytes--) {
            to--, from--;
            SL_STORE_SCALAR(uint8_t, to, SL_LOAD_SCALAR(uint8_t, from));
        }
        for (; bytes >= 4; bytes -= 4) {
            to -= 4, from -= 4;
            SL_STORE_SCALAR(uint32_t, to, SL_LOAD_SCALAR(uint32_t, from));
        }
    }
    for (; bytes > 0; bytes--) {
        to--, from--;
        SL_STORE_SCALAR(uint8_t, to, SL_LOAD_SCALAR(uint8_t, from));
    }
}

void sl_words_move(void *to, const void *from, size_t bytes) {
    if ((uintptr_t)to - (uintptr_t)from >= bytes)
        move_up(to, from, bytes);
    else
        move_down(to, from, bytes);
}

static void words_clear(char *at, size_t bytes) {
    for (; bytes > 0 && (uintptr_t)at & 7; bytes--, at++)
        SL_STORE_SCALAR(uint8_t, at, 0);
    for (; bytes >= 8; bytes -= 8, at += 8)
        sl_store_word(at, 0);
    for (; bytes > 0; bytes--, at++)
        SL_STORE_SCALAR(uint8_t, at, 0);
}

// ---- values with wide parts ----

// The wide words of an array are those of one element, which may be an array itself.
static const SlRtype *flatten(const SlRtype *type, size_t *count) {
    while (type->kind == SL_KIND_ARRAY) {
        *count *= type->length;
        type = type->elem;
    }
    return type;
}

static size_t wide_bytes(uint8_t kind) {
    return kind == WIDE_SLICE ? 24 : 16;
}

// The shared side of a copy: both, only its source (to private memory), or only its target.
typedef enum { SHARED_BOTH, SHARED_FROM, SHARED_TO } Shared;

static void copy_wide(SlWorker *worker, char *to, const char *from, uint8_t kind, Shared shared) {
    SlSlot slots[3];
    if (kind == WIDE_SLICE) {
        if (shared == SHARED_TO)
            memcpy(slots, from, 24);
        else
            sl_load_wide3(worker, from, slots);
        if (shared == SHARED_FROM)
            memcpy(to, slots, 24);
        else
            sl_store_wide3(worker, to, slots);
    } else {
        if (shared == SHARED_TO)
            memcpy(slots, from, 16);
        else
            sl_load_wide2(worker, from, slots);
        if (shared == SHARED_FROM)
            memcpy(to, slots, 16);
        else
            sl_store_wide2(worker, to, slots);
    }
}

static void copy_value(SlWorker *worker, char *to, const char *from, const SlRtype *type, Shared shared, bool down) {
    uint32_t wides = type->wide_count;
    if (!down) {
        size_t done = 0;
        for (uint32_t i = 0; i < wides; i++) {
            const SlRword *word = &type->wides[i];
            move_up(to + done, from + done, word->offset - done);
            copy_wide(worker, to + word->offset, from + word->offset, word->kind, shared);
            done = word->offset + wide_bytes(word->kind);
        }
        move_up(to + done, from + done, type->size - done);
        return;
    }
    size_t left = type->size;
    for (uint32_t i = wides; i-- > 0;) {
        const SlRword *word = &type->wides[i];
        size_t end = word->offset + wide_bytes(word->kind);
        move_down(to + end, from + end, left - end);
        copy_wide(worker, to + word->offset, from + word->offset, word->kind, shared);
        left = word->offset;
    }
    move_down(to, from, left);
}

static void copy_values(SlWorker *worker, char *to, const char *from, const SlRtype *type, size_t count,
                        Shared shared) {
    type = flatten(type, &count);
    size_t bytes = type->size * count;
    if (bytes == 0 || to == from)
        return;
    if (!(type->flags & SL_RTYPE_WIDE)) {
        if (!WATCHED && !(type->flags & SL_RTYPE_POINTERS))
            memmove(to, from, bytes);
        else
            sl_words_move(to, from, bytes);
        return;
    }
    if ((uintptr_t)to - (uintptr_t)from >= bytes) {
        for (size_t i = 0; i < count; i++)
            copy_value(worker, to + i * type->size, from + i * type->size, type, shared, false);
    } else {
        for (size_t i = count; i-- > 0;)
            copy_value(worker, to + i * type->size, from + i * type->size, type, shared, true);
    }
}

void sl_memory_copy(void *to, const void *from, const SlRtype *type, size_t count) {
    if (type->flags & SL_RTYPE_POINTERS)
        sl_words_move(to, from, type->size * count);
    else
        memmove(to, from, type->size * count);
}

void sl_shared_copy(SlWorker *worker, void *to, const void *from, const SlRtype *type, size_t count) {
    if (worker->multi)
        copy_values(worker, to, from, type, count, SHARED_BOTH);
    else
        memmove(to, from, type->size * count);
}

void sl_shared_fetch(SlWorker *worker, void *to, const void *from, const SlRtype *type, size_t count) {
    if (worker->multi)
        copy_values(worker, to, from, type, count, SHARED_FROM);
    else
        memmove(to, from, type->size * count);
}

void sl_shared_copy_bytes(SlWorker *worker, void *to, const void *from, size_t count) {
    if (WATCHED && worker->multi)
        sl_words_move(to, from, count);
    else if (count > 0)
        memmove(to, from, count);
}

void sl_shared_clear(SlWorker *worker, void *memory, const SlRtype *type, size_t count) {
    if (!worker->multi || (!WATCHED && !(type->flags & SL_RTYPE_POINTERS))) {
        if (count > 0)
            memset(memory, 0, type->size * count);
        return;
    }
    type = flatten(type, &count);
    if (!(type->flags & SL_RTYPE_WIDE)) {
        words_clear(memory, type->size * count);
        return;
    }
    static const SlSlot none[3];
    char *at = memory;
    for (; count > 0; count--, at += type->size) {
        size_t done = 0;
        for (uint32_t i = 0; i < type->wide_count; i++) {
            const SlRword *word = &type->wides[i];
            words_clear(at + done, word->offset - done);
            if (word->kind == WIDE_SLICE)
                sl_store_wide3(worker, at + word->offset, none);
            else
                sl_store_wide2(worker, at + word->offset, none);
            done = word->offset + wide_bytes(word->kind);
        }
        words_clear(at + done, type->size - done);
    }
}

// ---- memory form and frame form ----

static inline uint64_t load_scalar(const void *memory, uint8_t kind) {
    switch (kind) {
    case SL_KIND_BOOL:
    case SL_KIND_UINT8:
        return SL_LOAD_SCALAR(uint8_t, memory);
    case SL_KIND_INT8:
        return (uint64_t)(int64_t)SL_LOAD_SCALAR(int8_t, memory);
    case SL_KIND_INT16:
        return (uint64_t)(int64_t)SL_LOAD_SCALAR(int16_t, memory);
    case SL_KIND_UINT16:
        return SL_LOAD_SCALAR(uint16_t, memory);
    case SL_KIND_INT32:
        return (uint64_t)(int64_t)SL_LOAD_SCALAR(int32_t, memory);
    case SL_KIND_UINT32:
        return SL_LOAD_SCALAR(uint32_t, memory);
    default:
        return sl_load_word(memory);
    }
}

static double load_float32(const void *memory) {
    uint32_t bits = SL_LOAD_SCALAR(uint32_t, memory);
    float value;
    memcpy(&value, &bits, 4);
    return value;
}

static void store_float32(void *memory, double wide) {
    float value = (float)wide;
    uint32_t bits;
    memcpy(&bits, &value, 4);
    SL_STORE_SCALAR(uint32_t, memory, bits);
}

// Memory that nobody changes need not be copied again.
static uint64_t load_huge(SlWorker *worker, const void *memory, const SlRtype *type, SlSlot *slots) {
    void *copy = worker ? sl_heap_new_value(worker, type) : (void *)(uintptr_t)memory;
    if (worker && copy)
        sl_shared_fetch(worker, copy, memory, type, 1);
    slots[0].p = copy; // null when there is no memory left: the program ends
    return 1;
}

const void *sl_huge_memory(SlWorker *worker, const SlRtype *type, const SlSlot *slots) {
    return slots[0].p ? slots[0].p : sl_heap_new_value(worker, type);
}

// worker: null for memory that nobody else writes.
static uint64_t load(SlWorker *worker, const void *memory, const SlRtype *type, SlSlot *slots) {
    bool shared = worker && worker->multi;
    switch (type->kind) {
    case SL_KIND_FLOAT32:
        slots[0].f = load_float32(memory);
        return 1;
    case SL_KIND_COMPLEX64:
        slots[0].f = load_float32(memory);
        slots[1].f = load_float32((const char *)memory + 4);
        return 2;
    case SL_KIND_STRING:
    case SL_KIND_INTERFACE:
    case SL_KIND_COMPLEX128:
        if (shared)
            sl_load_wide2(worker, memory, slots);
        else
            memcpy(slots, memory, 16);
        return 2;
    case SL_KIND_SLICE:
        if (shared)
            sl_load_wide3(worker, memory, slots);
        else
            memcpy(slots, memory, 24);
        return 3;
    case SL_KIND_ARRAY:
    case SL_KIND_STRUCT:
        if (type->slots == 0)
            return 0;
        if (type->flags & SL_RTYPE_HUGE)
            return load_huge(worker, memory, type, slots);
        slots[type->slots - 1].u = 0;
        if (shared)
            copy_values(worker, (char *)slots, memory, type, 1, SHARED_FROM);
        else
            memcpy(slots, memory, type->size);
        return type->slots;
    default:
        slots[0].u = load_scalar(memory, type->kind);
        return 1;
    }
}

static void store(SlWorker *worker, void *memory, const SlRtype *type, const SlSlot *slots) {
    bool shared = worker && worker->multi;
    switch (type->kind) {
    case SL_KIND_BOOL:
    case SL_KIND_INT8:
    case SL_KIND_UINT8:
        SL_STORE_SCALAR(uint8_t, memory, slots[0].u);
        return;
    case SL_KIND_INT16:
    case SL_KIND_UINT16:
        SL_STORE_SCALAR(uint16_t, memory, slots[0].u);
        return;
    case SL_KIND_INT32:
    case SL_KIND_UINT32:
        SL_STORE_SCALAR(uint32_t, memory, slots[0].u);
        return;
    case SL_KIND_FLOAT32:
        store_float32(memory, slots[0].f);
        return;
    case SL_KIND_COMPLEX64:
        store_float32(memory, slots[0].f);
        store_float32((char *)memory + 4, slots[1].f);
        return;
    case SL_KIND_STRING:
    case SL_KIND_INTERFACE:
    case SL_KIND_COMPLEX128:
        if (shared)
            sl_store_wide2(worker, memory, slots);
        else
            memcpy(memory, slots, 16);
        return;
    case SL_KIND_SLICE:
        if (shared)
            sl_store_wide3(worker, memory, slots);
        else
            memcpy(memory, slots, 24);
        return;
    case SL_KIND_ARRAY:
    case SL_KIND_STRUCT: {
        const void *from = type->flags & SL_RTYPE_HUGE ? slots[0].p : slots;
        if (!from && shared)
            sl_shared_clear(worker, memory, type, 1);
        else if (!from)
            memset(memory, 0, type->size);
        else if (shared)
            copy_values(worker, memory, from, type, 1, SHARED_TO);
        else if (type->size > 0)
            memcpy(memory, from, type->size);
        return;
    }
    default:
        SL_STORE_POINTER(memory, slots[0].p);
    }
}

uint64_t sl_slot_load(const void *memory, const SlRtype *type, SlSlot *slots) {
    return load(NULL, memory, type, slots);
}

void sl_slot_store(void *memory, const SlRtype *type, const SlSlot *slots) {
    store(NULL, memory, type, slots);
}

uint64_t sl_shared_load(SlWorker *worker, const void *memory, const SlRtype *type, SlSlot *slots) {
    return load(worker, memory, type, slots);
}

void sl_shared_store(SlWorker *worker, void *memory, const SlRtype *type, const SlSlot *slots) {
    store(worker, memory, type, slots);
}
