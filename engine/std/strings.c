// SPDX-License-Identifier: MIT
// Natives of packages strings and bytes: searching, splitting, joining, changing case. Parts of a string share its
// memory.
#include "std/impl.h"

#include "base/text.h"
#include "run/memory.h"

static int64_t index_from(SlStr s, SlStr sub, int64_t from) {
    if (sub.length == 0)
        return from;
    if (s.length - from < sub.length)
        return -1;
    const char *at = memmem(s.bytes + from, (size_t)(s.length - from), sub.bytes, (size_t)sub.length);
    return at ? at - s.bytes : -1;
}

static int rune_width(SlStr s, int64_t at) {
    int width = 1;
    if ((unsigned char)s.bytes[at] >= 0x80)
        sl_utf8_decode(s.bytes + at, (size_t)(s.length - at), &width);
    return width;
}

static int64_t rune_count(SlStr s) {
    int64_t count = 0;
    for (int64_t i = 0; i < s.length; i += rune_width(s, i))
        count++;
    return count;
}

// func Index(s, substr string) int
static SlOutcome index_native(SlWorker *worker, SlSlot *s) {
    (void)worker;
    s[0].i = index_from(str_at(s + 1), str_at(s + 3), 0);
    return SL_DONE;
}

// func LastIndex(s, substr string) int
static SlOutcome last_index(SlWorker *worker, SlSlot *s) {
    (void)worker;
    SlStr text = str_at(s + 1), sub = str_at(s + 3);
    int64_t i = text.length - sub.length;
    for (; i >= 0; i--)
        if (sub.length == 0 || memcmp(text.bytes + i, sub.bytes, (size_t)sub.length) == 0)
            break;
    s[0].i = i < 0 ? -1 : i;
    return SL_DONE;
}

// func IndexByte(s string, c byte) int
static SlOutcome index_byte(SlWorker *worker, SlSlot *s) {
    (void)worker;
    SlStr text = str_at(s + 1);
    const char *at = text.length ? memchr(text.bytes, (int)s[3].i, (size_t)text.length) : NULL;
    s[0].i = at ? at - text.bytes : -1;
    return SL_DONE;
}

// func LastIndexByte(s string, c byte) int
static SlOutcome last_index_byte(SlWorker *worker, SlSlot *s) {
    (void)worker;
    SlStr text = str_at(s + 1);
    const char *at = text.length ? memrchr(text.bytes, (int)s[3].i, (size_t)text.length) : NULL;
    s[0].i = at ? at - text.bytes : -1;
    return SL_DONE;
}

static int64_t count_of(SlStr text, SlStr sub) {
    if (sub.length == 0)
        return rune_count(text) + 1;
    int64_t count = 0;
    for (int64_t i = 0; (i = index_from(text, sub, i)) >= 0; i += sub.length)
        count++;
    return count;
}

// func Count(s, substr string) int
static SlOutcome count_native(SlWorker *worker, SlSlot *s) {
    (void)worker;
    s[0].i = count_of(str_at(s + 1), str_at(s + 3));
    return SL_DONE;
}

static bool rune_equal_fold(int32_t a, int32_t b) {
    if (a == b)
        return true;
    if (a < 0x80 && b < 0x80)
        return sl_rune_lower(a) == sl_rune_lower(b);
    for (int32_t r = sl_rune_fold(a); r != a; r = sl_rune_fold(r))
        if (r == b)
            return true;
    return false;
}

// func EqualFold(s, t string) bool
static SlOutcome equal_fold(SlWorker *worker, SlSlot *s) {
    (void)worker;
    SlStr a = str_at(s + 1), b = str_at(s + 3);
    int64_t i = 0, j = 0;
    while (i < a.length && j < b.length) {
        int m, n;
        int32_t x = sl_utf8_decode(a.bytes + i, (size_t)(a.length - i), &m);
        int32_t y = sl_utf8_decode(b.bytes + j, (size_t)(b.length - j), &n);
        if (!rune_equal_fold(x, y))
            break;
        i += m;
        j += n;
    }
    s[0].i = i == a.length && j == b.length;
    return SL_DONE;
}

