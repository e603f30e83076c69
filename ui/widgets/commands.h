// SPDX-License-Identifier: MIT
// Commands: every action of the window once, with its words and its keys. The accelerators, the command palette and the
// keys of the canvas are made from this table.
#ifndef SL_COMMANDS_H
#define SL_COMMANDS_H

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct {
    const char *action; // "win.save"; with a target "win.color::blue"
    const char *title;  // "Save"; translatable; null: not offered in the command palette
    const char *keys[3];
    gboolean local; // the keys act only while canvas or outline have the focus
} SlCommand;

extern const SlCommand sl_commands[]; // ends with a null action
void sl_commands_set_accels(GtkApplication *application);
void sl_commands_add_local(GtkWidget *widget); // the local keys act while this widget has the focus
void sl_commands_ask(GtkWidget *window);       // the command palette

G_END_DECLS

#endif
