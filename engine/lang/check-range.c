// SPDX-License-Identifier: MIT
// for ... range: over strings, arrays, slices, maps, channels, integers and functions.
#include "lang/check.h"

typedef struct {
    const SlType *key, *value;
    const char *cause;
    bool ok;
} Iteration;

// func(yield func(K, V) bool)
static Iteration over_function(Check *c, const SlType *func) {
    if (c->env.go_minor < 23)
        return (Iteration){.cause = ck_print(c, "requires go1.23 or later%s", ck_version_hint(c))};
    if (func->params->count != 1)
        return (Iteration){.cause = "func must be func(yield func(...) bool): wrong argument count"};
    if (func->results->count)
        return (Iteration){.cause = "func must be func(yield func(...) bool): unexpected result"};
    const SlType *yield = sl_core(func->params->fields[0]->type);
    if (!yield || yield->kind != SL_TYPE_SIGNATURE)
        return (Iteration){.cause = "func must be func(yield func(...) bool): argument is not func"};
    if (yield->params->count > 2)
        return (Iteration){.cause = "func must be func(yield func(...) bool): yield func has too many parameters"};
    if (yield->results->count != 1 || !sl_is(yield->results->fields[0]->type, SL_IS_BOOLEAN))
        return (Iteration){.cause = yield->results->count == 1
                                        ? "func must be func(yield func(...) bool): yield func does not return bool"
                                        : "func must be func(yield func(...) bool): yield func does not return bool"};
    Iteration it = {.ok = true};
    if (yield->params->count > 0)
        it.key = yield->params->fields[0]->type;
    if (yield->params->count > 1)
        it.value = yield->params->fields[1]->type;
    return it;
}

static Iteration iteration(Check *c, const SlType *type) {
    const SlType *core = sl_core(type);
    if (sl_is_type_param(type) && !core)
        core = sl_core_string(type);
    const SlType *integer = ck_basic(c, SL_INT);
    if (!core)
        return (Iteration){.cause = "no core type"};
    switch ((SlTypeKind)core->kind) {
    case SL_TYPE_BASIC:
        if (core->flags & SL_IS_STRING)
            return (Iteration){integer, sl_type_rune(c->types), NULL, true};
        if (core->flags & SL_IS_INTEGER) {
            if (c->env.go_minor < 22)
                return (Iteration){.cause = ck_print(c, "requires go1.22 or later%s", ck_version_hint(c))};
            return (Iteration){.key = type, .ok = true};
        }
        return (Iteration){0};
    case SL_TYPE_ARRAY:
    case SL_TYPE_SLICE:
        return (Iteration){integer, core->elem, NULL, true};
    case SL_TYPE_POINTER: {
        const SlType *array = core->elem ? sl_under(core->elem) : NULL;
        if (array && array->kind == SL_TYPE_ARRAY)
            return (Iteration){integer, array->elem, NULL, true};
        return (Iteration){0};
    }
    case SL_TYPE_MAP:
        return (Iteration){core->key, core->elem, NULL, true};
    case SL_TYPE_CHAN:
        if (core->dir == SL_DIR_SEND)
            return (Iteration){.cause = "receive from send-only channel"};
        return (Iteration){.key = core->elem, .ok = true};
    case SL_TYPE_SIGNATURE:
        return over_function(c, core);
    default:
        return (Iteration){0};
    }
}

static void range_operand(Check *c, SlStmt *s, Operand *x, Iteration *it) {
    ck_expr(c, NULL, x, s->x);
    if (x->mode == SL_MODE_INVALID)
        return;
    *it = ck_is_nil(x) ? (Iteration){0} : iteration(c, x->type);
    SlExpr *key = s->lhs_count > 0 ? s->lhs[0] : NULL, *value = s->lhs_count > 1 ? s->lhs[1] : NULL;
    const char *text = ck_operand_text(c, x);
    if (it->ok && ck_is_kind(x->type, SL_TYPE_ARRAY) && value)
        ck_add_frame(c, x->type, 1);
    if (!it->ok && it->cause)
        ck_error(c, x->expr->pos, "cannot range over %s: %s", text, it->cause);
    else if (!it->ok)
        ck_error(c, x->expr->pos, "cannot range over %s", text);
    else if (s->lhs_count > 2)
        ck_error(c, s->lhs[2]->pos, "range clause permits at most two iteration variables");
    else if (key && !it->key)
        ck_error(c, key->pos, "range over %s permits no iteration variables", text);
    else if (value && !it->value)
        ck_error(c, value->pos, "range over %s permits only one iteration variable", text);
}

