// SPDX-License-Identifier: MIT
// Composite literals and function literals.
#include "lang/check.h"

#include <stdio.h>

static bool keyed(SlExpr *const *list, int count) {
    return count && list[0]->kind == SL_EXPR_KEY_VALUE;
}

static int field_named(Check *c, const SlType *st, const char *name) {
    for (int i = 0; i < st->count; i++)
        if (st->fields[i]->name == name && name != c->blank && (st->fields[i]->pkg == c->pkg || ck_exported(name)))
            return i;
    return -1;
}

// A value for a field: its own literals must name their types.
static void field_value(Check *c, SlExpr *e, const SlType *type) {
    Operand x;
    ck_expr(c, type, &x, e);
    ck_assignment(c, &x, type, "struct literal");
}

static void element(Check *c, SlExpr *e, const SlType *type, const char *context) {
    Operand x;
    ck_expr_hint(c, &x, e, type);
    ck_assignment(c, &x, type, context);
}

static void keyed_struct(Check *c, SlExpr *e, const SlType *base, const SlType *st) {
    bool *seen = calloc((size_t)st->count + 1, sizeof *seen);
    for (int i = 0; i < e->count; i++) {
        SlExpr *pair = e->list[i];
        if (pair->kind != SL_EXPR_KEY_VALUE) {
            ck_error(c, pair->pos, "mixture of field:value and value elements in struct literal");
            continue;
        }
        SlExpr *key = pair->x;
        if (key->kind != SL_EXPR_IDENT) {
            ck_error(c, key->pos, "invalid field name %s in struct literal", ck_expr_text(c, key));
            ck_use_one(c, pair->y);
            continue;
        }
        int at = field_named(c, st, key->name);
        if (at < 0) {
            SlObj *other = NULL;
            for (int j = 0; j < st->count && !other; j++)
                if (key->name != c->blank && strcasecmp(st->fields[j]->name, key->name) == 0)
                    other = st->fields[j];
            ck_error(c, key->pos, "%s", ck_lookup_error(c, base, key->name, other, true));
            ck_use_one(c, pair->y);
            continue;
        }
        SlObj *field = st->fields[at];
        key->obj = field;
        pair->obj = field;
        field_value(c, pair->y, field->type);
        if (seen[at])
            ck_error(c, pair->pos, "duplicate field name %s in struct literal", key->name);
        seen[at] = true;
    }
    free(seen);
}

static void struct_literal(Check *c, SlExpr *e, const SlType *base, const SlType *st) {
    if (!e->count)
        return;
    if (keyed(e->list, e->count)) {
        keyed_struct(c, e, base, st);
        return;
    }
    for (int i = 0; i < e->count; i++) {
        SlExpr *value = e->list[i];
        if (value->kind == SL_EXPR_KEY_VALUE) {
            ck_error(c, value->pos, "mixture of field:value and value elements in struct literal");
            ck_use_one(c, value->y);
            continue;
        }
        Operand x;
        const SlType *type = i < st->count ? st->fields[i]->type : NULL;
        ck_expr(c, type, &x, value);
        if (i >= st->count) {
            ck_error(c, x.expr->pos, "too many values in struct literal of type %s", ck_type_text(c, base));
            ck_use(c, e->list + i + 1, e->count - i - 1);
            return;
        }
        SlObj *field = st->fields[i];
        if (!ck_exported(field->name) && field->pkg != c->pkg) {
            ck_error(c, x.expr->pos, "implicit assignment to unexported field %s in struct literal of type %s",
                     field->name, ck_type_text(c, base));
            continue;
        }
        ck_assignment(c, &x, type, "struct literal");
    }
    if (e->count < st->count)
        ck_error(c, e->end ? e->end - 1 : e->pos, "too few values in struct literal of type %s", ck_type_text(c, base));
}

