// SPDX-License-Identifier: MIT
// Many workers: a process in a loop. Where it closes what it sends on, only one may do so, and not before the last has
// ended: a wait group counts them.
#include "graph/rewrite.h"

// close(c) as a statement of its own, or deferred.
const SlExpr *sl_edit_closed_by(const SlStmt *stmt) {
    bool may = stmt->kind == SL_STMT_EXPR || stmt->kind == SL_STMT_DEFER;
    const SlExpr *call = may && stmt->x ? sl_unparen(stmt->x) : NULL;
    bool close = call && call->kind == SL_EXPR_CALL && call->call_kind == SL_CALL_BUILTIN && call->obj &&
                 call->obj->builtin == SL_BUILTIN_close && call->count == 1;
    return close ? sl_unparen(call->list[0]) : NULL;
}

typedef struct {
    SlStmt *list[8];
    int count;
} Closes;

static bool find_close(void *data, SlStmt *stmt) {
    Closes *closes = data;
    if (sl_edit_closed_by(stmt) && closes->count < 8)
        closes->list[closes->count++] = stmt;
    return true;
}

const SlStmt *sl_edit_only_close(SlFuncNode *func) {
    Closes closes = {0};
    if (func->body)
        sl_visit_stmt(&(SlVisit){NULL, find_close, &closes}, func->body);
    return closes.count == 1 ? closes.list[0] : NULL;
}

static int constant_bound(const SlStmt *loop, const SlExpr **bound) {
    const SlExpr *test = loop->kind == SL_STMT_FOR ? loop->x : NULL;
    const SlExpr *over = loop->kind == SL_STMT_RANGE ? sl_unparen(loop->x) : NULL;
    if (test && test->kind == SL_EXPR_BINARY && test->y->value && (test->op == SL_TOKEN_LT || test->op == SL_TOKEN_LE))
        *bound = test->y;
    else if (over && over->value && sl_is(over->type, SL_IS_INTEGER))
        *bound = over;
    else
        return 0;
    return test && test->op == SL_TOKEN_LE ? 2 : 1;
}

static bool change_count(SlRewrite *rw, const SlUnit *unit, int64_t number) {
    const SlExpr *bound;
    int sort = constant_bound(unit->loop, &bound);
    int64_t n = 0;
    if (!sort || !sl_const_int64(bound->value, &n))
        return sl_rewrite_refuse(rw, "the loop runs as often as the program says: change it in the text");
    int64_t from = 0;
    const SlStmt *init = unit->loop->kind == SL_STMT_FOR ? unit->loop->init : NULL;
    if (init && (init->rhs_count != 1 || !init->rhs[0]->value || !sl_const_int64(init->rhs[0]->value, &from)))
        return sl_rewrite_refuse(rw, "the loop does not begin at a number: change it in the text");
    sl_rewrite_replace(rw, bound->pos, bound->end,
                       sl_rewrite_printf(rw, "%lld", (long long)(from + number - (sort == 2))));
    return sl_rewrite_step(rw);
}

// Out of a loop that does nothing else, if nothing in the statement is the loop's.
static bool unroll(SlRewrite *rw, const SlUnit *unit) {
    SlStmt *body = unit->loop->body;
    SlPos from = sl_line_end(rw, body->pos), to = sl_line_start(rw, body->close);
    sl_rewrite_replace(rw, sl_line_start(rw, unit->loop->pos), sl_line_end(rw, unit->loop->end),
                       sl_moved(rw, from, to, -1));
    return sl_rewrite_step(rw);
}

// The name of a function whose text is this one but for the name; null: there is none.
static const char *same_function(SlRewrite *rw, const char *head, const char *rest) {
    const SlPackage *package = rw->program->main;
    for (int i = 0; i < package->func_count; i++) {
        const SlFuncNode *func = package->funcs[i];
        if (!func->obj || func->recv || !func->obj->name)
            continue;
        SlPos name = func->obj->pos, behind = name + (SlPos)strlen(func->obj->name);
        if (strcmp(sl_rewrite_text(rw, func->pos, name), head) == 0 &&
            strcmp(sl_rewrite_text(rw, behind, func->end), rest) == 0)
            return sl_rewrite_printf(rw, "%s", func->obj->name);
    }
    return NULL;
}

