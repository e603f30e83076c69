// SPDX-License-Identifier: MIT
// Source view: the document as text, with Go's colours, errors underlined, and the line where the selection stands.
#ifndef SL_SOURCE_VIEW_H
#define SL_SOURCE_VIEW_H

#include <gtk/gtk.h>

#include "ui/session.h"

GtkWidget *sl_source_view_new(SlSession *session);
int sl_source_view_line(GtkWidget *view);                      // of the cursor, from 1
void sl_source_view_go(GtkWidget *view, int line, int column); // puts the cursor there, in view

#endif
