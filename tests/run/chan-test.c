// SPDX-License-Identifier: MIT
// Channels and select as properties: nothing lost, doubled or reordered; uniform choice; the rules of close and nil.
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>

#include "assemble.h"

#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
enum { MESSAGES = 200000 };
#else
enum { MESSAGES = 10000000 };
#endif
enum { SENDERS = 8, RECEIVERS = 8, SEQUENCE_BITS = 40 };

// What the receivers have seen; each has a row of its own.
static struct {
    int64_t last[SENDERS], count[SENDERS], wrong;
    char pad[64];
} seen[RECEIVERS];

static SlOutcome saw(SlWorker *worker, SlSlot *s) {
    (void)worker;
    int64_t receiver = s[0].i, value = s[1].i, sender = value >> SEQUENCE_BITS;
    int64_t sequence = value & (((int64_t)1 << SEQUENCE_BITS) - 1);
    if (sequence <= seen[receiver].last[sender])
        seen[receiver].wrong++;
    seen[receiver].last[sender] = sequence;
    seen[receiver].count[sender]++;
    return SL_DONE;
}

enum { CH, DONE, ME, N, LIMIT, VALUE, OK, BASE, WINDOW };
static const int chans[] = {CH, DONE, -1};

// Senders send me<<40 + 1, 2, 3...; the last one closes; receivers tell `saw` until the channel is closed.
static Asm *many_to_many(int64_t count, int capacity, bool by_select) {
    Asm *p = asm_new();
    int main = asm_func(p, "main.main", 20, 0, chans), sender = asm_func(p, "main.sender", 20, 3, chans);
    int receiver = asm_func(p, "main.receiver", 20, 3, chans);
    asm_make(p, main, CH, capacity);
    asm_make(p, main, DONE, 0);
    for (int i = 0; i < RECEIVERS; i++) {
        asm_add(p, main, IK(LDI, ME, i));
        asm_go(p, main, WINDOW, receiver, 3, CH, DONE, ME);
    }
    for (int i = 0; i < SENDERS; i++) {
        asm_add(p, main, IK(LDI, ME, i));
        asm_go(p, main, WINDOW, sender, 3, CH, DONE, ME);
    }
    for (int i = 0; i < SENDERS; i++)
        asm_add(p, main, I(RECV, VALUE, DONE, 1));
    asm_add(p, main, I(CLOSE, CH, 0, 0));
    for (int i = 0; i < RECEIVERS; i++)
        asm_add(p, main, I(RECV, VALUE, DONE, 1));
    asm_add(p, main, I(RET, 0, 0, 0));

    asm_add(p, sender, I(SHLI, BASE, ME, SEQUENCE_BITS));
    asm_add(p, sender, I(ADDI, BASE, BASE, 1));
    uint32_t begin = asm_loop_begin(p, sender, N, count / SENDERS);
    asm_add(p, sender, I(ADD, VALUE, BASE, N));
    if (by_select) {
        asm_add(p, sender, IK(LDI, WINDOW + 3, 0));
        asm_add(p, sender, I(SELECT, WINDOW, 2, 0));
        asm_add(p, sender, CASE(0, CH, VALUE, 1));
        asm_add(p, sender, CASE(1, WINDOW + 3, SL_NO_SLOT, 0)); // nil
    } else {
        asm_add(p, sender, I(SEND, CH, VALUE, 1));
    }
    asm_loop_end(p, sender, N, begin);
    asm_add(p, sender, I(SEND, DONE, VALUE, 1));
    asm_add(p, sender, I(RET, 0, 0, 0));

    begin = asm_here(p, receiver);
    if (by_select) {
        asm_add(p, receiver, I(SELECT, WINDOW, 2, 0));
        asm_add(p, receiver, CASE(1, CH, VALUE, 1));
        asm_add(p, receiver, CASE(1, CH, VALUE, 1)); // the same channel twice
        asm_add(p, receiver, I(MOV, OK, WINDOW + 1, 0));
    } else {
        asm_add(p, receiver, I(RECV2, VALUE, CH, 1));
    }
    uint32_t at = asm_add(p, receiver, I(JF, OK, 0, 0));
    asm_call(p, receiver, WINDOW, "runtime.goid", false, 0, 2, ME, VALUE);
    asm_jump(p, receiver, I(JMP, 0, 0, 0), begin);
    p->funcs[receiver].code[at].pair.hi = asm_here(p, receiver) - at;
    asm_add(p, receiver, I(SEND, DONE, VALUE, 1));
    asm_add(p, receiver, I(RET, 0, 0, 0));
    return p;
}

