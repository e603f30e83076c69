// SPDX-License-Identifier: MIT
// Values of any type as text: the walk over structs, maps, slices and pointers. What is reached through pointers may be
// changed by other goroutines meanwhile: each word group is read untorn, lengths and all.
#include "std/fmt.h"

#include "run/memory.h"
#include "run/values.h"
#include "std/state.h"

enum { DEEPEST = 500 }; // beyond it the Go side walks, whose stack has a limit that the user's program can meet

// ---- which methods a type has ----

static bool gives_string(const SlRmethod *method) {
    const SlRtype *type = method ? method->type : NULL;
    return type && type->param_count == 0 && type->result_count == 1 && type->results[0]->kind == SL_KIND_STRING &&
           !(type->results[0]->flags & SL_RTYPE_NAMED && type->results[0]->pkg_path && type->results[0]->pkg_path[0]);
}

static unsigned find_methods(const SlRtype *type) {
    unsigned found = FMT_KNOWN;
    if (type->kind == SL_KIND_INTERFACE || type->method_count == 0)
        return found;
    if (type->kind == SL_KIND_STRUCT && strcmp(type->name, "Value") == 0 && strcmp(type->pkg_path, "reflect") == 0)
        found |= FMT_REFLECTED;
    if (gives_string(sl_rtype_method(type, "Error", NULL)))
        found |= FMT_ERRORS;
    if (gives_string(sl_rtype_method(type, "String", NULL)))
        found |= FMT_STRINGS;
    if (gives_string(sl_rtype_method(type, "GoString", NULL)))
        found |= FMT_GO_STRINGS;
    const SlRmethod *format = sl_rtype_method(type, "Format", NULL);
    if (format && format->type && format->type->param_count == 2 && format->type->result_count == 0 &&
        strcmp(format->type->params[0]->text, "fmt.State") == 0 && format->type->params[1]->kind == SL_KIND_INT32)
        found |= FMT_FORMATS;
    return found;
}

unsigned sl_fmt_methods(SlWorker *worker, const SlRtype *type) {
    if (type->method_count == 0)
        return FMT_KNOWN;
    SlStd *std = worker->machine->std;
    _Atomic uint8_t *known = &std->methods[type->index];
    unsigned found = atomic_load_explicit(known, memory_order_relaxed);
    if (!found) {
        found = find_methods(type);
        atomic_store_explicit(known, (uint8_t)found, memory_order_relaxed);
    }
    return found;
}

static bool must_call(const Printer *p, const SlRtype *type, int32_t verb) {
    if (p->erroring || type->method_count == 0)
        return false;
    unsigned methods = sl_fmt_methods(p->worker, type);
    if (methods & FMT_FORMATS)
        return true;
    if (p->flags & FMT_SHARP_V)
        return methods & FMT_GO_STRINGS;
    if (verb != 'v' && verb != 's' && verb != 'x' && verb != 'X' && verb != 'q')
        return false;
    return methods & (FMT_ERRORS | FMT_STRINGS);
}

// ---- reading ----

const void *sl_fmt_memory(const SlRtype *type, const SlSlot *data, SlSlot *scratch) {
    if (!(type->flags & SL_RTYPE_DIRECT))
        return data->p ? data->p : (const void *)scratch;
    *scratch = *data;
    if (type->kind == SL_KIND_FLOAT32) {
        float narrow = (float)data->f;
        memcpy(scratch, &narrow, sizeof narrow);
    }
    return scratch;
}

SlIface sl_fmt_iface(SlWorker *worker, const SlRtype *type, const void *memory) {
    if (type->kind == SL_KIND_INTERFACE) {
        SlSlot slots[2];
        sl_load_wide2(worker, memory, slots);
        return iface_at(slots);
    }
    SlSlot own[64], *slots = type->slots > 64 ? malloc(type->slots * sizeof(SlSlot)) : own;
    assert(slots);
    sl_shared_load(worker, memory, type, slots);
    SlIface iface = sl_iface_make(worker, type, slots);
    if (slots != own)
        free(slots);
    return iface;
}

