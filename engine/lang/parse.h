// SPDX-License-Identifier: MIT
// The parser's own header: its state, and what its files (declarations, types, expressions, statements) ask of each
// other. Recursive descent with one token of lookahead, each function under its rule of the Go specification.
//
// Errors. A message that starts with "in ", "at ", "after " or "expected " is put behind "unexpected <token>"; others
// stand alone. Only one syntax error is reported for a line. After an error sl_advance skips to a token with which
// reading can go on; a BAD node stands for what was not understood.
//
// Depth. Each recursion passes sl_enter, and every expression knows its height, so that neither the parser nor a later
// phase that walks the tree needs more than SL_NESTING_MAX levels of stack (expressions inside a function literal
// included). Passing it is an error that ends reading.
#ifndef SL_PARSE_H
#define SL_PARSE_H

#include "lang/scan.h"

typedef struct {
    SlScan scan;
    SlArena *arena;
    SlTree *tree;
    int depth;        // of recursion
    uint32_t tallest; // height of the tallest expression finished since the enclosing function literal began
    int functions;    // bodies around us; above 0 statements' keywords stop sl_advance
    int nest;         // brackets around us; -1 in the header of if, for, switch, where { begins the body
    int groups;       // declarations in parentheses so far
    int last_line;    // of the last syntax error
    int directives;   // comments looked at by sl_take_directives
} SlParser;

static inline SlToken sl_tok(const SlParser *p) {
    return p->scan.token;
}

static inline SlPos sl_pos(const SlParser *p) {
    return p->scan.file->base + (SlPos)p->scan.start;
}

static inline SlPos sl_last_end(const SlParser *p) {
    return p->scan.file->base + (SlPos)p->scan.last_end;
}

static inline void sl_next(SlParser *p) {
    sl_scan_next(&p->scan);
}

// parse.c
bool sl_got(SlParser *p, SlToken token);  // consumes it if it is the current one
void sl_want(SlParser *p, SlToken token); // reports what is missing and skips one token
// Consumes "=", and with an error ":=".
bool sl_got_assign(SlParser *p);
void sl_error_at(SlParser *p, SlPos pos, const char *message);
void sl_syntax_error_at(SlParser *p, SlPos pos, const char *format, ...) __attribute__((format(printf, 3, 4)));
#define sl_syntax_error(p, ...) sl_syntax_error_at(p, sl_pos(p), __VA_ARGS__)
const char *sl_token_words(SlToken token); // "comma", "semicolon or newline", "keyword if", "{"

// Skips to one of the tokens, or inside a function to a keyword that starts a statement.
void sl_advance_to(SlParser *p, const SlToken *follow); // ends with EOF
#define sl_advance(p, ...) sl_advance_to(p, (const SlToken[]){__VA_ARGS__, SL_TOKEN_EOF})

// A list = [ f { sep f } [ sep ] ] close. After each element sl_list_next consumes the separator; false when the
// list is broken and its end has not been found. sl_list_close consumes the end unless it is broken.
typedef struct {
    const char *context; // "argument list"
    SlToken separator, close;
    bool done, broken;
} SlList;
bool sl_list_more(const SlParser *p, const SlList *list);
void sl_list_next(SlParser *p, SlList *list);
SlPos sl_list_close(SlParser *p, const SlList *list);

// False when nesting is too deep; every true wants an sl_leave.
bool sl_enter(SlParser *p);
void sl_leave(SlParser *p);
SlExpr *sl_expr_new(SlParser *p, SlExprKind kind, SlPos pos);
SlExpr *sl_expr_done(SlParser *p, SlExpr *expr); // sets end and height; returns it
SlExpr *sl_expr_bad(SlParser *p);
SlStmt *sl_stmt_new(SlParser *p, SlStmtKind kind, SlPos pos);
SlDecl *sl_decl_new(SlParser *p, SlDeclKind kind, SlPos pos);

typedef SL_VEC(SlExpr *) SlExprs;
typedef SL_VEC(SlStmt *) SlStmts;
typedef SL_VEC(SlDecl *) SlDecls;
typedef SL_VEC(SlField) SlFieldList;

// parse-decl.c
void sl_parse_file(SlParser *p);
void sl_parse_imports(SlParser *p);                                     // package clause and imports only
void sl_parse_decl_group(SlParser *p, SlDecls *decls, SlDeclKind kind); // behind the keyword

// parse-type.c
SlExpr *sl_parse_type(SlParser *p);
SlExpr *sl_parse_type_or_null(SlParser *p);
SlExpr *sl_parse_array_type(SlParser *p, SlPos pos, SlExpr *length); // behind "["; length may be null
SlExpr *sl_parse_slice_type(SlParser *p, SlPos pos);                 // behind "[" "]"
// Behind "func" and a name: context says what may have no type parameters, null if it may.
void sl_parse_signature(SlParser *p, SlExpr *type, const char *context);
SlExpr *sl_parse_qualified_name(SlParser *p, SlExpr *name); // name may be null
// Types, the first of which may be an expression unless strict. Adds them to list; true when there was a comma.
bool sl_parse_type_list(SlParser *p, SlExprs *list, bool strict);

// parse-param.c
// Behind "(" or "[". name and type are what has been read already of the first parameter.
SlFields sl_parse_params(SlParser *p, SlPos open, SlExpr *name, SlExpr *type, SlToken close, bool type_params);
SlExpr *sl_parse_array_or_type_args(SlParser *p, SlExpr *name); // at "[" behind name: ARRAY_TYPE or INDEX of name
// Terms with ~ and |; first may be null.
SlExpr *sl_parse_embedded_elem(SlParser *p, SlExpr *first);

// parse-expr.c
SlExpr *sl_parse_name(SlParser *p);
SlExpr *sl_parse_expr(SlParser *p);
SlExpr *sl_parse_binary(SlParser *p, SlExpr *x, int precedence); // x may be null
SlExpr *sl_parse_primary(SlParser *p, SlExpr *x);                // x may be null
void sl_parse_expr_list(SlParser *p, SlExprs *list);
void sl_parse_name_list(SlParser *p, SlExprs *list, SlExpr *first);
bool sl_is_type_switch_guard(const SlExpr *expr); // x.(type)

// parse-stmt.c
SlStmt *sl_parse_block(SlParser *p, const char *context);
SlStmt *sl_parse_func_body(SlParser *p);

// directives.c
typedef enum { SL_BEFORE_PACKAGE, SL_BEFORE_FUNC, SL_ELSEWHERE } SlDirectivePlace;
// Checks the compiler directives among the comments read since the last call.
void sl_take_directives(SlParser *p, SlDirectivePlace place);
// Marks of the file for its //line directives; wrong ones are reported.
void sl_line_directives(SlFiles *files, SlFile *file, const SlTree *tree, SlDiags *diags);
// The text behind //sluice: in the comments directly above pos, or null; several are joined by newlines.
const char *sl_sluice_directives(SlParser *p, SlPos pos);

// expr-format.c
char *sl_stmt_format(const SlStmt *stmt); // a simple statement; malloc's memory

// build-tags.c
void sl_build_tags(SlTree *tree); // sets go_minor and excluded from the comments before the package clause

// const-literal.c
// The value of a string literal without errors, in the arena.
char *sl_literal_unquote(SlArena *arena, const char *text, size_t length, size_t *out_length);

#endif
