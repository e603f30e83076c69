// SPDX-License-Identifier: MIT
// Minimap: nodes as small boxes and the view as a frame.
#include "ui/widgets/minimap.h"

#include <adwaita.h>
#include <math.h>

#include "ui/paint/paint.h"

enum { WIDTH = 200, HEIGHT = 130, MARGIN = 6 };

typedef struct {
    SlSession *session;
    SlCanvas *canvas;
    GtkWidget *area;
    guint idle;
} Map;

// Scene to area: x * scale + dx.
static void transform(Map *map, double *scale, double *dx, double *dy) {
    SlRect b = sl_session_geometry(map->session)->bounds;
    *scale = fmin((WIDTH - 2 * MARGIN) / fmax(b.w, 1), (HEIGHT - 2 * MARGIN) / fmax(b.h, 1));
    *dx = (WIDTH - b.w * *scale) / 2 - b.x * *scale;
    *dy = (HEIGHT - b.h * *scale) / 2 - b.y * *scale;
}

static SlColour colour_of(const SlNode *node, bool dark) {
    SlColour colour;
    if (node->selected)
        return sl_palette(dark)->accent;
    if (node->color && sl_named_colour(node->color, dark, &colour))
        return colour;
    if (node->kind == SL_NODE_CHANNEL)
        return sl_palette(dark)->cell_border;
    return node->id ? sl_state_colour(node->state, node->stuck, dark) : sl_palette(dark)->line;
}

static void draw(GtkDrawingArea *area, cairo_t *cairo, int width, int height, void *data) {
    Map *map = data;
    const SlScene *scene = sl_session_scene(map->session);
    const SlGeometry *geometry = sl_session_geometry(map->session);
    bool dark = adw_style_manager_get_dark(adw_style_manager_get_default());
    double scale, dx, dy;
    (void)area;
    transform(map, &scale, &dx, &dy);
    for (int i = 0; i < scene->node_count; i++) {
        SlRect b = geometry->nodes[i].body;
        SlColour c = colour_of(&scene->nodes[i], dark);
        cairo_set_source_rgb(cairo, c.r, c.g, c.b);
        cairo_rectangle(cairo, b.x * scale + dx, b.y * scale + dy, fmax(b.w * scale, 2), fmax(b.h * scale, 2));
        cairo_fill(cairo);
    }
    SlRect v = sl_canvas_view(map->canvas);
    SlColour accent = sl_palette(dark)->accent;
    cairo_rectangle(cairo, 0, 0, width, height);
    cairo_clip(cairo);
    cairo_rectangle(cairo, v.x * scale + dx, v.y * scale + dy, v.w * scale, v.h * scale);
    cairo_set_source_rgba(cairo, accent.r, accent.g, accent.b, 0.15);
    cairo_fill_preserve(cairo);
    cairo_set_source_rgb(cairo, accent.r, accent.g, accent.b);
    cairo_set_line_width(cairo, 1.5);
    cairo_stroke(cairo);
}

static gboolean update(void *data) {
    Map *map = data;
    map->idle = 0;
    SlRect b = sl_session_geometry(map->session)->bounds, v = sl_canvas_view(map->canvas);
    bool all = b.x >= v.x - 1 && b.y >= v.y - 1 && b.x + b.w <= v.x + v.w + 1 && b.y + b.h <= v.y + v.h + 1;
    gtk_widget_set_visible(map->area, !all && sl_session_scene(map->session)->node_count > 1);
    gtk_widget_queue_draw(map->area);
    return G_SOURCE_REMOVE;
}

static void later(Map *map) {
    enum { DELAY = 80 };
    if (!map->idle)
        map->idle = g_timeout_add(DELAY, update, map);
}

static void go(Map *map, double x, double y) {
    double scale, dx, dy;
    transform(map, &scale, &dx, &dy);
    sl_canvas_pan_to(map->canvas, (x - dx) / scale, (y - dy) / scale);
}

static void on_begin(GtkGestureDrag *drag, double x, double y, Map *map) {
    (void)drag;
    go(map, x, y);
}

static void on_update(GtkGestureDrag *drag, double dx, double dy, Map *map) {
    double x, y;
    gtk_gesture_drag_get_start_point(drag, &x, &y);
    go(map, x + dx, y + dy);
}

static void map_free(void *data) {
    Map *map = data;
    g_clear_handle_id(&map->idle, g_source_remove);
    g_signal_handlers_disconnect_by_data(map->session, map);
    g_object_unref(map->session);
    g_free(map);
}

GtkWidget *sl_minimap_new(SlSession *session, SlCanvas *canvas) {
    Map *map = g_new0(Map, 1);
    *map = (Map){.session = g_object_ref(session), .canvas = canvas, .area = gtk_drawing_area_new()};
    gtk_drawing_area_set_content_width(GTK_DRAWING_AREA(map->area), WIDTH);
    gtk_drawing_area_set_content_height(GTK_DRAWING_AREA(map->area), HEIGHT);
    gtk_drawing_area_set_draw_func(GTK_DRAWING_AREA(map->area), draw, map, NULL);
    gtk_widget_add_css_class(map->area, "minimap");
    gtk_widget_set_visible(map->area, FALSE);
    gtk_accessible_update_property(GTK_ACCESSIBLE(map->area), GTK_ACCESSIBLE_PROPERTY_LABEL, "The whole drawing", -1);
    GtkGesture *drag = gtk_gesture_drag_new();
    g_signal_connect(drag, "drag-begin", G_CALLBACK(on_begin), map);
    g_signal_connect(drag, "drag-update", G_CALLBACK(on_update), map);
    gtk_widget_add_controller(map->area, GTK_EVENT_CONTROLLER(drag));
    g_signal_connect_swapped(session, "scene", G_CALLBACK(later), map);
    g_signal_connect_swapped(canvas, "zoom-changed", G_CALLBACK(later), map);
    g_object_set_data_full(G_OBJECT(map->area), "map", map, map_free);
    return map->area;
}
