// SPDX-License-Identifier: MIT
// Timelines: lanes, spans, arrows and rows of small logs; growing with the log is the same as reading it whole; and a
// picture has something to show.
#include <criterion/criterion.h>

#include "ui/paint/timeline.h"
#include "ui/scene/timeline.h"

static void add(SlLog *log, SlEvent event) {
    uint64_t last = log->events.count ? log->events.at[log->events.count - 1].number : 0;
    event.number = last + !event.hidden;
    event.time = (int64_t)event.number * 1000;
    sl_log_add(log, &event);
}

// main starts two workers; sends to one through a channel without room and to the other through the buffer.
static SlLog small_log(void) {
    SlLog log = {.one_at_a_time = true};
    for (uint64_t id = 2; id < 4; id++)
        sl_log_define(&log, &(SlDefinition){.id = id, .goroutine = true, .made = 50, .name = "worker"});
    add(&log, (SlEvent){.kind = SL_EVENT_MAKE, .goroutine = 1, .object = 1, .ok = 1});
    add(&log, (SlEvent){.kind = SL_EVENT_SPAWN, .goroutine = 1, .object = 2, .ok = 1});
    add(&log, (SlEvent){.kind = SL_EVENT_SPAWN, .goroutine = 1, .object = 3, .ok = 1});
    add(&log, (SlEvent){.kind = SL_EVENT_WAIT_RECEIVE, .goroutine = 2, .object = 1, .ok = 1});
    add(&log, (SlEvent){.kind = SL_EVENT_ATOMIC, .goroutine = 1, .object = 9, .hidden = 1});
    add(&log,
        (SlEvent){
            .kind = SL_EVENT_SEND, .goroutine = 1, .object = 1, .partner = 2, .message = 1, .ok = 1, .text = "7"});
    add(&log, (SlEvent){.kind = SL_EVENT_RECEIVE,
                        .goroutine = 2,
                        .object = 1,
                        .partner = 1,
                        .message = 1,
                        .ok = 1,
                        .woken = 1,
                        .text = "7"});
    add(&log, (SlEvent){.kind = SL_EVENT_SEND, .goroutine = 1, .object = 2, .message = 1, .ok = 1, .text = "8"});
    add(&log, (SlEvent){.kind = SL_EVENT_RECEIVE, .goroutine = 3, .object = 2, .message = 1, .ok = 1, .text = "8"});
    add(&log, (SlEvent){.kind = SL_EVENT_EXIT, .goroutine = 2, .object = 2, .ok = 1});
    return log;
}

static SlState state_at(const SlTimeline *timeline, int lane, int64_t at) {
    const SlLane *of = &timeline->lanes.at[lane];
    for (int i = 0; i < of->spans.count; i++)
        if (of->spans.at[i].from <= at && at < of->spans.at[i].to)
            return (SlState)of->spans.at[i].state;
    return SL_STATE_ENDED;
}

Test(timeline, has_a_lane_a_goroutine_with_its_states) {
    SlLog log = small_log();
    SlTimeline *timeline = sl_timeline_new();
    sl_timeline_update(timeline, &log);
    cr_assert_eq(timeline->lanes.count, 3);
    cr_assert_str_eq(timeline->lanes.at[0].name, "main G1");
    cr_assert_str_eq(timeline->lanes.at[1].name, "worker G2");
    cr_assert_eq(state_at(timeline, 0, 1), SL_STATE_RUNNING);
    cr_assert_eq(state_at(timeline, 1, 3), SL_STATE_READY);
    cr_assert_eq(state_at(timeline, 1, 4), SL_STATE_RECEIVING);
    cr_assert_eq(state_at(timeline, 0, 4), SL_STATE_RUNNING, "the hidden event is main's");
    cr_assert_eq(state_at(timeline, 1, 6), SL_STATE_READY, "it has its value and may go on");
    cr_assert_eq(state_at(timeline, 0, 8), SL_STATE_READY, "another runs");
    cr_assert_eq(timeline->lanes.at[1].last, 9);
    cr_assert_eq(timeline->lanes.at[2].last, INT64_MAX);
    sl_timeline_free(timeline);
    sl_log_free(&log);
}

Test(timeline, ties_sends_to_receives_and_spawns_to_beginnings) {
    SlLog log = small_log();
    SlTimeline *timeline = sl_timeline_new();
    sl_timeline_update(timeline, &log);
    int messages = 0, spawns = 0;
    for (int i = 0; i < timeline->arrows.count; i++) {
        const SlArrow *arrow = &timeline->arrows.at[i];
        messages += arrow->kind == SL_ARROW_MESSAGE;
        spawns += arrow->kind == SL_ARROW_SPAWN;
        cr_assert_leq(arrow->from, arrow->to);
        if (i)
            cr_assert_leq(timeline->arrows.at[i - 1].to, arrow->to);
    }
    cr_assert_eq(messages, 2);
    cr_assert_eq(spawns, 2);
    cr_assert_eq(timeline->arrows.at[2].from_lane, 0);
    cr_assert_eq(timeline->arrows.at[2].to_lane, 1);
    sl_timeline_free(timeline);
    sl_log_free(&log);
}

static bool same(const SlTimeline *a, const SlTimeline *b) {
    if (a->lanes.count != b->lanes.count || a->arrows.count != b->arrows.count || a->last != b->last)
        return false;
    for (int i = 0; i < a->lanes.count; i++) {
        const SlLane *x = &a->lanes.at[i], *y = &b->lanes.at[i];
        if (x->goroutine != y->goroutine || x->spans.count != y->spans.count || x->last != y->last)
            return false;
        for (int k = 0; k < x->spans.count; k++)
            if (x->spans.at[k].from != y->spans.at[k].from || x->spans.at[k].to != y->spans.at[k].to ||
                x->spans.at[k].state != y->spans.at[k].state)
                return false;
    }
    for (int i = 0; i < a->arrows.count; i++)
        if (a->arrows.at[i].from_event != b->arrows.at[i].from_event || a->by_from.at[i] != b->by_from.at[i])
            return false;
    return true;
}

