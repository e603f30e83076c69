// SPDX-License-Identifier: MIT
// Places in the text of a rewrite, by lines: gofmt puts each statement on lines of its own, so most of what is written
// or taken away is whole lines.
#include "graph/rewrite.h"

const SlTree *sl_rewrite_tree(const SlRewrite *rw, SlPos pos) {
    const SlPackage *package = rw->program->main;
    for (int i = 0; i < package->file_count; i++) {
        const SlFile *file = package->files[i]->file;
        if (pos >= file->base && pos <= file->base + file->length)
            return package->files[i];
    }
    return NULL;
}

const char *sl_rewrite_text(SlRewrite *rw, SlPos from, SlPos to) {
    const SlTree *tree = sl_rewrite_tree(rw, from);
    return tree && to >= from ? sl_arena_strndup(rw->arena, tree->file->text + (from - tree->file->base), to - from)
                              : "";
}

SlPos sl_line_start(const SlRewrite *rw, SlPos pos) {
    const SlFile *file = sl_rewrite_tree(rw, pos)->file;
    size_t at = pos - file->base;
    while (at > 0 && file->text[at - 1] != '\n')
        at--;
    return file->base + (SlPos)at;
}

SlPos sl_line_end(const SlRewrite *rw, SlPos pos) {
    const SlFile *file = sl_rewrite_tree(rw, pos)->file;
    size_t at = pos - file->base;
    while (at < file->length && file->text[at] != '\n')
        at++;
    return file->base + (SlPos)(at + (at < file->length));
}

const char *sl_line_indent(SlRewrite *rw, SlPos pos) {
    SlPos start = sl_line_start(rw, pos);
    const SlFile *file = sl_rewrite_tree(rw, pos)->file;
    const char *text = file->text + (start - file->base);
    return sl_arena_strndup(rw->arena, text, strspn(text, " \t"));
}

SlPos sl_top_of(const SlRewrite *rw, SlPos pos) {
    const SlTree *tree = sl_rewrite_tree(rw, pos);
    int first = sl_directive_comments(tree, pos);
    return sl_line_start(rw, first < tree->comment_count ? tree->comments[first].pos : pos);
}

SlPos sl_notes_of(const SlRewrite *rw, SlPos pos) {
    const SlTree *tree = sl_rewrite_tree(rw, pos);
    SlPos start = sl_line_start(rw, pos), top = start;
    for (int i = sl_directive_comments(tree, pos); i < tree->comment_count && tree->comments[i].pos < start; i++) {
        bool own = tree->comments[i].length > 9 && memcmp(tree->comments[i].text, "//sluice:", 9) == 0;
        top = !own ? start : top == start ? sl_line_start(rw, tree->comments[i].pos) : top;
    }
    return top;
}

bool sl_alone(const SlRewrite *rw, SlPos from, SlPos to) {
    const SlFile *file = sl_rewrite_tree(rw, from)->file;
    const char *text = file->text;
    size_t at = sl_line_start(rw, from) - file->base;
    for (; at < from - file->base; at++)
        if (text[at] != ' ' && text[at] != '\t')
            return false;
    for (at = to - file->base; text[at] == ' ' || text[at] == '\t' || text[at] == '\r';)
        at++;
    return !text[at] || text[at] == '\n' || (text[at] == '/' && text[at + 1] == '/');
}

static bool is_blank(const SlFile *file, size_t line) {
    size_t at = line;
    while (file->text[at] == ' ' || file->text[at] == '\t' || file->text[at] == '\r')
        at++;
    return file->text[at] == '\n';
}

SlPos sl_words_of(const SlRewrite *rw, SlPos pos, SlPos end) {
    const SlFile *file = sl_rewrite_tree(rw, pos)->file;
    size_t next = sl_line_end(rw, end) - file->base, at = next;
    while (file->text[at] == ' ' || file->text[at] == '\t')
        at++;
    bool last = next >= file->length || is_blank(file, next) || file->text[at] == '}';
    return last ? sl_top_of(rw, pos) : sl_notes_of(rw, pos);
}

void sl_cut_lines(SlRewrite *rw, SlPos from, SlPos to) {
    const SlFile *file = sl_rewrite_tree(rw, from)->file;
    size_t start = from - file->base, end = to - file->base, before = start;
    while (before > 0 && (before == start || file->text[before - 1] != '\n'))
        before--; // of the line above
    bool above = start > 0 && is_blank(file, before);
    bool opens = start > 1 && file->text[start - 2] == '{';
    if (end < file->length && is_blank(file, end) && (above || opens))
        to = sl_line_end(rw, to);
    sl_rewrite_replace(rw, from, to, "");
}

// Lines inside raw strings and block comments are no lines of code. The scanner's rules, over text that is known to be
// Go.
//
// Moves over one byte; what it is inside of is then known for the next.
static const char *over(const char *at, char *in) {
    if (*in == '`') {
        *in = *at == '`' ? 0 : *in;
    } else if (*in == '*') {
        if (at[0] == '*' && at[1] == '/') {
            *in = 0;
            return at + 2;
        }
    } else if (*at == '`') {
        *in = '`';
    } else if (at[0] == '/' && at[1] == '*') {
        *in = '*';
        return at + 2;
    } else if (at[0] == '/' && at[1] == '/') {
        while (*at && *at != '\n')
            at++;
        return at;
    } else if (*at == '"' || *at == '\'') {
        char quote = *at++;
        while (*at && *at != quote && *at != '\n')
            at += at[0] == '\\' && at[1] ? 2 : 1;
        return at + (*at == quote);
    }
    return at + 1;
}

