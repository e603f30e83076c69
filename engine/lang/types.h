// SPDX-License-Identifier: MIT
// Go's types, objects and scopes, and the relations between types (identity, assignability, method sets,
// type sets, instantiation). Shaped after the specification's own words; the go/types package has the same cut.
//
// Types are compared with sl_type_identical, not by pointer: interfaces and generic instances are completed
// late. A named type is one pointer for each declaration, an instance one pointer for each (origin, arguments).
#ifndef SL_TYPES_H
#define SL_TYPES_H

#include <stdbool.h>

#include "base/map.h"
#include "lang/tree.h"

typedef enum {
    SL_TYPE_BASIC,
    SL_TYPE_ARRAY,     // elem, length (-1: unknown after an error)
    SL_TYPE_SLICE,     // elem
    SL_TYPE_POINTER,   // elem
    SL_TYPE_MAP,       // key, elem
    SL_TYPE_CHAN,      // elem, dir
    SL_TYPE_STRUCT,    // fields
    SL_TYPE_TUPLE,     // vars: parameters, results, several values
    SL_TYPE_SIGNATURE, // recv, tparams, params, results, variadic
    SL_TYPE_INTERFACE, // methods, embeds; complete after sl_type_set
    SL_TYPE_UNION,     // terms
    SL_TYPE_NAMED,     // obj, under, methods, tparams, origin, targs
    SL_TYPE_PARAM,     // obj, bound, index
    SL_TYPE_ALIAS,     // obj, elem (what it stands for); only where gc prints the alias's name. sl_unalias removes it
} SlTypeKind;

typedef enum {
    SL_INVALID,
    SL_BOOL,
    SL_INT,
    SL_INT8,
    SL_INT16,
    SL_INT32,
    SL_INT64,
    SL_UINT,
    SL_UINT8,
    SL_UINT16,
    SL_UINT32,
    SL_UINT64,
    SL_UINTPTR,
    SL_FLOAT32,
    SL_FLOAT64,
    SL_COMPLEX64,
    SL_COMPLEX128,
    SL_STRING,
    SL_UNSAFE_POINTER,
    SL_UNTYPED_BOOL,
    SL_UNTYPED_INT,
    SL_UNTYPED_RUNE,
    SL_UNTYPED_FLOAT,
    SL_UNTYPED_COMPLEX,
    SL_UNTYPED_STRING,
    SL_UNTYPED_NIL,
    SL_BASIC_COUNT,
} SlBasic;

enum {
    SL_IS_BOOLEAN = 1,
    SL_IS_INTEGER = 2,
    SL_IS_UNSIGNED = 4,
    SL_IS_FLOAT = 8,
    SL_IS_COMPLEX = 16,
    SL_IS_STRING = 32,
    SL_IS_UNTYPED = 64,
    SL_IS_ORDERED = SL_IS_INTEGER | SL_IS_FLOAT | SL_IS_STRING,
    SL_IS_NUMERIC = SL_IS_INTEGER | SL_IS_FLOAT | SL_IS_COMPLEX,
    SL_IS_CONST = SL_IS_BOOLEAN | SL_IS_NUMERIC | SL_IS_STRING,
};

typedef struct {
    bool tilde;
    const SlType *type;
    SlPos pos;
} SlTerm;

// The type set of an interface: its methods (sorted by name, then package), and its terms unless all types are in it.
typedef struct {
    SlObj **methods;
    int method_count;
    bool all_types; // no terms restrict it
    SlTerm *terms;  // disjoint; none with all_types false: the empty set
    int term_count;
    bool comparable; // only comparable types; with terms each of them is asked
} SlTypeSet;

typedef struct SlTypes SlTypes;

