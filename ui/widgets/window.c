// SPDX-License-Identifier: MIT
// Window: puts the widgets together, holds the actions, asks about unsaved changes. Structure stands in window.ui.
#include "ui/widgets/window.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ui/widgets/breakpoints.h"
#include "ui/widgets/canvas-notes.h"
#include "ui/widgets/canvas.h"
#include "ui/widgets/commands.h"
#include "ui/widgets/console.h"
#include "ui/widgets/describe.h"
#include "ui/widgets/edit-actions.h"
#include "ui/widgets/picture-export.h"
#include "ui/widgets/findings.h"
#include "ui/widgets/inspector.h"
#include "ui/widgets/legend.h"
#include "ui/widgets/minimap.h"
#include "ui/widgets/node-menu.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/outline.h"
#include "ui/widgets/palette.h"
#include "ui/widgets/preferences.h"
#include "ui/widgets/problems.h"
#include "ui/widgets/source-view.h"
#include "ui/widgets/steps.h"
#include "ui/widgets/timeline.h"

struct _SlWindow {
    AdwApplicationWindow parent;
    AdwHeaderBar *header;
    AdwWindowTitle *title;
    AdwButtonContent *run_content;
    AdwToastOverlay *toasts;
    GtkStack *pages;
    GtkToggleButton *one_button, *all_button, *outline_toggle, *source_toggle, *timeline_toggle, *palette_toggle;
    GtkWidget *run_button, *next_button, *stop_button, *open_button, *save_button, *mode_box, *rate_box, *zoom_box;
    GtkAdjustment *rate;
    GtkLabel *rate_label, *banner_label;
    GtkButton *zoom_label;
    GtkMenuButton *step_button;
    GtkRevealer *banner, *outline_revealer, *palette_revealer;
    GtkOverlay *canvas_overlay;
    GtkWidget *banner_box, *side, *why_button, *findings;
    AdwBin *gallery_bin, *canvas_bin, *outline_bin, *source_bin, *inspector_bin, *problems_bin, *console_bin,
        *legend_bin, *timeline_bin, *findings_bin, *notice_bin, *palette_bin, *minimap_bin;
    SlSession *session;
    SlCanvas *canvas;
    GtkWidget *source, *notice, *palette;
    const SlExample *examples;
    int example_count;
    char *hidden_verdict;   // that the user has closed
    GPtrArray *left_behind; // SlRecovered that the user has not answered for
    gboolean presenting, closing, setting;
};

G_DEFINE_FINAL_TYPE(SlWindow, sl_window, ADW_TYPE_APPLICATION_WINDOW)

static const char new_text[] = "package main\n\nfunc main() {\n}\n";

static void set_enabled(SlWindow *self, const char *action, gboolean enabled) {
    g_simple_action_set_enabled(G_SIMPLE_ACTION(g_action_map_lookup_action(G_ACTION_MAP(self), action)), enabled);
}

static void say(SlWindow *self, const char *text) {
    adw_toast_overlay_add_toast(self->toasts, adw_toast_new(text));
}

// ---- following the session ----

static char *clock_text(gint64 ns) {
    return ns < 1000000000 ? g_strdup_printf("%.1f ms", (double)ns / 1e6) : g_strdup_printf("%.2f s", (double)ns / 1e9);
}

static char *subtitle(SlWindow *self) {
    gboolean one = sl_session_controlled(self->session);
    guint64 event = sl_session_event(self->session);
    g_autofree char *clock = clock_text(sl_session_clock(self->session));
    const SlWorld *world = sl_session_world(self->session);
    const char *mode = one ? "virtual time" : "real time";
    bool bad;
    const char *verdict = sl_session_verdict(self->session, &bad);
    if (sl_session_is_viewing(self->session))
        return g_strdup_printf("view only · event %" G_GUINT64_FORMAT " of the flight record · %s %s", event, mode,
                               clock);
    switch (sl_session_state(self->session)) {
    case SL_SESSION_EDITING:
        return g_strdup(sl_session_path(self->session) ? _("editing") : _("not saved yet"));
    case SL_SESSION_STARTING:
        return g_strdup(_("starting …"));
    case SL_SESSION_RUNNING:
        if (!one)
            return g_strdup_printf("running · %" G_GUINT64_FORMAT " goroutines · real time %s",
                                   world ? world->goroutines_alive : 1, clock);
        return g_strdup_printf("running · event %" G_GUINT64_FORMAT " · virtual time %s", event, clock);
    case SL_SESSION_PAUSED:
        return one ? g_strdup_printf("paused at event %" G_GUINT64_FORMAT " · %s %s", event, mode, clock)
                   : g_strdup_printf("paused · %s %s", mode, clock);
    case SL_SESSION_INPUT:
        return g_strdup(_("waits for input"));
    default:
        if (verdict && bad && world && world->deadlock)
            return g_strdup_printf("stuck at event %" G_GUINT64_FORMAT " · %s %s", event, mode, clock);
        if (sl_session_broke_off(self->session))
            return g_strdup(_("the run broke off"));
        return g_strdup_printf("ended at event %" G_GUINT64_FORMAT " · %s %s", event, mode, clock);
    }
}

