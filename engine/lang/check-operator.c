// SPDX-License-Identifier: MIT
// Unary and binary operators, comparisons and shifts.
#include "lang/check.h"

typedef struct {
    bool (*test)(const SlType *type, int flags);
    int flags;
} Predicate;

static int operand_flags(SlToken op, bool unary) {
    switch (op) {
    case SL_TOKEN_ADD:
        return unary ? SL_IS_NUMERIC : SL_IS_NUMERIC | SL_IS_STRING;
    case SL_TOKEN_SUB:
    case SL_TOKEN_MUL:
    case SL_TOKEN_DIV:
        return SL_IS_NUMERIC;
    case SL_TOKEN_REM:
    case SL_TOKEN_AND:
    case SL_TOKEN_OR:
    case SL_TOKEN_XOR:
    case SL_TOKEN_ANDNOT:
        return SL_IS_INTEGER;
    case SL_TOKEN_ANDAND:
    case SL_TOKEN_OROR:
    case SL_TOKEN_NOT:
        return SL_IS_BOOLEAN;
    default:
        return 0;
    }
}

bool ck_predicate(Check *c, Operand *x, SlToken op, bool unary) {
    if (!ck_is_nil(x) && sl_all_basic(x->type, operand_flags(op, unary)))
        return true;
    ck_error(c, x->expr->pos, "invalid operation: operator %s not defined on %s", sl_token_names[op],
             ck_operand_text(c, x));
    return false;
}

static void address_of(Check *c, Operand *x, SlExpr *e) {
    if (sl_unparen(e->x)->kind != SL_EXPR_COMPOSITE && x->mode != SL_MODE_VARIABLE) {
        ck_error(c, x->expr->pos, "invalid operation: cannot take address of %s", ck_operand_text(c, x));
        x->mode = SL_MODE_INVALID;
        return;
    }
    x->mode = SL_MODE_VALUE;
    x->type = sl_type_pointer(c->types, x->type);
}

static void receive(Check *c, Operand *x) {
    const SlType *core = ck_is_nil(x) ? NULL : sl_core(x->type);
    const char *wrong = NULL;
    if (!core && sl_is_type_param(x->type))
        wrong = ck_print(c, "cannot receive from %s: no core type", ck_operand_text(c, x));
    else if (!core || core->kind != SL_TYPE_CHAN)
        wrong = ck_print(c, "cannot receive from non-channel %s", ck_operand_text(c, x));
    else if (core->dir == SL_DIR_SEND)
        wrong = ck_print(c, "cannot receive from send-only channel %s", ck_operand_text(c, x));
    if (wrong) {
        ck_error(c, x->expr->pos, "invalid operation: %s", wrong);
        x->mode = SL_MODE_INVALID;
        return;
    }
    x->mode = SL_MODE_COMMA_OK;
    x->type = core->elem;
    c->env.call_or_receive = true;
}

void ck_unary(Check *c, Operand *x, SlExpr *e) {
    ck_expr(c, NULL, x, e->x);
    if (x->mode == SL_MODE_INVALID)
        return;
    SlToken op = (SlToken)e->op;
    if (op == SL_TOKEN_AND) {
        address_of(c, x, e);
        return;
    }
    if (op == SL_TOKEN_ARROW) {
        receive(c, x);
        return;
    }
    if (op == SL_TOKEN_TILDE) {
        bool integer = sl_all_basic(x->type, SL_IS_INTEGER);
        ck_error(c, e->pos, "cannot use ~ outside of interface or type constraint%s",
                 integer ? " (use ^ for bitwise complement)" : "");
        op = SL_TOKEN_XOR;
        if (!integer) {
            x->mode = SL_MODE_INVALID;
            return;
        }
    }
    if (!ck_predicate(c, x, op, true)) {
        x->mode = SL_MODE_INVALID;
        return;
    }
    if (x->mode != SL_MODE_CONST) {
        x->mode = SL_MODE_VALUE;
        return;
    }
    if (!ck_known(x->value))
        return;
    bool is_unsigned = sl_is(x->type, SL_IS_UNSIGNED);
    int bits = is_unsigned ? (int)sl_type_size(x->type) * 8 : 0;
    x->value = sl_const_unary(c->consts, op, x->value, bits, is_unsigned);
    x->expr = e;
    ck_overflow(c, x, e->op_pos ? e->op_pos : e->pos);
}

static bool plain_interface(const SlType *type) {
    return sl_is_interface(type) && !sl_is_type_param(type);
}

