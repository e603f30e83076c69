// SPDX-License-Identifier: MIT
// Steps of a rewrite: replacements to pieces, pieces to text, text to a tree.
#include "graph/rewrite.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>

bool sl_rewrite_refuse(SlRewrite *rw, const char *format, ...) {
    if (rw->refused)
        return false;
    SlText text = {0};
    va_list args;
    va_start(args, format);
    sl_text_vprintf(&text, format, args);
    va_end(args);
    rw->refused = sl_arena_strndup(rw->arena, sl_text_cstr(&text), text.length);
    sl_text_free(&text);
    return false;
}

const char *sl_rewrite_printf(SlRewrite *rw, const char *format, ...) {
    SlText text = {0};
    va_list args;
    va_start(args, format);
    sl_text_vprintf(&text, format, args);
    va_end(args);
    const char *kept = sl_arena_strndup(rw->arena, sl_text_cstr(&text), text.length);
    sl_text_free(&text);
    return kept;
}

void sl_rewrite_open(SlRewrite *rw, const SlEditContext *context, const SlEditOp *op, SlArena *arena) {
    const SlPackage *package = context->program->main;
    *rw = (SlRewrite){.context = context,
                      .op = op,
                      .arena = arena,
                      .program = context->program,
                      .wiring = context->wiring,
                      .file_count = package->file_count};
    rw->files = SL_NEW_N(arena, SlRewriteFile, package->file_count);
    for (int i = 0; i < package->file_count; i++) {
        const SlFile *file = package->files[i]->file;
        rw->files[i].name = file->name;
        rw->files[i].start = file->text;
        rw->files[i].start_length = file->length;
        sl_text_add(&rw->files[i].now, file->text, file->length);
        sl_vec_push(&rw->files[i].pieces, (SlPiece){NULL, 0, (uint32_t)file->length});
    }
    rw->root = context->wiring->tree ? sl_rewrite_mark(rw, context->wiring->tree->root->pos) : -1;
}

void sl_rewrite_close(SlRewrite *rw) {
    for (int i = 0; i < rw->file_count; i++) {
        sl_vec_free(&rw->files[i].pieces);
        sl_vec_free(&rw->files[i].pending);
        sl_text_free(&rw->files[i].now);
    }
    sl_vec_free(&rw->marks);
    sl_vec_free(&rw->made);
    sl_wiring_free(rw->owned_wiring);
    if (rw->owned)
        sl_program_free(rw->owned);
}

static int file_of(const SlRewrite *rw, SlPos pos) {
    for (int i = 0; i < rw->file_count; i++) {
        const SlFile *file = rw->program->main->files[i]->file;
        if (pos >= file->base && pos <= file->base + file->length)
            return i;
    }
    return -1;
}

int sl_rewrite_mark(SlRewrite *rw, SlPos pos) {
    int file = pos ? file_of(rw, pos) : -1;
    sl_vec_push(&rw->marks, (SlMark){file, file < 0 ? 0 : pos - rw->program->main->files[file]->file->base});
    return rw->marks.count - 1;
}

SlPos sl_rewrite_marked(const SlRewrite *rw, int mark) {
    const SlMark *at = &rw->marks.at[mark];
    return at->file < 0 ? 0 : rw->program->main->files[at->file]->file->base + at->offset;
}

void sl_rewrite_replace(SlRewrite *rw, SlPos from, SlPos to, const char *text) {
    int file = file_of(rw, from);
    assert(file >= 0 && from <= to);
    SlPos base = rw->program->main->files[file]->file->base;
    sl_vec_push(&rw->files[file].pending, (SlPending){from - base, to - base, text});
}

// Stable: what was asked first at a place stands first. The numbers are small.
static void sort(SlRewriteFile *file) {
    for (int i = 1; i < file->pending.count; i++) {
        SlPending moving = file->pending.at[i];
        int at = i;
        for (; at > 0 && file->pending.at[at - 1].from > moving.from; at--)
            file->pending.at[at] = file->pending.at[at - 1];
        file->pending.at[at] = moving;
    }
}

typedef SL_VEC(SlPiece) Pieces;

// Copies pieces [from, to) of the text as it is.
static void take(const SlRewriteFile *file, uint32_t from, uint32_t to, Pieces *out) {
    uint32_t at = 0;
    for (int i = 0; i < file->pieces.count && from < to; i++) {
        SlPiece piece = file->pieces.at[i];
        uint32_t length = piece.to - piece.from, end = at + length;
        if (end > from && at < to) {
            uint32_t skip = from > at ? from - at : 0, stop = to < end ? to - at : length;
            SlPiece part = {piece.text, piece.from + skip, piece.from + stop};
            if (part.to > part.from)
                sl_vec_push(out, part);
        }
        at = end;
    }
}

static void move_marks(SlRewrite *rw, int index) {
    const SlRewriteFile *file = &rw->files[index];
    for (int m = 0; m < rw->marks.count; m++) {
        SlMark *mark = &rw->marks.at[m];
        if (mark->file != index)
            continue;
        int64_t shift = 0, offset = mark->offset;
        for (int i = 0; i < file->pending.count && file->pending.at[i].from <= offset; i++) {
            const SlPending *change = &file->pending.at[i];
            if (offset < change->to) {
                offset = change->from;
                break;
            }
            shift += (int64_t)strlen(change->text) - (int64_t)(change->to - change->from);
        }
        mark->offset = (uint32_t)(offset + shift);
    }
}

