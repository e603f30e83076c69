// SPDX-License-Identifier: MIT
// Who can never move again, although the program goes on: the proof of a leak.
//
// Roots are goroutines that can run, sleep or wait for input, globals, timers that run functions, and finalizers. From
// them the collector's marker walks everything reachable, stacks by their live slots. A blocked goroutine that waits on
// something reachable (or on the channel of a timer that is armed) may be woken, so it is walked too, until nothing
// changes. What is then still blocked waits only on things that nobody can ever touch: it is stuck, and stays so
// (after Saioc et al., Dynamic Partial Deadlock Detection and Recovery via Garbage Collection, ASPLOS 2025).
//
// Once main has returned, what its variables held counts as reachable, so that the first walk finds who was stuck
// already; the walk without main finds who waits for what only main could have given. Then globals count only if
// somebody is left who may use them.
#include "run/leak.h"

#include "run/finalizer.h"
#include "run/sched.h"
#include "run/values.h"

static bool is_reachable(const SlLeakWalk *walk, const void *object) {
    return object && sl_heap_marked(walk->heap, object);
}

// A timer that is not armed can be armed again by whoever has it.
static bool chan_may_come(const SlLeakWalk *walk, const SlChan *chan) {
    return chan && ((chan->is_timer && ((const SlTimer *)chan->timer)->armed) || is_reachable(walk, chan));
}

static bool can_be_woken(const SlLeakWalk *walk, const SlGoroutine *g) {
    const void *word = g->waiter.object;
    if (g->bubble) // its root tells of it
        return true;
    switch ((SlWait)g->wait) {
    case SL_WAIT_CHAN_SEND_NIL:
    case SL_WAIT_CHAN_RECEIVE_NIL:
    case SL_WAIT_SELECT_NONE:
        return false;
    case SL_WAIT_SLEEP:
    case SL_WAIT_INPUT:
    case SL_WAIT_NONE:
        return true;
    case SL_WAIT_SELECT:
        for (uint32_t i = 0; i < g->waiter_count; i++)
            if (chan_may_come(walk, g->waiters[i].object))
                return true;
        return false;
    case SL_WAIT_CHAN_SEND:
    case SL_WAIT_CHAN_RECEIVE:
        return chan_may_come(walk, word);
    default: // a word that lies in a global is reachable when globals are
        return sl_heap_object(walk->heap, word) ? is_reachable(walk, word) : walk->globals;
    }
}

static bool is_left_out(const SlLeakWalk *walk, uint64_t id) {
    for (int i = 0; i < walk->without_count; i++)
        if (walk->without[i] == id)
            return true;
    return false;
}

static void sort_out(void *data, SlGoroutine *g) {
    SlLeakWalk *walk = data;
    if (walk->without_count && is_left_out(walk, g->id))
        return;
    if (walk->without_main && g == sched_of(walk->marker->machine)->main)
        return;
    if (atomic_load_explicit(&g->status, memory_order_relaxed) == SL_G_WAITING && g->wait != SL_WAIT_SLEEP &&
        g->wait != SL_WAIT_INPUT) {
        sl_vec_push(&walk->blocked, g);
        return;
    }
    walk->somebody = true;
    sl_mark_goroutine(walk->marker, g);
    if (walk->marker->depth > 4096)
        sl_mark_drain(walk->marker);
}

static void mark_globals(SlLeakWalk *walk) {
    SlMachine *machine = walk->marker->machine;
    walk->globals = true;
    if (machine->globals && machine->code->globals)
        sl_mark_typed(walk->marker, machine->globals, machine->code->globals, 1);
}

// Channels that wait for signals of the system: those could come at any time.
static void mark_signals(SlLeakWalk *walk) {
    static const char package[] = "os/signal.";
    const SlMachine *machine = walk->marker->machine;
    const SlCode *code = machine->code;
    for (uint32_t i = 0; i < code->global_count; i++)
        if (strncmp(code->global_vars[i].name, package, sizeof package - 1) == 0)
            sl_mark_typed(walk->marker, machine->globals + code->global_offsets[i], code->global_vars[i].type, 1);
}

void sl_leak_mark_roots(SlLeakWalk *walk) {
    SlMarker *marker = walk->marker;
    SlMachine *machine = marker->machine;
    SlSched *sched = machine->sched;
    for (int i = 0; i < machine->worker_count; i++) {
        const SlIface *panic = &machine->workers[i]->panic;
        if (panic->type && sl_rtype_word_is_pointer(panic->type))
            sl_mark_pointer(marker, panic->data.p);
    }
    for (int32_t i = 0; i < sched->timers.count; i++) {
        const SlTimer *timer = sched->timers.heap[i];
        if (timer->kind != SL_TIMER_FUNC || timer->alarm)
            continue;
        walk->somebody = true;
        sl_mark_pointer(marker, (void *)timer);
    }
    sl_std_mark(marker, machine);
    walk->somebody |= sl_finalizers_mark_waiting(marker, walk->heap);
    if (!walk->without_main)
        for (int i = 0; i < sched->held.count; i++)
            sl_mark_pointer(marker, sched->held.at[i]);
    mark_signals(walk);
    sl_go_each(machine, sort_out, walk);
    if (!walk->without_main || walk->somebody)
        mark_globals(walk);
}

// Walks from those of the blocked who may be woken. False: there was none.
static bool walk_on(SlLeakWalk *walk) {
    int kept = 0, count = walk->blocked.count;
    sl_mark_drain(walk->marker);
    for (int i = 0; i < count; i++) {
        SlGoroutine *g = walk->blocked.at[i];
        if (can_be_woken(walk, g))
            sl_mark_goroutine(walk->marker, g);
        else
            walk->blocked.at[kept++] = g;
    }
    walk->blocked.count = kept;
    if (kept < count && !walk->globals)
        mark_globals(walk);
    return kept < count;
}

