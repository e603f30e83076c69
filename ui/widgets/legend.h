// SPDX-License-Identifier: MIT
// Legend: the symbols of the states that are on the canvas.
#ifndef SL_LEGEND_H
#define SL_LEGEND_H

#include <gtk/gtk.h>

#include "ui/session.h"

GtkWidget *sl_legend_new(SlSession *session);

#endif
