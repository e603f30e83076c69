// SPDX-License-Identifier: MIT
// A binary heap (Williams 1964) whose members know their places in a list.
#include "run/crowd.h"

#include <stdbool.h>

static bool is_before(const SlCrowdMember *a, const SlCrowdMember *b) {
    return a->priority != b->priority ? a->priority > b->priority : a->id < b->id;
}

static void put(SlCrowd *crowd, uint32_t at, SlCrowdMember member) {
    crowd->heap.at[at] = member;
    crowd->at.at[member.place] = at;
}

// Finds the place of a member that may be too far down or too far up.
static void settle(SlCrowd *crowd, uint32_t at) {
    SlCrowdMember member = crowd->heap.at[at];
    uint32_t count = (uint32_t)crowd->heap.count;
    for (; at && is_before(&member, &crowd->heap.at[(at - 1) / 2]); at = (at - 1) / 2)
        put(crowd, at, crowd->heap.at[(at - 1) / 2]);
    for (;;) {
        uint32_t child = 2 * at + 1;
        if (child + 1 < count && is_before(&crowd->heap.at[child + 1], &crowd->heap.at[child]))
            child++;
        if (child >= count || !is_before(&crowd->heap.at[child], &member))
            break;
        put(crowd, at, crowd->heap.at[child]);
        at = child;
    }
    put(crowd, at, member);
}

static void remove_at(SlCrowd *crowd, uint32_t at) {
    uint32_t last = (uint32_t)--crowd->heap.count;
    if (at == last)
        return;
    put(crowd, at, crowd->heap.at[last]);
    settle(crowd, at);
}

void sl_crowd_free(SlCrowd *crowd) {
    sl_vec_free(&crowd->heap);
    sl_vec_free(&crowd->at);
}

void sl_crowd_cut(SlCrowd *crowd, uint32_t count) {
    if (!count)
        crowd->heap.count = crowd->at.count = 0;
    while ((uint32_t)crowd->at.count > count)
        remove_at(crowd, crowd->at.at[--crowd->at.count]);
}

void sl_crowd_add(SlCrowd *crowd, uint64_t id, uint64_t priority) {
    uint32_t at = (uint32_t)crowd->heap.count;
    SlCrowdMember member = {id, priority, (uint32_t)crowd->at.count};
    sl_vec_push(&crowd->heap, member);
    sl_vec_push(&crowd->at, at);
    settle(crowd, at);
}

void sl_crowd_take(SlCrowd *crowd, uint32_t place) {
    remove_at(crowd, crowd->at.at[place]);
    uint32_t last = (uint32_t)--crowd->at.count;
    if (place == last)
        return;
    uint32_t at = crowd->at.at[last];
    crowd->at.at[place] = at;
    crowd->heap.at[at].place = place;
}

uint32_t sl_crowd_first(const SlCrowd *crowd) {
    return crowd->heap.at[0].place;
}
