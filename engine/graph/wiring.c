// SPDX-License-Identifier: MIT
// Wiring: the walk's start and end, its sets and nodes.
#include "graph/wiring.h"

#include "graph/impl.h"

enum { MOST_STEPS = 400000, MOST_DEPTH = 24, MOST_ROUNDS = 6 };

SlHeld *sl_wire_scratch(SlWalk *walk) {
    SlHeld *held = SL_NEW(walk->arena, SlHeld);
    sl_vec_push(&walk->all_held, held);
    return held;
}

typedef struct {
    const void *a, *b;
    uint64_t c;
} Key;

static void *get_key(const SlMap *map, Key key) {
    return sl_map_get(map, (const char *)&key, sizeof key);
}

static void set_key(SlWalk *walk, SlMap *map, Key key, void *value) {
    sl_map_set(map, sl_arena_copy(walk->arena, &key, sizeof key), sizeof key, value);
}

SlHeld *sl_wire_held(SlWalk *walk, SlContext *context, const SlObj *var) {
    // A captured variable lives in the context that made the literal.
    bool local = !var->is_field && !var->is_global;
    while (local && context && var->func && context->func != var->func && context->made_in)
        context = context->made_in;
    Key key = {local ? context : NULL, var, 0};
    SlHeld *held = get_key(&walk->held, key);
    if (!held) {
        held = sl_wire_scratch(walk);
        // A field that nothing is stored in is nil, unless only a part of the program is looked at.
        held->nil = !local && walk->root_context && walk->root->obj && strcmp(walk->root->obj->name, "main") == 0 &&
                    !(var->pkg && var->pkg->library);
        set_key(walk, &walk->held, key, held);
    }
    return held;
}

SlHeld *sl_wire_first(SlWalk *walk, SlContext *context, const SlObj *var) {
    Key key = {context, var, 1};
    SlHeld *held = get_key(&walk->held, key);
    if (!held) {
        held = sl_wire_scratch(walk);
        set_key(walk, &walk->held, key, held);
    }
    return held;
}

void sl_wire_join_func(SlWalk *walk, SlHeld *into, SlFuncNode *func, SlContext *made_in) {
    for (int i = 0; i < into->funcs.count; i++)
        if (into->funcs.at[i] == func && into->made_in.at[i] == made_in)
            return;
    sl_vec_push(&into->funcs, func);
    sl_vec_push(&into->made_in, made_in);
    walk->grew = true;
}

void sl_wire_join_node(SlWalk *walk, SlHeld *into, int node) {
    for (int i = 0; i < into->nodes.count; i++)
        if (into->nodes.at[i] == node)
            return;
    sl_vec_push(&into->nodes, node);
    walk->grew = true;
}

void sl_wire_join(SlWalk *walk, SlHeld *into, const SlHeld *from) {
    if (into == from)
        return;
    for (int i = 0; i < from->nodes.count; i++)
        sl_wire_join_node(walk, into, from->nodes.at[i]);
    for (int i = 0; i < from->funcs.count; i++)
        sl_wire_join_func(walk, into, from->funcs.at[i], from->made_in.at[i]);
    into->nil |= from->nil;
}

// What may share a position with something else: processes, stages, all others.
static uint64_t sort_of(SlWireKind kind) {
    return kind == SL_WIRE_PROCESS ? 1 : kind == SL_WIRE_STAGE ? 2 : kind == SL_WIRE_UNKNOWN ? 3 : 0;
}

