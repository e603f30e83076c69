// SPDX-License-Identifier: MIT
// Hints from the wiring of the whole program, and from where its statements stand: only what a body does on every way
// through it counts.
#include "graph/hints.h"

#include <stdarg.h>

#include "base/text.h"
#include "graph/impl.h"
#include "graph/visit.h"

typedef struct {
    SlArena *arena;
    const SlWiring *wiring;
    SL_VEC(SlHint) list;
    SlMap ranges; // position of a range over a channel that only its end leaves: itself
    SlMap called; // position of a literal that is called where it stands
    SlMap closes; // position of a close that nothing around it decides about
} Look;

static SlHint *add(Look *look, SlHintKind kind, bool advice, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

static SlHint *add(Look *look, SlHintKind kind, bool advice, const char *format, ...) {
    SlText text = {0};
    va_list args;
    va_start(args, format);
    sl_text_vprintf(&text, format, args);
    va_end(args);
    sl_vec_push(&look->list, (SlHint){.kind = (uint8_t)kind, .advice = advice});
    SlHint *hint = &look->list.at[look->list.count - 1];
    hint->text = sl_arena_strndup(look->arena, sl_text_cstr(&text), text.length);
    sl_text_free(&text);
    return hint;
}

static void at(SlHint *hint, SlPos place) {
    if (hint->place_count < SL_HINT_PLACES && place)
        hint->places[hint->place_count++] = place;
}

static void light(SlHint *hint, SlPos site) {
    if (hint->site_count < SL_HINT_PLACES)
        hint->sites[hint->site_count++] = site;
}

// ---- what statements do on every way ----

static bool leaving(void *data, SlStmt *stmt) {
    bool *leaves = data;
    *leaves |= stmt->kind == SL_STMT_RETURN || stmt->kind == SL_STMT_BRANCH;
    return !*leaves;
}

static bool leaving_call(void *data, SlExpr *expr) {
    bool *leaves = data;
    if (expr->kind == SL_EXPR_CALL) {
        const SlExpr *fun = sl_unparen(expr->x);
        bool builtin = expr->call_kind == SL_CALL_BUILTIN && expr->obj && expr->obj->builtin == SL_BUILTIN_panic;
        bool exit =
            fun->kind == SL_EXPR_SELECTOR && fun->name &&
            (strcmp(fun->name, "Exit") == 0 || strncmp(fun->name, "Fatal", 5) == 0 || strcmp(fun->name, "Goexit") == 0);
        *leaves |= builtin || exit;
    }
    return expr->kind != SL_EXPR_FUNC && !*leaves;
}

static bool leaves(SlStmt *body) {
    bool result = false;
    sl_visit_stmt(&(SlVisit){leaving_call, leaving, &result}, body);
    return result;
}

static const SlExpr *close_call(const SlStmt *stmt) {
    const SlExpr *call = stmt->kind == SL_STMT_EXPR || stmt->kind == SL_STMT_DEFER ? stmt->x : NULL;
    bool close = call && call->kind == SL_EXPR_CALL && call->call_kind == SL_CALL_BUILTIN && call->obj &&
                 call->obj->builtin == SL_BUILTIN_close;
    return close ? call : NULL;
}

static void note(SlMap *map, SlPos pos) {
    sl_map_set_ptr(map, (void *)(uintptr_t)pos, (void *)(uintptr_t)1);
}

static bool noted(const SlMap *map, SlPos pos) {
    return sl_map_get_ptr(map, (void *)(uintptr_t)pos) != NULL;
}

static bool look_stmt(void *data, SlStmt *stmt) {
    Look *look = data;
    if (stmt->kind == SL_STMT_RANGE && stmt->x && sl_wire_is_chan(stmt->x->type) && !leaves(stmt->body))
        note(&look->ranges, stmt->pos);
    return true;
}

// A literal that is called where it stands, in a goroutine or at the end; others are called by whoever has them, maybe
// once, maybe never.
static bool look_expr(void *data, SlExpr *expr) {
    Look *look = data;
    const SlExpr *fun = expr->kind == SL_EXPR_CALL ? sl_unparen(expr->x) : NULL;
    if (fun && fun->kind == SL_EXPR_FUNC && fun->func)
        note(&look->called, fun->func->pos);
    return true;
}

static void look_at(Look *look, SlFuncNode *func) {
    if (!func->body)
        return;
    sl_visit_stmt(&(SlVisit){look_expr, look_stmt, look}, func->body);
    for (int i = 0; i < func->body->count; i++) {
        const SlExpr *call = close_call(func->body->list[i]);
        bool before = false; // a return above may leave it out, but for deferred ones
        for (int b = 0; b < i && func->body->list[i]->kind != SL_STMT_DEFER; b++)
            before |= leaves(func->body->list[b]);
        if (call && !before && (func->obj || noted(&look->called, func->pos)))
            note(&look->closes, call->pos);
    }
    for (int i = 0; i < func->literal_count; i++)
        look_at(look, func->literals[i]);
}

// The communication that a body does first on every way; null: that is not clear.
static const SlStmt *first_of(SlStmt *const *list, int count, bool *unclear) {
    for (int i = 0; i < count && !*unclear; i++) {
        const SlStmt *stmt = list[i];
        switch (stmt->kind) {
        case SL_STMT_SEND:
            return stmt;
        case SL_STMT_FOR:
        case SL_STMT_BLOCK: {
            const SlStmt *block = stmt->kind == SL_STMT_FOR ? stmt->body : stmt;
            const SlStmt *first = first_of(block->list, block->count, unclear);
            if (first)
                return first;
            break;
        }
        case SL_STMT_GO:
        case SL_STMT_DEFER:
        case SL_STMT_EMPTY:
        case SL_STMT_INC_DEC:
            break;
        case SL_STMT_DECL:
            break;
        case SL_STMT_ASSIGN:
            for (int v = 0; v < stmt->rhs_count; v++) {
                const SlExpr *value = sl_unparen(stmt->rhs[v]);
                *unclear |= value->kind == SL_EXPR_UNARY && value->op == SL_TOKEN_ARROW;
                *unclear |= value->kind == SL_EXPR_CALL && value->call_kind == SL_CALL_FUNC;
            }
            break;
        case SL_STMT_EXPR: {
            const SlExpr *call = sl_unparen(stmt->x);
            const SlExpr *fun = call->kind == SL_EXPR_CALL ? sl_unparen(call->x) : NULL;
            const SlObj *obj = fun && fun->kind == SL_EXPR_SELECTOR && fun->selection ? fun->selection->obj : NULL;
            bool prints = obj && obj->pkg && obj->pkg->library && strcmp(obj->pkg->path, "fmt") == 0;
            *unclear |= !prints && !(call->kind == SL_EXPR_CALL && call->call_kind == SL_CALL_BUILTIN);
            break;
        }
        default:
            *unclear = true;
        }
    }
    return NULL;
}

// ---- channels ----

typedef struct {
    int senders, receivers, closers, waiting; // waiting: receives that are no case of a select
    int ranger, sender, receiver;             // edges, or -1
} Ends;

static Ends ends_of(const Look *look, int channel) {
    Ends ends = {.ranger = -1, .sender = -1, .receiver = -1};
    for (int i = 0; i < look->wiring->edge_count; i++) {
        const SlWireEdge *edge = &look->wiring->edges[i];
        if (edge->object != channel)
            continue;
        if (edge->use == SL_WIRE_SENDS) {
            ends.senders++;
            ends.sender = ends.sender < 0 && !edge->select ? i : ends.sender;
        } else if (edge->use == SL_WIRE_RECEIVES) {
            ends.receivers++;
            ends.waiting += !edge->select;
            ends.receiver = ends.receiver < 0 && !edge->select ? i : ends.receiver;
            if (noted(&look->ranges, edge->pos))
                ends.ranger = i;
        } else if (edge->use == SL_WIRE_CLOSES) {
            ends.closers++;
        }
    }
    return ends;
}

static const SlWireNode *node(const Look *look, int index) {
    return &look->wiring->nodes[index];
}

static SlHint *about_edge(Look *look, SlHint *hint, int channel, int edge) {
    at(hint, node(look, channel)->pos);
    light(hint, node(look, channel)->pos);
    if (edge >= 0) {
        at(hint, look->wiring->edges[edge].pos);
        light(hint, node(look, look->wiring->edges[edge].process)->pos);
    }
    return hint;
}

static const char *who(const Look *look, int edge) {
    return node(look, look->wiring->edges[edge].process)->name;
}

static void look_at_channel(Look *look, int channel) {
    const SlWireNode *made = node(look, channel);
    Ends ends = ends_of(look, channel);
    if (ends.senders && !ends.receivers && !ends.closers && ends.sender >= 0 && made->buffer == 0)
        about_edge(look,
                   add(look, SL_HINT_NO_RECEIVER, false,
                       "Nobody receives from %s, so %s waits for ever when it sends there.", made->name,
                       who(look, ends.sender)),
                   channel, ends.sender);
    if (ends.waiting && !ends.senders && !ends.closers && ends.receiver >= 0)
        about_edge(look,
                   add(look, SL_HINT_NO_SENDER, false,
                       "Nobody sends on %s or closes it, so %s waits for ever when it receives there.", made->name,
                       who(look, ends.receiver)),
                   channel, ends.receiver);
    if (ends.ranger >= 0 && ends.senders && !ends.closers)
        about_edge(look,
                   add(look, SL_HINT_NOT_CLOSED, look->wiring->edges[ends.ranger].process != 0,
                       "%s ranges over %s, and nobody closes it: the loop never ends.", who(look, ends.ranger),
                       made->name),
                   channel, ends.ranger);
}

static void look_at_closes(Look *look, int channel) {
    int first = -1;
    const SlWireNode *made = node(look, channel);
    if (made->many)
        return;
    for (int i = 0; i < look->wiring->edge_count; i++) {
        const SlWireEdge *edge = &look->wiring->edges[i];
        if (edge->object != channel || edge->use != SL_WIRE_CLOSES || !noted(&look->closes, edge->pos))
            continue;
        bool many = node(look, edge->process)->many;
        if (first < 0 && !many) {
            first = i;
            continue;
        }
        SlHint *hint = many
                           ? add(look, SL_HINT_CLOSED_TWICE, false,
                                 "Each %s closes %s, and closing a channel twice is a panic.", who(look, i), made->name)
                           : add(look, SL_HINT_CLOSED_TWICE, false,
                                 "%s and %s both close %s, and closing a channel twice is a panic.", who(look, first),
                                 who(look, i), made->name);
        about_edge(look, hint, channel, i);
        if (!many) {
            at(hint, look->wiring->edges[first].pos);
            light(hint, node(look, look->wiring->edges[first].process)->pos);
        }
        return;
    }
}

// ---- everyone sends first ----

static int first_send(const Look *look, int process) {
    const SlFuncNode *func = look->wiring->tree->more[process].func;
    bool unclear = false;
    const SlStmt *first = func && func->body ? first_of(func->body->list, func->body->count, &unclear) : NULL;
    int found = -1;
    for (int i = 0; first && !unclear && i < look->wiring->edge_count; i++) {
        const SlWireEdge *edge = &look->wiring->edges[i];
        if (edge->process != process || edge->use != SL_WIRE_SENDS || edge->pos != first->pos)
            continue;
        const SlWireNode *channel = node(look, edge->object);
        if (found >= 0 || channel->kind != SL_WIRE_CHANNEL || channel->buffer || channel->many)
            return -1; // one of several, or with room
        found = i;
    }
    return found;
}

static void look_for_cycles(Look *look) {
    const SlWiring *wiring = look->wiring;
    int *sends = SL_NEW_N(look->arena, int, wiring->node_count + 1);
    for (int i = 0; i < wiring->node_count; i++)
        sends[i] = wiring->nodes[i].kind == SL_WIRE_PROCESS ? first_send(look, i) : -1;
    for (bool changed = true; changed;) { // who is received from by somebody free is free
        changed = false;
        for (int p = 0; p < wiring->node_count; p++) {
            bool received = false, free = false;
            for (int i = 0; sends[p] >= 0 && i < wiring->edge_count; i++) {
                const SlWireEdge *edge = &wiring->edges[i];
                if (edge->use != SL_WIRE_RECEIVES || edge->object != wiring->edges[sends[p]].object)
                    continue;
                received = true;
                free |= sends[edge->process] < 0;
            }
            if (sends[p] >= 0 && (!received || free)) {
                sends[p] = -1;
                changed = true;
            }
        }
    }
    SlHint *hint = NULL;
    for (int p = 0; p < wiring->node_count; p++) {
        if (sends[p] < 0)
            continue;
        if (!hint)
            hint = add(look, SL_HINT_ALL_SEND, false,
                       "Everyone in this circle sends first, and the channels have no room: nobody comes to receive.");
        at(hint, wiring->edges[sends[p]].pos);
        light(hint, wiring->nodes[p].pos);
        light(hint, wiring->nodes[wiring->edges[sends[p]].object].pos);
    }
}

// ---- goroutines ----

static void look_at_process(Look *look, int process) {
    const SlFuncNode *func = look->wiring->tree->more[process].func;
    for (int i = 0; func && func->body && i < func->body->count; i++) {
        SlStmt *stmt = func->body->list[i];
        bool endless = stmt->kind == SL_STMT_FOR && !stmt->x && !stmt->init && !stmt->post;
        endless |= stmt->kind == SL_STMT_FOR && !stmt->x;
        if (!endless || leaves(stmt->body))
            continue;
        SlHint *hint =
            add(look, SL_HINT_NO_END, true, "%s never ends: nothing leaves its loop.", node(look, process)->name);
        at(hint, stmt->pos);
        light(hint, node(look, process)->pos);
        return;
    }
}

static bool waiting_stmt(void *data, SlStmt *stmt) {
    bool *waits = data;
    *waits |= stmt->kind == SL_STMT_SELECT || (stmt->kind == SL_STMT_FOR && !stmt->x);
    return !*waits;
}

static bool waiting_expr(void *data, SlExpr *expr) {
    bool *waits = data;
    // What a call of the library does is not looked into: it may wait.
    const SlExpr *fun = expr->kind == SL_EXPR_CALL ? sl_unparen(expr->x) : NULL;
    const SlObj *obj = fun && fun->kind == SL_EXPR_SELECTOR && fun->selection ? fun->selection->obj : NULL;
    if (obj && obj->pkg && obj->pkg->library)
        *waits |=
            strcmp(obj->pkg->path, "fmt") && strcmp(obj->pkg->path, "strings") && strcmp(obj->pkg->path, "strconv");
    if (fun && expr->call_kind == SL_CALL_FUNC && !obj)
        *waits |=
            fun->kind != SL_EXPR_FUNC && !(fun->kind == SL_EXPR_IDENT && fun->obj && fun->obj->kind == SL_OBJ_FUNC);
    return !*waits;
}

static void look_at_main(Look *look) {
    const SlWiring *wiring = look->wiring;
    bool waits = false;
    int started = -1;
    for (int i = 0; i < wiring->edge_count; i++) {
        const SlWireEdge *edge = &wiring->edges[i];
        if (edge->process == 0 && edge->use == SL_WIRE_STARTS)
            started = started < 0 ? edge->object : started;
        else if (edge->process == 0 && edge->use != SL_WIRE_CLOSES)
            waits = true; // a send is received by somebody, a lock may be held
    }
    for (int f = 0; f < wiring->tree->program->main->func_count; f++) {
        SlFuncNode *func = wiring->tree->program->main->funcs[f];
        sl_visit_stmt(&(SlVisit){waiting_expr, waiting_stmt, &waits}, func->body);
    }
    if (started < 0 || waits)
        return;
    SlHint *hint = add(look, SL_HINT_LOST, false,
                       "main returns without waiting for %s, and the program ends with it: what it does is lost.",
                       wiring->nodes[started].name);
    at(hint, wiring->nodes[started].pos);
    light(hint, 0);
    light(hint, wiring->nodes[started].pos);
}

// Whether a function does more with a parameter than to offer it to a select, where nil is a case that never comes.
typedef struct {
    const SlObj *param;
    bool waits;
} Waits;

static bool is_param(const Waits *waits, const SlExpr *expr) {
    expr = expr ? sl_unparen(expr) : NULL;
    return expr && expr->kind == SL_EXPR_IDENT && expr->obj == waits->param;
}

static bool waits_expr(void *data, SlExpr *expr) {
    Waits *waits = data;
    waits->waits |= expr->kind == SL_EXPR_UNARY && expr->op == SL_TOKEN_ARROW && is_param(waits, expr->x);
    return true;
}

static bool waits_stmt(void *data, SlStmt *stmt) {
    Waits *waits = data;
    if (stmt->kind == SL_STMT_COMM) {
        for (int i = 0; i < stmt->count; i++)
            sl_visit_stmt(&(SlVisit){waits_expr, waits_stmt, waits}, stmt->list[i]);
        return false;
    }
    waits->waits |= (stmt->kind == SL_STMT_SEND || stmt->kind == SL_STMT_RANGE) && is_param(waits, stmt->x);
    return true;
}

static bool waits_at(const SlFuncNode *func, const char *name) {
    for (int i = 0; func && func->body && i < func->param_count; i++) {
        Waits waits = {func->params[i], false};
        if (!func->params[i] || !func->params[i]->name || strcmp(func->params[i]->name, name))
            continue;
        sl_visit_stmt(&(SlVisit){waits_expr, waits_stmt, &waits}, func->body);
        return waits.waits;
    }
    return false;
}

static void look_at_ports(Look *look, const SlWiring *drawing) {
    for (int i = 0; i < drawing->port_count; i++) {
        const SlWirePort *port = &drawing->ports[i];
        bool nil = port->kind < SL_PORT_SHARED && port->pos && strcmp(port->text, "nil") == 0 && port->node;
        if (!nil || !waits_at(drawing->tree->more[port->node].func, port->name))
            continue;
        SlHint *hint = add(look, SL_HINT_UNCONNECTED, true, "%s of %s is not connected: it waits there for ever.",
                           port->name, drawing->nodes[port->node].name);
        at(hint, port->pos);
        light(hint, drawing->nodes[port->node].pos);
    }
}

static void sort_faults_first(Look *look) {
    for (int i = 1; i < look->list.count; i++)
        for (int j = i; j > 0 && look->list.at[j - 1].advice && !look->list.at[j].advice; j--) {
            SlHint moving = look->list.at[j];
            look->list.at[j] = look->list.at[j - 1];
            look->list.at[j - 1] = moving;
        }
}

SlHints *sl_hints_new(const SlProgram *program) {
    SlArena *arena = sl_arena_new();
    SlHints *hints = SL_NEW(arena, SlHints);
    hints->arena = arena;
    SlWiring *wiring = sl_wiring_new(program), *drawing = sl_wiring_open(program, 0);
    Look look = {.arena = arena, .wiring = wiring};
    bool cut = false;
    for (int i = 0; i < wiring->node_count; i++) // what is not known may do anything
        cut |= wiring->nodes[i].kind == SL_WIRE_UNKNOWN;
    for (int i = 0; program->main && i < program->main->func_count; i++)
        look_at(&look, program->main->funcs[i]);
    for (int i = 0; i < wiring->node_count && !cut; i++) {
        if (wiring->nodes[i].kind == SL_WIRE_CHANNEL) {
            look_at_channel(&look, i);
            look_at_closes(&look, i);
        } else if (wiring->nodes[i].kind == SL_WIRE_PROCESS && i) {
            look_at_process(&look, i);
        }
    }
    if (wiring->node_count && !cut) {
        look_for_cycles(&look);
        look_at_main(&look);
    }
    if (drawing->node_count)
        look_at_ports(&look, drawing);
    sort_faults_first(&look);
    hints->count = look.list.count;
    hints->list = sl_vec_take(&look.list, arena);
    sl_map_free(&look.ranges);
    sl_map_free(&look.called);
    sl_map_free(&look.closes);
    sl_wiring_free(drawing);
    sl_wiring_free(wiring);
    return hints;
}

void sl_hints_free(SlHints *hints) {
    if (hints)
        sl_arena_free(hints->arena);
}
