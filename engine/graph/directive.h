// SPDX-License-Identifier: MIT
// Directives: the comments by which a drawing keeps in the text what only it needs.
//
//     //sluice:at 120 80         where the centre stands; with a name in front of the numbers where several things are
//     //sluice:at done 300 80    made in one line: square#2 is the second of that name there, _ what has no variable
//     //sluice:color green
//     //sluice:title Squares
//
// They stand on lines of their own directly above the statement (below other comments), or behind it in its line.
#ifndef SL_GRAPH_DIRECTIVE_H
#define SL_GRAPH_DIRECTIVE_H

#include "lang/tree.h"

// Index of the first of the comments that stand directly above pos, line by line, or comment_count.
int sl_directive_comments(const SlTree *tree, SlPos pos);
// The rest of "//sluice:VERB rest" that belongs to what starts at pos, in the arena; null without. The last one wins.
// With subject, one that begins with that word and is followed by more wins over others, and comes without it.
const char *sl_directive_of(SlArena *arena, const SlTree *tree, SlPos pos, const char *verb, const char *subject);
// The same for the comment itself: false when it is another.
bool sl_directive_is(const SlComment *comment, const char *verb);

#endif