int sl_wire_node(SlWalk *walk, SlWireKind kind, SlPos pos, SlPos end, const char *name) {
    int stage = walk->now ? walk->now->stage : -1;
    Key key = {(void *)(uintptr_t)pos, (void *)(uintptr_t)(stage + 1), sort_of(kind)};
    int index = (int)(uintptr_t)get_key(&walk->by_pos, key) - 1;
    bool variable = kind == SL_WIRE_MUTEX || kind == SL_WIRE_RWMUTEX || kind == SL_WIRE_GROUP; // wherever it is named
    bool many = !variable && (walk->loops > 0 || (walk->now && walk->now->repeated));
    int64_t times = walk->loops ? walk->times : 1;
    times *= walk->now && walk->now->repeated ? walk->now->times : 1;
    if (index >= 0) {
        // Reached on another way: more than one of them, and nobody counts.
        many |= walk->more.at[index].made_by != walk->now && kind != SL_WIRE_UNKNOWN && !variable;
        if (many && !walk->nodes.at[index].many)
            walk->nodes.at[index].count = 0;
        else if (many && walk->more.at[index].made_by != walk->now)
            walk->nodes.at[index].count = 0;
        walk->nodes.at[index].many |= many;
        return index;
    }
    index = walk->nodes.count;
    sl_vec_push(&walk->nodes, (SlWireNode){.kind = (uint8_t)kind,
                                           .name = name ? name : "",
                                           .pos = pos,
                                           .end = end,
                                           .many = many,
                                           .count = many ? times : 0,
                                           .inside = walk->now ? walk->now->process : -1});
    sl_vec_push(&walk->more, (SlWireMore){.stage = stage, .made_by = walk->now});
    set_key(walk, &walk->by_pos, key, (void *)(uintptr_t)(index + 1));
    walk->grew = true;
    return index;
}

static void use_node(SlWalk *walk, int node, SlWireUse use, bool select, SlPos pos) {
    Key key = {(void *)(uintptr_t)(walk->now->process + 1), (void *)(uintptr_t)(node + 1), use};
    int known = (int)(uintptr_t)get_key(&walk->by_use, key) - 1;
    if (known >= 0) {
        walk->edges.at[known].select &= select;
        return;
    }
    set_key(walk, &walk->by_use, key, (void *)(uintptr_t)(walk->edges.count + 1));
    sl_vec_push(&walk->edges, (SlWireEdge){walk->now->process, node, (uint8_t)use, select, pos, -1});
}

void sl_wire_use(SlWalk *walk, const SlHeld *held, SlWireUse use, bool select, SlPos pos) {
    for (int i = 0; i < held->nodes.count; i++)
        use_node(walk, held->nodes.at[i], use, select, pos);
}

// The variable or field that an operand names, and where its set is.
static SlHeld *held_of(SlWalk *walk, const SlExpr *expr, SlPos *pos, const char **name) {
    while (expr && (expr->kind == SL_EXPR_PAREN || expr->kind == SL_EXPR_INDEX || expr->kind == SL_EXPR_STAR))
        expr = expr->x;
    const SlObj *obj = NULL;
    if (expr && expr->kind == SL_EXPR_IDENT && expr->obj && expr->obj->kind == SL_OBJ_VAR)
        obj = expr->obj;
    else if (expr && expr->kind == SL_EXPR_SELECTOR && expr->selection && expr->selection->obj &&
             expr->selection->obj->kind == SL_OBJ_VAR)
        obj = expr->selection->obj->origin ? expr->selection->obj->origin : expr->selection->obj;
    if (!obj || !sl_wire_file(walk->program, obj->pos))
        return NULL;
    *pos = obj->pos;
    *name = obj->name;
    return sl_wire_held(walk, walk->now, obj);
}

static void add_unknown(SlWalk *walk, SlExpr *expr, SlHeld *held) {
    SlPos pos = expr->pos;
    char *text = sl_expr_format(expr);
    const char *name = sl_arena_strndup(walk->arena, text, strlen(text) < 40 ? strlen(text) : 40);
    free(text);
    SlHeld *own = held_of(walk, expr, &pos, &name);
    int node = sl_wire_node(walk, SL_WIRE_UNKNOWN, pos, expr->end, name);
    char *type = sl_type_format(expr->type, walk->program->main);
    walk->nodes.at[node].type = sl_arena_strndup(walk->arena, type, strlen(type));
    free(type);
    walk->more.at[node].type = expr->type;
    sl_wire_join_node(walk, held, node);
    if (own)
        sl_wire_join_node(walk, own, node);
}

