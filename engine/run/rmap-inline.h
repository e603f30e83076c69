// SPDX-License-Identifier: MIT
// A map's layout, and how an entry is found and read: what rmap.c and rmap-iter.c share.
#ifndef SL_RMAP_INLINE_H
#define SL_RMAP_INLINE_H

#include "run/hash.h"
#include "run/heap.h"
#include "run/values.h"

typedef enum { KEY_WORD, KEY_STRING, KEY_OTHER } KeyMode; // WORD: integers, widened to a word, and pointers
typedef enum { VALUE_NONE, VALUE_WORD, VALUE_TWO, VALUE_OTHER } ValueMode;

typedef struct {
    const SlRtype *type; // the map's
    uint32_t capacity;   // entries
    uint32_t mask;       // of the index; 0: none
    uint32_t used;       // entries, deleted ones too
    uint32_t entry_bytes;
    char entries[]; // the index follows them
} Table;

struct SlRmap {
    uint32_t version; // odd: being written
    uint8_t key_mode, value_mode;
    uint32_t clears;
    uint32_t entry_bytes, value_offset;
    int64_t count;
    Table *table; // null while nothing has been inserted
};

enum { KEY_OFFSET = 8, SMALL = 8, NONE = UINT32_MAX };
static const uint64_t live_bit = (uint64_t)1 << 63;

// ---- layout ----

static inline char *entry_at(const SlRmap *map, const Table *table, uint32_t number) {
    return (char *)table->entries + (size_t)number * map->entry_bytes;
}

static inline uint32_t *index_of(const SlRmap *map, const Table *table) {
    return (uint32_t *)(void *)entry_at(map, table, table->capacity);
}

static inline uint64_t entry_hash(const char *entry) {
    return __atomic_load_n((const uint64_t *)(const void *)entry, __ATOMIC_ACQUIRE);
}

static inline SlStr entry_string(const char *entry) {
    SlStr string;
    memcpy(&string, entry + KEY_OFFSET, sizeof string);
    return string;
}

static inline uint64_t entry_word(const char *entry) {
    uint64_t word;
    memcpy(&word, entry + KEY_OFFSET, 8);
    return word;
}

static inline KeyMode key_mode(const SlRtype *key) {
    if (key->kind == SL_KIND_STRING)
        return KEY_STRING;
    bool is_float = key->kind == SL_KIND_FLOAT32 || key->kind == SL_KIND_FLOAT64;
    return key->flags & SL_RTYPE_DIRECT && !is_float && key->kind != SL_KIND_STRUCT && key->kind != SL_KIND_ARRAY
               ? KEY_WORD
               : KEY_OTHER;
}

static inline uint32_t round_up(uint64_t bytes, uint32_t to) {
    return (uint32_t)((bytes + to - 1) / to * to);
}

static inline Table *table_of(const SlRmap *map) {
    return __atomic_load_n(&map->table, __ATOMIC_ACQUIRE);
}

// ---- finding ----

// False: the key cannot be hashed, and the panic is set.
static inline bool hash_key(SlWorker *worker, const SlRmap *map, const SlRtype *type, const SlSlot *key,
                            uint64_t *hash) {
    if (map->key_mode == KEY_WORD)
        *hash = sl_hash_word(key[0].u);
    else if (map->key_mode == KEY_STRING)
        *hash = sl_hash_text(key[0].p, (size_t)key[1].i);
    else if (!sl_slots_hash(worker, type->key, key, hash))
        return false;
    *hash |= live_bit;
    return true;
}

static inline bool other_equal(SlWorker *worker, const SlRtype *key_type, const char *entry, const SlSlot *key) {
    bool equal = false;
    if (key_type->kind == SL_KIND_STRUCT || key_type->kind == SL_KIND_ARRAY) {
        const void *memory = key_type->flags & SL_RTYPE_HUGE ? sl_huge_memory(worker, key_type, key) : key;
        if (memory)
            sl_value_equal(worker, key_type, entry + KEY_OFFSET, memory, &equal);
    } else {
        SlSlot slots[3];
        sl_slot_load(entry + KEY_OFFSET, key_type, slots);
        sl_slots_equal(worker, key_type, slots, key, &equal);
    }
    return equal;
}

