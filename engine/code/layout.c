// SPDX-License-Identifier: MIT
// Layout of runtime types: gc's sizes and offsets on amd64, the words that hold pointers, the form in a frame.
#include "code/gen.h"

enum { HUGE_BYTES = 8192 };

typedef SL_VEC(SlRword) Words;

static const uint8_t sizes[] = {
    [SL_KIND_BOOL] = 1,    [SL_KIND_INT] = 8,     [SL_KIND_INT8] = 1,       [SL_KIND_INT16] = 2,
    [SL_KIND_INT32] = 4,   [SL_KIND_INT64] = 8,   [SL_KIND_UINT] = 8,       [SL_KIND_UINT8] = 1,
    [SL_KIND_UINT16] = 2,  [SL_KIND_UINT32] = 4,  [SL_KIND_UINT64] = 8,     [SL_KIND_UINTPTR] = 8,
    [SL_KIND_FLOAT32] = 4, [SL_KIND_FLOAT64] = 8, [SL_KIND_COMPLEX64] = 8,  [SL_KIND_COMPLEX128] = 16,
    [SL_KIND_CHAN] = 8,    [SL_KIND_FUNC] = 8,    [SL_KIND_INTERFACE] = 16, [SL_KIND_MAP] = 8,
    [SL_KIND_POINTER] = 8, [SL_KIND_SLICE] = 24,  [SL_KIND_STRING] = 16,    [SL_KIND_UNSAFE_POINTER] = 8,
};

static void add_words(Words *words, const SlRword *from, uint32_t count, uint64_t offset) {
    for (uint32_t i = 0; i < count; i++)
        sl_vec_push(words, (SlRword){(uint32_t)(offset + from[i].offset), from[i].kind});
}

// Of a field: an array's words are repeated for each element.
static void add_type(Words *pointers, Words *wides, const SlRtype *t, uint64_t offset) {
    uint64_t times = 1, stride = 0;
    if (t->kind == SL_KIND_ARRAY) {
        times = t->length;
        stride = t->elem->size;
        if (!t->pointer_count && !t->wide_count)
            return;
    }
    for (uint64_t i = 0; i < times; i++) {
        add_words(pointers, t->pointers, t->pointer_count, offset + i * stride);
        add_words(wides, t->wides, t->wide_count, offset + i * stride);
    }
}

static void lay_out_struct(SlGen *g, SlRtype *t, Words *pointers, Words *wides) {
    uint64_t at = 0;
    uint8_t align = 1;
    bool plain = true, comparable = true;
    SlRfield *fields = sl_arena_copy(g->arena, t->fields, sizeof *fields * t->field_count);
    for (uint32_t i = 0; i < t->field_count; i++) {
        SlRfield *f = &fields[i];
        sl_rtype_lay_out(g, SL_RT(f->type));
        uint64_t offset = (at + f->type->align - 1) / f->type->align * f->type->align;
        plain = plain && offset == at && (f->type->flags & SL_RTYPE_PLAIN_EQUAL) && strcmp(f->name, "_") != 0;
        comparable = comparable && (f->type->flags & SL_RTYPE_COMPARABLE);
        f->offset = (uint32_t)offset;
        if (f->type->align > align)
            align = f->type->align;
        add_type(pointers, wides, f->type, offset);
        at = offset + f->type->size;
        if (i + 1 == t->field_count && f->type->size == 0 && at > 0) {
            at++; // so that the address of the last field stays inside
            plain = false;
        }
    }
    t->fields = fields;
    t->align = align;
    t->size = (at + align - 1) / align * align;
    plain = plain && t->size == at;
    t->flags |= (uint8_t)((plain ? SL_RTYPE_PLAIN_EQUAL : 0) | (comparable ? SL_RTYPE_COMPARABLE : 0));
}

static void lay_out_scalar(SlRtype *t, Words *pointers, Words *wides) {
    t->size = sizes[t->kind];
    t->align = (uint8_t)(t->size > 8 ? 8 : t->size);
    if (t->kind == SL_KIND_COMPLEX64)
        t->align = 4;
    t->slots = (uint32_t)((t->size + 7) / 8);
    switch (t->kind) {
    case SL_KIND_COMPLEX64:
        t->slots = 2; // fallthrough
    case SL_KIND_COMPLEX128:
    case SL_KIND_FLOAT32:
    case SL_KIND_FLOAT64:
        t->flags |= SL_RTYPE_COMPARABLE;
        break;
    case SL_KIND_SLICE:
        sl_vec_push(pointers, (SlRword){0, SL_WORD_POINTER});
        sl_vec_push(wides, (SlRword){0, 3});
        break;
    case SL_KIND_STRING:
        sl_vec_push(pointers, (SlRword){0, SL_WORD_POINTER});
        sl_vec_push(wides, (SlRword){0, 2});
        t->flags |= SL_RTYPE_COMPARABLE;
        break;
    case SL_KIND_INTERFACE:
        sl_vec_push(pointers, (SlRword){0, SL_WORD_IFACE});
        sl_vec_push(wides, (SlRword){0, 4});
        t->flags |= SL_RTYPE_COMPARABLE;
        break;
    case SL_KIND_MAP:
    case SL_KIND_FUNC:
        sl_vec_push(pointers, (SlRword){0, SL_WORD_POINTER});
        break;
    case SL_KIND_CHAN:
    case SL_KIND_POINTER:
    case SL_KIND_UNSAFE_POINTER:
        sl_vec_push(pointers, (SlRword){0, SL_WORD_POINTER}); // fallthrough
    default:
        t->flags |= SL_RTYPE_COMPARABLE | SL_RTYPE_PLAIN_EQUAL;
        break;
    }
    if (t->kind <= SL_KIND_FLOAT64 || t->kind == SL_KIND_CHAN || t->kind == SL_KIND_FUNC || t->kind == SL_KIND_MAP ||
        t->kind == SL_KIND_POINTER || t->kind == SL_KIND_UNSAFE_POINTER)
        t->flags |= SL_RTYPE_DIRECT;
}

