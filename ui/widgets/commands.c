// SPDX-License-Identifier: MIT
// Commands: the table of all actions and keys.
#include "ui/widgets/commands.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/widgets/quick-list.h"

// clang-format off
const SlCommand sl_commands[] = {
    {"win.new", N_("New drawing"), {NULL}, FALSE}, // Ctrl+N: steps.c, since it goes back in a run
    {"win.open", N_("Open a Go file"), {"<Control>o"}, FALSE},
    {"win.gallery", N_("Examples"), {NULL}, FALSE},
    {"win.save", N_("Save"), {"<Control>s"}, FALSE},
    {"win.save-as", N_("Save as"), {"<Control><Shift>s"}, FALSE},
    {"win.export", N_("Export the picture (SVG, PDF, PNG)"), {"<Control><Shift>e"}, FALSE},
    {"win.export-timeline", N_("Export the timeline (SVG, PDF, PNG)"), {NULL}, FALSE},
    {"win.undo", N_("Undo"), {"<Control>z"}, FALSE},
    {"win.redo", N_("Redo"), {"<Control><Shift>z", "<Control>y"}, FALSE},
    {"win.close-window", N_("Close the window"), {"<Control>w"}, FALSE},
    {"app.quit", N_("Quit"), {"<Control>q"}, FALSE},
    {"win.preferences", N_("Preferences"), {"<Control>comma"}, FALSE},
    {"win.show-help-overlay", N_("Keyboard shortcuts"), {"<Control>question"}, FALSE},
    {"win.commands", NULL, {"<Control><Shift>p"}, FALSE},
    {"win.run", N_("Run or continue"), {"F5"}, FALSE},
    {"win.pause", N_("Pause"), {"<Control>period"}, FALSE},
    {"win.next", N_("Next event"), {NULL}, FALSE},
    {"win.back", N_("One event back"), {NULL}, FALSE},
    {"win.stop", N_("Stop"), {"<Shift>F5"}, FALSE},
    {"win.mode", N_("One at a time or all cores"), {"<Control>m"}, FALSE},
    {"win.why", N_("Why can nobody go on?"), {"<Control>e"}, FALSE},
    {"win.faster", N_("Faster"), {"<Control>bracketright"}, FALSE},
    {"win.slower", N_("Slower"), {"<Control>bracketleft"}, FALSE},
    {"win.fullscreen", N_("Full screen"), {"F11"}, FALSE},
    {"win.present", N_("Present"), {"<Shift>F11"}, FALSE},
    {"win.zoom-in", N_("Larger"), {"<Control>equal", "<Control>plus"}, FALSE},
    {"win.zoom-out", N_("Smaller"), {"<Control>minus"}, FALSE},
    {"win.zoom-fit", N_("Fit everything"), {"<Control>0"}, FALSE},
    {"win.palette", N_("Show or hide the palette"), {"<Control>F9"}, FALSE},
    // steps: their keys stand with them, in steps.c
    {"win.step-into", N_("Step to the next line, into calls"), {NULL}, FALSE},
    {"win.step-over", N_("Step to the next line, over calls"), {NULL}, FALSE},
    {"win.step-out", N_("Step out of the function"), {NULL}, FALSE},
    {"win.step-cursor", N_("Run to the cursor"), {NULL}, FALSE},
    {"win.step-blocks", N_("Run until the goroutine waits"), {NULL}, FALSE},
    {"win.step-wakes", N_("Run until the goroutine wakes"), {NULL}, FALSE},
    {"win.step-ends", N_("Run until the goroutine ends"), {NULL}, FALSE},
    {"win.back-into", N_("Back to the line before, into calls"), {NULL}, FALSE},
    {"win.back-over", N_("Back to the line before, over calls"), {NULL}, FALSE},
    {"win.back-out", N_("Back to the call of the function"), {NULL}, FALSE},
    {"win.back-run", N_("Back to the breakpoint before"), {NULL}, FALSE},
    {"win.stop-line", N_("Breakpoint on the cursor's line"), {NULL}, FALSE},
    {"win.breakpoints", N_("List of breakpoints"), {"<Control><Shift>b"}, FALSE},
    {"win.freeze", N_("Freeze or thaw the goroutine"), {NULL}, FALSE},
    {"win.ask", N_("Who goes next?"), {NULL}, FALSE},
    // the drawing
    {"win.quick-add", N_("Add a process by name"), {"slash"}, TRUE},
    {"win.new-process", N_("New process"), {"<Control><Shift>n"}, FALSE},
    {"win.connect", N_("Connect the selected process"), {"c"}, TRUE},
    {"win.edit-node", N_("Edit what is selected"), {NULL}, TRUE},
    {"win.edit-body", N_("Edit the body of the selected process"), {"<Control>Return"}, TRUE},
    {"win.rename", N_("Rename what is selected"), {"F2"}, TRUE},
    {"win.multiply", N_("Multiply the selected process"), {"asterisk"}, TRUE},
    {"win.disconnect", N_("Disconnect what is selected"), {"<Control>BackSpace"}, TRUE},
    {"win.delete", N_("Delete what is selected"), {"Delete"}, TRUE},
    {"win.duplicate", N_("Duplicate what is selected"), {"<Control>d"}, TRUE},
    {"win.cut", N_("Cut what is selected"), {"<Control>x"}, TRUE},
    {"win.copy", N_("Copy what is selected as Go"), {"<Control>c"}, TRUE},
    {"win.paste", N_("Paste processes"), {"<Control>v"}, TRUE},
    {"win.select-all", N_("Select everything"), {"<Control>a"}, TRUE},
    {"win.find-node", N_("Find a process or channel"), {"<Control>f"}, TRUE},
    {"win.open-node", N_("Open the inner drawing"), {"<Alt>Down"}, TRUE},
    {"win.close-node", N_("Back to the outer drawing"), {"<Alt>Up"}, TRUE},
    {"win.open-function", N_("Open the drawing of a function"), {NULL}, FALSE},
    {"win.arrange", N_("Arrange the drawing"), {"<Control><Shift>l"}, TRUE},
    {"win.align::left", N_("Align left edges"), {NULL}, FALSE},
    {"win.align::centre", N_("Align centres in a column"), {NULL}, FALSE},
    {"win.align::right", N_("Align right edges"), {NULL}, FALSE},
    {"win.align::top", N_("Align top edges"), {NULL}, FALSE},
    {"win.align::middle", N_("Align middles in a row"), {NULL}, FALSE},
    {"win.align::bottom", N_("Align bottom edges"), {NULL}, FALSE},
    {"win.align::across", N_("Spread evenly across"), {NULL}, FALSE},
    {"win.align::down", N_("Spread evenly downwards"), {NULL}, FALSE},
    {"win.color::blue", N_("Colour: blue"), {NULL}, FALSE},
    {"win.color::teal", N_("Colour: teal"), {NULL}, FALSE},
    {"win.color::green", N_("Colour: green"), {NULL}, FALSE},
    {"win.color::yellow", N_("Colour: yellow"), {NULL}, FALSE},
    {"win.color::orange", N_("Colour: orange"), {NULL}, FALSE},
    {"win.color::red", N_("Colour: red"), {NULL}, FALSE},
    {"win.color::purple", N_("Colour: purple"), {NULL}, FALSE},
    {"win.color::gray", N_("Colour: gray"), {NULL}, FALSE},
    {"win.color::", N_("Colour: none"), {NULL}, FALSE},
    {NULL, NULL, {NULL}, FALSE},
};
// clang-format on

