// SPDX-License-Identifier: MIT
// Bubbles of package testing/synctest: goroutines that share a clock of their own, which stands still while one of them
// can move and jumps to the next of their timers when none can. A goroutine is durably blocked when only one of its
// bubble can wake it: in a channel made there, a select of such, Cond.Wait, WaitGroup.Wait, Sleep. `running` counts the
// others; whoever takes it to zero has its scheduler look (sl_bubble_settle) when the operation that did it is
// complete, and wakes who has called Wait, else the bubble's root, which stands outside and moves the clock.
#ifndef SL_BUBBLE_H
#define SL_BUBBLE_H

#include "run/sched.h"

typedef struct SlBubble {
    struct SlBubble *next; // of the machine's
    _Atomic uint32_t lock; // guards waiter and root
    _Atomic int64_t running, alive;
    SlGoroutine *waiter; // in Wait
    SlGoroutine *root;   // while it waits
    int64_t now;         // only the root writes it, while nobody runs
    int64_t wall_start;  // as the scheduler's: since 1970 when the clock was 0
    bool main_done;
    _Atomic bool due;          // some worker is to look
    struct SlBubble *due_next; // of that worker's
    SlTimers timers;
} SlBubble;

void sl_bubble_joined(SlGoroutine *g, SlBubble *bubble); // a new goroutine of the bubble
void sl_bubble_left(SlWorker *worker, SlGoroutine *g);   // it ends
void sl_bubble_parked(SlWorker *worker, SlGoroutine *g); // its wait reason is set
void sl_bubble_woken(SlGoroutine *g);                    // it was durably blocked
void sl_bubble_settle(SlWorker *worker);                 // worker->bubble may stand still
void sl_bubbles_mark(SlMarker *marker, SlSched *sched);  // their timers
void sl_bubbles_free(SlSched *sched);

// The clock that the running goroutine sees, and the one that a timer goes by.
int64_t sl_bubble_now(const SlWorker *worker);
static inline int64_t sl_timer_now(const SlWorker *worker, const SlTimer *timer) {
    return sl_unlikely(timer->bubble) ? timer->bubble->now : sl_now(worker);
}

#endif
