// SPDX-License-Identifier: MIT
// Reading Go source. A folder's files are one package; imports below the module's path are folders of it.
#include "app/source-impl.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LARGEST_FILE = 512 << 20 };

char *sl_source_failure(const char *path, const char *why) {
    SlText text = {0};
    sl_text_printf(&text, "%s: %s", path, why);
    return sl_text_take(&text);
}

static char *read_file(const char *path, size_t *length, char **error) {
    FILE *file = fopen(path, "rb");
    struct stat status;
    if (!file || fstat(fileno(file), &status)) {
        *error = sl_source_failure(path, strerror(errno));
        if (file)
            fclose(file);
        return NULL;
    }
    if (S_ISDIR(status.st_mode) || status.st_size > LARGEST_FILE) {
        *error = sl_source_failure(path, S_ISDIR(status.st_mode) ? "is a folder" : "is too large");
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
        return sl_arena_printf(arena, strchr(real + n + 1, '/') ? "%s" : "./%s", real + n + 1);
    return sl_arena_strndup(arena, path, strlen(path));
}

bool sl_source_load(SlSources *sources, const char *path, SlSource *out, char **error) {
    size_t length;
    char *text = read_file(path, &length, error);
    if (!text)
        return false;
    *out = (SlSource){shown_name(sources->arena, path), sl_arena_strndup(sources->arena, text, length), length};
    free(text);
    return true;
}

static bool add_file(SlSources *sources, bool own, const char *path, char **error) {
    SlSource source;
    if (!sl_source_load(sources, path, &source, error))
        return false;
    if (own)
        sl_vec_push(&sources->files, source);
    else
        sl_vec_push(&sources->found, source);
    return true;
}

static bool ends_with(const char *text, size_t n, const char *tail) {
    size_t m = strlen(tail);
    return n >= m && memcmp(text + n - m, tail, m) == 0;
}

// As the go command: _windows.go and _arm64.go belong to other systems.
static bool is_foreign(const char *name) {
    static const char *const others[] = {
        "_aix",     "_android", "_darwin",  "_dragonfly", "_freebsd", "_illumos", "_ios",     "_js",    "_netbsd",
        "_openbsd", "_plan9",   "_solaris", "_wasip1",    "_windows", "_386",     "_arm",     "_arm64", "_loong64",
        "_mips",    "_mipsle",  "_mips64",  "_mips64le",  "_ppc64",   "_ppc64le", "_riscv64", "_s390x", "_wasm",
    };
    size_t n = strlen(name) - 3;
    if (ends_with(name, n, "_test"))
        n -= 5;
    if (ends_with(name, n, "_amd64"))
        n -= 6;
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        if (ends_with(name, n, others[i]))
            return true;
    return false;
}

static int by_name(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

bool sl_source_list(SlSources *sources, const char *path, bool tests, SlPaths *paths, char **error) {
    DIR *folder = opendir(path);
    if (!folder) {
        *error = sl_source_failure(path, strerror(errno));
        return false;
    }
    for (struct dirent *entry; (entry = readdir(folder));) {
        const char *name = entry->d_name;
        size_t n = strlen(name);
        if (ends_with(name, n, ".go") && name[0] != '.' && name[0] != '_' && !is_foreign(name) &&
            (tests || !ends_with(name, n, "_test.go")))
            sl_vec_push(paths, sl_arena_printf(sources->arena, "%s/%s", path, name));
    }
    closedir(folder);
    if (paths->count)
        qsort(paths->at, (size_t)paths->count, sizeof *paths->at, by_name);
    else
        *error = sl_source_failure(path, "no Go files");
    return paths->count > 0;
}

static bool add_folder(SlSources *sources, const char *path, char **error) {
    SlPaths paths = {0};
    bool good = sl_source_list(sources, path, false, &paths, error);
    for (int i = 0; i < paths.count && good; i++)
        good = add_file(sources, false, paths.at[i], error);
    sl_vec_free(&paths);
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

// The program's files. Those of a folder that holds several packages are chosen among.
static bool add_own(SlSources *sources, const SlPaths *paths, bool tests, char **error) {
    if (paths->count > 1 && !tests) {
        if (!sl_siblings_sort(sources, paths, error))
            return false;
        if (sources->group_count > 1)
            return sl_sources_choose(sources, sources->group, error);
        sources->siblings.count = sources->group_count = 0;
    }
    bool good = true;
    for (int i = 0; i < paths->count && good; i++)
        good = add_file(sources, true, paths->at[i], error);
    return good;
}

bool sl_sources_choose(SlSources *sources, int group, char **error) {
    sources->group = group;
    sources->files.count = sources->locals.count = 0;
    bool good = true;
    for (int i = 0; i < sources->siblings.count && good; i++)
        if (sources->siblings.at[i].group == group)
            good = add_file(sources, true, sources->siblings.at[i].path, error);
    return good;
}

SlSources *sl_sources_read(const char *const *paths, int count, bool tests, char **error) {
    SlSources *sources = sources_new();
    struct stat status;
    bool good = true;
    SlPaths list = {0};
    *error = NULL;
    if (count == 1 && stat(paths[0], &status) == 0 && S_ISDIR(status.st_mode)) {
        sources->folder = sl_arena_strndup(sources->arena, paths[0], strlen(paths[0]));
        good = sl_source_list(sources, paths[0], tests, &list, error);
    } else {
        for (int i = 0; i < count; i++)
            sl_vec_push(&list, paths[i]);
        const char *slash = count ? strrchr(paths[0], '/') : NULL;
        sources->folder = slash ? sl_arena_strndup(sources->arena, paths[0], (size_t)(slash - paths[0]) + 1) : ".";
    }
    good = good && add_own(sources, &list, tests, error);
    sl_vec_free(&list);
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
    sl_vec_free(&sources->siblings);
    sl_vec_free(&sources->locals);
    sl_arena_free(sources->arena);
}

// Files of a package that was imported by a local path.
static bool add_local(SlSources *sources, const SlLocal *local, char **error) {
    if (local->group < 0)
        return add_folder(sources, local->folder, error);
    bool good = true;
    for (int i = 0; i < sources->siblings.count && good; i++)
        if (sources->siblings.at[i].group == local->group)
            good = add_file(sources, false, sources->siblings.at[i].path, error);
    return good;
}

static int find(void *data, const char *path, const SlSource **out, bool *library) {
    SlSources *sources = data;
    sources->found.count = 0;
    *library = false;
    size_t n = sources->module ? strlen(sources->module) : 0;
    const SlLocal *local = sl_siblings_find(sources, path);
    bool in_module = n && strncmp(path, sources->module, n) == 0 && (path[n] == '/' || !path[n]);
    if (local || in_module) {
        char *error = NULL;
        bool good = local ? add_local(sources, local, &error)
                          : add_folder(sources, sl_arena_printf(sources->arena, "%s%s", sources->module_root, path + n),
                                       &error);
        free(error);
        if (!good)
            return -1;
    } else {
        for (const SlEmbedded *file = sl_embedded_std; file->folder; file++)
            if (strcmp(file->folder, path) == 0)
                sl_vec_push(&sources->found, (SlSource){sl_arena_printf(sources->arena, "%s/%s", path, file->name),
                                                        file->bytes, (size_t)(file->end - file->bytes), true});
        *library = true;
    }
    *out = sources->found.at;
    return sources->found.count ? sources->found.count : -1;
}

SlImporter sl_sources_importer(SlSources *sources) {
    return (SlImporter){find, sources, sl_siblings_local};
}
