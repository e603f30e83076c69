// SPDX-License-Identifier: MIT
// The canvas's pointer and keys: what is meant by them. What is being pulled about stands in canvas-edit.c.
#include <glib/gi18n.h>
#include <math.h>

#include "ui/widgets/canvas-impl.h"

// ---- pointing ----

int sl_canvas_node_at(SlCanvas *self, double x, double y) {
    const SlGeometry *geometry = sl_session_geometry(self->session);
    double sx = self->x + x / self->zoom, sy = self->y + y / self->zoom;
    for (int i = geometry->node_count - 1; i >= 0; i--) {
        SlRect r = geometry->nodes[i].body;
        if (sx >= r.x - 4 && sx <= r.x + r.w + 4 && sy >= r.y - 4 && sy <= r.y + r.h + 4)
            return i;
    }
    return -1;
}

// The place of the ready case whose disc is there; 0: none.
static int offer_at(SlCanvas *self, double x, double y) {
    const SlScene *scene = sl_session_scene(self->session);
    const SlGeometry *geometry = sl_session_geometry(self->session);
    double radius = fmax(SL_OFFER_RADIUS + 4, 14 / self->zoom);
    double sx = self->x + x / self->zoom, sy = self->y + y / self->zoom;
    for (int i = 0; i < scene->edge_count; i++)
        if (scene->edges[i].offer &&
            hypot(geometry->routes[i].label_x - sx, geometry->routes[i].label_y - sy) <= radius)
            return scene->edges[i].offer;
    return 0;
}

static bool is_editing(SlCanvas *self) {
    return sl_session_drawing(self->session) != NULL;
}

static GdkModifierType state_of(void *controller) {
    return gtk_event_controller_get_current_event_state(GTK_EVENT_CONTROLLER(controller));
}

static void on_pressed(GtkGestureClick *click, int presses, double x, double y, void *data) {
    (void)click;
    (void)presses;
    (void)x;
    (void)y;
    gtk_widget_grab_focus(GTK_WIDGET(data));
}

static void choose_edge(SlCanvas *self, int edge) {
    self->chosen_edge = edge >= 0 ? sl_session_scene(self->session)->edges[edge].key : 0;
    gtk_widget_queue_draw(GTK_WIDGET(self));
}

static void on_nothing(SlCanvas *self, int presses, double x, double y, bool more) {
    if (more)
        return;
    int edge = is_editing(self) ? sl_canvas_edge_at(self, x, y) : -1;
    sl_session_select(self->session, 0);
    choose_edge(self, edge);
    if (presses == 2 && edge < 0 && is_editing(self))
        g_signal_emit_by_name(self, "quick-add", x, y);
    else if (presses == 2 && edge < 0)
        sl_canvas_fit(self);
}

static void on_released(GtkGestureClick *click, int presses, double x, double y, void *data) {
    SlCanvas *self = data;
    bool more = state_of(click) & (GDK_SHIFT_MASK | GDK_CONTROL_MASK);
    int index = sl_canvas_node_at(self, x, y), offer = offer_at(self, x, y);
    if (offer) {
        sl_session_take_case(self->session, offer);
        return;
    }
    if (index < 0) {
        on_nothing(self, presses, x, y, more);
        return;
    }
    choose_edge(self, -1);
    const SlNode *node = &sl_session_scene(self->session)->nodes[index];
    guint64 goroutine = node->can_move && node->count == 1 ? node->id : 0, key = node->key;
    bool stage = node->kind == SL_NODE_STAGE;
    if (more) {
        sl_session_toggle(self->session, key);
        return;
    }
    if (!sl_session_is_selected(self->session, key) || presses == 1)
        sl_session_select(self->session, key);
    if (presses == 2 && is_editing(self)) {
        if (!stage || !sl_session_open_node(self->session, key))
            g_signal_emit_by_name(self, "edit-node");
    } else if (goroutine && sl_session_state(self->session) == SL_SESSION_PAUSED) {
        sl_session_move(self->session, goroutine);
    }
}

