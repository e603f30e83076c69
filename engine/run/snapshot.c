// SPDX-License-Identifier: MIT
// The machine's instant as a World. The machine stands still, so everything is read as it lies: goroutines from the
// all-lists, channels from the heap's spans, locks from the side table of sync words, uses from the trace.
//
// Beyond the budget, goroutines that are alike (same go statement, state and position) become one entry with a count,
// the largest crowds first; channels likewise by the place where they were made. Whoever is folded is called by the id
// of its entry everywhere else.
#include "base/map.h"
#include "run/flight.h"
#include "run/heap.h"
#include "run/leak.h"
#include "run/names.h"
#include "run/sched.h"
#include "run/trace.h"

enum { VALUE_BYTES = 14, CELLS = 8, QUEUE_SHOWN = 16, PLACES = 4096 };

typedef struct {
    uint64_t id, first; // first: id of the entry that tells it
} Fold;

typedef struct {
    SlMachine *machine;
    SlWorld *world;
    uint32_t budget;
    SL_VEC(SlGoroutine *) all;
    SL_VEC(SlChan *) chans;
    SL_VEC(SlWorldGoroutine) goroutines;
    SL_VEC(SlWorldObject) objects;
    SL_VEC(Fold) folds; // goroutines, by id
    SL_VEC(SlWorldUse) uses;
} Snapshot;

// ---- goroutines ----

static void add_goroutine(void *data, SlGoroutine *g) {
    Snapshot *shot = data;
    sl_vec_push(&shot->all, g);
}

static SlState state_of(const Snapshot *shot, const SlGoroutine *g) {
    uint32_t status = atomic_load_explicit(&g->status, memory_order_relaxed);
    if (g->panics && shot->machine->ending && shot->machine->end == SL_END_PANIC && !g->panics->goexit)
        return SL_STATE_PANICKED;
    if (status == SL_G_RUNNING)
        return shot->machine->ending && g == sched_of(shot->machine)->main ? SL_STATE_ENDED : SL_STATE_RUNNING;
    if (status == SL_G_READY)
        return SL_STATE_READY;
    switch ((SlWait)g->wait) {
    case SL_WAIT_CHAN_SEND:
        return SL_STATE_SENDING;
    case SL_WAIT_CHAN_RECEIVE:
        return SL_STATE_RECEIVING;
    case SL_WAIT_CHAN_SEND_NIL:
    case SL_WAIT_CHAN_RECEIVE_NIL:
    case SL_WAIT_SELECT_NONE:
        return SL_STATE_PARKED;
    case SL_WAIT_SELECT:
        return SL_STATE_SELECT;
    case SL_WAIT_SLEEP:
        return SL_STATE_SLEEPING;
    case SL_WAIT_MUTEX_LOCK:
    case SL_WAIT_RWMUTEX_LOCK:
    case SL_WAIT_RWMUTEX_RLOCK:
        return SL_STATE_LOCKING;
    case SL_WAIT_SEMACQUIRE:
    case SL_WAIT_WAITGROUP_WAIT:
    case SL_WAIT_COND_WAIT:
    case SL_WAIT_COROUTINE:
        return SL_STATE_WAITING;
    case SL_WAIT_INPUT:
        return SL_STATE_INPUT;
    default:
        return SL_STATE_UNKNOWN;
    }
}

static const char *text_of(Snapshot *shot, const SlRtype *type, const SlSlot *value) {
    SlText text = {0};
    static const SlSlot nothing;
    if (value || !type->slots)
        sl_value_text(shot->machine, type, value ? value : &nothing, VALUE_BYTES, &text);
    const char *kept = sl_arena_strndup(shot->world->arena, sl_text_cstr(&text), text.length);
    sl_text_free(&text);
    return kept;
}

static int place_of(const SlWaiter *waiter) {
    int place = 1;
    for (const SlWaiter *at = waiter->prev; at && place < PLACES; at = at->prev)
        place++;
    return place;
}

