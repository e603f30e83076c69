// SPDX-License-Identifier: MIT
// Spots: where a value lives, and how it is read, written and addressed there. Variables of the function under
// generation are here too: in slots, or in a box on the heap when something else can reach them.
#include "code/gen.h"

static bool is_word(const SlRtype *t) { // one slot in a frame, the same 8 bytes in memory
    switch (t->kind) {
    case SL_KIND_INT:
    case SL_KIND_INT64:
    case SL_KIND_UINT:
    case SL_KIND_UINT64:
    case SL_KIND_UINTPTR:
    case SL_KIND_FLOAT64:
    case SL_KIND_CHAN:
    case SL_KIND_FUNC:
    case SL_KIND_MAP:
    case SL_KIND_POINTER:
    case SL_KIND_UNSAFE_POINTER:
        return true;
    default:
        return false;
    }
}

// The frame form of a value inside an aggregate is its memory form.
static bool is_aligned_form(const SlRtype *t) {
    switch (t->kind) {
    case SL_KIND_COMPLEX128:
    case SL_KIND_STRING:
    case SL_KIND_INTERFACE:
    case SL_KIND_SLICE:
        return true;
    case SL_KIND_STRUCT:
    case SL_KIND_ARRAY:
        return t->size % 8 == 0;
    default:
        return is_word(t);
    }
}

static SlOp load_op(const SlRtype *t) {
    switch (t->kind) {
    case SL_KIND_BOOL:
    case SL_KIND_UINT8:
        return SL_OP_LD8;
    case SL_KIND_INT8:
        return SL_OP_LD8S;
    case SL_KIND_UINT16:
        return SL_OP_LD16;
    case SL_KIND_INT16:
        return SL_OP_LD16S;
    case SL_KIND_UINT32:
        return SL_OP_LD32;
    case SL_KIND_INT32:
        return SL_OP_LD32S;
    case SL_KIND_FLOAT32:
        return SL_OP_LDF32;
    case SL_KIND_COMPLEX64:
        return SL_OP_LDC64;
    case SL_KIND_COMPLEX128:
    case SL_KIND_STRING:
    case SL_KIND_INTERFACE:
        return SL_OP_LD2;
    case SL_KIND_SLICE:
        return SL_OP_LD3;
    case SL_KIND_STRUCT:
    case SL_KIND_ARRAY:
        return SL_OP_LDN;
    default:
        return SL_OP_LD64;
    }
}

static SlOp store_op(const SlRtype *t) {
    switch (t->kind) {
    case SL_KIND_BOOL:
    case SL_KIND_UINT8:
    case SL_KIND_INT8:
        return SL_OP_ST8;
    case SL_KIND_UINT16:
    case SL_KIND_INT16:
        return SL_OP_ST16;
    case SL_KIND_UINT32:
    case SL_KIND_INT32:
        return SL_OP_ST32;
    case SL_KIND_FLOAT32:
        return SL_OP_STF32;
    case SL_KIND_COMPLEX64:
        return SL_OP_STC64;
    case SL_KIND_COMPLEX128:
    case SL_KIND_STRING:
        return SL_OP_ST2;
    case SL_KIND_INTERFACE:
        return SL_OP_STI;
    case SL_KIND_SLICE:
        return SL_OP_ST3;
    case SL_KIND_STRUCT:
    case SL_KIND_ARRAY:
        return SL_OP_STN;
    case SL_KIND_CHAN:
    case SL_KIND_FUNC:
    case SL_KIND_MAP:
    case SL_KIND_POINTER:
    case SL_KIND_UNSAFE_POINTER:
        return SL_OP_STP;
    default:
        return SL_OP_ST64;
    }
}

static int shifted(SlFn *fn, int pointer, uint64_t offset) {
    int slot = sl_slot_pointer(fn);
    sl_emit(fn, SL_OP_PTRADDL, slot, pointer, 0);
    sl_emit_extra(fn, offset);
    return slot;
}

