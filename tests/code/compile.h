// SPDX-License-Identifier: MIT
// Compiles a program text for a test, with the embedded standard library.
#ifndef SL_TEST_COMPILE_H
#define SL_TEST_COMPILE_H

#include <criterion/criterion.h>

#include "app/source.h"
#include "code/code.h"

typedef struct {
    SlSources *sources;
    SlProgram *program;
    SlCode *code;
} Compiled;

static inline Compiled compile(const char *text) {
    Compiled c;
    c.sources = sl_sources_from_text("t.go", text, strlen(text), NULL);
    SlImporter importer = sl_sources_importer(c.sources);
    SlLangOptions options = {0};
    c.program = sl_program_load(c.sources->files.at, c.sources->files.count, &importer, &options);
    char *errors = sl_diags_format(c.program->diags, c.program->files, true);
    cr_assert_eq(c.program->diags->list.count, 0, "%s", errors);
    free(errors);
    c.code = sl_code_new(c.program, NULL);
    return c;
}

static inline void release(Compiled *c) {
    sl_code_free(c->code);
    sl_program_free(c->program);
    sl_sources_free(c->sources);
}

static inline const SlFunc *function(const Compiled *c, const char *name) {
    for (uint32_t i = 0; i < c->code->func_count; i++)
        if (strcmp(c->code->funcs[i]->name, name) == 0)
            return c->code->funcs[i];
    return NULL;
}

static inline const SlRtype *type(const Compiled *c, const char *text) {
    for (uint32_t i = 0; i < c->code->type_count; i++)
        if (strcmp(c->code->types[i]->text, text) == 0)
            return c->code->types[i];
    return NULL;
}

#endif