static SlWorldWait chan_wait(Snapshot *shot, const SlWaiter *waiter) {
    SlChan *chan = waiter->object;
    return (SlWorldWait){chan->id, waiter->is_send ? SL_WAITS_SEND : SL_WAITS_RECEIVE,
                         waiter->is_send ? text_of(shot, chan->type->elem, waiter->value) : NULL, place_of(waiter)};
}

static void set_waits(Snapshot *shot, const SlGoroutine *g, SlWorldGoroutine *to) {
    SlArena *arena = shot->world->arena;
    if (atomic_load_explicit(&g->status, memory_order_relaxed) != SL_G_WAITING)
        return;
    if (g->wait == SL_WAIT_SELECT) {
        to->waits = SL_NEW_N(arena, SlWorldWait, g->waiter_count ? g->waiter_count : 1);
        for (uint32_t i = 0; i < g->waiter_count; i++)
            if (g->waiters[i].object && g->waiters[i].queued)
                to->waits[to->wait_count++] = chan_wait(shot, &g->waiters[i]);
        return;
    }
    SlWorldWait *wait = SL_NEW(arena, SlWorldWait);
    switch ((SlWait)g->wait) {
    case SL_WAIT_CHAN_SEND:
    case SL_WAIT_CHAN_RECEIVE:
        *wait = chan_wait(shot, &g->waiter);
        break;
    case SL_WAIT_CHAN_SEND_NIL:
    case SL_WAIT_CHAN_RECEIVE_NIL:
        wait->kind = g->wait == SL_WAIT_CHAN_SEND_NIL ? SL_WAITS_SEND : SL_WAITS_RECEIVE;
        break;
    case SL_WAIT_SLEEP:
        wait->kind = SL_WAITS_TIME;
        break;
    case SL_WAIT_INPUT:
        wait->kind = SL_WAITS_INPUT;
        break;
    case SL_WAIT_MUTEX_LOCK:
    case SL_WAIT_RWMUTEX_LOCK:
    case SL_WAIT_RWMUTEX_RLOCK:
    case SL_WAIT_SEMACQUIRE:
    case SL_WAIT_WAITGROUP_WAIT:
    case SL_WAIT_COND_WAIT: {
        SlSyncObject *object = sl_sync_object(shot->machine, g->waiter.object);
        *wait = (SlWorldWait){object ? object->id : 0, g->waiter.kind, NULL, place_of(&g->waiter)};
        break;
    }
    default:
        return;
    }
    to->waits = wait;
    to->wait_count = 1;
}

static void set_cases(Snapshot *shot, const SlGoroutine *g, SlWorldGoroutine *to) {
    SlSched *sched = shot->machine->sched;
    if (!sched->controlled || !sched->selecting || g != sched->resume)
        return;
    to->cases = SL_NEW_N(shot->world->arena, SlWorldCase, sched->offers.count + 1);
    for (int i = 0; i < sched->offers.count; i++) {
        const SlOffer *offer = &sched->offers.at[i];
        to->cases[to->case_count++] =
            (SlWorldCase){offer->object, offer->is_send ? SL_WAITS_SEND : SL_WAITS_RECEIVE, offer->number};
    }
}

// Only what likeness needs: with a million goroutines, everything else is for those that are told.
static SlWorldGoroutine sketch_goroutine(Snapshot *shot, SlGoroutine *g) {
    SlMachine *machine = shot->machine;
    SlSched *sched = machine->sched;
    SlWorldGoroutine to = {
        .id = g->id, .parent = g->parent, .go_pos = g->go_pos, .count = 1, .since = (int64_t)g->since};
    to.pos = g->fp ? sl_vm_position(machine, g, true, NULL) : 0;
    to.state = (uint8_t)state_of(shot, g);
    to.frozen = g->frozen;
    bool others = sched->controlled && sched->selecting; // who stands at a select has the move already
    to.can_move = sched->controlled && to.state == SL_STATE_READY && !g->frozen && (!others || g == sched->resume);
    to.stuck = g->stuck || (machine->ending && machine->end == SL_END_DEADLOCK && to.state != SL_STATE_READY);
    return to;
}

