// SPDX-License-Identifier: MIT
// Natives of package reflect. A type is its SlRtype, a value a pointer to its memory form.
#include "std/fmt.h"

#include "run/memory.h"
#include "run/values.h"
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

static bool same_text(const char *a, const char *b) {
    return strcmp(a ? a : "", b ? b : "") == 0;
}

static bool same_shape(const SlRtype *a, const SlRtype *b, bool tags) {
    if (a == b)
        return true;
    if (a->kind != b->kind || a->length != b->length || a->dir != b->dir)
        return false;
    switch (a->kind) {
    case SL_KIND_ARRAY:
    case SL_KIND_CHAN:
    case SL_KIND_POINTER:
    case SL_KIND_SLICE:
        return a->elem == b->elem;
    case SL_KIND_MAP:
        return a->elem == b->elem && a->key == b->key;
    case SL_KIND_FUNC:
        if (a->param_count != b->param_count || a->result_count != b->result_count || a->variadic != b->variadic)
            return false;
        for (uint32_t i = 0; i < a->param_count; i++)
            if (a->params[i] != b->params[i])
                return false;
        for (uint32_t i = 0; i < a->result_count; i++)
            if (a->results[i] != b->results[i])
                return false;
        return true;
    case SL_KIND_INTERFACE:
        if (a->method_count != b->method_count)
            return false;
        for (uint32_t i = 0; i < a->method_count; i++)
            if (!same_text(a->methods[i].name, b->methods[i].name) || a->methods[i].type != b->methods[i].type)
                return false;
        return true;
    case SL_KIND_STRUCT:
        if (a->field_count != b->field_count)
            return false;
        for (uint32_t i = 0; i < a->field_count; i++) {
            const SlRfield *f = &a->fields[i], *g = &b->fields[i];
            if (!same_text(f->name, g->name) || !same_text(f->pkg_path, g->pkg_path) || f->embedded != g->embedded ||
                (f->type != g->type && (tags || !same_shape(f->type, g->type, tags))) ||
                (tags && !same_text(f->tag, g->tag)))
                return false;
        }
        return true;
    default:
        return true;
    }
}

// func sameUnderlying(t, u *rtype, tags bool) bool
static SlOutcome same_underlying(SlWorker *worker, SlSlot *s) {
    (void)worker;
    s[0].i = same_shape(s[1].p, s[2].p, s[3].i);
    return SL_DONE;
}

// ---- types that the program does not have ----

typedef struct {
    uint8_t kind, dir;
    const SlRtype *elem, *key;
    const SlRtype *recv, *method; // of a FUNC: method's type with recv as first parameter
} Wanted;

static bool is_wanted(const SlRtype *t, const Wanted *w) {
    if (t->kind != w->kind || t->name[0] || t->elem != w->elem || t->key != w->key || t->dir != w->dir)
        return false;
    if (t->kind != SL_KIND_FUNC)
        return true;
    if (t->param_count != w->method->param_count + 1 || t->result_count != w->method->result_count ||
        t->variadic != w->method->variadic || t->params[0] != w->recv)
        return false;
    for (uint32_t i = 0; i < w->method->param_count; i++)
        if (t->params[i + 1] != w->method->params[i])
            return false;
    for (uint32_t i = 0; i < w->method->result_count; i++)
        if (t->results[i] != w->method->results[i])
            return false;
    return true;
}

static char *wanted_text(const Wanted *w) {
    SlText text = {0};
    switch (w->kind) {
    case SL_KIND_POINTER:
        sl_text_printf(&text, "*%s", w->elem->text);
        break;
    case SL_KIND_SLICE:
        sl_text_printf(&text, "[]%s", w->elem->text);
        break;
    case SL_KIND_MAP:
        sl_text_printf(&text, "map[%s]%s", w->key->text, w->elem->text);
        break;
    case SL_KIND_CHAN:
        sl_text_printf(&text, "%s %s", w->dir == 0 ? "chan" : w->dir == 1 ? "chan<-" : "<-chan", w->elem->text);
        break;
    case SL_KIND_FUNC: {
        const char *rest = w->method->text + strlen("func(");
        sl_text_printf(&text, "func(%s%s%s", w->recv->text, *rest == ')' ? "" : ", ", rest);
        break;
    }
    }
    return sl_text_take(&text);
}

