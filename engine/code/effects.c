// SPDX-License-Identifier: MIT
// What instructions use, define and lead to, from the table in op.h; V operands are explained here, one case each.
#include "code/code.h"

#include <assert.h>

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
    uint8_t a, b, c;
    int8_t extra;
} table[SL_OP_COUNT] = {
#define OP(name, a, b, c, extra) {ROLE_##a, ROLE_##b, ROLE_##c, extra},
    SL_OPS(OP)
#undef OP
};

typedef struct {
    const SlCode *code;
    const SlFunc *func;
    void (*visit)(void *data, uint32_t slot, uint32_t count, bool is_def);
    void *data;
} Visit;

static void use(const Visit *v, uint32_t slot, uint32_t count) {
    // Both words of an interface live and die together
    if (count == 1 && v->func->kinds[slot] == SL_WORD_IFACE)
        count = 2;
    if (count)
        v->visit(v->data, slot, count, false);
}
static void def(const Visit *v, uint32_t slot, uint32_t count) {
    if (count)
        v->visit(v->data, slot, count, true);
}

uint32_t sl_instr_length(const SlWord *at) {
    if (table[at->op.op].extra < 0)
        return 1u + at->op.b; // SELECT
    return 1u + (uint32_t)table[at->op.op].extra;
}

static void use_role(const Visit *v, uint8_t role, uint16_t slot) {
    if (role >= ROLE_U && role <= ROLE_U3)
        use(v, slot, role - ROLE_U + 1u);
}

static void def_role(const Visit *v, uint8_t role, uint16_t slot) {
    if (role >= ROLE_D && role <= ROLE_D3)
        def(v, slot, role - ROLE_D + 1u);
}

// Slots that hold bytes [from, from + size) of an aggregate that starts at slot.
static void use_bytes(const Visit *v, uint32_t slot, uint32_t from, uint64_t size) {
    uint32_t first = from / 8, last = (uint32_t)((from + size + 7) / 8);
    use(v, slot + first, last - first);
}

static uint32_t narrow_size(SlOp op) {
    switch (op) {
    case SL_OP_FLD8:
    case SL_OP_FLD8S:
    case SL_OP_FST8:
        return 1;
    case SL_OP_FLD16:
    case SL_OP_FLD16S:
    case SL_OP_FST16:
        return 2;
    case SL_OP_FLDC64:
    case SL_OP_FSTC64:
        return 8;
    default:
        return 4;
    }
}

static void window_defs(const Visit *v, uint32_t from) { // the callee's frame lies over everything from there on
    def(v, from, v->func->slots - from);
}

static void call(const Visit *v, const SlWord *at) {
    SlInstr op = at->op;
    const SlFunc *callee = sl_instr_callee(v->code, at);
    uint32_t results = op.a + (uint32_t)SL_WINDOW_HEADER;
    use(v, results + callee->result_slots, callee->arg_slots);
    if (op.op == SL_OP_CALL || op.op == SL_OP_CALLF)
        window_defs(v, op.a);
}

static void native(const Visit *v, SlInstr op) {
    SlNativeShape shape = v->code->native_shapes[op.b | (uint32_t)op.c << 16];
    use(v, op.a + (uint32_t)shape.results, shape.args);
    def(v, op.a, shape.results);
}

static void select_effects(const Visit *v, const SlWord *at) {
    for (uint32_t i = 1; i <= at->op.b; i++) {
        use(v, at[i].select_case.chan, 1);
        if (at[i].select_case.dir == 0 && at[i].select_case.value != SL_NO_SLOT)
            use(v, at[i].select_case.value, at[i].select_case.slots);
    }
    for (uint32_t i = 1; i <= at->op.b; i++)
        if (at[i].select_case.dir == 1 && at[i].select_case.value != SL_NO_SLOT)
            def(v, at[i].select_case.value, at[i].select_case.slots);
    def(v, at->op.a, 2);
}

