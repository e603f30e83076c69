// SPDX-License-Identifier: MIT
// The sheet of a node. What has been changed becomes an edit each; the first that is refused says why and keeps the
// sheet open.
#include "ui/widgets/node-sheet.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
    int kind;   // SlEditKind
    int port;   // of a value
    char *what; // for undo
    char *before;
    GtkWidget *widget; // an entry or a spin button
} Field;

typedef struct {
    SlCanvas *canvas;
    SlSession *session;
    GtkWidget *popover, *grid, *why;
    GArray *fields;
    int rows;
} Sheet;

static char *value_of(const Field *field) {
    if (GTK_IS_SPIN_BUTTON(field->widget))
        return g_strdup_printf("%d", gtk_spin_button_get_value_as_int(GTK_SPIN_BUTTON(field->widget)));
    return g_strstrip(g_strdup(gtk_editable_get_text(GTK_EDITABLE(field->widget))));
}

static SlEditOp op_of(Sheet *sheet, const Field *field, const char *value) {
    SlEditOp op = SL_EDIT_OP(field->kind);
    op.node = sl_session_wire(sheet->session, sl_session_selected(sheet->session));
    op.port = field->port;
    op.name = op.text = value;
    op.number = g_ascii_strtoll(value, NULL, 10);
    return op;
}

// An argument's port has another index after the text has changed: it is found again by its place among the values.
static int value_port(const SlWiring *drawing, int node, int nth) {
    for (int i = 0; drawing && i < drawing->port_count; i++)
        if (drawing->ports[i].node == node && drawing->ports[i].kind == SL_PORT_VALUE && nth-- == 0)
            return i;
    return -1;
}

static void apply(Sheet *sheet) {
    for (guint i = 0; i < sheet->fields->len; i++) {
        Field *field = &g_array_index(sheet->fields, Field, i);
        g_autofree char *value = value_of(field);
        if (strcmp(value, field->before) == 0)
            continue;
        SlEditOp op = op_of(sheet, field, value);
        if (field->kind == SL_EDIT_ARGUMENT)
            op.port = value_port(sl_session_drawing(sheet->session), op.node, field->port);
        g_autofree char *why = sl_session_why_not(sheet->session, &op);
        if (why) {
            gtk_label_set_label(GTK_LABEL(sheet->why), why);
            gtk_widget_set_visible(sheet->why, TRUE);
            gtk_widget_grab_focus(field->widget);
            return;
        }
        sl_session_apply(sheet->session, &op, field->what);
        g_free(field->before);
        field->before = g_steal_pointer(&value);
    }
    gtk_popover_popdown(GTK_POPOVER(sheet->popover));
}

static GtkWidget *add_field(Sheet *sheet, const char *label, int kind, int port, const char *what, const char *before,
                            GtkWidget *widget) {
    Field field = {kind, port, g_strdup(what), g_strdup(before), widget};
    GtkWidget *name = gtk_label_new_with_mnemonic(label);
    gtk_label_set_xalign(GTK_LABEL(name), 1);
    gtk_label_set_mnemonic_widget(GTK_LABEL(name), widget);
    gtk_widget_add_css_class(name, "dim-label");
    gtk_widget_set_hexpand(widget, TRUE);
    gtk_grid_attach(GTK_GRID(sheet->grid), name, 0, sheet->rows, 1, 1);
    gtk_grid_attach(GTK_GRID(sheet->grid), widget, 1, sheet->rows++, 1, 1);
    g_array_append_val(sheet->fields, field);
    return widget;
}

static GtkWidget *add_text(Sheet *sheet, const char *label, int kind, int port, const char *what, const char *text) {
    GtkWidget *entry = gtk_entry_new();
    gtk_editable_set_text(GTK_EDITABLE(entry), text);
    gtk_editable_set_width_chars(GTK_EDITABLE(entry), 26);
    g_signal_connect_swapped(entry, "activate", G_CALLBACK(apply), sheet);
    return add_field(sheet, label, kind, port, what, text, entry);
}

