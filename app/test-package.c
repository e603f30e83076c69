// SPDX-License-Identifier: MIT
// Finds the tests, benchmarks, fuzz tests and examples of a package by parsing its files, and writes the program that
// runs them: a package main that imports the package and its external tests and hands tables of functions to package
// testing. Importing the package's path finds the package with its tests, whoever imports it.
#include "app/test-package.h"

#include <ctype.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

typedef enum { TESTS, BENCHMARKS, FUZZ_TARGETS, EXAMPLES, KINDS } Kind;

static const struct {
    const char *prefix, *handle, *variable, *type;
} kinds[KINDS] = {
    {"Test", "T", "tests", "InternalTest"},
    {"Benchmark", "B", "benchmarks", "InternalBenchmark"},
    {"Fuzz", "F", "fuzzTargets", "InternalFuzzTarget"},
    {"Example", NULL, "examples", "InternalExample"},
};

typedef struct {
    SlArena *arena;
    SlNames *names;
    SlDiags *diags;
    SlFiles *files;
    SlText tables[2][KINDS]; // of the package, of its external tests
    bool uses[2];            // the package, its external tests
    const char *main_of;     // "_test" or "_xtest": which one has TestMain
} Search;

static bool ends_with(const char *text, const char *tail) {
    size_t n = strlen(text), m = strlen(tail);
    return n >= m && strcmp(text + n - m, tail) == 0;
}

// "TestFoo", "Test", "Test_x", "Test1", not "Testing".
static bool has_prefix(const char *name, const char *prefix) {
    size_t n = strlen(prefix);
    if (strncmp(name, prefix, n))
        return false;
    int width;
    int32_t rune = sl_utf8_decode(name + n, strlen(name + n), &width);
    return !width || rune >= 0x80 || !islower(rune);
}

// Whether the only parameter is a pointer to the type of that name, of package testing whatever it is called here.
static bool takes(const SlFuncNode *func, const char *handle) {
    const SlExpr *type = func->type;
    if (type->results.count || type->tparams.count || type->fields.count != 1 || type->fields.at[0].name_count > 1)
        return false;
    const SlExpr *param = type->fields.at[0].type;
    if (!param || param->kind != SL_EXPR_STAR)
        return false;
    const SlExpr *base = sl_unparen(param->x);
    return (base->kind == SL_EXPR_IDENT || base->kind == SL_EXPR_SELECTOR) && strcmp(base->name, handle) == 0;
}

// Whether only one line's end and blanks lie between two places.
static bool follows(const SlFile *file, SlPos from, SlPos to) {
    int lines = 0;
    for (SlPos at = from; at < to; at++) {
        char byte = file->text[at - file->base];
        lines += byte == '\n';
        if (!isspace((unsigned char)byte))
            return false;
    }
    return lines <= 1;
}

// The words behind "Output:" of an example's last comment, or null.
static char *expected_output(const SlTree *tree, const SlFuncNode *func, bool *unordered) {
    const SlComment *last = NULL;
    int first = -1;
    for (int i = 0; i < tree->comment_count; i++) {
        const SlComment *comment = &tree->comments[i];
        if (!func->body || comment->pos < func->body->pos || comment->pos >= func->body->end)
            continue;
        // Lines that follow each other are one comment.
        bool joined =
            last && last->text[1] == '/' && comment->text[1] == '/' && follows(tree->file, last->end, comment->pos);
        if (!joined)
            first = i;
        last = comment;
    }
    if (first < 0)
        return NULL;
    SlText text = {0};
    for (const SlComment *comment = &tree->comments[first]; comment <= last; comment++) {
        size_t start = 2, end = comment->length;
        if (comment->text[1] == '*')
            end -= 2;
        else if (start < end && comment->text[start] == ' ')
            start++;
        sl_text_add(&text, comment->text + start, end - start);
        sl_text_addc(&text, '\n');
    }
    char *all = sl_text_take(&text), *at = all;
    while (isspace((unsigned char)*at))
        at++;
    *unordered = strncasecmp(at, "unordered ", 10) == 0;
    if (*unordered)
        at += 10;
    char *result = NULL;
    if (strncasecmp(at, "output:", 7) == 0) {
        at += 7;
        while (*at == ' ' || *at == '\t')
            at++;
        result = strdup(at);
    }
    free(all);
    return result;
}

