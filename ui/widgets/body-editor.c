// SPDX-License-Identifier: MIT
// Windows in which a body is written. Every change is planned as it is typed, so that what is wrong stands there before
// it is applied.
#include "ui/widgets/body-editor.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <gtksourceview/gtksource.h>
#include <string.h>

enum { ASK_DELAY = 250 };

typedef struct {
    SlCanvas *canvas;
    SlSession *session;
    GtkWidget *window, *apply, *why, *name, *ports; // name and ports: of a new process
    GtkSourceBuffer *body;
    GtkWidget *port_list;
    guint64 key; // of the node whose body it is
    guint timer;
} Editor;

static char *text_of(GtkSourceBuffer *buffer) {
    GtkTextIter start, end;
    gtk_text_buffer_get_bounds(GTK_TEXT_BUFFER(buffer), &start, &end);
    return gtk_text_buffer_get_text(GTK_TEXT_BUFFER(buffer), &start, &end, TRUE);
}

// ---- the ports of a new process ----

static const char *const directions[] = {N_("receives from"), N_("sends on"), NULL};

static void ask_soon(Editor *editor);

static void remove_port(Editor *editor, GtkWidget *row) {
    gtk_box_remove(GTK_BOX(editor->port_list), row);
    ask_soon(editor);
}

static void on_remove(GtkButton *button, Editor *editor) {
    remove_port(editor, gtk_widget_get_parent(GTK_WIDGET(button)));
}

static void add_port(Editor *editor, const char *name, int direction, const char *type) {
    const char *const words[] = {_(directions[0]), _(directions[1]), NULL};
    GtkWidget *row = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 6), *entry = gtk_entry_new(), *element = gtk_entry_new(),
              *drop = gtk_drop_down_new_from_strings(words),
              *remove = gtk_button_new_from_icon_name("list-remove-symbolic");
    gtk_editable_set_text(GTK_EDITABLE(entry), name);
    gtk_editable_set_text(GTK_EDITABLE(element), type);
    gtk_editable_set_width_chars(GTK_EDITABLE(entry), 10);
    gtk_editable_set_width_chars(GTK_EDITABLE(element), 10);
    gtk_drop_down_set_selected(GTK_DROP_DOWN(drop), (guint)direction);
    gtk_widget_set_hexpand(element, TRUE);
    gtk_widget_set_tooltip_text(entry, _("Name of the port"));
    gtk_widget_set_tooltip_text(element, _("What the channel carries, as Go writes it"));
    gtk_widget_set_tooltip_text(remove, _("Remove this port"));
    gtk_box_append(GTK_BOX(row), entry);
    gtk_box_append(GTK_BOX(row), drop);
    gtk_box_append(GTK_BOX(row), element);
    gtk_box_append(GTK_BOX(row), remove);
    gtk_box_append(GTK_BOX(editor->port_list), row);
    g_signal_connect(remove, "clicked", G_CALLBACK(on_remove), editor);
    g_signal_connect_swapped(entry, "changed", G_CALLBACK(ask_soon), editor);
    g_signal_connect_swapped(element, "changed", G_CALLBACK(ask_soon), editor);
    g_signal_connect_swapped(drop, "notify::selected", G_CALLBACK(ask_soon), editor);
}

static void on_add_port(Editor *editor) {
    add_port(editor, "in", 0, "int");
    ask_soon(editor);
}

// "in <-chan int, out chan<- int"
static char *ports_of(Editor *editor) {
    GString *ports = g_string_new("");
    for (GtkWidget *row = gtk_widget_get_first_child(editor->port_list); row; row = gtk_widget_get_next_sibling(row)) {
        GtkWidget *entry = gtk_widget_get_first_child(row), *drop = gtk_widget_get_next_sibling(entry),
                  *element = gtk_widget_get_next_sibling(drop);
        g_string_append_printf(ports, "%s%s %s %s", ports->len ? ", " : "", gtk_editable_get_text(GTK_EDITABLE(entry)),
                               gtk_drop_down_get_selected(GTK_DROP_DOWN(drop)) ? "chan<-" : "<-chan",
                               gtk_editable_get_text(GTK_EDITABLE(element)));
    }
    return g_string_free(ports, FALSE);
}

// ---- planning and applying ----

typedef struct {
    SlEditOp op;
    char *name, *ports, *text;
} Wanted;

