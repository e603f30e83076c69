// SPDX-License-Identifier: MIT
// A log played forward over a small model of goroutines, queues and buffers. Of a log that is cut, the beginning
// follows from its end: a channel held what was received first and not sent within the log, and who does something
// here without having been started here was there.
#include "trace/log-world.h"

#include <stdio.h>

#include "trace/activity.h"

enum { VALUE_BYTES = 14, CELLS = 8, QUEUE_SHOWN = 16 };

typedef struct {
    uint64_t object;
    uint8_t kind; // SlWaitsFor
    const char *value;
} Wait;

typedef struct {
    uint64_t id, parent;
    SlPos pos;
    SlState state;
    int64_t since;
    bool ended, started; // started: by a go statement in the log
    SL_VEC(Wait) waits;
} G;

typedef struct {
    uint64_t goroutine;
    const char *value;
    bool select;
} Queued;

typedef struct {
    uint64_t id;
    uint8_t kind;
    bool known_kind;
    int64_t capacity;
    bool closed;
    uint64_t sent, received, owner;
    int64_t counter;
    SL_VEC(const char *) buffer; // from first on
    int first;
    SL_VEC(Queued) senders, receivers;
} O;

typedef struct {
    const SlLog *log;
    SlWorld *world;
    SlActivity activity;
    SL_VEC(G) goroutines;
    SL_VEC(O) objects;
    SlIds by_goroutine, by_object;
    SL_VEC(SlWorldUse) uses;
    SlIds by_use; // (goroutine, object) mixed to place + 1
    uint64_t made, alive;
    bool ended, deadlock;
    bool returned; // main has: it is still told
} Model;

static G *goroutine(Model *model, uint64_t id) {
    uint64_t place = sl_ids_get(&model->by_goroutine, id);
    if (!place) {
        sl_vec_push(&model->goroutines, (G){.id = id, .state = SL_STATE_READY});
        place = (uint64_t)model->goroutines.count;
        sl_ids_set(&model->by_goroutine, id, place);
        model->made++;
    }
    return &model->goroutines.at[place - 1];
}

static O *object(Model *model, uint64_t id) {
    uint64_t place = sl_ids_get(&model->by_object, id);
    if (!place) {
        const SlDefinition *definition = sl_log_object(model->log, id);
        sl_vec_push(&model->objects, (O){.id = id,
                                         .kind = definition ? definition->kind : SL_OBJECT_CHANNEL,
                                         .known_kind = definition != NULL,
                                         .capacity = definition ? definition->capacity : 0});
        place = (uint64_t)model->objects.count;
        sl_ids_set(&model->by_object, id, place);
    }
    return &model->objects.at[place - 1];
}

// As a snapshot shortens it: what is cut ends in an ellipsis and what closes it.
static const char *shorten(Model *model, const char *text) {
    size_t length = strlen(text);
    if (length <= VALUE_BYTES)
        return sl_arena_strndup(model->world->arena, text, length);
    const char *close = text[0] == '"' ? "\"" : text[length - 1] == '}' ? "}" : "";
    size_t keep = VALUE_BYTES - strlen("…") - strlen(close);
    while (keep > 0 && ((uint8_t)text[keep] & 0xC0) == 0x80)
        keep--;
    while (keep > 0 && text[keep - 1] == ' ')
        keep--;
    return sl_arena_printf(model->world->arena, "%.*s…%s", (int)keep, text, close);
}

// ---- queues ----

static void leave(O *o, uint64_t id) {
    for (int side = 0; side < 2; side++) {
        Queued *list = side ? o->receivers.at : o->senders.at;
        int *count = side ? &o->receivers.count : &o->senders.count, kept = 0;
        for (int i = 0; i < *count; i++)
            if (list[i].goroutine != id)
                list[kept++] = list[i];
        *count = kept;
    }
}

static void wait_no_more(Model *model, G *g) {
    for (int i = 0; i < g->waits.count; i++)
        if (g->waits.at[i].object)
            leave(object(model, g->waits.at[i].object), g->id);
    g->waits.count = 0;
}

