// SPDX-License-Identifier: MIT
// The checker's private header. The checker is one recursive walk over the tree, cut into files by what is walked:
// declarations, types, expressions, calls, statements. Names with ck_ never leave this folder.
//
// Package-level declarations are checked when first needed (ck_decl), so their order in the source does not matter.
// What must wait until types are complete (validity of embedded fields, map keys, constraints, bodies) is put off
// with ck_later and runs at the end of the declaration or statement.
#ifndef SL_CHECK_H
#define SL_CHECK_H

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "lang/lang.h"

typedef struct SlCheck Check;

enum { CK_DEEPEST = 10000 }; // levels of the walk

enum { CK_WHITE, CK_BLACK, CK_GREY }; // SlObj.color: not resolved, resolved, being resolved

// What the walk knows of an expression.
typedef struct {
    SlMode mode;
    SlBuiltin builtin;
    const SlType *type;
    const SlConst *value;
    SlExpr *expr;
} Operand;

typedef SL_VEC(Operand) Operands;

// Statements that branches can leave or continue, innermost first.
typedef struct Nest {
    struct Nest *outer;
    SlStmt *stmt;
} Nest;

// Where the walk is.
typedef struct {
    SlObj *decl; // package-level object whose declaration this is: what it mentions becomes its dependency
    SlScope *scope;
    const SlConst *iota; // null outside constant declarations
    SlPos error_pos;     // of an inherited constant: errors are reported there
    const SlType *sig;   // of the function whose body this is
    SlFuncNode *func;
    Nest *nest;
    SlStmt *next_case;    // that fallthrough goes to
    bool call_or_receive; // the expression since reset contains one
    bool in_type_params;
    int go_minor;
} Env;

// A declaration of the package's own level.
typedef struct {
    SlObj *obj;
    SlDecl *decl;
    SlTree *file;
    int order;
    SlObj **lhs; // of var a, b = f()
    int lhs_count;
    SlExpr *init; // of CONST, VAR; may be null
    SlMap deps;   // objects that it mentions
    bool method;
    SlInit *initialiser; // of a library's VAR, when asked for; of the first of several
} Info;

typedef SL_VEC(Info *) Infos;

typedef struct Action Action;
struct Action {
    void (*run)(Check *c, Action *action);
    SlExpr *expr, **exprs;
    const SlType *type, *other;
    SlObj *obj;
    SlFuncNode *func;
    SlPos pos;
    int number;
    SlPackage *pkg;
    Env env;
};

// The place where a generic type or function gets type arguments: checked for endless instantiation.
typedef struct {
    SlPos pos;
    SlType **tparams;
    const SlType **targs;
    int count;
} Instance;

struct SlCheck {
    SlProgram *program;
    SlArena *arena;
    SlDiags *diags;
    SlTypes *types;
    SlConsts *consts;
    SlNames *names;
    const SlImporter *importer;
    SlLangOptions options;
    SlMap packages;                 // path to SlPackage
    SL_VEC(const char *) importing; // paths, outermost first
    SlPackage *pkg;
    Env env;
    SL_VEC(SlObj *) path; // being resolved, outermost first
    SL_VEC(Action) delayed;
    SlMap infos;     // SlObj to Info: of all packages
    Infos order;     // of the package that is being checked
    int busy;        // how often somebody is at work: at 0 a question from outside begins anew
    SlMap shift_lhs; // untyped constants left of a non-constant shift: SlExpr to itself
    SlMap valid;     // types known not to contain themselves
    SlMap rhs;       // NAMED to the type that it was declared with
    SL_VEC(Instance) instances;
    SL_VEC(SlObj *) imports; // PACKAGE objects of the package's files
    SL_VEC(SlObj *) dot_imports;
    int64_t frame;          // bytes that the function's variables take
    int literals;           // literals in initialisers of package-level variables so far
    SL_VEC(SlObj *) locals; // variables declared in the functions that are being checked
    SL_VEC(SlFuncNode *) bodyless;
    SlMap methods; // of the package: base type's SlObj to a list of methods
    int depth, max_depth;
    bool too_deep;
    int first_diag; // number of diagnostics before this package
    const char *blank, *init_name, *main_name;
    SlObj *iota_obj, *comparable_obj, *any_obj;
    SlPackage *unsafe;
};

