// SPDX-License-Identifier: MIT
// Expressions: the dispatch over all kinds, identifiers, literals and the forms that need no file of their own.
// Whatever is checked leaves its mode, type and value in the tree (ck_record).
#include "lang/check.h"

void ck_record(Check *c, Operand *x) {
    SlExpr *e = x->expr;
    if (!e)
        return;
    if (x->mode == SL_MODE_NO_VALUE)
        x->type = sl_type_tuple(c->types, NULL, 0);
    e->mode = x->mode;
    e->type = x->mode == SL_MODE_INVALID ? ck_invalid(c) : x->type;
    e->value = x->mode == SL_MODE_CONST ? x->value : NULL;
}

void ck_set_type(Check *c, SlExpr *e, SlMode mode, const SlType *type) {
    (void)c;
    for (;; e = e->x) {
        e->mode = mode;
        e->type = type;
        if (e->kind != SL_EXPR_PAREN)
            return;
    }
}

void ck_comma_ok(Check *c, SlExpr *e, const SlType *first, const SlType *second) {
    if (!ck_valid(first) || !ck_valid(second))
        return;
    SlObj *vars[2] = {sl_obj_new(c->types, SL_OBJ_VAR, e->pos, c->pkg, "", first),
                      sl_obj_new(c->types, SL_OBJ_VAR, e->pos, c->pkg, "", second)};
    const SlType *tuple = sl_type_tuple(c->types, vars, 2);
    for (;; e = e->x) {
        e->type = tuple;
        e->comma_ok = true;
        if (e->kind != SL_EXPR_PAREN)
            return;
    }
}

static bool mark_constant(Check *c, Operand *x, SlExpr *e, SlObj *obj) {
    ck_depend(c, obj);
    if (!ck_valid(obj->type))
        return false;
    x->mode = SL_MODE_CONST;
    if (obj != c->iota_obj) {
        x->value = obj->value;
        return true;
    }
    if (!c->env.iota) {
        ck_error(c, e->pos, "cannot use iota outside constant declaration");
        return false;
    }
    x->value = c->env.iota;
    return true;
}

static void mark_dot_import(Check *c, const SlScope *scope, const SlObj *obj) {
    for (int i = 0; i < c->dot_imports.count; i++) {
        SlObj *import = c->dot_imports.at[i];
        if (import->scope == scope && sl_scope_lookup(import->imported->scope, obj->name) == obj)
            import->used = true;
    }
}

void ck_ident(Check *c, Operand *x, SlExpr *e, SlType *def, bool want_type) {
    x->mode = SL_MODE_INVALID;
    x->type = ck_invalid(c);
    x->expr = e;
    SlScope *where = NULL;
    SlObj *obj = e->name == c->blank ? NULL : ck_find(c, e->name, &where);
    if (!obj) {
        if (e->name == c->blank)
            ck_error(c, e->pos, "cannot use _ as value or type");
        else
            ck_error(c, e->pos, "undefined: %s", e->name);
        return;
    }
    if ((obj == c->comparable_obj || obj == c->any_obj) && !ck_version(c, e->pos, 18, "predeclared %s", e->name))
        return;
    e->obj = obj;
    if (!obj->type || (obj->kind == SL_OBJ_TYPE && want_type))
        ck_decl(c, obj, def);
    if (obj->pkg != c->pkg && c->dot_imports.count)
        mark_dot_import(c, where, obj);
    const SlType *type = obj->type;
    switch (obj->kind) {
    case SL_OBJ_PACKAGE:
        ck_error(c, e->pos, "use of package %s without selector", obj->name);
        return;
    case SL_OBJ_CONST:
        if (!mark_constant(c, x, e, obj))
            return;
        break;
    case SL_OBJ_TYPE:
        if (!ck_valid(type))
            return;
        x->mode = SL_MODE_TYPE;
        break;
    case SL_OBJ_VAR:
        if (obj->pkg == c->pkg)
            obj->used = true;
        ck_depend(c, obj);
        if (!ck_valid(type))
            return;
        x->mode = SL_MODE_VARIABLE;
        break;
    case SL_OBJ_FUNC:
        ck_depend(c, obj);
        if (!ck_valid(type))
            return;
        x->mode = SL_MODE_VALUE;
        break;
    case SL_OBJ_BUILTIN:
        x->mode = SL_MODE_BUILTIN;
        x->builtin = obj->builtin;
        type = ck_invalid(c);
        break;
    case SL_OBJ_NIL:
        x->mode = SL_MODE_NIL;
        type = ck_basic(c, SL_UNTYPED_NIL);
        break;
    default:
        return;
    }
    x->type = type;
}

