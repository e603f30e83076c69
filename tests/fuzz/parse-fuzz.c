// SPDX-License-Identifier: MIT
// Any bytes through the parser: it ends, and whatever is no Go is reported inside the text.
#include <assert.h>
#include <stdint.h>

#include "lang/parse.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    SlArena *arena = sl_arena_new();
    SlNames *names = sl_names_new(arena);
    SlFiles *files = sl_files_new();
    SlDiags *diags = sl_diags_new();
    SlFile *file = sl_files_add(files, "fuzz.go", (const char *)data, size);
    SlTree *tree = sl_parse(arena, names, file, diags);
    assert(tree);
    sl_line_directives(files, file, tree, diags);
    for (int i = 0; i < diags->list.count; i++)
        assert(diags->list.at[i].pos <= file->base + size);
    sl_diags_sort(diags, files);
    char *text = sl_diags_format(diags, files, true);
    free(text);
    sl_diags_free(diags);
    sl_files_free(files);
    sl_names_free(names);
    sl_arena_free(arena);
    return 0;
}
