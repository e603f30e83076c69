// SPDX-License-Identifier: MIT
// Steps, breakpoints and moments of controlled runs: stopping and stepping change nothing, a moment is found again, and
// each kind of step stops where it says.
#include <criterion/criterion.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "../code/compile.h"
#include "run/natives.h"
#include "run/stops.h"

typedef struct {
    Compiled program;
    SlText text; // of the program
    SlMachine *machine;
    SlText log; // events, output
} Run;

static void on_event(void *data, const SlEvent *event) {
    Run *run = data;
    sl_text_add(&run->log, (const char *)event, sizeof *event);
}

static void on_output(void *data, int fd, const char *bytes, size_t count) {
    Run *run = data;
    (void)fd;
    sl_text_add(&run->log, bytes, count);
}

static bool load(Run *run, const char *text) {
    static const SlNativeNames natives = {sl_native_names_find, NULL};
    *run = (Run){0};
    run->program.sources = sl_sources_from_text("t.go", text, strlen(text), NULL);
    SlImporter importer = sl_sources_importer(run->program.sources);
    SlLangOptions lang = {.go_minor = 25};
    run->program.program =
        sl_program_load(run->program.sources->files.at, run->program.sources->files.count, &importer, &lang);
    if (run->program.program->diags->list.count)
        return false;
    run->program.code = sl_code_new(run->program.program, &natives);
    return run->program.code != NULL;
}

static void make(Run *run, uint64_t seed) {
    sl_machine_free(run->machine);
    run->log.length = 0;
    static const char *const args[] = {"program"};
    SlMachineOptions options = {.controlled = true,
                                .workers = 1,
                                .seed = seed,
                                .args = args,
                                .arg_count = 1,
                                .output = on_output,
                                .output_data = run,
                                .stdin_fd = -1,
                                .event = on_event,
                                .event_data = run,
                                .watch = true};
    run->machine = sl_machine_new(run->program.code, &options);
    cr_assert_not_null(run->machine);
}

static void drop(Run *run) {
    sl_machine_free(run->machine);
    release(&run->program);
    sl_text_free(&run->log);
    sl_text_free(&run->text);
}

static void begin(Run *run, const char *body) {
    SlText text = {0};
    sl_text_printf(&text, "package main\n%s", body);
    cr_assert(load(run, sl_text_cstr(&text)), "%s", body);
    run->text = text;
    make(run, 1);
}

static SlText world_bytes(Run *run) {
    SlText bytes = {0};
    SlWorld *world = sl_machine_world(run->machine, 1000);
    sl_world_write(world, &bytes);
    sl_world_free(world);
    return bytes;
}

static bool same(const SlText *a, const SlText *b) {
    return a->length == b->length && memcmp(a->at, b->at, a->length) == 0;
}

// The line on which a goroutine stands.
static int line_of(Run *run, uint64_t goroutine) {
    SlWorld *world = sl_machine_world(run->machine, 1000);
    const SlWorldGoroutine *g = sl_world_goroutine(world, goroutine);
    int line = g ? sl_files_place(run->program.program->files, g->pos).line : 0;
    sl_world_free(world);
    return line;
}

static SlPos line_start(const Run *run, int line) {
    const SlFile *file = run->program.program->files->files.at[0];
    for (int i = 0; i < run->program.program->files->files.count; i++)
        if (!run->program.program->files->files.at[i]->library)
            file = run->program.program->files->files.at[i];
    const SlLines *lines = sl_file_lines(file);
    return line <= lines->count ? file->base + lines->at[line - 1] : file->base + (SlPos)file->length;
}

static SlStopReason step(Run *run, SlStepKind kind, uint64_t goroutine) {
    SlStep step = {.kind = (uint8_t)kind, .goroutine = goroutine};
    step.depth = sl_machine_depth(run->machine, goroutine);
    return sl_machine_step(run->machine, &step, NULL, false, -1);
}

