// SPDX-License-Identifier: MIT
// Document: the text of a program on its way between file, editor and checker: where it came from, whether it has
// changed since and by which steps, the other files of its package, what is wrong with it, and the wiring of its
// last good state. It
// knows nothing of runs and pictures. GLib and no GTK; main thread.
#ifndef SL_DOCUMENT_H
#define SL_DOCUMENT_H

#include <glib.h>

#include "engine.h"
#include "graph/wiring.h"
#include "ui/history.h"

typedef struct {
    int line, column; // from 1, column in bytes
    char *message;
} SlProblem;

typedef struct SlDocument SlDocument;
SlDocument *sl_document_new(void);
void sl_document_free(SlDocument *self);

void sl_document_set(SlDocument *self, const char *name, const char *text); // no path: a new or an example document
bool sl_document_open(SlDocument *self, const char *path, GError **error);  // a file, or a folder as a package
// Atomically; path null: where it came from. A document that leaves its folder leaves its package.
bool sl_document_save(SlDocument *self, const char *path, GError **error);
// what: the step's name for undo ("connect"); null: typed. False: it is the same text.
bool sl_document_edit(SlDocument *self, const char *text, const char *what);
bool sl_document_undo(SlDocument *self); // false: nothing to undo
bool sl_document_redo(SlDocument *self);
SlHistory *sl_document_history(SlDocument *self);

const char *sl_document_text(SlDocument *self);
const char *sl_document_name(SlDocument *self); // "worker-pool.go"
const char *sl_document_path(SlDocument *self); // null: never saved
bool sl_document_is_modified(SlDocument *self);
const char *sl_document_saved(SlDocument *self); // the text as last saved or opened
void sl_document_set_saved(SlDocument *self, const char *text);
bool sl_document_is_package(SlDocument *self);
char *sl_document_place(SlDocument *self); // the folder it stands in, for imports; g_free it; null: none

// ---- all of the program ----
void sl_document_load_files(SlDocument *self);               // anew: another program may have changed them
SlSource *sl_document_sources(SlDocument *self, int *count); // g_free the array; good until the next change
char *sl_document_whole(SlDocument *self);                   // as positions count: the files, a byte apart; g_free it
gsize sl_document_offset(SlDocument *self);                  // bytes of it before the shown file

// ---- checked ----
// Loads the program and takes its problems; rewire: and the wiring, if it has none.
void sl_document_check(SlDocument *self, const SlImporter *importer, bool rewire);
const SlProblem *sl_document_problems(SlDocument *self, int *count);
const SlWiring *sl_document_wiring(SlDocument *self); // of the last good state; may be null

// What the last check found replaced since the wiring before (SlReplacement, of all of the program; the last first);
// null: nothing, or the document is another.
const GArray *sl_document_replacements(SlDocument *self);

#endif
