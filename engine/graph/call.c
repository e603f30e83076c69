// SPDX-License-Identifier: MIT
// Calls and go statements: arguments flow into parameters, results back; go makes a process.
#include <string.h>

#include "graph/impl.h"

// As the running program calls it (sl_name_short): a literal is told by the function it stands in, but for main.
const char *sl_wire_func_name(SlWalk *walk, const SlFuncNode *func) {
    if (func->obj && func->obj->name)
        return func->obj->name;
    const SlFuncNode *outer = func->outer;
    if (!outer)
        return sl_arena_printf(walk->arena, "init.func%d", func->literal_number);
    if (!outer->obj)
        return sl_arena_printf(walk->arena, "%s.%d", sl_wire_func_name(walk, outer), func->literal_number);
    if (!outer->recv && outer->obj->name && strcmp(outer->obj->name, "main") == 0)
        return sl_arena_printf(walk->arena, "func%d", func->literal_number);
    return sl_arena_printf(walk->arena, "%s.func%d", outer->obj->name ? outer->obj->name : "", func->literal_number);
}

// The functions that the callee expression may be.
static SlHeld *callees(SlWalk *walk, SlExpr *fun) {
    while (fun && fun->kind == SL_EXPR_PAREN)
        fun = fun->x;
    if (fun && fun->kind == SL_EXPR_INDEX && fun->targ_count)
        fun = fun->x;
    return sl_wire_expr(walk, fun);
}

static void bind(SlWalk *walk, SlContext *context, SlExpr *call, SlHeld **args, SlHeld *receiver) {
    SlFuncNode *func = context->func;
    int first = func->recv ? 1 : 0;
    if (first && func->param_count && func->params[0] && receiver) {
        sl_wire_join(walk, sl_wire_held(walk, context, func->params[0]), receiver);
        sl_wire_join(walk, sl_wire_first(walk, context, func->params[0]), receiver);
    }
    for (int i = 0; args && i < call->count; i++) {
        int p = first + i;
        if (p >= func->param_count)
            p = func->param_count - 1; // the variadic one takes all that is left
        if (p >= first && func->params[p]) {
            const SlHeld *fitting = sl_wire_fit(walk, func->params[p]->type, args[i]);
            sl_wire_join(walk, sl_wire_held(walk, context, func->params[p]), fitting);
            sl_wire_join(walk, sl_wire_first(walk, context, func->params[p]), fitting);
        }
    }
    if (args && first + call->count < func->param_count) // no argument for the variadic one
        sl_wire_held(walk, context, func->params[func->param_count - 1])->nil = true;
}

static int start_process(SlWalk *walk, SlExpr *call, SlFuncNode *func, SlPos pos) {
    int maker = walk->now->process;
    int process = sl_wire_node(walk, SL_WIRE_PROCESS, pos, call->end, sl_wire_func_name(walk, func));
    SlWireMore *more = &walk->more.at[process];
    if (!more->func) {
        *more =
            (SlWireMore){.call = call, .stmt = walk->stmt, .func = func, .made_by = walk->now, .stage = more->stage};
        walk->nodes.at[process].function_pos = func->pos;
        walk->nodes.at[process].inside = maker;
    }
    SlHeld started = {0};
    sl_vec_push(&started.nodes, process);
    sl_wire_use(walk, &started, SL_WIRE_STARTS, false, pos);
    sl_vec_free(&started.nodes);
    return process;
}

static int start_stage(SlWalk *walk, SlExpr *call, SlFuncNode *func) {
    int stage = sl_wire_node(walk, SL_WIRE_STAGE, call->pos, call->end, sl_wire_func_name(walk, func));
    SlWireMore *more = &walk->more.at[stage];
    more->call = call;
    more->func = func;
    walk->nodes.at[stage].function_pos = func->pos;
    return stage;
}

void sl_wire_run(SlWalk *walk, SlExpr *call, SlFuncNode *func, SlContext *made_in, bool spawn, SlPos pos, SlHeld **args,
                 SlHeld *receiver, SlHeld *results) {
    int process = walk->now->process, stage = -1;
    const char *name = walk->name;
    if (spawn)
        process = start_process(walk, call, func, pos);
    else if (walk->fold && walk->now->stage < 0 && call->x && sl_wire_is_stage(walk, func))
        process = stage = start_stage(walk, call, func);
    SlContext *context = sl_wire_context(walk, func, call->pos, made_in, process);
    if (stage >= 0) {
        context->stage = stage;
        walk->more.at[stage].result = name;
        walk->more.at[stage].context = context;
    } else if (spawn && !walk->more.at[process].context) {
        walk->more.at[process].context = context;
    } else if (!spawn && walk->now == walk->root_context && call->x) {
        sl_vec_push(&walk->calls, (SlWireCall){call, func, context});
    }
    bind(walk, context, call, args, receiver);
    sl_wire_enter(walk, context);
    if (results)
        sl_wire_join(walk, results, context->results);
}