// Structs and arrays of a few whole words without strings, slices or interfaces: word by word is faster than the
// instruction for any type, and no worse torn. 0: none of those.
static int plain_words(const SlRtype *type, uint64_t offset) {
    bool plain = (type->kind == SL_KIND_STRUCT || type->kind == SL_KIND_ARRAY) && !(type->flags & SL_RTYPE_WIDE) &&
                 type->align == 8 && type->size <= 32 && offset + type->size <= 0xFFFF;
    return plain ? (int)(type->size / 8) : 0;
}

void sl_load_mem(SlFn *fn, const SlRtype *type, int dst, int pointer, uint64_t offset) {
    if (type->size == 0) {
        sl_emit(fn, SL_OP_NILCHK, pointer, 0, 0);
        return;
    }
    SlOp op = load_op(type);
    int words = plain_words(type, offset);
    if (words && (words == 1 || pointer < dst || pointer >= dst + words))
        for (int i = 0; i < words; i++)
            sl_emit(fn, SL_OP_LD64, dst + i, pointer, (int)offset + 8 * i);
    else if (op == SL_OP_LDN)
        sl_emit_word(fn, op, dst, pointer, 0, type->index, (uint32_t)offset);
    else if (offset > 0xFFFF)
        sl_emit(fn, op, dst, shifted(fn, pointer, offset), 0);
    else
        sl_emit(fn, op, dst, pointer, (int)offset);
}

void sl_store_mem(SlFn *fn, const SlRtype *type, int pointer, uint64_t offset, int src) {
    if (type->size == 0) {
        sl_emit(fn, SL_OP_NILCHK, pointer, 0, 0);
        return;
    }
    SlOp op = store_op(type);
    int words = plain_words(type, offset);
    for (int i = 0; i < words; i++)
        sl_emit(fn, type->slot_kinds[i] == SL_WORD_POINTER ? SL_OP_STP : SL_OP_ST64, pointer, src + i,
                (int)offset + 8 * i);
    if (words)
        return;
    if (op == SL_OP_STN)
        sl_emit_word(fn, op, pointer, src, 0, type->index, (uint32_t)offset);
    else if (offset > 0xFFFF)
        sl_emit(fn, op, shifted(fn, pointer, offset), src, 0);
    else
        sl_emit(fn, op, pointer, src, (int)offset);
}

static void load_field(SlFn *fn, const SlSpot *p, int dst) {
    SlOp op = load_op(p->type);
    static const uint16_t ops[][2] = {
        {SL_OP_LD8, SL_OP_FLD8},     {SL_OP_LD8S, SL_OP_FLD8S},   {SL_OP_LD16, SL_OP_FLD16},
        {SL_OP_LD16S, SL_OP_FLD16S}, {SL_OP_LD32, SL_OP_FLD32},   {SL_OP_LD32S, SL_OP_FLD32S},
        {SL_OP_LDF32, SL_OP_FLDF32}, {SL_OP_LDC64, SL_OP_FLDC64},
    };
    if (!p->type->size)
        return;
    for (size_t i = 0; i < sizeof ops / sizeof *ops; i++)
        if (ops[i][0] == op) {
            sl_emit(fn, (SlOp)ops[i][1], dst, p->slot, (int)p->offset);
            return;
        }
    sl_emit_word(fn, SL_OP_FLDN, dst, p->slot, 0, p->type->index, (uint32_t)p->offset);
}

static void store_field(SlFn *fn, const SlSpot *p, int src) {
    static const uint16_t ops[][2] = {
        {SL_OP_ST8, SL_OP_FST8},     {SL_OP_ST16, SL_OP_FST16},   {SL_OP_ST32, SL_OP_FST32},
        {SL_OP_STF32, SL_OP_FSTF32}, {SL_OP_STC64, SL_OP_FSTC64},
    };
    SlOp op = store_op(p->type);
    if (!p->type->size)
        return;
    for (size_t i = 0; i < sizeof ops / sizeof *ops; i++)
        if (ops[i][0] == op) {
            sl_emit(fn, (SlOp)ops[i][1], p->slot, src, (int)p->offset);
            return;
        }
    sl_emit_word(fn, SL_OP_FSTN, p->slot, src, 0, p->type->index, (uint32_t)p->offset);
}

