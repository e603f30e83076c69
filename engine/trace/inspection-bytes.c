// SPDX-License-Identifier: MIT
// Inspections and queries to bytes and back.
#include "trace/inspection.h"
#include "trace/pipe.h"

enum { MAGIC = 0x31494c53 /* "SLI1" */, DEEPEST = 200, NODE_LEAST = 40 };

static void nodes(Pipe *pipe, SlInspectNode **at, int *count, int depth) {
    int all = LIST(*at, *count, NODE_LEAST);
    if (depth > DEEPEST)
        pipe->bad = pipe->bad || !pipe->out;
    for (int i = 0; i < all && !pipe->bad; i++) {
        SlInspectNode *node = &(*at)[i];
        FIELD(node->kind);
        string(pipe, &node->name);
        string(pipe, &node->type);
        string(pipe, &node->value);
        string(pipe, &node->path);
        FIELD(node->children);
        FIELD(node->digest);
        FIELD(node->object);
        FIELD(node->pos);
        nodes(pipe, &node->nodes, &node->node_count, depth + 1);
        if (!node->name || !node->type || !node->value || !node->path || node->kind > SL_NODE_MORE)
            pipe->bad = true;
    }
}

static void waiters(Pipe *pipe, SlInspectWaiter **at, int *count) {
    int all = LIST(*at, *count, 13);
    for (int i = 0; i < all; i++) {
        FIELD((*at)[i].goroutine);
        string(pipe, &(*at)[i].value);
        flag(pipe, &(*at)[i].select);
    }
}

static void inspection(Pipe *pipe, SlInspection *i) {
    FIELD(i->event);
    FIELD(i->time);
    FIELD(i->goroutine);
    FIELD(i->object);
    for (int k = 0, count = LIST(i->frames, i->frame_count, 15); k < count; k++) {
        string(pipe, &i->frames[k].function);
        FIELD(i->frames[k].pos);
        FIELD(i->frames[k].depth);
        flag(pipe, &i->frames[k].library);
        flag(pipe, &i->frames[k].panicking);
        flag(pipe, &i->frames[k].range_body);
        if (!i->frames[k].function)
            pipe->bad = true;
    }
    FIELD(i->frames_all);
    FIELD(i->frame);
    nodes(pipe, &i->locals, &i->local_count, 0);
    nodes(pipe, &i->globals, &i->global_count, 0);
    nodes(pipe, &i->watches, &i->watch_count, 0);
    nodes(pipe, &i->contents, &i->content_count, 0);
    nodes(pipe, &i->hover, &i->hover_count, 0);
    waiters(pipe, &i->senders, &i->sender_count);
    waiters(pipe, &i->receivers, &i->receiver_count);
    FIELD(i->senders_all);
    FIELD(i->receivers_all);
}

SlInspection *sl_inspection_new(void) {
    SlArena *arena = sl_arena_new();
    SlInspection *made = SL_NEW(arena, SlInspection);
    made->arena = arena;
    made->frame = -1;
    return made;
}

void sl_inspection_free(SlInspection *inspection) {
    if (inspection)
        sl_arena_free(inspection->arena);
}

void sl_inspection_write(const SlInspection *from, SlText *to) {
    Pipe writer = {.out = to}, *pipe = &writer;
    uint32_t magic = MAGIC;
    FIELD(magic);
    SlInspection copy = *from; // writing changes nothing
    inspection(pipe, &copy);
}

SlInspection *sl_inspection_read(const char *at, size_t length) {
    SlInspection *to = sl_inspection_new();
    Pipe reader = {.at = at, .end = at + length, .arena = to->arena}, *pipe = &reader;
    uint32_t magic = 0;
    FIELD(magic);
    if (magic == MAGIC)
        inspection(pipe, to);
    if (magic != MAGIC || pipe->bad || pipe->at != pipe->end || to->frame >= to->frame_count) {
        sl_inspection_free(to);
        return NULL;
    }
    return to;
}

static void query(Pipe *pipe, SlInspectQuery *q) {
    FIELD(q->goroutine);
    FIELD(q->depth);
    FIELD(q->object);
    flag(pipe, &q->globals);
    string(pipe, &q->hover);
    FIELD(q->hover_pos);
    for (int i = 0, count = LIST(q->open, q->open_count, 4); i < count; i++)
        string(pipe, &q->open[i]);
    for (int i = 0, count = LIST(q->watches, q->watch_count, 4); i < count; i++)
        string(pipe, &q->watches[i]);
}

void sl_inspect_query_write(const SlInspectQuery *from, SlText *to) {
    Pipe writer = {.out = to}, *pipe = &writer;
    SlInspectQuery copy = *from;
    query(pipe, &copy);
}

bool sl_inspect_query_read(SlInspectQuery *to, SlArena *arena, const char *at, size_t length) {
    Pipe reader = {.at = at, .end = at + length, .arena = arena}, *pipe = &reader;
    *to = (SlInspectQuery){0};
    query(pipe, to);
    for (int i = 0; i < to->open_count; i++)
        pipe->bad = pipe->bad || !to->open[i];
    for (int i = 0; i < to->watch_count; i++)
        pipe->bad = pipe->bad || !to->watches[i];
    return !pipe->bad && pipe->at == pipe->end;
}
