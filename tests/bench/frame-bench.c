// SPDX-License-Identifier: MIT
// What a frame of a large picture costs: a World of 1,000 goroutines and 1,000 channels, a tenth of which changes from
// frame to frame: the scene, the layout, the hashes of all, and painting what has changed. Milliseconds; 16 is a frame.
// frame-bench [frames]
#include <cairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "ui/paint/paint.h"

enum { GOROUTINES = 1000, CHANNELS = 1000, TENTH = 10 };

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static SlWorld *world_at(int frame) {
    SlWorld *world = sl_world_new();
    SlArena *arena = world->arena;
    world->event = (uint64_t)frame;
    world->goroutines_alive = GOROUTINES;
    world->goroutine_count = GOROUTINES;
    world->goroutines = SL_NEW_N(arena, SlWorldGoroutine, GOROUTINES);
    world->object_count = CHANNELS;
    world->objects = SL_NEW_N(arena, SlWorldObject, CHANNELS);
    world->use_count = 2 * GOROUTINES;
    world->uses = SL_NEW_N(arena, SlWorldUse, 2 * GOROUTINES);
    for (int i = 0; i < GOROUTINES; i++) {
        bool changed = (i + frame) % TENTH == 0, sends = (i + frame / TENTH) & 1;
        SlWorldWait *wait = SL_NEW(arena, SlWorldWait);
        *wait = (SlWorldWait){(uint64_t)(sends ? (i + 1) % CHANNELS : i) + 1, sends ? SL_WAITS_SEND : SL_WAITS_RECEIVE,
                              sends ? sl_arena_printf(arena, "%d", frame) : NULL, 1};
        world->goroutines[i] = (SlWorldGoroutine){.id = (uint64_t)i + 1,
                                                  .parent = 1,
                                                  .name = "stage",
                                                  .function = "main.stage",
                                                  .go_pos = 100,
                                                  .pos = 200,
                                                  .function_pos = 150,
                                                  .state = changed ? SL_STATE_RUNNING
                                                           : sends ? SL_STATE_SENDING
                                                                   : SL_STATE_RECEIVING,
                                                  .count = 1,
                                                  .waits = changed ? NULL : wait,
                                                  .wait_count = !changed};
        world->uses[2 * i] = (SlWorldUse){(uint64_t)i + 1, (uint64_t)(i % CHANNELS) + 1, 0, 5, false};
        world->uses[2 * i + 1] = (SlWorldUse){(uint64_t)i + 1, (uint64_t)((i + 1) % CHANNELS) + 1, 5, 0, false};
    }
    for (int i = 0; i < CHANNELS; i++) {
        const char **values = SL_NEW_N(arena, const char *, 4);
        for (int v = 0; v < 4; v++)
            values[v] = sl_arena_printf(arena, "%d", (i + frame) % TENTH == 0 ? frame + v : v);
        world->objects[i] = (SlWorldObject){.id = (uint64_t)i + 1,
                                            .kind = SL_OBJECT_CHANNEL,
                                            .name = "next",
                                            .type = "chan int",
                                            .make_pos = 80,
                                            .count = 1,
                                            .capacity = 4,
                                            .length = 4,
                                            .values = values,
                                            .value_count = 4,
                                            .sent = 5,
                                            .received = 1};
    }
    return world;
}

typedef struct {
    cairo_surface_t *surface;
    uint64_t *node_hashes, *edge_hashes; // by index: the scene keeps its order here
    double world, scene, layout, hash, paint;
    int painted;
} Frame;