void sl_wire_use_chan(SlWalk *walk, SlExpr *expr, SlHeld *held, SlWireUse use, bool select, SlPos pos) {
    if (walk->last && !held->nodes.count && !held->nil && expr)
        add_unknown(walk, expr, held);
    sl_wire_use(walk, held, use, select, pos);
}

SlContext *sl_wire_context(SlWalk *walk, SlFuncNode *func, SlPos site, SlContext *made_in, int process) {
    SlContext *caller = walk->now;
    for (SlContext *at = caller; at; at = at->caller)
        if (at->func == func && at->process == process)
            return at; // recursion: the same variables again
    Key key = {func, caller, (uint64_t)site << 24 | (uint32_t)process};
    SlContext *context = get_key(&walk->contexts, key);
    if (!context) {
        context = SL_NEW(walk->arena, SlContext);
        *context = (SlContext){.func = func,
                               .caller = caller,
                               .made_in = made_in,
                               .site = site,
                               .process = process,
                               .stage = caller ? caller->stage : -1,
                               .depth = caller ? caller->depth + 1 : 0,
                               .repeated = caller && (walk->loops > 0 || caller->repeated),
                               .times = (walk->loops ? walk->times : 1) * (caller ? caller->times : 1),
                               .results = sl_wire_scratch(walk)};
        set_key(walk, &walk->contexts, key, context);
    }
    return context;
}

void sl_wire_enter(SlWalk *walk, SlContext *context) {
    for (SlContext *at = walk->now; at; at = at->caller)
        if (at == context)
            return;
    if (!context->func->body)
        return;
    if (context->depth > MOST_DEPTH || ++walk->steps > MOST_STEPS) {
        walk->cut = true;
        return;
    }
    SlContext *before = walk->now;
    SlStmt *stmt = walk->stmt;
    int loops = walk->loops;
    int64_t times = walk->times;
    const char *name = walk->name;
    walk->now = context;
    walk->loops = 0;
    walk->times = 1;
    walk->name = NULL;
    sl_wire_stmt(walk, context->func->body);
    walk->now = before;
    walk->stmt = stmt;
    walk->loops = loops;
    walk->times = times;
    walk->name = name;
}

const SlTree *sl_wire_file(const SlProgram *program, SlPos pos) {
    for (int p = 0; p < program->package_count; p++) {
        const SlPackage *package = program->packages[p];
        for (int i = 0; !package->library && i < package->file_count; i++) {
            const SlFile *file = package->files[i]->file;
            if (pos >= file->base && pos <= file->base + file->length)
                return package->files[i];
        }
    }
    return NULL;
}

static void initialise(SlWalk *walk, const SlPackage *package, SlContext *context) {
    for (int i = 0; i < package->init_count; i++) {
        const SlInit *init = &package->inits[i];
        walk->name = init->lhs_count == 1 && init->lhs[0] ? init->lhs[0]->name : NULL;
        SlHeld *value = sl_wire_expr(walk, init->rhs);
        walk->name = NULL;
        for (int v = 0; v < init->lhs_count; v++)
            if (init->lhs[v])
                sl_wire_join(walk, sl_wire_held(walk, context, init->lhs[v]), value);
    }
    for (int i = 0; i < package->init_func_count; i++)
        sl_wire_run(walk, &(SlExpr){.kind = SL_EXPR_CALL, .pos = package->init_funcs[i]->pos}, package->init_funcs[i],
                    NULL, false, package->init_funcs[i]->pos, NULL, NULL, NULL);
}

