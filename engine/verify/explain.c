// SPDX-License-Identifier: MIT
// From an instant to findings: the stuck goroutines become crowds of alike ones, crowds that wait for each other one
// finding.
#include "verify/explain.h"

#include <stdlib.h>

#include "base/map.h"
#include "verify/impl.h"

enum { BUDGET = 4000, MOST_CROWDS = 200, MOST_FINDINGS = 50 };

static bool is_blocked(const SlWorldGoroutine *g) {
    switch (g->state) {
    case SL_STATE_SENDING:
    case SL_STATE_RECEIVING:
    case SL_STATE_SELECT:
    case SL_STATE_LOCKING:
    case SL_STATE_WAITING:
    case SL_STATE_PARKED:
        return true;
    default:
        return false;
    }
}

static bool alike(const SlWorldGoroutine *a, const SlWorldGoroutine *b) {
    if (a->parent == 0 || b->parent == 0 || a->go_pos != b->go_pos || a->pos != b->pos || a->state != b->state ||
        a->wait_count != b->wait_count || a->hold_count || b->hold_count)
        return false;
    for (int i = 0; i < a->wait_count; i++)
        if (a->waits[i].object != b->waits[i].object || a->waits[i].kind != b->waits[i].kind)
            return false;
    return true;
}

static void set_needs(SlExplain *explain, SlCrowd *crowd) {
    const SlWorldGoroutine *g = crowd->first;
    crowd->needs = SL_NEW_N(explain->arena, SlNeed, g->wait_count + 1);
    for (int i = 0; i < g->wait_count; i++) {
        SlNeed *need = &crowd->needs[crowd->need_count++];
        need->kind = g->waits[i].kind;
        need->value = g->waits[i].value;
        need->object = g->waits[i].object ? sl_world_object(explain->world, g->waits[i].object) : NULL;
    }
}

static void add_goroutine(SlExplain *explain, const SlWorldGoroutine *g) {
    SlCrowd *crowd = NULL;
    for (int i = 0; i < explain->crowds.count && !crowd; i++)
        if (alike(explain->crowds.at[i].first, g))
            crowd = &explain->crowds.at[i];
    if (!crowd) {
        if (explain->crowds.count == MOST_CROWDS)
            return;
        sl_vec_push(&explain->crowds, (SlCrowd){.first = g, .finding = -1});
        crowd = &explain->crowds.at[explain->crowds.count - 1];
        set_needs(explain, crowd);
    }
    if ((crowd->count & (crowd->count - 1)) == 0) { // full
        uint64_t *grown = SL_NEW_N(explain->arena, uint64_t, crowd->count ? 2 * crowd->count : 1);
        if (crowd->count)
            memcpy(grown, crowd->ids, (size_t)crowd->count * sizeof *grown);
        crowd->ids = grown;
    }
    crowd->ids[crowd->count++] = g->id;
    crowd->number += g->count ? g->count : 1;
}

static void find_crowds(SlExplain *explain) {
    const SlWorld *world = explain->world;
    for (int i = 0; i < world->goroutine_count; i++) {
        const SlWorldGoroutine *g = &world->goroutines[i];
        bool on_purpose = !explain->deadlock && g->parent == 0 && g->state == SL_STATE_PARKED && !g->wait_count;
        if (is_blocked(g) && !on_purpose && (g->stuck || explain->deadlock))
            add_goroutine(explain, g);
    }
}

// ---- crowds that hang together ----

static void join(SlExplain *explain, int crowd, int finding) {
    SlCrowd *at = &explain->crowds.at[crowd];
    if (at->finding == finding)
        return;
    at->finding = finding;
    for (int i = 0; i < explain->crowds.count; i++) // whoever waits for it
        for (int n = 0; n < explain->crowds.at[i].need_count; n++)
            for (int k = 0; k < explain->crowds.at[i].needs[n].givers.count; k++)
                if (explain->crowds.at[i].needs[n].givers.at[k].crowd == crowd)
                    join(explain, i, finding);
    for (int n = 0; n < at->need_count; n++) // whom it waits for, and who waits beside it
        for (int k = 0; k < at->needs[n].givers.count; k++)
            join(explain, at->needs[n].givers.at[k].crowd, finding);
    for (int i = 0; i < explain->crowds.count; i++)
        for (int n = 0; n < explain->crowds.at[i].need_count; n++)
            for (int m = 0; m < at->need_count; m++)
                if (at->needs[m].object && explain->crowds.at[i].needs[n].object == at->needs[m].object)
                    join(explain, i, finding);
}