// ---- properties, over the programs that the tests have ----

enum { MOST_MOMENTS = 120, MOST_POINTS = 3000 };

static char *file_text(const char *path) {
    FILE *file = fopen(path, "r");
    if (!file)
        return NULL;
    SlText text = {0};
    char block[4096];
    for (size_t n; (n = fread(block, 1, sizeof block, file)) > 0;)
        sl_text_add(&text, block, n);
    fclose(file);
    return sl_text_take(&text);
}

static void each_program(const char *prefix, void (*check)(Run *run, uint64_t seed, const char *name)) {
    const char *folder = getenv("PROGRAMS");
    cr_assert_not_null(folder);
    DIR *dir = opendir(folder);
    cr_assert_not_null(dir);
    int count = 0;
    for (struct dirent *entry; (entry = readdir(dir));) {
        size_t length = strlen(entry->d_name);
        if (length < 4 || strcmp(entry->d_name + length - 3, ".go") || strncmp(entry->d_name, prefix, strlen(prefix)))
            continue;
        if (strcmp(entry->d_name, "stack-overflow.go") == 0) // prints an address
            continue;
        char path[600];
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        char *text = file_text(path);
        Run run;
        bool loaded = text && load(&run, text);
        free(text);
        if (!loaded)
            continue;
        check(&run, 1 + (uint64_t)count % 3, entry->d_name);
        drop(&run);
        count++;
    }
    closedir(dir);
    cr_expect_gt(count, 5, "programs %s*", prefix);
}

// As far as the run goes by itself; long ones are cut.
static SlText whole_log(Run *run, uint64_t seed, bool *ended) {
    make(run, seed);
    *ended = sl_machine_run(run->machine, -1, 1000) != SL_STOP_EVENT;
    SlText log = run->log;
    run->log = (SlText){0};
    return log;
}

static void stops_everywhere(Run *run, uint64_t seed, const char *name) {
    bool ended;
    SlText whole = whole_log(run, seed, &ended);
    make(run, seed);
    SlStopReason reason = SL_STOP_MOMENT;
    for (int i = 0; i < MOST_POINTS && reason == SL_STOP_MOMENT && run->log.length < whole.length; i++) {
        SlMoment until = sl_machine_moment(run->machine);
        until.points++;
        until.instructions = 0;
        reason = sl_machine_step(run->machine, NULL, &until, false, -1);
    }
    size_t both = run->log.length < whole.length ? run->log.length : whole.length;
    cr_expect(memcmp(run->log.at ? run->log.at : "", whole.at ? whole.at : "", both) == 0, "%s, seed %d", name,
              (int)seed);
    sl_text_free(&whole);
}

Test(step, stopping_at_every_point_changes_nothing, .timeout = 280) {
    each_program("classic", stops_everywhere);
    each_program("sync", stops_everywhere);
}

static void looks_at_every_instruction(Run *run, uint64_t seed, const char *name) {
    bool ended;
    SlText whole = whole_log(run, seed, &ended);
    SlMoment end = sl_machine_moment(run->machine);
    make(run, seed);
    // A breakpoint that nobody reaches: on the last line of main's text, which is no code when it is behind all.
    SlBreakpoint never = {.id = 1, .kind = SL_BREAK_LINE, .from = UINT32_MAX - 2, .to = UINT32_MAX - 1};
    sl_machine_set_breakpoints(run->machine, &never, 1);
    SlStopReason reason = sl_machine_step(run->machine, NULL, ended ? NULL : &end, true, -1);
    SlMoment there = sl_machine_moment(run->machine);
    cr_expect(same(&run->log, &whole), "%s, seed %d: what happens", name, (int)seed);
    cr_expect_eq(reason == SL_STOP_MOMENT, !ended);
    if (reason == SL_STOP_MOMENT)
        cr_expect_eq(sl_moment_compare(&there, &end), 0, "%s, seed %d: when", name, (int)seed);
    sl_text_free(&whole);
}

