// SPDX-License-Identifier: MIT
// What the inspector shows of one instant: a goroutine's stack, the variables of one of its frames, package-level
// variables, watches, a channel's contents. Plain data that crosses the wire, in one arena. Values are trees that open
// on demand: a query names the paths that are open, and a path stays the same from instant to instant, so that the
// tree of the next instant is open where that of the last one was.
#ifndef SL_INSPECTION_H
#define SL_INSPECTION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"

enum { SL_INSPECT_OWN = UINT32_MAX }; // the frame: the innermost that is the user's own code

typedef struct {
    uint64_t goroutine; // id; 0: none
    uint32_t depth;     // frame, counted from the outermost (0), or SL_INSPECT_OWN
    uint64_t object;    // id of a channel; 0: none
    const char **open;  // paths
    int open_count;
    const char **watches; // Go expressions
    int watch_count;
    bool globals;      // package-level variables of the program itself
    const char *hover; // an expression that stands at hover_pos in the source; null: none
    SlPos hover_pos;
} SlInspectQuery;

typedef enum {
    SL_NODE_VALUE,
    SL_NODE_CONSTANT, // a Go constant: it has no place in memory
    SL_NODE_GONE,     // a variable that nothing reads any more: what it referred to may have been collected
    SL_NODE_HIDDEN,   // a variable that an inner one of the same name hides
    SL_NODE_ERROR,    // value says why there is none
    SL_NODE_MORE,     // opens to the next elements
} SlInspectKind;

typedef struct SlInspectNode SlInspectNode;
struct SlInspectNode {
    uint8_t kind;      // SlInspectKind
    const char *name;  // "jobs", "[3]", a field, a key; never null
    const char *type;  // "[]int", "error (*os.PathError)"; never null
    const char *value; // bounded; never null
    const char *path;  // never null
    uint64_t children; // how many there are; listed below only when the path is open
    uint64_t digest;   // of the value as deep as was looked: equal for equal values
    uint64_t object;   // id of the channel that it is; 0: none
    SlPos pos;         // of a variable: its declaration
    SlInspectNode *nodes;
    int node_count;
};

typedef struct {
    const char *function; // "main.worker"
    SlPos pos;
    uint32_t depth;  // from the outermost
    bool library;    // of the standard library: folded unless asked for
    bool panicking;  // a panic runs it as a deferred call
    bool range_body; // the body of a range over func: its variables include those around it
} SlInspectFrame;

typedef struct {
    uint64_t goroutine;
    const char *value; // of a sender
    bool select;
} SlInspectWaiter;

typedef struct {
    SlArena *arena;
    uint64_t event;
    int64_t time;
    uint64_t goroutine, object; // that are told here; 0: not found, or not asked for
    SlInspectFrame *frames;     // innermost first; of deep stacks the ends
    int frame_count;
    uint64_t frames_all;
    int frame; // index in frames of the one whose variables follow; -1: none
    SlInspectNode *locals, *globals, *watches, *contents, *hover; // hover: one, or none
    int local_count, global_count, watch_count, content_count, hover_count;
    SlInspectWaiter *senders, *receivers; // of the channel, in their order
    int sender_count, receiver_count;
    uint64_t senders_all, receivers_all;
} SlInspection;

SlInspection *sl_inspection_new(void);
void sl_inspection_free(SlInspection *inspection); // null is allowed
// read returns null when the bytes are none.
void sl_inspection_write(const SlInspection *inspection, SlText *bytes);
SlInspection *sl_inspection_read(const char *bytes, size_t length);
// A query's strings live in the arena after reading. False: the bytes are none.
void sl_inspect_query_write(const SlInspectQuery *query, SlText *bytes);
bool sl_inspect_query_read(SlInspectQuery *query, SlArena *arena, const char *bytes, size_t length);

#endif
