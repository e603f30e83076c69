// SPDX-License-Identifier: MIT
// Go's maps: against a model, while iterating, with keys of every kind, and in races.
#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "machine-stub.c"

static uint64_t next_random(uint64_t *state) {
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return *state >> 33;
}

static void key_of(const SlRtype *type, uint64_t number, SlWorker *worker, SlSlot *key) {
    char text[40];
    if (type == &stub_string || type == &stub_any) {
        int width = snprintf(text, sizeof text, "key %llu", (unsigned long long)number);
        SlStr string = sl_string_new(worker, text, (size_t)width);
        key[0].p = (void *)string.bytes;
        key[1].i = string.length;
        if (type == &stub_any && number % 2)
            stub_iface(key, sl_iface_make(worker, &stub_string, key));
        else if (type == &stub_any)
            stub_iface(key, sl_iface_make(worker, &stub_int, &(SlSlot){.u = number}));
    } else if (type == &stub_float64 || type == &stub_float32) {
        key[0].f = (double)number / 4;
    } else if (type == &stub_mixed) {
        Mixed mixed = {.small = (int8_t)number, .part = (float)number};
        int width = snprintf(text, sizeof text, "%llu", (unsigned long long)number / 3);
        mixed.text = sl_string_new(worker, text, (size_t)width);
        memset(key, 0x55, 32); // padding does not count
        memcpy(key, &mixed.small, 1);
        memcpy(key + 1, &mixed.text, 16);
        memcpy(key + 3, &mixed.part, 4);
    } else {
        key[0].i = type == &stub_int8    ? (int8_t)number
                   : type == &stub_int32 ? (int32_t)(number * 0x01000193)
                                         : (int64_t)number;
    }
}

static void check_against_model(const SlRtype *key_type, uint64_t range, int steps) {
    Stub *stub = stub_new(1, 0);
    SlWorker *worker = stub_worker(stub);
    SlRtype type = stub_map(key_type, &stub_int);
    SlRmap *map = sl_rmap_new(worker, &type, 0);
    stub->roots[0].p = map;
    stub->root_kinds[0] = SL_WORD_POINTER;
    int64_t *model = calloc(range, sizeof *model), size = 0;
    uint64_t random = 7;
    for (int step = 0; step < steps; step++) {
        uint64_t number = next_random(&random) % range;
        SlSlot key[4], value[1];
        key_of(key_type, number, worker, key);
        bool found;
        uint64_t what = next_random(&random) % (step / 3000 % 2 ? 10 : 4);
        if (what < 2) {
            value[0].i = step + 1;
            cr_assert(sl_rmap_set(worker, map, &type, key, value) == SL_DONE);
            size += model[number] == 0;
            model[number] = step + 1;
        } else if (what < 3 || what > 4) {
            cr_assert(sl_rmap_delete(worker, map, &type, key) == SL_DONE);
            size -= model[number] != 0;
            model[number] = 0;
        }
        cr_assert(sl_rmap_get(worker, map, &type, key, value, &found) == SL_DONE);
        cr_assert(found == (model[number] != 0) && value[0].i == model[number]);
        cr_assert(sl_rmap_len(map) == size);
        if (step % 1000 == 999)
            sl_gc_collect(worker);
    }
    int64_t seen = 0, sum = 0;
    for (uint64_t i = 0; i < range; i++)
        sum += model[i];
    bool more;
    SlSlot key[4], value[1];
    stub_choose(12345);
    for (void *iter = sl_rmap_iter(worker, map, &type);; seen++) {
        cr_assert(sl_rmap_next(worker, iter, &type, key, value, &more) == SL_DONE);
        if (!more)
            break;
        sum -= value[0].i;
    }
    cr_assert(seen == size && sum == 0);
    free(model);
    stub_free(stub);
}

