// SPDX-License-Identifier: MIT
// Timeline: a lane for each goroutine, an arrow for each message; dragging shows that instant everywhere.
#ifndef SL_TIMELINE_VIEW_H
#define SL_TIMELINE_VIEW_H

#include <gtk/gtk.h>

#include "ui/session.h"

GtkWidget *sl_timeline_view_new(SlSession *session);

#endif
