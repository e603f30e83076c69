// SPDX-License-Identifier: MIT
// The parser: what trees it makes where Go's grammar is ambiguous, the wording and places of its errors, its limits.
#include <criterion/criterion.h>
#include <stdio.h>

#include "base/text.h"
#include "lang/tree.h"

static SlArena *arena;
static SlNames *names;
static SlFiles *files;
static SlDiags *diags;

static void set_up(void) {
    arena = sl_arena_new();
    names = sl_names_new(arena);
    files = sl_files_new();
    diags = sl_diags_new();
}

static void tear_down(void) {
    sl_diags_free(diags);
    sl_files_free(files);
    sl_names_free(names);
    sl_arena_free(arena);
}

TestSuite(parse, .init = set_up, .fini = tear_down);

static SlTree *parse(const char *text) {
    return sl_parse(arena, names, sl_files_add(files, "x.go", text, strlen(text)), diags);
}

static SlTree *parse_ok(const char *text) {
    SlTree *tree = parse(text);
    cr_assert_eq(diags->list.count, 0, "%s: %s", text, diags->list.count ? diags->list.at[0].message : "");
    return tree;
}

// The errors of a text as "line:column: message" lines.
static void expect_errors(const char *text, const char *expected) {
    tear_down();
    set_up();
    parse(text);
    sl_diags_sort(diags, files);
    char *all = sl_diags_format(diags, files, true);
    SlText found = {0};
    for (char *line = all; *line; line = strchr(line, '\n') + 1) {
        size_t name = strlen("x.go:");
        sl_text_add(&found, line + name, strcspn(line, "\n") + 1 - name);
    }
    cr_expect_str_eq(sl_text_cstr(&found), expected, "%s\ngives %s", text, sl_text_cstr(&found));
    sl_text_free(&found);
    free(all);
}

static SlDecl *first(const char *text) {
    SlTree *tree = parse_ok(text);
    cr_assert_gt(tree->decl_count, 0);
    return tree->decls[0];
}

static SlStmt *first_stmt(const char *text) {
    char whole[1000];
    snprintf(whole, sizeof whole, "package p; func f() { %s }", text);
    return first(whole)->func->body->list[0];
}

static void expect_format(const char *text) {
    char whole[1000];
    snprintf(whole, sizeof whole, "package p; var _ = %s", text);
    char *found = sl_expr_format(first(whole)->values[0]);
    cr_expect_str_eq(found, text);
    free(found);
}

Test(parse, a_bracket_behind_a_types_name_is_an_array_or_type_parameters) {
    cr_expect_eq(first("package p; type T [N]int")->tparams.count, 0);
    cr_expect_eq(first("package p; type T [N * M]int")->tparams.count, 0);
    cr_expect_eq(first("package p; type T [N(M)]int")->tparams.count, 0);
    cr_expect_eq(first("package p; type T [...]int")->type->kind, SL_EXPR_ARRAY_TYPE);
    cr_expect_eq(first("package p; type T[P any] int")->tparams.count, 1);
    cr_expect_eq(first("package p; type T[P *C,] int")->tparams.count, 1);
    cr_expect_eq(first("package p; type T[P *[]int] int")->tparams.count, 1);
    cr_expect_eq(first("package p; type T[P (C),] int")->tparams.count, 1);
    cr_expect_eq(first("package p; type T[P *C|Q, R any] int")->tparams.count, 2);
    SlDecl *alias = first("package p; type A[P, Q any] = map[P]Q");
    cr_expect(alias->alias && alias->tparams.count == 1 && alias->tparams.at[0].name_count == 2);
}

Test(parse, names_in_parameters_are_names_or_types) {
    const SlFields *fields = &first("package p; func f(a, b int, c ...string)")->func->type->fields;
    cr_assert_eq(fields->count, 2);
    cr_expect_eq(fields->at[0].name_count, 2);
    cr_expect_eq(fields->at[1].type->kind, SL_EXPR_ELLIPSIS);
    fields = &first("package p; func f(a, b.C, []d)")->func->type->fields;
    cr_assert_eq(fields->count, 3);
    cr_expect_eq(fields->at[0].name_count, 0);
    cr_expect_str_eq(fields->at[0].type->name, "a");
    fields = &first("package p; func f(a [n]int, b c[int], d []int)")->func->type->fields;
    cr_expect_eq(fields->count, 3);
}