static bool may_convert(Operand *x, Operand *y) {
    if (sl_is_typed(x->type) && sl_is_typed(y->type))
        return false;
    if (plain_interface(x->type) || plain_interface(y->type))
        return true;
    if (sl_all_basic(x->type, SL_IS_BOOLEAN) != sl_all_basic(y->type, SL_IS_BOOLEAN))
        return false;
    if (sl_all_basic(x->type, SL_IS_STRING) != sl_all_basic(y->type, SL_IS_STRING))
        return false;
    if (ck_is_nil(x))
        return ck_is_nil(y) || sl_has_nil(y->type);
    if (ck_is_nil(y))
        return sl_has_nil(x->type);
    return !ck_is_kind(x->type, SL_TYPE_POINTER) && !ck_is_kind(y->type, SL_TYPE_POINTER);
}

void ck_match(Check *c, Operand *x, Operand *y) {
    if (!may_convert(x, y))
        return;
    ck_convert_untyped(c, x, y->type);
    if (x->mode == SL_MODE_INVALID)
        return;
    ck_convert_untyped(c, y, x->type);
    if (y->mode == SL_MODE_INVALID)
        x->mode = SL_MODE_INVALID;
}

static bool is_comparison(SlToken op) {
    return op >= SL_TOKEN_EQ && op <= SL_TOKEN_GE;
}

// Zero divisors that are known now.
static bool divides_by_zero(const Operand *x, const Operand *y) {
    if (y->mode != SL_MODE_CONST || !ck_known(y->value))
        return false;
    bool zero = sl_const_sign(y->value) == 0;
    if (sl_const_kind(y->value) == SL_CONST_COMPLEX)
        zero = sl_const_double(y->value) == 0 && sl_const_imag_double(y->value) == 0;
    return zero && (x->mode == SL_MODE_CONST || sl_all_basic(x->type, SL_IS_INTEGER));
}

static void fold(Check *c, Operand *x, Operand *y, SlExpr *e, SlToken op, SlPos op_pos) {
    if (!ck_known(x->value) || !ck_known(y->value)) {
        x->value = ck_unknown(c);
        return;
    }
    const char *overflow = NULL;
    bool integer = sl_is(x->type, SL_IS_INTEGER);
    x->value = sl_const_binary(c->consts, op, x->value, y->value, op == SL_TOKEN_DIV && integer, &overflow);
    if (op == SL_TOKEN_DIV && !ck_known(x->value) && sl_is(x->type, SL_IS_COMPLEX)) { // the square of y is too small
        ck_error(c, y->expr->pos, "invalid operation: division by zero");
        x->mode = SL_MODE_INVALID;
        return;
    }
    if (e)
        x->expr = e;
    ck_overflow(c, x, op_pos);
}

static void binary(Check *c, Operand *x, Operand *y, SlExpr *e, SlExpr *lhs, SlExpr *rhs, SlToken op, SlPos op_pos) {
    if (y->mode == SL_MODE_INVALID) {
        x->mode = SL_MODE_INVALID;
        return;
    }
    if (op == SL_TOKEN_SHL || op == SL_TOKEN_SHR) {
        ck_shift(c, x, y, e, op, op_pos);
        return;
    }
    ck_match(c, x, y);
    if (x->mode == SL_MODE_INVALID)
        return;
    if (is_comparison(op)) {
        ck_comparison(c, x, y, op, false);
        return;
    }
    if (!sl_type_identical(x->type, y->type)) {
        if (ck_valid(x->type) && ck_valid(y->type)) {
            const char *a = ck_type_text(c, x->type), *b = ck_type_text(c, y->type);
            if (e)
                ck_error(c, x->expr->pos, "invalid operation: %s (mismatched types %s and %s)", ck_expr_text(c, e), a,
                         b);
            else
                ck_error(c, x->expr->pos, "invalid operation: %s %s= %s (mismatched types %s and %s)",
                         ck_expr_text(c, lhs), sl_token_names[op], ck_expr_text(c, rhs), a, b);
        }
        x->mode = SL_MODE_INVALID;
        return;
    }
    if (!ck_predicate(c, x, op, false)) {
        x->mode = SL_MODE_INVALID;
        return;
    }
    if ((op == SL_TOKEN_DIV || op == SL_TOKEN_REM) && divides_by_zero(x, y)) {
        ck_error(c, y->expr->pos, "invalid operation: division by zero");
        x->mode = SL_MODE_INVALID;
        return;
    }
    if (x->mode == SL_MODE_CONST && y->mode == SL_MODE_CONST)
        fold(c, x, y, e, op, op_pos);
    else
        x->mode = SL_MODE_VALUE;
}