// Forms of numbers that Go 1.13 brought.
static void number_version(Check *c, SlExpr *e) {
    const char *text = e->literal;
    char base = e->length > 1 && text[0] == '0' ? (char)(text[1] | 0x20) : 0;
    bool underscore = memchr(text, '_', e->length) != NULL;
    if (underscore)
        ck_version(c, e->pos, 13, "underscores in numeric literals");
    else if (base == 'b')
        ck_version(c, e->pos, 13, "binary literals");
    else if (base == 'o')
        ck_version(c, e->pos, 13, "0o/0O-style octal literals");
    else if (base == 'x' && e->op != SL_TOKEN_INT)
        ck_version(c, e->pos, 13, "hexadecimal floating-point literals");
}

static void literal(Check *c, Operand *x, SlExpr *e) {
    enum { LONGEST = 10000 };
    static const SlBasic kinds[] = {[SL_TOKEN_INT] = SL_UNTYPED_INT,
                                    [SL_TOKEN_FLOAT] = SL_UNTYPED_FLOAT,
                                    [SL_TOKEN_IMAG] = SL_UNTYPED_COMPLEX,
                                    [SL_TOKEN_CHAR] = SL_UNTYPED_RUNE,
                                    [SL_TOKEN_STRING] = SL_UNTYPED_STRING};
    if (e->op != SL_TOKEN_STRING && e->op != SL_TOKEN_CHAR && e->length > LONGEST) {
        ck_error(c, e->pos, "excessively long constant: %.10s... (%zu chars)", e->literal, e->length);
        return;
    }
    x->value = sl_const_literal(c->consts, (SlToken)e->op, e->literal, e->length);
    x->type = ck_basic(c, kinds[e->op]);
    if (!ck_known(x->value)) {
        ck_error(c, e->pos, "malformed constant: %s", ck_expr_text(c, e));
        return;
    }
    x->mode = SL_MODE_CONST;
    x->expr = e;
    if (e->op != SL_TOKEN_STRING && e->op != SL_TOKEN_CHAR && c->env.go_minor < 13)
        number_version(c, e);
    if (e->op == SL_TOKEN_INT)
        ck_overflow(c, x, e->pos);
}

// &T{} and x of *x.

typedef struct {
    Check *c;
    Operand *x;
    const SlType *base;
    bool reported;
} Indirection;

static bool add_base(const SlType *type, bool tilde, void *data) {
    (void)tilde;
    Indirection *to = data;
    const SlType *under = type ? sl_under(type) : NULL;
    if (!under || under->kind != SL_TYPE_POINTER)
        return false;
    if (to->base && !sl_type_identical(to->base, under->elem)) {
        ck_error(to->c, to->x->expr->pos, "invalid operation: pointers of %s must have identical base types",
                 ck_type_text(to->c, to->x->type));
        to->reported = true;
        return false;
    }
    to->base = under->elem;
    return true;
}

static void star(Check *c, Operand *x, SlExpr *e) {
    ck_expr_or_type(c, x, e->x, false);
    ck_exclude(c, x, 1u << SL_MODE_BUILTIN);
    if (x->mode == SL_MODE_INVALID)
        return;
    if (x->mode == SL_MODE_TYPE) {
        ck_no_constraint(c, e->x, x->type);
        x->type = sl_type_pointer(c->types, x->type);
        return;
    }
    Indirection to = {c, x, NULL, false};
    bool ok = sl_is_type_param(x->type) ? sl_type_each_term(sl_unalias(x->type), add_base, &to) && to.base
                                        : !ck_is_nil(x) && add_base(x->type, false, &to);
    if (!ok) {
        if (!to.reported)
            ck_error(c, x->expr->pos, "invalid operation: cannot indirect %s", ck_operand_text(c, x));
        x->mode = SL_MODE_INVALID;
        return;
    }
    x->mode = SL_MODE_VARIABLE;
    x->type = to.base;
}

void ck_type_assertion(Check *c, SlExpr *e, Operand *x, const SlType *T, bool type_switch) {
    if (ck_is_kind(T, SL_TYPE_INTERFACE) && !sl_is_type_param(T))
        return;
    const char *cause = sl_missing_method(c->types, T, x->type, false);
    if (!cause)
        return;
    if (type_switch)
        ck_error(c, e->pos, "impossible type switch case: %s\n\t%s cannot have dynamic type %s %s", ck_expr_text(c, e),
                 ck_operand_text(c, x), ck_type_text(c, T), cause);
    else
        ck_error(c, e->pos, "impossible type assertion: %s\n\t%s does not implement %s %s", ck_expr_text(c, e),
                 ck_type_text(c, T), ck_type_text(c, x->type), cause);
}

