// SPDX-License-Identifier: MIT
// The last step of code generation: the code of all functions in one array, direct calls by place in it, and pairs.
//
// A call by place (CALLF) finds the next instruction with one load; the callee's SlFunc stands in the word before its
// first instruction. A pair saves a dispatch. It lies over the first of its two instructions and leaves the second
// as it is: lengths, jump offsets, positions and liveness stay true, and a jump to the second still finds it.
#include "code/code.h"

typedef struct {
    uint16_t first, second, pair;
} Pair;

#define P(OP, first, second, a, b, c) {SL_OP_##first, SL_OP_##second, SL_OP_##first##_##second},
static const Pair pairs[] = {SL_PAIRS(P, _)};
static const Pair row_pairs[] = {SL_ROW_PAIRS(P, _)};
#undef P

enum { PAIRS = sizeof pairs / sizeof *pairs, ROW_PAIRS = sizeof row_pairs / sizeof *row_pairs };

static const Pair *find(const Pair *list, int count, const SlWord *at) {
    for (int i = 0; i < count; i++)
        if (at[0].op.op == list[i].first && at[1].op.op == list[i].second)
            return &list[i];
    return NULL;
}

// The row that the first instruction loads is what the second indexes, and is not needed behind it.
static bool is_row(const SlCode *code, const SlFunc *func, SlLiveness **live, const SlWord *at) {
    bool store = at[1].op.op == SL_OP_STX64 || at[1].op.op == SL_OP_STX8 || at[1].op.op == SL_OP_STX32;
    uint16_t row = at[0].op.a;
    if ((store ? at[1].op.a : at[1].op.b) != row)
        return false;
    uint32_t behind = (uint32_t)(at + 2 - func->code);
    if (behind >= func->code_count)
        return false;
    uint16_t operands[2] = {store ? at[1].op.b : at[1].op.c, store ? at[1].op.c : row};
    for (int i = 0; i < 2; i++)
        if (operands[i] >= row && operands[i] < row + 3 && (i == 0 || store))
            return false;
    if (!*live)
        *live = sl_liveness_new(code, func);
    const uint64_t *bits = sl_live_before(*live, behind);
    for (uint32_t slot = row; slot < row + 3u; slot++)
        if (bits[slot / 64] >> (slot % 64) & 1 && (store || slot != at[1].op.a))
            return false;
    return true;
}

// Chooses pairs so that the fewest dispatches remain in straight code, from the end on; where two ways are equal, the
// later instructions pair (a call or return with what leads to it).
static void pair_up(const SlCode *code, const SlFunc *func) {
    SlLiveness *live = NULL;
    uint32_t count = func->code_count;
    const Pair **choice = calloc(count + 1, sizeof *choice);
    uint32_t *cost = calloc(count + 3, sizeof *cost);
    uint8_t *length = calloc(count + 1, sizeof *length); // of the instruction that begins here, 1 or more than 1
    if (!choice || !cost || !length)
        abort();
    for (uint32_t pc = 0, step; pc < count; pc += step) {
        step = sl_instr_length(&func->code[pc]);
        length[pc] = step == 1 ? 1 : 2;
    }
    for (uint32_t pc = count; pc-- > 0;) {
        cost[pc] = cost[pc + 1] + (length[pc] > 0);
        if (length[pc] != 1 || pc + 1 >= count)
            continue;
        const SlWord *at = &func->code[pc];
        const Pair *pair = find(row_pairs, ROW_PAIRS, at);
        if (pair && !is_row(code, func, &live, at))
            pair = NULL;
        if (!pair)
            pair = find(pairs, PAIRS, at);
        if (pair && 1 + cost[pc + 2] < cost[pc]) {
            choice[pc] = pair;
            cost[pc] = 1 + cost[pc + 2];
        }
    }
    for (uint32_t pc = 0; pc < count; pc++)
        if (choice[pc])
            func->code[pc].op.op = choice[pc]->pair;
    free(choice);
    free(cost);
    free(length);
    sl_liveness_free(live);
}

SlFunc *sl_instr_callee(const SlCode *code, const SlWord *at) {
    return at->op.op == SL_OP_CALLF ? code->words[at->pair.hi - 1].func : code->funcs[at->pair.hi];
}

void sl_code_link(SlCode *code) {
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
        pair_up(code, func);
    }
}
