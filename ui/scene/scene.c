// SPDX-License-Identifier: MIT
// Wiring and World to nodes: instances stand for their site, alike ones fold, the rest of the wiring shows as ghosts.
#include "ui/scene/scene.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "ui/scene/impl.h"
#include "ui/scene/translate.h"

enum { FOLD = 6, CHANNEL_FOLD = 24 };

int sl_scene_add_node(SlSceneMaker *make, const SlNode *node) {
    int index = make->nodes.count;
    sl_vec_push(&make->nodes, *node);
    SlNode *added = &make->nodes.at[index];
    added->selected = make->options->selected && added->key == make->options->selected;
    for (int i = 0; i < make->options->also_count && !added->selected; i++)
        added->selected = added->key == make->options->also[i];
    if (!added->title)
        added->title = "";
    if (!added->number)
        added->number = "";
    if (!added->status)
        added->status = "";
    if (!added->line)
        added->line = "";
    if (!added->type)
        added->type = "";
    sl_map_set_ptr(&make->by_key, (void *)(uintptr_t)node->key, (void *)(uintptr_t)(index + 1));
    return index;
}

const char *sl_scene_line(SlSceneMaker *make, SlPos pos) {
    const char *text = make->options->text;
    size_t length = make->options->length;
    if (!text || !pos || pos > length)
        return "";
    size_t from = pos - 1, to = pos - 1;
    while (from > 0 && text[from - 1] != '\n')
        from--;
    while (to < length && text[to] != '\n')
        to++;
    while (from < to && (text[from] == ' ' || text[from] == '\t'))
        from++;
    while (to > from && (text[to - 1] == ' ' || text[to - 1] == '\t' || text[to - 1] == '\r'))
        to--;
    return sl_arena_strndup(make->scene->arena, text + from, to - from);
}

int sl_scene_site(const SlSceneMaker *make, int process, SlPos pos) {
    return (int)(uintptr_t)sl_map_get_ptr(&make->sites[process], (void *)(uintptr_t)(pos + 1ull)) - 1;
}

static void index_sites(SlSceneMaker *make) {
    for (int i = 0; make->wiring && i < make->wiring->node_count; i++) {
        const SlWireNode *node = &make->wiring->nodes[i];
        int process = node->kind == SL_WIRE_PROCESS;
        if (sl_scene_site(make, process, node->pos) < 0)
            sl_map_set_ptr(&make->sites[process], (void *)(uintptr_t)(node->pos + 1ull), (void *)(uintptr_t)(i + 1));
    }
}

// ---- wiring ----

static const char *buffer_text(SlArena *arena, const char *type, int64_t buffer) {
    if (buffer < 0)
        return sl_arena_printf(arena, _("%s · room known at run time"), type);
    if (!buffer)
        return type;
    return sl_arena_printf(arena, _("%s · room for %lld"), type, (long long)buffer);
}

static SlNodeKind node_kind(const SlWireNode *wire) {
    switch (wire->kind) {
    case SL_WIRE_PROCESS:
        return SL_NODE_PROCESS;
    case SL_WIRE_CHANNEL:
        return SL_NODE_CHANNEL;
    case SL_WIRE_MUTEX:
    case SL_WIRE_RWMUTEX:
        return SL_NODE_LOCK;
    case SL_WIRE_GROUP:
        return SL_NODE_GROUP;
    case SL_WIRE_TIMER:
    case SL_WIRE_CONTEXT:
        return SL_NODE_TIMER;
    case SL_WIRE_STAGE:
        return SL_NODE_STAGE;
    default:
        return SL_NODE_UNKNOWN;
    }
}

// What the function opened shows of itself: the first call that it gives a channel to, else how it begins.
static SlPos first_line(const SlSceneMaker *make) {
    const SlWiring *wiring = make->wiring;
    for (int i = 0; i < wiring->port_count && !make->world; i++)
        if (wiring->ports[i].node == 0 && wiring->ports[i].way == SL_PORT_PARAM && wiring->ports[i].call)
            return wiring->ports[i].call;
    return wiring->nodes[0].function_pos;
}

