// SPDX-License-Identifier: MIT
// Worlds of a stopped machine: states, queues with values, crowds, names, and who is stuck for ever.
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>

#include "assemble.h"
#include "run/names.h"

enum { CH, OTHER, N, LIMIT, VALUE, WINDOW };
static const int chans[] = {CH, OTHER, -1};

static void name_is(const char *line, const char *expected) {
    SlFiles *files = sl_files_new();
    SlArena *arena = sl_arena_new();
    SlText text = {0};
    sl_text_printf(&text, "package main\n%s\n", line);
    const SlFile *file = sl_files_add(files, "/prog.go", text.at, text.length);
    const char *made = strstr(text.at, "make");
    SlPos pos = file->base + (SlPos)(made - text.at);
    cr_assert_str_eq(sl_name_chan(arena, files, pos, "chan int"), expected);
    sl_text_free(&text);
    sl_arena_free(arena);
    sl_files_free(files);
}

Test(names, a_channel_is_called_as_what_it_was_made_for) {
    name_is("ch := make(chan int)", "ch");
    name_is("\tvar results = make(chan int, 3)", "results");
    name_is("var a, b chan int = nil, make(chan int)", "b");
    name_is("s.quit = make(chan struct{})", "quit");
    name_is("list[i] = make(chan int)", "list");
    name_is("grid[i][f(x, y)] = make(chan int)", "grid");
    name_is("list = append(list, make(chan int))", "list");
    name_is("p := &pool{jobs: make(chan string)}", "jobs");
    name_is("if c := make(chan int); c != nil {", "c");
    name_is("größe := make(chan int)", "größe");
    name_is("return make(chan int)", "chan int:2");
    name_is("f(make(chan int))", "chan int:2");
    name_is("_ = make(chan int)", "chan int:2");
    name_is("m := map[string]chan int{\"x\": make(chan int)}", "chan int:2");
}

Test(names, a_goroutine_has_a_short_name) {
    static const char *const names[][2] = {{"main.worker", "worker"},        {"main.main.func1", "func1"},
                                           {"main.(*T).Run", "Run"},         {"main.Map[...]", "Map"},
                                           {"main.main.func2.1", "func2.1"}, {"main", "main"}};
    SlArena *arena = sl_arena_new();
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        cr_assert_str_eq(sl_name_short(arena, names[i][0]), names[i][1]);
    sl_arena_free(arena);
}

// main starts `count` goroutines that send their number, then sleeps; it receives at the end if `uses` is set.
static Asm *senders(int count, bool uses) {
    Asm *p = asm_new();
    int main = asm_func(p, "main.main", 20, 0, chans), sender = asm_func(p, "main.sender", 20, 3, chans);
    asm_make(p, main, CH, 0);
    asm_add(p, main, IK(LDI, OTHER, 0));
    uint32_t begin = asm_loop_begin(p, main, N, count);
    asm_go(p, main, WINDOW, sender, 3, CH, OTHER, N);
    asm_loop_end(p, main, N, begin);
    asm_add(p, main, I(LDQ, VALUE, 0, 0));
    asm_add(p, main, (SlWord){.word = 3600000000000});
    asm_call(p, main, WINDOW, "time.Sleep", true, 0, 1, VALUE);
    if (uses)
        asm_add(p, main, I(RECV, VALUE, CH, 1));
    asm_add(p, main, I(RET, 0, 0, 0));
    asm_add(p, sender, I(SEND, CH, 2, 1));
    asm_add(p, sender, I(RET, 0, 0, 0));
    return p;
}

// The World once all but main wait.
static SlWorld *world_of(Asm *p, int count, uint32_t budget) {
    SlMachine *machine = asm_machine(p, (SlMachineOptions){.controlled = true, .seed = 3, .leaks = true});
    sl_machine_run(machine, -1, (uint64_t)(2 * count + 2)); // make, go and wait of each, sleep
    SlWorld *world = sl_machine_world(machine, budget);
    sl_machine_free(machine);
    return world;
}

Test(world, tells_who_waits_where_with_what) {
    Asm *p = senders(5, true);
    SlWorld *world = world_of(p, 5, 100);
    cr_assert_eq(world->goroutine_count, 6);
    cr_assert_eq(world->goroutines[0].state, SL_STATE_SLEEPING);
    cr_assert_eq(world->object_count, 1);
    const SlWorldObject *chan = &world->objects[0];
    cr_assert_eq(chan->sender_count, 5);
    cr_assert_eq(chan->senders_all, 5);
    for (int i = 0; i < 5; i++) {
        const SlWorldGoroutine *g = sl_world_goroutine(world, chan->senders[i].goroutine);
        char number[20];
        snprintf(number, sizeof number, "%d", (int)g->id - 2);
        cr_assert_str_eq(chan->senders[i].value, number);
        cr_assert_eq(g->state, SL_STATE_SENDING);
        cr_assert_eq(g->wait_count, 1);
        cr_assert_eq(g->waits[0].object, chan->id);
        cr_assert_eq(g->waits[0].place, i + 1);
        cr_assert_str_eq(g->waits[0].value, number);
        cr_assert_eq(g->parent, 1);
        cr_assert_not(g->stuck);
    }
    cr_assert_eq(sl_world_object(world, chan->id), chan);
    cr_assert_null(sl_world_goroutine(world, 99));
    sl_world_free(world);
    asm_free(p);
}

Test(world, folds_crowds_beyond_the_budget_with_exact_counts) {
    Asm *p = senders(1000, true);
    SlWorld *world = world_of(p, 1000, 10);
    uint64_t told = 0;
    for (int i = 0; i < world->goroutine_count; i++)
        told += world->goroutines[i].count;
    cr_assert_leq(world->goroutine_count, 10);
    cr_assert_eq(told, 1001);
    cr_assert_eq(world->goroutines_alive, 1001);
    cr_assert_eq(world->objects[0].senders_all, 1000);
    for (int i = 0; i < world->objects[0].sender_count; i++)
        cr_assert_not_null(sl_world_goroutine(world, world->objects[0].senders[i].goroutine));
    sl_world_free(world);
    asm_free(p);
}

Test(world, accuses_those_whom_nobody_can_ever_wake) {
    Asm *p = senders(3, false); // main never uses the channel again
    SlWorld *world = world_of(p, 3, 100);
    cr_assert_eq(world->goroutine_count, 4);
    cr_assert_not(world->goroutines[0].stuck);
    for (int i = 1; i < 4; i++)
        cr_assert(world->goroutines[i].stuck);
    sl_world_free(world);
    asm_free(p);
}
