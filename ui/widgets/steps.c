// SPDX-License-Identifier: MIT
// Steps: the table, and everything made from it.
#include "ui/widgets/steps.h"

#include "ui/stepping.h"
#include "ui/widgets/source-view.h"

typedef enum { BY_STEP, BY_OWN, TO_CURSOR, RUN_BACK, TOGGLE, FREEZE, ASK, NEW_STOP } What;

typedef struct {
    const char *action, *label, *button, *keys[2];
    What what;
    int kind; // SlStepKind, SlBreakKind
    bool back;
} Step;

// Keys without a modifier are for where nobody types (on_key).
static const Step steps[] = {
    {"step-event", "_Next Event", "Event", {"n"}, BY_STEP, SL_STEP_EVENT, false},
    {"step-into", "Line, _Into Calls", "Into", {"F7"}, BY_STEP, SL_STEP_INTO, false},
    {"step-over", "Line, _Over Calls", "Over", {"F8"}, BY_STEP, SL_STEP_OVER, false},
    {"step-out", "O_ut of the Function", "Out", {"<Shift>F8"}, BY_STEP, SL_STEP_OUT, false},
    {"step-cursor", "To the _Cursor", "To cursor", {"<Control>F8"}, TO_CURSOR, 0, false},
    {"step-own", "Its Next Event", NULL, {"bracketright"}, BY_OWN, 0, false},
    {"step-blocks", "Until It _Waits", NULL, {NULL}, BY_STEP, SL_STEP_BLOCKS, false},
    {"step-wakes", "Until It _Wakes", NULL, {NULL}, BY_STEP, SL_STEP_WAKES, false},
    {"step-ends", "Until It _Ends", NULL, {NULL}, BY_STEP, SL_STEP_ENDS, false},
    {"back-event", "One _Event", "Event", {"<Control>n", "<Shift>n"}, BY_STEP, SL_STEP_EVENT, true},
    {"back-into", "Line, _Into Calls", "Into", {"<Control>F7"}, BY_STEP, SL_STEP_INTO, true},
    {"back-over", "Line, _Over Calls", "Over", {"<Control><Shift>F7"}, BY_STEP, SL_STEP_OVER, true},
    {"back-out", "O_ut of the Function", "Out", {"<Control><Shift>F8"}, BY_STEP, SL_STEP_OUT, true},
    {"back-cursor", "To the _Cursor", NULL, {NULL}, TO_CURSOR, 0, true},
    {"back-own", "Its Event Before", NULL, {"bracketleft"}, BY_OWN, 0, true},
    {"back-blocks", "To Where It _Waited", NULL, {NULL}, BY_STEP, SL_STEP_BLOCKS, true},
    {"back-wakes", "To Where It _Woke", NULL, {NULL}, BY_STEP, SL_STEP_WAKES, true},
    {"back-run", "To the _Breakpoint Before", NULL, {"<Control>F5"}, RUN_BACK, 0, true},
    {"stop-line", "_Breakpoint on the Line", NULL, {"F9"}, TOGGLE, 0, false},
    {"stop-send", "On a _Send", NULL, {NULL}, NEW_STOP, SL_BREAK_SEND, false},
    {"stop-receive", "On a _Receive", NULL, {NULL}, NEW_STOP, SL_BREAK_RECEIVE, false},
    {"stop-close", "On the _Close", NULL, {NULL}, NEW_STOP, SL_BREAK_CLOSE, false},
    {"stop-full", "When _Full", NULL, {NULL}, NEW_STOP, SL_BREAK_FULL, false},
    {"stop-empty", "When _Empty", NULL, {NULL}, NEW_STOP, SL_BREAK_EMPTY, false},
    {"stop-blocks", "When It _Waits", NULL, {NULL}, NEW_STOP, SL_BREAK_BLOCKS, false},
    {"stop-ends", "When It E_nds", NULL, {NULL}, NEW_STOP, SL_BREAK_ENDS, false},
    {"freeze", "_Freeze the Goroutine", NULL, {NULL}, FREEZE, 0, false},
    {"ask", "_Who Goes Next?", NULL, {NULL}, ASK, 0, false},
};

