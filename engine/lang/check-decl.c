// SPDX-License-Identifier: MIT
// Declarations, resolved when first needed. An object is white before, grey while and black after its resolution;
// meeting a grey one is a cycle, which may be fine (types behind a pointer) or an error.
#include "lang/check.h"

Info *ck_info(Check *c, const SlObj *obj) {
    return sl_map_get_ptr(&c->infos, obj);
}

void ck_depend(Check *c, SlObj *on) {
    if (!c->env.decl || on->pkg != c->pkg)
        return;
    Info *from = ck_info(c, c->env.decl);
    if (from && from->lhs)
        from = ck_info(c, from->lhs[0]); // the variables of one initialiser share what it mentions
    if (from && ck_info(c, on))
        sl_map_set_ptr(&from->deps, on, on);
}

static bool valid_cycle(Check *c, const SlObj *obj) {
    int start = c->path.count - 1;
    while (start > 0 && c->path.at[start] != obj)
        start--;
    int values = 0, definitions = 0, count = c->path.count - start;
    bool through_params = false;
    for (int i = start; i < c->path.count; i++) {
        const SlObj *at = c->path.at[i];
        if (at->kind == SL_OBJ_CONST || at->kind == SL_OBJ_VAR)
            values++;
        else if (at->kind == SL_OBJ_TYPE) {
            through_params |= c->env.in_type_params && at->type && sl_is_generic(at->type);
            definitions += !at->is_alias;
        }
    }
    if (!through_params && (values == count || (values == 0 && definitions > 0)))
        return true;
    ck_cycle_error(c, c->path.at + start, count, ck_first_in_source(c->path.at + start, count));
    return false;
}

static void meet_grey(Check *c, SlObj *obj) {
    bool valid = valid_cycle(c, obj);
    switch (obj->kind) {
    case SL_OBJ_CONST:
    case SL_OBJ_VAR:
        if (!valid || !obj->type)
            obj->type = ck_invalid(c);
        break;
    case SL_OBJ_TYPE:
        if (!valid)
            obj->type = ck_invalid(c);
        break;
    default:
        break;
    }
}

// Types.

typedef SL_VEC(SlObj *) Path;

static void late_valid(Check *c, Action *a) {
    ck_valid_type(c, a->type);
}

static void alias_decl(Check *c, SlObj *obj, SlDecl *decl) {
    SlType *alias = sl_type_new(c->types, SL_TYPE_ALIAS);
    alias->obj = obj;
    alias->elem = ck_invalid(c);
    obj->type = alias;
    obj->is_alias = true;
    bool generic = decl->tparams.count > 0;
    ck_version(c, obj->pos, 9, "type alias");
    if (generic) {
        ck_version(c, decl->tparams.at[0].pos, 24, "generic type alias");
        ck_open_scope(c, decl->pos, decl->end);
        ck_type_params(c, &decl->tparams, &alias->tparams, &alias->tparam_count);
    }
    const SlType *type = ck_def_type(c, decl->type, NULL);
    if (generic)
        ck_close_scope(c);
    if (generic && sl_is_type_param(type)) {
        ck_error(c, decl->type->pos, "cannot use type parameter declared in alias declaration as RHS");
        type = ck_invalid(c);
    }
    if (type == alias)
        type = ck_invalid(c);
    alias->elem = type;
    if (obj->type != alias) // a cycle was found meanwhile
        alias->elem = ck_invalid(c);
    else if (!ck_valid(type))
        obj->type = ck_invalid(c);
}

