// SPDX-License-Identifier: MIT
// Package reflect's types: when two have one form, and those that the program makes while it runs.
#ifndef SL_STD_REFLECT_H
#define SL_STD_REFLECT_H

#include "std/impl.h"

// Whether two types have identical underlying types; tags: with the tags of their fields, and deep down identical.
bool sl_reflect_same_shape(const SlRtype *a, const SlRtype *b, bool tags);

// func findType(kind int, elem, key *rtype, n int) *rtype
SlOutcome sl_reflect_find_type(SlWorker *worker, SlSlot *s);
// func findFunc(params, results []*rtype, variadic bool) *rtype
SlOutcome sl_reflect_find_func(SlWorker *worker, SlSlot *s);
// func findStruct(types []*rtype, words []string, embedded []bool) *rtype: words are name, package, tag of each field
SlOutcome sl_reflect_find_struct(SlWorker *worker, SlSlot *s);

#endif
