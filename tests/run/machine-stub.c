// SPDX-License-Identifier: MIT
// What machine-stub.h declares, and stand-ins for what the heap and the values need of the rest of the machine.
#include "machine-stub.h"
#include "run/sched.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static uint64_t choice;

Stub *stub_new(int workers, uint64_t memory_limit) {
    Stub *stub = calloc(1, sizeof *stub);
    stub->machine.code = &stub->code;
    stub->machine.options.memory_limit = memory_limit;
    stub->machine.workers = stub->workers;
    stub->machine.worker_count = workers;
    stub->machine.std = stub;
    if (!sl_heap_new(&stub->machine))
        abort();
    for (int i = 0; i < workers; i++) {
        stub->workers[i] = calloc(1, sizeof(SlWorker));
        stub->workers[i]->machine = &stub->machine;
        stub->workers[i]->index = i;
        stub->workers[i]->multi = workers > 1;
        if (!sl_heap_cache_new(stub->workers[i]))
            abort();
    }
    choice = 0;
    return stub;
}

void stub_free(Stub *stub) {
    for (int i = 0; i < stub->machine.worker_count; i++) {
        sl_heap_cache_free(stub->workers[i]);
        free(stub->workers[i]);
    }
    sl_heap_free(&stub->machine);
    free(stub);
}

SlWorker *stub_worker(Stub *stub) {
    return stub->workers[0];
}

const char *stub_panic(Stub *stub) {
    static char text[sizeof stub->panic];
    memcpy(text, stub->panic, sizeof text);
    stub->panic[0] = 0;
    return text;
}

void stub_choose(uint64_t start) {
    choice = start;
}

// ---- stand-ins ----

uint64_t sl_choose(SlWorker *worker, SlChoiceKind kind, uint32_t count, const uint64_t *actors) {
    (void)worker, (void)kind, (void)actors;
    return count ? choice % count : choice;
}

#define NOTE(prefix)                                                                                                   \
    Stub *stub = worker->machine->std;                                                                                 \
    va_list args;                                                                                                      \
    va_start(args, format);                                                                                            \
    size_t length = (size_t)snprintf(stub->panic, sizeof stub->panic, "%s", prefix);                                   \
    vsnprintf(stub->panic + length, sizeof stub->panic - length, format, args);                                        \
    va_end(args)

SlOutcome sl_panic_runtime(SlWorker *worker, const char *format, ...) {
    NOTE("runtime error: ");
    return SL_PANIC;
}

SlOutcome sl_panic_plain(SlWorker *worker, const char *format, ...) {
    NOTE("");
    return SL_PANIC;
}

SlOutcome sl_fatal(SlWorker *worker, const char *format, ...) {
    Stub *any = worker->machine->std;
    if (atomic_fetch_add(&any->fatals, 1) > 0)
        return SL_EXIT;
    NOTE("fatal error: ");
    return SL_EXIT;
}

void sl_sched_mark(SlMarker *marker, SlMachine *machine) {
    Stub *stub = machine->std;
    sl_mark_slots(marker, stub->roots, stub->root_kinds, 64);
}

void sl_std_mark(SlMarker *marker, SlMachine *machine) {
    (void)marker, (void)machine;
}

void sl_mark_goroutine(SlMarker *marker, SlGoroutine *g) {
    (void)marker, (void)g;
}

void sl_go_each(SlMachine *machine, void (*visit)(void *data, SlGoroutine *g), void *data) {
    (void)machine, (void)visit, (void)data;
}

SlGoroutine *sl_go_make(SlWorker *worker, SlGoroutine *parent, SlClosure *closure, const SlSlot *args, SlPos pos) {
    (void)worker, (void)parent, (void)closure, (void)args, (void)pos;
    abort();
}

void sl_sched_ready(SlWorker *worker, SlGoroutine *g, bool next) {
    (void)worker, (void)g, (void)next;
    abort();
}

void sl_event_define(SlMachine *machine, const SlGoroutine *g, bool main) {
    (void)machine, (void)g, (void)main;
}

void sl_event_emit_for(SlWorker *worker, SlGoroutine *g, SlEvent *event) {
    (void)worker, (void)g, (void)event;
}

void sl_event_atomic_forget(SlMachine *machine) {
    (void)machine;
}

// ---- types ----

#define SCALAR(name_, kind_, size_, text_, flags_)                                                                     \
    const SlRtype name_ = {.kind = kind_,                                                                              \
                           .flags = (flags_) | SL_RTYPE_COMPARABLE,                                                    \
                           .align = size_,                                                                             \
                           .size = size_,                                                                              \
                           .slots = 1,                                                                                 \
                           .hash = kind_ * 77,                                                                         \
                           .text = text_,                                                                              \
                           .name = text_}

