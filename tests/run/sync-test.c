// SPDX-License-Identifier: MIT
// Package sync's foundations: mutual exclusion, the waiting writer's rule, wait groups, conditions, Go's texts.
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>

#include "assemble.h"

#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
enum { ROUNDS = 20000 };
#else
enum { ROUNDS = 400000 };
#endif
enum { MEMORY, DONE, N, LIMIT, VALUE, AT, OTHER, OTHER_LIMIT, WINDOW };
static const int pointers[] = {MEMORY, DONE, AT, -1};
static const SlMachineOptions schedulers[] = {{.workers = 1}, {.workers = 4}, {.controlled = true, .seed = 9}};

static void new_memory(Asm *p, int main) {
    asm_add(p, main, I(NEW, MEMORY, 0, 0));
    asm_add(p, main, W2(ASM_TYPE_WORD, 0));
    asm_make(p, main, DONE, 0);
}

static void on(Asm *p, int func, const char *native, int offset) {
    asm_add(p, func, I(PTRADD, AT, MEMORY, offset));
    asm_call(p, func, WINDOW, native, true, 0, 1, AT);
}

static void run_all(void (*build)(Asm *p, int main), int code, const char *part) {
    for (size_t i = 0; i < 3; i++) {
        Asm *p = asm_new();
        int main = asm_func(p, "main.main", 30, 0, pointers);
        new_memory(p, main);
        build(p, main);
        cr_assert_eq(asm_run(p, schedulers[i]), code, "%s", sl_text_cstr(&p->output));
        cr_assert(strstr(sl_text_cstr(&p->output), part), "%s", sl_text_cstr(&p->output));
        asm_free(p);
    }
}

// Eight goroutines add one to a word each under the lock, yielding in between now and then.
static void counter(int64_t rounds, const char *lock, const char *unlock, SlMachineOptions options) {
    Asm *p = asm_new();
    int main = asm_func(p, "main.main", 30, 0, pointers), other = asm_func(p, "main.other", 30, 2, pointers);
    new_memory(p, main);
    for (int i = 0; i < 8; i++)
        asm_go(p, main, WINDOW, other, 2, MEMORY, DONE);
    for (int i = 0; i < 8; i++)
        asm_add(p, main, I(RECV, VALUE, DONE, 1));
    asm_add(p, main, I(LD64, VALUE, MEMORY, 64));
    asm_print(p, main, VALUE);
    asm_add(p, main, I(RET, 0, 0, 0));
    uint32_t begin = asm_loop_begin(p, other, N, rounds);
    on(p, other, lock, 0);
    asm_add(p, other, I(LD64, VALUE, MEMORY, 64));
    asm_add(p, other, I(ANDI, OTHER, N, 63));
    uint32_t skip = asm_add(p, other, I(JNEI, OTHER, 0, 2));
    asm_add(p, other, IK(BLOCK, WINDOW, asm_native(p, "runtime.Gosched")));
    (void)skip;
    asm_add(p, other, I(ADDI, VALUE, VALUE, 1));
    asm_add(p, other, I(ST64, MEMORY, VALUE, 64));
    on(p, other, unlock, 0);
    asm_loop_end(p, other, N, begin);
    asm_add(p, other, I(SEND, DONE, N, 1));
    asm_add(p, other, I(RET, 0, 0, 0));
    cr_assert_eq(asm_run(p, options), 0);
    char expected[40];
    snprintf(expected, sizeof expected, "%lld\n", (long long)rounds * 8);
    cr_assert_str_eq(sl_text_cstr(&p->output), expected);
    asm_free(p);
}

Test(mutex, lets_one_in_at_a_time) {
    counter(ROUNDS, "sync.(*Mutex).Lock", "sync.(*Mutex).Unlock", schedulers[0]);
    counter(ROUNDS, "sync.(*Mutex).Lock", "sync.(*Mutex).Unlock", schedulers[1]);
    counter(ROUNDS / 100, "sync.(*Mutex).Lock", "sync.(*Mutex).Unlock", schedulers[2]);
}

Test(rwmutex, lets_one_writer_in_at_a_time) {
    counter(ROUNDS, "sync.(*RWMutex).Lock", "sync.(*RWMutex).Unlock", schedulers[0]);
    counter(ROUNDS / 4, "sync.(*RWMutex).Lock", "sync.(*RWMutex).Unlock", schedulers[1]);
    counter(ROUNDS / 100, "sync.(*RWMutex).Lock", "sync.(*RWMutex).Unlock", schedulers[2]);
}

