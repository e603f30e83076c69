// SPDX-License-Identifier: MIT
// Back and forth in runs of the real child: what was is again, whatever the way, and it does not take the whole run.
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "child.h"

static SlText bytes_of(const Run *run) {
    SlText bytes = {0};
    sl_world_write(run->world, &bytes);
    return bytes;
}

static bool same(const SlText *a, const SlText *b) {
    return a->length == b->length && memcmp(a->at, b->at, a->length) == 0;
}

// Until the answer to a command is there: a state that is none of running, and the World of it.
#define ANSWER(run, command)                                                                                           \
    do {                                                                                                               \
        uint64_t states_ = (run)->states;                                                                              \
        command;                                                                                                       \
        UNTIL(run, (run)->states > states_ && (run)->state != SL_RUN_RUNNING);                                         \
        if ((run)->state == SL_RUN_ENDED)                                                                              \
            UNTIL(run, false);                                                                                         \
        uint64_t worlds_ = (run)->worlds;                                                                              \
        sl_client_world((run)->client, 2000);                                                                          \
        UNTIL(run, (run)->worlds > worlds_ && (run)->world->event == (run)->at);                                       \
        (run)->over = false;                                                                                           \
    } while (0)

// What differs, for who has to find out why.
static void tell(const SlWorld *world) {
    for (int i = 0; i < world->goroutine_count; i++) {
        const SlWorldGoroutine *g = &world->goroutines[i];
        fprintf(stderr, "  %d: state %d at %d since %lld moves %d stuck %d waits %d\n", (int)g->id, g->state,
                (int)g->pos, (long long)g->since, g->can_move, g->stuck, g->wait_count);
    }
    for (int i = 0; i < world->object_count; i++)
        fprintf(stderr, "  object %d: length %d sent %d received %d\n", (int)world->objects[i].id,
                (int)world->objects[i].length, (int)world->objects[i].sent, (int)world->objects[i].received);
    fprintf(stderr, "  time %lld uses %d\n", (long long)world->time, world->use_count);
}

static void expect_same(const SlText *then, const SlText *now, const char *what) {
    if (same(then, now))
        return;
    SlWorld *a = sl_world_read(then->at, then->length), *b = sl_world_read(now->at, now->length);
    fprintf(stderr, "then:\n");
    tell(a);
    fprintf(stderr, "now:\n");
    tell(b);
    cr_assert_fail("%s", what);
}

static void go(Run *run, SlStepKind kind, uint64_t goroutine, bool back) {
    SlStep step = {.kind = (uint8_t)kind, .goroutine = goroutine};
    ANSWER(run, sl_client_go(run->client, &step, back));
}

static const char pool[] = "import (\"fmt\"; \"sync\")\n"
                           "func worker(jobs, results chan int, group *sync.WaitGroup) {\n"
                           "	for j := range jobs {\n"
                           "		results <- j * 2\n"
                           "	}\n"
                           "	group.Done()\n"
                           "}\n"
                           "func main() {\n"
                           "	jobs, results := make(chan int, 2), make(chan int, 3)\n"
                           "	var group sync.WaitGroup\n"
                           "	for i := 0; i < 3; i++ {\n"
                           "		group.Add(1)\n"
                           "		go worker(jobs, results, &group)\n"
                           "	}\n"
                           "	go func() {\n"
                           "		for i := 0; i < 12; i++ {\n"
                           "			jobs <- i\n"
                           "		}\n"
                           "		close(jobs)\n"
                           "		group.Wait()\n"
                           "		close(results)\n"
                           "	}()\n"
                           "	sum := 0\n"
                           "	for r := range results {\n"
                           "		sum += r\n"
                           "	}\n"
                           "	fmt.Println(sum)\n"
                           "}\n";

enum { STEPS = 40 };

