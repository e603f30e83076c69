// SPDX-License-Identifier: MIT
// What is said over the canvas: where one is (the path of opened functions), that the drawing stays at its last good
// state, and to whoever has an empty drawing how to begin.
#ifndef SL_CANVAS_NOTES_H
#define SL_CANVAS_NOTES_H

#include "ui/session-edit.h"
#include "ui/widgets/canvas.h"

G_BEGIN_DECLS

void sl_canvas_notes_add(GtkOverlay *overlay, SlSession *session, SlCanvas *canvas);

G_END_DECLS

#endif