Test(step, a_run_is_the_same_whether_its_instructions_are_looked_at_or_not, .timeout = 280) {
    each_program("classic", looks_at_every_instruction);
    each_program("d", looks_at_every_instruction);
    each_program("g", looks_at_every_instruction);
}

// Line by line, then each of these moments again from the beginning.
static void finds_moments_again(Run *run, uint64_t seed, const char *name) {
    SlMoment *moments = calloc(MOST_MOMENTS, sizeof *moments);
    SlText *worlds = calloc(MOST_MOMENTS, sizeof *worlds);
    int count = 0;
    make(run, seed);
    for (; count < MOST_MOMENTS; count++) {
        SlStopReason reason = step(run, count % 3 ? SL_STEP_INTO : SL_STEP_EVENT, count % 3 ? 1 : 0);
        if (reason != SL_STOP_STEP)
            break;
        moments[count] = sl_machine_moment(run->machine);
        worlds[count] = world_bytes(run);
        if (count)
            cr_assert_gt(sl_moment_compare(&moments[count], &moments[count - 1]), 0, "%s: moments go on", name);
    }
    for (int i = 0, round = 0; i < count; i += 1 + count / 12, round++) {
        make(run, seed);
        if (round % 2) // by way of another stop
            sl_machine_step(run->machine, NULL, &moments[i / 2], false, -1);
        sl_machine_step(run->machine, NULL, &moments[i], false, -1);
        SlMoment there = sl_machine_moment(run->machine);
        cr_expect_eq(sl_moment_compare(&there, &moments[i]), 0, "%s, seed %d: moment %d of %d: %llu.%llu.%llu", name,
                     (int)seed, i, count, (unsigned long long)moments[i].points, (unsigned long long)moments[i].ticks,
                     (unsigned long long)moments[i].instructions);
        SlText bytes = world_bytes(run);
        cr_expect(same(&bytes, &worlds[i]), "%s, seed %d: the World at moment %d of %d", name, (int)seed, i, count);
        sl_text_free(&bytes);
    }
    for (int i = 0; i < count; i++)
        sl_text_free(&worlds[i]);
    free(worlds);
    free(moments);
}

Test(step, a_moment_is_found_again_with_the_same_world, .timeout = 280) {
    each_program("classic", finds_moments_again);
    each_program("d", finds_moments_again);
}

// ---- each kind of step ----

static const char calls[] = "import \"fmt\"\n"              // 2
                            "func twice(n int) int {\n"     // 3
                            "	m := n + n\n"               // 4
                            "	return m\n"                 // 5
                            "}\n"                           // 6
                            "func main() {\n"               // 7
                            "	a := twice(1)\n"            // 8
                            "	b := twice(a)\n"            // 9
                            "	for i := 0; i < 2; i++ {\n" // 10
                            "		b += i\n"           // 11
                            "	}\n"                        // 12
                            "	fmt.Println(a, b)\n"        // 13
                            "}\n";

Test(step, goes_into_calls_and_over_them_and_out) {
    Run run;
    begin(&run, calls);
    static const struct {
        SlStepKind kind;
        int line;
    } steps[] = {{SL_STEP_INTO, 8},  {SL_STEP_INTO, 4},  {SL_STEP_OVER, 5},  {SL_STEP_OVER, 9},  {SL_STEP_INTO, 4},
                 {SL_STEP_OUT, 9},   {SL_STEP_OVER, 10}, {SL_STEP_OVER, 11}, {SL_STEP_INTO, 10}, {SL_STEP_INTO, 11},
                 {SL_STEP_INTO, 10}, {SL_STEP_INTO, 13}, {SL_STEP_OVER, 14}};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        cr_assert_eq(step(&run, steps[i].kind, 1), SL_STOP_STEP, "step %zu", i);
        cr_expect_eq(line_of(&run, 1), steps[i].line, "step %zu: line %d", i, line_of(&run, 1));
    }
    cr_expect_eq(step(&run, SL_STEP_OVER, 1), SL_STOP_EXIT);
    drop(&run);
}

