// SPDX-License-Identifier: MIT
// Instructions and slots of the function under generation, and packing them into its final code.
//
// Typed slots have one kind for the whole function: a freed block is only used again for a value whose slots have the
// same kinds. Call windows lie behind all typed slots, so their slots are numbered from SL_WIN until packing.
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "code/gen.h"

void sl_fn_error(SlFn *fn, SlPos pos, const char *format, ...) {
    va_list args;
    va_start(args, format);
    char text[400];
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    sl_diags_add(fn->g->program->diags, pos, "%s", text);
}

int sl_emit(SlFn *fn, SlOp op, int a, int b, int c) {
    sl_vec_push(&fn->ins, (SlIns){.op = (uint16_t)op, .a = a, .b = b, .c = c, .target = SL_NONE, .pos = fn->pos});
    return fn->ins.count - 1;
}

bool sl_is_wide_unsigned(const SlRtype *type) {
    return type->kind == SL_KIND_UINT || type->kind == SL_KIND_UINT64 || type->kind == SL_KIND_UINTPTR;
}

void sl_emit_unsigned(SlFn *fn, bool is_unsigned) {
    fn->ins.at[fn->ins.count - 1].unsigned_index = is_unsigned;
}

int sl_emit_k(SlFn *fn, SlOp op, int a, uint32_t k) {
    int at = sl_emit(fn, op, a, 0, 0);
    fn->ins.at[at].k = k;
    return at;
}

void sl_emit_extra(SlFn *fn, uint64_t word) {
    SlIns *ins = &fn->ins.at[fn->ins.count - 1];
    if (!ins->extra)
        ins->words = (uint32_t)fn->words.count;
    ins->extra++;
    sl_vec_push(&fn->words, word);
}

int sl_emit_word(SlFn *fn, SlOp op, int a, int b, int c, uint32_t lo, uint32_t hi) {
    int at = sl_emit(fn, op, a, b, c);
    sl_emit_extra(fn, (uint64_t)hi << 32 | lo);
    return at;
}

int sl_emit_type(SlFn *fn, SlOp op, int a, int b, int c, const SlRtype *type) {
    return sl_emit_word(fn, op, a, b, c, type->index, 0);
}

void sl_emit_jump(SlFn *fn, SlOp op, int a, int b, int label) {
    int at = sl_emit(fn, op, a, b, 0);
    fn->ins.at[at].target = label;
}

int sl_label_new(SlFn *fn) {
    sl_vec_push(&fn->labels, SL_NONE);
    return fn->labels.count - 1;
}

void sl_label_here(SlFn *fn, int label) {
    fn->labels.at[label] = fn->ins.count;
    fn->label_at = fn->ins.count;
}

bool sl_emit_ended(const SlFn *fn) {
    if (!fn->ins.count || fn->label_at == fn->ins.count)
        return false;
    SlOp op = fn->ins.at[fn->ins.count - 1].op;
    return op == SL_OP_JMP || op == SL_OP_RET || op == SL_OP_PANIC || op == SL_OP_THROW;
}

void sl_emit_int(SlFn *fn, int dst, int64_t value) {
    if (value == (int32_t)value)
        sl_emit_k(fn, SL_OP_LDI, dst, (uint32_t)(int32_t)value);
    else {
        sl_emit(fn, SL_OP_LDQ, dst, 0, 0);
        sl_emit_extra(fn, (uint64_t)value);
    }
}

int sl_emit_constant(SlFn *fn, int64_t value) {
    enum { MOST = 12 };
    if (!fn->loops)
        return SL_NONE;
    for (int i = 0; i < fn->constants.count; i++)
        if (fn->constants.at[i].value == value)
            return fn->constants.at[i].slot;
    if (fn->constants.count == MOST)
        return SL_NONE;
    int slot = fn->kinds.count; // of its own: never free for others
    sl_vec_push(&fn->kinds, SL_WORD_SCALAR);
    sl_vec_push(&fn->constants, (SlConstant){value, slot});
    return slot;
}

