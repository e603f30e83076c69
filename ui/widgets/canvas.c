// SPDX-License-Identifier: MIT
// Canvas: follows the session's scene. Places ease towards the layout's, messages travel along their edges, and the
// view eases towards fitting until the user takes it over. Nothing is laid out here.
#include "ui/widgets/canvas.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "ui/widgets/canvas-impl.h"

enum { FLIGHT_TIME = 420 * 1000, EASE_TIME = 180 * 1000, MOST_FLIGHTS = 40, SLOW = 8 };
static const double PRESENTED = 20.5;
static const double FIT_MOST = 1.35, MARGIN = 48;

typedef struct {
    double x, y; // centre of the body as shown now
} Shown;

typedef struct {
    guint64 edge;
    char value[SL_EVENT_TEXT];
    gint64 start;
} Flight;

G_DEFINE_FINAL_TYPE(SlCanvas, sl_canvas, GTK_TYPE_WIDGET)

enum { ZOOM_CHANGED, QUICK_ADD, WIRE_DROPPED, CONTEXT_MENU, EDIT_NODE, SIGNALS };
static guint signals[SIGNALS];

static gboolean moves(SlCanvas *self) {
    gboolean animations;
    g_object_get(gtk_widget_get_settings(GTK_WIDGET(self)), "gtk-enable-animations", &animations, NULL);
    return animations;
}

static SlPaintStyle style_of(SlCanvas *self) {
    return (SlPaintStyle){
        .dark = adw_style_manager_get_dark(adw_style_manager_get_default()),
        .presentation = self->presentation,
        .detail = self->zoom,
        // On a projector no word is smaller than 20 pixels: the smallest font is 12 points.
        .text = self->presentation ? CLAMP(PRESENTED / 12 / self->zoom, 1, 1.85) : 1,
        .focus = gtk_widget_has_focus(GTK_WIDGET(self)) ? sl_session_selected(self->session) : 0,
    };
}

// ---- motion ----

static void fit_target(SlCanvas *self, double *x, double *y, double *zoom) {
    SlRect bounds = sl_session_geometry(self->session)->bounds;
    double w = gtk_widget_get_width(GTK_WIDGET(self)), h = gtk_widget_get_height(GTK_WIDGET(self));
    // Presenting, what would get too small to read is cut off, and the selection kept in the middle.
    double most = self->presentation ? 2.2 : FIT_MOST,
           least = self->presentation ? PRESENTED / 12 / 1.85 : SL_ZOOM_LEAST;
    double free = fmax(h - self->inset, 100);
    *zoom = CLAMP(fmin(w / (bounds.w + 2 * MARGIN), free / (bounds.h + 2 * MARGIN)), least, most);
    if (!sl_session_scene(self->session)->node_count)
        *zoom = 1; // an empty drawing
    double middle_x = bounds.x + bounds.w / 2, middle_y = bounds.y + bounds.h / 2;
    int index = sl_scene_find(sl_session_scene(self->session), sl_session_selected(self->session));
    if (index >= 0 && (bounds.w * *zoom > w || bounds.h * *zoom > h)) {
        SlRect body = sl_session_geometry(self->session)->nodes[index].body;
        middle_x = body.x + body.w / 2;
        middle_y = body.y + body.h / 2;
    }
    *x = middle_x - w / *zoom / 2;
    *y = middle_y - (self->inset + free / 2) / *zoom;
}

// One step of easing; false when nothing moves any more.
static gboolean ease(double *value, double target, double share) {
    double rest = target - *value;
    if (fabs(rest) < 0.3 * (share < 1)) {
        *value = target;
        return FALSE;
    }
    *value += rest * share;
    return share < 1;
}

static gboolean advance_places(SlCanvas *self, double share) {
    const SlScene *scene = sl_session_scene(self->session);
    const SlGeometry *geometry = sl_session_geometry(self->session);
    gboolean moving = FALSE;
    for (int i = 0; i < scene->node_count; i++) {
        SlRect body = geometry->nodes[i].body;
        double x = body.x + body.w / 2, y = body.y + body.h / 2;
        guint64 key = scene->nodes[i].key;
        Shown *shown = g_hash_table_lookup(self->shown, &key);
        if (!shown) {
            shown = g_new(Shown, 1);
            guint64 *own = g_new(guint64, 1);
            *own = key;
            // A newcomer comes out of its site, when that is in view.
            guint64 site = scene->nodes[i].site;
            Shown *from = g_hash_table_lookup(self->shown, &site);
            *shown = from ? *from : (Shown){x, y};
            g_hash_table_insert(self->shown, own, shown);
        }
        moving |= ease(&shown->x, x, share);
        moving |= ease(&shown->y, y, share);
    }
    return moving;
}

