// SPDX-License-Identifier: MIT
// Parts: read from the text alone; what a part imports or whether it compiles shows when it is dropped.
#include "graph/parts.h"

#include "base/text.h"

#include "graph/directive.h"
#include "graph/impl.h"

static const char *const categories[] = {"source", "transform", "flow", "time", "control", "sink", "faulty", "own"};
enum { CATEGORY_COUNT = sizeof categories / sizeof categories[0] };

// The direction of a parameter's type as written; -1: no channel.
static int direction(const SlExpr *type) {
    while (type && (type->kind == SL_EXPR_PAREN || type->kind == SL_EXPR_ELLIPSIS || type->kind == SL_EXPR_ARRAY_TYPE))
        type = type->x;
    return type && type->kind == SL_EXPR_CHAN_TYPE ? type->dir : -1;
}

static const char *source_text(SlArena *arena, const SlFile *file, SlPos from, SlPos to) {
    return sl_arena_strndup(arena, file->text + (from - file->base), to - from);
}

// Counts the channel parameters and writes them as they stand.
static void read_ports(SlArena *arena, const SlFile *file, const SlFuncNode *func, SlPart *part) {
    SlText ports = {0};
    const SlFields *fields = &func->type->fields;
    for (int i = 0; i < fields->count; i++) {
        const SlField *field = &fields->at[i];
        int dir = direction(field->type), names = field->name_count ? field->name_count : 1;
        if (dir < 0)
            continue;
        part->ins += dir != SL_DIR_SEND ? names : 0;
        part->outs += dir == SL_DIR_SEND ? names : 0;
        SlPos from = field->name_count ? field->names[0]->pos : field->type->pos;
        sl_text_printf(&ports, "%s%s", ports.length ? ", " : "", source_text(arena, file, from, field->type->end));
    }
    part->ports = sl_arena_strndup(arena, sl_text_cstr(&ports), ports.length);
    sl_text_free(&ports);
}

// The first sentence of the comment above a function, in one line.
static const char *first_sentence(SlArena *arena, const SlTree *tree, SlPos pos) {
    SlText about = {0};
    int first = sl_directive_comments(tree, pos);
    for (int i = first; i < tree->comment_count && tree->comments[i].pos < pos; i++) {
        const SlComment *comment = &tree->comments[i];
        if (comment->length < 3 || comment->text[1] != '/' || comment->text[2] != ' ')
            continue;
        const char *text = comment->text + 3;
        size_t length = comment->length - 3, end = 0;
        while (end < length && !(text[end] == '.' && (end + 1 == length || text[end + 1] == ' ')))
            end++;
        if (about.length)
            sl_text_addc(&about, ' ');
        sl_text_add(&about, text, end);
        if (end < length)
            break;
    }
    const char *kept = sl_arena_strndup(arena, sl_text_cstr(&about), about.length);
    sl_text_free(&about);
    return kept;
}

static const char *known_category(const char *category) {
    for (int i = 0; category && i < CATEGORY_COUNT; i++)
        if (strcmp(categories[i], category) == 0)
            return categories[i];
    return categories[1];
}

static bool read_part(SlArena *arena, const SlTree *tree, const char *text, SlPart *part) {
    for (int i = 0; i < tree->decl_count; i++) {
        const SlDecl *decl = tree->decls[i];
        const char *title = decl->kind == SL_DECL_FUNC ? sl_directive_of(arena, tree, decl->pos, "title", NULL) : NULL;
        if (!title || !decl->name_count)
            continue;
        *part = (SlPart){.name = sl_arena_strndup(arena, decl->names[0]->name, decl->names[0]->length),
                         .title = title,
                         .about = first_sentence(arena, tree, decl->pos),
                         .category = known_category(sl_directive_of(arena, tree, decl->pos, "category", NULL)),
                         .text = sl_arena_strndup(arena, text, strlen(text)),
                         .use = sl_directive_of(arena, tree, decl->pos, "use", NULL)};
        read_ports(arena, tree->file, decl->func, part);
        return true;
    }
    return false;
}

static int category_rank(const SlPart *part) {
    for (int i = 0; i < CATEGORY_COUNT; i++)
        if (categories[i] == part->category)
            return i;
    return CATEGORY_COUNT;
}

static int by_category(const void *left, const void *right) {
    const SlPart *a = left, *b = right;
    int by = category_rank(a) - category_rank(b);
    return by ? by : strcmp(a->title, b->title);
}

SlParts *sl_parts_new(const char *const *texts, int count) {
    SlArena *arena = sl_arena_new(), *phase = sl_arena_new();
    SlParts *parts = SL_NEW(arena, SlParts);
    parts->arena = arena;
    parts->list = SL_NEW_N(arena, SlPart, count + 1);
    SlFiles *files = sl_files_new();
    SlDiags *diags = sl_diags_new();
    SlNames *names = sl_names_new(phase);
    for (int i = 0; i < count; i++) {
        const SlFile *file = sl_files_add(files, "part.go", texts[i], strlen(texts[i]));
        const SlTree *tree = file ? sl_parse(phase, names, file, diags) : NULL;
        parts->count += tree && read_part(arena, tree, texts[i], &parts->list[parts->count]);
    }
    if (parts->count)
        qsort(parts->list, (size_t)parts->count, sizeof *parts->list, by_category);
    sl_names_free(names);
    sl_diags_free(diags);
    sl_files_free(files);
    sl_arena_free(phase);
    return parts;
}

SlParts *sl_parts_own(const SlProgram *program) {
    SlArena *arena = sl_arena_new();
    SlParts *parts = SL_NEW(arena, SlParts);
    parts->arena = arena;
    SL_VEC(SlPart) list = {0};
    for (int f = 0; program->main && f < program->main->file_count; f++) {
        const SlTree *tree = program->main->files[f];
        for (int i = 0; i < tree->decl_count; i++) {
            const SlDecl *decl = tree->decls[i];
            if (decl->kind != SL_DECL_FUNC || decl->func->recv_fields.count || !decl->func->body || !decl->name_count)
                continue;
            SlPart part = {.name = sl_arena_strndup(arena, decl->names[0]->name, decl->names[0]->length),
                           .about = first_sentence(arena, tree, decl->pos),
                           .category = categories[CATEGORY_COUNT - 1]};
            part.title = part.name;
            read_ports(arena, tree->file, decl->func, &part);
            if (part.ins + part.outs)
                sl_vec_push(&list, part);
        }
    }
    parts->count = list.count;
    parts->list = sl_vec_take(&list, arena);
    return parts;
}

void sl_parts_free(SlParts *parts) {
    if (parts)
        sl_arena_free(parts->arena);
}