typedef struct {
    GtkWindow *window;
    SlSession *session;
    GtkWidget *source;
} Steps;

static const char *const titles[] = {[SL_STEP_EVENT] = "Next event",
                                     [SL_STEP_INTO] = "Next line, into calls",
                                     [SL_STEP_OVER] = "Next line, over calls",
                                     [SL_STEP_OUT] = "Out of the function"};

// ---- doing it ----

static void on_action(GSimpleAction *action, GVariant *parameter, void *data) {
    Steps *self = data;
    (void)parameter;
    const Step *step = g_object_get_data(G_OBJECT(action), "step");
    bool frozen;
    switch (step->what) {
    case BY_STEP:
        if (step->action && step->kind == SL_STEP_EVENT && step->back &&
            sl_session_state(self->session) == SL_SESSION_EDITING) // its key is that of a new document there
            gtk_widget_activate_action(GTK_WIDGET(self->window), "win.new", NULL);
        else if (step->kind == SL_STEP_EVENT && step->back)
            sl_session_back(self->session);
        else if (step->kind == SL_STEP_EVENT && !step->back)
            sl_session_next(self->session);
        else
            sl_session_step(self->session, (SlStepKind)step->kind, step->back);
        break;
    case BY_OWN:
        sl_session_step_own(self->session, step->back);
        break;
    case TO_CURSOR:
        sl_session_step_to_line(self->session, sl_source_view_line(self->source), step->back);
        break;
    case RUN_BACK:
        sl_session_run_back(self->session);
        break;
    case TOGGLE:
        sl_session_toggle_stop(self->session, sl_source_view_line(self->source));
        break;
    case NEW_STOP:
        sl_session_add_stop(self->session, (SlBreakKind)step->kind, sl_session_selected(self->session));
        break;
    case FREEZE:
        if (sl_session_is_frozen(self->session, &frozen))
            sl_session_freeze(self->session, !frozen);
        break;
    case ASK:
        sl_session_set_asks(self->session, !sl_session_asks(self->session));
        break;
    }
}

static bool is_enabled(Steps *self, const Step *step) {
    SlSession *session = self->session;
    int index = sl_scene_find(sl_session_scene(session), sl_session_selected(session));
    const SlNode *node = index < 0 ? NULL : &sl_session_scene(session)->nodes[index];
    bool frozen;
    switch (step->what) {
    case NEW_STOP:
        return node && (step->kind >= SL_BREAK_BLOCKS ? node->kind == SL_NODE_PROCESS : node->kind == SL_NODE_CHANNEL);
    case FREEZE:
        return sl_session_is_frozen(session, &frozen);
    case TOGGLE:
        return true;
    case ASK:
        return sl_session_controlled(session);
    case BY_STEP:
        if (step->kind == SL_STEP_EVENT && step->back) // its key is that of a new document while editing
            return sl_session_state(session) == SL_SESSION_EDITING || sl_session_can_go(session);
        if (step->kind == SL_STEP_EVENT)
            return sl_session_controlled(session) && sl_session_state(session) != SL_SESSION_STARTING;
        return sl_session_can_step(session, step->back);
    default:
        return sl_session_can_step(session, step->back);
    }
}

static void on_change(Steps *self) {
    for (guint i = 0; i < G_N_ELEMENTS(steps); i++) {
        GAction *action = g_action_map_lookup_action(G_ACTION_MAP(self->window), steps[i].action);
        g_simple_action_set_enabled(G_SIMPLE_ACTION(action), is_enabled(self, &steps[i]));
        bool frozen = false;
        if (steps[i].what == FREEZE)
            sl_session_is_frozen(self->session, &frozen);
        if (steps[i].what == FREEZE || steps[i].what == ASK)
            g_simple_action_set_state(
                G_SIMPLE_ACTION(action),
                g_variant_new_boolean(steps[i].what == ASK ? sl_session_asks(self->session) : frozen));
    }
}