// check.c: errors, texts, scopes, delayed work.
void ck_error(Check *c, SlPos pos, const char *format, ...) __attribute__((format(printf, 3, 4)));
const char *ck_print(Check *c, const char *format, ...) __attribute__((format(printf, 2, 3)));
const char *ck_expr_text(Check *c, const SlExpr *expr);
const char *ck_type_text(Check *c, const SlType *type);
const char *ck_operand_text(Check *c, const Operand *x);
const char *ck_const_text(Check *c, const SlConst *value);
const char *ck_pos_text(Check *c, SlPos pos);
const char *ck_other_decl(Check *c, const SlObj *obj); // "\n\t./prog.go:5:6: other declaration of x"
const char *ck_plural(Check *c, int count, const char *unit);
const char *ck_version_hint(Check *c);
bool ck_version(Check *c, SlPos pos, int minor, const char *format, ...) __attribute__((format(printf, 4, 5)));
Action *ck_later(Check *c, void (*run)(Check *c, Action *action));
void ck_run_delayed(Check *c, int from);
SlObj *ck_find(Check *c, const char *name, SlScope **where);
void ck_declare(Check *c, SlScope *scope, SlExpr *ident, SlObj *obj);
void ck_open_scope(Check *c, SlPos pos, SlPos end);
void ck_close_scope(Check *c);
SlObj *ck_new_var(Check *c, SlPos pos, const char *name, const SlType *type); // local to the current function
bool ck_enter(Check *c, SlPos pos); // false, after an error, when nesting is too deep; pair with ck_leave when true
void ck_leave(Check *c);
const SlType *ck_basic(Check *c, SlBasic basic);
const SlType *ck_invalid(Check *c);
bool ck_valid(const SlType *type);
bool ck_exported(const char *name);
const char *ck_kind_name(const SlType *type);         // "struct", "slice", ...; "" for basic types
bool ck_is_kind(const SlType *type, SlTypeKind kind); // of the underlying type
const SlType *ck_deref(const SlType *type, bool *was_pointer);
const SlType *ck_common_core(Check *c, const SlType *type); // core type; bytestring type parameters give string
bool ck_is_bytes(const SlType *type);
bool ck_is_bytestring(Check *c, const SlType *type); // string or []byte, or a type parameter over these

// check-decl.c, check-cycle.c
void ck_decl(Check *c, SlObj *obj, SlType *def);
void ck_resolve_type(void *check, const SlType *named);
void ck_resolve_method(void *check, SlObj *method);
void ck_cycle_error(Check *c, SlObj **cycle, int count, int start);
int ck_first_in_source(SlObj **cycle, int count);
void ck_local_decls(Check *c, SlStmt *stmt);
void ck_depend(Check *c, SlObj *on);
void ck_func_body(Check *c, SlFuncNode *func, const SlConst *iota);
void ck_valid_type(Check *c, const SlType *type);
void ck_arity(Check *c, SlDecl *decl);
void ck_collect_methods(Check *c, SlObj *obj);
Info *ck_info(Check *c, const SlObj *obj);

// check-collect.c
void ck_collect(Check *c);
void ck_collect_decl(Check *c, SlTree *tree, SlDecl *decl);
void ck_bind_method(Check *c, SlObj *base, SlObj *method);
void ck_free_methods(Check *c);
void ck_package_objects(Check *c);
void ck_unused_imports(Check *c);
void ck_usage(Check *c, int from);
void ck_add_frame(Check *c, const SlType *type, int64_t count);

// check-library.c
void ck_library_open(Check *c, SlPackage *pkg);
void ck_library_file(Check *c, SlPackage *pkg, const SlFile *file, uint32_t rest); // that is the next of pkg->files
void ck_library_close(SlPackage *pkg);                                             // names are found from now on
void ck_library_note(SlPackage *pkg, Info *info);                                  // declared
void ck_library_all(SlPackage *pkg);                                               // declares every name
void ck_library_free(SlPackage *pkg);
// The package that names belong to and that is told to types. Returns the one before.
SlPackage *ck_enter_package(Check *c, SlPackage *pkg);
void ck_begin(Check *c); // pair with ck_end; whoever is first has nothing of an earlier walk left
void ck_end(Check *c);

// check-init.c
void ck_init_order(Check *c, const Infos *order);
void ck_monomorph(Check *c);

