// SPDX-License-Identifier: MIT
// Binding an expression for one function: what its names mean at the place where the goroutine stands, which types its
// parts have. What would run something of the program is refused by name.
#include <stdarg.h>

#include "run/expression-impl.h"

void *sl_bind_fail(Binder *b, const char *format, ...) {
    if (b->error->length)
        return NULL;
    va_list args;
    va_start(args, format);
    sl_text_vprintf(b->error, format, args);
    va_end(args);
    return NULL;
}

const char *sl_bind_text(Binder *b, const SlExpr *e) {
    char *text = sl_expr_format(e);
    const char *kept = sl_arena_strndup(b->expression->arena, text, strlen(text));
    free(text);
    return kept;
}

Bound *sl_bound_new(Binder *b, BoundKind kind, const SlRtype *type) {
    Bound *made = SL_NEW(b->expression->arena, Bound);
    made->kind = kind;
    made->type = type;
    return made;
}

Bound *sl_bound_constant(Binder *b, const SlConst *value, SlBasic untyped) {
    Bound *made = sl_bound_new(b, BOUND_CONSTANT, NULL);
    made->value = value;
    made->untyped = untyped;
    return made;
}

// ---- names ----

static const SlVarInfo *var_at(const SlFunc *func, const SlObj *obj) {
    for (; func; func = func->flags & SL_FUNC_RANGE_BODY ? func->outer : NULL)
        for (uint32_t i = func->var_count; i-- > 0;)
            if (func->vars[i].pos == obj->pos && strcmp(func->vars[i].name, obj->name) == 0)
                return &func->vars[i];
    return NULL;
}

static Bound *bind_variable(Binder *b, const SlObj *obj) {
    if (obj->is_global) {
        for (uint32_t i = 0; i < b->code->global_count; i++)
            if (b->code->global_vars[i].pos == obj->pos) {
                Bound *global = sl_bound_new(b, BOUND_GLOBAL, b->code->global_vars[i].type);
                global->offset = b->code->global_offsets[i];
                return global;
            }
        return sl_bind_fail(b, "the program makes no use of %s, so it has no value", obj->name);
    }
    const SlVarInfo *info = b->func ? var_at(b->func, obj) : NULL;
    if (!info)
        return sl_bind_fail(b, "%s belongs to a function around this one, which does not use it", obj->name);
    Bound *variable = sl_bound_new(b, BOUND_VARIABLE, info->type);
    variable->name = obj->name;
    variable->pos = obj->pos;
    return variable;
}

static Bound *bind_constant(Binder *b, const SlObj *obj) {
    const SlType *type = obj->type ? sl_unalias(obj->type) : NULL;
    if (!obj->value || !type)
        return sl_bind_fail(b, "%s has no value here", obj->name);
    const SlType *under = sl_under(type);
    if (under->kind == SL_TYPE_BASIC && (under->flags & SL_IS_UNTYPED))
        return sl_bound_constant(b, obj->value, under->basic);
    SlObj basic = {.kind = SL_OBJ_TYPE, .type = type, .name = ""};
    const SlRtype *to = sl_expression_type_of(b, type->kind == SL_TYPE_NAMED ? type->obj : &basic);
    if (!to)
        return NULL;
    Bound *made = sl_bound_new(b, BOUND_CONSTANT, to);
    made->value = obj->value;
    return made;
}

static Bound *bind_obj(Binder *b, const SlObj *obj, const char *shown) {
    switch ((SlObjKind)obj->kind) {
    case SL_OBJ_VAR:
        return bind_variable(b, obj);
    case SL_OBJ_CONST:
        return bind_constant(b, obj);
    case SL_OBJ_NIL:
        return sl_bound_new(b, BOUND_NIL, NULL);
    case SL_OBJ_TYPE:
        return sl_bind_fail(b, "%s is a type, not a value", shown);
    case SL_OBJ_PACKAGE:
        return sl_bind_fail(b, "%s is a package, not a value", shown);
    default:
        return sl_bind_fail(b, "%s is a function: functions are not called here", shown);
    }
}

static const SlObj *find_name(const Binder *b, const char *name) {
    const SlScope *scope = sl_scope_at(b->code->program->types, b->pos);
    return sl_scope_find(scope ? scope : b->code->program->main->scope, name, b->pos, NULL);
}

static Bound *bind_ident(Binder *b, const SlExpr *e) {
    if (b->given && strcmp(e->name, b->given->name) == 0)
        return sl_bound_new(b, BOUND_GIVEN, b->given->type);
    const SlObj *obj = find_name(b, e->name);
    if (!obj)
        return sl_bind_fail(b, "nothing is called %s here", e->name);
    return bind_obj(b, obj, e->name);
}

