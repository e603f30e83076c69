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
    SL_WIRE_TIMER,
    SL_WIRE_CONTEXT,
    SL_WIRE_UNKNOWN, // a channel that comes from where the analysis does not follow
} SlWireKind;

typedef struct {
    uint8_t kind;       // SlWireKind
    const char *name;   // "worker", "main"; the variable or field of a channel
    const char *type;   // of a channel: "chan int"
    SlPos pos, end;     // the go statement, the make call, the declaration: equals go_pos, make_pos of what it makes
    SlPos function_pos; // PROCESS: the function that runs
    bool many;          // inside a loop: any number of them
    int64_t buffer;     // CHANNEL: constant capacity; -1: known only at run time
    bool placed;        // //sluice:at x y stands at it
    double x, y;
    int inside; // PROCESS that makes it, or -1
} SlWireNode;

typedef enum {
    SL_WIRE_SENDS,
    SL_WIRE_RECEIVES,
    SL_WIRE_CLOSES,
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
} SlWireEdge;

typedef struct {
    SlArena *arena;
    SlWireNode *nodes; // main first
    int node_count;
    SlWireEdge *edges;
    int edge_count;
} SlWiring;

SlWiring *sl_wiring_new(const SlProgram *program); // never null; of the parts that were checked
void sl_wiring_free(SlWiring *wiring);

#endif
