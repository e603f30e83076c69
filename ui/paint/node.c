// SPDX-License-Identifier: MIT
// Nodes: a goroutine is a rounded box; a channel a pill with cells, a gauge or a gate; locks and the rest have shapes.
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "ui/paint/impl.h"
#include "ui/scene/translate.h"

static const double DIM = 0.38;

static double weight(const SlPaintStyle *style, double width) {
    return style->presentation ? width * 1.3 : width;
}

static void ring(cairo_t *cairo, SlRect body, double radius, const SlPaintStyle *style) {
    sl_paint_rounded(cairo, body.x - 5, body.y - 5, body.w + 10, body.h + 10, radius + 5);
    sl_paint_set(cairo, sl_palette(style->dark)->accent, 0.75);
    cairo_set_line_width(cairo, weight(style, 2.5));
    cairo_stroke(cairo);
}

// The user may choose it: a soft halo of the running colour.
static void halo(cairo_t *cairo, SlRect body, double radius, const SlPaintStyle *style) {
    sl_paint_rounded(cairo, body.x - 7, body.y - 7, body.w + 14, body.h + 14, radius + 7);
    sl_paint_set(cairo, sl_state_colour(SL_STATE_RUNNING, false, style->dark), 0.22);
    cairo_fill(cairo);
}

// Breakpoints stand on it: the disc that the gutter of the source has too; a ring when all are off.
static void stop_mark(cairo_t *cairo, const SlNode *node, SlRect body, const SlPaintStyle *style) {
    double radius = 7.5, x = body.x + 1, y = body.y + 1;
    cairo_new_path(cairo);
    cairo_arc(cairo, x, y, radius + 2, 0, 2 * M_PI);
    sl_paint_set(cairo, sl_palette(style->dark)->paper, 1);
    cairo_fill(cairo);
    cairo_arc(cairo, x, y, node->breaks > 0 ? radius : radius - 1.5, 0, 2 * M_PI);
    sl_paint_set(cairo, style->dark ? (SlColour){0.93, 0.30, 0.33} : (SlColour){0.75, 0.11, 0.16}, 1);
    cairo_set_line_width(cairo, 3);
    if (node->breaks > 0)
        cairo_fill(cairo);
    else
        cairo_stroke(cairo);
}

static void stack(cairo_t *cairo, SlRect body, const SlPalette *palette, SlColour border) {
    for (int i = 2; i >= 1; i--) {
        sl_paint_rounded(cairo, body.x + 5 * i, body.y - 5 * i, body.w, body.h, 12);
        sl_paint_set(cairo, palette->box, 1);
        cairo_fill_preserve(cairo);
        sl_paint_set(cairo, border, 0.6);
        cairo_set_line_width(cairo, 1.5);
        cairo_stroke(cairo);
    }
}

// A colour that the user has given: a soft band behind the title.
static void band(cairo_t *cairo, const SlNode *node, SlRect b, const SlPaintStyle *style) {
    SlColour colour;
    if (!node->color || !sl_named_colour(node->color, style->dark, &colour))
        return;
    cairo_save(cairo);
    sl_paint_rounded(cairo, b.x, b.y, b.w, b.h, 12);
    cairo_clip(cairo);
    cairo_rectangle(cairo, b.x, b.y, b.w, node->kind == SL_NODE_CHANNEL ? b.h : 32);
    sl_paint_set(cairo, colour, style->dark ? 0.42 : 0.3);
    cairo_fill(cairo);
    cairo_restore(cairo);
}

// Where channels are put to a process: a knob at its border, filled when there is one, and its name within.
static void ports(cairo_t *cairo, const SlNode *node, SlRect b, const SlPaintStyle *style) {
    const SlPalette *palette = sl_palette(style->dark);
    for (int i = 0; i < node->port_count; i++) {
        const SlPort *port = &node->ports[i];
        double x, y;
        sl_layout_port(b, node, i, &x, &y);
        cairo_new_path(cairo);
        cairo_arc(cairo, x, y, 5, 0, 2 * M_PI);
        sl_paint_set(cairo, port->connected ? palette->accent : palette->box, 1);
        cairo_fill_preserve(cairo);
        sl_paint_set(cairo, port->connected ? palette->accent : palette->muted, 1);
        cairo_set_line_width(cairo, weight(style, 1.6));
        cairo_stroke(cairo);
        if (style->detail < SL_WORDS_FROM)
            continue;
        sl_paint_set(cairo, palette->muted, 1);
        double w = b.w / 2 - 18;
        sl_paint_text(cairo, style, port->name, SL_FONT_SMALL, port->sends ? SL_ALIGN_RIGHT : SL_ALIGN_LEFT,
                      port->sends ? b.x + b.w / 2 + 6 : b.x + 12, y, w);
    }
}

