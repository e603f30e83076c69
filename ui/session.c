// SPDX-License-Identifier: MIT
// Session: the object, its document (checked after a short pause in typing), and the picture made of its wiring and
// the run's World.
#include "ui/session.h"

#include <string.h>

#include "ui/difference.h"
#include "ui/impl.h"

enum { CHECK_DELAY = 150 };
static guint signals[SL_SIGNALS];
static const SlSessionHost *host;

G_DEFINE_FINAL_TYPE(SlSession, sl_session, G_TYPE_OBJECT)

void sl_session_set_host(const SlSessionHost *new_host) {
    host = new_host;
}

const SlSessionHost *sl_session_host(void) {
    return host;
}

void sl_session_emit(SlSession *self, int signal) {
    g_signal_emit(self, signals[signal], 0);
}

// ---- the picture ----

void sl_session_show(SlSession *self) {
    g_autofree char *whole = self->world ? NULL : sl_document_whole(self->document);
    const char *text = self->world && self->run_text ? self->run_text : whole ? whole : "";
    SlSceneOptions options = {
        .text = text,
        .length = strlen(text),
        .selected = self->selected,
        .also = (const uint64_t *)(void *)self->also->data,
        .also_count = (int)self->also->len,
        .before = self->controlled ? NULL : self->before,
        .seconds = self->before ? (double)(self->world_at - self->before_at) / 1e6 : 0,
    };
    const SlWiring *wiring = (self->world ? sl_document_wiring : sl_document_drawing)(self->document);
    sl_session_light_finding(self, &options);
    SlScene *scene = sl_scene_new(wiring, self->world, &options);
    sl_session_light_hints(self, scene);
    sl_session_light_stops(self, scene);
    sl_scene_free(self->scene);
    self->scene = scene;
    self->geometry = sl_layout_apply(self->layout, scene);
    sl_session_emit(self, SL_SIGNAL_SCENE);
}

// ---- the document ----

// Places go with their text, and so does the selection.
static void follow_text(SlSession *self) {
    const GArray *replacements = sl_document_replacements(self->document);
    for (guint i = 0; replacements && i < replacements->len; i++) {
        const SlReplacement *r = &g_array_index(replacements, SlReplacement, i);
        SlPos to = (SlPos)r->to + 1;
        gint64 by = (gint64)(r->end - r->at) - (gint64)(r->to - r->from);
        sl_layout_shift(self->layout, (SlPos)r->from + 1, to, by);
        sl_session_shift_selection(self, to, by);
    }
}

static gboolean check(void *data) {
    SlSession *self = data;
    self->check_timer = 0;
    SlDocumentImports imports = {.free_owner = host->free_owner};
    g_autofree char *folder = sl_document_place(self->document);
    imports.importer = host->importer(folder, &imports.owner);
    self->wiring_due = self->state != SL_SESSION_EDITING;
    sl_document_check(self->document, &imports, !self->wiring_due);
    follow_text(self);
    sl_session_emit(self, SL_SIGNAL_DOCUMENT);
    if (!self->world)
        sl_session_show(self);
    return G_SOURCE_REMOVE;
}

void sl_session_check_now(SlSession *self) {
    g_clear_handle_id(&self->check_timer, g_source_remove);
    check(self);
}

static void begin_document(SlSession *self) {
    sl_session_forget_stops(self);
    self->selected = 0;
    g_array_set_size(self->also, 0);
    g_ptr_array_set_size(self->opened, 0);
    sl_layout_forget(self->layout);
    sl_session_watch(self);
    g_string_truncate(self->output, 0);
    sl_session_check_now(self);
    sl_session_emit(self, SL_SIGNAL_TEXT);
    sl_session_emit(self, SL_SIGNAL_OUTPUT);
}

void sl_session_open_text(SlSession *self, const char *name, const char *text) {
    sl_session_stop(self);
    sl_document_set(self->document, name, text);
    begin_document(self);
}

bool sl_session_open(SlSession *self, const char *path, GError **error) {
    if (!sl_document_open(self->document, path, error))
        return false;
    sl_session_stop(self);
    begin_document(self);
    return true;
}

void sl_session_recover(SlSession *self, const char *path, const char *name, const char *text) {
    if (!path || !sl_session_open(self, path, NULL))
        sl_session_open_text(self, name, "");
    sl_session_change(self, text, "recover");
}

bool sl_session_save(SlSession *self, const char *path, GError **error) {
    g_autofree char *before = g_strdup(sl_document_path(self->document));
    if (!sl_document_save(self->document, path, error))
        return false;
    if (path && g_strcmp0(path, before) && self->state == SL_SESSION_EDITING)
        sl_session_check_now(self);
    sl_session_watch(self);
    sl_session_emit(self, SL_SIGNAL_DOCUMENT);
    return true;
}

