// SPDX-License-Identifier: MIT
// Source view: GtkSourceView bound to the session's text, both ways.
#include "ui/widgets/source-view.h"

#include <adwaita.h>
#include <gtksourceview/gtksource.h>

#include "ui/widgets/gutter-places.h"
#include "ui/widgets/gutter.h"

#include "ui/difference.h"

typedef struct {
    SlSession *session;
    GtkWidget *scroller, *view;
    GtkSourceBuffer *buffer;
    gboolean setting;
    guint again; // timer
} Source;

static const char *const stands = "stands", *const wrong = "wrong";

static void on_changed(Source *source) {
    if (source->setting)
        return;
    GtkTextIter start, end;
    gtk_text_buffer_get_bounds(GTK_TEXT_BUFFER(source->buffer), &start, &end);
    g_autofree char *text = gtk_text_buffer_get_text(GTK_TEXT_BUFFER(source->buffer), &start, &end, TRUE);
    sl_session_edit(source->session, text);
}

static void iter_at(GtkTextBuffer *buffer, const char *text, gsize offset, GtkTextIter *iter) {
    gtk_text_buffer_get_iter_at_offset(buffer, iter, (int)g_utf8_strlen(text, (gssize)offset));
}

// Only what differs is replaced, so that the cursor and what is in view stay; undone text is brought into view.
static void on_text(Source *source) {
    GtkTextBuffer *buffer = GTK_TEXT_BUFFER(source->buffer);
    GtkTextIter start, end;
    gtk_text_buffer_get_bounds(buffer, &start, &end);
    g_autofree char *before = gtk_text_buffer_get_text(buffer, &start, &end, TRUE);
    const char *after = sl_session_text(source->session);
    g_autoptr(GArray) changes = sl_difference(before, after);
    gboolean another = sl_session_is_fresh(source->session);
    source->setting = TRUE;
    for (guint i = 0; i < changes->len; i++) {
        const SlReplacement *r = &g_array_index(changes, SlReplacement, i);
        iter_at(buffer, before, r->from, &start);
        iter_at(buffer, before, r->to, &end);
        gtk_text_buffer_delete(buffer, &start, &end);
        gtk_text_buffer_insert(buffer, &start, after + r->at, (int)(r->end - r->at));
        if (i + 1 == changes->len)
            gtk_text_buffer_place_cursor(buffer, &start);
    }
    if (another) {
        gtk_text_buffer_get_start_iter(buffer, &start);
        gtk_text_buffer_place_cursor(buffer, &start);
    }
    if (changes->len)
        gtk_text_view_scroll_to_mark(GTK_TEXT_VIEW(source->view), gtk_text_buffer_get_insert(buffer), 0.1, FALSE, 0, 0);
    source->setting = FALSE;
}

// The word at a place, or the rest of its line.
static void word_at(GtkTextBuffer *buffer, int line, int column, GtkTextIter *start, GtkTextIter *end) {
    if (!gtk_text_buffer_get_iter_at_line_index(buffer, start, line - 1, MAX(column - 1, 0)))
        gtk_text_buffer_get_iter_at_line(buffer, start, line - 1);
    *end = *start;
    if (!gtk_text_iter_ends_line(end) && !gtk_text_iter_forward_word_end(end))
        gtk_text_iter_forward_to_line_end(end);
    if (gtk_text_iter_get_line(end) != gtk_text_iter_get_line(start)) {
        *end = *start;
        gtk_text_iter_forward_to_line_end(end);
    }
    if (gtk_text_iter_equal(start, end))
        gtk_text_iter_backward_char(start);
}

static void on_document(Source *source) {
    GtkTextBuffer *buffer = GTK_TEXT_BUFFER(source->buffer);
    GtkTextIter start, end;
    gtk_text_buffer_get_bounds(buffer, &start, &end);
    gtk_text_buffer_remove_tag_by_name(buffer, wrong, &start, &end);
    int count;
    const SlProblem *problems = sl_session_problems(source->session, &count);
    for (int i = 0; i < count; i++) {
        word_at(buffer, problems[i].line, problems[i].column, &start, &end);
        gtk_text_buffer_apply_tag_by_name(buffer, wrong, &start, &end);
    }
}

// Where the selection stands; without one, where main does.
static void on_place(Source *source) {
    GtkTextBuffer *buffer = GTK_TEXT_BUFFER(source->buffer);
    GtkTextIter start, end;
    gtk_text_buffer_get_bounds(buffer, &start, &end);
    gtk_text_buffer_remove_tag_by_name(buffer, stands, &start, &end);
    const SlScene *scene = sl_session_scene(source->session);
    int index = sl_scene_find(scene, sl_session_selected(source->session));
    if (index < 0)
        return;
    int line, column;
    sl_session_line(source->session, scene->nodes[index].pos, &line, &column);
    if (!line)
        return;
    gtk_text_buffer_get_iter_at_line(buffer, &start, line - 1);
    end = start;
    gtk_text_iter_forward_line(&end);
    gtk_text_buffer_apply_tag_by_name(buffer, stands, &start, &end);
    GtkTextMark *mark = gtk_text_buffer_create_mark(buffer, NULL, &start, TRUE);
    gtk_text_view_scroll_to_mark(GTK_TEXT_VIEW(source->view), mark, 0.2, FALSE, 0, 0);
    gtk_text_buffer_delete_mark(buffer, mark);
}

