// SPDX-License-Identifier: MIT
// Package unsafe, made safe: what an unsafe.Pointer points to is looked up before it becomes a *T.
//
// The heap knows every object's extent and where its pointers are, and globals have a type as well. A *T may be made of
// an address if T's bytes lie inside one object, and if each word there that holds a pointer, a string, a function and
// so on is the same kind of thing in T, and the others are none in either. Then no program can make a pointer out of a
// number or see one type's data as another's. Whatever fails the check ends the program with a fatal error, as
// misuse does under Go's own -d=checkptr.
//
// What is only read, and headers, need not fail: run/unsafe-copy.c makes copies of them. Another exception:
// *unsafe.Pointer may point at a pointer of any type (for package atomic); storing through it is
// checked against the type that the word really has.
#include "run/finalizer.h"
#include "run/heap.h"
#include "run/unsafe.h"
#include "run/values.h"
#include "run/vm.h"

enum { DEEPEST = 6, MOST_LEAVES = 1 << 16 };

bool sl_unsafe_region(SlWorker *worker, const char *at, SlRegion *region) {
    const SlMachine *machine = worker->machine;
    const SlRtype *globals = machine->code->globals;
    if (globals && (size_t)(at - (const char *)machine->globals) < globals->size) {
        *region = (SlRegion){(const char *)machine->globals, globals->size, globals, false};
        return true;
    }
    uint64_t header;
    size_t bytes;
    bool has_header;
    const char *start = sl_heap_extent(machine->heap, at, &bytes, &header, &has_header);
    if (!start || at < start)
        return false;
    *region = (SlRegion){start, bytes, NULL, has_header && (header & 1)};
    if (has_header && !region->opaque) {
        region->type = (const SlRtype *)(uintptr_t)header;
        if (!region->type)
            return false;
        // What lies behind the last value is padding.
        size_t size = region->type->size;
        if (bytes < 2 * size && region->type->kind != SL_KIND_ARRAY)
            region->bytes = size;
    }
    return true;
}

static bool has_pointers(const SlRtype *type) {
    return type->flags & SL_RTYPE_POINTERS;
}

static bool alike(const SlRtype *a, const SlRtype *b, int depth);

static bool same_types(const SlRtype *const *a, const SlRtype *const *b, uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        if (a[i] != b[i])
            return false;
    return true;
}

// Whether a word that holds an a may be taken for one that holds a b, to read and to write.
static bool same_kind(const SlRtype *a, const SlRtype *b, int depth) {
    if (a == b)
        return true;
    if (a->kind != b->kind)
        return false;
    switch ((SlKind)a->kind) {
    case SL_KIND_STRING:
    case SL_KIND_UNSAFE_POINTER:
        return true;
    case SL_KIND_POINTER:
    case SL_KIND_SLICE:
        return alike(a->elem, b->elem, depth + 1);
    case SL_KIND_MAP:
        return a->key == b->key && a->elem == b->elem;
    case SL_KIND_CHAN:
        return a->elem == b->elem;
    case SL_KIND_FUNC:
        return a->param_count == b->param_count && a->result_count == b->result_count &&
               same_types(a->params, b->params, a->param_count) && same_types(a->results, b->results, a->result_count);
    case SL_KIND_INTERFACE:
        if (a->method_count != b->method_count)
            return false;
        for (uint32_t i = 0; i < a->method_count; i++)
            if (strcmp(a->methods[i].name, b->methods[i].name) != 0 || a->methods[i].type != b->methods[i].type)
                return false;
        return true;
    default:
        return false;
    }
}

bool sl_unsafe_same_kind(const SlRtype *a, const SlRtype *b) {
    return same_kind(a, b, 0);
}

// The type with pointers, neither struct nor array, that lies offset bytes into a type; null if none begins there.
static const SlRtype *leaf_at(const SlRtype *type, size_t offset) {
    for (;;) {
        if (type->kind == SL_KIND_ARRAY) {
            if (!type->elem->size)
                return NULL;
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
            return offset == 0 && has_pointers(type) ? type : NULL;
        }
    }
}

// Calls for each type with pointers inside: leaves of a at offset from against those of b.
static bool leaves_match(const SlRtype *a, size_t offset, const SlRtype *b, int depth, size_t *leaves) {
    if (!has_pointers(b))
        return true;
    if (b->kind == SL_KIND_STRUCT) {
        for (uint32_t i = 0; i < b->field_count; i++)
            if (!leaves_match(a, offset + b->fields[i].offset, b->fields[i].type, depth, leaves))
                return false;
        return true;
    }
    if (b->kind == SL_KIND_ARRAY) {
        for (uint64_t i = 0; i < b->length; i++)
            if (!leaves_match(a, offset + i * b->elem->size, b->elem, depth, leaves))
                return false;
        return true;
    }
    const SlRtype *leaf = leaf_at(a, offset % a->size);
    return ++*leaves < MOST_LEAVES && leaf && same_kind(leaf, b, depth);
}

