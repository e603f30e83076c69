// SPDX-License-Identifier: MIT
// Hints: each fault is told with its place, and programs that are in order are left alone.
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "app/source.h"

typedef struct {
    SlSources *sources;
    SlProgram *program;
    SlHints *hints;
} Hinted;

static Hinted look(const char *body) {
    SlText text = {0};
    sl_text_printf(&text, "package main\n%s", body);
    Hinted hinted = {.sources = sl_sources_from_text("main.go", sl_text_cstr(&text), text.length, NULL)};
    SlImporter importer = sl_sources_importer(hinted.sources);
    hinted.program = sl_program_load(hinted.sources->files.at, 1, &importer, &(SlLangOptions){0});
    for (int i = 0; i < hinted.program->diags->list.count; i++)
        cr_expect_fail("%s\n%s", hinted.program->diags->list.at[i].message, body);
    hinted.hints = sl_hints_new(hinted.program);
    sl_text_free(&text);
    return hinted;
}

static void done(Hinted *hinted) {
    sl_hints_free(hinted->hints);
    sl_program_free(hinted->program);
    sl_sources_free(hinted->sources);
}

// Exactly one hint, of that kind, first placed at that line.
static void says(SlHintKind kind, int line, const char *body) {
    Hinted hinted = look(body);
    SlHints *hints = hinted.hints;
    cr_assert_eq(hints->count, 1, "%d hints, first: %s\n%s", hints->count, hints->count ? hints->list[0].text : "",
                 body);
    cr_expect_eq(hints->list[0].kind, kind, "%s", hints->list[0].text);
    cr_assert_gt(hints->list[0].place_count, 0);
    cr_expect_eq(sl_files_place(hinted.program->files, hints->list[0].places[0]).line, line, "%s", hints->list[0].text);
    cr_expect_gt(hints->list[0].site_count, 0);
    cr_expect_eq(hints->list[0].text[strlen(hints->list[0].text) - 1], '.');
    done(&hinted);
}

static void silent(const char *body) {
    Hinted hinted = look(body);
    cr_expect_eq(hinted.hints->count, 0, "%s\n%s", hinted.hints->count ? hinted.hints->list[0].text : "", body);
    done(&hinted);
}

Test(hints, tell_of_channels_without_an_other_end) {
    says(SL_HINT_NO_RECEIVER, 3, "func main() {\n\tc := make(chan int)\n\tc <- 1\n}\n");
    says(SL_HINT_NO_SENDER, 3, "func main() {\n\tc := make(chan int)\n\t<-c\n}\n");
    silent("func main() { c := make(chan int, 1); c <- 1 }");                     // there is room
    silent("func main() { c := make(chan int); close(c); <-c }");                 // receiving from a closed one
    silent("func main() { c := make(chan int); select { case <-c: default: } }"); // only if there is something
    silent("func main() { c := make(chan int); defer func() { recover() }(); close(c); c <- 1 }");
}

Test(hints, tell_of_loops_that_nobody_ends) {
    says(SL_HINT_NOT_CLOSED, 4,
         "func put(c chan int) { c <- 1 }\nfunc main() {\n\tc := make(chan int)\n\tgo put(c)\n\tfor range c "
         "{\n\t}\n}\n");
    silent(
        "func put(c chan int) { c <- 1; close(c) }\nfunc main() { c := make(chan int); go put(c); for range c { } }");
    silent("func put(c chan int) { c <- 1 }\nfunc main() { c := make(chan int); go put(c); for range c { break } }");
}

Test(hints, tell_of_channels_closed_twice) {
    says(SL_HINT_CLOSED_TWICE, 4,
         "func put(c chan int) { c <- 1; close(c) }\nfunc main() {\n\tc := make(chan int)\n\tgo put(c)\n\tgo "
         "put(c)\n\tfor "
         "range c {\n\t}\n}\n");
    says(SL_HINT_CLOSED_TWICE, 4,
         "func put(c chan int) { defer close(c); c <- 1 }\nfunc main() {\n\tc := make(chan int)\n\tfor i := 0; i < 2; "
         "i++ "
         "{\n\t\tgo put(c)\n\t}\n\tfor range c {\n\t}\n}\n");
    silent("import \"sync\"\nfunc put(c chan int, o *sync.Once) { c <- 1; o.Do(func() { close(c) }) }\n"
           "func main() { c := make(chan int, 9); var o sync.Once; go put(c, &o); go put(c, &o); for range c { } }");
    silent("func put(c chan int, last bool) { c <- 1; if last { close(c) } }\n"
           "func main() { c := make(chan int, 9); go put(c, false); go put(c, true); for range c { } }");
}

Test(hints, tell_of_circles_in_which_everyone_sends_first) {
    says(
        SL_HINT_ALL_SEND, 6,
        "func side(out, in chan int) { out <- 1; <-in }\nfunc main() {\n\ta, b := make(chan int), make(chan int)\n\tgo "
        "side(a, b)\n\tb <- 1\n\t<-a\n}\n");
    silent("func side(out, in chan int) { <-in; out <- 1 }\nfunc main() { a, b := make(chan int), make(chan int); go "
           "side(a, b); b <- 1; <-a }");
    silent(
        "func side(out, in chan int) { out <- 1; <-in }\nfunc main() { a, b := make(chan int, 1), make(chan int, 1); "
        "go side(a, b); b <- 1; <-a }");
}

Test(hints, tell_of_goroutines_without_an_end) {
    says(SL_HINT_NO_END, 2,
         "func put(c chan int) { for { c <- 1 } }\nfunc main() { c := make(chan int); go put(c); <-c }");
    silent("func put(c chan int, q chan bool) { for { select { case c <- 1: case <-q: return } } }\n"
           "func main() { c, q := make(chan int), make(chan bool); go put(c, q); <-c; close(q) }");
}

Test(hints, tell_of_results_that_are_lost) {
    says(SL_HINT_LOST, 3, "func work() { println(1) }\nfunc main() { go work() }\n");
    silent("import \"time\"\nfunc work() { println(1) }\nfunc main() { go work(); time.Sleep(1) }\n");
    silent(
        "import \"sync\"\nfunc main() { var wg sync.WaitGroup; wg.Add(1); go func() { defer wg.Done(); println(1) }(); "
        "wg.Wait() }\n");
}

Test(hints, tell_of_ports_that_are_not_connected) {
    says(SL_HINT_UNCONNECTED, 3, "func put(c chan int) { c <- 1 }\nfunc main() { go put(nil); select { } }\n");
    silent("func put(c chan int, q chan bool) { select { case <-q: case c <- 1: } }\nfunc main() { c := make(chan "
           "int); go "
           "put(c, nil); <-c }\n"); // nil in a select is a case that never comes
}

Test(hints, leave_every_example_alone_but_for_what_it_shows) {
    int seen = 0;
    for (const SlEmbedded *file = sl_embedded_examples; file->folder; file++, seen++) {
        SlSources *sources = sl_sources_from_text(file->name, file->bytes, (size_t)(file->end - file->bytes), NULL);
        SlImporter importer = sl_sources_importer(sources);
        SlProgram *program = sl_program_load(sources->files.at, 1, &importer, &(SlLangOptions){0});
        SlHints *hints = sl_hints_new(program);
        for (int i = 0; i < hints->count; i++) // the sieve's goroutines never end, and say so as advice
            cr_expect(hints->list[i].advice && strstr(file->name, "sieve"), "%s: %s", file->name, hints->list[i].text);
        sl_hints_free(hints);
        sl_program_free(program);
        sl_sources_free(sources);
    }
    cr_expect_geq(seen, 14);
}
