// SPDX-License-Identifier: MIT
// The natives and the Go sources that declare them: each declaration without a body has its native, each native its
// declaration.
#include <criterion/criterion.h>

#include "app/source.h"
#include "base/map.h"
#include "run/natives.h"

// The name of the function that the line declares without a body; null: none. "func f(a int) string" in folder
// "strconv" is "strconv.f". Declarations of the library stand on one line each.
static char *bodyless(SlArena *arena, const char *folder, const char *line, size_t length) {
    static const char start[] = "func ";
    if (length < sizeof start || memcmp(line, start, sizeof start - 1) != 0 || memchr(line, '{', length))
        return NULL;
    const char *name = line + sizeof start - 1, *paren = memchr(name, '(', length - (sizeof start - 1));
    if (!paren || paren == name)
        return NULL;
    return sl_arena_printf(arena, "%s.%.*s", folder, (int)(paren - name), name);
}

static void each_bodyless(SlArena *arena, void (*visit)(void *data, const char *name), void *data) {
    for (const SlEmbedded *file = sl_embedded_std; file->folder; file++) {
        const char *at = file->bytes;
        while (at < file->end) {
            const char *newline = memchr(at, '\n', (size_t)(file->end - at));
            size_t length = newline ? (size_t)(newline - at) : (size_t)(file->end - at);
            char *name = bodyless(arena, file->folder, at, length);
            if (name)
                visit(data, name);
            at += length + 1;
        }
    }
}

static void expect_native(void *data, const char *name) {
    (*(int *)data)++;
    cr_expect(sl_native_find(name), "%s has no native", name);
}

Test(natives, every_function_without_a_body_has_a_native) {
    SlArena *arena = sl_arena_new();
    int count = 0;
    each_bodyless(arena, expect_native, &count);
    cr_expect_gt(count, 200);
    sl_arena_free(arena);
}

static void remember(void *data, const char *name) {
    sl_map_sets(data, name, (void *)name);
}

Test(natives, every_native_is_declared_in_go) {
    SlArena *arena = sl_arena_new();
    SlMap declared = {0};
    each_bodyless(arena, remember, &declared);
    for (const SlNative *const *table = sl_native_tables; *table; table++)
        for (const SlNative *native = *table; native->name && *table != sl_natives_run; native++)
            cr_expect(sl_map_gets(&declared, native->name), "%s is declared nowhere", native->name);
    sl_map_free(&declared);
    sl_arena_free(arena);
}

Test(natives, no_name_stands_for_two) {
    SlMap seen = {0};
    for (const SlNative *const *table = sl_native_tables; *table; table++)
        for (const SlNative *native = *table; native->name; native++) {
            cr_expect_not(sl_map_gets(&seen, native->name), "%s is there twice", native->name);
            sl_map_sets(&seen, native->name, (void *)native);
        }
    sl_map_free(&seen);
}
