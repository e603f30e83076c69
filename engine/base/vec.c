// SPDX-License-Identifier: MIT
// Growing arrays: capacity doubles.
#include "base/vec.h"

void sl_vec_grow(void **at, int *capacity, int needed, size_t element) {
    int size = *capacity ? *capacity : 8;
    while (size < needed)
        size *= 2;
    void *grown = realloc(*at, (size_t)size * element);
    if (!grown)
        abort();
    *at = grown;
    *capacity = size;
}

void *sl_vec_take_bytes(SlArena *arena, void **at, int *count, int *capacity, size_t element) {
    void *kept = *count ? sl_arena_copy(arena, *at, (size_t)*count * element) : NULL;
    free(*at);
    *at = NULL;
    *count = *capacity = 0;
    return kept;
}
