// SPDX-License-Identifier: MIT
// Equality and hashes of values of any type. Interfaces are compared by what they hold, which may panic.
#include "run/hash.h"
#include "run/heap-inline.h"
#include "run/values.h"

static bool blank(const SlRfield *field) {
    return field->name[0] == '_' && field->name[1] == 0;
}

// Values in interfaces in values in interfaces ...: Go's stack would hold more of them, but not without end either.
enum { DEEPEST = 4000 };

static bool go_deeper(SlWorker *worker) {
    if (++worker->heap->depth <= DEEPEST)
        return true;
    worker->heap->depth--;
    sl_panic_runtime(worker, "stack overflow: interfaces are nested too deeply");
    return false;
}

// ---- equality ----

bool sl_iface_equal(SlWorker *worker, SlIface a, SlIface b, bool *equal) {
    *equal = false;
    if (a.type != b.type)
        return true;
    if (!a.type) {
        *equal = true;
        return true;
    }
    if (!(a.type->flags & SL_RTYPE_COMPARABLE)) {
        sl_panic_runtime(worker, "comparing uncomparable type %s", a.type->text);
        return false;
    }
    if (a.type->flags & SL_RTYPE_DIRECT) {
        bool is_float = a.type->kind == SL_KIND_FLOAT32 || a.type->kind == SL_KIND_FLOAT64;
        *equal = is_float ? a.data.f == b.data.f : a.data.u == b.data.u;
        return true;
    }
    if (!go_deeper(worker))
        return false;
    bool fine = sl_value_equal(worker, a.type, a.data.p, b.data.p, equal);
    worker->heap->depth--;
    return fine;
}

static bool struct_equal(SlWorker *worker, const SlRtype *type, const char *a, const char *b, bool *equal) {
    *equal = true;
    for (uint32_t i = 0; i < type->field_count && *equal; i++) {
        const SlRfield *field = &type->fields[i];
        if (!blank(field) && !sl_value_equal(worker, field->type, a + field->offset, b + field->offset, equal))
            return false;
    }
    return true;
}

bool sl_value_equal(SlWorker *worker, const SlRtype *type, const void *a, const void *b, bool *equal) {
    if (type->flags & SL_RTYPE_PLAIN_EQUAL) {
        *equal = memcmp(a, b, type->size) == 0;
        return true;
    }
    switch (type->kind) {
    case SL_KIND_STRUCT:
        return struct_equal(worker, type, a, b, equal);
    case SL_KIND_ARRAY:
        *equal = true;
        for (uint64_t i = 0; i < type->length && *equal; i++) {
            uint64_t offset = i * type->elem->size;
            if (!sl_value_equal(worker, type->elem, (const char *)a + offset, (const char *)b + offset, equal))
                return false;
        }
        return true;
    default: {
        SlSlot left[3], right[3];
        sl_slot_load(a, type, left);
        sl_slot_load(b, type, right);
        return sl_slots_equal(worker, type, left, right, equal);
    }
    }
}

bool sl_slots_equal(SlWorker *worker, const SlRtype *type, const SlSlot *a, const SlSlot *b, bool *equal) {
    if (type->flags & SL_RTYPE_HUGE) {
        const void *left = sl_huge_memory(worker, type, a), *right = sl_huge_memory(worker, type, b);
        return left && right && sl_value_equal(worker, type, left, right, equal);
    }
    switch (type->kind) {
    case SL_KIND_STRUCT:
    case SL_KIND_ARRAY:
        return sl_value_equal(worker, type, a, b, equal);
    case SL_KIND_FLOAT32:
    case SL_KIND_FLOAT64:
        *equal = a[0].f == b[0].f;
        return true;
    case SL_KIND_COMPLEX64:
    case SL_KIND_COMPLEX128:
        *equal = a[0].f == b[0].f && a[1].f == b[1].f;
        return true;
    case SL_KIND_STRING:
        *equal = sl_string_equal((SlStr){a[0].p, a[1].i}, (SlStr){b[0].p, b[1].i});
        return true;
    case SL_KIND_INTERFACE:
        return sl_iface_equal(worker, (SlIface){a[0].p, a[1]}, (SlIface){b[0].p, b[1]}, equal);
    default:
        *equal = a[0].u == b[0].u;
        return true;
    }
}

