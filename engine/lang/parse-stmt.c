// SPDX-License-Identifier: MIT
// Statements (Go specification, "Statements").
#include "lang/parse.h"

#include <string.h>

#include "base/text.h"

static SlStmt *parse_stmt_or_null(SlParser *p);

static SlStmt *done(SlParser *p, SlStmt *stmt) {
    stmt->end = sl_last_end(p);
    return stmt;
}

// StatementList = { Statement ";" } .
static SlStmt **parse_stmt_list(SlParser *p, int *count) {
    SlStmts list = {0};
    while (sl_tok(p) != SL_TOKEN_EOF && sl_tok(p) != SL_TOKEN_RBRACE && sl_tok(p) != SL_TOKEN_CASE &&
           sl_tok(p) != SL_TOKEN_DEFAULT) {
        SlStmt *stmt = parse_stmt_or_null(p);
        if (!stmt)
            break;
        sl_vec_push(&list, stmt);
        if (!sl_got(p, SL_TOKEN_SEMICOLON) && sl_tok(p) != SL_TOKEN_RBRACE) {
            sl_syntax_error(p, "at end of statement");
            sl_advance(p, SL_TOKEN_SEMICOLON, SL_TOKEN_RBRACE, SL_TOKEN_CASE, SL_TOKEN_DEFAULT);
            sl_got(p, SL_TOKEN_SEMICOLON);
        }
    }
    *count = list.count;
    return sl_vec_take(&list, p->arena);
}

// Block = "{" StatementList "}" .
SlStmt *sl_parse_block(SlParser *p, const char *context) {
    SlStmt *block = sl_stmt_new(p, SL_STMT_BLOCK, sl_pos(p));
    if (!sl_got(p, SL_TOKEN_LBRACE)) {
        sl_syntax_error(p, "expected { after %s", context);
        sl_advance(p, SL_TOKEN_NAME, SL_TOKEN_RBRACE);
        block->close = sl_pos(p);
        if (sl_got(p, SL_TOKEN_RBRACE))
            return done(p, block);
    }
    block->list = parse_stmt_list(p, &block->count);
    block->close = sl_pos(p);
    sl_want(p, SL_TOKEN_RBRACE);
    return done(p, block);
}

// FunctionBody = Block .
SlStmt *sl_parse_func_body(SlParser *p) {
    p->functions++;
    SlStmt *body = sl_parse_block(p, "function");
    p->functions--;
    return body;
}

static SlStmt *parse_range(SlParser *p, SlStmt *stmt, SlToken op) {
    stmt->kind = SL_STMT_RANGE;
    stmt->op = op;
    stmt->op_pos = sl_pos(p);
    sl_next(p);
    stmt->x = sl_parse_expr(p);
    return done(p, stmt);
}

static void take_lhs(SlParser *p, SlStmt *stmt, SlExprs *lhs) {
    stmt->lhs_count = lhs->count;
    stmt->lhs = sl_vec_take(lhs, p->arena);
}

// Assignment = ExpressionList assign_op ExpressionList .
// ShortVarDecl = IdentifierList ":=" ExpressionList .
// TypeSwitchGuard = [ identifier ":=" ] PrimaryExpr "." "(" "type" ")" .
static SlStmt *parse_assignment(SlParser *p, SlStmt *stmt, SlExprs *lhs, SlToken keyword) {
    stmt->op = sl_tok(p);
    stmt->op_pos = sl_pos(p);
    sl_next(p);
    if (keyword == SL_TOKEN_FOR && sl_tok(p) == SL_TOKEN_RANGE) {
        take_lhs(p, stmt, lhs);
        return parse_range(p, stmt, stmt->op);
    }
    SlExprs rhs = {0};
    sl_parse_expr_list(p, &rhs);
    bool guard = keyword == SL_TOKEN_SWITCH && stmt->op == SL_TOKEN_DEFINE && rhs.count == 1 && lhs->count == 1 &&
                 sl_is_type_switch_guard(rhs.at[0]) && lhs->at[0]->kind == SL_EXPR_IDENT;
    if (guard) {
        stmt->kind = SL_STMT_EXPR;
        stmt->bind = lhs->at[0];
        stmt->x = rhs.at[0];
        sl_vec_free(lhs);
        sl_vec_free(&rhs);
        return done(p, stmt);
    }
    stmt->kind = SL_STMT_ASSIGN;
    take_lhs(p, stmt, lhs);
    stmt->rhs_count = rhs.count;
    stmt->rhs = sl_vec_take(&rhs, p->arena);
    return done(p, stmt);
}