static void on_menu(GtkGestureClick *click, int presses, double x, double y, void *data) {
    SlCanvas *self = data;
    (void)presses;
    (void)click;
    int index = sl_canvas_node_at(self, x, y);
    guint64 key = index >= 0 ? sl_session_scene(self->session)->nodes[index].key : 0;
    if (!sl_session_is_selected(self->session, key))
        sl_session_select(self->session, key);
    if (!key)
        choose_edge(self, sl_canvas_edge_at(self, x, y));
    g_signal_emit_by_name(self, "context-menu", x, y);
}

static void on_drag_begin(GtkGestureDrag *drag, double x, double y, void *data) {
    SlCanvas *self = data;
    guint button = gtk_gesture_single_get_current_button(GTK_GESTURE_SINGLE(drag));
    self->pointer_x = x;
    self->pointer_y = y;
    if (button == GDK_BUTTON_MIDDLE || (button == GDK_BUTTON_PRIMARY && self->space)) {
        sl_canvas_pull_view(self);
        return;
    }
    if (button != GDK_BUTTON_PRIMARY)
        return;
    SlWireEnd end = is_editing(self) ? sl_canvas_end_at(self, x, y) : (SlWireEnd){-1, -1, false};
    int node = sl_canvas_node_at(self, x, y);
    if (end.node >= 0)
        sl_canvas_pull_wire(self, end);
    else if (node >= 0)
        sl_canvas_pull_nodes(self, node);
    else
        sl_canvas_pull_box(self, state_of(drag) & (GDK_SHIFT_MASK | GDK_CONTROL_MASK));
}

static void on_drag_update(GtkGestureDrag *drag, double dx, double dy, void *data) {
    SlCanvas *self = data;
    double x, y;
    if (self->pull.kind == SL_PULL_NONE || (!self->pull.moved && fabs(dx) + fabs(dy) < 4))
        return;
    gtk_gesture_set_state(GTK_GESTURE(drag), GTK_EVENT_SEQUENCE_CLAIMED);
    gtk_gesture_drag_get_start_point(drag, &x, &y);
    self->pointer_x = x + dx;
    self->pointer_y = y + dy;
    sl_canvas_pulled_to(self, x + dx, y + dy, !(state_of(drag) & GDK_ALT_MASK));
}

static void on_drag_end(GtkGestureDrag *drag, double dx, double dy, void *data) {
    (void)drag;
    (void)dx;
    (void)dy;
    sl_canvas_let_go(data);
}

static void on_drag_cancel(GtkGesture *gesture, GdkEventSequence *sequence, void *data) {
    (void)gesture;
    (void)sequence;
    sl_canvas_cancel(data);
}

static void on_motion(GtkEventControllerMotion *motion, double x, double y, void *data) {
    SlCanvas *self = data;
    (void)motion;
    self->pointer_x = x;
    self->pointer_y = y;
    self->pointer_in = TRUE;
    bool on_something = sl_canvas_node_at(self, x, y) >= 0 || offer_at(self, x, y);
    const char *cursor = self->space ? "grab" : on_something ? "pointer" : NULL;
    if (is_editing(self) && sl_canvas_end_at(self, x, y).node >= 0)
        cursor = "crosshair";
    gtk_widget_set_cursor_from_name(GTK_WIDGET(self), cursor);
}

static void on_leave(GtkEventControllerMotion *motion, void *data) {
    (void)motion;
    SL_CANVAS(data)->pointer_in = FALSE;
}

// Also while something is pulled: what is pulled stays under the pointer.
static gboolean on_scroll(GtkEventControllerScroll *scroll, double dx, double dy, void *data) {
    SlCanvas *self = data;
    GdkModifierType state = state_of(scroll);
    if (state & GDK_CONTROL_MASK) {
        sl_canvas_zoom_at(self, pow(1.15, -dy), self->pointer_x, self->pointer_y);
    } else {
        if (state & GDK_SHIFT_MASK) {
            dx = dy;
            dy = 0;
        }
        self->x += dx * 48 / self->zoom;
        self->y += dy * 48 / self->zoom;
        self->fitting = FALSE;
        g_signal_emit_by_name(self, "zoom-changed");
    }
    if (self->pull.kind > SL_PULL_VIEW && self->pull.moved)
        sl_canvas_pulled_to(self, self->pointer_x, self->pointer_y, true);
    gtk_widget_queue_draw(GTK_WIDGET(self));
    return TRUE;
}