static gboolean advance_view(SlCanvas *self, double share) {
    if (!self->fitting)
        return FALSE;
    double x, y, zoom, before = self->zoom;
    fit_target(self, &x, &y, &zoom);
    gboolean moving = FALSE;
    double log_zoom = log(self->zoom) * 1000;
    moving |= ease(&log_zoom, log(zoom) * 1000, share);
    self->zoom = moving ? exp(log_zoom / 1000) : zoom;
    moving |= ease(&self->x, x, share);
    moving |= ease(&self->y, y, share);
    if (before != self->zoom)
        g_signal_emit(self, signals[ZOOM_CHANGED], 0);
    return moving;
}

// At a pace that the eye can follow, messages travel one after the other; those that wait hurry the others on.
static void advance_flights(SlCanvas *self, gint64 now) {
    double rate = sl_session_rate(self->session);
    gboolean in_turn = sl_session_controlled(self->session) && rate > 0 && rate <= SLOW, busy = FALSE;
    guint waiting = self->flights->len;
    gint64 lasts = in_turn && waiting > 2 ? FLIGHT_TIME * 2 / waiting : FLIGHT_TIME;
    for (guint i = 0; i < self->flights->len; i++) {
        Flight *flight = &g_array_index(self->flights, Flight, i);
        if (!flight->start && in_turn && busy)
            break;
        if (!flight->start)
            flight->start = now;
        busy = TRUE;
        if (now - flight->start > lasts)
            g_array_remove_index(self->flights, i--);
    }
}

static gboolean on_tick(GtkWidget *widget, GdkFrameClock *clock, void *data) {
    SlCanvas *self = SL_CANVAS(widget);
    (void)data;
    gint64 now = gdk_frame_clock_get_frame_time(clock);
    double passed = self->last_frame ? (double)(now - self->last_frame) : 16000;
    self->last_frame = now;
    double share = moves(self) ? 1 - exp(-passed / EASE_TIME * 3) : 1;
    gboolean moving = advance_places(self, share);
    moving |= advance_view(self, share);
    advance_flights(self, now);
    gtk_widget_queue_draw(widget);
    if (moving || self->flights->len)
        return G_SOURCE_CONTINUE;
    self->tick = 0;
    self->last_frame = 0;
    return G_SOURCE_REMOVE;
}

void sl_canvas_animate(SlCanvas *self) {
    if (!self->tick)
        self->tick = gtk_widget_add_tick_callback(GTK_WIDGET(self), on_tick, NULL, NULL);
}

static void on_scene(SlCanvas *self) {
    const SlScene *scene = sl_session_scene(self->session);
    if (g_hash_table_size(self->shown) > 4 * (guint)scene->node_count + 64)
        g_hash_table_remove_all(self->shown);
    sl_canvas_animate(self);
}

static void on_flights(SlCanvas *self) {
    int count;
    const SlDeparture *departures = sl_session_departures(self->session, &count);
    if (!moves(self))
        return;
    for (int i = 0; i < count && self->flights->len < MOST_FLIGHTS; i++) {
        Flight flight = {.edge = departures[i].edge};
        g_strlcpy(flight.value, departures[i].value, sizeof flight.value);
        g_array_append_val(self->flights, flight);
    }
    sl_canvas_animate(self);
}

// ---- drawing ----

static void add_dots(GtkSnapshot *snapshot, SlCanvas *self, double w, double h) {
    double step = 24 * self->zoom;
    while (step < 14)
        step *= 4;
    SlColour c = sl_palette(adw_style_manager_get_dark(adw_style_manager_get_default()))->dots;
    double x = fmod(-self->x * self->zoom, step), y = fmod(-self->y * self->zoom, step);
    GdkRGBA colour = {(float)c.r, (float)c.g, (float)c.b, 1};
    gtk_snapshot_push_repeat(snapshot, &GRAPHENE_RECT_INIT(0, 0, (float)w, (float)h),
                             &GRAPHENE_RECT_INIT((float)x, (float)y, (float)step, (float)step));
    gtk_snapshot_append_color(snapshot, &colour, &GRAPHENE_RECT_INIT((float)x, (float)y, 1.5f, 1.5f));
    gtk_snapshot_pop(snapshot);
}

