// SPDX-License-Identifier: MIT
// Binding operators and conversions: constants are folded exactly, operands get one type (Go specification,
// "Operators", "Comparison operators", "Conversions").
#include "run/expression-impl.h"

static bool is_comparison(SlToken op) {
    return op == SL_TOKEN_EQ || op == SL_TOKEN_NE || op == SL_TOKEN_LT || op == SL_TOKEN_LE || op == SL_TOKEN_GT ||
           op == SL_TOKEN_GE;
}

static bool is_untyped(const Bound *x) {
    return !x->type && x->kind == BOUND_CONSTANT;
}

static bool is_nil(const Bound *x) {
    return x->kind == BOUND_NIL && !x->type;
}

static Bound *node(Binder *b, BoundKind kind, SlToken op, const SlRtype *type, Bound *x, Bound *y) {
    Bound *made = sl_bound_new(b, kind, type);
    made->op = (uint8_t)op;
    made->x = x;
    made->y = y;
    return made;
}

static int bits_of(const SlRtype *type) {
    return type && sl_kind_is_integer(type->kind) ? (int)type->size * 8 : 0;
}

// ---- which operators which types have ----

static bool has_operator(SlToken op, const SlRtype *type) {
    uint8_t kind = type->kind;
    bool number = sl_kind_is_integer(kind) || sl_kind_is_float(kind) || sl_kind_is_complex(kind);
    switch (op) {
    case SL_TOKEN_ADD:
        return number || kind == SL_KIND_STRING;
    case SL_TOKEN_SUB:
    case SL_TOKEN_MUL:
    case SL_TOKEN_DIV:
        return number;
    case SL_TOKEN_REM:
    case SL_TOKEN_AND:
    case SL_TOKEN_OR:
    case SL_TOKEN_XOR:
    case SL_TOKEN_ANDNOT:
        return sl_kind_is_integer(kind);
    case SL_TOKEN_ANDAND:
    case SL_TOKEN_OROR:
        return kind == SL_KIND_BOOL;
    case SL_TOKEN_LT:
    case SL_TOKEN_LE:
    case SL_TOKEN_GT:
    case SL_TOKEN_GE:
        return sl_kind_is_integer(kind) || sl_kind_is_float(kind) || kind == SL_KIND_STRING;
    default:
        return true;
    }
}

// ---- constants ----

static SlBasic larger(const Bound *x, const Bound *y) { // int, rune, float, complex: in that order
    return x->untyped > y->untyped ? x->untyped : y->untyped;
}

static Bound *fold(Binder *b, SlToken op, const Bound *x, const Bound *y, const SlRtype *type) {
    SlConsts *consts = b->code->program->consts;
    const char *overflow = NULL;
    bool integer = type ? sl_kind_is_integer(type->kind) : larger(x, y) <= SL_UNTYPED_RUNE;
    if (is_comparison(op))
        return sl_bound_constant(b, sl_const_bool(consts, sl_const_compare(op, x->value, y->value)), SL_UNTYPED_BOOL);
    if ((op == SL_TOKEN_DIV || op == SL_TOKEN_REM) && sl_const_sign(y->value) == 0)
        return sl_bind_fail(b, "division by zero");
    const SlConst *value = sl_const_binary(consts, op, x->value, y->value, integer && op == SL_TOKEN_DIV, &overflow);
    if (sl_const_kind(value) == SL_CONST_UNKNOWN)
        return sl_bind_fail(b, "%s", overflow ? overflow : "the operands do not fit together");
    Bound *made = sl_bound_constant(b, value, larger(x, y));
    if (type) {
        made->type = type;
        made->value = sl_expression_represent(b, value, type);
        if (!made->value)
            return sl_bind_fail(b, "the result does not fit into type %s",
                                sl_expression_type_text(b->expression, type));
    }
    return made;
}

static SlConstKind rank(const Bound *x) {
    SlConstKind kind = sl_const_kind(x->value);
    return kind >= SL_CONST_INT ? SL_CONST_INT : kind; // numbers go together
}

static Bound *bind_untyped(Binder *b, SlToken op, const Bound *x, const Bound *y, const SlExpr *e) {
    static const uint8_t kinds[] = {[SL_CONST_BOOL] = SL_KIND_BOOL, [SL_CONST_STRING] = SL_KIND_STRING};
    if (rank(x) != rank(y))
        return sl_bind_fail(b, "%s: the operands do not fit together", sl_bind_text(b, e));
    uint8_t kind = rank(x) != SL_CONST_INT            ? kinds[rank(x)]
                   : larger(x, y) <= SL_UNTYPED_RUNE  ? SL_KIND_INT
                   : larger(x, y) == SL_UNTYPED_FLOAT ? SL_KIND_FLOAT64
                                                      : SL_KIND_COMPLEX128;
    if (!has_operator(op, &(SlRtype){.kind = kind}))
        return sl_bind_fail(b, "operator %s is not defined on these constants", sl_token_names[op]);
    return fold(b, op, x, y, NULL);
}

// ---- binary ----

