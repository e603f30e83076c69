// SPDX-License-Identifier: MIT
// The controlled scheduler: one goroutine at a time on the caller's thread, virtual time, every choice decided by the
// chooser. Nothing here depends on addresses, threads or the real clock (but for standard input, which is an input of
// the run), so the choices and inputs are the run.
//
// Virtual time moves a little with every poll granule and every choice, and jumps to the next timer when nobody can
// move. While somebody waits for standard input, a jump takes as long as it says, and input may come before.
//
// Wherever the run may stop it passes a point, and points are counted: the number of points is the first part of a
// moment (run.h). Stopping changes nothing: what was about to happen at the point (go on with the chosen one, ask who
// is next) happens when the run goes on, without another look at timers or the heap, so that a run that was stopped and
// one that was not are the same.
#include "run/leak.h"
#include "run/sched.h"
#include "run/step.h"

enum { CLOCK_EVERY = 8 }; // points between looks at the real clock

static uint64_t decide(SlSched *sched, SlMachine *machine, const SlChoice *choice) {
    if (machine->options.choose) {
        uint64_t decision = machine->options.choose(machine->options.choose_data, choice);
        if (!choice->count || decision < choice->count)
            return decision;
        if (choice->kind <= SL_CHOOSE_SELECT)
            return UINT64_MAX;
    }
    return choice->count ? sl_random_below(sched->random, choice->count) : sl_random_next(sched->random);
}

// Which of the ready ones moves: its place, or -1 when it is not decided. Their order depends on nothing but the run.
static int choose_ready(SlWorker *worker, uint64_t asking) {
    SlSched *sched = sched_of(worker->machine);
    int count = sched->ready.count;
    if (count == 1)
        return 0;
    sched->now += SL_CHOICE_NS;
    if (!worker->machine->options.choose)
        return (int)sl_random_below(sched->random, (uint64_t)count);
    SlChoice choice = {SL_CHOOSE_GOROUTINE, asking, (uint32_t)count, sched->actors.at, (uint32_t)sched->kept};
    uint64_t decision = decide(sched, worker->machine, &choice);
    if (decision != UINT64_MAX)
        return (int)decision;
    sched->now -= SL_CHOICE_NS; // it has not been made
    return -1;
}

static void push_ready(SlSched *sched, SlGoroutine *g) {
    sl_vec_push(&sched->ready, g);
    sl_vec_push(&sched->actors, g->id);
}

static SlGoroutine *take_ready(SlSched *sched, int place, bool chosen) {
    SlGoroutine *g = sched->ready.at[place];
    sched->ready.at[place] = sched->ready.at[--sched->ready.count];
    sched->actors.at[place] = sched->actors.at[--sched->actors.count];
    if (chosen)
        sched->kept = sched->ready.count;
    else if (sched->kept > place)
        sched->kept = place;
    return g;
}

// Whether the run has to stop before anybody moves again.
static bool has_to_stop(SlWorker *worker) {
    SlMachine *machine = worker->machine;
    SlSched *sched = machine->sched;
    if (machine->ending)
        return true;
    sched->reason = SL_STOP_PAUSED;
    if (atomic_load_explicit(&sched->pause, memory_order_relaxed))
        return true;
    if (machine->step && sl_step_at_point(machine, &sched->reason))
        return true;
    sched->reason = SL_STOP_EVENT;
    if (sched->stop_event && sl_machine_events(machine) >= sched->stop_event)
        return true;
    if (machine->settling && (sched->now >= sched->settle_time || sched->granules >= sched->settle_granules))
        return true;
    sched->reason = SL_STOP_RUNNING;
    return sched->deadline != INT64_MAX && sched->points % CLOCK_EVERY == 0 && sl_clock() >= sched->deadline;
}

// Passes a point; true: the run stops here, and goes on from here.
static bool stops_at_point(SlWorker *worker) {
    SlSched *sched = sched_of(worker->machine);
    sched->points++;
    worker->instructions = 0;
    sched->halted = has_to_stop(worker);
    return sched->halted;
}

uint64_t sl_controlled_choose(SlWorker *worker, const SlChoice *choice) {
    SlMachine *machine = worker->machine;
    SlSched *sched = machine->sched;
    if (choice->kind != SL_CHOOSE_SELECT)
        return decide(sched, machine, choice);
    bool again = sched->selecting; // the select runs anew because the run has stopped here
    worker->instructions = 0;
    sched->selecting = again ? (sched->halted = has_to_stop(worker)) : stops_at_point(worker);
    if (sched->selecting)
        return UINT64_MAX;
    uint64_t decision = decide(sched, machine, choice);
    if (decision == UINT64_MAX) {
        sched->reason = SL_STOP_CHOICE;
        sched->halted = sched->selecting = true;
    }
    return decision;
}

