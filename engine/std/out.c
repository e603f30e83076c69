// SPDX-License-Identifier: MIT
// Text under construction, and Go byte slices that grow.
#include "std/impl.h"

#include "base/text.h"

void sl_out_grow(SlOut *out, size_t more) {
    size_t capacity = out->capacity * 2;
    while (capacity < out->length + more)
        capacity *= 2;
    char *at = out->at == out->own ? malloc(capacity) : realloc(out->at, capacity);
    assert(at);
    if (out->at == out->own)
        memcpy(at, out->own, out->length);
    out->at = at;
    out->capacity = capacity;
}

void sl_out_fill(SlOut *out, char byte, int64_t count) {
    if (count <= 0)
        return;
    if (out->length + (size_t)count > out->capacity)
        sl_out_grow(out, (size_t)count);
    memset(out->at + out->length, byte, (size_t)count);
    out->length += (size_t)count;
}

void sl_out_rune(SlOut *out, int32_t rune) {
    char bytes[4];
    if (rune >= 0 && rune < 0x80)
        sl_out_addc(out, (char)rune);
    else
        sl_out_add(out, bytes, (size_t)sl_utf8_encode(rune, bytes));
}

SlStr sl_out_string(SlWorker *worker, SlOut *out) {
    SlStr result = {NULL, 0};
    if (out->length)
        result = sl_string_new(worker, out->at, out->length);
    sl_out_free(out);
    return result;
}

SlSlice sl_bytes_new(SlWorker *worker, const void *bytes, size_t length) {
    char *first = sl_alloc_bytes(worker, length ? length : 1);
    if (length)
        memcpy(first, bytes, length);
    return (SlSlice){first, (int64_t)length, (int64_t)length};
}

SlSlice sl_bytes_grow(SlWorker *worker, SlSlice slice, size_t more) {
    if ((size_t)(slice.capacity - slice.length) >= more)
        return slice;
    size_t capacity = (size_t)slice.capacity * 2;
    if (capacity < (size_t)slice.length + more)
        capacity = (size_t)slice.length + more;
    capacity = (capacity + 15) & ~(size_t)15;
    char *first = sl_alloc_bytes(worker, capacity);
    if (slice.length)
        memcpy(first, slice.first, (size_t)slice.length);
    return (SlSlice){first, slice.length, (int64_t)capacity};
}

SlSlice sl_out_append(SlWorker *worker, SlSlice to, SlOut *out) {
    to = sl_bytes_grow(worker, to, out->length);
    if (out->length)
        memcpy((char *)to.first + to.length, out->at, out->length);
    to.length += (int64_t)out->length;
    sl_out_free(out);
    return to;
}
