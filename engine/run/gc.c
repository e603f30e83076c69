// SPDX-License-Identifier: MIT
// The collector: marks from the roots while the world is stopped, then sweeps.
//
// Marking is precise: types, heap classes and liveness maps say where pointers are. It keeps an explicit stack.
// Sweeping touches no object: a span's marks become its allocation bits, and spans without marks give their pages
// back. Runs of free objects are zeroed when they are handed out.
#include "run/gc.h"

#include <stdlib.h>
#include <time.h>

#include "run/finalizer.h"
#include "run/trace.h"
#include "run/leak.h"
#include "run/values.h"

enum { PIECE_BYTES = 32 << 10 }; // large arrays are marked in pieces, so that markers can share them

static __attribute__((noinline)) void grow(SlMarker *marker) {
    marker->capacity = marker->capacity ? 2 * marker->capacity : 1024;
    marker->stack = realloc(marker->stack, marker->capacity * sizeof *marker->stack);
    assert(marker->stack);
}

static inline void push(SlMarker *marker, char *at, uintptr_t what, size_t count) {
    if (__builtin_expect(marker->depth == marker->capacity, 0))
        grow(marker);
    SlWork *work = &marker->stack[marker->depth++];
    work->at = at;
    work->what = what;
    work->count = count;
}

// Marks the object that a pointer points into; its contents are left for later.
static inline void visit(SlMarker *marker, const char *pointer, SlSpan *span) {
    size_t inside = (size_t)(pointer - span->start);
    if (inside >= span->bytes)
        return;
    uint32_t object = (uint32_t)(((uint64_t)(uint32_t)inside * span->reciprocal) >> 32);
    uint64_t *word = &span->bits[object >> 6].mark;
    uint64_t bit = 1ULL << (object & 63);
    if (__atomic_load_n(word, __ATOMIC_RELAXED) & bit || !(span->bits[object >> 6].alloc & bit))
        return;
    if (!marker->parallel)
        *word |= bit;
    else if (__atomic_fetch_or(word, bit, __ATOMIC_RELAXED) & bit)
        return;
    if (span->headers)
        push(marker, span->start + (size_t)object * span->step, (uintptr_t)span, 0);
}

// The memory that visiting takes is asked for now; the visit follows when other pointers have passed by.
static inline void mark(SlMarker *marker, const void *pointer) {
    size_t offset = (size_t)((const char *)pointer - marker->base);
    if (offset >= marker->range)
        return;
    SlSpan *span = marker->table[offset >> SL_PAGE_SHIFT];
    if (!span)
        return;
    __builtin_prefetch(span);
    __builtin_prefetch(&span->bits[0]);
    __builtin_prefetch(pointer);
    uint32_t at = marker->ring_next++ % SL_MARK_RING;
    const char *older = marker->ring_pointers[at];
    SlSpan *older_span = marker->ring_spans[at];
    marker->ring_pointers[at] = pointer;
    marker->ring_spans[at] = span;
    if (older)
        visit(marker, older, older_span);
}

static void empty_ring(SlMarker *marker) {
    for (uint32_t i = 0; i < SL_MARK_RING; i++) {
        uint32_t at = marker->ring_next++ % SL_MARK_RING;
        const char *pointer = marker->ring_pointers[at];
        marker->ring_pointers[at] = NULL;
        if (pointer)
            visit(marker, pointer, marker->ring_spans[at]);
    }
}

SlMachine *sl_marker_machine(const SlMarker *marker) {
    return marker->machine;
}

void sl_mark_pointer(SlMarker *marker, void *pointer) {
    mark(marker, pointer);
}

static inline void mark_iface(SlMarker *marker, const SlRtype *type, const void *data) {
    if (type && sl_rtype_word_is_pointer(type))
        mark(marker, data);
}

void sl_mark_slots(SlMarker *marker, const SlSlot *slots, const uint8_t *kinds, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        if (kinds[i] == SL_WORD_POINTER)
            mark(marker, slots[i].p);
        else if (kinds[i] == SL_WORD_IFACE && i + 1 < count)
            mark_iface(marker, slots[i].p, slots[i + 1].p);
    }
}

