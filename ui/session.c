// SPDX-License-Identifier: MIT
// Session: text to wiring (after a short pause in typing), the child's messages to Worlds, both to the Scene.
#include "ui/session.h"

#include <gio/gio.h>
#include <glib-unix.h>
#include <string.h>

#include "graph/wiring.h"

enum { CHECK_DELAY = 150, WORLD_EVERY = 66, BUDGET = 2000, OUTPUT_KEPT = 512 * 1024, DEPARTURES = 64 };
enum { DOCUMENT, TEXT, RUN, SCENE, SELECTION, FLIGHTS, OUTPUT, SIGNALS };
static guint signals[SIGNALS];
static const SlSessionHost *host;

struct _SlSession {
    GObject parent;
    // the document
    char *path, *name;
    GString *text;
    char *saved;      // text as last saved
    char *folder;     // opened as a package: its other files count; null: a file by itself
    GPtrArray *files; // File: all of the program in their order, the shown one among them
    guint shown;      // index of the shown one
    guint check_timer;
    SlWiring *wiring; // of the last good state
    char *wired_text; // all of the program as it was then
    bool wiring_due;  // the text has changed while a run shows the wiring it began with
    GArray *problems;
    // the run
    SlClient *client;
    guint source, world_timer;
    SlSessionState state;
    bool controlled, world_asked;
    double rate;
    uint64_t event;
    int64_t clock;
    char *verdict;
    bool verdict_bad, broke_off, mixed; // mixed: this run has been on all cores
    GArray *log;                        // SlEvent: all of this run, in order; the timeline
    bool log_cut;                       // earlier ones were dropped
    GString *output;
    char *run_text;   // all of the text that runs
    gsize run_length; // of the shown file in it
    // the picture
    SlWorld *world, *before;
    gint64 world_at, before_at;
    SlLayout *layout;
    SlScene *scene;
    const SlGeometry *geometry;
    uint64_t selected;
    GArray *departures, *departed; // collected; handed out last
};

typedef struct {
    char *name, *text; // text null: the shown one's is the document
} File;

G_DEFINE_FINAL_TYPE(SlSession, sl_session, G_TYPE_OBJECT)

void sl_session_set_host(const SlSessionHost *new_host) {
    host = new_host;
}

static void emit(SlSession *self, int signal) {
    g_signal_emit(self, signals[signal], 0);
}

// ---- the program's files ----

static void file_free(void *data) {
    File *file = data;
    g_free(file->name);
    g_free(file->text);
    g_free(file);
}

static void add_file(SlSession *self, const char *name, char *text) {
    File *file = g_new0(File, 1);
    file->name = g_strdup(name);
    file->text = text;
    g_ptr_array_add(self->files, file);
}

// For sl_program_load; g_free it.
static SlSource *sources_of(SlSession *self) {
    SlSource *sources = g_new0(SlSource, self->files->len);
    for (guint i = 0; i < self->files->len; i++) {
        const File *file = g_ptr_array_index(self->files, i);
        const char *text = file->text ? file->text : self->text->str;
        sources[i] = (SlSource){file->name, text, strlen(text)};
    }
    return sources;
}

// As positions count: the files one after the other, a byte apart.
static char *whole_text(SlSession *self) {
    GString *whole = g_string_new("");
    for (guint i = 0; i < self->files->len; i++) {
        const File *file = g_ptr_array_index(self->files, i);
        g_string_append(whole, file->text ? file->text : self->text->str);
        if (i + 1 < self->files->len)
            g_string_append_c(whole, '\n');
    }
    return g_string_free(whole, FALSE);
}

// Bytes of the program before the shown file.
static gsize shown_offset(SlSession *self) {
    gsize offset = 0;
    for (guint i = 0; i < self->shown; i++)
        offset += strlen(((File *)g_ptr_array_index(self->files, i))->text) + 1;
    return offset;
}

static int by_name(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

// Names of the folder's Go files in their order; an empty array when there are none.
static GPtrArray *list_folder(const char *folder) {
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    GDir *dir = g_dir_open(folder, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));)
        if (g_str_has_suffix(name, ".go") && !g_str_has_suffix(name, "_test.go") && *name != '.' && *name != '_')
            g_ptr_array_add(names, g_strdup(name));
    if (dir)
        g_dir_close(dir);
    g_ptr_array_sort(names, by_name);
    return names;
}

