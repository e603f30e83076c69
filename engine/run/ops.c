// SPDX-License-Identifier: MIT
// Instructions that are too long for the dispatch loop. Each is a function of the frame and the instruction; it reads
// all its operands before it writes a result, since they may overlap.
#include "run/memory.h"
#include "run/values.h"
#include "run/vm.h"

#include <math.h>
#include <stdio.h>

#define A (at->op.a)
#define B (at->op.b)
#define C (at->op.c)
#define R(n) fp[n]
#define TYPE(n) (w->machine->code->types[n])
#define EXTRA_TYPE TYPE(at[1].pair.lo)

static SlStr string_at(const SlSlot *slots) {
    return (SlStr){slots[0].p, slots[1].i};
}
static SlSlice slice_at(const SlSlot *slots) {
    return (SlSlice){slots[0].p, slots[1].i, slots[2].i};
}

// ---- comparisons, complex numbers ----

SlOutcome sl_op_EQN(SlWorker *w, SlSlot *fp, const SlWord *at) {
    bool equal = false;
    if (!sl_slots_equal(w, EXTRA_TYPE, &R(B), &R(C), &equal))
        return SL_PANIC;
    R(A).i = equal;
    return SL_DONE;
}

SlOutcome sl_op_IEQ(SlWorker *w, SlSlot *fp, const SlWord *at) {
    bool equal = false;
    if (!sl_iface_equal(w, (SlIface){R(B).p, R(B + 1)}, (SlIface){R(C).p, R(C + 1)}, &equal))
        return SL_PANIC;
    R(A).i = equal;
    return SL_DONE;
}

static double to_one(double x) {
    return copysign(isinf(x) ? 1.0 : 0.0, x);
}

// Smith's algorithm (Communications of the ACM 5(8), 1962, algorithm 116), with the corrections of C99 annex G.5.1.
SlOutcome sl_op_CDIV(SlWorker *w, SlSlot *fp, const SlWord *at) {
    (void)w;
    double a = R(B).f, b = R(B + 1).f, c = R(C).f, d = R(C + 1).f, re, im;
    if (fabs(c) >= fabs(d)) {
        double ratio = d / c, denominator = c + ratio * d;
        re = (a + b * ratio) / denominator;
        im = (b - a * ratio) / denominator;
    } else {
        double ratio = c / d, denominator = d + ratio * c;
        re = (a * ratio + b) / denominator;
        im = (b * ratio - a) / denominator;
    }
    if (isnan(re) || isnan(im)) {
        if (c == 0 && d == 0 && (!isnan(a) || !isnan(b))) {
            re = copysign(INFINITY, c) * a;
            im = copysign(INFINITY, c) * b;
        } else if ((isinf(a) || isinf(b)) && isfinite(c) && isfinite(d)) {
            a = to_one(a);
            b = to_one(b);
            re = INFINITY * (a * c + b * d);
            im = INFINITY * (b * c - a * d);
        } else if ((isinf(c) || isinf(d)) && isfinite(a) && isfinite(b)) {
            c = to_one(c);
            d = to_one(d);
            re = 0 * (a * c + b * d);
            im = 0 * (b * c - a * d);
        }
    }
    R(A).f = re;
    R(A + 1).f = im;
    return SL_DONE;
}

// ---- memory ----

SlOutcome sl_op_LDN(SlWorker *w, SlSlot *fp, const SlWord *at) {
    const char *from = R(B).p;
    if (!from)
        return sl_panic_nil(w);
    sl_shared_load(w, from + at[1].pair.hi, EXTRA_TYPE, &R(A));
    return SL_DONE;
}

SlOutcome sl_op_STN(SlWorker *w, SlSlot *fp, const SlWord *at) {
    char *to = R(A).p;
    if (!to)
        return sl_panic_nil(w);
    sl_shared_store(w, to + at[1].pair.hi, EXTRA_TYPE, &R(B));
    return SL_DONE;
}

SlOutcome sl_op_WHOLE(SlWorker *w, SlSlot *fp, const SlWord *at) {
    const void *memory = sl_huge_memory(w, EXTRA_TYPE, &R(B));
    R(A).p = (void *)memory;
    return memory ? SL_DONE : SL_EXIT;
}

SlOutcome sl_op_MOVE(SlWorker *w, SlSlot *fp, const SlWord *at) {
    if (!R(A).p || !R(B).p)
        return sl_panic_nil(w);
    sl_shared_copy(w, R(A).p, R(B).p, EXTRA_TYPE, 1);
    return SL_DONE;
}

