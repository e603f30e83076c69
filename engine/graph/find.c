// SPDX-License-Identifier: MIT
// Things of the program that edits look for: statements by place, calls by argument, uses of a variable, free names.
#include "graph/rewrite.h"

SlFuncNode *sl_root(const SlRewrite *rw) {
    return rw->wiring->tree->root;
}

static bool contains(SlPos from, SlPos to, SlPos pos) {
    return from <= pos && pos < to;
}

int sl_top_index(const SlRewrite *rw, SlPos pos) {
    const SlStmt *body = sl_root(rw)->body;
    for (int i = 0; i < body->count; i++)
        if (contains(body->list[i]->pos, body->list[i]->end, pos))
            return i;
    return -1;
}

typedef struct {
    SlPos pos;
    SlStmt *found, *outer; // the innermost in a list around pos; the one around that
    bool literals;
} Around;

static bool is_list_member(const SlStmt *stmt) {
    return stmt->kind != SL_STMT_BLOCK && stmt->kind != SL_STMT_CASE && stmt->kind != SL_STMT_COMM;
}

static void look_in(Around *around, SlStmt **list, int count);

static bool around_stmt(void *data, SlStmt *stmt) {
    Around *around = data;
    if (stmt->kind == SL_STMT_BLOCK || stmt->kind == SL_STMT_CASE || stmt->kind == SL_STMT_COMM ||
        stmt->kind == SL_STMT_SWITCH || stmt->kind == SL_STMT_SELECT || stmt->kind == SL_STMT_TYPE_SWITCH)
        look_in(around, stmt->list, stmt->count);
    return contains(stmt->pos, stmt->end, around->pos);
}

static bool around_expr(void *data, SlExpr *expr) {
    Around *around = data;
    return contains(expr->pos, expr->end, around->pos) && (around->literals || expr->kind != SL_EXPR_FUNC);
}

static void look_in(Around *around, SlStmt **list, int count) {
    for (int i = 0; i < count; i++)
        if (contains(list[i]->pos, list[i]->end, around->pos) && is_list_member(list[i])) {
            around->outer = around->found;
            around->found = list[i];
        }
}

SlStmt *sl_stmt_at(const SlRewrite *rw, SlPos pos) {
    Around around = {.pos = pos};
    sl_visit_stmt(&(SlVisit){around_expr, around_stmt, &around}, sl_root(rw)->body);
    return around.found;
}

SlStmt *sl_parent_of(const SlRewrite *rw, const SlStmt *stmt, bool literals) {
    Around around = {.pos = stmt->pos, .literals = literals};
    sl_visit_stmt(&(SlVisit){around_expr, around_stmt, &around}, sl_root(rw)->body);
    return around.found == stmt ? around.outer : NULL;
}

SlExpr *sl_call_with(const SlRewrite *rw, const SlExpr *arg) {
    const SlWiringTree *tree = rw->wiring->tree;
    const SlStmt *body = tree->root->body;
    for (int i = 0; i < tree->port_count; i++)
        if (arg && tree->args[i] == arg && arg->pos >= body->pos && arg->pos < body->end)
            return tree->calls[i];
    return NULL;
}

typedef struct {
    const SlObj *obj;
    SlPos *places;
    int count, most;
} Uses;

static bool use_expr(void *data, SlExpr *expr) {
    Uses *uses = data;
    const SlObj *obj = expr->kind == SL_EXPR_IDENT                         ? expr->obj
                       : expr->kind == SL_EXPR_SELECTOR && expr->selection ? expr->selection->obj
                                                                           : NULL;
    SlPos pos = expr->kind == SL_EXPR_SELECTOR ? expr->name_pos : expr->pos;
    if (obj && (obj == uses->obj || obj->origin == uses->obj) && pos != uses->obj->pos) {
        if (uses->count < uses->most)
            uses->places[uses->count] = pos;
        uses->count++;
    }
    return true;
}