// Writers keep two words equal; readers see them so.
Test(rwmutex, readers_never_see_a_writer_at_work) {
    for (size_t i = 0; i < 3; i++) {
        Asm *p = asm_new();
        int main = asm_func(p, "main.main", 30, 0, pointers), writer = asm_func(p, "main.writer", 30, 2, pointers);
        int reader = asm_func(p, "main.reader", 30, 2, pointers);
        int64_t rounds = i == 2 ? 200 : ROUNDS / 8;
        new_memory(p, main);
        for (int k = 0; k < 3; k++) {
            asm_go(p, main, WINDOW, writer, 2, MEMORY, DONE);
            asm_go(p, main, WINDOW, reader, 2, MEMORY, DONE);
        }
        for (int k = 0; k < 6; k++)
            asm_add(p, main, I(RECV, VALUE, DONE, 1));
        asm_add(p, main, I(LD64, VALUE, MEMORY, 80));
        asm_print(p, main, VALUE);
        asm_add(p, main, I(RET, 0, 0, 0));
        uint32_t begin = asm_loop_begin(p, writer, N, rounds);
        on(p, writer, "sync.(*RWMutex).Lock", 0);
        for (int offset = 64; offset <= 72; offset += 8) {
            asm_add(p, writer, I(LD64, VALUE, MEMORY, offset));
            asm_add(p, writer, I(ADDI, VALUE, VALUE, 1));
            asm_add(p, writer, I(ST64, MEMORY, VALUE, offset));
        }
        on(p, writer, "sync.(*RWMutex).Unlock", 0);
        asm_loop_end(p, writer, N, begin);
        asm_add(p, writer, I(SEND, DONE, N, 1));
        asm_add(p, writer, I(RET, 0, 0, 0));
        begin = asm_loop_begin(p, reader, N, rounds);
        on(p, reader, "sync.(*RWMutex).RLock", 0);
        asm_add(p, reader, I(LD64, VALUE, MEMORY, 64));
        asm_add(p, reader, I(LD64, OTHER, MEMORY, 72));
        asm_add(p, reader, I(JEQ, VALUE, OTHER, 2));
        asm_add(p, reader, I(ST64, MEMORY, LIMIT, 80));
        on(p, reader, "sync.(*RWMutex).RUnlock", 0);
        asm_loop_end(p, reader, N, begin);
        asm_add(p, reader, I(SEND, DONE, N, 1));
        asm_add(p, reader, I(RET, 0, 0, 0));
        cr_assert_eq(asm_run(p, schedulers[i]), 0);
        cr_assert_str_eq(sl_text_cstr(&p->output), "0\n");
        asm_free(p);
    }
}

static void sleep_ms(Asm *p, int func, int ms) {
    asm_add(p, func, IK(LDI, VALUE, ms * 1000000));
    asm_call(p, func, WINDOW, "time.Sleep", true, 0, 1, VALUE);
}

// main reads; a writer waits; a second reader has to wait behind it, so main cannot read again: deadlock.
static void writer_first(Asm *p, int main) {
    int writer = asm_func(p, "main.writer", 30, 2, pointers);
    on(p, main, "sync.(*RWMutex).RLock", 0);
    asm_go(p, main, WINDOW, writer, 2, MEMORY, DONE);
    sleep_ms(p, main, 5);
    on(p, main, "sync.(*RWMutex).RLock", 0);
    on(p, writer, "sync.(*RWMutex).Lock", 0);
    asm_add(p, writer, I(RET, 0, 0, 0));
}
Test(rwmutex, a_waiting_writer_keeps_new_readers_out) {
    run_all(writer_first, 2, "goroutine 1 [sync.RWMutex.RLock]:\n");
    run_all(writer_first, 2, "goroutine 2 [sync.RWMutex.Lock]:\n");
}

static void unlocked(Asm *p, int main) {
    on(p, main, "sync.(*Mutex).Unlock", 0);
}
static void rw_unlocked(Asm *p, int main) {
    on(p, main, "sync.(*RWMutex).Unlock", 0);
}
static void rw_runlocked(Asm *p, int main) {
    on(p, main, "sync.(*RWMutex).RUnlock", 0);
}
static void negative(Asm *p, int main) {
    asm_add(p, main, IK(LDI, VALUE, -1));
    asm_call(p, main, WINDOW, "sync.(*WaitGroup).Add", true, 0, 2, MEMORY, VALUE);
}
Test(sync, faults_read_as_go_says_them) {
    run_all(unlocked, 2, "fatal error: sync: unlock of unlocked mutex\n");
    run_all(rw_unlocked, 2, "fatal error: sync: Unlock of unlocked RWMutex\n");
    run_all(rw_runlocked, 2, "fatal error: sync: RUnlock of unlocked RWMutex\n");
    run_all(negative, 2, "panic: sync: negative WaitGroup counter\n");
}

