// SPDX-License-Identifier: MIT
// Who could give a stuck goroutine what it waits for. Three things decide: whether it still has the object (by its live
// slots and what they lead to), whether its text does such a thing (the wiring), and, of locks, who holds them.
// Whoever is named could at most; whoever is not named cannot.
#include <stdlib.h>

#include "run/reach.h"
#include "verify/impl.h"

static const int64_t REACH_LIMIT = 300000000;

typedef struct {
    SlExplain *explain;
    uint64_t *goroutines, *objects; // of the reach: the first of each crowd, then 0 for the packages' variables
    int goroutine_count, object_count;
    bool *reach;
    int *process; // of each crowd: its node in the wiring, or -1
} Search;

static int object_index(const Search *search, uint64_t id) {
    for (int i = 0; i < search->object_count; i++)
        if (search->objects[i] == id)
            return i;
    return -1;
}

static bool has(const Search *search, int row, uint64_t object) {
    int k = object_index(search, object);
    return k >= 0 && search->reach[(size_t)row * (size_t)search->object_count + (size_t)k];
}

static void collect_objects(Search *search) {
    SlExplain *explain = search->explain;
    int most = 0;
    for (int i = 0; i < explain->crowds.count; i++)
        most += explain->crowds.at[i].need_count;
    search->objects = SL_NEW_N(explain->arena, uint64_t, most + 1);
    for (int i = 0; i < explain->crowds.count; i++)
        for (int n = 0; n < explain->crowds.at[i].need_count; n++) {
            const SlWorldObject *object = explain->crowds.at[i].needs[n].object;
            if (object && object_index(search, object->id) < 0)
                search->objects[search->object_count++] = object->id;
        }
}

// ---- the wiring ----

static int wire_node(const SlWiring *wiring, bool process, SlPos pos) {
    for (int i = 0; wiring && i < wiring->node_count; i++)
        if ((wiring->nodes[i].kind == SL_WIRE_PROCESS) == process && wiring->nodes[i].kind != SL_WIRE_UNKNOWN &&
            wiring->nodes[i].pos == pos)
            return i;
    return -1;
}

static bool is_use(uint8_t kind, uint8_t use) {
    switch (kind) {
    case SL_WAITS_SEND:
        return use == SL_WIRE_RECEIVES;
    case SL_WAITS_RECEIVE:
        return use == SL_WIRE_SENDS || use == SL_WIRE_CLOSES;
    case SL_WAITS_GROUP:
        return use == SL_WIRE_DONE;
    default:
        return true;
    }
}

typedef enum { NEVER, MAY, DOES } Text;

// What the text of a process says about a need.
static Text text_of(const Search *search, int process, const SlNeed *need, SlPos *pos) {
    const SlWiring *wiring = search->explain->wiring;
    *pos = 0;
    if (process < 0 || need->object->kind != SL_OBJECT_CHANNEL)
        return MAY;
    int node = wire_node(wiring, false, need->object->make_pos);
    if (node < 0)
        return MAY;
    Text text = NEVER;
    for (int i = 0; i < wiring->edge_count; i++) {
        const SlWireEdge *edge = &wiring->edges[i];
        if (edge->process != process || !is_use(need->kind, edge->use))
            continue;
        if (edge->object == node) {
            *pos = edge->pos;
            return DOES;
        }
        if (wiring->nodes[edge->object].kind == SL_WIRE_UNKNOWN)
            text = MAY;
    }
    return text;
}

static bool has_used(const SlExplain *explain, const SlCrowd *crowd, const SlNeed *need) {
    for (int i = 0; i < explain->world->use_count; i++) {
        const SlWorldUse *use = &explain->world->uses[i];
        if (use->goroutine == crowd->first->id && use->object == need->object->id &&
            (need->kind == SL_WAITS_SEND ? use->receives > 0 : use->sends > 0 || use->closes))
            return true;
    }
    return false;
}

// ---- locks ----

static int crowd_of(const SlExplain *explain, uint64_t goroutine) {
    for (int i = 0; i < explain->crowds.count; i++)
        for (int k = 0; k < explain->crowds.at[i].count; k++)
            if (explain->crowds.at[i].ids[k] == goroutine)
                return i;
    return -1;
}