static bool is_op_assign(SlToken token) {
    return token >= SL_TOKEN_ADD_ASSIGN && token <= SL_TOKEN_ANDNOT_ASSIGN;
}

// SimpleStmt = ExpressionStmt | SendStmt | IncDecStmt | Assignment | ShortVarDecl .
// lhs has been read already if it has elements. keyword is FOR or SWITCH in their headers, else EOF.
static SlStmt *parse_simple(SlParser *p, SlExprs *lhs, SlToken keyword) {
    SlStmt *stmt = sl_stmt_new(p, SL_STMT_EXPR, sl_pos(p));
    if (keyword == SL_TOKEN_FOR && sl_tok(p) == SL_TOKEN_RANGE)
        return parse_range(p, stmt, SL_TOKEN_EOF);
    if (!lhs->count)
        sl_parse_expr_list(p, lhs);
    stmt->pos = lhs->at[0]->pos;
    stmt->op_pos = sl_pos(p);
    SlToken op = sl_tok(p);
    if (op == SL_TOKEN_ASSIGN || op == SL_TOKEN_DEFINE)
        return parse_assignment(p, stmt, lhs, keyword);
    SlExpr *x = lhs->at[0];
    int count = lhs->count;
    sl_vec_free(lhs);
    stmt->x = x;
    if (count > 1) {
        sl_syntax_error(p, "expected := or = or comma");
        sl_advance(p, SL_TOKEN_SEMICOLON, SL_TOKEN_RBRACE);
        return done(p, stmt);
    }
    if (op == SL_TOKEN_INC || op == SL_TOKEN_DEC) { // IncDecStmt = Expression ( "++" | "--" ) .
        stmt->kind = SL_STMT_INC_DEC;
        stmt->op = op;
        sl_next(p);
    } else if (op == SL_TOKEN_ARROW) { // SendStmt = Channel "<-" Expression .
        stmt->kind = SL_STMT_SEND;
        sl_next(p);
        stmt->y = sl_parse_expr(p);
    } else if (is_op_assign(op)) {
        stmt->kind = SL_STMT_ASSIGN;
        stmt->op = op;
        sl_next(p);
        SlExpr *y = sl_parse_expr(p);
        stmt->x = NULL;
        stmt->lhs_count = stmt->rhs_count = 1;
        stmt->lhs = sl_arena_copy(p->arena, &x, sizeof(SlExpr *));
        stmt->rhs = sl_arena_copy(p->arena, &y, sizeof(SlExpr *));
    } else {
        stmt->op_pos = x->pos;
    }
    return done(p, stmt);
}

static SlStmt *parse_simple_here(SlParser *p, SlToken keyword) {
    SlExprs none = {0};
    return parse_simple(p, &none, keyword);
}

// The header of if, for and switch. A condition (for switch: a tag or guard) is an EXPR in cond.
typedef struct {
    SlStmt *init, *cond, *post;
    SlPos semicolon;     // between init and cond
    const char *written; // how that semicolon is written
} Header;

// "x = y" in messages; operands that are binary get parentheses, so that the = stands out.
static void add_emphasized(SlText *text, SlExpr *const *list, int count) {
    for (int i = 0; i < count; i++) {
        char *words = sl_expr_format(list[i]);
        bool paren = count == 1 && list[i]->kind == SL_EXPR_BINARY;
        sl_text_printf(text, "%s%s%s%s", i ? ", " : "", paren ? "(" : "", words, paren ? ")" : "");
        free(words);
    }
}

static void not_a_value(SlParser *p, const SlStmt *stmt) {
    SlText text = {0};
    if (stmt->kind == SL_STMT_ASSIGN && stmt->op == SL_TOKEN_ASSIGN) {
        sl_text_adds(&text, "assignment ");
        add_emphasized(&text, stmt->lhs, stmt->lhs_count);
        sl_text_adds(&text, " = ");
        add_emphasized(&text, stmt->rhs, stmt->rhs_count);
    } else {
        char *words = sl_stmt_format(stmt);
        sl_text_adds(&text, words);
        free(words);
    }
    sl_syntax_error_at(p, stmt->op_pos, "cannot use %s as value", sl_text_cstr(&text));
    sl_text_free(&text);
}

