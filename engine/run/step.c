// SPDX-License-Identifier: MIT
// The stepper: says where a run stops for a step or a breakpoint. Lines are looked for before instructions that carry a
// mark, and only while such a stop is wanted does the interpreter look at all (vm.c's second table). Everything else
// comes from events: they are noted when they happen, and the run stops at the point that follows.
//
// Controlled machines have one thread. Of parallel ones, only the breakpoints are looked at by several workers: the
// list and the marks change only while the world stands still, `broken` is under the lock.
#include "run/step.h"

#include "run/expression.h"
#include "run/sched.h"
#include "run/step-marks.h"
#include "run/vm.h"

typedef struct {
    SL_VEC(SlBreakpoint) breaks;
    SL_VEC(SlExpression *) conditions; // of each, or null
    uint8_t *marks;
    bool breaks_on; // they count at the moment
    bool stepping;
    SlStep step;
    SlMoment from; // where it began
    bool seeking;
    SlMoment until;
    bool happened; // the step's event, since the last point
    bool woken;    // its goroutine was, and is to be seen at the next point
    pthread_mutex_t lock;
    uint32_t broken; // breakpoint's id, since the last point
    uint64_t broken_by;
} Stepper;

static Stepper *stepper_of(SlMachine *machine) {
    if (!machine->step) {
        Stepper *stepper = calloc(1, sizeof *stepper);
        if (!stepper)
            abort();
        pthread_mutex_init(&stepper->lock, NULL);
        machine->step = stepper;
        for (int i = 0; i < machine->worker_count; i++)
            machine->workers[i]->stop_instructions = UINT64_MAX;
    }
    return machine->step;
}

static void forget_breaks(Stepper *stepper) {
    for (int i = 0; i < stepper->conditions.count; i++)
        sl_expression_free(stepper->conditions.at[i]);
    stepper->breaks.count = stepper->conditions.count = 0;
}

void sl_step_free(SlMachine *machine) {
    Stepper *stepper = machine->step;
    if (!stepper)
        return;
    forget_breaks(stepper);
    sl_vec_free(&stepper->breaks);
    sl_vec_free(&stepper->conditions);
    free(stepper->marks);
    pthread_mutex_destroy(&stepper->lock);
    free(stepper);
    machine->step = NULL;
}

const uint8_t *sl_step_marked(const SlMachine *machine) {
    return ((const Stepper *)machine->step)->marks;
}

static bool steps_by_lines(const Stepper *stepper) {
    return stepper->stepping && stepper->step.kind >= SL_STEP_INTO && stepper->step.kind <= SL_STEP_LINE;
}

static uint32_t depth_of(const SlGoroutine *g, uint32_t most) {
    uint32_t depth = 0;
    for (const SlSlot *fp = g->fp; fp && depth < most; fp = sl_frame_caller(fp))
        depth++;
    return depth;
}

// ---- where instructions are looked at ----

static bool has_line_breaks(const Stepper *stepper) {
    for (int i = 0; i < stepper->breaks.count; i++)
        if (stepper->breaks.at[i].kind == SL_BREAK_LINE && !stepper->breaks.at[i].off)
            return true;
    return false;
}

// The word behind the call that the goroutine's innermost frame returns to.
static const SlWord *return_word(const SlGoroutine *g) {
    return g && g->fp ? g->fp[SL_FP_RETURN].p : NULL;
}

typedef struct {
    uint64_t id;
    SlGoroutine *found;
} Search;

static void find(void *data, SlGoroutine *g) {
    Search *search = data;
    if (g->id == search->id)
        search->found = g;
}

static SlGoroutine *goroutine_of(SlMachine *machine, uint64_t id) {
    Search search = {id, NULL};
    sl_go_each(machine, find, &search);
    return search.found;
}