// The pointers of an array type are those of one element, which may be an array itself: down to what is none.
static const SlRtype *flatten(const SlRtype *type, size_t *count) {
    while (type->kind == SL_KIND_ARRAY) {
        *count *= type->length;
        type = type->elem;
    }
    return type;
}

static inline void mark_values(SlMarker *marker, const char *at, const SlRtype *type, size_t count) {
    const SlRword *words = type->pointers;
    uint32_t word_count = type->pointer_count;
    for (; count > 0; count--, at += type->size) {
        for (uint32_t i = 0; i < word_count; i++) {
            const void *const *word = (const void *const *)(at + words[i].offset);
            if (words[i].kind == SL_WORD_POINTER)
                mark(marker, word[0]);
            else if (words[i].kind == SL_WORD_IFACE)
                mark_iface(marker, word[0], word[1]);
        }
    }
}

void sl_mark_typed(SlMarker *marker, const void *memory, const SlRtype *type, size_t count) {
    if (!(type->flags & SL_RTYPE_POINTERS))
        return;
    type = flatten(type, &count);
    const char *at = memory;
    if (type->size * count > PIECE_BYTES && type->size <= PIECE_BYTES) {
        size_t piece = PIECE_BYTES / type->size;
        for (; count > piece; count -= piece, at += piece * type->size)
            push(marker, (char *)at, (uintptr_t)type | 1, piece);
    }
    mark_values(marker, at, type, count);
}

static inline void scan(SlMarker *marker, char *at, uintptr_t what, size_t count) {
    if (what & 1) {
        mark_values(marker, at, (const SlRtype *)(what - 1), count);
        return;
    }
    const SlSpan *span = (const SlSpan *)what;
    bool large = span->step == 0;
    uint64_t header = large ? span->header : *(uint64_t *)(void *)at;
    char *memory = large ? at : at + SL_HEAP_HEADER;
    size_t bytes = large ? span->bytes : span->step - SL_HEAP_HEADER;
    if (header & 1) {
        const SlHeapClass *class_ = (const SlHeapClass *)(uintptr_t)(header - 1);
        class_->mark(marker, memory, bytes);
        return;
    }
    const SlRtype *type = (const SlRtype *)(uintptr_t)header;
    if (!type)
        return;
    if (bytes < 2 * type->size && type->kind != SL_KIND_ARRAY)
        mark_values(marker, memory, type, 1);
    else
        sl_mark_typed(marker, memory, type, bytes / type->size);
}

// ---- objects by pointer, for finalizers ----

static SlSpan *span_of(const SlHeap *heap, const void *pointer, uint32_t *object) {
    size_t offset = (size_t)((const char *)pointer - heap->base);
    SlSpan *span = offset < heap->opened << SL_PAGE_SHIFT ? heap->table[offset >> SL_PAGE_SHIFT] : NULL;
    size_t inside = span ? (size_t)((const char *)pointer - span->start) : 0;
    if (!span || inside >= span->bytes)
        return NULL;
    *object = (uint32_t)(((uint64_t)(uint32_t)inside * span->reciprocal) >> 32);
    return span;
}

void *sl_heap_object(const SlHeap *heap, const void *pointer) {
    uint32_t object;
    SlSpan *span = span_of(heap, pointer, &object);
    if (!span)
        return NULL;
    return span->start + (size_t)object * span->step + (span->headers && span->step ? SL_HEAP_HEADER : 0);
}

size_t sl_heap_room(const SlHeap *heap, const void *pointer) {
    uint32_t object;
    if ((size_t)((const char *)pointer - heap->base) >= heap->reserved)
        return SIZE_MAX;
    SlSpan *span = span_of(heap, pointer, &object);
    if (!span)
        return 0;
    size_t step = span->step ? span->step : span->bytes;
    return (size_t)(span->start + (size_t)object * step + step - (const char *)pointer);
}

