// SPDX-License-Identifier: MIT
// What the files of the code generator share. A Gen is one compilation; a Unit is one function to be generated
// (a declaration under type arguments, a literal, the body of a range over func, a wrapper); a Fn is the state
// while one unit is generated. Instructions are collected in a loose form (SlIns) and packed at the end, when it is
// known where the call windows start (behind the last typed slot) and how far jumps reach.
#ifndef SL_CODE_GEN_H
#define SL_CODE_GEN_H

#include <assert.h>

#include "base/map.h"
#include "code/code.h"

enum {
    SL_WIN = 1 << 20, // slots from here on count from the first call window
    SL_NONE = -1,
    SL_FRAME_LIMIT = 60000,
    SL_PATH_MAX = 24,
};

// Bits of SlObj.flags, set by escape.c.
enum { SL_VAR_CAPTURED = 1, SL_VAR_REASSIGNED = 2, SL_VAR_ADDRESSED = 4, SL_VAR_INDEXED = 8 };

// Values of type parameters: of a function, then of what stands around it. Interned: equal ones are one pointer.
typedef struct SlEnv {
    SlType **tparams;
    const SlRtype **targs;
    int count;
    const struct SlEnv *outer;
    const char *shown; // what distinguishes it in error messages
} SlEnv;

// An SlRtype with what only the generator needs.
typedef struct SlRt {
    SlRtype t;
    const SlType *named;   // NAMED: the declaration (origin of an instance)
    const SlRtype **targs; // NAMED: type arguments
    int targ_count;
    const SlEnv *env; // NAMED: of its declaration's inside
    SlPackage *pkg;
    const SlRtype *header; // see sl_rtype_header
    bool laid_out;
    bool in_iface;         // may be the dynamic type of an interface value
    bool has_methods_made; // method table built
    int names_seen;        // method names considered so far
    int depth;             // nesting of type arguments
    uint8_t *targets;      // of each method: entry requested
} SlRt;

#define SL_RT(type) ((SlRt *)(void *)(uintptr_t)(type))

// What a method or field name finds in a type.
typedef struct {
    enum { SL_FOUND_NONE, SL_FOUND_FIELD, SL_FOUND_METHOD, SL_FOUND_IFACE } kind;
    int path[SL_PATH_MAX], length; // embedded fields to walk through (a field's own index is last)
    const SlRtype *holder;         // METHOD: the named type; IFACE: the interface type
    SlObj *method;
    int index;         // IFACE: number of the method
    bool pointer_recv; // METHOD
    bool indirect;     // a pointer was followed on the way
} SlFound;

// A function-like context of the source: a declaration, a literal, or the body of a range over func.
typedef struct SlFnInfo {
    SlFuncNode *node; // null for a package's initialisers
    SlStmt *range;    // body of this range over func, else null
    struct SlFnInfo *outer;
    SL_VEC(SlObj *) captures;
    // range bodies
    SL_VEC(SlStmt *) exits;     // branches out of the loop, one for each (op, target)
    bool has_return, has_defer; // in the body, or in bodies of loops inside it
    SlObj *state;               // hidden [2]int: state and exit code
    // declarations and literals
    SlObj *frame; // hidden int: token for DEFERTO, when a range body defers
    bool has_range_defer, has_range_return;
    int range_count; // range bodies inside, for their names
    int number;
} SlFnInfo;

typedef enum {
    SL_UNIT_NODE, // a function or method declaration
    SL_UNIT_LITERAL,
    SL_UNIT_RANGE,   // body of a range over func
    SL_UNIT_ENTRY,   // interface entry of a method: takes the data word
    SL_UNIT_BOUND,   // x.M as a value: the receiver is captured
    SL_UNIT_EXPR,    // T.M as a value
    SL_UNIT_BUILTIN, // go or defer of a builtin: its arguments are parameters
    SL_UNIT_INIT,    // initialisation of one package-level declaration, or of a whole package
    SL_UNIT_START,
} SlUnitKind;

