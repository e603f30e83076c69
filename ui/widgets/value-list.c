// SPDX-License-Identifier: MIT
// Value list: rows are made when more are needed and filled anew at each instant.
#include "ui/widgets/value-list.h"

enum { ROWS_MOST = 1500, INDENT = 14, NAME_WIDTH = 128, TYPE_WIDTH = 104 };

typedef struct {
    SlSession *session;
    GtkWidget *list;
    int rows, shown;
    void (*on_edit)(void *data, int watch);
    void *data;
} Values;

typedef struct {
    Values *values;
    GtkWidget *row, *arrow, *indent, *name, *type, *value, *tools;
    char *path;
    int depth, watch; // watch: its number, -1: of no watch itself
    bool opens, is_open;
} Row;

static Row *row_of(GtkWidget *row) {
    return g_object_get_data(G_OBJECT(row), "row");
}

static void toggle(Row *row) {
    if (row->opens)
        sl_session_open_path(row->values->session, row->path, !row->is_open);
}

static void on_activated(GtkListBox *list, GtkListBoxRow *at, void *data) {
    (void)list;
    (void)data;
    toggle(row_of(GTK_WIDGET(at)));
}

static gboolean on_key(GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, void *data) {
    Row *row = data;
    (void)controller;
    (void)code;
    (void)state;
    if ((key == GDK_KEY_Right && row->opens && !row->is_open) || (key == GDK_KEY_Left && row->opens && row->is_open)) {
        toggle(row);
        return TRUE;
    }
    if (key == GDK_KEY_Left && row->depth > 0) { // to the row that this one lies in
        for (int i = gtk_list_box_row_get_index(GTK_LIST_BOX_ROW(row->row)); i-- > 0;) {
            GtkWidget *above = GTK_WIDGET(gtk_list_box_get_row_at_index(GTK_LIST_BOX(row->values->list), i));
            if (row_of(above)->depth < row->depth)
                return gtk_widget_grab_focus(above);
        }
    }
    if (row->watch >= 0 && key == GDK_KEY_F2 && row->values->on_edit) {
        row->values->on_edit(row->values->data, row->watch);
        return TRUE;
    }
    if (row->watch >= 0 && (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete)) {
        sl_session_set_watch(row->values->session, row->watch, NULL);
        return TRUE;
    }
    return FALSE;
}

static void on_edit(Row *row) {
    if (row->watch >= 0)
        row->values->on_edit(row->values->data, row->watch);
}

static void on_remove(Row *row) {
    if (row->watch >= 0)
        sl_session_set_watch(row->values->session, row->watch, NULL);
}

static GtkWidget *text(GtkWidget *box, int width, const char *class) {
    GtkWidget *label = gtk_label_new("");
    gtk_label_set_xalign(GTK_LABEL(label), 0);
    gtk_label_set_ellipsize(GTK_LABEL(label), PANGO_ELLIPSIZE_END);
    gtk_widget_set_size_request(label, width, -1);
    if (width > 0) {
        gtk_label_set_width_chars(GTK_LABEL(label), 1);
        gtk_label_set_max_width_chars(GTK_LABEL(label), 1);
    } else {
        gtk_widget_set_hexpand(label, TRUE);
    }
    gtk_widget_add_css_class(label, class);
    gtk_box_append(GTK_BOX(box), label);
    return label;
}

static GtkWidget *tool(GtkWidget *box, const char *icon, const char *tooltip, GCallback pressed, Row *row) {
    GtkWidget *button = gtk_button_new_from_icon_name(icon);
    gtk_widget_set_tooltip_text(button, tooltip);
    gtk_widget_add_css_class(button, "flat");
    gtk_widget_set_focusable(button, FALSE); // F2 and Delete do the same
    g_signal_connect_swapped(button, "clicked", pressed, row);
    gtk_box_append(GTK_BOX(box), button);
    return button;
}

static void row_free(void *data) {
    Row *row = data;
    g_free(row->path);
    g_free(row);
}

static void row_new(Values *values) {
    Row *row = g_new0(Row, 1);
    row->values = values;
    row->row = gtk_list_box_row_new();
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 8), *first = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 2);
    gtk_widget_set_size_request(first, NAME_WIDTH, -1);
    row->indent = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 0);
    row->arrow = gtk_image_new();
    gtk_image_set_pixel_size(GTK_IMAGE(row->arrow), 12);
    gtk_widget_set_size_request(row->arrow, 14, -1);
    GtkGesture *click = gtk_gesture_click_new();
    g_signal_connect_swapped(click, "released", G_CALLBACK(toggle), row);
    gtk_widget_add_controller(row->arrow, GTK_EVENT_CONTROLLER(click));
    gtk_box_append(GTK_BOX(first), row->indent);
    gtk_box_append(GTK_BOX(first), row->arrow);
    row->name = text(first, 1, "value-name");
    gtk_widget_set_hexpand(row->name, TRUE);
    gtk_widget_set_hexpand(first, FALSE); // its width is fixed
    gtk_box_append(GTK_BOX(box), first);
    row->type = text(box, TYPE_WIDTH, "dim-label");
    row->value = text(box, 0, "value");
    row->tools = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 0);
    if (values->on_edit) {
        tool(row->tools, "document-edit-symbolic", "Edit this expression (F2)", G_CALLBACK(on_edit), row);
        tool(row->tools, "edit-delete-symbolic", "Remove this watch (Delete)", G_CALLBACK(on_remove), row);
    }
    gtk_box_append(GTK_BOX(box), row->tools);
    gtk_list_box_row_set_child(GTK_LIST_BOX_ROW(row->row), box);
    GtkEventController *keys = gtk_event_controller_key_new();
    g_signal_connect(keys, "key-pressed", G_CALLBACK(on_key), row);
    gtk_widget_add_controller(row->row, keys);
    g_object_set_data_full(G_OBJECT(row->row), "row", row, row_free);
    gtk_list_box_append(GTK_LIST_BOX(values->list), row->row);
    values->rows++;
}

