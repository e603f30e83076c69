// SPDX-License-Identifier: MIT
// Messages between the window and the child: frames {u32 length, u8 kind, payload} over a stream socket. Both ends are
// the same program on the same machine, so structs travel as they are; every read is checked all the same.
#ifndef SL_WIRE_H
#define SL_WIRE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

typedef enum {
    // to the child
    SL_WIRE_START = 1, // options and sources
    SL_WIRE_RESUME,
    SL_WIRE_PAUSE,
    SL_WIRE_RATE,       // double
    SL_WIRE_STEP,       // u64
    SL_WIRE_MOVE,       // u64 goroutine, i32 case of its select (-1: any)
    SL_WIRE_CONTROLLED, // u8
    SL_WIRE_INPUT,      // u8 end, bytes
    SL_WIRE_WORLD,      // u32 budget
    SL_WIRE_STOP,
    SL_WIRE_GOTO,        // u64 event
    SL_WIRE_INSPECT,     // a query's bytes
    SL_WIRE_GO,          // SlWireStep
    SL_WIRE_BREAKPOINTS, // SlBreakpoints
    SL_WIRE_FREEZE,      // u64 goroutine, u8
    SL_WIRE_ASK,         // u8
    // from the child
    SL_WIRE_ERRORS,      // text
    SL_WIRE_EVENTS,      // u64 skipped, events
    SL_WIRE_SNAPSHOT,    // a World's bytes
    SL_WIRE_OUTPUT,      // u8 fd, u64 skipped, bytes
    SL_WIRE_STATE,       // SlWireState
    SL_WIRE_ENDED,       // i32 exit code, u8 end, text
    SL_WIRE_FINDINGS,    // bytes of Findings
    SL_WIRE_DEFINITIONS, // SlDefinition each
    SL_WIRE_FLIGHT,      // u64 skipped, events
    SL_WIRE_INSPECTION,  // an inspection's bytes
} SlWireKind;

typedef struct {
    uint64_t event, last_event;
    int64_t time;
    uint64_t output;
    uint32_t breakpoint;
    uint8_t state, controlled, asks, may_go;
} SlWireState;

typedef struct {
    uint64_t goroutine;
    uint32_t from, to;
    uint8_t kind, back;
} SlWireStep;

enum { SL_WIRE_LARGEST = 1 << 28 };

// Appends a frame; more pieces may be added before sl_wire_end.
size_t sl_wire_begin(SlText *out, SlWireKind kind);
void sl_wire_end(SlText *out, size_t begun);
void sl_wire_put(SlText *out, const void *bytes, size_t count);
void sl_wire_put_string(SlText *out, const char *text); // null allowed

typedef struct {
    const char *at, *end;
    bool bad; // something was missing
} SlWireReader;
void sl_wire_get(SlWireReader *reader, void *bytes, size_t count);    // zeroes when it is missing
const char *sl_wire_get_string(SlWireReader *reader, size_t *length); // zero-terminated, in place; null for null

// Writes what the socket takes; false when the other end is gone.
bool sl_wire_flush(int socket, SlText *out);
// Reads what is there into in; false when the other end is gone.
bool sl_wire_fill(int socket, SlText *in);
// The first whole frame of in from offset on, if any: advances offset past it. bad lengths give -1.
int sl_wire_next(const SlText *in, size_t *offset, SlWireKind *kind, SlWireReader *reader);
void sl_wire_drop(SlText *in, size_t *offset); // forgets what was read

#endif
