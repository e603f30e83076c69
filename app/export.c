// SPDX-License-Identifier: MIT
// sluice export: a recorded run as one page that any browser plays, steps and scrubs without a network. Every instant
// is the same Scene and layout as in the window, told as what has changed since the one before; the page draws it.
#include "app/export.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ui/paint/paint.h"

enum { FRAMES = 20000, BUDGET = 400, SECONDS = 20, MOST_OUTPUT = 4000000 }; // frames: unless more are asked for

typedef struct {
    FILE *file;
    const SlProgram *program;
    SlLayout *layout;
    SlMap ids;               // key of a node or edge to its number + 1
    SlMap told;              // number + 1 to its last JSON
    SlArena *arena;          // of what is told
    SL_VEC(uint8_t) present; // by number: in the frame before
    SlEvent event;           // the last one
    SlText output;           // since the frame before
    size_t output_all;
    int frames;
} Export;

static void on_event(void *data, const SlEvent *event) {
    ((Export *)data)->event = *event;
}

static void on_output(void *data, int fd, const char *bytes, size_t count) {
    Export *export = data;
    (void)fd;
    if (export->output_all < MOST_OUTPUT)
        sl_text_add(&export->output, bytes, count);
    export->output_all += count;
}

void sl_input_feed(SlMachine *machine) {
    char bytes[65536];
    ssize_t got = read(STDIN_FILENO, bytes, sizeof bytes);
    sl_machine_input(machine, bytes, got > 0 ? (size_t)got : 0, got <= 0);
}

// As JSON inside of a script: no byte of it ends the script.
static void add_string(SlText *out, const char *text) {
    sl_text_addc(out, '"');
    size_t length = text ? strlen(text) : 0;
    for (size_t i = 0; i < length;) {
        int width;
        int32_t rune = sl_utf8_decode(text + i, length - i, &width);
        if (rune == '"' || rune == '\\')
            sl_text_printf(out, "\\%c", (char)rune);
        else if (rune < ' ' || rune == '<' || rune == 0x2028 || rune == 0x2029)
            sl_text_printf(out, "\\u%04x", (unsigned)rune);
        else
            sl_text_add_rune(out, rune);
        i += (size_t)(width ? width : 1);
    }
    sl_text_addc(out, '"');
}

// Whole tenths, in any locale.
static void add_number(SlText *out, double value) {
    long tenths = lround(value * 10);
    sl_text_printf(out, "%s%ld", tenths < 0 ? "-" : "", labs(tenths) / 10);
    if (tenths % 10)
        sl_text_printf(out, ".%ld", labs(tenths) % 10);
}

static int number_of(Export *export, uint64_t key) {
    void *found = sl_map_get_ptr(&export->ids, (void *)(uintptr_t)key);
    if (found)
        return (int)(uintptr_t)found - 1;
    int number = export->ids.count;
    sl_map_set_ptr(&export->ids, (void *)(uintptr_t)key, (void *)(uintptr_t)(number + 1));
    sl_vec_push(&export->present, 0);
    return number;
}

static void add_rect(SlText *out, SlRect rect) {
    const double numbers[] = {rect.x, rect.y, rect.w, rect.h};
    for (int i = 0; i < 4; i++) {
        sl_text_addc(out, ',');
        add_number(out, numbers[i]);
    }
}

static void write_node(SlText *out, const SlNode *node, const SlPlaced *placed) {
    sl_text_printf(out, "%d", node->kind);
    add_rect(out, placed->body);
    const char *const words[] = {node->title, node->number, node->status, node->line, node->type};
    for (int i = 0; i < 5; i++) {
        sl_text_addc(out, ',');
        add_string(out, words[i]);
    }
    sl_text_printf(out, ",%d,%d,%llu,%llu,%lld,[", node->state,
                   node->stuck | node->ghost << 1 | node->closed << 2 | node->dimmed << 3,
                   (unsigned long long)node->length, (unsigned long long)node->capacity, (long long)node->counter);
    for (int i = 0; i < node->value_count; i++) {
        if (i)
            sl_text_addc(out, ',');
        add_string(out, node->values[i]);
    }
    sl_text_addc(out, ']');
}

static void write_edge(SlText *out, const SlEdge *edge, const SlRoute *route) {
    sl_text_printf(out, "-1,%d,%d,%d", edge->weight, edge->flow, edge->select | edge->stuck << 1 | edge->dimmed << 2);
    for (int i = 0; i < 4; i++) {
        sl_text_addc(out, ',');
        add_number(out, route->x[i]);
        sl_text_addc(out, ',');
        add_number(out, route->y[i]);
    }
    sl_text_addc(out, ',');
    add_string(out, edge->value);
    sl_text_addc(out, ',');
    add_number(out, route->label_x);
    sl_text_addc(out, ',');
    add_number(out, route->label_y);
}

