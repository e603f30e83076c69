// SPDX-License-Identifier: MIT
// Edits: every operation on the drawing as an edit of the text, and of nothing else in it.
//
// A pure function from (checked program, wiring of the function opened, operation) to byte-range replacements of the
// program's own files. Nothing is written and nothing is kept: the caller applies the replacements to its text, checks
// the new text as if it had been typed, and reads the wiring anew. What is written stands as gofmt writes it, builds
// with Go 1.19, and leaves a valid program: an unconnected port is a nil argument, a generic process has explicit types
// while they cannot be inferred, a make that nobody uses any more goes, imports come and go with their use.
//
// Refusals. An operation that cannot be done comes back without changes and with one sentence that says why ("sends
// int, and words carries string"). Asking is planning: sl_edit_plan is cheap enough to be called for the port under the
// pointer, and sl_edit_fits for all ports of a drawing while a wire is being pulled.
//
// Undo. sl_edit_undo turns the changes round; the caller's undo stack keeps texts or changes as it likes.
//
// Thread: any, one at a time for each program.
#ifndef SL_EDIT_H
#define SL_EDIT_H

#include "base/text.h"
#include "graph/wiring.h"
#include "lang/lang.h"

// Bytes [from, to) of a file become text. Offsets are those of the file before any of the changes.
typedef struct {
    int file; // index in program->main->files
    uint32_t from, to;
    const char *text; // zero-terminated
} SlEditChange;

typedef struct {
    SlArena *arena;      // owns all that hangs here
    const char *refused; // one sentence without a full stop; null: allowed
    SlEditChange *changes;
    int change_count; // ascending by file, then by place, and disjoint; 0 also when there is nothing to do
    // What to select afterwards: offset (in the text after the changes) of the statement that makes each new node.
    uint32_t *made;
    int made_count;
    int made_file;
} SlEdit;

// What an edit starts from. Its wiring is sl_wiring_open's of the program; nodes and ports are told by their index
// there.
typedef struct {
    const SlProgram *program; // without errors, or with unused things only (SlLangOptions.keep_unused)
    const SlWiring *wiring;
    // Loads what the outcome imports: every outcome is checked by the front end before it is handed out. Null: it is
    // not, and operations that need several steps on the text are refused.
    const SlImporter *importer;
} SlEditContext;

typedef enum {
    // Drops a process: name is a function of the program ("square"), or text is the Go text of a part (graph/parts.h),
    // which is copied into the file once. Its statement goes to x, y. With node >= 0 the process is put into that wire:
    // the channel's readers
    // (or with port >= 0 only that port) read from the new process instead, through a new channel. With to_port >= 0
    // its first port that fits is connected with that one, or with to_node >= 0 joined to that channel: as one that
    // sends on it with number 1, one that receives from it with number 0.
    SL_EDIT_ADD,
    // A new function: name, and ports as parameters in Go ("in <-chan int, out chan<- int"); text is the body between
    // the braces, or null for a skeleton that passes on what comes in and closes what it sends on.
    SL_EDIT_NEW,
    // Connects port with to_port (creates the typed channel) or with the channel to_node (joins it). A port that is
    // connected already is moved there. Order of the two does not matter.
    SL_EDIT_CONNECT,
    // Puts the process node, which exists and has a free port of each direction, into the wire of the channel to_node.
    SL_EDIT_INSERT,
    SL_EDIT_DISCONNECT, // port becomes nil; node >= 0 and port < 0: all ports at that channel or process
    SL_EDIT_RENAME,     // node becomes name: a process renames its function, a channel its variable
    SL_EDIT_BUFFER,     // channel node gets room for number
    SL_EDIT_ELEMENT,    // channel node carries text, a Go type; generic processes follow, others must fit
    SL_EDIT_MULTIPLY,   // process node becomes number workers; 1: a single one again
    SL_EDIT_DELETE,     // nodes: processes go with their statement, channels become nil at every port
    // Nodes: processes again, unconnected but for channels among nodes, which are doubled too. x, y: how far from the
    // originals (placed: else a little to the right and below).
    SL_EDIT_DUPLICATE,
    SL_EDIT_PASTE,    // text of sl_edit_copy, from this or another program; moved so that its first node is at x, y
    SL_EDIT_MOVE,     // nodes to places: //sluice:at directives
    SL_EDIT_COLOR,    // nodes get the colour text (one word); empty: none
    SL_EDIT_TITLE,    // node gets the title text (one line); empty: none. Node -1: the drawing's own title
    SL_EDIT_BODY,     // text between the braces of the process's function
    SL_EDIT_ARGUMENT, // the value port (SL_PORT_VALUE) gets the Go expression text
    SL_EDIT_KIND_COUNT_
} SlEditKind;

typedef struct {
    double x, y;
} SlEditPlace; // of a node's centre, in points at zoom 1; written as whole points

typedef struct {
    uint8_t kind;              // SlEditKind
    int node, port;            // indexes in the wiring, -1 where the kind does not use them
    int to_node, to_port;      // likewise
    const int *nodes;          // of the kinds that take several
    int node_count;            //
    const SlEditPlace *places; // of MOVE, beside nodes
    const char *name, *text;   //
    const char *ports;         // of NEW
    int64_t number;            //
    double x, y;               // of what is added
    bool placed;               // x and y count; else no directive is written
} SlEditOp;
#define SL_EDIT_OP(kind_) ((SlEditOp){.kind = (kind_), .node = -1, .port = -1, .to_node = -1, .to_port = -1})

SlEdit *sl_edit_plan(const SlEditContext *context, const SlEditOp *op); // never null
void sl_edit_free(SlEdit *edit);

// Whether the two ports (or with to_port < 0 port and channel to_node) may be connected, by type and direction alone.
// Null: yes; else the reason as in SlEdit.refused, in the arena. Needs no importer and costs microseconds.
const char *sl_edit_fits(const SlEditContext *context, SlArena *arena, int port, int to_node, int to_port);

// Applies the changes of one file to its text; malloc's memory, *length may be null.
char *sl_edit_apply(const SlEdit *edit, int file, const char *text, size_t text_length, size_t *length);
// The changes that lead back: texts are those of the files before the changes, by index.
SlEdit *sl_edit_undo(const SlEdit *edit, const char *const *texts, int count);

// Processes and channels of the wiring as a self-contained Go file: their functions, and a main with their statements
// and directives. Values that the copy does not have become the zero value of their type. malloc's memory.
char *sl_edit_copy(const SlEditContext *context, const int *nodes, int count);

#endif
