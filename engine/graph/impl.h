// SPDX-License-Identifier: MIT
// The walk over a program that finds its wiring, shared by the files of this folder.
//
// It follows calls from main with the channels and functions that every variable may hold: sets that only grow, over
// two rounds, so that what a later statement stores is known to an earlier loop. A function is walked once for each
// place that calls it (a context); fields of structs and elements of containers are one set for all objects.
#ifndef SL_GRAPH_IMPL_H
#define SL_GRAPH_IMPL_H

#include "base/map.h"
#include "base/vec.h"
#include "graph/wiring.h"
#include "lang/lang.h"

typedef struct SlContext {
    SlFuncNode *func;
    struct SlContext *caller;
    struct SlContext *made_in; // of a literal: where its captured variables live
    SlPos site;
    int process; // node that runs it
    int depth;
    bool repeated;          // it may run many times
    struct SlHeld *results; // union over all results
} SlContext;

// What a variable may hold.
typedef struct SlHeld {
    SL_VEC(int) nodes; // channels
    SL_VEC(SlFuncNode *) funcs;
    SL_VEC(SlContext *) made_in; // beside funcs
} SlHeld;

typedef struct {
    SlArena *arena;
    const SlProgram *program;
    SL_VEC(SlWireNode) nodes;
    SL_VEC(const SlType *) types; // of the channels among nodes
    SL_VEC(SlHeld *) contents;    // of the channels among nodes: what is sent on them; null: nothing yet
    SL_VEC(SlWireEdge) edges;
    SlMap by_pos[2]; // channels, processes: position to index + 1
    SlMap held;      // (context, variable) or field to SlHeld
    SlMap contexts;  // (func, site, caller) to SlContext
    SL_VEC(SlHeld *) all_held;
    SlContext *now;
    int loops;        // around the statement, within its function
    const char *name; // of the variable that the expression is for; null: none
    int steps;        // bounds the work
} SlWalk;

SlHeld *sl_wire_held(SlWalk *walk, SlContext *context, const SlObj *var);
void sl_wire_join(SlHeld *into, const SlHeld *from);
void sl_wire_join_func(SlHeld *into, SlFuncNode *func, SlContext *made_in);
int sl_wire_node(SlWalk *walk, SlWireKind kind, SlPos pos, SlPos end, const char *name);
void sl_wire_use(SlWalk *walk, const SlHeld *held, SlWireUse use, bool select, SlPos pos);
SlHeld *sl_wire_expr(SlWalk *walk, SlExpr *expr); // expr.c: what it may hold; never null
void sl_wire_call(SlWalk *walk, SlExpr *call, bool spawn, SlPos pos, SlHeld *results); // call.c
void sl_wire_stmt(SlWalk *walk, SlStmt *stmt);                                         // stmt.c
void sl_wire_enter(SlWalk *walk, SlContext *context);
SlContext *sl_wire_context(SlWalk *walk, SlFuncNode *func, SlPos site, SlContext *made_in, int process);
void sl_wire_assign(SlWalk *walk, SlExpr *target, const SlHeld *value);
SlHeld *sl_wire_received(SlWalk *walk, const SlHeld *from); // what comes out of these channels
void sl_wire_sent(SlWalk *walk, const SlHeld *to, const SlHeld *value);
const SlHeld *sl_wire_fit(SlWalk *walk, const SlType *type, const SlHeld *held); // what of it such a value may hold
SlHeld *sl_wire_scratch(SlWalk *walk);

#endif
