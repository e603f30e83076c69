// SPDX-License-Identifier: MIT
// What the files of the child share: the run (which goes back with the machine when the run does) and what is known of
// the window (which does not).
#ifndef SL_CHILD_H
#define SL_CHILD_H

#include <pthread.h>

#include "link/client.h"
#include "link/flight.h"
#include "link/look.h"
#include "link/past.h"
#include "link/verdict.h"
#include "link/wire.h"

enum {
    SL_CHILD_EVENTS = 8192, // kept for a window that does not read
    SL_CHILD_BREAKS = 256,
    SL_CHILD_SLICE = 4 * 1000 * 1000, // nanoseconds between looks at the socket
};

// Goes from process to process when the run goes back.
typedef struct {
    SlRunState told_state;
    bool told, told_controlled, stop, want_pause, asks; // asks: the user decides each choice
    double rate;
    int64_t next_event;             // real time at which the next one is due
    int64_t last_world, world_cost; // when, and how long it took
    uint32_t world_wanted;          // budget, 0: none
    // What happened up to here, and was written, need not be told again
    uint64_t told_heard, told_event, told_output, told_defined;
    size_t output_room;
    uint32_t breakpoint; // at which the run stands, 0: none
    int break_count;
    SlBreakpoint breaks[SL_CHILD_BREAKS];
} SlWindowSide;

typedef struct {
    int socket;
    SlText in, out;
    size_t offset;
    SlWindowSide window;
    // The run
    SlMachine *machine;
    SlRunState state;
    bool controlled, changed; // changed: something happened since the last World
    bool ended_told;
    bool mixed;     // it has run on all cores: going back is not possible
    bool may_go;    // there are checkpoints
    uint64_t begun; // events that the present step began with
    bool stepping;  // a step is under way
    SlStep step;
    uint64_t forced; // goroutine that moves next
    int forced_case; // of its select, -1: any
    uint64_t random;
    uint64_t choice, act; // numbers of the next ones; before the end of the history: they are made again
    int64_t work;         // nanoseconds that the machine has run
    uint64_t heard;       // events, hidden ones too
    uint64_t defined;     // goroutines and objects
    uint64_t written;     // bytes of output
    SlPast *history;      // null: all cores
    SlMachineOptions options;
    const SlCode *code;
    SlVerdict *verdict;
    SlLook *look;         // for the inspector
    pthread_mutex_t lock; // guards what follows: workers write it
    SlEvent *events;      // one at a time
    uint32_t event_count;
    uint64_t events_skipped, last_event;
    int64_t last_show; // of events on all cores
    SlFlightRecord flight;
    SlText output[2];
    uint64_t output_skipped[2];
} SlChild;

int64_t sl_child_now(void); // CLOCK_MONOTONIC

// ---- news.c: to the window ----
void sl_news_output(void *data, int fd, const char *bytes, size_t count); // the machine's callbacks; data: SlChild
void sl_news_event(void *data, const SlEvent *event);
void sl_news_define(void *data, const SlDefinition *definition);
void sl_news_send(SlChild *child);     // everything new, in the order in which the picture needs it
void sl_news_happened(SlChild *child); // only output and events
void sl_news_findings(SlChild *child, SlFindings *findings); // frees them
void sl_news_state(SlChild *child);
void sl_news_end(SlChild *child);
void sl_news_ended(SlChild *child, int code, SlEnd end, const char *text);
void sl_news_forget(SlChild *child); // what was told of a future that will not be: it is told anew

// ---- course.c: onward ----
uint64_t sl_course_choose(void *data, const SlChoice *choice); // the machine's chooser; data: SlChild
// Runs on until the step (null: none) is done, that moment (null: none) or another reason, making again what the
// history says. timeout as for sl_machine_run.
SlStopReason sl_course_run(SlChild *child, const SlStep *step, const SlMoment *until, bool breaks, int64_t timeout);
void sl_course_take(SlChild *child, SlStopReason reason); // the state that follows
void sl_course_slice(SlChild *child);                     // of a run or step under way
void sl_course_forget(SlChild *child);                    // another future begins here
void sl_course_input(SlChild *child, const char *bytes, size_t count, bool end);
void sl_course_freeze(SlChild *child, uint64_t goroutine, bool frozen);

// ---- travel.c: back, and to any moment that has been. Other processes take over; these return in those ----
void sl_travel_to_event(SlChild *child, uint64_t event);
void sl_travel_back(SlChild *child, const SlStep *step, bool breaks);
// Leaves a checkpoint when it is time. True: this process was woken from it, and has done its errand.
bool sl_travel_mark(SlChild *child);

#endif
