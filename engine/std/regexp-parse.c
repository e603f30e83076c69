// SPDX-License-Identifier: MIT
// Regular expressions in the syntax of RE2: from text to a tree, and from the tree to a program for the machine in
// regexp.c (Thompson 1968, Pike; Cox, "Regular Expression Matching: the Virtual Machine Approach", 2009).
#include "std/regexp.h"

#include "base/text.h"
#include "base/vec.h"

enum { DEEPEST = 1000, MOST_REPEATS = 1000 };

typedef enum {
    NODE_EMPTY,
    NODE_CLASS,
    NODE_CAT,
    NODE_ALTERNATE,
    NODE_STAR,
    NODE_PLUS,
    NODE_QUEST,
    NODE_REPEAT,
    NODE_CAPTURE,
    NODE_ASSERT,
} NodeKind;

typedef struct Node {
    NodeKind kind;
    struct Node *first, *next; // children; siblings
    bool lazy;
    int low, high; // REPEAT; high -1: none
    int number;    // CAPTURE: its number; ASSERT: which; CLASS: offset of its ranges
    int count;     // CLASS: of ranges
} Node;

typedef SL_VEC(uint32_t) Runes; // pairs low, high

typedef struct {
    SlArena *arena;
    const char *text;
    size_t length, at;
    bool fold, multi, dot_newline, swap_greed;
    int depth, captures;
    Runes ranges; // of all classes
    SL_VEC(char *) names;
    const char *error;
    size_t error_from, error_to;
} Parser;

static Node *parse_alternatives(Parser *p);

static Node *fail(Parser *p, const char *error, size_t from, size_t to) {
    if (!p->error) {
        p->error = error;
        p->error_from = from;
        p->error_to = to;
    }
    return NULL;
}

static Node *node_new(Parser *p, NodeKind kind) {
    Node *node = SL_NEW(p->arena, Node);
    node->kind = kind;
    return node;
}

static int32_t next_rune(Parser *p) {
    int width;
    int32_t rune = sl_utf8_decode(p->text + p->at, p->length - p->at, &width);
    p->at += (size_t)width;
    return rune;
}

static bool peek_is(const Parser *p, char c) {
    return p->at < p->length && p->text[p->at] == c;
}

static bool take(Parser *p, const char *text) {
    size_t n = strlen(text);
    if (p->length - p->at < n || memcmp(p->text + p->at, text, n) != 0)
        return false;
    p->at += n;
    return true;
}

// ---- classes ----

static void add_range(Runes *set, uint32_t low, uint32_t high) {
    sl_vec_push(set, low);
    sl_vec_push(set, high);
}

// With all runes that equal one of the range but for case.
static void add_folded(Parser *p, Runes *set, uint32_t low, uint32_t high) {
    add_range(set, low, high);
    if (!p->fold)
        return;
    for (uint32_t rune = low; rune <= high && rune - low < 0x3000; rune++)
        for (int32_t r = sl_rune_fold((int32_t)rune); r != (int32_t)rune; r = sl_rune_fold(r))
            add_range(set, (uint32_t)r, (uint32_t)r);
}

