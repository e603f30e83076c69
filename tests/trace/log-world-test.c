// SPDX-License-Identifier: MIT
// The World from the log is the World from the machine: every program of tests/programs runs one event at a time, and
// at each stop what the log alone says is held against a snapshot.
#include <criterion/criterion.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/source.h"
#include "trace/log-world.h"

enum { STOPS = 250, BUDGET = 100000 };

typedef struct {
    SlLog log;
    const char *name;
    uint64_t event;
} Run;

static void on_event(void *data, const SlEvent *event) {
    sl_log_add(&((Run *)data)->log, event);
}

static void on_define(void *data, const SlDefinition *definition) {
    sl_log_define(&((Run *)data)->log, definition);
}

static const SlWorldObject *find(const SlWorld *world, uint64_t id) {
    return sl_world_object(world, id);
}

#define SAME(what, a, b)                                                                                               \
    cr_assert_eq((int64_t)(a), (int64_t)(b),                                                                           \
                 "%s, event %llu: %s %llu: " #a " is %lld in the log, %lld in the machine", run->name,                 \
                 (unsigned long long)run->event, what, (unsigned long long)id, (long long)(a), (long long)(b))

static bool is_blocked(const SlWorldGoroutine *g) {
    return g->state != SL_STATE_READY && g->state != SL_STATE_RUNNING && g->state != SL_STATE_ENDED &&
           g->state != SL_STATE_PANICKED;
}

static bool same_text(const char *a, const char *b) {
    return (!a && !b) || (a && b && strcmp(a, b) == 0);
}

static void compare_goroutine(const Run *run, const SlWorldGoroutine *log, const SlWorldGoroutine *machine) {
    uint64_t id = machine->id;
    bool panicked = log->state == SL_STATE_PANICKED || machine->state == SL_STATE_PANICKED;
    if (panicked) // the log learns of a recovery by the next event
        return;
    SAME("goroutine", log->state, machine->state);
    SAME("goroutine", log->parent, machine->parent);
    SAME("goroutine", log->go_pos, machine->go_pos);
    SAME("goroutine", log->function_pos, machine->function_pos);
    SAME("goroutine", log->stuck, machine->stuck);
    SAME("goroutine", log->can_move, machine->can_move);
    SAME("goroutine", log->hold_count, machine->hold_count);
    cr_assert_str_eq(log->name, machine->name);
    cr_assert_str_eq(log->function, machine->function);
    if (!is_blocked(machine))
        return;
    SAME("goroutine", log->pos, machine->pos);
    SAME("goroutine", log->since, machine->since);
    SAME("goroutine", log->wait_count, machine->wait_count);
    for (int i = 0; i < machine->wait_count; i++) {
        SAME("goroutine", log->waits[i].object, machine->waits[i].object);
        SAME("goroutine", log->waits[i].kind, machine->waits[i].kind);
        SAME("goroutine", log->waits[i].place, machine->waits[i].place);
        cr_assert(same_text(log->waits[i].value, machine->waits[i].value), "%s: %s, not %s", run->name,
                  log->waits[i].value, machine->waits[i].value);
    }
}

static void compare_queue(const Run *run, uint64_t id, const SlWorldQueued *log, int count,
                          const SlWorldQueued *machine, int machine_count) {
    SAME("queue of", count, machine_count);
    for (int i = 0; i < count; i++) {
        SAME("queue of", log[i].goroutine, machine[i].goroutine);
        SAME("queue of", log[i].select, machine[i].select);
        cr_assert(same_text(log[i].value, machine[i].value), "%s: %s, not %s", run->name, log[i].value,
                  machine[i].value);
    }
}

static void compare_object(const Run *run, const SlWorldObject *log, const SlWorldObject *machine) {
    uint64_t id = machine->id;
    SAME("object", log->kind, machine->kind);
    SAME("object", log->capacity, machine->capacity);
    SAME("object", log->length, machine->length);
    SAME("object", log->closed, machine->closed);
    SAME("object", log->owner, machine->owner);
    SAME("object", log->counter, machine->counter);
    SAME("object", log->make_pos, machine->make_pos);
    SAME("object", log->senders_all, machine->senders_all);
    SAME("object", log->receivers_all, machine->receivers_all);
    SAME("object", log->value_count, machine->value_count);
    cr_assert_eq(strncmp(log->name, machine->name, strlen(log->name)), 0);
    cr_assert(strlen(log->name) == strlen(machine->name) || strlen(log->name) >= SL_DEFINITION_NAME - 4, "%s",
              log->name);
    cr_assert_eq(strncmp(log->type, machine->type, SL_DEFINITION_TYPE - 4), 0);
    for (int i = 0; i < machine->value_count; i++)
        cr_assert(same_text(log->values[i], machine->values[i]), "%s: %s, not %s", run->name, log->values[i],
                  machine->values[i]);
    if (machine->kind == SL_OBJECT_CHANNEL) {
        SAME("object", log->sent, machine->sent);
        SAME("object", log->received, machine->received);
    }
    compare_queue(run, id, log->senders, log->sender_count, machine->senders, machine->sender_count);
    compare_queue(run, id, log->receivers, log->receiver_count, machine->receivers, machine->receiver_count);
}

