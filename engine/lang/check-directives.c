// SPDX-License-Identifier: MIT
// Directives that speak of a declaration: they are looked at when everything else is right, as gc does.
#include "lang/check.h"

// What follows "//go:<verb>" in a comment, or null when it is another.
static const char *behind(const SlComment *comment, const char *verb, size_t *length) {
    static const char prefix[] = "//go:";
    size_t n = strlen(verb), head = sizeof prefix - 1 + n;
    if (comment->length < head || memcmp(comment->text, prefix, sizeof prefix - 1) != 0 ||
        memcmp(comment->text + sizeof prefix - 1, verb, n) != 0 ||
        (comment->length > head && comment->text[head] != ' ' && comment->text[head] != '\t'))
        return NULL;
    *length = comment->length - head;
    return comment->text + head;
}

static bool imports(const SlTree *tree, const char *path) {
    for (int i = 0; i < tree->decl_count; i++)
        if (tree->decls[i]->kind == SL_DECL_IMPORT && tree->decls[i]->path && strcmp(tree->decls[i]->path, path) == 0)
            return true;
    return false;
}

// "//go:linkname localname [linkname]"
static void link_name(Check *c, const SlTree *tree, const SlComment *comment, const char *text, size_t length,
                      SlMap *seen) {
    const char *words[3];
    size_t lengths[3];
    int count = 0;
    for (size_t i = 0; i < length && count < 3;) {
        while (i < length && (text[i] == ' ' || text[i] == '\t' || text[i] == '\r'))
            i++;
        size_t start = i;
        while (i < length && text[i] != ' ' && text[i] != '\t' && text[i] != '\r')
            i++;
        if (i > start) {
            words[count] = text + start;
            lengths[count++] = i - start;
        }
    }
    if (count < 1 || count > 2) {
        ck_error(c, comment->pos, "usage: //go:linkname localname [linkname]");
        return;
    }
    if (!imports(tree, "unsafe")) {
        ck_error(c, comment->pos, "//go:linkname only allowed in Go files that import \"unsafe\"");
        return;
    }
    SlObj *obj = sl_scope_lookup(c->pkg->scope, sl_names_get(c->names, words[0], lengths[0]));
    if (!obj || (obj->kind != SL_OBJ_FUNC && obj->kind != SL_OBJ_VAR))
        ck_error(c, comment->pos, "//go:linkname must refer to declared function or variable");
    else if (sl_map_get_ptr(seen, obj))
        ck_error(c, comment->pos, "duplicate //go:linkname for %s", obj->name);
    else
        sl_map_set_ptr(seen, obj, obj);
}

// The directive stands above a function: behind the declaration before it.
static const SlFuncNode *func_below(const SlTree *tree, const SlComment *comment) {
    for (int i = 0; i < tree->decl_count; i++)
        if (tree->decls[i]->pos > comment->pos)
            return tree->decls[i]->kind == SL_DECL_FUNC ? tree->decls[i]->func : NULL;
    return NULL;
}

static void no_escape(Check *c, const SlTree *tree, const SlComment *comment) {
    const SlFuncNode *func = func_below(tree, comment);
    if (func && func->body && func->obj)
        ck_error(c, func->obj->pos, "can only use //go:noescape with external func implementations");
}

void ck_directives(Check *c) {
    SlMap linked = {0};
    for (int i = 0; i < c->pkg->file_count; i++) {
        const SlTree *tree = c->pkg->files[i];
        for (int j = 0; j < tree->comment_count; j++) {
            const SlComment *comment = &tree->comments[j];
            size_t length;
            const char *text = behind(comment, "linkname", &length);
            if (text)
                link_name(c, tree, comment, text, length, &linked);
            else if (behind(comment, "embed", &length) && !imports(tree, "embed"))
                ck_error(c, comment->pos, "go:embed only allowed in Go files that import \"embed\"");
            else if (behind(comment, "noescape", &length))
                no_escape(c, tree, comment);
        }
    }
    sl_map_free(&linked);
}
