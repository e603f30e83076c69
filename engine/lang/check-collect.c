// SPDX-License-Identifier: MIT
// The objects of a package: imports into file scopes, declarations into the package's scope, methods to their types.
#include "lang/check.h"

typedef SL_VEC(SlObj *) Methods;

static Info *add_info(Check *c, SlObj *obj, SlDecl *decl, SlTree *file) {
    Info *info = SL_NEW(c->arena, Info);
    *info = (Info){.obj = obj, .decl = decl, .file = file, .order = c->order.count};
    obj->decl = decl;
    obj->file = file;
    obj->is_global = true;
    sl_map_set_ptr(&c->infos, obj, info);
    if (c->pkg->declared)
        ck_library_note(c->pkg, info);
    else
        sl_vec_push(&c->order, info);
    return info;
}

static void declare_package(Check *c, SlExpr *ident, SlObj *obj) {
    const char *name = ident->name;
    ident->obj = obj;
    bool is_init = name == c->init_name, is_main = name == c->main_name && strcmp(c->pkg->name, "main") == 0;
    if (is_init || is_main) {
        ck_error(c, ident->pos, "cannot declare %s - must be func", name);
        return;
    }
    ck_declare(c, c->pkg->scope, ident, obj);
}

// Imports.

static const char *last_element(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static void dot_import(Check *c, SlTree *tree, SlObj *import) {
    sl_vec_push(&c->dot_imports, import);
    import->scope = tree->scope;
    SlScope *from = import->imported->scope;
    ck_library_all(import->imported);
    for (int i = 0; from && i < from->names.count; i++) {
        SlObj *obj = from->names.entries[i].value;
        if (!obj || !ck_exported(obj->name))
            continue;
        SlScope *scope = obj->scope;
        SlObj *other = sl_scope_insert(tree->scope, obj);
        obj->scope = scope;
        if (other && other != obj)
            ck_error(c, import->pos, "%s redeclared in this block%s", obj->name, ck_other_decl(c, other));
    }
}

static void import_decl(Check *c, SlTree *tree, SlDecl *decl) {
    SlPackage *package = decl->package_path ? sl_map_gets(&c->packages, decl->package_path) : NULL;
    if (!package)
        return;
    SlExpr *local = decl->name_count ? decl->names[0] : NULL;
    const char *name = local ? local->name : sl_names_get(c->names, package->name, strlen(package->name));
    if (name == c->init_name) {
        ck_error(c, local ? local->pos : decl->path_pos, "cannot import package as init - init must be a func");
        return;
    }
    bool known = false;
    for (int i = 0; i < c->pkg->import_count; i++)
        known |= c->pkg->imports[i] == package;
    if (!known)
        c->pkg->imports[c->pkg->import_count++] = package;
    SlObj *obj = sl_obj_new(c->types, SL_OBJ_PACKAGE, local ? local->pos : decl->path_pos, c->pkg, name, ck_invalid(c));
    obj->imported = package;
    obj->decl = decl;
    obj->color = CK_BLACK;
    obj->used = package->fake;
    if (strcmp(name, ".") == 0) {
        dot_import(c, tree, obj);
        return;
    }
    if (name == c->blank)
        return;
    sl_vec_push(&c->imports, obj);
    ck_declare(c, tree->scope, local, obj);
}

// Functions.

static void func_decl(Check *c, SlTree *tree, SlDecl *decl) {
    SlFuncNode *func = decl->func;
    SlExpr *ident = decl->names[0];
    const char *name = ident->name;
    SlObj *obj = sl_obj_new(c->types, SL_OBJ_FUNC, ident->pos, c->pkg, name, NULL);
    obj->func = func;
    func->obj = obj;
    ident->obj = obj;
    Info *info = add_info(c, obj, decl, tree);
    if (!c->pkg->declared)
        c->pkg->funcs[c->pkg->func_count++] = func;
    if (func->recv || func->recv_fields.count) {
        info->method = true;
        obj->is_global = false;
        return;
    }
    bool is_init = name == c->init_name, is_main = name == c->main_name && strcmp(c->pkg->name, "main") == 0;
    if (is_init || is_main) {
        if (func->type->tparams.count)
            ck_error(c, func->type->tparams.at[0].pos, "func %s must have no type parameters", name);
        if (func->type->fields.count || func->type->results.count)
            ck_error(c, ident->pos, "func %s must have no arguments and no return values", name);
    }
    if (is_init) {
        if (func->body)
            c->pkg->init_funcs[c->pkg->init_func_count++] = func;
        else
            ck_error(c, ident->pos, "func init must have a body");
        return;
    }
    ck_declare(c, c->pkg->scope, ident, obj);
}

static void value_decl(Check *c, SlTree *tree, SlDecl *decl) {
    bool is_const = decl->kind == SL_DECL_CONST;
    int count = decl->name_count;
    SlObj **objs = SL_NEW_N(c->arena, SlObj *, count + 1);
    bool shared = !is_const && decl->value_count == 1 && count > 1;
    for (int i = 0; i < count; i++) {
        SlExpr *ident = decl->names[i];
        SlObj *obj = sl_obj_new(c->types, is_const ? SL_OBJ_CONST : SL_OBJ_VAR, ident->pos, c->pkg, ident->name, NULL);
        obj->decl_index = i;
        objs[i] = obj;
        Info *info = add_info(c, obj, decl, tree);
        if (shared) {
            info->lhs = objs;
            info->lhs_count = count;
            info->init = decl->values[0];
        } else if (i < decl->value_count)
            info->init = decl->values[i];
        declare_package(c, ident, obj);
    }
    Env env = c->env;
    c->env = (Env){.scope = tree->scope, .go_minor = tree->go_minor};
    ck_arity(c, decl);
    c->env = env;
}

static void type_decl(Check *c, SlTree *tree, SlDecl *decl) {
    SlExpr *ident = decl->names[0];
    SlObj *obj = sl_obj_new(c->types, SL_OBJ_TYPE, ident->pos, c->pkg, ident->name, NULL);
    obj->is_alias = decl->alias;
    add_info(c, obj, decl, tree);
    declare_package(c, ident, obj);
}

// The defined type that a receiver names, through aliases.
static SlObj *base_type(Check *c, const SlExpr *type) {
    bool behind_pointer = false;
    for (int i = 0; i < 100; i++) {
        bool pointer;
        SlExpr **targs;
        int count;
        const SlExpr *base = ck_receiver_base(type, &pointer, &targs, &count);
        if (pointer && behind_pointer)
            return NULL;
        behind_pointer |= pointer;
        if (base->kind != SL_EXPR_IDENT)
            return NULL;
        SlObj *obj = sl_scope_lookup(c->pkg->scope, base->name);
        if (!obj || obj->kind != SL_OBJ_TYPE || obj->pkg != c->pkg)
            return NULL;
        if (!obj->is_alias)
            return obj;
        if (!obj->decl || !obj->decl->type || obj->decl->tparams.count)
            return NULL;
        type = obj->decl->type;
        ck_receiver_base(type, &pointer, &targs, &count);
        if (count) // a method of an instance is an error, and of nobody
            return NULL;
    }
    return NULL;
}

void ck_bind_method(Check *c, SlObj *base, SlObj *method) {
    Methods *list = sl_map_get_ptr(&c->methods, base);
    if (!list) {
        list = calloc(1, sizeof *list);
        if (!list)
            abort();
        sl_map_set_ptr(&c->methods, base, list);
    }
    sl_vec_push(list, method);
}

static void bind_methods(Check *c) {
    for (int i = 0; i < c->order.count; i++) {
        Info *info = c->order.at[i];
        if (!info->method || !info->decl->func->recv || info->obj->name == c->blank)
            continue;
        SlObj *base = base_type(c, info->decl->func->recv->type);
        if (!base)
            continue;
        ck_bind_method(c, base, info->obj);
    }
}

// A name in a file's scope hides none of the package's.
static void check_conflicts(Check *c) {
    for (int i = 0; i < c->pkg->file_count; i++) {
        SlScope *scope = c->pkg->files[i]->scope;
        for (int j = 0; j < scope->names.count; j++) {
            SlObj *obj = scope->names.entries[j].value;
            SlObj *other = obj ? sl_scope_lookup(c->pkg->scope, obj->name) : NULL;
            if (!other)
                continue;
            if (obj->kind == SL_OBJ_PACKAGE) {
                ck_error(c, other->pos,
                         "%s already declared through import of package %s (\"%s\")\n\t%s: other declaration of %s",
                         other->name, obj->imported->name, obj->imported->path, ck_pos_text(c, obj->pos), other->name);
            } else
                ck_error(c, other->pos, "%s already declared through dot-import of package %s (\"%s\")", other->name,
                         obj->pkg ? obj->pkg->name : "", obj->pkg ? obj->pkg->path : "");
        }
    }
}

static void check_names(Check *c) {
    for (int i = 0; i < c->pkg->file_count; i++) {
        SlTree *tree = c->pkg->files[i];
        const char *name = tree->package ? tree->package->name : c->pkg->name;
        if (name == c->blank)
            ck_error(c, tree->package->pos, "invalid package name _");
        else if (strcmp(name, c->pkg->name) != 0)
            ck_error(c, tree->package->pos, "package %s; expected package %s", name, c->pkg->name);
    }
}

void ck_collect_decl(Check *c, SlTree *tree, SlDecl *decl) {
    c->env.scope = tree->scope;
    c->env.go_minor = tree->go_minor;
    switch ((SlDeclKind)decl->kind) {
    case SL_DECL_IMPORT:
        import_decl(c, tree, decl);
        break;
    case SL_DECL_CONST:
    case SL_DECL_VAR:
        value_decl(c, tree, decl);
        break;
    case SL_DECL_TYPE:
        type_decl(c, tree, decl);
        break;
    case SL_DECL_FUNC:
        func_decl(c, tree, decl);
        break;
    }
}

void ck_collect(Check *c) {
    SlPackage *pkg = c->pkg;
    int decls = 0;
    for (int i = 0; i < pkg->file_count; i++)
        decls += pkg->files[i]->decl_count;
    pkg->imports = SL_NEW_N(c->arena, SlPackage *, decls + 1);
    pkg->funcs = SL_NEW_N(c->arena, SlFuncNode *, decls + 1);
    pkg->init_funcs = SL_NEW_N(c->arena, SlFuncNode *, decls + 1);
    if (!pkg->declared)
        check_names(c);
    for (int i = 0; i < pkg->file_count; i++) {
        SlTree *tree = pkg->files[i];
        tree->scope =
            sl_scope_new(c->types, pkg->scope, tree->file->base, tree->file->base + (SlPos)tree->file->length);
        for (int j = 0; j < tree->decl_count; j++)
            ck_collect_decl(c, tree, tree->decls[j]);
    }
    if (pkg->declared)
        return;
    check_conflicts(c);
    bind_methods(c);
}

void ck_package_objects(Check *c) {
    // Types first: they have the methods that the rest looks up.
    for (int pass = 0; pass < 3; pass++)
        for (int i = 0; i < c->order.count; i++) {
            SlObj *obj = c->order.at[i]->obj;
            int when = obj->kind != SL_OBJ_TYPE ? 2 : obj->is_alias;
            if (when == pass)
                ck_decl(c, obj, NULL);
        }
    ck_run_delayed(c, 0);
    ck_free_methods(c);
}

void ck_free_methods(Check *c) {
    for (int i = 0; i < c->methods.count; i++) {
        Methods *list = c->methods.entries[i].value;
        if (list)
            sl_vec_free(list);
        free(list);
    }
    sl_map_free(&c->methods);
}

static void unused_import(Check *c, const SlObj *obj) {
    const char *path = obj->imported->path;
    if (strcmp(obj->name, ".") == 0 || strcmp(last_element(path), obj->name) == 0)
        ck_error(c, obj->pos, "\"%s\" imported and not used", path);
    else
        ck_error(c, obj->pos, "\"%s\" imported as %s and not used", path, obj->name);
}

void ck_unused_imports(Check *c) {
    if (c->options.keep_unused)
        return;
    for (int i = 0; i < c->imports.count; i++)
        if (!c->imports.at[i]->used)
            unused_import(c, c->imports.at[i]);
    for (int i = 0; i < c->dot_imports.count; i++)
        if (!c->dot_imports.at[i]->used)
            unused_import(c, c->dot_imports.at[i]);
}
