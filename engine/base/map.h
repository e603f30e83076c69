// SPDX-License-Identifier: MIT
// Hash maps for the compiler: from bytes (a name) or from a pointer to a pointer. Insertion order is kept,
// so that walking a map is deterministic. Not for many threads.
#ifndef SL_MAP_H
#define SL_MAP_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
    const char *key; // owned by the caller; bytes, or the pointer itself when length is SIZE_MAX
    size_t length;
    uint64_t hash;
    void *value;
} SlMapEntry;

typedef struct {
    SlMapEntry *entries; // in order of insertion; deleted ones have a null value
    int32_t *index;
    int count, capacity, buckets;
} SlMap; // zero is an empty map

void *sl_map_get(const SlMap *map, const char *key, size_t length);
void *sl_map_gets(const SlMap *map, const char *key);                     // key ends with a zero
void sl_map_set(SlMap *map, const char *key, size_t length, void *value); // keeps the key's pointer; null deletes
void sl_map_sets(SlMap *map, const char *key, void *value);
void *sl_map_get_ptr(const SlMap *map, const void *key);
void sl_map_set_ptr(SlMap *map, const void *key, void *value);
void sl_map_free(SlMap *map); // leaves an empty map
uint64_t sl_hash_bytes(const void *bytes, size_t length, uint64_t seed);

#endif
