// SPDX-License-Identifier: MIT
// Edges: cubic curves. Values enter a channel at its left end and leave it at its right one, so that the cell nearest
// the readers is the next out; at a process they take the side that faces the channel.
#include <math.h>
#include <stdlib.h>

#include "ui/layout/impl.h"

enum { ROUTED_NODES = 120 }; // among more, edges run straight: nobody could follow them anyway

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
                *(slots[i].edge & 1 ? &share_to[slots[i].edge / 2] : &share_from[slots[i].edge / 2]) =
                    share_of(i, count);
        }
    }
    free(first);
    free(next);
    free(slots);
}

static bool has_port(const SlNode *node, int port) {
    return port >= 0 && port < node->port_count;
}

static Port end_port(const SlNode *node, SlRect body, bool is_from, SlRect other, double share, int port) {
    if (has_port(node, port)) {
        Port at = {.dx = node->ports[port].sends ? 1 : -1};
        sl_layout_port(body, node, port, &at.x, &at.y);
        return at;
    }
    if (is_shape(node))
        return is_from ? (Port){body.x + body.w, centre_y(body), 1, 0} : (Port){body.x, centre_y(body), -1, 0};
    if (node->kind != SL_NODE_PROCESS && node->kind != SL_NODE_STAGE) { // at its sides: words stand above and below it
        bool right = centre_x(other) >= centre_x(body);
        return (Port){right ? body.x + body.w : body.x, body.y + body.h * share, right ? 1 : -1, 0};
    }
    if (node->port_count) // beside the ports: above the first, or below the last
        share = centre_y(other) < centre_y(body) - 4 ? 0.08 + 0.12 * share : 0.8 + 0.14 * share;
    return port_towards(body, centre_x(other), centre_y(other), share);
}

static SlRoute curve(Port p, Port q, double pull, double bend) {
    return (SlRoute){
        .x = {p.x, p.x + p.dx * pull, q.x + q.dx * pull, q.x},
        .y = {p.y, p.y + p.dy * pull + bend, q.y + q.dy * pull + bend, q.y},
    };
}

static void point_at(const SlRoute *route, double t, double *x, double *y) {
    double u = 1 - t, a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
    *x = a * route->x[0] + b * route->x[1] + c * route->x[2] + d * route->x[3];
    *y = a * route->y[0] + b * route->y[1] + c * route->y[2] + d * route->y[3];
}

// How much of a curve runs over nodes, in samples. The labels of its own two ends it may cross, but not follow.
static double cost_of(const SlLayout *layout, const SlRoute *route, int from, int to) {
    enum { SAMPLES = 24, ROOM = 5 };
    double cost = 0, x[SAMPLES], y[SAMPLES], left = 1e18, right = -1e18, top = 1e18, bottom = -1e18;
    for (int s = 0; s < SAMPLES; s++) {
        point_at(route, (s + 0.5) / SAMPLES, &x[s], &y[s]);
        left = fmin(left, x[s]);
        right = fmax(right, x[s]);
        top = fmin(top, y[s]);
        bottom = fmax(bottom, y[s]);
    }
    for (int i = 0; i < layout->nodes.count; i++) {
        bool own = i == from || i == to;
        SlRect b = layout->nodes.at[i].box, body = layout->nodes.at[i].body;
        double room = own ? 0 : ROOM;
        if (b.x - room > right || b.x + b.w + room < left || b.y - room > bottom || b.y + b.h + room < top)
            continue;
        for (int s = 0; s < SAMPLES; s++) {
            bool in_box = x[s] > b.x - room && x[s] < b.x + b.w + room && y[s] > b.y - room && y[s] < b.y + b.h + room;
            bool in_body = x[s] > body.x && x[s] < body.x + body.w && y[s] > body.y && y[s] < body.y + body.h;
            cost += in_body ? 2 : in_box ? (own ? 0.4 : 1) : 0;
        }
    }
    return cost;
}

