// SPDX-License-Identifier: MIT
// The fast path of allocation. Each worker's cache holds, for each size class, a run of free and zeroed objects that
// lie behind each other; taking one is an addition.
#ifndef SL_HEAP_INLINE_H
#define SL_HEAP_INLINE_H

#include "run/impl.h"

enum {
    SL_HEAP_CLASSES = 67,      // sizes of objects: Go's
    SL_HEAP_SMALL_MAX = 32768, // larger objects have spans of their own
    SL_HEAP_HEADER = 8,        // what precedes objects with pointers: SlRtype *, or SlHeapClass * + 1
};

typedef struct SlSpan SlSpan;

typedef struct {
    char *free, *limit; // equal: none left
    uint32_t step;      // bytes from one object to the next
    uint32_t number;    // 2 * size class + (1 with headers)
    SlSpan *span;       // where the run lies, or null
} SlHeapRun;

struct SlHeapCache {
    SlHeapRun runs[2 * SL_HEAP_CLASSES];
    uint64_t nans;  // hashed so far: each NaN has a hash of its own
    uint32_t depth; // of interfaces within interfaces that are being compared or hashed
};

extern const uint16_t sl_heap_class_sizes[SL_HEAP_CLASSES];
extern const uint8_t sl_heap_class_of_small[1024 / 8 + 1];              // by (bytes + 7) / 8
extern const uint8_t sl_heap_class_of_medium[(32768 - 1024) / 128 + 1]; // by (bytes - 1024 + 127) / 128
extern const uint64_t sl_heap_zero[2];                                  // where objects of size 0 are

static inline uint32_t sl_heap_class(size_t bytes) // 1 to SL_HEAP_SMALL_MAX
{
    return bytes <= 1024 ? sl_heap_class_of_small[(bytes + 7) >> 3]
                         : sl_heap_class_of_medium[(bytes - 1024 + 127) >> 7];
}

void *sl_heap_refill(SlWorker *worker, SlHeapRun *run); // an object of the next run; never null

static inline void *sl_heap_take(SlWorker *worker, size_t bytes, uint32_t with_header) {
    SlHeapRun *run = &worker->heap->runs[2 * sl_heap_class(bytes) + with_header];
    char *at = run->free;
    if (__builtin_expect(at == run->limit, 0))
        return sl_heap_refill(worker, run);
    run->free = at + run->step;
    return at;
}

// new(T): one zeroed value in memory form. Null only when it is too large for memory (the machine is then ending).
static inline void *sl_heap_new_value(SlWorker *worker, const SlRtype *type) {
    if (__builtin_expect(type->size - 1 >= SL_HEAP_SMALL_MAX, 0)) // 0 wraps
        return sl_alloc_typed(worker, type, 1);
    if (!(type->flags & SL_RTYPE_POINTERS))
        return sl_heap_take(worker, type->size, 0);
    const SlRtype **header = sl_heap_take(worker, type->size, 1);
    *header = type;
    return header + 1;
}

#endif
