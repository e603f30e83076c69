// SPDX-License-Identifier: MIT
// A machine with nothing but a heap, for tests of values: the scheduler's and the interpreter's parts are stubs, types
// are made by hand.
#ifndef SL_MACHINE_STUB_H
#define SL_MACHINE_STUB_H

#include "run/heap.h"
#include "run/impl.h"
#include "run/values.h"

typedef struct {
    SlMachine machine;
    SlWorker *workers[8];
    SlCode code;
    SlSlot roots[64];
    uint8_t root_kinds[64];
    char panic[200]; // text of the last panic or fatal error, "" if none
    _Atomic int fatals;
} Stub;

Stub *stub_new(int workers, uint64_t memory_limit);
void stub_free(Stub *stub);
SlWorker *stub_worker(Stub *stub);
const char *stub_panic(Stub *stub); // and forgets it
void stub_choose(uint64_t start);   // where iterations over maps start

typedef struct Node {
    struct Node *next;
    int64_t value;
    SlStr name;
} Node;

typedef struct {
    int8_t small;
    SlStr text;
    float part;
} Mixed;

extern const SlRtype stub_int, stub_int8, stub_uint8, stub_int32, stub_float32, stub_float64, stub_bool, stub_string,
    stub_complex64, stub_any, stub_ints, stub_node, stub_node_pointer, stub_mixed, stub_pair_array, stub_empty,
    stub_func, stub_holder, stub_stringer, stub_named;

SlRtype stub_map(const SlRtype *key, const SlRtype *elem);
SlSlot stub_i(int64_t value);
void stub_s(SlSlot *slots, const char *text); // constant string
void stub_iface(SlSlot *slots, SlIface iface);

#endif
