// SPDX-License-Identifier: MIT
// Operators and conversions on the values of expressions, with Go's rules: integers wrap, float32 is rounded, a shift
// beyond the width gives 0 or the sign.
#include <math.h>

#include "run/expression-impl.h"
#include "run/values.h"

// An integer of that type in frame form.
static SlSlot wrap(const SlRtype *type, uint64_t value) {
    unsigned bits = (unsigned)type->size * 8;
    SlSlot slot = {.u = value};
    if (bits < 64) {
        slot.u = value << (64 - bits);
        if (sl_kind_is_unsigned(type->kind))
            slot.u >>= 64 - bits;
        else
            slot.i >>= 64 - bits;
    }
    return slot;
}

static bool integers(Eval *eval, SlToken op, const SlRtype *type, SlSlot x, SlSlot y, SlSlot *out) {
    bool is_unsigned = sl_kind_is_unsigned(type->kind);
    if ((op == SL_TOKEN_DIV || op == SL_TOKEN_REM) && !y.u)
        return sl_eval_fail(eval, "division by zero");
    uint64_t value = 0;
    switch (op) {
    case SL_TOKEN_ADD:
        value = x.u + y.u;
        break;
    case SL_TOKEN_SUB:
        value = x.u - y.u;
        break;
    case SL_TOKEN_MUL:
        value = x.u * y.u;
        break;
    case SL_TOKEN_DIV:
        value = is_unsigned ? x.u / y.u : y.i == -1 ? 0 - x.u : (uint64_t)(x.i / y.i);
        break;
    case SL_TOKEN_REM:
        value = is_unsigned ? x.u % y.u : y.i == -1 ? 0 : (uint64_t)(x.i % y.i);
        break;
    case SL_TOKEN_AND:
        value = x.u & y.u;
        break;
    case SL_TOKEN_OR:
        value = x.u | y.u;
        break;
    case SL_TOKEN_XOR:
        value = x.u ^ y.u;
        break;
    default:
        value = x.u & ~y.u;
    }
    *out = wrap(type, value);
    return true;
}

static double real_op(SlToken op, double x, double y) {
    return op == SL_TOKEN_ADD ? x + y : op == SL_TOKEN_SUB ? x - y : op == SL_TOKEN_MUL ? x * y : x / y;
}

static void complexes(SlToken op, const SlSlot *x, const SlSlot *y, SlSlot *out) {
    double a = x[0].f, b = x[1].f, c = y[0].f, d = y[1].f;
    if (op == SL_TOKEN_ADD || op == SL_TOKEN_SUB) {
        out[0].f = real_op(op, a, c);
        out[1].f = real_op(op, b, d);
    } else if (op == SL_TOKEN_MUL) {
        out[0].f = a * c - b * d;
        out[1].f = a * d + b * c;
    } else {
        double size = c * c + d * d;
        out[0].f = (a * c + b * d) / size;
        out[1].f = (b * c - a * d) / size;
    }
}

static bool strings(Eval *eval, const SlSlot *x, const SlSlot *y, SlSlot *out) {
    SlStr a = {x[0].p, x[1].i}, b = {y[0].p, y[1].i};
    char *bytes = sl_eval_room(eval, (size_t)a.length + (size_t)b.length);
    if (!bytes)
        return false;
    if (a.length)
        memcpy(bytes, a.bytes, (size_t)a.length);
    if (b.length)
        memcpy(bytes + a.length, b.bytes, (size_t)b.length);
    out[0].p = bytes;
    out[1].i = a.length + b.length;
    return true;
}

bool sl_eval_binary(Eval *eval, SlToken op, const SlRtype *type, const Value *x, const Value *y, Value *out) {
    if (sl_kind_is_integer(type->kind))
        return integers(eval, op, type, x->slots[0], y->slots[0], &out->slots[0]);
    if (type->kind == SL_KIND_STRING)
        return strings(eval, x->slots, y->slots, out->slots);
    if (sl_kind_is_float(type->kind))
        out->slots[0].f = real_op(op, x->slots[0].f, y->slots[0].f);
    else
        complexes(op, x->slots, y->slots, out->slots);
    if (type->kind == SL_KIND_FLOAT32 || type->kind == SL_KIND_COMPLEX64)
        for (int i = 0; i < 2; i++)
            out->slots[i].f = (double)(float)out->slots[i].f;
    return true;
}

bool sl_eval_shift(Eval *eval, SlToken op, const SlRtype *type, const Value *x, const Value *y, Value *out) {
    bool is_unsigned = sl_kind_is_unsigned(type->kind);
    if (!sl_kind_is_unsigned(y->type->kind) && y->slots[0].i < 0)
        return sl_eval_fail(eval, "the shift count is negative");
    uint64_t count = y->slots[0].u;
    if (op == SL_TOKEN_SHL)
        out->slots[0] = wrap(type, count > 63 ? 0 : x->slots[0].u << count);
    else if (is_unsigned)
        out->slots[0].u = count > 63 ? 0 : x->slots[0].u >> count;
    else
        out->slots[0].i = x->slots[0].i >> (count > 63 ? 63 : count);
    return true;
}