static void back_and_forth(const char *text, uint64_t from, SlStepKind kind, uint64_t goroutine, uint64_t seed) {
    Run run = start(text, (SlClientOptions){.controlled = true, .paused = true, .seed = seed});
    UNTIL(&run, run.world && run.state == SL_RUN_PAUSED);
    if (from)
        ANSWER(&run, sl_client_goto(run.client, from));
    SlText worlds[STEPS] = {0};
    int count = 0;
    for (; count < STEPS && run.state != SL_RUN_ENDED; count++) {
        go(&run, kind, goroutine, false);
        worlds[count] = bytes_of(&run);
    }
    cr_assert_gt(count, 5);
    for (int i = count - 2; i >= 0; i--) {
        go(&run, kind, goroutine, true);
        SlText bytes = bytes_of(&run);
        char what[80];
        snprintf(what, sizeof what, "kind %d, seed %d: back to %d of %d, event %d", kind, (int)seed, i, count,
                 (int)run.at);
        expect_same(&worlds[i], &bytes, what);
        sl_text_free(&bytes);
    }
    for (int i = 1; i < count; i++) {
        go(&run, kind, goroutine, false);
        SlText bytes = bytes_of(&run);
        char what[80];
        snprintf(what, sizeof what, "kind %d, seed %d: on to %d of %d, event %d", kind, (int)seed, i, count,
                 (int)run.at);
        expect_same(&worlds[i], &bytes, what);
        sl_text_free(&bytes);
    }
    for (int i = 0; i < count; i++)
        sl_text_free(&worlds[i]);
    finish(&run);
}

Test(travel, back_n_and_on_n_is_where_one_was, .timeout = 120) {
    for (uint64_t seed = 1; seed <= 3; seed++) {
        back_and_forth(pool, 0, SL_STEP_EVENT, 0, seed);
        back_and_forth(pool, 0, SL_STEP_EVENT, 2, seed);
        back_and_forth(pool, 0, SL_STEP_INTO, 1, seed);
        back_and_forth(pool, 0, SL_STEP_OVER, 3, seed);
    }
}

static const char hand_off[] =
    "func main() {\n\tc := make(chan int)\n\tgo func() {\n\t\tfor i := 0; ; i++ {\n\t\t\tc <- "
    "i\n\t\t}\n\t}()\n\tfor range c {\n\t}\n}\n";

Test(travel, far_from_the_beginning_the_way_leads_from_checkpoint_to_checkpoint, .timeout = 120) {
    back_and_forth(hand_off, 100000, SL_STEP_EVENT, 0, 1);
    back_and_forth(hand_off, 100000, SL_STEP_INTO, 2, 1);
    static const char lazy[] =
        "func main() {\n\tc := make(chan int, 1)\n\tfor i := 0; ; i++ {\n\t\tsum := 0\n\t\tfor k := 0; "
        "k < 1000000; k++ {\n\t\t\tsum += k ^ i\n\t\t}\n\t\tc <- sum\n\t\t<-c\n\t}\n}\n";
    back_and_forth(lazy, 5, SL_STEP_EVENT, 0, 1);
}

Test(travel, at_the_beginning_there_is_an_answer_too, .timeout = 60) {
    Run run = start(pool, (SlClientOptions){.controlled = true, .paused = true});
    UNTIL(&run, run.world && run.state == SL_RUN_PAUSED);
    go(&run, SL_STEP_EVENT, 0, true);
    cr_expect_eq(run.at, 0);
    finish(&run);
}

Test(travel, from_the_end_one_goes_back_to_the_beginning_and_on_to_the_same_end, .timeout = 120) {
    Run run = start(pool, (SlClientOptions){.controlled = true});
    UNTIL(&run, run.over);
    cr_expect_str_eq(sl_text_cstr(&run.output), "132\n");
    uint64_t end = run.last_event;
    run.over = false;
    ANSWER(&run, sl_client_goto(run.client, 0));
    cr_expect_eq(run.at, 0);
    cr_expect_eq(run.state, SL_RUN_PAUSED);
    sl_client_resume(run.client);
    UNTIL(&run, run.over);
    cr_expect_eq(run.at, end);
    cr_expect_str_eq(sl_text_cstr(&run.output), "132\n", "what was written is not told twice");
    finish(&run);
}