void sl_paint_process(cairo_t *cairo, const SlNode *node, SlRect b, const SlPaintStyle *style) {
    const SlPalette *palette = sl_palette(style->dark);
    bool still = node->id == 0; // only wiring
    SlColour border = still ? palette->line : sl_state_colour(node->state, node->stuck, style->dark);
    if (node->can_move)
        halo(cairo, b, 12, style);
    if (node->count > 1 || node->many)
        stack(cairo, b, palette, border);
    sl_paint_rounded(cairo, b.x, b.y, b.w, b.h, 12);
    sl_paint_set(cairo, palette->box, 1);
    cairo_fill_preserve(cairo);
    sl_paint_set(cairo, border, 1);
    cairo_set_line_width(cairo, weight(style, node->stuck ? 3 : 2));
    if (node->kind == SL_NODE_STAGE) { // there is more inside: a double border
        cairo_stroke(cairo);
        sl_paint_rounded(cairo, b.x + 4, b.y + 4, b.w - 8, b.h - 8, 9);
        sl_paint_set(cairo, border, 0.55);
        cairo_set_line_width(cairo, weight(style, 1.2));
    }
    if (node->ghost || node->frozen) {
        double dashes[] = {5, 5};
        cairo_set_dash(cairo, dashes, 2, 0);
    }
    cairo_stroke(cairo);
    cairo_set_dash(cairo, NULL, 0, 0);
    band(cairo, node, b, style);
    ports(cairo, node, b, style);
    if (style->detail < SL_WORDS_FROM) {
        if (!still)
            sl_paint_badge(cairo, node->state, node->stuck, b.x + b.w / 2, b.y + b.h / 2, 22, style->dark);
        return;
    }
    double left = b.x + 14, larger = style->text > 1 ? style->text : 1;
    bool two_lines = larger > 1.2; // large words leave no room for the source line
    double title_y = two_lines                 ? b.y + b.h * 0.3
                     : node->port_count        ? b.y + 19
                     : still || !*node->status ? b.y + 24
                                               : b.y + 17;
    double status_y = two_lines ? b.y + b.h * 0.7 : b.y + 34;
    if (!still) {
        double radius = two_lines ? 13 : 10.5;
        sl_paint_badge(cairo, node->state, node->stuck, b.x + 23, two_lines ? b.y + b.h * 0.3 : b.y + 24, radius,
                       style->dark);
        left = b.x + 30 + radius;
    }
    sl_paint_set(cairo, palette->muted, 1);
    double number =
        sl_paint_text(cairo, style, node->number, SL_FONT_SMALL, SL_ALIGN_RIGHT, b.x + b.w - 70, title_y, 58);
    sl_paint_set(cairo, palette->ink, 1);
    sl_paint_text(cairo, style, node->title, SL_FONT_TITLE, SL_ALIGN_LEFT, left, title_y,
                  b.x + b.w - 18 - number - left);
    sl_paint_set(cairo, sl_state_text_colour(node->state, node->stuck, style->dark), 1);
    if (two_lines)
        left = b.x + 14;
    sl_paint_text(cairo, style, node->status, SL_FONT_STATUS, SL_ALIGN_LEFT, left, status_y, b.x + b.w - 10 - left);
    if (two_lines)
        return;
    double code_y = node->port_count ? b.y + b.h - 34 : b.y + 47, code_h = b.y + b.h - 9 - code_y;
    sl_paint_rounded(cairo, b.x + 9, code_y, b.w - 18, code_h, 6);
    sl_paint_set(cairo, palette->code, 1);
    cairo_fill(cairo);
    sl_paint_set(cairo, palette->ink, 0.92);
    sl_paint_text(cairo, style, node->line, SL_FONT_CODE, SL_ALIGN_LEFT, b.x + 17, code_y + code_h / 2, b.w - 34);
}

// ---- channels ----

static void gate(cairo_t *cairo, const SlNode *node, SlRect b, SlColour colour, const SlPaintStyle *style) {
    double x = b.x + b.w / 2;
    cairo_set_line_width(cairo, weight(style, 4.5));
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    sl_paint_set(cairo, colour, 1);
    cairo_move_to(cairo, x, b.y + 7);
    cairo_line_to(cairo, x, b.y + b.h - 7);
    cairo_stroke(cairo);
    (void)node;
}