// The keys without a modifier, where the focus is not in a text.
static gboolean on_key(GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, void *data) {
    Steps *self = data;
    (void)keys;
    (void)code;
    GtkWidget *focus = gtk_window_get_focus(self->window);
    if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK) || (focus && (GTK_IS_TEXT_VIEW(focus) || GTK_IS_TEXT(focus))))
        return FALSE;
    const char *action = key == GDK_KEY_n              ? "win.step-event"
                         : key == GDK_KEY_N            ? "win.back-event"
                         : key == GDK_KEY_bracketright ? "win.step-own"
                         : key == GDK_KEY_bracketleft  ? "win.back-own"
                                                       : NULL;
    return action && gtk_widget_activate_action(GTK_WIDGET(self->window), action, NULL);
}

static void steps_free(void *data) {
    Steps *self = data;
    g_signal_handlers_disconnect_by_data(self->session, self);
    g_object_unref(self->session);
    g_free(self);
}

void sl_steps_add(GtkWindow *window, SlSession *session, GtkWidget *source) {
    Steps *self = g_new0(Steps, 1);
    self->window = window;
    self->session = g_object_ref(session);
    self->source = source;
    for (guint i = 0; i < G_N_ELEMENTS(steps); i++) {
        bool toggles = steps[i].what == FREEZE || steps[i].what == ASK;
        g_autoptr(GSimpleAction) action =
            toggles ? g_simple_action_new_stateful(steps[i].action, NULL, g_variant_new_boolean(FALSE))
                    : g_simple_action_new(steps[i].action, NULL);
        g_object_set_data(G_OBJECT(action), "step", (void *)&steps[i]);
        g_signal_connect(action, "activate", G_CALLBACK(on_action), self);
        g_action_map_add_action(G_ACTION_MAP(window), G_ACTION(action));
    }
    GtkEventController *keys = gtk_event_controller_key_new();
    g_signal_connect(keys, "key-pressed", G_CALLBACK(on_key), self);
    gtk_widget_add_controller(GTK_WIDGET(window), keys);
    g_signal_connect_swapped(session, "run", G_CALLBACK(on_change), self);
    g_signal_connect_swapped(session, "scene", G_CALLBACK(on_change), self);
    g_signal_connect_swapped(session, "selection", G_CALLBACK(on_change), self);
    g_object_set_data_full(G_OBJECT(window), "steps", self, steps_free);
    on_change(self);
}

// ---- showing it ----

static GMenu *section(const char *first, const char *last) {
    GMenu *menu = g_menu_new();
    bool in = false;
    for (guint i = 0; i < G_N_ELEMENTS(steps); i++) {
        in |= g_strcmp0(steps[i].action, first) == 0;
        g_autofree char *action = g_strconcat("win.", steps[i].action, NULL);
        if (in)
            g_menu_append(menu, steps[i].label, action);
        if (g_strcmp0(steps[i].action, last) == 0)
            break;
    }
    return menu;
}

GMenuModel *sl_steps_menu(void) {
    g_autoptr(GMenu) on = section("step-event", "step-ends"), back = section("back-event", "back-run"),
                     stops = section("stop-send", "stop-ends"), line = section("stop-line", "stop-line"),
                     more = section("freeze", "ask");
    GMenu *menu = g_menu_new();
    g_menu_append_section(menu, "Forward", G_MENU_MODEL(on));
    g_menu_append_submenu(menu, "_Back", G_MENU_MODEL(back));
    g_menu_append_section(menu, "Breakpoints", G_MENU_MODEL(line));
    g_menu_append_submenu(menu, "_Stop at the Selected …", G_MENU_MODEL(stops));
    g_menu_append_section(menu, NULL, G_MENU_MODEL(more));
    return G_MENU_MODEL(menu);
}