static void update_title(SlWindow *self) {
    gboolean work = g_strcmp0(gtk_stack_get_visible_child_name(self->pages), "work") == 0;
    g_autofree char *name =
        g_strdup_printf("%s%s", sl_session_is_modified(self->session) ? "• " : "", sl_session_name(self->session));
    g_autofree char *sub = subtitle(self);
    adw_window_title_set_title(self->title, work ? name : "Sluice");
    adw_window_title_set_subtitle(self->title, work ? sub : "");
    g_autofree char *whole = work ? g_strdup_printf("%s — %s", name, sub) : g_strdup("Sluice"); // for the task bar
    gtk_window_set_title(GTK_WINDOW(self), whole);
}

static void on_refused(SlWindow *self) {
    say(self, sl_session_refusal(self->session));
}

static void on_add_part(void *data, const char *name) {
    SlWindow *self = data;
    double x, y;
    sl_canvas_free_spot(self->canvas, &x, &y);
    sl_session_add_part(self->session, name, x, y, -1);
}

static void toggle_palette(SlWindow *self) {
    gboolean shown = !gtk_toggle_button_get_active(self->palette_toggle);
    gtk_toggle_button_set_active(self->palette_toggle, shown);
    if (shown)
        sl_palette_focus(self->palette);
}

static void update_banner(SlWindow *self) {
    bool bad;
    const char *verdict = sl_session_verdict(self->session, &bad);
    if (!verdict)
        g_clear_pointer(&self->hidden_verdict, g_free);
    gboolean shown = verdict && g_strcmp0(verdict, self->hidden_verdict);
    if (verdict)
        gtk_label_set_label(self->banner_label, verdict);
    (bad ? gtk_widget_add_css_class : gtk_widget_remove_css_class)(self->banner_box, "bad");
    (bad ? gtk_widget_remove_css_class : gtk_widget_add_css_class)(self->banner_box, "good");
    gtk_widget_set_visible(self->why_button, sl_session_findings(self->session) != NULL);
    gtk_revealer_set_reveal_child(self->banner, shown);
    sl_canvas_set_inset(self->canvas, shown ? 62 : 0);
}

static void on_run_state(SlWindow *self) {
    SlSessionState state = sl_session_state(self->session);
    gboolean work = g_strcmp0(gtk_stack_get_visible_child_name(self->pages), "work") == 0;
    gboolean alive = state != SL_SESSION_EDITING && state != SL_SESSION_ENDED;
    gboolean one = sl_session_controlled(self->session);
    int problems;
    sl_session_problems(self->session, &problems);
    gboolean running = state == SL_SESSION_RUNNING || state == SL_SESSION_STARTING;
    adw_button_content_set_label(self->run_content, running                      ? _("Pause")
                                                    : state == SL_SESSION_PAUSED ? _("Continue")
                                                    : state == SL_SESSION_ENDED  ? _("Run again")
                                                                                 : _("Run"));
    adw_button_content_set_icon_name(self->run_content,
                                     running ? "media-playback-pause-symbolic" : "media-playback-start-symbolic");
    gtk_actionable_set_action_name(GTK_ACTIONABLE(self->run_button), running ? "win.pause" : "win.run");
    gtk_widget_set_tooltip_text(self->run_button, running    ? _("Pause (Ctrl+.)")
                                                  : problems ? _("The program has errors")
                                                             : _("Run (F5)"));
    set_enabled(self, "run", work && !running && state != SL_SESSION_INPUT && (alive || !problems));
    set_enabled(self, "pause", running);
    bool viewing = sl_session_is_viewing(self->session);
    set_enabled(self, "next",
                viewing || (work && one && !problems && state != SL_SESSION_STARTING && state != SL_SESSION_INPUT));
    set_enabled(self, "back", sl_session_can_go(self->session));
    set_enabled(self, "stop", state != SL_SESSION_EDITING);
    gtk_widget_set_sensitive(self->rate_box, one);
    self->setting = TRUE;
    gtk_toggle_button_set_active(one ? self->one_button : self->all_button, TRUE);
    double rate = sl_session_rate(self->session);
    g_autofree char *text = rate <= 0  ? g_strdup(_("full speed"))
                            : rate < 1 ? g_strdup_printf("%.1f events/s", rate)
                                       : g_strdup_printf("%.0f events/s", rate);
    gtk_label_set_label(self->rate_label, text);
    self->setting = FALSE;
    update_title(self);
    update_banner(self);
}

