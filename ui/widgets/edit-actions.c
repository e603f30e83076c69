// SPDX-License-Identifier: MIT
// The actions that change the drawing.
#include "ui/widgets/edit-actions.h"

#include <math.h>
#include <string.h>

#include "ui/widgets/body-editor.h"
#include "ui/widgets/commands.h"
#include "ui/widgets/node-menu.h"
#include "ui/widgets/node-sheet.h"
#include "ui/widgets/quick-add.h"

typedef struct {
    GtkApplicationWindow *window;
    SlSession *session;
    SlCanvas *canvas;
    double paste_x, paste_y; // where the next paste goes
} Edits;

// ---- the clipboard: Go text, between windows and programs ----

static GdkClipboard *clipboard_of(Edits *edits) {
    return gtk_widget_get_clipboard(GTK_WIDGET(edits->canvas));
}

static gboolean copy(Edits *edits) {
    g_autofree char *text = sl_session_copy(edits->session);
    if (text)
        gdk_clipboard_set_text(clipboard_of(edits), text);
    return text != NULL;
}

static void cut(Edits *edits) {
    if (copy(edits))
        sl_session_apply_selected(edits->session, SL_EDIT_OP(SL_EDIT_DELETE), "cut");
}

static void on_text(GObject *source, GAsyncResult *result, void *data) {
    Edits *edits = data;
    g_autofree char *text = gdk_clipboard_read_text_finish(GDK_CLIPBOARD(source), result, NULL);
    if (text) {
        SlEditOp op = SL_EDIT_OP(SL_EDIT_PASTE);
        op.text = text;
        op.x = edits->paste_x;
        op.y = edits->paste_y;
        op.placed = true;
        sl_session_apply(edits->session, &op, "paste");
    }
    g_object_unref(edits->window);
}

static void paste(Edits *edits) {
    sl_canvas_free_spot(edits->canvas, &edits->paste_x, &edits->paste_y);
    g_object_ref(edits->window);
    gdk_clipboard_read_text_async(clipboard_of(edits), NULL, on_text, edits);
}

// ---- order ----

typedef struct {
    guint64 key;
    SlRect body;
    double x, y;
} Placed;

static int by_x(const void *a, const void *b) {
    double d = ((const Placed *)a)->x - ((const Placed *)b)->x;
    return d < 0 ? -1 : d > 0;
}

static int by_y(const void *a, const void *b) {
    double d = ((const Placed *)a)->y - ((const Placed *)b)->y;
    return d < 0 ? -1 : d > 0;
}

static void spread(Placed *nodes, int count, bool across) {
    qsort(nodes, (size_t)count, sizeof *nodes, across ? by_x : by_y);
    for (int i = 1; i < count - 1; i++) {
        double share = (double)i / (count - 1);
        if (across)
            nodes[i].x = nodes[0].x + (nodes[count - 1].x - nodes[0].x) * share;
        else
            nodes[i].y = nodes[0].y + (nodes[count - 1].y - nodes[0].y) * share;
    }
}

// To the edge or middle of all of them together.
static void line_up(Placed *nodes, int count, const char *how) {
    double left = 1e18, right = -1e18, top = 1e18, bottom = -1e18;
    for (int i = 0; i < count; i++) {
        left = fmin(left, nodes[i].body.x);
        right = fmax(right, nodes[i].body.x + nodes[i].body.w);
        top = fmin(top, nodes[i].body.y);
        bottom = fmax(bottom, nodes[i].body.y + nodes[i].body.h);
    }
    for (int i = 0; i < count; i++) {
        double w = nodes[i].body.w / 2, h = nodes[i].body.h / 2;
        if (strcmp(how, "left") == 0)
            nodes[i].x = left + w;
        else if (strcmp(how, "right") == 0)
            nodes[i].x = right - w;
        else if (strcmp(how, "centre") == 0)
            nodes[i].x = (left + right) / 2;
        else if (strcmp(how, "top") == 0)
            nodes[i].y = top + h;
        else if (strcmp(how, "bottom") == 0)
            nodes[i].y = bottom - h;
        else if (strcmp(how, "middle") == 0)
            nodes[i].y = (top + bottom) / 2;
    }
}

