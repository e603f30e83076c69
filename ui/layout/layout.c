// SPDX-License-Identifier: MIT
// Places nodes: known spots first, then newcomers by a search around where they belong.
#include "ui/layout/layout.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "ui/layout/impl.h"

enum { GRID = 128, GAP = 26, GRAPHVIZ_MOST = 150 };

SlLayout *sl_layout_new(void) {
    SlLayout *layout = calloc(1, sizeof *layout);
    if (!layout)
        abort();
    return layout;
}

void sl_layout_free(SlLayout *layout) {
    if (!layout)
        return;
    sl_map_free(&layout->spots);
    sl_vec_free(&layout->at);
    sl_vec_free(&layout->nodes);
    sl_vec_free(&layout->routes);
    free(layout);
}

SlSpot *sl_layout_spot(SlLayout *layout, uint64_t key) {
    uintptr_t index = (uintptr_t)sl_map_get_ptr(&layout->spots, (void *)(uintptr_t)key);
    return index ? &layout->at.at[index - 1] : NULL;
}

void sl_layout_set(SlLayout *layout, uint64_t key, double x, double y, bool user) {
    SlSpot *spot = sl_layout_spot(layout, key);
    if (spot) {
        *spot = (SlSpot){x, y, user || spot->user};
        return;
    }
    sl_vec_push(&layout->at, (SlSpot){x, y, user});
    sl_map_set_ptr(&layout->spots, (void *)(uintptr_t)key, (void *)(uintptr_t)layout->at.count);
}

void sl_layout_move(SlLayout *layout, uint64_t key, double x, double y) {
    sl_layout_set(layout, key, x, y, true);
}

void sl_layout_shift(SlLayout *layout, SlPos from, SlPos to, int64_t by) {
    SlMap moved = {0};
    for (int i = 0; i < layout->spots.count; i++) {
        uint64_t key = (uint64_t)(uintptr_t)layout->spots.entries[i].key;
        void *value = layout->spots.entries[i].value;
        SlPos pos = (SlPos)key;
        if (!value || (key >> 63 && pos >= from && pos < to)) // its text is gone
            continue;
        if (key >> 63 && pos >= to)
            key = (key & ~0xffffffffull) | (SlPos)(pos + by);
        sl_map_set_ptr(&moved, (void *)(uintptr_t)key, value);
    }
    sl_map_free(&layout->spots);
    layout->spots = moved;
}

void sl_layout_forget(SlLayout *layout) {
    sl_map_free(&layout->spots);
    layout->at.count = 0;
}

static double text_width(const char *text, double per_rune) {
    size_t runes = 0;
    for (const char *at = text; *at; at++)
        runes += ((unsigned char)*at & 0xC0) != 0x80;
    return (double)runes * per_rune;
}

// Rows beyond the first, which there is always room for.
static int more_ports(const SlNode *node) {
    int rows = 1;
    for (int i = 0; i < node->port_count; i++)
        if (node->ports[i].row + 1 > rows)
            rows = node->ports[i].row + 1;
    return rows - 1;
}

void sl_layout_port(SlRect body, const SlNode *node, int port, double *x, double *y) {
    *x = node->ports[port].sends ? body.x + body.w : body.x;
    *y = body.y + SL_PORT_TOP + node->ports[port].row * SL_PORT_ROW;
}

SlSize sl_layout_size(const SlNode *node) {
    SlSize size = {0};
    switch (node->kind) {
    case SL_NODE_PROCESS:
    case SL_NODE_STAGE:
        size = (SlSize){SL_PROCESS_W, SL_PROCESS_H + more_ports(node) * SL_PORT_ROW, 0, 0, SL_PROCESS_W};
        break;
    case SL_NODE_CHANNEL:
        size.w = !node->capacity ? SL_GATE_W
                 : node->capacity <= SL_CELLS
                     ? 2 * SL_PILL_PAD + (double)node->capacity * (SL_CELL + SL_CELL_GAP) - SL_CELL_GAP
                     : SL_GAUGE_W;
        if (size.w < SL_GATE_W)
            size.w = SL_GATE_W;
        size.h = SL_PILL_H;
        size.above = SL_LABEL_H;
        size.below = SL_LABEL_H;
        break;
    default:
        size = (SlSize){56, 56, SL_LABEL_H, SL_LABEL_H, 56};
        break;
    }
    double title = text_width(node->title, 8.2), type = text_width(node->type, 7.3);
    size.box_w = size.w;
    if (node->kind != SL_NODE_PROCESS && node->kind != SL_NODE_STAGE) {
        if (title > size.box_w)
            size.box_w = title;
        if (type > size.box_w)
            size.box_w = type;
    }
    return size;
}

// ---- what is taken, in squares ----

typedef struct {
    SlMap squares; // (column, row) to index + 1 of the first entry
    SL_VEC(SlRect) rects;
    SL_VEC(int) next; // entry's successor in its square
    SL_VEC(int) of;   // entry's rect
} Taken;