static SlOp index_load_op(const SlRtype *t) {
    switch (t->kind) {
    case SL_KIND_BOOL:
    case SL_KIND_UINT8:
        return SL_OP_LDX8;
    case SL_KIND_INT8:
        return SL_OP_LDX8S;
    case SL_KIND_UINT16:
        return SL_OP_LDX16;
    case SL_KIND_INT16:
        return SL_OP_LDX16S;
    case SL_KIND_UINT32:
        return SL_OP_LDX32;
    case SL_KIND_INT32:
        return SL_OP_LDX32S;
    case SL_KIND_FLOAT32:
        return SL_OP_LDXF32;
    case SL_KIND_COMPLEX128:
    case SL_KIND_STRING:
    case SL_KIND_INTERFACE:
        return SL_OP_LDX2;
    case SL_KIND_SLICE:
        return SL_OP_LDX3;
    default:
        return is_word(t) ? SL_OP_LDX64 : SL_OP_NOP;
    }
}

static SlOp index_store_op(const SlRtype *t) {
    switch (t->kind) {
    case SL_KIND_BOOL:
    case SL_KIND_UINT8:
    case SL_KIND_INT8:
        return SL_OP_STX8;
    case SL_KIND_UINT16:
    case SL_KIND_INT16:
        return SL_OP_STX16;
    case SL_KIND_UINT32:
    case SL_KIND_INT32:
        return SL_OP_STX32;
    case SL_KIND_FLOAT32:
        return SL_OP_STXF32;
    case SL_KIND_COMPLEX128:
    case SL_KIND_STRING:
        return SL_OP_STX2;
    case SL_KIND_INTERFACE:
        return SL_OP_STXI;
    case SL_KIND_SLICE:
        return SL_OP_STX3;
    case SL_KIND_CHAN:
    case SL_KIND_FUNC:
    case SL_KIND_MAP:
    case SL_KIND_POINTER:
    case SL_KIND_UNSAFE_POINTER:
        return SL_OP_STXP;
    default:
        return is_word(t) ? SL_OP_STX64 : SL_OP_NOP;
    }
}

static SlSpot element_mem(SlFn *fn, const SlSpot *p) {
    SlSpot at = {.kind = SL_SPOT_MEM, .type = p->type, .slot = sl_slot_pointer(fn), .non_nil = true};
    sl_emit(fn, SL_OP_IDX, at.slot, p->slot, p->index);
    sl_emit_extra(fn, p->type->size);
    sl_emit_unsigned(fn, p->unsigned_index);
    return at;
}

int sl_slot_want(SlFn *fn, const SlRtype *type, int want) {
    return want == SL_NONE ? sl_slot_new(fn, type) : want;
}

int sl_spot_get(SlFn *fn, const SlSpot *p, int want) {
    if (p->kind == SL_SPOT_SLOT) {
        if (want == SL_NONE)
            return p->slot;
        sl_emit_move(fn, want, p->slot, (int)p->type->slots);
        return want;
    }
    int dst = sl_slot_want(fn, p->type, want);
    switch (p->kind) {
    case SL_SPOT_FIELD:
        load_field(fn, p, dst);
        break;
    case SL_SPOT_MEM:
        sl_load_mem(fn, p->type, dst, p->slot, p->offset);
        break;
    case SL_SPOT_ELEM: {
        SlOp op = index_load_op(p->type);
        if (op != SL_OP_NOP) {
            sl_emit(fn, op, dst, p->slot, p->index);
            sl_emit_unsigned(fn, p->unsigned_index);
            break;
        }
        int mark = sl_slot_mark(fn);
        SlSpot at = element_mem(fn, p);
        sl_spot_get(fn, &at, dst);
        sl_slot_release(fn, mark);
        break;
    }
    case SL_SPOT_MAP:
        sl_emit_type(fn, SL_OP_MAPGET, dst, p->slot, p->index, p->map);
        break;
    default:
        assert(!"nothing to read");
    }
    return dst;
}