// A bar across the writers' end: nothing can be put in any more.
static void shut(cairo_t *cairo, SlRect b, SlColour colour, const SlPaintStyle *style) {
    cairo_save(cairo);
    cairo_set_line_width(cairo, weight(style, 4));
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    sl_paint_set(cairo, colour, 1);
    cairo_move_to(cairo, b.x - 3, b.y - 5);
    cairo_line_to(cairo, b.x - 3, b.y + b.h + 5);
    cairo_move_to(cairo, b.x - 9, b.y - 5);
    cairo_line_to(cairo, b.x - 9, b.y + b.h + 5);
    cairo_stroke(cairo);
    cairo_restore(cairo);
}

static void cells(cairo_t *cairo, const SlNode *node, SlRect b, const SlPalette *palette, const SlPaintStyle *style) {
    for (uint64_t i = 0; i < node->capacity; i++) { // the next out is the last cell, nearest the readers
        double x = b.x + b.w - SL_PILL_PAD - (double)(i + 1) * SL_CELL - (double)i * SL_CELL_GAP;
        bool full = i < node->length;
        if (style->detail < SL_WORDS_FROM) {
            cairo_rectangle(cairo, x, b.y + 7, SL_CELL, SL_PILL_H - 14);
            sl_paint_set(cairo, full ? palette->cell : palette->soft, 1);
            cairo_fill(cairo);
            continue;
        }
        sl_paint_rounded(cairo, x, b.y + 6, SL_CELL, SL_PILL_H - 12, 5);
        sl_paint_set(cairo, full ? palette->cell : palette->soft, full ? 1 : 0.55);
        cairo_fill_preserve(cairo);
        sl_paint_set(cairo, palette->cell_border, 1);
        cairo_set_line_width(cairo, 1.2);
        cairo_stroke(cairo);
        if (full && i < (uint64_t)node->value_count && style->detail >= SL_WORDS_FROM) {
            sl_paint_set(cairo, palette->cell_text, 1);
            sl_paint_text(cairo, style, node->values[i], SL_FONT_CELL, SL_ALIGN_CENTRE, x + 1, b.y + SL_PILL_H / 2.0,
                          SL_CELL - 2);
        }
    }
}

// Words under a channel: all of its type, or with large words only how full it is.
static const char *short_type(const SlNode *node, const SlPaintStyle *style) {
    const char *dot = style->text > 1.2 ? strstr(node->type, " · ") : NULL;
    return dot ? dot + strlen(" · ") : node->type;
}

static void gauge(cairo_t *cairo, const SlNode *node, SlRect b, const SlPalette *palette, const SlPaintStyle *style) {
    double room = b.w - 2 * SL_PILL_PAD, share = node->capacity ? (double)node->length / (double)node->capacity : 0;
    double filled = room * share, right = b.x + b.w - SL_PILL_PAD;
    sl_paint_rounded(cairo, b.x + SL_PILL_PAD, b.y + 8, room, SL_PILL_H - 16, 6);
    sl_paint_set(cairo, palette->soft, 1);
    cairo_fill(cairo);
    if (filled > 1) {
        sl_paint_rounded(cairo, right - filled, b.y + 8, filled, SL_PILL_H - 16, 6);
        sl_paint_set(cairo, palette->cell, 0.8);
        cairo_fill(cairo);
    }
    if (style->detail < SL_WORDS_FROM)
        return;
    char count[32];
    snprintf(count, sizeof count, "%llu", (unsigned long long)node->length);
    sl_paint_set(cairo, share > 0.55 ? palette->cell_text : palette->ink, 1);
    sl_paint_text(cairo, style, count, SL_FONT_CELL, SL_ALIGN_CENTRE, b.x + 60, b.y + b.h / 2, b.w - 120);
    if (!node->value_count)
        return;
    sl_paint_set(cairo, filled > 60 ? palette->cell_text : palette->ink, 1);
    sl_paint_text(cairo, style, node->values[0], SL_FONT_CELL, SL_ALIGN_RIGHT, right - 66, b.y + b.h / 2, 60);
    if (node->value_count > 1 && node->length > 1) {
        sl_paint_set(cairo, share > 0.97 ? palette->cell_text : palette->ink, 1);
        sl_paint_text(cairo, style, node->values[node->value_count - 1], SL_FONT_CELL, SL_ALIGN_LEFT,
                      b.x + SL_PILL_PAD + 6, b.y + b.h / 2, 56);
    }
}

