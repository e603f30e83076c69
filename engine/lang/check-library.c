// SPDX-License-Identifier: MIT
// Packages of the standard library: a declaration is read and checked when its name is first looked up, by the program,
// by another declaration, or later by whoever compiles or inspects. A type brings its methods, whose signatures wait
// until they are called for; a function's body waits for sl_check_body.
#include <stdlib.h>

#include "lang/check.h"
#include "lang/outline.h"

typedef struct SlLibrary {
    Check *c;
    SlPackage *pkg;
    SlOutline outline;
    Infos infos; // of what has been declared
} Library;

SlPackage *ck_enter_package(Check *c, SlPackage *pkg) {
    SlPackage *before = c->pkg;
    if (before != pkg) {
        c->pkg = pkg;
        sl_types_set_package(c->types, pkg);
    }
    return before;
}

void ck_begin(Check *c) {
    if (c->busy++)
        return;
    c->path.count = 0;
    c->delayed.count = 0;
    c->locals.count = 0;
    c->depth = 0;
    c->max_depth = CK_DEEPEST / 10; // on the stack of whoever asks
    c->first_diag = c->diags->list.count;
}

void ck_end(Check *c) {
    if (c->busy == 1)
        ck_run_delayed(c, 0);
    c->busy--;
}

static SlDecl **parse(Library *lib, const SlOutlined *decl, int *count) {
    const SlTree *tree = lib->pkg->files[decl->file];
    return sl_parse_decl(lib->c->arena, lib->c->names, tree->file, lib->c->diags, decl->at, (SlDeclKind)decl->kind,
                         decl->in_group, count);
}

static void declare_methods(Library *lib, SlObj *base) {
    int number = (int)(intptr_t)sl_map_get_ptr(&lib->outline.methods, base->name);
    for (int i = number - 1; i >= 0; i = lib->outline.decls.at[i].next) {
        const SlOutlined *method = &lib->outline.decls.at[i];
        int count;
        SlDecl **decls = parse(lib, method, &count);
        ck_collect_decl(lib->c, lib->pkg->files[method->file], decls[0]);
        ck_bind_method(lib->c, base, decls[0]->func->obj);
    }
}

// Reads a declaration with all its names.
static void declare(Library *lib, const SlOutlined *outlined) {
    Check *c = lib->c;
    Env env = c->env;
    ck_begin(c);
    SlPackage *before = ck_enter_package(c, lib->pkg);
    int count;
    SlDecl **decls = parse(lib, outlined, &count);
    for (int i = 0; i < count; i++) {
        ck_collect_decl(c, lib->pkg->files[outlined->file], decls[i]);
        if (decls[i]->kind == SL_DECL_TYPE)
            declare_methods(lib, decls[i]->names[0]->obj);
    }
    for (int i = 0; i < count; i++)
        for (int k = 0; k < decls[i]->name_count; k++)
            ck_decl(c, decls[i]->names[k]->obj, NULL);
    ck_enter_package(c, before);
    ck_end(c);
    c->env = env;
}

static SlObj *more(void *data, const char *name) {
    Library *lib = data;
    intptr_t number = (intptr_t)sl_map_get_ptr(&lib->outline.names, name);
    if (!number)
        return NULL;
    const SlOutlined *outlined = &lib->outline.decls.at[number - 1];
    declare(lib, outlined);
    return sl_map_get_ptr(&lib->pkg->scope->names, name);
}

void ck_library_open(Check *c, SlPackage *pkg) {
    Library *lib = pkg->declared = calloc(1, sizeof *lib);
    if (!lib)
        abort();
    lib->c = c;
    lib->pkg = pkg;
}

void ck_library_file(Check *c, SlPackage *pkg, const SlFile *file, uint32_t rest) {
    sl_outline_add(&pkg->declared->outline, c->names, file, pkg->file_count, rest);
}

void ck_library_close(SlPackage *pkg) {
    sl_outline_finish(&pkg->declared->outline);
    pkg->scope->more = more;
    pkg->scope->more_data = pkg->declared;
}

void ck_library_note(SlPackage *pkg, Info *info) {
    sl_vec_push(&pkg->declared->infos, info);
}

void ck_library_all(SlPackage *pkg) {
    for (int i = 0; pkg->declared && i < pkg->declared->outline.decls.count; i++)
        if (!pkg->declared->outline.decls.at[i].receiver)
            sl_scope_lookup(pkg->scope, pkg->declared->outline.decls.at[i].name);
}

void ck_library_free(SlPackage *pkg) {
    sl_outline_free(&pkg->declared->outline);
    sl_vec_free(&pkg->declared->infos);
    free(pkg->declared);
    pkg->declared = NULL;
}

// Initialisers.

SlInit *sl_library_init(SlProgram *program, const SlObj *var) {
    Check *c = program->check;
    Info *info = ck_info(c, var);
    if (info && info->lhs)
        info = ck_info(c, info->lhs[0]);
    if (!info || !info->init)
        return NULL;
    if (!info->initialiser) {
        SlInit *init = info->initialiser = SL_NEW(c->arena, SlInit);
        init->rhs = info->init;
        init->lhs_count = info->lhs ? info->lhs_count : 1;
        init->lhs = info->lhs ? info->lhs : sl_arena_copy(c->arena, &info->obj, sizeof(SlObj *));
    }
    return info->initialiser;
}

static int by_place(const void *a, const void *b) {
    SlPos left = (*(Info *const *)a)->obj->pos, right = (*(Info *const *)b)->obj->pos;
    return left < right ? -1 : left > right;
}

void sl_library_order(SlProgram *program, SlPackage *package) {
    Check *c = program->check;
    Infos *infos = &package->declared->infos;
    if (infos->count)
        qsort(infos->at, (size_t)infos->count, sizeof *infos->at, by_place);
    SlPackage *before = ck_enter_package(c, package);
    ck_init_order(c, infos);
    ck_enter_package(c, before);
}
