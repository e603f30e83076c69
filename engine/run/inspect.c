// SPDX-License-Identifier: MIT
// Looking into a machine that stands still.
#include "run/inspect.h"

#include "run/sched.h"

typedef struct {
    uint64_t id;
    const SlGoroutine *found;
} Search;

static void look_at(void *data, SlGoroutine *g) {
    Search *search = data;
    if (g->id == search->id)
        search->found = g;
}

const SlGoroutine *sl_machine_goroutine(SlMachine *machine, uint64_t id) {
    Search search = {.id = id};
    sl_go_each(machine, look_at, &search);
    return search.found;
}
