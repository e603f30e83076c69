// SPDX-License-Identifier: MIT
// Calls of built-in functions; those of package unsafe are in check-unsafe.c.
#include "lang/check.h"

static const struct {
    const char *name;
    int args;
    bool variadic;
} table[] = {
    [SL_BUILTIN_append] = {"append", 1, true},
    [SL_BUILTIN_cap] = {"cap", 1, false},
    [SL_BUILTIN_clear] = {"clear", 1, false},
    [SL_BUILTIN_close] = {"close", 1, false},
    [SL_BUILTIN_complex] = {"complex", 2, false},
    [SL_BUILTIN_copy] = {"copy", 2, false},
    [SL_BUILTIN_delete] = {"delete", 2, false},
    [SL_BUILTIN_imag] = {"imag", 1, false},
    [SL_BUILTIN_len] = {"len", 1, false},
    [SL_BUILTIN_make] = {"make", 1, true},
    [SL_BUILTIN_max] = {"max", 1, true},
    [SL_BUILTIN_min] = {"min", 1, true},
    [SL_BUILTIN_new] = {"new", 1, false},
    [SL_BUILTIN_panic] = {"panic", 1, false},
    [SL_BUILTIN_print] = {"print", 0, true},
    [SL_BUILTIN_println] = {"println", 0, true},
    [SL_BUILTIN_real] = {"real", 1, false},
    [SL_BUILTIN_recover] = {"recover", 0, false},
    [SL_BUILTIN_Add] = {"Add", 2, false},
    [SL_BUILTIN_Alignof] = {"Alignof", 1, false},
    [SL_BUILTIN_Offsetof] = {"Offsetof", 1, false},
    [SL_BUILTIN_Sizeof] = {"Sizeof", 1, false},
    [SL_BUILTIN_Slice] = {"Slice", 2, false},
    [SL_BUILTIN_SliceData] = {"SliceData", 1, false},
    [SL_BUILTIN_String] = {"String", 2, false},
    [SL_BUILTIN_StringData] = {"StringData", 1, false},
};

// append(s, ...)

static bool append(BuiltinCall *b) {
    Check *c = b->c;
    Operand *x = b->x;
    const SlType *S = x->type;
    const SlType *core = ck_is_nil(x) ? NULL : sl_core(S);
    if (ck_is_nil(x))
        return ck_builtin_wrong(b, x, "first argument to append must be a typed slice; have untyped nil");
    if (!core || core->kind != SL_TYPE_SLICE) {
        // A set of byte slices and strings has no one element type, but append takes bytes.
        return ck_builtin_wrong(b, x, ck_print(c, "invalid argument: %s is not a slice", ck_operand_text(b->c, x)));
    }
    if (b->nargs == 2 && b->call->dots && ck_is_bytes(core)) {
        Operand *y = &b->args->at[1];
        const SlType *from = ck_is_nil(y) ? NULL : sl_core_string(y->type);
        if (from && from->kind == SL_TYPE_BASIC && (from->flags & SL_IS_STRING)) {
            if (sl_is_untyped(y->type))
                ck_assignment(c, y, ck_basic(c, SL_STRING), "argument to append");
            x->mode = SL_MODE_VALUE;
            x->type = S;
            return y->mode != SL_MODE_INVALID;
        }
    }
    SlObj *vars[2] = {sl_obj_new(c->types, SL_OBJ_VAR, 0, c->pkg, "", S),
                      sl_obj_new(c->types, SL_OBJ_VAR, 0, c->pkg, "", sl_type_slice(c->types, core->elem))};
    SlType *sig = sl_type_new(c->types, SL_TYPE_SIGNATURE);
    sig->params = sl_type_tuple(c->types, vars, 2);
    sig->results = sl_type_tuple(c->types, NULL, 0);
    sig->variadic = true;
    ck_arguments(c, b->call, sig, NULL, 0, NULL, b->args);
    x->mode = SL_MODE_VALUE;
    x->type = S;
    return true;
}

// len(x), cap(x)

typedef struct {
    bool cap;
} Measure;