static void paint_changed(Frame *frame, const SlScene *scene, const SlGeometry *geometry, double w, double h,
                          double scale) {
    SlRect all = geometry->bounds;
    double zoom = (w / scale) / all.w < (h / scale) / all.h ? (w / scale) / all.w : (h / scale) / all.h;
    zoom = zoom < 0.2 ? 0.2 : zoom; // as one would look at it: a part of it
    SlRect seen = {all.x, all.y, w / scale / zoom, h / scale / zoom};
    SlPaintStyle style = {.detail = zoom, .text = 1};
    cairo_t *cairo = cairo_create(frame->surface);
    cairo_scale(cairo, zoom * scale, zoom * scale);
    cairo_translate(cairo, -all.x, -all.y);
    double start = now();
    for (int pass = 0; pass < 2; pass++) {
        for (int i = 0; i < scene->node_count; i++) {
            SlRect r = sl_paint_node_extent(&geometry->nodes[i]);
            if (r.x > seen.x + seen.w || r.y > seen.y + seen.h || r.x + r.w < seen.x || r.y + r.h < seen.y)
                continue;
            uint64_t hash = sl_paint_node_hash(&scene->nodes[i], &geometry->nodes[i], &style);
            if (pass && hash != frame->node_hashes[i]) {
                sl_paint_node(cairo, &scene->nodes[i], &geometry->nodes[i], &style);
                frame->node_hashes[i] = hash;
                frame->painted++;
            }
        }
        for (int i = 0; i < scene->edge_count; i++) {
            SlRect r = sl_paint_edge_extent(&scene->edges[i], &geometry->routes[i]);
            if (r.x > seen.x + seen.w || r.y > seen.y + seen.h || r.x + r.w < seen.x || r.y + r.h < seen.y)
                continue;
            uint64_t hash = sl_paint_edge_hash(&scene->edges[i], &geometry->routes[i], &style);
            if (pass && hash != frame->edge_hashes[i]) {
                sl_paint_edge(cairo, &scene->edges[i], &geometry->routes[i], &style);
                frame->edge_hashes[i] = hash;
                frame->painted++;
            }
        }
        if (pass == 0)
            frame->hash += now() - start;
        else
            frame->paint += now() - start;
        start = now();
    }
    cairo_destroy(cairo);
}

static double run(int frames, int w, int h, double scale) {
    Frame frame = {.surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, w, h)};
    frame.node_hashes = calloc(4 * (GOROUTINES + CHANNELS), sizeof(uint64_t));
    frame.edge_hashes = calloc(16 * (GOROUTINES + CHANNELS), sizeof(uint64_t));
    SlLayout *layout = sl_layout_new();
    double first = 0, most = 0;
    for (int i = 0; i <= frames; i++) {
        double begin = now();
        SlWorld *made = world_at(i);
        SlText bytes = {0};
        sl_world_write(made, &bytes);
        double start = now();
        SlWorld *world = sl_world_read(bytes.at, bytes.length); // as it comes from the child
        double read = now();
        SlScene *scene = sl_scene_new(NULL, world, &(SlSceneOptions){.text = "", .length = 0});
        double made_scene = now();
        const SlGeometry *geometry = sl_layout_apply(layout, scene);
        double laid = now();
        if (i == 1)
            frame.world = frame.scene = frame.layout = frame.hash = frame.paint = frame.painted = 0;
        frame.world += read - start;
        frame.scene += made_scene - read;
        frame.layout += laid - made_scene;
        paint_changed(&frame, scene, geometry, w, h, scale);
        double took = now() - start;
        if (i == 0)
            first = took;
        else if (took > most)
            most = took;
        (void)begin;
        sl_text_free(&bytes);
        sl_scene_free(scene);
        sl_world_free(world);
        sl_world_free(made);
    }
    double all = (frame.world + frame.scene + frame.layout + frame.hash + frame.paint) / frames;
    printf("%4dx%-4d scale %.0f: %6.2f ms a frame (most %.2f, first %.1f): read %.2f, scene %.2f, layout %.2f, hash "
           "%.2f, paint %.2f of %d things\n",
           w, h, scale, all, most, first, frame.world / frames, frame.scene / frames, frame.layout / frames,
           frame.hash / frames, frame.paint / frames, frame.painted / frames);
    sl_layout_free(layout);
    free(frame.node_hashes);
    free(frame.edge_hashes);
    cairo_surface_destroy(frame.surface);
    return all;
}

int main(int argc, char **argv) {
    int frames = argc > 1 ? atoi(argv[1]) : 30;
    double small = run(frames, 1400, 900, 1), large = run(frames, 3840, 2160, 2);
    return small > 16 || large > 16;
}
