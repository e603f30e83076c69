// SPDX-License-Identifier: MIT
// Loading a program: its files, the packages that they import (each before its importers), and the check of each.
// Checking recurses as deep as the program nests, so it runs on a thread with a large stack.
#include <assert.h>
#include <pthread.h>
#include <stdint.h>

#include "lang/check.h"
#include "lang/parse.h"
#include "lang/unicode.h"

enum { GO_MINOR = 25, DEEPEST = CK_DEEPEST };

static SlPackage *new_package(Check *c, const char *path, const char *name) {
    SlPackage *pkg = SL_NEW(c->arena, SlPackage);
    pkg->path = sl_arena_strndup(c->arena, path, strlen(path));
    pkg->name = sl_arena_strndup(c->arena, name, strlen(name));
    pkg->go_minor = GO_MINOR;
    pkg->scope = sl_scope_new(c->types, sl_universe(c->types), 0, 0);
    return pkg;
}

static void add_package(SlProgram *program, SlPackage *pkg) {
    SlPackage **list = SL_NEW_N(program->arena, SlPackage *, program->package_count + 1);
    if (program->package_count)
        memcpy(list, program->packages, sizeof *list * (size_t)program->package_count);
    list[program->package_count++] = pkg;
    program->packages = list;
}

// Versions before 1.21 in a file count as 1.21: older ones were no promise yet.
static int file_version(const SlTree *tree, int minor) {
    if (!tree->go_minor)
        return minor;
    return tree->go_minor < 21 ? 21 : tree->go_minor;
}

static void parse_files(Check *c, SlPackage *pkg, const SlSource *sources, int count) {
    pkg->files = SL_NEW_N(c->arena, SlTree *, count + 1);
    if (pkg->library)
        ck_library_open(c, pkg);
    for (int i = 0; i < count; i++) {
        const SlSource *source = &sources[i];
        SlFile *file = (source->lasts ? sl_files_add_lasting : sl_files_add)(c->program->files, source->name,
                                                                             source->text, source->length);
        if (!file) {
            sl_diags_add(c->diags, 0, "%s: the program is too large", sources[i].name);
            continue;
        }
        file->library = pkg->library;
        uint32_t rest = 0;
        SlTree *tree = pkg->library ? sl_parse_head(c->arena, c->names, file, c->diags, &rest)
                                    : sl_parse(c->arena, c->names, file, c->diags);
        if (tree->excluded)
            continue;
        if (pkg->library)
            ck_library_file(c, pkg, file, rest);
        else
            sl_line_directives(c->program->files, file, tree, c->diags);
        tree->go_minor = file_version(tree, pkg->go_minor);
        pkg->files[pkg->file_count++] = tree;
    }
    if (pkg->library)
        ck_library_close(pkg);
}

// Checking one package.

static void reset(Check *c, SlPackage *pkg) {
    ck_enter_package(c, pkg);
    c->env = (Env){.scope = pkg->scope, .go_minor = pkg->go_minor};
    c->path.count = 0;
    c->delayed.count = 0;
    c->order.count = 0;
    c->dot_imports.count = 0;
    c->imports.count = 0;
    c->locals.count = 0;
    c->bodyless.count = 0;
    c->instances.count = 0;
    c->literals = 0;
    c->depth = 0;
    c->first_diag = c->diags->list.count;
}

static bool has_main(const Check *c) {
    SlObj *obj = sl_scope_lookup(c->pkg->scope, c->main_name);
    return obj && obj->kind == SL_OBJ_FUNC;
}

static void check_package(Check *c, SlPackage *pkg) {
    reset(c, pkg);
    ck_collect(c);
    if (pkg->library)
        return;
    ck_package_objects(c);
    ck_init_order(c, &c->order);
    if (c->diags->list.count == c->first_diag)
        ck_monomorph(c);
    ck_unused_imports(c);
    if (c->diags->list.count)
        return;
    ck_directives(c);
    // What follows is found when linking: it matters only once all else is right.
    for (int i = 0; i < c->bodyless.count; i++)
        ck_error(c, c->bodyless.at[i]->obj->pos, "missing function body");
    if (pkg == c->program->main && !c->options.tests && strcmp(pkg->name, "main") == 0 && !has_main(c))
        ck_error(c, pkg->files[0]->package ? pkg->files[0]->package->pos : 0,
                 "function main is undeclared in the main package");
}