static gboolean is_seen(SlCanvas *self, SlRect r, double w, double h) {
    return r.x < self->x + w / self->zoom && r.x + r.w > self->x && r.y < self->y + h / self->zoom &&
           r.y + r.h > self->y;
}

// The layout's place moved by how far the node still has to go.
static void offset_of(SlCanvas *self, const SlScene *scene, const SlGeometry *geometry, int index, double *dx,
                      double *dy) {
    guint64 key = scene->nodes[index].key;
    Shown *shown = g_hash_table_lookup(self->shown, &key);
    SlRect body = geometry->nodes[index].body;
    *dx = shown ? shown->x - (body.x + body.w / 2) : 0;
    *dy = shown ? shown->y - (body.y + body.h / 2) : 0;
}

// At the nearest whole pixel: see canvas-cache.c.
static void append_at(SlCanvas *self, GtkSnapshot *snapshot, double x, double y, GskRenderNode *node) {
    double left = self->x + round((x - self->x) * self->zoom) / self->zoom,
           top = self->y + round((y - self->y) * self->zoom) / self->zoom;
    gtk_snapshot_save(snapshot);
    gtk_snapshot_translate(snapshot, &GRAPHENE_POINT_INIT((float)left, (float)top));
    gtk_snapshot_append_node(snapshot, node);
    gtk_snapshot_restore(snapshot);
}

static void snapshot_edges(SlCanvas *self, GtkSnapshot *snapshot, const SlPaintStyle *style, double w, double h) {
    const SlScene *scene = sl_session_scene(self->session);
    const SlGeometry *geometry = sl_session_geometry(self->session);
    for (int weight = SL_EDGE_MAY; weight <= SL_EDGE_WAITS; weight++)
        for (int i = 0; i < scene->edge_count; i++) {
            const SlEdge *edge = &scene->edges[i];
            if (edge->weight != weight)
                continue;
            SlRoute route = geometry->routes[i];
            double ax, ay, bx, by;
            offset_of(self, scene, geometry, edge->from, &ax, &ay);
            offset_of(self, scene, geometry, edge->to, &bx, &by);
            for (int k = 0; k < 4; k++) {
                route.x[k] += k < 2 ? ax : bx;
                route.y[k] += k < 2 ? ay : by;
            }
            route.label_x += (ax + bx) / 2;
            route.label_y += (ay + by) / 2;
            if (is_seen(self, sl_paint_edge_extent(edge, &route), w, h))
                append_at(self, snapshot, route.x[0], route.y[0],
                          sl_canvas_cache_edge(self->cache, edge, &route, style));
        }
}

static void snapshot_nodes(SlCanvas *self, GtkSnapshot *snapshot, const SlPaintStyle *style, double w, double h) {
    const SlScene *scene = sl_session_scene(self->session);
    const SlGeometry *geometry = sl_session_geometry(self->session);
    for (int i = 0; i < scene->node_count; i++) {
        double dx, dy;
        offset_of(self, scene, geometry, i, &dx, &dy);
        SlRect extent = sl_paint_node_extent(&geometry->nodes[i]);
        extent.x += dx;
        extent.y += dy;
        if (!is_seen(self, extent, w, h))
            continue;
        SlRect body = geometry->nodes[i].body;
        append_at(self, snapshot, body.x + dx, body.y + dy,
                  sl_canvas_cache_node(self->cache, &scene->nodes[i], &geometry->nodes[i], style));
    }
}

static void snapshot_flights(SlCanvas *self, GtkSnapshot *snapshot, const SlPaintStyle *style) {
    const SlScene *scene = sl_session_scene(self->session);
    const SlGeometry *geometry = sl_session_geometry(self->session);
    for (guint f = 0; f < self->flights->len; f++) {
        const Flight *flight = &g_array_index(self->flights, Flight, f);
        for (int i = 0; i < scene->edge_count && flight->start; i++) {
            if (scene->edges[i].key != flight->edge)
                continue;
            double t = CLAMP((double)(self->last_frame - flight->start) / FLIGHT_TIME, 0, 1);
            SlFlight token = {.value = flight->value, .alpha = t > 0.85 ? (1 - t) / 0.15 : 1};
            sl_paint_point(&geometry->routes[i], t * t * (3 - 2 * t), &token.x, &token.y);
            cairo_t *cairo = gtk_snapshot_append_cairo(
                snapshot, &GRAPHENE_RECT_INIT((float)token.x - 70, (float)token.y - 20, 140, 40));
            sl_paint_flight(cairo, &token, style);
            cairo_destroy(cairo);
            break;
        }
    }
}

