// SPDX-License-Identifier: MIT
// The state that the standard library keeps for one machine.
#ifndef SL_STD_STATE_H
#define SL_STD_STATE_H

#include "base/arena.h"
#include "base/text.h"
#include "std/impl.h"

typedef struct {
    _Atomic uint8_t *methods; // by type: what package fmt may call, see sl_fmt_methods
    _Atomic bool capturing;   // standard output is kept: an example of a test runs
    pthread_mutex_t lock;     // guards what follows
    struct SlMadeType {       // types that package reflect has made
        struct SlMadeType *next;
        SlRtype type;
    } * made;
    SlArena *arena;  // of those types; null until there is one
    SlText captured; // what was printed while capturing
    bool *fds;       // by number: descriptors that the program has opened
    size_t fd_count;
    char **env; // "K=V", malloc's
    size_t env_count, env_capacity;
} SlStd;

#endif