Test(parse, a_brace_in_a_header_begins_the_body) {
    SlStmt *stmt = first_stmt("if x == T {}");
    cr_expect_eq(stmt->x->y->kind, SL_EXPR_IDENT);
    stmt = first_stmt("if x == (T{}) {}");
    cr_expect_eq(stmt->x->y->x->kind, SL_EXPR_COMPOSITE);
    stmt = first_stmt("for i := range []int{1} {}");
    cr_expect_eq(stmt->x->kind, SL_EXPR_COMPOSITE);
    stmt = first_stmt("switch f(T{}) {}");
    cr_expect_eq(stmt->x->list[0]->kind, SL_EXPR_COMPOSITE);
    stmt = first_stmt("if f := func() T { return T{} }; f {}");
    cr_expect_not_null(stmt->init);
    stmt = first_stmt("if x == a[1] {}");
    cr_expect_eq(stmt->x->y->kind, SL_EXPR_INDEX);
}

Test(parse, range_clauses_take_any_number_of_variables) {
    cr_expect_eq(first_stmt("for range 10 {}")->lhs_count, 0);
    SlStmt *stmt = first_stmt("for k, v := range m {}");
    cr_expect(stmt->kind == SL_STMT_RANGE && stmt->lhs_count == 2 && stmt->op == SL_TOKEN_DEFINE);
    stmt = first_stmt("for a[i] = range f {}");
    cr_expect(stmt->lhs_count == 1 && stmt->op == SL_TOKEN_ASSIGN);
}

Test(parse, type_switches_are_told_from_others) {
    SlStmt *stmt = first_stmt("switch y := x.(type) { case int, nil: default: }");
    cr_expect_eq(stmt->kind, SL_STMT_TYPE_SWITCH);
    cr_expect_str_eq(stmt->bind->name, "y");
    cr_expect_eq(stmt->list[0]->rhs_count, 2);
    cr_expect(stmt->list[1]->is_default);
    cr_expect_eq(first_stmt("switch x := y; x {}")->kind, SL_STMT_SWITCH);
}

Test(parse, arrows_bind_to_channel_types) {
    SlExpr *type = first("package p; var _ = <-chan chan<- int(x)")->values[0];
    cr_expect_eq(type->kind, SL_EXPR_UNARY, "a receive from a conversion");
    type = first("package p; var c <-chan chan<- int")->type;
    cr_expect_eq(type->dir, SL_DIR_RECV);
    cr_expect_eq(type->x->dir, SL_DIR_SEND);
    type = first("package p; var c = []<-chan int{}")->values[0]->type_expr->x;
    cr_expect_eq(type->dir, SL_DIR_RECV);
    type = first("package p; type T func(<-chan (<-chan int))")->type->fields.at[0].type;
    cr_expect_eq(type->dir, SL_DIR_RECV);
}

Test(parse, constants_without_values_repeat_those_before) {
    SlTree *tree = parse_ok("package p\nconst ( a int = iota; b; c = 2; d )\nconst e = 1");
    cr_assert_eq(tree->decl_count, 5);
    cr_expect(tree->decls[1]->inherited && tree->decls[1]->iota == 1 && tree->decls[1]->type);
    cr_expect_neq(tree->decls[1]->values[0], tree->decls[0]->values[0]);
    cr_expect(tree->decls[3]->inherited && !tree->decls[3]->type && tree->decls[3]->value_count == 1);
    cr_expect_eq(tree->decls[3]->group, tree->decls[0]->group);
    cr_expect_eq(tree->decls[4]->group, 0);
}

Test(parse, positions_are_of_the_start_and_of_the_operator) {
    const char *text = "package p; var _ = a.b(c) + d[e]";
    SlExpr *sum = first(text)->values[0];
    SlPos base = 1;
    cr_expect_eq(sum->pos, base + (SlPos)(strchr(text, 'b') - 2 - text));
    cr_expect_eq(sum->op_pos, base + (SlPos)(strchr(text, '+') - text));
    cr_expect_eq(sum->x->op_pos, base + (SlPos)(strchr(text, '(') - text));
    cr_expect_eq(sum->y->op_pos, base + (SlPos)(strchr(text, '[') - text));
    cr_expect_eq(sum->end, base + strlen(text));
}

Test(parse, expressions_are_printed_as_in_gcs_messages) {
    expect_format("a + b * c");
    expect_format("f(a, b...)");
    expect_format("x.y[i].(T)");
    expect_format("a[1:2:3]");
    expect_format("func(a, b int) (c string) {}");
    expect_format("map[string][]chan (<-chan int){}");
    expect_format("struct{ a int; B }{}");
    expect_format("interface{ m(int) error; ~int | string }(nil)");
    char *text = sl_expr_format(first("package p; var _ = T[int]{1, 2}")->values[0]);
    cr_expect_str_eq(text, "T[int]{…}");
    free(text);
}

