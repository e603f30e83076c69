// SPDX-License-Identifier: MIT
// Looking into stopped programs: every kind of storage, stacks, values as trees, channels; and that nothing that a
// program can hold makes it fall over.
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "run/expression-impl.h"
#include "run/inspect-impl.h"
#include "tests/run/stopped.h"

static SlInspection *look(Stopped *s, SlInspectQuery query) {
    SlInspector *inspector = sl_inspector_new(s->code);
    SlInspection *made = sl_inspector_look(inspector, s->machine, &query);
    sl_inspector_free(inspector);
    return made;
}

static const SlInspectNode *find(const SlInspectNode *nodes, int count, const char *name) {
    for (int i = 0; i < count; i++)
        if (strcmp(nodes[i].name, name) == 0)
            return &nodes[i];
    return NULL;
}

// "name=value name=value ..." of the variables of a frame, in their order.
static char *locals(Stopped *s, uint64_t goroutine, uint32_t depth) {
    SlInspection *seen = look(s, (SlInspectQuery){.goroutine = goroutine, .depth = depth});
    SlText text = {0};
    for (int i = 0; i < seen->local_count; i++) {
        static const char *const marks[] = {"", "const ", "gone ", "hidden ", "error ", "more "};
        const SlInspectNode *node = &seen->locals[i];
        sl_text_printf(&text, "%s%s%s=%s", i ? " " : "", marks[node->kind], node->name, node->value);
    }
    sl_inspection_free(seen);
    return sl_text_take(&text);
}

static void expect_locals(const char *program, uint64_t goroutine, const char *expected) {
    Stopped s;
    stopped_run(&s, program);
    char *seen = locals(&s, goroutine, SL_INSPECT_OWN);
    cr_expect_str_eq(seen, expected);
    free(seen);
    stopped_free(&s);
}

#define STOP "var stop chan int; <-stop; "

Test(inspect, variables_in_slots_and_boxes) {
    expect_locals("package main\nfunc main() {\n"
                  "n := 1; f := 1.5; s := \"a\\n\"; b := true; r := 'x'; c := 1+2i\n"
                  "boxed := 7; p := &boxed\n"
                  "arr := [3]int{1, 2, 3}; i := 1; arr[i] = 20\n"
                  "pair := struct{ a, b int8 }{-1, 2}\n"
                  "var e error; var m map[string]int; var fn func()\n" STOP
                  "_, _, _, _, _, _, _, _, _, _, _, _, _ = n, f, s, b, r, c, p, arr, pair, e, m, fn, i }\n",
                  1,
                  "n=1 f=1.5 s=\"a\\n\" b=true r=120 c=(1+2i) boxed=7 p=&7 arr=[1 20 3] i=1 pair={a: -1, b: 2} e=nil "
                  "m=nil fn=nil stop=nil");
}

Test(inspect, values_are_told_after_their_last_use) {
    expect_locals("package main\nfunc main() { n := 1; s := []int{n, 2}; s = append(s, 3); println(len(s))\n" STOP
                  "}\n",
                  1, "n=1 s=[1 2 3] stop=nil");
}

Test(inspect, parameters_and_results) {
    expect_locals("package main\ntype t struct{ v int }\n"
                  "func (r *t) m(a int, b ...string) (sum int, err error) { sum = a + r.v; a++\n"
                  "q := &a; *q += 1\n" STOP " return sum, err }\n"
                  "func main() { x := t{5}; x.m(1, \"p\", \"q\") }\n",
                  1, "r=&{v: 5} a=3 b=[\"p\" \"q\"] sum=6 err=nil q=&3 stop=nil");
}

Test(inspect, captures_by_value_and_by_reference) {
    expect_locals("package main\nfunc main() { fixed := \"f\"; moved := 1; unused := 2; _ = unused\n"
                  "f := func(arg int) { moved += arg; own := moved * 2; println(fixed)\n" STOP " _ = own }\n"
                  "f(4); println(moved) }\n",
                  1, "fixed=\"f\" moved=5 arg=4 own=10 stop=nil");
}

