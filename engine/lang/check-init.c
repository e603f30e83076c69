// SPDX-License-Identifier: MIT
// The order in which package-level variables are initialised (Go specification, "Package initialization"): always
// the earliest declared one whose initialiser mentions, directly or through functions, none that is still to come.
// Also finds generics that would be instantiated without end.
#include "lang/check.h"

// One initialiser, or a constant: those are in the graph for the sake of their cycles.
typedef struct {
    Info *info;  // of its first variable
    int missing; // how many that it needs are not done
    bool done;
    int seen; // number of the node that last asked for it
    SL_VEC(int) users;
} Node;

typedef struct {
    Check *c;
    Node *nodes;
    int count;
    SlMap index; // SlObj to its node's number plus one
    SlMap visited;
    int from;
} Graph;

static void reach(Graph *g, Info *info) {
    for (int i = 0; i < info->deps.count; i++) {
        SlObj *obj = info->deps.entries[i].value;
        if (!obj)
            continue;
        intptr_t at = (intptr_t)sl_map_get_ptr(&g->index, obj);
        if (at) {
            Node *needed = &g->nodes[at - 1];
            if (needed->seen != g->from + 1) {
                needed->seen = g->from + 1;
                sl_vec_push(&needed->users, g->from);
                g->nodes[g->from].missing++;
            }
            continue;
        }
        if (obj->kind != SL_OBJ_FUNC || sl_map_get_ptr(&g->visited, obj))
            continue;
        sl_map_set_ptr(&g->visited, obj, obj);
        reach(g, ck_info(g->c, obj));
    }
}

static void make_graph(Graph *g, const Infos *order) {
    Check *c = g->c;
    g->nodes = SL_NEW_N(c->arena, Node, order->count + 1);
    for (int i = 0; i < order->count; i++) {
        Info *info = order->at[i];
        bool constant = info->obj->kind == SL_OBJ_CONST && !c->pkg->library;
        if (info->obj->kind != SL_OBJ_VAR && !constant)
            continue;
        if (info->lhs && info->lhs[0] != info->obj) {
            sl_map_set_ptr(&g->index, info->obj, sl_map_get_ptr(&g->index, info->lhs[0]));
            continue;
        }
        g->nodes[g->count++].info = info;
        sl_map_set_ptr(&g->index, info->obj, (void *)(intptr_t)g->count);
    }
    for (int i = 0; i < g->count; i++) {
        g->from = i;
        reach(g, g->nodes[i].info);
        sl_map_free(&g->visited);
    }
}

static void emit(Graph *g, Node *node) {
    SlPackage *pkg = g->c->pkg;
    Info *info = node->info;
    node->done = true;
    for (int i = 0; i < node->users.count; i++)
        g->nodes[node->users.at[i]].missing--;
    if (!info->init || info->obj->kind != SL_OBJ_VAR)
        return;
    SlInit *init = &pkg->inits[pkg->init_count++];
    init->rhs = info->init;
    init->lhs_count = info->lhs ? info->lhs_count : 1;
    init->lhs = SL_NEW_N(g->c->arena, SlObj *, init->lhs_count);
    if (info->lhs)
        memcpy(init->lhs, info->lhs, sizeof *init->lhs * (size_t)init->lhs_count);
    else
        init->lhs[0] = info->obj;
}

// A way from obj back to it.
typedef struct {
    Check *c;
    SlObj *goal;
    SlMap visited;
    SL_VEC(SlObj *) path;
} Search;

static bool find_way(Search *s, SlObj *from) {
    Info *info = ck_info(s->c, from);
    if (info && info->lhs)
        info = ck_info(s->c, info->lhs[0]);
    sl_vec_push(&s->path, from);
    for (int i = 0; info && i < info->deps.count; i++) {
        SlObj *next = info->deps.entries[i].value;
        if (!next)
            continue;
        if (next == s->goal)
            return true;
        if (sl_map_get_ptr(&s->visited, next))
            continue;
        sl_map_set_ptr(&s->visited, next, next);
        if (find_way(s, next))
            return true;
    }
    s->path.count--;
    return false;
}

static bool report_cycle(Check *c, SlObj *obj) {
    Search s = {.c = c, .goal = obj};
    bool found = find_way(&s, obj);
    if (found && s.path.count == 1)
        ck_error(c, obj->pos, "initialization cycle: %s refers to itself", obj->name);
    else if (found) {
        SlText text = {0};
        sl_text_printf(&text, "initialization cycle for %s", obj->name);
        for (int i = 0; i < s.path.count; i++) {
            SlObj *from = s.path.at[i], *to = s.path.at[(i + 1) % s.path.count];
            sl_text_printf(&text, "\n\t%s: %s refers to %s", ck_pos_text(c, from->pos), from->name, to->name);
        }
        ck_error(c, obj->pos, "%s", sl_text_cstr(&text));
        sl_text_free(&text);
    }
    sl_map_free(&s.visited);
    sl_vec_free(&s.path);
    return found;
}

