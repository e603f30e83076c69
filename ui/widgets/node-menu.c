// SPDX-License-Identifier: MIT
// Node menu: what one can do in a run with a goroutine (move it, run until it waits, freeze it, break when it ends) or
// a channel (break on its messages, see its history). Most of it is actions that the menus above have too.
#include "ui/widgets/node-menu.h"

#include <glib/gi18n.h>

#include "ui/session-edit.h"
#include "ui/stepping.h"
#include "ui/widgets/breakpoints.h"
#include "ui/widgets/source-view.h"

typedef struct {
    GtkWindow *window;
    SlSession *session;
    GtkWidget *source, *breakpoints;
} Menu;

static const SlNode *selected(SlSession *session) {
    const SlScene *scene = sl_session_scene(session);
    int index = sl_scene_find(scene, sl_session_selected(session));
    return index < 0 ? NULL : &scene->nodes[index];
}

// ---- doing it ----

#define ACTION(name, body)                                                                                             \
    static void action_##name(GSimpleAction *action, GVariant *parameter, void *data) {                                \
        Menu *self = data;                                                                                             \
        const SlNode *node = selected(self->session);                                                                  \
        (void)action;                                                                                                  \
        (void)parameter;                                                                                               \
        (void)node;                                                                                                    \
        body;                                                                                                          \
    }

static void show_source(Menu *self, const SlNode *node) {
    int line, column;
    sl_session_line(self->session, node->pos, &line, &column);
    if (line)
        sl_source_view_go(self->source, line, column);
}

static void stop_value(Menu *self) {
    uint32_t id = sl_session_add_stop(self->session, SL_BREAK_SEND, sl_session_selected(self->session));
    if (id)
        sl_breakpoints_show(self->breakpoints, id);
}

ACTION(move_node, if (node && node->can_move) sl_session_move(self->session, node->id))
ACTION(take_case, sl_session_take_case(self->session, g_variant_get_int32(parameter)))
ACTION(show_source, if (node) show_source(self, node))
ACTION(stop_value, stop_value(self))
ACTION(remove_stops, sl_session_remove_stops_of(self->session, sl_session_selected(self->session)))
ACTION(breakpoints, sl_breakpoints_show(self->breakpoints, 0))

static const GActionEntry actions[] = {
    {"move-node", action_move_node, NULL, NULL, NULL, {0}},
    {"take-case", action_take_case, "i", NULL, NULL, {0}},
    {"show-source", action_show_source, NULL, NULL, NULL, {0}},
    {"stop-value", action_stop_value, NULL, NULL, NULL, {0}},
    {"remove-stops", action_remove_stops, NULL, NULL, NULL, {0}},
    {"breakpoints", action_breakpoints, NULL, NULL, NULL, {0}},
};

static void menu_free(void *data) {
    Menu *self = data;
    g_object_unref(self->session);
    g_free(self);
}

void sl_node_menu_add(GtkWindow *window, SlSession *session, GtkWidget *source, GtkWidget *breakpoints) {
    Menu *self = g_new0(Menu, 1);
    *self = (Menu){window, g_object_ref(session), source, breakpoints};
    g_action_map_add_action_entries(G_ACTION_MAP(window), actions, G_N_ELEMENTS(actions), self);
    g_object_set_data_full(G_OBJECT(window), "node-menu", self, menu_free);
}

// ---- showing it ----

typedef struct {
    const char *label, *action;
} Item;

static void add_section(GMenu *menu, const char *title, const Item *items) {
    g_autoptr(GMenu) section = g_menu_new();
    for (; items->label; items++)
        g_menu_append(section, _(items->label), items->action);
    g_menu_append_section(menu, title, G_MENU_MODEL(section));
}

