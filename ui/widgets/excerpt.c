// SPDX-License-Identifier: MIT
// Excerpt: rows of line number and text, filled anew for each place.
#include "ui/widgets/excerpt.h"

enum { ROWS = 5, BEFORE = 2, TAB = 4, LONGEST = 120 };

void sl_excerpt_init(GtkBox *box) {
    for (int i = 0; i < ROWS; i++) {
        GtkWidget *row = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 0), *mark = gtk_label_new("");
        GtkWidget *number = gtk_label_new(""), *text = gtk_label_new("");
        gtk_label_set_width_chars(GTK_LABEL(mark), 2);
        gtk_label_set_width_chars(GTK_LABEL(number), 4);
        gtk_label_set_xalign(GTK_LABEL(number), 1);
        gtk_label_set_xalign(GTK_LABEL(text), 0);
        gtk_label_set_ellipsize(GTK_LABEL(text), PANGO_ELLIPSIZE_END);
        gtk_widget_set_margin_start(text, 10);
        gtk_widget_set_hexpand(text, TRUE);
        gtk_widget_add_css_class(number, "dim-label");
        gtk_box_append(GTK_BOX(row), mark);
        gtk_box_append(GTK_BOX(row), number);
        gtk_box_append(GTK_BOX(row), text);
        gtk_box_append(box, row);
    }
}

// A line with its tabs as spaces.
static char *line_text(const char *text, const char *end) {
    GString *line = g_string_new("");
    for (; text < end && *text != '\n' && line->len < LONGEST; text++) {
        if (*text == '\t')
            g_string_append_printf(line, "%*s", TAB - (int)(line->len % TAB), "");
        else
            g_string_append_c(line, *text);
    }
    char *valid = g_utf8_make_valid(line->str, (gssize)line->len);
    g_string_free(line, TRUE);
    return valid;
}

static const char *next_line(const char *at, const char *end) {
    while (at < end && *at != '\n')
        at++;
    return at < end ? at + 1 : end;
}

void sl_excerpt_set(GtkBox *box, SlSession *session, SlPos pos, bool bad) {
    gsize length;
    SlPos from;
    int line, column, count = 1;
    const char *text = sl_session_source(session, &length, &from), *end = text + length, *at = text;
    sl_session_line(session, pos, &line, &column);
    gtk_widget_set_visible(GTK_WIDGET(box), line > 0);
    if (!line)
        return;
    for (const char *c = text; c < end; c++)
        count += *c == '\n';
    int first = MAX(1, MIN(line - BEFORE, count - ROWS + 1));
    for (int i = 1; i < first; i++)
        at = next_line(at, end);
    GtkWidget *row = gtk_widget_get_first_child(GTK_WIDGET(box));
    for (int i = first; row; i++, row = gtk_widget_get_next_sibling(row)) {
        GtkWidget *mark = gtk_widget_get_first_child(row), *number = gtk_widget_get_next_sibling(mark);
        g_autofree char *shown = i <= count ? line_text(at, end) : g_strdup("");
        g_autofree char *digits = i <= count ? g_strdup_printf("%d", i) : g_strdup("");
        gtk_label_set_label(GTK_LABEL(mark), i == line ? "▶" : "");
        gtk_label_set_label(GTK_LABEL(number), digits);
        gtk_label_set_label(GTK_LABEL(gtk_widget_get_next_sibling(number)), shown);
        (i == line ? gtk_widget_add_css_class : gtk_widget_remove_css_class)(row, "current");
        (i == line && bad ? gtk_widget_add_css_class : gtk_widget_remove_css_class)(row, "bad");
        at = next_line(at, end);
    }
}
