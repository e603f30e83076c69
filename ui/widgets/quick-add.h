// SPDX-License-Identifier: MIT
// Lists that open over the canvas and are narrowed down by typing: add a process by name, find a node, choose what to
// connect, open a function.
#ifndef SL_QUICK_ADD_H
#define SL_QUICK_ADD_H

#include <gtk/gtk.h>

#include "ui/session-edit.h"
#include "ui/widgets/canvas.h"

G_BEGIN_DECLS

// At a place in the canvas; x below 0: where the canvas would put something new.
void sl_quick_add(SlCanvas *canvas, SlSession *session, double x, double y);
// Processes that fit to the other end of a wire that was let go at a place in the canvas.
void sl_quick_wire(SlCanvas *canvas, SlSession *session, const SlWireEnd *end, double x, double y);
void sl_quick_find(SlCanvas *canvas, SlSession *session);
void sl_quick_connect(SlCanvas *canvas, SlSession *session); // every connection that the leading node can have
void sl_quick_function(SlCanvas *canvas, SlSession *session);

G_END_DECLS

#endif
