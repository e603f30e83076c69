// SPDX-License-Identifier: MIT
// Natives of package reflect. A type is its SlRtype, a value a pointer to its memory form.
#include "std/fmt.h"

#include "run/memory.h"
#include "run/values.h"
#include "std/reflect.h"
#include "std/state.h"

enum {
    INT_KIND,
    INT_SIZE,
    INT_ALIGN,
    INT_LENGTH,
    INT_DIR,
    INT_VARIADIC,
    INT_PARAMS,
    INT_RESULTS,
    INT_FIELDS,
    INT_METHODS,
    INT_COMPARABLE,
    INT_OFFSET,
    INT_EMBEDDED,
    INT_POINTERS,
};
enum { PTR_ELEM, PTR_KEY, PTR_PARAM, PTR_RESULT, PTR_FIELD, PTR_METHOD, PTR_POINTER_TO };
enum {
    STR_TEXT,
    STR_NAME,
    STR_PKG_PATH,
    STR_FIELD_NAME,
    STR_FIELD_TAG,
    STR_FIELD_PKG_PATH,
    STR_METHOD_NAME,
    STR_METHOD_PKG_PATH,
};

// func typeOf(v any) *rtype
static SlOutcome type_of(SlWorker *worker, SlSlot *s) {
    (void)worker;
    s[0].p = s[1].p;
    return SL_DONE;
}

// func typeInt(t *rtype, what, i int) int
static SlOutcome type_int(SlWorker *worker, SlSlot *s) {
    (void)worker;
    const SlRtype *t = s[1].p;
    int64_t i = s[3].i, n = 0;
    switch (s[2].i) {
    case INT_KIND:
        n = t->kind;
        break;
    case INT_SIZE:
        n = (int64_t)t->size;
        break;
    case INT_ALIGN:
        n = t->align;
        break;
    case INT_LENGTH:
        n = (int64_t)t->length;
        break;
    case INT_DIR:
        n = t->dir;
        break;
    case INT_VARIADIC:
        n = t->variadic;
        break;
    case INT_PARAMS:
        n = t->param_count;
        break;
    case INT_RESULTS:
        n = t->result_count;
        break;
    case INT_FIELDS:
        n = t->field_count;
        break;
    case INT_METHODS:
        n = t->method_count;
        break;
    case INT_COMPARABLE:
        n = (t->flags & SL_RTYPE_COMPARABLE) != 0;
        break;
    case INT_OFFSET:
        n = t->fields[i].offset;
        break;
    case INT_EMBEDDED:
        n = t->fields[i].embedded;
        break;
    case INT_POINTERS:
        n = (t->flags & SL_RTYPE_POINTERS) != 0;
        break;
    }
    s[0].i = n;
    return SL_DONE;
}

// func typePtr(t *rtype, what, i int) *rtype
static SlOutcome type_ptr(SlWorker *worker, SlSlot *s) {
    (void)worker;
    const SlRtype *t = s[1].p, *found = NULL;
    int64_t i = s[3].i;
    switch (s[2].i) {
    case PTR_ELEM:
        found = t->elem;
        break;
    case PTR_KEY:
        found = t->key;
        break;
    case PTR_PARAM:
        found = i >= 0 && i < t->param_count ? t->params[i] : NULL;
        break;
    case PTR_RESULT:
        found = i >= 0 && i < t->result_count ? t->results[i] : NULL;
        break;
    case PTR_FIELD:
        found = t->fields[i].type;
        break;
    case PTR_METHOD:
        found = t->methods[i].type;
        break;
    case PTR_POINTER_TO:
        found = t->pointer_to;
        break;
    }
    s[0].p = (void *)found;
    return SL_DONE;
}

// func typeStr(t *rtype, what, i int) string
static SlOutcome type_str(SlWorker *worker, SlSlot *s) {
    (void)worker;
    const SlRtype *t = s[2].p;
    const char *text = NULL;
    int64_t i = s[4].i;
    switch (s[3].i) {
    case STR_TEXT:
        text = t->text;
        break;
    case STR_NAME:
        text = t->name;
        break;
    case STR_PKG_PATH:
        text = t->pkg_path;
        break;
    case STR_FIELD_NAME:
        text = t->fields[i].name;
        break;
    case STR_FIELD_TAG:
        text = t->fields[i].tag;
        break;
    case STR_FIELD_PKG_PATH:
        text = t->fields[i].pkg_path;
        break;
    case STR_METHOD_NAME:
        text = t->methods[i].name;
        break;
    case STR_METHOD_PKG_PATH:
        text = t->methods[i].pkg_path;
        break;
    }
    set_str(s, (SlStr){text, text ? (int64_t)strlen(text) : 0});
    return SL_DONE;
}

