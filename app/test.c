// SPDX-License-Identifier: MIT
// The command "test". Each package is compiled here and run in a process of its own, as the go command does: a test
// that panics, exits or deadlocks ends its package only. The words and the exit status are the go command's.
//
// With folders or files named, what good tests print is shown only with -v or -bench; without, the package of the
// working folder is tested and everything is shown.
#include <dirent.h>
#include <errno.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "app/commands.h"
#include "app/test-package.h"

typedef struct {
    SlFlags run;
    SL_VEC(const char *) args;  // of the tests' program
    SL_VEC(const char *) paths; // folders or files
    SL_VEC(const char *) rest;  // behind -args
    SlArena *arena;
    bool direct; // -bench: output is not looked at
    bool named;  // folders or files were named
    bool show;   // what good tests print, too: -v, -bench, -list
    bool has_timeout;
    bool compile_only;
    bool failed;
} Test;

typedef struct {
    const char *name;
    enum { SWITCH, VALUE, IGNORED, IGNORED_VALUE } kind;
} Flag;

static const Flag flags[] = {
    {"run", VALUE},
    {"skip", VALUE},
    {"count", VALUE},
    {"timeout", VALUE},
    {"bench", VALUE},
    {"benchtime", VALUE},
    {"list", VALUE},
    {"parallel", VALUE},
    {"shuffle", VALUE},
    {"cpu", VALUE},
    {"fuzz", VALUE},
    {"v", SWITCH},
    {"short", SWITCH},
    {"benchmem", SWITCH},
    {"failfast", SWITCH},
    {"race", IGNORED},
    {"cover", IGNORED},
    {"msan", IGNORED},
    {"asan", IGNORED},
    {"trimpath", IGNORED},
    {"a", IGNORED},
    {"x", IGNORED},
    {"vet", IGNORED_VALUE},
    {"tags", IGNORED_VALUE},
    {"mod", IGNORED_VALUE},
    {"p", IGNORED_VALUE},
    {"gcflags", IGNORED_VALUE},
    {"ldflags", IGNORED_VALUE},
    {"covermode", IGNORED_VALUE},
    {"coverprofile", IGNORED_VALUE},
    {"fuzztime", IGNORED_VALUE},
    {NULL, SWITCH},
};

// ---- the command line ----

// Takes argv[*i] if it is a flag of go test; false if it is none.
static bool take_flag(Test *test, int argc, char **argv, int *i) {
    const char *word = argv[*i];
    const char *name = word + 1 + (word[1] == '-');
    if (strncmp(name, "test.", 5) == 0)
        name += 5;
    const char *equal = strchr(name, '=');
    size_t length = equal ? (size_t)(equal - name) : strlen(name);
    const Flag *flag = flags;
    while (flag->name && (strlen(flag->name) != length || strncmp(flag->name, name, length)))
        flag++;
    if (!flag->name)
        return false;
    const char *value = equal ? equal + 1 : NULL;
    if (!value && (flag->kind == VALUE || flag->kind == IGNORED_VALUE)) {
        if (*i + 1 >= argc) {
            fprintf(stderr, "sluice: %s needs a value\n", word);
            exit(2);
        }
        value = argv[++*i];
    }
    if (flag->kind == IGNORED || flag->kind == IGNORED_VALUE)
        return true;
    if (strcmp(flag->name, "v") == 0 || strcmp(flag->name, "bench") == 0 || strcmp(flag->name, "list") == 0)
        test->show = true;
    test->direct |= strcmp(flag->name, "bench") == 0;
    if (strcmp(flag->name, "timeout") == 0)
        test->has_timeout = true;
    sl_vec_push(&test->args, sl_arena_printf(test->arena, "-test.%s=%s", flag->name, value ? value : "true"));
    return true;
}