const char *sl_indented(SlRewrite *rw, const char *text, const char *indent) {
    SlText out = {0};
    char in = 0;
    bool start = true;
    for (const char *at = text; *at;) {
        if (start && *at != '\n' && !in)
            sl_text_adds(&out, indent);
        const char *next = over(at, &in);
        sl_text_add(&out, at, (size_t)(next - at));
        start = next[-1] == '\n';
        at = next;
    }
    const char *kept = sl_arena_strndup(rw->arena, sl_text_cstr(&out), out.length);
    sl_text_free(&out);
    return kept;
}

const char *sl_moved(SlRewrite *rw, SlPos from, SlPos to, int by) {
    const char *text = sl_rewrite_text(rw, from, to);
    if (by > 0)
        return sl_indented(rw, text, "\t");
    SlText out = {0};
    char in = 0;
    bool start = true;
    for (const char *at = text; *at;) {
        if (start && *at == '\t' && !in) {
            at++;
            start = false;
            continue;
        }
        const char *next = over(at, &in);
        sl_text_add(&out, at, (size_t)(next - at));
        start = next[-1] == '\n';
        at = next;
    }
    const char *kept = sl_arena_strndup(rw->arena, sl_text_cstr(&out), out.length);
    sl_text_free(&out);
    return kept;
}

// ---- comments behind code ----

typedef struct {
    size_t start, code, comment, end; // offsets: of the line, behind its code, of its comment, of its newline
    bool has;                         // code and a comment behind it
} Line;

static size_t width_of(const char *text, size_t from, size_t to) {
    size_t width = 0;
    for (; from < to; from++)
        width += (text[from] & 0xc0) != 0x80; // gofmt counts runes
    return width;
}

static Line read_line(const SlFile *file, const SlTree *tree, size_t start, int *comment) {
    const char *text = file->text;
    Line line = {.start = start, .end = start};
    while (line.end < file->length && text[line.end] != '\n')
        line.end++;
    while (*comment < tree->comment_count && tree->comments[*comment].pos - file->base < start)
        ++*comment;
    line.code = line.comment = line.end;
    if (*comment < tree->comment_count) {
        size_t at = tree->comments[*comment].pos - file->base;
        if (at < line.end && text[at + 1] == '/') {
            line.comment = line.code = at;
            while (line.code > start && (text[line.code - 1] == ' ' || text[line.code - 1] == '\t'))
                line.code--;
            line.has = line.code > start;
        }
    }
    return line;
}

static size_t tabs_of(const SlFile *file, size_t start) {
    return strspn(file->text + start, "\t");
}

// Lines [first, last) with comments, one below the other and equally far in: one column behind the longest.
static void align_run(SlRewrite *rw, const SlFile *file, const Line *lines, int first, int last) {
    size_t longest = 0;
    for (int i = first; i < last; i++) {
        size_t width = width_of(file->text, lines[i].start, lines[i].code);
        longest = width > longest ? width : longest;
    }
    for (int i = first; i < last; i++) {
        size_t want = longest + 1 - width_of(file->text, lines[i].start, lines[i].code);
        if (lines[i].comment - lines[i].code == want)
            continue;
        char *blanks = SL_NEW_N(rw->arena, char, want + 1);
        memset(blanks, ' ', want);
        sl_rewrite_replace(rw, file->base + (SlPos)lines[i].code, file->base + (SlPos)lines[i].comment, blanks);
    }
}

// Whether something new stands in the lines, or directly above or below them.
static bool is_near_new(const SlRewriteFile *file, size_t from, size_t to) {
    size_t at = 0;
    for (int i = 0; i < file->pieces.count; i++) {
        const SlPiece *piece = &file->pieces.at[i];
        size_t end = at + piece->to - piece->from;
        bool seam = i > 0 && at >= from && at <= to; // something may have been taken away here
        if (seam || (piece->text && end >= from && at <= to))
            return true;
        at = end;
    }
    return false;
}

void sl_align_comments(SlRewrite *rw) {
    for (int f = 0; f < rw->file_count; f++) {
        if (rw->files[f].pieces.count < 2)
            continue;
        const SlTree *tree = rw->program->main->files[f];
        const SlFile *file = tree->file;
        SL_VEC(Line) lines = {0};
        int comment = 0;
        for (size_t at = 0; at < file->length; at = lines.at[lines.count - 1].end + 1)
            sl_vec_push(&lines, read_line(file, tree, at, &comment));
        for (int i = 0; i < lines.count; i++) {
            int last = i;
            while (last < lines.count && lines.at[last].has &&
                   tabs_of(file, lines.at[last].start) == tabs_of(file, lines.at[i].start))
                last++;
            if (last == i)
                continue;
            size_t from = lines.at[i].start, to = lines.at[last - 1].end + 1;
            if (tabs_of(file, from) > 0 && is_near_new(&rw->files[f], from ? from - 1 : 0, to))
                align_run(rw, file, lines.at, i, last);
            i = last - 1;
        }
        sl_vec_free(&lines);
    }
}
