// SPDX-License-Identifier: MIT
// What Unicode says of runes. The data is made by unicode-tables.pl.
#include "std/impl.h"

typedef struct {
    uint32_t rune, upper, lower, title, fold;
} RuneCase;

#include "std/unicode-data.inc"

bool sl_rune_is(int32_t rune, int table) {
    if (table < 0 || table >= (int)(sizeof starts / sizeof *starts) - 1)
        return false;
    int lo = starts[table], hi = starts[table + 1];
    while (lo < hi) {
        int middle = (lo + hi) / 2;
        if ((uint32_t)rune > ranges[middle][1])
            lo = middle + 1;
        else if ((uint32_t)rune < ranges[middle][0])
            hi = middle;
        else
            return true;
    }
    return false;
}

int sl_rune_table(const char *name, size_t length) {
    for (int i = 0; i < (int)(sizeof names / sizeof *names); i++)
        if (strlen(names[i]) == length && memcmp(names[i], name, length) == 0)
            return i;
    return -1;
}

bool sl_rune_table_range(int table, int i, uint32_t *low, uint32_t *high) {
    if (i >= starts[table + 1] - starts[table])
        return false;
    *low = ranges[starts[table] + i][0];
    *high = ranges[starts[table] + i][1];
    return true;
}

bool sl_rune_printable(int32_t rune) {
    if (rune < 0x7f)
        return rune >= 0x20;
    return sl_rune_is(rune, TABLE_L) || sl_rune_is(rune, TABLE_M) || sl_rune_is(rune, TABLE_N) ||
           sl_rune_is(rune, TABLE_P) || sl_rune_is(rune, TABLE_S);
}

bool sl_rune_graphic(int32_t rune) {
    return sl_rune_printable(rune) || sl_rune_is(rune, TABLE_ZS);
}

bool sl_rune_space(int32_t rune) {
    switch (rune) {
    case '\t':
    case '\n':
    case '\v':
    case '\f':
    case '\r':
    case ' ':
    case 0x85:
    case 0xa0:
    case 0x1680:
    case 0x2028:
    case 0x2029:
    case 0x202f:
    case 0x205f:
    case 0x3000:
        return true;
    }
    return rune >= 0x2000 && rune <= 0x200a;
}

static const RuneCase *case_of(int32_t rune) {
    int lo = 0, hi = (int)(sizeof cases / sizeof *cases);
    while (lo < hi) {
        int middle = (lo + hi) / 2;
        if (cases[middle].rune < (uint32_t)rune)
            lo = middle + 1;
        else
            hi = middle;
    }
    return lo < (int)(sizeof cases / sizeof *cases) && cases[lo].rune == (uint32_t)rune ? &cases[lo] : NULL;
}

int32_t sl_rune_upper(int32_t rune) {
    if (rune < 0x80)
        return rune >= 'a' && rune <= 'z' ? rune - 32 : rune;
    const RuneCase *c = case_of(rune);
    return c ? (int32_t)c->upper : rune;
}

int32_t sl_rune_lower(int32_t rune) {
    if (rune < 0x80)
        return rune >= 'A' && rune <= 'Z' ? rune + 32 : rune;
    const RuneCase *c = case_of(rune);
    return c ? (int32_t)c->lower : rune;
}

int32_t sl_rune_title(int32_t rune) {
    const RuneCase *c = case_of(rune);
    return c ? (int32_t)c->title : rune;
}

int32_t sl_rune_fold(int32_t rune) {
    const RuneCase *c = case_of(rune);
    return c ? (int32_t)c->fold : rune;
}

#define RUNE_NATIVE(name, expression)                                                                                  \
    static SlOutcome name(SlWorker *worker, SlSlot *s) {                                                               \
        (void)worker;                                                                                                  \
        int32_t r = (int32_t)s[1].i;                                                                                   \
        s[0].i = (expression);                                                                                         \
        return SL_DONE;                                                                                                \
    }
RUNE_NATIVE(is_print, sl_rune_printable(r))
RUNE_NATIVE(is_graphic, sl_rune_graphic(r))
RUNE_NATIVE(is_space, sl_rune_space(r))
RUNE_NATIVE(to_upper, sl_rune_upper(r))
RUNE_NATIVE(to_lower, sl_rune_lower(r))
RUNE_NATIVE(to_title, sl_rune_title(r))
RUNE_NATIVE(simple_fold, sl_rune_fold(r))
RUNE_NATIVE(is_in, sl_rune_is(r, (int)s[2].i - 1))

const SlNative sl_natives_unicode[] = {
    {"unicode.IsPrint", is_print, false},
    {"unicode.IsGraphic", is_graphic, false},
    {"unicode.IsSpace", is_space, false},
    {"unicode.ToUpper", to_upper, false},
    {"unicode.ToLower", to_lower, false},
    {"unicode.ToTitle", to_title, false},
    {"unicode.SimpleFold", simple_fold, false},
    {"unicode.isIn", is_in, false},
    {"strconv.IsPrint", is_print, false},
    {"strconv.IsGraphic", is_graphic, false},
    {NULL, NULL, false},
};