// Reads the files beside the shown one anew: another program may have changed them.
static void load_files(SlSession *self) {
    g_ptr_array_set_size(self->files, 0);
    self->shown = 0;
    bool found = false;
    if (self->folder) {
        g_autoptr(GPtrArray) names = list_folder(self->folder);
        for (guint i = 0; i < names->len; i++) {
            const char *name = g_ptr_array_index(names, i);
            g_autofree char *path = g_build_filename(self->folder, name, NULL);
            char *text = NULL;
            bool is_shown = !found && g_strcmp0(name, self->name) == 0;
            if (!is_shown && !g_file_get_contents(path, &text, NULL, NULL))
                continue;
            if (is_shown)
                self->shown = self->files->len;
            found |= is_shown;
            add_file(self, name, text);
        }
    }
    if (!found) {
        self->shown = self->files->len;
        add_file(self, self->name, NULL);
    }
}

// ---- the picture ----

static void show(SlSession *self) {
    g_autofree char *whole = self->world ? NULL : whole_text(self);
    const char *text = self->world && self->run_text ? self->run_text : whole ? whole : "";
    SlSceneOptions options = {
        .text = text,
        .length = strlen(text),
        .selected = self->selected,
        .before = self->controlled ? NULL : self->before,
        .seconds = self->before ? (double)(self->world_at - self->before_at) / 1e6 : 0,
    };
    SlScene *scene = sl_scene_new(self->wiring, self->world, &options);
    sl_scene_free(self->scene);
    self->scene = scene;
    self->geometry = sl_layout_apply(self->layout, scene);
    emit(self, SCENE);
}

// ---- the document ----

static void clear_problem(void *data) {
    g_free(((SlProblem *)data)->message);
}

static void take_problems(SlSession *self, SlProgram *program) {
    g_array_set_size(self->problems, 0);
    sl_diags_sort(program->diags, program->files);
    for (int i = 0; i < program->diags->list.count; i++) {
        const SlDiag *diag = &program->diags->list.at[i];
        SlPlace place = sl_files_place(program->files, diag->pos);
        SlProblem problem = {place.line ? place.line : 1, place.column ? place.column : 1, NULL};
        const char *name = ((File *)g_ptr_array_index(self->files, self->shown))->name;
        if (place.file && g_strcmp0(place.file->name, name)) // it stands elsewhere
            problem = (SlProblem){
                1, 1, g_strdup_printf("%s:%d:%d: %s", place.file->name, place.line, place.column, diag->message)};
        else
            problem.message = g_strdup(diag->message);
        g_array_append_val(self->problems, problem);
    }
}

// Places go with their text: what stands before and after the change is the same.
static void follow_text(SlSession *self) {
    char *text = whole_text(self);
    if (self->wired_text && strcmp(text, self->wired_text)) {
        const char *old = self->wired_text;
        gsize before = 0, n = strlen(old), m = strlen(text), after = 0;
        while (old[before] && old[before] == text[before])
            before++;
        while (after < n - before && after < m - before && old[n - 1 - after] == text[m - 1 - after])
            after++;
        SlPos from = (SlPos)before + 1, to = (SlPos)(n - after) + 1;
        sl_layout_shift(self->layout, from, to, (gint64)m - (gint64)n);
        if (self->selected >> 63 && (SlPos)self->selected >= to)
            self->selected =
                (self->selected & ~0xffffffffull) | (SlPos)((gint64)(SlPos)self->selected + (gint64)m - (gint64)n);
    }
    g_free(self->wired_text);
    self->wired_text = text;
}

static gboolean check(void *data) {
    SlSession *self = data;
    self->check_timer = 0;
    void *owner = NULL;
    g_autofree char *folder = self->path ? g_path_get_dirname(self->path) : NULL;
    SlImporter importer = host->importer(folder, &owner);
    g_autofree SlSource *sources = sources_of(self);
    SlProgram *program = sl_program_load(sources, (int)self->files->len, &importer, &(SlLangOptions){0});
    take_problems(self, program);
    bool good = self->problems->len == 0;
    self->wiring_due = self->state != SL_SESSION_EDITING;
    if (!self->wiring_due && (good || !self->wiring)) {
        sl_wiring_free(self->wiring);
        self->wiring = sl_wiring_new(program);
        follow_text(self);
    }
    sl_program_free(program);
    host->free_owner(owner);
    emit(self, DOCUMENT);
    if (!self->world)
        show(self);
    return G_SOURCE_REMOVE;
}

