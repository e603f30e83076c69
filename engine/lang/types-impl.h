// SPDX-License-Identifier: MIT
// What the type system's own files share. Not for other folders.
#ifndef SL_TYPES_IMPL_H
#define SL_TYPES_IMPL_H

#include <assert.h>
#include <strings.h>

#include "base/text.h"
#include "lang/types.h"

struct SlTypes {
    SlArena *arena;
    SlNames *names;
    SlConsts *consts;
    SlDiags *diags;       // null: errors in type sets are dropped
    const SlFiles *files; // null: reasons do not say where
    const SlPackage *pkg; // that reasons are worded for
    void (*resolve)(void *check, const SlType *named);
    void *resolve_data;
    void (*resolve_method)(void *check, SlObj *method);
    void *resolve_method_data;
    SlType *basics[SL_BASIC_COUNT];
    SlType *byte, *rune, *any, *error, *comparable;
    const SlType *empty_tuple;
    SlMap asked; // types that sl_comparable has looked into since it was asked from outside
    int asked_depth;
    bool too_large; // type arguments that are have been reported
    int layout_depth;
    SlScope *universe, *unsafe;
    SL_VEC(SlScope *) scopes; // their maps are freed with the program
    SlType **buckets;         // instances by hash
    int bucket_count, instance_count;
    uint32_t next_id;
};

// The caches inside a type may change after it has been handed out as const.
static inline SlType *sl_type_mutable(const SlType *type) {
    return (SlType *)(uintptr_t)type;
}

const char *sl_types_intern(SlTypes *types, const char *name);
void sl_universe_fill(SlTypes *types);

// Names of fields and methods: equal and, when not exported, of the same package.
bool sl_same_name(const char *a, const SlPackage *a_pkg, const char *b, const SlPackage *b_pkg);
SlObj *sl_set_method(const SlTypeSet *set, const SlPackage *pkg, const char *name, bool fold_case);
// Type behind a pointer (not of a named pointer type), else the type.
const SlType *sl_deref(const SlType *type, bool *was_pointer);
const SlType *sl_invalid(const SlTypes *types);
bool sl_is_valid(const SlType *type);

// Type sets.
bool sl_set_has_terms(const SlTypeSet *set);
bool sl_set_is_empty(const SlTypeSet *set);
bool sl_set_is_comparable(SlTypes *types, const SlTypeSet *set);
bool sl_set_subset(const SlTypeSet *set, const SlTypeSet *of);
bool sl_term_includes(const SlTerm *term, const SlType *type);
bool sl_term_subset(const SlTerm *term, const SlTerm *of);
bool sl_terms_equal(const SlTypeSet *a, const SlTypeSet *b);

// Pointers to interfaces and to type parameters, and why they are not what is wanted.
bool sl_is_interface_pointer(const SlType *type);
const char *sl_interface_pointer_reason(SlTypes *types, const SlType *type);

// Missing methods with a comparison of one's own (inference unifies signatures).
typedef bool (*SlSameSignature)(void *data, const SlType *have, const SlType *want);
const char *sl_missing_method_by(SlTypes *types, const SlType *V, const SlType *T, bool static_only,
                                 SlSameSignature same, void *data);

// Whether type mentions one of the type parameters (null: any at all).
bool sl_mentions(const SlType *type, SlType **tparams, int count);

// Local types of generic functions.
void sl_outer_params(const SlType *named); // sets outer_tparams and their count
// Instance of (origin, targs, outer_targs), made once.
const SlType *sl_instance(SlTypes *types, const SlType *origin, const SlType **targs, int count,
                          const SlType **outer_targs, int outer_count);
const SlType *sl_instance_expand(SlType *instance); // null: too early

// "prog.go:3:8", or null when it is not known.
const char *sl_show_place(SlTypes *types, SlPos pos);
// Formatting into the arena for reasons, relative to types->pkg.
const char *sl_show(SlTypes *types, const SlType *type);
void sl_type_write(SlText *out, const SlType *type, const SlPackage *pkg);
char *sl_terms_format(SlTypes *types, const SlTypeSet *set);

#endif
