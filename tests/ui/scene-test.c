// SPDX-License-Identifier: MIT
// Scenes from wirings and Worlds made by hand: who is shown, folded, linked, and in which words.
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "ui/scene/scene.h"

enum { GO = 20, MAKE = 10, MAKE_2 = 15 };

// ---- a wiring: main makes ch and starts workers, who receive from it ----

static SlWireNode wire_nodes[] = {
    {.kind = SL_WIRE_PROCESS, .name = "main", .function_pos = 1, .inside = -1},
    {.kind = SL_WIRE_CHANNEL, .name = "ch", .type = "chan int", .pos = MAKE, .end = 14},
    {.kind = SL_WIRE_PROCESS, .name = "worker", .pos = GO, .end = 30, .many = true, .function_pos = 50},
};
static SlWireEdge wire_edges[] = {
    {0, 1, SL_WIRE_SENDS, false, 40},
    {2, 1, SL_WIRE_RECEIVES, true, 55},
    {0, 2, SL_WIRE_STARTS, false, GO},
};
static SlWiring wiring = {.nodes = wire_nodes, .node_count = 3, .edges = wire_edges, .edge_count = 3};

static SlWorld *world_with(int goroutines, int objects) {
    SlWorld *world = sl_world_new();
    world->controlled = true;
    world->goroutine_count = goroutines;
    world->goroutines = SL_NEW_N(world->arena, SlWorldGoroutine, goroutines + 1);
    world->object_count = objects;
    world->objects = SL_NEW_N(world->arena, SlWorldObject, objects + 1);
    for (int i = 0; i < goroutines; i++)
        world->goroutines[i] = (SlWorldGoroutine){.id = (uint64_t)i + 1,
                                                  .parent = i ? 1 : 0,
                                                  .name = i ? "worker" : "main",
                                                  .function = i ? "main.worker" : "main.main",
                                                  .go_pos = i ? GO : 0,
                                                  .pos = 3,
                                                  .function_pos = 1,
                                                  .state = SL_STATE_READY,
                                                  .count = 1};
    for (int i = 0; i < objects; i++)
        world->objects[i] = (SlWorldObject){.id = (uint64_t)i + 1,
                                            .kind = SL_OBJECT_CHANNEL,
                                            .name = i ? "other" : "ch",
                                            .type = "chan int",
                                            .make_pos = i ? MAKE_2 : MAKE,
                                            .count = 1};
    world->goroutines_alive = world->goroutines_made = (uint64_t)goroutines;
    return world;
}

static void waits(SlWorld *world, int goroutine, uint64_t object, SlWaitsFor kind, const char *value, int place) {
    SlWorldGoroutine *g = &world->goroutines[goroutine];
    SlWorldWait *wait = SL_NEW_N(world->arena, SlWorldWait, g->wait_count + 1);
    if (g->wait_count)
        memcpy(wait, g->waits, sizeof *wait * (size_t)g->wait_count);
    wait[g->wait_count++] = (SlWorldWait){object, (uint8_t)kind, value, place};
    g->waits = wait;
    g->state = g->wait_count > 1          ? SL_STATE_SELECT
               : kind == SL_WAITS_SEND    ? SL_STATE_SENDING
               : kind == SL_WAITS_RECEIVE ? SL_STATE_RECEIVING
                                          : SL_STATE_LOCKING;
}

static const SlNode *node_with(const SlScene *scene, uint64_t key) {
    int index = sl_scene_find(scene, key);
    return index >= 0 ? &scene->nodes[index] : NULL;
}

static const SlEdge *edge_between(const SlScene *scene, uint64_t from, uint64_t to) {
    for (int i = 0; i < scene->edge_count; i++)
        if (scene->nodes[scene->edges[i].from].key == from && scene->nodes[scene->edges[i].to].key == to)
            return &scene->edges[i];
    return NULL;
}

static SlScene *scene_of(const SlWiring *wire, const SlWorld *world) {
    static const char text[] = "func main() {\n\tch := make(chan int)\n\tgo worker(ch)\n\tch <- 1\n}\n";
    return sl_scene_new(wire, world, &(SlSceneOptions){.text = text, .length = sizeof text - 1});
}

// ---- editing ----

