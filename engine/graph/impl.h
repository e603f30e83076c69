// SPDX-License-Identifier: MIT
// The walk over a program that finds its wiring, shared by the files of this folder.
//
// It follows calls from main with the channels and functions that every variable may hold: sets that only grow, over
// rounds until nothing grows, so that what a later statement stores is known to an earlier loop. A function is walked
// once for each place that calls it (a context); fields of structs and elements of containers are one set for all
// objects. A set that stays empty where a channel is used, and is not known to be nil, is an unknown channel.
//
// In a drawing (fold) what a stage makes is a part of it: each stage has nodes of its own for the same statements. They
// are taken out at the end (fold.c), but for channels that somebody outside uses.
#ifndef SL_GRAPH_IMPL_H
#define SL_GRAPH_IMPL_H

#include "base/map.h"
#include "base/vec.h"
#include "graph/directive.h"
#include "graph/wiring.h"
#include "lang/lang.h"

typedef struct SlContext {
    SlFuncNode *func;
    struct SlContext *caller;
    struct SlContext *made_in; // of a literal: where its captured variables live
    SlPos site;
    int process; // node that runs it
    int stage;   // node of the stage that it belongs to, or -1
    int depth;
    bool repeated;          // it may run many times
    int64_t times;          // how many, as far as the text says; 0: unknown
    struct SlHeld *results; // union over all results
} SlContext;

// What a variable may hold.
typedef struct SlHeld {
    SL_VEC(int) nodes; // channels
    SL_VEC(SlFuncNode *) funcs;
    SL_VEC(SlContext *) made_in; // beside funcs
    bool nil;                    // or nothing
} SlHeld;

// What the files of this folder know of a node beyond SlWireNode.
typedef struct {
    const SlType *type; // of a channel
    SlExpr *call;       // PROCESS, STAGE: the call of its statement
    SlStmt *stmt;       // PROCESS: the go statement
    SlFuncNode *func;   // PROCESS, STAGE: what runs; with several the first
    SlContext *context; // of func
    SlContext *made_by; // the context that reached its statement
    const char *result; // STAGE: the variable that its result is for
    int stage;          // that it belongs to, or -1
    bool library;       // PROCESS: code of the library, which may do anything with the channels that it was given
} SlWireMore;

// A call in the body of the function opened that takes channels and runs in its own goroutine.
typedef struct {
    SlExpr *call;
    SlFuncNode *func;
    SlContext *context;
} SlWireCall;

typedef struct {
    const SlObj *var;
    SlPos pos; // 0: at any time
} SlWireAssign;

typedef struct {
    SlPos from, to;
} SlWireLoop;

struct SlWiringTree {
    const SlProgram *program;
    SlFuncNode *root;
    SlTree *file; // of root
    SlWireMore *more;
    SlExpr **args;  // of each port: its argument, or null
    SlExpr **calls; // of each port: the call that it is an argument of, or null
    int port_count;
    const SlType **carries; // of each port: its channel's type as the parameter has it (instantiated), or null
};

typedef struct {
    SlArena *arena;
    const SlProgram *program;
    SlFuncNode *root; // the function opened
    SlContext *root_context;
    bool fold;
    SL_VEC(SlWireNode) nodes;
    SL_VEC(SlWireMore) more;   // beside nodes
    SL_VEC(SlHeld *) contents; // of the channels among nodes: what is sent on them; null: nothing yet
    SL_VEC(SlWireEdge) edges;
    SL_VEC(SlWirePort) ports;
    SL_VEC(SlExpr *) args;          // beside ports
    SL_VEC(SlExpr *) arg_calls;     // beside ports: the call that it is an argument of
    SL_VEC(const SlType *) carries; // beside ports
    SL_VEC(SlWireCall) calls;       // of the root's own
    SlMap by_pos;                   // (position, stage, sort) to index + 1
    SlMap by_use;                   // (process, object, use) to index + 1 in edges
    SlMap held;                     // (context, variable) or field to SlHeld
    SlMap contexts;                 // (func, site, caller) to SlContext
    SlMap starting;                 // SlFuncNode: whether it starts goroutines: 1 no, 2 yes
    SL_VEC(SlHeld *) all_held;
    SL_VEC(SlWireAssign) assigns; // of local variables, but for their declarations
    SL_VEC(SlWireLoop) loop_list;
    SlMap assigned; // SlObj that is among assigns
    SlContext *now;
    SlStmt *stmt;     // the go statement that is looked at
    int loops;        // around the statement, within its function
    int64_t times;    // how often they run as far as the text says; 0: unknown
    const char *name; // of the variable that the expression is for; null: none
    int steps;        // bounds the work
    bool grew;        // a set has become larger in this round
    bool last;        // of the rounds: what is empty now stays so
    bool cut;         // the bounds were reached
} SlWalk;

