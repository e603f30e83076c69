// SPDX-License-Identifier: MIT
// Ids: a table from numbers that are not 0 to numbers that are not 0, for what is looked up by identity a million times
// a second and forgotten again.
#ifndef SL_IDS_H
#define SL_IDS_H

#include <stdint.h>

typedef struct {
    uint64_t key, value;
} SlIdEntry;

typedef struct {
    SlIdEntry *entries; // capacity of them, a power of two; key 0 is a free place
    uint64_t count, capacity;
} SlIds; // zero is an empty table

uint64_t sl_ids_get(const SlIds *ids, uint64_t key); // 0: it is not there
void sl_ids_set(SlIds *ids, uint64_t key, uint64_t value);
void sl_ids_remove(SlIds *ids, uint64_t key);
void sl_ids_clear(SlIds *ids);
void sl_ids_free(SlIds *ids); // leaves an empty table

#endif
