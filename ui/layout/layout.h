// SPDX-License-Identifier: MIT
// Layout: where a scene's nodes stand and how its edges run. Positions outlive scenes: who has a place keeps it,
// newcomers find a free one beside their site or their partners and move nobody; the first arrangement is
// Graphviz's. Units are points at zoom 1; y grows downwards. Knows no toolkit; one thread.
#ifndef SL_LAYOUT_H
#define SL_LAYOUT_H

#include "ui/scene/scene.h"

typedef struct {
    double x, y, w, h; // left, top
} SlRect;

typedef struct {
    uint64_t key;
    SlRect box;  // all of the node, with its labels
    SlRect body; // rounded box, pill or shape itself
} SlPlaced;

typedef struct {
    uint64_t key;
    double x[4], y[4];       // cubic Bézier from the first node's border to the second's
    double label_x, label_y; // for the value held out
} SlRoute;

typedef struct {
    SlPlaced *nodes; // as scene->nodes
    int node_count;
    SlRoute *routes; // as scene->edges
    int route_count;
    SlRect bounds; // of everything
} SlGeometry;

typedef struct SlLayout SlLayout;
SlLayout *sl_layout_new(void);
void sl_layout_free(SlLayout *layout);
// Places everything in the scene. The geometry belongs to the layout and is good until the next call.
const SlGeometry *sl_layout_apply(SlLayout *layout, const SlScene *scene);
void sl_layout_move(SlLayout *layout, uint64_t key, double x, double y); // the user puts a node's body there; it stays
// The text between positions from and to was replaced by one that is longer by that much: places of the text's nodes
// go with their text.
void sl_layout_shift(SlLayout *layout, SlPos from, SlPos to, int64_t by);
void sl_layout_forget(SlLayout *layout); // the next scene is arranged anew, but for what the text places

// Where a port of a node is, at the border of its body.
void sl_layout_port(SlRect body, const SlNode *node, int port, double *x, double *y);

// Sizes that paint shares.
enum {
    SL_PROCESS_W = 184,
    SL_PROCESS_H = 88,
    SL_PORT_TOP = SL_PROCESS_H / 2, // of the first port's middle: a wire to the next process runs straight
    SL_PORT_ROW = 20,
    SL_PILL_H = 40,
    SL_CELL = 34,
    SL_CELL_GAP = 5,
    SL_PILL_PAD = 13,
    SL_GATE_W = 60,
    SL_GAUGE_W = 220,
    SL_LABEL_H = 24,
};

#endif