void sl_spot_set(SlFn *fn, const SlSpot *p, int slot) {
    switch (p->kind) {
    case SL_SPOT_BLANK:
        break;
    case SL_SPOT_SLOT:
        sl_emit_move(fn, p->slot, slot, (int)p->type->slots);
        break;
    case SL_SPOT_FIELD:
        store_field(fn, p, slot);
        break;
    case SL_SPOT_MEM:
        if (p->type->kind == SL_KIND_UNSAFE_POINTER && p->offset == 0 && !(fn->func->flags & SL_FUNC_LIBRARY))
            sl_emit(fn, SL_OP_VIEWSTORE, p->slot, slot, 0);
        sl_store_mem(fn, p->type, p->slot, p->offset, slot);
        if (p->header)
            sl_emit_word(fn, SL_OP_HEADER, p->slot, 0, 0, p->header->index, 1);
        break;
    case SL_SPOT_ELEM: {
        SlOp op = index_store_op(p->type);
        if (op != SL_OP_NOP) {
            sl_emit(fn, op, p->slot, p->index, slot);
            sl_emit_unsigned(fn, p->unsigned_index);
            break;
        }
        int mark = sl_slot_mark(fn);
        SlSpot at = element_mem(fn, p);
        sl_spot_set(fn, &at, slot);
        sl_slot_release(fn, mark);
        break;
    }
    case SL_SPOT_MAP:
        sl_emit_type(fn, SL_OP_MAPSET, p->slot, p->index, slot, p->map);
        break;
    }
}

void sl_spot_zero(SlFn *fn, const SlSpot *p) {
    if (p->kind == SL_SPOT_SLOT) {
        sl_emit_zero(fn, p->slot, (int)p->type->slots);
        return;
    }
    int mark = sl_slot_mark(fn);
    if (p->kind == SL_SPOT_MEM && p->type->size > 512) {
        int zeroes = sl_slot_pointer(fn);
        sl_emit_type(fn, SL_OP_NEW, zeroes, 0, 0, p->type);
        int to = sl_spot_address(fn, p, SL_NONE);
        sl_emit_type(fn, SL_OP_MOVE, to, zeroes, 0, p->type);
    } else if (p->kind != SL_SPOT_BLANK) {
        int slot = sl_slot_new(fn, p->type);
        sl_emit_zero(fn, slot, (int)p->type->slots);
        sl_spot_set(fn, p, slot);
    }
    sl_slot_release(fn, mark);
}

int sl_spot_address(SlFn *fn, const SlSpot *p, int want) {
    if (p->kind == SL_SPOT_MEM && p->offset == 0 && p->non_nil) {
        if (want == SL_NONE)
            return p->slot;
        sl_emit_move(fn, want, p->slot, 1);
        return want;
    }
    int dst = want == SL_NONE ? sl_slot_pointer(fn) : want;
    switch (p->kind) {
    case SL_SPOT_MEM:
        if (p->offset > 0xFFFF) {
            sl_emit(fn, SL_OP_PTRADDL, dst, p->slot, 0);
            sl_emit_extra(fn, p->offset);
        } else
            sl_emit(fn, SL_OP_PTRADD, dst, p->slot, (int)p->offset);
        break;
    case SL_SPOT_ELEM:
        sl_emit(fn, SL_OP_IDX, dst, p->slot, p->index);
        sl_emit_extra(fn, p->type->size);
        sl_emit_unsigned(fn, p->unsigned_index);
        break;
    default: { // a copy: what is not addressable
        int value = sl_spot_get(fn, p, SL_NONE);
        sl_emit_type(fn, SL_OP_NEW, dst, 0, 0, p->type);
        sl_store_mem(fn, p->type, dst, 0, value);
        break;
    }
    }
    return dst;
}

SlSpot sl_spot_slot(const SlRtype *type, int slot) {
    return (SlSpot){.kind = SL_SPOT_SLOT, .type = type, .slot = slot};
}

SlSpot sl_spot_deref(SlFn *fn, int pointer, const SlRtype *elem) {
    const SlRtype *header = fn->func->flags & SL_FUNC_LIBRARY ? NULL : sl_rtype_header(fn->g, elem);
    if (header)
        sl_emit_word(fn, SL_OP_HEADER, pointer, 0, 0, header->index, 0);
    return (SlSpot){.kind = SL_SPOT_MEM, .type = elem, .slot = pointer, .header = header};
}

