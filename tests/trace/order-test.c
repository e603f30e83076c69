// SPDX-License-Identifier: MIT
// Order against brute force: random logs of a small machine, where each event's whole vector clock is kept by the rules
// of the memory model, as a race detector would, and compared with what edges and walks give.
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "trace/order.h"

enum { GOROUTINES = 6, EVENTS = 160, CHANNELS = 3, MESSAGES = 200 };

typedef struct {
    uint16_t at[GOROUTINES + 1];
} Clock;

static void join(Clock *to, const Clock *from) {
    for (int i = 0; i <= GOROUTINES; i++)
        if (to->at[i] < from->at[i])
            to->at[i] = from->at[i];
}

typedef struct {
    int capacity, sent, received;
    bool closed;
    Clock sends[MESSAGES], receives[MESSAGES], close;
} Channel;

typedef struct {
    uint64_t random;
    SlLog log;
    Clock clock[EVENTS + 8]; // of each event
    Clock now[GOROUTINES + 1];
    int alive;
    Channel channels[CHANNELS];
    int owner, readers; // of the RWMutex
    bool reads[GOROUTINES + 1];
    Clock unlocked, read_unlocked, group, cond, atomic;
} Machine;

static uint64_t next(Machine *m) {
    m->random ^= m->random << 13;
    m->random ^= m->random >> 7;
    m->random ^= m->random << 17;
    return m->random;
}

static int below(Machine *m, int bound) {
    return (int)((next(m) >> 20) % (uint64_t)bound);
}

enum { LOCK = 10, GROUP, COND, ATOMIC };

// The event happens: its clock is the goroutine's with its own count one higher.
static void happen(Machine *m, int g, SlEventKind kind, uint64_t object, SlEvent more) {
    SlEvent event = more;
    event.kind = (uint8_t)kind;
    event.goroutine = (uint64_t)g;
    event.object = object;
    event.number = (uint64_t)m->log.events.count + 1;
    event.ok = !(kind == SL_EVENT_RECEIVE && more.message == 0);
    m->now[g].at[g]++;
    m->clock[m->log.events.count] = m->now[g];
    sl_log_add(&m->log, &event);
}

static void spawn(Machine *m, int g) {
    if (m->alive >= GOROUTINES)
        return;
    int child = ++m->alive;
    happen(m, g, SL_EVENT_SPAWN, (uint64_t)child, (SlEvent){0});
    m->now[child] = m->now[g];
    m->now[child].at[child] = 0;
}

static void send(Machine *m, int g, int c) {
    Channel *chan = &m->channels[c];
    if (chan->closed || chan->sent - chan->received >= chan->capacity || chan->sent + 1 >= MESSAGES)
        return;
    int message = ++chan->sent;
    if (message > chan->capacity)
        join(&m->now[g], &chan->receives[message - chan->capacity]);
    happen(m, g, SL_EVENT_SEND, (uint64_t)c + 1, (SlEvent){.message = (uint32_t)message});
    chan->sends[message] = m->now[g];
}

static void receive(Machine *m, int g, int c) {
    Channel *chan = &m->channels[c];
    if (chan->received < chan->sent) {
        int message = ++chan->received;
        join(&m->now[g], &chan->sends[message]);
        happen(m, g, SL_EVENT_RECEIVE, (uint64_t)c + 1, (SlEvent){.message = (uint32_t)message});
        chan->receives[message] = m->now[g];
    } else if (chan->closed) {
        join(&m->now[g], &chan->close);
        happen(m, g, SL_EVENT_RECEIVE, (uint64_t)c + 1, (SlEvent){.message = 0});
    }
}

// Without room: send and receive at once, and the sender goes on behind the receive.
static void meet(Machine *m, int g, int c) {
    Channel *chan = &m->channels[c];
    int other = 1 + below(m, m->alive);
    if (other == g || chan->closed || chan->sent + 1 >= MESSAGES)
        return;
    int message = chan->received = ++chan->sent;
    happen(m, g, SL_EVENT_SEND, (uint64_t)c + 1, (SlEvent){.message = (uint32_t)message, .partner = (uint64_t)other});
    join(&m->now[other], &m->now[g]);
    happen(m, other, SL_EVENT_RECEIVE, (uint64_t)c + 1,
           (SlEvent){.message = (uint32_t)message, .partner = (uint64_t)g, .woken = true});
    uint16_t own = m->now[g].at[g];
    join(&m->now[g], &m->now[other]);
    m->now[g].at[g] = own;
}

