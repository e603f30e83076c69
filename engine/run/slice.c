// SPDX-License-Identifier: MIT
// Slices. Growth follows Go's: doubling up to 256 values, then by a quarter and a bit, rounded up to the size classes
// of Go's allocator, so that cap prints the same.
#include "run/heap.h"
#include "run/values.h"

static const uint64_t address_space = (uint64_t)1 << 48; // Go's largest allocation

size_t sl_heap_round(size_t bytes, bool pointers) {
    // Objects with pointers above 512 bytes carry a header of 8 bytes in Go since 1.22.
    size_t header = pointers && bytes > 512 ? 8 : 0;
    if (bytes == 0)
        return 0;
    if (bytes <= SL_HEAP_SMALL_MAX - 8)
        return sl_heap_class_sizes[sl_heap_class(bytes + header)] - header;
    return (bytes + SL_PAGE - 1) & ~(size_t)(SL_PAGE - 1);
}

SlOutcome sl_slice_make(SlWorker *worker, const SlRtype *elem, int64_t length, int64_t capacity, SlSlot *out) {
    uint64_t bytes;
    if (length < 0 || __builtin_mul_overflow((uint64_t)length, elem->size, &bytes) || bytes > address_space)
        return sl_panic_runtime(worker, "makeslice: len out of range");
    if (capacity < length || __builtin_mul_overflow((uint64_t)capacity, elem->size, &bytes) || bytes > address_space)
        return sl_panic_runtime(worker, "makeslice: cap out of range");
    void *first = sl_alloc_typed(worker, elem, (size_t)capacity);
    if (!first)
        return SL_EXIT;
    out[0].p = first;
    out[1].i = length;
    out[2].i = capacity;
    return SL_DONE;
}

static uint64_t grown(uint64_t capacity, uint64_t needed) {
    if (needed > 2 * capacity)
        return needed;
    if (capacity < 256)
        return 2 * capacity;
    while (capacity < needed)
        capacity += (capacity + 3 * 256) / 4;
    return capacity;
}

SlOutcome sl_slice_reserve(SlWorker *worker, const SlRtype *elem, SlSlice slice, int64_t more, SlSlice *out) {
    int64_t needed;
    if (more < 0 || __builtin_add_overflow(slice.length, more, &needed))
        return sl_panic_runtime(worker, "growslice: len out of range");
    *out = slice;
    if (needed <= slice.capacity)
        return SL_DONE;
    if (elem->size == 0) {
        out->first = (void *)sl_heap_zero;
        out->capacity = needed;
        return SL_DONE;
    }
    uint64_t capacity = grown((uint64_t)slice.capacity, (uint64_t)needed), bytes;
    if (__builtin_mul_overflow(capacity, elem->size, &bytes) || bytes > address_space)
        return sl_panic_runtime(worker, "growslice: len out of range");
    capacity = sl_heap_round(bytes, elem->flags & SL_RTYPE_POINTERS) / elem->size;
    void *first = sl_alloc_typed(worker, elem, capacity);
    if (!first)
        return SL_EXIT;
    if (slice.length > 0)
        sl_shared_fetch(worker, first, slice.first, elem, (size_t)slice.length);
    out->first = first;
    out->capacity = (int64_t)capacity;
    return SL_DONE;
}

static SlSlice slice_of(const SlSlot *slots) {
    return (SlSlice){slots[0].p, slots[1].i, slots[2].i};
}

static void set(SlSlot *out, SlSlice slice) {
    out[0].p = slice.first;
    out[1].i = slice.length;
    out[2].i = slice.capacity;
}

SlOutcome sl_slice_append(SlWorker *worker, const SlRtype *elem, const SlSlot *slice, const SlSlot *values,
                          uint32_t count, SlSlot *out) {
    SlSlice old = slice_of(slice), new = old;
    if (old.capacity - old.length < (int64_t)count) {
        SlOutcome outcome = sl_slice_reserve(worker, elem, old, count, &new);
        if (outcome != SL_DONE)
            return outcome;
    }
    char *at = (char *)new.first + (uint64_t) new.length * elem->size;
    for (uint32_t i = 0; i < count; i++, at += elem->size, values += elem->slots)
        sl_shared_store(worker, at, elem, values);
    new.length += count;
    set(out, new);
    return SL_DONE;
}

SlOutcome sl_slice_append_slice(SlWorker *worker, const SlRtype *elem, const SlSlot *slice, const SlSlot *other,
                                SlSlot *out) {
    SlSlice new, from = slice_of(other);
    SlOutcome outcome = sl_slice_reserve(worker, elem, slice_of(slice), from.length, &new);
    if (outcome != SL_DONE)
        return outcome;
    if (from.length > 0)
        sl_shared_copy(worker, (char *)new.first + (uint64_t) new.length * elem->size, from.first, elem,
                       (size_t)from.length);
    new.length += from.length;
    set(out, new);
    return SL_DONE;
}

// Bytes have no SlRtype that every program is sure to have.
static const SlRtype byte_type = {.kind = SL_KIND_UINT8, .flags = SL_RTYPE_DIRECT, .align = 1, .size = 1, .slots = 1};

SlOutcome sl_slice_append_string(SlWorker *worker, const SlSlot *slice, SlStr string, SlSlot *out) {
    SlSlice new;
    SlOutcome outcome = sl_slice_reserve(worker, &byte_type, slice_of(slice), string.length, &new);
    if (outcome != SL_DONE)
        return outcome;
    if (string.length)
        sl_shared_copy_bytes(worker, (char *)new.first + new.length, string.bytes, (size_t)string.length);
    new.length += string.length;
    set(out, new);
    return SL_DONE;
}

int64_t sl_slice_copy(SlWorker *worker, const SlRtype *elem, const SlSlot *to, const SlSlot *from) {
    int64_t count = to[1].i < from[1].i ? to[1].i : from[1].i;
    if (count > 0)
        sl_shared_copy(worker, to[0].p, from[0].p, elem, (size_t)count);
    return count;
}

int64_t sl_slice_copy_string(SlWorker *worker, const SlSlot *to, SlStr from) {
    int64_t count = to[1].i < from.length ? to[1].i : from.length;
    sl_shared_copy_bytes(worker, to[0].p, from.bytes, (size_t)count);
    return count;
}

void sl_slice_clear(SlWorker *worker, const SlRtype *elem, const SlSlot *slice) {
    if (slice[1].i > 0)
        sl_shared_clear(worker, slice[0].p, elem, (size_t)slice[1].i);
}