static void check_now(SlSession *self) {
    g_clear_handle_id(&self->check_timer, g_source_remove);
    check(self);
}

static void set_document(SlSession *self, const char *path, const char *name, const char *text, const char *folder) {
    sl_session_stop(self);
    g_free(self->folder);
    self->folder = g_strdup(folder);
    g_free(self->path);
    self->path = g_strdup(path);
    g_free(self->name);
    self->name = g_strdup(name);
    g_string_assign(self->text, text);
    g_free(self->saved);
    self->saved = g_strdup(text);
    sl_wiring_free(self->wiring);
    self->wiring = NULL;
    g_clear_pointer(&self->wired_text, g_free);
    self->selected = 0;
    sl_layout_forget(self->layout);
    g_string_truncate(self->output, 0);
    load_files(self);
    check_now(self);
    emit(self, TEXT);
    emit(self, OUTPUT);
}

void sl_session_open_text(SlSession *self, const char *name, const char *text) {
    set_document(self, NULL, name, text, NULL);
}

// The file of a folder to show: the one with func main, else the first.
static char *main_file(const char *folder, GError **error) {
    g_autoptr(GPtrArray) names = list_folder(folder);
    if (!names->len) {
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There are no Go files in %s", folder);
        return NULL;
    }
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *path = g_build_filename(folder, g_ptr_array_index(names, i), NULL);
        g_autofree char *text = NULL;
        if (g_file_get_contents(path, &text, NULL, NULL) &&
            (g_str_has_prefix(text, "func main(") || strstr(text, "\nfunc main(")))
            return g_steal_pointer(&path);
    }
    return g_build_filename(folder, g_ptr_array_index(names, 0), NULL);
}

bool sl_session_open(SlSession *self, const char *path, GError **error) {
    char *text;
    gsize length;
    g_autofree char *shown = NULL;
    const char *folder = g_file_test(path, G_FILE_TEST_IS_DIR) ? path : NULL;
    if (folder && !(path = shown = main_file(folder, error)))
        return false;
    if (!g_file_get_contents(path, &text, &length, error))
        return false;
    if (!g_utf8_validate(text, (gssize)length, NULL)) {
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s is not UTF-8 text, so it is no Go file", path);
        g_free(text);
        return false;
    }
    g_autofree char *name = g_path_get_basename(path);
    set_document(self, path, name, text, folder);
    g_free(text);
    return true;
}

bool sl_session_save(SlSession *self, const char *path, GError **error) {
    const char *target = path ? path : self->path;
    g_return_val_if_fail(target, false);
    if (!g_file_set_contents_full(target, self->text->str, (gssize)self->text->len,
                                  G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644, error))
        return false;
    if (path && g_strcmp0(path, self->path)) {
        g_free(self->path);
        self->path = g_strdup(path);
        g_free(self->name);
        self->name = g_path_get_basename(path);
        g_autofree char *folder = g_path_get_dirname(path);
        if (self->folder && g_strcmp0(folder, self->folder)) // it has left its package
            g_clear_pointer(&self->folder, g_free);
        load_files(self);
        g_clear_pointer(&self->wired_text, g_free);
        if (self->state == SL_SESSION_EDITING)
            check(self);
    }
    g_free(self->saved);
    self->saved = g_strdup(self->text->str);
    emit(self, DOCUMENT);
    return true;
}

void sl_session_edit(SlSession *self, const char *text) {
    if (strcmp(text, self->text->str) == 0)
        return;
    g_string_assign(self->text, text);
    g_clear_handle_id(&self->check_timer, g_source_remove);
    self->check_timer = g_timeout_add(CHECK_DELAY, check, self);
    emit(self, DOCUMENT);
}

const char *sl_session_text(SlSession *self) {
    return self->text->str;
}

const char *sl_session_name(SlSession *self) {
    return self->name;
}

