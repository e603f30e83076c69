// SPDX-License-Identifier: MIT
// The timeline to cairo: lanes under each other, only what is visible, with less detail the more events a pixel holds.
#ifndef SL_PAINT_TIMELINE_H
#define SL_PAINT_TIMELINE_H

#include "ui/paint/paint.h"
#include "ui/scene/timeline.h"

enum { SL_LANE_H = 34, SL_LANE_NAMES = 120, SL_TIMELINE_TOP = 24 };

typedef struct {
    double from, per_event; // event at the left end of the lanes, and points for each event
    double scroll;          // points that the lanes are moved up
    uint64_t cursor;        // the instant shown
    uint64_t selected;      // goroutine, 0: none
    uint64_t stuck_from;    // event of a deadlock's beginning, 0: none
} SlTimelineView;

void sl_paint_timeline(cairo_t *cairo, const SlTimeline *timeline, const SlTimelineView *view, double width,
                       double height, const SlPaintStyle *style);

#endif
