// SPDX-License-Identifier: MIT
// Runs in a process of their own, with the real child program ($SLUICE): what arrives, what is obeyed, how it ends, and
// what a confined program cannot do.
#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "child.h"
#include "link/confine.h"
#include "link/wire.h"

static const char hello[] = "import \"fmt\"\nfunc main() { c := make(chan int); go func() { c <- 42; close(c) }(); for "
                            "v := range c { fmt.Println(\"got\", v) } }";
static const char for_ever[] =
    "func main() { c := make(chan int); go func() { for i := 0; ; i++ { c <- i } }(); for range c { } }";

Test(link, runs_a_program_to_its_end, .timeout = 60) {
    for (int controlled = 0; controlled < 2; controlled++) {
        Run run = start(hello, (SlClientOptions){.controlled = controlled});
        UNTIL(&run, run.over);
        cr_expect_eq(run.end.kind, SL_MSG_ENDED);
        cr_expect_eq(run.end.exit_code, 0);
        cr_expect_str_eq(sl_text_cstr(&run.output), "got 42\n");
        cr_expect_eq(run.kinds[SL_EVENT_MAKE], 1);
        cr_expect_eq(run.kinds[SL_EVENT_SEND], 1);
        cr_expect_eq(run.kinds[SL_EVENT_CLOSE], 1);
        cr_expect_geq(run.kinds[SL_EVENT_SPAWN], 1);
        cr_assert_not_null(run.world, "the last instant comes always");
        cr_expect(run.world->ended);
        cr_expect_eq(run.world->controlled, controlled);
        cr_expect_str_eq(sl_world_goroutine(run.world, 1)->name, "main");
        finish(&run);
    }
}

Test(link, tells_errors_of_the_program, .timeout = 60) {
    Run run = start("func main() { x := 1 }", (SlClientOptions){.controlled = true});
    UNTIL(&run, run.over);
    cr_expect_not_null(strstr(sl_text_cstr(&run.errors), "declared and not used: x"));
    cr_expect_eq(run.end.kind, SL_MSG_ENDED);
    cr_expect_eq(run.end.exit_code, 1);
    finish(&run);
}

Test(link, tells_deadlocks_panics_and_exit_codes, .timeout = 60) {
    Run run = start("func main() { <-make(chan int) }", (SlClientOptions){.controlled = true});
    UNTIL(&run, run.over);
    cr_expect_eq(run.end.end, SL_END_DEADLOCK);
    cr_expect_eq(run.end.exit_code, 2);
    cr_expect(run.world->deadlock && run.world->goroutines[0].stuck);
    cr_expect_not_null(strstr(sl_text_cstr(&run.output), "all goroutines are asleep"));
    finish(&run);
    run = start("func main() { panic(\"no more\") }", (SlClientOptions){0});
    UNTIL(&run, run.over);
    cr_expect_eq(run.end.end, SL_END_PANIC);
    cr_expect_not_null(strstr(run.text, "no more"), "%s", run.text);
    finish(&run);
    run = start("import \"os\"\nfunc main() { os.Exit(7) }", (SlClientOptions){0});
    UNTIL(&run, run.over);
    cr_expect_eq(run.end.exit_code, 7);
    finish(&run);
}

Test(link, passes_arguments_and_input, .timeout = 60) {
    static const char *const args[] = {"one", "two"};
    Run run = start(
        "import (\"bufio\"; \"fmt\"; \"os\")\nfunc main() { fmt.Println(os.Args[1:]); s := bufio.NewScanner(os.Stdin)\n"
        "for s.Scan() { fmt.Println(\"line\", s.Text()) }; fmt.Println(\"end\") }",
        (SlClientOptions){.controlled = true, .args = args, .arg_count = 2});
    UNTIL(&run, run.state == SL_RUN_INPUT);
    cr_expect_str_eq(sl_text_cstr(&run.output), "[one two]\n");
    sl_client_input(run.client, "first\n", 6, false);
    UNTIL(&run, strstr(sl_text_cstr(&run.output), "line first\n"));
    sl_client_input(run.client, "second", 6, true);
    UNTIL(&run, run.over);
    cr_expect_str_eq(sl_text_cstr(&run.output), "[one two]\nline first\nline second\nend\n");
    finish(&run);
}

