// SPDX-License-Identifier: MIT
// A file and its declarations (Go specification, "Source file organization", "Declarations and scope").
#include "lang/parse.h"

// What the specifications between "(" and ")" share.
typedef struct {
    int group, index;   // index counts the specifications, for iota
    const SlDecl *last; // the last CONST with a type or values, whose these are repeated
} Group;

static SlExpr **one(SlParser *p, SlExpr *expr) {
    return sl_arena_copy(p->arena, &expr, sizeof(SlExpr *));
}

// ImportSpec = [ "." | PackageName ] ImportPath .
// Null without a path that could be read.
static SlDecl *parse_import(SlParser *p) {
    SlDecl *decl = sl_decl_new(p, SL_DECL_IMPORT, sl_pos(p));
    if (sl_tok(p) == SL_TOKEN_NAME) {
        decl->names = one(p, sl_parse_name(p));
        decl->name_count = 1;
    } else if (sl_tok(p) == SL_TOKEN_DOT) {
        SlExpr *dot = sl_expr_new(p, SL_EXPR_IDENT, sl_pos(p));
        dot->name = sl_names_get(p->scan.names, ".", 1);
        dot->length = 1;
        sl_next(p);
        decl->names = one(p, sl_expr_done(p, dot));
        decl->name_count = 1;
    }
    decl->path_pos = sl_pos(p);
    if (sl_tok(p) < SL_TOKEN_INT || sl_tok(p) > SL_TOKEN_STRING) {
        sl_syntax_error(p, "missing import path; require quoted string");
        sl_advance(p, SL_TOKEN_SEMICOLON, SL_TOKEN_RPAREN);
        return NULL;
    }
    bool read = sl_tok(p) == SL_TOKEN_STRING && !p->scan.bad;
    if (sl_tok(p) != SL_TOKEN_STRING)
        sl_syntax_error(p, "import path must be a string");
    size_t length;
    if (read)
        decl->path = sl_literal_unquote(p->arena, p->scan.lit, p->scan.lit_length, &length);
    sl_next(p);
    return read ? decl : NULL;
}

static void parse_values(SlParser *p, SlDecl *decl) {
    SlExprs values = {0};
    sl_parse_expr_list(p, &values);
    decl->value_count = values.count;
    decl->values = sl_vec_take(&values, p->arena);
}

static void parse_names(SlParser *p, SlDecl *decl) {
    SlExprs names = {0};
    sl_parse_name_list(p, &names, sl_parse_name(p));
    decl->name_count = names.count;
    decl->names = sl_vec_take(&names, p->arena);
}

static SlExpr *copy_expr(SlParser *p, const SlExpr *expr);

static void copy_fields(SlParser *p, SlFields *fields) {
    if (!fields->count)
        return;
    fields->at = sl_arena_copy(p->arena, fields->at, sizeof(SlField) * (size_t)fields->count);
    for (int i = 0; i < fields->count; i++)
        fields->at[i].type = copy_expr(p, fields->at[i].type);
}

// A tree of its own for a repeated constant expression: the checker notes other types and values in it. Function
// bodies, which no constant expression can have, are shared.
static SlExpr *copy_expr(SlParser *p, const SlExpr *expr) {
    if (!expr || p->scan.stopped)
        return NULL;
    sl_scan_count(&p->scan);
    SlExpr *copy = sl_arena_copy(p->arena, expr, sizeof *expr);
    copy->x = copy_expr(p, expr->x);
    copy->y = copy_expr(p, expr->y);
    copy->lo = copy_expr(p, expr->lo);
    copy->hi = copy_expr(p, expr->hi);
    copy->max = copy_expr(p, expr->max);
    copy->type_expr = copy_expr(p, expr->type_expr);
    if (expr->count)
        copy->list = SL_NEW_N(p->arena, SlExpr *, expr->count);
    for (int i = 0; i < expr->count; i++)
        copy->list[i] = copy_expr(p, expr->list[i]);
    copy_fields(p, &copy->fields);
    copy_fields(p, &copy->results);
    return copy;
}

