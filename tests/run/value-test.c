// SPDX-License-Identifier: MIT
// Strings, slices, interfaces, equality, the two forms of values, shared memory, and values as text.
#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>

#include "machine-stub.c"

// ---- strings ----

static bool is_text(const SlSlot *slots, const char *text) {
    return slots[1].i == (int64_t)strlen(text) && memcmp(slots[0].p ? slots[0].p : "", text, strlen(text)) == 0;
}

Test(values, strings_concatenate_and_keep_the_only_part) {
    Stub *stub = stub_new(1, 0);
    SlWorker *worker = stub_worker(stub);
    SlSlot parts[8], out[2];
    stub_s(parts, "one");
    stub_s(parts + 2, "");
    stub_s(parts + 4, "two");
    stub_s(parts + 6, "é");
    cr_assert(sl_string_concat(worker, parts, 4, out) == SL_DONE && is_text(out, "onetwoé"));
    cr_assert(sl_string_concat(worker, parts, 2, out) == SL_DONE && out[0].p == parts[0].p && is_text(out, "one"));
    cr_assert(sl_string_concat(worker, parts + 2, 1, out) == SL_DONE && is_text(out, ""));
    stub_free(stub);
}

Test(values, strings_compare_by_bytes) {
    const char *words[] = {"", "a", "aa", "ab", "b", "\xC3\xA9", "\xFF"};
    for (int i = 0; i < 7; i++)
        for (int k = 0; k < 7; k++) {
            SlStr a = {words[i], (int64_t)strlen(words[i])}, b = {words[k], (int64_t)strlen(words[k])};
            cr_assert(sl_string_compare(a, b) == (i < k ? -1 : i > k) && sl_string_equal(a, b) == (i == k));
        }
}

Test(values, conversions_between_strings_bytes_and_runes_follow_go) {
    Stub *stub = stub_new(1, 0);
    SlWorker *worker = stub_worker(stub);
    const char *text = "a\xC3\xA9\xFF\xE4\xB8\x96\xF0\x9F\x8E\x89\xED\xA0\x80";
    int32_t runes[] = {'a', 0xE9, 0xFFFD, 0x4E16, 0x1F389, 0xFFFD, 0xFFFD, 0xFFFD};
    SlSlot slice[3], back[2];
    SlStr string = {text, (int64_t)strlen(text)};
    cr_assert(sl_string_to_bytes(worker, string, slice) == SL_DONE && slice[1].i == 14 && slice[2].i == 14); // constant
    string = sl_string_new(worker, text, strlen(text));
    cr_assert(sl_string_to_runes(worker, string, slice) == SL_DONE && slice[1].i == 8 && slice[2].i == 8);
    cr_assert(memcmp(slice[0].p, runes, sizeof runes) == 0);
    SlSlice all = {slice[0].p, slice[1].i, slice[2].i};
    cr_assert(sl_string_from_runes(worker, all, back) == SL_DONE);
    cr_assert(is_text(back, "a\xC3\xA9\xEF\xBF\xBD\xE4\xB8\x96\xF0\x9F\x8E\x89\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"));
    cr_assert(sl_string_to_bytes(worker, string, slice) == SL_DONE && slice[1].i == 14 && slice[2].i == 16);
    all = (SlSlice){slice[0].p, slice[1].i, slice[2].i};
    cr_assert(sl_string_from_bytes(worker, all, back) == SL_DONE && is_text(back, text) && back[0].p != slice[0].p);
    cr_assert(sl_string_from_rune(worker, 0x4E16, back) == SL_DONE && is_text(back, "世"));
    cr_assert(sl_string_from_rune(worker, -1, back) == SL_DONE && is_text(back, "\xEF\xBF\xBD"));
    cr_assert(sl_string_from_rune(worker, 0xD800, back) == SL_DONE && is_text(back, "\xEF\xBF\xBD"));
    cr_assert(sl_string_to_bytes(worker, (SlStr){NULL, 0}, slice) == SL_DONE && slice[0].p && slice[1].i == 0);
    stub_free(stub);
}

// ---- slices ----

