// SPDX-License-Identifier: MIT
// Arena: memory that lives as long as a phase (a program's tree, a compiled program) and is freed whole.
#ifndef SL_ARENA_H
#define SL_ARENA_H

#include <stddef.h>

typedef struct SlArena SlArena;

SlArena *sl_arena_new(void);
void sl_arena_free(SlArena *arena); // null is allowed
// Zeroed memory, aligned to 16 bytes. Never null: out of memory aborts (a fault of the machine, not of the program).
void *sl_arena_alloc(SlArena *arena, size_t bytes);
void *sl_arena_copy(SlArena *arena, const void *from, size_t bytes);
char *sl_arena_strndup(SlArena *arena, const char *text, size_t length); // zero-terminated
char *sl_arena_printf(SlArena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
size_t sl_arena_bytes(const SlArena *arena); // taken from the system so far

#define SL_NEW(arena, type) ((type *)sl_arena_alloc((arena), sizeof(type)))
#define SL_NEW_N(arena, type, n) ((type *)sl_arena_alloc((arena), sizeof(type) * (size_t)(n)))

#endif
