// SPDX-License-Identifier: MIT
// What unsafe code may read, and change, of memory that holds something else than it says.
//
// A value that is only read where an unsafe.Pointer becomes a *T (*(*string)(unsafe.Pointer(&bytes))) is put together
// in memory of its own: numbers from any bytes, strings, slices and pointers from words that hold such, as far as what
// they point to is what T says.
//
// Headers (structs of two or three words, as reflect.SliceHeader, that a string, a slice or an interface is taken for)
// are such copies that know of whom. Code that uses one brings it up to date before, and after a store what it says
// becomes the string or slice, as soon as all its words together make one.
#include "run/finalizer.h"
#include "run/heap-inline.h"
#include "run/memory.h"
#include "run/unsafe.h"
#include "run/values.h"
#include "run/vm.h"

enum { PC_BITS = 24 }; // as engine/std/runtime.c numbers the places of code

typedef struct {
    SlWorker *worker;
    const char *at; // the source, inside region
    SlRegion region;
    char *to;
} Copy;

// The value of machine words (pointer, string, interface...) that byte offset of a type lies in; within: bytes from its
// start. Null: a number lies there.
static const SlRtype *leaf_around(const SlRtype *type, size_t offset, size_t *within) {
    for (;;) {
        if (!(type->flags & SL_RTYPE_POINTERS))
            return NULL;
        if (type->kind == SL_KIND_ARRAY) {
            offset %= type->elem->size;
            type = type->elem;
        } else if (type->kind == SL_KIND_STRUCT) {
            const SlRtype *inner = NULL;
            for (uint32_t i = 0; i < type->field_count && !inner; i++)
                if (offset >= type->fields[i].offset && offset - type->fields[i].offset < type->fields[i].type->size) {
                    inner = type->fields[i].type;
                    offset -= type->fields[i].offset;
                }
            if (!inner)
                return NULL;
            type = inner;
        } else {
            *within = offset;
            return type;
        }
    }
}

static const SlRtype *source_leaf(const SlRegion *region, const char *at, size_t *within) {
    return region->type ? leaf_around(region->type, (size_t)(at - region->start) % region->type->size, within) : NULL;
}

// All words of a leaf as they are at one moment.
static int load_leaf(SlWorker *worker, const SlRtype *leaf, const char *at, SlSlot *words) {
    switch (leaf->kind) {
    case SL_KIND_STRING:
    case SL_KIND_INTERFACE:
        sl_load_wide2(worker, at, words);
        return 2;
    case SL_KIND_SLICE:
        sl_load_wide3(worker, at, words);
        return 3;
    default:
        words[0].u = sl_load_word(at);
        return 1;
    }
}

static bool may_view(SlWorker *worker, const void *at, const SlRtype *type, int64_t count) {
    SlRegion region;
    if (count < 0)
        return false;
    return count == 0 || type->size == 0 ||
           (at && (uintptr_t)at % type->align == 0 && sl_unsafe_region(worker, at, &region) &&
            sl_unsafe_viewable(&region, (size_t)((const char *)at - region.start), type, (size_t)count));
}

// Constants have their bytes outside of the heap: who takes a pointer to them gets a copy.
static const void *own_bytes(SlWorker *worker, const void *bytes, int64_t length) {
    SlRegion region;
    if (length <= 0 || sl_unsafe_region(worker, bytes, &region))
        return bytes;
    char *own = sl_alloc_bytes(worker, (size_t)length);
    if (own)
        memcpy(own, bytes, (size_t)length);
    return own;
}

static bool copy_string(const Copy *c, const SlRtype *leaf, const SlSlot *w, char *to) {
    bool bytes =
        leaf->kind == SL_KIND_STRING || may_view(c->worker, w[0].p, c->worker->machine->code->type_uint8, w[1].i);
    if (w[1].i < 0 || !bytes)
        return false;
    memcpy(to, w, 16);
    return true;
}

static bool copy_slice(const Copy *c, const SlRtype *want, const SlRtype *leaf, const SlSlot *w, char *to) {
    SlSlot made[3] = {w[0], w[1], w[2]};
    if (leaf && leaf->kind == SL_KIND_STRING) { // its third word is whatever follows
        if (want->elem->size != 1)
            return false;
        made[0].p = (void *)(uintptr_t)own_bytes(c->worker, w[0].p, w[1].i);
        made[2] = made[1];
    }
    if (made[1].i < 0 || made[1].i > made[2].i || !may_view(c->worker, made[0].p, want->elem, made[2].i))
        return false;
    memcpy(to, made, 24);
    return true;
}

static void *box_word(SlWorker *worker, uint64_t word) {
    uint64_t *box = sl_alloc_bytes(worker, sizeof *box);
    if (box)
        *box = word;
    return box;
}