Test(scene, without_anything_is_empty) {
    SlScene *scene = scene_of(NULL, NULL);
    cr_expect_eq(scene->node_count, 0);
    cr_expect_eq(scene->edge_count, 0);
    cr_expect_eq(sl_scene_find(scene, 7), -1);
    cr_expect_eq(sl_scene_flow(scene, 0, 1), -1);
    sl_scene_free(scene);
}

Test(scene, shows_the_wiring_while_editing) {
    SlScene *scene = scene_of(&wiring, NULL);
    cr_assert_eq(scene->node_count, 3);
    cr_expect_str_eq(scene->nodes[0].title, "main");
    cr_expect_str_eq(scene->nodes[1].type, "chan int");
    cr_expect_str_eq(scene->nodes[2].number, "×n");
    cr_expect(scene->nodes[2].many);
    for (int i = 0; i < 3; i++) {
        cr_expect_str_eq(scene->nodes[i].status, "");
        cr_expect_not(scene->nodes[i].ghost, "nothing runs, so nothing is missing");
        cr_expect_eq(sl_scene_find(scene, scene->nodes[i].key), i);
    }
    for (int i = 0; i < scene->edge_count; i++)
        cr_expect_eq(scene->edges[i].weight, SL_EDGE_MAY);
    const SlEdge *receive = edge_between(scene, scene->nodes[1].key, scene->nodes[2].key);
    cr_assert_not_null(receive, "values flow from the channel to who receives");
    cr_expect(receive->select);
    cr_expect_null(edge_between(scene, scene->nodes[0].key, scene->nodes[2].key),
                   "who is tied in needs no line to who started it");
    sl_scene_free(scene);
}

Test(scene, tells_the_room_of_a_channel) {
    SlWireNode nodes[] = {wire_nodes[0], wire_nodes[1]};
    SlWiring one = {.nodes = nodes, .node_count = 2};
    nodes[1].buffer = 4;
    SlScene *scene = scene_of(&one, NULL);
    cr_expect_str_eq(scene->nodes[1].type, "chan int · room for 4");
    cr_expect_eq(scene->nodes[1].capacity, 4);
    sl_scene_free(scene);
    nodes[1].buffer = -1;
    scene = scene_of(&one, NULL);
    cr_expect_str_eq(scene->nodes[1].type, "chan int · room known at run time");
    sl_scene_free(scene);
}

// ---- running ----

Test(scene, puts_instances_in_the_place_of_their_site) {
    SlWorld *world = world_with(1, 0);
    SlScene *scene = scene_of(&wiring, world);
    cr_assert_eq(scene->node_count, 3);
    const SlNode *main = node_with(scene, sl_key_goroutine(1));
    cr_assert_not_null(main);
    cr_expect_not(main->ghost);
    int ghosts = 0;
    for (int i = 0; i < 3; i++)
        ghosts += scene->nodes[i].ghost;
    cr_expect_eq(ghosts, 2, "the channel and the workers are known from the text only");
    sl_scene_free(scene);
    sl_world_free(world);

    SlScene *before = scene_of(&wiring, NULL);
    world = world_with(3, 1);
    scene = scene_of(&wiring, world);
    cr_assert_eq(scene->node_count, 4);
    cr_expect_eq(node_with(scene, sl_key_goroutine(2))->site, before->nodes[2].key);
    cr_expect_eq(node_with(scene, sl_key_goroutine(3))->site, before->nodes[2].key);
    cr_expect(node_with(scene, sl_key_goroutine(3))->one_of_many);
    cr_expect_eq(node_with(scene, sl_key_object(1))->site, before->nodes[1].key);
    for (int i = 0; i < 4; i++)
        cr_expect_not(scene->nodes[i].ghost);
    sl_scene_free(scene);
    sl_scene_free(before);
    sl_world_free(world);
}

Test(scene, folds_alike_goroutines_and_nobody_else) {
    SlWorld *world = world_with(11, 1);
    for (int i = 1; i < 9; i++)
        waits(world, i, 1, SL_WAITS_RECEIVE, NULL, i);
    SlScene *scene = scene_of(&wiring, world); // main, eight alike, two ready
    uint32_t told = 0;
    int crowds = 0;
    for (int i = 0; i < scene->node_count; i++)
        if (scene->nodes[i].kind == SL_NODE_PROCESS) {
            told += scene->nodes[i].count;
            if (scene->nodes[i].count > 1) {
                crowds++;
                cr_expect_str_eq(scene->nodes[i].number, "×8");
                const SlEdge *edge = edge_between(scene, sl_key_object(1), scene->nodes[i].key);
                cr_assert_not_null(edge);
                cr_expect_eq(edge->count, 8);
                cr_expect_eq(edge->place, 1, "the first of them is next");
            }
        }
    cr_expect_eq(told, 11, "nobody is lost or counted twice");
    cr_expect_eq(crowds, 1);
    sl_scene_free(scene);
    sl_world_free(world);
}

