// SPDX-License-Identifier: MIT
// Plain data to bytes and back. One walk over its fields serves both directions, so they cannot disagree: a Pipe either
// writes what it is shown or fills it in. Reading trusts nothing: counts are checked against what is left.
#ifndef SL_PIPE_H
#define SL_PIPE_H

#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"

typedef struct {
    SlText *out;          // writing
    const char *at, *end; // reading
    SlArena *arena;
    bool bad;
} Pipe;

static inline void bytes(Pipe *pipe, void *data, size_t count) {
    if (pipe->out) {
        sl_text_add(pipe->out, data, count);
    } else if (pipe->bad || (size_t)(pipe->end - pipe->at) < count) {
        pipe->bad = true;
        memset(data, 0, count);
    } else {
        memcpy(data, pipe->at, count);
        pipe->at += count;
    }
}

#define FIELD(field) bytes(pipe, &(field), sizeof(field))

static inline void flag(Pipe *pipe, bool *value) {
    uint8_t byte = *value;
    bytes(pipe, &byte, 1);
    *value = byte != 0;
}

static inline void string(Pipe *pipe, const char **text) {
    uint32_t length = pipe->out ? (*text ? (uint32_t)strlen(*text) : UINT32_MAX) : 0;
    FIELD(length);
    if (pipe->out) {
        if (*text)
            sl_text_add(pipe->out, *text, length);
        return;
    }
    *text = NULL;
    if (length == UINT32_MAX || pipe->bad)
        return;
    if ((size_t)(pipe->end - pipe->at) < length) {
        pipe->bad = true;
        return;
    }
    *text = sl_arena_strndup(pipe->arena, pipe->at, length);
    pipe->at += length;
}

// The count of a list whose elements take at least `least` bytes each; reading makes room for them.
static inline int list(Pipe *pipe, int *count, void *at, size_t size, size_t least) {
    FIELD(*count);
    if (pipe->out)
        return *count;
    void *room = NULL;
    if (pipe->bad || *count < 0 || (size_t)*count > (size_t)(pipe->end - pipe->at) / least) {
        pipe->bad = true;
        *count = 0;
    } else if (*count > 0) {
        room = sl_arena_alloc(pipe->arena, (size_t)*count * size);
    }
    memcpy(at, &room, sizeof room);
    return *count;
}
#define LIST(array, count, least) list(pipe, &(count), &(array), sizeof *(array), least)

#endif
