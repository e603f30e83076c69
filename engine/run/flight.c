// SPDX-License-Identifier: MIT
// The rings of the flight record, and how they become one order again.
#include "run/flight.h"

#include <stdio.h>

#include "run/sched.h"

#if defined(__x86_64__)
#include <x86intrin.h>
#endif

enum { OK = 1, SELECT = 2, WOKEN = 4, HIDDEN = 8, TEXT = 16 }; // flags
enum { FORM_NONE, FORM_SIGNED, FORM_UNSIGNED };                // of a value
enum { KIND_TEXT = 255, LEAST_PLACES = 1 << 12 };              // KIND_TEXT: the place behind an entry

// ---- the clock ----

static uint64_t counter(void) {
#if defined(__x86_64__)
    return __rdtsc();
#else
    return (uint64_t)sl_clock();
#endif
}

static void set_clock(SlFlightRing *ring, const SlMachine *machine) {
    ring->counter = counter();
    ring->time = sl_clock() - sched_of(machine)->real_start;
}

// Two looks at both clocks, a little apart, tell how fast the counter runs. Between looks at the system's clock it has
// to be right for some milliseconds only.
static uint64_t measure(void) {
    enum { APART = 30000 };
    int64_t begun = sl_clock(), ended;
    uint64_t from = counter(), to;
    do {
        ended = sl_clock();
        to = counter();
    } while (ended - begun < APART);
    return to > from ? (uint64_t)(((unsigned __int128)(ended - begun) << 32) / (to - from)) : (uint64_t)1 << 32;
}

static uint64_t time_of(SlFlightRing *ring, const SlMachine *machine) {
    enum { FAR = 1 << 24 };
    uint64_t passed = counter() - ring->counter;
    if (sl_unlikely(passed > FAR)) {
        set_clock(ring, machine);
        passed = 0;
    }
    return (uint64_t)ring->time + (passed * ring->scale >> 32);
}

// Asking costs as much as all else: what follows within a few jumps and calls happens at the same time.
static inline uint64_t calm_time(SlFlightRing *ring, const SlWorker *worker) {
    enum { EVENTS = 8, TICKS = 24 };
    if (--ring->calm < 0 || (uint32_t)(ring->budget - worker->budget) > TICKS) {
        ring->calm = EVENTS;
        ring->budget = worker->budget;
        ring->asked = time_of(ring, worker->machine);
    }
    return ring->asked;
}

// Later than all of them, and as the clock says.
static inline uint64_t stamp_of(SlFlightRing *ring, uint64_t now, SlGoroutine *g, uint64_t *last) {
    uint64_t least = ring->stamp;
    if (g && g->stamp > least)
        least = g->stamp;
    if (last && *last > least)
        least = *last;
    now = now > least ? now : least + 1;
    ring->stamp = now;
    if (g)
        g->stamp = now;
    if (last)
        *last = now;
    return now;
}

// ---- writing ----

static inline SlFlightEntry *next_entry(SlFlightRing *ring) {
    return &ring->entries[ring->used++ & ring->mask];
}

static inline void count(SlFlightRing *ring, bool hidden) {
    ring->events++;
    if (hidden)
        return;
    uint64_t visible = atomic_load_explicit(&ring->visible, memory_order_relaxed);
    atomic_store_explicit(&ring->visible, visible + 1, memory_order_relaxed);
}

static void add_text(SlFlightRing *ring, SlFlightEntry *entry, const char *text, size_t length) {
    entry->flags |= TEXT;
    SlFlightEntry *behind = next_entry(ring);
    behind->kind = KIND_TEXT;
    char *at = (char *)&behind->goroutine; // from there up to pos, which is behind it, there is room
    memcpy(at, text, length);
    at[length] = 0;
}
_Static_assert(offsetof(SlFlightEntry, pos) - offsetof(SlFlightEntry, goroutine) >= SL_EVENT_TEXT, "a text has room");

