// SPDX-License-Identifier: MIT
// Types that a program makes while it runs (reflect.StructOf and its like). One that the program has itself is found;
// others are made once, so that here too identical types are one pointer. They are never freed before the machine.
#include "base/arena.h"
#include "std/reflect.h"
#include "std/state.h"

static bool same_text(const char *a, const char *b) {
    return strcmp(a ? a : "", b ? b : "") == 0;
}

bool sl_reflect_same_shape(const SlRtype *a, const SlRtype *b, bool tags) {
    if (a == b)
        return true;
    if (a->kind != b->kind || a->length != b->length || a->dir != b->dir)
        return false;
    switch (a->kind) {
    case SL_KIND_ARRAY:
    case SL_KIND_CHAN:
    case SL_KIND_POINTER:
    case SL_KIND_SLICE:
        return a->elem == b->elem;
    case SL_KIND_MAP:
        return a->elem == b->elem && a->key == b->key;
    case SL_KIND_FUNC:
        if (a->param_count != b->param_count || a->result_count != b->result_count || a->variadic != b->variadic)
            return false;
        for (uint32_t i = 0; i < a->param_count; i++)
            if (a->params[i] != b->params[i])
                return false;
        for (uint32_t i = 0; i < a->result_count; i++)
            if (a->results[i] != b->results[i])
                return false;
        return true;
    case SL_KIND_INTERFACE:
        if (a->method_count != b->method_count)
            return false;
        for (uint32_t i = 0; i < a->method_count; i++)
            if (!same_text(a->methods[i].name, b->methods[i].name) || a->methods[i].type != b->methods[i].type)
                return false;
        return true;
    case SL_KIND_STRUCT:
        if (a->field_count != b->field_count)
            return false;
        for (uint32_t i = 0; i < a->field_count; i++) {
            const SlRfield *f = &a->fields[i], *g = &b->fields[i];
            if (!same_text(f->name, g->name) || !same_text(f->pkg_path, g->pkg_path) || f->embedded != g->embedded ||
                (f->type != g->type && (tags || !sl_reflect_same_shape(f->type, g->type, tags))) ||
                (tags && !same_text(f->tag, g->tag)))
                return false;
        }
        return true;
    default:
        return true;
    }
}

// ---- their text ----

static void func_text(SlText *text, const SlRtype *t) {
    sl_text_adds(text, "func(");
    for (uint32_t i = 0; i < t->param_count; i++) {
        bool rest = t->variadic && i + 1 == t->param_count;
        sl_text_printf(text, "%s%s%s", i ? ", " : "", rest ? "..." : "",
                       rest ? t->params[i]->elem->text : t->params[i]->text);
    }
    sl_text_adds(text, ")");
    if (t->result_count == 1)
        sl_text_printf(text, " %s", t->results[0]->text);
    if (t->result_count > 1) {
        for (uint32_t i = 0; i < t->result_count; i++)
            sl_text_printf(text, "%s%s", i ? ", " : " (", t->results[i]->text);
        sl_text_adds(text, ")");
    }
}

static void struct_text(SlText *text, const SlRtype *t) {
    sl_text_adds(text, "struct {");
    for (uint32_t i = 0; i < t->field_count; i++) {
        const SlRfield *f = &t->fields[i];
        sl_text_adds(text, i ? "; " : " ");
        if (!f->embedded)
            sl_text_printf(text, "%s ", f->name);
        sl_text_adds(text, f->type->text);
        if (f->tag && f->tag[0]) {
            SlOut quoted;
            sl_out_init(&quoted);
            sl_quote_add(&quoted, f->tag, strlen(f->tag), '"', false, false);
            sl_text_addc(text, ' ');
            sl_text_add(text, quoted.at, quoted.length);
            sl_out_free(&quoted);
        }
    }
    sl_text_adds(text, t->field_count ? " }" : "}");
}

static void chan_text(SlText *text, const SlRtype *t) {
    const SlRtype *elem = t->elem;
    bool inner = t->dir == 0 && elem->kind == SL_KIND_CHAN && elem->dir == 2 && !elem->name[0];
    sl_text_printf(text, inner ? "%s (%s)" : "%s %s",
                   t->dir == 0   ? "chan"
                   : t->dir == 1 ? "chan<-"
                                 : "<-chan",
                   elem->text);
}

static void type_text(SlText *text, const SlRtype *t) {
    switch (t->kind) {
    case SL_KIND_POINTER:
        sl_text_printf(text, "*%s", t->elem->text);
        break;
    case SL_KIND_SLICE:
        sl_text_printf(text, "[]%s", t->elem->text);
        break;
    case SL_KIND_ARRAY:
        sl_text_printf(text, "[%llu]%s", (unsigned long long)t->length, t->elem->text);
        break;
    case SL_KIND_MAP:
        sl_text_printf(text, "map[%s]%s", t->key->text, t->elem->text);
        break;
    case SL_KIND_CHAN:
        chan_text(text, t);
        break;
    case SL_KIND_FUNC:
        func_text(text, t);
        break;
    case SL_KIND_STRUCT:
        struct_text(text, t);
        break;
    }
}