static void check_growth(const SlRtype *elem, const int64_t *capacities, int count) {
    Stub *stub = stub_new(1, 0);
    SlWorker *worker = stub_worker(stub);
    SlSlot slice[3] = {{0}}, value[5] = {{0}};
    int64_t last = 0;
    for (int seen = 0; seen < count;) {
        cr_assert(sl_slice_append(worker, elem, slice, value, 1, slice) == SL_DONE);
        if (slice[2].i == last)
            continue;
        last = slice[2].i;
        cr_assert(last == capacities[seen], "%s: %lld, not %lld", elem->text, (long long)last,
                  (long long)capacities[seen]);
        seen++;
    }
    stub_free(stub);
}

Test(values, capacities_grow_as_go_s) {
    check_growth(&stub_int, (int64_t[]){1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 848, 1280, 1792, 2560, 3408, 5120}, 16);
    check_growth(&stub_uint8, (int64_t[]){8, 16, 32, 64, 128, 256, 512, 896, 1408, 2048, 3072, 4096, 5376}, 13);
    check_growth(&stub_int32, (int64_t[]){2, 4, 8, 16, 32, 64, 128, 256, 512, 864, 1344}, 11);
    check_growth(&stub_string, (int64_t[]){1, 2, 4, 8, 16, 32}, 6);
}

Test(values, several_at_once_take_what_is_needed) {
    Stub *stub = stub_new(1, 0);
    SlWorker *worker = stub_worker(stub);
    SlSlot slice[3] = {{0}}, values[5], out[3];
    for (int i = 0; i < 5; i++)
        values[i].i = i;
    cr_assert(sl_slice_append(worker, &stub_int, slice, values, 5, slice) == SL_DONE);
    cr_assert(slice[1].i == 5 && slice[2].i == 6 && ((int64_t *)slice[0].p)[4] == 4);
    cr_assert(sl_slice_append_slice(worker, &stub_int, slice, slice, out) == SL_DONE);
    cr_assert(out[1].i == 10 && out[2].i == 12 && ((int64_t *)out[0].p)[9] == 4 && slice[1].i == 5);
    SlSlot bytes[3] = {{0}};
    cr_assert(sl_slice_append_string(worker, bytes, (SlStr){"hello", 5}, bytes) == SL_DONE);
    cr_assert(bytes[1].i == 5 && bytes[2].i == 8 && memcmp(bytes[0].p, "hello", 5) == 0);
    stub_free(stub);
}

Test(values, appending_within_the_capacity_writes_in_place) {
    Stub *stub = stub_new(1, 0);
    SlWorker *worker = stub_worker(stub);
    SlSlot slice[3], out[3], value = {.i = 9};
    cr_assert(sl_slice_make(worker, &stub_int, 2, 4, slice) == SL_DONE);
    cr_assert(sl_slice_append(worker, &stub_int, slice, &value, 1, out) == SL_DONE);
    cr_assert(out[0].p == slice[0].p && out[1].i == 3 && out[2].i == 4 && ((int64_t *)slice[0].p)[2] == 9);
    stub_free(stub);
}

Test(values, make_checks_its_sizes_as_go_does) {
    Stub *stub = stub_new(1, 0);
    SlWorker *worker = stub_worker(stub);
    SlSlot out[3];
    const char *length = "runtime error: makeslice: len out of range",
               *capacity = "runtime error: makeslice: cap out of range";
    cr_assert(sl_slice_make(worker, &stub_int, -1, -1, out) == SL_PANIC && !strcmp(stub_panic(stub), length));
    cr_assert(sl_slice_make(worker, &stub_int, INT64_MAX, INT64_MAX, out) == SL_PANIC &&
              !strcmp(stub_panic(stub), length));
    cr_assert(sl_slice_make(worker, &stub_int, 5, 4, out) == SL_PANIC && !strcmp(stub_panic(stub), capacity));
    cr_assert(sl_slice_make(worker, &stub_int, 0, INT64_MAX / 8, out) == SL_PANIC &&
              !strcmp(stub_panic(stub), capacity));
    cr_assert(sl_slice_make(worker, &stub_empty, INT64_MAX, INT64_MAX, out) == SL_DONE && out[0].p);
    cr_assert(sl_slice_make(worker, &stub_int, (int64_t)1 << 34, (int64_t)1 << 34, out) == SL_EXIT);
    cr_assert(!strcmp(stub_panic(stub), "fatal error: runtime: out of memory"));
    stub_free(stub);
}

