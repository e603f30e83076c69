// SPDX-License-Identifier: MIT
// What the layout of the library's files says of their declarations is what the parser finds in them.
#include "lang/outline.h"

#include <criterion/criterion.h>

#include "app/source.h"
#include "base/text.h"
#include "lang/lang.h"

typedef struct {
    SlArena *arena;
    SlNames *names;
    SlFiles *files;
    SlDiags *diags;
    const SlFile *file;
    SlOutline outline;
} Reading;

static const SlOutlined *outlined(const Reading *r, const char *name, const char *receiver) {
    for (int i = 0; i < r->outline.decls.count; i++)
        if (r->outline.decls.at[i].name == name && r->outline.decls.at[i].receiver == receiver)
            return &r->outline.decls.at[i];
    return NULL;
}

// The name of the type that a method belongs to.
static const char *receiver_of(const SlDecl *decl) {
    if (decl->kind != SL_DECL_FUNC || !decl->func->recv)
        return NULL;
    const SlExpr *type = sl_unparen(decl->func->recv->type);
    while (type->kind != SL_EXPR_IDENT)
        type = sl_unparen(type->x);
    return type->name;
}

// Reading at the outlined place gives the same declaration: of that name, at that place, with those directives.
static void expect_same(Reading *r, const SlOutlined *found, const SlDecl *decl, int name) {
    cr_assert_eq(found->kind, decl->kind);
    int count;
    SlDecl **read = sl_parse_decl(r->arena, r->names, r->file, r->diags, found->at, (SlDeclKind)found->kind,
                                  found->in_group, &count);
    for (int i = 0; i < count; i++) {
        if (read[i]->pos != decl->pos)
            continue;
        cr_expect_str_eq(read[i]->names[name]->name, decl->names[name]->name);
        cr_expect_eq(read[i]->iota, decl->iota);
        cr_expect_eq(read[i]->value_count, decl->value_count);
        if (decl->func && (decl->func->directives || read[i]->func->directives))
            cr_expect_str_eq(read[i]->func->directives, decl->func->directives);
        return;
    }
    cr_assert_fail("%s: %s is read elsewhere", r->file->name, decl->names[name]->name);
}

static int expect_outlined(Reading *r, const SlDecl *decl) {
    int names = 0;
    for (int i = 0; i < decl->name_count && decl->kind != SL_DECL_IMPORT; i++) {
        const char *name = decl->names[i]->name;
        if (strcmp(name, "_") == 0)
            continue;
        if (!receiver_of(decl))
            cr_expect_str_neq(name, "init", "%s: nobody would run it", r->file->name);
        const SlOutlined *found = outlined(r, name, receiver_of(decl));
        cr_assert_not_null(found, "%s: %s is missing", r->file->name, name);
        expect_same(r, found, decl, i);
        names++;
    }
    return names;
}

static int compare(const SlEmbedded *embedded) {
    Reading r = {.arena = sl_arena_new(), .files = sl_files_new(), .diags = sl_diags_new()};
    r.names = sl_names_new(r.arena);
    SlFile *file =
        sl_files_add_lasting(r.files, embedded->name, embedded->bytes, (size_t)(embedded->end - embedded->bytes));
    file->library = true;
    r.file = file;
    uint32_t rest;
    const SlTree *head = sl_parse_head(r.arena, r.names, file, r.diags, &rest);
    const SlTree *whole = sl_parse(r.arena, r.names, file, r.diags);
    cr_expect_eq(head->excluded, whole->excluded);
    sl_outline_add(&r.outline, r.names, file, 0, rest);
    sl_outline_finish(&r.outline);
    int names = 0, imports = 0;
    for (int i = 0; i < whole->decl_count; i++) {
        imports += whole->decls[i]->kind == SL_DECL_IMPORT;
        names += expect_outlined(&r, whole->decls[i]);
    }
    cr_expect_eq(head->decl_count, imports);
    cr_expect_eq(r.outline.decls.count, names, "%s/%s", embedded->folder, embedded->name);
    cr_expect_eq(r.diags->list.count, 0);
    sl_outline_free(&r.outline);
    sl_names_free(r.names);
    sl_diags_free(r.diags);
    sl_files_free(r.files);
    sl_arena_free(r.arena);
    return names;
}

Test(outline, has_every_declaration_of_the_library_where_the_parser_finds_it) {
    int names = 0;
    for (const SlEmbedded *file = sl_embedded_std; file->folder; file++)
        names += compare(file);
    cr_expect_gt(names, 3000);
}

// Importing with a dot declares and checks every name.
Test(outline, every_declaration_of_the_library_is_right) {
    SlText text = {0};
    sl_text_adds(&text, "package main\n");
    const char *before = "";
    for (const SlEmbedded *file = sl_embedded_std; file->folder; file++) {
        if (strcmp(file->folder, before) != 0 && !strstr(file->folder, "internal"))
            sl_text_printf(&text, "import . \"%s\"\n", file->folder);
        before = file->folder;
    }
    sl_text_adds(&text, "func main() {}\n");
    SlSources *sources = sl_sources_from_text("prog.go", text.at, text.length, NULL);
    SlImporter importer = sl_sources_importer(sources);
    SlLangOptions options = {.keep_unused = true};
    SlProgram *program = sl_program_load(sources->files.at, sources->files.count, &importer, &options);
    for (int i = 0; i < program->diags->list.count; i++)
        cr_expect(strstr(program->diags->list.at[i].message, "redeclared in this block"), "%s",
                  program->diags->list.at[i].message); // several packages have a Reader
    sl_program_free(program);
    sl_sources_free(sources);
    sl_text_free(&text);
}
