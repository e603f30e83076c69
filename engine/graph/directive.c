// SPDX-License-Identifier: MIT
// Reading directives. Lines are told by newlines between places: no table of lines is needed.
#include "graph/directive.h"

#include <string.h>

static const char prefix[] = "//sluice:";

static int newlines(const SlTree *tree, SlPos from, SlPos to) {
    int count = 0;
    const char *text = tree->file->text - tree->file->base;
    for (SlPos at = from; at < to && count < 2; at++)
        count += text[at] == '\n';
    return count;
}

// Index of the first comment at or behind pos.
static int first_behind(const SlTree *tree, SlPos pos) {
    int low = 0, high = tree->comment_count;
    while (low < high) {
        int middle = (low + high) / 2;
        if (tree->comments[middle].pos < pos)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

// Whether nothing but blanks stands between the line's start and pos.
static bool starts_line(const SlTree *tree, SlPos pos) {
    const char *text = tree->file->text;
    size_t at = pos - tree->file->base;
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t'))
        at--;
    return at == 0 || text[at - 1] == '\n';
}

static SlPos line_start(const SlTree *tree, SlPos pos) {
    const char *text = tree->file->text;
    size_t at = pos - tree->file->base;
    while (at > 0 && text[at - 1] != '\n')
        at--;
    while (text[at] == ' ' || text[at] == '\t')
        at++;
    return tree->file->base + (SlPos)at;
}

int sl_directive_comments(const SlTree *tree, SlPos pos) {
    pos = line_start(tree, pos);
    int behind = first_behind(tree, pos), first = behind;
    while (first > 0 && tree->comments[first - 1].text[1] == '/' &&
           newlines(tree, tree->comments[first - 1].end, pos) == 1 && starts_line(tree, tree->comments[first - 1].pos))
        pos = tree->comments[--first].pos;
    return first < behind ? first : tree->comment_count;
}

bool sl_directive_is(const SlComment *comment, const char *verb) {
    size_t length = sizeof prefix - 1, n = strlen(verb);
    return comment->length >= length + n && memcmp(comment->text, prefix, length) == 0 &&
           memcmp(comment->text + length, verb, n) == 0 &&
           (comment->length == length + n || comment->text[length + n] == ' ');
}

// The rest behind the verb, without blanks around it.
static const char *rest_of(SlArena *arena, const SlComment *comment, const char *verb) {
    const char *from = comment->text + sizeof prefix - 1 + strlen(verb), *to = comment->text + comment->length;
    while (from < to && *from == ' ')
        from++;
    while (to > from && (to[-1] == ' ' || to[-1] == '\r'))
        to--;
    return sl_arena_strndup(arena, from, (size_t)(to - from));
}

const char *sl_directive_of(SlArena *arena, const SlTree *tree, SlPos pos, const char *verb, const char *subject) {
    const char *found = NULL, *own = NULL;
    SlPos line = line_start(tree, pos);
    int above = sl_directive_comments(tree, pos), behind = first_behind(tree, pos);
    size_t n = subject ? strlen(subject) : 0;
    for (int i = above < behind ? above : behind; i < tree->comment_count; i++) {
        const SlComment *comment = &tree->comments[i];
        if (comment->pos > line && newlines(tree, pos < comment->pos ? pos : comment->pos, comment->pos))
            break; // on a later line
        if (!sl_directive_is(comment, verb))
            continue;
        const char *rest = rest_of(arena, comment, verb);
        if (n && strncmp(rest, subject, n) == 0 && rest[n] == ' ' && rest[n + 1])
            own = rest + n + 1;
        else
            found = rest;
    }
    return own ? own : found;
}
