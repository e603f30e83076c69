// SPDX-License-Identifier: MIT
// The flight record: what several workers told, each into a ring of its own, is one order that agrees with every
// object's and every goroutine's, and what was overwritten is counted.
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/source.h"
#include "base/vec.h"
#include "run/run.h"

typedef SL_VEC(SlEvent) Events;

static void take(void *data, const SlEvent *event) {
    Events *events = data;
    sl_vec_push(events, *event);
}

static void on_event(void *data, const SlEvent *event) {
    (void)event;
    ++*(int *)data;
}

static void on_output(void *data, int fd, const char *bytes, size_t count) {
    (void)data, (void)fd, (void)bytes, (void)count;
}

typedef struct {
    SlSources *sources;
    SlProgram *program;
    SlCode *code;
    SlMachine *machine;
    int heard;
} Run;

static void start(Run *run, const char *text, int workers, uint32_t flight) {
    run->sources = sl_sources_from_text("flight.go", text, strlen(text), NULL);
    SlImporter importer = sl_sources_importer(run->sources);
    run->program = sl_program_load(run->sources->files.at, run->sources->files.count, &importer, &(SlLangOptions){0});
    cr_assert_eq(run->program->diags->list.count, 0);
    run->code = sl_code_new(run->program, sl_engine_natives());
    SlMachineOptions options = {.workers = workers,
                                .flight = flight,
                                .watch = true,
                                .event = on_event,
                                .event_data = &run->heard,
                                .output = on_output,
                                .stdin_fd = -1};
    run->machine = sl_machine_new(run->code, &options);
}

static void finish(Run *run) {
    sl_machine_free(run->machine);
    sl_code_free(run->code);
    sl_program_free(run->program);
    sl_sources_free(run->sources);
}

enum { MOST = 64 }; // goroutines and objects of these programs

// What any log has to be.
static void expect_order(const Events *events) {
    uint64_t sequence[MOST] = {0}, sent[MOST] = {0};
    int64_t last[MOST] = {0}, begun[MOST] = {0};
    for (int i = 0; i < events->count; i++) {
        const SlEvent *event = &events->at[i];
        cr_assert_lt(event->object, MOST);
        cr_assert_lt(event->goroutine, MOST);
        bool channel = event->kind == SL_EVENT_SEND || event->kind == SL_EVENT_RECEIVE ||
                       event->kind == SL_EVENT_WAIT_SEND || event->kind == SL_EVENT_WAIT_RECEIVE ||
                       event->kind == SL_EVENT_CLOSE || event->kind == SL_EVENT_MAKE;
        if (channel && sequence[event->object])
            cr_assert_eq(event->sequence, sequence[event->object] + 1, "event %d of object %d", i, (int)event->object);
        if (channel)
            sequence[event->object] = event->sequence;
        if (event->kind == SL_EVENT_SEND)
            sent[event->object] = event->message;
        if (event->kind == SL_EVENT_RECEIVE && event->ok && sent[event->object])
            cr_assert_leq(event->message, sent[event->object], "nothing is received that was not sent");
        if (event->kind == SL_EVENT_SPAWN)
            begun[event->object] = event->time;
        cr_assert_gt(event->time, last[event->goroutine], "a goroutine's time goes on");
        cr_assert_gt(event->time, begun[event->goroutine], "who acts has been started");
        last[event->goroutine] = event->time;
        if (i)
            cr_assert_eq(event->number, events->at[i - 1].number + !event->hidden);
    }
}

static const char pool[] =
    "package main\nimport \"sync\"\nfunc main() {\n\tjobs, results := make(chan int, 4), make(chan int)\n"
    "\tvar mu sync.Mutex\n\tn := 0\n\tfor i := 0; i < 12; i++ {\n\t\tgo func() {\n\t\t\tfor j := range jobs {\n"
    "\t\t\t\tmu.Lock()\n\t\t\t\tn++\n\t\t\t\tmu.Unlock()\n\t\t\t\tresults <- j\n\t\t\t}\n\t\t}()\n\t}\n"
    "\tgo func() {\n\t\tfor i := 0; i < 3000; i++ {\n\t\t\tjobs <- i\n\t\t}\n\t\tclose(jobs)\n\t}()\n"
    "\tfor i := 0; i < 3000; i++ {\n\t\t<-results\n\t}\n}\n";

