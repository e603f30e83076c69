// SPDX-License-Identifier: MIT
// Panics, deferred calls, recover and Goexit, as state of the goroutine.
//
// A panic is an SlPanic at the head of g->panics. Deferred calls run one by one on frames above the one that
// panicked, which stays as it is until a call recovers: so traces show where it began. Each such frame's link says
// SL_LINK_DEFERRED; when it returns, sl_frame_return comes here to go on. Goexit is a panic without a value that
// cannot be recovered. A deferred call that panics itself puts a new SlPanic on top; as soon as the new one has run
// what was deferred inside that call and takes what `rest` of the old one points to, the old one is aborted.
//
// A panic that nobody recovers runs Error or String of the values that have it (ordinary Go frames again, marked by
// `printing`), then says what Go says and ends the machine.
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "run/values.h"
#include "run/vm.h"

// ---- to the collector ----

static void mark_defer(SlMarker *marker, void *object, size_t bytes) {
    (void)bytes;
    SlDefer *defer = object;
    sl_mark_pointer(marker, defer->next);
    sl_mark_pointer(marker, defer->closure);
    if (defer->arg_slots) {
        const SlFunc *func = defer->closure->func;
        sl_mark_slots(marker, defer->args, func->kinds + func->result_slots, defer->arg_slots);
    }
}

static void mark_panic(SlMarker *marker, void *object, size_t bytes) {
    (void)bytes;
    SlPanic *panic = object;
    sl_mark_pointer(marker, panic->link);
    if (panic->value.type && sl_rtype_word_is_pointer(panic->value.type))
        sl_mark_pointer(marker, panic->value.data.p);
    if (panic->has_text)
        sl_mark_pointer(marker, (void *)panic->text.bytes);
}

const SlHeapClass sl_class_defer = {"deferred call", mark_defer};
const SlHeapClass sl_class_panic = {"panic", mark_panic};

// ---- deferred calls ----

void sl_vm_defer(SlWorker *worker, SlGoroutine *g, SlSlot *fp, SlSlot *frame, SlClosure *closure,
                 const SlSlot *window) {
    uint32_t results = closure ? closure->func->result_slots : 0, args = closure ? closure->func->arg_slots : 0;
    SlDefer *defer = sl_alloc_class(worker, &sl_class_defer, sizeof *defer + args * sizeof(SlSlot));
    defer->fp = frame;
    defer->closure = closure;
    defer->arg_slots = args;
    if (args)
        memcpy(defer->args, window + SL_WINDOW_HEADER + results, args * sizeof(SlSlot));
    // The list is ordered by frame, innermost first: what a loop body defers for its function goes behind the
    // deferred calls of the iterator's frames, and below the deferred calls under way that lie between.
    SlDefer **link = &g->defers;
    SlPanic *panic = g->panics;
    for (SlSlot *at = fp; at && at != frame; at = sl_frame_caller(at)) {
        while (*link && (*link)->fp == at)
            link = &(*link)->next;
        for (; panic && panic->defer_fp == at; panic = panic->link)
            if (panic->rest == *link)
                panic->rest = defer;
    }
    defer->next = *link;
    *link = defer;
}

static SlOutcome run_defer(SlWorker *worker, SlGoroutine *g, SlDefer *defer, SlSlot *caller, const SlWord *ret) {
    if (!defer->closure) {
        g->fp = caller;
        g->pc = ret;
        sl_panic_nil(worker);
        return sl_vm_raise(worker, g);
    }
    return sl_frame_push(worker, g, caller, ret, defer->closure, defer->args, defer->arg_slots);
}

SlOutcome sl_vm_run_defers(SlWorker *worker, SlGoroutine *g, SlSlot *fp, const SlWord *ret) {
    SlDefer *defer = g->defers;
    if (defer && defer->fp == fp) {
        g->defers = defer->next;
        return run_defer(worker, g, defer, fp, ret);
    }
    g->fp = fp;
    g->pc = ret;
    return SL_DONE;
}

// ---- the end ----

static const SlRmethod *text_method(const SlRtype *type) {
    static const char *const names[] = {"Error", "String"};
    for (int i = 0; i < 2; i++) {
        const SlRmethod *method = sl_rtype_method(type, names[i], NULL);
        if (method && method->func && method->func->result_slots == 2 && method->func->arg_slots == 1 &&
            method->type->result_count == 1 && method->type->results[0]->kind == SL_KIND_STRING)
            return method;
    }
    return NULL;
}

static bool is_named(const SlRtype *type) {
    return type->flags & SL_RTYPE_NAMED && *type->pkg_path;
}

static void add_indented(SlText *text, const char *bytes, size_t length) {
    for (size_t i = 0; i < length; i++) {
        sl_text_addc(text, bytes[i]);
        if (bytes[i] == '\n')
            sl_text_addc(text, '\t');
    }
}

