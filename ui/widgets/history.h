// SPDX-License-Identifier: MIT
// History of the selected channel: a panel for the inspector, seen while a channel is selected and something has passed
// through it.
#ifndef SL_HISTORY_VIEW_H
#define SL_HISTORY_VIEW_H

#include <gtk/gtk.h>

#include "ui/session.h"

GtkWidget *sl_history_view_new(SlSession *session);

#endif