bool sl_heap_is(const SlHeap *heap, const void *pointer, const SlHeapClass *class_) {
    uint32_t object;
    SlSpan *span = span_of(heap, pointer, &object);
    if (!span || !span->headers || sl_heap_object(heap, pointer) != pointer)
        return false;
    uint64_t header = span->step ? ((const uint64_t *)pointer)[-1] : span->header;
    return header == ((uint64_t)(uintptr_t)class_ | 1);
}

void *sl_heap_extent(const SlHeap *heap, const void *pointer, size_t *bytes, uint64_t *header, bool *has_header) {
    uint32_t object;
    SlSpan *span = span_of(heap, pointer, &object);
    if (!span || (span->step && object >= span->count) ||
        !(__atomic_load_n(&span->bits[object >> 6].alloc, __ATOMIC_RELAXED) >> (object & 63) & 1))
        return NULL;
    char *start = span->start + (size_t)object * span->step;
    *has_header = span->headers;
    *bytes = span->step ? span->step : span->bytes;
    if (span->headers && span->step) {
        *header = *(const uint64_t *)(const void *)start;
        *bytes -= SL_HEAP_HEADER;
        return start + SL_HEAP_HEADER;
    }
    *header = span->header;
    return start;
}

bool sl_heap_may_point(const SlHeap *heap, const void *pointer) {
    size_t bytes;
    uint64_t header;
    bool has_header;
    if ((size_t)((const char *)pointer - heap->base) >= heap->reserved)
        return true;
    const char *start = sl_heap_extent(heap, pointer, &bytes, &header, &has_header);
    return start && (const char *)pointer >= start;
}

bool sl_heap_marked(const SlHeap *heap, const void *pointer) {
    uint32_t object;
    SlSpan *span = span_of(heap, pointer, &object);
    return !span || (span->bits[object >> 6].mark >> (object & 63) & 1);
}

void sl_mark_contents(SlMarker *marker, const void *pointer) {
    uint32_t object;
    SlSpan *span = span_of(marker->machine->heap, pointer, &object);
    if (span && span->headers)
        push(marker, span->start + (size_t)object * span->step, (uintptr_t)span, 0);
}

void sl_mark_drain(SlMarker *marker) {
    for (;;) {
        while (marker->depth > 0) {
            const SlWork *work = &marker->stack[--marker->depth];
            scan(marker, work->at, work->what, work->count);
            if (marker->parallel && marker->depth > SL_MARK_SHARE)
                sl_mark_share(marker);
        }
        empty_ring(marker);
        if (marker->depth == 0)
            return;
    }
}

static void mark_one_goroutine(void *data, SlGoroutine *g) {
    SlMarker *marker = data;
    sl_mark_goroutine(marker, g);
    if (marker->depth > 4096)
        sl_mark_drain(marker);
}

static void mark_roots(SlMarker *marker, SlMachine *machine) {
    if (machine->globals && machine->code->globals)
        sl_mark_typed(marker, machine->globals, machine->code->globals, 1);
    for (int i = 0; i < machine->worker_count; i++) {
        SlWorker *worker = machine->workers[i];
        if (worker)
            mark_iface(marker, worker->panic.type, worker->panic.data.p);
    }
    sl_sched_mark(marker, machine);
    sl_std_mark(marker, machine);
    sl_finalizers_mark_roots(marker, machine->heap);
    sl_go_each(machine, mark_one_goroutine, marker);
}

static uint64_t sweep_span(SlHeap *heap, SlSpan *span) {
    if (span->number >= SL_RUN_CLASSES) {
        if (!(span->bits[0].mark & 1))
            return 0;
        span->bits[0].mark = 0;
        return span->bytes;
    }
    uint32_t words = (span->count + 63) / 64, objects = 0;
    for (uint32_t i = 0; i < words; i++) {
        objects += (uint32_t)__builtin_popcountll(span->bits[i].mark);
        span->bits[i].alloc = span->bits[i].mark;
        span->bits[i].mark = 0;
    }
    span->cursor = 0;
    span->needs_zero = true;
    if (objects > 0 && objects < span->count) {
        span->next = heap->partial[span->number];
        heap->partial[span->number] = span;
    }
    return (uint64_t)objects * span->step;
}

