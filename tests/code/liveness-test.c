// SPDX-License-Identifier: MIT
// What the collector relies on: the liveness of slots, over every function of programs that use all of the language.
#include "tests/code/compile.h"

static const char everything[] =
    "package main\n"
    "import (\"fmt\"; \"errors\"; \"sort\"; \"strings\")\n"
    "type S struct { a int8; b string; c any; d []int }\n"
    "type I interface { M(int) (S, error) }\n"
    "func (s S) M(n int) (S, error) { s.a += int8(n); return s, errors.New(s.b) }\n"
    "func (s *S) P() string { return s.b }\n"
    "func seq(n int) func(func(int, string) bool) {\n"
    "\treturn func(yield func(int, string) bool) { for i := range n { if !yield(i, fmt.Sprint(i)) { return } } }\n"
    "}\n"
    "func recovers(x any) (s string, err error) {\n"
    "\tdefer func() { if r := recover(); r != nil { err = fmt.Errorf(\"%v\", r); s += \"!\" } }()\n"
    "\ts = x.(string)\n"
    "\tfor i, t := range seq(9) { defer fmt.Sprint(i, t); if i == 3 { return t, nil } }\n"
    "\treturn s + \"a\", nil\n"
    "}\n"
    "func channels(in chan S, out chan<- any, stop <-chan struct{}) (n int) {\n"
    "\tfor { select { case v, ok := <-in: if !ok { return n }; n += len(v.d); case out <- v0: case <-stop: return -n; "
    "} }\n"
    "}\n"
    "var v0 any = \"x\"\n"
    "func generic[K comparable, V any](m map[K]V, f func(K, V) bool) (ks []K) {\n"
    "\tfor k, v := range m { if f(k, v) { ks = append(ks, k) } }\n"
    "\treturn\n"
    "}\n"
    "func main() {\n"
    "\tvar i I = S{b: \"q\"}\n"
    "\ts, err := i.M(3)\n"
    "\tfmt.Println(s, err, s.P(), strings.ToUpper(s.b))\n"
    "\tfmt.Println(recovers(1)); fmt.Println(recovers(\"x\"))\n"
    "\tin := make(chan S, 1); go func() { in <- s; close(in) }()\n"
    "\tfmt.Println(channels(in, nil, nil))\n"
    "\tks := generic(map[string]int{\"a\": 1}, func(k string, v int) bool { return v > 0 })\n"
    "\tsort.Slice(ks, func(i, j int) bool { return ks[i] < ks[j] })\n"
    "\tswitch x := any(ks).(type) { case nil: case []string: fmt.Println(x); case error: panic(x); }\n"
    "\tvar arr [7][]string; for i := range arr { arr[i] = ks }\n"
    "\tm := map[S2][]string{}; m[S2{1, \"k\"}] = append(m[S2{1, \"k\"}], arr[2]...)\n"
    "\tfmt.Println(m, i.M)\n"
    "}\n"
    "type S2 struct { n int; s string }\n";

static bool is_set(const uint64_t *bits, uint32_t slot) {
    return bits[slot / 64] >> (slot % 64) & 1;
}

static bool is_call(SlOp op) {
    return op == SL_OP_CALL || op == SL_OP_CALLF || op == SL_OP_CALLC || op == SL_OP_CALLI;
}

static bool parks(SlOp op) {
    return op == SL_OP_SEND || op == SL_OP_RECV || op == SL_OP_RECV2 || op == SL_OP_SELECT || op == SL_OP_BLOCK;
}

// Slots from here on belong to windows.
static uint32_t first_window(const SlFunc *func) {
    uint32_t first = func->slots;
    for (uint32_t pc = 0; pc < func->code_count; pc += sl_instr_length(&func->code[pc]))
        if (is_call(func->code[pc].op.op) && func->code[pc].op.a < first)
            first = func->code[pc].op.a;
    return first;
}

static Compiled c;
static void set_up(void) {
    c = compile(everything);
}
static void tear_down(void) {
    release(&c);
}
TestSuite(liveness, .init = set_up, .fini = tear_down);