// "main · show": main runs its last process itself, which is known by its own name.
static const char *main_title(const SlSceneMaker *make) {
    const SlWiring *wiring = make->wiring;
    const char *text = make->options->text, *name = wiring->nodes[0].name;
    SlPos call = 0;
    for (int i = 0; i < wiring->port_count; i++) {
        const SlWirePort *port = &wiring->ports[i];
        if (port->node != 0 || port->way != SL_PORT_PARAM || !port->call)
            continue;
        if (call && call != port->call)
            return name; // several
        call = port->call;
    }
    size_t from = call ? call - 1 : 0, length = 0;
    while (call && text && from + length < make->options->length && !strchr("([ \n\t", text[from + length]))
        length++;
    return length ? sl_arena_printf(make->scene->arena, "%s · %.*s", name, (int)length, text + from) : name;
}

static void add_site(SlSceneMaker *make, int index) {
    const SlWireNode *wire = &make->wiring->nodes[index];
    SlArena *arena = make->scene->arena;
    SlNode node = {
        .kind = (uint8_t)node_kind(wire),
        .title = wire->name,
        .many = wire->many,
        .number = !wire->many   ? ""
                  : wire->count ? sl_arena_printf(arena, "×%lld", (long long)wire->count)
                                : "×n",
        .wire = index,
        .color = wire->color ? sl_arena_strndup(arena, wire->color, strlen(wire->color)) : NULL,
        .count = 1,
        .state = SL_STATE_UNKNOWN,
        .pos = wire->pos,
        .placed = wire->placed,
        .x = wire->x,
        .y = wire->y,
        .ghost = make->world != NULL,
    };
    node.key = node.site = sl_key_site(wire->kind, wire->pos);
    if (index == 0 && !make->world)
        node.title = main_title(make);
    if (wire->title && *wire->title)
        node.title = wire->title;
    if (!make->world)
        sl_scene_add_ports(make, &node, index);
    if (wire->kind == SL_WIRE_PROCESS || wire->kind == SL_WIRE_STAGE) {
        node.line = sl_scene_line(make, index ? wire->pos : first_line(make));
    } else if (wire->kind == SL_WIRE_CHANNEL) {
        node.type = buffer_text(arena, wire->type ? wire->type : "chan", wire->buffer);
        node.capacity = wire->buffer > 0 ? (uint64_t)wire->buffer : 0;
    } else {
        node.type = wire->type;
    }
    make->site_node[index] = sl_scene_add_node(make, &node);
}

// ---- World ----

static const char *process_status(SlArena *arena, const SlWorldGoroutine *g, uint8_t state) {
    const char *stuck = g->stuck ? _("stuck ") : "";
    if (g->frozen)
        return state == SL_STATE_READY ? _("frozen") : sl_arena_printf(arena, _("frozen · %s"), sl_state_word(state));
    if (g->case_count)
        return sl_arena_printf(arena, _("select: %d ready"), g->case_count);
    if (state == SL_STATE_SENDING && g->wait_count && g->waits[0].value)
        return sl_arena_printf(arena, _("%ssending %s"), stuck, g->waits[0].value);
    return sl_arena_printf(arena, "%s%s", stuck, sl_state_word(state));
}

static bool alike(const SlWorldGoroutine *a, const SlWorldGoroutine *b) {
    if (a->go_pos != b->go_pos || a->state != b->state || a->stuck != b->stuck || a->pos != b->pos ||
        a->frozen != b->frozen || a->case_count || b->case_count || a->wait_count != b->wait_count ||
        strcmp(a->name, b->name))
        return false;
    for (int i = 0; i < a->wait_count; i++)
        if (a->waits[i].object != b->waits[i].object || a->waits[i].kind != b->waits[i].kind)
            return false;
    return true;
}

