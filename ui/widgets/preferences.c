// SPDX-License-Identifier: MIT
// Preferences: one GSettings object, and a window whose rows are bound to it.
#include "ui/widgets/preferences.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static const char id[] = "io.github.sluice";

// The schema that is installed, else that of the build folder. Null: neither.
static GSettingsSchema *find_schema(void) {
    GSettingsSchemaSource *installed = g_settings_schema_source_get_default();
    GSettingsSchema *schema = installed ? g_settings_schema_source_lookup(installed, id, TRUE) : NULL;
    if (schema)
        return schema;
    g_autofree char *self = g_file_read_link("/proc/self/exe", NULL);
    g_autofree char *folder = g_path_get_dirname(self ? self : ".");
    g_autofree char *built = g_build_filename(folder, "resources", "data", NULL);
    g_autoptr(GSettingsSchemaSource) source = g_settings_schema_source_new_from_directory(built, installed, TRUE, NULL);
    return source ? g_settings_schema_source_lookup(source, id, FALSE) : NULL;
}

static GSettings *settings(void) {
    static GSettings *only; // of the process, as the settings are
    static gboolean looked;
    if (!looked) {
        g_autoptr(GSettingsSchema) schema = find_schema();
        only = schema ? g_settings_new_full(schema, NULL, NULL) : NULL;
    }
    looked = TRUE;
    return only;
}

static void apply_colours(GSettings *from) {
    static const AdwColorScheme schemes[] = {ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT,
                                             ADW_COLOR_SCHEME_FORCE_DARK};
    adw_style_manager_set_color_scheme(adw_style_manager_get_default(), schemes[g_settings_get_enum(from, "colours")]);
}

static void apply_motion(GSettings *from) {
    if (g_settings_get_boolean(from, "reduce-motion"))
        g_object_set(gtk_settings_get_default(), "gtk-enable-animations", FALSE, NULL);
    else
        gtk_settings_reset_property(gtk_settings_get_default(), "gtk-enable-animations"); // as the system has it
}

void sl_preferences_apply(void) {
    GSettings *from = settings();
    if (!from)
        return;
    g_signal_connect(from, "changed::colours", G_CALLBACK(apply_colours), NULL);
    g_signal_connect(from, "changed::reduce-motion", G_CALLBACK(apply_motion), NULL);
    apply_colours(from);
    apply_motion(from);
}

void sl_preferences_begin(SlSession *session) {
    GSettings *from = settings();
    if (!from)
        return;
    sl_session_set_controlled(session, g_settings_get_boolean(from, "one-at-a-time"));
    sl_session_set_rate(session, g_settings_get_double(from, "events-per-second"));
}

gboolean sl_preferences_palette(void) {
    return settings() && g_settings_get_boolean(settings(), "palette");
}

// ---- the window ----

static void add_row(AdwPreferencesGroup *group, const char *title, const char *subtitle, GtkWidget *control) {
    GtkWidget *row = adw_action_row_new();
    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(row), title);
    adw_action_row_set_subtitle(ADW_ACTION_ROW(row), subtitle);
    gtk_widget_set_valign(control, GTK_ALIGN_CENTER);
    adw_action_row_add_suffix(ADW_ACTION_ROW(row), control);
    adw_action_row_set_activatable_widget(ADW_ACTION_ROW(row), control);
    adw_preferences_group_add(group, row);
}

static GtkWidget *switch_for(const char *key) {
    GtkWidget *control = gtk_switch_new();
    if (settings())
        g_settings_bind(settings(), key, control, "active", G_SETTINGS_BIND_DEFAULT);
    return control;
}

static void on_colours(GtkDropDown *drop) {
    if (settings())
        g_settings_set_enum(settings(), "colours", (int)gtk_drop_down_get_selected(drop));
}

static AdwPreferencesGroup *group_new(AdwPreferencesPage *page, const char *title) {
    GtkWidget *group = adw_preferences_group_new();
    adw_preferences_group_set_title(ADW_PREFERENCES_GROUP(group), title);
    adw_preferences_page_add(page, ADW_PREFERENCES_GROUP(group));
    return ADW_PREFERENCES_GROUP(group);
}

void sl_preferences_show(GtkWindow *parent) {
    const char *const themes[] = {_("As the system"), _("Light"), _("Dark"), NULL};
    GtkWidget *window = adw_preferences_window_new(), *page = adw_preferences_page_new();
    GtkWidget *drop = gtk_drop_down_new_from_strings(themes), *rate = gtk_spin_button_new_with_range(0, 10000, 1);
    if (settings()) {
        gtk_drop_down_set_selected(GTK_DROP_DOWN(drop), (guint)g_settings_get_enum(settings(), "colours"));
        g_settings_bind(settings(), "events-per-second", rate, "value", G_SETTINGS_BIND_DEFAULT);
    }
    g_signal_connect(drop, "notify::selected", G_CALLBACK(on_colours), NULL);
    AdwPreferencesGroup *picture = group_new(ADW_PREFERENCES_PAGE(page), _("Picture"));
    add_row(picture, _("Colours"), _("Dark suits a dim room, light a projector"), drop);
    add_row(picture, _("Reduce motion"), _("Nothing glides; messages appear where they arrive"),
            switch_for("reduce-motion"));
    AdwPreferencesGroup *drawing = group_new(ADW_PREFERENCES_PAGE(page), _("Drawing"));
    add_row(drawing, _("Show the palette"), _("When a program is opened; Ctrl+F9 shows and hides it"),
            switch_for("palette"));
    AdwPreferencesGroup *runs = group_new(ADW_PREFERENCES_PAGE(page), _("Runs of new windows"));
    add_row(runs, _("One at a time"), _("Otherwise they begin on all cores"), switch_for("one-at-a-time"));
    add_row(runs, _("Events per second"), _("One at a time; 0 is full speed"), rate);
    adw_preferences_window_add(ADW_PREFERENCES_WINDOW(window), ADW_PREFERENCES_PAGE(page));
    adw_preferences_window_set_search_enabled(ADW_PREFERENCES_WINDOW(window), FALSE);
    gtk_window_set_transient_for(GTK_WINDOW(window), parent);
    gtk_window_set_modal(GTK_WINDOW(window), TRUE);
    gtk_window_set_default_size(GTK_WINDOW(window), 580, 560);
    gtk_window_present(GTK_WINDOW(window));
}
