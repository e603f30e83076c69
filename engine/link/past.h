// SPDX-License-Identifier: MIT
// What makes a controlled run: its choices, and what came from outside (input, freezing) with the moments at which it
// came; and the run's processes: checkpoints that sleep, and the one that is the present.
//
// It lies in memory that all processes of a run share. Only the present writes it, and only one process is the present
// at a time: who wakes a checkpoint is it no longer.
#ifndef SL_PAST_H
#define SL_PAST_H

#include <stdatomic.h>

#include "run/stops.h"

enum { SL_ACT_INPUT, SL_ACT_FREEZE, SL_ACT_THAW };

typedef struct {
    SlMoment at;
    uint8_t kind;
    bool end;               // INPUT
    uint64_t goroutine;     // FREEZE, THAW
    uint64_t event;         // the last one before it
    uint64_t offset, count; // INPUT: in bytes
} SlAct;

enum { SL_SLOTS = 40 };
typedef enum { SL_TURN_SLEEP, SL_TURN_GO, SL_TURN_END } SlTurn;

typedef struct {
    _Atomic int pid; // 0: free
    _Atomic uint32_t turn;
    SlMoment at;
    uint64_t event; // the last one before it
    int64_t work;   // nanoseconds that the machine ran to get here
    uint64_t pages; // that those who came from it have written since, at most
} SlSlot;

typedef struct {
    uint64_t choice_count, act_count, byte_count;
    bool cut; // there was no more room: from here on there is no way back
    _Atomic int present, keeper;
    SlSlot slots[SL_SLOTS];
    uint64_t *choices; // the arrays begin at the same addresses in all processes
    SlAct *acts;
    char *bytes;
    char *errand; // SL_ERRAND_ROOM bytes for travel.c, which hand over from process to process
} SlPast;

enum { SL_ERRAND_ROOM = 16 << 20 };

SlPast *sl_past_new(void); // null: no memory. Shared with all processes forked from here on
// Appends; false: no room, and the history is cut.
bool sl_past_choice(SlPast *history, uint64_t choice);
bool sl_past_act(SlPast *history, SlAct act, const char *bytes, size_t count);
// Forgets what came behind: another future begins. Ends the checkpoints of the old one.
void sl_past_forget(SlPast *history, uint64_t choices, uint64_t acts, const SlMoment *now);

#endif