// Puts the loads of constants in front of the first statement.
static void insert_constants(SlFn *fn) {
    int count = fn->constants.count, at = fn->prologue, old = fn->ins.count;
    if (!count)
        return;
    SlPos pos = fn->pos;
    fn->pos = fn->func->pos;
    for (int i = 0; i < count; i++)
        sl_emit_int(fn, fn->constants.at[i].slot, fn->constants.at[i].value);
    fn->pos = pos;
    SlIns *loads = malloc(sizeof *loads * (size_t)count);
    if (!loads)
        abort();
    memcpy(loads, fn->ins.at + old, sizeof *loads * (size_t)count);
    memmove(fn->ins.at + at + count, fn->ins.at + at, sizeof *loads * (size_t)(old - at));
    memcpy(fn->ins.at + at, loads, sizeof *loads * (size_t)count);
    free(loads);
    for (int i = 0; i < fn->labels.count; i++)
        if (fn->labels.at[i] >= at)
            fn->labels.at[i] += count;
    for (int i = 0; i < fn->vars.count; i++) {
        SlVarInfo *var = &fn->vars.at[i];
        var->from += (int)var->from >= at && !var->is_param ? (uint32_t)count : 0;
        var->to += (int)var->to >= at ? (uint32_t)count : 0;
    }
    fn->prologue += count;
}

void sl_emit_move(SlFn *fn, int dst, int src, int count) {
    if (dst == src || count == 0)
        return;
    if (count <= 3)
        sl_emit(fn, (SlOp)(SL_OP_MOV + count - 1), dst, src, 0);
    else
        sl_emit(fn, SL_OP_MOVN, dst, src, count);
}

void sl_emit_zero(SlFn *fn, int dst, int count) {
    if (count == 1)
        sl_emit_int(fn, dst, 0);
    else if (count > 0)
        sl_emit(fn, SL_OP_ZERO, dst, count, 0);
}

// ---- slots ----

static bool fits(const SlFn *fn, const SlBlock *block, const uint8_t *kinds, int count) {
    return block->count == count && memcmp(fn->kinds.at + block->slot, kinds, (size_t)count) == 0;
}

int sl_slot_kinds(SlFn *fn, const uint8_t *kinds, int count) {
    if (count == 0)
        return 0;
    for (int i = fn->free.count - 1; i >= 0; i--)
        if (fits(fn, &fn->free.at[i], kinds, count)) {
            SlBlock block = fn->free.at[i];
            fn->free.at[i] = fn->free.at[--fn->free.count];
            sl_vec_push(&fn->live, block);
            return block.slot;
        }
    int slot = fn->kinds.count;
    if (slot + count > SL_FRAME_LIMIT) {
        if (!fn->failed)
            sl_fn_error(fn, fn->pos, "stack frame too large (function needs more than %d words)", SL_FRAME_LIMIT);
        fn->failed = true;
        return 0;
    }
    for (int i = 0; i < count; i++)
        sl_vec_push(&fn->kinds, kinds[i]);
    sl_vec_push(&fn->live, (SlBlock){slot, count});
    return slot;
}

int sl_slot_new(SlFn *fn, const SlRtype *type) {
    return sl_slot_kinds(fn, type->slot_kinds, (int)type->slots);
}

int sl_slot_scalar(SlFn *fn) {
    return sl_slot_kinds(fn, (uint8_t[]){SL_WORD_SCALAR}, 1);
}
int sl_slot_pointer(SlFn *fn) {
    return sl_slot_kinds(fn, (uint8_t[]){SL_WORD_POINTER}, 1);
}

int sl_slot_ok(SlFn *fn, const SlRtype *type) {
    uint8_t *kinds = malloc(type->slots + 1);
    if (!kinds)
        abort();
    memcpy(kinds, type->slot_kinds, type->slots);
    kinds[type->slots] = SL_WORD_SCALAR;
    int slot = sl_slot_kinds(fn, kinds, (int)type->slots + 1);
    free(kinds);
    return slot;
}

int sl_slot_mark(const SlFn *fn) {
    return fn->live.count;
}

void sl_slot_release(SlFn *fn, int mark) {
    while (fn->live.count > mark) {
        SlBlock block = fn->live.at[--fn->live.count];
        sl_vec_push(&fn->free, block);
    }
}

int sl_window_new(SlFn *fn, int count) {
    int at = fn->win_top;
    fn->win_top += count;
    if (fn->win_top > fn->win_max)
        fn->win_max = fn->win_top;
    return SL_WIN + at;
}

// ---- packing ----

static bool is_short_jump(SlOp op) {
    return op >= SL_OP_JEQ && op <= SL_OP_JFNLE;
}

static uint32_t length_of(const SlIns *ins) {
    return 1u + ins->extra + (ins->is_long ? 2u : 0u);
}

// Positions of instructions in words; jumps that do not reach become long until nothing changes.
static uint32_t measure(SlFn *fn, uint32_t *at) {
    for (;;) {
        uint32_t words = 0;
        for (int i = 0; i < fn->ins.count; i++) {
            at[i] = words;
            words += length_of(&fn->ins.at[i]);
        }
        at[fn->ins.count] = words;
        bool changed = false;
        for (int i = 0; i < fn->ins.count; i++) {
            SlIns *ins = &fn->ins.at[i];
            if (ins->target == SL_NONE || ins->is_long || !is_short_jump(ins->op))
                continue;
            int64_t offset = (int64_t)at[fn->labels.at[ins->target]] - at[i];
            if (offset < -32000 || offset > 32000)
                changed = ins->is_long = true;
        }
        if (!changed)
            return words;
    }
}

