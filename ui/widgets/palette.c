// SPDX-License-Identifier: MIT
// Palette: a searched list of parts, each of which can be dragged.
#include "ui/widgets/palette.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/widgets/part-drag.h"
#include "ui/widgets/part-row.h"

typedef struct {
    SlSession *session;
    GtkWidget *box, *search, *list;
    SlPaletteAdd add;
    void *data;
    char *known; // names of the own parts that the list shows
} Palette;

static GdkContentProvider *on_prepare(GtkDragSource *source, double x, double y, void *data) {
    GtkWidget *row = data;
    GValue value = G_VALUE_INIT;
    (void)x;
    (void)y;
    sl_part_drag_set(&value, sl_part_row_name(row));
    GdkContentProvider *content = gdk_content_provider_new_for_value(&value);
    g_value_unset(&value);
    GdkPaintable *picture = gtk_widget_paintable_new(row);
    gtk_drag_source_set_icon(source, picture, 20, 14);
    g_object_unref(picture);
    return content;
}

static void make_draggable(GtkWidget *row) {
    GtkDragSource *source = gtk_drag_source_new();
    gtk_drag_source_set_actions(source, GDK_ACTION_COPY);
    g_signal_connect(source, "prepare", G_CALLBACK(on_prepare), row);
    gtk_widget_add_controller(row, GTK_EVENT_CONTROLLER(source));
}

// What of the program the list depends on.
static char *own_names(SlSession *session) {
    GString *names = g_string_new("");
    const SlParts *own = sl_session_own_parts(session);
    for (int i = 0; own && i < own->count; i++)
        g_string_append_printf(names, "%s(%s) ", own->list[i].name, own->list[i].ports);
    return g_string_free(names, FALSE);
}

static void on_document(Palette *palette) {
    g_autofree char *names = own_names(palette->session);
    if (g_strcmp0(names, palette->known) == 0)
        return;
    g_free(palette->known);
    palette->known = g_steal_pointer(&names);
    sl_part_rows_fill(GTK_LIST_BOX(palette->list), palette->session, NULL, false);
    for (GtkWidget *row = gtk_widget_get_first_child(palette->list); row; row = gtk_widget_get_next_sibling(row))
        if (GTK_IS_LIST_BOX_ROW(row))
            make_draggable(row);
}

static gboolean is_shown(GtkListBoxRow *row, void *data) {
    Palette *palette = data;
    return sl_part_row_matches(GTK_WIDGET(row), gtk_editable_get_text(GTK_EDITABLE(palette->search)));
}

static void on_search(Palette *palette) {
    gtk_list_box_invalidate_filter(GTK_LIST_BOX(palette->list));
}

static void on_activated(GtkListBox *list, GtkListBoxRow *row, Palette *palette) {
    (void)list;
    palette->add(palette->data, sl_part_row_name(GTK_WIDGET(row)));
}

// Enter in the search adds the first that is found, one that begins so before others.
static void on_entered(Palette *palette) {
    const char *words = gtk_editable_get_text(GTK_EDITABLE(palette->search));
    GtkListBoxRow *first = NULL, *row;
    for (int i = 0; (row = gtk_list_box_get_row_at_index(GTK_LIST_BOX(palette->list), i)); i++)
        if (is_shown(row, palette) &&
            (!first || (sl_part_row_begins(GTK_WIDGET(row), words) && !sl_part_row_begins(GTK_WIDGET(first), words))))
            first = row;
    if (first)
        palette->add(palette->data, sl_part_row_name(GTK_WIDGET(first)));
}

static void palette_free(void *data) {
    Palette *palette = data;
    g_signal_handlers_disconnect_by_data(palette->session, palette);
    g_object_unref(palette->session);
    g_free(palette->known);
    g_free(palette);
}

void sl_palette_focus(GtkWidget *widget) {
    Palette *palette = g_object_get_data(G_OBJECT(widget), "palette");
    gtk_widget_grab_focus(palette->search);
}

GtkWidget *sl_palette_new(SlSession *session, SlPaletteAdd add, void *data) {
    Palette *palette = g_new0(Palette, 1);
    *palette = (Palette){.session = g_object_ref(session), .add = add, .data = data};
    palette->box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
    palette->search = gtk_search_entry_new();
    palette->list = gtk_list_box_new();
    GtkWidget *scroller = gtk_scrolled_window_new(), *create = gtk_button_new_with_label(_("New Process…"));
    gtk_search_entry_set_key_capture_widget(GTK_SEARCH_ENTRY(palette->search), palette->list);
    g_object_set(palette->search, "placeholder-text", _("Find a process"), NULL);
    gtk_widget_add_css_class(palette->search, "palette-search");
    gtk_widget_add_css_class(palette->list, "outline");
    gtk_widget_add_css_class(palette->list, "palette");
    gtk_widget_add_css_class(palette->box, "palette-panel");
    gtk_list_box_set_activate_on_single_click(GTK_LIST_BOX(palette->list), FALSE);
    gtk_list_box_set_filter_func(GTK_LIST_BOX(palette->list), is_shown, palette, NULL);
    gtk_accessible_update_property(GTK_ACCESSIBLE(palette->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                   _("Processes to add: Enter adds one, or drag it"), -1);
    gtk_scrolled_window_set_policy(GTK_SCROLLED_WINDOW(scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
    gtk_scrolled_window_set_child(GTK_SCROLLED_WINDOW(scroller), palette->list);
    gtk_widget_set_vexpand(scroller, TRUE);
    gtk_actionable_set_action_name(GTK_ACTIONABLE(create), "win.new-process");
    gtk_widget_add_css_class(create, "flat");
    gtk_box_append(GTK_BOX(palette->box), palette->search);
    gtk_box_append(GTK_BOX(palette->box), scroller);
    gtk_box_append(GTK_BOX(palette->box), create);
    g_signal_connect(palette->list, "row-activated", G_CALLBACK(on_activated), palette);
    g_signal_connect_swapped(palette->search, "search-changed", G_CALLBACK(on_search), palette);
    g_signal_connect_swapped(palette->search, "activate", G_CALLBACK(on_entered), palette);
    g_signal_connect_swapped(session, "document", G_CALLBACK(on_document), palette);
    g_object_set_data_full(G_OBJECT(palette->box), "palette", palette, palette_free);
    on_document(palette);
    return palette->box;
}
