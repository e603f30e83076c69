// SPDX-License-Identifier: MIT
// How long a timeline of a million events takes to read and to paint, whole and in parts, and to light one event's
// past.
#include <cairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "trace/log-world.h"
#include "trace/order.h"
#include "ui/paint/timeline.h"

enum { EVENTS = 1000000, GOROUTINES = 300, W = 1440, H = 400 };

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

// Hand-offs between random pairs, after as many goroutines were started.
static SlLog make_log(void) {
    SlLog log = {.one_at_a_time = true};
    uint64_t number = 0, random = 12345;
    sl_log_define(&log, &(SlDefinition){.id = 1, .name = "c", .type = "chan int"});
    for (uint64_t id = 2; id <= GOROUTINES; id++) {
        sl_log_define(&log, &(SlDefinition){.id = id, .goroutine = true, .made = (SlPos)(id % 50), .name = "worker"});
        SlEvent event = {.kind = SL_EVENT_SPAWN, .goroutine = 1, .object = id, .ok = 1, .number = ++number};
        sl_log_add(&log, &event);
    }
    uint32_t message = 0;
    while (log.events.count < EVENTS) {
        random = random * 6364136223846793005u + 1442695040888963407u;
        uint64_t a = 1 + (random >> 33) % GOROUTINES, b = 1 + (random >> 20) % GOROUTINES;
        SlEvent wait = {.kind = SL_EVENT_WAIT_RECEIVE, .goroutine = b, .object = 1, .ok = 1, .number = ++number};
        SlEvent send = {.kind = SL_EVENT_SEND, .goroutine = a, .object = 1, .partner = b, .ok = 1, .text = "12"};
        send.message = ++message;
        send.number = ++number;
        SlEvent receive = send;
        receive.kind = SL_EVENT_RECEIVE;
        receive.goroutine = b;
        receive.partner = a;
        receive.woken = 1;
        receive.number = ++number;
        sl_log_add(&log, &wait);
        sl_log_add(&log, &send);
        sl_log_add(&log, &receive);
    }
    return log;
}

static void paint(const char *what, const SlTimeline *timeline, const SlRows *rows, SlTimelineView view) {
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, W, H);
    cairo_t *cairo = cairo_create(surface);
    SlPaintStyle style = {.detail = 1};
    sl_paint_timeline(cairo, timeline, rows, &view, W, H, &style);
    double begun = now();
    enum { TIMES = 10 };
    for (int i = 0; i < TIMES; i++)
        sl_paint_timeline(cairo, timeline, rows, &view, W, H, &style);
    printf("%-44s %8.2f ms\n", what, (now() - begun) / TIMES);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
}

int main(void) {
    SlLog log = make_log();
    SlTimeline *timeline = sl_timeline_new();
    SlRows rows = {0};
    double begun = now();
    sl_timeline_update(timeline, &log);
    printf("%-44s %8.2f ms\n", "read a million events", now() - begun);
    for (int i = 0; i < 300; i++) {
        SlEvent event = log.events.at[log.events.count - 1];
        event.kind = SL_EVENT_OUTPUT;
        event.number++;
        sl_log_add(&log, &event);
    }
    begun = now();
    sl_timeline_update(timeline, &log);
    sl_timeline_fold(timeline, &(SlRowOptions){0}, &rows);
    printf("%-44s %8.2f ms\n", "read 300 more and fold", now() - begun);
    begun = now();
    SlOrder *order = sl_order_new(&log);
    printf("%-44s %8.2f ms\n", "order a million events", now() - begun);
    uint8_t *standing = calloc((size_t)log.events.count, 1);
    begun = now();
    sl_order_standing(order, EVENTS / 2, standing);
    printf("%-44s %8.2f ms\n", "past and future of one", now() - begun);
    begun = now();
    SlOrderLink *links;
    int length = sl_order_chain(order, 1000, EVENTS - 1000, &links);
    printf("%-44s %8.2f ms (%d links)\n", "a chain across the run", now() - begun, length);
    begun = now();
    sl_world_free(sl_log_world(&log, EVENTS / 2, NULL));
    printf("%-44s %8.2f ms\n", "World in the middle", now() - begun);
    double whole = (W - SL_LANE_NAMES) / (double)EVENTS;
    SlTimelineView view = {
        .scale = whole, .cursor = EVENTS, .stuck_from = INT64_MAX, .event = UINT32_MAX, .other = UINT32_MAX};
    paint("paint the whole run", timeline, &rows, view);
    view.from = EVENTS / 2;
    view.scale = 1;
    paint("paint a thousand events", timeline, &rows, view);
    view.scale = 20;
    paint("paint single events", timeline, &rows, view);
    view.event = EVENTS / 2;
    view.standing = standing;
    view.standing_count = (uint32_t)log.events.count;
    paint("the same, lit", timeline, &rows, view);
    view.scale = whole;
    view.from = 0;
    paint("the whole run, lit", timeline, &rows, view);
    free(links);
    free(standing);
    sl_order_free(order);
    sl_timeline_rows_free(&rows);
    sl_timeline_free(timeline);
    sl_log_free(&log);
    return 0;
}
