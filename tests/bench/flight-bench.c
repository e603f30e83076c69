// SPDX-License-Identifier: MIT
// What the flight record costs on all cores: programs of hand-offs, run unwatched and with their last events kept.
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

static double run(const SlCode *code, bool watched, uint64_t *events) {
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
    double best[2] = {1e12, 1e12};
    uint64_t events = 0, none;
    for (int i = 0; i < TIMES; i++)
        for (int watched = 0; watched < 2; watched++) {
            double took = run(code, watched, watched ? &events : &none);
            best[watched] = took < best[watched] ? took : best[watched];
        }
    printf("%-20s %9.1f ms, kept %9.1f ms: %.2f times, %.0f ns an event\n", name, best[0], best[1], best[1] / best[0],
           (best[1] - best[0]) * 1e6 / (double)events);
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
