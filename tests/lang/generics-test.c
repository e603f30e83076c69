// SPDX-License-Identifier: MIT
// Generic programs and interfaces from source: what is accepted, and what gc says of the rest.
#include <criterion/criterion.h>

#include "base/text.h"
#include "lang/lang.h"

// want: "line: message" for each error, in the order of the source.
static void says(const char *source, const char *want) {
    SlText text = {0}, have = {0};
    sl_text_printf(&text, "package p\n%s", source);
    SlSource file = {.name = "p.go", .text = sl_text_cstr(&text), .length = text.length};
    SlProgram *program = sl_program_load(&file, 1, NULL, NULL);
    sl_diags_sort(program->diags, program->files);
    for (int i = 0; i < program->diags->list.count; i++) {
        SlDiag *diag = &program->diags->list.at[i];
        sl_text_printf(&have, "%d: %s\n", sl_files_place(program->files, diag->pos).line, diag->message);
    }
    cr_expect_str_eq(sl_text_cstr(&have), want, "\n%s\nsays\n%s\nwant\n%s", source, sl_text_cstr(&have), want);
    sl_program_free(program);
    sl_text_free(&text);
    sl_text_free(&have);
}

static void accepts(const char *source) {
    says(source, "");
}

Test(generics, infer_type_arguments_from_arguments) {
    accepts("func Map[S ~[]E, E, R any](s S, f func(E) R) []R { return nil }\n"
            "type Ints []int\n"
            "var a []string = Map(Ints{1}, func(int) string { return \"\" })\n"
            "func Sum[T ~int | ~float64](x ...T) T { return x[0] }\n"
            "var b float64 = Sum(1, 2.5)\n"
            "var c int = Sum(1, 2)\n"
            "var d int32 = Sum2('a', 1)\n"
            "func Sum2[T any](x, y T) T { return x }\n");
}

Test(generics, infer_from_generic_functions_and_assignments) {
    accepts("func id[T any](x T) T { return x }\n"
            "func apply[T, R any](x T, f func(T) R) R { return f(x) }\n"
            "func box[T any](x T) []T { return []T{x} }\n"
            "var a int = apply(1, id)\n"
            "var b []string = apply(\"\", box)\n"
            "var f func(string) string = id\n"
            "func take(func(int) int) {}\n"
            "func _() { take(id); f = id }\n"
            "func give() func(bool) bool { return id }\n");
}

Test(generics, infer_pointers_from_core_types) {
    accepts("type Setter[B any] interface { Set(string); *B }\n"
            "func from[T any, P Setter[T]](s []string) []T { r := make([]T, len(s)); P(&r[0]).Set(s[0]); return r }\n"
            "type N int\n"
            "func (n *N) Set(string) {}\n"
            "var _ []N = from[N](nil)\n");
}

Test(generics, say_why_inference_fails) {
    says("func f[T any]() {}\nfunc _() { f() }\n", "3: in call to f, cannot infer T (declared at p.go:2:8)\n");
    says("func f[T any](x []T) {}\nfunc _() { f(1.5) }\n", "3: in call to f, cannot infer T (declared at p.go:2:8)\n");
    says("func f[T any](x []T) {}\nvar v float64\nfunc _() { f(v) }\n",
         "4: in call to f, type float64 of v does not match []T (cannot infer T)\n");
    says("func f[T any](x, y T) {}\nvar s string\nvar i int\nfunc _() { f(s, i) }\n",
         "5: in call to f, type int of i does not match inferred type string for T\n");
    says("func f[T any](x, y T) {}\nfunc _() { f(1, \"\") }\n",
         "3: in call to f, mismatched types untyped int and untyped string (cannot infer T)\n");
}

