// SPDX-License-Identifier: MIT
// Ports: where the processes and stages of a drawing meet its channels. Parameters first, as they stand; then fields of
// the receiver; then what is reached in any other way.
#include "graph/impl.h"
#include "graph/visit.h"

static bool holds(const SlHeld *held, int node) {
    for (int i = 0; held && i < held->nodes.count; i++)
        if (held->nodes.at[i] == node)
            return true;
    return false;
}

static const char *type_text(SlWalk *walk, const SlType *type) {
    char *text = type ? sl_type_format(type, walk->program->main) : NULL;
    const char *kept = text ? sl_arena_strndup(walk->arena, text, strlen(text)) : "";
    free(text);
    return kept;
}

static const char *source(SlWalk *walk, SlPos from, SlPos to) {
    const SlTree *tree = from ? sl_wire_file(walk->program, from) : NULL;
    return tree ? sl_arena_strndup(walk->arena, tree->file->text + (from - tree->file->base), to - from) : "";
}

static bool is_context(const SlType *type) {
    type = type ? sl_unalias(type) : NULL;
    return type && type->kind == SL_TYPE_NAMED && type->obj && type->obj->pkg && type->obj->pkg->library &&
           strcmp(type->obj->pkg->path, "context") == 0 && strcmp(type->obj->name, "Context") == 0;
}

// The channel type inside a slice, array or map of channels; null for others.
static const SlType *bundled(const SlType *type) {
    const SlType *under = type ? sl_under(type) : NULL;
    if (!under || (under->kind != SL_TYPE_SLICE && under->kind != SL_TYPE_ARRAY && under->kind != SL_TYPE_MAP))
        return NULL;
    return sl_wire_is_chan(under->elem) ? under->elem : bundled(under->elem);
}

// Gives the node's edges to the port where they fit, and says what they do: bit 0 receives, bit 1 sends.
static int claim(SlWalk *walk, int node, int port, const SlHeld *held) {
    int does = 0;
    SlWirePort *to = &walk->ports.at[port];
    for (int i = 0; i < walk->edges.count; i++) {
        SlWireEdge *edge = &walk->edges.at[i];
        if (edge->process != node || edge->use == SL_WIRE_STARTS || !holds(held, edge->object))
            continue;
        does |= edge->use == SL_WIRE_RECEIVES ? 1 : edge->use == SL_WIRE_SENDS || edge->use == SL_WIRE_CLOSES ? 2 : 0;
        if (edge->port < 0)
            edge->port = port;
    }
    if (held && held->nodes.count) {
        to->object = held->nodes.at[0];
        to->several = held->nodes.count > 1;
    }
    return does;
}

static SlPortKind kind_of(uint8_t dir, int does) {
    if (dir != SL_DIR_BOTH)
        return dir == SL_DIR_SEND ? SL_PORT_OUT : SL_PORT_IN;
    return does == 1 ? SL_PORT_IN : does == 2 ? SL_PORT_OUT : SL_PORT_BOTH;
}

static void push(SlWalk *walk, const SlWirePort *port, SlExpr *call, SlExpr *arg, const SlType *carries) {
    sl_vec_push(&walk->ports, *port);
    sl_vec_push(&walk->args, arg);
    sl_vec_push(&walk->arg_calls, call);
    sl_vec_push(&walk->carries, carries);
}

// What an argument of a variadic parameter is: a variable, or the result of a stage.
static SlHeld *held_by_argument(SlWalk *walk, const SlExpr *arg) {
    arg = sl_unparen(arg);
    if (arg->kind == SL_EXPR_IDENT && arg->obj && arg->obj->kind == SL_OBJ_VAR)
        return sl_wire_held(walk, walk->root_context, arg->obj);
    SlHeld *held = sl_wire_scratch(walk);
    for (int i = 0; i < walk->nodes.count; i++) {
        const SlWireNode *node = &walk->nodes.at[i];
        if (node->kind == SL_WIRE_CHANNEL && node->inside >= 0 && walk->more.at[node->inside].call == arg)
            sl_vec_push(&held->nodes, i);
    }
    return held;
}