// A chain type A B; type B A never reaches a type that is not a name.
static bool endless(Check *c, SlType *named, const SlType *rhs) {
    Path path = {0};
    sl_vec_push(&path, named->obj);
    const SlType *at = sl_unalias(rhs);
    bool found = false;
    while (at && at->kind == SL_TYPE_NAMED && path.count < 1000) {
        if (at == named || at->origin == named) {
            if (path.count > 1 && path.at[path.count - 1] == named->obj)
                path.count--;
            ck_cycle_error(c, path.at, path.count, ck_first_in_source(path.at, path.count));
            for (int i = 0; i < path.count; i++)
                if (path.at[i]->type && path.at[i]->type->kind == SL_TYPE_NAMED)
                    ((SlType *)path.at[i]->type)->under = ck_invalid(c);
            found = true;
            break;
        }
        sl_vec_push(&path, at->obj);
        if (at->origin)
            at = at->origin;
        if (at == named)
            continue;
        const SlType *next = sl_map_get_ptr(&c->rhs, at);
        at = next ? sl_unalias(next) : at->under ? sl_unalias(at->under) : NULL;
    }
    sl_vec_free(&path);
    return found;
}

static void type_decl(Check *c, SlObj *obj, SlDecl *decl, SlType *def) {
    if (decl->alias) {
        alias_decl(c, obj, decl);
        return;
    }
    SlType *named = sl_type_named(c->types, obj);
    obj->type = named;
    ck_set_def(def, named);
    Action *later = ck_later(c, late_valid);
    later->type = named;
    bool generic = decl->tparams.count > 0;
    if (generic) {
        ck_version(c, decl->tparams.at[0].pos, 18, "type parameter");
        ck_open_scope(c, decl->pos, decl->end);
        ck_type_params(c, &decl->tparams, &named->tparams, &named->tparam_count);
    }
    const SlType *rhs = ck_def_type(c, decl->type, named);
    if (generic)
        ck_close_scope(c);
    if (obj->type != named) { // an invalid cycle
        named->under = ck_invalid(c);
        return;
    }
    sl_map_set_ptr(&c->rhs, named, (void *)rhs);
    if (!ck_valid(rhs))
        named->under = ck_invalid(c);
    else if (sl_is_type_param(rhs)) {
        ck_error(c, decl->type->pos, "cannot use a type parameter as RHS in type declaration");
        named->under = ck_invalid(c);
    } else if (!endless(c, named, rhs)) {
        // Flatten the chain as far as it is known.
        const SlType *at = sl_unalias(rhs);
        while (at->kind == SL_TYPE_NAMED && at->under)
            at = sl_unalias(at->under);
        named->under = at->kind == SL_TYPE_NAMED ? rhs : at;
    }
}

static void late_unique(Check *c, Action *a) {
    const SlType *named = a->type;
    const SlType *st = sl_under(named);
    if (!st || st->kind != SL_TYPE_STRUCT)
        return;
    for (int i = 0; i < named->method_count; i++)
        for (int j = 0; j < st->count; j++)
            if (named->methods[i]->name == st->fields[j]->name)
                ck_error(c, named->methods[i]->pos, "field and method with the same name %s%s", st->fields[j]->name,
                         ck_other_decl(c, st->fields[j]));
}

// Binds the methods that were declared for the type.
void ck_collect_methods(Check *c, SlObj *obj) {
    Path *methods = sl_map_get_ptr(&c->methods, obj);
    if (!methods || obj->is_alias || !obj->type || obj->type->kind != SL_TYPE_NAMED)
        return;
    SlType *named = (SlType *)obj->type;
    named->methods = SL_NEW_N(c->arena, SlObj *, methods->count + 1);
    SlMap seen = {0};
    for (int i = 0; i < methods->count; i++) {
        SlObj *method = methods->at[i];
        SlObj *other = sl_map_get_ptr(&seen, method->name);
        if (other) {
            ck_error(c, method->pos, "method %s.%s already declared at %s", obj->name, method->name,
                     ck_pos_text(c, other->pos));
            continue;
        }
        sl_map_set_ptr(&seen, method->name, method);
        named->methods[named->method_count++] = method;
    }
    sl_map_free(&seen);
    ck_later(c, late_unique)->type = named;
}

// Constants and variables.

