// SPDX-License-Identifier: MIT
// Canvas: the widget that shows a session's scene. Zoom at the pointer, pan, fit; click selects, and makes the move
// of a goroutine that can move; dragging a node places it. Keys act only while it has the focus.
#ifndef SL_CANVAS_H
#define SL_CANVAS_H

#include <gtk/gtk.h>

#include "ui/session.h"

G_BEGIN_DECLS

#define SL_TYPE_CANVAS (sl_canvas_get_type())
G_DECLARE_FINAL_TYPE(SlCanvas, sl_canvas, SL, CANVAS, GtkWidget)

GtkWidget *sl_canvas_new(SlSession *session);
void sl_canvas_fit(SlCanvas *self);                 // everything in view, and kept so until the user zooms or pans
void sl_canvas_zoom(SlCanvas *self, double factor); // at the centre
void sl_canvas_pan_to(SlCanvas *self, double x, double y); // that point of the scene in the middle
void sl_canvas_reveal(SlCanvas *self, guint64 key);        // a node that is out of view in the middle
SlRect sl_canvas_view(SlCanvas *self);                     // the part of the scene that is in view
double sl_canvas_get_zoom(SlCanvas *self);                 // 1: 100 %
void sl_canvas_set_presentation(SlCanvas *self, gboolean on);
void sl_canvas_set_inset(SlCanvas *self, double inset);         // pixels at the top that something covers
void sl_canvas_free_spot(SlCanvas *self, double *x, double *y); // near the middle of the view, where nothing stands
bool sl_canvas_node_rect(SlCanvas *self, guint64 key, GdkRectangle *rect); // in the widget; false: it is not there
void sl_canvas_delete_chosen(SlCanvas *self); // the wire that is chosen, else what is selected

// One end of a wire: a port of a process, or a channel.
typedef struct {
    int node;   // index in the scene; -1: none
    int port;   // index in the node's ports; -1: the node itself
    bool sends; // which end of a channel
} SlWireEnd;

// Signals: zoom-changed (or panned); wire-dropped (const SlWireEnd *, double x, y in the widget): a wire that begins
// there was let go where nothing is; quick-add and context-menu (double x, y in the widget): something is asked for
// there; edit-node: the leading node is to be edited.

G_END_DECLS

#endif