// The word at byte within of a leaf as a pointer. An interface holds small values in itself.
static void *pointer_of(const Copy *c, const SlRtype *leaf, size_t within, const SlSlot *w) {
    if (leaf && leaf->kind == SL_KIND_INTERFACE && within == 8) {
        const SlRtype *dynamic = w[0].p;
        return dynamic && !sl_rtype_word_is_pointer(dynamic) ? box_word(c->worker, w[1].u) : w[1].p;
    }
    return w[within / 8].p;
}

static bool copy_pointer(const Copy *c, const SlRtype *want, const SlRtype *leaf, size_t within, const SlSlot *w,
                         char *to) {
    if (leaf && within && leaf->kind != SL_KIND_INTERFACE)
        return false;
    void *pointer = pointer_of(c, leaf, within, w);
    const SlRtype *holds = leaf && leaf->kind == SL_KIND_INTERFACE && within ? w[0].p : leaf;
    if (want->kind == SL_KIND_POINTER && holds && holds->kind == SL_KIND_FUNC && pointer && want->elem->size == 8 &&
        !(want->elem->flags & SL_RTYPE_POINTERS)) // **(**uintptr)(unsafe.Pointer(&f)): where its code begins
        pointer = box_word(c->worker, (uint64_t)(((const SlClosure *)pointer)->func->index + 1) << PC_BITS);
    bool fine = want->kind == SL_KIND_POINTER ? !pointer || may_view(c->worker, pointer, want->elem, 1)
                                              : leaf || sl_heap_may_point(c->worker->machine->heap, pointer);
    memcpy(to, &pointer, sizeof pointer);
    return fine;
}

static bool copy_leaf(const Copy *c, const SlRtype *want, size_t offset) {
    const char *at = c->at + offset;
    size_t within = 0;
    const SlRtype *leaf = source_leaf(&c->region, at, &within);
    SlSlot words[3] = {{0}};
    size_t left = c->region.bytes - (size_t)(at - c->region.start);
    if ((uintptr_t)at % 8 || within % 8)
        return false;
    if (leaf) {
        load_leaf(c->worker, leaf, at - within, words);
        if (leaf->kind == SL_KIND_POINTER && left >= 24) { // {pointer, length, capacity}
            words[1].u = sl_load_word(at + 8);
            words[2].u = sl_load_word(at + 16);
        } else if (leaf->kind == SL_KIND_POINTER && left >= 16)
            words[1].u = sl_load_word(at + 8);
    } else
        for (size_t i = 0; i < want->size / 8 && 8 * i < left; i++)
            words[i].u = sl_load_word(at + 8 * i);
    char *to = c->to + offset;
    switch (want->kind) {
    case SL_KIND_STRING:
        if (leaf &&
            (within || (leaf->kind != SL_KIND_STRING && leaf->kind != SL_KIND_SLICE && leaf->kind != SL_KIND_POINTER)))
            return false;
        return leaf ? copy_string(c, leaf, words, to)
                    : may_view(c->worker, words[0].p, c->worker->machine->code->type_uint8, words[1].i) &&
                          memcpy(to, words, 16);
    case SL_KIND_SLICE:
        if (leaf &&
            (within || (leaf->kind != SL_KIND_STRING && leaf->kind != SL_KIND_SLICE && leaf->kind != SL_KIND_POINTER)))
            return false;
        return copy_slice(c, want, leaf, words, to);
    case SL_KIND_POINTER:
    case SL_KIND_UNSAFE_POINTER:
        return copy_pointer(c, want, leaf, within, words, to);
    default:
        if (!leaf || within || !sl_unsafe_same_kind(leaf, want))
            return false;
        memcpy(to, words, want->size);
        return true;
    }
}

static bool copy_part(const Copy *c, const SlRtype *type, size_t offset) {
    if (!(type->flags & SL_RTYPE_POINTERS)) {
        size_t left = c->region.bytes - (size_t)(c->at - c->region.start);
        if (offset >= left) // behind a string that is taken for a slice
            return false;
        sl_shared_copy_bytes(c->worker, c->to + offset, c->at + offset,
                             type->size < left - offset ? type->size : left - offset);
        return type->size <= left - offset;
    }
    if (type->kind == SL_KIND_STRUCT) {
        for (uint32_t i = 0; i < type->field_count; i++)
            if (!copy_part(c, type->fields[i].type, offset + type->fields[i].offset))
                return false;
        return true;
    }
    if (type->kind == SL_KIND_ARRAY) {
        for (uint64_t i = 0; i < type->length; i++)
            if (!copy_part(c, type->elem, offset + i * type->elem->size))
                return false;
        return true;
    }
    return copy_leaf(c, type, offset);
}

void *sl_unsafe_copy(SlWorker *worker, const char *at, const SlRtype *type) {
    Copy c = {.worker = worker, .at = at};
    if (!at || !sl_unsafe_region(worker, at, &c.region) || c.region.opaque)
        return NULL;
    c.to = sl_heap_new_value(worker, type);
    return c.to && copy_part(&c, type, 0) ? c.to : NULL;
}

// ---- headers ----

// Of an object whose type is a header's (code/convert.c): the header, then this.
typedef struct {
    const char *target;
    uint64_t known[3]; // the target's words when they were last the same
    void *keep;        // what the header's words point to and nobody else does
} Link;