Test(rmap, integer_keys_agree_with_a_model) {
    check_against_model(&stub_int, 700, 30000);
}
Test(rmap, many_keys_agree_with_a_model) {
    check_against_model(&stub_int, 200000, 200000);
}
Test(rmap, narrow_keys_agree_with_a_model) {
    check_against_model(&stub_int8, 256, 20000);
}
Test(rmap, int32_keys_agree_with_a_model) {
    check_against_model(&stub_int32, 500, 20000);
}
Test(rmap, string_keys_agree_with_a_model) {
    check_against_model(&stub_string, 700, 30000);
}
Test(rmap, float_keys_agree_with_a_model) {
    check_against_model(&stub_float64, 700, 30000);
}
Test(rmap, float32_keys_agree_with_a_model) {
    check_against_model(&stub_float32, 700, 30000);
}
Test(rmap, interface_keys_agree_with_a_model) {
    check_against_model(&stub_any, 700, 30000);
}
Test(rmap, struct_keys_agree_with_a_model) {
    check_against_model(&stub_mixed, 100, 20000);
}
Test(rmap, tiny_maps_agree_with_a_model) {
    check_against_model(&stub_string, 7, 5000);
}

typedef struct {
    Stub *stub;
    SlWorker *worker;
    SlRtype type;
    SlRmap *map;
} Ints;

static Ints ints_new(int64_t count) {
    Ints ints = {.stub = stub_new(1, 0), .type = stub_map(&stub_int, &stub_int)};
    ints.worker = stub_worker(ints.stub);
    ints.map = sl_rmap_new(ints.worker, &ints.type, 0);
    for (int64_t i = 0; i < count; i++)
        cr_assert(sl_rmap_set(ints.worker, ints.map, &ints.type, &(SlSlot){.i = i}, &(SlSlot){.i = i * 10}) == SL_DONE);
    return ints;
}

static bool ints_next(Ints *ints, void *iter, int64_t *key, int64_t *value) {
    SlSlot k, v;
    bool more;
    cr_assert(sl_rmap_next(ints->worker, iter, &ints->type, &k, &v, &more) == SL_DONE);
    *key = k.i;
    *value = v.i;
    return more;
}

static void ints_set(Ints *ints, int64_t key, int64_t value) {
    cr_assert(sl_rmap_set(ints->worker, ints->map, &ints->type, &(SlSlot){.i = key}, &(SlSlot){.i = value}) == SL_DONE);
}

static void ints_delete(Ints *ints, int64_t key) {
    cr_assert(sl_rmap_delete(ints->worker, ints->map, &ints->type, &(SlSlot){.i = key}) == SL_DONE);
}

Test(rmap, an_iteration_starts_where_it_is_chosen_and_goes_round) {
    Ints ints = ints_new(5);
    int64_t key, value, expected[5] = {3, 4, 0, 1, 2};
    stub_choose(3);
    void *iter = sl_rmap_iter(ints.worker, ints.map, &ints.type);
    for (int i = 0; i < 5; i++)
        cr_assert(ints_next(&ints, iter, &key, &value) && key == expected[i] && value == 10 * key);
    cr_assert(!ints_next(&ints, iter, &key, &value));
    stub_free(ints.stub);
}

Test(rmap, an_iteration_survives_growth_and_sees_each_old_entry_once) {
    for (uint64_t start = 0; start < 50; start += 7) {
        Ints ints = ints_new(50);
        int64_t key, value;
        int seen[50] = {0}, count = 0;
        stub_choose(start);
        void *iter = sl_rmap_iter(ints.worker, ints.map, &ints.type);
        while (ints_next(&ints, iter, &key, &value)) {
            if (key < 50) {
                seen[key]++;
                cr_assert(value == key * 10 + (key % 3 == 0 && count > 5 ? 1 : 0) || key % 3 == 0);
            }
            if (count++ == 5)
                for (int64_t i = 0; i < 50; i += 3)
                    ints_set(&ints, i, i * 10 + 1);
            for (int64_t i = 0; i < 20 && count < 40; i++)
                ints_set(&ints, 1000 + count * 100 + i, 0);
            cr_assert(count < 2000);
        }
        for (int i = 0; i < 50; i++)
            cr_assert(seen[i] == 1);
        stub_free(ints.stub);
    }
}