Test(timeline, grows_to_what_reading_the_whole_log_gives) {
    SlLog whole = small_log(), part = {.one_at_a_time = true};
    for (int i = 0; i < whole.definitions.count; i++)
        sl_log_define(&part, &whole.definitions.at[i]);
    SlTimeline *grown = sl_timeline_new(), *fresh = sl_timeline_new();
    for (int i = 0; i < whole.events.count; i++) {
        sl_log_add(&part, &whole.events.at[i]);
        sl_timeline_update(grown, &part);
    }
    sl_timeline_update(fresh, &whole);
    cr_assert(same(grown, fresh));
    // The run went back and took another way
    sl_log_forget_from(&part, 6);
    sl_timeline_update(grown, &part);
    cr_assert_eq(grown->last, 5);
    for (int i = 6; i < whole.events.count; i++)
        sl_log_add(&part, &whole.events.at[i]);
    sl_timeline_update(grown, &part);
    cr_assert(same(grown, fresh));
    sl_timeline_free(grown);
    sl_timeline_free(fresh);
    sl_log_free(&whole);
    sl_log_free(&part);
}

// main starts that many alike.
static SlLog crowd(int count) {
    SlLog log = {.one_at_a_time = true};
    for (int i = 0; i < count; i++) {
        sl_log_define(&log, &(SlDefinition){.id = (uint64_t)i + 2, .goroutine = true, .made = 9, .name = "worker"});
        add(&log, (SlEvent){.kind = SL_EVENT_SPAWN, .goroutine = 1, .object = (uint64_t)i + 2, .ok = 1});
    }
    return log;
}

Test(timeline, folds_alike_lanes_but_for_the_chosen_one) {
    SlLog log = crowd(40);
    SlTimeline *timeline = sl_timeline_new();
    SlRows rows = {0};
    sl_timeline_update(timeline, &log);
    sl_timeline_fold(timeline, &(SlRowOptions){0}, &rows);
    cr_assert_eq(rows.rows.count, 2);
    cr_assert_eq(rows.rows.at[1].count, 40);
    sl_timeline_fold(timeline, &(SlRowOptions){.selected = 7}, &rows);
    cr_assert_eq(rows.rows.count, 3);
    cr_assert_eq(rows.rows.at[1].count + rows.rows.at[2].count, 40);
    uint64_t kind = timeline->lanes.at[1].kind;
    sl_timeline_fold(timeline, &(SlRowOptions){.open = &kind, .open_count = 1}, &rows);
    cr_assert_eq(rows.rows.count, 41);
    for (int i = 0; i < timeline->lanes.count; i++)
        cr_assert_eq(rows.members.at[rows.rows.at[rows.row_of.at[i]].first], i);
    sl_timeline_rows_free(&rows);
    sl_timeline_free(timeline);
    sl_log_free(&log);
}

Test(timeline, finds_the_event_beneath_the_pointer) {
    SlLog log = small_log();
    SlTimeline *timeline = sl_timeline_new();
    sl_timeline_update(timeline, &log);
    cr_assert_eq(log.events.at[sl_timeline_nearest(timeline, 3.9, -1)].number, 4);
    cr_assert_not(log.events.at[sl_timeline_nearest(timeline, 4.1, -1)].hidden);
    cr_assert_eq(log.events.at[sl_timeline_nearest(timeline, 1, 1)].number, 4, "the first of worker G2's own");
    cr_assert_eq(log.events.at[sl_timeline_nearest(timeline, 100, -1)].number, 9);
    sl_timeline_free(timeline);
    sl_log_free(&log);
}

// Points of a picture that are not of the background's colour.
static int painted(const SlTimeline *timeline, const SlRows *rows, SlTimelineView view, bool dark) {
    enum { W = 900, H = 240 };
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, W, H);
    cairo_t *cairo = cairo_create(surface);
    SlPaintStyle style = {.dark = dark, .detail = 1};
    sl_paint_timeline(cairo, timeline, rows, &view, W, H, &style);
    cairo_surface_flush(surface);
    const unsigned char *bytes = cairo_image_surface_get_data(surface);
    int stride = cairo_image_surface_get_stride(surface), count = 0;
    uint32_t paper;
    memcpy(&paper, bytes + (H - 2) * stride + (W - 3) * 4, 4);
    for (int y = 0; y < H; y++)
        for (int x = 0; x < W; x++) {
            uint32_t pixel;
            memcpy(&pixel, bytes + y * stride + x * 4, 4);
            count += pixel != paper;
        }
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    return count;
}

Test(timeline, paints_lanes_and_lights_what_is_ordered) {
    SlLog log = small_log();
    SlTimeline *timeline = sl_timeline_new();
    SlRows rows = {0};
    sl_timeline_update(timeline, &log);
    sl_timeline_fold(timeline, &(SlRowOptions){0}, &rows);
    SlTimelineView view = {.scale = 40, .cursor = 9, .stuck_from = INT64_MAX, .event = UINT32_MAX, .other = UINT32_MAX};
    for (int dark = 0; dark < 2; dark++) {
        int plain = painted(timeline, &rows, view, dark);
        cr_assert_gt(plain, 5000);
        SlTimelineView away = view;
        away.from = 1000;
        cr_assert_lt(painted(timeline, &rows, away, dark), plain);
    }
    sl_timeline_rows_free(&rows);
    sl_timeline_free(timeline);
    sl_log_free(&log);
}
