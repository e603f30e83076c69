// SPDX-License-Identifier: MIT
// What an instant of a large machine costs: its World (as the picture asks for it) with 10,000 goroutines and 50 MB
// alive, and its bytes.
// usage: world-bench [FILE.go EVENT]
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "app/source.h"
#include "run/run.h"

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void discard(void *data, int fd, const char *bytes, size_t count) {
    (void)data, (void)fd, (void)bytes, (void)count;
}

static void on_event(void *data, const SlEvent *event) {
    (void)data, (void)event;
}

static const char crowd[] = "package main\n"
                            "func main() {\n"
                            "	keep := make([][]byte, 50)\n"
                            "	for i := range keep {\n"
                            "		keep[i] = make([]byte, 1<<20)\n"
                            "	}\n"
                            "	c := make(chan int)\n"
                            "	for i := 0; i < 10000; i++ {\n"
                            "		go func() {\n"
                            "			for v := range c {\n"
                            "				keep[v%50][v%1000] = byte(v)\n"
                            "			}\n"
                            "		}()\n"
                            "	}\n"
                            "	for i := 0; ; i++ {\n"
                            "		c <- i\n"
                            "	}\n"
                            "}\n";

int main(int argc, char **argv) {
    char *error = NULL;
    const char *path = argc > 1 ? argv[1] : NULL;
    SlSources *sources =
        path ? sl_sources_read(&path, 1, false, &error) : sl_sources_from_text("crowd.go", crowd, strlen(crowd), NULL);
    SlImporter importer = sl_sources_importer(sources);
    SlProgram *program = sl_program_load(sources->files.at, sources->files.count, &importer, &(SlLangOptions){0});
    SlCode *code = program->diags->list.count ? NULL : sl_code_new(program, sl_engine_natives());
    if (!code) {
        printf("it does not compile\n");
        return 1;
    }
    SlMachineOptions options = {.output = discard,
                                .stdin_fd = -1,
                                .controlled = true,
                                .seed = 1,
                                .event = on_event,
                                .watch = true,
                                .leaks = true};
    SlMachine *machine = sl_machine_new(code, &options);
    sl_machine_run(machine, -1, argc > 2 ? strtoull(argv[2], NULL, 10) : 100000);
    enum { TIMES = 20 };
    double shot = 1e9, bytes = 1e9;
    for (int i = 0; i < TIMES; i++) {
        double begun = now();
        SlWorld *world = sl_machine_world(machine, 2000);
        double made = now();
        SlText text = {0};
        sl_world_write(world, &text);
        double written = now();
        shot = made - begun < shot ? made - begun : shot;
        bytes = written - made < bytes ? written - made : bytes;
        if (!i)
            printf("%d goroutines and groups, %d objects, %d uses: %zu bytes\n", world->goroutine_count,
                   world->object_count, world->use_count, text.length);
        sl_text_free(&text);
        sl_world_free(world);
    }
    printf("World %.2f ms, bytes %.2f ms\n", shot, bytes);
    sl_machine_free(machine);
    return 0;
}
