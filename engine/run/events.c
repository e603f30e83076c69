// SPDX-License-Identifier: MIT
// Events: numbered, timed, placed, and told to whoever watches; and who has used what, counted on the way. Nothing here
// runs while the machine is not watched. A parallel machine that only keeps its last events does so in flight.c; else
// one lock keeps the numbers in the order in which the watcher is called;
// events of a channel come under that channel's lock, so that they agree with its own sequence.
#include "run/flight.h"
#include "run/names.h"
#include "run/sched.h"
#include "run/step.h"
#include "run/trace.h"

void sl_trace_new(SlMachine *machine) {
    SlTrace *trace = calloc(1, sizeof *trace);
    if (!trace)
        abort();
    pthread_mutex_init(&trace->lock, NULL);
    pthread_mutex_init(&trace->atomics_lock, NULL);
    machine->trace = trace;
}

void sl_trace_free(SlMachine *machine) {
    SlTrace *trace = machine->trace;
    sl_flight_free(machine);
    pthread_mutex_destroy(&trace->lock);
    pthread_mutex_destroy(&trace->atomics_lock);
    free(trace->atomics);
    free(trace->uses.at);
    free(trace);
}

uint64_t sl_machine_events(const SlMachine *machine) {
    const SlTrace *trace = machine->trace;
    return trace->outside ? trace->flight_base + sl_flight_visible(machine)
                          : atomic_load_explicit(&trace->count, memory_order_relaxed);
}

// ---- who used what ----

static bool grow_uses(SlUses *uses) {
    SlUses larger = {.count = uses->count, .capacity = uses->capacity ? 2 * uses->capacity : 256};
    larger.at = calloc(larger.capacity, sizeof *larger.at);
    if (!larger.at)
        return false;
    for (uint64_t i = 0; i < uses->capacity; i++)
        if (uses->at[i].goroutine)
            *sl_uses_find(&larger, uses->at[i].goroutine, uses->at[i].object) = uses->at[i];
    free(uses->at);
    *uses = larger;
    return true;
}

// The entry of a pair; null: there is no room.
SlWorldUse *sl_uses_get(SlUses *uses, uint64_t goroutine, uint64_t object) {
    enum { MOST_USES = 1 << 20 };
    if (uses->count * 2 >= uses->capacity && (uses->count >= MOST_USES || !grow_uses(uses)))
        return NULL;
    SlWorldUse *use = sl_uses_find(uses, goroutine, object);
    if (!use->goroutine) {
        use->goroutine = goroutine;
        use->object = object;
        uses->count++;
    }
    return use;
}

const uint8_t sl_use_of[SL_EVENT_COUNT] = {
    [SL_EVENT_SEND] = SL_USE_GIVES,      [SL_EVENT_LOCK] = SL_USE_GIVES,        [SL_EVENT_READ_LOCK] = SL_USE_GIVES,
    [SL_EVENT_GROUP_ADD] = SL_USE_GIVES, [SL_EVENT_GROUP_DONE] = SL_USE_GIVES,  [SL_EVENT_SIGNAL] = SL_USE_GIVES,
    [SL_EVENT_BROADCAST] = SL_USE_GIVES, [SL_EVENT_RECEIVE] = SL_USE_TAKES,     [SL_EVENT_GROUP_PASS] = SL_USE_TAKES,
    [SL_EVENT_UNLOCK] = SL_USE_TAKES,    [SL_EVENT_READ_UNLOCK] = SL_USE_TAKES, [SL_EVENT_CLOSE] = SL_USE_CLOSES,
};

void sl_uses_add(SlUses *uses, const SlWorldUse *more) {
    SlWorldUse *use = sl_uses_get(uses, more->goroutine, more->object);
    if (!use)
        return;
    use->sends += more->sends;
    use->receives += more->receives;
    use->closes |= more->closes;
}

// ---- emission ----

SlPos sl_event_pos(SlWorker *worker, SlGoroutine *g) {
    return sl_vm_position(worker->machine, g, true, NULL);
}

