// SPDX-License-Identifier: MIT
// Growing arrays. SL_VEC(T) declares the struct {T *at; int count, capacity;}; the memory is malloc's.
#ifndef SL_VEC_H
#define SL_VEC_H

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

#define SL_VEC(T)                                                                                                      \
    struct {                                                                                                           \
        T *at;                                                                                                         \
        int count, capacity;                                                                                           \
    }

// Makes room for one more; aborts when memory is out.
void sl_vec_grow(void **at, int *capacity, int needed, size_t element);

#define sl_vec_push(v, ...)                                                                                            \
    do {                                                                                                               \
        if ((v)->count == (v)->capacity)                                                                               \
            sl_vec_grow((void **)&(v)->at, &(v)->capacity, (v)->count + 1, sizeof *(v)->at);                           \
        (v)->at[(v)->count++] = (__VA_ARGS__);                                                                         \
    } while (0)

#define sl_vec_free(v)                                                                                                 \
    do {                                                                                                               \
        free((v)->at);                                                                                                 \
        (v)->at = NULL;                                                                                                \
        (v)->count = (v)->capacity = 0;                                                                                \
    } while (0)

// Copies the elements into the arena and frees the vector: how a parser keeps what it collected.
#define sl_vec_take(v, arena)                                                                                          \
    (sl_vec_take_bytes((arena), (void **)&(v)->at, &(v)->count, &(v)->capacity, sizeof *(v)->at))
void *sl_vec_take_bytes(SlArena *arena, void **at, int *count, int *capacity, size_t element);

#endif