// Writes the marks anew; the world stands still.
static void mark(SlMachine *machine, bool looks) {
    Stepper *stepper = machine->step;
    bool breaks = stepper->breaks_on && has_line_breaks(stepper), lines = steps_by_lines(stepper);
    atomic_store(&machine->stepped, false);
    if (!breaks && !lines && !looks)
        return;
    size_t count = sl_marks_count(machine->code);
    if (!stepper->marks && !(stepper->marks = malloc(count)))
        return;
    memset(stepper->marks, 0, count);
    if (breaks || lines)
        sl_marks_lines(machine->code, stepper->marks);
    for (int i = 0; breaks && i < stepper->breaks.count; i++) {
        const SlBreakpoint *at = &stepper->breaks.at[i];
        if (at->kind == SL_BREAK_LINE && !at->off)
            sl_marks_range(machine->code, stepper->marks, at->from, at->to, SL_MARK_BREAK);
    }
    if (lines && stepper->step.kind == SL_STEP_LINE)
        sl_marks_range(machine->code, stepper->marks, stepper->step.from, stepper->step.to, SL_MARK_CURSOR);
    if (lines && stepper->step.kind == SL_STEP_OUT) {
        const SlWord *behind = return_word(goroutine_of(machine, stepper->step.goroutine));
        if (behind)
            stepper->marks[behind - machine->code->words] |= SL_MARK_RETURN;
    }
    uint8_t wanted = (breaks ? SL_MARK_BREAK : 0);
    if (lines)
        wanted |= stepper->step.kind == SL_STEP_LINE ? SL_MARK_CURSOR : SL_MARK_LINE | SL_MARK_RETURN;
    for (size_t i = 0; i < count; i++)
        stepper->marks[i] &= wanted;
    atomic_store(&machine->stepped, true);
}

static bool step_is_here(const Stepper *stepper, const SlGoroutine *g, uint8_t marked) {
    const SlStep *step = &stepper->step;
    if (step->kind == SL_STEP_LINE)
        return marked & SL_MARK_CURSOR && (!step->goroutine || step->goroutine == g->id);
    if (g->id != step->goroutine)
        return false;
    switch (step->kind) {
    case SL_STEP_INTO:
        return marked & SL_MARK_LINE;
    case SL_STEP_OVER:
        return marked & SL_MARK_LINE && depth_of(g, step->depth + 1) <= step->depth;
    default:
        return depth_of(g, step->depth) < step->depth;
    }
}

// Whether the breakpoint's condition holds for the goroutine, which is saved. Where it has no answer the run stops, so
// that one sees why. The lock is held: an expression belongs to one thread at a time.
static bool holds(SlMachine *machine, int i, const SlGoroutine *g, const SlGiven *given) {
    Stepper *stepper = machine->step;
    if (!stepper->breaks.at[i].condition[0])
        return true;
    char *error = NULL;
    if (!stepper->conditions.at[i] && given)
        stepper->conditions.at[i] = sl_condition_new(machine->code, stepper->breaks.at[i].condition, 0, given, &error);
    free(error);
    return !stepper->conditions.at[i] ||
           sl_condition_test(stepper->conditions.at[i], machine, g, 0, given, NULL) != SL_TRUTH_FALSE;
}

static uint32_t break_here(SlWorker *worker, const SlGoroutine *g) {
    const Stepper *stepper = worker->machine->step;
    SlPos pos = sl_func_pos(sl_frame_func(g->fp), (uint32_t)(g->pc - sl_frame_func(g->fp)->code));
    for (int i = 0; i < stepper->breaks.count; i++) {
        const SlBreakpoint *at = &stepper->breaks.at[i];
        if (at->kind == SL_BREAK_LINE && !at->off && pos >= at->from && pos < at->to &&
            holds(worker->machine, i, g, NULL))
            return at->id;
    }
    return 0;
}