static void add_argument(SlWalk *walk, int node, SlExpr *call, SlExpr *arg, const SlType *type, const char *name,
                         const SlHeld *held) {
    SlWirePort port = {.node = node, .way = SL_PORT_PARAM, .name = name, .object = -1, .call = call->pos, .text = ""};
    const SlType *chan = sl_wire_is_chan(type) ? type : bundled(type);
    if (arg) {
        port.pos = arg->pos;
        port.end = arg->end;
        port.text = source(walk, arg->pos, arg->end);
    }
    if (chan && chan != type) {
        port.way = SL_PORT_BUNDLE;
        port.name = sl_arena_printf(walk->arena, "%s[…]", name);
    }
    bool shared = sl_wire_sync_kind(type) >= 0 || is_context(type);
    port.kind = chan ? SL_PORT_BOTH : shared ? SL_PORT_SHARED : SL_PORT_VALUE;
    port.type = type_text(walk, chan ? sl_wire_carried(chan) : type);
    int index = walk->ports.count;
    push(walk, &port, call, arg, chan);
    if (port.kind == SL_PORT_VALUE)
        return;
    int does = claim(walk, node, index, held);
    if (chan)
        walk->ports.at[index].kind = (uint8_t)kind_of(sl_under(chan)->dir, does);
}

static const SlType *called_type(const SlExpr *call) {
    const SlExpr *fun = sl_unparen(call->x);
    const SlType *type = fun->type ? sl_core(fun->type) : NULL;
    return type && type->kind == SL_TYPE_SIGNATURE ? type : NULL;
}

static void add_call(SlWalk *walk, int node, SlExpr *call, SlFuncNode *func, SlContext *context) {
    const SlType *sig = called_type(call);
    int first = func->recv ? 1 : 0;
    if (!sig)
        return;
    bool method_expr = first && sig->params->count > func->sig->params->count;
    if (method_expr)
        return;
    for (int i = 0; i < sig->params->count; i++) {
        SlObj *param = first + i < func->param_count ? func->params[first + i] : NULL;
        const SlType *type = sig->params->fields[i]->type;
        const char *name = param && param->name ? param->name : "_";
        bool rest = sig->variadic && i == sig->params->count - 1 && !call->dots;
        SlHeld *held = param && context ? sl_wire_first(walk, context, param) : NULL; // as it is given
        if (!rest) {
            add_argument(walk, node, call, i < call->count ? call->list[i] : NULL, type, name, held);
            continue;
        }
        for (int a = i; a < call->count; a++)
            add_argument(walk, node, call, call->list[a], sl_under(type)->elem,
                         sl_arena_printf(walk->arena, "%s[%d]", name, a - i), held_by_argument(walk, call->list[a]));
    }
}

static const SlType *struct_of(const SlType *type) {
    const SlType *under = type ? sl_under(type) : NULL;
    if (under && under->kind == SL_TYPE_POINTER)
        under = sl_under(under->elem);
    return under && under->kind == SL_TYPE_STRUCT ? under : NULL;
}

static void add_reached(SlWalk *walk, int node, int object, SlPortWay way, const char *name, const SlType *type) {
    int index = walk->ports.count, does = 0;
    const SlType *chan = sl_wire_is_chan(type) ? type : NULL;
    uint8_t kind = walk->nodes.at[object].kind;
    SlWirePort port = {.node = node, .way = (uint8_t)way, .name = name, .object = object, .text = ""};
    port.type = type_text(walk, chan ? sl_wire_carried(chan) : NULL);
    push(walk, &port, NULL, NULL, chan);
    SlHeld one = {0};
    sl_vec_push(&one.nodes, object);
    does = claim(walk, node, index, &one);
    sl_vec_free(&one.nodes);
    bool channel = kind == SL_WIRE_CHANNEL || kind == SL_WIRE_UNKNOWN;
    walk->ports.at[index].kind = (uint8_t)(channel ? kind_of(SL_DIR_BOTH, does) : SL_PORT_SHARED);
}

