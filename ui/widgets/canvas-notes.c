// SPDX-License-Identifier: MIT
// Notes over the canvas.
#include "ui/widgets/canvas-notes.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
    SlSession *session;
    SlCanvas *canvas;
    GtkWidget *top, *path, *wrong, *hint, *design, *design_list;
    char *shown; // path that the buttons are for
} Notes;

static void on_crumb(GtkButton *button, Notes *notes) {
    sl_session_close_node(notes->session, GPOINTER_TO_INT(g_object_get_data(G_OBJECT(button), "depth")));
    sl_canvas_fit(notes->canvas);
}

static void add_crumb(Notes *notes, const char *name, int depth, bool last) {
    GtkWidget *button = gtk_button_new_with_label(name);
    if (depth)
        gtk_box_append(GTK_BOX(notes->path), gtk_label_new("›"));
    g_object_set_data(G_OBJECT(button), "depth", GINT_TO_POINTER(depth));
    gtk_widget_add_css_class(button, "flat");
    gtk_widget_set_sensitive(button, !last);
    g_signal_connect(button, "clicked", G_CALLBACK(on_crumb), notes);
    gtk_box_append(GTK_BOX(notes->path), button);
}

static void update_path(Notes *notes) {
    int depth;
    const char *const *names = sl_session_opened(notes->session, &depth);
    GString *all = g_string_new("");
    for (int i = 0; i < depth; i++)
        g_string_append_printf(all, "/%s", names[i]);
    bool same = g_strcmp0(all->str, notes->shown) == 0;
    g_free(notes->shown);
    notes->shown = g_string_free(all, FALSE);
    gtk_widget_set_visible(notes->path, depth > 0 && sl_session_drawing(notes->session));
    if (same)
        return;
    for (GtkWidget *child; (child = gtk_widget_get_first_child(notes->path));)
        gtk_box_remove(GTK_BOX(notes->path), child);
    add_crumb(notes, "main", 0, depth == 0);
    for (int i = 0; i < depth; i++)
        add_crumb(notes, names[i], i + 1, i + 1 == depth);
}

static void on_design(GtkListBox *list, GtkListBoxRow *row, Notes *notes) {
    (void)list;
    sl_session_select_hint(notes->session, gtk_list_box_row_get_index(row));
    sl_canvas_reveal(notes->canvas, sl_session_selected(notes->session));
}

// Hints on the design: how many, and in a list what they say.
static void update_design(Notes *notes) {
    const SlHints *hints = sl_session_hints(notes->session);
    int count = hints ? hints->count : 0, faults = 0;
    gtk_widget_set_visible(notes->design, count > 0);
    for (GtkWidget *child; (child = gtk_widget_get_first_child(notes->design_list));)
        gtk_list_box_remove(GTK_LIST_BOX(notes->design_list), child);
    for (int i = 0; i < count; i++) {
        GtkWidget *label = gtk_label_new(hints->list[i].text);
        gtk_label_set_wrap(GTK_LABEL(label), TRUE);
        gtk_label_set_max_width_chars(GTK_LABEL(label), 46);
        gtk_label_set_xalign(GTK_LABEL(label), 0);
        if (hints->list[i].advice)
            gtk_widget_add_css_class(label, "dim-label");
        gtk_list_box_append(GTK_LIST_BOX(notes->design_list), label);
        faults += !hints->list[i].advice;
    }
    g_autofree char *text =
        g_strdup_printf(ngettext("%d hint on the design", "%d hints on the design", (unsigned)count), count);
    gtk_menu_button_set_label(GTK_MENU_BUTTON(notes->design), text);
    (faults ? gtk_widget_add_css_class : gtk_widget_remove_css_class)(notes->design, "faults");
}

