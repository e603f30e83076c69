// SPDX-License-Identifier: MIT
// Findings out of the walk of run/leak.c, in words like Go's.
#include "verify/leaks.h"

#include <stdlib.h>

#include "run/leak.h"

enum { MOST_TRACES = 1000 };

typedef SL_VEC(SlGoroutine *) Goroutines;

static void collect(void *data, SlGoroutine *g) {
    Goroutines *found = data;
    if (g->stuck && !g->stuck_told)
        sl_vec_push(found, g);
}

static int by_id(const void *a, const void *b) {
    const SlGoroutine *x = *(SlGoroutine *const *)a, *y = *(SlGoroutine *const *)b;
    return x->id < y->id ? -1 : x->id > y->id;
}

static char *trace_of(SlMachine *machine, SlGoroutine *g, bool without_main) {
    static const char *const waits[] = {
#define W(name, text) text,
        SL_WAITS(W)
#undef W
    };
    SlText status = {0}, text = {0};
    sl_text_printf(&status, without_main ? "%s" : "%s (leaked)", waits[g->wait]);
    sl_vm_trace(machine, g, sl_text_cstr(&status), &text);
    sl_text_free(&status);
    return text.at;
}

static SlLeaks *take(SlMachine *machine, bool without_main) {
    Goroutines found = {0};
    sl_go_each(machine, collect, &found);
    if (found.count > 1)
        qsort(found.at, (size_t)found.count, sizeof *found.at, by_id);
    SlLeaks *findings = calloc(1, sizeof *findings);
    SlLeak *at = calloc((size_t)found.count + 1, sizeof *at);
    if (!findings || !at)
        abort();
    *findings = (SlLeaks){without_main, at, found.count};
    for (int i = 0; i < found.count; i++) {
        SlGoroutine *g = found.at[i];
        g->stuck_told = true;
        at[i] = (SlLeak){g->id, sl_vm_position(machine, g, true, NULL),
                         i < MOST_TRACES ? trace_of(machine, g, without_main) : NULL};
    }
    sl_vec_free(&found);
    return findings;
}

SlLeaks *sl_leaks_find(SlMachine *machine, bool without_main) {
    sl_leak_find(machine, without_main);
    return take(machine, without_main);
}

SlLeaks *sl_leaks_take(SlMachine *machine) {
    return take(machine, false);
}

void sl_leaks_free(SlLeaks *findings) {
    for (int i = 0; findings && i < findings->count; i++)
        free(findings->at[i].trace);
    if (findings)
        free(findings->at);
    free(findings);
}

void sl_leaks_text(const SlLeaks *findings, SlText *text) {
    if (!findings->count)
        return;
    if (findings->without_main)
        sl_text_printf(text, "blocked at exit: %d goroutines wait for what only main could have given\n",
                       findings->count);
    else
        sl_text_printf(text, "goroutine leak: %d goroutines can never continue\n", findings->count);
    for (int i = 0; i < findings->count && findings->at[i].trace; i++)
        sl_text_printf(text, "\n%s", findings->at[i].trace);
    if (findings->count > MOST_TRACES)
        sl_text_printf(text, "\n...%d more goroutines\n", findings->count - MOST_TRACES);
    sl_text_addc(text, '\n');
}
