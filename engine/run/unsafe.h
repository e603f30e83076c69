// SPDX-License-Identifier: MIT
// What the files of package unsafe share: what lies at an address, and how it may be seen.
#ifndef SL_RUN_UNSAFE_H
#define SL_RUN_UNSAFE_H

#include "run/impl.h"

typedef struct {
    const char *start;
    size_t bytes;
    const SlRtype *type; // of the values that lie there one behind the other; null: no pointers
    bool opaque;         // the machine's own: maps, channels, functions
} SlRegion;

bool sl_unsafe_region(SlWorker *worker, const char *at, SlRegion *region);
// Whether [offset, offset + count values of type) of a region may be used so, to read and to write.
bool sl_unsafe_viewable(const SlRegion *region, size_t offset, const SlRtype *type, size_t count);
// Whether a word that holds an a may be taken for one that holds a b, to read and to write.
bool sl_unsafe_same_kind(const SlRtype *a, const SlRtype *b);

// A T made of what lies at an address, for reading; null if none can be made of it.
void *sl_unsafe_copy(SlWorker *worker, const char *at, const SlRtype *type);
// The header (of a type view) of the string, slice or interface at an address; null if there is none.
void *sl_unsafe_header(SlWorker *worker, const char *at, const SlRtype *view);

#endif