static uint64_t load_integer(const void *memory, const SlRtype *type) {
    switch (type->kind) {
    case SL_KIND_INT8:
        return (uint64_t)(int64_t) * (const int8_t *)memory;
    case SL_KIND_INT16:
        return (uint64_t)(int64_t) * (const int16_t *)memory;
    case SL_KIND_INT32:
        return (uint64_t)(int64_t) * (const int32_t *)memory;
    case SL_KIND_UINT8:
    case SL_KIND_BOOL:
        return *(const uint8_t *)memory;
    case SL_KIND_UINT16:
        return *(const uint16_t *)memory;
    case SL_KIND_UINT32:
        return *(const uint32_t *)memory;
    default:
        return sl_load_word(memory);
    }
}

// ---- maps in order of their keys ----

static int compare_values(SlWorker *worker, const SlRtype *type, const void *a, const void *b);

static int compare_floats(double a, double b) {
    if (a != a || b != b)
        return (a != a ? 0 : 1) - (b != b ? 0 : 1); // NaN before all
    return (a > b) - (a < b);
}

static int compare_ifaces(SlWorker *worker, const void *a, const void *b) {
    SlSlot x[2], y[2], scratch_x, scratch_y;
    sl_load_wide2(worker, a, x);
    sl_load_wide2(worker, b, y);
    const SlRtype *s = x[0].p, *t = y[0].p;
    if (!s || !t)
        return (s ? 1 : 0) - (t ? 1 : 0);
    if (s != t)
        return s->kind != t->kind ? (int)s->kind - (int)t->kind : (s->index > t->index) - (s->index < t->index);
    return compare_values(worker, s, sl_fmt_memory(s, &x[1], &scratch_x), sl_fmt_memory(t, &y[1], &scratch_y));
}

static int compare_values(SlWorker *worker, const SlRtype *type, const void *a, const void *b) {
    switch (type->kind) {
    case SL_KIND_INT:
    case SL_KIND_INT8:
    case SL_KIND_INT16:
    case SL_KIND_INT32:
    case SL_KIND_INT64: {
        int64_t x = (int64_t)load_integer(a, type), y = (int64_t)load_integer(b, type);
        return (x > y) - (x < y);
    }
    case SL_KIND_FLOAT32:
        return compare_floats((double)*(const float *)a, (double)*(const float *)b);
    case SL_KIND_FLOAT64:
        return compare_floats(*(const double *)a, *(const double *)b);
    case SL_KIND_COMPLEX64: {
        const float *x = a, *y = b;
        int order = compare_floats((double)x[0], (double)y[0]);
        return order ? order : compare_floats((double)x[1], (double)y[1]);
    }
    case SL_KIND_COMPLEX128: {
        const double *x = a, *y = b;
        int order = compare_floats(x[0], y[0]);
        return order ? order : compare_floats(x[1], y[1]);
    }
    case SL_KIND_STRING: {
        SlSlot x[2], y[2];
        sl_load_wide2(worker, a, x);
        sl_load_wide2(worker, b, y);
        return sl_string_compare(str_at(x), str_at(y));
    }
    case SL_KIND_STRUCT:
        for (uint32_t i = 0; i < type->field_count; i++) {
            const SlRfield *field = &type->fields[i];
            int order =
                compare_values(worker, field->type, (const char *)a + field->offset, (const char *)b + field->offset);
            if (order)
                return order;
        }
        return 0;
    case SL_KIND_ARRAY:
        for (uint64_t i = 0; i < type->length; i++) {
            int order = compare_values(worker, type->elem, (const char *)a + i * type->elem->size,
                                       (const char *)b + i * type->elem->size);
            if (order)
                return order;
        }
        return 0;
    case SL_KIND_INTERFACE:
        return compare_ifaces(worker, a, b);
    default: {
        uint64_t x = load_integer(a, type), y = load_integer(b, type);
        return (x > y) - (x < y);
    }
    }
}

typedef struct {
    SlFmtEntry *at;
    size_t count, capacity;
} Entries;

static bool collect(void *data, const void *key, const void *value) {
    Entries *entries = data;
    if (entries->count == entries->capacity) {
        entries->capacity = entries->capacity ? entries->capacity * 2 : 16;
        entries->at = realloc(entries->at, entries->capacity * sizeof *entries->at);
        assert(entries->at);
    }
    entries->at[entries->count++] = (SlFmtEntry){key, value};
    return true;
}

