// SPDX-License-Identifier: MIT
// Wirings of programs in text: what is found, under which name, and who may do what with it.
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "app/source.h"
#include "base/text.h"
#include "graph/wiring.h"

typedef struct {
    SlSources *sources;
    SlProgram *program;
    SlWiring *wiring;
} Wired;

static Wired wire(const char *body) {
    SlText text = {0};
    sl_text_printf(&text, "%s%s",
                   strncmp(body, "package", 7) == 0 || strstr(body, "\npackage ") ? "" : "package main\n", body);
    Wired wired = {.sources = sl_sources_from_text("main.go", sl_text_cstr(&text), text.length, NULL)};
    SlImporter importer = sl_sources_importer(wired.sources);
    wired.program = sl_program_load(wired.sources->files.at, 1, &importer, &(SlLangOptions){0});
    for (int i = 0; i < wired.program->diags->list.count; i++)
        cr_expect_fail("%s\n%s", wired.program->diags->list.at[i].message, body);
    wired.wiring = sl_wiring_new(wired.program);
    sl_text_free(&text);
    return wired;
}

static void unwire(Wired *wired) {
    sl_wiring_free(wired->wiring);
    sl_program_free(wired->program);
    sl_sources_free(wired->sources);
}

static int by_text(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

// "main sends ch; worker* receives ch" and so on, sorted; a star: any number of them, [n] a buffer, ~ only in selects.
static char *told(const SlWiring *wiring) {
    static const char *const uses[] = {"sends", "receives", "closes", "locks", "waits", "done", "starts"};
    char **lines = calloc((size_t)wiring->edge_count + 1, sizeof *lines);
    for (int i = 0; i < wiring->edge_count; i++) {
        const SlWireEdge *edge = &wiring->edges[i];
        const SlWireNode *process = &wiring->nodes[edge->process], *object = &wiring->nodes[edge->object];
        SlText line = {0};
        sl_text_printf(&line, "%s%s %s%s %s%s", process->name, process->many ? "*" : "", edge->select ? "~" : "",
                       uses[edge->use], object->name, object->many ? "*" : "");
        if (object->kind == SL_WIRE_CHANNEL && object->buffer)
            sl_text_printf(&line, "[%lld]", (long long)object->buffer);
        lines[i] = sl_text_take(&line);
    }
    qsort(lines, (size_t)wiring->edge_count, sizeof *lines, by_text);
    SlText all = {0};
    for (int i = 0; i < wiring->edge_count; i++) {
        if (!i || strcmp(lines[i], lines[i - 1]))
            sl_text_printf(&all, "%s%s", all.length ? "; " : "", lines[i]);
    }
    for (int i = 0; i < wiring->edge_count; i++)
        free(lines[i]);
    free(lines);
    return sl_text_take(&all);
}

static void says(const char *body, const char *want) {
    Wired wired = wire(body);
    char *have = told(wired.wiring);
    cr_expect_str_eq(have, want, "\n%s\nsays  %s\nwants %s", body, have, want);
    free(have);
    unwire(&wired);
}

Test(wiring, finds_what_named_functions_do_with_their_parameters) {
    says("func worker(in <-chan int, out chan<- int) { for v := range in { out <- v }; close(out) }\n"
         "func main() { jobs := make(chan int, 4); results := make(chan int); go worker(jobs, results); jobs <- 1; "
         "<-results }",
         "main receives results; main sends jobs[4]; main starts worker; worker closes results; worker receives "
         "jobs[4]; worker sends results");
}

Test(wiring, finds_captured_channels) {
    says("func main() { done := make(chan bool); go func() { done <- true }(); <-done }",
         "func1 sends done; main receives done; main starts func1");
    says("func main() { done := make(chan bool); f := func() { done <- true }; go f(); <-done }",
         "func1 sends done; main receives done; main starts func1");
    says("func main() { done := make(chan bool); go func() { go func() { done <- true }() }(); <-done }",
         "func1 starts func1.1; func1.1 sends done; main receives done; main starts func1");
}

Test(wiring, tells_literals_by_where_they_stand) {
    says("func source() <-chan int { out := make(chan int); go func() { out <- 1 }(); return out }\nfunc main() { "
         "<-source() }",
         "main receives out; main starts source.func1; source.func1 sends out");
    says("type T struct{}\nfunc (t *T) run(c chan int) { go func() { c <- 1 }() }\nfunc main() { c := make(chan int); "
         "(&T{}).run(c); <-c }",
         "main receives c; main starts run.func1; run.func1 sends c");
}

Test(wiring, follows_fields_and_methods) {
    says("type server struct { requests chan int; quit chan bool }\n"
         "func (s *server) run() { for { select { case <-s.requests: case <-s.quit: return } } }\n"
         "func main() { s := &server{requests: make(chan int), quit: make(chan bool)}; go s.run(); s.requests <- 1; "
         "close(s.quit) }",
         "main closes quit; main sends requests; main starts run; run ~receives quit; run ~receives requests");
    says("type box struct { c chan int }\nfunc main() { var b box; b.c = make(chan int, 1); b.c <- 1; <-b.c }",
         "main receives c[1]; main sends c[1]");
}

Test(wiring, follows_slices_maps_and_arrays_of_channels) {
    says("func main() { cs := make([]chan int, 3); for i := range cs { cs[i] = make(chan int); go func() { cs[i] <- i "
         "}() }; for _, c := range cs { <-c } }",
         "func1* sends cs*; main receives cs*; main starts func1*");
    says("func main() { m := map[string]chan int{\"a\": make(chan int)}; go func() { m[\"a\"] <- 1 }(); for _, c := "
         "range m { <-c } }",
         "func1 sends m; main receives m; main starts func1");
}

Test(wiring, follows_what_functions_return) {
    says("func gen() <-chan int { out := make(chan int); go produce(out); return out }\nfunc produce(out chan<- int) { "
         "out <- 1; close(out) }\n"
         "func double(in <-chan int) (out chan int) { out = make(chan int); go func() { for v := range in { out <- 2 * "
         "v } }(); return }\n"
         "func main() { for range double(gen()) { } }",
         "double.func1 receives out; double.func1 sends out; main receives out; main starts double.func1; main starts "
         "produce; produce closes out; "
         "produce sends out");
    says("func pair() (chan int, chan bool) { return make(chan int), make(chan bool) }\nfunc main() { a, b := pair(); "
         "go func() { a <- 1 }(); <-a; close(b) }",
         "func1 sends chan int, line 2; main closes chan bool, line 2; main receives chan int, line 2; main starts "
         "func1");
}

Test(wiring, does_not_take_values_for_channels) {
    says("func owner(add <-chan int, total chan<- int) { n := 0; for d := range add { n += d }; total <- n }\n"
         "func main() { add, total := make(chan int), make(chan int); go owner(add, total); add <- 1; close(add); "
         "println(<-total) }",
         "main closes add; main receives total; main sends add; main starts owner; owner receives add; owner sends "
         "total");
}

Test(wiring, tells_a_channel_from_the_channels_sent_on_it) {
    says("func serve(requests chan chan int) { for reply := range requests { reply <- 1 } }\n"
         "func main() { requests := make(chan chan int); go serve(requests); reply := make(chan int); requests <- "
         "reply; <-reply }",
         "main receives reply; main sends requests; main starts serve; serve receives requests; serve sends reply");
}

Test(wiring, says_many_of_what_loops_start) {
    says("func w(c chan int) { c <- 1 }\nfunc main() { c := make(chan int); for i := 0; i < 3; i++ { go w(c) }; for "
         "range 3 { <-c } }",
         "main receives c; main starts w*; w* sends c");
    says("func w(c chan int) { c <- 1 }\nfunc all(c chan int) { go w(c) }\nfunc main() { c := make(chan int); for "
         "range 3 { all(c) }; <-c }",
         "main receives c; main starts w*; w* sends c");
}

Test(wiring, marks_selects) {
    says("func main() { a, b := make(chan int), make(chan int); go func() { a <- 1 }(); select { case v := <-a: "
         "println(v); case b <- 2: } }",
         "func1 sends a; main starts func1; main ~receives a; main ~sends b");
}

Test(wiring, follows_generic_functions) {
    says("func put[T any](c chan<- T, v T) { c <- v }\nfunc main() { c := make(chan int, 1); go put(c, 1); "
         "println(<-c) }",
         "main receives c[1]; main starts put; put sends c[1]");
}

Test(wiring, follows_functions_in_variables) {
    says("func a(c chan int) { c <- 1 }\nfunc b(c chan int) { <-c }\nfunc main() { c := make(chan int); for _, f := "
         "range []func(chan int){a, b} { go f(c) } }",
         "a* receives c; a* sends c; main starts a*");
}

Test(wiring, ends_for_recursion_and_loops_of_calls) {
    says("func f(n int, c chan int) { if n > 0 { go f(n-1, c); f(n-1, c) }; c <- n }\nfunc main() { c := make(chan "
         "int, 9); f(3, c) }",
         "f* sends c[9]; f* starts f*; main sends c[9]; main starts f*");
}

Test(wiring, knows_buffers_only_the_run_knows) {
    says("func main() { n := 3; c := make(chan int, n); c <- 1 }", "main sends c[-1]");
}

Test(wiring, of_a_program_without_main_is_empty) {
    Wired wired = wire("package p\nfunc f() {}\n");
    cr_expect_eq(wired.wiring->node_count, 0);
    unwire(&wired);
}

Test(wiring, of_a_program_with_errors_is_still_there) {
    SlSources *sources =
        sl_sources_from_text("main.go", "package main\nfunc main() { c := make(chan int); go f(c); <-c; x", 61, NULL);
    SlImporter importer = sl_sources_importer(sources);
    SlProgram *program = sl_program_load(sources->files.at, 1, &importer, &(SlLangOptions){0});
    SlWiring *wiring = sl_wiring_new(program);
    cr_assert_not_null(wiring);
    sl_wiring_free(wiring);
    sl_program_free(program);
    sl_sources_free(sources);
}

Test(wiring, reads_where_things_stand) {
    Wired wired =
        wire("package main\n\n//sluice:at 10 20\nfunc main() {\n\t//sluice:at 300.5 -40\n\tc := make(chan int)\n"
             "\tgo func() { c <- 1 }() //sluice:at 50 60\n\t<-c\n}\n");
    static const double want[][2] = {{10, 20}, {300.5, -40}, {50, 60}};
    cr_assert_eq(wired.wiring->node_count, 3);
    for (int i = 0; i < 3; i++) {
        cr_expect(wired.wiring->nodes[i].placed, "node %d", i);
        cr_expect_float_eq(wired.wiring->nodes[i].x, want[i][0], 1e-9);
        cr_expect_float_eq(wired.wiring->nodes[i].y, want[i][1], 1e-9);
    }
    unwire(&wired);
}

Test(wiring, of_every_example_is_sane) {
    int seen = 0;
    for (const SlEmbedded *file = sl_embedded_examples; file->folder; file++, seen++) {
        SlSources *sources = sl_sources_from_text(file->name, file->bytes, (size_t)(file->end - file->bytes), NULL);
        SlImporter importer = sl_sources_importer(sources);
        SlProgram *program = sl_program_load(sources->files.at, 1, &importer, &(SlLangOptions){0});
        cr_expect_eq(program->diags->list.count, 0, "%s compiles", file->name);
        SlWiring *wiring = sl_wiring_new(program);
        cr_assert_geq(wiring->node_count, 2, "%s", file->name);
        cr_expect_str_eq(wiring->nodes[0].name, "main");
        for (int i = 0; i < wiring->node_count; i++) {
            const SlWireNode *node = &wiring->nodes[i];
            cr_expect(node->name && *node->name, "%s: node %d has a name", file->name, i);
            cr_expect(node->kind != SL_WIRE_CHANNEL || (node->type && strncmp(node->type, "chan ", 5) == 0), "%s: %s",
                      file->name, node->name);
            bool used = i == 0;
            for (int e = 0; e < wiring->edge_count; e++)
                used |= wiring->edges[e].object == i;
            cr_expect(used, "%s: nobody uses %s", file->name, node->name);
        }
        for (int e = 0; e < wiring->edge_count; e++) {
            const SlWireEdge *edge = &wiring->edges[e];
            cr_assert(edge->process >= 0 && edge->process < wiring->node_count && edge->object >= 0 &&
                      edge->object < wiring->node_count);
            cr_expect_eq(wiring->nodes[edge->process].kind, SL_WIRE_PROCESS);
            cr_expect_eq(wiring->nodes[edge->object].kind == SL_WIRE_PROCESS, edge->use == SL_WIRE_STARTS);
        }
        sl_wiring_free(wiring);
        sl_program_free(program);
        sl_sources_free(sources);
    }
    cr_expect_geq(seen, 14);
}
