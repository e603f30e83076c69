// SPDX-License-Identifier: MIT
// What is pulled about on the canvas: the view, nodes, a box to select by, a wire, or a process out of the palette.
// Until it is let go nothing is changed but where things are shown; then it is one edit of the drawing. Whether a wire
// fits is asked for every port when it begins, so that the drawing shows it at once.
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ui/widgets/canvas-impl.h"
#include "ui/widgets/part-drag.h"

static const double PORT_REACH = 11; // pixels

static double scene_x(SlCanvas *self, double x) {
    return self->x + x / self->zoom;
}

static double scene_y(SlCanvas *self, double y) {
    return self->y + y / self->zoom;
}

// ---- what is where ----

static bool is_near(SlCanvas *self, double x, double y, double px, double py, double reach) {
    return hypot((x - px) * self->zoom, (y - py) * self->zoom) <= reach;
}

static SlWireEnd end_near(SlCanvas *self, double wx, double wy, double reach) {
    const SlScene *scene = sl_session_scene(self->session);
    const SlGeometry *geometry = sl_session_geometry(self->session);
    double x = scene_x(self, wx), y = scene_y(self, wy);
    for (int i = scene->node_count - 1; i >= 0; i--) {
        const SlNode *node = &scene->nodes[i];
        SlRect b = geometry->nodes[i].body;
        if (node->wire < 0 || x < b.x - 40 || x > b.x + b.w + 40 || y < b.y - 40 || y > b.y + b.h + 40)
            continue;
        for (int p = 0; p < node->port_count; p++) {
            double px, py;
            sl_layout_port(b, node, p, &px, &py);
            if (is_near(self, x, y, px, py, reach))
                return (SlWireEnd){i, p, node->ports[p].sends};
        }
        if (node->kind == SL_NODE_CHANNEL)
            for (int right = 0; right < 2; right++)
                if (is_near(self, x, y, right ? b.x + b.w : b.x, b.y + b.h / 2, reach))
                    return (SlWireEnd){i, -1, right};
    }
    return (SlWireEnd){-1, -1, false};
}

SlWireEnd sl_canvas_end_at(SlCanvas *self, double x, double y) {
    return end_near(self, x, y, PORT_REACH);
}

int sl_canvas_edge_at(SlCanvas *self, double wx, double wy) {
    const SlScene *scene = sl_session_scene(self->session);
    const SlGeometry *geometry = sl_session_geometry(self->session);
    enum { SAMPLES = 40, REACH = 7 };
    double x = scene_x(self, wx), y = scene_y(self, wy), nearest = REACH;
    int found = -1;
    for (int i = 0; i < scene->edge_count; i++) {
        if (scene->edges[i].flow > SL_FLOW_RECEIVE)
            continue;
        SlRect box = sl_paint_edge_extent(&scene->edges[i], &geometry->routes[i]);
        if (x < box.x || x > box.x + box.w || y < box.y || y > box.y + box.h)
            continue;
        for (int s = 0; s <= SAMPLES; s++) {
            double px, py;
            sl_paint_point(&geometry->routes[i], (double)s / SAMPLES, &px, &py);
            double distance = hypot((px - x) * self->zoom, (py - y) * self->zoom);
            if (distance < nearest) {
                nearest = distance;
                found = i;
            }
        }
    }
    return found;
}

static double snapped(double at, bool snap) {
    return snap ? round(at / SL_GRID) * SL_GRID : at;
}

// ---- beginning ----

static void begin(SlCanvas *self, SlPull kind) {
    sl_canvas_cancel(self);
    self->pull = (SlPulled){.kind = kind,
                            .from_x = scene_x(self, self->pointer_x),
                            .from_y = scene_y(self, self->pointer_y),
                            .view_x = self->x,
                            .view_y = self->y,
                            .over = {-1, -1, false}};
    self->pull.x = self->pull.from_x;
    self->pull.y = self->pull.from_y;
}

void sl_canvas_pull_view(SlCanvas *self) {
    begin(self, SL_PULL_VIEW);
}

void sl_canvas_pull_box(SlCanvas *self, bool keep) {
    begin(self, SL_PULL_BOX);
    if (keep)
        self->pull.before = sl_session_selection(self->session, &self->pull.before_count);
}

