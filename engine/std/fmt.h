// SPDX-License-Identifier: MIT
// Package fmt's insides. A Printer formats values that need no method of the user's; where one would have to be called
// (Error, String, Format, GoString) it stops, and the Go side takes over for that operand.
#ifndef SL_STD_FMT_H
#define SL_STD_FMT_H

#include "std/impl.h"

// Flags of a verb, as resources/std/fmt/print.go numbers them too.
enum {
    FMT_WIDTH = 1,
    FMT_PRECISION = 2,
    FMT_MINUS = 4,
    FMT_PLUS = 8,
    FMT_SHARP = 16,
    FMT_SPACE = 32,
    FMT_ZERO = 64,
    FMT_PLUS_V = 128,
    FMT_SHARP_V = 256,
};

typedef struct {
    SlWorker *worker;
    SlOut *out;
    int64_t width, precision;
    uint32_t flags;
    bool stop;               // a method has to be called: what has been written for this operand is void
    bool erroring;           // no methods
    const SlRtype *arg_type; // what a wrong verb reports; null: nil
    SlSlot arg_data;         // as an interface holds it
} Printer;

// ---- verbs on plain values (fmt-verb.c) ----
void sl_fmt_pad(Printer *p, const char *bytes, size_t length);
void sl_fmt_padding(Printer *p, int64_t count);
bool sl_fmt_bool(Printer *p, bool value, int32_t verb); // false: wrong verb
bool sl_fmt_integer(Printer *p, uint64_t value, bool is_signed, int32_t verb);
void sl_fmt_hex64(Printer *p, uint64_t value, bool prefix);
bool sl_fmt_float(Printer *p, double value, int bits, int32_t verb);
bool sl_fmt_complex(Printer *p, double real, double imag, int bits, int32_t verb);
bool sl_fmt_string(Printer *p, SlStr value, int32_t verb);
void sl_fmt_plain_string(Printer *p, SlStr value);
bool sl_fmt_bytes(Printer *p, const unsigned char *bytes, size_t length, bool nil, int32_t verb, const char *type);

// ---- values of any type (fmt-value.c) ----
void sl_fmt_arg(Printer *p, SlIface arg, int32_t verb); // as an operand of a print function
// A value in memory form. unexported: reached through an unexported field, so that no methods are called.
void sl_fmt_value(Printer *p, const SlRtype *type, const void *memory, int32_t verb, int depth, bool unexported);
void sl_fmt_bad_verb(Printer *p, int32_t verb);
// Where the value of an interface lies in memory form; scratch holds it if it is in the data word.
const void *sl_fmt_memory(const SlRtype *type, const SlSlot *data, SlSlot *scratch);
SlIface sl_fmt_iface(SlWorker *worker, const SlRtype *type, const void *memory); // a copy of a value in memory form
// The entries of a map, sorted by key; free with free().
typedef struct {
    const void *key, *value;
} SlFmtEntry;
size_t sl_fmt_entries(SlWorker *worker, const SlRtype *type, SlRmap *map, SlFmtEntry **entries);

enum { FMT_FORMATS = 1, FMT_GO_STRINGS = 2, FMT_ERRORS = 4, FMT_STRINGS = 8, FMT_REFLECTED = 16, FMT_KNOWN = 128 };
// What a reflect.Value holds; false: arg is none. The type is null for the zero Value.
bool sl_fmt_reflected(SlWorker *worker, SlIface arg, SlIface *inner);
unsigned sl_fmt_methods(SlWorker *worker, const SlRtype *type);

#endif
