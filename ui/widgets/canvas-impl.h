// SPDX-License-Identifier: MIT
// The canvas's insides, shared by canvas.c (view, motion, drawing), canvas-input.c (pointer and keys) and
// canvas-edit.c (what is being pulled: a wire, a box, nodes, something from the palette).
#ifndef SL_CANVAS_IMPL_H
#define SL_CANVAS_IMPL_H

#include "ui/session-edit.h"
#include "ui/widgets/canvas-cache.h"
#include "ui/widgets/canvas.h"

static const double SL_ZOOM_LEAST = 0.04, SL_ZOOM_MOST = 4;
enum { SL_GRID = 12 }; // points; nodes snap to it

typedef enum { SL_PULL_NONE, SL_PULL_VIEW, SL_PULL_NODES, SL_PULL_BOX, SL_PULL_WIRE } SlPull;

typedef struct {
    SlPull kind;
    double from_x, from_y, x, y; // in the scene, where it began and is
    double view_x, view_y;       // VIEW: the view at the start
    guint64 *keys;               // NODES: who is moved, and their centres at the start
    SlEditPlace *starts;
    int count;
    bool moved;
    uint64_t *before; // BOX: what was selected and stays so
    int before_count;
    SlWireEnd end, over;   // WIRE: where it comes from, and what it is over
    SlArena *arena;        // WIRE: reasons
    const char **why_port; // WIRE: for each port of the wiring, why it does not fit; null: it fits
    const char **why_node; // WIRE: for each node of the wiring, likewise, as a channel to join
} SlPulled;

struct _SlCanvas {
    GtkWidget parent;
    SlSession *session;
    SlCanvasCache *cache;
    double x, y, zoom; // the scene's point at the top left corner, and points to pixels
    double pointer_x, pointer_y;
    gboolean pointer_in, space; // space: held down, so that dragging pans
    gboolean fitting, presentation;
    double inset;      // pixels at the top that the banner covers
    GHashTable *shown; // node key to Shown
    GArray *flights;
    guint tick;
    gint64 last_frame;
    // editing
    SlPulled pull;
    guint64 chosen_edge;      // key of a wire that is selected; 0: none
    char *drop_why;           // why what is dragged over the canvas cannot be dropped here; null: it can
    int drop_edge, drop_node; // scene index of the wire it would go into, -1: none; and of its channel
    gboolean dropping;
};

// canvas.c
void sl_canvas_animate(SlCanvas *self);
void sl_canvas_zoom_at(SlCanvas *self, double factor, double x, double y);
void sl_canvas_show_at(SlCanvas *self, guint64 key, double x, double y); // at once, without easing there

// canvas-input.c
void sl_canvas_input_init(SlCanvas *self);
int sl_canvas_node_at(SlCanvas *self, double x, double y); // in the widget; -1: none

// canvas-edit.c
void sl_canvas_edit_init(SlCanvas *self);
void sl_canvas_edit_follow(SlCanvas *self); // once it has its session
void sl_canvas_edit_free(SlCanvas *self);
SlWireEnd sl_canvas_end_at(SlCanvas *self, double x, double y); // where a wire could begin; node -1: nowhere
int sl_canvas_edge_at(SlCanvas *self, double x, double y);      // index of a wire; -1: none
void sl_canvas_pull_wire(SlCanvas *self, SlWireEnd end);
void sl_canvas_pull_nodes(SlCanvas *self, int node);
void sl_canvas_pull_box(SlCanvas *self, bool keep);
void sl_canvas_pull_view(SlCanvas *self);
void sl_canvas_pulled_to(SlCanvas *self, double x, double y, bool snap); // in the widget
void sl_canvas_let_go(SlCanvas *self);                                   // where it is
void sl_canvas_cancel(SlCanvas *self);
bool sl_canvas_nudge(SlCanvas *self, double dx, double dy);
void sl_canvas_snapshot_edit(SlCanvas *self, GtkSnapshot *snapshot, const SlPaintStyle *style);

#endif