Test(scene, never_folds_the_selected_one) {
    SlWorld *world = world_with(12, 1);
    SlScene *scene = sl_scene_new(&wiring, world, &(SlSceneOptions){.selected = sl_key_goroutine(5)});
    const SlNode *chosen = node_with(scene, sl_key_goroutine(5));
    cr_assert_not_null(chosen);
    cr_expect(chosen->selected);
    uint32_t told = 0;
    for (int i = 0; i < scene->node_count; i++)
        told += scene->nodes[i].kind == SL_NODE_PROCESS ? scene->nodes[i].count : 0;
    cr_expect_eq(told, 12);
    sl_scene_free(scene);
    sl_world_free(world);
}

Test(scene, keeps_groups_of_the_world_as_crowds) {
    SlWorld *world = world_with(2, 1);
    world->goroutines[1].count = 1000000;
    world->goroutines_alive = 1000001;
    SlScene *scene = scene_of(&wiring, world);
    bool found = false;
    for (int i = 0; i < scene->node_count; i++)
        found |= scene->nodes[i].count == 1000000 && strcmp(scene->nodes[i].number, "×1000000") == 0;
    cr_expect(found);
    cr_expect_eq(scene->goroutines, 1000001);
    sl_scene_free(scene);
    sl_world_free(world);
}

// Main and nine workers of which each waits for what the one before it sends.
static SlWorld *chain(SlWorldUse *uses) {
    SlWorld *world = world_with(10, 10);
    for (int i = 1; i < 10; i++) {
        waits(world, i, (uint64_t)i, SL_WAITS_RECEIVE, NULL, 1);
        uses[2 * i - 2] = (SlWorldUse){(uint64_t)i + 1, (uint64_t)i, 0, 3, false};
        uses[2 * i - 1] = (SlWorldUse){(uint64_t)i + 1, (uint64_t)i + 1, 3, 0, false};
    }
    world->uses = uses;
    world->use_count = 18;
    return world;
}

static int boxes_of(const SlScene *scene, uint32_t count) {
    int boxes = 0;
    for (int i = 0; i < scene->node_count; i++)
        boxes += scene->nodes[i].kind == SL_NODE_PROCESS && scene->nodes[i].count == count;
    return boxes;
}

Test(scene, elides_the_middle_of_a_long_chain) {
    SlWorldUse uses[18];
    SlWorld *world = chain(uses);
    SlScene *scene = scene_of(&wiring, world);
    cr_expect_eq(boxes_of(scene, 1), 1 + 2 + 2, "main and both ends stay");
    cr_assert_eq(boxes_of(scene, 5), 1, "those between are one box");
    for (int i = 0; i < scene->node_count; i++)
        if (scene->nodes[i].count == 5) {
            cr_expect_str_eq(scene->nodes[i].number, "×5");
            cr_expect_str_eq(scene->nodes[i].status, "receiving");
            cr_expect_not_null(edge_between(scene, sl_key_object(3), scene->nodes[i].key), "it is still in the chain");
            cr_expect_not_null(edge_between(scene, scene->nodes[i].key, sl_key_object(8)));
        }
    cr_expect_null(node_with(scene, sl_key_object(5)), "channels between them go");
    cr_expect_not_null(node_with(scene, sl_key_object(8)));
    sl_scene_free(scene);
    sl_world_free(world);
}

Test(scene, never_elides_the_selected_one) {
    SlWorldUse uses[18];
    SlWorld *world = chain(uses);
    SlScene *scene = sl_scene_new(&wiring, world, &(SlSceneOptions){.text = "", .selected = sl_key_goroutine(6)});
    cr_expect_not_null(node_with(scene, sl_key_goroutine(6)));
    cr_expect_eq(boxes_of(scene, 1), 10, "what is left at its sides is too short");
    sl_scene_free(scene);
    sl_world_free(world);
}

