// SPDX-License-Identifier: MIT
// Arena: a list of blocks, each twice the last up to a megabyte; what is larger than a block gets one of its own.
#include "base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 16 * 1024, LARGEST_BLOCK = 1024 * 1024, ALIGN = 16 };

typedef struct Block {
    struct Block *next;
    size_t size;
    _Alignas(16) char bytes[];
} Block;

struct SlArena {
    Block *blocks;
    char *free, *end;
    size_t next_size, total;
};

SlArena *sl_arena_new(void) {
    SlArena *arena = calloc(1, sizeof *arena);
    if (!arena)
        abort();
    arena->next_size = FIRST_BLOCK;
    return arena;
}

void sl_arena_free(SlArena *arena) {
    if (!arena)
        return;
    for (Block *block = arena->blocks; block;) {
        Block *next = block->next;
        free(block);
        block = next;
    }
    free(arena);
}

static Block *add_block(SlArena *arena, size_t size) {
    Block *block = calloc(1, sizeof *block + size);
    if (!block)
        abort();
    block->size = size;
    block->next = arena->blocks;
    arena->blocks = block;
    arena->total += size;
    return block;
}

void *sl_arena_alloc(SlArena *arena, size_t bytes) {
    bytes = (bytes + ALIGN - 1) & ~(size_t)(ALIGN - 1);
    if (bytes == 0)
        bytes = ALIGN;
    if (bytes > (size_t)(arena->end - arena->free)) {
        if (bytes > LARGEST_BLOCK / 4)
            return add_block(arena, bytes)->bytes;
        Block *block = add_block(arena, arena->next_size < bytes ? bytes : arena->next_size);
        if (arena->next_size < LARGEST_BLOCK)
            arena->next_size *= 2;
        arena->free = block->bytes;
        arena->end = block->bytes + block->size;
    }
    void *result = arena->free;
    arena->free += bytes;
    return result;
}

void *sl_arena_copy(SlArena *arena, const void *from, size_t bytes) {
    void *to = sl_arena_alloc(arena, bytes);
    if (bytes)
        memcpy(to, from, bytes);
    return to;
}

char *sl_arena_strndup(SlArena *arena, const char *text, size_t length) {
    char *to = sl_arena_alloc(arena, length + 1);
    if (length)
        memcpy(to, text, length);
    to[length] = 0;
    return to;
}

char *sl_arena_printf(SlArena *arena, const char *format, ...) {
    va_list args;
    va_start(args, format);
    va_list again;
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    char *to = sl_arena_alloc(arena, (size_t)length + 1);
    vsnprintf(to, (size_t)length + 1, format, again);
    va_end(again);
    return to;
}

size_t sl_arena_bytes(const SlArena *arena) {
    return arena->total;
}
