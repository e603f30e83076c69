// SPDX-License-Identifier: MIT
// Constants and untyped values: whether a value fits its type, what an untyped operand becomes, and the way that
// this decision travels back down into the tree (an untyped expression's type is known only from its context).
#include "lang/check.h"

const SlConst *ck_unknown(Check *c) {
    (void)c;
    return NULL;
}

bool ck_known(const SlConst *value) {
    return value && sl_const_kind(value) != SL_CONST_UNKNOWN;
}

bool ck_is_nil(const Operand *x) {
    return x->mode == SL_MODE_NIL;
}

static const char *operation(const SlExpr *e) {
    e = e ? sl_unparen(e) : NULL;
    if (!e)
        return "";
    if (e->kind == SL_EXPR_UNARY)
        return e->op == SL_TOKEN_XOR ? "bitwise complement " : "";
    if (e->kind != SL_EXPR_BINARY)
        return "";
    switch (e->op) {
    case SL_TOKEN_ADD:
        return "addition ";
    case SL_TOKEN_SUB:
        return "subtraction ";
    case SL_TOKEN_XOR:
        return "bitwise XOR ";
    case SL_TOKEN_MUL:
        return "multiplication ";
    case SL_TOKEN_SHL:
        return "shift ";
    default:
        return "";
    }
}

void ck_overflow(Check *c, Operand *x, SlPos op_pos) {
    enum { PRECISION = 512 };
    if (!ck_known(x->value)) {
        ck_error(c, op_pos, "constant result is not representable");
        return;
    }
    if (sl_is_typed(x->type)) {
        ck_representable(c, x, sl_under(x->type));
        return;
    }
    if (sl_const_kind(x->value) == SL_CONST_INT && sl_const_bits(x->value) > PRECISION) {
        ck_error(c, op_pos, "constant %soverflow", operation(x->expr));
        x->value = ck_unknown(c);
    }
}

Fit ck_represent(Check *c, const Operand *x, const SlType *basic, const SlConst **out) {
    *out = x->value;
    if (!ck_known(x->value))
        return CK_FITS;
    if (!basic || basic->kind != SL_TYPE_BASIC)
        return CK_WRONG;
    if (sl_representable(c->types, x->value, basic, out))
        return CK_FITS;
    if (sl_is(x->type, SL_IS_NUMERIC) && sl_is(basic, SL_IS_NUMERIC))
        return !sl_is(x->type, SL_IS_INTEGER) && sl_is(basic, SL_IS_INTEGER) ? CK_TRUNCATED : CK_OVERFLOWS;
    return CK_WRONG;
}

static void conversion_error(Check *c, Fit fit, Operand *x, const SlType *target) {
    const char *text = ck_operand_text(c, x), *type = ck_type_text(c, target);
    if (fit == CK_TRUNCATED)
        ck_error(c, x->expr->pos, "%s truncated to %s", text, type);
    else if (fit == CK_OVERFLOWS)
        ck_error(c, x->expr->pos, "%s overflows %s", text, type);
    else
        ck_error(c, x->expr->pos, "cannot convert %s to type %s", text, type);
}

void ck_representable(Check *c, Operand *x, const SlType *basic) {
    const SlConst *value;
    Fit fit = ck_represent(c, x, basic, &value);
    if (fit == CK_FITS) {
        x->value = value;
        return;
    }
    conversion_error(c, fit, x, basic);
    x->mode = SL_MODE_INVALID;
}

// Of two untyped types the one later in int, rune, float, complex.
static const SlType *later_kind(const SlType *x, const SlType *y) {
    if (x->basic == y->basic)
        return x;
    if (sl_is(x, SL_IS_NUMERIC) && sl_is(y, SL_IS_NUMERIC))
        return x->basic > y->basic ? x : y;
    return NULL;
}

typedef struct {
    Check *c;
    Operand *x;
    bool any;
} TermCheck;

static bool fits_term(const SlType *type, bool tilde, void *data) {
    (void)tilde;
    TermCheck *check = data;
    check->any = true;
    const SlType *result;
    const SlConst *value;
    Fit fit = ck_implicit(check->c, check->x, sl_under(type), &result, &value);
    return fit == CK_FITS && result;
}

