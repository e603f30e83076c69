// SPDX-License-Identifier: MIT
// What follows main's return where it is asked for (options.settle): the others run on, one at a time and in virtual
// time, and what they say goes nowhere, until nobody can move or a bound is reached. Who is then still blocked waits
// for what only main could have given.
#include "run/sched.h"
#include "run/values.h"
#include "run/vm.h"

enum { SETTLE_EVENTS = 200000, SETTLE_GRANULES = 20000 };
static const int64_t settle_virtual = 60000000000, settle_real = 5000000000;

// main.main returns to the first frame: what its variables refer to now is what main could have used.
void sl_settle_hold(SlMachine *machine, const SlSlot *fp) {
    SlSched *sched = machine->sched;
    const SlFunc *func = machine->code->main;
    sched->held.count = 0;
    for (uint32_t i = 0; i < func->var_count; i++) {
        const SlVarInfo *var = &func->vars[i];
        uint32_t count = var->boxed ? 1 : var->type->slots;
        for (uint32_t k = var->slot; k < var->slot + count && k < func->slots; k++)
            if (func->kinds[k] != SL_WORD_SCALAR)
                sl_vec_push(&sched->held, fp[k].p);
    }
}

void sl_machine_settle(SlMachine *machine) {
    SlSched *sched = machine->sched;
    if (!machine->settling || machine->ending)
        return;
    machine->options.choose = NULL;
    sl_machine_watch(machine, false);
    sl_machine_set_controlled(machine, true);
    sched->settle_time = sched->now + settle_virtual;
    sched->settle_granules = sched->granules + SETTLE_GRANULES;
    sl_machine_run(machine, settle_real, SETTLE_EVENTS);
    sl_machine_finish(machine, 0, SL_END_EXIT, NULL);
}
