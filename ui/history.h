// SPDX-License-Identifier: MIT
// History: the steps from one text to the next, for undo and redo without limit. What is typed in one go is one step;
// an edit of the drawing is always one of its own. It keeps only what differs. Main thread.
#ifndef SL_HISTORY_H
#define SL_HISTORY_H

#include <glib.h>

typedef struct SlHistory SlHistory;
SlHistory *sl_history_new(void);
void sl_history_free(SlHistory *self);
void sl_history_clear(SlHistory *self);

// The text was `before` and is `after` now. What it does, in a word or two ("connect"); null: typed, and then it joins
// what was typed just before at the same place. now: microseconds.
void sl_history_record(SlHistory *self, const char *before, const char *after, const char *what, gint64 now);
// An edit that changes other files beside the text: a step of its own even where the text stays, and then its parts.
void sl_history_record_edit(SlHistory *self, const char *before, const char *after, const char *what, gint64 now);
void sl_history_record_beside(SlHistory *self, const char *file, const char *before, const char *after);
// The parts in other files of the step that was undone (or redone) last: at some place `old` becomes `new`.
typedef void (*SlHistoryBeside)(void *data, const char *file, gsize at, const char *old, const char *new);
void sl_history_undone_beside(SlHistory *self, SlHistoryBeside take, void *data);
void sl_history_redone_beside(SlHistory *self, SlHistoryBeside take, void *data);
// The text one step back or forth; null: there is none. g_free it.
char *sl_history_undo(SlHistory *self, const char *text);
char *sl_history_redo(SlHistory *self, const char *text);
const char *sl_history_next_undo(SlHistory *self); // what it does: "connect", "typing"; null: nothing to undo
const char *sl_history_next_redo(SlHistory *self);

#endif
