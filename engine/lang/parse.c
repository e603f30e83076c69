// SPDX-License-Identifier: MIT
// The parser's door and its common parts: errors, synchronisation, lists, nodes.
#include "lang/parse.h"

#include <stdarg.h>
#include <string.h>

#include "base/text.h"

static void begin(SlParser *p, SlArena *arena, SlNames *names, const SlFile *file, SlDiags *diags) {
    *p = (SlParser){.arena = arena};
    p->tree = SL_NEW(arena, SlTree);
    p->tree->file = file;
    sl_scan_init(&p->scan, file, names, diags);
    sl_next(p);
}

static SlTree *finish(SlParser *p) {
    p->tree->comment_count = p->scan.comments.count;
    p->tree->comments = sl_vec_take(&p->scan.comments, p->arena);
    sl_build_tags(p->tree);
    sl_scan_free(&p->scan);
    return p->tree;
}

SlTree *sl_parse(SlArena *arena, SlNames *names, const SlFile *file, SlDiags *diags) {
    SlParser p;
    begin(&p, arena, names, file, diags);
    sl_parse_file(&p);
    return finish(&p);
}

SlTree *sl_parse_head(SlArena *arena, SlNames *names, const SlFile *file, SlDiags *diags, uint32_t *rest) {
    SlParser p;
    begin(&p, arena, names, file, diags);
    sl_parse_imports(&p);
    *rest = (uint32_t)p.scan.last_end;
    return finish(&p);
}

SlExpr *sl_parse_alone(SlArena *arena, SlNames *names, const SlFile *file, SlDiags *diags) {
    SlParser p;
    begin(&p, arena, names, file, diags);
    SlExpr *expr = sl_parse_expr(&p);
    sl_got(&p, SL_TOKEN_SEMICOLON); // what the end of the text counts as
    if (sl_tok(&p) != SL_TOKEN_EOF)
        sl_syntax_error(&p, "after expression");
    sl_scan_free(&p.scan);
    return expr;
}

void sl_error_at(SlParser *p, SlPos pos, const char *message) {
    sl_scan_report(&p->scan, pos, message);
}

const char *sl_token_words(SlToken token) {
    static const char *const keywords[] = {
#define T(name, spelling, precedence) "keyword " spelling,
        SL_TOKENS(T)
#undef T
    };
    if (token == SL_TOKEN_COMMA)
        return "comma";
    if (token == SL_TOKEN_SEMICOLON)
        return "semicolon or newline";
    return token >= SL_TOKEN_BREAK ? keywords[token] : sl_token_names[token];
}

static void add_current_token(const SlParser *p, SlText *text) {
    const SlScan *scan = &p->scan;
    bool literal = scan->token >= SL_TOKEN_INT && scan->token <= SL_TOKEN_STRING;
    if (scan->token == SL_TOKEN_NAME || literal)
        sl_text_printf(text, "%s ", sl_token_names[scan->token]);
    if (scan->token == SL_TOKEN_NAME || literal || scan->token == SL_TOKEN_SEMICOLON)
        sl_text_add(text, scan->lit, scan->lit_length);
    else
        sl_text_adds(text, sl_token_words(scan->token));
}

static bool starts_with(const char *text, const char *prefix) {
    return strncmp(text, prefix, strlen(prefix)) == 0;
}

void sl_syntax_error_at(SlParser *p, SlPos pos, const char *format, ...) {
    int line = sl_scan_line(&p->scan, pos - p->scan.file->base);
    bool follows_from_another = sl_tok(p) == SL_TOKEN_EOF && p->scan.errors > 0;
    if (line == p->last_line || p->scan.stopped || follows_from_another)
        return;
    p->last_line = line;
    SlText words = {0}, text = {0};
    va_list args;
    va_start(args, format);
    sl_text_vprintf(&words, format, args);
    va_end(args);
    const char *message = sl_text_cstr(&words);
    sl_text_adds(&text, "syntax error: ");
    bool place = starts_with(message, "in ") || starts_with(message, "at ") || starts_with(message, "after ");
    if (place || starts_with(message, "expected ")) {
        sl_text_adds(&text, "unexpected ");
        add_current_token(p, &text);
        sl_text_adds(&text, place ? " " : ", ");
    }
    sl_text_adds(&text, message);
    sl_scan_report(&p->scan, pos, sl_text_cstr(&text));
    sl_text_free(&words);
    sl_text_free(&text);
}

bool sl_got(SlParser *p, SlToken token) {
    if (sl_tok(p) != token)
        return false;
    sl_next(p);
    return true;
}

void sl_want(SlParser *p, SlToken token) {
    if (sl_got(p, token))
        return;
    sl_syntax_error(p, "expected %s", sl_token_words(token));
    if (sl_tok(p) != SL_TOKEN_EOF)
        sl_next(p);
}

