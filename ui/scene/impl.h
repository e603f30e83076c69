// SPDX-License-Identifier: MIT
// The scene while it is being made, shared by the files of this folder.
#ifndef SL_SCENE_IMPL_H
#define SL_SCENE_IMPL_H

#include "base/map.h"
#include "base/vec.h"
#include "ui/scene/scene.h"

typedef struct {
    SlScene *scene;
    const SlWiring *wiring;
    const SlWorld *world;
    const SlSceneOptions *options;
    SL_VEC(SlNode) nodes;
    SL_VEC(SlEdge) edges;
    SlMap by_key;        // node key to index + 1
    SlMap by_edge;       // edge key to index + 1
    SlMap sites[2];      // wiring nodes by position: channels and the rest, processes; index + 1
    int *goroutine_node; // of each World goroutine, -1 when folded away
    int *object_node;
    int *site_node;  // of each wiring node: its ghost, or -1
    int *site_first; // of each wiring node: its only instance, -1 none, -2 several
    bool *shared;    // of each edge of the wiring: its statement has others
    uint8_t *used;   // of each node: flows (bits) of the edges that the World gave it
} SlSceneMaker;

// Keys: what a node is for, in the top bits.
static inline uint64_t sl_key_site(int kind, SlPos pos) {
    return 1ull << 63 | (uint64_t)kind << 32 | pos;
}
static inline uint64_t sl_key_crowd(uint64_t site, uint8_t state) {
    return 1ull << 60 | (site & 0xffffffffffffu) << 8 | state;
}

int sl_scene_add_node(SlSceneMaker *make, const SlNode *node);
void sl_scene_add_ports(SlSceneMaker *make, SlNode *node, int site); // ports.c
void sl_scene_add_edges(SlSceneMaker *make);                         // edges.c: all of them, once the nodes are there
uint64_t sl_scene_edge_key(const SlSceneMaker *make, int from, int to, uint8_t flow);
void sl_scene_elide(SlSceneMaker *make);                  // chains.c: the middles of long chains, last of all
const char *sl_scene_line(SlSceneMaker *make, SlPos pos); // the source line at pos, trimmed
int sl_scene_site(const SlSceneMaker *make, int process, SlPos pos); // wiring node made at pos, or -1

#endif
