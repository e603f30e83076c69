// SPDX-License-Identifier: MIT
// The state that the standard library keeps for one machine, and how its output leaves.
#include <unistd.h>

#include "std/state.h"

void sl_std_new(SlMachine *machine) {
    SlStd *std = calloc(1, sizeof *std);
    assert(std);
    std->methods = calloc(machine->code->type_count + 1, sizeof *std->methods);
    assert(std->methods);
    pthread_mutex_init(&std->lock, NULL);
    const char *const *env = machine->options.env;
    for (; env && *env; env++) {
        if (std->env_count == std->env_capacity) {
            std->env_capacity = std->env_capacity ? std->env_capacity * 2 : 32;
            std->env = realloc(std->env, std->env_capacity * sizeof *std->env);
            assert(std->env);
        }
        std->env[std->env_count++] = strdup(*env);
    }
    machine->std = std;
}

void sl_std_free(SlMachine *machine) {
    SlStd *std = machine->std;
    if (!std)
        return;
    for (size_t i = 0; i < std->env_count; i++)
        free(std->env[i]);
    free(std->env);
    sl_text_free(&std->captured);
    for (size_t fd = 0; fd < std->fd_count; fd++)
        if (std->fds[fd])
            close((int)fd);
    free(std->fds);
    sl_arena_free(std->arena);
    free((void *)std->methods);
    pthread_mutex_destroy(&std->lock);
    free(std);
    machine->std = NULL;
}

void sl_std_mark(SlMarker *marker, SlMachine *machine) {
    (void)marker;
    (void)machine; // nothing here points into the heap
}

void sl_std_output(SlWorker *worker, int fd, const char *bytes, size_t count) {
    SlStd *std = worker->machine->std;
    if (fd == 1 && atomic_load_explicit(&std->capturing, memory_order_relaxed)) {
        pthread_mutex_lock(&std->lock);
        sl_text_add(&std->captured, bytes, count);
        pthread_mutex_unlock(&std->lock);
        return;
    }
    sl_output(worker->machine, worker, fd, bytes, count);
}