// The node alone, or with all that is selected when it is among them.
void sl_canvas_pull_nodes(SlCanvas *self, int node) {
    begin(self, SL_PULL_NODES);
    const SlScene *scene = sl_session_scene(self->session);
    uint64_t key = scene->nodes[node].key;
    if (sl_session_is_selected(self->session, key)) {
        self->pull.keys = (guint64 *)sl_session_selection(self->session, &self->pull.count);
    } else {
        self->pull.keys = g_new(guint64, 1);
        self->pull.keys[0] = key;
        self->pull.count = 1;
    }
    self->pull.starts = g_new(SlEditPlace, self->pull.count);
    for (int i = 0; i < self->pull.count; i++) {
        int index = sl_scene_find(scene, self->pull.keys[i]);
        SlRect b = sl_session_geometry(self->session)->nodes[index].body;
        self->pull.starts[i] = (SlEditPlace){b.x + b.w / 2, b.y + b.h / 2};
    }
}

// Why the wire's beginning does not fit to a port: null when it does.
static const char *why_port(SlCanvas *self, SlWireEnd end, const SlPort *port) {
    const SlNode *node = &sl_session_scene(self->session)->nodes[end.node];
    if (end.port >= 0)
        return sl_session_fits(self->session, self->pull.arena, node->ports[end.port].index, -1, port->index);
    if (port->sends == end.sends)
        return end.sends ? _("this end of the channel is for those who receive")
                         : _("this end of the channel is for those who send");
    return sl_session_fits(self->session, self->pull.arena, port->index, node->wire, -1);
}

void sl_canvas_pull_wire(SlCanvas *self, SlWireEnd end) {
    const SlWiring *drawing = sl_session_drawing(self->session);
    const SlScene *scene = sl_session_scene(self->session);
    if (!drawing || sl_session_cannot_edit(self->session))
        return;
    begin(self, SL_PULL_WIRE);
    self->pull.end = end;
    self->pull.arena = sl_arena_new();
    self->pull.why_port = SL_NEW_N(self->pull.arena, const char *, drawing->port_count + 1);
    self->pull.why_node = SL_NEW_N(self->pull.arena, const char *, drawing->node_count + 1);
    const SlNode *from = &scene->nodes[end.node];
    for (int i = 0; i < scene->node_count; i++) {
        const SlNode *node = &scene->nodes[i];
        for (int p = 0; p < node->port_count; p++)
            self->pull.why_port[node->ports[p].index] = why_port(self, end, &node->ports[p]);
        if (node->wire >= 0 && node->kind == SL_NODE_CHANNEL)
            self->pull.why_node[node->wire] =
                end.port < 0
                    ? _("channels meet in processes")
                    : sl_session_fits(self->session, self->pull.arena, from->ports[end.port].index, node->wire, -1);
    }
    sl_session_select(self->session, 0);
}

// ---- under way ----

static const char *why_over(SlCanvas *self, SlWireEnd over) {
    const SlNode *node = &sl_session_scene(self->session)->nodes[over.node];
    return over.port >= 0                                     ? self->pull.why_port[node->ports[over.port].index]
           : node->kind == SL_NODE_CHANNEL && node->wire >= 0 ? self->pull.why_node[node->wire]
                                                              : _("no channel can be put here");
}

// Over the body of a process: its first port that fits, else the first one, whose reason is told.
static SlWireEnd find_over(SlCanvas *self, double x, double y) {
    SlWireEnd over = end_near(self, x, y, PORT_REACH + 5);
    int at = sl_canvas_node_at(self, x, y);
    if (over.node >= 0 && sl_session_scene(self->session)->nodes[over.node].kind == SL_NODE_CHANNEL)
        over.port = -1;
    if (over.node < 0 && at >= 0) {
        const SlNode *node = &sl_session_scene(self->session)->nodes[at];
        over = (SlWireEnd){at, node->port_count ? 0 : -1, false};
        for (int p = node->port_count; p-- > 0;)
            if (!self->pull.why_port[node->ports[p].index])
                over.port = p;
    }
    if (over.node == self->pull.end.node && over.port == self->pull.end.port)
        over.node = -1;
    return over;
}

static void move_nodes(SlCanvas *self, bool snap) {
    double dx = self->pull.x - self->pull.from_x, dy = self->pull.y - self->pull.from_y;
    // The first one snaps, the others keep their distance to it.
    dx = snapped(self->pull.starts[0].x + dx, snap) - self->pull.starts[0].x;
    dy = snapped(self->pull.starts[0].y + dy, snap) - self->pull.starts[0].y;
    g_autofree SlEditPlace *places = g_new(SlEditPlace, self->pull.count);
    for (int i = 0; i < self->pull.count; i++)
        places[i] = (SlEditPlace){self->pull.starts[i].x + dx, self->pull.starts[i].y + dy};
    sl_session_place_all(self->session, self->pull.keys, places, self->pull.count);
    for (int i = 0; i < self->pull.count; i++)
        sl_canvas_show_at(self, self->pull.keys[i], places[i].x, places[i].y);
}

