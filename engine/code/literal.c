// SPDX-License-Identifier: MIT
// Whether two interface literals are identical types, each seen with its own values of type parameters. The generator
// asks for literals that mention themselves: they have no finite key to be found by. As in lang/identity.c a pair that
// is met again while it is being compared counts as identical.
#include "code/gen.h"

typedef struct Pair {
    const SlType *a, *b;
    const SlEnv *ae, *be;
    const struct Pair *outer;
} Pair;

typedef struct {
    SlGen *g;
    const Pair *pairs;
} Compare;

static bool same(Compare c, const SlType *a, const SlEnv *ae, const SlType *b, const SlEnv *be);

static bool same_name(const char *a, const SlPackage *a_pkg, const char *b, const SlPackage *b_pkg) {
    return strcmp(a, b) == 0 && (sl_name_exported(a) || a_pkg == b_pkg);
}

// A type argument against a type: what is an interface here is only found where it was made before, for making it
// would ask the same again.
static bool same_made(Compare c, const SlRtype *made, const SlType *type, const SlEnv *env) {
    type = sl_unalias(type);
    switch ((SlTypeKind)type->kind) {
    case SL_TYPE_PARAM:
        return sl_env_value(type, env) == made;
    case SL_TYPE_BASIC:
        return sl_rtype_basic(c.g, type->basic) == made;
    case SL_TYPE_NAMED:
        return SL_RT(made)->named == (type->origin ? type->origin : type) && sl_rtype_made(c.g, type, env) == made;
    case SL_TYPE_SLICE:
        return made->kind == SL_KIND_SLICE && !made->name[0] && same_made(c, made->elem, type->elem, env);
    case SL_TYPE_POINTER:
        return made->kind == SL_KIND_POINTER && !made->name[0] && same_made(c, made->elem, type->elem, env);
    default:
        return sl_rtype_made(c.g, type, env) == made;
    }
}

static bool same_tuple(Compare c, const SlType *a, const SlEnv *ae, const SlType *b, const SlEnv *be) {
    int count = a ? a->count : 0;
    if (count != (b ? b->count : 0))
        return false;
    for (int i = 0; i < count; i++)
        if (!same(c, a->fields[i]->type, ae, b->fields[i]->type, be))
            return false;
    return true;
}

static bool same_struct(Compare c, const SlType *a, const SlEnv *ae, const SlType *b, const SlEnv *be) {
    if (a->count != b->count)
        return false;
    for (int i = 0; i < a->count; i++) {
        const SlObj *x = a->fields[i], *y = b->fields[i];
        const char *tag = a->tags && a->tags[i] ? a->tags[i] : "", *other = b->tags && b->tags[i] ? b->tags[i] : "";
        if (x->embedded != y->embedded || !same_name(x->name, x->pkg, y->name, y->pkg) || strcmp(tag, other) != 0 ||
            !same(c, x->type, ae, y->type, be))
            return false;
    }
    return true;
}

static bool same_named(Compare c, const SlType *a, const SlEnv *ae, const SlType *b, const SlEnv *be) {
    if (a == b && !a->targ_count)
        return ae == be || !sl_type_is_local(a);
    if (!a->origin || a->origin != b->origin || a->targ_count != b->targ_count ||
        (ae != be && sl_type_is_local(a->origin)))
        return false;
    for (int i = 0; i < a->targ_count; i++)
        if (!same(c, a->targs[i], ae, b->targs[i], be))
            return false;
    return true;
}

static bool same_interface(Compare c, const SlType *a, const SlEnv *ae, const SlType *b, const SlEnv *be) {
    const SlTypeSet *x = sl_type_set(c.g->tys, a), *y = sl_type_set(c.g->tys, b);
    if (x->method_count != y->method_count)
        return false;
    for (const Pair *pair = c.pairs; pair; pair = pair->outer)
        if ((pair->a == a && pair->ae == ae && pair->b == b && pair->be == be) ||
            (pair->a == b && pair->ae == be && pair->b == a && pair->be == ae))
            return true;
    for (int i = 0; i < x->method_count; i++) // names first: they are cheap
        if (!same_name(x->methods[i]->name, x->methods[i]->pkg, y->methods[i]->name, y->methods[i]->pkg))
            return false;
    Pair pair = {a, b, ae, be, c.pairs};
    c.pairs = &pair;
    for (int i = 0; i < x->method_count; i++)
        if (!same(c, x->methods[i]->type, ae, y->methods[i]->type, be))
            return false;
    return true;
}

static bool same(Compare c, const SlType *a, const SlEnv *ae, const SlType *b, const SlEnv *be) {
    a = sl_unalias(a);
    b = sl_unalias(b);
    if (a->kind == SL_TYPE_PARAM)
        return same_made(c, sl_env_value(a, ae), b, be);
    if (b->kind == SL_TYPE_PARAM)
        return same_made(c, sl_env_value(b, be), a, ae);
    if (a->kind != b->kind)
        return false;
    if (a == b && ae == be)
        return true;
    switch ((SlTypeKind)a->kind) {
    case SL_TYPE_BASIC:
        return a->basic == b->basic;
    case SL_TYPE_ARRAY:
        return a->length == b->length && same(c, a->elem, ae, b->elem, be);
    case SL_TYPE_SLICE:
    case SL_TYPE_POINTER:
        return same(c, a->elem, ae, b->elem, be);
    case SL_TYPE_MAP:
        return same(c, a->key, ae, b->key, be) && same(c, a->elem, ae, b->elem, be);
    case SL_TYPE_CHAN:
        return a->dir == b->dir && same(c, a->elem, ae, b->elem, be);
    case SL_TYPE_STRUCT:
        return same_struct(c, a, ae, b, be);
    case SL_TYPE_SIGNATURE:
        return a->variadic == b->variadic && same_tuple(c, a->params, ae, b->params, be) &&
               same_tuple(c, a->results, ae, b->results, be);
    case SL_TYPE_TUPLE:
        return same_tuple(c, a, ae, b, be);
    case SL_TYPE_INTERFACE:
        return same_interface(c, a, ae, b, be);
    case SL_TYPE_NAMED:
        return same_named(c, a, ae, b, be);
    case SL_TYPE_PARAM:
    case SL_TYPE_UNION:
    case SL_TYPE_ALIAS:
        break;
    }
    return false;
}

bool sl_literals_same(SlGen *g, const SlType *a, const SlEnv *ae, const SlType *b, const SlEnv *be) {
    return same((Compare){g, NULL}, a, ae, b, be);
}
