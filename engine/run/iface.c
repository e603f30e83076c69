// SPDX-License-Identifier: MIT
// Interfaces: making and opening them, and which methods of a type answer which of an interface.
//
// Pairs (interface type, dynamic type) are worked out once: a table that is read without a lock and replaced, never
// changed in place but for new entries, gives each pair's itab or the name of the method that is missing.
#include <stdlib.h>

#include "run/hash.h"
#include "run/heap-inline.h"
#include "run/values.h"

typedef struct Pair {
    const SlRtype *iface, *type;
    const char *missing; // null: the itab is good
    struct Pair *next;   // all of them, to be freed
    SlItab itab;         // last: it has a flexible end
} Pair;

typedef struct Table {
    struct Table *older; // kept, since somebody may still read it
    uint64_t mask;
    Pair *_Atomic pairs[];
} Table;

typedef struct {
    pthread_mutex_t lock; // of writing
    Table *_Atomic table;
    Pair *all;
    uint64_t count;
} Itabs;

// ---- making and opening ----

bool sl_rtype_word_is_pointer(const SlRtype *type) {
    return (type->flags & (SL_RTYPE_DIRECT | SL_RTYPE_POINTERS)) != SL_RTYPE_DIRECT;
}

SlIface sl_iface_make(SlWorker *worker, const SlRtype *type, const SlSlot *slots) {
    if (type->flags & SL_RTYPE_DIRECT)
        return (SlIface){type, slots[0]};
    if (type->flags & SL_RTYPE_HUGE && slots[0].p)
        return (SlIface){type, slots[0]}; // a copy already
    void *copy = sl_heap_new_value(worker, type);
    if (!copy)
        return (SlIface){NULL, {0}};
    sl_slot_store(copy, type, slots);
    return (SlIface){type, {.p = copy}};
}

void sl_iface_value(SlIface iface, SlSlot *slots) {
    if (!iface.type)
        return;
    if (iface.type->flags & SL_RTYPE_DIRECT)
        slots[0] = iface.data;
    else
        sl_slot_load(iface.data.p, iface.type, slots);
}

// ---- methods ----

static int compare_names(const char *name, const char *pkg_path, const SlRmethod *method) {
    int order = strcmp(name, method->name);
    if (order != 0)
        return order;
    return strcmp(pkg_path ? pkg_path : "", method->pkg_path ? method->pkg_path : "");
}