static void add_holder(SlExplain *explain, SlNeed *need, uint64_t goroutine) {
    int crowd = crowd_of(explain, goroutine);
    if (crowd >= 0) {
        sl_vec_push(&need->givers, (SlGiver){crowd, 0, true});
        return;
    }
    if (sl_world_goroutine(explain->world, goroutine))
        return; // it can move; it has lost the lock, or there would be no verdict
    uint64_t *grown = SL_NEW_N(explain->arena, uint64_t, need->ended_count + 1);
    if (need->ended_count)
        memcpy(grown, need->ended, (size_t)need->ended_count * sizeof *grown);
    grown[need->ended_count++] = goroutine;
    need->ended = grown;
}

static void find_holders(SlExplain *explain, SlNeed *need) {
    const SlWorldObject *object = need->object;
    if (object->owner)
        add_holder(explain, need, object->owner);
    if (object->kind != SL_OBJECT_RWMUTEX || object->owner)
        return;
    for (int i = 0; i < explain->world->use_count; i++) { // readers: known of watched runs
        const SlWorldUse *use = &explain->world->uses[i];
        if (use->object == object->id && use->sends > use->receives)
            add_holder(explain, need, use->goroutine);
    }
    for (int i = 0; i < explain->crowds.count; i++) // who waits to write keeps readers out
        for (int n = 0; need->kind == SL_WAITS_READ_LOCK && n < explain->crowds.at[i].need_count; n++)
            if (explain->crowds.at[i].needs[n].object == object && explain->crowds.at[i].needs[n].kind == SL_WAITS_LOCK)
                sl_vec_push(&need->givers, (SlGiver){i, 0, false});
}

// ---- all ----

static bool is_lock(const SlNeed *need) {
    return (need->kind == SL_WAITS_LOCK || need->kind == SL_WAITS_READ_LOCK) &&
           need->object->kind != SL_OBJECT_SEMAPHORE;
}

// Waiting for the same from the same object, it has that object, whatever else it does.
static bool waits_alike(const SlCrowd *crowd, const SlNeed *need) {
    for (int n = 0; n < crowd->need_count; n++)
        if (crowd->needs[n].object == need->object && crowd->needs[n].kind == need->kind)
            return true;
    return false;
}

static void find_givers(const Search *search, int index, SlNeed *need) {
    SlExplain *explain = search->explain;
    if (!need->object)
        return;
    if (is_lock(need)) {
        find_holders(explain, need);
        return;
    }
    bool global = has(search, explain->crowds.count, need->object->id);
    for (int i = 0; i < explain->crowds.count; i++) {
        const SlCrowd *crowd = &explain->crowds.at[i];
        SlPos pos;
        Text text = text_of(search, search->process[i], need, &pos);
        bool used = has_used(explain, crowd, need);
        bool is_self = i == index || waits_alike(crowd, need), reaches = has(search, i, need->object->id);
        // Of itself, of what is the packages', and of what it has but never uses, only the text makes a giver.
        bool could = is_self || (global && !reaches) ? text == DOES : reaches && (text != NEVER || used);
        if (could)
            sl_vec_push(&need->givers, (SlGiver){i, pos, false});
    }
}

void sl_explain_givers(SlExplain *explain) {
    int count = explain->crowds.count;
    Search search = {.explain = explain};
    collect_objects(&search);
    search.goroutines = SL_NEW_N(explain->arena, uint64_t, count + 1);
    search.goroutine_count = count + 1; // the last: the packages' variables
    search.process = SL_NEW_N(explain->arena, int, count + 1);
    for (int i = 0; i < count; i++) {
        const SlWorldGoroutine *g = explain->crowds.at[i].first;
        search.goroutines[i] = g->id;
        search.process[i] = wire_node(explain->wiring, true, g->go_pos);
    }
    search.reach = calloc((size_t)search.goroutine_count * (size_t)(search.object_count + 1), sizeof *search.reach);
    if (!search.reach)
        abort();
    sl_machine_reach(explain->machine, search.goroutines, search.goroutine_count, search.objects, search.object_count,
                     search.reach, REACH_LIMIT);
    for (int i = 0; i < count; i++)
        for (int n = 0; n < explain->crowds.at[i].need_count; n++)
            find_givers(&search, i, &explain->crowds.at[i].needs[n]);
    free(search.reach);
}
