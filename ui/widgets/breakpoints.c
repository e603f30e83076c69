// SPDX-License-Identifier: MIT
// Breakpoints: rows made anew whenever the session's list changes, but for changes that come from a row itself.
#include "ui/widgets/breakpoints.h"

#include <glib/gi18n.h>

#include "ui/stepping.h"

typedef struct {
    SlSession *session;
    SlBreakpointsGo go;
    void *data;
    GtkWidget *button, *count, *popover, *list, *none, *clear;
    gboolean own; // the change is a row's
} Breakpoints;

typedef struct {
    Breakpoints *all;
    uint32_t id;
    GtkWidget *on, *condition;
} Row;

// ---- a row's doing ----

static const SlStop *stop_of(const Breakpoints *self, uint32_t id) {
    int count;
    const SlStop *stops = sl_session_stops(self->session, &count);
    for (int i = 0; i < count; i++)
        if (stops[i].at.id == id)
            return &stops[i];
    return NULL;
}

static void on_edited(Row *row) {
    Breakpoints *self = row->all;
    const SlStop *stop = stop_of(self, row->id);
    const char *condition = gtk_editable_get_text(GTK_EDITABLE(row->condition));
    bool off = !gtk_check_button_get_active(GTK_CHECK_BUTTON(row->on));
    if (!stop || (stop->at.off == off && g_strcmp0(stop->at.condition, condition) == 0))
        return;
    self->own = TRUE;
    sl_session_change_stop(self->session, row->id, off, condition);
    self->own = FALSE;
}

static void on_done(Row *row) {
    on_edited(row);
    gtk_popover_popdown(GTK_POPOVER(row->all->popover));
}

static void on_go(Row *row) {
    Breakpoints *self = row->all;
    const SlStop *stop = stop_of(self, row->id);
    gtk_popover_popdown(GTK_POPOVER(self->popover));
    if (stop)
        self->go(self->data, stop->line, stop->line ? 0 : sl_session_stop_key(self->session, stop->at.id));
}

static void on_remove(Row *row) {
    sl_session_remove_stop(row->all->session, row->id);
}

static void on_clear(Breakpoints *self) {
    int count;
    for (const SlStop *stops; (stops = sl_session_stops(self->session, &count)) && count;)
        sl_session_remove_stop(self->session, stops[count - 1].at.id);
}

// ---- the rows ----