// What a function opened by itself is given: somebody outside has the other end.
static void give_parameters(SlWalk *walk, SlContext *context) {
    SlFuncNode *root = walk->root;
    walk->now = context;
    for (int i = 0; i < root->param_count; i++) {
        SlObj *param = root->params[i];
        const SlType *type = param ? param->type : NULL;
        bool bundle = false;
        for (const SlType *under;
             type && (under = sl_under(type)) &&
             (under->kind == SL_TYPE_SLICE || under->kind == SL_TYPE_ARRAY || under->kind == SL_TYPE_MAP);
             bundle = true)
            type = under->elem;
        int sync = sl_wire_sync_kind(type);
        if (!type || (!sl_wire_is_chan(type) && sync < 0))
            continue;
        int node = sl_wire_node(walk, sync < 0 ? SL_WIRE_UNKNOWN : (SlWireKind)sync, param->pos,
                                param->pos + (SlPos)strlen(param->name), param->name);
        char *text = sl_type_format(type, walk->program->main);
        walk->nodes.at[node].type = sl_arena_strndup(walk->arena, text, strlen(text));
        free(text);
        walk->nodes.at[node].outside = true;
        walk->nodes.at[node].many = bundle;
        walk->more.at[node].type = type;
        sl_wire_join_node(walk, sl_wire_held(walk, context, param), node);
        sl_wire_join_node(walk, sl_wire_first(walk, context, param), node);
    }
    walk->now = NULL;
}

// The bounds were reached: the rest may do anything with what there is.
static void tell_cut(SlWalk *walk) {
    int node = sl_wire_node(walk, SL_WIRE_UNKNOWN, walk->root->pos, walk->root->pos, "too much to follow");
    walk->nodes.at[node].type = "";
    walk->now = walk->root_context;
    use_node(walk, node, SL_WIRE_RECEIVES, false, walk->root->pos);
}

static void walk_program(SlWalk *walk) {
    SlFuncNode *root = walk->root;
    const char *name = sl_wire_func_name(walk, root);
    int node = sl_wire_node(walk, SL_WIRE_PROCESS, 0, 0, name);
    walk->nodes.at[node].function_pos = root->pos;
    SlContext *context = walk->root_context = sl_wire_context(walk, root, root->pos, NULL, node);
    walk->more.at[node].func = root;
    walk->more.at[node].context = context;
    if (strcmp(name, "main"))
        give_parameters(walk, context);
    for (int round = 0; round < MOST_ROUNDS; round++) {
        walk->grew = false;
        walk->calls.count = 0;
        walk->now = context;
        walk->times = 1;
        for (int p = 0; p < walk->program->package_count; p++)
            if (!walk->program->packages[p]->library)
                initialise(walk, walk->program->packages[p], context);
        walk->now = NULL;
        walk->steps = 0;
        sl_wire_enter(walk, context);
        if (walk->last)
            break;
        walk->last = !walk->grew || round == MOST_ROUNDS - 2;
    }
    walk->nodes.at[node].many = false;
    if (walk->cut)
        tell_cut(walk);
}

static void take(SlWalk *walk, SlWiring *wiring) {
    SlArena *arena = wiring->arena;
    wiring->node_count = walk->nodes.count;
    wiring->nodes = sl_vec_take(&walk->nodes, arena);
    wiring->edge_count = walk->edges.count;
    wiring->edges = sl_vec_take(&walk->edges, arena);
    wiring->port_count = walk->ports.count;
    wiring->ports = sl_vec_take(&walk->ports, arena);
    for (int i = 0; i < wiring->node_count; i++) // names may be the program's, which goes first
        wiring->nodes[i].name = sl_arena_strndup(arena, wiring->nodes[i].name, strlen(wiring->nodes[i].name));
    wiring->tree = SL_NEW(arena, SlWiringTree);
    *wiring->tree = (SlWiringTree){.program = walk->program,
                                   .root = walk->root,
                                   .file = (SlTree *)sl_wire_file(walk->program, walk->root->pos),
                                   .more = sl_vec_take(&walk->more, arena),
                                   .args = sl_vec_take(&walk->args, arena),
                                   .calls = sl_vec_take(&walk->arg_calls, arena),
                                   .port_count = wiring->port_count,
                                   .carries = sl_vec_take(&walk->carries, arena)};
    wiring->function = wiring->node_count ? wiring->nodes[0].name : NULL;
    if (wiring->tree->file)
        wiring->title = sl_directive_of(arena, wiring->tree->file, wiring->tree->file->pos, "title", NULL);
}