static void check_many(int64_t count, int capacity, bool by_select, SlMachineOptions options) {
    memset(seen, 0, sizeof seen);
    Asm *p = many_to_many(count, capacity, by_select);
    SlMachine *machine = asm_machine(p, options);
    asm_patch(p, machine, "runtime.goid", saw);
    cr_assert_eq(sl_machine_run(machine, -1, 0), SL_STOP_EXIT);
    cr_assert_str_eq(sl_text_cstr(&p->output), "");
    sl_machine_free(machine);
    for (int s = 0; s < SENDERS; s++) {
        int64_t got = 0;
        for (int r = 0; r < RECEIVERS; r++) {
            got += seen[r].count[s];
            cr_assert_eq(seen[r].wrong, 0, "reordered");
        }
        cr_assert_eq(got, count / SENDERS);
    }
    asm_free(p);
}

Test(chan, unbuffered_loses_doubles_and_reorders_nothing) {
    check_many(MESSAGES, 0, false, (SlMachineOptions){.workers = 4});
}
Test(chan, buffered_loses_doubles_and_reorders_nothing) {
    check_many(MESSAGES, 7, false, (SlMachineOptions){.workers = 4});
}
Test(chan, select_loses_doubles_and_reorders_nothing) {
    check_many(MESSAGES / 4, 0, true, (SlMachineOptions){.workers = 4});
    check_many(MESSAGES / 4, 3, true, (SlMachineOptions){.workers = 4});
}
Test(chan, one_worker_loses_doubles_and_reorders_nothing) {
    check_many(MESSAGES / 4, 1, false, (SlMachineOptions){.workers = 1});
}
Test(chan, a_controlled_machine_loses_doubles_and_reorders_nothing) {
    check_many(MESSAGES / 100, 2, false, (SlMachineOptions){.controlled = true, .seed = 7});
    check_many(MESSAGES / 100, 0, true, (SlMachineOptions){.controlled = true, .seed = 8});
}

// ---- select is uniform ----

static int64_t picked[4];
static SlOutcome pick(SlWorker *worker, SlSlot *s) {
    (void)worker;
    picked[s[0].i]++;
    return SL_DONE;
}

static void check_uniform(SlMachineOptions options, int rounds) {
    // Four closed channels: all ready always.
    static const int four[] = {0, 1, 2, 3, -1};
    memset(picked, 0, sizeof picked);
    Asm *p = asm_new();
    int main = asm_func(p, "main.main", 20, 0, four);
    for (int i = 0; i < 4; i++) {
        asm_make(p, main, i, 0);
        asm_add(p, main, I(CLOSE, i, 0, 0));
    }
    uint32_t begin = asm_loop_begin(p, main, 4, rounds);
    asm_add(p, main, I(SELECT, 6, 4, 0));
    for (int i = 0; i < 4; i++)
        asm_add(p, main, CASE(1, i, SL_NO_SLOT, 0));
    asm_call(p, main, 10, "runtime.goid", false, 0, 1, 6);
    asm_loop_end(p, main, 4, begin);
    asm_add(p, main, I(RET, 0, 0, 0));
    SlMachine *machine = asm_machine(p, options);
    asm_patch(p, machine, "runtime.goid", pick);
    sl_machine_run(machine, -1, 0);
    sl_machine_free(machine);
    asm_free(p);
    double chi = 0, expected = rounds / 4.0;
    for (int i = 0; i < 4; i++)
        chi += ((double)picked[i] - expected) * ((double)picked[i] - expected) / expected;
    cr_assert_lt(chi, 27.9); // 3 degrees of freedom: beyond that once in 250,000 runs
}

Test(select, takes_each_ready_case_as_often) {
    check_uniform((SlMachineOptions){.workers = 2}, 100000);
    check_uniform((SlMachineOptions){.controlled = true, .seed = 3}, 100000);
}

// ---- close and nil ----

