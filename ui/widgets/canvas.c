// SPDX-License-Identifier: MIT
// Canvas: follows the session's scene. Places ease towards the layout's, messages travel along their edges, and the
// view eases towards fitting until the user takes it over. Nothing is laid out here.
#include "ui/widgets/canvas.h"

#include <adwaita.h>
#include <math.h>

#include "ui/widgets/canvas-cache.h"

enum { FLIGHT_TIME = 420 * 1000, EASE_TIME = 180 * 1000, MOST_FLIGHTS = 40, SLOW = 8 };
static const double PRESENTED = 20.5;
static const double ZOOM_LEAST = 0.04, ZOOM_MOST = 4, FIT_MOST = 1.35, MARGIN = 48;

typedef struct {
    double x, y; // centre of the body as shown now
} Shown;

typedef struct {
    guint64 edge;
    char value[SL_EVENT_TEXT];
    gint64 start;
} Flight;

struct _SlCanvas {
    GtkWidget parent;
    SlSession *session;
    SlCanvasCache *cache;
    double x, y, zoom; // the scene's point at the top left corner, and points to pixels
    double pointer_x, pointer_y;
    double drag_x, drag_y; // view or node at the start of a drag
    guint64 dragged;
    gboolean fitting, presentation;
    double inset;      // pixels at the top that the banner covers
    GHashTable *shown; // node key to Shown
    GArray *flights;
    guint tick;
    gint64 last_frame;
};

G_DEFINE_FINAL_TYPE(SlCanvas, sl_canvas, GTK_TYPE_WIDGET)

enum { ZOOM_CHANGED, SIGNALS };
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
    double most = self->presentation ? 2.2 : FIT_MOST, least = self->presentation ? PRESENTED / 12 / 1.85 : ZOOM_LEAST;
    double free = fmax(h - self->inset, 100);
    *zoom = CLAMP(fmin(w / (bounds.w + 2 * MARGIN), free / (bounds.h + 2 * MARGIN)), least, most);
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

static void animate(SlCanvas *self) {
    if (!self->tick)
        self->tick = gtk_widget_add_tick_callback(GTK_WIDGET(self), on_tick, NULL, NULL);
}

