// SPDX-License-Identifier: MIT
// The last step of code generation: the code of all functions in one array, direct calls by place in it, and pairs.
//
// A call by place (CALLF) finds the next instruction with one load; the callee's SlFunc stands in the word before its
// first instruction. A pair saves a dispatch. It lies over the first of its two instructions and leaves the second
// as it is: lengths, jump offsets, positions and liveness stay true, and a jump to the second still finds it.
#include "code/code.h"

static const struct {
    uint16_t first, second, pair;
} pairs[] = {
#define P(first, second) {SL_OP_##first, SL_OP_##second, SL_OP_##first##_##second}
    P(MOV, RET),
    P(ADD, RET),
    P(LDI, RET),
    P(MOV, CALLF),
    P(ADDI, CALLF),
    P(LDI, CALLF),
    P(ADDI, JLT),
    P(ADDI, JMP),
#undef P
};

enum { PAIRS = sizeof pairs / sizeof *pairs };

static void pair_up(const SlFunc *func)
{
    SlWord *end = func->code + func->code_count;
    for (SlWord *at = func->code, *next; at < end; at = next) {
        next = at + sl_instr_length(at);
        if (next != at + 1 || next >= end)
            continue;
        for (int i = 0; i < PAIRS; i++)
            if (at->op.op == pairs[i].first && next->op.op == pairs[i].second) {
                at->op.op = pairs[i].pair;
                break;
            }
    }
}

SlFunc *sl_instr_callee(const SlCode *code, const SlWord *at)
{
    return at->op.op == SL_OP_CALLF ? code->words[at->pair.hi - 1].func : code->funcs[at->pair.hi];
}

void sl_code_link(SlCode *code)
{
    size_t count = 1;
    for (uint32_t i = 0; i < code->func_count; i++)
        count += 1 + code->funcs[i]->code_count;
    code->words = SL_NEW_N(code->arena, SlWord, count);
    SlWord *at = code->words;
    for (uint32_t i = 0; i < code->func_count; i++) {
        SlFunc *func = code->funcs[i];
        at->func = func;
        at++;
        if (func->code_count)
            memcpy(at, func->code, func->code_count * sizeof *at);
        func->code = at;
        at += func->code_count;
    }
    for (uint32_t i = 0; i < code->func_count; i++) {
        SlFunc *func = code->funcs[i];
        SlWord *end = func->code + func->code_count;
        for (SlWord *word = func->code; word < end; word += sl_instr_length(word))
            if (word->op.op == SL_OP_CALL) {
                word->op.op = SL_OP_CALLF;
                word->pair.hi = (uint32_t)(code->funcs[word->pair.hi]->code - code->words);
            }
        pair_up(func);
    }
}
