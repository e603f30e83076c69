// SPDX-License-Identifier: MIT
// Copying: processes and channels as a Go file that stands by itself.
#include "graph/rewrite.h"

typedef struct {
    SlRewrite *rw;
    SL_VEC(const SlObj *) objs; // package-level things that the copy needs
} Needs;

static bool need(void *data, SlExpr *expr) {
    Needs *needs = data;
    const SlObj *obj = expr->kind == SL_EXPR_IDENT ? expr->obj : NULL;
    if (!obj || !obj->decl || !obj->decl->name_count || obj->kind == SL_OBJ_PACKAGE ||
        obj->pkg != needs->rw->program->main)
        return true;
    for (int i = 0; i < needs->objs.count; i++)
        if (needs->objs.at[i] == obj)
            return true;
    sl_vec_push(&needs->objs, obj);
    return true;
}

static void need_decl(Needs *needs, const SlDecl *decl) {
    SlVisit visit = {need, NULL, needs};
    sl_visit_expr(&visit, decl->type);
    for (int i = 0; i < decl->value_count; i++)
        sl_visit_expr(&visit, decl->values[i]);
    if (decl->func) {
        sl_visit_expr(&visit, decl->func->type);
        for (int i = 0; i < decl->func->recv_fields.count; i++)
            sl_visit_expr(&visit, decl->func->recv_fields.at[i].type);
        sl_visit_stmt(&visit, decl->func->body);
    }
}

static bool is_method_of(const SlDecl *decl, const SlObj *type) {
    if (decl->kind != SL_DECL_FUNC || !decl->func->recv_fields.count)
        return false;
    const SlExpr *recv = decl->func->recv_fields.at[0].type;
    while (recv && (recv->kind == SL_EXPR_STAR || recv->kind == SL_EXPR_PAREN || recv->kind == SL_EXPR_INDEX))
        recv = recv->x;
    return recv && recv->obj == type;
}

// All lines out by as many tabs as the first one has.
static const char *at_top(SlRewrite *rw, const char *text) {
    size_t depth = strspn(text, "\t");
    SlText out = {0};
    for (const char *at = text; *at;) {
        const char *end = strchrnul(at, '\n');
        size_t tabs = strspn(at, "\t");
        at += tabs < depth ? tabs : depth;
        sl_text_add(&out, at, (size_t)(end - at) + (*end == '\n'));
        at = *end ? end + 1 : end;
    }
    const char *kept = sl_arena_strndup(rw->arena, sl_text_cstr(&out), out.length);
    sl_text_free(&out);
    return kept;
}

static void write_decl(SlRewrite *rw, const SlDecl *decl, SlText *out) {
    static const char *const keywords[] = {
        [SL_DECL_CONST] = "const ", [SL_DECL_TYPE] = "type ", [SL_DECL_VAR] = "var "};
    SlPos top = decl->group ? decl->pos : sl_top_of(rw, decl->pos);
    if (decl->kind != SL_DECL_FUNC && decl->group)
        sl_text_adds(out, keywords[decl->kind]);
    const char *text = sl_rewrite_text(rw, top, decl->end);
    bool local =
        decl->kind != SL_DECL_FUNC && *text == '\t' && !decl->group; // of a function: it comes to stand outside
    sl_text_printf(out, "%s\n\n", local ? at_top(rw, text) : text);
}

static bool is_main(const SlObj *obj) {
    return obj->kind == SL_OBJ_FUNC && strcmp(obj->name, "main") == 0;
}

static void write_needs(Needs *needs, SlText *out) {
    SlRewrite *rw = needs->rw;
    for (int i = 0; i < needs->objs.count; i++) { // grows while it is read
        const SlObj *obj = needs->objs.at[i];
        if (is_main(obj))
            continue;
        need_decl(needs, obj->decl);
        if (obj->decl->names[0]->obj == obj || obj->decl->kind == SL_DECL_FUNC)
            write_decl(rw, obj->decl, out);
        const SlPackage *package = rw->program->main;
        for (int f = 0; obj->kind == SL_OBJ_TYPE && f < package->file_count; f++)
            for (int d = 0; d < package->files[f]->decl_count; d++)
                if (is_method_of(package->files[f]->decls[d], obj)) {
                    need_decl(needs, package->files[f]->decls[d]);
                    write_decl(rw, package->files[f]->decls[d], out);
                }
    }
}

