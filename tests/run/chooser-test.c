// SPDX-License-Identifier: MIT
// Choosers: who moves next by each rule, and what is said of rules and scripts that cannot be followed.
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "run/chooser.h"

static SlChoosing *make(const char *rule, const char *script) {
    char *error = NULL;
    SlChoosing *choosing = sl_choosing_new(rule, 7, script, &error);
    cr_assert_not_null(choosing, "%s: %s", rule, error);
    return choosing;
}

// The goroutine that is chosen among those.
static uint64_t among(SlChoosing *choosing, const uint64_t *actors, uint32_t count) {
    SlChoice choice = {SL_CHOOSE_GOROUTINE, 0, count, actors};
    uint64_t place = sl_choosing_choose(choosing, &choice);
    return place < count ? actors[place] : 0;
}

Test(chooser, round_robin_takes_the_next_number) {
    SlChoosing *choosing = make("round-robin", NULL);
    static const uint64_t actors[] = {5, 2, 9};
    static const uint64_t expected[] = {2, 5, 9, 2, 5, 9};
    for (int i = 0; i < 6; i++)
        cr_assert_eq(among(choosing, actors, 3), expected[i]);
    sl_choosing_free(choosing);
}

Test(chooser, run_to_block_stays_with_who_runs) {
    SlChoosing *choosing = make("run-to-block", NULL);
    static const uint64_t all[] = {3, 1, 2}, without_1[] = {2, 3};
    cr_assert_eq(among(choosing, all, 3), 1);
    cr_assert_eq(among(choosing, all, 3), 1);
    cr_assert_eq(among(choosing, without_1, 2), 2);
    cr_assert_eq(among(choosing, all, 3), 2);
    sl_choosing_free(choosing);
}

// Runs three that could always move; the order in which they come to have run at all.
static void first_to_last(const char *rule, uint64_t seed, char order[4]) {
    char *error = NULL;
    SlChoosing *choosing = sl_choosing_new(rule, seed, NULL, &error);
    uint64_t actors[] = {1, 2, 3};
    for (uint32_t left = 3; left;) { // each ends with its first move
        uint64_t id = among(choosing, actors, left);
        order[3 - left] = (char)('0' + id);
        for (uint32_t i = 0; i < left; i++)
            if (actors[i] == id) {
                actors[i] = actors[--left];
                break;
            }
    }
    order[3] = 0;
    sl_choosing_free(choosing);
}

// Two choosers of one seed, one of which is told what has changed in the list, choose alike.
Test(chooser, pct_follows_a_list_that_changes_a_little) {
    enum { MOST = 60 };
    SlChoosing *told = make("pct:5:400", NULL), *untold = make("pct:5:400", NULL);
    uint64_t actors[MOST], next = 1, random = 99;
    uint32_t count = 0, kept = 0;
    for (int move = 0; move < 3000; move++) {
        random = random * 6364136223846793005u + 1442695040888963407u;
        if (move % 50 == 0 && count) { // somebody goes whom nobody has chosen
            uint32_t gone = (uint32_t)(random >> 40) % count;
            actors[gone] = actors[--count];
            kept = kept < gone ? kept : gone;
        }
        for (uint32_t more = 2 + (uint32_t)(random >> 60); more && count < MOST; more--)
            actors[count++] = next++;
        SlChoice choice = {SL_CHOOSE_GOROUTINE, 0, count, actors, kept};
        uint64_t place = sl_choosing_choose(told, &choice);
        choice.kept = 0;
        cr_assert_lt(place, count);
        cr_assert_eq(sl_choosing_choose(untold, &choice), place, "move %d", move);
        uint64_t chosen = actors[place];
        actors[place] = actors[--count];
        kept = count;
        if (random >> 33 & 1) // it could go on
            actors[count++] = chosen;
    }
    sl_choosing_free(told);
    sl_choosing_free(untold);
}

Test(chooser, pct_reaches_every_order_of_three) {
    char seen[1000] = "";
    for (uint64_t seed = 1; seed < 100; seed++) {
        char order[4];
        first_to_last("pct:1", seed, order);
        if (!strstr(seen, order))
            strcat(strcat(seen, order), " ");
    }
    cr_assert_eq(strlen(seen), 6 * 4, "%s", seen);
}

Test(chooser, pct_keeps_priorities_but_for_its_change_points) {
    static const uint64_t actors[] = {1, 2, 3, 4};
    for (uint64_t seed = 1; seed < 50; seed++) {
        char *error = NULL;
        SlChoosing *choosing = sl_choosing_new("pct:3:40", seed, NULL, &error);
        int changes = 0;
        uint64_t last = among(choosing, actors, 4);
        for (int i = 1; i < 200; i++) {
            uint64_t now = among(choosing, actors, 4);
            changes += now != last;
            last = now;
        }
        cr_assert_leq(changes, 2, "depth 3 has two change points");
        sl_choosing_free(choosing);
    }
}

Test(chooser, a_script_is_followed_word_by_word) {
    SlChoosing *choosing = make("script", "G2 # the second\n3*2, 2\ncase 1 G3");
    static const uint64_t actors[] = {1, 2, 3}, cases[] = {0, 1};
    static const uint64_t expected[] = {2, 3, 3, 2};
    for (int i = 0; i < 4; i++)
        cr_assert_eq(among(choosing, actors, 3), expected[i]);
    SlChoice select = {SL_CHOOSE_SELECT, 2, 2, cases};
    cr_assert_eq(sl_choosing_choose(choosing, &select), 1);
    cr_assert_eq(among(choosing, actors, 3), 3);
    cr_assert_neq(among(choosing, actors, 3), 0, "then by the seed");
    cr_assert_null(sl_choosing_problem(choosing));
    sl_choosing_free(choosing);
}

Test(chooser, a_script_that_does_not_fit_says_where) {
    SlChoosing *choosing = make("script", "\nG7");
    static const uint64_t actors[] = {1, 2};
    cr_assert_eq(among(choosing, actors, 2), 0);
    cr_assert_str_eq(sl_choosing_problem(choosing), "script, line 2: G7 cannot move now; who can: G1 G2");
    sl_choosing_free(choosing);
}

Test(chooser, refuses_what_it_cannot_read) {
    static const char *const rules[] = {"", "rand", "pct:0", "pct:x", "pct:3:0", "pct:99", "random:1", "round-robin:2"};
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        char *error = NULL;
        cr_assert_null(sl_choosing_new(rules[i], 1, NULL, &error), "%s", rules[i]);
        cr_assert_not_null(error);
        free(error);
    }
    static const char *const scripts[] = {"hello", "G", "3*x", "case", "G1 case G2", "-4"};
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
        char *error = NULL;
        SlChoosing *choosing = sl_choosing_new("script", 1, scripts[i], &error);
        cr_assert_null(choosing, "%s", scripts[i]);
        free(error);
    }
}