static int by_name(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

// The folder and those below it that hold Go files.
static void add_tree(Test *test, const char *folder) {
    enum { DEEPEST = 64 };
    DIR *dir = strlen(folder) < 4000 ? opendir(folder) : NULL;
    if (!dir)
        return;
    SL_VEC(const char *) below = {0};
    bool has_go = false;
    for (struct dirent *entry; (entry = readdir(dir));) {
        const char *name = entry->d_name;
        size_t n = strlen(name);
        if (name[0] == '.' || name[0] == '_')
            continue;
        const char *path = sl_arena_printf(test->arena, "%s/%s", folder, name);
        struct stat status;
        if (lstat(path, &status))
            continue;
        if (S_ISDIR(status.st_mode) && strcmp(name, "testdata") && strcmp(name, "vendor"))
            sl_vec_push(&below, path);
        else if (S_ISREG(status.st_mode) && n > 3 && strcmp(name + n - 3, ".go") == 0)
            has_go = true;
    }
    closedir(dir);
    if (has_go)
        sl_vec_push(&test->paths, folder);
    if (below.count)
        qsort(below.at, (size_t)below.count, sizeof *below.at, by_name);
    for (int i = 0; i < below.count; i++)
        add_tree(test, below.at[i]);
    sl_vec_free(&below);
}

static void add_path(Test *test, const char *path) {
    size_t n = strlen(path);
    test->named = true;
    if (n >= 4 && strcmp(path + n - 4, "/...") == 0)
        add_tree(test, n == 4 ? "/" : sl_arena_strndup(test->arena, path, n - 4));
    else if (strcmp(path, "...") == 0)
        add_tree(test, ".");
    else
        sl_vec_push(&test->paths, path);
}

static void parse(Test *test, int argc, char **argv) {
    test->run.test = true;
    for (int i = 0; i < argc; i++) {
        if (argv[i][0] != '-' || !argv[i][1]) {
            add_path(test, argv[i]);
        } else if (strcmp(argv[i], "-args") == 0 || strcmp(argv[i], "--args") == 0) {
            for (i++; i < argc; i++)
                sl_vec_push(&test->rest, argv[i]);
        } else if (strcmp(argv[i], "-c") == 0) {
            test->compile_only = true;
        } else if (!take_flag(test, argc, argv, &i)) {
            int taken = sl_flags_read(&test->run, argc - i, argv + i);
            if (!taken) { // the program's own
                sl_vec_push(&test->rest, argv[i]);
                continue;
            }
            i += taken - 1;
        }
    }
    if (!test->named)
        sl_vec_push(&test->paths, ".");
    if (!test->has_timeout)
        sl_vec_push(&test->args, "-test.timeout=10m0s");
}

// ---- running ----

static double seconds_now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

// The process of the tests. Does not return.
static void run_child(Test *test, const SlTestPackage *package, const SlProgram *program, const SlCode *code) {
    SL_VEC(char *) args = {0};
    const char *slash = strrchr(package->path, '/');
    sl_vec_push(&args, sl_arena_printf(test->arena, "%s.test", slash ? slash + 1 : package->path));
    for (int i = 0; i < test->args.count; i++)
        sl_vec_push(&args, (char *)test->args.at[i]);
    for (int i = 0; i < test->rest.count; i++)
        sl_vec_push(&args, (char *)test->rest.at[i]);
    setenv("SLUICE_TEST_PACKAGE", package->path, 1);
    test->run.folder = package->folder;
    _exit(sl_run_code(program, code, &test->run, args.count, args.at));
}

static void add_output(Test *test, int fd, SlText *kept) {
    char block[65536];
    for (ssize_t got; (got = read(fd, block, sizeof block)) != 0;) {
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            break;
        if (test->show || !test->named) {
            fwrite(block, 1, (size_t)got, stdout);
            fflush(stdout);
        }
        sl_text_add(kept, block, (size_t)got);
    }
}

static bool has_line(const SlText *text, const char *line) {
    return strstr(sl_text_cstr(text), line) != NULL;
}

static void tell_end(Test *test, const SlTestPackage *package, int status, double seconds, const SlText *output) {
    bool good = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    if (good) {
        const char *note = has_line(output, "testing: warning: no tests to run\n") ? " [no tests to run]" : "";
        printf("ok  \t%s\t%.3fs%s\n", package->path, seconds, note);
        return;
    }
    test->failed = true;
    if (!test->show && test->named)
        fwrite(sl_text_cstr(output), 1, output->length, stdout);
    if (WIFSIGNALED(status))
        printf("signal: %s\n", strsignal(WTERMSIG(status)));
    else if (!test->named || test->direct || !output->length || test->run.leaks)
        printf("exit status %d\n", WEXITSTATUS(status));
    printf("FAIL\t%s\t%.3fs\n", package->path, seconds);
}

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *walk) {
    (void)status, (void)kind, (void)walk;
    return remove(path);
}

