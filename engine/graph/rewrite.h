// SPDX-License-Identifier: MIT
// A rewrite: the program's files while an edit is being planned, shared by the files of this folder that write text.
//
// An edit is a sequence of steps. A step collects replacements at positions of the tree as it is, applies them all at
// once, and checks the new text, so that the next step works on a tree again. Where each byte of the text comes from is
// kept (pieces), so that the outcome is told as replacements of the text at the start. Things are found again across
// steps by marks, which move with the text.
//
// Functions that can fail return false with rw->refused set; callers return at once.
#ifndef SL_GRAPH_REWRITE_H
#define SL_GRAPH_REWRITE_H

#include "graph/edit.h"
#include "graph/impl.h"
#include "graph/visit.h"

typedef struct {
    const char *text;  // new text; null: bytes [from, to) of the file at the start
    uint32_t from, to; // with text: [0, length)
} SlPiece;

typedef struct {
    uint32_t from, to;
    const char *text;
} SlPending;

typedef struct {
    const char *name, *start; // the text at the start, kept by the context's program
    size_t start_length;
    SL_VEC(SlPiece) pieces;
    SL_VEC(SlPending) pending;
    SlText now;
} SlRewriteFile;

typedef struct {
    int file;
    uint32_t offset;
} SlMark;

typedef struct {
    const SlEditContext *context;
    const SlEditOp *op;
    SlArena *arena; // of the plan
    const char *refused;
    const SlProgram *program; // of the text as it is; the context's at first
    const SlWiring *wiring;
    SlProgram *owned;
    SlWiring *owned_wiring;
    SlRewriteFile *files;
    int file_count;
    SL_VEC(SlMark) marks;
    int root;         // mark of the function opened
    SL_VEC(int) made; // marks of statements that were added
    bool waited;      // main waited for something before the edit
} SlRewrite;

bool sl_rewrite_refuse(SlRewrite *rw, const char *format, ...) __attribute__((format(printf, 2, 3))); // returns false
void sl_rewrite_open(SlRewrite *rw, const SlEditContext *context, const SlEditOp *op, SlArena *arena);
void sl_rewrite_close(SlRewrite *rw);
// The pending replacement of a step. Positions are those of the tree as it is.
void sl_rewrite_replace(SlRewrite *rw, SlPos from, SlPos to, const char *text); // text is kept by the caller's arena
bool sl_rewrite_step(SlRewrite *rw);  // applies and checks; with nothing pending true at once
bool sl_rewrite_check(SlRewrite *rw); // the outcome as the compiler takes it: unused things too
void sl_rewrite_result(SlRewrite *rw, SlEdit *edit);
int sl_rewrite_mark(SlRewrite *rw, SlPos pos); // a place outside of the program's files stays no place
SlPos sl_rewrite_marked(const SlRewrite *rw, int mark);
const char *sl_rewrite_printf(SlRewrite *rw, const char *format, ...) __attribute__((format(printf, 2, 3)));

// ---- places in the text (lines.c) ----
const SlTree *sl_rewrite_tree(const SlRewrite *rw, SlPos pos);
const char *sl_rewrite_text(SlRewrite *rw, SlPos from, SlPos to); // a copy
SlPos sl_line_start(const SlRewrite *rw, SlPos pos);
SlPos sl_line_end(const SlRewrite *rw, SlPos pos); // behind its newline
const char *sl_line_indent(SlRewrite *rw, SlPos pos);
SlPos sl_top_of(const SlRewrite *rw, SlPos pos);   // line start of the comments directly above, else of its own line
SlPos sl_notes_of(const SlRewrite *rw, SlPos pos); // line start of the directives directly above, else of its own line
// As sl_notes_of, and with the words above where they are about nothing else: nothing follows below in the paragraph.
SlPos sl_words_of(const SlRewrite *rw, SlPos pos, SlPos end);
bool sl_alone(const SlRewrite *rw, SlPos from, SlPos to); // nothing but blanks and comments else in its lines
void sl_cut_lines(SlRewrite *rw, SlPos from, SlPos to);   // whole lines; of blank lines around one is left
const char *sl_indented(SlRewrite *rw, const char *text,
                        const char *indent); // lines of code moved in; raw strings stay
// [from, to) of the text moved by one tab, out with by < 0; raw strings stay.
const char *sl_moved(SlRewrite *rw, SlPos from, SlPos to, int by);
const char *sl_formatted(SlRewrite *rw, const char *text);        // format.c: statements that were typed in
const char *sl_formatted_params(SlRewrite *rw, const char *text); // parameters
void sl_align_comments(SlRewrite *rw); // behind code in the lines around what is new, as gofmt has them

// ---- things of the program (find.c) ----
SlFuncNode *sl_root(const SlRewrite *rw);
int sl_top_index(const SlRewrite *rw, SlPos pos);   // index of the root body's statement around pos, or -1
SlStmt *sl_stmt_at(const SlRewrite *rw, SlPos pos); // innermost statement of a list, in the root, that contains pos
SlStmt *sl_parent_of(const SlRewrite *rw, const SlStmt *stmt, bool literals); // innermost statement around it, or null
SlExpr *sl_call_with(const SlRewrite *rw, const SlExpr *arg);
int sl_uses_of(const SlRewrite *rw, const SlObj *obj, SlPos *places, int most); // but for where it is declared
bool sl_name_taken(const SlRewrite *rw, const char *name); // as any identifier of the package, or in the universe
bool sl_local_taken(SlRewrite *rw, const char *name);      // for a variable of the root
const char *sl_free_name(SlRewrite *rw, const char *wish);
const char *sl_free_local(SlRewrite *rw, const char *wish);
bool sl_valid_name(const char *name);
const char *sl_type_words(SlRewrite *rw, const SlType *type);

