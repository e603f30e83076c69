// SPDX-License-Identifier: MIT
// The way from one partner of a conversation to the other, for the interpreter's loop: no call when nothing else is up.
#ifndef SL_SCHED_INLINE_H
#define SL_SCHED_INLINE_H

#include "run/sched.h"

static inline SlGoroutine *sl_sched_next_inline(SlWorker *worker) {
    SlSchedWorker *own = worker->sched;
    SlGoroutine *g = own->next;
    if (sl_unlikely(!g || !own->parallel || g->frozen || (own->ticks + 1) % 64 == 0 || own->streak + 1 >= SL_STREAK ||
                    atomic_load_explicit(&((SlSched *)worker->machine->sched)->attention, memory_order_relaxed)))
        return sl_sched_next(worker);
    own->next = NULL;
    own->ticks++;
    own->streak++;
    sl_sched_count_switch(own);
    worker->g = g;
    atomic_store_explicit(&g->status, SL_G_RUNNING, memory_order_relaxed);
    return g;
}

#endif
