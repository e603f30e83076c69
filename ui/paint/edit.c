// SPDX-License-Identifier: MIT
// What is seen only while the drawing is changed: the wire that is pulled, what fits to it, why not, and the box that
// selects.
#include <math.h>

#include "ui/paint/impl.h"

static SlColour good(const SlPaintStyle *style) {
    return sl_state_colour(SL_STATE_RUNNING, false, style->dark);
}

static SlColour bad(const SlPaintStyle *style) {
    return sl_state_colour(0, true, style->dark);
}

// Lines keep their width on the screen.
static double pixels(const SlPaintStyle *style, double width) {
    return width / fmax(fmin(style->detail, 1), 0.2);
}

void sl_paint_target(cairo_t *cairo, double x, double y, bool over, bool refused, const SlPaintStyle *style) {
    SlColour colour = refused ? bad(style) : good(style);
    double r = pixels(style, over ? 10 : 7.5);
    cairo_new_path(cairo);
    cairo_arc(cairo, x, y, r + pixels(style, 4), 0, 2 * M_PI);
    sl_paint_set(cairo, colour, 0.25);
    cairo_fill(cairo);
    cairo_arc(cairo, x, y, r, 0, 2 * M_PI);
    sl_paint_set(cairo, over ? colour : sl_palette(style->dark)->box, 1);
    cairo_fill_preserve(cairo);
    sl_paint_set(cairo, colour, 1);
    cairo_set_line_width(cairo, pixels(style, 2.5));
    cairo_stroke(cairo);
}

void sl_paint_fitting_channel(cairo_t *cairo, SlRect b, bool over, const SlPaintStyle *style) {
    double room = pixels(style, 5);
    sl_paint_rounded(cairo, b.x - room, b.y - room, b.w + 2 * room, b.h + 2 * room, b.h / 2 + room);
    if (over) {
        sl_paint_set(cairo, good(style), 0.25);
        cairo_fill_preserve(cairo);
    }
    sl_paint_set(cairo, good(style), 1);
    cairo_set_line_width(cairo, pixels(style, over ? 3.5 : 2.5));
    cairo_stroke(cairo);
}

void sl_paint_veil(cairo_t *cairo, SlRect box, const SlPaintStyle *style) {
    sl_paint_rounded(cairo, box.x - 8, box.y - 8, box.w + 16, box.h + 16, 14);
    sl_paint_set(cairo, sl_palette(style->dark)->paper, 0.6);
    cairo_fill(cairo);
}

void sl_paint_wire(cairo_t *cairo, double x, double y, double to_x, double to_y, bool rightwards, bool refused,
                   const SlPaintStyle *style) {
    double pull = fmin(fmax(hypot(to_x - x, to_y - y) * 0.42, 24), 150) * (rightwards ? 1 : -1);
    cairo_move_to(cairo, x, y);
    cairo_curve_to(cairo, x + pull, y, to_x - pull, to_y, to_x, to_y);
    sl_paint_set(cairo, refused ? bad(style) : sl_palette(style->dark)->accent, 1);
    cairo_set_line_width(cairo, pixels(style, 3));
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    cairo_stroke(cairo);
    cairo_new_path(cairo);
    cairo_arc(cairo, to_x, to_y, pixels(style, 4), 0, 2 * M_PI);
    cairo_fill(cairo);
}

void sl_paint_lit_edge(cairo_t *cairo, const SlRoute *route, bool refused, const SlPaintStyle *style) {
    SlColour colour = refused ? bad(style) : sl_palette(style->dark)->accent;
    for (int pass = 0; pass < 2; pass++) {
        cairo_move_to(cairo, route->x[0], route->y[0]);
        cairo_curve_to(cairo, route->x[1], route->y[1], route->x[2], route->y[2], route->x[3], route->y[3]);
        sl_paint_set(cairo, colour, pass ? 1 : 0.3);
        cairo_set_line_width(cairo, pixels(style, pass ? 2.5 : 9));
        cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
        cairo_stroke(cairo);
    }
}

void sl_paint_select_box(cairo_t *cairo, SlRect box, const SlPaintStyle *style) {
    SlColour accent = sl_palette(style->dark)->accent;
    cairo_rectangle(cairo, box.x, box.y, box.w, box.h);
    sl_paint_set(cairo, accent, 0.12);
    cairo_fill_preserve(cairo);
    sl_paint_set(cairo, accent, 1);
    cairo_set_line_width(cairo, 1 / fmax(style->detail, 0.05));
    cairo_stroke(cairo);
}

// A card beside the pointer, of one size on the screen whatever the zoom.
void sl_paint_hint(cairo_t *cairo, const char *text, double x, double y, bool refused, const SlPaintStyle *style) {
    const SlPalette *palette = sl_palette(style->dark);
    SlPaintStyle plain = *style;
    plain.detail = 1;
    plain.text = style->presentation ? 1.5 : 1;
    cairo_save(cairo);
    cairo_translate(cairo, x, y);
    cairo_scale(cairo, 1 / style->detail, 1 / style->detail);
    cairo_push_group(cairo); // to know its width
    double most = 460 * plain.text, w = sl_paint_text(cairo, &plain, text, SL_FONT_STATUS, SL_ALIGN_LEFT, 0, 0, most);
    cairo_pattern_destroy(cairo_pop_group(cairo));
    double h = 30 * plain.text, left = 16, top = 14;
    sl_paint_rounded(cairo, left, top, w + 24, h, 8);
    sl_paint_set(cairo, palette->box, 0.98);
    cairo_fill_preserve(cairo);
    sl_paint_set(cairo, refused ? bad(style) : palette->accent, 1);
    cairo_set_line_width(cairo, 1.5);
    cairo_stroke(cairo);
    sl_paint_set(cairo, refused ? sl_state_text_colour(0, true, style->dark) : palette->ink, 1);
    sl_paint_text(cairo, &plain, text, SL_FONT_STATUS, SL_ALIGN_LEFT, left + 12, top + h / 2, w + 4);
    cairo_restore(cairo);
}
