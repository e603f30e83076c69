// SPDX-License-Identifier: MIT
// Drawings of one function: stages, ports, counts, what is shared, what comes from outside, and what it says of itself.
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "app/source.h"

typedef struct {
    SlSources *sources;
    SlProgram *program;
    SlWiring *wiring;
} Drawn;

static Drawn draw(const char *body, const char *function) {
    SlText text = {0};
    sl_text_printf(&text, "%s%s", strstr(body, "package ") ? "" : "package main\n", body);
    Drawn drawn = {.sources = sl_sources_from_text("main.go", sl_text_cstr(&text), text.length, NULL)};
    SlImporter importer = sl_sources_importer(drawn.sources);
    drawn.program = sl_program_load(drawn.sources->files.at, 1, &importer, &(SlLangOptions){.tests = true});
    for (int i = 0; i < drawn.program->diags->list.count; i++)
        cr_expect_fail("%s\n%s", drawn.program->diags->list.at[i].message, body);
    SlArena *arena = sl_arena_new();
    int count;
    SlWireFunction *functions = sl_wiring_functions(drawn.program, arena, &count);
    SlPos pos = 0;
    for (int i = 0; function && i < count; i++)
        if (strcmp(functions[i].name, function) == 0)
            pos = functions[i].pos;
    cr_expect(!function || pos, "there is no function %s", function);
    sl_arena_free(arena);
    drawn.wiring = sl_wiring_open(drawn.program, pos);
    sl_text_free(&text);
    return drawn;
}

static void done(Drawn *drawn) {
    sl_wiring_free(drawn->wiring);
    sl_program_free(drawn->program);
    sl_sources_free(drawn->sources);
}

// "kind name(port=object, ...)" of each node with ports, and of others "kind name", joined; * many, ? unknown.
static char *told(const SlWiring *wiring) {
    static const char *const kinds[] = {"",       "chan ",    "mutex ", "rwmutex ", "group ",
                                        "timer ", "context ", "? ",     "stage "};
    static const char *const marks[] = {"<", ">", "<>", "&", "="};
    SlText all = {0};
    for (int i = 0; i < wiring->node_count; i++) {
        const SlWireNode *node = &wiring->nodes[i];
        sl_text_printf(&all, "%s%s%s", i ? "; " : "", kinds[node->kind], node->name);
        if (node->many)
            sl_text_printf(&all, node->count ? "*%lld" : "*", (long long)node->count);
        int ports = 0;
        for (int p = 0; p < wiring->port_count; p++) {
            const SlWirePort *port = &wiring->ports[p];
            if (port->node != i)
                continue;
            sl_text_printf(&all, "%s%s%s", ports++ ? ", " : "(", marks[port->kind], port->name);
            const char *at = port->kind == SL_PORT_VALUE ? port->text
                             : port->object >= 0         ? wiring->nodes[port->object].name
                                                         : "nil";
            sl_text_printf(&all, ":%s", at);
        }
        if (ports)
            sl_text_addc(&all, ')');
    }
    return sl_text_take(&all);
}

static void says(const char *function, const char *body, const char *want) {
    Drawn drawn = draw(body, function);
    char *have = told(drawn.wiring);
    cr_expect_str_eq(have, want, "\n%s\nsays  %s\nwants %s", body, have, want);
    free(have);
    done(&drawn);
}

#define GEN                                                                                                            \
    "func gen(n int) <-chan int { out := make(chan int); go func() { defer close(out); for i := 0; i < n; i++ { out "  \
    "<- i } }(); return out }\n"
#define SQ                                                                                                             \
    "func sq(in <-chan int) <-chan int { out := make(chan int); go func() { defer close(out); for v := range in { "    \
    "out "                                                                                                             \
    "<- v } }(); return out }\n"

