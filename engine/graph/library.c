// SPDX-License-Identifier: MIT
// What calls of the standard library mean for the wiring: locks and groups are used, timers and contexts made,
// functions handed over are called. Its bodies are not walked.
#include "graph/impl.h"

typedef struct {
    const char *package, *name;
    uint8_t kind; // SlWireKind
} Maker;

static const Maker makers[] = {
    {"time", "After", SL_WIRE_TIMER},
    {"time", "Tick", SL_WIRE_TIMER},
    {"time", "NewTimer", SL_WIRE_TIMER},
    {"time", "NewTicker", SL_WIRE_TIMER},
    {"time", "AfterFunc", SL_WIRE_TIMER},
    {"context", "WithCancel", SL_WIRE_CONTEXT},
    {"context", "WithCancelCause", SL_WIRE_CONTEXT},
    {"context", "WithTimeout", SL_WIRE_CONTEXT},
    {"context", "WithTimeoutCause", SL_WIRE_CONTEXT},
    {"context", "WithDeadline", SL_WIRE_CONTEXT},
    {"context", "WithDeadlineCause", SL_WIRE_CONTEXT},
    {"golang.org/x/sync/errgroup", "WithContext", SL_WIRE_CONTEXT},
    {"os/signal", "NotifyContext", SL_WIRE_CONTEXT},
};

typedef struct {
    const char *name;
    uint8_t use; // SlWireUse
} Method;

static const Method methods[] = {
    {"Lock", SL_WIRE_LOCKS},   {"RLock", SL_WIRE_LOCKS},   {"TryLock", SL_WIRE_LOCKS}, {"TryRLock", SL_WIRE_LOCKS},
    {"Unlock", SL_WIRE_LOCKS}, {"RUnlock", SL_WIRE_LOCKS}, {"Wait", SL_WIRE_WAITS},    {"Done", SL_WIRE_DONE},
};

int sl_wire_sync_kind(const SlType *type) {
    static const struct {
        const char *name;
        int kind;
    } kinds[] = {{"Mutex", SL_WIRE_MUTEX}, {"RWMutex", SL_WIRE_RWMUTEX}, {"WaitGroup", SL_WIRE_GROUP}};
    type = type ? sl_unalias(type) : NULL;
    if (type && type->kind == SL_TYPE_POINTER)
        type = sl_unalias(type->elem);
    if (!type || type->kind != SL_TYPE_NAMED || !type->obj || !type->obj->pkg || !type->obj->pkg->library ||
        strcmp(type->obj->pkg->path, "sync"))
        return -1;
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (strcmp(type->obj->name, kinds[i].name) == 0)
            return kinds[i].kind;
    return -1;
}

int sl_wire_sync_node(SlWalk *walk, const SlType *type, SlPos pos, const char *name) {
    int kind = sl_wire_sync_kind(type);
    type = kind >= 0 ? sl_unalias(type) : NULL;
    if (!type || type->kind == SL_TYPE_POINTER)
        return -1;
    int node = sl_wire_node(walk, (SlWireKind)kind, pos, pos, name);
    walk->nodes.at[node].type = kind == SL_WIRE_GROUP   ? "sync.WaitGroup"
                                : kind == SL_WIRE_MUTEX ? "sync.Mutex"
                                                        : "sync.RWMutex";
    return node;
}

static bool is(const SlFuncNode *func, const char *package, const char *name) {
    return strcmp(func->obj->pkg->path, package) == 0 && strcmp(func->obj->name, name) == 0;
}

static void make(SlWalk *walk, SlExpr *call, SlFuncNode *func, SlHeld *results) {
    for (size_t i = 0; i < sizeof makers / sizeof makers[0]; i++) {
        if (func->recv || !is(func, makers[i].package, makers[i].name) || !call->x)
            continue;
        bool timer = makers[i].kind == SL_WIRE_TIMER, named = walk->name && *walk->name;
        const char *maker = sl_arena_printf(walk->arena, "%s.%s", timer ? "time" : "context", makers[i].name);
        int node = sl_wire_node(walk, makers[i].kind, call->pos, call->end, named ? walk->name : maker);
        walk->nodes.at[node].type = maker;
        if (!named && call->count) { // time.After: what there is to say is how long
            char *text = sl_expr_format(call->list[0]);
            walk->nodes.at[node].type = sl_arena_strndup(walk->arena, text, strlen(text));
            free(text);
        }
        if (results)
            sl_wire_join_node(walk, results, node);
    }
}

static void call_given(SlWalk *walk, SlExpr *call, SlPos pos, bool starts, SlHeld *given) {
    for (int f = 0; f < given->funcs.count; f++) {
        SlFuncNode *func = given->funcs.at[f];
        if (!func->obj || !func->obj->pkg || !func->obj->pkg->library)
            sl_wire_run(walk, call, func, given->made_in.at[f], starts, pos, NULL, given, NULL);
    }
}

