// SPDX-License-Identifier: MIT
// A program run again in a controlled machine of its own, unheard: as it went, or otherwise.
#ifndef SL_AGAIN_H
#define SL_AGAIN_H

#include "base/vec.h"
#include "verify/inquiry.h"

typedef struct {
    const SlInquiry *inquiry;
    int64_t deadline; // sl_clock
    SlMachine *machine;
    int choice, input;   // the next of those recorded
    uint64_t random;     // decides behind them
    uint64_t last_event; // so far
    SL_VEC(SlEvent) log; // if it was asked for
    bool keep_log;
} SlAgain;

typedef enum { SL_AGAIN_WENT_ON, SL_AGAIN_STUCK, SL_AGAIN_FAILED, SL_AGAIN_UNKNOWN } SlAgainEnd;

// What is otherwise than it was.
typedef struct {
    uint64_t seed;     // 0: as it went
    SlPos room_pos;    // channels made here
    int64_t room;      // have that much room
    uint64_t close_at; // behind this event (of what waits at exit: when main has returned)
    uint64_t close;    // this channel is closed; 0: none
    bool drained;      // went on only if no channel made at room_pos holds more than `left` at the end
    uint64_t left;
} SlAgainChange;

// As it went, up to the instant behind that event. False: it did not come there in time; free it all the same.
bool sl_again_to(SlAgain *again, const SlInquiry *inquiry, uint64_t event, int64_t deadline, bool keep_log);
void sl_again_free(SlAgain *again);
// To its end, or a good deal further than it came. Stuck: somebody of the finding's sites is.
SlAgainEnd sl_again_try(const SlInquiry *inquiry, const SlFinding *finding, uint64_t event, const SlAgainChange *change,
                        int64_t deadline);
int64_t sl_again_clock(void); // nanoseconds

#endif