// Enter takes what is typed, as in the other fields.
static gboolean on_number_key(GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, Sheet *sheet) {
    (void)code;
    (void)state;
    if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
        return FALSE;
    gtk_spin_button_update(GTK_SPIN_BUTTON(gtk_event_controller_get_widget(GTK_EVENT_CONTROLLER(keys))));
    apply(sheet);
    return TRUE;
}

static GtkWidget *add_number(Sheet *sheet, const char *label, int kind, const char *what, gint64 number, int least) {
    GtkWidget *spin = gtk_spin_button_new_with_range(least, 1000000, 1);
    g_autofree char *before = g_strdup_printf("%d", (int)number);
    gtk_spin_button_set_value(GTK_SPIN_BUTTON(spin), (double)number);
    GtkEventController *keys = gtk_event_controller_key_new();
    gtk_event_controller_set_propagation_phase(keys, GTK_PHASE_CAPTURE);
    g_signal_connect(keys, "key-pressed", G_CALLBACK(on_number_key), sheet);
    gtk_widget_add_controller(spin, keys);
    return add_field(sheet, label, kind, -1, what, before, spin);
}

static void add_colours(Sheet *sheet) {
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 2), *none = gtk_button_new_with_label("×");
    for (int i = 0; sl_colour_names[i]; i++) {
        GtkWidget *button = gtk_button_new();
        g_autofree char *class = g_strconcat("swatch-", sl_colour_names[i], NULL);
        gtk_widget_add_css_class(button, "swatch");
        gtk_widget_add_css_class(button, class);
        gtk_widget_set_tooltip_text(button, sl_colour_names[i]);
        gtk_actionable_set_action_name(GTK_ACTIONABLE(button), "win.color");
        gtk_actionable_set_action_target(GTK_ACTIONABLE(button), "s", sl_colour_names[i]);
        gtk_box_append(GTK_BOX(box), button);
    }
    gtk_widget_add_css_class(none, "swatch");
    gtk_widget_set_tooltip_text(none, _("No colour"));
    gtk_actionable_set_action_name(GTK_ACTIONABLE(none), "win.color");
    gtk_actionable_set_action_target(GTK_ACTIONABLE(none), "s", "");
    gtk_box_append(GTK_BOX(box), none);
    gtk_grid_attach(GTK_GRID(sheet->grid), box, 1, sheet->rows++, 1, 1);
}

static GtkWidget *add_process(Sheet *sheet, const SlWiring *drawing, int wire, SlSheetField first) {
    const SlWireNode *node = &drawing->nodes[wire];
    GtkWidget *name = NULL, *count = NULL;
    int nth = 0;
    if (wire > 0)
        name = add_text(sheet, _("_Name"), SL_EDIT_RENAME, -1, "rename", node->name);
    if (wire > 0 && node->kind == SL_WIRE_PROCESS && (!node->many || node->count))
        count = add_number(sheet, _("_Copies"), SL_EDIT_MULTIPLY, "multiply", node->many ? node->count : 1, 1);
    for (int i = 0; i < drawing->port_count; i++) {
        const SlWirePort *port = &drawing->ports[i];
        if (port->node != wire || port->kind != SL_PORT_VALUE)
            continue;
        if (port->way == SL_PORT_PARAM)
            add_text(sheet, port->name, SL_EDIT_ARGUMENT, nth, "change a value", port->text);
        nth++;
    }
    return first == SL_SHEET_COUNT && count ? count : name;
}

static GtkWidget *add_channel(Sheet *sheet, const SlWireNode *node) {
    GtkWidget *name = add_text(sheet, _("_Name"), SL_EDIT_RENAME, -1, "rename", node->name);
    const char *type = node->type ? node->type : "";
    const char *element = g_str_has_prefix(type, "chan ") ? type + strlen("chan ") : type;
    if (node->buffer >= 0)
        add_number(sheet, _("_Room for"), SL_EDIT_BUFFER, "change the room", node->buffer, 0);
    add_text(sheet, _("_Carries"), SL_EDIT_ELEMENT, -1, "change the type", element);
    return name;
}