// The function without its close: itself when nobody else uses it, else a copy.
bool sl_edit_open_function(SlRewrite *rw, const SlUnit *unit, const SlStmt *close, const char **call_name) {
    SlFuncNode *func = sl_wire_called(unit->call);
    *call_name = NULL;
    if (sl_uses_of(rw, func->obj, NULL, 0) == 1) {
        sl_cut_lines(rw, sl_line_start(rw, close->pos), sl_line_end(rw, close->end));
        return true;
    }
    SlPos name = func->obj->pos, behind = name + (SlPos)strlen(func->obj->name);
    SlPos cut_from = sl_line_start(rw, close->pos), cut_to = sl_line_end(rw, close->end);
    const char *head = sl_rewrite_text(rw, func->pos, name);
    const char *rest =
        sl_rewrite_printf(rw, "%s%s", sl_rewrite_text(rw, behind, cut_from), sl_rewrite_text(rw, cut_to, func->end));
    *call_name = same_function(rw, head, rest);
    if (*call_name)
        return true;
    *call_name = sl_free_name(rw, sl_rewrite_printf(rw, "%sWorker", func->obj->name));
    const char *copy = sl_rewrite_printf(rw, "\n%s%s%s\n", head, *call_name, rest);
    SlPos at = sl_line_end(rw, func->end);
    sl_rewrite_replace(rw, at, at, copy);
    return true;
}

// The name of the channel that the statement's close is about, as it is called in the root.
static const char *closed_name(SlRewrite *rw, const SlUnit *unit, const SlExpr *closed) {
    SlFuncNode *func = sl_wire_called(unit->call);
    for (int i = 0; func && closed->kind == SL_EXPR_IDENT && i < func->param_count && i < unit->call->count; i++)
        if (func->params[i] == closed->obj && !sl_is_nil(unit->call->list[i]))
            return sl_rewrite_text(rw, unit->call->list[i]->pos, unit->call->list[i]->end);
    return func ? NULL : sl_rewrite_text(rw, closed->pos, closed->end);
}

static const char *loop_text(SlRewrite *rw, const char *indent, const char *variable, int64_t number,
                             const char *inner) {
    return sl_rewrite_printf(rw, "%sfor %s := 0; %s < %lld; %s++ {\n%s%s}\n", indent, variable, variable,
                             (long long)number, variable, inner, indent);
}

static const char *loop_variable(SlRewrite *rw, const SlUnit *unit) {
    const char *text = sl_rewrite_text(rw, unit->stmt->pos, unit->stmt->end);
    static const char *const names[] = {"i", "w", "n", "worker"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strcmp(sl_renamed(rw, text, names[i], ""), text) == 0)
            return names[i];
    return sl_free_local(rw, "index");
}

static bool make_plain(SlRewrite *rw, const SlUnit *unit, int64_t number) {
    const char *indent = sl_line_indent(rw, unit->stmt->pos);
    SlPos from = unit->from, to = unit->to;
    sl_rewrite_replace(rw, from, to, loop_text(rw, indent, loop_variable(rw, unit), number, sl_moved(rw, from, to, 1)));
    return sl_rewrite_step(rw);
}

