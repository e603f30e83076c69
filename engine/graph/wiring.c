// SPDX-License-Identifier: MIT
// Wiring: the walk's start, its sets and nodes, and the directives that place them.
#include "graph/wiring.h"

#include <stdio.h>
#include <string.h>

#include "graph/impl.h"

enum { MOST_STEPS = 400000, MOST_DEPTH = 24 };

SlHeld *sl_wire_scratch(SlWalk *walk) {
    SlHeld *held = SL_NEW(walk->arena, SlHeld);
    sl_vec_push(&walk->all_held, held);
    return held;
}

typedef struct {
    const void *a, *b;
    uint64_t c;
} Key;

SlHeld *sl_wire_held(SlWalk *walk, SlContext *context, const SlObj *var) {
    // A captured variable lives in the context that made the literal.
    bool local = !var->is_field && !var->is_global;
    while (local && context && var->func && context->func != var->func && context->made_in)
        context = context->made_in;
    Key key = {local ? context : NULL, var, 0};
    SlHeld *held = sl_map_get(&walk->held, (const char *)&key, sizeof key);
    if (!held) {
        held = sl_wire_scratch(walk);
        sl_map_set(&walk->held, sl_arena_copy(walk->arena, &key, sizeof key), sizeof key, held);
    }
    return held;
}

void sl_wire_join_func(SlHeld *into, SlFuncNode *func, SlContext *made_in) {
    for (int i = 0; i < into->funcs.count; i++)
        if (into->funcs.at[i] == func && into->made_in.at[i] == made_in)
            return;
    sl_vec_push(&into->funcs, func);
    sl_vec_push(&into->made_in, made_in);
}

static void join_node(SlHeld *into, int node) {
    for (int i = 0; i < into->nodes.count; i++)
        if (into->nodes.at[i] == node)
            return;
    sl_vec_push(&into->nodes, node);
}

void sl_wire_join(SlHeld *into, const SlHeld *from) {
    if (into == from)
        return;
    for (int i = 0; i < from->nodes.count; i++)
        join_node(into, from->nodes.at[i]);
    for (int i = 0; i < from->funcs.count; i++)
        sl_wire_join_func(into, from->funcs.at[i], from->made_in.at[i]);
}

int sl_wire_node(SlWalk *walk, SlWireKind kind, SlPos pos, SlPos end, const char *name) {
    SlMap *map = &walk->by_pos[kind == SL_WIRE_PROCESS];
    void *key = (void *)(uintptr_t)(pos + 1ull);
    int index = (int)(uintptr_t)sl_map_get_ptr(map, key) - 1;
    bool many = walk->loops > 0 || (walk->now && walk->now->repeated);
    if (index >= 0) {
        walk->nodes.at[index].many |= many;
        return index;
    }
    index = walk->nodes.count;
    sl_vec_push(&walk->nodes, (SlWireNode){.kind = (uint8_t)kind,
                                           .name = name ? name : "",
                                           .pos = pos,
                                           .end = end,
                                           .many = many,
                                           .inside = walk->now ? walk->now->process : -1});
    sl_map_set_ptr(map, key, (void *)(uintptr_t)(index + 1));
    return index;
}

void sl_wire_use(SlWalk *walk, const SlHeld *held, SlWireUse use, bool select, SlPos pos) {
    for (int i = 0; i < held->nodes.count; i++) {
        bool known = false;
        for (int e = 0; e < walk->edges.count && !known; e++) {
            SlWireEdge *edge = &walk->edges.at[e];
            known = edge->process == walk->now->process && edge->object == held->nodes.at[i] && edge->use == use;
            if (known)
                edge->select &= select;
        }
        if (!known)
            sl_vec_push(&walk->edges, (SlWireEdge){walk->now->process, held->nodes.at[i], (uint8_t)use, select, pos});
    }
}

SlContext *sl_wire_context(SlWalk *walk, SlFuncNode *func, SlPos site, SlContext *made_in, int process) {
    SlContext *caller = walk->now;
    for (SlContext *at = caller; at; at = at->caller)
        if (at->func == func && at->process == process)
            return at; // recursion: the same variables again
    Key key = {func, caller, (uint64_t)site << 24 | (uint32_t)process};
    SlContext *context = sl_map_get(&walk->contexts, (const char *)&key, sizeof key);
    if (!context) {
        context = SL_NEW(walk->arena, SlContext);
        *context = (SlContext){func,
                               caller,
                               made_in,
                               site,
                               process,
                               caller ? caller->depth + 1 : 0,
                               caller && (walk->loops > 0 || caller->repeated),
                               sl_wire_scratch(walk)};
        sl_map_set(&walk->contexts, sl_arena_copy(walk->arena, &key, sizeof key), sizeof key, context);
    }
    return context;
}

