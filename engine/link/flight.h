// SPDX-License-Identifier: MIT
// The flight record of a run on all cores: its last events, kept in a ring while the window looks, and sent when the
// run stands still, so that a pause or a deadlock shows how it got there. Also what the events' goroutines and objects
// are called, under both schedulers.
#ifndef SL_FLIGHT_RECORD_H
#define SL_FLIGHT_RECORD_H

#include "base/text.h"
#include "base/vec.h"
#include "trace/event.h"

enum { SL_FLIGHT_EVENTS = 100000, SL_FLIGHT_DEFINITIONS = 200000 };

// One writer at a time: the machine tells events one by one.
typedef struct {
    SlEvent *ring; // SL_FLIGHT_EVENTS of them; null until the first
    uint64_t count, sent;
    SL_VEC(SlDefinition) definitions; // not sent yet
    uint64_t defined;                 // beyond the most they are left out: goroutines are then called by number
} SlFlightRecord;                     // zero is an empty record

void sl_flight_add(SlFlightRecord *record, const SlEvent *event);
void sl_flight_define(SlFlightRecord *record, const SlDefinition *definition);
// Appends the frames of what is new since the last time. Nobody writes meanwhile.
void sl_flight_send_definitions(SlFlightRecord *record, SlText *out);
void sl_flight_send(SlFlightRecord *record, SlText *out);
void sl_flight_forget(SlFlightRecord *record); // the events: another mode begins

#endif
