// SPDX-License-Identifier: MIT
// Go's maps: entries lie densely in order of insertion, an index of open addressing finds them.
//
// A table (entries and index) is one heap object. An entry is {hash with bit 63 set, or 0 once deleted; key; value}.
// An index word holds a tag of the hash in its upper bits and the entry's number plus one in as many lower bits as the
// index has positions; tables of up to 8 entries have no index. A full table is replaced by a new one, larger or
// only cleaned, and never changed again: iterators that began on it go on there and look each key up in the new one.
// Where an iteration starts is chosen; from there it goes round once.
//
// When several workers run, `version` is odd while a map is written. A writer that finds it odd, and a reader that
// sees it change, have found a race and end the program as Go does. Until then nothing can go wrong: memory is only
// freed at safepoints, an entry's key is complete before the entry can be found, and neither is used again for
// another key while more than one worker runs.
#include "run/rmap-inline.h"

static ValueMode value_mode(const SlRtype *elem) {
    if (elem->size == 0)
        return VALUE_NONE;
    switch (elem->kind) {
    case SL_KIND_INT:
    case SL_KIND_INT64:
    case SL_KIND_UINT:
    case SL_KIND_UINT64:
    case SL_KIND_UINTPTR:
    case SL_KIND_FLOAT64:
    case SL_KIND_CHAN:
    case SL_KIND_FUNC:
    case SL_KIND_MAP:
    case SL_KIND_POINTER:
    case SL_KIND_UNSAFE_POINTER:
        return VALUE_WORD;
    case SL_KIND_STRING:
    case SL_KIND_INTERFACE:
        return VALUE_TWO;
    default:
        return VALUE_OTHER;
    }
}

// ---- the collector's view ----

static void mark_map(SlMarker *marker, void *object, size_t bytes) {
    (void)bytes;
    sl_mark_pointer(marker, ((SlRmap *)object)->table);
}

static void mark_table(SlMarker *marker, void *object, size_t bytes) {
    (void)bytes;
    const Table *table = object;
    if (!table->type)
        return;
    const SlRtype *key = table->type->key, *elem = table->type->elem;
    bool is_word = key_mode(key) == KEY_WORD;
    uint32_t key_bytes = is_word ? 8 : (uint32_t)key->size;
    uint32_t value_offset = round_up(KEY_OFFSET + key_bytes, elem->align ? elem->align : 1);
    const char *entry = table->entries;
    for (uint32_t i = 0; i < table->used; i++, entry += table->entry_bytes) {
        if (entry_hash(entry) == 0)
            continue;
        if (key->flags & SL_RTYPE_POINTERS)
            sl_mark_typed(marker, entry + KEY_OFFSET, key, 1);
        if (elem->flags & SL_RTYPE_POINTERS)
            sl_mark_typed(marker, entry + value_offset, elem, 1);
    }
}

const SlHeapClass sl_class_map = {"map", mark_map};
static const SlHeapClass class_table = {"map entries", mark_table};

// ---- making ----

// The table for at least so many entries; null when memory is out.
static Table *table_new(SlWorker *worker, const SlRmap *map, const SlRtype *type, uint64_t entries) {
    uint64_t capacity = entries <= 4 ? 4 : SMALL, positions = 0;
    if (entries > SMALL) {
        positions = 32;
        while (positions / 4 * 3 < entries)
            positions *= 2;
        capacity = positions / 4 * 3;
    }
    if (positions > (uint64_t)1 << 31) {
        sl_heap_exhausted(worker);
        return NULL;
    }
    size_t bytes = sizeof(Table) + capacity * map->entry_bytes + positions * sizeof(uint32_t);
    bool pointers = (type->key->flags | type->elem->flags) & SL_RTYPE_POINTERS;
    Table *table = pointers ? sl_alloc_class(worker, &class_table, bytes) : sl_alloc_bytes(worker, bytes);
    if (!table)
        return NULL;
    table->type = type;
    table->capacity = (uint32_t)capacity;
    table->mask = positions ? (uint32_t)positions - 1 : 0;
    table->entry_bytes = map->entry_bytes;
    return table;
}

SlRmap *sl_rmap_new(SlWorker *worker, const SlRtype *type, int64_t hint) {
    SlRmap *map = sl_alloc_class(worker, &sl_class_map, sizeof *map);
    if (!map)
        return NULL;
    map->key_mode = (uint8_t)key_mode(type->key);
    map->value_mode = (uint8_t)value_mode(type->elem);
    uint64_t key_bytes = map->key_mode == KEY_WORD ? 8 : type->key->size;
    map->value_offset = round_up(KEY_OFFSET + key_bytes, type->elem->align ? type->elem->align : 1);
    map->entry_bytes = round_up(map->value_offset + type->elem->size, 8);
    // A hint is no promise: an absurd one is not followed.
    if (hint > SMALL && (uint64_t)hint <= ((uint64_t)256 << 20) / map->entry_bytes)
        map->table = table_new(worker, map, type, (uint64_t)hint);
    return map;
}