bool sl_eval_unary(Eval *eval, SlToken op, const SlRtype *type, const Value *x, Value *out) {
    (void)eval;
    bool integer = sl_kind_is_integer(type->kind);
    memcpy(out->slots, x->slots, sizeof out->slots);
    if (op == SL_TOKEN_NOT)
        out->slots[0].u = !x->slots[0].u;
    else if (op == SL_TOKEN_XOR)
        out->slots[0] = wrap(type, ~x->slots[0].u);
    else if (op == SL_TOKEN_SUB && integer)
        out->slots[0] = wrap(type, 0 - x->slots[0].u);
    else if (op == SL_TOKEN_SUB)
        for (uint32_t i = 0; i < type->slots; i++)
            out->slots[i].f = -x->slots[i].f;
    return true;
}

// ---- comparison ----

static int order(const Value *x, const Value *y, bool *unordered) {
    SlSlot a = x->slots[0], b = y->slots[0];
    *unordered = false;
    if (x->type->kind == SL_KIND_STRING)
        return sl_string_compare((SlStr){a.p, x->slots[1].i}, (SlStr){b.p, y->slots[1].i});
    if (sl_kind_is_float(x->type->kind)) {
        *unordered = isnan(a.f) || isnan(b.f);
        return a.f < b.f ? -1 : a.f > b.f;
    }
    if (sl_kind_is_unsigned(x->type->kind))
        return a.u < b.u ? -1 : a.u > b.u;
    return a.i < b.i ? -1 : a.i > b.i;
}

static bool equal(Eval *eval, const Value *x, const Value *y, bool *out) {
    SlView a = sl_value_view(x), b = sl_value_view(y);
    uint8_t kind = x->type->kind;
    if (x->type != y->type) { // a value beside an interface: equal when that holds one of its type that is
        const Value *iface = kind == SL_KIND_INTERFACE ? x : y, *other = iface == x ? y : x;
        SlSlot data;
        SlView dynamic;
        *out = false;
        if (iface->slots[0].p != other->type)
            return true;
        if (!sl_view_dynamic(eval->machine, sl_value_view(iface), &data, &dynamic))
            return sl_eval_fail(eval, "its memory cannot be read");
        return sl_view_equal(eval->machine, dynamic, sl_value_view(other), out) ||
               sl_eval_fail(eval, "the values cannot be compared");
    }
    if (kind == SL_KIND_SLICE || kind == SL_KIND_MAP || kind == SL_KIND_FUNC) { // one of them is nil
        *out = !x->slots[0].p == !y->slots[0].p;
        return true;
    }
    return sl_view_equal(eval->machine, a, b, out) || sl_eval_fail(eval, "the values cannot be compared");
}

bool sl_eval_compare(Eval *eval, SlToken op, const Value *x, const Value *y, bool *out) {
    if (op == SL_TOKEN_EQ || op == SL_TOKEN_NE) {
        bool same;
        if (!equal(eval, x, y, &same))
            return false;
        *out = same == (op == SL_TOKEN_EQ);
        return true;
    }
    bool unordered;
    int sign = order(x, y, &unordered);
    *out = !unordered && (op == SL_TOKEN_LT   ? sign < 0
                          : op == SL_TOKEN_LE ? sign <= 0
                          : op == SL_TOKEN_GT ? sign > 0
                                              : sign >= 0);
    return true;
}

// ---- conversion ----

// Out of range the language leaves the result to the implementation: this is what amd64 does.
static uint64_t to_integer(double value, bool is_unsigned) {
    if (is_unsigned && value >= 9223372036854775808.0)
        return value < 18446744073709551616.0 ? (uint64_t)value : (uint64_t)1 << 63;
    return value >= -9223372036854775808.0 && value < 9223372036854775808.0 ? (uint64_t)(int64_t)value
                                                                            : (uint64_t)1 << 63;
}

static bool to_string(Eval *eval, const Value *x, Value *out) {
    SlSlice bytes;
    if (sl_kind_is_integer(x->type->kind)) {
        char *text = sl_eval_room(eval, 4);
        int64_t rune = x->slots[0].i;
        if (!text)
            return false;
        out->slots[0].p = text;
        out->slots[1].i = sl_utf8_encode(rune >= 0 && rune <= 0x10FFFF ? (int32_t)rune : 0xFFFD, text);
        return true;
    }
    if (!sl_view_slice(eval->machine, sl_value_view(x), &bytes))
        return sl_eval_fail(eval, "its memory cannot be read");
    out->slots[0].p = bytes.first;
    out->slots[1].i = bytes.length;
    return true;
}

bool sl_eval_convert(Eval *eval, const SlRtype *type, const Value *x, Value *out) {
    uint8_t from = x->type->kind, to = type->kind;
    if (to == SL_KIND_STRING && from != SL_KIND_STRING)
        return to_string(eval, x, out);
    if (sl_kind_is_integer(to) && sl_kind_is_float(from)) {
        out->slots[0] = wrap(type, to_integer(x->slots[0].f, sl_kind_is_unsigned(to)));
    } else if (sl_kind_is_integer(to)) {
        out->slots[0] = wrap(type, x->slots[0].u);
    } else if (sl_kind_is_float(to) && sl_kind_is_integer(from)) {
        out->slots[0].f = sl_kind_is_unsigned(from) ? (double)x->slots[0].u : (double)x->slots[0].i;
    } else {
        memcpy(out->slots, x->slots, sizeof out->slots);
        out->place =
            sl_view_is_aggregate((SlView){.type = type}) ? (SlView){type, x->place.at, x->place.slots} : (SlView){0};
    }
    if (to == SL_KIND_FLOAT32 || to == SL_KIND_COMPLEX64)
        for (uint32_t i = 0; i < type->slots; i++)
            out->slots[i].f = (double)(float)out->slots[i].f;
    return true;
}
