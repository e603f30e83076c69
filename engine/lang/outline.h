// SPDX-License-Identifier: MIT
// The outline of a library package: which names its files declare and where, found by how gofmt lays a file out,
// without reading the declarations. The checker reads one when somebody mentions its name: of the library most never
// is.
#ifndef SL_OUTLINE_H
#define SL_OUTLINE_H

#include "base/map.h"
#include "base/vec.h"
#include "lang/tree.h"

typedef struct {
    const char *name;     // interned
    const char *receiver; // of a method: the name of the receiver's type; else null
    uint32_t at;          // offset in the file where reading begins
    int file;             // index in the package
    uint8_t kind;         // SlDeclKind
    bool in_group;        // VAR, TYPE: `at` is the specification's, between parentheses. CONST: it is the whole group's
    int next;             // number of the next method of the receiver, or -1
} SlOutlined;

typedef struct SlOutline {
    SL_VEC(SlOutlined) decls;
    SlMap names;   // of what is not a method, to the number of its declaration plus one
    SlMap methods; // name of a receiver's type to the number of its first method plus one
} SlOutline;

// Adds what the file declares from offset `from`, the beginning of a line, on.
void sl_outline_add(SlOutline *outline, SlNames *names, const SlFile *file, int index, uint32_t from);
void sl_outline_finish(SlOutline *outline); // after the last file: links the methods
void sl_outline_free(SlOutline *outline);

#endif
