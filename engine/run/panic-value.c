// SPDX-License-Identifier: MIT
// The values of run-time panics, with Go's texts: worker->panic is set, SL_PANIC returned. Their types are those of
// package runtime (resources/std/runtime/error.go), which every program has.
#include <stdarg.h>
#include <stdio.h>

#include "run/vm.h"

const SlRtype sl_panic_goexit_type;

static SlOutcome panic_text(SlWorker *worker, const SlRtype *type, const char *bytes, size_t length) {
    const SlCode *code = worker->machine->code;
    SlStr string = sl_string_new(worker, bytes, length);
    SlSlot slots[2];
    slots[0].p = (void *)string.bytes;
    slots[1].i = string.length;
    worker->panic = sl_iface_make(worker, type ? type : code->type_string, slots);
    return SL_PANIC;
}

static bool starts_with(const char *text, const char *prefix) {
    return strncmp(text, prefix, strlen(prefix)) == 0;
}

SlOutcome sl_panic_runtime(SlWorker *worker, const char *format, ...) {
    const SlCode *code = worker->machine->code;
    SlText text = {0};
    va_list args;
    va_start(args, format);
    sl_text_vprintf(&text, format, args);
    va_end(args);
    const SlRtype *type = code->type_runtime_error;
    if (code->type_bounds_error &&
        (starts_with(text.at, "index out of range") || starts_with(text.at, "slice bounds out of range")))
        type = code->type_bounds_error;
    SlOutcome outcome = panic_text(worker, type, text.at, text.length);
    sl_text_free(&text);
    return outcome;
}

SlOutcome sl_panic_plain(SlWorker *worker, const char *format, ...) {
    SlText text = {0};
    va_list args;
    va_start(args, format);
    sl_text_vprintf(&text, format, args);
    va_end(args);
    SlOutcome outcome = panic_text(worker, worker->machine->code->type_plain_error, text.at, text.length);
    sl_text_free(&text);
    return outcome;
}

SlOutcome sl_panic_string(SlWorker *worker, const char *text) {
    return panic_text(worker, worker->machine->code->type_string, text, strlen(text));
}

SlOutcome sl_panic_goexit(SlWorker *worker) {
    worker->panic.type = &sl_panic_goexit_type;
    worker->panic.data.u = 0;
    return SL_PANIC;
}

const char sl_panic_nil_text[] = "invalid memory address or nil pointer dereference";
SlOutcome sl_panic_nil(SlWorker *worker) {
    return sl_panic_runtime(worker, "%s", sl_panic_nil_text);
}

SlOutcome sl_panic_index(SlWorker *worker, int64_t index, int64_t length) {
    const SlGoroutine *g = worker->g;
    const SlFunc *func = sl_frame_func(g->fp);
    if (sl_func_unsigned_index(func, (uint32_t)(g->pc - func->code) - 1))
        return sl_panic_runtime(worker, "index out of range [%llu] with length %lld", (unsigned long long)index,
                                (long long)length);
    if (index < 0)
        return sl_panic_runtime(worker, "index out of range [%lld]", (long long)index);
    return sl_panic_runtime(worker, "index out of range [%lld] with length %lld", (long long)index, (long long)length);
}

SlOutcome sl_panic_throw(SlWorker *worker, int reason) {
    switch (reason) {
    case SL_THROW_RANGE_EXITED:
        return sl_panic_runtime(worker, "range function continued iteration after whole loop exit");
    case SL_THROW_RANGE_DONE:
        return sl_panic_runtime(worker,
                                "range function continued iteration after function for loop body returned false");
    case SL_THROW_RANGE_PANICKED:
        return sl_panic_runtime(worker, "range function continued iteration after loop body panic");
    case SL_THROW_RANGE_MISSING:
        return sl_panic_runtime(worker, "range function recovered a loop body panic and did not resume panicking");
    case SL_THROW_NIL_DEREF:
        return sl_panic_nil(worker);
    default:
        return sl_panic_plain(worker, "unreachable code was reached");
    }
}

// The package that an unexported name in the type belongs to, or the named type itself.
static const char *package_of(const SlRtype *type) {
    while (!*type->name && type->elem)
        type = type->elem;
    if (!*type->name && type->kind == SL_KIND_STRUCT)
        for (uint32_t i = 0; i < type->field_count; i++)
            if (type->fields[i].pkg_path)
                return type->fields[i].pkg_path;
    return type->pkg_path ? type->pkg_path : "";
}

// The fields of runtime.TypeAssertionError are five strings: interface, concrete type, asserted type, missing method,
// and in what types with equal texts differ.
SlOutcome sl_panic_assert(SlWorker *worker, const SlRtype *iface, const SlRtype *concrete, const SlRtype *asserted,
                          const char *missing) {
    const SlRtype *type = worker->machine->code->type_assert_error;
    const char *texts[] = {
        asserted->kind == SL_KIND_INTERFACE || !iface ? "" : iface->text,
        concrete ? concrete->text : "",
        asserted->text,
        missing && concrete ? missing : "",
        concrete && strcmp(package_of(concrete), package_of(asserted)) != 0 ? "packages" : "scopes",
    };
    if (!type) {
        const char *from = *texts[0] ? texts[0] : "interface";
        if (!concrete)
            return sl_panic_plain(worker, "interface conversion: %s is nil, not %s", from, texts[2]);
        if (!*texts[3])
            return sl_panic_plain(worker, "interface conversion: %s is %s, not %s", from, texts[1], texts[2]);
        return sl_panic_plain(worker, "interface conversion: %s is not %s: missing method %s", texts[1], texts[2],
                              texts[3]);
    }
    char *memory = sl_alloc_typed(worker, type->elem, 1);
    for (uint32_t i = 0; i < sizeof texts / sizeof *texts && i < type->elem->field_count; i++) {
        SlSlot slots[2];
        slots[0].p = (void *)texts[i]; // lives as long as the code
        slots[1].i = (int64_t)strlen(texts[i]);
        sl_slot_store(memory + type->elem->fields[i].offset, type->elem->fields[i].type, slots);
    }
    worker->panic.type = type;
    worker->panic.data.p = memory;
    return SL_PANIC;
}

// panic(nil) raises a *runtime.PanicNilError.
void sl_panic_replace_nil(SlWorker *worker) {
    const SlCode *code = worker->machine->code;
    for (uint32_t i = 0; i < code->type_count; i++) {
        const SlRtype *type = code->types[i];
        if (type->kind == SL_KIND_POINTER && strcmp(type->text, "*runtime.PanicNilError") == 0) {
            worker->panic.type = type;
            worker->panic.data.p = sl_alloc_typed(worker, type->elem, 1);
            return;
        }
    }
    sl_panic_plain(worker, "panic called with nil argument (use GODEBUG=panicnil=1 to disable)");
}