static GtkWidget *design_new(Notes *notes) {
    GtkWidget *button = gtk_menu_button_new(), *popover = gtk_popover_new();
    notes->design_list = gtk_list_box_new();
    gtk_widget_add_css_class(notes->design_list, "outline");
    gtk_widget_add_css_class(notes->design_list, "palette");
    gtk_popover_set_child(GTK_POPOVER(popover), notes->design_list);
    gtk_menu_button_set_popover(GTK_MENU_BUTTON(button), popover);
    gtk_widget_add_css_class(button, "design");
    g_signal_connect(notes->design_list, "row-activated", G_CALLBACK(on_design), notes);
    return button;
}

static void update(Notes *notes) {
    int problems;
    sl_session_problems(notes->session, &problems);
    bool drawing = sl_session_drawing(notes->session) != NULL;
    bool empty = drawing && !sl_session_scene(notes->session)->node_count;
    update_path(notes);
    gtk_widget_set_visible(notes->wrong, drawing && problems > 0);
    gtk_widget_set_visible(notes->hint, empty && !problems);
}

static void on_document(Notes *notes) {
    update_design(notes);
    update(notes);
}

static void notes_free(void *data) {
    Notes *notes = data;
    g_signal_handlers_disconnect_by_data(notes->session, notes);
    g_object_unref(notes->session);
    g_free(notes->shown);
    g_free(notes);
}

static GtkWidget *hint_new(void) {
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 10);
    GtkWidget *title = gtk_label_new(_("Draw a pipeline")), *icon = gtk_image_new_from_icon_name("list-add-symbolic");
    GtkWidget *text = gtk_label_new(_("Drag a process from the palette at the left: a source first, then a sink.\n"
                                      "Drag from the knob at its side to the next one to connect them, and press Run.\n"
                                      "Without the mouse: / adds a process by name, C connects it."));
    gtk_image_set_pixel_size(GTK_IMAGE(icon), 48);
    gtk_widget_add_css_class(icon, "dim-label");
    gtk_widget_add_css_class(title, "title-1");
    gtk_widget_add_css_class(text, "dim-label");
    gtk_label_set_justify(GTK_LABEL(text), GTK_JUSTIFY_CENTER);
    gtk_box_append(GTK_BOX(box), icon);
    gtk_box_append(GTK_BOX(box), title);
    gtk_box_append(GTK_BOX(box), text);
    gtk_widget_set_halign(box, GTK_ALIGN_CENTER);
    gtk_widget_set_valign(box, GTK_ALIGN_CENTER);
    gtk_widget_set_can_target(box, FALSE);
    return box;
}

void sl_canvas_notes_add(GtkOverlay *overlay, SlSession *session, SlCanvas *canvas) {
    Notes *notes = g_new0(Notes, 1);
    *notes = (Notes){.session = g_object_ref(session), .canvas = canvas};
    notes->top = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 8);
    notes->path = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 2);
    notes->wrong = gtk_label_new(_("The text has an error: the drawing stays at its last good state"));
    notes->hint = hint_new();
    gtk_widget_add_css_class(notes->path, "floating");
    gtk_widget_add_css_class(notes->wrong, "last-good");
    gtk_widget_set_halign(notes->top, GTK_ALIGN_START);
    gtk_widget_set_valign(notes->top, GTK_ALIGN_START);
    gtk_widget_set_margin_start(notes->top, 14);
    gtk_widget_set_margin_top(notes->top, 12);
    gtk_box_append(GTK_BOX(notes->top), notes->path);
    notes->design = design_new(notes);
    gtk_box_append(GTK_BOX(notes->top), notes->wrong);
    gtk_box_append(GTK_BOX(notes->top), notes->design);
    gtk_overlay_add_overlay(overlay, notes->hint);
    gtk_overlay_add_overlay(overlay, notes->top);
    g_signal_connect_swapped(session, "document", G_CALLBACK(on_document), notes);
    g_signal_connect_swapped(session, "scene", G_CALLBACK(update), notes);
    g_signal_connect_swapped(session, "run", G_CALLBACK(on_document), notes);
    g_object_set_data_full(G_OBJECT(overlay), "notes", notes, notes_free);
    on_document(notes);
}
