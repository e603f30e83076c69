// SPDX-License-Identifier: MIT
// Order: edges while the log is read once; clocks when somebody asks.
//
// Where many release one (the Dones before a Wait, the readers before a writer), each releasing event is chained to the
// one before it, and the edge is marked: it stands for the whole chain. So a thousand Waits behind a thousand Dones are
// two thousand edges.
#include "trace/order.h"

#define NONE UINT32_MAX

typedef struct {
    uint32_t from;
    uint32_t next; // of the same target, or of the same goroutine's pending ones
    bool chain;    // from and all that it is chained to
} Edge;

typedef struct {
    uint32_t pending;        // edges to its next event
    uint32_t first, count;   // in by_lane
    uint32_t sent, received; // of a channel's lane: unused
} Lane;

// What is known of an object while the log is read.
typedef struct {
    uint32_t release;                 // last unlock, atomic change, close, signal, arming: a place, or NONE
    uint32_t chain;                   // last of the Dones or reading unlocks
    int64_t capacity;                 // of a channel; -1: unknown
    uint64_t first;                   // message that `sends` begins with
    SL_VEC(uint32_t) sends, receives; // by message
} Object;

struct SlOrder {
    const SlLog *log;
    uint32_t count;
    uint32_t *lane;  // by event: its goroutine's lane
    uint32_t *local; // by event: its count in the lane, from 0
    uint32_t *edges; // by event: first edge that leads to it, NONE
    uint32_t *chain; // by event: the one that it is chained to, NONE
    uint32_t *by_lane;
    SL_VEC(Edge) all;
    SL_VEC(Lane) lanes;
};

typedef struct {
    SlOrder *order;
    SlIds lanes, objects; // id to place + 1
    SL_VEC(Object) list;
} Reader;

// ---- reading the log ----

static void *array(uint32_t count, size_t size) {
    void *at = malloc(((size_t)count + 1) * size);
    if (!at)
        abort();
    memset(at, 0xff, ((size_t)count + 1) * size);
    return at;
}

static uint32_t new_lane(Reader *reader) {
    sl_vec_push(&reader->order->lanes, (Lane){.pending = NONE});
    return (uint32_t)reader->order->lanes.count - 1;
}

// What nobody does (a timer) has no order of its own: a lane each.
static uint32_t lane_of(Reader *reader, uint64_t goroutine) {
    uint64_t place = goroutine ? sl_ids_get(&reader->lanes, goroutine) : 0;
    if (place)
        return (uint32_t)place - 1;
    uint32_t lane = new_lane(reader);
    if (goroutine)
        sl_ids_set(&reader->lanes, goroutine, (uint64_t)lane + 1);
    return lane;
}

static Object *object_of(Reader *reader, uint64_t id) {
    uint64_t place = sl_ids_get(&reader->objects, id);
    if (!place) {
        const SlDefinition *definition = sl_log_object(reader->order->log, id);
        Object made = {.release = NONE, .chain = NONE, .capacity = definition ? definition->capacity : -1};
        sl_vec_push(&reader->list, made);
        place = (uint64_t)reader->list.count;
        sl_ids_set(&reader->objects, id, place);
    }
    return &reader->list.at[place - 1];
}

static void add_edge(SlOrder *order, uint32_t *list, uint32_t from, bool chain) {
    if (from == NONE)
        return;
    sl_vec_push(&order->all, (Edge){from, *list, chain});
    *list = (uint32_t)order->all.count - 1;
}

static void lead_to(SlOrder *order, uint32_t from, uint32_t to) {
    add_edge(order, &order->edges[to], from, false);
}

// Messages are numbered from 1; a log that was cut begins anywhere.
static uint32_t *message_place(Object *object, uint64_t message, bool receive) {
    enum { MOST = 1 << 24 };
    if (!object->first)
        object->first = message > 1 << 20 ? message - (1 << 20) : 1; // some may still wait in the buffer
    if (!message || message < object->first || message - object->first > MOST)
        return NULL;
    uint64_t at = message - object->first;
    if (receive) {
        while ((uint64_t)object->receives.count <= at)
            sl_vec_push(&object->receives, NONE);
        return &object->receives.at[at];
    }
    while ((uint64_t)object->sends.count <= at)
        sl_vec_push(&object->sends, NONE);
    return &object->sends.at[at];
}