// ---- case ----

static SlOutcome mapped(SlWorker *worker, SlSlot *s, int32_t (*map)(int32_t)) {
    SlStr text = str_at(s + 2);
    bool same = true;
    for (int64_t i = 0; i < text.length && same; i++)
        same = (unsigned char)text.bytes[i] < 0x80 && map((unsigned char)text.bytes[i]) == text.bytes[i];
    if (same) {
        set_str(s, text);
        return SL_DONE;
    }
    SlOut out;
    sl_out_init(&out);
    for (int64_t i = 0; i < text.length;) {
        int width = 1;
        int32_t rune = (unsigned char)text.bytes[i];
        if (rune >= 0x80)
            rune = sl_utf8_decode(text.bytes + i, (size_t)(text.length - i), &width);
        sl_out_rune(&out, map(rune));
        i += width;
    }
    set_str(s, sl_out_string(worker, &out));
    return SL_DONE;
}

static SlOutcome to_upper(SlWorker *worker, SlSlot *s) {
    return mapped(worker, s, sl_rune_upper);
}
static SlOutcome to_lower(SlWorker *worker, SlSlot *s) {
    return mapped(worker, s, sl_rune_lower);
}
static SlOutcome to_title(SlWorker *worker, SlSlot *s) {
    return mapped(worker, s, sl_rune_title);
}

// ---- space ----

// func trimSpace(s string, left, right bool) string
static SlOutcome trim_space(SlWorker *worker, SlSlot *s) {
    (void)worker;
    SlStr text = str_at(s + 2);
    int64_t start = 0, end = text.length;
    while (s[4].i && start < end) {
        int width;
        if (!sl_rune_space(sl_utf8_decode(text.bytes + start, (size_t)(end - start), &width)))
            break;
        start += width;
    }
    while (s[5].i && end > start) {
        int64_t at = end - 1;
        while (at > start && end - at < 4 && ((unsigned char)text.bytes[at] & 0xc0) == 0x80)
            at--;
        int width;
        int32_t rune = sl_utf8_decode(text.bytes + at, (size_t)(end - at), &width);
        if (at + width != end || !sl_rune_space(rune))
            break;
        end = at;
    }
    set_str(s, (SlStr){text.bytes + start, end - start});
    return SL_DONE;
}

static SlSlice strings_new(SlWorker *worker, int64_t count) {
    const SlRtype *string = worker->machine->code->type_string;
    assert(string);
    return (SlSlice){sl_alloc_typed(worker, string, count ? (size_t)count : 1), count, count};
}

static void strings_set(SlSlice list, int64_t i, const char *bytes, int64_t length) {
    SlStr *at = (SlStr *)list.first + i;
    at->length = length;
    SL_STORE_POINTER(&at->bytes, bytes);
}

// Finds the next field from *at; false: none.
static bool next_field(SlStr text, int64_t *at, int64_t *start) {
    int64_t i = *at;
    *start = -1;
    while (i < text.length) {
        int width = 1;
        int32_t rune = (unsigned char)text.bytes[i];
        if (rune >= 0x80)
            rune = sl_utf8_decode(text.bytes + i, (size_t)(text.length - i), &width);
        bool space = sl_rune_space(rune);
        if (!space && *start < 0)
            *start = i;
        if (space && *start >= 0)
            break;
        i += width;
    }
    *at = i;
    return *start >= 0;
}

// func Fields(s string) []string
static SlOutcome fields(SlWorker *worker, SlSlot *s) {
    SlStr text = str_at(s + 3);
    int64_t count = 0, start;
    for (int64_t at = 0; next_field(text, &at, &start);)
        count++;
    SlSlice list = strings_new(worker, count);
    int64_t i = 0;
    for (int64_t at = 0; next_field(text, &at, &start);)
        strings_set(list, i++, text.bytes + start, at - start);
    set_slice(s, list);
    return SL_DONE;
}

