// SPDX-License-Identifier: MIT
// Stacks of goroutines: chunks that are linked and never move, so that an address of a slot stays true.
//
// Chunks come in size classes (256, 384, 512, 768, ... bytes) out of slabs; each worker keeps free ones for itself and
// hands surplus to the machine, where the others find it. A first chunk is as small as its function allows: a
// million parked goroutines must fit. Further ones grow fast, so that calls seldom cross an edge. The first slot of a
// chunk that continues a stack says where in the frame below the results go.
#include <stdio.h>
#include <stdlib.h>

#include "base/map.h"
#include "run/heap.h"
#include "run/vm.h"

enum {
    FIRST_CLASS_BYTES = 256,
    SLAB_BYTES = 64 << 10,
    KEEP_FREE = 64,         // chunks of a class that a worker keeps
    SECOND_BYTES = 1 << 10, // of the second chunk, of the third; then each is four times the one below it
    THIRD_BYTES = 8 << 10,
    MAX_GROWTH = 1 << 20,
    FIRST_SLACK = 12,    // slots that a first chunk has beyond the frames that it is made for
    FIRST_MOST = 160,    // and that it has at most beyond its function's frame
    FIRST_INDIRECT = 48, // allowed for a call whose callee is not known
    FIRST_DEPTH = 6,     // calls looked into
    MAIN_SLOTS = 2000,
};

typedef struct Slab {
    struct Slab *next;
    uint64_t unused;
} Slab;

typedef struct {
    pthread_mutex_t lock;
    SlChunk *free[SL_CHUNK_CLASSES];
    Slab *slabs;
    SlMap paths; // of source files, absolute, as traces show them
} VmMachine;

static size_t class_bytes(int class_) {
    size_t base = (size_t)FIRST_CLASS_BYTES << (class_ / 2);
    return class_ & 1 ? base + base / 2 : base;
}

static int class_of(size_t bytes) {
    if (bytes <= FIRST_CLASS_BYTES)
        return 0;
    int top = 63 - __builtin_clzll(bytes - 1); // 2^top < bytes <= 2^(top + 1)
    int class_ = 2 * (top - __builtin_ctz(FIRST_CLASS_BYTES)) + (bytes <= (size_t)3 << (top - 1) ? 1 : 2);
    assert(class_ < SL_CHUNK_CLASSES);
    return class_;
}

static VmMachine *vm_machine(SlMachine *machine) {
    VmMachine *vm = __atomic_load_n(&machine->vm, __ATOMIC_ACQUIRE);
    if (vm)
        return vm;
    VmMachine *made = calloc(1, sizeof *made);
    assert(made);
    pthread_mutex_init(&made->lock, NULL);
    void *none = NULL;
    if (__atomic_compare_exchange_n(&machine->vm, &none, made, false, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE))
        return made;
    pthread_mutex_destroy(&made->lock);
    free(made);
    return none;
}

SlVmWorker *sl_vm_worker(SlWorker *worker) {
    if (SL_UNLIKELY(!worker->vm)) {
        worker->vm = calloc(1, sizeof(SlVmWorker));
        assert(worker->vm);
    }
    return worker->vm;
}

static char *slab_new(SlMachine *machine, size_t bytes) {
    Slab *slab = aligned_alloc(16, (sizeof *slab + bytes + 15) & ~(size_t)15);
    assert(slab);
    VmMachine *vm = vm_machine(machine);
    pthread_mutex_lock(&vm->lock);
    slab->next = vm->slabs;
    vm->slabs = slab;
    sl_heap_account(machine, (int64_t)bytes);
    pthread_mutex_unlock(&vm->lock);
    return (char *)(slab + 1);
}