static void add_quoted(SlText *text, const char *bytes) {
    sl_text_addc(text, '"');
    for (; *bytes; bytes++)
        if (isalnum((unsigned char)*bytes) || *bytes == ' ')
            sl_text_addc(text, *bytes);
        else
            sl_text_printf(text, "\\x%02x", (unsigned char)*bytes);
    sl_text_addc(text, '"');
}

static void add_function(Search *search, const SlTree *tree, const SlFuncNode *func, const char *name, bool outside) {
    const char *package = outside ? "_xtest" : "_test";
    if (strcmp(name, "TestMain") == 0 && takes(func, "M")) {
        search->main_of = package;
        search->uses[outside] = true;
        return;
    }
    for (int kind = 0; kind < KINDS; kind++) {
        if (!has_prefix(name, kinds[kind].prefix))
            continue;
        SlText *table = &search->tables[outside][kind];
        if (kind != EXAMPLES && takes(func, kinds[kind].handle)) {
            sl_text_printf(table, "\t{\"%s\", %s.%s},\n", name, package, name);
            search->uses[outside] = true;
        } else if (kind == EXAMPLES && !func->type->fields.count && !func->type->results.count) {
            bool unordered = false;
            char *output = expected_output(tree, func, &unordered);
            if (!output)
                return;
            sl_text_printf(table, "\t{\"%s\", %s.%s, ", name, package, name);
            add_quoted(table, output);
            sl_text_printf(table, ", %s},\n", unordered ? "true" : "false");
            free(output);
            search->uses[outside] = true;
        }
    }
}

// Puts the file where it belongs, and takes the tests that it has.
static void look_at(SlTestPackage *package, Search *search, const SlSource *source, int *kept) {
    SlFile *file = sl_files_add(search->files, source->name, source->text, source->length);
    if (!file)
        return;
    const SlTree *tree = sl_parse(search->arena, search->names, file, search->diags);
    const char *name = tree->package ? tree->package->name : "";
    bool test = ends_with(source->name, "_test.go"), outside = test && ends_with(name, "_test");
    SlSource copy = *source;
    if (outside)
        sl_vec_push(&package->outside, copy);
    else
        package->sources->files.at[(*kept)++] = copy;
    if (!test || tree->excluded)
        return;
    package->test_files++;
    for (int i = 0; i < tree->decl_count; i++) {
        const SlFuncNode *func = tree->decls[i]->kind == SL_DECL_FUNC ? tree->decls[i]->func : NULL;
        if (func && !func->recv_fields.count && tree->decls[i]->name_count)
            add_function(search, tree, func, tree->decls[i]->names[0]->name, outside);
    }
}

static const char *write_main(const SlTestPackage *package, Search *search, bool own) {
    SlText text = {0};
    sl_text_adds(&text, "package main\n\nimport (\n\t\"os\"\n\t\"testing\"\n\n");
    if (own)
        sl_text_printf(&text, "\t%s \"%s\"\n", search->uses[0] ? "_test" : "_", package->path);
    if (package->outside.count)
        sl_text_printf(&text, "\t%s \"%s\"\n", search->uses[1] ? "_xtest" : "_", package->outside_path);
    sl_text_adds(&text, ")\n\n");
    for (int kind = 0; kind < KINDS; kind++)
        sl_text_printf(&text, "var %s = []testing.%s{\n%s%s}\n\n", kinds[kind].variable, kinds[kind].type,
                       sl_text_cstr(&search->tables[0][kind]), sl_text_cstr(&search->tables[1][kind]));
    sl_text_adds(&text, "func main() {\n\tvar code int\n"
                        "\tm := testing.MainStart(&code, tests, benchmarks, fuzzTargets, examples)\n");
    if (search->main_of)
        sl_text_printf(&text, "\t%s.TestMain(m)\n", search->main_of);
    else
        sl_text_adds(&text, "\tm.Run()\n");
    sl_text_adds(&text, "\tif code != 0 {\n\t\tos.Exit(code)\n\t}\n}\n");
    const char *result = sl_arena_strndup(package->arena, text.at, text.length);
    sl_text_free(&text);
    return result;
}