void sl_commands_set_accels(GtkApplication *application) {
    for (const SlCommand *command = sl_commands; command->action; command++)
        if (!command->local && command->keys[0])
            gtk_application_set_accels_for_action(application, command->action, command->keys);
}

void sl_commands_add_local(GtkWidget *widget) {
    GtkEventController *controller = gtk_shortcut_controller_new();
    for (const SlCommand *command = sl_commands; command->action; command++)
        for (int k = 0; command->local && command->keys[k]; k++)
            gtk_shortcut_controller_add_shortcut(GTK_SHORTCUT_CONTROLLER(controller),
                                                 gtk_shortcut_new(gtk_shortcut_trigger_parse_string(command->keys[k]),
                                                                  gtk_named_action_new(command->action)));
    gtk_widget_add_controller(widget, controller);
}

// ---- the command palette ----

static void take(void *data, GtkWidget *row, const char *words) {
    (void)words;
    g_autofree char *name = NULL;
    g_autoptr(GVariant) target = NULL;
    if (row && g_action_parse_detailed_name(sl_quick_row_key(row), &name, &target, NULL))
        gtk_widget_activate_action_variant(data, name, target);
}

static gboolean is_enabled(GtkWidget *window, const char *action) {
    g_autofree char *name = NULL;
    g_autoptr(GVariant) target = NULL;
    if (!g_str_has_prefix(action, "win.") || !g_action_parse_detailed_name(action, &name, &target, NULL))
        return TRUE;
    return g_action_group_get_action_enabled(G_ACTION_GROUP(window), name + strlen("win."));
}

void sl_commands_ask(GtkWidget *window) {
    GtkListBox *list = sl_quick_list_new(&(SlQuickList){.parent = gtk_window_get_child(GTK_WINDOW(window)),
                                                        .hint = _("What do you want to do?"),
                                                        .empty = _("There is no such command"),
                                                        .matches = sl_quick_row_matches,
                                                        .take = take,
                                                        .data = window});
    for (const SlCommand *command = sl_commands; command->action; command++) {
        if (!command->title || !is_enabled(window, command->action))
            continue;
        g_autofree char *keys = NULL;
        guint key;
        GdkModifierType modifiers;
        if (command->keys[0] && gtk_accelerator_parse(command->keys[0], &key, &modifiers))
            keys = gtk_accelerator_get_label(key, modifiers);
        gtk_list_box_append(list, sl_quick_row_new(_(command->title), keys, command->action));
    }
    sl_quick_list_show(list);
}