// func implements(t, iface *rtype) bool
static SlOutcome implements(SlWorker *worker, SlSlot *s) {
    const SlRtype *t = s[1].p, *iface = s[2].p;
    const char *missing;
    if (t->kind == SL_KIND_INTERFACE) {
        bool all = true;
        for (uint32_t i = 0; i < iface->method_count; i++) {
            const SlRmethod *m = sl_rtype_method(t, iface->methods[i].name, iface->methods[i].pkg_path);
            all = all && m && m->type == iface->methods[i].type;
        }
        s[0].i = all;
        return SL_DONE;
    }
    s[0].i = sl_rtype_implements(worker->machine, t, iface, &missing);
    return SL_DONE;
}

// func sameUnderlying(t, u *rtype, tags bool) bool
static SlOutcome same_underlying(SlWorker *worker, SlSlot *s) {
    (void)worker;
    s[0].i = sl_reflect_same_shape(s[1].p, s[2].p, s[3].i);
    return SL_DONE;
}

// func unpack(v any) (typ *rtype, ptr unsafe.Pointer)
static SlOutcome unpack(SlWorker *worker, SlSlot *s) {
    SlIface v = iface_at(s + 2);
    SlSlot scratch = {0};
    const void *memory = sl_fmt_memory(v.type, &v.data, &scratch);
    if (memory == &scratch) {
        char *copy = sl_alloc_typed(worker, v.type, 1);
        if (v.type->size)
            memcpy(copy, memory, v.type->size);
        memory = copy;
    }
    s[0].p = (void *)v.type;
    s[1].p = (void *)memory;
    return SL_DONE;
}

// func pack(typ *rtype, ptr unsafe.Pointer) any
static SlOutcome pack(SlWorker *worker, SlSlot *s) {
    set_iface(s, sl_fmt_iface(worker, s[2].p, s[3].p));
    return SL_DONE;
}

// func allocate(typ *rtype, n int) unsafe.Pointer
static SlOutcome allocate(SlWorker *worker, SlSlot *s) {
    s[0].p = sl_alloc_typed(worker, s[1].p, s[2].u ? s[2].u : 1);
    return SL_DONE;
}

// func move(typ *rtype, dst, src unsafe.Pointer, n int)
static SlOutcome move(SlWorker *worker, SlSlot *s) {
    if (s[3].i > 0)
        sl_shared_copy(worker, s[1].p, s[2].p, s[0].p, s[3].u);
    return SL_DONE;
}

// func equal(typ *rtype, a, b unsafe.Pointer) bool
static SlOutcome equal(SlWorker *worker, SlSlot *s) {
    bool same = false;
    if (!sl_value_equal(worker, s[1].p, s[2].p, s[3].p, &same))
        return SL_PANIC;
    s[0].i = same;
    return SL_DONE;
}

// func makeSlice(elem *rtype, len, cap int) []byte: really a slice of elem
static SlOutcome make_slice(SlWorker *worker, SlSlot *s) {
    int64_t length = s[4].i, capacity = s[5].i;
    void *first = sl_alloc_typed(worker, s[3].p, capacity ? (size_t)capacity : 1);
    set_slice(s, (SlSlice){first, length, capacity});
    return SL_DONE;
}

// ---- maps ----

typedef struct {
    SlSlot own[16], *at;
} Slots; // a value in frame form

static SlSlot *slots_init(Slots *slots, const SlRtype *type) {
    slots->at = type->slots > 16 ? malloc(type->slots * sizeof(SlSlot)) : slots->own;
    assert(slots->at);
    return slots->at;
}

static void slots_free(Slots *slots) {
    if (slots->at != slots->own)
        free(slots->at);
}

// func mapMake(typ *rtype, n int) unsafe.Pointer
static SlOutcome map_make(SlWorker *worker, SlSlot *s) {
    s[0].p = sl_rmap_new(worker, s[1].p, s[2].i);
    return SL_DONE;
}

// func mapLen(m unsafe.Pointer) int
static SlOutcome map_len(SlWorker *worker, SlSlot *s) {
    (void)worker;
    s[0].i = s[1].p ? sl_rmap_len(s[1].p) : 0;
    return SL_DONE;
}