// A spot whose parts are spots, for reading at least: in a frame or in memory.
static SlSpot whole(SlFn *fn, const SlSpot *p) {
    SlSpot at = *p;
    if (p->kind == SL_SPOT_ELEM)
        return element_mem(fn, p);
    if (p->kind == SL_SPOT_MAP)
        at = sl_spot_slot(p->type, sl_spot_get(fn, p, SL_NONE));
    if (at.kind != SL_SPOT_SLOT || !(at.type->flags & SL_RTYPE_HUGE))
        return at;
    SlSpot memory = {.kind = SL_SPOT_MEM, .type = at.type, .slot = sl_slot_pointer(fn), .non_nil = true};
    sl_emit_type(fn, SL_OP_WHOLE, memory.slot, at.slot, 0, at.type);
    return memory;
}

// The part of p at byte offset, of that type.
static SlSpot part(SlFn *fn, const SlSpot *p, uint64_t offset, const SlRtype *type) {
    SlSpot at = whole(fn, p);
    at.type = type;
    at.view = false;
    if (at.kind == SL_SPOT_MEM) {
        at.offset += offset;
        return at;
    }
    offset += at.kind == SL_SPOT_FIELD ? at.offset : 0;
    at.slot += (int)(offset / 8);
    at.offset = offset % 8;
    at.kind = at.offset == 0 && is_aligned_form(type) ? SL_SPOT_SLOT : SL_SPOT_FIELD;
    return at;
}

SlSpot sl_spot_field(SlFn *fn, const SlSpot *p, int field) {
    assert(p->type->kind == SL_KIND_STRUCT && field < (int)p->type->field_count);
    return part(fn, p, p->type->fields[field].offset, p->type->fields[field].type);
}

SlSpot sl_spot_walk(SlFn *fn, SlSpot place, const int *path, int length) {
    for (int i = 0; i < length; i++) {
        if (place.type->kind == SL_KIND_POINTER)
            place = sl_spot_deref(fn, sl_spot_get(fn, &place, SL_NONE), place.type->elem);
        place = sl_spot_field(fn, &place, path[i]);
    }
    return place;
}

SlSpot sl_spot_var(const SlVar *var) {
    if (var->boxed)
        return (SlSpot){.kind = SL_SPOT_MEM, .type = var->type, .slot = var->slot, .non_nil = true, .view = var->view};
    return sl_spot_slot(var->type, var->slot);
}

static SlSpot spot_obj(SlFn *fn, SlObj *obj) {
    if (obj->is_global) {
        SlGlobal *global = sl_global_get(fn->g, obj);
        int slot = sl_slot_pointer(fn);
        sl_emit_k(fn, SL_OP_GADDR, slot, global->offset);
        return (SlSpot){.kind = SL_SPOT_MEM, .type = global->type, .slot = slot, .non_nil = true};
    }
    return sl_spot_var(sl_var_get(fn, obj));
}

static SlSpot spot_array_element(SlFn *fn, SlSpot array, SlExpr *index) {
    const SlRtype *elem = array.type->elem;
    int64_t n;
    if (sl_expr_is_const(index) && sl_const_int64(index->value, &n) && n >= 0 && (uint64_t)n < array.type->length)
        return part(fn, &array, (uint64_t)n * elem->size, elem);
    array = whole(fn, &array);
    int at = sl_gen_expr(fn, index, SL_NONE);
    bool is_unsigned = sl_is_wide_unsigned(sl_type_of(fn, index));
    if (array.kind == SL_SPOT_MEM && array.view)
        return (SlSpot){
            .kind = SL_SPOT_ELEM, .type = elem, .slot = array.slot, .index = at, .unsigned_index = is_unsigned};
    if (array.kind == SL_SPOT_MEM) {
        int base = array.offset ? sl_spot_address(fn, &array, SL_NONE) : array.slot;
        SlSpot p = {.kind = SL_SPOT_MEM, .type = elem, .slot = sl_slot_pointer(fn), .non_nil = true};
        sl_emit_word(fn, SL_OP_AIDX, p.slot, base, at, (uint32_t)array.type->length, (uint32_t)elem->size);
        sl_emit_unsigned(fn, is_unsigned);
        return p;
    }
    int from = sl_spot_get(fn, &array, SL_NONE);
    SlSpot p = sl_spot_slot(elem, sl_slot_new(fn, elem));
    sl_emit_word(fn, SL_OP_FIDX, p.slot, from, at, elem->index, (uint32_t)array.type->length);
    sl_emit_unsigned(fn, is_unsigned);
    return p;
}

