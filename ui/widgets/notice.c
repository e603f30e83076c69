// SPDX-License-Identifier: MIT
// Notice: a revealer with a label and two buttons.
#include "ui/widgets/notice.h"

typedef struct {
    GtkWidget *revealer, *label, *first, *second;
    SlNoticeAnswer answer;
    void *data;
} Notice;

static void answer(Notice *notice, gboolean first) {
    gtk_revealer_set_reveal_child(GTK_REVEALER(notice->revealer), FALSE);
    if (notice->answer)
        notice->answer(notice->data, first);
}

static void on_first(Notice *notice) {
    answer(notice, TRUE);
}

static void on_second(Notice *notice) {
    answer(notice, FALSE);
}

void sl_notice_ask(GtkWidget *widget, const char *sentence, const char *first, const char *second, SlNoticeAnswer then,
                   void *data) {
    Notice *notice = g_object_get_data(G_OBJECT(widget), "notice");
    notice->answer = then;
    notice->data = data;
    gtk_label_set_label(GTK_LABEL(notice->label), sentence);
    gtk_button_set_label(GTK_BUTTON(notice->first), first);
    gtk_widget_set_visible(notice->second, second != NULL);
    if (second)
        gtk_button_set_label(GTK_BUTTON(notice->second), second);
    gtk_revealer_set_reveal_child(GTK_REVEALER(widget), TRUE);
}

void sl_notice_hide(GtkWidget *widget) {
    gtk_revealer_set_reveal_child(GTK_REVEALER(widget), FALSE);
}

GtkWidget *sl_notice_new(void) {
    Notice *notice = g_new0(Notice, 1);
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 10);
    notice->revealer = gtk_revealer_new();
    notice->label = gtk_label_new("");
    gtk_label_set_wrap(GTK_LABEL(notice->label), TRUE);
    gtk_label_set_xalign(GTK_LABEL(notice->label), 0);
    gtk_widget_set_hexpand(notice->label, TRUE);
    notice->first = gtk_button_new_with_label("");
    notice->second = gtk_button_new_with_label("");
    gtk_box_append(GTK_BOX(box), notice->label);
    gtk_box_append(GTK_BOX(box), notice->first);
    gtk_box_append(GTK_BOX(box), notice->second);
    gtk_widget_add_css_class(box, "notice");
    gtk_revealer_set_child(GTK_REVEALER(notice->revealer), box);
    g_signal_connect_swapped(notice->first, "clicked", G_CALLBACK(on_first), notice);
    g_signal_connect_swapped(notice->second, "clicked", G_CALLBACK(on_second), notice);
    g_object_set_data_full(G_OBJECT(notice->revealer), "notice", notice, g_free);
    return notice->revealer;
}