Test(scene, gives_two_crowds_of_a_site_keys_of_their_own) {
    SlWorld *world = world_with(21, 1);
    for (int i = 11; i < 21; i++)
        world->goroutines[i].pos = 30;
    SlScene *scene = scene_of(&wiring, world);
    for (int i = 0; i < scene->node_count; i++)
        for (int j = 0; j < i; j++)
            cr_expect_neq(scene->nodes[i].key, scene->nodes[j].key);
    sl_scene_free(scene);
    sl_world_free(world);
}

Test(scene, weighs_edges_by_what_happens_now) {
    SlWorld *world = world_with(2, 1);
    waits(world, 0, 1, SL_WAITS_SEND, "42", 1);
    static SlWorldUse uses[] = {{2, 1, 0, 3, false}};
    world->uses = uses;
    world->use_count = 1;
    SlScene *scene = scene_of(&wiring, world);
    const SlEdge *send = edge_between(scene, sl_key_goroutine(1), sl_key_object(1));
    const SlEdge *receive = edge_between(scene, sl_key_object(1), sl_key_goroutine(2));
    cr_assert(send && receive);
    cr_expect_eq(send->weight, SL_EDGE_WAITS);
    cr_expect_str_eq(send->value, "42");
    cr_expect_eq(send->place, 0, "alone in the queue, it needs no number");
    cr_expect_eq(receive->weight, SL_EDGE_USED);
    cr_expect_not(receive->select, "what has happened is not one of several");
    cr_expect_str_eq(node_with(scene, sl_key_goroutine(1))->status, "sending 42");
    int edge = sl_scene_flow(scene, sl_scene_find(scene, sl_key_goroutine(1)), sl_scene_find(scene, sl_key_object(1)));
    cr_expect_eq(&scene->edges[edge], send);
    sl_scene_free(scene);
    sl_world_free(world);
}

Test(scene, numbers_a_queue_of_several) {
    SlWorld *world = world_with(4, 1);
    for (int i = 1; i < 4; i++)
        waits(world, i, 1, SL_WAITS_SEND, i == 1 ? "1" : i == 2 ? "2" : "3", i);
    SlScene *scene = scene_of(&wiring, world);
    for (uint64_t id = 2; id <= 4; id++)
        cr_expect_eq(edge_between(scene, sl_key_goroutine(id), sl_key_object(1))->place, (int)id - 1);
    sl_scene_free(scene);
    sl_world_free(world);
}

Test(scene, draws_a_select_as_several_dashed_waits) {
    SlWorld *world = world_with(2, 2);
    waits(world, 1, 1, SL_WAITS_RECEIVE, NULL, 1);
    waits(world, 1, 2, SL_WAITS_SEND, "7", 1);
    SlScene *scene = scene_of(&wiring, world);
    const SlEdge *in = edge_between(scene, sl_key_object(1), sl_key_goroutine(2));
    const SlEdge *out = edge_between(scene, sl_key_goroutine(2), sl_key_object(2));
    cr_assert(in && out);
    cr_expect(in->select && out->select && in->weight == SL_EDGE_WAITS && out->weight == SL_EDGE_WAITS);
    cr_expect_str_eq(node_with(scene, sl_key_goroutine(2))->status, "selecting");
    sl_scene_free(scene);
    sl_world_free(world);
}

Test(scene, offers_the_ready_cases_of_a_select) {
    SlWorld *world = world_with(2, 2);
    SlWorldCase cases[] = {{2, SL_WAITS_SEND, 0}, {1, SL_WAITS_RECEIVE, 4}};
    world->goroutines[1].cases = cases;
    world->goroutines[1].case_count = 2;
    SlScene *scene = scene_of(&wiring, world);
    const SlEdge *in = edge_between(scene, sl_key_object(1), sl_key_goroutine(2));
    const SlEdge *out = edge_between(scene, sl_key_goroutine(2), sl_key_object(2));
    cr_assert(in && out);
    cr_expect(out->offer == 1 && out->offer_case == 0 && out->offer_to == 2);
    cr_expect(in->offer == 2 && in->offer_case == 4 && in->offer_to == 2);
    const SlNode *node = node_with(scene, sl_key_goroutine(2));
    cr_expect_eq(node->offers, 2);
    cr_expect_str_eq(node->status, "select: 2 ready");
    sl_scene_free(scene);
    sl_world_free(world);
}