static uint64_t alike_hash(const SlWorldGoroutine *g) {
    uint64_t words[4] = {g->go_pos, g->pos, (uint64_t)g->state << 1 | g->stuck, g->wait_count ? g->waits[0].object : 0};
    return sl_hash_bytes(words, sizeof words, 7);
}

// How many goroutines are like each one: an open table over the hash of what makes them alike.
static uint32_t *count_alike(const SlWorld *world, int **leader) {
    int n = world->goroutine_count;
    int size = 16;
    while (size < 2 * n)
        size *= 2;
    int *table = malloc((size_t)size * sizeof *table);
    uint32_t *counts = calloc((size_t)n + 1, sizeof *counts);
    *leader = malloc(((size_t)n + 1) * sizeof **leader);
    memset(table, -1, (size_t)size * sizeof *table);
    for (int i = 0; i < n; i++) {
        const SlWorldGoroutine *g = &world->goroutines[i];
        uint32_t at = (uint32_t)alike_hash(g) & (uint32_t)(size - 1);
        while (table[at] >= 0 && !alike(&world->goroutines[table[at]], g))
            at = (at + 1) & (uint32_t)(size - 1);
        if (table[at] < 0)
            table[at] = i;
        (*leader)[i] = table[at];
        counts[table[at]] += g->count ? g->count : 1;
    }
    free(table);
    return counts;
}

static void add_goroutine(SlSceneMaker *make, int index, uint32_t count) {
    const SlWorldGoroutine *g = &make->world->goroutines[index];
    SlArena *arena = make->scene->arena;
    bool done = make->world->ended && g->state == SL_STATE_RUNNING; // who ended the program
    uint8_t state = done ? SL_STATE_ENDED : g->state;
    int site = sl_scene_site(make, 1, g->go_pos);
    uint64_t site_key = site >= 0 ? sl_key_site(SL_WIRE_PROCESS, g->go_pos) : 0;
    SlNode node = {
        .kind = SL_NODE_PROCESS,
        .key = count > 1 ? sl_key_crowd(g->go_pos, g->state) : sl_key_goroutine(g->id),
        .id = g->id,
        .count = count,
        .title = g->name,
        .number = count > 1 ? sl_arena_printf(arena, "×%u", count)
                            : sl_arena_printf(arena, "G%llu", (unsigned long long)g->id),
        .status = process_status(arena, g, state),
        .line = sl_scene_line(make, g->pos ? g->pos : g->function_pos),
        .state = state,
        .stuck = g->stuck,
        .accused = g->stuck,
        .wire = -1,
        .can_move = g->can_move,
        .frozen = g->frozen,
        .offers = g->case_count,
        .dimmed = make->world->deadlock && !g->stuck,
        .pos = g->pos,
    };
    if (site >= 0) {
        const SlWireNode *wire = &make->wiring->nodes[site];
        node.one_of_many = wire->many;
        node.placed = wire->placed && !wire->many;
        node.x = wire->x;
        node.y = wire->y;
    }
    node.site = site_key ? site_key : node.key;
    // A crowd of one state may have the key of another crowd of that site at a different line: keep keys apart.
    while (sl_map_get_ptr(&make->by_key, (void *)(uintptr_t)node.key))
        node.key += 1ull << 56;
    make->goroutine_node[index] = sl_scene_add_node(make, &node);
    if (site >= 0)
        make->site_first[site] = make->site_first[site] == -1 && count == 1 ? make->goroutine_node[index] : -2;
}

