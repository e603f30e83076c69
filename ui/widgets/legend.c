// SPDX-License-Identifier: MIT
// Legend: one badge and word for each state in the scene, in a fixed order; drawn when the set changes.
#include "ui/widgets/legend.h"

#include <glib/gi18n.h>

#include <adwaita.h>

#include "ui/paint/paint.h"

enum { STUCK = SL_STATE_UNKNOWN + 1, BADGE = 20 };

typedef struct {
    SlSession *session;
    GtkWidget *box;
    guint shown; // set of states
} Legend;

static void draw_badge(GtkDrawingArea *area, cairo_t *cairo, int width, int height, void *data) {
    int state = GPOINTER_TO_INT(data);
    (void)area;
    sl_paint_badge(cairo, (uint8_t)(state == STUCK ? SL_STATE_SENDING : state), state == STUCK, width / 2.0,
                   height / 2.0, 9, adw_style_manager_get_dark(adw_style_manager_get_default()));
}

static void add_state(Legend *legend, int state) {
    GtkWidget *badge = gtk_drawing_area_new();
    gtk_drawing_area_set_content_width(GTK_DRAWING_AREA(badge), BADGE);
    gtk_drawing_area_set_content_height(GTK_DRAWING_AREA(badge), BADGE);
    gtk_drawing_area_set_draw_func(GTK_DRAWING_AREA(badge), draw_badge, GINT_TO_POINTER(state), NULL);
    gtk_box_append(GTK_BOX(legend->box), badge);
    GtkWidget *word = gtk_label_new(state == STUCK ? _("stuck") : sl_state_word((uint8_t)state));
    gtk_widget_set_margin_end(word, 8);
    gtk_widget_add_css_class(word, "caption");
    gtk_box_append(GTK_BOX(legend->box), word);
}

static void update(Legend *legend) {
    const SlScene *scene = sl_session_scene(legend->session);
    guint set = 0;
    for (int i = 0; i < scene->node_count; i++) {
        const SlNode *node = &scene->nodes[i];
        if (node->kind == SL_NODE_PROCESS && node->id)
            set |= 1u << (node->stuck ? STUCK : node->state);
    }
    if (sl_session_state(legend->session) == SL_SESSION_RUNNING)
        set |= legend->shown; // states come and go: the row must not jump while it runs
    if (set == legend->shown)
        return;
    legend->shown = set;
    for (GtkWidget *child; (child = gtk_widget_get_first_child(legend->box));)
        gtk_box_remove(GTK_BOX(legend->box), child);
    for (int state = 0; state <= STUCK; state++)
        if (set >> state & 1)
            add_state(legend, state);
    gtk_widget_set_visible(legend->box, set != 0);
}

static void legend_free(void *data) {
    Legend *legend = data;
    g_signal_handlers_disconnect_by_data(legend->session, legend);
    g_object_unref(legend->session);
    g_free(legend);
}

GtkWidget *sl_legend_new(SlSession *session) {
    Legend *legend = g_new0(Legend, 1);
    legend->session = g_object_ref(session);
    legend->box = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 5);
    gtk_widget_add_css_class(legend->box, "floating");
    gtk_widget_add_css_class(legend->box, "legend");
    gtk_widget_set_visible(legend->box, FALSE);
    g_object_set_data_full(G_OBJECT(legend->box), "legend", legend, legend_free);
    g_signal_connect_swapped(session, "scene", G_CALLBACK(update), legend);
    return legend->box;
}