Test(step, goes_to_a_line_whoever_comes_there) {
    Run run;
    begin(&run, "func f(c chan int) {\n\tc <- 1\n\tc <- 2\n}\nfunc main() {\n\tc := make(chan int)\n\tgo f(c)\n\t"
                "<-c\n\t<-c\n}\n");
    SlStep to = {.kind = SL_STEP_LINE, .from = line_start(&run, 4), .to = line_start(&run, 5)};
    cr_assert_eq(sl_machine_step(run.machine, &to, NULL, false, -1), SL_STOP_STEP);
    cr_expect_eq(line_of(&run, 2), 4);
    drop(&run);
}

Test(step, waits_for_a_goroutine_to_block_to_wake_and_to_end) {
    Run run;
    begin(&run,
          "import \"time\"\nfunc f(c chan int) {\n\tc <- 1\n}\nfunc main() {\n\tc := make(chan int)\n\tgo f(c)\n\t"
          "time.Sleep(time.Millisecond)\n\t<-c\n\ttime.Sleep(time.Millisecond)\n}\n");
    cr_assert_eq(step(&run, SL_STEP_BLOCKS, 2), SL_STOP_STEP);
    cr_expect_eq(line_of(&run, 2), 4);
    SlWorld *world = sl_machine_world(run.machine, 10);
    cr_expect_eq(sl_world_goroutine(world, 2)->state, SL_STATE_SENDING);
    sl_world_free(world);
    cr_assert_eq(step(&run, SL_STEP_WAKES, 2), SL_STOP_STEP);
    world = sl_machine_world(run.machine, 10);
    cr_expect_eq(sl_world_goroutine(world, 2)->state, SL_STATE_READY);
    sl_world_free(world);
    cr_assert_eq(step(&run, SL_STEP_ENDS, 2), SL_STOP_STEP);
    world = sl_machine_world(run.machine, 10);
    cr_expect_null(sl_world_goroutine(world, 2));
    sl_world_free(world);
    drop(&run);
}

// ---- breakpoints ----

static const char pipe_text[] = "func main() {\n"                           // 2
                                "	c := make(chan int, 2)\n"           // 3
                                "	go func() {\n"                      // 4
                                "		for i := 0; i < 4; i++ {\n" // 5
                                "			c <- i\n"           // 6
                                "		}\n"                        // 7
                                "		close(c)\n"                 // 8
                                "	}()\n"                              // 9
                                "	sum := 0\n"                         // 10
                                "	for v := range c {\n"               // 11
                                "		sum += v\n"                 // 12
                                "	}\n"                                // 13
                                "	println(sum)\n"                     // 14
                                "}\n";

static int hits(Run *run, const SlBreakpoint *at, SlStopReason *last) {
    sl_machine_set_breakpoints(run->machine, at, 1);
    int count = 0;
    while ((*last = sl_machine_step(run->machine, NULL, NULL, true, -1)) == SL_STOP_BREAK) {
        cr_assert_eq(sl_machine_breakpoint(run->machine, NULL), at->id);
        count++;
        cr_assert_lt(count, 1000);
    }
    return count;
}

Test(breakpoint, on_a_line_stops_each_time) {
    static const struct {
        int line, hits;
    } lines[] = {{6, 4}, {8, 1}, {12, 4}, {14, 1}, {13, 1}}; // the end of a block: the line that follows
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        Run run;
        begin(&run, pipe_text);
        SlBreakpoint at = {.id = 7,
                           .kind = SL_BREAK_LINE,
                           .from = line_start(&run, lines[i].line),
                           .to = line_start(&run, lines[i].line + 1)};
        SlStopReason last;
        int count = hits(&run, &at, &last);
        cr_expect_eq(count, lines[i].hits, "line %d: %d", lines[i].line, count);
        cr_expect_eq(last, SL_STOP_EXIT);
        drop(&run);
    }
}

