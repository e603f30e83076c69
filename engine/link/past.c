// SPDX-License-Identifier: MIT
// The record in shared memory. Room is reserved and taken as it is written.
#include "link/past.h"

#include <string.h>
#include <sys/mman.h>

#include "link/checkpoint.h"

static const size_t most_choices = 64u << 20, most_acts = 1u << 20, most_bytes = 64u << 20;

static void *shared(size_t size) {
    void *at = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return at == MAP_FAILED ? NULL : at;
}

SlPast *sl_past_new(void) {
    SlPast *history = shared(sizeof *history);
    if (!history)
        return NULL;
    history->choices = shared(most_choices * sizeof *history->choices);
    history->acts = shared(most_acts * sizeof *history->acts);
    history->bytes = shared(most_bytes);
    history->errand = shared(SL_ERRAND_ROOM);
    if (history->choices && history->acts && history->bytes && history->errand)
        return history;
    return NULL; // what there is of it is left to the process
}

bool sl_past_choice(SlPast *history, uint64_t choice) {
    if (history->choice_count == most_choices)
        history->cut = true;
    if (history->cut)
        return false;
    history->choices[history->choice_count++] = choice;
    return true;
}

bool sl_past_act(SlPast *history, SlAct act, const char *bytes, size_t count) {
    if (history->act_count == most_acts || count > most_bytes - history->byte_count)
        history->cut = true;
    if (history->cut)
        return false;
    act.offset = history->byte_count;
    act.count = count;
    memcpy(history->bytes + act.offset, bytes, count);
    history->byte_count += count;
    history->acts[history->act_count++] = act;
    return true;
}

void sl_past_forget(SlPast *history, uint64_t choices, uint64_t acts, const SlMoment *now) {
    if (history->choice_count > choices)
        history->choice_count = choices;
    if (history->act_count > acts)
        history->act_count = acts;
    for (int i = 0; i < SL_SLOTS; i++)
        if (history->slots[i].pid && sl_moment_compare(&history->slots[i].at, now) > 0)
            sl_checkpoint_end(history, i);
}
