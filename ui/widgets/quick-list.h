// SPDX-License-Identifier: MIT
// A list in a popover that is narrowed down by typing: arrows move, Enter takes, Esc closes. Its rows are the caller's.
#ifndef SL_QUICK_LIST_H
#define SL_QUICK_LIST_H

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef gboolean (*SlQuickMatches)(GtkWidget *row, const char *words);
// row null: nothing matches what was typed.
typedef void (*SlQuickTake)(void *data, GtkWidget *row, const char *words);

typedef struct {
    GtkWidget *parent;
    GdkRectangle at;   // in the parent; width 0: at its top, in the middle
    const char *hint;  // in the empty entry
    const char *empty; // what to say when nothing matches
    SlQuickMatches matches;
    SlQuickMatches begins; // may be null: the first row for which it holds is the one that Enter takes
    SlQuickTake take;
    void *data; // freed by free_data when the popover goes
    GDestroyNotify free_data;
} SlQuickList;

// The list is the popover's: fill it, then show it.
GtkListBox *sl_quick_list_new(const SlQuickList *options);
void sl_quick_list_show(GtkListBox *list);
// A plain row: words, and something at its right end ("Ctrl+S"; may be null). Its data is `key`.
GtkWidget *sl_quick_row_new(const char *text, const char *detail, const char *key);
const char *sl_quick_row_key(GtkWidget *row);
gboolean sl_quick_row_matches(GtkWidget *row, const char *words);

G_END_DECLS

#endif