static void slice_effects(const Visit *v, const SlWord *at) {
    static const uint8_t base[] = {2, 3, 1};
    use(v, at->op.b, base[at[1].slice.kind]);
    for (uint32_t i = 0; i < 3; i++)
        if (at[1].slice.has & 1u << i)
            use(v, at->op.c + i, 1);
    def(v, at->op.a, at[1].slice.kind == SL_SLICE_STRING ? 2 : 3);
}

static void map_get(const Visit *v, const SlWord *at, const SlRtype *map) {
    use(v, at->op.b, 1);
    use(v, at->op.c, map->key->slots);
    def(v, at->op.a, map->elem->slots + (at[1].pair.hi ? 1 : 0));
}

static void map_next(const Visit *v, const SlWord *at, const SlRtype *map) {
    use(v, at->op.a, 1);
    if (at->op.b != SL_NO_SLOT)
        def(v, at->op.b, map->key->slots);
    if (at->op.c != SL_NO_SLOT)
        def(v, at->op.c, map->elem->slots);
}

// Instructions with V operands or effects beyond their roles. False: the roles say all.
static bool special(const Visit *v, const SlWord *at) {
    SlInstr op = at->op;
    const SlRtype *type =
        table[op.op].extra > 0 && at[1].pair.lo < v->code->type_count ? v->code->types[at[1].pair.lo] : NULL;
    switch ((SlOp)op.op) {
    case SL_OP_MOVN:
        use(v, op.b, op.c);
        def(v, op.a, op.c);
        return true;
    case SL_OP_ZERO:
        def(v, op.a, op.b);
        return true;
    case SL_OP_LDCAP:
        def(v, op.a, op.c);
        return true;
    case SL_OP_LDN:
        use(v, op.b, 1);
        def(v, op.a, type->slots);
        return true;
    case SL_OP_STN:
        use(v, op.a, 1);
        use(v, op.b, type->slots);
        return true;
    case SL_OP_FLD8:
    case SL_OP_FLD8S:
    case SL_OP_FLD16:
    case SL_OP_FLD16S:
    case SL_OP_FLD32:
    case SL_OP_FLD32S:
    case SL_OP_FLDF32:
    case SL_OP_FLDC64:
        use_bytes(v, op.b, op.c, narrow_size(op.op));
        def(v, op.a, op.op == SL_OP_FLDC64 ? 2 : 1);
        return true;
    case SL_OP_FLDN:
        use_bytes(v, op.b, at[1].pair.hi, type->size);
        def(v, op.a, type->slots);
        return true;
    case SL_OP_FST8:
    case SL_OP_FST16:
    case SL_OP_FST32:
    case SL_OP_FSTF32:
    case SL_OP_FSTC64: {
        uint32_t size = narrow_size(op.op), first = op.a + op.c / 8u, last = op.a + (op.c + size + 7u) / 8u;
        use(v, first, last - first);
        use(v, op.b, op.op == SL_OP_FSTC64 ? 2 : 1);
        def(v, first, last - first);
        return true;
    }
    case SL_OP_FSTN: {
        uint32_t first = op.a + at[1].pair.hi / 8u, last = op.a + (uint32_t)((at[1].pair.hi + type->size + 7u) / 8u);
        use(v, first, last - first);
        use(v, op.b, type->slots);
        def(v, first, last - first);
        return true;
    }
    case SL_OP_FIDX:
        use_bytes(v, op.b, 0, (uint64_t)type->size * at[1].pair.hi);
        use(v, op.c, 1);
        def(v, op.a, type->slots);
        return true;
    case SL_OP_EQN:
        use(v, op.b, type->slots);
        use(v, op.c, type->slots);
        def(v, op.a, 1);
        return true;
    case SL_OP_SLICE:
        slice_effects(v, at);
        return true;
    case SL_OP_APPEND:
        use(v, op.b, 3);
        use(v, op.c, type->slots * at[1].pair.hi);
        def(v, op.a, 3);
        return true;
    case SL_OP_MAKEMAP:
        if (op.b != SL_NO_SLOT)
            use(v, op.b, 1);
        def(v, op.a, 1);
        return true;
    case SL_OP_MAPGET:
        map_get(v, at, type);
        return true;
    case SL_OP_MAPSET:
        use(v, op.a, 1);
        use(v, op.b, type->key->slots);
        use(v, op.c, type->elem->slots);
        return true;
    case SL_OP_MAPDEL:
        use(v, op.a, 1);
        use(v, op.b, type->key->slots);
        return true;
    case SL_OP_MAPNEXT:
        map_next(v, at, type);
        return true;
    case SL_OP_CONCAT:
        use(v, op.b, 2u * op.c);
        def(v, op.a, 2);
        return true;
    case SL_OP_MKIFACE:
        use(v, op.b, type->slots);
        def(v, op.a, 2);
        return true;
    case SL_OP_ASSERT:
        use(v, op.b, 2);
        def(v, op.a, type->slots + (at[1].pair.hi ? 1 : 0));
        return true;
    case SL_OP_CLOSURE:
        use(v, op.b, at[1].pair.hi);
        def(v, op.a, 1);
        return true;
    case SL_OP_CALL:
    case SL_OP_CALLF:
    case SL_OP_GO:
    case SL_OP_DEFER:
        call(v, at);
        return true;
    case SL_OP_CALLC:
        use(v, op.b, 1);
        window_defs(v, op.a);
        return true;
    case SL_OP_CALLI:
        use(v, op.b, 2);
        window_defs(v, op.a);
        return true;
    case SL_OP_NATIVE:
    case SL_OP_BLOCK:
    case SL_OP_ATOMLD64:
    case SL_OP_ATOMLD32:
    case SL_OP_ATOMLD32S:
    case SL_OP_ATOMADD64:
    case SL_OP_ATOMADD32S:
    case SL_OP_ATOMCAS64:
    case SL_OP_ATOMCAS32:
        native(v, op);
        return true;
    case SL_OP_RET:
        use(v, 0, v->func->result_slots);
        return true;
    case SL_OP_PRINT:
        use(v, op.a, op.c);
        return true;
    case SL_OP_SEND:
        use(v, op.a, 1);
        use(v, op.b, op.c);
        return true;
    case SL_OP_RECV:
    case SL_OP_RECV2:
        use(v, op.b, 1);
        def(v, op.a, op.c + (op.op == SL_OP_RECV2 ? 1u : 0u));
        return true;
    case SL_OP_SELECT:
        select_effects(v, at);
        return true;
    default:
        return false;
    }
}