static void read_send(Reader *reader, const SlEvent *event, uint32_t at) {
    Object *object = object_of(reader, event->object);
    uint32_t *place = message_place(object, event->message, false);
    if (place)
        *place = at;
    if (object->capacity <= 0 || (uint64_t)object->capacity >= event->message)
        return;
    uint32_t *room = message_place(object, event->message - (uint64_t)object->capacity, true);
    if (room)
        lead_to(reader->order, *room, at);
}

static void read_receive(Reader *reader, const SlEvent *event, uint32_t at) {
    Object *object = object_of(reader, event->object);
    if (!event->ok) {
        lead_to(reader->order, object->release, at);
        return;
    }
    uint32_t *send = message_place(object, event->message, false);
    uint32_t from = send ? *send : NONE;
    lead_to(reader->order, from, at);
    uint32_t *place = message_place(object, event->message, true);
    if (place)
        *place = at;
    // Without room for it the send ends when it has been received: the sender goes on behind this
    if (object->capacity == 0 && from != NONE)
        add_edge(reader->order, &reader->order->lanes.at[reader->order->lane[from]].pending, at, false);
}

static void release(Object *object, uint32_t at) {
    object->release = at;
}

static void release_chained(SlOrder *order, Object *object, uint32_t at) {
    order->chain[at] = object->chain;
    object->chain = at;
}

static void read_sync(Reader *reader, const SlEvent *event, uint32_t at) {
    SlOrder *order = reader->order;
    Object *object = object_of(reader, event->object);
    switch (event->kind) {
    case SL_EVENT_UNLOCK:
    case SL_EVENT_SIGNAL:
    case SL_EVENT_BROADCAST:
    case SL_EVENT_CLOSE:
    case SL_EVENT_ARM:
        release(object, at);
        break;
    case SL_EVENT_READ_UNLOCK:
        release_chained(order, object, at);
        break;
    case SL_EVENT_LOCK:
        lead_to(order, object->release, at);
        add_edge(order, &order->edges[at], object->chain, true);
        object->chain = NONE;
        break;
    case SL_EVENT_READ_LOCK:
        lead_to(order, object->release, at);
        break;
    case SL_EVENT_GROUP_ADD:
        if (event->count < 0)
            release_chained(order, object, at);
        break;
    case SL_EVENT_GROUP_DONE:
        release_chained(order, object, at);
        break;
    case SL_EVENT_GROUP_PASS:
        add_edge(order, &order->edges[at], object->chain, true);
        break;
    case SL_EVENT_WAKE:
        lead_to(order, object->release, at); // of a condition; a sender whom a close wakes
        break;
    case SL_EVENT_ATOMIC:
        if (event->count != SL_ATOMIC_STORE)
            lead_to(order, object->release, at);
        if (event->count != SL_ATOMIC_LOAD)
            release(object, at);
        break;
    default:
        break;
    }
}

static void read_event(Reader *reader, const SlEvent *event, uint32_t at) {
    SlOrder *order = reader->order;
    uint32_t lane = lane_of(reader, event->goroutine);
    order->lane[at] = lane;
    order->local[at] = order->lanes.at[lane].count++;
    order->edges[at] = order->lanes.at[lane].pending;
    order->lanes.at[lane].pending = NONE;
    if (event->kind == SL_EVENT_MAKE) {
        object_of(reader, event->object)->capacity = event->count;
    } else if (event->kind == SL_EVENT_SPAWN) {
        if (event->partner)
            lead_to(order, object_of(reader, event->partner)->release, at);
        uint32_t child = lane_of(reader, event->object);
        add_edge(order, &order->lanes.at[child].pending, at, false);
    } else if (event->kind == SL_EVENT_SWITCH) {
        uint32_t other = lane_of(reader, event->partner);
        add_edge(order, &order->lanes.at[other].pending, at, false);
    } else if (event->kind == SL_EVENT_SEND) {
        read_send(reader, event, at);
    } else if (event->kind == SL_EVENT_RECEIVE) {
        read_receive(reader, event, at);
    } else if (event->object) {
        read_sync(reader, event, at);
    }
}