typedef struct SlUnit {
    SlUnitKind kind;
    bool generated;
    SlFunc *func;
    SlFuncNode *node; // NODE, LITERAL; RANGE, BUILTIN: where it stands, may be null
    SlFnInfo *info;
    const SlEnv *env;
    struct SlUnit *outer;
    const SlRtype *recv;   // NODE: of methods; ENTRY, BOUND, EXPR: type of the receiver operand
    const SlRtype *box;    // NODE, of methods: what the receiver is taken out of, when it comes so; else null
    SlFound found;         // ENTRY, BOUND, EXPR; NODE with a box: the method in the box's type
    SlExpr *call;          // BUILTIN
    const SlRtype **types; // BUILTIN: of the parameters
    int type_count;
    SlPackage *package;
    SlInit *init;
    int native;   // number of the native, or -1
    bool blocks;  // the native may park
    int children; // wrappers and bodies named after it
} SlUnit;

// Package-level variable.
typedef struct {
    const SlRtype *type;
    SlObj *obj;
    uint32_t offset;
} SlGlobal;

typedef struct {
    const SlType *type;
    const struct SlEnv *env;
    SlRt *rt;
} SlRecursive;

typedef struct {
    SlProgram *program;
    SlTypes *tys;
    SlArena *arena;
    SlCode *code;
    const SlNativeNames *natives;
    SL_VEC(SlFunc *) funcs;
    SL_VEC(SlUnit *) units; // in order of request
    int next_unit;
    SL_VEC(SlRt *) types;
    SL_VEC(SlRt *) pending; // types without layout
    int type_depth;
    SL_VEC(SlRecursive) recursive; // interface literals that mention themselves
    struct SlBuilding *building;   // interface literals whose methods are being converted
    SL_VEC(SlString) strings;
    SL_VEC(const char *) native_names;
    SL_VEC(SlNativeShape) native_shapes;
    SL_VEC(SlGlobal *) globals;
    SL_VEC(SlFnInfo *) infos;
    uint64_t globals_size;
    SlMap type_table, env_types, envs, unit_table, string_table, native_table, range_infos, names_called;
    const SlRtype *basics[SL_BASIC_COUNT];
    SL_VEC(const char *) called; // method names called through interfaces
    bool all_methods;            // methods may be looked up by name
    bool reflects;               // package reflect is there: it may make pointers to whatever it sees
    SL_VEC(SlPackage *) order;
    SlMap inits_wanted; // first variable -> unit of its initialisation, of library packages
    int mark_from;
    bool too_large;
    int uses_unsafe; // 0 not known, 1 no, 2 yes: a package of the program, not of the library, imports unsafe
} SlGen;

typedef struct {
    uint16_t op;
    uint8_t extra; // words
    bool is_long;  // a jump beyond 16 bits
    int32_t a, b, c;
    int32_t target; // label of jumps, else SL_NONE
    uint32_t k;     // K and X operands
    uint32_t words; // index in SlFn.words
    SlPos pos;
    bool unsigned_index;
} SlIns;

typedef struct {
    int slot, count;
} SlBlock;

// A local variable of the function under generation; SlObj.code points to it.
typedef struct {
    const SlRtype *type;
    int slot; // of the value, or of the pointer to it
    bool boxed;
    bool view; // a boxed array: the slots behind the pointer hold its length twice, it can be indexed as a slice
    int info;  // index in SlFn.vars, or SL_NONE
} SlVar;

typedef struct {
    const SlExpr *expr;
    int slot;
} SlHoisted;
typedef struct {
    int64_t value;
    int slot;
} SlConstant;

// What break and continue can mean here.
typedef struct SlFlow {
    const SlStmt *stmt;
    int break_label, continue_label;
    struct SlFlow *outer;
} SlFlow;