SlOutcome sl_op_STDATA(SlWorker *w, SlSlot *fp, const SlWord *at) {
    const SlString *data = &w->machine->code->strings[at->pair.hi];
    if (!R(A).p)
        return sl_panic_nil(w);
    sl_shared_copy_bytes(w, R(A).p, data->bytes, data->length);
    return SL_DONE;
}

SlOutcome sl_op_FLDN(SlWorker *w, SlSlot *fp, const SlWord *at) {
    const SlRtype *type = EXTRA_TYPE;
    const char *from = (const char *)&R(B) + at[1].pair.hi;
    if (A < B + (at[1].pair.hi + type->size + 7) / 8 && A + type->slots > B) { // result over operand
        SlSlot copy[16];
        if (type->size <= sizeof copy && type->slots <= 16) {
            memcpy(copy, from, type->size);
            sl_slot_load(copy, type, &R(A));
            return SL_DONE;
        }
        if (type->kind == SL_KIND_STRUCT || type->kind == SL_KIND_ARRAY) {
            memmove(&R(A), from, type->size);
            return SL_DONE;
        }
    }
    sl_slot_load(from, type, &R(A));
    return SL_DONE;
}

SlOutcome sl_op_FSTN(SlWorker *w, SlSlot *fp, const SlWord *at) {
    sl_slot_store((char *)&R(A) + at[1].pair.hi, EXTRA_TYPE, &R(B));
    return SL_DONE;
}

SlOutcome sl_op_FIDX(SlWorker *w, SlSlot *fp, const SlWord *at) {
    const SlRtype *elem = EXTRA_TYPE;
    uint64_t index = R(C).u, length = at[1].pair.hi;
    if (index >= length)
        return sl_panic_index(w, (int64_t)index, (int64_t)length);
    sl_slot_load((const char *)&R(B) + index * elem->size, elem, &R(A));
    return SL_DONE;
}

// ---- slices ----

// A bound as text. Negative ones have texts of their own: nothing beside the bound is told.
typedef struct {
    char text[24];
    bool negative;
} Bound;

static Bound bound(int64_t value, bool is_unsigned) {
    Bound b = {.negative = value < 0 && !is_unsigned};
    snprintf(b.text, sizeof b.text, is_unsigned ? "%llu" : "%lld", (long long)value);
    return b;
}

// a[lo:hi:max] in the order in which Go looks: max, hi, lo.
static SlOutcome slice_fault(SlWorker *w, int has, int64_t lo, int64_t hi, int64_t max, int64_t limit, bool capacity) {
    Bound l = bound(lo, has & SL_SLICE_UNSIGNED), h = bound(hi, has & SL_SLICE_UNSIGNED << 1),
          m = bound(max, has & SL_SLICE_UNSIGNED << 2);
    bool full = has & 4, is_max = full && (uint64_t)max > (uint64_t)limit,
         is_hi = !is_max && (uint64_t)hi > (uint64_t)(full ? max : limit);
    const char *what = capacity ? "capacity" : "length";
    char text[80];
    if (is_max && m.negative)
        snprintf(text, sizeof text, "[::%s]", m.text);
    else if (is_max)
        snprintf(text, sizeof text, "[::%s] with %s %lld", m.text, what, (long long)limit);
    else if (is_hi && h.negative)
        snprintf(text, sizeof text, full ? "[:%s:]" : "[:%s]", h.text);
    else if (is_hi && full)
        snprintf(text, sizeof text, "[:%s:%s]", h.text, m.text);
    else if (is_hi)
        snprintf(text, sizeof text, "[:%s] with %s %lld", h.text, what, (long long)limit);
    else if (l.negative)
        snprintf(text, sizeof text, full ? "[%s::]" : "[%s:]", l.text);
    else
        snprintf(text, sizeof text, full ? "[%s:%s:]" : "[%s:%s]", l.text, h.text);
    return sl_panic_runtime(w, "slice bounds out of range %s", text);
}

