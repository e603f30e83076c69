// SPDX-License-Identifier: MIT
// What editing a large drawing costs: a chain of 250 processes over 250 channels. Milliseconds of processor time: a
// frame of dragging a node (16 is a frame), asking all ports whether a wire fits, and one edit with what follows from
// it: planned, carried out, checked, read and laid out again.
// edit-bench [processes]
#include <cairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/text.h"
#include "engine.h"
#include "ui/paint/paint.h"

enum { FRAMES = 60 };

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static char *chain(int processes) {
    SlText text = {0};
    sl_text_adds(&text, "package main\n\nfunc first(out chan<- int) {\n\tout <- 1\n\tclose(out)\n}\n\n"
                        "func stage(in <-chan int, out chan<- int) {\n\tfor v := range in {\n\t\tout <- v + 1\n\t}\n"
                        "\tclose(out)\n}\n\nfunc main() {\n");
    for (int i = 0; i < processes; i++)
        sl_text_printf(&text, "\tc%d := make(chan int)\n", i);
    sl_text_adds(&text, "\tgo first(c0)\n");
    for (int i = 1; i < processes; i++)
        sl_text_printf(&text, "\tgo stage(c%d, c%d)\n", i - 1, i);
    sl_text_printf(&text, "\tfor v := range c%d {\n\t\tprintln(v)\n\t}\n}\n", processes - 1);
    return sl_text_take(&text);
}

static SlProgram *load(const char *text) {
    SlSource source = {"main.go", text, strlen(text)};
    SlImporter none = {0};
    return sl_program_load(&source, 1, &none, &(SlLangOptions){0});
}

// Dragging one node: places, routes, what changed of the picture.
static double drag(SlLayout *layout, SlScene *scene) {
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1400, 900);
    SlPaintStyle style = {.detail = 1};
    uint64_t key = scene->nodes[scene->node_count / 2].key;
    double start = now();
    for (int frame = 0; frame < FRAMES; frame++) {
        sl_layout_move(layout, key, 100 + frame * 7, 200 + frame * 3);
        const SlGeometry *geometry = sl_layout_apply(layout, scene);
        uint64_t hash = 0;
        for (int i = 0; i < scene->node_count; i++)
            hash ^= sl_paint_node_hash(&scene->nodes[i], &geometry->nodes[i], &style);
        cairo_t *cairo = cairo_create(surface);
        cairo_translate(cairo, hash & 1, 0); // so that the hash is made
        sl_paint_node(cairo, &scene->nodes[scene->node_count / 2], &geometry->nodes[scene->node_count / 2], &style);
        for (int i = 0; i < scene->edge_count; i++)
            if (scene->edges[i].from == scene->node_count / 2 || scene->edges[i].to == scene->node_count / 2)
                sl_paint_edge(cairo, &scene->edges[i], &geometry->routes[i], &style);
        cairo_destroy(cairo);
    }
    cairo_surface_destroy(surface);
    return (now() - start) / FRAMES;
}

int main(int argc, char **argv) {
    int processes = argc > 1 ? atoi(argv[1]) : 250;
    char *text = chain(processes);
    double start = now();
    SlProgram *program = load(text);
    double loaded = now();
    SlWiring *wiring = sl_wiring_open(program, 0);
    double opened = now();
    SlSceneOptions options = {.text = text, .length = strlen(text)};
    SlScene *scene = sl_scene_new(wiring, NULL, &options);
    double made = now();
    SlLayout *layout = sl_layout_new();
    sl_layout_apply(layout, scene);
    double laid = now();
    printf("%d nodes, %d edges\n", scene->node_count, scene->edge_count);
    printf("load and check %.2f, wiring %.2f, scene %.2f, first layout %.2f\n", loaded - start, opened - loaded,
           made - opened, laid - made);
    double frame = drag(layout, scene);
    printf("a frame of dragging a node %.2f\n", frame);

    SlImporter none = {0};
    SlEditContext context = {program, wiring, &none};
    SlArena *arena = sl_arena_new();
    start = now();
    for (int i = 1; i < wiring->port_count; i++)
        sl_edit_fits(&context, arena, 0, -1, i);
    printf("whether a wire fits, all %d ports %.2f\n", wiring->port_count, now() - start);
    sl_arena_free(arena);

    SlEditOp op = SL_EDIT_OP(SL_EDIT_MOVE);
    SlEditPlace place = {120, 240};
    int node = wiring->node_count / 2;
    op.nodes = &node;
    op.places = &place;
    op.node_count = 1;
    start = now();
    SlEdit *edit = sl_edit_plan(&context, &op);
    char *after = edit->refused ? NULL : sl_edit_apply(edit, 0, text, strlen(text), NULL);
    if (!after) {
        printf("refused: %s\n", edit->refused);
        return 1;
    }
    SlProgram *again = load(after);
    SlWiring *rewired = sl_wiring_open(again, 0);
    SlSceneOptions next = {.text = after, .length = strlen(after)};
    SlScene *shown = sl_scene_new(rewired, NULL, &next);
    sl_layout_apply(layout, shown);
    printf("an edit, to the new picture %.2f\n", now() - start);
    sl_scene_free(shown);
    sl_wiring_free(rewired);
    sl_program_free(again);
    free(after);
    sl_edit_free(edit);
    sl_layout_free(layout);
    sl_scene_free(scene);
    sl_wiring_free(wiring);
    sl_program_free(program);
    free(text);
    return frame > 16;
}
