// SPDX-License-Identifier: MIT
// Gallery: a flow of cards. The thumbnail of an example is its wiring, drawn by the same paint as the canvas.
#include "ui/widgets/gallery.h"

#include <glib/gi18n.h>

#include <adwaita.h>
#include <string.h>

#include "ui/paint/paint.h"

enum { THUMB_W = 300, THUMB_H = 150 };

typedef struct {
    const SlExample *example;
    SlSession *session; // makes the scene; lives as long as the card
} Card;

// The comment in front of the package clause without its slashes: first line the title, the rest the words.
static void split_comment(const SlExample *example, GString *title, GString *words) {
    const char *at = example->text, *end = example->text + example->length;
    for (int line = 0; at < end && strncmp(at, "//", 2) == 0; line++) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        stop = stop ? stop : end;
        const char *from = at + 2 + (at + 2 < stop && at[2] == ' ');
        GString *into = line ? words : title;
        if (from < stop) {
            if (into->len)
                g_string_append_c(into, ' ');
            g_string_append_len(into, from, stop - from);
        }
        at = stop + 1;
    }
}

char *sl_example_title(const SlExample *example) {
    GString *title = g_string_new(""), *words = g_string_new("");
    split_comment(example, title, words);
    g_string_free(words, TRUE);
    return g_string_free(title, FALSE);
}

char *sl_example_words(const SlExample *example) {
    GString *title = g_string_new(""), *words = g_string_new("");
    split_comment(example, title, words);
    g_string_free(title, TRUE);
    return g_string_free(words, FALSE);
}

static void draw_thumb(GtkDrawingArea *area, cairo_t *cairo, int width, int height, void *data) {
    Card *card = data;
    (void)area;
    if (!card->session) {
        card->session = sl_session_new();
        g_autofree char *text = g_strndup(card->example->text, card->example->length);
        sl_session_open_text(card->session, card->example->name, text);
    }
    const SlGeometry *geometry = sl_session_geometry(card->session);
    SlRect b = geometry->bounds;
    double zoom = MIN(MIN(width / (b.w + 60), height / (b.h + 50)), 0.8);
    SlRect visible = {b.x + b.w / 2 - width / zoom / 2, b.y + b.h / 2 - height / zoom / 2, width / zoom, height / zoom};
    SlPaintStyle style = {.dark = adw_style_manager_get_dark(adw_style_manager_get_default()), .detail = 1};
    cairo_scale(cairo, zoom, zoom);
    cairo_translate(cairo, -visible.x, -visible.y);
    sl_paint_scene(cairo, sl_session_scene(card->session), geometry, visible, &style);
}

static void card_free(void *data) {
    Card *card = data;
    g_clear_object(&card->session);
    g_free(card);
}

static GtkWidget *card_new(const SlExample *example) {
    Card *card = g_new0(Card, 1);
    card->example = example;
    g_autofree char *title = sl_example_title(example), *words = sl_example_words(example);
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 6);
    GtkWidget *thumb = gtk_drawing_area_new(), *name = gtk_label_new(title), *text = gtk_label_new(words);
    gtk_drawing_area_set_content_width(GTK_DRAWING_AREA(thumb), THUMB_W);
    gtk_drawing_area_set_content_height(GTK_DRAWING_AREA(thumb), THUMB_H);
    gtk_drawing_area_set_draw_func(GTK_DRAWING_AREA(thumb), draw_thumb, card, NULL);
    g_object_set_data_full(G_OBJECT(thumb), "card", card, card_free);
    for (int i = 0; i < 2; i++) {
        GtkWidget *label = i ? text : name;
        gtk_label_set_xalign(GTK_LABEL(label), 0);
        gtk_label_set_yalign(GTK_LABEL(label), 0);
        gtk_label_set_wrap(GTK_LABEL(label), TRUE);
        gtk_label_set_max_width_chars(GTK_LABEL(label), 34);
        gtk_label_set_width_chars(GTK_LABEL(label), 34);
        gtk_widget_set_margin_start(label, 14);
        gtk_widget_set_margin_end(label, 14);
    }
    gtk_widget_add_css_class(name, "title");
    gtk_widget_add_css_class(text, "dim-label");
    gtk_widget_set_margin_top(name, 8);
    gtk_widget_set_margin_bottom(text, 14);
    gtk_widget_set_vexpand(text, TRUE);
    gtk_box_append(GTK_BOX(box), thumb);
    gtk_box_append(GTK_BOX(box), name);
    gtk_box_append(GTK_BOX(box), text);
    GtkWidget *child = gtk_flow_box_child_new();
    gtk_flow_box_child_set_child(GTK_FLOW_BOX_CHILD(child), box);
    gtk_widget_add_css_class(child, "card");
    gtk_widget_add_css_class(child, "activatable");
    gtk_widget_add_css_class(child, "gallery-card");
    gtk_widget_set_overflow(child, GTK_OVERFLOW_HIDDEN);
    gtk_accessible_update_property(GTK_ACCESSIBLE(child), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
    return child;
}

typedef struct {
    void (*chosen)(void *data, int index);
    void *data;
} Chosen;

static void on_activated(GtkFlowBox *flow, GtkFlowBoxChild *child, void *data) {
    Chosen *chosen = data;
    (void)flow;
    chosen->chosen(chosen->data, gtk_flow_box_child_get_index(child));
}

GtkWidget *sl_gallery_new(const SlExample *examples, int count, void (*callback)(void *data, int index), void *data) {
    Chosen *chosen = g_new(Chosen, 1);
    *chosen = (Chosen){callback, data};
    GtkWidget *flow = gtk_flow_box_new();
    gtk_flow_box_set_selection_mode(GTK_FLOW_BOX(flow), GTK_SELECTION_NONE);
    gtk_flow_box_set_column_spacing(GTK_FLOW_BOX(flow), 18);
    gtk_flow_box_set_row_spacing(GTK_FLOW_BOX(flow), 18);
    gtk_flow_box_set_homogeneous(GTK_FLOW_BOX(flow), TRUE);
    gtk_flow_box_set_max_children_per_line(GTK_FLOW_BOX(flow), 4);
    for (int i = 0; i < count; i++)
        gtk_flow_box_append(GTK_FLOW_BOX(flow), card_new(&examples[i]));
    g_signal_connect_data(flow, "child-activated", G_CALLBACK(on_activated), chosen,
                          (GClosureNotify)(void (*)(void))g_free, 0);
    GtkWidget *heading = gtk_label_new(_("Open an example, press Run, and watch"));
    gtk_widget_add_css_class(heading, "title-1");
    GtkWidget *hint = gtk_label_new(_("Or open a Go program of your own (Ctrl+O), or begin a new one (Ctrl+N)."));
    gtk_widget_add_css_class(hint, "dim-label");
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 12);
    gtk_widget_set_margin_top(box, 32);
    gtk_widget_set_margin_bottom(box, 40);
    gtk_widget_set_margin_start(box, 32);
    gtk_widget_set_margin_end(box, 32);
    gtk_box_append(GTK_BOX(box), heading);
    gtk_box_append(GTK_BOX(box), hint);
    gtk_widget_set_margin_bottom(hint, 14);
    gtk_widget_set_halign(flow, GTK_ALIGN_CENTER);
    gtk_widget_set_valign(flow, GTK_ALIGN_START);
    gtk_box_append(GTK_BOX(box), flow);
    GtkWidget *scroller = gtk_scrolled_window_new();
    gtk_scrolled_window_set_policy(GTK_SCROLLED_WINDOW(scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
    gtk_scrolled_window_set_child(GTK_SCROLLED_WINDOW(scroller), box);
    return scroller;
}