// ---- hashes ----

static uint64_t hash_float(SlWorker *worker, double value) {
    if (value == 0)
        return sl_hash_word(0); // -0 as 0
    if (value != value)
        return sl_hash_word(++worker->heap->nans ^ 0x7FF8000000000000u);
    uint64_t bits;
    memcpy(&bits, &value, 8);
    return sl_hash_word(bits);
}

static bool hash_iface(SlWorker *worker, const SlRtype *type, SlSlot data, uint64_t *hash) {
    if (!type) {
        *hash = sl_hash_word(0);
        return true;
    }
    if (!(type->flags & SL_RTYPE_COMPARABLE)) {
        sl_panic_runtime(worker, "hash of unhashable type %s", type->text);
        return false;
    }
    if (!go_deeper(worker))
        return false;
    bool fine = type->flags & SL_RTYPE_DIRECT ? sl_slots_hash(worker, type, &data, hash)
                                              : sl_value_hash(worker, type, data.p, hash);
    worker->heap->depth--;
    *hash = sl_hash_join(*hash, type->hash);
    return fine;
}

static bool hash_parts(SlWorker *worker, const SlRtype *type, const char *memory, uint64_t *hash) {
    uint64_t whole = type->kind, part;
    if (type->kind == SL_KIND_ARRAY) {
        for (uint64_t i = 0; i < type->length; i++) {
            if (!sl_value_hash(worker, type->elem, memory + i * type->elem->size, &part))
                return false;
            whole = sl_hash_join(whole, part);
        }
    } else {
        for (uint32_t i = 0; i < type->field_count; i++) {
            const SlRfield *field = &type->fields[i];
            if (blank(field))
                continue;
            if (!sl_value_hash(worker, field->type, memory + field->offset, &part))
                return false;
            whole = sl_hash_join(whole, part);
        }
    }
    *hash = whole;
    return true;
}

bool sl_value_hash(SlWorker *worker, const SlRtype *type, const void *memory, uint64_t *hash) {
    if (type->kind == SL_KIND_ARRAY || type->kind == SL_KIND_STRUCT) {
        if (!(type->flags & SL_RTYPE_PLAIN_EQUAL))
            return hash_parts(worker, type, memory, hash);
        *hash = sl_hash_text(memory, type->size);
        return true;
    }
    SlSlot slots[3];
    sl_slot_load(memory, type, slots);
    return sl_slots_hash(worker, type, slots, hash);
}

bool sl_slots_hash(SlWorker *worker, const SlRtype *type, const SlSlot *slots, uint64_t *hash) {
    switch (type->kind) {
    case SL_KIND_STRUCT:
    case SL_KIND_ARRAY: {
        const void *memory = type->flags & SL_RTYPE_HUGE ? sl_huge_memory(worker, type, slots) : slots;
        return memory && sl_value_hash(worker, type, memory, hash);
    }
    case SL_KIND_FLOAT32:
    case SL_KIND_FLOAT64:
        *hash = hash_float(worker, slots[0].f);
        return true;
    case SL_KIND_COMPLEX64:
    case SL_KIND_COMPLEX128:
        *hash = hash_float(worker, slots[0].f);
        *hash = sl_hash_join(*hash, hash_float(worker, slots[1].f));
        return true;
    case SL_KIND_STRING:
        *hash = sl_hash_text(slots[0].p, (size_t)slots[1].i);
        return true;
    case SL_KIND_INTERFACE:
        return hash_iface(worker, slots[0].p, slots[1], hash);
    default:
        *hash = sl_hash_word(slots[0].u);
        return true;
    }
}