Test(scene, says_who_is_frozen) {
    SlWorld *world = world_with(9, 1);
    world->goroutines[3].frozen = true;
    SlScene *scene = scene_of(&wiring, world);
    const SlNode *node = node_with(scene, sl_key_goroutine(4));
    cr_assert_not_null(node, "it does not fold with those that are not");
    cr_expect_str_eq(node->status, "frozen");
    sl_scene_free(scene);
    sl_world_free(world);
}

Test(scene, settles_on_the_channel_that_one_of_many_has_used) {
    SlWireNode nodes[] = {wire_nodes[0],
                          wire_nodes[1],
                          wire_nodes[2],
                          {.kind = SL_WIRE_CHANNEL, .name = "other", .type = "chan int", .pos = MAKE_2, .end = 19}};
    SlWireEdge edges[] = {{2, 1, SL_WIRE_RECEIVES, false, 55}, {2, 3, SL_WIRE_RECEIVES, false, 55}};
    SlWiring two = {.nodes = nodes, .node_count = 4, .edges = edges, .edge_count = 2};
    SlWorld *world = world_with(3, 2);
    static SlWorldUse uses[] = {{2, 1, 0, 3, false}};
    world->uses = uses;
    world->use_count = 1;
    SlScene *scene = scene_of(&two, world);
    cr_expect_null(edge_between(scene, sl_key_object(2), sl_key_goroutine(2)), "it reads the first one");
    cr_expect_not_null(edge_between(scene, sl_key_object(2), sl_key_goroutine(3)), "this one may read either");
    cr_expect_not_null(edge_between(scene, sl_key_object(1), sl_key_goroutine(3)));
    sl_scene_free(scene);
    sl_world_free(world);
}

Test(scene, tells_locks_and_who_holds_them) {
    SlWorld *world = world_with(3, 1);
    static uint64_t held[] = {1};
    world->objects[0] =
        (SlWorldObject){.id = 1, .kind = SL_OBJECT_MUTEX, .name = "mu", .type = "sync.Mutex", .count = 1, .owner = 2};
    world->goroutines[1].holds = held;
    world->goroutines[1].hold_count = 1;
    waits(world, 2, 1, SL_WAITS_LOCK, NULL, 1);
    SlScene *scene = scene_of(NULL, world);
    const SlNode *lock = node_with(scene, sl_key_object(1));
    cr_expect_eq(lock->kind, SL_NODE_LOCK);
    cr_expect_str_eq(lock->status, "held by worker G2");
    cr_expect_eq(edge_between(scene, sl_key_object(1), sl_key_goroutine(2))->flow, SL_FLOW_HOLDS);
    cr_expect_eq(edge_between(scene, sl_key_goroutine(3), sl_key_object(1))->weight, SL_EDGE_WAITS);
    sl_scene_free(scene);
    sl_world_free(world);
}

Test(scene, tells_what_a_channel_holds) {
    SlWorld *world = world_with(1, 2);
    static const char *values[] = {"1", "2"};
    world->objects[0].capacity = 4;
    world->objects[0].length = 2;
    world->objects[0].values = values;
    world->objects[0].value_count = 2;
    world->objects[1].closed = true;
    SlScene *scene = scene_of(&wiring, world);
    sl_world_free(world); // the scene keeps what it shows
    cr_expect_str_eq(node_with(scene, sl_key_object(1))->type, "chan int · 2 of 4");
    cr_expect_str_eq(node_with(scene, sl_key_object(1))->values[1], "2");
    cr_expect_str_eq(node_with(scene, sl_key_object(2))->type, "chan int · closed");
    sl_scene_free(scene);
}

Test(scene, tells_the_source_line) {
    SlWorld *world = world_with(2, 0);
    world->goroutines[0].pos = 16;   // inside the second line
    world->goroutines[1].pos = 4000; // in another file
    SlScene *scene = scene_of(&wiring, world);
    cr_expect_str_eq(node_with(scene, sl_key_goroutine(1))->line, "ch := make(chan int)");
    cr_expect_str_eq(node_with(scene, sl_key_goroutine(2))->line, "");
    sl_scene_free(scene);
    sl_world_free(world);
}