static SlStmt *bad_condition(SlParser *p, SlPos pos) {
    SlStmt *stmt = sl_stmt_new(p, SL_STMT_EXPR, pos);
    stmt->x = sl_expr_bad(p);
    return done(p, stmt);
}

// ForClause = [ InitStmt ] ";" [ Condition ] ";" [ PostStmt ] .
// Behind the first semicolon.
static void parse_for_clause(SlParser *p, Header *header) {
    if (sl_tok(p) != SL_TOKEN_SEMICOLON) {
        if (sl_tok(p) == SL_TOKEN_LBRACE) {
            sl_syntax_error(p, "expected for loop condition");
            return;
        }
        header->cond = parse_simple_here(p, SL_TOKEN_EOF);
    }
    sl_want(p, SL_TOKEN_SEMICOLON);
    if (sl_tok(p) == SL_TOKEN_LBRACE)
        return;
    header->post = parse_simple_here(p, SL_TOKEN_EOF);
    if (header->post->kind == SL_STMT_ASSIGN && header->post->op == SL_TOKEN_DEFINE)
        sl_syntax_error_at(p, header->post->op_pos, "cannot declare in post statement of for loop");
}

static void check_condition(SlParser *p, Header *header, SlToken keyword) {
    if (header->cond) {
        if (header->cond->kind != SL_STMT_EXPR) {
            not_a_value(p, header->cond);
            header->cond = bad_condition(p, header->cond->pos);
        }
        return;
    }
    if (keyword != SL_TOKEN_IF || !header->semicolon)
        return;
    if (strcmp(header->written, "semicolon") != 0)
        sl_syntax_error_at(p, header->semicolon, "unexpected %s, expected { after if clause", header->written);
    else
        sl_syntax_error_at(p, header->semicolon, "missing condition in if statement");
    header->cond = bad_condition(p, header->semicolon);
}

static Header parse_header(SlParser *p, SlToken keyword) {
    Header header = {0};
    sl_next(p);
    if (sl_tok(p) == SL_TOKEN_LBRACE) {
        if (keyword == SL_TOKEN_IF) {
            sl_syntax_error(p, "missing condition in if statement");
            header.cond = bad_condition(p, sl_pos(p));
        }
        return header;
    }
    int outer = p->nest;
    p->nest = -1;
    if (sl_tok(p) != SL_TOKEN_SEMICOLON) {
        if (sl_got(p, SL_TOKEN_VAR))
            sl_syntax_error(p, "var declaration not allowed in %s initializer", sl_token_names[keyword]);
        header.init = parse_simple_here(p, keyword);
        if (header.init->kind == SL_STMT_RANGE) {
            p->nest = outer;
            return header;
        }
    }
    if (sl_tok(p) == SL_TOKEN_LBRACE) {
        header.cond = header.init;
        header.init = NULL;
    } else {
        if (sl_tok(p) == SL_TOKEN_SEMICOLON) {
            header.semicolon = sl_pos(p);
            header.written = p->scan.lit;
            sl_next(p);
        } else {
            sl_want(p, SL_TOKEN_LBRACE);
            if (sl_tok(p) != SL_TOKEN_LBRACE)
                sl_advance(p, SL_TOKEN_LBRACE, SL_TOKEN_RBRACE);
        }
        if (keyword == SL_TOKEN_FOR)
            parse_for_clause(p, &header);
        else if (sl_tok(p) != SL_TOKEN_LBRACE)
            header.cond = parse_simple_here(p, keyword);
    }
    p->nest = outer;
    check_condition(p, &header, keyword);
    return header;
}