typedef struct SlFn {
    SlGen *g;
    SlUnit *unit;
    SlFunc *func;
    const SlEnv *env;
    SL_VEC(SlIns) ins;
    SL_VEC(uint64_t) words;
    SL_VEC(int) labels;    // index of the instruction that a label stands before
    int label_at;          // where the last one was put
    SL_VEC(uint8_t) kinds; // of the typed slots
    SL_VEC(SlBlock) live;  // allocated, in order
    SL_VEC(SlBlock) free;
    SL_VEC(SlHoisted) hoisted;
    SL_VEC(SlVarInfo) vars;
    SL_VEC(int) open_vars;        // indices in vars that are in scope
    SL_VEC(SlConstant) constants; // that loops use: loaded before the first statement
    int loops;                    // depth of loops around
    int fresh;                    // slot of a variable under declaration: nobody reads it yet
    int viewed;                   // box of the variable that is declared next: its length stands behind it
    bool reads;                   // the spot that is asked for next is only read
    int win_top, win_max;
    SlFlow *flow;
    SlMap goto_labels; // LABELED -> label + 1
    SlPos pos;
    bool defers; // returns go through the epilogue
    int return_label;
    int prologue;    // instructions before the first statement
    int recover_at;  // label, or SL_NONE
    SlVar **results; // variables of the results (of RANGE units: of the function around)
    const SlRtype **result_types;
    int result_count;
    const SlStmt *case_next; // fallthrough goes there
    int case_label;
    bool failed;
} SlFn;

// Where a value is stored.
typedef struct {
    enum {
        SL_SPOT_BLANK,
        SL_SPOT_SLOT,  // slot: frame form
        SL_SPOT_FIELD, // byte offset of the aggregate in slots from slot
        SL_SPOT_MEM,   // [slot + offset]
        SL_SPOT_ELEM,  // slice slot, index slot
        SL_SPOT_MAP,   // map slot, key slot
    } kind;
    const SlRtype *type;
    int slot, index;
    uint64_t offset;
    const SlRtype *map;
    const SlRtype *header; // MEM: what the pointer may point to, see sl_rtype_header
    bool non_nil;          // MEM: the pointer cannot be nil
    bool view;             // MEM at offset 0: SlVar.view
    bool fresh;            // SLOT: nothing else can see the value
    bool unsigned_index;   // ELEM
} SlSpot;

// ---- rtype.c, layout.c ----
const SlRtype *sl_rtype_get(SlGen *g, const SlType *type, const SlEnv *env);
const SlRtype *sl_rtype_pointer(SlGen *g, const SlRtype *elem);
const SlRtype *sl_rtype_slice(SlGen *g, const SlRtype *elem);
const SlRtype *sl_rtype_array(SlGen *g, const SlRtype *elem, uint64_t length);
const SlRtype *sl_rtype_basic(SlGen *g, SlBasic basic);
const SlRtype *sl_rtype_any(SlGen *g);
// Of a struct that may be taken for the words of a string, a slice or an interface (run/unsafe-copy.c): the type of
// objects that hold one with what belongs to it. Null when it is none, or when the program leaves unsafe alone.
const SlRtype *sl_rtype_header(SlGen *g, const SlRtype *type);
const SlRtype *sl_rtype_made(SlGen *g, const SlType *type, const SlEnv *env); // null if it was not asked for yet
const SlRtype *sl_env_value(const SlType *param, const SlEnv *env);           // of a type parameter
bool sl_type_is_local(const SlType *named);                                   // declared in a function
// literal.c
bool sl_literals_same(SlGen *g, const SlType *a, const SlEnv *ae, const SlType *b, const SlEnv *be);
const SlEnv *sl_env_get(SlGen *g, SlType **tparams, const SlRtype **targs, int count, const SlEnv *outer);
void sl_rtype_lay_out(SlGen *g, SlRt *rt);
bool sl_name_exported(const char *name);
static inline bool sl_rtype_is_iface(const SlRtype *t) {
    return t->kind == SL_KIND_INTERFACE;
}

// ---- methods.c ----
SlFound sl_method_find(SlGen *g, const SlRtype *type, const char *name, const char *pkg_path);
void sl_method_called(SlGen *g, const char *name);     // through an interface
void sl_rtype_in_iface(SlGen *g, const SlRtype *type); // may become an interface's dynamic type
bool sl_methods_settle(SlGen *g);                      // requests entries that are needed now; true when there were any
const SlRtype *sl_rtype_step(const SlRtype *type, int field); // type of that field, through a pointer