static bool uses_package(SlRewrite *rw, const char *text, const char *name) {
    return strcmp(sl_renamed(rw, text, name, ""), text) != 0;
}

static void write_imports(SlRewrite *rw, const char *text, SlText *out) {
    const SlPackage *package = rw->program->main;
    SL_VEC(const char *) lines = {0};
    for (int f = 0; f < package->file_count; f++)
        for (int i = 0; i < package->files[f]->decl_count; i++) {
            const SlDecl *decl = package->files[f]->decls[i];
            if (decl->kind != SL_DECL_IMPORT || !decl->path)
                continue;
            const char *slash = strrchr(decl->path, '/');
            const char *name = decl->name_count ? decl->names[0]->name : slash ? slash + 1 : decl->path;
            const char *line = sl_rewrite_text(rw, decl->pos, decl->end);
            bool known = false;
            for (int l = 0; l < lines.count; l++)
                known |= strcmp(lines.at[l], line) == 0;
            if (!known && uses_package(rw, text, name))
                sl_vec_push(&lines, line);
        }
    for (int i = 1; i < lines.count; i++)
        for (int j = i; j > 0 && strcmp(lines.at[j - 1], lines.at[j]) > 0; j--) {
            const char *moving = lines.at[j];
            lines.at[j] = lines.at[j - 1];
            lines.at[j - 1] = moving;
        }
    if (lines.count == 1)
        sl_text_printf(out, "import %s\n\n", lines.at[0]);
    for (int i = 0; i < lines.count && lines.count > 1; i++)
        sl_text_printf(out, "%s\t%s\n%s", i ? "" : "import (\n", lines.at[i], i + 1 == lines.count ? ")\n\n" : "");
    sl_vec_free(&lines);
}

// ---- the statements ----

typedef struct {
    SlPos from, to;
    const char *text;
} Change;

typedef SL_VEC(Change) Changes;

static bool among(const int *nodes, int count, int node) {
    for (int i = 0; i < count; i++)
        if (nodes[i] == node)
            return true;
    return false;
}

// The explicit type arguments of a generic call: what is nil now tells them no more.
static void spell_types(SlRewrite *rw, const SlExpr *call, Changes *changes) {
    const SlExpr *fun = sl_unparen(call->x);
    if (fun->kind == SL_EXPR_INDEX || !fun->targ_count)
        return;
    SlText list = {0};
    for (int i = 0; i < fun->targ_count; i++)
        sl_text_printf(&list, "%s%s", i ? ", " : "[", sl_type_words(rw, fun->targs[i]));
    sl_text_addc(&list, ']');
    sl_vec_push(changes, (Change){fun->end, fun->end, sl_arena_strndup(rw->arena, sl_text_cstr(&list), list.length)});
    sl_text_free(&list);
}

static void write_unit(SlRewrite *rw, const SlUnit *unit, const int *nodes, int count, SlText *out) {
    Changes changes = {0};
    bool cut = false;
    for (int i = 0; i < rw->wiring->port_count; i++) {
        const SlWirePort *port = &rw->wiring->ports[i];
        SlPos pos = port->pos;
        if (pos < unit->from || pos >= unit->to || port->kind >= SL_PORT_SHARED || port->way != SL_PORT_PARAM)
            continue;
        if (port->object >= 0 && !among(nodes, count, port->object)) {
            if (!cut)
                spell_types(rw, unit->call, &changes);
            cut = true;
            sl_vec_push(&changes, (Change){pos, port->end, "nil"});
        }
    }
    // Without its wait group: who pastes it awaits it anew.
    bool wrapped = unit->add && unit->call != unit->stmt->x && !unit->loop;
    SlPos from = wrapped ? sl_notes_of(rw, unit->stmt->pos) : unit->from, to = unit->to;
    if (wrapped) {
        sl_vec_push(&changes, (Change){unit->stmt->x->pos, unit->call->pos, ""});
        sl_vec_push(&changes, (Change){unit->call->end, unit->stmt->end, ""});
    } else if (unit->stmt->kind == SL_STMT_EXPR) {
        sl_vec_push(&changes, (Change){unit->stmt->pos, unit->stmt->pos, "go "});
    }
    SlPos at = from;
    for (int done = 0; done < changes.count; done++) { // in order of place
        int next = -1;
        for (int i = 0; i < changes.count; i++)
            if (changes.at[i].text && (next < 0 || changes.at[i].from < changes.at[next].from))
                next = i;
        Change change = changes.at[next];
        changes.at[next].text = NULL;
        if (change.from < at)
            continue;
        sl_text_adds(out, sl_rewrite_text(rw, at, change.from));
        sl_text_adds(out, change.text);
        at = change.to;
    }
    sl_text_adds(out, sl_rewrite_text(rw, at, to));
    sl_vec_free(&changes);
}

