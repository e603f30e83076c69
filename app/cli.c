// SPDX-License-Identifier: MIT
// The command line: sluice run, check, version. What the program prints is all that is printed; everything extra needs
// a flag. No toolkit is linked here.
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/commands.h"
#include "app/source.h"

extern char **environ;

static const char usage[] =
    "usage: sluice [FILE.go | FOLDER]            open the window\n"
    "       sluice run [FLAGS] FILE.go... [ARG...]  run a program, as go run does\n"
    "       sluice check FILE.go... | FOLDER     only compile: report errors\n"
    "       sluice draw FILE.go... -o FILE.svg|pdf|png   draw it, or an instant of a run: sluice draw says how\n"
    "       sluice version\n"
    "\n"
    "Flags of run:\n"
    "  --workers N          operating system threads that run goroutines (default: one a processor)\n"
    "  --seed N             one goroutine at a time, every choice made by a generator with this seed\n"
    "  --lang go1.N         language version (default: what the files and go.mod say, else go1.25)\n"
    "  --memory-limit MB    end the program when heap and stacks pass this (default 4096)\n"
    "  --goroutine-limit N  (default 20000000)\n"
    "  --stack-limit MB     of one goroutine (default 256)\n"
    "  --output-limit MB    (default: none)\n"
    "  --leaks              tell of goroutines that can never continue, as it is found and at main's return;\n"
    "                       the exit status is then 3 where it would have been 0\n"
    "  --explain            tell why goroutines can never continue, behind what Go says of a deadlock and with\n"
    "                       --leaks; with --seed also since when, and a small change that lets them go on\n"
    "  --stats              afterwards, tell on standard error what the machine did\n";

typedef struct {
    SlMachineOptions machine;
    SlLangOptions lang;
    bool stats, disassemble, leaks, explain;
} RunFlags;

// The number behind a flag; ends the command when it is none.
static uint64_t number(const char *flag, const char *text) {
    char *end = NULL;
    errno = 0;
    uint64_t value = text ? strtoull(text, &end, 10) : 0;
    if (!text || !*text || *end || errno || *text == '-') {
        fprintf(stderr, "sluice: %s needs a number\n", flag);
        exit(2);
    }
    return value;
}

// Returns the index of the first argument that is no flag.
static int parse_flags(RunFlags *flags, int argc, char **argv) {
    enum { MEGA = 1 << 20 };
    int i = 0;
    for (; i < argc && argv[i][0] == '-' && argv[i][1]; i++) {
        const char *flag = argv[i] + 1 + (argv[i][1] == '-');
        const char *next = i + 1 < argc ? argv[i + 1] : NULL;
        if (strcmp(flag, "workers") == 0)
            flags->machine.workers = (int)number(argv[i], next), i++;
        else if (strcmp(flag, "seed") == 0)
            flags->machine.seed = number(argv[i], next), flags->machine.controlled = true, i++;
        else if (strcmp(flag, "memory-limit") == 0)
            flags->machine.memory_limit = number(argv[i], next) * MEGA, i++;
        else if (strcmp(flag, "goroutine-limit") == 0)
            flags->machine.goroutine_limit = number(argv[i], next), i++;
        else if (strcmp(flag, "stack-limit") == 0)
            flags->machine.stack_limit = number(argv[i], next) * MEGA, i++;
        else if (strcmp(flag, "output-limit") == 0)
            flags->machine.output_limit = number(argv[i], next) * MEGA, i++;
        else if (strcmp(flag, "lang") == 0 && next && sscanf(next, "go1.%d", &flags->lang.go_minor) == 1)
            i++;
        else if (strcmp(flag, "stats") == 0)
            flags->stats = true;
        else if (strcmp(flag, "leaks") == 0)
            flags->leaks = true;
        else if (strcmp(flag, "explain") == 0)
            flags->explain = true;
        else if (strcmp(flag, "disassemble") == 0)
            flags->disassemble = true;
        else {
            fprintf(stderr, "sluice: unknown flag %s\n%s", argv[i], usage);
            exit(2);
        }
    }
    return i;
}

static void write_all(void *data, int fd, const char *bytes, size_t count) {
    (void)data;
    while (count) {
        ssize_t wrote = write(fd, bytes, count);
        if (wrote < 0) {
            if (errno == EINTR)
                continue;
            if (errno == EPIPE && fd == 1)
                _exit(141); // as a Go program that SIGPIPE ends
            return;
        }
        bytes += wrote;
        count -= (size_t)wrote;
    }
}