Fit ck_implicit(Check *c, Operand *x, const SlType *target, const SlType **type, const SlConst **value) {
    *type = x->type;
    *value = NULL;
    if (x->mode == SL_MODE_INVALID || sl_is_typed(x->type) || !ck_valid(target))
        return CK_FITS;
    if (ck_is_nil(x)) {
        if (sl_is_untyped(target))
            return CK_FITS;
        if (!sl_has_nil(target))
            return CK_WRONG;
        *type = target;
        return CK_FITS;
    }
    if (sl_is_untyped(target)) {
        const SlType *later = later_kind(x->type, target);
        if (!later)
            return CK_WRONG;
        *type = later;
        return CK_FITS;
    }
    const SlType *under = sl_under(target);
    if (under && under->kind == SL_TYPE_BASIC) {
        if (x->mode == SL_MODE_CONST) {
            Fit fit = ck_represent(c, x, under, value);
            *type = target;
            return fit;
        }
        bool fits = sl_is(x->type, SL_IS_BOOLEAN)   ? sl_is(target, SL_IS_BOOLEAN)
                    : sl_is(x->type, SL_IS_NUMERIC) ? sl_is(target, SL_IS_NUMERIC)
                    : sl_is(x->type, SL_IS_STRING)  ? sl_is(target, SL_IS_STRING)
                                                    : false;
        if (!fits)
            return CK_WRONG;
        *type = target;
        return CK_FITS;
    }
    if (sl_is_type_param(target)) {
        TermCheck check = {c, x, false};
        if (!sl_type_each_term(sl_unalias(target), fits_term, &check) || !check.any)
            return CK_WRONG;
        *type = target;
        return CK_FITS;
    }
    if (under && under->kind == SL_TYPE_INTERFACE) {
        if (sl_type_set(c->types, under)->method_count)
            return CK_WRONG;
        *type = sl_type_default(c->types, x->type);
        return CK_FITS;
    }
    return CK_WRONG;
}

void ck_convert_untyped(Check *c, Operand *x, const SlType *target) {
    const SlType *type;
    const SlConst *value;
    Fit fit = ck_implicit(c, x, target, &type, &value);
    if (fit != CK_FITS) {
        conversion_error(c, fit, x, target);
        x->mode = SL_MODE_INVALID;
        return;
    }
    if (value) {
        x->value = value;
        ck_update_value(x->expr, value);
    }
    if (type != x->type) {
        x->type = type;
        ck_update_type(c, x->expr, type, false);
    }
}

void ck_update_value(SlExpr *e, const SlConst *value) {
    for (; e; e = e->x) {
        if (e->type && sl_is_untyped(e->type) && e->mode == SL_MODE_CONST)
            e->value = value;
        if (e->kind != SL_EXPR_PAREN)
            return;
    }
}

const char *ck_const_key(Check *c, const SlConst *value, const SlType *type, size_t *length) {
    SlText text = {0};
    if (type)
        sl_text_printf(&text, "%s/", ck_type_text(c, type));
    SlConstKind kind = sl_const_kind(value);
    const SlConst *whole = kind != SL_CONST_STRING && kind != SL_CONST_BOOL && sl_const_is_integral(value)
                               ? sl_const_to_int(c->consts, value)
                               : NULL;
    if (kind == SL_CONST_STRING) {
        size_t bytes;
        const char *at = sl_const_string_value(value, &bytes);
        sl_text_addc(&text, '"');
        sl_text_add(&text, at, bytes);
    } else if (whole || kind == SL_CONST_BOOL)
        sl_text_adds(&text, ck_const_text(c, whole ? whole : value));
    else
        sl_text_printf(&text, "%a,%a", sl_const_double(value), sl_const_imag_double(value));
    *length = text.length;
    const char *copy = sl_arena_strndup(c->arena, sl_text_cstr(&text), text.length);
    sl_text_free(&text);
    return copy;
}

static bool is_comparison(int op) {
    return op >= SL_TOKEN_EQ && op <= SL_TOKEN_GE;
}