// Imports.

static const char *wrong_path(Check *c, const char *path) {
    if (!*path)
        return "invalid import path (empty string)";
    int width;
    for (const char *at = path; *at; at += width) {
        int32_t rune = sl_utf8_decode(at, strlen(at), &width);
        bool wrong = rune == 0xFFFD || !sl_rune_is_print(rune) || rune == ' ' ||
                     (rune < 0x80 && strchr("!\"#$%&'()*,:;<=>?[\\]^`{|}", rune));
        if (!wrong)
            continue;
        SlText text = {0};
        sl_text_add_unicode(&text, rune);
        const char *message = ck_print(c, "invalid import path (invalid character %s)", sl_text_cstr(&text));
        sl_text_free(&text);
        return message;
    }
    if (path[0] == '/')
        return "import path cannot be absolute path";
    size_t length = strlen(path);
    if (strstr(path, "//") || strstr(path, "/./") || strstr(path, "/../") || path[length - 1] == '/')
        return ck_print(c, "non-canonical import path \"%s\"", path);
    return NULL;
}

static SlPackage *fake_package(Check *c, const char *path) {
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    SlPackage *pkg = new_package(c, path, *name ? name : "_");
    pkg->fake = true;
    pkg->library = true;
    sl_map_sets(&c->packages, pkg->path, pkg);
    return pkg;
}

static void import_all(Check *c, SlPackage *pkg);

// Of the program's packages, those with one name are shown by their paths.
static void tell_apart(Check *c, SlPackage *pkg) {
    for (int i = 0; i < c->packages.count; i++) {
        SlPackage *other = c->packages.entries[i].value;
        if (!other || other->library || pkg->library || strcmp(other->name, pkg->name) != 0)
            continue;
        other->shares_name = pkg->shares_name = true;
    }
}

static void import_package(Check *c, const char *path, SlPos pos) {
    for (int i = 0; i < c->importing.count; i++)
        if (strcmp(c->importing.at[i], path) == 0) {
            sl_diags_add(c->diags, pos, "import cycle not allowed: import of %s leads back to it", path);
            return;
        }
    const char *wrong = wrong_path(c, path);
    if (wrong) { // declares nothing
        sl_diags_add(c->diags, pos, "%s", wrong);
        return;
    }
    if (sl_map_gets(&c->packages, path))
        return;
    const SlSource *sources = NULL;
    bool library = false;
    int count = -1;
    if (c->importer && c->importer->find)
        count = c->importer->find(c->importer->data, path, &sources, &library);
    if (count <= 0) {
        if (strcmp(path, "C") == 0)
            sl_diags_add(c->diags, pos, "could not import C (cgo is not supported)");
        else
            sl_diags_add(c->diags, pos, "package %s is not in std", path);
        fake_package(c, path);
        return;
    }
    SlPackage *pkg = new_package(c, path, "");
    pkg->library = library;
    if (!library)
        pkg->go_minor = c->options.go_minor ? c->options.go_minor : GO_MINOR;
    int before = c->diags->list.count;
    parse_files(c, pkg, sources, count);
    if (pkg->file_count && pkg->files[0]->package)
        pkg->name = pkg->files[0]->package->name;
    if (!pkg->file_count) {
        sl_diags_add(c->diags, pos, "build constraints exclude all Go files in %s", path);
        fake_package(c, path);
        return;
    }
    bool tested = c->options.tested && strcmp(path, c->options.tested) == 0;
    if (strcmp(pkg->name, "main") == 0 && !tested)
        sl_diags_add(c->diags, pos, "import \"%s\" is a program, not an importable package", path);
    tell_apart(c, pkg);
    sl_vec_push(&c->importing, pkg->path);
    import_all(c, pkg);
    c->importing.count--;
    sl_map_sets(&c->packages, pkg->path, pkg);
    if (c->diags->list.count == before)
        check_package(c, pkg);
    else
        pkg->fake = true;
    add_package(c->program, pkg);
}