// Adds "[number,...]" when it differs from what was told last.
static void tell(Export *export, SlText *changes, int number, const SlText *json) {
    void *key = (void *)(uintptr_t)(number + 1);
    const char *before = sl_map_get_ptr(&export->told, key);
    bool same = before && export->present.at[number] && strcmp(before, sl_text_cstr(json)) == 0;
    export->present.at[number] = 2;
    if (same)
        return;
    sl_map_set_ptr(&export->told, key, sl_arena_strndup(export->arena, sl_text_cstr(json), json->length));
    sl_text_printf(changes, "%s[%d,%s]", changes->length ? "," : "", number, sl_text_cstr(json));
}

static const char *name_of(const SlWorld *world, uint64_t goroutine, char *buffer, size_t size) {
    const SlWorldGoroutine *found = sl_world_goroutine(world, goroutine);
    snprintf(buffer, size, "%s G%llu", found ? found->name : "", (unsigned long long)goroutine);
    return buffer + (*buffer == ' ');
}

// "worker G3 sends 4 on results".
static void write_sentence(SlText *out, const SlEvent *event, const SlWorld *world) {
    char name[200], other[200];
    const SlWorldObject *object = sl_world_object(world, event->object);
    SlText words = {0};
    if (event->goroutine)
        sl_text_adds(&words, name_of(world, event->goroutine, name, sizeof name));
    sl_text_printf(&words, " %s", sl_event_texts[event->kind]);
    if (*event->text)
        sl_text_printf(&words, " %s", event->text);
    if (event->kind == SL_EVENT_SPAWN)
        sl_text_printf(&words, " %s", name_of(world, event->object, other, sizeof other));
    else if (object)
        sl_text_printf(&words, "%s %s",
                       event->kind == SL_EVENT_SEND      ? " on"
                       : event->kind == SL_EVENT_RECEIVE ? " from"
                                                         : "",
                       object->name);
    add_string(out, sl_text_cstr(&words));
    sl_text_free(&words);
}

// Index among the program's own files, or -1.
static int file_of(const SlProgram *program, const SlPlace *place) {
    for (int i = 0; place->file && i < program->main->file_count; i++)
        if (program->main->files[i]->file == place->file)
            return i;
    return -1;
}

static void write_frame(Export *export, const SlScene *scene, const SlWorld *world) {
    const SlGeometry *geometry = sl_layout_apply(export->layout, scene);
    SlText changes = {0}, gone = {0}, out = {0};
    for (int i = 0; i < scene->node_count; i++) {
        SlText json = {0};
        write_node(&json, &scene->nodes[i], &geometry->nodes[i]);
        tell(export, &changes, number_of(export, scene->nodes[i].key), &json);
        sl_text_free(&json);
    }
    for (int i = 0; i < scene->edge_count; i++) {
        SlText json = {0};
        write_edge(&json, &scene->edges[i], &geometry->routes[i]);
        tell(export, &changes, number_of(export, scene->edges[i].key), &json);
        sl_text_free(&json);
    }
    for (int i = 0; i < export->present.count; i++) {
        if (export->present.at[i] == 1)
            sl_text_printf(&gone, "%s%d", gone.length ? "," : "", i);
        export->present.at[i] = export->present.at[i] == 2;
    }
    SlPlace place = sl_files_place(export->program->files, export->event.pos);
    int file = file_of(export->program, &place);
    sl_text_printf(&out, "%s{\"n\":%llu,\"file\":%d,\"line\":%d,\"say\":", export->frames++ ? ",\n" : "",
                   (unsigned long long)world->event, file < 0 ? 0 : file, file < 0 ? 0 : place.line);
    if (export->frames == 1)
        add_string(&out, "the beginning");
    else
        write_sentence(&out, &export->event, world);
    sl_text_adds(&out, ",\"out\":");
    add_string(&out, sl_text_cstr(&export->output));
    sl_text_printf(&out, ",\"set\":[%s],\"gone\":[%s]", sl_text_cstr(&changes), sl_text_cstr(&gone));
    if (scene->message) {
        sl_text_adds(&out, ",\"verdict\":");
        add_string(&out, scene->message);
    }
    sl_text_addc(&out, '}');
    fwrite(sl_text_cstr(&out), 1, out.length, export->file);
    sl_text_free(&export->output);
    sl_text_free(&out);
    sl_text_free(&changes);
    sl_text_free(&gone);
}

