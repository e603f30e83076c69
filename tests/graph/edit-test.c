// SPDX-License-Identifier: MIT
// Edits through their interface: programs of several files, the way back, refusals that come before the drop.
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "app/source.h"

static const char main_text[] = "package main\n"
                                "\n"
                                "func main() {\n"
                                "\tc := make(chan int) // wire\n"
                                "\tgo put(c, 3)\n"
                                "\tgo words(nil)\n"
                                "\tshow(c)\n"
                                "}\n";
static const char other_text[] = "package main\n"
                                 "\n"
                                 "import \"fmt\"\n"
                                 "\n"
                                 "func put(out chan<- int, n int) {\n"
                                 "\tfor i := 0; i < n; i++ {\n"
                                 "\t\tout <- i\n"
                                 "\t}\n"
                                 "\tclose(out)\n"
                                 "}\n"
                                 "\n"
                                 "func words(out chan<- string) {\n"
                                 "\tclose(out)\n"
                                 "}\n"
                                 "\n"
                                 "func show(in <-chan int) {\n"
                                 "\tfor v := range in {\n"
                                 "\t\tfmt.Println(v)\n"
                                 "\t}\n"
                                 "}\n";

typedef struct {
    SlSources *sources;
    SlImporter importer;
    SlProgram *program;
    SlWiring *wiring;
    SlEditContext context;
} Two;

static Two open_two(void) {
    Two two = {.sources = sl_sources_from_text("main.go", main_text, strlen(main_text), NULL)};
    sl_vec_push(&two.sources->files, (SlSource){"other.go", other_text, strlen(other_text)});
    two.importer = sl_sources_importer(two.sources);
    two.program = sl_program_load(two.sources->files.at, 2, &two.importer, &(SlLangOptions){0});
    cr_assert_eq(two.program->diags->list.count, 0);
    two.wiring = sl_wiring_open(two.program, 0);
    return two;
}

static SlEdit *plan(Two *two, const SlEditOp *op) {
    two->context = (SlEditContext){two->program, two->wiring, &two->importer};
    return sl_edit_plan(&two->context, op);
}

static void done(Two *two) {
    sl_wiring_free(two->wiring);
    sl_program_free(two->program);
    sl_sources_free(two->sources);
}

static int node(const Two *two, const char *name) {
    for (int i = 0; i < two->wiring->node_count; i++)
        if (strcmp(two->wiring->nodes[i].name, name) == 0)
            return i;
    cr_assert_fail("no node %s", name);
    return -1;
}

static int port(const Two *two, const char *of, const char *name) {
    for (int i = 0; i < two->wiring->port_count; i++)
        if (two->wiring->ports[i].node == node(two, of) && strcmp(two->wiring->ports[i].name, name) == 0)
            return i;
    cr_assert_fail("no port %s", name);
    return -1;
}

Test(edit, renames_a_function_in_every_file) {
    Two two = open_two();
    SlEditOp op = SL_EDIT_OP(SL_EDIT_RENAME);
    op.node = node(&two, "put");
    op.name = "count";
    SlEdit *edit = plan(&two, &op);
    cr_assert_null(edit->refused, "%s", edit->refused);
    cr_assert_eq(edit->change_count, 2);
    char *a = sl_edit_apply(edit, 0, main_text, strlen(main_text), NULL);
    char *b = sl_edit_apply(edit, 1, other_text, strlen(other_text), NULL);
    cr_expect_not_null(strstr(a, "\tgo count(c, 3)\n"));
    cr_expect_not_null(strstr(b, "func count(out chan<- int, n int) {\n"));
    const char *const texts[] = {main_text, other_text};
    SlEdit *undo = sl_edit_undo(edit, texts, 2);
    char *back = sl_edit_apply(undo, 1, b, strlen(b), NULL);
    cr_expect_str_eq(back, other_text);
    free(a);
    free(b);
    free(back);
    sl_edit_free(undo);
    sl_edit_free(edit);
    done(&two);
}