// ---- unit.c ----
SlUnit *sl_unit_func(SlGen *g, SlObj *func, const SlRtype **targs, int count, SlPos pos);
SlUnit *sl_unit_method(SlGen *g, SlObj *method, const SlRtype *holder, SlPos pos);
// The method once more, for callers who have its receiver within a value of type box that they point to.
SlUnit *sl_unit_boxed(SlGen *g, const SlRtype *box, const SlFound *found);
SlUnit *sl_unit_literal(SlGen *g, SlFuncNode *node, SlUnit *outer);
SlUnit *sl_unit_range(SlGen *g, SlStmt *range, SlUnit *outer);
SlUnit *sl_unit_wrapper(SlGen *g, SlUnitKind kind, const SlRtype *recv, const SlFound *found, const char *name);
SlUnit *sl_unit_builtin(SlGen *g, SlExpr *call, const SlRtype **types, int count, SlUnit *outer);
SlUnit *sl_unit_init(SlGen *g, SlPackage *package, SlInit *init);
SlUnit *sl_unit_new(SlGen *g, SlUnitKind kind, const char *name);
void sl_unit_generate(SlGen *g, SlUnit *unit);
const SlRtype *sl_unit_type(SlGen *g, SlUnit *unit); // FUNC without receiver
SlGlobal *sl_global_get(SlGen *g, SlObj *obj);
uint32_t sl_string_number(SlGen *g, const char *bytes, size_t length);
const SlString *sl_string_static(SlGen *g, const char *bytes, size_t length); // in memory form, for ever

// ---- escape.c ----
SlFnInfo *sl_escape_func(SlGen *g, SlFuncNode *node);
SlFnInfo *sl_escape_init(SlGen *g, SlInit *init);
SlFnInfo *sl_escape_range(SlGen *g, const SlStmt *range);
bool sl_var_boxed(const SlObj *obj, const SlRtype *type);
bool sl_range_is_func(const SlStmt *stmt);

// ---- emit.c ----
int sl_emit(SlFn *fn, SlOp op, int a, int b, int c);
bool sl_is_wide_unsigned(const SlRtype *type);     // an index of it may lie beyond int
void sl_emit_unsigned(SlFn *fn, bool is_unsigned); // says of the last instruction that its index is so
int sl_emit_k(SlFn *fn, SlOp op, int a, uint32_t k);
int sl_emit_word(SlFn *fn, SlOp op, int a, int b, int c, uint32_t lo, uint32_t hi);
void sl_emit_extra(SlFn *fn, uint64_t word); // one more word of the instruction just emitted
int sl_emit_type(SlFn *fn, SlOp op, int a, int b, int c, const SlRtype *type);
void sl_emit_jump(SlFn *fn, SlOp op, int a, int b, int label);
int sl_label_new(SlFn *fn);
void sl_label_here(SlFn *fn, int label);
bool sl_emit_ended(const SlFn *fn); // the place cannot be reached from above
void sl_emit_int(SlFn *fn, int dst, int64_t value);
int sl_emit_constant(SlFn *fn, int64_t value); // a slot that holds it, not to be written; SL_NONE outside loops
void sl_emit_move(SlFn *fn, int dst, int src, int count);
void sl_emit_zero(SlFn *fn, int dst, int count);
void sl_emit_pack(SlFn *fn); // into fn->func
void sl_fn_error(SlFn *fn, SlPos pos, const char *format, ...) __attribute__((format(printf, 3, 4)));

int sl_slot_kinds(SlFn *fn, const uint8_t *kinds, int count);
int sl_slot_new(SlFn *fn, const SlRtype *type);
int sl_slot_scalar(SlFn *fn);
int sl_slot_pointer(SlFn *fn);
int sl_slot_box(SlFn *fn, const SlObj *obj, const SlRtype *type);
int sl_slot_ok(SlFn *fn, const SlRtype *type); // a value and a bool behind it
int sl_slot_mark(const SlFn *fn);
void sl_slot_release(SlFn *fn, int mark);
int sl_window_new(SlFn *fn, int count); // scratch slots in the window; give back by restoring fn->win_top

