// SPDX-License-Identifier: MIT
// The controlled scheduler: one goroutine at a time on the caller's thread, virtual time, every choice decided by the
// chooser. Nothing here depends on addresses, threads or the real clock (but for standard input, which is an input of
// the run), so the choices and inputs are the run.
//
// Virtual time moves a little with every poll granule and every choice, and jumps to the next timer when nobody can
// move. While somebody waits for standard input, a jump takes as long as it says, and input may come before.
#include "run/leak.h"
#include "run/sched.h"

uint64_t sl_controlled_choose(SlSched *sched, SlMachine *machine, const SlChoice *choice) {
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
    SlChoice choice = {SL_CHOOSE_GOROUTINE, asking, (uint32_t)count, sched->actors.at};
    uint64_t decision = sl_controlled_choose(sched, worker->machine, &choice);
    return decision == UINT64_MAX ? -1 : (int)decision;
}

static SlGoroutine *take_ready(SlSched *sched, int place) {
    SlGoroutine *g = sched->ready.at[place];
    sched->ready.at[place] = sched->ready.at[--sched->ready.count];
    sched->actors.at[place] = sched->actors.at[--sched->actors.count];
    return g;
}

// Whether the run has to stop before anybody moves again.
static bool has_to_stop(SlWorker *worker) {
    SlMachine *machine = worker->machine;
    SlSched *sched = machine->sched;
    if (machine->ending)
        return true;
    if (atomic_load_explicit(&sched->pause, memory_order_relaxed)) {
        sched->reason = SL_STOP_PAUSED;
        return true;
    }
    if (sched->stop_event && sl_machine_events(machine) >= sched->stop_event) {
        sched->reason = SL_STOP_EVENT;
        return true;
    }
    if (machine->settling && (sched->now >= sched->settle_time || sched->granules >= sched->settle_granules)) {
        sched->reason = SL_STOP_EVENT;
        return true;
    }
    if (sched->deadline != INT64_MAX && sl_clock() >= sched->deadline) {
        sched->reason = SL_STOP_RUNNING;
        return true;
    }
    return false;
}

// Nobody can move: time passes to the next timer, or input is waited for. False: the run stops.
static bool let_time_pass(SlWorker *worker) {
    SlMachine *machine = worker->machine;
    SlSched *sched = machine->sched;
    int64_t next = sl_timers_can_wake(&sched->timers) ? atomic_load(&sched->timers.next) : INT64_MAX;
    if (next != INT64_MAX)
        sl_leak_look(worker, true);
    if (atomic_load(&sched->input.waiting) == 0) {
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
    own_of(worker)->switches++;
    atomic_store_explicit(&g->status, SL_G_RUNNING, memory_order_relaxed);
    return g;
}

SlGoroutine *sl_controlled_next(SlWorker *worker) {
    SlSched *sched = sched_of(worker->machine);
    worker->g = NULL;
    for (;;) {
        if (has_to_stop(worker))
            return NULL;
        sl_sched_collect(worker);
        if (sched->undecided) { // a select's case
            sched->undecided = false;
            sched->reason = SL_STOP_CHOICE;
            return NULL;
        }
        if (sched->resume) {
            SlGoroutine *g = sched->resume;
            sched->resume = NULL;
            return run_chosen(worker, g);
        }
        if (sched->now >= atomic_load_explicit(&sched->timers.next, memory_order_relaxed))
            sl_timers_fire(worker, sched->now);
        if (sched->ready.count == 0) {
            if (!let_time_pass(worker))
                return NULL;
            continue;
        }
        int place = choose_ready(worker, 0);
        if (place < 0) {
            sched->reason = SL_STOP_CHOICE;
            return NULL;
        }
        return run_chosen(worker, take_ready(sched, place));
    }
}

void sl_controlled_ready(SlWorker *worker, SlGoroutine *g) {
    SlSched *sched = sched_of(worker->machine);
    sl_vec_push(&sched->ready, g);
    sl_vec_push(&sched->actors, g->id);
}

// g could go on, and so could others: who does?
static SlOutcome choose_with(SlWorker *worker, SlGoroutine *g) {
    SlSched *sched = sched_of(worker->machine);
    if (has_to_stop(worker)) {
        if (worker->machine->ending)
            return SL_EXIT;
        atomic_store_explicit(&g->status, SL_G_READY, memory_order_relaxed);
        sl_controlled_ready(worker, g);
        return SL_AWAY;
    }
    if (sched->ready.count == 0)
        return SL_DONE;
    sl_controlled_ready(worker, g);
    int place = choose_ready(worker, g->id);
    if (place >= 0 && sched->ready.at[place] == g) {
        take_ready(sched, place);
        return SL_DONE;
    }
    atomic_store_explicit(&g->status, SL_G_READY, memory_order_relaxed);
    if (place >= 0)
        sched->resume = take_ready(sched, place);
    return SL_AWAY; // not decided: sl_sched_next asks again
}

SlOutcome sl_controlled_event(SlWorker *worker, SlGoroutine *g) {
    return choose_with(worker, g);
}

SlOutcome sl_controlled_poll(SlWorker *worker, SlGoroutine *g) {
    SlSched *sched = sched_of(worker->machine);
    worker->budget = SL_GRANULE;
    sched->now += SL_GRANULE_NS;
    sl_sched_collect(worker);
    if (sched->now >= atomic_load_explicit(&sched->timers.next, memory_order_relaxed))
        sl_timers_fire(worker, sched->now);
    if (++sched->granules % 16 == 0)
        return choose_with(worker, g);
    if (!has_to_stop(worker))
        return SL_DONE;
    atomic_store_explicit(&g->status, SL_G_READY, memory_order_relaxed);
    sched->resume = g; // stopping is no choice
    return SL_AWAY;
}

SlOutcome sl_controlled_yield(SlWorker *worker, SlGoroutine *g) {
    SlSched *sched = sched_of(worker->machine);
    sched->now += SL_CHOICE_NS;
    if (sched->now >= atomic_load_explicit(&sched->timers.next, memory_order_relaxed))
        sl_timers_fire(worker, sched->now);
    return choose_with(worker, g);
}