static void sort_by_lane(SlOrder *order) {
    uint32_t at = 0;
    for (int i = 0; i < order->lanes.count; i++) {
        order->lanes.at[i].first = at;
        at += order->lanes.at[i].count;
    }
    for (uint32_t i = 0; i < order->count; i++)
        order->by_lane[order->lanes.at[order->lane[i]].first + order->local[i]] = i;
}

SlOrder *sl_order_new(const SlLog *log) {
    SlOrder *order = calloc(1, sizeof *order);
    if (!order)
        abort();
    uint32_t count = (uint32_t)log->events.count;
    order->log = log;
    order->count = count;
    order->lane = array(count, sizeof *order->lane);
    order->local = array(count, sizeof *order->local);
    order->edges = array(count, sizeof *order->edges);
    order->chain = array(count, sizeof *order->chain);
    order->by_lane = array(count, sizeof *order->by_lane);
    Reader reader = {.order = order};
    for (uint32_t i = 0; i < count; i++)
        read_event(&reader, &log->events.at[i], i);
    sort_by_lane(order);
    for (int i = 0; i < reader.list.count; i++) {
        sl_vec_free(&reader.list.at[i].sends);
        sl_vec_free(&reader.list.at[i].receives);
    }
    sl_vec_free(&reader.list);
    sl_ids_free(&reader.lanes);
    sl_ids_free(&reader.objects);
    return order;
}

void sl_order_free(SlOrder *order) {
    if (!order)
        return;
    free(order->lane);
    free(order->local);
    free(order->edges);
    free(order->chain);
    free(order->by_lane);
    sl_vec_free(&order->all);
    sl_vec_free(&order->lanes);
    free(order);
}

// ---- clocks ----

static uint32_t *clock_new(const SlOrder *order) {
    uint32_t *clock = calloc((size_t)order->lanes.count + 1, sizeof *clock);
    if (!clock)
        abort();
    return clock;
}

static uint8_t *bits_new(const SlOrder *order) {
    uint8_t *bits = calloc((size_t)order->count + 1, 1);
    if (!bits)
        abort();
    return bits;
}

static void raise(const SlOrder *order, uint32_t *clock, uint32_t event) {
    uint32_t *at = &clock[order->lane[event]];
    if (*at <= order->local[event])
        *at = order->local[event] + 1;
}

// The vector clock of an event, its own goroutine's count included: how many events of each lane are in its past or
// itself. Edges lead forward in the log, so one walk backwards finds them all; it may end at `until`.
static uint32_t *clock_of(const SlOrder *order, uint32_t event, uint32_t until) {
    uint32_t *clock = clock_new(order);
    uint8_t *chained = bits_new(order); // it is in the past through a chain
    raise(order, clock, event);
    for (uint32_t i = event + 1; i-- > until;) {
        if (chained[i]) {
            raise(order, clock, i);
            if (order->chain[i] != NONE)
                chained[order->chain[i]] = 1;
        }
        if (clock[order->lane[i]] <= order->local[i])
            continue;
        for (uint32_t e = order->edges[i]; e != NONE; e = order->all.at[e].next) {
            raise(order, clock, order->all.at[e].from);
            if (order->all.at[e].chain)
                chained[order->all.at[e].from] = 1;
        }
    }
    free(chained);
    return clock;
}

bool sl_order_before(const SlOrder *order, uint32_t a, uint32_t b) {
    if (a >= b || b >= order->count)
        return false;
    if (order->lane[a] == order->lane[b])
        return true;
    uint32_t *clock = clock_of(order, b, a);
    bool before = clock[order->lane[a]] > order->local[a];
    free(clock);
    return before;
}

// The first event of each lane that is in the future, as a count from 1 (0: none), in one walk forwards.
static uint32_t *future_of(const SlOrder *order, uint32_t event) {
    uint32_t *first = clock_new(order);
    uint8_t *chained = bits_new(order); // it or one that it is chained to is in the future
    first[order->lane[event]] = order->local[event] + 1;
    for (uint32_t i = event; i < order->count; i++) {
        uint32_t *own = &first[order->lane[i]];
        bool in = *own && *own <= order->local[i] + 1;
        for (uint32_t e = order->edges[i]; e != NONE && !in; e = order->all.at[e].next) {
            const Edge *edge = &order->all.at[e];
            uint32_t from = first[order->lane[edge->from]];
            in = (from && from <= order->local[edge->from] + 1) || (edge->chain && chained[edge->from]);
        }
        if (in && !*own)
            *own = order->local[i] + 1;
        chained[i] = in || (order->chain[i] != NONE && chained[order->chain[i]]);
    }
    free(chained);
    return first;
}

