// SPDX-License-Identifier: MIT
// Outline: two groups of rows kept in step with the scene and its selection. Rows are reused, so that a reader's place
// stays while the program runs.
#include "ui/widgets/outline.h"

#include <adwaita.h>

#include "ui/paint/paint.h"

enum { MOST_ROWS = 400 };

typedef struct {
    SlSession *session;
    GtkWidget *scroller, *list, *more;
    GPtrArray *rows; // GtkListBoxRow
    guint idle;
    gboolean updating;
} Outline;

typedef struct {
    GtkWidget *badge, *title, *detail;
    guint64 key;
    int state; // for the badge; -1 none, 100 + state when stuck
} Row;

static void draw_badge(GtkDrawingArea *area, cairo_t *cairo, int width, int height, void *data) {
    Row *row = data;
    (void)area;
    bool dark = adw_style_manager_get_dark(adw_style_manager_get_default());
    if (row->state >= 0) {
        sl_paint_badge(cairo, (uint8_t)(row->state % 100), row->state >= 100, width / 2.0, height / 2.0, 9, dark);
        return;
    }
    SlColour c = sl_palette(dark)->accent;
    cairo_set_source_rgb(cairo, c.r, c.g, c.b);
    cairo_set_line_width(cairo, 2);
    cairo_arc(cairo, 7, height / 2.0, 5, 1.5708, 4.7124);
    cairo_arc(cairo, width - 7, height / 2.0, 5, -1.5708, 1.5708);
    cairo_close_path(cairo);
    cairo_stroke(cairo);
}

static GtkWidget *add_row(Outline *outline) {
    Row *row = g_new0(Row, 1);
    GtkWidget *widget = gtk_list_box_row_new(), *box = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 10);
    GtkWidget *words = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
    row->badge = gtk_drawing_area_new();
    gtk_drawing_area_set_content_width(GTK_DRAWING_AREA(row->badge), 22);
    gtk_drawing_area_set_content_height(GTK_DRAWING_AREA(row->badge), 22);
    gtk_drawing_area_set_draw_func(GTK_DRAWING_AREA(row->badge), draw_badge, row, NULL);
    gtk_widget_set_valign(row->badge, GTK_ALIGN_CENTER);
    row->title = gtk_label_new("");
    gtk_label_set_xalign(GTK_LABEL(row->title), 0);
    gtk_label_set_ellipsize(GTK_LABEL(row->title), PANGO_ELLIPSIZE_END);
    gtk_widget_add_css_class(row->title, "kind");
    row->detail = gtk_label_new("");
    gtk_label_set_xalign(GTK_LABEL(row->detail), 0);
    gtk_label_set_ellipsize(GTK_LABEL(row->detail), PANGO_ELLIPSIZE_END);
    gtk_widget_add_css_class(row->detail, "caption");
    gtk_box_append(GTK_BOX(words), row->title);
    gtk_box_append(GTK_BOX(words), row->detail);
    gtk_box_append(GTK_BOX(box), row->badge);
    gtk_box_append(GTK_BOX(box), words);
    gtk_list_box_row_set_child(GTK_LIST_BOX_ROW(widget), box);
    g_object_set_data_full(G_OBJECT(widget), "row", row, g_free);
    gtk_list_box_append(GTK_LIST_BOX(outline->list), widget);
    g_ptr_array_add(outline->rows, widget);
    return widget;
}

static char *queue_words(const SlScene *scene, int index) {
    GString *words = g_string_new("");
    for (int i = 0; i < scene->edge_count; i++) {
        const SlEdge *edge = &scene->edges[i];
        if (edge->weight != SL_EDGE_WAITS || (edge->from != index && edge->to != index))
            continue;
        const SlNode *other = &scene->nodes[edge->from == index ? edge->to : edge->from];
        g_string_append_printf(words, "%s%s %s %s", words->len ? ", " : "", other->title, other->number,
                               edge->flow == SL_FLOW_SEND      ? "sends"
                               : edge->flow == SL_FLOW_RECEIVE ? "receives"
                                                               : "waits");
        if (edge->value)
            g_string_append_printf(words, " %s", edge->value);
    }
    return g_string_free(words, FALSE);
}

static void fill(GtkWidget *widget, const SlScene *scene, int index) {
    Row *row = g_object_get_data(G_OBJECT(widget), "row");
    const SlNode *node = &scene->nodes[index];
    g_autofree char *title = g_strdup_printf("%s %s", node->title, node->number);
    g_autofree char *queue = node->kind == SL_NODE_PROCESS ? NULL : queue_words(scene, index);
    g_autofree char *detail =
        node->kind == SL_NODE_PROCESS
            ? g_strdup_printf("%s%s%s", node->status, *node->status && *node->line ? " · " : "", node->line)
            : g_strdup_printf("%s%s%s", *node->type ? node->type : node->status, *queue ? " · " : "", queue);
    int state = node->kind != SL_NODE_PROCESS ? -1
                : node->id                    ? node->state + (node->stuck ? 100 : 0)
                                              : SL_STATE_UNKNOWN;
    if (g_strcmp0(gtk_label_get_label(GTK_LABEL(row->title)), title))
        gtk_label_set_label(GTK_LABEL(row->title), title);
    if (g_strcmp0(gtk_label_get_label(GTK_LABEL(row->detail)), detail))
        gtk_label_set_label(GTK_LABEL(row->detail), detail);
    if (row->state != state || row->key != node->key)
        gtk_widget_queue_draw(row->badge);
    row->state = state;
    row->key = node->key;
}