static void channel_words(cairo_t *cairo, const SlNode *node, const SlPlaced *placed, const SlPaintStyle *style) {
    const SlPalette *palette = sl_palette(style->dark);
    SlRect b = placed->body, box = placed->box;
    bool next = node->capacity && node->length && node->value_count;
    sl_paint_set(cairo, palette->ink, 1);
    double larger = style->text > 1 ? style->text : 1;
    sl_paint_text(cairo, style, node->title, SL_FONT_TITLE, SL_ALIGN_CENTRE, box.x - 20, b.y - 14 * larger,
                  box.w + 40 - (next && box.w < 150 ? 34 : 0));
    if (next && larger < 1.2 && b.w > 110) {
        sl_paint_set(cairo, palette->accent, 1);
        sl_paint_text(cairo, style, _("next"), SL_FONT_STATUS, SL_ALIGN_RIGHT, b.x + b.w - 60, b.y - 9,
                      60 - SL_PILL_PAD);
    }
    char type[160];
    if (node->rate >= 0.5)
        snprintf(type, sizeof type, "%s · %.0f/s", short_type(node, style), node->rate);
    else
        snprintf(type, sizeof type, "%s", short_type(node, style));
    sl_paint_set(cairo, palette->muted, 1);
    sl_paint_text(cairo, style, type, SL_FONT_CODE, SL_ALIGN_CENTRE, box.x - 30, b.y + b.h + 13 * larger, box.w + 60);
}

void sl_paint_channel(cairo_t *cairo, const SlNode *node, const SlPlaced *placed, const SlPaintStyle *style) {
    const SlPalette *palette = sl_palette(style->dark);
    SlRect b = placed->body;
    SlColour border = node->accused  ? sl_state_colour(0, true, style->dark)
                      : node->closed ? palette->muted
                                     : palette->accent;
    sl_paint_rounded(cairo, b.x, b.y, b.w, b.h, b.h / 2);
    sl_paint_set(cairo, palette->box, 1);
    cairo_fill_preserve(cairo);
    sl_paint_set(cairo, border, node->ghost || !node->id ? 0.65 : 1);
    cairo_set_line_width(cairo, weight(style, 2));
    if (node->ghost) {
        double dashes[] = {5, 5};
        cairo_set_dash(cairo, dashes, 2, 0);
    }
    cairo_stroke(cairo);
    cairo_set_dash(cairo, NULL, 0, 0);
    if (style->detail >= 0.15) {
        if (!node->capacity)
            gate(cairo, node, b, border, style);
        else if (node->capacity <= SL_CELLS)
            cells(cairo, node, b, palette, style);
        else
            gauge(cairo, node, b, palette, style);
    }
    if (node->closed)
        shut(cairo, b, palette->muted, style);
    if (style->detail >= SL_WORDS_FROM)
        channel_words(cairo, node, placed, style);
}

// ---- locks, wait groups, conditions, timers, the unknown ----

static void outline(cairo_t *cairo, const SlNode *node, SlRect b) {
    double x = b.x + b.w / 2, y = b.y + b.h / 2, r = b.w / 2;
    switch (node->kind) {
    case SL_NODE_GROUP: // a hexagon: all have to come together
        for (int i = 0; i < 6; i++)
            cairo_line_to(cairo, x + r * cos(i * M_PI / 3), y + r * sin(i * M_PI / 3));
        cairo_close_path(cairo);
        break;
    case SL_NODE_TIMER:
        cairo_arc(cairo, x, y, r, 0, 2 * M_PI);
        break;
    case SL_NODE_COND:
        cairo_move_to(cairo, x, b.y);
        cairo_line_to(cairo, b.x + b.w, y);
        cairo_line_to(cairo, x, b.y + b.h);
        cairo_line_to(cairo, b.x, y);
        cairo_close_path(cairo);
        break;
    default:
        sl_paint_rounded(cairo, b.x, b.y, b.w, b.h, 8);
        break;
    }
}

static void lock_sign(cairo_t *cairo, const SlNode *node, double x, double y, double r, bool held) {
    (void)node;
    cairo_set_line_width(cairo, r * 0.16);
    cairo_rectangle(cairo, x - r * 0.46, y - r * 0.06, r * 0.92, r * 0.62);
    cairo_fill(cairo);
    cairo_arc(cairo, x + (held ? 0 : r * 0.42), y - r * 0.1, r * 0.3, M_PI, 2 * M_PI);
    cairo_stroke(cairo);
}

