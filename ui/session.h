// SPDX-License-Identifier: MIT
// Session: all state of one window: the document and what the front end makes of it, the run, the Scene shown, the
// selection. Widgets read it, ask it for changes, and listen to its signals; it knows GLib and no GTK. Main thread.
//
// Signals (no arguments unless told):
//   document   name, path, unsaved changes or errors have changed
//   text       the text was replaced from outside the source view (opened, undone, drawn)
//   run        state, mode, rate, clock or verdict have changed
//   scene      scene and geometry are new
//   selection  another node is selected
//   flights    messages have begun to travel (sl_session_flights)
//   disk       the document's file has been changed by another program, or that is settled
//   findings   verdicts are new, or another one is looked at
//   inspection the inspector has something new to show
//   output     the program wrote, or the console was cleared
#ifndef SL_SESSION_H
#define SL_SESSION_H

#include <glib-object.h>

#include "engine.h"
#include "ui/document.h"
#include "ui/layout/layout.h"
#include "ui/scene/scene.h"

G_BEGIN_DECLS

#define SL_TYPE_SESSION (sl_session_get_type())
G_DECLARE_FINAL_TYPE(SlSession, sl_session, SL, SESSION, GObject)

SlSession *sl_session_new(void);

// ---- the document ----
void sl_session_open_text(SlSession *self, const char *name, const char *text); // no path: a new or an example document
bool sl_session_open(SlSession *self, const char *path, GError **error);
bool sl_session_save(SlSession *self, const char *path, GError **error); // atomically; path null: where it came from
void sl_session_edit(SlSession *self, const char *text);                 // the user typed: checked soon after
// The drawing or a command changed it: checked at once, a step by itself that undo calls `what`.
void sl_session_change(SlSession *self, const char *text, const char *what);
void sl_session_undo(SlSession *self);
void sl_session_redo(SlSession *self);
const char *sl_session_next_undo(SlSession *self); // what it would undo: "connect", "typing"; null: nothing
const char *sl_session_next_redo(SlSession *self);
const char *sl_session_text(SlSession *self);
const char *sl_session_name(SlSession *self); // "worker-pool.go"
const char *sl_session_path(SlSession *self); // null: never saved
bool sl_session_is_modified(SlSession *self);
bool sl_session_is_fresh(SlSession *self); // opened and not touched since: no step to undo or redo

// Whether the file on disk is still what was opened or saved.
typedef enum { SL_DISK_SAME, SL_DISK_CHANGED, SL_DISK_GONE } SlSessionDisk;
SlSessionDisk sl_session_disk(SlSession *self);
bool sl_session_reload(SlSession *self, GError **error); // what the file holds now; undo leads back
void sl_session_ignore_disk(SlSession *self);            // until it changes again
// Unsaved text that a crash left behind: as path's (may be null) unsaved change; undo leads to what was saved.
void sl_session_recover(SlSession *self, const char *path, const char *name, const char *text);

const SlProblem *sl_session_problems(SlSession *self, int *count);

// ---- the run ----
typedef enum {
    SL_SESSION_EDITING,
    SL_SESSION_STARTING,
    SL_SESSION_RUNNING,
    SL_SESSION_PAUSED,
    SL_SESSION_INPUT,
    SL_SESSION_ENDED
} SlSessionState;

