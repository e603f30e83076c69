// SPDX-License-Identifier: MIT
// Flags: a table of names, what follows them, what they say in the help, and what they do.
#include "app/flags.h"

#include <errno.h>
#include <stdio.h>

enum { MEGA = 1 << 20 };

// The number behind a flag; ends the command when it is none.
static uint64_t number(const char *flag, const char *text) {
    char *end = NULL;
    errno = 0;
    uint64_t value = text ? strtoull(text, &end, 10) : 0;
    if (!text || !*text || *end || errno || *text == '-') {
        fprintf(stderr, "sluice: --%s needs a number\n", flag);
        exit(2);
    }
    return value;
}

typedef struct Flag {
    const char *name;
    const char *value; // what follows, as the help calls it; null: nothing
    const char *help;  // null: not for people
    void (*set)(SlFlags *flags, const struct Flag *flag, const char *text);
} Flag;

static void set_workers(SlFlags *flags, const Flag *flag, const char *text) {
    uint64_t count = number(flag->name, text);
    flags->machine.workers = count < 4096 ? (int)count : 4096;
}

static void set_seed(SlFlags *flags, const Flag *flag, const char *text) {
    flags->machine.seed = number(flag->name, text);
    flags->machine.controlled = true;
}

static void set_lang(SlFlags *flags, const Flag *flag, const char *text) {
    if (sscanf(text, "go1.%d", &flags->lang.go_minor) == 1)
        return;
    fprintf(stderr, "sluice: --%s needs a version of Go, as go1.25\n", flag->name);
    exit(2);
}

static void set_memory_limit(SlFlags *flags, const Flag *flag, const char *text) {
    flags->machine.memory_limit = number(flag->name, text) * MEGA;
}

static void set_goroutine_limit(SlFlags *flags, const Flag *flag, const char *text) {
    flags->machine.goroutine_limit = number(flag->name, text);
}

static void set_stack_limit(SlFlags *flags, const Flag *flag, const char *text) {
    flags->machine.stack_limit = number(flag->name, text) * MEGA;
}

static void set_output_limit(SlFlags *flags, const Flag *flag, const char *text) {
    flags->machine.output_limit = number(flag->name, text) * MEGA;
}

static void set_leaks(SlFlags *flags, const Flag *flag, const char *text) {
    (void)flag, (void)text;
    flags->leaks = true;
}

static void set_explain(SlFlags *flags, const Flag *flag, const char *text) {
    (void)flag, (void)text;
    flags->explain = true;
}

static void set_chooser(SlFlags *flags, const Flag *flag, const char *text) {
    (void)flag;
    flags->chooser = text;
    flags->machine.controlled = true;
}

static void set_events(SlFlags *flags, const Flag *flag, const char *text) {
    (void)flag;
    flags->events = text;
}

static void set_trace(SlFlags *flags, const Flag *flag, const char *text) {
    (void)flag;
    flags->trace = text;
}

static void set_record(SlFlags *flags, const Flag *flag, const char *text) {
    (void)flag;
    flags->record = text;
    flags->machine.controlled = true;
}

static void set_replay(SlFlags *flags, const Flag *flag, const char *text) {
    (void)flag;
    flags->replay = text;
    flags->machine.controlled = true;
}

static void set_files(SlFlags *flags, const Flag *flag, const char *text) {
    (void)flag, (void)text;
    flags->machine.files = true;
}

static void set_stats(SlFlags *flags, const Flag *flag, const char *text) {
    (void)flag, (void)text;
    flags->stats = true;
}

static void set_disassemble(SlFlags *flags, const Flag *flag, const char *text) {
    (void)flag, (void)text;
    flags->disassemble = true;
}

// clang-format off
static const Flag table[] = {
    {"workers", "N", "operating system threads that run goroutines (default: one a processor)", set_workers},
    {"seed", "N", "one goroutine at a time, every choice made by a generator with this seed", set_seed},
    {"chooser", "RULE", "one goroutine at a time; who moves is said by random (the default), round-robin,\n"
                        "run-to-block, pct[:DEPTH[:MOVES]] (random priorities) or script:FILE", set_chooser},
    {"record", "FILE", "one goroutine at a time; write choices and inputs (with arguments and environment)", set_record},
    {"replay", "FILE", "run as it was recorded; where the program departs from that, say so and end with 4", set_replay},
    {"events", "FILE", "write what happens, a line an event", set_events},
    {"trace", "FILE", "write the run for Perfetto or Chrome (Trace Event format)", set_trace},
    {"lang", "go1.N", "language version (default: what the files and go.mod say, else go1.25)", set_lang},
    {"memory-limit", "MB", "end the program when heap and stacks pass this (default 4096)", set_memory_limit},
    {"goroutine-limit", "N", "(default 20000000)", set_goroutine_limit},
    {"stack-limit", "MB", "of one goroutine (default 256)", set_stack_limit},
    {"output-limit", "MB", "(default: none)", set_output_limit},
    {"leaks", NULL, "tell of goroutines that can never continue, as it is found and at main's return;\n"
                    "the exit status is then 3 where it would have been 0", set_leaks},
    {"explain", NULL, "tell why goroutines can never continue, behind what Go says of a deadlock and with\n"
                      "--leaks; with --seed also since when, and a small change that lets them go on", set_explain},
    {"allow-fs", NULL, "the program may read and write files; without it package os refuses", set_files},
    {"stats", NULL, "afterwards, tell on standard error what the machine did", set_stats},
    {"disassemble", NULL, NULL, set_disassemble},
};
// clang-format on
enum { FLAGS = sizeof table / sizeof *table };

void sl_flags_help(SlText *text) {
    enum { COLUMN = 23 };
    for (size_t i = 0; i < FLAGS; i++) {
        const Flag *flag = &table[i];
        if (!flag->help)
            continue;
        size_t start = text->length;
        sl_text_printf(text, "  --%s%s%s", flag->name, flag->value ? " " : "", flag->value ? flag->value : "");
        for (const char *at = flag->help; *at;) {
            size_t width = text->length - start, line = strcspn(at, "\n");
            sl_text_printf(text, "%*s%.*s\n", (int)(width < COLUMN ? COLUMN - width : 1), "", (int)line, at);
            at += line + (at[line] == '\n');
            start = text->length;
        }
    }
}

static const Flag *find(const char *name) {
    for (size_t i = 0; i < FLAGS; i++)
        if (strcmp(table[i].name, name) == 0)
            return &table[i];
    return NULL;
}

int sl_flags_read(SlFlags *flags, int argc, char **argv) {
    int i = 0;
    for (; i < argc && argv[i][0] == '-' && argv[i][1]; i++) {
        char name[32], *name_end;
        snprintf(name, sizeof name, "%s", argv[i] + 1 + (argv[i][1] == '-'));
        const char *value = (name_end = strchr(name, '=')) ? strchr(argv[i], '=') + 1 : NULL;
        if (name_end)
            *name_end = 0;
        const Flag *flag = find(name);
        if (!flag && flags->test)
            break;
        if (!flag || (value && !flag->value)) {
            fprintf(stderr, "sluice: unknown flag %s (sluice help tells them all)\n", argv[i]);
            exit(2);
        }
        if (flag->value && !value && !(value = i + 1 < argc ? argv[++i] : NULL)) {
            fprintf(stderr, "sluice: --%s needs %s\n", flag->name, flag->value);
            exit(2);
        }
        flag->set(flags, flag, value);
    }
    return i;
}
