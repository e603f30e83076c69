// SPDX-License-Identifier: MIT
// Both schedulers: everybody gets a turn, runs can be paused, ended, repeated, decided, and change their scheduler.
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "assemble.h"

enum { CH, DONE, N, LIMIT, VALUE, SUM, OTHER, OTHER_LIMIT, WINDOW };
static const int chans[] = {CH, DONE, -1};

// main starts `goroutines` that each send `count` numbers, and prints how many came.
static Asm *fan_in(int goroutines, int64_t count, int capacity) {
    Asm *p = asm_new();
    int main = asm_func(p, "main.main", 20, 0, chans), sender = asm_func(p, "main.sender", 20, 2, chans);
    asm_make(p, main, CH, capacity);
    asm_make(p, main, DONE, 0);
    uint32_t begin = asm_loop_begin(p, main, N, goroutines);
    asm_go(p, main, WINDOW, sender, 2, CH, DONE);
    asm_loop_end(p, main, N, begin);
    asm_add(p, main, IK(LDI, SUM, 0));
    begin = asm_loop_begin(p, main, N, goroutines * count);
    asm_add(p, main, I(RECV, VALUE, CH, 1));
    asm_add(p, main, I(ADDI, SUM, SUM, 1));
    asm_loop_end(p, main, N, begin);
    asm_print(p, main, SUM);
    asm_add(p, main, I(RET, 0, 0, 0));
    begin = asm_loop_begin(p, sender, N, count);
    asm_add(p, sender, I(SEND, CH, N, 1));
    asm_loop_end(p, sender, N, begin);
    asm_add(p, sender, I(RET, 0, 0, 0));
    return p;
}

static void check_fan_in(int goroutines, int64_t count, int capacity, SlMachineOptions options) {
    char expected[40];
    snprintf(expected, sizeof expected, "%lld\n", (long long)(goroutines * count));
    Asm *p = fan_in(goroutines, count, capacity);
    cr_assert_eq(asm_run(p, options), 0);
    cr_assert_str_eq(sl_text_cstr(&p->output), expected);
    asm_free(p);
}

Test(sched, a_hundred_thousand_goroutines_all_run) {
    check_fan_in(100000, 1, 0, (SlMachineOptions){.workers = 4});
    check_fan_in(100000, 1, 10, (SlMachineOptions){.workers = 1});
    check_fan_in(20000, 1, 0, (SlMachineOptions){.controlled = true, .seed = 1});
}

Test(sched, goroutines_that_talk_a_lot_all_get_through) {
    check_fan_in(50, 2000, 3, (SlMachineOptions){.workers = 4});
    check_fan_in(50, 200, 0, (SlMachineOptions){.controlled = true, .seed = 5});
}

// main spins on a word of memory until another goroutine has set it.
static Asm *spinner(void) {
    Asm *p = asm_new();
    int main = asm_func(p, "main.main", 20, 0, chans), other = asm_func(p, "main.other", 20, 1, chans);
    asm_add(p, main, I(NEW, CH, 0, 0));
    asm_add(p, main, W2(ASM_TYPE_WORD, 0));
    asm_go(p, main, WINDOW, other, 1, CH);
    uint32_t begin = asm_here(p, main);
    asm_add(p, main, I(LD64, VALUE, CH, 0));
    asm_jump(p, main, I(JEQI, VALUE, 0, 0), begin);
    asm_print(p, main, VALUE);
    asm_add(p, main, I(RET, 0, 0, 0));
    asm_add(p, other, IK(LDI, VALUE, 7));
    asm_add(p, other, I(ST64, CH, VALUE, 0));
    asm_add(p, other, I(RET, 0, 0, 0));
    return p;
}

Test(sched, a_spinning_goroutine_is_preempted) {
    static const SlMachineOptions all[] = {{.workers = 1}, {.workers = 2}, {.controlled = true, .seed = 2}};
    for (size_t i = 0; i < 3; i++) {
        Asm *p = spinner();
        cr_assert_eq(asm_run(p, all[i]), 0);
        cr_assert_str_eq(sl_text_cstr(&p->output), "7\n");
        asm_free(p);
    }
}

static Asm *endless(void) {
    Asm *p = asm_new();
    int main = asm_func(p, "main.main", 20, 0, chans), other = asm_func(p, "main.other", 20, 1, chans);
    asm_make(p, main, CH, 0);
    for (int i = 0; i < 3; i++)
        asm_go(p, main, WINDOW, other, 1, CH);
    uint32_t begin = asm_here(p, main);
    asm_add(p, main, I(RECV, VALUE, CH, 1));
    asm_jump(p, main, I(JMP, 0, 0, 0), begin);
    begin = asm_here(p, other);
    asm_add(p, other, I(SEND, CH, VALUE, 1));
    asm_jump(p, other, I(JMP, 0, 0, 0), begin);
    return p;
}