// ForStmt = "for" [ Condition | ForClause | RangeClause ] Block .
// RangeClause = [ ExpressionList "=" | IdentifierList ":=" ] "range" Expression .
static SlStmt *parse_for(SlParser *p) {
    SlPos pos = sl_pos(p);
    Header header = parse_header(p, SL_TOKEN_FOR);
    SlStmt *stmt;
    if (header.init && header.init->kind == SL_STMT_RANGE) {
        stmt = header.init;
        stmt->pos = pos;
    } else {
        stmt = sl_stmt_new(p, SL_STMT_FOR, pos);
        stmt->init = header.init;
        stmt->x = header.cond ? header.cond->x : NULL;
        stmt->post = header.post;
    }
    stmt->body = sl_parse_block(p, "for clause");
    return done(p, stmt);
}

// IfStmt = "if" [ SimpleStmt ";" ] Expression Block [ "else" ( IfStmt | Block ) ] .
static SlStmt *parse_if(SlParser *p) {
    SlStmt *first = NULL, **place = &first;
    int depth = p->depth;
    for (;;) {
        SlStmt *stmt = *place = sl_stmt_new(p, SL_STMT_IF, sl_pos(p));
        Header header = parse_header(p, SL_TOKEN_IF);
        stmt->init = header.init;
        stmt->x = header.cond ? header.cond->x : sl_expr_bad(p);
        stmt->body = sl_parse_block(p, "if clause");
        place = &stmt->else_;
        if (!sl_got(p, SL_TOKEN_ELSE))
            break;
        if (sl_tok(p) == SL_TOKEN_IF) {
            if (!sl_enter(p)) // what is below is a level deeper in the tree
                break;
            continue;
        }
        if (sl_tok(p) == SL_TOKEN_LBRACE) {
            *place = sl_parse_block(p, "");
        } else {
            sl_syntax_error(p, "else must be followed by if or statement block");
            sl_advance(p, SL_TOKEN_NAME, SL_TOKEN_RBRACE);
        }
        break;
    }
    p->depth = depth;
    for (SlStmt *stmt = first; stmt && stmt->kind == SL_STMT_IF; stmt = stmt->else_)
        done(p, stmt);
    return first;
}

// ExprCaseClause = ( "case" ExpressionList | "default" ) ":" StatementList .
// TypeCaseClause = ( "case" TypeList | "default" ) ":" StatementList .
// CommClause = ( "case" ( SendStmt | RecvStmt ) | "default" ) ":" StatementList .
static SlStmt *parse_clause(SlParser *p, SlStmtKind kind) {
    SlStmt *clause = sl_stmt_new(p, kind, sl_pos(p));
    if (sl_got(p, SL_TOKEN_CASE)) {
        if (kind == SL_STMT_COMM) {
            clause->init = parse_simple_here(p, SL_TOKEN_EOF);
        } else {
            SlExprs list = {0};
            sl_parse_expr_list(p, &list);
            clause->rhs_count = list.count;
            clause->rhs = sl_vec_take(&list, p->arena);
        }
    } else {
        clause->is_default = true;
        if (!sl_got(p, SL_TOKEN_DEFAULT)) {
            sl_syntax_error(p, "expected case or default or }");
            sl_advance(p, SL_TOKEN_COLON, SL_TOKEN_CASE, SL_TOKEN_DEFAULT, SL_TOKEN_RBRACE);
        }
    }
    clause->op_pos = sl_pos(p);
    sl_want(p, SL_TOKEN_COLON);
    clause->list = parse_stmt_list(p, &clause->count);
    return done(p, clause);
}

static void parse_clauses(SlParser *p, SlStmt *stmt, SlStmtKind kind, const char *context) {
    stmt->op_pos = sl_pos(p);
    if (!sl_got(p, SL_TOKEN_LBRACE)) {
        sl_syntax_error(p, "missing { after %s clause", context);
        sl_advance(p, SL_TOKEN_CASE, SL_TOKEN_DEFAULT, SL_TOKEN_RBRACE);
    }
    SlStmts list = {0};
    while (sl_tok(p) != SL_TOKEN_EOF && sl_tok(p) != SL_TOKEN_RBRACE)
        sl_vec_push(&list, parse_clause(p, kind));
    stmt->count = list.count;
    stmt->list = sl_vec_take(&list, p->arena);
    stmt->close = sl_pos(p);
    sl_want(p, SL_TOKEN_RBRACE);
    done(p, stmt);
}

