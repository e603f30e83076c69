// SPDX-License-Identifier: MIT
// Problems: a short list under the source; hidden while there is nothing to say.
#include "ui/widgets/problems.h"

#include "ui/widgets/source-view.h"

typedef struct {
    SlSession *session;
    GtkWidget *revealer, *list;
} Problems;

static void on_activated(GtkListBox *list, GtkListBoxRow *row, void *data) {
    Problems *problems = data;
    (void)list;
    int count, index = gtk_list_box_row_get_index(row);
    const SlProblem *all = sl_session_problems(problems->session, &count);
    GtkWidget *source = g_object_get_data(G_OBJECT(problems->revealer), "source");
    if (index < count && source)
        sl_source_view_go(source, all[index].line, all[index].column);
}

static void update(Problems *problems) {
    enum { MOST = 20 };
    for (GtkWidget *child; (child = gtk_widget_get_first_child(problems->list));)
        gtk_list_box_remove(GTK_LIST_BOX(problems->list), child);
    int count;
    const SlProblem *all = sl_session_problems(problems->session, &count);
    for (int i = 0; i < count && i < MOST; i++) {
        g_autofree char *text = g_strdup_printf("%d:%d  %s", all[i].line, all[i].column, all[i].message);
        GtkWidget *label = gtk_label_new(text);
        gtk_label_set_xalign(GTK_LABEL(label), 0);
        gtk_label_set_wrap(GTK_LABEL(label), TRUE);
        gtk_label_set_wrap_mode(GTK_LABEL(label), PANGO_WRAP_WORD_CHAR);
        gtk_widget_set_margin_start(label, 12);
        gtk_widget_set_margin_end(label, 12);
        gtk_widget_set_margin_top(label, 4);
        gtk_widget_set_margin_bottom(label, 4);
        gtk_list_box_append(GTK_LIST_BOX(problems->list), label);
    }
    gtk_revealer_set_reveal_child(GTK_REVEALER(problems->revealer), count > 0);
}

static void problems_free(void *data) {
    Problems *problems = data;
    g_signal_handlers_disconnect_by_data(problems->session, problems);
    g_object_unref(problems->session);
    g_free(problems);
}

GtkWidget *sl_problems_new(SlSession *session) {
    Problems *problems = g_new0(Problems, 1);
    problems->session = g_object_ref(session);
    problems->revealer = gtk_revealer_new();
    gtk_revealer_set_transition_type(GTK_REVEALER(problems->revealer), GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
    GtkWidget *scroller = gtk_scrolled_window_new();
    gtk_scrolled_window_set_propagate_natural_height(GTK_SCROLLED_WINDOW(scroller), TRUE);
    gtk_scrolled_window_set_max_content_height(GTK_SCROLLED_WINDOW(scroller), 150);
    problems->list = gtk_list_box_new();
    gtk_widget_add_css_class(problems->list, "problems");
    gtk_accessible_update_property(GTK_ACCESSIBLE(problems->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                   "Errors in the program", -1);
    gtk_scrolled_window_set_child(GTK_SCROLLED_WINDOW(scroller), problems->list);
    gtk_revealer_set_child(GTK_REVEALER(problems->revealer), scroller);
    g_signal_connect(problems->list, "row-activated", G_CALLBACK(on_activated), problems);
    g_signal_connect_swapped(session, "document", G_CALLBACK(update), problems);
    g_object_set_data_full(G_OBJECT(problems->revealer), "problems", problems, problems_free);
    return problems->revealer;
}