static bool apply(SlRewrite *rw, int index) {
    SlRewriteFile *file = &rw->files[index];
    sort(file);
    Pieces pieces = {0};
    uint32_t at = 0;
    for (int i = 0; i < file->pending.count; i++) {
        const SlPending *change = &file->pending.at[i];
        if (change->from < at) {
            sl_vec_free(&pieces);
            return sl_rewrite_refuse(rw, "two changes meet in one place of the text");
        }
        take(file, at, change->from, &pieces);
        uint32_t length = (uint32_t)strlen(change->text);
        if (length)
            sl_vec_push(&pieces, (SlPiece){sl_arena_strndup(rw->arena, change->text, length), 0, length});
        at = change->to;
    }
    take(file, at, (uint32_t)file->now.length, &pieces);
    move_marks(rw, index);
    sl_vec_free(&file->pieces);
    file->pieces.at = pieces.at;
    file->pieces.count = pieces.count;
    file->pieces.capacity = pieces.capacity;
    file->pending.count = 0;
    SlText text = {0};
    for (int i = 0; i < pieces.count; i++) {
        const SlPiece *piece = &pieces.at[i];
        sl_text_add(&text, (piece->text ? piece->text : file->start) + piece->from, piece->to - piece->from);
    }
    sl_text_free(&file->now);
    file->now = text;
    return true;
}

static SlProgram *load(SlRewrite *rw, bool keep_unused) {
    SlSource *sources = SL_NEW_N(rw->arena, SlSource, rw->file_count);
    for (int i = 0; i < rw->file_count; i++)
        sources[i] = (SlSource){rw->files[i].name, sl_text_cstr(&rw->files[i].now), rw->files[i].now.length};
    SlLangOptions options = {
        .go_minor = rw->context->program->main->go_minor, .keep_unused = keep_unused, .tests = true};
    return sl_program_load(sources, rw->file_count, rw->context->importer, &options);
}

static bool refuse_by(SlRewrite *rw, SlProgram *program) {
    sl_diags_sort(program->diags, program->files);
    const SlDiag *diag = &program->diags->list.at[0];
    int line = sl_files_place(program->files, diag->pos).line;
    return sl_rewrite_refuse(rw, "the program would not compile: %s (line %d)", diag->message, line);
}

bool sl_rewrite_step(SlRewrite *rw) {
    bool any = false;
    for (int i = 0; i < rw->file_count; i++) {
        if (!rw->files[i].pending.count)
            continue;
        any = true;
        if (!apply(rw, i))
            return false;
    }
    if (!any)
        return true;
    if (!rw->context->importer)
        return sl_rewrite_refuse(rw, "the outcome could not be checked");
    SlProgram *program = load(rw, true);
    if (program->diags->list.count || !program->main || program->main->file_count != rw->file_count) {
        if (program->diags->list.count)
            refuse_by(rw, program);
        else
            sl_rewrite_refuse(rw, "the program would not compile");
        sl_program_free(program);
        return false;
    }
    sl_wiring_free(rw->owned_wiring);
    if (rw->owned)
        sl_program_free(rw->owned);
    rw->program = rw->owned = program;
    rw->owned_wiring = NULL;
    rw->wiring = rw->owned_wiring = sl_wiring_open(program, sl_rewrite_marked(rw, rw->root));
    if (!rw->wiring->node_count)
        return sl_rewrite_refuse(rw, "the function would be gone");
    return true;
}

bool sl_rewrite_check(SlRewrite *rw) {
    SlProgram *program = load(rw, false);
    bool good = !program->diags->list.count || refuse_by(rw, program);
    sl_program_free(program);
    return good;
}

// Leaves out what is the same at both ends of a change.
static SlEditChange trimmed(SlArena *arena, int index, const SlRewriteFile *file, uint32_t from, uint32_t to,
                            const SlText *text) {
    size_t head = 0, tail = 0, old = to - from;
    while (head < old && head < text->length && file->start[from + head] == text->at[head])
        head++;
    while (tail < old - head && tail < text->length - head &&
           file->start[to - tail - 1] == text->at[text->length - tail - 1])
        tail++;
    return (SlEditChange){index, (uint32_t)(from + head), (uint32_t)(to - tail),
                          sl_arena_strndup(arena, text->length ? text->at + head : "", text->length - head - tail)};
}

void sl_rewrite_result(SlRewrite *rw, SlEdit *edit) {
    SL_VEC(SlEditChange) changes = {0};
    for (int f = 0; f < rw->file_count; f++) {
        const SlRewriteFile *file = &rw->files[f];
        SlText text = {0};
        uint32_t at = 0; // in the text at the start; text is what is new since then
        for (int i = 0; i <= file->pieces.count; i++) {
            bool end = i == file->pieces.count;
            const SlPiece *piece = end ? NULL : &file->pieces.at[i];
            // What was moved before something else is new text where it stands now.
            if (!end && (piece->text || piece->from < at)) {
                sl_text_add(&text, (piece->text ? piece->text : file->start) + piece->from, piece->to - piece->from);
                continue;
            }
            uint32_t next = end ? (uint32_t)file->start_length : piece->from;
            SlEditChange change = trimmed(edit->arena, f, file, at, next, &text);
            if (change.to > change.from || *change.text)
                sl_vec_push(&changes, change);
            sl_text_free(&text);
            at = end ? next : piece->to;
        }
    }
    edit->change_count = changes.count;
    edit->changes = sl_vec_take(&changes, edit->arena);
    edit->made = SL_NEW_N(edit->arena, uint32_t, rw->made.count + 1);
    for (int i = 0; i < rw->made.count; i++) {
        edit->made[edit->made_count++] = rw->marks.at[rw->made.at[i]].offset;
        edit->made_file = rw->marks.at[rw->made.at[i]].file;
    }
}