typedef struct {
    SlWorker *worker;
    const SlRtype *key;
} Order;

static int compare_entries(const void *a, const void *b, void *data) {
    const Order *order = data;
    return compare_values(order->worker, order->key, ((const SlFmtEntry *)a)->key, ((const SlFmtEntry *)b)->key);
}

size_t sl_fmt_entries(SlWorker *worker, const SlRtype *type, SlRmap *map, SlFmtEntry **out) {
    Entries entries = {NULL, 0, 0};
    if (map)
        sl_rmap_each(map, type, collect, &entries);
    Order order = {worker, type->key};
    if (entries.count > 1)
        qsort_r(entries.at, entries.count, sizeof *entries.at, compare_entries, &order);
    *out = entries.at;
    return entries.count;
}

// ---- values ----

static void type_text(Printer *p, const SlRtype *type) {
    sl_out_adds(p->out, type->text);
}

void sl_fmt_bad_verb(Printer *p, int32_t verb) {
    bool erroring = p->erroring;
    p->erroring = true;
    sl_out_adds(p->out, "%!");
    sl_out_rune(p->out, verb);
    sl_out_addc(p->out, '(');
    if (p->arg_type) {
        type_text(p, p->arg_type);
        sl_out_addc(p->out, '=');
        sl_fmt_arg(p, (SlIface){p->arg_type, p->arg_data}, 'v');
    } else {
        sl_out_adds(p->out, "<nil>");
    }
    sl_out_addc(p->out, ')');
    p->erroring = erroring;
}

static void pointer(Printer *p, const SlRtype *type, uint64_t address, int32_t verb) {
    switch (verb) {
    case 'v':
        if (p->flags & FMT_SHARP_V) {
            sl_out_addc(p->out, '(');
            type_text(p, type);
            sl_out_adds(p->out, ")(");
            if (address)
                sl_fmt_hex64(p, address, true);
            else
                sl_out_adds(p->out, "nil");
            sl_out_addc(p->out, ')');
        } else if (address == 0) {
            sl_fmt_pad(p, "<nil>", 5);
        } else {
            sl_fmt_hex64(p, address, !(p->flags & FMT_SHARP));
        }
        return;
    case 'p':
        sl_fmt_hex64(p, address, !(p->flags & FMT_SHARP));
        return;
    case 'b':
    case 'o':
    case 'd':
    case 'x':
    case 'X':
        sl_fmt_integer(p, address, false, verb);
        return;
    default:
        sl_fmt_bad_verb(p, verb);
    }
}

static void print_map(Printer *p, const SlRtype *type, const void *memory, int32_t verb, int depth, bool unexported) {
    bool sharp = p->flags & FMT_SHARP_V;
    SlRmap *map = SL_LOAD_POINTER(memory);
    if (sharp) {
        type_text(p, type);
        if (!map) {
            sl_out_adds(p->out, "(nil)");
            return;
        }
        sl_out_addc(p->out, '{');
    } else {
        sl_out_adds(p->out, "map[");
    }
    SlFmtEntry *entries;
    size_t count = sl_fmt_entries(p->worker, type, map, &entries);
    for (size_t i = 0; i < count && !p->stop; i++) {
        if (i > 0)
            sl_out_adds(p->out, sharp ? ", " : " ");
        sl_fmt_value(p, type->key, entries[i].key, verb, depth + 1, unexported);
        sl_out_addc(p->out, ':');
        sl_fmt_value(p, type->elem, entries[i].value, verb, depth + 1, unexported);
    }
    free(entries);
    sl_out_addc(p->out, sharp ? '}' : ']');
}

static void print_struct(Printer *p, const SlRtype *type, const void *memory, int32_t verb, int depth,
                         bool unexported) {
    bool sharp = p->flags & FMT_SHARP_V;
    if (sharp)
        type_text(p, type);
    sl_out_addc(p->out, '{');
    for (uint32_t i = 0; i < type->field_count && !p->stop; i++) {
        const SlRfield *field = &type->fields[i];
        if (i > 0)
            sl_out_adds(p->out, sharp ? ", " : " ");
        if ((p->flags & (FMT_PLUS_V | FMT_SHARP_V)) && field->name[0]) {
            sl_out_adds(p->out, field->name);
            sl_out_addc(p->out, ':');
        }
        sl_fmt_value(p, field->type, (const char *)memory + field->offset, verb, depth + 1,
                     unexported || field->pkg_path);
    }
    sl_out_addc(p->out, '}');
}