SlSessionState sl_session_state(SlSession *self);
void sl_session_run(SlSession *self); // starts, or goes on when paused
void sl_session_pause(SlSession *self);
void sl_session_stop(SlSession *self); // back to editing
void sl_session_next(SlSession *self); // one event on; starts paused when editing
// One at a time, paused or ended: to the instant behind an event, or one event back. Going back is making the run
// again.
bool sl_session_can_go(SlSession *self);
void sl_session_go(SlSession *self, uint64_t event);
void sl_session_back(SlSession *self);
// What happened in the run so far (also behind the instant shown). On all cores it is there once the run stands still:
// what led to it.
const SlLog *sl_session_log(SlSession *self); // never null; changes with the signals "run" and "scene"
// All cores, standing still: sl_session_go shows an instant of the log, for viewing only; the machine stays where it
// is.
bool sl_session_can_view(SlSession *self);
bool sl_session_is_viewing(SlSession *self); // an earlier instant is shown
void sl_session_view(SlSession *self, uint64_t event);
// This one makes the next move. If it comes to a select of which several cases are ready, it pauses there, and they are
// marked in the scene (SlEdge.offer); moved once more, it takes any of them.
void sl_session_move(SlSession *self, uint64_t goroutine);
void sl_session_take_case(SlSession *self, int offer); // the case with that place among them
bool sl_session_controlled(SlSession *self);
void sl_session_set_controlled(SlSession *self, bool controlled);
double sl_session_rate(SlSession *self); // events per second
void sl_session_set_rate(SlSession *self, double rate);
void sl_session_input(SlSession *self, const char *line);   // with its newline; null: end of input
uint64_t sl_session_event(SlSession *self);                 // number of the last event
int64_t sl_session_clock(SlSession *self);                  // nanoseconds
const char *sl_session_verdict(SlSession *self, bool *bad); // one plain sentence on how it ended or got stuck, or null
bool sl_session_broke_off(SlSession *self);                 // the child died under it
const char *sl_session_output(SlSession *self, gsize *length); // what the console shows: the last part of a long output
int sl_session_child(SlSession *self);                         // process id, 0 without

// ---- verdicts ----
// Who can never continue in the instant shown, and why; null: nobody is known to. Good until the next signal.
const SlFindings *sl_session_findings(SlSession *self);
int sl_session_finding(SlSession *self);                  // index of the one looked at: the picture lights it; -1: none
void sl_session_show_finding(SlSession *self, int index); // -1: none

// ---- what is shown ----
const SlScene *sl_session_scene(SlSession *self);       // never null
const SlGeometry *sl_session_geometry(SlSession *self); // never null
const SlWorld *sl_session_world(SlSession *self);       // null while editing
uint64_t sl_session_selected(SlSession *self);
void sl_session_select(SlSession *self, uint64_t key);
void sl_session_place(SlSession *self, uint64_t key, double x, double y); // the user moved a node's centre there
// Messages that have begun to travel since the last call: edge keys with their values. Empties the list.
typedef struct {
    uint64_t edge;
    char value[SL_EVENT_TEXT];
} SlDeparture;
const SlDeparture *sl_session_departures(SlSession *self, int *count);
// Line and column of a position in the document; line 0: elsewhere.
// The text that positions are in, those of the shown file beginning at *from; it ends with the next change.
const char *sl_session_source(SlSession *self, gsize *length, SlPos *from);
void sl_session_line(SlSession *self, SlPos pos, int *line, int *column);

// ---- the inspector ----
// Of the selected node (or the goroutine that moved last) at the instant shown; null: nothing is known. On all cores
// there is one only while the run is paused.
const SlInspection *sl_session_inspection(SlSession *self);
bool sl_session_changed(SlSession *self, const SlInspectNode *node); // its value is another than an instant before
void sl_session_open_path(SlSession *self, const char *path, bool open);
bool sl_session_is_path_open(SlSession *self, const char *path);
void sl_session_set_depth(SlSession *self, uint32_t depth); // of the frame whose variables are shown; SL_INSPECT_OWN
const char *const *sl_session_watches(SlSession *self, int *count);
void sl_session_set_watch(SlSession *self, int index,
                          const char *text); // index -1: a new one; text empty: none any more
// What the pointer is on in the source (null: nothing); its value follows when it is known.
void sl_session_hover(SlSession *self, const char *text, SlPos pos);
const SlInspectNode *sl_session_hovered(SlSession *self);

// How the session gets at the standard library and the child; set once by the application before the first session.
typedef struct {
    SlImporter (*importer)(const char *folder, void **owner); // free_owner frees what it made
    void (*free_owner)(void *owner);
    const char *const *parts; // Go texts of the palette
    int part_count;
    const char *child; // path of the command-line program
} SlSessionHost;
void sl_session_set_host(const SlSessionHost *host);

G_END_DECLS

#endif
