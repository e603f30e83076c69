// SPDX-License-Identifier: MIT
// The session's document and the disk: unsaved text is kept for recovery soon after each change, and a file that
// another program has changed is noticed.
#include <gio/gio.h>
#include <string.h>

#include "ui/impl.h"
#include "ui/recovery.h"

enum { KEEP_DELAY = 1000, LOOK_DELAY = 250 };

static void keep_others(SlSession *self) {
    const char *text;
    int count = 0;
    for (char *path; (path = sl_document_unsaved(self->document, count, &text)); count++) {
        if (count == (int)self->beside->len)
            g_ptr_array_add(self->beside, sl_recovery_new());
        g_autofree char *name = g_path_get_basename(path);
        sl_recovery_keep(g_ptr_array_index(self->beside, count), path, name, text);
        g_free(path);
    }
    g_ptr_array_set_size(self->beside, count);
}

static gboolean keep(void *data) {
    SlSession *self = data;
    self->keep_timer = 0;
    keep_others(self);
    if (sl_document_is_modified(self->document))
        sl_recovery_keep(self->recovery, sl_document_path(self->document), sl_document_name(self->document),
                         sl_document_text(self->document));
    else
        sl_recovery_forget(self->recovery);
    return G_SOURCE_REMOVE;
}

static void set_disk(SlSession *self, SlSessionDisk disk) {
    if (self->disk == disk)
        return;
    self->disk = disk;
    sl_session_emit(self, SL_SIGNAL_DISK);
}

static gboolean look(void *data) {
    SlSession *self = data;
    self->look_timer = 0;
    const char *path = sl_document_path(self->document);
    g_autofree char *text = NULL;
    g_autoptr(GError) error = NULL;
    if (!path)
        return G_SOURCE_REMOVE;
    if (!g_file_get_contents(path, &text, NULL, &error)) {
        if (g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
            set_disk(self, SL_DISK_GONE);
        return G_SOURCE_REMOVE;
    }
    if (strcmp(text, sl_document_text(self->document)) == 0)
        sl_document_set_saved(self->document, text);
    bool same = strcmp(text, sl_document_saved(self->document)) == 0 || g_strcmp0(text, self->ignored) == 0;
    set_disk(self, same ? SL_DISK_SAME : SL_DISK_CHANGED);
    return G_SOURCE_REMOVE;
}

static void on_disk(SlSession *self) {
    if (!self->look_timer)
        self->look_timer = g_timeout_add(LOOK_DELAY, look, self);
}

// Called whenever the document is another one or stands elsewhere.
void sl_session_watch(SlSession *self) {
    g_clear_object(&self->monitor);
    g_clear_pointer(&self->ignored, g_free);
    g_clear_handle_id(&self->look_timer, g_source_remove);
    set_disk(self, SL_DISK_SAME);
    if (!sl_document_path(self->document))
        return;
    g_autoptr(GFile) file = g_file_new_for_path(sl_document_path(self->document));
    self->monitor = g_file_monitor_file(file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL); // null: it is not watched
    if (self->monitor)
        g_signal_connect_swapped(self->monitor, "changed", G_CALLBACK(on_disk), self);
}

SlSessionDisk sl_session_disk(SlSession *self) {
    return self->disk;
}

bool sl_session_reload(SlSession *self, GError **error) {
    char *text;
    const char *path = sl_document_path(self->document);
    if (!path || !g_file_get_contents(path, &text, NULL, error))
        return false;
    if (!g_utf8_validate(text, -1, NULL)) {
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s is not UTF-8 text any more", path);
        g_free(text);
        return false;
    }
    sl_document_set_saved(self->document, text);
    sl_session_change(self, text, "reload");
    g_free(text);
    set_disk(self, SL_DISK_SAME);
    sl_session_emit(self, SL_SIGNAL_DOCUMENT);
    return true;
}

void sl_session_ignore_disk(SlSession *self) {
    const char *path = sl_document_path(self->document);
    g_clear_pointer(&self->ignored, g_free);
    if (path)
        g_file_get_contents(path, &self->ignored, NULL, NULL);
    set_disk(self, SL_DISK_SAME);
}

static void on_document(SlSession *self) {
    g_clear_handle_id(&self->keep_timer, g_source_remove);
    self->keep_timer = g_timeout_add(KEEP_DELAY, keep, self);
}

void sl_session_files_init(SlSession *self) {
    self->recovery = sl_recovery_new();
    self->beside = g_ptr_array_new_with_free_func((GDestroyNotify)sl_recovery_free);
    g_signal_connect(self, "document", G_CALLBACK(on_document), NULL);
}

void sl_session_files_free(SlSession *self) {
    g_clear_handle_id(&self->keep_timer, g_source_remove);
    g_clear_handle_id(&self->look_timer, g_source_remove);
    g_clear_object(&self->monitor);
    g_free(self->ignored);
    sl_recovery_free(self->recovery);
    g_ptr_array_unref(self->beside);
}