static void write_colours(FILE *file) {
    fputs("\"states\":[", file);
    for (int state = 0; state <= SL_STATE_UNKNOWN + 1; state++) {
        bool stuck = state > SL_STATE_UNKNOWN; // the last one: whoever is stuck
        fprintf(file, "%s[", state ? "," : "");
        for (int dark = 0; dark < 2; dark++) {
            SlColour colour = sl_state_colour(stuck ? SL_STATE_SENDING : (uint8_t)state, stuck, dark);
            fprintf(file, "%s\"#%02x%02x%02x\"", dark ? "," : "", (int)lround(colour.r * 255),
                    (int)lround(colour.g * 255), (int)lround(colour.b * 255));
        }
        fputc(']', file);
    }
    fputs("],", file);
}

static void write_frames(Export *export, const SlWiring *wiring, const SlExportOptions *options, SlMachine *machine) {
    SlSceneOptions scene_options = {.text = options->text, .length = options->text_length};
    SlWorld *world = sl_machine_world(machine, BUDGET);
    SlScene *scene = sl_scene_new(wiring, world, &scene_options);
    write_frame(export, scene, world);
    sl_scene_free(scene);
    sl_world_free(world);
    uint64_t most = options->events ? options->events : FRAMES;
    bool ended = false;
    for (int tenths = 0; tenths < 10 * SECONDS && sl_machine_events(machine) < most;) {
        SlStopReason reason = sl_machine_run(machine, 100000000, 1);
        if (reason == SL_STOP_RUNNING) {
            tenths++;
            continue;
        }
        if (reason == SL_STOP_INPUT) {
            sl_input_feed(machine);
            continue;
        }
        world = sl_machine_world(machine, BUDGET);
        scene = sl_scene_new(wiring, world, &scene_options);
        write_frame(export, scene, world);
        sl_scene_free(scene);
        sl_world_free(world);
        ended = reason != SL_STOP_EVENT;
        if (ended)
            break;
    }
    if (!ended)
        fprintf(stderr, "sluice export: the run goes on behind event %llu; --events N takes more of it\n",
                (unsigned long long)sl_machine_events(machine));
}

static void write_data(Export *export, const SlExportOptions *options, SlMachine *machine) {
    SlText head = {0};
    sl_text_adds(&head, "{\"title\":");
    add_string(&head, options->title);
    sl_text_adds(&head, ",\"files\":[");
    for (int i = 0; i < export->program->main->file_count; i++) {
        const SlFile *file = export->program->main->files[i]->file;
        const char *slash = strrchr(file->name, '/');
        sl_text_adds(&head, i ? ",[" : "[");
        add_string(&head, slash ? slash + 1 : file->name);
        sl_text_addc(&head, ',');
        add_string(&head, file->text);
        sl_text_addc(&head, ']');
    }
    sl_text_adds(&head, "],");
    fwrite(sl_text_cstr(&head), 1, head.length, export->file);
    sl_text_free(&head);
    write_colours(export->file);
    fputs("\"frames\":[\n", export->file);
    SlWiring *wiring = sl_wiring_new(export->program);
    write_frames(export, wiring, options, machine);
    sl_wiring_free(wiring);
    fputs("\n]}", export->file);
}

int sl_export(SlProgram *program, const SlExportOptions *options) {
    static const char hole[] = "/*RECORDING*/null";
    const char *page = sl_embedded_export[0].bytes, *at = strstr(page, hole);
    SlCode *code = sl_code_new(program, sl_engine_natives());
    if (!at || !code || program->diags->list.count) {
        fputs("sluice export: the program cannot be run\n", stderr);
        return 1;
    }
    Export export = {.program = program, .layout = sl_layout_new(), .arena = sl_arena_new()};
    export.file = fopen(options->out, "wb");
    SlMachineOptions machine_options = {.controlled = true,
                                        .seed = options->seed ? options->seed : 1,
                                        .output = on_output,
                                        .output_data = &export,
                                        .stdin_fd = -1,
                                        .event = on_event,
                                        .event_data = &export,
                                        .watch = true};
    SlMachine *machine = export.file ? sl_machine_new(code, &machine_options) : NULL;
    bool good = machine != NULL;
    if (good) {
        fwrite(page, 1, (size_t)(at - page), export.file);
        write_data(&export, options, machine);
        fputs(at + sizeof hole - 1, export.file);
        sl_machine_free(machine);
    }
    good = good && !ferror(export.file);
    if (export.file)
        good = fclose(export.file) == 0 && good;
    if (!good)
        perror(options->out);
    sl_code_free(code);
    sl_layout_free(export.layout);
    sl_map_free(&export.ids);
    sl_map_free(&export.told);
    sl_vec_free(&export.present);
    sl_text_free(&export.output);
    sl_arena_free(export.arena);
    return good ? 0 : 1;
}