static bool here_parallel(SlWorker *worker, SlGoroutine *g) {
    SlMachine *machine = worker->machine;
    Stepper *stepper = machine->step;
    if (g->broke_at == g->pc) { // goes on from here
        g->broke_at = NULL;
        return false;
    }
    pthread_mutex_lock(&stepper->lock);
    uint32_t id = break_here(worker, g);
    if (!id) {
        pthread_mutex_unlock(&stepper->lock);
        return false;
    }
    bool first = !stepper->broken;
    if (first) {
        stepper->broken = id;
        stepper->broken_by = g->id;
        g->broke_at = g->pc;
    }
    pthread_mutex_unlock(&stepper->lock);
    if (first)
        sl_machine_pause(machine);
    sl_parallel_give_way(worker, g);
    return true;
}

bool sl_step_here(SlWorker *worker, SlGoroutine *g) {
    SlMachine *machine = worker->machine;
    SlSched *sched = machine->sched;
    Stepper *stepper = machine->step;
    if (!sched->controlled)
        return here_parallel(worker, g);
    SlMoment now = sl_machine_moment(machine);
    uint8_t marked = stepper->marks[g->pc - machine->code->words];
    bool there = stepper->seeking && sl_moment_compare(&now, &stepper->until) >= 0;
    if (sl_moment_compare(&now, &stepper->from) <= 0) {
        return false;
    } else if (stepper->breaks_on && marked & SL_MARK_BREAK && (stepper->broken = break_here(worker, g))) {
        stepper->broken_by = g->id;
        sched->reason = SL_STOP_BREAK;
    } else if (steps_by_lines(stepper) && step_is_here(stepper, g, marked)) {
        sched->reason = SL_STOP_STEP;
    } else if (there) {
        sched->reason = SL_STOP_MOMENT;
    } else {
        return false;
    }
    stepper->from = now;
    return sl_controlled_halt(worker, g) == SL_AWAY;
}

// ---- what happens ----

static bool is_wait(int kind) {
    switch (kind) {
    case SL_EVENT_WAIT_SEND:
    case SL_EVENT_WAIT_RECEIVE:
    case SL_EVENT_WAIT_SELECT:
    case SL_EVENT_WAIT_LOCK:
    case SL_EVENT_WAIT_GROUP:
    case SL_EVENT_WAIT_COND:
    case SL_EVENT_WAIT_INPUT:
    case SL_EVENT_SLEEP:
        return true;
    default:
        return false;
    }
}

static bool is_step_event(const SlStep *step, const SlEvent *event) {
    switch (step->kind) {
    case SL_STEP_EVENT:
        return !step->goroutine || event->goroutine == step->goroutine || event->partner == step->goroutine;
    case SL_STEP_BLOCKS:
        return event->goroutine == step->goroutine && is_wait(event->kind);
    case SL_STEP_ENDS:
        return event->goroutine == step->goroutine && event->kind == SL_EVENT_EXIT;
    default:
        return false;
    }
}

static void note_break(SlWorker *worker, uint32_t id, uint64_t goroutine) {
    Stepper *stepper = worker->machine->step;
    pthread_mutex_lock(&stepper->lock);
    bool first = !stepper->broken;
    if (first) {
        stepper->broken = id;
        stepper->broken_by = goroutine;
    }
    pthread_mutex_unlock(&stepper->lock);
    if (first && !sched_of(worker->machine)->controlled)
        sl_machine_pause(worker->machine);
}

void sl_step_event(SlWorker *worker, const SlEvent *event) {
    Stepper *stepper = worker->machine->step;
    if (event->hidden)
        return;
    if (stepper->stepping && is_step_event(&stepper->step, event))
        stepper->happened = true;
    for (int i = 0; stepper->breaks_on && i < stepper->breaks.count; i++) {
        const SlBreakpoint *at = &stepper->breaks.at[i];
        bool kind = at->kind == SL_BREAK_BLOCKS ? is_wait(event->kind)
                                                : at->kind == SL_BREAK_ENDS && event->kind == SL_EVENT_EXIT;
        if (!kind || at->off)
            continue;
        const SlGoroutine *g = at->object ? NULL : worker->g;
        if (at->object ? at->object == event->goroutine
                       : g && g->id == event->goroutine && g->go_pos >= at->from && g->go_pos < at->to)
            note_break(worker, at->id, event->goroutine);
    }
}