static bool over_integer(const Operand *x) {
    return x->mode != SL_MODE_INVALID && sl_all_basic(x->type, SL_IS_INTEGER);
}

// Variables of for k, v := range x.
static void define_variables(Check *c, SlStmt *s, Operand *x, const Iteration *it) {
    const SlType *types[2] = {it->key, it->value};
    SlObj *vars[2];
    int count = 0;
    bool integer = over_integer(x);
    for (int i = 0; i < s->lhs_count && i < 2; i++) {
        SlExpr *lhs = s->lhs[i];
        bool name = lhs->kind == SL_EXPR_IDENT;
        if (!name)
            ck_error(c, lhs->pos, "non-name %s on left side of :=", ck_expr_text(c, lhs));
        SlObj *obj = ck_new_var(c, lhs->pos, name ? lhs->name : c->blank, NULL);
        obj->color = CK_BLACK;
        if (name) {
            lhs->obj = obj;
            if (obj->name != c->blank)
                vars[count++] = obj;
        }
        const SlType *type = types[i];
        if (!type || !ck_valid(type)) {
            obj->type = ck_invalid(c);
            obj->used = true;
        } else if (integer)
            ck_init_var(c, obj, x, "range clause");
        else {
            Operand y = {.mode = SL_MODE_VALUE, .expr = lhs, .type = type};
            ck_init_var(c, obj, &y, "assignment");
        }
        lhs->mode = SL_MODE_VARIABLE;
        lhs->type = obj->type;
    }
    if (integer && s->lhs_count && sl_is_untyped(x->type))
        ck_assignment(c, x, NULL, "range clause");
    if (!count && s->lhs_count && s->lhs[0]->kind == SL_EXPR_IDENT)
        ck_error(c, s->op_pos, "no new variables on left side of :=");
    for (int i = 0; i < count; i++) {
        vars[i]->scope_pos = s->x->end;
        ck_declare(c, c->env.scope, NULL, vars[i]);
    }
}

static void assign_variables(Check *c, SlStmt *s, Operand *x, const Iteration *it) {
    const SlType *types[2] = {it->key, it->value};
    bool integer = over_integer(x);
    for (int i = 0; i < s->lhs_count && i < 2; i++) {
        if (!types[i] || !ck_valid(types[i])) {
            ck_use_lhs(c, &s->lhs[i], 1);
            continue;
        }
        if (integer) {
            ck_assign_var(c, s->lhs[i], NULL, x, "range clause");
            if (x->mode != SL_MODE_INVALID && !sl_all_basic(x->type, SL_IS_INTEGER))
                ck_error(c, s->lhs[i]->pos, "cannot use iteration variable of type %s", ck_type_text(c, x->type));
        } else {
            Operand y = {.mode = SL_MODE_VALUE, .expr = s->lhs[i], .type = types[i]};
            ck_assign_var(c, s->lhs[i], NULL, &y, "assignment");
        }
    }
}

void ck_range(Check *c, int ctx, SlStmt *s) {
    Operand x;
    Iteration it = {0};
    int top = c->delayed.count;
    range_operand(c, s, &x, &it);
    ck_run_delayed(c, top);
    ck_open_scope(c, s->pos, s->end);
    if (s->op == SL_TOKEN_DEFINE) {
        define_variables(c, s, &x, &it);
        s->per_iteration = c->env.go_minor >= 22;
    } else if (s->lhs_count)
        assign_variables(c, s, &x, &it);
    else if (over_integer(&x))
        ck_assignment(c, &x, NULL, "range clause");
    if (x.mode != SL_MODE_INVALID && sl_is_untyped(x.type))
        ck_assignment(c, &x, NULL, "range clause");
    if (s->body)
        ck_stmt(c, ctx, s->body);
    ck_close_scope(c);
}