// func split(s, sep string, save, n int) []string: n as SplitN's, not 0; save bytes of each separator are kept
static SlOutcome split(SlWorker *worker, SlSlot *s) {
    SlStr text = str_at(s + 3), sep = str_at(s + 5);
    int64_t save = s[7].i, n = s[8].i;
    if (sep.length == 0) {
        int64_t count = rune_count(text);
        if (n >= 0 && n < count)
            count = n;
        SlSlice list = strings_new(worker, count);
        int64_t at = 0;
        for (int64_t i = 0; i < count; i++) {
            int64_t width = i == count - 1 ? text.length - at : rune_width(text, at);
            strings_set(list, i, text.bytes + at, width);
            at += width;
        }
        set_slice(s, list);
        return SL_DONE;
    }
    int64_t count = count_of(text, sep) + 1;
    if (n >= 0 && n < count)
        count = n;
    SlSlice list = strings_new(worker, count);
    int64_t at = 0;
    for (int64_t i = 0; i < count - 1; i++) {
        int64_t found = index_from(text, sep, at);
        strings_set(list, i, text.bytes + at, found - at + save);
        at = found + sep.length;
    }
    strings_set(list, count - 1, text.bytes + at, text.length - at);
    set_slice(s, list);
    return SL_DONE;
}

// func Join(elems []string, sep string) string
static SlOutcome join(SlWorker *worker, SlSlot *s) {
    SlSlice list = slice_at(s + 2);
    SlStr sep = str_at(s + 5);
    SlSlot part[2];
    if (list.length == 1) {
        sl_load_wide2(worker, list.first, part);
        set_str(s, str_at(part));
        return SL_DONE;
    }
    SlOut out;
    sl_out_init(&out);
    for (int64_t i = 0; i < list.length; i++) {
        if (i > 0)
            sl_out_add(&out, sep.bytes, (size_t)sep.length);
        sl_load_wide2(worker, (char *)list.first + i * 16, part);
        sl_out_add(&out, part[0].p, (size_t)part[1].i);
    }
    set_str(s, sl_out_string(worker, &out));
    return SL_DONE;
}

// func repeat(s string, count int) string: the product fits
static SlOutcome repeat(SlWorker *worker, SlSlot *s) {
    SlStr text = str_at(s + 2);
    int64_t count = s[4].i;
    size_t total = (size_t)(text.length * count);
    if (total == 0) {
        set_str(s, (SlStr){NULL, 0});
        return SL_DONE;
    }
    char *bytes = sl_alloc_bytes(worker, total);
    if (!bytes)
        return sl_fatal(worker, "runtime: out of memory");
    if (text.length == 1) {
        memset(bytes, text.bytes[0], total);
    } else {
        for (int64_t i = 0; i < count; i++)
            memcpy(bytes + i * text.length, text.bytes, (size_t)text.length);
    }
    set_str(s, (SlStr){bytes, (int64_t)total});
    return SL_DONE;
}

// func Replace(s, old, new string, n int) string
static SlOutcome replace(SlWorker *worker, SlSlot *s) {
    SlStr text = str_at(s + 2), old = str_at(s + 4), new_ = str_at(s + 6);
    int64_t n = s[8].i;
    bool same =
        old.length == new_.length && (old.length == 0 || memcmp(old.bytes, new_.bytes, (size_t)old.length) == 0);
    if (n == 0 || same) {
        set_str(s, text);
        return SL_DONE;
    }
    int64_t count = count_of(text, old);
    if (n < 0 || count < n)
        n = count;
    if (n == 0) {
        set_str(s, text);
        return SL_DONE;
    }
    SlOut out;
    sl_out_init(&out);
    int64_t start = 0;
    for (int64_t i = 0; i < n; i++) {
        int64_t at = start;
        if (old.length == 0)
            at += i > 0 ? rune_width(text, start) : 0;
        else
            at = index_from(text, old, start);
        sl_out_add(&out, text.bytes + start, (size_t)(at - start));
        sl_out_add(&out, new_.bytes, (size_t)new_.length);
        start = at + old.length;
    }
    sl_out_add(&out, text.bytes + start, (size_t)(text.length - start));
    set_str(s, sl_out_string(worker, &out));
    return SL_DONE;
}

