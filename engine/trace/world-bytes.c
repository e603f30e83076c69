// SPDX-License-Identifier: MIT
// A World to bytes and back.
#include "trace/pipe.h"
#include "trace/world.h"

enum { MAGIC = 0x32574c53 }; // "SLW2"

static void goroutine(Pipe *pipe, SlWorldGoroutine *g) {
    FIELD(g->id);
    FIELD(g->parent);
    string(pipe, &g->name);
    string(pipe, &g->function);
    FIELD(g->go_pos);
    FIELD(g->pos);
    FIELD(g->function_pos);
    FIELD(g->state);
    flag(pipe, &g->stuck);
    flag(pipe, &g->can_move);
    flag(pipe, &g->frozen);
    FIELD(g->count);
    FIELD(g->since);
    for (int i = 0, count = LIST(g->waits, g->wait_count, 10); i < count; i++) {
        SlWorldWait *wait = &g->waits[i];
        FIELD(wait->object);
        FIELD(wait->kind);
        string(pipe, &wait->value);
        FIELD(wait->place);
    }
    for (int i = 0, count = LIST(g->holds, g->hold_count, 8); i < count; i++)
        FIELD(g->holds[i]);
    for (int i = 0, count = LIST(g->cases, g->case_count, 13); i < count; i++) {
        FIELD(g->cases[i].object);
        FIELD(g->cases[i].kind);
        FIELD(g->cases[i].number);
    }
}

static void queue(Pipe *pipe, SlWorldQueued **queued, int *count) {
    int entries = LIST(*queued, *count, 10);
    for (int i = 0; i < entries; i++) {
        FIELD((*queued)[i].goroutine);
        string(pipe, &(*queued)[i].value);
        flag(pipe, &(*queued)[i].select);
    }
}

static void object(Pipe *pipe, SlWorldObject *o) {
    FIELD(o->id);
    FIELD(o->kind);
    string(pipe, &o->name);
    string(pipe, &o->type);
    FIELD(o->make_pos);
    FIELD(o->count);
    FIELD(o->capacity);
    FIELD(o->length);
    flag(pipe, &o->closed);
    for (int i = 0, count = LIST(o->values, o->value_count, 4); i < count; i++)
        string(pipe, &o->values[i]);
    FIELD(o->sent);
    FIELD(o->received);
    queue(pipe, &o->senders, &o->sender_count);
    queue(pipe, &o->receivers, &o->receiver_count);
    FIELD(o->senders_all);
    FIELD(o->receivers_all);
    FIELD(o->owner);
    FIELD(o->counter);
}

static void world(Pipe *pipe, SlWorld *w) {
    FIELD(w->event);
    FIELD(w->time);
    flag(pipe, &w->controlled);
    flag(pipe, &w->ended);
    flag(pipe, &w->deadlock);
    string(pipe, &w->message);
    for (int i = 0, count = LIST(w->goroutines, w->goroutine_count, 20); i < count; i++)
        goroutine(pipe, &w->goroutines[i]);
    for (int i = 0, count = LIST(w->objects, w->object_count, 20); i < count; i++)
        object(pipe, &w->objects[i]);
    for (int i = 0, count = LIST(w->uses, w->use_count, 24); i < count; i++) {
        FIELD(w->uses[i].goroutine);
        FIELD(w->uses[i].object);
        FIELD(w->uses[i].sends);
        FIELD(w->uses[i].receives);
        flag(pipe, &w->uses[i].closes);
    }
    FIELD(w->goroutines_alive);
    FIELD(w->goroutines_made);
}

void sl_world_write(const SlWorld *from, SlText *to) {
    Pipe writer = {.out = to}, *pipe = &writer;
    uint32_t magic = MAGIC;
    FIELD(magic);
    SlWorld copy = *from; // writing changes nothing
    world(pipe, &copy);
}

// What readers rely on without looking again: names that are there, kinds in their range, lists sorted by id.
static bool is_sane(const SlWorld *w) {
    for (int i = 0; i < w->goroutine_count; i++) {
        const SlWorldGoroutine *g = &w->goroutines[i];
        if (!g->name || !g->function || g->state > SL_STATE_UNKNOWN || (i && g[-1].id >= g->id))
            return false;
        for (int k = 0; k < g->wait_count; k++)
            if (g->waits[k].kind > SL_WAITS_INPUT)
                return false;
        for (int k = 0; k < g->case_count; k++)
            if (g->cases[k].kind > SL_WAITS_RECEIVE || g->cases[k].number < 0)
                return false;
    }
    for (int i = 0; i < w->object_count; i++) {
        const SlWorldObject *o = &w->objects[i];
        if (!o->name || !o->type || o->kind > SL_OBJECT_SEMAPHORE || (i && o[-1].id >= o->id))
            return false;
        for (int k = 0; k < o->value_count; k++)
            if (!o->values[k])
                return false;
    }
    return true;
}

SlWorld *sl_world_read(const char *at, size_t length) {
    SlWorld *to = sl_world_new();
    Pipe reader = {.at = at, .end = at + length, .arena = to->arena}, *pipe = &reader;
    uint32_t magic = 0;
    FIELD(magic);
    if (magic == MAGIC)
        world(pipe, to);
    if (magic != MAGIC || pipe->bad || pipe->at != pipe->end || !is_sane(to)) {
        sl_world_free(to);
        return NULL;
    }
    return to;
}