static void write_event(SlFlightRing *ring, uint64_t now, SlGoroutine *g, const SlEvent *event, SlPos pos, bool woken,
                        uint64_t *last) {
    uint64_t stamp = stamp_of(ring, now, g, last), goroutine = g ? g->id : event->goroutine;
    count(ring, event->hidden);
    SlFlightEntry *entry = next_entry(ring);
    *entry = (SlFlightEntry){.stamp = stamp,
                             .goroutine = goroutine,
                             .object = event->object,
                             .partner = event->partner,
                             .sequence = event->sequence,
                             .pos = pos,
                             .message = event->message,
                             .count = event->count,
                             .kind = event->kind,
                             .flags = (uint8_t)((event->ok ? OK : 0) | (event->select ? SELECT : 0) |
                                                (woken ? WOKEN : 0) | (event->hidden ? HIDDEN : 0))};
    if (event->text[0])
        add_text(ring, entry, event->text, strnlen(event->text, SL_EVENT_TEXT - 1));
    if (!event->hidden)
        sl_uses_count(&ring->uses, event->kind, goroutine, event->object);
}

void sl_flight_event(SlWorker *worker, SlGoroutine *g, const SlEvent *event, uint64_t *last) {
    SlFlightRing *ring = worker->flight;
    SlPos pos = event->pos;
    if (g && !pos && g->fp)
        pos = sl_places_find(&ring->places, worker, g);
    write_event(ring, calm_time(ring, worker), g, event, pos, g && g != worker->g, last);
}

void sl_flight_outside(SlMachine *machine, SlGoroutine *g, const SlEvent *event) {
    SlTrace *trace = machine->trace;
    SlPos pos = g && g->fp ? sl_event_pos(machine->workers[0], g) : 0;
    pthread_mutex_lock(&trace->lock);
    write_event(trace->outside, time_of(trace->outside, machine), g, event, pos, true, NULL);
    pthread_mutex_unlock(&trace->lock);
}

// What is no whole number, in words.
static void add_value(const SlMachine *machine, SlFlightRing *ring, SlFlightEntry *entry, const SlRtype *type,
                      const SlSlot *value) {
    SlText text = {0};
    sl_value_text(machine, type, value, SL_EVENT_TEXT - 4, &text);
    if (text.length)
        add_text(ring, entry, text.at, text.length < SL_EVENT_TEXT - 1 ? text.length : SL_EVENT_TEXT - 1);
    sl_text_free(&text);
}

void sl_flight_chan(SlWorker *worker, SlGoroutine *g, SlEventKind kind, SlChan *chan, const SlSlot *value,
                    SlGoroutine *partner, uint32_t message, bool ok, bool select) {
    SlFlightRing *ring = worker->flight;
    bool woken = g && g != worker->g;
    uint64_t stamp = stamp_of(ring, calm_time(ring, worker), g, &chan->stamp);
    SlFlightEntry *entry = next_entry(ring);
    count(ring, false);
    entry->stamp = stamp;
    entry->goroutine = g ? g->id : 0;
    entry->object = chan->id;
    entry->partner = partner ? partner->id : 0;
    entry->sequence = ++chan->sequence;
    entry->pos = g && g->fp ? sl_places_find(&ring->places, worker, g) : 0;
    entry->message = message;
    entry->count = 0;
    entry->kind = (uint8_t)kind;
    entry->flags = (uint8_t)((ok ? OK : 0) | (select ? SELECT : 0) | (woken ? WOKEN : 0));
    entry->form = FORM_NONE;
    sl_uses_count(&ring->uses, (uint8_t)kind, entry->goroutine, chan->id);
    const SlRtype *type = chan->type->elem;
    static const SlSlot nothing;
    if (value && type->kind >= SL_KIND_INT && type->kind <= SL_KIND_UINTPTR) {
        entry->form = type->kind <= SL_KIND_INT64 ? FORM_SIGNED : FORM_UNSIGNED;
        entry->value = value->u;
        return;
    }
    bool carries = kind == SL_EVENT_SEND || kind == SL_EVENT_WAIT_SEND || (kind == SL_EVENT_RECEIVE && ok);
    if (value)
        add_value(worker->machine, ring, entry, type, value);
    else if (carries && !chan->elem_slots) // struct{}{} lies nowhere
        add_value(worker->machine, ring, entry, type, &nothing);
}

