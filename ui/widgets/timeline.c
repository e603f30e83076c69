// SPDX-License-Identifier: MIT
// Timeline: follows the session's log. Shows the whole run until the reader zooms (Ctrl and wheel); a click on a lane
// selects its goroutine, dragging moves the instant.
#include "ui/widgets/timeline.h"

#include <adwaita.h>
#include <math.h>

#include "ui/paint/timeline.h"

typedef struct {
    SlSession *session;
    GtkWidget *area;
    SlTimeline *timeline;
    SlTimelineView view;
    guint idle;
    gboolean zoomed;
    guint64 going; // the event last asked for
    double pointer_x;
} Timeline;

enum { WIDEST = 46 };

static void fit(Timeline *self) {
    double room = MAX(gtk_widget_get_width(self->area) - SL_LANE_NAMES - 24, 50);
    double events = (double)(self->timeline->last - self->timeline->first + 1);
    if (!self->zoomed) {
        self->view.per_event = MIN(room / MAX(events, 1), WIDEST);
        self->view.from = (double)self->timeline->first;
    }
    // While the run goes on, its end stays in view.
    if (self->zoomed && sl_session_state(self->session) == SL_SESSION_RUNNING)
        self->view.from =
            MAX((double)self->timeline->first, (double)self->timeline->last + 1 - room / self->view.per_event);
}

static gboolean update(void *data) {
    Timeline *self = data;
    self->idle = 0;
    if (!gtk_widget_get_mapped(self->area))
        return G_SOURCE_REMOVE;
    uint32_t count;
    bool cut, bad;
    const SlEvent *log = sl_session_log(self->session, &count, &cut);
    const SlWorld *world = sl_session_world(self->session);
    sl_timeline_free(self->timeline);
    self->timeline = sl_timeline_new(log, count, world);
    self->view.cursor = sl_session_event(self->session);
    self->view.stuck_from = sl_session_verdict(self->session, &bad) && world && world->deadlock ? world->event : 0;
    const SlScene *scene = sl_session_scene(self->session);
    int index = sl_scene_find(scene, sl_session_selected(self->session));
    self->view.selected = index >= 0 && scene->nodes[index].kind == SL_NODE_PROCESS ? scene->nodes[index].id : 0;
    fit(self);
    gtk_widget_queue_draw(self->area);
    return G_SOURCE_REMOVE;
}

static void later(Timeline *self) {
    if (!self->idle)
        self->idle = g_timeout_add(40, update, self);
}

static void draw(GtkDrawingArea *area, cairo_t *cairo, int width, int height, void *data) {
    Timeline *self = data;
    (void)area;
    fit(self);
    SlPaintStyle style = {.dark = adw_style_manager_get_dark(adw_style_manager_get_default()), .detail = 1};
    sl_paint_timeline(cairo, self->timeline, &self->view, width, height, &style);
}

static void go(Timeline *self, double x) {
    double event = self->view.from + (x - SL_LANE_NAMES) / self->view.per_event - 0.5;
    guint64 wanted = (guint64)CLAMP(round(event), (double)self->timeline->first, (double)self->timeline->last);
    if (!self->timeline->lane_count || !sl_session_can_go(self->session) || wanted == self->going)
        return;
    self->going = wanted;
    sl_session_go(self->session, wanted);
}

static void on_pressed(GtkGestureClick *click, int presses, double x, double y, void *data) {
    Timeline *self = data;
    (void)click;
    (void)presses;
    int lane = (int)((y - SL_TIMELINE_TOP + self->view.scroll) / SL_LANE_H);
    if (x < SL_LANE_NAMES && lane >= 0 && lane < self->timeline->lane_count)
        sl_session_select(self->session, 1ull << 62 | self->timeline->lanes[lane].goroutine);
}

static void on_drag(GtkGestureDrag *drag, double dx, double dy, void *data) {
    Timeline *self = data;
    double x, y;
    (void)dy;
    gtk_gesture_drag_get_start_point(drag, &x, &y);
    if (x >= SL_LANE_NAMES)
        go(self, x + dx);
}

static void on_drag_begin(GtkGestureDrag *drag, double x, double y, void *data) {
    (void)drag;
    (void)y;
    ((Timeline *)data)->going = 0;
    if (x >= SL_LANE_NAMES)
        go(data, x);
}

static void on_motion(GtkEventControllerMotion *motion, double x, double y, void *data) {
    (void)motion;
    (void)y;
    ((Timeline *)data)->pointer_x = x;
}