static void wait_on(Model *model, G *g, const SlEvent *event, SlWaitsFor kind) {
    const char *value = kind == SL_WAITS_SEND && event->object ? shorten(model, event->text) : NULL;
    sl_vec_push(&g->waits, (Wait){event->object, (uint8_t)kind, value});
    if (!event->object)
        return;
    O *o = object(model, event->object);
    Queued queued = {g->id, value, event->select};
    if (kind == SL_WAITS_RECEIVE) {
        sl_vec_push(&o->receivers, queued);
        return;
    }
    sl_vec_push(&o->senders, queued); // of locks: those who wait
    if (event->kind == SL_EVENT_WAIT_LOCK && event->count == SL_LOCK_WAIT_FIRST) {
        memmove(o->senders.at + 1, o->senders.at, (size_t)(o->senders.count - 1) * sizeof queued);
        o->senders.at[0] = queued;
    }
}

static void begin_waiting(Model *model, const SlEvent *event) {
    G *g = goroutine(model, event->goroutine);
    bool a_case = event->hidden && event->select;
    if (!a_case)
        wait_no_more(model, g);
    g = goroutine(model, event->goroutine);
    g->since = event->time;
    switch (event->kind) {
    case SL_EVENT_WAIT_SEND:
        wait_on(model, g, event, SL_WAITS_SEND);
        break;
    case SL_EVENT_WAIT_RECEIVE:
        wait_on(model, g, event, SL_WAITS_RECEIVE);
        break;
    case SL_EVENT_WAIT_LOCK:
        wait_on(model, g, event, event->count == SL_LOCK_WAIT_READ ? SL_WAITS_READ_LOCK : SL_WAITS_LOCK);
        break;
    case SL_EVENT_WAIT_GROUP:
        wait_on(model, g, event, SL_WAITS_GROUP);
        break;
    case SL_EVENT_WAIT_COND:
        wait_on(model, g, event, SL_WAITS_COND);
        break;
    case SL_EVENT_SLEEP:
        sl_vec_push(&g->waits, (Wait){0, SL_WAITS_TIME, NULL});
        break;
    case SL_EVENT_WAIT_INPUT:
        sl_vec_push(&g->waits, (Wait){0, SL_WAITS_INPUT, NULL});
        break;
    default:
        break;
    }
}

// ---- events ----

static void set_kind(O *o, SlObjectKind kind) {
    if (!o->known_kind)
        o->kind = (uint8_t)kind;
}

static void send(Model *model, const SlEvent *event) {
    O *o = object(model, event->object);
    o->sent++;
    if (!event->partner) // into the buffer
        sl_vec_push(&o->buffer, shorten(model, event->text));
}

static void receive(Model *model, const SlEvent *event) {
    O *o = object(model, event->object);
    if (!event->ok)
        return;
    o->received++;
    if (!event->partner && o->first < o->buffer.count)
        o->first++;
}

static void use_lock(Model *model, const SlEvent *event) {
    O *o = object(model, event->object);
    switch (event->kind) {
    case SL_EVENT_LOCK:
        o->owner = event->goroutine;
        break;
    case SL_EVENT_UNLOCK:
        o->owner = 0;
        break;
    case SL_EVENT_READ_LOCK:
        set_kind(o, SL_OBJECT_RWMUTEX);
        o->counter++;
        break;
    case SL_EVENT_READ_UNLOCK:
        set_kind(o, SL_OBJECT_RWMUTEX);
        o->counter--;
        break;
    case SL_EVENT_GROUP_ADD:
    case SL_EVENT_GROUP_DONE:
        set_kind(o, SL_OBJECT_GROUP);
        o->counter += event->count;
        break;
    default:
        break;
    }
}

// As the machine counts it: see count_use in run/events.c.
static void count_use(Model *model, const SlEvent *event) {
    uint8_t k = event->kind;
    bool sends = k == SL_EVENT_SEND || k == SL_EVENT_LOCK || k == SL_EVENT_READ_LOCK || k == SL_EVENT_GROUP_ADD ||
                 k == SL_EVENT_GROUP_DONE || k == SL_EVENT_SIGNAL || k == SL_EVENT_BROADCAST;
    bool receives = k == SL_EVENT_RECEIVE || k == SL_EVENT_GROUP_PASS, closes = k == SL_EVENT_CLOSE;
    if (event->hidden || !event->goroutine || !event->object || !(sends || receives || closes))
        return;
    uint64_t key = (event->goroutine * 0x9e3779b97f4a7c15u ^ event->object * 0xc2b2ae3d27d4eb4fu) | 1;
    uint64_t place;
    for (; (place = sl_ids_get(&model->by_use, key)); key += 2) {
        const SlWorldUse *use = &model->uses.at[place - 1];
        if (use->goroutine == event->goroutine && use->object == event->object)
            break;
    }
    if (!place) {
        sl_vec_push(&model->uses, (SlWorldUse){.goroutine = event->goroutine, .object = event->object});
        place = (uint64_t)model->uses.count;
        sl_ids_set(&model->by_use, key, place);
    }
    SlWorldUse *use = &model->uses.at[place - 1];
    use->sends += sends;
    use->receives += receives;
    use->closes |= closes;
}

