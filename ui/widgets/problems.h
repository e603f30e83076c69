// SPDX-License-Identifier: MIT
// Problems: what the compiler says against the text; choosing one goes there.
#ifndef SL_PROBLEMS_H
#define SL_PROBLEMS_H

#include <gtk/gtk.h>

#include "ui/session.h"

GtkWidget *sl_problems_new(SlSession *session);

#endif