static bool measurable(const SlType *type, bool tilde, void *data) {
    (void)tilde;
    const Measure *measure = data;
    const SlType *under = sl_under(type);
    switch ((SlTypeKind)under->kind) {
    case SL_TYPE_BASIC:
        return !measure->cap && (under->flags & SL_IS_STRING);
    case SL_TYPE_ARRAY:
    case SL_TYPE_SLICE:
    case SL_TYPE_CHAN:
        return true;
    case SL_TYPE_MAP:
        return !measure->cap;
    case SL_TYPE_POINTER: {
        const SlType *array = sl_under(under->elem);
        return array && array->kind == SL_TYPE_ARRAY;
    }
    default:
        return false;
    }
}

static bool len_or_cap(BuiltinCall *b, bool cap, bool calls) {
    Check *c = b->c;
    Operand *x = b->x;
    Measure measure = {cap};
    bool valid =
        !ck_is_nil(x) && (sl_is_type_param(x->type) ? sl_type_each_term(sl_unalias(x->type), measurable, &measure)
                                                    : measurable(x->type, false, &measure));
    if (!valid) {
        if (ck_valid(sl_under(x->type)))
            ck_builtin_wrong(
                b, x,
                ck_print(c, "invalid argument: %s for built-in %s", ck_operand_text(b->c, x), cap ? "cap" : "len"));
        return false;
    }
    const SlType *under = sl_under(x->type);
    int64_t length = -1;
    if (under->kind == SL_TYPE_POINTER)
        under = sl_under(under->elem);
    if (under->kind == SL_TYPE_ARRAY && !calls)
        length = under->length;
    if (x->mode == SL_MODE_CONST && ck_known(x->value) && sl_const_kind(x->value) == SL_CONST_STRING) {
        size_t bytes;
        sl_const_string_value(x->value, &bytes);
        length = (int64_t)bytes;
    }
    if (sl_is_untyped(x->type))
        ck_update_type(c, x->expr, sl_type_default(c->types, x->type), true);
    x->mode = length >= 0 ? SL_MODE_CONST : SL_MODE_VALUE;
    x->value = length >= 0 ? sl_const_int(c->consts, length) : NULL;
    x->type = ck_basic(c, SL_INT);
    return true;
}

static bool clearable(const SlType *type, bool tilde, void *data) {
    (void)tilde;
    (void)data;
    return ck_is_kind(type, SL_TYPE_MAP) || ck_is_kind(type, SL_TYPE_SLICE);
}

static bool clear(BuiltinCall *b) {
    Operand *x = b->x;
    if (!ck_version(b->c, b->call->x->pos, 21, "clear"))
        return false;
    bool valid = !ck_is_nil(x) && (sl_is_type_param(x->type) ? sl_type_each_term(sl_unalias(x->type), clearable, NULL)
                                                             : clearable(x->type, false, NULL));
    if (!valid)
        return ck_builtin_wrong(
            b, x, ck_print(b->c, "invalid argument: clear %s must be a map or slice", ck_operand_text(b->c, x)));
    x->mode = SL_MODE_NO_VALUE;
    return true;
}

typedef struct {
    bool not_channel, receive_only;
} Closing;

static bool closable(const SlType *type, bool tilde, void *data) {
    (void)tilde;
    Closing *closing = data;
    const SlType *under = sl_under(type);
    closing->not_channel = under->kind != SL_TYPE_CHAN;
    closing->receive_only = !closing->not_channel && under->dir == SL_DIR_RECV;
    return !closing->not_channel && !closing->receive_only;
}

static bool close_channel(BuiltinCall *b) {
    Operand *x = b->x;
    Closing closing = {0};
    bool valid =
        !ck_is_nil(x) && (sl_is_type_param(x->type) ? sl_type_each_term(sl_unalias(x->type), closable, &closing)
                                                    : closable(x->type, false, &closing));
    if (!valid)
        return ck_builtin_wrong(b, x,
                                ck_print(b->c, "invalid operation: cannot close %s %s",
                                         closing.receive_only ? "receive-only channel" : "non-channel",
                                         ck_operand_text(b->c, x)));
    x->mode = SL_MODE_NO_VALUE;
    return true;
}