static void number(SlTrace *trace, SlEvent *event) {
    event->number = atomic_load_explicit(&trace->count, memory_order_relaxed) + !event->hidden;
    atomic_store_explicit(&trace->count, event->number, memory_order_relaxed);
    if (!event->hidden)
        sl_uses_count(&trace->uses, event->kind, event->goroutine, event->object);
}

SlPos sl_places_look(SlPlaces *places, SlWorker *worker, SlGoroutine *g, uintptr_t pc) {
    size_t at = sl_places_at(pc);
    const SlFunc *func;
    SlPos pos = sl_vm_position(worker->machine, g, false, &func);
    const SlClosure *running = g->fp[SL_FP_CLOSURE].p;
    if (!func || func->flags & SL_FUNC_LIBRARY)
        return sl_event_pos(worker, g);
    if (running->func != func) // a wrapper, called from here and there
        return pos;
    places->at[at].pc = pc;
    places->at[at].pos = pos;
    return pos;
}

void sl_event_emit_at(SlWorker *worker, SlGoroutine *g, SlEvent *event, uint64_t *stamp) {
    SlMachine *machine = worker->machine;
    SlTrace *trace = machine->trace;
    bool told = machine->options.event && machine->options.watch;
    if (g) {
        event->goroutine = g->id;
        event->woken = g != worker->g;
    }
    if (worker->flight) {
        sl_flight_event(worker, g, event, stamp);
        if (sl_unlikely(machine->heard))
            sl_step_event(worker, event);
        return;
    }
    event->time = sl_now(worker);
    if (!told && sched_of(machine)->controlled) { // one thread
        number(trace, event);
        if (machine->step)
            sl_step_event(worker, event);
        return;
    }
    pthread_mutex_lock(&trace->lock);
    if (told && g && !event->pos && g->fp)
        event->pos = sl_places_find(&trace->places, worker, g);
    number(trace, event);
    if (told)
        machine->options.event(machine->options.event_data, event);
    pthread_mutex_unlock(&trace->lock);
    if (sl_unlikely(machine->step != NULL))
        sl_step_event(worker, event);
}

void sl_event_emit_for(SlWorker *worker, SlGoroutine *g, SlEvent *event) {
    sl_event_emit_at(worker, g, event, NULL);
}

void sl_event_emit(SlWorker *worker, SlEvent *event) {
    sl_event_emit_for(worker, worker->g, event);
}

void sl_event_simple(SlWorker *worker, SlGoroutine *g, SlEventKind kind, uint64_t object, uint64_t sequence) {
    SlEvent event = {.kind = (uint8_t)kind, .object = object, .sequence = sequence, .ok = 1};
    sl_event_emit_for(worker, g, &event);
}

void sl_event_woken(SlMachine *machine, SlGoroutine *g) {
    SlEvent event = {.kind = SL_EVENT_WAKE, .ok = 1};
    if (machine->workers[0]->flight)
        sl_flight_outside(machine, g, &event);
    else
        sl_event_emit_for(machine->workers[0], g, &event);
}

// ---- what things are called ----

static bool is_defined(const SlMachine *machine) {
    return machine->options.define && sl_told(machine);
}

// Keeps what fits, whole runes only.
static void set_words(char *to, size_t size, const char *text) {
    size_t length = strlen(text);
    if (length >= size)
        for (length = size - 1; length > 0 && ((uint8_t)text[length] & 0xC0) == 0x80;)
            length--;
    memcpy(to, text, length);
    to[length] = 0;
}

static void define(SlMachine *machine, SlDefinition *definition, const char *name, const char *type) {
    SlTrace *trace = machine->trace;
    set_words(definition->name, sizeof definition->name, name);
    set_words(definition->type, sizeof definition->type, type);
    pthread_mutex_lock(&trace->lock);
    machine->options.define(machine->options.event_data, definition);
    pthread_mutex_unlock(&trace->lock);
}

