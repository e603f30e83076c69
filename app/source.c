// SPDX-License-Identifier: MIT
// Reading Go source. A folder's files are one package; imports below the module's path are folders of it.
#include "app/source.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LARGEST_FILE = 512 << 20 };

static char *failure(const char *path, const char *why) {
    SlText text = {0};
    sl_text_printf(&text, "%s: %s", path, why);
    return sl_text_take(&text);
}

static char *read_file(const char *path, size_t *length, char **error) {
    FILE *file = fopen(path, "rb");
    struct stat status;
    if (!file || fstat(fileno(file), &status)) {
        *error = failure(path, strerror(errno));
        if (file)
            fclose(file);
        return NULL;
    }
    if (S_ISDIR(status.st_mode) || status.st_size > LARGEST_FILE) {
        *error = failure(path, S_ISDIR(status.st_mode) ? "is a folder" : "is too large");
        fclose(file);
        return NULL;
    }
    SlText text = {0};
    char block[65536];
    size_t got;
    while ((got = fread(block, 1, sizeof block, file)) > 0)
        sl_text_add(&text, block, got);
    fclose(file);
    *length = text.length;
    return sl_text_take(&text);
}

// As the go command shows paths: relative to the working folder where that is below it.
static const char *shown_name(SlArena *arena, const char *path) {
    char real[PATH_MAX], here[PATH_MAX];
    if (!realpath(path, real) || !getcwd(here, sizeof here))
        return path;
    size_t n = strlen(here);
    if (strncmp(real, here, n) == 0 && real[n] == '/')
        return sl_arena_printf(arena, "./%s", real + n + 1);
    return sl_arena_strndup(arena, path, strlen(path));
}

static bool add_file(SlSources *sources, bool own, const char *path, char **error) {
    size_t length;
    char *text = read_file(path, &length, error);
    if (!text)
        return false;
    SlSource source = {shown_name(sources->arena, path), sl_arena_strndup(sources->arena, text, length), length};
    free(text);
    if (own)
        sl_vec_push(&sources->files, source);
    else
        sl_vec_push(&sources->found, source);
    return true;
}

static bool ends_with(const char *text, const char *tail) {
    size_t n = strlen(text), m = strlen(tail);
    return n >= m && strcmp(text + n - m, tail) == 0;
}

static int by_name(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool add_folder(SlSources *sources, bool own, const char *path, bool tests, char **error) {
    DIR *folder = opendir(path);
    if (!folder) {
        *error = failure(path, strerror(errno));
        return false;
    }
    SL_VEC(char *) names = {0};
    for (struct dirent *entry; (entry = readdir(folder));) {
        const char *name = entry->d_name;
        if (ends_with(name, ".go") && name[0] != '.' && name[0] != '_' && (tests || !ends_with(name, "_test.go")))
            sl_vec_push(&names, sl_arena_printf(sources->arena, "%s/%s", path, name));
    }
    closedir(folder);
    if (names.count)
        qsort(names.at, (size_t)names.count, sizeof *names.at, by_name);
    bool good = true;
    for (int i = 0; i < names.count && good; i++)
        good = add_file(sources, own, names.at[i], error);
    if (good && !names.count) {
        *error = failure(path, "no Go files");
        good = false;
    }
    sl_vec_free(&names);
    return good;
}

// Reads "module PATH" and "go 1.N" of the nearest go.mod at or above the folder.
static void find_module(SlSources *sources) {
    char path[PATH_MAX];
    if (!realpath(sources->folder, path))
        return;
    for (;;) {
        char *file = sl_arena_printf(sources->arena, "%s/go.mod", path);
        size_t length;
        char *error = NULL, *text = access(file, R_OK) == 0 ? read_file(file, &length, &error) : NULL;
        free(error);
        if (text) {
            sources->module_root = sl_arena_strndup(sources->arena, path, strlen(path));
            char *rest = text;
            for (char *line; (line = strsep(&rest, "\n"));) {
                char name[1024];
                int minor;
                if (sscanf(line, " module \"%1023[^\" \t\r]", name) == 1 ||
                    sscanf(line, " module %1023[^ \t\r]", name) == 1)
                    sources->module = sl_arena_strndup(sources->arena, name, strlen(name));
                else if (sscanf(line, " go 1.%d", &minor) == 1)
                    sources->go_minor = minor;
            }
            free(text);
            return;
        }
        char *slash = strrchr(path, '/');
        if (!slash || slash == path)
            return;
        *slash = 0;
    }
}

static SlSources *sources_new(void) {
    SlArena *arena = sl_arena_new();
    SlSources *sources = SL_NEW(arena, SlSources);
    sources->arena = arena;
    return sources;
}

SlSources *sl_sources_read(const char *const *paths, int count, bool tests, char **error) {
    SlSources *sources = sources_new();
    struct stat status;
    bool good = true;
    *error = NULL;
    if (count == 1 && stat(paths[0], &status) == 0 && S_ISDIR(status.st_mode)) {
        sources->folder = sl_arena_strndup(sources->arena, paths[0], strlen(paths[0]));
        good = add_folder(sources, true, paths[0], tests, error);
    } else {
        for (int i = 0; i < count && good; i++)
            good = add_file(sources, true, paths[i], error);
        const char *slash = count ? strrchr(paths[0], '/') : NULL;
        sources->folder = slash ? sl_arena_strndup(sources->arena, paths[0], (size_t)(slash - paths[0]) + 1) : ".";
    }
    if (!good) {
        sl_sources_free(sources);
        return NULL;
    }
    find_module(sources);
    return sources;
}

SlSources *sl_sources_from_text(const char *name, const char *text, size_t length, const char *folder) {
    SlSources *sources = sources_new();
    SlSource source = {sl_arena_strndup(sources->arena, name, strlen(name)),
                       sl_arena_strndup(sources->arena, text, length), length};
    sl_vec_push(&sources->files, source);
    if (folder) {
        sources->folder = sl_arena_strndup(sources->arena, folder, strlen(folder));
        find_module(sources);
    }
    return sources;
}

void sl_sources_free(SlSources *sources) {
    if (!sources)
        return;
    sl_vec_free(&sources->files);
    sl_vec_free(&sources->found);
    sl_arena_free(sources->arena);
}

static int find(void *data, const char *path, const SlSource **out, bool *library) {
    SlSources *sources = data;
    sources->found.count = 0;
    *library = false;
    size_t n = sources->module ? strlen(sources->module) : 0;
    if (n && strncmp(path, sources->module, n) == 0 && (path[n] == '/' || !path[n])) {
        char *error = NULL, *folder = sl_arena_printf(sources->arena, "%s%s", sources->module_root, path + n);
        bool good = add_folder(sources, false, folder, false, &error);
        free(error);
        if (!good)
            return -1;
    } else {
        for (const SlEmbedded *file = sl_embedded_std; file->folder; file++)
            if (strcmp(file->folder, path) == 0)
                sl_vec_push(&sources->found, (SlSource){sl_arena_printf(sources->arena, "%s/%s", path, file->name),
                                                        file->bytes, (size_t)(file->end - file->bytes)});
        *library = true;
    }
    *out = sources->found.at;
    return sources->found.count ? sources->found.count : -1;
}

SlImporter sl_sources_importer(SlSources *sources) {
    return (SlImporter){find, sources};
}
