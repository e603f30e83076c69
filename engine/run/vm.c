// SPDX-License-Identifier: MIT
// The dispatch loop. It runs one goroutine after another on a worker: registers (ip, fp, g) are locals; they go into
// the goroutine before anything that may look at it, take it away or raise a panic, with pc behind the instruction.
//
// Each instruction is one block; the short ones are one line of a macro. Calls push frames of the same stack and
// never a C frame. Between two safepoints (calls, jumps backwards, and what may park) the collector does not run.
#include <math.h>

#include "run/heap-inline.h"
#include "run/memory.h"
#include "run/sched-inline.h"
#include "run/step.h"
#include "run/values.h"
#include "run/vm.h"
#include "run/vm-instr.h"

static inline float load_float(const void *at) {
    uint32_t bits = SL_LOAD_SCALAR(uint32_t, at);
    float value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

static inline void store_float(void *at, double value) {
    float narrow = (float)value;
    uint32_t bits;
    memcpy(&bits, &narrow, sizeof bits);
    SL_STORE_SCALAR(uint32_t, at, bits);
}

// complex64: both halves in one word, so that they are never torn.
static inline void load_complex64(const void *at, SlSlot *to) {
    float parts[2] = {load_float(at), load_float((const char *)at + 4)};
    to[0].f = parts[0];
    to[1].f = parts[1];
}

static inline void store_complex64(void *at, const SlSlot *from) {
    store_float(at, from[0].f);
    store_float((char *)at + 4, from[1].f);
}

// As amd64 converts: what does not fit gives the most negative number.
static inline int64_t to_int(double x) {
    return x >= -9223372036854775808.0 && x < 9223372036854775808.0 ? (int64_t)x : INT64_MIN;
}

static inline uint64_t to_uint(double x) {
    if (x < 9223372036854775808.0)
        return (uint64_t)to_int(x);
    return (uint64_t)to_int(x - 9223372036854775808.0) ^ (uint64_t)1 << 63;
}

static inline double float_min(double x, double y) {
    if (isnan(x) || isnan(y))
        return NAN;
    if (x == 0 && y == 0)
        return signbit(x) ? x : y;
    return x < y ? x : y;
}

static inline double float_max(double x, double y) {
    if (isnan(x) || isnan(y))
        return NAN;
    if (x == 0 && y == 0)
        return signbit(x) ? y : x;
    return x > y ? x : y;
}

static inline bool string_equal(const SlSlot *a, const SlSlot *b) {
    return a[1].i == b[1].i && (a[0].p == b[0].p || a[1].i == 0 || memcmp(a[0].p, b[0].p, (size_t)a[1].i) == 0);
}

static inline int string_compare(const SlSlot *a, const SlSlot *b) {
    return sl_string_compare((SlStr){a[0].p, a[1].i}, (SlStr){b[0].p, b[1].i});
}

// append of one 8-byte value with room behind the length.
static inline bool append_fast(const SlRtype *elem, SlSlot *fp, const SlWord *at) {
    const SlSlot *slice = &fp[at->op.b];
    uint64_t length = slice[1].u;
    if (at[1].pair.hi != 1 || length >= slice[2].u || elem->slots != 1 || elem->size != 8)
        return false;
    uint64_t *first = slice[0].p;
    SlSlot *to = &fp[at->op.a], capacity = slice[2];
    sl_store_word(first + length, fp[at->op.c].u);
    to[0].p = first;
    to[1].u = length + 1;
    to[2] = capacity;
    return true;
}

// To the analysis a select defines what every case receives; so that the collector never sees what was there before,
// it does.
static void clear_received(SlSlot *fp, const SlWord *at) {
    for (const SlWord *word = at + 1; word <= at + at->op.b; word++)
        if (word->select_case.dir == 1 && word->select_case.value != SL_NO_SLOT)
            memset(&fp[word->select_case.value], 0, word->select_case.slots * sizeof(SlSlot));
}

// Measured: moving address computations across instructions, and pairing the stores of a frame's header, both cost.
#if defined(__GNUC__) && !defined(__clang__)
__attribute__((optimize("no-gcse", "no-tree-slp-vectorize")))
#endif
void sl_vm_run(SlWorker *w)
{
    static const void *const plain[SL_OP_COUNT] = {
#define OP(name, a, b, c, extra) &&L_##name,
        SL_OPS(OP)
#undef OP
    };
    // Runs that are stepped look at every instruction before they run it, and know no pairs and triples.
    static const void *const stepped[SL_OP_COUNT] = {
#define OP(name, a, b, c, extra) &&step,
        SL_OPS(OP)
#undef OP
    };
    static const void *const single[SL_OP_COUNT] = {
#define OP(name, a, b, c, extra) &&L_##name,
#define PAIR_AS_FIRST(OP, first, second, a, b, c) &&L_##first,
#define TRIPLE_AS_FIRST(OP, first, second, third, a, b, c) &&L_##first,
        SL_SINGLE_OPS(OP) SL_PAIRS(PAIR_AS_FIRST, _) SL_TRIPLES(TRIPLE_AS_FIRST, _) SL_ROW_PAIRS(PAIR_AS_FIRST, _)
#undef PAIR_AS_FIRST
#undef TRIPLE_AS_FIRST
#undef OP
    };
    SlMachine *const machine = w->machine;
    const SlCode *const code = machine->code;
    SlFunc *const *const funcs = code->funcs;
    SlRtype *const *const types = code->types;
    const SlWord *const words = code->words;
    const void *const *labels = plain;
    const uint8_t *marks = NULL;
    const SlWord *ip;
    SlSlot *fp;
    SlGoroutine *g;
    SlOutcome outcome;
    SlClosure *closure;
    SlFunc *func;
    SlSlot *nfp;
    int64_t fault_index, fault_length;

take_next:
    g = sl_sched_next_inline(w);
    if (!g)
        return;
    w->g = g;
    marks = sl_step_marks(machine);
    labels = marks ? stepped : plain;
resume:
    ip = g->pc;
    fp = g->fp;
    DISPATCH();

poll: // ip and fp are those of the next instruction
    g->pc = ip;
    g->fp = fp;
    g->parked_in_op = false;
    outcome = sl_sched_poll(w, g);
    marks = sl_step_marks(machine);
    labels = marks ? stepped : plain;
    if (outcome == SL_DONE)
        DISPATCH();
outcome: // g->pc and g->fp are saved
    switch (outcome) {
    case SL_DONE:
        goto resume;
    case SL_AWAY:
    case SL_RETRY:
        goto take_next;
    case SL_PANIC:
        outcome = sl_vm_raise(w, g);
        goto outcome;
    case SL_EXIT:
        return;
    }
    assert(0);
step: // before each instruction
    if (w->budget != w->step_budget) {
        w->step_budget = w->budget;
        w->instructions = 0;
    }
    if (SL_UNLIKELY(++w->instructions >= w->stop_instructions || marks[ip - words])) {
        SAVE(0);
        g->parked_in_op = false;
        if (sl_step_here(w, g))
            goto take_next;
    }
    goto *single[ip->op.op];
return_slow:
    SAVE(0);
    outcome = sl_frame_return(w, g, fp);
    goto outcome;
nil_pointer:
    SAVE(1);
    outcome = sl_panic_nil(w);
    goto outcome;
bad_index:
    SAVE(1);
    outcome = sl_panic_index(w, fault_index, fault_length);
    goto outcome;
divide_by_zero:
    SAVE(1);
    outcome = sl_panic_runtime(w, "integer divide by zero");
    goto outcome;

    // ---- moves and constants ----
    ONE(NOP, )
    ONE(MOV, DO_MOV)
    ONE(MOV2, DO_MOV2)
    ONE(MOV3, DO_MOV3)
    ONE(MOVN, memmove(&RA, &RB, C * sizeof(SlSlot)))
    ONE(LDI, DO_LDI)
    DO(LDQ) {
        RA.u = ip[1].word;
        NEXT(2);
    }
    DO(ZERO) {
        SlSlot *to = &RA;
        for (uint32_t i = 0; i < B; i++)
            to[i].u = 0;
        NEXT(1);
    }
    DO(LDSTR) {
        const SlString *string = &code->strings[K];
        RA.p = (void *)string->bytes;
        R(A + 1).u = string->length;
        NEXT(1);
    }
    ONE(LDFN, RA.p = funcs[K]->value)
    DO(LDCAP) {
        const uint64_t *from = sl_frame_closure(fp)->captures + B;
        SlSlot *to = &RA;
        for (uint32_t i = 0; i < C; i++)
            to[i].u = from[i];
        NEXT(1);
    }
    ONE(LDCAP1, DO_LDCAP1)
    ONE(GADDR, RA.p = machine->globals + K)
    ONE(LDTYPE, RA.p = types[K])

    // ---- integers ----
    ONE(ADD, DO_ADD)
    ONE(SUB, DO_SUB)
    ONE(MUL, DO_MUL)
    ONE(AND, DO_AND)
    ONE(OR, DO_OR)
    ONE(XOR, DO_XOR)
    BINARY(ANDN, u, x & ~y)
    BINARY(SHL, u, y < 64 ? x << y : 0)
    ONE(SHR, RA.i = RB.i >> (RC.u < 64 ? RC.u : 63))
    BINARY(SHRU, u, y < 64 ? x >> y : 0)
    ONE(ADDI, DO_ADDI)
    ONE(MULI, DO_MULI)
    ONE(ANDI, DO_ANDI)
    ONE(SHLI, DO_SHLI)
    ONE(SHRI, RA.i = RB.i >> (C & 63))
    ONE(SHRUI, DO_SHRUI)
    DO(DIV) {
        int64_t x = RB.i, y = RC.i;
        if (SL_UNLIKELY((uint64_t)y + 1 <= 1)) {
            if (y == 0)
                goto divide_by_zero;
            RA.u = -(uint64_t)x;
        } else {
            RA.i = x / y;
        }
        NEXT(1);
    }
    DO(REM) {
        int64_t x = RB.i, y = RC.i;
        if (SL_UNLIKELY((uint64_t)y + 1 <= 1)) {
            if (y == 0)
                goto divide_by_zero;
            RA.i = 0;
        } else {
            RA.i = x % y;
        }
        NEXT(1);
    }
    DO(DIVU) {
        if (SL_UNLIKELY(RC.u == 0))
            goto divide_by_zero;
        RA.u = RB.u / RC.u;
        NEXT(1);
    }
    DO(REMU) {
        if (SL_UNLIKELY(RC.u == 0))
            goto divide_by_zero;
        RA.u = RB.u % RC.u;
        NEXT(1);
    }
    ONE(DIVI, RA.i = RB.i / IMM)
    ONE(REMI, DO_REMI)
    ONE(NEG, RA.u = -RB.u)
    ONE(COM, DO_COM)
    ONE(SX8, RA.i = (int8_t)RB.u)
    ONE(SX16, RA.i = (int16_t)RB.u)
    ONE(SX32, DO_SX32)
    ONE(ZX8, DO_ZX8)
    ONE(ZX16, RA.u = (uint16_t)RB.u)
    ONE(ZX32, DO_ZX32)
    DO(SHCHK) {
        if (SL_LIKELY(RA.i >= 0))
            NEXT(1);
        SAVE(1);
        outcome = sl_panic_runtime(w, "negative shift amount");
        goto outcome;
    }

    // ---- floats, complex numbers ----
    ONE(FADD, DO_FADD)
    ONE(FSUB, DO_FSUB)
    ONE(FMUL, DO_FMUL)
    ONE(FDIV, DO_FDIV)
    ONE(FNEG, RA.f = -RB.f)
    BINARY(FMIN, f, float_min(x, y))
    BINARY(FMAX, f, float_max(x, y))
    ONE(F32, RA.f = (float)RB.f)
    ONE(I2F, RA.f = (double)RB.i)
    ONE(U2F, RA.f = (double)RB.u)
    ONE(F2I, RA.i = to_int(RB.f))
    ONE(F2U, RA.u = to_uint(RB.f))
    DO(CADD) {
        double re = RB.f + RC.f, im = R(B + 1).f + R(C + 1).f;
        RA.f = re;
        R(A + 1).f = im;
        NEXT(1);
    }
    DO(CSUB) {
        double re = RB.f - RC.f, im = R(B + 1).f - R(C + 1).f;
        RA.f = re;
        R(A + 1).f = im;
        NEXT(1);
    }
    DO(CMUL) {
        double a = RB.f, b = R(B + 1).f, c = RC.f, d = R(C + 1).f;
        RA.f = a * c - b * d;
        R(A + 1).f = a * d + b * c;
        NEXT(1);
    }
    DO(CNEG) {
        double re = -RB.f, im = -R(B + 1).f;
        RA.f = re;
        R(A + 1).f = im;
        NEXT(1);
    }
    DO(C32) {
        double re = (float)RB.f, im = (float)R(B + 1).f;
        RA.f = re;
        R(A + 1).f = im;
        NEXT(1);
    }
    ONE(CEQ, RA.i = RB.f == RC.f && R(B + 1).f == R(C + 1).f)

    // ---- comparisons ----
    ONE(EQ, DO_EQ)
    COMPARE(NE, u, x != y)
    ONE(LT, DO_LT)
    COMPARE(LE, i, x <= y)
    COMPARE(LTU, u, x < y)
    COMPARE(LEU, u, x <= y)
    COMPARE(FEQ, f, x == y)
    COMPARE(FNE, f, x != y)
    COMPARE(FLT, f, x < y)
    COMPARE(FLE, f, x <= y)
    ONE(NOT, RA.u = RB.u ^ 1)
    ONE(SEQ, RA.i = string_equal(&RB, &RC))
    ONE(SNE, RA.i = !string_equal(&RB, &RC))
    ONE(SLT, RA.i = string_compare(&RB, &RC) < 0)
    ONE(SLE, RA.i = string_compare(&RB, &RC) <= 0)

    // ---- jumps ----
    DO(JMP) {
        END_JMP;
    }
    DO(JT) {
        END_JT;
    }
    DO(JF) {
        END_JF;
    }
    BRANCH(JEQ, u, x == y)
    DO(JNE) {
        END_JNE;
    }
    DO(JLT) {
        END_JLT;
    }
    DO(JLE) {
        END_JLE;
    }
    BRANCH(JLTU, u, x < y)
    BRANCH(JLEU, u, x <= y)
    DO(JEQI) {
        END_JEQI;
    }
    DO(JNEI) {
        END_JNEI;
    }
    DO(JLTI) {
        END_JLTI;
    }
    DO(JLEI) {
        END_JLEI;
    }
    BRANCH_IMM(JGTI, x > y)
    DO(JGEI) {
        END_JGEI;
    }
    BRANCH(JFEQ, f, x == y)
    BRANCH(JFNE, f, x != y)
    BRANCH(JFLT, f, x < y)
    BRANCH(JFLE, f, x <= y)
    BRANCH(JFNLT, f, !(x < y))
    BRANCH(JFNLE, f, !(x <= y))

    // ---- memory ----
    LOAD(LD8, RA.u = GET(uint8_t))
    LOAD(LD8S, RA.i = GET(int8_t))
    LOAD(LD16, RA.u = GET(uint16_t))
    LOAD(LD16S, RA.i = GET(int16_t))
    LOAD(LD32, RA.u = GET(uint32_t))
    LOAD(LD32S, RA.i = GET(int32_t))
    ONE(LD64, DO_LD64)
    LOAD(LDF32, RA.f = load_float(at))
    LOAD(LDC64, load_complex64(at, &RA))
    LOAD(LD2, sl_load_wide2(w, at, &RA))
    ONE(LD3, DO_LD3)
    STORE(ST8, PUT(uint8_t, RB.u))
    STORE(ST16, PUT(uint16_t, RB.u))
    STORE(ST32, PUT(uint32_t, RB.u))
    ONE(ST64, DO_ST64)
    STORE(STP, SL_STORE_POINTER(at, RB.p))
    STORE(STF32, store_float(at, RB.f))
    STORE(STC64, store_complex64(at, &RB))
    STORE(ST2, sl_store_wide2(w, at, &RB))
    STORE(STI, sl_store_wide2(w, at, &RB))
    STORE(ST3, sl_store_wide3(w, at, &RB))
    LOAD(PTRADD, RA.p = (char *)at)
    DO(PTRADDL) {
        char *at = RB.p;
        NIL_CHECK(at);
        RA.p = at + ip[1].word;
        NEXT(2);
    }
    DO(NILCHK) {
        NIL_CHECK(RA.p);
        NEXT(1);
    }

#define FIELD_OF(slot) ((char *)&(slot) + C)
    ONE(FLD8, RA.u = *(uint8_t *)FIELD_OF(RB))
    ONE(FLD8S, RA.i = *(int8_t *)FIELD_OF(RB))
    ONE(FLD16, RA.u = *(uint16_t *)FIELD_OF(RB))
    ONE(FLD16S, RA.i = *(int16_t *)FIELD_OF(RB))
    ONE(FLD32, RA.u = *(uint32_t *)FIELD_OF(RB))
    ONE(FLD32S, RA.i = *(int32_t *)FIELD_OF(RB))
    ONE(FLDF32, RA.f = load_float(FIELD_OF(RB)))
    ONE(FLDC64, load_complex64(FIELD_OF(RB), &RA))
    ONE(FST8, *(uint8_t *)FIELD_OF(RA) = (uint8_t)RB.u)
    ONE(FST16, *(uint16_t *)FIELD_OF(RA) = (uint16_t)RB.u)
    ONE(FST32, *(uint32_t *)FIELD_OF(RA) = (uint32_t)RB.u)
    ONE(FSTF32, store_float(FIELD_OF(RA), RB.f))
    ONE(FSTC64, store_complex64(FIELD_OF(RA), &RB))

    // ---- slices ----
    ONE(LDX8, DO_LDX8)
    LOAD_INDEXED(LDX8S, 1, RA.i = GET(int8_t))
    LOAD_INDEXED(LDX16, 2, RA.u = GET(uint16_t))
    LOAD_INDEXED(LDX16S, 2, RA.i = GET(int16_t))
    LOAD_INDEXED(LDX32, 4, RA.u = GET(uint32_t))
    LOAD_INDEXED(LDX32S, 4, RA.i = GET(int32_t))
    ONE(LDX64, DO_LDX64)
    LOAD_INDEXED(LDXF32, 4, RA.f = load_float(at))
    ONE(LDX2, DO_LDX2)
    ONE(LDX3, DO_LDX3)
    ONE(STX8, DO_STX8)
    STORE_INDEXED(STX16, 2, PUT(uint16_t, RC.u))
    STORE_INDEXED(STX32, 4, PUT(uint32_t, RC.u))
    ONE(STX64, DO_STX64)
    STORE_INDEXED(STXP, 8, SL_STORE_POINTER(at, RC.p))
    STORE_INDEXED(STXF32, 4, store_float(at, RC.f))
    STORE_INDEXED(STX2, 16, sl_store_wide2(w, at, &RC))
    STORE_INDEXED(STXI, 16, sl_store_wide2(w, at, &RC))
    STORE_INDEXED(STX3, 24, sl_store_wide3(w, at, &RC))
    DO(IDX) {
        uint64_t index = RC.u;
        fault_length = R(B + 1).i;
        if (SL_UNLIKELY(index >= (uint64_t)fault_length)) {
            fault_index = (int64_t)index;
            goto bad_index;
        }
        RA.p = (char *)RB.p + index * ip[1].word;
        NEXT(2);
    }
    DO(AIDX) {
        uint64_t index = RC.u;
        char *at = RB.p;
        NIL_CHECK(at);
        if (SL_UNLIKELY(index >= ip[1].pair.lo)) {
            fault_index = (int64_t)index;
            fault_length = ip[1].pair.lo;
            goto bad_index;
        }
        RA.p = at + index * ip[1].pair.hi;
        NEXT(2);
    }
    ONE(STRIDX, DO_STRIDX)
    DO(APPEND) {
        if (append_fast(types[ip[1].pair.lo], fp, ip))
            NEXT(2);
        CHECK(2, sl_op_append(w, fp, ip));
    }
    DO(NEW) {
        SAVE(2);
        RA.p = sl_heap_new_value(w, types[ip[1].pair.lo]);
        if (SL_UNLIKELY(!RA.p))
            return;
        NEXT(2);
    }

    // ---- maps, strings ----
    ONE(MAPLEN, RA.i = RB.p ? sl_rmap_len(RB.p) : 0)
    DO(MAPNEXT) {
        bool more = false;
        SAVE(2);
        outcome = sl_op_mapnext(w, fp, ip, &more);
        if (SL_UNLIKELY(outcome != SL_DONE))
            goto outcome;
        if (more)
            NEXT(2);
        JUMP((int32_t)ip[1].pair.hi);
    }
    DO(STRNEXT) {
        int64_t next;
        int32_t rune = sl_string_decode((SlStr){RB.p, R(B + 1).i}, RC.i, &next);
        RA.i = rune;
        R(A + 1).i = next;
        NEXT(1);
    }

    // ---- interfaces ----
    DO(MKIFACE) {
        const SlRtype *type = types[ip[1].pair.lo];
        if (type->flags & SL_RTYPE_DIRECT) {
            SlSlot data = RB;
            RA.p = (void *)type;
            R(A + 1) = data;
            NEXT(2);
        }
        SAVE(2);
        SlIface iface = sl_iface_make(w, type, &RB);
        if (SL_UNLIKELY(!iface.type))
            return;
        RA.p = (void *)iface.type;
        R(A + 1) = iface.data;
        NEXT(2);
    }
    DO(ASSERT) {
        const SlRtype *want = types[ip[1].pair.lo];
        if (RB.p == want && want->flags & SL_RTYPE_DIRECT) {
            RA = R(B + 1);
            if (ip[1].pair.hi)
                R(A + 1).i = 1;
            NEXT(3);
        }
        CHECK(3, sl_op_assert(w, fp, ip));
    }
    DO(ISTYPE) {
        const SlRtype *want = types[ip[1].pair.lo], *type = RB.p;
        RA.i = type == want ? type != NULL : want->kind == SL_KIND_INTERFACE && sl_iface_is(machine, type, want, NULL);
        NEXT(2);
    }

    // ---- calls ----
    DO(CALL) {
        closure = funcs[K]->value;
        nfp = fp + A + SL_WINDOW_HEADER;
        ip += 1;
        CALL_CLOSURE();
    }
    DO(CALLF) {
        END_CALLF;
    }
    DO(CALLC) {
        END_CALLC;
    }
call_grow:
    SAVE(0);
    func = closure->func;
    nfp = sl_stack_grow(w, g, nfp, func);
    if (!nfp)
        return;
    nfp[SL_FP_RETURN].p = (void *)ip;
    nfp[SL_FP_CALLER].u = (uintptr_t)fp | SL_LINK_CHUNK;
    nfp[SL_FP_CLOSURE].p = closure;
    fp = nfp;
    ip = func->code;
    if (SL_UNLIKELY(--w->budget < 0))
        goto poll;
    DISPATCH();
    DO(CALLI) {
        END_CALLI;
    }
    DO(IMETH) {
        const SlRtype *type = RB.p;
        NIL_CHECK(type);
        closure = sl_call_site_value(machine, ip[2].word, types[ip[1].pair.lo], ip[1].pair.hi, type);
        SlSlot data = R(B + 1);
        RA.p = closure;
        R(A + 1) = data;
        NEXT(3);
    }
    DO(RET) {
        END_RET;
    }
    // ---- pairs and triples: the other instructions are the next words ----
#define P(OP, first, second, a, b, c) PAIR(first##_##second, DO_##first, END_##second)
    SL_PAIRS(P, _)
#undef P
#define T(OP, first, second, third, a, b, c) TRIPLE(first##_##second##_##third, DO_##first, DO_##second, END_##third)
    SL_TRIPLES(T, _)
#undef T
#define ROW(second, index_slot, type, statement)                                                                       \
    DO(LDX3_##second) {                                                                                                \
        SlSlot row[3];                                                                                                 \
        LOAD_INDEX(24, sl_load_wide3(w, at, row));                                                                     \
        ip += 1;                                                                                                       \
        uint64_t index = (index_slot).u;                                                                               \
        if (SL_UNLIKELY(index >= row[1].u))                                                                            \
            BAD_INDEX(index, row[1].i);                                                                                \
        type *at = (type *)row[0].p + index;                                                                           \
        statement;                                                                                                     \
        NEXT(1);                                                                                                       \
    }
    ROW(LDX64, RC, const uint64_t, RA.u = sl_load_word(at))
    ROW(LDX8, RC, const uint8_t, RA.u = GET(uint8_t))
    ROW(LDX32S, RC, const int32_t, RA.i = GET(int32_t))
    ROW(STX64, RB, uint64_t, PUT(uint64_t, RC.u))
    ROW(STX8, RB, uint8_t, PUT(uint8_t, RC.u))
    ROW(STX32, RB, uint32_t, PUT(uint32_t, RC.u))
    DO(GO) {
        CHECK(1, sl_op_go(w, g, fp, ip, funcs[K]->value));
    }
    DO(GOC) {
        CHECK(1, sl_op_go(w, g, fp, ip, RB.p));
    }
    ONE(DEFER, (SAVE(1), sl_vm_defer(w, g, fp, fp, funcs[K]->value, &RA)))
    ONE(DEFERC, (SAVE(1), sl_vm_defer(w, g, fp, fp, RB.p, &RA)))
    ONE(FRAME, RA.p = fp)
    ONE(DEFERTO, (SAVE(1), sl_vm_defer(w, g, fp, RC.p, RB.p, &RA)))
    DO(RUNDEFERS) {
        if (!g->defers || g->defers->fp != fp)
            NEXT(1);
        SAVE(1);
        outcome = sl_vm_run_defers(w, g, fp, ip + 1);
        goto outcome;
    }
    DO(PANIC) {
        SAVE(1);
        w->panic.type = RA.p;
        w->panic.data = R(A + 1);
        outcome = SL_PANIC;
        goto outcome;
    }
    DO(RECOVER) {
        SlIface value = sl_vm_recover(g, fp);
        RA.p = (void *)value.type;
        R(A + 1) = value.data;
        NEXT(1);
    }
    DO(THROW) {
        SAVE(1);
        outcome = sl_panic_throw(w, A);
        goto outcome;
    }
// Nil, and what is told, is the native's to do.
#define ATOMIC(name, type, statement)                                                                                  \
    DO(name) {                                                                                                         \
        SlSlot *s = &RA;                                                                                               \
        type *at = s[1].p;                                                                                             \
        if (SL_UNLIKELY((uintptr_t)at < 4096 || sl_told(machine)))                                                     \
            goto L_NATIVE;                                                                                             \
        statement;                                                                                                     \
        NEXT(1);                                                                                                       \
    }
#define SWAP_IF(type)                                                                                                  \
    do {                                                                                                               \
        type old = (type)s[2].u;                                                                                       \
        s[0].u = __atomic_compare_exchange_n(at, &old, (type)s[3].u, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);       \
    } while (0)
    ATOMIC(ATOMLD64, const uint64_t, s[0].u = __atomic_load_n(at, __ATOMIC_SEQ_CST))
    ATOMIC(ATOMLD32, const uint32_t, s[0].u = __atomic_load_n(at, __ATOMIC_SEQ_CST))
    ATOMIC(ATOMLD32S, const int32_t, s[0].i = __atomic_load_n(at, __ATOMIC_SEQ_CST))
    ATOMIC(ATOMADD64, uint64_t, s[0].u = __atomic_add_fetch(at, s[2].u, __ATOMIC_SEQ_CST))
    ATOMIC(ATOMADD32S, int32_t, s[0].i = __atomic_add_fetch(at, (int32_t)s[2].u, __ATOMIC_SEQ_CST))
    ATOMIC(ATOMCAS64, uint64_t, SWAP_IF(uint64_t))
    ATOMIC(ATOMCAS32, uint32_t, SWAP_IF(uint32_t))
    DO(NATIVE) {
        CHECK(1, ((const SlNativeFn *)machine->natives)[K](w, &RA));
    }
    DO(BLOCK) {
        CHECK(1, ((const SlNativeFn *)machine->natives)[K](w, &RA));
    }
    ONE(PRINT, sl_print_op(w, fp, ip))

    // ---- channels ----
    ONE(CHANLEN, RA.i = RB.p ? sl_chan_len(RB.p) : 0)
    ONE(CHANCAP, RA.i = RB.p ? sl_chan_cap(RB.p) : 0)
    DO(SEND) {
        CHECK(1, sl_chan_send(w, g, RA.p, &RB));
    }
    DO(RECV) {
        CHECK(1, sl_chan_recv(w, g, RB.p, &RA, C, NULL));
    }
    DO(RECV2) {
        CHECK(1, sl_chan_recv(w, g, RB.p, &RA, C, &R(A + C)));
    }
    DO(CLOSE) {
        CHECK(1, sl_chan_close(w, g, RA.p));
    }
    DO(SELECT) {
        clear_received(fp, ip);
        CHECK(1 + B, sl_select(w, g, fp, ip, 1 + B));
    }

    // ---- the long ones: ops.c ----
#define S(name, words)                                                                                                 \
    DO(name) {                                                                                                         \
        CHECK(words, sl_op_##name(w, fp, ip));                                                                         \
    }
    SL_SLOW_OPS(S)
#undef S
}
