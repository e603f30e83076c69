// SPDX-License-Identifier: MIT
// Operations on values beyond those that impl.h lists: what the interpreter's instructions and the natives call.
// Those that return an SlOutcome give SL_DONE, SL_PANIC with worker->panic set, or SL_EXIT when memory is out.
#ifndef SL_VALUES_H
#define SL_VALUES_H

#include "base/text.h"
#include "run/impl.h"

// ---- strings (string.c); out: 2 slots for a string, 3 for a slice ----
SlOutcome sl_string_concat(SlWorker *worker, const SlSlot *parts, uint32_t count, SlSlot *out); // count strings
SlOutcome sl_string_to_bytes(SlWorker *worker, SlStr string, SlSlot *out);
SlOutcome sl_string_from_bytes(SlWorker *worker, SlSlice bytes, SlSlot *out);
SlOutcome sl_string_to_runes(SlWorker *worker, SlStr string, SlSlot *out);
SlOutcome sl_string_from_runes(SlWorker *worker, SlSlice runes, SlSlot *out);
SlOutcome sl_string_from_rune(SlWorker *worker, int64_t rune, SlSlot *out);
int32_t sl_string_decode_wide(SlStr string, int64_t at, int64_t *next);         // a rune of several bytes
static inline int32_t sl_string_decode(SlStr string, int64_t at, int64_t *next) // at < length
{
    uint8_t byte = (uint8_t)string.bytes[at];
    if (__builtin_expect(byte < 0x80, 1)) {
        *next = at + 1;
        return byte;
    }
    return sl_string_decode_wide(string, at, next);
}

// ---- slices (slice.c); slice and other: 3 slots; out may be one of them ----
SlOutcome sl_slice_make(SlWorker *worker, const SlRtype *elem, int64_t length, int64_t capacity, SlSlot *out);
SlOutcome sl_slice_append(SlWorker *worker, const SlRtype *elem, const SlSlot *slice, const SlSlot *values,
                          uint32_t count, SlSlot *out); // count values in frame form
SlOutcome sl_slice_append_slice(SlWorker *worker, const SlRtype *elem, const SlSlot *slice, const SlSlot *other,
                                SlSlot *out);
SlOutcome sl_slice_append_string(SlWorker *worker, const SlSlot *slice, SlStr string, SlSlot *out);
// Capacity for at least `more` values behind the length, grown as append grows; the length stays.
SlOutcome sl_slice_reserve(SlWorker *worker, const SlRtype *elem, SlSlice slice, int64_t more, SlSlice *out);
int64_t sl_slice_copy(SlWorker *worker, const SlRtype *elem, const SlSlot *to, const SlSlot *from);
int64_t sl_slice_copy_string(SlWorker *worker, const SlSlot *to, SlStr from);
void sl_slice_clear(SlWorker *worker, const SlRtype *elem, const SlSlot *slice);
size_t sl_heap_round(size_t bytes, bool pointers); // what Go's allocator makes of a request: the capacities of append

// ---- interfaces (iface.c) ----
// The methods of a type in the order of an interface. Made once for each pair of the two and kept for ever.
typedef struct SlTarget {
    const SlRtype *type; // the dynamic type
    SlClosure *value;    // null: nothing calls the method
} SlTarget;
typedef struct SlItab {
    const SlRtype *iface, *type;
    SlTarget methods[];
} SlItab;
// Null: type does not implement iface; *missing (may be null) names the method.
const SlItab *sl_itab_find(SlMachine *machine, const SlRtype *iface, const SlRtype *type, const char **missing);
const SlTarget **sl_call_sites_new(uint64_t sites); // null: no memory; the caller frees
const SlTarget *sl_call_site_miss(SlMachine *machine, uint64_t site, const SlRtype *iface, uint32_t method,
                                  const SlRtype *type);
// CALLI and IMETH: the func value of method number `method` of iface for a value of dynamic type `type` (not null). A
// site remembers the first types that it meets; that a target tells its type itself makes it safe to share.
static inline SlClosure *sl_call_site_value(SlMachine *machine, uint64_t site, const SlRtype *iface, uint32_t method,
                                            const SlRtype *type) {
    const SlTarget **ways = &machine->call_sites[SL_SITE_WAYS * site];
    for (int i = 0; i < SL_SITE_WAYS; i++) {
        const SlTarget *target = __atomic_load_n(&ways[i], __ATOMIC_ACQUIRE);
        if (target->type == type)
            return target->value;
    }
    return sl_call_site_miss(machine, site, iface, method, type)->value;
}
// Whether a value of dynamic type `type` (null: nil interface) satisfies an assertion to target: the same type, or
// for an interface type, one that has its methods.
bool sl_iface_is(SlMachine *machine, const SlRtype *type, const SlRtype *target, const char **missing);
bool sl_itabs_new(SlMachine *machine); // called by sl_heap_new
void sl_itabs_free(SlMachine *machine);
bool sl_rtype_word_is_pointer(const SlRtype *type); // whether an interface's data word points into memory

// ---- equality and hash (equal.c); false: the panic is set ----
bool sl_slots_equal(SlWorker *worker, const SlRtype *type, const SlSlot *a, const SlSlot *b, bool *equal); // frame form
bool sl_slots_hash(SlWorker *worker, const SlRtype *type, const SlSlot *slots, uint64_t *hash);

// ---- maps (rmap.c) ----
// For natives (reflection, fmt) and the picture. Key and value in memory form, valid until the map changes; the map
// may be null.
void sl_rmap_each(const SlRmap *map, const SlRtype *type, bool (*visit)(void *data, const void *key, const void *value),
                  void *data); // in order of insertion, until visit returns false

#endif
