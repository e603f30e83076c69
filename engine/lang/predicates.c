// SPDX-License-Identifier: MIT
// Questions about one type: what kind it is, whether it has nil, compares with ==, and what its untyped constants
// become; whether a constant fits a basic type.
#include "lang/types-impl.h"

enum { DEPTH_LIMIT = 200 }; // of structs and arrays that contain themselves, which the checker reports

static const SlType *unaliased(const SlType *type) {
    type = sl_unalias(type);
    assert(type != NULL);
    return type;
}

bool sl_is_named(const SlType *type) {
    type = unaliased(type);
    return type->kind == SL_TYPE_BASIC || type->kind == SL_TYPE_NAMED || type->kind == SL_TYPE_PARAM;
}

bool sl_is(const SlType *type, int flags) {
    const SlType *under = sl_under(type);
    return under->kind == SL_TYPE_BASIC && (under->flags & flags) != 0;
}

static bool term_is(const SlType *type, bool tilde, void *data) {
    (void)tilde;
    return sl_is(type, *(int *)data);
}

bool sl_all_basic(const SlType *type, int flags) {
    type = unaliased(type);
    if (type->kind == SL_TYPE_PARAM)
        return sl_type_each_term(type, term_is, &flags);
    return sl_is(type, flags);
}

bool sl_is_untyped(const SlType *type) {
    type = unaliased(type);
    return type->kind == SL_TYPE_BASIC && (type->flags & SL_IS_UNTYPED) != 0;
}

bool sl_is_typed(const SlType *type) {
    return !sl_is_untyped(type);
}

bool sl_is_interface(const SlType *type) {
    return !sl_is_type_param(type) && sl_under(type)->kind == SL_TYPE_INTERFACE;
}

bool sl_is_type_param(const SlType *type) {
    return unaliased(type)->kind == SL_TYPE_PARAM;
}

bool sl_is_generic(const SlType *type) {
    if (type->kind == SL_TYPE_ALIAS && type->tparam_count > 0)
        return type->targ_count == 0;
    type = unaliased(type);
    return type->kind == SL_TYPE_NAMED && type->origin == type && type->tparam_count > 0;
}

static bool term_has_nil(const SlType *type, bool tilde, void *data) {
    (void)tilde;
    (void)data;
    return sl_has_nil(type);
}

bool sl_has_nil(const SlType *type) {
    type = unaliased(type);
    if (type->kind == SL_TYPE_PARAM)
        return sl_type_each_term(type, term_has_nil, NULL);
    const SlType *under = sl_under(type);
    switch ((SlTypeKind)under->kind) {
    case SL_TYPE_BASIC:
        return under->basic == SL_UNSAFE_POINTER || under->basic == SL_UNTYPED_NIL;
    case SL_TYPE_SLICE:
    case SL_TYPE_POINTER:
    case SL_TYPE_SIGNATURE:
    case SL_TYPE_MAP:
    case SL_TYPE_CHAN:
    case SL_TYPE_INTERFACE:
        return true;
    default:
        return false;
    }
}

static bool comparable_interface(SlTypes *types, const SlType *type, bool dynamic, const char **reason) {
    const SlTypeSet *set = sl_type_set(types, sl_under(type));
    if ((dynamic && !sl_is_type_param(type)) || sl_set_is_comparable(types, set))
        return true;
    if (reason != NULL)
        *reason = sl_set_is_empty(set) ? "empty type set" : "incomparable types in type set";
    return false;
}

static bool comparable(SlTypes *types, const SlType *type, bool dynamic, const char **reason) {
    const SlType *under = sl_under(type);
    switch ((SlTypeKind)under->kind) {
    case SL_TYPE_BASIC:
        return under->basic != SL_UNTYPED_NIL; // invalid ones count as comparable
    case SL_TYPE_POINTER:
    case SL_TYPE_CHAN:
        return true;
    case SL_TYPE_STRUCT:
        for (int i = 0; i < under->count; i++) {
            if (sl_comparable(types, under->fields[i]->type, dynamic, NULL))
                continue;
            if (reason != NULL) {
                *reason = sl_arena_printf(types->arena, "struct containing %s cannot be compared",
                                          sl_show(types, under->fields[i]->type));
            }
            return false;
        }
        return true;
    case SL_TYPE_ARRAY:
        if (sl_comparable(types, under->elem, dynamic, NULL))
            return true;
        if (reason != NULL)
            *reason = sl_arena_printf(types->arena, "%s cannot be compared", sl_show(types, under));
        return false;
    case SL_TYPE_INTERFACE:
        return comparable_interface(types, type, dynamic, reason);
    default:
        return false;
    }
}