Test(values, copies_may_overlap_with_and_without_other_workers) {
    for (int workers = 1; workers <= 2; workers++) {
        Stub *stub = stub_new(workers, 0);
        SlWorker *worker = stub_worker(stub);
        const SlRtype *elems[] = {&stub_int,   &stub_uint8,      &stub_string,       &stub_node, &stub_holder,
                                  &stub_mixed, &stub_pair_array, &stub_node_pointer, &stub_ints, &stub_int32};
        for (size_t e = 0; e < sizeof elems / sizeof *elems; e++)
            for (int64_t shift = -3; shift <= 3; shift++) {
                size_t size = elems[e]->size, count = 40;
                unsigned char *memory = sl_alloc_typed(worker, elems[e], count);
                unsigned char *expected = malloc(size * count);
                for (size_t i = 0; i < size * count; i++)
                    expected[i] = memory[i] = (unsigned char)(i * 31 + i / 256);
                memmove(expected + (size_t)(10 + shift) * size, expected + 10 * size, 20 * size);
                SlSlot to[3] = {{.p = memory + (size_t)(10 + shift) * size}, {.i = 20}, {.i = 20}};
                SlSlot from[3] = {{.p = memory + 10 * size}, {.i = 25}, {.i = 25}};
                cr_assert(sl_slice_copy(worker, elems[e], to, from) == 20);
                cr_assert(memcmp(memory, expected, size * count) == 0);
                sl_slice_clear(worker, elems[e], to);
                memset(expected + (size_t)(10 + shift) * size, 0, 20 * size);
                cr_assert(memcmp(memory, expected, size * count) == 0);
                free(expected);
            }
        stub_free(stub);
    }
}

// ---- memory form and frame form ----

Test(values, narrow_values_are_extended_in_frames) {
    int8_t byte = -5;
    float part = 1.5f;
    float complex_parts[2] = {1, -2};
    SlSlot slots[4];
    cr_assert(sl_slot_load(&byte, &stub_int8, slots) == 1 && slots[0].i == -5);
    cr_assert(sl_slot_load(&byte, &stub_uint8, slots) == 1 && slots[0].i == 251);
    cr_assert(sl_slot_load(&part, &stub_float32, slots) == 1 && slots[0].f == 1.5);
    cr_assert(sl_slot_load(complex_parts, &stub_complex64, slots) == 2 && slots[0].f == 1 && slots[1].f == -2);
    slots[0].f = 0.25;
    sl_slot_store(&part, &stub_float32, slots);
    cr_assert(part == 0.25f);
    slots[0].i = 300;
    sl_slot_store(&byte, &stub_int8, slots);
    cr_assert(byte == 44);
    Mixed mixed = {.small = 3, .text = {"abc", 3}, .part = 2};
    cr_assert(sl_slot_load(&mixed, &stub_mixed, slots) == 4 && memcmp(slots, &mixed, sizeof mixed) == 0);
}

typedef struct {
    Stub *stub;
    SlWorker *worker;
    SlSlot *shared; // an interface, a slice, an array of holders
    int number;
    bool torn;
} Tearer;

enum { HOLDERS = 20 };

// Each value's words agree with each other; which words those are, only the writer's number says.
static void *tear(void *data) {
    Tearer *tearer = data;
    SlWorker *worker = tearer->worker;
    SlSlot slots[3];
    char *holders = (char *)(tearer->shared + 5);
    for (uint64_t i = 0; i < 100000; i++) {
        uint64_t stamp = (uint64_t)tearer->number << 32 | i;
        if (tearer->number < 2) {
            slots[0].u = slots[1].u = slots[2].u = stamp;
            sl_store_wide2(worker, tearer->shared, slots);
            sl_store_wide3(worker, tearer->shared + 2, slots);
            SlSlot holder[5] = {{.u = stamp}, {.u = stamp}, {.u = stamp}, {.u = stamp}, {.u = stamp}};
            sl_shared_store(worker, holders + (i % HOLDERS) * 40, &stub_holder, holder);
            if (i % 16 == 0)
                sl_shared_copy(worker, holders + 40, holders, &stub_holder, HOLDERS - 1);
            if (i % 16 == 8)
                sl_shared_copy(worker, holders, holders + 40, &stub_holder, HOLDERS - 1);
            continue;
        }
        sl_load_wide2(worker, tearer->shared, slots);
        tearer->torn |= slots[0].u != slots[1].u;
        sl_load_wide3(worker, tearer->shared + 2, slots);
        tearer->torn |= slots[0].u != slots[1].u || slots[1].u != slots[2].u;
        SlSlot holder[5];
        sl_shared_load(worker, holders + (i % HOLDERS) * 40, &stub_holder, holder);
        tearer->torn |= holder[0].u != holder[1].u || holder[2].u != holder[3].u || holder[3].u != holder[4].u;
    }
    return NULL;
}