int64_t sl_rmap_len(const SlRmap *map) {
    return map ? __atomic_load_n(&map->count, __ATOMIC_RELAXED) : 0;
}

// ---- storing ----

static inline void store_value(SlWorker *worker, const SlRmap *map, const SlRtype *elem, char *entry,
                               const SlSlot *value) {
    char *at = entry + map->value_offset;
    if (map->value_mode == VALUE_WORD) {
        SL_STORE_POINTER(at, value[0].p);
    } else if (map->value_mode == VALUE_TWO) {
        SL_STORE_POINTER(at, value[0].p);
        SL_STORE_POINTER(at + 8, value[1].p);
    } else if (map->value_mode == VALUE_OTHER) {
        sl_shared_store(worker, at, elem, value);
    }
}

static inline void store_key(const SlRmap *map, const SlRtype *key_type, char *entry, const SlSlot *key) {
    if (map->key_mode == KEY_WORD)
        SL_STORE_POINTER(entry + KEY_OFFSET, key[0].p);
    else
        sl_slot_store(entry + KEY_OFFSET, key_type, key);
}

static inline bool write_begin(const SlWorker *worker, SlRmap *map) {
    if (!worker->multi)
        return true;
    uint32_t version = __atomic_load_n(&map->version, __ATOMIC_RELAXED);
    return !(version & 1) &&
           __atomic_compare_exchange_n(&map->version, &version, version + 1, false, __ATOMIC_ACQ_REL, __ATOMIC_RELAXED);
}

static inline void write_end(const SlWorker *worker, SlRmap *map) {
    if (worker->multi)
        __atomic_fetch_add(&map->version, 1, __ATOMIC_RELEASE);
}

static SlOutcome write_raced(SlWorker *worker) {
    return sl_fatal(worker, "concurrent map writes");
}

// ---- get ----

static inline void zero(SlSlot *slots, uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        slots[i].u = 0;
}

SlOutcome sl_rmap_get(SlWorker *worker, SlRmap *map, const SlRtype *type, const SlSlot *key, SlSlot *value,
                      bool *found) {
    *found = false;
    if (!map || sl_rmap_len(map) == 0) {
        uint64_t hash; // only for its panic
        if (key_mode(type->key) == KEY_OTHER && !sl_slots_hash(worker, type->key, key, &hash))
            return SL_PANIC;
        if (value)
            zero(value, type->elem->slots);
        return SL_DONE;
    }
    uint64_t hash;
    if (!hash_key(worker, map, type, key, &hash))
        return SL_PANIC;
    uint32_t version, position, number = NONE;
    if (!read_begin(worker, map, &version))
        return read_raced(worker);
    const Table *table = table_of(map);
    if (table)
        number = find(worker, map, table, type->key, key, hash, &position);
    if (number == NONE) {
        if (value)
            zero(value, type->elem->slots);
    } else {
        *found = true;
        if (value)
            load_value(worker, map, type->elem, entry_at(map, table, number), value);
    }
    return read_end(worker, map, version) ? SL_DONE : read_raced(worker);
}

// ---- set ----

// Puts a number into the index; the entry is complete.
static void index_add(const SlRmap *map, Table *table, uint32_t number, uint64_t hash) {
    uint32_t mask = table->mask;
    uint32_t *index = index_of(map, table);
    uint32_t at = (uint32_t)hash & mask;
    while (__atomic_load_n(&index[at], __ATOMIC_RELAXED) != 0)
        at = (at + 1) & mask;
    __atomic_store_n(&index[at], ((uint32_t)(hash >> 32) & ~mask) | (number + 1), __ATOMIC_RELEASE);
}

// Replaces a full table by a larger one, or by one without the deleted entries. False: memory is out.
static bool renew(SlWorker *worker, SlRmap *map, const SlRtype *type) {
    Table *old = map->table;
    uint64_t count = (uint64_t)map->count, wanted = 1;
    if (old)
        wanted = count > old->capacity - old->capacity / 4u ? (uint64_t)old->capacity + 1 : count + count / 3 + 1;
    Table *new = table_new(worker, map, type, wanted);
    if (!new)
        return false;
    uint32_t used = 0;
    for (uint32_t i = 0; old && i < old->used; i++) {
        const char *entry = entry_at(map, old, i);
        uint64_t hash = entry_hash(entry);
        if (hash == 0)
            continue;
        sl_words_move(entry_at(map, new, used), entry, map->entry_bytes);
        if (new->mask)
            index_add(map, new, used, hash);
        used++;
    }
    new->used = used;
    __atomic_store_n(&map->table, new, __ATOMIC_RELEASE);
    return true;
}

