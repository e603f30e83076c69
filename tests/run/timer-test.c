// SPDX-License-Identifier: MIT
// Timers with the semantics since Go 1.23, in real and in virtual time.
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>

#include "assemble.h"

enum { CH, TIMER, N, LIMIT, VALUE, V2, V3, OK, CLOSURE, WINDOW };
static const int pointers[] = {CH, TIMER, CLOSURE, -1};
static const SlMachineOptions schedulers[] = {{.workers = 1}, {.workers = 3}, {.controlled = true, .seed = 4}};

static void run_all(void (*build)(Asm *p, int main), int code, const char *output) {
    for (size_t i = 0; i < 3; i++) {
        Asm *p = asm_new();
        int main = asm_func(p, "main.main", 40, 0, pointers);
        build(p, main);
        cr_assert_eq(asm_run(p, schedulers[i]), code, "%s", sl_text_cstr(&p->output));
        if (code == 0)
            cr_assert_str_eq(sl_text_cstr(&p->output), output);
        else
            cr_assert(strstr(sl_text_cstr(&p->output), output), "%s", sl_text_cstr(&p->output));
        asm_free(p);
    }
}

static void sleep_us(Asm *p, int func, int us) {
    asm_add(p, func, IK(LDI, WINDOW, us * 1000));
    asm_add(p, func, IK(BLOCK, WINDOW, asm_native(p, "time.Sleep")));
}

// TIMER = timerStart(CH, nil, d, period, nil) with a new CH
static void start(Asm *p, int func, int us, int period_us) {
    asm_add(p, func, IK(LDI, CH, 1));
    asm_add(p, func, I(MAKECHAN, CH, CH, 0));
    asm_add(p, func, W2(ASM_TYPE_WIDE_CHAN, 0));
    asm_add(p, func, I(MOV, WINDOW + 1, CH, 0));
    asm_add(p, func, IK(LDI, WINDOW + 2, 0));
    asm_add(p, func, IK(LDI, WINDOW + 3, us * 1000));
    asm_add(p, func, IK(LDI, WINDOW + 4, period_us * 1000));
    asm_add(p, func, IK(LDI, WINDOW + 5, 0));
    asm_add(p, func, IK(NATIVE, WINDOW, asm_native(p, "time.timerStart")));
    asm_add(p, func, I(MOV, TIMER, WINDOW, 0));
}

static void stop(Asm *p, int func) // prints what Stop returns
{
    asm_call(p, func, WINDOW, "time.timerStop", false, 1, 1, TIMER);
    asm_print(p, func, WINDOW);
}

static void reset(Asm *p, int func, int us) {
    asm_add(p, func, I(MOV, WINDOW + 1, TIMER, 0));
    asm_add(p, func, IK(LDI, WINDOW + 2, us * 1000));
    asm_add(p, func, IK(LDI, WINDOW + 3, 0));
    asm_add(p, func, IK(NATIVE, WINDOW, asm_native(p, "time.timerReset")));
    asm_print(p, func, WINDOW);
}

static void poll_chan(Asm *p, int func) // prints 0 when something was received, -1 when not
{
    asm_add(p, func, I(SELECT, WINDOW, 1, 1));
    asm_add(p, func, CASE(1, CH, VALUE, 3));
    asm_print(p, func, WINDOW);
}

static void sorts_by_sleeping(Asm *p, int main) {
    int other = asm_func(p, "main.other", 40, 4, (const int[]){CH, -1});
    asm_make(p, main, CH, 0);
    static const int ms[] = {60, 20, 40, 0, 80};
    for (int i = 0; i < 5; i++) {
        asm_add(p, main, IK(LDI, VALUE, ms[i]));
        asm_go(p, main, WINDOW, other, 4, CH, CH, CH, VALUE);
    }
    for (int i = 0; i < 5; i++) {
        asm_add(p, main, I(RECV, VALUE, CH, 1));
        asm_print(p, main, VALUE);
    }
    asm_add(p, main, I(RET, 0, 0, 0));
    asm_add(p, other, I(LDQ, 5, 0, 0));
    asm_add(p, other, (SlWord){.word = 1000000});
    asm_add(p, other, I(MUL, WINDOW, 3, 5));
    asm_add(p, other, IK(BLOCK, WINDOW, asm_native(p, "time.Sleep")));
    asm_add(p, other, I(SEND, CH, 3, 1));
    asm_add(p, other, I(RET, 0, 0, 0));
}
Test(timer, sleepers_wake_in_the_order_of_their_times) {
    run_all(sorts_by_sleeping, 0, "0\n20\n40\n60\n80\n");
}

static void after(Asm *p, int main) {
    start(p, main, 3000, 0);
    asm_add(p, main, I(RECV2, VALUE, CH, 3));
    asm_print(p, main, OK);
    stop(p, main);
    poll_chan(p, main);
    asm_add(p, main, I(RET, 0, 0, 0));
}
Test(timer, sends_once) {
    run_all(after, 0, "1\n0\n-1\n");
}