Test(breakpoint, that_is_off_stops_nobody) {
    Run run;
    begin(&run, pipe_text);
    SlBreakpoint at = {
        .id = 7, .kind = SL_BREAK_LINE, .off = true, .from = line_start(&run, 6), .to = line_start(&run, 7)};
    SlStopReason last;
    cr_expect_eq(hits(&run, &at, &last), 0);
    cr_expect_eq(last, SL_STOP_EXIT);
    drop(&run);
}

Test(breakpoint, on_a_channel_stops_at_what_it_names) {
    static const struct {
        SlBreakKind kind;
        int least, most;
    } kinds[] = {{SL_BREAK_SEND, 4, 4},
                 {SL_BREAK_RECEIVE, 5, 5},
                 {SL_BREAK_CLOSE, 1, 1},
                 {SL_BREAK_FULL, 0, 4},
                 {SL_BREAK_EMPTY, 1, 4}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        Run run;
        begin(&run, pipe_text);
        SlBreakpoint at = {
            .id = 3, .kind = (uint8_t)kinds[i].kind, .from = line_start(&run, 3), .to = line_start(&run, 4)};
        SlStopReason last;
        int count = hits(&run, &at, &last);
        cr_expect(count >= kinds[i].least && count <= kinds[i].most, "kind %zu: %d", i, count);
        drop(&run);
    }
}

Test(breakpoint, on_a_goroutine_stops_when_it_waits_or_ends) {
    Run run;
    begin(&run, "func main() {\n\tc := make(chan int)\n\tgo func() {\n\t\t<-c\n\t}()\n\tfor i := 0; i < 100000; i++ "
                "{\n\t}\n\tc <- 1\n\tfor i := 0; i < 100000; i++ {\n\t}\n}\n");
    SlStopReason last;
    SlBreakpoint waits = {.id = 1, .kind = SL_BREAK_BLOCKS, .object = 2};
    cr_expect_eq(hits(&run, &waits, &last), 1);
    make(&run, 1);
    SlBreakpoint ends = {.id = 2, .kind = SL_BREAK_ENDS, .object = 2};
    cr_expect_eq(hits(&run, &ends, &last), 1);
    drop(&run);
}

// ---- freezing ----

Test(freeze, a_frozen_goroutine_stays_and_no_deadlock_is_told) {
    Run run;
    begin(&run, "func main() {\n\tc := make(chan int)\n\tgo func() {\n\t\tc <- 1\n\t}()\n\tprintln(<-c)\n}\n");
    SlStep spawn = {.kind = SL_STEP_EVENT};
    while (sl_machine_depth(run.machine, 2) == 0)
        cr_assert_eq(sl_machine_step(run.machine, &spawn, NULL, false, -1), SL_STOP_STEP);
    cr_assert(sl_machine_freeze(run.machine, 2, true));
    cr_expect_not(sl_machine_freeze(run.machine, 2, true));
    cr_assert_eq(sl_machine_run(run.machine, -1, 0), SL_STOP_FROZEN);
    SlWorld *world = sl_machine_world(run.machine, 10);
    cr_expect(sl_world_goroutine(world, 2)->frozen && !sl_world_goroutine(world, 2)->can_move);
    sl_world_free(world);
    cr_assert_eq(sl_machine_run(run.machine, -1, 0), SL_STOP_FROZEN, "it stays so");
    cr_assert(sl_machine_freeze(run.machine, 2, false));
    cr_expect_eq(sl_machine_run(run.machine, -1, 0), SL_STOP_EXIT);
    cr_expect_eq(sl_machine_exit_code(run.machine), 0);
    drop(&run);
}