static void sl_canvas_snapshot(GtkWidget *widget, GtkSnapshot *snapshot) {
    SlCanvas *self = SL_CANVAS(widget);
    double w = gtk_widget_get_width(widget), h = gtk_widget_get_height(widget);
    SlPaintStyle style = style_of(self);
    SlColour paper = sl_palette(style.dark)->paper;
    GdkRGBA colour = {(float)paper.r, (float)paper.g, (float)paper.b, 1};
    gtk_snapshot_append_color(snapshot, &colour, &GRAPHENE_RECT_INIT(0, 0, (float)w, (float)h));
    add_dots(snapshot, self, w, h);
    gtk_snapshot_push_clip(snapshot, &GRAPHENE_RECT_INIT(0, 0, (float)w, (float)h));
    gtk_snapshot_save(snapshot);
    gtk_snapshot_scale(snapshot, (float)self->zoom, (float)self->zoom);
    gtk_snapshot_translate(snapshot, &GRAPHENE_POINT_INIT((float)-self->x, (float)-self->y));
    snapshot_edges(self, snapshot, &style, w, h);
    snapshot_nodes(self, snapshot, &style, w, h);
    snapshot_flights(self, snapshot, &style);
    sl_canvas_snapshot_edit(self, snapshot, &style);
    gtk_snapshot_restore(snapshot);
    gtk_snapshot_pop(snapshot);
    sl_canvas_cache_sweep(self->cache);
}

static void sl_canvas_size_allocate(GtkWidget *widget, int width, int height, int baseline) {
    SlCanvas *self = SL_CANVAS(widget);
    (void)width;
    (void)height;
    (void)baseline;
    if (self->fitting && width > 1)
        advance_view(self, 1);
}

// ---- the outside ----

void sl_canvas_fit(SlCanvas *self) {
    self->fitting = TRUE;
    sl_canvas_animate(self);
}

void sl_canvas_zoom_at(SlCanvas *self, double factor, double x, double y) {
    double zoom = CLAMP(self->zoom * factor, SL_ZOOM_LEAST, SL_ZOOM_MOST);
    self->x += x / self->zoom - x / zoom;
    self->y += y / self->zoom - y / zoom;
    self->zoom = zoom;
    self->fitting = FALSE;
    g_signal_emit(self, signals[ZOOM_CHANGED], 0);
    gtk_widget_queue_draw(GTK_WIDGET(self));
}

void sl_canvas_zoom(SlCanvas *self, double factor) {
    sl_canvas_zoom_at(self, factor, gtk_widget_get_width(GTK_WIDGET(self)) / 2.0,
                      gtk_widget_get_height(GTK_WIDGET(self)) / 2.0);
}

void sl_canvas_show_at(SlCanvas *self, guint64 key, double x, double y) {
    Shown *shown = g_hash_table_lookup(self->shown, &key);
    if (shown)
        *shown = (Shown){x, y};
    gtk_widget_queue_draw(GTK_WIDGET(self));
}

void sl_canvas_pan_to(SlCanvas *self, double x, double y) {
    self->fitting = FALSE;
    self->x = x - gtk_widget_get_width(GTK_WIDGET(self)) / self->zoom / 2;
    self->y = y - gtk_widget_get_height(GTK_WIDGET(self)) / self->zoom / 2;
    g_signal_emit(self, signals[ZOOM_CHANGED], 0);
    gtk_widget_queue_draw(GTK_WIDGET(self));
}

void sl_canvas_reveal(SlCanvas *self, guint64 key) {
    int index = sl_scene_find(sl_session_scene(self->session), key);
    if (index < 0)
        return;
    SlRect body = sl_session_geometry(self->session)->nodes[index].body;
    double w = gtk_widget_get_width(GTK_WIDGET(self)), h = gtk_widget_get_height(GTK_WIDGET(self));
    if (!is_seen(self, body, w, h)) {
        sl_canvas_pan_to(self, body.x + body.w / 2, body.y + body.h / 2);
        return;
    }
    // Just enough for all of it.
    double room = 28 / self->zoom, dx = fmax(0, body.x + body.w + room - self->x - w / self->zoom),
           dy = fmax(0, body.y + body.h + room - self->y - h / self->zoom);
    dx = fmin(dx, body.x - room - self->x);
    dy = fmin(dy, body.y - room - (self->y + self->inset / self->zoom));
    if (fabs(dx) > 0.5 || fabs(dy) > 0.5)
        sl_canvas_pan_to(self, self->x + w / self->zoom / 2 + dx, self->y + h / self->zoom / 2 + dy);
}