// Elements of an array (length >= 0) or slice; gives the length.
int64_t ck_elements(Check *c, SlExpr **list, int count, const SlType *type, int64_t length) {
    SlMap seen = {0};
    int64_t index = 0, longest = 0;
    for (int i = 0; i < count; i++) {
        SlExpr *e = list[i];
        bool valid = true;
        if (e->kind == SL_EXPR_KEY_VALUE) {
            Operand key;
            ck_expr(c, NULL, &key, e->x);
            valid = false;
            int64_t at;
            if (key.mode == SL_MODE_CONST) {
                if (ck_valid_index(c, &key, "index", false) && sl_const_int64(key.value, &at)) {
                    if (length >= 0 && at >= length)
                        ck_error(c, e->x->pos, "invalid argument: index %lld out of bounds [0:%lld]", (long long)at,
                                 (long long)length);
                    else {
                        index = at;
                        valid = true;
                    }
                }
            } else if (key.mode != SL_MODE_INVALID)
                ck_error(c, e->x->pos, "index %s must be integer constant", ck_expr_text(c, e->x));
            e = e->y;
        } else if (length >= 0 && index >= length) {
            ck_error(c, e->pos, "index %lld is out of bounds (>= %lld)", (long long)index, (long long)length);
            valid = false;
        }
        if (valid) {
            char number[24];
            int digits = snprintf(number, sizeof number, "%lld", (long long)index);
            if (sl_map_get(&seen, number, (size_t)digits))
                ck_error(c, list[i]->pos, "duplicate index %lld in array or slice literal", (long long)index);
            sl_map_set(&seen, sl_arena_strndup(c->arena, number, (size_t)digits), (size_t)digits, list[i]);
            index++;
            if (index > longest)
                longest = index;
        }
        element(c, e, type, "array or slice literal");
    }
    sl_map_free(&seen);
    return longest;
}

static void map_literal(Check *c, SlExpr *e, const SlType *map) {
    SlMap seen = {0};
    bool dynamic = sl_is_interface(map->key);
    for (int i = 0; i < e->count; i++) {
        SlExpr *pair = e->list[i];
        if (pair->kind != SL_EXPR_KEY_VALUE) {
            ck_error(c, pair->pos, "missing key in map literal");
            ck_use_one(c, pair);
            continue;
        }
        Operand key;
        ck_expr_hint(c, &key, pair->x, map->key);
        ck_assignment(c, &key, map->key, "map literal");
        if (key.mode != SL_MODE_INVALID && key.mode == SL_MODE_CONST && ck_known(key.value)) {
            size_t length;
            const char *text = ck_const_key(c, key.value, dynamic ? key.expr->type : NULL, &length);
            if (sl_map_get(&seen, text, length))
                ck_error(c, pair->x->pos, "duplicate key %s in map literal", ck_const_text(c, key.value));
            sl_map_set(&seen, text, length, pair);
        }
        element(c, pair->y, map->elem, "map literal");
    }
    sl_map_free(&seen);
}

static void use_elements(Check *c, SlExpr *e, bool is_struct) {
    for (int i = 0; i < e->count; i++) {
        SlExpr *value = e->list[i];
        if (value->kind == SL_EXPR_KEY_VALUE) {
            if (!is_struct && value->x->kind != SL_EXPR_IDENT)
                ck_use_one(c, value->x);
            value = value->y;
        }
        // An elided literal inside has no type of its own; only its parts count.
        if (value->kind == SL_EXPR_COMPOSITE && !value->type_expr)
            use_elements(c, value, false);
        else
            ck_use_one(c, value);
    }
}