// ---- spot.c ----
int sl_spot_get(SlFn *fn, const SlSpot *place, int want);
void sl_spot_set(SlFn *fn, const SlSpot *place, int slot);
void sl_spot_zero(SlFn *fn, const SlSpot *place);
int sl_spot_address(SlFn *fn, const SlSpot *place, int want);
SlSpot sl_spot_field(SlFn *fn, const SlSpot *place, int field);
SlSpot sl_spot_deref(SlFn *fn, int pointer, const SlRtype *elem);
SlSpot sl_spot_slot(const SlRtype *type, int slot);
SlSpot sl_spot_var(const SlVar *var);
SlSpot sl_spot_walk(SlFn *fn, SlSpot place, const int *path, int length); // through fields, following pointers
SlSpot sl_spot_expr(SlFn *fn, SlExpr *e);
void sl_load_mem(SlFn *fn, const SlRtype *type, int dst, int pointer, uint64_t offset);
void sl_store_mem(SlFn *fn, const SlRtype *type, int pointer, uint64_t offset, int src);
SlVar *sl_var_new(SlFn *fn, SlObj *obj, const SlRtype *type, bool zero); // declares; boxed ones get their box
SlVar *sl_var_at(SlFn *fn, SlObj *obj, const SlRtype *type, int slot, bool boxed);
void sl_var_ready(SlFn *fn, const SlVar *var); // it was declared before it had its value, and has it now
SlVar *sl_var_get(SlFn *fn, SlObj *obj);
int sl_scope_open(SlFn *fn);
void sl_scope_close(SlFn *fn, int mark);

// ---- expr.c and friends ----
const SlRtype *sl_type_of(SlFn *fn, const SlExpr *e);
const SlRtype *sl_type_at(SlFn *fn, const SlType *type);
int sl_gen_expr(SlFn *fn, SlExpr *e, int want);
int sl_gen_viewed(SlFn *fn, SlExpr *e);
SlExpr *sl_unsafe_array(SlFn *fn, SlExpr *e);
int sl_gen_as(SlFn *fn, SlExpr *e, const SlRtype *target, int want);
int sl_gen_stable(SlFn *fn, SlExpr *e);                      // not in a window
int sl_gen_copy(SlFn *fn, SlExpr *e, const SlRtype *target); // in a temporary of its own
void sl_gen_store(SlFn *fn, SlExpr *e, const SlSpot *place, bool fresh);
void sl_gen_effect(SlFn *fn, SlExpr *e);
int sl_gen_const(SlFn *fn, const SlConst *value, const SlRtype *type, int want);
int sl_gen_nil(SlFn *fn, const SlRtype *type, int want);
bool sl_const_small(const SlExpr *e, int64_t *value); // an integer constant of 16 bits
void sl_gen_cond(SlFn *fn, SlExpr *e, bool sense, int label);
int sl_gen_convert(SlFn *fn, int slot, const SlRtype *from, const SlRtype *to, int want);
int sl_gen_adapt(SlFn *fn, int slot, const SlRtype *from, const SlRtype *to, int want); // assignability only
bool sl_has_call(SlFn *fn, const SlExpr *e);
void sl_hoist(SlFn *fn, SlExpr *e);
int sl_hoisted_find(const SlFn *fn, const SlExpr *e);
int sl_gen_arith(SlFn *fn, SlToken op, const SlRtype *type, int x, int y, int want);
int sl_gen_binary(SlFn *fn, SlExpr *e, int want);
int sl_gen_unary(SlFn *fn, SlExpr *e, int want);
int sl_gen_arith_const(SlFn *fn, SlToken op, const SlRtype *type, int x, const SlExpr *y,
                       int want);     // SL_NONE: no such instruction
