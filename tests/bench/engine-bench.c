// SPDX-License-Identifier: MIT
// The engine without the language: what a hand-off, a select, a goroutine, a lock and a timer cost, in nanoseconds by
// the clock and by the processors' time (which a busy machine distorts less).
// engine-bench [workers] [name]
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "../run/assemble.h"

static double now(clockid_t clock) {
    struct timespec t;
    clock_gettime(clock, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

// Slots 0 and 1 of main: channels. 2: counter, 3: limit, 4: value, 5 and on: window.
enum { A, B, N, LIMIT, VALUE, OK, WINDOW };

static uint32_t loop_begin(Asm *p, int f, int64_t count) {
    asm_add(p, f, I(LDQ, LIMIT, 0, 0));
    asm_add(p, f, (SlWord){.word = (uint64_t)count});
    asm_add(p, f, IK(LDI, N, 0));
    return asm_here(p, f);
}

static void loop_end(Asm *p, int f, uint32_t begin) {
    asm_add(p, f, I(ADDI, N, N, 1));
    asm_jump(p, f, I(JLT, N, LIMIT, 0), begin);
}

static void make_chan(Asm *p, int f, int slot, int capacity) {
    asm_add(p, f, IK(LDI, VALUE, capacity));
    asm_add(p, f, I(MAKECHAN, slot, VALUE, 0));
    asm_add(p, f, W2(ASM_TYPE_CHAN, 0));
}

static void go_with(Asm *p, int f, int func, int args) {
    for (int i = 0; i < args; i++)
        asm_add(p, f, I(MOV, WINDOW + 3 + i, i, 0));
    asm_add(p, f, IK(GO, WINDOW, func));
}

static const int pointers[] = {A, B, -1};

static void hand_off(Asm *p, int64_t count) {
    int main = asm_func(p, "main.main", 16, 0, pointers), other = asm_func(p, "main.other", 16, 2, pointers);
    make_chan(p, main, A, 0);
    make_chan(p, main, B, 0);
    go_with(p, main, other, 2);
    uint32_t begin = loop_begin(p, main, count / 2);
    asm_add(p, main, I(SEND, A, N, 1));
    asm_add(p, main, I(RECV, VALUE, B, 1));
    loop_end(p, main, begin);
    asm_add(p, main, I(RET, 0, 0, 0));
    begin = asm_here(p, other);
    asm_add(p, other, I(RECV, VALUE, A, 1));
    asm_add(p, other, I(SEND, B, VALUE, 1));
    asm_jump(p, other, I(JMP, 0, 0, 0), begin);
}

static void one_way(Asm *p, int64_t count, int capacity) {
    int main = asm_func(p, "main.main", 16, 0, pointers), other = asm_func(p, "main.other", 16, 2, pointers);
    make_chan(p, main, A, capacity);
    make_chan(p, main, B, 0);
    go_with(p, main, other, 2);
    uint32_t begin = loop_begin(p, main, count);
    asm_add(p, main, I(SEND, A, N, 1));
    loop_end(p, main, begin);
    asm_add(p, main, I(RET, 0, 0, 0));
    begin = asm_here(p, other);
    asm_add(p, other, I(RECV, VALUE, A, 1));
    asm_jump(p, other, I(JMP, 0, 0, 0), begin);
}

static void unbuffered(Asm *p, int64_t count) {
    one_way(p, count, 0);
}
static void buffered(Asm *p, int64_t count) {
    one_way(p, count, 64);
}

static void select_of_4(Asm *p, int64_t count) // two of them ready
{
    static const int four[] = {0, 1, 8, 9, -1};
    int main = asm_func(p, "main.main", 16, 0, four);
    make_chan(p, main, 0, 1);
    make_chan(p, main, 1, 1);
    make_chan(p, main, 8, 1);
    make_chan(p, main, 9, 1);
    asm_add(p, main, I(SEND, 0, N, 1));
    uint32_t begin = loop_begin(p, main, count);
    asm_add(p, main, I(SELECT, 10, 4, 0));
    asm_add(p, main, CASE(0, 1, N, 1));
    asm_add(p, main, CASE(1, 1, VALUE, 1));
    asm_add(p, main, CASE(1, 8, VALUE, 1));
    asm_add(p, main, CASE(1, 9, VALUE, 1));
    loop_end(p, main, begin);
    asm_add(p, main, I(RET, 0, 0, 0));
}

static void spawn(Asm *p, int64_t count) {
    int main = asm_func(p, "main.main", 16, 0, pointers), other = asm_func(p, "main.other", 4, 2, NULL);
    make_chan(p, main, A, 0);
    make_chan(p, main, B, 0);
    uint32_t begin = loop_begin(p, main, count);
    go_with(p, main, other, 2);
    asm_add(p, main, I(RECV, VALUE, A, 1));
    loop_end(p, main, begin);
    asm_add(p, main, I(RET, 0, 0, 0));
    asm_add(p, other, I(SEND, 0, 1, 1));
    asm_add(p, other, I(RET, 0, 0, 0));
}

static void lock_alone(Asm *p, int64_t count) {
    int main = asm_func(p, "main.main", 16, 0, pointers);
    asm_add(p, main, I(NEW, A, 0, 0));
    asm_add(p, main, W2(ASM_TYPE_WORD, 0));
    uint32_t begin = loop_begin(p, main, count);
    asm_add(p, main, I(MOV, WINDOW, A, 0));
    asm_add(p, main, IK(BLOCK, WINDOW, asm_native(p, "sync.(*Mutex).Lock")));
    asm_add(p, main, I(MOV, WINDOW, A, 0));
    asm_add(p, main, IK(BLOCK, WINDOW, asm_native(p, "sync.(*Mutex).Unlock")));
    loop_end(p, main, begin);
    asm_add(p, main, I(RET, 0, 0, 0));
}

static void lock_of_4(Asm *p, int64_t count) // four goroutines, one lock; main waits for them
{
    int main = asm_func(p, "main.main", 16, 0, pointers), other = asm_func(p, "main.other", 16, 2, pointers);
    asm_add(p, main, I(NEW, A, 0, 0));
    asm_add(p, main, W2(ASM_TYPE_WORD, 0));
    make_chan(p, main, B, 0);
    for (int i = 0; i < 4; i++)
        go_with(p, main, other, 2);
    for (int i = 0; i < 4; i++)
        asm_add(p, main, I(RECV, VALUE, B, 1));
    asm_add(p, main, I(RET, 0, 0, 0));
    uint32_t begin = loop_begin(p, other, count / 4);
    asm_add(p, other, I(MOV, WINDOW, A, 0));
    asm_add(p, other, IK(BLOCK, WINDOW, asm_native(p, "sync.(*Mutex).Lock")));
    asm_add(p, other, I(LD64, VALUE, A, 8));
    asm_add(p, other, I(ADDI, VALUE, VALUE, 1));
    asm_add(p, other, I(ST64, A, VALUE, 8));
    asm_add(p, other, I(MOV, WINDOW, A, 0));
    asm_add(p, other, IK(BLOCK, WINDOW, asm_native(p, "sync.(*Mutex).Unlock")));
    loop_end(p, other, begin);
    asm_add(p, other, I(SEND, B, N, 1));
    asm_add(p, other, I(RET, 0, 0, 0));
}

static void sleep_1us(Asm *p, int64_t count) {
    int main = asm_func(p, "main.main", 16, 0, pointers);
    uint32_t begin = loop_begin(p, main, count);
    asm_add(p, main, IK(LDI, WINDOW, 1000));
    asm_add(p, main, IK(BLOCK, WINDOW, asm_native(p, "time.Sleep")));
    loop_end(p, main, begin);
    asm_add(p, main, I(RET, 0, 0, 0));
}

static void yield_alone(Asm *p, int64_t count) {
    int main = asm_func(p, "main.main", 16, 0, pointers);
    uint32_t begin = loop_begin(p, main, count);
    asm_add(p, main, IK(BLOCK, WINDOW, asm_native(p, "runtime.Gosched")));
    loop_end(p, main, begin);
    asm_add(p, main, I(RET, 0, 0, 0));
}

static void ring(Asm *p, int64_t count) // 100 goroutines hand one value around
{
    int main = asm_func(p, "main.main", 16, 0, pointers), other = asm_func(p, "main.other", 16, 2, pointers);
    static const int three[] = {A, B, 12, -1};
    free((void *)p->funcs[main].kinds);
    p->code.func_count = 0;
    main = asm_func(p, "main.main", 16, 0, three);
    p->code.func_count = 2;
    make_chan(p, main, A, 0);
    asm_add(p, main, I(MOV, 12, A, 0));
    uint32_t begin = loop_begin(p, main, 99);
    make_chan(p, main, B, 0);
    go_with(p, main, other, 2);
    asm_add(p, main, I(MOV, A, B, 0));
    loop_end(p, main, begin);
    begin = loop_begin(p, main, count / 100);
    asm_add(p, main, I(SEND, 12, N, 1));
    asm_add(p, main, I(RECV, VALUE, A, 1));
    loop_end(p, main, begin);
    asm_add(p, main, I(RET, 0, 0, 0));
    begin = asm_here(p, other);
    asm_add(p, other, I(RECV, VALUE, A, 1));
    asm_add(p, other, I(SEND, B, VALUE, 1));
    asm_jump(p, other, I(JMP, 0, 0, 0), begin);
}

static void compute(Asm *p, int64_t count) // alongside nothing: the second worker has to be started for the others
{
    int main = asm_func(p, "main.main", 16, 0, pointers), other = asm_func(p, "main.other", 16, 2, pointers);
    make_chan(p, main, A, 0);
    make_chan(p, main, B, 0);
    for (int i = 0; i < 4; i++)
        go_with(p, main, other, 2);
    for (int i = 0; i < 4; i++)
        asm_add(p, main, I(RECV, VALUE, A, 1));
    asm_add(p, main, I(RET, 0, 0, 0));
    uint32_t begin = loop_begin(p, other, count / 4);
    asm_add(p, other, I(ADD, VALUE, VALUE, N));
    loop_end(p, other, begin);
    asm_add(p, other, I(SEND, A, VALUE, 1));
    asm_add(p, other, I(RET, 0, 0, 0));
}

static const struct {
    const char *name;
    void (*build)(Asm *program, int64_t count);
    int64_t count;
} benches[] = {
    {"hand-off", hand_off, 20000000},
    {"unbuffered", unbuffered, 20000000},
    {"buffered", buffered, 20000000},
    {"select-of-4", select_of_4, 10000000},
    {"spawn", spawn, 3000000},
    {"lock", lock_alone, 20000000},
    {"lock-of-4", lock_of_4, 8000000},
    {"yield", yield_alone, 20000000},
    {"ring-100", ring, 20000000},
    {"sleep-1us", sleep_1us, 2000},
    {"compute-of-4", compute, 400000000},
};

int main(int argc, char **argv) {
    int workers = argc > 1 ? atoi(argv[1]) : 2;
    bool controlled = workers == 0;
    for (size_t i = 0; i < sizeof benches / sizeof *benches; i++) {
        if (argc > 2 && strcmp(argv[2], benches[i].name) != 0)
            continue;
        int64_t count = benches[i].count / (controlled ? 10 : 1);
        Asm *program = asm_new();
        benches[i].build(program, count);
        SlMachine *machine =
            asm_machine(program, (SlMachineOptions){.workers = controlled ? 1 : workers, .controlled = controlled});
        double start = now(CLOCK_MONOTONIC), cpu = now(CLOCK_PROCESS_CPUTIME_ID);
        sl_machine_run(machine, -1, 0);
        double taken = now(CLOCK_MONOTONIC) - start;
        cpu = now(CLOCK_PROCESS_CPUTIME_ID) - cpu;
        printf("%-12s %8.1f ns, of processors %8.1f ns %s\n", benches[i].name, taken / (double)count,
               cpu / (double)count, sl_text_cstr(&program->output));
        fflush(stdout);
        sl_machine_free(machine);
        asm_free(program);
    }
    return 0;
}
