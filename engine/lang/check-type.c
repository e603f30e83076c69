// SPDX-License-Identifier: MIT
// Type expressions. A declared type's underlying type is set as soon as its outer form is known (ck_set_def), so that
// types that mention themselves meet themselves half made; whatever needs them whole is put off.
#include "lang/check.h"

void ck_set_def(SlType *def, const SlType *type) {
    if (def && def->kind == SL_TYPE_NAMED && !def->under)
        def->under = type;
}

static void record_type(Check *c, SlExpr *e, const SlType *type) {
    e->mode = ck_valid(type) ? SL_MODE_TYPE : SL_MODE_INVALID;
    e->type = type;
    (void)c;
}

// An identifier or selector that must be a type.
static const SlType *named_type(Check *c, Operand *x) {
    switch (x->mode) {
    case SL_MODE_TYPE:
        return x->type;
    case SL_MODE_INVALID:
        return ck_invalid(c);
    case SL_MODE_NO_VALUE:
        ck_error(c, x->expr->pos, "%s used as type", ck_operand_text(c, x));
        return ck_invalid(c);
    default:
        ck_error(c, x->expr->pos, "%s is not a type", ck_expr_text(c, x->expr));
        return ck_invalid(c);
    }
}

int64_t ck_array_length(Check *c, SlExpr *e) {
    if (e->kind == SL_EXPR_IDENT) {
        SlObj *obj = ck_find(c, e->name, NULL);
        if (!obj) {
            ck_error(c, e->pos, "undefined array length %s or missing type constraint", e->name);
            return -1;
        }
        if (obj->kind != SL_OBJ_CONST) {
            ck_error(c, e->pos, "invalid array length %s", e->name);
            obj->used = true;
            return -1;
        }
    }
    Operand x;
    ck_expr(c, NULL, &x, e);
    if (x.mode != SL_MODE_CONST) {
        if (x.mode != SL_MODE_INVALID)
            ck_error(c, e->pos, "array length %s must be constant", ck_operand_text(c, &x));
        return -1;
    }
    if (!ck_known(x.value))
        return -1;
    const SlConst *value = NULL, *rounded;
    bool integer = sl_is(x.type, SL_IS_INTEGER);
    if (sl_is_untyped(x.type) || integer) {
        int64_t length;
        if (sl_is(x.type, SL_IS_NUMERIC))
            value = sl_const_to_int(c->consts, x.value);
        if (ck_known(value) && sl_representable(c->types, value, ck_basic(c, SL_INT), &rounded) &&
            sl_const_int64(value, &length) && length >= 0) {
            ck_update_type(c, e, ck_basic(c, SL_INT), true);
            return length;
        }
    }
    if (integer)
        ck_error(c, e->pos, "invalid array length %s", ck_operand_text(c, &x));
    else
        ck_error(c, e->pos, "array length %s must be integer", ck_operand_text(c, &x));
    return -1;
}

static void late_constraint(Check *c, Action *a) {
    const SlType *type = a->type;
    const SlType *under = sl_under(type);
    if (!under || under->kind != SL_TYPE_INTERFACE || sl_is_type_param(type))
        return;
    const SlTypeSet *set = sl_type_set(c->types, under);
    if (set->all_types && !set->comparable)
        return;
    ck_error(c, a->pos, "cannot use type %s outside a type constraint: interface %s", ck_type_text(c, type),
             set->comparable ? "is (or embeds) comparable" : "contains type constraints");
}

void ck_no_constraint(Check *c, SlExpr *e, const SlType *type) {
    const SlType *bare = sl_unalias(type);
    if (bare->kind != SL_TYPE_NAMED && bare->kind != SL_TYPE_INTERFACE)
        return;
    Action *later = ck_later(c, late_constraint);
    later->type = type;
    later->pos = e->pos;
}

static void late_map_key(Check *c, Action *a) {
    const SlType *key = a->type;
    if (!ck_valid(key) || !ck_valid(sl_under(key)))
        return;
    const char *reason = NULL;
    if (sl_comparable(c->types, key, true, &reason))
        return;
    const char *why = sl_is_type_param(key) ? " (missing comparable constraint)" : "";
    ck_error(c, a->pos, "invalid map key type %s%s", ck_type_text(c, key), why);
}

// Types whose values cannot exist.
static void late_size(Check *c, Action *a) {
    const int64_t space = (int64_t)1 << 50, element = 1 << 16;
    const SlType *type = a->type;
    if (!ck_valid(type->elem) || sl_has_type_params(type->elem) || !ck_valid(sl_under(type->elem)))
        return;
    int64_t size = sl_type_size(type->elem);
    if (type->kind == SL_TYPE_CHAN && size >= element)
        ck_error(c, a->pos, "channel element type too large (>64kB)");
    else if (type->kind == SL_TYPE_ARRAY && type->length > 0 &&
             (size < 0 || (double)size * (double)type->length >= (double)space))
        ck_error(c, a->pos, "type %s larger than address space", ck_type_text(c, type));
}