Test(values, values_of_several_words_are_never_torn) {
    Stub *stub = stub_new(4, 0);
    SlSlot *shared = calloc(5 + 5 * HOLDERS, sizeof *shared);
    Tearer tearers[4];
    pthread_t threads[4];
    for (int i = 0; i < 4; i++) {
        tearers[i] = (Tearer){stub, stub->workers[i], shared, i, false};
        pthread_create(&threads[i], NULL, tear, &tearers[i]);
    }
    for (int i = 0; i < 4; i++) {
        pthread_join(threads[i], NULL);
        cr_assert(!tearers[i].torn);
    }
    free(shared);
    stub_free(stub);
}

// ---- equality and interfaces ----

Test(values, interfaces_compare_by_type_and_value) {
    Stub *stub = stub_new(1, 0);
    SlWorker *worker = stub_worker(stub);
    SlSlot one = {.i = 1}, text[2], other[2], not_a_number = {.f = NAN};
    stub_s(text, "same");
    SlStr copy = sl_string_new(worker, "same", 4);
    other[0].p = (void *)copy.bytes;
    other[1].i = 4;
    SlIface i1 = sl_iface_make(worker, &stub_int, &one), n1 = sl_iface_make(worker, &stub_named, &one);
    SlIface s1 = sl_iface_make(worker, &stub_string, text), s2 = sl_iface_make(worker, &stub_string, other);
    SlIface nan = sl_iface_make(worker, &stub_float64, &not_a_number), nil = {0};
    bool equal;
    cr_assert(sl_iface_equal(worker, i1, i1, &equal) && equal);
    cr_assert(sl_iface_equal(worker, i1, n1, &equal) && !equal);
    cr_assert(sl_iface_equal(worker, s1, s2, &equal) && equal);
    cr_assert(sl_iface_equal(worker, nan, nan, &equal) && !equal);
    cr_assert(sl_iface_equal(worker, nil, nil, &equal) && equal);
    cr_assert(sl_iface_equal(worker, nil, i1, &equal) && !equal);
    SlSlot ints[3] = {{0}};
    SlIface slice = sl_iface_make(worker, &stub_ints, ints);
    cr_assert(sl_iface_equal(worker, slice, i1, &equal) && !equal);
    cr_assert(!sl_iface_equal(worker, slice, slice, &equal));
    cr_assert(!strcmp(stub_panic(stub), "runtime error: comparing uncomparable type []int"));
    SlSlot back[2];
    sl_iface_value(s2, back);
    cr_assert(is_text(back, "same"));
    stub_free(stub);
}

Test(values, structs_compare_field_by_field) {
    Stub *stub = stub_new(1, 0);
    SlWorker *worker = stub_worker(stub);
    Mixed a, b;
    memset(&a, 0x11, sizeof a);
    memset(&b, 0x22, sizeof b);
    a.small = b.small = 4;
    a.part = 0.0f;
    b.part = -0.0f;
    a.text = sl_string_new(worker, "xy", 2);
    b.text = sl_string_new(worker, "xy", 2);
    bool equal;
    uint64_t hash_a, hash_b;
    cr_assert(sl_value_equal(worker, &stub_mixed, &a, &b, &equal) && equal);
    cr_assert(sl_value_hash(worker, &stub_mixed, &a, &hash_a) && sl_value_hash(worker, &stub_mixed, &b, &hash_b));
    cr_assert(hash_a == hash_b);
    b.text = sl_string_new(worker, "xz", 2);
    cr_assert(sl_value_equal(worker, &stub_mixed, &a, &b, &equal) && !equal);
    stub_free(stub);
}

