// SPDX-License-Identifier: MIT
// Edges: cubic curves. Values enter a channel at its left end and leave it at its right one, so that the cell nearest
// the readers is the next out; at a process they take the side that faces the channel.
#include <math.h>
#include <stdlib.h>

#include "ui/layout/impl.h"

typedef struct {
    double x, y, dx, dy; // a point on a border and the way out of it
} Port;

static double centre_x(SlRect r) {
    return r.x + r.w / 2;
}

static double centre_y(SlRect r) {
    return r.y + r.h / 2;
}

static Port port_towards(SlRect body, double x, double y, double share) {
    double left = body.x, right = body.x + body.w, top = body.y, bottom = body.y + body.h;
    double along = body.y + body.h * share;
    if (x > right + 8)
        return (Port){right, along, 1, 0};
    if (x < left - 8)
        return (Port){left, along, -1, 0};
    if (y > centre_y(body))
        return (Port){left + body.w * share, bottom, 0, 1};
    return (Port){left + body.w * share, top, 0, -1};
}

// Several edges at one side of a process spread along it.
static double share_of(int index, int count) {
    return count <= 1 ? 0.5 : 0.2 + 0.6 * index / (count - 1);
}

static bool is_shape(const SlNode *node) { // has fixed ends
    return node->kind == SL_NODE_CHANNEL;
}

typedef struct {
    int edge;
    double y;
} Slot;

static int by_y(const void *left, const void *right) {
    const Slot *a = left, *b = right;
    return a->y < b->y ? -1 : a->y > b->y ? 1 : a->edge - b->edge;
}

// For each edge, its share of the process's side: ordered by where the other end lies, so that edges cross less.
static void spread(const SlLayout *layout, const SlScene *scene, double *share_from, double *share_to) {
    int n = scene->node_count, m = scene->edge_count;
    int *first = malloc(((size_t)n + 1) * sizeof *first), *next = malloc((2 * (size_t)m + 1) * sizeof *next);
    Slot *slots = malloc((2 * (size_t)m + 1) * sizeof *slots);
    for (int i = 0; i < n; i++)
        first[i] = -1;
    for (int i = 0; i < m; i++) {
        share_from[i] = share_to[i] = 0.5;
        next[2 * i] = first[scene->edges[i].from];
        first[scene->edges[i].from] = 2 * i;
        next[2 * i + 1] = first[scene->edges[i].to];
        first[scene->edges[i].to] = 2 * i + 1;
    }
    for (int node = 0; node < n; node++) {
        if (is_shape(&scene->nodes[node]))
            continue;
        for (int side = 0; side < 2; side++) { // those to the right, then those to the left
            int count = 0;
            double middle = centre_x(layout->nodes.at[node].body);
            for (int end = first[node]; end >= 0; end = next[end]) {
                const SlEdge *edge = &scene->edges[end / 2];
                SlRect other = layout->nodes.at[end & 1 ? edge->from : edge->to].body;
                if ((centre_x(other) >= middle) == (side == 0))
                    slots[count++] = (Slot){end, centre_y(other)};
            }
            qsort(slots, (size_t)count, sizeof *slots, by_y);
            for (int i = 0; i < count; i++)
                *(slots[i].edge & 1 ? &share_to[slots[i].edge / 2] : &share_from[slots[i].edge / 2]) = share_of(i, count);
        }
    }
    free(first);
    free(next);
    free(slots);
}

static Port end_port(const SlNode *node, SlRect body, bool is_from, SlRect other, double share) {
    if (is_shape(node))
        return is_from ? (Port){body.x + body.w, centre_y(body), 1, 0} : (Port){body.x, centre_y(body), -1, 0};
    return port_towards(body, centre_x(other), centre_y(other), share);
}

// The lower edge of what stands between two places; of few nodes only, else it would be slow for nothing.
static double lowest(const SlLayout *layout, double left, double right) {
    double bottom = -1e9;
    for (int i = 0; i < layout->nodes.count && layout->nodes.count <= 200; i++) {
        SlRect box = layout->nodes.at[i].box;
        if (box.x < right && box.x + box.w > left)
            bottom = fmax(bottom, box.y + box.h);
    }
    return bottom;
}

void sl_layout_route(SlLayout *layout, const SlScene *scene) {
    int m = scene->edge_count;
    double *from_share = malloc(((size_t)m + 1) * sizeof *from_share), *to_share = malloc(((size_t)m + 1) * sizeof *to_share);
    spread(layout, scene, from_share, to_share);
    layout->routes.count = 0;
    for (int i = 0; i < m; i++) {
        const SlEdge *edge = &scene->edges[i];
        SlRect a = layout->nodes.at[edge->from].body, b = layout->nodes.at[edge->to].body;
        Port p = end_port(&scene->nodes[edge->from], a, true, b, from_share[i]);
        Port q = end_port(&scene->nodes[edge->to], b, false, a, to_share[i]);
        double lift = 0;
        if (p.dx * (q.x - p.x) < -20 || -q.dx * (q.x - p.x) < -20) { // it has to turn round: below everything
            if (!is_shape(&scene->nodes[edge->from]))
                p = (Port){centre_x(a), a.y + a.h, 0, 1};
            if (!is_shape(&scene->nodes[edge->to]))
                q = (Port){centre_x(b), b.y + b.h, 0, 1};
            double bottom = lowest(layout, fmin(a.x, b.x), fmax(a.x + a.w, b.x + b.w));
            lift = fmax(60, (bottom + 26 - (p.y + q.y) / 2) / 0.75);
        }
        double distance = hypot(q.x - p.x, q.y - p.y);
        double pull = lift ? 70 : fmin(fmax(distance * 0.42, 34), 150);
        SlRoute route = {
            .key = edge->key,
            .x = {p.x, p.x + p.dx * pull, q.x + q.dx * pull, q.x},
            .y = {p.y, p.y + (lift ? lift : p.dy * pull), q.y + (lift ? lift : q.dy * pull), q.y},
        };
        double t = edge->flow == SL_FLOW_SEND ? 0.36 : 0.5, u = 1 - t;
        route.label_x = u * u * u * route.x[0] + 3 * u * u * t * route.x[1] + 3 * u * t * t * route.x[2] + t * t * t * route.x[3];
        route.label_y = u * u * u * route.y[0] + 3 * u * u * t * route.y[1] + 3 * u * t * t * route.y[2] + t * t * t * route.y[3];
        sl_vec_push(&layout->routes, route);
    }
    free(from_share);
    free(to_share);
}
