// SPDX-License-Identifier: MIT
// Index and slice expressions.
#include "lang/check.h"

bool ck_valid_index(Check *c, Operand *x, const char *what, bool allow_negative) {
    if (x->mode == SL_MODE_INVALID)
        return false;
    ck_convert_untyped(c, x, ck_basic(c, SL_INT));
    if (x->mode == SL_MODE_INVALID)
        return false;
    if (!sl_all_basic(x->type, SL_IS_INTEGER)) {
        ck_error(c, x->expr->pos, "invalid argument: %s %s must be integer", what, ck_operand_text(c, x));
        return false;
    }
    if (x->mode != SL_MODE_CONST || !ck_known(x->value))
        return true;
    if (!allow_negative && sl_const_sign(x->value) < 0) {
        ck_error(c, x->expr->pos, "invalid argument: %s %s must not be negative", what, ck_operand_text(c, x));
        return false;
    }
    const SlConst *value;
    if (!sl_representable(c->types, x->value, ck_basic(c, SL_INT), &value)) {
        ck_error(c, x->expr->pos, "invalid argument: %s %s overflows int", what, ck_operand_text(c, x));
        return false;
    }
    return true;
}

// The index's type and, in *value, its constant value or -1.
const SlType *ck_index(Check *c, SlExpr *e, int64_t max, int64_t *value) {
    Operand x;
    *value = -1;
    ck_expr(c, NULL, &x, e);
    if (!ck_valid_index(c, &x, "index", false))
        return ck_invalid(c);
    if (x.mode != SL_MODE_CONST || !ck_known(x.value))
        return x.type;
    int64_t v = 0;
    sl_const_int64(x.value, &v);
    if (max >= 0 && v >= max) {
        ck_error(c, e->pos, "invalid argument: index %s out of bounds [0:%lld]", ck_const_text(c, x.value),
                 (long long)max);
        return ck_invalid(c);
    }
    *value = v;
    return x.type;
}

static int64_t constant_length(const Operand *x) {
    if (x->mode != SL_MODE_CONST || !ck_known(x->value) || sl_const_kind(x->value) != SL_CONST_STRING)
        return -1;
    size_t length;
    sl_const_string_value(x->value, &length);
    return (int64_t)length;
}

// What all types of a type parameter's set agree on when they are indexed.
typedef struct {
    Check *c;
    const SlType *key, *elem;
    int64_t length;
    bool addressable, any, string;
} IndexTerms;

static bool index_term(const SlType *type, bool tilde, void *data) {
    (void)tilde;
    IndexTerms *all = data;
    const SlType *under = type ? sl_under(type) : NULL;
    if (!under)
        return false;
    const SlType *key = NULL, *elem = NULL;
    int64_t length = -1;
    bool addressable = true;
    if (under->kind == SL_TYPE_POINTER) {
        under = sl_under(under->elem);
        if (!under || under->kind != SL_TYPE_ARRAY)
            return false;
        length = under->length;
        elem = under->elem;
    } else if (under->kind == SL_TYPE_BASIC && (under->flags & SL_IS_STRING)) {
        elem = sl_type_byte(all->c->types);
        addressable = false;
        all->string = true;
    } else if (under->kind == SL_TYPE_ARRAY) {
        elem = under->elem;
        length = under->length;
        addressable = false; // unless the operand is, which the caller decides
    } else if (under->kind == SL_TYPE_SLICE)
        elem = under->elem;
    else if (under->kind == SL_TYPE_MAP) {
        key = under->key;
        elem = under->elem;
        addressable = false;
    } else
        return false;
    if (all->any) {
        if (!key != !all->key || (key && !sl_type_identical(key, all->key)) || !sl_type_identical(elem, all->elem))
            return false;
        if (length >= 0 && (all->length < 0 || length < all->length))
            all->length = length;
        all->addressable &= addressable || under->kind == SL_TYPE_ARRAY;
        return true;
    }
    all->any = true;
    all->key = key;
    all->elem = elem;
    all->length = length;
    all->addressable = addressable || under->kind == SL_TYPE_ARRAY;
    return true;
}