Test(inspect, inner_variables_hide_outer_ones) {
    expect_locals("package main\nfunc main() { x := 1; if x := x + 1; x > 0 { x := \"in\"; { y := x + \"s\"\n" STOP
                  "_, _ = x, y } }; println(x) }\n",
                  1, "hidden x=1 hidden x=2 x=\"in\" y=\"ins\" stop=nil");
}

Test(inspect, variables_that_are_out_of_scope_or_not_declared_yet_are_not_told) {
    expect_locals("package main\nfunc main() { a := 1; { b := 2; println(b) }\n" STOP " later := a; println(later) }\n",
                  1, "a=1 stop=nil");
}

Test(inspect, loop_variables) {
    expect_locals("package main\nfunc main() { for i := 0; i < 5; i++ { if i == 3 {\n" STOP "} } }\n", 1,
                  "i=3 stop=nil");
    expect_locals("package main\nfunc main() { for i, v := range []string{\"a\", \"b\"} { if v == \"b\" {\n" STOP
                  " println(i) } } }\n",
                  1, "i=1 v=\"b\" stop=nil");
    expect_locals("package main\nfunc main() { for k, v := range map[int]string{4: \"d\"} {\n" STOP
                  " _, _ = k, v } }\n",
                  1, "k=4 v=\"d\" stop=nil");
    expect_locals("package main\nfunc main() { ch := make(chan int, 2); ch <- 6; for v := range ch {\n" STOP
                  " _ = v } }\n",
                  1, "ch=empty v=6 stop=nil");
    expect_locals("package main\nfunc main() { for i, r := range \"xy\" { if i == 1 {\n" STOP " _ = r } } }\n", 1,
                  "i=1 r=121 stop=nil");
    expect_locals("package main\nfunc main() { for i := range 3 { if i == 2 {\n" STOP " } } }\n", 1, "i=2 stop=nil");
}

static void loop_variables_of(int go_minor, const char *expected) {
    static const char program[] = "package main\nfunc main() { var fs []func() int\n"
                                  "for i := 0; i < 3; i++ { fs = append(fs, func() int { return i }); i := i\n"
                                  "if i == 2 {\n" STOP " } } ; println(fs[0]()) }\n";
    Stopped s;
    stopped_load(&s, "t.go", program, go_minor);
    stopped_start(&s, 1);
    cr_assert_eq(sl_machine_run(s.machine, -1, 0), SL_STOP_EXIT);
    const char *open[] = {"l/fs@45", "l/fs@45/[0]"};
    SlInspection *seen = look(&s, (SlInspectQuery){.goroutine = 1, .depth = SL_INSPECT_OWN});
    const SlInspectNode *fs = find(seen->locals, seen->local_count, "fs");
    cr_assert_not_null(fs);
    open[0] = fs->path;
    char *first = strdup(fs->path);
    first = realloc(first, strlen(first) + 5);
    strcat(first, "/[0]");
    open[1] = first;
    SlInspection *deeper =
        look(&s, (SlInspectQuery){.goroutine = 1, .depth = SL_INSPECT_OWN, .open = open, .open_count = 2});
    fs = find(deeper->locals, deeper->local_count, "fs");
    cr_assert_eq(fs->node_count, 3);
    cr_assert_eq(fs->nodes[0].node_count, 1);
    cr_expect_str_eq(fs->nodes[0].nodes[0].name, "i");
    cr_expect_str_eq(fs->nodes[0].nodes[0].value, expected);
    free(first);
    sl_inspection_free(seen);
    sl_inspection_free(deeper);
    stopped_free(&s);
}

Test(inspect, loop_variables_are_one_or_new_ones_as_the_version_has_it) {
    loop_variables_of(21, "2");
    loop_variables_of(25, "0");
}

