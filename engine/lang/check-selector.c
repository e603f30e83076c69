// SPDX-License-Identifier: MIT
// Selectors: package members, fields, methods, method values and method expressions.
#include "lang/check.h"

// How the name differs from one that exists.
const char *ck_lookup_error(Check *c, const SlType *type, const char *name, SlObj *other, bool literal) {
    const char *text = ck_type_text(c, type);
    if (!other)
        return literal ? ck_print(c, "unknown field %s in struct literal of type %s", name, text)
                       : ck_print(c, "type %s has no field or method %s", text, name);
    const char *what = other->kind == SL_OBJ_VAR ? "field" : "method";
    bool same_package = other->pkg == c->pkg;
    bool same_tail = strcmp(other->name + 1, name + 1) == 0;
    if (!same_package && strcmp(other->name, name) == 0) {
        if (literal)
            return ck_print(c, "cannot refer to unexported field %s in struct literal of type %s", name, text);
        return ck_print(c, "cannot refer to unexported %s %s", what, name);
    }
    if (!same_package && !ck_exported(other->name) && !same_tail)
        return literal ? ck_print(c, "unknown field %s in struct literal of type %s", name, text)
                       : ck_print(c, "type %s has no field or method %s", text, name);
    const char *hidden = !ck_exported(other->name) && ck_exported(name) && same_tail ? "unexported " : "";
    if (literal)
        return ck_print(c, "unknown field %s in struct literal of type %s, but does have %s%s", name, text, hidden,
                        other->name);
    return ck_print(c, "type %s has no field or method %s, but does have %s%s %s", text, name, hidden, what,
                    other->name);
}

static SlObj *package_of(Check *c, SlExpr *e) {
    if (e->kind != SL_EXPR_IDENT)
        return NULL;
    SlObj *obj = ck_find(c, e->name, NULL);
    return obj && obj->kind == SL_OBJ_PACKAGE ? obj : NULL;
}

// The functions of package unsafe have come one by one.
static bool unsafe_version(Check *c, SlExpr *e, const SlObj *obj) {
    int minor = 0;
    if (obj->kind == SL_OBJ_BUILTIN && (obj->builtin == SL_BUILTIN_Add || obj->builtin == SL_BUILTIN_Slice))
        minor = 17;
    else if (obj->kind == SL_OBJ_BUILTIN &&
             (obj->builtin == SL_BUILTIN_SliceData || obj->builtin == SL_BUILTIN_String ||
              obj->builtin == SL_BUILTIN_StringData))
        minor = 20;
    return c->pkg->library || ck_version(c, e->pos, minor, "unsafe.%s", obj->name);
}

// package.Name
static void qualified(Check *c, Operand *x, SlExpr *e, SlObj *name) {
    e->x->obj = name;
    name->used = true;
    SlPackage *from = name->imported;
    SlObj *obj = from->scope ? sl_scope_lookup(from->scope, e->name) : NULL;
    if (!obj) {
        if (!from->fake && e->name != c->blank)
            ck_error(c, e->name_pos, "undefined: %s", ck_expr_text(c, e));
        return;
    }
    if (!ck_exported(obj->name)) {
        ck_error(c, e->name_pos, "name %s not exported by package %s", obj->name, from->name);
        return;
    }
    if (from == c->unsafe && !unsafe_version(c, e, obj))
        return;
    SlSelection *selection = SL_NEW(c->arena, SlSelection);
    selection->kind = SL_SELECT_QUALIFIED;
    selection->obj = obj;
    e->selection = selection;
    e->obj = obj;
    x->type = obj->type;
    switch (obj->kind) {
    case SL_OBJ_CONST:
        x->mode = SL_MODE_CONST;
        x->value = obj->value;
        break;
    case SL_OBJ_TYPE:
        x->mode = SL_MODE_TYPE;
        break;
    case SL_OBJ_VAR:
        x->mode = SL_MODE_VARIABLE;
        break;
    case SL_OBJ_FUNC:
        x->mode = SL_MODE_VALUE;
        break;
    case SL_OBJ_BUILTIN:
        x->mode = SL_MODE_BUILTIN;
        x->builtin = obj->builtin;
        x->type = ck_invalid(c);
        return;
    default:
        return;
    }
    if (!ck_valid(x->type)) {
        x->mode = SL_MODE_INVALID;
        x->type = ck_invalid(c);
    }
}

static bool interface_pointer(const SlType *type) {
    const SlType *under = sl_under(type);
    return under && under->kind == SL_TYPE_POINTER && under->elem && ck_is_kind(under->elem, SL_TYPE_INTERFACE);
}

static void missing(Check *c, Operand *x, SlExpr *e, const SlLookup *found) {
    const char *name = e->name, *text = ck_expr_text(c, x->expr), *type = ck_type_text(c, x->type);
    if (found->ambiguous) {
        ck_error(c, e->name_pos, "ambiguous selector %s.%s", text, name);
        return;
    }
    if (found->pointer_receiver) {
        if (x->mode == SL_MODE_TYPE)
            ck_error(c, e->name_pos, "invalid method expression %s.%s (needs pointer receiver (*%s).%s)", type, name,
                     type, name);
        else
            ck_error(c, e->name_pos, "cannot call pointer method %s on %s", name, type);
        return;
    }
    const char *why;
    if (interface_pointer(x->type))
        why = sl_is_type_param(sl_under(x->type)->elem)
                  ? ck_print(c, "type %s is pointer to type parameter, not type parameter", type)
                  : ck_print(c, "type %s is pointer to interface, not interface", type);
    else {
        SlLookup other = sl_lookup(c->types, x->type, x->mode == SL_MODE_VARIABLE, c->pkg, name, true);
        why = ck_lookup_error(c, x->type, name, other.obj, false);
    }
    ck_error(c, e->name_pos, "%s.%s undefined (%s)", text, name, why);
}

