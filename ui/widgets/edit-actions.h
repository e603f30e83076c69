// SPDX-License-Identifier: MIT
// The actions that change the drawing: rename, delete, copy, align, ... They ask the session for one edit each; why one
// was refused comes back from there.
#ifndef SL_EDIT_ACTIONS_H
#define SL_EDIT_ACTIONS_H

#include "ui/session-edit.h"
#include "ui/widgets/canvas.h"

G_BEGIN_DECLS

// Adds them to a window, for its canvas. They live as long as the window.
void sl_edit_actions_add(GtkApplicationWindow *window, SlSession *session, SlCanvas *canvas);
// Which of them make sense now.
void sl_edit_actions_update(GtkApplicationWindow *window, SlSession *session);

G_END_DECLS

#endif