static void align(Edits *edits, const char *how) {
    int count;
    g_autofree uint64_t *keys = sl_session_selection(edits->session, &count);
    if (count < 2)
        return;
    g_autofree Placed *nodes = g_new(Placed, count);
    g_autofree SlEditPlace *places = g_new(SlEditPlace, count);
    for (int i = 0; i < count; i++) {
        int index = sl_scene_find(sl_session_scene(edits->session), keys[i]);
        SlRect b = sl_session_geometry(edits->session)->nodes[index].body;
        nodes[i] = (Placed){keys[i], b, b.x + b.w / 2, b.y + b.h / 2};
    }
    if (strcmp(how, "across") == 0 || strcmp(how, "down") == 0)
        spread(nodes, count, strcmp(how, "across") == 0);
    else
        line_up(nodes, count, how);
    for (int i = 0; i < count; i++) {
        keys[i] = nodes[i].key;
        places[i] = (SlEditPlace){nodes[i].x, nodes[i].y};
    }
    sl_session_move_nodes(edits->session, keys, places, count, "align");
}

static void color(Edits *edits, const char *name) {
    SlEditOp op = SL_EDIT_OP(SL_EDIT_COLOR);
    op.text = name;
    sl_session_apply_selected(edits->session, op, "colour");
}

static void select_all(Edits *edits) {
    const SlScene *scene = sl_session_scene(edits->session);
    g_autofree uint64_t *keys = g_new(uint64_t, scene->node_count + 1);
    for (int i = 0; i < scene->node_count; i++)
        keys[i] = scene->nodes[i].key;
    sl_session_select_keys(edits->session, keys, scene->node_count);
}

// All ports of what is selected.
static void disconnect(Edits *edits) {
    SlEditOp op = SL_EDIT_OP(SL_EDIT_DISCONNECT);
    op.node = sl_session_wire(edits->session, sl_session_selected(edits->session));
    if (op.node >= 0)
        sl_session_apply(edits->session, &op, "disconnect");
}

static void arrange(Edits *edits) {
    if (sl_session_arrange(edits->session))
        sl_canvas_fit(edits->canvas);
}

static void open_node(Edits *edits) {
    if (sl_session_open_node(edits->session, sl_session_selected(edits->session)))
        sl_canvas_fit(edits->canvas);
}

static void close_node(Edits *edits) {
    int depth;
    sl_session_opened(edits->session, &depth);
    sl_session_close_node(edits->session, depth - 1);
    sl_canvas_fit(edits->canvas);
}

// ---- the table ----

#define ACTION(name, body)                                                                                             \
    static void action_##name(GSimpleAction *action, GVariant *parameter, void *data) {                                \
        Edits *edits = data;                                                                                           \
        (void)action;                                                                                                  \
        (void)parameter;                                                                                               \
        body;                                                                                                          \
    }

ACTION(quick_add, sl_quick_add(edits->canvas, edits->session, -1, -1))
ACTION(new_process, sl_new_process(GTK_WINDOW(edits->window), edits->canvas, edits->session))
ACTION(connect, sl_quick_connect(edits->canvas, edits->session))
ACTION(edit_node, sl_node_sheet(edits->canvas, edits->session, SL_SHEET_ALL))
ACTION(edit_body, sl_body_editor(GTK_WINDOW(edits->window), edits->session))
ACTION(rename, sl_node_sheet(edits->canvas, edits->session, SL_SHEET_NAME))
ACTION(multiply, sl_node_sheet(edits->canvas, edits->session, SL_SHEET_COUNT))
ACTION(disconnect, disconnect(edits))
ACTION(delete, sl_canvas_delete_chosen(edits->canvas))
ACTION(duplicate, sl_session_duplicate(edits->session))
ACTION(cut, cut(edits))
ACTION(copy, copy(edits))
ACTION(paste, paste(edits))
ACTION(select_all, select_all(edits))
ACTION(find_node, sl_quick_find(edits->canvas, edits->session))
ACTION(open_node, open_node(edits))
ACTION(close_node, close_node(edits))
ACTION(open_function, sl_quick_function(edits->canvas, edits->session))
ACTION(arrange, arrange(edits))
ACTION(align, align(edits, g_variant_get_string(parameter, NULL)))
ACTION(color, color(edits, g_variant_get_string(parameter, NULL)))

static const GActionEntry actions[] = {
    {"quick-add", action_quick_add, NULL, NULL, NULL, {0}},
    {"new-process", action_new_process, NULL, NULL, NULL, {0}},
    {"connect", action_connect, NULL, NULL, NULL, {0}},
    {"edit-node", action_edit_node, NULL, NULL, NULL, {0}},
    {"edit-body", action_edit_body, NULL, NULL, NULL, {0}},
    {"rename", action_rename, NULL, NULL, NULL, {0}},
    {"multiply", action_multiply, NULL, NULL, NULL, {0}},
    {"disconnect", action_disconnect, NULL, NULL, NULL, {0}},
    {"delete", action_delete, NULL, NULL, NULL, {0}},
    {"duplicate", action_duplicate, NULL, NULL, NULL, {0}},
    {"cut", action_cut, NULL, NULL, NULL, {0}},
    {"copy", action_copy, NULL, NULL, NULL, {0}},
    {"paste", action_paste, NULL, NULL, NULL, {0}},
    {"select-all", action_select_all, NULL, NULL, NULL, {0}},
    {"find-node", action_find_node, NULL, NULL, NULL, {0}},
    {"open-node", action_open_node, NULL, NULL, NULL, {0}},
    {"close-node", action_close_node, NULL, NULL, NULL, {0}},
    {"open-function", action_open_function, NULL, NULL, NULL, {0}},
    {"arrange", action_arrange, NULL, NULL, NULL, {0}},
    {"align", action_align, "s", NULL, NULL, {0}},
    {"color", action_color, "s", NULL, NULL, {0}},
};

