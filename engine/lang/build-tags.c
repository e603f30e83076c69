// SPDX-License-Identifier: MIT
// Build constraints: the one "//go:build" line before the package clause. It says whether the file belongs to the
// program (linux, amd64, gc, go1.1 to go1.25 hold, nothing else does) and which language version it is written in:
// the least version that the constraint implies.
//
// A stack-free recursive descent over a line; nesting is bounded by MAX_DEPTH.
#include <stdlib.h>
#include <string.h>

#include "lang/parse.h"

enum { MAX_DEPTH = 100, MINOR = 25, NO_VERSION = -1 };

// What a part of a constraint means: whether it holds, and the least version it implies, as it stands and negated.
typedef struct {
    bool holds, wrong;
    int version, version_negated;
} Meaning;

typedef struct {
    const char *at, *end;
    int depth;
} Line;

static Meaning parse_or(Line *line);

static void skip_blanks(Line *line) {
    while (line->at < line->end && (*line->at == ' ' || *line->at == '\t'))
        line->at++;
}

static bool skip(Line *line, const char *token) {
    skip_blanks(line);
    size_t length = strlen(token);
    if ((size_t)(line->end - line->at) < length || memcmp(line->at, token, length) != 0)
        return false;
    line->at += length;
    return true;
}

static Meaning tag_meaning(const char *tag, size_t length) {
    static const char *const true_tags[] = {"linux", "amd64", "gc", "unix"};
    Meaning meaning = {.version = NO_VERSION, .version_negated = NO_VERSION};
    for (size_t i = 0; i < sizeof true_tags / sizeof true_tags[0]; i++)
        if (strlen(true_tags[i]) == length && memcmp(tag, true_tags[i], length) == 0)
            meaning.holds = true;
    if (length > 4 && length < 10 && memcmp(tag, "go1.", 4) == 0) {
        int minor = 0;
        for (size_t i = 4; i < length; i++) {
            if (tag[i] < '0' || tag[i] > '9')
                return meaning;
            minor = minor * 10 + (tag[i] - '0');
        }
        meaning.version = minor;
        meaning.holds = minor >= 1 && minor <= MINOR;
    } else if (length == 3 && memcmp(tag, "go1", 3) == 0) {
        meaning.version = 0;
    }
    return meaning;
}

// Not = "!" Not | "(" Or ")" | tag .
static Meaning parse_not(Line *line) {
    Meaning wrong = {.wrong = true, .version = NO_VERSION, .version_negated = NO_VERSION};
    if (++line->depth > MAX_DEPTH)
        return wrong;
    Meaning meaning;
    if (skip(line, "!")) {
        Meaning x = parse_not(line);
        meaning = (Meaning){!x.holds, x.wrong, x.version_negated, x.version};
    } else if (skip(line, "(")) {
        meaning = parse_or(line);
        meaning.wrong = !skip(line, ")") || meaning.wrong;
    } else {
        const char *start = line->at;
        while (line->at < line->end && !strchr(" \t!()&|", *line->at))
            line->at++;
        meaning = line->at > start ? tag_meaning(start, (size_t)(line->at - start)) : wrong;
    }
    line->depth--;
    return meaning;
}

static int more(int a, int b) {
    return a > b ? a : b;
}

static int less(int a, int b) {
    return a < b ? a : b;
}

// And = Not { "&&" Not } .
static Meaning parse_and(Line *line) {
    Meaning x = parse_not(line);
    while (skip(line, "&&")) {
        Meaning y = parse_not(line);
        x = (Meaning){x.holds && y.holds, x.wrong || y.wrong, more(x.version, y.version),
                      less(x.version_negated, y.version_negated)};
    }
    return x;
}

// Or = And { "||" And } .
static Meaning parse_or(Line *line) {
    Meaning x = parse_and(line);
    while (skip(line, "||")) {
        Meaning y = parse_and(line);
        x = (Meaning){x.holds || y.holds, x.wrong || y.wrong, less(x.version, y.version),
                      more(x.version_negated, y.version_negated)};
    }
    return x;
}

void sl_build_tags(SlTree *tree) {
    static const char prefix[] = "//go:build";
    for (int i = 0; i < tree->comment_count; i++) {
        const SlComment *comment = &tree->comments[i];
        if (tree->pos && comment->pos > tree->pos)
            return;
        size_t length = sizeof prefix - 1;
        if (comment->length <= length || memcmp(comment->text, prefix, length) != 0 ||
            (comment->text[length] != ' ' && comment->text[length] != '\t'))
            continue;
        Line line = {.at = comment->text + length, .end = comment->text + comment->length};
        Meaning meaning = parse_or(&line);
        skip_blanks(&line);
        if (meaning.wrong || line.at != line.end)
            return;
        tree->excluded = !meaning.holds;
        tree->go_minor = more(meaning.version, 0);
        return;
    }
}