// The operands of an untyped expression that take part in its type. True when x goes on to *next.
static void update_operands(Check *c, SlExpr *e, const SlType *type, bool final) {
    switch (e->kind) {
    case SL_EXPR_PAREN:
        ck_update_type(c, e->x, type, final);
        break;
    case SL_EXPR_UNARY:
        if (e->mode != SL_MODE_CONST)
            ck_update_type(c, e->x, type, final);
        break;
    case SL_EXPR_BINARY:
        if (e->mode == SL_MODE_CONST || is_comparison(e->op))
            break;
        ck_update_type(c, e->x, type, final);
        if (e->op != SL_TOKEN_SHL && e->op != SL_TOKEN_SHR)
            ck_update_type(c, e->y, type, final);
        break;
    default:
        break;
    }
}

static bool all_integer(const SlType *type) {
    return sl_all_basic(type, SL_IS_INTEGER);
}

void ck_update_type(Check *c, SlExpr *e, const SlType *type, bool final) {
    if (!e || !e->type || e->mode == SL_MODE_INVALID || !sl_is_untyped(e->type))
        return;
    if (e->mode == SL_MODE_NIL) {
        if (e->kind == SL_EXPR_PAREN)
            ck_update_type(c, e->x, type, final);
        e->type = type;
        return;
    }
    if (!ck_enter(c, e->pos))
        return;
    update_operands(c, e, type, final);
    ck_leave(c);
    if (!final && sl_is_untyped(type)) {
        e->type = sl_under(type);
        return;
    }
    const SlType *old = e->type;
    if (sl_map_get_ptr(&c->shift_lhs, e) && !all_integer(type)) {
        ck_error(c, e->pos, "invalid operation: shifted operand %s (type %s) must be integer", ck_expr_text(c, e),
                 ck_type_text(c, type));
        e->type = type;
        return;
    }
    if (e->mode == SL_MODE_CONST && e->value) {
        Operand x = {.mode = SL_MODE_CONST, .expr = e, .type = old, .value = e->value};
        const SlType *result;
        const SlConst *value;
        Fit fit = ck_implicit(c, &x, type, &result, &value);
        if (fit != CK_FITS) {
            conversion_error(c, fit, &x, type);
            e->type = type;
            return;
        }
        if (value)
            e->value = value;
    }
    e->type = type;
}

// Conversions T(x).

