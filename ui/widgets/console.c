// SPDX-License-Identifier: MIT
// Console: follows the session's output; keeps to the end unless the reader has scrolled up.
#include "ui/widgets/console.h"

#include <glib/gi18n.h>

#include <string.h>

typedef struct {
    SlSession *session;
    GtkWidget *box, *view, *entry, *scroller;
    gsize shown;
    guint idle;
} Console;

static gboolean refresh(void *data) {
    Console *console = data;
    console->idle = 0;
    gsize length;
    const char *text = sl_session_output(console->session, &length);
    GtkTextBuffer *buffer = gtk_text_view_get_buffer(GTK_TEXT_VIEW(console->view));
    g_autofree char *valid = g_utf8_make_valid(text, (gssize)length);
    gtk_text_buffer_set_text(buffer, valid, -1);
    console->shown = length;
    GtkTextIter end;
    gtk_text_buffer_get_end_iter(buffer, &end);
    GtkTextMark *mark = gtk_text_buffer_create_mark(buffer, NULL, &end, FALSE);
    gtk_text_view_scroll_mark_onscreen(GTK_TEXT_VIEW(console->view), mark);
    gtk_text_buffer_delete_mark(buffer, mark);
    return G_SOURCE_REMOVE;
}

// Output may come a thousand times a second; the eye is served thirty times.
static void on_output(Console *console) {
    if (!console->idle)
        console->idle = g_timeout_add(33, refresh, console);
}

static void on_run(Console *console) {
    SlSessionState state = sl_session_state(console->session);
    gboolean alive = state != SL_SESSION_EDITING && state != SL_SESSION_ENDED;
    gtk_widget_set_sensitive(console->entry, alive);
    gtk_entry_set_placeholder_text(GTK_ENTRY(console->entry),
                                   state == SL_SESSION_INPUT
                                       ? _("The program waits for input: type a line, or Ctrl+D to end it")
                                       : _("Input for the program"));
}

static void on_activate(GtkEntry *entry, Console *console) {
    g_autofree char *line = g_strconcat(gtk_editable_get_text(GTK_EDITABLE(entry)), "\n", NULL);
    sl_session_input(console->session, line);
    gtk_editable_set_text(GTK_EDITABLE(entry), "");
}

static gboolean on_key(GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, void *data) {
    Console *console = data;
    (void)keys;
    (void)code;
    if (key != GDK_KEY_d || !(state & GDK_CONTROL_MASK))
        return FALSE;
    sl_session_input(console->session, NULL);
    return TRUE;
}

static void console_free(void *data) {
    Console *console = data;
    g_clear_handle_id(&console->idle, g_source_remove);
    g_signal_handlers_disconnect_by_data(console->session, console);
    g_object_unref(console->session);
    g_free(console);
}

GtkWidget *sl_console_new(SlSession *session) {
    Console *console = g_new0(Console, 1);
    console->session = g_object_ref(session);
    console->box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
    gtk_widget_add_css_class(console->box, "console");
    gtk_widget_add_css_class(console->box, "side");
    console->view = gtk_text_view_new();
    gtk_text_view_set_editable(GTK_TEXT_VIEW(console->view), FALSE);
    gtk_text_view_set_cursor_visible(GTK_TEXT_VIEW(console->view), FALSE);
    gtk_text_view_set_wrap_mode(GTK_TEXT_VIEW(console->view), GTK_WRAP_CHAR);
    gtk_accessible_update_property(GTK_ACCESSIBLE(console->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                   _("Output of the program"), -1);
    console->scroller = gtk_scrolled_window_new();
    gtk_scrolled_window_set_child(GTK_SCROLLED_WINDOW(console->scroller), console->view);
    gtk_widget_set_vexpand(console->scroller, TRUE);
    console->entry = gtk_entry_new();
    gtk_widget_set_margin_start(console->entry, 6);
    gtk_widget_set_margin_end(console->entry, 6);
    gtk_widget_set_margin_top(console->entry, 4);
    gtk_widget_set_margin_bottom(console->entry, 6);
    gtk_box_append(GTK_BOX(console->box), console->scroller);
    gtk_box_append(GTK_BOX(console->box), console->entry);
    GtkEventController *keys = gtk_event_controller_key_new();
    gtk_event_controller_set_propagation_phase(keys, GTK_PHASE_CAPTURE);
    g_signal_connect(keys, "key-pressed", G_CALLBACK(on_key), console);
    gtk_widget_add_controller(console->entry, keys);
    g_signal_connect(console->entry, "activate", G_CALLBACK(on_activate), console);
    g_signal_connect_swapped(session, "output", G_CALLBACK(on_output), console);
    g_signal_connect_swapped(session, "run", G_CALLBACK(on_run), console);
    g_object_set_data_full(G_OBJECT(console->box), "console", console, console_free);
    on_run(console);
    return console->box;
}