void sl_instr_effects(const SlCode *code, const SlFunc *func, uint32_t pc,
                      void (*visit)(void *data, uint32_t slot, uint32_t count, bool is_def), void *data) {
    Visit v = {code, func, visit, data};
    const SlWord *at = &func->code[pc];
    if (special(&v, at))
        return;
    use_role(&v, table[at->op.op].a, at->op.a);
    use_role(&v, table[at->op.op].b, at->op.b);
    use_role(&v, table[at->op.op].c, at->op.c);
    def_role(&v, table[at->op.op].a, at->op.a);
    assert(table[at->op.op].a != ROLE_V && table[at->op.op].b != ROLE_V && table[at->op.op].c != ROLE_V);
}

int sl_instr_next(const SlFunc *func, uint32_t pc, uint32_t next[2]) {
    const SlWord *at = &func->code[pc];
    SlOp op = at->op.op;
    uint32_t behind = pc + sl_instr_length(at);
    int32_t far = (int32_t)((uint32_t)at->op.b | (uint32_t)at->op.c << 16);
    switch (op) {
    case SL_OP_RET:
    case SL_OP_PANIC:
    case SL_OP_THROW:
        return 0;
    case SL_OP_JMP:
        next[0] = pc + (uint32_t)far;
        return 1;
    default:
        break;
    }
    next[0] = behind;
    if (op == SL_OP_JT || op == SL_OP_JF)
        next[1] = pc + (uint32_t)far;
    else if (op >= SL_OP_JEQ && op <= SL_OP_JFNLE)
        next[1] = pc + (uint32_t)(int32_t)(int16_t)at->op.c;
    else if (op == SL_OP_MAPNEXT)
        next[1] = pc + at[1].pair.hi;
    else
        return 1;
    return 2;
}