void sl_session_edit(SlSession *self, const char *text) {
    if (!sl_document_edit(self->document, text, NULL))
        return;
    g_clear_handle_id(&self->check_timer, g_source_remove);
    self->check_timer = g_timeout_add(CHECK_DELAY, check, self);
    sl_session_emit(self, SL_SIGNAL_DOCUMENT);
}

static void text_changed(SlSession *self) {
    sl_session_check_now(self);
    sl_session_emit(self, SL_SIGNAL_TEXT);
}

void sl_session_change(SlSession *self, const char *text, const char *what) {
    if (sl_document_edit(self->document, text, what))
        text_changed(self);
}

void sl_session_change_files(SlSession *self, const SlEdit *edit, const char *what) {
    if (sl_document_apply(self->document, edit, what))
        text_changed(self);
}

void sl_session_undo(SlSession *self) {
    if (sl_document_undo(self->document))
        text_changed(self);
}

void sl_session_redo(SlSession *self) {
    if (sl_document_redo(self->document))
        text_changed(self);
}

const char *sl_session_next_undo(SlSession *self) {
    return sl_history_next_undo(sl_document_history(self->document));
}

const char *sl_session_next_redo(SlSession *self) {
    return sl_history_next_redo(sl_document_history(self->document));
}

const char *sl_session_text(SlSession *self) {
    return sl_document_text(self->document);
}

const char *sl_session_name(SlSession *self) {
    return sl_document_name(self->document);
}

const char *sl_session_path(SlSession *self) {
    return sl_document_path(self->document);
}

bool sl_session_is_modified(SlSession *self) {
    return sl_document_is_modified(self->document);
}

bool sl_session_is_fresh(SlSession *self) {
    return !sl_session_next_undo(self) && !sl_session_next_redo(self);
}

const SlProblem *sl_session_problems(SlSession *self, int *count) {
    return sl_document_problems(self->document, count);
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

void sl_session_place(SlSession *self, uint64_t key, double x, double y) {
    sl_layout_move(self->layout, key, x, y);
    self->geometry = sl_layout_apply(self->layout, self->scene);
    sl_session_emit(self, SL_SIGNAL_SCENE);
}

const char *sl_session_source(SlSession *self, gsize *length, SlPos *from) {
    gsize offset = sl_document_offset(self->document);
    *from = (SlPos)offset + 1;
    if (self->world && self->run_text) { // the run's text, where the document has moved on
        *length = self->run_length;
        return self->run_text + offset;
    }
    const char *text = sl_document_text(self->document);
    *length = strlen(text);
    return text;
}

void sl_session_line(SlSession *self, SlPos pos, int *line, int *column) {
    gsize length;
    SlPos from;
    const char *text = sl_session_source(self, &length, &from);
    *line = 0;
    *column = 0;
    if (pos < from || pos - from > length)
        return;
    *line = 1;
    *column = 1;
    for (SlPos i = 0; i < pos - from; i++) {
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
    sl_session_files_free(self);
    sl_session_edit_free(self);
    sl_session_run_free(self);
    sl_session_findings_free(self);
    sl_session_inspect_free(self);
    sl_session_stepping_free(self);
    sl_scene_free(self->scene);
    sl_layout_free(self->layout);
    sl_document_free(self->document);
    G_OBJECT_CLASS(sl_session_parent_class)->finalize(object);
}

static void sl_session_class_init(SlSessionClass *class) {
    // clang-format off
    static const char *const names[SL_SIGNALS] = {
        [SL_SIGNAL_DOCUMENT] = "document",
        [SL_SIGNAL_TEXT] = "text",
        [SL_SIGNAL_RUN] = "run",
        [SL_SIGNAL_SCENE] = "scene",
        [SL_SIGNAL_SELECTION] = "selection",
        [SL_SIGNAL_FLIGHTS] = "flights",
        [SL_SIGNAL_OUTPUT] = "output",
        [SL_SIGNAL_DISK] = "disk",
        [SL_SIGNAL_STOPS] = "stops",
        [SL_SIGNAL_FINDINGS] = "findings",
        [SL_SIGNAL_INSPECTION] = "inspection",
        [SL_SIGNAL_REFUSED] = "refused",
    };
    // clang-format on
    G_OBJECT_CLASS(class)->finalize = sl_session_finalize;
    for (int i = 0; i < SL_SIGNALS; i++)
        signals[i] = g_signal_new(names[i], SL_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void sl_session_init(SlSession *self) {
    self->document = sl_document_new();
    self->layout = sl_layout_new();
    sl_session_edit_init(self);
    sl_session_run_init(self);
    sl_session_findings_init(self);
    sl_session_inspect_init(self);
    sl_session_stepping_init(self);
    sl_session_files_init(self);
    self->scene = sl_scene_new(NULL, NULL, &(SlSceneOptions){0});
    self->geometry = sl_layout_apply(self->layout, self->scene);
}

SlSession *sl_session_new(void) {
    return g_object_new(SL_TYPE_SESSION, NULL);
}