static GtkWidget *row_button(const char *icon, const char *tip, GCallback clicked, Row *row) {
    GtkWidget *button = gtk_button_new_from_icon_name(icon);
    gtk_widget_add_css_class(button, "flat");
    gtk_widget_set_tooltip_text(button, tip);
    gtk_accessible_update_property(GTK_ACCESSIBLE(button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
    g_signal_connect_swapped(button, "clicked", clicked, row);
    return button;
}

static bool of_message(uint8_t kind) {
    return kind == SL_BREAK_SEND || kind == SL_BREAK_RECEIVE;
}

static void add_row(Breakpoints *self, const SlStop *stop) {
    Row *row = g_new0(Row, 1);
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 6), *label = gtk_label_new(stop->label);
    *row = (Row){self, stop->at.id, gtk_check_button_new(), gtk_entry_new()};
    g_object_set_data_full(G_OBJECT(box), "row", row, g_free);
    gtk_check_button_set_active(GTK_CHECK_BUTTON(row->on), !stop->at.off);
    gtk_widget_set_tooltip_text(row->on, _("Stops here"));
    gtk_accessible_update_property(GTK_ACCESSIBLE(row->on), GTK_ACCESSIBLE_PROPERTY_LABEL, stop->label, -1);
    gtk_label_set_xalign(GTK_LABEL(label), 0);
    gtk_label_set_ellipsize(GTK_LABEL(label), PANGO_ELLIPSIZE_MIDDLE);
    gtk_label_set_width_chars(GTK_LABEL(label), 16);
    gtk_widget_set_hexpand(label, TRUE);
    if (stop->at.id == sl_session_broken(self->session)) {
        gtk_widget_add_css_class(label, "heading");
        gtk_widget_set_tooltip_text(label, _("The run stands here"));
    }
    gtk_editable_set_text(GTK_EDITABLE(row->condition), stop->at.condition);
    gtk_editable_set_width_chars(GTK_EDITABLE(row->condition), 22);
    gtk_entry_set_placeholder_text(GTK_ENTRY(row->condition), of_message(stop->at.kind)
                                                                  ? _("Only if … (Go, like value > 3)")
                                                                  : _("Only if … (Go, like i > 3)"));
    gtk_accessible_update_property(GTK_ACCESSIBLE(row->condition), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Condition in Go"),
                                   -1);
    g_signal_connect_swapped(row->on, "toggled", G_CALLBACK(on_edited), row);
    g_signal_connect_swapped(row->condition, "activate", G_CALLBACK(on_done), row);
    g_signal_connect_swapped(row->condition, "changed", G_CALLBACK(on_edited), row);
    gtk_box_append(GTK_BOX(box), row->on);
    gtk_box_append(GTK_BOX(box), label);
    gtk_box_append(GTK_BOX(box), row->condition);
    gtk_box_append(GTK_BOX(box), row_button("find-location-symbolic", _("Go to it"), G_CALLBACK(on_go), row));
    gtk_box_append(GTK_BOX(box), row_button("edit-delete-symbolic", _("Remove"), G_CALLBACK(on_remove), row));
    gtk_box_append(GTK_BOX(self->list), box);
}

static void on_stops(Breakpoints *self) {
    int count;
    const SlStop *stops = sl_session_stops(self->session, &count);
    g_autofree char *text = g_strdup_printf("%d", count);
    gtk_label_set_label(GTK_LABEL(self->count), count ? text : "");
    (count ? gtk_widget_add_css_class : gtk_widget_remove_css_class)(self->button, "has-stops");
    gtk_widget_set_visible(self->none, !count);
    gtk_widget_set_visible(self->clear, count > 1);
    if (self->own)
        return;
    for (GtkWidget *child; (child = gtk_widget_get_first_child(self->list));)
        gtk_box_remove(GTK_BOX(self->list), child);
    for (int i = 0; i < count; i++)
        add_row(self, &stops[i]);
}

void sl_breakpoints_show(GtkWidget *button, uint32_t id) {
    Breakpoints *self = g_object_get_data(G_OBJECT(button), "breakpoints");
    gtk_menu_button_popup(GTK_MENU_BUTTON(button));
    for (GtkWidget *box = gtk_widget_get_first_child(self->list); box; box = gtk_widget_get_next_sibling(box)) {
        Row *row = g_object_get_data(G_OBJECT(box), "row");
        if (row->id == id)
            gtk_widget_grab_focus(row->condition);
    }
}

// ---- life ----

static void breakpoints_free(void *data) {
    Breakpoints *self = data;
    g_signal_handlers_disconnect_by_data(self->session, self);
    g_object_unref(self->session);
    g_free(self);
}

static GtkWidget *make_popover(Breakpoints *self) {
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 6), *scroller = gtk_scrolled_window_new();
    self->list = gtk_box_new(GTK_ORIENTATION_VERTICAL, 4);
    self->none = gtk_label_new(_("There are none. Click beside a line of the source, press F9, or right-click a "
                                 "goroutine or channel in the picture."));
    gtk_label_set_wrap(GTK_LABEL(self->none), TRUE);
    gtk_label_set_max_width_chars(GTK_LABEL(self->none), 42);
    gtk_widget_add_css_class(self->none, "dim-label");
    self->clear = gtk_button_new_with_label(_("Remove All"));
    gtk_widget_set_halign(self->clear, GTK_ALIGN_END);
    g_signal_connect_swapped(self->clear, "clicked", G_CALLBACK(on_clear), self);
    gtk_scrolled_window_set_policy(GTK_SCROLLED_WINDOW(scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
    gtk_scrolled_window_set_propagate_natural_height(GTK_SCROLLED_WINDOW(scroller), TRUE);
    gtk_scrolled_window_set_propagate_natural_width(GTK_SCROLLED_WINDOW(scroller), TRUE);
    gtk_scrolled_window_set_max_content_height(GTK_SCROLLED_WINDOW(scroller), 320);
    gtk_scrolled_window_set_child(GTK_SCROLLED_WINDOW(scroller), self->list);
    gtk_box_append(GTK_BOX(box), self->none);
    gtk_box_append(GTK_BOX(box), scroller);
    gtk_box_append(GTK_BOX(box), self->clear);
    GtkWidget *popover = gtk_popover_new();
    gtk_popover_set_child(GTK_POPOVER(popover), box);
    return popover;
}

GtkWidget *sl_breakpoints_new(SlSession *session, SlBreakpointsGo go, void *data) {
    Breakpoints *self = g_new0(Breakpoints, 1);
    *self = (Breakpoints){.session = g_object_ref(session), .go = go, .data = data};
    GtkWidget *face = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 4),
              *icon = gtk_image_new_from_icon_name("media-record-symbolic");
    gtk_widget_add_css_class(icon, "stop-mark");
    self->count = gtk_label_new("");
    gtk_box_append(GTK_BOX(face), icon);
    gtk_box_append(GTK_BOX(face), self->count);
    self->button = gtk_menu_button_new();
    self->popover = make_popover(self);
    gtk_menu_button_set_child(GTK_MENU_BUTTON(self->button), face);
    gtk_menu_button_set_popover(GTK_MENU_BUTTON(self->button), self->popover);
    gtk_widget_add_css_class(self->button, "flat");
    gtk_widget_set_tooltip_text(self->button, _("Breakpoints (Ctrl+Shift+B)"));
    gtk_accessible_update_property(GTK_ACCESSIBLE(self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Breakpoints"), -1);
    g_signal_connect_swapped(session, "stops", G_CALLBACK(on_stops), self);
    g_signal_connect_swapped(self->popover, "show", G_CALLBACK(on_stops), self);
    g_object_set_data_full(G_OBJECT(self->button), "breakpoints", self, breakpoints_free);
    on_stops(self);
    return self->button;
}
