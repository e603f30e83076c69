// SPDX-License-Identifier: MIT
// The lists over the canvas.
#include "ui/widgets/quick-add.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ui/widgets/part-row.h"
#include "ui/widgets/quick-list.h"

typedef struct {
    SlCanvas *canvas;
    SlSession *session;
    double x, y; // in the scene
    // A wire that was let go there: of a port or a channel of the drawing, else -1; sends: values come out of it.
    int port, channel;
    bool sends;
} Target;

static Target *target_new(SlCanvas *canvas, SlSession *session) {
    Target *target = g_new0(Target, 1);
    *target = (Target){.canvas = canvas, .session = session, .port = -1, .channel = -1};
    return target;
}

static const char *cannot(SlSession *session) {
    return sl_session_drawing(session) ? NULL : _("Stop the run first");
}

// ---- add by name ----

static void take_part(void *data, GtkWidget *row, const char *words) {
    Target *target = data;
    if (row)
        sl_session_add_part(target->session, sl_part_row_name(row), target->x, target->y, -1);
    else if (*words)
        gtk_widget_activate_action(GTK_WIDGET(target->canvas), "win.new-process", NULL);
}

void sl_quick_add(SlCanvas *canvas, SlSession *session, double x, double y) {
    Target *target = target_new(canvas, session);
    GdkRectangle at = {0};
    if (x >= 0) {
        SlRect view = sl_canvas_view(canvas);
        at = (GdkRectangle){(int)x, (int)y, 1, 1};
        target->x = view.x + x / sl_canvas_get_zoom(canvas);
        target->y = view.y + y / sl_canvas_get_zoom(canvas);
    } else {
        sl_canvas_free_spot(canvas, &target->x, &target->y);
    }
    GtkListBox *list = sl_quick_list_new(&(SlQuickList){.parent = GTK_WIDGET(canvas),
                                                        .at = at,
                                                        .hint = _("Add a process"),
                                                        .empty = _("Nothing has that name. Enter makes a new process."),
                                                        .matches = sl_part_row_matches,
                                                        .begins = sl_part_row_begins,
                                                        .take = take_part,
                                                        .data = target,
                                                        .free_data = g_free});
    sl_part_rows_fill(list, session, NULL, false);
    sl_quick_list_show(list);
}

// ---- at the end of a wire ----

static void take_wired(void *data, GtkWidget *row, const char *words) {
    Target *target = data;
    (void)words;
    if (row && sl_session_add_to_wire(target->session, sl_part_row_name(row), target->x, target->y, target->port,
                                      target->channel, !target->sends))
        sl_canvas_reveal(target->canvas, sl_session_selected(target->session));
}

// The port of what is added comes to stand where the wire ends, with room for a channel between the two, and in a row
// with where it begins if it nearly is.
static void place_at_wire(Target *target, const SlRect *from, const SlWireEnd *end) {
    enum { GRID = 12, NEARLY = 36, CHANNEL = 180, BESIDE = 84 };
    double way = end->sends ? 1 : -1, edge = end->sends ? from->x + from->w : from->x, middle = from->y + from->h / 2;
    double gap = fmax((target->x - edge) * way, end->port >= 0 ? CHANNEL : BESIDE);
    target->x = round((edge + way * (gap + SL_PROCESS_W / 2.0)) / GRID) * GRID;
    target->y = fabs(target->y - middle) < NEARLY ? round(middle) : round(target->y / GRID) * GRID;
}

void sl_quick_wire(SlCanvas *canvas, SlSession *session, const SlWireEnd *end, double x, double y) {
    const SlWiring *drawing = sl_session_drawing(session);
    const SlNode *node = &sl_session_scene(session)->nodes[end->node];
    if (!drawing || node->wire < 0)
        return;
    SlRect view = sl_canvas_view(canvas);
    Target *target = target_new(canvas, session);
    target->x = view.x + x / sl_canvas_get_zoom(canvas);
    target->y = view.y + y / sl_canvas_get_zoom(canvas);
    place_at_wire(target, &sl_session_geometry(session)->nodes[end->node].body, end);
    target->port = end->port >= 0 ? node->ports[end->port].index : -1;
    target->channel = end->port >= 0 ? -1 : node->wire;
    target->sends = end->sends;
    g_autofree char *type = g_strdup(end->port >= 0 ? node->ports[end->port].type : drawing->nodes[node->wire].type);
    GtkListBox *list = sl_quick_list_new(&(SlQuickList){
        .parent = GTK_WIDGET(canvas),
        .at = (GdkRectangle){(int)x, (int)y, 1, 1},
        .hint = end->sends ? _("Who receives it?") : _("Who sends it?"),
        .empty = _("No process of that name fits. Ctrl+Shift+N makes a new one; then pull the wire to it."),
        .matches = sl_part_row_matches,
        .begins = sl_part_row_begins,
        .take = take_wired,
        .data = target,
        .free_data = g_free});
    sl_part_rows_fill(list, session, type, end->sends);
    sl_quick_list_show(list);
}

// ---- find ----

static void take_node(void *data, GtkWidget *row, const char *words) {
    Target *target = data;
    (void)words;
    if (!row)
        return;
    guint64 key = g_ascii_strtoull(sl_quick_row_key(row), NULL, 10);
    sl_session_select(target->session, key);
    sl_canvas_reveal(target->canvas, key);
}