static Bound *bind_shift(Binder *b, SlToken op, Bound *x, Bound *y, const SlExpr *e) {
    const SlRtype *word = sl_expression_basic(b->code, SL_KIND_UINT);
    if (is_untyped(y) && !sl_expression_give_type(b, &y, word))
        return NULL;
    if (!y->type || !sl_kind_is_integer(y->type->kind))
        return sl_bind_fail(b, "%s: the shift count is no integer", sl_bind_text(b, e));
    uint64_t count;
    if (x->kind == BOUND_CONSTANT && y->kind == BOUND_CONSTANT && sl_const_uint64(y->value, &count)) {
        const char *overflow = NULL;
        const SlConst *value = sl_const_to_int(b->code->program->consts, x->value);
        if (sl_const_kind(value) == SL_CONST_INT)
            value = sl_const_shift(b->code->program->consts, op, value, count, &overflow);
        Bound *made = sl_bound_constant(b, value, x->type ? SL_UNTYPED_INT : x->untyped);
        if (x->type && sl_const_kind(value) == SL_CONST_INT) {
            made->type = x->type;
            made->value = sl_expression_represent(b, value, x->type);
        }
        if (!made->value || sl_const_kind(made->value) != SL_CONST_INT)
            return sl_bind_fail(b, "%s: %s", sl_bind_text(b, e), overflow ? overflow : "the result does not fit");
        return made;
    }
    if (is_untyped(x) && !sl_expression_give_type(b, &x, sl_expression_basic(b->code, SL_KIND_INT)))
        return NULL;
    if (!x->type || !sl_kind_is_integer(x->type->kind))
        return sl_bind_fail(b, "%s: only integers are shifted", sl_bind_text(b, e));
    return node(b, BOUND_SHIFT, op, x->type, x, y);
}

static bool comparable_with_nil(const SlRtype *type) {
    return type->kind == SL_KIND_SLICE || type->kind == SL_KIND_MAP || type->kind == SL_KIND_FUNC;
}

static Bound *bind_compare(Binder *b, SlToken op, Bound *x, Bound *y, const SlExpr *e) {
    const SlRtype *result = sl_expression_basic(b->code, SL_KIND_BOOL);
    bool ordered = op != SL_TOKEN_EQ && op != SL_TOKEN_NE, nil = is_nil(x) || is_nil(y);
    if (is_nil(x) && is_nil(y))
        return sl_bind_fail(b, "nil is not compared with nil");
    // A constant beside an interface has its own type in it.
    const SlRtype *other = x->type ? x->type : y->type;
    Bound **open = !x->type ? &x : !y->type ? &y : NULL;
    bool in_iface = open && (*open)->kind == BOUND_CONSTANT && other->kind == SL_KIND_INTERFACE;
    if (open && !sl_expression_give_type(b, open, in_iface ? sl_expression_default(b->code, *open) : other))
        return NULL;
    bool mixed = x->type != y->type && (x->type->kind == SL_KIND_INTERFACE) != (y->type->kind == SL_KIND_INTERFACE);
    if (x->type != y->type && !mixed)
        return sl_bind_fail(b, "%s: mismatched types %s and %s", sl_bind_text(b, e),
                            sl_expression_type_text(b->expression, x->type),
                            sl_expression_type_text(b->expression, y->type));
    if (ordered && (mixed || nil || !has_operator(op, x->type)))
        return sl_bind_fail(b, "%s: type %s has no order", sl_bind_text(b, e),
                            sl_expression_type_text(b->expression, x->type));
    if (!nil && (comparable_with_nil(x->type) || comparable_with_nil(y->type)))
        return sl_bind_fail(b, "%s: such values are compared with nil only", sl_bind_text(b, e));
    if (!nil && !mixed && !(x->type->flags & SL_RTYPE_COMPARABLE))
        return sl_bind_fail(b, "%s: values of type %s cannot be compared", sl_bind_text(b, e),
                            sl_expression_type_text(b->expression, x->type));
    return node(b, BOUND_COMPARE, op, result, x, y);
}

Bound *sl_bind_binary(Binder *b, const SlExpr *e, int depth) {
    SlToken op = e->op;
    Bound *x = sl_bind(b, e->x, depth), *y = x ? sl_bind(b, e->y, depth) : NULL;
    if (!x || !y)
        return NULL;
    if (op == SL_TOKEN_SHL || op == SL_TOKEN_SHR)
        return bind_shift(b, op, x, y, e);
    if (is_untyped(x) && is_untyped(y))
        return bind_untyped(b, op, x, y, e);
    if (is_comparison(op) && !(x->kind == BOUND_CONSTANT && y->kind == BOUND_CONSTANT))
        return bind_compare(b, op, x, y, e);
    if (is_nil(x) || is_nil(y))
        return sl_bind_fail(b, "operator %s is not defined on nil", sl_token_names[op]);
    const SlRtype *type = x->type ? x->type : y->type;
    if (!sl_expression_give_type(b, &x, type) || !sl_expression_give_type(b, &y, type))
        return NULL;
    if (!has_operator(op, type))
        return sl_bind_fail(b, "%s: operator %s is not defined on type %s", sl_bind_text(b, e), sl_token_names[op],
                            sl_expression_type_text(b->expression, type));
    if (x->kind == BOUND_CONSTANT && y->kind == BOUND_CONSTANT)
        return fold(b, op, x, y, type);
    bool logic = op == SL_TOKEN_ANDAND || op == SL_TOKEN_OROR;
    return node(b, logic ? BOUND_LOGIC : BOUND_BINARY, op, type, x, y);
}

