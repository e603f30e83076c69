// SPDX-License-Identifier: MIT
// Reading an outline, a line at a time. gofmt begins declarations, and nothing else that starts with their keywords, at
// the margin, indents the specifications of a group by one tab and what belongs to them by more, and closes a group at
// the margin. tests/lang/outline-test.c holds this against the parser for the whole library.
#include "lang/outline.h"

#include <string.h>

typedef struct {
    SlOutline *outline;
    SlNames *names;
    const char *text;
    int file;
    SlOutlined group; // the declaration in parentheses that the line lies in
    bool in_group;
} Reader;

static bool is_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= '0' && c <= '9');
}

static size_t name_length(const char *at) {
    size_t length = 0;
    while (is_name(at[length]))
        length++;
    return length;
}

static void add(Reader *r, SlOutlined decl, const char *name) {
    size_t length = name_length(name);
    if (length == 0 || (length == 1 && *name == '_'))
        return;
    decl.name = sl_names_get(r->names, name, length);
    decl.file = r->file;
    decl.next = -1;
    sl_vec_push(&r->outline->decls, decl);
    if (!decl.receiver)
        sl_map_set_ptr(&r->outline->names, decl.name, (void *)(intptr_t)r->outline->decls.count);
}

// IdentifierList of a specification.
static void add_names(Reader *r, SlOutlined decl, const char *at) {
    for (;;) {
        add(r, decl, at);
        at += name_length(at);
        if (at[0] != ',' || at[1] != ' ')
            return;
        at += 2;
    }
}

// Behind "func ".
static void add_func(Reader *r, SlOutlined decl, const char *at) {
    if (*at == '(') { // the type's name stands last, but for its parameters
        const char *close = strchr(at, ')'), *end = close;
        if (!close)
            return;
        const char *bracket = memchr(at, '[', (size_t)(close - at));
        if (bracket)
            end = bracket;
        const char *start = end;
        while (start > at && is_name(start[-1]))
            start--;
        decl.receiver = sl_names_get(r->names, start, (size_t)(end - start));
        at = close + 2;
    }
    add(r, decl, at);
}

// A line at the margin; reading its declaration begins at `start`, with the comments above it.
static void read_margin(Reader *r, const char *line, const char *start) {
    static const struct {
        const char *word;
        SlDeclKind kind;
    } keywords[] = {{"func ", SL_DECL_FUNC}, {"var ", SL_DECL_VAR}, {"const ", SL_DECL_CONST}, {"type ", SL_DECL_TYPE}};
    r->in_group = false;
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
        size_t length = strlen(keywords[i].word);
        if (*line != *keywords[i].word || strncmp(line, keywords[i].word, length) != 0)
            continue;
        const char *at = line + length;
        SlOutlined decl = {.at = (uint32_t)(start - r->text), .kind = keywords[i].kind};
        if (decl.kind == SL_DECL_FUNC) {
            add_func(r, decl, at);
        } else if (*at == '(') {
            r->group = decl;
            r->in_group = true;
        } else {
            add_names(r, decl, at);
        }
        return;
    }
}

static void read_specification(Reader *r, const char *at) {
    SlOutlined decl = r->group;
    if (decl.kind != SL_DECL_CONST) { // a constant may repeat the one before, so that only the whole group can be read
        decl.at = (uint32_t)(at - r->text);
        decl.in_group = true;
    }
    add_names(r, decl, at);
}

void sl_outline_add(SlOutline *outline, SlNames *names, const SlFile *file, int index, uint32_t from) {
    Reader r = {.outline = outline, .names = names, .text = file->text, .file = index};
    const char *end = file->text + file->length, *comment = NULL;
    for (const char *line = file->text + from; line < end;) {
        if (*line == '/')
            comment = comment ? comment : line;
        else if (*line == '\t' && r.in_group && is_name(line[1]))
            read_specification(&r, line + 1);
        else if (*line != '\t' && *line != '\n')
            read_margin(&r, line, comment ? comment : line);
        if (*line != '/')
            comment = NULL;
        const char *newline = memchr(line, '\n', (size_t)(end - line));
        line = newline ? newline + 1 : end;
    }
}

void sl_outline_finish(SlOutline *outline) {
    for (int i = outline->decls.count - 1; i >= 0; i--) {
        SlOutlined *decl = &outline->decls.at[i];
        if (!decl->receiver)
            continue;
        decl->next = (int)(intptr_t)sl_map_get_ptr(&outline->methods, decl->receiver) - 1;
        sl_map_set_ptr(&outline->methods, decl->receiver, (void *)(intptr_t)(i + 1));
    }
}

void sl_outline_free(SlOutline *outline) {
    sl_vec_free(&outline->decls);
    sl_map_free(&outline->names);
    sl_map_free(&outline->methods);
}
