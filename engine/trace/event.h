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
    E(SPAWN, "starts")          /* object: the new goroutine; partner: the timer that starts it; ok false: it waits */ \
    E(EXIT, "ends")             /* ok false: by runtime.Goexit */                                                      \
    E(MAKE, "makes")            /* object: the new channel; count: its capacity */                                                         \
    E(SEND, "sends")            /* value went into the buffer, or to partner */                                        \
    E(RECEIVE, "receives")      /* value came from the buffer, or from partner; ok false: closed and empty */          \
    E(CLOSE, "closes")                                                                                                 \
    E(WAIT_SEND, "waits to send")                                                                                      \
    E(WAIT_RECEIVE, "waits to receive")                                                                                \
    E(WAIT_SELECT, "waits in select")                                                                                  \
    E(SELECT_DEFAULT, "takes default")                                                                                 \
    E(WAIT_LOCK, "waits to lock") /* count: SlLockWait */                                                              \
    E(LOCK, "locks")                                                                                                   \
    E(UNLOCK, "unlocks")        /* partner: whom it wakes, to try again */                                             \
    E(READ_LOCK, "locks for reading")                                                                                  \
    E(READ_UNLOCK, "unlocks after reading")                                                                            \
    E(GROUP_ADD, "adds to")     /* wait group; count */                                                                \
    E(GROUP_DONE, "is done in")                                                                                        \
    E(WAIT_GROUP, "waits for")                                                                                         \
    E(GROUP_PASS, "passes")                                                                                            \
    E(WAIT_COND, "waits for")                                                                                          \
    E(SIGNAL, "signals")        /* partner: whom it wakes */                                                           \
    E(BROADCAST, "broadcasts to")                                                                                      \
    E(SLEEP, "sleeps")                                                                                                 \
    E(WAKE, "wakes")            /* object: condition, or channel whose close wakes a sender; 0: slept, input came */   \
    E(TIMER, "fires")                                                                                                  \
    E(WAIT_INPUT, "waits for input")                                                                                   \
    E(ATOMIC, "changes")        /* hidden; count: SlAtomic */                                                          \
    E(ARM, "sets")              /* hidden: a timer that will start a goroutine */                                      \
    E(SWITCH, "hands over to")  /* hidden: coroutines. Waits itself, partner goes on; ok false: it ends */             \
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
typedef enum { SL_ATOMIC_LOAD, SL_ATOMIC_STORE, SL_ATOMIC_CHANGE } SlAtomic;
typedef enum { SL_LOCK_WAIT, SL_LOCK_WAIT_READ, SL_LOCK_WAIT_FIRST } SlLockWait; // FIRST: again, before all others

// Hidden events are what orders others without being steps of the user's: atomic operations, locks of the standard
// library, coroutines. They bear the number of the event before them and are not counted.
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
    uint8_t select; // part of a select
    uint8_t woken;  // done by somebody else for a goroutine that waited: now it can go on
    uint8_t hidden;
    char text[SL_EVENT_TEXT]; // the value, shortened; OUTPUT: its beginning; zero-terminated
} SlEvent;

// What a goroutine or an object is called, told once before the first event that mentions it.
enum { SL_DEFINITION_NAME = 48, SL_DEFINITION_TYPE = 104 };
typedef struct {
    uint64_t id, parent;
    int64_t capacity;
    SlPos made;                    // its go statement, make, first use
    SlPos function_pos;            // goroutine: where its function stands
    uint8_t goroutine;             // else an object
    uint8_t kind;                  // SlObjectKind
    uint8_t internal;              // the standard library uses it for itself: seen only when somebody waits
    char name[SL_DEFINITION_NAME]; // zero-terminated both
    char type[SL_DEFINITION_TYPE]; // goroutine: its function
} SlDefinition;

extern const char *const sl_event_texts[SL_EVENT_COUNT];

#endif
