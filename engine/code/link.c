// SPDX-License-Identifier: MIT
// The last step of code generation: the code of all functions in one array, direct calls by place in it, and fused
// instructions.
//
// A call by place (CALLF) needs no load to find the callee's code, nor its func value: the word before the first
// instruction holds the SlFunc and is that value; the word before it, the bytes of the frame. A pair saves a dispatch,
// a triple two. They lie over the first of their instructions and leave the others as they are: lengths, jump offsets,
// positions and liveness stay true, and a jump to the second still finds it.
#include "code/code.h"

typedef struct {
    uint16_t part[3], count, fused;
} Fused;

#define P(OP, first, second, a, b, c) {{SL_OP_##first, SL_OP_##second}, 2, SL_OP_##first##_##second},
#define T(OP, first, second, third, a, b, c)                                                                           \
    {{SL_OP_##first, SL_OP_##second, SL_OP_##third}, 3, SL_OP_##first##_##second##_##third},
static const Fused all[] = {SL_ROW_PAIRS(P, _) SL_PAIRS(P, _) SL_TRIPLES(T, _)};
#undef P
#undef T
#define COUNT(...) +1
enum { ALL = sizeof all / sizeof *all, ROWS = SL_ROW_PAIRS(COUNT, _), NONE = -1, PREFIX = 2 };
#undef COUNT

// Which of them begin with an instruction, in their order. (Trying all at each place was a tenth of the time in which a
// small program starts.)
typedef struct {
    int16_t first[SL_OP_COUNT], next[ALL];
} Index;

static Index index_new(void) {
    Index index;
    for (int op = 0; op < SL_OP_COUNT; op++)
        index.first[op] = NONE;
    for (int i = ALL; i-- > 0;) {
        index.next[i] = index.first[all[i].part[0]];
        index.first[all[i].part[0]] = (int16_t)i;
    }
    return index;
}

static bool fits(const Fused *fused, const SlWord *at, uint32_t left) {
    if (fused->count > left)
        return false;
    for (int i = 1; i < fused->count; i++)
        if (at[i].op.op != fused->part[i])
            return false;
    return true;
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

// Chooses so that the fewest dispatches remain in straight code, from the end on; where two ways are equal, the later
// instructions are fused (a call or return with what leads to it).
static void fuse(const SlCode *code, const SlFunc *func, const Index *index) {
    SlLiveness *live = NULL;
    uint32_t count = func->code_count;
    const Fused **choice = calloc(count + 1, sizeof *choice);
    uint32_t *cost = calloc(count + 4, sizeof *cost);
    uint8_t *length = calloc(count + 4, sizeof *length); // of the instruction that begins here, 1 or more than 1
    if (!choice || !cost || !length)
        abort();
    for (uint32_t pc = 0, step; pc < count; pc += step) {
        step = sl_instr_length(&func->code[pc]);
        length[pc] = step == 1 ? 1 : 2;
    }
    for (uint32_t pc = count; pc-- > 0;) {
        cost[pc] = cost[pc + 1] + (length[pc] > 0);
        if (length[pc] != 1)
            continue;
        const SlWord *at = &func->code[pc];
        for (int i = index->first[at->op.op]; i != NONE; i = index->next[i]) {
            const Fused *fused = &all[i];
            if (!fits(fused, at, count - pc) || 1 + cost[pc + fused->count] >= cost[pc])
                continue;
            if ((fused->count == 3 && length[pc + 1] != 1) || (i < ROWS && !is_row(code, func, &live, at)))
                continue;
            choice[pc] = fused;
            cost[pc] = 1 + cost[pc + fused->count];
        }
    }
    for (uint32_t pc = 0; pc < count; pc++)
        if (choice[pc])
            func->code[pc].op.op = choice[pc]->fused;
    free(choice);
    free(cost);
    free(length);
    sl_liveness_free(live);
}

// Natives that have an instruction of their own.
static uint16_t native_op(const char *name) {
    static const struct {
        const char *name;
        uint16_t op;
    } known[] = {
#define OF_TYPE(type, load, add, cas)                                                                                  \
    {"Load" type, load}, {"(*" type ").Load", load}, {"Add" type, add}, {"(*" type ").Add", add},                      \
        {"CompareAndSwap" type, cas}, {"(*" type ").CompareAndSwap", cas},
        OF_TYPE("Int64", SL_OP_ATOMLD64, SL_OP_ATOMADD64, SL_OP_ATOMCAS64)
            OF_TYPE("Uint64", SL_OP_ATOMLD64, SL_OP_ATOMADD64, SL_OP_ATOMCAS64)
                OF_TYPE("Uintptr", SL_OP_ATOMLD64, SL_OP_ATOMADD64, SL_OP_ATOMCAS64)
                    OF_TYPE("Int32", SL_OP_ATOMLD32S, SL_OP_ATOMADD32S, SL_OP_ATOMCAS32)
                        OF_TYPE("Uint32", SL_OP_ATOMLD32, SL_OP_NATIVE, SL_OP_ATOMCAS32)
#undef OF_TYPE
                            {"(*Bool).Load", SL_OP_ATOMLD32},
        {"(*Bool).CompareAndSwap", SL_OP_ATOMCAS32},
    };
    static const char package[] = "sync/atomic.";
    if (strncmp(name, package, sizeof package - 1) != 0)
        return SL_OP_NATIVE;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(name + sizeof package - 1, known[i].name) == 0)
            return known[i].op;
    return SL_OP_NATIVE;
}

SlFunc *sl_instr_callee(const SlCode *code, const SlWord *at) {
    return at->op.op == SL_OP_CALLF ? at[(int32_t)at->pair.hi - 1].func : code->funcs[at->pair.hi];
}

void sl_code_link(SlCode *code) {
    size_t count = 1;
    for (uint32_t i = 0; i < code->func_count; i++)
        count += PREFIX + code->funcs[i]->code_count;
    code->words = SL_NEW_N(code->arena, SlWord, count);
    SlWord *at = code->words;
    for (uint32_t i = 0; i < code->func_count; i++) {
        SlFunc *func = code->funcs[i];
        at[0].word = func->slots * sizeof(uint64_t);
        at[1].func = func;
        func->value = (SlClosure *)&at[1];
        at += PREFIX;
        if (func->code_count)
            memcpy(at, func->code, func->code_count * sizeof *at);
        func->code = at;
        at += func->code_count;
    }
    const Index index = index_new();
    for (uint32_t i = 0; i < code->func_count; i++) {
        SlFunc *func = code->funcs[i];
        SlWord *end = func->code + func->code_count;
        for (SlWord *word = func->code; word < end; word += sl_instr_length(word))
            if (word->op.op == SL_OP_CALL) {
                word->op.op = SL_OP_CALLF;
                word->pair.hi = (uint32_t)(code->funcs[word->pair.hi]->code - word);
            } else if (word->op.op == SL_OP_NATIVE)
                word->op.op = native_op(code->natives[word->pair.hi]);
        fuse(code, func, &index);
    }
}
