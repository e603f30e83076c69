// SPDX-License-Identifier: MIT
// Stack list: rows are made anew only when the stack is another one.
#include "ui/widgets/stack-list.h"

#include <string.h>

typedef struct {
    SlSession *session;
    GtkListBox *list;
    GHashTable *unfolded; // depths of the outermost frames of library runs that are open
    char *shown;          // the rows as text: equal when nothing has to be made
    gboolean filling;
} Stack;

static Stack *stack_of(GtkListBox *list) {
    return g_object_get_data(G_OBJECT(list), "stack");
}

static const char *short_name(const char *function) {
    return strncmp(function, "main.", 5) == 0 ? function + 5 : function;
}

static char *frame_text(Stack *stack, const SlInspectFrame *frame) {
    int line, column;
    sl_session_line(stack->session, frame->pos, &line, &column);
    g_autofree char *place = line ? g_strdup_printf("  line %d", line) : g_strdup("");
    return g_strdup_printf("%s%s%s%s", short_name(frame->function), frame->range_body ? " (loop body)" : "", place,
                           frame->panicking ? "  deferred, run by a panic" : "");
}

static void add_row(Stack *stack, const char *text, guint32 depth, gboolean folded, gboolean chosen, gboolean library) {
    GtkWidget *label = gtk_label_new(text), *row = gtk_list_box_row_new();
    gtk_label_set_xalign(GTK_LABEL(label), 0);
    gtk_label_set_ellipsize(GTK_LABEL(label), PANGO_ELLIPSIZE_END);
    gtk_widget_set_tooltip_text(row, text);
    if (library || folded)
        gtk_widget_add_css_class(label, "dim-label");
    gtk_list_box_row_set_child(GTK_LIST_BOX_ROW(row), label);
    g_object_set_data(G_OBJECT(row), "depth", GUINT_TO_POINTER(depth));
    g_object_set_data(G_OBJECT(row), "folded", GINT_TO_POINTER(folded));
    gtk_list_box_append(stack->list, row);
    if (chosen)
        gtk_list_box_select_row(stack->list, GTK_LIST_BOX_ROW(row));
}

// The end of the run of library frames that begins at i.
static int library_end(const SlInspection *inspection, int i) {
    while (i < inspection->frame_count && inspection->frames[i].library && i != inspection->frame)
        i++;
    return i;
}

static void place(Stack *stack, const SlInspection *inspection, GString *text) {
    for (int i = 0; i < inspection->frame_count; i++) {
        const SlInspectFrame *frame = &inspection->frames[i];
        gboolean gap = i > 0 && frame[-1].depth > frame->depth + 1 && inspection->frames_all > 190;
        int end = library_end(inspection, i);
        if (gap)
            g_string_append(text, "…\n");
        if (gap && stack->filling)
            add_row(stack, "…", frame->depth, FALSE, FALSE, TRUE);
        if (end > i &&
            !g_hash_table_contains(stack->unfolded, GUINT_TO_POINTER(inspection->frames[end - 1].depth + 1))) {
            g_autofree char *shown = g_strdup_printf(
                end - i == 1 ? "%d function of the standard library" : "%d functions of the standard library", end - i);
            g_string_append_printf(text, "%s\n", shown);
            if (stack->filling)
                add_row(stack, shown, inspection->frames[end - 1].depth, TRUE, FALSE, TRUE);
            i = end - 1;
            continue;
        }
        g_autofree char *shown = frame_text(stack, frame);
        g_string_append_printf(text, "%s%s%u\n", i == inspection->frame ? "*" : "", shown, frame->depth);
        if (stack->filling)
            add_row(stack, shown, frame->depth, FALSE, i == inspection->frame, frame->library);
    }
}

void sl_stack_list_set(GtkListBox *list, const SlInspection *inspection) {
    Stack *stack = stack_of(list);
    GString *text = g_string_new("");
    place(stack, inspection, text);
    if (g_strcmp0(text->str, stack->shown)) {
        GtkWidget *row;
        gboolean focused = gtk_widget_get_focus_child(GTK_WIDGET(list)) != NULL;
        stack->filling = TRUE;
        while ((row = gtk_widget_get_first_child(GTK_WIDGET(list))))
            gtk_list_box_remove(list, row);
        GString *again = g_string_new("");
        place(stack, inspection, again);
        g_string_free(again, TRUE);
        stack->filling = FALSE;
        if (focused && gtk_list_box_get_selected_row(list))
            gtk_widget_grab_focus(GTK_WIDGET(gtk_list_box_get_selected_row(list)));
        g_free(stack->shown);
        stack->shown = g_strdup(text->str);
    }
    g_string_free(text, TRUE);
}

static void choose(Stack *stack, GtkListBoxRow *row, gboolean unfold) {
    if (!row || stack->filling)
        return;
    guint32 depth = GPOINTER_TO_UINT(g_object_get_data(G_OBJECT(row), "depth"));
    if (!g_object_get_data(G_OBJECT(row), "folded")) {
        sl_session_set_depth(stack->session, depth);
    } else if (unfold) {
        g_hash_table_add(stack->unfolded, GUINT_TO_POINTER(depth + 1));
        const SlInspection *inspection = sl_session_inspection(stack->session);
        if (inspection)
            sl_stack_list_set(stack->list, inspection);
    }
}

static void on_selected(Stack *stack, GtkListBoxRow *row) {
    choose(stack, row, FALSE);
}

static void on_activated(Stack *stack, GtkListBoxRow *row) {
    choose(stack, row, TRUE);
}

static void stack_free(void *data) {
    Stack *stack = data;
    g_object_unref(stack->session);
    g_hash_table_unref(stack->unfolded);
    g_free(stack->shown);
    g_free(stack);
}

void sl_stack_list_init(GtkListBox *list, SlSession *session) {
    Stack *stack = g_new0(Stack, 1);
    stack->session = g_object_ref(session);
    stack->list = list;
    stack->unfolded = g_hash_table_new(g_direct_hash, g_direct_equal);
    g_object_set_data_full(G_OBJECT(list), "stack", stack, stack_free);
    g_signal_connect_swapped(list, "row-selected", G_CALLBACK(on_selected), stack);
    g_signal_connect_swapped(list, "row-activated", G_CALLBACK(on_activated), stack);
}
