// SPDX-License-Identifier: MIT
// The instructions of Sluice's machine, each declared once: OP(name, a, b, c, extra). The disassembler, the
// liveness analysis and both dispatch tables are generated from this table.
//
// An instruction is one 8-byte word {op, a, b, c}; `extra` more words follow it (-1: counted by an operand).
// Slots are numbered from the frame's slot 0. What a value looks like in slots is said in code/rtype.h.
// Roles of a, b and c:
//   D D2 D3  defines that many slots from here        U U2 U3  uses that many slots from here
//   I        immediate, signed 16 bits                N        immediate, unsigned 16 bits
//   K        with b: unsigned 32 bits in (b | c << 16)  X      with b: signed 32 bits likewise
//   J        jump offset, signed 16 bits, in words from this instruction; W  first slot of a call window
//   V        slots whose number another operand or an extra word tells: see sl_instr_effects
//   _        unused
// A jump that goes back, or to itself, is a safepoint, and so are CALL..., RET to a caller that is none, BLOCK, SEND,
// RECV, SELECT; nothing else is (allocation is not). Between two safepoints the collector never runs.
#ifndef SL_OP_H
#define SL_OP_H

#include <stdint.h>

// Pairs, put in by sl_code_link over the first of two instructions that follow each other: they do both, the second
// being the next word, which stays as it is. To every analysis a pair is its first instruction. Roles: the first's.
// clang-format off
#define SL_PAIRS(P, OP)                                                                                                \
    P(OP, MOV, RET, D, U, _) P(OP, ADD, RET, D, U, U) P(OP, SUB, RET, D, U, U) P(OP, LDI, RET, D, X, _)                \
    P(OP, LD64, RET, D, U, N) P(OP, LDX64, RET, D, U3, U) P(OP, FADD, RET, D, U, U) P(OP, FMUL, RET, D, U, U)          \
    P(OP, FDIV, RET, D, U, U) P(OP, MOV2, RET, D2, U2, _) P(OP, EQ, RET, D, U, U) P(OP, LT, RET, D, U, U)              \
    P(OP, MUL, RET, D, U, U) P(OP, XOR, RET, D, U, U) P(OP, MOV, CALLC, D, U, _) P(OP, LDI, CALLC, D, X, _) P(OP, ADDI, CALLC, D, U, I) P(OP, MOV, CALLI, D, U, _) P(OP, LDI, CALLI, D, X, _) P(OP, MOV2, CALLI, D2, U2, _) P(OP, MOV3, CALLI, D3, U3, _) P(OP, LDX2, CALLI, D2, U3, U) P(OP, ANDI, CALLI, D, U, I) P(OP, LD64, MUL, D, U, N) P(OP, LDCAP1, ADD, D, N, _) P(OP, LDCAP1, MOV, D, N, _) P(OP, LDCAP1, LD64, D, N, _) P(OP, ANDI, LDX64, D, U, I) P(OP, ANDI, LDX8, D, U, I) P(OP, ANDI, LDX2, D, U, I) P(OP, MUL, MUL, D, U, U) P(OP, MOV, CALLF, D, U, _) P(OP, ADDI, CALLF, D, U, I) P(OP, LDI, CALLF, D, X, _) P(OP, LD64, CALLF, D, U, N)      \
    P(OP, MOV2, CALLF, D2, U2, _) P(OP, MOV3, CALLF, D3, U3, _) P(OP, ADDI, JLT, D, U, I) P(OP, ADDI, JLE, D, U, I)    \
    P(OP, ADDI, JLTI, D, U, I) P(OP, ADDI, JLEI, D, U, I) P(OP, ADDI, JMP, D, U, I) P(OP, ADD, JLE, D, U, U)           \
    P(OP, ADD, JLT, D, U, U) P(OP, MOV, JMP, D, U, _) P(OP, ADD, JMP, D, U, U) P(OP, LDI, JMP, D, X, _)                \
    P(OP, LDX64, JLT, D, U3, U) P(OP, LDX64, JLE, D, U3, U) P(OP, LDX64, JEQI, D, U3, U)                               \
    P(OP, LDX64, JNEI, D, U3, U) P(OP, LDX64, JGEI, D, U3, U) P(OP, LDX64, JLTI, D, U3, U) P(OP, LDX8, JF, D, U3, U)   \
    P(OP, LDX8, JT, D, U3, U) P(OP, LD64, JNEI, D, U, N) P(OP, LD64, JEQI, D, U, N) P(OP, LD64, JLT, D, U, N)          \
    P(OP, REMI, JNEI, D, U, I) P(OP, REMI, JEQI, D, U, I) P(OP, ANDI, JNEI, D, U, I) P(OP, ANDI, JEQI, D, U, I)        \
    P(OP, STRIDX, JNEI, D, U2, U) P(OP, STRIDX, JEQI, D, U2, U) P(OP, STRIDX, JNE, D, U2, U)                           \
    P(OP, LDX64, LDX64, D, U3, U) P(OP, LDX64, STX64, D, U3, U) P(OP, STX64, STX64, U3, U, U)                          \
    P(OP, LDX64, ADD, D, U3, U) P(OP, LDX64, SUB, D, U3, U) P(OP, LDX64, FMUL, D, U3, U)                               \
    P(OP, LDX64, FADD, D, U3, U) P(OP, LDX64, ADDI, D, U3, U) P(OP, LDI, STX8, D, X, _) P(OP, LDI, STX64, D, X, _)     \
    P(OP, LDI, LDX64, D, X, _) P(OP, ADDI, LDX64, D, U, I) P(OP, ADD, LDX64, D, U, U) P(OP, ADDI, STX64, D, U, I)      \
    P(OP, ADD, STX64, D, U, U) P(OP, SUB, LDX64, D, U, U) P(OP, STX64, ADDI, U3, U, U) P(OP, STX8, ADD, U3, U, U)      \
    P(OP, MOV, LDX64, D, U, _) P(OP, LD64, LD64, D, U, N) P(OP, LD64, ADD, D, U, N) P(OP, LD64, ADDI, D, U, N)         \
    P(OP, LD64, FMUL, D, U, N) P(OP, LD64, FADD, D, U, N) P(OP, LD64, FSUB, D, U, N) P(OP, ADD, ST64, D, U, U)         \
    P(OP, ADDI, ST64, D, U, I) P(OP, FADD, ST64, D, U, U) P(OP, FSUB, ST64, D, U, U) P(OP, ST64, LD64, U, U, N)        \
    P(OP, ST64, ST64, U, U, N) P(OP, LD3, LDX64, D3, U, N) P(OP, LD64, LDX64, D, U, N) P(OP, FMUL, FADD, D, U, U)      \
    P(OP, FMUL, FSUB, D, U, U) P(OP, FMUL, FMUL, D, U, U) P(OP, FADD, FMUL, D, U, U) P(OP, FADD, FADD, D, U, U)        \
    P(OP, FSUB, FMUL, D, U, U) P(OP, FADD, ADDI, D, U, U) P(OP, FADD, MOV, D, U, U) P(OP, FSUB, FSUB, D, U, U)         \
    P(OP, ADDI, ADDI, D, U, I) P(OP, ADD, ADDI, D, U, U) P(OP, ADD, ADD, D, U, U) P(OP, ADDI, ADD, D, U, I)            \
    P(OP, ADDI, MOV, D, U, I) P(OP, ADD, MOV, D, U, U) P(OP, MOV, ADDI, D, U, _) P(OP, MOV, ADD, D, U, _)              \
    P(OP, MOV, MOV, D, U, _) P(OP, MOV, LDI, D, U, _) P(OP, LDI, MOV, D, X, _) P(OP, MOV, MOV2, D, U, _)               \
    P(OP, MOV2, MOV, D2, U2, _) P(OP, MUL, ADD, D, U, U) P(OP, MUL, ADDI, D, U, U) P(OP, MULI, ADD, D, U, I)           \
    P(OP, MULI, ADDI, D, U, I) P(OP, SHLI, ADD, D, U, I) P(OP, SHLI, OR, D, U, I) P(OP, SHRUI, XOR, D, U, I)           \
    P(OP, SHRUI, ANDI, D, U, I) P(OP, ANDI, ADD, D, U, I) P(OP, XOR, AND, D, U, U) P(OP, XOR, SHLI, D, U, U)           \
    P(OP, ADD, ZX32, D, U, U) P(OP, ADDI, ZX32, D, U, I) P(OP, SUB, ZX32, D, U, U) P(OP, MUL, ZX32, D, U, U)           \
    P(OP, XOR, ZX32, D, U, U) P(OP, SHLI, ZX32, D, U, I) P(OP, COM, ZX32, D, U, _) P(OP, ADD, SX32, D, U, U)           \
    P(OP, MUL, SX32, D, U, U) P(OP, ADD, ZX8, D, U, U) P(OP, XOR, ZX8, D, U, U) P(OP, ADDI, ZX8, D, U, I)              \
    P(OP, ZX32, XOR, D, U, _) P(OP, ZX32, ADD, D, U, _) P(OP, ZX32, SHRUI, D, U, _) P(OP, ZX32, MUL, D, U, _)
