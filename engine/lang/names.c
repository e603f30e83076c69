// SPDX-License-Identifier: MIT
// Interned names: equal names of one program have equal pointers, so that everything else compares pointers.
#include <stdlib.h>

#include "base/map.h"
#include "lang/tree.h"

struct SlNames {
    SlArena *arena; // of the program; the names' bytes live in it
    SlMap map;      // the bytes to themselves
};

SlNames *sl_names_new(SlArena *arena) {
    SlNames *names = calloc(1, sizeof *names);
    if (!names)
        abort();
    names->arena = arena;
    return names;
}

const char *sl_names_get(SlNames *names, const char *text, size_t length) {
    char *found = sl_map_get(&names->map, text, length);
    if (found)
        return found;
    char *name = sl_arena_strndup(names->arena, text, length);
    sl_map_set(&names->map, name, length, name);
    return name;
}

void sl_names_free(SlNames *names) {
    if (!names)
        return;
    sl_map_free(&names->map);
    free(names);
}