static void const_decl(Check *c, SlObj *obj, SlDecl *decl, SlExpr *init) {
    obj->value = ck_unknown(c);
    c->env.iota = sl_const_int(c->consts, decl->iota);
    if (decl->inherited)
        c->env.error_pos = obj->pos;
    if (decl->type) {
        const SlType *type = ck_type(c, decl->type);
        if (!sl_is(type, SL_IS_CONST) || sl_is_type_param(type)) {
            if (ck_valid(type) && ck_valid(sl_under(type)))
                ck_error(c, decl->type->pos, "invalid constant type %s", ck_type_text(c, type));
            obj->type = ck_invalid(c);
            c->env.iota = NULL;
            c->env.error_pos = 0;
            return;
        }
        obj->type = type;
    }
    Operand x = {.mode = SL_MODE_INVALID};
    if (init)
        ck_expr(c, NULL, &x, init);
    ck_init_const(c, obj, &x);
    c->env.iota = NULL;
    c->env.error_pos = 0;
}

static void var_decl(Check *c, SlObj *obj, SlObj **lhs, int lhs_count, SlDecl *decl, SlExpr *init) {
    if (decl->type) {
        bool known = decl->type->type && decl->type->mode == SL_MODE_TYPE;
        obj->type = known ? decl->type->type : ck_var_type(c, decl->type);
    }
    if (!init) {
        if (!decl->type)
            obj->type = ck_invalid(c);
        return;
    }
    if (lhs_count <= 1) {
        Operand x;
        ck_expr(c, obj->type, &x, init);
        ck_init_var(c, obj, &x, "variable declaration");
        return;
    }
    if (decl->type)
        for (int i = 0; i < lhs_count; i++)
            lhs[i]->type = obj->type;
    ck_init_vars(c, lhs, lhs_count, &init, 1, NULL);
}

static void late_body(Check *c, Action *a) {
    Env env = c->env;
    c->env = a->env;
    ck_func_body(c, a->func, NULL);
    c->env = env;
}

static void func_decl(Check *c, SlObj *obj, SlFuncNode *func) {
    obj->color = CK_BLACK;
    const SlType *sig = ck_signature(c, func->type, func);
    func->sig = sig;
    obj->type = sig;
    if (!func->body) {
        if (func->type->tparams.count)
            ck_error(c, func->pos, "generic function is missing function body");
        else if (!c->pkg->library)
            sl_vec_push(&c->bodyless, func);
        return;
    }
    if (c->pkg->library)
        return;
    Action *body = ck_later(c, late_body);
    body->func = func;
    body->env.decl = obj; // what the body mentions; its signature does not count
}

void ck_decl(Check *c, SlObj *obj, SlType *def) {
    if (obj->color == CK_WHITE && obj->type) {
        obj->color = CK_BLACK;
        return;
    }
    if (obj->color == CK_BLACK)
        return;
    if (obj->color == CK_GREY) {
        meet_grey(c, obj);
        return;
    }
    Info *info = ck_info(c, obj);
    if (!info || !ck_enter(c, obj->pos)) {
        if (!obj->type)
            obj->type = ck_invalid(c);
        return;
    }
    obj->color = CK_GREY;
    sl_vec_push(&c->path, obj);
    Env env = c->env;
    SlPackage *pkg = ck_enter_package(c, obj->pkg);
    c->env = (Env){.scope = info->file->scope, .go_minor = info->file->go_minor, .in_type_params = env.in_type_params};
    switch (obj->kind) {
    case SL_OBJ_CONST:
        c->env.in_type_params = false;
        c->env.decl = obj;
        const_decl(c, obj, info->decl, info->init);
        break;
    case SL_OBJ_VAR:
        c->env.in_type_params = false;
        c->env.decl = obj;
        var_decl(c, obj, info->lhs, info->lhs_count, info->decl, info->init);
        break;
    case SL_OBJ_TYPE:
        c->env.in_type_params = false;
        type_decl(c, obj, info->decl, def);
        ck_collect_methods(c, obj);
        break;
    case SL_OBJ_FUNC:
        c->env.in_type_params = false;
        func_decl(c, obj, info->decl->func);
        break;
    default:
        break;
    }
    c->env = env;
    ck_enter_package(c, pkg);
    c->path.count--;
    obj->color = CK_BLACK;
    ck_leave(c);
}

