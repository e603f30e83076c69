// SPDX-License-Identifier: MIT
// A row for a process that can be added.
#include "ui/widgets/part-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "ui/paint/paint.h"

typedef struct {
    char *name, *title, *haystack; // the last two folded
    const char *category;
    int ins, outs;
    const char *colour;
} Row;

static const struct {
    const char *category, *heading, *colour;
} categories[] = {
    {"own", N_("Your functions"), "blue"}, {"source", N_("Sources"), "green"},   {"transform", N_("Transform"), "teal"},
    {"flow", N_("Flow"), "purple"},        {"time", N_("Time"), "yellow"},       {"control", N_("Control"), "orange"},
    {"sink", N_("Sinks"), "gray"},         {"faulty", N_("Faulty ones"), "red"},
};

static void row_free(void *data) {
    Row *row = data;
    g_free(row->name);
    g_free(row->title);
    g_free(row->haystack);
    g_free(row);
}

static Row *row_of(GtkWidget *widget) {
    return g_object_get_data(G_OBJECT(widget), "part");
}

// A small process with as many knobs as it has ports at each side.
static void draw_sign(GtkDrawingArea *area, cairo_t *cairo, int width, int height, void *data) {
    const Row *row = data;
    bool dark = adw_style_manager_get_dark(adw_style_manager_get_default());
    SlColour colour = sl_palette(dark)->line;
    double left = 6, top = 5, w = width - 12, h = height - 10;
    (void)area;
    sl_named_colour(row->colour, dark, &colour);
    cairo_set_source_rgba(cairo, colour.r, colour.g, colour.b, 0.28);
    cairo_rectangle(cairo, left, top, w, h);
    cairo_fill_preserve(cairo);
    cairo_set_source_rgb(cairo, colour.r, colour.g, colour.b);
    cairo_set_line_width(cairo, 1.5);
    cairo_stroke(cairo);
    for (int side = 0; side < 2; side++) {
        int count = MIN(side ? row->outs : row->ins, 3);
        for (int i = 0; i < count; i++) {
            cairo_arc(cairo, side ? left + w : left, top + h * (i + 1) / (count + 1), 3, 0, 2 * G_PI);
            cairo_fill(cairo);
        }
    }
}

static GtkWidget *label_new(const char *text, const char *style) {
    GtkWidget *label = gtk_label_new(text);
    gtk_label_set_xalign(GTK_LABEL(label), 0);
    gtk_label_set_ellipsize(GTK_LABEL(label), PANGO_ELLIPSIZE_END);
    gtk_widget_add_css_class(label, style);
    return label;
}

GtkWidget *sl_part_row_new(const SlPart *part) {
    Row *row = g_new0(Row, 1);
    guint c = 0;
    while (c + 1 < G_N_ELEMENTS(categories) && strcmp(categories[c].category, part->category))
        c++;
    row->name = g_strdup(part->name);
    row->title = g_utf8_casefold(part->title, -1);
    g_autofree char *words = g_strdup_printf("%s %s %s %s", part->name, part->title, part->about, part->category);
    row->haystack = g_utf8_casefold(words, -1);
    row->category = categories[c].heading;
    row->colour = categories[c].colour;
    row->ins = part->ins;
    row->outs = part->outs;
    GtkWidget *widget = gtk_list_box_row_new(), *box = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 10);
    GtkWidget *text = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0), *sign = gtk_drawing_area_new();
    gtk_drawing_area_set_content_width(GTK_DRAWING_AREA(sign), 38);
    gtk_drawing_area_set_content_height(GTK_DRAWING_AREA(sign), 28);
    gtk_drawing_area_set_draw_func(GTK_DRAWING_AREA(sign), draw_sign, row, NULL);
    gtk_widget_set_valign(sign, GTK_ALIGN_CENTER);
    gtk_box_append(GTK_BOX(text), label_new(part->title, "kind"));
    gtk_box_append(GTK_BOX(text), label_new(*part->about ? part->about : part->ports, "caption"));
    gtk_box_append(GTK_BOX(box), sign);
    gtk_box_append(GTK_BOX(box), text);
    gtk_list_box_row_set_child(GTK_LIST_BOX_ROW(widget), box);
    gtk_widget_set_tooltip_text(widget, part->about);
    g_object_set_data_full(G_OBJECT(widget), "part", row, row_free);
    return widget;
}

