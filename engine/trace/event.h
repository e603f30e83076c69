// SPDX-License-Identifier: MIT
// Events: what happened in a run, in the order in which it happened (controlled), or in an order that agrees with
// each object's own sequence (parallel).
#ifndef SL_EVENT_H
#define SL_EVENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/diag.h"

// clang-format off
#define SL_EVENTS(E)                                                                                                   \
    E(SPAWN, "starts")          /* object: the new goroutine */                                                        \
    E(EXIT, "ends")                                                                                                    \
    E(MAKE, "makes")            /* object: the new channel */                                                          \
    E(SEND, "sends")            /* value went into the buffer, or to partner */                                        \
    E(RECEIVE, "receives")      /* value came from the buffer, or from partner; ok false: closed and empty */          \
    E(CLOSE, "closes")                                                                                                 \
    E(WAIT_SEND, "waits to send")                                                                                      \
    E(WAIT_RECEIVE, "waits to receive")                                                                                \
    E(WAIT_SELECT, "waits in select")                                                                                  \
    E(SELECT_DEFAULT, "takes default")                                                                                 \
    E(WAIT_LOCK, "waits to lock")                                                                                      \
    E(LOCK, "locks")                                                                                                   \
    E(UNLOCK, "unlocks")                                                                                               \
    E(READ_LOCK, "locks for reading")                                                                                  \
    E(READ_UNLOCK, "unlocks after reading")                                                                            \
    E(GROUP_ADD, "adds to")     /* wait group; count */                                                                \
    E(GROUP_DONE, "is done in")                                                                                        \
    E(WAIT_GROUP, "waits for")                                                                                         \
    E(GROUP_PASS, "passes")                                                                                            \
    E(WAIT_COND, "waits for")                                                                                          \
    E(SIGNAL, "signals")                                                                                               \
    E(BROADCAST, "broadcasts to")                                                                                      \
    E(SLEEP, "sleeps")                                                                                                 \
    E(WAKE, "wakes")                                                                                                   \
    E(TIMER, "fires")                                                                                                  \
    E(WAIT_INPUT, "waits for input")                                                                                   \
    E(ATOMIC, "changes")                                                                                               \
    E(YIELD, "yields")                                                                                                 \
    E(OUTPUT, "prints")                                                                                                \
    E(PANIC, "panics")                                                                                                 \
    E(DEADLOCK, "deadlock")                                                                                            \
    E(END, "program ends")
// clang-format on
typedef enum {
#define E(name, text) SL_EVENT_##name,
    SL_EVENTS(E)
#undef E
        SL_EVENT_COUNT
} SlEventKind;

enum { SL_EVENT_TEXT = 40 };

typedef struct {
    uint64_t number;    // from 1
    int64_t time;       // nanoseconds since the start
    uint64_t goroutine; // id of who did it
    uint64_t object;    // id of channel, goroutine, lock
    uint64_t sequence;  // number among the object's own events
    uint64_t partner;   // id of the goroutine at the other end of a direct hand-off, else 0
    SlPos pos;          // source position of the user's statement
    uint32_t message;   // SEND, RECEIVE: number of this message on its channel, from 1
    int32_t count;      // GROUP_ADD: delta; SELECT: case
    uint8_t kind;       // SlEventKind
    uint8_t ok;
    uint8_t select;           // part of a select
    char text[SL_EVENT_TEXT]; // the value, shortened; OUTPUT: its beginning; zero-terminated
} SlEvent;

extern const char *const sl_event_texts[SL_EVENT_COUNT];

#endif