static bool chan_has(const SlChan *chan, SlBreakKind kind, const SlEvent *event) {
    switch (kind) {
    case SL_BREAK_SEND:
        return event->kind == SL_EVENT_SEND;
    case SL_BREAK_RECEIVE:
        return event->kind == SL_EVENT_RECEIVE;
    case SL_BREAK_CLOSE:
        return event->kind == SL_EVENT_CLOSE;
    case SL_BREAK_FULL:
        return event->kind == SL_EVENT_SEND && chan->capacity && chan->count == chan->capacity;
    case SL_BREAK_EMPTY:
        return event->kind == SL_EVENT_RECEIVE && event->ok && chan->count == 0 && !chan->send_first;
    default:
        return false;
    }
}

void sl_step_chan(SlWorker *worker, SlChan *chan, const SlEvent *event, const SlSlot *value) {
    Stepper *stepper = worker->machine->step;
    SlGiven given = {"value", chan->type->elem, value};
    for (int i = 0; stepper->breaks_on && i < stepper->breaks.count; i++) {
        const SlBreakpoint *at = &stepper->breaks.at[i];
        bool mine = at->object ? at->object == chan->id : chan->make_pos >= at->from && chan->make_pos < at->to;
        if (!mine || at->off || !chan_has(chan, at->kind, event))
            continue;
        pthread_mutex_lock(&stepper->lock);
        bool stops = !value || !worker->g || holds(worker->machine, i, worker->g, &given);
        pthread_mutex_unlock(&stepper->lock);
        if (stops)
            note_break(worker, at->id, event->goroutine);
    }
}

void sl_step_woken(SlMachine *machine, const SlGoroutine *g) {
    Stepper *stepper = machine->step;
    if (stepper->stepping && stepper->step.kind == SL_STEP_WAKES && stepper->step.goroutine == g->id)
        stepper->happened = true;
}

bool sl_step_at_point(SlMachine *machine, SlStopReason *reason) {
    Stepper *stepper = machine->step;
    bool happened = stepper->happened;
    stepper->happened = false;
    if (stepper->stepping && stepper->step.kind == SL_STEP_EVENT && stepper->step.event)
        happened = sl_machine_events(machine) >= stepper->step.event;
    SlMoment now = sl_machine_moment(machine);
    bool there = stepper->seeking && sl_moment_compare(&now, &stepper->until) >= 0;
    if (there || (happened && stepper->stepping) || (stepper->broken && stepper->breaks_on)) {
        bool step = happened && stepper->stepping;
        *reason = stepper->broken && stepper->breaks_on ? SL_STOP_BREAK : step ? SL_STOP_STEP : SL_STOP_MOMENT;
        stepper->from = now;
        return true;
    }
    return false;
}

bool sl_step_broken(SlMachine *machine) {
    return ((Stepper *)machine->step)->broken != 0;
}

void sl_step_near(SlMachine *machine) {
    SlWorker *worker = machine->workers[0];
    sched_of(machine)->stop_ticks = 0;
    mark(machine, true);
    worker->stop_instructions = ((Stepper *)machine->step)->until.instructions;
    worker->step_budget = worker->budget;
}

// ---- the doors ----