static void assertion(Check *c, Operand *x, SlExpr *e) {
    ck_expr(c, NULL, x, e->x);
    if (x->mode == SL_MODE_INVALID)
        return;
    if (!e->type_expr) {
        ck_error(c, e->pos, "invalid syntax tree: use of .(type) outside type switch");
        x->mode = SL_MODE_INVALID;
        return;
    }
    const char *wrong = NULL;
    if (sl_is_type_param(x->type))
        wrong = ck_print(c, "invalid operation: cannot use type assertion on type parameter value %s",
                         ck_operand_text(c, x));
    else if (!ck_is_kind(x->type, SL_TYPE_INTERFACE))
        wrong = ck_print(c, "invalid operation: %s is not an interface", ck_operand_text(c, x));
    if (wrong) {
        ck_error(c, x->expr->pos, "%s", wrong);
        x->mode = SL_MODE_INVALID;
        return;
    }
    const SlType *T = ck_var_type(c, e->type_expr);
    if (!ck_valid(T)) {
        x->mode = SL_MODE_INVALID;
        return;
    }
    ck_type_assertion(c, e, x, T, false);
    x->mode = SL_MODE_COMMA_OK;
    x->type = T;
}

static ExprKind raw_kind(Check *c, const SlType *target, Operand *x, SlExpr *e, const SlType *hint) {
    x->mode = SL_MODE_INVALID;
    x->type = ck_invalid(c);
    x->value = NULL;
    x->expr = e;
    ExprKind kind = CK_EXPRESSION;
    switch ((SlExprKind)e->kind) {
    case SL_EXPR_BAD:
        break;
    case SL_EXPR_IDENT:
        ck_ident(c, x, e, NULL, false);
        break;
    case SL_EXPR_LITERAL:
        literal(c, x, e);
        break;
    case SL_EXPR_COMPOSITE:
        ck_composite(c, x, e, hint);
        break;
    case SL_EXPR_FUNC:
        ck_func_literal(c, x, e);
        break;
    case SL_EXPR_PAREN:
        if (!ck_enter(c, e->pos))
            break;
        kind = ck_raw_kind(c, x, e->x);
        ck_leave(c);
        break;
    case SL_EXPR_SELECTOR:
        ck_selector(c, x, e, NULL, false);
        break;
    case SL_EXPR_INDEX:
        if (ck_index_expr(c, x, e))
            ck_func_inst(c, target, e->pos, x, e, true);
        break;
    case SL_EXPR_SLICE:
        ck_slice_expr(c, x, e);
        break;
    case SL_EXPR_ASSERT:
        assertion(c, x, e);
        break;
    case SL_EXPR_CALL:
        kind = ck_call(c, x, e);
        break;
    case SL_EXPR_STAR:
        star(c, x, e);
        break;
    case SL_EXPR_UNARY:
        ck_unary(c, x, e);
        if (e->op == SL_TOKEN_ARROW && x->mode != SL_MODE_INVALID)
            kind = CK_STATEMENT;
        break;
    case SL_EXPR_BINARY:
        ck_binary(c, x, e, e->x, e->y, (SlToken)e->op, e->op_pos);
        break;
    case SL_EXPR_KEY_VALUE:
        ck_error(c, e->pos, "no key:value expected");
        break;
    case SL_EXPR_ELLIPSIS:
        ck_error(c, e->pos, "invalid use of ...");
        break;
    case SL_EXPR_ARRAY_TYPE:
    case SL_EXPR_STRUCT_TYPE:
    case SL_EXPR_FUNC_TYPE:
    case SL_EXPR_INTERFACE_TYPE:
    case SL_EXPR_MAP_TYPE:
    case SL_EXPR_CHAN_TYPE:
        x->type = ck_type(c, e);
        x->mode = ck_valid(x->type) ? SL_MODE_TYPE : SL_MODE_INVALID;
        break;
    }
    x->expr = e;
    return kind;
}

static void refuse_generic(Check *c, const SlType *target, Operand *x) {
    if (x->mode == SL_MODE_INVALID || x->mode == SL_MODE_NO_VALUE || x->mode == SL_MODE_BUILTIN || !x->type)
        return;
    const char *what = NULL;
    if (x->mode == SL_MODE_TYPE && sl_is_generic(x->type))
        what = "type";
    else if (x->mode != SL_MODE_TYPE && x->type->kind == SL_TYPE_SIGNATURE && x->type->tparam_count) {
        if (target) {
            ck_func_inst(c, target, x->expr->pos, x, NULL, true);
            return;
        }
        what = "function";
    }
    if (!what)
        return;
    ck_error(c, x->expr->pos, "cannot use generic %s %s without instantiation", what, ck_expr_text(c, x->expr));
    x->mode = SL_MODE_INVALID;
    x->type = ck_invalid(c);
}

