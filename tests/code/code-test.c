// SPDX-License-Identifier: MIT
// What the code generator makes of small programs: instructions, types, and what it leaves out.
#include "tests/code/compile.h"

static char *listing(const Compiled *c, const char *name) {
    const SlFunc *func = function(c, name);
    cr_assert_not_null(func, "no function %s", name);
    SlText text = {0};
    sl_code_disassemble(c->code, func, &text);
    return sl_text_take(&text);
}

static const char *const names[SL_OP_COUNT] = {
#define OP(name, a, b, c, extra) #name,
    SL_OPS(OP)
#undef OP
};

// A pair of instructions is called FIRST_SECOND and stands where the first one stood.
static bool is_op(SlOp op, const char *name) {
    size_t length = strcspn(names[op], "_");
    return length == strlen(name) && strncmp(names[op], name, length) == 0;
}

static int count_ops(const Compiled *c, const char *name, const char *op) {
    const SlFunc *func = function(c, name);
    cr_assert_not_null(func, "no function %s", name);
    int count = 0;
    for (uint32_t pc = 0; pc < func->code_count; pc += sl_instr_length(&func->code[pc]))
        count += is_op(func->code[pc].op.op, op);
    return count;
}

static uint32_t instructions(const Compiled *c, const char *name) {
    const SlFunc *func = function(c, name);
    uint32_t count = 0;
    for (uint32_t pc = 0; pc < func->code_count; pc += sl_instr_length(&func->code[pc]))
        count++;
    return count;
}

static char *refusal(const char *text) {
    Compiled c = compile(text);
    cr_assert_null(c.code);
    sl_diags_sort(c.program->diags, c.program->files);
    char *errors = sl_diags_format(c.program->diags, c.program->files, true);
    release(&c);
    return errors;
}

Test(code, a_recursive_call_costs_one_move) {
    Compiled c = compile("package main\n"
                         "func fib(n int) int { if n < 2 { return n }; return fib(n-1) + fib(n-2) }\n"
                         "func main() { println(fib(20)) }\n");
    cr_assert_eq(instructions(&c, "main.fib"), 10);
    cr_assert_eq(count_ops(&c, "main.fib", "MOV"), 2); // the other returns n
    release(&c);
}

Test(code, a_loop_tests_at_its_bottom) {
    Compiled c = compile("package main\n"
                         "func sum(xs []int) (s int) { for _, x := range xs { s += x }; return s }\n"
                         "func main() { println(sum(nil)) }\n");
    // zero, copy of the slice, index, jump; load, add, count, test; return
    cr_assert_eq(instructions(&c, "main.sum"), 9);
    release(&c);
}

Test(code, fields_of_local_structs_are_slots) {
    Compiled c = compile("package main\n"
                         "type V struct{ x, y, z float64 }\n"
                         "func add(a, b V) V { return V{a.x + b.x, a.y + b.y, a.z + b.z} }\n"
                         "func main() { println(add(V{}, V{}).x) }\n");
    cr_assert_eq(instructions(&c, "main.add"), 4);
    cr_assert_eq(count_ops(&c, "main.add", "FADD"), 3);
    release(&c);
}

Test(code, constants_fold_into_instructions) {
    Compiled c = compile("package main\n"
                         "func f(n int) int { const k = 3; if n > k*2 { return n - k }; return n << k }\n"
                         "func main() { println(f(1)) }\n");
    cr_assert_eq(count_ops(&c, "main.f", "LDI"), 0);
    cr_assert_eq(count_ops(&c, "main.f", "SHLI"), 1);
    release(&c);
}

Test(code, variables_that_never_change_are_captured_by_value) {
    Compiled c = compile("package main\n"
                         "func f(a, b int) func() int { b++; return func() int { return a + b } }\n"
                         "func main() { println(f(1, 2)()) }\n");
    const SlFunc *inner = function(&c, "main.f.func1");
    cr_assert_not_null(inner);
    cr_assert_eq(inner->capture_slots, 2);
    int pointers = 0;
    for (uint32_t i = 0; i < inner->capture_slots; i++)
        pointers += inner->capture_kinds[i] == SL_WORD_POINTER;
    cr_assert_eq(pointers, 1); // b, which is boxed
    release(&c);
}