static void repeat(SlParser *p, SlDecl *decl, const SlDecl *last) {
    decl->inherited = true;
    decl->type = copy_expr(p, last->type);
    decl->value_count = last->value_count;
    decl->values = SL_NEW_N(p->arena, SlExpr *, last->value_count);
    for (int i = 0; i < last->value_count; i++)
        decl->values[i] = copy_expr(p, last->values[i]);
    if (p->scan.stopped) { // too many: what was copied is not complete
        decl->type = NULL;
        decl->value_count = 0;
    }
}

// ConstSpec = IdentifierList [ [ Type ] "=" ExpressionList ] .
static SlDecl *parse_const(SlParser *p, Group *group) {
    SlDecl *decl = sl_decl_new(p, SL_DECL_CONST, sl_pos(p));
    decl->iota = group->index++;
    parse_names(p, decl);
    if (sl_tok(p) != SL_TOKEN_EOF && sl_tok(p) != SL_TOKEN_SEMICOLON && sl_tok(p) != SL_TOKEN_RPAREN) {
        decl->type = sl_parse_type_or_null(p);
        if (sl_got_assign(p))
            parse_values(p, decl);
    }
    decl->end = sl_last_end(p);
    if (decl->type || decl->value_count)
        group->last = decl;
    else if (group->last)
        repeat(p, decl, group->last);
    return decl;
}

// VarSpec = IdentifierList ( Type [ "=" ExpressionList ] | "=" ExpressionList ) .
static SlDecl *parse_var(SlParser *p) {
    SlDecl *decl = sl_decl_new(p, SL_DECL_VAR, sl_pos(p));
    parse_names(p, decl);
    if (sl_got_assign(p)) {
        parse_values(p, decl);
        return decl;
    }
    decl->type = sl_parse_type(p);
    if (sl_got_assign(p))
        parse_values(p, decl);
    return decl;
}

// Whether an expression can only be (part of) a constraint, no array length.
static bool is_type_elem(const SlExpr *expr) {
    switch (expr->kind) {
    case SL_EXPR_ARRAY_TYPE:
    case SL_EXPR_STRUCT_TYPE:
    case SL_EXPR_FUNC_TYPE:
    case SL_EXPR_INTERFACE_TYPE:
    case SL_EXPR_MAP_TYPE:
    case SL_EXPR_CHAN_TYPE:
        return true;
    case SL_EXPR_BINARY:
        return is_type_elem(expr->x) || is_type_elem(expr->y);
    case SL_EXPR_UNARY:
        return expr->op == SL_TOKEN_TILDE || is_type_elem(expr->x);
    case SL_EXPR_STAR:
    case SL_EXPR_PAREN:
        return is_type_elem(expr->x);
    default:
        return false;
    }
}

// type T[P *C ...: takes the expression apart into a type parameter's name and its constraint. Null when it is an
// array length. *constraint stays null for a name alone. force: what follows says that it is a type parameter.
static SlExpr *split_type_param(SlParser *p, SlExpr *expr, bool force, SlExpr **constraint) {
    *constraint = NULL;
    if (expr->kind == SL_EXPR_IDENT)
        return expr;
    if (expr->kind == SL_EXPR_BINARY && expr->op == SL_TOKEN_MUL && expr->x->kind == SL_EXPR_IDENT &&
        (force || is_type_elem(expr->y))) {
        SlExpr *star = sl_expr_new(p, SL_EXPR_STAR, expr->op_pos);
        star->op = SL_TOKEN_MUL;
        star->op_pos = expr->op_pos;
        star->x = expr->y;
        star->end = expr->end;
        star->height = expr->height;
        *constraint = star;
        return expr->x;
    }
    if (expr->kind == SL_EXPR_BINARY && expr->op == SL_TOKEN_OR) {
        SlExpr *left, *name = split_type_param(p, expr->x, force || is_type_elem(expr->y), &left);
        if (!name || !left)
            return NULL;
        expr->x = left;
        expr->pos = left->pos;
        *constraint = expr;
        return name;
    }
    if (expr->kind == SL_EXPR_CALL && expr->x->kind == SL_EXPR_IDENT && expr->count == 1 && !expr->dots &&
        (force || is_type_elem(expr->list[0]))) {
        SlExpr *paren = sl_expr_new(p, SL_EXPR_PAREN, expr->op_pos);
        paren->op_pos = expr->op_pos;
        paren->x = expr->list[0];
        paren->end = expr->end;
        paren->height = expr->height;
        *constraint = paren;
        return expr->x;
    }
    return NULL;
}