static void compare(Run *run, SlMachine *machine) {
    SlWorld *snapshot = sl_machine_world(machine, BUDGET);
    run->event = snapshot->event;
    SlWorld *log = sl_log_world(&run->log, snapshot->event, NULL);
    if (snapshot->ended && !log->ended) { // os.Exit and panics are no events
        sl_world_free(log);
        sl_world_free(snapshot);
        return;
    }
    cr_assert_eq(log->goroutine_count, snapshot->goroutine_count, "%s, event %llu: %d goroutines in the log, not %d",
                 run->name, (unsigned long long)run->event, log->goroutine_count, snapshot->goroutine_count);
    for (int i = 0; i < snapshot->goroutine_count; i++) {
        cr_assert_eq(log->goroutines[i].id, snapshot->goroutines[i].id);
        compare_goroutine(run, &log->goroutines[i], &snapshot->goroutines[i]);
    }
    for (int i = 0; i < snapshot->object_count; i++) { // the log keeps what the collector has taken
        const SlWorldObject *object = find(log, snapshot->objects[i].id);
        cr_assert_not_null(object, "%s, event %llu: the log has no %s", run->name, (unsigned long long)run->event,
                           snapshot->objects[i].name);
        compare_object(run, object, &snapshot->objects[i]);
    }
    cr_assert_eq(log->ended, snapshot->ended);
    cr_assert_eq(log->deadlock, snapshot->deadlock);
    sl_world_free(log);
    sl_world_free(snapshot);
}

static void drop_output(void *data, int fd, const char *bytes, size_t count) {
    (void)data, (void)fd, (void)bytes, (void)count;
}

static int run_program(const char *path, const char *name) {
    char *error = NULL;
    SlSources *sources = sl_sources_read(&path, 1, false, &error);
    if (!sources) {
        free(error);
        return 0;
    }
    SlImporter importer = sl_sources_importer(sources);
    SlProgram *program = sl_program_load(sources->files.at, sources->files.count, &importer, &(SlLangOptions){0});
    SlCode *code = program->diags->list.count ? NULL : sl_code_new(program, sl_engine_natives());
    int stops = 0;
    if (code) {
        Run run = {.name = name, .log = {.one_at_a_time = true}};
        SlMachineOptions options = {.controlled = true,
                                    .seed = 11,
                                    .workers = 2,
                                    .output = drop_output,
                                    .stdin_fd = -1,
                                    .event = on_event,
                                    .define = on_define,
                                    .event_data = &run,
                                    .watch = true};
        SlMachine *machine = sl_machine_new(code, &options);
        sl_machine_input(machine, "", 0, true);
        SlStopReason reason = SL_STOP_EVENT;
        while (reason != SL_STOP_EXIT && stops < STOPS) {
            // Every event at first, then some of a long run
            reason = sl_machine_run(machine, 2000000000, stops < STOPS / 2 ? 1 : 17);
            if (reason == SL_STOP_RUNNING)
                break; // it computes
            compare(&run, machine);
            stops++;
        }
        sl_machine_free(machine);
        sl_log_free(&run.log);
    }
    sl_code_free(code);
    sl_program_free(program);
    sl_sources_free(sources);
    return stops;
}

Test(log_world, is_the_machines_own_at_every_event, .timeout = 280) {
    const char *folder = getenv("PROGRAMS");
    cr_assert_not_null(folder);
    struct dirent **names;
    int count = scandir(folder, &names, NULL, alphasort), stops = 0;
    for (int i = 0; i < count; i++) {
        char path[4096];
        size_t length = strlen(names[i]->d_name);
        snprintf(path, sizeof path, "%s/%s", folder, names[i]->d_name);
        if (length > 3 && strcmp(names[i]->d_name + length - 3, ".go") == 0)
            stops += run_program(path, names[i]->d_name);
        free(names[i]);
    }
    free(names);
    cr_assert_gt(stops, 3000);
}
