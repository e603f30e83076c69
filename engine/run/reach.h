// SPDX-License-Identifier: MIT
// Who still has what: what leads from the live slots of one goroutine to an object, for the sentences of verify/.
#ifndef SL_REACH_H
#define SL_REACH_H

#include "run/run.h"

// reach[i * object_count + k]: whether goroutine i, by its live slots and what they lead to, has object k. Both are
// told by id as in a World; the goroutine 0 stands for the variables of the packages. An object that nobody waits on
// is not found, and counts as had by nobody. The machine is paused, ended, or running on all cores (then it is held
// meanwhile). Takes as long as it takes to walk what the goroutines have, at most limit (nanoseconds): false when that
// was not enough, and what was not walked then counts as having everything.
bool sl_machine_reach(SlMachine *machine, const uint64_t *goroutines, int goroutine_count, const uint64_t *objects,
                      int object_count, bool *reach, int64_t limit);

// Whether anybody but those goroutines could come to the object: by what is reachable from who can move now, or could
// be woken without them. False too when the object is not there (yet). The machine stands still.
bool sl_machine_others_have(SlMachine *machine, const uint64_t *goroutines, int goroutine_count, uint64_t object);

// Closes the channel, as nobody in the program does. False: it is not there, or closed. Controlled, not running.
bool sl_machine_close(SlMachine *machine, uint64_t channel);

#endif