Test(inspect, the_body_of_a_range_over_func_sees_what_is_around_it) {
    expect_locals("package main\nfunc each(n int) func(func(int, string) bool) {\n"
                  "return func(yield func(int, string) bool) { inside := n; yield(inside, \"v\") } }\n"
                  "func work(p int) (r int) { mine := p + 1; seen := 0\n"
                  "for k, v := range each(8) { seen++; for q := range each(9) { _ = q\n" STOP " println(k, v) } }\n"
                  "println(mine, seen); return }\n"
                  "func main() { work(3) }\n",
                  1, "p=3 r=0 mine=4 seen=1 k=8 v=\"v\" q=9 stop=nil");
}

Test(inspect, generic_functions_have_the_types_of_the_instance) {
    Stopped s;
    stopped_run(&s, "package main\ntype box[T any] struct { in T }\n"
                    "func hold[T any](v T) { b := box[T]{v}; list := []T{v, v}\n" STOP " _, _ = b, list }\n"
                    "func main() { go hold(\"s\"); hold(7) }\n");
    char *seen = locals(&s, 1, SL_INSPECT_OWN);
    cr_expect_str_eq(seen, "v=7 b={in: 7} list=[7 7] stop=nil");
    free(seen);
    bool found = false;
    for (uint64_t id = 2; id < 200; id++) {
        if (!sl_machine_goroutine(s.machine, id))
            continue;
        seen = locals(&s, id, SL_INSPECT_OWN);
        found |= strcmp(seen, "v=\"s\" b={in: \"s\"} list=[\"s\" \"s\"] stop=nil") == 0;
        free(seen);
    }
    cr_expect(found);
    stopped_free(&s);
}

Test(inspect, constants_are_told_as_such) {
    expect_locals("package main\nfunc main() { const k = 10; const name = \"n\"; x := k\n" STOP " println(x, name) }\n",
                  1, "const k=10 const name=\"n\" x=10 stop=nil");
}

Test(inspect, what_was_collected_is_told_as_gone) {
    expect_locals("package main\nimport \"runtime\"\nfunc main() { n := 5; used := []int{1}; gone := []int{2, 3}\n"
                  "println(len(gone)); runtime.GC(); runtime.GC()\n" STOP " println(used[0], n) }\n",
                  1, "n=5 used=[1] gone gone=not used any more stop=nil");
}

Test(inspect, type_switches_and_selects_bind_variables) {
    expect_locals("package main\nfunc main() { var a any = []int{1}; switch v := a.(type) { case []int:\n" STOP
                  " println(len(v)); case string: println(v) } }\n",
                  1, "a=[1] v=[1] stop=nil");
    expect_locals(
        "package main\nfunc main() { ch := make(chan string, 1); ch <- \"m\"; select { case v, ok := <-ch:\n" STOP
        " println(v, ok) } }\n",
        1, "ch=empty v=\"m\" ok=true stop=nil");
}

Test(inspect, frames_from_the_innermost_outwards) {
    Stopped s;
    stopped_run(
        &s, "package main\nimport \"sort\"\n"
            "func deep(n int) { if n > 0 { deep(n - 1); return }\n" STOP "}\n"
            "func main() { x := []int{3, 1}; sort.Slice(x, func(i, j int) bool { deep(2); return x[i] < x[j] }) }\n");
    SlInspection *seen = look(&s, (SlInspectQuery){.goroutine = 1, .depth = SL_INSPECT_OWN});
    cr_assert_gt(seen->frame_count, 5);
    cr_expect_eq(seen->frame, 0);
    cr_expect_str_eq(seen->frames[0].function, "main.deep");
    cr_expect_str_eq(seen->frames[2].function, "main.deep");
    cr_expect_str_eq(seen->frames[3].function, "main.main.func1");
    cr_expect(seen->frames[4].library);
    uint32_t depth = seen->frames[1].depth;
    sl_inspection_free(seen);
    seen = look(&s, (SlInspectQuery){.goroutine = 1, .depth = depth});
    cr_expect_eq(seen->frame, 1);
    cr_expect_str_eq(find(seen->locals, seen->local_count, "n")->value, "1");
    sl_inspection_free(seen);
    stopped_free(&s);
}

