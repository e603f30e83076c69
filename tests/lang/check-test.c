// SPDX-License-Identifier: MIT
// The checker: what it refuses and in which words, and what it leaves in the tree of a program that is right.
#include <criterion/criterion.h>
#include <stdio.h>

#include "base/text.h"
#include "lang/lang.h"

// Two packages to import: a library and, through it, another.
static int find(void *data, const char *path, const SlSource **sources, bool *library) {
    static const char lib[] = "package lib\n"
                              "import \"deep\"\n"
                              "type T struct { X int; hidden string }\n"
                              "func (t *T) Get() int { return t.X + deep.One }\n"
                              "func (t T) Bad() int { return undefinedInABody }\n"
                              "var V = later\n"
                              "var later = 2\n"
                              "func unexported() {}\n"
                              "func Native(x int) int\n";
    static const char deep[] = "package deep\nconst One = 1\n";
    static const SlSource lib_files[] = {{"lib/lib.go", lib, sizeof lib - 1}};
    static const SlSource deep_files[] = {{"deep/deep.go", deep, sizeof deep - 1}};
    (void)data;
    *library = true;
    *sources = strcmp(path, "lib") == 0 ? lib_files : deep_files;
    return strcmp(path, "lib") == 0 || strcmp(path, "deep") == 0 ? 1 : -1;
}

static SlProgram *load_version(const char *text, int go_minor) {
    SlSource source = {"./prog.go", text, strlen(text)};
    SlImporter importer = {find, NULL};
    SlLangOptions options = {.go_minor = go_minor};
    return sl_program_load(&source, 1, &importer, &options);
}

// The messages, one a line, without their places.
static char *messages(const SlProgram *program) {
    SlText text = {0};
    for (int i = 0; i < program->diags->list.count; i++)
        sl_text_printf(&text, "%s%s", i ? "\n" : "", program->diags->list.at[i].message);
    return sl_text_take(&text);
}

static void expect(const char *text, const char *wanted, int go_minor) {
    SlProgram *program = load_version(text, go_minor);
    char *got = messages(program);
    cr_expect_str_eq(got, wanted, "for\n%s\ngot  %s\nwant %s", text, got, wanted);
    free(got);
    sl_program_free(program);
}

#define refused(text, message) expect("package main\nfunc main() {}\n" text, message, 0)
#define refused_body(text, message) expect("package main\nfunc main() {\n" text "\n}\n", message, 0)
#define accepted(text) expect("package main\nfunc main() {}\n" text, "", 0)
#define accepted_body(text) expect("package main\nfunc main() {\n" text "\n}\n", "", 0)

Test(check, names_are_resolved) {
    refused_body("x = 1", "undefined: x");
    refused("var x int\nvar x string", "x redeclared in this block\n\t./prog.go:3:5: other declaration of x");
    refused_body("_ = _", "cannot use _ as value or type");
    refused("var x T", "undefined: T");
    refused("var t int\nvar x t", "t is not a type");
    accepted("var a = b\nvar b = c()\nfunc c() int { return 1 }");
}

Test(check, what_is_not_used_is_reported) {
    refused_body("x := 1", "declared and not used: x");
    refused_body("x := 1\nx = 2", "declared and not used: x");
    refused_body("var i any\nswitch x := i.(type) {\ncase int:\n}", "declared and not used: x");
    refused_body("L:\nfor {\n}", "label L defined and not used");
    expect("package main\nimport \"lib\"\nfunc main() {}\n", "\"lib\" imported and not used", 0);
    expect("package main\nimport l \"lib\"\nfunc main() {}\n", "\"lib\" imported as l and not used", 0);
    accepted_body("x := 1\nfunc() { _ = x }()");
    accepted_body("x := 1\nx++");
}

