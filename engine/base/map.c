// SPDX-License-Identifier: MIT
// Hash maps: an index of open addressing over a dense array of entries.
#include "base/map.h"

#include <stdlib.h>
#include <string.h>

uint64_t sl_hash_bytes(const void *bytes, size_t length, uint64_t seed) {
    const unsigned char *at = bytes;
    uint64_t h = seed ^ (length * 0x9e3779b97f4a7c15u);
    while (length >= 8) {
        uint64_t word;
        memcpy(&word, at, 8);
        h = (h ^ word) * 0xff51afd7ed558ccdu;
        h ^= h >> 32;
        at += 8;
        length -= 8;
    }
    uint64_t word = 0;
    if (length)
        memcpy(&word, at, length);
    h = (h ^ word) * 0xc4ceb9fe1a85ec53u;
    h ^= h >> 29;
    h *= 0xff51afd7ed558ccdu;
    return h ^ (h >> 32);
}

static int *find(const SlMap *map, const char *key, size_t length, uint64_t hash) {
    uint32_t mask = (uint32_t)map->buckets - 1;
    for (uint32_t i = (uint32_t)hash & mask;; i = (i + 1) & mask) {
        int32_t *slot = &map->index[i];
        if (*slot < 0)
            return slot;
        const SlMapEntry *entry = &map->entries[*slot];
        if (entry->hash != hash || entry->length != length)
            continue;
        if (length == SIZE_MAX ? entry->key == key : memcmp(entry->key, key, length) == 0)
            return slot;
    }
}

static uint64_t hash_of(const char *key, size_t length) {
    return length == SIZE_MAX ? sl_hash_bytes(&key, sizeof key, 1) : sl_hash_bytes(key, length, 2);
}

void *sl_map_get(const SlMap *map, const char *key, size_t length) {
    if (!map->count)
        return NULL;
    int slot = *find(map, key, length, hash_of(key, length));
    return slot < 0 ? NULL : map->entries[slot].value;
}

static void grow(SlMap *map) {
    int capacity = map->capacity ? map->capacity * 2 : 8;
    SlMapEntry *entries = realloc(map->entries, (size_t)capacity * sizeof *entries);
    int buckets = capacity * 2;
    int32_t *index = malloc((size_t)buckets * sizeof *index);
    if (!entries || !index)
        abort();
    free(map->index);
    map->entries = entries;
    map->index = index;
    map->capacity = capacity;
    map->buckets = buckets;
    memset(index, -1, (size_t)buckets * sizeof *index);
    for (int i = 0; i < map->count; i++) {
        uint32_t at = (uint32_t)entries[i].hash & (uint32_t)(buckets - 1);
        while (index[at] >= 0)
            at = (at + 1) & (uint32_t)(buckets - 1);
        index[at] = i;
    }
}

void sl_map_set(SlMap *map, const char *key, size_t length, void *value) {
    if (map->count == map->capacity)
        grow(map);
    uint64_t hash = hash_of(key, length);
    int *slot = find(map, key, length, hash);
    if (*slot < 0) {
        *slot = map->count;
        map->entries[map->count++] = (SlMapEntry){key, length, hash, value};
    } else {
        map->entries[*slot].value = value;
    }
}

void *sl_map_gets(const SlMap *map, const char *key) {
    return sl_map_get(map, key, strlen(key));
}

void sl_map_sets(SlMap *map, const char *key, void *value) {
    sl_map_set(map, key, strlen(key), value);
}

void *sl_map_get_ptr(const SlMap *map, const void *key) {
    return sl_map_get(map, key, SIZE_MAX);
}

void sl_map_set_ptr(SlMap *map, const void *key, void *value) {
    sl_map_set(map, key, SIZE_MAX, value);
}

void sl_map_free(SlMap *map) {
    free(map->entries);
    free(map->index);
    *map = (SlMap){0};
}
