// SPDX-License-Identifier: MIT
// Pieces that the files of paint share.
#ifndef SL_PAINT_IMPL_H
#define SL_PAINT_IMPL_H

#include <pango/pangocairo.h>

#include "ui/paint/paint.h"

typedef enum { SL_FONT_TITLE, SL_FONT_STATUS, SL_FONT_SMALL, SL_FONT_CODE, SL_FONT_CELL, SL_FONT_COUNT_ } SlFont;
typedef enum { SL_ALIGN_LEFT, SL_ALIGN_CENTRE, SL_ALIGN_RIGHT } SlAlign;

static const double SL_WORDS_FROM = 0.35; // smaller pictures have no words, and simpler lines
void sl_paint_coarse(cairo_t *cairo);     // quick lines, for what is small
void sl_paint_set(cairo_t *cairo, SlColour colour, double alpha);
void sl_paint_rounded(cairo_t *cairo, double x, double y, double w, double h, double radius); // adds a path
// One line of text in [x, x + w], its middle at y; ellipsized at its end. Returns the width that it took.
double sl_paint_text(cairo_t *cairo, const SlPaintStyle *style, const char *text, SlFont font, SlAlign align, double x,
                     double y, double w);
void sl_paint_process(cairo_t *cairo, const SlNode *node, SlRect body, const SlPaintStyle *style);
void sl_paint_channel(cairo_t *cairo, const SlNode *node, const SlPlaced *placed, const SlPaintStyle *style);
void sl_paint_shape(cairo_t *cairo, const SlNode *node, const SlPlaced *placed, const SlPaintStyle *style);

#endif