int sl_uses_of(const SlRewrite *rw, const SlObj *obj, SlPos *places, int most) {
    Uses uses = {obj, places, 0, most};
    SlVisit visit = {use_expr, NULL, &uses};
    const SlPackage *package = rw->program->main;
    for (int i = 0; i < package->func_count; i++) {
        sl_visit_expr(&visit, package->funcs[i]->type);
        sl_visit_stmt(&visit, package->funcs[i]->body);
    }
    for (int f = 0; f < package->file_count; f++)
        for (int i = 0; i < package->files[f]->decl_count; i++) {
            const SlDecl *decl = package->files[f]->decls[i];
            if (decl->kind == SL_DECL_VAR)
                for (int v = 0; v < decl->value_count; v++)
                    sl_visit_expr(&visit, decl->values[v]);
        }
    return uses.count;
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80);
}

bool sl_valid_name(const char *name) {
    static const char *const keywords[] = {"break",  "case",        "chan", "const",   "continue", "default", "defer",
                                           "else",   "fallthrough", "for",  "func",    "go",       "goto",    "if",
                                           "import", "interface",   "map",  "package", "range",    "return",  "select",
                                           "struct", "switch",      "type", "var",     "_",        "init",    "main"};
    if (!name || !is_letter(*name))
        return false;
    for (const char *at = name; *at; at++)
        if (!is_letter(*at) && !(*at >= '0' && *at <= '9'))
            return false;
    for (size_t i = 0; i < sizeof keywords / sizeof keywords[0]; i++)
        if (strcmp(name, keywords[i]) == 0)
            return false;
    return true;
}

// As a word anywhere in the code of a text, comments and strings left out.
static bool has_word(const char *text, const char *word) {
    size_t n = strlen(word);
    char quote = 0;
    for (const char *at = text; *at; at++) {
        if (quote) {
            if (quote != '`' && *at == '\\' && at[1])
                at++;
            else if (*at == quote || (*at == '\n' && quote != '`'))
                quote = 0;
        } else if (at[0] == '/' && at[1] == '/') {
            at = strchrnul(at, '\n');
            if (!*at)
                return false;
        } else if (*at == '"' || *at == '`' || *at == '\'') {
            quote = *at;
        } else if (is_letter(*at) && (at == text || !(is_letter(at[-1]) || (at[-1] >= '0' && at[-1] <= '9')))) {
            bool behind = strncmp(at, word, n) == 0 && (is_letter(at[n]) || (at[n] >= '0' && at[n] <= '9'));
            if (strncmp(at, word, n) == 0 && !behind)
                return true;
        }
    }
    return false;
}

bool sl_name_taken(const SlRewrite *rw, const char *name) {
    if (sl_scope_lookup(sl_universe(rw->program->types), sl_names_get(rw->program->names, name, strlen(name))))
        return true;
    for (int i = 0; i < rw->file_count; i++)
        if (has_word(sl_text_cstr(&rw->files[i].now), name))
            return true;
    return false;
}

bool sl_local_taken(SlRewrite *rw, const char *name) {
    const SlFuncNode *root = sl_root(rw);
    const char *interned = sl_names_get(rw->program->names, name, strlen(name));
    return sl_scope_lookup(sl_universe(rw->program->types), interned) ||
           sl_scope_lookup(rw->program->main->scope, interned) ||
           sl_scope_lookup(rw->wiring->tree->file->scope, interned) ||
           has_word(sl_rewrite_text(rw, root->pos, root->end), name);
}

static const char *free_name(SlRewrite *rw, const char *wish, bool local) {
    const char *name = wish;
    for (int n = 2; !sl_valid_name(name) || (local ? sl_local_taken(rw, name) : sl_name_taken(rw, name)); n++)
        name = sl_rewrite_printf(rw, "%s%d", wish, n);
    return name;
}

const char *sl_free_name(SlRewrite *rw, const char *wish) {
    return free_name(rw, wish, false);
}

const char *sl_free_local(SlRewrite *rw, const char *wish) {
    return free_name(rw, wish, true);
}