// func mapGet(typ *rtype, m, key unsafe.Pointer) unsafe.Pointer: a copy of the value, or nil
static SlOutcome map_get(SlWorker *worker, SlSlot *s) {
    const SlRtype *type = s[1].p;
    SlRmap *map = s[2].p;
    Slots key, value;
    slots_init(&key, type->key);
    slots_init(&value, type->elem);
    sl_shared_load(worker, s[3].p, type->key, key.at);
    bool found = false;
    SlOutcome outcome = map ? sl_rmap_get(worker, map, type, key.at, value.at, &found) : SL_DONE;
    s[0].p = NULL;
    if (outcome == SL_DONE && found) {
        s[0].p = sl_alloc_typed(worker, type->elem, 1);
        sl_slot_store(s[0].p, type->elem, value.at);
    }
    slots_free(&key);
    slots_free(&value);
    return outcome;
}

// func mapSet(typ *rtype, m, key, value unsafe.Pointer)
static SlOutcome map_set(SlWorker *worker, SlSlot *s) {
    const SlRtype *type = s[0].p;
    Slots key, value;
    slots_init(&key, type->key);
    slots_init(&value, type->elem);
    sl_shared_load(worker, s[2].p, type->key, key.at);
    sl_shared_load(worker, s[3].p, type->elem, value.at);
    SlOutcome outcome = sl_rmap_set(worker, s[1].p, type, key.at, value.at);
    slots_free(&key);
    slots_free(&value);
    return outcome;
}

// func mapDelete(typ *rtype, m, key unsafe.Pointer)
static SlOutcome map_delete(SlWorker *worker, SlSlot *s) {
    const SlRtype *type = s[0].p;
    if (!s[1].p)
        return SL_DONE;
    Slots key;
    slots_init(&key, type->key);
    sl_shared_load(worker, s[2].p, type->key, key.at);
    SlOutcome outcome = sl_rmap_delete(worker, s[1].p, type, key.at);
    slots_free(&key);
    return outcome;
}

typedef struct {
    SlWorker *worker;
    const SlRtype *type;
    char *keys, *values;
    int64_t left;
} Entries;

static bool add_entry(void *data, const void *key, const void *value) {
    Entries *e = data;
    if (e->left-- <= 0)
        return false;
    sl_shared_copy(e->worker, e->keys, key, e->type->key, 1);
    sl_shared_copy(e->worker, e->values, value, e->type->elem, 1);
    e->keys += e->type->key->size;
    e->values += e->type->elem->size;
    return true;
}

// func mapEntries(typ *rtype, m unsafe.Pointer, keys, values unsafe.Pointer): room for all of them
static SlOutcome map_entries(SlWorker *worker, SlSlot *s) {
    if (!s[1].p)
        return SL_DONE;
    Entries entries = {worker, s[0].p, s[2].p, s[3].p, sl_rmap_len(s[1].p)};
    sl_rmap_each(s[1].p, s[0].p, add_entry, &entries);
    return SL_DONE;
}

// func chanLen(c unsafe.Pointer) (n, capacity int)
static SlOutcome chan_len(SlWorker *worker, SlSlot *s) {
    (void)worker;
    SlChan *chan = s[2].p;
    s[0].i = chan ? sl_chan_len(chan) : 0;
    s[1].i = chan ? sl_chan_cap(chan) : 0;
    return SL_DONE;
}

// func chanMake(typ *rtype, n int) unsafe.Pointer
static SlOutcome chan_make(SlWorker *worker, SlSlot *s) {
    SlChan *chan = NULL;
    SlOutcome outcome = sl_chan_make(worker, s[1].p, s[2].i, &chan);
    s[0].p = chan;
    return outcome;
}

// func chanClose(c unsafe.Pointer)
static SlOutcome chan_close(SlWorker *worker, SlSlot *s) {
    return sl_chan_close(worker, worker->g, s[0].p);
}

// func chanSend(c, room unsafe.Pointer): room has the value in frame form
static SlOutcome chan_send(SlWorker *worker, SlSlot *s) {
    return sl_chan_send(worker, worker->g, s[0].p, s[1].p);
}

// func chanReceive(c, room unsafe.Pointer) (ok bool): the value comes to room in frame form
static SlOutcome chan_receive(SlWorker *worker, SlSlot *s) {
    SlChan *chan = s[1].p;
    return sl_chan_recv(worker, worker->g, chan, s[2].p, chan ? chan->elem_slots : 0, &s[0]);
}

