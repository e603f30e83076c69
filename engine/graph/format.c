// SPDX-License-Identifier: MIT
// Text that a person typed into a small field, laid out in lines as gofmt does: indentation by brackets, one blank line
// at most, blanks around the operators that gofmt always sets apart. Inside of literals and comments nothing changes.
#include "graph/rewrite.h"

typedef struct {
    int depth;  // brackets open before the line
    int closes; // brackets that the line begins with
    char in;    // '`' or '*': the line begins inside of a raw string or comment
} LineState;

static bool starts_with_word(const char *text, const char *word) {
    size_t n = strlen(word);
    return strncmp(text, word, n) == 0 && (text[n] == ' ' || text[n] == ':' || !text[n]);
}

// Adds one line without blanks around it; what it opens and closes counts for the next.
static void add_line(SlText *out, const char *line, size_t length, LineState *state) {
    char in = state->in;
    int opened = 0;
    bool leading = true;
    for (size_t i = 0; i < length; i++) {
        char c = line[i];
        if (in == '`' || in == '"' || in == '\'') {
            if (c == '\\' && in != '`')
                i++;
            else if (c == in)
                in = 0;
        } else if (in == '*') {
            in = c == '*' && i + 1 < length && line[i + 1] == '/' ? 0 : in;
        } else if (c == '/' && i + 1 < length && (line[i + 1] == '/' || line[i + 1] == '*')) {
            if (line[i + 1] == '/')
                break;
            in = '*';
            i++;
        } else if (c == '`' || c == '"' || c == '\'') {
            in = c;
        } else if (c == '{' || c == '(' || c == '[') {
            opened++;
        } else if (c == '}' || c == ')' || c == ']') {
            if (leading)
                state->closes++;
            opened--;
        }
        leading &= c == '}' || c == ')' || c == ']';
    }
    bool raw = state->in == '`';
    int indent = state->depth - state->closes - (starts_with_word(line, "case") || starts_with_word(line, "default"));
    for (int i = 0; i < indent && !raw && length; i++)
        sl_text_addc(out, '\t');
    sl_text_add(out, line, length);
    sl_text_addc(out, '\n');
    // Several brackets opened in one line are one step, as their ends stand in one line.
    state->depth += opened > 1 ? 1 : opened < -1 && state->closes ? -1 : opened;
    state->depth = state->depth < 0 ? 0 : state->depth;
    state->closes = 0;
    state->in = in == '`' || in == '*' ? in : 0;
}

const char *sl_formatted(SlRewrite *rw, const char *text) {
    SlText out = {0};
    LineState state = {0};
    bool blank = true; // none at the start
    while (*text) {
        const char *end = strchrnul(text, '\n'), *from = text, *to = end;
        while (state.in != '`' && from < to && (*from == ' ' || *from == '\t'))
            from++;
        while (to > from && (to[-1] == ' ' || to[-1] == '\t' || to[-1] == '\r' || (state.in != '`' && to[-1] == ';')))
            to--;
        bool empty = from == to && !state.in;
        if (!empty || !blank)
            add_line(&out, from, (size_t)(to - from), &state);
        blank = empty;
        text = *end ? end + 1 : end;
    }
    while (out.length > 1 && out.at[out.length - 1] == '\n' && out.at[out.length - 2] == '\n')
        out.at[--out.length] = 0;
    const char *kept = sl_arena_strndup(rw->arena, sl_text_cstr(&out), out.length);
    sl_text_free(&out);
    return kept;
}

const char *sl_formatted_params(SlRewrite *rw, const char *text) {
    SlText out = {0};
    for (const char *at = text; *at; at++) {
        bool gap = *at == ' ' || *at == '\t' || *at == '\n';
        char last = out.length ? out.at[out.length - 1] : '(';
        char next = at[strspn(at, " \t\n")];
        if (!gap)
            sl_text_addc(&out, *at);
        else if (last != ' ' && last != '(' && next && next != ',' && next != ')')
            sl_text_addc(&out, ' ');
        if (*at == ',' && at[1] && at[1] != ' ')
            sl_text_addc(&out, ' ');
    }
    while (out.length && (out.at[out.length - 1] == ' ' || out.at[out.length - 1] == ','))
        out.at[--out.length] = 0;
    const char *kept = sl_arena_strndup(rw->arena, sl_text_cstr(&out), out.length);
    sl_text_free(&out);
    return kept;
}
