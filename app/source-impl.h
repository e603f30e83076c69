// SPDX-License-Identifier: MIT
// What the files that read source share.
#ifndef SL_SOURCE_IMPL_H
#define SL_SOURCE_IMPL_H

#include "app/source.h"

char *sl_source_failure(const char *path, const char *why);                             // malloc's memory
bool sl_source_load(SlSources *sources, const char *path, SlSource *out, char **error); // reads a file
// Paths of the .go files of a folder that belong to a build for Linux on amd64, sorted. False with *error.
typedef SL_VEC(const char *) SlPaths;
bool sl_source_list(SlSources *sources, const char *folder, bool tests, SlPaths *paths, char **error);

// siblings.c
// Sorts files into packages. False with *error when they are of several that do not import each other.
bool sl_siblings_sort(SlSources *sources, const SlPaths *paths, char **error);
// SlImporter.local, and the files of what it found.
const char *sl_siblings_local(void *data, const char *from, const char *path);
const SlLocal *sl_siblings_find(const SlSources *sources, const char *path);

#endif
