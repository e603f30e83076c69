// SPDX-License-Identifier: MIT
// Difference: the replacements make the one text of the other, and touch no line that stays.
#include "ui/difference.h"

#include <criterion/criterion.h>
#include <string.h>

static char *carry_out(const char *before, const char *after) {
    g_autoptr(GArray) list = sl_difference(before, after);
    GString *text = g_string_new(before);
    gsize last = G_MAXSIZE;
    for (guint i = 0; i < list->len; i++) {
        const SlReplacement *r = &g_array_index(list, SlReplacement, i);
        cr_expect(r->from <= r->to && r->at <= r->end && r->to <= last, "in order and apart");
        last = r->from;
        g_string_erase(text, (gssize)r->from, (gssize)(r->to - r->from));
        g_string_insert_len(text, (gssize)r->from, after + r->at, (gssize)(r->end - r->at));
    }
    return g_string_free(text, FALSE);
}

Test(difference, of_equal_texts_is_nothing) {
    g_autoptr(GArray) list = sl_difference("a\nb\n", "a\nb\n");
    cr_expect_eq(list->len, 0);
}

Test(difference, leaves_the_lines_between_two_changes_alone) {
    const char *before = "jobs := make(chan int)\nkept\ngo work(jobs)\n",
               *after = "tasks := make(chan int)\nkept\ngo work(tasks)\n";
    g_autoptr(GArray) list = sl_difference(before, after);
    cr_assert_eq(list->len, 2);
    const SlReplacement *second = &g_array_index(list, SlReplacement, 0),
                        *first = &g_array_index(list, SlReplacement, 1);
    cr_expect_lt(first->to, strlen("jobs :="));
    cr_expect_gt(second->from, strlen("jobs := make(chan int)\nkept\ngo "));
}

Test(difference, cuts_no_character) {
    const char *before = "a := \"é\"\n", *after = "a := \"è\"\n"; // they share their first byte
    g_autoptr(GArray) list = sl_difference(before, after);
    cr_assert_eq(list->len, 1);
    const SlReplacement *r = &g_array_index(list, SlReplacement, 0);
    cr_expect_eq(r->from, strlen("a := \""));
    cr_expect_eq(r->to - r->from, 2);
}

Test(difference, carried_out_makes_the_other_text) {
    for (guint32 seed = 1; seed <= 400; seed++) {
        GRand *random = g_rand_new_with_seed(seed);
        GString *texts[2] = {g_string_new(""), g_string_new("")};
        int lines = g_rand_int_range(random, 0, 14);
        for (int i = 0; i < lines; i++) {
            static const char *const words[] = {"a\n", "b\n", "\n", "é\n", "go work(jobs)\n", "ö"};
            const char *word = words[g_rand_int_range(random, 0, 6)], *other = words[g_rand_int_range(random, 0, 6)];
            int what = g_rand_int_range(random, 0, 5);
            g_string_append(texts[0], what == 1 ? "" : word);
            g_string_append(texts[1], what == 2 ? "" : what == 3 ? other : word);
        }
        g_autofree char *made = carry_out(texts[0]->str, texts[1]->str);
        cr_expect_str_eq(made, texts[1]->str, "seed %u", seed);
        cr_expect(g_utf8_validate(made, -1, NULL));
        g_string_free(texts[0], TRUE);
        g_string_free(texts[1], TRUE);
        g_rand_free(random);
    }
}