void ck_resolve_type(void *check, const SlType *named) {
    if (named->obj)
        ck_resolve_method(check, named->obj);
}

void ck_resolve_method(void *check, SlObj *method) {
    ck_begin(check);
    ck_decl(check, method, NULL);
    ck_end(check);
}

void ck_arity(Check *c, SlDecl *decl) {
    int names = decl->name_count, values = decl->value_count;
    bool is_const = decl->kind == SL_DECL_CONST;
    if (!is_const && decl->type && !values)
        return;
    if (names < values) {
        if (decl->inherited)
            ck_error(c, decl->names[names - 1]->pos, "extra init expr %s", ck_expr_text(c, decl->values[names]));
        else
            ck_error(c, decl->values[names]->pos, "extra init expr %s", ck_expr_text(c, decl->values[names]));
    } else if (names > values && (is_const || values != 1))
        ck_error(c, decl->names[values]->pos, "missing init expr for %s", decl->names[values]->name);
}

// Declarations inside functions.

static void local_consts(Check *c, SlDecl *decl) {
    int top = c->delayed.count;
    SlObj **objs = SL_NEW_N(c->arena, SlObj *, decl->name_count);
    for (int i = 0; i < decl->name_count; i++) {
        SlExpr *name = decl->names[i];
        SlObj *obj = sl_obj_new(c->types, SL_OBJ_CONST, name->pos, c->pkg, name->name, NULL);
        obj->color = CK_BLACK;
        obj->decl = decl;
        obj->decl_index = i;
        objs[i] = obj;
        SlPos error_pos = c->env.error_pos;
        const SlConst *iota = c->env.iota;
        const_decl(c, obj, decl, i < decl->value_count ? decl->values[i] : NULL);
        c->env.error_pos = error_pos;
        c->env.iota = iota;
    }
    ck_arity(c, decl);
    ck_run_delayed(c, top);
    for (int i = 0; i < decl->name_count; i++) {
        decl->names[i]->obj = objs[i];
        objs[i]->scope_pos = decl->end;
        ck_declare(c, c->env.scope, decl->names[i], objs[i]);
    }
}

static void local_vars(Check *c, SlDecl *decl) {
    int top = c->delayed.count, count = decl->name_count;
    SlObj **objs = SL_NEW_N(c->arena, SlObj *, count);
    for (int i = 0; i < count; i++) {
        objs[i] = ck_new_var(c, decl->names[i]->pos, decl->names[i]->name, NULL);
        objs[i]->color = CK_BLACK;
    }
    if (decl->type)
        decl->type->type = NULL; // of an earlier walk
    for (int i = 0; i < count; i++) {
        SlExpr *init = i < decl->value_count ? decl->values[i] : NULL;
        bool shared = decl->value_count == 1 && count > 1;
        if (shared)
            init = decl->values[0];
        var_decl(c, objs[i], shared ? objs : NULL, shared ? count : 0, decl, init);
        if (decl->value_count == 1)
            break;
    }
    for (int i = count; i < decl->value_count; i++)
        ck_use_one(c, decl->values[i]);
    ck_arity(c, decl);
    ck_run_delayed(c, top);
    for (int i = 0; i < count; i++) {
        if (!objs[i]->type)
            objs[i]->type = ck_invalid(c);
        if (!ck_valid(objs[i]->type) || (count != decl->value_count && decl->value_count > 1))
            objs[i]->used = true;
        decl->names[i]->obj = objs[i];
        decl->names[i]->type = objs[i]->type;
        decl->names[i]->mode = SL_MODE_VARIABLE;
        objs[i]->scope_pos = decl->end;
        ck_declare(c, c->env.scope, decl->names[i], objs[i]);
    }
}

