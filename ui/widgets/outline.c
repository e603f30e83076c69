// SPDX-License-Identifier: MIT
// Outline: two groups of rows kept in step with the scene and its selection. Rows are reused, so that a reader's place
// stays while the program runs.
#include "ui/widgets/outline.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/paint/paint.h"
#include "ui/widgets/node-menu.h"

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
    int offer; // a ready case that the user may take; 0: the row is a node's
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

static void set_words(Row *row, const char *title, const char *detail) {
    if (g_strcmp0(gtk_label_get_label(GTK_LABEL(row->title)), title))
        gtk_label_set_label(GTK_LABEL(row->title), title);
    if (g_strcmp0(gtk_label_get_label(GTK_LABEL(row->detail)), detail))
        gtk_label_set_label(GTK_LABEL(row->detail), detail);
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
    set_words(row, title, detail);
    if (row->state != state || row->key != node->key)
        gtk_widget_queue_draw(row->badge);
    row->state = state;
    row->key = node->key;
    row->offer = 0;
    gtk_widget_set_margin_start(gtk_list_box_row_get_child(GTK_LIST_BOX_ROW(widget)), 0);
}

// A ready case of the goroutine above it: activating the row takes it.
static void fill_offer(GtkWidget *widget, const SlScene *scene, const SlEdge *edge, guint64 key) {
    Row *row = g_object_get_data(G_OBJECT(widget), "row");
    bool sends = edge->flow == SL_FLOW_SEND;
    const SlNode *channel = &scene->nodes[sends ? edge->to : edge->from];
    g_autofree char *title =
        g_strdup_printf("%d  %s %s", edge->offer, sends ? _("send on") : _("receive from"), channel->title);
    set_words(row, title, _("ready case: Enter takes it"));
    if (row->state != SL_STATE_RUNNING || row->key != key)
        gtk_widget_queue_draw(row->badge);
    row->state = SL_STATE_RUNNING;
    row->key = key;
    row->offer = edge->offer;
    gtk_widget_set_margin_start(gtk_list_box_row_get_child(GTK_LIST_BOX_ROW(widget)), 26);
}

static GtkWidget *row_at(Outline *outline, guint index) {
    return index < outline->rows->len ? g_ptr_array_index(outline->rows, index) : add_row(outline);
}

static guint add_offers(Outline *outline, const SlScene *scene, int node, guint used) {
    for (int i = 0; i < scene->edge_count && used < MOST_ROWS; i++)
        if (scene->edges[i].offer && (scene->edges[i].from == node || scene->edges[i].to == node))
            fill_offer(row_at(outline, used++), scene, &scene->edges[i], scene->nodes[node].key);
    return used;
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
            GtkWidget *widget = row_at(outline, used++);
            fill(widget, scene, i);
            if (scene->nodes[i].offers)
                used = add_offers(outline, scene, i, used);
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
    if (row->offer)
        sl_session_take_case(outline->session, row->offer);
    else if (index >= 0 && scene->nodes[index].can_move && sl_session_state(outline->session) == SL_SESSION_PAUSED)
        sl_session_move(outline->session, scene->nodes[index].id);
}

// At the pointer, or (y below 0) at the selected row.
static void open_menu(Outline *outline, double x, double y) {
    GtkListBox *list = GTK_LIST_BOX(outline->list);
    GtkListBoxRow *row = y < 0 ? gtk_list_box_get_selected_row(list) : gtk_list_box_get_row_at_y(list, (int)y);
    graphene_rect_t box;
    if (!row || !gtk_widget_compute_bounds(GTK_WIDGET(row), outline->list, &box))
        return;
    GdkRectangle at = {(int)x, (int)y, 1, 1};
    if (y < 0)
        at = (GdkRectangle){40, (int)(box.origin.y + box.size.height / 2), 1, 1};
    gtk_list_box_select_row(list, row);
    sl_node_menu_popup(outline->list, &at, outline->session);
}

static void on_menu(GtkGestureClick *click, int presses, double x, double y, void *data) {
    (void)click;
    (void)presses;
    open_menu(data, x, y);
}

static gboolean on_key(GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, void *data) {
    Outline *outline = data;
    (void)keys;
    (void)code;
    if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && state & GDK_SHIFT_MASK))
        open_menu(outline, 0, -1);
    else if (key >= GDK_KEY_1 && key <= GDK_KEY_9 && !(state & GDK_CONTROL_MASK))
        sl_session_take_case(outline->session, (int)(key - GDK_KEY_0));
    else
        return FALSE;
    return TRUE;
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
    GtkGesture *menu = gtk_gesture_click_new();
    gtk_gesture_single_set_button(GTK_GESTURE_SINGLE(menu), GDK_BUTTON_SECONDARY);
    g_signal_connect(menu, "pressed", G_CALLBACK(on_menu), outline);
    gtk_widget_add_controller(outline->list, GTK_EVENT_CONTROLLER(menu));
    GtkEventController *keys = gtk_event_controller_key_new();
    g_signal_connect(keys, "key-pressed", G_CALLBACK(on_key), outline);
    gtk_widget_add_controller(outline->list, keys);
    g_signal_connect(outline->list, "row-selected", G_CALLBACK(on_selected), outline);
    g_signal_connect(outline->list, "row-activated", G_CALLBACK(on_activated), outline);
    g_signal_connect_swapped(outline->scroller, "map", G_CALLBACK(later), outline);
    g_signal_connect_swapped(session, "scene", G_CALLBACK(later), outline);
    g_signal_connect_swapped(session, "selection", G_CALLBACK(later), outline);
    g_object_set_data_full(G_OBJECT(outline->scroller), "outline", outline, outline_free);
    return outline->scroller;
}