Test(code, types_have_gos_layout) {
    Compiled c = compile("package main\n"
                         "type T struct { a int8; b int64; c bool; d string; e [3]uint16; f any; g struct{} }\n"
                         "func main() { var x any = T{}; _ = x }\n");
    const SlRtype *t = type(&c, "main.T");
    cr_assert_not_null(t);
    static const uint32_t offsets[] = {0, 8, 16, 24, 40, 48, 64};
    for (int i = 0; i < 7; i++)
        cr_assert_eq(t->fields[i].offset, offsets[i], "field %s", t->fields[i].name);
    cr_assert_eq(t->size, 72);
    cr_assert_eq(t->slots, 9);
    cr_assert_eq(t->pointer_count, 2);
    cr_assert_eq(t->slot_kinds[3], SL_WORD_POINTER);
    cr_assert_eq(t->slot_kinds[6], SL_WORD_IFACE);
    cr_assert_eq(t->slot_kinds[7], SL_WORD_IFACE_DATA);
    cr_assert(t->flags & SL_RTYPE_COMPARABLE);
    cr_assert_not(t->flags & SL_RTYPE_PLAIN_EQUAL);
    release(&c);
}

Test(code, identical_types_are_one_pointer) {
    Compiled c =
        compile("package main\n"
                "type P[K comparable, V any] struct { k K; v V }\n"
                "func f[T any](x T) any { return P[string, []T]{} }\n"
                "func main() { var a any = P[string, []int]{}; println(a == nil, f(1) == nil, f(\"\") == nil) }\n");
    int pairs = 0, slices = 0;
    for (uint32_t i = 0; i < c.code->type_count; i++) {
        pairs += strcmp(c.code->types[i]->text, "main.P[string,[]int]") == 0;
        slices += strcmp(c.code->types[i]->text, "[]int") == 0;
        cr_assert_eq(c.code->types[i]->index, i);
    }
    cr_assert_eq(pairs, 1);
    cr_assert_eq(slices, 1);
    cr_assert_not_null(type(&c, "main.P[string,[]string]"));
    release(&c);
}

Test(code, a_generic_function_is_generated_once_for_each_type) {
    Compiled c = compile("package main\n"
                         "func id[T any](x T) T { return x }\n"
                         "func main() { println(id(1), id(2), id(\"a\")) }\n");
    int instances = 0;
    for (uint32_t i = 0; i < c.code->func_count; i++)
        instances += strcmp(c.code->funcs[i]->name, "main.id[...]") == 0;
    cr_assert_eq(instances, 2);
    release(&c);
}

Test(code, only_what_is_reachable_is_generated) {
    Compiled c = compile(
        "package main\n"
        "import \"strings\"\n"
        "type T int\n"
        "func (T) Used() {}\n"
        "func (T) Unused() {}\n"
        "func unused() {}\n"
        "func main() { var x interface{ Used(); Unused() } = T(1); x.Used(); println(strings.Repeat(\"a\", 3)) }\n");
    cr_assert_not_null(function(&c, "main.T.Used"));
    cr_assert_null(function(&c, "main.T.Unused"));
    cr_assert_null(function(&c, "main.unused"));
    cr_assert_null(function(&c, "strings.Split"));
    release(&c);
}

Test(code, method_tables_are_complete_even_where_code_is_missing) {
    Compiled c = compile("package main\n"
                         "type A struct{}\n"
                         "func (A) One() {}\n"
                         "func (*A) Two() {}\n"
                         "type B struct{ A }\n"
                         "func main() { var x, y any = B{}, &B{}; println(x == y) }\n");
    cr_assert_eq(type(&c, "main.B")->method_count, 1);
    const SlRtype *pointer = type(&c, "*main.B");
    cr_assert_eq(pointer->method_count, 2);
    cr_assert_str_eq(pointer->methods[0].name, "One");
    cr_assert_str_eq(pointer->methods[1].name, "Two");
    release(&c);
}

