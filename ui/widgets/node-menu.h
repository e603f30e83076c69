// SPDX-License-Identifier: MIT
// The context menu of what is selected: of the drawing while editing, of goroutines and channels in a run. Canvas and
// outline open the same one.
#ifndef SL_NODE_MENU_H
#define SL_NODE_MENU_H

#include <gtk/gtk.h>

#include "ui/session.h"

void sl_node_menu_popup(GtkWidget *over, const GdkRectangle *at, SlSession *session);
// The actions that only the menu has. source: the source view; breakpoints: the button of the list.
void sl_node_menu_add(GtkWindow *window, SlSession *session, GtkWidget *source, GtkWidget *breakpoints);

#endif