Test(check, assignments_match) {
    refused_body("var x int = \"a\"\n_ = x",
                 "cannot use \"a\" (untyped string constant) as int value in variable declaration");
    refused_body("var x int\nx = nil\n_ = x", "cannot use nil as int value in assignment");
    refused_body("x := nil\n_ = x", "use of untyped nil in assignment");
    refused_body("a, b := 1\n_, _ = a, b", "assignment mismatch: 2 variables but 1 value");
    refused("func f() int { return 1 }\nfunc g() { a, b := f(); _, _ = a, b }",
            "assignment mismatch: 2 variables but f returns 1 value");
    refused_body("x := 1\nx := 2\n_ = x", "no new variables on left side of :=");
    refused_body("const c = 1\nc = 2", "cannot assign to c (neither addressable nor a map index expression)");
    refused_body("m := map[int]struct{ f int }{}\nm[1].f = 2", "cannot assign to struct field m[1].f in map");
    refused_body("var b byte = 300\n_ = b",
                 "cannot use 300 (untyped int constant) as byte value in variable declaration (overflows)");
    refused_body("var i int = 1.5\n_ = i",
                 "cannot use 1.5 (untyped float constant) as int value in variable declaration (truncated)");
    refused("func f() (int, string) { return 1 }", "not enough return values\n\thave (number)\n\twant (int, string)");
    refused("func f() { return 1 }", "too many return values\n\thave (number)\n\twant ()");
}

Test(check, operators_have_rules) {
    refused_body("x, y := 1, \"a\"\n_ = x + y", "invalid operation: x + y (mismatched types int and string)");
    refused_body("_ = 1 / 0", "invalid operation: division by zero");
    refused_body("x := 1\n_ = x + 1.5", "1.5 (untyped float constant) truncated to int");
    refused_body("_ = !1", "invalid operation: operator ! not defined on 1 (untyped int constant)");
    refused_body("a, b := []int{}, []int{}\n_ = a == b",
                 "invalid operation: a == b (slice can only be compared to nil)");
    refused_body("_ = nil == nil", "invalid operation: nil == nil (operator == not defined on nil)");
    refused_body("var f float64\n_ = f << 1",
                 "invalid operation: shifted operand f (variable of type float64) must be integer");
    refused_body("var s uint\nvar f float64 = 1 << s\n_ = f",
                 "invalid operation: shifted operand 1 (type float64) must be integer");
    refused_body("const x int8 = 127\n_ = x + 1", "x + 1 (constant 128 of type int8) overflows int8");
    refused_body("_ = &1", "invalid operation: cannot take address of 1 (untyped int constant)");
    refused_body("x := 1\n_ = *x", "invalid operation: cannot indirect x (variable of type int)");
}

Test(check, channels_have_directions) {
    refused("func f(c <-chan int) { c <- 1 }",
            "invalid operation: cannot send to receive-only channel c (variable of type <-chan int)");
    refused("func f(c chan<- int) { <-c }",
            "invalid operation: cannot receive from send-only channel c (variable of type chan<- int)");
    refused("func f(c <-chan int) { close(c) }",
            "invalid operation: cannot close receive-only channel c (variable of type <-chan int)");
    refused("func f(c chan<- int) { for range c {} }",
            "cannot range over c (variable of type chan<- int): receive from send-only channel");
    refused_body("select {\ncase 1:\n}", "select case must be receive, send or assign recv");
}

Test(check, members_are_found) {
    refused("type T struct { a int }\nfunc f(t T) { _ = t.b }", "t.b undefined (type T has no field or method b)");
    refused("type T struct{}\nfunc (T) Foo() {}\nfunc f(t T) { t.foo() }",
            "t.foo undefined (type T has no field or method foo, but does have method Foo)");
    refused("type A struct { x int }\ntype B struct { x int }\ntype C struct { A; B }\nfunc f(c C) { _ = c.x }",
            "ambiguous selector c.x");
    refused("type T struct{}\nfunc (t *T) P() {}\nfunc f() { T{}.P() }", "cannot call pointer method P on T");
    refused("type T struct { m int }\nfunc (T) m() {}",
            "field and method with the same name m\n\t./prog.go:3:17: other declaration of m");
    expect("package main\nimport \"lib\"\nfunc main() { lib.unexported(); _ = lib.Nothing }\n",
           "name unexported not exported by package lib\nundefined: lib.Nothing", 0);
}

