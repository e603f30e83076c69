// SPDX-License-Identifier: MIT
// The interpreter by itself: programs assembled by hand, run by a whole machine.
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>

#include "run/impl.h"

#define I(o, x, y, z)                                                                                                  \
    {                                                                                                                  \
        .op = { SL_OP_##o, (uint16_t)(x), (uint16_t)(y), (uint16_t)(z) }                                               \
    }
#define IK(o, x, k)                                                                                                    \
    {                                                                                                                  \
        .op = { SL_OP_##o, (uint16_t)(x), (uint16_t)((k)&0xffff), (uint16_t)((uint32_t)(k) >> 16) }                    \
    }
#define W2(low, high)                                                                                                  \
    {                                                                                                                  \
        .pair = { low, high }                                                                                          \
    }

enum { MAX_FUNCS = 8 };

typedef struct {
    SlCode code;
    SlFunc funcs[MAX_FUNCS];
    SlFunc *func_list[MAX_FUNCS];
    SlClosure *values[MAX_FUNCS];
    SlText output;
    int exit_code;
} Program;

static const SlRtype type_string = {.kind = SL_KIND_STRING,
                                    .size = 16,
                                    .align = 8,
                                    .slots = 2,
                                    .text = "string",
                                    .name = "string",
                                    .pkg_path = "",
                                    .flags = SL_RTYPE_POINTERS | SL_RTYPE_WIDE | SL_RTYPE_COMPARABLE,
                                    .pointers = (SlRword[]){{0, SL_WORD_POINTER}},
                                    .pointer_count = 1,
                                    .wides = (SlRword[]){{0, 2}},
                                    .wide_count = 1};
static const SlRtype type_int = {.kind = SL_KIND_INT,
                                 .size = 8,
                                 .align = 8,
                                 .slots = 1,
                                 .text = "int",
                                 .name = "int",
                                 .pkg_path = "",
                                 .flags = SL_RTYPE_DIRECT | SL_RTYPE_COMPARABLE};
static const SlRtype type_error = {.kind = SL_KIND_STRING,
                                   .size = 16,
                                   .align = 8,
                                   .slots = 2,
                                   .index = 2,
                                   .text = "runtime.errorString",
                                   .name = "errorString",
                                   .pkg_path = "runtime",
                                   .flags = SL_RTYPE_POINTERS | SL_RTYPE_WIDE | SL_RTYPE_NAMED,
                                   .pointers = (SlRword[]){{0, SL_WORD_POINTER}},
                                   .pointer_count = 1,
                                   .wides = (SlRword[]){{0, 2}},
                                   .wide_count = 1};

static const SlRtype *types[] = {&type_string, &type_int, &type_error};
static SlString strings[] = {{"ok", 2}, {"lost", 4}, {"bad", 3}};
enum { OK, LOST, BAD };

static uint8_t kinds[200];
static const SlLine lines[] = {{0, 1}};

// kinds: null for frames without pointers.
static void add(Program *program, const char *name, SlWord *code, size_t bytes, uint32_t slots, uint32_t results,
                uint32_t args, uint32_t recover_pc) {
    uint32_t index = program->code.func_count++;
    SlFunc *func = &program->funcs[index];
    *func = (SlFunc){.index = index,
                     .name = name,
                     .code = code,
                     .code_count = (uint32_t)(bytes / sizeof *code),
                     .slots = slots,
                     .result_slots = results,
                     .arg_slots = args,
                     .kinds = kinds,
                     .lines = lines,
                     .line_count = 1,
                     .pos = 1,
                     .end = 2,
                     .recover_pc = recover_pc};
    func->value = malloc(sizeof *func->value);
    func->value->func = func;
    program->values[index] = func->value;
    program->func_list[index] = func;
}
#define ADD(program, name, code, slots, results, args, recover_pc)                                                     \
    add(program, name, code, sizeof code, slots, results, args, recover_pc)

static void output(void *data, int fd, const char *bytes, size_t count) {
    (void)fd;
    sl_text_add(&((Program *)data)->output, bytes, count);
}

// Runs function 0; what it printed.
static const char *run(Program *program) {
    SlFiles *files = sl_files_new();
    sl_files_add(files, "/prog.go", "package main\n", 13);
    SlCode *code = &program->code;
    code->funcs = program->func_list;
    code->types = (SlRtype **)types;
    code->type_count = 3;
    code->strings = strings;
    code->string_count = 3;
    code->start = code->main = code->funcs[0];
    code->type_string = &type_string;
    code->type_int = &type_int;
    code->type_runtime_error = &type_error;
    code->files = files;
    SlMachineOptions options = {
        .workers = 1, .output = output, .output_data = program, .stdin_fd = -1, .stack_limit = 4 << 20};
    SlMachine *machine = sl_machine_new(code, &options);
    cr_assert(machine);
    cr_assert_eq(sl_machine_run(machine, -1, 0), SL_STOP_EXIT);
    program->exit_code = sl_machine_exit_code(machine);
    sl_machine_free(machine);
    sl_files_free(files);
    for (uint32_t i = 0; i < code->func_count; i++)
        free(program->values[i]);
    return sl_text_cstr(&program->output);
}

static bool has(const char *text, const char *part) {
    return strstr(text, part) != NULL;
}

Test(vm, a_loop_adds_and_prints) {
    SlWord code[] = {IK(LDI, 0, 0),    IK(LDI, 1, 0),    IK(LDI, 2, 100000),           I(ADD, 0, 0, 1),
                     I(ADDI, 1, 1, 1), I(JLE, 1, 2, -2), I(PRINT, 0, SL_PRINT_INT, 1), I(PRINT, 0, SL_PRINT_NEWLINE, 0),
                     I(RET, 0, 0, 0)};
    Program program = {0};
    ADD(&program, "main.main", code, 3, 0, 0, 0);
    cr_assert_str_eq(run(&program), "5000050000\n");
    cr_assert_eq(program.exit_code, 0);
}

Test(vm, recursion_crosses_chunks_of_stack_and_comes_back) {
    // func sum(n) int { if n < 1 { return 0 }; return n + sum(n-1) }
    SlWord main_code[] = {IK(LDI, 5, 20000), IK(CALL, 1, 1), I(PRINT, 4, SL_PRINT_INT, 1),
                          I(PRINT, 0, SL_PRINT_NEWLINE, 0), I(RET, 0, 0, 0)};
    SlWord sum[] = {I(JGEI, 1, 1, 3), IK(LDI, 0, 0),   I(RET, 0, 0, 0), I(ADDI, 7, 1, -1),
                    IK(CALL, 3, 1),   I(ADD, 0, 1, 6), I(RET, 0, 0, 0)};
    Program program = {0};
    ADD(&program, "main.main", main_code, 6, 0, 0, 0);
    ADD(&program, "main.sum", sum, 8, 1, 1, 0);
    cr_assert_str_eq(run(&program), "200010000\n");
}

Test(vm, endless_recursion_ends_with_the_texts_of_go) {
    SlWord main_code[] = {IK(CALL, 0, 1), I(RET, 0, 0, 0)};
    SlWord again[] = {IK(CALL, 0, 1), I(RET, 0, 0, 0)};
    Program program = {0};
    ADD(&program, "main.main", main_code, 3, 0, 0, 0);
    ADD(&program, "main.again", again, 3, 0, 0, 0);
    const char *text = run(&program);
    cr_assert(has(text, "runtime: goroutine stack exceeds 1000000000-byte limit\n"));
    cr_assert(has(text, "\nfatal error: stack overflow\n"));
    cr_assert(has(text, "goroutine 1 [running]:\nmain.again()\n\t/prog.go:1 +0x"));
    cr_assert(has(text, " frames elided...\n"));
    cr_assert(has(text, "main.main()\n"));
    cr_assert_eq(program.exit_code, 2);
}

static void print_string(SlWord *at, int string) {
    SlWord code[] = {IK(LDSTR, 0, string), I(PRINT, 0, SL_PRINT_STRING, 2), I(PRINT, 0, SL_PRINT_NEWLINE, 0)};
    memcpy(at, code, sizeof code);
}

Test(vm, deferred_calls_run_last_first_also_when_panicking) {
    // func main() { defer first(); defer second(); panic("lost") }
    SlWord main_code[] = {IK(DEFER, 2, 1),     IK(DEFER, 2, 2), IK(LDSTR, 0, LOST),
                          I(MKIFACE, 2, 0, 0), W2(0, 0),        I(PANIC, 2, 0, 0)};
    SlWord first[4] = {{0}, {0}, {0}, I(RET, 0, 0, 0)}, second[4] = {{0}, {0}, {0}, I(RET, 0, 0, 0)};
    print_string(first, OK);
    print_string(second, BAD);
    Program program = {0};
    ADD(&program, "main.main", main_code, 5, 0, 0, 0);
    ADD(&program, "main.first", first, 2, 0, 0, 0);
    ADD(&program, "main.second", second, 2, 0, 0, 0);
    const char *text = run(&program);
    cr_assert(has(text, "bad\nok\npanic: lost\n\ngoroutine 1 [running]:\nmain.main()\n\t/prog.go:1 +0x"), "%s", text);
    cr_assert_eq(program.exit_code, 2);
}

Test(vm, recover_makes_the_deferring_function_return_its_results) {
    // func f() int { defer func() { recover() }(); r = 7; var p *int; *p = 0; return 1 }
    SlWord main_code[] = {IK(CALL, 0, 1), I(PRINT, 3, SL_PRINT_INT, 1), I(PRINT, 0, SL_PRINT_NEWLINE, 0),
                          I(RET, 0, 0, 0)};
    SlWord f[] = {IK(DEFER, 2, 2), IK(LDI, 0, 7),         IK(LDI, 1, 0),  I(ST64, 1, 0, 0),
                  IK(LDI, 0, 1),   I(RUNDEFERS, 0, 0, 0), I(RET, 0, 0, 0)};
    SlWord g[] = {I(RECOVER, 0, 0, 0), I(RET, 0, 0, 0)};
    Program program = {0};
    ADD(&program, "main.main", main_code, 4, 0, 0, 0);
    ADD(&program, "main.f", f, 5, 1, 0, 6);
    ADD(&program, "main.f.func1", g, 2, 0, 0, 0);
    cr_assert_str_eq(run(&program), "7\n");
    cr_assert_eq(program.exit_code, 0);
}

Test(vm, recover_is_blind_in_a_function_that_a_deferred_one_calls) {
    SlWord main_code[] = {IK(DEFER, 2, 1), IK(LDI, 0, 5), I(MKIFACE, 2, 0, 0), W2(1, 0), I(PANIC, 2, 0, 0)};
    SlWord deferred[] = {IK(CALL, 0, 2), I(RET, 0, 0, 0)};
    SlWord helper[] = {I(RECOVER, 0, 0, 0), I(RET, 0, 0, 0)};
    Program program = {0};
    ADD(&program, "main.main", main_code, 5, 0, 0, 0);
    ADD(&program, "main.deferred", deferred, 3, 0, 0, 0);
    ADD(&program, "main.helper", helper, 2, 0, 0, 0);
    cr_assert(has(run(&program), "panic: 5\n\ngoroutine 1"));
}

Test(vm, a_wrapper_between_the_deferred_call_and_recover_is_looked_through) {
    SlWord main_code[] = {IK(DEFER, 2, 1), IK(LDI, 0, 5),     I(MKIFACE, 2, 0, 0),
                          W2(1, 0),        I(PANIC, 2, 0, 0), I(RET, 0, 0, 0)};
    SlWord wrapper[] = {IK(CALL, 0, 2), I(RET, 0, 0, 0)};
    SlWord helper[] = {I(RECOVER, 0, 0, 0), I(RET, 0, 0, 0)};
    Program program = {0};
    ADD(&program, "main.main", main_code, 5, 0, 0, 0);
    ADD(&program, "main.wrapper", wrapper, 3, 0, 0, 0);
    ADD(&program, "main.helper", helper, 2, 0, 0, 0);
    program.funcs[1].flags = SL_FUNC_WRAPPER;
    cr_assert_str_eq(run(&program), "");
    cr_assert_eq(program.exit_code, 0);
}

Test(vm, a_panic_in_a_deferred_call_is_told_behind_the_first) {
    SlWord main_code[] = {IK(DEFER, 2, 1), IK(LDI, 0, 5), I(MKIFACE, 2, 0, 0), W2(1, 0), I(PANIC, 2, 0, 0)};
    SlWord deferred[] = {I(RECOVER, 0, 0, 0), IK(LDI, 0, 6), I(MKIFACE, 2, 0, 0), W2(1, 0), I(PANIC, 2, 0, 0)};
    Program program = {0};
    ADD(&program, "main.main", main_code, 5, 0, 0, 0);
    ADD(&program, "main.deferred", deferred, 4, 0, 0, 0);
    const char *text = run(&program);
    cr_assert(has(text, "panic: 5 [recovered]\n\tpanic: 6\n\ngoroutine 1 [running]:\nmain.deferred()\n"), "%s", text);
    cr_assert(has(text, "\npanic({0x"), "%s", text);
}

Test(vm, a_value_recovered_and_raised_again_is_told_once) {
    SlWord main_code[] = {IK(DEFER, 2, 1), IK(LDI, 0, 5), I(MKIFACE, 2, 0, 0), W2(1, 0), I(PANIC, 2, 0, 0)};
    SlWord deferred[] = {I(RECOVER, 0, 0, 0), I(PANIC, 0, 0, 0)};
    Program program = {0};
    ADD(&program, "main.main", main_code, 5, 0, 0, 0);
    ADD(&program, "main.deferred", deferred, 4, 0, 0, 0);
    cr_assert(has(run(&program), "panic: 5 [recovered, repanicked]\n\ngoroutine 1"));
}

Test(vm, run_time_panics_have_the_texts_of_go) {
    SlWord zero[] = {IK(LDI, 0, 3), IK(LDI, 1, 0), I(DIV, 0, 0, 1), I(RET, 0, 0, 0)};
    SlWord shift[] = {IK(LDI, 0, -3), I(SHCHK, 0, 0, 0), I(RET, 0, 0, 0)};
    SlWord index[] = {I(ZERO, 0, 3, 0), IK(LDI, 1, 3), IK(LDI, 3, 5), I(LDX64, 4, 0, 3), I(RET, 0, 0, 0)};
    SlWord negative[] = {I(ZERO, 0, 3, 0), IK(LDI, 3, -1), I(LDX64, 4, 0, 3), I(RET, 0, 0, 0)};
    SlWord nil[] = {IK(LDI, 0, 0), I(LD64, 1, 0, 8), I(RET, 0, 0, 0)};
    struct {
        SlWord *code;
        size_t bytes;
        const char *text;
    } cases[] = {
        {zero, sizeof zero, "panic: runtime error: integer divide by zero\n\ngoroutine 1 [running]:\n"},
        {shift, sizeof shift, "panic: runtime error: negative shift amount\n\n"},
        {index, sizeof index, "panic: runtime error: index out of range [5] with length 3\n\n"},
        {negative, sizeof negative, "panic: runtime error: index out of range [-1]\n\n"},
        {nil, sizeof nil,
         "panic: runtime error: invalid memory address or nil pointer dereference\n[signal SIGSEGV: segmentation "
         "violation code=0x1 addr=0x0 pc=0x"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Program program = {0};
        add(&program, "main.main", cases[i].code, cases[i].bytes, 6, 0, 0, 0);
        const char *text = run(&program);
        cr_expect(has(text, cases[i].text), "%s", text);
        cr_expect_eq(program.exit_code, 2);
    }
}

Test(vm, floats_print_as_the_runtime_prints_them) {
    double values[] = {1.5, -0.0, 1e100, 1.0 / 0.0, 123456789};
    SlWord code[] = {I(LDQ, 0, 0, 0), {0}, I(PRINT, 0, SL_PRINT_FLOAT, 1), I(RET, 0, 0, 0)};
    const char *texts[] = {"+1.500000e+000", "-0.000000e+000", "+1.000000e+100", "+Inf", "+1.234568e+008"};
    for (int i = 0; i < 5; i++) {
        memcpy(&code[1], &values[i], 8);
        Program program = {0};
        ADD(&program, "main.main", code, 1, 0, 0, 0);
        cr_expect_str_eq(run(&program), texts[i]);
    }
}

Test(vm, conversions_to_integers_do_as_amd64) {
    struct {
        double from;
        int op;
        const char *text;
    } cases[] = {
        {1e300, SL_OP_F2I, "-9223372036854775808"},
        {-3.9, SL_OP_F2I, "-3"},
        {1.8e19, SL_OP_F2U, "-446744073709551616"},
        {-1, SL_OP_F2U, "-1"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        SlWord code[] = {I(LDQ, 0, 0, 0), {0}, I(F2I, 1, 0, 0), I(PRINT, 1, SL_PRINT_INT, 1), I(RET, 0, 0, 0)};
        memcpy(&code[1], &cases[i].from, 8);
        code[2].op.op = (uint16_t)cases[i].op;
        Program program = {0};
        ADD(&program, "main.main", code, 2, 0, 0, 0);
        cr_expect_str_eq(run(&program), cases[i].text);
    }
}