static uint16_t operand(SlFn *fn, int32_t value) {
    if (value >= SL_WIN)
        value = value - SL_WIN + fn->kinds.count;
    return (uint16_t)value;
}

static void pack_one(SlFn *fn, const SlIns *ins, const uint32_t *at, uint32_t pc, SlWord *out) {
    SlInstr op = {ins->op, operand(fn, ins->a), operand(fn, ins->b), operand(fn, ins->c)};
    int64_t offset = ins->target == SL_NONE ? 0 : (int64_t)at[fn->labels.at[ins->target]] - pc;
    if (ins->op == SL_OP_JMP || ins->op == SL_OP_JT || ins->op == SL_OP_JF) {
        op.b = (uint16_t)offset;
        op.c = (uint16_t)(offset >> 16);
    } else if (is_short_jump(ins->op)) {
        op.c = ins->is_long ? 2 : (uint16_t)offset;
        if (ins->is_long) { // to the second of two jumps
            int32_t far = (int32_t)(offset - 2);
            out[1].op = (SlInstr){SL_OP_JMP, 0, 2, 0};
            out[2].op = (SlInstr){SL_OP_JMP, 0, (uint16_t)far, (uint16_t)(far >> 16)};
        }
    } else if (ins->k) {
        op.b = (uint16_t)ins->k;
        op.c = (uint16_t)(ins->k >> 16);
    }
    out[0].op = op;
    for (int i = 0; i < ins->extra; i++)
        out[1 + i].word = fn->words.at[ins->words + (uint32_t)i];
    if (ins->op == SL_OP_MAPNEXT)
        out[1].pair.hi = (uint32_t)offset;
}

static void pack_lines(SlFn *fn, const uint32_t *at) {
    SL_VEC(SlLine) lines = {0};
    SlPos last = 0;
    bool last_unsigned = false;
    for (int i = 0; i < fn->ins.count; i++)
        if (fn->ins.at[i].pos != last || fn->ins.at[i].unsigned_index != last_unsigned || !i) {
            last = fn->ins.at[i].pos;
            last_unsigned = fn->ins.at[i].unsigned_index;
            sl_vec_push(&lines, (SlLine){at[i], last, last_unsigned});
        }
    fn->func->line_count = (uint32_t)lines.count;
    fn->func->lines = sl_vec_take(&lines, fn->g->arena);
}

void sl_emit_pack(SlFn *fn) {
    SlFunc *func = fn->func;
    insert_constants(fn);
    for (int i = 0; i < fn->ins.count; i++)
        assert(fn->ins.at[i].target == SL_NONE || fn->labels.at[fn->ins.at[i].target] != SL_NONE);
    uint32_t *at = malloc(sizeof *at * (size_t)(fn->ins.count + 1));
    if (!at)
        abort();
    func->code_count = measure(fn, at);
    func->code = SL_NEW_N(fn->g->arena, SlWord, func->code_count + 1);
    for (int i = 0; i < fn->ins.count; i++)
        pack_one(fn, &fn->ins.at[i], at, at[i], func->code + at[i]);
    int slots = fn->kinds.count + fn->win_max;
    if (slots > SL_FRAME_LIMIT && !fn->failed) {
        sl_fn_error(fn, func->pos, "stack frame too large (function needs more than %d words)", SL_FRAME_LIMIT);
        fn->failed = true;
    }
    func->slots = (uint32_t)slots;
    uint8_t *kinds = SL_NEW_N(fn->g->arena, uint8_t, slots + 1);
    if (fn->kinds.count)
        memcpy(kinds, fn->kinds.at, (size_t)fn->kinds.count);
    func->kinds = kinds;
    func->prologue = at[fn->prologue];
    if (fn->recover_at != SL_NONE)
        func->recover_pc = at[fn->labels.at[fn->recover_at]];
    pack_lines(fn, at);
    for (int i = 0; i < fn->vars.count; i++) {
        fn->vars.at[i].from = at[fn->vars.at[i].from];
        fn->vars.at[i].to = at[fn->vars.at[i].to];
    }
    func->var_count = (uint32_t)fn->vars.count;
    func->vars = sl_vec_take(&fn->vars, fn->g->arena);
    free(at);
}