static int by_low(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static void normalise(Runes *set) {
    if (set->count == 0)
        return;
    qsort(set->at, (size_t)set->count / 2, 2 * sizeof *set->at, by_low);
    int n = 0;
    for (int i = 0; i < set->count; i += 2) {
        if (n > 0 && set->at[i] <= set->at[n - 1] + 1) {
            if (set->at[i + 1] > set->at[n - 1])
                set->at[n - 1] = set->at[i + 1];
        } else {
            set->at[n] = set->at[i];
            set->at[n + 1] = set->at[i + 1];
            n += 2;
        }
    }
    set->count = n;
}

static void negate(Runes *set) {
    Runes out = {0};
    normalise(set);
    uint32_t from = 0;
    for (int i = 0; i < set->count; i += 2) {
        if (set->at[i] > from)
            add_range(&out, from, set->at[i] - 1);
        from = set->at[i + 1] + 1;
    }
    if (from <= 0x10ffff)
        add_range(&out, from, 0x10ffff);
    sl_vec_free(set);
    *set = out;
}

static void add_all(Runes *set, const Runes *other) {
    for (int i = 0; i < other->count; i += 2)
        add_range(set, other->at[i], other->at[i + 1]);
}

static Node *class_node(Parser *p, Runes *set) {
    normalise(set);
    Node *node = node_new(p, NODE_CLASS);
    node->number = p->ranges.count;
    node->count = set->count / 2;
    for (int i = 0; i < set->count; i++)
        sl_vec_push(&p->ranges, set->at[i]);
    sl_vec_free(set);
    return node;
}

static Node *rune_node(Parser *p, int32_t rune) {
    Runes set = {0};
    add_folded(p, &set, (uint32_t)rune, (uint32_t)rune);
    return class_node(p, &set);
}

// \d \s \w and their opposites; false: c is none.
static bool add_perl(Parser *p, Runes *set, char c) {
    Runes one = {0};
    switch (c | 0x20) {
    case 'd':
        add_range(&one, '0', '9');
        break;
    case 's':
        add_range(&one, '\t', '\n');
        add_range(&one, '\f', '\r');
        add_range(&one, ' ', ' ');
        break;
    case 'w':
        add_range(&one, '0', '9');
        add_folded(p, &one, 'A', 'Z');
        add_range(&one, '_', '_');
        add_folded(p, &one, 'a', 'z');
        break;
    default:
        return false;
    }
    if (!(c & 0x20))
        negate(&one);
    add_all(set, &one);
    sl_vec_free(&one);
    return true;
}

static bool add_posix(Parser *p, Runes *set, const char *name, size_t length) {
    static const struct {
        const char *name, *ranges;
    } classes[] = {{"alnum", "09AZaz"},
                   {"alpha", "AZaz"},
                   {"ascii", "\x01\x7f"},
                   {"blank", "\t\t  "},
                   {"cntrl", "\x01\x1f\x7f\x7f"},
                   {"digit", "09"},
                   {"graph", "!~"},
                   {"lower", "az"},
                   {"print", " ~"},
                   {"punct", "!/:@[`{~"},
                   {"space", "\t\r  "},
                   {"upper", "AZ"},
                   {"word", "09AZaz__"},
                   {"xdigit", "09AFaf"}};
    bool no = length > 0 && name[0] == '^';
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        if (strlen(classes[i].name) != length - no || memcmp(classes[i].name, name + no, length - no) != 0)
            continue;
        Runes one = {0};
        for (const char *r = classes[i].ranges; *r; r += 2)
            add_folded(p, &one, (unsigned char)r[0], (unsigned char)r[1]);
        if (i == 2 || i == 4)
            add_range(&one, 0, 0);
        if (no)
            negate(&one);
        add_all(set, &one);
        sl_vec_free(&one);
        return true;
    }
    return false;
}

// \pN \p{Name} \PN, behind the backslash.
static bool add_unicode(Parser *p, Runes *set) {
    size_t start = p->at - 1;
    bool no = p->text[p->at] == 'P';
    p->at++;
    if (p->at >= p->length) {
        fail(p, "invalid character class range", start, p->length);
        return false;
    }
    size_t from = p->at, to;
    if (p->text[p->at] == '{') {
        const char *end = memchr(p->text + p->at, '}', p->length - p->at);
        if (!end) {
            fail(p, "invalid character class range", start, p->length);
            return false;
        }
        from = p->at + 1;
        to = (size_t)(end - p->text);
        p->at = to + 1;
    } else {
        next_rune(p);
        to = p->at;
    }
    if (from < to && p->text[from] == '^') {
        no = !no;
        from++;
    }
    Runes one = {0};
    if (to - from == 3 && memcmp(p->text + from, "Any", 3) == 0) {
        add_range(&one, 0, 0x10ffff);
    } else {
        int table = sl_rune_table(p->text + from, to - from);
        if (table < 0) {
            fail(p, "invalid character class range", start, p->at);
            return false;
        }
        uint32_t low, high;
        for (int i = 0; sl_rune_table_range(table, i, &low, &high); i++)
            add_folded(p, &one, low, high);
    }
    if (no)
        negate(&one);
    add_all(set, &one);
    sl_vec_free(&one);
    return true;
}