// check-type.c, check-struct.c, check-signature.c
const SlType *ck_type(Check *c, SlExpr *e);     // no generic type
const SlType *ck_var_type(Check *c, SlExpr *e); // nor a constraint
const SlType *ck_def_type(Check *c, SlExpr *e, SlType *def);
void ck_no_constraint(Check *c, SlExpr *e, const SlType *type);
const SlType *ck_generic_type(Check *c, SlExpr *e);
const SlType *ck_instantiated(Check *c, SlExpr *e, SlType *def); // INDEX
void ck_set_def(SlType *def, const SlType *type);
int64_t ck_array_length(Check *c, SlExpr *e);
const SlType *ck_struct_type(Check *c, SlExpr *e, SlType *def);
const SlType *ck_interface_type(Check *c, SlExpr *e, SlType *def);
const SlType *ck_union(Check *c, SlExpr *e);
const SlType *ck_signature(Check *c, SlExpr *e, SlFuncNode *func);
void ck_type_params(Check *c, const SlFields *fields, SlType ***tparams, int *count);
const SlExpr *ck_receiver_base(const SlExpr *type, bool *pointer, SlExpr ***targs, int *targ_count);
void ck_note_instance(Check *c, SlPos pos, SlType **tparams, const SlType **targs, int count);
const char *ck_count_targs(Check *c, int have, int want, bool function);

// check-expr.c
void ck_ident(Check *c, Operand *x, SlExpr *e, SlType *def, bool want_type);
void ck_raw(Check *c, const SlType *target, Operand *x, SlExpr *e, const SlType *hint, bool allow_generic);
void ck_expr(Check *c, const SlType *target, Operand *x, SlExpr *e); // a single value
void ck_multi(Check *c, Operand *x, SlExpr *e);                      // a value or a tuple
void ck_expr_or_type(Check *c, Operand *x, SlExpr *e, bool allow_generic);
void ck_expr_hint(Check *c, Operand *x, SlExpr *e, const SlType *hint);
typedef enum { CK_CONVERSION, CK_EXPRESSION, CK_STATEMENT } ExprKind;
ExprKind ck_raw_kind(Check *c, Operand *x, SlExpr *e);
void ck_single(Check *c, Operand *x);
void ck_exclude(Check *c, Operand *x, unsigned modes);
void ck_record(Check *c, Operand *x);
void ck_set_type(Check *c, SlExpr *e, SlMode mode, const SlType *type); // through parentheses
void ck_comma_ok(Check *c, SlExpr *e, const SlType *first, const SlType *second);
void ck_binary(Check *c, Operand *x, SlExpr *e, SlExpr *lhs, SlExpr *rhs, SlToken op, SlPos op_pos);
void ck_comparison(Check *c, Operand *x, Operand *y, SlToken op, bool in_switch);
void ck_match(Check *c, Operand *x, Operand *y);
void ck_use(Check *c, SlExpr **list, int count);
void ck_use_one(Check *c, SlExpr *e);
void ck_use_lhs(Check *c, SlExpr **list, int count);
void ck_unary(Check *c, Operand *x, SlExpr *e);
bool ck_predicate(Check *c, Operand *x, SlToken op, bool unary);
void ck_shift(Check *c, Operand *x, Operand *y, SlExpr *e, SlToken op, SlPos op_pos);

// check-const.c
typedef enum { CK_FITS, CK_TRUNCATED, CK_OVERFLOWS, CK_WRONG } Fit;
bool ck_is_nil(const Operand *x);
void ck_overflow(Check *c, Operand *x, SlPos op_pos);
Fit ck_represent(Check *c, const Operand *x, const SlType *basic, const SlConst **out);
void ck_representable(Check *c, Operand *x, const SlType *basic);
Fit ck_implicit(Check *c, Operand *x, const SlType *target, const SlType **type, const SlConst **value);
void ck_convert_untyped(Check *c, Operand *x, const SlType *target);
void ck_update_type(Check *c, SlExpr *e, const SlType *type, bool final);
void ck_update_value(SlExpr *e, const SlConst *value);
const SlConst *ck_unknown(Check *c);
bool ck_known(const SlConst *value);
void ck_conversion(Check *c, Operand *x, const SlType *T);
// Equal for equal values; type is part of it unless null.
const char *ck_const_key(Check *c, const SlConst *value, const SlType *type, size_t *length);