static size_t count_leaves(const SlRtype *type) {
    if (!has_pointers(type))
        return 0;
    if (type->kind == SL_KIND_ARRAY)
        return type->length * count_leaves(type->elem);
    if (type->kind != SL_KIND_STRUCT)
        return 1;
    size_t count = 0;
    for (uint32_t i = 0; i < type->field_count; i++)
        count += count_leaves(type->fields[i].type);
    return count;
}

// How many values with pointers begin or lie in [from, to) of a type.
static size_t leaves_between(const SlRtype *type, size_t from, size_t to) {
    if (from >= to || !has_pointers(type) || from >= type->size)
        return 0;
    if (from == 0 && to >= type->size)
        return count_leaves(type);
    size_t count = 0;
    if (type->kind == SL_KIND_ARRAY) {
        size_t size = type->elem->size, first = from / size, last = (to - 1) / size;
        if (last >= type->length)
            last = type->length - 1;
        for (size_t i = first; i <= last; i++) {
            size_t base = i * size;
            count += leaves_between(type->elem, from > base ? from - base : 0, to - base);
        }
        return count;
    }
    if (type->kind != SL_KIND_STRUCT)
        return 1;
    for (uint32_t i = 0; i < type->field_count; i++) {
        size_t base = type->fields[i].offset;
        if (to > base)
            count += leaves_between(type->fields[i].type, from > base ? from - base : 0, to - base);
    }
    return count;
}

// Whether memory of one type may be used as the other and back.
static bool alike(const SlRtype *a, const SlRtype *b, int depth) {
    size_t leaves = 0;
    if (a == b)
        return true;
    return depth < DEEPEST && a->size == b->size && leaves_match(a, 0, b, depth, &leaves) && leaves == count_leaves(a);
}

// Whether [offset, offset + count values of type) of a region may be used so.
bool sl_unsafe_viewable(const SlRegion *region, size_t offset, const SlRtype *type, size_t count) {
    size_t bytes;
    if (__builtin_mul_overflow(type->size, count, &bytes) || offset > region->bytes || bytes > region->bytes - offset)
        return false;
    if (bytes == 0)
        return true;
    if (region->opaque)
        return false;
    if (!region->type)
        return !has_pointers(type);
    const SlRtype *all = region->type;
    while (all->kind == SL_KIND_ARRAY && all->elem->size)
        all = all->elem;
    if (all == type && offset % all->size == 0)
        return true;
    size_t leaves = 0, inside = 0, from = offset % all->size, left = bytes;
    for (size_t i = 0; i < count && has_pointers(type); i++)
        if (!leaves_match(all, from + i * type->size, type, 0, &leaves))
            return false;
    while (left > 0) { // value by value of the region
        size_t part = all->size - from < left ? all->size - from : left;
        if (!(from == 0 && part == all->size))
            inside += leaves_between(all, from, from + part);
        else
            inside += count_leaves(all);
        if (inside > leaves)
            return false;
        left -= part;
        from = 0;
    }
    return inside == leaves;
}

static SlOutcome refuse(SlWorker *worker, const char *at, const SlRtype *type) {
    SlRegion region;
    if (!sl_unsafe_region(worker, at, &region))
        return sl_fatal(worker, "unsafe: pointer to %s made of an address that belongs to no object", type->text);
    return sl_fatal(worker, "unsafe: pointer to %s made of the address of memory that holds something else",
                    type->text);
}

static SlOutcome check(SlWorker *worker, const char *at, const SlRtype *type, size_t count) {
    SlRegion region;
    if (!at || type->size == 0 || count == 0)
        return SL_DONE;
    if ((uintptr_t)at % type->align)
        return sl_fatal(worker, "unsafe: misaligned pointer to %s", type->text);
    // Where the word is some pointer, an unsafe.Pointer may be stored: see sl_unsafe_store.
    bool found = sl_unsafe_region(worker, at, &region);
    if (found && type->kind == SL_KIND_UNSAFE_POINTER && count == 1 && region.type) {
        const SlRtype *leaf = leaf_at(region.type, (size_t)(at - region.start) % region.type->size);
        if (leaf && leaf->kind == SL_KIND_POINTER)
            return SL_DONE;
    }
    if (!found || !sl_unsafe_viewable(&region, (size_t)(at - region.start), type, count))
        return refuse(worker, at, type);
    return SL_DONE;
}

SlOutcome sl_unsafe_store(SlWorker *worker, const void *address, const void *value) {
    SlRegion region;
    const char *at = address;
    if (!value || !at || !sl_unsafe_region(worker, at, &region) || !region.type || region.opaque)
        return SL_DONE;
    const SlRtype *leaf = leaf_at(region.type, (size_t)(at - region.start) % region.type->size);
    if (!leaf || leaf->kind != SL_KIND_POINTER)
        return SL_DONE;
    return check(worker, value, leaf->elem, 1);
}

