// SPDX-License-Identifier: MIT
// Folding: what stands inside a stage is taken out of the drawing, and so is what only one process has to do with.
#include "graph/impl.h"

// Who stands in the drawing for a process: itself, or the stage that it belongs to.
static int stands_for(const SlWalk *walk, int process) {
    int stage = walk->more.at[process].stage;
    return stage >= 0 ? stage : process;
}

static bool is_shared_kind(uint8_t kind) {
    return kind == SL_WIRE_MUTEX || kind == SL_WIRE_RWMUTEX || kind == SL_WIRE_GROUP || kind == SL_WIRE_CONTEXT;
}

// Counts who uses each node, up to two; a process that is many counts as two, and so does being in a stage and outside.
static void find_kept(SlWalk *walk, bool *kept) {
    int *user = SL_NEW_N(walk->arena, int, walk->nodes.count + 1); // 0 nobody, process + 1, -1 several
    for (int i = 0; i < walk->edges.count; i++) {
        const SlWireEdge *edge = &walk->edges.at[i];
        int process = stands_for(walk, edge->process);
        int *seen = &user[edge->object];
        if (*seen && *seen != process + 1)
            *seen = -1;
        else if (*seen >= 0)
            *seen = walk->nodes.at[process].many ? -1 : process + 1;
    }
    for (int i = 0; i < walk->nodes.count; i++) {
        const SlWireNode *node = &walk->nodes.at[i];
        int stage = walk->more.at[i].stage;
        kept[i] = stage < 0;
        if (node->kind == SL_WIRE_CHANNEL || node->kind == SL_WIRE_UNKNOWN || is_shared_kind(node->kind))
            kept[i] |= user[i] != 0;
        if (is_shared_kind(node->kind) && !node->outside)
            kept[i] &= walk->fold && user[i] == -1; // a run shows them by itself
        if (node->kind == SL_WIRE_TIMER)
            kept[i] &= user[i] != 0;
    }
}

// Only a stage uses it and is many: still its own.
static void drop_own(SlWalk *walk, bool *kept) {
    bool *outside = SL_NEW_N(walk->arena, bool, walk->nodes.count + 1);
    for (int i = 0; i < walk->edges.count; i++) {
        const SlWireEdge *edge = &walk->edges.at[i];
        outside[edge->object] |= stands_for(walk, edge->process) != walk->more.at[edge->object].stage;
    }
    for (int i = 0; i < walk->nodes.count; i++)
        if (walk->more.at[i].stage >= 0 && !outside[i])
            kept[i] = false;
}

static void rename_stage_channel(SlWalk *walk, int index, int *numbers) {
    SlWireNode *node = &walk->nodes.at[index];
    int stage = walk->more.at[index].stage;
    if (stage < 0)
        return;
    const char *result = walk->more.at[stage].result;
    if (result && !numbers[stage])
        node->name = result;
    node->pos = walk->nodes.at[stage].pos + (SlPos)numbers[stage]++; // one statement makes it for several stages
    node->inside = stage;
    node->many = walk->nodes.at[stage].many;
}

static void move_edges(SlWalk *walk, const bool *kept, const int *moved) {
    SlMap seen = {0};
    int count = 0;
    for (int i = 0; i < walk->edges.count; i++) {
        SlWireEdge edge = walk->edges.at[i];
        bool inner = stands_for(walk, edge.process) != edge.process;
        edge.process = stands_for(walk, edge.process);
        if (!kept[edge.process] || !kept[edge.object] || (inner && edge.process == edge.object))
            continue;
        edge.process = moved[edge.process];
        edge.object = moved[edge.object];
        uint64_t words[3] = {(uint64_t)edge.process, (uint64_t)edge.object, edge.use};
        const char *key = sl_arena_copy(walk->arena, words, sizeof words);
        uintptr_t known = (uintptr_t)sl_map_get(&seen, key, sizeof words);
        if (known) {
            walk->edges.at[known - 1].select &= edge.select;
            continue;
        }
        walk->edges.at[count++] = edge;
        sl_map_set(&seen, key, sizeof words, (void *)(uintptr_t)count);
    }
    walk->edges.count = count;
    sl_map_free(&seen);
}

// The sets that ports are read from hold the old numbers.
static void move_held(SlWalk *walk, const bool *kept, const int *moved) {
    for (int i = 0; i < walk->all_held.count; i++) {
        SlHeld *held = walk->all_held.at[i];
        int count = 0;
        for (int n = 0; n < held->nodes.count; n++)
            if (kept[held->nodes.at[n]])
                held->nodes.at[count++] = moved[held->nodes.at[n]];
        held->nodes.count = count;
    }
}

void sl_wire_fold(SlWalk *walk) {
    int count = walk->nodes.count, left = 0;
    bool *kept = SL_NEW_N(walk->arena, bool, count + 1);
    int *moved = SL_NEW_N(walk->arena, int, count + 1), *numbers = SL_NEW_N(walk->arena, int, count + 1);
    find_kept(walk, kept);
    drop_own(walk, kept);
    for (int i = 0; i < count; i++)
        if (kept[i])
            rename_stage_channel(walk, i, numbers);
    for (int i = 0; i < count; i++)
        moved[i] = kept[i] ? left++ : -1;
    move_edges(walk, kept, moved);
    move_held(walk, kept, moved);
    for (int i = 0; i < count; i++) {
        if (!kept[i])
            continue;
        SlWireNode node = walk->nodes.at[i];
        int inside = node.inside >= 0 ? stands_for(walk, node.inside) : -1;
        node.inside = inside >= 0 && kept[inside] ? moved[inside] : -1;
        walk->nodes.at[moved[i]] = node;
        walk->more.at[moved[i]] = walk->more.at[i];
    }
    walk->nodes.count = walk->more.count = left;
}