static Wanted wanted_of(Editor *editor) {
    Wanted wanted = {SL_EDIT_OP(editor->name ? SL_EDIT_NEW : SL_EDIT_BODY), NULL, NULL, text_of(editor->body)};
    wanted.op.text = *g_strstrip(g_strdup(wanted.text)) || !editor->name ? wanted.text : NULL;
    if (editor->name) {
        wanted.name = g_strstrip(g_strdup(gtk_editable_get_text(GTK_EDITABLE(editor->name))));
        wanted.ports = ports_of(editor);
        wanted.op.name = wanted.name;
        wanted.op.ports = wanted.ports;
        sl_canvas_free_spot(editor->canvas, &wanted.op.x, &wanted.op.y);
        wanted.op.placed = true;
    } else {
        wanted.op.node = sl_session_wire(editor->session, editor->key);
    }
    return wanted;
}

static void wanted_clear(Wanted *wanted) {
    g_free(wanted->name);
    g_free(wanted->ports);
    g_free(wanted->text);
}

static gboolean ask(void *data) {
    Editor *editor = data;
    editor->timer = 0;
    Wanted wanted = wanted_of(editor);
    g_autofree char *why =
        wanted.name && !*wanted.name ? g_strdup(_("It needs a name")) : sl_session_why_not(editor->session, &wanted.op);
    gtk_label_set_label(GTK_LABEL(editor->why), why ? why : "");
    gtk_widget_set_sensitive(editor->apply, !why);
    wanted_clear(&wanted);
    return G_SOURCE_REMOVE;
}

static void ask_soon(Editor *editor) {
    g_clear_handle_id(&editor->timer, g_source_remove);
    editor->timer = g_timeout_add(ASK_DELAY, ask, editor);
}

static void apply(Editor *editor) {
    Wanted wanted = wanted_of(editor);
    bool done = sl_session_apply(editor->session, &wanted.op, editor->name ? "new process" : "edit the body");
    wanted_clear(&wanted);
    if (done)
        gtk_window_destroy(GTK_WINDOW(editor->window));
    else
        gtk_label_set_label(GTK_LABEL(editor->why), sl_session_refusal(editor->session));
}

static gboolean on_key(GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, Editor *editor) {
    (void)keys;
    (void)code;
    if (key == GDK_KEY_Escape) {
        gtk_window_destroy(GTK_WINDOW(editor->window));
        return TRUE;
    }
    if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || !(state & GDK_CONTROL_MASK))
        return FALSE;
    apply(editor);
    return TRUE;
}

// ---- the windows ----

static void editor_free(void *data) {
    Editor *editor = data;
    g_clear_handle_id(&editor->timer, g_source_remove);
    g_object_unref(editor->body);
    g_free(editor);
}

static GtkWidget *source_new(Editor *editor, const char *text) {
    GtkSourceLanguage *go = gtk_source_language_manager_get_language(gtk_source_language_manager_get_default(), "go");
    editor->body = go ? gtk_source_buffer_new_with_language(go) : gtk_source_buffer_new(NULL);
    gboolean dark = adw_style_manager_get_dark(adw_style_manager_get_default());
    gtk_source_buffer_set_style_scheme(
        editor->body, gtk_source_style_scheme_manager_get_scheme(gtk_source_style_scheme_manager_get_default(),
                                                                 dark ? "Adwaita-dark" : "Adwaita"));
    gtk_text_buffer_set_text(GTK_TEXT_BUFFER(editor->body), text, -1);
    GtkWidget *view = gtk_source_view_new_with_buffer(editor->body), *scroller = gtk_scrolled_window_new();
    gtk_source_view_set_auto_indent(GTK_SOURCE_VIEW(view), TRUE);
    gtk_source_view_set_tab_width(GTK_SOURCE_VIEW(view), 4);
    gtk_text_view_set_monospace(GTK_TEXT_VIEW(view), TRUE);
    gtk_text_view_set_left_margin(GTK_TEXT_VIEW(view), 8);
    gtk_text_view_set_top_margin(GTK_TEXT_VIEW(view), 6);
    gtk_scrolled_window_set_child(GTK_SCROLLED_WINDOW(scroller), view);
    gtk_widget_set_vexpand(scroller, TRUE);
    gtk_widget_add_css_class(scroller, "card");
    g_signal_connect_swapped(editor->body, "changed", G_CALLBACK(ask_soon), editor);
    return scroller;
}

