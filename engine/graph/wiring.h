// SPDX-License-Identifier: MIT
// Wiring: what the text of a program says about its processes and channels, before anything runs. Read from the
// checked tree; what the analysis cannot know is marked unknown, never guessed and never left out.
#ifndef SL_WIRING_H
#define SL_WIRING_H

#include "base/arena.h"
#include "base/diag.h"

typedef struct SlProgram SlProgram;

typedef enum {
    SL_WIRE_PROCESS, // main, or a go statement
    SL_WIRE_CHANNEL, // a make
    SL_WIRE_MUTEX,
    SL_WIRE_RWMUTEX,
    SL_WIRE_GROUP,
    SL_WIRE_TIMER, // timers and tickers
    SL_WIRE_CONTEXT,
    SL_WIRE_UNKNOWN, // a channel that comes from where the analysis does not follow, or is given by the function's
                     // caller
    SL_WIRE_STAGE,   // a call that starts goroutines and takes or gives channels; only in sl_wiring_open's
} SlWireKind;

typedef struct {
    uint8_t kind;       // SlWireKind
    const char *name;   // "worker", "main"; the variable or field of a channel
    const char *type;   // of a channel: "chan int"
    SlPos pos, end;     // the go statement, the make call, the declaration: equals go_pos, make_pos of what it makes
    SlPos function_pos; // PROCESS, STAGE: the function that runs; it can be opened
    bool many;          // inside a loop: any number of them
    int64_t count;      // many: how many the text says, "×3"; 0: known only at run time
    int64_t buffer;     // CHANNEL: constant capacity; -1: known only at run time
    bool outside;       // UNKNOWN: a parameter, result or receiver of the function opened
    bool placed;        // //sluice:at x y stands at it
    double x, y;
    const char *color; // of //sluice:color; null without
    const char *title; // of //sluice:title; null without
    int inside;        // PROCESS that makes it, or -1
} SlWireNode;

typedef enum {
    SL_WIRE_SENDS,
    SL_WIRE_RECEIVES,
    SL_WIRE_CLOSES, // of a CONTEXT: cancels
    SL_WIRE_LOCKS,
    SL_WIRE_WAITS,
    SL_WIRE_DONE,
    SL_WIRE_STARTS
} SlWireUse;

typedef struct {
    int process, object; // indexes of nodes; STARTS: object is the process started
    uint8_t use;         // SlWireUse
    bool select;         // only in selects
    SlPos pos;           // first place where it does
    int port;            // index of the process's port that it goes through, or -1
} SlWireEdge;

// Where a process or stage meets the rest. Order: as the parameters stand, then what it reaches otherwise.
typedef enum {
    SL_PORT_IN,  // receives from a channel
    SL_PORT_OUT, // sends on a channel or closes it
    SL_PORT_BOTH,
    SL_PORT_SHARED, // a wait group, lock, context or timer
    SL_PORT_VALUE,  // a parameter of any other type; text says what it is given
} SlPortKind;

typedef enum {
    SL_PORT_PARAM,    // an argument of the go statement or call: can be rewired
    SL_PORT_RESULT,   // of a stage: a channel that it gives
    SL_PORT_FIELD,    // a field of the receiver or of something given: "s.jobs"
    SL_PORT_CAPTURED, // a variable of the surrounding function
    SL_PORT_BUNDLE,   // a slice, map or variadic list of channels: "outs[…]"
} SlPortWay;

typedef struct {
    int node;         // whose it is
    uint8_t kind;     // SlPortKind
    uint8_t way;      // SlPortWay
    const char *name; // "in", "s.jobs", "outs[…]"
    const char *type; // what the channel carries, "int"; of VALUE its own type
    const char *text; // the argument as it stands in the text; "" where there is none
    int object;       // node that it is connected to; -1: nothing (nil)
    bool several;     // object is only the first of them
    SlPos pos, end;   // the argument in the text; 0: there is none
    SlPos call;       // of the statement or call that the argument belongs to; node may have several (main)
} SlWirePort;

typedef struct SlWiringTree SlWiringTree; // what edits need of the program's tree; good while the program lives

typedef struct {
    SlArena *arena;
    SlWireNode *nodes; // the function opened (main) first
    int node_count;
    SlWireEdge *edges;
    int edge_count;
    SlWirePort *ports; // by node; none in sl_wiring_new's
    int port_count;
    const char *function; // opened: "main", "server.run"; null: there is none
    const char *title;    // the drawing's own: //sluice:title above the package clause; null without
    SlWiringTree *tree;
} SlWiring;

// The whole program from main, nothing folded: what a run is laid over. Never null; of the parts that were checked.
SlWiring *sl_wiring_new(const SlProgram *program);
// The drawing of one function: what its body wires, calls that are stages as one node each, with ports. function is
// its position (SlWireNode.function_pos, SlWireFunction.pos), 0: main. Never null; empty when there is no such
// function.
SlWiring *sl_wiring_open(const SlProgram *program, SlPos function);
void sl_wiring_free(SlWiring *wiring);

// Functions that can be opened, in source order: those that make channels or start goroutines themselves come with
// starts set (what to offer where main starts nothing).
typedef struct {
    const char *name; // "main", "server.run", "gen.func1" for literals
    SlPos pos;
    bool starts, makes; // goroutines, channels
} SlWireFunction;
SlWireFunction *sl_wiring_functions(const SlProgram *program, SlArena *arena, int *count);

#endif
