// SPDX-License-Identifier: MIT
// Expressions about stopped goroutines: what they give, what they refuse, where names lead.
#include "run/expression-impl.h"
#include "tests/run/stopped.h"

static const char program[] =
    "package main\n"
    "import \"time\"\n"
    "type inner struct { depth int; Tag string }\n"
    "type node struct { *inner; name string; next *node; kids []int; by map[string]int }\n"
    "type color uint8\n"
    "const ( red color = iota + 1; green )\n"
    "const big = 1 << 40\n"
    "type shape interface { area() float64 }\n"
    "type square struct { side float64 }\n"
    "func (s square) area() float64 { return s.side * s.side }\n"
    "type point struct { x, y int }\n"
    "var total int64 = 7\n"
    "var unused = 3\n"
    "func main() {\n"
    "    const local = \"here\"\n"
    "    n, i8, u8, f, f32 := 5, int8(-128), uint8(250), 2.5, float32(0.1)\n"
    "    s, b, c := \"gopher\", true, 3+4i\n"
    "    kids := []int{10, 20, 30}\n"
    "    arr := [4]int{1, 2, 3, 4}\n"
    "    m := map[string]int{\"a\": 1, \"b\": 2}\n"
    "    pm := map[point]string{{1, 2}: \"one-two\"}\n"
    "    am := map[any]int{1: 11, \"k\": 22}\n"
    "    list := &node{inner: &inner{depth: 9, Tag: \"t\"}, name: \"first\", kids: kids, by: m}\n"
    "    list.next = &node{name: \"second\"}\n"
    "    var sh shape = square{3}\n"
    "    var none shape\n"
    "    var any1 any = 42\n"
    "    var nothing *node\n"
    "    var err error\n"
    "    col := green\n"
    "    pt := point{3, 4}\n"
    "    p := &pt\n"
    "    q := p\n"
    "    ch := make(chan int, 3)\n"
    "    ch <- 1; ch <- 2\n"
    "    d := 3 * time.Second\n"
    "    fn := func() int { return n }\n"
    "    bytes := []byte(\"bytes\")\n"
    "    total += int64(n)\n"
    "    var stop chan bool\n"
    "    <-stop\n" // stands here
    "    _, _, _, _, _, _, _, _, _, _ = i8, u8, f, f32, s, b, c, arr, pm, am\n"
    "    _, _, _, _, _, _, _, _, _, _ = sh, none, any1, nothing, err, col, p, q, ch, d\n"
    "    _, _, _, _, _, _ = fn, bytes, list, m, local, pt\n"
    "    later := 1; _ = later\n"
    "}\n";

typedef struct {
    const char *text, *value; // as a condition text == value holds, or value is null and error is the beginning
    const char *error;
} Case;

