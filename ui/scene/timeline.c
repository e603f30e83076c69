// SPDX-License-Identifier: MIT
// Log to lanes: each event changes the state of at most three goroutines and completes at most one arrow, so the
// timeline follows a running program by what is new.
#include "ui/scene/timeline.h"

enum { MOST_LANES = 20000, FOLD_FROM = 7 };

SlTimeline *sl_timeline_new(void) {
    SlTimeline *timeline = calloc(1, sizeof *timeline);
    if (!timeline)
        abort();
    timeline->arena = sl_arena_new();
    return timeline;
}

static void clear(SlTimeline *timeline) {
    for (int i = 0; i < timeline->lanes.count; i++)
        sl_vec_free(&timeline->lanes.at[i].spans);
    timeline->lanes.count = timeline->arrows.count = timeline->by_from.count = 0;
    timeline->read = 0;
    timeline->read_number = timeline->hidden = 0;
    timeline->first = timeline->last = 0;
    sl_activity_free(&timeline->activity);
    timeline->activity = (SlActivity){0};
    sl_ids_clear(&timeline->by_goroutine);
    sl_ids_clear(&timeline->sends);
    sl_ids_clear(&timeline->releases);
    sl_arena_free(timeline->arena);
    timeline->arena = sl_arena_new();
}

void sl_timeline_free(SlTimeline *timeline) {
    if (!timeline)
        return;
    clear(timeline);
    sl_arena_free(timeline->arena);
    sl_vec_free(&timeline->lanes);
    sl_vec_free(&timeline->arrows);
    sl_vec_free(&timeline->by_from);
    sl_ids_free(&timeline->by_goroutine);
    sl_ids_free(&timeline->sends);
    sl_ids_free(&timeline->releases);
    free(timeline);
}

static int64_t axis(const SlTimeline *timeline, const SlEvent *event) {
    return timeline->log->one_at_a_time ? (int64_t)event->number : event->time;
}

int64_t sl_timeline_at(const SlTimeline *timeline, uint32_t place) {
    return axis(timeline, &timeline->log->events.at[place]);
}

int sl_timeline_lane(const SlTimeline *timeline, uint64_t goroutine) {
    return (int)sl_ids_get(&timeline->by_goroutine, goroutine) - 1;
}

static int lane_for(SlTimeline *timeline, uint64_t goroutine, int64_t at) {
    int lane = goroutine ? sl_timeline_lane(timeline, goroutine) : -1;
    if (lane >= 0 || !goroutine)
        return lane;
    if (timeline->lanes.count >= MOST_LANES) {
        timeline->hidden++; // each time it does something; the number of them is told as "more"
        return -1;
    }
    const SlDefinition *definition = sl_log_goroutine(timeline->log, goroutine);
    SlText name = {0};
    sl_text_printf(&name, "%s%sG%llu",
                   definition       ? definition->name
                   : goroutine == 1 ? "main"
                                    : "",
                   definition || goroutine == 1 ? " " : "", (unsigned long long)goroutine);
    SlLane made = {.goroutine = goroutine,
                   .name = sl_arena_strndup(timeline->arena, name.at, name.length),
                   .kind = definition && goroutine != 1 ? (uint64_t)definition->made << 32 | definition->function_pos
                                                        : goroutine << 32 | 0xffffffff,
                   .first = at,
                   .last = INT64_MAX};
    sl_text_free(&name);
    sl_vec_push(&timeline->lanes, made);
    sl_ids_set(&timeline->by_goroutine, goroutine, (uint64_t)timeline->lanes.count);
    return timeline->lanes.count - 1;
}

static void set_state(SlTimeline *timeline, const SlChange *change, int64_t at) {
    int index = lane_for(timeline, change->goroutine, at);
    if (index < 0)
        return;
    SlLane *lane = &timeline->lanes.at[index];
    if (lane->spans.count) {
        SlSpan *open = &lane->spans.at[lane->spans.count - 1];
        open->to = at;
        if (open->to <= open->from) // it has not lasted
            lane->spans.count--;
    }
    if (change->state == SL_STATE_ENDED)
        lane->last = at;
    else
        sl_vec_push(&lane->spans, (SlSpan){at, INT64_MAX, (uint8_t)change->state});
}

// ---- arrows ----

