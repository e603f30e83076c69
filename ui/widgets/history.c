// SPDX-License-Identifier: MIT
// History: the messages of the selected channel in their order, as cells and as rows; made anew with each scene.
#include "ui/widgets/history.h"

#include "trace/channel-history.h"

enum { MOST = 60, CELLS = 16 };

typedef struct {
    SlSession *session;
    GtkWidget *box, *title, *cells, *grid, *more;
    guint64 channel, event;
} History;

static void clear(GtkWidget *box) {
    for (GtkWidget *child; (child = gtk_widget_get_first_child(box));)
        gtk_widget_unparent(child);
}

static char *name_of(const SlLog *log, uint64_t goroutine) {
    SlText text = {0};
    sl_log_name_goroutine(log, goroutine, &text);
    char *name = g_strdup(sl_text_cstr(&text));
    sl_text_free(&text);
    return name;
}

static char *duration(const SlLog *log, uint64_t events, int64_t time) {
    if (log->one_at_a_time)
        return g_strdup_printf("%" G_GUINT64_FORMAT " event%s", events, events == 1 ? "" : "s");
    if (time < 1000000)
        return g_strdup_printf("%.1f µs", (double)time / 1e3);
    return time < 1000000000 ? g_strdup_printf("%.1f ms", (double)time / 1e6)
                             : g_strdup_printf("%.2f s", (double)time / 1e9);
}

static void add_cell(History *self, const char *value, const char *class, const char *tip) {
    GtkWidget *cell = gtk_label_new(value);
    gtk_label_set_ellipsize(GTK_LABEL(cell), PANGO_ELLIPSIZE_END);
    gtk_label_set_max_width_chars(GTK_LABEL(cell), 8);
    gtk_widget_add_css_class(cell, "history-cell");
    gtk_widget_add_css_class(cell, class);
    gtk_widget_set_tooltip_text(cell, tip);
    gtk_flow_box_insert(GTK_FLOW_BOX(self->cells), cell, -1);
}

static void add_text(History *self, int column, int row, const char *text, gboolean head) {
    GtkWidget *label = gtk_label_new(text);
    gtk_label_set_xalign(GTK_LABEL(label), 0);
    gtk_label_set_ellipsize(GTK_LABEL(label), PANGO_ELLIPSIZE_END);
    gtk_widget_set_hexpand(label, column > 0);
    gtk_widget_add_css_class(label, head ? "dim-label" : "caption");
    if (head)
        gtk_widget_add_css_class(label, "caption");
    gtk_grid_attach(GTK_GRID(self->grid), label, column, row, 1, 1);
}

static void add_story(History *self, const SlLog *log, const SlMessageStory *story, int row) {
    g_autofree char *from = name_of(log, story->sender), *to = name_of(log, story->receiver);
    g_autofree char *waited = duration(log, story->waited_events, story->waited_time);
    bool there = story->received == UINT32_MAX;
    add_text(self, 0, row, story->value, FALSE);
    add_text(self, 1, row, story->sent == UINT32_MAX ? "before" : from, FALSE);
    add_text(self, 2, row, there ? "in the channel" : to, FALSE);
    add_text(self, 3, row, waited, FALSE);
}