bool sl_needs_fresh(const SlExpr *e); // writes its result in parts
void sl_emit_extend(SlFn *fn, const SlRtype *type, int slot);
int sl_gen_equal(SlFn *fn, const SlRtype *xt, int x, const SlRtype *yt, int y, int want);
void sl_gen_equal_jump(SlFn *fn, const SlRtype *xt, int x, const SlRtype *yt, int y, bool sense, int label);
int sl_gen_equal_in_memory(SlFn *fn, SlExpr *x, SlExpr *y); // of large values; SL_NONE when they must be loaded
bool sl_is_nil(const SlExpr *e);
SlPos sl_expr_place(const SlExpr *e); // the line that a panic in it is reported on
int sl_slot_want(SlFn *fn, const SlRtype *type, int want);
int sl_gen_composite(SlFn *fn, SlExpr *e, int want);
void sl_gen_composite_at(SlFn *fn, SlExpr *e, const SlRtype *type, SlSpot place, bool zeroed);
int sl_gen_address(SlFn *fn, SlExpr *e, int want);
int sl_gen_closure(SlFn *fn, SlUnit *unit, int want);
int sl_gen_literal(SlFn *fn, SlExpr *e, int want);
int sl_gen_func_value(SlFn *fn, SlObj *obj, const SlExpr *named, int want);
int sl_gen_method_value(SlFn *fn, SlExpr *e, int want);
int sl_gen_method_expr(SlFn *fn, SlExpr *e, int want);
int sl_gen_slice(SlFn *fn, SlExpr *e, int want);
int sl_gen_index(SlFn *fn, SlExpr *e, int want);
int sl_gen_assert(SlFn *fn, SlExpr *e, int want);
int sl_gen_receive(SlFn *fn, SlExpr *e, int want);
int sl_gen_map_get(SlFn *fn, SlExpr *e, int want);
int sl_gen_builtin(SlFn *fn, SlExpr *e, int want);
SlExpr *sl_builtin_spread(SlFn *fn, SlExpr *e);
bool sl_expr_is_const(const SlExpr *e);

// ---- call.c ----
typedef struct {
    const SlRtype **types;
    int count, slot; // results lie behind each other from slot on
} SlResults;
int sl_gen_call(SlFn *fn, SlExpr *e, int want);
SlResults sl_gen_call_results(SlFn *fn, SlExpr *e); // in the window: move them at once
void sl_gen_go_defer(SlFn *fn, SlExpr *call, bool is_defer);
bool sl_call_is_window(SlFn *fn, const SlExpr *e); // its value comes back in a window
bool sl_unit_is_leaf(const SlUnit *unit);
void sl_emit_call_unit(SlFn *fn, int window, SlUnit *unit);
int sl_unit_number(SlFn *fn, SlUnit *unit);
bool sl_static_callee(const SlExpr *e, SlObj **obj, const SlExpr **named);
SlUnit *sl_static_unit(SlFn *fn, SlObj *obj, const SlExpr *named);
SlFound sl_selected(SlFn *fn, const SlExpr *e, const SlRtype **recv); // method that a selector names

// ---- statements ----
void sl_gen_stmt(SlFn *fn, SlStmt *s);
void sl_gen_stmts(SlFn *fn, SlStmt **list, int count);
void sl_gen_block(SlFn *fn, SlStmt *s);
void sl_gen_assign(SlFn *fn, SlStmt *s);
void sl_gen_inc_dec(SlFn *fn, SlStmt *s);
void sl_gen_op_assign(SlFn *fn, SlExpr *lhs, SlToken op, SlExpr *rhs);
void sl_gen_var_decl(SlFn *fn, SlDecl *d);
void sl_gen_assign_values(SlFn *fn, SlExpr **lhs, int count, bool define, const SlResults *values);
void sl_gen_assign_slots(SlFn *fn, SlExpr **lhs, int count, bool define, const SlRtype *const *types, const int *slots);
void sl_gen_init(SlFn *fn, const SlInit *init);
void sl_gen_for(SlFn *fn, SlStmt *s, SlStmt *labeled);
void sl_gen_range(SlFn *fn, SlStmt *s, SlStmt *labeled);
void sl_gen_range_func(SlFn *fn, SlStmt *s);
void sl_gen_range_body(SlFn *fn);
void sl_gen_switch(SlFn *fn, SlStmt *s, SlStmt *labeled);
void sl_gen_type_switch(SlFn *fn, SlStmt *s, SlStmt *labeled);
void sl_gen_select(SlFn *fn, SlStmt *s, SlStmt *labeled);
void sl_gen_return(SlFn *fn, SlStmt *s);
void sl_gen_leave(SlFn *fn); // what follows once the results are stored
void sl_gen_branch(SlFn *fn, SlToken op, const SlStmt *target);
bool sl_range_exit(SlFn *fn, SlToken op, const SlStmt *target); // in a range body: leave the loop for the target
bool sl_defines(const SlExpr *ident);

// ---- wrap.c ----
void sl_gen_wrapper(SlFn *fn);

#endif