// The selected goroutine leaves its crowd, and leads it no longer. Its index, or -1.
static int single_out(const SlSceneMaker *make, uint32_t *counts, int *leader) {
    const SlWorld *world = make->world;
    int chosen = -1, next = -1;
    for (int i = 0; i < world->goroutine_count && chosen < 0; i++)
        if (sl_key_goroutine(world->goroutines[i].id) == make->options->selected && world->goroutines[i].count <= 1)
            chosen = i;
    if (chosen < 0)
        return -1;
    uint32_t others = counts[leader[chosen]] - 1;
    counts[leader[chosen]] = others;
    if (leader[chosen] == chosen)
        for (int i = chosen + 1; i < world->goroutine_count; i++)
            if (leader[i] == chosen) {
                next = next < 0 ? i : next;
                leader[i] = next;
                counts[next] = others;
            }
    return chosen;
}

static void add_goroutines(SlSceneMaker *make) {
    const SlWorld *world = make->world;
    int *leader;
    uint32_t *counts = count_alike(world, &leader);
    uint32_t fold = (uint32_t)(make->options->fold ? make->options->fold : FOLD);
    int chosen = single_out(make, counts, leader);
    for (int i = 0; i < world->goroutine_count; i++) {
        const SlWorldGoroutine *g = &world->goroutines[i];
        if (g->state == SL_STATE_ENDED && !world->ended)
            continue;
        uint32_t own = g->count ? g->count : 1, crowd = counts[leader[i]];
        if (i == chosen || crowd <= fold)
            add_goroutine(make, i, own);
        else if (leader[i] == i)
            add_goroutine(make, i, crowd);
        else
            make->goroutine_node[i] = make->goroutine_node[leader[i]];
    }
    free(counts);
    free(leader);
}

static const char *object_type(SlArena *arena, const SlWorldObject *object) {
    switch (object->kind) {
    case SL_OBJECT_CHANNEL:
        if (object->closed)
            return object->capacity ? sl_arena_printf(arena, _("%s · closed, %llu left"), object->type,
                                                      (unsigned long long)object->length)
                                    : sl_arena_printf(arena, _("%s · closed"), object->type);
        if (object->capacity)
            return sl_arena_printf(arena, _("%s · %llu of %llu"), object->type, (unsigned long long)object->length,
                                   (unsigned long long)object->capacity);
        return object->type;
    case SL_OBJECT_GROUP:
        return sl_arena_printf(arena, _("wait group · %lld to go"), (long long)object->counter);
    case SL_OBJECT_MUTEX:
        return _("mutex");
    case SL_OBJECT_RWMUTEX:
        return object->counter > 0 ? sl_arena_printf(arena, _("rw mutex · %lld reading"), (long long)object->counter)
                                   : _("rw mutex");
    case SL_OBJECT_COND:
        return _("condition");
    case SL_OBJECT_SEMAPHORE:
        return _("semaphore");
    default:
        return object->type ? object->type : "";
    }
}

static void add_object(SlSceneMaker *make, int index) {
    static const uint8_t kinds[] = {
        [SL_OBJECT_CHANNEL] = SL_NODE_CHANNEL, [SL_OBJECT_MUTEX] = SL_NODE_LOCK, [SL_OBJECT_RWMUTEX] = SL_NODE_LOCK,
        [SL_OBJECT_GROUP] = SL_NODE_GROUP,     [SL_OBJECT_COND] = SL_NODE_COND,  [SL_OBJECT_TIMER] = SL_NODE_TIMER,
        [SL_OBJECT_SEMAPHORE] = SL_NODE_LOCK,
    };
    const SlWorldObject *object = &make->world->objects[index];
    SlArena *arena = make->scene->arena;
    int site = object->make_pos ? sl_scene_site(make, 0, object->make_pos) : -1;
    SlNode node = {
        .kind = object->kind < sizeof kinds ? kinds[object->kind] : SL_NODE_UNKNOWN,
        .key = sl_key_object(object->id),
        .id = object->id,
        .count = object->count ? object->count : 1,
        .title = object->name,
        .number = object->count > 1 ? sl_arena_printf(arena, "×%u", object->count) : "",
        .type = object_type(arena, object),
        .state = SL_STATE_UNKNOWN,
        .values = object->values,
        .value_count = object->value_count,
        .capacity = object->capacity,
        .length = object->length,
        .closed = object->closed,
        .sent = object->sent,
        .received = object->received,
        .counter = object->counter,
        .wire = -1,
        .pos = object->make_pos,
    };
    if (object->owner) {
        const SlWorldGoroutine *owner = sl_world_goroutine(make->world, object->owner);
        node.status =
            sl_arena_printf(arena, _("held by %s G%llu"), owner ? owner->name : "", (unsigned long long)object->owner);
    }
    if (make->options->before && make->options->seconds > 0) {
        const SlWorldObject *before = sl_world_object(make->options->before, object->id);
        if (before && object->received > before->received)
            node.rate = (double)(object->received - before->received) / make->options->seconds;
    }
    node.site = node.key;
    if (site >= 0) {
        const SlWireNode *wire = &make->wiring->nodes[site];
        node.site = sl_key_site(wire->kind, wire->pos);
        node.placed = wire->placed && !wire->many;
        node.x = wire->x;
        node.y = wire->y;
    }
    make->object_node[index] = sl_scene_add_node(make, &node);
    if (site >= 0)
        make->site_first[site] = make->site_first[site] == -1 ? make->object_node[index] : -2;
}