static void tell_goroutine(Snapshot *shot, SlGoroutine *g, SlWorldGoroutine *to) {
    SlMachine *machine = shot->machine;
    bool main = g == sched_of(machine)->main;
    const char *name = main ? "main.main" : g->entry->name;
    to->function = sl_arena_strndup(shot->world->arena, name, strlen(name));
    to->name = sl_name_short(shot->world->arena, to->function);
    to->function_pos = main && machine->code->main ? machine->code->main->pos : g->entry->pos;
    set_waits(shot, g, to);
    set_cases(shot, g, to);
}

// main is like nobody.
static bool alike(const SlWorldGoroutine *a, const SlWorldGoroutine *b) {
    return a == b || (a->go_pos == b->go_pos && a->state == b->state && a->stuck == b->stuck && a->pos == b->pos &&
                      a->parent != 0 && b->parent != 0);
}

static int by_world_id(const void *a, const void *b) {
    const SlWorldGoroutine *x = a, *y = b;
    return x->id < y->id ? -1 : x->id > y->id;
}

static int by_fold_id(const void *a, const void *b) {
    const Fold *x = a, *y = b;
    return x->id < y->id ? -1 : x->id > y->id;
}

typedef struct {
    int first, count, number;
    uint64_t first_id;
    bool folded;
} Crowd;

typedef SL_VEC(Crowd) Crowds;

static int by_size(const void *a, const void *b) {
    const Crowd *x = a, *y = b;
    return x->count != y->count ? (x->count > y->count ? -1 : 1) : (x->first < y->first ? -1 : x->first > y->first);
}

static uint32_t likeness(const SlWorldGoroutine *g) {
    uint64_t key = ((uint64_t)g->go_pos << 32 | g->pos) * 0x9e3779b97f4a7c15u + g->state;
    return (uint32_t)(key * 0xff51afd7ed558ccdu >> 32);
}

// Who is like whom: crowds in the order of their first, and the crowd of each goroutine. An open table, linear in all.
static void find_crowds(const SlWorldGoroutine *list, int count, Crowds *crowds, int *crowd_of) {
    int size = 64;
    int *table = malloc((size_t)size * sizeof *table);
    if (!table)
        abort();
    memset(table, -1, (size_t)size * sizeof *table);
    for (int i = 0; i < count; i++) {
        if (2 * crowds->count >= size) { // a larger table, filled anew
            size *= 4;
            free(table);
            table = malloc((size_t)size * sizeof *table);
            if (!table)
                abort();
            memset(table, -1, (size_t)size * sizeof *table);
            for (int c = 0; c < crowds->count; c++) {
                uint32_t at = likeness(&list[crowds->at[c].first]) & (uint32_t)(size - 1);
                while (table[at] >= 0)
                    at = (at + 1) & (uint32_t)(size - 1);
                table[at] = c;
            }
        }
        uint32_t at = likeness(&list[i]) & (uint32_t)(size - 1);
        while (table[at] >= 0 && !alike(&list[crowds->at[table[at]].first], &list[i]))
            at = (at + 1) & (uint32_t)(size - 1);
        if (table[at] < 0) {
            int number = crowds->count;
            table[at] = number;
            sl_vec_push(crowds, (Crowd){i, 0, number, list[i].id, false});
        }
        crowd_of[i] = table[at];
        crowds->at[table[at]].count++;
    }
    free(table);
}