// The line of the place, when it is out of sight.
static gboolean place_again(void *data) {
    Source *source = data;
    source->again = 0;
    const SlScene *scene = sl_session_scene(source->session);
    int index = sl_scene_find(scene, sl_session_selected(source->session)), line = 0, column, y, height;
    if (index >= 0)
        sl_session_line(source->session, scene->nodes[index].pos, &line, &column);
    if (!line)
        return G_SOURCE_REMOVE;
    GtkTextIter start;
    GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment(GTK_SCROLLABLE(source->view));
    double top = gtk_adjustment_get_value(adjustment), seen = gtk_widget_get_height(source->view);
    gtk_text_buffer_get_iter_at_line(GTK_TEXT_BUFFER(source->buffer), &start, line - 1);
    gtk_text_view_get_line_yrange(GTK_TEXT_VIEW(source->view), &start, &y, &height);
    gtk_adjustment_set_page_size(adjustment, seen); // a text view that has become smaller still says the old one
    if (y < top || y + height > top + seen)
        gtk_adjustment_set_value(adjustment, MAX(0, y - 0.4 * seen));
    return G_SOURCE_REMOVE;
}

// The inspector that appears with a selection takes its room: what was in view may not be any more.
static void on_selection(Source *source) {
    g_clear_handle_id(&source->again, g_source_remove);
    source->again = g_timeout_add(400, place_again, source); // once it has come to rest
}

static void on_dark(Source *source) {
    gboolean dark = adw_style_manager_get_dark(adw_style_manager_get_default());
    GtkSourceStyleSchemeManager *manager = gtk_source_style_scheme_manager_get_default();
    gtk_source_buffer_set_style_scheme(
        source->buffer, gtk_source_style_scheme_manager_get_scheme(manager, dark ? "Adwaita-dark" : "Adwaita"));
    GtkTextTagTable *tags = gtk_text_buffer_get_tag_table(GTK_TEXT_BUFFER(source->buffer));
    g_object_set(gtk_text_tag_table_lookup(tags, stands), "paragraph-background", dark ? "#2d4569" : "#d7e6fa", NULL);
}

static gboolean is_name(char c) {
    return g_ascii_isalnum(c) || c == '_' || (unsigned char)c >= 0x80;
}

// The name at a place with what it is selected from: b in a.b.c is a.b. Null: there is none.
static char *name_at(const char *text, gsize length, gsize at, gsize *first) {
    gsize start = at, end = at;
    while (end < length && is_name(text[end]))
        end++;
    while (start > 0 && (is_name(text[start - 1]) || (text[start - 1] == '.' && start > 1 && is_name(text[start - 2]))))
        start--;
    *first = start;
    return end == at || g_ascii_isdigit(text[start]) ? NULL : g_strndup(text + start, end - start);
}

// The value of the variable under the pointer, once it is known; till then it is asked for.
static gboolean show_value(Source *source, const GtkTextIter *at, GtkTooltip *tooltip) {
    GtkTextIter start, end;
    gsize length, first = 0;
    SlPos from;
    gtk_text_buffer_get_bounds(GTK_TEXT_BUFFER(source->buffer), &start, &end);
    g_autofree char *shown = gtk_text_buffer_get_text(GTK_TEXT_BUFFER(source->buffer), &start, &end, TRUE);
    g_autofree char *before = gtk_text_buffer_get_text(GTK_TEXT_BUFFER(source->buffer), &start, at, TRUE);
    const char *text = sl_session_source(source->session, &length, &from);
    if (strlen(shown) != length || memcmp(shown, text, length)) // edited since: places do not agree
        return FALSE;
    g_autofree char *name = name_at(text, length, strlen(before), &first);
    sl_session_hover(source->session, name, from + (SlPos)first);
    const SlInspectNode *node = name ? sl_session_hovered(source->session) : NULL;
    if (!node)
        return FALSE;
    g_autofree char *line = g_strdup_printf("%s  %s\n%s", node->name, node->type, node->value);
    gtk_tooltip_set_text(tooltip, line);
    return TRUE;
}

static gboolean on_query_tooltip(GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, void *data) {
    Source *source = data;
    (void)keyboard;
    GtkTextIter at;
    int bx, by, count;
    gtk_text_view_window_to_buffer_coords(GTK_TEXT_VIEW(widget), GTK_TEXT_WINDOW_WIDGET, x, y, &bx, &by);
    gtk_text_view_get_iter_at_location(GTK_TEXT_VIEW(widget), &at, bx, by);
    const SlProblem *problems = sl_session_problems(source->session, &count);
    for (int i = 0; i < count; i++)
        if (problems[i].line == gtk_text_iter_get_line(&at) + 1) {
            gtk_tooltip_set_text(tooltip, problems[i].message);
            return TRUE;
        }
    return show_value(source, &at, tooltip);
}