static void to_float_constant(Check *c, Operand *x) {
    if (!sl_is(x->type, SL_IS_NUMERIC) || !ck_known(x->value))
        return;
    const SlConst *value = sl_const_to_float(c->consts, x->value);
    if (!ck_known(value))
        return;
    x->value = value;
    x->type = ck_basic(c, SL_UNTYPED_FLOAT);
}

static const SlType *complex_of(Check *c, const SlType *type) {
    const SlType *under = sl_is_type_param(type) ? sl_core(type) : sl_under(type);
    switch (under && under->kind == SL_TYPE_BASIC ? (int)under->basic : -1) {
    case SL_FLOAT32:
        return ck_basic(c, SL_COMPLEX64);
    case SL_FLOAT64:
        return ck_basic(c, SL_COMPLEX128);
    case SL_UNTYPED_FLOAT:
        return ck_basic(c, SL_UNTYPED_COMPLEX);
    default:
        return NULL;
    }
}

static const SlType *part_of(Check *c, const SlType *type) {
    const SlType *under = sl_is_type_param(type) ? sl_core(type) : sl_under(type);
    switch (under && under->kind == SL_TYPE_BASIC ? (int)under->basic : -1) {
    case SL_COMPLEX64:
        return ck_basic(c, SL_FLOAT32);
    case SL_COMPLEX128:
        return ck_basic(c, SL_FLOAT64);
    case SL_UNTYPED_COMPLEX:
        return ck_basic(c, SL_UNTYPED_FLOAT);
    default:
        return NULL;
    }
}

// Results for type parameters would need a type parameter of their own.
static bool no_type_param(BuiltinCall *b, const Operand *x, const char *name) {
    if (!sl_is_type_param(x->type))
        return true;
    return ck_builtin_wrong(b, x,
                            ck_print(b->c,
                                     "%s not supported as argument to built-in %s for go1.18 (see go.dev/issue/50937)",
                                     ck_operand_text(b->c, x), name));
}

static bool make_complex(BuiltinCall *b) {
    Check *c = b->c;
    Operand *x = b->x, *y = &b->args->at[1];
    if (!no_type_param(b, x, "complex") || !no_type_param(b, y, "complex"))
        return false;
    bool x_untyped = sl_is_untyped(x->type), y_untyped = sl_is_untyped(y->type);
    if (x_untyped && y_untyped) {
        if (x->mode == SL_MODE_CONST && y->mode == SL_MODE_CONST) {
            to_float_constant(c, x);
            to_float_constant(c, y);
        } else {
            ck_convert_untyped(c, x, ck_basic(c, SL_FLOAT64));
            ck_convert_untyped(c, y, ck_basic(c, SL_FLOAT64));
        }
    } else if (x_untyped)
        ck_convert_untyped(c, x, y->type);
    else if (y_untyped)
        ck_convert_untyped(c, y, x->type);
    if (x->mode == SL_MODE_INVALID || y->mode == SL_MODE_INVALID)
        return false;
    if (!sl_type_identical(x->type, y->type))
        return ck_builtin_wrong(b, x,
                                ck_print(c, "invalid operation: %s (mismatched types %s and %s)",
                                         ck_expr_text(c, b->call), ck_type_text(c, x->type), ck_type_text(c, y->type)));
    const SlType *result = complex_of(c, x->type);
    if (!result)
        return ck_builtin_wrong(
            b, x,
            ck_print(c, "invalid argument: arguments have type %s, expected floating-point", ck_type_text(c, x->type)));
    if (x->mode == SL_MODE_CONST && y->mode == SL_MODE_CONST) {
        x->value =
            ck_known(x->value) && ck_known(y->value) ? sl_const_make_complex(c->consts, x->value, y->value) : NULL;
    } else
        x->mode = SL_MODE_VALUE;
    x->type = result;
    return true;
}

