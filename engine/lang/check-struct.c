// SPDX-License-Identifier: MIT
// Struct types, interface types and unions.
#include "lang/check.h"

typedef SL_VEC(SlObj *) Objs;

// T of an embedded T, *T, p.T or T[A].
static SlExpr *embedded_name(SlExpr *e) {
    if (e->kind == SL_EXPR_STAR) {
        e = e->x;
        if (e->kind == SL_EXPR_STAR)
            return NULL;
    }
    if (e->kind == SL_EXPR_INDEX)
        e = e->x;
    if (e->kind == SL_EXPR_PAREN)
        return embedded_name(e->x);
    return e->kind == SL_EXPR_IDENT || e->kind == SL_EXPR_SELECTOR ? e : NULL;
}

static void late_embedded(Check *c, Action *a) {
    bool pointer;
    const SlType *type = ck_deref(a->type, &pointer);
    const SlType *under = sl_under(type);
    const char *wrong = NULL;
    if (!under || !ck_valid(type) || !ck_valid(under))
        return;
    if (under->kind == SL_TYPE_BASIC && under->basic == SL_UNSAFE_POINTER)
        wrong = "unsafe.Pointer";
    else if (under->kind == SL_TYPE_POINTER)
        wrong = "a pointer";
    else if (sl_is_type_param(type))
        wrong = "a type parameter";
    else if (under->kind == SL_TYPE_INTERFACE && pointer)
        wrong = "a pointer to an interface";
    if (wrong)
        ck_error(c, a->pos, "embedded field type cannot be %s", wrong);
}

static char *unquoted(Check *c, const SlField *field) {
    const SlConst *value = sl_const_literal(c->consts, SL_TOKEN_STRING, field->tag, field->tag_length);
    if (!ck_known(value) || sl_const_kind(value) != SL_CONST_STRING)
        return NULL;
    size_t length;
    const char *bytes = sl_const_string_value(value, &length);
    return sl_arena_strndup(c->arena, bytes, length);
}

static void add_field(Check *c, Objs *fields, SlMap *seen, SlExpr *ident, SlPos pos, const char *name,
                      const SlType *type, bool embedded) {
    SlObj *obj = sl_obj_new(c->types, SL_OBJ_VAR, pos, c->pkg, name, type);
    obj->is_field = true;
    obj->embedded = embedded;
    if (name != c->blank) {
        SlObj *other = sl_map_get_ptr(seen, name);
        if (other) {
            ck_error(c, pos, "%s redeclared%s", name, ck_other_decl(c, other));
            return;
        }
        sl_map_set_ptr(seen, name, obj);
    }
    if (ident && ident->kind == SL_EXPR_IDENT && !embedded)
        ident->obj = obj;
    sl_vec_push(fields, obj);
}

const SlType *ck_struct_type(Check *c, SlExpr *e, SlType *def) {
    SlType *st = sl_type_new(c->types, SL_TYPE_STRUCT);
    ck_set_def(def, st);
    Objs fields = {0};
    SL_VEC(const char *) tags = {0};
    bool tagged = false;
    SlMap seen = {0};
    for (int i = 0; i < e->fields.count; i++) {
        SlField *field = &e->fields.at[i];
        const SlType *type = ck_var_type(c, field->type);
        const char *tag = field->tag ? unquoted(c, field) : NULL;
        tagged |= tag != NULL;
        int before = fields.count;
        for (int j = 0; j < field->name_count; j++)
            add_field(c, &fields, &seen, field->names[j], field->names[j]->pos, field->names[j]->name, type, false);
        if (!field->name_count) {
            SlExpr *name = embedded_name(field->type);
            if (!name) {
                if (ck_valid(type) || field->type->kind != SL_EXPR_BAD)
                    ck_error(c, field->type->pos, "invalid embedded field type %s", ck_expr_text(c, field->type));
                continue;
            }
            SlPos pos = name->kind == SL_EXPR_SELECTOR ? name->name_pos : name->pos;
            add_field(c, &fields, &seen, name, pos, name->name, type, true);
            Action *later = ck_later(c, late_embedded);
            later->type = type;
            later->pos = field->type->pos;
        }
        for (; before < fields.count; before++)
            sl_vec_push(&tags, tag);
    }
    st->count = fields.count;
    st->fields = sl_vec_take(&fields, c->arena);
    if (tagged)
        st->tags = sl_vec_take(&tags, c->arena);
    else
        sl_vec_free(&tags);
    sl_map_free(&seen);
    return st;
}

