// SPDX-License-Identifier: MIT
// Layout: everybody has a place of their own and keeps it.
#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "ui/layout/layout.h"

// ---- scenes by hand: processes and channels by turns, in a chain ----

static SlScene *chain(int count) {
    SlArena *arena = sl_arena_new();
    SlScene *scene = SL_NEW(arena, SlScene);
    scene->arena = arena;
    scene->node_count = count;
    scene->nodes = SL_NEW_N(arena, SlNode, count + 1);
    scene->edges = SL_NEW_N(arena, SlEdge, count + 1);
    for (int i = 0; i < count; i++) {
        bool channel = i & 1;
        scene->nodes[i] = (SlNode){.key = 1000 + (uint64_t)i,
                                   .site = 1000 + (uint64_t)i,
                                   .kind = channel ? SL_NODE_CHANNEL : SL_NODE_PROCESS,
                                   .count = 1,
                                   .title = channel ? "ch" : "worker",
                                   .number = "",
                                   .status = "",
                                   .line = "",
                                   .type = channel ? "chan int" : "",
                                   .capacity = channel ? (uint64_t)(i % 20) : 0};
        if (i)
            scene->edges[scene->edge_count++] = (SlEdge){
                .key = 5000 + (uint64_t)i, .from = i - 1, .to = i, .flow = channel ? SL_FLOW_SEND : SL_FLOW_RECEIVE};
    }
    return scene;
}

static int overlaps(const SlGeometry *geometry) {
    int found = 0;
    for (int i = 0; i < geometry->node_count; i++)
        for (int j = 0; j < i; j++) {
            SlRect a = geometry->nodes[i].box, b = geometry->nodes[j].box;
            found += a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
        }
    return found;
}

static bool same_place(SlRect a, SlRect b) {
    return fabs(a.x - b.x) < 1e-9 && fabs(a.y - b.y) < 1e-9;
}

Test(layout, of_nothing_is_nothing) {
    SlLayout *layout = sl_layout_new();
    SlScene *scene = chain(0);
    const SlGeometry *geometry = sl_layout_apply(layout, scene);
    cr_expect_eq(geometry->node_count, 0);
    cr_expect_eq(geometry->route_count, 0);
    sl_scene_free(scene);
    sl_layout_free(layout);
}

Test(layout, overlaps_nothing_at_any_size) {
    static const int sizes[] = {1, 2, 3, 9, 40, 149, 151, 600, 2000};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        SlLayout *layout = sl_layout_new();
        SlScene *scene = chain(sizes[i]);
        const SlGeometry *geometry = sl_layout_apply(layout, scene);
        cr_expect_eq(geometry->node_count, sizes[i]);
        cr_expect_eq(geometry->route_count, sizes[i] - 1);
        cr_expect_eq(overlaps(geometry), 0, "of %d nodes", sizes[i]);
        sl_scene_free(scene);
        sl_layout_free(layout);
    }
}

Test(layout, holds_every_node_within_its_bounds) {
    SlLayout *layout = sl_layout_new();
    SlScene *scene = chain(30);
    const SlGeometry *geometry = sl_layout_apply(layout, scene);
    SlRect all = geometry->bounds;
    for (int i = 0; i < 30; i++) {
        SlRect box = geometry->nodes[i].box, body = geometry->nodes[i].body;
        cr_expect(box.x >= all.x && box.y >= all.y && box.x + box.w <= all.x + all.w + 1e-6 &&
                  box.y + box.h <= all.y + all.h + 1e-6);
        cr_expect(body.x >= box.x && body.y >= box.y && body.x + body.w <= box.x + box.w &&
                  body.y + body.h <= box.y + box.h);
    }
    sl_scene_free(scene);
    sl_layout_free(layout);
}

Test(layout, lets_values_flow_to_the_right) {
    SlLayout *layout = sl_layout_new();
    SlScene *scene = chain(5);
    const SlGeometry *geometry = sl_layout_apply(layout, scene);
    for (int i = 1; i < 5; i++)
        cr_expect_gt(geometry->nodes[i].body.x, geometry->nodes[i - 1].body.x);
    for (int i = 0; i < geometry->route_count; i++) { // edges begin and end at the borders of their nodes
        SlRect from = geometry->nodes[scene->edges[i].from].body, to = geometry->nodes[scene->edges[i].to].body;
        cr_expect_float_eq(geometry->routes[i].x[0], from.x + from.w, 1e-6);
        cr_expect_float_eq(geometry->routes[i].x[3], to.x, 1e-6);
    }
    sl_scene_free(scene);
    sl_layout_free(layout);
}

Test(layout, newcomers_move_nobody) {
    SlLayout *layout = sl_layout_new();
    SlScene *scene = chain(7);
    SlRect before[7];
    const SlGeometry *geometry = sl_layout_apply(layout, scene);
    for (int i = 0; i < 7; i++)
        before[i] = geometry->nodes[i].body;
    sl_scene_free(scene);
    for (int more = 8; more < 60; more += 7) {
        scene = chain(more);
        geometry = sl_layout_apply(layout, scene);
        for (int i = 0; i < 7; i++)
            cr_expect(same_place(geometry->nodes[i].body, before[i]), "node %d of %d has moved", i, more);
        cr_expect_eq(overlaps(geometry), 0);
        sl_scene_free(scene);
    }
    sl_layout_free(layout);
}

Test(layout, who_leaves_and_comes_back_finds_its_place) {
    SlLayout *layout = sl_layout_new();
    SlScene *all = chain(9), *few = chain(3);
    SlRect last = sl_layout_apply(layout, all)->nodes[8].body;
    sl_layout_apply(layout, few);
    cr_expect(same_place(sl_layout_apply(layout, all)->nodes[8].body, last));
    sl_scene_free(all);
    sl_scene_free(few);
    sl_layout_free(layout);
}

