// SPDX-License-Identifier: MIT
// History: undo leads back to the very bytes, whatever was done; typing is grouped, the drawing's edits are not.
#include "ui/history.h"

#include <criterion/criterion.h>
#include <string.h>

enum { SECOND = 1000000 };

static char *type(SlHistory *history, char *text, const char *after, const char *what, gint64 now) {
    sl_history_record(history, text, after, what, now);
    g_free(text);
    return g_strdup(after);
}

static char *undo(SlHistory *history, char *text) {
    char *before = sl_history_undo(history, text);
    cr_assert_not_null(before);
    g_free(text);
    return before;
}

Test(history, takes_what_is_typed_in_one_go_as_one_step) {
    SlHistory *history = sl_history_new();
    char *text = g_strdup("package main\n");
    text = type(history, text, "package main\na", NULL, 0);
    text = type(history, text, "package main\nab", NULL, SECOND / 5);
    text = type(history, text, "package main\nabc", NULL, 2 * SECOND / 5);
    text = undo(history, text);
    cr_expect_str_eq(text, "package main\n");
    cr_expect_null(sl_history_undo(history, text));
    g_free(text);
    sl_history_free(history);
}

Test(history, begins_a_new_step_after_a_pause_a_new_line_and_elsewhere) {
    SlHistory *history = sl_history_new();
    char *text = g_strdup("");
    text = type(history, text, "a", NULL, 0);
    text = type(history, text, "ab", NULL, 9 * SECOND);
    text = type(history, text, "ab\n", NULL, 9 * SECOND + 1);
    text = type(history, text, "ab\nc", NULL, 9 * SECOND + 2);
    text = type(history, text, "Xab\nc", NULL, 9 * SECOND + 3);
    static const char *const back[] = {"ab\nc", "ab\n", "a", ""};
    for (guint i = 0; i < G_N_ELEMENTS(back); i++) {
        text = undo(history, text);
        cr_expect_str_eq(text, back[i]);
    }
    g_free(text);
    sl_history_free(history);
}

Test(history, joins_rubbing_out_backwards) {
    SlHistory *history = sl_history_new();
    char *text = g_strdup("abcd");
    text = type(history, text, "abc", NULL, 0);
    text = type(history, text, "ab", NULL, 1);
    text = type(history, text, "a", NULL, 2);
    text = undo(history, text);
    cr_expect_str_eq(text, "abcd");
    g_free(text);
    sl_history_free(history);
}

Test(history, never_joins_an_edit_of_the_drawing) {
    SlHistory *history = sl_history_new();
    char *text = g_strdup("");
    text = type(history, text, "a", "connect", 0);
    text = type(history, text, "ab", "connect", 1);
    text = type(history, text, "abc", NULL, 2);
    cr_expect_str_eq(sl_history_next_undo(history), "typing");
    text = undo(history, text);
    cr_expect_str_eq(sl_history_next_undo(history), "connect");
    text = undo(history, text);
    cr_expect_str_eq(text, "a");
    char *again = sl_history_redo(history, text);
    cr_expect_str_eq(again, "ab");
    g_free(again);
    g_free(text);
    sl_history_free(history);
}

Test(history, forgets_what_was_undone_when_something_else_is_done) {
    SlHistory *history = sl_history_new();
    char *text = g_strdup("");
    text = type(history, text, "a", "add", 0);
    text = undo(history, text);
    text = type(history, text, "b", "add", 1);
    cr_expect_null(sl_history_redo(history, text));
    g_free(text);
    sl_history_free(history);
}

Test(history, leads_back_to_the_start_and_forth_to_the_end_over_random_edits) {
    for (guint32 seed = 1; seed <= 50; seed++) {
        GRand *random = g_rand_new_with_seed(seed);
        SlHistory *history = sl_history_new();
        char *start = g_strdup("func main() {\n\tjobs := make(chan int)\n}\n"), *text = g_strdup(start);
        for (int step = 0; step < 200; step++) {
            gsize length = strlen(text), from = (gsize)g_rand_int_range(random, 0, (gint32)length + 1);
            gsize to = MIN(length, from + (gsize)g_rand_int_range(random, 0, 4));
            char more[4] = {(char)g_rand_int_range(random, 'a', 'e'), g_rand_boolean(random) ? '\n' : 0, 0, 0};
            g_autofree char *after = g_strdup_printf("%.*s%s%s", (int)from, text, more, text + to);
            text = type(history, text, after, g_rand_boolean(random) ? "edit" : NULL, step * SECOND / 4);
        }
        char *end = g_strdup(text);
        while (sl_history_next_undo(history))
            text = undo(history, text);
        cr_expect_str_eq(text, start, "seed %u", seed);
        for (char *next; (next = sl_history_redo(history, text));) {
            g_free(text);
            text = next;
        }
        cr_expect_str_eq(text, end, "seed %u", seed);
        g_free(text);
        g_free(start);
        g_free(end);
        g_rand_free(random);
        sl_history_free(history);
    }
}

typedef struct {
    char *text;
    int parts;
} Other;

static void change(void *data, const char *file, gsize at, const char *old, const char *new) {
    Other *other = data;
    cr_expect_str_eq(file, "other.go");
    cr_assert_eq(strncmp(other->text + at, old, strlen(old)), 0);
    char *changed = g_strdup_printf("%.*s%s%s", (int)at, other->text, new, other->text + at + strlen(old));
    g_free(other->text);
    other->text = changed;
    other->parts++;
}

Test(history, takes_an_edit_of_several_files_as_one_step) {
    SlHistory *history = sl_history_new();
    Other other = {g_strdup("func old() {}\n"), 0};
    char *text = type(history, g_strdup("go old()\n"), "go old() // typed\n", NULL, 0);
    sl_history_record_edit(history, text, "go new() // typed\n", "rename", 1);
    sl_history_record_beside(history, "other.go", other.text, "func new() {}\n");
    g_free(text);
    g_free(other.text);
    text = g_strdup("go new() // typed\n");
    other.text = g_strdup("func new() {}\n");
    cr_expect_str_eq(sl_history_next_undo(history), "rename");
    text = undo(history, text);
    sl_history_undone_beside(history, change, &other);
    cr_expect_str_eq(text, "go old() // typed\n");
    cr_expect_str_eq(other.text, "func old() {}\n");
    char *again = sl_history_redo(history, text);
    sl_history_redone_beside(history, change, &other);
    cr_expect_str_eq(again, "go new() // typed\n");
    cr_expect_str_eq(other.text, "func new() {}\n");
    g_free(text);
    text = undo(history, again);
    text = undo(history, text);
    other.parts = 0;
    sl_history_undone_beside(history, change, &other);
    cr_expect_eq(other.parts, 0, "what was typed has no part in another file");
    cr_expect_str_eq(text, "go old()\n");
    g_free(text);
    g_free(other.text);
    sl_history_free(history);
}

Test(history, keeps_a_step_that_changes_other_files_alone) {
    SlHistory *history = sl_history_new();
    sl_history_record_edit(history, "same", "same", "edit the body", 0);
    sl_history_record_beside(history, "other.go", "a", "b");
    cr_expect_str_eq(sl_history_next_undo(history), "edit the body");
    sl_history_free(history);
}