Test(values, methods_are_found_by_name_and_missing_ones_named) {
    Stub *stub = stub_new(1, 0);
    const char *missing;
    cr_assert(sl_rtype_method(&stub_named, "String", NULL) && !sl_rtype_method(&stub_named, "Strin", NULL));
    cr_assert(sl_iface_is(&stub->machine, &stub_named, &stub_stringer, &missing) && !missing);
    cr_assert(!sl_iface_is(&stub->machine, &stub_int, &stub_stringer, &missing) && !strcmp(missing, "String"));
    cr_assert(sl_iface_is(&stub->machine, &stub_int, &stub_int, NULL) &&
              sl_iface_is(&stub->machine, &stub_int, &stub_any, NULL));
    cr_assert(!sl_iface_is(&stub->machine, NULL, &stub_any, NULL));
    const SlTarget **sites = stub->machine.call_sites = sl_call_sites_new(1);
    SlRtype others[SL_SITE_WAYS + 1]; // more than a site remembers
    for (int i = 0; i < 3 * (SL_SITE_WAYS + 1); i++) {
        SlRtype *type = &others[i % (SL_SITE_WAYS + 1)];
        *type = stub_named;
        cr_assert(sl_call_site_value(&stub->machine, 0, &stub_stringer, 0, type) == stub_named.methods[1].func->value);
    }
    for (int i = 0; i < SL_SITE_WAYS; i++)
        cr_assert(sites[i]->type == &others[i]);
    SlRtype *many = calloc(300, sizeof *many);
    for (int i = 0; i < 300; i++) {
        many[i] = i % 2 ? stub_named : stub_int;
        cr_assert(sl_iface_is(&stub->machine, &many[i], &stub_stringer, NULL) == (i % 2));
    }
    for (int i = 0; i < 300; i++)
        cr_assert(sl_iface_is(&stub->machine, &many[i], &stub_stringer, NULL) == (i % 2));
    stub_free(stub);
    free(many);
    free(sites);
}

// ---- text ----

static void check_shown(const SlRtype *type, const SlSlot *slots, size_t limit, const char *expected) {
    SlText text = {0};
    sl_text_adds(&text, "> ");
    sl_value_text(NULL, type, slots, limit, &text);
    cr_assert(!strcmp(sl_text_cstr(&text) + 2, expected), "%s, not %s", sl_text_cstr(&text) + 2, expected);
    sl_text_free(&text);
}

Test(values, values_are_shown_briefly) {
    SlSlot slots[5] = {{.i = 42}};
    check_shown(&stub_int, slots, 20, "42");
    check_shown(&stub_bool, slots, 20, "true");
    slots[0].f = 0.1;
    check_shown(&stub_float64, slots, 20, "0.1");
    stub_s(slots, "abc\n\"");
    check_shown(&stub_string, slots, 20, "\"abc\\n\\\"\"");
    stub_s(slots, "a long string of words");
    check_shown(&stub_string, slots, 12, "\"a long…\"");
    stub_s(slots, "ééééééééé");
    check_shown(&stub_string, slots, 12, "\"ééé…\"");
    memset(slots, 0, sizeof slots);
    check_shown(&stub_node_pointer, slots, 20, "nil");
    check_shown(&stub_any, slots, 20, "nil");
    slots[0].p = slots;
    slots[1].i = 3;
    check_shown(&stub_node_pointer, slots, 20, "*Node");
    check_shown(&stub_ints, slots, 20, "[3 ints]");
    Mixed mixed = {.small = -3, .text = {"ab", 2}, .part = 2.5f};
    memset(slots, 0, sizeof slots);
    memcpy(slots, &mixed, sizeof mixed);
    check_shown(&stub_mixed, slots, 40, "Mixed{-3 \"ab\" 2.5}");
    check_shown(&stub_mixed, slots, 16, "Mixed{-3 \"ab…}");
    slots[1] = slots[0];
    slots[0].p = (void *)&stub_named;
    slots[1].i = 7;
    check_shown(&stub_any, slots, 16, "7");
}