Test(generics, say_which_constraint_is_not_satisfied) {
    says("type Number interface{ int | float64 }\nfunc f[T Number](x T) {}\nfunc _() { f(\"\") }\n",
         "4: string does not satisfy Number (string missing in int | float64)\n");
    says("type My int\nfunc f[T int](x T) {}\nfunc _() { f(My(1)) }\n",
         "4: My does not satisfy int (possibly missing ~ for int in constraint int)\n");
    says("func f[T comparable](x T) {}\nfunc _() { f(func() {}) }\n", "3: func() does not satisfy comparable\n");
    says("type S interface{ String() string }\ntype L[T S] []T\nvar _ L[int]\n",
         "4: int does not satisfy S (missing method String)\n");
    accepts("func f[T comparable](x T) {}\nfunc _() { f[any](nil) }\n");
}

Test(generics, let_recursive_types_and_constraints_be) {
    accepts("type List[T any] struct { next *List[T]; v T }\n"
            "func (l *List[U]) Push(v U) *List[U] { return &List[U]{l, v} }\n"
            "type Tree[K Ordered[K], V any] struct { left, right *Tree[K, V]; pairs List[struct{ k K; v V }] }\n"
            "type Ordered[T any] interface { Less(T) bool }\n"
            "type I int\nfunc (i I) Less(j I) bool { return i < j }\n"
            "var t Tree[I, string]\n"
            "var k I = t.left.right.pairs.next.v.k\n"
            "type Node[T any] interface { Children() []Node[T] }\n"
            "type Cloner[T any] interface { Clone() T }\n"
            "func dup[T Cloner[T]](x T) T { return x.Clone() }\n");
}

Test(generics, keep_local_types_of_different_calls_apart) {
    accepts("func f[T any](x T) any {\n\ttype local struct { v T; next *local }\n\ty := local{v: x}\n\ty.next = &y\n"
            "\tvar z T = y.next.v\n\treturn z\n}\nvar a, b = f(1), f(\"\")\n");
}

Test(generics, promote_methods_of_instances_through_embedding) {
    accepts("type Box[T any] struct { v T }\nfunc (b Box[T]) Get() T { return b.v }\nfunc (b *Box[T]) Set(v T) { b.v = "
            "v }\n"
            "type Named struct { Box[string]; name string }\n"
            "type Getter[T any] interface { Get() T }\n"
            "var g Getter[string] = Named{}\n"
            "func _(n Named) { n.Set(n.Get()) }\n"
            "var get func(Box[int]) int = Box[int].Get\n");
    says("type Box[T any] struct { v T }\nfunc (b *Box[T]) Set(v T) {}\n"
         "type Setter interface { Set(int) }\nvar _ Setter = Box[int]{}\nvar _ Setter = &Box[string]{}\n",
         "5: cannot use Box[int]{} (value of struct type Box[int]) as Setter value in variable declaration: "
         "Box[int] does not implement Setter (method Set has pointer receiver)\n"
         "6: cannot use &Box[string]{} (value of type *Box[string]) as Setter value in variable declaration: "
         "*Box[string] does not implement Setter (wrong type for method Set)\n\t\thave Set(string)\n\t\twant "
         "Set(int)\n");
}

Test(generics, convert_and_assign_by_each_term) {
    accepts("func f[T ~int | ~float64](x T) int { return int(x) }\n"
            "func g[T ~[]byte | ~string](x T) string { return string(x) }\n"
            "func h[P ~[]int](x []int) P { return x }\n");
    says("func f[T ~int | ~string](x T) float64 { return float64(x) }\n",
         "2: cannot convert x (variable of type T constrained by ~int | ~string) to type float64: cannot convert "
         "string (in T) to type float64\n");
    says("func f[T any](x int) T { return x }\n",
         "2: cannot use x (variable of type int) as T value in return statement\n");
}

Test(generics, report_wrong_interfaces) {
    says("type A interface { m() }\ntype B interface { m() int }\ntype C interface { A; B }\n",
         "4: duplicate method m\n\tp.go:2:20: other declaration of method m\n");
    says("type I interface { int | ~int }\n", "2: overlapping terms ~int and int\n");
    says("type I interface { comparable | int }\n", "2: cannot use comparable in union\n");
    says("type I interface { int }\nvar x I\n",
         "3: cannot use type I outside a type constraint: interface contains type constraints\n");
}
