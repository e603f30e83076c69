// SPDX-License-Identifier: MIT
// Edges, tokens, the paper, and the whole scene; and the hashes that tell what has changed.
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/map.h"
#include "ui/paint/impl.h"

void sl_paint_background(cairo_t *cairo, SlRect visible, const SlPaintStyle *style) {
    const SlPalette *palette = sl_palette(style->dark);
    sl_paint_set(cairo, palette->paper, 1);
    cairo_rectangle(cairo, visible.x, visible.y, visible.w, visible.h);
    cairo_fill(cairo);
    double step = style->detail < 0.5 ? 96 : 24;
    if (style->detail < 0.2)
        return;
    sl_paint_set(cairo, palette->dots, 1);
    double radius = 1 / fmax(style->detail, 0.5);
    for (double y = floor(visible.y / step) * step; y < visible.y + visible.h; y += step)
        for (double x = floor(visible.x / step) * step; x < visible.x + visible.w; x += step)
            cairo_rectangle(cairo, x - radius / 2, y - radius / 2, radius, radius);
    cairo_fill(cairo);
}

void sl_paint_point(const SlRoute *route, double t, double *x, double *y) {
    double u = 1 - t, a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
    *x = a * route->x[0] + b * route->x[1] + c * route->x[2] + d * route->x[3];
    *y = a * route->y[0] + b * route->y[1] + c * route->y[2] + d * route->y[3];
}

static void head(cairo_t *cairo, const SlRoute *route, double size, bool filled) {
    double angle = atan2(route->y[3] - route->y[2], route->x[3] - route->x[2]);
    cairo_save(cairo);
    cairo_translate(cairo, route->x[3], route->y[3]);
    cairo_rotate(cairo, angle);
    cairo_move_to(cairo, -size, -size * 0.55);
    cairo_line_to(cairo, 0, 0);
    cairo_line_to(cairo, -size, size * 0.55);
    if (filled) {
        cairo_close_path(cairo);
        cairo_fill(cairo);
    } else {
        cairo_stroke(cairo);
    }
    cairo_restore(cairo);
}

static void card(cairo_t *cairo, const SlPaintStyle *style, const char *value, double x, double y, SlColour colour,
                 const SlPalette *palette, double alpha) {
    size_t runes = 0;
    for (const char *at = value; *at; at++)
        runes += ((unsigned char)*at & 0xC0) != 0x80;
    double larger = style->text > 1 ? style->text : 1, h = 26 * larger;
    double w = fmax(26, 8.2 * (double)(runes > 12 ? 12 : runes) + 14) * larger;
    sl_paint_rounded(cairo, x - w / 2, y - h / 2, w, h, 7);
    sl_paint_set(cairo, palette->box, alpha);
    cairo_fill_preserve(cairo);
    sl_paint_set(cairo, colour, alpha);
    cairo_set_line_width(cairo, 2);
    cairo_stroke(cairo);
    sl_paint_text(cairo, style, value, SL_FONT_CELL, SL_ALIGN_CENTRE, x - w / 2 + 3, y, w - 6);
}

static void queue_place(cairo_t *cairo, const SlEdge *edge, const SlRoute *route, const SlPaintStyle *style) {
    const SlPalette *palette = sl_palette(style->dark);
    double larger = style->text > 1 ? style->text : 1;
    if (edge->place < 1)
        return;
    char text[40];
    const char *suffix = edge->place % 10 == 1 && edge->place % 100 != 11   ? "st"
                         : edge->place % 10 == 2 && edge->place % 100 != 12 ? "nd"
                         : edge->place % 10 == 3 && edge->place % 100 != 13 ? "rd"
                                                                            : "th";
    if (edge->count > 1)
        snprintf(text, sizeof text, "%d%s … ×%u", edge->place, suffix, edge->count);
    else
        snprintf(text, sizeof text, "%d%s", edge->place, suffix);
    double y = route->label_y - (edge->value ? 23 : 12) * larger, w = (7 * (double)strlen(text) + 6) * larger;
    sl_paint_rounded(cairo, route->label_x - w / 2, y - 8 * larger, w, 16 * larger,
                     8 * larger); // lines do not cross it
    sl_paint_set(cairo, palette->paper, 0.85);
    cairo_fill(cairo);
    sl_paint_set(cairo, palette->muted, 1);
    sl_paint_text(cairo, style, text, SL_FONT_STATUS, SL_ALIGN_CENTRE, route->label_x - 60, y, 120);
}

