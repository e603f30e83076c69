// SPDX-License-Identifier: MIT
// Timeline: the log of a run as lanes, spans and arrows, as plain data that grows with the log. Its axis is the number
// of the event where one goroutine moves at a time, else nanoseconds since the start.
#ifndef SL_TIMELINE_H
#define SL_TIMELINE_H

#include "trace/activity.h"
#include "trace/log.h"

typedef struct {
    int64_t from, to; // on the axis; to: INT64_MAX while it lasts
    uint8_t state;    // SlState
} SlSpan;

typedef struct {
    uint64_t goroutine;
    const char *name; // "worker G18"
    uint64_t kind;    // alike ones have the same: go statement and function
    int64_t first;    // on the axis: when it began
    int64_t last;     // and ended; INT64_MAX: it lives
    SL_VEC(SlSpan) spans;
} SlLane;

typedef enum { SL_ARROW_MESSAGE, SL_ARROW_SPAWN, SL_ARROW_RELEASE } SlArrowKind;
typedef struct {
    int64_t from, to;              // on the axis
    int from_lane, to_lane;        // places in lanes; -1: it has none
    uint32_t from_event, to_event; // places in the log
    uint8_t kind;                  // SlArrowKind
} SlArrow;

typedef struct {
    const SlLog *log;
    SlArena *arena;         // of names
    SL_VEC(SlLane) lanes;   // in order of appearance
    SL_VEC(SlArrow) arrows; // by to_event: as they were completed
    SL_VEC(int) by_from;    // places in arrows, by from_event; brought up to date by sl_timeline_update
    int64_t first, last;    // on the axis
    uint64_t hidden;        // goroutines beyond the most that get a lane
    // How far the log has been read, and what is open there
    uint32_t read;
    uint64_t read_number; // of the last event read: an earlier log begins anew
    SlActivity activity;
    SlIds by_goroutine, sends, releases; // to a place + 1: lane, event of a message, last event that released
} SlTimeline;

SlTimeline *sl_timeline_new(void);
void sl_timeline_free(SlTimeline *timeline);
// Reads what is new in the log, which has to stay where it is (it may grow, or lose its end). Linear in what is new.
void sl_timeline_update(SlTimeline *timeline, const SlLog *log);
int64_t sl_timeline_at(const SlTimeline *timeline, uint32_t place);   // an event's place on the axis
int sl_timeline_lane(const SlTimeline *timeline, uint64_t goroutine); // or -1
bool sl_timeline_is_stuck(const SlTimeline *timeline);                // the log ends in a deadlock
int64_t sl_timeline_last_act(const SlTimeline *timeline);             // of the last event that a goroutine did
// The event (place in the log) that is nearest to a place on the axis, of those of that lane if lane >= 0; UINT32_MAX:
// there is none.
uint32_t sl_timeline_nearest(const SlTimeline *timeline, double at, int lane);

// Lanes folded to rows: alike ones beyond a few share one, but for those that must be seen.
typedef struct {
    int lane;  // the first
    int count; // of lanes in it
    int first; // in members
} SlRow;
typedef struct {
    SL_VEC(SlRow) rows;
    SL_VEC(int) members; // lanes, by row
    SL_VEC(int) row_of;  // by lane
} SlRows;
typedef struct {
    uint64_t selected, other; // goroutines that stand by themselves; 0: none
    const uint64_t *open;     // kinds whose lanes are all shown
    int open_count;
} SlRowOptions;
void sl_timeline_fold(const SlTimeline *timeline, const SlRowOptions *options, SlRows *rows);
void sl_timeline_rows_free(SlRows *rows);

#endif
