// SPDX-License-Identifier: MIT
// Any bytes through the whole front end, without packages to import. The program ends in an arena, so leaks show.
#include <stdint.h>
#include <stdlib.h>

#include "lang/lang.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int find(void *data, const char *path, const SlSource **sources, bool *library) {
    static const SlSource none = {"none.go", "package none\nfunc F(x int) string\ntype T[P any] struct{ X P }\n", 58};
    (void)data;
    *sources = &none;
    *library = true;
    return path[0] == 'n' ? 1 : -1;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    SlImporter importer = {.find = find};
    SlSource source = {"fuzz.go", (const char *)data, size};
    SlProgram *program = sl_program_load(&source, 1, &importer, NULL);
    char *text = sl_diags_format(program->diags, program->files, true);
    free(text);
    sl_program_free(program);
    return 0;
}
