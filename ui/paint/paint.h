// SPDX-License-Identifier: MIT
// Paint: a scene and its geometry to cairo. Knows pango and no GTK. Each node and edge can be painted by itself, so
// that a widget keeps what did not change; sl_paint_node_hash tells what did.
#ifndef SL_PAINT_H
#define SL_PAINT_H

#include <cairo.h>

#include "ui/layout/layout.h"

typedef struct {
    bool dark;
    bool presentation;     // larger words, thicker lines
    double detail;         // zoom: below 0.35 words are left out, below 0.15 all but colour
    uint64_t hover, focus; // node keys; 0: none
    double text; // words are this much larger than usual; 0 and 1: not. Beyond 1.2 a goroutine shows no source line
} SlPaintStyle;

// A message under way: t runs from 0 to 1 along its edge.
typedef struct {
    double x, y;
    const char *value;
    double alpha;
} SlFlight;

void sl_paint_background(cairo_t *cairo, SlRect visible, const SlPaintStyle *style);
void sl_paint_node(cairo_t *cairo, const SlNode *node, const SlPlaced *placed, const SlPaintStyle *style);
void sl_paint_edge(cairo_t *cairo, const SlEdge *edge, const SlRoute *route, const SlPaintStyle *style);
void sl_paint_flight(cairo_t *cairo, const SlFlight *flight, const SlPaintStyle *style);
// ---- while the drawing is changed (edit.c) ----
void sl_paint_target(cairo_t *cairo, double x, double y, bool over, bool refused, const SlPaintStyle *style);
void sl_paint_fitting_channel(cairo_t *cairo, SlRect body, bool over, const SlPaintStyle *style);
void sl_paint_veil(cairo_t *cairo, SlRect box, const SlPaintStyle *style); // over what does not fit
void sl_paint_wire(cairo_t *cairo, double x, double y, double to_x, double to_y, bool rightwards, bool refused,
                   const SlPaintStyle *style);
void sl_paint_lit_edge(cairo_t *cairo, const SlRoute *route, bool refused, const SlPaintStyle *style);
void sl_paint_select_box(cairo_t *cairo, SlRect box, const SlPaintStyle *style);
void sl_paint_hint(cairo_t *cairo, const char *text, double x, double y, bool refused, const SlPaintStyle *style);

enum { SL_OFFER_RADIUS = 13 }; // of the disc at a route's label, where the user takes a case

// Everything that meets visible, edges below nodes: for export, thumbnails and tests.
void sl_paint_scene(cairo_t *cairo, const SlScene *scene, const SlGeometry *geometry, SlRect visible,
                    const SlPaintStyle *style);
// Equal when painting would give the same picture at the same size.
uint64_t sl_paint_node_hash(const SlNode *node, const SlPlaced *placed, const SlPaintStyle *style);
uint64_t sl_paint_edge_hash(const SlEdge *edge, const SlRoute *route, const SlPaintStyle *style);
SlRect sl_paint_node_extent(const SlPlaced *placed); // with shadows and rings
SlRect sl_paint_edge_extent(const SlEdge *edge, const SlRoute *route);
void sl_paint_point(const SlRoute *route, double t, double *x, double *y); // on the curve

typedef struct {
    double r, g, b;
} SlColour;

typedef struct {
    SlColour paper, dots, ink, muted, line, box, code, accent, cell, cell_text, cell_border, soft;
} SlPalette;

const SlPalette *sl_palette(bool dark);
// Colours that a drawing may give its nodes, by the word that stands in the text: sl_colour_names, ended by null.
extern const char *const sl_colour_names[];
bool sl_named_colour(const char *name, bool dark, SlColour *colour);
SlColour sl_state_colour(uint8_t state, bool stuck, bool dark);      // of borders and badges
SlColour sl_state_text_colour(uint8_t state, bool stuck, bool dark); // of words: 4.5 to 1 on box and paper
// The badge of a state: its symbol in a disc of the state's colour, centred at x, y.
void sl_paint_badge(cairo_t *cairo, uint8_t state, bool stuck, double x, double y, double radius, bool dark);

#endif