void sl_quick_find(SlCanvas *canvas, SlSession *session) {
    GtkListBox *list = sl_quick_list_new(&(SlQuickList){.parent = GTK_WIDGET(canvas),
                                                        .hint = _("Find a process or channel"),
                                                        .empty = _("There is none of that name"),
                                                        .matches = sl_quick_row_matches,
                                                        .take = take_node,
                                                        .data = target_new(canvas, session),
                                                        .free_data = g_free});
    const SlScene *scene = sl_session_scene(session);
    enum { MOST = 2000 };
    for (int i = 0; i < scene->node_count && i < MOST; i++) {
        const SlNode *node = &scene->nodes[i];
        g_autofree char *key = g_strdup_printf("%" G_GUINT64_FORMAT, (guint64)node->key);
        g_autofree char *title = g_strdup_printf("%s %s", node->title, node->number);
        const char *detail = *node->type ? node->type : *node->status ? node->status : node->line;
        gtk_list_box_append(list, sl_quick_row_new(title, detail, key));
    }
    sl_quick_list_show(list);
}

// ---- connect ----

static void take_connection(void *data, GtkWidget *row, const char *words) {
    Target *target = data;
    int port, to_node, to_port;
    (void)words;
    if (!row || sscanf(sl_quick_row_key(row), "%d %d %d", &port, &to_node, &to_port) != 3)
        return;
    SlEditOp op = SL_EDIT_OP(SL_EDIT_CONNECT);
    op.port = port;
    op.to_node = to_node;
    op.to_port = to_port;
    sl_session_apply(target->session, &op, "connect");
}

static void add_connection(GtkListBox *list, const SlPort *port, const char *to, const char *detail, int node,
                           int to_port) {
    g_autofree char *text = g_strdup_printf("%s %s %s", port->name, port->sends ? "→" : "←", to);
    g_autofree char *key = g_strdup_printf("%d %d %d", port->index, node, to_port);
    gtk_list_box_append(list, sl_quick_row_new(text, detail, key));
}

// From one port: every port and channel that fits.
static void add_fitting(GtkListBox *list, SlSession *session, SlArena *arena, const SlPort *port) {
    const SlScene *scene = sl_session_scene(session);
    for (int i = 0; i < scene->node_count; i++) {
        const SlNode *node = &scene->nodes[i];
        if (node->kind == SL_NODE_CHANNEL && node->wire >= 0 &&
            !sl_session_fits(session, arena, port->index, node->wire, -1))
            add_connection(list, port, node->title, node->type, node->wire, -1);
        for (int p = 0; p < node->port_count; p++) {
            const SlPort *other = &node->ports[p];
            if (other->index == port->index || sl_session_fits(session, arena, port->index, -1, other->index))
                continue;
            g_autofree char *to = g_strdup_printf("%s · %s", node->title, other->name);
            add_connection(list, port, to, other->type, -1, other->index);
        }
    }
}

void sl_quick_connect(SlCanvas *canvas, SlSession *session) {
    const SlScene *scene = sl_session_scene(session);
    int index = sl_scene_find(scene, sl_session_selected(session));
    if (index < 0 || cannot(session))
        return;
    GtkListBox *list = sl_quick_list_new(&(SlQuickList){.parent = GTK_WIDGET(canvas),
                                                        .hint = _("Connect to"),
                                                        .empty = _("Nothing fits: add a process, or look at the types"),
                                                        .matches = sl_quick_row_matches,
                                                        .take = take_connection,
                                                        .data = target_new(canvas, session),
                                                        .free_data = g_free});
    SlArena *arena = sl_arena_new();
    const SlNode *node = &scene->nodes[index];
    for (int p = 0; p < node->port_count; p++)
        add_fitting(list, session, arena, &node->ports[p]);
    for (int i = 0; node->kind == SL_NODE_CHANNEL && i < scene->node_count;
         i++) // to a channel: every port that fits it
        for (int p = 0; p < scene->nodes[i].port_count; p++) {
            const SlPort *port = &scene->nodes[i].ports[p];
            if (sl_session_fits(session, arena, port->index, node->wire, -1))
                continue;
            g_autofree char *key = g_strdup_printf("%d %d -1", port->index, node->wire);
            g_autofree char *text =
                g_strdup_printf("%s %s · %s", port->sends ? "←" : "→", scene->nodes[i].title, port->name);
            gtk_list_box_append(list, sl_quick_row_new(text, port->type, key));
        }
    sl_arena_free(arena);
    sl_quick_list_show(list);
}

// ---- functions ----

static void take_function(void *data, GtkWidget *row, const char *words) {
    Target *target = data;
    (void)words;
    if (row) {
        sl_session_open_function(target->session, sl_quick_row_key(row));
        sl_canvas_fit(target->canvas);
    }
}

void sl_quick_function(SlCanvas *canvas, SlSession *session) {
    int count;
    const SlWireFunction *functions = sl_session_functions(session, &count);
    if (cannot(session))
        return;
    GtkListBox *list = sl_quick_list_new(&(SlQuickList){.parent = GTK_WIDGET(canvas),
                                                        .hint = _("Open the drawing of a function"),
                                                        .empty = _("There is no function of that name"),
                                                        .matches = sl_quick_row_matches,
                                                        .take = take_function,
                                                        .data = target_new(canvas, session),
                                                        .free_data = g_free});
    for (int pass = 0; pass < 2; pass++) // those that start goroutines first
        for (int i = 0; i < count; i++)
            if ((functions[i].starts || functions[i].makes) == (pass == 0))
                gtk_list_box_append(list, sl_quick_row_new(functions[i].name,
                                                           functions[i].starts  ? _("starts goroutines")
                                                           : functions[i].makes ? _("makes channels")
                                                                                : NULL,
                                                           functions[i].name));
    sl_quick_list_show(list);
}
