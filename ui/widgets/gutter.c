// SPDX-License-Identifier: MIT
// Gutter: each breakpoint on a line is a mark in the text, so that it goes where its line goes.
#include "ui/widgets/gutter.h"

#include "ui/stepping.h"

typedef struct {
    GtkSourceView *view;
    GtkSourceBuffer *buffer;
    SlSession *session;
    GtkWidget *popover, *enabled, *condition;
    uint32_t edited; // id
    gboolean setting;
} Gutter;

// What a mark looks like: a full disc, with a hole when there is a condition, a ring when it is off.
static const struct {
    const char *category;
    double hole;
} looks[] = {{"stop", 0}, {"stop-if", 0.25}, {"stop-off", 0.7}};

static GdkPixbuf *disc(double hole) {
    enum { SIZE = 32 };
    GdkPixbuf *pixbuf = gdk_pixbuf_new(GDK_COLORSPACE_RGB, TRUE, 8, SIZE, SIZE);
    guchar *pixels = gdk_pixbuf_get_pixels(pixbuf);
    int stride = gdk_pixbuf_get_rowstride(pixbuf);
    for (int y = 0; y < SIZE; y++)
        for (int x = 0; x < SIZE; x++) {
            double dx = x + 0.5 - SIZE / 2.0, dy = y + 0.5 - SIZE / 2.0, away = dx * dx + dy * dy;
            double radius = SIZE * 0.42, inner = radius * hole;
            bool in = away <= radius * radius && away >= inner * inner;
            guchar *at = pixels + y * stride + 4 * x;
            at[0] = 0xc0, at[1] = 0x1c, at[2] = 0x28, at[3] = in ? 255 : 0;
        }
    return pixbuf;
}

static const char *category_of(const SlBreakpoint *at) {
    return at->off ? looks[2].category : *at->condition ? looks[1].category : looks[0].category;
}

static void on_stops(Gutter *self) {
    GtkTextBuffer *buffer = GTK_TEXT_BUFFER(self->buffer);
    GtkTextIter start, end, at;
    gtk_text_buffer_get_bounds(buffer, &start, &end);
    for (guint i = 0; i < G_N_ELEMENTS(looks); i++)
        gtk_source_buffer_remove_source_marks(self->buffer, &start, &end, looks[i].category);
    int count;
    const SlStop *stops = sl_session_stops(self->session, &count);
    for (int i = 0; i < count; i++) {
        if (!stops[i].line)
            continue;
        g_autofree char *name = g_strdup_printf("stop-%u", stops[i].at.id);
        gtk_text_buffer_get_iter_at_line(buffer, &at, stops[i].line - 1);
        gtk_source_buffer_create_source_mark(self->buffer, name, category_of(&stops[i].at), &at);
    }
}

// The text has changed: breakpoints go with their lines.
static void on_changed(Gutter *self) {
    int count;
    const SlStop *stops = sl_session_stops(self->session, &count);
    for (int i = 0; i < count; i++) {
        g_autofree char *name = g_strdup_printf("stop-%u", stops[i].at.id);
        GtkTextMark *mark = gtk_text_buffer_get_mark(GTK_TEXT_BUFFER(self->buffer), name);
        GtkTextIter at;
        if (!mark || !stops[i].line)
            continue;
        gtk_text_buffer_get_iter_at_mark(GTK_TEXT_BUFFER(self->buffer), &at, mark);
        sl_session_move_stop(self->session, stops[i].at.id, gtk_text_iter_get_line(&at) + 1);
    }
}

// ---- editing one ----

static void on_edited(Gutter *self) {
    if (!self->setting)
        sl_session_change_stop(self->session, self->edited,
                               !gtk_check_button_get_active(GTK_CHECK_BUTTON(self->enabled)),
                               gtk_editable_get_text(GTK_EDITABLE(self->condition)));
}

static void on_done(Gutter *self) {
    on_edited(self);
    gtk_popover_popdown(GTK_POPOVER(self->popover));
}

static void on_remove(Gutter *self) {
    gtk_popover_popdown(GTK_POPOVER(self->popover));
    sl_session_remove_stop(self->session, self->edited);
}

static void make_popover(Gutter *self) {
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 8), *remove = gtk_button_new_with_label("Remove");
    self->enabled = gtk_check_button_new_with_label("Stops here");
    self->condition = gtk_entry_new();
    gtk_entry_set_placeholder_text(GTK_ENTRY(self->condition), "Only if … (Go, like i > 3)");
    gtk_editable_set_width_chars(GTK_EDITABLE(self->condition), 28);
    gtk_accessible_update_property(GTK_ACCESSIBLE(self->condition), GTK_ACCESSIBLE_PROPERTY_LABEL, "Condition in Go",
                                   -1);
    gtk_box_append(GTK_BOX(box), self->enabled);
    gtk_box_append(GTK_BOX(box), self->condition);
    gtk_box_append(GTK_BOX(box), remove);
    self->popover = gtk_popover_new();
    gtk_popover_set_child(GTK_POPOVER(self->popover), box);
    gtk_widget_set_parent(self->popover, GTK_WIDGET(self->view));
    g_signal_connect_swapped(self->enabled, "toggled", G_CALLBACK(on_edited), self);
    g_signal_connect_swapped(self->condition, "activate", G_CALLBACK(on_done), self);
    g_signal_connect_swapped(self->popover, "closed", G_CALLBACK(on_edited), self);
    g_signal_connect_swapped(remove, "clicked", G_CALLBACK(on_remove), self);
}