static SlSpot spot_index(SlFn *fn, SlExpr *e) {
    SlExpr *index = e->list[0];
    const SlRtype *type = sl_type_of(fn, e->x);
    if (sl_has_call(fn, index)) {
        sl_hoist(fn, e->x);
        sl_hoist(fn, index);
    }
    switch (type->kind) {
    case SL_KIND_MAP: {
        SlSpot p = {.kind = SL_SPOT_MAP, .type = type->elem, .map = type};
        p.slot = sl_gen_stable(fn, e->x);
        p.index = sl_gen_as(fn, index, type->key, SL_NONE);
        return p;
    }
    case SL_KIND_SLICE: {
        SlSpot p = {.kind = SL_SPOT_ELEM, .type = type->elem};
        p.slot = sl_gen_stable(fn, e->x);
        p.index = sl_gen_expr(fn, index, SL_NONE);
        p.unsigned_index = sl_is_wide_unsigned(sl_type_of(fn, index));
        return p;
    }
    case SL_KIND_POINTER: {
        SlExpr *memory = sl_unsafe_array(fn, e->x);
        if (memory) { // a slice that goes as far as the element
            SlSpot p = {.kind = SL_SPOT_ELEM, .type = type->elem->elem};
            int at = sl_gen_stable(fn, memory), count = sl_slot_scalar(fn);
            p.slot = sl_slot_new(fn, sl_rtype_slice(fn->g, p.type));
            p.index = sl_gen_stable(fn, index);
            sl_emit(fn, SL_OP_ADDI, count, p.index, 1);
            sl_emit_type(fn, SL_OP_UNSLICE, p.slot, at, count, p.type);
            return p;
        }
        int pointer = sl_gen_stable(fn, e->x);
        return spot_array_element(fn, sl_spot_deref(fn, pointer, type->elem), index);
    }
    case SL_KIND_ARRAY:
        return spot_array_element(fn, sl_spot_expr(fn, e->x), index);
    default:
        return sl_spot_slot(sl_type_of(fn, e), sl_gen_expr(fn, e, SL_NONE));
    }
}

SlSpot sl_spot_expr(SlFn *fn, SlExpr *e) {
    e = (SlExpr *)(uintptr_t)sl_unparen(e);
    bool reads = fn->reads;
    fn->reads = false;
    int hoisted = sl_hoisted_find(fn, e);
    if (hoisted != SL_NONE)
        return sl_spot_slot(sl_type_of(fn, e), hoisted);
    switch ((SlExprKind)e->kind) {
    case SL_EXPR_IDENT:
        if (e->name[0] == '_' && !e->name[1])
            return (SlSpot){.kind = SL_SPOT_BLANK, .type = e->type ? sl_type_of(fn, e) : NULL};
        if (e->obj && e->obj->kind == SL_OBJ_VAR)
            return spot_obj(fn, e->obj);
        break;
    case SL_EXPR_SELECTOR:
        if (e->selection && e->selection->kind == SL_SELECT_FIELD) {
            int viewed = reads ? sl_gen_viewed(fn, e->x) : SL_NONE;
            fn->reads = reads && viewed == SL_NONE;
            SlSpot x =
                viewed == SL_NONE ? sl_spot_expr(fn, e->x) : sl_spot_deref(fn, viewed, sl_type_of(fn, e->x)->elem);
            fn->reads = false;
            return sl_spot_walk(fn, x, e->selection->path, e->selection->path_length);
        }
        if (e->selection && e->selection->kind == SL_SELECT_QUALIFIED && e->selection->obj->kind == SL_OBJ_VAR)
            return spot_obj(fn, e->selection->obj);
        break;
    case SL_EXPR_INDEX:
        if (!e->targ_count && sl_type_of(fn, e->x)->kind != SL_KIND_STRING) {
            SlSpot spot = spot_index(fn, e);
            fn->pos = sl_expr_place(e); // of what reads or writes there
            return spot;
        }
        break;
    case SL_EXPR_STAR: {
        const SlRtype *type = sl_type_of(fn, e->x);
        int viewed = reads ? sl_gen_viewed(fn, e->x) : SL_NONE;
        if (viewed != SL_NONE)
            return sl_spot_deref(fn, viewed, type->elem);
        return sl_spot_deref(fn, sl_gen_stable(fn, e->x), type->elem);
    }
    default:
        break;
    }
    return sl_spot_slot(sl_type_of(fn, e), sl_gen_stable(fn, e));
}