static void set_states(Model *model, const SlEvent *event) {
    SlChange changes[SL_CHANGES];
    int count = sl_activity_step(&model->activity, event, changes);
    for (int i = 0; i < count; i++) {
        G *g = goroutine(model, changes[i].goroutine);
        g->state = changes[i].state;
        if (g->state == SL_STATE_READY || g->state == SL_STATE_RUNNING)
            wait_no_more(model, g);
    }
}

static bool waits(uint8_t kind) {
    return kind == SL_EVENT_WAIT_SEND || kind == SL_EVENT_WAIT_RECEIVE || kind == SL_EVENT_WAIT_SELECT ||
           kind == SL_EVENT_WAIT_LOCK || kind == SL_EVENT_WAIT_GROUP || kind == SL_EVENT_WAIT_COND ||
           kind == SL_EVENT_SLEEP || kind == SL_EVENT_WAIT_INPUT || kind == SL_EVENT_SWITCH;
}

static void play(Model *model, const SlEvent *event) {
    if (event->goroutine)
        goroutine(model, event->goroutine)->pos = event->pos;
    set_states(model, event);
    if (event->kind == SL_EVENT_SPAWN) {
        G *g = goroutine(model, event->object);
        const SlDefinition *definition = sl_log_goroutine(model->log, event->object);
        g->parent = definition ? definition->parent : event->goroutine;
        g->started = true;
        g->pos = definition ? definition->function_pos : 0;
    } else if (event->kind == SL_EVENT_EXIT) {
        wait_no_more(model, goroutine(model, event->goroutine));
        goroutine(model, event->goroutine)->ended = true;
    } else if (event->kind == SL_EVENT_MAKE) {
        object(model, event->object)->capacity = event->count;
    } else if (event->kind == SL_EVENT_SEND) {
        send(model, event);
    } else if (event->kind == SL_EVENT_RECEIVE) {
        receive(model, event);
    } else if (event->kind == SL_EVENT_CLOSE) {
        object(model, event->object)->closed = true;
    } else if (event->kind == SL_EVENT_END || event->kind == SL_EVENT_DEADLOCK) {
        model->ended = true;
        model->deadlock |= event->kind == SL_EVENT_DEADLOCK;
        model->returned |= event->goroutine == 1;
    } else if (waits(event->kind)) {
        begin_waiting(model, event);
    } else if (event->object && event->kind != SL_EVENT_ATOMIC && event->kind != SL_EVENT_ARM &&
               event->kind != SL_EVENT_TIMER && event->kind != SL_EVENT_WAKE) {
        use_lock(model, event);
    }
    count_use(model, event);
}

// ---- what was before a log that is cut ----

