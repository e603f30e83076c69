// SPDX-License-Identifier: MIT
// Going back: a checkpoint before the moment is woken, and its copy runs on to it. To find the last moment before now
// at which a step's condition held, the run is made again from one checkpoint to the next, latest first, noting where
// it held; then one goes there.
//
// Each leg of the way is done by the process that was woken for it. What has to be done lies in the shared history as
// the errand, with what is known of the window and what the socket has brought but nobody has read.
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "link/checkpoint.h"
#include "link/child.h"

typedef enum { TO_MOMENT, TO_EVENT, SEARCH } Aim;

typedef struct {
    Aim aim;
    SlMoment moment; // TO_MOMENT
    uint64_t event;  // TO_EVENT
    // SEARCH: the step's moments from here up to limit, before origin
    SlStep step;
    bool breaks;
    SlMoment origin, limit;
    uint64_t limit_event; // the last event before limit
    uint32_t breakpoint;  // of the moment found
    SlWindowSide window;
    size_t unread;
    char bytes[];
} Errand;

enum { UNREAD_ROOM = SL_ERRAND_ROOM - 4096 - sizeof(Errand) };

static Errand *errand_of(const SlChild *child) {
    return (Errand *)child->history->errand;
}

// All that was said goes out first: who comes next begins with an empty queue.
static bool say_all(SlChild *child) {
    for (;;) {
        if (!sl_wire_flush(child->socket, &child->out))
            return false;
        if (!child->out.length)
            return true;
        struct pollfd descriptor = {child->socket, POLLOUT, 0};
        poll(&descriptor, 1, -1);
    }
}

static bool run_errand(SlChild *child);

// The end is behind all that has been.
static SlMoment moment_of(const SlChild *child) {
    SlMoment now = sl_machine_moment(child->machine);
    now.points += child->state == SL_RUN_ENDED;
    return now;
}

// Takes over in a process that was just woken. False: it has handed the errand on, and this is yet another.
static bool take_over(SlChild *child) {
    Errand *errand = errand_of(child);
    child->window = errand->window;
    child->in.length = child->offset = 0;
    child->out.length = 0;
    sl_text_add(&child->in, errand->bytes, errand->unread);
    child->event_count = 0;
    child->events_skipped = 0;
    child->flight.definitions.count = 0;
    child->output[0].length = child->output[1].length = 0;
    child->ended_told = false;
    sl_verdict_tell_again(child->verdict);
    child->stepping = false;
    child->forced = 0;
    sl_machine_set_breakpoints(child->machine, child->window.breaks, child->window.break_count);
    return run_errand(child);
}

static void hand_over(SlChild *child, int slot) {
    SlMoment now = moment_of(child);
    sl_checkpoint_hand_over(child->history, slot, &now, child->last_event, child->work);
    take_over(child);
}

// From the present, with the window waiting.
static void depart(SlChild *child, int slot) {
    Errand *errand = errand_of(child);
    sl_news_happened(child);
    if (!say_all(child))
        _exit(0);
    child->window.breakpoint = 0;
    errand->window = child->window;
    errand->unread = child->in.length - child->offset;
    if (errand->unread > UNREAD_ROOM)
        return;
    memcpy(errand->bytes, child->in.at + child->offset, errand->unread);
    hand_over(child, slot);
}

// True: this is a copy of it, woken later, with another errand that is done.
static bool leave_checkpoint(SlChild *child) {
    SlMoment now = sl_machine_moment(child->machine);
    if (sl_checkpoint_take(child->history, &now, child->last_event, child->work) == SL_CHECKPOINT_TAKEN)
        return false;
    take_over(child);
    return true;
}

bool sl_travel_mark(SlChild *child) {
    bool may = child->may_go && !child->mixed && !child->history->cut && child->state != SL_RUN_ENDED;
    return may && sl_checkpoint_is_due(child->history, child->work) && leave_checkpoint(child);
}

// ---- errands ----

static void arrive(SlChild *child, SlStopReason reason) {
    sl_course_take(child, reason);
    if (reason == SL_STOP_RUNNING || reason == SL_STOP_STEP)
        child->state = SL_RUN_PAUSED;
    child->window.breakpoint = errand_of(child)->breakpoint;
    child->window.told = false; // the window waits for it
    child->changed = true;
}

static bool go(SlChild *child, const SlStep *step, const SlMoment *until) {
    SlStopReason reason;
    while ((reason = sl_course_run(child, step, until, false, SL_CHILD_SLICE)) == SL_STOP_RUNNING)
        if (sl_travel_mark(child))
            return false; // a copy of it, woken later, with another errand that is done
    arrive(child, reason);
    return true;
}

// Events are numbered: it is known which is the last one before the limit, and which checkpoint lies before that.
static bool looks_for_any_event(const Errand *errand) {
    return errand->step.kind == SL_STEP_EVENT && !errand->step.goroutine && !errand->breaks;
}