// ---- instructions ----

#define A (at->op.a)
#define B (at->op.b)
#define C (at->op.c)
#define R(n) fp[n]

// Whether a *T may point there, to read and to write.
static bool may_point(SlWorker *worker, const char *at, const SlRtype *type) {
    SlRegion region;
    return !at || type->size == 0 ||
           ((uintptr_t)at % type->align == 0 && sl_unsafe_region(worker, at, &region) &&
            sl_unsafe_viewable(&region, (size_t)(at - region.start), type, 1));
}

// (*T)(p): a reader of T's bytes only, where T has no pointers, may look at anything; other readers, and headers, get
// copies of what is no T.
SlOutcome sl_op_VIEW(SlWorker *w, SlSlot *fp, const SlWord *at) {
    const SlRtype *type = w->machine->code->types[at[1].pair.lo];
    const char *pointer = R(B).p;
    uint32_t how = at[1].pair.hi;
    SlRegion region;
    bool reads = how == SL_VIEW_READS && !has_pointers(type) && pointer && sl_unsafe_region(w, pointer, &region) &&
                 type->size <= region.bytes - (size_t)(pointer - region.start);
    const char *copy = NULL;
    if (!reads && how && !may_point(w, pointer, type))
        copy = how == SL_VIEW_READS ? sl_unsafe_copy(w, pointer, type)
                                    : sl_unsafe_header(w, pointer, w->machine->code->types[how - SL_VIEW_HEADER]);
    SlOutcome outcome = reads || copy ? SL_DONE : check(w, pointer, type, 1);
    if (outcome == SL_DONE)
        R(A).p = (void *)(uintptr_t)(copy ? copy : pointer);
    return outcome;
}

// unsafe.Pointer(address), unsafe.Add: in an object that is alive, or outside of the heap, where nothing can be viewed.
SlOutcome sl_op_ADDRESS(SlWorker *w, SlSlot *fp, const SlWord *at) {
    const char *pointer = R(B).p;
    if (!sl_heap_may_point(w->machine->heap, pointer))
        return sl_fatal(w, "unsafe: unsafe.Pointer made of an address that belongs to no object");
    R(A).p = (void *)pointer;
    return SL_DONE;
}

SlOutcome sl_op_UNSLICE(SlWorker *w, SlSlot *fp, const SlWord *at) {
    const SlRtype *type = w->machine->code->types[at[1].pair.lo];
    char *pointer = R(B).p;
    int64_t count = R(C).i;
    size_t bytes;
    if (count < 0 || __builtin_mul_overflow((size_t)count, type->size, &bytes) || bytes > INT64_MAX)
        return sl_panic_runtime(w, "unsafe.Slice: len out of range");
    if (!pointer && count)
        return sl_panic_runtime(w, "unsafe.Slice: ptr is nil and len is not zero");
    SlOutcome outcome = check(w, pointer, type, (size_t)count);
    if (outcome != SL_DONE)
        return outcome;
    R(A).p = pointer;
    R(A + 1).i = R(A + 2).i = count;
    return SL_DONE;
}

SlOutcome sl_op_UNSTRING(SlWorker *w, SlSlot *fp, const SlWord *at) {
    const SlRtype *type = w->machine->code->types[at[1].pair.lo];
    char *pointer = R(B).p;
    int64_t count = R(C).i;
    if (count < 0)
        return sl_panic_runtime(w, "unsafe.String: len out of range");
    if (!pointer && count)
        return sl_panic_runtime(w, "unsafe.String: ptr is nil and len is not zero");
    SlOutcome outcome = check(w, pointer, type, (size_t)count);
    if (outcome != SL_DONE)
        return outcome;
    R(A).p = count ? pointer : NULL;
    R(A + 1).i = count;
    return SL_DONE;
}

// unsafe.StringData: the bytes of constants lie outside of the heap, a program gets its own.
SlOutcome sl_op_STRDATA(SlWorker *w, SlSlot *fp, const SlWord *at) {
    const char *bytes = R(B).p;
    size_t length = (size_t)R(B + 1).i;
    SlRegion region;
    if (length && !sl_unsafe_region(w, bytes, &region)) {
        char *own = sl_alloc_bytes(w, length);
        if (!own)
            return SL_EXIT;
        memcpy(own, bytes, length);
        bytes = own;
    }
    R(A).p = (void *)bytes;
    return SL_DONE;
}

SlOutcome sl_op_VIEWSTORE(SlWorker *w, SlSlot *fp, const SlWord *at) {
    return sl_unsafe_store(w, R(A).p, R(B).p);
}
