// SPDX-License-Identifier: MIT
// How goroutines ended, read off the events of real runs.
#include "tests/run/stopped.h"
#include "ui/scene/ending.h"

enum { EVENTS = 4000 };

typedef struct {
    Stopped s;
    SlEvent events[EVENTS];
    uint32_t count;
    SlWorld *world;
} Ended;

static void on_event(void *data, const SlEvent *event) {
    Ended *ended = data;
    if (ended->count < EVENTS)
        ended->events[ended->count++] = *event;
}

static void discard(void *data, int fd, const char *bytes, size_t count) {
    (void)data, (void)fd, (void)bytes, (void)count;
}

static void run(Ended *ended, const char *text) {
    memset(ended, 0, sizeof *ended);
    stopped_load(&ended->s, "t.go", text, 0);
    SlMachineOptions options = {.controlled = true,
                                .seed = 1,
                                .output = discard,
                                .stdin_fd = -1,
                                .event = on_event,
                                .event_data = ended,
                                .watch = true};
    ended->s.machine = sl_machine_new(ended->s.code, &options);
    cr_assert_eq(sl_machine_run(ended->s.machine, -1, 0), SL_STOP_EXIT);
    ended->world = sl_machine_world(ended->s.machine, 100);
}

static char *how(Ended *ended, uint64_t goroutine) {
    const SlFile *file = NULL;
    for (int i = 0; i < ended->s.program->files->files.count; i++)
        if (!ended->s.program->files->files.at[i]->library)
            file = ended->s.program->files->files.at[i];
    SlEnding ending =
        sl_ending_of(goroutine, ended->events, ended->count, ended->world, file->text, file->length, file->base);
    char *text = sl_ending_text(&ending, ended->world);
    char *event = strstr(text, " (event ");
    if (event)
        *event = 0;
    return text;
}

static void finish(Ended *ended) {
    sl_world_free(ended->world);
    stopped_free(&ended->s);
    free(ended);
}

// The goroutine that the first go statement starts is told.
static void expect(const char *text, const char *expected) {
    Ended *ended = malloc(sizeof *ended);
    cr_assert_not_null(ended);
    run(ended, text);
    uint64_t goroutine = 0;
    for (uint32_t i = 0; i < ended->count && !goroutine; i++)
        if (ended->events[i].kind == SL_EVENT_SPAWN && ended->events[i].pos)
            goroutine = ended->events[i].object;
    char *told = how(ended, goroutine);
    cr_expect_str_eq(told, expected);
    free(told);
    finish(ended);
}

Test(ending, a_goroutine_returns) {
    expect(
        "package main\nfunc main() { done := make(chan int); go func() { done <- 1 }(); <-done; <-make(chan int) }\n",
        "returned");
}

Test(ending, a_loop_over_a_channel_ends_when_that_is_closed) {
    expect("package main\nimport \"sync\"\nfunc main() { jobs := make(chan int); var wg sync.WaitGroup; wg.Add(1)\n"
           "go func() { defer wg.Done()\nfor j := range jobs { _ = j } }()\njobs <- 1; close(jobs); wg.Wait()\n"
           "<-make(chan int); _ = jobs }\n",
           "returned: its loop ended when jobs was closed");
}

Test(ending, a_context_is_cancelled) {
    expect("package main\nimport \"context\"\nfunc main() { ctx, cancel := context.WithCancel(context.Background())\n"
           "out := make(chan int); done := make(chan bool)\n"
           "go func() { defer close(done); for { select { case out <- 1: case <-ctx.Done(): return } } }()\n"
           "<-out; cancel(); <-done; <-make(chan int); println(ctx.Err()) }\n",
           "returned: its context was cancelled");
}

Test(ending, a_goroutine_calls_goexit) {
    expect("package main\nimport \"runtime\"\nfunc main() { done := make(chan int)\n"
           "go func() { defer close(done); runtime.Goexit() }(); <-done; <-make(chan int) }\n",
           "ended by runtime.Goexit");
}

Test(ending, the_program_ends_first) {
    expect("package main\nfunc main() { started := make(chan int)\n"
           "go func() { started <- 1; <-make(chan int) }(); <-started }\n",
           "ended with the program");
}

Test(ending, a_panic_ends_the_program) {
    expect("package main\nfunc main() { go func() { panic(\"no\") }(); <-make(chan int) }\n",
           "panicked, which ended the program");
}

Test(ending, a_stuck_goroutine_has_not_ended) {
    expect("package main\nfunc main() { c := make(chan int); go func() { c <- 1 }(); <-make(chan int); <-c }\n",
           "has not ended");
}
