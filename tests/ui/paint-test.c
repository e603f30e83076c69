// SPDX-License-Identifier: MIT
// Paint: contrasts by the formula of WCAG 2, hashes that tell changes, and pixels of what is drawn.
#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "ui/paint/paint.h"

// ---- contrast (WCAG 2.1, "relative luminance" and "contrast ratio") ----

static double channel(double c) {
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(SlColour c) {
    return 0.2126 * channel(c.r) + 0.7152 * channel(c.g) + 0.0722 * channel(c.b);
}

static double contrast(SlColour a, SlColour b) {
    double x = luminance(a), y = luminance(b);
    return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}

Test(palette, knows_the_formula) {
    cr_expect_float_eq(contrast((SlColour){0, 0, 0}, (SlColour){1, 1, 1}), 21, 1e-9);
}

Test(palette, words_of_every_state_are_readable) {
    for (int dark = 0; dark < 2; dark++)
        for (int state = 0; state <= SL_STATE_UNKNOWN; state++)
            for (int stuck = 0; stuck < 2; stuck++) {
                SlColour word = sl_state_text_colour((uint8_t)state, stuck, dark);
                cr_expect_geq(contrast(word, sl_palette(dark)->box), 4.5, "state %d stuck %d dark %d on a box", state,
                              stuck, dark);
                cr_expect_geq(contrast(word, sl_palette(dark)->paper), 4.5, "state %d stuck %d dark %d on paper", state,
                              stuck, dark);
            }
}

Test(palette, other_words_are_readable) {
    for (int dark = 0; dark < 2; dark++) {
        const SlPalette *p = sl_palette(dark);
        const SlColour grounds[] = {p->paper, p->box, p->code};
        for (int i = 0; i < 3; i++) {
            cr_expect_geq(contrast(p->ink, grounds[i]), 4.5);
            cr_expect(i == 2 || contrast(p->muted, grounds[i]) >= 4.5, "muted on %d, dark %d", i, dark);
        }
        cr_expect_geq(contrast(p->cell_text, p->cell), 4.5);
        cr_expect_geq(contrast(p->ink, p->soft), 4.5);
        cr_expect_geq(contrast(p->accent, p->paper), 4.5, "next, dark %d: %.2f", dark, contrast(p->accent, p->paper));
    }
}

Test(palette, borders_and_symbols_stand_out) {
    for (int dark = 0; dark < 2; dark++)
        for (int state = 0; state <= SL_STATE_UNKNOWN; state++)
            cr_expect_geq(contrast(sl_state_colour((uint8_t)state, false, dark), sl_palette(dark)->paper), 3,
                          "state %d dark %d", state, dark);
}

// ---- pictures ----

enum { W = 400, H = 160 };

typedef struct {
    cairo_surface_t *surface;
    const unsigned char *data;
    int stride;
} Picture;

static SlNode channel_node(uint64_t capacity, uint64_t length) {
    static const char *values[] = {"1", "2", "3", "4", "5", "6", "7", "8", "9"};
    return (SlNode){.key = 1,
                    .kind = SL_NODE_CHANNEL,
                    .id = 1,
                    .count = 1,
                    .title = "",
                    .number = "",
                    .status = "",
                    .line = "",
                    .type = "",
                    .capacity = capacity,
                    .length = length,
                    .values = values,
                    .value_count = length > 8 ? 9 : (int)length};
}

static SlNode process_node(void) {
    return (SlNode){.key = 1,
                    .kind = SL_NODE_PROCESS,
                    .id = 1,
                    .count = 1,
                    .title = "main",
                    .number = "G1",
                    .status = "running",
                    .line = "x := <-c",
                    .type = "",
                    .state = SL_STATE_RUNNING};
}

static SlPlaced placed_at(const SlNode *node, double w, double h) {
    (void)node;
    return (SlPlaced){1, {100, 40 - SL_LABEL_H, w, h + 2 * SL_LABEL_H}, {100, 40, w, h}};
}

static SlPlaced placed_of(const SlNode *node) {
    double cells = 2 * SL_PILL_PAD + (double)node->capacity * (SL_CELL + SL_CELL_GAP) - SL_CELL_GAP;
    return node->kind == SL_NODE_PROCESS ? placed_at(node, SL_PROCESS_W, SL_PROCESS_H)
           : node->capacity == 0         ? placed_at(node, SL_GATE_W, SL_PILL_H)
           : node->capacity <= SL_CELLS  ? placed_at(node, fmax(cells, SL_GATE_W), SL_PILL_H)
                                         : placed_at(node, SL_GAUGE_W, SL_PILL_H);
}

static Picture paint(const SlNode *node, const SlPaintStyle *style) {
    Picture picture = {.surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, W, H)};
    SlPlaced placed = placed_of(node);
    cairo_t *cairo = cairo_create(picture.surface);
    sl_paint_background(cairo, (SlRect){0, 0, W, H}, style);
    sl_paint_node(cairo, node, &placed, style);
    cairo_destroy(cairo);
    cairo_surface_flush(picture.surface);
    picture.data = cairo_image_surface_get_data(picture.surface);
    picture.stride = cairo_image_surface_get_stride(picture.surface);
    return picture;
}

