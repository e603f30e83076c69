// SPDX-License-Identifier: MIT
// Programs put together by hand.
#include "assemble.h"

#include <stdarg.h>
#include <stdlib.h>

static const SlRtype type_int = {.kind = SL_KIND_INT,
                                 .size = 8,
                                 .align = 8,
                                 .slots = 1,
                                 .index = ASM_TYPE_INT,
                                 .text = "int",
                                 .name = "int",
                                 .pkg_path = "",
                                 .flags = SL_RTYPE_DIRECT | SL_RTYPE_COMPARABLE,
                                 .slot_kinds = (const uint8_t[]){0}};
static const SlRtype type_chan = {.kind = SL_KIND_CHAN,
                                  .size = 8,
                                  .align = 8,
                                  .slots = 1,
                                  .index = ASM_TYPE_CHAN,
                                  .text = "chan int",
                                  .name = "",
                                  .pkg_path = "",
                                  .elem = &type_int,
                                  .flags = SL_RTYPE_DIRECT | SL_RTYPE_POINTERS};
#define TEXT_TYPE(place, text_, name_, package)                                                                        \
    {                                                                                                                  \
        .kind = SL_KIND_STRING, .size = 16, .align = 8, .slots = 2, .index = place, .text = text_, .name = name_,      \
        .pkg_path = package, .flags = SL_RTYPE_POINTERS | SL_RTYPE_WIDE | SL_RTYPE_COMPARABLE | SL_RTYPE_NAMED,        \
        .pointers = (const SlRword[]){{0, SL_WORD_POINTER}}, .pointer_count = 1, .wides = (const SlRword[]){{0, 2}},   \
        .wide_count = 1, .slot_kinds = (const uint8_t[]) {                                                             \
            1, 0                                                                                                       \
        }                                                                                                              \
    }
static const SlRtype type_string = TEXT_TYPE(ASM_TYPE_STRING, "string", "string", "");
static const SlRtype type_error = TEXT_TYPE(ASM_TYPE_ERROR, "runtime.errorString", "errorString", "runtime");
static const SlRtype type_plain = TEXT_TYPE(ASM_TYPE_PLAIN, "runtime.plainError", "plainError", "runtime");
static const SlRtype type_word = {.kind = SL_KIND_ARRAY,
                                  .size = 512,
                                  .align = 8,
                                  .slots = 64,
                                  .index = ASM_TYPE_WORD,
                                  .text = "[64]uint64",
                                  .name = "",
                                  .pkg_path = "",
                                  .elem = &type_int,
                                  .length = 64};
static const SlRtype type_wide = {.kind = SL_KIND_STRUCT,
                                  .size = 24,
                                  .align = 8,
                                  .slots = 3,
                                  .index = 0,
                                  .text = "time.Time",
                                  .name = "Time",
                                  .pkg_path = "time",
                                  .slot_kinds = (const uint8_t[]){0, 0, 0}};
static const SlRtype type_wide_chan = {.kind = SL_KIND_CHAN,
                                       .size = 8,
                                       .align = 8,
                                       .slots = 1,
                                       .index = ASM_TYPE_WIDE_CHAN,
                                       .text = "chan time.Time",
                                       .name = "",
                                       .pkg_path = "",
                                       .elem = &type_wide,
                                       .flags = SL_RTYPE_DIRECT | SL_RTYPE_POINTERS};
static const SlRtype *const types[ASM_TYPES] = {&type_chan, &type_int,       &type_string, &type_error,
                                                &type_word, &type_wide_chan, &type_plain};

Asm *asm_new(void) {
    Asm *program = calloc(1, sizeof *program);
    SlCode *code = &program->code;
    code->funcs = program->func_list;
    code->types = (SlRtype **)types;
    code->type_count = ASM_TYPES;
    code->natives = program->natives;
    code->native_shapes = program->shapes; // set by asm_call; else six arguments: more may be alive, never less
    code->type_string = &type_string;
    code->type_int = &type_int;
    code->type_runtime_error = &type_error;
    code->type_plain_error = &type_plain;
    code->files = program->files = sl_files_new();
    sl_files_add(program->files, "/prog.go", "package main\n", 13);
    pthread_mutex_init(&program->lock, NULL);
    return program;
}

void asm_free(Asm *program) {
    for (uint32_t i = 0; i < program->code.func_count; i++)
        free((void *)program->funcs[i].kinds);
    sl_files_free(program->files);
    sl_text_free(&program->output);
    free(program);
}

