// SPDX-License-Identifier: MIT
// World: plain data of one instant of a run. It comes from a snapshot of the machine or from the log of events; the
// picture shows nothing else. A World owns its memory in one arena; pointers inside are into that arena.
#ifndef SL_WORLD_H
#define SL_WORLD_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"

typedef enum {
    SL_STATE_RUNNING,
    SL_STATE_READY,
    SL_STATE_SENDING, // waits to send
    SL_STATE_RECEIVING,
    SL_STATE_SELECT,
    SL_STATE_LOCKING, // mutexes
    SL_STATE_WAITING, // wait group, condition, semaphore
    SL_STATE_SLEEPING,
    SL_STATE_INPUT,
    SL_STATE_PARKED, // for ever on purpose: select {} of main, nil channel
    SL_STATE_ENDED,
    SL_STATE_PANICKED,
    SL_STATE_UNKNOWN,
} SlState;

typedef enum {
    SL_WAITS_SEND,
    SL_WAITS_RECEIVE,
    SL_WAITS_LOCK,
    SL_WAITS_READ_LOCK,
    SL_WAITS_GROUP,
    SL_WAITS_COND,
    SL_WAITS_TIME,
    SL_WAITS_INPUT
} SlWaitsFor;

typedef struct {
    uint64_t object;   // id of the channel, lock; 0: a nil channel
    uint8_t kind;      // SlWaitsFor
    const char *value; // SEND: what it holds out
    int place;         // place in the queue, from 1
} SlWorldWait;

// A case of the select that a goroutine stands at, which could go at once: the user may take it (controlled).
typedef struct {
    uint64_t object; // channel
    uint8_t kind;    // SL_WAITS_SEND or SL_WAITS_RECEIVE
    int32_t number;  // of the case in the select
} SlWorldCase;

typedef struct {
    uint64_t id, parent;
    const char *name;     // short: "worker", "main", "func1"
    const char *function; // "main.worker"
    SlPos go_pos;         // its go statement; 0 for main
    SlPos pos;            // where it stands: in the user's own code
    SlPos function_pos;
    uint8_t state; // SlState
    bool stuck;    // a verdict, not an ordinary wait
    bool can_move; // the user may choose it (controlled)
    bool frozen;
    uint32_t count; // 1; more: a group of alike ones, told by their first
    int64_t since;  // time at which it began to wait
    SlWorldWait *waits;
    int wait_count;
    uint64_t *holds; // ids of locks
    int hold_count;
    SlWorldCase *cases; // ready ones, when it has the move and its select waits for a choice; unknown from a log: none
    int case_count;
} SlWorldGoroutine;

typedef enum {
    SL_OBJECT_CHANNEL,
    SL_OBJECT_MUTEX,
    SL_OBJECT_RWMUTEX,
    SL_OBJECT_GROUP,
    SL_OBJECT_COND,
    SL_OBJECT_TIMER,
    SL_OBJECT_SEMAPHORE,
    SL_OBJECT_ATOMIC // never in a World: only ordered by
} SlObjectKind;

extern const char *const sl_object_types[]; // by SlObjectKind: "chan", "sync.Mutex"

typedef struct {
    uint64_t goroutine;
    const char *value; // held out by a sender; null otherwise
    bool select;
} SlWorldQueued;

typedef struct {
    uint64_t id;
    uint8_t kind;     // SlObjectKind
    const char *name; // the variable or field it was made for, else type and line; never null
    const char *type; // "chan int"
    SlPos make_pos;
    uint32_t count; // 1; more: a group
    // CHANNEL
    uint64_t capacity, length;
    bool closed;
    const char **values; // buffered ones, next out first; at most the first 8, then the last
    int value_count;
    uint64_t sent, received;
    SlWorldQueued *senders, *receivers; // in their order; locks: senders are those who wait
    int sender_count, receiver_count;   // listed here
    uint64_t senders_all, receivers_all;
    // locks
    uint64_t owner;  // goroutine id, 0: free
    int64_t counter; // wait group's counter, readers
} SlWorldObject;

// Who has used what so far: one entry for each pair of goroutine and object, by direction.
typedef struct {
    uint64_t goroutine, object;
    uint32_t sends, receives; // or locks and unlocks; closes count as sends of 0
    bool closes;
} SlWorldUse;

typedef struct {
    SlArena *arena;
    uint64_t event; // number of the last event in it
    int64_t time;
    bool controlled, ended, deadlock;
    const char *message;          // how it ended, or why nothing moves; null while it runs
    SlWorldGoroutine *goroutines; // by id
    int goroutine_count;
    SlWorldObject *objects; // by id
    int object_count;
    SlWorldUse *uses;
    int use_count;
    uint64_t goroutines_alive, goroutines_made; // exact, beyond any budget
} SlWorld;

SlWorld *sl_world_new(void);
void sl_world_free(SlWorld *world);
const SlWorldGoroutine *sl_world_goroutine(const SlWorld *world, uint64_t id); // null when it is not in it
const SlWorldObject *sl_world_object(const SlWorld *world, uint64_t id);
// To bytes and back, for the other process. read returns null when the bytes are not a World.
void sl_world_write(const SlWorld *world, SlText *bytes);
SlWorld *sl_world_read(const char *bytes, size_t length);

#endif