static Bound *bind_literal(Binder *b, const SlExpr *e) {
    static const uint8_t basics[] = {[SL_TOKEN_INT] = SL_UNTYPED_INT,
                                     [SL_TOKEN_FLOAT] = SL_UNTYPED_FLOAT,
                                     [SL_TOKEN_IMAG] = SL_UNTYPED_COMPLEX,
                                     [SL_TOKEN_CHAR] = SL_UNTYPED_RUNE,
                                     [SL_TOKEN_STRING] = SL_UNTYPED_STRING};
    const SlConst *value = sl_const_literal(b->code->program->consts, e->op, e->literal, e->length);
    if (sl_const_kind(value) == SL_CONST_UNKNOWN)
        return sl_bind_fail(b, "%s is too large", sl_bind_text(b, e));
    return sl_bound_constant(b, value, basics[e->op]);
}

// ---- selectors ----

typedef struct {
    const SlRtype *type;
    int length;
    uint32_t path[16];
} Way;

// The field of that name, the least deep one (Go specification, "Selectors"). 0: none, 2: several.
static int find_field(const SlRtype *type, const char *name, Way *found) {
    enum { MOST = 128 };
    Way level[MOST], next[MOST];
    int count = 1, hits = 0;
    level[0] = (Way){.type = type};
    for (int depth = 0; count && !hits && depth < 16; depth++) {
        int more = 0;
        for (int i = 0; i < count; i++) {
            const SlRtype *at = level[i].type;
            if (at->kind == SL_KIND_POINTER)
                at = at->elem;
            for (uint32_t f = 0; at->kind == SL_KIND_STRUCT && f < at->field_count; f++) {
                Way way = level[i];
                way.path[way.length++] = f;
                way.type = at->fields[f].type;
                if (strcmp(at->fields[f].name, name) == 0) {
                    *found = way;
                    hits++;
                } else if (at->fields[f].embedded && more < MOST) {
                    next[more++] = way;
                }
            }
        }
        memcpy(level, next, sizeof *level * (size_t)more);
        count = more;
    }
    return hits > 1 ? 2 : hits;
}

static Bound *bind_field(Binder *b, Bound *x, const SlExpr *e) {
    if (!x->type)
        return sl_bind_fail(b, "%s has no fields", sl_bind_text(b, e->x));
    const char *text = sl_expression_type_text(b->expression, x->type);
    if (x->type->kind == SL_KIND_INTERFACE)
        return sl_bind_fail(b, "%s is an interface: write %s.(T).%s for the value in it", sl_bind_text(b, e->x),
                            sl_bind_text(b, e->x), e->name);
    Way way;
    int found = find_field(x->type, e->name, &way);
    if (found == 2)
        return sl_bind_fail(b, "%s.%s is ambiguous", text, e->name);
    const SlRtype *base = x->type->kind == SL_KIND_POINTER ? x->type->elem : x->type;
    for (uint32_t i = 0; !found && i < base->method_count; i++)
        if (strcmp(base->methods[i].name, e->name) == 0)
            return sl_bind_fail(b, "%s is a method: methods are not called here", e->name);
    if (!found)
        return sl_bind_fail(b, "type %s has no field %s", text, e->name);
    for (int i = 0; i < way.length; i++) {
        const SlRtype *holder = x->type->kind == SL_KIND_POINTER ? x->type->elem : x->type;
        Bound *field = sl_bound_new(b, BOUND_FIELD, holder->fields[way.path[i]].type);
        field->x = x;
        field->field = way.path[i];
        field->name = holder->fields[way.path[i]].name;
        x = field;
    }
    return x;
}

static Bound *bind_selector(Binder *b, const SlExpr *e, int depth) {
    const SlExpr *x = sl_unparen(e->x);
    const SlObj *obj =
        x->kind == SL_EXPR_IDENT && !(b->given && strcmp(x->name, b->given->name) == 0) ? find_name(b, x->name) : NULL;
    if (obj && obj->kind == SL_OBJ_PACKAGE) {
        const SlObj *member = obj->imported ? sl_scope_lookup(obj->imported->scope, e->name) : NULL;
        if (!member)
            return sl_bind_fail(b, "package %s has no %s", obj->name, e->name);
        return bind_obj(b, member, sl_bind_text(b, e));
    }
    Bound *base = sl_bind(b, e->x, depth);
    return base ? bind_field(b, base, e) : NULL;
}

// ---- indexing ----

static bool to_index(Binder *b, Bound **index) {
    if (!(*index)->type)
        return sl_expression_give_type(b, index, sl_expression_basic(b->code, SL_KIND_INT));
    if (!sl_kind_is_integer((*index)->type->kind)) {
        sl_bind_fail(b, "an index of type %s is no integer", sl_expression_type_text(b->expression, (*index)->type));
        return false;
    }
    return true;
}

