// SPDX-License-Identifier: MIT
// Findings: a panel above the source. Each verdict is a row; the open one shows its sentences, the moment from which on
// nobody could help (a click goes there), and the ways out. The panel is closed until "Why?" asks for it, and by itself
// when there is nothing to tell any more.
#include "ui/widgets/findings.h"

typedef struct {
    SlSession *session;
    GtkWidget *revealer, *list;
} Panel;

static GtkWidget *text_label(const char *text, const char *css) {
    GtkWidget *label = gtk_label_new(text);
    gtk_label_set_xalign(GTK_LABEL(label), 0);
    gtk_label_set_wrap(GTK_LABEL(label), TRUE);
    gtk_label_set_wrap_mode(GTK_LABEL(label), PANGO_WRAP_WORD_CHAR);
    gtk_label_set_selectable(GTK_LABEL(label), css == NULL);
    if (css)
        gtk_widget_add_css_class(label, css);
    return label;
}

static void on_moment(GtkButton *button, Panel *panel) {
    guint64 *event = g_object_get_data(G_OBJECT(button), "event");
    sl_session_go(panel->session, *event);
}

static void add_moment(Panel *panel, GtkWidget *box, const SlFinding *finding) {
    gtk_box_append(GTK_BOX(box), text_label("Since when", "heading"));
    if (!finding->event || !sl_session_controlled(panel->session)) {
        gtk_box_append(GTK_BOX(box), text_label(finding->moment, NULL));
        return;
    }
    GtkWidget *button = gtk_button_new();
    gtk_button_set_child(GTK_BUTTON(button), text_label(finding->moment, "moment"));
    gtk_widget_add_css_class(button, "flat");
    gtk_widget_set_tooltip_text(button, "Go to this moment");
    g_object_set_data_full(G_OBJECT(button), "event", g_memdup2(&finding->event, sizeof finding->event), g_free);
    g_signal_connect(button, "clicked", G_CALLBACK(on_moment), panel);
    gtk_widget_set_sensitive(button, sl_session_can_go(panel->session));
    gtk_box_append(GTK_BOX(box), button);
}

static GtkWidget *proof(Panel *panel, const SlFinding *finding) {
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 5);
    gtk_widget_add_css_class(box, "proof");
    for (int i = 0; i < finding->sentence_count; i++)
        gtk_box_append(GTK_BOX(box), text_label(finding->sentences[i], NULL));
    if (finding->moment)
        add_moment(panel, box, finding);
    if (finding->way_count)
        gtk_box_append(GTK_BOX(box), text_label("A way out", "heading"));
    for (int i = 0; i < finding->way_count; i++) {
        g_autofree char *text = g_strdup_printf("• %s%s", i ? "or " : "", finding->ways[i]);
        gtk_box_append(GTK_BOX(box), text_label(text, NULL));
    }
    return box;
}

static GtkWidget *row(Panel *panel, const SlFinding *finding, gboolean open) {
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 4), *head = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 8);
    gtk_box_append(GTK_BOX(head), gtk_image_new_from_icon_name(open ? "pan-down-symbolic" : "pan-end-symbolic"));
    GtkWidget *words = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
    gtk_box_append(GTK_BOX(words), text_label(finding->title, "title"));
    gtk_box_append(GTK_BOX(words), text_label(sl_cause_texts[finding->cause], "cause"));
    gtk_box_append(GTK_BOX(head), words);
    gtk_box_append(GTK_BOX(box), head);
    if (open)
        gtk_box_append(GTK_BOX(box), proof(panel, finding));
    return box;
}

static void on_activated(GtkListBox *list, GtkListBoxRow *at, Panel *panel) {
    (void)list;
    int index = gtk_list_box_row_get_index(at);
    sl_session_show_finding(panel->session, index == sl_session_finding(panel->session) ? -1 : index);
}

static void fill(Panel *panel) {
    const SlFindings *findings = sl_session_findings(panel->session);
    for (GtkWidget *child; (child = gtk_widget_get_first_child(panel->list));)
        gtk_list_box_remove(GTK_LIST_BOX(panel->list), child);
    int open = sl_session_finding(panel->session);
    for (int i = 0; findings && i < findings->count; i++)
        gtk_list_box_append(GTK_LIST_BOX(panel->list), row(panel, &findings->at[i], i == open));
    if (!findings)
        gtk_revealer_set_reveal_child(GTK_REVEALER(panel->revealer), FALSE);
}

static void on_close(Panel *panel) {
    sl_session_show_finding(panel->session, -1);
    gtk_revealer_set_reveal_child(GTK_REVEALER(panel->revealer), FALSE);
}

gboolean sl_findings_panel_is_open(GtkWidget *panel) {
    return gtk_revealer_get_reveal_child(GTK_REVEALER(panel));
}

void sl_findings_panel_toggle(GtkWidget *revealer) {
    Panel *panel = g_object_get_data(G_OBJECT(revealer), "panel");
    gboolean open = !sl_findings_panel_is_open(revealer) && sl_session_findings(panel->session);
    if (!open) {
        on_close(panel);
        return;
    }
    gtk_revealer_set_reveal_child(GTK_REVEALER(revealer), TRUE);
    sl_session_show_finding(panel->session, 0);
}

static void panel_free(void *data) {
    Panel *panel = data;
    g_signal_handlers_disconnect_by_data(panel->session, panel);
    g_object_unref(panel->session);
    g_free(panel);
}

GtkWidget *sl_findings_panel_new(SlSession *session) {
    Panel *panel = g_new0(Panel, 1);
    panel->session = g_object_ref(session);
    panel->revealer = gtk_revealer_new();
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0), *head = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 6);
    gtk_widget_add_css_class(box, "findings");
    GtkWidget *title = text_label("Why it cannot go on", "name"),
              *close = gtk_button_new_from_icon_name("window-close-symbolic");
    gtk_widget_set_hexpand(title, TRUE);
    gtk_widget_add_css_class(close, "flat");
    gtk_widget_add_css_class(close, "circular");
    gtk_widget_set_tooltip_text(close, "Close");
    g_signal_connect_swapped(close, "clicked", G_CALLBACK(on_close), panel);
    gtk_box_append(GTK_BOX(head), title);
    gtk_box_append(GTK_BOX(head), close);
    GtkWidget *scroller = gtk_scrolled_window_new();
    gtk_scrolled_window_set_policy(GTK_SCROLLED_WINDOW(scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
    gtk_scrolled_window_set_propagate_natural_height(GTK_SCROLLED_WINDOW(scroller), TRUE);
    gtk_scrolled_window_set_min_content_height(GTK_SCROLLED_WINDOW(scroller), 200);
    gtk_scrolled_window_set_max_content_height(GTK_SCROLLED_WINDOW(scroller), 330);
    panel->list = gtk_list_box_new();
    gtk_list_box_set_selection_mode(GTK_LIST_BOX(panel->list), GTK_SELECTION_NONE);
    gtk_accessible_update_property(GTK_ACCESSIBLE(panel->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                   "Goroutines that can never continue", -1);
    g_signal_connect(panel->list, "row-activated", G_CALLBACK(on_activated), panel);
    gtk_scrolled_window_set_child(GTK_SCROLLED_WINDOW(scroller), panel->list);
    gtk_box_append(GTK_BOX(box), head);
    gtk_box_append(GTK_BOX(box), scroller);
    gtk_revealer_set_child(GTK_REVEALER(panel->revealer), box);
    g_signal_connect_swapped(session, "findings", G_CALLBACK(fill), panel);
    g_object_set_data_full(G_OBJECT(panel->revealer), "panel", panel, panel_free);
    return panel->revealer;
}