// clang-format on
// Three of them: the ends of loops. (Measured: fusing three that end in a call or a return costs more than it saves,
// though there are fewer instructions.)
// clang-format off
#define SL_TRIPLES(T, OP)                                                                                              \
    T(OP, ADD, ADDI, JLT, D, U, U) T(OP, ADD, ADDI, JLTI, D, U, U) T(OP, STX64, ADDI, JLT, U3, U, U)                   \
    T(OP, STX64, ADDI, JLTI, U3, U, U) T(OP, STX8, ADDI, JLT, U3, U, U)
// clang-format on
// a[i][j]: the first instruction loads the row, which nobody else needs. These do not store it.
// clang-format off
#define SL_ROW_PAIRS(P, OP)                                                                                            \
    P(OP, LDX3, LDX64, D3, U3, U) P(OP, LDX3, LDX8, D3, U3, U) P(OP, LDX3, LDX32S, D3, U3, U)                          \
    P(OP, LDX3, STX64, D3, U3, U) P(OP, LDX3, STX8, D3, U3, U) P(OP, LDX3, STX32, D3, U3, U)
// clang-format on
#define SL_PAIR_OP(OP, first, second, a, b, c) OP(first##_##second, a, b, c, 0)
#define SL_TRIPLE_OP(OP, first, second, third, a, b, c) OP(first##_##second##_##third, a, b, c, 0)

