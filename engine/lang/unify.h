// SPDX-License-Identifier: MIT
// Unification: makes two types equal by choosing type arguments (Go specification, "Type unification").
#ifndef SL_UNIFY_H
#define SL_UNIFY_H

#include "lang/types-impl.h"

enum {
    SL_UNIFY_EXACT = 1,  // types must be identical, else differences of defined types and directions are forgiven
    SL_UNIFY_ASSIGN = 2, // forgiving at the top only: elements must be exact
};

typedef struct SlUnifyPair {
    const SlType *a, *b;
    const struct SlUnifyPair *outer;
} SlUnifyPair;

typedef struct {
    SlTypes *types;
    SlType **tparams;
    int count;
    int *root;         // type parameters that were unified share one root
    const SlType **at; // by root: what was inferred, or null
    int depth;
} SlUnifier;

SlUnifier sl_unifier_new(SlTypes *types, SlType **tparams, const SlType **targs, int count);
int sl_unifier_find(const SlUnifier *unifier, const SlType *type); // index of the root, or -1
bool sl_unify_types(SlUnifier *unifier, const SlType *x, const SlType *y, int mode);

#endif
