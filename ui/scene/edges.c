// SPDX-License-Identifier: MIT
// The edges of a scene: waits (heavy) from the World, uses so far (solid), and what the text says may come (dotted).
// Of several between the same two nodes in the same direction the strongest stands.
#include <string.h>

#include "ui/scene/impl.h"

static uint64_t key_of(const SlSceneMaker *make, int from, int to, SlFlow flow) {
    uint64_t words[3] = {make->nodes.at[from].key, make->nodes.at[to].key, flow};
    return sl_hash_bytes(words, sizeof words, 11);
}

uint64_t sl_scene_edge_key(const SlSceneMaker *make, int from, int to, uint8_t flow) {
    return key_of(make, from, to, (SlFlow)flow);
}

static SlEdge *add(SlSceneMaker *make, int from, int to, SlFlow flow, SlEdgeWeight weight) {
    if (from < 0 || to < 0)
        return NULL;
    uint64_t key = key_of(make, from, to, flow);
    int index = (int)(uintptr_t)sl_map_get_ptr(&make->by_edge, (void *)(uintptr_t)key) - 1;
    if (index < 0) {
        index = make->edges.count;
        sl_vec_push(&make->edges, (SlEdge){.key = key,
                                           .from = from,
                                           .to = to,
                                           .flow = (uint8_t)flow,
                                           .weight = (uint8_t)weight,
                                           .from_port = -1,
                                           .to_port = -1});
        sl_map_set_ptr(&make->by_edge, (void *)(uintptr_t)key, (void *)(uintptr_t)(index + 1));
    }
    SlEdge *edge = &make->edges.at[index];
    if (weight > edge->weight)
        edge->weight = (uint8_t)weight;
    return edge;
}

static int object_node(const SlSceneMaker *make, uint64_t id) {
    uint64_t key = 1ull << 61 | id;
    return (int)(uintptr_t)sl_map_get_ptr(&make->by_key, (void *)(uintptr_t)key) - 1;
}

// The end at which values flow: process to object or object to process.
static bool is_inwards(SlFlow flow) {
    return flow == SL_FLOW_SEND || flow == SL_FLOW_LOCK || flow == SL_FLOW_DONE;
}

static uint64_t edge_key(const SlSceneMaker *make, int process, int object, SlFlow flow) {
    return is_inwards(flow) ? key_of(make, process, object, flow) : key_of(make, object, process, flow);
}

static SlEdge *add_flow(SlSceneMaker *make, int process, int object, SlFlow flow, SlEdgeWeight weight) {
    return is_inwards(flow) ? add(make, process, object, flow, weight) : add(make, object, process, flow, weight);
}

static void add_waits(SlSceneMaker *make, int index) {
    static const uint8_t flows[] = {
        [SL_WAITS_SEND] = SL_FLOW_SEND,      [SL_WAITS_RECEIVE] = SL_FLOW_RECEIVE, [SL_WAITS_LOCK] = SL_FLOW_LOCK,
        [SL_WAITS_READ_LOCK] = SL_FLOW_LOCK, [SL_WAITS_GROUP] = SL_FLOW_WAIT,      [SL_WAITS_COND] = SL_FLOW_WAIT,
        [SL_WAITS_TIME] = SL_FLOW_WAIT,      [SL_WAITS_INPUT] = SL_FLOW_WAIT,
    };
    const SlWorldGoroutine *g = &make->world->goroutines[index];
    for (int i = 0; i < g->wait_count; i++) {
        const SlWorldWait *wait = &g->waits[i];
        if (!wait->object || wait->kind >= sizeof flows)
            continue;
        SlEdge *edge = add_flow(make, make->goroutine_node[index], object_node(make, wait->object), flows[wait->kind],
                                SL_EDGE_WAITS);
        if (!edge)
            continue;
        edge->select = g->state == SL_STATE_SELECT;
        edge->stuck = g->stuck;
        edge->count += g->count ? g->count : 1;
        if (!edge->place || (wait->place && wait->place < edge->place)) {
            edge->place = wait->place;
            if (wait->value)
                edge->value = sl_arena_strndup(make->scene->arena, wait->value, strlen(wait->value));
        }
    }
    for (int i = 0; i < g->hold_count; i++) {
        SlEdge *edge =
            add(make, object_node(make, g->holds[i]), make->goroutine_node[index], SL_FLOW_HOLDS, SL_EDGE_USED);
        if (edge)
            edge->stuck = g->stuck;
    }
}

// The cases among which the user chooses. Two of one channel in one direction share an edge: it stands for the first.
static void add_offers(SlSceneMaker *make, int index) {
    const SlWorldGoroutine *g = &make->world->goroutines[index];
    for (int i = 0; i < g->case_count; i++) {
        const SlWorldCase *offered = &g->cases[i];
        SlFlow flow = offered->kind == SL_WAITS_SEND ? SL_FLOW_SEND : SL_FLOW_RECEIVE;
        SlEdge *edge =
            add_flow(make, make->goroutine_node[index], object_node(make, offered->object), flow, SL_EDGE_USED);
        if (!edge || edge->offer)
            continue;
        edge->offer = i + 1;
        edge->offer_to = g->id;
        edge->offer_case = offered->number;
        edge->select = true;
    }
}