static SlRect pulled_box(const SlPulled *pull) {
    return (SlRect){fmin(pull->from_x, pull->x), fmin(pull->from_y, pull->y), fabs(pull->x - pull->from_x),
                    fabs(pull->y - pull->from_y)};
}

static void select_box(SlCanvas *self) {
    const SlScene *scene = sl_session_scene(self->session);
    SlRect box = pulled_box(&self->pull);
    g_autoptr(GArray) keys = g_array_new(FALSE, FALSE, sizeof(uint64_t));
    if (self->pull.before_count)
        g_array_append_vals(keys, self->pull.before, (guint)self->pull.before_count);
    for (int i = 0; i < scene->node_count; i++) {
        SlRect b = sl_session_geometry(self->session)->nodes[i].body;
        if (b.x < box.x + box.w && box.x < b.x + b.w && b.y < box.y + box.h && box.y < b.y + b.h)
            g_array_append_val(keys, scene->nodes[i].key);
    }
    sl_session_select_keys(self->session, (const uint64_t *)(void *)keys->data, (int)keys->len);
}

void sl_canvas_pulled_to(SlCanvas *self, double x, double y, bool snap) {
    SlPulled *pull = &self->pull;
    if (pull->kind == SL_PULL_VIEW) {
        self->x -= scene_x(self, x) - pull->x;
        self->y -= scene_y(self, y) - pull->y;
        self->fitting = FALSE;
        pull->moved = true;
        g_signal_emit_by_name(self, "zoom-changed");
        gtk_widget_queue_draw(GTK_WIDGET(self));
        return;
    }
    pull->x = scene_x(self, x);
    pull->y = scene_y(self, y);
    pull->moved = true;
    if (pull->kind == SL_PULL_NODES) {
        self->fitting = FALSE;
        move_nodes(self, snap);
        // One process over a wire: it can be put into it.
        const SlScene *scene = sl_session_scene(self->session);
        int edge = pull->count == 1 ? sl_canvas_edge_at(self, x, y) : -1;
        int node = sl_scene_find(scene, pull->keys[0]);
        bool own = edge >= 0 && (scene->edges[edge].from == node || scene->edges[edge].to == node);
        self->drop_edge = own || node < 0 || scene->nodes[node].kind != SL_NODE_PROCESS ? -1 : edge;
    } else if (pull->kind == SL_PULL_WIRE) {
        pull->over = find_over(self, x, y);
    }
    gtk_widget_queue_draw(GTK_WIDGET(self));
}

// ---- the end ----

void sl_canvas_cancel(SlCanvas *self) {
    SlPulled *pull = &self->pull;
    if (pull->kind == SL_PULL_NODES && pull->moved)
        sl_session_place_all(self->session, pull->keys, pull->starts, pull->count);
    g_free(pull->keys);
    g_free(pull->starts);
    g_free(pull->before);
    if (pull->arena)
        sl_arena_free(pull->arena);
    *pull = (SlPulled){.kind = SL_PULL_NONE};
    self->drop_edge = -1;
    gtk_widget_queue_draw(GTK_WIDGET(self));
}

static int channel_of(const SlScene *scene, int edge) {
    int from = scene->edges[edge].from, to = scene->edges[edge].to;
    return scene->nodes[from].kind == SL_NODE_CHANNEL ? from : scene->nodes[to].kind == SL_NODE_CHANNEL ? to : -1;
}

// A process that was dropped on a wire.
static bool insert_node(SlCanvas *self) {
    const SlScene *scene = sl_session_scene(self->session);
    int channel = self->drop_edge >= 0 ? channel_of(scene, self->drop_edge) : -1;
    if (channel < 0)
        return false;
    SlEditOp op = SL_EDIT_OP(SL_EDIT_INSERT);
    op.node = sl_session_wire(self->session, self->pull.keys[0]);
    op.to_node = scene->nodes[channel].wire;
    g_autofree char *why = sl_session_why_not(self->session, &op);
    return !why && sl_session_apply(self->session, &op, "insert");
}