// The literal's type; *base is the type that is built (behind a pointer for elided &T). Null after an error.
static const SlType *literal_type(Check *c, SlExpr *e, const SlType *hint, const SlType **base, bool *open) {
    *open = false;
    if (e->type_expr) {
        SlExpr *type = e->type_expr;
        if (type->kind == SL_EXPR_ARRAY_TYPE && type->lo && type->lo->kind == SL_EXPR_ELLIPSIS && !type->lo->x) {
            const SlType *elem = ck_var_type(c, type->x);
            SlType *array = sl_type_new(c->types, SL_TYPE_ARRAY);
            array->elem = elem;
            array->length = -1;
            *open = true;
            *base = array;
            type->mode = SL_MODE_TYPE;
            type->type = array;
            return array;
        }
        *base = ck_type(c, type);
        return *base;
    }
    *base = hint;
    const SlType *core = sl_core(hint);
    if (core && core->kind == SL_TYPE_POINTER)
        *base = core->elem;
    return hint;
}

void ck_composite(Check *c, Operand *x, SlExpr *e, const SlType *hint) {
    const SlType *base;
    bool open;
    const SlType *type;
    if (!e->type_expr && !hint) {
        ck_error(c, e->pos, "missing type in composite literal");
        use_elements(c, e, false);
        return;
    }
    type = literal_type(c, e, hint, &base, &open);
    if (!type || !ck_valid(type) || !ck_valid(base)) {
        use_elements(c, e, true);
        return;
    }
    const SlType *bare = sl_unalias(base);
    if (bare->kind == SL_TYPE_NAMED && bare->obj->color == CK_GREY) {
        ck_error(c, e->pos, "invalid recursive type %s", ck_type_text(c, base));
        use_elements(c, e, true);
        return;
    }
    const SlType *core = sl_core(base);
    switch (core ? (int)core->kind : -1) {
    case SL_TYPE_STRUCT:
        struct_literal(c, e, base, core);
        break;
    case SL_TYPE_ARRAY: {
        int64_t length = ck_elements(c, e->list, e->count, core->elem, open ? -1 : core->length);
        if (open)
            ((SlType *)core)->length = length;
        break;
    }
    case SL_TYPE_SLICE: {
        int64_t length = ck_elements(c, e->list, e->count, core->elem, -1);
        if (length > 1 << 29) // shorter ones go to the heap
            ck_add_frame(c, core->elem, length / 2);
        break;
    }
    case SL_TYPE_MAP:
        map_literal(c, e, core);
        break;
    default: {
        use_elements(c, e, false);
        const char *none = core ? "" : " (no core type)";
        const SlType *under = sl_under(base);
        if (under && (ck_valid(under) || under->kind != SL_TYPE_BASIC)) {
            const char *qualifier = type != base ? "element " : "";
            ck_error(c, e->pos, "invalid composite literal %stype %s%s", qualifier, ck_type_text(c, type), none);
        }
        return;
    }
    }
    x->mode = SL_MODE_VALUE;
    x->type = type;
}

static void literal_body(Check *c, Action *a) {
    Env env = c->env;
    c->env = a->env;
    ck_func_body(c, a->func, a->env.iota);
    c->env = env;
}

void ck_func_literal(Check *c, Operand *x, SlExpr *e) {
    SlFuncNode *func = e->func;
    bool again = func->sig != NULL;
    SlFuncNode *outer = c->env.func;
    if (!again) {
        func->outer = outer;
        if (outer) {
            int count = outer->literal_count;
            if ((count & (count - 1)) == 0) { // full: there is room for the next power of two
                SlFuncNode **list = SL_NEW_N(c->arena, SlFuncNode *, count ? 2 * count : 1);
                if (count)
                    memcpy(list, outer->literals, sizeof *list * (size_t)count);
                outer->literals = list;
            }
            outer->literals[outer->literal_count++] = func;
            func->literal_number = outer->literal_count;
        } else
            func->literal_number = ++c->literals;
    }
    const SlType *sig = ck_signature(c, func->type, func);
    func->sig = sig;
    func->checked = true;
    if (func->body && !again)
        ck_later(c, literal_body)->func = func;
    x->mode = SL_MODE_VALUE;
    x->type = sig;
}