static void on_document(SlWindow *self) {
    on_run_state(self);
}

static void on_disk_answer(void *data, gboolean reload) {
    SlWindow *self = data;
    g_autoptr(GError) error = NULL;
    if (!reload)
        sl_session_ignore_disk(self->session);
    else if (!sl_session_reload(self->session, &error))
        say(self, error->message);
}

static void on_gone_answer(void *data, gboolean save) {
    if (save)
        gtk_widget_activate_action(GTK_WIDGET(data), "win.save", NULL);
}

static void on_disk(SlWindow *self) {
    const char *name = sl_session_name(self->session);
    g_autofree char *changed = g_strdup_printf(_("Another program has changed “%s”."), name);
    g_autofree char *gone = g_strdup_printf(_("“%s” is no longer where it was opened."), name);
    switch (sl_session_disk(self->session)) {
    case SL_DISK_SAME:
        sl_notice_hide(self->notice);
        break;
    case SL_DISK_CHANGED:
        sl_notice_ask(self->notice, changed, _("Reload"), _("Keep What Is Here"), on_disk_answer, self);
        break;
    case SL_DISK_GONE:
        sl_notice_ask(self->notice, gone, _("Save Again"), _("Ignore"), on_gone_answer, self);
        break;
    }
}

static void on_mode(SlWindow *self) {
    if (!self->setting)
        sl_session_set_controlled(self->session, gtk_toggle_button_get_active(self->one_button));
}

// The slider is logarithmic: a tenth of an event a second to a thousand; its end is full speed.
static void on_rate(SlWindow *self) {
    double value = gtk_adjustment_get_value(self->rate);
    double rate = value >= 3.95 ? 0 : pow(10, value);
    sl_session_set_rate(self->session, rate >= 1 ? round(rate) : rate);
}

static void on_zoom(SlWindow *self) {
    g_autofree char *text = g_strdup_printf("%.0f %%", 100 * sl_canvas_get_zoom(self->canvas));
    gtk_button_set_label(self->zoom_label, text);
}

// ---- the document ----

static void show_work(SlWindow *self) {
    gtk_stack_set_visible_child_name(self->pages, "work");
    sl_canvas_fit(self->canvas);
    on_run_state(self);
    gtk_widget_grab_focus(GTK_WIDGET(self->canvas));
}

static void on_example(void *data, int index) {
    SlWindow *self = data;
    g_autofree char *text = g_strndup(self->examples[index].text, self->examples[index].length);
    const char *name = self->examples[index].name;
    while (g_ascii_isdigit(*name) || *name == '-')
        name++;
    sl_session_open_text(self->session, name, text);
    show_work(self);
}

gboolean sl_window_open(SlWindow *self, const char *path) {
    g_autoptr(GError) error = NULL;
    if (!sl_session_open(self->session, path, &error)) {
        say(self, error->message);
        return FALSE;
    }
    show_work(self);
    return TRUE;
}

static void on_recover_answer(void *data, gboolean recover) {
    SlWindow *self = data;
    SlRecovered *left = g_ptr_array_index(self->left_behind, 0);
    if (recover) {
        sl_session_recover(self->session, left->path, left->name, left->text);
        show_work(self);
    }
    sl_recovery_drop(left->id);
    g_ptr_array_remove_index(self->left_behind, 0);
    sl_window_offer(self, g_steal_pointer(&self->left_behind));
}

