// SPDX-License-Identifier: MIT
// Sources to a checked program, and what is wrong with it to standard error: for the commands that compile.
#ifndef SL_LOAD_H
#define SL_LOAD_H

#include "app/source.h"

SlProgram *sl_program_of(SlSources *sources, const SlLangOptions *flags); // sl_program_free it
bool sl_program_report(const SlProgram *program, bool all);               // true: it does not compile

#endif
