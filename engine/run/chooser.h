// SPDX-License-Identifier: MIT
// Ready-made choosers for controlled runs. What is not scheduling (map order, random seeds) is decided by the seed in
// all of them, as are the cases of a select where the rule says nothing of them.
#ifndef SL_CHOOSER_H
#define SL_CHOOSER_H

#include "run/run.h"

typedef struct SlChoosing SlChoosing;

// rule:
//   random          each of those that can move, as likely as the other
//   round-robin     the next one by number
//   run-to-block    who runs goes on until it cannot
//   pct[:D[:K]]     probabilistic concurrency testing (Burckhardt et al., ASPLOS 2010, section 2): random priorities,
//                   lowered at D-1 random ones of K moves (default 3 and 1000): finds each bug of depth D with a
//                   probability of at least 1/(n*K^(D-1)) for n goroutines
//   script          what script says, and by the seed when it has ended: words in their order; G3 or 3: that
//                   goroutine moves; case 1: a select takes its second case (from 0); 3*10: ten times; # to the line's
//                   end is a comment
// Null with *error (malloc's memory) when the rule or the script cannot be read. script is copied; null without one.
SlChoosing *sl_choosing_new(const char *rule, uint64_t seed, const char *script, char **error);
void sl_choosing_free(SlChoosing *choosing);                         // null is allowed
uint64_t sl_choosing_choose(void *choosing, const SlChoice *choice); // an SlChooser
const char *sl_choosing_problem(const SlChoosing *choosing); // why a script could not be followed (UINT64_MAX), or null

#endif