// An object that nobody holds, waits for or has used says nothing: leave it out when there are many of its kind.
static bool is_idle(const SlWorldObject *object) {
    return !object->length && !object->sender_count && !object->receiver_count && !object->sent && !object->received &&
           !object->owner && !object->counter;
}

static void add_objects(SlSceneMaker *make) {
    SlMap seen = {0};
    for (int i = 0; i < make->world->object_count; i++) {
        const SlWorldObject *object = &make->world->objects[i];
        uintptr_t n = (uintptr_t)sl_map_get_ptr(&seen, (void *)(uintptr_t)(object->make_pos + 1));
        sl_map_set_ptr(&seen, (void *)(uintptr_t)(object->make_pos + 1), (void *)(n + 1));
        bool chosen = sl_key_object(object->id) == make->options->selected;
        if (n >= CHANNEL_FOLD && is_idle(object) && !chosen)
            continue;
        add_object(make, i);
    }
    sl_map_free(&seen);
}

static int *filled(SlArena *arena, int count, int value) {
    int *array = SL_NEW_N(arena, int, count + 1);
    for (int i = 0; i < count; i++)
        array[i] = value;
    return array;
}

static uint32_t hash_of(uint64_t key) {
    return (uint32_t)(key * 0x9e3779b97f4a7c15u >> 32);
}

static uint64_t ends_of(int from, int to) {
    return (uint64_t)(uint32_t)from << 32 | (uint32_t)to;
}

static int *table_for(SlArena *arena, int count, uint32_t *mask) {
    uint32_t size = 8;
    while (size < 2 * (uint32_t)count)
        size *= 2;
    *mask = size - 1;
    return filled(arena, (int)size, -1);
}

static void index_scene(SlScene *scene) {
    scene->node_table = table_for(scene->arena, scene->node_count, &scene->node_mask);
    for (int i = 0; i < scene->node_count; i++) {
        uint32_t at = hash_of(scene->nodes[i].key) & scene->node_mask;
        while (scene->node_table[at] >= 0)
            at = (at + 1) & scene->node_mask;
        scene->node_table[at] = i;
    }
    scene->edge_table = table_for(scene->arena, scene->edge_count, &scene->edge_mask);
    for (int i = 0; i < scene->edge_count; i++) {
        if (scene->edges[i].flow > SL_FLOW_RECEIVE)
            continue;
        uint32_t at = hash_of(ends_of(scene->edges[i].from, scene->edges[i].to)) & scene->edge_mask;
        while (scene->edge_table[at] >= 0)
            at = (at + 1) & scene->edge_mask;
        scene->edge_table[at] = i;
    }
}

