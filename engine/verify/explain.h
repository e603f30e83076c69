// SPDX-License-Identifier: MIT
// Why goroutines can never continue: the instant of a machine as findings, in plain sentences.
#ifndef SL_EXPLAIN_H
#define SL_EXPLAIN_H

#include "graph/wiring.h"
#include "run/run.h"
#include "verify/findings.h"

// The findings of this instant: those that a walk has proven to be stuck (options.leaks), and all that a deadlock left.
// The machine is paused, ended, settled after main's return, running on all cores, or telling of leaks (leaks_found).
// wiring (may be null) tells what the text lets a goroutine do; without it whoever has a channel may use it either way.
// returned: main has; whoever is not in before (may be null) waits for what only main could have given. No moments, no
// ways out: see inquiry.h. Never null; the caller frees it.
SlFindings *sl_explain(SlMachine *machine, const SlWiring *wiring, bool returned, const SlFindings *before);

// Equal for two instants with the same goroutines stuck; 0: nobody is.
uint64_t sl_explain_stuck(const SlWorld *world);

#endif