Test(travel, goes_to_any_event, .timeout = 120) {
    Run run = start(pool, (SlClientOptions){.controlled = true});
    UNTIL(&run, run.over);
    uint64_t end = run.last_event;
    run.over = false;
    uint64_t at[] = {end / 2, 3, end - 3, end / 3, end / 3 + 5};
    for (size_t i = 0; i < sizeof at / sizeof *at; i++) {
        ANSWER(&run, sl_client_goto(run.client, at[i]));
        cr_expect(run.at >= at[i] && run.at <= at[i] + 2, "event %d: %d", (int)at[i], (int)run.at);
        cr_expect_eq(run.state, SL_RUN_PAUSED);
    }
    finish(&run);
}

Test(travel, another_move_makes_another_future, .timeout = 120) {
    static const char two[] =
        "import \"time\"\nfunc main() {\n\tc, gate := make(chan int, 9), make(chan int)\n\tgo func() "
        "{\n\t\t<-gate\n\t\tc "
        "<- 2\n\t}()\n\tgo func() {\n\t\t<-gate\n\t\tc <- 3\n\t}()\n\ttime.Sleep(time.Second)\n\tclose(gate)\n\t"
        "time.Sleep(time.Second)\n\tprintln(<-c, <-c)\n}\n";
    for (uint64_t first = 2; first <= 3; first++) {
        Run run = start(two, (SlClientOptions){.controlled = true, .paused = true});
        UNTIL(&run, run.world && run.state == SL_RUN_PAUSED);
        while (!run.kinds[SL_EVENT_CLOSE])
            go(&run, SL_STEP_EVENT, 0, false);
        uint64_t both = run.at;
        go(&run, SL_STEP_EVENT, 0, false); // somebody moves,
        go(&run, SL_STEP_EVENT, 0, false);
        ANSWER(&run, sl_client_goto(run.client, both)); // and that is taken back
        run.last_event = run.at;
        run.kinds[SL_EVENT_SEND] = run.kinds[SL_EVENT_EXIT] = 0;
        while (run.kinds[SL_EVENT_SEND] == 0 || run.kinds[SL_EVENT_EXIT] == 0)
            ANSWER(&run, sl_client_move(run.client, first, -1));
        sl_client_resume(run.client);
        UNTIL(&run, run.over);
        cr_expect_str_eq(sl_text_cstr(&run.output), first == 2 ? "2 3\n" : "3 2\n");
        finish(&run);
    }
}

Test(travel, input_comes_again_at_its_moment, .timeout = 120) {
    Run run =
        start("import (\"bufio\"; \"fmt\"; \"os\")\nfunc main() { s := bufio.NewScanner(os.Stdin)\nfor s.Scan() { "
              "fmt.Println(\"line\", s.Text()) }; fmt.Println(\"end\") }",
              (SlClientOptions){.controlled = true});
    UNTIL(&run, run.state == SL_RUN_INPUT);
    sl_client_input(run.client, "first\n", 6, false);
    UNTIL(&run, strstr(sl_text_cstr(&run.output), "line first\n") && run.state == SL_RUN_INPUT);
    sl_client_input(run.client, "second", 6, true);
    UNTIL(&run, run.over);
    run.over = false;
    ANSWER(&run, sl_client_goto(run.client, 1));
    sl_client_resume(run.client);
    UNTIL(&run, run.over);
    cr_expect_str_eq(sl_text_cstr(&run.output), "line first\nline second\nend\n");
    finish(&run);
}