// Behind "type" identifier "[": type parameters, or an array or slice type.
static void parse_type_behind_bracket(SlParser *p, SlDecl *decl, SlPos open) {
    if (sl_tok(p) == SL_TOKEN_RBRACK) {
        sl_next(p);
        decl->type = sl_parse_slice_type(p, open);
        return;
    }
    if (sl_tok(p) != SL_TOKEN_NAME) {
        decl->type = sl_parse_array_type(p, open, NULL);
        return;
    }
    SlExpr *expr = sl_parse_name(p);
    if (sl_tok(p) != SL_TOKEN_LBRACK) {
        p->nest++;
        expr = sl_parse_binary(p, sl_parse_primary(p, expr), 0);
        p->nest--;
    }
    SlExpr *constraint, *name = split_type_param(p, expr, sl_tok(p) == SL_TOKEN_COMMA, &constraint);
    if (!name || (!constraint && sl_tok(p) == SL_TOKEN_RBRACK)) {
        decl->type = sl_parse_array_type(p, open, expr);
        return;
    }
    decl->tparams = sl_parse_params(p, open, name, constraint, SL_TOKEN_RBRACK, true);
    decl->alias = sl_got_assign(p);
    decl->type = sl_parse_type_or_null(p);
}

// TypeSpec = AliasDecl | TypeDef .
// AliasDecl = identifier [ TypeParameters ] "=" Type .
// TypeDef = identifier [ TypeParameters ] Type .
static SlDecl *parse_type_decl(SlParser *p) {
    SlDecl *decl = sl_decl_new(p, SL_DECL_TYPE, sl_pos(p));
    decl->names = one(p, sl_parse_name(p));
    decl->name_count = 1;
    SlPos open = sl_pos(p);
    if (sl_got(p, SL_TOKEN_LBRACK)) {
        parse_type_behind_bracket(p, decl, open);
    } else {
        decl->alias = sl_got_assign(p);
        decl->type = sl_parse_type_or_null(p);
    }
    if (!decl->type) {
        decl->type = sl_expr_bad(p);
        sl_syntax_error(p, "in type declaration");
        sl_advance(p, SL_TOKEN_SEMICOLON, SL_TOKEN_RPAREN);
    }
    return decl;
}

static void parse_spec(SlParser *p, SlDecls *decls, SlDeclKind kind, Group *group) {
    SlDecl *decl = kind == SL_DECL_IMPORT  ? parse_import(p)
                   : kind == SL_DECL_CONST ? parse_const(p, group)
                   : kind == SL_DECL_TYPE  ? parse_type_decl(p)
                                           : parse_var(p);
    if (!decl)
        return;
    decl->group = group->group;
    if (!decl->end)
        decl->end = sl_last_end(p);
    sl_vec_push(decls, decl);
}

// ConstDecl = "const" ( ConstSpec | "(" { ConstSpec ";" } ")" ) .
// And so for import, type and var.
void sl_parse_decl_group(SlParser *p, SlDecls *decls, SlDeclKind kind) {
    Group group = {0};
    if (!sl_got(p, SL_TOKEN_LPAREN)) {
        parse_spec(p, decls, kind, &group);
        return;
    }
    group.group = ++p->groups;
    SlList list = {"grouped declaration", SL_TOKEN_SEMICOLON, SL_TOKEN_RPAREN, false, false};
    while (sl_list_more(p, &list)) {
        parse_spec(p, decls, kind, &group);
        sl_list_next(p, &list);
    }
    sl_list_close(p, &list);
}