static void walk_free(SlWalk *walk) {
    for (int i = 0; i < walk->all_held.count; i++) {
        sl_vec_free(&walk->all_held.at[i]->nodes);
        sl_vec_free(&walk->all_held.at[i]->funcs);
        sl_vec_free(&walk->all_held.at[i]->made_in);
    }
    sl_vec_free(&walk->all_held);
    sl_vec_free(&walk->contents);
    sl_vec_free(&walk->calls);
    sl_vec_free(&walk->assigns);
    sl_vec_free(&walk->loop_list);
    sl_map_free(&walk->assigned);
    sl_map_free(&walk->held);
    sl_map_free(&walk->contexts);
    sl_map_free(&walk->by_pos);
    sl_map_free(&walk->by_use);
    sl_map_free(&walk->starting);
}

static SlWiring *make(const SlProgram *program, SlFuncNode *root, bool fold) {
    SlArena *arena = sl_arena_new();
    SlWiring *wiring = SL_NEW(arena, SlWiring);
    wiring->arena = arena;
    if (!root || !root->body)
        return wiring;
    SlWalk walk = {.arena = arena, .program = program, .root = root, .fold = fold};
    sl_wire_find_order(&walk);
    walk_program(&walk);
    sl_wire_fold(&walk);
    if (fold)
        sl_wire_ports(&walk);
    sl_wire_notes(&walk);
    take(&walk, wiring);
    walk_free(&walk);
    return wiring;
}

static SlFuncNode *find_main(const SlProgram *program) {
    for (int i = 0; program->main && i < program->main->func_count; i++) {
        SlFuncNode *func = program->main->funcs[i];
        if (func->obj && !func->recv && func->obj->name && strcmp(func->obj->name, "main") == 0)
            return func;
    }
    return NULL;
}

static SlFuncNode *find_at(SlFuncNode *func, SlPos pos) {
    if (func->pos == pos)
        return func;
    SlFuncNode *found = NULL;
    for (int i = 0; i < func->literal_count && !found; i++)
        found = find_at(func->literals[i], pos);
    return found;
}

SlWiring *sl_wiring_new(const SlProgram *program) {
    return make(program, find_main(program), false);
}

SlWiring *sl_wiring_open(const SlProgram *program, SlPos function) {
    SlFuncNode *root = function ? NULL : find_main(program);
    for (int i = 0; function && !root && program->main && i < program->main->func_count; i++)
        root = find_at(program->main->funcs[i], function);
    return make(program, root, true);
}

void sl_wiring_free(SlWiring *wiring) {
    if (wiring)
        sl_arena_free(wiring->arena);
}

typedef SL_VEC(SlWireFunction) Functions;

static void add_function(SlWalk *walk, SlFuncNode *func, Functions *list) {
    if (!func->body || (func->obj && func->obj->name && strcmp(func->obj->name, "_") == 0))
        return;
    SlWireFunction function = {.name = sl_wire_func_name(walk, func), .pos = func->pos};
    if (func->recv && func->recv->type) {
        const SlExpr *type = func->recv->type;
        while (type->kind == SL_EXPR_STAR || type->kind == SL_EXPR_PAREN || type->kind == SL_EXPR_INDEX)
            type = type->x;
        function.name = sl_arena_printf(walk->arena, "%s.%s", type->name ? type->name : "", function.name);
    }
    sl_wire_look(func, &function);
    sl_vec_push(list, function);
    for (int i = 0; i < func->literal_count; i++)
        add_function(walk, func->literals[i], list);
}

SlWireFunction *sl_wiring_functions(const SlProgram *program, SlArena *arena, int *count) {
    SlWalk walk = {.arena = arena, .program = program};
    Functions list = {0};
    for (int i = 0; program->main && i < program->main->func_count; i++)
        add_function(&walk, program->main->funcs[i], &list);
    for (int i = 0; i < list.count; i++)
        list.at[i].name = sl_arena_strndup(arena, list.at[i].name, strlen(list.at[i].name));
    *count = list.count;
    return sl_vec_take(&list, arena);
}