Test(link, goes_event_by_event, .timeout = 60) {
    Run run = start(for_ever, (SlClientOptions){.controlled = true, .paused = true});
    UNTIL(&run, run.state == SL_RUN_PAUSED);
    for (uint64_t i = 1; i <= 20; i++) {
        uint64_t worlds = run.worlds;
        sl_client_step(run.client, 1);
        uint64_t before = run.last_event;
        UNTIL(&run, run.last_event > before && run.worlds > worlds);
        cr_assert_leq(run.last_event, before + 2, "one event, or the two ends of a hand-off");
        cr_expect_eq(run.world->event, run.last_event);
    }
    uint64_t before = run.last_event;
    sl_client_step(run.client, 30);
    UNTIL(&run, run.last_event >= before + 30);
    cr_expect_leq(run.last_event, before + 31);
    finish(&run);
}

Test(link, lets_the_user_choose_who_moves, .timeout = 60) {
    static const char two[] = "func spin(c chan int) { for { c <- 1; <-c } }\nfunc main() { go spin(make(chan int, "
                              "1)); go spin(make(chan int, 1)); select {} }";
    Run run = start(two, (SlClientOptions){.controlled = true, .paused = true});
    UNTIL(&run, run.state == SL_RUN_PAUSED);
    for (int i = 0;
         i < 40 && !(run.world && run.world->goroutine_count == 3 && run.world->goroutines[0].state == SL_STATE_PARKED);
         i++) {
        uint64_t worlds = run.worlds;
        sl_client_step(run.client, 1);
        UNTIL(&run, run.worlds > worlds);
    }
    for (uint64_t chosen = 2; chosen <= 3; chosen++) {
        uint64_t before[4] = {0}, after[4] = {0};
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < run.world->use_count; i++)
                if (run.world->uses[i].goroutine < 4)
                    (round ? after : before)[run.world->uses[i].goroutine] +=
                        run.world->uses[i].sends + run.world->uses[i].receives;
            for (int i = 0; !round && i < 8; i++) {
                uint64_t worlds = run.worlds;
                sl_client_move(run.client, chosen, -1);
                UNTIL(&run, run.worlds > worlds);
            }
        }
        cr_expect_gt(after[chosen], before[chosen], "goroutine %llu has moved", (unsigned long long)chosen);
        cr_expect_eq(after[5 - chosen], before[5 - chosen], "and the other has not");
    }
    finish(&run);
}

Test(link, keeps_its_pace, .timeout = 60) {
    Run run = start(for_ever, (SlClientOptions){.controlled = true, .events_per_second = 20});
    UNTIL(&run, run.last_event >= 1);
    struct timespec begin, end;
    clock_gettime(CLOCK_MONOTONIC, &begin);
    UNTIL(&run, run.last_event >= 21);
    clock_gettime(CLOCK_MONOTONIC, &end);
    double seconds = (double)(end.tv_sec - begin.tv_sec) + (double)(end.tv_nsec - begin.tv_nsec) / 1e9;
    cr_expect(seconds > 0.8, "20 events at 20 a second took %.2f s", seconds);
    cr_expect_lt(run.world->time, 1000000000, "virtual time goes on by itself: %lld", (long long)run.world->time);
    finish(&run);
}