static int print_kind(const SlRtype *type) {
    switch (type->kind) {
    case SL_KIND_BOOL:
        return SL_PRINT_BOOL;
    case SL_KIND_INT ... SL_KIND_INT64:
        return SL_PRINT_INT;
    case SL_KIND_UINT ... SL_KIND_UINTPTR:
        return SL_PRINT_UINT;
    case SL_KIND_FLOAT32:
    case SL_KIND_FLOAT64:
        return SL_PRINT_FLOAT;
    case SL_KIND_COMPLEX64:
    case SL_KIND_COMPLEX128:
        return SL_PRINT_COMPLEX;
    case SL_KIND_STRING:
        return SL_PRINT_STRING;
    default:
        return -1;
    }
}

static void add_value(const SlCode *code, const SlPanic *panic, SlText *text) {
    const SlRtype *type = panic->value.type;
    if (panic->has_text) {
        add_indented(text, panic->text.bytes, (size_t)panic->text.length);
        return;
    }
    int kind = print_kind(type);
    if (kind < 0) {
        sl_text_printf(text, "(%s) 0x%llx", type->text, (unsigned long long)panic->value.data.u);
        return;
    }
    SlSlot slots[2];
    sl_iface_value(panic->value, slots);
    bool runtime_error = type == code->type_runtime_error || type == code->type_bounds_error;
    if (runtime_error)
        sl_text_adds(text, "runtime error: ");
    bool named = is_named(type) && !runtime_error && type != code->type_plain_error;
    bool quoted = named && type->kind == SL_KIND_STRING, closed = kind == SL_PRINT_COMPLEX; // has its parentheses
    if (named)
        sl_text_printf(text, quoted ? "%s(\"" : closed ? "%s" : "%s(", type->text);
    if (kind == SL_PRINT_STRING)
        add_indented(text, slots[0].p, (size_t)slots[1].u);
    else
        sl_print_value(text, kind, slots);
    if (named && !closed)
        sl_text_adds(text, quoted ? "\")" : ")");
}

static bool same_value(SlIface a, SlIface b) {
    return a.type == b.type && a.data.u == b.data.u;
}

// Oldest first. A value that was recovered and raised again is told once.
static bool add_panics(const SlCode *code, const SlPanic *panic, const SlPanic *newer, SlText *text) {
    bool repanicked = newer && panic->recovered && !newer->goexit && same_value(panic->value, newer->value);
    if (panic->link) {
        if (add_panics(code, panic->link, panic, text))
            return repanicked;
        if (!panic->link->goexit)
            sl_text_addc(text, '\t');
    }
    if (panic->goexit)
        return false;
    sl_text_adds(text, "panic: ");
    add_value(code, panic, text);
    sl_text_adds(text, repanicked ? " [recovered, repanicked]\n" : panic->recovered ? " [recovered]\n" : "\n");
    return repanicked;
}

static bool is_nil_dereference(const SlCode *code, const SlPanic *panic) {
    if (!panic->value.type || panic->value.type != code->type_runtime_error)
        return false;
    SlSlot slots[2];
    sl_iface_value(panic->value, slots);
    return slots[1].u == strlen(sl_panic_nil_text) && memcmp(slots[0].p, sl_panic_nil_text, slots[1].u) == 0;
}

static SlOutcome die(SlWorker *worker, SlGoroutine *g) {
    SlMachine *machine = worker->machine;
    SlPanic *panic = g->panics;
    g->fp = panic->top_fp;
    g->pc = panic->top_pc;
    g->parked_in_op = true;
    SlText text = {0}, cause = {0};
    add_panics(machine->code, panic, NULL, &text);
    if (is_nil_dereference(machine->code, panic))
        sl_text_printf(&text, "[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x%llx]\n",
                       0x400000ull + panic->pos); // no address: a run prints the same each time
    sl_text_addc(&text, '\n');
    sl_vm_trace(machine, g, "running", &text);
    sl_text_adds(&cause, "panic: ");
    add_value(machine->code, panic, &cause);
    if (!atomic_load_explicit(&machine->ending, memory_order_relaxed))
        sl_print_out(machine, 2, text.at, text.length);
    sl_machine_finish(machine, 2, SL_END_PANIC, cause.at);
    sl_text_free(&text);
    sl_text_free(&cause);
    return SL_EXIT;
}

// Error or String of a panic's value has panicked itself.
static SlOutcome printing_failed(SlWorker *worker, const SlPanic *panic) {
    const SlRtype *type = panic->value.type;
    if (type != worker->machine->code->type_string)
        return sl_fatal(worker, "panic while printing panic value: type %s", type->text);
    SlSlot slots[2];
    sl_iface_value(panic->value, slots);
    return sl_fatal(worker, "panic while printing panic value: %.*s", (int)slots[1].i, (const char *)slots[0].p);
}