// What an object is at the end, less what the log has done to it, is what it was.
static void turn_back_objects(Model *model, const SlWorld *end) {
    for (int i = 0; i < end->object_count; i++) {
        const SlWorldObject *from = &end->objects[i];
        O *o = object(model, from->id);
        o->kind = from->kind;
        o->known_kind = true;
        o->capacity = (int64_t)from->capacity;
        o->closed = from->closed;
        o->sent = from->sent;
        o->received = from->received;
        o->counter = from->counter;
        o->owner = from->owner;
    }
    SlIds length = {0}; // object to the number of values that it held, by what goes in and out
    for (int i = 0; i < end->object_count; i++)
        sl_ids_set(&length, end->objects[i].id, end->objects[i].length + 1);
    for (int i = model->log->events.count; i-- > 0;) {
        const SlEvent *event = &model->log->events.at[i];
        uint64_t held = event->object ? sl_ids_get(&length, event->object) : 0;
        if (!held)
            continue;
        O *o = object(model, event->object);
        if (event->kind == SL_EVENT_SEND) {
            o->sent--;
            held -= !event->partner && held > 1;
        } else if (event->kind == SL_EVENT_RECEIVE && event->ok) {
            o->received--;
            held += !event->partner;
        } else if (event->kind == SL_EVENT_CLOSE) {
            o->closed = false;
        } else if (event->kind == SL_EVENT_READ_LOCK || event->kind == SL_EVENT_READ_UNLOCK) {
            o->counter += event->kind == SL_EVENT_READ_LOCK ? -1 : 1;
        } else if (event->kind == SL_EVENT_GROUP_ADD || event->kind == SL_EVENT_GROUP_DONE) {
            o->counter -= event->count;
        } else if (event->kind == SL_EVENT_LOCK || event->kind == SL_EVENT_UNLOCK) {
            o->owner = event->kind == SL_EVENT_UNLOCK ? event->goroutine : 0;
        }
        sl_ids_set(&length, event->object, held);
    }
    // The first so many that came out were in it; what never came out is there still
    for (int i = 0; i < model->log->events.count; i++) {
        const SlEvent *event = &model->log->events.at[i];
        uint64_t held = event->object ? sl_ids_get(&length, event->object) : 0;
        if (held > 1 && event->kind == SL_EVENT_RECEIVE && event->ok && !event->partner) {
            sl_vec_push(&object(model, event->object)->buffer, shorten(model, event->text));
            sl_ids_set(&length, event->object, held - 1);
        }
    }
    for (int i = 0; i < end->object_count; i++) {
        uint64_t left = sl_ids_get(&length, end->objects[i].id) - 1;
        for (uint64_t k = 0; k < left; k++)
            sl_vec_push(&object(model, end->objects[i].id)->buffer,
                        k < (uint64_t)end->objects[i].value_count ? end->objects[i].values[k] : "?");
    }
    sl_ids_free(&length);
}

static void was_waiting(Model *model, G *g, const SlEvent *event, SlState state) {
    g->state = state;
    SlEvent wait = *event;
    wait.kind = state == SL_STATE_SENDING     ? SL_EVENT_WAIT_SEND
                : state == SL_STATE_RECEIVING ? SL_EVENT_WAIT_RECEIVE
                                              : 0;
    wait.hidden = wait.select;
    if (wait.kind)
        begin_waiting(model, &wait);
}

static void turn_back_goroutines(Model *model, const SlWorld *end) {
    SlIds seen = {0};
    for (int i = 0; i < model->log->events.count; i++) {
        const SlEvent *event = &model->log->events.at[i];
        if (event->kind == SL_EVENT_SPAWN)
            sl_ids_set(&seen, event->object, 1);
        if (!event->goroutine || sl_ids_get(&seen, event->goroutine))
            continue;
        sl_ids_set(&seen, event->goroutine, 1);
        const SlDefinition *definition = sl_log_goroutine(model->log, event->goroutine);
        G *g = goroutine(model, event->goroutine);
        g->parent = definition ? definition->parent : 0;
        g->pos = event->pos;
        g->since = model->log->events.at[0].time;
        g->state = SL_STATE_READY;
        if (event->woken)
            was_waiting(model, g, event,
                        event->kind == SL_EVENT_SEND                                        ? SL_STATE_SENDING
                        : event->kind == SL_EVENT_RECEIVE                                   ? SL_STATE_RECEIVING
                        : event->kind == SL_EVENT_LOCK || event->kind == SL_EVENT_READ_LOCK ? SL_STATE_LOCKING
                                                                                            : SL_STATE_WAITING);
        sl_ids_set(&model->activity.states, g->id, (uint64_t)g->state + 1);
    }
    for (int i = 0; i < end->goroutine_count; i++) { // those who did nothing are as they were
        const SlWorldGoroutine *from = &end->goroutines[i];
        if (from->count != 1 || sl_ids_get(&seen, from->id))
            continue;
        G *g = goroutine(model, from->id);
        g->parent = from->parent;
        g->pos = from->pos;
        g->since = from->since;
        g->state = (SlState)from->state;
        for (int k = 0; k < from->wait_count; k++) {
            SlEvent wait = {.object = from->waits[k].object, .select = from->wait_count > 1};
            snprintf(wait.text, sizeof wait.text, "%s", from->waits[k].value ? from->waits[k].value : "");
            wait_on(model, g, &wait, (SlWaitsFor)from->waits[k].kind);
        }
        sl_ids_set(&model->activity.states, g->id, (uint64_t)g->state + 1);
    }
    sl_ids_free(&seen);
}

// ---- to a World ----

static int by_goroutine_id(const void *a, const void *b) {
    const SlWorldGoroutine *x = a, *y = b;
    return x->id < y->id ? -1 : x->id > y->id;
}