Test(link, pauses_and_goes_on, .timeout = 60) {
    for (int controlled = 0; controlled < 2; controlled++) {
        Run run = start(for_ever, (SlClientOptions){.controlled = controlled});
        UNTIL(&run, run.state == SL_RUN_RUNNING);
        sl_client_pause(run.client);
        UNTIL(&run, run.state == SL_RUN_PAUSED);
        uint64_t worlds = run.worlds;
        sl_client_world(run.client, 100);
        UNTIL(&run, run.worlds > worlds);
        uint64_t at = run.world->event;
        sl_client_world(run.client, 100);
        UNTIL(&run, run.worlds > worlds + 1);
        cr_expect_eq(run.world->event, at, "it stands still");
        sl_client_resume(run.client);
        UNTIL(&run, run.state == SL_RUN_RUNNING);
        finish(&run);
    }
}

Test(link, changes_the_scheduler_under_way, .timeout = 60) {
    static const char counts[] = "import \"fmt\"\nfunc main() { c, done := make(chan int), make(chan int)\n"
                                 "for w := 0; w < 4; w++ { go func() { n := 0; for range c { n++ }; done <- n }() }\n"
                                 "for i := 0; i < 200000; i++ { c <- i }; close(c)\n"
                                 "sum := 0; for w := 0; w < 4; w++ { sum += <-done }; fmt.Println(sum) }";
    Run run = start(counts, (SlClientOptions){.controlled = true});
    UNTIL(&run, run.state == SL_RUN_RUNNING);
    bool controlled = true;
    for (int i = 0; i < 8 && !run.over; i++) {
        controlled = !controlled;
        sl_client_controlled(run.client, controlled);
        UNTIL(&run, run.controlled == controlled);
        uint64_t worlds = run.worlds;
        sl_client_world(run.client, 50);
        UNTIL(&run, run.worlds > worlds);
    }
    UNTIL(&run, run.over);
    cr_expect_eq(run.end.kind, SL_MSG_ENDED);
    cr_expect_str_eq(sl_text_cstr(&run.output), "200000\n", "no message was lost or doubled");
    finish(&run);
}

Test(link, stops_when_asked, .timeout = 60) {
    for (int controlled = 0; controlled < 2; controlled++) {
        Run run = start("func main() { for { } }", (SlClientOptions){.controlled = controlled});
        UNTIL(&run, run.state == SL_RUN_RUNNING);
        sl_client_stop(run.client);
        UNTIL(&run, run.over);
        finish(&run);
    }
}

Test(link, tells_of_a_child_that_dies, .timeout = 60) {
    static const int signals[] = {SIGKILL, SIGSEGV, SIGABRT, SIGBUS, SIGTERM};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        Run run = start(for_ever, (SlClientOptions){.controlled = i & 1});
        UNTIL(&run, run.state == SL_RUN_RUNNING);
        kill(sl_client_pid(run.client), signals[i]);
        UNTIL(&run, run.over);
        cr_expect_eq(run.end.kind, SL_MSG_DIED);
        cr_expect_eq(run.end.signal, signals[i]);
        cr_expect_not_null(strstr(run.text, "."), "a sentence: %s", run.text);
        SlMessage message;
        cr_expect_not(sl_client_next(run.client, &message), "it is said once");
        sl_client_resume(run.client); // and nothing sent to the dead does harm
        sl_client_world(run.client, 1);
        finish(&run);
    }
}

Test(link, says_when_there_is_no_child_program) {
    SlSource source = {"main.go", "package main\nfunc main() {}", 27};
    char *error = NULL;
    cr_expect_null(sl_client_start(&source, 1, &(SlClientOptions){.program = "/nowhere/sluice"}, &error));
    cr_expect_not_null(error);
    free(error);
}

