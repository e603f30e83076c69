// SPDX-License-Identifier: MIT
// Describe: a line for each widget that is seen, and each thing in the picture: left, top, width and height in pixels
// of the window's surface, then, apart by tabs, what it is, its action, its words.
#include "ui/widgets/describe.h"

#include <glib-unix.h>
#include <signal.h>

#include "ui/widgets/canvas-impl.h"

typedef struct {
    GtkWindow *window;
    SlSession *session;
    SlCanvas *canvas;
    char *path;
} Describe;

static void write_line(GString *to, double x, double y, double w, double h, const char *what, const char *action,
                       const char *words) {
    g_autofree char *line =
        g_strdup_printf("%.0f %.0f %.0f %.0f\t%s\t%s\t%s", x, y, w, h, what, action ? action : "", words ? words : "");
    g_strdelimit(line, "\n", ' ');
    g_string_append_printf(to, "%s\n", line);
}

// Of the widget's top left corner in the window's surface: popovers have surfaces of their own.
static gboolean place_of(GtkWidget *widget, double *x, double *y) {
    GtkNative *native = gtk_widget_get_native(widget);
    double shift_x, shift_y;
    if (!native || !gtk_widget_translate_coordinates(widget, GTK_WIDGET(native), 0, 0, x, y))
        return FALSE;
    gtk_native_get_surface_transform(native, &shift_x, &shift_y);
    *x += shift_x;
    *y += shift_y;
    for (GdkSurface *surface = gtk_native_get_surface(native); surface && GDK_IS_POPUP(surface);
         surface = gdk_popup_get_parent(GDK_POPUP(surface))) {
        *x += gdk_popup_get_position_x(GDK_POPUP(surface));
        *y += gdk_popup_get_position_y(GDK_POPUP(surface));
    }
    return TRUE;
}

// The lines of a text that are in view, over all of its width: the gutter is at their left.
static void describe_lines(GtkTextView *view, double x, double y, GString *to) {
    GtkTextBuffer *buffer = gtk_text_view_get_buffer(view);
    GdkRectangle seen;
    gtk_text_view_get_visible_rect(view, &seen);
    for (int i = 0; i < gtk_text_buffer_get_line_count(buffer); i++) {
        GtkTextIter start, end;
        int top, height, left, in_view;
        gtk_text_buffer_get_iter_at_line(buffer, &start, i);
        end = start;
        if (!gtk_text_iter_ends_line(&end))
            gtk_text_iter_forward_to_line_end(&end);
        gtk_text_view_get_line_yrange(view, &start, &top, &height);
        if (top < seen.y || top + height > seen.y + seen.height)
            continue;
        gtk_text_view_buffer_to_window_coords(view, GTK_TEXT_WINDOW_WIDGET, 0, top, &left, &in_view);
        g_autofree char *text = gtk_text_buffer_get_text(buffer, &start, &end, FALSE);
        write_line(to, x, y + in_view, gtk_widget_get_width(GTK_WIDGET(view)), height, "line", NULL, text);
    }
}

static const char *words_of(GtkWidget *widget) {
    if (GTK_IS_LABEL(widget))
        return gtk_label_get_text(GTK_LABEL(widget));
    if (GTK_IS_EDITABLE(widget))
        return gtk_editable_get_text(GTK_EDITABLE(widget));
    return gtk_widget_get_tooltip_text(widget);
}

static void describe_widget(GtkWidget *widget, GString *to) {
    double x, y;
    if (!gtk_widget_get_mapped(widget))
        return;
    if (place_of(widget, &x, &y)) {
        const char *action = GTK_IS_ACTIONABLE(widget) ? gtk_actionable_get_action_name(GTK_ACTIONABLE(widget)) : NULL;
        g_autoptr(GString) what = g_string_new(G_OBJECT_TYPE_NAME(widget));
        g_auto(GStrv) classes = gtk_widget_get_css_classes(widget);
        for (char **class = classes; *class; class ++)
            g_string_append_printf(what, ".%s", *class);
        if (!gtk_widget_is_sensitive(widget))
            g_string_append(what, ":insensitive");
        write_line(to, x, y, gtk_widget_get_width(widget), gtk_widget_get_height(widget), what->str, action,
                   words_of(widget));
        if (GTK_IS_TEXT_VIEW(widget))
            describe_lines(GTK_TEXT_VIEW(widget), x, y, to);
    }
    for (GtkWidget *child = gtk_widget_get_first_child(widget); child; child = gtk_widget_get_next_sibling(child))
        describe_widget(child, to);
}

// Nodes, and the discs of ready cases.
static void describe_picture(Describe *self, GString *to) {
    const SlScene *scene = sl_session_scene(self->session);
    const SlGeometry *geometry = sl_session_geometry(self->session);
    double x, y, zoom = self->canvas->zoom;
    if (!gtk_widget_get_mapped(GTK_WIDGET(self->canvas)) || !place_of(GTK_WIDGET(self->canvas), &x, &y))
        return;
    for (int i = 0; i < scene->node_count; i++) {
        const SlNode *node = &scene->nodes[i];
        SlRect body = geometry->nodes[i].body;
        g_autofree char *words = g_strdup_printf("%s %s · %s", node->title, node->number, node->status);
        g_autofree char *what =
            g_strdup_printf("node%s%s%s%s", node->can_move ? ".can-move" : "", node->frozen ? ".frozen" : "",
                            node->selected ? ".selected" : "", node->breaks ? ".stop" : "");
        write_line(to, x + (body.x - self->canvas->x) * zoom, y + (body.y - self->canvas->y) * zoom, body.w * zoom,
                   body.h * zoom, what, NULL, words);
    }
    for (int i = 0; i < scene->edge_count; i++) {
        const SlEdge *edge = &scene->edges[i];
        if (!edge->offer)
            continue;
        double size = 2 * SL_OFFER_RADIUS * zoom;
        g_autofree char *words = g_strdup_printf("%d %s", edge->offer, edge->flow == SL_FLOW_SEND ? "send" : "receive");
        write_line(to, x + (geometry->routes[i].label_x - self->canvas->x) * zoom - size / 2,
                   y + (geometry->routes[i].label_y - self->canvas->y) * zoom - size / 2, size, size, "case", NULL,
                   words);
    }
}

static gboolean on_signal(void *data) {
    Describe *self = data;
    g_autoptr(GString) text = g_string_new("");
    describe_widget(GTK_WIDGET(self->window), text);
    describe_picture(self, text);
    g_file_set_contents(self->path, text->str, (gssize)text->len, NULL); // in one step
    return G_SOURCE_CONTINUE;
}

static void describe_free(void *data) {
    Describe *self = data;
    g_object_unref(self->session);
    g_free(self->path);
    g_free(self);
}

void sl_describe_add(GtkWindow *window, SlSession *session, SlCanvas *canvas) {
    const char *path = g_getenv("SLUICE_DESCRIBE");
    if (!path)
        return;
    Describe *self = g_new0(Describe, 1);
    *self = (Describe){window, g_object_ref(session), canvas, g_strdup(path)};
    g_unix_signal_add_full(G_PRIORITY_HIGH, SIGUSR1, on_signal, self, describe_free);
}