static bool is_float(const SlRtype *type) {
    return type->kind >= SL_KIND_FLOAT32 && type->kind <= SL_KIND_COMPLEX128;
}

static SlOutcome set_locked(SlWorker *worker, SlRmap *map, const SlRtype *type, const SlSlot *key, uint64_t hash,
                            const SlSlot *value) {
    uint32_t position;
    Table *table = map->table;
    uint32_t number = table ? find(worker, map, table, type->key, key, hash, &position) : NONE;
    if (number != NONE) {
        char *entry = entry_at(map, table, number);
        if (is_float(type->key)) // 0 takes the place of -0
            store_key(map, type->key, entry, key);
        store_value(worker, map, type->elem, entry, value);
        return SL_DONE;
    }
    if (!table || table->used == table->capacity) {
        if (!renew(worker, map, type))
            return SL_EXIT;
        table = map->table;
    }
    number = table->used;
    char *entry = entry_at(map, table, number);
    store_key(map, type->key, entry, key);
    store_value(worker, map, type->elem, entry, value);
    __atomic_store_n((uint64_t *)(void *)entry, hash, __ATOMIC_RELEASE);
    __atomic_store_n(&table->used, number + 1, __ATOMIC_RELEASE);
    if (table->mask)
        index_add(map, table, number, hash);
    __atomic_store_n(&map->count, map->count + 1, __ATOMIC_RELAXED);
    return SL_DONE;
}

SlOutcome sl_rmap_set(SlWorker *worker, SlRmap *map, const SlRtype *type, const SlSlot *key, const SlSlot *value) {
    if (!map)
        return sl_panic_plain(worker, "assignment to entry in nil map");
    uint64_t hash;
    if (!hash_key(worker, map, type, key, &hash))
        return SL_PANIC;
    if (!write_begin(worker, map))
        return write_raced(worker);
    SlOutcome outcome = set_locked(worker, map, type, key, hash, value);
    write_end(worker, map);
    return outcome;
}

// ---- delete and clear ----

static void delete_locked(SlWorker *worker, SlRmap *map, const SlRtype *type, const SlSlot *key, uint64_t hash) {
    uint32_t position = 0;
    Table *table = map->table;
    uint32_t number = table ? find(worker, map, table, type->key, key, hash, &position) : NONE;
    if (number == NONE)
        return;
    __atomic_store_n((uint64_t *)(void *)entry_at(map, table, number), 0, __ATOMIC_RELEASE);
    __atomic_store_n(&map->count, map->count - 1, __ATOMIC_RELAXED);
    bool last = number + 1 == table->used;
    if (table->mask) {
        uint32_t *index = index_of(map, table);
        bool chain_ends = __atomic_load_n(&index[(position + 1) & table->mask], __ATOMIC_RELAXED) == 0;
        // All ones in the number's bits are no number: deleted, but the search goes on.
        __atomic_store_n(&index[position], chain_ends ? 0 : table->mask, __ATOMIC_RELEASE);
        last = last && chain_ends;
    }
    if (worker->multi)
        return;
    if (last) {
        table->used--;
    } else if (map->count == 0) {
        table->used = 0;
        if (table->mask)
            memset(index_of(map, table), 0, ((size_t)table->mask + 1) * sizeof(uint32_t));
    }
}

SlOutcome sl_rmap_delete(SlWorker *worker, SlRmap *map, const SlRtype *type, const SlSlot *key) {
    uint64_t hash;
    if (!map || sl_rmap_len(map) == 0)
        return key_mode(type->key) == KEY_OTHER && !sl_slots_hash(worker, type->key, key, &hash) ? SL_PANIC : SL_DONE;
    if (!hash_key(worker, map, type, key, &hash))
        return SL_PANIC;
    if (!write_begin(worker, map))
        return write_raced(worker);
    delete_locked(worker, map, type, key, hash);
    write_end(worker, map);
    return SL_DONE;
}

SlOutcome sl_rmap_clear(SlWorker *worker, SlRmap *map, const SlRtype *type) {
    (void)type;
    if (!map)
        return SL_DONE;
    if (!write_begin(worker, map))
        return write_raced(worker);
    Table *table = map->table;
    if (table && worker->multi) {
        __atomic_store_n(&map->table, NULL, __ATOMIC_RELEASE);
    } else if (table) {
        memset(table->entries, 0, (size_t)table->used * map->entry_bytes);
        if (table->mask)
            memset(index_of(map, table), 0, ((size_t)table->mask + 1) * sizeof(uint32_t));
        table->used = 0;
    }
    map->clears++;
    __atomic_store_n(&map->count, 0, __ATOMIC_RELAXED);
    write_end(worker, map);
    return SL_DONE;
}