static bool part(BuiltinCall *b, bool imag) {
    Check *c = b->c;
    Operand *x = b->x;
    if (!no_type_param(b, x, imag ? "imag" : "real"))
        return false;
    if (sl_is_untyped(x->type)) {
        if (x->mode == SL_MODE_CONST) {
            if (sl_is(x->type, SL_IS_NUMERIC)) {
                x->type = ck_basic(c, SL_UNTYPED_COMPLEX);
                if (ck_known(x->value))
                    x->value = sl_const_to_complex(c->consts, x->value);
            }
        } else {
            ck_convert_untyped(c, x, ck_basic(c, SL_COMPLEX128));
            if (x->mode == SL_MODE_INVALID)
                return false;
        }
    }
    const SlType *result = part_of(c, x->type);
    if (!result)
        return ck_builtin_wrong(
            b, x,
            ck_print(c, "invalid argument: argument has type %s, expected complex type", ck_type_text(c, x->type)));
    if (x->mode == SL_MODE_CONST)
        x->value = !ck_known(x->value) ? NULL
                   : imag              ? sl_const_imag(c->consts, x->value)
                                       : sl_const_real(c->consts, x->value);
    else
        x->mode = SL_MODE_VALUE;
    x->type = result;
    return true;
}

static bool copy(BuiltinCall *b) {
    Check *c = b->c;
    Operand *x = b->x, *y = &b->args->at[1];
    const SlType *to = ck_is_nil(x) ? NULL : sl_core(x->type);
    const SlType *from = ck_is_nil(y) ? NULL : sl_core_string(y->type);
    bool string = from && from->kind == SL_TYPE_BASIC && (from->flags & SL_IS_STRING);
    if (!to || to->kind != SL_TYPE_SLICE || !from || (from->kind != SL_TYPE_SLICE && !string))
        return ck_builtin_wrong(b, x,
                                ck_print(c, "invalid argument: copy expects slice arguments; found %s and %s",
                                         ck_operand_text(b->c, x), ck_operand_text(b->c, y)));
    const SlType *elem = string ? sl_type_byte(c->types) : from->elem;
    if (!sl_type_identical(to->elem, elem))
        return ck_builtin_wrong(
            b, x,
            ck_print(c, "invalid argument: arguments to copy %s and %s have different element types %s and %s",
                     ck_operand_text(b->c, x), ck_operand_text(b->c, y), ck_type_text(c, to->elem),
                     ck_type_text(c, elem)));
    if (sl_is_untyped(y->type))
        ck_update_type(c, y->expr, sl_type_default(c->types, y->type), true);
    x->mode = SL_MODE_VALUE;
    x->type = ck_basic(c, SL_INT);
    return true;
}

typedef struct {
    const SlType *key;
} MapKey;

static bool same_key(const SlType *type, bool tilde, void *data) {
    (void)tilde;
    MapKey *keys = data;
    const SlType *under = sl_under(type);
    if (under->kind != SL_TYPE_MAP || (keys->key && !sl_type_identical(keys->key, under->key)))
        return false;
    keys->key = under->key;
    return true;
}

static bool delete_key(BuiltinCall *b) {
    Check *c = b->c;
    Operand *x = b->x;
    MapKey keys = {0};
    bool valid = !ck_is_nil(x) && (sl_is_type_param(x->type) ? sl_type_each_term(sl_unalias(x->type), same_key, &keys)
                                                             : same_key(x->type, false, &keys));
    if (!valid)
        return ck_builtin_wrong(b, x, ck_print(c, "invalid argument: %s is not a map", ck_operand_text(b->c, x)));
    Operand key = b->args->at[1];
    ck_assignment(c, &key, keys.key, "argument to delete");
    x->mode = SL_MODE_NO_VALUE;
    return key.mode != SL_MODE_INVALID;
}