// All values that can be opened are, level by level.
static SlInspection *look_at_all(Stopped *s, uint64_t goroutine, int levels, SlArena *arena) {
    SL_VEC(const char *) open = {0};
    SlInspectQuery query = {.goroutine = goroutine, .depth = SL_INSPECT_OWN, .globals = true};
    SlInspection *seen = look(s, query);
    for (int level = 0; level < levels; level++) {
        SL_VEC(const SlInspectNode *) stack = {0};
        open.count = 0;
        const SlInspectNode *lists[] = {seen->locals, seen->globals};
        int counts[] = {seen->local_count, seen->global_count};
        for (int l = 0; l < 2; l++)
            for (int i = 0; i < counts[l]; i++)
                sl_vec_push(&stack, &lists[l][i]);
        while (stack.count) {
            const SlInspectNode *node = stack.at[--stack.count];
            if (node->children && open.count < 2000)
                sl_vec_push(&open, sl_arena_strndup(arena, node->path, strlen(node->path)));
            for (int i = 0; i < node->node_count; i++)
                sl_vec_push(&stack, &node->nodes[i]);
        }
        sl_vec_free(&stack);
        sl_inspection_free(seen);
        query.open = open.at;
        query.open_count = open.count;
        seen = look(s, query);
    }
    sl_vec_free(&open);
    return seen;
}

static void add_tree(const SlInspectNode *nodes, int count, int depth, SlText *text) {
    for (int i = 0; i < count; i++) {
        sl_text_printf(text, "%*s%s: %s = %s\n", depth, "", nodes[i].name, nodes[i].type, nodes[i].value);
        add_tree(nodes[i].nodes, nodes[i].node_count, depth + 1, text);
    }
}

Test(inspect, values_open_to_their_parts) {
    Stopped s;
    stopped_run(&s, "package main\nimport (\"errors\"; \"time\")\n"
                    "type node struct { next *node; v int }\n"
                    "func main() { ring := &node{v: 1}; ring.next = &node{ring, 2}\n"
                    "m := map[string]int{\"b\": 2, \"a\": 1}\n"
                    "var e error = errors.New(\"boom\"); d := 1500 * time.Millisecond\n"
                    "ch := make(chan int, 3); ch <- 4; ch <- 5; pp := &ring\n" STOP
                    " _, _, _, _, _, _ = ring, m, e, d, ch, pp }\n");
    SlArena *arena = sl_arena_new();
    SlInspection *seen = look_at_all(&s, 1, 3, arena);
    SlText text = {0};
    add_tree(seen->locals, seen->local_count, 0, &text);
    cr_expect_str_eq(sl_text_cstr(&text), "ring: *node = &{next: &{next: &…, v: 2}, v: 1}\n"
                                          " next: *node = &{next: &{next: &…, v: 1}, v: 2}\n"
                                          "  next: *node = &{next: &{next: &…, v: 2}, v: 1}\n"
                                          "   next: *node = &{next: &{next: &…, v: 1}, v: 2}\n"
                                          "   v: int = 1\n"
                                          "  v: int = 2\n"
                                          " v: int = 1\n"
                                          "m: map[string]int = map[\"a\":1 \"b\":2]\n"
                                          " \"a\": int = 1\n"
                                          " \"b\": int = 2\n"
                                          "e: error (*errors.errorString) = &{s: \"boom\"}\n"
                                          " s: string = \"boom\"\n"
                                          "d: time.Duration = 1.5s\n"
                                          "ch: chan int = next 4, then 5\n"
                                          " next: int = 4\n"
                                          " then (2): int = 5\n"
                                          "pp: **node = &&{next: &{next: …, v: 2}, v: 1}\n"
                                          " *: *node = &{next: &{next: &…, v: 2}, v: 1}\n"
                                          "  next: *node = &{next: &{next: &…, v: 1}, v: 2}\n"
                                          "   next: *node = &{next: &{next: &…, v: 2}, v: 1}\n"
                                          "   v: int = 2\n"
                                          "  v: int = 1\n"
                                          "stop: chan int = nil\n");
    sl_text_free(&text);
    sl_inspection_free(seen);
    sl_arena_free(arena);
    stopped_free(&s);
}

