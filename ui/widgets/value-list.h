// SPDX-License-Identifier: MIT
// Value list: a tree of values as rows of name, type and value. Rows are used again when the values are new, so that
// nothing jumps and the focus stays. Right and Left open and close; Enter, too.
#ifndef SL_VALUE_LIST_H
#define SL_VALUE_LIST_H

#include <gtk/gtk.h>

#include "ui/session.h"

// editable: of watches; Delete removes, F2 or a double click edits (on_edit is called with the number of the watch).
GtkWidget *sl_value_list_new(SlSession *session, const char *label, void (*on_edit)(void *data, int watch), void *data);
void sl_value_list_set(GtkWidget *list, const SlInspectNode *nodes, int count);

#endif
