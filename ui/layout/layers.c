// SPDX-License-Identifier: MIT
// A plain layered arrangement for scenes that are too large for Graphviz to be quick: layers by distance along the flow
// (Sugiyama, Tagawa, Toda 1981, with breadth-first layers and two barycentre sweeps). Linear in nodes and edges but for
// sorting.
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ui/layout/impl.h"

enum { COLUMN_GAP = 116, ROW_GAP = 30, TALLEST = 40 };

typedef struct {
    int node;
    double weight;
} Ranked;

static int by_weight(const void *left, const void *right) {
    const Ranked *a = left, *b = right;
    return a->weight < b->weight ? -1 : a->weight > b->weight ? 1 : a->node - b->node;
}

// Breadth first along the edges, from nodes nothing flows into; what is only in cycles starts at its first node.
static int assign_layers(const SlScene *scene, int *layer) {
    int n = scene->node_count;
    int *first = malloc(((size_t)n + 1) * sizeof *first),
        *next = malloc(((size_t)scene->edge_count + 1) * sizeof *next);
    int *incoming = calloc((size_t)n + 1, sizeof *incoming), *queue = malloc(((size_t)n + 1) * sizeof *queue);
    memset(first, -1, ((size_t)n + 1) * sizeof *first);
    for (int i = 0; i < scene->edge_count; i++) {
        next[i] = first[scene->edges[i].from];
        first[scene->edges[i].from] = i;
        incoming[scene->edges[i].to]++;
    }
    int head = 0, tail = 0, layers = 0;
    for (int i = 0; i < n; i++) {
        layer[i] = -1;
        if (!incoming[i])
            layer[queue[tail++] = i] = 0;
    }
    for (int seed = 0;;) {
        while (head < tail) {
            int node = queue[head++];
            if (layer[node] + 1 > layers)
                layers = layer[node] + 1;
            for (int e = first[node]; e >= 0; e = next[e]) {
                int to = scene->edges[e].to;
                if (layer[to] < 0)
                    layer[queue[tail++] = to] = layer[node] + 1;
            }
        }
        while (seed < n && layer[seed] >= 0)
            seed++;
        if (seed == n)
            break;
        layer[queue[tail++] = seed] = 0;
    }
    free(first);
    free(next);
    free(incoming);
    free(queue);
    return layers;
}

void sl_layout_layers(SlLayout *layout, const SlScene *scene) {
    int n = scene->node_count;
    int *layer = malloc(((size_t)n + 1) * sizeof *layer);
    Ranked *order = malloc(((size_t)n + 1) * sizeof *order);
    double *at = calloc((size_t)n + 1, sizeof *at), *sum = calloc((size_t)n + 1, sizeof *sum);
    int *degree = calloc((size_t)n + 1, sizeof *degree);
    int layers = assign_layers(scene, layer);
    for (int i = 0; i < n; i++)
        at[i] = i;
    for (int sweep = 0; sweep < 2; sweep++) {
        memset(sum, 0, (size_t)n * sizeof *sum);
        memset(degree, 0, (size_t)n * sizeof *degree);
        for (int i = 0; i < scene->edge_count; i++) {
            const SlEdge *edge = &scene->edges[i];
            sum[edge->to] += at[edge->from];
            sum[edge->from] += at[edge->to];
            degree[edge->to]++;
            degree[edge->from]++;
        }
        for (int i = 0; i < n; i++)
            at[i] = degree[i] ? sum[i] / degree[i] : at[i];
    }
    double x = 0;
    for (int l = 0; l < layers; l++) {
        int count = 0;
        for (int i = 0; i < n; i++)
            if (layer[i] == l)
                order[count++] = (Ranked){i, at[i]};
        qsort(order, (size_t)count, sizeof *order, by_weight);
        double widest = SL_PROCESS_W;
        for (int i = 0; i < count; i++)
            widest = fmax(widest, sl_layout_size(&scene->nodes[order[i].node]).box_w);
        double column_w = widest + COLUMN_GAP;
        // A layer taller than the screen wraps into further columns.
        for (int i = 0; i < count; i++) {
            int column = i / TALLEST, row = i % TALLEST;
            int in_column = count - column * TALLEST < TALLEST ? count - column * TALLEST : TALLEST;
            if (!sl_layout_spot(layout, scene->nodes[order[i].node].key))
                sl_layout_set(layout, scene->nodes[order[i].node].key, x + widest / 2 + column * column_w,
                              (row - (in_column - 1) / 2.0) * (SL_PROCESS_H + ROW_GAP), false);
        }
        x += column_w * (1 + (count > 0 ? (count - 1) / TALLEST : 0));
    }
    free(layer);
    free(order);
    free(at);
    free(sum);
    free(degree);
}