const char *sl_session_path(SlSession *self) {
    return self->path;
}

bool sl_session_is_modified(SlSession *self) {
    return g_strcmp0(self->saved, self->text->str) != 0;
}

const SlProblem *sl_session_problems(SlSession *self, int *count) {
    *count = (int)self->problems->len;
    return (const SlProblem *)self->problems->data;
}

// ---- the run ----

static void set_verdict(SlSession *self, const char *text, bool bad) {
    g_free(self->verdict);
    self->verdict = text && *text ? g_strdup(text) : NULL;
    self->verdict_bad = bad;
}

static void add_output(SlSession *self, const SlMessage *message) {
    g_string_append_len(self->output, message->bytes, (gssize)message->length);
    if (message->skipped)
        g_string_append_printf(self->output, "\n… %" G_GUINT64_FORMAT " bytes left out …\n", message->skipped);
    if (self->output->len > OUTPUT_KEPT) {
        gsize cut = self->output->len - OUTPUT_KEPT / 2;
        while (cut < self->output->len && self->output->str[cut] != '\n')
            cut++;
        g_string_erase(self->output, 0, (gssize)cut);
        g_string_prepend(self->output, "… earlier output left out …");
    }
    emit(self, OUTPUT);
}

// The edge that a message travels along: from the sender into the channel, or out of it to the receiver.
static void depart(SlSession *self, const SlEvent *event) {
    if ((event->kind != SL_EVENT_SEND && event->kind != SL_EVENT_RECEIVE) || self->departures->len >= DEPARTURES)
        return;
    int process = sl_scene_find(self->scene, sl_key_goroutine(event->goroutine));
    int object = sl_scene_find(self->scene, sl_key_object(event->object));
    bool send = event->kind == SL_EVENT_SEND;
    int edge =
        process >= 0 && object >= 0 ? sl_scene_flow(self->scene, send ? process : object, send ? object : process) : -1;
    if (edge < 0)
        return;
    SlDeparture departure = {.edge = self->scene->edges[edge].key};
    g_strlcpy(departure.value, event->text, sizeof departure.value);
    g_array_append_val(self->departures, departure);
}

static void take_world(SlSession *self, SlWorld *world) {
    sl_world_free(self->before);
    self->before = self->world;
    self->before_at = self->world_at;
    self->world = world;
    self->world_at = g_get_monotonic_time();
    self->event = world->event;
    self->clock = world->time;
    self->world_asked = false;
    char *verdict = sl_scene_verdict(world);
    if (verdict)
        set_verdict(self, verdict, true);
    free(verdict);
    show(self);
}

static void take_state(SlSession *self, const SlMessage *message) {
    static const SlSessionState states[] = {
        [SL_RUN_LOADING] = SL_SESSION_STARTING, [SL_RUN_RUNNING] = SL_SESSION_RUNNING,
        [SL_RUN_PAUSED] = SL_SESSION_PAUSED,    [SL_RUN_INPUT] = SL_SESSION_INPUT,
        [SL_RUN_ENDED] = SL_SESSION_ENDED,
    };
    self->state = message->state <= SL_RUN_ENDED ? states[message->state] : SL_SESSION_RUNNING;
    self->event = message->event;
    self->clock = message->time;
}

static void finish(SlSession *self, bool gone) {
    self->state = SL_SESSION_ENDED;
    if (!gone && self->controlled && !self->mixed) { // the child stays, so that one can go back
        emit(self, RUN);
        return;
    }
    g_clear_handle_id(&self->source, g_source_remove);
    g_clear_handle_id(&self->world_timer, g_source_remove);
    sl_client_free(self->client);
    self->client = NULL;
    emit(self, RUN);
    show(self);
}

static void take_end(SlSession *self, const SlMessage *message) {
    if (message->kind == SL_MSG_DIED) {
        set_verdict(self, message->text, true);
        self->broke_off = true;
    } else if (self->verdict) {
        // the World has said it better
    } else if (message->end == SL_END_EXIT || message->end == SL_END_NONE) {
        g_autofree char *text = message->exit_code
                                    ? g_strdup_printf("The program ended with exit status %d.", message->exit_code)
                                    : g_strdup("The program has ended.");
        set_verdict(self, message->exit_code && *message->text ? message->text : text, message->exit_code != 0);
    } else {
        set_verdict(self, message->text, true);
    }
    finish(self, message->kind == SL_MSG_DIED);
}