// Takes free chunks of a class from the machine, if it has some.
static void refill(SlWorker *worker, int class_) {
    SlVmWorker *vm = worker->vm;
    VmMachine *shared = vm_machine(worker->machine);
    if (!__atomic_load_n(&shared->free[class_], __ATOMIC_RELAXED))
        return;
    pthread_mutex_lock(&shared->lock);
    for (int i = 0; i < KEEP_FREE / 2 && shared->free[class_]; i++) {
        SlChunk *chunk = shared->free[class_];
        __atomic_store_n(&shared->free[class_], chunk->prev, __ATOMIC_RELAXED);
        chunk->prev = vm->free[class_];
        vm->free[class_] = chunk;
        vm->free_count[class_]++;
    }
    pthread_mutex_unlock(&shared->lock);
}

static SlChunk *chunk_new(SlWorker *worker, size_t bytes) {
    SlVmWorker *vm = sl_vm_worker(worker);
    int class_ = class_of(bytes);
    bytes = class_bytes(class_);
    if (!vm->free[class_])
        refill(worker, class_);
    SlChunk *chunk = vm->free[class_];
    if (chunk) {
        vm->free[class_] = chunk->prev;
        vm->free_count[class_]--;
    } else if (bytes > SLAB_BYTES / 4) {
        chunk = (SlChunk *)slab_new(worker->machine, bytes);
    } else {
        if ((size_t)(vm->slab_end - vm->slab) < bytes) {
            vm->slab = slab_new(worker->machine, SLAB_BYTES);
            vm->slab_end = vm->slab + SLAB_BYTES;
        }
        chunk = (SlChunk *)vm->slab;
        vm->slab += bytes;
    }
    chunk->end = (SlSlot *)((char *)chunk + bytes);
    return chunk;
}

static void chunk_free(SlWorker *worker, SlChunk *chunk) {
    SlVmWorker *vm = sl_vm_worker(worker);
    int class_ = class_of((size_t)((char *)chunk->end - (char *)chunk));
    chunk->prev = vm->free[class_];
    vm->free[class_] = chunk;
    if (++vm->free_count[class_] <= KEEP_FREE)
        return;
    VmMachine *shared = vm_machine(worker->machine);
    pthread_mutex_lock(&shared->lock);
    for (; vm->free_count[class_] > KEEP_FREE / 2; vm->free_count[class_]--) {
        chunk = vm->free[class_];
        vm->free[class_] = chunk->prev;
        chunk->prev = shared->free[class_];
        __atomic_store_n(&shared->free[class_], chunk, __ATOMIC_RELAXED);
    }
    pthread_mutex_unlock(&shared->lock);
}

static void chunk_push(SlGoroutine *g, SlChunk *chunk) {
    chunk->prev = g->chunk;
    g->chunk = chunk;
    g->stack_end = chunk->end;
    g->stack_bytes += (uint64_t)((char *)chunk->end - (char *)chunk);
}

static void overflow(SlWorker *worker, SlGoroutine *g) {
    char line[160];
    const unsigned long long top = 0xc040000000; // no address: a run prints the same each time
    int length = snprintf(line, sizeof line,
                          "runtime: goroutine stack exceeds 1000000000-byte limit\n"
                          "runtime: sp=%#llx stack=[%#llx, %#llx]\n",
                          top - 0x390, top - (unsigned long long)g->stack_bytes, top);
    sl_print_out(worker->machine, 2, line, (size_t)length);
    sl_fatal(worker, "stack overflow");
}

static bool has_room(SlWorker *worker, SlGoroutine *g, size_t bytes) {
    uint64_t limit = worker->machine->options.stack_limit;
    if (limit == 0)
        limit = 256u << 20;
    if (g->stack_bytes + bytes <= limit)
        return true;
    overflow(worker, g);
    return false;
}