// Of constants: the value itself, of a type.
static bool settle(Binder *b, Bound **x) {
    if ((*x)->kind == BOUND_NIL && !(*x)->type) {
        sl_bind_fail(b, "nil has no type here");
        return false;
    }
    return (*x)->type || sl_expression_give_type(b, x, sl_expression_default(b->code, *x));
}

static Bound *bind_index(Binder *b, const SlExpr *e, int depth) {
    if (e->count != 1)
        return sl_bind_fail(b, "%s: functions are not called here", sl_bind_text(b, e));
    Bound *x = sl_bind(b, e->x, depth), *index = x ? sl_bind(b, e->list[0], depth) : NULL;
    if (!x || !index || !settle(b, &x))
        return NULL;
    const SlRtype *type = x->type;
    if (type->kind == SL_KIND_POINTER && type->elem->kind == SL_KIND_ARRAY)
        type = type->elem;
    Bound *made = sl_bound_new(b, type->kind == SL_KIND_MAP ? BOUND_LOOKUP : BOUND_INDEX, type->elem);
    made->x = x;
    if (type->kind == SL_KIND_STRING)
        made->type = sl_expression_basic(b->code, SL_KIND_UINT8);
    else if (type->kind != SL_KIND_MAP && type->kind != SL_KIND_SLICE && type->kind != SL_KIND_ARRAY)
        return sl_bind_fail(b, "%s of type %s has no elements", sl_bind_text(b, e->x),
                            sl_expression_type_text(b->expression, x->type));
    if (type->kind == SL_KIND_MAP && type->key->kind == SL_KIND_INTERFACE) {
        if (!settle(b, &index)) // found by its dynamic type
            return NULL;
    } else if (!(type->kind == SL_KIND_MAP ? sl_expression_give_type(b, &index, type->key) : to_index(b, &index)))
        return NULL;
    made->y = index;
    return made;
}

static Bound *bind_slice(Binder *b, const SlExpr *e, int depth) {
    Bound *x = sl_bind(b, e->x, depth);
    if (!x || !settle(b, &x))
        return NULL;
    if (e->max)
        return sl_bind_fail(b, "a capacity cannot be given here");
    if (x->type->kind != SL_KIND_SLICE && x->type->kind != SL_KIND_STRING)
        return sl_bind_fail(b, "only slices and strings can be sliced here");
    Bound *made = sl_bound_new(b, BOUND_SLICE, x->type);
    made->x = x;
    made->y = e->lo ? sl_bind(b, e->lo, depth) : NULL;
    made->z = e->hi ? sl_bind(b, e->hi, depth) : NULL;
    if ((e->lo && !(made->y && to_index(b, &made->y))) || (e->hi && !(made->z && to_index(b, &made->z))))
        return NULL;
    return made;
}

// ---- calls: conversions and the built-in functions that only look ----

static Bound *bind_length(Binder *b, const SlExpr *e, char which, int depth) {
    Bound *x = e->count == 1 ? sl_bind(b, e->list[0], depth) : NULL;
    if (!x || !settle(b, &x))
        return sl_bind_fail(b, "%s needs one argument", which == 'l' ? "len" : "cap");
    const SlRtype *type = x->type;
    if (type->kind == SL_KIND_POINTER && type->elem->kind == SL_KIND_ARRAY)
        type = type->elem;
    bool both = type->kind == SL_KIND_SLICE || type->kind == SL_KIND_ARRAY || type->kind == SL_KIND_CHAN;
    if (!both && (which == 'c' || (type->kind != SL_KIND_STRING && type->kind != SL_KIND_MAP)))
        return sl_bind_fail(b, "%s of type %s has no %s", sl_bind_text(b, e->list[0]),
                            sl_expression_type_text(b->expression, x->type), which == 'l' ? "length" : "capacity");
    Bound *made = sl_bound_new(b, BOUND_LENGTH, sl_expression_basic(b->code, SL_KIND_INT));
    made->x = x;
    made->op = (uint8_t)which;
    return made;
}

static Bound *bind_part(Binder *b, const SlExpr *e, char which, int depth) {
    Bound *x = e->count == 1 ? sl_bind(b, e->list[0], depth) : NULL;
    if (x && !x->type && !sl_expression_give_type(b, &x, sl_expression_basic(b->code, SL_KIND_COMPLEX128)))
        return NULL;
    if (!x || !sl_kind_is_complex(x->type->kind))
        return sl_bind_fail(b, "%s needs a complex number", which == 'r' ? "real" : "imag");
    SlKind kind = x->type->kind == SL_KIND_COMPLEX64 ? SL_KIND_FLOAT32 : SL_KIND_FLOAT64;
    Bound *made = sl_bound_new(b, BOUND_PART, sl_expression_basic(b->code, kind));
    made->x = x;
    made->op = (uint8_t)which;
    return made;
}