// Nobody can move: time passes to the next timer, or input is waited for. False: the run stops.
static bool let_time_pass(SlWorker *worker) {
    SlMachine *machine = worker->machine;
    SlSched *sched = machine->sched;
    int64_t next = sl_timers_can_wake(&sched->timers) ? atomic_load(&sched->timers.next) : INT64_MAX;
    if (next != INT64_MAX)
        sl_leak_look(worker, true);
    if (atomic_load(&sched->input.waiting) == 0) {
        if (next == INT64_MAX && sched->frozen_ready) {
            sched->reason = SL_STOP_FROZEN;
            return false;
        }
        if (next == INT64_MAX) {
            sl_deadlock(machine);
            return false;
        }
        sched->now = next;
        return true;
    }
    if (sl_input_fed(machine) || machine->settling) { // input comes between runs: time does not pass it by
        if (next == INT64_MAX) {
            sched->reason = SL_STOP_INPUT;
            return false;
        }
        sched->now = next;
        return true;
    }
    enum { LOOK_NS = 50000000 }; // for a pause or the end
    int64_t left = next == INT64_MAX ? INT64_MAX : next - sched->now, wait = left < LOOK_NS ? left : LOOK_NS;
    int64_t passed = sl_input_wait(worker, wait);
    sched->now += next != INT64_MAX && passed > left ? left : passed;
    return true;
}

static SlGoroutine *run_chosen(SlWorker *worker, SlGoroutine *g) {
    worker->g = g;
    sl_sched_count_switch(own_of(worker));
    atomic_store_explicit(&g->status, SL_G_RUNNING, memory_order_relaxed);
    return g;
}

// Asks who goes on. Null: the run stops, and this is asked again.
static SlGoroutine *ask(SlWorker *worker) {
    SlSched *sched = sched_of(worker->machine);
    SlGoroutine *asking = sched->asking;
    bool chosen = sched->ready.count > 1 && worker->machine->options.choose;
    int place = choose_ready(worker, asking ? asking->id : 0);
    sched->choosing = place < 0;
    if (place < 0) {
        sched->reason = SL_STOP_CHOICE;
        sched->halted = true;
        return NULL;
    }
    sched->asking = NULL;
    return run_chosen(worker, take_ready(sched, place, chosen));
}

SlGoroutine *sl_controlled_next(SlWorker *worker) {
    SlSched *sched = sched_of(worker->machine);
    worker->g = NULL;
    if (sched->halted || worker->machine->ending)
        return NULL;
    if (sched->resume) {
        SlGoroutine *g = sched->resume;
        sched->resume = NULL;
        return run_chosen(worker, g);
    }
    if ((sched->asking || sched->choosing) && sched->ready.count)
        return ask(worker);
    sched->asking = NULL;
    sched->choosing = false;
    for (;;) {
        bool again = sched->at_point; // it has stopped here
        sched->at_point = false;
        if (again ? (sched->halted = has_to_stop(worker)) : stops_at_point(worker)) {
            sched->at_point = true;
            return NULL;
        }
        sl_sched_collect(worker);
        if (sched->now >= atomic_load_explicit(&sched->timers.next, memory_order_relaxed))
            sl_timers_fire(worker, sched->now);
        if (sched->ready.count)
            break;
        if (!let_time_pass(worker)) {
            sched->at_point = true;
            return NULL;
        }
    }
    if (sched->ready.count > 1 && stops_at_point(worker)) {
        sched->choosing = true;
        return NULL;
    }
    return ask(worker);
}

void sl_controlled_ready(SlWorker *worker, SlGoroutine *g) {
    SlSched *sched = sched_of(worker->machine);
    if (worker->machine->step)
        sl_step_woken(worker->machine, g);
    if (sl_unlikely(g->frozen)) {
        g->queue_next = sched->frozen_ready;
        sched->frozen_ready = g;
        return;
    }
    push_ready(sched, g);
}

// g, which runs, waits for the run to go on: as the one that asks who does, or as the one that does.
static SlOutcome halt(SlWorker *worker, SlGoroutine *g, bool asks) {
    SlSched *sched = sched_of(worker->machine);
    if (worker->machine->ending)
        return SL_EXIT;
    atomic_store_explicit(&g->status, SL_G_READY, memory_order_relaxed);
    if (asks) {
        sched->asking = g;
        push_ready(sched, g);
    } else {
        sched->resume = g;
    }
    return SL_AWAY;
}