static bool make_closing(SlRewrite *rw, SlUnit *unit, int64_t number, const SlStmt *close, const char *channel) {
    const char *indent = sl_line_indent(rw, unit->stmt->pos), *variable = loop_variable(rw, unit), *name;
    const char *group = sl_free_local(rw, "workers");
    if (!sl_edit_import(rw, "sync") || !sl_edit_open_function(rw, unit, close, &name))
        return false;
    const char *notes = sl_moved(rw, unit->from, sl_line_start(rw, unit->stmt->pos), 1);
    const char *head = sl_rewrite_text(rw, unit->call->pos, unit->call->x->pos);
    const char *fun = sl_rewrite_text(rw, unit->call->x->pos, unit->call->x->end);
    const char *rest = sl_rewrite_text(rw, unit->call->x->end, unit->call->end);
    if (name)
        fun = sl_renamed(rw, fun, sl_wire_called(unit->call)->obj->name, name);
    // Notes stand directly above the go statement: there they are read.
    const char *inner =
        sl_rewrite_printf(rw, "%s\t%s.Add(1)\n%s%s\tgo func() {\n%s\t\tdefer %s.Done()\n%s\t\t%s%s%s\n%s\t}()\n",
                          indent, group, notes, indent, indent, group, indent, head, fun, rest, indent);
    SlPos from = unit->from, to = unit->to;
    sl_rewrite_replace(
        rw, from, to,
        sl_rewrite_printf(rw, "%svar %s sync.WaitGroup\n%s%sgo func() {\n%s\t%s.Wait()\n%s\tclose(%s)\n%s}()\n", indent,
                          group, loop_text(rw, indent, variable, number, inner), indent, indent, group, indent, channel,
                          indent));
    return sl_rewrite_step(rw);
}

bool sl_edit_multiply(SlRewrite *rw) {
    SlUnit unit;
    int node = rw->op->node;
    int64_t number = rw->op->number;
    if (node <= 0 || node >= rw->wiring->node_count || rw->wiring->nodes[node].kind != SL_WIRE_PROCESS)
        return sl_rewrite_refuse(rw, "only processes can be multiplied");
    if (number < 1 || number > 100000)
        return sl_rewrite_refuse(rw, "there can be 1 to 100000 of them");
    if (!sl_unit_of(rw, rw->wiring->nodes[node].pos, &unit))
        return sl_rewrite_refuse(rw, "it is started elsewhere: open the function that does so");
    if (unit.loop) {
        bool variable = unit.loop->kind == SL_STMT_FOR && unit.loop->init;
        const SlObj *index = variable && unit.loop->init->lhs_count ? unit.loop->init->lhs[0]->obj : NULL;
        int inside = index ? sl_uses_of(rw, index, NULL, 0) : 9;
        return number == 1 && !unit.add && inside <= 2 ? unroll(rw, &unit) : change_count(rw, &unit, number);
    }
    if (sl_parent_of(rw, unit.stmt, false))
        return sl_rewrite_refuse(rw, "it is started inside of another statement: change it in the text");
    if (number == 1)
        return true;
    SlFuncNode *func = sl_wire_called(unit.call);
    Closes closes = {0};
    if (func && func->body)
        sl_visit_stmt(&(SlVisit){NULL, find_close, &closes}, func->body);
    else
        sl_visit_expr(&(SlVisit){NULL, find_close, &closes}, unit.stmt->x);
    const char *channel = closes.count == 1 ? closed_name(rw, &unit, sl_edit_closed_by(closes.list[0])) : NULL;
    if (!closes.count || (closes.count == 1 && !channel && func))
        return make_plain(rw, &unit, number);
    if (!func)
        return sl_rewrite_refuse(rw,
                                 "it closes a channel in its own body, which only one may do: change it in the text");
    if (closes.count > 1)
        return sl_rewrite_refuse(rw, "%s closes several channels, which only one worker may do", func->obj->name);
    if (unit.add)
        return sl_rewrite_refuse(rw, "%s is awaited by itself: change it in the text", func->obj->name);
    if (!sl_alone(rw, closes.list[0]->pos, closes.list[0]->end) ||
        sl_rewrite_tree(rw, closes.list[0]->pos) != sl_rewrite_tree(rw, unit.stmt->pos))
        return sl_rewrite_refuse(rw, "the line where it closes has other statements in it");
    return make_closing(rw, &unit, number, closes.list[0], channel);
}
