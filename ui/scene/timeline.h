// SPDX-License-Identifier: MIT
// Timeline: the log of a run as lanes, spans and arrows, as plain data. x is the number of the event.
#ifndef SL_TIMELINE_H
#define SL_TIMELINE_H

#include "trace/event.h"
#include "trace/world.h"

typedef struct {
    uint64_t from, to; // events; to is the last event's number + 1 while it lasts
    uint8_t state;     // SlState
} SlSpan;

typedef struct {
    uint64_t goroutine;
    const char *name;     // "worker G18"
    uint64_t first, last; // events at which it began and ended; last 0: it lives
    int span, span_count; // in spans
} SlLane;

typedef struct {
    uint64_t from, to; // events: the send and its receive, the spawn and its goroutine's beginning
    int from_lane, to_lane;
    uint8_t kind; // SlEventKind of from
    char text[SL_EVENT_TEXT];
} SlArrow;

typedef struct {
    SlArena *arena;
    SlLane *lanes; // in order of appearance
    int lane_count;
    SlSpan *spans; // by lane, then by time
    int span_count;
    SlArrow *arrows; // by from
    int arrow_count;
    uint64_t first, last; // events
    uint64_t hidden;      // goroutines beyond the most that get a lane
} SlTimeline;

// names may be null: a goroutine's name from the World at hand. The events stay the caller's.
SlTimeline *sl_timeline_new(const SlEvent *events, uint32_t count, const SlWorld *names);
void sl_timeline_free(SlTimeline *timeline);

#endif
