// SPDX-License-Identifier: MIT
// The flight record's frames. What was overwritten before it was sent is told as skipped.
#include "link/flight.h"

#include "link/wire.h"

enum { FRAME_EVENTS = 4096, SHOWN = 512 };

typedef SL_VEC(SlEvent) Events;

static void take(void *data, const SlEvent *event) {
    Events *events = data;
    sl_vec_push(events, *event);
}

static void send(SlWireKind kind, uint64_t skipped, const Events *events, SlText *out) {
    for (int at = 0; at < events->count || skipped; at += FRAME_EVENTS) {
        int count = events->count - at < FRAME_EVENTS ? events->count - at : FRAME_EVENTS;
        size_t frame = sl_wire_begin(out, kind);
        sl_wire_put(out, &skipped, sizeof skipped);
        if (count)
            sl_wire_put(out, events->at + at, (size_t)count * sizeof *events->at);
        sl_wire_end(out, frame);
        skipped = 0;
    }
}

static void tell(SlWireKind kind, SlMachine *machine, uint64_t *told, uint32_t most, SlText *out) {
    Events events = {0};
    uint64_t skipped = sl_machine_flight(machine, told, most, take, &events);
    send(kind, skipped, &events, out);
    sl_vec_free(&events);
}

void sl_flight_show(SlFlightRecord *record, SlMachine *machine, SlText *out) {
    tell(SL_WIRE_EVENTS, machine, &record->shown, SHOWN, out);
}

void sl_flight_send(SlFlightRecord *record, SlMachine *machine, SlText *out) {
    tell(SL_WIRE_FLIGHT, machine, &record->sent, SL_FLIGHT_EVENTS, out);
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

void sl_flight_forget(SlFlightRecord *record) {
    record->shown = record->sent = 0;
}
