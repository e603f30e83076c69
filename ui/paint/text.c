// SPDX-License-Identifier: MIT
// Text by pango, rounded paths, and the badge of a state.
#include <math.h>

#include "ui/paint/impl.h"

void sl_paint_set(cairo_t *cairo, SlColour colour, double alpha) {
    cairo_set_source_rgba(cairo, colour.r, colour.g, colour.b, alpha);
}

void sl_paint_coarse(cairo_t *cairo) {
    cairo_set_tolerance(cairo, 0.6);
    cairo_set_antialias(cairo, CAIRO_ANTIALIAS_FAST);
}

void sl_paint_rounded(cairo_t *cairo, double x, double y, double w, double h, double radius) {
    if (radius > h / 2)
        radius = h / 2;
    if (radius > w / 2)
        radius = w / 2;
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, x + w - radius, y + radius, radius, -M_PI / 2, 0);
    cairo_arc(cairo, x + w - radius, y + h - radius, radius, 0, M_PI / 2);
    cairo_arc(cairo, x + radius, y + h - radius, radius, M_PI / 2, M_PI);
    cairo_arc(cairo, x + radius, y + radius, radius, M_PI, 1.5 * M_PI);
    cairo_close_path(cairo);
}

static const char *const fonts[SL_FONT_COUNT_] = {
    [SL_FONT_TITLE] = "Cantarell, Noto Sans, DejaVu Sans, Sans Bold 14px",
    [SL_FONT_STATUS] = "Cantarell, Noto Sans, DejaVu Sans, Sans Bold 12px",
    [SL_FONT_SMALL] = "Cantarell, Noto Sans, DejaVu Sans, Sans 12px",
    [SL_FONT_CODE] = "Source Code Pro, Noto Sans Mono, DejaVu Sans Mono, Monospace 12px",
    [SL_FONT_CELL] = "Source Code Pro, Noto Sans Mono, DejaVu Sans Mono, Monospace Bold 13px",
};

double sl_paint_text(cairo_t *cairo, const SlPaintStyle *style, const char *text, SlFont font, SlAlign align, double x,
                     double y, double w) {
    if (!text || !*text || w < 4)
        return 0;
    PangoLayout *layout = pango_cairo_create_layout(cairo);
    cairo_font_options_t *options = cairo_font_options_create(); // letters keep their distances at every zoom
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    pango_cairo_context_set_font_options(pango_layout_get_context(layout), options);
    cairo_font_options_destroy(options);
    PangoFontDescription *description = pango_font_description_from_string(fonts[font]);
    if (style->text > 1)
        pango_font_description_set_absolute_size(description,
                                                 pango_font_description_get_size(description) * style->text);
    pango_layout_set_font_description(layout, description);
    pango_font_description_free(description);
    pango_layout_set_single_paragraph_mode(layout, TRUE);
    pango_layout_set_text(layout, text, -1);
    int width, height;
    pango_layout_get_pixel_size(layout, &width, &height);
    if (width > w) {
        pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
        pango_layout_set_width(layout, (int)(w * PANGO_SCALE));
        pango_layout_get_pixel_size(layout, &width, &height);
    }
    double left = align == SL_ALIGN_LEFT ? x : align == SL_ALIGN_RIGHT ? x + w - width : x + (w - width) / 2;
    cairo_move_to(cairo, left, y - height / 2.0);
    pango_cairo_show_layout(cairo, layout);
    g_object_unref(layout);
    return width;
}

static void arrow(cairo_t *cairo, double x, double y, double r, double direction) {
    cairo_move_to(cairo, x - direction * r * 0.5, y);
    cairo_line_to(cairo, x + direction * r * 0.5, y);
    cairo_move_to(cairo, x + direction * r * 0.1, y - r * 0.42);
    cairo_line_to(cairo, x + direction * r * 0.54, y);
    cairo_line_to(cairo, x + direction * r * 0.1, y + r * 0.42);
    cairo_stroke(cairo);
}

static void dots(cairo_t *cairo, double x, double y, double r) {
    for (int i = -1; i <= 1; i++) {
        cairo_arc(cairo, x + i * r * 0.42, y, r * 0.14, 0, 2 * M_PI);
        cairo_fill(cairo);
    }
}

