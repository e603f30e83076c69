// SPDX-License-Identifier: MIT
// The front end's door: Go source to a checked, typed tree.
#ifndef SL_LANG_H
#define SL_LANG_H

#include "lang/types.h"

typedef struct {
    const char *name; // as shown in messages
    const char *text; // not kept, unless it lasts
    size_t length;
    bool lasts; // the text ends with a zero and outlives the program
} SlSource;

// Where packages come from. find returns the number of files of that import path and sets *sources (borrowed until
// the next call), or -1 when there is no such package. *library says that it belongs to the standard library:
// it is laid out by gofmt and without errors, its declarations are read and checked when they are mentioned, and what
// nobody uses is never compiled.
//
// local turns a path such as "./a", imported by the package `from` ("main": the program itself), into the path under
// which find knows that package; null when there is none. It may be missing.
typedef struct {
    int (*find)(void *data, const char *path, const SlSource **sources, bool *library);
    void *data;
    const char *(*local)(void *data, const char *from, const char *path);
} SlImporter;

// What stands at the top of a file.
typedef struct {
    const char *package;  // null when there is no package clause
    const char **imports; // paths
    int import_count;
    bool excluded; // by its build constraint
} SlHeader;
SlHeader sl_header_read(SlArena *arena, const SlSource *source); // never fails; reads no further than the imports

// One initialisation of package-level variables, in the order of execution (specification, "Package initialization").
typedef struct {
    SlObj **lhs;
    int lhs_count; // several for var a, b = f()
    SlExpr *rhs;
} SlInit;

struct SlPackage {
    const char *path; // "main" for the program itself
    const char *name;
    SlTree **files;
    int file_count;
    SlScope *scope;
    SlPackage **imports; // direct ones, each once
    int import_count;
    SlInit *inits;
    int init_count;
    SlFuncNode **init_funcs; // func init() of all files, in order
    int init_func_count;
    SlFuncNode **funcs; // all functions and methods with declarations; none of a library package
    int func_count;
    bool library;
    int go_minor;               // language version, 25 by default
    struct SlLibrary *declared; // [check] of a library package: what of it has been read
    bool shares_name;           // with another package of the program
    bool fake;                  // could not be imported; uses of it are not reported again
};

typedef struct SlProgram {
    SlArena *arena;
    SlFiles *files;
    SlDiags *diags;
    SlNames *names;
    SlConsts *consts;
    SlTypes *types;
    SlPackage **packages; // imported before importing; the program's own package last
    int package_count;
    SlPackage *main;
    struct SlCheck *check; // kept for bodies checked on demand
} SlProgram;

typedef struct {
    int go_minor;       // 0: 25, or what the files say
    bool keep_unused;   // do not report unused variables and imports (while the user is typing)
    bool tests;         // the package is compiled for sluice test: package name may end in _test, main may be missing
    const char *tested; // import path of the package under test, which may be a program; or null
} SlLangOptions;

// Parses and checks the files as one package, and what they import. Never null. The program runs only if
// program->diags is empty. Thread: any, one at a time for each program.
SlProgram *sl_program_load(const SlSource *sources, int count, const SlImporter *importer,
                           const SlLangOptions *options);
void sl_program_free(SlProgram *program);

// Of a library's package-level variable: what initialises it, null if nothing does.
SlInit *sl_library_init(SlProgram *program, const SlObj *var);
// Sets package->inits to the initialisers that have been read so far, in the order of their execution. It is known once
// every function that runs has been checked.
void sl_library_order(SlProgram *program, SlPackage *package);

// Checks the body of a library function (and of the literals inside it), once. What it finds wrong in the standard
// library is a fault of ours: it goes to diags and the program does not run.
void sl_check_body(SlProgram *program, SlFuncNode *func);

#endif
