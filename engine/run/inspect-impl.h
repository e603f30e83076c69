// SPDX-License-Identifier: MIT
// What the files of the inspector share.
#ifndef SL_INSPECT_IMPL_H
#define SL_INSPECT_IMPL_H

#include "base/map.h"
#include "run/inspect.h"
#include "run/variables.h"

// ---- inspect-text.c ----
void sl_view_text(const SlMachine *machine, SlView view, size_t limit, SlText *text); // limit: bytes, about

// ---- inspect-map.c: entries of a map, sorted by key ----
typedef struct {
    SlView key, value;
} SlInspectEntry;
typedef SL_VEC(SlInspectEntry) SlMapEntries;
// At most that many are looked at: those that were inserted first.
void sl_map_entries(const SlMachine *machine, const SlRmap *map, const SlRtype *type, int most, SlMapEntries *entries);
void sl_map_entries_free(SlMapEntries *entries);

// ---- inspect-tree.c: values as trees ----
typedef struct {
    const SlMachine *machine;
    SlArena *arena;
    SlMap open; // paths
    int nodes;  // made so far
} SlValueTree;
// Fills the node for a value, and its children where the path is open.
void sl_tree_value(SlValueTree *tree, SlInspectNode *node, const char *name, SlView view, const char *path);
void sl_tree_note(SlValueTree *tree, SlInspectNode *node, SlInspectKind kind, const char *name, const char *value,
                  const char *path);                                                         // without a value
void sl_tree_chan(SlValueTree *tree, const SlChan *chan, SlInspectNode **nodes, int *count); // its contents
const char *sl_tree_type(SlValueTree *tree, const SlRtype *type);

#endif