// ---- variables ----

// A slot for the pointer to a boxed variable. An array that is indexed gets its length behind it: with that it can be
// indexed like a slice, in one instruction. The variable must be the next one that is declared.
int sl_slot_box(SlFn *fn, const SlObj *obj, const SlRtype *type) {
    if (type->kind != SL_KIND_ARRAY || !(obj->flags & SL_VAR_INDEXED) || !type->size)
        return sl_slot_pointer(fn);
    int slot = sl_slot_kinds(fn, (uint8_t[]){SL_WORD_POINTER, SL_WORD_SCALAR, SL_WORD_SCALAR}, 3);
    sl_emit_int(fn, slot + 1, (int64_t)type->length);
    sl_emit_int(fn, slot + 2, (int64_t)type->length);
    fn->viewed = slot;
    return slot;
}

SlVar *sl_var_at(SlFn *fn, SlObj *obj, const SlRtype *type, int slot, bool boxed) {
    SlVar *var = SL_NEW(fn->g->arena, SlVar);
    *var = (SlVar){.type = type, .slot = slot, .boxed = boxed, .info = SL_NONE};
    var->view = boxed && fn->viewed == slot;
    fn->viewed = SL_NONE;
    obj->code = var;
    bool named = obj->name && obj->name[0] && strcmp(obj->name, "_") != 0;
    if (named || (boxed && !obj->is_result)) { // a result without a name is nobody's to see
        var->info = fn->vars.count;
        sl_vec_push(&fn->open_vars, fn->vars.count);
        sl_vec_push(&fn->vars, (SlVarInfo){.name = named ? obj->name : "",
                                           .type = type,
                                           .slot = (uint16_t)slot,
                                           .capture = SL_NO_SLOT,
                                           .boxed = boxed,
                                           .from = (uint32_t)fn->ins.count,
                                           .to = (uint32_t)fn->ins.count,
                                           .pos = obj->pos});
    }
    return var;
}

void sl_var_ready(SlFn *fn, const SlVar *var) {
    if (var->info != SL_NONE)
        fn->vars.at[var->info].from = (uint32_t)fn->ins.count;
}

SlVar *sl_var_new(SlFn *fn, SlObj *obj, const SlRtype *type, bool zero) {
    bool boxed = sl_var_boxed(obj, type);
    int slot = boxed ? sl_slot_box(fn, obj, type) : sl_slot_new(fn, type);
    if (boxed)
        sl_emit_type(fn, SL_OP_NEW, slot, 0, 0, type);
    else if (zero)
        sl_emit_zero(fn, slot, (int)type->slots);
    return sl_var_at(fn, obj, type, slot, boxed);
}

SlVar *sl_var_get(SlFn *fn, SlObj *obj) {
    if (!obj->code) { // an error was reported; anything will do
        sl_fn_error(fn, fn->pos, "internal: variable %s has no place", obj->name ? obj->name : "?");
        return sl_var_new(fn, obj, sl_type_at(fn, obj->type), true);
    }
    return obj->code;
}

int sl_scope_open(SlFn *fn) {
    sl_vec_push(&fn->open_vars, -1 - sl_slot_mark(fn));
    return fn->open_vars.count - 1;
}

void sl_scope_close(SlFn *fn, int mark) {
    for (int i = fn->open_vars.count - 1; i > mark; i--)
        if (fn->open_vars.at[i] >= 0)
            fn->vars.at[fn->open_vars.at[i]].to = (uint32_t)fn->ins.count;
    int slots = -1 - fn->open_vars.at[mark];
    fn->open_vars.count = mark;
    sl_slot_release(fn, slots);
}
