// SPDX-License-Identifier: MIT
// The syntax tree of Go. The parser makes it; the checker fills the fields marked [check] and moves nothing.
// Everything lives in the program's arena. A node's pos is where its source starts (what gc reports),
// op_pos is where its operator, selector, parenthesis or bracket stands, end is one past its last byte.
#ifndef SL_TREE_H
#define SL_TREE_H

#include <stdbool.h>

#include "base/diag.h"
#include "lang/const.h"
#include "lang/token.h"

typedef struct SlType SlType;
typedef struct SlObj SlObj;
typedef struct SlScope SlScope;
typedef struct SlPackage SlPackage;
typedef struct SlExpr SlExpr;
typedef struct SlStmt SlStmt;
typedef struct SlFuncNode SlFuncNode;

// How deep a tree may be: walking it recursively needs at most about twice as many levels (statements and expressions
// are limited each). Deeper source is a syntax error.
enum { SL_NESTING_MAX = 2500 };

typedef enum {
    SL_EXPR_BAD,        // not understood, or a literal with an error: has been reported
    SL_EXPR_IDENT,      // name
    SL_EXPR_LITERAL,    // literal: INT FLOAT IMAG CHAR STRING in op, spelled as in the source
    SL_EXPR_COMPOSITE,  // type (may be null inside another) { list }
    SL_EXPR_FUNC,       // func literal: func
    SL_EXPR_PAREN,      // ( x )
    SL_EXPR_SELECTOR,   // x . name
    SL_EXPR_INDEX,      // x [ list ]: one index, or type arguments
    SL_EXPR_SLICE,      // x [ lo : hi : max ], each may be null; full says that there are two colons
    SL_EXPR_ASSERT,     // x . ( type ), null type in x.(type)
    SL_EXPR_CALL,       // x ( list ), dots says that the last is followed by ...
    SL_EXPR_STAR,       // * x: indirection or pointer type
    SL_EXPR_UNARY,      // op x: + - ! ^ & <- ~
    SL_EXPR_BINARY,     // x op y
    SL_EXPR_KEY_VALUE,  // x : y in a composite literal
    SL_EXPR_ELLIPSIS,   // ... x: a variadic parameter's type; as the length of an array, x is null
    SL_EXPR_ARRAY_TYPE, // [ lo ] x; lo is null for a slice, an ELLIPSIS for [...]
    SL_EXPR_STRUCT_TYPE,
    SL_EXPR_FUNC_TYPE,
    SL_EXPR_INTERFACE_TYPE,
    SL_EXPR_MAP_TYPE,  // map [ x ] y
    SL_EXPR_CHAN_TYPE, // chan x; dir
} SlExprKind;

typedef enum { SL_DIR_BOTH, SL_DIR_SEND, SL_DIR_RECV } SlDir;

// What an expression denotes, as go/types calls it.
typedef enum {
    SL_MODE_INVALID,
    SL_MODE_NO_VALUE, // a call without results
    SL_MODE_BUILTIN,  // a built-in function
    SL_MODE_TYPE,
    SL_MODE_CONST,     // value is set
    SL_MODE_VARIABLE,  // addressable
    SL_MODE_MAP_INDEX, // assignable, not addressable, may give a second bool
    SL_MODE_VALUE,
    SL_MODE_NIL,      // the predeclared nil; type is the type it is used as
    SL_MODE_COMMA_OK, // receive, assertion: may give a second bool
} SlMode;

typedef enum {
    SL_SELECT_NONE,
    SL_SELECT_QUALIFIED,   // package.Name: obj is what it denotes
    SL_SELECT_FIELD,       // path leads through embedded fields to the field
    SL_SELECT_METHOD,      // x.Method with receiver bound: called, or a method value
    SL_SELECT_METHOD_EXPR, // T.Method
} SlSelectKind;

// The way from x to what a selector denotes. Each step of the path is the index of a struct field; for
// methods the path holds the embedded fields only. Pointers on the way are followed implicitly.
typedef struct {
    SlSelectKind kind;
    SlObj *obj;         // the field (VAR) or method (FUNC); of a generic type's instance, the origin's method
    const SlType *recv; // type of x (of T in T.Method)
    int *path;
    int path_length;
    bool indirect; // a pointer was followed on the way, or recv is one
} SlSelection;

typedef enum { SL_CALL_FUNC, SL_CALL_BUILTIN, SL_CALL_CONVERSION } SlCallKind;

typedef struct {
    SlExpr **names; // IDENTs; none for an embedded field, an unnamed parameter, an embedded element
    int name_count;
    SlExpr *type;    // for an interface's method a FUNC_TYPE
    const char *tag; // struct tag as in the source, or null
    size_t tag_length;
    SlPos tag_pos;
    SlPos pos;
} SlField;