static const Case cases[] = {
    {"n", "5"},
    {"n + 1", "6"},
    {"n*n - 1", "24"},
    {"-n", "-5"},
    {"^n", "-6"},
    {"n / 2", "2"},
    {"n % 2", "1"},
    {"n << 3", "40"},
    {"n >> 1", "2"},
    {"n &^ 1", "4"},
    {"n & 6 | 8 ^ 1", "4 | 8 ^ 1"},
    {"i8 - 1", "int8(127)"},
    {"-i8", "int8(-128)"},
    {"u8 + 10", "uint8(4)"},
    {"^u8", "uint8(5)"},
    {"f * 2", "5.0"},
    {"f / 0", NULL, NULL},
    {"f32", "float32(0.1)"},
    {"float64(f32) == 0.1", "false"},
    {"int(f)", "2"},
    {"float64(n) / 2", "2.5"},
    {"uint8(n) << 7", "uint8(128)"},
    {"s", "\"gopher\""},
    {"s + \"s\"", "\"gophers\""},
    {"s[0]", "'g'"},
    {"s[1:3]", "\"op\""},
    {"len(s)", "6"},
    {"s < \"h\"", "true"},
    {"b && n > 4", "true"},
    {"!b || n == 5", "true"},
    {"b == (n != 5)", "false"},
    {"real(c)", "3.0"},
    {"imag(c)", "4.0"},
    {"c * c", "-7 + 24i"},
    {"kids[1]", "20"},
    {"kids[n-4]", "20"},
    {"kids[1:][0]", "20"},
    {"len(kids[1:])", "2"},
    {"cap(kids)", "3"},
    {"arr[3]", "4"},
    {"len(arr)", "4"},
    {"arr == arr", "true"},
    {"m[\"b\"]", "2"},
    {"m[\"zz\"]", "0"},
    {"len(m)", "2"},
    {"pm[pt]", "\"\""},
    {"am[\"k\"]", "22"},
    {"am[1]", "11"},
    {"list.name", "\"first\""},
    {"list.depth", "9"},
    {"list.inner.Tag", "\"t\""},
    {"list.next.name", "\"second\""},
    {"(*list).next.next == nil", "true"},
    {"list.kids[2]", "30"},
    {"list.by[\"a\"]", "1"},
    {"nothing == nil", "true"},
    {"nil != list", "true"},
    {"sh.(square).side", "3.0"},
    {"none == nil", "true"},
    {"sh != nil", "true"},
    {"sh == sh", "true"},
    {"any1 == 42", "true"},
    {"any1 == \"42\"", "false"},
    {"any1.(int) + 1", "43"},
    {"err == nil", "true"},
    {"col == green", "true"},
    {"col", "green"},
    {"color(2) == col", "true"},
    {"red < green", "true"},
    {"pt == *p", "true"},
    {"p == q", "true"},
    {"p.x + p.y", "7"},
    {"len(ch)", "2"},
    {"cap(ch)", "3"},
    {"ch != nil", "true"},
    {"stop == nil", "true"},
    {"d", "3 * time.Second"},
    {"d > time.Minute", "false"},
    {"int64(d) / 1e9", "3"},
    {"fn == nil", "false"},
    {"string(bytes)", "\"bytes\""},
    {"string(bytes[0])", "\"b\""},
    {"total", "12"},
    {"big", "1099511627776"},
    {"big >> 38", "4"},
    {"local", "\"here\""},
    {"local + s", "\"heregopher\""},
    {"2*3 + 1", "7"},
    {"'a' + 1", "98"},
    {"1 << 62 >> 61", "2"},
    {"true", "!false"},
    // what is refused, and why
    {"nowhere", NULL, "nothing is called nowhere here"},
    {"later", NULL, "nothing is called later here"},
    {"n + s", NULL, "mismatched types"},
    {"n + 1.5", NULL, "1.5 does not fit into type int"},
    {"u8 + 256", NULL, "256 does not fit into type uint8"},
    {"n && b", NULL, "mismatched types"},
    {"n == nil", NULL, "mismatched types"},
    {"fn()", NULL, "fn would be called: functions are not called here"},
    {"sh.area()", NULL, "sh.area would be called"},
    {"main", NULL, "main is a function"},
    {"time", NULL, "time is a package"},
    {"time.Nowhere", NULL, "package time has no Nowhere"},
    {"color", NULL, "color is a type"},
    {"<-ch", NULL, "<-ch would receive"},
    {"&n", NULL, "&n: addresses are not taken here"},
    {"list.nope", NULL, "type *node has no field nope"},
    {"sh.side", NULL, "sh is an interface: write sh.(T).side"},
    {"kids[3]", NULL, "index 3 is out of range: there are 3"},
    {"kids[-1]", NULL, "index -1 is negative"},
    {"kids[1:9]", NULL, "bounds 1:9 are out of range"},
    {"kids == kids", NULL, "kids == kids: such values are compared with nil only"},
    {"nothing.name", NULL, "name of a nil pointer"},
    {"*nothing", NULL, "the value of a nil pointer"},
    {"sh.(point)", NULL, "it holds square, not point"},
    {"none.(square)", NULL, "it holds nil, not square"},
    {"n / (n - 5)", NULL, "division by zero"},
    {"1 / 0", NULL, "division by zero"},
    {"n << (0 - n)", NULL, "the shift count is negative"},
    {"func() {}", NULL, "function literals"},
    {"point{1, 2}", NULL, "composite literals"},
    {"nil", NULL, "nil has no type here"},
    {"append(kids, 1)", NULL, "append would be called"},
    {"n +", NULL, "unexpected"},
    {"n n", NULL, "unexpected name n after expression"},
    {"", NULL, "the expression is empty"},
    {"(((", NULL, "unexpected"},
    {"\"a", NULL, NULL},
};

static bool answer(Stopped *s, const char *text, SlTruth *truth, SlText *error) {
    char *why = NULL;
    SlExpression *condition = sl_condition_new(s->code, text, 0, NULL, &why);
    if (!condition) {
        sl_text_adds(error, why);
        free(why);
        return false;
    }
    *truth = sl_condition_test(condition, s->machine, sl_machine_goroutine(s->machine, 1), 0, NULL, error);
    sl_expression_free(condition);
    return *truth != SL_TRUTH_ERROR;
}

