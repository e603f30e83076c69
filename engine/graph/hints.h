// SPDX-License-Identifier: MIT
// Hints: what the wiring of a program says about its design before it runs. Each is certain by the text as far as the
// analysis follows it; where it does not follow, nothing is said.
#ifndef SL_HINTS_H
#define SL_HINTS_H

#include "graph/wiring.h"

typedef enum {
    SL_HINT_NO_RECEIVER, // sent on, and nobody receives
    SL_HINT_NO_SENDER,   // received from, and nobody sends or closes
    SL_HINT_NOT_CLOSED,  // ranged over, and nobody closes
    SL_HINT_CLOSED_TWICE,
    SL_HINT_ALL_SEND,    // a cycle of unbuffered channels where everybody sends first
    SL_HINT_NO_END,      // a goroutine that nothing ends
    SL_HINT_LOST,        // main returns and waits for nobody
    SL_HINT_UNCONNECTED, // a port that is given nil
} SlHintKind;

enum { SL_HINT_PLACES = 8 };

typedef struct {
    uint8_t kind;                 // SlHintKind
    bool advice;                  // worth knowing, and often meant so; else a fault
    const char *text;             // one sentence: "nobody receives from results, so worker waits for ever"
    SlPos places[SL_HINT_PLACES]; // in the text: the statements that it is about, the first first
    int place_count;
    SlPos sites[SL_HINT_PLACES]; // positions of the wiring's nodes to light (SlWireNode.pos; 0: main)
    int site_count;
} SlHint;

typedef struct {
    SlArena *arena;
    SlHint *list; // faults first
    int count;
} SlHints;

SlHints *sl_hints_new(const SlProgram *program); // of a program that compiles. Never null
void sl_hints_free(SlHints *hints);

#endif