Test(layout, the_only_instance_takes_the_place_of_its_site) {
    SlLayout *layout = sl_layout_new();
    SlScene *scene = chain(5);
    SlRect site = sl_layout_apply(layout, scene)->nodes[2].body;
    scene->nodes[2].key = 77;
    cr_expect(same_place(sl_layout_apply(layout, scene)->nodes[2].body, site));
    sl_scene_free(scene);
    sl_layout_free(layout);
}

Test(layout, a_thousand_instances_of_a_site_find_room) {
    SlLayout *layout = sl_layout_new();
    SlScene *scene = chain(3);
    sl_layout_apply(layout, scene);
    sl_scene_free(scene);
    scene = chain(1003);
    scene->edge_count = 2;
    for (int i = 3; i < 1003; i++) {
        scene->nodes[i].kind = SL_NODE_PROCESS;
        scene->nodes[i].capacity = 0;
        scene->nodes[i].site = 1000;
        scene->nodes[i].one_of_many = true;
    }
    cr_expect_eq(overlaps(sl_layout_apply(layout, scene)), 0);
    sl_scene_free(scene);
    sl_layout_free(layout);
}

Test(layout, keeps_where_the_user_puts_things) {
    SlLayout *layout = sl_layout_new();
    SlScene *scene = chain(6);
    sl_layout_apply(layout, scene);
    sl_layout_move(layout, 1003, 4000, -500);
    const SlGeometry *geometry = sl_layout_apply(layout, scene);
    SlRect body = geometry->nodes[3].body;
    cr_expect_float_eq(body.x + body.w / 2, 4000, 1e-9);
    cr_expect_float_eq(body.y + body.h / 2, -500, 1e-9);
    cr_expect_geq(geometry->bounds.x + geometry->bounds.w, 4000);
    sl_scene_free(scene);
    scene = chain(20);
    cr_expect(same_place(sl_layout_apply(layout, scene)->nodes[3].body, body));
    sl_scene_free(scene);
    sl_layout_free(layout);
}

Test(layout, puts_what_the_text_places_there_and_nothing_over_it) {
    SlLayout *layout = sl_layout_new();
    SlScene *scene = chain(7);
    scene->nodes[0].placed = scene->nodes[1].placed = true;
    scene->nodes[0].x = 120;
    scene->nodes[0].y = 80;
    scene->nodes[1].x = 500;
    scene->nodes[1].y = 80;
    const SlGeometry *geometry = sl_layout_apply(layout, scene);
    cr_expect_float_eq(geometry->nodes[0].body.x + geometry->nodes[0].body.w / 2, 120, 1e-9);
    cr_expect_float_eq(geometry->nodes[1].body.y + geometry->nodes[1].body.h / 2, 80, 1e-9);
    cr_expect_eq(overlaps(geometry), 0);
    sl_layout_forget(layout);
    cr_expect_float_eq(sl_layout_apply(layout, scene)->nodes[0].body.x + geometry->nodes[0].body.w / 2, 120, 1e-9);
    sl_scene_free(scene);
    sl_layout_free(layout);
}

static uint64_t site_key(SlPos pos) {
    return 1ull << 63 | pos;
}

Test(layout, places_go_with_their_text) {
    SlLayout *layout = sl_layout_new();
    sl_layout_move(layout, site_key(10), 1, 1);
    sl_layout_move(layout, site_key(50), 2, 2);
    sl_layout_move(layout, site_key(90), 3, 3);
    sl_layout_move(layout, 7, 4, 4);
    sl_layout_shift(layout, 40, 60, 5); // text between 40 and 60 has become 5 longer
    SlScene *scene = chain(3);
    scene->nodes[0].key = site_key(10);
    scene->nodes[1].key = site_key(95);
    scene->nodes[2].key = 7;
    const SlGeometry *geometry = sl_layout_apply(layout, scene);
    for (int i = 0; i < 3; i++) {
        static const double want[] = {1, 3, 4};
        SlRect body = geometry->nodes[i].body;
        cr_expect_float_eq(body.x + body.w / 2, want[i], 1e-9);
    }
    sl_scene_free(scene);
    sl_layout_free(layout);
}

Test(layout, edges_go_round_what_stands_between) {
    SlLayout *layout = sl_layout_new();
    SlScene *scene = chain(3);
    scene->nodes[1].kind = SL_NODE_PROCESS;
    scene->nodes[1].capacity = 0;
    scene->edge_count = 1;
    scene->edges[0].from = 0;
    scene->edges[0].to = 2;
    sl_layout_move(layout, 1000, 0, 0);
    sl_layout_move(layout, 1001, 400, 0);
    sl_layout_move(layout, 1002, 800, 0);
    const SlGeometry *geometry = sl_layout_apply(layout, scene);
    const SlRoute *route = &geometry->routes[0];
    SlRect body = geometry->nodes[1].body;
    int inside = 0;
    for (int i = 0; i <= 100; i++) {
        double t = i / 100.0, u = 1 - t;
        double x = u * u * u * route->x[0] + 3 * u * u * t * route->x[1] + 3 * u * t * t * route->x[2] +
                   t * t * t * route->x[3];
        double y = u * u * u * route->y[0] + 3 * u * u * t * route->y[1] + 3 * u * t * t * route->y[2] +
                   t * t * t * route->y[3];
        inside += x > body.x && x < body.x + body.w && y > body.y && y < body.y + body.h;
    }
    cr_expect_eq(inside, 0);
    sl_scene_free(scene);
    sl_layout_free(layout);
}