Test(travel, breakpoints_stop_on_the_way_forth_and_back, .timeout = 120) {
    SlBreakpoint at = {.id = 5, .kind = SL_BREAK_SEND, .object = 1};
    Run run =
        start(pool, (SlClientOptions){.controlled = true, .paused = true, .breakpoints = &at, .breakpoint_count = 1});
    UNTIL(&run, run.world && run.state == SL_RUN_PAUSED);
    uint64_t stops[6];
    for (int i = 0; i < 6; i++) {
        ANSWER(&run, sl_client_resume(run.client));
        cr_assert_eq(run.breakpoint, 5);
        stops[i] = run.at;
    }
    for (int i = 4; i >= 0; i--) {
        go(&run, SL_STEP_RUN, 0, true);
        cr_expect_eq(run.breakpoint, 5);
        cr_expect_eq(run.at, stops[i], "stop %d: event %d", i, (int)run.at);
    }
    go(&run, SL_STEP_RUN, 0, true);
    cr_expect_eq(run.at, 0, "before the first is the beginning");
    finish(&run);
}

Test(travel, breakpoints_stop_all_cores, .timeout = 120) {
    SlBreakpoint at = {.id = 9, .kind = SL_BREAK_RECEIVE, .object = 2};
    Run run = start(pool, (SlClientOptions){.paused = true, .breakpoints = &at, .breakpoint_count = 1});
    UNTIL(&run, run.state == SL_RUN_PAUSED);
    int stops = 0;
    for (; stops < 40 && run.state == SL_RUN_PAUSED; stops++) {
        uint64_t states = run.states;
        sl_client_resume(run.client);
        UNTIL(&run, run.states > states && run.state != SL_RUN_RUNNING);
        if (run.state == SL_RUN_PAUSED)
            cr_expect_eq(run.breakpoint, 9, "stop %d: breakpoint %d, state %d, event %d", stops, run.breakpoint,
                         run.state, (int)run.at);
    }
    UNTIL(&run, run.over);
    cr_expect(stops > 3, "%d stops", stops);
    cr_expect_str_eq(sl_text_cstr(&run.output), "132\n");
    finish(&run);
}

Test(travel, a_frozen_goroutine_waits_for_its_thawing_on_both_schedulers, .timeout = 120) {
    static const char one[] =
        "func main() {\n\tc := make(chan int)\n\tgo func() {\n\t\tfor i := 0; ; i++ {\n\t\t\tc <- "
        "i\n\t\t}\n\t}()\n\tfor range c {\n\t}\n}\n";
    Run run = start(one, (SlClientOptions){.controlled = true, .paused = true});
    UNTIL(&run, run.world && run.state == SL_RUN_PAUSED);
    ANSWER(&run, sl_client_step(run.client, 20));
    ANSWER(&run, sl_client_freeze(run.client, 2, true); sl_client_step(run.client, 20));
    cr_expect_eq(run.state, SL_RUN_PAUSED);
    cr_expect_not(run.world->deadlock);
    cr_expect(sl_world_goroutine(run.world, 2)->frozen);
    uint64_t at = run.at;
    ANSWER(&run, sl_client_freeze(run.client, 2, false); sl_client_step(run.client, 20));
    cr_expect_gt(run.at, at);
    finish(&run);
}

Test(travel, the_user_is_asked_at_each_choice, .timeout = 120) {
    Run run = start(pool, (SlClientOptions){.controlled = true, .paused = true, .asks = true});
    UNTIL(&run, run.world && run.state == SL_RUN_PAUSED);
    for (int i = 0; i < 30; i++) {
        ANSWER(&run, sl_client_resume(run.client));
        cr_assert_eq(run.state, SL_RUN_PAUSED, "at choice %d", i);
        uint64_t can = 0;
        int number = 0;
        for (int g = 0; g < run.world->goroutine_count; g++)
            if (run.world->goroutines[g].can_move) {
                can = run.world->goroutines[g].id;
                number++;
            }
        cr_assert_gt(number, 1, "there is a choice");
        ANSWER(&run, sl_client_move(run.client, can, -1));
    }
    finish(&run);
}