Test(check, interfaces_are_implemented) {
    refused("type I interface { M() }\ntype T struct{}\nvar _ I = T{}",
            "cannot use T{} (value of struct type T) as I value in variable declaration: T does not implement I "
            "(missing method M)");
    refused("type I interface { M() }\ntype T struct{}\nfunc f(i I) { _ = i.(T) }",
            "impossible type assertion: i.(T)\n\tT does not implement I (missing method M)");
    refused_body("x := 1\n_ = x.(int)", "invalid operation: x (variable of type int) is not an interface");
    refused_body("var i any\nswitch i.(type) {\ncase int, int:\n}",
                 "duplicate case int in type switch\n\t./prog.go:5:6: previous case");
}

Test(check, calls_match_their_functions) {
    refused("func f(a, b int) {}\nfunc g() { f(1) }",
            "not enough arguments in call to f\n\thave (number)\n\twant (int, int)");
    refused("func f() {}\nfunc g() { f(1) }", "too many arguments in call to f\n\thave (number)\n\twant ()");
    refused("func f(int) {}\nfunc g() { f(\"a\") }",
            "cannot use \"a\" (untyped string constant) as int value in argument to f");
    refused_body("x := 1\nx()", "invalid operation: cannot call non-function x (variable of type int)");
    refused_body("len()", "invalid operation: not enough arguments for len() (expected 1, found 0)");
    refused_body("x := 1\n_ = len(x)", "invalid argument: x (variable of type int) for built-in len");
    refused_body("go 1", "expression in go must be function call\n"
                         "invalid operation: cannot call non-function 1 (untyped int constant)");
    refused_body("defer int(1)", "defer requires function call, not conversion int(1) (constant 1 of type int)");
}

Test(check, statements_have_rules) {
    refused("func f() int {}", "missing return");
    refused("func f() int { for { break } }", "missing return");
    accepted("func f() int { for {} }");
    accepted("func f(x int) int { switch { case x > 1: return 1; default: panic(0) } }");
    accepted("func f() int { L: for { for { continue L } } }");
    refused_body("break", "break is not in a loop, switch, or select");
    refused_body("for {\nfunc() { continue }()\n}", "continue is not in a loop");
    refused_body("goto L", "label L not defined");
    refused_body("goto L\nx := 1\n_ = x\nL:", "goto L jumps over variable declaration at line 4");
    refused_body("if 1 {\n}", "non-boolean condition in if statement");
    refused_body("switch 1 {\ncase 1, 1:\n}",
                 "duplicate case 1 (constant of type int) in expression switch\n\t./prog.go:4:6: previous case");
    refused_body("x := 1\nx", "x (variable of type int) is not used");
    refused_body("switch {\ncase true:\nfallthrough\n}", "cannot fallthrough final case in switch");
}

Test(check, declarations_may_not_run_in_circles) {
    refused("type T struct { t T }", "invalid recursive type: T refers to itself");
    refused("type A struct { b B }\ntype B struct { a A }",
            "invalid recursive type A\n\t./prog.go:3:6: A refers to B\n\t./prog.go:4:6: B refers to A");
    refused("type T [2]T", "invalid recursive type: T refers to itself");
    refused("var x = x", "initialization cycle: x refers to itself");
    refused("var x = f()\nfunc f() int { return x }",
            "initialization cycle for x\n\t./prog.go:3:5: x refers to f\n\t./prog.go:4:6: f refers to x");
    refused("const a = b\nconst b = a",
            "initialization cycle for a\n\t./prog.go:3:7: a refers to b\n\t./prog.go:4:7: b refers to a");
    accepted("type T struct { t *T; m map[string]T; f func(T) T; s []T }");
    accepted("type A struct { b *B }\ntype B = A");
    refused("func f[T any](x T) { f(&x) }", "instantiation cycle\n\t./prog.go:3:23: T instantiated as *T");
}