static bool is_go_file(const char *path) {
    size_t n = strlen(path);
    return n > 3 && strcmp(path + n - 3, ".go") == 0;
}

// Files, or one folder, in front of the program's own arguments.
static int count_sources(int argc, char **argv) {
    int n = 0;
    while (n < argc && is_go_file(argv[n]))
        n++;
    return n ? n : argc > 0;
}

static SlProgram *load(SlSources *sources, const SlLangOptions *flags) {
    SlImporter importer = sl_sources_importer(sources);
    SlLangOptions options = *flags;
    if (!options.go_minor)
        options.go_minor = sources->go_minor;
    SlProgram *program = sl_program_load(sources->files.at, sources->files.count, &importer, &options);
    return program;
}

static bool report(const SlProgram *program, bool all) {
    if (!program->diags->list.count)
        return false;
    sl_diags_sort(program->diags, program->files);
    char *text = sl_diags_format(program->diags, program->files, all);
    fprintf(stderr, "# command-line-arguments\n%s", text);
    free(text);
    return true;
}

static bool tell_leaks(SlLeaks *leaks) {
    SlText text = {0};
    sl_leaks_text(leaks, &text);
    write_all(NULL, 2, sl_text_cstr(&text), text.length);
    bool any = leaks->count > 0;
    sl_text_free(&text);
    sl_leaks_free(leaks);
    return any;
}

// What a run is asked to tell of goroutines that can never continue.
typedef struct {
    _Atomic bool found;
    bool explain;
    const SlWiring *wiring;
    SlFindings *told; // explained last
} Verdicts;

static void explain(Verdicts *verdicts, SlMachine *machine, bool returned) {
    if (!verdicts->explain)
        return;
    SlFindings *findings = sl_explain(machine, verdicts->wiring, returned);
    SlText text = {0};
    sl_findings_text(findings, verdicts->told, &text);
    write_all(NULL, 2, sl_text_cstr(&text), text.length);
    sl_text_free(&text);
    sl_findings_free(verdicts->told);
    verdicts->told = findings;
}

static void on_leaks(void *data, SlMachine *machine) {
    Verdicts *verdicts = data;
    if (!tell_leaks(sl_leaks_take(machine)))
        return;
    verdicts->found = true;
    explain(verdicts, machine, false);
}

// Runs to the end. main has returned: whoever still waits then is told of.
static void run_to_end(SlMachine *machine, Verdicts *verdicts) {
    SlStopReason reason;
    while ((reason = sl_machine_run(machine, -1, 0)) != SL_STOP_EXIT && reason != SL_STOP_RETURNED) {
    }
    if (reason == SL_STOP_EXIT) {
        if (sl_machine_end(machine, NULL) == SL_END_DEADLOCK)
            explain(verdicts, machine, false);
        return;
    }
    sl_machine_settle(machine);
    for (int without_main = 0; without_main < 2; without_main++)
        if (tell_leaks(sl_leaks_find(machine, without_main))) {
            verdicts->found = true;
            explain(verdicts, machine, without_main);
        }
}

static int run_code(const SlProgram *program, const SlCode *code, RunFlags *flags, int argc, char **argv) {
    SlMachineOptions *options = &flags->machine;
    options->args = (const char *const *)argv;
    options->arg_count = argc;
    options->env = (const char *const *)environ;
    options->output = write_all;
    Verdicts verdicts = {.explain = flags->explain, .wiring = flags->explain ? sl_wiring_new(program) : NULL};
    options->leaks = options->settle = flags->leaks;
    options->watch = flags->explain; // who used what makes better sentences
    options->leaks_found = on_leaks;
    options->leaks_data = &verdicts;
    SlMachine *machine = sl_machine_new(code, options);
    if (!machine) {
        fprintf(stderr, "sluice: %s\n", strerror(errno));
        return 1;
    }
    run_to_end(machine, &verdicts);
    int exit_code = sl_machine_exit_code(machine);
    if (verdicts.found && exit_code == 0)
        exit_code = 3;
    if (flags->stats) {
        SlMachineStats stats;
        sl_machine_stats(machine, &stats);
        fprintf(stderr, "goroutines %llu, switches %llu, allocated %llu MB, collections %llu, longest pause %.2f ms\n",
                (unsigned long long)stats.goroutines_made, (unsigned long long)stats.switches,
                (unsigned long long)stats.allocated_bytes >> 20, (unsigned long long)stats.collections,
                (double)stats.pause_max_ns / 1e6);
        sl_machine_free(machine);
        return exit_code;
    }
    // The memory goes with the process: tearing a machine of a million goroutines down takes longer than leaving.
    fflush(NULL);
    _exit(exit_code);
}

