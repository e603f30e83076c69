// SPDX-License-Identifier: MIT
// Log to lanes: a goroutine's state changes at its own events; a message's number ties a send to its receive.
#include "ui/scene/timeline.h"

#include <string.h>

#include "base/map.h"
#include "base/vec.h"

enum { MOST_LANES = 200 };

typedef struct {
    SlTimeline *timeline;
    SL_VEC(SlLane) lanes;
    SL_VEC(SlSpan) spans; // in order of opening; sorted by lane at the end
    SL_VEC(int) lane_of;  // beside spans
    SL_VEC(int) open;     // by lane: its open span, -1
    SL_VEC(SlArrow) arrows;
    SlMap by_id; // goroutine to lane + 1
    SlMap sends; // (channel, message) to arrow + 1
} Maker;

static int lane_for(Maker *make, uint64_t goroutine, uint64_t event, const SlWorld *names) {
    void *key = (void *)(uintptr_t)(goroutine + 1);
    int lane = (int)(uintptr_t)sl_map_get_ptr(&make->by_id, key) - 1;
    if (lane >= 0 || !goroutine)
        return lane;
    if (make->lanes.count >= MOST_LANES) {
        make->timeline->hidden++;
        return -1;
    }
    const SlWorldGoroutine *g = names ? sl_world_goroutine(names, goroutine) : NULL;
    lane = make->lanes.count;
    const char *name = g ? sl_arena_printf(make->timeline->arena, "%s G%llu", g->name, (unsigned long long)goroutine)
                       : goroutine == 1
                           ? "main G1"
                           : sl_arena_printf(make->timeline->arena, "G%llu", (unsigned long long)goroutine);
    sl_vec_push(&make->lanes, (SlLane){.goroutine = goroutine, .name = name, .first = event});
    sl_vec_push(&make->open, -1);
    sl_map_set_ptr(&make->by_id, key, (void *)(uintptr_t)(lane + 1));
    return lane;
}

static void set_state(Maker *make, int lane, uint64_t event, SlState state) {
    if (lane < 0)
        return;
    int open = make->open.at[lane];
    if (open >= 0 && make->spans.at[open].state == state)
        return;
    if (open >= 0)
        make->spans.at[open].to = event;
    make->open.at[lane] = make->spans.count;
    sl_vec_push(&make->spans, (SlSpan){event, 0, (uint8_t)state});
    sl_vec_push(&make->lane_of, lane);
}

// The state that an event leaves its goroutine in.
static SlState state_after(uint8_t kind) {
    switch (kind) {
    case SL_EVENT_WAIT_SEND:
        return SL_STATE_SENDING;
    case SL_EVENT_WAIT_RECEIVE:
        return SL_STATE_RECEIVING;
    case SL_EVENT_WAIT_SELECT:
        return SL_STATE_SELECT;
    case SL_EVENT_WAIT_LOCK:
        return SL_STATE_LOCKING;
    case SL_EVENT_WAIT_GROUP:
    case SL_EVENT_WAIT_COND:
        return SL_STATE_WAITING;
    case SL_EVENT_SLEEP:
        return SL_STATE_SLEEPING;
    case SL_EVENT_WAIT_INPUT:
        return SL_STATE_INPUT;
    case SL_EVENT_PANIC:
        return SL_STATE_PANICKED;
    default:
        return SL_STATE_RUNNING;
    }
}

static void add_message(Maker *make, const SlEvent *event, int lane) {
    uint64_t words[2] = {event->object, event->message};
    int arrow = (int)(uintptr_t)sl_map_get(&make->sends, (const char *)words, sizeof words) - 1;
    if (event->kind == SL_EVENT_SEND && arrow < 0) {
        SlArrow made = {.from = event->number, .from_lane = lane, .to_lane = -1, .kind = event->kind};
        memcpy(made.text, event->text, sizeof made.text);
        sl_vec_push(&make->arrows, made);
        sl_map_set(&make->sends, sl_arena_copy(make->timeline->arena, words, sizeof words), sizeof words,
                   (void *)(uintptr_t)make->arrows.count);
    } else if (event->kind == SL_EVENT_RECEIVE && event->ok && arrow >= 0) {
        make->arrows.at[arrow].to = event->number;
        make->arrows.at[arrow].to_lane = lane;
    }
}

static void add_event(Maker *make, const SlEvent *event, const SlWorld *names) {
    int lane = lane_for(make, event->goroutine, event->number, names);
    if (event->kind == SL_EVENT_SPAWN) {
        int child = lane_for(make, event->object, event->number, names);
        set_state(make, child, event->number, SL_STATE_RUNNING);
        if (lane >= 0 && child >= 0)
            sl_vec_push(&make->arrows, (SlArrow){event->number, event->number, lane, child, event->kind, ""});
    }
    if (lane < 0)
        return;
    if (event->kind == SL_EVENT_EXIT) {
        if (make->open.at[lane] >= 0)
            make->spans.at[make->open.at[lane]].to = event->number;
        make->open.at[lane] = -1;
        make->lanes.at[lane].last = event->number;
        return;
    }
    if (event->kind != SL_EVENT_DEADLOCK && event->kind != SL_EVENT_END)
        set_state(make, lane, event->number, state_after(event->kind));
    if ((event->kind == SL_EVENT_SEND || event->kind == SL_EVENT_RECEIVE) && event->message)
        add_message(make, event, lane);
}

// Spans by lane: counted, then dealt out.
static void sort_spans(Maker *make) {
    SlTimeline *timeline = make->timeline;
    timeline->spans = SL_NEW_N(timeline->arena, SlSpan, make->spans.count + 1);
    timeline->span_count = make->spans.count;
    for (int i = 0; i < make->spans.count; i++)
        make->lanes.at[make->lane_of.at[i]].span_count++;
    int at = 0;
    for (int i = 0; i < make->lanes.count; i++) {
        make->lanes.at[i].span = at;
        at += make->lanes.at[i].span_count;
        make->lanes.at[i].span_count = 0;
    }
    for (int i = 0; i < make->spans.count; i++) {
        SlLane *lane = &make->lanes.at[make->lane_of.at[i]];
        SlSpan span = make->spans.at[i];
        if (!span.to)
            span.to = timeline->last + 1;
        timeline->spans[lane->span + lane->span_count++] = span;
    }
}

SlTimeline *sl_timeline_new(const SlEvent *events, uint32_t count, const SlWorld *names) {
    SlArena *arena = sl_arena_new();
    SlTimeline *timeline = SL_NEW(arena, SlTimeline);
    timeline->arena = arena;
    Maker make = {.timeline = timeline};
    if (count) {
        timeline->first = events[0].number;
        timeline->last = events[count - 1].number;
        int main = lane_for(&make, 1, timeline->first, names);
        set_state(&make, main, timeline->first, SL_STATE_RUNNING);
    }
    for (uint32_t i = 0; i < count; i++)
        if (!events[i].hidden)
            add_event(&make, &events[i], names);
    sort_spans(&make);
    timeline->lane_count = make.lanes.count;
    timeline->lanes = sl_vec_take(&make.lanes, arena);
    timeline->arrow_count = make.arrows.count;
    timeline->arrows = sl_vec_take(&make.arrows, arena);
    sl_vec_free(&make.spans);
    sl_vec_free(&make.lane_of);
    sl_vec_free(&make.open);
    sl_map_free(&make.by_id);
    sl_map_free(&make.sends);
    return timeline;
}

void sl_timeline_free(SlTimeline *timeline) {
    if (timeline)
        sl_arena_free(timeline->arena);
}