// What each needs: nothing but that the drawing can be edited, a selection, or several selected nodes.
static int needs(const char *action) {
    static const char *const selection[] = {"connect",  "edit-node",  "edit-body", "rename",
                                            "multiply", "disconnect", "duplicate", "cut",
                                            "copy",     "open-node",  "color"};
    if (strcmp(action, "align") == 0)
        return 2;
    for (guint i = 0; i < G_N_ELEMENTS(selection); i++)
        if (strcmp(action, selection[i]) == 0)
            return 1;
    return 0;
}

void sl_edit_actions_update(GtkApplicationWindow *window, SlSession *session) {
    int count, depth;
    g_free(sl_session_selection(session, &count));
    sl_session_opened(session, &depth);
    bool drawing = sl_session_drawing(session) != NULL;
    for (guint i = 0; i < G_N_ELEMENTS(actions); i++) {
        const char *name = actions[i].name;
        bool anyway = strcmp(name, "select-all") == 0 || strcmp(name, "find-node") == 0;
        bool enabled = anyway || (drawing && count >= needs(name));
        if (strcmp(name, "close-node") == 0)
            enabled = drawing && depth > 0;
        GAction *action = g_action_map_lookup_action(G_ACTION_MAP(window), name);
        g_simple_action_set_enabled(G_SIMPLE_ACTION(action), enabled);
    }
}

// ---- what the canvas asks for ----

static void on_quick_add(SlCanvas *canvas, double x, double y, Edits *edits) {
    sl_quick_add(canvas, edits->session, x, y);
}

static void on_wire_dropped(SlCanvas *canvas, const SlWireEnd *end, double x, double y, Edits *edits) {
    sl_quick_wire(canvas, edits->session, end, x, y);
}

static void on_edit_node(SlCanvas *canvas, Edits *edits) {
    sl_node_sheet(canvas, edits->session, SL_SHEET_ALL);
}

static void on_context_menu(SlCanvas *canvas, double x, double y, Edits *edits) {
    GdkRectangle at = {(int)x, (int)y, 1, 1};
    if (x < 0 && !sl_canvas_node_rect(canvas, sl_session_selected(edits->session), &at))
        at = (GdkRectangle){gtk_widget_get_width(GTK_WIDGET(canvas)) / 2, 60, 1, 1};
    sl_node_menu_popup(GTK_WIDGET(canvas), &at, edits->session);
}

static void on_changed(Edits *edits) {
    sl_edit_actions_update(edits->window, edits->session);
}

static void edits_free(void *data) {
    Edits *edits = data;
    g_signal_handlers_disconnect_by_data(edits->session, edits);
    g_object_unref(edits->session);
    g_free(edits);
}

void sl_edit_actions_add(GtkApplicationWindow *window, SlSession *session, SlCanvas *canvas) {
    Edits *edits = g_new0(Edits, 1);
    *edits = (Edits){.window = window, .session = g_object_ref(session), .canvas = canvas};
    g_action_map_add_action_entries(G_ACTION_MAP(window), actions, G_N_ELEMENTS(actions), edits);
    g_signal_connect(canvas, "quick-add", G_CALLBACK(on_quick_add), edits);
    g_signal_connect(canvas, "wire-dropped", G_CALLBACK(on_wire_dropped), edits);
    g_signal_connect(canvas, "edit-node", G_CALLBACK(on_edit_node), edits);
    g_signal_connect(canvas, "context-menu", G_CALLBACK(on_context_menu), edits);
    g_signal_connect_swapped(session, "selection", G_CALLBACK(on_changed), edits);
    g_signal_connect_swapped(session, "document", G_CALLBACK(on_changed), edits);
    g_signal_connect_swapped(session, "run", G_CALLBACK(on_changed), edits);
    sl_commands_add_local(GTK_WIDGET(canvas));
    g_object_set_data_full(G_OBJECT(window), "edits", edits, edits_free);
}