Test(link, a_program_that_prints_for_ever_stays_bounded, .timeout = 60) {
    Run run =
        start("import \"fmt\"\nfunc main() { for i := 0; ; i++ { fmt.Println(\"line\", i) } }", (SlClientOptions){0});
    UNTIL(&run, run.state == SL_RUN_RUNNING);
    struct timespec nap = {2, 0};
    nanosleep(&nap, NULL); // nobody reads
    char path[64], line[256];
    snprintf(path, sizeof path, "/proc/%d/status", sl_client_pid(run.client));
    FILE *file = fopen(path, "r");
    long resident = 0;
    while (file && fgets(line, sizeof line, file))
        sscanf(line, "VmRSS: %ld", &resident);
    if (file)
        fclose(file);
    cr_expect(resident > 0 && resident < 300 * 1024, "the child takes %ld MB", resident / 1024);
    UNTIL(&run, run.skipped_output > 0);
    cr_expect_eq(strncmp(sl_text_cstr(&run.output), "line 0\nline 1\n", 14), 0, "the beginning is there");
    finish(&run);
}

// ---- garbage ----

Test(wire, takes_frames_apart_and_refuses_what_is_none) {
    SlText bytes = {0};
    size_t frame = sl_wire_begin(&bytes, SL_WIRE_OUTPUT);
    sl_wire_put_string(&bytes, "hello");
    sl_wire_put_string(&bytes, NULL);
    sl_wire_end(&bytes, frame);
    SlWireKind kind;
    SlWireReader reader;
    for (size_t length = 0; length < bytes.length; length++) {
        SlText part = {bytes.at, length, length};
        size_t offset = 0;
        cr_expect_eq(sl_wire_next(&part, &offset, &kind, &reader), 0, "half a frame is none yet");
    }
    size_t offset = 0, length;
    cr_assert_eq(sl_wire_next(&bytes, &offset, &kind, &reader), 1);
    cr_expect_eq(kind, SL_WIRE_OUTPUT);
    cr_expect_str_eq(sl_wire_get_string(&reader, &length), "hello");
    cr_expect_null(sl_wire_get_string(&reader, &length));
    cr_expect_not(reader.bad);
    uint64_t more = 7;
    sl_wire_get(&reader, &more, sizeof more);
    cr_expect(reader.bad && more == 0);
    memset(bytes.at, 0xff, 4);
    offset = 0;
    cr_expect_eq(sl_wire_next(&bytes, &offset, &kind, &reader), -1);
    sl_text_free(&bytes);
}

// Starts the child by hand and writes bytes of our own.
static int speak(const char *bytes, size_t count) {
    int pair[2], status = 0;
    cr_assert_eq(socketpair(AF_UNIX, SOCK_STREAM, 0, pair), 0);
    pid_t pid = fork();
    if (pid == 0) {
        dup2(pair[1], 3);
        if (pair[0] != 3)
            close(pair[0]);
        execl(child_path(), child_path(), "child", "3", NULL);
        _exit(127);
    }
    close(pair[1]);
    cr_assert_eq(send(pair[0], bytes, count, MSG_NOSIGNAL), (ssize_t)count);
    shutdown(pair[0], SHUT_WR);
    char block[4096];
    while (recv(pair[0], block, sizeof block, 0) > 0) {
    }
    waitpid(pid, &status, 0);
    close(pair[0]);
    return status;
}

Test(link, garbage_on_the_socket_ends_the_child_without_a_crash, .timeout = 60) {
    uint64_t random = 7;
    for (int round = 0; round < 40; round++) {
        char bytes[600];
        for (size_t i = 0; i < sizeof bytes; i++) {
            random = random * 6364136223846793005u + 1442695040888963407u;
            bytes[i] = (char)(random >> 40);
        }
        if (round & 1) { // a whole frame of a START with nonsense in it
            uint32_t length = sizeof bytes - 5;
            memcpy(bytes, &length, sizeof length);
            bytes[4] = SL_WIRE_START;
            if (round & 2)
                memset(bytes + 5, 0, 60);
        }
        int status = speak(bytes, sizeof bytes);
        cr_expect(WIFEXITED(status), "round %d: signal %d", round, WTERMSIG(status));
    }
}

// ---- confinement ----