static void fill(History *self, const SlLog *log, const SlChannelHistory *history) {
    static const char *const heads[] = {"Value", "Sent by", "Received by", "Waited"};
    clear(self->grid);
    while (gtk_flow_box_get_child_at_index(GTK_FLOW_BOX(self->cells), 0))
        gtk_flow_box_remove(GTK_FLOW_BOX(self->cells),
                            GTK_WIDGET(gtk_flow_box_get_child_at_index(GTK_FLOW_BOX(self->cells), 0)));
    for (int i = 0; i < 4; i++)
        add_text(self, i, 0, heads[i], TRUE);
    for (int i = 0; i < history->count; i++)
        add_story(self, log, &history->stories[i], history->count - i); // the latest first
    int first = MAX(0, history->count - CELLS);
    for (int i = first; i < history->count; i++)
        add_cell(self, history->stories[i].value,
                 history->stories[i].received == UINT32_MAX ? "in-channel" : "received",
                 history->stories[i].received == UINT32_MAX ? "waits in the channel" : "received");
    for (int i = 0; i < history->waiting_count && i < CELLS; i++)
        add_cell(self, history->waiting[i].value, "at-gate", "held out at the gate");
    GString *more = g_string_new("");
    if (history->left_out)
        g_string_append_printf(more, "%" G_GUINT64_FORMAT " earlier messages are not shown. ", history->left_out);
    if (history->pointers && history->count && history->stories[history->count - 1].receiver) {
        g_autofree char *owner = name_of(log, history->stories[history->count - 1].receiver);
        g_string_append_printf(more, "Pointers travel here: whoever received one last has it, now %s. ", owner);
    }
    if (history->closed != UINT32_MAX) {
        const SlEvent *close = &log->events.at[history->closed];
        g_autofree char *who = name_of(log, close->goroutine);
        g_string_append_printf(more, "Closed by %s at event %" G_GUINT64_FORMAT ".", who, close->number);
    }
    gtk_label_set_text(GTK_LABEL(self->more), more->str);
    gtk_widget_set_visible(self->more, more->len > 0);
    g_string_free(more, TRUE);
}

static void update(History *self) {
    const SlScene *scene = sl_session_scene(self->session);
    const SlLog *log = sl_session_log(self->session);
    int index = sl_scene_find(scene, sl_session_selected(self->session));
    bool channel = index >= 0 && scene->nodes[index].kind == SL_NODE_CHANNEL && sl_session_world(self->session);
    uint64_t id = channel ? scene->nodes[index].id : 0, event = sl_session_event(self->session);
    SlChannelHistory *history = id && log->events.count ? sl_channel_history_new(log, id, event, MOST) : NULL;
    bool shown = history && (history->count || history->waiting_count || history->closed != UINT32_MAX);
    gtk_widget_set_visible(self->box, shown);
    if (shown && (id != self->channel || event != self->event)) {
        SlText name = {0};
        sl_log_name_object(log, id, &name);
        g_autofree char *title = g_strdup_printf("History of %s", sl_text_cstr(&name));
        sl_text_free(&name);
        gtk_label_set_text(GTK_LABEL(self->title), title);
        fill(self, log, history);
    }
    self->channel = shown ? id : 0;
    self->event = event;
    sl_channel_history_free(history);
}

static void history_free(void *data) {
    History *self = data;
    g_signal_handlers_disconnect_by_data(self->session, self);
    g_object_unref(self->session);
    g_free(self);
}

GtkWidget *sl_history_view_new(SlSession *session) {
    History *self = g_new0(History, 1);
    self->session = g_object_ref(session);
    self->box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 6);
    self->title = gtk_label_new("");
    gtk_label_set_xalign(GTK_LABEL(self->title), 0);
    gtk_widget_add_css_class(self->title, "heading");
    self->cells = gtk_flow_box_new();
    gtk_flow_box_set_selection_mode(GTK_FLOW_BOX(self->cells), GTK_SELECTION_NONE);
    gtk_flow_box_set_max_children_per_line(GTK_FLOW_BOX(self->cells), CELLS);
    gtk_flow_box_set_min_children_per_line(GTK_FLOW_BOX(self->cells), 4);
    self->grid = gtk_grid_new();
    gtk_grid_set_column_spacing(GTK_GRID(self->grid), 10);
    gtk_grid_set_row_spacing(GTK_GRID(self->grid), 2);
    self->more = gtk_label_new("");
    gtk_label_set_xalign(GTK_LABEL(self->more), 0);
    gtk_label_set_wrap(GTK_LABEL(self->more), TRUE);
    gtk_widget_add_css_class(self->more, "dim-label");
    gtk_widget_add_css_class(self->more, "caption");
    gtk_box_append(GTK_BOX(self->box), self->title);
    gtk_box_append(GTK_BOX(self->box), self->cells);
    gtk_box_append(GTK_BOX(self->box), self->more);
    gtk_box_append(GTK_BOX(self->box), self->grid);
    gtk_widget_set_visible(self->box, FALSE);
    g_signal_connect_swapped(session, "scene", G_CALLBACK(update), self);
    g_signal_connect_swapped(session, "selection", G_CALLBACK(update), self);
    g_object_set_data_full(G_OBJECT(self->box), "history", self, history_free);
    return self->box;
}