// Folds the largest crowds until the list is within the budget. It is sorted by id before and after.
static void fold_goroutines(Snapshot *shot) {
    int count = shot->goroutines.count, left = count, kept = 0;
    SlWorldGoroutine *list = shot->goroutines.at;
    if ((uint32_t)count <= shot->budget)
        return;
    Crowds crowds = {0};
    int *crowd_of = malloc((size_t)count * sizeof *crowd_of);
    if (!crowd_of)
        abort();
    find_crowds(list, count, &crowds, crowd_of);
    Crowd *sorted = malloc((size_t)crowds.count * sizeof *sorted);
    if (!sorted)
        abort();
    memcpy(sorted, crowds.at, (size_t)crowds.count * sizeof *sorted);
    qsort(sorted, (size_t)crowds.count, sizeof *sorted, by_size);
    for (int i = 0; i < crowds.count && (uint32_t)left > shot->budget && sorted[i].count > 1; i++) {
        crowds.at[sorted[i].number].folded = true;
        left -= sorted[i].count - 1;
    }
    for (int i = 0; i < count; i++) {
        const Crowd *crowd = &crowds.at[crowd_of[i]];
        if (crowd->folded)
            sl_vec_push(&shot->folds, (Fold){list[i].id, crowd->first_id});
        if (!crowd->folded || i == crowd->first) {
            list[kept] = list[i];
            list[kept++].count = crowd->folded ? (uint32_t)crowd->count : 1;
        }
    }
    shot->goroutines.count = kept;
    free(sorted);
    free(crowd_of);
    sl_vec_free(&crowds);
}

static uint64_t told_by(const Snapshot *shot, uint64_t id) {
    Fold key = {id, 0};
    const Fold *fold =
        shot->folds.count ? bsearch(&key, shot->folds.at, (size_t)shot->folds.count, sizeof key, by_fold_id) : NULL;
    return fold ? fold->first : id;
}

static int by_goroutine_id(const void *a, const void *b) {
    const SlGoroutine *x = *(SlGoroutine *const *)a, *y = *(SlGoroutine *const *)b;
    return x->id < y->id ? -1 : x->id > y->id;
}

// By id. The lists hold the last one made first, so that turning them round is most of the work.
static void sort_goroutines(Snapshot *shot) {
    SlGoroutine **all = shot->all.at;
    int count = shot->all.count;
    for (int i = 0; i < count / 2; i++) {
        SlGoroutine *g = all[i];
        all[i] = all[count - 1 - i];
        all[count - 1 - i] = g;
    }
    bool sorted = true;
    for (int i = 1; i < count && sorted; i++)
        sorted = all[i - 1]->id < all[i]->id;
    if (!sorted)
        qsort(all, (size_t)count, sizeof *all, by_goroutine_id);
}

static void shoot_goroutines(Snapshot *shot) {
    sl_go_each(shot->machine, add_goroutine, shot);
    sort_goroutines(shot);
    for (int i = 0; i < shot->all.count; i++)
        sl_vec_push(&shot->goroutines, sketch_goroutine(shot, shot->all.at[i]));
    fold_goroutines(shot);
    for (int i = 0, k = 0; i < shot->goroutines.count; i++) {
        while (shot->all.at[k]->id != shot->goroutines.at[i].id)
            k++;
        tell_goroutine(shot, shot->all.at[k], &shot->goroutines.at[i]);
    }
}

// ---- channels ----

// Objects of the class in one span. What a cache has not given out yet has no header.
static void find_chans(Snapshot *shot, const SlSpan *span) {
    uint64_t class_ = (uint64_t)(uintptr_t)&sl_class_chan | 1;
    if (!span->headers || !span->bytes)
        return;
    if (span->number >= SL_RUN_CLASSES) {
        if (span->header == class_ && span->bits[0].alloc & 1)
            sl_vec_push(&shot->chans, (SlChan *)(void *)span->start);
        return;
    }
    for (uint32_t i = 0; i < span->count; i++) {
        const uint64_t *header = (const uint64_t *)(const void *)(span->start + (size_t)i * span->step);
        if (span->bits[i >> 6].alloc >> (i & 63) & 1 && *header == class_)
            sl_vec_push(&shot->chans, (SlChan *)(void *)(header + 1));
    }
}

static int by_chan_id(const void *a, const void *b) {
    const SlChan *x = *(SlChan *const *)a, *y = *(SlChan *const *)b;
    return x->id < y->id ? -1 : x->id > y->id;
}

