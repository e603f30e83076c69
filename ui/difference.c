// SPDX-License-Identifier: MIT
// Difference: the longest common subsequence of lines (Wagner and Fischer, 1974) between equal beginnings and ends;
// texts with too many changed lines for its table count as replaced from the first of them to the last.
#include "ui/difference.h"

#include <stdint.h>
#include <string.h>

enum { MOST_CELLS = 4000000 };

typedef struct {
    const char *text;
    GArray *starts; // gsize: where each line begins, and the end of the last one
} Lines;

static Lines lines_of(const char *text, gsize from, gsize to) {
    Lines lines = {text, g_array_new(FALSE, FALSE, sizeof(gsize))};
    g_array_append_val(lines.starts, from);
    for (gsize i = from; i < to; i++)
        if (text[i] == '\n' || i + 1 == to) {
            gsize next = i + 1;
            g_array_append_val(lines.starts, next);
        }
    return lines;
}

static gsize start_of(const Lines *lines, guint line) {
    return g_array_index(lines->starts, gsize, line);
}

static gboolean same_line(const Lines *a, guint i, const Lines *b, guint j) {
    gsize from = start_of(a, i), to = start_of(a, i + 1), other = start_of(b, j), end = start_of(b, j + 1);
    return to - from == end - other && memcmp(a->text + from, b->text + other, to - from) == 0;
}

static gboolean begins_line(const char *text, gsize at) {
    return at == 0 || text[at - 1] == '\n';
}

static gboolean is_inside(char c) {
    return ((unsigned char)c & 0xC0) == 0x80; // a character goes on here
}

// Leaves out equal beginnings and ends.
static void trim(const char *before, const char *after, SlReplacement *r) {
    while (r->from < r->to && r->at < r->end && before[r->from] == after[r->at]) {
        r->from++;
        r->at++;
    }
    while (r->from > 0 && r->at > 0 && (is_inside(before[r->from]) || is_inside(after[r->at]))) {
        r->from--;
        r->at--;
    }
    while (r->to > r->from && r->end > r->at && before[r->to - 1] == after[r->end - 1]) {
        r->to--;
        r->end--;
    }
    while (before[r->to] && (is_inside(before[r->to]) || is_inside(after[r->end]))) {
        r->to++;
        r->end++;
    }
}

static void add(GArray *list, const char *before, const char *after, SlReplacement r) {
    trim(before, after, &r);
    if (r.from < r.to || r.at < r.end)
        g_array_append_val(list, r);
}

// Lines [i, k) became lines [j, l): one for one when they are as many.
static void add_run(GArray *list, const Lines *a, const Lines *b, guint i, guint k, guint j, guint l) {
    if (k - i == l - j) {
        for (guint n = 0; n < k - i; n++)
            add(list, a->text, b->text,
                (SlReplacement){start_of(a, i + n), start_of(a, i + n + 1), start_of(b, j + n),
                                start_of(b, j + n + 1)});
        return;
    }
    add(list, a->text, b->text, (SlReplacement){start_of(a, i), start_of(a, k), start_of(b, j), start_of(b, l)});
}

static void compare_lines(GArray *list, const Lines *a, const Lines *b) {
    guint n = a->starts->len - 1, m = b->starts->len - 1;
    guint16 *longest = g_new0(guint16, (gsize)(n + 1) * (m + 1)); // of the rest from (i, j)
#define AT(i, j) longest[(gsize)(i) * (m + 1) + (j)]
    for (guint i = n; i-- > 0;)
        for (guint j = m; j-- > 0;)
            AT(i, j) = same_line(a, i, b, j) ? AT(i + 1, j + 1) + 1 : MAX(AT(i + 1, j), AT(i, j + 1));
    guint i = 0, j = 0, changed_i = 0, changed_j = 0;
    while (i < n && j < m) {
        if (same_line(a, i, b, j)) {
            add_run(list, a, b, changed_i, i, changed_j, j);
            changed_i = ++i;
            changed_j = ++j;
        } else if (AT(i + 1, j) >= AT(i, j + 1)) {
            i++;
        } else {
            j++;
        }
    }
    add_run(list, a, b, changed_i, n, changed_j, m);
#undef AT
    g_free(longest);
}

GArray *sl_difference(const char *before, const char *after) {
    GArray *list = g_array_new(FALSE, FALSE, sizeof(SlReplacement));
    SlReplacement all = {0, strlen(before), 0, strlen(after)};
    trim(before, after, &all);
    if (all.from == all.to && all.at == all.end)
        return list;
    SlReplacement whole = all;
    while (!begins_line(before, whole.from)) { // to whole lines
        whole.from--;
        whole.at--;
    }
    while (before[whole.to] && !(begins_line(before, whole.to) && begins_line(after, whole.end))) {
        whole.to++;
        whole.end++;
    }
    Lines a = lines_of(before, whole.from, whole.to), b = lines_of(after, whole.at, whole.end);
    if ((guint64)a.starts->len * b.starts->len <= MOST_CELLS && a.starts->len < UINT16_MAX)
        compare_lines(list, &a, &b);
    else
        g_array_append_val(list, all);
    g_array_unref(a.starts);
    g_array_unref(b.starts);
    for (guint i = 0; i < list->len / 2; i++) {
        SlReplacement *x = &g_array_index(list, SlReplacement, i),
                      *y = &g_array_index(list, SlReplacement, list->len - 1 - i), swap = *x;
        *x = *y;
        *y = swap;
    }
    return list;
}
