// SPDX-License-Identifier: MIT
// The head of a Go file, read before it is known which package the file is read for: package clause, imports, build
// constraint. Only the scanner is used, so nothing nests and nothing is reported; a broken head ends the list.
#include "lang/scan.h"

#include "lang/lang.h"
#include "lang/parse.h"

typedef SL_VEC(const char *) Paths;

// ImportSpec = [ "." | PackageName ] ImportPath .
static bool import_spec(SlScan *scan, SlArena *arena, Paths *paths) {
    if (scan->token == SL_TOKEN_NAME || scan->token == SL_TOKEN_DOT)
        sl_scan_next(scan);
    if (scan->token != SL_TOKEN_STRING || scan->bad)
        return false;
    size_t length;
    const char *path = sl_literal_unquote(arena, scan->lit, scan->lit_length, &length);
    sl_vec_push(paths, path);
    sl_scan_next(scan);
    return true;
}

// ImportDecl = "import" ( ImportSpec | "(" { ImportSpec ";" } ")" ) .
static void imports(SlScan *scan, SlArena *arena, Paths *paths) {
    while (scan->token == SL_TOKEN_IMPORT) {
        sl_scan_next(scan);
        if (scan->token == SL_TOKEN_LPAREN) {
            sl_scan_next(scan);
            while (scan->token != SL_TOKEN_RPAREN && import_spec(scan, arena, paths))
                if (scan->token == SL_TOKEN_SEMICOLON)
                    sl_scan_next(scan);
            if (scan->token != SL_TOKEN_RPAREN)
                return;
            sl_scan_next(scan);
        } else if (!import_spec(scan, arena, paths)) {
            return;
        }
        while (scan->token == SL_TOKEN_SEMICOLON)
            sl_scan_next(scan);
    }
}

SlHeader sl_header_read(SlArena *arena, const SlSource *source) {
    SlHeader header = {0};
    SlFiles *files = sl_files_new();
    SlDiags *diags = sl_diags_new();
    SlNames *names = sl_names_new(arena);
    SlFile *file = sl_files_add(files, source->name, source->text, source->length);
    if (file) {
        SlScan scan;
        Paths paths = {0};
        sl_scan_init(&scan, file, names, diags);
        sl_scan_next(&scan);
        if (scan.token == SL_TOKEN_PACKAGE) {
            SlTree tree = {.pos = file->base + (SlPos)scan.start,
                           .comments = scan.comments.at,
                           .comment_count = scan.comments.count};
            sl_build_tags(&tree);
            header.excluded = tree.excluded;
            sl_scan_next(&scan);
            if (scan.token == SL_TOKEN_NAME)
                header.package = sl_arena_strndup(arena, scan.lit, scan.lit_length);
            sl_scan_next(&scan);
            while (scan.token == SL_TOKEN_SEMICOLON)
                sl_scan_next(&scan);
            imports(&scan, arena, &paths);
        }
        header.import_count = paths.count;
        header.imports = SL_NEW_N(arena, const char *, paths.count + 1);
        for (int i = 0; i < paths.count; i++)
            header.imports[i] = paths.at[i];
        sl_vec_free(&paths);
        sl_scan_free(&scan);
    }
    sl_names_free(names);
    sl_diags_free(diags);
    sl_files_free(files);
    return header;
}
