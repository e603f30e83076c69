// SPDX-License-Identifier: MIT
// Timeline: follows the session's log. Shows the whole run until the reader zooms. A click chooses the event there and
// goes to its instant; a second one, with Shift, asks how the two are ordered; dragging moves the instant. All of it by
// keyboard too: see the table of keys.
#include "ui/widgets/timeline.h"

#include <adwaita.h>
#include <math.h>

#include "trace/order.h"
#include "ui/paint/timeline.h"

typedef struct {
    SlSession *session;
    GtkWidget *area, *revealer, *sentence;
    SlTimeline *timeline;
    SlRows rows;
    SlTimelineView view;
    GArray *open; // kinds of goroutines whose lanes are all shown
    SlOrder *order;
    uint32_t order_count; // events that order knows
    GArray *standing;     // of each event to the chosen one
    guint idle;
    gboolean zoomed, dragging;
    guint64 going; // the event last asked for
    double pointer_x;
} Timeline;

enum { WIDEST = 46 }; // points between two events
static const double ZOOM = 1.25;

// ---- the view ----

static double room(Timeline *self) {
    return MAX(gtk_widget_get_width(self->area) - SL_LANE_NAMES - SL_TIMELINE_RIGHT, 50);
}

// Points for one unit of the axis when all is shown.
static double whole(Timeline *self) {
    return room(self) / (double)MAX(self->timeline->last - self->timeline->first + 1, 1);
}

static double widest(Timeline *self) {
    if (!self->timeline->log || self->timeline->log->one_at_a_time)
        return WIDEST;
    return WIDEST / 100.0; // a hundred nanoseconds: closer than two events come
}

static void clamp(Timeline *self) {
    double first = (double)self->timeline->first;
    double last = (double)self->timeline->last + 1 - room(self) / self->view.scale;
    self->view.from = CLAMP(self->view.from, first, MAX(last, first));
    double most = MAX(0, self->rows.rows.count * SL_LANE_H + SL_TIMELINE_TOP + 12 - gtk_widget_get_height(self->area));
    self->view.scroll = CLAMP(self->view.scroll, 0, most);
}

static void fit(Timeline *self) {
    if (!self->zoomed) {
        self->view.scale = MIN(whole(self), widest(self));
        self->view.from = (double)self->timeline->first;
    } else if (sl_session_state(self->session) == SL_SESSION_RUNNING && !self->dragging) {
        // While the run goes on, its end stays in view.
        self->view.from = (double)self->timeline->last + 1 - room(self) / self->view.scale;
    }
    clamp(self);
}

static void zoom(Timeline *self, double factor, double x) {
    double at = self->view.from + (x - SL_LANE_NAMES) / self->view.scale;
    double scale = CLAMP(self->view.scale * factor, MIN(whole(self), widest(self)), widest(self));
    self->zoomed = scale > whole(self) * 1.01;
    self->view.from = at - (at - self->view.from) * self->view.scale / scale;
    self->view.scale = scale;
    clamp(self);
    gtk_widget_queue_draw(self->area);
}

// Moves the view so far that a place on the axis and a lane can be seen.
static void show_place(Timeline *self, int64_t at, int lane) {
    double x = ((double)at - self->view.from) * self->view.scale;
    if (self->zoomed && (x < 0 || x > room(self)))
        self->view.from = (double)at - room(self) / 2 / self->view.scale;
    if (lane >= 0) {
        double y = self->rows.row_of.at[lane] * SL_LANE_H, height = gtk_widget_get_height(self->area) - SL_TIMELINE_TOP;
        self->view.scroll = y < self->view.scroll                        ? y
                            : y + SL_LANE_H > self->view.scroll + height ? y + SL_LANE_H - height
                                                                         : self->view.scroll;
    }
    clamp(self);
}

// ---- chosen events ----