struct SlType {
    uint8_t kind;     // SlTypeKind
    uint8_t basic;    // SlBasic
    uint8_t dir;      // SlDir
    uint8_t flags;    // of BASIC: SL_IS_...
    bool variadic;    // SIGNATURE: the last parameter has type []T
    bool implicit;    // INTERFACE: made for a constraint literal such as ~int
    const char *name; // BASIC
    const SlType *elem, *key;
    int64_t length;
    SlObj **fields;                 // STRUCT: VARs; TUPLE: VARs; UNION: none
    const char **tags;              // STRUCT: unquoted, entries may be null; null when there is none
    int count;                      // of fields
    SlObj *recv;                    // SIGNATURE: VAR or null
    const SlType *params, *results; // TUPLEs, never null
    SlType **tparams;               // SIGNATURE, NAMED: type parameters
    int tparam_count;
    SlType **recv_tparams; // SIGNATURE of a method of a generic type: the receiver's own names for them
    int recv_tparam_count;
    SlObj **methods; // INTERFACE: explicit ones; NAMED: declared ones (FUNC)
    int method_count;
    const SlType **embeds; // INTERFACE
    SlPos *embed_pos;
    int embed_count;
    SlTypeSet *set; // INTERFACE: null until computed
    SlTerm *terms;  // UNION
    int term_count;
    SlObj *obj;           // NAMED, PARAM, ALIAS: TYPE_NAME
    const SlType *under;  // NAMED: null until resolved; use sl_under
    const SlType *origin; // NAMED: the generic type of an instance, else itself
    const SlType **targs; // NAMED: of an instance
    int targ_count;
    const SlType *bound; // PARAM: constraint; use sl_type_bound
    int index;           // PARAM
    // A type declared inside a generic function depends on that function's type parameters: they are implicit
    // parameters of it. Found by way of obj->scope->func; an instance has origin != itself and outer_targs.
    SlType **outer_tparams;
    int outer_tparam_count; // -1: there are none
    const SlType **outer_targs;
    uint32_t id; // unique, for printing and hashing
    void *code;  // for engine/code
    // Of the type system itself:
    SlTypes *types;
    SlType *next_instance; // in the table of instances
    uint64_t instance_hash;
    const SlType **method_sigs; // NAMED instance: signatures by index in origin->methods, null until needed
    int method_sig_count;
    const SlType *iface, *iface_bound; // PARAM: constraint as an interface, and the bound that it was made from
    bool busy, reported, quiet; // being expanded; union already checked; made by substitution: errors were reported
    int64_t size;               // layout, computed once
    int8_t align;
};

typedef enum {
    SL_OBJ_PACKAGE, // an imported package's name
    SL_OBJ_CONST,
    SL_OBJ_TYPE,
    SL_OBJ_VAR,  // variable, parameter, result, field
    SL_OBJ_FUNC, // function, method
    SL_OBJ_LABEL,
    SL_OBJ_BUILTIN,
    SL_OBJ_NIL,
} SlObjKind;

// clang-format off
#define SL_BUILTINS(B)                                                                                                 \
    B(append) B(cap) B(clear) B(close) B(complex) B(copy) B(delete) B(imag) B(len) B(make) B(max) B(min) B(new)        \
    B(panic) B(print) B(println) B(real) B(recover)                                                                    \
    B(Add) B(Alignof) B(Offsetof) B(Sizeof) B(Slice) B(SliceData) B(String) B(StringData) /* unsafe's */
// clang-format on
typedef enum {
#define B(name) SL_BUILTIN_##name,
    SL_BUILTINS(B)
#undef B
} SlBuiltin;

struct SlObj {
    uint8_t kind;    // SlObjKind
    uint8_t builtin; // SlBuiltin
    bool used;       // VAR (local), PACKAGE, LABEL
    bool is_field, embedded, is_param, is_result, is_global;
    bool is_alias;    // TYPE
    uint8_t color;    // while the checker resolves it
    const char *name; // interned
    SlPos pos;
    SlPackage *pkg;       // null for what is predeclared
    const SlType *type;   // null until resolved
    const SlConst *value; // CONST
    SlPackage *imported;  // PACKAGE
    SlScope *scope;       // that it is declared in
    SlPos scope_pos;      // from here on it is visible (locals)
    SlDecl *decl;         // package-level: where it is declared
    int decl_index;       // index in decl->names
    SlTree *file;         // package-level: the file
    SlFuncNode *func;     // FUNC; VAR (local): the function that owns it
    SlObj *origin;        // of an instantiated method or field: the generic one; else null
    SlStmt *label;        // LABEL: its LABELED
    SlPos first_write;    // free for the checker
    uint32_t flags;       // for engine/code (escapes, captured, reassigned)
    void *code;           // for engine/code
};

struct SlScope {
    SlScope *outer;
    SlMap names;      // interned name to SlObj; freed with the program
    SlFuncNode *func; // the function it belongs to
    SlPos pos, end;
    bool is_func;
    // Of a library package: declares a name that is not among names yet; null: there is no such declaration.
    SlObj *(*more)(void *data, const char *name);
    void *more_data;
};

// Everything of one program: predeclared things, the arena, and the table of instances.
SlTypes *sl_types_new(SlArena *arena, SlNames *names, SlConsts *consts);
void sl_types_free(SlTypes *types);
SlArena *sl_types_arena(SlTypes *types);
const SlType *sl_basic(const SlTypes *types, SlBasic basic);
// byte and rune are BASICs and any is an INTERFACE, each identical to uint8, int32, interface{} but not the same
// pointer: they keep their name in messages.
const SlType *sl_type_byte(const SlTypes *types);
const SlType *sl_type_rune(const SlTypes *types);
const SlType *sl_type_any(const SlTypes *types);
const SlType *sl_type_error(const SlTypes *types);
const SlType *sl_type_comparable(const SlTypes *types);
SlScope *sl_universe(const SlTypes *types);
SlScope *sl_unsafe_scope(const SlTypes *types); // of package unsafe