Test(confinement, lets_no_program_at_files_network_or_processes, .timeout = 60) {
    static const char tries[] =
        "import (\"fmt\"; \"os\")\nfunc main() {\n"
        "if _, err := os.ReadFile(\"/etc/passwd\"); err == nil { fmt.Println(\"has read\") }\n"
        "if err := os.WriteFile(\"/tmp/sluice-was-here\", nil, 0o644); err == nil { fmt.Println(\"has written\") }\n"
        "fmt.Println(\"tried\") }";
    unlink("/tmp/sluice-was-here");
    for (int controlled = 0; controlled < 2; controlled++) {
        Run run = start(tries, (SlClientOptions){.controlled = controlled});
        UNTIL(&run, run.over);
        if (!run.errors.length) // a library without files is as good
            cr_expect_str_eq(sl_text_cstr(&run.output), "tried\n");
        cr_expect(access("/tmp/sluice-was-here", F_OK) != 0);
        finish(&run);
    }
}

// In a process of its own: 0 when every call fails with EPERM and what must work works; else the number of the failure.
static int confined(void) {
    if (!sl_confine(false))
        return 1;
    int call = 10;
#define REFUSED(...)                                                                                                   \
    do {                                                                                                               \
        call++;                                                                                                        \
        if (syscall(__VA_ARGS__) != -1 || errno != EPERM)                                                              \
            return call;                                                                                               \
    } while (0)
    REFUSED(SYS_openat, AT_FDCWD, "/etc/passwd", O_RDONLY);
    REFUSED(SYS_open, "/tmp/x", O_CREAT | O_WRONLY, 0644);
    REFUSED(SYS_socket, AF_INET, SOCK_STREAM, 0);
    REFUSED(SYS_socket, AF_UNIX, SOCK_STREAM, 0);
    REFUSED(SYS_connect, 0, 0, 0);
    REFUSED(SYS_execve, "/bin/true", NULL, NULL);
    REFUSED(SYS_fork);
    REFUSED(SYS_vfork);
    REFUSED(SYS_clone, SIGCHLD, 0, 0, 0, 0);
    REFUSED(SYS_kill, getppid(), 0);
    REFUSED(SYS_ptrace, 0, 0, 0, 0);
    REFUSED(SYS_process_vm_readv, getppid(), 0, 0, 0, 0, 0);
    REFUSED(SYS_unlink, "/tmp/x");
    REFUSED(SYS_mkdir, "/tmp/x", 0755);
    REFUSED(SYS_chdir, "/");
    REFUSED(SYS_mount, 0, 0, 0, 0, 0);
    REFUSED(SYS_setuid, 0);
    REFUSED(SYS_io_uring_setup, 1, 0);
    REFUSED(SYS_memfd_create, "x", 0);
    REFUSED(SYS_prctl, 38, 0, 0, 0, 0);
    REFUSED(SYS_ioctl, 0, 0, 0);
#undef REFUSED
    if (syscall(SYS_clone3, NULL, 0) != -1 || errno != ENOSYS)
        return 2;
    void *memory = malloc(1 << 20);
    struct timespec now;
    return !memory || clock_gettime(CLOCK_MONOTONIC, &now) ? 3 : 0;
}

Test(confinement, refuses_every_call_that_leaves_the_process) {
    pid_t pid = fork();
    if (pid == 0)
        _exit(confined());
    int status;
    waitpid(pid, &status, 0);
    cr_expect(WIFEXITED(status) && WEXITSTATUS(status) == 0, "failure %d",
              WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status));
}

static bool says(const SlFinding *finding, const char *text) {
    for (int i = 0; i < finding->sentence_count; i++)
        if (strstr(finding->sentences[i], text))
            return true;
    return false;
}

