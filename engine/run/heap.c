// SPDX-License-Identifier: MIT
// Allocation. A worker takes objects from runs in its cache (heap-inline.h); here runs are found in spans, spans are
// found or made, and it is counted how much has been allocated, so that collections begin in time.
//
// The allocator never collects and hardly ever refuses: C code may hold pointers to fresh objects. Past the limit it
// ends the machine but still hands out memory; only a single object beyond the limit is refused.
#include "run/heap.h"

#include <stdlib.h>
#include <sys/mman.h>

#include "run/finalizer.h"
#include "run/values.h"

enum {
    RUN_BYTES = 4096,       // at most so much is zeroed at once
    LARGE_FRESH = 16 << 20, // dirty memory for an object from here on is given back instead of being zeroed
};
static const uint64_t first_goal = 32 << 20;
static const uint64_t default_limit = (uint64_t)4 << 30;

static SlHeap *heap_of(const SlMachine *machine) {
    return machine->heap;
}

// Pages of a class's spans: few, with at most an eighth lost, at least 8 objects if that takes no more than 8 pages.
static uint32_t pages_for(uint32_t step) {
    uint32_t best = 1;
    double best_loss = 2;
    for (uint32_t pages = 1; pages <= 16; pages++) {
        uint32_t bytes = pages * SL_PAGE, count = bytes / step;
        if (count == 0)
            continue;
        double loss = (double)(bytes - count * step) / bytes;
        if (loss < best_loss) {
            best = pages;
            best_loss = loss;
        }
        if (loss <= 0.125 && (count >= 8 || pages >= 8))
            return pages;
    }
    return best;
}

bool sl_heap_new(SlMachine *machine) {
    SlHeap *heap = calloc(1, sizeof *heap);
    if (!heap)
        return false;
    machine->heap = heap;
    heap->machine = machine;
    pthread_mutex_init(&heap->lock, NULL);
    heap->stripes = aligned_alloc(64, SL_STRIPES * sizeof *heap->stripes);
    if (!heap->stripes || !sl_pages_new(heap) || !sl_itabs_new(machine)) {
        sl_heap_free(machine);
        return false;
    }
    memset(heap->stripes, 0, SL_STRIPES * sizeof *heap->stripes);
    for (uint32_t number = 0; number < SL_RUN_CLASSES; number++)
        heap->class_pages[number] = pages_for(sl_heap_class_sizes[number / 2] + (number & 1) * SL_HEAP_HEADER);
    heap->limit = machine->options.memory_limit ? machine->options.memory_limit : default_limit;
    if (heap->limit > heap->reserved / 2)
        heap->limit = heap->reserved / 2;
    heap->goal = heap->limit < first_goal ? heap->limit : first_goal;
    return true;
}

void sl_heap_free(SlMachine *machine) {
    SlHeap *heap = heap_of(machine);
    if (!heap)
        return;
    sl_gc_helpers_free(heap);
    sl_finalizers_free(heap);
    sl_itabs_free(machine);
    sl_pages_free(heap);
    pthread_mutex_destroy(&heap->lock);
    free(heap->spans);
    free(heap->stripes);
    free(heap);
    machine->heap = NULL;
}

SlHeapCache *sl_heap_cache_new(SlWorker *worker) {
    SlHeap *heap = heap_of(worker->machine);
    SlHeapCache *cache = calloc(1, sizeof *cache);
    if (!cache)
        return NULL;
    for (uint32_t number = 0; number < SL_RUN_CLASSES; number++) {
        cache->runs[number].number = number;
        cache->runs[number].step = sl_heap_class_sizes[number / 2] + (number & 1) * SL_HEAP_HEADER;
    }
    worker->heap = cache;
    worker->stripes = heap->stripes;
    return cache;
}

// What the cache has not used goes back to its spans.
void sl_heap_cache_flush(SlHeap *heap, SlHeapCache *cache) {
    uint64_t unused = 0, objects = 0;
    for (uint32_t number = 0; number < SL_RUN_CLASSES; number++) {
        SlHeapRun *run = &cache->runs[number];
        SlSpan *span = run->span;
        if (!span)
            continue;
        unused += (uint64_t)(run->limit - run->free);
        objects += (uint64_t)(run->limit - run->free) / run->step;
        for (char *at = run->free; at != run->limit; at += run->step) {
            size_t object = (size_t)(at - span->start) / span->step;
            span->bits[object >> 6].alloc &= ~(1ULL << (object & 63));
        }
        span->cursor = 0;
        span->needs_zero = true;
        run->free = run->limit = NULL;
        run->span = NULL;
    }
    atomic_fetch_sub_explicit(&heap->claimed, unused, memory_order_relaxed);
    atomic_fetch_sub_explicit(&heap->objects, objects, memory_order_relaxed);
}

