// SPDX-License-Identifier: MIT
// A row for a process that can be added: a sign of its ports, its name, what it does. Shared by the palette and by
// adding by name.
#ifndef SL_PART_ROW_H
#define SL_PART_ROW_H

#include <gtk/gtk.h>

#include "ui/session-edit.h"

G_BEGIN_DECLS

// A GtkListBoxRow; it keeps no reference to the part.
GtkWidget *sl_part_row_new(const SlPart *part);
const char *sl_part_row_name(GtkWidget *row);                    // of the function
const char *sl_part_row_category(GtkWidget *row);                // its heading: "Sources", "Your functions"
gboolean sl_part_row_matches(GtkWidget *row, const char *words); // every word is in its name, title or sentence
gboolean sl_part_row_begins(GtkWidget *row, const char *words);  // its title or name begins with them
// Fills a list with the parts of a session, own ones first, under headings. Type (what a channel carries, or the type
// of a channel): only those that could receive (or send) it, as far as the types as written tell; null: all.
void sl_part_rows_fill(GtkListBox *list, SlSession *session, const char *type, bool receives);

G_END_DECLS

#endif