static int hex_value(char c) {
    return c >= '0' && c <= '9' ? c - '0' : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;
}

// A rune escaped, behind the backslash at start. Negative: an error.
static int32_t parse_escape(Parser *p, size_t start) {
    if (p->at >= p->length) {
        fail(p, "trailing backslash at end of expression", 0, 0);
        return -1;
    }
    int32_t c = next_rune(p);
    switch (c) {
    case 'a':
        return 7;
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    case 'v':
        return '\v';
    case '1':
    case '2':
    case '3':
    case '4':
    case '5':
    case '6':
    case '7':
        if (p->at >= p->length || p->text[p->at] < '0' || p->text[p->at] > '7')
            break;
        // fallthrough
    case '0': {
        int32_t r = c - '0';
        for (int i = 1; i < 3 && p->at < p->length && p->text[p->at] >= '0' && p->text[p->at] <= '7'; i++)
            r = r * 8 + (p->text[p->at++] - '0');
        return r;
    }
    case 'x': {
        int32_t r = 0;
        if (peek_is(p, '{')) {
            size_t digits = 0;
            for (p->at++; p->at < p->length && hex_value(p->text[p->at]) >= 0 && r <= 0x10ffff; p->at++, digits++)
                r = r * 16 + hex_value(p->text[p->at]);
            if (!peek_is(p, '}') || !digits || r > 0x10ffff)
                break;
            p->at++;
            return r;
        }
        if (p->length - p->at < 2 || hex_value(p->text[p->at]) < 0 || hex_value(p->text[p->at + 1]) < 0)
            break;
        r = hex_value(p->text[p->at]) * 16 + hex_value(p->text[p->at + 1]);
        p->at += 2;
        return r;
    }
    default:
        if (c < 0x80 && !(c >= '0' && c <= '9') && !((c | 0x20) >= 'a' && (c | 0x20) <= 'z'))
            return c;
    }
    fail(p, "invalid escape sequence", start, p->at);
    return -1;
}

static int32_t class_rune(Parser *p, size_t class_start) {
    if (p->at >= p->length) {
        fail(p, "missing closing ]", class_start, p->length);
        return -1;
    }
    if (p->text[p->at] == '\\') {
        p->at++;
        return parse_escape(p, p->at - 1);
    }
    return next_rune(p);
}

// One element of a class that is no range: [:alpha:], \d, \pL. 0: none, 1: taken, -1: error.
static int class_group(Parser *p, Runes *set) {
    if (p->length - p->at > 2 && p->text[p->at] == '[' && p->text[p->at + 1] == ':') {
        const char *end = memmem(p->text + p->at + 2, p->length - p->at - 2, ":]", 2);
        if (end) {
            const char *name = p->text + p->at + 2;
            size_t start = p->at;
            p->at = (size_t)(end - p->text) + 2;
            if (add_posix(p, set, name, (size_t)(end - name)))
                return 1;
            fail(p, "invalid character class range", start, p->at);
            return -1;
        }
    }
    if (p->text[p->at] != '\\' || p->at + 1 >= p->length)
        return 0;
    if ((p->text[p->at + 1] | 0x20) == 'p') {
        p->at++;
        return add_unicode(p, set) ? 1 : -1;
    }
    if (add_perl(p, set, p->text[p->at + 1])) {
        p->at += 2;
        return 1;
    }
    return 0;
}

// Behind "[".
static Node *parse_class(Parser *p) {
    size_t start = p->at - 1;
    Runes set = {0};
    bool no = take(p, "^");
    for (bool first = true; first || !peek_is(p, ']'); first = false) {
        if (p->at >= p->length)
            return fail(p, "missing closing ]", start, p->length);
        if (p->text[p->at] == '-' && !first && p->at + 1 < p->length && p->text[p->at + 1] != ']') {
            size_t from = p->at++;
            next_rune(p);
            return fail(p, "invalid character class range", from, p->at);
        }
        int group = class_group(p, &set);
        if (group < 0)
            return NULL;
        if (group > 0)
            continue;
        size_t from = p->at;
        int32_t low = class_rune(p, start), high = low;
        if (low < 0)
            return NULL;
        if (p->at + 1 < p->length && p->text[p->at] == '-' && p->text[p->at + 1] != ']') {
            p->at++;
            high = class_rune(p, start);
            if (high < 0)
                return NULL;
            if (high < low)
                return fail(p, "invalid character class range", from, p->at);
        }
        add_folded(p, &set, (uint32_t)low, (uint32_t)high);
    }
    p->at++;
    if (no)
        negate(&set);
    return class_node(p, &set);
}