SlHeld *sl_wire_held(SlWalk *walk, SlContext *context, const SlObj *var);
void sl_wire_join(SlWalk *walk, SlHeld *into, const SlHeld *from);
void sl_wire_join_node(SlWalk *walk, SlHeld *into, int node);
void sl_wire_join_func(SlWalk *walk, SlHeld *into, SlFuncNode *func, SlContext *made_in);
int sl_wire_node(SlWalk *walk, SlWireKind kind, SlPos pos, SlPos end, const char *name);
// A channel is used: expr gives it and held is what it may be. An unknown one gets a node.
void sl_wire_use_chan(SlWalk *walk, SlExpr *expr, SlHeld *held, SlWireUse use, bool select, SlPos pos);
void sl_wire_use(SlWalk *walk, const SlHeld *held, SlWireUse use, bool select, SlPos pos);
SlHeld *sl_wire_expr(SlWalk *walk, SlExpr *expr); // expr.c: what it may hold; never null
void sl_wire_call(SlWalk *walk, SlExpr *call, bool spawn, SlPos pos, SlHeld *results); // call.c
void sl_wire_stmt(SlWalk *walk, SlStmt *stmt);                                         // stmt.c
void sl_wire_enter(SlWalk *walk, SlContext *context);
SlContext *sl_wire_context(SlWalk *walk, SlFuncNode *func, SlPos site, SlContext *made_in, int process);
SlHeld *sl_wire_first(SlWalk *walk, SlContext *context, const SlObj *var); // what it is declared with
void sl_wire_find_order(SlWalk *walk);                                     // order.c
// Whether no assignment can have happened where the variable is read; false for one that is never assigned.
bool sl_wire_is_first(const SlWalk *walk, const SlObj *var, SlPos read);
void sl_wire_assign(SlWalk *walk, SlExpr *target, const SlHeld *value);
SlHeld *sl_wire_received(SlWalk *walk, const SlHeld *from); // what comes out of these channels
void sl_wire_sent(SlWalk *walk, const SlHeld *to, const SlHeld *value);
const SlHeld *sl_wire_fit(SlWalk *walk, const SlType *type, const SlHeld *held); // what of it such a value may hold
SlHeld *sl_wire_scratch(SlWalk *walk);
const char *sl_wire_func_name(SlWalk *walk, const SlFuncNode *func); // as the running program calls it, short
// library.c: what calls of the library and its types mean for the wiring.
int sl_wire_sync_node(SlWalk *walk, const SlType *type, SlPos pos, const char *name); // of a lock or group, or -1
int sl_wire_sync_kind(const SlType *type); // SlWireKind of sync's types and pointers to them, or -1
void sl_wire_library(SlWalk *walk, SlExpr *call, SlFuncNode *func, SlPos pos, bool spawn, SlHeld **args,
                     SlHeld *receiver, SlHeld *results);
void sl_wire_library_method(SlWalk *walk, SlExpr *call, const SlSelection *selection, SlPos pos, SlHeld **args,
                            SlHeld *receiver, SlHeld *results); // through an interface
void sl_wire_implementations(SlWalk *walk, const SlSelection *selection,
                             SlHeld *result); // call.c: of an interface's method
void sl_wire_run(SlWalk *walk, SlExpr *call, SlFuncNode *func, SlContext *made_in, bool spawn, SlPos pos, SlHeld **args,
                 SlHeld *receiver, SlHeld *results); // call.c
bool sl_wire_starts(SlWalk *walk, SlFuncNode *func); // stage.c: whether a call of it starts goroutines
bool sl_wire_is_stage(SlWalk *walk, SlFuncNode *func);
void sl_wire_look(const SlFuncNode *func, SlWireFunction *function); // what its own body starts and makes
void sl_wire_fold(SlWalk *walk);                 // fold.c: takes out what is inside stages or not shared
void sl_wire_ports(SlWalk *walk);                // ports.c
SlExpr *sl_wire_wrapped(const SlFuncNode *func); // the call that a literal is there for, or null
SlFuncNode *sl_wire_called(const SlExpr *call);  // a function of the program called by its name, or null
void sl_wire_notes(SlWalk *walk);                // notes.c: places, colours, titles
// How directives call a node where several stand in one line: by its name, of several alike with a number: "square#2".
const char *sl_wire_subject(SlArena *arena, const SlTree *tree, const SlWireNode *nodes, int count, int index);
const SlTree *sl_wire_file(const SlProgram *program, SlPos pos); // of the program's own files; null: of a library
bool sl_wire_is_chan(const SlType *type);
const SlType *sl_wire_carried(const SlType *type); // of a channel type what it carries, else null

#endif