static int by_id(const void *a, const void *b) {
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

static void sort_ids(uint64_t *ids, int *count) {
    if (*count < 2)
        return;
    qsort(ids, (size_t)*count, sizeof *ids, by_id);
    int kept = 1;
    for (int i = 1; i < *count; i++)
        if (ids[i] != ids[kept - 1])
            ids[kept++] = ids[i];
    *count = kept;
}

static void set_accused(SlExplain *explain, const int *members, int count, SlFinding *finding) {
    int goroutines = 0, objects = 0;
    for (int i = 0; i < count; i++) {
        goroutines += explain->crowds.at[members[i]].count;
        objects += explain->crowds.at[members[i]].need_count;
    }
    finding->goroutines = SL_NEW_N(explain->arena, uint64_t, goroutines + 1);
    finding->objects = SL_NEW_N(explain->arena, uint64_t, objects + 1);
    for (int i = 0; i < count; i++) {
        const SlCrowd *crowd = &explain->crowds.at[members[i]];
        for (int k = 0; k < crowd->count; k++)
            finding->goroutines[finding->goroutine_count++] = crowd->ids[k];
        for (int k = 0; k < crowd->need_count; k++)
            if (crowd->needs[k].object)
                finding->objects[finding->object_count++] = crowd->needs[k].object->id;
    }
    sort_ids(finding->goroutines, &finding->goroutine_count);
    sort_ids(finding->objects, &finding->object_count);
}

static SlFindingWait *wait_on(SlFinding *finding, const SlNeed *need) {
    for (int i = 0; i < finding->wait_count; i++)
        if (finding->waits[i].object == need->object->id)
            return &finding->waits[i];
    return &finding->waits[finding->wait_count++];
}

// What the search for moments and ways out starts from.
static void set_waits(SlExplain *explain, const int *members, int count, SlFinding *finding) {
    finding->waits = SL_NEW_N(explain->arena, SlFindingWait, finding->object_count + 1);
    finding->sites = SL_NEW_N(explain->arena, SlPos, count + 1);
    for (int i = 0; i < count; i++) {
        const SlCrowd *crowd = &explain->crowds.at[members[i]];
        finding->sites[finding->site_count++] = crowd->first->go_pos;
        for (int n = 0; n < crowd->need_count; n++) {
            const SlNeed *need = &crowd->needs[n];
            if (!need->object)
                continue;
            SlFindingWait *wait = wait_on(finding, need);
            const char *name = sl_words_object(explain, need);
            bool one = crowd->number == 1 && crowd->need_count == 1 && !wait->sends;
            wait->object = need->object->id;
            wait->name = sl_arena_strndup(explain->arena, name, strlen(name));
            wait->act = sl_words_act(need->kind);
            wait->make_pos = need->object->make_pos;
            wait->capacity = need->object->capacity;
            wait->channel = need->object->kind == SL_OBJECT_CHANNEL;
            wait->context = strcmp(name, SL_CONTEXT_NAME) == 0;
            wait->sends |= need->kind == SL_WAITS_SEND;
            wait->receives |= need->kind == SL_WAITS_RECEIVE;
            wait->lost |= !need->givers.count && !need->ended_count;
            wait->sender = NULL;
            if (need->kind == SL_WAITS_SEND && one) {
                SlText text = {0};
                sl_words_crowd(crowd, &text);
                wait->sender = sl_arena_strndup(explain->arena, sl_text_cstr(&text), text.length);
                sl_text_free(&text);
            }
        }
    }
}

static void add_findings(SlExplain *explain, SlFindings *findings) {
    int count = 0;
    for (int i = 0; i < explain->crowds.count && count < MOST_FINDINGS; i++)
        if (explain->crowds.at[i].finding < 0)
            join(explain, i, count++);
    findings->at = SL_NEW_N(findings->arena, SlFinding, count + 1);
    int *members = SL_NEW_N(findings->arena, int, explain->crowds.count + 1);
    for (int f = 0; f < count; f++) {
        int members_count = 0;
        for (int i = 0; i < explain->crowds.count; i++)
            if (explain->crowds.at[i].finding == f)
                members[members_count++] = i;
        SlFinding *finding = &findings->at[findings->count++];
        set_accused(explain, members, members_count, finding);
        finding->kind = explain->deadlock                                                  ? SL_FINDING_DEADLOCK
                        : explain->returned && !sl_findings_tell(explain->before, finding) ? SL_FINDING_AT_EXIT
                                                                                           : SL_FINDING_LEAK;
        finding->cause = (uint8_t)sl_explain_cause(explain, members, members_count);
        finding->title = sl_explain_title(explain, members, members_count, finding->kind, finding->cause);
        set_waits(explain, members, members_count, finding);
        sl_explain_sentences(explain, members, members_count, finding);
    }
}

uint64_t sl_explain_stuck(const SlWorld *world) {
    uint64_t sum = 0;
    for (int i = 0; i < world->goroutine_count; i++) {
        const SlWorldGoroutine *g = &world->goroutines[i];
        uint64_t words[2] = {g->id, g->count};
        if (g->stuck)
            sum += sl_hash_bytes(words, sizeof words, 3) | 1;
    }
    return sum;
}

SlFindings *sl_explain(SlMachine *machine, const SlWiring *wiring, bool returned, const SlFindings *before) {
    SlFindings *findings = sl_findings_new();
    SlWorld *world = sl_machine_world(machine, BUDGET);
    SlExplain explain = {.arena = findings->arena,
                         .machine = machine,
                         .wiring = wiring,
                         .files = sl_machine_files(machine),
                         .world = world,
                         .deadlock = world->deadlock,
                         .returned = returned,
                         .before = before};
    findings->event = world->event;
    find_crowds(&explain);
    sl_explain_givers(&explain);
    add_findings(&explain, findings);
    for (int i = 0; i < explain.crowds.count; i++)
        for (int n = 0; n < explain.crowds.at[i].need_count; n++)
            sl_vec_free(&explain.crowds.at[i].needs[n].givers);
    sl_vec_free(&explain.crowds);
    sl_world_free(world);
    return findings;
}