static void limit_size(Check *c, const SlType *type, SlPos pos) {
    if (c->pkg->library)
        return;
    Action *later = ck_later(c, late_size);
    later->type = type;
    later->pos = pos;
}

static const SlType *array_type(Check *c, SlExpr *e, SlType *def) {
    if (!e->lo) {
        SlType *slice = sl_type_new(c->types, SL_TYPE_SLICE);
        slice->elem = ck_invalid(c);
        ck_set_def(def, slice);
        slice->elem = ck_var_type(c, e->x);
        return slice;
    }
    SlType *array = sl_type_new(c->types, SL_TYPE_ARRAY);
    array->elem = ck_invalid(c);
    ck_set_def(def, array);
    if (e->lo->kind == SL_EXPR_ELLIPSIS) {
        ck_error(c, e->pos, "invalid use of [...] array (outside a composite literal)");
        array->length = -1;
    } else
        array->length = ck_array_length(c, e->lo);
    array->elem = ck_var_type(c, e->x);
    if (array->length > 0)
        limit_size(c, array, e->pos);
    return array->length >= 0 ? array : ck_invalid(c);
}

static const SlType *pointer_type(Check *c, SlExpr *e, SlType *def) {
    SlType *pointer = sl_type_new(c->types, SL_TYPE_POINTER);
    pointer->elem = ck_invalid(c);
    ck_set_def(def, pointer);
    pointer->elem = ck_var_type(c, e->x);
    return ck_valid(pointer->elem) ? pointer : ck_invalid(c);
}

static const SlType *map_type(Check *c, SlExpr *e, SlType *def) {
    SlType *map = sl_type_new(c->types, SL_TYPE_MAP);
    map->key = map->elem = ck_invalid(c);
    ck_set_def(def, map);
    map->key = ck_var_type(c, e->x);
    map->elem = ck_var_type(c, e->y);
    Action *later = ck_later(c, late_map_key);
    later->type = map->key;
    later->pos = e->x->pos;
    return map;
}

static const SlType *chan_type(Check *c, SlExpr *e, SlType *def) {
    SlType *chan = sl_type_new(c->types, SL_TYPE_CHAN);
    chan->elem = ck_invalid(c);
    chan->dir = e->dir;
    ck_set_def(def, chan);
    chan->elem = ck_var_type(c, e->x);
    limit_size(c, chan, e->pos);
    return chan;
}

static const SlType *type_internal(Check *c, SlExpr *e, SlType *def) {
    Operand x = {0};
    switch ((SlExprKind)e->kind) {
    case SL_EXPR_BAD:
        return ck_invalid(c);
    case SL_EXPR_IDENT: {
        ck_ident(c, &x, e, def, true);
        const SlType *type = named_type(c, &x);
        if (x.mode == SL_MODE_TYPE)
            ck_set_def(def, type);
        return type;
    }
    case SL_EXPR_SELECTOR: {
        ck_selector(c, &x, e, def, true);
        const SlType *type = named_type(c, &x);
        if (x.mode == SL_MODE_TYPE)
            ck_set_def(def, type);
        return type;
    }
    case SL_EXPR_INDEX:
        if (!ck_version(c, e->pos, 18, "type instantiation"))
            return ck_invalid(c);
        return ck_instantiated(c, e, def);
    case SL_EXPR_PAREN:
        return ck_def_type(c, e->x, def);
    case SL_EXPR_ARRAY_TYPE:
        return array_type(c, e, def);
    case SL_EXPR_ELLIPSIS: {
        ck_error(c, e->pos, "invalid use of ...");
        if (e->x)
            ck_var_type(c, e->x);
        return ck_invalid(c);
    }
    case SL_EXPR_STRUCT_TYPE:
        return ck_struct_type(c, e, def);
    case SL_EXPR_STAR:
        return pointer_type(c, e, def);
    case SL_EXPR_FUNC_TYPE: {
        const SlType *sig = ck_signature(c, e, NULL);
        ck_set_def(def, sig);
        return sig;
    }
    case SL_EXPR_INTERFACE_TYPE:
        return ck_interface_type(c, e, def);
    case SL_EXPR_MAP_TYPE:
        return map_type(c, e, def);
    case SL_EXPR_CHAN_TYPE:
        return chan_type(c, e, def);
    default:
        ck_error(c, e->pos, "%s is not a type", ck_expr_text(c, e));
        ck_use_one(c, e);
        return ck_invalid(c);
    }
}