Bound *sl_bind_unary(Binder *b, const SlExpr *e, int depth) {
    if (e->op == SL_TOKEN_ARROW)
        return sl_bind_fail(b, "%s would receive: that changes the program", sl_bind_text(b, e));
    if (e->op == SL_TOKEN_AND)
        return sl_bind_fail(b, "%s: addresses are not taken here", sl_bind_text(b, e));
    Bound *x = sl_bind(b, e->x, depth);
    if (!x)
        return NULL;
    if (is_nil(x))
        return sl_bind_fail(b, "operator %s is not defined on nil", sl_token_names[e->op]);
    uint8_t kind = x->type ? x->type->kind : sl_expression_default(b->code, x)->kind;
    bool number = sl_kind_is_integer(kind) || sl_kind_is_float(kind) || sl_kind_is_complex(kind);
    bool fine = e->op == SL_TOKEN_NOT   ? kind == SL_KIND_BOOL
                : e->op == SL_TOKEN_XOR ? sl_kind_is_integer(kind)
                                        : number;
    if (!fine)
        return sl_bind_fail(b, "%s: operator %s is not defined here", sl_bind_text(b, e), sl_token_names[e->op]);
    if (x->kind != BOUND_CONSTANT)
        return node(b, BOUND_UNARY, e->op, x->type, x, NULL);
    bool is_unsigned = x->type && sl_kind_is_unsigned(x->type->kind);
    Bound *made = sl_bound_constant(
        b, sl_const_unary(b->code->program->consts, e->op, x->value, bits_of(x->type), is_unsigned), x->untyped);
    if (x->type) {
        made->type = x->type;
        made->value = sl_expression_represent(b, made->value, x->type);
        if (!made->value)
            return sl_bind_fail(b, "%s does not fit into type %s", sl_bind_text(b, e),
                                sl_expression_type_text(b->expression, x->type));
    }
    return made;
}

// ---- conversions ----

static bool is_number(const SlRtype *type) {
    return sl_kind_is_integer(type->kind) || sl_kind_is_float(type->kind);
}

static bool is_bytes(const SlRtype *type) {
    return type->kind == SL_KIND_SLICE && type->elem->kind == SL_KIND_UINT8;
}

// Types of one underlying form share their memory; only what cannot be told apart by its parts is let through.
static bool same_form(const SlRtype *a, const SlRtype *b) {
    if (a == b)
        return true;
    if (a->kind != b->kind)
        return false;
    if (a->kind == SL_KIND_STRUCT) {
        bool same = a->field_count == b->field_count;
        for (uint32_t i = 0; same && i < a->field_count; i++)
            same = a->fields[i].type == b->fields[i].type && strcmp(a->fields[i].name, b->fields[i].name) == 0;
        return same;
    }
    if (a->kind <= SL_KIND_COMPLEX128 || a->kind == SL_KIND_STRING)
        return true;
    return a->kind != SL_KIND_INTERFACE && a->kind != SL_KIND_FUNC && a->elem == b->elem && a->key == b->key &&
           a->length == b->length && a->dir == b->dir;
}

Bound *sl_bind_convert(Binder *b, const SlRtype *type, Bound *x, const SlExpr *e) {
    if (is_nil(x) || (x->type == type)) {
        return sl_expression_give_type(b, &x, type) ? x : NULL;
    }
    if (x->kind == BOUND_CONSTANT) {
        const SlConst *value = sl_expression_represent(b, x->value, type);
        if (value) {
            Bound *made = sl_bound_constant(b, value, 0);
            made->type = type;
            return made;
        }
        if (!x->type && !sl_expression_give_type(b, &x, sl_expression_default(b->code, x)))
            return NULL;
        if (is_number(type) && is_number(x->type))
            return sl_bind_fail(b, "%s: the constant does not fit", sl_bind_text(b, e));
    }
    bool text = type->kind == SL_KIND_STRING && (sl_kind_is_integer(x->type->kind) || is_bytes(x->type));
    bool fine = (is_number(type) && is_number(x->type)) || text || same_form(type, x->type) ||
                (sl_kind_is_complex(type->kind) && sl_kind_is_complex(x->type->kind));
    if (!fine)
        return sl_bind_fail(b, "%s: a conversion from %s to %s is not made here", sl_bind_text(b, e),
                            sl_expression_type_text(b->expression, x->type),
                            sl_expression_type_text(b->expression, type));
    Bound *made = sl_bound_new(b, BOUND_CONVERT, type);
    made->x = x;
    return made;
}