static void set_queue(Snapshot *shot, const SlChan *chan, const SlWaiter *first, bool send, SlWorldQueued **to,
                      int *shown, uint64_t *all) {
    uint64_t count = 0;
    for (const SlWaiter *waiter = first; waiter; waiter = waiter->next)
        count++;
    *all = count;
    int show = count < QUEUE_SHOWN ? (int)count : QUEUE_SHOWN;
    *to = show ? SL_NEW_N(shot->world->arena, SlWorldQueued, show) : NULL;
    const SlWaiter *waiter = first;
    for (int i = 0; i < show; i++, waiter = waiter->next)
        (*to)[i] =
            (SlWorldQueued){told_by(shot, waiter->g->id),
                            send && chan ? text_of(shot, chan->type->elem, waiter->value) : NULL, waiter->is_select};
    *shown = show;
}

static SlWorldObject tell_chan(Snapshot *shot, SlChan *chan) {
    SlArena *arena = shot->world->arena;
    SlWorldObject to = {.id = chan->id,
                        .kind = SL_OBJECT_CHANNEL,
                        .make_pos = chan->make_pos,
                        .count = 1,
                        .capacity = chan->is_timer ? 0 : chan->capacity,
                        .length = chan->is_timer ? 0 : chan->count,
                        .closed = chan->closed,
                        .sent = chan->sent,
                        .received = chan->received};
    to.type = sl_arena_strndup(arena, chan->type->text, strlen(chan->type->text));
    const SlFiles *files = shot->machine->code->files;
    if (chan->is_timer)
        to.kind = SL_OBJECT_TIMER;
    to.name = chan->is_timer ? sl_name_timer(arena, files, chan->make_pos)
                             : sl_name_chan(arena, files, chan->make_pos, to.type);
    int shown = to.length <= CELLS ? (int)to.length : CELLS + 1;
    to.values = shown ? SL_NEW_N(arena, const char *, shown) : NULL;
    for (int i = 0; i < shown; i++) {
        uint64_t place = i < CELLS ? (uint64_t)i : chan->count - 1;
        uint64_t at = (chan->head + place) % chan->capacity;
        to.values[i] = text_of(shot, chan->type->elem, chan->buffer + at * chan->elem_slots);
    }
    to.value_count = shown;
    set_queue(shot, chan, chan->send_first, true, &to.senders, &to.sender_count, &to.senders_all);
    set_queue(shot, chan, chan->recv_first, false, &to.receivers, &to.receiver_count, &to.receivers_all);
    return to;
}

static bool is_used(const SlChan *chan) {
    return chan->send_first || chan->recv_first || chan->count;
}

// Beyond the budget, idle channels made at one place become one entry.
static void shoot_chans(Snapshot *shot) {
    SlHeap *heap = shot->machine->heap;
    for (size_t i = 0; i < heap->span_count; i++)
        find_chans(shot, heap->spans[i]);
    if (shot->chans.count)
        qsort(shot->chans.at, (size_t)shot->chans.count, sizeof *shot->chans.at, by_chan_id);
    uint32_t budget = shot->budget, told = 0;
    bool fold = (uint32_t)shot->chans.count > budget;
    SlMap groups = {0};
    for (int i = 0; i < shot->chans.count; i++) {
        SlChan *chan = shot->chans.at[i];
        if (chan->is_timer && !chan->recv_first)
            continue;
        if (!fold || (is_used(chan) && told < budget)) {
            told++;
            sl_vec_push(&shot->objects, tell_chan(shot, chan));
            continue;
        }
        uintptr_t group = (uintptr_t)sl_map_get_ptr(&groups, (void *)((uintptr_t)chan->make_pos + 1));
        if (group) {
            shot->objects.at[group - 1].count++;
            continue;
        }
        sl_vec_push(&shot->objects, tell_chan(shot, chan));
        sl_map_set_ptr(&groups, (void *)((uintptr_t)chan->make_pos + 1), (void *)(uintptr_t)shot->objects.count);
    }
    sl_map_free(&groups);
}

// ---- locks ----

