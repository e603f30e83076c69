// SPDX-License-Identifier: MIT
// Bringing declarations of another file in: once, under a free name, with what they import.
#include "graph/rewrite.h"

static bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || (c & 0x80);
}

const char *sl_renamed(SlRewrite *rw, const char *text, const char *from, const char *to) {
    SlText out = {0};
    size_t n = strlen(from);
    char quote = 0;
    for (const char *at = text; *at;) {
        bool starts = at == text || (!is_word(at[-1]) && at[-1] != '.');
        if (!quote && starts && strncmp(at, from, n) == 0 && !is_word(at[n])) {
            sl_text_adds(&out, to);
            at += n;
            continue;
        }
        if (quote && *at == '\\' && quote != '`' && at[1])
            sl_text_addc(&out, *at++);
        else if (quote ? *at == quote || (*at == '\n' && quote != '`') : *at == '"' || *at == '`')
            quote = quote ? 0 : *at;
        sl_text_addc(&out, *at++);
    }
    const char *kept = sl_arena_strndup(rw->arena, sl_text_cstr(&out), out.length);
    sl_text_free(&out);
    return kept;
}

// A declaration with the comments above it, but for directives that only the palette reads.
static const char *whole_text(SlRewrite *rw, const SlTree *tree, const SlDecl *decl) {
    static const char *const dropped[] = {"title", "category", "use"};
    SlText out = {0};
    const char *text = tree->file->text;
    SlPos base = tree->file->base;
    size_t kept = 0; // length without a blank comment line at the end
    int first = sl_directive_comments(tree, decl->pos);
    for (int i = first; i < tree->comment_count && tree->comments[i].pos < decl->pos; i++) {
        const SlComment *comment = &tree->comments[i];
        bool palette = false;
        for (size_t d = 0; d < sizeof dropped / sizeof dropped[0]; d++)
            palette |= sl_directive_is(comment, dropped[d]);
        if (palette)
            continue;
        sl_text_add(&out, comment->text, comment->length);
        sl_text_addc(&out, '\n');
        if (comment->length > 2)
            kept = out.length;
    }
    size_t from = decl->pos - base, to = decl->end - base;
    while (from > 0 && text[from - 1] != '\n')
        from--; // with its keyword
    SlText all = {0};
    sl_text_add(&all, sl_text_cstr(&out), kept);
    sl_text_add(&all, text + from, to - from);
    const char *result = sl_arena_strndup(rw->arena, sl_text_cstr(&all), all.length);
    sl_text_free(&out);
    sl_text_free(&all);
    return result;
}

static const char *code_text(SlRewrite *rw, const SlTree *tree, const SlDecl *decl) {
    const char *text = tree->file->text;
    size_t from = decl->pos - tree->file->base;
    while (from > 0 && text[from - 1] != '\n')
        from--;
    return sl_arena_strndup(rw->arena, text + from, decl->end - tree->file->base - from);
}

// The declaration of that name in the program.
static const SlDecl *find_decl(const SlRewrite *rw, const char *name, const SlTree **tree) {
    const SlPackage *package = rw->program->main;
    for (int f = 0; f < package->file_count; f++)
        for (int i = 0; i < package->files[f]->decl_count; i++) {
            const SlDecl *decl = package->files[f]->decls[i];
            for (int n = 0; decl->kind != SL_DECL_IMPORT && n < decl->name_count; n++)
                if (strcmp(decl->names[n]->name, name) == 0 &&
                    !(decl->kind == SL_DECL_FUNC && decl->func->recv_fields.count)) {
                    *tree = package->files[f];
                    return decl;
                }
        }
    return NULL;
}

bool sl_edit_bring(SlRewrite *rw, const SlTree *tree, const char *text, const char **renamed) {
    const char *names[64][2];
    int renames = 0;
    SlText out = {0};
    for (int i = 0; i < tree->decl_count; i++) {
        const SlDecl *decl = tree->decls[i];
        bool method = decl->kind == SL_DECL_FUNC && decl->func->recv_fields.count;
        if (decl->kind == SL_DECL_IMPORT) {
            if (decl->path && !sl_edit_import(rw, decl->path))
                return false;
            continue;
        }
        if (!decl->name_count || (!method && strcmp(decl->names[0]->name, "main") == 0))
            continue;
        const char *name = decl->names[0]->name;
        const SlTree *there = NULL;
        const SlDecl *same = method ? NULL : find_decl(rw, name, &there);
        if (same && strcmp(code_text(rw, tree, decl), code_text(rw, there, same)) == 0)
            continue; // it is here already
        if (method && sl_name_taken(rw, name) && strstr(sl_text_cstr(&rw->files[0].now), code_text(rw, tree, decl)))
            continue;
        if (!method && sl_name_taken(rw, name) && renames < 64) {
            names[renames][0] = name;
            names[renames++][1] = sl_free_name(rw, name);
        }
        sl_text_printf(&out, "%s\n\n", whole_text(rw, tree, decl));
    }
    const char *brought = sl_arena_strndup(rw->arena, sl_text_cstr(&out), out.length);
    sl_text_free(&out);
    *renamed = text;
    for (int i = 0; i < renames; i++) {
        brought = sl_renamed(rw, brought, names[i][0], names[i][1]);
        *renamed = *renamed ? sl_renamed(rw, *renamed, names[i][0], names[i][1]) : NULL;
    }
    SlPos root = sl_root(rw)->pos;
    SlStmt *body = sl_root(rw)->body;
    if (sl_root(rw)->obj == NULL) { // a literal: before the declaration around it
        const SlTree *file = rw->wiring->tree->file;
        for (int i = 0; i < file->decl_count; i++)
            if (file->decls[i]->pos < body->pos && file->decls[i]->kind == SL_DECL_FUNC)
                root = file->decls[i]->pos;
    }
    SlPos at = sl_top_of(rw, root);
    if (*brought)
        sl_rewrite_replace(rw, at, at, brought);
    return true;
}