static SlExpr *single_index(Check *c, SlExpr *e) {
    if (e->count == 0) {
        ck_error(c, e->pos, "expected operand");
        return NULL;
    }
    if (e->count > 1) {
        ck_error(c, e->list[1]->pos, "invalid operation: more than one index");
        ck_use(c, e->list + 1, e->count - 1);
        return e->list[0];
    }
    return e->list[0];
}

static void map_index(Check *c, Operand *x, SlExpr *e, const SlType *key, const SlType *elem) {
    SlExpr *index = single_index(c, e);
    if (!index) {
        x->mode = SL_MODE_INVALID;
        return;
    }
    Operand k;
    ck_expr(c, NULL, &k, index);
    ck_assignment(c, &k, key, "map index");
    x->mode = SL_MODE_MAP_INDEX;
    x->type = elem;
    x->expr = e;
}

typedef enum { NOT_INDEXABLE, INDEXABLE, DONE } Indexable;

static Indexable index_param(Check *c, Operand *x, SlExpr *e, int64_t *length) {
    IndexTerms all = {.c = c, .length = -1};
    if (!sl_type_each_term(sl_unalias(x->type), index_term, &all) || !all.any)
        return NOT_INDEXABLE;
    if (all.key) {
        map_index(c, x, e, all.key, all.elem);
        return DONE;
    }
    bool was_variable = x->mode == SL_MODE_VARIABLE;
    const SlType *core = sl_core(x->type);
    bool always = core && (core->kind == SL_TYPE_SLICE || core->kind == SL_TYPE_POINTER);
    x->mode = all.addressable && !all.string && (was_variable || always) ? SL_MODE_VARIABLE : SL_MODE_VALUE;
    x->type = all.elem;
    *length = all.length;
    return INDEXABLE;
}

static Indexable index_type(Check *c, Operand *x, SlExpr *e, int64_t *length) {
    if (sl_is_type_param(x->type))
        return index_param(c, x, e, length);
    const SlType *under = ck_is_nil(x) ? NULL : sl_under(x->type);
    switch (under ? (int)under->kind : -1) {
    case SL_TYPE_BASIC:
        if (!(under->flags & SL_IS_STRING))
            return NOT_INDEXABLE;
        *length = constant_length(x);
        if (x->mode == SL_MODE_CONST)
            ck_update_type(c, x->expr, sl_type_default(c->types, x->type), true);
        x->mode = SL_MODE_VALUE;
        x->type = sl_type_byte(c->types);
        return INDEXABLE;
    case SL_TYPE_ARRAY:
        *length = under->length;
        if (x->mode != SL_MODE_VARIABLE)
            x->mode = SL_MODE_VALUE;
        x->type = under->elem;
        return INDEXABLE;
    case SL_TYPE_POINTER: {
        const SlType *array = under->elem ? sl_under(under->elem) : NULL;
        if (!array || array->kind != SL_TYPE_ARRAY)
            return NOT_INDEXABLE;
        *length = array->length;
        x->mode = SL_MODE_VARIABLE;
        x->type = array->elem;
        return INDEXABLE;
    }
    case SL_TYPE_SLICE:
        x->mode = SL_MODE_VARIABLE;
        x->type = under->elem;
        return INDEXABLE;
    case SL_TYPE_MAP:
        map_index(c, x, e, under->key, under->elem);
        return DONE;
    default:
        return NOT_INDEXABLE;
    }
}

bool ck_index_expr(Check *c, Operand *x, SlExpr *e) {
    ck_expr_or_type(c, x, e->x, true);
    ck_exclude(c, x, 1u << SL_MODE_BUILTIN);
    if (x->mode == SL_MODE_INVALID) {
        ck_use(c, e->list, e->count);
        return false;
    }
    if (x->mode == SL_MODE_TYPE) {
        x->mode = SL_MODE_INVALID;
        x->type = ck_var_type(c, e);
        if (ck_valid(x->type))
            x->mode = SL_MODE_TYPE;
        return false;
    }
    if (x->type->kind == SL_TYPE_SIGNATURE && x->type->tparam_count)
        return true;
    int64_t length = -1;
    Operand before = *x;
    Indexable how = index_type(c, x, e, &length);
    if (how == DONE)
        return false;
    if (how == NOT_INDEXABLE) {
        ck_error(c, e->op_pos ? e->op_pos : e->pos, "invalid operation: cannot index %s", ck_operand_text(c, &before));
        ck_use(c, e->list, e->count);
        x->mode = SL_MODE_INVALID;
        return false;
    }
    SlExpr *index = single_index(c, e);
    if (!index) {
        x->mode = SL_MODE_INVALID;
        return false;
    }
    if (!x->type)
        x->type = ck_invalid(c);
    int64_t value;
    ck_index(c, index, length, &value);
    return false;
}