static void add_arrow(SlTimeline *timeline, SlArrowKind kind, uint32_t from, uint32_t to, uint64_t receiver) {
    const SlEvent *sent = &timeline->log->events.at[from], *got = &timeline->log->events.at[to];
    SlArrow arrow = {.from = axis(timeline, sent),
                     .to = axis(timeline, got),
                     .from_lane = sl_timeline_lane(timeline, sent->goroutine),
                     .to_lane = sl_timeline_lane(timeline, receiver),
                     .from_event = from,
                     .to_event = to,
                     .kind = (uint8_t)kind};
    if (!sent->goroutine)
        arrow.from_lane = -1;
    sl_vec_push(&timeline->arrows, arrow);
}

static uint64_t message_key(const SlEvent *event) {
    return event->object << 32 | event->message;
}

static void add_arrows(SlTimeline *timeline, const SlEvent *event, uint32_t at) {
    uint64_t from;
    switch (event->kind) {
    case SL_EVENT_SEND:
        sl_ids_set(&timeline->sends, message_key(event), (uint64_t)at + 1);
        break;
    case SL_EVENT_RECEIVE:
        if (event->ok && (from = sl_ids_get(&timeline->sends, message_key(event)))) {
            add_arrow(timeline, SL_ARROW_MESSAGE, (uint32_t)from - 1, at, event->goroutine);
            sl_ids_remove(&timeline->sends, message_key(event));
        } else if (!event->ok && event->woken && (from = sl_ids_get(&timeline->releases, event->object))) {
            add_arrow(timeline, SL_ARROW_RELEASE, (uint32_t)from - 1, at, event->goroutine);
        }
        break;
    case SL_EVENT_SPAWN:
        if (event->goroutine)
            add_arrow(timeline, SL_ARROW_SPAWN, at, at, event->object);
        break;
    case SL_EVENT_UNLOCK:
        if (event->partner)
            add_arrow(timeline, SL_ARROW_RELEASE, at, at, event->partner);
        sl_ids_set(&timeline->releases, event->object, (uint64_t)at + 1);
        break;
    case SL_EVENT_CLOSE:
    case SL_EVENT_READ_UNLOCK:
    case SL_EVENT_GROUP_DONE:
    case SL_EVENT_SIGNAL:
    case SL_EVENT_BROADCAST:
        sl_ids_set(&timeline->releases, event->object, (uint64_t)at + 1);
        break;
    case SL_EVENT_LOCK:
    case SL_EVENT_READ_LOCK:
    case SL_EVENT_GROUP_PASS:
    case SL_EVENT_WAKE:
        if (event->woken && event->object && (from = sl_ids_get(&timeline->releases, event->object)))
            add_arrow(timeline, SL_ARROW_RELEASE, (uint32_t)from - 1, at, event->goroutine);
        break;
    default:
        break;
    }
}

static void read_event(SlTimeline *timeline, const SlEvent *event, uint32_t at) {
    SlChange changes[SL_CHANGES];
    int64_t place = axis(timeline, event);
    if (place > timeline->last)
        timeline->last = place;
    int count = sl_activity_step(&timeline->activity, event, changes);
    for (int i = 0; i < count; i++)
        set_state(timeline, &changes[i], place);
    if (!event->hidden)
        add_arrows(timeline, event, at);
}

static int compare_from(const SlTimeline *timeline, int a, int b) {
    uint32_t x = timeline->arrows.at[a].from_event, y = timeline->arrows.at[b].from_event;
    return x < y ? -1 : x > y;
}

// Most arrows are completed in the order in which they begin: a new one moves back past a few.
static void order_new(SlTimeline *timeline, int from) {
    for (int i = from; i < timeline->arrows.count; i++) {
        sl_vec_push(&timeline->by_from, i);
        int at = timeline->by_from.count - 1;
        for (; at > 0 && compare_from(timeline, timeline->by_from.at[at - 1], i) > 0; at--)
            timeline->by_from.at[at] = timeline->by_from.at[at - 1];
        timeline->by_from.at[at] = i;
    }
}

void sl_timeline_update(SlTimeline *timeline, const SlLog *log) {
    uint32_t count = (uint32_t)log->events.count;
    // What was read is there no more, or was made anew
    if (timeline->log != log || timeline->read > count ||
        (timeline->read && log->events.at[timeline->read - 1].number != timeline->read_number) ||
        timeline->activity.one_at_a_time != log->one_at_a_time)
        clear(timeline);
    timeline->log = log;
    if (!timeline->read && count) {
        timeline->activity.one_at_a_time = log->one_at_a_time;
        timeline->first = timeline->last = log->one_at_a_time && !log->cut ? 0 : axis(timeline, &log->events.at[0]);
        sl_ids_set(&timeline->activity.states, 1, SL_STATE_RUNNING + 1);
        timeline->activity.running = 1;
        set_state(timeline, &(SlChange){1, SL_STATE_UNKNOWN, SL_STATE_RUNNING}, timeline->first);
    }
    int arrows = timeline->arrows.count;
    for (; timeline->read < count; timeline->read++)
        read_event(timeline, &log->events.at[timeline->read], timeline->read);
    order_new(timeline, arrows);
    timeline->read_number = count ? log->events.at[count - 1].number : 0;
}

