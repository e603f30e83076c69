// SPDX-License-Identifier: MIT
// Integers to text and back.
#include "std/impl.h"

void sl_uint_add(SlOut *out, uint64_t value, int base, bool upper) {
    const char *digits = upper ? "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ" : "0123456789abcdefghijklmnopqrstuvwxyz";
    char text[64];
    int at = 64;
    if (base == 10) {
        do
            text[--at] = (char)('0' + value % 10);
        while (value /= 10);
    } else {
        do
            text[--at] = digits[value % (unsigned)base];
        while (value /= (unsigned)base);
    }
    sl_out_add(out, text + at, (size_t)(64 - at));
}

void sl_int_add(SlOut *out, int64_t value, int base) {
    if (value < 0)
        sl_out_addc(out, '-');
    sl_uint_add(out, value < 0 ? 0 - (uint64_t)value : (uint64_t)value, base, false);
}

// func formatInt(i int64, base int) string
static SlOutcome format_int(SlWorker *worker, SlSlot *s) {
    SlOut out;
    sl_out_init(&out);
    sl_int_add(&out, s[2].i, (int)s[3].i);
    set_str(s, sl_out_string(worker, &out));
    return SL_DONE;
}

// func formatUint(i uint64, base int) string
static SlOutcome format_uint(SlWorker *worker, SlSlot *s) {
    SlOut out;
    sl_out_init(&out);
    sl_uint_add(&out, s[2].u, (int)s[3].i, false);
    set_str(s, sl_out_string(worker, &out));
    return SL_DONE;
}

const SlNative sl_natives_integer[] = {
    {"strconv.formatInt", format_int, false},
    {"strconv.formatUint", format_uint, false},
    {NULL, NULL, false},
};
