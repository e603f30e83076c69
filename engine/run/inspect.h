// SPDX-License-Identifier: MIT
// Looks into a machine that stands still.
#ifndef SL_INSPECT_H
#define SL_INSPECT_H

#include "run/expression.h"
#include "run/run.h"

// The goroutine of that id, while it is alive. Null: there is none. The machine is stopped, or controlled and not
// running.
const struct SlGoroutine *sl_machine_goroutine(SlMachine *machine, uint64_t id);

#endif
