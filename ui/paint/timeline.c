// SPDX-License-Identifier: MIT
// Spans as bars with their state's symbol, messages as arrows from the send to its receive, the cursor above all.
#include "ui/paint/timeline.h"

#include <math.h>
#include <stdio.h>

#include "trace/order.h"
#include "ui/paint/impl.h"
#include "ui/scene/translate.h"

enum { BAR = 14, SAMPLES = 12, MOST_ARROWS = 1500 };
static const double WORDS_FROM = 16, MARKS_FROM = 5; // points between two events

typedef struct {
    cairo_t *cairo;
    const SlTimeline *timeline;
    const SlRows *rows;
    const SlTimelineView *view;
    double width, height;
    const SlPaintStyle *style;
    const SlPalette *palette;
    int first_row, last_row; // that are visible
    // Bars of a few points, by state and whether they come behind the cursor: painted at once, row by row
    struct {
        SL_VEC(SlRect) list;
    } few[(SL_STATE_UNKNOWN + 1) * 2];
} Painter;

static double x_of(const Painter *p, int64_t at) {
    return SL_LANE_NAMES + ((double)at - p->view->from) * p->view->scale;
}

static double y_of(const Painter *p, int row) {
    return SL_TIMELINE_TOP + row * SL_LANE_H + SL_LANE_H / 2.0 - p->view->scroll;
}

static double y_of_lane(const Painter *p, int lane) {
    return y_of(p, p->rows->row_of.at[lane]);
}

// Points between two events where they stand closest.
static double event_gap(const Painter *p) {
    const SlLog *log = p->timeline->log;
    if (!log || log->one_at_a_time || log->events.count < 2)
        return p->view->scale;
    return p->view->scale * (double)(p->timeline->last - p->timeline->first) / log->events.count;
}