void sl_heap_cache_free(SlWorker *worker) {
    if (!worker->heap)
        return;
    SlHeap *heap = heap_of(worker->machine);
    if (heap) {
        pthread_mutex_lock(&heap->lock);
        sl_heap_cache_flush(heap, worker->heap);
        pthread_mutex_unlock(&heap->lock);
    }
    free(worker->heap);
    worker->heap = NULL;
}

SlOutcome sl_heap_exhausted(SlWorker *worker) {
    SlHeap *heap = heap_of(worker->machine);
    if (!atomic_exchange(&heap->failed, true))
        sl_fatal(worker, "runtime: out of memory");
    return SL_EXIT;
}

// Bytes that count towards the limit.
static uint64_t total(SlHeap *heap) {
    int64_t outside = atomic_load_explicit(&heap->outside, memory_order_relaxed);
    return heap->live + atomic_load_explicit(&heap->claimed, memory_order_relaxed) +
           (outside > 0 ? (uint64_t)outside : 0);
}

static void claim(SlWorker *worker, SlHeap *heap, uint64_t bytes, uint64_t objects) {
    atomic_fetch_add_explicit(&heap->objects, objects, memory_order_relaxed);
    uint64_t claimed = atomic_fetch_add_explicit(&heap->claimed, bytes, memory_order_relaxed) + bytes;
    if (__builtin_expect(atomic_load_explicit(&heap->over, memory_order_relaxed), 0))
        sl_heap_exhausted(worker);
    if (heap->live + claimed < heap->goal)
        return;
    if (!atomic_load_explicit(&heap->wants, memory_order_relaxed))
        atomic_store_explicit(&heap->wants, true, memory_order_relaxed);
    // The next backward jump polls, whoever asked first.
    worker->cut += worker->budget;
    worker->cut_short = true;
    worker->budget = 0;
    // Garbage does not count, unless no safepoint comes.
    if (total(heap) > heap->limit + heap->limit / 2)
        sl_heap_exhausted(worker);
}

static void span_register(SlHeap *heap, SlSpan *span) {
    if (heap->span_count == heap->span_capacity) {
        heap->span_capacity = heap->span_capacity ? 2 * heap->span_capacity : 1024;
        heap->spans = realloc(heap->spans, heap->span_capacity * sizeof *heap->spans);
        assert(heap->spans);
    }
    span->index = (uint32_t)heap->span_count;
    heap->spans[heap->span_count++] = span;
    heap->used += span->pages;
}

static SlSpan *span_for(SlHeap *heap, uint32_t number, uint32_t step) {
    SlSpan *span = heap->partial[number];
    if (span) {
        heap->partial[number] = span->next;
        span->next = NULL;
        return span;
    }
    bool zero;
    span = sl_pages_take(heap, heap->class_pages[number], &zero);
    if (!span)
        return NULL;
    span->step = step;
    span->count = (uint32_t)((span->pages << SL_PAGE_SHIFT) / step);
    span->bytes = (size_t)span->count * step;
    span->reciprocal = (uint32_t)((((uint64_t)1 << 32) + step - 1) / step);
    span->number = (uint16_t)number;
    span->headers = number & 1;
    span->needs_zero = !zero;
    span->cursor = 0;
    memset(span->bits, 0, sizeof span->bits);
    span_register(heap, span);
    return span;
}

// The next run of free objects in the run's span, from its cursor on.
static bool next_run(SlHeapRun *run) {
    SlSpan *span = run->span;
    uint32_t at = span->cursor;
    while (at < span->count) {
        uint64_t taken = span->bits[at >> 6].alloc >> (at & 63);
        if (taken == 0)
            break;
        uint32_t skip = taken == ~0ULL >> (at & 63) ? 64 - (at & 63) : (uint32_t)__builtin_ctzll(~taken);
        at += skip;
        if (skip < 64 - ((at - skip) & 63))
            break;
    }
    if (at >= span->count) {
        span->cursor = span->count;
        return false;
    }
    uint32_t most = span->needs_zero ? RUN_BYTES / span->step : span->count;
    uint32_t end = at;
    do {
        span->bits[end >> 6].alloc |= 1ULL << (end & 63);
        end++;
    } while (end < span->count && end - at < most && !(span->bits[end >> 6].alloc >> (end & 63) & 1));
    span->cursor = end;
    run->free = span->start + (size_t)at * span->step;
    run->limit = span->start + (size_t)end * span->step;
    if (span->needs_zero)
        memset(run->free, 0, (size_t)(run->limit - run->free));
    return true;
}

void *sl_heap_refill(SlWorker *worker, SlHeapRun *run) {
    SlHeap *heap = heap_of(worker->machine);
    while (!run->span || !next_run(run)) {
        pthread_mutex_lock(&heap->lock);
        run->span = span_for(heap, run->number, run->step);
        pthread_mutex_unlock(&heap->lock);
        assert(run->span); // the limit ends the machine long before the range of addresses does
    }
    claim(worker, heap, (uint64_t)(run->limit - run->free), (uint64_t)(run->limit - run->free) / run->step);
    char *object = run->free;
    run->free += run->step;
    return object;
}

