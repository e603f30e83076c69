// SPDX-License-Identifier: MIT
// Console: what the program prints, and a line to type its input.
#ifndef SL_CONSOLE_H
#define SL_CONSOLE_H

#include <gtk/gtk.h>

#include "ui/session.h"

GtkWidget *sl_console_new(SlSession *session);

#endif