Test(flight, all_events_of_several_workers_are_one_order, .timeout = 60) {
    for (int times = 0; times < 10; times++) {
        Run run = {0};
        start(&run, pool, 4, 1 << 20);
        cr_assert_eq(sl_machine_run(run.machine, -1, 0), SL_STOP_EXIT);
        Events events = {0};
        uint64_t told = 0;
        cr_assert_eq(sl_machine_flight(run.machine, &told, UINT32_MAX, take, &events), 0);
        cr_assert_eq(run.heard, 0, "they go nowhere else");
        int kinds[SL_EVENT_COUNT] = {0};
        for (int i = 0; i < events.count; i++)
            kinds[events.at[i].kind]++;
        cr_assert_eq(kinds[SL_EVENT_SEND], 6000);
        cr_assert_geq(kinds[SL_EVENT_RECEIVE], 6000);
        cr_assert_eq(kinds[SL_EVENT_LOCK], 3000);
        cr_assert_eq(kinds[SL_EVENT_SPAWN], 13);
        cr_assert_eq(events.at[events.count - 1].number, sl_machine_events(run.machine));
        expect_order(&events);
        int before = events.count;
        cr_assert_eq(sl_machine_flight(run.machine, &told, UINT32_MAX, take, &events), 0);
        cr_assert_eq(events.count, before, "nothing is told twice");
        sl_vec_free(&events);
        finish(&run);
    }
}

Test(flight, what_was_overwritten_is_counted_and_the_rest_has_no_gap, .timeout = 60) {
    Run run = {0};
    start(&run, pool, 2, 1);
    cr_assert_eq(sl_machine_run(run.machine, -1, 0), SL_STOP_EXIT);
    Events events = {0};
    uint64_t told = 0, skipped = sl_machine_flight(run.machine, &told, UINT32_MAX, take, &events);
    cr_assert_gt(skipped, 1000);
    cr_assert_gt(events.count, 1000);
    cr_assert_eq(skipped + (uint64_t)events.count, told);
    cr_assert_eq(events.at[events.count - 1].number, sl_machine_events(run.machine));
    expect_order(&events);
    sl_vec_free(&events);
    finish(&run);
}

Test(flight, values_are_told_as_they_were, .timeout = 60) {
    Run run = {0};
    start(&run,
          "package main\nfunc main() {\n\ta, b, c := make(chan int8, 1), make(chan string, 1), make(chan struct{}, 1)\n"
          "\ta <- -7\n\tb <- \"a word\"\n\tc <- struct{}{}\n\td := make(chan uint64, 1)\n\td <- 1<<64 - 1\n}\n",
          1, 100);
    cr_assert_eq(sl_machine_run(run.machine, -1, 0), SL_STOP_EXIT);
    Events events = {0};
    uint64_t told = 0;
    sl_machine_flight(run.machine, &told, UINT32_MAX, take, &events);
    static const char *const values[] = {"-7", "\"a word\"", "{}", "18446744073709551615"};
    int sends = 0;
    for (int i = 0; i < events.count; i++)
        if (events.at[i].kind == SL_EVENT_SEND && sends < 4)
            cr_expect_str_eq(events.at[i].text, values[sends++]);
    cr_expect_eq(sends, 4);
    sl_vec_free(&events);
    finish(&run);
}

Test(flight, from_all_cores_to_one_at_a_time_numbers_and_uses_go_on, .timeout = 60) {
    Run run = {0};
    start(&run,
          "package main\nfunc main() {\n\tc := make(chan int)\n\tgo func() {\n\t\tfor i := 0; ; i++ {\n\t\t\tc <- i\n"
          "\t\t}\n\t}()\n\tfor range c {\n\t}\n}\n",
          2, 1000);
    while (sl_machine_events(run.machine) < 10000)
        sl_machine_run(run.machine, 1000000, 0);
    sl_machine_pause(run.machine);
    cr_assert_eq(sl_machine_run(run.machine, -1, 0), SL_STOP_PAUSED);
    uint64_t before = sl_machine_events(run.machine), told = 0, uses = 0;
    sl_machine_set_controlled(run.machine, true);
    cr_assert_eq(sl_machine_events(run.machine), before);
    cr_assert_eq(sl_machine_flight(run.machine, &told, 10, take, NULL), 0, "there is none any more");
    sl_machine_run(run.machine, -1, 10);
    cr_assert_geq(sl_machine_events(run.machine), before + 10);
    cr_assert_gt(run.heard, 9, "one at a time they are told");
    SlWorld *world = sl_machine_world(run.machine, 100);
    for (int i = 0; i < world->use_count; i++)
        uses += world->uses[i].sends;
    cr_assert_gt(uses, 3000);
    sl_world_free(world);
    finish(&run);
}