static void set_class(GtkWidget *widget, const char *class, bool on) {
    (on ? gtk_widget_add_css_class : gtk_widget_remove_css_class)(widget, class);
}

static void fill(Row *row, const SlInspectNode *node, int depth, int watch) {
    SlSession *session = row->values->session;
    bool changed = sl_session_changed(session, node);
    g_free(row->path);
    row->path = g_strdup(node->path);
    row->depth = depth;
    row->watch = watch;
    row->opens = node->children > 0;
    row->is_open = row->opens && sl_session_is_path_open(session, node->path);
    gtk_widget_set_size_request(row->indent, depth * INDENT, -1);
    gtk_image_set_from_icon_name(GTK_IMAGE(row->arrow), !row->opens    ? NULL
                                                        : row->is_open ? "pan-down-symbolic"
                                                                       : "pan-end-symbolic");
    const char *type = node->kind == SL_NODE_CONSTANT && !*node->type ? "const" : node->type;
    gtk_label_set_label(GTK_LABEL(row->name), node->name);
    gtk_label_set_label(GTK_LABEL(row->type), type);
    gtk_label_set_label(GTK_LABEL(row->value), node->value);
    static const char *const notes[] = {
        [SL_NODE_VALUE] = "",
        [SL_NODE_CONSTANT] = "\na constant",
        [SL_NODE_GONE] = "\nNothing reads it any more, so its value was not kept",
        [SL_NODE_HIDDEN] = "\nhidden by another of the same name further in",
        [SL_NODE_ERROR] = "",
        [SL_NODE_MORE] = "",
    };
    g_autofree char *whole = g_strdup_printf("%s  %s\n%s%s%s", node->name, type, node->value, notes[node->kind],
                                             changed ? "\nhas changed" : "");
    gtk_widget_set_tooltip_text(row->row, whole);
    set_class(row->value, "changed", changed);
    set_class(row->value, "dim-label", node->kind == SL_NODE_GONE || node->kind == SL_NODE_ERROR);
    set_class(row->value, "monospace", node->kind != SL_NODE_GONE && node->kind != SL_NODE_ERROR);
    set_class(row->name, "dim-label", node->kind == SL_NODE_HIDDEN || node->kind == SL_NODE_CONSTANT);
    gtk_widget_set_visible(row->tools, watch >= 0 && row->values->on_edit);
    gtk_accessible_update_property(GTK_ACCESSIBLE(row->row), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
    if (row->opens)
        gtk_accessible_update_state(GTK_ACCESSIBLE(row->row), GTK_ACCESSIBLE_STATE_EXPANDED, row->is_open, -1);
    else
        gtk_accessible_reset_state(GTK_ACCESSIBLE(row->row), GTK_ACCESSIBLE_STATE_EXPANDED);
}

static void place(Values *values, const SlInspectNode *nodes, int count, int depth) {
    for (int i = 0; i < count && values->shown < ROWS_MOST; i++) {
        if (values->shown == values->rows)
            row_new(values);
        GtkListBoxRow *at = gtk_list_box_get_row_at_index(GTK_LIST_BOX(values->list), values->shown++);
        fill(row_of(GTK_WIDGET(at)), &nodes[i], depth, depth == 0 && values->on_edit ? i : -1);
        place(values, nodes[i].nodes, nodes[i].node_count, depth + 1);
    }
}

void sl_value_list_set(GtkWidget *list, const SlInspectNode *nodes, int count) {
    Values *values = g_object_get_data(G_OBJECT(list), "values");
    values->shown = 0;
    place(values, nodes, count, 0);
    while (values->rows > values->shown)
        gtk_list_box_remove(GTK_LIST_BOX(list),
                            GTK_WIDGET(gtk_list_box_get_row_at_index(GTK_LIST_BOX(list), --values->rows)));
}

static void values_free(void *data) {
    Values *values = data;
    g_object_unref(values->session);
    g_free(values);
}

GtkWidget *sl_value_list_new(SlSession *session, const char *label, void (*on_edit)(void *data, int watch),
                             void *data) {
    Values *values = g_new0(Values, 1);
    values->session = g_object_ref(session);
    values->on_edit = on_edit;
    values->data = data;
    values->list = gtk_list_box_new();
    gtk_list_box_set_selection_mode(GTK_LIST_BOX(values->list), GTK_SELECTION_NONE);
    gtk_list_box_set_activate_on_single_click(GTK_LIST_BOX(values->list), FALSE);
    gtk_widget_add_css_class(values->list, "values");
    gtk_accessible_update_property(GTK_ACCESSIBLE(values->list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    g_signal_connect(values->list, "row-activated", G_CALLBACK(on_activated), NULL);
    g_object_set_data_full(G_OBJECT(values->list), "values", values, values_free);
    return values->list;
}
