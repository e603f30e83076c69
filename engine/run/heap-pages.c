// SPDX-License-Identifier: MIT
// Runs of pages: the lower half of the heap.
//
// Free runs are spans too, in bins by length; the first and last page of each have it in the page table, so that
// neighbours find each other and merge. A run is dirty as far as its pages have been used since the system gave them.
#include <stdlib.h>
#include <sys/mman.h>

#include "run/heap.h"

enum { GROWTH_MIN = 128, GROWTH_MAX = 8192, RESERVE = 256, SLAB = 64 };

typedef struct Slab {
    struct Slab *next;
    SlSpan spans[SLAB];
} Slab;

static SlSpan *span_new(SlHeap *heap) {
    if (!heap->spare) {
        Slab *slab = calloc(1, sizeof *slab);
        if (!slab)
            return NULL;
        slab->next = heap->slabs;
        heap->slabs = slab;
        for (int i = SLAB - 1; i >= 0; i--) {
            slab->spans[i].next = heap->spare;
            heap->spare = &slab->spans[i];
        }
    }
    SlSpan *span = heap->spare;
    heap->spare = span->next;
    span->next = span->prev = NULL;
    return span;
}

static void span_free(SlHeap *heap, SlSpan *span) {
    span->bytes = span->pages = 0;
    span->next = heap->spare;
    heap->spare = span;
}

static unsigned bin_of(size_t pages) {
    if (pages < SL_EXACT_BINS)
        return (unsigned)pages;
    return SL_EXACT_BINS + (63 - (unsigned)__builtin_clzll(pages)) - 6;
}

static size_t page_of(const SlHeap *heap, const char *at) {
    return (size_t)(at - heap->base) >> SL_PAGE_SHIFT;
}

static void tag(SlHeap *heap, SlSpan *span) {
    size_t page = page_of(heap, span->start);
    heap->table[page] = span;
    heap->table[page + span->pages - 1] = span;
}

static void bin_add(SlHeap *heap, SlSpan *span) {
    unsigned bin = bin_of(span->pages);
    span->bytes = 0;
    span->prev = NULL;
    span->next = heap->bins[bin];
    if (span->next)
        span->next->prev = span;
    heap->bins[bin] = span;
    heap->bin_bits[bin >> 6] |= 1ULL << (bin & 63);
    heap->dirty += span->dirty;
    tag(heap, span);
}

static void bin_remove(SlHeap *heap, SlSpan *span) {
    unsigned bin = bin_of(span->pages);
    if (span->next)
        span->next->prev = span->prev;
    if (span->prev)
        span->prev->next = span->next;
    else
        heap->bins[bin] = span->next;
    if (!heap->bins[bin])
        heap->bin_bits[bin >> 6] &= ~(1ULL << (bin & 63));
    heap->dirty -= span->dirty;
}

// Whether the span of a page is a free run in a bin. Entries of pages inside a run may be stale: only the ends count.
static SlSpan *free_neighbour(SlHeap *heap, size_t page, bool first) {
    SlSpan *span = page < heap->opened ? heap->table[page] : NULL;
    if (!span || span->bytes || !span->pages || span == heap->reserve)
        return NULL;
    size_t begin = page_of(heap, span->start);
    return (first ? begin : begin + span->pages - 1) == page ? span : NULL;
}

void sl_pages_give(SlHeap *heap, SlSpan *span) {
    span->bytes = 0;
    size_t page = page_of(heap, span->start);
    SlSpan *next = free_neighbour(heap, page + span->pages, true);
    if (next) {
        bin_remove(heap, next);
        span->pages += next->pages;
        span->dirty += next->dirty;
        span_free(heap, next);
    }
    SlSpan *prev = page ? free_neighbour(heap, page - 1, false) : NULL;
    if (prev) {
        bin_remove(heap, prev);
        span->start = prev->start;
        span->pages += prev->pages;
        span->dirty += prev->dirty;
        span_free(heap, prev);
    }
    bin_add(heap, span);
}

