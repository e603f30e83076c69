// SPDX-License-Identifier: MIT
// Checkpoints: processes that sleep where the run has been. A controlled machine has one thread, so a fork holds all of
// it, copy on write. Who goes back wakes the one before; it stays, and a copy of it becomes the present.
//
// All are children of one keeper, the process that the window has started: it does nothing but wait for them, dies as
// the present dies, and when it goes all of them go.
#ifndef SL_CHECKPOINT_H
#define SL_CHECKPOINT_H

#include "link/past.h"

typedef enum {
    SL_CHECKPOINT_TAKEN,   // this is still the process that has called
    SL_CHECKPOINT_AWAKENED // this is a copy of it, woken later: it is the present, and has an errand
} SlCheckpointOutcome;

// Starts the first present. In the keeper it does not return but with the present's end: *status is what to exit with.
// True: this is the present. On failure there is no keeper, and this is the present all the same.
bool sl_checkpoint_begin(SlPast *history, int *status);

// Leaves a copy of this process in a slot; thins others out when there are too many. Without room, or when the system
// has no process for us, nothing is left behind.
SlCheckpointOutcome sl_checkpoint_take(SlPast *history, const SlMoment *at, uint64_t event, int64_t work);
// Whether enough has been done since the last one before now that one more is worth its cost.
bool sl_checkpoint_is_due(const SlPast *history, int64_t work);

// The last one at or (strictly) before a moment; -1: none.
int sl_checkpoint_before(const SlPast *history, const SlMoment *at, bool strictly);
int sl_checkpoint_before_event(const SlPast *history, uint64_t event);

// Wakes that one; this process falls asleep as a checkpoint of its own, or ends. Returns only in copies of it.
void sl_checkpoint_hand_over(SlPast *history, int slot, const SlMoment *at, uint64_t event, int64_t work);
void sl_checkpoint_end(SlPast *history, int slot);
int sl_checkpoint_count(const SlPast *history);

#endif
