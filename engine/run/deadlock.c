// SPDX-License-Identifier: MIT
// The verdict that nothing can ever happen again, in the words of Go: reached when no goroutine is ready, no timer can
// wake one and nobody waits for input. The schedulers reach it; this says it and ends the run.
#include "run/sched.h"

typedef struct {
    SlMachine *machine;
    SL_VEC(SlGoroutine *) all;
} Blocked;

static void collect(void *data, SlGoroutine *g) {
    Blocked *blocked = data;
    if (!g->system)
        sl_vec_push(&blocked->all, g);
}

static int by_id(const void *a, const void *b) {
    const SlGoroutine *x = *(SlGoroutine *const *)a, *y = *(SlGoroutine *const *)b;
    return x->id < y->id ? -1 : x->id > y->id;
}

void sl_deadlock(SlMachine *machine) {
    enum { MOST_TRACES = 1000 };
    static const char *const waits[] = {
#define W(name, text) text,
        SL_WAITS(W)
#undef W
    };
    SlSched *sched = machine->sched;
    if (machine->ending)
        return;
    if (machine->settling) {
        sl_machine_finish(machine, 0, SL_END_EXIT, NULL);
        return;
    }
    const char *what = sched->main ? "all goroutines are asleep - deadlock!"
                                   : "no goroutines (main called runtime.Goexit) - deadlock!";
    Blocked blocked = {machine, {0}};
    sl_go_each(machine, collect, &blocked);
    if (blocked.all.count > 1)
        qsort(blocked.all.at, (size_t)blocked.all.count, sizeof *blocked.all.at, by_id);
    SlText text = {0};
    sl_text_printf(&text, "fatal error: %s\n", what);
    int count = blocked.all.count < MOST_TRACES ? blocked.all.count : MOST_TRACES;
    for (int i = 0; i < count; i++) {
        sl_text_addc(&text, '\n');
        sl_vm_trace(machine, blocked.all.at[i], waits[blocked.all.at[i]->wait], &text);
    }
    if (count < blocked.all.count)
        sl_text_printf(&text, "\n...%d more goroutines\n", blocked.all.count - count);
    sl_vec_free(&blocked.all);
    if (sl_watched(machine)) {
        sl_event_simple(machine->workers[0], NULL, SL_EVENT_DEADLOCK, 0, 0);
        sl_event_simple(machine->workers[0], NULL, SL_EVENT_END, 0, 0);
    }
    sl_output(machine, NULL, 2, text.at, text.length);
    sl_text_free(&text);
    sl_machine_finish(machine, 2, SL_END_DEADLOCK, what);
}