// All at the depth of a function's body.
static const char *at_depth_one(SlRewrite *rw, const char *text) {
    size_t depth = strspn(text, "\t");
    for (; depth > 1; depth--) {
        SlText out = {0};
        for (const char *at = text; *at;) {
            const char *end = strchrnul(at, '\n');
            const char *from = *at == '\t' ? at + 1 : at;
            sl_text_add(&out, from, (size_t)(end - from) + (*end == '\n'));
            at = *end ? end + 1 : end;
        }
        text = sl_arena_strndup(rw->arena, sl_text_cstr(&out), out.length);
        sl_text_free(&out);
    }
    return text;
}

static void write_statements(SlRewrite *rw, const int *nodes, int count, Needs *needs, SlText *out) {
    for (int i = 0; i < count; i++) {
        SlChanPlace place;
        if (nodes[i] < 0 || nodes[i] >= rw->wiring->node_count || rw->wiring->nodes[nodes[i]].kind != SL_WIRE_CHANNEL ||
            !sl_chan_place(rw, nodes[i], &place) || !place.make)
            continue;
        if (place.single && sl_alone(rw, place.stmt->pos, place.stmt->end)) { // with its place and colour
            SlText notes = {0};
            sl_text_adds(&notes,
                         sl_rewrite_text(rw, sl_notes_of(rw, place.stmt->pos), sl_line_start(rw, place.stmt->pos)));
            sl_text_adds(out, at_depth_one(rw, sl_text_cstr(&notes)));
            sl_text_free(&notes);
        }
        sl_text_printf(out, "\t%s := %s\n", place.var->name, sl_rewrite_text(rw, place.make->pos, place.make->end));
        sl_visit_expr(&(SlVisit){need, NULL, needs}, place.make);
    }
    for (int i = 0; i < count; i++) {
        SlUnit unit;
        if (nodes[i] <= 0 || nodes[i] >= rw->wiring->node_count ||
            rw->wiring->nodes[nodes[i]].kind != SL_WIRE_PROCESS ||
            !sl_unit_of(rw, rw->wiring->nodes[nodes[i]].pos, &unit))
            continue;
        SlText one = {0};
        write_unit(rw, &unit, nodes, count, &one);
        sl_text_adds(out, at_depth_one(rw, sl_text_cstr(&one)));
        sl_text_free(&one);
        sl_visit_stmt(&(SlVisit){need, NULL, needs}, unit.loop ? unit.loop : unit.stmt);
    }
}

char *sl_edit_copy(const SlEditContext *context, const int *nodes, int count) {
    SlArena *arena = sl_arena_new();
    SlRewrite rw = {.context = context, .arena = arena, .program = context->program, .wiring = context->wiring};
    SlText body = {0}, decls = {0}, out = {0};
    if (context->wiring->tree) {
        Needs needs = {.rw = &rw};
        write_statements(&rw, nodes, count, &needs, &body);
        write_needs(&needs, &decls);
        sl_vec_free(&needs.objs);
        sl_text_adds(&out, "package main\n\n");
        write_imports(&rw, sl_rewrite_printf(&rw, "%s%s", sl_text_cstr(&decls), sl_text_cstr(&body)), &out);
        sl_text_printf(&out, "%sfunc main() {\n%s}\n", sl_text_cstr(&decls), sl_text_cstr(&body));
    }
    sl_text_free(&body);
    sl_text_free(&decls);
    sl_arena_free(arena);
    return sl_text_take(&out);
}
