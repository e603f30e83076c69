// SPDX-License-Identifier: MIT
// Long chains elide their middle: instances of one statement of which each hands on to the next, through a channel that
// only these two have of that statement. The first and last few stay; those between them become one box, and the
// channels between those go. Who is selected, accused or waits in a verdict stays, and parts the middle.
#include <string.h>

#include "ui/scene/impl.h"

enum { ENDS = 2, LEAST = 3 }; // kept at each end; fewer than that many between them stay too

typedef struct {
    SlSceneMaker *make;
    int *next, *previous; // of each process: in its chain, -1: none, -2: several
    int *link;            // of each process: the channel to the next one
    int *into;            // of each node: the box that it has become, itself, or -1: it is gone
} Chains;

static bool may_fold(const SlNode *node) {
    return node->kind == SL_NODE_PROCESS && node->id && node->count == 1 && node->one_of_many && !node->selected &&
           !node->accused && !node->stuck && !node->frozen;
}

static bool is_selected(const SlSceneMaker *make, const SlNode *node) {
    bool selected = node->key == make->options->selected;
    for (int i = 0; i < make->options->also_count; i++)
        selected |= node->key == make->options->also[i];
    return selected;
}

// Who sends on a channel, or receives from it, of the statement whose instances are a chain; -1 nobody, -2 several.
static void note(int *slot, int process) {
    *slot = *slot == -1 || *slot == process ? process : -2;
}

static void find_links(Chains *chains) {
    SlSceneMaker *make = chains->make;
    SlArena *arena = make->scene->arena;
    int count = make->nodes.count;
    int *sender = SL_NEW_N(arena, int, count + 1), *receiver = SL_NEW_N(arena, int, count + 1);
    for (int i = 0; i < count; i++)
        sender[i] = receiver[i] = chains->next[i] = chains->previous[i] = -1;
    for (int i = 0; i < make->edges.count; i++) {
        const SlEdge *edge = &make->edges.at[i];
        const SlNode *from = &make->nodes.at[edge->from], *to = &make->nodes.at[edge->to];
        if (edge->weight == SL_EDGE_MAY)
            continue;
        if (edge->flow == SL_FLOW_SEND && to->kind == SL_NODE_CHANNEL && from->one_of_many)
            note(&sender[edge->to], edge->from);
        if (edge->flow == SL_FLOW_RECEIVE && from->kind == SL_NODE_CHANNEL && to->one_of_many)
            note(&receiver[edge->from], edge->to);
    }
    for (int c = 0; c < count; c++) {
        int a = sender[c], b = receiver[c];
        if (a < 0 || b < 0 || a == b || make->nodes.at[a].site != make->nodes.at[b].site)
            continue;
        note(&chains->next[a], b);
        note(&chains->previous[b], a);
        chains->link[a] = c;
    }
}

// "6 receiving, 1 ready": the states of those between, the commonest first; *state is its.
static const char *status_of(SlSceneMaker *make, const int *members, int count, uint8_t *state) {
    int each[SL_STATE_UNKNOWN + 1] = {0};
    for (int i = 0; i < count; i++)
        each[make->nodes.at[members[i]].state]++;
    const char *text = "";
    for (int round = 0; round < 3; round++) {
        int most = 0;
        for (int s = 1; s <= SL_STATE_UNKNOWN; s++)
            most = each[s] > each[most] ? s : most;
        if (!each[most])
            break;
        if (!round)
            *state = (uint8_t)most;
        text = each[most] == count ? sl_state_word((uint8_t)most)
                                   : sl_arena_printf(make->scene->arena, "%s%s%d %s", text, *text ? ", " : "",
                                                     each[most], sl_state_word((uint8_t)most));
        each[most] = 0;
    }
    return text;
}

static void elide_run(Chains *chains, const int *members, int count) {
    SlSceneMaker *make = chains->make;
    SlNode *box = &make->nodes.at[members[0]];
    box->status = status_of(make, members, count, &box->state);
    box->count = (uint32_t)count;
    box->number = sl_arena_printf(make->scene->arena, "×%d", count);
    box->line = "…";
    box->can_move = false;
    box->key = sl_key_crowd(box->pos + 1, SL_STATE_UNKNOWN) ^ (box->site & 0xffffffffu) << 12;
    while (sl_map_get_ptr(&make->by_key, (void *)(uintptr_t)box->key))
        box->key += 1ull << 56;
    sl_map_set_ptr(&make->by_key, (void *)(uintptr_t)box->key, (void *)(uintptr_t)(members[0] + 1));
    for (int i = 1; i < count; i++) {
        chains->into[members[i]] = members[0];
        chains->into[chains->link[members[i - 1]]] = -1;
    }
}

static void elide_chain(Chains *chains, const int *members, int count) {
    for (int from = ENDS; from < count - ENDS;) {
        int to = from;
        while (to < count - ENDS && may_fold(&chains->make->nodes.at[members[to]]) &&
               !is_selected(chains->make, &chains->make->nodes.at[members[to]]))
            to++;
        if (to - from >= LEAST)
            elide_run(chains, members + from, to - from);
        from = to + 1;
    }
}

// Takes out what is gone; edges of those between lead to their box, unless they lead to what is gone.
static void compact(Chains *chains) {
    SlSceneMaker *make = chains->make;
    int left = 0, *moved = SL_NEW_N(make->scene->arena, int, make->nodes.count + 1), edges = 0;
    for (int i = 0; i < make->nodes.count; i++) {
        moved[i] = chains->into[i] == i ? left : -1;
        if (chains->into[i] == i)
            make->nodes.at[left++] = make->nodes.at[i];
    }
    SlMap seen = {0};
    for (int i = 0; i < make->edges.count; i++) {
        SlEdge edge = make->edges.at[i];
        int from = chains->into[edge.from], to = chains->into[edge.to];
        if (from < 0 || to < 0 || from == to)
            continue;
        bool changed = from != edge.from || to != edge.to || make->nodes.at[moved[from]].count > 1 ||
                       make->nodes.at[moved[to]].count > 1;
        edge.from = moved[from];
        edge.to = moved[to];
        if (changed)
            edge.key = sl_scene_edge_key(make, edge.from, edge.to, edge.flow);
        if (sl_map_get_ptr(&seen, (void *)(uintptr_t)edge.key))
            continue;
        sl_map_set_ptr(&seen, (void *)(uintptr_t)edge.key, (void *)(uintptr_t)1);
        make->edges.at[edges++] = edge;
    }
    make->nodes.count = left;
    make->edges.count = edges;
    sl_map_free(&seen);
}

void sl_scene_elide(SlSceneMaker *make) {
    SlArena *arena = make->scene->arena;
    int count = make->nodes.count;
    if (!make->world || count < 2 * ENDS + LEAST)
        return;
    Chains chains = {make, SL_NEW_N(arena, int, count), SL_NEW_N(arena, int, count), SL_NEW_N(arena, int, count),
                     SL_NEW_N(arena, int, count)};
    int *members = SL_NEW_N(arena, int, count);
    for (int i = 0; i < count; i++)
        chains.into[i] = i;
    find_links(&chains);
    bool any = false;
    for (int i = 0; i < count; i++) {
        if (chains.previous[i] >= 0 || chains.next[i] < 0)
            continue;
        int length = 0;
        for (int at = i; at >= 0 && length < count; at = chains.previous[at] == -2 ? -1 : chains.next[at]) {
            members[length++] = at;
            if (chains.next[at] < 0)
                break;
        }
        if (length >= 2 * ENDS + LEAST) {
            elide_chain(&chains, members, length);
            any = true;
        }
    }
    if (any)
        compact(&chains);
}