// ---- their layout: as engine/code/layout.c has it ----

typedef SL_VEC(SlRword) Words;

static void add_words(Words *words, const SlRword *from, uint32_t count, const SlRtype *t, uint64_t offset) {
    uint64_t times = t->kind == SL_KIND_ARRAY ? t->length : 1;
    for (uint64_t n = 0; n < times && count; n++)
        for (uint32_t i = 0; i < count; i++)
            sl_vec_push(words,
                        (SlRword){(uint32_t)(offset + from[i].offset + (n ? n * t->elem->size : 0)), from[i].kind});
}

static void add_type(Words *pointers, Words *wides, const SlRtype *t, uint64_t offset) {
    add_words(pointers, t->pointers, t->pointer_count, t, offset);
    add_words(wides, t->wides, t->wide_count, t, offset);
}

static void lay_out_struct(SlRtype *t, SlRfield *fields, Words *pointers, Words *wides) {
    uint64_t at = 0;
    bool plain = true, comparable = true;
    t->align = 1;
    for (uint32_t i = 0; i < t->field_count; i++) {
        const SlRtype *type = fields[i].type;
        uint64_t offset = (at + type->align - 1) / type->align * type->align;
        plain = plain && offset == at && (type->flags & SL_RTYPE_PLAIN_EQUAL) && strcmp(fields[i].name, "_") != 0;
        comparable = comparable && (type->flags & SL_RTYPE_COMPARABLE);
        fields[i].offset = (uint32_t)offset;
        if (type->align > t->align)
            t->align = type->align;
        add_type(pointers, wides, type, offset);
        at = offset + type->size;
        if (i + 1 == t->field_count && type->size == 0 && at > 0) {
            at++; // so that the address of the last field stays inside
            plain = false;
        }
    }
    t->size = (at + t->align - 1) / t->align * t->align;
    plain = plain && t->size == at;
    t->flags = (uint8_t)((plain ? SL_RTYPE_PLAIN_EQUAL : 0) | (comparable ? SL_RTYPE_COMPARABLE : 0));
}

static void lay_out_word(SlRtype *t, Words *pointers, Words *wides) {
    t->size = t->kind == SL_KIND_SLICE ? 24 : 8;
    t->align = 8;
    t->flags = t->kind == SL_KIND_SLICE ? 0 : SL_RTYPE_DIRECT;
    if (t->kind == SL_KIND_CHAN || t->kind == SL_KIND_POINTER)
        t->flags |= SL_RTYPE_COMPARABLE | SL_RTYPE_PLAIN_EQUAL;
    sl_vec_push(pointers, (SlRword){0, SL_WORD_POINTER});
    if (t->kind == SL_KIND_SLICE)
        sl_vec_push(wides, (SlRword){0, 3});
}

static void lay_out_slots(SlArena *arena, SlRtype *t) {
    uint8_t *kinds = SL_NEW_N(arena, uint8_t, t->slots + 1);
    uint64_t times = t->kind == SL_KIND_ARRAY ? t->length : 1;
    for (uint64_t n = 0; n < times && t->pointer_count; n++)
        for (uint32_t i = 0; i < t->pointer_count; i++) {
            uint64_t offset = t->pointers[i].offset + (n ? n * t->elem->size : 0);
            kinds[offset / 8] = t->pointers[i].kind;
            if (t->pointers[i].kind == SL_WORD_IFACE)
                kinds[offset / 8 + 1] = SL_WORD_IFACE_DATA;
        }
    t->slot_kinds = kinds;
}

static void lay_out(SlArena *arena, SlRtype *t) {
    Words pointers = {0}, wides = {0};
    if (t->kind == SL_KIND_STRUCT) {
        SlRfield *fields = sl_arena_copy(arena, t->fields, sizeof *fields * t->field_count);
        lay_out_struct(t, fields, &pointers, &wides);
        t->fields = fields;
    } else if (t->kind == SL_KIND_ARRAY) {
        t->align = t->elem->align;
        t->size = t->elem->size * t->length;
        t->flags = t->elem->flags & (SL_RTYPE_COMPARABLE | SL_RTYPE_PLAIN_EQUAL);
        if (t->length)
            add_type(&pointers, &wides, t->elem, 0);
    } else {
        lay_out_word(t, &pointers, &wides);
    }
    t->slots = (uint32_t)((t->size + 7) / 8);
    t->pointer_count = (uint32_t)pointers.count;
    t->wide_count = (uint32_t)wides.count;
    t->flags |= (uint8_t)((pointers.count ? SL_RTYPE_POINTERS : 0) | (wides.count ? SL_RTYPE_WIDE : 0));
    t->pointers = sl_vec_take(&pointers, arena);
    t->wides = sl_vec_take(&wides, arena);
    lay_out_slots(arena, t);
}