static char *key_label(const char *accelerator) {
    guint key;
    GdkModifierType modifiers;
    if (!accelerator || !gtk_accelerator_parse(accelerator, &key, &modifiers))
        return g_strdup("");
    g_autofree char *label = gtk_accelerator_get_label(key, modifiers);
    return g_strdup_printf(" (%s)", label);
}

static void add_buttons(GtkBox *row, bool back) {
    for (guint i = 0; i < G_N_ELEMENTS(steps); i++) {
        if (!steps[i].button || steps[i].back != back)
            continue;
        g_autofree char *action = g_strconcat("win.", steps[i].action, NULL), *keys = key_label(steps[i].keys[0]);
        const char *title = steps[i].what == TO_CURSOR ? "To the cursor's line" : titles[steps[i].kind];
        g_autofree char *tip = g_strdup_printf("%s%s%s", title, back ? ", backwards" : "", keys);
        GtkWidget *button = gtk_button_new_with_label(steps[i].button);
        gtk_actionable_set_action_name(GTK_ACTIONABLE(button), action);
        gtk_widget_set_tooltip_text(button, tip);
        gtk_accessible_update_property(GTK_ACCESSIBLE(button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
        gtk_widget_add_css_class(button, "flat");
        gtk_widget_add_css_class(button, "step");
        gtk_box_append(row, button);
    }
}

GtkWidget *sl_steps_bar_new(void) {
    GtkWidget *bar = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 0), *space = gtk_separator_new(GTK_ORIENTATION_VERTICAL);
    GtkWidget *back = gtk_image_new_from_icon_name("go-previous-symbolic"),
              *on = gtk_image_new_from_icon_name("go-next-symbolic");
    gtk_widget_add_css_class(bar, "steps");
    gtk_widget_set_tooltip_text(back, "Backwards");
    gtk_widget_set_tooltip_text(on, "Forwards");
    gtk_box_append(GTK_BOX(bar), back);
    add_buttons(GTK_BOX(bar), true);
    gtk_box_append(GTK_BOX(bar), space);
    gtk_box_append(GTK_BOX(bar), on);
    add_buttons(GTK_BOX(bar), false);
    return bar;
}

void sl_steps_accels(GtkApplication *application) {
    for (guint i = 0; i < G_N_ELEMENTS(steps); i++) {
        const char *keys[3] = {NULL};
        int count = 0;
        for (guint k = 0; k < G_N_ELEMENTS(steps[i].keys); k++)
            if (steps[i].keys[k] && (steps[i].keys[k][0] == 'F' || g_str_has_prefix(steps[i].keys[k], "<Control>") ||
                                     g_str_has_prefix(steps[i].keys[k], "<Shift>F")))
                keys[count++] = steps[i].keys[k];
        g_autofree char *action = g_strconcat("win.", steps[i].action, NULL);
        if (count)
            gtk_application_set_accels_for_action(application, action, keys);
    }
}

static void add_child(GtkBuilder *builder, GObject *parent, GObject *child) {
    GTK_BUILDABLE_GET_IFACE(parent)->add_child(GTK_BUILDABLE(parent), builder, child, NULL);
}

void sl_steps_shortcuts(GtkBuilder *builder, const char *name) {
    GObject *into = gtk_builder_get_object(builder, name);
    GObject *group = g_object_new(GTK_TYPE_SHORTCUTS_GROUP, "title", "Steps", NULL);
    for (guint i = 0; i < G_N_ELEMENTS(steps); i++) {
        if (!steps[i].keys[0])
            continue;
        g_autofree char *keys = g_strjoin(" ", steps[i].keys[0], steps[i].keys[1], NULL);
        g_auto(GStrv) words = g_strsplit(steps[i].label, "_", -1);
        g_autofree char *plain = g_strjoinv("", words);
        g_autofree char *title = g_strdup_printf("%s%s", steps[i].back ? "Back: " : "", plain);
        GObject *shortcut = g_object_new(GTK_TYPE_SHORTCUTS_SHORTCUT, "title", title, "accelerator", keys, NULL);
        add_child(builder, group, shortcut);
    }
    add_child(builder, into, group);
}
