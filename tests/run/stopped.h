// SPDX-License-Identifier: MIT
// A program run one at a time until it stops at a place of the test's choice: where nobody can move any more.
#ifndef SL_TEST_STOPPED_H
#define SL_TEST_STOPPED_H

#include "run/inspect.h"
#include "tests/code/compile.h"

typedef struct {
    SlSources *sources;
    SlProgram *program;
    SlCode *code;
    SlMachine *machine;
    SlText output;
} Stopped;

bool sl_native_names_find(void *data, const char *name, bool *blocks);

static inline void stopped_output(void *data, int fd, const char *bytes, size_t count) {
    if (fd == 1)
        sl_text_add(&((Stopped *)data)->output, bytes, count);
}

static inline void stopped_load(Stopped *s, const char *name, const char *text, int go_minor) {
    *s = (Stopped){.sources = sl_sources_from_text(name, text, strlen(text), NULL)};
    SlImporter importer = sl_sources_importer(s->sources);
    SlLangOptions options = {.go_minor = go_minor};
    s->program = sl_program_load(s->sources->files.at, s->sources->files.count, &importer, &options);
    SlNativeNames names = {sl_native_names_find, NULL};
    s->code = s->program->diags->list.count ? NULL : sl_code_new(s->program, &names);
    char *errors = sl_diags_format(s->program->diags, s->program->files, true);
    cr_assert_eq(s->program->diags->list.count, 0, "%s", errors);
    free(errors);
}

// s must not move afterwards.
static inline void stopped_start(Stopped *s, uint64_t seed) {
    SlMachineOptions options = {.controlled = true,
                                .seed = seed,
                                .memory_limit = 1u << 28,
                                .output = stopped_output,
                                .output_data = s,
                                .stdin_fd = -1,
                                .watch = true};
    s->machine = sl_machine_new(s->code, &options);
    cr_assert_not_null(s->machine);
}

// Runs until nobody can move: the deadlock that the program ends in is where it is looked at.
static inline void stopped_run(Stopped *s, const char *text) {
    stopped_load(s, "t.go", text, 0);
    stopped_start(s, 1);
    cr_assert_eq(sl_machine_run(s->machine, -1, 0), SL_STOP_EXIT);
    const char *why;
    cr_assert_eq(sl_machine_end(s->machine, &why), SL_END_DEADLOCK, "%s", why ? why : "it ended");
}

static inline void stopped_free(Stopped *s) {
    sl_machine_free(s->machine);
    sl_code_free(s->code);
    sl_program_free(s->program);
    sl_sources_free(s->sources);
    sl_text_free(&s->output);
}

#endif
