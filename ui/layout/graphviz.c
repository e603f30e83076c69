// SPDX-License-Identifier: MIT
// The first arrangement, by Graphviz's dot (Gansner, Koutsofios, North, Vo 1993): values flow from left to right. A
// process that the text starts in a loop gets room for three.
#include <graphviz/gvc.h>
#include <stdio.h>

#include "ui/layout/impl.h"

static const double POINTS = 72;

static void set(void *object, const char *name, const char *value) {
    agsafeset(object, (char *)name, (char *)value, "");
}

static void set_number(void *object, const char *name, double value) {
    char text[32];
    snprintf(text, sizeof text, "%.3f", value); // in the C locale: the window never sets LC_NUMERIC for the process
    for (char *at = text; *at; at++)
        if (*at == ',')
            *at = '.';
    set(object, name, text);
}

bool sl_layout_graphviz(SlLayout *layout, const SlScene *scene) {
    GVC_t *context = gvContext();
    if (!context)
        return false;
    Agraph_t *graph = agopen("scene", Agdirected, NULL);
    set(graph, "rankdir", "LR");
    set(graph, "nodesep", "0.5");
    set(graph, "ranksep", "1.05");
    Agnode_t **nodes = SL_NEW_N(scene->arena, Agnode_t *, scene->node_count + 1);
    for (int i = 0; i < scene->node_count; i++) {
        SlSize size = sl_layout_size(&scene->nodes[i]);
        char name[16];
        snprintf(name, sizeof name, "n%d", i);
        nodes[i] = agnode(graph, name, 1);
        set(nodes[i], "shape", "box");
        set(nodes[i], "fixedsize", "true");
        set(nodes[i], "label", "");
        double rows = scene->nodes[i].many ? 3.2 : 1;
        set_number(nodes[i], "width", size.box_w / POINTS);
        set_number(nodes[i], "height", (size.h + size.above + size.below) * rows / POINTS);
    }
    bool main_sends = false;
    for (int i = 0; i < scene->edge_count; i++)
        main_sends |= scene->edges[i].from == 0 && scene->edges[i].flow == SL_FLOW_SEND;
    for (int i = 0; i < scene->edge_count; i++) {
        const SlEdge *edge = &scene->edges[i];
        Agedge_t *made = agedge(graph, nodes[edge->from], nodes[edge->to], NULL, 1);
        set(made, "weight", edge->flow == SL_FLOW_START ? "0" : "2");
        // The first node is main: where it sends, it is the source, and what it gets back runs round the outside.
        if (edge->flow == SL_FLOW_START || (main_sends && edge->to == 0))
            set(made, "constraint", "false");
    }
    bool good = gvLayout(context, graph, "dot") == 0;
    if (good) {
        double height = GD_bb(graph).UR.y;
        for (int i = 0; i < scene->node_count; i++)
            if (!sl_layout_spot(layout, scene->nodes[i].key))
                sl_layout_set(layout, scene->nodes[i].key, ND_coord(nodes[i]).x, height - ND_coord(nodes[i]).y, false);
        gvFreeLayout(context, graph);
    }
    agclose(graph);
    gvFreeContext(context);
    return good;
}