static void say(Timeline *self, const char *text) {
    gtk_label_set_text(GTK_LABEL(self->sentence), text);
    gtk_revealer_set_reveal_child(GTK_REVEALER(self->revealer), *text != 0);
    gtk_accessible_update_property(GTK_ACCESSIBLE(self->area), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void tell_chosen(Timeline *self) {
    const SlLog *log = self->timeline->log;
    SlText text = {0};
    if (self->view.other != UINT32_MAX) {
        sl_order_tell(self->order, self->view.event, self->view.other, &text);
    } else {
        guint past = 0, future = 0, beside = 0;
        for (guint i = 0; i < self->standing->len; i++) {
            guint8 standing = g_array_index(self->standing, guint8, i);
            gboolean seen = !log->events.at[i].hidden;
            past += seen && standing == SL_PAST;
            future += seen && standing == SL_FUTURE;
            beside += seen && standing == SL_CONCURRENT;
        }
        const SlEvent *event = &log->events.at[self->view.event];
        sl_text_printf(&text, "Event %" G_GUINT64_FORMAT ": ", event->number);
        sl_log_tell(log, event, &text);
        sl_text_printf(&text, ". %u before it (dark), %u after it (blue), %u concurrent.", past, future, beside);
    }
    say(self, sl_text_cstr(&text));
    sl_text_free(&text);
}

static void choose_none(Timeline *self) {
    self->view.event = self->view.other = UINT32_MAX;
    self->view.standing = NULL;
    say(self, "");
}

// The log has grown or lost its end: what was chosen stays, if it is there.
static void refresh_chosen(Timeline *self) {
    const SlLog *log = self->timeline->log;
    uint32_t count = log ? (uint32_t)log->events.count : 0;
    if (self->view.event >= count) {
        if (self->view.event != UINT32_MAX)
            choose_none(self);
        return;
    }
    if (self->view.other >= count)
        self->view.other = UINT32_MAX;
    if (!self->order || self->order_count != count) {
        sl_order_free(self->order);
        self->order = sl_order_new(log);
        self->order_count = count;
    }
    g_array_set_size(self->standing, count);
    sl_order_standing(self->order, self->view.event, (uint8_t *)self->standing->data);
    self->view.standing = (const uint8_t *)self->standing->data;
    self->view.standing_count = count;
    tell_chosen(self);
}

static void go_to_event(Timeline *self, guint64 number) {
    if (!sl_session_can_go(self->session) || number == self->going)
        return;
    self->going = number;
    sl_session_go(self->session, number);
}

static void choose(Timeline *self, uint32_t place, gboolean second) {
    if (place == UINT32_MAX)
        return;
    if (second && self->view.event != UINT32_MAX && place != self->view.event) {
        self->view.other = place;
    } else {
        self->view.event = place;
        self->view.other = UINT32_MAX;
    }
    const SlEvent *event = &self->timeline->log->events.at[place];
    refresh_chosen(self);
    show_place(self, sl_timeline_at(self->timeline, place), sl_timeline_lane(self->timeline, event->goroutine));
    if (!second)
        go_to_event(self, event->number);
    gtk_widget_queue_draw(self->area);
}

// ---- following the session ----

static void fold(Timeline *self) {
    const SlLog *log = self->timeline->log;
    SlRowOptions options = {.selected = self->view.selected,
                            .open = (const uint64_t *)(void *)self->open->data,
                            .open_count = (int)self->open->len};
    if (log && self->view.event < (uint32_t)log->events.count)
        options.other = log->events.at[self->view.event].goroutine;
    sl_timeline_fold(self->timeline, &options, &self->rows);
}

static gboolean update(void *data) {
    Timeline *self = data;
    self->idle = 0;
    if (!gtk_widget_get_mapped(self->area))
        return G_SOURCE_REMOVE;
    const SlLog *log = sl_session_log(self->session);
    sl_timeline_update(self->timeline, log);
    self->view.cursor = log->one_at_a_time ? (int64_t)sl_session_event(self->session) : sl_session_clock(self->session);
    self->view.view_only = sl_session_is_viewing(self->session);
    self->view.stuck_from = sl_timeline_is_stuck(self->timeline) ? sl_timeline_last_act(self->timeline) : INT64_MAX;
    const SlScene *scene = sl_session_scene(self->session);
    int index = sl_scene_find(scene, sl_session_selected(self->session));
    self->view.selected = index >= 0 && scene->nodes[index].kind == SL_NODE_PROCESS ? scene->nodes[index].id : 0;
    fold(self);
    if (self->view.event != UINT32_MAX && (uint32_t)log->events.count != self->order_count)
        refresh_chosen(self);
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
    sl_paint_timeline(cairo, self->timeline, &self->rows, &self->view, width, height, &style);
}

// ---- the mouse ----

static double axis_at(Timeline *self, double x) {
    return self->view.from + (x - SL_LANE_NAMES) / self->view.scale;
}

static int row_at(Timeline *self, double y) {
    int row = (int)floor((y - SL_TIMELINE_TOP + self->view.scroll) / SL_LANE_H);
    return y >= SL_TIMELINE_TOP && row >= 0 && row < self->rows.rows.count ? row : -1;
}

static void toggle_kind(Timeline *self, uint64_t kind) {
    for (guint i = 0; i < self->open->len; i++)
        if (g_array_index(self->open, uint64_t, i) == kind) {
            g_array_remove_index(self->open, i);
            return;
        }
    g_array_append_val(self->open, kind);
}

static void press_name(Timeline *self, int row, int presses) {
    const SlRow *at = &self->rows.rows.at[row];
    const SlLane *lane = &self->timeline->lanes.at[at->lane];
    if (at->count > 1 || presses == 2) {
        toggle_kind(self, lane->kind);
        fold(self);
        clamp(self);
        gtk_widget_queue_draw(self->area);
    } else {
        sl_session_select(self->session, sl_key_goroutine(lane->goroutine));
    }
}

static void on_pressed(GtkGestureClick *click, int presses, double x, double y, void *data) {
    Timeline *self = data;
    int row = row_at(self, y);
    gtk_widget_grab_focus(self->area);
    if (x < SL_LANE_NAMES && row >= 0)
        press_name(self, row, presses);
    (void)click;
}

static void on_released(GtkGestureClick *click, int presses, double x, double y, void *data) {
    Timeline *self = data;
    int row = row_at(self, y);
    GdkModifierType state = gtk_event_controller_get_current_event_state(GTK_EVENT_CONTROLLER(click));
    (void)presses;
    if (x < SL_LANE_NAMES || self->dragging || !self->timeline->log || row < 0)
        return;
    int lane = self->rows.rows.at[row].count == 1 ? self->rows.rows.at[row].lane : -1;
    choose(self, sl_timeline_nearest(self->timeline, axis_at(self, x), lane), (state & GDK_SHIFT_MASK) != 0);
}

static void scrub(Timeline *self, double x) {
    if (!self->timeline->log || !self->timeline->log->events.count)
        return;
    uint32_t place = sl_timeline_nearest(self->timeline, axis_at(self, x) - 0.5, -1);
    if (place != UINT32_MAX)
        go_to_event(self, self->timeline->log->events.at[place].number);
}

static void on_drag_begin(GtkGestureDrag *drag, double x, double y, void *data) {
    Timeline *self = data;
    (void)drag, (void)y;
    self->going = 0;
    self->dragging = FALSE;
    if (x >= SL_LANE_NAMES && y < SL_TIMELINE_TOP) { // the ruler
        self->dragging = TRUE;
        scrub(self, x);
    }
}

static void on_drag(GtkGestureDrag *drag, double dx, double dy, void *data) {
    Timeline *self = data;
    double x, y;
    gtk_gesture_drag_get_start_point(drag, &x, &y);
    if (x < SL_LANE_NAMES || (!self->dragging && fabs(dx) < 4 && fabs(dy) < 4))
        return;
    self->dragging = TRUE;
    scrub(self, x + dx);
}

static void on_motion(GtkEventControllerMotion *motion, double x, double y, void *data) {
    (void)motion;
    (void)y;
    ((Timeline *)data)->pointer_x = x;
}

static gboolean on_scroll(GtkEventControllerScroll *scroll, double dx, double dy, void *data) {
    Timeline *self = data;
    GdkModifierType state = gtk_event_controller_get_current_event_state(GTK_EVENT_CONTROLLER(scroll));
    if (state & GDK_CONTROL_MASK) {
        zoom(self, pow(ZOOM, -dy), MAX(self->pointer_x, SL_LANE_NAMES));
        return TRUE;
    }
    if (state & GDK_SHIFT_MASK || dx != 0)
        self->view.from += (dx + (state & GDK_SHIFT_MASK ? dy : 0)) * 40 / self->view.scale;
    else
        self->view.scroll += dy * SL_LANE_H;
    clamp(self);
    gtk_widget_queue_draw(self->area);
    return TRUE;
}

// ---- the keyboard ----

// The next event that is no hidden one, of the same goroutine if that is asked for.
static uint32_t neighbour(Timeline *self, uint32_t from, int direction, gboolean same) {
    const SlLog *log = self->timeline->log;
    uint64_t goroutine = log->events.at[from].goroutine;
    for (int64_t at = (int64_t)from + direction; at >= 0 && at < log->events.count; at += direction) {
        const SlEvent *event = &log->events.at[at];
        if (!event->hidden && event->goroutine && (!same || event->goroutine == goroutine))
            return (uint32_t)at;
    }
    return from;
}

static void step(Timeline *self, int direction, gboolean same, gboolean second) {
    const SlLog *log = self->timeline->log;
    if (!log || !log->events.count)
        return;
    uint32_t from = second && self->view.other != UINT32_MAX ? self->view.other : self->view.event;
    if (from == UINT32_MAX) { // the instant shown
        from = sl_timeline_nearest(self->timeline, (double)self->view.cursor, -1);
        if (from != UINT32_MAX)
            choose(self, from, FALSE);
        return;
    }
    choose(self, neighbour(self, from, direction, same), second);
}

static gboolean on_key(GtkEventControllerKey *key, guint value, guint code, GdkModifierType state, void *data) {
    Timeline *self = data;
    (void)key, (void)code;
    gboolean shift = (state & GDK_SHIFT_MASK) != 0;
    if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
        return FALSE;
    switch (value) {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
        zoom(self, value == GDK_KEY_minus || value == GDK_KEY_KP_Subtract ? 1 / ZOOM : ZOOM,
             CLAMP(SL_LANE_NAMES + ((double)self->view.cursor - self->view.from) * self->view.scale, SL_LANE_NAMES,
                   SL_LANE_NAMES + room(self)));
        return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
        self->zoomed = FALSE;
        fit(self);
        gtk_widget_queue_draw(self->area);
        return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_Right:
        step(self, value == GDK_KEY_Left ? -1 : 1, FALSE, shift);
        return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_Down:
        step(self, value == GDK_KEY_Up ? -1 : 1, TRUE, shift);
        return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
        self->view.from += (value == GDK_KEY_Page_Up ? -0.8 : 0.8) * room(self) / self->view.scale;
        clamp(self);
        gtk_widget_queue_draw(self->area);
        return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_End:
        if (self->timeline->log && self->timeline->log->events.count)
            choose(
                self,
                neighbour(self, value == GDK_KEY_Home ? 0 : (uint32_t)self->timeline->log->events.count - 1, 0, FALSE),
                shift);
        return TRUE;
    case GDK_KEY_Escape:
        if (self->view.event == UINT32_MAX)
            return FALSE;
        choose_none(self);
        gtk_widget_queue_draw(self->area);
        return TRUE;
    default:
        return FALSE;
    }
}

// ---- life ----

static void timeline_free(void *data) {
    Timeline *self = data;
    g_clear_handle_id(&self->idle, g_source_remove);
    g_signal_handlers_disconnect_by_data(self->session, self);
    g_signal_handlers_disconnect_by_data(adw_style_manager_get_default(), self->area);
    g_object_unref(self->session);
    sl_timeline_free(self->timeline);
    sl_timeline_rows_free(&self->rows);
    sl_order_free(self->order);
    g_array_unref(self->open);
    g_array_unref(self->standing);
    g_free(self);
}

static void add_controllers(Timeline *self) {
    GtkGesture *click = gtk_gesture_click_new(), *drag = gtk_gesture_drag_new();
    g_signal_connect(click, "pressed", G_CALLBACK(on_pressed), self);
    g_signal_connect(click, "released", G_CALLBACK(on_released), self);
    g_signal_connect(drag, "drag-begin", G_CALLBACK(on_drag_begin), self);
    g_signal_connect(drag, "drag-update", G_CALLBACK(on_drag), self);
    GtkEventController *motion = gtk_event_controller_motion_new();
    g_signal_connect(motion, "motion", G_CALLBACK(on_motion), self);
    GtkEventController *scroll = gtk_event_controller_scroll_new(GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
    g_signal_connect(scroll, "scroll", G_CALLBACK(on_scroll), self);
    GtkEventController *key = gtk_event_controller_key_new();
    g_signal_connect(key, "key-pressed", G_CALLBACK(on_key), self);
    gtk_widget_add_controller(self->area, GTK_EVENT_CONTROLLER(click));
    gtk_widget_add_controller(self->area, GTK_EVENT_CONTROLLER(drag));
    gtk_widget_add_controller(self->area, motion);
    gtk_widget_add_controller(self->area, scroll);
    gtk_widget_add_controller(self->area, key);
}

GtkWidget *sl_timeline_view_new(SlSession *session) {
    Timeline *self = g_new0(Timeline, 1);
    self->session = g_object_ref(session);
    self->timeline = sl_timeline_new();
    self->view.scale = WIDEST;
    self->view.event = self->view.other = UINT32_MAX;
    self->view.stuck_from = INT64_MAX;
    self->open = g_array_new(FALSE, FALSE, sizeof(uint64_t));
    self->standing = g_array_new(FALSE, TRUE, 1);
    self->area = gtk_drawing_area_new();
    gtk_widget_set_hexpand(self->area, TRUE);
    gtk_widget_set_vexpand(self->area, TRUE);
    gtk_widget_set_focusable(self->area, TRUE);
    gtk_drawing_area_set_content_height(GTK_DRAWING_AREA(self->area), 190);
    gtk_drawing_area_set_draw_func(GTK_DRAWING_AREA(self->area), draw, self, NULL);
    gtk_accessible_update_property(GTK_ACCESSIBLE(self->area), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                   "Timeline of the run: arrows choose an event, with Shift a second one, plus and "
                                   "minus zoom, 0 shows all",
                                   -1);
    self->sentence = gtk_label_new("");
    gtk_label_set_wrap(GTK_LABEL(self->sentence), TRUE);
    gtk_label_set_xalign(GTK_LABEL(self->sentence), 0);
    gtk_label_set_selectable(GTK_LABEL(self->sentence), TRUE);
    gtk_widget_add_css_class(self->sentence, "order");
    gtk_widget_set_margin_start(self->sentence, 14);
    gtk_widget_set_margin_end(self->sentence, 14);
    gtk_widget_set_margin_top(self->sentence, 4);
    gtk_widget_set_margin_bottom(self->sentence, 6);
    self->revealer = gtk_revealer_new();
    gtk_revealer_set_child(GTK_REVEALER(self->revealer), self->sentence);
    gtk_revealer_set_transition_duration(GTK_REVEALER(self->revealer), 0);
    add_controllers(self);
    g_signal_connect_swapped(session, "scene", G_CALLBACK(later), self);
    g_signal_connect_swapped(session, "run", G_CALLBACK(later), self);
    g_signal_connect_swapped(session, "selection", G_CALLBACK(later), self);
    g_signal_connect_swapped(self->area, "map", G_CALLBACK(later), self);
    g_signal_connect_swapped(adw_style_manager_get_default(), "notify::dark", G_CALLBACK(gtk_widget_queue_draw),
                             self->area);
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
    gtk_box_append(GTK_BOX(box), self->area);
    gtk_box_append(GTK_BOX(box), self->revealer);
    g_object_set_data_full(G_OBJECT(box), "timeline", self, timeline_free);
    return box;
}