// main waits for a hundred goroutines that each add one atomically, twenty times over.
static void group(Asm *p, int main) {
    int other = asm_func(p, "main.other", 30, 2, pointers);
    uint32_t outer = asm_loop_begin(p, main, N, 20);
    uint32_t begin = asm_loop_begin(p, main, OTHER, 100);
    asm_add(p, main, IK(LDI, VALUE, 1));
    asm_call(p, main, WINDOW, "sync.(*WaitGroup).Add", true, 0, 2, MEMORY, VALUE);
    asm_go(p, main, WINDOW, other, 2, MEMORY, DONE);
    asm_loop_end(p, main, OTHER, begin);
    on(p, main, "sync.(*WaitGroup).Wait", 0);
    asm_loop_end(p, main, N, outer);
    asm_add(p, main, I(LD64, VALUE, MEMORY, 64));
    asm_print(p, main, VALUE);
    asm_add(p, main, I(RET, 0, 0, 0));
    asm_add(p, other, I(PTRADD, AT, MEMORY, 64));
    asm_add(p, other, IK(LDI, VALUE, 1));
    asm_call(p, other, WINDOW, "sync/atomic.AddInt64", false, 1, 2, AT, VALUE);
    asm_add(p, other, IK(LDI, VALUE, -1));
    asm_call(p, other, WINDOW, "sync.(*WaitGroup).Add", true, 0, 2, MEMORY, VALUE);
    asm_add(p, other, I(RET, 0, 0, 0));
}
Test(group, waits_for_all) {
    run_all(group, 0, "2000\n");
}

// A queue of one place guarded by a mutex at 0, a condition at 8; the flag is at 64.
static void condition(Asm *p, int main) {
    int other = asm_func(p, "main.other", 30, 2, pointers);
    enum { TURNS = 300, TICKET = 20 };
    asm_go(p, main, WINDOW, other, 2, MEMORY, DONE);
    for (int side = 0; side < 2; side++) { // main fills, the other empties
        int func = side ? other : main;
        uint32_t begin = asm_loop_begin(p, func, N, TURNS);
        on(p, func, "sync.(*Mutex).Lock", 0);
        uint32_t check = asm_here(p, func);
        asm_add(p, func, I(LD64, VALUE, MEMORY, 64));
        uint32_t ready = asm_add(p, func, I(JEQI, VALUE, side, 0));
        asm_add(p, func, I(PTRADD, AT, MEMORY, 8));
        asm_call(p, func, WINDOW, "sync.condAdd", false, 1, 1, AT);
        asm_add(p, func, I(MOV, TICKET, WINDOW, 0));
        on(p, func, "sync.(*Mutex).Unlock", 0);
        asm_add(p, func, I(PTRADD, AT, MEMORY, 8));
        asm_call(p, func, WINDOW, "sync.condWait", true, 0, 2, AT, TICKET);
        on(p, func, "sync.(*Mutex).Lock", 0);
        asm_jump(p, func, I(JMP, 0, 0, 0), check);
        p->funcs[func].code[ready].op.c = (uint16_t)(asm_here(p, func) - ready);
        asm_add(p, func, IK(LDI, VALUE, !side));
        asm_add(p, func, I(ST64, MEMORY, VALUE, 64));
        on(p, func, side ? "sync.condSignal" : "sync.condBroadcast", 8);
        on(p, func, "sync.(*Mutex).Unlock", 0);
        asm_loop_end(p, func, N, begin);
        asm_add(p, func, side ? I(SEND, DONE, N, 1) : I(RECV, VALUE, DONE, 1));
        if (!side)
            asm_print(p, func, VALUE);
        asm_add(p, func, I(RET, 0, 0, 0));
    }
}
Test(cond, signals_are_not_lost) {
    run_all(condition, 0, "300\n");
}

static void semaphore(Asm *p, int main) {
    int other = asm_func(p, "main.other", 30, 2, pointers);
    for (int i = 0; i < 10; i++)
        asm_go(p, main, WINDOW, other, 2, MEMORY, DONE);
    for (int i = 0; i < 10; i++)
        on(p, main, "sync.semRelease", 0);
    for (int i = 0; i < 10; i++)
        asm_add(p, main, I(RECV, VALUE, DONE, 1));
    asm_add(p, main, I(LD64, VALUE, MEMORY, 0));
    asm_print(p, main, VALUE);
    asm_add(p, main, I(RET, 0, 0, 0));
    on(p, other, "sync.semAcquire", 0);
    asm_add(p, other, I(SEND, DONE, N, 1));
    asm_add(p, other, I(RET, 0, 0, 0));
}
Test(semaphore, counts) {
    run_all(semaphore, 0, "0\n");
}