Test(check, literals_fit_their_types) {
    refused_body("_ = [2]int{1, 2, 3}", "index 2 is out of bounds (>= 2)");
    refused_body("_ = map[string]int{\"a\": 1, \"a\": 2}", "duplicate key \"a\" in map literal");
    refused("type T struct { a int }\nvar _ = T{b: 1}", "unknown field b in struct literal of type T");
    refused("type T struct { a, b int }\nvar _ = T{1}", "too few values in struct literal of type T");
    refused_body("a := [3]int{}\n_ = a[5]", "invalid argument: index 5 out of bounds [0:3]");
    refused_body("_ = \"abc\"[2:1]", "invalid slice indices: 1 < 2");
    accepted("type P struct { x, y int }\nvar _ = []*P{{1, 2}, {x: 3}}\nvar _ = map[P][]P{{1, 2}: {{3, 4}}}");
}

Test(check, generics_are_inferred_and_verified) {
    refused("func f[T any](a, b T) {}\nfunc g() { f(1, \"a\") }",
            "in call to f, mismatched types untyped int and untyped string (cannot infer T)");
    refused("func f[T any]() {}\nfunc g() { f() }", "in call to f, cannot infer T (declared at ./prog.go:3:8)");
    refused("func f[T int | string](x T) {}\nfunc g() { f(1.5) }",
            "float64 does not satisfy int | string (float64 missing in int | string)");
    refused("type G[T any] struct{}\nvar x G", "cannot use generic type G[T any] without instantiation");
    refused("type G[T comparable] struct{}\nvar x G[[]int]", "[]int does not satisfy comparable");
    accepted("func m[A, B any](s []A, f func(A) B) (r []B) { for _, x := range s { r = append(r, f(x)) }; return }\n"
             "func g() []string { return m([]int{1}, func(int) string { return \"\" }) }");
    accepted("func id[T any](x T) T { return x }\nvar f func(int) int = id");
    accepted("type L[T any] struct { next *L[T]; v T }\nfunc (l *L[E]) Push(v E) *L[E] { return &L[E]{l, v} }\n"
             "var l = (*L[int])(nil).Push(1).Push(2)");
    accepted("type V[T any] = []T\nvar v V[int] = []int{1}");
}

Test(check, versions_gate_features) {
    expect(
        "package main\nfunc main() { for range 3 {} }\n",
        "cannot range over 3 (untyped int constant): requires go1.22 or later (-lang was set to go1.21; check go.mod)",
        21);
    expect("package main\nfunc f[T any]() {}\nfunc main() {}\n",
           "type parameter requires go1.18 or later (-lang was set to go1.17; check go.mod)\n"
           "predeclared any requires go1.18 or later (-lang was set to go1.17; check go.mod)",
           17);
    expect("package main\nfunc main() { _ = min(1, 2) }\n",
           "built-in min requires go1.21 or later (-lang was set to go1.20; check go.mod)", 20);
    accepted_body("for i := range 3 { _ = i }\nfor range 2 {}\n"
                  "for x := range func(yield func(int) bool) {} { _ = x }\n"
                  "clear(map[int]int{})\n_ = max(1, 2.5)");
}

Test(check, main_and_bodies_are_needed) {
    expect("package main\n", "function main is undeclared in the main package", 0);
    expect("package main\nfunc main(x int) {}\n", "func main must have no arguments and no return values", 0);
    refused("func f()", "missing function body");
    refused("var init int", "cannot declare init - must be func");
}

