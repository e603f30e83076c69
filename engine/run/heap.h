// SPDX-License-Identifier: MIT
// The heap's insides, for heap.c, heap-pages.c and gc.c.
//
// One range of addresses is reserved for a machine and opened as it grows. It is divided into pages of 8 KB; a flat
// table tells each page's span. A span is a run of pages that holds objects of one size, or one large object, or is
// free. Objects with pointers live in spans of their own and begin with a header word that tells what they are: an
// SlRtype *, then the object is an array of such values, or an SlHeapClass * with bit 0 set. A large object's header
// is in its span.
#ifndef SL_HEAP_H
#define SL_HEAP_H

#include "run/heap-inline.h"
#include "run/memory.h"

enum {
    SL_PAGE_SHIFT = 13,
    SL_PAGE = 1 << SL_PAGE_SHIFT,
    SL_SPAN_WORDS = 16, // of a bitmap: at most 1024 objects
    SL_RUN_CLASSES = 2 * SL_HEAP_CLASSES,
    SL_EXACT_BINS = 64, // free runs of that many pages have bins by size, longer ones by power of two
    SL_PAGE_BINS = SL_EXACT_BINS + 32,
};

struct SlSpan {
    char *start;
    size_t bytes;         // that hold objects; 0: free
    uint32_t step, count; // objects; large: step 0
    uint32_t reciprocal;  // 2^32 / step, rounded up; large: 0
    uint16_t number;      // of its class; large: SL_RUN_CLASSES + has header
    bool headers;         // objects have pointers
    bool needs_zero;
    uint64_t header; // of a large object with pointers
    size_t pages;
    size_t dirty;        // free: pages that may not be zero
    uint32_t cursor;     // objects before this one are not free
    uint32_t index;      // in heap->spans
    SlSpan *next, *prev; // in a bin of free runs; next: in a list of spans with room
    struct {
        uint64_t mark, alloc;
    } bits[SL_SPAN_WORDS]; // of 64 objects each
};

typedef struct SlHelpers SlHelpers;       // gc-helpers.c: threads that help with marking
typedef struct SlFinalizers SlFinalizers; // finalizer.c

typedef struct {
    SlMachine *machine;
    char *base;
    size_t reserved; // bytes of addresses
    void *mapping;   // where they were reserved
    size_t mapping_bytes;
    SlSpan **table;       // by page
    pthread_mutex_t lock; // of everything below but the atomics
    size_t opened;        // pages that can be accessed
    size_t used;          // pages in spans that hold objects
    size_t dirty;         // pages in free runs that take memory
    SlSpan *bins[SL_PAGE_BINS];
    uint64_t bin_bits[2];
    SlSpan *reserve; // opened pages kept for the moment when the system gives no more
    SlSpan *spare;   // span structures without use
    void *slabs;     // blocks of such structures
    SlSpan **spans;  // that hold objects
    size_t span_count, span_capacity;
    SlSpan *partial[SL_RUN_CLASSES]; // spans with room
    uint32_t class_pages[SL_RUN_CLASSES];
    // Pacing
    uint64_t limit;
    uint64_t live;            // bytes of objects after the last collection
    uint64_t goal;            // bytes of objects at which the next begins
    _Atomic uint64_t claimed; // bytes since the last collection
    _Atomic int64_t outside;  // bytes of stacks
    _Atomic bool wants;
    _Atomic bool over;   // the limit is passed: the next allocation that looks ends the machine
    _Atomic bool failed; // it has been ended
    // Figures
    _Atomic uint64_t objects;  // in all, with those that caches have not used yet
    uint64_t allocated_before; // in all, up to the last collection
    uint64_t collections, pause_max, pause_total;
    SlHelpers *helpers;
    SlFinalizers *finalizers;        // null until the program sets one
    const struct SlLeakHooks *leaks; // leak.c's, for collections; null: they do not look for leaks
    struct SlStripe *stripes;
} SlHeap;

typedef struct {
    uint64_t heap_bytes, allocated_bytes, collections, pause_max, pause_total; // nanoseconds
    uint64_t resident_bytes;                                                   // pages that objects or free runs hold
    uint64_t objects;                                                          // allocated in all
} SlHeapStats;
void sl_heap_stats(const SlMachine *machine, SlHeapStats *stats);       // counts what the workers' caches still have
void sl_heap_stats_exact(const SlMachine *machine, SlHeapStats *stats); // does not; the world is stopped
// Tells of memory outside of the heap (stacks) that counts towards the limit. Any thread.
void sl_heap_account(SlMachine *machine, int64_t bytes);
// Ends the machine with "runtime: out of memory". Returns SL_EXIT.
SlOutcome sl_heap_exhausted(SlWorker *worker);

// heap-pages.c; the lock is held
bool sl_pages_new(SlHeap *heap);
void sl_pages_free(SlHeap *heap);
SlSpan *sl_pages_take(SlHeap *heap, size_t pages, bool *zero); // null: no memory
void sl_pages_give(SlHeap *heap, SlSpan *span);
void sl_pages_release(SlHeap *heap, size_t keep); // gives memory of free runs back until `keep` dirty pages are left

void sl_heap_cache_flush(SlHeap *heap, SlHeapCache *cache); // the world is stopped
void sl_gc_helpers_free(SlHeap *heap);

#endif
