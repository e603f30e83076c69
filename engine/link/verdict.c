// SPDX-License-Identifier: MIT
// When findings are made: as soon as somebody else is stuck than before. Making them takes some milliseconds.
#include "link/verdict.h"

#include <stdlib.h>

#include "verify/explain.h"

struct SlVerdict {
    const SlProgram *program;
    SlWiring *wiring; // made when the first goroutine is stuck
    uint64_t told;    // as sl_explain_stuck
};

SlVerdict *sl_verdict_new(const SlProgram *program) {
    SlVerdict *verdict = calloc(1, sizeof *verdict);
    if (!verdict)
        abort();
    verdict->program = program;
    return verdict;
}

SlFindings *sl_verdict_look(SlVerdict *verdict, SlMachine *machine, const SlWorld *world) {
    uint64_t stuck = sl_explain_stuck(world);
    if (stuck == verdict->told)
        return NULL;
    verdict->told = stuck;
    if (!verdict->wiring)
        verdict->wiring = sl_wiring_new(verdict->program);
    return sl_explain(machine, verdict->wiring, false);
}