Test(rmap, deleted_entries_are_not_produced_also_after_growth) {
    for (int grow = 0; grow < 2; grow++) {
        Ints ints = ints_new(40);
        int64_t key, value;
        stub_choose(11);
        void *iter = sl_rmap_iter(ints.worker, ints.map, &ints.type);
        cr_assert(ints_next(&ints, iter, &key, &value));
        int64_t first = key;
        for (int64_t i = 0; i < 40; i++)
            if (i != first && i % 2)
                ints_delete(&ints, i);
        for (int64_t i = 0; grow && i < 500; i++)
            ints_set(&ints, 1000 + i, 0);
        int count = 0;
        while (ints_next(&ints, iter, &key, &value)) {
            cr_assert(key >= 1000 || (key != first && key % 2 == 0));
            count += key < 1000;
        }
        cr_assert(count == 20 - (first % 2 == 0));
        stub_free(ints.stub);
    }
}

Test(rmap, an_iteration_that_deletes_and_inserts_ends) {
    Ints ints = ints_new(10);
    int64_t key, value;
    int count = 0;
    void *iter = sl_rmap_iter(ints.worker, ints.map, &ints.type);
    while (ints_next(&ints, iter, &key, &value)) {
        ints_delete(&ints, key);
        ints_set(&ints, key, value + 1);
        ints_set(&ints, 100 + count, 1);
        cr_assert(++count < 100000);
    }
    stub_free(ints.stub);
}

Test(rmap, clear_ends_an_iteration_also_after_growth) {
    for (int grow = 0; grow < 2; grow++) {
        Ints ints = ints_new(40);
        int64_t key, value;
        void *iter = sl_rmap_iter(ints.worker, ints.map, &ints.type);
        cr_assert(ints_next(&ints, iter, &key, &value));
        for (int64_t i = 0; grow && i < 500; i++)
            ints_set(&ints, 1000 + i, 0);
        cr_assert(sl_rmap_clear(ints.worker, ints.map, &ints.type) == SL_DONE);
        cr_assert(sl_rmap_len(ints.map) == 0);
        cr_assert(!ints_next(&ints, iter, &key, &value));
        ints_set(&ints, 1, 2);
        cr_assert(sl_rmap_len(ints.map) == 1);
        stub_free(ints.stub);
    }
}

Test(rmap, a_nil_map_reads_as_empty_and_panics_when_written) {
    Stub *stub = stub_new(1, 0);
    SlWorker *worker = stub_worker(stub);
    SlRtype type = stub_map(&stub_string, &stub_string);
    SlSlot key[2], value[2] = {{.i = 1}, {.i = 2}};
    stub_s(key, "x");
    bool found = true, more = true;
    cr_assert(sl_rmap_get(worker, NULL, &type, key, value, &found) == SL_DONE && !found && !value[0].p && !value[1].i);
    cr_assert(sl_rmap_delete(worker, NULL, &type, key) == SL_DONE && sl_rmap_len(NULL) == 0);
    cr_assert(sl_rmap_clear(worker, NULL, &type) == SL_DONE);
    void *iter = sl_rmap_iter(worker, NULL, &type);
    cr_assert(sl_rmap_next(worker, iter, &type, key, value, &more) == SL_DONE && !more);
    cr_assert(sl_rmap_set(worker, NULL, &type, key, value) == SL_PANIC);
    cr_assert(strcmp(stub_panic(stub), "assignment to entry in nil map") == 0);
    stub_free(stub);
}