// Long sums lean to the left; their spine is walked in a loop.
void ck_binary(Check *c, Operand *x, SlExpr *e, SlExpr *lhs, SlExpr *rhs, SlToken op, SlPos op_pos) {
    SL_VEC(SlExpr *) spine = {0};
    SlExpr *left = lhs;
    while (e && left->kind == SL_EXPR_BINARY) {
        sl_vec_push(&spine, left);
        left = left->x;
    }
    ck_expr(c, NULL, x, left);
    for (int i = spine.count - 1; i >= 0; i--) {
        SlExpr *node = spine.at[i];
        Operand y;
        ck_expr(c, NULL, &y, node->y);
        if (x->mode != SL_MODE_INVALID)
            binary(c, x, &y, node, node->x, node->y, (SlToken)node->op, node->op_pos);
        x->expr = node;
        ck_record(c, x);
    }
    sl_vec_free(&spine);
    Operand y;
    ck_expr(c, NULL, &y, rhs);
    if (x->mode != SL_MODE_INVALID)
        binary(c, x, &y, e, lhs, rhs, op, op_pos);
}

static const char *incomparable(Check *c, const SlType *type) {
    const SlType *under = sl_under(type);
    if (under->kind == SL_TYPE_SLICE || under->kind == SL_TYPE_SIGNATURE || under->kind == SL_TYPE_MAP)
        return ck_print(c, "%s can only be compared to nil", ck_kind_name(type));
    const char *reason = NULL;
    sl_comparable(c->types, type, true, &reason);
    if (!reason && sl_is_type_param(type))
        return ck_print(c, "incomparable types in type set");
    return reason;
}

typedef struct {
    Operand *operand;
    const char *cause;
} ComparisonFault;

static bool comparison_fault(Check *c, Operand *x, Operand *y, SlToken op, ComparisonFault *fault) {
    if (!ck_assignable(c, x, y->type, NULL) && !ck_assignable(c, y, x->type, NULL)) {
        *fault = (ComparisonFault){
            y, ck_print(c, "mismatched types %s and %s", ck_type_text(c, x->type), ck_type_text(c, y->type))};
        return true;
    }
    if (op != SL_TOKEN_EQ && op != SL_TOKEN_NE) {
        Operand *bad = ck_is_nil(x) || !sl_all_basic(x->type, SL_IS_ORDERED)   ? x
                       : ck_is_nil(y) || !sl_all_basic(y->type, SL_IS_ORDERED) ? y
                                                                               : NULL;
        *fault = (ComparisonFault){bad, NULL};
        return bad;
    }
    if (ck_is_nil(x) || ck_is_nil(y)) {
        const SlType *type = ck_is_nil(x) ? y->type : x->type;
        if (!(ck_is_nil(x) && ck_is_nil(y)) && sl_has_nil(type))
            return false;
        *fault = (ComparisonFault){y, NULL};
        return true;
    }
    Operand *bad = !sl_comparable(c->types, x->type, true, NULL)   ? x
                   : !sl_comparable(c->types, y->type, true, NULL) ? y
                                                                   : NULL;
    if (bad)
        *fault = (ComparisonFault){bad, incomparable(c, bad->type)};
    return bad;
}

void ck_comparison(Check *c, Operand *x, Operand *y, SlToken op, bool in_switch) {
    if (!ck_valid(x->type) || !ck_valid(y->type)) {
        x->mode = SL_MODE_INVALID;
        return;
    }
    if (in_switch)
        op = SL_TOKEN_EQ;
    ComparisonFault fault = {0};
    if (!comparison_fault(c, x, y, op, &fault)) {
        if (x->mode == SL_MODE_CONST && y->mode == SL_MODE_CONST) {
            x->value = ck_known(x->value) && ck_known(y->value)
                           ? sl_const_bool(c->consts, sl_const_compare(op, x->value, y->value))
                           : ck_unknown(c);
        } else {
            x->mode = SL_MODE_VALUE;
            ck_update_type(c, x->expr, ck_is_nil(x) ? x->type : sl_type_default(c->types, x->type), true);
            ck_update_type(c, y->expr, ck_is_nil(y) ? y->type : sl_type_default(c->types, y->type), true);
        }
        x->type = ck_basic(c, SL_UNTYPED_BOOL);
        return;
    }
    const char *cause = fault.cause;
    if (!cause || !*cause) {
        if (sl_is_type_param(x->type) || sl_is_type_param(y->type)) {
            Operand *bad = sl_is_type_param(x->type) ? fault.operand : y;
            cause =
                ck_print(c, "type parameter %s cannot use operator %s", ck_type_text(c, bad->type), sl_token_names[op]);
        } else {
            const char *what = ck_is_nil(fault.operand) ? "nil" : ck_kind_name(fault.operand->type);
            cause = ck_print(c, "operator %s not defined on %s", sl_token_names[op],
                             *what ? what : ck_type_text(c, fault.operand->type));
        }
    }
    if (in_switch)
        ck_error(c, x->expr->pos, "invalid case %s in switch on %s (%s)", ck_expr_text(c, x->expr),
                 ck_expr_text(c, y->expr), cause);
    else
        ck_error(c, fault.operand->expr->pos, "invalid operation: %s %s %s (%s)", ck_expr_text(c, x->expr),
                 sl_token_names[op], ck_expr_text(c, y->expr), cause);
    x->mode = SL_MODE_INVALID;
}