static bool const_convertible(Check *c, Operand *x, const SlType *T, const SlConst **out) {
    const SlType *basic = sl_under(T);
    if (!basic || basic->kind != SL_TYPE_BASIC)
        return false;
    if (!ck_known(x->value))
        return true;
    if (sl_representable(c->types, x->value, basic, out))
        return true;
    if (sl_is(x->type, SL_IS_INTEGER) && sl_is(basic, SL_IS_STRING)) {
        int64_t code;
        const SlConst *integer = sl_const_to_int(c->consts, x->value);
        if (!sl_const_int64(integer, &code) || code < 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
            code = 0xFFFD;
        char bytes[4];
        int length = sl_utf8_encode((int32_t)code, bytes);
        *out = sl_const_string(c->consts, sl_arena_strndup(c->arena, bytes, (size_t)length), (size_t)length);
        return true;
    }
    return false;
}

typedef struct {
    Check *c;
    Operand *x;
    const SlType *bad;
} ConstTerms;

static bool is_bytes_or_runes(const SlType *type) {
    const SlType *under = sl_under(type);
    const SlType *elem = under->kind == SL_TYPE_SLICE ? sl_under(under->elem) : NULL;
    return elem && elem->kind == SL_TYPE_BASIC && (elem->basic == SL_UINT8 || elem->basic == SL_INT32);
}

static bool term_takes_const(const SlType *type, bool tilde, void *data) {
    (void)tilde;
    ConstTerms *terms = data;
    const SlConst *value = terms->x->value;
    if (sl_is(type, SL_IS_CONST) && const_convertible(terms->c, terms->x, type, &value))
        return true;
    if (sl_is(terms->x->type, SL_IS_STRING) && is_bytes_or_runes(type))
        return true;
    terms->bad = type;
    return false;
}

// Slices become arrays only in newer versions.
static bool slice_version(Check *c, Operand *x, const SlType *T, const char **cause) {
    const SlType *from = sl_under(x->type), *to = sl_under(T);
    if (from->kind != SL_TYPE_SLICE)
        return true;
    if (to->kind == SL_TYPE_ARRAY && c->env.go_minor < 20)
        *cause = "conversion of slice to array requires go1.20 or later";
    else if (to->kind == SL_TYPE_POINTER && c->env.go_minor < 17)
        *cause = "conversion of slice to array pointer requires go1.17 or later";
    else
        return true;
    return false;
}

static bool convertible(Check *c, Operand *x, const SlType *T, const char **cause) {
    const char *ignored = NULL;
    if (ck_assignable(c, x, T, &ignored))
        return true;
    if (ck_is_nil(x))
        return sl_has_nil(T);
    const SlType *from = sl_is_untyped(x->type) ? sl_type_default(c->types, x->type) : x->type;
    return sl_convertible(c->types, from, T, cause) && slice_version(c, x, T, cause);
}

static bool is_const_type(const SlType *T) {
    return !sl_is_type_param(T) && sl_is(T, SL_IS_CONST);
}

void ck_conversion(Check *c, Operand *x, const SlType *T) {
    bool is_const = x->mode == SL_MODE_CONST, nil = ck_is_nil(x);
    const char *cause = NULL;
    bool ok = false;
    if (is_const && is_const_type(T)) {
        const SlConst *value = x->value;
        ok = const_convertible(c, x, T, &value);
        if (ok)
            x->value = value;
        else if (sl_is(x->type, SL_IS_INTEGER) && sl_is(T, SL_IS_INTEGER)) {
            ck_error(c, x->expr->pos, "constant %s overflows %s", ck_const_text(c, x->value), ck_type_text(c, T));
            x->mode = SL_MODE_INVALID;
            return;
        }
    } else if (is_const && sl_is_type_param(T)) {
        ConstTerms terms = {c, x, NULL};
        ok = sl_type_each_term(sl_unalias(T), term_takes_const, &terms);
        if (!ok && !terms.bad)
            cause = ck_print(c, "%s does not contain specific types", ck_type_text(c, T));
        else if (!ok)
            cause = ck_print(c, "cannot convert %s to type %s (in %s)", ck_operand_text(c, x),
                             ck_type_text(c, terms.bad), ck_type_text(c, T));
        x->mode = SL_MODE_VALUE;
    } else if (convertible(c, x, T, &cause)) {
        ok = true;
        x->mode = SL_MODE_VALUE;
    }
    if (!ok) {
        Operand shown = *x;
        if (is_const)
            shown.mode = SL_MODE_CONST;
        bool truncated = is_const && sl_is(x->type, SL_IS_NUMERIC) && sl_is(T, SL_IS_INTEGER);
        ck_error(c, x->expr->pos, "cannot convert %s to type %s%s%s", ck_operand_text(c, &shown), ck_type_text(c, T),
                 cause       ? ": "
                 : truncated ? " (truncated)"
                             : "",
                 cause ? cause : "");
        x->mode = SL_MODE_INVALID;
        return;
    }
    if (sl_is_untyped(x->type)) {
        const SlType *final = T;
        if (nil)
            final = T;
        else if (sl_is_interface(T) || (is_const && !is_const_type(T)))
            final = sl_type_default(c->types, x->type);
        else if (x->mode == SL_MODE_CONST && sl_is(x->type, SL_IS_INTEGER) && sl_is(T, SL_IS_STRING))
            final = sl_type_default(c->types, x->type);
        if (is_const && sl_is_type_param(T))
            final = sl_type_default(c->types, x->type);
        // A constant's operands are never values of their own: string(1 << 40) is no error.
        if (x->mode == SL_MODE_CONST) {
            if (x->expr->type && sl_is_untyped(x->expr->type)) {
                const SlConst *value;
                Operand operand = {
                    .mode = SL_MODE_CONST, .expr = x->expr, .type = x->expr->type, .value = x->expr->value};
                if (ck_represent(c, &operand, sl_under(final), &value) == CK_FITS)
                    ck_update_type(c, x->expr, final, true);
            }
        } else
            ck_update_type(c, x->expr, final, true);
    }
    x->type = T;
}
