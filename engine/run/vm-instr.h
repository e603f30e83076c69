// SPDX-License-Identifier: MIT
// The forms of instructions for vm.c, which alone includes this: operands, dispatch, jumps, loads and stores, calls,
// and the statements that are also halves of pairs. All of it speaks of the loop's locals: w, g, ip, fp, labels, func,
// nfp.
#ifndef SL_RUN_VM_INSTR_H
#define SL_RUN_VM_INSTR_H

#define A (ip->op.a)
#define B (ip->op.b)
#define C (ip->op.c)
#define IMM ((int16_t)ip->op.c)
#define K (ip->pair.hi)
#define WIDE ((int32_t)ip->pair.hi)
#define SMALL_B ((int16_t)B)
#define R(n) fp[n]
#define RA fp[A]
#define RB fp[B]
#define RC fp[C]

#define DISPATCH() goto *labels[ip->op.op]
#define NEXT(words)                                                                                                    \
    do {                                                                                                               \
        ip += (words);                                                                                                 \
        DISPATCH();                                                                                                    \
    } while (0)
#define DO(name) L_##name:

// The goroutine's own copy, with pc behind the instruction of so many words.
#define SAVE(words) (g->pc = ip + (words), g->fp = fp, g->parked_in_op = true)
// For what gives an outcome: the slow outcomes leave the loop's straight line, all else goes on behind the instruction.
#define CHECK(words, call)                                                                                             \
    do {                                                                                                               \
        SAVE(words);                                                                                                   \
        outcome = (call);                                                                                              \
        if (SL_UNLIKELY(outcome != SL_DONE))                                                                           \
            goto outcome;                                                                                              \
        NEXT(words);                                                                                                   \
    } while (0)
#define JUMP(offset)                                                                                                   \
    do {                                                                                                               \
        ptrdiff_t offset_ = (offset);                                                                                  \
        ip += offset_;                                                                                                 \
        if (offset_ <= 0 && SL_UNLIKELY(--w->budget < 0))                                                              \
            goto poll;                                                                                                 \
        DISPATCH();                                                                                                    \
    } while (0)

#define BINARY(name, field, expression)                                                                                \
    DO(name) {                                                                                                         \
        __auto_type x = RB.field;                                                                                      \
        __auto_type y = RC.field;                                                                                      \
        RA.field = (expression);                                                                                       \
        NEXT(1);                                                                                                       \
    }
#define COMPARE(name, field, expression)                                                                               \
    DO(name) {                                                                                                         \
        __auto_type x = RB.field;                                                                                      \
        __auto_type y = RC.field;                                                                                      \
        RA.i = (expression);                                                                                           \
        NEXT(1);                                                                                                       \
    }
#define BRANCH(name, field, expression)                                                                                \
    DO(name) {                                                                                                         \
        __auto_type x = RA.field;                                                                                      \
        __auto_type y = RB.field;                                                                                      \
        if (expression)                                                                                                \
            JUMP(IMM);                                                                                                 \
        NEXT(1);                                                                                                       \
    }
#define BRANCH_IMM(name, expression)                                                                                   \
    DO(name) {                                                                                                         \
        int64_t x = RA.i, y = (int16_t)B;                                                                              \
        if (expression)                                                                                                \
            JUMP(IMM);                                                                                                 \
        NEXT(1);                                                                                                       \
    }
#define ONE(name, statement)                                                                                           \
    DO(name) {                                                                                                         \
        statement;                                                                                                     \
        NEXT(1);                                                                                                       \
    }

// ip is behind the instruction, nfp the callee's frame.
#define CALL_CLOSURE()                                                                                                 \
    do {                                                                                                               \
        func = closure->func;                                                                                          \
        if (SL_UNLIKELY(nfp + func->slots > g->stack_end))                                                             \
            goto call_grow;                                                                                            \
        nfp[SL_FP_RETURN].p = (void *)ip;                                                                              \
        nfp[SL_FP_CALLER].p = fp;                                                                                      \
        nfp[SL_FP_CLOSURE].p = closure;                                                                                \
        fp = nfp;                                                                                                      \
        ip = func->code;                                                                                               \
        if (SL_UNLIKELY(--w->budget < 0))                                                                              \
            goto poll;                                                                                                 \
        DISPATCH();                                                                                                    \
    } while (0)