Test(scene, says_ended_of_who_ended_the_program) {
    SlWorld *world = world_with(2, 0);
    world->ended = true;
    world->goroutines[0].state = SL_STATE_RUNNING;
    world->goroutines[0].pos = 0;
    SlScene *scene = scene_of(&wiring, world);
    cr_expect_str_eq(node_with(scene, sl_key_goroutine(1))->status, "ended");
    cr_expect_str_eq(node_with(scene, sl_key_goroutine(1))->line, "func main() {");
    for (int i = 0; i < scene->node_count; i++)
        cr_expect_not(scene->nodes[i].ghost, "what was never made will never be");
    sl_scene_free(scene);
    sl_world_free(world);
}

Test(scene, tells_the_rate_between_two_worlds) {
    SlWorld *before = world_with(1, 1), *world = world_with(1, 1);
    before->objects[0].received = 100;
    world->objects[0].received = 350;
    SlScene *scene = sl_scene_new(NULL, world, &(SlSceneOptions){.before = before, .seconds = 0.5});
    cr_expect_float_eq(node_with(scene, sl_key_object(1))->rate, 500, 1e-6);
    sl_scene_free(scene);
    sl_world_free(before);
    sl_world_free(world);
}

// ---- verdicts ----

static void expect_verdict(const SlWorld *world, const char *want) {
    char *verdict = sl_scene_verdict(world);
    cr_expect_str_eq(verdict ? verdict : "(none)", want);
    free(verdict);
}

Test(verdict, is_silent_while_all_is_well) {
    SlWorld *world = world_with(2, 1);
    cr_expect_null(sl_scene_verdict(world));
    cr_expect_null(sl_scene_verdict(NULL));
    sl_world_free(world);
}

Test(verdict, tells_who_waits_for_each_other) {
    SlWorld *world = world_with(4, 1);
    world->deadlock = world->ended = true;
    for (int i = 0; i < 4; i++)
        world->goroutines[i].stuck = true;
    expect_verdict(world,
                   "Deadlock: main and 3 workers wait for each other. None of the 4 goroutines can ever continue.");
    world->goroutines[3].name = "source.func1";
    world->goroutines[2].name = "source.func1";
    expect_verdict(
        world,
        "Deadlock: main, worker and 2 × source.func1 wait for each other. None of the 4 goroutines can ever continue.");
    sl_world_free(world);
}

Test(verdict, tells_what_one_alone_waits_for) {
    static const struct {
        SlWaitsFor kind;
        uint64_t object;
        const char *value, *want;
    } cases[] = {
        {SL_WAITS_SEND, 1, "5", "Deadlock: main waits to send 5 on ch, and nobody is left to receive."},
        {SL_WAITS_RECEIVE, 1, NULL, "Deadlock: main waits to receive from ch, and nobody is left to send."},
        {SL_WAITS_RECEIVE, 0, NULL, "Deadlock: main waits to receive from a nil channel, which lasts for ever."},
        {SL_WAITS_LOCK, 1, NULL, "Deadlock: main waits to lock ch, and nobody is left to unlock it."},
        {SL_WAITS_GROUP, 1, NULL, "Deadlock: main waits for ch, and nobody is left to end that wait."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        SlWorld *world = world_with(1, 1);
        world->deadlock = world->ended = true;
        waits(world, 0, cases[i].object, cases[i].kind, cases[i].value, 1);
        expect_verdict(world, cases[i].want);
        sl_world_free(world);
    }
}

Test(verdict, lights_what_it_accuses_and_dims_the_rest) {
    SlWorld *world = world_with(2, 2);
    world->deadlock = world->ended = true;
    waits(world, 0, 1, SL_WAITS_SEND, "1", 1);
    waits(world, 1, 1, SL_WAITS_SEND, "2", 2);
    world->goroutines[0].stuck = world->goroutines[1].stuck = true;
    SlScene *scene = scene_of(&wiring, world);
    cr_expect(node_with(scene, sl_key_goroutine(1))->accused);
    cr_expect(node_with(scene, sl_key_object(1))->accused);
    cr_expect(node_with(scene, sl_key_object(2))->dimmed);
    cr_expect_str_eq(node_with(scene, sl_key_goroutine(2))->status, "stuck sending 2");
    cr_expect_not_null(scene->message);
    sl_scene_free(scene);
    sl_world_free(world);
}

Test(words, name_every_state) {
    for (int state = 0; state <= SL_STATE_UNKNOWN; state++)
        for (int other = 0; other < state; other++)
            cr_expect_str_neq(sl_state_word((uint8_t)state), sl_state_word((uint8_t)other));
    cr_expect_str_eq(sl_state_word(200), "unknown");
}
