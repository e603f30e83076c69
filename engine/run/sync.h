// SPDX-License-Identifier: MIT
// What the operations on sync words share: the side table of their waiters.
#ifndef SL_SYNC_H
#define SL_SYNC_H

#include "run/chan-inline.h"
#include "run/natives.h"

typedef _Atomic uint64_t SlSyncWord;

// The word that a native is called for, as `word`; leaves the native with a panic when there is none.
#define SL_SYNC_WORD(slot)                                                                                             \
    SlSyncWord *word = s[slot].p;                                                                                      \
    if (sl_unlikely((uintptr_t)word < 4096))                                                                           \
        return sl_panic_runtime(worker, "invalid memory address or nil pointer dereference");

SlSyncStripe *sl_sync_stripe(SlWorker *worker, const void *word);
// With the stripe's lock held:
SlSyncObject *sl_sync_find(SlSyncStripe *stripe, const void *word); // null when it is not in the table
SlSyncObject *sl_sync_get(SlWorker *worker, SlSyncStripe *stripe, const void *word, SlObjectKind kind);
void sl_sync_forget(SlWorker *worker, SlSyncStripe *stripe, SlSyncObject *object); // unless somebody waits or watches
void sl_sync_wait(SlWorker *worker, SlSyncObject *object, uint8_t kind, SlWait reason,
                  bool front); // parks the running one
// Watched: the event, done by g, where partner is woken by it. Under the stripe's lock, so that the log has the events
// of a word in their order; what lets others go on is told before it is done.
void sl_sync_event(SlWorker *worker, SlSyncObject *object, SlGoroutine *g, SlEventKind what, int32_t count,
                   SlGoroutine *partner);
// Without it:
void sl_sync_tell(SlWorker *worker, const void *word, SlObjectKind kind, SlEventKind what,
                  int32_t count); // watched: the event
// Ends an operation that went through.
SlOutcome sl_sync_through(SlWorker *worker, const void *word, SlObjectKind kind, SlEventKind what, int32_t count);
void sl_sync_wake(SlWorker *worker, SlWaiter *list, bool next);

#endif
