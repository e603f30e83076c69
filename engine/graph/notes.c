// SPDX-License-Identifier: MIT
// Notes: the places, colours and titles that directives give to nodes.
#include <stdio.h>

#include "graph/directive.h"
#include "graph/impl.h"

// In the C locale's form whatever the locale is: digits, a point, digits.
static bool read_number(const char **text, double *value) {
    const char *at = *text;
    while (*at == ' ')
        at++;
    bool minus = *at == '-';
    at += minus;
    if (*at < '0' || *at > '9')
        return false;
    double number = 0, scale = 1;
    for (; *at >= '0' && *at <= '9'; at++)
        number = 10 * number + (*at - '0');
    if (*at == '.')
        for (at++; *at >= '0' && *at <= '9'; at++)
            number += (scale /= 10) * (*at - '0');
    *value = minus ? -number : number;
    *text = at;
    return true;
}

static bool in_one_line(const SlTree *tree, SlPos a, SlPos b) {
    SlPos from = a < b ? a : b, to = a < b ? b : a;
    const SlFile *file = tree->file;
    if (from < file->base || to > file->base + file->length)
        return false;
    return !memchr(file->text + (from - file->base), '\n', to - from);
}

// What has no variable is called by its type and line, which changes.
static const char *word_of(const SlWireNode *node) {
    return strchr(node->name, ' ') ? "_" : node->name;
}

const char *sl_wire_subject(SlArena *arena, const SlTree *tree, const SlWireNode *nodes, int count, int index) {
    const SlWireNode *node = &nodes[index];
    int number = 1;
    for (int i = 1; i < count && !node->outside; i++) {
        const SlWireNode *other = &nodes[i];
        bool before = other->pos < node->pos || (other->pos == node->pos && i < index);
        if (before && !other->outside && strcmp(word_of(other), word_of(node)) == 0 &&
            in_one_line(tree, other->pos, node->pos))
            number++;
    }
    return number > 1 ? sl_arena_printf(arena, "%s#%d", word_of(node), number) : word_of(node);
}

static void note(SlWalk *walk, int index) {
    SlWireNode *node = &walk->nodes.at[index];
    const SlFuncNode *root = walk->root;
    bool unnamed = index == 0;
    SlPos pos = unnamed || node->outside ? root->pos : node->pos;
    const SlTree *tree = sl_wire_file(walk->program, pos);
    if (!tree || !pos)
        return;
    const char *subject = unnamed || !tree->comment_count
                              ? NULL
                              : sl_wire_subject(walk->arena, tree, walk->nodes.at, walk->nodes.count, index);
    const char *at = sl_directive_of(walk->arena, tree, pos, "at", subject);
    // What is given from outside is placed by name only: the rest above the function is the function's.
    const char *other = node->outside ? sl_directive_of(walk->arena, tree, pos, "at", NULL) : NULL;
    if (at && other && strcmp(at, other) == 0)
        at = NULL;
    double x, y;
    if (at && read_number(&at, &x) && read_number(&at, &y)) {
        node->placed = true;
        node->x = x;
        node->y = y;
    }
    if (node->outside)
        return;
    const char *color = sl_directive_of(walk->arena, tree, pos, "color", subject);
    node->color = color && *color ? color : NULL;
    const char *title = sl_directive_of(walk->arena, tree, pos, "title", NULL);
    bool part = unnamed && sl_directive_of(walk->arena, tree, pos, "category", NULL);
    node->title = title && *title && !part ? title : NULL;
}

void sl_wire_notes(SlWalk *walk) {
    for (int i = 0; i < walk->nodes.count; i++)
        note(walk, i);
}