static inline bool entry_matches(SlWorker *worker, const SlRtype *key_type, KeyMode mode, const char *entry,
                                 const SlSlot *key, uint64_t hash) {
    uint64_t has = entry_hash(entry);
    if (mode == KEY_WORD)
        return has != 0 && entry_word(entry) == key[0].u;
    if (has != hash)
        return false;
    if (mode == KEY_STRING)
        return sl_string_equal(entry_string(entry), (SlStr){key[0].p, key[1].i});
    return other_equal(worker, key_type, entry, key);
}

// The number of the entry with that key, or NONE. Position: of its index word.
static inline uint32_t find_by(SlWorker *worker, const SlRmap *map, const Table *table, const SlRtype *key_type,
                               KeyMode mode, const SlSlot *key, uint64_t hash, uint32_t *position) {
    uint32_t mask = table->mask;
    if (mask == 0) {
        uint32_t used = __atomic_load_n(&table->used, __ATOMIC_ACQUIRE);
        for (uint32_t i = 0; i < used; i++)
            if (entry_matches(worker, key_type, mode, entry_at(map, table, i), key, hash))
                return i;
        return NONE;
    }
    const uint32_t *index = index_of(map, table);
    uint32_t tag = (uint32_t)(hash >> 32) & ~mask;
    for (uint32_t at = (uint32_t)hash & mask;; at = (at + 1) & mask) {
        uint32_t word = __atomic_load_n(&index[at], __ATOMIC_ACQUIRE);
        if (word == 0)
            return NONE;
        uint32_t number = (word & mask) - 1;
        if ((word & ~mask) == tag && number < table->capacity &&
            entry_matches(worker, key_type, mode, entry_at(map, table, number), key, hash)) {
            *position = at;
            return number;
        }
    }
}

static inline uint32_t find(SlWorker *worker, const SlRmap *map, const Table *table, const SlRtype *key_type,
                            const SlSlot *key, uint64_t hash, uint32_t *position) {
    if (map->key_mode == KEY_WORD)
        return find_by(worker, map, table, key_type, KEY_WORD, key, hash, position);
    if (map->key_mode == KEY_STRING)
        return find_by(worker, map, table, key_type, KEY_STRING, key, hash, position);
    return find_by(worker, map, table, key_type, KEY_OTHER, key, hash, position);
}

// ---- keys and values of entries ----

static inline void load_value(SlWorker *worker, const SlRmap *map, const SlRtype *elem, const char *entry,
                              SlSlot *value) {
    const char *at = entry + map->value_offset;
    if (map->value_mode == VALUE_WORD) {
        value[0].u = sl_load_word(at);
    } else if (map->value_mode == VALUE_TWO) {
        value[0].u = sl_load_word(at);
        value[1].u = sl_load_word(at + 8);
    } else if (map->value_mode == VALUE_OTHER) {
        sl_shared_load(worker, at, elem, value);
    }
}

static inline void load_key(SlWorker *worker, const SlRmap *map, const SlRtype *key_type, const char *entry,
                            SlSlot *key) {
    if (map->key_mode == KEY_WORD)
        key[0].u = entry_word(entry);
    else if (key_type->flags & SL_RTYPE_HUGE) // a copy: the entry may be used again
        sl_shared_load(worker, entry + KEY_OFFSET, key_type, key);
    else
        sl_slot_load(entry + KEY_OFFSET, key_type, key);
}

// ---- races ----

static inline bool read_begin(const SlWorker *worker, const SlRmap *map, uint32_t *version) {
    *version = 0;
    if (!worker->multi)
        return true;
    *version = __atomic_load_n(&map->version, __ATOMIC_ACQUIRE);
    return !(*version & 1);
}

// What was read before was acquired, so it comes before this look.
static inline bool read_end(const SlWorker *worker, const SlRmap *map, uint32_t version) {
    return !worker->multi || __atomic_load_n(&map->version, __ATOMIC_ACQUIRE) == version;
}

static inline SlOutcome read_raced(SlWorker *worker) {
    return sl_fatal(worker, "concurrent map read and map write");
}

#endif