// func Compare(a, b string) int
static SlOutcome compare(SlWorker *worker, SlSlot *s) {
    (void)worker;
    int order = sl_string_compare(str_at(s + 1), str_at(s + 3));
    s[0].i = (order > 0) - (order < 0);
    return SL_DONE;
}

// func alias(b []byte) string: the same memory as a string
static SlOutcome alias(SlWorker *worker, SlSlot *s) {
    (void)worker;
    s[0] = s[2];
    s[1] = s[3];
    return SL_DONE;
}

// func unalias(s string) []byte: the same memory as a slice
static SlOutcome unalias(SlWorker *worker, SlSlot *s) {
    (void)worker;
    SlStr text = str_at(s + 3);
    set_slice(s, (SlSlice){(void *)text.bytes, text.length, text.length});
    return SL_DONE;
}

// ---- unicode/utf8 ----

// func RuneCountInString(s string) int
static SlOutcome count_runes(SlWorker *worker, SlSlot *s) {
    (void)worker;
    s[0].i = rune_count(str_at(s + 1));
    return SL_DONE;
}

// func ValidString(s string) bool
static SlOutcome valid(SlWorker *worker, SlSlot *s) {
    (void)worker;
    SlStr text = str_at(s + 1);
    int64_t i = 0;
    while (i < text.length) {
        int width = 1;
        if ((unsigned char)text.bytes[i] >= 0x80 &&
            sl_utf8_decode(text.bytes + i, (size_t)(text.length - i), &width) == 0xfffd && width == 1)
            break;
        i += width;
    }
    s[0].i = i >= text.length;
    return SL_DONE;
}

// func DecodeRuneInString(s string) (rune, int), and of a []byte
static SlOutcome decode(SlWorker *worker, SlSlot *s) {
    (void)worker;
    SlStr text = str_at(s + 2);
    int width = 0;
    int32_t rune = 0xfffd;
    if (text.length > 0)
        rune = sl_utf8_decode(text.bytes, (size_t)text.length, &width);
    s[0].i = rune;
    s[1].i = width;
    return SL_DONE;
}

const SlNative sl_natives_strings[] = {
    {"strings.Index", index_native, false},
    {"strings.LastIndex", last_index, false},
    {"strings.IndexByte", index_byte, false},
    {"strings.LastIndexByte", last_index_byte, false},
    {"strings.Count", count_native, false},
    {"strings.EqualFold", equal_fold, false},
    {"strings.ToUpper", to_upper, false},
    {"strings.ToLower", to_lower, false},
    {"strings.ToTitle", to_title, false},
    {"strings.trimSpace", trim_space, false},
    {"strings.Fields", fields, false},
    {"strings.split", split, false},
    {"strings.Join", join, false},
    {"strings.repeat", repeat, false},
    {"strings.Replace", replace, false},
    {"strings.Compare", compare, false},
    {"strings.alias", alias, false},
    {"bytes.alias", alias, false},
    {"bytes.unalias", unalias, false},
    {"unicode/utf8.RuneCountInString", count_runes, false},
    {"unicode/utf8.RuneCount", count_runes, false},
    {"unicode/utf8.ValidString", valid, false},
    {"unicode/utf8.Valid", valid, false},
    {"unicode/utf8.DecodeRuneInString", decode, false},
    {"unicode/utf8.DecodeRune", decode, false},
    {NULL, NULL, false},
};