static void let_nodes_go(SlCanvas *self) {
    g_autofree SlEditPlace *places = g_new(SlEditPlace, self->pull.count);
    g_autofree guint64 *keys = g_memdup2(self->pull.keys, (gsize)self->pull.count * sizeof *keys);
    int count = self->pull.count;
    for (int i = 0; i < count; i++) {
        int index = sl_scene_find(sl_session_scene(self->session), keys[i]);
        if (index < 0)
            return;
        SlRect b = sl_session_geometry(self->session)->nodes[index].body;
        places[i] = (SlEditPlace){b.x + b.w / 2, b.y + b.h / 2};
    }
    if (!insert_node(self))
        sl_session_move_nodes(self->session, keys, places, count, "move");
}

static void let_wire_go(SlCanvas *self) {
    const SlScene *scene = sl_session_scene(self->session);
    SlWireEnd end = self->pull.end, over = self->pull.over;
    if (over.node < 0) {
        double x = (self->pull.x - self->x) * self->zoom, y = (self->pull.y - self->y) * self->zoom;
        if (hypot(self->pull.x - self->pull.from_x, self->pull.y - self->pull.from_y) * self->zoom > 40)
            g_signal_emit_by_name(self, "wire-dropped", &end, x, y);
        return;
    }
    const SlNode *from = &scene->nodes[end.node], *to = &scene->nodes[over.node];
    SlEditOp op = SL_EDIT_OP(SL_EDIT_CONNECT);
    if (end.port < 0 && over.port < 0)
        return;
    const SlPort *port = end.port >= 0 ? &from->ports[end.port] : &to->ports[over.port];
    op.port = port->index;
    op.node = end.port >= 0 ? from->wire : to->wire;
    if (end.port >= 0 && over.port >= 0)
        op.to_port = to->ports[over.port].index;
    op.to_node = end.port < 0 ? from->wire : to->wire;
    sl_session_apply(self->session, &op, "connect");
}

void sl_canvas_let_go(SlCanvas *self) {
    SlPull kind = self->pull.kind;
    if (self->pull.moved) {
        if (kind == SL_PULL_NODES)
            let_nodes_go(self);
        else if (kind == SL_PULL_BOX)
            select_box(self);
        else if (kind == SL_PULL_WIRE)
            let_wire_go(self);
    }
    self->pull.moved = false; // what has been let go stays there
    sl_canvas_cancel(self);
}

bool sl_canvas_nudge(SlCanvas *self, double dx, double dy) {
    int count;
    g_autofree uint64_t *keys = sl_session_selection(self->session, &count);
    for (int i = 0; i < count; i++) {
        int index = sl_scene_find(sl_session_scene(self->session), keys[i]);
        SlRect b = sl_session_geometry(self->session)->nodes[index].body;
        sl_canvas_show_at(self, keys[i], b.x + b.w / 2 + dx, b.y + b.h / 2 + dy);
    }
    sl_session_nudge(self->session, dx, dy);
    return count > 0;
}

static bool is_taken(SlCanvas *self, double x, double y) {
    const SlGeometry *geometry = sl_session_geometry(self->session);
    for (int i = 0; i < geometry->node_count; i++) {
        SlRect b = geometry->nodes[i].box;
        if (fabs(b.x + b.w / 2 - x) < b.w / 2 + SL_PROCESS_W / 2.0 + 20 &&
            fabs(b.y + b.h / 2 - y) < b.h / 2 + SL_PROCESS_H / 2.0 + 16)
            return true;
    }
    return false;
}

// Row by row in the view, beginning where one reads: new processes come to stand beside the last one.
void sl_canvas_free_spot(SlCanvas *self, double *x, double *y) {
    enum { STEP_X = 276, STEP_Y = 132 };
    SlRect view = sl_canvas_view(self);
    int columns = MAX((int)(view.w / STEP_X), 1), rows = MAX((int)(view.h / STEP_Y), 1);
    for (int row = 0; row < rows + 40; row++)
        for (int column = 0; column < columns; column++) {
            *x = snapped(view.x + SL_PROCESS_W / 2.0 + 48 + column * STEP_X, true);
            *y = snapped(view.y + view.h / 3 + row * STEP_Y, true);
            if (!is_taken(self, *x, *y))
                return;
        }
}

bool sl_canvas_node_rect(SlCanvas *self, guint64 key, GdkRectangle *rect) {
    int index = sl_scene_find(sl_session_scene(self->session), key);
    if (index < 0)
        return false;
    SlRect b = sl_session_geometry(self->session)->nodes[index].body;
    *rect = (GdkRectangle){(int)((b.x - self->x) * self->zoom), (int)((b.y - self->y) * self->zoom),
                           (int)(b.w * self->zoom), (int)(b.h * self->zoom)};
    return true;
}