// ---- finding and making ----

static bool is_wanted(const SlRtype *t, const SlRtype *wanted) {
    return t->kind == wanted->kind && !t->name[0] && sl_reflect_same_shape(t, wanted, true);
}

static const char *kept(SlArena *arena, const char *text) {
    return text ? sl_arena_strndup(arena, text, strlen(text)) : NULL;
}

static const SlRtype *make(SlStd *std, const SlRtype *wanted) {
    SlArena *arena = std->arena;
    struct SlMadeType *made = SL_NEW(arena, struct SlMadeType);
    SlRtype *t = &made->type;
    *t = *wanted;
    t->params = sl_arena_copy(arena, t->params, sizeof *t->params * t->param_count);
    t->results = sl_arena_copy(arena, t->results, sizeof *t->results * t->result_count);
    lay_out(arena, t);
    SlRfield *fields = (SlRfield *)(uintptr_t)t->fields; // this type's own since lay_out
    for (uint32_t i = 0; i < t->field_count; i++) {
        fields[i].name = kept(arena, fields[i].name);
        fields[i].tag = kept(arena, fields[i].tag);
        fields[i].pkg_path = kept(arena, fields[i].pkg_path);
    }
    SlText text = {0};
    type_text(&text, t);
    t->text = sl_arena_strndup(arena, sl_text_cstr(&text), text.length);
    sl_text_free(&text);
    t->hash = (uint32_t)((uintptr_t)made >> 4);
    made->next = std->made;
    std->made = made;
    return t;
}

static const SlRtype *find_or_make(SlWorker *worker, SlRtype *wanted) {
    const SlCode *code = worker->machine->code;
    wanted->name = wanted->pkg_path = "";
    if (wanted->kind == SL_KIND_POINTER && wanted->elem->pointer_to)
        return wanted->elem->pointer_to;
    for (uint32_t i = 0; i < code->type_count; i++)
        if (is_wanted(code->types[i], wanted))
            return code->types[i];
    SlStd *std = worker->machine->std;
    const SlRtype *found = NULL;
    pthread_mutex_lock(&std->lock);
    for (struct SlMadeType *made = std->made; made && !found; made = made->next)
        if (is_wanted(&made->type, wanted))
            found = &made->type;
    if (!std->arena)
        std->arena = sl_arena_new();
    if (!found)
        found = make(std, wanted);
    pthread_mutex_unlock(&std->lock);
    return found;
}

SlOutcome sl_reflect_find_type(SlWorker *worker, SlSlot *s) {
    SlRtype wanted = {.kind = (uint8_t)s[1].u, .elem = s[2].p, .key = s[3].p};
    if (wanted.kind == SL_KIND_ARRAY)
        wanted.length = s[4].u;
    else
        wanted.dir = (uint8_t)s[4].u;
    s[0].p = (void *)find_or_make(worker, &wanted);
    return SL_DONE;
}

SlOutcome sl_reflect_find_func(SlWorker *worker, SlSlot *s) {
    SlSlice params = slice_at(s + 1), results = slice_at(s + 4);
    SlRtype wanted = {.kind = SL_KIND_FUNC,
                      .params = params.first,
                      .param_count = (uint32_t)params.length,
                      .results = results.first,
                      .result_count = (uint32_t)results.length,
                      .variadic = s[7].i};
    s[0].p = (void *)find_or_make(worker, &wanted);
    return SL_DONE;
}

SlOutcome sl_reflect_find_struct(SlWorker *worker, SlSlot *s) {
    SlSlice types = slice_at(s + 1), words = slice_at(s + 4), embedded = slice_at(s + 7);
    uint32_t count = (uint32_t)types.length;
    SlRfield *fields = calloc(count + 1, sizeof *fields);
    char **texts = calloc(3 * (size_t)count + 1, sizeof *texts);
    assert(fields && texts);
    for (uint32_t i = 0; i < 3 * count; i++) {
        SlSlot *word = (SlSlot *)words.first + 2 * i;
        texts[i] = word[1].i ? strndup(word[0].p, word[1].u) : NULL;
    }
    for (uint32_t i = 0; i < count; i++)
        fields[i] = (SlRfield){.name = texts[3 * i],
                               .pkg_path = texts[3 * i + 1],
                               .tag = texts[3 * i + 2],
                               .type = ((const SlRtype **)types.first)[i],
                               .embedded = ((const bool *)embedded.first)[i]};
    SlRtype wanted = {.kind = SL_KIND_STRUCT, .fields = fields, .field_count = count};
    s[0].p = (void *)find_or_make(worker, &wanted);
    for (uint32_t i = 0; i < 3 * count; i++)
        free(texts[i]);
    free(texts);
    free(fields);
    return SL_DONE;
}
