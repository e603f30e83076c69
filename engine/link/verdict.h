// SPDX-License-Identifier: MIT
// What the child has to tell of goroutines that can never continue: findings follow each World in which others are
// stuck than in the one before.
#ifndef SL_VERDICT_H
#define SL_VERDICT_H

#include "lang/lang.h"
#include "run/run.h"
#include "verify/findings.h"

typedef struct SlVerdict SlVerdict;

SlVerdict *sl_verdict_new(const SlProgram *program); // borrowed
// The findings when there is something new to tell, else null; the caller frees them. world is the machine's instant,
// which it has not left when it is controlled.
SlFindings *sl_verdict_look(SlVerdict *verdict, SlMachine *machine, const SlWorld *world);

#endif