// Inserted objects get scope as their scope if they have none. pos 0: everything is visible.
SlScope *sl_scope_new(SlTypes *types, SlScope *outer, SlPos pos, SlPos end);
SlObj *sl_scope_lookup(const SlScope *scope, const char *name);                                 // this scope only
SlObj *sl_scope_find(const SlScope *scope, const char *name, SlPos pos, const SlScope **where); // outwards
// The innermost of all scopes whose source contains pos; null: none does.
const SlScope *sl_scope_at(const SlTypes *types, SlPos pos);
SlObj *sl_scope_insert(SlScope *scope, SlObj *obj); // returns the one already there, else null
SlObj *sl_obj_new(SlTypes *types, SlObjKind kind, SlPos pos, SlPackage *pkg, const char *name, const SlType *type);

SlType *sl_type_new(SlTypes *types, SlTypeKind kind);
const SlType *sl_type_pointer(SlTypes *types, const SlType *elem);
const SlType *sl_type_slice(SlTypes *types, const SlType *elem);
const SlType *sl_type_array(SlTypes *types, const SlType *elem, int64_t length);
const SlType *sl_type_map(SlTypes *types, const SlType *key, const SlType *elem);
const SlType *sl_type_chan(SlTypes *types, SlDir dir, const SlType *elem);
const SlType *sl_type_tuple(SlTypes *types, SlObj **vars, int count);
SlType *sl_type_named(SlTypes *types, SlObj *obj);

// Resolution is lazy: a named type's declaration is checked when first needed. The checker sets the hook.
void sl_types_set_resolver(SlTypes *types, void (*resolve)(void *check, const SlType *named), void *check);
// Called with a method (FUNC) whose type is null when its signature is needed.
void sl_types_set_method_resolver(SlTypes *types, void (*resolve)(void *check, SlObj *method), void *check);
// Reasons are worded relative to this package (its names unqualified). The checker sets it.
void sl_types_set_files(SlTypes *types, const SlFiles *files); // for "(declared at prog.go:3:8)" in reasons
void sl_types_set_package(SlTypes *types, const SlPackage *pkg);
const SlType *sl_unalias(const SlType *type);
const SlType *
sl_under(const SlType *type); // underlying type; of a PARAM its constraint interface; instances are expanded
const SlType *sl_core(const SlType *type); // core type, or null; for a PARAM over chan/func/… as the specification says
const SlType *sl_core_string(const SlType *type); // as sl_core, but a set of byte slices and strings gives string
const SlType *sl_type_bound(const SlType *param); // constraint, always an INTERFACE (wrapped if it was written ~int)
const SlTypeSet *sl_type_set(SlTypes *types,
                             const SlType *interface); // complete; errors go to the diags of sl_types_set_diags
void sl_types_set_diags(SlTypes *types, SlDiags *diags);
// Calls visit(term's type) for each term of a type parameter's set; false as soon as visit returns false, and false
// when the set has no terms (any type may be in it, or none).
bool sl_type_each_term(const SlType *param, bool (*visit)(const SlType *type, bool tilde, void *data), void *data);

bool sl_type_identical(const SlType *a, const SlType *b);
uint64_t sl_type_hash(const SlType *type);        // equal for identical types
bool sl_is_named(const SlType *type);             // predeclared, defined, or a type parameter
bool sl_is(const SlType *type, int flags);        // under is a BASIC with one of the flags, PARAMs: false
bool sl_all_basic(const SlType *type, int flags); // as sl_is, and of a PARAM: every type in its set
bool sl_is_untyped(const SlType *type);
bool sl_is_typed(const SlType *type);
bool sl_is_interface(const SlType *type); // and not a type parameter
bool sl_is_type_param(const SlType *type);
bool sl_is_generic(const SlType *type);      // a NAMED with tparams and no targs
bool sl_has_type_params(const SlType *type); // mentions one anywhere
bool sl_has_nil(const SlType *type);
// Why not goes into *reason when it is not null (arena's memory). dynamic: interfaces count as comparable.
bool sl_comparable(SlTypes *types, const SlType *type, bool dynamic, const char **reason);
const SlType *sl_type_default(const SlTypes *types, const SlType *type); // of an untyped type
bool sl_representable(SlTypes *types, const SlConst *value, const SlType *basic, const SlConst **rounded);