SCALAR(stub_int, SL_KIND_INT, 8, "int", SL_RTYPE_DIRECT | SL_RTYPE_PLAIN_EQUAL);
SCALAR(stub_int8, SL_KIND_INT8, 1, "int8", SL_RTYPE_DIRECT | SL_RTYPE_PLAIN_EQUAL);
SCALAR(stub_uint8, SL_KIND_UINT8, 1, "uint8", SL_RTYPE_DIRECT | SL_RTYPE_PLAIN_EQUAL);
SCALAR(stub_int32, SL_KIND_INT32, 4, "int32", SL_RTYPE_DIRECT | SL_RTYPE_PLAIN_EQUAL);
SCALAR(stub_bool, SL_KIND_BOOL, 1, "bool", SL_RTYPE_DIRECT | SL_RTYPE_PLAIN_EQUAL);
SCALAR(stub_float32, SL_KIND_FLOAT32, 4, "float32", SL_RTYPE_DIRECT);
SCALAR(stub_float64, SL_KIND_FLOAT64, 8, "float64", SL_RTYPE_DIRECT);
const SlRtype stub_complex64 = {
    .kind = SL_KIND_COMPLEX64, .flags = SL_RTYPE_COMPARABLE, .align = 4, .size = 8, .slots = 2, .text = "complex64"};

static const SlRword pointer_first[] = {{0, SL_WORD_POINTER}};
static const SlRword iface_first[] = {{0, SL_WORD_IFACE}};
static const SlRword wide_string[] = {{0, 2}}, wide_slice[] = {{0, 3}}, wide_iface[] = {{0, 4}};

const SlRtype stub_string = {.kind = SL_KIND_STRING,
                             .flags = SL_RTYPE_COMPARABLE | SL_RTYPE_POINTERS | SL_RTYPE_WIDE,
                             .align = 8,
                             .size = 16,
                             .slots = 2,
                             .hash = 5,
                             .text = "string",
                             .pointers = pointer_first,
                             .pointer_count = 1,
                             .wides = wide_string,
                             .wide_count = 1};
const SlRtype stub_any = {.kind = SL_KIND_INTERFACE,
                          .flags = SL_RTYPE_COMPARABLE | SL_RTYPE_POINTERS | SL_RTYPE_WIDE,
                          .align = 8,
                          .size = 16,
                          .slots = 2,
                          .hash = 6,
                          .text = "interface {}",
                          .pointers = iface_first,
                          .pointer_count = 1,
                          .wides = wide_iface,
                          .wide_count = 1};
const SlRtype stub_ints = {.kind = SL_KIND_SLICE,
                           .flags = SL_RTYPE_POINTERS | SL_RTYPE_WIDE,
                           .align = 8,
                           .size = 24,
                           .slots = 3,
                           .hash = 7,
                           .text = "[]int",
                           .elem = &stub_int,
                           .pointers = pointer_first,
                           .pointer_count = 1,
                           .wides = wide_slice,
                           .wide_count = 1};
const SlRtype stub_func = {.kind = SL_KIND_FUNC,
                           .flags = SL_RTYPE_DIRECT | SL_RTYPE_POINTERS,
                           .align = 8,
                           .size = 8,
                           .slots = 1,
                           .text = "func()",
                           .pointers = pointer_first,
                           .pointer_count = 1};

static const SlRword node_pointers[] = {{0, SL_WORD_POINTER}, {16, SL_WORD_POINTER}};
static const SlRword node_wides[] = {{16, 2}};
static const SlRfield node_fields[] = {{"next", NULL, "main", &stub_node_pointer, 0, false},
                                       {"value", NULL, "main", &stub_int, 8, false},
                                       {"name", NULL, "main", &stub_string, 16, false}};
const SlRtype stub_node = {.kind = SL_KIND_STRUCT,
                           .flags = SL_RTYPE_COMPARABLE | SL_RTYPE_POINTERS | SL_RTYPE_WIDE | SL_RTYPE_NAMED,
                           .align = 8,
                           .size = 32,
                           .slots = 4,
                           .hash = 8,
                           .text = "main.Node",
                           .name = "Node",
                           .fields = node_fields,
                           .field_count = 3,
                           .pointers = node_pointers,
                           .pointer_count = 2,
                           .wides = node_wides,
                           .wide_count = 1};
const SlRtype stub_node_pointer = {.kind = SL_KIND_POINTER,
                                   .flags =
                                       SL_RTYPE_DIRECT | SL_RTYPE_POINTERS | SL_RTYPE_COMPARABLE | SL_RTYPE_PLAIN_EQUAL,
                                   .align = 8,
                                   .size = 8,
                                   .slots = 1,
                                   .hash = 9,
                                   .text = "*main.Node",
                                   .elem = &stub_node,
                                   .pointers = pointer_first,
                                   .pointer_count = 1};