static ExprKind raw(Check *c, const SlType *target, Operand *x, SlExpr *e, const SlType *hint, bool allow_generic) {
    if (!ck_enter(c, e->pos)) {
        *x = (Operand){.mode = SL_MODE_INVALID, .type = ck_invalid(c), .expr = e};
        ck_record(c, x);
        return CK_STATEMENT;
    }
    ExprKind kind = raw_kind(c, target, x, e, hint);
    if (!allow_generic)
        refuse_generic(c, target, x);
    ck_record(c, x);
    ck_leave(c);
    return kind;
}

void ck_raw(Check *c, const SlType *target, Operand *x, SlExpr *e, const SlType *hint, bool allow_generic) {
    raw(c, target, x, e, hint, allow_generic);
}

ExprKind ck_raw_kind(Check *c, Operand *x, SlExpr *e) {
    return raw(c, NULL, x, e, NULL, false);
}

void ck_exclude(Check *c, Operand *x, unsigned modes) {
    if (!(modes & (1u << x->mode)))
        return;
    const char *text = ck_operand_text(c, x);
    switch (x->mode) {
    case SL_MODE_NO_VALUE:
        ck_error(c, x->expr->pos, "%s used as value%s", text, modes & (1u << SL_MODE_TYPE) ? "" : " or type");
        break;
    case SL_MODE_BUILTIN:
        ck_error(c, x->expr->pos, "%s must be called", text);
        break;
    case SL_MODE_TYPE:
        ck_error(c, x->expr->pos, "%s is not an expression", text);
        break;
    default:
        break;
    }
    x->mode = SL_MODE_INVALID;
}

void ck_single(Check *c, Operand *x) {
    if (x->mode != SL_MODE_VALUE || !x->type || x->type->kind != SL_TYPE_TUPLE)
        return;
    ck_error(c, x->expr->pos, "multiple-value %s in single-value context", ck_operand_text(c, x));
    x->mode = SL_MODE_INVALID;
}

enum { NO_VALUES = 1u << SL_MODE_NO_VALUE | 1u << SL_MODE_BUILTIN, NO_TYPES = NO_VALUES | 1u << SL_MODE_TYPE };

void ck_expr(Check *c, const SlType *target, Operand *x, SlExpr *e) {
    if (target && !ck_is_kind(target, SL_TYPE_SIGNATURE))
        target = NULL;
    raw(c, target, x, e, NULL, false);
    ck_exclude(c, x, NO_TYPES);
    ck_single(c, x);
}

void ck_multi(Check *c, Operand *x, SlExpr *e) {
    raw(c, NULL, x, e, NULL, false);
    ck_exclude(c, x, NO_TYPES);
}

void ck_expr_hint(Check *c, Operand *x, SlExpr *e, const SlType *hint) {
    const SlType *target = hint && ck_is_kind(hint, SL_TYPE_SIGNATURE) ? hint : NULL;
    raw(c, target, x, e, hint, false);
    ck_exclude(c, x, NO_TYPES);
    ck_single(c, x);
}

void ck_expr_or_type(Check *c, Operand *x, SlExpr *e, bool allow_generic) {
    raw(c, NULL, x, e, NULL, allow_generic);
    ck_exclude(c, x, 1u << SL_MODE_NO_VALUE);
    ck_single(c, x);
}

// Evaluates expressions after an error, so that the variables in them count as used.
void ck_use_one(Check *c, SlExpr *e) {
    if (!e)
        return;
    Operand x;
    switch (e->kind) {
    case SL_EXPR_BAD:
        return;
    case SL_EXPR_IDENT:
        if (e->name != c->blank)
            raw(c, NULL, &x, e, NULL, true);
        return;
    case SL_EXPR_KEY_VALUE:
        ck_use_one(c, e->y);
        return;
    default:
        raw(c, NULL, &x, e, NULL, true);
    }
}

void ck_use(Check *c, SlExpr **list, int count) {
    for (int i = 0; i < count; i++)
        ck_use_one(c, list[i]);
}

// As ck_use, but variables that are just assigned to do not become used.
void ck_use_lhs(Check *c, SlExpr **list, int count) {
    for (int i = 0; i < count; i++) {
        SlExpr *e = (SlExpr *)sl_unparen(list[i]);
        if (e->kind != SL_EXPR_IDENT) {
            ck_use_one(c, list[i]);
            continue;
        }
        if (e->name == c->blank)
            continue;
        SlObj *obj = ck_find(c, e->name, NULL);
        bool local = obj && obj->kind == SL_OBJ_VAR && obj->pkg == c->pkg;
        bool used = local && obj->used;
        Operand x;
        raw(c, NULL, &x, e, NULL, false);
        if (local)
            obj->used = used;
    }
}