// Who is called is not known: a goroutine of it is a process that may do anything with what it is given.
static void run_unknown(SlWalk *walk, SlExpr *call, bool spawn, SlPos pos, SlHeld **args) {
    int process = walk->now->process;
    if (!walk->last)
        return;
    if (spawn) {
        char *text = sl_expr_format(call->x);
        const char *name = sl_arena_strndup(walk->arena, text, strlen(text) < 40 ? strlen(text) : 40);
        free(text);
        process = sl_wire_node(walk, SL_WIRE_PROCESS, pos, call->end, name);
        walk->more.at[process].call = call;
        walk->more.at[process].stmt = walk->stmt;
    }
    SlContext *before = walk->now, stranger = {.process = process, .stage = before->stage};
    walk->now = &stranger;
    for (int i = 0; i < call->count; i++)
        for (int n = 0; n < args[i]->nodes.count; n++)
            if (walk->nodes.at[args[i]->nodes.at[n]].kind == SL_WIRE_CHANNEL) {
                sl_wire_use(walk, args[i], SL_WIRE_SENDS, false, call->pos);
                sl_wire_use(walk, args[i], SL_WIRE_RECEIVES, false, call->pos);
            }
    walk->now = before;
}

void sl_wire_implementations(SlWalk *walk, const SlSelection *selection, SlHeld *result) {
    const SlProgram *program = walk->program;
    for (int p = 0; p < program->package_count; p++) {
        const SlPackage *package = program->packages[p];
        for (int i = 0; !package->library && i < package->func_count; i++) {
            SlFuncNode *func = package->funcs[i];
            if (!func->recv || !func->obj || !func->obj->name || strcmp(func->obj->name, selection->obj->name))
                continue;
            const SlType *type = func->sig && func->sig->recv ? func->sig->recv->type : NULL;
            bool fits =
                type && sl_is_interface(selection->recv)
                    ? !sl_has_type_params(type) && !sl_missing_method(program->types, type, selection->recv, true)
                    : type != NULL;
            if (fits || (type && sl_has_type_params(type)))
                sl_wire_join_func(walk, result, func, NULL);
        }
    }
}

void sl_wire_call(SlWalk *walk, SlExpr *call, bool spawn, SlPos pos, SlHeld *results) {
    if (call->kind != SL_EXPR_CALL)
        return;
    const char *name = walk->name;
    walk->name = NULL;
    SlExpr *fun = call->x;
    SlHeld **args = SL_NEW_N(walk->arena, SlHeld *, call->count + 1);
    SlHeld *receiver = NULL, *called = callees(walk, fun);
    while (fun && fun->kind == SL_EXPR_PAREN)
        fun = fun->x;
    bool method = fun && fun->kind == SL_EXPR_SELECTOR && fun->selection && fun->selection->kind == SL_SELECT_METHOD;
    if (method) {
        receiver = sl_wire_scratch(walk);
        sl_wire_join(walk, receiver, sl_wire_expr(walk, fun->x));
        sl_wire_join(walk, receiver, called); // with the embedded ones on the way
    } else {
        receiver = called; // of method values
    }
    for (int i = 0; i < call->count; i++)
        args[i] = sl_wire_expr(walk, call->list[i]);
    walk->name = name;
    for (int i = 0; i < called->nodes.count; i++) // a context's cancel function
        if (walk->nodes.at[called->nodes.at[i]].kind == SL_WIRE_CONTEXT && !method && !call->count)
            sl_wire_use(walk, called, SL_WIRE_CLOSES, false, pos);
    for (int i = 0; i < called->funcs.count; i++) {
        SlFuncNode *func = called->funcs.at[i];
        if (!func->obj || !func->obj->pkg || !func->obj->pkg->library)
            sl_wire_run(walk, call, func, called->made_in.at[i], spawn, pos, args, receiver, results);
        else
            sl_wire_library(walk, call, func, pos, spawn, args, receiver, results);
    }
    if (method && !called->funcs.count && fun->selection->obj)
        sl_wire_library_method(walk, call, fun->selection, pos, args, receiver, results);
    else if (!called->funcs.count && !called->nodes.count)
        run_unknown(walk, call, spawn, pos, args);
    walk->name = name;
}