static void add_hold(Snapshot *shot, uint64_t goroutine, uint64_t object) {
    SlWorldGoroutine key = {.id = told_by(shot, goroutine)};
    SlWorldGoroutine *g = shot->goroutines.count ? bsearch(&key, shot->goroutines.at, (size_t)shot->goroutines.count,
                                                           sizeof key, by_world_id)
                                                 : NULL;
    if (!g)
        return;
    uint64_t *holds = SL_NEW_N(shot->world->arena, uint64_t, g->hold_count + 1);
    if (g->hold_count)
        memcpy(holds, g->holds, (size_t)g->hold_count * sizeof *holds);
    holds[g->hold_count++] = object;
    g->holds = holds;
}

static void tell_lock(Snapshot *shot, const SlSyncObject *object) {
    SlArena *arena = shot->world->arena;
    uint64_t word = atomic_load((_Atomic uint64_t *)object->address);
    SlWorldObject to = {.id = object->id, .kind = object->kind, .make_pos = object->pos, .count = 1};
    to.type = sl_object_types[object->kind];
    to.name = sl_name_lock(arena, shot->machine->code->files, object->pos, to.type);
    if (object->kind == SL_OBJECT_MUTEX && word & 1)
        to.owner = word >> 2;
    if (object->kind == SL_OBJECT_RWMUTEX) {
        to.owner = word & 1 ? word >> 33 : 0;
        to.counter = word >> 3 & 0x3fffffff;
    }
    if (object->kind == SL_OBJECT_GROUP)
        to.counter = (int32_t)(word >> 32);
    if (object->kind == SL_OBJECT_SEMAPHORE)
        to.counter = (int64_t)word;
    set_queue(shot, NULL, object->first, false, &to.senders, &to.sender_count, &to.senders_all);
    if (to.owner) {
        add_hold(shot, to.owner, to.id);
        to.owner = told_by(shot, to.owner);
    }
    sl_vec_push(&shot->objects, to);
}

static int by_object_id(const void *a, const void *b) {
    const SlWorldObject *x = a, *y = b;
    return x->id < y->id ? -1 : x->id > y->id;
}

typedef struct {
    Snapshot *shot;
    uint32_t told;
} Locks;

static void shoot_lock(void *data, SlSyncObject *object) {
    Locks *locks = data;
    if (object->kind == SL_OBJECT_ATOMIC)
        return;
    if (object->first || (!object->internal && locks->told++ < locks->shot->budget))
        tell_lock(locks->shot, object);
}

static void shoot_locks(Snapshot *shot) {
    Locks locks = {shot, 0};
    sl_sync_each(shot->machine, shoot_lock, &locks);
}

// ---- all ----

static int by_pair(const void *a, const void *b) {
    const SlWorldUse *x = a, *y = b;
    if (x->goroutine != y->goroutine)
        return x->goroutine < y->goroutine ? -1 : 1;
    return x->object < y->object ? -1 : x->object > y->object;
}

static bool is_told(const Snapshot *shot, uint64_t goroutine) {
    SlWorldGoroutine key = {.id = goroutine};
    return shot->goroutines.count &&
           bsearch(&key, shot->goroutines.at, (size_t)shot->goroutines.count, sizeof key, by_world_id);
}

static void shoot_table(Snapshot *shot, const SlUses *uses) {
    for (uint64_t i = 0; i < uses->capacity; i++) {
        SlWorldUse use = uses->at[i];
        use.goroutine = use.goroutine ? told_by(shot, use.goroutine) : 0;
        if (use.goroutine && is_told(shot, use.goroutine))
            sl_vec_push(&shot->uses, use);
    }
}

static void shoot_uses(Snapshot *shot) {
    const SlMachine *machine = shot->machine;
    const SlTrace *trace = machine->trace;
    shoot_table(shot, &trace->uses);
    if (trace->outside)
        shoot_table(shot, &trace->outside->uses);
    for (int i = 0; i < machine->worker_count; i++)
        if (machine->workers[i]->flight)
            shoot_table(shot, &machine->workers[i]->flight->uses);
    if (!shot->uses.count)
        return;
    qsort(shot->uses.at, (size_t)shot->uses.count, sizeof *shot->uses.at, by_pair);
    int kept = 0;
    for (int i = 1; i < shot->uses.count; i++) { // those of folded ones add up
        SlWorldUse *last = &shot->uses.at[kept], *use = &shot->uses.at[i];
        if (by_pair(last, use) == 0) {
            last->sends += use->sends;
            last->receives += use->receives;
            last->closes |= use->closes;
        } else {
            shot->uses.at[++kept] = *use;
        }
    }
    shot->uses.count = kept + 1;
}