typedef struct {
    SlField *at;
    int count;
    SlPos open, close;
} SlFields;

struct SlExpr {
    uint8_t kind; // SlExprKind
    uint8_t op;   // SlToken: of UNARY, BINARY, LITERAL
    uint8_t dir;  // SlDir of CHAN_TYPE
    bool dots, full;
    uint8_t mode;      // [check] SlMode
    uint8_t call_kind; // [check] SlCallKind of CALL
    bool comma_ok; // [check] this MAP_INDEX, COMMA_OK expression is used with two results: type is a tuple (T, bool)
    SlPos pos, op_pos, end;
    uint32_t height; // of the tree below, at most SL_NESTING_MAX (function literals included)
    union {
        const char *name;    // IDENT, SELECTOR; interned: equal names have equal pointers
        const char *literal; // LITERAL
    };
    size_t length;  // of name or literal
    SlPos name_pos; // of SELECTOR's name
    SlExpr *x, *y, *lo, *hi, *max;
    SlExpr *type_expr; // of COMPOSITE, ASSERT
    SlExpr **list;
    int count;
    SlFields fields;           // STRUCT_TYPE, INTERFACE_TYPE; parameters of FUNC_TYPE
    SlFields results, tparams; // of FUNC_TYPE
    SlFuncNode *func;          // FUNC
    // [check]
    const SlType *type;     // final type; untyped only where Go leaves it so (constant expressions that are not used)
    const SlConst *value;   // of MODE_CONST, already represented in type
    SlObj *obj;             // IDENT: what it denotes, or defines; KEY_VALUE's key in a struct literal: the field;
                            // CALL of a builtin: the builtin
    SlSelection *selection; // SELECTOR
    const SlType **targs;   // type arguments of an instantiated generic function, on the IDENT, SELECTOR or INDEX
    int targ_count;         // that names it (given or inferred)
};

typedef enum {
    SL_STMT_BAD,
    SL_STMT_EMPTY,
    SL_STMT_EXPR,        // x
    SL_STMT_SEND,        // x <- y
    SL_STMT_INC_DEC,     // x ++ | --: op is INC or DEC
    SL_STMT_ASSIGN,      // lhs op rhs; op is ASSIGN, DEFINE or one like ADD_ASSIGN
    SL_STMT_GO,          // x: a CALL
    SL_STMT_DEFER,       // x: a CALL
    SL_STMT_RETURN,      // rhs
    SL_STMT_BRANCH,      // op is BREAK CONTINUE GOTO FALLTHROUGH; label may be null
    SL_STMT_BLOCK,       // list
    SL_STMT_IF,          // init ; x body else_
    SL_STMT_SWITCH,      // init ; x (may be null) list of CASE
    SL_STMT_TYPE_SWITCH, // init ; bind := y.(type) list of CASE; bind may be null; x is the ASSERT
    SL_STMT_CASE,        // rhs: the expressions, none with is_default; list: the body
    SL_STMT_SELECT,      // list of COMM
    SL_STMT_COMM,        // init: SEND, EXPR (receive), ASSIGN (receive); null with is_default; list: the body
    SL_STMT_FOR,         // init ; x ; post body
    SL_STMT_RANGE,       // lhs (0 to 2) op range x body; op is ASSIGN, DEFINE, or EOF without lhs
    SL_STMT_LABELED,     // label : body
    SL_STMT_DECL,        // decls
} SlStmtKind;

typedef struct SlDecl SlDecl;

struct SlStmt {
    uint8_t kind; // SlStmtKind
    uint8_t op;   // SlToken
    bool is_default;
    SlPos pos, op_pos, end;
    SlExpr *x, *y;
    SlExpr **lhs, **rhs;
    int lhs_count, rhs_count;
    SlStmt *init, *post, *body, *else_;
    SlStmt **list;
    int count;
    SlPos close;   // closing brace of BLOCK, SWITCH, SELECT
    SlExpr *label; // IDENT of BRANCH, LABELED
    SlExpr *bind;  // IDENT of TYPE_SWITCH
    SlDecl **decls;
    int decl_count;
    // [check]
    SlObj *bound;   // CASE of a TYPE_SWITCH with a name: the variable of this clause
    SlStmt *target; // BRANCH: the statement that it leaves or continues (FOR, RANGE, SWITCH, TYPE_SWITCH, SELECT;
                    // for break to a labelled BLOCK and such, and for goto, the LABELED); FALLTHROUGH: the next CASE
    bool per_iteration; // FOR, RANGE with :=: variables are new in each iteration (Go 1.22)
};

