// SPDX-License-Identifier: MIT
// Types as the running program knows them: canonical (one pointer for each type, identical types are equal
// pointers), complete, free of type parameters. The code generator makes them; the machine only reads them.
//
// Values have two forms. In memory: Go's amd64 layout. In a frame: 8-byte slots.
//   bool, integers      1 slot, normalised: sign- or zero-extended to 64 bits; a bool is 0 or 1
//   float32, float64    1 slot, a double (float32: one that float32 can hold)
//   complex64, 128      2 slots, doubles
//   pointer, map, chan, func, unsafe.Pointer   1 slot
//   string              2 slots: bytes, length        interface  2 slots: SlRtype *, data word
//   slice               3 slots: first, length, capacity
//   struct, array       their memory layout, rounded up to slots (so a field of 8 aligned bytes is a slot); HUGE ones:
//                       1 slot, a pointer to a copy on the heap that nobody changes, null for zero
// A type of size 0 takes no slots.
//
// An interface's data word: DIRECT types (bool, integers, floats, pointer-shaped) hold their slot in it; others
// point to an immutable heap copy in memory form. Maps, channels and func values are pointers to heap objects.
#ifndef SL_RTYPE_H
#define SL_RTYPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// reflect.Kind's numbers.
typedef enum {
    SL_KIND_INVALID,
    SL_KIND_BOOL,
    SL_KIND_INT,
    SL_KIND_INT8,
    SL_KIND_INT16,
    SL_KIND_INT32,
    SL_KIND_INT64,
    SL_KIND_UINT,
    SL_KIND_UINT8,
    SL_KIND_UINT16,
    SL_KIND_UINT32,
    SL_KIND_UINT64,
    SL_KIND_UINTPTR,
    SL_KIND_FLOAT32,
    SL_KIND_FLOAT64,
    SL_KIND_COMPLEX64,
    SL_KIND_COMPLEX128,
    SL_KIND_ARRAY,
    SL_KIND_CHAN,
    SL_KIND_FUNC,
    SL_KIND_INTERFACE,
    SL_KIND_MAP,
    SL_KIND_POINTER,
    SL_KIND_SLICE,
    SL_KIND_STRING,
    SL_KIND_STRUCT,
    SL_KIND_UNSAFE_POINTER,
} SlKind;

enum {
    SL_RTYPE_DIRECT = 1,      // held in an interface's data word itself
    SL_RTYPE_POINTERS = 2,    // memory form has pointers
    SL_RTYPE_COMPARABLE = 4,  // statically; interfaces inside may still panic
    SL_RTYPE_PLAIN_EQUAL = 8, // equal when the bytes are (no padding, floats, strings, interfaces)
    SL_RTYPE_NAMED = 16,
    SL_RTYPE_HUGE = 64, // struct or array that is too large for frames
    SL_RTYPE_WIDE = 32, // memory form has strings, slices or interfaces: copies go word group by word group
};

// What a word is to the collector.
enum { SL_WORD_SCALAR, SL_WORD_POINTER, SL_WORD_IFACE /* the type word; */, SL_WORD_IFACE_DATA /* follows it */ };

typedef struct SlRtype SlRtype;
typedef struct SlFunc SlFunc;

typedef struct {
    const char *name, *tag; // tag may be null
    const char *pkg_path;   // of unexported names, else null
    const SlRtype *type;
    uint32_t offset;
    bool embedded;
} SlRfield;

// Methods are sorted by name, then pkg_path.
typedef struct {
    const char *name, *pkg_path;
    const SlRtype *type; // FUNC without receiver
    SlFunc *func;        // concrete types: takes the interface's data word as receiver in its first argument slot.
                         // Null in interface types. Made on demand: methods that no interface call, assertion or
                         // reflection can reach need not exist.
} SlRmethod;

typedef struct {
    uint32_t offset;
    uint8_t kind; // SL_WORD_POINTER or SL_WORD_IFACE; for wides: 2 string, 3 slice, 4 interface
} SlRword;

struct SlRtype {
    uint8_t kind;  // SlKind
    uint8_t flags; // SL_RTYPE_...
    uint8_t align;
    uint8_t dir;    // CHAN: 0 both, 1 send, 2 receive
    uint32_t index; // in SlCode.types
    uint64_t size;  // bytes in memory
    uint32_t slots; // in a frame
    uint32_t hash;
    const char *text;     // as %T and %v of a reflect.Type print it: "main.Point", "[]int"
    const char *name;     // of a named type, with type arguments: "Point", "Pair[int,string]"; else ""
    const char *pkg_path; // of a named type; "" for predeclared ones
    const SlRtype *elem, *key;
    uint64_t length;                   // ARRAY
    bool variadic;                     // FUNC
    const SlRtype **params, **results; // FUNC
    uint32_t param_count, result_count;
    const SlRfield *fields; // STRUCT
    uint32_t field_count;
    SlRmethod *methods; // INTERFACE: what it asks for; else the method set
    uint32_t method_count;
    const SlRword *pointers; // of the memory form, flattened, sorted (of an ARRAY: of one element)
    uint32_t pointer_count;
    const SlRword *wides; // likewise
    uint32_t wide_count;
    const SlRtype *pointer_to; // *T when the program has it, else null
    const uint8_t *slot_kinds; // SL_WORD_... of each slot of the frame form
};

#endif