static Link *link_of(const SlRtype *view, char *object) {
    return (Link *)(void *)(object + view->fields[1].offset);
}

static void fill(SlWorker *worker, const SlRtype *view, char *object, const SlRtype *leaf) {
    Link *link = link_of(view, object);
    SlSlot words[3] = {{0}};
    int count = load_leaf(worker, leaf, link->target, words);
    if (leaf->kind == SL_KIND_STRING) { // constants: what is taken from the header must be found again
        void *own = (void *)(uintptr_t)own_bytes(worker, words[0].p, words[1].i);
        if (own != words[0].p && own) {
            words[0].p = own;
            sl_store_wide2(worker, (char *)(uintptr_t)link->target, words);
        }
    }
    for (int i = 0; i < 3; i++)
        link->known[i] = words[i].u;
    if (leaf->kind == SL_KIND_INTERFACE) {
        Copy c = {.worker = worker};
        words[1].p = pointer_of(&c, leaf, 8, words);
        SL_STORE_POINTER(&link->keep, words[1].p);
    }
    size_t size = view->fields[0].type->size / 8;
    for (size_t i = 0; i < size && (int)i < count; i++)
        SL_STORE_POINTER(object + 8 * i, words[i].p);
}

static const SlRtype *target_leaf(SlWorker *worker, const char *target) {
    SlRegion region;
    size_t within = 0;
    const SlRtype *leaf = target && sl_unsafe_region(worker, target, &region) && !region.opaque
                              ? source_leaf(&region, target, &within)
                              : NULL;
    bool headed = leaf && !within &&
                  (leaf->kind == SL_KIND_STRING || leaf->kind == SL_KIND_SLICE || leaf->kind == SL_KIND_INTERFACE);
    return headed ? leaf : NULL;
}

void *sl_unsafe_header(SlWorker *worker, const char *at, const SlRtype *view) {
    const SlRtype *leaf = target_leaf(worker, at), *header = view->fields[0].type;
    bool wants_pointer = leaf && leaf->kind == SL_KIND_INTERFACE;
    bool has_pointer =
        header->fields[1].type->kind == SL_KIND_UNSAFE_POINTER || header->fields[1].type->kind == SL_KIND_UINTPTR;
    if (!leaf || (wants_pointer && (!has_pointer || header->size != 16)) ||
        (!wants_pointer && header->fields[1].type->kind == SL_KIND_UNSAFE_POINTER) ||
        (leaf->kind == SL_KIND_STRING && header->size != 16))
        return NULL;
    char *object = sl_heap_new_value(worker, view);
    if (!object)
        return NULL;
    SL_STORE_POINTER(&link_of(view, object)->target, at);
    fill(worker, view, object, leaf);
    return object;
}

// Gives what the header says to its target, if that is a value.
static SlOutcome give(SlWorker *worker, const SlRtype *view, char *object, const SlRtype *leaf) {
    Link *link = link_of(view, object);
    SlSlot words[3];
    for (int i = 0; i < 3; i++)
        words[i].u = i < (int)(view->fields[0].type->size / 8) ? sl_load_word(object + 8 * i) : link->known[i];
    if (memcmp(words, link->known, sizeof words) == 0)
        return SL_DONE;
    if (leaf->kind == SL_KIND_INTERFACE)
        return sl_fatal(worker, "unsafe: a store to the words of an interface");
    bool string = leaf->kind == SL_KIND_STRING;
    int64_t length = words[1].i, capacity = string ? length : words[2].i;
    const SlRtype *elem = string ? worker->machine->code->type_uint8 : leaf->elem;
    bool shorter = words[0].u == link->known[0] && string && length <= (int64_t)link->known[1];
    if (length < 0 || length > capacity || (!shorter && !may_view(worker, words[0].p, elem, capacity)))
        return SL_DONE; // more words are to come
    if (string)
        sl_store_wide2(worker, (char *)(uintptr_t)link->target, words);
    else
        sl_store_wide3(worker, (char *)(uintptr_t)link->target, words);
    memcpy(link->known, words, string ? 16 : 24);
    return SL_DONE;
}

SlOutcome sl_op_HEADER(SlWorker *w, SlSlot *fp, const SlWord *at) {
    const SlRtype *view = w->machine->code->types[at[1].pair.lo];
    char *object = fp[at->op.a].p;
    SlRegion region;
    if (!object || !sl_unsafe_region(w, object, &region) || region.type != view || region.start != object)
        return SL_DONE;
    Link *link = link_of(view, object);
    const SlRtype *leaf = target_leaf(w, link->target);
    if (!leaf)
        return SL_DONE;
    if (at[1].pair.hi)
        return give(w, view, object, leaf);
    SlSlot words[3] = {{0}};
    load_leaf(w, leaf, link->target, words);
    if (memcmp(words, link->known, sizeof words) != 0)
        fill(w, view, object, leaf);
    return SL_DONE;
}