SlOutcome sl_op_SLICE(SlWorker *w, SlSlot *fp, const SlWord *at) {
    int kind = at[1].slice.kind, has = at[1].slice.has;
    char *first = R(B).p;
    int64_t length, limit;
    if (kind == SL_SLICE_ARRAY) {
        if (!first)
            return sl_panic_nil(w);
        length = limit = (int64_t)at[2].word;
    } else {
        length = R(B + 1).i;
        limit = kind == SL_SLICE_STRING ? length : R(B + 2).i;
    }
    int64_t lo = has & 1 ? R(C).i : 0, hi = has & 2 ? R(C + 1).i : length, max = has & 4 ? R(C + 2).i : limit;
    if (SL_UNLIKELY((uint64_t)max > (uint64_t)limit || (uint64_t)hi > (uint64_t)max || (uint64_t)lo > (uint64_t)hi))
        return slice_fault(w, has, lo, hi, max, limit, kind == SL_SLICE_SLICE);
    // A slice without room keeps its old first, so that it never points behind its object.
    if (kind == SL_SLICE_STRING) {
        R(A).p = hi > lo ? first + lo : first;
        R(A + 1).i = hi - lo;
        return SL_DONE;
    }
    R(A).p = max > lo ? first + lo * (int64_t)at[1].slice.size : first;
    R(A + 1).i = hi - lo;
    R(A + 2).i = max - lo;
    return SL_DONE;
}

SlOutcome sl_op_append(SlWorker *w, SlSlot *fp, const SlWord *at) {
    return sl_slice_append(w, EXTRA_TYPE, &R(B), &R(C), at[1].pair.hi, &R(A));
}

SlOutcome sl_op_APPENDS(SlWorker *w, SlSlot *fp, const SlWord *at) {
    return sl_slice_append_slice(w, EXTRA_TYPE, &R(B), &R(C), &R(A));
}

SlOutcome sl_op_APPENDSTR(SlWorker *w, SlSlot *fp, const SlWord *at) {
    return sl_slice_append_string(w, &R(B), string_at(&R(C)), &R(A));
}

SlOutcome sl_op_COPY(SlWorker *w, SlSlot *fp, const SlWord *at) {
    R(A).i = sl_slice_copy(w, EXTRA_TYPE, &R(B), &R(C));
    return SL_DONE;
}

SlOutcome sl_op_COPYSTR(SlWorker *w, SlSlot *fp, const SlWord *at) {
    R(A).i = sl_slice_copy_string(w, &R(B), string_at(&R(C)));
    return SL_DONE;
}

SlOutcome sl_op_CLEAR(SlWorker *w, SlSlot *fp, const SlWord *at) {
    sl_slice_clear(w, EXTRA_TYPE, &R(A));
    return SL_DONE;
}

SlOutcome sl_op_SLICE2ARR(SlWorker *w, SlSlot *fp, const SlWord *at) {
    int64_t length = R(B + 1).i, want = at[1].pair.lo;
    if (length < want)
        return sl_panic_runtime(w,
                                "cannot convert slice with length %lld to array or pointer to array with length %lld",
                                (long long)length, (long long)want);
    R(A).p = R(B).p;
    return SL_DONE;
}

SlOutcome sl_op_MAKESLICE(SlWorker *w, SlSlot *fp, const SlWord *at) {
    return sl_slice_make(w, EXTRA_TYPE, R(B).i, R(C).i, &R(A));
}

// ---- maps ----

SlOutcome sl_op_MAKEMAP(SlWorker *w, SlSlot *fp, const SlWord *at) {
    R(A).p = sl_rmap_new(w, EXTRA_TYPE, B == SL_NO_SLOT ? 0 : R(B).i);
    return R(A).p ? SL_DONE : SL_EXIT;
}

SlOutcome sl_op_MAPGET(SlWorker *w, SlSlot *fp, const SlWord *at) {
    const SlRtype *type = EXTRA_TYPE;
    bool found = false;
    SlOutcome outcome = sl_rmap_get(w, R(B).p, type, &R(C), &R(A), &found);
    if (outcome != SL_DONE)
        return outcome;
    if (at[1].pair.hi)
        R(A + type->elem->slots).i = found;
    return SL_DONE;
}

SlOutcome sl_op_MAPSET(SlWorker *w, SlSlot *fp, const SlWord *at) {
    return sl_rmap_set(w, R(A).p, EXTRA_TYPE, &R(B), &R(C));
}

SlOutcome sl_op_MAPDEL(SlWorker *w, SlSlot *fp, const SlWord *at) {
    return sl_rmap_delete(w, R(A).p, EXTRA_TYPE, &R(B));
}

SlOutcome sl_op_MAPCLEAR(SlWorker *w, SlSlot *fp, const SlWord *at) {
    return sl_rmap_clear(w, R(A).p, EXTRA_TYPE);
}

