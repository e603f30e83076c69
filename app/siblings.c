// SPDX-License-Identifier: MIT
// Packages that are imported by local paths. "./a" is the folder a if there is one, else the file a.go with the other
// files of its package: so the compiler's own tests and small examples keep several packages in one folder.
//
// Files with the same package clause are one package, unless one imports the other or both are imported by name.
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "app/source-impl.h"

static const char *base_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static int by_stem(const SlSources *sources, const char *stem) {
    for (int i = 0; i < sources->siblings.count; i++)
        if (strcmp(sources->siblings.at[i].stem, stem) == 0)
            return i;
    return -1;
}

// The sibling that a path imports, or -1.
static int imported_sibling(const SlSources *sources, const char *path) {
    return strncmp(path, "./", 2) == 0 && !strchr(path + 2, '/') ? by_stem(sources, path + 2) : -1;
}

static bool imports_any(const SlSources *sources, const SlSibling *by, int wanted) {
    for (int i = 0; i < by->header.import_count; i++) {
        int found = imported_sibling(sources, by->header.imports[i]);
        if (found >= 0 && (wanted < 0 || found == wanted))
            return true;
    }
    return false;
}

static bool is_imported(const SlSources *sources, int sibling) {
    for (int i = 0; i < sources->siblings.count; i++)
        if (i != sibling && imports_any(sources, &sources->siblings.at[i], sibling))
            return true;
    return false;
}

static bool same_package(const SlSources *sources, int i, int j) {
    const SlSibling *a = &sources->siblings.at[i], *b = &sources->siblings.at[j];
    if (!a->header.package || !b->header.package || strcmp(a->header.package, b->header.package) != 0)
        return false;
    return !(is_imported(sources, i) && is_imported(sources, j)) && !imports_any(sources, a, j) &&
           !imports_any(sources, b, i);
}

static void add_siblings(SlSources *sources, const SlPaths *paths) {
    for (int i = 0; i < paths->count; i++) {
        SlSource source;
        char *error = NULL;
        if (!sl_source_load(sources, paths->at[i], &source, &error)) {
            free(error); // told when the file is needed
            continue;
        }
        const char *name = base_name(paths->at[i]);
        SlSibling sibling = {.path = paths->at[i],
                             .stem = sl_arena_strndup(sources->arena, name, strlen(name) - 3),
                             .header = sl_header_read(sources->arena, &source)};
        if (!sibling.header.excluded)
            sl_vec_push(&sources->siblings, sibling);
    }
    for (int i = 0; i < sources->siblings.count; i++) {
        int j = 0;
        while (j < i && !same_package(sources, j, i))
            j++;
        sources->siblings.at[i].group = j < i ? sources->siblings.at[j].group : sources->group_count++;
    }
}

bool sl_siblings_sort(SlSources *sources, const SlPaths *paths, char **error) {
    add_siblings(sources, paths);
    if (sources->group_count < 2)
        return true;
    const SlSibling *other = NULL, *first = &sources->siblings.at[0];
    bool local = false;
    for (int i = 0; i < sources->siblings.count; i++) {
        const SlSibling *sibling = &sources->siblings.at[i];
        local = local || imports_any(sources, sibling, -1);
        if (sibling->group != first->group && !other)
            other = sibling;
        if (!sibling->header.package) { // the parser says what is wrong with it
            sources->group_count = 1;
            return true;
        }
        sources->group = sibling->group;
    }
    if (!local && first->header.package && other->header.package &&
        strcmp(first->header.package, other->header.package) != 0) {
        *error = sl_source_failure(
            "found packages", sl_arena_printf(sources->arena, "%s (%s.go) and %s (%s.go) in %s", first->header.package,
                                              first->stem, other->header.package, other->stem, sources->folder));
        return false;
    }
    for (int i = 0; i < sources->siblings.count; i++)
        if (strcmp(sources->siblings.at[i].header.package, "main") == 0)
            sources->group = sources->siblings.at[i].group;
    return true;
}

const SlLocal *sl_siblings_find(const SlSources *sources, const char *path) {
    for (int i = 0; i < sources->locals.count; i++)
        if (strcmp(sources->locals.at[i].path, path) == 0)
            return &sources->locals.at[i];
    return NULL;
}

// The folder of a package that imports.
static const char *folder_of(const SlSources *sources, const char *from) {
    const SlLocal *local = sl_siblings_find(sources, from);
    if (local)
        return local->folder;
    size_t n = sources->module ? strlen(sources->module) : 0;
    if (n && strncmp(from, sources->module, n) == 0 && (from[n] == '/' || !from[n]))
        return sl_arena_printf(sources->arena, "%s%s", sources->module_root, from + n);
    return sources->folder;
}

static bool is_folder(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

// The path of a folder's package: below the module's, or made up from its place below the program's folder.
static const char *folder_path(const SlSources *sources, const char *folder, const char *path) {
    char real[PATH_MAX], root[PATH_MAX];
    if (!realpath(folder, real))
        return path;
    size_t n = sources->module ? strlen(sources->module_root) : 0;
    if (n && strncmp(real, sources->module_root, n) == 0 && real[n] == '/')
        return sl_arena_printf(sources->arena, "%s%s", sources->module, real + n);
    n = realpath(sources->folder, root) ? strlen(root) : 0;
    if (n && strncmp(real, root, n) == 0 && real[n] == '/')
        return sl_arena_printf(sources->arena, "test%s", real + n);
    return sl_arena_printf(sources->arena, "_%s", real);
}

const char *sl_siblings_local(void *data, const char *from, const char *path) {
    SlSources *sources = data;
    if (!sources->folder)
        return NULL;
    const char *base = folder_of(sources, from), *folder = sl_arena_printf(sources->arena, "%s/%s", base, path);
    SlLocal local = {.folder = folder, .group = -1};
    if (is_folder(folder)) {
        local.path = folder_path(sources, folder, path);
    } else {
        if (!sources->siblings.count) { // the program is one file of the folder
            SlPaths paths = {0};
            char *error = NULL;
            if (sl_source_list(sources, sources->folder, false, &paths, &error))
                add_siblings(sources, &paths);
            free(error);
            sl_vec_free(&paths);
        }
        int sibling = imported_sibling(sources, path);
        if (sibling < 0)
            return NULL;
        local.path = sl_arena_printf(sources->arena, "test/%s", path + 2);
        local.folder = sources->folder;
        local.group = sources->siblings.at[sibling].group;
    }
    if (!sl_siblings_find(sources, local.path))
        sl_vec_push(&sources->locals, local);
    return local.path;
}