// Events beyond an earlier instant replace those that followed it before.
static void add_log(SlSession *self, const SlMessage *message) {
    enum { MOST = 1000000 };
    if (!message->count || !self->controlled)
        return;
    while (self->log->len && g_array_index(self->log, SlEvent, self->log->len - 1).number >= message->events[0].number)
        g_array_set_size(self->log, self->log->len - 1);
    if (message->skipped)
        self->log_cut = true;
    if (self->log->len + message->count > MOST) {
        g_array_set_size(self->log, 0);
        self->log_cut = true;
    }
    g_array_append_vals(self->log, message->events, message->count);
}

static gboolean on_readable(int fd, GIOCondition condition, void *data) {
    enum { MOST = 64 };
    SlSession *self = data;
    SlMessage message;
    bool flights = false, run = false;
    (void)fd;
    (void)condition;
    for (int i = 0; i < MOST && self->client && sl_client_next(self->client, &message); i++) {
        switch (message.kind) {
        case SL_MSG_ERRORS:
            g_string_append(self->output, message.text);
            emit(self, OUTPUT);
            break;
        case SL_MSG_EVENTS:
            for (uint32_t e = 0; e < message.count; e++)
                depart(self, &message.events[e]);
            add_log(self, &message);
            if (message.count)
                self->event = MAX(self->event, message.events[message.count - 1].number);
            flights = true;
            break;
        case SL_MSG_WORLD:
            take_world(self, message.world);
            break;
        case SL_MSG_OUTPUT:
            add_output(self, &message);
            break;
        case SL_MSG_STATE:
            take_state(self, &message);
            break;
        case SL_MSG_ENDED:
        case SL_MSG_DIED:
            take_end(self, &message);
            return G_SOURCE_CONTINUE;
        }
        run = true;
    }
    if (flights)
        emit(self, FLIGHTS);
    if (run)
        emit(self, RUN);
    return G_SOURCE_CONTINUE;
}

// On all cores the picture asks for the instant when it has drawn the last one.
static gboolean ask_world(void *data) {
    SlSession *self = data;
    if (self->client && !self->controlled && !self->world_asked && self->state == SL_SESSION_RUNNING) {
        sl_client_world(self->client, BUDGET);
        self->world_asked = true;
    }
    return G_SOURCE_CONTINUE;
}

static void start(SlSession *self, bool paused) {
    sl_session_stop(self);
    load_files(self);
    if (self->check_timer || self->folder)
        check_now(self);
    if (self->problems->len)
        return;
    g_string_truncate(self->output, 0);
    emit(self, OUTPUT);
    set_verdict(self, NULL, false);
    self->broke_off = self->mixed = self->log_cut = false;
    g_array_set_size(self->log, 0);
    g_free(self->run_text);
    self->run_text = whole_text(self);
    self->run_length = self->text->len;
    self->event = 0;
    self->clock = 0;
    g_autofree char *folder = self->path ? g_path_get_dirname(self->path) : NULL;
    g_autofree SlSource *sources = sources_of(self);
    SlClientOptions options = {.program = host->child,
                               .controlled = self->controlled,
                               .paused = paused,
                               .events_per_second = self->rate,
                               .folder = folder};
    char *error = NULL;
    self->client = sl_client_start(sources, (int)self->files->len, &options, &error);
    if (!self->client) {
        set_verdict(self, error, true);
        free(error);
        self->state = SL_SESSION_ENDED;
    } else {
        self->state = SL_SESSION_STARTING;
        self->source = g_unix_fd_add(sl_client_fd(self->client), G_IO_IN | G_IO_HUP | G_IO_ERR, on_readable, self);
        self->world_timer = g_timeout_add(WORLD_EVERY, ask_world, self);
    }
    emit(self, RUN);
}

SlSessionState sl_session_state(SlSession *self) {
    return self->state;
}

void sl_session_run(SlSession *self) {
    if (self->state == SL_SESSION_PAUSED)
        sl_client_resume(self->client);
    else if (self->state == SL_SESSION_EDITING || self->state == SL_SESSION_ENDED)
        start(self, false);
}

