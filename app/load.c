// SPDX-License-Identifier: MIT
// What compiling commands share.
#include "app/load.h"

#include <stdio.h>

SlProgram *sl_program_of(SlSources *sources, const SlLangOptions *flags) {
    SlImporter importer = sl_sources_importer(sources);
    SlLangOptions options = *flags;
    if (!options.go_minor)
        options.go_minor = sources->go_minor;
    SlProgram *program = sl_program_load(sources->files.at, sources->files.count, &importer, &options);
    return program;
}

bool sl_program_report(const SlProgram *program, bool all) {
    if (!program->diags->list.count)
        return false;
    sl_diags_sort(program->diags, program->files);
    char *text = sl_diags_format(program->diags, program->files, all);
    fprintf(stderr, "# command-line-arguments\n%s", text);
    free(text);
    return true;
}