// What the program prints of its variables is what is seen of them.
Test(inspect, values_read_as_the_program_prints_them) {
    Stopped s;
    stopped_run(&s, "package main\nimport \"fmt\"\ntype celsius float32\ntype pt struct { X, Y int }\n"
                    "func main() {\n"
                    "i := -3; i8 := int8(-128); u := uint64(1<<64 - 1); u16 := uint16(65535); by := byte(7)\n"
                    "f := 1e100; g := 0.1; h := float32(0.1); z := -0.0; c := celsius(36.6); k := 1 - 2.5i\n"
                    "t := true; e := []int{}; l := []int{1, 2}; a := [2]bool{true}; m := map[int]int{3: 1, -1: 2}\n"
                    "inf := f * f * f * f; big := 1 << 62; up := uintptr(9); ll := [][]int{{1}, {2, 3}}\n"
                    "fmt.Println(\"i\", i); fmt.Println(\"i8\", i8); fmt.Println(\"u\", u); fmt.Println(\"u16\", u16)\n"
                    "fmt.Println(\"by\", by); fmt.Println(\"f\", f); fmt.Println(\"g\", g); fmt.Println(\"h\", h)\n"
                    "fmt.Println(\"z\", z); fmt.Println(\"c\", c); fmt.Println(\"k\", k); fmt.Println(\"t\", t)\n"
                    "fmt.Println(\"e\", e); fmt.Println(\"l\", l); fmt.Println(\"a\", a); fmt.Println(\"m\", m)\n"
                    "fmt.Println(\"inf\", inf); fmt.Println(\"big\", big); fmt.Println(\"up\", up)\n"
                    "fmt.Println(\"ll\", ll); fmt.Printf(\"q %q\\n\", \"q\\tu\\\"\"); q := \"q\\tu\\\"\"\n" STOP
                    " println(q) }\n");
    SlInspection *seen = look(&s, (SlInspectQuery){.goroutine = 1, .depth = SL_INSPECT_OWN});
    int lines = 0;
    for (char *line = strtok(s.output.at, "\n"); line; line = strtok(NULL, "\n"), lines++) {
        char *space = strchr(line, ' ');
        *space = 0;
        const SlInspectNode *node = find(seen->locals, seen->local_count, line);
        cr_assert_not_null(node, "%s", line);
        cr_expect_str_eq(node->value, space + 1, "%s is %s, not %s", line, node->value, space + 1);
    }
    cr_expect_eq(lines, 21);
    sl_inspection_free(seen);
    stopped_free(&s);
}

Test(inspect, a_channel_tells_its_contents_and_queues) {
    Stopped s;
    stopped_run(&s, "package main\nfunc main() { ch := make(chan string, 2)\n"
                    "for _, w := range []string{\"a\", \"b\", \"c\", \"d\"} { go func(v string) { ch <- v }(w) }\n" STOP
                    " <-ch }\n");
    SlInspection *seen = look(&s, (SlInspectQuery){.goroutine = 1, .depth = SL_INSPECT_OWN});
    uint64_t id = find(seen->locals, seen->local_count, "ch")->object;
    sl_inspection_free(seen);
    cr_assert_neq(id, 0);
    seen = look(&s, (SlInspectQuery){.object = id});
    cr_expect_eq(seen->object, id);
    cr_expect_eq(seen->content_count, 4);
    cr_expect_str_eq(seen->contents[0].name, "next");
    cr_expect_eq(seen->senders_all, 2);
    cr_expect_eq(seen->sender_count, 2);
    cr_expect_not_null(seen->senders[0].value);
    sl_inspection_free(seen);
    stopped_free(&s);
}