// While drawing, a function that only starts the others is no part of the picture: the index of the first that is.
static int is_main_idle(const SlSceneMaker *make) {
    const SlWiring *wiring = make->wiring;
    if (make->world || !wiring || !wiring->function || !wiring->node_count)
        return 0;
    for (int i = 0; i < wiring->edge_count; i++)
        if (wiring->edges[i].process == 0 && wiring->edges[i].use != SL_WIRE_STARTS)
            return 0;
    for (int i = 0; i < wiring->port_count; i++)
        if (wiring->ports[i].node == 0 && wiring->ports[i].kind != SL_PORT_VALUE)
            return 0;
    return 1;
}

SlScene *sl_scene_new(const SlWiring *wiring, const SlWorld *world, const SlSceneOptions *options) {
    SlArena *arena = sl_arena_new();
    SlScene *scene = SL_NEW(arena, SlScene);
    scene->arena = arena;
    SlSceneMaker make = {.scene = scene, .wiring = wiring, .world = world, .options = options};
    int sites = wiring ? wiring->node_count : 0;
    make.site_node = filled(arena, sites, -1);
    make.site_first = filled(arena, sites, -1);
    index_sites(&make);
    if (world) {
        make.goroutine_node = filled(arena, world->goroutine_count, -1);
        make.object_node = filled(arena, world->object_count, -1);
        add_goroutines(&make);
        add_objects(&make);
        scene->running = !world->ended;
        scene->ended = world->ended;
        scene->deadlock = world->deadlock;
        scene->goroutines = world->goroutines_alive;
        char *verdict = sl_scene_verdict(world);
        const char *message = verdict ? verdict : world->message;
        scene->message = message ? sl_arena_strndup(arena, message, strlen(message)) : NULL;
        free(verdict);
    }
    for (int i = is_main_idle(&make); i < sites; i++)
        if (make.site_first[i] == -1 && !(world && (world->ended || world->deadlock)))
            add_site(&make, i);
    sl_scene_add_edges(&make);
    sl_scene_elide(&make);
    scene->node_count = make.nodes.count;
    scene->nodes = sl_vec_take(&make.nodes, arena);
    scene->edge_count = make.edges.count;
    scene->edges = sl_vec_take(&make.edges, arena);
    // Values belong to the World, which may go before the scene does.
    for (int i = 0; i < scene->node_count; i++) {
        SlNode *node = &scene->nodes[i];
        const char **values = SL_NEW_N(arena, const char *, node->value_count + 1);
        for (int j = 0; j < node->value_count; j++)
            values[j] = sl_arena_strndup(arena, node->values[j], strlen(node->values[j]));
        node->values = values;
        node->title = sl_arena_strndup(arena, node->title, strlen(node->title));
        node->type = sl_arena_strndup(arena, node->type, strlen(node->type));
    }
    sl_map_free(&make.by_key);
    sl_map_free(&make.by_edge);
    sl_map_free(&make.sites[0]);
    sl_map_free(&make.sites[1]);
    index_scene(scene);
    return scene;
}

void sl_scene_free(SlScene *scene) {
    if (scene)
        sl_arena_free(scene->arena);
}

int sl_scene_find(const SlScene *scene, uint64_t key) {
    for (uint32_t at = hash_of(key) & scene->node_mask; scene->node_table && scene->node_table[at] >= 0;
         at = (at + 1) & scene->node_mask)
        if (scene->nodes[scene->node_table[at]].key == key)
            return scene->node_table[at];
    return -1;
}

int sl_scene_flow(const SlScene *scene, int from, int to) {
    uint32_t at = hash_of(ends_of(from, to)) & scene->edge_mask;
    for (; scene->edge_table && scene->edge_table[at] >= 0; at = (at + 1) & scene->edge_mask) {
        const SlEdge *edge = &scene->edges[scene->edge_table[at]];
        if (edge->from == from && edge->to == to)
            return scene->edge_table[at];
    }
    return -1;
}
