// SPDX-License-Identifier: MIT
// Stack list: the functions that a goroutine is in, innermost first. What is the standard library's own is one row
// until that is opened; choosing another row shows that function's variables.
#ifndef SL_STACK_LIST_H
#define SL_STACK_LIST_H

#include <gtk/gtk.h>

#include "ui/session.h"

void sl_stack_list_init(GtkListBox *list, SlSession *session);
void sl_stack_list_set(GtkListBox *list, const SlInspection *inspection);

#endif
