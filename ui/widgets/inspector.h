// SPDX-License-Identifier: MIT
// Inspector: what is selected: its state and since when, what it waits for, what a channel holds and who queues.
#ifndef SL_INSPECTOR_H
#define SL_INSPECTOR_H

#include <gtk/gtk.h>

#include "ui/session.h"

GtkWidget *sl_inspector_new(SlSession *session);

#endif
