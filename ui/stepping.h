// SPDX-License-Identifier: MIT
// Steps, breakpoints and freezing of a session's run. Breakpoints belong to the document and stay from run to run;
// those on lines are kept by line, those on goroutines and channels by where these are made. Main thread.
//
// The signal "stops" tells that the breakpoints have changed.
#ifndef SL_STEPPING_H
#define SL_STEPPING_H

#include "ui/session.h"

// Of the selected goroutine, else of main. back: to the last moment before now instead of the next one.
bool sl_session_can_step(SlSession *self, bool back);
void sl_session_step(SlSession *self, SlStepKind kind, bool back);
void sl_session_step_to_line(SlSession *self, int line, bool back); // of the shown file
void sl_session_step_own(SlSession *self, bool back);               // to that goroutine's next, or last, event
void sl_session_run_back(SlSession *self);                          // to the last breakpoint before, or the beginning
uint64_t sl_session_stepped(SlSession *self);                       // that goroutine's id

typedef struct {
    SlBreakpoint at; // from, to: as of the last change; not for lines
    int line;        // LINE: in the shown file; else 0
    char *label;     // "line 12", "send on jobs"
} SlStop;
const SlStop *sl_session_stops(SlSession *self, int *count);
uint32_t sl_session_stop_at(SlSession *self, int line); // id, 0: none
uint32_t sl_session_broken(SlSession *self);            // id of the one at which the run stands, 0: none
void sl_session_toggle_stop(SlSession *self, int line);
// Of a goroutine's or channel's node; the new one's id, 0: there is no such node.
uint32_t sl_session_add_stop(SlSession *self, SlBreakKind kind, uint64_t key);
uint64_t sl_session_stop_key(SlSession *self, uint32_t id);     // of the node that it is on, 0: none in the picture
void sl_session_remove_stops_of(SlSession *self, uint64_t key); // all that are on that node
void sl_session_change_stop(SlSession *self, uint32_t id, bool off, const char *condition);
void sl_session_remove_stop(SlSession *self, uint32_t id);
void sl_session_move_stop(SlSession *self, uint32_t id, int line); // its text has moved there

// The selected goroutine's; false where none is selected.
bool sl_session_is_frozen(SlSession *self, bool *frozen);
void sl_session_freeze(SlSession *self, bool frozen);
// Whether the run pauses at each choice of the scheduler: the user says who goes next.
bool sl_session_asks(SlSession *self);
void sl_session_set_asks(SlSession *self, bool asks);

#endif