void sl_event_define(SlMachine *machine, const SlGoroutine *g, bool main) {
    if (!is_defined(machine))
        return;
    const SlFunc *entry = main && machine->code->main ? machine->code->main : g->entry;
    SlDefinition definition = {
        .id = g->id, .parent = g->parent, .made = g->go_pos, .function_pos = entry->pos, .goroutine = true};
    SlArena *arena = sl_arena_new();
    const char *name = main ? "main.main" : g->entry->name;
    define(machine, &definition, sl_name_short(arena, name), name);
    sl_arena_free(arena);
}

static void define_object(SlMachine *machine, uint64_t id, SlObjectKind kind, const char *type, SlPos pos,
                          int64_t capacity, bool internal) {
    if (!is_defined(machine))
        return;
    SlDefinition definition = {
        .id = id, .kind = (uint8_t)kind, .made = pos, .capacity = capacity, .internal = internal};
    SlArena *arena = sl_arena_new();
    const SlFiles *files = machine->code->files;
    const char *name = kind == SL_OBJECT_CHANNEL ? sl_name_chan(arena, files, pos, type)
                       : kind == SL_OBJECT_TIMER ? sl_name_timer(arena, files, pos)
                                                 : sl_name_lock(arena, files, pos, type);
    define(machine, &definition, name, type);
    sl_arena_free(arena);
}

void sl_event_define_lock(SlMachine *machine, const SlSyncObject *object) {
    define_object(machine, object->id, object->kind, sl_object_types[object->kind], object->pos, 0, object->internal);
}

void sl_event_define_timer(SlMachine *machine, uint64_t id, const char *type, SlPos pos) {
    define_object(machine, id, SL_OBJECT_TIMER, type, pos, 0, false);
}

// Most of what is sent is a whole number: without the detour over a text of its own.
static void set_number(SlEvent *event, int64_t value, bool is_signed) {
    char digits[24];
    int at = sizeof digits, to = 0;
    bool negative = is_signed && value < 0;
    uint64_t left = negative ? 0 - (uint64_t)value : (uint64_t)value;
    do
        digits[--at] = (char)('0' + left % 10);
    while (left /= 10);
    if (negative)
        event->text[to++] = '-';
    memcpy(event->text + to, digits + at, sizeof digits - (size_t)at);
}

static void set_text(SlMachine *machine, SlEvent *event, const SlRtype *type, const SlSlot *value) {
    if (type->kind >= SL_KIND_INT && type->kind <= SL_KIND_UINTPTR) {
        set_number(event, value->i, type->kind <= SL_KIND_INT64);
        return;
    }
    SlText text = {0};
    sl_value_text(machine, type, value, SL_EVENT_TEXT - 4, &text);
    size_t length = text.length < SL_EVENT_TEXT - 1 ? text.length : SL_EVENT_TEXT - 1;
    if (length)
        memcpy(event->text, text.at, length);
    sl_text_free(&text);
}

void sl_event_chan(SlWorker *worker, SlGoroutine *g, SlEventKind kind, SlChan *chan, const SlSlot *value,
                   SlGoroutine *partner, uint64_t message, bool ok, bool select) {
    SlMachine *machine = worker->machine;
    if (worker->flight) {
        sl_flight_chan(worker, g, kind, chan, value, partner, (uint32_t)message, ok, select);
        if (sl_likely(!machine->heard))
            return;
    }
    SlEvent event = {.kind = (uint8_t)kind,
                     .object = chan->id,
                     .sequence = worker->flight ? chan->sequence : ++chan->sequence,
                     .partner = partner ? partner->id : 0,
                     .message = (uint32_t)message,
                     .ok = ok,
                     .select = select};
    if (worker->flight) {
        event.goroutine = g ? g->id : 0;
        sl_step_event(worker, &event);
        sl_step_chan(worker, chan, &event, value);
        return;
    }
    static const SlSlot nothing;
    bool carries = kind == SL_EVENT_SEND || kind == SL_EVENT_WAIT_SEND || (kind == SL_EVENT_RECEIVE && ok);
    if (!value && carries && !chan->elem_slots) // struct{}{} lies nowhere
        value = &nothing;
    if (value && sl_told(machine))
        set_text(machine, &event, chan->type->elem, value);
    sl_event_emit_for(worker, g, &event);
    if (sl_unlikely(machine->step != NULL))
        sl_step_chan(worker, chan, &event, value);
}

