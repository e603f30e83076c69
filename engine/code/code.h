// SPDX-License-Identifier: MIT
// Compiled programs: what the code generator hands to the machine. Immutable once made; several machines may run one.
#ifndef SL_CODE_H
#define SL_CODE_H

#include "base/diag.h"
#include "base/text.h"
#include "code/op.h"
#include "code/rtype.h"
#include "lang/lang.h"

typedef union {
    SlInstr op;
    uint64_t word;
    struct {
        uint32_t lo, hi;
    } pair;
    struct {
        uint16_t dir, chan, value, slots;
    } select_case;
    struct {
        uint8_t kind, has;
        uint16_t zero;
        uint32_t size;
    } slice;
    SlFunc *func; // in the word before a function's first instruction in SlCode.words
} SlWord;         // of code
_Static_assert(sizeof(SlWord) == 8, "a code word is 8 bytes");

// A func value points to one of these: a static one for each function, heap objects for closures.
typedef struct SlClosure {
    SlFunc *func;
    uint64_t captures[]; // frame form, kinds in func->capture_kinds
} SlClosure;

typedef struct {
    uint32_t pc; // from this word on
    SlPos pos;
    bool unsigned_index; // an index that is out of range is to be told as a uint64
} SlLine;

// Where a variable is found while the code between two words is about to run. Its slot belongs to it alone there, so
// that it holds the variable's value even where nothing needs it any more; what that value points to may then be gone.
typedef struct {
    const char *name; // "": a range over func's own state, boxed, which its body captures first
    const SlRtype *type;
    uint16_t slot;
    uint16_t capture; // of the running closure's captures, which outlive the slot; SL_NO_SLOT: it is no capture
    bool boxed;       // the slot holds a pointer to the heap, where the variable lives
    bool is_param, is_result;
    uint32_t from, to; // words of code where it is in scope
    SlPos pos;         // declaration
} SlVarInfo;

enum {
    SL_FUNC_WRAPPER = 1, // made by the compiler: method wrappers, go and defer of builtins. Not shown in traces;
                         // recover looks through it
    SL_FUNC_LIBRARY = 2,
    SL_FUNC_DEFERS = 4,     // has defer statements: returns go through RUNDEFERS
    SL_FUNC_RANGE_BODY = 8, // body of range over func: recover acts for the function that the loop stands in
};

struct SlFunc {
    uint32_t index;
    uint32_t flags;
    const char *name; // as in Go's traces: "main.worker", "main.main.func1", "main.(*T).Run", "main.Map[...]"
    SlWord *code;
    uint32_t code_count;
    uint32_t slots;                   // of the frame, with the windows of calls; excludes the frame's own header
    uint32_t result_slots, arg_slots; // results are slots 0.., arguments follow
    const uint8_t *kinds; // SL_WORD_... of every slot. A slot has one kind throughout; window slots are SCALAR and hold
                          // nothing that lives across a safepoint of this frame
    uint8_t *capture_kinds;
    uint32_t capture_slots;
    uint32_t prologue;   // words before the first statement: nothing there can panic
    uint32_t recover_pc; // where a recovered panic continues: copies boxed results, RET. 0: just return
    const SlLine *lines; // sorted by pc
    uint32_t line_count;
    const SlVarInfo *vars;
    uint32_t var_count;
    _Atomic uint32_t
        first_slots;     // of a goroutine's first chunk when it begins here; 0: not found out yet (run/stack.c)
    SlPos pos, end;      // of the declaration
    const SlFunc *outer; // of a literal or the body of a range over func: the function that it stands in; else null
    SlClosure *value;    // static func value, set by sl_code_link
    const SlRtype *type; // FUNC type without receiver, may be null for wrappers
};

typedef struct {
    const char *bytes;
    uint64_t length;
} SlString;

typedef struct {
    uint16_t results, args;
    SlPos pos; // of its declaration in Go
} SlNativeShape;

