// SPDX-License-Identifier: MIT
// Reading values of a machine that stands still. A pointer into the heap's addresses has to point into an object with
// room enough; other addresses are frames, globals and the program's own constants, which are always there.
#include "run/view.h"

#include "run/finalizer.h"
#include "run/values.h"

enum { DEEPEST = 200 }; // of values within values that are compared

void sl_type_show(const SlRtype *type, SlText *text) {
    const char *at = type->text ? type->text : "?";
    bool inside = false; // a word has begun
    for (; *at; at++) {
        if (!inside && strncmp(at, "main.", 5) == 0)
            at += 5;
        inside = *at == '_' || *at == '.' || (*at >= '0' && *at <= '9') || (*at >= 'A' && *at <= 'Z') ||
                 (*at >= 'a' && *at <= 'z') || (unsigned char)*at >= 0x80;
        if (!*at)
            return;
        sl_text_addc(text, *at);
    }
}

bool sl_view_readable(const SlMachine *machine, const void *at, size_t bytes) {
    if (!bytes)
        return true;
    if ((uintptr_t)at < 4096 || (int64_t)bytes < 0)
        return false;
    return sl_heap_room(machine->heap, at) >= bytes;
}

bool sl_view_load(const SlMachine *machine, SlView view, SlSlot slots[3]) {
    memset(slots, 0, 3 * sizeof *slots);
    size_t bytes = view.slots ? view.type->slots * sizeof *slots : view.type->size;
    if (sl_view_is_aggregate(view) || view.type->slots > 3 || !sl_view_readable(machine, view.at, bytes))
        return false;
    if (view.slots)
        memcpy(slots, view.at, bytes);
    else if (bytes)
        sl_slot_load(view.at, view.type, slots);
    return true;
}

SlView sl_view_field(SlView structure, uint32_t field) {
    const SlRfield *f = &structure.type->fields[field];
    return (SlView){f->type, (const char *)structure.at + f->offset, false};
}

SlView sl_view_element(const SlRtype *elem, const void *first, uint64_t index) {
    return (SlView){elem, (const char *)first + index * elem->size, false};
}

bool sl_view_pointee(const SlMachine *machine, SlView pointer, SlView *to) {
    SlSlot slots[3];
    if (pointer.type->kind != SL_KIND_POINTER || !sl_view_load(machine, pointer, slots) || !slots[0].p)
        return false;
    *to = (SlView){pointer.type->elem, slots[0].p, false};
    return sl_view_readable(machine, to->at, to->type->size);
}

bool sl_view_slice(const SlMachine *machine, SlView slice, SlSlice *to) {
    SlSlot slots[3];
    if (slice.type->kind != SL_KIND_SLICE || !sl_view_load(machine, slice, slots))
        return false;
    *to = (SlSlice){slots[0].p, slots[1].i, slots[2].i};
    uint64_t size = slice.type->elem->size;
    if (to->length < 0 || to->capacity < to->length || (size && (uint64_t)to->length > INT64_MAX / size))
        return false;
    return sl_view_readable(machine, to->first, (uint64_t)to->length * size);
}

bool sl_view_string(const SlMachine *machine, SlView string, SlStr *to) {
    SlSlot slots[3];
    if (string.type->kind != SL_KIND_STRING || !sl_view_load(machine, string, slots) || slots[1].i < 0)
        return false;
    *to = (SlStr){slots[0].p, slots[1].i};
    return sl_view_readable(machine, to->bytes, (uint64_t)to->length);
}

bool sl_view_dynamic(const SlMachine *machine, SlView iface, SlSlot *data, SlView *to) {
    SlSlot slots[3];
    if (iface.type->kind != SL_KIND_INTERFACE || !sl_view_load(machine, iface, slots) || !slots[0].p)
        return false;
    const SlRtype *type = slots[0].p;
    *data = slots[1];
    bool direct = type->flags & SL_RTYPE_DIRECT;
    *to = (SlView){type, direct ? (const void *)data : slots[1].p, direct};
    return sl_view_readable(machine, to->at, direct ? sizeof *data : type->size);
}

static const void *object_of(const SlMachine *machine, SlView view, uint8_t kind, const SlHeapClass *class_) {
    SlSlot slots[3];
    if (view.type->kind != kind || !sl_view_load(machine, view, slots) || !slots[0].p)
        return NULL;
    return sl_heap_is(machine->heap, slots[0].p, class_) ? slots[0].p : NULL;
}