// What is sliced: sets x's result and the length known now. False after an error.
static bool slice_operand(Check *c, Operand *x, SlExpr *e, int64_t *length) {
    const SlType *core = ck_is_nil(x) ? NULL : ck_common_core(c, x->type);
    const char *wrong = NULL;
    if (!core && !ck_is_nil(x))
        wrong = ck_print(c, "cannot slice %s: no core type", ck_operand_text(c, x));
    switch (core ? (int)core->kind : -1) {
    case SL_TYPE_BASIC:
        if (!(core->flags & SL_IS_STRING))
            break;
        if (e->full) {
            ck_error(c, e->pos, "invalid operation: 3-index slice of string");
            x->mode = SL_MODE_INVALID;
            return false;
        }
        *length = constant_length(x);
        if (x->mode == SL_MODE_CONST || sl_is_untyped(x->type))
            ck_update_type(c, x->expr, sl_type_default(c->types, x->type), true);
        if (sl_is_untyped(x->type))
            x->type = ck_basic(c, SL_STRING);
        x->mode = SL_MODE_VALUE;
        return true;
    case SL_TYPE_ARRAY:
        if (x->mode != SL_MODE_VARIABLE) {
            ck_error(c, x->expr->pos, "invalid operation: %s (slice of unaddressable value)", ck_operand_text(c, x));
            x->mode = SL_MODE_INVALID;
            return false;
        }
        *length = core->length;
        x->mode = SL_MODE_VALUE;
        x->type = sl_type_slice(c->types, core->elem);
        return true;
    case SL_TYPE_POINTER: {
        const SlType *array = core->elem ? sl_under(core->elem) : NULL;
        if (!array || array->kind != SL_TYPE_ARRAY)
            break;
        *length = array->length;
        x->mode = SL_MODE_VALUE;
        x->type = sl_type_slice(c->types, array->elem);
        return true;
    }
    case SL_TYPE_SLICE:
        x->mode = SL_MODE_VALUE;
        return true;
    default:
        break;
    }
    ck_error(c, x->expr->pos, "%s", wrong ? wrong : ck_print(c, "cannot slice %s", ck_operand_text(c, x)));
    x->mode = SL_MODE_INVALID;
    return false;
}

void ck_slice_expr(Check *c, Operand *x, SlExpr *e) {
    SlExpr *bounds[3] = {e->lo, e->hi, e->max};
    ck_expr(c, NULL, x, e->x);
    int64_t length = -1;
    if (x->mode == SL_MODE_INVALID || !slice_operand(c, x, e, &length)) {
        for (int i = 0; i < 3; i++)
            ck_use_one(c, bounds[i]);
        return;
    }
    if (e->full && (!e->hi || !e->max)) {
        ck_error(c, e->pos, "middle and final index required in 3-index slice");
        x->mode = SL_MODE_INVALID;
        return;
    }
    int64_t known[3] = {-1, -1, -1};
    for (int i = 0; i < 3; i++)
        if (bounds[i])
            ck_index(c, bounds[i], length >= 0 ? length + 1 : -1, &known[i]);
    for (int i = 0; i < 2; i++) {
        if (known[i] <= 0)
            continue;
        for (int j = i + 1; j < 3; j++)
            if (known[j] >= 0 && known[j] < known[i]) {
                ck_error(c, bounds[j]->pos, "invalid slice indices: %lld < %lld", (long long)known[j],
                         (long long)known[i]);
                return;
            }
    }
}