static Editor *editor_new(GtkWindow *parent, SlSession *session, const char *title, GtkWidget **content) {
    Editor *editor = g_new0(Editor, 1);
    editor->session = session;
    editor->window = adw_window_new();
    GtkWidget *header = adw_header_bar_new(), *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0),
              *cancel = gtk_button_new_with_mnemonic(_("_Cancel"));
    *content = gtk_box_new(GTK_ORIENTATION_VERTICAL, 8);
    editor->apply = gtk_button_new_with_mnemonic(_("_Apply"));
    editor->why = gtk_label_new("");
    gtk_widget_add_css_class(editor->apply, "suggested-action");
    gtk_widget_set_tooltip_text(editor->apply, "Ctrl+Enter");
    adw_header_bar_set_show_end_title_buttons(ADW_HEADER_BAR(header), FALSE);
    adw_header_bar_pack_start(ADW_HEADER_BAR(header), cancel);
    adw_header_bar_pack_end(ADW_HEADER_BAR(header), editor->apply);
    gtk_label_set_wrap(GTK_LABEL(editor->why), TRUE);
    gtk_label_set_xalign(GTK_LABEL(editor->why), 0);
    gtk_widget_add_css_class(editor->why, "error");
    gtk_widget_set_margin_start(*content, 14);
    gtk_widget_set_margin_end(*content, 14);
    gtk_widget_set_margin_top(*content, 10);
    gtk_widget_set_margin_bottom(*content, 14);
    gtk_box_append(GTK_BOX(box), header);
    gtk_box_append(GTK_BOX(box), *content);
    adw_window_set_content(ADW_WINDOW(editor->window), box);
    gtk_window_set_title(GTK_WINDOW(editor->window), title);
    gtk_window_set_transient_for(GTK_WINDOW(editor->window), parent);
    gtk_window_set_modal(GTK_WINDOW(editor->window), TRUE);
    gtk_window_set_default_size(GTK_WINDOW(editor->window), 620, 480);
    g_signal_connect_swapped(cancel, "clicked", G_CALLBACK(gtk_window_destroy), editor->window);
    g_signal_connect_swapped(editor->apply, "clicked", G_CALLBACK(apply), editor);
    GtkEventController *keys = gtk_event_controller_key_new();
    gtk_event_controller_set_propagation_phase(keys, GTK_PHASE_CAPTURE);
    g_signal_connect(keys, "key-pressed", G_CALLBACK(on_key), editor);
    gtk_widget_add_controller(editor->window, keys);
    g_object_set_data_full(G_OBJECT(editor->window), "editor", editor, editor_free);
    return editor;
}

void sl_body_editor(GtkWindow *parent, SlSession *session) {
    guint64 key = sl_session_selected(session);
    g_autofree char *body = sl_session_body(session, key), *title = NULL;
    int index = sl_scene_find(sl_session_scene(session), key);
    if (!body || index < 0 || sl_session_cannot_edit(session))
        return;
    title = g_strdup_printf(_("Body of %s"), sl_session_scene(session)->nodes[index].title);
    GtkWidget *content;
    Editor *editor = editor_new(parent, session, title, &content);
    editor->key = key;
    GtkWidget *source = source_new(editor, body);
    gtk_box_append(GTK_BOX(content), source);
    gtk_box_append(GTK_BOX(content), editor->why);
    gtk_window_present(GTK_WINDOW(editor->window));
    gtk_widget_grab_focus(gtk_scrolled_window_get_child(GTK_SCROLLED_WINDOW(source)));
}

void sl_new_process(GtkWindow *parent, SlCanvas *canvas, SlSession *session) {
    if (sl_session_cannot_edit(session))
        return;
    GtkWidget *content, *add = gtk_button_new_with_mnemonic(_("Add a _Port"));
    Editor *editor = editor_new(parent, session, _("New process"), &content);
    editor->canvas = canvas;
    editor->name = gtk_entry_new();
    editor->port_list = gtk_box_new(GTK_ORIENTATION_VERTICAL, 6);
    g_object_set(editor->name, "placeholder-text", _("Name, as Go writes it: square"), NULL);
    gtk_button_set_label(GTK_BUTTON(editor->apply), _("Add"));
    GtkWidget *source = source_new(editor, "");
    GtkWidget *hint = gtk_label_new(_("Body; left empty it passes on what comes in"));
    gtk_label_set_xalign(GTK_LABEL(hint), 0);
    gtk_widget_add_css_class(hint, "dim-label");
    gtk_widget_set_halign(add, GTK_ALIGN_START);
    gtk_box_append(GTK_BOX(content), editor->name);
    gtk_box_append(GTK_BOX(content), editor->port_list);
    gtk_box_append(GTK_BOX(content), add);
    gtk_box_append(GTK_BOX(content), hint);
    gtk_box_append(GTK_BOX(content), source);
    gtk_box_append(GTK_BOX(content), editor->why);
    add_port(editor, "in", 0, "int");
    add_port(editor, "out", 1, "int");
    g_signal_connect_swapped(add, "clicked", G_CALLBACK(on_add_port), editor);
    g_signal_connect_swapped(editor->name, "changed", G_CALLBACK(ask_soon), editor);
    g_signal_connect_swapped(editor->name, "activate", G_CALLBACK(apply), editor);
    gtk_widget_set_sensitive(editor->apply, FALSE);
    gtk_window_present(GTK_WINDOW(editor->window));
    gtk_widget_grab_focus(editor->name);
}