bool sl_comparable(SlTypes *types, const SlType *type, bool dynamic, const char **reason) {
    if (reason != NULL)
        *reason = NULL;
    type = unaliased(type);
    // A type met again is comparable if the rest is: one that is not ends the question.
    if (sl_map_get_ptr(&types->asked, type) || types->asked_depth > DEPTH_LIMIT)
        return true;
    sl_map_set_ptr(&types->asked, type, types);
    types->asked_depth++;
    bool yes = comparable(types, type, dynamic, reason);
    if (--types->asked_depth == 0)
        sl_map_free(&types->asked);
    return yes;
}

const SlType *sl_type_default(const SlTypes *types, const SlType *type) {
    if (!sl_is_untyped(type))
        return type;
    switch (unaliased(type)->basic) {
    case SL_UNTYPED_BOOL:
        return types->basics[SL_BOOL];
    case SL_UNTYPED_INT:
        return types->basics[SL_INT];
    case SL_UNTYPED_RUNE:
        return types->rune;
    case SL_UNTYPED_FLOAT:
        return types->basics[SL_FLOAT64];
    case SL_UNTYPED_COMPLEX:
        return types->basics[SL_COMPLEX128];
    case SL_UNTYPED_STRING:
        return types->basics[SL_STRING];
    default:
        return type;
    }
}

static int integer_bits(SlBasic basic) {
    switch (basic) {
    case SL_INT8:
    case SL_UINT8:
        return 8;
    case SL_INT16:
    case SL_UINT16:
        return 16;
    case SL_INT32:
    case SL_UINT32:
        return 32;
    default:
        return 64;
    }
}

static bool integer_fits(const SlConst *value, const SlType *basic) {
    if (basic->flags & SL_IS_UNTYPED)
        return true;
    int bits = integer_bits((SlBasic)basic->basic);
    if (basic->flags & SL_IS_UNSIGNED)
        return sl_const_sign(value) >= 0 && sl_const_bits(value) <= bits;
    int64_t number;
    if (!sl_const_int64(value, &number))
        return false;
    return bits == 64 || (number >= -(INT64_C(1) << (bits - 1)) && number < INT64_C(1) << (bits - 1));
}

static const SlConst *as_complex(SlConsts *consts, const SlConst *value, int bits) {
    value = sl_const_to_complex(consts, value);
    if (sl_const_kind(value) == SL_CONST_UNKNOWN || bits == 0)
        return value;
    const SlConst *real = sl_const_round(consts, sl_const_real(consts, value), bits);
    const SlConst *imag = sl_const_round(consts, sl_const_imag(consts, value), bits);
    if (sl_const_kind(real) == SL_CONST_UNKNOWN || sl_const_kind(imag) == SL_CONST_UNKNOWN)
        return real;
    return sl_const_make_complex(consts, real, imag);
}

bool sl_representable(SlTypes *types, const SlConst *value, const SlType *basic, const SlConst **rounded) {
    SlConstKind kind = sl_const_kind(value);
    const SlConst *out = value;
    basic = sl_under(basic);
    bool fits = kind == SL_CONST_UNKNOWN;
    bool number = kind == SL_CONST_INT || kind == SL_CONST_FLOAT || kind == SL_CONST_COMPLEX;
    if (fits || basic->kind != SL_TYPE_BASIC) {
        // unknown after an error: no further ones
    } else if (basic->flags & SL_IS_BOOLEAN) {
        fits = kind == SL_CONST_BOOL;
    } else if (basic->flags & SL_IS_STRING) {
        fits = kind == SL_CONST_STRING;
    } else if ((basic->flags & SL_IS_INTEGER) && number) {
        out = sl_const_to_int(types->consts, value);
        fits = sl_const_kind(out) == SL_CONST_INT && integer_fits(out, basic);
    } else if ((basic->flags & SL_IS_FLOAT) && number) {
        out = sl_const_to_float(types->consts, value);
        int bits = basic->basic == SL_FLOAT32 ? 32 : basic->basic == SL_FLOAT64 ? 64 : 0;
        if (sl_const_kind(out) != SL_CONST_UNKNOWN && bits != 0)
            out = sl_const_round(types->consts, out, bits);
        fits = sl_const_kind(out) != SL_CONST_UNKNOWN;
    } else if ((basic->flags & SL_IS_COMPLEX) && number) {
        int bits = basic->basic == SL_COMPLEX64 ? 32 : basic->basic == SL_COMPLEX128 ? 64 : 0;
        out = as_complex(types->consts, value, bits);
        fits = sl_const_kind(out) != SL_CONST_UNKNOWN;
    }
    if (rounded != NULL)
        *rounded = fits ? out : value;
    return fits;
}
