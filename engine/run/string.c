// SPDX-License-Identifier: MIT
// Strings: immutable bytes, and their conversions. Bytes of strings are never written once the string exists, so they
// are read plainly; those of slices are shared memory.
#include "base/text.h"
#include "run/heap.h"
#include "run/values.h"

static void set_string(SlSlot *out, const char *bytes, int64_t length) {
    out[0].p = (void *)bytes;
    out[1].i = length;
}

static void set_slice(SlSlot *out, void *first, int64_t length, int64_t capacity) {
    out[0].p = first;
    out[1].i = length;
    out[2].i = capacity;
}

SlStr sl_string_new(SlWorker *worker, const char *bytes, size_t length) {
    if (length == 0)
        return (SlStr){NULL, 0};
    char *copy = sl_alloc_bytes(worker, length);
    if (!copy)
        return (SlStr){NULL, 0};
    memcpy(copy, bytes, length);
    return (SlStr){copy, (int64_t)length};
}

bool sl_string_equal(SlStr a, SlStr b) {
    return a.length == b.length &&
           (a.length == 0 || a.bytes == b.bytes || memcmp(a.bytes, b.bytes, (size_t)a.length) == 0);
}

int sl_string_compare(SlStr a, SlStr b) {
    size_t shared = (size_t)(a.length < b.length ? a.length : b.length);
    int order = shared > 0 ? memcmp(a.bytes, b.bytes, shared) : 0;
    if (order != 0)
        return order < 0 ? -1 : 1;
    return a.length < b.length ? -1 : a.length > b.length;
}

SlOutcome sl_string_concat(SlWorker *worker, const SlSlot *parts, uint32_t count, SlSlot *out) {
    int64_t length = 0;
    uint32_t filled = 0, last = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (parts[2 * i + 1].i == 0)
            continue;
        filled++;
        last = i;
        if (__builtin_add_overflow(length, parts[2 * i + 1].i, &length))
            return sl_fatal(worker, "string concatenation too long");
    }
    if (filled == 0) {
        set_string(out, NULL, 0);
        return SL_DONE;
    }
    if (filled == 1) {
        set_string(out, parts[2 * last].p, length);
        return SL_DONE;
    }
    char *bytes = sl_alloc_bytes(worker, (size_t)length);
    if (!bytes)
        return SL_EXIT;
    char *at = bytes;
    for (uint32_t i = 0; i < count; i++) {
        size_t part = (size_t)parts[2 * i + 1].i;
        if (part > 0)
            memcpy(at, parts[2 * i].p, part);
        at += part;
    }
    set_string(out, bytes, length);
    return SL_DONE;
}

// Bytes that are converted from: of a constant, which lies outside of the heap, exactly as many as it has, as gc does;
// else as the allocator rounds them up.
static size_t room_for(const SlWorker *worker, SlStr string, size_t bytes) {
    const SlHeap *heap = worker->machine->heap;
    bool constant = (size_t)(string.bytes - heap->base) >= heap->reserved;
    return constant ? bytes : sl_heap_round(bytes, false);
}

SlOutcome sl_string_to_bytes(SlWorker *worker, SlStr string, SlSlot *out) {
    size_t capacity = room_for(worker, string, (size_t)string.length);
    char *bytes = sl_alloc_bytes(worker, capacity);
    if (!bytes)
        return SL_EXIT;
    if (string.length > 0)
        memcpy(bytes, string.bytes, (size_t)string.length);
    set_slice(out, bytes, string.length, (int64_t)capacity);
    return SL_DONE;
}

SlOutcome sl_string_from_bytes(SlWorker *worker, SlSlice bytes, SlSlot *out) {
    if (bytes.length == 0) {
        set_string(out, NULL, 0);
        return SL_DONE;
    }
    char *copy = sl_alloc_bytes(worker, (size_t)bytes.length);
    if (!copy)
        return SL_EXIT;
    sl_shared_copy_bytes(worker, copy, bytes.first, (size_t)bytes.length);
    set_string(out, copy, bytes.length);
    return SL_DONE;
}

int32_t sl_string_decode_wide(SlStr string, int64_t at, int64_t *next) {
    int width = 0;
    int32_t rune = sl_utf8_decode(string.bytes + at, (size_t)(string.length - at), &width);
    *next = at + (width > 0 ? width : 1);
    return rune;
}

SlOutcome sl_string_to_runes(SlWorker *worker, SlStr string, SlSlot *out) {
    int64_t count = 0;
    for (int64_t at = 0; at < string.length; count++)
        sl_string_decode(string, at, &at);
    size_t bytes = room_for(worker, string, (size_t)count * 4);
    int32_t *runes = sl_alloc_bytes(worker, bytes);
    if (!runes)
        return SL_EXIT;
    int32_t *rune = runes;
    for (int64_t at = 0; at < string.length;)
        *rune++ = sl_string_decode(string, at, &at);
    set_slice(out, runes, count, (int64_t)(bytes / 4));
    return SL_DONE;
}

SlOutcome sl_string_from_runes(SlWorker *worker, SlSlice runes, SlSlot *out) {
    const int32_t *first = runes.first;
    char encoded[4];
    // The runes may change between the two passes of a racy program: the second stops where the first did.
    size_t length = 0;
    for (int64_t i = 0; i < runes.length; i++)
        length += (size_t)sl_utf8_encode(SL_LOAD_SCALAR(int32_t, &first[i]), encoded);
    if (length == 0) {
        set_string(out, NULL, 0);
        return SL_DONE;
    }
    char *bytes = sl_alloc_bytes(worker, length);
    if (!bytes)
        return SL_EXIT;
    size_t at = 0;
    for (int64_t i = 0; i < runes.length; i++) {
        size_t width = (size_t)sl_utf8_encode(SL_LOAD_SCALAR(int32_t, &first[i]), encoded);
        if (at + width > length)
            break;
        memcpy(bytes + at, encoded, width);
        at += width;
    }
    set_string(out, bytes, (int64_t)at);
    return SL_DONE;
}

SlOutcome sl_string_from_rune(SlWorker *worker, int64_t rune, SlSlot *out) {
    char encoded[4];
    int width = sl_utf8_encode(rune < 0 || rune > 0x10FFFF ? 0xFFFD : (int32_t)rune, encoded);
    SlStr string = sl_string_new(worker, encoded, (size_t)width);
    set_string(out, string.bytes, string.length);
    return string.bytes ? SL_DONE : SL_EXIT;
}
