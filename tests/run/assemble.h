// SPDX-License-Identifier: MIT
// Programs put together by hand, for tests and benchmarks of the machine without the language.
#ifndef SL_ASSEMBLE_H
#define SL_ASSEMBLE_H

#include "run/impl.h"

#define I(o, x, y, z) ((SlWord){.op = {SL_OP_##o, (uint16_t)(x), (uint16_t)(y), (uint16_t)(z)}})
#define IK(o, x, k)                                                                                                    \
    ((SlWord){.op = {SL_OP_##o, (uint16_t)(x), (uint16_t)((k)&0xffff), (uint16_t)((uint32_t)(k) >> 16)}})
#define W2(low, high) ((SlWord){.pair = {low, high}})
#define CASE(dir, chan, value, slots) ((SlWord){.select_case = {dir, chan, value, slots}})

enum { ASM_FUNCS = 16, ASM_WORDS = 256, ASM_NATIVES = 32 };
enum {
    ASM_TYPE_CHAN,
    ASM_TYPE_INT,
    ASM_TYPE_STRING,
    ASM_TYPE_ERROR,
    ASM_TYPE_WORD,
    ASM_TYPE_WIDE_CHAN,
    ASM_TYPE_PLAIN,
    ASM_TYPES
};

typedef struct {
    SlCode code;
    SlFunc funcs[ASM_FUNCS];
    SlFunc *func_list[ASM_FUNCS];
    SlClosure closures[ASM_FUNCS];
    SlWord words[ASM_FUNCS][ASM_WORDS];
    const char *natives[ASM_NATIVES];
    SlNativeShape shapes[ASM_NATIVES];
    SlFiles *files;
    SlText output;
    pthread_mutex_t lock;
} Asm;

Asm *asm_new(void);
void asm_free(Asm *program);
// A function of so many argument slots; kinds of its slots: all scalar but those in pointers (a list that ends in -1).
int asm_func(Asm *program, const char *name, uint32_t slots, uint32_t args, const int *pointers);
uint32_t asm_here(const Asm *program, int func);
uint32_t asm_add(Asm *program, int func, SlWord word);           // its place
void asm_jump(Asm *program, int func, SlWord word, uint32_t to); // sets the offset: JMP, JT, JF, else in c
uint32_t asm_native(Asm *program, const char *name);
// The machine's native of that name is fn from now on: how a test listens to its program.
void asm_patch(Asm *program, SlMachine *machine, const char *name, SlNativeFn fn);
// Pieces of functions. The loop counts slot n from 0 to below count, with the limit in slot n + 1.
uint32_t asm_loop_begin(Asm *program, int func, int n, int64_t count);
void asm_loop_end(Asm *program, int func, int n, uint32_t begin);
void asm_make(Asm *program, int func, int slot, int capacity);              // uses the slot itself for the size
void asm_go(Asm *program, int func, int window, int callee, int args, ...); // the arguments' slots
void asm_call(Asm *program, int func, int window, const char *native, bool blocks, int results, int args, ...);
void asm_print(Asm *program, int func, int slot); // an int and a newline
SlMachine *asm_machine(Asm *program, SlMachineOptions options);
int asm_run(Asm *program, SlMachineOptions options); // exit code

#endif