// The callee's SlFunc is not looked at: see code/link.c.
#define CALL_DIRECT()                                                                                                  \
    do {                                                                                                               \
        const SlWord *target_ = ip + WIDE;                                                                             \
        nfp = fp + A + SL_WINDOW_HEADER;                                                                               \
        ip += 1;                                                                                                       \
        closure = (SlClosure *)(uintptr_t)&target_[-1];                                                                \
        if (SL_UNLIKELY((SlSlot *)((char *)nfp + target_[-2].word) > g->stack_end))                                    \
            goto call_grow;                                                                                            \
        nfp[SL_FP_RETURN].p = (void *)ip;                                                                              \
        nfp[SL_FP_CALLER].p = fp;                                                                                      \
        nfp[SL_FP_CLOSURE].p = closure;                                                                                \
        fp = nfp;                                                                                                      \
        ip = target_;                                                                                                  \
        if (SL_UNLIKELY(--w->budget < 0))                                                                              \
            goto poll;                                                                                                 \
        DISPATCH();                                                                                                    \
    } while (0)
#define RETURN()                                                                                                       \
    do {                                                                                                               \
        uint64_t link_ = fp[SL_FP_CALLER].u;                                                                           \
        if (SL_UNLIKELY(link_ & SL_LINK_BITS))                                                                         \
            goto return_slow;                                                                                          \
        ip = fp[SL_FP_RETURN].p;                                                                                       \
        fp = (SlSlot *)link_;                                                                                          \
        DISPATCH();                                                                                                    \
    } while (0)
// Several instructions in one: the later ones' operands are those of the words that follow.
#define PAIR(name, first, second)                                                                                      \
    DO(name) {                                                                                                         \
        first;                                                                                                         \
        ip += 1;                                                                                                       \
        second;                                                                                                        \
    }

#define TRIPLE(name, first, second, third)                                                                             \
    DO(name) {                                                                                                         \
        first;                                                                                                         \
        ip += 1;                                                                                                       \
        second;                                                                                                        \
        ip += 1;                                                                                                       \
        third;                                                                                                         \
    }

#define NIL_CHECK(pointer)                                                                                             \
    if (SL_UNLIKELY(!(pointer)))                                                                                       \
    goto nil_pointer
#define LOAD_AT(statement)                                                                                             \
    do {                                                                                                               \
        const char *at = RB.p;                                                                                         \
        NIL_CHECK(at);                                                                                                 \
        at += C;                                                                                                       \
        statement;                                                                                                     \
    } while (0)
#define STORE_AT(statement)                                                                                            \
    do {                                                                                                               \
        char *at = RA.p;                                                                                               \
        NIL_CHECK(at);                                                                                                 \
        at += C;                                                                                                       \
        statement;                                                                                                     \
    } while (0)
#define BAD_INDEX(index, length)                                                                                       \
    do {                                                                                                               \
        fault_index = (int64_t)(index);                                                                                \
        fault_length = (int64_t)(length);                                                                              \
        goto bad_index;                                                                                                \
    } while (0)
#define LOAD_INDEX(size, statement)                                                                                    \
    do {                                                                                                               \
        uint64_t index = RC.u;                                                                                         \
        if (SL_UNLIKELY(index >= R(B + 1).u))                                                                          \
            BAD_INDEX(index, R(B + 1).i);                                                                              \
        const char *at = (const char *)RB.p + index * (size);                                                          \
        statement;                                                                                                     \
    } while (0)
#define STORE_INDEX(size, statement)                                                                                   \
    do {                                                                                                               \
        uint64_t index = RB.u;                                                                                         \
        if (SL_UNLIKELY(index >= R(A + 1).u))                                                                          \
            BAD_INDEX(index, R(A + 1).i);                                                                              \
        char *at = (char *)RA.p + index * (size);                                                                      \
        statement;                                                                                                     \
    } while (0)
#define INDEX_STRING()                                                                                                 \
    do {                                                                                                               \
        uint64_t index = RC.u;                                                                                         \
        if (SL_UNLIKELY(index >= R(B + 1).u))                                                                          \
            BAD_INDEX(index, R(B + 1).i);                                                                              \
        RA.u = ((const uint8_t *)RB.p)[index];                                                                         \
    } while (0)