Test(parse, build_constraints_give_version_and_exclusion) {
    SlTree *tree = parse("//go:build go1.21 && (linux || windows)\n\npackage p\n");
    cr_expect(tree->go_minor == 21 && !tree->excluded);
    tree = parse("//go:build ignore\n\npackage p\n");
    cr_expect(tree->go_minor == 0 && tree->excluded);
    tree = parse("//go:build !windows && !go1.30\n\npackage p\n");
    cr_expect(tree->go_minor == 0 && !tree->excluded);
    tree = parse("//go:build go1.18 || go1.20\n\npackage p\n");
    cr_expect_eq(tree->go_minor, 18);
    tree = parse("package p\n//go:build ignore\n");
    cr_expect_not(tree->excluded);
}

Test(parse, directives_stand_directly_above_their_function) {
    cr_expect_str_eq(first("package p\n//sluice:native a\n// doc\n//sluice:b\nfunc f()")->func->directives,
                     "native a\nb");
    cr_expect_null(first("package p\n//sluice:at 1 2\n\nfunc f()")->func->directives);
}

Test(parse, statements_that_do_not_end_are_reported_where_they_go_on) {
    expect_errors("package p\nfunc f() {\n\tint status\n}\n",
                  "3:6: syntax error: unexpected name status at end of statement\n");
    expect_errors("package p\nfunc f() {\n\tx := y range\n}\n",
                  "3:9: syntax error: unexpected keyword range at end of statement\n");
    expect_errors("package p\nfunc f() {\n\tf(1\n\t2)\n}\n",
                  "3:5: syntax error: unexpected newline in argument list; possibly missing comma or )\n");
    expect_errors("package p\nvar x = []int{1, 2\n}\n",
                  "2:19: syntax error: unexpected newline in composite literal; possibly missing comma or }\n");
}

Test(parse, control_clauses_say_what_is_missing) {
    expect_errors("package p\nfunc f() { if {} }", "2:15: syntax error: missing condition in if statement\n");
    expect_errors("package p\nfunc f() { if x; {} }", "2:16: syntax error: missing condition in if statement\n");
    expect_errors("package p\nfunc f() { if x\n{} }",
                  "2:16: syntax error: unexpected newline, expected { after if clause\n");
    expect_errors("package p\nfunc f() { for x; {} }",
                  "2:19: syntax error: unexpected {, expected for loop condition\n");
    expect_errors("package p\nfunc f() { if x = y {} }", "2:17: syntax error: cannot use assignment x = y as value\n");
    expect_errors("package p\nfunc f() { if x := y {} }", "2:17: syntax error: cannot use x := y as value\n");
    expect_errors("package p\nfunc f() { if x {} else z }",
                  "2:25: syntax error: else must be followed by if or statement block\n");
    expect_errors("package p\nfunc f() { for var i = 0; i < 1; {} }",
                  "2:20: syntax error: var declaration not allowed in for initializer\n");
    expect_errors("package p\nfunc f() { for ;; x := 1 {} }",
                  "2:21: syntax error: cannot declare in post statement of for loop\n");
    expect_errors("package p\nfunc f() { switch { foo } }",
                  "2:21: syntax error: unexpected name foo, expected case or default or }\n");
}

Test(parse, declarations_say_what_is_wrong) {
    expect_errors("x := 1", "1:1: syntax error: package statement must be first\n");
    expect_errors("package p\nx := 1\n", "2:1: syntax error: non-declaration statement outside function body\n");
    expect_errors("package p\nfunc f()\n{\n}\n", "3:1: syntax error: unexpected semicolon or newline before {\n");
    expect_errors("package p\nvar x int\nimport \"fmt\"\n",
                  "3:1: syntax error: imports must appear before other declarations\n");
    expect_errors("package p\nfunc f(a int, b) {}\n", "2:16: syntax error: missing parameter type\n");
    expect_errors("package p\nfunc f(a int, []b) {}\n", "2:15: syntax error: missing parameter name\n");
    expect_errors("package p\nfunc f[P]() {}\n", "2:9: syntax error: missing type constraint\n");
    expect_errors("package p\nfunc (T) m[P any]() {}\n", "2:11: syntax error: method must have no type parameters\n");
    expect_errors("package p\nfunc () m() {}\n", "2:9: method has no receiver\n");
    expect_errors("package p\ntype T struct { (int) }\n", "2:17: syntax error: cannot parenthesize embedded type\n");
    expect_errors("package p\nfunc {}\n", "2:6: syntax error: unexpected {, expected name or (\n");
    expect_errors("package p\nfunc f() { go f }\n", "2:15: expression in go must be function call\n");
    expect_errors("package p\nfunc f() { x = a[1:2:] }\n", "2:22: final index required in 3-index slice\n");
}