void sl_session_pause(SlSession *self) {
    if (self->client)
        sl_client_pause(self->client);
}

void sl_session_stop(SlSession *self) {
    if (self->state == SL_SESSION_EDITING)
        return;
    g_clear_handle_id(&self->source, g_source_remove);
    g_clear_handle_id(&self->world_timer, g_source_remove);
    sl_client_free(self->client);
    self->client = NULL;
    sl_world_free(self->world);
    sl_world_free(self->before);
    self->world = self->before = NULL;
    self->world_asked = false;
    self->state = SL_SESSION_EDITING;
    self->selected = 0;
    set_verdict(self, NULL, false);
    g_array_set_size(self->departures, 0);
    if (self->wiring_due)
        check_now(self);
    else
        show(self);
    emit(self, RUN);
    emit(self, SELECTION);
}

void sl_session_next(SlSession *self) {
    if (!self->controlled)
        return;
    if (self->state == SL_SESSION_PAUSED)
        sl_client_step(self->client, 1);
    else if (self->state == SL_SESSION_RUNNING)
        sl_client_pause(self->client);
    else if (self->state == SL_SESSION_EDITING || self->state == SL_SESSION_ENDED)
        start(self, true);
}

bool sl_session_can_go(SlSession *self) {
    return self->client && self->controlled && !self->mixed && self->event > 0 &&
           (self->state == SL_SESSION_PAUSED || self->state == SL_SESSION_ENDED || self->state == SL_SESSION_INPUT);
}

void sl_session_go(SlSession *self, uint64_t event) {
    if (!sl_session_can_go(self))
        return;
    set_verdict(self, NULL, false);
    sl_client_goto(self->client, event);
}

void sl_session_back(SlSession *self) {
    if (!self->event)
        return;
    // The verdict and the end are events that nobody makes: before them is before both.
    uint64_t event = self->event - 1;
    for (guint i = self->log->len; i-- > 0 && event > 0;) {
        const SlEvent *at = &g_array_index(self->log, SlEvent, i);
        if (at->number == event && (at->kind == SL_EVENT_DEADLOCK || at->kind == SL_EVENT_END))
            event--;
        else if (at->number < event)
            break;
    }
    sl_session_go(self, event);
}

const SlEvent *sl_session_log(SlSession *self, uint32_t *count, bool *cut) {
    *count = self->log->len;
    *cut = self->log_cut;
    return (const SlEvent *)self->log->data;
}

void sl_session_move(SlSession *self, uint64_t goroutine) {
    if (self->client && self->controlled && self->state == SL_SESSION_PAUSED)
        sl_client_move(self->client, goroutine);
}

bool sl_session_controlled(SlSession *self) {
    return self->controlled;
}

void sl_session_set_controlled(SlSession *self, bool controlled) {
    if (self->controlled == controlled)
        return;
    self->controlled = controlled;
    if (self->client && self->state != SL_SESSION_ENDED) {
        sl_client_controlled(self->client, controlled);
        self->mixed = true;
    }
    emit(self, RUN);
}

double sl_session_rate(SlSession *self) {
    return self->rate;
}

void sl_session_set_rate(SlSession *self, double rate) {
    self->rate = rate;
    if (self->client)
        sl_client_rate(self->client, rate);
    emit(self, RUN);
}

void sl_session_input(SlSession *self, const char *line) {
    if (!self->client)
        return;
    if (line) {
        g_string_append(self->output, line);
        emit(self, OUTPUT);
    }
    sl_client_input(self->client, line ? line : "", line ? strlen(line) : 0, !line);
}

uint64_t sl_session_event(SlSession *self) {
    return self->event;
}

int64_t sl_session_clock(SlSession *self) {
    return self->clock;
}

const char *sl_session_verdict(SlSession *self, bool *bad) {
    *bad = self->verdict_bad;
    return self->verdict;
}

bool sl_session_broke_off(SlSession *self) {
    return self->broke_off && self->state == SL_SESSION_ENDED;
}

const char *sl_session_output(SlSession *self, gsize *length) {
    *length = self->output->len;
    return self->output->str;
}

int sl_session_child(SlSession *self) {
    return self->client ? sl_client_pid(self->client) : 0;
}