static const SlRword mixed_pointers[] = {{8, SL_WORD_POINTER}};
static const SlRword mixed_wides[] = {{8, 2}};
static const SlRfield mixed_fields[] = {{"small", NULL, "main", &stub_int8, 0, false},
                                        {"text", NULL, "main", &stub_string, 8, false},
                                        {"part", NULL, "main", &stub_float32, 24, false}};
const SlRtype stub_mixed = {.kind = SL_KIND_STRUCT,
                            .flags = SL_RTYPE_COMPARABLE | SL_RTYPE_POINTERS | SL_RTYPE_WIDE | SL_RTYPE_NAMED,
                            .align = 8,
                            .size = 32,
                            .slots = 4,
                            .hash = 10,
                            .text = "main.Mixed",
                            .name = "Mixed",
                            .fields = mixed_fields,
                            .field_count = 3,
                            .pointers = mixed_pointers,
                            .pointer_count = 1,
                            .wides = mixed_wides,
                            .wide_count = 1};

static const SlRfield holder_fields[] = {{"any", NULL, "main", &stub_any, 0, false},
                                         {"ints", NULL, "main", &stub_ints, 16, false}};
static const SlRword holder_pointers[] = {{0, SL_WORD_IFACE}, {16, SL_WORD_POINTER}};
static const SlRword holder_wides[] = {{0, 4}, {16, 3}};
const SlRtype stub_holder = {.kind = SL_KIND_STRUCT,
                             .flags = SL_RTYPE_POINTERS | SL_RTYPE_WIDE | SL_RTYPE_NAMED,
                             .align = 8,
                             .size = 40,
                             .slots = 5,
                             .hash = 11,
                             .text = "main.Holder",
                             .name = "Holder",
                             .fields = holder_fields,
                             .field_count = 2,
                             .pointers = holder_pointers,
                             .pointer_count = 2,
                             .wides = holder_wides,
                             .wide_count = 2};

const SlRtype stub_pair_array = {.kind = SL_KIND_ARRAY,
                                 .flags = SL_RTYPE_COMPARABLE | SL_RTYPE_POINTERS | SL_RTYPE_WIDE,
                                 .align = 8,
                                 .size = 32,
                                 .slots = 4,
                                 .hash = 12,
                                 .text = "[2]string",
                                 .elem = &stub_string,
                                 .length = 2,
                                 .pointers = pointer_first,
                                 .pointer_count = 1,
                                 .wides = wide_string,
                                 .wide_count = 1};
const SlRtype stub_empty = {.kind = SL_KIND_STRUCT,
                            .flags = SL_RTYPE_COMPARABLE | SL_RTYPE_PLAIN_EQUAL,
                            .align = 1,
                            .text = "struct {}",
                            .hash = 13};

static SlClosure string_value;
static SlFunc string_func = {.value = &string_value};
static SlRmethod stringer_methods[] = {{"String", NULL, &stub_func, NULL}};
static SlRmethod named_methods[] = {{"Len", NULL, &stub_func, NULL}, {"String", NULL, &stub_func, &string_func}};
const SlRtype stub_stringer = {.kind = SL_KIND_INTERFACE,
                               .flags = SL_RTYPE_COMPARABLE | SL_RTYPE_POINTERS | SL_RTYPE_WIDE | SL_RTYPE_NAMED,
                               .align = 8,
                               .size = 16,
                               .slots = 2,
                               .hash = 14,
                               .text = "fmt.Stringer",
                               .name = "Stringer",
                               .methods = stringer_methods,
                               .method_count = 1,
                               .pointers = iface_first,
                               .pointer_count = 1,
                               .wides = wide_iface,
                               .wide_count = 1};
const SlRtype stub_named = {.kind = SL_KIND_INT,
                            .flags = SL_RTYPE_DIRECT | SL_RTYPE_COMPARABLE | SL_RTYPE_NAMED | SL_RTYPE_PLAIN_EQUAL,
                            .align = 8,
                            .size = 8,
                            .slots = 1,
                            .hash = 15,
                            .text = "main.Named",
                            .name = "Named",
                            .methods = named_methods,
                            .method_count = 2};

SlRtype stub_map(const SlRtype *key, const SlRtype *elem) {
    return (SlRtype){.kind = SL_KIND_MAP,
                     .flags = SL_RTYPE_DIRECT | SL_RTYPE_POINTERS,
                     .align = 8,
                     .size = 8,
                     .slots = 1,
                     .text = "map",
                     .key = key,
                     .elem = elem,
                     .pointers = pointer_first,
                     .pointer_count = 1};
}

SlSlot stub_i(int64_t value) {
    return (SlSlot){.i = value};
}

void stub_s(SlSlot *slots, const char *text) {
    slots[0].p = (void *)text;
    slots[1].i = (int64_t)strlen(text);
}

void stub_iface(SlSlot *slots, SlIface iface) {
    slots[0].p = (void *)iface.type;
    slots[1] = iface.data;
}