const char *sl_type_words(SlRewrite *rw, const SlType *type) {
    char *text = sl_type_format(type, rw->program->main);
    const char *kept = sl_arena_strndup(rw->arena, text, strlen(text));
    free(text);
    return kept;
}

typedef struct {
    SlPos make;
    SlChanPlace place;
} Declares;

static void declared(Declares *declares, SlStmt *stmt, SlExpr **names, int name_count, SlExpr **values,
                     int value_count) {
    for (int i = 0; i < value_count && i < name_count && value_count == name_count; i++) {
        SlExpr *value = (SlExpr *)sl_unparen(values[i]);
        if (value->kind != SL_EXPR_CALL || value->pos != declares->make || names[i]->kind != SL_EXPR_IDENT ||
            !names[i]->obj)
            continue;
        bool make = value->call_kind == SL_CALL_BUILTIN;
        declares->place = (SlChanPlace){names[i]->obj, stmt, make ? value : NULL, i, name_count == 1};
    }
}

static bool declares_stmt(void *data, SlStmt *stmt) {
    Declares *declares = data;
    if (stmt->kind == SL_STMT_ASSIGN && stmt->op == SL_TOKEN_DEFINE)
        declared(declares, stmt, stmt->lhs, stmt->lhs_count, stmt->rhs, stmt->rhs_count);
    if (stmt->kind == SL_STMT_DECL && stmt->decl_count == 1 && stmt->decls[0]->kind == SL_DECL_VAR)
        declared(declares, stmt, stmt->decls[0]->names, stmt->decls[0]->name_count, stmt->decls[0]->values,
                 stmt->decls[0]->value_count);
    return true;
}

static bool not_literal(void *data, SlExpr *expr) {
    (void)data;
    return expr->kind != SL_EXPR_FUNC;
}

bool sl_chan_made_at(const SlRewrite *rw, SlPos make, SlChanPlace *place) {
    Declares declares = {.make = make};
    sl_visit_stmt(&(SlVisit){not_literal, declares_stmt, &declares}, sl_root(rw)->body);
    *place = declares.place;
    return place->var != NULL;
}

bool sl_chan_place(const SlRewrite *rw, int node, SlChanPlace *place) {
    const SlWireNode *at = &rw->wiring->nodes[node];
    if (at->kind == SL_WIRE_UNKNOWN && at->outside) {
        for (int i = 0; i < sl_root(rw)->param_count; i++)
            if (sl_root(rw)->params[i] && sl_root(rw)->params[i]->pos == at->pos && !at->many) {
                *place = (SlChanPlace){.var = sl_root(rw)->params[i]};
                return true;
            }
        return false;
    }
    if (at->kind != SL_WIRE_CHANNEL)
        return false;
    bool given = at->inside >= 0 && rw->wiring->nodes[at->inside].kind == SL_WIRE_STAGE;
    if (sl_chan_made_at(rw, given ? rw->wiring->nodes[at->inside].pos : at->pos, place))
        return true;
    const SlPackage *package = rw->program->main;
    for (int i = 0; i < package->init_count; i++)
        if (package->inits[i].lhs_count == 1 && package->inits[i].rhs->pos == at->pos && package->inits[i].lhs[0]) {
            *place = (SlChanPlace){.var = package->inits[i].lhs[0]};
            return true;
        }
    return false;
}

int sl_node_at(const SlRewrite *rw, SlPos pos, uint8_t kind) {
    for (int i = 0; i < rw->wiring->node_count; i++)
        if (rw->wiring->nodes[i].pos == pos && rw->wiring->nodes[i].kind == kind && (i || kind != SL_WIRE_PROCESS))
            return i;
    return -1;
}

int sl_port_marked(const SlRewrite *rw, int mark) {
    for (int i = 0; i < rw->wiring->port_count; i++)
        if (rw->wiring->ports[i].pos && rw->wiring->ports[i].pos == sl_rewrite_marked(rw, mark))
            return i;
    return -1;
}

bool sl_is_nil(const SlExpr *arg) {
    return arg && sl_unparen(arg)->mode == SL_MODE_NIL;
}
