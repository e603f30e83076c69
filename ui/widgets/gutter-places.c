// SPDX-License-Identifier: MIT
// Places: the lines of all goroutines are found once a scene, not while drawing.
#include "ui/widgets/gutter-places.h"

typedef struct {
    SlSession *session;
    GtkSourceGutterRendererText *renderer;
    GHashTable *others; // line, from 1, to how many goroutines stand there
    int current;        // line of the selected one, 0: none
} Places;

static void on_query(GtkSourceGutterRendererText *renderer, GObject *lines, guint line, Places *self) {
    (void)lines;
    int number = (int)line + 1, count = GPOINTER_TO_INT(g_hash_table_lookup(self->others, GINT_TO_POINTER(number)));
    char text[96] = "";
    if (number == self->current)
        g_strlcpy(text, "<span foreground=\"#1c71d8\" weight=\"bold\">▶</span>", sizeof text);
    else if (count > 99)
        g_strlcpy(text, "<small>99+</small>", sizeof text);
    else if (count)
        g_snprintf(text, sizeof text, "<small>%d</small>", count);
    gtk_source_gutter_renderer_text_set_markup(renderer, text, -1);
}

static void update(Places *self) {
    const SlScene *scene = sl_session_scene(self->session);
    uint64_t selected = sl_session_selected(self->session);
    g_hash_table_remove_all(self->others);
    self->current = 0;
    for (int i = 0; i < scene->node_count; i++) {
        const SlNode *node = &scene->nodes[i];
        int line, column;
        if (node->kind != SL_NODE_PROCESS || !node->id || node->state == SL_STATE_ENDED)
            continue;
        sl_session_line(self->session, node->pos, &line, &column);
        if (!line)
            continue;
        if (node->key == selected)
            self->current = line;
        int count = GPOINTER_TO_INT(g_hash_table_lookup(self->others, GINT_TO_POINTER(line)));
        g_hash_table_insert(self->others, GINT_TO_POINTER(line),
                            GINT_TO_POINTER(count + (int)MIN(MAX(node->count, 1), 100)));
    }
    gtk_widget_set_visible(GTK_WIDGET(self->renderer), sl_session_world(self->session) != NULL);
    gtk_widget_queue_draw(GTK_WIDGET(self->renderer));
}

static void places_free(void *data) {
    Places *self = data;
    g_signal_handlers_disconnect_by_data(self->session, self);
    g_object_unref(self->session);
    g_hash_table_unref(self->others);
    g_free(self);
}

void sl_gutter_places_add(GtkSourceView *view, SlSession *session) {
    Places *self = g_new0(Places, 1);
    self->session = g_object_ref(session);
    self->others = g_hash_table_new(NULL, NULL);
    self->renderer = GTK_SOURCE_GUTTER_RENDERER_TEXT(gtk_source_gutter_renderer_text_new());
    gtk_widget_set_size_request(GTK_WIDGET(self->renderer), 22, -1);
    gtk_source_gutter_renderer_set_xalign(GTK_SOURCE_GUTTER_RENDERER(self->renderer), 0.5f);
    g_signal_connect(self->renderer, "query-data", G_CALLBACK(on_query), self);
    gtk_source_gutter_insert(gtk_source_view_get_gutter(view, GTK_TEXT_WINDOW_LEFT),
                             GTK_SOURCE_GUTTER_RENDERER(self->renderer), -10);
    g_signal_connect_swapped(session, "scene", G_CALLBACK(update), self);
    g_object_set_data_full(G_OBJECT(view), "places", self, places_free);
    update(self);
}