// func chanSelect(room unsafe.Pointer, cases []uint16, block bool): a SELECT whose frame is room. cases has two numbers
// for each case, its direction (0 send, 1 receive) and the slot of its value; the channels stand in room from slot 2
// on, slots 0 and 1 get the number of the case and whether it received.
static SlOutcome chan_select(SlWorker *worker, SlSlot *s) {
    SlSlice cases = slice_at(s + 1);
    uint32_t count = (uint32_t)(cases.length / 2);
    const uint16_t *at = cases.first;
    SlWord *words = calloc(count + 1, sizeof *words);
    assert(words);
    words[0].op.b = (uint16_t)count;
    words[0].op.c = !s[4].i;
    for (uint32_t i = 0; i < count; i++) {
        words[i + 1].select_case.dir = at[2 * i];
        words[i + 1].select_case.chan = (uint16_t)(2 + i);
        words[i + 1].select_case.value = at[2 * i + 1];
    }
    SlOutcome outcome = sl_select(worker, worker->g, s[0].p, words, 1);
    free(words);
    return outcome;
}

// func setIface(typ *rtype, dst unsafe.Pointer, v any)
static SlOutcome set_iface_at(SlWorker *worker, SlSlot *s) {
    sl_shared_store(worker, s[1].p, s[0].p, s + 2);
    return SL_DONE;
}

// func funcName(f unsafe.Pointer) string
static SlOutcome func_name(SlWorker *worker, SlSlot *s) {
    (void)worker;
    const SlClosure *closure = s[2].p;
    const char *name = closure ? closure->func->name : "";
    set_str(s, (SlStr){name, (int64_t)strlen(name)});
    return SL_DONE;
}

// ---- calls ----

// func loadSlots(typ *rtype, memory, slots unsafe.Pointer)
static SlOutcome load_slots(SlWorker *worker, SlSlot *s) {
    sl_shared_load(worker, s[1].p, s[0].p, s[2].p);
    return SL_DONE;
}

// func storeSlots(typ *rtype, memory, slots unsafe.Pointer)
static SlOutcome store_slots(SlWorker *worker, SlSlot *s) {
    sl_shared_store(worker, s[1].p, s[0].p, s[2].p);
    return SL_DONE;
}

// func slotCount(typ *rtype) int
static SlOutcome slot_count(SlWorker *worker, SlSlot *s) {
    (void)worker;
    s[0].i = ((const SlRtype *)s[1].p)->slots;
    return SL_DONE;
}

// func methodFunc(t *rtype, i int) unsafe.Pointer: takes the data word of an interface first
static SlOutcome method_func(SlWorker *worker, SlSlot *s) {
    (void)worker;
    const SlFunc *func = ((const SlRtype *)s[1].p)->methods[s[2].i].func;
    s[0].p = func ? func->value : NULL;
    return SL_DONE;
}

// func dataWord(v any) unsafe.Pointer
static SlOutcome data_word(SlWorker *worker, SlSlot *s) {
    (void)worker;
    s[0] = s[2];
    return SL_DONE;
}

const SlNative sl_natives_reflect[] = {
    {"reflect.loadSlots", load_slots, false},
    {"reflect.storeSlots", store_slots, false},
    {"reflect.slotCount", slot_count, false},
    {"reflect.methodFunc", method_func, false},
    {"reflect.dataWord", data_word, false},
    {"reflect.typeOf", type_of, false},
    {"reflect.typeInt", type_int, false},
    {"reflect.typePtr", type_ptr, false},
    {"reflect.typeStr", type_str, false},
    {"reflect.implements", implements, false},
    {"reflect.sameUnderlying", same_underlying, false},
    {"reflect.findType", sl_reflect_find_type, false},
    {"reflect.findFunc", sl_reflect_find_func, false},
    {"reflect.findStruct", sl_reflect_find_struct, false},
    {"reflect.unpack", unpack, false},
    {"reflect.pack", pack, false},
    {"reflect.allocate", allocate, false},
    {"reflect.move", move, false},
    {"reflect.equal", equal, false},
    {"reflect.makeSlice", make_slice, false},
    {"reflect.mapMake", map_make, false},
    {"reflect.mapLen", map_len, false},
    {"reflect.mapGet", map_get, false},
    {"reflect.mapSet", map_set, false},
    {"reflect.mapDelete", map_delete, false},
    {"reflect.mapEntries", map_entries, false},
    {"reflect.chanLen", chan_len, false},
    {"reflect.chanMake", chan_make, false},
    {"reflect.chanClose", chan_close, true},
    {"reflect.chanSend", chan_send, true},
    {"reflect.chanReceive", chan_receive, true},
    {"reflect.chanSelect", chan_select, true},
    {"reflect.setIface", set_iface_at, false},
    {"reflect.funcName", func_name, false},
    {NULL, NULL, false},
};