SlRect sl_canvas_view(SlCanvas *self) {
    return (SlRect){self->x, self->y, gtk_widget_get_width(GTK_WIDGET(self)) / self->zoom,
                    gtk_widget_get_height(GTK_WIDGET(self)) / self->zoom};
}

double sl_canvas_get_zoom(SlCanvas *self) {
    return self->zoom;
}

void sl_canvas_set_presentation(SlCanvas *self, gboolean on) {
    self->presentation = on;
    sl_canvas_fit(self);
}

void sl_canvas_set_inset(SlCanvas *self, double inset) {
    if (self->inset == inset)
        return;
    self->inset = inset;
    sl_canvas_animate(self);
}

static void sl_canvas_dispose(GObject *object) {
    SlCanvas *self = SL_CANVAS(object);
    if (self->session)
        g_signal_handlers_disconnect_by_data(self->session, self);
    g_clear_object(&self->session);
    g_signal_handlers_disconnect_by_data(adw_style_manager_get_default(), self);
    G_OBJECT_CLASS(sl_canvas_parent_class)->dispose(object);
}

static void sl_canvas_finalize(GObject *object) {
    SlCanvas *self = SL_CANVAS(object);
    sl_canvas_cache_free(self->cache);
    g_hash_table_unref(self->shown);
    g_array_unref(self->flights);
    sl_canvas_edit_free(self);
    G_OBJECT_CLASS(sl_canvas_parent_class)->finalize(object);
}

static void sl_canvas_class_init(SlCanvasClass *class) {
    GtkWidgetClass *widget = GTK_WIDGET_CLASS(class);
    G_OBJECT_CLASS(class)->dispose = sl_canvas_dispose;
    G_OBJECT_CLASS(class)->finalize = sl_canvas_finalize;
    widget->snapshot = sl_canvas_snapshot;
    widget->size_allocate = sl_canvas_size_allocate;
    signals[ZOOM_CHANGED] =
        g_signal_new("zoom-changed", SL_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
    signals[QUICK_ADD] = g_signal_new("quick-add", SL_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                      2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
    signals[WIRE_DROPPED] = g_signal_new("wire-dropped", SL_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 3, G_TYPE_POINTER, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
    signals[CONTEXT_MENU] = g_signal_new("context-menu", SL_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
    signals[EDIT_NODE] =
        g_signal_new("edit-node", SL_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
    gtk_widget_class_set_css_name(widget, "canvas");
    gtk_widget_class_set_accessible_role(widget, GTK_ACCESSIBLE_ROLE_IMG);
}

static void sl_canvas_init(SlCanvas *self) {
    GtkWidget *widget = GTK_WIDGET(self);
    self->zoom = 1;
    self->fitting = TRUE;
    self->cache = sl_canvas_cache_new();
    self->shown = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
    self->flights = g_array_new(FALSE, TRUE, sizeof(Flight));
    gtk_widget_set_focusable(widget, TRUE);
    gtk_widget_set_hexpand(widget, TRUE);
    gtk_widget_set_vexpand(widget, TRUE);
    gtk_widget_set_overflow(widget, GTK_OVERFLOW_HIDDEN);
    gtk_widget_set_has_tooltip(widget, TRUE);
    gtk_accessible_update_property(GTK_ACCESSIBLE(self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                   _("Picture of goroutines and channels; the outline lists the same"), -1);
    sl_canvas_input_init(self);
    sl_canvas_edit_init(self);
}

GtkWidget *sl_canvas_new(SlSession *session) {
    SlCanvas *self = g_object_new(SL_TYPE_CANVAS, NULL);
    self->session = g_object_ref(session);
    g_signal_connect_swapped(session, "scene", G_CALLBACK(on_scene), self);
    sl_canvas_edit_follow(self);
    g_signal_connect_swapped(session, "flights", G_CALLBACK(on_flights), self);
    g_signal_connect_swapped(adw_style_manager_get_default(), "notify::dark", G_CALLBACK(gtk_widget_queue_draw), self);
    return GTK_WIDGET(self);
}
