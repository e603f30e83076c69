// SPDX-License-Identifier: MIT
// Worlds: made, freed, looked up. Lists are sorted by id, so a look-up is a binary search.
#include "trace/world.h"

const char *const sl_object_types[] = {"chan",      "sync.Mutex", "sync.RWMutex", "sync.WaitGroup",
                                       "sync.Cond", "timer",      "semaphore",    "atomic"};

SlWorld *sl_world_new(void) {
    SlArena *arena = sl_arena_new();
    SlWorld *world = SL_NEW(arena, SlWorld);
    world->arena = arena;
    return world;
}

void sl_world_free(SlWorld *world) {
    if (world)
        sl_arena_free(world->arena);
}

const SlWorldGoroutine *sl_world_goroutine(const SlWorld *world, uint64_t id) {
    int low = 0, high = world->goroutine_count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (world->goroutines[middle].id < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < world->goroutine_count && world->goroutines[low].id == id ? &world->goroutines[low] : NULL;
}

const SlWorldObject *sl_world_object(const SlWorld *world, uint64_t id) {
    int low = 0, high = world->object_count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (world->objects[middle].id < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < world->object_count && world->objects[low].id == id ? &world->objects[low] : NULL;
}