void sl_paint_shape(cairo_t *cairo, const SlNode *node, const SlPlaced *placed, const SlPaintStyle *style) {
    const SlPalette *palette = sl_palette(style->dark);
    SlRect b = placed->body, box = placed->box;
    double x = b.x + b.w / 2, y = b.y + b.h / 2;
    SlColour colour = node->accused                ? sl_state_colour(0, true, style->dark)
                      : node->kind == SL_NODE_LOCK ? sl_state_colour(SL_STATE_LOCKING, false, style->dark)
                                                   : sl_state_colour(SL_STATE_WAITING, false, style->dark);
    cairo_new_path(cairo);
    outline(cairo, node, b);
    sl_paint_set(cairo, palette->box, 1);
    cairo_fill_preserve(cairo);
    sl_paint_set(cairo, colour, node->ghost || !node->id ? 0.65 : 1);
    cairo_set_line_width(cairo, weight(style, 2));
    cairo_stroke(cairo);
    sl_paint_set(cairo, colour, 1);
    char counter[24];
    snprintf(counter, sizeof counter, "%lld", (long long)node->counter);
    if (node->kind == SL_NODE_LOCK)
        lock_sign(cairo, node, x, y, 22, *node->status || node->counter);
    else if (node->kind == SL_NODE_GROUP)
        sl_paint_text(cairo, style, node->id ? counter : "0", SL_FONT_TITLE, SL_ALIGN_CENTRE, b.x, y, b.w);
    else if (node->kind == SL_NODE_TIMER)
        sl_paint_badge(cairo, SL_STATE_SLEEPING, false, x, y, 18, style->dark);
    else
        sl_paint_text(cairo, style, node->kind == SL_NODE_COND ? "∼" : "?", SL_FONT_TITLE, SL_ALIGN_CENTRE, b.x, y,
                      b.w);
    if (style->detail < SL_WORDS_FROM)
        return;
    sl_paint_set(cairo, palette->ink, 1);
    sl_paint_text(cairo, style, node->title, SL_FONT_TITLE, SL_ALIGN_CENTRE, box.x - 20,
                  b.y - 13 * fmax(style->text, 1), box.w + 40);
    sl_paint_set(cairo, palette->muted, 1);
    sl_paint_text(cairo, style, *node->status ? node->status : short_type(node, style), SL_FONT_SMALL, SL_ALIGN_CENTRE,
                  box.x - 40, b.y + b.h + 13 * fmax(style->text, 1), box.w + 80);
}

// Something about it deserves a look: a sign at its upper right corner.
static void hint(cairo_t *cairo, const SlNode *node, SlRect b, const SlPaintStyle *style) {
    SlColour colour = sl_state_colour(node->hint > 1 ? SL_STATE_SENDING : SL_STATE_SLEEPING, false, style->dark);
    double x = b.x + b.w - 4, y = b.y - 2, r = 10;
    cairo_new_path(cairo);
    cairo_move_to(cairo, x, y - r);
    cairo_line_to(cairo, x + r, y + r * 0.8);
    cairo_line_to(cairo, x - r, y + r * 0.8);
    cairo_close_path(cairo);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    sl_paint_set(cairo, colour, 1);
    cairo_set_line_width(cairo, 3);
    cairo_fill_preserve(cairo);
    cairo_stroke(cairo);
    sl_paint_set(cairo, sl_palette(style->dark)->box, 1);
    sl_paint_text(cairo, style, "!", SL_FONT_CELL, SL_ALIGN_CENTRE, x - r, y + 1.5, 2 * r);
}

void sl_paint_node(cairo_t *cairo, const SlNode *node, const SlPlaced *placed, const SlPaintStyle *style) {
    cairo_save(cairo);
    bool faint = node->dimmed && !node->selected;
    if (style->detail < SL_WORDS_FROM)
        sl_paint_coarse(cairo);
    if (faint)
        cairo_push_group(cairo);
    if (node->kind == SL_NODE_PROCESS || node->kind == SL_NODE_STAGE)
        sl_paint_process(cairo, node, placed->body, style);
    else if (node->kind == SL_NODE_CHANNEL)
        sl_paint_channel(cairo, node, placed, style);
    else
        sl_paint_shape(cairo, node, placed, style);
    if (node->hint && style->detail >= 0.15)
        hint(cairo, node, placed->body, style);
    if (node->breaks)
        stop_mark(cairo, node, placed->body, style);
    if (node->selected || node->key == style->focus)
        ring(cairo, placed->body, node->kind == SL_NODE_CHANNEL ? SL_PILL_H / 2.0 : 12, style);
    if (faint) {
        cairo_pop_group_to_source(cairo);
        cairo_paint_with_alpha(cairo, DIM);
    }
    cairo_restore(cairo);
}

SlRect sl_paint_node_extent(const SlPlaced *placed) {
    enum { MARGIN = 44 };
    SlRect r = placed->box;
    return (SlRect){r.x - MARGIN, r.y - MARGIN / 2.0, r.w + 2 * MARGIN, r.h + MARGIN};
}
