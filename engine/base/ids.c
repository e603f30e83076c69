// SPDX-License-Identifier: MIT
// Open addressing with linear probing; a removal closes the gap, so that nothing is left behind.
#include "base/ids.h"

#include <stdlib.h>
#include <string.h>

static uint64_t place_of(const SlIds *ids, uint64_t key) {
    return (key * 0x9e3779b97f4a7c15u >> 32) & (ids->capacity - 1);
}

static uint64_t find(const SlIds *ids, uint64_t key) {
    uint64_t at = place_of(ids, key);
    while (ids->entries[at].key && ids->entries[at].key != key)
        at = (at + 1) & (ids->capacity - 1);
    return at;
}

uint64_t sl_ids_get(const SlIds *ids, uint64_t key) {
    return ids->count ? ids->entries[find(ids, key)].value : 0;
}

static void grow(SlIds *ids) {
    SlIds old = *ids;
    ids->capacity = old.capacity ? 2 * old.capacity : 16;
    ids->entries = calloc(ids->capacity, sizeof *ids->entries);
    if (!ids->entries)
        abort();
    for (uint64_t i = 0; i < old.capacity; i++)
        if (old.entries[i].key)
            ids->entries[find(ids, old.entries[i].key)] = old.entries[i];
    free(old.entries);
}

void sl_ids_set(SlIds *ids, uint64_t key, uint64_t value) {
    if (4 * (ids->count + 1) > 3 * ids->capacity)
        grow(ids);
    SlIdEntry *entry = &ids->entries[find(ids, key)];
    ids->count += !entry->key;
    *entry = (SlIdEntry){key, value};
}

void sl_ids_remove(SlIds *ids, uint64_t key) {
    if (!ids->count)
        return;
    uint64_t mask = ids->capacity - 1, gap = find(ids, key);
    if (!ids->entries[gap].key)
        return;
    ids->count--;
    for (uint64_t at = (gap + 1) & mask; ids->entries[at].key; at = (at + 1) & mask)
        // whoever would not be found past the gap moves into it
        if (((at - place_of(ids, ids->entries[at].key)) & mask) >= ((at - gap) & mask)) {
            ids->entries[gap] = ids->entries[at];
            gap = at;
        }
    ids->entries[gap] = (SlIdEntry){0};
}

void sl_ids_clear(SlIds *ids) {
    if (ids->count)
        memset(ids->entries, 0, ids->capacity * sizeof *ids->entries);
    ids->count = 0;
}

void sl_ids_free(SlIds *ids) {
    free(ids->entries);
    *ids = (SlIds){0};
}
