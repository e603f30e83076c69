// SPDX-License-Identifier: MIT
// Two windows in which Go is written: the body of a process, and a process that does not exist yet (name, ports, body).
#ifndef SL_BODY_EDITOR_H
#define SL_BODY_EDITOR_H

#include "ui/session-edit.h"
#include "ui/widgets/canvas.h"

G_BEGIN_DECLS

void sl_body_editor(GtkWindow *parent, SlSession *session); // of the leading node; nothing when it has none here
void sl_new_process(GtkWindow *parent, SlCanvas *canvas, SlSession *session);

G_END_DECLS

#endif
