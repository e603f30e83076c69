// SPDX-License-Identifier: MIT
// Disassembly, for tests and for curious users: one line an instruction, operands by their roles.
#include "code/code.h"

enum {
    ROLE__,
    ROLE_D,
    ROLE_D2,
    ROLE_D3,
    ROLE_U,
    ROLE_U2,
    ROLE_U3,
    ROLE_I,
    ROLE_N,
    ROLE_K,
    ROLE_X,
    ROLE_J,
    ROLE_W,
    ROLE_V
};

static const struct {
    const char *name;
    uint8_t role[3];
    int8_t extra;
} table[SL_OP_COUNT] = {
#define OP(name, a, b, c, extra) {#name, {ROLE_##a, ROLE_##b, ROLE_##c}, extra},
    SL_OPS(OP)
#undef OP
};

static const char *const spans[] = {
    [ROLE_D] = "", [ROLE_D2] = ":2", [ROLE_D3] = ":3", [ROLE_U] = "", [ROLE_U2] = ":2", [ROLE_U3] = ":3"};

static void add_operand(SlText *text, uint8_t role, uint16_t value, uint32_t pc, bool jump, uint32_t wide) {
    switch (role) {
    case ROLE__:
        break;
    case ROLE_I:
        sl_text_printf(text, " #%d", (int16_t)value);
        break;
    case ROLE_N:
        sl_text_printf(text, " #%u", value);
        break;
    case ROLE_J:
        sl_text_printf(text, " ->%u", pc + (uint32_t)(int32_t)(int16_t)value);
        break;
    case ROLE_K:
        sl_text_printf(text, " K%u", wide);
        break;
    case ROLE_X:
        if (jump)
            sl_text_printf(text, " ->%u", pc + wide);
        else
            sl_text_printf(text, " #%d", (int32_t)wide);
        break;
    case ROLE_W:
        sl_text_printf(text, " w%u", value);
        break;
    case ROLE_V:
        sl_text_printf(text, value == SL_NO_SLOT ? " -" : " s%u..", value);
        break;
    default:
        sl_text_printf(text, " s%u%s", value, spans[role]);
        break;
    }
}

static bool has_type(SlOp op) {
    switch (op) {
    case SL_OP_LDQ:
    case SL_OP_PTRADDL:
    case SL_OP_IDX:
    case SL_OP_AIDX:
    case SL_OP_SLICE:
    case SL_OP_SLICE2ARR:
    case SL_OP_CLOSURE:
    case SL_OP_SELECT:
        return false;
    default:
        return true;
    }
}

static void add_instruction(const SlCode *code, const SlFunc *func, uint32_t pc, SlText *text) {
    const SlWord *at = &func->code[pc];
    SlInstr op = at->op;
    uint32_t wide = op.b | (uint32_t)op.c << 16;
    bool jump = op.op == SL_OP_JMP || op.op == SL_OP_JT || op.op == SL_OP_JF;
    sl_text_printf(text, "%6u  %-8s", pc, table[op.op].name);
    const uint8_t *role = table[op.op].role;
    add_operand(text, role[0], op.a, pc, jump, wide);
    add_operand(text, role[1], op.b, pc, jump, wide);
    if (role[1] != ROLE_K && role[1] != ROLE_X)
        add_operand(text, role[2], op.c, pc, jump, wide);
    uint32_t length = sl_instr_length(at);
    if (length > 1 && has_type(op.op) && at[1].pair.lo < code->type_count) {
        sl_text_printf(text, "  <%s> %u", code->types[at[1].pair.lo]->text, at[1].pair.hi);
        if (op.op == SL_OP_CALLI || op.op == SL_OP_IMETH)
            sl_text_printf(text, " .%s", code->types[at[1].pair.lo]->methods[at[1].pair.hi].name);
        if (op.op == SL_OP_MAPNEXT)
            sl_text_printf(text, " ->%u", pc + at[1].pair.hi);
    } else if (op.op == SL_OP_CLOSURE)
        sl_text_printf(text, "  %s, %u slots", code->funcs[at[1].pair.lo]->name, at[1].pair.hi);
    else if (op.op == SL_OP_SELECT)
        for (uint32_t i = 1; i < length; i++)
            sl_text_printf(text, "  %s s%u s%u:%u", at[i].select_case.dir ? "recv" : "send", at[i].select_case.chan,
                           at[i].select_case.value, at[i].select_case.slots);
    else
        for (uint32_t i = 1; i < length; i++)
            sl_text_printf(text, "  %llx", (unsigned long long)at[i].word);
    if (op.op == SL_OP_CALLF)
        sl_text_printf(text, "  %s", sl_instr_callee(code, at)->name);
    if (op.op == SL_OP_CALL || op.op == SL_OP_GO || op.op == SL_OP_DEFER || op.op == SL_OP_LDFN)
        sl_text_printf(text, "  %s", code->funcs[wide]->name);
    if (op.op == SL_OP_NATIVE || op.op == SL_OP_BLOCK || (op.op >= SL_OP_ATOMLD64 && op.op <= SL_OP_ATOMCAS32))
        sl_text_printf(text, "  %s", code->natives[wide]);
    if (op.op == SL_OP_LDSTR)
        sl_text_printf(text, "  \"%.*s\"", (int)(code->strings[wide].length < 40 ? code->strings[wide].length : 40),
                       code->strings[wide].bytes);
    sl_text_addc(text, '\n');
}

void sl_code_disassemble(const SlCode *code, const SlFunc *func, SlText *text) {
    sl_text_printf(text, "%s  (#%u, results %u, args %u, slots %u, captures %u%s%s)\n", func->name, func->index,
                   func->result_slots, func->arg_slots, func->slots, func->capture_slots,
                   func->flags & SL_FUNC_DEFERS ? ", defers" : "", func->flags & SL_FUNC_WRAPPER ? ", wrapper" : "");
    for (uint32_t i = 0; i < func->var_count; i++)
        sl_text_printf(text, "        s%u %s %s%s\n", func->vars[i].slot, func->vars[i].name,
                       func->vars[i].boxed ? "boxed " : "", func->vars[i].type->text);
    int line = 0;
    for (uint32_t pc = 0; pc < func->code_count; pc += sl_instr_length(&func->code[pc])) {
        SlPlace place = sl_files_place(code->files, sl_func_pos(func, pc));
        if (place.line && place.line != line)
            sl_text_printf(text, "  line %d\n", line = place.line);
        add_instruction(code, func, pc, text);
    }
}