// Receiver = Parameters .
static void parse_receiver(SlParser *p, SlFuncNode *func) {
    SlPos open = sl_pos(p);
    sl_next(p);
    func->recv_fields = sl_parse_params(p, open, NULL, NULL, SL_TOKEN_RPAREN, false);
    int count = 0;
    for (int i = 0; i < func->recv_fields.count; i++)
        count += func->recv_fields.at[i].name_count > 1 ? func->recv_fields.at[i].name_count : 1;
    if (count == 0)
        sl_error_at(p, sl_pos(p), "method has no receiver");
    if (count > 1)
        sl_error_at(p, sl_pos(p), "method has multiple receivers");
    if (count > 0)
        func->recv = &func->recv_fields.at[0];
}

// FunctionDecl = "func" FunctionName [ TypeParameters ] Signature [ FunctionBody ] .
// MethodDecl = "func" Receiver MethodName Signature [ FunctionBody ] .
// Bodies of library functions are read when somebody wants them: most never are. gofmt has laid them out, so the
// function ends with the first line that begins with "}" (tests/rules.py sees to it that no text in them does).
static SlStmt *skip_body(SlParser *p, SlFuncNode *func) {
    SlScan *scan = &p->scan;
    const char *open = scan->text + scan->start, *end = scan->text + scan->length;
    if (!scan->file->library || open + 1 >= end || open[1] != '\n')
        return sl_parse_func_body(p);
    const char *close = memmem(open, (size_t)(end - open), "\n}", 2);
    if (!close)
        return sl_parse_func_body(p);
    SlStmt *body = sl_stmt_new(p, SL_STMT_BLOCK, sl_pos(p));
    func->pending = (uint32_t)scan->start + 1;
    scan->at = (size_t)(close + 1 - scan->text);
    sl_next(p);
    body->close = sl_pos(p);
    sl_next(p);
    return body;
}

void sl_parse_pending(SlArena *arena, SlNames *names, const SlFile *file, SlDiags *diags, SlFuncNode *func) {
    if (!func->pending)
        return;
    SlParser p = {.arena = arena};
    sl_scan_init(&p.scan, file, names, diags);
    p.scan.at = func->pending - 1;
    func->pending = 0;
    sl_next(&p);
    *func->body = *sl_parse_func_body(&p);
    sl_scan_free(&p.scan);
}

static SlDecl *parse_func(SlParser *p) {
    SlDecl *decl = sl_decl_new(p, SL_DECL_FUNC, sl_pos(p));
    SlFuncNode *func = decl->func = SL_NEW(p->arena, SlFuncNode);
    func->pos = decl->pos;
    sl_take_directives(p, SL_BEFORE_FUNC);
    func->directives = sl_sluice_directives(p, decl->pos);
    sl_next(p);
    bool method = sl_tok(p) == SL_TOKEN_LPAREN;
    if (method)
        parse_receiver(p, func);
    func->type = sl_expr_new(p, SL_EXPR_FUNC_TYPE, decl->pos);
    if (sl_tok(p) == SL_TOKEN_NAME) {
        decl->names = one(p, sl_parse_name(p));
        sl_parse_signature(p, func->type, method ? "method" : NULL);
    } else {
        SlExpr *name = sl_expr_bad(p);
        name->kind = SL_EXPR_IDENT;
        name->name = sl_names_get(p->scan.names, "_", 1);
        name->length = 1;
        decl->names = one(p, name);
        sl_syntax_error(p, method ? "expected name" : "expected name or (");
        sl_advance(p, SL_TOKEN_LBRACE, SL_TOKEN_SEMICOLON);
        sl_expr_done(p, func->type);
    }
    decl->name_count = 1;
    if (sl_tok(p) == SL_TOKEN_LBRACE)
        func->body = skip_body(p, func);
    func->end = decl->end = sl_last_end(p);
    return decl;
}

