// SPDX-License-Identifier: MIT
// A package with its tests, as "sluice test" loads it: the package's own files with those of its _test.go files that
// belong to it, the external tests (package foo_test), and the program that runs them all, written around the two.
#ifndef SL_TEST_PACKAGE_H
#define SL_TEST_PACKAGE_H

#include "app/source.h"

typedef struct {
    const char *folder;       // where it lies: what the tests have as working folder
    const char *path;         // import path
    SlSources *sources;       // files: its own, tests included
    SL_VEC(SlSource) outside; // files of package foo_test
    const char *main;         // the program's text
    int test_files;
    SlArena *arena;
    const char *outside_path;
    SlImporter rest; // where other packages come from
} SlTestPackage;

// Paths of .go files, or one folder. Null with *error (malloc's memory).
SlTestPackage *sl_test_package_read(const char *const *paths, int count, char **error);
void sl_test_package_free(SlTestPackage *package);
// Compiles the program; what is wrong is in its diags.
SlProgram *sl_test_package_load(SlTestPackage *package, const SlLangOptions *options);

#endif