// Functions that are handed over are called; methods named Go do so in a goroutine of their own, and so do servers,
// which also have functions in their fields.
static void call_back(SlWalk *walk, SlExpr *call, SlFuncNode *func, SlPos pos, bool spawn, SlHeld **args,
                      SlHeld *receiver) {
    bool serves = strncmp(func->obj->pkg->path, "net/http", 8) == 0;
    bool starts = spawn || serves || strcmp(func->obj->name, "Go") == 0 || is(func, "time", "AfterFunc") ||
                  is(func, "context", "AfterFunc");
    SlExpr *none = SL_NEW(walk->arena, SlExpr); // the library's own call of it, which a process keeps
    *none = (SlExpr){.kind = SL_EXPR_CALL, .pos = call->pos, .end = call->end};
    for (int a = 0; a < call->count; a++)
        call_given(walk, none, pos, starts, args[a]);
    if (serves && func->recv && receiver && strstr(func->obj->name, "Serve"))
        call_given(walk, none, pos, starts, receiver);
}

// What looks into values of any type finds the channels in them, and uses them.
static bool looks_into(const SlFuncNode *func) {
    return strcmp(func->obj->pkg->path, "reflect") == 0 ||
           (strcmp(func->obj->pkg->path, "text/template") == 0 && strncmp(func->obj->name, "Execute", 7) == 0);
}

static void use_sync(SlWalk *walk, SlFuncNode *func, SlPos pos, SlHeld *receiver) {
    for (size_t i = 0; i < sizeof methods / sizeof methods[0]; i++) {
        if (strcmp(func->obj->name, methods[i].name))
            continue;
        SlHeld locks = {0};
        for (int n = 0; n < receiver->nodes.count; n++) {
            uint8_t kind = walk->nodes.at[receiver->nodes.at[n]].kind;
            if (kind == SL_WIRE_MUTEX || kind == SL_WIRE_RWMUTEX || kind == SL_WIRE_GROUP)
                sl_vec_push(&locks.nodes, receiver->nodes.at[n]);
        }
        sl_wire_use(walk, &locks, methods[i].use, false, pos);
        sl_vec_free(&locks.nodes);
    }
}

// A stranger that sends on the channels it is given, or does anything with them.
static void lend(SlWalk *walk, SlExpr *call, SlFuncNode *func, SlHeld **args, bool receives) {
    for (int i = 0; i < call->count; i++) {
        bool any = false;
        for (int n = 0; n < args[i]->nodes.count; n++)
            any |= walk->nodes.at[args[i]->nodes.at[n]].kind == SL_WIRE_CHANNEL;
        if (!any)
            continue;
        const char *package = strrchr(func->obj->pkg->path, '/');
        int node = sl_wire_node(
            walk, SL_WIRE_UNKNOWN, call->pos, call->end,
            sl_arena_printf(walk->arena, "%s.%s", package ? package + 1 : func->obj->pkg->path, func->obj->name));
        walk->nodes.at[node].type = "";
        SlContext *before = walk->now, stranger = {.process = node, .stage = before->stage};
        walk->now = &stranger;
        sl_wire_use(walk, args[i], SL_WIRE_SENDS, false, call->pos);
        if (receives)
            sl_wire_use(walk, args[i], SL_WIRE_RECEIVES, false, call->pos);
        walk->now = before;
    }
}

static bool keeps(const SlType *type) {
    const SlType *under = type ? sl_under(type) : NULL;
    return under && under->kind != SL_TYPE_BASIC;
}

void sl_wire_library(SlWalk *walk, SlExpr *call, SlFuncNode *func, SlPos pos, bool spawn, SlHeld **args,
                     SlHeld *receiver, SlHeld *results) {
    make(walk, call, func, results);
    call_back(walk, call, func, pos, spawn, args, receiver);
    if (is(func, "os/signal", "Notify"))
        lend(walk, call, func, args, false);
    else if (looks_into(func))
        lend(walk, call, func, args, true);
    if (func->recv && receiver)
        use_sync(walk, func, pos, receiver);
    if (strcmp(func->obj->pkg->path, "context") == 0 && !func->recv)
        return; // a context does not become its child
    // What goes into a container of the library may come out of it, and out of a function what went into it.
    SlExpr *fun = (SlExpr *)sl_unparen(call->x);
    bool method = fun && fun->kind == SL_EXPR_SELECTOR && fun->selection && fun->selection->kind == SL_SELECT_METHOD;
    bool sync = receiver && sl_wire_sync_kind(func->sig && func->sig->recv ? func->sig->recv->type : NULL) >= 0;
    for (int i = 0; i < call->count && !sync; i++) {
        if (!args[i]->nodes.count && !args[i]->funcs.count)
            continue;
        if (method && keeps(call->list[i]->type))
            sl_wire_assign(walk, fun->x, args[i]);
        if (results && keeps(call->type))
            sl_wire_join(walk, results, args[i]);
    }
    if (results && method && receiver && keeps(call->type) && !sync)
        sl_wire_join(walk, results, receiver);
}

void sl_wire_library_method(SlWalk *walk, SlExpr *call, const SlSelection *selection, SlPos pos, SlHeld **args,
                            SlHeld *receiver, SlHeld *results) {
    (void)args;
    (void)pos;
    // ctx.Done() and the like, through an interface of the library: the context itself is what is received from.
    if (results && selection->obj->pkg && selection->obj->pkg->library && keeps(call->type))
        sl_wire_join(walk, results, receiver);
}