static void print_list(Printer *p, const SlRtype *type, const char *first, uint64_t count, bool nil, int32_t verb,
                       int depth, bool unexported) {
    if ((verb == 's' || verb == 'q' || verb == 'x' || verb == 'X') && type->elem->kind == SL_KIND_UINT8) {
        sl_fmt_bytes(p, (const unsigned char *)first, count, nil, verb, type->text);
        return;
    }
    bool sharp = p->flags & FMT_SHARP_V;
    if (sharp) {
        type_text(p, type);
        if (nil) {
            sl_out_adds(p->out, "(nil)");
            return;
        }
    }
    sl_out_addc(p->out, sharp ? '{' : '[');
    for (uint64_t i = 0; i < count && !p->stop; i++) {
        if (i > 0)
            sl_out_adds(p->out, sharp ? ", " : " ");
        sl_fmt_value(p, type->elem, first + i * type->elem->size, verb, depth + 1, unexported);
    }
    sl_out_addc(p->out, sharp ? '}' : ']');
}

static void print_iface(Printer *p, const SlRtype *type, const void *memory, int32_t verb, int depth, bool unexported) {
    SlSlot slots[2], scratch = {0};
    sl_load_wide2(p->worker, memory, slots);
    const SlRtype *dynamic = slots[0].p;
    if (dynamic) {
        sl_fmt_value(p, dynamic, sl_fmt_memory(dynamic, &slots[1], &scratch), verb, depth + 1, unexported);
    } else if (p->flags & FMT_SHARP_V) {
        type_text(p, type);
        sl_out_adds(p->out, "(nil)");
    } else {
        sl_out_adds(p->out, "<nil>");
    }
}

static void print_pointer(Printer *p, const SlRtype *type, const void *memory, int32_t verb, int depth,
                          bool unexported) {
    void *target = SL_LOAD_POINTER(memory);
    if (type->kind == SL_KIND_POINTER && depth == 0 && target) {
        switch (type->elem->kind) {
        case SL_KIND_ARRAY:
        case SL_KIND_SLICE:
        case SL_KIND_STRUCT:
        case SL_KIND_MAP:
            sl_out_addc(p->out, '&');
            sl_fmt_value(p, type->elem, target, verb, depth + 1, unexported);
            return;
        }
    }
    pointer(p, type, (uintptr_t)target, verb);
}

// p->arg becomes this value, as fmt does for each value that it could hand to a method. Only types that a wrong verb
// can meet need it, and those are copied when that happens.
static void set_arg(Printer *p, const SlRtype *type, const void *memory) {
    SlIface iface = sl_fmt_iface(p->worker, type, memory);
    p->arg_type = iface.type;
    p->arg_data = iface.data;
}

static bool print_scalar(Printer *p, const SlRtype *type, const void *memory, int32_t verb) {
    switch (type->kind) {
    case SL_KIND_BOOL:
        return sl_fmt_bool(p, *(const uint8_t *)memory, verb);
    case SL_KIND_INT:
    case SL_KIND_INT8:
    case SL_KIND_INT16:
    case SL_KIND_INT32:
    case SL_KIND_INT64:
        return sl_fmt_integer(p, load_integer(memory, type), true, verb);
    case SL_KIND_FLOAT32:
        return sl_fmt_float(p, (double)*(const float *)memory, 32, verb);
    case SL_KIND_FLOAT64:
        return sl_fmt_float(p, *(const double *)memory, 64, verb);
    case SL_KIND_COMPLEX64: {
        const float *parts = memory;
        return sl_fmt_complex(p, (double)parts[0], (double)parts[1], 64, verb);
    }
    case SL_KIND_COMPLEX128: {
        const double *parts = memory;
        return sl_fmt_complex(p, parts[0], parts[1], 128, verb);
    }
    case SL_KIND_STRING: {
        SlSlot slots[2];
        sl_load_wide2(p->worker, memory, slots);
        return sl_fmt_string(p, str_at(slots), verb);
    }
    default:
        return sl_fmt_integer(p, load_integer(memory, type), false, verb);
    }
}