// clang-format off
#define SL_SINGLE_OPS(OP)                                                                                              \
    OP(NOP, _, _, _, 0)                                                                                                \
    /* moves and constants */                                                                                          \
    OP(MOV, D, U, _, 0)                                                                                                \
    OP(MOV2, D2, U2, _, 0)                                                                                             \
    OP(MOV3, D3, U3, _, 0)                                                                                             \
    OP(MOVN, V, V, N, 0)    /* c slots, as memmove */                                                                  \
    OP(LDI, D, X, _, 0)     /* sign-extended */                                                                        \
    OP(LDQ, D, _, _, 1)     /* 64 bits in the extra word */                                                            \
    OP(ZERO, V, N, _, 0)    /* b slots */                                                                              \
    OP(LDSTR, D2, K, _, 0)  /* string constant number K */                                                             \
    OP(LDFN, D, K, _, 0)    /* func value of function number K */                                                      \
    OP(LDCAP, V, N, N, 0)   /* c slots of the running closure's captures, from capture slot b */                       \
    OP(LDCAP1, D, N, _, 0)  /* a single one */                                                                         \
    OP(GADDR, D, K, _, 0)   /* address of the globals' byte K */                                                       \
    OP(LDTYPE, D, K, _, 0)  /* SlRtype * number K, as a word */                                                        \
    /* 64-bit integers; results of narrower types are normalised by the EXT that follows */                            \
    OP(ADD, D, U, U, 0)                                                                                                \
    OP(SUB, D, U, U, 0)                                                                                                \
    OP(MUL, D, U, U, 0)                                                                                                \
    OP(AND, D, U, U, 0)                                                                                                \
    OP(OR, D, U, U, 0)                                                                                                 \
    OP(XOR, D, U, U, 0)                                                                                                \
    OP(ANDN, D, U, U, 0)                                                                                               \
    OP(SHL, D, U, U, 0)     /* counts are unsigned; 64 and more give 0 */                                              \
    OP(SHR, D, U, U, 0)     /* arithmetic; large counts give 0 or -1 */                                                \
    OP(SHRU, D, U, U, 0)                                                                                               \
    OP(ADDI, D, U, I, 0)                                                                                               \
    OP(MULI, D, U, I, 0)                                                                                               \
    OP(ANDI, D, U, I, 0)                                                                                               \
    OP(SHLI, D, U, I, 0)    /* 0 to 63 */                                                                              \
    OP(SHRI, D, U, I, 0)                                                                                               \
    OP(SHRUI, D, U, I, 0)                                                                                              \
    OP(DIV, D, U, U, 0)     /* panics on zero; most negative / -1 wraps */                                             \
    OP(REM, D, U, U, 0)                                                                                                \
    OP(DIVU, D, U, U, 0)                                                                                               \
    OP(REMU, D, U, U, 0)                                                                                               \
    OP(DIVI, D, U, I, 0)    /* signed, by an immediate that is neither 0 nor -1 */                                     \
    OP(REMI, D, U, I, 0)                                                                                               \
    OP(NEG, D, U, _, 0)                                                                                                \
    OP(COM, D, U, _, 0)     /* ^x */                                                                                   \
    OP(SX8, D, U, _, 0)                                                                                                \
    OP(SX16, D, U, _, 0)                                                                                               \
    OP(SX32, D, U, _, 0)                                                                                               \
    OP(ZX8, D, U, _, 0)                                                                                                \
    OP(ZX16, D, U, _, 0)                                                                                               \
    OP(ZX32, D, U, _, 0)                                                                                               \
    OP(SHCHK, U, _, _, 0)   /* panics "negative shift amount" */                                                       \
    /* floats are doubles in slots; F32 rounds to float32 after each operation of that type */                         \
    OP(FADD, D, U, U, 0)                                                                                               \
    OP(FSUB, D, U, U, 0)                                                                                               \
    OP(FMUL, D, U, U, 0)                                                                                               \
    OP(FDIV, D, U, U, 0)                                                                                               \
    OP(FNEG, D, U, _, 0)                                                                                               \
    OP(FMIN, D, U, U, 0)    /* min and max with Go's rules for NaN and -0 */                                           \
    OP(FMAX, D, U, U, 0)                                                                                               \
    OP(F32, D, U, _, 0)                                                                                                \
    OP(I2F, D, U, _, 0)                                                                                                \
    OP(U2F, D, U, _, 0)                                                                                                \
    OP(F2I, D, U, _, 0)     /* as amd64: out of range gives the most negative */                                       \
    OP(F2U, D, U, _, 0)                                                                                                \
    OP(CADD, D2, U2, U2, 0) /* complex: two doubles */                                                                 \
    OP(CSUB, D2, U2, U2, 0)                                                                                            \
    OP(CMUL, D2, U2, U2, 0)                                                                                            \
    OP(CDIV, D2, U2, U2, 0)                                                                                            \
    OP(CNEG, D2, U2, _, 0)                                                                                             \
    OP(C32, D2, U2, _, 0)                                                                                              \
    OP(CEQ, D, U2, U2, 0)                                                                                              \
    /* comparisons to a bool */                                                                                        \
    OP(EQ, D, U, U, 0)                                                                                                 \
    OP(NE, D, U, U, 0)                                                                                                 \
    OP(LT, D, U, U, 0)                                                                                                 \
    OP(LE, D, U, U, 0)                                                                                                 \
    OP(LTU, D, U, U, 0)                                                                                                \
    OP(LEU, D, U, U, 0)                                                                                                \
    OP(FEQ, D, U, U, 0)                                                                                                \
    OP(FNE, D, U, U, 0)                                                                                                \
    OP(FLT, D, U, U, 0)                                                                                                \
    OP(FLE, D, U, U, 0)                                                                                                \
    OP(NOT, D, U, _, 0)     /* of a bool */                                                                            \
    OP(SEQ, D, U2, U2, 0)   /* strings */                                                                              \
    OP(SNE, D, U2, U2, 0)                                                                                              \
    OP(SLT, D, U2, U2, 0)                                                                                              \
    OP(SLE, D, U2, U2, 0)                                                                                              \
    OP(IEQ, D, U2, U2, 0)   /* interfaces; panics when the dynamic type is not comparable */                           \
    OP(EQN, D, V, V, 1)     /* values of type {u32 type, 0} in frame form; may panic as IEQ */                         \
    /* jumps */                                                                                                        \
    OP(JMP, _, X, _, 0)                                                                                                \
    OP(JT, U, X, _, 0)                                                                                                 \
    OP(JF, U, X, _, 0)                                                                                                 \
    OP(JEQ, U, U, J, 0)                                                                                                \
    OP(JNE, U, U, J, 0)                                                                                                \
    OP(JLT, U, U, J, 0)                                                                                                \
    OP(JLE, U, U, J, 0)                                                                                                \
    OP(JLTU, U, U, J, 0)                                                                                               \
    OP(JLEU, U, U, J, 0)                                                                                               \
    OP(JEQI, U, I, J, 0)                                                                                               \
    OP(JNEI, U, I, J, 0)                                                                                               \
    OP(JLTI, U, I, J, 0)                                                                                               \
    OP(JLEI, U, I, J, 0)                                                                                               \
    OP(JGTI, U, I, J, 0)                                                                                               \
    OP(JGEI, U, I, J, 0)                                                                                               \
    OP(JFEQ, U, U, J, 0)                                                                                               \
    OP(JFNE, U, U, J, 0)                                                                                               \
    OP(JFLT, U, U, J, 0)                                                                                               \
    OP(JFLE, U, U, J, 0)                                                                                               \
    OP(JFNLT, U, U, J, 0)   /* not less: also when one is NaN */                                                       \
    OP(JFNLE, U, U, J, 0)                                                                                              \
    /* memory: a <- [b + c], c unsigned bytes; nil panics. LD2, LD3 read strings, interfaces, slices untorn */         \
    OP(LD8, D, U, N, 0)                                                                                                \
    OP(LD8S, D, U, N, 0)                                                                                               \
    OP(LD16, D, U, N, 0)                                                                                               \
    OP(LD16S, D, U, N, 0)                                                                                              \
    OP(LD32, D, U, N, 0)                                                                                               \
    OP(LD32S, D, U, N, 0)                                                                                              \
    OP(LD64, D, U, N, 0)                                                                                               \
    OP(LDF32, D, U, N, 0)                                                                                              \
    OP(LDC64, D2, U, N, 0)  /* complex64 to two doubles */                                                             \
    OP(LD2, D2, U, N, 0)                                                                                               \
    OP(LD3, D3, U, N, 0)                                                                                               \
    OP(LDN, V, U, _, 1)     /* {u32 type, u32 offset}: a value of any type */                                          \
    /* [a + c] <- b */                                                                                                 \
    OP(ST8, U, U, N, 0)                                                                                                \
    OP(ST16, U, U, N, 0)                                                                                               \
    OP(ST32, U, U, N, 0)                                                                                               \
    OP(ST64, U, U, N, 0)                                                                                               \
    OP(STP, U, U, N, 0)     /* a pointer, map, channel, func value */                                                  \
    OP(STF32, U, U, N, 0)                                                                                              \
    OP(STC64, U, U2, N, 0)                                                                                             \
    OP(ST2, U, U2, N, 0)    /* string, complex128 */                                                                   \
    OP(STI, U, U2, N, 0)    /* interface */                                                                            \
    OP(ST3, U, U3, N, 0)    /* slice */                                                                                \
    OP(STN, U, V, _, 1)     /* {u32 type, u32 offset} */                                                               \
    OP(MOVE, U, U, _, 1)    /* [a] <- [b], a value of {u32 type, 0}, memory to memory, overlap allowed */              \
    OP(STDATA, U, K, _, 0)  /* [a] <- the bytes of string constant K (elements without pointers) */                    \
    OP(PTRADD, D, U, N, 0)  /* &p.f: panics when nil */                                                                \
    OP(PTRADDL, D, U, _, 1) /* the same with a 64-bit offset */                                                        \
    OP(NILCHK, U, _, _, 0)                                                                                             \
    /* narrow fields of aggregates in the frame: byte c (unsigned) of the slots from b, or from a */                   \
    OP(FLD8, D, V, N, 0)                                                                                               \
    OP(FLD8S, D, V, N, 0)                                                                                              \
    OP(FLD16, D, V, N, 0)                                                                                              \
    OP(FLD16S, D, V, N, 0)                                                                                             \
    OP(FLD32, D, V, N, 0)                                                                                              \
    OP(FLD32S, D, V, N, 0)                                                                                             \
    OP(FLDF32, D, V, N, 0)                                                                                             \
    OP(FLDC64, D2, V, N, 0)                                                                                            \
    OP(FLDN, V, V, _, 1)    /* {u32 type, u32 byte offset}: any field, also an unaligned aggregate */                  \
    OP(FST8, V, U, N, 0)    /* uses and defines the slot */                                                            \
    OP(FST16, V, U, N, 0)                                                                                              \
    OP(FST32, V, U, N, 0)                                                                                              \
    OP(FSTF32, V, U, N, 0)                                                                                             \
    OP(FSTC64, V, U2, N, 0)                                                                                            \
    OP(FSTN, V, V, _, 1)    /* {u32 type, u32 byte offset} */                                                          \
    OP(FIDX, V, V, U, 1)    /* element c of the array from slot b; {u32 element type, u32 length} */                   \
    /* slices: a <- b[c]; a[b] <- c; bounds are checked */                                                             \
    OP(LDX8, D, U3, U, 0)                                                                                              \
    OP(LDX8S, D, U3, U, 0)                                                                                             \
    OP(LDX16, D, U3, U, 0)                                                                                             \
    OP(LDX16S, D, U3, U, 0)                                                                                            \
    OP(LDX32, D, U3, U, 0)                                                                                             \
    OP(LDX32S, D, U3, U, 0)                                                                                            \
    OP(LDX64, D, U3, U, 0)                                                                                             \
    OP(LDXF32, D, U3, U, 0)                                                                                            \
    OP(LDX2, D2, U3, U, 0)                                                                                             \
    OP(LDX3, D3, U3, U, 0)                                                                                             \
    OP(STX8, U3, U, U, 0)                                                                                              \
    OP(STX16, U3, U, U, 0)                                                                                             \
    OP(STX32, U3, U, U, 0)                                                                                             \
    OP(STX64, U3, U, U, 0)                                                                                             \
    OP(STXP, U3, U, U, 0)                                                                                              \
    OP(STXF32, U3, U, U, 0)                                                                                            \
    OP(STX2, U3, U, U2, 0)                                                                                             \
    OP(STXI, U3, U, U2, 0)                                                                                             \
    OP(STX3, U3, U, U3, 0)                                                                                             \
    OP(IDX, D, U3, U, 1)    /* address of an element; extra: element size */                                           \
    OP(AIDX, D, U, U, 1)    /* b points to an array; {u32 length, u32 element size}; nil panics */                     \
    OP(STRIDX, D, U2, U, 0) /* byte of a string */                                                                     \
    OP(SLICE, V, V, V, 2)   /* a <- b[c : c+1 : c+2]. {u8 kind (SL_SLICE_...), u8 has (1 lo, 2 hi, 4 max, SL_SLICE_UNSIGNED << 0, 1, 2: those are of unsigned types), u16 0, u32 element size}, {array length} */ \
    OP(APPEND, D3, U3, V, 1)  /* {u32 element type, u32 count}: that many values from slot c, each in frame form */    \
    OP(APPENDS, D3, U3, U3, 1) /* {u32 element type, 0}: append(b, c...) */                                            \
    OP(APPENDSTR, D3, U3, U2, 0)                                                                                       \
    OP(COPY, D, U3, U3, 1)  /* {u32 element type, 0}: copy(b, c) */                                                    \
    OP(COPYSTR, D, U3, U2, 0)                                                                                          \
    OP(CLEAR, U3, _, _, 1)  /* {u32 element type, 0} */                                                                \
    OP(SLICE2ARR, D, U3, _, 1) /* slice to array pointer, extra: {u32 length, u32 0}; panics when too short; nil stays nil */ \
    /* package unsafe, see run/unsafe.c */                                                                               \
    OP(VIEW, D, U, _, 1)    /* {u32 type, u32 SL_VIEW_... }: unsafe.Pointer b as *type */                               \
    OP(HEADER, U, _, _, 1)  /* {u32 header type, u32 stored}: a, if it points to such, is read next, or was stored to */ \
    OP(ADDRESS, D, U, _, 0) /* b as an unsafe.Pointer: an address that was computed */                                 \
    OP(UNSLICE, D3, U, U, 1) /* {u32 element type, 0}: unsafe.Slice(b, c) */                                           \
    OP(UNSTRING, D2, U, U, 1) /* {u32 byte type, 0}: unsafe.String(b, c) */                                            \
    OP(STRDATA, D, U2, _, 0)                                                                                           \
    OP(VIEWSTORE, U, U, _, 0) /* before unsafe.Pointer b is stored at *unsafe.Pointer a */                             \
    OP(MAKESLICE, D3, U, U, 1) /* {u32 element type, 0}; length b, capacity c, 64-bit signed; panics as Go */          \
    OP(WHOLE, D, U, _, 1)   /* {u32 type, 0}: a pointer to the memory of b, which is HUGE */                           \
    OP(NEW, D, _, _, 1)     /* {u32 type, 0}: zeroed */                                                                \
    /* maps; b, c are 0xFFFF when not wanted */                                                                        \
    OP(MAKEMAP, D, V, _, 1) /* {u32 map type, 0}; b: hint */                                                           \
    OP(MAPLEN, D, U, _, 0)                                                                                             \
    OP(MAPGET, V, U, V, 1)  /* {u32 map type, u32 comma_ok}: value, then ok in the slot behind it */                   \
    OP(MAPSET, U, V, V, 1)  /* map a, key b, value c */                                                                \
    OP(MAPDEL, U, V, _, 1)                                                                                             \
    OP(MAPCLEAR, U, _, _, 1)                                                                                           \
    OP(MAPITER, D, U, _, 1) /* a: iterator, a pointer */                                                               \
    OP(MAPNEXT, U, V, V, 1) /* {u32 map type, i32 offset to jump to at the end} */                                     \
    /* strings */                                                                                                      \
    OP(CONCAT, D2, V, N, 0) /* c strings from slot b */                                                                \
    OP(STR2BYTES, D3, U2, _, 0)                                                                                        \
    OP(BYTES2STR, D2, U3, _, 0)                                                                                        \
    OP(STR2RUNES, D3, U2, _, 0)                                                                                        \
    OP(RUNES2STR, D2, U3, _, 0)                                                                                        \
    OP(RUNE2STR, D2, U, _, 0)                                                                                          \
    OP(STRNEXT, D2, U2, U, 0) /* decode at index c: a is the rune, a+1 the index behind it */                          \
    /* interfaces */                                                                                                   \
    OP(MKIFACE, D2, V, _, 1) /* {u32 concrete type, 0} */                                                              \
    OP(ASSERT, V, U2, _, 2) /* {u32 type, u32 comma_ok}, {u32 static interface type, 0}: value, then ok; for interface types too */ \
    OP(ISTYPE, D, U2, _, 1) /* {u32 type, 0}: bool; implements, when it is an interface type */                        \
    /* calls. A window: 3 slots of header, results, arguments; the callee's slot 0 is a+3 */                           \
    OP(CLOSURE, D, V, _, 1) /* {u32 function, u32 capture slots from b} */                                             \
    OP(CALL, W, K, _, 0)    /* function number K */                                                                    \
    OP(CALLC, W, U, _, 0)   /* func value b; nil panics */                                                             \
    OP(CALLI, W, U2, N, 2)  /* {u32 interface type, u32 method}, {call site}: receiver word becomes the first argument, behind c slots of results */ \
    OP(IMETH, D2, U2, _, 2) /* the same, only looked up: func value, receiver word (both pointers to the collector) */ \
    OP(RET, _, _, _, 0)                                                                                                \
    OP(GO, W, K, _, 0)                                                                                                 \
    OP(GOC, W, U, _, 0)                                                                                                \
    OP(DEFER, W, K, _, 0)                                                                                              \
    OP(DEFERC, W, U, _, 0)                                                                                             \
    OP(FRAME, D, _, _, 0)   /* a token (scalar) for this frame, for DEFERTO in bodies of range over func */            \
    OP(DEFERTO, W, U, U, 0) /* as DEFERC, for the frame whose token is in c instead of the running one */              \
    OP(RUNDEFERS, _, _, _, 0) /* those of this frame, last first; a safepoint */                                       \
    OP(PANIC, U2, _, _, 0)                                                                                             \
    OP(RECOVER, D2, _, _, 0)                                                                                           \
    OP(THROW, N, _, _, 0)   /* a runtime panic: SL_THROW_... */                                                        \
    OP(NATIVE, W, K, _, 0)  /* leaf: results from slot a, then arguments; no header */                                 \
    OP(BLOCK, W, K, _, 0)   /* native that may park the goroutine */                                                   \
    OP(PRINT, V, N, N, 0)   /* builtin print: b is SL_PRINT_..., c the slots of the operand */                         \
    /* channels */                                                                                                     \
    OP(MAKECHAN, D, U, _, 1) /* {u32 channel type, 0}, size b */                                                       \
    OP(CHANLEN, D, U, _, 0)                                                                                            \
    OP(CHANCAP, D, U, _, 0)                                                                                            \
    OP(SEND, U, V, N, 0)    /* channel a, value from b, c slots */                                                     \
    OP(RECV, V, U, N, 0)    /* c slots to a, from channel b */                                                         \
    OP(RECV2, V, U, N, 0)   /* and ok behind them */                                                                   \
    OP(CLOSE, U, _, _, 0)                                                                                              \
    OP(SELECT, D2, N, N, -1) /* b cases, c: has default. a: case number or -1, a+1: received ok. Words {u16 dir (0 send, 1 receive), u16 channel, u16 value slot or 0xFFFF, u16 slots} */\
    /* Put in by sl_code_link. CALLF is CALL with the words from here to where the function begins. */                  \
    OP(CALLF, W, X, _, 0)                                                                                              \
    /* NATIVE of these functions of sync/atomic, whose effects are its own */                                          \
    OP(ATOMLD64, W, K, _, 0)                                                                                           \
    OP(ATOMLD32, W, K, _, 0)                                                                                           \
    OP(ATOMLD32S, W, K, _, 0)                                                                                          \
    OP(ATOMADD64, W, K, _, 0)                                                                                          \
    OP(ATOMADD32S, W, K, _, 0)                                                                                         \
    OP(ATOMCAS64, W, K, _, 0)                                                                                          \
    OP(ATOMCAS32, W, K, _, 0)