static void local_type(Check *c, SlDecl *decl) {
    SlExpr *name = decl->names[0];
    SlObj *obj = sl_obj_new(c->types, SL_OBJ_TYPE, name->pos, c->pkg, name->name, NULL);
    obj->decl = decl;
    obj->is_alias = decl->alias;
    obj->func = c->env.func;
    name->obj = obj;
    obj->scope_pos = name->pos;
    ck_declare(c, c->env.scope, name, obj);
    obj->color = CK_GREY;
    sl_vec_push(&c->path, obj);
    Env env = c->env;
    type_decl(c, obj, decl, NULL);
    c->env = env;
    c->path.count--;
    obj->color = CK_BLACK;
}

void ck_local_decls(Check *c, SlStmt *stmt) {
    for (int i = 0; i < stmt->decl_count; i++) {
        SlDecl *decl = stmt->decls[i];
        switch ((SlDeclKind)decl->kind) {
        case SL_DECL_CONST:
            local_consts(c, decl);
            break;
        case SL_DECL_VAR:
            local_vars(c, decl);
            break;
        case SL_DECL_TYPE:
            local_type(c, decl);
            break;
        default:
            ck_error(c, decl->pos, "invalid declaration");
            break;
        }
    }
}

// Bodies.

void ck_usage(Check *c, int from) {
    for (int i = from; i < c->locals.count; i++) {
        SlObj *obj = c->locals.at[i];
        if (!obj->used && !c->options.keep_unused)
            ck_error(c, obj->pos, "declared and not used: %s", obj->name);
    }
    c->locals.count = from;
}

// What would lie on the stack of compiled Go, which has a limit.
void ck_add_frame(Check *c, const SlType *type, int64_t count) {
    if (c->pkg->library || !ck_valid(type) || sl_has_type_params(type) || !ck_valid(sl_under(type)) || count <= 0)
        return;
    int64_t size = sl_type_size(type), most = (int64_t)1 << 50;
    if (size > 0)
        c->frame = size > (most - c->frame) / count ? most : c->frame + size * count;
}

static void check_frame(Check *c, const SlFuncNode *func, int locals) {
    const int64_t most = (int64_t)1 << 30, heap = 10 << 20;
    for (int i = locals; i < c->locals.count; i++) {
        const SlType *type = c->locals.at[i]->type;
        if (ck_valid(type) && !sl_has_type_params(type) && ck_valid(sl_under(type)) && sl_type_size(type) <= heap)
            ck_add_frame(c, type, 1);
    }
    int64_t own = c->frame;
    for (int i = 0; i < func->param_count; i++)
        ck_add_frame(c, func->params[i]->type, 1);
    for (int i = 0; i < func->result_count; i++)
        ck_add_frame(c, func->result_vars[i]->type, 1);
    if (c->frame > most)
        ck_error(c, func->obj ? func->obj->pos : func->pos,
                 "stack frame too large (>1GB): %lld MB locals + %lld MB args", (long long)(own >> 20),
                 (long long)((c->frame - own) >> 20));
}

void ck_func_body(Check *c, SlFuncNode *func, const SlConst *iota) {
    if (!func->scope || !func->sig)
        return;
    func->checked = true;
    Env env = c->env;
    c->env.scope = func->scope;
    c->env.sig = func->sig;
    c->env.func = func;
    c->env.iota = iota;
    c->env.error_pos = 0;
    c->env.nest = NULL;
    c->env.in_type_params = false;
    c->env.call_or_receive = false;
    int locals = c->locals.count;
    int64_t frame = c->frame;
    c->frame = 0;
    ck_stmts(c, 0, func->body->list, func->body->count);
    ck_labels(c, func->body);
    if (func->sig->results->count && !ck_terminating(func->body, NULL))
        ck_error(c, func->body->close, "missing return");
    if (!c->pkg->library)
        check_frame(c, func, locals);
    c->frame = frame;
    ck_usage(c, locals);
    c->env = env;
}
