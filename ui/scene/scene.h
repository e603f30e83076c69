// SPDX-License-Identifier: MIT
// Scene: what is to be drawn, as plain data: the wiring of the text overlaid by a World. Nodes and edges with every
// word that appears in the picture, and no geometry. Knows no toolkit.
//
// While editing there is only wiring. While running, instances from the World stand for their site in the wiring: a
// site that has instances is not drawn itself. What the wiring did not know appears when it happens.
#ifndef SL_SCENE_H
#define SL_SCENE_H

#include "graph/wiring.h"
#include "trace/world.h"

typedef enum {
    SL_NODE_PROCESS,
    SL_NODE_CHANNEL,
    SL_NODE_LOCK,
    SL_NODE_GROUP,
    SL_NODE_COND,
    SL_NODE_TIMER,
    SL_NODE_UNKNOWN,
    SL_NODE_STAGE // a call that starts processes of its own
} SlNodeKind;

enum { SL_CELLS = 8 }; // a buffer with more room than this is drawn as a gauge

// Where a process meets a channel: those it receives from stand at its left side, under each other, those it sends on
// at its right.
typedef struct {
    int index; // in the wiring's ports
    const char *name, *type;
    bool sends;     // at the right
    bool connected; // to something
    int row;        // from 0 at its side
} SlPort;

typedef struct {
    uint64_t key;       // the same from scene to scene: positions, selection and motion hang on it
    uint64_t site;      // key of the wiring's node that owns the place; equals key for that node itself
    uint8_t kind;       // SlNodeKind
    uint64_t id;        // goroutine or object of the World; 0: only wiring
    uint32_t count;     // more than 1: a folded crowd
    bool many;          // wiring: any number of them
    bool one_of_many;   // instance of such a site
    const char *title;  // "worker", "jobs"
    const char *number; // "G18", "×3", ""
    const char *status; // process: "stuck sending 1", "running"; lock: "held by worker G18"; "" while editing
    const char *line;   // process: the source line it stands at, trimmed
    const char *type;   // channel: "chan int · 4 of 4"
    uint8_t state;      // SlState
    bool stuck, can_move, frozen, dimmed, selected, accused;
    bool ghost; // known from the text, not made yet in this run
    int offers; // process: ready cases of the select it stands at; the user says which
    int breaks; // breakpoints on it that are on, or (negative) only some that are off
    // channels
    const char **values; // next out first; of a gauge only the first and the last
    int value_count;
    uint64_t capacity, length;
    bool closed;
    uint64_t sent, received;
    double rate;                           // messages a second on all cores; 0: none or unknown
    uint32_t more_senders, more_receivers; // who wait beyond those drawn
    int64_t counter;                       // wait group, readers
    SlPos pos;                             // in the source: where it stands, or where it is made
    bool placed;                           // the text says where
    double x, y;
    int wire;            // index in the wiring; -1: known only from the World
    const SlPort *ports; // while editing: where a process meets channels
    int port_count;
    uint8_t hint;      // while editing: 0 none, 1 worth a look, 2 a fault of the design
    const char *color; // that the text gives it; null without
} SlNode;

typedef enum { SL_EDGE_MAY, SL_EDGE_USED, SL_EDGE_WAITS } SlEdgeWeight;
typedef enum {
    SL_FLOW_SEND,
    SL_FLOW_RECEIVE,
    SL_FLOW_LOCK,
    SL_FLOW_WAIT,
    SL_FLOW_DONE,
    SL_FLOW_HOLDS,
    SL_FLOW_START
} SlFlow;

// Edges point the way values flow: process to channel for sends, channel to process for receives.
typedef struct {
    uint64_t key;
    int from, to;   // indexes of nodes
    uint8_t weight; // SlEdgeWeight
    uint8_t flow;   // SlFlow
    bool select;    // one of several cases: dashed fan
    bool stuck, dimmed;
    const char *value;      // held out by a waiting sender
    int from_port, to_port; // indexes in the nodes' ports; -1: at the border
    int place;              // in the channel's queue, from 1; 0: does not wait
    uint32_t count;         // of a folded crowd: how many of it
    int offer;              // a ready case that the user may take: its place among them, from 1; 0: none
    uint64_t offer_to;      // whose select it is of: a goroutine's id
    int offer_case;         // and its number there
} SlEdge;

typedef struct {
    SlArena *arena;
    SlNode *nodes;
    int node_count;
    SlEdge *edges;
    int edge_count;
    int *node_table, *edge_table; // for sl_scene_find and sl_scene_flow
    uint32_t node_mask, edge_mask;
    uint64_t goroutines; // exact number
    bool running, ended, deadlock;
    const char *message; // "Deadlock: main and 3 workers wait for each other. ..."; null while all is well
} SlScene;

typedef struct {
    const char *text; // the program's source: positions start at 1; files follow each other, a byte apart
    size_t length;
    uint64_t selected;    // key of a node; 0: none. It never folds
    const uint64_t *also; // selected beside it
    int also_count;
    // A verdict that is looked at: goroutines and objects (ids, in their order) that are lit while the rest is dimmed.
    const uint64_t *lit_goroutines, *lit_objects;
    int lit_goroutine_count, lit_object_count; // 0 goroutines: no verdict is looked at
    int fold;                                  // alike goroutines beyond this number become one box; 0: 6
    const SlWorld *before;                     // an earlier World and how long ago, for rates; may be null
    double seconds;
} SlSceneOptions;

// Either may be null. Bounded by the World's budget.
SlScene *sl_scene_new(const SlWiring *wiring, const SlWorld *world, const SlSceneOptions *options);
void sl_scene_free(SlScene *scene);
int sl_scene_find(const SlScene *scene, uint64_t key); // index of a node, or -1
// Index of the edge along which a message travels between two nodes, or -1.
int sl_scene_flow(const SlScene *scene, int from, int to);
// Keys of what is told one by one.
static inline uint64_t sl_key_goroutine(uint64_t id) {
    return 1ull << 62 | id;
}
static inline uint64_t sl_key_object(uint64_t id) {
    return 1ull << 61 | id;
}
// The one-sentence verdict on a World: "Deadlock: main and 3 workers wait for each other. None of the 4 goroutines can
// ever continue." malloc's memory; null when there is none.
char *sl_scene_verdict(const SlWorld *world);
const char *sl_state_word(uint8_t state); // "running", "ready", "sending", ...

#endif