void sl_event_arm(SlWorker *worker, const SlTimer *timer) {
    SlEvent event = {.kind = SL_EVENT_ARM, .object = timer->id, .ok = 1, .hidden = true};
    if (timer->kind == SL_TIMER_FUNC && sl_told(worker->machine))
        sl_event_emit(worker, &event);
}

void sl_event_switch(SlWorker *worker, SlGoroutine *to, bool waits) {
    SlEvent event = {.kind = SL_EVENT_SWITCH, .partner = to->id, .ok = waits, .hidden = true};
    if (sl_told(worker->machine))
        sl_event_emit(worker, &event);
}

void sl_event_case(SlWorker *worker, SlGoroutine *g, const SlWaiter *waiter) {
    SlChan *chan = waiter->object;
    if (!sl_told(worker->machine))
        return;
    SlEvent event = {.kind = waiter->is_send ? SL_EVENT_WAIT_SEND : SL_EVENT_WAIT_RECEIVE,
                     .object = chan->id,
                     .count = waiter->case_number,
                     .ok = 1,
                     .select = true,
                     .hidden = true};
    static const SlSlot nothing;
    if (waiter->is_send && (waiter->value || !chan->elem_slots))
        set_text(worker->machine, &event, chan->type->elem, waiter->value ? waiter->value : &nothing);
    sl_event_emit_at(worker, g, &event, &chan->stamp);
}

void sl_event_made(SlWorker *worker, SlGoroutine *g, SlChan *chan) {
    define_object(worker->machine, chan->id, SL_OBJECT_CHANNEL, chan->type->text, chan->make_pos,
                  (int64_t)chan->capacity, false);
    SlEvent event = {.kind = SL_EVENT_MAKE,
                     .object = chan->id,
                     .sequence = ++chan->sequence,
                     .count = chan->capacity < INT32_MAX ? (int32_t)chan->capacity : INT32_MAX,
                     .ok = 1};
    sl_event_emit_at(worker, g, &event, &chan->stamp);
}

// ---- output ----

static void told_output(SlWorker *worker, const char *bytes, size_t count) {
    SlEvent event = {.kind = SL_EVENT_OUTPUT, .ok = 1};
    size_t length = 0;
    while (length < count && length < SL_EVENT_TEXT - 1 && bytes[length] != '\n')
        length++;
    while (length > 0 && length < count && ((uint8_t)bytes[length] & 0xC0) == 0x80) // not within a rune
        length--;
    memcpy(event.text, bytes, length);
    sl_event_emit(worker, &event);
}

void sl_output(SlMachine *machine, SlWorker *worker, int fd, const char *bytes, size_t count) {
    SlTrace *trace = machine->trace;
    uint64_t limit = machine->options.output_limit;
    if (count == 0 || !machine->options.output || machine->settling)
        return;
    if (worker && worker->g && sl_watched(machine))
        told_output(worker, bytes, count);
    if (limit && worker) {
        uint64_t before = atomic_fetch_add(&trace->output, count);
        if (before >= limit)
            return;
        if (before + count > limit) {
            static const char text[] = "\nfatal error: too much output\n";
            machine->options.output(machine->options.output_data, fd, bytes, (size_t)(limit - before));
            machine->options.output(machine->options.output_data, 2, text, sizeof text - 1);
            sl_machine_finish(machine, 2, SL_END_FATAL, "too much output");
            return;
        }
    }
    machine->options.output(machine->options.output_data, fd, bytes, count);
}