// At a select of which both cases are ready, which is told, that one goes which the user takes; and again after that
// has been taken back.
Test(travel, the_user_takes_a_ready_case, .timeout = 120) {
    static const char both[] = "func main() {\n\ta, b := make(chan int, 1), make(chan int, 1)\n\ta <- 1\n\tb <- "
                               "2\n\tselect {\n\tcase v := <-a:\n\t\tprintln(\"a\", v)\n\tcase v := "
                               "<-b:\n\t\tprintln(\"b\", v)\n\t}\n}\n";
    for (int wish = 0; wish < 2; wish++) {
        Run run = start(both, (SlClientOptions){.controlled = true, .paused = true});
        UNTIL(&run, run.world && run.state == SL_RUN_PAUSED);
        while (run.kinds[SL_EVENT_SEND] < 2)
            go(&run, SL_STEP_EVENT, 0, false);
        uint64_t sent = run.at;
        for (int round = 0; round < 2; round++) {
            ANSWER(&run, sl_client_move(run.client, 1, SL_CASE_ASK));
            cr_assert_eq(run.state, SL_RUN_PAUSED);
            cr_expect_eq(run.at, sent, "nothing has happened yet");
            const SlWorldGoroutine *main = sl_world_goroutine(run.world, 1);
            cr_assert_eq(main->case_count, 2);
            cr_expect(main->can_move);
            for (int i = 0; i < 2; i++) {
                cr_expect_eq(main->cases[i].number, i);
                cr_expect_eq(main->cases[i].kind, SL_WAITS_RECEIVE);
                cr_expect_str_eq(sl_world_object(run.world, main->cases[i].object)->name, i ? "b" : "a");
            }
            uint64_t taken = main->cases[round ? wish : !wish].object;
            ANSWER(&run, sl_client_move(run.client, 1, round ? wish : !wish));
            cr_expect_eq(sl_world_object(run.world, taken)->length, 0, "the case that was taken");
            cr_expect_eq(sl_world_goroutine(run.world, 1)->case_count, 0);
            if (!round)
                ANSWER(&run, sl_client_goto(run.client, sent));
            run.last_event = run.at;
        }
        sl_client_resume(run.client);
        UNTIL(&run, run.over);
        cr_expect_str_eq(sl_text_cstr(&run.errors), "");
        finish(&run);
    }
}

// ---- processes ----

static int count_children(int parent) {
    char path[64], text[4096] = "";
    snprintf(path, sizeof path, "/proc/%d/task/%d/children", parent, parent);
    FILE *file = fopen(path, "r");
    if (!file)
        return 0;
    size_t length = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    int count = 0;
    for (size_t i = 0; i < length; i++)
        count += text[i] == ' ';
    return count;
}

Test(travel, checkpoints_are_few_and_all_go_with_the_run, .timeout = 120) {
    Run run = start(hand_off, (SlClientOptions){.controlled = true});
    UNTIL(&run, run.last_event > 300000);
    int keeper = sl_client_pid(run.client), count = count_children(keeper);
    cr_expect(count > 3 && count <= 42, "%d processes", count);
    char children[4096] = "", path[64];
    snprintf(path, sizeof path, "/proc/%d/task/%d/children", keeper, keeper);
    FILE *file = fopen(path, "r");
    cr_assert(file && fgets(children, sizeof children, file));
    fclose(file);
    finish(&run);
    for (char *at = strtok(children, " "); at; at = strtok(NULL, " ")) {
        int pid = atoi(at);
        time_t patience = time(NULL) + 30;
        while (kill(pid, 0) == 0 && time(NULL) < patience)
            usleep(10000);
        cr_expect(kill(pid, 0) != 0, "process %d lives on", pid);
    }
}