Test(sched, an_endless_run_is_paused_goes_on_and_is_killed) {
    for (int controlled = 0; controlled < 2; controlled++) {
        Asm *p = endless();
        SlMachine *machine = asm_machine(p, (SlMachineOptions){.workers = 2, .controlled = controlled, .seed = 1});
        SlMachineStats stats = {0};
        while (stats.goroutines_alive < 4) {
            cr_assert_eq(sl_machine_run(machine, 2000000, 0), SL_STOP_RUNNING);
            sl_machine_stats(machine, &stats);
        }
        for (int i = 0; i < 5; i++) {
            sl_machine_pause(machine);
            cr_assert_eq(sl_machine_run(machine, -1, 0), SL_STOP_PAUSED);
            SlWorld *world = sl_machine_world(machine, 100);
            cr_assert_eq(world->goroutine_count, 4);
            cr_assert_eq(world->object_count, 1);
            for (int k = 0; k < 4; k++)
                cr_assert_neq(world->goroutines[k].state, SL_STATE_RUNNING);
            sl_world_free(world);
            cr_assert_eq(sl_machine_run(machine, 2000000, 0), SL_STOP_RUNNING);
        }
        sl_machine_kill(machine);
        cr_assert_eq(sl_machine_run(machine, -1, 0), SL_STOP_EXIT);
        cr_assert_eq(sl_machine_exit_code(machine), 137);
        cr_assert_eq(sl_machine_end(machine, NULL), SL_END_KILLED);
        sl_machine_free(machine);
        asm_free(p);
    }
}

Test(sched, a_run_changes_its_scheduler_and_loses_nothing) {
    Asm *p = fan_in(20, 20000, 2);
    SlMachine *machine = asm_machine(p, (SlMachineOptions){.workers = 3});
    bool controlled = false;
    SlStopReason reason;
    while ((reason = sl_machine_run(machine, 1000000, 0)) != SL_STOP_EXIT) {
        sl_machine_pause(machine);
        if (sl_machine_run(machine, -1, 0) == SL_STOP_EXIT)
            break;
        controlled = !controlled;
        sl_machine_set_controlled(machine, controlled);
    }
    cr_assert_str_eq(sl_text_cstr(&p->output), "400000\n");
    sl_machine_free(machine);
    asm_free(p);
}

// ---- controlled runs ----

typedef struct {
    uint64_t hash, count;
    uint64_t random[2];
    SL_VEC(uint64_t) choices;
    int replayed;
    bool hesitate;
    int undecided;
} Record;

static void hash_event(void *data, const SlEvent *event) {
    Record *record = data;
    uint64_t parts[] = {record->hash, event->number,  event->goroutine, event->object,
                        event->kind,  event->partner, event->sequence,  (uint64_t)event->time};
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        hash = (hash ^ parts[i]) * 1099511628211u;
    record->hash = hash ^ hash >> 29;
    record->count++;
}

static uint64_t record_choice(void *data, const SlChoice *choice) {
    Record *record = data;
    if (record->hesitate && record->undecided == 0 && choice->kind <= SL_CHOOSE_SELECT) {
        record->undecided = 1;
        return UINT64_MAX;
    }
    record->undecided = 0;
    record->random[0] = record->random[0] * 6364136223846793005u + 1442695040888963407u;
    uint64_t decision = choice->count ? (record->random[0] >> 33) % choice->count : record->random[0];
    sl_vec_push(&record->choices, decision);
    return decision;
}

static uint64_t replay_choice(void *data, const SlChoice *choice) {
    (void)choice;
    Record *record = data;
    return record->choices.at[record->replayed++];
}

static uint64_t run_recorded(Record *record, SlChooser choose, uint64_t seed, uint64_t step) {
    Asm *p = fan_in(5, 40, 1);
    SlMachine *machine = asm_machine(p, (SlMachineOptions){.controlled = true,
                                                           .seed = seed,
                                                           .watch = true,
                                                           .choose = choose,
                                                           .choose_data = record,
                                                           .event = hash_event,
                                                           .event_data = record});
    record->hash = record->count = 0;
    SlStopReason reason;
    while ((reason = sl_machine_run(machine, -1, step)) != SL_STOP_EXIT) {
        cr_assert(reason == SL_STOP_EVENT || reason == SL_STOP_CHOICE);
        SlWorld *world = sl_machine_world(machine, 50);
        SlText bytes = {0};
        sl_world_write(world, &bytes);
        SlWorld *again = sl_world_read(bytes.at, bytes.length);
        cr_assert(again && again->goroutine_count == world->goroutine_count && again->event == world->event);
        cr_assert_null(sl_world_read(bytes.at, bytes.length - 1));
        sl_text_free(&bytes);
        sl_world_free(again);
        sl_world_free(world);
    }
    cr_assert_str_eq(sl_text_cstr(&p->output), "200\n");
    cr_assert_eq(sl_machine_events(machine), record->count);
    sl_machine_free(machine);
    asm_free(p);
    return record->hash;
}