// A case that the user may take: a disc to click, with its number for the keyboard.
static void offer(cairo_t *cairo, const SlEdge *edge, const SlRoute *route, const SlPaintStyle *style) {
    double larger = style->text > 1 ? style->text : 1, radius = SL_OFFER_RADIUS * larger;
    char digits[16];
    snprintf(digits, sizeof digits, "%d", edge->offer);
    cairo_new_path(cairo);
    cairo_arc(cairo, route->label_x, route->label_y, radius + 4, 0, 2 * M_PI);
    sl_paint_set(cairo, sl_palette(style->dark)->paper, 1);
    cairo_fill(cairo);
    cairo_arc(cairo, route->label_x, route->label_y, radius, 0, 2 * M_PI);
    sl_paint_set(cairo, sl_state_colour(SL_STATE_RUNNING, false, style->dark), 1);
    cairo_fill(cairo);
    sl_paint_set(cairo, style->dark ? sl_palette(true)->paper : (SlColour){1, 1, 1}, 1);
    sl_paint_text(cairo, style, digits, SL_FONT_TITLE, SL_ALIGN_CENTRE, route->label_x - radius, route->label_y,
                  2 * radius);
}

static SlColour edge_colour(const SlEdge *edge, const SlPaintStyle *style) {
    if (edge->offer)
        return sl_state_colour(SL_STATE_RUNNING, false, style->dark);
    if (edge->stuck && edge->weight == SL_EDGE_WAITS)
        return sl_state_colour(0, true, style->dark);
    if (edge->weight != SL_EDGE_WAITS)
        return sl_palette(style->dark)->line;
    uint8_t state = edge->select                    ? SL_STATE_SELECT
                    : edge->flow == SL_FLOW_SEND    ? SL_STATE_SENDING
                    : edge->flow == SL_FLOW_RECEIVE ? SL_STATE_RECEIVING
                    : edge->flow == SL_FLOW_LOCK    ? SL_STATE_LOCKING
                                                    : SL_STATE_WAITING;
    return sl_state_colour(state, false, style->dark);
}

void sl_paint_edge(cairo_t *cairo, const SlEdge *edge, const SlRoute *route, const SlPaintStyle *style) {
    const SlPalette *palette = sl_palette(style->dark);
    double alpha = edge->dimmed ? 0.3 : 1;
    bool heavy = edge->weight == SL_EDGE_WAITS || edge->offer;
    double width = heavy ? 4 : edge->weight == SL_EDGE_USED ? 1.8 : 1.5;
    if (style->presentation)
        width *= 1.35;
    SlColour colour = edge_colour(edge, style);
    cairo_save(cairo);
    sl_paint_set(cairo, colour, alpha);
    cairo_set_line_width(cairo, width);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    double dotted[] = {0.5, 6}, dashed[] = {9, 7};
    bool coarse = style->detail < SL_WORDS_FROM;
    if (coarse) {
        sl_paint_coarse(cairo);
        sl_paint_set(cairo, colour, edge->weight == SL_EDGE_MAY ? alpha / 2 : alpha);
        cairo_set_line_cap(cairo, CAIRO_LINE_CAP_BUTT);
    } else if (edge->flow == SL_FLOW_HOLDS)
        cairo_set_dash(cairo, dashed, 2, 0);
    else if (edge->select && heavy)
        cairo_set_dash(cairo, dashed, 2, 0);
    else if (edge->weight == SL_EDGE_MAY)
        cairo_set_dash(cairo, dotted, 2, 0);
    if (edge->weight == SL_EDGE_MAY)
        cairo_set_line_width(cairo, width * 1.3);
    cairo_move_to(cairo, route->x[0], route->y[0]);
    cairo_curve_to(cairo, route->x[1], route->y[1], route->x[2], route->y[2], route->x[3], route->y[3]);
    cairo_stroke(cairo);
    cairo_set_dash(cairo, NULL, 0, 0);
    cairo_set_line_width(cairo, width);
    if (edge->flow != SL_FLOW_HOLDS && (!coarse || heavy))
        head(cairo, route, heavy ? 15 : 10, edge->weight != SL_EDGE_MAY);
    if (!coarse && edge->weight == SL_EDGE_WAITS) {
        if (edge->value)
            card(cairo, style, edge->value, route->label_x, route->label_y, colour, palette, alpha);
        queue_place(cairo, edge, route, style);
    }
    if (edge->offer)
        offer(cairo, edge, route, style);
    cairo_restore(cairo);
}

