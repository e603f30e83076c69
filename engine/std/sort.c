// SPDX-License-Identifier: MIT
// Natives of packages sort and slices: sorting slices of ordered types in one go, swapping elements of any slice.
// Values are sorted in a private copy: other goroutines may see the slice meanwhile, but never half a string.
#include "std/impl.h"

#include "run/memory.h"

static int by_int64(const void *a, const void *b) {
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}
static int by_uint64(const void *a, const void *b) {
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}
static int by_double(const void *a, const void *b) { // NaN first
    double x = *(const double *)a, y = *(const double *)b;
    if (x != x || y != y)
        return (x != x ? 0 : 1) - (y != y ? 0 : 1);
    return (x > y) - (x < y);
}
#define BY(name, type)                                                                                                 \
    static int by_##name(const void *a, const void *b) {                                                               \
        type x = *(const type *)a, y = *(const type *)b;                                                               \
        return (x > y) - (x < y);                                                                                      \
    }
BY(int8, int8_t)
BY(int16, int16_t)
BY(int32, int32_t)
BY(uint8, uint8_t)
BY(uint16, uint16_t)
BY(uint32, uint32_t)
static int by_float(const void *a, const void *b) {
    double x = (double)*(const float *)a, y = (double)*(const float *)b;
    return by_double(&x, &y);
}
static int by_string(const void *a, const void *b) {
    return sl_string_compare(*(const SlStr *)a, *(const SlStr *)b);
}

typedef int Compare(const void *a, const void *b);

static Compare *compare_of(const SlRtype *type) {
    switch (type->kind) {
    case SL_KIND_INT:
    case SL_KIND_INT64:
        return by_int64;
    case SL_KIND_INT8:
        return by_int8;
    case SL_KIND_INT16:
        return by_int16;
    case SL_KIND_INT32:
        return by_int32;
    case SL_KIND_UINT:
    case SL_KIND_UINT64:
    case SL_KIND_UINTPTR:
        return by_uint64;
    case SL_KIND_UINT8:
        return by_uint8;
    case SL_KIND_UINT16:
        return by_uint16;
    case SL_KIND_UINT32:
        return by_uint32;
    case SL_KIND_FLOAT32:
        return by_float;
    case SL_KIND_FLOAT64:
        return by_double;
    case SL_KIND_STRING:
        return by_string;
    default:
        return NULL;
    }
}

static SlSlice slice_of(SlWorker *worker, SlIface v) {
    SlSlot slots[3];
    sl_load_wide3(worker, v.data.p, slots);
    return slice_at(slots);
}

// func sortOrdered(x any): x is a slice of an ordered type
static SlOutcome sort_ordered(SlWorker *worker, SlSlot *s) {
    SlIface v = iface_at(s);
    SlSlice list = slice_of(worker, v);
    const SlRtype *elem = v.type->elem;
    Compare *compare = compare_of(elem);
    assert(compare);
    if (list.length < 2)
        return SL_DONE;
    size_t bytes = (size_t)list.length * elem->size;
    char own[1024], *copy = bytes > sizeof own ? malloc(bytes) : own;
    assert(copy);
    sl_shared_fetch(worker, copy, list.first, elem, (size_t)list.length);
    qsort(copy, (size_t)list.length, elem->size, compare);
    sl_shared_copy(worker, list.first, copy, elem, (size_t)list.length);
    if (copy != own)
        free(copy);
    return SL_DONE;
}

// func swap(x any, i, j int): of a slice of any type; the indexes are in range
static SlOutcome swap(SlWorker *worker, SlSlot *s) {
    SlIface v = iface_at(s);
    SlSlice list = slice_of(worker, v);
    const SlRtype *elem = v.type->elem;
    char *a = (char *)list.first + (size_t)s[2].i * elem->size, *b = (char *)list.first + (size_t)s[3].i * elem->size;
    assert(s[2].i >= 0 && s[2].i < list.length && s[3].i >= 0 && s[3].i < list.length);
    SlSlot own[32];
    if (elem->slots <= 16) {
        sl_shared_load(worker, a, elem, own);
        sl_shared_load(worker, b, elem, own + 16);
        sl_shared_store(worker, a, elem, own + 16);
        sl_shared_store(worker, b, elem, own);
        return SL_DONE;
    }
    char *copy = malloc(elem->size);
    assert(copy);
    sl_shared_fetch(worker, copy, a, elem, 1);
    sl_shared_copy(worker, a, b, elem, 1);
    sl_shared_copy(worker, b, copy, elem, 1);
    free(copy);
    return SL_DONE;
}

// func lenOf(x any) int: of a slice; -1 for what is none
static SlOutcome len_of(SlWorker *worker, SlSlot *s) {
    SlIface v = iface_at(s + 1);
    s[0].i = v.type && v.type->kind == SL_KIND_SLICE ? slice_of(worker, v).length : -1;
    return SL_DONE;
}

const SlNative sl_natives_sort[] = {
    {"slices.sortOrdered", sort_ordered, false},
    {"sort.sortOrdered", sort_ordered, false},
    {"sort.swap", swap, false},
    {"sort.lenOf", len_of, false},
    {NULL, NULL, false},
};