int asm_func(Asm *program, const char *name, uint32_t slots, uint32_t args, const int *pointers) {
    static const SlLine line = {0, 1};
    uint32_t index = program->code.func_count++;
    uint8_t *kinds = calloc(slots + 1, 1);
    for (; pointers && *pointers >= 0; pointers++)
        kinds[*pointers] = SL_WORD_POINTER;
    program->words[index][0].word = (uint64_t)(uintptr_t)&program->funcs[index]; // as the generator does
    program->func_list[index] = &program->funcs[index];
    program->closures[index].func = &program->funcs[index];
    program->funcs[index] = (SlFunc){.index = index,
                                     .name = name,
                                     .code = program->words[index] + 1,
                                     .slots = slots,
                                     .arg_slots = args,
                                     .kinds = kinds,
                                     .lines = &line,
                                     .line_count = 1,
                                     .pos = 1,
                                     .end = 2,
                                     .value = &program->closures[index]};
    if (index == 0)
        program->code.start = program->code.main = &program->funcs[0];
    return (int)index;
}

uint32_t asm_here(const Asm *program, int func) {
    return program->funcs[func].code_count;
}

uint32_t asm_add(Asm *program, int func, SlWord word) {
    uint32_t place = program->funcs[func].code_count++;
    program->funcs[func].code[place] = word;
    return place;
}

void asm_jump(Asm *program, int func, SlWord word, uint32_t to) {
    int32_t offset = (int32_t)to - (int32_t)asm_here(program, func);
    if (word.op.op == SL_OP_JMP || word.op.op == SL_OP_JT || word.op.op == SL_OP_JF)
        word.pair.hi = (uint32_t)offset;
    else
        word.op.c = (uint16_t)offset;
    asm_add(program, func, word);
}

uint32_t asm_native(Asm *program, const char *name) {
    for (uint32_t i = 0; i < program->code.native_count; i++)
        if (strcmp(program->natives[i], name) == 0)
            return i;
    program->natives[program->code.native_count] = name;
    program->shapes[program->code.native_count] = (SlNativeShape){0, 6};
    return program->code.native_count++;
}

void asm_patch(Asm *program, SlMachine *machine, const char *name, SlNativeFn fn) {
    ((SlNativeFn *)machine->natives)[asm_native(program, name)] = fn;
}

uint32_t asm_loop_begin(Asm *program, int func, int n, int64_t count) {
    asm_add(program, func, I(LDQ, n + 1, 0, 0));
    asm_add(program, func, (SlWord){.word = (uint64_t)count});
    asm_add(program, func, IK(LDI, n, 0));
    return asm_here(program, func);
}

void asm_loop_end(Asm *program, int func, int n, uint32_t begin) {
    asm_add(program, func, I(ADDI, n, n, 1));
    asm_jump(program, func, I(JLT, n, n + 1, 0), begin);
}

void asm_make(Asm *program, int func, int slot, int capacity) {
    asm_add(program, func, IK(LDI, slot, capacity));
    asm_add(program, func, I(MAKECHAN, slot, slot, 0));
    asm_add(program, func, W2(ASM_TYPE_CHAN, 0));
}

void asm_go(Asm *program, int func, int window, int callee, int args, ...) {
    va_list list;
    va_start(list, args);
    for (int i = 0; i < args; i++)
        asm_add(program, func, I(MOV, window + SL_WINDOW_HEADER + i, va_arg(list, int), 0));
    va_end(list);
    asm_add(program, func, IK(GO, window, callee));
}

void asm_call(Asm *program, int func, int window, const char *native, bool blocks, int results, int args, ...) {
    va_list list;
    va_start(list, args);
    for (int i = 0; i < args; i++)
        asm_add(program, func, I(MOV, window + results + i, va_arg(list, int), 0));
    va_end(list);
    uint32_t number = asm_native(program, native);
    program->shapes[number] = (SlNativeShape){(uint16_t)results, (uint16_t)args};
    asm_add(program, func, blocks ? IK(BLOCK, window, number) : IK(NATIVE, window, number));
}

void asm_print(Asm *program, int func, int slot) {
    asm_add(program, func, I(PRINT, slot, SL_PRINT_INT, 1));
    asm_add(program, func, I(PRINT, 0, SL_PRINT_NEWLINE, 0));
}

static void output(void *data, int fd, const char *bytes, size_t count) {
    Asm *program = data;
    (void)fd;
    pthread_mutex_lock(&program->lock);
    sl_text_add(&program->output, bytes, count);
    pthread_mutex_unlock(&program->lock);
}

SlMachine *asm_machine(Asm *program, SlMachineOptions options) {
    options.output = output;
    options.output_data = program;
    if (!options.stdin_fd)
        options.stdin_fd = -1;
    return sl_machine_new(&program->code, &options);
}

int asm_run(Asm *program, SlMachineOptions options) {
    SlMachine *machine = asm_machine(program, options);
    SlStopReason reason = sl_machine_run(machine, -1, 0);
    assert(reason == SL_STOP_EXIT);
    int code = sl_machine_exit_code(machine);
    sl_machine_free(machine);
    return code;
}
