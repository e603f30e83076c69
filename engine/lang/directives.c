// SPDX-License-Identifier: MIT
// Comments that speak to the compiler: gc's "//go:" directives, which belong directly before a function and are
// errors elsewhere, and the "//sluice:" directives of the standard library.
#include <string.h>

#include "base/text.h"
#include "lang/parse.h"

enum { MOST_LINES = 1 << 30 };

typedef struct {
    const char *verb;
    bool runtime; // refused outside Go's own runtime
} Directive;

static const Directive known[] = {
    {"build", false},          {"cgo_unsafe_args", false},   {"nocheckptr", false},    {"noescape", false},
    {"noinline", false},       {"nointerface", false},       {"norace", false},        {"nosplit", false},
    {"registerparams", false}, {"uintptrescapes", false},    {"nowritebarrier", true}, {"nowritebarrierrec", true},
    {"systemstack", true},     {"yeswritebarrierrec", true},
};

static bool has_prefix(const SlComment *comment, const char *prefix) {
    size_t length = strlen(prefix);
    return comment->length > length && memcmp(comment->text, prefix, length) == 0;
}

static const Directive *find_directive(const SlComment *comment) {
    static const char prefix[] = "//go:";
    if (!has_prefix(comment, prefix))
        return NULL;
    const char *verb = comment->text + sizeof prefix - 1;
    size_t rest = comment->length - (sizeof prefix - 1), length = 0;
    while (length < rest && verb[length] != ' ' && verb[length] != '\t')
        length++;
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (strlen(known[i].verb) == length && memcmp(known[i].verb, verb, length) == 0)
            return &known[i];
    return NULL;
}

// The number behind the last colon. Sets *at to where it begins; 0 when there is no colon. False when it is none.
static bool trailing_number(const char *text, size_t length, size_t *at, long *number) {
    size_t i = length;
    while (i > 0 && text[i - 1] != ':')
        i--;
    *at = i;
    *number = 0;
    for (size_t k = i; k < length; k++) {
        if (text[k] < '0' || text[k] > '9')
            return false;
        *number = *number > MOST_LINES ? *number : *number * 10 + (text[k] - '0');
    }
    return i > 0 && i < length;
}

// "//line name:line", "//line name:line:column" and the same in /* */: what follows belongs there. `from` is the
// offset of what follows.
static void line_directive(SlFiles *files, SlFile *file, SlDiags *diags, const SlComment *comment, const char *text,
                           size_t length, uint32_t from) {
    SlPos start = comment->pos + (SlPos)(text - comment->text);
    size_t at, inner;
    long number, line;
    bool good = trailing_number(text, length, &at, &number);
    if (!at)
        return;
    if (!good) {
        sl_diags_add(diags, start + (SlPos)at, "invalid line number: %.*s", (int)(length - at), text + at);
        return;
    }
    bool column = trailing_number(text, at - 1, &inner, &line);
    if (column && (number == 0 || number > MOST_LINES)) {
        sl_diags_add(diags, start + (SlPos)at, "invalid column number: %.*s", (int)(length - at), text + at);
        return;
    }
    size_t line_at = column ? inner : at, line_end = column ? at - 1 : length;
    if (!column)
        line = number;
    if (line == 0 || line > MOST_LINES) {
        sl_diags_add(diags, start + (SlPos)line_at, "invalid line number: %.*s", (int)(line_end - line_at),
                     text + line_at);
        return;
    }
    SlText name = {0};
    sl_text_add(&name, text, line_at - 1);
    if (line_at == 1 && column) // the name stays
        sl_text_adds(&name, file->marks.count ? file->marks.at[file->marks.count - 1].file->name : file->name);
    sl_files_mark(files, file, from, sl_text_cstr(&name), (int)line, column ? (int)number : 0);
    sl_text_free(&name);
}

void sl_line_directives(SlFiles *files, SlFile *file, const SlTree *tree, SlDiags *diags) {
    for (int i = 0; i < tree->comment_count; i++) {
        const SlComment *comment = &tree->comments[i];
        bool block = has_prefix(comment, "/*line ");
        if (!block && !has_prefix(comment, "//line "))
            continue;
        size_t length = comment->length - 7 - (block ? 2 : 0);
        uint32_t from = (uint32_t)(comment->pos - file->base) + (uint32_t)comment->length;
        if (!block) {
            SlPlace place = sl_files_place(files, comment->pos);
            if (place.column != 1)
                continue;
            if (length && comment->text[comment->length - 1] == '\r')
                length--;
            from =
                place.line < sl_file_lines(file)->count ? sl_file_lines(file)->at[place.line] : (uint32_t)file->length;
        }
        line_directive(files, file, diags, comment, comment->text + 7, length, from);
    }
}

void sl_take_directives(SlParser *p, SlDirectivePlace place) {
    for (; p->directives < p->scan.comments.count; p->directives++) {
        const SlComment *comment = &p->scan.comments.at[p->directives];
        const Directive *directive = p->scan.file->library ? NULL : find_directive(comment);
        if (!directive)
            continue;
        bool build = strcmp(directive->verb, "build") == 0;
        if (directive->runtime)
            sl_error_at(p, comment->pos, sl_arena_printf(p->arena, "//go:%s only allowed in runtime", directive->verb));
        else if (build ? place != SL_BEFORE_PACKAGE : place != SL_BEFORE_FUNC)
            sl_error_at(p, comment->pos, "misplaced compiler directive");
    }
}

const char *sl_sluice_directives(SlParser *p, SlPos pos) {
    static const char prefix[] = "//sluice:";
    const char *result = NULL;
    for (int i = p->scan.comments.count - 1; i >= 0; i--) {
        const SlComment *comment = &p->scan.comments.at[i];
        size_t at = comment->end - p->scan.file->base, end = pos - p->scan.file->base, newlines = 0;
        for (; at < end; at++)
            newlines += p->scan.text[at] == '\n';
        if (newlines != 1 || comment->text[1] != '/')
            break;
        pos = comment->pos;
        if (!has_prefix(comment, prefix))
            continue;
        const char *text = comment->text + sizeof prefix - 1;
        int count = (int)(comment->length - (sizeof prefix - 1));
        result = result ? sl_arena_printf(p->arena, "%.*s\n%s", count, text, result)
                        : sl_arena_printf(p->arena, "%.*s", count, text);
    }
    return result;
}
