// SPDX-License-Identifier: MIT
// The ring and its frames. What was overwritten before it was sent is told as skipped.
#include "link/flight.h"

#include "link/wire.h"

enum { FRAME_EVENTS = 4096 };

void sl_flight_add(SlFlightRecord *record, const SlEvent *event) {
    if (!record->ring && !(record->ring = malloc(SL_FLIGHT_EVENTS * sizeof *record->ring)))
        return;
    record->ring[record->count++ % SL_FLIGHT_EVENTS] = *event;
}

void sl_flight_define(SlFlightRecord *record, const SlDefinition *definition) {
    if (record->defined >= SL_FLIGHT_DEFINITIONS)
        return;
    record->defined++;
    sl_vec_push(&record->definitions, *definition);
}

void sl_flight_send_definitions(SlFlightRecord *record, SlText *out) {
    if (!record->definitions.count)
        return;
    size_t frame = sl_wire_begin(out, SL_WIRE_DEFINITIONS);
    sl_wire_put(out, record->definitions.at, (size_t)record->definitions.count * sizeof *record->definitions.at);
    sl_wire_end(out, frame);
    record->definitions.count = 0;
}

void sl_flight_send(SlFlightRecord *record, SlText *out) {
    uint64_t skipped = 0;
    if (record->count - record->sent > SL_FLIGHT_EVENTS) {
        skipped = record->count - SL_FLIGHT_EVENTS - record->sent;
        record->sent = record->count - SL_FLIGHT_EVENTS;
    }
    while (record->sent < record->count) {
        uint64_t at = record->sent % SL_FLIGHT_EVENTS, count = record->count - record->sent;
        if (count > SL_FLIGHT_EVENTS - at)
            count = SL_FLIGHT_EVENTS - at;
        if (count > FRAME_EVENTS)
            count = FRAME_EVENTS;
        size_t frame = sl_wire_begin(out, SL_WIRE_FLIGHT);
        sl_wire_put(out, &skipped, sizeof skipped);
        sl_wire_put(out, record->ring + at, count * sizeof *record->ring);
        sl_wire_end(out, frame);
        record->sent += count;
        skipped = 0;
    }
}

void sl_flight_forget(SlFlightRecord *record) {
    record->count = record->sent = 0;
}