static void clock_face(cairo_t *cairo, double x, double y, double r) {
    cairo_arc(cairo, x, y, r * 0.55, 0, 2 * M_PI);
    cairo_stroke(cairo);
    cairo_move_to(cairo, x, y - r * 0.34);
    cairo_line_to(cairo, x, y);
    cairo_line_to(cairo, x + r * 0.26, y + r * 0.12);
    cairo_stroke(cairo);
}

static void padlock(cairo_t *cairo, double x, double y, double r) {
    cairo_rectangle(cairo, x - r * 0.42, y - r * 0.06, r * 0.84, r * 0.56);
    cairo_fill(cairo);
    cairo_arc(cairo, x, y - r * 0.1, r * 0.28, M_PI, 2 * M_PI);
    cairo_stroke(cairo);
}

static void bars(cairo_t *cairo, double x, double y, double r) {
    cairo_rectangle(cairo, x - r * 0.4, y - r * 0.42, r * 0.26, r * 0.84);
    cairo_rectangle(cairo, x + r * 0.14, y - r * 0.42, r * 0.26, r * 0.84);
    cairo_fill(cairo);
}

static void cross(cairo_t *cairo, double x, double y, double r) {
    cairo_move_to(cairo, x - r * 0.38, y - r * 0.38);
    cairo_line_to(cairo, x + r * 0.38, y + r * 0.38);
    cairo_move_to(cairo, x + r * 0.38, y - r * 0.38);
    cairo_line_to(cairo, x - r * 0.38, y + r * 0.38);
    cairo_stroke(cairo);
}

void sl_paint_badge(cairo_t *cairo, uint8_t state, bool stuck, double x, double y, double r, bool is_dark) {
    cairo_save(cairo);
    sl_paint_set(cairo, sl_state_colour(state, stuck, is_dark), 1);
    cairo_new_path(cairo);
    cairo_arc(cairo, x, y, r, 0, 2 * M_PI);
    cairo_fill(cairo);
    sl_paint_set(cairo, is_dark ? sl_palette(true)->paper : (SlColour){1, 1, 1}, 1);
    cairo_set_line_width(cairo, r * 0.2);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    switch (stuck ? SL_STATE_PANICKED : state) {
    case SL_STATE_RUNNING:
        cairo_move_to(cairo, x - r * 0.32, y - r * 0.48);
        cairo_line_to(cairo, x + r * 0.54, y);
        cairo_line_to(cairo, x - r * 0.32, y + r * 0.48);
        cairo_close_path(cairo);
        cairo_fill(cairo);
        break;
    case SL_STATE_SENDING:
        arrow(cairo, x, y, r, 1);
        break;
    case SL_STATE_RECEIVING:
        arrow(cairo, x, y, r, -1);
        break;
    case SL_STATE_SELECT:
        cairo_move_to(cairo, x + r * 0.34, y - r * 0.48);
        cairo_line_to(cairo, x - r * 0.38, y);
        cairo_line_to(cairo, x + r * 0.34, y + r * 0.48);
        cairo_stroke(cairo);
        break;
    case SL_STATE_LOCKING:
        padlock(cairo, x, y, r);
        break;
    case SL_STATE_SLEEPING:
        clock_face(cairo, x, y, r);
        break;
    case SL_STATE_WAITING:
    case SL_STATE_PARKED:
        bars(cairo, x, y, r);
        break;
    case SL_STATE_INPUT:
        cairo_move_to(cairo, x - r * 0.35, y - r * 0.3);
        cairo_line_to(cairo, x, y);
        cairo_line_to(cairo, x - r * 0.35, y + r * 0.3);
        cairo_move_to(cairo, x + r * 0.05, y + r * 0.36);
        cairo_line_to(cairo, x + r * 0.45, y + r * 0.36);
        cairo_stroke(cairo);
        break;
    case SL_STATE_ENDED:
        cairo_rectangle(cairo, x - r * 0.36, y - r * 0.36, r * 0.72, r * 0.72);
        cairo_fill(cairo);
        break;
    case SL_STATE_PANICKED:
        cross(cairo, x, y, r);
        break;
    default:
        dots(cairo, x, y, r);
        break;
    }
    cairo_restore(cairo);
}