static const char *output_of(void (*build)(Asm *p, int main), int expected_code) {
    static char text[4096];
    static const SlMachineOptions all[] = {{.workers = 1}, {.workers = 3}, {.controlled = true, .seed = 1}};
    for (size_t i = 0; i < 3; i++) {
        Asm *p = asm_new();
        int main = asm_func(p, "main.main", 30, 0, chans);
        build(p, main);
        cr_assert_eq(asm_run(p, all[i]), expected_code, "%s", sl_text_cstr(&p->output));
        if (i > 0)
            cr_assert_str_eq(text, sl_text_cstr(&p->output));
        snprintf(text, sizeof text, "%s", sl_text_cstr(&p->output));
        asm_free(p);
    }
    return text;
}

static void assert_has(const char *text, const char *part) {
    cr_assert(strstr(text, part), "no %s in %s", part, text);
}

static void send_closed(Asm *p, int main) {
    asm_make(p, main, CH, 1);
    asm_add(p, main, I(CLOSE, CH, 0, 0));
    asm_add(p, main, I(SEND, CH, N, 1));
    asm_add(p, main, I(RET, 0, 0, 0));
}
static void select_send_closed(Asm *p, int main) {
    asm_make(p, main, CH, 1);
    asm_add(p, main, I(CLOSE, CH, 0, 0));
    asm_add(p, main, I(SELECT, 10, 1, 1));
    asm_add(p, main, CASE(0, CH, N, 1));
    asm_add(p, main, I(RET, 0, 0, 0));
}
static void close_closed(Asm *p, int main) {
    asm_make(p, main, CH, 1);
    asm_add(p, main, I(CLOSE, CH, 0, 0));
    asm_add(p, main, I(CLOSE, CH, 0, 0));
}
static void close_nil(Asm *p, int main) {
    asm_add(p, main, IK(LDI, CH, 0));
    asm_add(p, main, I(CLOSE, CH, 0, 0));
}

Test(chan, panics_as_go_does) {
    assert_has(output_of(send_closed, 2), "panic: send on closed channel\n");
    assert_has(output_of(select_send_closed, 2), "panic: send on closed channel\n");
    assert_has(output_of(close_closed, 2), "panic: close of closed channel\n");
    assert_has(output_of(close_nil, 2), "panic: close of nil channel\n");
}

static void sender_blocked_at_close(Asm *p, int main) {
    int other = asm_func(p, "main.other", 20, 1, chans);
    asm_make(p, main, CH, 0);
    asm_go(p, main, 10, other, 1, CH);
    asm_add(p, main, I(SEND, CH, N, 1));
    asm_add(p, main, I(RET, 0, 0, 0));
    asm_add(p, other, IK(LDI, 5, 1000000));
    asm_call(p, other, 10, "time.Sleep", true, 0, 1, 5);
    asm_add(p, other, I(CLOSE, CH, 0, 0));
    asm_add(p, other, I(RET, 0, 0, 0));
}
static void select_sender_blocked_at_close(Asm *p, int main) {
    int other = asm_func(p, "main.other", 20, 1, chans);
    asm_make(p, main, CH, 0);
    asm_make(p, main, DONE, 0);
    asm_add(p, main, IK(LDI, 25, 0));
    asm_go(p, main, 10, other, 1, CH);
    asm_add(p, main, I(SELECT, 8, 3, 0));
    asm_add(p, main, CASE(1, DONE, VALUE, 1));
    asm_add(p, main, CASE(1, 25, VALUE, 1)); // nil
    asm_add(p, main, CASE(0, CH, N, 1));
    asm_add(p, main, I(RET, 0, 0, 0));
    asm_add(p, other, IK(LDI, 5, 1000000));
    asm_call(p, other, 10, "time.Sleep", true, 0, 1, 5);
    asm_add(p, other, I(CLOSE, CH, 0, 0));
    asm_add(p, other, I(RET, 0, 0, 0));
}

Test(chan, close_makes_waiting_senders_panic) {
    assert_has(output_of(sender_blocked_at_close, 2), "panic: send on closed channel\n\ngoroutine 1 [running]");
    assert_has(output_of(select_sender_blocked_at_close, 2), "panic: send on closed channel\n\ngoroutine 1 [running]");
}