static void *square_key(int column, int row) {
    return (void *)(uintptr_t)(((uint64_t)(uint32_t)column << 32 | (uint32_t)row) + 1);
}

static void take(Taken *taken, SlRect r) {
    int rect = taken->rects.count;
    sl_vec_push(&taken->rects, r);
    for (int column = (int)floor(r.x / GRID); column <= (int)floor((r.x + r.w) / GRID); column++)
        for (int row = (int)floor(r.y / GRID); row <= (int)floor((r.y + r.h) / GRID); row++) {
            void *key = square_key(column, row);
            int first = (int)(uintptr_t)sl_map_get_ptr(&taken->squares, key) - 1;
            sl_vec_push(&taken->of, rect);
            sl_vec_push(&taken->next, first);
            sl_map_set_ptr(&taken->squares, key, (void *)(uintptr_t)taken->of.count);
        }
}

static bool overlaps(SlRect a, SlRect b) {
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

static bool is_free(const Taken *taken, SlRect r) {
    for (int column = (int)floor(r.x / GRID); column <= (int)floor((r.x + r.w) / GRID); column++)
        for (int row = (int)floor(r.y / GRID); row <= (int)floor((r.y + r.h) / GRID); row++)
            for (int entry = (int)(uintptr_t)sl_map_get_ptr(&taken->squares, square_key(column, row)) - 1; entry >= 0;
                 entry = taken->next.at[entry])
                if (overlaps(taken->rects.at[taken->of.at[entry]], r))
                    return false;
    return true;
}

static void taken_free(Taken *taken) {
    sl_map_free(&taken->squares);
    sl_vec_free(&taken->rects);
    sl_vec_free(&taken->next);
    sl_vec_free(&taken->of);
}

// ---- newcomers ----

static SlRect body_at(SlSize size, double x, double y) {
    return (SlRect){x - size.w / 2, y - size.h / 2, size.w, size.h};
}

static SlRect box_at(SlSize size, double x, double y, double gap) {
    return (SlRect){x - size.box_w / 2 - gap, y - size.h / 2 - size.above - gap, size.box_w + 2 * gap,
                    size.h + size.above + size.below + 2 * gap};
}

// How far the search from one place has come: what was taken there before is taken still.
typedef struct {
    uint64_t site;
    int column, row;
} Search;

// Downwards, then above, then the next columns: instances of one site stand under each other in their order.
static void find_free(const Taken *taken, SlSize size, Search *search, double *x, double *y) {
    double step_y = (size.h + size.above + size.below + GAP) / 2, step_x = size.box_w + 2 * GAP;
    for (int column = search->column; column < 4000; column++) {
        int reach = column ? 5 + column : 8;
        for (int row = column == search->column ? search->row : 0; row <= 2 * reach; row++) {
            double dy = (row <= reach ? row : reach - row) * step_y;
            double at_x = *x + ((column & 1) ? (column + 1) / 2 : -column / 2) * step_x;
            if (is_free(taken, box_at(size, at_x, *y + dy, GAP / 2.0 - 1))) {
                *x = at_x;
                *y += dy;
                search->column = column;
                search->row = row;
                return;
            }
        }
    }
}

// The nearest free place, on rings around where it belongs: between two that it joins, else close by.
static void find_near(const Taken *taken, SlSize size, double *x, double *y) {
    enum { RING = 22, RINGS = 400 };
    double from_x = *x, from_y = *y;
    for (int ring = 0; ring < RINGS; ring++) {
        int places = ring ? 6 * ring : 1;
        for (int i = 0; i < places; i++) {
            double angle = M_PI / 2 + 2 * M_PI * i / places; // below first
            *x = from_x + ring * RING * cos(angle);
            *y = from_y + ring * RING * sin(angle);
            if (is_free(taken, box_at(size, *x, *y, GAP / 4.0)))
                return;
        }
    }
}

// Where a newcomer belongs: at its site; else between its neighbours that have a place; else below everything.
static void wish(SlLayout *layout, const SlScene *scene, int index, SlRect bounds, double *x, double *y) {
    const SlNode *node = &scene->nodes[index];
    SlSpot *site = node->site != node->key ? sl_layout_spot(layout, node->site) : NULL;
    if (site) {
        *x = site->x;
        *y = site->y -
             (node->one_of_many && node->count <= 1 ? SL_PROCESS_H + GAP : 0); // the first of a column of three
        return;
    }
    double sum_x = 0, sum_y = 0;
    int count = 0;
    for (int i = 0; i < scene->edge_count; i++) {
        const SlEdge *edge = &scene->edges[i];
        int other = edge->from == index ? edge->to : edge->to == index ? edge->from : -1;
        SlSpot *spot = other >= 0 ? sl_layout_spot(layout, scene->nodes[other].key) : NULL;
        if (!spot)
            continue;
        double side = edge->from == other || (node->kind != SL_NODE_CHANNEL && node->kind != SL_NODE_PROCESS)
                          ? 1
                          : -1; // values flow to the right
        sum_x += spot->x + side * (SL_PROCESS_W / 2.0 + 110);
        sum_y += spot->y;
        count++;
    }
    *x = count ? sum_x / count : bounds.x + SL_PROCESS_W / 2.0;
    *y = count ? sum_y / count : bounds.y + bounds.h + SL_PROCESS_H;
}

static void extend(SlRect *bounds, SlRect r, bool first) {
    if (first) {
        *bounds = r;
        return;
    }
    double right = fmax(bounds->x + bounds->w, r.x + r.w), bottom = fmax(bounds->y + bounds->h, r.y + r.h);
    bounds->x = fmin(bounds->x, r.x);
    bounds->y = fmin(bounds->y, r.y);
    bounds->w = right - bounds->x;
    bounds->h = bottom - bounds->y;
}

static bool has_newcomers(SlLayout *layout, const SlScene *scene) {
    for (int i = 0; i < scene->node_count; i++)
        if (!sl_layout_spot(layout, scene->nodes[i].key))
            return true;
    return false;
}

static void place_newcomers(SlLayout *layout, const SlScene *scene) {
    if (!has_newcomers(layout, scene))
        return;
    Taken taken = {0};
    Search search = {0};
    SlRect bounds = {0};
    bool first = true;
    for (int i = 0; i < scene->node_count; i++) {
        SlSpot *spot = sl_layout_spot(layout, scene->nodes[i].key);
        if (!spot)
            continue;
        SlRect box = box_at(sl_layout_size(&scene->nodes[i]), spot->x, spot->y, 0);
        take(&taken, box);
        extend(&bounds, box, first);
        first = false;
    }
    for (int i = 0; i < scene->node_count; i++) {
        const SlNode *node = &scene->nodes[i];
        if (sl_layout_spot(layout, node->key))
            continue;
        double x, y;
        SlSize size = sl_layout_size(node);
        wish(layout, scene, i, bounds, &x, &y);
        if (node->site == node->key || node->site != search.site)
            search = (Search){.site = node->site};
        if (node->site == node->key && node->wire >= 0 && scene->node_count <= GRAPHVIZ_MOST)
            find_near(&taken, size, &x, &y);
        else
            find_free(&taken, size, &search, &x, &y);
        sl_layout_set(layout, node->key, x, y, false);
        SlRect box = box_at(size, x, y, 0);
        take(&taken, box);
        extend(&bounds, box, first);
        first = false;
    }
    taken_free(&taken);
}

// After a first arrangement: who stands where the user or the text has put another makes room.
static void settle(SlLayout *layout, const SlScene *scene) {
    Taken taken = {0};
    for (int pass = 0; pass < 2; pass++)
        for (int i = 0; i < scene->node_count; i++) {
            SlSpot *spot = sl_layout_spot(layout, scene->nodes[i].key);
            if (!spot || spot->user != (pass == 0))
                continue;
            SlSize size = sl_layout_size(&scene->nodes[i]);
            Search search = {0};
            if (!spot->user)
                find_free(&taken, size, &search, &spot->x, &spot->y);
            take(&taken, box_at(size, spot->x, spot->y, 0));
        }
    taken_free(&taken);
}

const SlGeometry *sl_layout_apply(SlLayout *layout, const SlScene *scene) {
    int known = 0;
    for (int i = 0; i < scene->node_count; i++) {
        const SlNode *node = &scene->nodes[i];
        known += sl_layout_spot(layout, node->key) != NULL || sl_layout_spot(layout, node->site) != NULL;
        if (node->placed)
            sl_layout_set(layout, node->key, node->x, node->y, true);
    }
    if (!known && scene->node_count) {
        if (scene->node_count > GRAPHVIZ_MOST || !sl_layout_graphviz(layout, scene))
            sl_layout_layers(layout, scene);
        settle(layout, scene);
    }
    place_newcomers(layout, scene);

    layout->nodes.count = 0;
    SlRect bounds = {0};
    for (int i = 0; i < scene->node_count; i++) {
        const SlNode *node = &scene->nodes[i];
        SlSpot *spot = sl_layout_spot(layout, node->key);
        SlSize size = sl_layout_size(node);
        SlPlaced placed = {node->key, box_at(size, spot->x, spot->y, 0), body_at(size, spot->x, spot->y)};
        extend(&bounds, placed.box, i == 0);
        sl_vec_push(&layout->nodes, placed);
    }
    layout->geometry = (SlGeometry){layout->nodes.at, layout->nodes.count, NULL, 0, bounds};
    sl_layout_route(layout, scene);
    layout->geometry.routes = layout->routes.at;
    layout->geometry.route_count = layout->routes.count;
    return &layout->geometry;
}