// An object with a span of its own; null beyond the limit.
static void *large(SlWorker *worker, size_t bytes, bool headers, uint64_t header) {
    SlHeap *heap = heap_of(worker->machine);
    if (bytes > heap->limit || total(heap) + bytes > 2 * heap->limit ||
        atomic_load_explicit(&heap->failed, memory_order_relaxed)) {
        sl_heap_exhausted(worker);
        return NULL;
    }
    size_t pages = (bytes + SL_PAGE - 1) >> SL_PAGE_SHIFT;
    bool zero = false;
    pthread_mutex_lock(&heap->lock);
    SlSpan *span = sl_pages_take(heap, pages, &zero);
    if (span) {
        span->step = 0;
        span->count = 1;
        span->reciprocal = 0;
        span->number = SL_RUN_CLASSES + headers;
        span->headers = headers;
        span->header = header;
        span->bits[0].mark = 0;
        span->bits[0].alloc = 0; // not yet zero: no marking of its contents
        span_register(heap, span);
    }
    pthread_mutex_unlock(&heap->lock);
    if (!span) {
        sl_heap_exhausted(worker);
        return NULL;
    }
    if (!zero) {
        if (span->bytes >= LARGE_FRESH)
            madvise(span->start, span->bytes, MADV_DONTNEED);
        else
            memset(span->start, 0, span->bytes);
    }
    span->bits[0].alloc = 1;
    claim(worker, heap, span->bytes, 1);
    return span->start;
}

void *sl_alloc_bytes(SlWorker *worker, size_t bytes) {
    if (bytes == 0)
        return (void *)sl_heap_zero;
    if (bytes > SL_HEAP_SMALL_MAX)
        return large(worker, bytes, false, 0);
    return sl_heap_take(worker, bytes, 0);
}

static void *with_header(SlWorker *worker, uint64_t header, size_t bytes) {
    if (bytes > SL_HEAP_SMALL_MAX)
        return large(worker, bytes, true, header);
    uint64_t *object = sl_heap_take(worker, bytes ? bytes : 1, 1);
    *object = header;
    return object + 1;
}

void *sl_alloc_typed(SlWorker *worker, const SlRtype *type, size_t count) {
    size_t bytes;
    if (__builtin_mul_overflow(type->size, count, &bytes)) {
        sl_heap_exhausted(worker);
        return NULL;
    }
    if (bytes == 0)
        return (void *)sl_heap_zero;
    if (!(type->flags & SL_RTYPE_POINTERS))
        return sl_alloc_bytes(worker, bytes);
    return with_header(worker, (uint64_t)(uintptr_t)type, bytes);
}

void *sl_alloc_class(SlWorker *worker, const SlHeapClass *class_, size_t bytes) {
    return with_header(worker, (uint64_t)(uintptr_t)class_ | 1, bytes);
}

bool sl_heap_wants_collection(const SlMachine *machine) {
    return atomic_load_explicit(&heap_of(machine)->wants, memory_order_relaxed);
}

void sl_heap_account(SlMachine *machine, int64_t bytes) {
    atomic_fetch_add_explicit(&heap_of(machine)->outside, bytes, memory_order_relaxed);
}

uint64_t sl_heap_bytes(const SlMachine *machine) {
    SlHeap *heap = heap_of(machine);
    return heap->live + atomic_load_explicit(&heap->claimed, memory_order_relaxed);
}

void sl_heap_stats(const SlMachine *machine, SlHeapStats *stats) {
    SlHeap *heap = heap_of(machine);
    pthread_mutex_lock(&heap->lock); // whoever asks may be no worker
    uint64_t claimed = atomic_load_explicit(&heap->claimed, memory_order_relaxed);
    *stats = (SlHeapStats){
        .heap_bytes = heap->live + claimed,
        .allocated_bytes = heap->allocated_before + claimed,
        .collections = heap->collections,
        .pause_max = heap->pause_max,
        .pause_total = heap->pause_total,
        .resident_bytes = (heap->used + heap->dirty) << SL_PAGE_SHIFT,
        .objects = atomic_load_explicit(&heap->objects, memory_order_relaxed),
    };
    pthread_mutex_unlock(&heap->lock);
}

void sl_heap_stats_exact(const SlMachine *machine, SlHeapStats *stats) {
    sl_heap_stats(machine, stats);
    for (int i = 0; i < machine->worker_count; i++) {
        const SlHeapCache *cache = machine->workers[i] ? machine->workers[i]->heap : NULL;
        for (uint32_t number = 0; cache && number < SL_RUN_CLASSES; number++) {
            const SlHeapRun *run = &cache->runs[number];
            uint64_t unused = (uint64_t)(run->limit - run->free);
            stats->allocated_bytes -= unused;
            stats->objects -= unused / run->step;
        }
    }
}