static void node_cycle(Check *c, const Info *info) {
    if (!info->lhs)
        report_cycle(c, info->obj);
    for (int i = 0; i < info->lhs_count; i++)
        if (report_cycle(c, info->lhs[i]))
            return;
}

void ck_init_order(Check *c, const Infos *order) {
    Graph g = {.c = c};
    make_graph(&g, order);
    c->pkg->inits = SL_NEW_N(c->arena, SlInit, g.count + 1);
    int first = 0;
    for (int left = g.count; left > 0; left--) {
        Node *next = NULL;
        while (g.nodes[first].done)
            first++;
        for (int i = first; i < g.count && !(next && !next->missing); i++)
            if (!g.nodes[i].done && (!next || g.nodes[i].missing < next->missing))
                next = &g.nodes[i];
        if (next->missing && !c->pkg->library)
            node_cycle(c, next->info);
        emit(&g, next);
    }
    for (int i = 0; i < g.count; i++)
        sl_vec_free(&g.nodes[i].users);
    sl_map_free(&g.index);
}

// Endless instantiation: a cycle of type parameters, each passed on to the next, that grows a type on its way.

typedef struct {
    int from, to;
    bool grows;
    SlPos pos;
    const SlType *type; // that the parameter gets
} Edge;

typedef struct {
    SlMap numbers; // PARAM to its number plus one
    int count;
    SL_VEC(Edge) edges;
} Flow;

static int number_of(Flow *flow, const SlType *param) {
    intptr_t number = (intptr_t)sl_map_get_ptr(&flow->numbers, param);
    if (!number) {
        number = ++flow->count;
        sl_map_set_ptr(&flow->numbers, param, (void *)number);
    }
    return (int)number - 1;
}

static void add_flow(Flow *flow, const SlType *whole, const SlType *type, int to, bool grows, SlPos pos, int depth) {
    type = type ? sl_unalias(type) : NULL;
    if (!type || depth > 100)
        return;
    switch ((SlTypeKind)type->kind) {
    case SL_TYPE_PARAM:
        sl_vec_push(&flow->edges, (Edge){number_of(flow, type), to, grows, pos, whole});
        return;
    case SL_TYPE_NAMED:
        for (int i = 0; i < type->targ_count; i++)
            add_flow(flow, whole, type->targs[i], to, true, pos, depth + 1);
        return;
    case SL_TYPE_SIGNATURE:
        add_flow(flow, whole, type->params, to, true, pos, depth + 1);
        add_flow(flow, whole, type->results, to, true, pos, depth + 1);
        return;
    case SL_TYPE_STRUCT:
    case SL_TYPE_TUPLE:
        for (int i = 0; i < type->count; i++)
            add_flow(flow, whole, type->fields[i]->type, to, true, pos, depth + 1);
        return;
    case SL_TYPE_INTERFACE:
        for (int i = 0; i < type->method_count; i++)
            add_flow(flow, whole, type->methods[i]->type, to, true, pos, depth + 1);
        return;
    default:
        add_flow(flow, whole, type->elem, to, true, pos, depth + 1);
        add_flow(flow, whole, type->key, to, true, pos, depth + 1);
    }
}

static bool reaches(const Flow *flow, int from, int to, bool *visited) {
    if (from == to)
        return true;
    visited[from] = true;
    for (int i = 0; i < flow->edges.count; i++) {
        const Edge *edge = &flow->edges.at[i];
        if (edge->from == from && !visited[edge->to] && reaches(flow, edge->to, to, visited))
            return true;
    }
    return false;
}

void ck_monomorph(Check *c) {
    Flow flow = {0};
    for (int i = 0; i < c->instances.count; i++) {
        const Instance *instance = &c->instances.at[i];
        for (int j = 0; j < instance->count; j++)
            add_flow(&flow, instance->targs[j], instance->targs[j], number_of(&flow, instance->tparams[j]), false,
                     instance->pos, 0);
    }
    bool *visited = calloc((size_t)flow.count + 1, sizeof *visited);
    for (int i = 0; visited && i < flow.edges.count; i++) {
        const Edge *edge = &flow.edges.at[i];
        if (!edge->grows)
            continue;
        memset(visited, 0, (size_t)flow.count);
        if (reaches(&flow, edge->to, edge->from, visited)) {
            const SlType *param = NULL;
            for (int j = 0; j < flow.numbers.count && !param; j++)
                if ((intptr_t)flow.numbers.entries[j].value == edge->to + 1)
                    memcpy(&param, &flow.numbers.entries[j].key, sizeof param);
            ck_error(c, param ? param->obj->pos : edge->pos, "instantiation cycle\n\t%s: %s instantiated as %s",
                     ck_pos_text(c, edge->pos), param ? param->obj->name : "?", ck_type_text(c, edge->type));
            break;
        }
    }
    free(visited);
    sl_vec_free(&flow.edges);
    sl_map_free(&flow.numbers);
    c->instances.count = 0;
}
