// SPDX-License-Identifier: MIT
// Where Go source comes from: files and folders on disk, packages under a go.mod, and the embedded standard library.
#ifndef SL_SOURCE_H
#define SL_SOURCE_H

#include "engine.h"

// A file beside the program's own. Several packages may share a folder: import "./a" then means the file a.go there,
// with the files of its package. Each belongs to one group.
typedef struct {
    const char *path; // in the file system
    const char *stem; // its name without .go
    SlHeader header;
    int group; // files of equal number are one package
} SlSibling;

// A package that was imported by a local path.
typedef struct {
    const char *path;   // that the engine knows it by
    const char *folder; // of its files
    int group;          // of siblings; -1: all files of the folder
} SlLocal;

typedef struct SlSources {
    SlArena *arena;
    SL_VEC(SlSource) files;  // the program's own
    const char *folder;      // of the program
    const char *module;      // import path of the module, or null
    const char *module_root; // its folder
    int go_minor;            // from go.mod; 0 without
    SL_VEC(SlSource) found;  // of the last find
    SL_VEC(SlSibling) siblings;
    int group, group_count; // of the program's own files among the siblings, and how many there are
    SL_VEC(SlLocal) locals;
} SlSources;

// Paths of .go files, or one folder. With tests, _test.go files of a folder count. Null with *error (malloc's memory).
// Files of several packages are taken only if one of them imports another by a local path; the program is then the
// package main, or else the last one.
SlSources *sl_sources_read(const char *const *paths, int count, bool tests, char **error);
// Makes another group of siblings the program. False with *error when a file cannot be read.
bool sl_sources_choose(SlSources *sources, int group, char **error);
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
extern const SlEmbedded sl_embedded_palette[];  // likewise: see graph/parts.h
extern const SlEmbedded sl_embedded_export[];   // likewise: page.html

#endif