static void drain_closed(Asm *p, int main) {
    asm_make(p, main, CH, 3);
    for (int i = 0; i < 3; i++) {
        asm_add(p, main, IK(LDI, VALUE, i + 5));
        asm_add(p, main, I(SEND, CH, VALUE, 1));
    }
    asm_add(p, main, I(CLOSE, CH, 0, 0));
    for (int i = 0; i < 5; i++) {
        asm_add(p, main, I(RECV2, VALUE, CH, 1));
        asm_print(p, main, VALUE);
        asm_print(p, main, OK);
    }
    asm_add(p, main, I(CHANLEN, VALUE, CH, 0));
    asm_print(p, main, VALUE);
    asm_add(p, main, I(CHANCAP, VALUE, CH, 0));
    asm_print(p, main, VALUE);
    asm_add(p, main, I(RET, 0, 0, 0));
}
Test(chan, what_was_buffered_is_received_after_close_then_zero_and_false) {
    cr_assert_str_eq(output_of(drain_closed, 0), "5\n1\n6\n1\n7\n1\n0\n0\n0\n0\n0\n3\n");
}

static void huge(Asm *p, int main) {
    asm_add(p, main, IK(LDI, VALUE, -1));
    asm_add(p, main, I(MAKECHAN, CH, VALUE, 0));
    asm_add(p, main, W2(ASM_TYPE_CHAN, 0));
}
Test(chan, a_size_out_of_range_panics) {
    assert_has(output_of(huge, 2), "panic: makechan: size out of range");
}

static void default_case(Asm *p, int main) {
    asm_make(p, main, CH, 0);
    asm_add(p, main, IK(LDI, DONE, 0));
    asm_add(p, main, I(SELECT, 10, 2, 1));
    asm_add(p, main, CASE(0, CH, N, 1));
    asm_add(p, main, CASE(1, DONE, VALUE, 1)); // nil
    asm_print(p, main, 10);
    asm_add(p, main, I(SELECT, 10, 0, 1));
    asm_print(p, main, 10);
    asm_add(p, main, I(RET, 0, 0, 0));
}
Test(select, default_is_taken_when_nothing_is_ready) {
    cr_assert_str_eq(output_of(default_case, 0), "-1\n-1\n");
}

// ---- deadlock ----

static void recv_alone(Asm *p, int main) {
    asm_make(p, main, CH, 0);
    asm_add(p, main, I(RECV, VALUE, CH, 1));
}
static void send_nil(Asm *p, int main) {
    asm_add(p, main, IK(LDI, CH, 0));
    asm_add(p, main, I(SEND, CH, VALUE, 1));
}
static void select_none(Asm *p, int main) {
    asm_add(p, main, I(SELECT, 10, 0, 0));
}
static void select_two(Asm *p, int main) {
    asm_make(p, main, CH, 0);
    asm_make(p, main, DONE, 0);
    asm_add(p, main, I(SELECT, 10, 2, 0));
    asm_add(p, main, CASE(0, CH, N, 1));
    asm_add(p, main, CASE(1, DONE, VALUE, 1));
}
static void lock_twice(Asm *p, int main) {
    asm_add(p, main, I(NEW, CH, 0, 0));
    asm_add(p, main, W2(ASM_TYPE_WORD, 0));
    asm_call(p, main, 10, "sync.(*Mutex).Lock", true, 0, 1, CH);
    asm_call(p, main, 10, "sync.(*Mutex).Lock", true, 0, 1, CH);
}
static void two_blocked(Asm *p, int main) {
    int other = asm_func(p, "main.other", 20, 1, chans);
    asm_make(p, main, CH, 0);
    asm_go(p, main, 10, other, 1, CH);
    asm_add(p, main, I(RECV, VALUE, CH, 1));
    asm_add(p, main, I(RECV, VALUE, CH, 1));
    asm_add(p, main, I(RET, 0, 0, 0));
    asm_add(p, other, I(SEND, CH, VALUE, 1));
    asm_add(p, other, IK(LDI, VALUE, 0));
    asm_add(p, other, I(RECV, VALUE, VALUE, 1));
}

Test(deadlock, is_found_exactly_and_told_as_go_tells_it) {
#define DEADLOCK "fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 "
    assert_has(output_of(recv_alone, 2), DEADLOCK "[chan receive]:\nmain.main()\n");
    assert_has(output_of(send_nil, 2), DEADLOCK "[chan send (nil chan)]:\n");
    assert_has(output_of(select_none, 2), DEADLOCK "[select (no cases)]:\n");
    assert_has(output_of(select_two, 2), DEADLOCK "[select]:\n");
    assert_has(output_of(lock_twice, 2), DEADLOCK "[sync.Mutex.Lock]:\n");
    const char *text = output_of(two_blocked, 2);
    assert_has(text, DEADLOCK "[chan receive]:\n");
    assert_has(text, "\ngoroutine 2 [chan receive (nil chan)]:\nmain.other(");
}