// A small heap is walked for every World, a large one once a second.
static void look_for_leaks(SlMachine *machine) {
    enum { SMALL_HEAP = 8 << 20, SECOND = 1000000000 };
    SlSched *sched = machine->sched;
    int64_t now = sl_clock();
    if (machine->options.leaks && machine->ending && machine->returned) { // who waits for what main could have given
        sl_leak_find(machine, true);
        return;
    }
    if (!machine->options.leaks || sl_leak_wanted(machine) || machine->ending ||
        (sl_heap_bytes(machine) > SMALL_HEAP && now - sched->leaks_looked < SECOND))
        return;
    sched->leaks_looked = now;
    sl_leak_find(machine, false);
}

// "2 goroutines can never continue: ask G3, ask G4."
static const char *tell_stuck(const Snapshot *shot) {
    enum { NAMED = 4 };
    SlText names = {0};
    uint32_t count = 0, entries = 0, named = 0;
    for (int i = 0; i < shot->goroutines.count; i++) {
        const SlWorldGoroutine *g = &shot->goroutines.at[i];
        if (!g->stuck)
            continue;
        count += g->count;
        if (entries++ >= NAMED)
            continue;
        named += g->count;
        sl_text_printf(&names, entries > 1 ? ", %s" : "%s", g->name);
        if (g->count > 1)
            sl_text_printf(&names, " \u00d7 %u", g->count);
        else if (g->parent)
            sl_text_printf(&names, " G%llu", (unsigned long long)g->id);
    }
    if (named < count)
        sl_text_printf(&names, " and %u more", count - named);
    const char *text = NULL;
    if (count)
        text = sl_arena_printf(shot->world->arena, "%u goroutine%s can never continue: %s.", count,
                               count > 1 ? "s" : "", sl_text_cstr(&names));
    sl_text_free(&names);
    return text;
}

SlWorld *sl_machine_world(SlMachine *machine, uint32_t budget) {
    sl_world_hold(machine);
    look_for_leaks(machine);
    SlWorld *world = sl_world_new();
    Snapshot shot = {.machine = machine, .world = world, .budget = budget ? budget : 1};
    shoot_goroutines(&shot);
    shoot_chans(&shot);
    shoot_locks(&shot);
    shoot_uses(&shot);
    if (shot.objects.count)
        qsort(shot.objects.at, (size_t)shot.objects.count, sizeof *shot.objects.at, by_object_id);
    world->event = sl_machine_events(machine);
    world->time = sl_machine_now(machine);
    world->controlled = sched_of(machine)->controlled;
    world->ended = machine->ending;
    world->deadlock = machine->ending && machine->end == SL_END_DEADLOCK;
    if (machine->ending && machine->end_text)
        world->message = sl_arena_strndup(world->arena, machine->end_text, strlen(machine->end_text));
    if (!machine->ending)
        world->message = tell_stuck(&shot);
    world->goroutines_alive = (uint64_t)shot.all.count;
    world->goroutines_made = sl_go_made(machine);
    world->goroutine_count = shot.goroutines.count;
    world->object_count = shot.objects.count;
    world->use_count = shot.uses.count;
    world->goroutines = sl_vec_take(&shot.goroutines, world->arena);
    world->objects = sl_vec_take(&shot.objects, world->arena);
    world->uses = sl_vec_take(&shot.uses, world->arena);
    sl_vec_free(&shot.all);
    sl_vec_free(&shot.chans);
    sl_vec_free(&shot.folds);
    sl_world_release(machine);
    return world;
}