static void add_moves(GMenu *menu, SlSession *session, const SlNode *node) {
    const SlScene *scene = sl_session_scene(session);
    g_autoptr(GMenu) section = g_menu_new();
    if (sl_session_state(session) != SL_SESSION_PAUSED || !node->can_move || node->count > 1)
        return;
    g_menu_append(section, node->offers ? _("Take _Any Ready Case") : _("_Makes the Next Move"), "win.move-node");
    for (int i = 0; i < scene->edge_count; i++) {
        const SlEdge *edge = &scene->edges[i];
        if (!edge->offer || edge->offer_to != node->id)
            continue;
        bool sends = edge->flow == SL_FLOW_SEND;
        g_autofree char *label = g_strdup_printf("_%d  %s %s", edge->offer, sends ? _("send on") : _("receive from"),
                                                 scene->nodes[sends ? edge->to : edge->from].title);
        g_autofree char *action = g_strdup_printf("win.take-case(%d)", edge->offer);
        g_menu_append(section, label, action);
    }
    g_menu_append_section(menu, NULL, G_MENU_MODEL(section));
}

static GMenuModel *run_menu(SlSession *session, const SlNode *node) {
    static const Item until[] = {{N_("Run Until It _Waits"), "win.step-blocks"},
                                 {N_("Run Until It Wa_kes"), "win.step-wakes"},
                                 {N_("Run Until It _Ends"), "win.step-ends"},
                                 {N_("_Back to Where It Waited"), "win.back-blocks"},
                                 {NULL, NULL}},
                      process_stops[] = {{N_("Stop When It Wai_ts"), "win.stop-blocks"},
                                         {N_("Stop When It E_nds"), "win.stop-ends"},
                                         {NULL, NULL}},
                      channel_stops[] = {{N_("Stop on a _Send"), "win.stop-send"},
                                         {N_("Stop on a _Receive"), "win.stop-receive"},
                                         {N_("Stop on a Certain _Value…"), "win.stop-value"},
                                         {N_("Stop on the _Close"), "win.stop-close"},
                                         {N_("Stop When _Full"), "win.stop-full"},
                                         {N_("Stop When _Empty"), "win.stop-empty"},
                                         {NULL, NULL}},
                      listed[] = {{N_("Remove Its Brea_kpoints"), "win.remove-stops"},
                                  {N_("All Breakp_oints…"), "win.breakpoints"},
                                  {NULL, NULL}},
                      freeze[] = {{N_("_Freeze"), "win.freeze"}, {NULL, NULL}},
                      process_shows[] = {{N_("Show in the So_urce"), "win.show-source"},
                                         {N_("Fo_llow in the Timeline"), "win.follow"},
                                         {NULL, NULL}},
                      channel_shows[] = {{N_("Show Its _History"), "win.inspect"},
                                         {N_("Show in the So_urce"), "win.show-source"},
                                         {NULL, NULL}};
    GMenu *menu = g_menu_new();
    bool process = node->kind == SL_NODE_PROCESS, channel = node->kind == SL_NODE_CHANNEL;
    if (process) {
        add_moves(menu, session, node);
        add_section(menu, NULL, until);
        add_section(menu, NULL, freeze);
    }
    if (process || channel) {
        add_section(menu, NULL, process ? process_stops : channel_stops);
        add_section(menu, NULL, node->breaks ? listed : listed + 1);
    }
    add_section(menu, NULL, process ? process_shows : channel_shows);
    return G_MENU_MODEL(menu);
}

static GMenuModel *menu_of(SlSession *session) {
    const SlNode *node = selected(session);
    if (node && !sl_session_drawing(session))
        return run_menu(session, node);
    g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource("/io/github/sluice/ui/canvas-menu.ui");
    return g_object_ref(G_MENU_MODEL(gtk_builder_get_object(builder, node ? "node_menu" : "paper_menu")));
}

static gboolean discard(void *popover) {
    gtk_widget_unparent(popover);
    return G_SOURCE_REMOVE;
}

static void on_closed(GtkPopover *popover) {
    g_idle_add(discard, popover); // its action comes after this
}

void sl_node_menu_popup(GtkWidget *over, const GdkRectangle *at, SlSession *session) {
    g_autoptr(GMenuModel) model = menu_of(session);
    GtkWidget *popover = gtk_popover_menu_new_from_model(model);
    gtk_widget_set_parent(popover, over);
    gtk_popover_set_has_arrow(GTK_POPOVER(popover), FALSE);
    gtk_popover_set_pointing_to(GTK_POPOVER(popover), at);
    gtk_widget_set_halign(popover, GTK_ALIGN_START);
    g_signal_connect(popover, "closed", G_CALLBACK(on_closed), NULL);
    gtk_popover_popup(GTK_POPOVER(popover));
}