static void lock(Machine *m, int g) {
    if (m->owner == g) {
        happen(m, g, SL_EVENT_UNLOCK, LOCK, (SlEvent){0});
        m->unlocked = m->now[g];
        m->owner = 0;
    } else if (m->reads[g]) {
        happen(m, g, SL_EVENT_READ_UNLOCK, LOCK, (SlEvent){0});
        join(&m->read_unlocked, &m->now[g]);
        m->reads[g] = false;
        m->readers--;
    } else if (!m->owner && below(m, 2)) {
        join(&m->now[g], &m->unlocked);
        happen(m, g, SL_EVENT_READ_LOCK, LOCK, (SlEvent){0});
        m->reads[g] = true;
        m->readers++;
    } else if (!m->owner && !m->readers) {
        join(&m->now[g], &m->unlocked);
        join(&m->now[g], &m->read_unlocked);
        happen(m, g, SL_EVENT_LOCK, LOCK, (SlEvent){0});
        m->owner = g;
    }
}

static void act(Machine *m) {
    int g = 1 + below(m, m->alive), c = below(m, CHANNELS), what = below(m, 12);
    if (what == 0) {
        spawn(m, g);
    } else if (what < 3) {
        if (m->channels[c].capacity)
            send(m, g, c);
        else
            meet(m, g, c);
    } else if (what < 5) {
        receive(m, g, c);
    } else if (what < 7) {
        lock(m, g);
    } else if (what == 7) {
        happen(m, g, SL_EVENT_GROUP_DONE, GROUP, (SlEvent){.count = -1});
        join(&m->group, &m->now[g]);
    } else if (what == 8) {
        join(&m->now[g], &m->group);
        happen(m, g, SL_EVENT_GROUP_PASS, GROUP, (SlEvent){0});
    } else if (what == 9) {
        SlAtomic kind = (SlAtomic)below(m, 3);
        if (kind != SL_ATOMIC_STORE)
            join(&m->now[g], &m->atomic);
        happen(m, g, SL_EVENT_ATOMIC, ATOMIC, (SlEvent){.count = (int32_t)kind});
        if (kind != SL_ATOMIC_LOAD)
            m->atomic = m->now[g];
    } else if (what == 10) {
        happen(m, g, SL_EVENT_SIGNAL, COND, (SlEvent){0});
        m->cond = m->now[g];
        int other = 1 + below(m, m->alive);
        if (other != g) {
            join(&m->now[other], &m->cond);
            happen(m, other, SL_EVENT_WAKE, COND, (SlEvent){.woken = true});
        }
    } else if (below(m, 20) == 0 && !m->channels[c].closed) {
        happen(m, g, SL_EVENT_CLOSE, (uint64_t)c + 1, (SlEvent){0});
        m->channels[c].close = m->now[g];
        m->channels[c].closed = true;
    } else {
        happen(m, g, SL_EVENT_OUTPUT, 0, (SlEvent){0});
    }
}

static Machine *machine_new(uint64_t seed) {
    Machine *m = calloc(1, sizeof *m);
    m->random = seed * 0x9e3779b97f4a7c15u + 1;
    m->alive = 1;
    for (int c = 0; c < CHANNELS; c++) {
        m->channels[c].capacity = c; // 0, 1, 2
        happen(m, 1, SL_EVENT_MAKE, (uint64_t)c + 1, (SlEvent){.count = c});
    }
    while (m->log.events.count < EVENTS)
        act(m);
    return m;
}

static void machine_free(Machine *m) {
    sl_log_free(&m->log);
    free(m);
}

static bool oracle(const Machine *m, uint32_t a, uint32_t b) {
    uint64_t g = m->log.events.at[a].goroutine;
    return a < b && m->clock[b].at[g] >= m->clock[a].at[g];
}

Test(order, agrees_with_whole_vector_clocks) {
    for (uint64_t seed = 1; seed <= 60; seed++) {
        Machine *m = machine_new(seed);
        SlOrder *order = sl_order_new(&m->log);
        uint32_t count = (uint32_t)m->log.events.count;
        uint8_t *standing = calloc(count, 1);
        for (uint32_t b = 0; b < count; b++) {
            sl_order_standing(order, b, standing);
            for (uint32_t a = 0; a < count; a++) {
                bool before = oracle(m, a, b), after = oracle(m, b, a);
                SlStanding expected = a == b ? SL_ITSELF : before ? SL_PAST : after ? SL_FUTURE : SL_CONCURRENT;
                cr_assert_eq(standing[a], expected, "seed %llu: event %u to %u stands as %d, not %d",
                             (unsigned long long)seed, a + 1, b + 1, standing[a], expected);
                if (a % 3 == 0)
                    cr_assert_eq(sl_order_before(order, a, b), before);
            }
        }
        free(standing);
        sl_order_free(order);
        machine_free(m);
    }
}