static SlColour pixel(const Picture *picture, double x, double y) {
    const unsigned char *p = picture->data + (int)y * picture->stride + (int)x * 4;
    return (SlColour){p[2] / 255.0, p[1] / 255.0, p[0] / 255.0};
}

static bool same(SlColour a, SlColour b) {
    return fabs(a.r - b.r) + fabs(a.g - b.g) + fabs(a.b - b.b) < 0.06;
}

static bool differ(const Picture *a, const Picture *b) {
    return memcmp(a->data, b->data, (size_t)a->stride * H) != 0;
}

static const SlPaintStyle plain = {.detail = 1, .text = 1};

Test(paint, a_full_cell_is_filled_from_the_readers_end) {
    SlNode node = channel_node(4, 2);
    node.value_count = 0; // no words in the way
    Picture picture = paint(&node, &plain);
    SlRect b = placed_of(&node).body;
    for (int i = 0; i < 4; i++) { // from the right
        double x = b.x + b.w - SL_PILL_PAD - i * (SL_CELL + SL_CELL_GAP) - SL_CELL / 2.0, y = b.y + b.h / 2;
        cr_expect_eq(same(pixel(&picture, x, y), sl_palette(false)->cell), i < 2, "cell %d", i);
    }
    cairo_surface_destroy(picture.surface);
}

Test(paint, a_gauge_is_as_full_as_its_channel) {
    SlNode node = channel_node(100, 50);
    node.value_count = 0;
    Picture picture = paint(&node, &plain);
    SlRect b = placed_of(&node).body;
    double y = b.y + 11;
    cr_expect_not(same(pixel(&picture, b.x + b.w * 0.25, y), sl_palette(false)->soft) == false,
                  "the writers' half is empty");
    cr_expect_not(same(pixel(&picture, b.x + b.w * 0.75, y), sl_palette(false)->soft), "the readers' half is full");
    cairo_surface_destroy(picture.surface);
}

Test(paint, an_unbuffered_channel_has_a_gate) {
    SlNode node = channel_node(0, 0);
    Picture picture = paint(&node, &plain);
    SlRect b = placed_of(&node).body;
    cr_expect(same(pixel(&picture, b.x + b.w / 2, b.y + b.h / 2), sl_palette(false)->accent));
    cr_expect(same(pixel(&picture, b.x + b.w / 4, b.y + b.h / 2), sl_palette(false)->box));
    cairo_surface_destroy(picture.surface);
}

Test(paint, a_closed_channel_is_shut_at_the_writers_end) {
    SlNode node = channel_node(0, 0);
    node.closed = true;
    Picture picture = paint(&node, &plain);
    SlRect b = placed_of(&node).body;
    cr_expect(same(pixel(&picture, b.x - 3, b.y + b.h / 2), sl_palette(false)->muted));
    cairo_surface_destroy(picture.surface);
}

Test(paint, shows_the_state_in_colour_and_symbol) {
    for (int dark = 0; dark < 2; dark++) {
        SlPaintStyle style = {.detail = 1, .text = 1, .dark = dark};
        SlNode node = process_node();
        node.state = SL_STATE_SENDING;
        Picture picture = paint(&node, &style);
        SlRect b = placed_of(&node).body;
        cr_expect(same(pixel(&picture, b.x + b.w / 2, b.y), sl_state_colour(SL_STATE_SENDING, false, dark)),
                  "the border");
        node.stuck = true;
        Picture stuck = paint(&node, &style);
        cr_expect(same(pixel(&stuck, b.x + b.w / 2, b.y), sl_state_colour(SL_STATE_SENDING, true, dark)));
        cr_expect(differ(&picture, &stuck));
        cairo_surface_destroy(picture.surface);
        cairo_surface_destroy(stuck.surface);
    }
}