// check-selector.c, check-index.c, check-literal.c
void ck_selector(Check *c, Operand *x, SlExpr *e, SlType *def, bool want_type);
bool ck_index_expr(Check *c, Operand *x, SlExpr *e); // true: a generic function to instantiate
void ck_slice_expr(Check *c, Operand *x, SlExpr *e);
bool ck_valid_index(Check *c, Operand *x, const char *what, bool allow_negative);
const SlType *ck_index(Check *c, SlExpr *e, int64_t max, int64_t *value);
void ck_composite(Check *c, Operand *x, SlExpr *e, const SlType *hint);
void ck_func_literal(Check *c, Operand *x, SlExpr *e);
int64_t ck_elements(Check *c, SlExpr **list, int count, const SlType *type, int64_t length);
const char *ck_lookup_error(Check *c, const SlType *type, const char *name, SlObj *other, bool literal);

// check-call.c, check-args.c

ExprKind ck_call(Check *c, Operand *x, SlExpr *e);
void ck_func_inst(Check *c, const SlType *target, SlPos pos, Operand *x, SlExpr *e, bool infer);
int ck_generic_list(Check *c, SlExpr **list, int count,
                    Operands *out); // evaluates; one call of several results is unpacked
void ck_instantiate(Check *c, Operand *x, SlExpr *naming, const SlType **targs, int count, SlPos pos,
                    SlExpr **targ_exprs, int targ_expr_count);
const SlType *ck_arguments(Check *c, SlExpr *call, const SlType *sig, const SlType **targs, int targ_count,
                           SlExpr **targ_exprs, Operands *args);

// check-builtin.c, check-unsafe.c
typedef struct {
    Check *c;
    SlExpr *call;
    Operand *x; // first argument, then the result
    Operands *args;
    int nargs;
} BuiltinCall;
bool ck_builtin_wrong(BuiltinCall *b, const Operand *at, const char *text); // reports; false
bool ck_measured(BuiltinCall *b, const SlType *type, int64_t (*measure)(const SlType *));
int64_t ck_align_of(const SlType *type);
bool ck_offset_of(BuiltinCall *b);
bool ck_unsafe_pointers(BuiltinCall *b, SlBuiltin id);
bool ck_builtin(Check *c, Operand *x, SlExpr *e, SlBuiltin id);

// check-assign.c
void ck_assignment(Check *c, Operand *x, const SlType *T, const char *context);
bool ck_assignable(Check *c, Operand *x, const SlType *T, const char **cause);
void ck_init_const(Check *c, SlObj *lhs, Operand *x);
void ck_init_var(Check *c, SlObj *lhs, Operand *x, const char *context);
void ck_init_vars(Check *c, SlObj **lhs, int count, SlExpr **rhs, int rhs_count, SlStmt *return_stmt);
void ck_assign_var(Check *c, SlExpr *lhs, SlExpr *rhs, Operand *x, const char *context);
void ck_assign_vars(Check *c, SlExpr **lhs, int count, SlExpr **rhs, int rhs_count);
void ck_short_var_decl(Check *c, SlPos pos, SlExpr **lhs, int count, SlExpr **rhs, int rhs_count);
const char *ck_summary(Check *c, const SlType **types, int count, bool variadic, bool dots); // "(number, string)"
int ck_multi_list(Check *c, SlExpr *e, bool allow_comma_ok, Operands *out, bool *comma_ok);

// check-stmt.c, check-switch.c, check-range.c
enum { CTX_BREAK = 1, CTX_CONTINUE = 2, CTX_FALLTHROUGH = 4, CTX_FINAL_CASE = 8, CTX_TYPE_SWITCH = 16 };
void ck_stmt(Check *c, int ctx, SlStmt *s);
void ck_stmts(Check *c, int ctx, SlStmt **list, int count);
void ck_simple(Check *c, SlStmt *s);
void ck_switch(Check *c, int ctx, SlStmt *s);
void ck_type_switch(Check *c, int ctx, SlStmt *s);
void ck_range(Check *c, int ctx, SlStmt *s);
void ck_type_assertion(Check *c, SlExpr *e, Operand *x, const SlType *T, bool type_switch);

// check-directives.c
void ck_directives(Check *c);

// check-label.c, check-return.c
void ck_labels(Check *c, SlStmt *body);
bool ck_terminating(SlStmt *s, SlExpr *label);
bool ck_terminating_list(SlStmt **list, int count);

#endif
