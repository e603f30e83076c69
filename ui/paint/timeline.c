// SPDX-License-Identifier: MIT
// Spans as bars with their state's symbol, messages as arrows from the send to its receive, the cursor above all.
#include "ui/paint/timeline.h"

#include <math.h>
#include <stdio.h>

#include "ui/paint/impl.h"

enum { BAR = 14 };

static double x_of(const SlTimelineView *view, uint64_t event) {
    return SL_LANE_NAMES + ((double)event - view->from) * view->per_event;
}

static double y_of(const SlTimelineView *view, int lane) {
    return SL_TIMELINE_TOP + lane * SL_LANE_H + SL_LANE_H / 2.0 - view->scroll;
}

// First span that ends behind an event.
static int first_span(const SlTimeline *timeline, const SlLane *lane, double event) {
    int low = lane->span, high = lane->span + lane->span_count;
    while (low < high) {
        int middle = (low + high) / 2;
        if ((double)timeline->spans[middle].to <= event)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void paint_lane(cairo_t *cairo, const SlTimeline *timeline, int index, const SlTimelineView *view, double width,
                       const SlPaintStyle *style) {
    const SlLane *lane = &timeline->lanes[index];
    const SlPalette *palette = sl_palette(style->dark);
    double y = y_of(view, index), drawn = -1e9;
    sl_paint_set(cairo, palette->dots, 1);
    cairo_rectangle(cairo, SL_LANE_NAMES, y - 0.5, width - SL_LANE_NAMES, 1);
    cairo_fill(cairo);
    for (int i = first_span(timeline, lane, view->from); i < lane->span + lane->span_count; i++) {
        const SlSpan *span = &timeline->spans[i];
        double left = fmax(x_of(view, span->from), SL_LANE_NAMES), right = fmin(x_of(view, span->to), width);
        if (left > width)
            break;
        if (right < drawn + 0.5) // less than half a pixel more than what is there
            continue;
        drawn = right;
        SlColour colour = sl_state_colour(span->state, false, style->dark);
        double w = fmax(right - left, 1);
        sl_paint_set(cairo, colour, span->to > view->cursor + 1 && span->from > view->cursor ? 0.3 : 0.92);
        if (w > 6)
            sl_paint_rounded(cairo, left, y - BAR / 2.0, w, BAR, 3);
        else
            cairo_rectangle(cairo, left, y - BAR / 2.0, w, BAR);
        cairo_fill(cairo);
        if (w > 18)
            sl_paint_badge(cairo, span->state, false, left + 8, y, 6.5, style->dark);
    }
}

static void paint_arrows(cairo_t *cairo, const SlTimeline *timeline, const SlTimelineView *view, double width,
                         double height, const SlPaintStyle *style) {
    const SlPalette *palette = sl_palette(style->dark);
    double last = view->from + (width - SL_LANE_NAMES) / view->per_event;
    if (view->per_event < 2.5) // a thicket
        return;
    cairo_set_line_width(cairo, 1.4);
    for (int i = 0; i < timeline->arrow_count; i++) {
        const SlArrow *arrow = &timeline->arrows[i];
        uint64_t to = arrow->to ? arrow->to : arrow->from;
        if (arrow->to_lane < 0 || (double)to < view->from || (double)arrow->from > last)
            continue;
        double x0 = fmax(x_of(view, arrow->from), SL_LANE_NAMES), x1 = x_of(view, to);
        double y0 = y_of(view, arrow->from_lane), y1 = y_of(view, arrow->to_lane);
        if (fmax(y0, y1) < 0 || fmin(y0, y1) > height)
            continue;
        bool spawn = arrow->kind == SL_EVENT_SPAWN;
        double dashes[] = {3, 3};
        sl_paint_set(cairo, spawn ? palette->line : palette->ink, to > view->cursor ? 0.3 : 0.85);
        cairo_set_dash(cairo, dashes, spawn ? 2 : 0, 0);
        cairo_move_to(cairo, x0, y0);
        cairo_line_to(cairo, x1, y1);
        cairo_stroke(cairo);
        cairo_set_dash(cairo, NULL, 0, 0);
        cairo_arc(cairo, x1, y1, 2.6, 0, 2 * M_PI);
        cairo_fill(cairo);
        if (!spawn && view->per_event > 14 && arrow->text[0])
            sl_paint_text(cairo, style, arrow->text, SL_FONT_STATUS, SL_ALIGN_LEFT, (x0 + x1) / 2 + 4, (y0 + y1) / 2,
                          60);
    }
}

static void paint_names(cairo_t *cairo, const SlTimeline *timeline, const SlTimelineView *view, double height,
                        const SlPaintStyle *style) {
    const SlPalette *palette = sl_palette(style->dark);
    sl_paint_set(cairo, palette->paper, 1);
    cairo_rectangle(cairo, 0, 0, SL_LANE_NAMES, height);
    cairo_fill(cairo);
    for (int i = 0; i < timeline->lane_count; i++) {
        double y = y_of(view, i);
        if (y < 0 || y > height)
            continue;
        const SlLane *lane = &timeline->lanes[i];
        sl_paint_set(cairo, lane->goroutine == view->selected ? palette->accent : palette->ink,
                     lane->last && lane->last <= view->cursor ? 0.5 : 1);
        sl_paint_text(cairo, style, lane->name, SL_FONT_STATUS, SL_ALIGN_LEFT, 14, y, SL_LANE_NAMES - 22);
    }
    if (timeline->hidden) {
        char text[64];
        snprintf(text, sizeof text, "… %llu more goroutines", (unsigned long long)timeline->hidden);
        sl_paint_set(cairo, palette->muted, 1);
        sl_paint_text(cairo, style, text, SL_FONT_SMALL, SL_ALIGN_LEFT, 14, y_of(view, timeline->lane_count), 300);
    }
}

static void mark(cairo_t *cairo, double x, double height, SlColour colour, bool dashed) {
    double dashes[] = {4, 4};
    sl_paint_set(cairo, colour, 1);
    cairo_set_line_width(cairo, 1.6);
    cairo_set_dash(cairo, dashes, dashed ? 2 : 0, 0);
    cairo_move_to(cairo, x, SL_TIMELINE_TOP - 8);
    cairo_line_to(cairo, x, height);
    cairo_stroke(cairo);
    cairo_set_dash(cairo, NULL, 0, 0);
}

void sl_paint_timeline(cairo_t *cairo, const SlTimeline *timeline, const SlTimelineView *view, double width,
                       double height, const SlPaintStyle *style) {
    const SlPalette *palette = sl_palette(style->dark);
    sl_paint_set(cairo, palette->paper, 1);
    cairo_paint(cairo);
    for (int i = 0; i < timeline->lane_count; i++)
        if (y_of(view, i) > -SL_LANE_H && y_of(view, i) < height + SL_LANE_H)
            paint_lane(cairo, timeline, i, view, width, style);
    paint_arrows(cairo, timeline, view, width, height, style);
    paint_names(cairo, timeline, view, height, style);
    if (view->stuck_from)
        mark(cairo, x_of(view, view->stuck_from + 1), height, sl_state_colour(0, true, style->dark), true);
    double x = x_of(view, view->cursor + 1);
    if (x >= SL_LANE_NAMES) {
        mark(cairo, x, height, palette->accent, false);
        cairo_arc(cairo, x, SL_TIMELINE_TOP - 9, 5.5, 0, 2 * M_PI);
        cairo_fill(cairo);
    }
    char text[64];
    snprintf(text, sizeof text, "event %llu of %llu", (unsigned long long)view->cursor,
             (unsigned long long)timeline->last);
    double right = x > width - 140 && x < width ? x - 12 : width - 14; // beside the cursor's knob
    sl_paint_set(cairo, palette->muted, 1);
    if (timeline->last)
        sl_paint_text(cairo, style, text, SL_FONT_SMALL, SL_ALIGN_RIGHT, right - 206, 12, 206);
    sl_paint_set(cairo, palette->ink, 1);
    sl_paint_text(cairo, style, "Timeline", SL_FONT_TITLE, SL_ALIGN_LEFT, 14, 12, 100);
}