// Interfaces.

// Before Go 1.14 the methods of embedded interfaces had to be distinct.
static void no_overlap(Check *c, const SlType *interface) {
    SlMap seen = {0};
    for (int i = 0; i < interface->method_count; i++)
        sl_map_set_ptr(&seen, interface->methods[i]->name, interface->methods[i]);
    for (int i = 0; i < interface->embed_count; i++) {
        const SlType *under = sl_under(interface->embeds[i]);
        if (!under || under->kind != SL_TYPE_INTERFACE)
            continue;
        const SlTypeSet *set = sl_type_set(c->types, under);
        for (int j = 0; j < set->method_count; j++) {
            SlObj *method = set->methods[j], *other = sl_map_get_ptr(&seen, method->name);
            if (other)
                ck_error(c, interface->embed_pos[i], "duplicate method %s%s", method->name, ck_other_decl(c, other));
            sl_map_set_ptr(&seen, method->name, method);
        }
    }
    sl_map_free(&seen);
}

static void late_type_set(Check *c, Action *a) {
    SlType *interface = (SlType *)a->type;
    int kept = 0;
    for (int i = 0; i < interface->embed_count; i++) {
        const SlType *embed = interface->embeds[i], *under = sl_under(embed);
        if (under && under->kind != SL_TYPE_INTERFACE && ck_valid(under) &&
            !ck_version(c, interface->embed_pos[i], 18, "embedding non-interface type %s", ck_type_text(c, embed)))
            continue;
        interface->embeds[kept] = embed;
        interface->embed_pos[kept++] = interface->embed_pos[i];
    }
    if (kept < interface->embed_count) {
        interface->embed_count = kept;
        interface->set = NULL;
    }
    if (c->env.go_minor < 14)
        no_overlap(c, interface);
    sl_type_set(c->types, interface);
}

static bool is_union(const SlExpr *e) {
    return (e->kind == SL_EXPR_BINARY && e->op == SL_TOKEN_OR) || (e->kind == SL_EXPR_UNARY && e->op == SL_TOKEN_TILDE);
}

const SlType *ck_interface_type(Check *c, SlExpr *e, SlType *def) {
    SlType *interface = sl_type_new(c->types, SL_TYPE_INTERFACE);
    Objs methods = {0};
    SL_VEC(const SlType *) embeds = {0};
    SL_VEC(SlPos) positions = {0};
    ck_set_def(def, interface);
    for (int i = 0; i < e->fields.count; i++) {
        SlField *field = &e->fields.at[i];
        if (!field->name_count) {
            const SlType *type = ck_union(c, field->type);
            sl_vec_push(&embeds, type);
            sl_vec_push(&positions, field->type->pos);
            continue;
        }
        SlExpr *name = field->names[0];
        if (name->name == c->blank) {
            ck_error(c, name->pos, "methods must have a unique non-blank name");
            continue;
        }
        const SlType *type = ck_signature(c, field->type, NULL);
        SlType *sig = (SlType *)type;
        field->type->mode = SL_MODE_TYPE;
        field->type->type = sig;
        sig->recv = sl_obj_new(c->types, SL_OBJ_VAR, name->pos, c->pkg, "", def ? def : interface);
        SlObj *method = sl_obj_new(c->types, SL_OBJ_FUNC, name->pos, c->pkg, name->name, sig);
        name->obj = method;
        sl_vec_push(&methods, method);
    }
    interface->method_count = methods.count;
    interface->methods = sl_vec_take(&methods, c->arena);
    interface->embed_count = embeds.count;
    interface->embeds = sl_vec_take(&embeds, c->arena);
    interface->embed_pos = sl_vec_take(&positions, c->arena);
    if (interface->method_count || interface->embed_count)
        ck_later(c, late_type_set)->type = interface;
    return interface;
}

