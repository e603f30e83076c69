// SPDX-License-Identifier: MIT
// Those who can move, by priority: a heap that follows the scheduler's list, whose members change a few at a time. Of n
// members the first is known at once, and one comes or goes in the logarithm of n.
#ifndef SL_RUN_CROWD_H
#define SL_RUN_CROWD_H

#include <stdint.h>

#include "base/vec.h"

typedef struct {
    uint64_t id, priority; // the greater goes first; of two alike the smaller id
    uint32_t place;        // in the list
} SlCrowdMember;

typedef struct {
    SL_VEC(SlCrowdMember) heap;
    SL_VEC(uint32_t) at; // of each place of the list, where its member is in the heap
} SlCrowd;

void sl_crowd_free(SlCrowd *crowd);
void sl_crowd_cut(SlCrowd *crowd, uint32_t count);                 // only the first places of the list stay
void sl_crowd_add(SlCrowd *crowd, uint64_t id, uint64_t priority); // at the end of the list
void sl_crowd_take(SlCrowd *crowd, uint32_t place);                // the last one of the list comes to its place
uint32_t sl_crowd_first(const SlCrowd *crowd);                     // its place; there is one

#endif