void sl_window_offer(SlWindow *self, GPtrArray *left_behind) {
    g_clear_pointer(&self->left_behind, g_ptr_array_unref);
    self->left_behind = left_behind;
    if (!left_behind->len)
        return;
    const SlRecovered *left = g_ptr_array_index(left_behind, 0);
    g_autofree char *sentence =
        g_strdup_printf(_("Sluice ended unexpectedly with unsaved changes in “%s”."), left->name);
    sl_notice_ask(self->notice, sentence, _("Recover"), _("Discard"), on_recover_answer, self);
}

gboolean sl_window_is_untouched(SlWindow *self) {
    return !sl_session_is_modified(self->session) && !sl_session_path(self->session);
}

void sl_window_show_gallery(SlWindow *self) {
    gtk_stack_set_visible_child_name(self->pages, "gallery");
    on_run_state(self);
}

typedef void (*Then)(SlWindow *self);

static void on_save_response(GtkNativeDialog *dialog, int response, SlWindow *self) {
    Then then = (Then)g_object_get_data(G_OBJECT(dialog), "then");
    if (response == GTK_RESPONSE_ACCEPT) {
        g_autoptr(GFile) file = gtk_file_chooser_get_file(GTK_FILE_CHOOSER(dialog));
        g_autofree char *path = g_file_get_path(file);
        g_autoptr(GError) error = NULL;
        if (!path || !sl_session_save(self->session, path, &error))
            say(self, error ? error->message : _("This place cannot be written"));
        else if (then)
            then(self);
    }
    g_object_unref(dialog);
}