SlOutcome sl_op_MAPITER(SlWorker *w, SlSlot *fp, const SlWord *at) {
    R(A).p = sl_rmap_iter(w, R(B).p, EXTRA_TYPE);
    return SL_DONE;
}

SlOutcome sl_op_mapnext(SlWorker *w, SlSlot *fp, const SlWord *at, bool *more) {
    SlSlot *key = B == SL_NO_SLOT ? NULL : &R(B), *value = C == SL_NO_SLOT ? NULL : &R(C);
    return sl_rmap_next(w, R(A).p, EXTRA_TYPE, key, value, more);
}

// ---- strings ----

SlOutcome sl_op_CONCAT(SlWorker *w, SlSlot *fp, const SlWord *at) {
    return sl_string_concat(w, &R(B), C, &R(A));
}
SlOutcome sl_op_STR2BYTES(SlWorker *w, SlSlot *fp, const SlWord *at) {
    return sl_string_to_bytes(w, string_at(&R(B)), &R(A));
}
SlOutcome sl_op_BYTES2STR(SlWorker *w, SlSlot *fp, const SlWord *at) {
    return sl_string_from_bytes(w, slice_at(&R(B)), &R(A));
}
SlOutcome sl_op_STR2RUNES(SlWorker *w, SlSlot *fp, const SlWord *at) {
    return sl_string_to_runes(w, string_at(&R(B)), &R(A));
}
SlOutcome sl_op_RUNES2STR(SlWorker *w, SlSlot *fp, const SlWord *at) {
    return sl_string_from_runes(w, slice_at(&R(B)), &R(A));
}
SlOutcome sl_op_RUNE2STR(SlWorker *w, SlSlot *fp, const SlWord *at) {
    return sl_string_from_rune(w, R(B).i, &R(A));
}

// ---- interfaces, closures, channels ----

// x.(T): value, then ok. The static interface type is only for the text of a panic.
SlOutcome sl_op_assert(SlWorker *w, SlSlot *fp, const SlWord *at) {
    const SlRtype *want = EXTRA_TYPE, *type = R(B).p;
    bool comma_ok = at[1].pair.hi;
    const char *missing = NULL;
    SlSlot data = R(B + 1);
    if (sl_iface_is(w->machine, type, want, &missing)) {
        if (want->kind == SL_KIND_INTERFACE) {
            R(A).p = (void *)type;
            R(A + 1) = data;
        } else {
            sl_iface_value((SlIface){type, data}, &R(A));
        }
        if (comma_ok)
            R(A + want->slots).i = 1;
        return SL_DONE;
    }
    if (!comma_ok)
        return sl_panic_assert(w, TYPE(at[2].pair.lo), type, want, missing);
    memset(&R(A), 0, (want->slots + 1) * sizeof(SlSlot));
    return SL_DONE;
}

SlOutcome sl_op_CLOSURE(SlWorker *w, SlSlot *fp, const SlWord *at) {
    SlFunc *func = w->machine->code->funcs[at[1].pair.lo];
    uint32_t count = at[1].pair.hi;
    if (count == 0) {
        R(A).p = func->value;
        return SL_DONE;
    }
    SlClosure *closure = sl_alloc_class(w, &sl_class_closure, sizeof *closure + count * sizeof(uint64_t));
    if (!closure)
        return SL_EXIT;
    memcpy(closure->captures, &R(B), count * sizeof(uint64_t));
    __atomic_store_n(&closure->func, func, __ATOMIC_RELEASE);
    R(A).p = closure;
    return SL_DONE;
}

SlOutcome sl_op_MAKECHAN(SlWorker *w, SlSlot *fp, const SlWord *at) {
    SlChan *chan = NULL;
    SlOutcome outcome = sl_chan_make(w, EXTRA_TYPE, R(B).i, &chan);
    if (outcome == SL_DONE)
        R(A).p = chan;
    return outcome;
}

SlOutcome sl_op_go(SlWorker *w, SlGoroutine *g, SlSlot *fp, const SlWord *at, SlClosure *closure) {
    if (!closure)
        return sl_fatal(w, "go of nil func value");
    SlFunc *func = closure->func;
    const SlFunc *here = sl_frame_func(fp);
    SlPos pos = sl_func_pos(here, (uint32_t)(at - here->code));
    const SlSlot *args = &R(A) + SL_WINDOW_HEADER + func->result_slots;
    sl_go_new(w, closure, args, pos);
    return sl_sched_event(w, g);
}