static void on_scene(SlCanvas *self) {
    const SlScene *scene = sl_session_scene(self->session);
    if (g_hash_table_size(self->shown) > 4 * (guint)scene->node_count + 64)
        g_hash_table_remove_all(self->shown);
    animate(self);
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
    animate(self);
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

// ---- pointing ----

static int node_at(SlCanvas *self, double x, double y) {
    const SlGeometry *geometry = sl_session_geometry(self->session);
    double sx = self->x + x / self->zoom, sy = self->y + y / self->zoom;
    for (int i = geometry->node_count - 1; i >= 0; i--) {
        SlRect r = geometry->nodes[i].body;
        if (sx >= r.x - 4 && sx <= r.x + r.w + 4 && sy >= r.y - 4 && sy <= r.y + r.h + 4)
            return i;
    }
    return -1;
}

static void on_released(GtkGestureClick *click, int presses, double x, double y, void *data) {
    SlCanvas *self = data;
    (void)click;
    gtk_widget_grab_focus(GTK_WIDGET(self));
    int index = node_at(self, x, y);
    if (index < 0) {
        sl_session_select(self->session, 0);
        if (presses == 2)
            sl_canvas_fit(self);
        return;
    }
    const SlNode *node = &sl_session_scene(self->session)->nodes[index];
    guint64 goroutine = node->can_move && node->count == 1 ? node->id : 0;
    sl_session_select(self->session, node->key);
    if (goroutine && sl_session_state(self->session) == SL_SESSION_PAUSED)
        sl_session_move(self->session, goroutine);
}

static void on_drag_begin(GtkGestureDrag *drag, double x, double y, void *data) {
    SlCanvas *self = data;
    int index = node_at(self, x, y);
    guint button = gtk_gesture_single_get_current_button(GTK_GESTURE_SINGLE(drag));
    self->dragged = 0;
    if (index >= 0 && button == GDK_BUTTON_PRIMARY) {
        SlRect body = sl_session_geometry(self->session)->nodes[index].body;
        self->dragged = sl_session_scene(self->session)->nodes[index].key;
        self->drag_x = body.x + body.w / 2;
        self->drag_y = body.y + body.h / 2;
    } else {
        self->drag_x = self->x;
        self->drag_y = self->y;
    }
}

static void on_drag_update(GtkGestureDrag *drag, double dx, double dy, void *data) {
    SlCanvas *self = data;
    if (!gtk_drag_check_threshold(GTK_WIDGET(self), 0, 0, (int)dx, (int)dy) &&
        !gtk_gesture_is_recognized(GTK_GESTURE(drag)))
        return;
    if (fabs(dx) + fabs(dy) < 4)
        return;
    gtk_gesture_set_state(GTK_GESTURE(drag), GTK_EVENT_SEQUENCE_CLAIMED);
    self->fitting = FALSE;
    if (self->dragged) {
        double x = self->drag_x + dx / self->zoom, y = self->drag_y + dy / self->zoom;
        sl_session_place(self->session, self->dragged, x, y);
        Shown *shown = g_hash_table_lookup(self->shown, &self->dragged);
        if (shown)
            *shown = (Shown){x, y};
    } else {
        self->x = self->drag_x - dx / self->zoom;
        self->y = self->drag_y - dy / self->zoom;
    }
    gtk_widget_queue_draw(GTK_WIDGET(self));
}

static void on_motion(GtkEventControllerMotion *motion, double x, double y, void *data) {
    SlCanvas *self = data;
    (void)motion;
    self->pointer_x = x;
    self->pointer_y = y;
    int index = node_at(self, x, y);
    const SlNode *node = index >= 0 ? &sl_session_scene(self->session)->nodes[index] : NULL;
    gtk_widget_set_cursor_from_name(GTK_WIDGET(self), node ? "pointer" : NULL);
}

static void zoom_at(SlCanvas *self, double factor, double x, double y) {
    double zoom = CLAMP(self->zoom * factor, ZOOM_LEAST, ZOOM_MOST);
    self->x += x / self->zoom - x / zoom;
    self->y += y / self->zoom - y / zoom;
    self->zoom = zoom;
    self->fitting = FALSE;
    g_signal_emit(self, signals[ZOOM_CHANGED], 0);
    gtk_widget_queue_draw(GTK_WIDGET(self));
}

static gboolean on_scroll(GtkEventControllerScroll *scroll, double dx, double dy, void *data) {
    SlCanvas *self = data;
    GdkModifierType state = gtk_event_controller_get_current_event_state(GTK_EVENT_CONTROLLER(scroll));
    if (state & GDK_CONTROL_MASK) {
        zoom_at(self, pow(1.15, -dy), self->pointer_x, self->pointer_y);
        return TRUE;
    }
    if (state & GDK_SHIFT_MASK) {
        dx = dy;
        dy = 0;
    }
    self->x += dx * 48 / self->zoom;
    self->y += dy * 48 / self->zoom;
    self->fitting = FALSE;
    gtk_widget_queue_draw(GTK_WIDGET(self));
    return TRUE;
}

static gboolean on_query_tooltip(GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, void *data) {
    SlCanvas *self = data;
    (void)widget;
    int index = keyboard ? -1 : node_at(self, x, y);
    if (index < 0)
        return FALSE;
    const SlNode *node = &sl_session_scene(self->session)->nodes[index];
    if (node->can_move && sl_session_state(self->session) == SL_SESSION_PAUSED) {
        gtk_tooltip_set_text(tooltip, "Click: this goroutine makes the next move");
        return TRUE;
    }
    if (self->zoom >= 0.5 && node->kind == SL_NODE_PROCESS)
        return FALSE;
    g_autofree char *text =
        g_strdup_printf("%s %s\n%s", node->title, node->number, *node->status ? node->status : node->type);
    gtk_tooltip_set_text(tooltip, text);
    return TRUE;
}

// ---- keys ----

// The node nearest in a direction.
static void select_towards(SlCanvas *self, double dx, double dy) {
    const SlScene *scene = sl_session_scene(self->session);
    const SlGeometry *geometry = sl_session_geometry(self->session);
    int from = sl_scene_find(scene, sl_session_selected(self->session)), best = from < 0 && scene->node_count ? 0 : -1;
    double nearest = 1e18;
    for (int i = 0; i < scene->node_count && from >= 0; i++) {
        SlRect a = geometry->nodes[from].body, b = geometry->nodes[i].body;
        double x = b.x + b.w / 2 - a.x - a.w / 2, y = b.y + b.h / 2 - a.y - a.h / 2;
        double along = x * dx + y * dy, aside = fabs(x * dy) + fabs(y * dx);
        if (i != from && along > 4 && along + 2.5 * aside < nearest) {
            nearest = along + 2.5 * aside;
            best = i;
        }
    }
    if (best >= 0)
        sl_session_select(self->session, scene->nodes[best].key);
}

static gboolean on_key(GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, void *data) {
    SlCanvas *self = data;
    (void)keys;
    (void)code;
    if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
        return FALSE;
    int index;
    switch (key) {
    case GDK_KEY_Left:
        select_towards(self, -1, 0);
        return TRUE;
    case GDK_KEY_Right:
        select_towards(self, 1, 0);
        return TRUE;
    case GDK_KEY_Up:
        select_towards(self, 0, -1);
        return TRUE;
    case GDK_KEY_Down:
        select_towards(self, 0, 1);
        return TRUE;
    case GDK_KEY_n:
        sl_session_next(self->session);
        return TRUE;
    case GDK_KEY_N:
        sl_session_back(self->session);
        return TRUE;
    case GDK_KEY_Escape:
        sl_session_select(self->session, 0);
        return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
        index = sl_scene_find(sl_session_scene(self->session), sl_session_selected(self->session));
        if (index >= 0 && sl_session_scene(self->session)->nodes[index].can_move)
            sl_session_move(self->session, sl_session_scene(self->session)->nodes[index].id);
        return TRUE;
    default:
        return FALSE;
    }
}

// ---- the outside ----

void sl_canvas_fit(SlCanvas *self) {
    self->fitting = TRUE;
    animate(self);
}

void sl_canvas_zoom(SlCanvas *self, double factor) {
    zoom_at(self, factor, gtk_widget_get_width(GTK_WIDGET(self)) / 2.0, gtk_widget_get_height(GTK_WIDGET(self)) / 2.0);
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
    animate(self);
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
                                   "Picture of goroutines and channels; the outline lists the same", -1);
    g_signal_connect(self, "query-tooltip", G_CALLBACK(on_query_tooltip), self);

    GtkGesture *click = gtk_gesture_click_new();
    g_signal_connect(click, "released", G_CALLBACK(on_released), self);
    GtkGesture *drag = gtk_gesture_drag_new();
    gtk_gesture_single_set_button(GTK_GESTURE_SINGLE(drag), 0);
    g_signal_connect(drag, "drag-begin", G_CALLBACK(on_drag_begin), self);
    g_signal_connect(drag, "drag-update", G_CALLBACK(on_drag_update), self);
    gtk_gesture_group(click, drag);
    GtkEventController *motion = gtk_event_controller_motion_new();
    g_signal_connect(motion, "motion", G_CALLBACK(on_motion), self);
    GtkEventController *scroll = gtk_event_controller_scroll_new(GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
    g_signal_connect(scroll, "scroll", G_CALLBACK(on_scroll), self);
    GtkEventController *keys = gtk_event_controller_key_new();
    g_signal_connect(keys, "key-pressed", G_CALLBACK(on_key), self);
    gtk_widget_add_controller(widget, GTK_EVENT_CONTROLLER(click));
    gtk_widget_add_controller(widget, GTK_EVENT_CONTROLLER(drag));
    gtk_widget_add_controller(widget, motion);
    gtk_widget_add_controller(widget, scroll);
    gtk_widget_add_controller(widget, keys);
}

GtkWidget *sl_canvas_new(SlSession *session) {
    SlCanvas *self = g_object_new(SL_TYPE_CANVAS, NULL);
    self->session = g_object_ref(session);
    g_signal_connect_swapped(session, "scene", G_CALLBACK(on_scene), self);
    g_signal_connect_swapped(session, "flights", G_CALLBACK(on_flights), self);
    g_signal_connect_swapped(adw_style_manager_get_default(), "notify::dark", G_CALLBACK(gtk_widget_queue_draw), self);
    return GTK_WIDGET(self);
}