Test(parse, each_line_has_one_syntax_error_and_the_end_of_the_file_none_of_its_own) {
    expect_errors("package p\nfunc f() {\n\tx y z w\n\ta b c d\n",
                  "3:4: syntax error: unexpected name y at end of statement\n"
                  "4:4: syntax error: unexpected name b at end of statement\n");
    expect_errors("package p\nfunc f() {\n", "3:1: syntax error: unexpected EOF, expected }\n");
}

// A source of a start and a part many times over.
static SlTree *parse_repeated(const char *start, const char *part, int count) {
    SlText text = {0};
    sl_text_adds(&text, start);
    for (int i = 0; i < count; i++)
        sl_text_adds(&text, part);
    tear_down();
    set_up();
    SlTree *tree = sl_parse(arena, names, sl_files_add(files, "x.go", text.at, text.length), diags);
    sl_text_free(&text);
    return tree;
}

Test(parse, deep_nesting_is_an_error_and_no_crash) {
    static const char *const parts[][2] = {
        {"package p; var _ = ", "("},
        {"package p; var _ = ", "!"},
        {"package p; var _ = 1", "+1"},
        {"package p; var _ = a", ".a"},
        {"package p; var _ = f", "()"},
        {"package p; var _ ", "[]"},
        {"package p; var _ = T", "{"},
        {"package p; func f() {", "{"},
        {"package p; func f() {", "if x{}else "},
        {"package p; func f() {", "for{"},
        {"package p; func f() {", "L:"},
        {"package p; var _ = ", "func(){x="},
        {"package p; type T struct{", "a struct{"},
        {"package p; type T[P ", "a|"},
        {"package p; var _ ", "chan "},
    };
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        parse_repeated(parts[i][0], parts[i][1], 100000);
        cr_assert_eq(diags->list.count, 1, "%s", parts[i][1]);
        cr_expect_str_eq(diags->list.at[0].message, "syntax error: expression nested too deeply");
    }
}

Test(parse, nesting_below_the_limit_is_accepted) {
    SlText text = {0};
    sl_text_adds(&text, "package p; var _ = 1");
    for (int i = 0; i < SL_NESTING_MAX - 100; i++)
        sl_text_adds(&text, "+1");
    SlExpr *sum = first(sl_text_cstr(&text))->values[0];
    cr_expect_eq(sum->height, (uint32_t)SL_NESTING_MAX - 99);
    sl_text_free(&text);
}

Test(parse, every_prefix_of_a_program_is_read_without_a_fault) {
    static const char program[] =
        "//go:build go1.20\n\npackage main\n\nimport (\n\t\"fmt\"\n\t. \"os\"\n)\n\n"
        "type S[T ~int | string, U any] struct {\n\ta, b int `tag`\n\t*fmt.Stringer\n\tfmt.G[T]\n}\n\n"
        "type I interface { m(x int) (y error); ~int | []string }\n\n"
        "const (\n\ta = iota << 1.5e3\n\tb\n)\n\n"
        "func (s *S[T, U]) f(x ...int) (a, b func() <-chan int) {\nL:\n\tfor i, v := range x[1:2:3] {\n"
        "\t\tswitch y := any(v).(type) {\n\t\tcase int, nil:\n\t\t\tgo func() { defer f(x...) }()\n"
        "\t\tdefault:\n\t\t\tcontinue L\n\t\t}\n\t}\n\tselect {\n\tcase c <- 'x':\n\tcase v, ok := <-c:\n\t}\n"
        "\tif x := (S[int]{a: 1, b: {2}}); x != nil {\n\t} else if y++; z {\n\t}\n\treturn map[string]int{\"a\\n\": "
        "0x1p-2}, nil\n}\n";
    for (size_t length = 0; length < sizeof program - 1; length++) {
        tear_down();
        set_up();
        sl_parse(arena, names, sl_files_add(files, "x.go", program, length), diags);
    }
    tear_down();
    set_up();
    parse_ok(program);
}

Test(parse, compiler_directives_belong_before_functions) {
    expect_errors("package p\n//go:noinline\nfunc f() {}\n", "");
    expect_errors("package p\nfunc f() {} //go:noinline\n", "2:13: misplaced compiler directive\n");
    expect_errors("//go:nosplit\npackage p\n//go:noinline\nvar x int\n",
                  "1:1: misplaced compiler directive\n3:1: misplaced compiler directive\n");
    expect_errors("package p\n//go:build linux\nfunc f() {}\n", "2:1: misplaced compiler directive\n");
    expect_errors("package p\n//go:systemstack\nfunc f() {}\n", "2:1: //go:systemstack only allowed in runtime\n");
}
