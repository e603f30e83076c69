// SPDX-License-Identifier: MIT
// Outline: the goroutines and channels of the scene as rows, for reading, screen readers and the keyboard.
#ifndef SL_OUTLINE_H
#define SL_OUTLINE_H

#include <gtk/gtk.h>

#include "ui/session.h"

GtkWidget *sl_outline_new(SlSession *session);

#endif