static int by_object_id(const void *a, const void *b) {
    const SlWorldObject *x = a, *y = b;
    return x->id < y->id ? -1 : x->id > y->id;
}

static int by_pair(const void *a, const void *b) {
    const SlWorldUse *x = a, *y = b;
    if (x->goroutine != y->goroutine)
        return x->goroutine < y->goroutine ? -1 : 1;
    return x->object < y->object ? -1 : x->object > y->object;
}

static int place_in(Model *model, const Wait *wait, uint64_t id) {
    const O *o = object(model, wait->object);
    const Queued *list = wait->kind == SL_WAITS_RECEIVE ? o->receivers.at : o->senders.at;
    int count = wait->kind == SL_WAITS_RECEIVE ? o->receivers.count : o->senders.count;
    for (int i = 0; i < count; i++)
        if (list[i].goroutine == id)
            return i + 1;
    return 0;
}

// As a snapshot: what the library uses for itself, and timers, only while somebody waits.
static bool is_shown(const Model *model, const O *o) {
    const SlDefinition *definition = sl_log_object(model->log, o->id);
    bool waited = o->senders.count || o->receivers.count;
    return o->kind != SL_OBJECT_ATOMIC &&
           (waited || !(o->kind == SL_OBJECT_TIMER || (definition && definition->internal)));
}

static bool holds(const Model *model, const O *o, const G *g) {
    return o->owner == g->id && is_shown(model, o);
}

static void tell_goroutine(Model *model, const G *g, SlWorldGoroutine *to) {
    SlArena *arena = model->world->arena;
    const SlDefinition *definition = sl_log_goroutine(model->log, g->id);
    *to = (SlWorldGoroutine){.id = g->id,
                             .parent = g->parent,
                             .name = definition ? definition->name
                                                : sl_arena_printf(arena, "G%llu", (unsigned long long)g->id),
                             .function = definition ? definition->type : "",
                             .go_pos = definition ? definition->made : 0,
                             .function_pos = definition ? definition->function_pos : 0,
                             .pos = g->pos,
                             .state = (uint8_t)g->state,
                             .count = 1,
                             .since = g->since};
    bool can = to->state == SL_STATE_READY || to->state == SL_STATE_RUNNING;
    to->stuck = model->deadlock && !can;
    if (model->log->one_at_a_time && can && !model->ended) // the instant lies between two moves
        to->state = SL_STATE_READY;
    if (model->returned && g->id == 1)
        to->state = SL_STATE_ENDED;
    to->can_move = model->log->one_at_a_time && to->state == SL_STATE_READY;
    to->name = sl_arena_strndup(arena, to->name, strlen(to->name));
    to->function = sl_arena_strndup(arena, to->function, strlen(to->function));
    to->waits = g->waits.count ? SL_NEW_N(arena, SlWorldWait, g->waits.count) : NULL;
    for (int i = 0; i < g->waits.count; i++) {
        const Wait *wait = &g->waits.at[i];
        to->waits[to->wait_count++] =
            (SlWorldWait){wait->object, wait->kind, wait->value, wait->object ? place_in(model, wait, g->id) : 0};
    }
    for (int i = 0; i < model->objects.count; i++)
        to->hold_count += holds(model, &model->objects.at[i], g);
    to->holds = to->hold_count ? SL_NEW_N(arena, uint64_t, to->hold_count) : NULL;
    for (int i = 0, at = 0; i < model->objects.count; i++)
        if (holds(model, &model->objects.at[i], g))
            to->holds[at++] = model->objects.at[i].id;
}

static SlWorldQueued *tell_queue(Model *model, const Queued *list, int all, int *shown) {
    *shown = all < QUEUE_SHOWN ? all : QUEUE_SHOWN;
    SlWorldQueued *to = *shown ? SL_NEW_N(model->world->arena, SlWorldQueued, *shown) : NULL;
    for (int i = 0; i < *shown; i++)
        to[i] = (SlWorldQueued){list[i].goroutine, list[i].value, list[i].select};
    return to;
}