#define MOVE_SLOTS(count)                                                                                              \
    do {                                                                                                               \
        SlSlot moved[count];                                                                                           \
        memcpy(moved, &RB, sizeof moved);                                                                              \
        memcpy(&RA, moved, sizeof moved);                                                                              \
    } while (0)
#define JUMP_IF(condition)                                                                                             \
    do {                                                                                                               \
        if (condition)                                                                                                 \
            JUMP(IMM);                                                                                                 \
        NEXT(1);                                                                                                       \
    } while (0)
#define WIDE_JUMP_IF(condition)                                                                                        \
    do {                                                                                                               \
        if (condition)                                                                                                 \
            JUMP(WIDE);                                                                                                \
        NEXT(1);                                                                                                       \
    } while (0)

#define LOAD(name, statement) ONE(name, LOAD_AT(statement))
#define STORE(name, statement) ONE(name, STORE_AT(statement))
#define LOAD_INDEXED(name, size, statement) ONE(name, LOAD_INDEX(size, statement))
#define STORE_INDEXED(name, size, statement) ONE(name, STORE_INDEX(size, statement))
#define GET(type) SL_LOAD_SCALAR(type, at)
#define PUT(type, value) SL_STORE_SCALAR(type, at, value)

// Instructions that are also halves of pairs: DO_ as a statement, END_ with the dispatch.
#define DO_MOV RA = RB
#define DO_LDI RA.i = WIDE
#define DO_LDCAP1 RA.u = sl_frame_closure(fp)->captures[B]
#define DO_ADD RA.u = RB.u + RC.u
#define DO_SUB RA.u = RB.u - RC.u
#define DO_MUL RA.u = RB.u * RC.u
#define DO_XOR RA.u = RB.u ^ RC.u
#define DO_AND RA.u = RB.u & RC.u
#define DO_OR RA.u = RB.u | RC.u
#define DO_EQ RA.i = RB.u == RC.u
#define DO_LT RA.i = RB.i < RC.i
#define DO_FADD RA.f = RB.f + RC.f
#define DO_FSUB RA.f = RB.f - RC.f
#define DO_FMUL RA.f = RB.f * RC.f
#define DO_FDIV RA.f = RB.f / RC.f
#define DO_ADDI RA.u = RB.u + (uint64_t)(int64_t)IMM
#define DO_MULI RA.u = RB.u * (uint64_t)(int64_t)IMM
#define DO_ANDI RA.u = RB.u & (uint64_t)(int64_t)IMM
#define DO_SHLI RA.u = RB.u << (C & 63)
#define DO_SHRUI RA.u = RB.u >> (C & 63)
#define DO_REMI RA.i = RB.i % IMM
#define DO_COM RA.u = ~RB.u
#define DO_ZX32 RA.u = (uint32_t)RB.u
#define DO_SX32 RA.i = (int32_t)RB.u
#define DO_ZX8 RA.u = (uint8_t)RB.u
#define DO_MOV2 MOVE_SLOTS(2)
#define DO_MOV3 MOVE_SLOTS(3)
#define DO_LD64 LOAD_AT(RA.u = sl_load_word(at))
#define DO_LD3 LOAD_AT(sl_load_wide3(w, at, &RA))
#define DO_ST64 STORE_AT(PUT(uint64_t, RB.u))
#define DO_LDX64 LOAD_INDEX(8, RA.u = sl_load_word(at))
#define DO_LDX8 LOAD_INDEX(1, RA.u = GET(uint8_t))
#define DO_LDX2 LOAD_INDEX(16, sl_load_wide2(w, at, &RA))
#define DO_LDX3 LOAD_INDEX(24, sl_load_wide3(w, at, &RA))
#define DO_STX64 STORE_INDEX(8, PUT(uint64_t, RC.u))
#define DO_STX8 STORE_INDEX(1, PUT(uint8_t, RC.u))
#define DO_STRIDX INDEX_STRING()
#define END_MOV                                                                                                        \
    DO_MOV;                                                                                                            \
    NEXT(1)
#define END_LDI                                                                                                        \
    DO_LDI;                                                                                                            \
    NEXT(1)
#define END_ADD                                                                                                        \
    DO_ADD;                                                                                                            \
    NEXT(1)