Test(rmap, nan_keys_are_never_found_but_iterated_until_cleared) {
    Stub *stub = stub_new(1, 0);
    SlWorker *worker = stub_worker(stub);
    SlRtype type = stub_map(&stub_float64, &stub_int);
    SlRmap *map = sl_rmap_new(worker, &type, 0);
    SlSlot nan_key = {.f = NAN}, value;
    bool found, more;
    for (int i = 0; i < 100; i++)
        cr_assert(sl_rmap_set(worker, map, &type, &nan_key, &(SlSlot){.i = i}) == SL_DONE);
    cr_assert(sl_rmap_len(map) == 100);
    cr_assert(sl_rmap_get(worker, map, &type, &nan_key, &value, &found) == SL_DONE && !found);
    void *iter = sl_rmap_iter(worker, map, &type);
    int64_t count = 0;
    for (;;) {
        SlSlot key;
        cr_assert(sl_rmap_next(worker, iter, &type, &key, &value, &more) == SL_DONE);
        if (!more)
            break;
        cr_assert(isnan(key.f));
        if (count++ == 10)
            for (int i = 0; i < 1000; i++)
                sl_rmap_set(worker, map, &type, &(SlSlot){.f = i}, &(SlSlot){.i = 0});
        if (count == 50)
            sl_rmap_clear(worker, map, &type);
    }
    cr_assert(count == 50);
    stub_free(stub);
}

Test(rmap, zeros_of_both_signs_are_one_key) {
    Stub *stub = stub_new(1, 0);
    SlWorker *worker = stub_worker(stub);
    SlRtype type = stub_map(&stub_float64, &stub_int);
    SlRmap *map = sl_rmap_new(worker, &type, 0);
    bool found, more;
    SlSlot key, value;
    sl_rmap_set(worker, map, &type, &(SlSlot){.f = -0.0}, &(SlSlot){.i = 1});
    sl_rmap_set(worker, map, &type, &(SlSlot){.f = 0.0}, &(SlSlot){.i = 2});
    cr_assert(sl_rmap_len(map) == 1);
    cr_assert(sl_rmap_get(worker, map, &type, &(SlSlot){.f = -0.0}, &value, &found) == SL_DONE && value.i == 2);
    cr_assert(sl_rmap_next(worker, sl_rmap_iter(worker, map, &type), &type, &key, &value, &more) == SL_DONE);
    cr_assert(more && !signbit(key.f));
    stub_free(stub);
}

Test(rmap, unhashable_keys_panic_by_their_type) {
    Stub *stub = stub_new(1, 0);
    SlWorker *worker = stub_worker(stub);
    SlRtype type = stub_map(&stub_any, &stub_int);
    SlRmap *map = sl_rmap_new(worker, &type, 0);
    SlSlot ints[3] = {{0}}, key[2], value;
    bool found;
    stub_iface(key, sl_iface_make(worker, &stub_ints, ints));
    const char *text = "runtime error: hash of unhashable type []int";
    cr_assert(sl_rmap_set(worker, map, &type, key, &value) == SL_PANIC && strcmp(stub_panic(stub), text) == 0);
    cr_assert(sl_rmap_get(worker, map, &type, key, &value, &found) == SL_PANIC && strcmp(stub_panic(stub), text) == 0);
    cr_assert(sl_rmap_get(worker, NULL, &type, key, &value, &found) == SL_PANIC && strcmp(stub_panic(stub), text) == 0);
    cr_assert(sl_rmap_delete(worker, map, &type, key) == SL_PANIC && strcmp(stub_panic(stub), text) == 0);
    stub_free(stub);
}

Test(rmap, values_of_every_form_come_back) {
    Stub *stub = stub_new(1, 0);
    SlWorker *worker = stub_worker(stub);
    const SlRtype *elems[] = {&stub_int8, &stub_float32, &stub_complex64,  &stub_string, &stub_ints, &stub_mixed,
                              &stub_any,  &stub_empty,   &stub_pair_array, &stub_holder, &stub_bool};
    for (size_t e = 0; e < sizeof elems / sizeof *elems; e++) {
        SlRtype type = stub_map(&stub_int, elems[e]);
        SlRmap *map = sl_rmap_new(worker, &type, 20);
        for (int64_t i = 0; i < 100; i++) {
            SlSlot value[5] = {{0}}, back[5] = {{0}};
            bool found;
            if (elems[e] == &stub_float32)
                value[0].f = (double)i / 2;
            else if (elems[e] == &stub_complex64)
                value[0].f = (double)i, value[1].f = -(double)i;
            else if (elems[e] == &stub_bool)
                value[0].i = i & 1;
            else
                for (uint32_t k = 0; k < elems[e]->slots; k++)
                    value[k].i = elems[e]->slots == 1 ? -i : i * 1000 + k;
            cr_assert(sl_rmap_set(worker, map, &type, &(SlSlot){.i = i}, value) == SL_DONE);
            cr_assert(sl_rmap_get(worker, map, &type, &(SlSlot){.i = i}, back, &found) == SL_DONE && found);
            cr_assert(memcmp(value, back, sizeof value) == 0);
        }
    }
    stub_free(stub);
}