static void tell_object(Model *model, const O *o, SlWorldObject *to) {
    SlArena *arena = model->world->arena;
    const SlDefinition *definition = sl_log_object(model->log, o->id);
    int held = o->buffer.count - o->first, shown = held <= CELLS ? held : CELLS + 1;
    *to = (SlWorldObject){.id = o->id,
                          .kind = o->kind,
                          .name = definition ? definition->name : "?",
                          .type = definition ? definition->type : sl_object_types[o->kind],
                          .make_pos = definition ? definition->made : 0,
                          .count = 1,
                          .owner = o->owner,
                          .counter = o->counter,
                          .senders_all = (uint64_t)o->senders.count,
                          .receivers_all = (uint64_t)o->receivers.count};
    to->name = sl_arena_strndup(arena, to->name, strlen(to->name));
    to->type = sl_arena_strndup(arena, to->type, strlen(to->type));
    to->senders = tell_queue(model, o->senders.at, o->senders.count, &to->sender_count);
    to->receivers = tell_queue(model, o->receivers.at, o->receivers.count, &to->receiver_count);
    if (o->kind != SL_OBJECT_CHANNEL)
        return;
    to->capacity = (uint64_t)o->capacity;
    to->length = (uint64_t)held;
    to->closed = o->closed;
    to->sent = o->sent;
    to->received = o->received;
    to->values = shown ? SL_NEW_N(arena, const char *, shown) : NULL;
    for (int i = 0; i < shown; i++)
        to->values[i] = o->buffer.at[i < CELLS ? o->first + i : o->buffer.count - 1];
    to->value_count = shown;
}

static void tell(Model *model, uint64_t event) {
    SlWorld *world = model->world;
    world->goroutines = SL_NEW_N(world->arena, SlWorldGoroutine, model->goroutines.count + 1);
    for (int i = 0; i < model->goroutines.count; i++)
        if (!model->goroutines.at[i].ended || (model->goroutines.at[i].id == 1 && model->returned))
            tell_goroutine(model, &model->goroutines.at[i], &world->goroutines[world->goroutine_count++]);
    world->objects = SL_NEW_N(world->arena, SlWorldObject, model->objects.count + 1);
    for (int i = 0; i < model->objects.count; i++) {
        const O *o = &model->objects.at[i];
        if (!is_shown(model, o))
            continue;
        tell_object(model, o, &world->objects[world->object_count++]);
    }
    qsort(world->goroutines, (size_t)world->goroutine_count, sizeof *world->goroutines, by_goroutine_id);
    qsort(world->objects, (size_t)world->object_count, sizeof *world->objects, by_object_id);
    for (int i = 0; i < model->uses.count; i++) // of those who live
        if (sl_world_goroutine(world, model->uses.at[i].goroutine))
            model->uses.at[world->use_count++] = model->uses.at[i];
    model->uses.count = world->use_count;
    world->uses = sl_vec_take(&model->uses, world->arena);
    if (world->use_count)
        qsort(world->uses, (size_t)world->use_count, sizeof *world->uses, by_pair);
    world->event = event;
    world->controlled = model->log->one_at_a_time;
    world->ended = model->ended;
    world->deadlock = model->deadlock;
    world->goroutines_alive = (uint64_t)world->goroutine_count;
    world->goroutines_made = model->made;
}

SlWorld *sl_log_world(const SlLog *log, uint64_t event, const SlWorld *end) {
    SlWorld *world = sl_world_new();
    Model model = {.log = log, .world = world, .activity = {.one_at_a_time = log->one_at_a_time}};
    if (end && log->cut) {
        turn_back_objects(&model, end);
        turn_back_goroutines(&model, end);
    } else {
        goroutine(&model, 1)->state = SL_STATE_READY;
        sl_ids_set(&model.activity.states, 1, SL_STATE_READY + 1);
    }
    uint32_t count = sl_log_after(log, event);
    for (uint32_t i = 0; i < count; i++)
        play(&model, &log->events.at[i]);
    if (count)
        world->time = log->events.at[count - 1].time;
    tell(&model, event);
    for (int i = 0; i < model.goroutines.count; i++)
        sl_vec_free(&model.goroutines.at[i].waits);
    for (int i = 0; i < model.objects.count; i++) {
        sl_vec_free(&model.objects.at[i].buffer);
        sl_vec_free(&model.objects.at[i].senders);
        sl_vec_free(&model.objects.at[i].receivers);
    }
    sl_vec_free(&model.goroutines);
    sl_vec_free(&model.objects);
    sl_vec_free(&model.uses);
    sl_ids_free(&model.by_goroutine);
    sl_ids_free(&model.by_object);
    sl_ids_free(&model.by_use);
    sl_activity_free(&model.activity);
    return world;
}
