// SPDX-License-Identifier: MIT
// Order: what happened before what, by Go's memory model (go.dev/ref/mem), for any two events of a log. A goroutine's
// own events follow each other; beyond that
//   a go statement comes before the goroutine's first event; the end of a goroutine before nothing;
//   a send before its receive; the k-th receive before the end of the (k+C)-th send on a channel with room for C;
//   a close before every receive that finds the channel closed;
//   an Unlock before the Locks that follow it, RWMutex by its readers and writers;
//   a Done before the Waits that it lets pass; Signal and Broadcast before the wake-ups; an atomic change before those
//   who see it (so Once, Map and all else made of these); setting an AfterFunc's timer before its function.
//
// Each event has an epoch (goroutine, count) and a few edges from epochs of others: a vector clock (Fidge 1988, Mattern
// 1989) for each event would take a thousand times the memory, and where one event orders, its epoch says as much
// (FastTrack, Flanagan and Freund 2009). The clock of one event is what one pass over the edges gives, when asked for.
#ifndef SL_ORDER_H
#define SL_ORDER_H

#include "trace/log.h"

typedef struct SlOrder SlOrder;

SlOrder *sl_order_new(const SlLog *log); // of the events that it has now; they must stay. Linear
void sl_order_free(SlOrder *order);      // null is allowed

// All events are told by their place in the log.
bool sl_order_before(const SlOrder *order, uint32_t a, uint32_t b); // a comes before b; at most linear in b - a
// How an event stands to the chosen one.
typedef enum { SL_CONCURRENT, SL_PAST, SL_FUTURE, SL_ITSELF } SlStanding;
void sl_order_standing(const SlOrder *order, uint32_t chosen,
                       uint8_t *standing); // one for each event of the log. Linear

typedef struct {
    uint32_t from, to; // of two goroutines: from comes before to, by a rule above
} SlOrderLink;
// The fewest links that lead from a to b, in their order; malloc's memory in *links. -1: a does not come before b. 0:
// both are of one goroutine.
int sl_order_chain(const SlOrder *order, uint32_t a, uint32_t b, SlOrderLink **links);
// One sentence: whether one comes before the other and through which chain, or that they are concurrent.
void sl_order_tell(const SlOrder *order, uint32_t a, uint32_t b, SlText *text);

#endif
