// SPDX-License-Identifier: MIT
// Inspector: a few lines on the selected node, made anew with each scene.
#include "ui/widgets/inspector.h"

#include <adwaita.h>

#include "ui/paint/paint.h"
#include "ui/widgets/history.h"

typedef struct {
    SlSession *session;
    GtkWidget *revealer, *badge, *name, *number, *status, *place, *waits;
    int state;
} Inspector;

static void draw_badge(GtkDrawingArea *area, cairo_t *cairo, int width, int height, void *data) {
    Inspector *inspector = data;
    (void)area;
    if (inspector->state >= 0)
        sl_paint_badge(cairo, (uint8_t)(inspector->state % 100), inspector->state >= 100, width / 2.0, height / 2.0, 10,
                       adw_style_manager_get_dark(adw_style_manager_get_default()));
}

static char *clock_text(gint64 nanoseconds) {
    if (nanoseconds < 1000000)
        return g_strdup_printf("%.0f µs", (double)nanoseconds / 1e3);
    if (nanoseconds < 1000000000)
        return g_strdup_printf("%.1f ms", (double)nanoseconds / 1e6);
    return g_strdup_printf("%.2f s", (double)nanoseconds / 1e9);
}

static const char *place_word(int place) {
    static const char *const words[] = {"", "first in line", "second in line", "third in line"};
    return place >= 0 && place <= 3 ? words[place] : "further back in line";
}

static const char *wait_verb(uint8_t kind) {
    static const char *const verbs[] = {
        [SL_WAITS_SEND] = "a receive on",       [SL_WAITS_RECEIVE] = "a send on", [SL_WAITS_LOCK] = "the lock",
        [SL_WAITS_READ_LOCK] = "the read lock", [SL_WAITS_GROUP] = "all of",      [SL_WAITS_COND] = "a signal of",
        [SL_WAITS_TIME] = "its time",           [SL_WAITS_INPUT] = "input",
    };
    return kind < G_N_ELEMENTS(verbs) ? verbs[kind] : "";
}

// Who has stood at the other end so far: those who could come again.
static void add_partners(GString *text, const SlWorld *world, const SlWorldGoroutine *g, const SlWorldWait *wait) {
    int named = 0;
    for (int i = 0; i < world->use_count && named < 4; i++) {
        const SlWorldUse *use = &world->uses[i];
        gboolean fits = wait->kind == SL_WAITS_SEND      ? use->receives > 0
                        : wait->kind == SL_WAITS_RECEIVE ? use->sends > 0
                                                         : FALSE;
        const SlWorldGoroutine *other = sl_world_goroutine(world, use->goroutine);
        if (use->object != wait->object || !fits || !other || other == g)
            continue;
        g_string_append_printf(text, "%s%s G%" G_GUINT64_FORMAT, named++ ? ", " : "\nThere so far: ", other->name,
                               other->id);
    }
}

static char *goroutine_waits(const SlWorld *world, const SlWorldGoroutine *g) {
    GString *text = g_string_new("");
    for (int i = 0; i < g->wait_count; i++) {
        const SlWorldWait *wait = &g->waits[i];
        const SlWorldObject *object = wait->object ? sl_world_object(world, wait->object) : NULL;
        const char *name = object                           ? object->name
                           : wait->kind <= SL_WAITS_RECEIVE ? "a nil channel, which never comes"
                                                            : "";
        g_string_append_printf(text, "%s%s %s", i ? "\nor " : "Waits for ", wait_verb(wait->kind), name);
        if (wait->value)
            g_string_append_printf(text, ", to hand over %s", wait->value);
        if (wait->place)
            g_string_append_printf(text, " (%s)", place_word(wait->place));
        if (object && object->owner) {
            const SlWorldGoroutine *owner = sl_world_goroutine(world, object->owner);
            g_string_append_printf(text, "\nHeld by %s G%" G_GUINT64_FORMAT, owner ? owner->name : "a goroutine",
                                   object->owner);
        }
        if (g->wait_count <= 3)
            add_partners(text, world, g, wait);
    }
    return g_string_free(text, FALSE);
}

static void add_queue(GString *text, const char *head, const SlWorldQueued *queue, int count, uint64_t all,
                      const SlWorld *world) {
    if (!all)
        return;
    g_string_append_printf(text, "%s%s", text->len ? "\n" : "", head);
    for (int i = 0; i < count && i < 8; i++) {
        const SlWorldGoroutine *g = sl_world_goroutine(world, queue[i].goroutine);
        g_string_append_printf(text, "%s %s G%" G_GUINT64_FORMAT, i ? "," : "", g ? g->name : "", queue[i].goroutine);
        if (queue[i].value)
            g_string_append_printf(text, " with %s", queue[i].value);
    }
    if (all > (uint64_t)MIN(count, 8))
        g_string_append_printf(text, " and %" G_GUINT64_FORMAT " more", all - (uint64_t)MIN(count, 8));
}