// The type that holds what the path leads to.
static const SlType *holder(const SlType *type, const int *path, int length) {
    for (int i = 0; i < length; i++) {
        const SlType *under = sl_under(ck_deref(type, NULL));
        if (under && under->kind == SL_TYPE_POINTER)
            under = sl_under(under->elem);
        if (!under || under->kind != SL_TYPE_STRUCT)
            return type;
        type = under->fields[path[i]]->type;
    }
    return type;
}

static const SlType *bare_signature(Check *c, const SlType *sig) {
    SlType *copy = sl_type_new(c->types, SL_TYPE_SIGNATURE);
    uint32_t id = copy->id;
    *copy = *sig;
    copy->id = id;
    copy->recv = NULL;
    copy->recv_tparams = NULL;
    copy->recv_tparam_count = 0;
    return copy;
}

static const SlType *method_expression(Check *c, const SlType *sig, const SlType *recv) {
    SlType *copy = (SlType *)bare_signature(c, sig);
    int count = sig->params->count;
    SlObj **vars = SL_NEW_N(c->arena, SlObj *, count + 1);
    bool named = count && sig->params->fields[0]->name && *sig->params->fields[0]->name;
    const char *name = named ? (sig->recv && sig->recv->name && *sig->recv->name ? sig->recv->name : c->blank) : "";
    vars[0] = sl_obj_new(c->types, SL_OBJ_VAR, sig->recv ? sig->recv->pos : 0, c->pkg, name, recv);
    vars[0]->is_param = true;
    for (int i = 0; i < count; i++)
        vars[i + 1] = sig->params->fields[i];
    copy->params = sl_type_tuple(c->types, vars, count + 1);
    return copy;
}

static void select_member(Check *c, Operand *x, SlExpr *e, const SlLookup *found) {
    SlObj *obj = found->obj;
    SlSelection *selection = SL_NEW(c->arena, SlSelection);
    selection->obj = obj->origin && obj->kind == SL_OBJ_FUNC ? obj->origin : obj;
    selection->recv = x->type;
    selection->path = found->path;
    selection->path_length = found->path_length;
    selection->indirect = found->indirect;
    e->selection = selection;
    e->obj = selection->obj;
    if (obj->kind == SL_OBJ_VAR) {
        selection->kind = SL_SELECT_FIELD;
        x->mode = x->mode == SL_MODE_VARIABLE || found->indirect ? SL_MODE_VARIABLE : SL_MODE_VALUE;
        x->type = obj->type;
        return;
    }
    ck_decl(c, selection->obj, NULL);
    ck_depend(c, selection->obj);
    const SlType *recv = holder(x->type, found->path, found->path_length);
    const SlType *sig = sl_method_type(c->types, recv, obj);
    if (!sig || sig->kind != SL_TYPE_SIGNATURE) {
        x->mode = SL_MODE_INVALID;
        return;
    }
    bool expression = x->mode == SL_MODE_TYPE;
    selection->kind = expression ? SL_SELECT_METHOD_EXPR : SL_SELECT_METHOD;
    x->mode = SL_MODE_VALUE;
    x->type = expression ? method_expression(c, sig, x->type) : bare_signature(c, sig);
}

static void selector(Check *c, Operand *x, SlExpr *e, SlType *def, bool want_type) {
    SlObj *package = package_of(c, e->x);
    if (package) {
        qualified(c, x, e, package);
        return;
    }
    ck_expr_or_type(c, x, e->x, false);
    if (x->mode == SL_MODE_INVALID)
        return;
    if (x->mode == SL_MODE_BUILTIN) {
        ck_error(c, e->pos, "invalid use of %s in selector expression", ck_operand_text(c, x));
        x->mode = SL_MODE_INVALID;
        return;
    }
    if (x->mode == SL_MODE_TYPE && def && sl_unalias(x->type) == def) {
        SlObj *cycle[] = {def->obj};
        ck_cycle_error(c, cycle, 1, 0);
        x->mode = SL_MODE_INVALID;
        return;
    }
    if (e->name == c->blank) {
        ck_error(c, e->name_pos, "cannot refer to blank field or method");
        x->mode = SL_MODE_INVALID;
        return;
    }
    if (want_type) {
        ck_error(c, e->name_pos, "%s is not a type", ck_expr_text(c, e));
        x->mode = SL_MODE_INVALID;
        return;
    }
    if (ck_is_nil(x)) {
        ck_error(c, e->name_pos, "invalid use of nil in selector expression");
        x->mode = SL_MODE_INVALID;
        return;
    }
    const SlType *under = sl_under(x->type);
    if (!ck_valid(under)) {
        x->mode = SL_MODE_INVALID;
        return;
    }
    SlLookup found = sl_lookup(c->types, x->type, x->mode == SL_MODE_VARIABLE, c->pkg, e->name, false);
    if (!found.obj) {
        missing(c, x, e, &found);
        x->mode = SL_MODE_INVALID;
        return;
    }
    if (x->mode == SL_MODE_TYPE && found.obj->kind == SL_OBJ_VAR) {
        ck_error(c, e->name_pos, "%s.%s undefined (type %s has no method %s)", ck_expr_text(c, x->expr), e->name,
                 ck_type_text(c, x->type), e->name);
        x->mode = SL_MODE_INVALID;
        return;
    }
    select_member(c, x, e, &found);
}

void ck_selector(Check *c, Operand *x, SlExpr *e, SlType *def, bool want_type) {
    x->mode = SL_MODE_INVALID;
    x->type = ck_invalid(c);
    selector(c, x, e, def, want_type);
    if (x->mode == SL_MODE_INVALID)
        x->type = ck_invalid(c);
    x->expr = e;
}