// Calls visit with the slots live while the goroutine can be looked at: during calls, waits, and at jumps back.
static void each_safepoint(void (*visit)(const SlFunc *func, uint32_t pc, const uint64_t *live)) {
    for (uint32_t i = 0; i < c.code->func_count; i++) {
        const SlFunc *func = c.code->funcs[i];
        SlLiveness *liveness = sl_liveness_new(c.code, func);
        uint64_t *live = calloc((func->slots + 63) / 64 + 1, sizeof *live);
        for (uint32_t pc = 0; pc < func->code_count; pc += sl_instr_length(&func->code[pc])) {
            SlOp op = func->code[pc].op.op;
            uint32_t next[2];
            int count = sl_instr_next(func, pc, next);
            if (is_call(op) || parks(op) || op == SL_OP_RUNDEFERS) {
                sl_live_during(liveness, c.code, func, pc, parks(op), live);
                visit(func, pc, live);
            }
            for (int k = 0; k < count; k++)
                if (next[k] <= pc)
                    visit(func, next[k], sl_live_before(liveness, next[k]));
        }
        free(live);
        sl_liveness_free(liveness);
    }
}

Test(liveness, only_arguments_are_live_at_entry) {
    cr_assert_not_null(c.code);
    for (uint32_t i = 0; i < c.code->func_count; i++) {
        const SlFunc *func = c.code->funcs[i];
        if (!func->code_count)
            continue;
        SlLiveness *liveness = sl_liveness_new(c.code, func);
        const uint64_t *live = sl_live_before(liveness, 0);
        for (uint32_t slot = 0; slot < func->slots; slot++)
            if (slot < func->result_slots || slot >= func->result_slots + func->arg_slots)
                cr_assert_not(is_set(live, slot), "%s: slot %u", func->name, slot);
        sl_liveness_free(liveness);
    }
}

static void no_window(const SlFunc *func, uint32_t pc, const uint64_t *live) {
    for (uint32_t slot = first_window(func); slot < func->slots; slot++)
        cr_assert_not(is_set(live, slot), "%s at %u: slot %u", func->name, pc, slot);
}

Test(liveness, no_window_lives_across_a_safepoint) {
    each_safepoint(no_window);
}

static void pairs(const SlFunc *func, uint32_t pc, const uint64_t *live) {
    for (uint32_t slot = 0; slot < func->slots; slot++)
        if (func->kinds[slot] == SL_WORD_IFACE)
            cr_assert_eq(is_set(live, slot), is_set(live, slot + 1), "%s at %u: slot %u", func->name, pc, slot);
}

Test(liveness, both_words_of_an_interface_live_together) {
    each_safepoint(pairs);
}

static void kinds(const SlFunc *func, uint32_t pc, const uint64_t *live) {
    (void)pc, (void)live;
    for (uint32_t slot = first_window(func); slot < func->slots; slot++)
        cr_assert_eq(func->kinds[slot], SL_WORD_SCALAR);
    for (uint32_t slot = 0; slot < func->slots; slot++)
        if (func->kinds[slot] == SL_WORD_IFACE)
            cr_assert_eq(func->kinds[slot + 1], SL_WORD_IFACE_DATA);
}

Test(liveness, windows_are_scalars_and_interfaces_take_two_slots) {
    each_safepoint(kinds);
}

Test(liveness, results_of_a_recovering_function_live_until_it_ends) {
    const SlFunc *func = function(&c, "main.recovers");
    cr_assert_not_null(func);
    cr_assert_neq(func->recover_pc, 0);
    SlLiveness *liveness = sl_liveness_new(c.code, func);
    const uint64_t *end = sl_live_before(liveness, func->recover_pc);
    for (uint32_t pc = func->prologue; pc < func->code_count; pc += sl_instr_length(&func->code[pc])) {
        const uint64_t *live = sl_live_before(liveness, pc);
        if (pc <= func->recover_pc)
            for (uint32_t slot = 0; slot < func->slots; slot++)
                cr_assert(!is_set(end, slot) || is_set(live, slot), "slot %u at %u", slot, pc);
    }
    sl_liveness_free(liveness);
}

Test(liveness, a_value_dies_after_its_last_use) {
    Compiled own = compile("package main\n"
                           "func use(p *int) {}\n"
                           "func main() { p := new(int); use(p); use(nil) }\n");
    const SlFunc *func = function(&own, "main.main");
    SlLiveness *liveness = sl_liveness_new(own.code, func);
    uint64_t live[4] = {0};
    for (uint32_t pc = 0; pc < func->code_count; pc += sl_instr_length(&func->code[pc]))
        if (is_call(func->code[pc].op.op)) {
            sl_live_during(liveness, own.code, func, pc, false, live);
            cr_assert_eq(live[0], 0, "at %u", pc);
        }
    sl_liveness_free(liveness);
    release(&own);
}
