// SPDX-License-Identifier: MIT
// What the interpreter's own files share: stack.c (chunks, frames), panic.c, ops.c (slow instructions), print.c.
#ifndef SL_RUN_VM_H
#define SL_RUN_VM_H

#include "run/impl.h"

#define SL_LIKELY(x) __builtin_expect(!!(x), 1)
#define SL_UNLIKELY(x) __builtin_expect(!!(x), 0)

// Bits of fp[SL_FP_CALLER].
enum { SL_LINK_CHUNK = 1, SL_LINK_DEFERRED = 2, SL_LINK_BITS = 3 };

static inline SlSlot *sl_frame_caller(const SlSlot *fp) {
    return (SlSlot *)(fp[SL_FP_CALLER].u & ~(uint64_t)SL_LINK_BITS);
}
static inline SlClosure *sl_frame_closure(const SlSlot *fp) {
    return fp[SL_FP_CLOSURE].p;
}
static inline SlFunc *sl_frame_func(const SlSlot *fp) {
    return sl_frame_closure(fp)->func;
}

enum { SL_CHUNK_CLASSES = 48 };
typedef struct {
    SlChunk *free[SL_CHUNK_CLASSES];
    uint32_t free_count[SL_CHUNK_CLASSES];
    char *slab, *slab_end;
    SlText print; // what a print statement has said so far
} SlVmWorker;

SlVmWorker *sl_vm_worker(SlWorker *worker); // made on first use

// ---- stack.c ----
const char *sl_vm_file_path(SlMachine *machine, const SlFile *file); // absolute; the machine's. Any worker
// A new chunk for a call of func from the frame whose window of results and arguments begins at window. Returns the
// new slot 0 with arguments copied (header not written); null: stack overflow, the machine is ending.
SlSlot *sl_stack_grow(SlWorker *worker, SlGoroutine *g, SlSlot *window, const SlFunc *func);
void sl_stack_shrink(SlWorker *worker, SlGoroutine *g);                 // drops the current chunk
void sl_stack_drop_above(SlWorker *worker, SlGoroutine *g, SlSlot *fp); // chunks above the one that has the frame
// RET of a frame that begins a chunk, was deferred, or is the first. Sets g->pc and g->fp for SL_DONE.
SlOutcome sl_frame_return(SlWorker *worker, SlGoroutine *g, SlSlot *fp);
// Pushes a frame of closure above the frame caller (the innermost), its arguments copied from args. Its return is
// noticed by sl_frame_return. Sets g->pc and g->fp.
SlOutcome sl_frame_push(SlWorker *worker, SlGoroutine *g, SlSlot *caller, const SlWord *ret, SlClosure *closure,
                        const SlSlot *args, uint32_t arg_slots);

// ---- settle.c ----
void sl_settle_hold(SlMachine *machine, const SlSlot *fp); // main.main's frame, as it returns

// ---- panic.c ----
// g->pc (behind the instruction) and g->fp are saved, worker->panic is set. Continues at g->pc, g->fp when SL_DONE.
SlOutcome sl_vm_raise(SlWorker *worker, SlGoroutine *g);
// A deferred call (or Error, String of a panic's value) has returned; its chunk is gone. results: two slots.
SlOutcome sl_vm_deferred_returned(SlWorker *worker, SlGoroutine *g, SlPanic *panic, const SlSlot *results);
// Runs the next deferred call of the frame, or continues at ret when there is none.
SlOutcome sl_vm_run_defers(SlWorker *worker, SlGoroutine *g, SlSlot *fp, const SlWord *ret);
void sl_vm_defer(SlWorker *worker, SlGoroutine *g, SlSlot *fp, SlSlot *frame, SlClosure *closure, const SlSlot *window);
SlIface sl_vm_recover(SlGoroutine *g, SlSlot *fp);

// ---- panic-value.c ----
extern const SlRtype sl_panic_goexit_type; // of worker->panic: no panic, but runtime.Goexit. Only its address counts
extern const char sl_panic_nil_text[];
SlOutcome sl_panic_nil(SlWorker *worker);
void sl_panic_replace_nil(SlWorker *worker); // panic(nil) raises a *runtime.PanicNilError
SlOutcome sl_panic_index(SlWorker *worker, int64_t index, int64_t length);
SlOutcome sl_panic_assert(SlWorker *worker, const SlRtype *iface, const SlRtype *concrete, const SlRtype *asserted,
                          const char *missing);
SlOutcome sl_panic_throw(SlWorker *worker, int reason);

// ---- print.c ----
void sl_print_value(SlText *text, int kind, const SlSlot *slots);
void sl_print_op(SlWorker *worker, const SlSlot *fp, const SlWord *at);
void sl_print_out(SlMachine *machine, int fd, const char *bytes, size_t count);

// ---- unsafe.c ----
// Before the pointer value is stored through a *unsafe.Pointer.
SlOutcome sl_unsafe_store(SlWorker *worker, const void *address, const void *value);

// ---- ops.c: instructions too long for the loop. at: the instruction. They neither touch pc nor fp ----
// clang-format off
#define SL_SLOW_OPS(S)                                                                                                 \
    S(EQN, 2) S(IEQ, 1) S(CDIV, 1) S(LDN, 2) S(STN, 2) S(MOVE, 2) S(FLDN, 2) S(FSTN, 2) S(FIDX, 2) S(STDATA, 1)       \
    S(SLICE, 3) S(APPENDS, 2) S(APPENDSTR, 1) S(COPY, 2) S(COPYSTR, 1) S(CLEAR, 2) S(SLICE2ARR, 2) S(MAKESLICE, 2)    \
    S(VIEW, 2) S(HEADER, 2) S(WHOLE, 2) S(ADDRESS, 1) S(UNSLICE, 2) S(UNSTRING, 2) S(STRDATA, 1) S(VIEWSTORE, 1)                              \
    S(MAKEMAP, 2) S(MAPGET, 2) S(MAPSET, 2) S(MAPDEL, 2) S(MAPCLEAR, 2) S(MAPITER, 2)                                 \
    S(CONCAT, 1) S(STR2BYTES, 1) S(BYTES2STR, 1) S(STR2RUNES, 1) S(RUNES2STR, 1) S(RUNE2STR, 1)                       \
    S(CLOSURE, 2) S(MAKECHAN, 2)
// clang-format on
#define S(name, words) SlOutcome sl_op_##name(SlWorker *w, SlSlot *fp, const SlWord *at);
SL_SLOW_OPS(S)
#undef S
SlOutcome sl_op_append(SlWorker *w, SlSlot *fp, const SlWord *at);
SlOutcome sl_op_assert(SlWorker *w, SlSlot *fp, const SlWord *at);
SlOutcome sl_op_mapnext(SlWorker *w, SlSlot *fp, const SlWord *at, bool *more);
SlOutcome sl_op_go(SlWorker *w, SlGoroutine *g, SlSlot *fp, const SlWord *at, SlClosure *closure);

#endif