// ---- groups ----

// Behind "(?": flags, or a name. *plain: a group without number follows; *flags_only: nothing follows.
static bool parse_group_flags(Parser *p, size_t start, char **name, bool *flags_only) {
    *name = NULL;
    *flags_only = false;
    if (take(p, "P<") || take(p, "<")) {
        size_t from = p->at;
        const char *end = memchr(p->text + from, '>', p->length - from);
        if (!end) {
            fail(p, "invalid named capture", start, p->length);
            return false;
        }
        size_t length = (size_t)(end - p->text) - from;
        bool fine = length > 0;
        for (size_t i = 0; i < length; i++) {
            char c = p->text[from + i];
            fine = fine && (c == '_' || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'));
        }
        p->at = from + length + 1;
        if (!fine) {
            fail(p, "invalid named capture", start, p->at);
            return false;
        }
        *name = sl_arena_strndup(p->arena, p->text + from, length);
        return true;
    }
    bool on = true, seen = false;
    while (p->at < p->length) {
        char c = p->text[p->at++];
        switch (c) {
        case 'i':
            p->fold = on;
            break;
        case 'm':
            p->multi = on;
            break;
        case 's':
            p->dot_newline = on;
            break;
        case 'U':
            p->swap_greed = on;
            break;
        case '-':
            if (!on) {
                fail(p, "invalid or unsupported Perl syntax", start, p->at);
                return false;
            }
            on = false;
            seen = false;
            continue;
        case ':':
        case ')':
            if (!on && !seen) {
                fail(p, "invalid or unsupported Perl syntax", start, p->at);
                return false;
            }
            *flags_only = c == ')';
            return true;
        default:
            fail(p, "invalid or unsupported Perl syntax", start, p->at);
            return false;
        }
        seen = true;
    }
    fail(p, "invalid or unsupported Perl syntax", start, p->at);
    return false;
}

// Behind "(".
static Node *parse_group(Parser *p) {
    size_t start = p->at - 1;
    bool fold = p->fold, multi = p->multi, dot_newline = p->dot_newline, swap_greed = p->swap_greed;
    char *name = NULL;
    bool capture = true, flags_only = false;
    if (take(p, "?")) {
        if (!parse_group_flags(p, start, &name, &flags_only))
            return NULL;
        if (flags_only)
            return node_new(p, NODE_EMPTY); // until the enclosing group ends
        capture = name != NULL;
    }
    int number = 0;
    if (capture) {
        number = ++p->captures;
        sl_vec_push(&p->names, name);
    }
    if (++p->depth > DEEPEST)
        return fail(p, "expression nests too deeply", 0, p->length);
    Node *inner = parse_alternatives(p);
    p->depth--;
    if (!inner)
        return NULL;
    if (!take(p, ")"))
        return fail(p, "missing closing )", 0, p->length);
    p->fold = fold, p->multi = multi, p->dot_newline = dot_newline, p->swap_greed = swap_greed;
    if (!capture)
        return inner;
    Node *node = node_new(p, NODE_CAPTURE);
    node->number = number;
    node->first = inner;
    return node;
}

static Node *assertion(Parser *p, int kind) {
    Node *node = node_new(p, NODE_ASSERT);
    node->number = kind;
    return node;
}

static Node *parse_backslash(Parser *p) {
    size_t start = p->at++;
    if (p->at < p->length) {
        switch (p->text[p->at]) {
        case 'A':
            p->at++;
            return assertion(p, RE_BEGIN_TEXT);
        case 'z':
            p->at++;
            return assertion(p, RE_END_TEXT);
        case 'b':
            p->at++;
            return assertion(p, RE_WORD);
        case 'B':
            p->at++;
            return assertion(p, RE_NO_WORD);
        case 'C':
            p->at++;
            return fail(p, "invalid escape sequence", start, p->at);
        case 'p':
        case 'P': {
            Runes set = {0};
            return add_unicode(p, &set) ? class_node(p, &set) : NULL;
        }
        }
        Runes set = {0};
        if (add_perl(p, &set, p->text[p->at])) {
            p->at++;
            return class_node(p, &set);
        }
    }
    int32_t rune = parse_escape(p, start);
    return rune < 0 ? NULL : rune_node(p, rune);
}

// "{2}" "{2,}" "{2,5}"; false: it is none, and stands for itself.
static bool parse_counts(Parser *p, int *low, int *high) {
    size_t at = p->at + 1;
    int value[2] = {-1, -1}, which = 0;
    for (; at < p->length; at++) {
        char c = p->text[at];
        if (c >= '0' && c <= '9') {
            if (value[which] < 0)
                value[which] = 0;
            if (value[which] <= 100000)
                value[which] = value[which] * 10 + (c - '0');
        } else if (c == ',' && which == 0 && value[0] >= 0) {
            which = 1;
        } else if (c == '}' && value[0] >= 0) {
            p->at = at + 1;
            *low = value[0];
            *high = which == 0 ? value[0] : value[1];
            return true;
        } else {
            return false;
        }
    }
    return false;
}

static Node *parse_atom(Parser *p) {
    switch (p->text[p->at]) {
    case '(':
        p->at++;
        return parse_group(p);
    case '[':
        p->at++;
        return parse_class(p);
    case '^':
        p->at++;
        return assertion(p, p->multi ? RE_BEGIN_LINE : RE_BEGIN_TEXT);
    case '$':
        p->at++;
        return assertion(p, p->multi ? RE_END_LINE : RE_END_TEXT);
    case '\\':
        return parse_backslash(p);
    case '.': {
        p->at++;
        Runes set = {0};
        if (!p->dot_newline)
            add_range(&set, '\n', '\n');
        negate(&set);
        return class_node(p, &set);
    }
    case '*':
    case '+':
    case '?': {
        size_t from = p->at;
        p->at++;
        return fail(p, "missing argument to repetition operator", from, p->at);
    }
    case '{': {
        size_t from = p->at;
        int low, high;
        if (parse_counts(p, &low, &high))
            return fail(p, "missing argument to repetition operator", from, p->at);
        break;
    }
    }
    return rune_node(p, next_rune(p));
}

// How often the deepest part is repeated.
static long repeat_product(const Node *node) {
    long most = 1;
    for (const Node *child = node->first; child; child = child->next) {
        long n = repeat_product(child);
        most = n > most ? n : most;
    }
    if (node->kind == NODE_REPEAT) {
        int n = node->high > 0 ? node->high : node->low;
        most *= n > 1 ? n : 1;
    }
    return most;
}

static Node *parse_repeats(Parser *p, Node *atom) {
    size_t last_op = 0;
    bool repeated = false;
    while (p->at < p->length) {
        size_t op = p->at;
        char c = p->text[p->at];
        Node *node = NULL;
        int low = 0, high = 0;
        if (c == '*' || c == '+' || c == '?') {
            p->at++;
            node = node_new(p, c == '*' ? NODE_STAR : c == '+' ? NODE_PLUS : NODE_QUEST);
        } else if (c == '{' && parse_counts(p, &low, &high)) {
            if (low > MOST_REPEATS || high > MOST_REPEATS || (high >= 0 && high < low))
                return fail(p, "invalid repeat count", op, p->at);
            node = node_new(p, NODE_REPEAT);
            node->low = low;
            node->high = high;
        } else {
            break;
        }
        node->lazy = take(p, "?") != p->swap_greed;
        if (repeated)
            return fail(p, "invalid nested repetition operator", last_op, p->at);
        node->first = atom;
        if (node->kind == NODE_REPEAT && repeat_product(node) > MOST_REPEATS)
            return fail(p, "invalid repeat count", op, p->at);
        atom = node;
        repeated = true;
        last_op = op;
    }
    return atom;
}

static Node *parse_sequence(Parser *p) {
    Node *cat = node_new(p, NODE_CAT), **last = &cat->first;
    bool quoted = false; // between \Q and \E
    while (p->at < p->length && (quoted || (p->text[p->at] != '|' && p->text[p->at] != ')'))) {
        if (take(p, quoted ? "\\E" : "\\Q")) {
            quoted = !quoted;
            continue;
        }
        Node *atom = quoted ? rune_node(p, next_rune(p)) : parse_atom(p);
        if (atom && quoted && take(p, "\\E"))
            quoted = false;
        if (atom && !quoted)
            atom = parse_repeats(p, atom);
        if (!atom)
            return NULL;
        Node *holder = node_new(p, NODE_CAT);
        holder->first = atom;
        *last = holder;
        last = &holder->next;
    }
    return cat;
}

static Node *parse_alternatives(Parser *p) {
    Node *node = node_new(p, NODE_ALTERNATE), **last = &node->first;
    do {
        *last = parse_sequence(p);
        if (!*last)
            return NULL;
        last = &(*last)->next;
    } while (take(p, "|"));
    return node;
}

// ---- code ----

enum { MOST_INSTRUCTIONS = 500000 };

typedef SL_VEC(SlReInstr) Code;

typedef struct {
    Parser *p;
    Code code;
    bool too_large;
} Coder;

static int emit(Coder *c, uint32_t op, uint32_t a, uint32_t b) {
    if (c->code.count >= MOST_INSTRUCTIONS) {
        c->too_large = true;
        return 0;
    }
    sl_vec_push(&c->code, (SlReInstr){op, a, b});
    return c->code.count - 1;
}

static void generate(Coder *c, const Node *node);

static void patch_split(Coder *c, int at, int into, int past, bool lazy) {
    c->code.at[at].a = (uint32_t)(lazy ? past : into);
    c->code.at[at].b = (uint32_t)(lazy ? into : past);
}

static void generate_quest(Coder *c, const Node *body, bool lazy) {
    int split = emit(c, RE_SPLIT, 0, 0), into = c->code.count;
    generate(c, body);
    patch_split(c, split, into, c->code.count, lazy);
}

static bool can_be_empty(const Node *node) {
    switch (node->kind) {
    case NODE_CLASS:
        return false;
    case NODE_PLUS:
    case NODE_CAPTURE:
        return can_be_empty(node->first);
    case NODE_REPEAT:
        return node->low == 0 || can_be_empty(node->first);
    case NODE_CAT:
        for (const Node *child = node->first; child; child = child->next)
            if (!can_be_empty(child))
                return false;
        return true;
    case NODE_ALTERNATE:
        for (const Node *child = node->first; child; child = child->next)
            if (can_be_empty(child))
                return true;
        return false;
    default:
        return true;
    }
}

static void generate_plus(Coder *c, const Node *body, bool lazy) {
    int into = c->code.count;
    generate(c, body);
    int split = emit(c, RE_SPLIT, 0, 0);
    patch_split(c, split, into, c->code.count, lazy);
}

static void generate_star(Coder *c, const Node *body, bool lazy) {
    if (can_be_empty(body)) { // (x+)?: an empty turn must not hide the captures of the turns before it
        int split = emit(c, RE_SPLIT, 0, 0), into = c->code.count;
        generate_plus(c, body, lazy);
        patch_split(c, split, into, c->code.count, lazy);
        return;
    }
    int split = emit(c, RE_SPLIT, 0, 0), into = c->code.count;
    generate(c, body);
    emit(c, RE_JUMP, (uint32_t)split, 0);
    patch_split(c, split, into, c->code.count, lazy);
}

static void generate_repeat(Coder *c, const Node *node) {
    for (int i = 0; i < node->low && !c->too_large; i++) {
        if (node->high < 0 && i == node->low - 1) {
            generate_plus(c, node->first, node->lazy);
            return;
        }
        generate(c, node->first);
    }
    if (node->high < 0) {
        generate_star(c, node->first, node->lazy);
        return;
    }
    int count = node->high - node->low, *splits = malloc((size_t)(count > 0 ? count : 1) * sizeof *splits);
    assert(splits);
    for (int i = 0; i < count; i++) {
        splits[i] = emit(c, RE_SPLIT, 0, 0);
        generate(c, node->first);
    }
    for (int i = 0; i < count && !c->too_large; i++)
        patch_split(c, splits[i], splits[i] + 1, c->code.count, node->lazy);
    free(splits);
}

static void generate(Coder *c, const Node *node) {
    if (c->too_large)
        return;
    switch (node->kind) {
    case NODE_EMPTY:
        break;
    case NODE_CLASS:
        emit(c, RE_CLASS, (uint32_t)node->number, (uint32_t)node->count);
        break;
    case NODE_ASSERT:
        emit(c, RE_ASSERT, (uint32_t)node->number, 0);
        break;
    case NODE_CAPTURE:
        emit(c, RE_SAVE, (uint32_t)node->number * 2, 0);
        generate(c, node->first);
        emit(c, RE_SAVE, (uint32_t)node->number * 2 + 1, 0);
        break;
    case NODE_CAT:
        for (const Node *child = node->first; child; child = child->next)
            generate(c, child);
        break;
    case NODE_ALTERNATE: {
        SL_VEC(int) jumps = {0};
        for (const Node *child = node->first; child; child = child->next) {
            if (!child->next) {
                generate(c, child);
                break;
            }
            int split = emit(c, RE_SPLIT, 0, 0);
            generate(c, child);
            sl_vec_push(&jumps, emit(c, RE_JUMP, 0, 0));
            if (!c->too_large)
                patch_split(c, split, split + 1, c->code.count, false);
        }
        for (int i = 0; i < jumps.count && !c->too_large; i++)
            c->code.at[jumps.at[i]].a = (uint32_t)c->code.count;
        sl_vec_free(&jumps);
        break;
    }
    case NODE_STAR:
        generate_star(c, node->first, node->lazy);
        break;
    case NODE_PLUS:
        generate_plus(c, node->first, node->lazy);
        break;
    case NODE_QUEST:
        generate_quest(c, node->first, node->lazy);
        break;
    case NODE_REPEAT:
        generate_repeat(c, node);
        break;
    }
}

static bool valid_utf8(const char *text, size_t length) {
    for (size_t i = 0; i < length;) {
        int width;
        if (sl_utf8_decode(text + i, length - i, &width) == 0xfffd && width == 1)
            return false;
        i += (size_t)width;
    }
    return true;
}

static Node *parse(Parser *p) {
    if (!valid_utf8(p->text, p->length))
        return fail(p, "invalid UTF-8", 0, p->length);
    Node *tree = parse_alternatives(p);
    if (tree && p->at < p->length)
        return fail(p, "unexpected )", 0, p->length);
    return tree;
}

bool sl_regexp_compile(const char *text, size_t length, SlText *program, SlText *names, const char **error,
                       size_t *error_from, size_t *error_to) {
    Parser p = {.arena = sl_arena_new(), .text = text, .length = length};
    Node *tree = parse(&p);
    Coder c = {.p = &p};
    if (tree) {
        generate(&c, tree);
        emit(&c, RE_MATCH, 0, 0);
        if (c.too_large)
            tree = fail(&p, "expression too large", 0, length);
    }
    if (tree) {
        SlReHeader header = {(uint32_t)c.code.count, (uint32_t)p.ranges.count, (uint32_t)p.captures, 0};
        sl_text_add(program, (const char *)&header, sizeof header);
        sl_text_add(program, (const char *)c.code.at, (size_t)c.code.count * sizeof *c.code.at);
        sl_text_add(program, (const char *)p.ranges.at, (size_t)p.ranges.count * sizeof *p.ranges.at);
        for (int i = 0; i < p.names.count; i++) {
            if (i > 0)
                sl_text_addc(names, ',');
            if (p.names.at[i])
                sl_text_adds(names, p.names.at[i]);
        }
    }
    *error = p.error;
    *error_from = p.error_from;
    *error_to = p.error_to;
    sl_vec_free(&c.code);
    sl_vec_free(&p.ranges);
    sl_vec_free(&p.names);
    sl_arena_free(p.arena);
    return tree;
}