// ExprSwitchStmt = "switch" [ SimpleStmt ";" ] [ Expression ] "{" { ExprCaseClause } "}" .
// TypeSwitchStmt = "switch" [ SimpleStmt ";" ] TypeSwitchGuard "{" { TypeCaseClause } "}" .
static SlStmt *parse_switch(SlParser *p) {
    SlStmt *stmt = sl_stmt_new(p, SL_STMT_SWITCH, sl_pos(p));
    Header header = parse_header(p, SL_TOKEN_SWITCH);
    stmt->init = header.init;
    if (header.cond) {
        stmt->x = header.cond->x;
        stmt->bind = header.cond->bind;
        if (sl_is_type_switch_guard(stmt->x))
            stmt->kind = SL_STMT_TYPE_SWITCH;
    }
    parse_clauses(p, stmt, SL_STMT_CASE, "switch");
    return stmt;
}

// SelectStmt = "select" "{" { CommClause } "}" .
static SlStmt *parse_select(SlParser *p) {
    SlStmt *stmt = sl_stmt_new(p, SL_STMT_SELECT, sl_pos(p));
    sl_next(p);
    parse_clauses(p, stmt, SL_STMT_COMM, "select");
    return stmt;
}

static void wrong_call(SlParser *p, SlToken keyword, SlPos pos, const char *wrong) {
    SlText text = {0};
    sl_text_printf(&text, "expression in %s must %s", sl_token_names[keyword], wrong);
    sl_error_at(p, pos, sl_text_cstr(&text));
    sl_text_free(&text);
}

// GoStmt = "go" Expression .
// DeferStmt = "defer" Expression .
// What is no call becomes one, without arguments: checking goes on after this error, which is no syntax error.
static SlStmt *parse_call_stmt(SlParser *p) {
    SlToken keyword = sl_tok(p);
    SlStmt *stmt = sl_stmt_new(p, keyword == SL_TOKEN_GO ? SL_STMT_GO : SL_STMT_DEFER, sl_pos(p));
    sl_next(p);
    SlExpr *x = sl_parse_primary(p, NULL);
    if (x->kind == SL_EXPR_PAREN)
        wrong_call(p, keyword, x->pos, "not be parenthesized");
    while (x->kind == SL_EXPR_PAREN)
        x = x->x;
    if (x->kind != SL_EXPR_CALL) {
        if (x->kind != SL_EXPR_BAD)
            wrong_call(p, keyword, x->pos, "be function call");
        SlExpr *call = sl_expr_new(p, SL_EXPR_CALL, x->pos);
        call->op_pos = x->end;
        call->x = x;
        x = sl_expr_done(p, call);
    }
    stmt->x = x;
    return done(p, stmt);
}

// LabeledStmt = Label ":" Statement .
static SlStmt *parse_labeled_or_null(SlParser *p, SlExpr *label) {
    SlStmt *stmt = sl_stmt_new(p, SL_STMT_LABELED, label->pos);
    stmt->label = label;
    stmt->op_pos = sl_pos(p);
    sl_next(p);
    if (sl_tok(p) == SL_TOKEN_RBRACE)
        stmt->body = done(p, sl_stmt_new(p, SL_STMT_EMPTY, sl_pos(p)));
    else
        stmt->body = parse_stmt_or_null(p);
    if (stmt->body)
        return done(p, stmt);
    sl_syntax_error_at(p, stmt->op_pos, "missing statement after label");
    return NULL;
}

// BreakStmt = "break" [ Label ] .
// ContinueStmt = "continue" [ Label ] .
// GotoStmt = "goto" Label .
// FallthroughStmt = "fallthrough" .
static SlStmt *parse_branch(SlParser *p) {
    SlStmt *stmt = sl_stmt_new(p, SL_STMT_BRANCH, sl_pos(p));
    stmt->op = sl_tok(p);
    sl_next(p);
    bool may = stmt->op == SL_TOKEN_BREAK || stmt->op == SL_TOKEN_CONTINUE;
    if (stmt->op == SL_TOKEN_GOTO || (may && sl_tok(p) == SL_TOKEN_NAME))
        stmt->label = sl_parse_name(p);
    return done(p, stmt);
}