Test(inspect, watches_are_expressions_of_the_chosen_frame) {
    Stopped s;
    stopped_run(&s, "package main\nfunc work(n int) { list := []int{n}\n" STOP " _ = list }\n"
                    "func main() { n := 70; work(n + 1) }\n");
    const char *watches[] = {"n * 2", "list[0]", "list[n]", "n +"};
    SlInspectQuery query = {.goroutine = 1, .depth = SL_INSPECT_OWN, .watches = watches, .watch_count = 4};
    SlInspection *seen = look(&s, query);
    cr_assert_eq(seen->watch_count, 4);
    cr_expect_str_eq(seen->watches[0].value, "142");
    cr_expect_str_eq(seen->watches[1].value, "71");
    cr_expect_str_eq(seen->watches[2].value, "index 71 is out of range: there are 1");
    cr_expect_eq(seen->watches[2].kind, SL_NODE_ERROR);
    cr_expect_eq(seen->watches[3].kind, SL_NODE_ERROR);
    query.depth = seen->frames[1].depth;
    sl_inspection_free(seen);
    seen = look(&s, query);
    cr_expect_str_eq(seen->watches[0].value, "140");
    cr_expect_str_eq(seen->watches[1].value, "nothing is called list here");
    sl_inspection_free(seen);
    stopped_free(&s);
}

static char *hovered(Stopped *s, const char *text, const char *program, const char *mark) {
    const SlFile *file = NULL;
    for (int i = 0; i < s->program->files->files.count; i++)
        if (!s->program->files->files.at[i]->library)
            file = s->program->files->files.at[i];
    SlPos pos = file->base + (SlPos)(strstr(program, mark) - program);
    SlInspectQuery query = {.goroutine = 1, .depth = SL_INSPECT_OWN, .hover = text, .hover_pos = pos};
    SlInspection *seen = look(s, query);
    char *value = strdup(seen->hover_count ? seen->hover->value : "nothing");
    sl_inspection_free(seen);
    return value;
}

Test(inspect, what_stands_under_the_pointer_is_looked_up_in_its_own_function) {
    static const char program[] =
        "package main\ntype t struct { v int }\n"
        "func work(n int) { x := t{n}\n" STOP " _ = x.v /*in work*/; if x := 5; x > 1 { _ = x /*inner*/ } }\n"
        "func other(n int) { println(n) /*elsewhere*/ }\n"
        "func main() { n := 70; work(n + 1); other(n) /*in main*/ }\n";
    static const struct {
        const char *text, *mark, *value;
    } cases[] = {
        {"x.v", "/*in work*/", "71"}, {"n", "/*in main*/", "70"},      {"n", "/*elsewhere*/", ""},
        {"x", "/*inner*/", ""},       {"x", "/*in work*/", "{v: 71}"},
    };
    Stopped s;
    stopped_run(&s, program);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *value = hovered(&s, cases[i].text, program, cases[i].mark);
        cr_expect_str_eq(value, cases[i].value, "%s at %s is %s", cases[i].text, cases[i].mark, value);
        free(value);
    }
    stopped_free(&s);
}

