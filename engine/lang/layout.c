// SPDX-License-Identifier: MIT
// Sizes, alignments and offsets as gc lays types out on amd64. A struct that ends in a field of size zero gets a byte
// more, so that a pointer to that field stays inside the object. Too large a size saturates at INT64_MAX.
#include "lang/types-impl.h"

enum { WORD = 8, DEPTH_LIMIT = 1000 };

static const int8_t basic_sizes[SL_BASIC_COUNT] = {
    [SL_BOOL] = 1,
    [SL_INT] = 8,
    [SL_INT8] = 1,
    [SL_INT16] = 2,
    [SL_INT32] = 4,
    [SL_INT64] = 8,
    [SL_UINT] = 8,
    [SL_UINT8] = 1,
    [SL_UINT16] = 2,
    [SL_UINT32] = 4,
    [SL_UINT64] = 8,
    [SL_UINTPTR] = 8,
    [SL_FLOAT32] = 4,
    [SL_FLOAT64] = 8,
    [SL_COMPLEX64] = 8,
    [SL_COMPLEX128] = 16,
    [SL_STRING] = 16,
    [SL_UNSAFE_POINTER] = 8,
    [SL_UNTYPED_BOOL] = 1,
    [SL_UNTYPED_INT] = 8,
    [SL_UNTYPED_RUNE] = 4,
    [SL_UNTYPED_FLOAT] = 8,
    [SL_UNTYPED_COMPLEX] = 16,
    [SL_UNTYPED_STRING] = 16,
    [SL_UNTYPED_NIL] = 8,
};

static int64_t add(int64_t a, int64_t b) {
    int64_t sum;
    return __builtin_add_overflow(a, b, &sum) ? INT64_MAX : sum;
}

static int64_t align_up(int64_t offset, int align) {
    int64_t up = add(offset, align - 1);
    return up == INT64_MAX ? up : up / align * align;
}

typedef struct {
    int64_t size;
    int align;
    bool known; // nothing in it is still unresolved: may be kept
} Layout;

static Layout layout_of(const SlType *type);

static Layout layout_of_struct(const SlType *type, int until, int64_t *offset) {
    Layout out = {.align = 1, .known = true};
    int64_t last = 1;
    for (int i = 0; i < type->count; i++) {
        Layout field = layout_of(type->fields[i]->type);
        out.known &= field.known;
        out.size = align_up(out.size, field.align);
        if (i == until)
            *offset = out.size;
        out.size = add(out.size, field.size);
        if (field.align > out.align)
            out.align = field.align;
        last = field.size;
    }
    if (last == 0 && out.size > 0)
        out.size = add(out.size, 1);
    out.size = align_up(out.size, out.align);
    return out;
}

static Layout layout_of_array(const SlType *type) {
    Layout elem = layout_of(type->elem);
    if (type->length < 0)
        return (Layout){.align = elem.align};
    if (__builtin_mul_overflow(elem.size, type->length, &elem.size))
        elem.size = INT64_MAX;
    return elem;
}

static Layout layout_of(const SlType *type) {
    const SlType *under = sl_under(type);
    Layout out = {.size = WORD, .align = WORD, .known = true};
    switch ((SlTypeKind)under->kind) {
    case SL_TYPE_BASIC:
        out.size = basic_sizes[under->basic];
        out.align = out.size < 1 ? 1 : out.size > WORD ? WORD : (int)out.size;
        if (under->basic == SL_COMPLEX64)
            out.align = 4;
        out.known = under->basic != SL_INVALID;
        return out;
    case SL_TYPE_SLICE:
        out.size = 3 * WORD;
        return out;
    case SL_TYPE_INTERFACE:
        out.size = 2 * WORD;
        out.known = !sl_is_type_param(type);
        return out;
    case SL_TYPE_ARRAY:
    case SL_TYPE_STRUCT:
    case SL_TYPE_TUPLE:
        break;
    default:
        return out;
    }
    if (under->size >= 0)
        return (Layout){under->size, under->align, true};
    SlType *cache = sl_type_mutable(under);
    SlTypes *types = type->types; // what contains itself or grows for ever is reported by the checker
    if (cache->busy || types->layout_depth > DEPTH_LIMIT)
        return (Layout){.align = 1};
    cache->busy = true;
    types->layout_depth++;
    out = under->kind == SL_TYPE_ARRAY ? layout_of_array(under) : layout_of_struct(under, -1, NULL);
    types->layout_depth--;
    cache->busy = false;
    if (out.known) {
        cache->size = out.size;
        cache->align = (int8_t)out.align;
    }
    return out;
}

int64_t sl_type_size(const SlType *type) {
    return layout_of(type).size;
}

int sl_type_align(const SlType *type) {
    return layout_of(type).align;
}

int64_t sl_struct_offset(const SlType *type, int field) {
    int64_t offset = 0;
    const SlType *under = sl_under(type);
    assert(field >= 0 && field < under->count);
    layout_of_struct(under, field, &offset);
    return offset;
}

bool sl_type_has_pointers(const SlType *type) {
    const SlType *under = sl_under(type);
    switch ((SlTypeKind)under->kind) {
    case SL_TYPE_BASIC:
        return under->basic == SL_STRING || under->basic == SL_UNSAFE_POINTER || under->basic == SL_UNTYPED_STRING ||
               under->basic == SL_UNTYPED_NIL;
    case SL_TYPE_ARRAY:
        return under->length != 0 && sl_type_has_pointers(under->elem);
    case SL_TYPE_STRUCT:
    case SL_TYPE_TUPLE:
        for (int i = 0; i < under->count; i++) {
            if (sl_type_has_pointers(under->fields[i]->type))
                return true;
        }
        return false;
    default:
        return true;
    }
}