// ---- what is shown ----

const SlScene *sl_session_scene(SlSession *self) {
    return self->scene;
}

const SlGeometry *sl_session_geometry(SlSession *self) {
    return self->geometry;
}

const SlWorld *sl_session_world(SlSession *self) {
    return self->world;
}

uint64_t sl_session_selected(SlSession *self) {
    return self->selected;
}

void sl_session_select(SlSession *self, uint64_t key) {
    if (self->selected == key)
        return;
    self->selected = key;
    show(self);
    emit(self, SELECTION);
}

void sl_session_place(SlSession *self, uint64_t key, double x, double y) {
    sl_layout_move(self->layout, key, x, y);
    self->geometry = sl_layout_apply(self->layout, self->scene);
    emit(self, SCENE);
}

const SlDeparture *sl_session_departures(SlSession *self, int *count) {
    GArray *list = self->departures;
    self->departures = self->departed;
    self->departed = list;
    g_array_set_size(self->departures, 0);
    *count = (int)list->len;
    return (const SlDeparture *)list->data;
}

void sl_session_line(SlSession *self, SlPos pos, int *line, int *column) {
    gsize offset = shown_offset(self);
    const char *text = self->text->str;
    gsize length = self->text->len;
    if (self->world && self->run_text) { // the run's text, where the document has moved on
        text = self->run_text + offset;
        length = self->run_length;
    }
    *line = 0;
    *column = 0;
    if (pos <= offset || pos - offset > length + 1)
        return;
    *line = 1;
    *column = 1;
    for (SlPos i = 0; i + 1 < pos - offset; i++) {
        (*column)++;
        if (text[i] == '\n') {
            (*line)++;
            *column = 1;
        }
    }
}

// ---- life ----

static void sl_session_finalize(GObject *object) {
    SlSession *self = SL_SESSION(object);
    g_clear_handle_id(&self->check_timer, g_source_remove);
    g_clear_handle_id(&self->source, g_source_remove);
    g_clear_handle_id(&self->world_timer, g_source_remove);
    sl_client_free(self->client);
    sl_world_free(self->world);
    sl_world_free(self->before);
    sl_scene_free(self->scene);
    sl_layout_free(self->layout);
    sl_wiring_free(self->wiring);
    g_array_unref(self->problems);
    g_array_unref(self->departures);
    g_array_unref(self->departed);
    g_array_unref(self->log);
    g_string_free(self->text, TRUE);
    g_string_free(self->output, TRUE);
    g_free(self->path);
    g_free(self->name);
    g_free(self->saved);
    g_free(self->verdict);
    g_free(self->run_text);
    g_free(self->folder);
    g_free(self->wired_text);
    g_ptr_array_unref(self->files);
    G_OBJECT_CLASS(sl_session_parent_class)->finalize(object);
}

static void sl_session_class_init(SlSessionClass *class) {
    static const char *const names[SIGNALS] = {"document", "text", "run", "scene", "selection", "flights", "output"};
    G_OBJECT_CLASS(class)->finalize = sl_session_finalize;
    for (int i = 0; i < SIGNALS; i++)
        signals[i] = g_signal_new(names[i], SL_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void sl_session_init(SlSession *self) {
    self->text = g_string_new("");
    self->saved = g_strdup("");
    self->name = g_strdup("main.go");
    self->output = g_string_new("");
    self->files = g_ptr_array_new_with_free_func(file_free);
    add_file(self, self->name, NULL);
    self->problems = g_array_new(FALSE, TRUE, sizeof(SlProblem));
    g_array_set_clear_func(self->problems, clear_problem);
    self->departures = g_array_new(FALSE, TRUE, sizeof(SlDeparture));
    self->departed = g_array_new(FALSE, TRUE, sizeof(SlDeparture));
    self->log = g_array_new(FALSE, TRUE, sizeof(SlEvent));
    self->layout = sl_layout_new();
    self->controlled = true;
    self->rate = 2;
    self->scene = sl_scene_new(NULL, NULL, &(SlSceneOptions){0});
    self->geometry = sl_layout_apply(self->layout, self->scene);
}

SlSession *sl_session_new(void) {
    return g_object_new(SL_TYPE_SESSION, NULL);
}