int sl_source_view_line(GtkWidget *widget) {
    Source *source = g_object_get_data(G_OBJECT(widget), "source-view");
    GtkTextBuffer *buffer = GTK_TEXT_BUFFER(source->buffer);
    GtkTextIter at;
    gtk_text_buffer_get_iter_at_mark(buffer, &at, gtk_text_buffer_get_insert(buffer));
    return gtk_text_iter_get_line(&at) + 1;
}

void sl_source_view_go(GtkWidget *widget, int line, int column) {
    Source *source = g_object_get_data(G_OBJECT(widget), "source-view");
    GtkTextIter at;
    if (!gtk_text_buffer_get_iter_at_line_index(GTK_TEXT_BUFFER(source->buffer), &at, line - 1, MAX(column - 1, 0)))
        gtk_text_buffer_get_iter_at_line(GTK_TEXT_BUFFER(source->buffer), &at, line - 1);
    gtk_text_buffer_place_cursor(GTK_TEXT_BUFFER(source->buffer), &at);
    gtk_text_view_scroll_to_mark(GTK_TEXT_VIEW(source->view),
                                 gtk_text_buffer_get_insert(GTK_TEXT_BUFFER(source->buffer)), 0.2, FALSE, 0, 0);
    gtk_widget_grab_focus(source->view);
}

static void source_free(void *data) {
    Source *source = data;
    g_clear_handle_id(&source->again, g_source_remove);
    g_signal_handlers_disconnect_by_data(source->session, source);
    g_signal_handlers_disconnect_by_data(adw_style_manager_get_default(), source);
    g_object_unref(source->session);
    g_object_unref(source->buffer);
    g_free(source);
}

GtkWidget *sl_source_view_new(SlSession *session) {
    Source *source = g_new0(Source, 1);
    source->session = g_object_ref(session);
    GtkSourceLanguage *go = gtk_source_language_manager_get_language(gtk_source_language_manager_get_default(), "go");
    source->buffer = go ? gtk_source_buffer_new_with_language(go) : gtk_source_buffer_new(NULL);
    GtkTextBuffer *buffer = GTK_TEXT_BUFFER(source->buffer);
    gtk_text_buffer_set_enable_undo(buffer, FALSE); // the session's undo is for text and drawing
    gtk_source_buffer_set_highlight_matching_brackets(source->buffer, TRUE);
    gtk_text_buffer_create_tag(buffer, stands, NULL);
    gtk_text_buffer_create_tag(buffer, wrong, "underline", PANGO_UNDERLINE_ERROR, NULL);
    source->view = gtk_source_view_new_with_buffer(source->buffer);
    GtkSourceView *view = GTK_SOURCE_VIEW(source->view);
    gtk_source_view_set_show_line_numbers(view, TRUE);
    gtk_source_view_set_tab_width(view, 4);
    gtk_source_view_set_auto_indent(view, TRUE);
    gtk_source_view_set_insert_spaces_instead_of_tabs(view, FALSE);
    gtk_text_view_set_monospace(GTK_TEXT_VIEW(view), TRUE);
    gtk_text_view_set_left_margin(GTK_TEXT_VIEW(view), 8);
    gtk_text_view_set_top_margin(GTK_TEXT_VIEW(view), 6);
    gtk_text_view_set_bottom_margin(GTK_TEXT_VIEW(view), 40);
    gtk_widget_add_css_class(source->view, "source");
    gtk_widget_set_has_tooltip(source->view, TRUE);
    gtk_accessible_update_property(GTK_ACCESSIBLE(view), GTK_ACCESSIBLE_PROPERTY_LABEL, "Source of the program", -1);
    g_signal_connect(source->view, "query-tooltip", G_CALLBACK(on_query_tooltip), source);
    source->scroller = gtk_scrolled_window_new();
    gtk_scrolled_window_set_child(GTK_SCROLLED_WINDOW(source->scroller), source->view);
    gtk_widget_add_css_class(source->scroller, "side");
    gtk_widget_set_vexpand(source->scroller, TRUE);
    g_signal_connect_swapped(source->buffer, "changed", G_CALLBACK(on_changed), source);
    g_signal_connect_swapped(session, "text", G_CALLBACK(on_text), source);
    g_signal_connect_swapped(session, "document", G_CALLBACK(on_document), source);
    g_signal_connect_swapped(session, "scene", G_CALLBACK(on_place), source);
    g_signal_connect_swapped(session, "selection", G_CALLBACK(on_selection), source);
    g_signal_connect_object(session, "inspection", G_CALLBACK(gtk_widget_trigger_tooltip_query), source->view,
                            G_CONNECT_SWAPPED);
    g_signal_connect_swapped(adw_style_manager_get_default(), "notify::dark", G_CALLBACK(on_dark), source);
    on_dark(source);
    sl_gutter_add(view, session);
    sl_gutter_places_add(view, session);
    g_object_set_data_full(G_OBJECT(source->scroller), "source-view", source, source_free);
    on_text(source);
    return source->scroller;
}