void sl_canvas_delete_chosen(SlCanvas *self) {
    const SlScene *scene = sl_session_scene(self->session);
    for (int i = 0; self->chosen_edge && i < scene->edge_count; i++) {
        const SlEdge *edge = &scene->edges[i];
        if (edge->key != self->chosen_edge)
            continue;
        bool from = edge->from_port >= 0 && edge->from_port < scene->nodes[edge->from].port_count;
        const SlNode *node = &scene->nodes[from ? edge->from : edge->to];
        int port = from ? edge->from_port : edge->to_port;
        SlEditOp op = SL_EDIT_OP(SL_EDIT_DISCONNECT);
        op.node = node->wire;
        op.port = port >= 0 && port < node->port_count ? node->ports[port].index : -1;
        self->chosen_edge = 0;
        sl_session_apply(self->session, &op, "disconnect");
        return;
    }
    sl_session_apply_selected(self->session, SL_EDIT_OP(SL_EDIT_DELETE), "delete");
}

// ---- out of the palette ----

static GdkDragAction on_drop_motion(GtkDropTarget *target, double x, double y, void *data) {
    SlCanvas *self = data;
    int edge = sl_canvas_edge_at(self, x, y);
    (void)target;
    self->dropping = TRUE;
    self->pull.x = scene_x(self, x);
    self->pull.y = scene_y(self, y);
    if (edge != self->drop_edge) {
        self->drop_edge = edge;
        g_clear_pointer(&self->drop_why, g_free);
        const GValue *value = gtk_drop_target_get_value(target);
        int channel = edge >= 0 ? channel_of(sl_session_scene(self->session), edge) : -1;
        if (value && channel >= 0)
            self->drop_why = sl_session_why_no_part(self->session, sl_part_drag_name(value),
                                                    sl_session_scene(self->session)->nodes[channel].wire);
    }
    gtk_widget_queue_draw(GTK_WIDGET(self));
    return GDK_ACTION_COPY;
}

static void on_drop_leave(GtkDropTarget *target, void *data) {
    SlCanvas *self = data;
    (void)target;
    self->dropping = FALSE;
    self->drop_edge = -1;
    g_clear_pointer(&self->drop_why, g_free);
    gtk_widget_queue_draw(GTK_WIDGET(self));
}

static gboolean on_drop(GtkDropTarget *target, const GValue *value, double x, double y, void *data) {
    SlCanvas *self = data;
    const SlScene *scene = sl_session_scene(self->session);
    int edge = sl_canvas_edge_at(self, x, y), channel = edge >= 0 ? channel_of(scene, edge) : -1;
    int wire = channel >= 0 ? scene->nodes[channel].wire : -1;
    g_autofree char *name = g_strdup(sl_part_drag_name(value));
    on_drop_leave(target, self);
    self->fitting = FALSE;
    gtk_widget_grab_focus(GTK_WIDGET(self));
    return sl_session_add_part(self->session, name, snapped(scene_x(self, x), true), snapped(scene_y(self, y), true),
                               wire);
}

// ---- drawing ----

static SlRect visible_of(SlCanvas *self) {
    return sl_canvas_view(self);
}

static void paint_fits(SlCanvas *self, cairo_t *cairo, const SlPaintStyle *style) {
    const SlScene *scene = sl_session_scene(self->session);
    const SlGeometry *geometry = sl_session_geometry(self->session);
    for (int i = 0; i < scene->node_count; i++) {
        const SlNode *node = &scene->nodes[i];
        bool any = i == self->pull.end.node;
        for (int p = 0; p < node->port_count; p++) {
            bool over = self->pull.over.node == i && self->pull.over.port == p;
            if (self->pull.why_port[node->ports[p].index] && !over)
                continue;
            double x, y;
            sl_layout_port(geometry->nodes[i].body, node, p, &x, &y);
            sl_paint_target(cairo, x, y, over, self->pull.why_port[node->ports[p].index] != NULL, style);
            any = true;
        }
        if (node->kind == SL_NODE_CHANNEL && node->wire >= 0 && !self->pull.why_node[node->wire]) {
            sl_paint_fitting_channel(cairo, geometry->nodes[i].body, self->pull.over.node == i, style);
            any = true;
        }
        if (!any)
            sl_paint_veil(cairo, geometry->nodes[i].box, style);
    }
}