// The path under which the importer knows what a local path ("./a") of the package means.
static const char *local_path(Check *c, const SlPackage *pkg, const char *path) {
    bool local = strncmp(path, "./", 2) == 0 || strncmp(path, "../", 3) == 0;
    const char *found = NULL;
    if (local && !pkg->library && c->importer && c->importer->local)
        found = c->importer->local(c->importer->data, pkg->path, path);
    return found ? sl_arena_strndup(c->arena, found, strlen(found)) : path;
}

static void import_all(Check *c, SlPackage *pkg) {
    for (int i = 0; i < pkg->file_count; i++) {
        SlTree *tree = pkg->files[i];
        for (int j = 0; j < tree->decl_count; j++) {
            SlDecl *decl = tree->decls[j];
            if (decl->kind != SL_DECL_IMPORT || !decl->path)
                continue;
            decl->package_path = local_path(c, pkg, decl->path);
            import_package(c, decl->package_path, decl->path_pos ? decl->path_pos : decl->pos);
        }
    }
}

// Run-time panics have types of package runtime, imported or not.
static void import_runtime(Check *c) {
    const SlSource *sources;
    bool library;
    if (c->importer && c->importer->find && c->importer->find(c->importer->data, "runtime", &sources, &library) > 0)
        import_package(c, "runtime", 0);
}

// Syntax errors end the work: what the tree lacks would only be reported once more. Others (a label, a rune too many)
// do not.
static bool has_syntax_errors(const Check *c) {
    for (int i = 0; i < c->diags->list.count; i++)
        if (strncmp(c->diags->list.at[i].message, "syntax error", 12) == 0)
            return true;
    return false;
}

// Labels are checked even so: gc's parser does it.
static void check_labels(Check *c, SlPackage *pkg) {
    for (int i = 0; i < pkg->file_count; i++)
        for (int j = 0; j < pkg->files[i]->decl_count; j++) {
            SlFuncNode *func = pkg->files[i]->decls[j]->func;
            if (func && func->body)
                ck_labels(c, func->body);
        }
}

// The program.

static Check *new_check(SlProgram *program, const SlImporter *importer, const SlLangOptions *options) {
    Check *c = SL_NEW(program->arena, Check);
    c->program = program;
    c->arena = program->arena;
    c->diags = program->diags;
    c->types = program->types;
    c->consts = program->consts;
    c->names = program->names;
    c->importer = importer;
    if (options)
        c->options = *options;
    c->max_depth = DEEPEST;
    c->blank = sl_names_get(c->names, "_", 1);
    c->init_name = sl_names_get(c->names, "init", 4);
    c->main_name = sl_names_get(c->names, "main", 4);
    SlScope *universe = sl_universe(c->types);
    c->iota_obj = sl_scope_lookup(universe, sl_names_get(c->names, "iota", 4));
    c->any_obj = sl_scope_lookup(universe, sl_names_get(c->names, "any", 3));
    c->comparable_obj = sl_scope_lookup(universe, sl_names_get(c->names, "comparable", 10));
    sl_types_set_resolver(c->types, ck_resolve_type, c);
    sl_types_set_method_resolver(c->types, ck_resolve_method, c);
    sl_types_set_diags(c->types, c->diags);
    sl_types_set_files(c->types, program->files);
    c->unsafe = new_package(c, "unsafe", "unsafe");
    c->unsafe->library = true;
    c->unsafe->scope = sl_unsafe_scope(c->types);
    sl_map_sets(&c->packages, "unsafe", c->unsafe);
    return c;
}

typedef struct {
    Check *c;
    const SlSource *sources;
    int count;
} Load;