Test(inspect, an_inspection_survives_the_wire) {
    Stopped s;
    stopped_run(&s, "package main\nvar g = map[string][]int{\"a\": {1}}\nfunc main() { n := 1; s := []int{n}\n" STOP
                    " _ = s }\n");
    SlArena *arena = sl_arena_new();
    SlInspection *seen = look_at_all(&s, 1, 2, arena);
    SlText bytes = {0}, again = {0};
    sl_inspection_write(seen, &bytes);
    SlInspection *read = sl_inspection_read(bytes.at, bytes.length);
    cr_assert_not_null(read);
    sl_inspection_write(read, &again);
    cr_expect(bytes.length == again.length && memcmp(bytes.at, again.at, bytes.length) == 0);
    sl_inspection_free(read);
    for (size_t cut = 0; cut < bytes.length; cut++) // what is not whole is none
        cr_assert_null(sl_inspection_read(bytes.at, cut));
    for (size_t i = 0; i < bytes.length; i++) { // and nothing else makes it fall over
        char kept = bytes.at[i];
        bytes.at[i] = (char)~kept;
        sl_inspection_free(sl_inspection_read(bytes.at, bytes.length));
        bytes.at[i] = kept;
    }
    sl_text_free(&bytes);
    sl_text_free(&again);
    sl_inspection_free(seen);
    sl_arena_free(arena);
    stopped_free(&s);
}

// ---- everything, everywhere ----

static uint64_t next_random(uint64_t *state) { // splitmix64 (Steele, Lea, Flood 2014)
    uint64_t z = *state += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

static void look_around(Stopped *s, uint64_t *seen_nodes) {
    int looked = 0;
    for (uint64_t id = 1; id < 400 && looked < 6; id++) {
        if (!sl_machine_goroutine(s->machine, id))
            continue;
        SlArena *arena = sl_arena_new();
        SlInspection *seen = look_at_all(s, id, 2, arena);
        *seen_nodes += (uint64_t)seen->local_count;
        for (int i = 0; i < seen->frame_count && i < 5; i++)
            free(locals(s, id, seen->frames[i].depth));
        SlText bytes = {0};
        sl_inspection_write(seen, &bytes);
        SlInspection *read = sl_inspection_read(bytes.at, bytes.length);
        cr_assert_not_null(read);
        sl_inspection_free(read);
        sl_text_free(&bytes);
        sl_inspection_free(seen);
        sl_arena_free(arena);
        looked++;
    }
}

static void stop_at_random(const char *path, const char *name, uint64_t *seen_nodes) {
    enum { STOPS = 4 };
    FILE *file = fopen(path, "rb");
    cr_assert_not_null(file);
    SlText text = {0};
    char block[4096];
    for (size_t n; (n = fread(block, 1, sizeof block, file));)
        sl_text_add(&text, block, n);
    fclose(file);
    uint64_t random = sl_hash_bytes(name, strlen(name), 1);
    Stopped s;
    stopped_load(&s, name, sl_text_cstr(&text), 0);
    stopped_start(&s, random | 1);
    for (int i = 0; i < STOPS; i++) {
        SlStopReason reason = sl_machine_run(s.machine, 200000000, 1 + next_random(&random) % (i < 3 ? 20 : 400));
        look_around(&s, seen_nodes);
        if (reason == SL_STOP_EXIT || reason == SL_STOP_INPUT)
            break;
    }
    sl_machine_kill(s.machine);
    stopped_free(&s);
    sl_text_free(&text);
}

Test(inspect, every_program_can_be_looked_at_at_any_event) {
    const char *folder = getenv("PROGRAMS");
    folder = folder ? folder : "tests/programs";
    DIR *all = opendir(folder);
    cr_assert_not_null(all, "%s", folder);
    uint64_t nodes = 0;
    int programs = 0;
    for (struct dirent *entry; (entry = readdir(all));) {
        size_t length = strlen(entry->d_name);
        if (length < 4 || strcmp(entry->d_name + length - 3, ".go") != 0)
            continue;
        char path[512];
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        stop_at_random(path, entry->d_name, &nodes);
        programs++;
    }
    closedir(all);
    cr_expect_gt(programs, 100);
    cr_expect_gt(nodes, 1000);
}