typedef enum { SL_DECL_IMPORT, SL_DECL_CONST, SL_DECL_TYPE, SL_DECL_VAR, SL_DECL_FUNC } SlDeclKind;

// One specification; those of a group in parentheses share group.
struct SlDecl {
    uint8_t kind; // SlDeclKind
    SlPos pos, end;
    int group;      // number of the group in parentheses within its file, 0 without
    int iota;       // of CONST: index in its group
    SlExpr **names; // IDENTs of CONST, VAR; one of TYPE, FUNC; the local name of IMPORT, may be none ("." and "_" too)
    int name_count;
    SlExpr *type; // of CONST, VAR (may be null), TYPE
    SlExpr **values;
    int value_count;
    bool inherited;           // CONST: type and values are those of the declaration before, repeated
    bool alias;               // TYPE: type A = B
    SlFields tparams;         // of TYPE
    const char *path;         // IMPORT: unquoted
    const char *package_path; // IMPORT: what the importer knows the package by; path unless that is local
    SlPos path_pos;
    SlFuncNode *func; // FUNC
};

// A function with its body: a declaration or a literal.
struct SlFuncNode {
    SlPos pos, end;
    SlExpr *type;           // FUNC_TYPE
    SlField *recv;          // receiver of a method, or null
    SlFields recv_fields;   // as written (an error unless exactly one)
    SlStmt *body;           // BLOCK, or null: implemented elsewhere (a native of the standard library)
    uint32_t pending;       // of the standard library: body is empty until sl_parse_pending reads it from there - 1 on
    const char *directives; // of the standard library: text after //sluice:, or null
    SlFuncNode *outer;      // [check] the function that this literal stands in
    // [check]
    SlObj *obj; // FUNC, null for a literal
    const SlType *sig;
    SlObj **params, **result_vars; // variables of parameters (receiver first) and results; unnamed and blank ones too
    int param_count, result_count;
    bool checked;                // body has been checked (library bodies are, on demand)
    bool has_defer, has_recover; // the body itself, not its inner literals
    int literal_number;          // of a literal: 1, 2, ... within its outer function, as in main.func1
    SlFuncNode **literals;       // in source order
    int literal_count;
    SlScope *scope; // of its parameters; the body's scope lies directly inside
    void *code;     // for engine/code
};

typedef struct {
    SlPos pos, end;
    const char *text; // with // or /* */
    size_t length;
} SlComment;

typedef struct {
    const SlFile *file;
    SlPos pos;       // of the package clause
    SlExpr *package; // IDENT
    SlDecl **decls;  // in source order
    int decl_count;
    SlComment *comments; // in source order
    int comment_count;
    int go_minor;   // from //go:build go1.N, 0 without
    bool excluded;  // by a build constraint (//go:build ignore counts as included when the file is named itself)
    SlScope *scope; // [check] file scope: imports
} SlTree;

// Parses one file. Errors are added to diags, worded as gc words them; the tree that comes back is never null and holds
// what could be read. As in gc, a message that starts with "syntax error" means that the tree is not worth checking;
// others (lexical errors, methods without receiver, go and defer without call, 3-index slices) let checking go on.
// names interns identifiers for the whole program. Nesting deeper than the parser's limit is an error, never a crash.
typedef struct SlNames SlNames;
SlNames *sl_names_new(SlArena *arena);
const char *sl_names_get(SlNames *names, const char *text, size_t length);
void sl_names_free(SlNames *names);
SlTree *sl_parse(SlArena *arena, SlNames *names, const SlFile *file, SlDiags *diags);
// The same for a file that is one expression and nothing else.
SlExpr *sl_parse_alone(SlArena *arena, SlNames *names, const SlFile *file, SlDiags *diags);
// Of a library file the head alone: package clause and imports. *rest: offset of the line behind.
SlTree *sl_parse_head(SlArena *arena, SlNames *names, const SlFile *file, SlDiags *diags, uint32_t *rest);
// One declaration of a library file, comments above it included; in_group: a specification between parentheses.
SlDecl **sl_parse_decl(SlArena *arena, SlNames *names, const SlFile *file, SlDiags *diags, uint32_t at, SlDeclKind kind,
                       bool in_group, int *count);
// Reads the body of a library function that sl_parse has left out; does nothing when it is there.
void sl_parse_pending(SlArena *arena, SlNames *names, const SlFile *file, SlDiags *diags, SlFuncNode *func);

// Writes an expression as gc prints it in messages (ast's ExprString; function bodies as {…}).

char *sl_expr_format(const SlExpr *expr); // malloc's memory

const SlExpr *sl_unparen(const SlExpr *expr);

#endif