static void *load(void *data) {
    Load *load = data;
    Check *c = load->c;
    SlProgram *program = c->program;
    SlPackage *pkg = new_package(c, "main", "main");
    program->main = pkg;
    pkg->go_minor = c->options.go_minor ? c->options.go_minor : GO_MINOR;
    c->env.go_minor = pkg->go_minor;
    ck_enter_package(c, pkg);
    c->busy++;
    parse_files(c, pkg, load->sources, load->count);
    if (pkg->file_count && pkg->files[0]->package && pkg->files[0]->package->name)
        pkg->name = pkg->files[0]->package->name;
    if (has_syntax_errors(c))
        check_labels(c, pkg);
    else if (pkg->file_count) {
        import_all(c, pkg);
        import_runtime(c);
        check_package(c, pkg);
    }
    add_package(program, pkg);
    c->busy--;
    sl_diags_sort(c->diags, program->files);
    return NULL;
}

// Runs work on a thread with a stack deep enough for DEEPEST levels; without one on this thread, less deep.
static void run_deep(Check *c, void *(*work)(void *), void *data) {
    enum { LEVEL = 24 << 10 };
    for (size_t levels = DEEPEST; levels >= DEEPEST / 8; levels /= 2) {
        pthread_attr_t attributes;
        pthread_t thread;
        if (pthread_attr_init(&attributes) != 0)
            break;
        int failed = pthread_attr_setstacksize(&attributes, levels * LEVEL);
        c->max_depth = (int)levels;
        failed = failed || pthread_create(&thread, &attributes, work, data) != 0;
        pthread_attr_destroy(&attributes);
        if (!failed) {
            pthread_join(thread, NULL);
            return;
        }
    }
    c->max_depth = DEEPEST / 50;
    work(data);
}

SlProgram *sl_program_load(const SlSource *sources, int count, const SlImporter *importer,
                           const SlLangOptions *options) {
    SlArena *arena = sl_arena_new();
    SlProgram *program = SL_NEW(arena, SlProgram);
    program->arena = arena;
    program->files = sl_files_new();
    program->diags = sl_diags_new();
    program->names = sl_names_new(arena);
    program->consts = sl_consts_new(arena);
    program->types = sl_types_new(arena, program->names, program->consts);
    program->check = new_check(program, importer, options);
    Load work = {program->check, sources, count};
    run_deep(program->check, load, &work);
    program->check->importer = NULL;
    return program;
}

void sl_program_free(SlProgram *program) {
    if (!program)
        return;
    Check *c = program->check;
    for (int i = 0; i < c->infos.count; i++) {
        Info *info = c->infos.entries[i].value;
        if (info)
            sl_map_free(&info->deps);
    }
    sl_map_free(&c->infos);
    sl_map_free(&c->packages);
    sl_map_free(&c->shift_lhs);
    sl_map_free(&c->valid);
    sl_map_free(&c->rhs);
    ck_free_methods(c);
    for (int i = 0; i < program->package_count; i++)
        if (program->packages[i]->declared)
            ck_library_free(program->packages[i]);
    sl_vec_free(&c->importing);
    sl_vec_free(&c->path);
    sl_vec_free(&c->delayed);
    sl_vec_free(&c->order);
    sl_vec_free(&c->instances);
    sl_vec_free(&c->dot_imports);
    sl_vec_free(&c->imports);
    sl_vec_free(&c->locals);
    sl_vec_free(&c->bodyless);
    sl_types_free(program->types);
    sl_consts_free(program->consts);
    sl_names_free(program->names);
    sl_diags_free(program->diags);
    sl_files_free(program->files);
    sl_arena_free(program->arena);
}

void sl_check_body(SlProgram *program, SlFuncNode *func) {
    Check *c = program->check;
    if (func->checked || !func->body || !func->obj)
        return;
    SlPackage *pkg = func->obj->pkg;
    SlTree *file = func->obj->file;
    assert(file || !func->pending);
    if (file)
        sl_parse_pending(c->arena, c->names, file->file, c->diags, func);
    ck_begin(c);
    ck_enter_package(c, pkg);
    c->env = (Env){
        .decl = func->obj, .scope = file ? file->scope : pkg->scope, .go_minor = file ? file->go_minor : pkg->go_minor};
    ck_func_body(c, func, NULL);
    ck_end(c);
}