Test(controlled, the_same_seed_is_the_same_run) {
    Record record = {0};
    uint64_t first = run_recorded(&record, NULL, 11, 0);
    cr_assert_eq(first, run_recorded(&record, NULL, 11, 0));
    cr_assert_eq(first, run_recorded(&record, NULL, 11, 1), "stopping at events changes the run");
    cr_assert_neq(first, run_recorded(&record, NULL, 12, 0));
}

Test(controlled, a_recorded_run_is_replayed_exactly) {
    Record record = {.random = {77, 0}};
    uint64_t first = run_recorded(&record, record_choice, 1, 0);
    cr_assert_eq(first, run_recorded(&record, replay_choice, 99, 0));
    record.replayed = 0;
    cr_assert_eq(first, run_recorded(&record, replay_choice, 99, 3));
    sl_vec_free(&record.choices);
}

Test(controlled, an_undecided_choice_stops_the_run_and_is_asked_again) {
    Record sure = {.random = {5, 0}}, unsure = {.random = {5, 0}, .hesitate = true};
    uint64_t first = run_recorded(&sure, record_choice, 1, 0);
    run_recorded(&unsure, record_choice, 1, 0);
    cr_assert_eq(sure.choices.count, unsure.choices.count);
    for (int i = 0; i < sure.choices.count; i++)
        cr_assert_eq(sure.choices.at[i], unsure.choices.at[i]);
    (void)first;
    sl_vec_free(&sure.choices);
    sl_vec_free(&unsure.choices);
}

// ---- input ----

static Asm *reader(void) {
    Asm *p = asm_new();
    int main = asm_func(p, "main.main", 20, 0, chans);
    asm_add(p, main, I(NEW, CH, 0, 0));
    asm_add(p, main, W2(ASM_TYPE_WORD, 0));
    uint32_t begin = asm_here(p, main);
    asm_add(p, main, I(MOV, 11, CH, 0));
    asm_add(p, main, IK(LDI, 12, 16));
    asm_add(p, main, IK(LDI, 13, 16));
    asm_add(p, main, IK(BLOCK, 10, asm_native(p, "os.stdinRead")));
    asm_print(p, main, 10);
    asm_jump(p, main, I(JNEI, 10, 0, 0), begin);
    asm_add(p, main, I(RET, 0, 0, 0));
    return p;
}

Test(input, fed_bytes_wake_who_waits) {
    for (int controlled = 0; controlled < 2; controlled++) {
        Asm *p = reader();
        SlMachine *machine = asm_machine(p, (SlMachineOptions){.workers = 2, .controlled = controlled, .seed = 1});
        cr_assert_eq(sl_machine_run(machine, 3000000, 0), controlled ? SL_STOP_INPUT : SL_STOP_RUNNING);
        sl_machine_input(machine, "hello", 5, false);
        cr_assert_eq(sl_machine_run(machine, 3000000, 0), controlled ? SL_STOP_INPUT : SL_STOP_RUNNING);
        sl_machine_input(machine, "01234567890123456789", 20, true);
        cr_assert_eq(sl_machine_run(machine, -1, 0), SL_STOP_EXIT);
        cr_assert_str_eq(sl_text_cstr(&p->output), "5\n16\n4\n0\n");
        sl_machine_free(machine);
        asm_free(p);
    }
}

Test(input, a_file_is_read_to_its_end) {
    for (int controlled = 0; controlled < 2; controlled++) {
        int ends[2];
        cr_assert_eq(pipe(ends), 0);
        Asm *p = reader();
        SlMachine *machine =
            asm_machine(p, (SlMachineOptions){.workers = 2, .controlled = controlled, .seed = 1, .stdin_fd = ends[0]});
        cr_assert_eq(sl_machine_run(machine, 5000000, 0), SL_STOP_RUNNING);
        cr_assert_eq(write(ends[1], "abc", 3), 3);
        size_t length = 0;
        while (length < 2 && sl_machine_run(machine, 2000000, 0) == SL_STOP_RUNNING) {
            pthread_mutex_lock(&p->lock);
            length = p->output.length;
            pthread_mutex_unlock(&p->lock);
        }
        close(ends[1]);
        cr_assert_eq(sl_machine_run(machine, -1, 0), SL_STOP_EXIT);
        cr_assert_str_eq(sl_text_cstr(&p->output), "3\n0\n");
        sl_machine_free(machine);
        asm_free(p);
        close(ends[0]);
    }
}
