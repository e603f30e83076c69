// SPDX-License-Identifier: MIT
// Inspector: the selected goroutine or channel: where it stands, what it waits for, its stack and variables, or what
// lies in it and who waits. Structure stands in inspector.ui; values come with the session's inspection.
#include "ui/widgets/inspector.h"

#include <adwaita.h>

#include "ui/paint/paint.h"
#include "ui/scene/ending.h"
#include "ui/widgets/excerpt.h"
#include "ui/widgets/history.h"
#include "ui/widgets/stack-list.h"
#include "ui/widgets/value-list.h"

typedef struct {
    SlSession *session;
    GtkWidget *panel, *badge, *name, *number, *status, *excerpt, *waits_box, *waits, *waits_title, *contents_box,
        *stack, *frames, *locals, *globals, *watches, *watch_entry;
    GtkWidget *contents_list, *locals_list, *globals_list, *watches_list;
    int state;
    int edited;      // number of the watch that the entry holds, -1: a new one
    uint64_t key;    // of what was shown last
    char *last_name; // and its name: it may have ended since
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
        g_string_append_printf(text, "%s%s %s", i ? "\nor " : "", wait_verb(wait->kind), name);
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

// The proof of the finding that it is part of says it best.
static char *proof(Inspector *inspector, const SlWorldGoroutine *g) {
    const SlFindings *findings = sl_session_findings(inspector->session);
    for (int i = 0; findings && g->stuck && i < findings->count; i++) {
        const SlFinding *finding = &findings->at[i];
        for (int k = 0; k < finding->goroutine_count; k++) {
            if (finding->goroutines[k] != g->id)
                continue;
            GString *text = g_string_new("");
            for (int n = 0; n < finding->sentence_count; n++)
                g_string_append_printf(text, "%s%s", n ? "\n" : "", finding->sentences[n]);
            return g_string_free(text, FALSE);
        }
    }
    return NULL;
}

static char *ending(Inspector *inspector, uint64_t goroutine) {
    const SlWorld *world = sl_session_world(inspector->session);
    gsize length;
    SlPos from;
    const SlLog *log = sl_session_log(inspector->session);
    const char *text = sl_session_source(inspector->session, &length, &from);
    SlEnding how = sl_ending_of(goroutine, log->events.at, (uint32_t)log->events.count, world, text, length, from);
    return how.kind == SL_ENDING_NONE ? NULL : sl_ending_text(&how, world);
}

// The event at which it began to wait; 0: it does not, or that is not in the log.
static uint64_t waits_since(Inspector *inspector, const SlWorldGoroutine *g) {
    const SlWorld *world = sl_session_world(inspector->session);
    const SlLog *log = sl_session_log(inspector->session);
    for (uint32_t i = sl_log_after(log, world->event); g->wait_count && i-- > 0;)
        if (log->events.at[i].goroutine == g->id && !log->events.at[i].hidden)
            return log->events.at[i].number;
    return 0;
}

static char *number_text(Inspector *inspector, const SlNode *node, const SlWorldGoroutine *g) {
    if (!g)
        return g_strdup(node->number);
    if (node->count > 1)
        return g_strdup_printf("%u goroutines alike", node->count);
    uint64_t since = waits_since(inspector, g);
    return since ? g_strdup_printf("goroutine %" G_GUINT64_FORMAT " · since event %" G_GUINT64_FORMAT, g->id, since)
                 : g_strdup_printf("goroutine %" G_GUINT64_FORMAT, g->id);
}

// ---- values ----

static void set_section(GtkWidget *section, const char *title, int count) {
    g_autofree char *label = count ? g_strdup_printf("%s (%d)", title, count) : g_strdup(title);
    gtk_expander_set_label(GTK_EXPANDER(section), label);
}

static void update_values(Inspector *inspector) {
    const SlInspection *seen = sl_session_inspection(inspector->session);
    uint64_t key = sl_session_selected(inspector->session);
    gboolean process = seen && seen->goroutine && key == sl_key_goroutine(seen->goroutine);
    gboolean channel = seen && seen->object && key == sl_key_object(seen->object);
    gboolean alive = seen != NULL;
    gtk_widget_set_visible(inspector->stack, process);
    gtk_widget_set_visible(inspector->locals, process);
    gtk_widget_set_visible(inspector->globals, alive && seen->global_count > 0);
    gtk_widget_set_visible(inspector->watches, alive);
    gtk_widget_set_visible(inspector->contents_box, channel && seen->content_count > 0);
    if (!seen)
        return;
    if (process) {
        const SlInspectFrame *frame = seen->frame >= 0 ? &seen->frames[seen->frame] : NULL;
        sl_stack_list_set(GTK_LIST_BOX(inspector->frames), seen);
        set_section(inspector->stack, "Stack", (int)MIN(seen->frames_all, G_MAXINT));
        sl_value_list_set(inspector->locals_list, seen->locals, seen->local_count);
        const char *name = frame ? strrchr(frame->function, '/') : NULL;
        name = name ? name + 1 : frame ? frame->function : "";
        g_autofree char *title = g_strdup_printf("Locals of %s%s", g_str_has_prefix(name, "main.") ? name + 5 : name,
                                                 seen->local_count ? "" : ": none here");
        gtk_expander_set_label(GTK_EXPANDER(inspector->locals), title);
        if (frame) {
            const SlScene *scene = sl_session_scene(inspector->session);
            int index = sl_scene_find(scene, key);
            int line, column;
            sl_session_line(inspector->session, frame->pos, &line, &column);
            if (line)
                sl_excerpt_set(GTK_BOX(inspector->excerpt), inspector->session, frame->pos,
                               index >= 0 && scene->nodes[index].stuck);
        }
    }
    if (channel)
        sl_value_list_set(inspector->contents_list, seen->contents, seen->content_count);
    sl_value_list_set(inspector->globals_list, seen->globals, seen->global_count);
    set_section(inspector->globals, "Globals", seen->global_count);
    sl_value_list_set(inspector->watches_list, seen->watches, seen->watch_count);
    set_section(inspector->watches, "Watches", seen->watch_count);
}

static void on_edit(void *data, int watch) {
    Inspector *inspector = data;
    int count;
    const char *const *watches = sl_session_watches(inspector->session, &count);
    if (watch >= count)
        return;
    inspector->edited = watch;
    gtk_editable_set_text(GTK_EDITABLE(inspector->watch_entry), watches[watch]);
    gtk_widget_grab_focus(inspector->watch_entry);
}

static void on_entered(Inspector *inspector) {
    sl_session_set_watch(inspector->session, inspector->edited,
                         gtk_editable_get_text(GTK_EDITABLE(inspector->watch_entry)));
    inspector->edited = -1;
    gtk_editable_set_text(GTK_EDITABLE(inspector->watch_entry), "");
}

// ---- the rest ----

// What was selected is not in the picture any more: a goroutine that has ended.
static gboolean show_ended(Inspector *inspector) {
    uint64_t key = sl_session_selected(inspector->session);
    const SlWorld *world = sl_session_world(inspector->session);
    if (!world || key != inspector->key || !(key & sl_key_goroutine(0)))
        return FALSE;
    uint64_t id = key & ~sl_key_goroutine(0);
    g_autofree char *how = ending(inspector, id);
    g_autofree char *number = g_strdup_printf("goroutine %" G_GUINT64_FORMAT, id);
    inspector->state = SL_STATE_ENDED;
    gtk_widget_queue_draw(inspector->badge);
    set_text(inspector->name, inspector->last_name);
    set_text(inspector->number, number);
    set_text(inspector->status, how ? how : "is not there at this instant");
    gtk_widget_set_visible(inspector->excerpt, FALSE);
    gtk_widget_set_visible(inspector->waits_box, FALSE);
    return TRUE;
}

static void show_node(Inspector *inspector, const SlNode *node) {
    const SlWorld *world = sl_session_world(inspector->session);
    const SlWorldGoroutine *g = world && node->kind == SL_NODE_PROCESS ? sl_world_goroutine(world, node->id) : NULL;
    const SlWorldObject *object = world && node->kind != SL_NODE_PROCESS ? sl_world_object(world, node->id) : NULL;
    g_autofree char *proven = g ? proof(inspector, g) : NULL;
    g_autofree char *waits = proven ? g_strdup(proven) : g ? goroutine_waits(world, g) : NULL;
    g_autofree char *words = object ? object_words(world, object) : NULL;
    g_autofree char *since =
        g && g->since && world->time >= g->since + 1000 ? clock_text(world->time - g->since) : NULL;
    g_autofree char *number = number_text(inspector, node, g);
    g_autofree char *how = g && world->ended ? ending(inspector, g->id) : NULL;
    g_autofree char *status = how                      ? g_strdup(how)
                              : since && g->wait_count ? g_strdup_printf("%s for %s", node->status, since)
                                                       : g_strdup(node->status);
    inspector->state = node->kind == SL_NODE_PROCESS && node->id ? node->state + (node->stuck ? 100 : 0) : -1;
    gtk_widget_set_visible(inspector->badge, inspector->state >= 0);
    gtk_widget_queue_draw(inspector->badge);
    set_text(inspector->name, node->title);
    set_text(inspector->number, number);
    set_text(inspector->status, *status ? status : node->type);
    (node->stuck ? gtk_widget_add_css_class : gtk_widget_remove_css_class)(inspector->status, "stuck");
    sl_excerpt_set(GTK_BOX(inspector->excerpt), inspector->session, node->pos, node->stuck);
    gtk_label_set_label(GTK_LABEL(inspector->waits_title), g ? "Waits for" : "Queues");
    set_text(inspector->waits, g ? waits : words);
    gtk_widget_set_visible(inspector->waits_title, g && !how);
    gtk_widget_set_visible(inspector->waits_box, (g && waits && *waits && !how) || (words && *words));
    (node->stuck ? gtk_widget_add_css_class : gtk_widget_remove_css_class)(inspector->waits, "bad");
    inspector->key = node->key;
    g_free(inspector->last_name);
    inspector->last_name = g_strdup(node->title);
}

static void update(Inspector *inspector) {
    const SlScene *scene = sl_session_scene(inspector->session);
    int index = sl_scene_find(scene, sl_session_selected(inspector->session));
    gboolean shown = index >= 0;
    if (shown)
        show_node(inspector, &scene->nodes[index]);
    else
        shown = show_ended(inspector);
    gtk_widget_set_visible(inspector->panel, shown);
    if (shown)
        update_values(inspector);
}

static void inspector_free(void *data) {
    Inspector *inspector = data;
    g_signal_handlers_disconnect_by_data(inspector->session, inspector);
    g_object_unref(inspector->session);
    g_free(inspector->last_name);
    g_free(inspector);
}

static GtkWidget *list(Inspector *inspector, GtkBuilder *builder, const char *bin, const char *label,
                       gboolean editable) {
    GtkWidget *made = sl_value_list_new(inspector->session, label, editable ? on_edit : NULL, inspector);
    adw_bin_set_child(ADW_BIN(gtk_builder_get_object(builder, bin)), made);
    return made;
}

GtkWidget *sl_inspector_new(SlSession *session) {
    Inspector *inspector = g_new0(Inspector, 1);
    inspector->session = g_object_ref(session);
    inspector->edited = inspector->state = -1;
    g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource("/io/github/sluice/ui/inspector.ui");
#define TAKE(field, id) inspector->field = GTK_WIDGET(gtk_builder_get_object(builder, id))
    TAKE(panel, "inspector");
    TAKE(badge, "badge");
    TAKE(name, "name");
    TAKE(number, "number");
    TAKE(status, "status");
    TAKE(excerpt, "excerpt");
    TAKE(waits_box, "waits_box");
    TAKE(waits, "waits");
    TAKE(waits_title, "waits_title");
    TAKE(contents_box, "contents_box");
    TAKE(stack, "stack");
    TAKE(frames, "frames");
    TAKE(locals, "locals");
    TAKE(globals, "globals");
    TAKE(watches, "watches");
    TAKE(watch_entry, "watch_entry");
#undef TAKE
    gtk_drawing_area_set_draw_func(GTK_DRAWING_AREA(inspector->badge), draw_badge, inspector, NULL);
    inspector->contents_list = list(inspector, builder, "contents_bin", "Contents and queues", FALSE);
    inspector->locals_list = list(inspector, builder, "locals_bin", "Local variables", FALSE);
    inspector->globals_list = list(inspector, builder, "globals_bin", "Package-level variables", FALSE);
    inspector->watches_list = list(inspector, builder, "watches_bin", "Watches", TRUE);
    adw_bin_set_child(ADW_BIN(gtk_builder_get_object(builder, "history_bin")), sl_history_view_new(session));
    sl_excerpt_init(GTK_BOX(inspector->excerpt));
    sl_stack_list_init(GTK_LIST_BOX(inspector->frames), session);
    g_signal_connect_swapped(inspector->watch_entry, "activate", G_CALLBACK(on_entered), inspector);
    g_signal_connect_swapped(session, "scene", G_CALLBACK(update), inspector);
    g_signal_connect_swapped(session, "selection", G_CALLBACK(update), inspector);
    g_signal_connect_swapped(session, "inspection", G_CALLBACK(update), inspector);
    g_signal_connect_swapped(session, "findings", G_CALLBACK(update), inspector);
    g_object_set_data_full(G_OBJECT(inspector->panel), "inspector", inspector, inspector_free);
    gtk_widget_set_visible(inspector->panel, FALSE);
    GtkWidget *bin = adw_bin_new(); // the builder's references end here
    adw_bin_set_child(ADW_BIN(bin), inspector->panel);
    g_object_bind_property(inspector->panel, "visible", bin, "visible", G_BINDING_SYNC_CREATE);
    return bin;
}