static void no_stale_value(Asm *p, int main) {
    start(p, main, 1000, 0);
    sleep_us(p, main, 3000);
    stop(p, main); // it was due, but nobody has received: stopped all the same
    poll_chan(p, main);
    start(p, main, 1000, 0);
    sleep_us(p, main, 3000);
    reset(p, main, 2000000);
    poll_chan(p, main);
    stop(p, main);
    stop(p, main);
    asm_add(p, main, I(CHANLEN, VALUE, CH, 0));
    asm_print(p, main, VALUE);
    asm_add(p, main, I(CHANCAP, VALUE, CH, 0));
    asm_print(p, main, VALUE);
    asm_add(p, main, I(RET, 0, 0, 0));
}
Test(timer, nothing_stale_after_stop_or_reset) {
    run_all(no_stale_value, 0, "1\n-1\n1\n-1\n1\n0\n0\n0\n");
}

static void due_is_received(Asm *p, int main) {
    start(p, main, 1000, 0);
    sleep_us(p, main, 3000);
    poll_chan(p, main);
    poll_chan(p, main);
    asm_add(p, main, I(RET, 0, 0, 0));
}
Test(timer, what_is_due_is_received_although_nobody_waited) {
    run_all(due_is_received, 0, "0\n-1\n");
}

static void ticker(Asm *p, int main) {
    start(p, main, 2000, 2000);
    uint32_t begin = asm_loop_begin(p, main, N, 5);
    asm_add(p, main, I(RECV2, VALUE, CH, 3));
    asm_print(p, main, OK);
    asm_loop_end(p, main, N, begin);
    sleep_us(p, main, 9000);
    poll_chan(p, main); // several ticks, one place
    asm_call(p, main, WINDOW, "time.timerStop", false, 1, 1, TIMER);
    poll_chan(p, main);
    asm_add(p, main, I(RET, 0, 0, 0));
}
Test(timer, a_ticker_ticks_and_drops_what_nobody_takes) {
    run_all(ticker, 0, "1\n1\n1\n1\n1\n0\n-1\n");
}

static void unwaited(Asm *p, int main) {
    start(p, main, 1000, 1000);
    asm_add(p, main, IK(LDI, VALUE, 0));
    asm_add(p, main, I(RECV, VALUE, VALUE, 1));
}
Test(timer, a_ticker_that_nobody_waits_on_prevents_no_deadlock) {
    run_all(unwaited, 2, "all goroutines are asleep - deadlock!\n\ngoroutine 1 [chan receive (nil chan)]:\n");
}

static void after_func(Asm *p, int main) {
    int func = asm_func(p, "main.later", 40, 0, NULL);
    asm_add(p, main, IK(LDFN, CLOSURE, func));
    asm_add(p, main, IK(LDI, WINDOW + 1, 0));
    asm_add(p, main, I(MOV, WINDOW + 2, CLOSURE, 0));
    asm_add(p, main, IK(LDI, WINDOW + 3, 2000000));
    asm_add(p, main, IK(LDI, WINDOW + 4, 0));
    asm_add(p, main, IK(LDI, WINDOW + 5, 0));
    asm_add(p, main, IK(NATIVE, WINDOW, asm_native(p, "time.timerStart")));
    asm_add(p, main, I(MOV, TIMER, WINDOW, 0));
    sleep_us(p, main, 30000);
    stop(p, main); // has fired
    reset(p, main, 2000);
    sleep_us(p, main, 30000);
    reset(p, main, 500000);
    stop(p, main);
    asm_add(p, main, I(RET, 0, 0, 0));
    asm_add(p, func, IK(LDI, 0, 42));
    asm_print(p, func, 0);
    asm_add(p, func, I(RET, 0, 0, 0));
}
Test(timer, after_func_runs_on_a_goroutine_of_its_own) {
    run_all(after_func, 0, "42\n0\n0\n42\n0\n1\n");
}

// A select with a time-out, a thousand times over: time passes, and only as much as it should in virtual time.
static void timeouts(Asm *p, int main) {
    static const int three[] = {CH, TIMER, CLOSURE, 30, -1};
    free((void *)p->funcs[main].kinds);
    p->code.func_count = 0;
    main = asm_func(p, "main.main", 40, 0, three);
    asm_make(p, main, 30, 0);
    uint32_t begin = asm_loop_begin(p, main, N, 50);
    start(p, main, 1000, 0);
    asm_add(p, main, I(SELECT, WINDOW, 2, 0));
    asm_add(p, main, CASE(1, 30, VALUE, 1));
    asm_add(p, main, CASE(1, CH, VALUE, 3));
    asm_loop_end(p, main, N, begin);
    asm_call(p, main, WINDOW, "time.monoNow", false, 1, 0);
    asm_add(p, main, I(LDQ, VALUE, 0, 0));
    asm_add(p, main, (SlWord){.word = 50000000});
    asm_add(p, main, I(LE, VALUE, VALUE, WINDOW));
    asm_print(p, main, VALUE);
    asm_add(p, main, I(RET, 0, 0, 0));
}
Test(timer, select_with_time_outs) {
    run_all(timeouts, 0, "1\n");
}

// for time.Since(start) < d {}: virtual time moves while code runs.
static void busy(Asm *p, int main) {
    uint32_t begin = asm_here(p, main);
    asm_call(p, main, WINDOW, "time.monoNow", false, 1, 0);
    asm_add(p, main, IK(LDI, VALUE, 5000000));
    asm_jump(p, main, I(JLT, WINDOW, VALUE, 0), begin);
    asm_add(p, main, I(RET, 0, 0, 0));
}
Test(timer, busy_waiting_ends) {
    run_all(busy, 0, "");
}
