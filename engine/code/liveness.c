// SPDX-License-Identifier: MIT
// Live slots: the usual backward data flow over basic blocks, to a fixed point (Kildall 1973). In a function that can
// recover, whatever may panic can continue at recover_pc, so what is live there is live from the end of the prologue
// on. Bits are kept for block ends; sl_live_before walks the block's instructions once and remembers them.
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "code/code.h"

typedef struct {
    uint32_t from, to; // words of code
    uint32_t next[2];  // blocks
    int next_count;
    uint64_t *in;
} Block;

struct SlLiveness {
    const SlCode *code;
    const SlFunc *func;
    uint32_t words; // of a bit set
    Block *blocks;
    uint32_t block_count;
    uint32_t *block_of; // per word of code
    uint64_t *bits;     // sets of the blocks
    uint64_t *recover;  // live at recover_pc, or null
    uint64_t **before;  // per word of code, made on demand
};

static void *get(size_t bytes) {
    void *at = calloc(1, bytes ? bytes : 1);
    if (!at)
        abort();
    return at;
}

static void change(uint64_t *bits, uint32_t slot, uint32_t count, bool set) {
    for (uint32_t i = slot; i < slot + count; i++)
        if (set)
            bits[i / 64] |= 1ull << (i % 64);
        else
            bits[i / 64] &= ~(1ull << (i % 64));
}

static void kill(void *data, uint32_t slot, uint32_t count, bool is_def) {
    if (is_def)
        change(data, slot, count, false);
}
static void raise_(void *data, uint32_t slot, uint32_t count, bool is_def) {
    if (!is_def)
        change(data, slot, count, true);
}

static bool join(uint64_t *to, const uint64_t *from, uint32_t words) {
    bool changed = false;
    for (uint32_t i = 0; i < words; i++) {
        changed = changed || (from[i] & ~to[i]);
        to[i] |= from[i];
    }
    return changed;
}

// From behind the instruction to before it.
static void step(const SlLiveness *l, uint32_t pc, uint64_t *bits) {
    sl_instr_effects(l->code, l->func, pc, kill, bits);
    sl_instr_effects(l->code, l->func, pc, raise_, bits);
    if (l->recover && pc >= l->func->prologue)
        join(bits, l->recover, l->words);
}

static void mark_leaders(const SlFunc *func, uint8_t *leader) {
    leader[0] = 1;
    if (func->recover_pc)
        leader[func->recover_pc] = 1;
    if (func->prologue < func->code_count)
        leader[func->prologue] = 1;
    for (uint32_t pc = 0; pc < func->code_count; pc += sl_instr_length(&func->code[pc])) {
        uint32_t next[2], behind = pc + sl_instr_length(&func->code[pc]);
        int count = sl_instr_next(func, pc, next);
        if (count == 1 && next[0] == behind)
            continue;
        for (int i = 0; i < count; i++)
            leader[next[i]] = 1;
        if (behind < func->code_count)
            leader[behind] = 1;
    }
}

static void find_blocks(SlLiveness *l) {
    const SlFunc *func = l->func;
    uint8_t *leader = get(func->code_count + 1);
    mark_leaders(func, leader);
    for (uint32_t pc = 0; pc < func->code_count; pc++)
        l->block_count += leader[pc];
    l->blocks = get(sizeof *l->blocks * l->block_count);
    l->block_of = get(sizeof *l->block_of * (func->code_count + 1));
    l->bits = get(sizeof *l->bits * l->words * l->block_count);
    uint32_t block = UINT32_MAX;
    for (uint32_t pc = 0; pc < func->code_count; pc++) {
        if (leader[pc]) {
            block++;
            l->blocks[block].from = pc;
            l->blocks[block].in = l->bits + (size_t)block * l->words;
        }
        l->block_of[pc] = block;
        l->blocks[block].to = pc + 1;
    }
    for (uint32_t i = 0; i < l->block_count; i++) {
        uint32_t pc = l->blocks[i].from, last = pc, next[2];
        for (; pc < l->blocks[i].to; pc += sl_instr_length(&func->code[pc]))
            last = pc;
        l->blocks[i].next_count = sl_instr_next(func, last, next);
        for (int k = 0; k < l->blocks[i].next_count; k++)
            l->blocks[i].next[k] = l->block_of[next[k]];
    }
    free(leader);
}

static void live_out(const SlLiveness *l, const Block *block, uint64_t *bits) {
    memset(bits, 0, sizeof *bits * l->words);
    for (int i = 0; i < block->next_count; i++)
        join(bits, l->blocks[block->next[i]].in, l->words);
}

// Walks back through the block from its end to the instruction at stop; bits are then those behind it when behind.
static void walk(const SlLiveness *l, const Block *block, uint32_t stop, bool behind, uint64_t *bits) {
    uint32_t stack[64], *pcs = stack, count = 0;
    if (block->to - block->from > 64)
        pcs = get(sizeof *pcs * (block->to - block->from));
    for (uint32_t pc = block->from; pc < block->to; pc += sl_instr_length(&l->func->code[pc]))
        pcs[count++] = pc;
    live_out(l, block, bits);
    while (count && pcs[count - 1] > stop)
        step(l, pcs[--count], bits);
    if (!behind && count)
        step(l, pcs[--count], bits);
    if (pcs != stack)
        free(pcs);
}

static void solve(SlLiveness *l) {
    uint64_t *bits = get(sizeof *bits * l->words);
    for (bool changed = true; changed;) {
        changed = false;
        for (uint32_t i = l->block_count; i-- > 0;) {
            walk(l, &l->blocks[i], l->blocks[i].from, false, bits);
            changed = join(l->blocks[i].in, bits, l->words) || changed;
        }
    }
    free(bits);
}

SlLiveness *sl_liveness_new(const SlCode *code, const SlFunc *func) {
    SlLiveness *l = get(sizeof *l);
    l->code = code;
    l->func = func;
    l->words = (func->slots + 63) / 64;
    if (!l->words)
        l->words = 1;
    if (!func->code_count)
        return l;
    find_blocks(l);
    l->before = get(sizeof *l->before * (func->code_count + 1));
    solve(l);
    if (func->recover_pc) {
        l->recover = get(sizeof *l->recover * l->words);
        memcpy(l->recover, l->blocks[l->block_of[func->recover_pc]].in, sizeof *l->recover * l->words);
        solve(l);
    }
    return l;
}

void sl_liveness_free(SlLiveness *l) {
    if (!l)
        return;
    for (uint32_t i = 0; l->before && i <= l->func->code_count; i++)
        free(l->before[i]);
    free(l->before);
    free(l->blocks);
    free(l->block_of);
    free(l->bits);
    free(l->recover);
    free(l);
}

const uint64_t *sl_live_before(const SlLiveness *l, uint32_t pc) {
    assert(pc < l->func->code_count);
    if (!l->before[pc]) {
        l->before[pc] = get(sizeof **l->before * l->words);
        walk(l, &l->blocks[l->block_of[pc]], pc, false, l->before[pc]);
    }
    return l->before[pc];
}

void sl_live_during(const SlLiveness *l, const SlCode *code, const SlFunc *func, uint32_t pc, bool parked,
                    uint64_t *bits) {
    walk(l, &l->blocks[l->block_of[pc]], pc, true, bits);
    sl_instr_effects(code, func, pc, kill, bits);
    if (parked)
        sl_instr_effects(code, func, pc, raise_, bits);
    if (l->recover && pc >= func->prologue)
        join(bits, l->recover, l->words);
}
