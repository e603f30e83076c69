// SPDX-License-Identifier: MIT
// An explanation while it is being made, shared by the files of this folder: the stuck goroutines of one instant,
// those alike as one crowd, and who could give each what it waits for.
#ifndef SL_VERIFY_IMPL_H
#define SL_VERIFY_IMPL_H

#include "base/vec.h"
#include "verify/explain.h"

#define SL_CONTEXT_NAME "the context's Done channel"

typedef struct {
    int crowd;  // who could
    SlPos pos;  // where its text does so; 0: not known
    bool holds; // a lock: it holds it now
} SlGiver;

typedef struct {
    const SlWorldObject *object; // null: a nil channel
    uint8_t kind;                // SlWaitsFor
    const char *value;           // that a sender holds out
    SL_VEC(SlGiver) givers;      // among the stuck: nobody else has it
    uint64_t *ended;             // locks: holders that are no more
    int ended_count;
} SlNeed;

typedef struct {
    const SlWorldGoroutine *first; // the one that stands for all
    uint64_t *ids;
    int count; // of ids; folded ones are counted in number
    uint32_t number;
    SlNeed *needs; // one, but for a select
    int need_count;
    int finding; // index, -1: none yet
    bool told;   // its wait stands in a sentence
} SlCrowd;

typedef struct {
    SlArena *arena; // of the findings
    SlMachine *machine;
    const SlWiring *wiring;
    const SlFiles *files;
    const SlWorld *world;
    bool deadlock, returned;  // nobody can move; main has returned
    const SlFindings *before; // told before that; may be null
    SL_VEC(SlCrowd) crowds;
} SlExplain;

void sl_explain_givers(SlExplain *explain); // givers.c: fills in who could give what

// sentences.c
SlCause sl_explain_cause(const SlExplain *explain, const int *members, int count);
const char *sl_explain_title(const SlExplain *explain, const int *members, int count, SlFindingKind kind,
                             SlCause cause);
void sl_explain_sentences(SlExplain *explain, const int *members, int count, SlFinding *finding);

// words.c
void sl_words_crowd(const SlCrowd *crowd, SlText *text);               // "main", "worker G3", "workers G3, G4 and G5"
void sl_words_line(const SlExplain *explain, SlPos pos, SlText *text); // " (line 12)", or nothing
void sl_words_wait(const SlExplain *explain, const SlCrowd *crowd, SlText *text); // "waits to send 8 on jobs (line 25)"
const char *sl_words_object(const SlExplain *explain, const SlNeed *need);
const char *sl_words_act(uint8_t kind);  // what the other end would do: "receive from"
const char *sl_words_acts(uint8_t kind); // the same of one: "receives from"

#endif