#define END_SUB                                                                                                        \
    DO_SUB;                                                                                                            \
    NEXT(1)
#define END_MUL                                                                                                        \
    DO_MUL;                                                                                                            \
    NEXT(1)
#define END_XOR                                                                                                        \
    DO_XOR;                                                                                                            \
    NEXT(1)
#define END_AND                                                                                                        \
    DO_AND;                                                                                                            \
    NEXT(1)
#define END_OR                                                                                                         \
    DO_OR;                                                                                                             \
    NEXT(1)
#define END_FADD                                                                                                       \
    DO_FADD;                                                                                                           \
    NEXT(1)
#define END_FSUB                                                                                                       \
    DO_FSUB;                                                                                                           \
    NEXT(1)
#define END_FMUL                                                                                                       \
    DO_FMUL;                                                                                                           \
    NEXT(1)
#define END_ADDI                                                                                                       \
    DO_ADDI;                                                                                                           \
    NEXT(1)
#define END_ANDI                                                                                                       \
    DO_ANDI;                                                                                                           \
    NEXT(1)
#define END_SHLI                                                                                                       \
    DO_SHLI;                                                                                                           \
    NEXT(1)
#define END_SHRUI                                                                                                      \
    DO_SHRUI;                                                                                                          \
    NEXT(1)
#define END_ZX32                                                                                                       \
    DO_ZX32;                                                                                                           \
    NEXT(1)
#define END_SX32                                                                                                       \
    DO_SX32;                                                                                                           \
    NEXT(1)
#define END_ZX8                                                                                                        \
    DO_ZX8;                                                                                                            \
    NEXT(1)
#define END_MOV2                                                                                                       \
    DO_MOV2;                                                                                                           \
    NEXT(1)
#define END_LD64                                                                                                       \
    DO_LD64;                                                                                                           \
    NEXT(1)
#define END_ST64                                                                                                       \
    DO_ST64;                                                                                                           \
    NEXT(1)
#define END_LDX64                                                                                                      \
    DO_LDX64;                                                                                                          \
    NEXT(1)
#define END_LDX2                                                                                                       \
    DO_LDX2;                                                                                                           \
    NEXT(1)
#define END_LDX8                                                                                                       \
    DO_LDX8;                                                                                                           \
    NEXT(1)
#define END_STX64                                                                                                      \
    DO_STX64;                                                                                                          \
    NEXT(1)
#define END_STX8                                                                                                       \
    DO_STX8;                                                                                                           \
    NEXT(1)
#define END_JLT JUMP_IF(RA.i < RB.i)
#define END_JLE JUMP_IF(RA.i <= RB.i)
#define END_JNE JUMP_IF(RA.u != RB.u)
#define END_JLTI JUMP_IF(RA.i < SMALL_B)
#define END_JLEI JUMP_IF(RA.i <= SMALL_B)
#define END_JGEI JUMP_IF(RA.i >= SMALL_B)
#define END_JEQI JUMP_IF(RA.i == SMALL_B)
#define END_JNEI JUMP_IF(RA.i != SMALL_B)
#define END_JMP JUMP(WIDE)
#define END_JT WIDE_JUMP_IF(RA.u)
#define END_JF WIDE_JUMP_IF(!RA.u)
#define END_RET RETURN()
#define END_CALLF CALL_DIRECT()
#define END_CALLC                                                                                                      \
    do {                                                                                                               \
        closure = SL_LOAD_POINTER(&RB);                                                                                \
        NIL_CHECK(closure);                                                                                            \
        nfp = fp + A + SL_WINDOW_HEADER;                                                                               \
        ip += 1;                                                                                                       \
        CALL_CLOSURE();                                                                                                \
    } while (0)
#define END_CALLI                                                                                                      \
    do {                                                                                                               \
        const SlRtype *type_ = RB.p;                                                                                   \
        NIL_CHECK(type_);                                                                                              \
        closure = sl_call_site_value(machine, ip[2].word, types[ip[1].pair.lo], ip[1].pair.hi, type_);                 \
        nfp = fp + A + SL_WINDOW_HEADER;                                                                               \
        nfp[C] = R(B + 1);                                                                                             \
        ip += 3;                                                                                                       \
        CALL_CLOSURE();                                                                                                \
    } while (0)

#endif