// From the end, so that a span which replaces one that goes has been swept.
static uint64_t sweep(SlHeap *heap) {
    memset(heap->partial, 0, sizeof heap->partial);
    uint64_t live = 0;
    for (size_t i = heap->span_count; i-- > 0;) {
        SlSpan *span = heap->spans[i];
        uint64_t bytes = sweep_span(heap, span);
        live += bytes;
        if (bytes > 0)
            continue;
        SlSpan *last = heap->spans[--heap->span_count];
        heap->spans[i] = last;
        last->index = (uint32_t)i;
        heap->used -= span->pages;
        sl_pages_give(heap, span);
    }
    return live;
}

static void pace(SlHeap *heap, uint64_t live) {
    uint64_t claimed = atomic_load_explicit(&heap->claimed, memory_order_relaxed);
    heap->allocated_before += claimed;
    atomic_store_explicit(&heap->claimed, 0, memory_order_relaxed);
    heap->live = live;
    uint64_t goal = 2 * live;
    if (goal < 32 << 20)
        goal = 32 << 20;
    if (goal > heap->limit) // the nearer the limit the more often, but not at every turn
        goal = live + live / 16 + (1 << 20) < heap->limit ? heap->limit : live + live / 16 + (1 << 20);
    heap->goal = goal;
    int64_t outside = atomic_load_explicit(&heap->outside, memory_order_relaxed);
    if (live + (outside > 0 ? (uint64_t)outside : 0) > heap->limit)
        atomic_store_explicit(&heap->over, true, memory_order_relaxed);
    atomic_store_explicit(&heap->wants, false, memory_order_relaxed);
    // Memory that the next cycle will not need goes back to the system.
    size_t need = (size_t)(goal + goal / 8) >> SL_PAGE_SHIFT;
    sl_pages_release(heap, need > heap->used ? need - heap->used : 0);
}

static uint64_t clock_now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

void sl_gc_collect(SlWorker *worker) {
    SlMachine *machine = worker->machine;
    SlHeap *heap = machine->heap;
    uint64_t begin = clock_now();
    pthread_mutex_lock(&heap->lock);
    for (int i = 0; i < machine->worker_count; i++)
        if (machine->workers[i] && machine->workers[i]->heap)
            sl_heap_cache_flush(heap, machine->workers[i]->heap);
    pthread_mutex_unlock(&heap->lock);
    SlMarker marker = {
        .machine = machine, .base = heap->base, .range = heap->opened << SL_PAGE_SHIFT, .table = heap->table};
    SlLeakWalk walk = {.heap = heap, .marker = &marker};
    const SlLeakHooks *hooks = heap->leaks;
    bool look = hooks && sl_leak_wanted(machine), first = look && !hooks->apart(heap);
    int leaks = look && !first ? hooks->find(machine, false) : 0;
    sl_helpers_begin(heap, &marker);
    if (first)
        hooks->mark_roots(&walk);
    else
        mark_roots(&marker, machine);
    sl_mark_drain(&marker);
    sl_helpers_end(heap, &marker);
    marker.parallel = false;
    if (first) { // what it did not reach is alive none the less
        leaks = hooks->finish(&walk);
        mark_roots(&marker, machine);
        sl_mark_drain(&marker);
    }
    sl_finalizers_sort_out(&marker, heap);
    sl_event_atomic_forget(machine);
    free(marker.stack);
    pthread_mutex_lock(&heap->lock);
    pace(heap, sweep(heap));
    uint64_t pause = clock_now() - begin;
    heap->collections++;
    heap->pause_total += pause;
    if (pause > heap->pause_max)
        heap->pause_max = pause;
    pthread_mutex_unlock(&heap->lock);
    sl_finalizers_start(worker, heap);
    if (look)
        hooks->found(machine, leaks);
}
