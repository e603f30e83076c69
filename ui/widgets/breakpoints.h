// SPDX-License-Identifier: MIT
// Breakpoints: the list of all of them behind a button that tells how many there are. Each can be switched off, given a
// condition, gone to and removed.
#ifndef SL_BREAKPOINTS_H
#define SL_BREAKPOINTS_H

#include <gtk/gtk.h>

#include "ui/session.h"

typedef void (*SlBreakpointsGo)(void *data, int line, uint64_t key); // to a line (0: none), or a node of the picture

GtkWidget *sl_breakpoints_new(SlSession *session, SlBreakpointsGo go, void *data); // a menu button
void sl_breakpoints_show(GtkWidget *button, uint32_t id); // opens it; id: this one's condition is to be typed, 0: none

#endif