// The way round what stands between: the straightest of a few bends that runs over least.
static SlRoute best_curve(const SlLayout *layout, Port p, Port q, double pull, int from, int to) {
    static const double bends[] = {0, 70, -70, 130, -130, 200, -200, 290, -290, 400, -400};
    SlRoute best = curve(p, q, pull, 0);
    double least = 1e18, short_one = fmin(fmax(320 / fmax(hypot(q.x - p.x, q.y - p.y), 1), 1), 5); // would bend sharply
    for (size_t i = 0; i < sizeof bends / sizeof *bends; i++) {
        double penalty = fabs(bends[i]) / 70 * short_one;
        if (penalty >= least)
            break;
        SlRoute route = curve(p, q, bends[i] == 0 ? pull : fmax(pull, fmin(90, fabs(bends[i]) / 2 + 30)), bends[i]);
        double cost = cost_of(layout, &route, from, to) + penalty;
        if (cost < least) {
            least = cost;
            best = route;
        }
    }
    return best;
}

// It has to turn round: out at the ends, then below or above everything between.
static SlRoute round_curve(const SlLayout *layout, const SlScene *scene, const SlEdge *edge, Port p, Port q) {
    static const double lifts[] = {60, 100, 150, 210, 290, 390, 520, 700};
    SlRect a = layout->nodes.at[edge->from].body, b = layout->nodes.at[edge->to].body;
    SlRoute best = {0};
    double least = 1e18;
    for (int side = 1; side >= -1; side -= 2)
        for (size_t i = 0; i < sizeof lifts / sizeof *lifts; i++) {
            double penalty = lifts[i] / 60 + (side < 0 ? 1.2 : 0);
            if (penalty >= least)
                break;
            Port from = p, to = q;
            if (!is_shape(&scene->nodes[edge->from]) && !has_port(&scene->nodes[edge->from], edge->from_port))
                from = (Port){centre_x(a), side > 0 ? a.y + a.h : a.y, 0, side};
            if (!is_shape(&scene->nodes[edge->to]) && !has_port(&scene->nodes[edge->to], edge->to_port))
                to = (Port){centre_x(b), side > 0 ? b.y + b.h : b.y, 0, side};
            SlRoute route = {
                .x = {from.x, from.x + from.dx * 110, to.x + to.dx * 110, to.x},
                .y = {from.y, from.y + side * lifts[i], to.y + side * lifts[i], to.y},
            };
            double cost =
                layout->nodes.count <= ROUTED_NODES ? cost_of(layout, &route, edge->from, edge->to) + penalty : penalty;
            if (cost < least) {
                least = cost;
                best = route;
            }
        }
    return best;
}

static void extend(SlRect *bounds, const SlRoute *route) {
    for (int i = 1; i < 8; i++) {
        double x, y;
        point_at(route, i / 8.0, &x, &y);
        double right = fmax(bounds->x + bounds->w, x), bottom = fmax(bounds->y + bounds->h, y);
        bounds->x = fmin(bounds->x, x);
        bounds->y = fmin(bounds->y, y);
        bounds->w = right - bounds->x;
        bounds->h = bottom - bounds->y;
    }
}

void sl_layout_route(SlLayout *layout, const SlScene *scene) {
    int m = scene->edge_count;
    double *from_share = malloc(((size_t)m + 1) * sizeof *from_share),
           *to_share = malloc(((size_t)m + 1) * sizeof *to_share);
    spread(layout, scene, from_share, to_share);
    bool careful = scene->node_count <= ROUTED_NODES && m <= 3 * ROUTED_NODES;
    layout->routes.count = 0;
    for (int i = 0; i < m; i++) {
        const SlEdge *edge = &scene->edges[i];
        SlRect a = layout->nodes.at[edge->from].body, b = layout->nodes.at[edge->to].body;
        Port p = end_port(&scene->nodes[edge->from], a, true, b, from_share[i], edge->from_port);
        Port q = end_port(&scene->nodes[edge->to], b, false, a, to_share[i], edge->to_port);
        double pull = fmin(fmax(hypot(q.x - p.x, q.y - p.y) * 0.42, 34), 150);
        bool turns = p.dx * (q.x - p.x) < -20 || -q.dx * (q.x - p.x) < -20;
        SlRoute route = turns     ? round_curve(layout, scene, edge, p, q)
                        : careful ? best_curve(layout, p, q, pull, edge->from, edge->to)
                                  : curve(p, q, pull, 0);
        route.key = edge->key;
        point_at(&route, edge->flow == SL_FLOW_SEND ? 0.36 : 0.5, &route.label_x, &route.label_y);
        extend(&layout->geometry.bounds, &route);
        sl_vec_push(&layout->routes, route);
    }
    free(from_share);
    free(to_share);
}
