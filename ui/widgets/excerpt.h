// SPDX-License-Identifier: MIT
// Excerpt: a few lines of source around the current one, which is marked. Always the same number of rows.
#ifndef SL_EXCERPT_H
#define SL_EXCERPT_H

#include <gtk/gtk.h>

#include "ui/session.h"

void sl_excerpt_init(GtkBox *box);                                         // fills the box with rows
void sl_excerpt_set(GtkBox *box, SlSession *session, SlPos pos, bool bad); // bad: it is stuck there
#endif