// ---- reading ----

static void unpack(const SlFlightRing *ring, uint64_t place, SlEvent *event) {
    const SlFlightEntry *entry = &ring->entries[place & ring->mask];
    *event = (SlEvent){.time = (int64_t)entry->stamp,
                       .goroutine = entry->goroutine,
                       .object = entry->object,
                       .sequence = entry->sequence,
                       .partner = entry->partner,
                       .pos = entry->pos,
                       .message = entry->message,
                       .count = entry->count,
                       .kind = entry->kind,
                       .ok = (entry->flags & OK) != 0,
                       .select = (entry->flags & SELECT) != 0,
                       .woken = (entry->flags & WOKEN) != 0,
                       .hidden = (entry->flags & HIDDEN) != 0};
    if (entry->flags & TEXT)
        memcpy(event->text, &ring->entries[(place + 1) & ring->mask].goroutine, SL_EVENT_TEXT);
    else if (entry->form == FORM_SIGNED)
        snprintf(event->text, sizeof event->text, "%lld", (long long)entry->value);
    else if (entry->form == FORM_UNSIGNED)
        snprintf(event->text, sizeof event->text, "%llu", (unsigned long long)entry->value);
}

typedef struct {
    const SlFlightRing *ring;
    uint64_t next; // places before this one are still to be taken
    bool cut;      // what is missing before its first place was overwritten
} Tail;

typedef struct {
    const SlFlightRing *ring;
    uint64_t place;
} Taken;

// The place of the tail's last entry; false: there is none.
static bool last_place(const Tail *tail, uint64_t *place) {
    uint64_t kept = tail->ring->used < tail->ring->mask + 1 ? tail->ring->used : tail->ring->mask + 1;
    uint64_t first = tail->ring->used - kept, at = tail->next;
    if (at == first)
        return false;
    at--;
    if (tail->ring->entries[at & tail->ring->mask].kind == KIND_TEXT) {
        if (at == first)
            return false;
        at--;
    }
    *place = at;
    return true;
}

// Merges from the end: the last of all that have not been taken, until one ring has lost what would come next.
static int merge(Tail *tails, int count, Taken *taken, uint64_t most) {
    uint64_t found = 0;
    while (found < most) {
        int best = -1;
        uint64_t best_place = 0, best_stamp = 0;
        for (int i = 0; i < count; i++) {
            uint64_t place;
            if (!last_place(&tails[i], &place)) {
                if (tails[i].cut)
                    return (int)found;
                continue;
            }
            uint64_t stamp = tails[i].ring->entries[place & tails[i].ring->mask].stamp;
            if (best < 0 || stamp > best_stamp) {
                best = i;
                best_place = place;
                best_stamp = stamp;
            }
        }
        if (best < 0)
            break;
        taken[found++] = (Taken){tails[best].ring, best_place};
        tails[best].next = best_place;
    }
    return (int)found;
}

static int all_tails(const SlMachine *machine, Tail *tails, uint64_t *events) {
    const SlTrace *trace = machine->trace;
    *events = 0;
    for (int i = 0; i <= machine->worker_count; i++) {
        const SlFlightRing *ring = i < machine->worker_count ? machine->workers[i]->flight : trace->outside;
        tails[i] = (Tail){ring, ring->used, ring->used > ring->mask + 1};
        *events += ring->events;
    }
    return machine->worker_count + 1;
}