bool sl_got_assign(SlParser *p) {
    if (sl_tok(p) == SL_TOKEN_DEFINE)
        sl_syntax_error(p, "expected =");
    else if (sl_tok(p) != SL_TOKEN_ASSIGN)
        return false;
    sl_next(p);
    return true;
}

static bool starts_statement(SlToken token) {
    switch (token) {
    case SL_TOKEN_BREAK:
    case SL_TOKEN_CONST:
    case SL_TOKEN_CONTINUE:
    case SL_TOKEN_DEFER:
    case SL_TOKEN_FALLTHROUGH:
    case SL_TOKEN_FOR:
    case SL_TOKEN_GO:
    case SL_TOKEN_GOTO:
    case SL_TOKEN_IF:
    case SL_TOKEN_RETURN:
    case SL_TOKEN_SELECT:
    case SL_TOKEN_SWITCH:
    case SL_TOKEN_TYPE:
    case SL_TOKEN_VAR:
        return true;
    default:
        return false;
    }
}

void sl_advance_to(SlParser *p, const SlToken *follow) {
    for (; sl_tok(p) != SL_TOKEN_EOF; sl_next(p)) {
        if (p->functions > 0 && starts_statement(sl_tok(p)))
            return;
        for (const SlToken *token = follow; *token != SL_TOKEN_EOF; token++)
            if (sl_tok(p) == *token)
                return;
    }
}

bool sl_list_more(const SlParser *p, const SlList *list) {
    return sl_tok(p) != SL_TOKEN_EOF && sl_tok(p) != list->close && !list->done && !list->broken;
}

void sl_list_next(SlParser *p, SlList *list) {
    if (sl_got(p, list->separator) || sl_tok(p) == list->close)
        return;
    sl_syntax_error(p, "in %s; possibly missing %s or %s", list->context, sl_token_words(list->separator),
                    sl_token_words(list->close));
    sl_advance(p, SL_TOKEN_RPAREN, SL_TOKEN_RBRACK, SL_TOKEN_RBRACE);
    list->broken = sl_tok(p) != list->close;
}

SlPos sl_list_close(SlParser *p, const SlList *list) {
    SlPos pos = sl_pos(p);
    if (!list->broken)
        sl_want(p, list->close);
    return pos;
}

static void too_deep(SlParser *p) {
    sl_scan_report(&p->scan, sl_pos(p), "syntax error: expression nested too deeply");
    sl_scan_stop(&p->scan);
}

bool sl_enter(SlParser *p) {
    if (p->depth >= SL_NESTING_MAX || p->scan.stopped) {
        too_deep(p);
        return false;
    }
    p->depth++;
    return true;
}

void sl_leave(SlParser *p) {
    p->depth--;
}

SlExpr *sl_expr_new(SlParser *p, SlExprKind kind, SlPos pos) {
    sl_scan_count(&p->scan);
    SlExpr *expr = SL_NEW(p->arena, SlExpr);
    expr->kind = kind;
    expr->pos = pos;
    return expr;
}

static void raise(uint32_t *height, const SlExpr *child) {
    if (child && child->height > *height)
        *height = child->height;
}

SlExpr *sl_expr_done(SlParser *p, SlExpr *expr) {
    uint32_t height = expr->kind == SL_EXPR_FUNC ? p->tallest : 0;
    raise(&height, expr->x);
    raise(&height, expr->y);
    raise(&height, expr->lo);
    raise(&height, expr->hi);
    raise(&height, expr->max);
    raise(&height, expr->type_expr);
    for (int i = 0; i < expr->count; i++)
        raise(&height, expr->list[i]);
    for (int i = 0; i < expr->fields.count; i++)
        raise(&height, expr->fields.at[i].type);
    expr->height = height + 1;
    expr->end = sl_last_end(p);
    if (expr->height > p->tallest)
        p->tallest = expr->height;
    if (expr->height > SL_NESTING_MAX)
        too_deep(p);
    return expr;
}

SlExpr *sl_expr_bad(SlParser *p) {
    SlExpr *expr = sl_expr_new(p, SL_EXPR_BAD, sl_pos(p));
    expr->end = expr->pos;
    expr->height = 1;
    return expr;
}

SlStmt *sl_stmt_new(SlParser *p, SlStmtKind kind, SlPos pos) {
    sl_scan_count(&p->scan);
    SlStmt *stmt = SL_NEW(p->arena, SlStmt);
    stmt->kind = kind;
    stmt->pos = pos;
    return stmt;
}

SlDecl *sl_decl_new(SlParser *p, SlDeclKind kind, SlPos pos) {
    sl_scan_count(&p->scan);
    SlDecl *decl = SL_NEW(p->arena, SlDecl);
    decl->kind = kind;
    decl->pos = pos;
    return decl;
}