bool sl_leak_others_have(SlMachine *machine, const uint64_t *without, int count, const void *object) {
    SlMarker marker = sl_leak_marker(machine);
    SlLeakWalk walk = {.heap = machine->heap, .marker = &marker, .without = without, .without_count = count};
    sl_leak_mark_roots(&walk);
    while (walk_on(&walk))
        ;
    bool have = sl_heap_object(machine->heap, object) ? sl_heap_marked(machine->heap, object) : walk.globals;
    sl_vec_free(&walk.blocked);
    free(marker.stack);
    sl_leak_clear_marks(machine->heap);
    return have;
}

int sl_leak_finish(SlLeakWalk *walk) {
    const SlGoroutine *main = sched_of(walk->marker->machine)->main;
    while (walk_on(walk))
        ;
    int untold = 0;
    for (int i = 0; i < walk->blocked.count; i++) {
        SlGoroutine *g = walk->blocked.at[i];
        bool on_purpose = g == main && g->wait == SL_WAIT_SELECT_NONE;
        g->stuck = !on_purpose && !g->system && g->wait != SL_WAIT_COROUTINE;
        untold += g->stuck && !g->stuck_told;
    }
    sl_vec_free(&walk->blocked);
    return untold;
}

bool sl_leak_apart(const SlHeap *heap) {
    return sl_finalizers_waiting(heap);
}

SlMarker sl_leak_marker(SlMachine *machine) {
    const SlHeap *heap = machine->heap;
    return (SlMarker){
        .machine = machine, .base = heap->base, .range = heap->opened << SL_PAGE_SHIFT, .table = heap->table};
}

void sl_leak_clear_marks(SlHeap *heap) {
    for (size_t i = 0; i < heap->span_count; i++) {
        SlSpan *span = heap->spans[i];
        uint32_t words = span->number >= SL_RUN_CLASSES ? 1 : (span->count + 63) / 64;
        for (uint32_t k = 0; k < words; k++)
            span->bits[k].mark = 0;
    }
}

int sl_leak_find(SlMachine *machine, bool without_main) {
    SlHeap *heap = machine->heap;
    SlMarker marker = sl_leak_marker(machine);
    SlLeakWalk walk = {.heap = heap, .marker = &marker, .without_main = without_main};
    sl_leak_mark_roots(&walk);
    int untold = sl_leak_finish(&walk);
    free(marker.stack);
    sl_leak_clear_marks(heap);
    return untold;
}

void sl_leak_found(SlMachine *machine, int count) {
    SlSched *sched = machine->sched;
    if (count <= 0 || !machine->options.leaks_found)
        return;
    sched->leaks_teller = pthread_self();
    atomic_store(&sched->leaks_telling, true);
    machine->options.leaks_found(machine->options.leaks_data, machine);
    atomic_store(&sched->leaks_telling, false);
}

// ---- when to look ----

enum { SECOND = 1000000000, COST_SHARE = 10, IDLE_NS = 1000000 };

static uint64_t switches(const SlMachine *machine) {
    uint64_t sum = 0;
    for (int i = 0; i < machine->worker_count; i++)
        sum += atomic_load_explicit(&own_of(machine->workers[i])->switches, memory_order_relaxed);
    return sum;
}

// Controlled machines look by virtual time, so that the same run finds the same at the same place. A large heap
// is looked at less often than a small one.
static bool is_time(SlMachine *machine, bool idle) {
    SlSched *sched = machine->sched;
    int64_t looked = atomic_load_explicit(&sched->leaks_looked, memory_order_relaxed);
    if (sched->controlled) {
        int64_t until = idle ? atomic_load(&sched->timers.next) : sched->now;
        int64_t rest = idle ? IDLE_NS + (int64_t)sl_heap_bytes(machine) * COST_SHARE : SECOND;
        return until - looked >= (rest < SECOND ? rest : SECOND);
    }
    int64_t rest = COST_SHARE * atomic_load_explicit(&sched->leaks_cost, memory_order_relaxed);
    return sl_clock() - looked >= (idle || rest > SECOND ? rest : SECOND);
}

void sl_leak_look(SlWorker *worker, bool idle) {
    SlMachine *machine = worker->machine;
    SlSched *sched = machine->sched;
    if (!sl_leak_wanted(machine) || machine->ending || !is_time(machine, idle))
        return;
    sl_world_stop(worker);
    uint64_t now = switches(machine);
    if (!machine->ending && is_time(machine, idle) && !(idle && now == sched->leaks_switches)) {
        int64_t begun = sl_clock();
        sched->leaks_switches = now;
        int count = sl_leak_find(machine, false);
        atomic_store(&sched->leaks_cost, sl_clock() - begun);
        sl_leak_found(machine, count);
        atomic_store(&sched->leaks_looked, sched->controlled ? sched->now : sl_clock());
    }
    sl_world_start(worker);
}

int64_t sl_leak_due(const SlMachine *machine) {
    const SlSched *sched = machine->sched;
    if (!sl_leak_wanted(machine) || switches(machine) == sched->leaks_switches)
        return INT64_MAX;
    return atomic_load(&sched->leaks_looked) + COST_SHARE * atomic_load(&sched->leaks_cost);
}

const SlLeakHooks sl_leak_hooks = {sl_leak_mark_roots, sl_leak_finish, sl_leak_apart, sl_leak_find, sl_leak_found};