SlSlot *sl_stack_grow(SlWorker *worker, SlGoroutine *g, SlSlot *window, const SlFunc *func) {
    size_t bytes = sizeof(SlChunk) + (size_t)(1 + SL_WINDOW_HEADER + func->slots) * sizeof(SlSlot);
    size_t below = (size_t)((char *)g->chunk->end - (char *)g->chunk);
    size_t wanted = below < SECOND_BYTES ? SECOND_BYTES : below < THIRD_BYTES ? THIRD_BYTES : 4 * below;
    if (wanted > MAX_GROWTH)
        wanted = MAX_GROWTH;
    if (bytes < wanted)
        bytes = wanted;
    if (!has_room(worker, g, bytes))
        return NULL;
    SlChunk *chunk = chunk_new(worker, bytes);
    chunk_push(g, chunk);
    chunk->slots[0].p = window;
    SlSlot *fp = chunk->slots + 1 + SL_WINDOW_HEADER;
    if (window)
        memcpy(fp + func->result_slots, window + func->result_slots, func->arg_slots * sizeof(SlSlot));
    return fp;
}

void sl_stack_shrink(SlWorker *worker, SlGoroutine *g) {
    SlChunk *chunk = g->chunk;
    g->stack_bytes -= (uint64_t)((char *)chunk->end - (char *)chunk);
    g->chunk = chunk->prev;
    g->stack_end = g->chunk ? g->chunk->end : NULL;
    chunk_free(worker, chunk);
}

void sl_stack_drop_above(SlWorker *worker, SlGoroutine *g, SlSlot *fp) {
    while (!((uintptr_t)fp >= (uintptr_t)g->chunk->slots && (uintptr_t)fp <= (uintptr_t)g->chunk->end))
        sl_stack_shrink(worker, g);
}

SlOutcome sl_frame_return(SlWorker *worker, SlGoroutine *g, SlSlot *fp) {
    uint64_t link = fp[SL_FP_CALLER].u;
    const SlWord *ret = fp[SL_FP_RETURN].p;
    SlSlot *caller = sl_frame_caller(fp);
    if (!caller)
        return sl_go_exit(worker, g);
    bool deferred = link & SL_LINK_DEFERRED;
    const SlFunc *func = sl_frame_func(fp);
    SlSlot results[2] = {{0}, {0}};
    if (deferred && func->result_slots)
        memcpy(results, fp, (func->result_slots < 2 ? 1 : 2) * sizeof(SlSlot));
    if (link & SL_LINK_CHUNK) {
        SlSlot *window = g->chunk->slots[0].p;
        if (SL_UNLIKELY(func == worker->machine->code->main && worker->machine->options.settle))
            sl_settle_hold(worker->machine, fp);
        if (window)
            memcpy(window, fp, func->result_slots * sizeof(SlSlot));
        sl_stack_shrink(worker, g);
    }
    if (deferred) {
        SlPanic *panic = g->panics;
        if (panic && panic->defer_fp == fp)
            return sl_vm_deferred_returned(worker, g, panic, results);
        return sl_vm_run_defers(worker, g, caller, ret);
    }
    g->fp = caller;
    g->pc = ret;
    return SL_DONE;
}

SlOutcome sl_frame_push(SlWorker *worker, SlGoroutine *g, SlSlot *caller, const SlWord *ret, SlClosure *closure,
                        const SlSlot *args, uint32_t arg_slots) {
    SlFunc *func = closure->func;
    SlSlot *fp = caller + sl_frame_func(caller)->slots + SL_WINDOW_HEADER;
    uint64_t link = (uintptr_t)caller | SL_LINK_DEFERRED;
    if (fp + func->slots > g->stack_end) {
        fp = sl_stack_grow(worker, g, NULL, func);
        if (!fp)
            return SL_EXIT;
        link |= SL_LINK_CHUNK;
    }
    fp[SL_FP_RETURN].p = (void *)ret;
    fp[SL_FP_CALLER].u = link;
    fp[SL_FP_CLOSURE].p = closure;
    if (arg_slots)
        memcpy(fp + func->result_slots, args, arg_slots * sizeof(SlSlot));
    g->fp = fp;
    g->pc = func->code;
    return SL_DONE;
}

