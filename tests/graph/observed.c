// SPDX-License-Identifier: MIT
// Runs programs, one goroutine at a time, and compares who was seen to use which channel with the wiring: each such
// edge is drawn, or ends at something that is drawn as unknown. For tests/observed.py.
//
//     observed FILE SEED      prints "drawn N unknown N missing N", then each missing edge
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/source.h"

enum { MOST_EVENTS = 20000 };

typedef struct {
    SL_VEC(SlEvent) list;
} Log;

static void on_event(void *data, const SlEvent *event) {
    Log *log = data;
    if (log->list.count < 2 * MOST_EVENTS)
        sl_vec_push(&log->list, *event);
}

static void discard(void *data, int fd, const char *bytes, size_t count) {
    (void)data;
    (void)fd;
    (void)bytes;
    (void)count;
}

static bool is_own(const SlProgram *program, SlPos pos) {
    SlPlace place = sl_files_place(program->files, pos);
    return pos && place.file && !place.file->library;
}

// Channels that the library makes for its own purposes (a context's, a pipe's) have the place of the call.
static bool is_make(const SlProgram *program, SlPos pos) {
    SlPlace place = sl_files_place(program->files, pos);
    return is_own(program, pos) && strncmp(place.file->text + (pos - place.file->base), "make(", 5) == 0;
}

static int use_of(const SlEvent *event) {
    switch (event->kind) {
    case SL_EVENT_SEND:
    case SL_EVENT_WAIT_SEND:
        return SL_WIRE_SENDS;
    case SL_EVENT_RECEIVE:
    case SL_EVENT_WAIT_RECEIVE:
        return SL_WIRE_RECEIVES;
    case SL_EVENT_CLOSE:
        return SL_WIRE_CLOSES;
    default:
        return -1;
    }
}

typedef struct {
    const SlProgram *program;
    const SlWiring *wiring;
    SlMap spawned, made, seen; // goroutine, channel: position; edge
    int drawn, unknown, missing;
    bool has_unknown;
} Check;

static SlPos pos_of(const SlMap *map, uint64_t id) {
    return (SlPos)(uintptr_t)sl_map_get_ptr(map, (void *)(uintptr_t)id);
}

static bool is_vague(uint8_t kind) {
    return kind == SL_WIRE_UNKNOWN || kind == SL_WIRE_TIMER || kind == SL_WIRE_CONTEXT;
}

// The processes that a goroutine may be: by its statement, or main. What the library starts (when a context ends, when
// time has passed) has the place of the call that made it do so.
static bool stands_at(const Check *check, const SlWireNode *node, bool first, SlPos go) {
    SlPlace place = sl_files_place(check->program->files, go);
    bool library = !first && place.file && strncmp(place.file->text + (go - place.file->base), "go ", 3) != 0;
    return node->kind == SL_WIRE_PROCESS && (first ? node->pos == 0 : node->pos == go || (library && node->pos));
}

static void check_edge(Check *check, bool main, SlPos go, SlPos make, int use, const SlEvent *event) {
    const SlWiring *wiring = check->wiring;
    bool drawn = false, unknown = false;
    for (int i = 0; i < wiring->edge_count; i++) {
        const SlWireEdge *edge = &wiring->edges[i];
        const SlWireNode *process = &wiring->nodes[edge->process], *object = &wiring->nodes[edge->object];
        bool same_process = stands_at(check, process, main, go), same_object = object->pos == make;
        drawn |= same_process && same_object && edge->use == use;
        unknown |= (same_process && is_vague(object->kind)) || (same_object && process->kind == SL_WIRE_UNKNOWN);
    }
    check->drawn += drawn;
    check->unknown += !drawn && unknown;
    if (drawn || unknown)
        return;
    check->missing++;
    static const char *const uses[] = {"sends", "receives", "closes"};
    printf("missing: goroutine of line %d %s channel of line %d (line %d)\n",
           sl_files_place(check->program->files, go).line, uses[use], sl_files_place(check->program->files, make).line,
           sl_files_place(check->program->files, event->pos).line);
}

static void check_event(Check *check, SlArena *arena, const SlEvent *event) {
    if (event->kind == SL_EVENT_SPAWN)
        sl_map_set_ptr(&check->spawned, (void *)(uintptr_t)event->object, (void *)(uintptr_t)(event->pos));
    if (event->kind == SL_EVENT_MAKE)
        sl_map_set_ptr(&check->made, (void *)(uintptr_t)event->object, (void *)(uintptr_t)(event->pos));
    int use = use_of(event);
    if (use < 0 || !event->object || !is_own(check->program, event->pos))
        return;
    bool main = event->goroutine == 1;
    SlPos go = pos_of(&check->spawned, event->goroutine), make = pos_of(&check->made, event->object);
    if ((!main && !is_own(check->program, go)) || !is_make(check->program, make))
        return; // the library's own goroutines and channels
    uint64_t words[3] = {main ? 0 : go, make, (uint64_t)use};
    char *key = sl_arena_copy(arena, words, sizeof words);
    if (sl_map_get(&check->seen, key, sizeof words))
        return;
    sl_map_set(&check->seen, key, sizeof words, key);
    check_edge(check, main, go, make, use, event);
}

static int observe(const char *path, uint64_t seed) {
    char *error;
    SlSources *sources = sl_sources_read(&path, 1, false, &error);
    if (!sources)
        return 2;
    SlImporter importer = sl_sources_importer(sources);
    SlProgram *program = sl_program_load(sources->files.at, sources->files.count, &importer, &(SlLangOptions){0});
    SlCode *code = program->diags->list.count ? NULL : sl_code_new(program, sl_engine_natives());
    if (!code)
        return 2;
    Log log = {0};
    SlMachineOptions options = {.controlled = true,
                                .seed = seed,
                                .output = discard,
                                .stdin_fd = -1,
                                .event = on_event,
                                .event_data = &log,
                                .watch = true};
    SlMachine *machine = sl_machine_new(code, &options);
    for (int turn = 0; turn < 50; turn++) {
        SlStopReason reason = sl_machine_run(machine, 100000000, MOST_EVENTS);
        if (reason == SL_STOP_INPUT)
            sl_machine_input(machine, "", 0, true);
        else if (reason != SL_STOP_RUNNING)
            break;
    }
    SlArena *arena = sl_arena_new();
    Check check = {.program = program, .wiring = sl_wiring_new(program)};
    for (int i = 0; i < log.list.count; i++)
        check_event(&check, arena, &log.list.at[i]);
    int nodes = 0;
    for (int i = 0; i < check.wiring->node_count; i++)
        nodes += check.wiring->nodes[i].kind == SL_WIRE_UNKNOWN;
    printf("drawn %d unknown %d missing %d nodes %d of %d unknown\n", check.drawn, check.unknown, check.missing, nodes,
           check.wiring->node_count);
    return check.missing ? 1 : 0; // the process ends: nothing is given back
}

int main(int argc, char **argv) {
    return argc > 2 ? observe(argv[1], strtoull(argv[2], NULL, 10)) : 2;
}