static gboolean discard(void *popover) {
    gtk_widget_unparent(popover);
    return G_SOURCE_REMOVE;
}

static void on_closed(Sheet *sheet) {
    gtk_widget_grab_focus(GTK_WIDGET(sheet->canvas));
    g_idle_add(discard, sheet->popover);
}

static void sheet_free(void *data) {
    Sheet *sheet = data;
    for (guint i = 0; i < sheet->fields->len; i++) {
        g_free(g_array_index(sheet->fields, Field, i).what);
        g_free(g_array_index(sheet->fields, Field, i).before);
    }
    g_array_unref(sheet->fields);
    g_free(sheet);
}

static GtkWidget *buttons_of(Sheet *sheet, const SlWiring *drawing, int wire) {
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 6), *done = gtk_button_new_with_mnemonic(_("_Apply"));
    if (drawing->nodes[wire].kind == SL_WIRE_PROCESS) {
        GtkWidget *body = gtk_button_new_with_mnemonic(_("Edit _Body…"));
        gtk_actionable_set_action_name(GTK_ACTIONABLE(body), "win.edit-body");
        gtk_box_append(GTK_BOX(box), body);
    }
    gtk_widget_add_css_class(done, "suggested-action");
    gtk_widget_set_hexpand(done, TRUE);
    gtk_widget_set_halign(done, GTK_ALIGN_END);
    g_signal_connect_swapped(done, "clicked", G_CALLBACK(apply), sheet);
    gtk_box_append(GTK_BOX(box), done);
    return box;
}

void sl_node_sheet(SlCanvas *canvas, SlSession *session, SlSheetField first) {
    guint64 key = sl_session_selected(session);
    const SlWiring *drawing = sl_session_drawing(session);
    int wire = sl_session_wire(session, key);
    if (wire < 0 || sl_session_cannot_edit(session))
        return;
    Sheet *sheet = g_new0(Sheet, 1);
    *sheet = (Sheet){
        canvas, session, gtk_popover_new(), gtk_grid_new(), gtk_label_new(""), g_array_new(FALSE, TRUE, sizeof(Field)),
        0};
    gtk_grid_set_row_spacing(GTK_GRID(sheet->grid), 6);
    gtk_grid_set_column_spacing(GTK_GRID(sheet->grid), 10);
    gtk_widget_add_css_class(sheet->popover, "node-sheet");
    bool channel = drawing->nodes[wire].kind == SL_WIRE_CHANNEL;
    GtkWidget *focus = channel ? add_channel(sheet, &drawing->nodes[wire]) : add_process(sheet, drawing, wire, first);
    if (wire > 0)
        add_colours(sheet);
    gtk_label_set_wrap(GTK_LABEL(sheet->why), TRUE);
    gtk_label_set_xalign(GTK_LABEL(sheet->why), 0);
    gtk_label_set_max_width_chars(GTK_LABEL(sheet->why), 36);
    gtk_widget_add_css_class(sheet->why, "error");
    gtk_widget_set_visible(sheet->why, FALSE);
    gtk_grid_attach(GTK_GRID(sheet->grid), sheet->why, 0, sheet->rows++, 2, 1);
    gtk_grid_attach(GTK_GRID(sheet->grid), buttons_of(sheet, drawing, wire), 0, sheet->rows++, 2, 1);
    gtk_popover_set_child(GTK_POPOVER(sheet->popover), sheet->grid);
    gtk_widget_set_parent(sheet->popover, GTK_WIDGET(canvas));
    GdkRectangle at;
    sl_canvas_node_rect(canvas, key, &at);
    gtk_popover_set_pointing_to(GTK_POPOVER(sheet->popover), &at);
    gtk_popover_set_position(GTK_POPOVER(sheet->popover), GTK_POS_BOTTOM);
    g_signal_connect_swapped(sheet->popover, "closed", G_CALLBACK(on_closed), sheet);
    g_object_set_data_full(G_OBJECT(sheet->popover), "sheet", sheet, sheet_free);
    gtk_popover_popup(GTK_POPOVER(sheet->popover));
    if (focus)
        gtk_widget_grab_focus(focus);
}