static char *object_words(const SlWorld *world, const SlWorldObject *object) {
    GString *text = g_string_new("");
    if (object->kind == SL_OBJECT_CHANNEL && object->length) {
        g_string_append(text, "Next out:");
        for (int i = 0; i < object->value_count; i++)
            g_string_append_printf(text, " %s", object->values[i]);
        if (object->length > (uint64_t)object->value_count)
            g_string_append_printf(text, " … %" G_GUINT64_FORMAT " in all", object->length);
    }
    bool channel = object->kind == SL_OBJECT_CHANNEL;
    add_queue(text, channel ? "Senders in line:" : "In line:", object->senders, object->sender_count,
              object->senders_all, world);
    add_queue(text, "Receivers in line:", object->receivers, object->receiver_count, object->receivers_all, world);
    if (channel)
        g_string_append_printf(text, "%s%" G_GUINT64_FORMAT " sent, %" G_GUINT64_FORMAT " received so far",
                               text->len ? "\n" : "", object->sent, object->received);
    return g_string_free(text, FALSE);
}

static void set_text(GtkWidget *label, const char *text) {
    gtk_label_set_label(GTK_LABEL(label), text ? text : "");
    gtk_widget_set_visible(label, text && *text);
}

static void update(Inspector *inspector) {
    const SlScene *scene = sl_session_scene(inspector->session);
    int index = sl_scene_find(scene, sl_session_selected(inspector->session));
    gtk_revealer_set_reveal_child(GTK_REVEALER(inspector->revealer), index >= 0);
    if (index < 0)
        return;
    const SlNode *node = &scene->nodes[index];
    const SlWorld *world = sl_session_world(inspector->session);
    const SlWorldGoroutine *g = world && node->kind == SL_NODE_PROCESS ? sl_world_goroutine(world, node->id) : NULL;
    const SlWorldObject *object = world && node->kind != SL_NODE_PROCESS ? sl_world_object(world, node->id) : NULL;
    g_autofree char *waits = g ? goroutine_waits(world, g) : object ? object_words(world, object) : NULL;
    int line, column;
    sl_session_line(inspector->session, node->pos, &line, &column);
    g_autofree char *since = g && g->since && world->time >= g->since ? clock_text(world->time - g->since) : NULL;
    g_autofree char *place = node->kind == SL_NODE_PROCESS && line && *node->line
                                 ? g_strdup_printf("line %d: %s", line, node->line)
                             : line ? g_strdup_printf("made in line %d", line)
                                    : NULL;
    g_autofree char *number = node->kind == SL_NODE_PROCESS && g
                                  ? g_strdup_printf(node->count > 1 ? "%s goroutines alike" : "goroutine %s",
                                                    node->number + (node->count > 1 ? 0 : 1))
                                  : g_strdup(node->number);
    g_autofree char *status =
        since && g->wait_count ? g_strdup_printf("%s for %s", node->status, since) : g_strdup(node->status);
    inspector->state = node->kind == SL_NODE_PROCESS && node->id ? node->state + (node->stuck ? 100 : 0) : -1;
    gtk_widget_set_visible(inspector->badge, inspector->state >= 0);
    gtk_widget_queue_draw(inspector->badge);
    set_text(inspector->name, node->title);
    set_text(inspector->number, number);
    set_text(inspector->status, *status ? status : node->type);
    set_text(inspector->place, place);
    set_text(inspector->waits, waits);
    (node->stuck ? gtk_widget_add_css_class : gtk_widget_remove_css_class)(inspector->waits, "bad");
}

static GtkWidget *label(GtkWidget *box, const char *class) {
    GtkWidget *made = gtk_label_new("");
    gtk_label_set_xalign(GTK_LABEL(made), 0);
    gtk_label_set_wrap(GTK_LABEL(made), TRUE);
    gtk_label_set_wrap_mode(GTK_LABEL(made), PANGO_WRAP_WORD_CHAR);
    gtk_label_set_selectable(GTK_LABEL(made), FALSE);
    if (class)
        gtk_widget_add_css_class(made, class);
    gtk_box_append(GTK_BOX(box), made);
    return made;
}

static void inspector_free(void *data) {
    Inspector *inspector = data;
    g_signal_handlers_disconnect_by_data(inspector->session, inspector);
    g_object_unref(inspector->session);
    g_free(inspector);
}

GtkWidget *sl_inspector_new(SlSession *session) {
    Inspector *inspector = g_new0(Inspector, 1);
    inspector->session = g_object_ref(session);
    inspector->revealer = gtk_revealer_new();
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 6), *head = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 10);
    gtk_widget_add_css_class(box, "inspector");
    gtk_widget_add_css_class(box, "side");
    inspector->badge = gtk_drawing_area_new();
    gtk_drawing_area_set_content_width(GTK_DRAWING_AREA(inspector->badge), 22);
    gtk_drawing_area_set_content_height(GTK_DRAWING_AREA(inspector->badge), 22);
    gtk_drawing_area_set_draw_func(GTK_DRAWING_AREA(inspector->badge), draw_badge, inspector, NULL);
    gtk_box_append(GTK_BOX(head), inspector->badge);
    inspector->name = label(head, "name");
    inspector->number = label(head, "dim-label");
    gtk_box_append(GTK_BOX(box), head);
    inspector->status = label(box, NULL);
    inspector->place = label(box, "monospace");
    inspector->waits = label(box, "waits");
    gtk_box_append(GTK_BOX(box), sl_history_view_new(session));
    gtk_revealer_set_child(GTK_REVEALER(inspector->revealer), box);
    g_signal_connect_swapped(session, "scene", G_CALLBACK(update), inspector);
    g_signal_connect_swapped(session, "selection", G_CALLBACK(update), inspector);
    g_object_set_data_full(G_OBJECT(inspector->revealer), "inspector", inspector, inspector_free);
    return inspector->revealer;
}