// All of them, pairs and triples last.
#define SL_OPS(OP)                                                                                                     \
    SL_SINGLE_OPS(OP)                                                                                                  \
    SL_PAIRS(SL_PAIR_OP, OP)                                                                                           \
    SL_TRIPLES(SL_TRIPLE_OP, OP)                                                                                       \
    SL_ROW_PAIRS(SL_PAIR_OP, OP)
// clang-format on

typedef enum {
#define OP(name, a, b, c, extra) SL_OP_##name,
    SL_OPS(OP)
#undef OP
        SL_OP_COUNT
} SlOp;

typedef struct {
    uint16_t op, a, b, c;
} SlInstr;

enum { SL_SLICE_UNSIGNED = 8 };

// How VIEW's pointer is used: READS, nothing is written through it; from HEADER on, minus it: number of the type of
// objects that hold a header with what it is the header of.
enum { SL_VIEW_READS = 1, SL_VIEW_HEADER = 2 };
enum { SL_SLICE_STRING, SL_SLICE_SLICE, SL_SLICE_ARRAY }; // ARRAY: b is a pointer to it
enum { SL_NO_SLOT = 0xFFFF, SL_WINDOW_HEADER = 3 };
enum {
    SL_PRINT_BOOL,
    SL_PRINT_INT,
    SL_PRINT_UINT,
    SL_PRINT_FLOAT,
    SL_PRINT_COMPLEX,
    SL_PRINT_STRING,
    SL_PRINT_POINTER,
    SL_PRINT_IFACE,
    SL_PRINT_SLICE,
    SL_PRINT_SPACE,
    SL_PRINT_NEWLINE,
};
// Reasons of THROW; the texts are the machine's.
enum {
    SL_THROW_RANGE_EXITED,
    SL_THROW_RANGE_DONE,
    SL_THROW_RANGE_PANICKED,
    SL_THROW_NIL_DEREF,
    SL_THROW_UNREACHABLE,
    SL_THROW_RANGE_MISSING /* the iterator function recovered the body's panic */
};

#endif
