// SPDX-License-Identifier: MIT
// The drawing's side of a session: selection of several nodes, the function that is open, and edits of the drawing.
// Main thread. Signal refused: an edit was not possible; sl_session_refusal says why.
#ifndef SL_SESSION_EDIT_H
#define SL_SESSION_EDIT_H

#include "graph/edit.h"
#include "graph/parts.h"
#include "ui/session.h"

// ---- the selection: a leading node (sl_session_selected) and others ----
bool sl_session_is_selected(SlSession *self, uint64_t key);
void sl_session_select_keys(SlSession *self, const uint64_t *keys, int count); // the first leads
void sl_session_toggle(SlSession *self, uint64_t key);                         // in or out of it
uint64_t *sl_session_selection(SlSession *self, int *count); // those that the scene has, leader first; g_free it

// ---- the function that is open: a path of names below main ----
const char *const *sl_session_opened(SlSession *self, int *depth);
bool sl_session_open_node(SlSession *self, uint64_t key);         // into a process or stage; false: it has no inside
void sl_session_open_function(SlSession *self, const char *name); // null, "main": the top
void sl_session_close_node(SlSession *self, int depth);           // back to that many names

const SlWireFunction *sl_session_functions(SlSession *self, int *count); // that can be opened, in source order
// The text between the braces of a process's function; null: it has none in the document. g_free it.
char *sl_session_body(SlSession *self, uint64_t key);

// ---- hints on the design, while editing ----
const SlHints *sl_session_hints(SlSession *self);        // null: a run is shown, or the text has an error
void sl_session_select_hint(SlSession *self, int index); // the nodes that it is about

// ---- edits ----
const SlWiring *sl_session_drawing(SlSession *self);           // what edits speak of; null while a run is shown
int sl_session_wire(SlSession *self, uint64_t key);            // index of a node in it, or -1
const char *sl_session_cannot_edit(SlSession *self);           // why nothing can be edited now; null: it can
char *sl_session_why_not(SlSession *self, const SlEditOp *op); // why this would be refused; null: it would not; g_free
// One step for undo, called `what` there; selects what it made. False: refused (signal).
bool sl_session_apply(SlSession *self, const SlEditOp *op, const char *what);
bool sl_session_apply_selected(SlSession *self, SlEditOp op, const char *what); // to all selected nodes
const char *sl_session_refusal(SlSession *self);
// Centres of nodes, in points. Written into the text where the node is the text's.
bool sl_session_move_nodes(SlSession *self, const uint64_t *keys, const SlEditPlace *places, int count,
                           const char *what);
bool sl_session_duplicate(SlSession *self); // what is selected, beside itself on free paper
bool sl_session_arrange(SlSession *self);   // all nodes by the automatic layout
char *sl_session_copy(SlSession *self);     // the selected nodes as a Go file; null: nothing to copy; g_free it

// Why two ports (or with to_port < 0 a port and the channel to_node; of the drawing) cannot be connected; null: they
// can.
const char *sl_session_fits(SlSession *self, SlArena *arena, int port, int to_node, int to_port);
// Shows nodes elsewhere without changing the text: while they are dragged.
void sl_session_place_all(SlSession *self, const uint64_t *keys, const SlEditPlace *places, int count);
void sl_session_nudge(SlSession *self, double dx, double dy); // what is selected; written soon after the last one

// ---- parts: the palette's and the program's own functions ----
const SlParts *sl_session_palette(SlSession *self);
const SlParts *sl_session_own_parts(SlSession *self);                  // of the last good state
const SlPart *sl_session_find_part(SlSession *self, const char *name); // own ones first; null: there is none
// Adds it at a place, or into the wire of a channel of the drawing (else -1).
bool sl_session_add_part(SlSession *self, const char *name, double x, double y, int channel);
// Adds it at a place with its first port that fits at the other end of a wire: of a port, or (port < 0) of a channel on
// which it is to send.
bool sl_session_add_to_wire(SlSession *self, const char *name, double x, double y, int port, int channel, bool sends);
char *sl_session_why_no_part(SlSession *self, const char *name, int channel); // null: it can be put there; g_free it

#endif
