// SPDX-License-Identifier: MIT
// The command "child": the machine behind the window's socket. Not for people.
#include <stdlib.h>

#include "app/commands.h"
#include "app/source.h"

static SlImporter importer(void *data, const char *folder) {
    SlSources **sources = data;
    *sources = sl_sources_from_text("", "", 0, folder);
    return sl_sources_importer(*sources);
}

int sl_command_child(int argc, char **argv) {
    SlSources *sources = NULL;
    SlChildHooks hooks = {importer, &sources, sl_engine_natives()};
    return argc == 1 ? sl_child_serve(atoi(argv[0]), &hooks) : 2;
}