void sl_order_standing(const SlOrder *order, uint32_t chosen, uint8_t *standing) {
    uint32_t *clock = clock_of(order, chosen, 0), *first = future_of(order, chosen);
    for (uint32_t i = 0; i < order->count; i++) {
        uint32_t lane = order->lane[i], local = order->local[i];
        standing[i] = i == chosen                               ? SL_ITSELF
                      : clock[lane] > local                     ? SL_PAST
                      : first[lane] && first[lane] <= local + 1 ? SL_FUTURE
                                                                : SL_CONCURRENT;
    }
    free(clock);
    free(first);
}

// ---- chains ----

// Part of a lane that leads to b: its first `limit` events, the last of them through the link.
typedef struct {
    uint32_t lane, limit;
    SlOrderLink link;
    int before; // step that the same lane had before, -1
} Step;

typedef struct {
    const SlOrder *order;
    SL_VEC(Step) steps; // in order of the number of links
    int *last;          // by lane: its last step, -1
    uint32_t *walked;   // by lane: so many events have been looked at
    uint8_t *chained;
} Walk;

static void reach(Walk *walk, uint32_t from, uint32_t to) {
    uint32_t lane = walk->order->lane[from], limit = walk->order->local[from] + 1;
    int last = walk->last[lane];
    if (last >= 0 && walk->steps.at[last].limit >= limit)
        return;
    sl_vec_push(&walk->steps, (Step){lane, limit, {from, to}, last});
    walk->last[lane] = walk->steps.count - 1;
}

static void follow(Walk *walk, uint32_t event) {
    const SlOrder *order = walk->order;
    for (uint32_t e = order->edges[event]; e != NONE; e = order->all.at[e].next) {
        const Edge *edge = &order->all.at[e];
        uint32_t from = edge->from;
        reach(walk, from, event);
        for (; edge->chain && from != NONE && !walk->chained[from]; from = order->chain[from]) {
            walk->chained[from] = 1;
            reach(walk, from, event);
        }
    }
}

// The first step of the event's lane that covers it.
static int step_for(const Walk *walk, uint32_t event) {
    int found = -1;
    for (int at = walk->last[walk->order->lane[event]]; at >= 0; at = walk->steps.at[at].before)
        if (walk->steps.at[at].limit > walk->order->local[event])
            found = at;
    return found;
}

static int take_chain(const Walk *walk, uint32_t a, uint32_t b, SlOrderLink **links) {
    SL_VEC(SlOrderLink) found = {0};
    for (uint32_t at = a; walk->order->lane[at] != walk->order->lane[b] || at > b;) {
        const Step *step = &walk->steps.at[step_for(walk, at)];
        sl_vec_push(&found, step->link);
        at = step->link.to;
    }
    *links = found.at;
    return found.count;
}

int sl_order_chain(const SlOrder *order, uint32_t a, uint32_t b, SlOrderLink **links) {
    *links = NULL;
    if (a >= b || b >= order->count)
        return -1;
    if (order->lane[a] == order->lane[b])
        return 0;
    Walk walk = {.order = order, .chained = bits_new(order), .walked = clock_new(order)};
    walk.last = array((uint32_t)order->lanes.count, sizeof *walk.last);
    sl_vec_push(&walk.steps, (Step){order->lane[b], order->local[b] + 1, {b, b}, -1});
    walk.last[order->lane[b]] = 0;
    int count = -1;
    for (int i = 0; i < walk.steps.count && count < 0; i++) {
        Step step = walk.steps.at[i];
        if (step.lane == order->lane[a] && step.limit > order->local[a]) {
            count = take_chain(&walk, a, b, links);
            break;
        }
        for (uint32_t at = step.limit; at-- > walk.walked[step.lane];) // those next to the link first
            follow(&walk, order->by_lane[order->lanes.at[step.lane].first + at]);
        if (walk.walked[step.lane] < step.limit)
            walk.walked[step.lane] = step.limit;
    }
    free(walk.chained);
    free(walk.walked);
    free(walk.last);
    sl_vec_free(&walk.steps);
    return count;
}

