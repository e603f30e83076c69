// SPDX-License-Identifier: MIT
// What the files of the expression evaluator share. A Bound is an expression whose names and types are known for one
// function; evaluating it needs only a frame of that function.
#ifndef SL_EXPRESSION_IMPL_H
#define SL_EXPRESSION_IMPL_H

#include "run/expression.h"
#include "run/variables.h"

typedef enum {
    BOUND_CONSTANT, // value; type null: untyped
    BOUND_NIL,      // type: what it is used as, null while that is open
    BOUND_VARIABLE, // name, pos: of the frame, or of those around
    BOUND_GLOBAL,   // offset
    BOUND_GIVEN,
    BOUND_FIELD,   // x, field; x may be a pointer
    BOUND_INDEX,   // x, y: array, pointer to array, slice, string
    BOUND_LOOKUP,  // x, y: map
    BOUND_SLICE,   // x, y, z (the latter two may be null)
    BOUND_STAR,    // x
    BOUND_ASSERT,  // x
    BOUND_LENGTH,  // x; op: 'l' or 'c'
    BOUND_PART,    // x: of a complex number; op: 'r' or 'i'
    BOUND_UNARY,   // op, x
    BOUND_BINARY,  // op, x, y of one type
    BOUND_SHIFT,   // op, x, y
    BOUND_COMPARE, // op, x, y; one may be an interface
    BOUND_LOGIC,   // op: ANDAND or OROR
    BOUND_CONVERT, // x
} BoundKind;

typedef struct Bound Bound;
struct Bound {
    uint8_t kind;
    uint8_t op;      // SlToken
    uint8_t untyped; // SlBasic of an untyped constant
    const SlRtype *type;
    const SlConst *value;
    const char *name;
    SlPos pos;
    uint32_t field, offset;
    Bound *x, *y, *z;
};

struct SlExpression {
    SlArena *arena;
    SlFiles *files; // its text as a file
    const SlCode *code;
    SlExpr *tree;
    bool is_condition;
    // Bound for functions that it was evaluated in
    SL_VEC(struct ForFunc {
        const SlFunc *func;
        SlPos pos;
        const SlRtype *given;
        Bound *bound; // null: error
        const char *error;
    })
    known;
    SlArena *scratch; // of the evaluation under way: strings put together
    size_t scratch_bytes;
};

typedef struct {
    SlExpression *expression;
    const SlCode *code;
    const SlFunc *func; // null: none
    SlPos pos;
    const SlGiven *given; // may be null
    SlText *error;        // said already when not empty
} Binder;

// A value under evaluation: where it lies, or in frame form. Structs and arrays always lie somewhere.
typedef struct {
    const SlRtype *type;
    SlSlot slots[3];
    SlView place; // at is null: nowhere
} Value;

typedef struct {
    SlExpression *expression;
    SlFrame *frame; // null: none
    SlMachine *machine;
    const SlGiven *given;
    SlText *error; // may be null
} Eval;

enum { EXPRESSION_DEPTH = 200 };

// ---- expression-type.c ----
const SlRtype *sl_expression_basic(const SlCode *code, SlKind kind);
const SlRtype *sl_expression_type(Binder *b, const SlExpr *e); // null: reported
const SlRtype *sl_expression_type_of(Binder *b, const SlObj *obj);
const SlRtype *sl_expression_default(const SlCode *code, const Bound *x); // of an untyped constant
// An untyped constant to that type, or a value that is that type already. False: reported.
bool sl_expression_give_type(Binder *b, Bound **x, const SlRtype *type);
const SlConst *sl_expression_represent(Binder *b, const SlConst *value, const SlRtype *type); // null: does not fit
const char *sl_expression_type_text(SlExpression *expression, const SlRtype *type);
void sl_expression_constant(const Bound *x, SlSlot slots[3]);
static inline bool sl_kind_is_integer(uint8_t kind) {
    return kind >= SL_KIND_INT && kind <= SL_KIND_UINTPTR;
}
static inline bool sl_kind_is_unsigned(uint8_t kind) {
    return kind >= SL_KIND_UINT && kind <= SL_KIND_UINTPTR;
}
static inline bool sl_kind_is_float(uint8_t kind) {
    return kind == SL_KIND_FLOAT32 || kind == SL_KIND_FLOAT64;
}
static inline bool sl_kind_is_complex(uint8_t kind) {
    return kind == SL_KIND_COMPLEX64 || kind == SL_KIND_COMPLEX128;
}

// ---- expression-bind.c, expression-operator.c; null: reported ----
Bound *sl_bind(Binder *b, const SlExpr *e, int depth);
Bound *sl_bind_unary(Binder *b, const SlExpr *e, int depth);
Bound *sl_bind_binary(Binder *b, const SlExpr *e, int depth);
Bound *sl_bind_convert(Binder *b, const SlRtype *type, Bound *x, const SlExpr *e);
Bound *sl_bound_new(Binder *b, BoundKind kind, const SlRtype *type);
Bound *sl_bound_constant(Binder *b, const SlConst *value, SlBasic untyped);
void *sl_bind_fail(Binder *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
const char *sl_bind_text(Binder *b, const SlExpr *e); // as the source has it

// ---- expression-eval.c, expression-value.c; false: said ----
bool sl_expression_run(Eval *eval, const Bound *x, Value *out);
bool sl_eval_fail(Eval *eval, const char *format, ...) __attribute__((format(printf, 2, 3)));
bool sl_eval_binary(Eval *eval, SlToken op, const SlRtype *type, const Value *x, const Value *y, Value *out);
bool sl_eval_shift(Eval *eval, SlToken op, const SlRtype *type, const Value *x, const Value *y, Value *out);
bool sl_eval_unary(Eval *eval, SlToken op, const SlRtype *type, const Value *x, Value *out);
bool sl_eval_compare(Eval *eval, SlToken op, const Value *x, const Value *y, bool *out);
bool sl_eval_convert(Eval *eval, const SlRtype *type, const Value *x, Value *out);
char *sl_eval_room(Eval *eval, size_t bytes); // null: said
static inline SlView sl_value_view(const Value *value) {
    return value->place.at || sl_view_is_aggregate((SlView){.type = value->type})
               ? value->place
               : sl_view_of(value->type, value->slots);
}

// ---- expression.c ----
// The value, which lies in memory of the program or of arena. Its type is never an untyped one.
bool sl_expression_eval(SlExpression *expression, SlMachine *machine, const SlGoroutine *g, uint32_t frame,
                        const SlGiven *given, SlArena *arena, SlView *out, SlText *error);

#endif