static void disassemble(const SlCode *code) {
    SlText text = {0};
    for (uint32_t i = 0; i < code->func_count; i++)
        sl_code_disassemble(code, code->funcs[i], &text);
    fwrite(sl_text_cstr(&text), 1, text.length, stdout);
    sl_text_free(&text);
}

int sl_command_run(int argc, char **argv) {
    RunFlags flags = {0};
    int first = parse_flags(&flags, argc, argv);
    argc -= first, argv += first;
    int files = count_sources(argc, argv);
    if (!files) {
        fputs("sluice run: no Go files\n", stderr);
        return 2;
    }
    char *error;
    SlSources *sources = sl_sources_read((const char *const *)argv, files, false, &error);
    if (!sources) {
        fprintf(stderr, "sluice: %s\n", error);
        free(error);
        return 1;
    }
    SlProgram *program = load(sources, &flags.lang);
    int exit_code = 1;
    if (!report(program, false)) {
        SlCode *code = sl_code_new(program, sl_engine_natives());
        if (report(program, false) || !code) {
            exit_code = 1;
        } else if (flags.disassemble) {
            disassemble(code);
            exit_code = 0;
        } else {
            exit_code = run_code(program, code, &flags, argc - files + 1, argv + files - 1);
        }
        sl_code_free(code);
    }
    sl_program_free(program);
    sl_sources_free(sources);
    return exit_code;
}

static bool has_main(const SlProgram *program) {
    for (int i = 0; program->main && i < program->main->func_count; i++) {
        const SlFuncNode *func = program->main->funcs[i];
        if (func->obj && !func->recv && strcmp(func->obj->name, "main") == 0)
            return strcmp(program->main->name, "main") == 0;
    }
    return false;
}

static int check_program(SlSources *sources, const RunFlags *flags) {
    SlProgram *program = load(sources, &flags->lang);
    int exit_code = report(program, true);
    if (!exit_code && has_main(program)) { // what the code generator does not support is refused too
        SlCode *code = sl_code_new(program, sl_engine_natives());
        exit_code = report(program, true) || !code;
        sl_code_free(code);
    }
    sl_program_free(program);
    return exit_code;
}

// The other packages of the folder, which the program does not import.
static int check_siblings(SlSources *sources, const RunFlags *flags) {
    int exit_code = 0, count = sources->group_count;
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

int sl_command_check(int argc, char **argv) {
    RunFlags flags = {0};
    int first = parse_flags(&flags, argc, argv);
    argc -= first, argv += first;
    if (argc < 1) {
        fputs("sluice check: no Go files\n", stderr);
        return 2;
    }
    char *error;
    SlSources *sources = sl_sources_read((const char *const *)argv, argc, false, &error);
    if (!sources) {
        fprintf(stderr, "sluice: %s\n", error);
        free(error);
        return 1;
    }
    flags.lang.tests = true; // a package without main compiles as well
    int exit_code = check_program(sources, &flags);
    exit_code |= check_siblings(sources, &flags);
    sl_sources_free(sources);
    return exit_code;
}

// Draws by the program beside this one, which links what drawing takes.
static int draw(int argc, char **argv) {
    char path[4096];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - sizeof "-draw");
    if (length > 0) {
        strcpy(path + length, "-draw");
        argv[-1] = path;
        execv(path, argv - 1);
    }
    (void)argc;
    fputs("sluice draw: sluice-draw is missing beside it: it is built where Graphviz and pango are\n", stderr);
    return 1;
}

int main(int argc, char **argv) {
    const char *command = argc > 1 ? argv[1] : "help";
    if (strcmp(command, "run") == 0)
        return sl_command_run(argc - 2, argv + 2);
    if (strcmp(command, "check") == 0)
        return sl_command_check(argc - 2, argv + 2);
    if (strcmp(command, "child") == 0)
        return sl_command_child(argc - 2, argv + 2);
    if (strcmp(command, "draw") == 0)
        return draw(argc - 2, argv + 2);
    if (strcmp(command, "version") == 0 || strcmp(command, "--version") == 0) {
        puts("sluice " SL_VERSION);
        return 0;
    }
    bool help = strcmp(command, "help") == 0 || strcmp(command, "--help") == 0 || strcmp(command, "-h") == 0;
    fputs(usage, help ? stdout : stderr);
    return help ? 0 : 2;
}