static void save_as(SlWindow *self, Then then) {
    GtkFileChooserNative *dialog = gtk_file_chooser_native_new(_("Save as"), GTK_WINDOW(self),
                                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
    gtk_native_dialog_set_modal(GTK_NATIVE_DIALOG(dialog), TRUE);
    gtk_file_chooser_set_current_name(GTK_FILE_CHOOSER(dialog), sl_session_name(self->session));
    g_object_set_data(G_OBJECT(dialog), "then", (void *)then);
    g_signal_connect(dialog, "response", G_CALLBACK(on_save_response), self);
    gtk_native_dialog_show(GTK_NATIVE_DIALOG(dialog));
}

static void save(SlWindow *self, Then then) {
    g_autoptr(GError) error = NULL;
    if (!sl_session_path(self->session))
        save_as(self, then);
    else if (!sl_session_save(self->session, NULL, &error))
        say(self, error->message);
    else if (then)
        then(self);
}

static void on_unsaved(AdwMessageDialog *dialog, const char *response, SlWindow *self) {
    Then then = (Then)g_object_get_data(G_OBJECT(dialog), "then");
    if (g_strcmp0(response, "save") == 0)
        save(self, then);
    else if (g_strcmp0(response, "discard") == 0)
        then(self);
}

// Goes on at once when nothing would be lost.
static void unless_unsaved(SlWindow *self, Then then) {
    if (!sl_session_is_modified(self->session)) {
        then(self);
        return;
    }
    GtkWidget *dialog = adw_message_dialog_new(GTK_WINDOW(self), _("Save the changes?"), NULL);
    adw_message_dialog_format_body(ADW_MESSAGE_DIALOG(dialog),
                                   _("“%s” has changes that are not saved. They are lost if you do not save them."),
                                   sl_session_name(self->session));
    adw_message_dialog_add_responses(ADW_MESSAGE_DIALOG(dialog), "cancel", _("_Cancel"), "discard", _("_Discard"),
                                     "save", _("_Save"), NULL);
    adw_message_dialog_set_response_appearance(ADW_MESSAGE_DIALOG(dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
    adw_message_dialog_set_response_appearance(ADW_MESSAGE_DIALOG(dialog), "save", ADW_RESPONSE_SUGGESTED);
    adw_message_dialog_set_default_response(ADW_MESSAGE_DIALOG(dialog), "save");
    adw_message_dialog_set_close_response(ADW_MESSAGE_DIALOG(dialog), "cancel");
    g_object_set_data(G_OBJECT(dialog), "then", (void *)then);
    g_signal_connect(dialog, "response", G_CALLBACK(on_unsaved), self);
    gtk_window_present(GTK_WINDOW(dialog));
}

static void then_new(SlWindow *self) {
    sl_session_open_text(self->session, "main.go", new_text);
    gtk_toggle_button_set_active(self->palette_toggle, TRUE);
    show_work(self);
}

static void then_gallery(SlWindow *self) {
    sl_session_open_text(self->session, "main.go", "");
    sl_window_show_gallery(self);
}

static void on_open_response(GtkNativeDialog *dialog, int response, SlWindow *self) {
    if (response == GTK_RESPONSE_ACCEPT) {
        g_autoptr(GFile) file = gtk_file_chooser_get_file(GTK_FILE_CHOOSER(dialog));
        g_autofree char *path = g_file_get_path(file);
        if (path)
            sl_window_open(self, path);
    }
    g_object_unref(dialog);
}

static void then_open(SlWindow *self) {
    GtkFileChooserNative *dialog = gtk_file_chooser_native_new(_("Open a Go program"), GTK_WINDOW(self),
                                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));
    g_autoptr(GtkFileFilter) filter = gtk_file_filter_new();
    gtk_file_filter_set_name(filter, _("Go programs"));
    gtk_file_filter_add_pattern(filter, "*.go");
    gtk_native_dialog_set_modal(GTK_NATIVE_DIALOG(dialog), TRUE);
    gtk_file_chooser_add_filter(GTK_FILE_CHOOSER(dialog), filter);
    g_signal_connect(dialog, "response", G_CALLBACK(on_open_response), self);
    gtk_native_dialog_show(GTK_NATIVE_DIALOG(dialog));
}

static void then_close(SlWindow *self) {
    self->closing = TRUE;
    sl_session_stop(self->session);
    gtk_window_close(GTK_WINDOW(self));
}

static gboolean sl_window_close_request(GtkWindow *window) {
    SlWindow *self = SL_WINDOW(window);
    if (self->closing || !sl_session_is_modified(self->session))
        return GTK_WINDOW_CLASS(sl_window_parent_class)->close_request(window);
    unless_unsaved(self, then_close);
    return TRUE;
}

// ---- actions ----

#define ACTION(name, body)                                                                                             \
    static void action_##name(GSimpleAction *action, GVariant *parameter, void *data) {                                \
        SlWindow *self = data;                                                                                         \
        (void)action;                                                                                                  \
        (void)parameter;                                                                                               \
        body;                                                                                                          \
    }

static void present(SlWindow *self) {
    self->presenting = !self->presenting;
    gboolean shown = !self->presenting;
    gtk_widget_set_visible(GTK_WIDGET(self->header), shown);
    gtk_widget_set_visible(self->zoom_box, shown);
    gtk_widget_set_visible(self->side, shown && gtk_toggle_button_get_active(self->source_toggle));
    gtk_widget_set_visible(GTK_WIDGET(self->timeline_bin),
                           shown && gtk_toggle_button_get_active(self->timeline_toggle));
    gtk_revealer_set_reveal_child(self->palette_revealer, shown && gtk_toggle_button_get_active(self->palette_toggle));
    gtk_revealer_set_reveal_child(self->outline_revealer, shown && gtk_toggle_button_get_active(self->outline_toggle));
    (self->presenting ? gtk_widget_add_css_class : gtk_widget_remove_css_class)(GTK_WIDGET(self), "presentation");
    sl_canvas_set_presentation(self->canvas, self->presenting);
    if (self->presenting) {
        show_work(self);
        gtk_window_fullscreen(GTK_WINDOW(self));
        say(self, _("Presenting: F5 runs, N steps, Shift+F11 comes back"));
    } else {
        gtk_window_unfullscreen(GTK_WINDOW(self));
    }
}

static void about(SlWindow *self) {
    adw_show_about_window(
        GTK_WINDOW(self), "application-name", "Sluice", "application-icon", "io.github.sluice", "version", SL_VERSION,
        "developer-name", "The Sluice authors", "license-type", GTK_LICENSE_MIT_X11, "comments",
        _("Draw concurrent processes, or open a Go program, and watch its goroutines and channels live."), NULL);
}

static void on_exported(void *data, const char *message) {
    say(data, message);
}

static void hide_verdict(SlWindow *self) {
    bool bad;
    const char *verdict = sl_session_verdict(self->session, &bad);
    g_free(self->hidden_verdict);
    self->hidden_verdict = g_strdup(verdict);
    update_banner(self);
}

static void why(SlWindow *self) {
    gtk_toggle_button_set_active(self->source_toggle, TRUE);
    sl_findings_panel_toggle(self->findings);
}

static void toggle_fullscreen(SlWindow *self) {
    if (gtk_window_is_fullscreen(GTK_WINDOW(self)))
        gtk_window_unfullscreen(GTK_WINDOW(self));
    else
        gtk_window_fullscreen(GTK_WINDOW(self));
}

// Undo in a field with text of its own (a name being typed) is that field's.
static void undo(SlWindow *self, gboolean back) {
    GtkWidget *focus = gtk_window_get_focus(GTK_WINDOW(self));
    if (focus && GTK_IS_TEXT(focus)) {
        gtk_widget_activate_action(focus, back ? "text.undo" : "text.redo", NULL);
        return;
    }
    (back ? sl_session_undo : sl_session_redo)(self->session);
}

ACTION(palette, toggle_palette(self))
ACTION(commands, sl_commands_ask(GTK_WIDGET(self)))
ACTION(undo, undo(self, TRUE))
ACTION(redo, undo(self, FALSE))
ACTION(new, unless_unsaved(self, then_new))
ACTION(open, unless_unsaved(self, then_open))
ACTION(gallery, unless_unsaved(self, then_gallery))
ACTION(save, save(self, NULL))
ACTION(save_as, save_as(self, NULL))
ACTION(run, sl_session_run(self->session))
ACTION(pause, sl_session_pause(self->session))
ACTION(next, sl_session_next(self->session))
ACTION(back, sl_session_back(self->session))
ACTION(stop, sl_session_stop(self->session))
ACTION(mode, sl_session_set_controlled(self->session, !sl_session_controlled(self->session)))
ACTION(faster, gtk_adjustment_set_value(self->rate, gtk_adjustment_get_value(self->rate) + 0.5))
ACTION(slower, gtk_adjustment_set_value(self->rate, gtk_adjustment_get_value(self->rate) - 0.5))
ACTION(zoom_in, sl_canvas_zoom(self->canvas, 1.25))
ACTION(zoom_out, sl_canvas_zoom(self->canvas, 0.8))
ACTION(zoom_fit, sl_canvas_fit(self->canvas))
ACTION(present, present(self))
ACTION(fullscreen, toggle_fullscreen(self))
ACTION(preferences, sl_preferences_show(GTK_WINDOW(self)))
ACTION(export, sl_picture_export_ask(GTK_WINDOW(self), self->session, SL_PICTURE_EXPORT_SCENE, on_exported, self))
ACTION(export_timeline,
       sl_picture_export_ask(GTK_WINDOW(self), self->session, SL_PICTURE_EXPORT_TIMELINE, on_exported, self))
ACTION(about, about(self))
ACTION(hide_verdict, hide_verdict(self))
ACTION(why, why(self))
ACTION(follow, gtk_toggle_button_set_active(self->timeline_toggle, TRUE))
ACTION(inspect, gtk_toggle_button_set_active(self->source_toggle, TRUE))
ACTION(close, gtk_window_close(GTK_WINDOW(self)))

static const GActionEntry actions[] = {
    {"palette", action_palette, NULL, NULL, NULL, {0}},
    {"commands", action_commands, NULL, NULL, NULL, {0}},
    {"undo", action_undo, NULL, NULL, NULL, {0}},
    {"redo", action_redo, NULL, NULL, NULL, {0}},
    {"new", action_new, NULL, NULL, NULL, {0}},
    {"open", action_open, NULL, NULL, NULL, {0}},
    {"gallery", action_gallery, NULL, NULL, NULL, {0}},
    {"save", action_save, NULL, NULL, NULL, {0}},
    {"save-as", action_save_as, NULL, NULL, NULL, {0}},
    {"run", action_run, NULL, NULL, NULL, {0}},
    {"pause", action_pause, NULL, NULL, NULL, {0}},
    {"next", action_next, NULL, NULL, NULL, {0}},
    {"back", action_back, NULL, NULL, NULL, {0}},
    {"stop", action_stop, NULL, NULL, NULL, {0}},
    {"mode", action_mode, NULL, NULL, NULL, {0}},
    {"faster", action_faster, NULL, NULL, NULL, {0}},
    {"slower", action_slower, NULL, NULL, NULL, {0}},
    {"zoom-in", action_zoom_in, NULL, NULL, NULL, {0}},
    {"zoom-out", action_zoom_out, NULL, NULL, NULL, {0}},
    {"zoom-fit", action_zoom_fit, NULL, NULL, NULL, {0}},
    {"present", action_present, NULL, NULL, NULL, {0}},
    {"fullscreen", action_fullscreen, NULL, NULL, NULL, {0}},
    {"export", action_export, NULL, NULL, NULL, {0}},
    {"export-timeline", action_export_timeline, NULL, NULL, NULL, {0}},
    {"preferences", action_preferences, NULL, NULL, NULL, {0}},
    {"about", action_about, NULL, NULL, NULL, {0}},
    {"hide-verdict", action_hide_verdict, NULL, NULL, NULL, {0}},
    {"why", action_why, NULL, NULL, NULL, {0}},
    {"follow", action_follow, NULL, NULL, NULL, {0}},
    {"inspect", action_inspect, NULL, NULL, NULL, {0}},
    {"close-window", action_close, NULL, NULL, NULL, {0}},
};

// ---- life ----

static void on_dark(SlWindow *self) {
    gboolean dark = adw_style_manager_get_dark(adw_style_manager_get_default());
    (dark ? gtk_widget_add_css_class : gtk_widget_remove_css_class)(GTK_WIDGET(self), "dark");
}

static void sl_window_dispose(GObject *object) {
    SlWindow *self = SL_WINDOW(object);
    if (self->session)
        g_signal_handlers_disconnect_by_data(self->session, self);
    g_signal_handlers_disconnect_by_data(adw_style_manager_get_default(), self);
    g_clear_object(&self->session);
    g_clear_pointer(&self->left_behind, g_ptr_array_unref);
    g_clear_pointer(&self->hidden_verdict, g_free);
    G_OBJECT_CLASS(sl_window_parent_class)->dispose(object);
}

static void sl_window_class_init(SlWindowClass *class) {
    GtkWidgetClass *widget = GTK_WIDGET_CLASS(class);
    G_OBJECT_CLASS(class)->dispose = sl_window_dispose;
    GTK_WINDOW_CLASS(class)->close_request = sl_window_close_request;
    gtk_widget_class_set_template_from_resource(widget, "/io/github/sluice/ui/window.ui");
#define CHILD(name) gtk_widget_class_bind_template_child(widget, SlWindow, name)
    CHILD(header), CHILD(title), CHILD(run_content), CHILD(toasts), CHILD(pages), CHILD(one_button), CHILD(all_button);
    CHILD(outline_toggle), CHILD(source_toggle), CHILD(run_button), CHILD(next_button), CHILD(stop_button),
        CHILD(open_button);
    CHILD(save_button), CHILD(mode_box), CHILD(rate_box), CHILD(zoom_box), CHILD(rate), CHILD(rate_label),
        CHILD(banner_label);
    CHILD(zoom_label), CHILD(step_button), CHILD(banner), CHILD(outline_revealer), CHILD(banner_box), CHILD(side),
        CHILD(gallery_bin), CHILD(canvas_bin);
    CHILD(outline_bin), CHILD(source_bin), CHILD(inspector_bin), CHILD(problems_bin), CHILD(console_bin),
        CHILD(legend_bin), CHILD(timeline_bin), CHILD(timeline_toggle), CHILD(notice_bin), CHILD(why_button),
        CHILD(findings_bin);
    CHILD(palette_toggle), CHILD(palette_revealer), CHILD(canvas_overlay), CHILD(palette_bin), CHILD(minimap_bin);
#undef CHILD
}

static void sl_window_init(SlWindow *self) {
    gtk_widget_init_template(GTK_WIDGET(self));
    g_action_map_add_action_entries(G_ACTION_MAP(self), actions, G_N_ELEMENTS(actions), self);
}

static void on_breakpoint(void *data, int line, uint64_t key) {
    SlWindow *self = data;
    if (line)
        sl_source_view_go(self->source, line, 1);
    if (!key)
        return;
    sl_session_select(self->session, key);
    sl_canvas_reveal(self->canvas, key);
    gtk_widget_grab_focus(GTK_WIDGET(self->canvas));
}

static void fill(SlWindow *self) {
    SlSession *session = self->session;
    self->canvas = SL_CANVAS(sl_canvas_new(session));
    self->source = sl_source_view_new(session);
    GtkWidget *problems = sl_problems_new(session);
    g_object_set_data(G_OBJECT(problems), "source", self->source);
    self->notice = sl_notice_new();
    adw_bin_set_child(self->notice_bin, self->notice);
    adw_bin_set_child(self->canvas_bin, GTK_WIDGET(self->canvas));
    GtkWidget *side = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
    GtkWidget *steps_bar = sl_steps_bar_new(), *breakpoints = sl_breakpoints_new(session, on_breakpoint, self);
    gtk_widget_set_hexpand(breakpoints, TRUE);
    gtk_widget_set_halign(breakpoints, GTK_ALIGN_END);
    gtk_box_append(GTK_BOX(steps_bar), breakpoints);
    gtk_box_append(GTK_BOX(side), steps_bar);
    gtk_box_append(GTK_BOX(side), self->source);
    sl_node_menu_add(GTK_WINDOW(self), session, self->source, breakpoints);
    adw_bin_set_child(self->source_bin, side);
    sl_steps_add(GTK_WINDOW(self), session, self->source);
    g_autoptr(GMenuModel) steps = sl_steps_menu();
    gtk_menu_button_set_menu_model(self->step_button, steps);
    adw_bin_set_child(self->problems_bin, problems);
    self->findings = sl_findings_panel_new(session);
    adw_bin_set_child(self->findings_bin, self->findings);
    GtkWidget *inspector = sl_inspector_new(session);
    adw_bin_set_child(self->inspector_bin, inspector);
    g_object_bind_property(inspector, "visible", self->inspector_bin, "visible", G_BINDING_SYNC_CREATE);
    adw_bin_set_child(self->console_bin, sl_console_new(session));
    adw_bin_set_child(self->outline_bin, sl_outline_new(session));
    adw_bin_set_child(self->timeline_bin, sl_timeline_view_new(session));
    adw_bin_set_child(self->legend_bin, sl_legend_new(session));
    adw_bin_set_child(self->gallery_bin, sl_gallery_new(self->examples, self->example_count, on_example, self));
    g_object_bind_property(self->outline_toggle, "active", self->outline_revealer, "reveal-child",
                           G_BINDING_SYNC_CREATE);
    g_object_bind_property(self->timeline_toggle, "active", self->timeline_bin, "visible", G_BINDING_SYNC_CREATE);
    g_object_bind_property(self->source_toggle, "active", self->side, "visible", G_BINDING_SYNC_CREATE);
    g_signal_connect_swapped(session, "run", G_CALLBACK(on_run_state), self);
    self->palette = sl_palette_new(session, on_add_part, self);
    adw_bin_set_child(self->palette_bin, self->palette);
    adw_bin_set_child(self->minimap_bin, sl_minimap_new(session, self->canvas));
    g_object_bind_property(self->palette_toggle, "active", self->palette_revealer, "reveal-child",
                           G_BINDING_SYNC_CREATE);
    sl_canvas_notes_add(self->canvas_overlay, session, self->canvas);
    sl_edit_actions_add(GTK_APPLICATION_WINDOW(self), session, self->canvas);
    g_signal_connect_swapped(session, "refused", G_CALLBACK(on_refused), self);
    g_signal_connect_swapped(session, "disk", G_CALLBACK(on_disk), self);
    g_signal_connect_swapped(session, "document", G_CALLBACK(on_document), self);
    g_signal_connect_swapped(self->one_button, "toggled", G_CALLBACK(on_mode), self);
    g_signal_connect_swapped(self->rate, "value-changed", G_CALLBACK(on_rate), self);
    g_signal_connect_swapped(self->canvas, "zoom-changed", G_CALLBACK(on_zoom), self);
    g_signal_connect_swapped(adw_style_manager_get_default(), "notify::dark", G_CALLBACK(on_dark), self);
    on_dark(self);
    sl_describe_add(GTK_WINDOW(self), session, self->canvas);
    sl_preferences_begin(session);
    gtk_toggle_button_set_active(self->palette_toggle, sl_preferences_palette());
    sl_window_show_gallery(self);
}

SlWindow *sl_window_new(AdwApplication *application, const SlExample *examples, int example_count) {
    SlWindow *self = g_object_new(SL_TYPE_WINDOW, "application", application, NULL);
    g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource("/io/github/sluice/ui/shortcuts.ui");
    sl_steps_shortcuts(builder, "main_section");
    gtk_application_window_set_help_overlay(GTK_APPLICATION_WINDOW(self),
                                            GTK_SHORTCUTS_WINDOW(gtk_builder_get_object(builder, "help_overlay")));
    self->session = sl_session_new();
    self->examples = examples;
    self->example_count = example_count;
    fill(self);
    return self;
}

SlSession *sl_window_session(SlWindow *self) {
    return self->session;
}
