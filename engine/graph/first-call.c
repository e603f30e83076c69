// SPDX-License-Identifier: MIT
// What a process is given when it is dropped: ports are nil, a wait group is main's. Values are those that the program
// gives the function elsewhere already, as far as they mean the same here; else the zero value of their type.
#include "graph/rewrite.h"

static bool is_context(const char *type) {
    return strcmp(type, "context.Context") == 0;
}

// A value for a parameter of a type as written.
static const char *zero_value(SlRewrite *rw, const SlTree *tree, const SlExpr *type, const char **before) {
    const char *text = tree->file->text + (type->pos - tree->file->base);
    const char *words = sl_arena_strndup(rw->arena, text, type->end - type->pos);
    if (is_context(words)) {
        sl_edit_import(rw, "context");
        return "context.Background()";
    }
    if (strcmp(words, "*sync.WaitGroup") == 0) {
        const char *name;
        if (sl_edit_group(rw, &name))
            *before = sl_rewrite_printf(rw, "%s.Add(1)\n", name);
        return sl_rewrite_printf(rw, "&%s", name);
    }
    if (type->kind == SL_EXPR_ARRAY_TYPE && type->lo)
        return sl_rewrite_printf(rw, "%s{}", words);
    if (type->kind == SL_EXPR_STRUCT_TYPE)
        return sl_rewrite_printf(rw, "%s{}", words);
    if (type->kind != SL_EXPR_IDENT && type->kind != SL_EXPR_SELECTOR && type->kind != SL_EXPR_INDEX)
        return "nil";
    static const char *const numbers[] = {"int",     "int8",   "int16",  "int32",     "int64",      "uint",
                                          "uint8",   "uint16", "uint32", "uint64",    "uintptr",    "float32",
                                          "float64", "byte",   "rune",   "complex64", "complex128", "time.Duration"};
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
        if (strcmp(words, numbers[i]) == 0)
            return "0";
    if (strcmp(words, "string") == 0 || strcmp(words, "bool") == 0)
        return *words == 's' ? "\"\"" : "false";
    if (strcmp(words, "error") == 0 || strcmp(words, "any") == 0)
        return "nil";
    return sl_rewrite_printf(rw, "*new(%s)", words);
}

// ---- what it is given elsewhere ----

typedef struct {
    const SlObj *func;
    const SlExpr *call; // the last one found that is not the function's own
    const SlFuncNode *inside;
} Calls;

static bool find_call(void *data, SlExpr *expr) {
    Calls *calls = data;
    if (expr->kind == SL_EXPR_CALL && expr->call_kind == SL_CALL_FUNC) {
        const SlFuncNode *called = sl_wire_called(expr);
        if (called && called->obj == calls->func)
            calls->call = expr;
    }
    return true;
}

static const SlExpr *call_of(const SlRewrite *rw, const SlObj *func) {
    Calls calls = {.func = func};
    const SlPackage *package = rw->program->main;
    for (int i = 0; i < package->func_count; i++)
        if (package->funcs[i]->obj != func)
            sl_visit_stmt(&(SlVisit){find_call, NULL, &calls}, package->funcs[i]->body);
    return calls.call;
}

typedef struct {
    SlPos from, to;
    bool local;
} Words;

// Whether an expression names a variable of the function around it.
static bool find_local(void *data, SlExpr *expr) {
    Words *words = data;
    const SlObj *obj = expr->kind == SL_EXPR_IDENT ? expr->obj : NULL;
    bool own = obj && obj->pos >= words->from && obj->pos < words->to; // of a literal in it
    bool local = obj && (obj->kind == SL_OBJ_VAR || obj->kind == SL_OBJ_CONST || obj->kind == SL_OBJ_TYPE) &&
                 obj->scope && obj->scope->func && !obj->is_field && !own;
    words->local |= local;
    return true;
}

// The argument's text; null: it means something only where it stands.
static const char *given(SlRewrite *rw, const SlExpr *call, int index) {
    if (!call || index >= call->count || call->dots)
        return NULL;
    SlExpr *arg = call->list[index];
    Words words = {arg->pos, arg->end, false};
    sl_visit_expr(&(SlVisit){find_local, NULL, &words}, arg);
    const SlTree *there = sl_rewrite_tree(rw, arg->pos);
    bool foreign = there != rw->wiring->tree->file; // its imports may be others
    const char *text = sl_rewrite_text(rw, arg->pos, arg->end);
    return words.local || (foreign && !arg->value) || strchr(text, '\n') ? NULL : text;
}

// ---- the call ----

// "[int, string]": as the program has them elsewhere, else int for each.
static const char *type_list(SlRewrite *rw, const SlExpr *call, int count) {
    const SlExpr *fun = call ? sl_unparen(call->x) : NULL;
    const SlExpr *base = fun && fun->kind == SL_EXPR_INDEX && !fun->targ_count ? fun->x : fun;
    SlText out = {0};
    for (int i = 0; i < count; i++) {
        bool told = base && base->targ_count == count && !sl_has_type_params(base->targs[i]);
        sl_text_printf(&out, "%s%s", i ? ", " : "[", told ? sl_type_words(rw, base->targs[i]) : "int");
    }
    sl_text_adds(&out, count ? "]" : "");
    const char *kept = sl_arena_strndup(rw->arena, sl_text_cstr(&out), out.length);
    sl_text_free(&out);
    return kept;
}

static bool is_port(const SlExpr *type) {
    while (type->kind == SL_EXPR_PAREN || type->kind == SL_EXPR_ARRAY_TYPE)
        type = type->x;
    return type->kind == SL_EXPR_CHAN_TYPE;
}

// "name(nil, 0)". Own: a function of the program.
const char *sl_edit_first_call(SlRewrite *rw, const SlTree *tree, const SlDecl *decl, bool own, const char **before) {
    const SlFields *fields = &decl->func->type->fields, *tparams = &decl->func->type->tparams;
    const SlExpr *like = own && decl->names[0]->obj ? call_of(rw, decl->names[0]->obj) : NULL;
    int count = 0;
    for (int i = 0; i < tparams->count; i++)
        count += tparams->at[i].name_count;
    const char *types = type_list(rw, like, count);
    SlText out = {0};
    sl_text_printf(&out, "%s%s(", decl->names[0]->name, types);
    int at = 0;
    for (int i = 0; i < fields->count; i++) {
        const SlField *field = &fields->at[i];
        if (field->type->kind == SL_EXPR_ELLIPSIS)
            continue;
        for (int n = 0; n < (field->name_count ? field->name_count : 1); n++, at++) {
            const char *value = is_port(field->type) ? NULL : given(rw, like, at);
            // A value whose type is a type parameter goes with int.
            const char *zero = value ? value : zero_value(rw, tree, field->type, before);
            for (int t = 0; t < tparams->count && !value; t++)
                for (int p = 0; p < tparams->at[t].name_count; p++)
                    zero = sl_renamed(rw, zero, tparams->at[t].names[p]->name, "int");
            sl_text_printf(&out, "%s%s", at ? ", " : "", zero);
        }
    }
    sl_text_addc(&out, ')');
    const char *kept = sl_arena_strndup(rw->arena, sl_text_cstr(&out), out.length);
    sl_text_free(&out);
    return kept;
}