// The count of a shift; false after an error.
static bool shift_count(Check *c, Operand *y, const SlConst **value) {
    *value = NULL;
    if (y->mode == SL_MODE_CONST) {
        if (!ck_known(y->value))
            return true;
        *value = sl_const_to_int(c->consts, y->value);
        if (ck_known(*value) && sl_const_sign(*value) < 0) {
            ck_error(c, y->expr->pos, "invalid operation: negative shift count %s", ck_operand_text(c, y));
            return false;
        }
        if (sl_is_untyped(y->type)) {
            ck_representable(c, y, ck_basic(c, SL_UINT));
            return y->mode != SL_MODE_INVALID;
        }
    }
    if (sl_is_untyped(y->type) && y->mode != SL_MODE_CONST) {
        ck_convert_untyped(c, y, ck_basic(c, SL_UINT));
        return y->mode != SL_MODE_INVALID;
    }
    if (sl_all_basic(y->type, SL_IS_INTEGER))
        return y->mode == SL_MODE_CONST || sl_all_basic(y->type, SL_IS_UNSIGNED) ||
               ck_version(c, y->expr->pos, 13, "invalid operation: signed shift count %s", ck_operand_text(c, y));
    ck_error(c, y->expr->pos, "invalid operation: shift count %s must be integer", ck_operand_text(c, y));
    return false;
}

static void fold_shift(Check *c, Operand *x, Operand *y, const SlConst *xval, const SlConst *yval, SlExpr *e,
                       SlToken op, SlPos op_pos) {
    enum { MOST = 1023 - 1 + 52 };
    bool integer = sl_is(x->type, SL_IS_INTEGER);
    if (!integer)
        x->type = ck_basic(c, SL_UNTYPED_INT);
    if (!ck_known(x->value) || !ck_known(y->value)) {
        x->value = ck_unknown(c);
        return;
    }
    uint64_t count;
    if (!sl_const_uint64(yval, &count) || count > MOST) {
        ck_error(c, y->expr->pos, "invalid operation: invalid shift count %s", ck_operand_text(c, y));
        x->mode = SL_MODE_INVALID;
        return;
    }
    const char *overflow = NULL;
    x->value = sl_const_shift(c->consts, op, xval, count, &overflow);
    if (e)
        x->expr = e;
    ck_overflow(c, x, op_pos);
}

void ck_shift(Check *c, Operand *x, Operand *y, SlExpr *e, SlToken op, SlPos op_pos) {
    const SlConst *xval = NULL, *yval;
    if (x->mode == SL_MODE_CONST && ck_known(x->value))
        xval = sl_const_to_int(c->consts, x->value);
    bool integer = sl_all_basic(x->type, SL_IS_INTEGER);
    if (!integer && !(sl_is_untyped(x->type) && ck_known(xval) && sl_const_kind(xval) == SL_CONST_INT)) {
        ck_error(c, x->expr->pos, "invalid operation: shifted operand %s must be integer", ck_operand_text(c, x));
        x->mode = SL_MODE_INVALID;
        return;
    }
    if (!shift_count(c, y, &yval)) {
        x->mode = SL_MODE_INVALID;
        return;
    }
    if (x->mode == SL_MODE_CONST && y->mode == SL_MODE_CONST) {
        fold_shift(c, x, y, xval, yval, e, op, op_pos);
        return;
    }
    if (y->mode == SL_MODE_CONST && sl_is_untyped(y->type)) {
        if (yval)
            ck_update_value(y->expr, yval);
        ck_update_type(c, y->expr, ck_basic(c, SL_UINT), true);
    }
    if (x->mode == SL_MODE_CONST && sl_is_untyped(x->type)) {
        for (SlExpr *operand = x->expr; operand; operand = operand->x) {
            sl_map_set_ptr(&c->shift_lhs, operand, operand);
            if (operand->kind != SL_EXPR_PAREN)
                break;
        }
        x->mode = SL_MODE_VALUE;
        return;
    }
    if (!integer) {
        ck_error(c, x->expr->pos, "invalid operation: shifted operand %s must be integer", ck_operand_text(c, x));
        x->mode = SL_MODE_INVALID;
        return;
    }
    x->mode = SL_MODE_VALUE;
}