const SlRmethod *sl_rtype_method(const SlRtype *type, const char *name, const char *pkg_path) {
    uint32_t low = 0, high = type->method_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = compare_names(name, pkg_path, &type->methods[middle]);
        if (order == 0)
            return &type->methods[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

static Pair *pair_new(const SlRtype *iface, const SlRtype *type) {
    Pair *pair = calloc(1, sizeof *pair + iface->method_count * sizeof(SlTarget));
    assert(pair);
    pair->iface = pair->itab.iface = iface;
    pair->type = pair->itab.type = type;
    for (uint32_t i = 0; i < iface->method_count; i++) {
        const SlRmethod *wanted = &iface->methods[i];
        const SlRmethod *method = sl_rtype_method(type, wanted->name, wanted->pkg_path);
        if (!method || method->type != wanted->type) {
            pair->missing = wanted->name;
            break;
        }
        pair->itab.methods[i] = (SlTarget){type, method->func ? method->func->value : NULL};
    }
    return pair;
}

// ---- the table ----

static uint64_t place_of(const SlRtype *iface, const SlRtype *type) {
    return sl_hash_join((uintptr_t)iface, (uintptr_t)type);
}

static Pair *table_find(Table *table, const SlRtype *iface, const SlRtype *type) {
    for (uint64_t at = place_of(iface, type);; at++) {
        Pair *pair = atomic_load_explicit(&table->pairs[at & table->mask], memory_order_acquire);
        if (!pair || (pair->iface == iface && pair->type == type))
            return pair;
    }
}

static void table_add(Table *table, Pair *pair) {
    uint64_t at = place_of(pair->iface, pair->type);
    while (atomic_load_explicit(&table->pairs[at & table->mask], memory_order_relaxed))
        at++;
    atomic_store_explicit(&table->pairs[at & table->mask], pair, memory_order_release);
}

static Table *table_new(uint64_t size, Table *older) {
    Table *table = calloc(1, sizeof *table + size * sizeof table->pairs[0]);
    if (!table)
        return NULL;
    table->mask = size - 1;
    table->older = older;
    return table;
}

bool sl_itabs_new(SlMachine *machine) {
    Itabs *itabs = calloc(1, sizeof *itabs);
    if (!itabs)
        return false;
    machine->itabs = itabs;
    pthread_mutex_init(&itabs->lock, NULL);
    itabs->table = table_new(64, NULL);
    return itabs->table != NULL;
}

void sl_itabs_free(SlMachine *machine) {
    Itabs *itabs = machine->itabs;
    if (!itabs)
        return;
    for (Pair *pair = itabs->all; pair;) {
        Pair *next = pair->next;
        free(pair);
        pair = next;
    }
    for (Table *table = itabs->table; table;) {
        Table *older = table->older;
        free(table);
        table = older;
    }
    pthread_mutex_destroy(&itabs->lock);
    free(itabs);
    machine->itabs = NULL;
}

static Pair *pair_find(SlMachine *machine, const SlRtype *iface, const SlRtype *type) {
    Itabs *itabs = machine->itabs;
    Pair *pair = table_find(atomic_load_explicit(&itabs->table, memory_order_acquire), iface, type);
    if (pair)
        return pair;
    pthread_mutex_lock(&itabs->lock);
    Table *table = itabs->table;
    pair = table_find(table, iface, type);
    if (!pair) {
        if (2 * (itabs->count + 1) > table->mask) {
            Table *larger = table_new(2 * (table->mask + 1), table);
            assert(larger);
            for (Pair *each = itabs->all; each; each = each->next)
                table_add(larger, each);
            atomic_store_explicit(&itabs->table, larger, memory_order_release);
            table = larger;
        }
        pair = pair_new(iface, type);
        pair->next = itabs->all;
        itabs->all = pair;
        itabs->count++;
        table_add(table, pair);
    }
    pthread_mutex_unlock(&itabs->lock);
    return pair;
}

const SlItab *sl_itab_find(SlMachine *machine, const SlRtype *iface, const SlRtype *type, const char **missing) {
    Pair *pair = pair_find(machine, iface, type);
    if (missing)
        *missing = pair->missing;
    return pair->missing ? NULL : &pair->itab;
}

const SlTarget **sl_call_sites_new(uint64_t sites) {
    static const SlTarget none; // of no type
    const SlTarget **all = calloc(SL_SITE_WAYS * sites + 1, sizeof *all);
    for (uint64_t i = 0; all && i < SL_SITE_WAYS * sites; i++)
        all[i] = &none;
    return all;
}

static const SlItab *itab_cached(SlMachine *machine, const SlRtype *iface, const SlRtype *type) {
    uint64_t at = (((uintptr_t)type >> 4) ^ ((uintptr_t)iface >> 7)) % SL_METHOD_CACHE;
    const SlItab *itab = atomic_load_explicit(&machine->methods[at], memory_order_acquire);
    if (itab && itab->type == type && itab->iface == iface)
        return itab;
    itab = sl_itab_find(machine, iface, type, NULL);
    assert(itab); // the checker has seen to it that the dynamic type has the methods
    atomic_store_explicit(&machine->methods[at], (void *)(uintptr_t)itab, memory_order_release);
    return itab;
}

const SlTarget *sl_call_site_miss(SlMachine *machine, uint64_t site, const SlRtype *iface, uint32_t method,
                                  const SlRtype *type) {
    const SlTarget *target = &itab_cached(machine, iface, type)->methods[method];
    const SlTarget **ways = &machine->call_sites[SL_SITE_WAYS * site];
    for (int i = 0; i < SL_SITE_WAYS; i++)
        if (!__atomic_load_n(&ways[i], __ATOMIC_RELAXED)->type) {
            __atomic_store_n(&ways[i], target, __ATOMIC_RELEASE);
            break;
        }
    return target;
}

bool sl_rtype_implements(SlMachine *machine, const SlRtype *type, const SlRtype *iface, const char **missing) {
    if (iface->method_count == 0) {
        if (missing)
            *missing = NULL;
        return true;
    }
    return sl_itab_find(machine, iface, type, missing) != NULL;
}

bool sl_iface_is(SlMachine *machine, const SlRtype *type, const SlRtype *target, const char **missing) {
    if (missing)
        *missing = NULL;
    if (!type)
        return false;
    if (target->kind != SL_KIND_INTERFACE)
        return type == target;
    return sl_rtype_implements(machine, type, target, missing);
}
