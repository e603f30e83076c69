// SPDX-License-Identifier: MIT
// Calls and go statements: arguments flow into parameters, results back; go makes a process.
#include <string.h>

#include "graph/impl.h"

// As the running program calls it (sl_name_short): a literal is told by the function it stands in, but for main.
static const char *func_name(SlWalk *walk, const SlFuncNode *func) {
    if (func->obj && func->obj->name)
        return func->obj->name;
    const SlFuncNode *outer = func->outer;
    if (!outer)
        return sl_arena_printf(walk->arena, "init.func%d", func->literal_number);
    if (!outer->obj)
        return sl_arena_printf(walk->arena, "%s.%d", func_name(walk, outer), func->literal_number);
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
    if (first && func->param_count && func->params[0] && receiver)
        sl_wire_join(sl_wire_held(walk, context, func->params[0]), receiver);
    for (int i = 0; i < call->count; i++) {
        int p = first + i;
        if (p >= func->param_count)
            p = func->param_count - 1; // the variadic one takes all that is left
        if (p >= first && func->params[p])
            sl_wire_join(sl_wire_held(walk, context, func->params[p]), args[i]);
    }
}

static void run_callee(SlWalk *walk, SlExpr *call, SlFuncNode *func, SlContext *made_in, bool spawn, SlPos pos,
                       SlHeld **args, SlHeld *receiver, SlHeld *results) {
    int process = walk->now->process;
    if (spawn) {
        int maker = process;
        process = sl_wire_node(walk, SL_WIRE_PROCESS, pos, call->end, func_name(walk, func));
        walk->nodes.at[process].function_pos = func->pos;
        SlHeld started = {0};
        sl_vec_push(&started.nodes, process);
        sl_wire_use(walk, &started, SL_WIRE_STARTS, false, pos);
        sl_vec_free(&started.nodes);
        walk->nodes.at[process].inside = maker;
    }
    SlContext *context = sl_wire_context(walk, func, call->pos, made_in, process);
    bind(walk, context, call, args, receiver);
    sl_wire_enter(walk, context);
    if (results)
        sl_wire_join(results, context->results);
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
    if (fun && fun->kind == SL_EXPR_SELECTOR && fun->selection && fun->selection->kind == SL_SELECT_METHOD)
        receiver = sl_wire_expr(walk, fun->x);
    for (int i = 0; i < call->count; i++)
        args[i] = sl_wire_expr(walk, call->list[i]);
    for (int i = 0; i < called->funcs.count; i++) {
        SlFuncNode *func = called->funcs.at[i];
        bool library = func->obj && func->obj->pkg && func->obj->pkg->library;
        if (!library) {
            run_callee(walk, call, func, called->made_in.at[i], spawn, pos, args, receiver, results);
            continue;
        }
        // The library calls what it is given; its methods named Go do so in a goroutine of their own.
        bool starts = spawn || strcmp(func_name(walk, func), "Go") == 0;
        SlExpr none = {.kind = SL_EXPR_CALL, .pos = call->pos, .end = call->end};
        for (int a = 0; a < call->count; a++)
            for (int f = 0; f < args[a]->funcs.count; f++)
                if (!(args[a]->funcs.at[f]->obj && args[a]->funcs.at[f]->obj->pkg &&
                      args[a]->funcs.at[f]->obj->pkg->library))
                    run_callee(walk, &none, args[a]->funcs.at[f], args[a]->made_in.at[f], starts, pos, NULL, NULL,
                               NULL);
    }
    walk->name = name;
}
