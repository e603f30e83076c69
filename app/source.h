// SPDX-License-Identifier: MIT
// Where Go source comes from: files and folders on disk, packages under a go.mod, and the embedded standard library.
#ifndef SL_SOURCE_H
#define SL_SOURCE_H

#include "engine.h"

typedef struct SlSources {
    SlArena *arena;
    SL_VEC(SlSource) files;  // the program's own
    const char *folder;      // of the program
    const char *module;      // import path of the module, or null
    const char *module_root; // its folder
    int go_minor;            // from go.mod; 0 without
    SL_VEC(SlSource) found;  // of the last find
} SlSources;

// Paths of .go files, or one folder. With tests, _test.go files of a folder count. Null with *error (malloc's memory).
SlSources *sl_sources_read(const char *const *paths, int count, bool tests, char **error);
// A program held in memory (a document that is being edited); folder may be null.
SlSources *sl_sources_from_text(const char *name, const char *text, size_t length, const char *folder);
void sl_sources_free(SlSources *sources);
SlImporter sl_sources_importer(SlSources *sources);

// The embedded files, see resources/embed.sh.
typedef struct {
    const char *folder, *name; // "fmt", "print.go"
    const char *bytes, *end;
} SlEmbedded;
extern const SlEmbedded sl_embedded_std[];      // sorted by folder; ends with a null folder
extern const SlEmbedded sl_embedded_examples[]; // likewise

#endif
