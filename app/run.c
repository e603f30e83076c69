// SPDX-License-Identifier: MIT
// The command run: loads, compiles and runs a program. What the program prints is all that is printed; everything extra
// needs a flag.
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/commands.h"
#include "app/flags.h"
#include "app/load.h"
#include "app/observe.h"

extern char **environ;

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
    SlFindings *told;  // explained last
    SlInquiry inquiry; // how the run can be made again
} Verdicts;

static void explain(Verdicts *verdicts, SlMachine *machine, bool returned) {
    if (!verdicts->explain)
        return;
    SlFindings *findings = sl_explain(machine, verdicts->wiring, returned, verdicts->told);
    sl_inquire(&verdicts->inquiry, findings);
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

// Runs to the end. main has returned: whoever still waits then is told of. False: it had to stop before.
static bool run_to_end(SlMachine *machine, SlObserver *observer, Verdicts *verdicts) {
    SlStopReason reason;
    while ((reason = sl_machine_run(machine, -1, 0)) != SL_STOP_EXIT && reason != SL_STOP_RETURNED)
        if ((reason == SL_STOP_PAUSED || reason == SL_STOP_CHOICE) && sl_observer_stops(observer))
            return false;
    if (reason == SL_STOP_EXIT) {
        if (sl_machine_end(machine, NULL) == SL_END_DEADLOCK)
            explain(verdicts, machine, false);
        return true;
    }
    sl_machine_settle(machine);
    for (int without_main = 0; without_main < 2; without_main++)
        if (tell_leaks(sl_leaks_find(machine, without_main))) {
            verdicts->found = true;
            explain(verdicts, machine, without_main);
        }
    return true;
}

int sl_run_code(const SlProgram *program, const SlCode *code, SlFlags *flags, int argc, char **argv) {
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
    SlObserver *observer = sl_observer_new(flags, program, argv[0]);
    if (!observer)
        return 2;
    // A seed makes the run again; what another chooser has decided is not kept here.
    verdicts.inquiry = (SlInquiry){
        .code = code, .options = *options, .repeatable = options->controlled && !options->choose, .limit = 5000000000};
    SlMachine *machine = sl_machine_new(code, options);
    if (!machine) {
        fprintf(stderr, "sluice: %s\n", strerror(errno));
        return 1;
    }
    sl_observer_start(observer, machine);
    if (flags->folder && chdir(flags->folder)) {
        fprintf(stderr, "sluice: %s: %s\n", flags->folder, strerror(errno));
        return 1;
    }
    bool ended = run_to_end(machine, observer, &verdicts);
    int exit_code = sl_observer_end(observer, sl_machine_exit_code(machine), ended);
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
    SlFlags flags = {0};
    int first = sl_flags_read(&flags, argc, argv);
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
    SlProgram *program = sl_program_of(sources, &flags.lang);
    int exit_code = 1;
    if (!sl_program_report(program, false)) {
        SlCode *code = sl_code_new(program, sl_engine_natives());
        if (sl_program_report(program, false) || !code) {
            exit_code = 1;
        } else if (flags.disassemble) {
            disassemble(code);
            exit_code = 0;
        } else {
            exit_code = sl_run_code(program, code, &flags, argc - files + 1, argv + files - 1);
        }
        sl_code_free(code);
    }
    sl_program_free(program);
    sl_sources_free(sources);
    return exit_code;
}
