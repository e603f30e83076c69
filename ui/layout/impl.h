// SPDX-License-Identifier: MIT
// The layout's insides, shared by the files of this folder.
#ifndef SL_LAYOUT_IMPL_H
#define SL_LAYOUT_IMPL_H

#include "base/map.h"
#include "base/vec.h"
#include "ui/layout/layout.h"

typedef struct {
    double x, y; // centre of the body
    bool user;
} SlSpot;

struct SlLayout {
    SlMap spots; // node key to index + 1 in `at`
    SL_VEC(SlSpot) at;
    SL_VEC(SlPlaced) nodes;
    SL_VEC(SlRoute) routes;
    SlGeometry geometry;
};

typedef struct {
    double w, h;         // body
    double above, below; // room for labels
    double box_w;        // with labels
} SlSize;

SlSize sl_layout_size(const SlNode *node);
SlSpot *sl_layout_spot(SlLayout *layout, uint64_t key); // null when it has none
void sl_layout_set(SlLayout *layout, uint64_t key, double x, double y, bool user);
// graphviz.c: gives spots to all nodes of the scene; false when Graphviz is of no help (then layers.c does).
bool sl_layout_graphviz(SlLayout *layout, const SlScene *scene);
void sl_layout_layers(SlLayout *layout, const SlScene *scene);
void sl_layout_route(SlLayout *layout, const SlScene *scene); // routes.c

#endif
