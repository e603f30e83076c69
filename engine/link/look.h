// SPDX-License-Identifier: MIT
// The inspector's query on the child's side. The last query stands: it is answered at once while the machine stands
// still, and again at each instant that the window is shown, so that going back is looked at like going on.
#ifndef SL_LOOK_H
#define SL_LOOK_H

#include "link/wire.h"
#include "run/inspect.h"

typedef struct SlLook SlLook;

SlLook *sl_look_new(const SlCode *code);                   // borrowed
void sl_look_free(SlLook *look);                           // null is allowed
void sl_look_ask(SlLook *look, const SlWireReader *query); // what cannot be read is no query
bool sl_look_is_due(const SlLook *look);                   // a query has not been answered yet
// Appends the answer, if there is a query. The machine stands still.
void sl_look_answer(SlLook *look, SlMachine *machine, SlText *out);

#endif
