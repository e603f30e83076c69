// SPDX-License-Identifier: MIT
// A map's entries in an order that does not depend on their places: numbers by size, text by bytes, others by how they
// print.
#include <stdlib.h>

#include "run/inspect-impl.h"
#include "run/values.h"

enum { KEY_BYTES = 200 };

typedef struct {
    const SlMachine *machine;
    const SlRtype *type;
    SlMapEntries *entries;
    int most;
} Collect;

static bool collect(void *data, const void *key, const void *value) {
    Collect *c = data;
    if (c->entries->count >= c->most)
        return false;
    sl_vec_push(c->entries, (SlInspectEntry){{c->type->key, key, false}, {c->type->elem, value, false}});
    return true;
}

typedef struct {
    SlInspectEntry entry;
    int sign; // -1: sorted as signed, 1: as unsigned, 2: as float, 0: by text
    SlSlot number;
    SlText text;
} Sorted;

static int by_key(const void *a, const void *b) {
    const Sorted *x = a, *y = b;
    if (x->sign == -1 && y->sign == -1)
        return x->number.i < y->number.i ? -1 : x->number.i > y->number.i;
    if (x->sign == 1 && y->sign == 1)
        return x->number.u < y->number.u ? -1 : x->number.u > y->number.u;
    if (x->sign == 2 && y->sign == 2 && x->number.f != y->number.f)
        return x->number.f < y->number.f ? -1 : 1;
    return strcmp(sl_text_cstr(&x->text), sl_text_cstr(&y->text));
}

static Sorted sort_key(const SlMachine *machine, SlInspectEntry entry) {
    Sorted sorted = {.entry = entry};
    SlSlot slots[3];
    uint8_t kind = entry.key.type->kind;
    if (kind <= SL_KIND_FLOAT64 && sl_view_load(machine, entry.key, slots)) {
        sorted.number = slots[0];
        sorted.sign = kind >= SL_KIND_FLOAT32 ? 2 : kind >= SL_KIND_UINT || kind == SL_KIND_BOOL ? 1 : -1;
    }
    if (!sorted.sign || sorted.sign == 2)
        sl_view_text(machine, entry.key, KEY_BYTES, &sorted.text);
    return sorted;
}

void sl_map_entries(const SlMachine *machine, const SlRmap *map, const SlRtype *type, int most, SlMapEntries *entries) {
    Collect c = {machine, type, entries, most};
    if (!map)
        return;
    sl_rmap_each(map, type, collect, &c);
    Sorted *sorted = calloc((size_t)entries->count + 1, sizeof *sorted);
    if (!sorted)
        abort();
    for (int i = 0; i < entries->count; i++)
        sorted[i] = sort_key(machine, entries->at[i]);
    qsort(sorted, (size_t)entries->count, sizeof *sorted, by_key);
    for (int i = 0; i < entries->count; i++) {
        entries->at[i] = sorted[i].entry;
        sl_text_free(&sorted[i].text);
    }
    free(sorted);
}

void sl_map_entries_free(SlMapEntries *entries) {
    sl_vec_free(entries);
}