static Bound *bind_call(Binder *b, const SlExpr *e, int depth) {
    const SlExpr *callee = sl_unparen(e->x), *name = callee;
    while (name->kind == SL_EXPR_STAR)
        name = sl_unparen(name->x);
    const SlExpr *ident = name->kind == SL_EXPR_SELECTOR ? sl_unparen(name->x) : name;
    const SlObj *obj = ident->kind == SL_EXPR_IDENT ? find_name(b, ident->name) : NULL;
    if (obj && name->kind == SL_EXPR_SELECTOR)
        obj = obj->kind == SL_OBJ_PACKAGE && obj->imported ? sl_scope_lookup(obj->imported->scope, name->name) : NULL;
    if (obj && obj->kind == SL_OBJ_TYPE) {
        const SlRtype *type = sl_expression_type(b, callee);
        Bound *x = type && e->count == 1 ? sl_bind(b, e->list[0], depth) : NULL;
        if (!x)
            return sl_bind_fail(b, "a conversion needs one value");
        return sl_bind_convert(b, type, x, e);
    }
    if (obj && obj->kind == SL_OBJ_BUILTIN && callee == name)
        switch ((SlBuiltin)obj->builtin) {
        case SL_BUILTIN_len:
            return bind_length(b, e, 'l', depth);
        case SL_BUILTIN_cap:
            return bind_length(b, e, 'c', depth);
        case SL_BUILTIN_real:
            return bind_part(b, e, 'r', depth);
        case SL_BUILTIN_imag:
            return bind_part(b, e, 'i', depth);
        default:
            break;
        }
    return sl_bind_fail(b, "%s would be called: functions are not called here", sl_bind_text(b, e->x));
}

static Bound *bind_star(Binder *b, const SlExpr *e, int depth) {
    Bound *x = sl_bind(b, e->x, depth);
    if (!x)
        return NULL;
    if (!x->type || x->type->kind != SL_KIND_POINTER)
        return sl_bind_fail(b, "%s is no pointer", sl_bind_text(b, e->x));
    Bound *made = sl_bound_new(b, BOUND_STAR, x->type->elem);
    made->x = x;
    return made;
}

static Bound *bind_assert(Binder *b, const SlExpr *e, int depth) {
    Bound *x = sl_bind(b, e->x, depth);
    if (!x)
        return NULL;
    if (!x->type || x->type->kind != SL_KIND_INTERFACE)
        return sl_bind_fail(b, "%s is no interface", sl_bind_text(b, e->x));
    const SlRtype *type = e->type_expr ? sl_expression_type(b, e->type_expr) : NULL;
    if (!type)
        return sl_bind_fail(b, "a type is missing in the assertion");
    if (type->kind == SL_KIND_INTERFACE)
        return sl_bind_fail(b, "only a type that is no interface can be asserted here");
    Bound *made = sl_bound_new(b, BOUND_ASSERT, type);
    made->x = x;
    return made;
}

Bound *sl_bind(Binder *b, const SlExpr *e, int depth) {
    e = sl_unparen(e);
    if (depth++ > EXPRESSION_DEPTH)
        return sl_bind_fail(b, "the expression is nested too deeply");
    switch ((SlExprKind)e->kind) {
    case SL_EXPR_IDENT:
        return bind_ident(b, e);
    case SL_EXPR_LITERAL:
        return bind_literal(b, e);
    case SL_EXPR_SELECTOR:
        return bind_selector(b, e, depth);
    case SL_EXPR_INDEX:
        return bind_index(b, e, depth);
    case SL_EXPR_SLICE:
        return bind_slice(b, e, depth);
    case SL_EXPR_CALL:
        return bind_call(b, e, depth);
    case SL_EXPR_STAR:
        return bind_star(b, e, depth);
    case SL_EXPR_ASSERT:
        return bind_assert(b, e, depth);
    case SL_EXPR_UNARY:
        return sl_bind_unary(b, e, depth);
    case SL_EXPR_BINARY:
        return sl_bind_binary(b, e, depth);
    case SL_EXPR_FUNC:
        return sl_bind_fail(b, "function literals cannot be written here");
    case SL_EXPR_COMPOSITE:
        return sl_bind_fail(b, "composite literals cannot be written here");
    default:
        return sl_bind_fail(b, "%s is a type, not a value", sl_bind_text(b, e));
    }
}