// Nothing is deferred any more. Runs the next Error or String that is needed; then ends the machine.
static SlOutcome uncaught(SlWorker *worker, SlGoroutine *g) {
    SlPanic *newest = g->panics;
    for (const SlPanic *panic = newest->link; panic; panic = panic->link)
        if (panic->printing)
            return printing_failed(worker, newest);
    for (SlPanic *panic = newest; panic; panic = panic->link) {
        const SlRmethod *method = panic->goexit || panic->has_text ? NULL : text_method(panic->value.type);
        if (!method)
            continue;
        newest->printing = true;
        SlOutcome outcome =
            sl_frame_push(worker, g, newest->top_fp, newest->top_pc, method->func->value, &panic->value.data, 1);
        newest->defer_fp = g->fp;
        return outcome;
    }
    return die(worker, g);
}

static void took_text(SlPanic *newest, const SlSlot *results) {
    for (SlPanic *panic = newest; panic; panic = panic->link) {
        if (panic->goexit || panic->has_text || !text_method(panic->value.type))
            continue;
        panic->has_text = true;
        panic->text = (SlStr){results[0].p, results[1].i};
        return;
    }
}

// ---- unwinding ----

// Runs what was deferred next, for the newest panic.
static SlOutcome unwind(SlWorker *worker, SlGoroutine *g) {
    SlPanic *panic = g->panics;
    for (SlPanic *older = panic->link; older && !older->printing && older->defer_fp && older->rest == g->defers;
         older = older->link)
        older->aborted = true;
    SlDefer *defer = g->defers;
    if (!defer) {
        if (!panic->goexit)
            return uncaught(worker, g);
        g->panics = NULL;
        g->goexit = true;
        return sl_go_exit(worker, g);
    }
    g->defers = defer->next;
    panic->rest = defer->next;
    panic->target_fp = defer->fp;
    SlSlot *top = panic->top_fp;
    panic->defer_fp = top; // of a nil function: there is no frame
    SlOutcome outcome = run_defer(worker, g, defer, top, panic->top_pc);
    if (g->panics == panic)
        panic->defer_fp = g->fp;
    return outcome;
}

SlOutcome sl_vm_raise(SlWorker *worker, SlGoroutine *g) {
    SlIface value = worker->panic;
    worker->panic = (SlIface){0};
    if (!value.type) {
        sl_panic_replace_nil(worker);
        value = worker->panic;
        worker->panic = (SlIface){0};
    }
    SlPanic *panic = sl_alloc_class(worker, &sl_class_panic, sizeof *panic);
    panic->goexit = value.type == &sl_panic_goexit_type;
    if (!panic->goexit)
        panic->value = value;
    panic->link = g->panics;
    panic->top_fp = g->fp;
    panic->top_pc = g->pc;
    g->panics = panic;
    panic->pos = sl_vm_position(worker->machine, g, false, NULL);
    if (worker->machine->watch && !panic->goexit) {
        SlEvent event = {.kind = SL_EVENT_PANIC};
        SlText text = {0};
        SlSlot slots[2] = {{.p = (void *)value.type}, value.data};
        if (worker->machine->code->type_any)
            sl_value_text(worker->machine, worker->machine->code->type_any, slots, SL_EVENT_TEXT - 1, &text);
        snprintf(event.text, sizeof event.text, "%.*s", SL_EVENT_TEXT - 1, sl_text_cstr(&text));
        sl_text_free(&text);
        sl_event_emit(worker, &event);
    }
    return unwind(worker, g);
}

// The last RET of a function: where a recovered panic returns to when the function has no recover_pc.
static const SlWord *last_return(const SlFunc *func) {
    const SlWord *found = NULL, *end = func->code + func->code_count;
    for (const SlWord *at = func->code; at < end; at += sl_instr_length(at))
        if (at->op.op == SL_OP_RET)
            found = at;
    return found;
}

static const SlWord *resume_at(const SlFunc *func) {
    return func->recover_pc ? func->code + func->recover_pc : last_return(func);
}

// The newest panic was recovered by the deferred call that has returned: its target frame returns to its caller.
static SlOutcome recovered(SlWorker *worker, SlGoroutine *g) {
    SlSlot *target = g->panics->target_fp;
    g->panics = g->panics->link;
    const SlWord *resume = resume_at(sl_frame_func(target));
    sl_stack_drop_above(worker, g, target);
    for (; g->panics && g->panics->aborted; g->panics = g->panics->link) {
        if (!g->panics->goexit)
            continue;
        // The panic had cut a Goexit short, which goes on now.
        g->panics->aborted = false;
        g->panics->top_fp = target;
        g->panics->top_pc = resume;
        g->fp = target;
        g->pc = resume;
        return unwind(worker, g);
    }
    return sl_vm_run_defers(worker, g, target, resume);
}

