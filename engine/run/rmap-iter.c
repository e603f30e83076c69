// SPDX-License-Identifier: MIT
// Iteration over maps. It goes once round the table that the map had when it began, from a place that is chosen. When
// the map has a new table since, each key is looked up there: what is gone is skipped, what is there is told as it is
// now.
#include "run/rmap-inline.h"

typedef struct {
    SlRmap *map;
    Table *table;
    uint32_t clears;
    uint32_t start, at, end; // positions in table; the round is over when `left` is 0
    uint32_t left;
} Iter;

static void mark_iter(SlMarker *marker, void *object, size_t bytes) {
    (void)bytes;
    Iter *iter = object;
    sl_mark_pointer(marker, iter->map);
    sl_mark_pointer(marker, iter->table);
}

const SlHeapClass sl_class_map_iter = {"map iterator", mark_iter};

void *sl_rmap_iter(SlWorker *worker, SlRmap *map, const SlRtype *type) {
    (void)type;
    Iter *iter = sl_alloc_class(worker, &sl_class_map_iter, sizeof *iter);
    if (!iter || !map)
        return iter;
    iter->map = map;
    iter->table = table_of(map);
    if (!iter->table || sl_rmap_len(map) == 0)
        return iter;
    iter->clears = __atomic_load_n(&map->clears, __ATOMIC_RELAXED);
    iter->end = __atomic_load_n(&iter->table->used, __ATOMIC_ACQUIRE);
    iter->left = iter->end;
    if (iter->end > 1)
        iter->at = iter->start = (uint32_t)(sl_choose(worker, SL_CHOOSE_MAP, iter->end, NULL) % iter->end);
    return iter;
}

// Whether the entry of a table that has been replaced still stands for one; then its value as it is now.
static bool still_there(SlWorker *worker, const Iter *iter, const SlRtype *type, const char *entry, SlSlot *key,
                        SlSlot *value, bool *failed) {
    const SlRmap *map = iter->map;
    const Table *table = table_of(map);
    SlSlot own[4], *slots = own;
    if (type->key->slots > 4) {
        slots = sl_alloc_typed(worker, type->key, 1 + (8 * type->key->slots - 1) / type->key->size);
        if (!slots) {
            *failed = true;
            return false;
        }
    }
    load_key(worker, map, type->key, entry, slots);
    uint32_t position, number = NONE;
    if (table)
        number = find(worker, map, table, type->key, slots, entry_hash(entry), &position);
    bool there = number != NONE;
    if (!there) { // a key that is not equal to itself can only go by clear
        bool itself = true;
        if (map->key_mode == KEY_OTHER)
            sl_slots_equal(worker, type->key, slots, slots, &itself);
        there = !itself && __atomic_load_n(&map->clears, __ATOMIC_RELAXED) == iter->clears;
    } else {
        entry = entry_at(map, table, number);
        load_key(worker, map, type->key, entry, slots);
    }
    if (there && key)
        memcpy(key, slots, type->key->slots * sizeof *key);
    if (there && value)
        load_value(worker, map, type->elem, entry, value);
    return there;
}

static bool take(SlWorker *worker, Iter *iter, const SlRtype *type, SlSlot *key, SlSlot *value, bool *failed) {
    const char *entry = entry_at(iter->map, iter->table, iter->at);
    if (++iter->at == iter->end)
        iter->at = 0;
    iter->left--;
    if (entry_hash(entry) == 0)
        return false;
    if (table_of(iter->map) != iter->table)
        return still_there(worker, iter, type, entry, key, value, failed);
    if (key)
        load_key(worker, iter->map, type->key, entry, key);
    if (value)
        load_value(worker, iter->map, type->elem, entry, value);
    return true;
}

SlOutcome sl_rmap_next(SlWorker *worker, void *data, const SlRtype *type, SlSlot *key, SlSlot *value, bool *more) {
    Iter *iter = data;
    *more = false;
    if (!iter || iter->left == 0)
        return iter ? SL_DONE : SL_EXIT;
    uint32_t version;
    bool failed = false;
    bool quiet = read_begin(worker, iter->map, &version);
    while (quiet && !failed && !*more && iter->left > 0)
        *more = take(worker, iter, type, key, value, &failed);
    if (failed)
        return SL_EXIT;
    if (!quiet || !read_end(worker, iter->map, version))
        return sl_fatal(worker, "concurrent map iteration and map write");
    return SL_DONE;
}

void sl_rmap_each(const SlRmap *map, const SlRtype *type, bool (*visit)(void *data, const void *key, const void *value),
                  void *data) {
    (void)type;
    const Table *table = map ? table_of(map) : NULL;
    uint32_t used = table ? __atomic_load_n(&table->used, __ATOMIC_ACQUIRE) : 0;
    for (uint32_t i = 0; i < used; i++) {
        const char *entry = entry_at(map, table, i);
        if (entry_hash(entry) != 0 && !visit(data, entry + KEY_OFFSET, entry + map->value_offset))
            return;
    }
}