// Slots for the frames of func's callees, as deep as they call each other directly. A loop that calls across the end of
// a chunk pays for a chunk at every turn, so the first one has room for the usual.
static uint32_t callee_slots(const SlCode *code, const SlFunc *func, int depth) {
    uint32_t most = 0;
    for (const SlWord *at = func->code; at < func->code + func->code_count && most < FIRST_MOST;
         at += sl_instr_length(at)) {
        uint32_t slots = 0;
        if (at->op.op == SL_OP_CALLC || at->op.op == SL_OP_CALLI) {
            slots = FIRST_INDIRECT;
        } else if (at->op.op == SL_OP_CALL || at->op.op == SL_OP_CALLF) {
            const SlFunc *callee = sl_instr_callee(code, at);
            slots = SL_WINDOW_HEADER + callee->slots + (depth > 0 ? callee_slots(code, callee, depth - 1) : 0);
        }
        if (slots > most)
            most = slots;
    }
    return most < FIRST_MOST ? most : FIRST_MOST;
}

static uint32_t first_slots(const SlMachine *machine, SlFunc *func) {
    uint32_t slots = atomic_load_explicit(&func->first_slots, memory_order_relaxed);
    if (SL_LIKELY(slots))
        return slots;
    slots = func == machine->code->start ? MAIN_SLOTS : callee_slots(machine->code, func, FIRST_DEPTH);
    slots += SL_WINDOW_HEADER + func->slots + FIRST_SLACK;
    atomic_store_explicit(&func->first_slots, slots, memory_order_relaxed);
    return slots;
}

void sl_vm_prepare(SlWorker *worker, SlGoroutine *g, SlClosure *closure, const SlSlot *args) {
    SlFunc *func = closure->func;
    g->chunk = NULL;
    g->stack_bytes = 0;
    size_t slots = first_slots(worker->machine, func);
    chunk_push(g, chunk_new(worker, sizeof(SlChunk) + slots * sizeof(SlSlot)));
    SlSlot *fp = g->chunk->slots + SL_WINDOW_HEADER;
    fp[SL_FP_RETURN].p = NULL;
    fp[SL_FP_CALLER].u = SL_LINK_CHUNK;
    fp[SL_FP_CLOSURE].p = closure;
    if (func->arg_slots)
        memcpy(fp + func->result_slots, args, func->arg_slots * sizeof(SlSlot));
    g->fp = fp;
    g->pc = func->code;
    g->entry = func;
    g->parked_in_op = false;
}

void sl_vm_release_stack(SlWorker *worker, SlGoroutine *g) {
    while (g->chunk)
        sl_stack_shrink(worker, g);
    g->fp = NULL;
    g->pc = NULL;
}

const char *sl_vm_file_path(SlMachine *machine, const SlFile *file) {
    VmMachine *vm = vm_machine(machine);
    pthread_mutex_lock(&vm->lock);
    char *path = sl_map_get_ptr(&vm->paths, file);
    if (!path) {
        path = realpath(file->name, NULL);
        if (!path)
            path = strdup(file->name);
        assert(path);
        sl_map_set_ptr(&vm->paths, file, path);
    }
    pthread_mutex_unlock(&vm->lock);
    return path;
}

void sl_vm_free_worker(SlWorker *worker) {
    if (!worker->vm)
        return;
    sl_text_free(&((SlVmWorker *)worker->vm)->print);
    free(worker->vm);
    worker->vm = NULL;
}

void sl_vm_free_machine(SlMachine *machine) {
    VmMachine *vm = machine->vm;
    if (vm) {
        for (Slab *slab = vm->slabs, *next; slab; slab = next) {
            next = slab->next;
            free(slab);
        }
        for (int i = 0; i < vm->paths.count; i++)
            free(vm->paths.entries[i].value);
        sl_map_free(&vm->paths);
        pthread_mutex_destroy(&vm->lock);
        free(vm);
        machine->vm = NULL;
    }
    if (machine->live) {
        for (uint32_t i = 0; i < machine->code->func_count; i++)
            sl_liveness_free(machine->live[i]);
        free((void *)machine->live);
        machine->live = NULL;
    }
    free(machine->end_text);
    machine->end_text = NULL;
}
