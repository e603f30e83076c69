// SPDX-License-Identifier: MIT
// The course of a run: choices made again where the history has them and made anew where it ends, input and freezing at
// their moments, pace, steps.
#include <stdlib.h>
#include <string.h>

#include "link/child.h"

// ---- choices ----

static uint64_t next_random(SlChild *child) { // splitmix64 (Steele, Lea, Flood 2014)
    uint64_t z = child->random += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

static bool among(const SlChoice *choice, uint64_t actor, uint64_t *place) {
    for (uint32_t i = 0; i < choice->count; i++)
        if (choice->actors[i] == actor) {
            *place = i;
            return true;
        }
    return false;
}

// What the user wants; false: nothing certain.
static bool wanted(const SlChild *child, const SlChoice *choice, uint64_t *value) {
    if (choice->kind == SL_CHOOSE_GOROUTINE)
        return child->forced && among(choice, child->forced, value);
    return choice->kind == SL_CHOOSE_SELECT && child->forced && child->forced == choice->goroutine &&
           child->forced_case >= 0 && among(choice, (uint64_t)child->forced_case, value);
}

// A goroutine that the user has moved comes to a select.
static bool is_users_case(const SlChild *child, const SlChoice *choice, int32_t wish) {
    return choice->kind == SL_CHOOSE_SELECT && child->forced && child->forced == choice->goroutine &&
           child->forced_case == wish;
}

// UINT64_MAX: the user is to say.
static uint64_t decide(SlChild *child, const SlChoice *choice) {
    uint64_t value;
    if (wanted(child, choice, &value))
        return value;
    bool scheduling = choice->kind == SL_CHOOSE_GOROUTINE || choice->kind == SL_CHOOSE_SELECT;
    if (child->window.asks && scheduling && choice->count > 1 && !is_users_case(child, choice, SL_CASE_ANY))
        return UINT64_MAX;
    // A goroutine that is stepped keeps moving.
    if (child->stepping && child->step.goroutine && choice->kind == SL_CHOOSE_GOROUTINE &&
        among(choice, child->step.goroutine, &value))
        return value;
    uint64_t random = next_random(child);
    return choice->count ? (uint64_t)((unsigned __int128)random * choice->count >> 64) : random;
}

void sl_course_forget(SlChild *child) {
    SlMoment now = sl_machine_moment(child->machine);
    sl_past_forget(child->history, child->choice, child->act, &now);
    sl_news_forget(child);
}

// A choice made before is made again, unless the user decides otherwise: then what followed is forgotten.
uint64_t sl_course_choose(void *data, const SlChoice *choice) {
    SlChild *child = data;
    SlPast *history = child->history;
    if (is_users_case(child, choice, SL_CASE_ASK) && choice->count > 1)
        return UINT64_MAX;
    if (!history)
        return decide(child, choice);
    bool again = child->choice < history->choice_count;
    uint64_t value = again ? history->choices[child->choice] : 0, other;
    if (again && wanted(child, choice, &other) && other != value) {
        sl_course_forget(child);
        again = false;
    }
    if (!again) {
        value = decide(child, choice);
        if (value == UINT64_MAX && choice->count)
            return value;
        sl_past_choice(history, value);
    }
    if (choice->kind == SL_CHOOSE_SELECT)
        child->forced_case = -1;
    child->choice++;
    return value;
}

// ---- what comes from outside ----

static void apply(SlChild *child, const SlAct *act) {
    if (act->kind == SL_ACT_INPUT)
        sl_machine_input(child->machine, child->history->bytes + act->offset, act->count, act->end);
    else
        sl_machine_freeze(child->machine, act->goroutine, act->kind == SL_ACT_FREEZE);
}

static void record(SlChild *child, SlAct act, const char *bytes, size_t count) {
    if (!child->history)
        return;
    sl_course_forget(child);
    act.at = sl_machine_moment(child->machine);
    act.event = child->last_event;
    sl_past_act(child->history, act, bytes, count);
    child->act++;
}

void sl_course_input(SlChild *child, const char *bytes, size_t count, bool end) {
    record(child, (SlAct){.kind = SL_ACT_INPUT, .end = end}, bytes, count);
    sl_machine_input(child->machine, bytes, count, end);
    if (child->state == SL_RUN_INPUT)
        child->state = SL_RUN_RUNNING;
}

void sl_course_freeze(SlChild *child, uint64_t goroutine, bool frozen) {
    if (!sl_machine_freeze(child->machine, goroutine, frozen))
        return;
    record(child, (SlAct){.kind = frozen ? SL_ACT_FREEZE : SL_ACT_THAW, .goroutine = goroutine}, "", 0);
    child->changed = true;
}

// ---- running ----

SlStopReason sl_course_run(SlChild *child, const SlStep *step, const SlMoment *until, bool breaks, int64_t timeout) {
    int64_t begun = sl_child_now();
    SlStopReason reason;
    for (;;) {
        SlPast *history = child->history;
        const SlAct *act = history && child->act < history->act_count ? &history->acts[child->act] : NULL;
        if (act && until && sl_moment_compare(&act->at, until) > 0)
            act = NULL;
        SlMoment stop = act ? act->at : (SlMoment){0};
        reason = sl_machine_step(child->machine, step, act ? &stop : until, breaks, timeout);
        if (reason != SL_STOP_MOMENT || !act)
            break;
        apply(child, act);
        child->act++;
        if (until && sl_moment_compare(&stop, until) >= 0)
            break;
    }
    child->work += sl_child_now() - begun;
    return reason;
}

void sl_course_take(SlChild *child, SlStopReason reason) {
    child->changed = true;
    child->window.breakpoint = 0;
    switch (reason) {
    case SL_STOP_EXIT:
        child->state = SL_RUN_ENDED;
        break;
    case SL_STOP_INPUT:
        child->state = SL_RUN_INPUT;
        break;
    case SL_STOP_RUNNING:
        return;
    case SL_STOP_BREAK:
        child->window.breakpoint = sl_machine_breakpoint(child->machine, NULL);
        child->state = SL_RUN_PAUSED;
        break;
    default:
        child->state = SL_RUN_PAUSED;
        break;
    }
    child->window.told = false; // also where it stood still before
    child->stepping = false;
    child->forced = 0;
    child->forced_case = -1;
}

// A step goes as fast as it can, a run at its pace.
void sl_course_slice(SlChild *child) {
    SlWindowSide *window = &child->window;
    if (child->stepping) {
        sl_course_take(child, sl_course_run(child, &child->step, NULL, true, SL_CHILD_SLICE));
        return;
    }
    SlStep paced = {.kind = SL_STEP_EVENT};
    int64_t at = sl_child_now();
    if (window->rate > 0) {
        if (at < window->next_event)
            return;
        double due = (double)(at - window->next_event) * window->rate / 1e9 + 1;
        paced.event = child->last_event + (due > 1000 ? 1000 : (uint64_t)due);
    }
    uint64_t before = child->last_event;
    SlStopReason reason = sl_course_run(child, window->rate > 0 ? &paced : NULL, NULL, true, SL_CHILD_SLICE);
    if (window->rate > 0) { // a hand-off is two events at once: what has happened counts, not what was asked for
        window->next_event += (int64_t)((double)(child->last_event - before) / window->rate * 1e9);
        if (window->next_event < at && child->last_event != before)
            window->next_event = at;
    }
    child->changed = true;
    if (reason != SL_STOP_STEP)
        sl_course_take(child, reason);
}