static gboolean on_scroll(GtkEventControllerScroll *scroll, double dx, double dy, void *data) {
    Timeline *self = data;
    GdkModifierType state = gtk_event_controller_get_current_event_state(GTK_EVENT_CONTROLLER(scroll));
    double room = MAX(gtk_widget_get_width(self->area) - SL_LANE_NAMES - 24, 50);
    double whole = room / (double)(self->timeline->last - self->timeline->first + 1);
    if (state & GDK_CONTROL_MASK) {
        double at = self->view.from + (self->pointer_x - SL_LANE_NAMES) / self->view.per_event;
        double per_event = CLAMP(self->view.per_event * pow(1.25, -dy), MIN(whole, WIDEST), WIDEST);
        self->zoomed = per_event > whole * 1.01;
        self->view.from = at - (at - self->view.from) * self->view.per_event / per_event;
        self->view.per_event = per_event;
    } else if (state & GDK_SHIFT_MASK || dx != 0) {
        self->view.from += (dx + (state & GDK_SHIFT_MASK ? dy : 0)) * 40 / self->view.per_event;
    } else {
        double most =
            MAX(0, self->timeline->lane_count * SL_LANE_H + SL_TIMELINE_TOP + 12 - gtk_widget_get_height(self->area));
        self->view.scroll = CLAMP(self->view.scroll + dy * SL_LANE_H, 0, most);
    }
    double last = (double)self->timeline->last + 1 - room / self->view.per_event;
    self->view.from = CLAMP(self->view.from, (double)self->timeline->first, MAX(last, (double)self->timeline->first));
    gtk_widget_queue_draw(self->area);
    return TRUE;
}

static void timeline_free(void *data) {
    Timeline *self = data;
    g_clear_handle_id(&self->idle, g_source_remove);
    g_signal_handlers_disconnect_by_data(self->session, self);
    g_signal_handlers_disconnect_by_data(adw_style_manager_get_default(), self);
    g_object_unref(self->session);
    sl_timeline_free(self->timeline);
    g_free(self);
}

GtkWidget *sl_timeline_view_new(SlSession *session) {
    Timeline *self = g_new0(Timeline, 1);
    self->session = g_object_ref(session);
    self->timeline = sl_timeline_new(NULL, 0, NULL);
    self->view.per_event = WIDEST;
    self->area = gtk_drawing_area_new();
    gtk_widget_set_hexpand(self->area, TRUE);
    gtk_drawing_area_set_content_height(GTK_DRAWING_AREA(self->area), 190);
    gtk_drawing_area_set_draw_func(GTK_DRAWING_AREA(self->area), draw, self, NULL);
    gtk_accessible_update_property(GTK_ACCESSIBLE(self->area), GTK_ACCESSIBLE_PROPERTY_LABEL, "Timeline of the run",
                                   -1);
    GtkGesture *click = gtk_gesture_click_new(), *drag = gtk_gesture_drag_new();
    g_signal_connect(click, "pressed", G_CALLBACK(on_pressed), self);
    g_signal_connect(drag, "drag-begin", G_CALLBACK(on_drag_begin), self);
    g_signal_connect(drag, "drag-update", G_CALLBACK(on_drag), self);
    GtkEventController *motion = gtk_event_controller_motion_new();
    g_signal_connect(motion, "motion", G_CALLBACK(on_motion), self);
    GtkEventController *scroll = gtk_event_controller_scroll_new(GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
    g_signal_connect(scroll, "scroll", G_CALLBACK(on_scroll), self);
    gtk_widget_add_controller(self->area, GTK_EVENT_CONTROLLER(click));
    gtk_widget_add_controller(self->area, GTK_EVENT_CONTROLLER(drag));
    gtk_widget_add_controller(self->area, motion);
    gtk_widget_add_controller(self->area, scroll);
    g_signal_connect_swapped(session, "scene", G_CALLBACK(later), self);
    g_signal_connect_swapped(session, "run", G_CALLBACK(later), self);
    g_signal_connect_swapped(session, "selection", G_CALLBACK(later), self);
    g_signal_connect_swapped(self->area, "map", G_CALLBACK(later), self);
    g_signal_connect_swapped(adw_style_manager_get_default(), "notify::dark", G_CALLBACK(gtk_widget_queue_draw),
                             self->area);
    g_object_set_data_full(G_OBJECT(self->area), "timeline", self, timeline_free);
    return self->area;
}