const char *sl_part_row_name(GtkWidget *widget) {
    return row_of(widget)->name;
}

const char *sl_part_row_category(GtkWidget *widget) {
    return _(row_of(widget)->category);
}

gboolean sl_part_row_matches(GtkWidget *widget, const char *words) {
    g_autofree char *folded = g_utf8_casefold(words, -1);
    g_auto(GStrv) each = g_strsplit_set(folded, " \t", -1);
    for (int i = 0; each[i]; i++)
        if (!strstr(row_of(widget)->haystack, each[i]))
            return FALSE;
    return TRUE;
}

gboolean sl_part_row_begins(GtkWidget *widget, const char *words) {
    g_autofree char *folded = g_utf8_casefold(words, -1);
    return g_str_has_prefix(row_of(widget)->title, folded) || g_str_has_prefix(row_of(widget)->name, words);
}

static void on_header(GtkListBoxRow *row, GtkListBoxRow *before, void *data) {
    (void)data;
    const char *heading = sl_part_row_category(GTK_WIDGET(row));
    if (before && strcmp(sl_part_row_category(GTK_WIDGET(before)), heading) == 0) {
        gtk_list_box_row_set_header(row, NULL);
        return;
    }
    GtkWidget *label = label_new(heading, "palette-heading");
    gtk_list_box_row_set_header(row, label);
}

// Whether one of the ports as written ("in <-chan T, a, b chan<- []int") carries the type. A type parameter is one
// letter, and may be any type.
static bool could_carry(const char *ports, const char *type, bool receives) {
    g_auto(GStrv) each = g_strsplit(ports, ", ", -1);
    for (int i = 0; each[i]; i++) {
        const char *chan = strstr(each[i], receives ? "<-chan " : "chan<- ");
        const char *plain = strstr(each[i], " chan ");
        const char *carries = chan ? strchr(chan, ' ') + 1 : plain ? plain + strlen(" chan ") : NULL;
        if (!carries)
            continue;
        bool generic = false;
        for (const char *at = carries; *at; at++)
            generic |= g_ascii_isupper(*at) && !g_ascii_isalnum(at[1]) && (at == carries || !g_ascii_isalnum(at[-1])) &&
                       (at == carries || at[-1] != '.');
        if (generic || strcmp(carries, type) == 0)
            return true;
    }
    return false;
}

void sl_part_rows_fill(GtkListBox *list, SlSession *session, const char *type, bool receives) {
    // Of a channel's own type what it carries.
    static const char *const heads[] = {"<-chan ", "chan<- ", "chan "};
    for (guint i = 0; type && i < G_N_ELEMENTS(heads); i++)
        if (g_str_has_prefix(type, heads[i])) {
            type += strlen(heads[i]);
            break;
        }
    for (GtkWidget *child; (child = gtk_widget_get_first_child(GTK_WIDGET(list)));)
        gtk_list_box_remove(list, child);
    const SlParts *lists[] = {sl_session_own_parts(session), sl_session_palette(session)};
    for (int l = 0; l < 2; l++)
        for (int i = 0; lists[l] && i < lists[l]->count; i++) {
            bool copied = false; // a part of the palette that the program has already is its own
            for (int k = 0; l && lists[0] && k < lists[0]->count; k++)
                copied |= strcmp(lists[0]->list[k].name, lists[l]->list[i].name) == 0;
            if (!copied && (!type || could_carry(lists[l]->list[i].ports, type, receives)))
                gtk_list_box_append(list, sl_part_row_new(&lists[l]->list[i]));
        }
    gtk_list_box_set_header_func(list, on_header, NULL, NULL);
}