// How a channel of the drawing can be named in the root.
typedef struct {
    SlObj *var;
    SlStmt *stmt; // that declares it; null: a parameter or a package-level variable
    SlExpr *make; // the make call; null: it comes from elsewhere
    int index;    // among the left sides
    bool single;  // the statement declares nothing else
} SlChanPlace;
bool sl_chan_place(const SlRewrite *rw, int node, SlChanPlace *place);
bool sl_chan_made_at(const SlRewrite *rw, SlPos make, SlChanPlace *place); // by a statement of the root
// The statements that a process stands for in the root: its go statement or call, with the loop that does nothing else
// around it and the wg.Add before it. Of the opened function itself there is none.
typedef struct {
    SlStmt *stmt;   // the go statement, or a call that main makes itself
    SlStmt *loop;   // null: none
    SlStmt *add;    // wg.Add(1), or null
    SlPos from, to; // whole lines, with the directives
    SlExpr *call;   // of the function
} SlUnit;
bool sl_unit_of(SlRewrite *rw, SlPos pos, SlUnit *unit);      // pos: of the statement or call
int sl_node_at(const SlRewrite *rw, SlPos pos, uint8_t kind); // or -1
int sl_port_marked(const SlRewrite *rw, int mark);            // the port whose argument stands there, or -1
bool sl_is_nil(const SlExpr *arg);

// ---- the operations ----
bool sl_edit_connect(SlRewrite *rw, int port, int to_node, int to_port); // wire.c
bool sl_edit_disconnect(SlRewrite *rw, int port);
// Sees to it that the channel is declared before the statement that shall use it.
bool sl_edit_declare_before(SlRewrite *rw, const SlChanPlace *place, SlPos user);
// captured.c: a channel that a process names in its own body becomes another one; why it cannot, or null.
const char *sl_edit_recapture_why(SlRewrite *rw, int port, int channel);
bool sl_edit_recapture(SlRewrite *rw, int port, int channel);
bool sl_edit_disconnect_all(SlRewrite *rw, int node); // every port at a channel or process
bool sl_edit_insert(SlRewrite *rw, int node, int channel, int port);
bool sl_edit_set_argument(SlRewrite *rw, const SlExpr *arg, const char *text, const SlType *type); // call.c
const char *sl_edit_retype(SlRewrite *rw, const SlExpr *arg, const SlType *type, const char **list, SlExpr **call);
bool sl_edit_drop_unused(SlRewrite *rw, int *marks, int count); // channels that nobody uses any more
bool sl_edit_add(SlRewrite *rw);                                // add.c
bool sl_edit_new(SlRewrite *rw);
// first-call.c: the call that is written for a function that is dropped; before: a line that has to stand before it.
const char *sl_edit_first_call(SlRewrite *rw, const SlTree *tree, const SlDecl *decl, bool own, const char **before);
// Copied text: its first place becomes `to`, or all places move by `by`; either may be null.
bool sl_edit_paste(SlRewrite *rw, const char *text, const SlEditPlace *to, const SlEditPlace *by);
bool sl_edit_import(SlRewrite *rw, const char *path); // import.c: pending, unless it is imported or asked for already
bool sl_edit_tidy_imports(SlRewrite *rw);             // takes out what the edit left without use
// bring.c: declarations of another file are added; what has another meaning here already gets another name, which the
// result (text, or with null nothing) then uses: words of text are renamed alike.
bool sl_edit_bring(SlRewrite *rw, const SlTree *tree, const char *text, const char **renamed);
const char *sl_renamed(SlRewrite *rw, const char *text, const char *from, const char *to); // a word, but for x.from
bool sl_edit_rename(SlRewrite *rw);                                                        // change.c
bool sl_edit_buffer(SlRewrite *rw);
bool sl_edit_element(SlRewrite *rw);
bool sl_edit_body(SlRewrite *rw);
bool sl_edit_argument(SlRewrite *rw);
bool sl_edit_move(SlRewrite *rw); // mark.c
bool sl_edit_note(SlRewrite *rw, const char *verb);
bool sl_edit_place(SlRewrite *rw, SlPos stmt, double x, double y);
bool sl_edit_unplace(SlRewrite *rw, SlPos stmt);     // pending: its place goes
bool sl_edit_multiply(SlRewrite *rw);                // many.c
const SlExpr *sl_edit_closed_by(const SlStmt *stmt); // close(c), or deferred: c
const SlStmt *sl_edit_only_close(SlFuncNode *func);  // null: none, or several
// Takes the close out of the function that is called: pending. With other callers a copy is made, which *name calls.
bool sl_edit_open_function(SlRewrite *rw, const SlUnit *unit, const SlStmt *close, const char **name);
bool sl_edit_share_close(SlRewrite *rw, int channel); // closing.c: when several would close it
bool sl_edit_delete(SlRewrite *rw);                   // remove.c
bool sl_edit_remove_process(SlRewrite *rw, SlPos pos);
bool sl_edit_finish(SlRewrite *rw, SlPos touched);    // finish.c: that the drawing ends by itself
bool sl_edit_group(SlRewrite *rw, const char **name); // finish.c: a wait group of the root that main waits for
bool sl_edit_drop_group(SlRewrite *rw);               // when nobody is waited for any more
bool sl_edit_main_waits(const SlRewrite *rw);
SlPos sl_edit_new_place(const SlRewrite *rw); // where a new go statement goes: before main begins to wait

#endif
