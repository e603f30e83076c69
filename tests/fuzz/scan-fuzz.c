// SPDX-License-Identifier: MIT
// Any bytes through the scanner: it ends, and each token lies behind the one before, inside the text.
#include <assert.h>
#include <stdint.h>

#include "lang/scan.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    SlArena *arena = sl_arena_new();
    SlNames *names = sl_names_new(arena);
    SlFiles *files = sl_files_new();
    SlDiags *diags = sl_diags_new();
    SlScan scan;
    sl_scan_init(&scan, sl_files_add(files, "fuzz.go", (const char *)data, size), names, diags);
    size_t end = 0;
    do {
        sl_scan_next(&scan);
        assert(scan.start >= end && scan.at >= scan.start && scan.at <= size);
        end = scan.at;
    } while (scan.token != SL_TOKEN_EOF);
    sl_scan_free(&scan);
    sl_diags_free(diags);
    sl_files_free(files);
    sl_names_free(names);
    sl_arena_free(arena);
    return 0;
}