static gboolean on_query_tooltip(GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, void *data) {
    SlCanvas *self = data;
    (void)widget;
    int index = keyboard || self->pull.kind ? -1 : sl_canvas_node_at(self, x, y), offer = offer_at(self, x, y);
    if (!keyboard && offer) {
        g_autofree char *text = g_strdup_printf(_("Click, or press %d: the select takes this case"), offer);
        gtk_tooltip_set_text(tooltip, text);
        return TRUE;
    }
    if (index < 0)
        return FALSE;
    const SlNode *node = &sl_session_scene(self->session)->nodes[index];
    SlWireEnd end = is_editing(self) ? sl_canvas_end_at(self, x, y) : (SlWireEnd){-1, -1, false};
    if (end.node >= 0 && end.port >= 0) {
        const SlPort *port = &sl_session_scene(self->session)->nodes[end.node].ports[end.port];
        g_autofree char *text = g_strdup_printf("%s: %s %s%s", port->name, port->sends ? _("sends") : _("receives"),
                                                port->type, port->connected ? "" : _("\nDrag to connect it"));
        gtk_tooltip_set_text(tooltip, text);
        return TRUE;
    }
    if (node->can_move && sl_session_state(self->session) == SL_SESSION_PAUSED) {
        gtk_tooltip_set_text(tooltip, node->offers ? _("Click: its select takes any of the ready cases")
                                                   : _("Click: this goroutine makes the next move"));
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
    if (best >= 0) {
        sl_session_select(self->session, scene->nodes[best].key);
        sl_canvas_reveal(self, sl_session_selected(self->session));
    }
}

// While editing arrows move what is selected, and Ctrl takes them to the next node; in a run they go from node to node.
static gboolean on_arrow(SlCanvas *self, double dx, double dy, GdkModifierType state) {
    bool nudges = is_editing(self) && sl_session_selected(self->session) && !(state & GDK_CONTROL_MASK);
    double step = state & GDK_SHIFT_MASK ? 5 * SL_GRID : SL_GRID;
    if (!nudges || !sl_canvas_nudge(self, dx * step, dy * step))
        select_towards(self, dx, dy);
    return TRUE;
}

static gboolean on_run_key(SlCanvas *self, guint key) {
    int index = sl_scene_find(sl_session_scene(self->session), sl_session_selected(self->session));
    if (key >= GDK_KEY_1 && key <= GDK_KEY_9 && !is_editing(self)) {
        sl_session_take_case(self->session, (int)(key - GDK_KEY_0));
        return TRUE;
    }
    switch (key) {
    case GDK_KEY_n:
        sl_session_next(self->session);
        return TRUE;
    case GDK_KEY_N:
        sl_session_back(self->session);
        return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
        if (is_editing(self) && index >= 0)
            g_signal_emit_by_name(self, "edit-node");
        else if (index >= 0 && sl_session_scene(self->session)->nodes[index].can_move)
            sl_session_move(self->session, sl_session_scene(self->session)->nodes[index].id);
        return TRUE;
    default:
        return FALSE;
    }
}

static gboolean on_edit_key(SlCanvas *self, guint key) {
    switch (key) {
    case GDK_KEY_space:
        self->space = TRUE;
        gtk_widget_set_cursor_from_name(GTK_WIDGET(self), "grab");
        return TRUE;
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
        sl_canvas_delete_chosen(self);
        return TRUE;
    case GDK_KEY_Menu:
        g_signal_emit_by_name(self, "context-menu", -1.0, -1.0);
        return TRUE;
    default:
        return FALSE;
    }
}

static void escape(SlCanvas *self) {
    int depth;
    sl_session_opened(self->session, &depth);
    if (self->pull.kind)
        sl_canvas_cancel(self);
    else if (sl_session_selected(self->session) || self->chosen_edge)
        sl_session_select(self->session, 0);
    else if (depth)
        sl_session_close_node(self->session, depth - 1);
    choose_edge(self, -1);
}

static gboolean on_key(GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, void *data) {
    SlCanvas *self = data;
    (void)keys;
    (void)code;
    if (state & GDK_ALT_MASK)
        return FALSE;
    switch (key) {
    case GDK_KEY_Left:
        return on_arrow(self, -1, 0, state);
    case GDK_KEY_Right:
        return on_arrow(self, 1, 0, state);
    case GDK_KEY_Up:
        return on_arrow(self, 0, -1, state);
    case GDK_KEY_Down:
        return on_arrow(self, 0, 1, state);
    default:
        break;
    }
    if (state & GDK_CONTROL_MASK)
        return FALSE;
    if (key == GDK_KEY_F10 && state & GDK_SHIFT_MASK) {
        g_signal_emit_by_name(self, "context-menu", -1.0, -1.0);
        return TRUE;
    }
    if (key == GDK_KEY_Escape) {
        escape(self);
        return TRUE;
    }
    return on_run_key(self, key) || on_edit_key(self, key);
}

static void on_key_released(GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, void *data) {
    SlCanvas *self = data;
    (void)keys;
    (void)code;
    (void)state;
    if (key == GDK_KEY_space) {
        self->space = FALSE;
        gtk_widget_set_cursor_from_name(GTK_WIDGET(self), NULL);
    }
}

void sl_canvas_input_init(SlCanvas *self) {
    GtkWidget *widget = GTK_WIDGET(self);
    g_signal_connect(self, "query-tooltip", G_CALLBACK(on_query_tooltip), self);
    GtkGesture *click = gtk_gesture_click_new(), *menu = gtk_gesture_click_new(), *drag = gtk_gesture_drag_new();
    g_signal_connect(click, "pressed", G_CALLBACK(on_pressed), self);
    g_signal_connect(click, "released", G_CALLBACK(on_released), self);
    gtk_gesture_single_set_button(GTK_GESTURE_SINGLE(menu), GDK_BUTTON_SECONDARY);
    g_signal_connect(menu, "pressed", G_CALLBACK(on_menu), self);
    gtk_gesture_single_set_button(GTK_GESTURE_SINGLE(drag), 0);
    g_signal_connect(drag, "drag-begin", G_CALLBACK(on_drag_begin), self);
    g_signal_connect(drag, "drag-update", G_CALLBACK(on_drag_update), self);
    g_signal_connect(drag, "drag-end", G_CALLBACK(on_drag_end), self);
    g_signal_connect(drag, "cancel", G_CALLBACK(on_drag_cancel), self);
    GtkEventController *motion = gtk_event_controller_motion_new();
    g_signal_connect(motion, "motion", G_CALLBACK(on_motion), self);
    g_signal_connect(motion, "leave", G_CALLBACK(on_leave), self);
    GtkEventController *scroll = gtk_event_controller_scroll_new(GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
    g_signal_connect(scroll, "scroll", G_CALLBACK(on_scroll), self);
    GtkEventController *keys = gtk_event_controller_key_new();
    g_signal_connect(keys, "key-pressed", G_CALLBACK(on_key), self);
    g_signal_connect(keys, "key-released", G_CALLBACK(on_key_released), self);
    gtk_widget_add_controller(widget, GTK_EVENT_CONTROLLER(click));
    gtk_widget_add_controller(widget, GTK_EVENT_CONTROLLER(menu));
    gtk_widget_add_controller(widget, GTK_EVENT_CONTROLLER(drag));
    gtk_widget_add_controller(widget, motion);
    gtk_widget_add_controller(widget, scroll);
    gtk_widget_add_controller(widget, keys);
}