typedef struct SlCode {
    SlArena *arena;
    SlFunc **funcs;
    uint32_t func_count;
    SlRtype **types;
    uint32_t type_count;
    SlString *strings;
    uint32_t string_count;
    uint32_t call_sites;          // number of CALLI and IMETH sites, for inline caches
    SlRtype *globals;             // STRUCT: layout of all package-level variables, for the collector
    const SlVarInfo *global_vars; // slot unused; pos; offsets in global_offsets
    uint32_t *global_offsets;
    uint32_t global_count;
    SlWord *words;        // the code of all functions; before each stand the bytes of its frame, and its SlFunc *
    SlFunc *start;        // initialises packages in order; main.main is called by it last, from "main.main"
    SlFunc *main;         // main.main
    const char **natives; // names of natives by the number that NATIVE and BLOCK use; the machine resolves them
    SlNativeShape *native_shapes; // slots of each
    uint32_t native_count;
    // Well-known types, null when the program has no use for them
    const SlRtype *type_bool, *type_int, *type_string, *type_error_iface, *type_any, *type_bytes, *type_float64,
        *type_uint8, *type_int32;
    const SlRtype *type_runtime_error; // runtime.errorString-like: a named string type of package runtime with Error
                                       // and RuntimeError methods
    const SlRtype *type_plain_error;   // runtime.plainError: text without "runtime error: " prefix
    const SlRtype *type_assert_error;  // *runtime.TypeAssertionError
    const SlRtype *type_bounds_error;  // may be null: then type_runtime_error is used
    const SlProgram *program;          // that it was made of; it outlives the code
    const SlFiles *files;              // the program's
} SlCode;

// What the generator asks of the standard library's natives: whether a name ("strconv.itoa", "sync.(*Mutex).Lock")
// exists and whether it may park. Returns false for an unknown one: a diagnostic on the function's position.
typedef struct {
    bool (*find)(void *data, const char *name, bool *blocks);
    void *data;
} SlNativeNames;

// Compiles what main and the initialisers can reach. Adds to program->diags and returns null when something is not
// supported. The package runtime is loaded always (panics need its error types).
SlCode *sl_code_new(SlProgram *program, const SlNativeNames *natives);
void sl_code_free(SlCode *code);

SlPos sl_func_pos(const SlFunc *func, uint32_t pc); // of the instruction at that word
bool sl_func_unsigned_index(const SlFunc *func, uint32_t pc);
void sl_code_link(SlCode *code); // at the end of sl_code_new: lays all code out in words, puts in CALLF, fuses
SlFunc *sl_instr_callee(const SlCode *code, const SlWord *at); // of CALL and CALLF
uint32_t sl_instr_length(const SlWord *at);                    // in words
void sl_code_disassemble(const SlCode *code, const SlFunc *func, SlText *text);

// What one instruction uses and defines; calls visit(slot, count, is_def). Uses come first.
void sl_instr_effects(const SlCode *code, const SlFunc *func, uint32_t pc,
                      void (*visit)(void *data, uint32_t slot, uint32_t count, bool is_def), void *data);
// Successors of the instruction within its function: 0 to 2.
int sl_instr_next(const SlFunc *func, uint32_t pc, uint32_t next[2]);

// Which slots hold a value that is still needed (bit set per slot). Computed per function on first use by the caller;
// free with free(). before: as the instruction at pc is about to run. during: while it is under way, called or
// parked: (needed after it, less what it defines) plus, for parked ones (SEND, RECV, SELECT, BLOCK), what it uses.
typedef struct SlLiveness SlLiveness;
SlLiveness *sl_liveness_new(const SlCode *code, const SlFunc *func);
void sl_liveness_free(SlLiveness *liveness);
const uint64_t *sl_live_before(const SlLiveness *liveness, uint32_t pc);
void sl_live_during(const SlLiveness *liveness, const SlCode *code, const SlFunc *func, uint32_t pc, bool parked,
                    uint64_t *bits); // (func->slots + 63) / 64 words

#endif