// First span that ends behind a place.
static int first_span(const SlLane *lane, double at) {
    int low = 0, high = lane->spans.count;
    while (low < high) {
        int middle = (low + high) / 2;
        if ((double)lane->spans.at[middle].to <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static int64_t end_of(const Painter *p, const SlSpan *span) {
    int64_t last = p->timeline->last + (p->timeline->log->one_at_a_time ? 1 : 0);
    return span->to < last ? span->to : last;
}

// How much a lane is dimmed where an event is chosen and it stands in no order to it.
static double light_of(const Painter *p, uint32_t place) {
    if (!p->view->standing || place >= p->view->standing_count)
        return 1;
    return p->view->standing[place] == SL_CONCURRENT ? 0.22 : 1;
}

// ---- bars ----

static void set_bar(const Painter *p, uint8_t state, bool later) {
    double alpha = state == SL_STATE_READY ? 0.42 : 0.92;
    sl_paint_set(p->cairo, sl_state_colour(state, false, p->style->dark),
                 alpha * (later ? 0.35 : 1) * (p->view->standing ? 0.3 : 1));
}

static void bar(Painter *p, const SlSpan *span, double left, double right, double y) {
    bool later = span->from > p->view->cursor;
    double w = fmax(right - left, 1);
    if (w <= 6) {
        sl_vec_push(&p->few[span->state * 2 + later].list, (SlRect){left, y - BAR / 2.0, w, BAR});
        return;
    }
    set_bar(p, span->state, later);
    sl_paint_rounded(p->cairo, left, y - BAR / 2.0, w, BAR, 3);
    cairo_fill(p->cairo);
    if (w > 18 && !p->view->standing)
        sl_paint_badge(p->cairo, span->state, false, left + 8, y, 6.5, p->style->dark);
}

static void paint_few(Painter *p) {
    cairo_antialias_t before = cairo_get_antialias(p->cairo);
    cairo_set_antialias(p->cairo, CAIRO_ANTIALIAS_NONE);
    for (int i = 0; i < (SL_STATE_UNKNOWN + 1) * 2; i++) {
        if (!p->few[i].list.count)
            continue;
        for (int k = 0; k < p->few[i].list.count; k++) {
            const SlRect *rect = &p->few[i].list.at[k];
            cairo_rectangle(p->cairo, floor(rect->x), rect->y, ceil(rect->w), rect->h);
        }
        set_bar(p, (uint8_t)(i / 2), i % 2);
        cairo_fill(p->cairo);
        p->few[i].list.count = 0;
    }
    cairo_set_antialias(p->cairo, before);
}

static void paint_lane(Painter *p, const SlLane *lane, double y) {
    for (int i = first_span(lane, p->view->from); i < lane->spans.count;) {
        const SlSpan *span = &lane->spans.at[i];
        double left = fmax(x_of(p, span->from), SL_LANE_NAMES), right = fmin(x_of(p, end_of(p, span)), p->width);
        if (left > p->width)
            break;
        bar(p, span, left, right, y);
        // Those that end within the same point are passed over
        double next = (fmax(right, left + 1) - SL_LANE_NAMES) / p->view->scale + p->view->from;
        int after = i + 1;
        if (after < lane->spans.count && (double)lane->spans.at[after].to < next)
            after = first_span(lane, next);
        i = after > i ? after : i + 1;
    }
    paint_few(p);
}

// A row of many: at each point the state that most of a few of them are in, the stronger the more they agree.
static void paint_folded(const Painter *p, const SlRow *row, double y) {
    int samples = row->count < SAMPLES ? row->count : SAMPLES;
    for (double x = SL_LANE_NAMES; x < p->width; x += 2) {
        double at = p->view->from + (x + 1 - SL_LANE_NAMES) / p->view->scale;
        int counts[SL_STATE_UNKNOWN + 1] = {0}, alive = 0, best = 0;
        if (at > (double)p->timeline->last + 1)
            break;
        for (int i = 0; i < samples; i++) {
            int member = p->rows->members.at[row->first + (int)((int64_t)i * row->count / samples)];
            const SlLane *lane = &p->timeline->lanes.at[member];
            int span = first_span(lane, at);
            if (span >= lane->spans.count || (double)lane->spans.at[span].from > at)
                continue;
            alive++;
            int state = lane->spans.at[span].state;
            if (++counts[state] > counts[best])
                best = state;
        }
        if (!alive)
            continue;
        sl_paint_set(p->cairo, sl_state_colour((uint8_t)best, false, p->style->dark),
                     (0.25 + 0.65 * counts[best] / samples) * (p->view->standing ? 0.3 : 1));
        cairo_rectangle(p->cairo, x, y - BAR / 2.0 - 3, 2, BAR + 6);
        cairo_fill(p->cairo);
    }
}

static void paint_rows(Painter *p) {
    for (int i = p->first_row; i <= p->last_row; i++) {
        const SlRow *row = &p->rows->rows.at[i];
        double y = y_of(p, i);
        sl_paint_set(p->cairo, p->palette->dots, 1);
        cairo_rectangle(p->cairo, SL_LANE_NAMES, y - 0.5, p->width - SL_LANE_NAMES, 1);
        cairo_fill(p->cairo);
        if (row->count > 1)
            paint_folded(p, row, y);
        else
            paint_lane(p, &p->timeline->lanes.at[row->lane], y);
    }
}

// ---- events ----

// First place in the log at or behind a place on the axis.
static uint32_t first_event(const Painter *p, double at) {
    uint32_t low = 0, high = p->timeline->read;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if ((double)sl_timeline_at(p->timeline, middle) < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static double last_axis(const Painter *p) {
    return p->view->from + (p->width - SL_LANE_NAMES) / p->view->scale;
}

// room: up to the next event.
static void cell(const Painter *p, const char *text, double x, double y, double room) {
    cairo_t *cairo = p->cairo;
    double w = fmin(10 + 7.4 * (double)g_utf8_strlen(text, -1), fmax(44, fmin(room, 110)));
    sl_paint_set(cairo, p->palette->box, 0.96);
    sl_paint_rounded(cairo, x - w / 2, y - 6.5, w, 13, 3);
    cairo_fill(cairo);
    sl_paint_set(cairo, p->palette->accent, 1);
    sl_paint_text(cairo, p->style, text, SL_FONT_SMALL, SL_ALIGN_CENTRE, x - w / 2 + 2, y, w - 4);
}

// Marks of single events, where there is room for them; what is sent into a buffer stands on the bar.
static void paint_events(const Painter *p) {
    double gap = event_gap(p), last = last_axis(p);
    if (gap < MARKS_FROM)
        return;
    for (uint32_t i = first_event(p, p->view->from); i < p->timeline->read; i++) {
        const SlEvent *event = &p->timeline->log->events.at[i];
        int lane = event->hidden ? -1 : sl_timeline_lane(p->timeline, event->goroutine);
        if ((double)sl_timeline_at(p->timeline, i) > last)
            break;
        if (lane < 0)
            continue;
        double x = x_of(p, sl_timeline_at(p->timeline, i)), y = y_of_lane(p, lane);
        if (y < 0 || y > p->height || x < SL_LANE_NAMES)
            continue;
        bool buffered = event->kind == SL_EVENT_SEND && !event->partner && event->text[0];
        if (buffered && gap > WORDS_FROM && !p->view->standing) {
            cell(p, event->text, x, y, gap - 4);
            continue;
        }
        sl_paint_set(p->cairo, p->palette->ink, 0.55 * light_of(p, i));
        cairo_rectangle(p->cairo, x - 0.75, y - BAR / 2.0 - 3, 1.5, 4);
        cairo_fill(p->cairo);
    }
}

// Which events are before, which behind the chosen one: a light on each, as dense as points allow.
static void paint_standing(const Painter *p) {
    enum { MOST = 40000 };
    double last = last_axis(p);
    if (!p->view->standing)
        return;
    SlIds drawn = {0}; // lane to the last point that was lit, + 1
    double gap = fmax(event_gap(p), 1);
    uint32_t first = first_event(p, p->view->from), end = first_event(p, last), stride = (end - first) / MOST + 1;
    for (uint32_t i = first; i < p->timeline->read && i < p->view->standing_count; i += stride) {
        const SlEvent *event = &p->timeline->log->events.at[i];
        uint8_t standing = p->view->standing[i];
        if ((double)sl_timeline_at(p->timeline, i) > last)
            break;
        int lane = standing == SL_CONCURRENT || event->hidden ? -1 : sl_timeline_lane(p->timeline, event->goroutine);
        if (lane < 0)
            continue;
        double x = x_of(p, sl_timeline_at(p->timeline, i)), y = y_of_lane(p, lane);
        uint64_t point = (uint64_t)(x + 1) * 2 + (standing == SL_FUTURE) + 1;
        if (y < 0 || y > p->height || sl_ids_get(&drawn, (uint64_t)lane + 1) == point)
            continue;
        sl_ids_set(&drawn, (uint64_t)lane + 1, point);
        SlColour colour = standing == SL_PAST ? p->palette->ink : p->palette->accent;
        sl_paint_set(p->cairo, colour, 0.95);
        double w = fmin(fmax(gap - 1, 1.5), 9);
        cairo_rectangle(p->cairo, x - w / 2, y - BAR / 2.0, w, BAR);
        cairo_fill(p->cairo);
    }
    sl_ids_free(&drawn);
}

// ---- arrows ----

static void arrow_head(cairo_t *cairo, double x, double y, double angle) {
    cairo_save(cairo);
    cairo_translate(cairo, x, y);
    cairo_rotate(cairo, angle);
    cairo_move_to(cairo, 0, 0);
    cairo_line_to(cairo, -6.5, -3);
    cairo_line_to(cairo, -6.5, 3);
    cairo_close_path(cairo);
    cairo_fill(cairo);
    cairo_restore(cairo);
}

static void paint_arrow(const Painter *p, const SlArrow *arrow) {
    if (arrow->from_lane < 0 || arrow->to_lane < 0)
        return;
    double x0 = x_of(p, arrow->from), x1 = x_of(p, arrow->to);
    double y0 = y_of_lane(p, arrow->from_lane), y1 = y_of_lane(p, arrow->to_lane);
    if (y0 == y1 || fmax(y0, y1) < 0 || fmin(y0, y1) > p->height)
        return;
    double down = y1 > y0 ? 1 : -1;
    y0 += down * (BAR / 2.0);
    y1 -= down * (BAR / 2.0);
    if (x0 == x1)
        x1 += 0.01;
    double light = fmin(light_of(p, arrow->from_event), light_of(p, arrow->to_event));
    double alpha = (arrow->to > p->view->cursor ? 0.3 : 0.85) * light;
    double dashes[] = {3, 3}, dots[] = {1.5, 2.5};
    SlColour colour = arrow->kind == SL_ARROW_MESSAGE ? p->palette->ink
                      : arrow->kind == SL_ARROW_SPAWN ? p->palette->line
                                                      : sl_state_colour(SL_STATE_LOCKING, false, p->style->dark);
    sl_paint_set(p->cairo, colour, alpha);
    cairo_set_dash(p->cairo, arrow->kind == SL_ARROW_SPAWN ? dashes : dots, arrow->kind == SL_ARROW_MESSAGE ? 0 : 2, 0);
    cairo_move_to(p->cairo, x0, y0);
    cairo_line_to(p->cairo, x1, y1);
    cairo_stroke(p->cairo);
    cairo_set_dash(p->cairo, NULL, 0, 0);
    arrow_head(p->cairo, x1, y1, atan2(y1 - y0, x1 - x0));
    const SlEvent *event = &p->timeline->log->events.at[arrow->from_event];
    if (arrow->kind == SL_ARROW_MESSAGE && event_gap(p) > 12 && event->text[0] && light == 1)
        sl_paint_text(p->cairo, p->style, event->text, SL_FONT_STATUS, SL_ALIGN_LEFT, (x0 + x1) / 2 + 5, (y0 + y1) / 2,
                      60);
}

static bool by_place(const SlTimeline *timeline, bool to, int i, double at) {
    const SlArrow *arrow = &timeline->arrows.at[to ? i : timeline->by_from.at[i]];
    return (double)(to ? arrow->to : arrow->from) < at;
}

// First of the arrows, by where they end or begin, at or behind a place.
static int first_arrow(const SlTimeline *timeline, bool to, double at) {
    int low = 0, high = timeline->arrows.count;
    while (low < high) {
        int middle = (low + high) / 2;
        if (by_place(timeline, to, middle, at))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

// Those that end here, and those that begin here and end further on; in a thicket every so many.
static void paint_arrows(const Painter *p) {
    double from = p->view->from, last = last_axis(p);
    const SlTimeline *timeline = p->timeline;
    cairo_set_line_width(p->cairo, 1.4);
    cairo_save(p->cairo);
    cairo_rectangle(p->cairo, SL_LANE_NAMES, 0, p->width - SL_LANE_NAMES, p->height);
    cairo_clip(p->cairo);
    int begin = first_arrow(timeline, true, from), end = first_arrow(timeline, true, last);
    int step = (end - begin) / MOST_ARROWS + 1;
    if (event_gap(p) > 0.6 || step == 1)
        for (int i = begin; i < end; i += step)
            paint_arrow(p, &timeline->arrows.at[i]);
    begin = first_arrow(timeline, false, from);
    end = first_arrow(timeline, false, last);
    step = (end - begin) / MOST_ARROWS + 1;
    for (int i = begin; i < end && step == 1; i++)
        if ((double)timeline->arrows.at[timeline->by_from.at[i]].to >= last)
            paint_arrow(p, &timeline->arrows.at[timeline->by_from.at[i]]);
    cairo_restore(p->cairo);
}

// ---- names, cursor, chosen events ----

static void paint_names(const Painter *p) {
    sl_paint_set(p->cairo, p->palette->paper, 1);
    cairo_rectangle(p->cairo, 0, 0, SL_LANE_NAMES, p->height);
    cairo_fill(p->cairo);
    for (int i = p->first_row; i <= p->last_row; i++) {
        const SlRow *row = &p->rows->rows.at[i];
        const SlLane *lane = &p->timeline->lanes.at[row->lane];
        bool gone = row->count == 1 && lane->last <= p->view->cursor;
        char text[120];
        if (row->count > 1)
            snprintf(text, sizeof text, "▸ %.*s × %d", (int)strcspn(lane->name, " "), lane->name, row->count);
        else
            snprintf(text, sizeof text, "%s", lane->name);
        sl_paint_set(p->cairo, lane->goroutine == p->view->selected ? p->palette->accent : p->palette->ink,
                     gone ? 0.55 : 1);
        sl_paint_text(p->cairo, p->style, text, SL_FONT_STATUS, SL_ALIGN_LEFT, 14, y_of(p, i), SL_LANE_NAMES - 20);
    }
    if (p->timeline->hidden) {
        sl_paint_set(p->cairo, p->palette->muted, 1);
        sl_paint_text(p->cairo, p->style, _("… and more goroutines"), SL_FONT_SMALL, SL_ALIGN_LEFT, 14,
                      y_of(p, p->rows->rows.count), 300);
    }
}

static void mark(const Painter *p, double x, SlColour colour, bool dashed) {
    double dashes[] = {4, 4};
    sl_paint_set(p->cairo, colour, 1);
    cairo_set_line_width(p->cairo, 1.6);
    cairo_set_dash(p->cairo, dashes, dashed ? 2 : 0, 0);
    cairo_move_to(p->cairo, x, SL_TIMELINE_TOP - 8);
    cairo_line_to(p->cairo, x, p->height);
    cairo_stroke(p->cairo);
    cairo_set_dash(p->cairo, NULL, 0, 0);
}

static void ring(const Painter *p, uint32_t place, const char *name) {
    if (place >= p->timeline->read)
        return;
    int lane = sl_timeline_lane(p->timeline, p->timeline->log->events.at[place].goroutine);
    double x = x_of(p, sl_timeline_at(p->timeline, place));
    if (lane < 0 || x < SL_LANE_NAMES - 4)
        return;
    double y = y_of_lane(p, lane);
    sl_paint_set(p->cairo, p->palette->paper, 1);
    cairo_arc(p->cairo, x, y, 8.5, 0, 2 * M_PI);
    cairo_fill(p->cairo);
    sl_paint_set(p->cairo, p->palette->accent, 1);
    cairo_set_line_width(p->cairo, 2.2);
    cairo_arc(p->cairo, x, y, 7.5, 0, 2 * M_PI);
    cairo_stroke(p->cairo);
    sl_paint_text(p->cairo, p->style, name, SL_FONT_SMALL, SL_ALIGN_CENTRE, x - 10, y, 20);
}

static void time_text(char *text, size_t size, int64_t nanoseconds) {
    if (nanoseconds < 1000000)
        snprintf(text, size, "%.1f µs", (double)nanoseconds / 1e3);
    else if (nanoseconds < 1000000000)
        snprintf(text, size, "%.2f ms", (double)nanoseconds / 1e6);
    else
        snprintf(text, size, "%.3f s", (double)nanoseconds / 1e9);
}

static void paint_cursor(const Painter *p) {
    const SlTimeline *timeline = p->timeline;
    bool events = timeline->log->one_at_a_time;
    double x = x_of(p, p->view->cursor + events);
    if (p->view->stuck_from != INT64_MAX) {
        SlColour stuck = sl_state_colour(0, true, p->style->dark);
        double at = x_of(p, p->view->stuck_from + events);
        mark(p, at, stuck, true);
        sl_paint_text(p->cairo, p->style, _("from here on, stuck"), SL_FONT_SMALL, SL_ALIGN_RIGHT, at - 210,
                      p->height - 10, 204);
    }
    if (x >= SL_LANE_NAMES) {
        mark(p, x, p->palette->accent, false);
        cairo_arc(p->cairo, x, SL_TIMELINE_TOP - 9, 5.5, 0, 2 * M_PI);
        cairo_fill(p->cairo);
    }
    char text[96], now[32], all[32];
    if (events) {
        snprintf(text, sizeof text, _("event %lld of %lld"), (long long)p->view->cursor, (long long)timeline->last);
    } else {
        time_text(now, sizeof now, p->view->cursor);
        time_text(all, sizeof all, timeline->last);
        snprintf(text, sizeof text, _("%s of %s%s"), now, all, p->view->view_only ? _(" · view only") : "");
    }
    double right = x > p->width - 160 && x < p->width ? x - 12 : p->width - 14; // beside the cursor's knob
    sl_paint_set(p->cairo, p->palette->muted, 1);
    if (timeline->last)
        sl_paint_text(p->cairo, p->style, text, SL_FONT_SMALL, SL_ALIGN_RIGHT, right - 206, 12, 206);
}

void sl_paint_timeline(cairo_t *cairo, const SlTimeline *timeline, const SlRows *rows, const SlTimelineView *view,
                       double width, double height, const SlPaintStyle *style) {
    Painter p = {.cairo = cairo,
                 .timeline = timeline,
                 .rows = rows,
                 .view = view,
                 .width = width,
                 .height = height,
                 .style = style,
                 .palette = sl_palette(style->dark)};
    sl_paint_set(cairo, p.palette->paper, 1);
    cairo_paint(cairo);
    if (timeline->log && timeline->lanes.count) {
        p.first_row = (int)fmax(0, (view->scroll - SL_TIMELINE_TOP) / SL_LANE_H - 1);
        p.last_row = (int)fmin(rows->rows.count - 1, (view->scroll + height) / SL_LANE_H + 1);
        paint_rows(&p);
        paint_standing(&p);
        paint_arrows(&p);
        paint_events(&p);
        paint_names(&p);
        ring(&p, view->event, "1");
        ring(&p, view->other, "2");
        paint_cursor(&p);
        for (size_t i = 0; i < sizeof p.few / sizeof *p.few; i++)
            sl_vec_free(&p.few[i].list);
    }
    sl_paint_set(cairo, p.palette->paper, 1);
    cairo_rectangle(cairo, 0, 0, SL_LANE_NAMES, SL_TIMELINE_TOP - 4);
    cairo_fill(cairo);
    sl_paint_set(cairo, p.palette->ink, 1);
    sl_paint_text(cairo, style, _("Timeline"), SL_FONT_STATUS, SL_ALIGN_LEFT, 14, 12, SL_LANE_NAMES - 20);
}
