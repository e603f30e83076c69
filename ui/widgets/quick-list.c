// SPDX-License-Identifier: MIT
// A list in a popover that is narrowed down by typing.
#include "ui/widgets/quick-list.h"

#include <string.h>

typedef struct {
    SlQuickList options;
    GtkWidget *popover, *entry, *list, *empty;
    GtkWidget *before; // who had the focus and gets it back; weak
} Quick;

static const char *words_of(Quick *quick) {
    return gtk_editable_get_text(GTK_EDITABLE(quick->entry));
}

static gboolean is_shown(GtkListBoxRow *row, void *data) {
    Quick *quick = data;
    return quick->options.matches(GTK_WIDGET(row), words_of(quick));
}

// The next row that is shown, from an index on in a direction; null: none.
static GtkListBoxRow *shown_from(Quick *quick, int index, int step) {
    for (;; index += step) {
        GtkListBoxRow *row = index < 0 ? NULL : gtk_list_box_get_row_at_index(GTK_LIST_BOX(quick->list), index);
        if (!row || is_shown(row, quick))
            return row;
    }
}

static void select_row(Quick *quick, GtkListBoxRow *row) {
    gtk_list_box_select_row(GTK_LIST_BOX(quick->list), row);
    graphene_rect_t bounds;
    GtkWidget *scroller = gtk_widget_get_ancestor(quick->list, GTK_TYPE_SCROLLED_WINDOW);
    if (!row || !gtk_widget_compute_bounds(GTK_WIDGET(row), quick->list, &bounds))
        return;
    GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment(GTK_SCROLLED_WINDOW(scroller));
    gtk_adjustment_clamp_page(adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void on_search(Quick *quick) {
    gtk_list_box_invalidate_filter(GTK_LIST_BOX(quick->list));
    GtkListBoxRow *first = shown_from(quick, 0, 1), *row = first;
    while (quick->options.begins && row && !quick->options.begins(GTK_WIDGET(row), words_of(quick)))
        row = shown_from(quick, gtk_list_box_row_get_index(row) + 1, 1);
    gtk_widget_set_visible(quick->empty, !first);
    select_row(quick, row ? row : first);
}

static void take(Quick *quick, GtkListBoxRow *row) {
    g_autofree char *words = g_strdup(words_of(quick));
    g_object_ref(quick->popover); // what is taken may close it
    gtk_popover_popdown(GTK_POPOVER(quick->popover));
    quick->options.take(quick->options.data, GTK_WIDGET(row), words);
    g_object_unref(quick->popover);
}

static void on_entered(Quick *quick) {
    take(quick, gtk_list_box_get_selected_row(GTK_LIST_BOX(quick->list)));
}

static void on_activated(GtkListBox *list, GtkListBoxRow *row, Quick *quick) {
    (void)list;
    take(quick, row);
}

static gboolean on_key(GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, Quick *quick) {
    (void)keys;
    (void)code;
    (void)state;
    if (key != GDK_KEY_Up && key != GDK_KEY_Down)
        return FALSE;
    GtkListBoxRow *row = gtk_list_box_get_selected_row(GTK_LIST_BOX(quick->list));
    int step = key == GDK_KEY_Down ? 1 : -1;
    GtkListBoxRow *next = shown_from(quick, row ? gtk_list_box_row_get_index(row) + step : 0, step);
    if (next)
        select_row(quick, next);
    return TRUE;
}

static gboolean discard(void *popover) {
    gtk_widget_unparent(popover);
    return G_SOURCE_REMOVE;
}

static void on_closed(Quick *quick) {
    gtk_widget_grab_focus(quick->before && gtk_widget_get_root(quick->before) ? quick->before : quick->options.parent);
    g_idle_add(discard, quick->popover);
}

static void quick_free(void *data) {
    Quick *quick = data;
    g_clear_weak_pointer(&quick->before);
    if (quick->options.free_data)
        quick->options.free_data(quick->options.data);
    g_free(quick);
}

GtkListBox *sl_quick_list_new(const SlQuickList *options) {
    Quick *quick = g_new0(Quick, 1);
    quick->options = *options;
    GtkRoot *root = gtk_widget_get_root(options->parent);
    g_set_weak_pointer(&quick->before, root ? gtk_root_get_focus(root) : NULL);
    quick->popover = gtk_popover_new();
    quick->entry = gtk_search_entry_new();
    quick->list = gtk_list_box_new();
    quick->empty = gtk_label_new(options->empty);
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 6), *scroller = gtk_scrolled_window_new();
    g_object_set(quick->entry, "placeholder-text", options->hint, NULL);
    gtk_widget_add_css_class(quick->list, "outline");
    gtk_widget_add_css_class(quick->list, "palette");
    gtk_widget_add_css_class(quick->empty, "dim-label");
    gtk_widget_set_visible(quick->empty, FALSE);
    gtk_list_box_set_filter_func(GTK_LIST_BOX(quick->list), is_shown, quick, NULL);
    gtk_scrolled_window_set_policy(GTK_SCROLLED_WINDOW(scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
    gtk_scrolled_window_set_propagate_natural_height(GTK_SCROLLED_WINDOW(scroller), TRUE);
    gtk_scrolled_window_set_max_content_height(GTK_SCROLLED_WINDOW(scroller), 360);
    gtk_scrolled_window_set_child(GTK_SCROLLED_WINDOW(scroller), quick->list);
    gtk_widget_set_size_request(box, 380, -1);
    gtk_box_append(GTK_BOX(box), quick->entry);
    gtk_box_append(GTK_BOX(box), scroller);
    gtk_box_append(GTK_BOX(box), quick->empty);
    gtk_popover_set_child(GTK_POPOVER(quick->popover), box);
    gtk_popover_set_has_arrow(GTK_POPOVER(quick->popover), FALSE);
    gtk_popover_set_position(GTK_POPOVER(quick->popover), GTK_POS_BOTTOM);
    gtk_widget_set_parent(quick->popover, options->parent);
    GdkRectangle at = options->at;
    if (!at.width)
        at = (GdkRectangle){gtk_widget_get_width(options->parent) / 2, 60, 1, 1};
    gtk_popover_set_pointing_to(GTK_POPOVER(quick->popover), &at);
    GtkEventController *keys = gtk_event_controller_key_new();
    gtk_event_controller_set_propagation_phase(keys, GTK_PHASE_CAPTURE);
    g_signal_connect(keys, "key-pressed", G_CALLBACK(on_key), quick);
    gtk_widget_add_controller(quick->entry, keys);
    g_signal_connect_swapped(quick->entry, "search-changed", G_CALLBACK(on_search), quick);
    g_signal_connect_swapped(quick->entry, "activate", G_CALLBACK(on_entered), quick);
    g_signal_connect_swapped(quick->entry, "stop-search", G_CALLBACK(gtk_popover_popdown), quick->popover);
    g_signal_connect(quick->list, "row-activated", G_CALLBACK(on_activated), quick);
    g_signal_connect_swapped(quick->popover, "closed", G_CALLBACK(on_closed), quick);
    g_object_set(quick->entry, "search-delay", 0, NULL);
    g_object_set_data_full(G_OBJECT(quick->popover), "quick", quick, quick_free);
    g_object_set_data(G_OBJECT(quick->list), "quick", quick);
    return GTK_LIST_BOX(quick->list);
}

void sl_quick_list_show(GtkListBox *list) {
    Quick *quick = g_object_get_data(G_OBJECT(list), "quick");
    on_search(quick);
    gtk_popover_popup(GTK_POPOVER(quick->popover));
    gtk_widget_grab_focus(quick->entry);
}

// ---- plain rows ----

GtkWidget *sl_quick_row_new(const char *text, const char *detail, const char *key) {
    GtkWidget *row = gtk_list_box_row_new(), *box = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 12);
    GtkWidget *label = gtk_label_new(text);
    gtk_label_set_xalign(GTK_LABEL(label), 0);
    gtk_label_set_ellipsize(GTK_LABEL(label), PANGO_ELLIPSIZE_END);
    gtk_widget_set_hexpand(label, TRUE);
    gtk_box_append(GTK_BOX(box), label);
    if (detail) {
        GtkWidget *more = gtk_label_new(detail);
        gtk_widget_add_css_class(more, "dim-label");
        gtk_box_append(GTK_BOX(box), more);
    }
    gtk_list_box_row_set_child(GTK_LIST_BOX_ROW(row), box);
    g_object_set_data_full(G_OBJECT(row), "key", g_strdup(key), g_free);
    g_object_set_data_full(G_OBJECT(row), "words", g_utf8_casefold(text, -1), g_free);
    return row;
}

const char *sl_quick_row_key(GtkWidget *row) {
    return g_object_get_data(G_OBJECT(row), "key");
}

gboolean sl_quick_row_matches(GtkWidget *row, const char *words) {
    const char *text = g_object_get_data(G_OBJECT(row), "words");
    g_autofree char *folded = g_utf8_casefold(words, -1);
    g_auto(GStrv) each = g_strsplit_set(folded, " \t", -1);
    for (int i = 0; each[i]; i++)
        if (!strstr(text, each[i]))
            return FALSE;
    return TRUE;
}