// Comes near to the last event as fast as it can, and leaves a checkpoint there, so that the way to the moment found is
// a short one. False: this is a copy of that.
static bool come_near(SlChild *child, SlMoment *best) {
    enum { NEAR = 8, WORTH = 3 * 1000 * 1000 };
    const Errand *errand = errand_of(child);
    if (errand->limit_event < child->last_event + 2 * NEAR)
        return true;
    int64_t begun = child->work;
    SlStep near = {.kind = SL_STEP_EVENT, .event = errand->limit_event - NEAR};
    SlStopReason reason;
    while ((reason = sl_course_run(child, &near, &errand->limit, false, SL_CHILD_SLICE)) == SL_STOP_RUNNING)
        if (sl_travel_mark(child))
            return false;
    SlMoment now = sl_machine_moment(child->machine);
    if (reason != SL_STOP_STEP || sl_moment_compare(&now, &errand->origin) >= 0)
        return true;
    *best = now;
    return child->work - begun < WORTH || !leave_checkpoint(child);
}

// Notes the last moment in this stretch.
static bool search(SlChild *child, bool *found) {
    Errand *errand = errand_of(child);
    SlMoment best = {0};
    uint32_t breakpoint = 0;
    bool any_event = looks_for_any_event(errand);
    if (any_event && !come_near(child, &best))
        return false;
    *found = best.points > 0;
    while (!any_event || child->last_event < errand->limit_event) {
        SlStopReason reason = sl_course_run(child, &errand->step, &errand->limit, errand->breaks, SL_CHILD_SLICE);
        SlMoment now = sl_machine_moment(child->machine);
        if (reason == SL_STOP_RUNNING) {
            if (sl_travel_mark(child))
                return false;
            continue;
        }
        if (reason != SL_STOP_STEP && reason != SL_STOP_BREAK)
            break;
        if (sl_moment_compare(&now, &errand->origin) >= 0)
            break;
        *found = true;
        best = now;
        breakpoint = sl_machine_breakpoint(child->machine, NULL);
    }
    if (*found) {
        errand->moment = best;
        errand->breakpoint = breakpoint;
    }
    return true;
}

// False: another process has done it, of which this is a copy.
static bool run_errand(SlChild *child) {
    Errand *errand = errand_of(child);
    if (errand->aim == TO_MOMENT)
        return go(child, NULL, &errand->moment);
    if (errand->aim == TO_EVENT) {
        SlStep step = {.kind = SL_STEP_EVENT, .event = errand->event};
        if (child->last_event >= errand->event) {
            arrive(child, SL_STOP_STEP);
            return true;
        }
        return go(child, &step, NULL);
    }
    SlMoment begun = sl_machine_moment(child->machine);
    uint64_t begun_event = child->last_event;
    bool found;
    if (!search(child, &found))
        return false;
    int before = sl_checkpoint_before(child->history, &begun, true);
    if (looks_for_any_event(errand) && begun_event)
        before = sl_checkpoint_before_event(child->history, begun_event);
    if (found || before < 0) {
        errand->aim = TO_MOMENT;
        if (!found)
            errand->moment = begun; // the beginning of the run
        before = sl_checkpoint_before(child->history, &errand->moment, false);
    } else {
        errand->limit = begun;
        errand->limit_event = begun_event;
    }
    hand_over(child, before);
    return false;
}

// ---- from the window ----

static bool can_go(const SlChild *child) {
    return child->may_go && !child->mixed && child->state != SL_RUN_LOADING;
}

void sl_travel_to_event(SlChild *child, uint64_t event) {
    if (!can_go(child))
        return;
    child->stepping = false;
    if (event > child->last_event && child->state != SL_RUN_ENDED) { // onward from here, unless one is nearer
        int slot = sl_checkpoint_before_event(child->history, event);
        SlMoment now = sl_machine_moment(child->machine);
        if (slot < 0 || sl_moment_compare(&child->history->slots[slot].at, &now) <= 0) {
            SlStep step = {.kind = SL_STEP_EVENT, .event = event};
            errand_of(child)->breakpoint = 0;
            go(child, &step, NULL);
            return;
        }
    }
    int slot = sl_checkpoint_before_event(child->history, event);
    Errand *errand = errand_of(child);
    errand->aim = TO_EVENT;
    errand->event = event;
    errand->breakpoint = 0;
    if (slot >= 0)
        depart(child, slot);
}

void sl_travel_back(SlChild *child, const SlStep *step, bool breaks) {
    if (!can_go(child))
        return;
    SlMoment now = moment_of(child);
    int slot = sl_checkpoint_before(child->history, &now, true);
    if (slot < 0) { // this is the beginning
        child->window.told = false;
        return;
    }
    child->stepping = false;
    Errand *errand = errand_of(child);
    errand->aim = SEARCH;
    errand->step = *step;
    errand->breaks = breaks;
    errand->origin = errand->limit = now;
    errand->limit_event = child->last_event;
    errand->breakpoint = 0;
    if (looks_for_any_event(errand) && child->last_event) {
        int earlier = sl_checkpoint_before_event(child->history, child->last_event);
        slot = earlier >= 0 ? earlier : slot;
    }
    depart(child, slot);
}