static void parse_top_level(SlParser *p, SlDecls *decls) {
    SlToken token = sl_tok(p);
    switch (token) {
    case SL_TOKEN_FUNC:
        sl_vec_push(decls, parse_func(p));
        break;
    case SL_TOKEN_IMPORT:
    case SL_TOKEN_CONST:
    case SL_TOKEN_TYPE:
    case SL_TOKEN_VAR:
        sl_next(p);
        sl_parse_decl_group(p, decls,
                            token == SL_TOKEN_IMPORT  ? SL_DECL_IMPORT
                            : token == SL_TOKEN_CONST ? SL_DECL_CONST
                            : token == SL_TOKEN_TYPE  ? SL_DECL_TYPE
                                                      : SL_DECL_VAR);
        break;
    default: {
        const SlDecl *last = decls->count ? decls->at[decls->count - 1] : NULL;
        if (token == SL_TOKEN_LBRACE && last && last->kind == SL_DECL_FUNC && !last->func->body)
            sl_syntax_error(p, "unexpected semicolon or newline before {");
        else
            sl_syntax_error(p, "non-declaration statement outside function body");
        sl_advance(p, SL_TOKEN_IMPORT, SL_TOKEN_CONST, SL_TOKEN_TYPE, SL_TOKEN_VAR, SL_TOKEN_FUNC);
        return;
    }
    }
    sl_take_directives(p, SL_ELSEWHERE);
    if (sl_tok(p) != SL_TOKEN_EOF && !sl_got(p, SL_TOKEN_SEMICOLON)) {
        sl_syntax_error(p, "after top level declaration");
        sl_advance(p, SL_TOKEN_IMPORT, SL_TOKEN_CONST, SL_TOKEN_TYPE, SL_TOKEN_VAR, SL_TOKEN_FUNC);
    }
}

SlDecl **sl_parse_decl(SlArena *arena, SlNames *names, const SlFile *file, SlDiags *diags, uint32_t at, SlDeclKind kind,
                       bool in_group, int *count) {
    SlParser p = {.arena = arena};
    sl_scan_init(&p.scan, file, names, diags);
    p.scan.at = at;
    sl_next(&p);
    SlDecls decls = {0};
    Group group = {.group = 1};
    if (in_group) {
        parse_spec(&p, &decls, kind, &group);
    } else if (kind == SL_DECL_FUNC) {
        sl_vec_push(&decls, parse_func(&p));
    } else {
        sl_next(&p);
        sl_parse_decl_group(&p, &decls, kind);
    }
    sl_scan_free(&p.scan);
    *count = decls.count;
    return sl_vec_take(&decls, arena);
}

// PackageClause = "package" PackageName .
// False when it is not understood.
static bool parse_package(SlParser *p) {
    p->tree->pos = sl_pos(p);
    sl_take_directives(p, SL_BEFORE_PACKAGE);
    int errors = p->scan.errors;
    if (!sl_got(p, SL_TOKEN_PACKAGE)) {
        sl_syntax_error(p, "package statement must be first");
        return false;
    }
    p->tree->package = sl_parse_name(p);
    sl_want(p, SL_TOKEN_SEMICOLON);
    return p->scan.errors == errors;
}

void sl_parse_imports(SlParser *p) {
    SlDecls decls = {0};
    if (parse_package(p))
        while (sl_tok(p) == SL_TOKEN_IMPORT)
            parse_top_level(p, &decls);
    p->tree->decl_count = decls.count;
    p->tree->decls = sl_vec_take(&decls, p->arena);
}

// SourceFile = PackageClause ";" { ImportDecl ";" } { TopLevelDecl ";" } .
void sl_parse_file(SlParser *p) {
    if (!parse_package(p))
        return;
    SlDecls decls = {0};
    SlToken last = SL_TOKEN_IMPORT;
    while (sl_tok(p) != SL_TOKEN_EOF) {
        if (sl_tok(p) == SL_TOKEN_IMPORT && last != SL_TOKEN_IMPORT)
            sl_syntax_error(p, "imports must appear before other declarations");
        last = sl_tok(p);
        parse_top_level(p, &decls);
    }
    sl_take_directives(p, SL_ELSEWHERE);
    p->tree->decl_count = decls.count;
    p->tree->decls = sl_vec_take(&decls, p->arena);
}