// Field or method of that name (Go specification, "Selectors"). pkg decides for unexported names. Null with
// *ambiguous or *pointer_receiver (found, but only on *T) set when that is why.
typedef struct {
    SlObj *obj;
    int *path;
    int path_length; // with the field's own index last; for methods embedded fields only
    bool indirect, ambiguous, pointer_receiver;
    const SlType *holder; // the type that has it: where a method is declared (an instance, an interface), the struct's
} SlLookup;
SlLookup sl_lookup(SlTypes *types, const SlType *type, bool addressable, const SlPackage *pkg, const char *name,
                   bool fold_case);
// Unexported names match only in their own package. Upper case as Unicode has it.
bool sl_name_is_exported(const char *name);
// A method of a named type or interface, with its signature for that type (instantiated). recv: the type (or pointer
// to it) of x in x.method; may be one that gets the method from an embedded field. Null only after errors.
const SlType *sl_method_type(SlTypes *types, const SlType *recv, SlObj *method);
// Whether the receiver is a pointer, from its type or, before that is known, from its declaration.
bool sl_method_has_pointer_receiver(const SlObj *method);
// As it is declared, resolved if need be; null after errors.
const SlType *sl_method_declared(SlTypes *types, SlObj *method);
// Null when V has T's methods; else why not, as gc words it, parentheses included: "(missing method Foo)", "(wrong type
// for method Foo)\n\t\thave Foo(int)\n\t\twant Foo()". static_only false: an interface V may lack methods
// (assertions from an interface).
const char *sl_missing_method(SlTypes *types, const SlType *V, const SlType *T, bool static_only);
// *reason is whole: "V does not implement T (missing method Foo)", with constraint "V does not satisfy T (...)".
bool sl_implements(SlTypes *types, const SlType *V, const SlType *T, bool constraint, const char **reason);

bool sl_type_identical_ignore_tags(const SlType *a, const SlType *b);
// The parts of assignability and conversion that depend on types alone; constants and untyped nil are the caller's.
bool sl_assignable(SlTypes *types, const SlType *V, const SlType *T, const char **reason);
bool sl_convertible(SlTypes *types, const SlType *V, const SlType *T, const char **reason);

// Generics. An instance of a named type is made once; its methods and underlying type are expanded on demand.
const SlType *sl_instantiate_named(SlTypes *types, const SlType *origin, const SlType **targs, int count);
const SlType *sl_instantiate_signature(SlTypes *types, const SlType *sig, const SlType **targs,
                                       int count); // tparams removed
// Checks targs against the constraints; index of the first that fails with *reason, or -1.
int sl_verify_instance(SlTypes *types, SlType **tparams, const SlType **targs, int count, const char **reason);
const SlType *sl_subst(SlTypes *types, const SlType *type, SlType **tparams, const SlType **targs, int count);
// Infers what is null in targs from typed (parameter, argument) pairs, then core types, then defaults of untyped
// constants (untyped[i] is the type of an untyped constant argument for a parameter that is just a type parameter).
// False with reason and failed: index of the type parameter that cannot be inferred ("cannot infer T"), or of one whose
// argument cannot be ("T (type X) does not satisfy C"); or -1 with argument the pair that did not match, reason then
// being what follows "type X of x ": "does not match []T (cannot infer T)", "does not match inferred type int for T";
// or -1 and argument -1: reason is whole ("mismatched types untyped int and untyped string (cannot infer T)", to be
// followed by nothing). A generic function passed as an argument: append a fresh copy of its type parameters
// (sl_signature_fresh) to tparams, pass the copy as args[i] and set callee_count.
typedef struct {
    SlType **tparams;
    const SlType **targs; // in: given ones, out: all
    int count;
    const SlType **params, **args; // typed or untyped; args' BASIC untyped ones are handled last
    int pair_count;
    int callee_count; // how many of the first tparams are the called function's; 0: all. They may occur in args (a
                      // recursive call) and then mean the outer ones there
    const char *reason;
    int failed, argument;
} SlInference;
const SlType *sl_signature_fresh(SlTypes *types, const SlType *sig); // a copy with new type parameters
bool sl_infer(SlTypes *types, SlInference *inference);
bool sl_unify(SlTypes *types, SlType **tparams, const SlType **targs, int count, const SlType *x, const SlType *y,
              bool inexact);

// gc's amd64 layout; of complete types without type parameters.
int64_t sl_type_size(const SlType *type);
int sl_type_align(const SlType *type);
int64_t sl_struct_offset(const SlType *type, int field);
bool sl_type_has_pointers(const SlType *type);

// As gc prints it in messages, qualified relative to pkg (null: with package paths' last element, as %T prints).
// malloc's memory.
char *sl_type_format(const SlType *type, const SlPackage *pkg);
char *sl_obj_format(const SlObj *obj, const SlPackage *pkg);
char *sl_method_format(const SlObj *method, const SlType *sig, const SlPackage *pkg); // Foo(int) string

#endif