static int goroutine_index(const SlWorld *world, uint64_t id) {
    const SlWorldGoroutine *g = sl_world_goroutine(world, id);
    return g ? (int)(g - world->goroutines) : -1;
}

static void add_uses(SlSceneMaker *make) {
    const SlWorld *world = make->world;
    for (int i = 0; i < world->use_count; i++) {
        const SlWorldUse *use = &world->uses[i];
        int g = goroutine_index(world, use->goroutine), object = object_node(make, use->object);
        if (g < 0 || object < 0)
            continue;
        bool is_channel = make->nodes.at[object].kind == SL_NODE_CHANNEL;
        bool is_group = make->nodes.at[object].kind == SL_NODE_GROUP;
        SlFlow send = is_channel ? SL_FLOW_SEND : is_group ? SL_FLOW_DONE : SL_FLOW_LOCK;
        SlFlow receive = is_channel ? SL_FLOW_RECEIVE : SL_FLOW_WAIT;
        if (use->sends || use->closes)
            add_flow(make, make->goroutine_node[g], object, send, SL_EDGE_USED);
        if (use->receives && (is_channel || is_group)) // of a lock these are unlocks
            add_flow(make, make->goroutine_node[g], object, receive, SL_EDGE_USED);
    }
}

// Where a site of the wiring is in the picture: its ghost, or its only instance.
static int site_node(const SlSceneMaker *make, int site) {
    return make->site_node[site] >= 0    ? make->site_node[site]
           : make->site_first[site] >= 0 ? make->site_first[site]
                                         : -1;
}

// A statement of one of many goroutines may use any of several channels, but a goroutine that has used one of them
// stays with it, most of the time: its other possibilities would only clutter the picture.
static bool is_settled(const SlSceneMaker *make, int wire, int process, int object, SlFlow flow) {
    return make->shared[wire] && make->nodes.at[process].one_of_many && make->used[process] >> flow & 1 &&
           !sl_map_get_ptr(&make->by_edge, (void *)(uintptr_t)edge_key(make, process, object, flow));
}

// The edge ends at the process's port.
static void set_port(SlSceneMaker *make, SlEdge *edge, int process, int port) {
    const SlNode *node = &make->nodes.at[process];
    for (int i = 0; i < node->port_count; i++)
        if (node->ports[i].index == port)
            *(edge->from == process ? &edge->from_port : &edge->to_port) = i;
}

static void add_may(SlSceneMaker *make, int index, int process, int object) {
    static const uint8_t flows[] = {
        [SL_WIRE_SENDS] = SL_FLOW_SEND,   [SL_WIRE_RECEIVES] = SL_FLOW_RECEIVE, [SL_WIRE_CLOSES] = SL_FLOW_SEND,
        [SL_WIRE_LOCKS] = SL_FLOW_LOCK,   [SL_WIRE_WAITS] = SL_FLOW_WAIT,       [SL_WIRE_DONE] = SL_FLOW_DONE,
        [SL_WIRE_STARTS] = SL_FLOW_START,
    };
    const SlWireEdge *wire = &make->wiring->edges[index];
    if (wire->use >= sizeof flows || process < 0 || object < 0)
        return;
    SlFlow flow = flows[wire->use];
    // Who started whom matters while there is nothing else to see.
    if ((wire->use == SL_WIRE_STARTS && make->world) || is_settled(make, index, process, object, flow))
        return;
    SlEdge *edge = wire->use == SL_WIRE_STARTS ? add(make, process, object, SL_FLOW_START, SL_EDGE_MAY)
                                               : add_flow(make, process, object, flow, SL_EDGE_MAY);
    if (edge && edge->weight == SL_EDGE_MAY)
        edge->select = wire->select;
    if (edge && wire->port >= 0 && !make->world)
        set_port(make, edge, process, wire->port);
}

// Who started whom is worth a line only where nothing else ties the two into the picture.
static bool *find_tied(const SlSceneMaker *make) {
    const SlWiring *wiring = make->wiring;
    bool *tied = SL_NEW_N(make->scene->arena, bool, wiring->node_count + 1);
    for (int i = 0; i < wiring->edge_count; i++)
        if (wiring->edges[i].use != SL_WIRE_STARTS)
            tied[wiring->edges[i].process] = true;
    return tied;
}