SlOutcome sl_vm_deferred_returned(SlWorker *worker, SlGoroutine *g, SlPanic *panic, const SlSlot *results) {
    if (panic->printing) {
        took_text(panic, results);
        return uncaught(worker, g);
    }
    if (panic->recovered)
        return recovered(worker, g);
    g->fp = panic->top_fp;
    g->pc = panic->top_pc;
    return unwind(worker, g);
}

// The frame of the function that a body of range over func stands in: the nearest one outwards whose text encloses it.
static SlSlot *loop_function(SlSlot *fp) {
    const SlFunc *body = sl_frame_func(fp);
    for (SlSlot *at = sl_frame_caller(fp); at; at = sl_frame_caller(at)) {
        const SlFunc *func = sl_frame_func(at);
        if (!(func->flags & (SL_FUNC_RANGE_BODY | SL_FUNC_WRAPPER)) && func->pos <= body->pos && body->end <= func->end)
            return at;
    }
    return fp;
}

// What may stand between a deferred call and the function that is meant: also what reflection makes of a method.
static bool is_looked_through(const SlFunc *func) {
    return func->flags & SL_FUNC_WRAPPER || (func->flags & SL_FUNC_LIBRARY && strncmp(func->name, "reflect.", 8) == 0);
}

SlIface sl_vm_recover(SlGoroutine *g, SlSlot *fp) {
    SlPanic *panic = g->panics;
    SlIface none = {0};
    if (!panic || panic->goexit || panic->recovered || panic->printing)
        return none;
    if (sl_frame_func(fp)->flags & SL_FUNC_RANGE_BODY) {
        fp = loop_function(fp);
    } else if (sl_frame_func(fp)->flags & SL_FUNC_WRAPPER) {
        // defer recover() acts as a call in the function that defers it.
        if (!(fp[SL_FP_CALLER].u & SL_LINK_DEFERRED) || fp == panic->defer_fp)
            return none;
        fp = sl_frame_caller(fp);
    }
    while (fp != panic->defer_fp) {
        if (fp[SL_FP_CALLER].u & SL_LINK_DEFERRED)
            return none;
        fp = sl_frame_caller(fp);
        if (!fp || !is_looked_through(sl_frame_func(fp)))
            return none;
    }
    panic->recovered = true;
    return panic->value;
}

// ---- fatal errors and the end of the machine ----

typedef struct {
    SlMachine *machine;
    SlGoroutine *first;
    SlText *text;
} Traces;

static void trace_other(void *data, SlGoroutine *g) {
    Traces *traces = data;
    uint32_t status = atomic_load_explicit(&g->status, memory_order_relaxed);
    if (g == traces->first || g->system || status == SL_G_DEAD || status == SL_G_FREE || !g->fp)
        return;
    sl_text_addc(traces->text, '\n');
    sl_vm_trace(traces->machine, g, NULL, traces->text);
}

SlOutcome sl_fatal(SlWorker *worker, const char *format, ...) {
    SlMachine *machine = worker->machine;
    SlText text = {0}, cause = {0};
    va_list args;
    va_start(args, format);
    sl_text_vprintf(&cause, format, args);
    va_end(args);
    sl_text_printf(&text, "fatal error: %s\n", cause.at);
    // The scheduler's own fatal errors come without a running goroutine: nobody else runs then.
    SlGoroutine *g = worker->g;
    if (g)
        sl_world_stop(worker);
    if (g && g->fp) {
        sl_text_addc(&text, '\n');
        sl_vm_trace(machine, g, "running", &text);
    }
    Traces traces = {machine, g, &text};
    sl_go_each(machine, trace_other, &traces);
    if (!atomic_load_explicit(&machine->ending, memory_order_relaxed))
        sl_print_out(machine, 2, text.at, text.length);
    if (g)
        sl_world_start(worker);
    sl_machine_finish(machine, 2, SL_END_FATAL, cause.at);
    sl_text_free(&text);
    sl_text_free(&cause);
    return SL_EXIT;
}

void sl_machine_finish(SlMachine *machine, int exit_code, SlEnd end, const char *text) {
    uint32_t none = 0;
    if (!atomic_compare_exchange_strong(&machine->finishing, &none, 1))
        return;
    bool heard = !machine->settling; // after main's return nothing makes a difference
    machine->exit_code = heard ? exit_code : 0;
    machine->end = heard ? end : SL_END_EXIT;
    machine->end_text = heard && text ? strdup(text) : NULL;
    atomic_store_explicit(&machine->ending, true, memory_order_release);
    sl_sched_wake_all(machine);
}
