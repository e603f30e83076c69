// SPDX-License-Identifier: MIT
// Recovery: three files a copy, ID.go with the text, ID.ini with where it belongs, ID.lock.
#include "ui/recovery.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

struct SlRecovery {
    char *id;
    int lock; // -1: no copy yet
};

static char *file_of(const char *id, const char *ending) {
    g_autofree char *name = g_strconcat(id, ending, NULL);
    return g_build_filename(g_get_user_state_dir(), "sluice", "recovery", name, NULL);
}

static int take_lock(const char *id) {
    g_autofree char *path = file_of(id, ".lock"), *folder = g_path_get_dirname(path);
    g_mkdir_with_parents(folder, 0700);
    int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB)) {
        close(fd);
        fd = -1;
    }
    return fd;
}

void sl_recovery_drop(const char *id) {
    static const char *const endings[] = {".go", ".ini", ".lock"};
    for (guint i = 0; i < G_N_ELEMENTS(endings); i++) {
        g_autofree char *path = file_of(id, endings[i]);
        g_unlink(path);
    }
}

SlRecovery *sl_recovery_new(void) {
    SlRecovery *self = g_new0(SlRecovery, 1);
    self->id = g_uuid_string_random();
    self->lock = -1;
    return self;
}

void sl_recovery_forget(SlRecovery *self) {
    if (self->lock < 0)
        return;
    sl_recovery_drop(self->id);
    close(self->lock);
    self->lock = -1;
}

void sl_recovery_free(SlRecovery *self) {
    sl_recovery_forget(self);
    g_free(self->id);
    g_free(self);
}

void sl_recovery_keep(SlRecovery *self, const char *path, const char *name, const char *text) {
    if (self->lock < 0)
        self->lock = take_lock(self->id);
    if (self->lock < 0)
        return;
    g_autofree char *text_path = file_of(self->id, ".go"), *info_path = file_of(self->id, ".ini");
    g_autoptr(GKeyFile) info = g_key_file_new();
    g_key_file_set_string(info, "document", "name", name);
    if (path)
        g_key_file_set_string(info, "document", "path", path);
    if (g_file_set_contents(text_path, text, -1, NULL))
        g_key_file_save_to_file(info, info_path, NULL);
}

static void recovered_free(void *data) {
    SlRecovered *one = data;
    g_free(one->id);
    g_free(one->path);
    g_free(one->name);
    g_free(one->text);
    g_free(one);
}

// Null: somebody's window holds it, or it is no whole copy.
static SlRecovered *read_one(const char *id) {
    int lock = take_lock(id);
    if (lock < 0)
        return NULL;
    close(lock);
    g_autofree char *text_path = file_of(id, ".go"), *info_path = file_of(id, ".ini"), *text = NULL;
    g_autoptr(GKeyFile) info = g_key_file_new();
    if (!g_file_get_contents(text_path, &text, NULL, NULL) || !g_utf8_validate(text, -1, NULL) ||
        !g_key_file_load_from_file(info, info_path, G_KEY_FILE_NONE, NULL)) {
        sl_recovery_drop(id);
        return NULL;
    }
    SlRecovered *one = g_new0(SlRecovered, 1);
    one->id = g_strdup(id);
    one->path = g_key_file_get_string(info, "document", "path", NULL);
    one->name = g_key_file_get_string(info, "document", "name", NULL);
    one->text = g_steal_pointer(&text);
    if (!one->name)
        one->name = g_strdup("main.go");
    return one;
}

GPtrArray *sl_recovery_list(void) {
    GPtrArray *list = g_ptr_array_new_with_free_func(recovered_free);
    g_autofree char *folder = g_build_filename(g_get_user_state_dir(), "sluice", "recovery", NULL);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        if (!g_str_has_suffix(name, ".ini"))
            continue;
        g_autofree char *id = g_strndup(name, strlen(name) - strlen(".ini"));
        SlRecovered *one = read_one(id);
        if (one)
            g_ptr_array_add(list, one);
    }
    return list;
}
