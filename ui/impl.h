// SPDX-License-Identifier: MIT
// The session's state, shared by the files of this folder: session.c holds the object, the document's side and the
// picture; session-run.c the run. A part of its own (stepping, findings, ...) gets a file of its own and its fields a
// group here; it frees them in a function that sl_session_finalize calls.
#ifndef SL_UI_IMPL_H
#define SL_UI_IMPL_H

#include <gio/gio.h>

#include "ui/document.h"
#include "ui/recovery.h"
#include "ui/session-edit.h"
#include "ui/session.h"

enum {
    SL_SIGNAL_DOCUMENT,
    SL_SIGNAL_TEXT,
    SL_SIGNAL_RUN,
    SL_SIGNAL_SCENE,
    SL_SIGNAL_SELECTION,
    SL_SIGNAL_FLIGHTS,
    SL_SIGNAL_OUTPUT,
    SL_SIGNAL_DISK,
    SL_SIGNAL_FINDINGS,
    SL_SIGNAL_REFUSED,
    SL_SIGNAL_INSPECTION,
    SL_SIGNAL_STOPS,
    SL_SIGNALS
};

struct _SlSession {
    GObject parent;
    // the document
    SlDocument *document;
    guint check_timer;
    bool wiring_due; // the text has changed while a run shows the wiring it began with
    // the document's file and its copy for recovery
    SlRecovery *recovery;
    GPtrArray *beside; // SlRecovery: of other files of the package
    GFileMonitor *monitor;
    guint keep_timer, look_timer;
    SlSessionDisk disk;
    char *ignored; // what the file holds and the user does not want to see
    // the run
    SlClient *client;
    guint source, world_timer;
    SlSessionState state;
    bool controlled, world_asked;
    double rate;
    uint64_t event;
    int64_t clock;
    char *verdict;
    bool verdict_bad, broke_off, mixed; // mixed: this run has been on all cores
    SlLog log;                          // of this run one at a time; on all cores what led to where it stands
    SlWorld *flight_end;                // on all cores, standing still: the World behind the log's last event
    bool viewing;                       // an earlier instant of it is shown
    GString *output;
    char *run_text;   // all of the text that runs
    gsize run_length; // of the shown file in it
    // stepping
    GArray *stops; // SlStop: breakpoints
    uint32_t last_stop, broken;
    bool asks, may_go;
    // the verdicts
    SlFindings *findings;
    int finding; // that is looked at, or -1
    char *found; // as a sentence
    // the inspector
    SlInspection *inspection;
    GHashTable *open_paths;        // of values whose parts are shown
    GHashTable *digests, *earlier; // of values by path: at this instant, and at the one before it
    GPtrArray *watches;            // Go expressions
    uint32_t depth;                // of the frame that is looked at
    uint64_t asked;                // goroutine
    char *hover;                   // what the pointer is on in the source
    SlPos hover_pos;
    // the picture
    SlWorld *world, *before;
    gint64 world_at, before_at;
    SlLayout *layout;
    SlScene *scene;
    const SlGeometry *geometry;
    uint64_t selected;
    GArray *also;      // keys selected beside it
    GPtrArray *opened; // names of functions, from below main to the one drawn
    GArray *nudged;    // keys of nodes whose new place is not in the text yet
    guint nudge_timer;
    SlParts *palette;
    char *refusal;                 // of the last edit that was refused
    GArray *departures, *departed; // collected; handed out last
};

// session.c
const SlSessionHost *sl_session_host(void);
void sl_session_emit(SlSession *self, int signal);
void sl_session_show(SlSession *self);                                               // makes scene and geometry anew
void sl_session_change_files(SlSession *self, const SlEdit *edit, const char *what); // as sl_session_change
void sl_session_check_now(SlSession *self); // without waiting for a pause in typing

// session-files.c
void sl_session_watch(SlSession *self); // the document is another one or stands elsewhere
void sl_session_files_init(SlSession *self);
void sl_session_files_free(SlSession *self);

// session-flight.c
void sl_session_take_events(SlSession *self, const SlMessage *message); // EVENTS, FLIGHT or DEFINITIONS
void sl_session_take_flight_end(SlSession *self);                       // standing still on all cores, with its World
void sl_session_log_begin(SlSession *self, bool cut);                   // another run, or another mode
void sl_session_flight_free(SlSession *self);

// session-findings.c
void sl_session_take_findings(SlSession *self, SlFindings *findings); // owns them; null: there are none any more
void sl_session_light_finding(SlSession *self, SlSceneOptions *options);
const char *sl_session_found(SlSession *self); // the verdict on goroutines that are stuck while others go on, or null
void sl_session_findings_init(SlSession *self);
void sl_session_findings_free(SlSession *self);

// session-inspect.c
void sl_session_ask(SlSession *self);                                       // again: what is asked has changed
void sl_session_take_inspection(SlSession *self, SlInspection *inspection); // owns it
void sl_session_inspect_forget(SlSession *self);                            // the run is over
void sl_session_inspect_init(SlSession *self);
void sl_session_inspect_free(SlSession *self);

// session-edit.c
void sl_session_light_hints(SlSession *self, SlScene *scene);           // marks the nodes that hints are about
void sl_session_shift_selection(SlSession *self, SlPos to, int64_t by); // what stands from there on has moved
void sl_session_edit_init(SlSession *self);
void sl_session_edit_free(SlSession *self);

// stepping.c
SlBreakpoint *sl_session_breakpoints(SlSession *self, int *count); // for the child; g_free it
void sl_session_forget_stops(SlSession *self);
void sl_session_light_stops(SlSession *self, SlScene *scene); // marks the nodes that have breakpoints
void sl_session_stepping_init(SlSession *self);
void sl_session_stepping_free(SlSession *self);

// session-run.c
void sl_session_forget_verdict(SlSession *self); // the run goes back
void sl_session_run_init(SlSession *self);
void sl_session_run_free(SlSession *self);

#endif
