// SPDX-License-Identifier: MIT
// Imports of the file that an edit writes into: they come with what needs them, and go with it.
#include "graph/rewrite.h"

static SlTree *root_tree(const SlRewrite *rw) {
    return rw->wiring->tree->file;
}

static bool is_imported(const SlTree *tree, const char *path) {
    for (int i = 0; i < tree->decl_count; i++) {
        const SlDecl *decl = tree->decls[i];
        bool named =
            decl->name_count && (strcmp(decl->names[0]->name, "_") == 0 || strcmp(decl->names[0]->name, ".") == 0);
        if (decl->kind == SL_DECL_IMPORT && decl->path && strcmp(decl->path, path) == 0 && !named)
            return true;
    }
    return false;
}

static bool is_pending(const SlRewrite *rw, const char *line) {
    for (int f = 0; f < rw->file_count; f++)
        for (int i = 0; i < rw->files[f].pending.count; i++)
            if (strstr(rw->files[f].pending.at[i].text, line))
                return true;
    return false;
}

// The line start where the path belongs in a group: before the first greater one, of its first block of lines.
static SlPos place_in_group(SlRewrite *rw, const SlTree *tree, int first, const char *path) {
    int last = first;
    for (int i = first; i < tree->decl_count && tree->decls[i]->group == tree->decls[first]->group; i++) {
        if (i > first && sl_line_start(rw, tree->decls[i]->pos) != sl_line_end(rw, tree->decls[i - 1]->end))
            break; // a blank line or a comment: another block
        if (tree->decls[i]->path && strcmp(tree->decls[i]->path, path) > 0)
            return sl_line_start(rw, tree->decls[i]->pos);
        last = i;
    }
    return sl_line_end(rw, tree->decls[last]->end);
}

bool sl_edit_import(SlRewrite *rw, const char *path) {
    const SlTree *tree = root_tree(rw);
    const char *line = sl_rewrite_printf(rw, "\t\"%s\"\n", path),
               *alone = sl_rewrite_printf(rw, "import \"%s\"\n", path);
    if (is_imported(tree, path) || is_pending(rw, line) || is_pending(rw, alone))
        return true;
    int first = -1;
    for (int i = 0; i < tree->decl_count && first < 0; i++)
        if (tree->decls[i]->kind == SL_DECL_IMPORT)
            first = i;
    if (first >= 0 && tree->decls[first]->group) {
        SlPos at = place_in_group(rw, tree, first, path);
        sl_rewrite_replace(rw, at, at, line);
    } else if (first >= 0) {
        const SlDecl *decl = tree->decls[first];
        SlPos from = sl_line_start(rw, decl->pos);
        const char *spec = sl_rewrite_text(rw, decl->pos, decl->end);
        bool before = decl->path && strcmp(path, decl->path) < 0;
        if (is_pending(rw, "import (\n"))
            return sl_rewrite_step(rw) && sl_edit_import(rw, path);
        sl_rewrite_replace(
            rw, from, decl->end,
            sl_rewrite_printf(rw, "import (\n%s\t%s\n%s)", before ? line : "", spec, before ? "" : line));
    } else {
        SlPos at = sl_line_end(rw, tree->package->end);
        if (is_pending(rw, "import \""))
            return sl_rewrite_step(rw) && sl_edit_import(rw, path);
        sl_rewrite_replace(rw, at, at, sl_rewrite_printf(rw, "\n%s", alone));
    }
    return true;
}

static const SlObj *import_object(const SlTree *tree, const SlDecl *decl, SlNames *names) {
    if (decl->name_count)
        return sl_scope_lookup(tree->scope, decl->names[0]->name);
    for (int i = 0; tree->scope && i < tree->scope->names.count; i++) {
        const SlObj *obj = tree->scope->names.entries[i].value;
        if (obj && obj->kind == SL_OBJ_PACKAGE && obj->imported && decl->path &&
            strcmp(obj->imported->path, decl->path) == 0)
            return obj;
    }
    (void)names;
    return NULL;
}

static bool was_unused(const SlRewrite *rw, const char *path) {
    const SlTree *tree = rw->context->wiring->tree->file;
    for (int i = 0; i < tree->decl_count; i++)
        if (tree->decls[i]->kind == SL_DECL_IMPORT && tree->decls[i]->path && strcmp(tree->decls[i]->path, path) == 0) {
            const SlObj *obj = import_object(tree, tree->decls[i], rw->program->names);
            return obj && !obj->used;
        }
    return false;
}

static int group_size(const SlTree *tree, const SlDecl *decl) {
    int count = 0;
    for (int i = 0; i < tree->decl_count; i++)
        count += tree->decls[i]->kind == SL_DECL_IMPORT && tree->decls[i]->group == decl->group;
    return count;
}

static void cut_import(SlRewrite *rw, const SlTree *tree, const SlDecl *decl, int left) {
    SlPos from = sl_line_start(rw, decl->pos), to = sl_line_end(rw, decl->end);
    if (decl->group && left == 0) { // the whole group, from its keyword to its parenthesis
        const char *text = tree->file->text;
        size_t start = from - tree->file->base, end = to - tree->file->base;
        while (start > 0 && strncmp(text + start, "import", 6))
            start--;
        while (text[end] && text[end] != ')')
            end++;
        from = tree->file->base + (SlPos)start;
        to = sl_line_end(rw, tree->file->base + (SlPos)end);
    }
    sl_cut_lines(rw, from, to);
}

bool sl_edit_tidy_imports(SlRewrite *rw) {
    for (;;) {
        const SlTree *tree = root_tree(rw);
        const SlDecl *unused = NULL;
        for (int i = 0; i < tree->decl_count && !unused; i++) {
            const SlDecl *decl = tree->decls[i];
            const SlObj *obj = decl->kind == SL_DECL_IMPORT ? import_object(tree, decl, rw->program->names) : NULL;
            if (obj && !obj->used && decl->path && !was_unused(rw, decl->path))
                unused = decl;
        }
        if (!unused)
            return true;
        cut_import(rw, tree, unused, unused->group ? group_size(tree, unused) - 1 : 0);
        if (!sl_rewrite_step(rw))
            return false;
    }
}