static bool make(BuiltinCall *b) {
    Check *c = b->c;
    SlExpr *call = b->call;
    const SlType *T = ck_var_type(c, call->list[0]);
    if (!ck_valid(T)) {
        ck_use(c, call->list + 1, call->count - 1);
        return false;
    }
    const SlType *core = sl_core(T);
    int least;
    switch (core ? (int)core->kind : -1) {
    case SL_TYPE_SLICE:
        least = 2;
        break;
    case SL_TYPE_MAP:
    case SL_TYPE_CHAN:
        least = 1;
        break;
    default:
        ck_error(c, call->list[0]->pos, "invalid argument: cannot make %s; %s", ck_expr_text(c, call->list[0]),
                 core ? "type must be slice, map, or channel" : "no core type");
        ck_use(c, call->list + 1, call->count - 1);
        return false;
    }
    if (b->nargs < least || b->nargs > least + 1) {
        ck_error(c, call->pos, "invalid operation: %s expects %d or %d arguments; found %d", ck_expr_text(c, call),
                 least, least + 1, b->nargs);
        ck_use(c, call->list + 1, call->count - 1);
        return false;
    }
    int64_t sizes[2] = {-1, -1};
    for (int i = 1; i < b->nargs; i++)
        ck_index(c, call->list[i], -1, &sizes[i - 1]);
    if (sizes[0] >= 0 && sizes[1] >= 0 && sizes[0] > sizes[1])
        ck_error(c, call->list[1]->pos, "invalid argument: length and capacity swapped");
    b->x->mode = SL_MODE_VALUE;
    b->x->type = T;
    return true;
}

static bool min_or_max(BuiltinCall *b, bool max) {
    Check *c = b->c;
    Operand *x = b->x;
    const char *name = max ? "max" : "min";
    if (!ck_version(c, b->call->x->pos, 21, "built-in %s", name))
        return false;
    for (int i = 0; i < b->nargs; i++) {
        Operand *a = &b->args->at[i];
        if (a->mode == SL_MODE_INVALID)
            return false;
        if (ck_is_nil(a) || !sl_all_basic(a->type, SL_IS_ORDERED))
            return ck_builtin_wrong(b, a,
                                    ck_print(c, "invalid argument: %s cannot be ordered", ck_operand_text(b->c, a)));
        if (!i)
            continue;
        ck_match(c, x, a);
        if (x->mode == SL_MODE_INVALID)
            return false;
        if (!sl_type_identical(x->type, a->type))
            return ck_builtin_wrong(
                b, a,
                ck_print(c, "invalid argument: mismatched types %s (previous argument) and %s (type of %s)",
                         ck_type_text(c, x->type), ck_type_text(c, a->type), ck_expr_text(c, a->expr)));
        if (x->mode == SL_MODE_CONST && a->mode == SL_MODE_CONST) {
            if (ck_known(x->value) && ck_known(a->value) &&
                sl_const_compare(max ? SL_TOKEN_GT : SL_TOKEN_LT, a->value, x->value))
                *x = *a;
        } else
            x->mode = SL_MODE_VALUE;
    }
    if (x->mode != SL_MODE_CONST) {
        x->mode = SL_MODE_VALUE;
        ck_assignment(c, x, sl_type_any(c->types), ck_print(c, "argument to built-in %s", name));
        if (x->mode == SL_MODE_INVALID)
            return false;
    }
    for (int i = 0; i < b->nargs; i++)
        ck_update_type(c, b->args->at[i].expr, x->type, true);
    return true;
}

static bool new_value(BuiltinCall *b) {
    const SlType *T = ck_var_type(b->c, b->call->list[0]);
    if (!ck_valid(T))
        return false;
    b->x->mode = SL_MODE_VALUE;
    b->x->type = sl_type_pointer(b->c->types, T);
    return true;
}

static bool print(BuiltinCall *b, const char *name) {
    const char *context = ck_print(b->c, "argument to built-in %s", name);
    bool valid = true;
    for (int i = 0; i < b->nargs; i++) {
        ck_assignment(b->c, &b->args->at[i], NULL, context);
        valid &= b->args->at[i].mode != SL_MODE_INVALID;
    }
    b->x->mode = SL_MODE_NO_VALUE;
    return valid;
}