void sl_machine_set_breakpoints(SlMachine *machine, const SlBreakpoint *list, int count) {
    Stepper *stepper = stepper_of(machine);
    forget_breaks(stepper);
    for (int i = 0; i < count; i++) {
        sl_vec_push(&stepper->breaks, list[i]);
        sl_vec_push(&stepper->conditions, (SlExpression *)NULL);
        SlBreakpoint *at = &stepper->breaks.at[i];
        char *error = NULL;
        at->condition[SL_CONDITION_TEXT - 1] = 0;
        if (at->kind == SL_BREAK_LINE)
            sl_marks_settle(machine->code, &at->from, &at->to);
        if (at->kind == SL_BREAK_LINE && at->condition[0])
            stepper->conditions.at[i] = sl_condition_new(machine->code, at->condition, 0, NULL, &error);
        free(error);
    }
    stepper->breaks_on = !sched_of(machine)->controlled;
    machine->heard = count > 0;
    mark(machine, false);
}

uint32_t sl_machine_breakpoint(const SlMachine *machine, uint64_t *goroutine) {
    const Stepper *stepper = machine->step;
    if (goroutine)
        *goroutine = stepper ? stepper->broken_by : 0;
    return stepper ? stepper->broken : 0;
}

void sl_step_begin(SlMachine *machine) {
    Stepper *stepper = machine->step;
    SlSched *sched = machine->sched;
    if (!sched->controlled && !sched->pause_told) // the workers run: one of them may just have come to one
        return;
    stepper->broken = 0;
    stepper->broken_by = 0;
    stepper->breaks_on = !sched->controlled;
    if (stepper->breaks_on)
        mark(machine, false);
}

SlStopReason sl_machine_step(SlMachine *machine, const SlStep *step, const SlMoment *until, bool breaks,
                             int64_t timeout) {
    Stepper *stepper = stepper_of(machine);
    SlSched *sched = machine->sched;
    SlWorker *worker = machine->workers[0];
    assert(sched->controlled);
    SlMoment now = sl_machine_moment(machine);
    stepper->broken = 0;
    if (until && sl_moment_compare(&now, until) >= 0)
        return SL_STOP_MOMENT;
    stepper->stepping = step && step->kind != SL_STEP_RUN;
    if (stepper->stepping)
        stepper->step = *step;
    if (stepper->stepping && step->kind == SL_STEP_LINE)
        sl_marks_settle(machine->code, &stepper->step.from, &stepper->step.to);
    stepper->breaks_on = breaks;
    stepper->from = now;
    stepper->seeking = until != NULL;
    if (until)
        stepper->until = *until;
    stepper->happened = false;
    worker->stop_instructions = UINT64_MAX;
    mark(machine, false);
    if (until && until->instructions) { // in great steps first, then by instructions
        if (now.ticks >= until->ticks) {
            sl_step_near(machine);
        } else {
            sched->stop_ticks = until->ticks;
            sl_controlled_budget(worker);
        }
    }
    worker->step_budget = worker->budget;
    SlStopReason reason = sl_controlled_run(machine, timeout, 0);
    stepper->stepping = stepper->seeking = stepper->breaks_on = false;
    worker->stop_instructions = UINT64_MAX;
    sched->stop_ticks = 0;
    atomic_store(&machine->stepped, false);
    return reason;
}

uint32_t sl_machine_depth(SlMachine *machine, uint64_t goroutine) {
    const SlGoroutine *g = goroutine_of(machine, goroutine);
    if (!g || !g->fp)
        return 0;
    uint32_t depth = depth_of(g, UINT32_MAX);
    for (const SlSlot *fp = g->fp; fp; fp = sl_frame_caller(fp), depth--) {
        const SlFunc *func = sl_frame_func(fp);
        if (!(func->flags & (SL_FUNC_LIBRARY | SL_FUNC_WRAPPER)) && func != machine->code->start)
            break;
    }
    return depth;
}

bool sl_machine_freeze(SlMachine *machine, uint64_t goroutine, bool frozen) {
    SlSched *sched = machine->sched;
    SlGoroutine *g = goroutine_of(machine, goroutine);
    if (!g || g->frozen == frozen)
        return false;
    g->frozen = frozen;
    if (sched->controlled)
        sl_controlled_freeze(machine, g);
    else if (!frozen)
        sl_parallel_thaw(machine, g);
    return true;
}
