// SPDX-License-Identifier: MIT
// Activity: the one place that knows what an event means for a goroutine's state.
#include "trace/activity.h"

SlState sl_event_state(const SlEvent *event) {
    switch (event->kind) {
    case SL_EVENT_WAIT_SEND:
        return event->select ? SL_STATE_SELECT : event->object ? SL_STATE_SENDING : SL_STATE_PARKED;
    case SL_EVENT_WAIT_RECEIVE:
        return event->select ? SL_STATE_SELECT : event->object ? SL_STATE_RECEIVING : SL_STATE_PARKED;
    case SL_EVENT_WAIT_SELECT:
        return event->ok ? SL_STATE_SELECT : SL_STATE_PARKED;
    case SL_EVENT_WAIT_LOCK:
        return SL_STATE_LOCKING;
    case SL_EVENT_WAIT_GROUP:
    case SL_EVENT_WAIT_COND:
        return SL_STATE_WAITING;
    case SL_EVENT_SWITCH:
        return event->ok ? SL_STATE_WAITING : SL_STATE_RUNNING;
    case SL_EVENT_SLEEP:
        return SL_STATE_SLEEPING;
    case SL_EVENT_WAIT_INPUT:
        return SL_STATE_INPUT;
    case SL_EVENT_PANIC:
        return SL_STATE_PANICKED;
    case SL_EVENT_EXIT:
        return SL_STATE_ENDED;
    default:
        return SL_STATE_RUNNING;
    }
}

SlState sl_activity_state(const SlActivity *activity, uint64_t goroutine) {
    uint64_t state = sl_ids_get(&activity->states, goroutine);
    return state ? (SlState)(state - 1) : SL_STATE_UNKNOWN;
}

static void change(SlActivity *activity, uint64_t goroutine, SlState state, SlChange *changes, int *count) {
    SlState before = sl_activity_state(activity, goroutine);
    if (before == state)
        return;
    changes[(*count)++] = (SlChange){goroutine, before, state};
    if (state == SL_STATE_ENDED)
        sl_ids_remove(&activity->states, goroutine);
    else
        sl_ids_set(&activity->states, goroutine, (uint64_t)state + 1);
}

int sl_activity_step(SlActivity *activity, const SlEvent *event, SlChange changes[SL_CHANGES]) {
    int count = 0;
    uint64_t g = event->goroutine;
    if (event->kind == SL_EVENT_SPAWN)
        change(activity, event->object, event->ok ? SL_STATE_READY : SL_STATE_WAITING, changes, &count);
    else if ((event->kind == SL_EVENT_UNLOCK || event->kind == SL_EVENT_SWITCH) && event->partner)
        change(activity, event->partner, SL_STATE_READY, changes, &count);
    if (!g || event->kind == SL_EVENT_END || event->kind == SL_EVENT_DEADLOCK)
        return count;
    if (event->woken) {
        change(activity, g, SL_STATE_READY, changes, &count);
        return count;
    }
    SlState state = sl_event_state(event);
    if (activity->one_at_a_time && activity->running && activity->running != g &&
        sl_activity_state(activity, activity->running) == SL_STATE_RUNNING)
        change(activity, activity->running, SL_STATE_READY, changes, &count);
    activity->running = state == SL_STATE_RUNNING || state == SL_STATE_PANICKED ? g : 0;
    change(activity, g, state, changes, &count);
    return count;
}

void sl_activity_free(SlActivity *activity) {
    sl_ids_free(&activity->states);
}
