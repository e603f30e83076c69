// SPDX-License-Identifier: MIT
// Worlds as bytes: what is written is read again, and no bytes whatever bring the reader down.
#include <criterion/criterion.h>
#include <string.h>

#include "trace/world.h"

static SlWorld *example(void) {
    SlWorld *world = sl_world_new();
    SlArena *arena = world->arena;
    world->event = 77;
    world->time = 123456789;
    world->controlled = true;
    world->message = "nothing moves";
    world->goroutines_alive = world->goroutines_made = 3;
    world->goroutine_count = 2;
    world->goroutines = SL_NEW_N(arena, SlWorldGoroutine, 2);
    static uint64_t holds[] = {9};
    static SlWorldCase cases[] = {{8, SL_WAITS_RECEIVE, 3}};
    static SlWorldWait waits[] = {{8, SL_WAITS_SEND, "Order{17…}", 1}, {9, SL_WAITS_LOCK, NULL, 2}};
    world->goroutines[0] = (SlWorldGoroutine){
        .id = 1, .name = "main", .function = "main.main", .pos = 40, .state = SL_STATE_RUNNING, .count = 1};
    world->goroutines[1] = (SlWorldGoroutine){.id = 2,
                                              .parent = 1,
                                              .name = "worker",
                                              .function = "main.worker",
                                              .go_pos = 20,
                                              .pos = 60,
                                              .state = SL_STATE_SENDING,
                                              .stuck = true,
                                              .count = 2,
                                              .waits = waits,
                                              .cases = cases,
                                              .case_count = 1,
                                              .wait_count = 2,
                                              .holds = holds,
                                              .hold_count = 1};
    world->object_count = 2;
    world->objects = SL_NEW_N(arena, SlWorldObject, 2);
    static const char *values[] = {"1", "2", ""};
    static SlWorldQueued senders[] = {{2, "3", false}}, receivers[] = {{1, NULL, true}};
    world->objects[0] = (SlWorldObject){.id = 8,
                                        .kind = SL_OBJECT_CHANNEL,
                                        .name = "jobs",
                                        .type = "chan int",
                                        .count = 1,
                                        .capacity = 4,
                                        .length = 3,
                                        .values = values,
                                        .value_count = 3,
                                        .senders = senders,
                                        .sender_count = 1,
                                        .receivers = receivers,
                                        .receiver_count = 1,
                                        .senders_all = 1,
                                        .receivers_all = 1,
                                        .sent = 10,
                                        .received = 7};
    world->objects[1] =
        (SlWorldObject){.id = 9, .kind = SL_OBJECT_MUTEX, .name = "mu", .type = "sync.Mutex", .count = 1, .owner = 2};
    static SlWorldUse uses[] = {{1, 8, 0, 5, false}, {2, 8, 5, 0, true}};
    world->uses = uses;
    world->use_count = 2;
    return world;
}

static SlText bytes_of(const SlWorld *world) {
    SlText bytes = {0};
    sl_world_write(world, &bytes);
    return bytes;
}

Test(world, what_is_written_is_read_again) {
    SlWorld *world = example();
    SlText bytes = bytes_of(world);
    SlWorld *read = sl_world_read(bytes.at, bytes.length);
    cr_assert_not_null(read);
    SlText again = bytes_of(read);
    cr_expect_eq(again.length, bytes.length);
    cr_expect_eq(memcmp(again.at, bytes.at, bytes.length), 0);
    cr_expect_str_eq(read->goroutines[1].waits[0].value, "Order{17…}");
    cr_expect_null(read->goroutines[1].waits[1].value);
    cr_assert_eq(read->goroutines[1].case_count, 1);
    cr_expect(read->goroutines[1].cases[0].object == 8 && read->goroutines[1].cases[0].number == 3);
    cr_expect_str_eq(sl_world_object(read, 8)->values[1], "2");
    cr_expect_null(sl_world_object(read, 7));
    cr_expect_eq(sl_world_goroutine(read, 2)->hold_count, 1);
    cr_expect_null(sl_world_goroutine(read, 3));
    sl_text_free(&bytes);
    sl_text_free(&again);
    sl_world_free(read);
    sl_world_free(world);
}

Test(world, every_beginning_of_the_bytes_is_refused) {
    SlWorld *world = example();
    SlText bytes = bytes_of(world);
    for (size_t length = 0; length < bytes.length; length++) {
        char *exact = malloc(length + 1); // so that reading past the end is seen
        memcpy(exact, bytes.at, length);
        cr_expect_null(sl_world_read(exact, length), "%zu of %zu bytes", length, bytes.length);
        free(exact);
    }
    sl_text_add(&bytes, "x", 1);
    cr_expect_null(sl_world_read(bytes.at, bytes.length), "with a byte too many");
    sl_text_free(&bytes);
    sl_world_free(world);
}

// What a reader of the World relies on without looking again.
static void check_sane(const SlWorld *world) {
    for (int i = 0; i < world->goroutine_count; i++) {
        const SlWorldGoroutine *g = &world->goroutines[i];
        cr_assert(g->name && g->function && g->state <= SL_STATE_UNKNOWN);
        for (int k = 0; k < g->wait_count; k++)
            cr_assert(g->waits[k].kind <= SL_WAITS_INPUT);
        cr_assert(i == 0 || g[-1].id < g->id);
    }
    for (int i = 0; i < world->object_count; i++) {
        const SlWorldObject *o = &world->objects[i];
        cr_assert(o->name && o->type && o->kind <= SL_OBJECT_SEMAPHORE);
        for (int k = 0; k < o->value_count; k++)
            cr_assert_not_null(o->values[k]);
        cr_assert(i == 0 || o[-1].id < o->id);
    }
}

Test(world, changed_bytes_give_a_sane_world_or_none) {
    SlWorld *world = example();
    SlText bytes = bytes_of(world);
    uint64_t random = 1;
    int read_anyway = 0;
    for (int round = 0; round < 60000; round++) {
        char *copy = malloc(bytes.length);
        memcpy(copy, bytes.at, bytes.length);
        size_t length = bytes.length;
        for (int change = 0; change <= round % 4; change++) {
            random = random * 6364136223846793005u + 1442695040888963407u;
            size_t at = 4 + (random >> 33) % (bytes.length - 4);
            copy[at] = round % 3 == 0   ? (char)(random >> 20)
                       : round % 3 == 1 ? (char)(copy[at] ^ 1 << (random >> 12 & 7))
                                        : (char)-1;
        }
        SlWorld *read = sl_world_read(copy, length);
        if (read) {
            check_sane(read);
            read_anyway++;
        }
        sl_world_free(read);
        free(copy);
    }
    cr_expect_gt(read_anyway, 1000);
    sl_text_free(&bytes);
    sl_world_free(world);
}