Test(link, a_deadlock_comes_with_its_proof, .timeout = 60) {
    for (int controlled = 0; controlled < 2; controlled++) {
        Run run = start("func main() { out := make(chan int); done := make(chan bool)\n"
                        "go func() { out <- 1; done <- true }()\n<-done\n<-out }",
                        (SlClientOptions){.controlled = controlled});
        UNTIL(&run, run.over);
        cr_assert_not_null(run.findings);
        cr_assert_eq(run.findings->count, 1);
        const SlFinding *finding = &run.findings->at[0];
        cr_expect_eq(finding->kind, SL_FINDING_DEADLOCK);
        cr_expect_eq(finding->cause, SL_CAUSE_WAIT_CYCLE);
        cr_expect(says(finding, "which only main receives from (line 5)"), "%s", finding->sentences[0]);
        cr_expect_eq(finding->goroutine_count, 2);
        cr_expect_eq(finding->object_count, 2);
        finish(&run);
    }
}

Test(link, a_partial_deadlock_is_told_while_the_program_runs, .timeout = 60) {
    for (int controlled = 0; controlled < 2; controlled++) {
        Run run = start("import \"time\"\nfunc main() { go func() { c := make(chan int); c <- 1 }()\n"
                        "for { time.Sleep(time.Millisecond) } }",
                        (SlClientOptions){.controlled = controlled});
        for (int i = 0; i < 2000 && !(run.findings && run.findings->count); i++) {
            sl_client_world(run.client, 100);
            uint64_t worlds = run.worlds;
            UNTIL(&run, run.worlds > worlds);
        }
        cr_assert_not_null(run.findings, "somebody is stuck");
        cr_assert_eq(run.findings->count, 1);
        cr_expect_eq(run.findings->at[0].kind, SL_FINDING_LEAK);
        cr_expect_eq(run.findings->at[0].cause, SL_CAUSE_NO_RECEIVER);
        cr_expect_not(run.over);
        finish(&run);
    }
}

Test(link, since_when_and_what_would_help_follow_when_the_run_stands_still, .timeout = 60) {
    Run run = start("func main() { jobs := make(chan int, 4); results := make(chan int)\n"
                    "for w := 0; w < 3; w++ { go func() { for n := range jobs { results <- n } }() }\n"
                    "for n := 0; n < 20; n++ { jobs <- n }\nfor i := 0; i < 20; i++ { <-results } }",
                    (SlClientOptions){.controlled = true});
    time_t patience = time(NULL) + 40;
    while (!(run.findings && run.findings->searched)) {
        SlMessage message;
        if (sl_client_next(run.client, &message)) {
            take(&run, &message);
            continue;
        }
        cr_assert_lt(time(NULL), patience, "nothing was searched for");
        struct pollfd descriptor = {sl_client_fd(run.client), POLLIN, 0};
        poll(&descriptor, 1, 200);
    }
    cr_assert_eq(run.findings->count, 1);
    const SlFinding *finding = &run.findings->at[0];
    cr_expect_gt(finding->event, 0);
    cr_expect_not_null(finding->moment);
    bool room = false;
    for (int i = 0; i < finding->way_count; i++)
        room |= strcmp(finding->ways[i], "give results room for 13 or more") == 0;
    cr_expect(room, "20 jobs, 4 wait and 3 are under way: results needs room for 13");
    finish(&run);
}

Test(link, who_waits_for_main_when_it_returns_is_told, .timeout = 60) {
    for (int controlled = 0; controlled < 2; controlled++) {
        Run run = start("import \"time\"\nfunc main() { c := make(chan int)\n"
                        "go func() { for range c { } }()\nc <- 1; time.Sleep(time.Millisecond) ; c <- 2; "
                        "time.Sleep(time.Millisecond); if cap(c) > 0 { close(c) } }",
                        (SlClientOptions){.controlled = controlled});
        UNTIL(&run, run.over);
        cr_expect_eq(run.end.exit_code, 0);
        if (!run.findings) // on all cores it may not have come to wait
            cr_expect_not(controlled);
        else
            cr_expect(run.findings->count == 1 && run.findings->at[0].kind == SL_FINDING_AT_EXIT);
        finish(&run);
    }
}