Test(drawing, shows_stages_as_one_node_each) {
    says(
        NULL, GEN SQ "func main() { a := gen(3); b := sq(a); for v := range sq(b) { println(v) } }",
        "main(<out:out); stage gen(=n:3, >a:a); chan a; stage sq(<in:a, >b:b); chan b; stage sq(<in:b, >out:out); chan "
        "out");
}

Test(drawing, opens_the_inside_of_a_stage) {
    says("sq", GEN SQ "func main() { for range sq(gen(3)) { } }", "sq; ? in; chan out; sq.func1(>out:out, <in:in)");
}

Test(drawing, gives_each_parameter_a_port) {
    says(NULL,
         "func w(in <-chan int, out chan<- string, n int) { for range in { out <- \"\" } }\nfunc main() { c := "
         "make(chan "
         "int); go w(c, nil, 4); c <- 1 }",
         "main(>c:c); chan c; w(<in:c, >out:nil, =n:4)");
    says(
        NULL,
        "func w(c chan int) { c <- 1 }\nfunc r(c chan int) { <-c }\nfunc main() { c := make(chan int); go w(c); r(c) }",
        "main(<c:c); chan c; w(>c:c)"); // direction from use; main's own call has a port too
    says(NULL,
         "func all(outs ...chan<- int) { for _, o := range outs { o <- 1 } }\nfunc main() { a, b := make(chan int), "
         "make(chan int); go all(a, b); <-a; <-b }",
         "main(<a:a, <b:b); chan a; chan b; all(>outs[0]:a, >outs[1]:b)");
    says(NULL,
         "func all(outs []chan int) { for _, o := range outs { o <- 1 } }\nfunc main() { a := make(chan int); "
         "go all([]chan int{a}); <-a }",
         "main(<a:a); chan a; all(>outs[…]:a)");
}

Test(drawing, gives_fields_and_captured_variables_ports) {
    says(NULL,
         "type s struct { jobs chan int }\nfunc (s *s) run() { for range s.jobs { } }\nfunc main() { x := &s{jobs: "
         "make(chan int)}; go x.run(); x.jobs <- 1; d := make(chan bool); go func() { d <- true }(); <-d }",
         "main(>jobs:jobs, <d:d); chan jobs; run(<x.jobs:jobs); chan d; func1(>d:d)");
}

Test(drawing, counts_what_loops_start) {
    says(NULL,
         "func w(c chan<- int) { c <- 1 }\nfunc main() { c := make(chan int); for i := 1; i <= 4; i++ { go w(c) }; for "
         "range [3]int{} { go w(c) }; for i := 0; i < cap(c); i++ { go w(c) }; for i := 0; i < 2; i++ { for range "
         "[5]int{} { go w(c) } }; <-c }",
         "main(<c:c); chan c; w*4(>c:c); w*3(>c:c); w*(>c:c); w*10(>c:c)");
}

Test(drawing, shows_locks_groups_contexts_and_timers_where_they_are_shared) {
    says(
        NULL,
        "import \"sync\"\nfunc main() { var wg sync.WaitGroup; var alone, mu sync.Mutex; alone.Lock(); alone.Unlock(); "
        "wg.Add(1); go func() { defer wg.Done(); mu.Lock(); mu.Unlock() }(); mu.Lock(); mu.Unlock(); wg.Wait() }",
        "main(&mu:mu, &wg:wg); group wg; func1(&wg:wg, &mu:mu); mutex mu");
    says(NULL,
         "import \"context\"\nfunc w(ctx context.Context) { <-ctx.Done() }\nfunc main() { ctx, cancel := "
         "context.WithCancel(context.Background()); go w(ctx); cancel() }",
         "main(&ctx:ctx); context ctx; w(&ctx:ctx)");
    says(NULL, "import \"time\"\nfunc main() { t := time.NewTicker(1); <-t.C; <-time.After(2) }",
         "main(&t:t, &time.After:time.After); timer t; timer time.After");
}

