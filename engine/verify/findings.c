// SPDX-License-Identifier: MIT
// Findings as data: their life, their bytes on the way to the window, their text.
#include "verify/findings.h"

#include <string.h>

const char *const sl_cause_texts[SL_CAUSE_COUNT] = {
#define C(name, text) text,
    SL_CAUSES(C)
#undef C
};

enum { MAGIC = 0x53464e31, MOST = 1 << 20 };

SlFindings *sl_findings_new(void) {
    SlArena *arena = sl_arena_new();
    SlFindings *findings = SL_NEW(arena, SlFindings);
    findings->arena = arena;
    return findings;
}

void sl_findings_free(SlFindings *findings) {
    if (findings)
        sl_arena_free(findings->arena);
}

// ---- bytes: one description for both ways ----

typedef struct {
    SlText *out; // writing; else reading
    const char *at, *end;
    SlArena *arena;
    bool bad;
} Pipe;

static void bytes(Pipe *pipe, void *at, size_t count) {
    if (pipe->out) {
        sl_text_add(pipe->out, at, count);
    } else if (pipe->bad || (size_t)(pipe->end - pipe->at) < count) {
        pipe->bad = true;
        memset(at, 0, count);
    } else {
        memcpy(at, pipe->at, count);
        pipe->at += count;
    }
}

#define FIELD(field) bytes(pipe, &(field), sizeof(field))

// A number of elements that take at least one byte each.
static void length(Pipe *pipe, int *count) {
    bytes(pipe, count, sizeof *count);
    if (pipe->out)
        return;
    pipe->bad |= *count < 0 || *count > MOST || *count > pipe->end - pipe->at;
    if (pipe->bad)
        *count = 0;
}

static void string(Pipe *pipe, const char **text) {
    int count = pipe->out && *text ? (int)strlen(*text) : -1;
    bytes(pipe, &count, sizeof count);
    if (pipe->out) {
        if (*text)
            sl_text_add(pipe->out, *text, (size_t)count);
        return;
    }
    *text = NULL;
    if (count < 0 || pipe->bad)
        return;
    if (count > pipe->end - pipe->at) {
        pipe->bad = true;
        return;
    }
    *text = sl_arena_strndup(pipe->arena, pipe->at, (size_t)count);
    pipe->at += count;
}

static void strings(Pipe *pipe, const char ***list, int *count) {
    length(pipe, count);
    if (!pipe->out)
        *list = SL_NEW_N(pipe->arena, const char *, *count + 1);
    for (int i = 0; i < *count; i++) {
        string(pipe, &(*list)[i]);
        pipe->bad |= !(*list)[i];
    }
}

static void ids(Pipe *pipe, uint64_t **list, int *count) {
    length(pipe, count);
    if (!pipe->out)
        *list = SL_NEW_N(pipe->arena, uint64_t, *count + 1);
    for (int i = 0; i < *count; i++)
        FIELD((*list)[i]);
}

static void finding(Pipe *pipe, SlFinding *f) {
    FIELD(f->kind);
    FIELD(f->cause);
    string(pipe, &f->title);
    strings(pipe, &f->sentences, &f->sentence_count);
    ids(pipe, &f->goroutines, &f->goroutine_count);
    ids(pipe, &f->objects, &f->object_count);
    FIELD(f->event);
    string(pipe, &f->moment);
    strings(pipe, &f->ways, &f->way_count);
    pipe->bad |= f->kind > SL_FINDING_AT_EXIT || f->cause >= SL_CAUSE_COUNT || !f->title;
}

static void all(Pipe *pipe, SlFindings *f) {
    uint8_t searched = f->searched;
    FIELD(f->event);
    FIELD(searched);
    f->searched = searched != 0;
    length(pipe, &f->count);
    if (!pipe->out)
        f->at = SL_NEW_N(pipe->arena, SlFinding, f->count + 1);
    for (int i = 0; i < f->count; i++)
        finding(pipe, &f->at[i]);
}

void sl_findings_write(const SlFindings *findings, SlText *to) {
    Pipe writer = {.out = to}, *pipe = &writer;
    uint32_t magic = MAGIC;
    FIELD(magic);
    SlFindings copy = *findings; // writing changes nothing
    all(pipe, &copy);
}

SlFindings *sl_findings_read(const char *at, size_t count) {
    SlFindings *to = sl_findings_new();
    Pipe reader = {.at = at, .end = at + count, .arena = to->arena}, *pipe = &reader;
    uint32_t magic = 0;
    FIELD(magic);
    if (magic == MAGIC)
        all(pipe, to);
    if (magic != MAGIC || pipe->bad || pipe->at != pipe->end) {
        sl_findings_free(to);
        return NULL;
    }
    return to;
}

// ---- text ----

static bool has_goroutine(const SlFindings *findings, uint64_t id) {
    for (int i = 0; i < findings->count; i++)
        for (int k = 0; k < findings->at[i].goroutine_count; k++)
            if (findings->at[i].goroutines[k] == id)
                return true;
    return false;
}

bool sl_findings_tell(const SlFindings *findings, const SlFinding *finding) {
    for (int i = 0; i < finding->goroutine_count; i++)
        if (!findings || !has_goroutine(findings, finding->goroutines[i]))
            return false;
    return true;
}

void sl_findings_text(const SlFindings *findings, const SlFindings *before, SlText *text) {
    for (int i = 0; i < findings->count; i++) {
        const SlFinding *f = &findings->at[i];
        if (sl_findings_tell(before, f))
            continue;
        sl_text_printf(text, "\n%s: %s.\n", f->kind == SL_FINDING_DEADLOCK ? "deadlock" : "stuck", f->title);
        sl_text_printf(text, "  cause: %s\n", sl_cause_texts[f->cause]);
        for (int k = 0; k < f->sentence_count; k++)
            sl_text_printf(text, "  %s\n", f->sentences[k]);
        if (f->moment)
            sl_text_printf(text, "  %s\n", f->moment);
        for (int k = 0; k < f->way_count; k++)
            sl_text_printf(text, "  %s%s\n", k ? "    or " : "a way out: ", f->ways[k]);
    }
}
