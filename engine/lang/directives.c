// SPDX-License-Identifier: MIT
// Comments that speak to the compiler: gc's "//go:" directives, which belong directly before a function and are
// errors elsewhere, and the "//sluice:" directives of the standard library.
#include <string.h>

#include "lang/parse.h"

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
