// SPDX-License-Identifier: MIT
// The command line: finds the command. No toolkit is linked here.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/commands.h"
#include "app/flags.h"
#include "app/load.h"
#include "app/test-package.h"

static const char usage[] =
    "usage: sluice [FILE.go | FOLDER]            open the window\n"
    "       sluice run [FLAGS] FILE.go... [ARG...]  run a program, as go run does\n"
    "       sluice check FILE.go... | FOLDER     only compile: report errors\n"
    "       sluice draw FILE.go... -o FILE.svg|pdf|png   draw it, or an instant of a run: sluice draw says how\n"
    "       sluice export FILE.go -o FILE.html   a run as a page that any browser plays\n"
    "       sluice test [FLAGS] [FOLDER... | FILE.go...]  run the tests of packages, as go test does\n"
    "       sluice version\n"
    "\n"
    "Flags of run (test also takes go test's -run, -skip, -v, -count, -short, -timeout, -bench, -benchtime, "
    "-benchmem,\n"
    "-list, -parallel, -failfast, -shuffle; -race is taken and ignored):\n";

static bool has_main(const SlProgram *program) {
    for (int i = 0; program->main && i < program->main->func_count; i++) {
        const SlFuncNode *func = program->main->funcs[i];
        if (func->obj && !func->recv && strcmp(func->obj->name, "main") == 0)
            return strcmp(program->main->name, "main") == 0;
    }
    return false;
}

static int check_program(SlSources *sources, const SlFlags *flags) {
    SlProgram *program = sl_program_of(sources, &flags->lang);
    int exit_code = sl_program_report(program, true);
    if (!exit_code && has_main(program)) { // what the code generator does not support is refused too
        SlCode *code = sl_code_new(program, sl_engine_natives());
        exit_code = sl_program_report(program, true) || !code;
        sl_code_free(code);
    }
    sl_program_free(program);
    return exit_code;
}

// The other packages of the folder (count of them were asked for), which the program does not import.
static int check_siblings(SlSources *sources, const SlFlags *flags, int count) {
    int exit_code = 0;
    bool *checked = calloc((size_t)count + 1, sizeof *checked);
    for (int group = count > 1 ? count - 1 : -1; checked && group >= 0; group--) {
        checked[sources->group] = true;
        for (int i = 0; i < sources->locals.count; i++)
            if (sources->locals.at[i].group >= 0)
                checked[sources->locals.at[i].group] = true;
        char *error = NULL;
        if (!checked[group] && sl_sources_choose(sources, group, &error))
            exit_code |= check_program(sources, flags);
        free(error);
    }
    free(checked);
    return exit_code;
}

// Tests, with the package that they belong to. True if there are any.
static bool check_tests(const char *const *paths, int count, const SlFlags *flags, int *exit_code) {
    char *error = NULL;
    SlTestPackage *package = sl_test_package_read(paths, count, &error);
    free(error);
    bool any = package && package->test_files;
    if (any) {
        SlProgram *program = sl_test_package_load(package, &flags->lang);
        *exit_code = sl_program_report(program, true);
        SlCode *code = *exit_code ? NULL : sl_code_new(program, sl_engine_natives());
        if (!*exit_code)
            *exit_code = sl_program_report(program, true) || !code;
        sl_code_free(code);
        sl_program_free(program);
    }
    sl_test_package_free(package);
    return any;
}

int sl_command_check(int argc, char **argv) {
    SlFlags flags = {0};
    int first = sl_flags_read(&flags, argc, argv);
    argc -= first, argv += first;
    if (argc < 1) {
        fputs("sluice check: no Go files\n", stderr);
        return 2;
    }
    char *error;
    int exit_code = 0;
    if (check_tests((const char *const *)argv, argc, &flags, &exit_code))
        return exit_code;
    SlSources *sources = sl_sources_read((const char *const *)argv, argc, false, &error);
    if (!sources) {
        fprintf(stderr, "sluice: %s\n", error);
        free(error);
        return 1;
    }
    flags.lang.tests = true;           // a package without main compiles as well
    int groups = sources->group_count; // importing looks for more
    exit_code = check_program(sources, &flags);
    exit_code |= check_siblings(sources, &flags, groups);
    sl_sources_free(sources);
    return exit_code;
}

// Drawing is done by the program beside this one, which links what it takes.
static int draw(char **argv) {
    char path[4096];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - sizeof "-draw");
    if (length > 0) {
        strcpy(path + length, "-draw");
        argv[0] = path;
        execv(path, argv);
    }
    fputs("sluice: sluice-draw is missing beside it: it is built where Graphviz and pango are\n", stderr);
    return 1;
}

int main(int argc, char **argv) {
    const char *command = argc > 1 ? argv[1] : "help";
    if (strcmp(command, "run") == 0)
        return sl_command_run(argc - 2, argv + 2);
    if (strcmp(command, "check") == 0)
        return sl_command_check(argc - 2, argv + 2);
    if (strcmp(command, "test") == 0)
        return sl_command_test(argc - 2, argv + 2);
    if (strcmp(command, "child") == 0)
        return sl_command_child(argc - 2, argv + 2);
    if (strcmp(command, "draw") == 0 || strcmp(command, "export") == 0)
        return draw(argv);
    if (strcmp(command, "version") == 0 || strcmp(command, "--version") == 0) {
        puts("sluice " SL_VERSION);
        return 0;
    }
    bool help = strcmp(command, "help") == 0 || strcmp(command, "--help") == 0 || strcmp(command, "-h") == 0;
    SlText text = {0};
    sl_flags_help(&text);
    fprintf(help ? stdout : stderr, "%s%s", usage, sl_text_cstr(&text));
    sl_text_free(&text);
    return help ? 0 : 2;
}