static void lay_out_slots(SlGen *g, SlRtype *t) {
    if ((t->kind == SL_KIND_ARRAY || t->kind == SL_KIND_STRUCT) && t->size >= HUGE_BYTES) {
        static const uint8_t pointer[] = {SL_WORD_POINTER};
        t->flags |= SL_RTYPE_HUGE;
        t->slots = 1;
        t->slot_kinds = pointer;
        return;
    }
    uint8_t *kinds = SL_NEW_N(g->arena, uint8_t, t->slots + 1);
    uint64_t times = t->kind == SL_KIND_ARRAY ? t->length : 1;
    for (uint64_t n = 0; n < times && t->pointer_count; n++)
        for (uint32_t i = 0; i < t->pointer_count; i++) {
            uint64_t offset = t->pointers[i].offset + (t->kind == SL_KIND_ARRAY ? n * t->elem->size : 0);
            kinds[offset / 8] = t->pointers[i].kind;
            if (t->pointers[i].kind == SL_WORD_IFACE)
                kinds[offset / 8 + 1] = SL_WORD_IFACE_DATA;
        }
    t->slot_kinds = kinds;
}

static bool uses_unsafe(SlGen *g) {
    if (!g->uses_unsafe) {
        g->uses_unsafe = 1;
        for (int i = 0; i < g->program->package_count; i++)
            for (int k = 0; k < g->program->packages[i]->import_count && !g->program->packages[i]->library; k++)
                if (strcmp(g->program->packages[i]->imports[k]->path, "unsafe") == 0)
                    g->uses_unsafe = 2;
    }
    return g->uses_unsafe == 2;
}

static bool is_word(const SlRtype *t) {
    return t->kind == SL_KIND_UINTPTR || t->kind == SL_KIND_UNSAFE_POINTER || t->kind == SL_KIND_POINTER;
}

static bool is_count(const SlRtype *t) {
    return t->kind == SL_KIND_INT || t->kind == SL_KIND_UINT || t->kind == SL_KIND_UINTPTR;
}

const SlRtype *sl_rtype_header(SlGen *g, const SlRtype *type) {
    SlRt *rt = SL_RT(type);
    if (rt->header || type->kind != SL_KIND_STRUCT || type->field_count < 2 || type->field_count > 3 ||
        !is_word(type->fields[0].type) || (!is_count(type->fields[1].type) && !is_word(type->fields[1].type)) ||
        (type->field_count == 3 && !is_count(type->fields[2].type)) || !uses_unsafe(g))
        return rt->header;
    const SlRtype *pointer = sl_rtype_basic(g, SL_UNSAFE_POINTER), *number = sl_rtype_basic(g, SL_UINTPTR);
    const SlRtype *parts[] = {type, pointer, number, number, number, pointer};
    uint32_t count = sizeof parts / sizeof *parts;
    SlRfield *fields = SL_NEW_N(g->arena, SlRfield, count);
    for (uint32_t i = 0; i < count; i++)
        fields[i] = (SlRfield){.name = "", .type = parts[i]};
    SlRt *view = SL_NEW(g->arena, SlRt);
    view->t = (SlRtype){.kind = SL_KIND_STRUCT,
                        .text = "header",
                        .name = "",
                        .pkg_path = "",
                        .fields = fields,
                        .field_count = count,
                        .index = (uint32_t)g->types.count};
    sl_vec_push(&g->types, view);
    sl_rtype_lay_out(g, view);
    rt->header = &view->t;
    return rt->header;
}

void sl_rtype_lay_out(SlGen *g, SlRt *rt) {
    SlRtype *t = &rt->t;
    if (rt->laid_out)
        return;
    rt->laid_out = true;
    Words pointers = {0}, wides = {0};
    switch (t->kind) {
    case SL_KIND_ARRAY:
        sl_rtype_lay_out(g, SL_RT(t->elem));
        t->align = t->elem->align;
        t->size = t->elem->size * t->length;
        if (t->elem->size && (t->length > (1ull << 31) || t->size > (1ull << 31))) {
            sl_diags_add(g->program->diags, 0, "type %s larger than address space of the machine", t->text);
            t->size = t->length = 0;
        }
        t->flags |= t->elem->flags & (SL_RTYPE_COMPARABLE | SL_RTYPE_PLAIN_EQUAL);
        add_type(&pointers, &wides, t->elem, 0);
        t->slots = (uint32_t)((t->size + 7) / 8);
        break;
    case SL_KIND_STRUCT:
        lay_out_struct(g, t, &pointers, &wides);
        t->slots = (uint32_t)((t->size + 7) / 8);
        break;
    default:
        lay_out_scalar(t, &pointers, &wides);
        break;
    }
    if (t->kind == SL_KIND_ARRAY && t->length == 0)
        pointers.count = wides.count = 0;
    t->pointer_count = (uint32_t)pointers.count;
    t->wide_count = (uint32_t)wides.count;
    t->flags |= (uint8_t)((pointers.count ? SL_RTYPE_POINTERS : 0) | (wides.count ? SL_RTYPE_WIDE : 0));
    t->pointers = sl_vec_take(&pointers, g->arena);
    t->wides = sl_vec_take(&wides, g->arena);
    lay_out_slots(g, t);
}
