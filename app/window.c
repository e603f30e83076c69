// SPDX-License-Identifier: MIT
// The window program: GtkApplication, its accelerators, and the host's part of a session (where packages come from,
// where the command-line program is).
#include <adwaita.h>
#include <glib/gi18n.h>
#include <gtksourceview/gtksource.h>
#include <locale.h>
#include <unistd.h>

#include "app/source.h"
#include "ui/widgets/commands.h"
#include "ui/widgets/preferences.h"
#include "ui/widgets/steps.h"
#include "ui/widgets/window.h"

static SlExample *examples;
static int example_count;

static SlImporter importer(const char *folder, void **owner) {
    SlSources *sources = sl_sources_from_text("", "", 0, folder);
    *owner = sources;
    return sl_sources_importer(sources);
}

static void free_owner(void *owner) {
    sl_sources_free(owner);
}

static void load_examples(void) {
    for (const SlEmbedded *file = sl_embedded_examples; file->folder; file++)
        example_count++;
    examples = g_new0(SlExample, example_count + 1);
    for (int i = 0; i < example_count; i++)
        examples[i] = (SlExample){sl_embedded_examples[i].name, sl_embedded_examples[i].bytes,
                                  (gsize)(sl_embedded_examples[i].end - sl_embedded_examples[i].bytes)};
}

// Each embedded file ends with a zero.
static const char *const *palette_texts(int *count) {
    *count = 0;
    while (sl_embedded_palette[*count].folder)
        (*count)++;
    const char **texts = g_new0(const char *, *count + 1);
    for (int i = 0; i < *count; i++)
        texts[i] = sl_embedded_palette[i].bytes;
    return texts;
}

// The command-line program beside this one.
static char *child_path(void) {
    g_autofree char *self = g_file_read_link("/proc/self/exe", NULL);
    g_autofree char *folder = g_path_get_dirname(self ? self : ".");
    return g_build_filename(folder, "sluice", NULL);
}

static void on_quit(GSimpleAction *action, GVariant *parameter, void *data) {
    (void)action;
    (void)parameter;
    GList *windows = g_list_copy(gtk_application_get_windows(data));
    for (GList *at = windows; at; at = at->next) // each may ask about its unsaved changes
        gtk_window_close(at->data);
    g_list_free(windows);
}

static void on_startup(GApplication *application) {
    gtk_source_init();
    load_examples();
    g_autoptr(GtkCssProvider) provider = gtk_css_provider_new();
    gtk_css_provider_load_from_resource(provider, "/io/github/sluice/style.css");
    gtk_style_context_add_provider_for_display(gdk_display_get_default(), GTK_STYLE_PROVIDER(provider),
                                               GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
    sl_preferences_apply();
    sl_commands_set_accels(GTK_APPLICATION(application));
    sl_steps_accels(GTK_APPLICATION(application));
    static const GActionEntry entries[] = {{"quit", on_quit, NULL, NULL, NULL, {0}}};
    g_action_map_add_action_entries(G_ACTION_MAP(application), entries, 1, application);
}

// The first window asks about what a crash left behind.
static void offer_left_behind(SlWindow *window) {
    static gboolean offered;
    if (!offered)
        sl_window_offer(window, sl_recovery_list());
    offered = TRUE;
}

static void on_activate(GApplication *application) {
    SlWindow *window = sl_window_new(ADW_APPLICATION(application), examples, example_count);
    gtk_window_present(GTK_WINDOW(window));
    offer_left_behind(window);
}

static void on_open(GApplication *application, GFile **files, int count, const char *hint) {
    (void)hint;
    for (int i = 0; i < count; i++) {
        SlWindow *window = sl_window_new(ADW_APPLICATION(application), examples, example_count);
        g_autofree char *path = g_file_get_path(files[i]);
        if (path)
            sl_window_open(window, path);
        gtk_window_present(GTK_WINDOW(window));
        offer_left_behind(window);
    }
}

// What was installed beside the program is found wherever that is: its settings' schema, icons and words.
static void find_own_data(void) {
    g_autofree char *self = g_file_read_link("/proc/self/exe", NULL);
    g_autofree char *folder = g_path_get_dirname(self ? self : ".");
    g_autofree char *share = g_build_filename(folder, "..", "share", NULL), *own = g_canonicalize_filename(share, NULL);
    g_autofree char *schema = g_build_filename(own, "glib-2.0", "schemas", "io.github.sluice.gschema.xml", NULL);
    const char *known = g_getenv("XDG_DATA_DIRS");
    if (!known || !*known)
        known = "/usr/local/share/:/usr/share/";
    g_autofree char *all = g_strconcat(own, ":", known, NULL);
    if (g_file_test(schema, G_FILE_TEST_EXISTS))
        g_setenv("XDG_DATA_DIRS", all, TRUE); // before GLib reads it
}

// Words in the user's language: those installed beside the program, or in a build folder those built there.
static void set_language(void) {
    g_autofree char *self = g_file_read_link("/proc/self/exe", NULL);
    g_autofree char *folder = g_path_get_dirname(self ? self : ".");
    g_autofree char *built = g_build_filename(folder, "po", NULL),
                    *beside = g_build_filename(folder, "..", "share", "locale", NULL);
    g_autofree char *there = g_build_filename(beside, "de", "LC_MESSAGES", "sluice.mo", NULL);
    gtk_disable_setlocale(); // it would take numbers along
    setlocale(LC_ALL, "");
    setlocale(LC_NUMERIC, "C"); // numbers in files are written as Go and SVG read them
    bindtextdomain("sluice", g_file_test(built, G_FILE_TEST_IS_DIR)   ? built
                             : g_file_test(there, G_FILE_TEST_EXISTS) ? beside
                                                                      : SL_LOCALE_FOLDER);
    bind_textdomain_codeset("sluice", "UTF-8");
    textdomain("sluice");
}

int main(int argc, char **argv) {
    find_own_data();
    set_language();
    SlSessionHost host = {.importer = importer, .free_owner = free_owner, .child = child_path()};
    host.parts = palette_texts(&host.part_count);
    sl_session_set_host(&host);
    if (access(host.child, X_OK)) {
        g_printerr("sluice-window: %s is missing beside it; it runs the programs\n", host.child);
        return 1;
    }
    g_autoptr(AdwApplication) application =
        adw_application_new("io.github.sluice", G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
    g_signal_connect(application, "startup", G_CALLBACK(on_startup), NULL);
    g_signal_connect(application, "activate", G_CALLBACK(on_activate), NULL);
    g_signal_connect(application, "open", G_CALLBACK(on_open), NULL);
    return g_application_run(G_APPLICATION(application), argc, argv);
}