// A type like another one of its kind: all of a kind have one form in memory.
static const SlRtype *make_type(SlStd *std, const SlRtype *like, const Wanted *w) {
    struct SlMadeType *made = calloc(1, sizeof *made);
    assert(made);
    made->type = *like;
    made->type.elem = w->elem;
    made->type.key = w->key;
    made->type.dir = w->dir;
    made->type.name = made->type.pkg_path = "";
    made->type.flags &= (uint8_t)~SL_RTYPE_NAMED;
    made->type.text = wanted_text(w);
    made->type.hash = (uint32_t)(uintptr_t)made >> 4;
    made->type.methods = NULL;
    made->type.method_count = 0;
    made->type.pointer_to = NULL;
    made->type.params = NULL;
    if (w->kind == SL_KIND_FUNC) {
        made->type.param_count = w->method->param_count + 1;
        made->type.params = malloc(made->type.param_count * sizeof *made->type.params);
        assert(made->type.params);
        made->type.params[0] = w->recv;
        for (uint32_t i = 0; i < w->method->param_count; i++)
            made->type.params[i + 1] = w->method->params[i];
        made->type.results = w->method->results;
        made->type.result_count = w->method->result_count;
        made->type.variadic = w->method->variadic;
    }
    made->next = std->made;
    std->made = made;
    return &made->type;
}

static const SlRtype *find_or_make(SlWorker *worker, const Wanted *w) {
    const SlCode *code = worker->machine->code;
    const SlRtype *like = NULL;
    if (w->kind == SL_KIND_POINTER && w->elem->pointer_to)
        return w->elem->pointer_to;
    for (uint32_t i = 0; i < code->type_count; i++) {
        if (is_wanted(code->types[i], w))
            return code->types[i];
        if (code->types[i]->kind == w->kind)
            like = code->types[i];
    }
    if (!like)
        return NULL;
    SlStd *std = worker->machine->std;
    const SlRtype *found = NULL;
    pthread_mutex_lock(&std->lock);
    for (struct SlMadeType *made = std->made; made && !found; made = made->next)
        if (is_wanted(&made->type, w))
            found = &made->type;
    if (!found)
        found = make_type(std, like, w);
    pthread_mutex_unlock(&std->lock);
    return found;
}

// func findType(kind int, elem, key *rtype, n int) *rtype
static SlOutcome find_type(SlWorker *worker, SlSlot *s) {
    const SlCode *code = worker->machine->code;
    Wanted wanted = {.kind = (uint8_t)s[1].u, .elem = s[2].p, .key = s[3].p};
    if (wanted.kind == SL_KIND_ARRAY) {
        const SlRtype *found = NULL;
        for (uint32_t i = 0; i < code->type_count && !found; i++)
            if (is_wanted(code->types[i], &wanted) && code->types[i]->length == s[4].u)
                found = code->types[i];
        s[0].p = (void *)found;
        return SL_DONE;
    }
    if (wanted.kind == SL_KIND_CHAN)
        wanted.dir = (uint8_t)s[4].u;
    s[0].p = (void *)find_or_make(worker, &wanted);
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

// func findFunc(recv, method *rtype) *rtype: the method's type with the receiver as first parameter
static SlOutcome find_func(SlWorker *worker, SlSlot *s) {
    Wanted wanted = {.kind = SL_KIND_FUNC, .recv = s[1].p, .method = s[2].p};
    s[0].p = (void *)find_or_make(worker, &wanted);
    return SL_DONE;
}

const SlNative sl_natives_reflect[] = {
    {"reflect.loadSlots", load_slots, false},
    {"reflect.storeSlots", store_slots, false},
    {"reflect.slotCount", slot_count, false},
    {"reflect.methodFunc", method_func, false},
    {"reflect.dataWord", data_word, false},
    {"reflect.findFunc", find_func, false},
    {"reflect.typeOf", type_of, false},
    {"reflect.typeInt", type_int, false},
    {"reflect.typePtr", type_ptr, false},
    {"reflect.typeStr", type_str, false},
    {"reflect.implements", implements, false},
    {"reflect.sameUnderlying", same_underlying, false},
    {"reflect.findType", find_type, false},
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
    {"reflect.setIface", set_iface_at, false},
    {"reflect.funcName", func_name, false},
    {NULL, NULL, false},
};
