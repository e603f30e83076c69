// SPDX-License-Identifier: MIT
// What the child has to tell of goroutines that can never continue: findings follow each World in which others are
// stuck than in the one before; what has to be searched for follows when there is time.
#ifndef SL_VERDICT_H
#define SL_VERDICT_H

#include "lang/lang.h"
#include "run/run.h"
#include "verify/inquiry.h"

typedef struct SlVerdict SlVerdict;

SlVerdict *sl_verdict_new(const SlProgram *program); // borrowed
// The findings when there is something new to tell, else null; the caller frees them. world is the machine's instant,
// which it has not left when it is controlled.
SlFindings *sl_verdict_look(SlVerdict *verdict, SlMachine *machine, const SlWorld *world);
void sl_verdict_tell_again(SlVerdict *verdict); // what was told last was of another instant
// Whether there are findings whose moments and ways out nobody has looked for.
bool sl_verdict_wants_search(const SlVerdict *verdict);
// Looks for them: takes as long as the inquiry allows, runs other machines. Returns the findings with what was found,
// for the caller to free; null when it was cancelled: it may be tried again.
SlFindings *sl_verdict_search(SlVerdict *verdict, const SlInquiry *inquiry);

#endif