Test(paint, every_state_has_a_symbol_of_its_own) {
    Picture pictures[SL_STATE_UNKNOWN + 1];
    for (int state = 0; state <= SL_STATE_UNKNOWN; state++) {
        pictures[state].surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, W, H);
        cairo_t *cairo = cairo_create(pictures[state].surface);
        sl_paint_badge(cairo, (uint8_t)state, false, 80, 80, 40, false);
        cairo_destroy(cairo);
        cairo_surface_flush(pictures[state].surface);
        pictures[state].data = cairo_image_surface_get_data(pictures[state].surface);
        pictures[state].stride = cairo_image_surface_get_stride(pictures[state].surface);
        for (int other = 0; other < state; other++)
            cr_expect(differ(&pictures[state], &pictures[other]), "states %d and %d", state, other);
    }
    for (int state = 0; state <= SL_STATE_UNKNOWN; state++)
        cairo_surface_destroy(pictures[state].surface);
}

// Whatever changes the picture changes the hash, and what does not change does not.
#define CHANGES(make, what)                                                                                            \
    do {                                                                                                               \
        SlNode node = make, before = node;                                                                             \
        SlPlaced placed = placed_of(&before);                                                                          \
        what;                                                                                                          \
        Picture a = paint(&before, &plain), b = paint(&node, &plain);                                                  \
        if (differ(&a, &b))                                                                                            \
            cr_expect_neq(sl_paint_node_hash(&node, &placed, &plain), sl_paint_node_hash(&before, &placed, &plain),    \
                          #what);                                                                                      \
        else                                                                                                           \
            cr_expect_fail(#what " does not show");                                                                    \
        cairo_surface_destroy(a.surface);                                                                              \
        cairo_surface_destroy(b.surface);                                                                              \
    } while (0)

Test(paint, the_hash_tells_every_change) {
    CHANGES(process_node(), node.title = "other");
    CHANGES(process_node(), node.number = "G2");
    CHANGES(process_node(), node.status = "ready");
    CHANGES(process_node(), node.line = "return");
    CHANGES(process_node(), node.state = SL_STATE_SLEEPING);
    CHANGES(process_node(), node.stuck = true);
    CHANGES(process_node(), node.can_move = true);
    CHANGES(process_node(), node.dimmed = true);
    CHANGES(process_node(), node.selected = true);
    CHANGES(process_node(), node.ghost = true);
    CHANGES(process_node(), node.frozen = true);
    CHANGES(process_node(), node.breaks = 1);
    CHANGES(process_node(), node.breaks = -1);
    CHANGES(channel_node(4, 2), node.breaks = 1);
    CHANGES(process_node(), node.count = 9);
    CHANGES(process_node(), node.many = true);
    CHANGES(channel_node(4, 2), node.length = 3);
    CHANGES(channel_node(4, 2), node.closed = true);
    CHANGES(channel_node(4, 2), node.accused = true);
    CHANGES(channel_node(4, 2), node.title = "jobs");
    CHANGES(channel_node(4, 2), node.type = "chan int");
    CHANGES(channel_node(4, 2), static const char *other[] = {"77"}; node.values = other; node.value_count = 1);
    CHANGES(channel_node(4, 2), node.rate = 1000);
    CHANGES(channel_node(400, 20), node.length = 300);
    SlNode node = process_node();
    SlPlaced here = placed_of(&node), there = here;
    there.body.x += 300;
    there.box.x += 300;
    cr_expect_eq(sl_paint_node_hash(&node, &here, &plain), sl_paint_node_hash(&node, &there, &plain),
                 "moved, the picture is the same");
    SlPaintStyle style = plain;
    style.dark = true;
    cr_expect_neq(sl_paint_node_hash(&node, &here, &plain), sl_paint_node_hash(&node, &here, &style));
    style = plain;
    style.detail = 0.2;
    cr_expect_neq(sl_paint_node_hash(&node, &here, &plain), sl_paint_node_hash(&node, &here, &style));
}

Test(paint, the_hash_of_an_edge_tells_every_change) {
    SlRoute route = {.key = 1, .x = {0, 50, 100, 150}, .y = {0, 0, 40, 40}};
    SlEdge edge = {.key = 1, .weight = SL_EDGE_USED, .flow = SL_FLOW_SEND, .count = 1};
    uint64_t hash = sl_paint_edge_hash(&edge, &route, &plain);
    SlEdge edges[] = {edge, edge, edge, edge, edge, edge, edge};
    edges[0].weight = SL_EDGE_WAITS;
    edges[1].flow = SL_FLOW_HOLDS;
    edges[2].select = true;
    edges[3].stuck = true;
    edges[4].dimmed = true;
    edges[5].value = "5";
    edges[6].place = 2;
    for (size_t i = 0; i < sizeof edges / sizeof *edges; i++)
        cr_expect_neq(sl_paint_edge_hash(&edges[i], &route, &plain), hash, "change %zu", i);
    route.y[3] = 41;
    cr_expect_neq(sl_paint_edge_hash(&edge, &route, &plain), hash);
}

Test(paint, stays_within_its_extent) {
    SlNode nodes[] = {process_node(), channel_node(0, 0), channel_node(4, 2), channel_node(100, 7)};
    for (size_t i = 0; i < sizeof nodes / sizeof *nodes; i++) {
        nodes[i].selected = nodes[i].can_move = nodes[i].closed = true;
        nodes[i].count = 7;
        nodes[i].title = "a title that is longer than its node has any room for";
        SlPlaced placed = placed_of(&nodes[i]);
        SlRect extent = sl_paint_node_extent(&placed);
        Picture picture = {.surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, W, H)};
        cairo_t *cairo = cairo_create(picture.surface);
        sl_paint_node(cairo, &nodes[i], &placed, &plain);
        cairo_destroy(cairo);
        cairo_surface_flush(picture.surface);
        picture.data = cairo_image_surface_get_data(picture.surface);
        picture.stride = cairo_image_surface_get_stride(picture.surface);
        for (int y = 0; y < H; y++)
            for (int x = 0; x < W; x++)
                if (x + 1 < extent.x || x > extent.x + extent.w || y + 1 < extent.y || y > extent.y + extent.h)
                    cr_assert(same(pixel(&picture, x, y), (SlColour){0, 0, 0}), "node %zu paints at %d %d", i, x, y);
        cairo_surface_destroy(picture.surface);
    }
}

Test(paint, a_point_travels_from_end_to_end) {
    SlRoute route = {.x = {10, 20, 30, 40}, .y = {5, 5, 9, 9}};
    double x, y, last = 0;
    for (int i = 0; i <= 10; i++) {
        sl_paint_point(&route, i / 10.0, &x, &y);
        cr_expect_gt(x, last);
        last = x;
    }
    cr_expect_float_eq(x, 40, 1e-9);
    cr_expect_float_eq(y, 9, 1e-9);
}

Test(paint, a_whole_scene_is_painted) {
    SlNode nodes[] = {process_node(), channel_node(4, 2)};
    nodes[1].key = 2;
    SlEdge edges[] = {{.key = 3, .from = 0, .to = 1, .weight = SL_EDGE_WAITS, .value = "7", .place = 2, .count = 1}};
    SlPlaced placed[] = {{1, {10, 10, 150, 88}, {10, 10, 150, 88}}, {2, {210, 30, 178, 88}, {210, 54, 178, 40}}};
    SlRoute routes[] = {{.key = 3, .x = {160, 180, 190, 210}, .y = {54, 54, 74, 74}, .label_x = 180, .label_y = 30}};
    SlScene scene = {.nodes = nodes, .node_count = 2, .edges = edges, .edge_count = 1};
    SlGeometry geometry = {placed, 2, routes, 1, {0, 0, W, H}};
    Picture picture = {.surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, W, H)};
    cairo_t *cairo = cairo_create(picture.surface);
    sl_paint_scene(cairo, &scene, &geometry, (SlRect){0, 0, W, H}, &plain);
    SlFlight flight = {170, 54, "7", 1};
    sl_paint_flight(cairo, &flight, &plain);
    cr_expect_eq(cairo_status(cairo), CAIRO_STATUS_SUCCESS);
    cairo_destroy(cairo);
    cairo_surface_flush(picture.surface);
    picture.data = cairo_image_surface_get_data(picture.surface);
    picture.stride = cairo_image_surface_get_stride(picture.surface);
    SlColour head = pixel(&picture, 203, 74);
    cr_expect(same(head, sl_state_colour(SL_STATE_SENDING, false, false)), "the head of the arrow is %.2f %.2f %.2f",
              head.r, head.g, head.b);
    cairo_surface_destroy(picture.surface);
}