void sl_fmt_value(Printer *p, const SlRtype *type, const void *memory, int32_t verb, int depth, bool unexported) {
    if (p->stop)
        return;
    if (depth > DEEPEST) {
        p->stop = true;
        return;
    }
    if (depth > 0 && !unexported && must_call(p, type, verb)) {
        p->stop = true;
        return;
    }
    switch (type->kind) {
    case SL_KIND_MAP:
        print_map(p, type, memory, verb, depth, unexported);
        return;
    case SL_KIND_STRUCT:
        print_struct(p, type, memory, verb, depth, unexported);
        return;
    case SL_KIND_INTERFACE:
        print_iface(p, type, memory, verb, depth, unexported);
        return;
    case SL_KIND_ARRAY:
        print_list(p, type, memory, type->length, false, verb, depth, unexported);
        return;
    case SL_KIND_SLICE: {
        SlSlot slots[3];
        sl_load_wide3(p->worker, memory, slots);
        print_list(p, type, slots[0].p, slots[1].u, !slots[0].p, verb, depth, unexported);
        return;
    }
    case SL_KIND_POINTER:
    case SL_KIND_CHAN:
    case SL_KIND_FUNC:
    case SL_KIND_UNSAFE_POINTER:
        if (depth > 0 && verb != 'v')
            set_arg(p, type, memory);
        print_pointer(p, type, memory, verb, depth, unexported);
        return;
    default:
        if (!print_scalar(p, type, memory, verb)) {
            if (depth > 0)
                set_arg(p, type, memory);
            sl_fmt_bad_verb(p, verb);
        }
    }
}

bool sl_fmt_reflected(SlWorker *worker, SlIface arg, SlIface *inner) {
    if (!arg.type || arg.type->method_count == 0 || !(sl_fmt_methods(worker, arg.type) & FMT_REFLECTED))
        return false;
    const SlSlot *value = arg.data.p; // type, address of the memory form, flag
    *inner = (SlIface){0};
    if (value[0].p)
        *inner = sl_fmt_iface(worker, value[0].p, value[1].p);
    return true;
}

void sl_fmt_arg(Printer *p, SlIface arg, int32_t verb) {
    p->arg_type = arg.type;
    p->arg_data = arg.data;
    const SlRtype *type = arg.type;
    if (!type) {
        if (verb == 'T' || verb == 'v')
            sl_fmt_pad(p, "<nil>", 5);
        else
            sl_fmt_bad_verb(p, verb);
        return;
    }
    SlSlot scratch = {0};
    const void *memory = sl_fmt_memory(type, &arg.data, &scratch);
    if (verb == 'T') {
        sl_fmt_plain_string(p, (SlStr){type->text, (int64_t)strlen(type->text)});
        return;
    }
    if (verb == 'p') {
        switch (type->kind) {
        case SL_KIND_POINTER:
        case SL_KIND_CHAN:
        case SL_KIND_FUNC:
        case SL_KIND_MAP:
        case SL_KIND_SLICE:
        case SL_KIND_UNSAFE_POINTER:
            pointer(p, type, (uintptr_t)SL_LOAD_POINTER(memory), verb);
            return;
        }
        sl_fmt_bad_verb(p, verb);
        return;
    }
    SlIface inner;
    if (sl_fmt_reflected(p->worker, arg, &inner)) {
        if (inner.type)
            sl_fmt_arg(p, inner, verb);
        else
            sl_out_adds(p->out, ((const SlSlot *)arg.data.p)[0].p ? "<nil>" : "<invalid reflect.Value>");
        return;
    }
    if (must_call(p, type, verb)) {
        p->stop = true;
        return;
    }
    if (type == p->worker->machine->code->type_bytes) { // []byte itself
        SlSlot slots[3];
        sl_load_wide3(p->worker, memory, slots);
        if (sl_fmt_bytes(p, slots[0].p, slots[1].u, !slots[0].p, verb, "[]byte"))
            return;
    }
    sl_fmt_value(p, type, memory, verb, 0, false);
}
