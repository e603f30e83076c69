// SPDX-License-Identifier: MIT
// What all files of the checker use: errors and the texts in them, scopes, work put off until types are complete.
#include "lang/check.h"

#include <stdio.h>

void ck_error(Check *c, SlPos pos, const char *format, ...) {
    SlText text = {0};
    va_list args;
    va_start(args, format);
    sl_text_vprintf(&text, format, args);
    va_end(args);
    // What mentions something invalid follows from an error that has been reported.
    const char *message = sl_text_cstr(&text);
    bool follows = false;
    if (c->diags->list.count > c->first_diag) {
        const char *operand = strstr(message, "invalid operand"), *type = strstr(message, "invalid type");
        follows = (operand && operand > message) || (type && type > message);
    }
    if (!follows)
        sl_diags_add(c->diags, c->env.error_pos ? c->env.error_pos : pos, "%s", message);
    sl_text_free(&text);
}

const char *ck_print(Check *c, const char *format, ...) {
    SlText text = {0};
    va_list args;
    va_start(args, format);
    sl_text_vprintf(&text, format, args);
    va_end(args);
    const char *copy = sl_arena_strndup(c->arena, sl_text_cstr(&text), text.length);
    sl_text_free(&text);
    return copy;
}

static const char *keep(Check *c, char *text) {
    const char *copy = sl_arena_strndup(c->arena, text, strlen(text));
    free(text);
    return copy;
}

const char *ck_expr_text(Check *c, const SlExpr *expr) {
    return expr ? keep(c, sl_expr_format(expr)) : "";
}

const char *ck_type_text(Check *c, const SlType *type) {
    return type ? keep(c, sl_type_format(type, c->pkg)) : "untyped nil";
}

const char *ck_const_text(Check *c, const SlConst *value) {
    return value ? keep(c, sl_const_format(value)) : "unknown";
}

const char *ck_pos_text(Check *c, SlPos pos) {
    SlPlace place = sl_files_shown(c->program->files, pos);
    if (!place.file)
        return "-";
    return ck_print(c, "%s:%d:%d", place.file->name, place.line, place.column);
}

const char *ck_other_decl(Check *c, const SlObj *obj) {
    if (!obj->pos)
        return "";
    return ck_print(c, "\n\t%s: other declaration of %s", ck_pos_text(c, obj->pos), obj->name);
}

const char *ck_plural(Check *c, int count, const char *unit) {
    return ck_print(c, "%d %s%s", count, unit, count == 1 ? "" : "s");
}

static const char *const mode_names[] = {
    [SL_MODE_INVALID] = "invalid operand",
    [SL_MODE_NO_VALUE] = "no value",
    [SL_MODE_BUILTIN] = "built-in",
    [SL_MODE_TYPE] = "type",
    [SL_MODE_CONST] = "constant",
    [SL_MODE_VARIABLE] = "variable",
    [SL_MODE_MAP_INDEX] = "map index expression",
    [SL_MODE_VALUE] = "value",
    [SL_MODE_NIL] = "nil",
    [SL_MODE_COMMA_OK] = "comma, ok expression",
};

static void add_type(Check *c, SlText *text, const SlType *type) {
    if (!ck_valid(type)) {
        sl_text_adds(text, " with invalid type");
        return;
    }
    const SlType *bare = sl_unalias(type);
    sl_text_adds(text, " of ");
    if (sl_is_generic(type))
        sl_text_adds(text, "generic ");
    bool param = bare->kind == SL_TYPE_PARAM;
    if (!param && (type->kind == SL_TYPE_ALIAS || type->kind == SL_TYPE_NAMED)) {
        const SlType *under = sl_under(type);
        const char *what = ck_kind_name(type);
        if (!*what && under && under->kind == SL_TYPE_BASIC)
            what = under->name;
        if (what && *what)
            sl_text_printf(text, "%s ", what);
    }
    sl_text_printf(text, "type %s", ck_type_text(c, type));
    if (param && bare->bound)
        sl_text_printf(text, " constrained by %s", ck_type_text(c, bare->bound));
}

const char *ck_operand_text(Check *c, const Operand *x) {
    if (x->mode == SL_MODE_NIL && x->type && x->type->kind == SL_TYPE_BASIC) {
        if (x->type->basic == SL_UNTYPED_NIL)
            return "nil";
        if (x->type->basic == SL_INVALID)
            return "nil (with invalid type)";
    }
    SlText text = {0};
    const char *expr = x->expr ? ck_expr_text(c, x->expr) : x->mode == SL_MODE_TYPE ? ck_type_text(c, x->type) : "";
    if (*expr)
        sl_text_printf(&text, "%s (", expr);
    bool typed = false;
    if (x->mode > SL_MODE_TYPE && x->type) {
        if (sl_is_untyped(x->type))
            sl_text_printf(&text, "%s ", ck_type_text(c, x->type));
        else
            typed = true;
    }
    sl_text_adds(&text, mode_names[x->mode]);
    if (x->mode == SL_MODE_CONST && x->value) {
        const char *value = ck_const_text(c, x->value);
        if (strcmp(value, expr) != 0)
            sl_text_printf(&text, " %s", value);
    }
    if (typed)
        add_type(c, &text, x->type);
    if (*expr)
        sl_text_addc(&text, ')');
    return keep(c, sl_text_take(&text));
}

// Where the version comes from, as gc tells it.
const char *ck_version_hint(Check *c) {
    if (c->env.go_minor == c->pkg->go_minor)
        return ck_print(c, " (-lang was set to go1.%d; check go.mod)", c->env.go_minor);
    return ck_print(c, " (file declares //go:build go1.%d)", c->env.go_minor);
}