Test(code, long_jumps_reach) {
    SlText text = {0};
    sl_text_adds(&text, "package main\nfunc main() {\n\tx := 0\n\tfor x < 3 {\n");
    for (int i = 0; i < 60000; i++)
        sl_text_printf(&text, "\t\tx ^= %d\n", i % 7 + 100000);
    sl_text_adds(&text, "\t\tx++\n\t}\n\tprintln(x)\n}\n");
    Compiled c = compile(sl_text_cstr(&text));
    const SlFunc *func = function(&c, "main.main");
    cr_assert_gt(func->code_count, 40000);
    for (uint32_t pc = 0; pc < func->code_count; pc += sl_instr_length(&func->code[pc])) {
        uint32_t next[2];
        int count = sl_instr_next(func, pc, next);
        for (int i = 0; i < count; i++)
            cr_assert_lt(next[i], func->code_count);
    }
    sl_text_free(&text);
    release(&c);
}

Test(code, a_table_of_numbers_is_copied_as_data) {
    Compiled c = compile("package main\n"
                         "var t = []uint16{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}\n"
                         "func main() { println(t[3]) }\n");
    cr_assert_eq(count_ops(&c, "main.init", "STDATA"), 1);
    cr_assert_leq(instructions(&c, "main.init"), 8);
    release(&c);
}

Test(code, endless_instantiation_is_refused) {
    Compiled c;
    const char *text = "package main\n"
                       "func f[T any](n int, x T) { if n > 0 { f(n-1, []T{x}) } }\n"
                       "func main() { f(3, 1) }\n";
    c.sources = sl_sources_from_text("t.go", text, strlen(text), NULL);
    SlImporter importer = sl_sources_importer(c.sources);
    SlLangOptions options = {0};
    c.program = sl_program_load(c.sources->files.at, c.sources->files.count, &importer, &options);
    c.code = sl_code_new(c.program, NULL);
    cr_assert_null(c.code);
    cr_assert_gt(c.program->diags->list.count, 0);
    release(&c);
}

Test(code, parameters_that_are_too_large_are_refused_with_their_place) {
    char source[1024] = "package main\ntype T [1000]int\nfunc f(_"; // each fits a frame, all together do not
    for (int i = 0; i < 63; i++)
        strcat(source, ", _");
    strcat(source, " T) {}\nfunc main() {}\nvar g = f\n");
    char *errors = refusal(source);
    cr_assert_not_null(strstr(errors, "t.go:3:"), "%s", errors);
    cr_assert_not_null(strstr(errors, "stack frame too large"), "%s", errors);
    free(errors);
}

Test(code, positions_follow_the_source) {
    Compiled c = compile("package main\n"
                         "func f(x []int) int {\n"
                         "\treturn x[0] +\n"
                         "\t\tx[1]\n"
                         "}\n"
                         "func main() { println(f([]int{1, 2})) }\n");
    const SlFunc *func = function(&c, "main.f");
    int lines[8], count = 0;
    for (uint32_t pc = 0; pc < func->code_count; pc += sl_instr_length(&func->code[pc]))
        if (is_op(func->code[pc].op.op, "LDX64"))
            lines[count++] = sl_files_place(c.code->files, sl_func_pos(func, pc)).line;
    cr_assert_eq(count, 2);
    cr_assert_eq(lines[0], 3);
    cr_assert_eq(lines[1], 4);
    release(&c);
}

Test(code, the_listing_names_functions_and_types) {
    Compiled c = compile("package main\n"
                         "func f() any { return []string{} }\n"
                         "func main() { println(f() == nil) }\n");
    char *text = listing(&c, "main.main");
    cr_assert_not_null(strstr(text, "main.f"), "%s", text);
    free(text);
    text = listing(&c, "main.f");
    cr_assert_not_null(strstr(text, "[]string"), "%s", text);
    free(text);
    release(&c);
}

Test(code, an_interface_literal_may_mention_itself) {
    Compiled c = compile("package main\n"
                         "type I interface { F() interface{ I } }\n"
                         "var a, b I\n"
                         "func main() { println(a == b) }\n");
    cr_assert_not_null(c.code);
    cr_assert_eq(type(&c, "main.I")->method_count, 1);
    release(&c);
}

Test(code, elided_pointers_to_slices_are_built) {
    Compiled c = compile("package main\n"
                         "type S []T\n"
                         "type T struct { x int }\n"
                         "var m = map[string]*S{\"a\": {{1}, {2}}}\n"
                         "func main() { println(len(*m[\"a\"])) }\n");
    cr_assert_not_null(c.code);
    cr_assert_eq(count_ops(&c, "main.init", "NEW"), 2); // the slice header, its elements
    release(&c);
}