Test(edit, changes_nothing_else) {
    Two two = open_two();
    SlEditOp op = SL_EDIT_OP(SL_EDIT_BUFFER);
    op.node = node(&two, "c");
    op.number = 12;
    SlEdit *edit = plan(&two, &op);
    cr_assert_null(edit->refused, "%s", edit->refused);
    cr_assert_eq(edit->change_count, 1);
    cr_expect_eq(edit->changes[0].from, edit->changes[0].to);
    cr_expect_str_eq(edit->changes[0].text, ", 12");
    sl_edit_free(edit);
    done(&two);
}

Test(edit, says_beforehand_why_ports_do_not_fit) {
    Two two = open_two();
    two.context = (SlEditContext){two.program, two.wiring, &two.importer};
    SlArena *arena = sl_arena_new();
    int out = port(&two, "words", "out"), in = port(&two, "main", "in");
    cr_expect_str_eq(sl_edit_fits(&two.context, arena, out, -1, in), "words sends string, and c carries int");
    cr_expect_str_eq(sl_edit_fits(&two.context, arena, out, node(&two, "c"), -1),
                     "words sends string, and c carries int");
    cr_expect_str_eq(sl_edit_fits(&two.context, arena, out, -1, port(&two, "put", "out")),
                     "both send: a wire leads from a sender to a receiver");
    cr_expect_str_eq(sl_edit_fits(&two.context, arena, port(&two, "put", "n"), -1, in), "n takes no channel");
    cr_expect_str_eq(sl_edit_fits(&two.context, arena, 99, -1, in), "there is no such port");
    SlEditOp op = SL_EDIT_OP(SL_EDIT_CONNECT);
    op.port = out;
    op.to_port = in;
    SlEdit *edit = plan(&two, &op);
    cr_expect_str_eq(edit->refused, "words sends string, and c carries int");
    cr_expect_eq(edit->change_count, 0);
    sl_edit_free(edit);
    sl_arena_free(arena);
    done(&two);
}

Test(edit, tells_where_what_it_made_begins) {
    Two two = open_two();
    SlEditOp op = SL_EDIT_OP(SL_EDIT_ADD);
    op.name = "put";
    op.placed = true;
    op.x = 10;
    op.y = -20;
    SlEdit *edit = plan(&two, &op);
    cr_assert_null(edit->refused, "%s", edit->refused);
    cr_assert_eq(edit->made_count, 1);
    cr_expect_eq(edit->made_file, 0);
    char *text = sl_edit_apply(edit, 0, main_text, strlen(main_text), NULL);
    cr_expect(strncmp(text + edit->made[0], "go put(nil, 3)\n", 15) == 0, "%s", text + edit->made[0]);
    cr_expect_not_null(strstr(text, "\t//sluice:at 10 -20\n\tgo put(nil, 3)\n"));
    free(text);
    sl_edit_free(edit);
    done(&two);
}

Test(edit, reads_parts_with_their_words) {
    static const char *const texts[] = {
        "package p\n\n// two sends a pair. And more.\n//\n//sluice:title Pair\n//sluice:category "
        "source\n//sluice:use two(nil, 1)\nfunc two(out chan<- int, n int) {\n\tout <- n\n}\n",
        "package p\n\nfunc helper() {}\n"};
    SlParts *parts = sl_parts_new(texts, 2);
    cr_assert_eq(parts->count, 1);
    cr_expect_str_eq(parts->list[0].name, "two");
    cr_expect_str_eq(parts->list[0].title, "Pair");
    cr_expect_str_eq(parts->list[0].about, "two sends a pair");
    cr_expect_str_eq(parts->list[0].category, "source");
    cr_expect_str_eq(parts->list[0].use, "two(nil, 1)");
    cr_expect_str_eq(parts->list[0].ports, "out chan<- int");
    cr_expect_eq(parts->list[0].outs, 1);
    sl_parts_free(parts);
    Two two = open_two();
    parts = sl_parts_own(two.program);
    cr_expect_eq(parts->count, 3);
    sl_parts_free(parts);
    done(&two);
}