// A term's type without the tilde.
static SlTerm union_term(Check *c, SlExpr *e) {
    SlTerm term = {.pos = e->pos};
    SlExpr *inner = e;
    if (e->kind == SL_EXPR_UNARY && e->op == SL_TOKEN_TILDE) {
        term.tilde = true;
        inner = e->x;
    }
    term.type = ck_type(c, inner);
    if (sl_is_type_param(term.type)) {
        if (term.tilde)
            ck_error(c, inner->pos, "type in term %s cannot be a type parameter", ck_expr_text(c, e));
        else
            ck_error(c, inner->pos, "term cannot represent type parameter");
        term.type = ck_invalid(c);
    }
    e->mode = SL_MODE_TYPE;
    e->type = term.type;
    return term;
}

static bool overlap(const SlTerm *x, const SlTerm *y) {
    if (sl_is_interface(x->type) || sl_is_interface(y->type))
        return false;
    const SlType *a = y->tilde ? sl_under(x->type) : x->type;
    const SlType *b = x->tilde ? sl_under(y->type) : y->type;
    return sl_type_identical(a, b);
}

static const char *term_text(Check *c, const SlTerm *term) {
    return ck_print(c, "%s%s", term->tilde ? "~" : "", ck_type_text(c, term->type));
}

static void check_term(Check *c, const SlType *un, int at) {
    const SlTerm *term = &un->terms[at];
    const SlType *under = sl_under(term->type);
    const char *type = ck_type_text(c, term->type);
    bool interface = under->kind == SL_TYPE_INTERFACE;
    if (term->tilde) {
        if (interface)
            ck_error(c, term->pos, "invalid use of ~ (%s is an interface)", type);
        else if (!sl_type_identical(under, term->type))
            ck_error(c, term->pos, "invalid use of ~ (underlying type of %s is %s)", type, ck_type_text(c, under));
        else
            interface = false;
        if (interface || !sl_type_identical(under, term->type))
            return;
    }
    if (interface) {
        const SlTypeSet *set = sl_type_set(c->types, under);
        if (set->method_count)
            ck_error(c, term->pos, "cannot use %s in union (%s contains methods)", type, type);
        else if (sl_unalias(term->type) == sl_unalias(sl_type_comparable(c->types)))
            ck_error(c, term->pos, "cannot use comparable in union");
        else if (set->comparable)
            ck_error(c, term->pos, "cannot use %s in union (%s embeds comparable)", type, type);
        return;
    }
    for (int i = 0; i < at; i++)
        if (ck_valid(un->terms[i].type) && overlap(&un->terms[i], term)) {
            ck_error(c, term->pos, "overlapping terms %s and %s", term_text(c, term), term_text(c, &un->terms[i]));
            return;
        }
}

static void late_union(Check *c, Action *a) {
    const SlType *un = a->type;
    for (int i = 0; i < un->term_count; i++)
        if (ck_valid(un->terms[i].type))
            check_term(c, un, i);
}

// Terms of a | b | ~c, left to right. Operators lean to the left.
static void collect_terms(SlExpr *e, SlExpr **list, int *count, int most) {
    int total = 1;
    for (SlExpr *at = e; at->kind == SL_EXPR_BINARY && at->op == SL_TOKEN_OR; at = at->x)
        total++;
    *count = total;
    for (int i = total - 1; i >= 0; i--) {
        bool binary = i > 0;
        SlExpr *term = binary ? e->y : e;
        if (i < most)
            list[i] = term;
        if (binary)
            e = e->x;
    }
}

const SlType *ck_union(Check *c, SlExpr *e) {
    enum { MOST = 100 };
    if (!is_union(e)) {
        SlTerm term = union_term(c, e);
        return term.type;
    }
    SlExpr *list[MOST];
    int count;
    collect_terms(e, list, &count, MOST);
    if (count > MOST) {
        for (int i = count; i > MOST + 1; i--)
            e = e->x;
        ck_error(c, e->y->pos, "cannot handle more than %d union terms (implementation limitation)", MOST);
        return ck_invalid(c);
    }
    SlType *un = sl_type_new(c->types, SL_TYPE_UNION);
    un->terms = SL_NEW_N(c->arena, SlTerm, count);
    bool valid = true;
    for (int i = 0; i < count; i++) {
        un->terms[i] = union_term(c, list[i]);
        valid &= ck_valid(un->terms[i].type);
    }
    un->term_count = count;
    e->mode = SL_MODE_TYPE;
    e->type = un;
    if (!valid)
        return ck_invalid(c);
    ck_later(c, late_union)->type = un;
    return un;
}
