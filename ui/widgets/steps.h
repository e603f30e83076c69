// SPDX-License-Identifier: MIT
// Steps as the user meets them: one table of actions, keys and words; a menu, a row of labelled buttons, the group in
// the shortcuts window.
#ifndef SL_STEPS_H
#define SL_STEPS_H

#include <adwaita.h>

#include "ui/session.h"

// Adds the actions to the window, which follows the session. source: the source view, for the cursor's line.
void sl_steps_add(GtkWindow *window, SlSession *session, GtkWidget *source);
GMenuModel *sl_steps_menu(void);
GtkWidget *sl_steps_bar_new(void);                                 // the buttons over the source
void sl_steps_accels(GtkApplication *application);                 // the keys
void sl_steps_shortcuts(GtkBuilder *builder, const char *section); // the group for the shortcuts window

#endif
