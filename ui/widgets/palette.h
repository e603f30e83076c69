// SPDX-License-Identifier: MIT
// Palette: processes to drag into the drawing, those that come with Sluice and the program's own functions; searched
// by words. Activating a row adds it without the mouse.
#ifndef SL_PALETTE_WIDGET_H
#define SL_PALETTE_WIDGET_H

#include <gtk/gtk.h>

#include "ui/session-edit.h"

G_BEGIN_DECLS

typedef void (*SlPaletteAdd)(void *data, const char *name);
GtkWidget *sl_palette_new(SlSession *session, SlPaletteAdd add, void *data);
void sl_palette_focus(GtkWidget *palette); // its search

G_END_DECLS

#endif