Test(drawing, sees_through_a_literal_that_only_waits_for_its_call) {
    says(NULL,
         "import \"sync\"\nfunc r(in <-chan int) { for range in { } }\nfunc main() { var wg sync.WaitGroup; c := "
         "make(chan "
         "int); wg.Add(1); go func() { defer wg.Done(); r(c) }(); close(c); wg.Wait() }",
         "main(>c:c, &wg:wg); chan c; group wg; r(<in:c, &wg:wg)");
}

Test(drawing, shows_what_it_cannot_know_as_unknown) {
    says(NULL,
         "import \"container/list\"\nfunc main() { l := list.New(); l.PushBack(1); var x any = l; c := "
         "x.(interface{ Chan() chan int }).Chan(); c <- 1 }",
         "main(>c:c); ? c");
    says("f", "func f(c chan int, ds []chan bool) { <-c; for _, d := range ds { d <- true } }\nfunc main() {}",
         "f(<c:c, >ds:ds); ? c; ? ds*");
    says(NULL, "func main() { var c chan int; <-c }", "main"); // nil, and known to be
}

Test(drawing, follows_methods_of_interfaces_to_those_who_have_them) {
    says(NULL,
         "type r interface { run(c chan int) }\ntype a struct{}\nfunc (a) run(c chan int) { c <- 1 }\nfunc main() { "
         "var x r "
         "= a{}; c := make(chan int); go x.run(c); <-c }",
         "main(<c:c); chan c; run(>c:c)");
}

Test(drawing, knows_what_a_variable_holds_before_it_is_assigned) {
    says(NULL,
         "func put(c chan<- int) { c <- 1 }\nfunc main() { c := make(chan int); go put(c); <-c; c = make(chan int); go "
         "put(c); <-c }",
         "main(<c:c, <c:c); chan c; put(>c:c); chan c; put(>c:c)");
}

Test(drawing, reads_places_colours_and_titles) {
    Drawn drawn =
        draw("// About.\n//\n//sluice:title Whole\npackage main\n\n//sluice:at 1 2\nfunc main() {\n\t//sluice:at b 3 "
             "4\n\t//sluice:at 5 6\n\ta, b := make(chan int), make(chan int)\n\t// Words.\n\t//sluice:color "
             "green\n\t//sluice:title One\n\t//sluice:at -7 8\n\tgo func() { a <- 1; b <- 1 }()\n\t<-a\n\t<-b\n}\n",
             NULL);
    const SlWireNode *nodes = drawn.wiring->nodes;
    cr_assert_eq(drawn.wiring->node_count, 4);
    static const double want[][2] = {{1, 2}, {5, 6}, {3, 4}, {-7, 8}};
    for (int i = 0; i < 4; i++)
        cr_expect(nodes[i].placed && nodes[i].x == want[i][0] && nodes[i].y == want[i][1], "%s: %g %g", nodes[i].name,
                  nodes[i].x, nodes[i].y);
    cr_expect_str_eq(nodes[3].color, "green");
    cr_expect_str_eq(nodes[3].title, "One");
    cr_expect_null(nodes[1].color);
    cr_expect_str_eq(drawn.wiring->title, "Whole");
    done(&drawn);
}

Test(drawing, offers_the_functions_that_start_something) {
    Drawn drawn = draw(
        "type s struct{}\nfunc (s) m() { go func() {}() }\nfunc plain() {}\nfunc main() { s{}.m(); plain() }", NULL);
    SlArena *arena = sl_arena_new();
    int count;
    SlWireFunction *list = sl_wiring_functions(drawn.program, arena, &count);
    cr_assert_eq(count, 4);
    cr_expect_str_eq(list[0].name, "s.m");
    cr_expect(list[0].starts);
    cr_expect_str_eq(list[2].name, "plain");
    cr_expect_not(list[2].starts);
    cr_expect_not(list[3].starts);
    sl_arena_free(arena);
    done(&drawn);
}