void sl_wire_enter(SlWalk *walk, SlContext *context) {
    for (SlContext *at = walk->now; at; at = at->caller)
        if (at == context)
            return;
    if (!context->func->body || context->depth > MOST_DEPTH || ++walk->steps > MOST_STEPS)
        return;
    SlContext *before = walk->now;
    int loops = walk->loops;
    walk->now = context;
    walk->loops = 0;
    sl_wire_stmt(walk, context->func->body);
    walk->now = before;
    walk->loops = loops;
}

// "//sluice:at X Y" on the line of a node or the line above it says where it stands.
static void read_places(SlWalk *walk, const SlTree *tree) {
    for (int i = 0; i < tree->comment_count; i++) {
        double x, y;
        char text[64] = {0};
        size_t length = tree->comments[i].length < sizeof text - 1 ? tree->comments[i].length : sizeof text - 1;
        memcpy(text, tree->comments[i].text, length);
        if (sscanf(text, "//sluice:at %lf %lf", &x, &y) != 2)
            continue;
        int line = sl_files_place(walk->program->files, tree->comments[i].pos).line;
        for (int n = 0; n < walk->nodes.count; n++) {
            SlWireNode *node = &walk->nodes.at[n];
            SlPlace place = sl_files_place(walk->program->files, n ? node->pos : node->function_pos);
            if (place.file == tree->file && (place.line == line || place.line == line + 1)) {
                node->placed = true;
                node->x = x;
                node->y = y;
            }
        }
    }
}

static void walk_program(SlWalk *walk, SlFuncNode *main) {
    SlPackage *package = walk->program->main;
    int node = sl_wire_node(walk, SL_WIRE_PROCESS, 0, 0, "main");
    walk->nodes.at[node].function_pos = main->pos;
    walk->nodes.at[node].many = false;
    SlContext *context = sl_wire_context(walk, main, main->pos, NULL, node);
    for (int round = 0; round < 2; round++) {
        walk->now = context;
        for (int i = 0; i < package->init_count; i++) {
            const SlInit *init = &package->inits[i];
            walk->name = init->lhs_count == 1 && init->lhs[0] ? init->lhs[0]->name : NULL;
            SlHeld *value = sl_wire_expr(walk, init->rhs);
            walk->name = NULL;
            for (int v = 0; v < init->lhs_count; v++)
                if (init->lhs[v])
                    sl_wire_join(sl_wire_held(walk, context, init->lhs[v]), value);
        }
        walk->now = NULL;
        walk->steps = 0;
        sl_wire_enter(walk, context);
    }
}

SlWiring *sl_wiring_new(const SlProgram *program) {
    SlArena *arena = sl_arena_new();
    SlWiring *wiring = SL_NEW(arena, SlWiring);
    wiring->arena = arena;
    SlWalk walk = {.arena = arena, .program = program};
    SlFuncNode *main = NULL;
    for (int i = 0; program->main && i < program->main->func_count; i++) {
        SlFuncNode *func = program->main->funcs[i];
        if (func->obj && !func->recv && func->obj->name && strcmp(func->obj->name, "main") == 0)
            main = func;
    }
    if (main)
        walk_program(&walk, main);
    for (int i = 0; main && i < program->main->file_count; i++)
        read_places(&walk, program->main->files[i]);
    wiring->node_count = walk.nodes.count;
    wiring->nodes = sl_vec_take(&walk.nodes, arena);
    wiring->edge_count = walk.edges.count;
    wiring->edges = sl_vec_take(&walk.edges, arena);
    for (int i = 0; i < wiring->node_count; i++) // names may be the program's, which goes first
        wiring->nodes[i].name = sl_arena_strndup(arena, wiring->nodes[i].name, strlen(wiring->nodes[i].name));
    for (int i = 0; i < walk.all_held.count; i++) {
        sl_vec_free(&walk.all_held.at[i]->nodes);
        sl_vec_free(&walk.all_held.at[i]->funcs);
        sl_vec_free(&walk.all_held.at[i]->made_in);
    }
    sl_vec_free(&walk.all_held);
    sl_vec_free(&walk.types);
    sl_vec_free(&walk.contents);
    sl_map_free(&walk.held);
    sl_map_free(&walk.contexts);
    sl_map_free(&walk.by_pos[0]);
    sl_map_free(&walk.by_pos[1]);
    return wiring;
}

void sl_wiring_free(SlWiring *wiring) {
    if (wiring)
        sl_arena_free(wiring->arena);
}
