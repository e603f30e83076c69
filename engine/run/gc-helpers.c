// SPDX-License-Identifier: MIT
// Threads that help with marking while the world is stopped, one for each further worker. Controlled machines have
// none: they are one thread.
//
// Each marker works on a stack of its own. One with much to do gives half of it to a common pool as soon as somebody
// is idle; who has nothing left takes from the pool. Marking is over when all are idle and the pool is empty.
#include <stdlib.h>

#include "run/gc.h"

enum { HELPERS_MAX = 7, BATCH = 256 };
static const uint64_t worth_it = 4 << 20; // bytes alive after the last collection from which on helpers are woken

struct SlHelpers {
    pthread_mutex_t lock;
    pthread_cond_t wake, idle_changed;
    pthread_t threads[HELPERS_MAX];
    int count;
    bool ending;
    uint64_t round; // collections that helpers took part in
    SlMarker model; // what the markers of this round begin with
    int working;    // markers of this round that have or may get work of their own
    int inside;     // helpers that have not left the round
    bool over;
    _Atomic int hungry; // markers that wait for the pool
    SlWork *pool;
    size_t pool_count, pool_capacity;
};

static void pool_add(SlHelpers *helpers, const SlWork *work, size_t count) {
    if (helpers->pool_count + count > helpers->pool_capacity) {
        helpers->pool_capacity = 2 * (helpers->pool_count + count);
        helpers->pool = realloc(helpers->pool, helpers->pool_capacity * sizeof *work);
        assert(helpers->pool);
    }
    memcpy(helpers->pool + helpers->pool_count, work, count * sizeof *work);
    helpers->pool_count += count;
}

void sl_mark_share(SlMarker *marker) {
    SlHelpers *helpers = marker->helpers;
    if (atomic_load_explicit(&helpers->hungry, memory_order_relaxed) == 0)
        return;
    size_t half = marker->depth / 2; // the older half leads to more
    pthread_mutex_lock(&helpers->lock);
    pool_add(helpers, marker->stack, half);
    pthread_cond_broadcast(&helpers->idle_changed);
    pthread_mutex_unlock(&helpers->lock);
    marker->depth -= half;
    memmove(marker->stack, marker->stack + half, marker->depth * sizeof *marker->stack);
}

// Takes a batch from the pool, waiting for one. False: marking is over.
static bool pool_take(SlHelpers *helpers, SlMarker *marker) {
    pthread_mutex_lock(&helpers->lock);
    helpers->working--;
    atomic_fetch_add_explicit(&helpers->hungry, 1, memory_order_relaxed);
    while (helpers->pool_count == 0 && !helpers->over) {
        if (helpers->working == 0) {
            helpers->over = true;
            pthread_cond_broadcast(&helpers->idle_changed);
            break;
        }
        pthread_cond_wait(&helpers->idle_changed, &helpers->lock);
    }
    atomic_fetch_sub_explicit(&helpers->hungry, 1, memory_order_relaxed);
    bool more = !helpers->over;
    if (more) {
        helpers->working++;
        size_t count = helpers->pool_count < BATCH ? helpers->pool_count : BATCH;
        helpers->pool_count -= count;
        if (marker->capacity < BATCH) {
            marker->stack = realloc(marker->stack, BATCH * sizeof *marker->stack);
            assert(marker->stack);
            marker->capacity = BATCH;
        }
        memcpy(marker->stack, helpers->pool + helpers->pool_count, count * sizeof *marker->stack);
        marker->depth = count;
    }
    pthread_mutex_unlock(&helpers->lock);
    return more;
}

static void *help(void *data) {
    SlHelpers *helpers = data;
    uint64_t seen = 0;
    pthread_mutex_lock(&helpers->lock);
    for (;;) {
        while (!helpers->ending && helpers->round == seen)
            pthread_cond_wait(&helpers->wake, &helpers->lock);
        if (helpers->ending)
            break;
        seen = helpers->round;
        SlMarker marker = helpers->model;
        pthread_mutex_unlock(&helpers->lock);
        while (pool_take(helpers, &marker))
            sl_mark_drain(&marker);
        free(marker.stack);
        pthread_mutex_lock(&helpers->lock);
        if (--helpers->inside == 0)
            pthread_cond_broadcast(&helpers->idle_changed);
    }
    pthread_mutex_unlock(&helpers->lock);
    return NULL;
}

static SlHelpers *helpers_new(int wanted) {
    SlHelpers *helpers = calloc(1, sizeof *helpers);
    if (!helpers)
        return NULL;
    pthread_mutex_init(&helpers->lock, NULL);
    pthread_cond_init(&helpers->wake, NULL);
    pthread_cond_init(&helpers->idle_changed, NULL);
    while (helpers->count < wanted && helpers->count < HELPERS_MAX &&
           pthread_create(&helpers->threads[helpers->count], NULL, help, helpers) == 0)
        helpers->count++;
    return helpers;
}

void sl_helpers_begin(SlHeap *heap, SlMarker *marker) {
    const SlMachine *machine = heap->machine;
    if (machine->options.controlled || machine->worker_count < 2 || heap->live < worth_it)
        return;
    if (!heap->helpers)
        heap->helpers = helpers_new(machine->worker_count - 1);
    SlHelpers *helpers = heap->helpers;
    if (!helpers || helpers->count == 0)
        return;
    marker->parallel = true;
    marker->helpers = helpers;
    pthread_mutex_lock(&helpers->lock);
    helpers->model = *marker;
    helpers->over = false;
    helpers->working = helpers->count + 1;
    helpers->inside = helpers->count;
    helpers->round++;
    pthread_cond_broadcast(&helpers->wake);
    pthread_mutex_unlock(&helpers->lock);
}

void sl_helpers_end(SlHeap *heap, SlMarker *marker) {
    SlHelpers *helpers = heap->helpers;
    if (!marker->parallel)
        return;
    while (pool_take(helpers, marker))
        sl_mark_drain(marker);
    pthread_mutex_lock(&helpers->lock);
    while (helpers->inside > 0)
        pthread_cond_wait(&helpers->idle_changed, &helpers->lock);
    pthread_mutex_unlock(&helpers->lock);
}

void sl_gc_helpers_free(SlHeap *heap) {
    SlHelpers *helpers = heap->helpers;
    if (!helpers)
        return;
    pthread_mutex_lock(&helpers->lock);
    helpers->ending = true;
    pthread_cond_broadcast(&helpers->wake);
    pthread_mutex_unlock(&helpers->lock);
    for (int i = 0; i < helpers->count; i++)
        pthread_join(helpers->threads[i], NULL);
    pthread_cond_destroy(&helpers->wake);
    pthread_cond_destroy(&helpers->idle_changed);
    pthread_mutex_destroy(&helpers->lock);
    free(helpers->pool);
    free(helpers);
    heap->helpers = NULL;
}