static void edit(Gutter *self, GtkTextIter *iter, uint32_t id) {
    int count;
    const SlStop *stops = sl_session_stops(self->session, &count), *stop = NULL;
    for (int i = 0; i < count; i++)
        if (stops[i].at.id == id)
            stop = &stops[i];
    if (!stop)
        return;
    if (!self->popover)
        make_popover(self);
    self->edited = id;
    self->setting = TRUE;
    gtk_check_button_set_active(GTK_CHECK_BUTTON(self->enabled), !stop->at.off);
    gtk_editable_set_text(GTK_EDITABLE(self->condition), stop->at.condition);
    self->setting = FALSE;
    GdkRectangle place;
    gtk_text_view_get_iter_location(GTK_TEXT_VIEW(self->view), iter, &place);
    gtk_text_view_buffer_to_window_coords(GTK_TEXT_VIEW(self->view), GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &place.x,
                                          &place.y);
    place.width = 1;
    gtk_popover_set_pointing_to(GTK_POPOVER(self->popover), &place);
    gtk_popover_popup(GTK_POPOVER(self->popover));
}

static void on_activated(Gutter *self, GtkTextIter *iter, guint button) {
    if (button == GDK_BUTTON_PRIMARY)
        sl_session_toggle_stop(self->session, gtk_text_iter_get_line(iter) + 1);
}

// Before the text's own menu opens: a line's breakpoint, made if there is none, is to be edited.
static void on_menu(GtkGestureClick *click, int presses, double x, double y, void *data) {
    Gutter *self = data;
    (void)presses;
    GtkWidget *left = GTK_WIDGET(gtk_source_view_get_gutter(self->view, GTK_TEXT_WINDOW_LEFT));
    if (x >= gtk_widget_get_width(left))
        return;
    int bx, by, top;
    GtkTextIter iter;
    gtk_gesture_set_state(GTK_GESTURE(click), GTK_EVENT_SEQUENCE_CLAIMED);
    gtk_text_view_window_to_buffer_coords(GTK_TEXT_VIEW(self->view), GTK_TEXT_WINDOW_WIDGET, (int)x, (int)y, &bx, &by);
    gtk_text_view_get_line_at_y(GTK_TEXT_VIEW(self->view), &iter, by, &top);
    int line = gtk_text_iter_get_line(&iter) + 1;
    if (!sl_session_stop_at(self->session, line))
        sl_session_toggle_stop(self->session, line);
    edit(self, &iter, sl_session_stop_at(self->session, line));
}

// ---- life ----

static void on_view_destroy(Gutter *self) {
    g_clear_pointer(&self->popover, gtk_widget_unparent);
}

static void gutter_free(void *data) {
    Gutter *self = data;
    g_signal_handlers_disconnect_by_data(self->session, self);
    g_signal_handlers_disconnect_by_data(self->buffer, self);
    g_object_unref(self->session);
    g_object_unref(self->buffer);
    g_free(self);
}

void sl_gutter_add(GtkSourceView *view, SlSession *session) {
    Gutter *self = g_new0(Gutter, 1);
    self->view = view;
    self->session = g_object_ref(session);
    self->buffer = g_object_ref(GTK_SOURCE_BUFFER(gtk_text_view_get_buffer(GTK_TEXT_VIEW(view))));
    for (guint i = 0; i < G_N_ELEMENTS(looks); i++) {
        GtkSourceMarkAttributes *look = gtk_source_mark_attributes_new();
        g_autoptr(GdkPixbuf) pixbuf = disc(looks[i].hole);
        gtk_source_mark_attributes_set_pixbuf(look, pixbuf);
        gtk_source_view_set_mark_attributes(view, looks[i].category, look, 1);
        g_object_unref(look);
    }
    gtk_source_view_set_show_line_marks(view, TRUE);
    GtkGesture *menu = gtk_gesture_click_new();
    gtk_gesture_single_set_button(GTK_GESTURE_SINGLE(menu), GDK_BUTTON_SECONDARY);
    gtk_event_controller_set_propagation_phase(GTK_EVENT_CONTROLLER(menu), GTK_PHASE_CAPTURE);
    g_signal_connect(menu, "pressed", G_CALLBACK(on_menu), self);
    gtk_widget_add_controller(GTK_WIDGET(view), GTK_EVENT_CONTROLLER(menu));
    g_signal_connect_swapped(view, "line-mark-activated", G_CALLBACK(on_activated), self);
    g_signal_connect_swapped(view, "destroy", G_CALLBACK(on_view_destroy), self);
    g_signal_connect_swapped(self->buffer, "changed", G_CALLBACK(on_changed), self);
    g_signal_connect_swapped(session, "stops", G_CALLBACK(on_stops), self);
    g_object_set_data_full(G_OBJECT(view), "gutter", self, gutter_free);
}