// s.jobs: the fields of what a method is called on.
static void add_fields(SlWalk *walk, int node, SlExpr *call, SlFuncNode *func) {
    const SlExpr *fun = call ? sl_unparen(call->x) : NULL;
    const SlType *type = func->recv && func->sig && func->sig->recv ? struct_of(func->sig->recv->type) : NULL;
    const char *of = fun && fun->kind == SL_EXPR_SELECTOR   ? source(walk, fun->x->pos, fun->x->end)
                     : func->recv && func->recv->name_count ? func->recv->names[0]->name
                                                            : "";
    for (int f = 0; type && f < type->count; f++) {
        const SlObj *field = type->fields[f];
        const SlHeld *held = sl_wire_held(walk, NULL, field->origin ? field->origin : field);
        for (int i = 0; i < walk->edges.count; i++) {
            const SlWireEdge *edge = &walk->edges.at[i];
            if (edge->process == node && edge->port < 0 && edge->use != SL_WIRE_STARTS && holds(held, edge->object))
                add_reached(walk, node, edge->object, SL_PORT_FIELD,
                            sl_arena_printf(walk->arena, "%s.%s", of, field->name), walk->more.at[edge->object].type);
        }
    }
}

static void add_others(SlWalk *walk, int node) {
    for (int i = 0; i < walk->edges.count; i++) {
        const SlWireEdge *edge = &walk->edges.at[i];
        if (edge->process != node || edge->port >= 0 || edge->use == SL_WIRE_STARTS)
            continue;
        bool result = walk->nodes.at[node].kind == SL_WIRE_STAGE && walk->nodes.at[edge->object].inside == node;
        add_reached(walk, node, edge->object, result ? SL_PORT_RESULT : SL_PORT_CAPTURED,
                    walk->nodes.at[edge->object].name, walk->more.at[edge->object].type);
    }
}

// go func() { defer wg.Done(); work(in, out) }(): the call of the program's own function that the literal is there for.
SlExpr *sl_wire_wrapped(const SlFuncNode *func) {
    SlExpr *found = NULL;
    if (func->obj || func->param_count || !func->body)
        return NULL;
    for (int i = 0; i < func->body->count; i++) {
        const SlStmt *stmt = func->body->list[i];
        if (stmt->kind == SL_STMT_DEFER)
            continue;
        if (stmt->kind != SL_STMT_EXPR || found || stmt->x->kind != SL_EXPR_CALL || stmt->x->call_kind != SL_CALL_FUNC)
            return NULL;
        found = stmt->x;
    }
    return found;
}

SlFuncNode *sl_wire_called(const SlExpr *call) {
    const SlExpr *fun = sl_unparen(call->x);
    if (fun->kind == SL_EXPR_INDEX)
        fun = sl_unparen(fun->x);
    const SlObj *obj = fun->kind == SL_EXPR_IDENT ? fun->obj : NULL;
    bool own = obj && obj->kind == SL_OBJ_FUNC && obj->func && obj->pkg && !obj->pkg->library;
    return own ? obj->func : NULL;
}

static void add_process(SlWalk *walk, int node) {
    SlWireMore *more = &walk->more.at[node];
    SlFuncNode *func = more->func;
    SlContext *context = more->context;
    SlExpr *call = more->call;
    SlExpr *inner = func && context ? sl_wire_wrapped(func) : NULL;
    SlFuncNode *called = inner ? sl_wire_called(inner) : NULL;
    if (called) {
        walk->now = context;
        context = sl_wire_context(walk, called, inner->pos, NULL, context->process);
        walk->now = NULL;
        walk->nodes.at[node].name = sl_wire_func_name(walk, called);
        walk->nodes.at[node].function_pos = called->pos;
        func = more->func = called;
        call = more->call = inner;
    }
    if (call && call->x && func)
        add_call(walk, node, call, func, context);
    if (func)
        add_fields(walk, node, call && call->x ? call : NULL, func);
}

void sl_wire_ports(SlWalk *walk) {
    for (int i = 0; i < walk->nodes.count; i++) {
        const SlWireNode *node = &walk->nodes.at[i];
        if (node->kind != SL_WIRE_PROCESS && node->kind != SL_WIRE_STAGE)
            continue;
        if (i == 0)
            for (int c = 0; c < walk->calls.count; c++)
                add_call(walk, 0, walk->calls.at[c].call, walk->calls.at[c].func, walk->calls.at[c].context);
        else
            add_process(walk, i);
        if (i == 0)
            add_fields(walk, 0, NULL, walk->root);
        add_others(walk, i);
    }
}