// g could go on, and so could others: who does?
static SlOutcome choose_with(SlWorker *worker, SlGoroutine *g) {
    SlSched *sched = sched_of(worker->machine);
    if (stops_at_point(worker))
        return halt(worker, g, true);
    if (sched->ready.count == 0)
        return SL_DONE;
    push_ready(sched, g);
    sched->asking = g;
    SlGoroutine *next = ask(worker);
    if (next == g)
        return SL_DONE;
    atomic_store_explicit(&g->status, SL_G_READY, memory_order_relaxed);
    sched->resume = next; // null: asked again when the run goes on
    return SL_AWAY;
}

SlOutcome sl_controlled_event(SlWorker *worker, SlGoroutine *g) {
    return choose_with(worker, g);
}

SlOutcome sl_controlled_poll(SlWorker *worker, SlGoroutine *g) {
    SlSched *sched = sched_of(worker->machine);
    if (worker->cut_short)
        sched->granule_end = sl_ticks(worker);
    bool near = sched->stop_ticks && sl_ticks(worker) >= sched->stop_ticks;
    if (near)
        sched->stop_ticks = 0;
    if (sl_ticks(worker) < sched->granule_end) { // only somebody who looks for a moment is here
        sl_controlled_budget(worker);
        worker->instructions = 0;
        if (near)
            sl_step_near(worker->machine);
        return SL_DONE;
    }
    sched->granule_end += SL_GRANULE + 1;
    sl_controlled_budget(worker);
    if (near)
        sl_step_near(worker->machine);
    sched->now += SL_GRANULE_NS;
    sl_sched_collect(worker);
    if (sched->now >= atomic_load_explicit(&sched->timers.next, memory_order_relaxed))
        sl_timers_fire(worker, sched->now);
    if (++sched->granules % 16 == 0)
        return choose_with(worker, g);
    return stops_at_point(worker) ? halt(worker, g, false) : SL_DONE;
}

SlOutcome sl_controlled_yield(SlWorker *worker, SlGoroutine *g) {
    SlSched *sched = sched_of(worker->machine);
    sched->now += SL_CHOICE_NS;
    if (sched->now >= atomic_load_explicit(&sched->timers.next, memory_order_relaxed))
        sl_timers_fire(worker, sched->now);
    return choose_with(worker, g);
}

// ---- moments ----

void sl_controlled_budget(SlWorker *worker) {
    SlSched *sched = sched_of(worker->machine);
    uint64_t now = sl_ticks(worker), until = sched->granule_end;
    if (sched->stop_ticks > now && sched->stop_ticks < until)
        until = sched->stop_ticks;
    assert(until > now);
    sched->ticks = now;
    worker->cut = 0;
    worker->cut_short = false;
    sched->budget = worker->budget = (int32_t)(until - now) - 1;
}

SlMoment sl_machine_moment(const SlMachine *machine) {
    const SlSched *sched = machine->sched;
    const SlWorker *worker = machine->workers[0];
    return (SlMoment){sched->points, sl_ticks(worker), worker->instructions};
}

int sl_moment_compare(const SlMoment *a, const SlMoment *b) {
    if (a->points != b->points)
        return a->points < b->points ? -1 : 1;
    if (a->ticks != b->ticks)
        return a->ticks < b->ticks ? -1 : 1;
    return a->instructions < b->instructions ? -1 : a->instructions > b->instructions;
}

static bool is_asked(const SlSched *sched, const SlGoroutine *g) {
    for (int i = 0; i < sched->ready.count; i++)
        if (sched->ready.at[i] == g)
            return true;
    return false;
}

void sl_controlled_freeze(SlMachine *machine, SlGoroutine *g) {
    SlSched *sched = machine->sched;
    if (!g->frozen) {
        SlGoroutine *list = sched->frozen_ready, **at = &list;
        while (*at && *at != g)
            at = &(*at)->queue_next;
        if (*at) {
            *at = g->queue_next;
            sched->frozen_ready = list;
            push_ready(sched, g);
        }
        return;
    }
    if (sched->resume == g) { // it was about to go on, or to ask
        sched->resume = NULL;
        sched->selecting = false;
    } else if (is_asked(sched, g)) {
        for (int i = 0; i < sched->ready.count; i++)
            if (sched->ready.at[i] == g)
                take_ready(sched, i--, false);
        if (sched->asking == g)
            sched->asking = NULL;
    } else {
        return;
    }
    g->queue_next = sched->frozen_ready;
    sched->frozen_ready = g;
}

SlOutcome sl_controlled_halt(SlWorker *worker, SlGoroutine *g) {
    SlSched *sched = sched_of(worker->machine);
    sched->halted = sched->before_instruction = true;
    return halt(worker, g, false);
}