const SlType *ck_def_type(Check *c, SlExpr *e, SlType *def) {
    if (!ck_enter(c, e->pos)) {
        record_type(c, e, ck_invalid(c));
        return ck_invalid(c);
    }
    const SlType *type = type_internal(c, e, def);
    ck_leave(c);
    if (sl_is_generic(type)) {
        ck_error(c, e->pos, "cannot use generic type %s without instantiation", ck_type_text(c, type));
        type = ck_invalid(c);
    }
    ck_set_def(def, type);
    record_type(c, e, type);
    return type;
}

const SlType *ck_type(Check *c, SlExpr *e) {
    return ck_def_type(c, e, NULL);
}

const SlType *ck_var_type(Check *c, SlExpr *e) {
    const SlType *type = ck_def_type(c, e, NULL);
    ck_no_constraint(c, e, type);
    return type;
}

static bool generic_alias(const SlType *type) {
    return type->kind == SL_TYPE_ALIAS && type->tparam_count && !type->targ_count;
}

const SlType *ck_generic_type(Check *c, SlExpr *e) {
    const SlType *type = type_internal(c, e, NULL);
    if (ck_valid(type) && !sl_is_generic(type) && !generic_alias(type)) {
        ck_error(c, e->pos, "%s is not a generic type", ck_type_text(c, type));
        type = ck_invalid(c);
    }
    record_type(c, e, type);
    return type;
}

const char *ck_count_targs(Check *c, int have, int want, bool function) {
    (void)function;
    return ck_print(c, "have %d, want %d", have, want);
}

void ck_note_instance(Check *c, SlPos pos, SlType **tparams, const SlType **targs, int count) {
    for (int i = 0; i < count && !c->pkg->library; i++)
        if (targs[i] && sl_has_type_params(targs[i])) {
            sl_vec_push(&c->instances, (Instance){pos, tparams, targs, count});
            return;
        }
}

static void late_verify(Check *c, Action *a) {
    const SlType *type = a->type; // an instance, or a generic alias
    const SlType *origin = a->other;
    const char *reason = NULL;
    const SlType **targs = type->targs;
    int bad = sl_verify_instance(c->types, origin->tparams, targs, type->targ_count, &reason);
    if (bad >= 0) {
        SlPos pos = bad < a->number ? a->exprs[bad]->pos : a->pos;
        ck_error(c, pos, "%s", reason);
    }
    ck_note_instance(c, a->pos, origin->tparams, targs, type->targ_count);
    if (type->kind == SL_TYPE_NAMED)
        ck_valid_type(c, type);
}

// G[T1, T2]
const SlType *ck_instantiated(Check *c, SlExpr *e, SlType *def) {
    (void)def;
    const SlType *origin = ck_generic_type(c, e->x);
    int count = e->count;
    const SlType **targs = SL_NEW_N(c->arena, const SlType *, count + 1);
    bool valid = true;
    for (int i = 0; i < count; i++) {
        targs[i] = ck_var_type(c, e->list[i]);
        valid &= ck_valid(targs[i]);
    }
    if (!ck_valid(origin) || !valid)
        return ck_invalid(c);
    const SlType *generic = origin->kind == SL_TYPE_ALIAS && origin->tparam_count ? origin : sl_unalias(origin);
    int want = generic->tparam_count;
    // While the type parameters are being declared their number is not known yet.
    if (count != want) {
        if (count < want)
            ck_error(c, e->pos, "not enough type arguments for type %s: have %d, want %d", generic->obj->name, count,
                     want);
        else
            ck_error(c, e->list[want]->pos, "too many type arguments for type %s: have %d, want %d", generic->obj->name,
                     count, want);
        return ck_invalid(c);
    }
    const SlType *instance;
    Action verify = {.run = late_verify, .exprs = e->list, .number = count, .pos = e->pos, .other = generic};
    if (generic->kind == SL_TYPE_ALIAS) {
        SlType *alias = sl_type_new(c->types, SL_TYPE_ALIAS);
        alias->obj = generic->obj;
        alias->elem = sl_subst(c->types, generic->elem, generic->tparams, targs, count);
        alias->targs = targs;
        alias->targ_count = count;
        alias->origin = generic;
        instance = alias;
    } else
        instance = sl_instantiate_named(c->types, generic, targs, count);
    verify.type = instance;
    verify.env = c->env;
    verify.pkg = c->pkg;
    sl_vec_push(&c->delayed, verify);
    return instance;
}