static void search_tests(SlTestPackage *package) {
    Search search = {.arena = package->arena, .diags = sl_diags_new(), .files = sl_files_new()};
    search.names = sl_names_new(search.arena);
    int kept = 0, count = package->sources->files.count;
    for (int i = 0; i < count; i++) {
        SlSource source = package->sources->files.at[i];
        look_at(package, &search, &source, &kept);
    }
    package->sources->files.count = kept;
    package->main = write_main(package, &search, kept > 0);
    for (int kind = 0; kind < KINDS; kind++)
        sl_text_free(&search.tables[0][kind]), sl_text_free(&search.tables[1][kind]);
    sl_names_free(search.names);
    sl_diags_free(search.diags);
    sl_files_free(search.files);
}

// The import path: below the module's, or the folder's place as where there is no module.
static const char *import_path(const SlTestPackage *package, bool folder) {
    char real[PATH_MAX];
    if (!folder || !realpath(package->folder, real))
        return "command-line-arguments";
    const SlSources *sources = package->sources;
    size_t n = sources->module ? strlen(sources->module_root) : 0;
    if (n && strncmp(real, sources->module_root, n) == 0)
        return sl_arena_printf(package->arena, "%s%s", sources->module, real + n);
    char *path = sl_arena_printf(package->arena, "_%s", real);
    for (char *at = path; *at; at++) // what may not stand in an import path
        if (strchr(" !\"#$%&'()*,:;<=>?[\\]^`{|}", *at))
            *at = '_';
    return path;
}

SlTestPackage *sl_test_package_read(const char *const *paths, int count, char **error) {
    SlSources *sources = sl_sources_read(paths, count, true, error);
    if (!sources)
        return NULL;
    SlArena *arena = sl_arena_new();
    SlTestPackage *package = SL_NEW(arena, SlTestPackage);
    package->arena = arena;
    package->sources = sources;
    package->folder = sources->folder;
    struct stat status;
    bool folder = count == 1 && stat(paths[0], &status) == 0 && S_ISDIR(status.st_mode);
    package->path = import_path(package, folder);
    package->outside_path = sl_arena_printf(arena, "%s_test", package->path);
    package->rest = sl_sources_importer(sources);
    search_tests(package);
    return package;
}

void sl_test_package_free(SlTestPackage *package) {
    if (!package)
        return;
    sl_vec_free(&package->outside);
    sl_sources_free(package->sources);
    sl_arena_free(package->arena);
}

static int find(void *data, const char *path, const SlSource **out, bool *library) {
    SlTestPackage *package = data;
    *library = false;
    if (strcmp(path, package->path) == 0) {
        *out = package->sources->files.at;
        return package->sources->files.count ? package->sources->files.count : -1;
    }
    if (strcmp(path, package->outside_path) == 0) {
        *out = package->outside.at;
        return package->outside.count ? package->outside.count : -1;
    }
    return package->rest.find(package->rest.data, path, out, library);
}

static const char *local(void *data, const char *from, const char *path) {
    SlTestPackage *package = data;
    return package->rest.local ? package->rest.local(package->rest.data, from, path) : NULL;
}

SlProgram *sl_test_package_load(SlTestPackage *package, const SlLangOptions *flags) {
    SlImporter importer = {find, package, local};
    SlLangOptions options = *flags;
    options.tests = true;
    options.tested = package->path;
    if (!options.go_minor)
        options.go_minor = package->sources->go_minor;
    SlSource main = {"_testmain.go", package->main, strlen(package->main)};
    return sl_program_load(&main, 1, &importer, &options);
}
