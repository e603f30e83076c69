// SPDX-License-Identifier: MIT
// What the natives of the standard library share: reading arguments, giving results, and SlOut, the buffer in which
// text is made before it becomes one Go string. A native's slots: results first, then arguments, in frame form.
#ifndef SL_STD_IMPL_H
#define SL_STD_IMPL_H

#include <stdlib.h>

#include "run/impl.h"

// An empty string may have no bytes; in C it has some, so that one may count from there.
static inline SlStr str_at(const SlSlot *s) {
    return (SlStr){s[0].p ? s[0].p : "", s[1].i};
}
static inline SlSlice slice_at(const SlSlot *s) {
    return (SlSlice){s[0].p, s[1].i, s[2].i};
}
static inline SlIface iface_at(const SlSlot *s) {
    return (SlIface){s[0].p, s[1]};
}

static inline void set_str(SlSlot *s, SlStr v) {
    s[0].p = (void *)v.bytes;
    s[1].i = v.length;
}
static inline void set_slice(SlSlot *s, SlSlice v) {
    s[0].p = v.first;
    s[1].i = v.length;
    s[2].i = v.capacity;
}
static inline void set_iface(SlSlot *s, SlIface v) {
    s[0].p = (void *)v.type;
    s[1] = v.data;
}

// Text under construction. Begins in its own memory and goes to malloc's when that is full.
typedef struct {
    char *at;
    size_t length, capacity;
    char own[768];
} SlOut;

static inline void sl_out_init(SlOut *out) {
    out->at = out->own;
    out->length = 0;
    out->capacity = sizeof out->own;
}
static inline void sl_out_free(SlOut *out) {
    if (out->at != out->own)
        free(out->at);
}
void sl_out_grow(SlOut *out, size_t more); // makes room for that many bytes
static inline void sl_out_add(SlOut *out, const void *bytes, size_t length) {
    if (out->length + length > out->capacity)
        sl_out_grow(out, length);
    if (length)
        memcpy(out->at + out->length, bytes, length);
    out->length += length;
}
static inline void sl_out_adds(SlOut *out, const char *text) {
    sl_out_add(out, text, strlen(text));
}
static inline void sl_out_addc(SlOut *out, char byte) {
    if (out->length == out->capacity)
        sl_out_grow(out, 1);
    out->at[out->length++] = byte;
}
void sl_out_fill(SlOut *out, char byte, int64_t count);
void sl_out_rune(SlOut *out, int32_t rune);
// The text as a new Go string, or appended to a Go []byte (which it may share); both free the buffer.
SlStr sl_out_string(SlWorker *worker, SlOut *out);
SlSlice sl_out_append(SlWorker *worker, SlSlice to, SlOut *out);
// A []byte with room for more bytes behind its length, its contents kept.
SlSlice sl_bytes_grow(SlWorker *worker, SlSlice slice, size_t more);
SlSlice sl_bytes_new(SlWorker *worker, const void *bytes, size_t length);

// ---- numbers (float.c, integer.c) ----
// The digits of a float as decimal: 0.d1d2... x 10^point, no trailing zeros where shortest. Special: 'n' NaN, 'i'
// infinite.
typedef struct {
    char *digits; // in own, or malloc's
    int count, point;
    bool negative;
    char special;
    char own[128];
} SlDecimal;
void sl_decimal_shortest(SlDecimal *d, double value, int bits);  // bits 32 or 64
void sl_decimal_rounded(SlDecimal *d, double value, int digits); // digits >= 1 significant ones
void sl_decimal_fixed(SlDecimal *d, double value, int places);   // places behind the point
void sl_decimal_free(SlDecimal *d);
// strconv.AppendFloat: format one of e E f g G b x X, precision -1 for shortest.
void sl_float_add(SlOut *out, double value, char format, int precision, int bits);
// strconv.ParseFloat: false for a syntax error; *range: too large (value is an infinity).
bool sl_float_parse(const char *text, size_t length, int bits, double *value, bool *range);
void sl_uint_add(SlOut *out, uint64_t value, int base, bool upper);
void sl_int_add(SlOut *out, int64_t value, int base);

// ---- text (quote.c, unicode.c) ----
void sl_quote_add(SlOut *out, const char *bytes, size_t length, char quote, bool ascii, bool graphic);
void sl_quote_rune_add(SlOut *out, int32_t rune, bool ascii, bool graphic);
bool sl_rune_printable(int32_t rune);
bool sl_rune_graphic(int32_t rune);
bool sl_can_backquote(const char *bytes, size_t length);
int32_t sl_rune_upper(int32_t rune);
int32_t sl_rune_lower(int32_t rune);
int32_t sl_rune_title(int32_t rune);
int32_t sl_rune_fold(int32_t rune); // the next one of those that are equal but for case
bool sl_rune_space(int32_t rune);
int sl_rune_table(const char *name, size_t length);                        // number of a table; -1: there is none
bool sl_rune_table_range(int table, int i, uint32_t *low, uint32_t *high); // false past its end
bool sl_rune_is(int32_t rune, int table); // table: number of a category, script or property

// Writes what the program prints.
void sl_std_output(SlWorker *worker, int fd, const char *bytes, size_t count);

#endif