// Tests that are not given all files have a folder of their own for what they make of t.TempDir.
static char *own_folder(Test *test) {
    if (test->run.machine.files)
        return NULL;
    const char *base = getenv("TMPDIR");
    char *folder = sl_arena_printf(test->arena, "%s/sluice-test-XXXXXX", base && base[0] == '/' ? base : "/tmp");
    folder = mkdtemp(folder);
    test->run.machine.files_below = folder;
    return folder;
}

static void run_package(Test *test, const SlTestPackage *package, const SlProgram *program, const SlCode *code) {
    int ends[2];
    char *folder = own_folder(test);
    fflush(NULL);
    double start = seconds_now();
    pid_t child = pipe(ends) == 0 ? fork() : -1;
    if (child == 0) {
        dup2(ends[1], 1);
        dup2(ends[1], 2);
        close(ends[0]);
        close(ends[1]);
        if (folder)
            setenv("TMPDIR", folder, 1);
        run_child(test, package, program, code);
    }
    if (child < 0) {
        fprintf(stderr, "sluice: %s\n", strerror(errno));
        test->failed = true;
        return;
    }
    close(ends[1]);
    SlText output = {0};
    add_output(test, ends[0], &output);
    close(ends[0]);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    enum { OPEN_FOLDERS = 16 };
    if (folder)
        nftw(folder, remove_entry, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS);
    tell_end(test, package, status, seconds_now() - start, &output);
    sl_text_free(&output);
}

static bool report(const SlTestPackage *package, const SlProgram *program) {
    if (!program->diags->list.count)
        return false;
    sl_diags_sort(program->diags, program->files);
    char *text = sl_diags_format(program->diags, program->files, false);
    fflush(stdout);
    fprintf(stderr, "# %s [%s.test]\n%s", package->path, package->path, text);
    free(text);
    return true;
}

static void test_package(Test *test, const char *const *paths, int count) {
    char *error;
    SlTestPackage *package = sl_test_package_read(paths, count, &error);
    if (!package) {
        fprintf(stderr, "sluice: %s\n", error);
        free(error);
        test->failed = true;
        return;
    }
    if (!package->test_files) {
        printf("?   \t%s\t[no test files]\n", package->path);
        sl_test_package_free(package);
        return;
    }
    SlProgram *program = sl_test_package_load(package, &test->run.lang);
    SlCode *code = report(package, program) ? NULL : sl_code_new(program, sl_engine_natives());
    if (!code || report(package, program)) {
        printf("FAIL\t%s [build failed]\n", package->path);
        test->failed = true;
    } else if (!test->compile_only) {
        run_package(test, package, program, code);
    }
    fflush(stdout);
    sl_code_free(code);
    sl_program_free(program);
    sl_test_package_free(package);
}

static bool is_go_file(const char *path) {
    size_t n = strlen(path);
    return n > 3 && strcmp(path + n - 3, ".go") == 0;
}

int sl_command_test(int argc, char **argv) {
    Test test = {.arena = sl_arena_new()};
    parse(&test, argc, argv);
    bool files = test.paths.count && is_go_file(test.paths.at[0]);
    if (!test.paths.count)
        fputs("sluice: no packages to test\n", stderr);
    if (files)
        test_package(&test, test.paths.at, test.paths.count);
    for (int i = 0; !files && i < test.paths.count; i++)
        test_package(&test, &test.paths.at[i], 1);
    if (test.failed && (test.named || test.paths.count > 1))
        puts("FAIL");
    fflush(stdout);
    int exit_code = test.failed || !test.paths.count;
    sl_vec_free(&test.args);
    sl_vec_free(&test.paths);
    sl_vec_free(&test.rest);
    sl_arena_free(test.arena);
    return exit_code;
}
