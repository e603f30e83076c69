// SPDX-License-Identifier: MIT
// Preferences: what the user has set, kept by GSettings, and the window that changes it. Where the schema is not
// installed, the one beside the program (a build folder) counts; without either, settings last as long as the program.
#ifndef SL_PREFERENCES_H
#define SL_PREFERENCES_H

#include <gtk/gtk.h>

#include "ui/session.h"

G_BEGIN_DECLS

void sl_preferences_apply(void);               // colours and motion, now and whenever they change
void sl_preferences_begin(SlSession *session); // how runs of a new session begin
gboolean sl_preferences_palette(void);         // whether the palette is shown when a program is opened
void sl_preferences_show(GtkWindow *parent);

G_END_DECLS

#endif