static gboolean update(void *data) {
    Outline *outline = data;
    outline->idle = 0;
    if (!gtk_widget_get_mapped(outline->scroller))
        return G_SOURCE_REMOVE;
    const SlScene *scene = sl_session_scene(outline->session);
    guint used = 0;
    outline->updating = TRUE;
    GtkListBoxRow *selected = NULL;
    for (int pass = 0; pass < 2; pass++) // goroutines, then channels and the rest
        for (int i = 0; i < scene->node_count && used < MOST_ROWS; i++) {
            if ((scene->nodes[i].kind == SL_NODE_PROCESS) != (pass == 0))
                continue;
            GtkWidget *widget = used < outline->rows->len ? g_ptr_array_index(outline->rows, used) : add_row(outline);
            used++;
            fill(widget, scene, i);
            if (scene->nodes[i].key == sl_session_selected(outline->session))
                selected = GTK_LIST_BOX_ROW(widget);
        }
    while (outline->rows->len > used) {
        gtk_list_box_remove(GTK_LIST_BOX(outline->list), g_ptr_array_index(outline->rows, outline->rows->len - 1));
        g_ptr_array_set_size(outline->rows, (int)outline->rows->len - 1);
    }
    if (gtk_list_box_get_selected_row(GTK_LIST_BOX(outline->list)) != selected)
        gtk_list_box_select_row(GTK_LIST_BOX(outline->list), selected);
    gtk_widget_set_visible(outline->more, scene->node_count > MOST_ROWS);
    outline->updating = FALSE;
    return G_SOURCE_REMOVE;
}

static void later(Outline *outline) {
    if (!outline->idle)
        outline->idle = g_timeout_add(60, update, outline);
}

static void on_selected(GtkListBox *list, GtkListBoxRow *widget, Outline *outline) {
    (void)list;
    if (outline->updating || !widget)
        return;
    Row *row = g_object_get_data(G_OBJECT(widget), "row");
    sl_session_select(outline->session, row->key);
}

static void on_activated(GtkListBox *list, GtkListBoxRow *widget, Outline *outline) {
    (void)list;
    Row *row = g_object_get_data(G_OBJECT(widget), "row");
    const SlScene *scene = sl_session_scene(outline->session);
    int index = sl_scene_find(scene, row->key);
    if (index >= 0 && scene->nodes[index].can_move && sl_session_state(outline->session) == SL_SESSION_PAUSED)
        sl_session_move(outline->session, scene->nodes[index].id);
}

static void outline_free(void *data) {
    Outline *outline = data;
    g_clear_handle_id(&outline->idle, g_source_remove);
    g_signal_handlers_disconnect_by_data(outline->session, outline);
    g_object_unref(outline->session);
    g_ptr_array_unref(outline->rows);
    g_free(outline);
}

GtkWidget *sl_outline_new(SlSession *session) {
    Outline *outline = g_new0(Outline, 1);
    outline->session = g_object_ref(session);
    outline->rows = g_ptr_array_new();
    outline->list = gtk_list_box_new();
    gtk_widget_add_css_class(outline->list, "outline");
    gtk_list_box_set_activate_on_single_click(GTK_LIST_BOX(outline->list), FALSE);
    gtk_accessible_update_property(GTK_ACCESSIBLE(outline->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                   "Goroutines and channels", -1);
    outline->more = gtk_label_new("… more are folded on the canvas");
    gtk_widget_add_css_class(outline->more, "dim-label");
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 6);
    gtk_box_append(GTK_BOX(box), outline->list);
    gtk_box_append(GTK_BOX(box), outline->more);
    outline->scroller = gtk_scrolled_window_new();
    gtk_scrolled_window_set_policy(GTK_SCROLLED_WINDOW(outline->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
    gtk_scrolled_window_set_child(GTK_SCROLLED_WINDOW(outline->scroller), box);
    g_signal_connect(outline->list, "row-selected", G_CALLBACK(on_selected), outline);
    g_signal_connect(outline->list, "row-activated", G_CALLBACK(on_activated), outline);
    g_signal_connect_swapped(outline->scroller, "map", G_CALLBACK(later), outline);
    g_signal_connect_swapped(session, "scene", G_CALLBACK(later), outline);
    g_signal_connect_swapped(session, "selection", G_CALLBACK(later), outline);
    g_object_set_data_full(G_OBJECT(outline->scroller), "outline", outline, outline_free);
    return outline->scroller;
}