Test(rmap, absurd_hints_are_ignored) {
    Stub *stub = stub_new(1, 0);
    SlWorker *worker = stub_worker(stub);
    SlRtype type = stub_map(&stub_int, &stub_int);
    cr_assert(sl_rmap_new(worker, &type, INT64_MAX) && sl_rmap_new(worker, &type, -1));
    cr_assert(sl_heap_bytes(&stub->machine) < 1 << 20);
    stub_free(stub);
}

typedef struct {
    SlWorker *worker;
    SlRmap *map;
    const SlRtype *type;
    bool write;
} Racer;

static void *race(void *data) {
    Racer *racer = data;
    Stub *stub = racer->worker->machine->std;
    for (int64_t i = 0; i < 300000 && !stub->fatals; i++) {
        char text[24];
        SlSlot key[2], value[2];
        int width = snprintf(text, sizeof text, "%lld", (long long)(i % 5000));
        key[0].p = text;
        key[1].i = width;
        bool found;
        if (racer->write && i % 7 == 6) {
            sl_rmap_delete(racer->worker, racer->map, racer->type, key);
        } else if (racer->write) {
            SlStr copy = sl_string_new(racer->worker, text, (size_t)width);
            key[0].p = (void *)copy.bytes;
            sl_rmap_set(racer->worker, racer->map, racer->type, key, key);
        } else if (i % 100 == 0) {
            bool more = true;
            void *iter = sl_rmap_iter(racer->worker, racer->map, racer->type);
            while (more && sl_rmap_next(racer->worker, iter, racer->type, key, value, &more) == SL_DONE && more)
                if (key[1].i > 0)
                    width += *(const volatile char *)key[0].p;
        } else if (sl_rmap_get(racer->worker, racer->map, racer->type, key, value, &found) == SL_DONE && found) {
            cr_assert(value[1].i == width && memcmp(value[0].p, text, (size_t)width) == 0);
        }
    }
    return NULL;
}

Test(rmap, races_end_in_go_s_fatal_errors_and_corrupt_nothing) {
    for (int writers = 1; writers <= 3; writers++) {
        Stub *stub = stub_new(4, 0);
        SlRtype type = stub_map(&stub_string, &stub_string);
        SlRmap *map = sl_rmap_new(stub->workers[0], &type, 0);
        Racer racers[4];
        pthread_t threads[4];
        for (int i = 0; i < 4; i++) {
            racers[i] = (Racer){stub->workers[i], map, &type, i < writers};
            pthread_create(&threads[i], NULL, race, &racers[i]);
        }
        for (int i = 0; i < 4; i++)
            pthread_join(threads[i], NULL);
        const char *text = stub_panic(stub);
        cr_assert(*text == 0 || strncmp(text, "fatal error: concurrent map ", 28) == 0, "%s", text);
        stub_free(stub);
    }
}

Test(rmap, readers_alone_are_no_race) {
    Stub *stub = stub_new(4, 0);
    SlRtype type = stub_map(&stub_string, &stub_string);
    SlRmap *map = sl_rmap_new(stub->workers[0], &type, 0);
    race(&(Racer){stub->workers[0], map, &type, true});
    pthread_t threads[4];
    Racer racers[4];
    for (int i = 0; i < 4; i++) {
        racers[i] = (Racer){stub->workers[i], map, &type, false};
        pthread_create(&threads[i], NULL, race, &racers[i]);
    }
    for (int i = 0; i < 4; i++)
        pthread_join(threads[i], NULL);
    cr_assert(stub->fatals == 0);
    stub_free(stub);
}
