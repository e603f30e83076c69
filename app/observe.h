// SPDX-License-Identifier: MIT
// What a run leaves in files beside its output: events, trace, record; and the record that it follows.
#ifndef SL_OBSERVE_H
#define SL_OBSERVE_H

#include "app/flags.h"

typedef struct SlObserver SlObserver;

// Opens the files that flags name and sets their machine options. Null with a line on standard error: they cannot be
// opened, read or understood. program and flags stay the caller's and have to outlive it.
SlObserver *sl_observer_new(SlFlags *flags, const SlProgram *program, const char *name);
void sl_observer_start(SlObserver *observer, SlMachine *machine);
bool sl_observer_stops(SlObserver *observer); // the run cannot go on: its script or record does not fit
// The run is over: closes the files, frees. Returns the exit status, which is exit_code unless something went wrong.
int sl_observer_end(SlObserver *observer, int exit_code, bool ended);

#endif
