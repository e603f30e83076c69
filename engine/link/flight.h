// SPDX-License-Identifier: MIT
// What the window hears of events on all cores: a few of the last ones while the run goes on, so that the picture shows
// what passes, and the flight record, up to its room, when the run stands still, so that a pause or a deadlock shows
// how it got there. Also what the events' goroutines and objects are called, under both schedulers.
#ifndef SL_FLIGHT_RECORD_H
#define SL_FLIGHT_RECORD_H

#include "base/text.h"
#include "base/vec.h"
#include "run/run.h"

enum { SL_FLIGHT_EVENTS = 100000, SL_FLIGHT_DEFINITIONS = 200000 };

typedef struct {
    uint64_t shown, sent;             // of the machine's events: as sl_machine_flight counts them
    SL_VEC(SlDefinition) definitions; // not sent yet
    uint64_t defined;                 // beyond the most they are left out: goroutines are then called by number
} SlFlightRecord;                     // zero is an empty record

void sl_flight_define(SlFlightRecord *record, const SlDefinition *definition); // one at a time
// Appends the frames of what is new since the last time. Nobody defines meanwhile.
void sl_flight_send_definitions(SlFlightRecord *record, SlText *out);
void sl_flight_show(SlFlightRecord *record, SlMachine *machine, SlText *out); // SL_WIRE_EVENTS: a few
void sl_flight_send(SlFlightRecord *record, SlMachine *machine, SlText *out); // SL_WIRE_FLIGHT: all there are
void sl_flight_forget(SlFlightRecord *record);                                // the events: another mode begins

#endif