Test(link, on_all_cores_a_pause_tells_what_led_to_it) {
    Run run = start(
        "func main() {\n\tc := make(chan int)\n\tgo func() {\n\t\tfor i := 0; ; i++ {\n\t\t\tc <- i\n\t\t}\n\t}()\n"
        "\tfor range c {\n\t}\n}\n",
        (SlClientOptions){.controlled = false});
    UNTIL(&run, run.events > 1000);
    cr_assert_eq(run.flight, 0, "not while it runs");
    sl_client_pause(run.client);
    UNTIL(&run, run.state == SL_RUN_PAUSED);
    cr_assert_gt(run.flight, 1000);
    cr_assert_leq(run.flight, 100000);
    cr_assert_geq(run.last_flight, run.last_event);
    cr_assert_geq(run.definitions, 3, "main, its function, the channel");
    sl_client_free(run.client);
}

Test(link, on_all_cores_a_deadlock_tells_what_led_to_it) {
    Run run = start("func main() {\n\tc := make(chan int)\n\tgo func() { c <- 1 }()\n\t<-c\n\t<-c\n}\n",
                    (SlClientOptions){.controlled = false});
    UNTIL(&run, run.over);
    cr_assert_eq(run.end.end, SL_END_DEADLOCK);
    cr_assert_geq(run.flight, 6); // make, go, wait, send, receive, end, wait, deadlock
    sl_client_free(run.client);
}

static const char counts[] = "func main() { ch := make(chan int)\n"
                             "go func() { for v := range ch { _ = v } }()\n"
                             "for n := 0; n < 50; n++ { ch <- n } }\n";

static const char *local_value(const Run *run, const char *name) {
    for (int i = 0; run->inspection && i < run->inspection->local_count; i++)
        if (strcmp(run->inspection->locals[i].name, name) == 0)
            return run->inspection->locals[i].value;
    return "";
}

Test(link, the_inspectors_query_stands_from_instant_to_instant) {
    Run run = start(counts, (SlClientOptions){.controlled = true, .paused = true});
    const char *watches[] = {"n * 10"};
    SlInspectQuery query = {.goroutine = 1, .depth = SL_INSPECT_OWN, .watches = watches, .watch_count = 1};
    sl_client_inspect(run.client, &query);
    UNTIL(&run, run.inspection);
    sl_client_step(run.client, 60);
    UNTIL(&run, run.inspection && run.inspection->event >= 60);
    char *then = strdup(local_value(&run, "n"));
    uint64_t event = run.inspection->event;
    cr_assert_str_neq(then, "");
    cr_assert_eq(run.inspection->watch_count, 1);
    cr_expect_eq(atoi(run.inspection->watches[0].value), 10 * atoi(then));
    sl_client_step(run.client, 20);
    UNTIL(&run, run.inspection->event >= event + 20);
    cr_expect_str_neq(local_value(&run, "n"), then);
    sl_client_goto(run.client, event); // and back: what was there is there
    sl_client_inspect(run.client, &query);
    UNTIL(&run, run.inspection->event == event);
    cr_expect_str_eq(local_value(&run, "n"), then);
    free(then);
    finish(&run);
}

Test(link, a_run_on_all_cores_is_inspected_while_it_is_paused) {
    Run run = start("func main() { n := 0; print(n); for { n++ } }\n", (SlClientOptions){.workers = 2});
    SlInspectQuery query = {.goroutine = 1, .depth = SL_INSPECT_OWN};
    UNTIL(&run, run.errors.length || run.output.length);
    sl_client_inspect(run.client, &query);
    sl_client_pause(run.client);
    UNTIL(&run, run.inspection && run.state == SL_RUN_PAUSED);
    cr_expect_str_neq(local_value(&run, "n"), "");
    finish(&run);
}
