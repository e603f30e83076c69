// SPDX-License-Identifier: MIT
// Looks into a machine that stands still: stacks, variables, watches, contents of channels, as plain data.
#ifndef SL_INSPECT_H
#define SL_INSPECT_H

#include "run/expression.h"
#include "run/run.h"
#include "trace/inspection.h"

// The goroutine of that id, while it is alive. Null: there is none. The machine is stopped, or controlled and not
// running.
const struct SlGoroutine *sl_machine_goroutine(SlMachine *machine, uint64_t id);

// Watches that were compiled stay compiled as long as their text is asked for.
typedef struct SlInspector SlInspector;
SlInspector *sl_inspector_new(const SlCode *code); // code must outlive it; machines of that code may come and go
void sl_inspector_free(SlInspector *inspector);    // null is allowed
// The caller owns what comes back. The machine is stopped at a safepoint, ended, or controlled and not running.
// Bounded: in nodes, in text, in the elements of large maps that are looked at.
SlInspection *sl_inspector_look(SlInspector *inspector, SlMachine *machine, const SlInspectQuery *query);

#endif
