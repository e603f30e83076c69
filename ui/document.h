// SPDX-License-Identifier: MIT
// Document: the text of a program on its way between file, editor and checker: where it came from, whether it has
// changed since and by which steps, the other files of its package, what is wrong with it, and the wiring of its
// last good state. It
// knows nothing of runs and pictures. GLib and no GTK; main thread.
#ifndef SL_DOCUMENT_H
#define SL_DOCUMENT_H

#include <glib.h>

#include "engine.h"
#include "graph/edit.h"
#include "graph/hints.h"
#include "graph/parts.h"
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
// An edit of the drawing, one step for undo in whichever files of the package it changes. They are saved together.
bool sl_document_apply(SlDocument *self, const SlEdit *edit, const char *what);
// Path and text of the index-th other file of the package with unsaved changes; null: there are no more. g_free it.
char *sl_document_unsaved(SlDocument *self, int index, const char **text);
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
// How imports are found; the document gives the owner back when it needs the program no longer.
typedef struct {
    SlImporter importer;
    void *owner;
    void (*free_owner)(void *owner);
} SlDocumentImports;
// Loads the program and takes its problems; rewire: and the wiring, if it has none.
void sl_document_check(SlDocument *self, const SlDocumentImports *imports, bool rewire);
const SlProblem *sl_document_problems(SlDocument *self, int *count);
// Of the last good state; null: there was none yet. The wiring is of the whole program, what a run is laid over; the
// drawing of the function that is open, with ports: what is edited.
const SlWiring *sl_document_wiring(SlDocument *self);
const SlWiring *sl_document_drawing(SlDocument *self);
SlEditContext sl_document_context(SlDocument *self); // only while there is a drawing
int sl_document_shown(SlDocument *self);             // index of the document's file in the program
const SlHints *sl_document_hints(SlDocument *self);  // on the design; null: the last text was not good
const SlProgram *sl_document_program(SlDocument *self);
// The text between the braces of the function that begins there; null: not in the document. g_free it.
char *sl_document_body(SlDocument *self, SlPos function);
const SlParts *sl_document_parts(SlDocument *self); // its own functions that can be dropped; null: none yet
void sl_document_open_function(SlDocument *self, const char *name);  // null or unknown: main
const char *sl_document_function_at(SlDocument *self, SlPos pos);    // its name; null: none begins there
SlWireFunction *sl_document_functions(SlDocument *self, int *count); // good until the next check

// What the last check found replaced since the wiring before (SlReplacement, of all of the program; the last first);
// null: nothing, or the document is another.
const GArray *sl_document_replacements(SlDocument *self);

#endif
