// SPDX-License-Identifier: MIT
// When findings are made: as soon as somebody else is stuck than before. Making them takes some milliseconds; moments
// and ways out, for which the program runs again and again, wait until the run stands still.
#include "link/verdict.h"

#include <stdlib.h>

#include "verify/explain.h"

struct SlVerdict {
    const SlProgram *program;
    SlWiring *wiring;     // made when the first goroutine is stuck
    uint64_t told;        // as sl_explain_stuck
    bool ended;           // the findings are about the end of the run
    int cancelled;        // searches
    SlFindings *findings; // the last ones
};

SlVerdict *sl_verdict_new(const SlProgram *program) {
    SlVerdict *verdict = calloc(1, sizeof *verdict);
    if (!verdict)
        abort();
    verdict->program = program;
    return verdict;
}

// For the window: only what crosses the wire.
static SlFindings *copy(const SlFindings *findings) {
    SlText bytes = {0};
    sl_findings_write(findings, &bytes);
    SlFindings *other = sl_findings_read(sl_text_cstr(&bytes), bytes.length);
    sl_text_free(&bytes);
    return other;
}

SlFindings *sl_verdict_look(SlVerdict *verdict, SlMachine *machine, const SlWorld *world) {
    uint64_t stuck = sl_explain_stuck(world);
    bool new_ones = stuck != verdict->told || (stuck && world->ended != verdict->ended);
    verdict->told = stuck;
    verdict->ended = world->ended;
    if (!new_ones)
        return NULL;
    verdict->cancelled = 0;
    SlFindings *before = verdict->findings;
    if (stuck && !verdict->wiring)
        verdict->wiring = sl_wiring_new(verdict->program);
    if (stuck)
        verdict->findings = sl_explain(machine, verdict->wiring, world->ended && !world->deadlock, before);
    else
        verdict->findings = sl_findings_new();
    sl_findings_free(before);
    return copy(verdict->findings);
}

void sl_verdict_tell_again(SlVerdict *verdict) {
    verdict->told = UINT64_MAX;
}

bool sl_verdict_wants_search(const SlVerdict *verdict) {
    enum { MOST_TIMES = 20 };
    const SlFindings *findings = verdict->findings;
    return findings && findings->count && !findings->searched && verdict->cancelled < MOST_TIMES;
}

SlFindings *sl_verdict_search(SlVerdict *verdict, const SlInquiry *inquiry) {
    if (sl_inquire(inquiry, verdict->findings))
        return copy(verdict->findings);
    verdict->cancelled++;
    return NULL;
}
