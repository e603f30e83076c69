// SPDX-License-Identifier: MIT
// Findings: verdicts with their proof, as plain data. A finding says who can never continue, why, since when, and what
// small change would let it go on; it names goroutines and objects by the ids of the World of the same instant, so
// that the picture can light them. Findings own their memory in one arena; pointers inside are into that arena.
#ifndef SL_FINDINGS_H
#define SL_FINDINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"

typedef enum {
    SL_FINDING_DEADLOCK, // nobody at all can continue
    SL_FINDING_LEAK,     // some can never continue, while others go on
    SL_FINDING_AT_EXIT,  // main has returned: what they wait for only main could have given
} SlFindingKind;

// Why, by name. The first that holds.
#define SL_CAUSES(C)                                                                                                   \
    C(DOUBLE_LOCK, "double lock")          /* waits for a mutex that it holds itself */                                \
    C(READ_AGAIN, "read lock taken again") /* reads, and reads again behind a writer that waits for the first */       \
    C(UPGRADE, "write lock while reading") /* waits to write while it reads */                                         \
    C(LOCK_CYCLE, "lock cycle")            /* each holds a lock that the next one waits for */                         \
    C(LOCK_KEPT, "lock never released")    /* its holder has ended, or waits for something else */                     \
    C(GROUP_NEVER_DONE, "wait group never done")                                                                       \
    C(NO_SIGNAL, "condition never signalled")                                                                          \
    C(NIL_CHANNEL, "nil channel")                                                                                      \
    C(EMPTY_SELECT, "select without cases")                                                                            \
    C(TIMER_STOPPED, "timer stopped")                                                                                  \
    C(CONTEXT, "context never cancelled")                                                                              \
    C(NO_RECEIVER, "nobody receives")                                                                                  \
    C(NO_SENDER, "nobody sends")                                                                                       \
    C(WAIT_CYCLE, "cycle of waits") /* each waits for what the next one would do */
typedef enum {
#define C(name, text) SL_CAUSE_##name,
    SL_CAUSES(C)
#undef C
        SL_CAUSE_COUNT
} SlCause;

// What somebody of a finding waits for, as the search for moments and ways out wants it.
typedef struct {
    uint64_t object; // id; never of a nil channel
    const char *name;
    const char *act;    // what nobody does: "receive from"
    const char *sender; // who waits to send, when it is one alone; null otherwise
    SlPos make_pos;
    uint64_t capacity;
    bool channel, sends, receives; // how they wait on it
    bool context;                  // the Done channel of one
    bool lost;                     // nobody is left who could help, not even among the stuck
} SlFindingWait;

typedef struct {
    uint8_t kind;           // SlFindingKind
    uint8_t cause;          // SlCause
    const char *title;      // "main and 3 workers wait for each other", never null
    const char **sentences; // the proof, in the order in which it is read
    int sentence_count;
    uint64_t *goroutines; // ids, in their order
    int goroutine_count;
    uint64_t *objects; // ids of what they wait for, in their order
    int object_count;
    uint64_t event; // number of the event after which nobody could help any more; 0: not known
    const char
        *moment; // "worker G3 ended at event 812: after this, nobody could receive from results."; null: not known
    const char **ways; // "give results room for 13 more values"; each has been tried
    int way_count;
    // Of findings that sl_explain has made; these stay in their process
    SlFindingWait *waits;
    int wait_count;
    SlPos *sites; // go statements of its goroutines
    int site_count;
} SlFinding;

typedef struct {
    SlArena *arena;
    uint64_t event; // number of the last event before the instant they are about; 0 when nobody counts
    bool searched;  // moments and ways out have been looked for: what is missing was not found
    SlFinding *at;
    int count;
} SlFindings;

extern const char *const sl_cause_texts[SL_CAUSE_COUNT];

bool sl_findings_tell(const SlFindings *findings, const SlFinding *finding); // of all of its goroutines; null: of none
SlFindings *sl_findings_new(void);
void sl_findings_free(SlFindings *findings); // null is allowed
// To bytes and back, for the other process. read returns null when the bytes are no findings.
void sl_findings_write(const SlFindings *findings, SlText *bytes);
SlFindings *sl_findings_read(const char *bytes, size_t length);
// As the command line prints them; without those that before (may be null) has told.
void sl_findings_text(const SlFindings *findings, const SlFindings *before, SlText *text);

#endif