bool ck_version(Check *c, SlPos pos, int minor, const char *format, ...) {
    if (c->env.go_minor >= minor)
        return true;
    char what[400];
    va_list args;
    va_start(args, format);
    vsnprintf(what, sizeof what, format, args);
    va_end(args);
    ck_error(c, pos, "%s requires go1.%d or later%s", what, minor, ck_version_hint(c));
    return false;
}

Action *ck_later(Check *c, void (*run)(Check *c, Action *action)) {
    sl_vec_push(&c->delayed, (Action){.run = run, .pkg = c->pkg, .env = c->env});
    return &c->delayed.at[c->delayed.count - 1];
}

void ck_run_delayed(Check *c, int from) {
    for (int i = from; i < c->delayed.count; i++) {
        Action action = c->delayed.at[i];
        int go_minor = c->env.go_minor;
        c->env.go_minor = action.env.go_minor;
        SlPackage *pkg = ck_enter_package(c, action.pkg);
        action.run(c, &action);
        ck_enter_package(c, pkg);
        c->env.go_minor = go_minor;
    }
    c->delayed.count = from;
}

SlObj *ck_find(Check *c, const char *name, SlScope **where) {
    for (SlScope *scope = c->env.scope; scope; scope = scope->outer) {
        SlObj *obj = sl_scope_lookup(scope, name);
        if (obj) {
            if (where)
                *where = scope;
            return obj;
        }
    }
    return NULL;
}

void ck_declare(Check *c, SlScope *scope, SlExpr *ident, SlObj *obj) {
    if (obj->name != c->blank) {
        SlObj *other = sl_scope_insert(scope, obj);
        if (other) {
            ck_error(c, obj->pos, "%s redeclared in this block%s", obj->name, ck_other_decl(c, other));
            return;
        }
        obj->scope = scope;
        if (obj->kind == SL_OBJ_VAR && !obj->is_param && !obj->is_result && !obj->is_global)
            sl_vec_push(&c->locals, obj);
    }
    if (ident)
        ident->obj = obj;
}

void ck_open_scope(Check *c, SlPos pos, SlPos end) {
    SlScope *scope = sl_scope_new(c->types, c->env.scope, pos, end);
    scope->func = c->env.func;
    c->env.scope = scope;
}

void ck_close_scope(Check *c) {
    c->env.scope = c->env.scope->outer;
}

SlObj *ck_new_var(Check *c, SlPos pos, const char *name, const SlType *type) {
    SlObj *obj = sl_obj_new(c->types, SL_OBJ_VAR, pos, c->pkg, name, type);
    obj->func = c->env.func;
    return obj;
}

bool ck_enter(Check *c, SlPos pos) {
    if (c->depth >= c->max_depth) {
        if (!c->too_deep)
            sl_diags_add(c->diags, pos, "expression or declarations nested too deeply");
        c->too_deep = true;
        return false;
    }
    c->depth++;
    return true;
}

void ck_leave(Check *c) {
    c->depth--;
}

const SlType *ck_basic(Check *c, SlBasic basic) {
    return sl_basic(c->types, basic);
}

const SlType *ck_invalid(Check *c) {
    return sl_basic(c->types, SL_INVALID);
}

bool ck_valid(const SlType *type) {
    // An alias that is being declared stands for something that is not known yet.
    if (type && type->kind == SL_TYPE_ALIAS && type->obj && type->obj->color == CK_GREY)
        return true;
    const SlType *bare = type ? sl_unalias(type) : NULL;
    return bare && !(bare->kind == SL_TYPE_BASIC && bare->basic == SL_INVALID);
}

bool ck_exported(const char *name) {
    return sl_name_is_exported(name);
}

const char *ck_kind_name(const SlType *type) {
    const SlType *under = sl_under(type);
    switch (under ? (int)under->kind : -1) {
    case SL_TYPE_ARRAY:
        return "array";
    case SL_TYPE_SLICE:
        return "slice";
    case SL_TYPE_STRUCT:
        return "struct";
    case SL_TYPE_POINTER:
        return "pointer";
    case SL_TYPE_SIGNATURE:
        return "func";
    case SL_TYPE_INTERFACE:
        return "interface";
    case SL_TYPE_MAP:
        return "map";
    case SL_TYPE_CHAN:
        return "chan";
    case SL_TYPE_TUPLE:
        return "tuple";
    default:
        return "";
    }
}

bool ck_is_kind(const SlType *type, SlTypeKind kind) {
    const SlType *under = type ? sl_under(type) : NULL;
    return under && under->kind == kind;
}

const SlType *ck_deref(const SlType *type, bool *was_pointer) {
    const SlType *bare = sl_unalias(type);
    bool pointer = bare && bare->kind == SL_TYPE_POINTER;
    if (was_pointer)
        *was_pointer = pointer;
    if (!pointer)
        return type;
    return bare->elem ? bare->elem : type;
}

bool ck_is_bytes(const SlType *type) {
    const SlType *under = sl_under(type);
    if (!under || under->kind != SL_TYPE_SLICE)
        return false;
    const SlType *elem = sl_under(under->elem);
    return elem && elem->kind == SL_TYPE_BASIC && elem->basic == SL_UINT8;
}

bool ck_is_bytestring(Check *c, const SlType *type) {
    (void)c;
    const SlType *core = sl_core_string(type);
    return core && ((core->kind == SL_TYPE_BASIC && (core->flags & SL_IS_STRING)) || ck_is_bytes(core));
}

const SlType *ck_common_core(Check *c, const SlType *type) {
    (void)c;
    return sl_core_string(type);
}