static bool follows(const Machine *m, uint32_t a, uint32_t b) { // in one goroutine's own order
    return a <= b && m->log.events.at[a].goroutine == m->log.events.at[b].goroutine;
}

Test(order, tells_a_chain_where_and_only_where_there_is_one) {
    int told = 0;
    for (uint64_t seed = 100; seed < 130; seed++) {
        Machine *m = machine_new(seed);
        SlOrder *order = sl_order_new(&m->log);
        uint32_t count = (uint32_t)m->log.events.count;
        for (uint32_t a = 0; a < count; a += 2)
            for (uint32_t b = a + 1; b < count; b += 3) {
                SlOrderLink *links;
                int length = sl_order_chain(order, a, b, &links);
                cr_assert_eq(length >= 0, oracle(m, a, b));
                uint32_t at = a;
                for (int i = 0; i < length; i++) {
                    cr_assert(follows(m, at, links[i].from));
                    cr_assert(oracle(m, links[i].from, links[i].to));
                    cr_assert_neq(m->log.events.at[links[i].from].goroutine, m->log.events.at[links[i].to].goroutine);
                    at = links[i].to;
                }
                if (length >= 0)
                    cr_assert(follows(m, at, b));
                told += length > 1;
                free(links);
            }
        sl_order_free(order);
        machine_free(m);
    }
    cr_assert_gt(told, 1000);
}

static void add(SlLog *log, SlEvent event) {
    event.number = (uint64_t)log->events.count + 1;
    sl_log_add(log, &event);
}

static const char *sentence(const SlLog *log, uint32_t a, uint32_t b) {
    static SlText text;
    text.length = 0;
    SlOrder *order = sl_order_new(log);
    sl_order_tell(order, a, b, &text);
    sl_order_free(order);
    return sl_text_cstr(&text);
}

Test(order, says_in_a_sentence_what_orders_two_events) {
    SlLog log = {0};
    sl_log_define(&log, &(SlDefinition){.id = 2, .goroutine = true, .name = "worker"});
    sl_log_define(&log, &(SlDefinition){.id = 3, .goroutine = true, .name = "worker"});
    sl_log_define(&log, &(SlDefinition){.id = 1, .capacity = 2, .name = "jobs", .type = "chan int"});
    add(&log, (SlEvent){.kind = SL_EVENT_MAKE, .goroutine = 1, .object = 1, .count = 2});
    add(&log, (SlEvent){.kind = SL_EVENT_SPAWN, .goroutine = 1, .object = 2, .ok = 1});
    add(&log, (SlEvent){.kind = SL_EVENT_SPAWN, .goroutine = 1, .object = 3, .ok = 1});
    add(&log, (SlEvent){.kind = SL_EVENT_SEND, .goroutine = 1, .object = 1, .message = 1, .ok = 1, .text = "7"});
    add(&log, (SlEvent){.kind = SL_EVENT_RECEIVE, .goroutine = 2, .object = 1, .message = 1, .ok = 1, .text = "7"});
    add(&log, (SlEvent){.kind = SL_EVENT_OUTPUT, .goroutine = 3, .text = "hello"});
    cr_assert_str_eq(sentence(&log, 3, 4), "Event 4 comes before event 5: main sends 7 on jobs (event 4), "
                                           "which worker G2 receives (event 5).");
    cr_assert_str_eq(sentence(&log, 4, 3), sentence(&log, 3, 4));
    cr_assert_str_eq(sentence(&log, 0, 3), "Event 1 comes before event 4: both are of main, in this order.");
    cr_assert_str_eq(sentence(&log, 4, 5),
                     "Events 5 and 6 are concurrent, either could have come first: no chain of synchronisation leads "
                     "from worker G2 receives 7 from jobs to worker G3 prints hello.");
    cr_assert_str_eq(sentence(&log, 0, 5),
                     "Event 1 comes before event 6: main starts worker G3 (event 3), which begins (event 6).");
    sl_log_free(&log);
}