static bool dispatch(BuiltinCall *b, SlBuiltin id, bool calls) {
    Check *c = b->c;
    Operand *x = b->x;
    switch (id) {
    case SL_BUILTIN_append:
        return append(b);
    case SL_BUILTIN_cap:
        return len_or_cap(b, true, calls);
    case SL_BUILTIN_len:
        return len_or_cap(b, false, calls);
    case SL_BUILTIN_clear:
        return clear(b);
    case SL_BUILTIN_close:
        return close_channel(b);
    case SL_BUILTIN_complex:
        return make_complex(b);
    case SL_BUILTIN_copy:
        return copy(b);
    case SL_BUILTIN_delete:
        return delete_key(b);
    case SL_BUILTIN_imag:
        return part(b, true);
    case SL_BUILTIN_real:
        return part(b, false);
    case SL_BUILTIN_make:
        return make(b);
    case SL_BUILTIN_max:
        return min_or_max(b, true);
    case SL_BUILTIN_min:
        return min_or_max(b, false);
    case SL_BUILTIN_new:
        return new_value(b);
    case SL_BUILTIN_panic:
        ck_assignment(c, x, sl_type_any(c->types), "argument to panic");
        if (x->mode == SL_MODE_INVALID)
            return false;
        x->mode = SL_MODE_NO_VALUE;
        return true;
    case SL_BUILTIN_print:
        return print(b, "print");
    case SL_BUILTIN_println:
        return print(b, "println");
    case SL_BUILTIN_recover:
        if (c->env.func)
            c->env.func->has_recover = true;
        x->mode = SL_MODE_VALUE;
        x->type = sl_type_any(c->types);
        return true;
    case SL_BUILTIN_Alignof:
    case SL_BUILTIN_Sizeof:
        ck_assignment(c, x, NULL, id == SL_BUILTIN_Sizeof ? "argument to unsafe.Sizeof" : "argument to unsafe.Alignof");
        return x->mode != SL_MODE_INVALID &&
               ck_measured(b, x->type, id == SL_BUILTIN_Sizeof ? sl_type_size : ck_align_of);
    case SL_BUILTIN_Offsetof:
        return ck_offset_of(b);
    default:
        return ck_unsafe_pointers(b, id);
    }
}

bool ck_builtin_wrong(BuiltinCall *b, const Operand *at, const char *text) {
    ck_error(b->c, at->expr->pos, "%s", text);
    return false;
}

bool ck_builtin(Check *c, Operand *x, SlExpr *e, SlBuiltin id) {
    const char *name = table[id].name;
    if (e->dots && id != SL_BUILTIN_append) {
        ck_error(c, e->pos, "invalid operation: invalid use of ... with built-in %s", name);
        ck_use(c, e->list, e->count);
        return false;
    }
    bool before = c->env.call_or_receive;
    bool measures = id == SL_BUILTIN_len || id == SL_BUILTIN_cap;
    if (measures)
        c->env.call_or_receive = false;
    Operands args = {0};
    BuiltinCall b = {c, e, x, &args, e->count};
    bool ok = true;
    if (id != SL_BUILTIN_make && id != SL_BUILTIN_new && id != SL_BUILTIN_Offsetof) {
        b.nargs = ck_generic_list(c, e->list, e->count, &args);
        for (int i = 0; i < args.count; i++) {
            Operand *arg = &args.at[i];
            if (arg->mode != SL_MODE_INVALID && arg->type->kind == SL_TYPE_SIGNATURE && arg->type->tparam_count &&
                id != SL_BUILTIN_append) {
                ck_error(c, arg->expr->pos, "cannot use generic function %s without instantiation",
                         ck_expr_text(c, arg->expr));
                arg->mode = SL_MODE_INVALID;
            }
            ok &= arg->mode != SL_MODE_INVALID;
        }
        if (ok && args.count)
            *x = args.at[0];
    }
    if (ok && (b.nargs < table[id].args || (!table[id].variadic && b.nargs > table[id].args))) {
        ck_error(c, e->pos, "invalid operation: %s arguments for %s (expected %d, found %d)",
                 b.nargs < table[id].args ? "not enough" : "too many", ck_expr_text(c, e), table[id].args, b.nargs);
        if (!args.count)
            ck_use(c, e->list, e->count);
        ok = false;
    }
    bool calls = c->env.call_or_receive;
    if (measures)
        c->env.call_or_receive = before;
    if (ok)
        ok = dispatch(&b, id, calls);
    sl_vec_free(&args);
    return ok;
}