// Opens more pages behind those that are open.
static bool grow(SlHeap *heap, size_t pages) {
    size_t want = heap->opened / 8;
    want = want < GROWTH_MIN ? GROWTH_MIN : want > GROWTH_MAX ? GROWTH_MAX : want;
    if (want < pages)
        want = pages;
    size_t left = (heap->reserved >> SL_PAGE_SHIFT) - heap->opened;
    if (want > left)
        want = left;
    if (want < pages)
        return false;
    char *start = heap->base + (heap->opened << SL_PAGE_SHIFT);
    if (mprotect(start, want << SL_PAGE_SHIFT, PROT_READ | PROT_WRITE) != 0)
        return false;
    SlSpan *span = span_new(heap);
    if (!span)
        return false;
    span->start = start;
    span->pages = want;
    span->dirty = 0;
    heap->opened += want;
    sl_pages_give(heap, span);
    return true;
}

static SlSpan *find(SlHeap *heap, size_t pages) {
    for (unsigned bin = bin_of(pages); bin < SL_PAGE_BINS; bin++) {
        uint64_t bits = heap->bin_bits[bin >> 6] >> (bin & 63);
        if (!bits) {
            bin |= 63;
            continue;
        }
        bin += (unsigned)__builtin_ctzll(bits);
        for (SlSpan *span = heap->bins[bin]; span; span = span->next)
            if (span->pages >= pages)
                return span;
    }
    return NULL;
}

SlSpan *sl_pages_take(SlHeap *heap, size_t pages, bool *zero) {
    SlSpan *span = find(heap, pages);
    if (!span && grow(heap, pages))
        span = find(heap, pages);
    if (!span && heap->reserve) {
        SlSpan *reserve = heap->reserve;
        heap->reserve = NULL;
        sl_pages_give(heap, reserve);
        atomic_store(&heap->over, true);
        span = find(heap, pages);
    }
    if (!span)
        return NULL;
    bin_remove(heap, span);
    if (span->pages > pages) {
        SlSpan *rest = span_new(heap);
        if (!rest) {
            bin_add(heap, span);
            return NULL;
        }
        rest->start = span->start + (pages << SL_PAGE_SHIFT);
        rest->pages = span->pages - pages;
        rest->dirty = span->dirty > rest->pages ? rest->pages : span->dirty;
        if (!span->dirty)
            rest->dirty = 0;
        span->pages = pages;
        bin_add(heap, rest);
    }
    *zero = span->dirty == 0;
    span->dirty = pages; // once it is free again
    span->bytes = pages << SL_PAGE_SHIFT;
    size_t page = page_of(heap, span->start);
    for (size_t i = 0; i < pages; i++)
        heap->table[page + i] = span;
    return span;
}

void sl_pages_release(SlHeap *heap, size_t keep) {
    for (int bin = SL_PAGE_BINS - 1; bin > 0 && heap->dirty > keep; bin--) {
        for (SlSpan *span = heap->bins[bin]; span && heap->dirty > keep; span = span->next) {
            if (!span->dirty)
                continue;
            madvise(span->start, span->pages << SL_PAGE_SHIFT, MADV_DONTNEED);
            heap->dirty -= span->dirty;
            span->dirty = 0;
        }
    }
}

bool sl_pages_new(SlHeap *heap) {
    size_t size = (size_t)1 << 36;
    void *base = MAP_FAILED;
    // Where Go's own heap begins, if that is free: what a controlled run prints of addresses is then the same each time
    void *wish = (void *)0xc000000000;
    for (; size >= (size_t)1 << 26; size >>= 1) {
        base = mmap(wish, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (base != MAP_FAILED)
            break;
    }
    if (base == MAP_FAILED)
        return false;
    heap->mapping = base;
    heap->mapping_bytes = size;
    heap->reserved = size - SL_PAGE;
    heap->base = (char *)(((uintptr_t)base + SL_PAGE - 1) & ~(uintptr_t)(SL_PAGE - 1));
    heap->slabs = NULL;
    size_t table = (size >> SL_PAGE_SHIFT) * sizeof *heap->table;
    void *entries = mmap(NULL, table, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (entries == MAP_FAILED) {
        return false;
    }
    heap->table = entries;
    bool zero;
    heap->reserve = sl_pages_take(heap, RESERVE, &zero);
    if (!heap->reserve)
        return false;
    heap->reserve->bytes = 0;
    heap->reserve->dirty = 0;
    return true;
}

void sl_pages_free(SlHeap *heap) {
    if (heap->table)
        munmap(heap->table, (heap->mapping_bytes >> SL_PAGE_SHIFT) * sizeof *heap->table);
    if (heap->mapping)
        munmap(heap->mapping, heap->mapping_bytes);
    for (Slab *slab = heap->slabs; slab;) {
        Slab *next = slab->next;
        free(slab);
        slab = next;
    }
}