uint64_t sl_machine_flight(SlMachine *machine, uint64_t *told, uint32_t most,
                           void (*take)(void *data, const SlEvent *event), void *data) {
    const SlTrace *trace = machine->trace;
    if (!trace->outside)
        return 0;
    sl_world_hold(machine);
    Tail *tails = malloc(((size_t)machine->worker_count + 1) * sizeof *tails);
    if (!tails)
        abort();
    uint64_t events, skipped = 0;
    int count = all_tails(machine, tails, &events);
    uint64_t fresh = events - *told, wanted = fresh < most ? fresh : most;
    Taken *taken = malloc((size_t)(wanted + 1) * sizeof *taken);
    if (!taken)
        abort();
    int found = merge(tails, count, taken, wanted);
    skipped = fresh - (uint64_t)found;
    uint64_t number = trace->flight_base + sl_flight_visible(machine);
    for (int i = 0; i < found; i++)
        number -= !(taken[i].ring->entries[taken[i].place & taken[i].ring->mask].flags & HIDDEN);
    for (int i = found - 1; i >= 0; i--) {
        SlEvent event;
        unpack(taken[i].ring, taken[i].place, &event);
        number += !event.hidden;
        event.number = number;
        take(data, &event);
    }
    *told = events;
    free(taken);
    free(tails);
    sl_world_release(machine);
    return skipped;
}

// ---- its life ----

static SlFlightRing *ring_new(const SlMachine *machine, uint64_t places, uint64_t scale) {
    SlFlightRing *ring = calloc(1, sizeof *ring);
    if (!ring || !(ring->entries = malloc(places * sizeof *ring->entries)))
        abort();
    ring->mask = places - 1;
    ring->scale = scale;
    set_clock(ring, machine);
    return ring;
}

void sl_flight_begin(SlMachine *machine) {
    SlTrace *trace = machine->trace;
    uint64_t share = machine->options.flight / (uint64_t)machine->worker_count, places = LEAST_PLACES;
    while (places < share)
        places *= 2;
    uint64_t scale = measure();
    trace->flight_base = atomic_load_explicit(&trace->count, memory_order_relaxed);
    trace->outside = ring_new(machine, LEAST_PLACES, scale);
    for (int i = 0; i < machine->worker_count; i++)
        machine->workers[i]->flight = ring_new(machine, places, scale);
}

void sl_flight_clock(SlMachine *machine) {
    SlTrace *trace = machine->trace;
    if (!trace->outside)
        return;
    set_clock(trace->outside, machine);
    for (int i = 0; i < machine->worker_count; i++)
        set_clock(machine->workers[i]->flight, machine);
}

uint64_t sl_flight_visible(const SlMachine *machine) {
    const SlTrace *trace = machine->trace;
    uint64_t sum = atomic_load_explicit(&trace->outside->visible, memory_order_relaxed);
    for (int i = 0; i < machine->worker_count; i++)
        sum += atomic_load_explicit(&machine->workers[i]->flight->visible, memory_order_relaxed);
    return sum;
}

static void ring_free(SlFlightRing *ring) {
    free(ring->entries);
    free(ring->uses.at);
    free(ring);
}

// Who has used what stays known.
static void keep_uses(SlTrace *trace, const SlFlightRing *ring) {
    for (uint64_t i = 0; i < ring->uses.capacity; i++)
        if (ring->uses.at[i].goroutine)
            sl_uses_add(&trace->uses, &ring->uses.at[i]);
}

void sl_flight_end(SlMachine *machine) {
    SlTrace *trace = machine->trace;
    if (!trace->outside)
        return;
    atomic_store(&trace->count, sl_machine_events(machine));
    for (int i = 0; i <= machine->worker_count; i++)
        keep_uses(trace, i < machine->worker_count ? machine->workers[i]->flight : trace->outside);
    sl_flight_free(machine);
}

void sl_flight_free(SlMachine *machine) {
    SlTrace *trace = machine->trace;
    if (!trace->outside)
        return;
    for (int i = 0; i < machine->worker_count; i++) {
        ring_free(machine->workers[i]->flight);
        machine->workers[i]->flight = NULL;
    }
    ring_free(trace->outside);
    trace->outside = NULL;
}