Test(check, package_unsafe_takes_the_types_it_names) {
    static const char head[] = "package main\nimport \"unsafe\"\nvar x int\nvar u uintptr\nfunc main() { ";
    static const struct {
        const char *body, *message;
    } cases[] = {
        {"_ = uintptr(unsafe.Pointer(&x)) }\n", ""},
        {"_ = unsafe.Sizeof(x) + unsafe.Offsetof(struct{ a int8; b int }{}.b) }\n", ""},
        {"_ = unsafe.Pointer(u) }\n", ""},
        {"_ = (*float64)(unsafe.Pointer(&x)) }\n", ""},
        {"_ = unsafe.Slice(&x, 2) }\n", ""},
        {"_ = (*float64)(&x); _ = unsafe.Sizeof(x) }\n", "cannot convert &x (value of type *int) to type *float64"},
        {"_ = unsafe.Pointer(x) }\n", "cannot convert x (variable of type int) to type unsafe.Pointer"},
        {"_ = unsafe.Slice(x, 2) }\n", "invalid argument: x (variable of type int) is not a pointer"},
        {"_ = unsafe.Add(unsafe.Pointer(&x), u) + 1 }\n",
         "cannot convert 1 (untyped int constant) to type unsafe.Pointer"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[300];
        snprintf(text, sizeof text, "%s%s", head, cases[i].body);
        expect(text, cases[i].message, 0);
    }
}

Test(check, many_errors_come_at_once_and_none_twice) {
    refused_body("a := undefined1\nb := a.b.c + 1\n_ = b\nvar s string = 1\n_ = s",
                 "undefined: undefined1\ncannot use 1 (untyped int constant) as string value in variable declaration");
}

// What the tree holds afterwards.

static SlProgram *right(const char *text) {
    SlProgram *program = load_version(text, 0);
    char *got = messages(program);
    cr_assert_str_eq(got, "", "%s", got);
    free(got);
    return program;
}

static SlFuncNode *function(const SlProgram *program, const char *name) {
    for (int i = 0; i < program->main->func_count; i++)
        if (strcmp(program->main->funcs[i]->obj->name, name) == 0)
            return program->main->funcs[i];
    cr_assert_fail("no function %s", name);
    return NULL;
}

Test(check, untyped_operands_get_their_final_types) {
    SlProgram *p =
        right("package main\nfunc main() { var s uint; var x int64 = 1<<s + 2; var f = 1.5*2 == 3; _, _ = x, f }\n");
    SlFuncNode *main = function(p, "main");
    SlExpr *sum = main->body->list[1]->decls[0]->values[0];
    cr_expect_eq(sl_under(sum->type)->basic, SL_INT64);
    cr_expect_eq(sl_under(sum->x->type)->basic, SL_INT64);
    cr_expect_eq(sl_under(sum->x->x->type)->basic, SL_INT64);
    cr_expect_eq(sl_under(sum->y->type)->basic, SL_INT64);
    SlExpr *equal = main->body->list[2]->decls[0]->values[0];
    cr_expect_eq(equal->mode, SL_MODE_CONST);
    cr_expect_eq(sl_under(equal->type)->basic, SL_BOOL);
    sl_program_free(p);
}

Test(check, comma_ok_forms_are_marked) {
    SlProgram *p = right("package main\nfunc main() { m := map[string]int{}; v, ok := m[\"a\"]; _, _ = v, ok }\n");
    SlExpr *index = function(p, "main")->body->list[1]->rhs[0];
    cr_expect(index->comma_ok);
    cr_expect_eq(index->type->kind, SL_TYPE_TUPLE);
    cr_expect_eq(index->type->count, 2);
    sl_program_free(p);
}

Test(check, selections_lead_through_embedded_fields) {
    SlProgram *p =
        right("package main\ntype A struct { x, y int }\nfunc (a *A) M() {}\ntype B struct { s string; *A }\n"
              "func main() { var b B; _ = b.y; b.M() }\n");
    SlFuncNode *main = function(p, "main");
    SlSelection *field = main->body->list[1]->rhs[0]->selection;
    cr_expect_eq(field->kind, SL_SELECT_FIELD);
    cr_expect_eq(field->path_length, 2);
    cr_expect_eq(field->path[0], 1);
    cr_expect_eq(field->path[1], 1);
    SlSelection *method = main->body->list[2]->x->x->selection;
    cr_expect_eq(method->kind, SL_SELECT_METHOD);
    cr_expect_eq(method->path_length, 1);
    cr_expect_str_eq(method->obj->name, "M");
    sl_program_free(p);
}

Test(check, type_arguments_stand_where_the_function_is_named) {
    SlProgram *p = right("package main\nfunc f[A, B any](a A, b B) {}\nfunc main() { f(1, \"\"); f[int8](1, 2.5) }\n");
    SlFuncNode *main = function(p, "main");
    SlExpr *first = main->body->list[0]->x->x, *second = main->body->list[1]->x->x;
    cr_assert_eq(first->targ_count, 2);
    cr_expect_eq(sl_under(first->targs[1])->basic, SL_STRING);
    cr_expect_eq(second->kind, SL_EXPR_INDEX);
    cr_assert_eq(second->targ_count, 2);
    cr_expect_eq(sl_under(second->targs[0])->basic, SL_INT8);
    cr_expect_eq(sl_under(second->targs[1])->basic, SL_FLOAT64);
    sl_program_free(p);
}

Test(check, functions_know_their_variables_and_literals) {
    SlProgram *p = right("package main\ntype T struct{}\nfunc (t *T) m(a, _ int) (r int) {\n"
                         "defer func() { recover(); func() {}() }()\nreturn a }\nfunc main() {}\n");
    SlFuncNode *m = function(p, "m");
    cr_assert_eq(m->param_count, 3);
    cr_expect_str_eq(m->params[0]->name, "t");
    cr_expect_eq(m->params[1]->func, m);
    cr_expect_eq(m->result_count, 1);
    cr_expect(m->has_defer);
    cr_expect_not(m->has_recover);
    cr_assert_eq(m->literal_count, 1);
    cr_expect(m->literals[0]->has_recover);
    cr_expect_eq(m->literals[0]->outer, m);
    cr_expect_eq(m->literals[0]->literals[0]->literal_number, 1);
    sl_program_free(p);
}

Test(check, loop_variables_follow_the_version) {
    static const char text[] =
        "package main\nfunc main() { for i := 0; i < 2; i++ {}; for j := range []int{} { _ = j } }\n";
    for (int minor = 21; minor <= 22; minor++) {
        SlProgram *p = load_version(text, minor);
        SlStmt **list = function(p, "main")->body->list;
        cr_expect_eq(list[0]->per_iteration, minor == 22);
        cr_expect_eq(list[1]->per_iteration, minor == 22);
        sl_program_free(p);
    }
}

Test(check, branches_know_their_targets) {
    SlProgram *p = right("package main\nfunc main() {\nL: for { switch { case true: fallthrough; case false: break L; "
                         "default: continue } } }\n");
    SlStmt *labeled = function(p, "main")->body->list[0], *loop = labeled->body, *choice = loop->body->list[0];
    cr_expect_eq(choice->list[0]->list[0]->target, choice->list[1]);
    cr_expect_eq(choice->list[1]->list[0]->target, loop);
    cr_expect_eq(choice->list[2]->list[0]->target, loop);
    sl_program_free(p);
}

Test(check, variables_are_initialised_after_what_they_need) {
    SlProgram *p =
        right("package main\nvar a = c + b\nvar b = f()\nvar c = f()\nvar d = 3\nfunc f() int { d++; return d }\n"
              "func main() { _ = a }\n");
    static const char *const order[] = {"d", "b", "c", "a"};
    cr_assert_eq(p->main->init_count, 4);
    for (int i = 0; i < 4; i++)
        cr_expect_str_eq(p->main->inits[i].lhs[0]->name, order[i]);
    sl_program_free(p);
}

static SlObj *library_name(SlProgram *p, const SlPackage *package, const char *name) {
    return sl_scope_lookup(package->scope, sl_names_get(p->names, name, strlen(name)));
}

Test(check, declarations_of_libraries_wait_until_they_are_mentioned) {
    SlProgram *p =
        right("package main\nimport \"lib\"\nfunc main() { var t lib.T; _ = t.Get() + lib.V + lib.Native(1) }\n");
    cr_assert_eq(p->package_count, 3);
    cr_expect_str_eq(p->packages[0]->path, "deep");
    SlPackage *lib = p->packages[1];
    cr_expect_eq(p->packages[0]->scope->names.count, 0);
    cr_expect_eq(lib->scope->names.count, 4, "T, V, what V needs, and Native");
    cr_expect_null(library_name(p, lib, "no such name"));
    cr_expect_not_null(library_name(p, lib, "unexported"));
    cr_expect_eq(lib->scope->names.count, 5);
    sl_library_order(p, lib);
    cr_assert_eq(lib->init_count, 2);
    cr_expect_str_eq(lib->inits[0].lhs[0]->name, "later");
    cr_expect_eq(sl_library_init(p, library_name(p, lib, "later"))->rhs, lib->inits[0].rhs);
    sl_program_free(p);
}

Test(check, bodies_of_libraries_wait_until_they_are_needed) {
    SlProgram *p = right("package main\nimport \"lib\"\nfunc main() { var t lib.T; _ = t.Get() }\n");
    const SlType *type = library_name(p, p->packages[1], "T")->type;
    cr_assert_eq(type->method_count, 2);
    SlFuncNode *get = type->methods[0]->func;
    cr_expect_not(get->checked);
    sl_check_body(p, get);
    cr_expect(get->checked);
    cr_expect_eq(get->body->list[0]->rhs[0]->type->kind, SL_TYPE_BASIC);
    cr_expect_eq(p->packages[0]->scope->names.count, 1);
    cr_expect_eq(p->diags->list.count, 0);
    cr_expect_not_null(sl_method_declared(p->types, type->methods[1]));
    sl_check_body(p, type->methods[1]->func);
    cr_expect_eq(p->diags->list.count, 1);
    sl_program_free(p);
}

// Without end, if every way through them were walked.
Test(check, types_that_double_at_each_step_come_to_an_end) {
    enum { STEPS = 60 };
    SlText pairs = {0}, structs = {0};
    sl_text_adds(&pairs, "package main\ntype P[A, B any] struct { a A; b B }\ntype X0 = int\n");
    sl_text_adds(&structs, "package main\ntype X0 struct { a int }\n");
    for (int i = 1; i <= STEPS; i++) {
        sl_text_printf(&pairs, "type X%d = P[X%d, X%d]\n", i, i - 1, i - 1);
        sl_text_printf(&structs, "type X%d struct { a, b X%d }\n", i, i - 1);
    }
    sl_text_printf(&pairs, "func main() { var x X%d; _ = x }\n", STEPS);
    sl_text_printf(&structs, "func main() { var x, y *X%d; println(*x == *y) }\n", STEPS);
    expect(sl_text_cstr(&pairs), "type arguments of P are too large", 0);
    expect(sl_text_cstr(&structs), "", 0);
    sl_text_free(&pairs);
    sl_text_free(&structs);
}

Test(check, deep_programs_end_in_an_error) {
    enum { DEEP = 100000 };
    SlText text = {0};
    sl_text_adds(&text, "package main\nfunc main() {}\n");
    for (int i = 0; i < DEEP / 10; i++)
        sl_text_printf(&text, "const c%d = c%d + 1\n", i, i + 1);
    sl_text_printf(&text, "const c%d = 1\nvar x = ", DEEP / 10);
    SlProgram *chain = load_version(sl_text_cstr(&text), 0);
    sl_program_free(chain);
    for (int i = 0; i < DEEP; i++)
        sl_text_addc(&text, '(');
    SlProgram *nested = load_version(sl_text_cstr(&text), 0);
    cr_expect_gt(nested->diags->list.count, 0);
    sl_program_free(nested);
    sl_text_free(&text);
}