// Which edges of the wiring share their statement with others, and what the nodes of the picture have used so far.
static void find_used(SlSceneMaker *make) {
    SlArena *arena = make->scene->arena;
    const SlWiring *wiring = make->wiring;
    make->shared = SL_NEW_N(arena, bool, wiring->edge_count + 1);
    make->used = SL_NEW_N(arena, uint8_t, make->nodes.count + 1);
    SlMap first = {0};
    for (int i = 0; i < wiring->edge_count; i++) {
        uint64_t words[3] = {(uint64_t)wiring->edges[i].process, wiring->edges[i].use, wiring->edges[i].pos};
        void *key = (void *)(uintptr_t)sl_hash_bytes(words, sizeof words, 5);
        uintptr_t other = (uintptr_t)sl_map_get_ptr(&first, key);
        if (other)
            make->shared[i] = make->shared[other - 1] = true;
        else
            sl_map_set_ptr(&first, key, (void *)(uintptr_t)(i + 1));
    }
    sl_map_free(&first);
    for (int i = 0; i < make->edges.count; i++) {
        const SlEdge *edge = &make->edges.at[i];
        make->used[edge->from] |= (uint8_t)(1u << edge->flow);
        make->used[edge->to] |= (uint8_t)(1u << edge->flow);
    }
}

static void add_wiring(SlSceneMaker *make) {
    const SlWiring *wiring = make->wiring;
    const bool *tied = find_tied(make);
    find_used(make);
    for (int i = 0; i < wiring->edge_count; i++) {
        const SlWireEdge *wire = &wiring->edges[i];
        if (wire->use == SL_WIRE_STARTS && tied[wire->object])
            continue;
        int object = site_node(make, wire->object);
        int process = site_node(make, wire->process);
        if (process >= 0) {
            add_may(make, i, process, object);
            continue;
        }
        for (int g = 0; make->world && object >= 0 && g < make->world->goroutine_count;
             g++) // every instance of the process
            if (make->world->goroutines[g].go_pos == wiring->nodes[wire->process].pos && make->goroutine_node[g] >= 0)
                add_may(make, i, make->goroutine_node[g], object);
    }
}

// A place in line says something only where more than one stands there.
static void number_queues(SlSceneMaker *make) {
    uint32_t *waiting = SL_NEW_N(make->scene->arena, uint32_t, 2 * make->nodes.count + 1);
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < make->edges.count; i++) {
            SlEdge *edge = &make->edges.at[i];
            if (edge->weight != SL_EDGE_WAITS || !edge->place)
                continue;
            bool sends = make->nodes.at[edge->from].kind == SL_NODE_PROCESS;
            uint32_t *queue = &waiting[2 * (sends ? edge->to : edge->from) + sends];
            if (round == 0)
                *queue += edge->count;
            else if (*queue < 2)
                edge->place = 0;
        }
}

// ---- verdicts ----

static bool has_id(const uint64_t *ids, int count, uint64_t id) {
    int low = 0, high = count;
    while (low < high) {
        int middle = (low + high) / 2;
        if (ids[middle] < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && ids[low] == id;
}

// One verdict is looked at: its goroutines and what they wait for, and nothing else.
static void light_finding(SlSceneMaker *make) {
    const SlSceneOptions *options = make->options;
    for (int i = 0; i < make->nodes.count; i++)
        make->nodes.at[i].accused = false;
    for (int i = 0; i < make->world->goroutine_count; i++)
        if (make->goroutine_node[i] >= 0 &&
            has_id(options->lit_goroutines, options->lit_goroutine_count, make->world->goroutines[i].id))
            make->nodes.at[make->goroutine_node[i]].accused = true;
    for (int i = 0; i < options->lit_object_count; i++) {
        int node = object_node(make, options->lit_objects[i]);
        if (node >= 0)
            make->nodes.at[node].accused = true;
    }
    for (int i = 0; i < make->edges.count; i++) {
        SlEdge *edge = &make->edges.at[i];
        bool among = make->nodes.at[edge->from].accused && make->nodes.at[edge->to].accused;
        edge->dimmed = !among || (edge->weight != SL_EDGE_WAITS && edge->flow != SL_FLOW_HOLDS);
    }
    for (int i = 0; i < make->nodes.count; i++)
        make->nodes.at[i].dimmed = !make->nodes.at[i].accused;
}

void sl_scene_add_edges(SlSceneMaker *make) {
    if (make->world) {
        for (int i = 0; i < make->world->goroutine_count; i++)
            if (make->goroutine_node[i] >= 0)
                add_waits(make, i);
        add_uses(make);
        for (int i = 0; i < make->world->goroutine_count; i++)
            if (make->goroutine_node[i] >= 0)
                add_offers(make, i);
    }
    if (make->wiring)
        add_wiring(make);
    number_queues(make);
    if (make->world && make->options->lit_goroutine_count) {
        light_finding(make);
        return;
    }
    bool verdict = make->world && make->world->deadlock;
    for (int i = 0; verdict && i < make->edges.count; i++) {
        SlEdge *edge = &make->edges.at[i];
        edge->dimmed = !edge->stuck;
        if (edge->stuck && edge->weight == SL_EDGE_WAITS)
            make->nodes.at[edge->from].accused = make->nodes.at[edge->to].accused = true;
    }
    for (int i = 0; verdict && i < make->nodes.count; i++)
        make->nodes.at[i].dimmed = !make->nodes.at[i].accused;
}