static void paint_wire(SlCanvas *self, cairo_t *cairo, const SlPaintStyle *style) {
    const SlScene *scene = sl_session_scene(self->session);
    const SlGeometry *geometry = sl_session_geometry(self->session);
    SlWireEnd end = self->pull.end, over = self->pull.over;
    SlRect b = geometry->nodes[end.node].body;
    double x = end.sends ? b.x + b.w : b.x, y = b.y + b.h / 2, to_x = self->pull.x, to_y = self->pull.y;
    if (end.port >= 0)
        sl_layout_port(b, &scene->nodes[end.node], end.port, &x, &y);
    const char *why = over.node >= 0 ? why_over(self, over) : NULL;
    if (over.node >= 0 && over.port >= 0)
        sl_layout_port(geometry->nodes[over.node].body, &scene->nodes[over.node], over.port, &to_x, &to_y);
    paint_fits(self, cairo, style);
    sl_paint_wire(cairo, x, y, to_x, to_y, end.sends, why != NULL, style);
    if (why)
        sl_paint_hint(cairo, why, self->pull.x, self->pull.y, true, style);
}

static void paint_drop(SlCanvas *self, cairo_t *cairo, const SlPaintStyle *style) {
    const SlScene *scene = sl_session_scene(self->session);
    const SlGeometry *geometry = sl_session_geometry(self->session);
    if (self->drop_edge >= 0 && self->drop_edge < scene->edge_count) {
        sl_paint_lit_edge(cairo, &geometry->routes[self->drop_edge], self->drop_why != NULL, style);
        sl_paint_hint(cairo, self->drop_why ? self->drop_why : _("Drop it here to put it into this wire"), self->pull.x,
                      self->pull.y, self->drop_why != NULL, style);
    }
}

static int index_of_edge(const SlScene *scene, guint64 key) {
    for (int i = 0; key && i < scene->edge_count; i++)
        if (scene->edges[i].key == key)
            return i;
    return -1;
}

void sl_canvas_snapshot_edit(SlCanvas *self, GtkSnapshot *snapshot, const SlPaintStyle *style) {
    const SlScene *scene = sl_session_scene(self->session);
    int chosen = index_of_edge(scene, self->chosen_edge);
    bool wire = self->pull.kind == SL_PULL_WIRE && self->pull.moved;
    bool box = self->pull.kind == SL_PULL_BOX && self->pull.moved;
    bool drop = self->drop_edge >= 0;
    if (!wire && !box && !drop && chosen < 0)
        return;
    if (wire && (self->pull.end.node >= scene->node_count || !sl_session_drawing(self->session)))
        return;
    SlRect r = visible_of(self);
    cairo_t *cairo =
        gtk_snapshot_append_cairo(snapshot, &GRAPHENE_RECT_INIT((float)r.x, (float)r.y, (float)r.w, (float)r.h));
    if (chosen >= 0)
        sl_paint_lit_edge(cairo, &sl_session_geometry(self->session)->routes[chosen], false, style);
    if (wire)
        paint_wire(self, cairo, style);
    if (box)
        sl_paint_select_box(cairo, pulled_box(&self->pull), style);
    if (drop)
        paint_drop(self, cairo, style);
    cairo_destroy(cairo);
}

// Indexes of the scene are no longer what they were.
static void on_scene(SlCanvas *self) {
    if (self->pull.kind == SL_PULL_WIRE) {
        self->pull.moved = false;
        sl_canvas_cancel(self);
    }
    self->drop_edge = -1;
}

void sl_canvas_edit_init(SlCanvas *self) {
    GtkDropTarget *target = gtk_drop_target_new(SL_TYPE_PART_DRAG, GDK_ACTION_COPY);
    self->drop_edge = -1;
    gtk_drop_target_set_preload(target, TRUE);
    g_signal_connect(target, "motion", G_CALLBACK(on_drop_motion), self);
    g_signal_connect(target, "leave", G_CALLBACK(on_drop_leave), self);
    g_signal_connect(target, "drop", G_CALLBACK(on_drop), self);
    gtk_widget_add_controller(GTK_WIDGET(self), GTK_EVENT_CONTROLLER(target));
}

void sl_canvas_edit_follow(SlCanvas *self) {
    g_signal_connect_swapped(self->session, "document", G_CALLBACK(on_scene), self);
}

void sl_canvas_edit_free(SlCanvas *self) {
    g_free(self->pull.keys);
    g_free(self->pull.starts);
    g_free(self->pull.before);
    if (self->pull.arena)
        sl_arena_free(self->pull.arena);
    g_free(self->drop_why);
}
