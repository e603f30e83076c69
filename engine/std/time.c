// SPDX-License-Identifier: MIT
// Natives of package time: durations as text and back. Clocks and timers are the scheduler's (run/natives.h).
#include "std/impl.h"

// func durationString(d int64) string
static SlOutcome duration_string(SlWorker *worker, SlSlot *s) {
    int64_t d = s[2].i;
    uint64_t u = d < 0 ? 0 - (uint64_t)d : (uint64_t)d;
    SlOut out;
    sl_out_init(&out);
    if (d < 0)
        sl_out_addc(&out, '-');
    uint64_t unit = u < 1000 ? 1 : u < 1000000 ? 1000 : u < 1000000000 ? 1000000 : 1000000000;
    const char *name = unit == 1 ? "ns" : unit == 1000 ? "µs" : unit == 1000000 ? "ms" : "s";
    uint64_t whole = u / unit, fraction = u % unit;
    if (u == 0)
        name = "s";
    if (unit == 1000000000) {
        if (whole >= 3600) {
            sl_uint_add(&out, whole / 3600, 10, false);
            sl_out_addc(&out, 'h');
        }
        if (whole >= 60) {
            sl_uint_add(&out, whole / 60 % 60, 10, false);
            sl_out_addc(&out, 'm');
        }
        whole %= 60;
    }
    sl_uint_add(&out, whole, 10, false);
    if (fraction) {
        sl_out_addc(&out, '.');
        while (fraction) {
            unit /= 10;
            sl_out_addc(&out, (char)('0' + fraction / unit));
            fraction %= unit;
        }
    }
    sl_out_adds(&out, name);
    set_str(s, sl_out_string(worker, &out));
    return SL_DONE;
}

static uint64_t unit_of(const char *text, size_t length) {
    static const struct {
        const char *name;
        uint64_t value;
    } units[] = {{"ns", 1},       {"us", 1000},      {"\xc2\xb5s", 1000}, {"\xce\xbcs", 1000},
                 {"ms", 1000000}, {"s", 1000000000}, {"m", 60000000000},  {"h", 3600000000000}};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strlen(units[i].name) == length && memcmp(units[i].name, text, length) == 0)
            return units[i].value;
    return 0;
}

// func parseDuration(s string) (d int64, fault int): 1 invalid, 2 no unit, else the unknown unit's place << 32 | length
static SlOutcome parse_duration(SlWorker *worker, SlSlot *s) {
    (void)worker;
    SlStr text = str_at(s + 2);
    const uint64_t limit = UINT64_C(1) << 63;
    int64_t i = 0;
    bool negative = false;
    uint64_t total = 0;
    s[0].i = 0;
    s[1].i = 1;
    if (i < text.length && (text.bytes[i] == '-' || text.bytes[i] == '+'))
        negative = text.bytes[i++] == '-';
    if (text.length - i == 1 && text.bytes[i] == '0') {
        s[1].i = 0;
        return SL_DONE;
    }
    if (i == text.length)
        return SL_DONE;
    while (i < text.length) {
        uint64_t value = 0, fraction = 0;
        double scale = 1;
        int64_t begin = i;
        for (; i < text.length && text.bytes[i] >= '0' && text.bytes[i] <= '9'; i++) {
            if (value > limit / 10)
                return SL_DONE;
            value = value * 10 + (uint64_t)(text.bytes[i] - '0');
            if (value > limit)
                return SL_DONE;
        }
        bool digits = i > begin;
        if (i < text.length && text.bytes[i] == '.') {
            int64_t point = ++i;
            bool full = false;
            for (; i < text.length && text.bytes[i] >= '0' && text.bytes[i] <= '9'; i++) {
                if (full || fraction > (limit - 1) / 10) {
                    full = true;
                    continue;
                }
                fraction = fraction * 10 + (uint64_t)(text.bytes[i] - '0');
                scale *= 10;
            }
            digits = digits || i > point;
        }
        if (!digits)
            return SL_DONE;
        int64_t start = i;
        while (i < text.length && text.bytes[i] != '.' && (text.bytes[i] < '0' || text.bytes[i] > '9'))
            i++;
        if (i == start) {
            s[1].i = 2;
            return SL_DONE;
        }
        uint64_t unit = unit_of(text.bytes + start, (size_t)(i - start));
        if (!unit) {
            s[1].i = start << 32 | (i - start);
            return SL_DONE;
        }
        if (value > limit / unit)
            return SL_DONE;
        value *= unit;
        if (fraction) {
            value += (uint64_t)((double)fraction * ((double)unit / scale));
            if (value > limit)
                return SL_DONE;
        }
        total += value;
        if (total > limit)
            return SL_DONE;
    }
    if (!negative && total > limit - 1)
        return SL_DONE;
    s[0].u = negative ? 0 - total : total;
    s[1].i = 0;
    return SL_DONE;
}

// func quote(s string) string: plainer than strconv's: bytes that are not ASCII as \x..
static SlOutcome quote(SlWorker *worker, SlSlot *s) {
    SlOut out;
    sl_out_init(&out);
    SlStr text = str_at(s + 2);
    sl_out_addc(&out, '"');
    for (int64_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.bytes[i];
        if (c == '"' || c == '\\') {
            sl_out_addc(&out, '\\');
            sl_out_addc(&out, (char)c);
        } else if (c < ' ' || c >= 0x80) {
            sl_out_adds(&out, "\\x");
            sl_out_addc(&out, "0123456789abcdef"[c >> 4]);
            sl_out_addc(&out, "0123456789abcdef"[c & 15]);
        } else {
            sl_out_addc(&out, (char)c);
        }
    }
    sl_out_addc(&out, '"');
    set_str(s, sl_out_string(worker, &out));
    return SL_DONE;
}

const SlNative sl_natives_time[] = {
    {"time.durationString", duration_string, false},
    {"time.parseDuration", parse_duration, false},
    {"time.quote", quote, false},
    {NULL, NULL, false},
};