void sl_paint_flight(cairo_t *cairo, const SlFlight *flight, const SlPaintStyle *style) {
    const SlPalette *palette = sl_palette(style->dark);
    cairo_save(cairo);
    card(cairo, style, flight->value && *flight->value ? flight->value : "•", flight->x, flight->y, palette->accent,
         palette, flight->alpha);
    cairo_restore(cairo);
}

SlRect sl_paint_edge_extent(const SlEdge *edge, const SlRoute *route) {
    enum { MARGIN = 60 };
    (void)edge;
    double x0 = route->x[0], x1 = x0, y0 = route->y[0], y1 = y0;
    for (int i = 1; i < 4; i++) {
        x0 = fmin(x0, route->x[i]);
        x1 = fmax(x1, route->x[i]);
        y0 = fmin(y0, route->y[i]);
        y1 = fmax(y1, route->y[i]);
    }
    return (SlRect){x0 - MARGIN, y0 - MARGIN / 2.0, x1 - x0 + 2 * MARGIN, y1 - y0 + MARGIN};
}

static bool meets(SlRect a, SlRect b) {
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

void sl_paint_scene(cairo_t *cairo, const SlScene *scene, const SlGeometry *geometry, SlRect visible,
                    const SlPaintStyle *style) {
    sl_paint_background(cairo, visible, style);
    for (int weight = SL_EDGE_MAY; weight <= SL_EDGE_WAITS; weight++)
        for (int i = 0; i < scene->edge_count; i++)
            if (scene->edges[i].weight == weight &&
                meets(sl_paint_edge_extent(&scene->edges[i], &geometry->routes[i]), visible))
                sl_paint_edge(cairo, &scene->edges[i], &geometry->routes[i], style);
    for (int i = 0; i < scene->node_count; i++)
        if (meets(sl_paint_node_extent(&geometry->nodes[i]), visible))
            sl_paint_node(cairo, &scene->nodes[i], &geometry->nodes[i], style);
}

static uint64_t mix(uint64_t hash, const void *bytes, size_t count) {
    return sl_hash_bytes(bytes, count, hash);
}

static uint64_t mix_text(uint64_t hash, const char *text) {
    return text ? mix(hash, text, strlen(text)) : hash + 1;
}

static uint64_t mix_style(const SlPaintStyle *style) {
    unsigned char bits[4] = {style->dark, style->presentation,
                             style->detail < 0.15            ? 0
                             : style->detail < SL_WORDS_FROM ? 1
                                                             : 2,
                             (unsigned char)(style->text * 50)};
    return mix(3, bits, sizeof bits);
}

uint64_t sl_paint_node_hash(const SlNode *node, const SlPlaced *placed, const SlPaintStyle *style) {
    uint64_t hash = mix_style(style);
    double size[4] = {placed->body.w, placed->body.h, placed->box.w, placed->box.h};
    unsigned char bits[] = {node->kind,    node->state,     node->stuck,      node->can_move,
                            node->frozen,  node->dimmed,    node->selected,   node->accused,
                            node->ghost,   node->closed,    node->many,       node->key == style->focus,
                            node->id != 0, node->count > 1, node->breaks > 0, node->breaks < 0};
    uint64_t numbers[] = {node->capacity, node->length, (uint64_t)node->counter, (uint64_t)node->rate};
    hash = mix(hash, size, sizeof size);
    hash = mix(hash, bits, sizeof bits);
    hash = mix(hash, numbers, sizeof numbers);
    hash = mix_text(mix_text(mix_text(mix_text(mix_text(hash, node->title), node->number), node->status), node->line),
                    node->type);
    for (int i = 0; i < node->value_count; i++)
        hash = mix_text(hash, node->values[i]);
    for (int i = 0; i < node->port_count; i++)
        hash = mix_text(hash + (node->ports[i].connected ? 2 : 0) + node->ports[i].sends, node->ports[i].name);
    hash = mix_text(hash + node->hint, node->color);
    return hash;
}

uint64_t sl_paint_edge_hash(const SlEdge *edge, const SlRoute *route, const SlPaintStyle *style) {
    uint64_t hash = mix(mix_style(style), route->x, sizeof route->x);
    hash = mix(hash, route->y, sizeof route->y);
    int numbers[] = {edge->weight, edge->flow,  edge->select,     edge->stuck,
                     edge->dimmed, edge->place, (int)edge->count, edge->offer};
    return mix_text(mix(hash, numbers, sizeof numbers), edge->value);
}
