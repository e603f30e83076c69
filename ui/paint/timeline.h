// SPDX-License-Identifier: MIT
// The timeline to cairo: rows under each other, only what is visible, with less detail the more a pixel holds: what is
// painted grows with the pixels, not with the events.
#ifndef SL_PAINT_TIMELINE_H
#define SL_PAINT_TIMELINE_H

#include "ui/paint/paint.h"
#include "ui/scene/timeline.h"

enum { SL_LANE_H = 34, SL_LANE_NAMES = 128, SL_TIMELINE_TOP = 26, SL_TIMELINE_RIGHT = 24 };

typedef struct {
    double from, scale;      // place on the axis at the left end of the rows, and points for one of its units
    double scroll;           // points that the rows are moved up
    int64_t cursor;          // the instant shown, on the axis
    bool view_only;          // the instant comes from a flight record
    uint64_t selected;       // goroutine, 0: none
    int64_t stuck_from;      // on the axis, where a deadlock begins; INT64_MAX: none
    uint32_t event, other;   // places of the chosen events in the log; UINT32_MAX: none
    const uint8_t *standing; // SlStanding of each event to the chosen one; null: nothing is chosen
    uint32_t standing_count;
} SlTimelineView;

void sl_paint_timeline(cairo_t *cairo, const SlTimeline *timeline, const SlRows *rows, const SlTimelineView *view,
                       double width, double height, const SlPaintStyle *style);

#endif