// ---- sentences ----

static void tell_event(const SlOrder *order, uint32_t at, SlText *text) {
    const SlEvent *event = &order->log->events.at[at];
    sl_log_tell(order->log, event, text);
    sl_text_printf(text, " (event %llu)", (unsigned long long)event->number);
}

// What the second does because of the first.
static const char *because(const SlEvent *from, const SlEvent *to) {
    switch (from->kind) {
    case SL_EVENT_SPAWN:
        return "which begins";
    case SL_EVENT_SEND:
        return to->kind == SL_EVENT_RECEIVE ? "which %s receives" : "before %s";
    case SL_EVENT_RECEIVE:
        return to->kind == SL_EVENT_SEND && to->object == from->object ? "which makes room for the next send of %s"
                                                                       : "which lets %s, who sent it, go on";
    case SL_EVENT_CLOSE:
        return "which %s sees";
    case SL_EVENT_UNLOCK:
    case SL_EVENT_READ_UNLOCK:
        return "then %s locks it";
    case SL_EVENT_GROUP_DONE:
    case SL_EVENT_GROUP_ADD:
        return "which the Wait of %s awaits";
    case SL_EVENT_SIGNAL:
    case SL_EVENT_BROADCAST:
        return "which wakes %s";
    case SL_EVENT_ATOMIC:
        return "which %s sees";
    case SL_EVENT_ARM:
        return "which starts %s";
    default:
        return "then goes on %s";
    }
}

static void tell_link(const SlOrder *order, const SlOrderLink *link, SlText *text) {
    const SlEvent *from = &order->log->events.at[link->from], *to = &order->log->events.at[link->to];
    SlText who = {0};
    if (from->kind != SL_EVENT_SPAWN)
        sl_log_name_goroutine(order->log, to->kind == SL_EVENT_SPAWN ? to->object : to->goroutine, &who);
    tell_event(order, link->from, text);
    sl_text_adds(text, ", ");
    const char *words = because(from, to), *name = strstr(words, "%s");
    sl_text_add(text, words, name ? (size_t)(name - words) : strlen(words));
    if (name)
        sl_text_printf(text, "%s%s", sl_text_cstr(&who), name + 2);
    sl_text_printf(text, " (event %llu)", (unsigned long long)to->number);
    sl_text_free(&who);
}

void sl_order_tell(const SlOrder *order, uint32_t a, uint32_t b, SlText *text) {
    enum { TOLD = 5 };
    SlOrderLink *links;
    if (a > b) {
        uint32_t swap = a;
        a = b;
        b = swap;
    }
    int count = sl_order_chain(order, a, b, &links);
    unsigned long long first = order->log->events.at[a].number, second = order->log->events.at[b].number;
    if (count < 0) {
        sl_text_printf(text,
                       order->log->cut
                           ? "In what was kept of the run nothing orders event %llu and event %llu: "
                           : "Events %llu and %llu are concurrent, either could have come first: no chain of "
                             "synchronisation leads from ",
                       first, second);
        sl_log_tell(order->log, &order->log->events.at[a], text);
        sl_text_adds(text, order->log->cut ? " and " : " to ");
        sl_log_tell(order->log, &order->log->events.at[b], text);
        sl_text_adds(text, ".");
        return;
    }
    sl_text_printf(text, "Event %llu comes before event %llu: ", first, second);
    if (!count) {
        sl_text_adds(text, "both are of ");
        sl_log_name_goroutine(order->log, order->log->events.at[a].goroutine, text);
        sl_text_adds(text, ", in this order.");
    }
    for (int i = 0; i < count; i++) {
        if (count > TOLD && i == TOLD - 2) {
            sl_text_printf(text, " … %d more … ", count - TOLD + 1);
            i = count - 2;
            continue;
        }
        tell_link(order, &links[i], text);
        sl_text_adds(text, i + 1 < count ? "; " : ".");
    }
    free(links);
}