Test(expression, values_are_those_of_the_language) {
    Stopped s;
    stopped_run(&s, program);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const Case *c = &cases[i];
        if (!c->value)
            continue;
        SlText text = {0}, error = {0};
        SlTruth truth;
        sl_text_printf(&text, "(%s) == (%s)", c->text, c->value);
        cr_expect(answer(&s, sl_text_cstr(&text), &truth, &error) && truth == SL_TRUTH_TRUE, "%s: %s",
                  sl_text_cstr(&text), sl_text_cstr(&error));
        sl_text_free(&text);
        sl_text_free(&error);
    }
    stopped_free(&s);
}

Test(expression, what_cannot_be_evaluated_is_said) {
    Stopped s;
    stopped_run(&s, program);
    const SlGoroutine *g = sl_machine_goroutine(s.machine, 1);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const Case *c = &cases[i];
        if (c->value || !c->error)
            continue;
        char *why = NULL;
        SlText error = {0};
        SlExpression *made = sl_expression_new(s.code, c->text, 0, &why);
        SlArena *arena = sl_arena_new();
        SlView view;
        if (!made)
            sl_text_adds(&error, why);
        else
            cr_expect(!sl_expression_eval(made, s.machine, g, 0, NULL, arena, &view, &error), "%s has a value",
                      c->text);
        cr_expect(strncmp(sl_text_cstr(&error), c->error, strlen(c->error)) == 0, "%s: %s", c->text,
                  sl_text_cstr(&error));
        free(why);
        sl_text_free(&error);
        sl_expression_free(made);
        sl_arena_free(arena);
    }
    stopped_free(&s);
}

static SlPos pos_of(const Stopped *s, const char *text, const char *mark) {
    const SlFile *file = NULL;
    for (int i = 0; i < s->program->files->files.count; i++)
        if (!s->program->files->files.at[i]->library)
            file = s->program->files->files.at[i];
    cr_assert_not_null(file);
    cr_assert_str_eq(file->text, text);
    const char *at = strstr(file->text, mark);
    cr_assert_not_null(at);
    return file->base + (SlPos)(at - file->text);
}

Test(expression, a_condition_is_checked_where_it_is_set) {
    Stopped s;
    stopped_load(&s, "t.go", program, 0);
    SlPos pos = pos_of(&s, program, "<-stop");
    static const Case conditions[] = {
        {"n > 3 && list.next != nil", "fine", NULL},
        {"total == 7", "fine", NULL},
        {"n", NULL, "a condition is true or false; this is of type int"},
        {"later > 1", NULL, "nothing is called later here"},
        {"list.nme == \"\"", NULL, "type *node has no field nme"},
    };
    for (size_t i = 0; i < sizeof conditions / sizeof *conditions; i++) {
        char *why = NULL;
        SlExpression *made = sl_condition_new(s.code, conditions[i].text, pos, NULL, &why);
        if (conditions[i].value)
            cr_expect_not_null(made, "%s: %s", conditions[i].text, why);
        else
            cr_expect(!made && strcmp(why, conditions[i].error) == 0, "%s: %s", conditions[i].text, why ? why : "");
        free(why);
        sl_expression_free(made);
    }
    stopped_free(&s);
}

Test(expression, a_message_has_a_name_of_its_own) {
    Stopped s;
    stopped_run(&s, program);
    const SlRtype *type = NULL;
    for (uint32_t i = 0; i < s.code->type_count; i++)
        if (strcmp(s.code->types[i]->text, "main.point") == 0)
            type = s.code->types[i];
    int64_t value[2] = {6, 8};
    SlGiven given = {"value", type, value};
    char *why = NULL;
    SlExpression *condition = sl_condition_new(s.code, "value.x + value.y == 14 && n == 5", 0, &given, &why);
    cr_assert_not_null(condition, "%s", why);
    cr_expect_eq(sl_condition_test(condition, s.machine, sl_machine_goroutine(s.machine, 1), 0, &given, NULL),
                 SL_TRUTH_TRUE);
    value[0] = 0;
    cr_expect_eq(sl_condition_test(condition, s.machine, sl_machine_goroutine(s.machine, 1), 0, &given, NULL),
                 SL_TRUTH_FALSE);
    sl_expression_free(condition);
    stopped_free(&s);
}