const SlChan *sl_view_chan(const SlMachine *machine, SlView chan) {
    return object_of(machine, chan, SL_KIND_CHAN, &sl_class_chan);
}

SlView sl_view_buffered(const SlChan *chan, uint64_t place) {
    uint64_t at = (chan->head + place) % chan->capacity;
    return sl_view_of(chan->type->elem, chan->buffer + at * chan->elem_slots);
}

const SlRmap *sl_view_map(const SlMachine *machine, SlView map) {
    return object_of(machine, map, SL_KIND_MAP, &sl_class_map);
}

const SlClosure *sl_view_closure(const SlMachine *machine, SlView func) {
    SlSlot slots[3];
    if (func.type->kind != SL_KIND_FUNC || !sl_view_load(machine, func, slots) || !slots[0].p)
        return NULL;
    bool fixed = sl_heap_room(machine->heap, slots[0].p) == SIZE_MAX; // of a function that captures nothing
    return fixed || sl_heap_is(machine->heap, slots[0].p, &sl_class_closure) ? slots[0].p : NULL;
}

// ---- equality ----

static bool equal_at(const SlMachine *machine, SlView a, SlView b, int depth, bool *equal);

static bool equal_parts(const SlMachine *machine, SlView a, SlView b, int depth, bool *equal) {
    const SlRtype *type = a.type;
    bool is_struct = type->kind == SL_KIND_STRUCT;
    uint64_t count = is_struct ? type->field_count : type->length;
    for (uint64_t i = 0; i < count && *equal; i++) {
        if (is_struct && strcmp(type->fields[i].name, "_") == 0)
            continue;
        SlView x = is_struct ? sl_view_field(a, (uint32_t)i) : sl_view_element(type->elem, a.at, i);
        SlView y = is_struct ? sl_view_field(b, (uint32_t)i) : sl_view_element(type->elem, b.at, i);
        if (!equal_at(machine, x, y, depth + 1, equal))
            return false;
    }
    return true;
}

static bool equal_dynamic(const SlMachine *machine, SlView a, SlView b, int depth, bool *equal) {
    SlSlot x[3], y[3], data[2];
    SlView left, right;
    if (!sl_view_load(machine, a, x) || !sl_view_load(machine, b, y))
        return false;
    *equal = x[0].p == y[0].p;
    if (!*equal || !x[0].p)
        return true;
    if (!(((const SlRtype *)x[0].p)->flags & SL_RTYPE_COMPARABLE))
        return false;
    return sl_view_dynamic(machine, a, &data[0], &left) && sl_view_dynamic(machine, b, &data[1], &right) &&
           equal_at(machine, left, right, depth + 1, equal);
}

static bool equal_at(const SlMachine *machine, SlView a, SlView b, int depth, bool *equal) {
    *equal = true;
    if (depth > DEEPEST)
        return false;
    if (sl_view_is_aggregate(a))
        return sl_view_readable(machine, a.at, a.type->size) && sl_view_readable(machine, b.at, b.type->size) &&
               equal_parts(machine, a, b, depth, equal);
    SlSlot x[3], y[3];
    SlStr s, t;
    switch (a.type->kind) {
    case SL_KIND_INTERFACE:
        return equal_dynamic(machine, a, b, depth, equal);
    case SL_KIND_STRING:
        if (!sl_view_string(machine, a, &s) || !sl_view_string(machine, b, &t))
            return false;
        *equal = sl_string_equal(s, t);
        return true;
    default:
        if (!sl_view_load(machine, a, x) || !sl_view_load(machine, b, y))
            return false;
    }
    switch (a.type->kind) {
    case SL_KIND_FLOAT32:
    case SL_KIND_FLOAT64:
        *equal = x[0].f == y[0].f;
        return true;
    case SL_KIND_COMPLEX64:
    case SL_KIND_COMPLEX128:
        *equal = x[0].f == y[0].f && x[1].f == y[1].f;
        return true;
    case SL_KIND_SLICE:
    case SL_KIND_MAP:
    case SL_KIND_FUNC:
        return false;
    default:
        *equal = x[0].u == y[0].u;
        return true;
    }
}

bool sl_view_equal(const SlMachine *machine, SlView a, SlView b, bool *equal) {
    return equal_at(machine, a, b, 0, equal);
}