// ReturnStmt = "return" [ ExpressionList ] .
static SlStmt *parse_return(SlParser *p) {
    SlStmt *stmt = sl_stmt_new(p, SL_STMT_RETURN, sl_pos(p));
    sl_next(p);
    SlExprs list = {0};
    if (sl_tok(p) != SL_TOKEN_SEMICOLON && sl_tok(p) != SL_TOKEN_RBRACE)
        sl_parse_expr_list(p, &list);
    stmt->rhs_count = list.count;
    stmt->rhs = sl_vec_take(&list, p->arena);
    return done(p, stmt);
}

static SlStmt *parse_decl_stmt(SlParser *p, SlDeclKind kind) {
    SlStmt *stmt = sl_stmt_new(p, SL_STMT_DECL, sl_pos(p));
    sl_next(p);
    SlDecls decls = {0};
    sl_parse_decl_group(p, &decls, kind);
    stmt->decl_count = decls.count;
    stmt->decls = sl_vec_take(&decls, p->arena);
    return done(p, stmt);
}

static SlStmt *parse_stmt_kind(SlParser *p) {
    switch (sl_tok(p)) {
    case SL_TOKEN_NAME: {
        SlExprs lhs = {0};
        sl_parse_expr_list(p, &lhs);
        if (lhs.count == 1 && lhs.at[0]->kind == SL_EXPR_IDENT && sl_tok(p) == SL_TOKEN_COLON) {
            SlExpr *label = lhs.at[0];
            sl_vec_free(&lhs);
            return parse_labeled_or_null(p, label);
        }
        return parse_simple(p, &lhs, SL_TOKEN_EOF);
    }
    case SL_TOKEN_VAR:
        return parse_decl_stmt(p, SL_DECL_VAR);
    case SL_TOKEN_CONST:
        return parse_decl_stmt(p, SL_DECL_CONST);
    case SL_TOKEN_TYPE:
        return parse_decl_stmt(p, SL_DECL_TYPE);
    case SL_TOKEN_LBRACE:
        return sl_parse_block(p, "");
    case SL_TOKEN_ADD:
    case SL_TOKEN_SUB:
    case SL_TOKEN_MUL:
    case SL_TOKEN_AND:
    case SL_TOKEN_XOR:
    case SL_TOKEN_NOT:
    case SL_TOKEN_ARROW:
    case SL_TOKEN_INT:
    case SL_TOKEN_FLOAT:
    case SL_TOKEN_IMAG:
    case SL_TOKEN_CHAR:
    case SL_TOKEN_STRING:
    case SL_TOKEN_FUNC:
    case SL_TOKEN_LPAREN:
    case SL_TOKEN_LBRACK:
    case SL_TOKEN_STRUCT:
    case SL_TOKEN_MAP:
    case SL_TOKEN_CHAN:
    case SL_TOKEN_INTERFACE:
        return parse_simple_here(p, SL_TOKEN_EOF);
    case SL_TOKEN_FOR:
        return parse_for(p);
    case SL_TOKEN_SWITCH:
        return parse_switch(p);
    case SL_TOKEN_SELECT:
        return parse_select(p);
    case SL_TOKEN_IF:
        return parse_if(p);
    case SL_TOKEN_FALLTHROUGH:
    case SL_TOKEN_BREAK:
    case SL_TOKEN_CONTINUE:
    case SL_TOKEN_GOTO:
        return parse_branch(p);
    case SL_TOKEN_GO:
    case SL_TOKEN_DEFER:
        return parse_call_stmt(p);
    case SL_TOKEN_RETURN:
        return parse_return(p);
    case SL_TOKEN_SEMICOLON:
        return done(p, sl_stmt_new(p, SL_STMT_EMPTY, sl_pos(p)));
    default:
        return NULL;
    }
}

// Statement = Declaration | LabeledStmt | SimpleStmt | GoStmt | ReturnStmt | BreakStmt | ContinueStmt | GotoStmt |
//             FallthroughStmt | Block | IfStmt | SwitchStmt | SelectStmt | ForStmt | DeferStmt .
static SlStmt *parse_stmt_or_null(SlParser *p) {
    if (!sl_enter(p))
        return NULL;
    SlStmt *stmt = parse_stmt_kind(p);
    sl_leave(p);
    return stmt;
}
