// SPDX-License-Identifier: MIT
// What the flight record costs on all cores: programs of hand-offs, run unwatched, with their last events kept, and
// watched as the window does: an instant and some events sixty times a second.
// usage: flight-bench [FILE.go...]
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "app/source.h"
#include "link/flight.h"

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void on_event(void *data, const SlEvent *event) {
    (void)data, (void)event;
}

static void on_define(void *data, const SlDefinition *definition) {
    sl_flight_define(data, definition);
}

static void discard(void *data, int fd, const char *bytes, size_t count) {
    (void)data, (void)fd, (void)bytes, (void)count;
}

typedef enum { ALONE, KEPT, WATCHED } Way;

static void run_watched(SlMachine *machine, SlFlightRecord *record) {
    enum { FRAME = 16 * 1000 * 1000, BUDGET = 2000 };
    while (sl_machine_run(machine, FRAME, 0) == SL_STOP_RUNNING) {
        SlText out = {0};
        SlWorld *world = sl_machine_world(machine, BUDGET);
        sl_world_write(world, &out);
        sl_flight_show(record, machine, &out);
        sl_world_free(world);
        sl_text_free(&out);
    }
}

static double run(const SlCode *code, Way way, uint64_t *events) {
    bool watched = way != ALONE;
    SlFlightRecord record = {0};
    SlMachineOptions options = {.output = discard,
                                .stdin_fd = -1,
                                .event = on_event,
                                .define = on_define,
                                .event_data = &record,
                                .flight = SL_FLIGHT_EVENTS,
                                .leaks = watched,
                                .watch = watched};
    SlMachine *machine = sl_machine_new(code, &options);
    double begun = now();
    if (way == WATCHED)
        run_watched(machine, &record);
    else
        sl_machine_run(machine, -1, 0);
    double took = now() - begun;
    *events = sl_machine_events(machine);
    sl_machine_free(machine);
    sl_vec_free(&record.definitions);
    return took;
}

static void measure(const char *name, SlSources *sources) {
    SlImporter importer = sl_sources_importer(sources);
    SlProgram *program = sl_program_load(sources->files.at, sources->files.count, &importer, &(SlLangOptions){0});
    SlCode *code = program->diags->list.count ? NULL : sl_code_new(program, sl_engine_natives());
    if (!code) {
        printf("%s does not compile\n", name);
        return;
    }
    enum { TIMES = 5 };
    double best[] = {1e12, 1e12, 1e12};
    uint64_t events = 0, none;
    for (int i = 0; i < TIMES; i++)
        for (Way way = ALONE; way <= WATCHED; way++) {
            double took = run(code, way, way == KEPT ? &events : &none);
            best[way] = took < best[way] ? took : best[way];
        }
    printf("%-20s %9.1f ms, kept %.2f times (%.0f ns an event), watched %.2f times\n", name, best[ALONE],
           best[KEPT] / best[ALONE], (best[KEPT] - best[ALONE]) * 1e6 / (double)events, best[WATCHED] / best[ALONE]);
    sl_code_free(code);
    sl_program_free(program);
}

int main(int argc, char **argv) {
    static const char hand_off[] = "package main\n\nfunc main() {\n\tc := make(chan int)\n\tgo func() {\n"
                                   "\t\tfor i := 0; i < 500000; i++ {\n\t\t\tc <- i\n\t\t}\n\t\tclose(c)\n\t}()\n"
                                   "\tfor range c {\n\t}\n}\n";
    static const char working[] =
        "package main\n\nfunc main() {\n\tc := make(chan int, 8)\n\tgo func() {\n"
        "\t\tfor i := 0; i < 100000; i++ {\n\t\t\ts := 0\n\t\t\tfor k := 0; k < 300; k++ {\n"
        "\t\t\t\ts += k * i\n\t\t\t}\n\t\t\tc <- s\n\t\t}\n\t\tclose(c)\n\t}()\n\tt := 0\n"
        "\tfor v := range c {\n\t\tfor k := 0; k < 300; k++ {\n\t\t\tt += v ^ k\n\t\t}\n\t}\n\tprintln(t)\n}\n";
    measure("bare hand-offs", sl_sources_from_text("hand-off.go", hand_off, strlen(hand_off), NULL));
    measure("with work between", sl_sources_from_text("working.go", working, strlen(working), NULL));
    for (int i = 1; i < argc; i++) {
        char *error = NULL;
        const char *path = argv[i];
        SlSources *sources = sl_sources_read(&path, 1, false, &error);
        if (sources)
            measure(path, sources);
    }
    return 0;
}