// ---- looking up ----

bool sl_timeline_is_stuck(const SlTimeline *timeline) {
    enum { LAST = 4 }; // the end follows it
    for (uint32_t at = timeline->read; at-- > 0 && at + LAST >= timeline->read;)
        if (timeline->log->events.at[at].kind == SL_EVENT_DEADLOCK)
            return true;
    return false;
}

int64_t sl_timeline_last_act(const SlTimeline *timeline) {
    for (uint32_t at = timeline->read; at-- > 0;)
        if (timeline->log->events.at[at].goroutine)
            return sl_timeline_at(timeline, at);
    return timeline->last;
}

uint32_t sl_timeline_nearest(const SlTimeline *timeline, double at, int lane) {
    const SlLog *log = timeline->log;
    uint32_t low = 0, high = timeline->read, best = UINT32_MAX;
    enum { LOOK = 5000 };
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if ((double)sl_timeline_at(timeline, middle) < at)
            low = middle + 1;
        else
            high = middle;
    }
    double nearest = 0;
    uint64_t goroutine = lane >= 0 && lane < timeline->lanes.count ? timeline->lanes.at[lane].goroutine : 0;
    for (int side = 0; side < 2; side++)
        for (uint32_t i = 0; i < LOOK; i++) {
            if (side ? low + i >= timeline->read : i + 1 > low)
                break;
            uint32_t place = side ? low + i : low - 1 - i;
            const SlEvent *event = &log->events.at[place];
            double distance = (double)sl_timeline_at(timeline, place) - at;
            distance = distance < 0 ? -distance : distance;
            if (best != UINT32_MAX && distance > nearest)
                break;
            if (event->hidden || (goroutine && event->goroutine != goroutine))
                continue;
            if (best == UINT32_MAX || distance < nearest) {
                best = place;
                nearest = distance;
            }
            break;
        }
    return best;
}

// ---- folding ----

static bool is_open(const SlRowOptions *options, const SlLane *lane) {
    if (lane->goroutine == options->selected || lane->goroutine == options->other)
        return true;
    for (int i = 0; i < options->open_count; i++)
        if (options->open[i] == lane->kind)
            return true;
    return false;
}

void sl_timeline_fold(const SlTimeline *timeline, const SlRowOptions *options, SlRows *rows) {
    rows->rows.count = rows->members.count = rows->row_of.count = 0;
    SlIds sizes = {0}, row_of_kind = {0};
    int count = timeline->lanes.count;
    for (int i = 0; i < count; i++)
        sl_ids_set(&sizes, timeline->lanes.at[i].kind, sl_ids_get(&sizes, timeline->lanes.at[i].kind) + 1);
    for (int i = 0; i < count; i++) {
        const SlLane *lane = &timeline->lanes.at[i];
        bool folds = sl_ids_get(&sizes, lane->kind) >= FOLD_FROM && !is_open(options, lane);
        uint64_t row = folds ? sl_ids_get(&row_of_kind, lane->kind) : 0;
        if (!row) {
            sl_vec_push(&rows->rows, (SlRow){.lane = i});
            row = (uint64_t)rows->rows.count;
            if (folds)
                sl_ids_set(&row_of_kind, lane->kind, row);
        }
        rows->rows.at[row - 1].count++;
        sl_vec_push(&rows->row_of, (int)row - 1);
        sl_vec_push(&rows->members, -1);
    }
    for (int i = 0, first = 0; i < rows->rows.count; i++) {
        rows->rows.at[i].first = first;
        first += rows->rows.at[i].count;
        rows->rows.at[i].count = 0;
    }
    for (int i = 0; i < count; i++) {
        SlRow *row = &rows->rows.at[rows->row_of.at[i]];
        rows->members.at[row->first + row->count++] = i;
    }
    sl_ids_free(&sizes);
    sl_ids_free(&row_of_kind);
}

void sl_timeline_rows_free(SlRows *rows) {
    sl_vec_free(&rows->rows);
    sl_vec_free(&rows->members);
    sl_vec_free(&rows->row_of);
}
