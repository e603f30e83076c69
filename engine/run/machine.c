// SPDX-License-Identifier: MIT
// The machine's life: made, run, paused, ended. Nothing outside its struct knows of it.
#include <errno.h>
#include <time.h>
#include <unistd.h>

#include "run/bubble.h"
#include "run/flight.h"
#include "run/leak.h"
#include "run/sched.h"
#include "run/step.h"
#include "run/values.h"
#include "run/vm.h"

static bool resolve_natives(SlMachine *machine) {
    const SlCode *code = machine->code;
    SlNativeFn *fns = calloc(code->native_count + 1, sizeof *fns);
    if (!fns)
        return false;
    for (uint32_t i = 0; i < code->native_count; i++) {
        const SlNative *native = sl_native_find(code->natives[i]);
        assert(native); // the generator has asked for it
        fns[i] = native->fn;
    }
    machine->natives = fns;
    return true;
}

static uint64_t system_seed(void) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return sl_key_mix((uint64_t)now.tv_nsec ^ (uint64_t)getpid() << 32, (uint64_t)now.tv_sec);
}

static bool worker_new(SlMachine *machine, int index) {
    SlWorker *worker = calloc(1, sizeof *worker);
    SlSchedWorker *own = calloc(1, sizeof *own);
    machine->workers[index] = worker;
    if (!worker || !own) {
        free(own);
        return false;
    }
    worker->machine = machine;
    worker->index = index;
    worker->sched = own;
    worker->multi = false;
    own->parallel = !machine->options.controlled;
    worker->budget = machine->options.controlled ? SL_GRANULE : SL_BUDGET;
    sl_random_seed(worker->random, machine->options.seed + (uint64_t)index);
    pthread_condattr_t attr;
    pthread_condattr_init(&attr);
    pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
    pthread_cond_init(&own->wake, &attr);
    pthread_condattr_destroy(&attr);
    worker->heap = sl_heap_cache_new(worker);
    return worker->heap != NULL;
}

static SlSched *sched_new(SlMachine *machine) {
    SlSched *sched = calloc(1, sizeof *sched);
    if (!sched)
        return NULL;
    pthread_mutex_init(&sched->lock, NULL);
    pthread_condattr_t attr;
    pthread_condattr_init(&attr);
    pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
    pthread_cond_init(&sched->changed, &attr);
    pthread_cond_init(&sched->open, &attr);
    pthread_condattr_destroy(&attr);
    atomic_store(&sched->timers.next, INT64_MAX);
    sched->controlled = machine->options.controlled;
    sched->real_start = sl_clock();
    // A controlled run begins at one instant of the calendar always: the Go playground's.
    struct timespec wall;
    clock_gettime(CLOCK_REALTIME, &wall);
    sched->wall_start = sched->controlled ? 1257894000000000000 : (int64_t)wall.tv_sec * 1000000000 + wall.tv_nsec;
    sl_random_seed(sched->random, machine->options.seed);
    sched->deadline = INT64_MAX;
    sched->fresh = true;
    sched->max_workers = machine->worker_count;
    return sched;
}

static void set_defaults(SlMachineOptions *options) {
    if (!options->seed)
        options->seed = system_seed();
    if (options->workers <= 0) {
        long count = sysconf(_SC_NPROCESSORS_ONLN);
        options->workers = count < 1 ? 1 : count > 256 ? 256 : (int)count;
    }
    if (!options->memory_limit)
        options->memory_limit = (uint64_t)4 << 30;
    if (!options->goroutine_limit)
        options->goroutine_limit = 20000000;
    if (!options->stack_limit)
        options->stack_limit = (uint64_t)256 << 20;
}

static void start_main(SlMachine *machine) {
    SlSched *sched = machine->sched;
    SlWorker *worker = machine->workers[0];
    SlGoroutine *g = sl_go_make(worker, NULL, machine->code->start->value, NULL, 0);
    sched->main = g;
    if (sched->controlled) {
        sched->granule_end = SL_GRANULE + 1;
        worker->budget = 0;
        sl_controlled_budget(worker);
    }
    if (machine->options.settle) // main.main gets a chunk of its own, so that its return comes by sl_frame_return
        g->stack_end = g->chunk->end = g->fp + g->entry->slots;
    if (sl_watched(machine))
        sl_event_define(machine, g, true);
    sl_sched_ready(worker, g, false);
}

SlMachine *sl_machine_new(const SlCode *code, const SlMachineOptions *options) {
    SlMachine *machine = calloc(1, sizeof *machine);
    if (!machine)
        return NULL;
    machine->code = code;
    machine->options = *options;
    set_defaults(&machine->options);
    machine->worker_count = machine->options.workers;
    machine->watch = options->watch || options->controlled;
    machine->workers = calloc((size_t)machine->worker_count, sizeof *machine->workers);
    machine->globals = calloc(1, code->globals && code->globals->size ? code->globals->size : 8);
    machine->call_sites = sl_call_sites_new(code->call_sites);
    machine->live = calloc((size_t)code->func_count + 1, sizeof *machine->live);
    machine->sched = sched_new(machine);
    bool ok = machine->workers && machine->globals && machine->call_sites && machine->live && machine->sched &&
              resolve_natives(machine) && sl_heap_new(machine);
    for (int i = 0; ok && i < machine->worker_count; i++)
        ok = worker_new(machine, i);
    if (!ok) {
        errno = ENOMEM;
        return NULL; // a machine that was never whole is left to the process, which is out of memory
    }
    if (machine->options.leaks)
        ((SlHeap *)machine->heap)->leaks = &sl_leak_hooks;
    sl_trace_new(machine);
    if (machine->options.flight && !machine->options.controlled)
        sl_flight_begin(machine);
    sl_input_new(machine);
    sl_std_new(machine);
    for (int i = 0; i < code->files->files.count; i++) // now: the working folder may change
        if (!code->files->files.at[i]->library)
            sl_vm_file_path(machine, code->files->files.at[i]);
    start_main(machine);
    return machine;
}

static void join_workers(SlMachine *machine) {
    for (int i = 0; i < machine->worker_count; i++) {
        SlSchedWorker *own = machine->workers[i]->sched;
        if (own->thread)
            pthread_join(own->thread, NULL);
        own->thread = 0;
    }
}

void sl_machine_free(SlMachine *machine) {
    if (!machine)
        return;
    SlSched *sched = machine->sched;
    if (!machine->ending)
        sl_machine_finish(machine, 137, SL_END_KILLED, NULL);
    sl_sched_wake_all(machine);
    join_workers(machine);
    sl_input_free(machine);
    sl_std_free(machine);
    for (int i = 0; i < machine->worker_count; i++) {
        SlWorker *worker = machine->workers[i];
        sl_vm_free_worker(worker);
        sl_heap_cache_free(worker);
    }
    sl_heap_free(machine);
    sl_vm_free_machine(machine);
    sl_go_free_all(machine);
    sl_trace_free(machine);
    sl_step_free(machine);
    sl_sync_free(machine);
    for (int i = 0; i < machine->worker_count; i++) {
        free(machine->workers[i]->sched);
        free(machine->workers[i]);
    }
    free(sched->timers.heap);
    sl_bubbles_free(sched);
    sl_vec_free(&sched->held);
    sl_vec_free(&sched->ready);
    sl_vec_free(&sched->actors);
    sl_vec_free(&sched->offers);
    pthread_mutex_destroy(&sched->lock);
    free(sched);
    free(machine->workers);
    free(machine->globals);
    free(machine->call_sites);
    free((void *)machine->natives);
    free(machine);
}

static SlStopReason stopped(SlMachine *machine, SlStopReason reason) {
    SlSched *sched = machine->sched;
    if (reason != SL_STOP_PAUSED || !machine->settling || sched->returned_told)
        return reason;
    sched->returned_told = true;
    return SL_STOP_RETURNED;
}

SlStopReason sl_controlled_run(SlMachine *machine, int64_t timeout, uint64_t events) {
    SlSched *sched = machine->sched;
    SlWorker *worker = machine->workers[0];
    if (machine->ending)
        return SL_STOP_EXIT;
    sched->stop_event = events ? sl_machine_events(machine) + events : 0;
    sched->deadline = timeout < 0 ? INT64_MAX : sl_clock() + timeout;
    sched->reason = SL_STOP_PAUSED;
    sched->halted = false;
    if (sched->before_instruction)
        worker->instructions--; // it is counted when it runs
    sched->before_instruction = false;
    if (sched->pause_told)
        atomic_store(&sched->pause, false);
    worker->multi = false;
    sl_vm_run(worker);
    sched->pause_told = true;
    return machine->ending ? SL_STOP_EXIT : stopped(machine, sched->reason);
}

static SlStopReason run_parallel(SlMachine *machine, int64_t timeout) {
    SlSched *sched = machine->sched;
    int64_t until = timeout < 0 ? INT64_MAX : sl_clock() + timeout;
    SlStopReason reason = SL_STOP_RUNNING;
    pthread_mutex_lock(&sched->lock);
    if (!machine->ending) {
        if (sched->pause_told)
            sched->pause = false;
        sched->hold = false;
        atomic_store(&sched->attention, sched->stop || sched->pause);
        pthread_cond_broadcast(&sched->open);
        if (sched->started == 0 && !sl_parallel_start(machine, 0)) {
            pthread_mutex_unlock(&sched->lock);
            sl_machine_finish(machine, 2, SL_END_FATAL, "no thread can be made");
            return SL_STOP_EXIT;
        }
    }
    for (;;) {
        if (machine->ending && sched->started == 0) {
            reason = SL_STOP_EXIT;
            break;
        }
        if (sched->pause && sched->running == 0 && !machine->ending) {
            reason = stopped(machine, SL_STOP_PAUSED);
            if (machine->step && sl_step_broken(machine))
                reason = SL_STOP_BREAK;
            sched->pause_told = true;
            break;
        }
        if (until == INT64_MAX) {
            pthread_cond_wait(&sched->changed, &sched->lock);
            continue;
        }
        struct timespec at = {until / 1000000000, until % 1000000000};
        if (pthread_cond_timedwait(&sched->changed, &sched->lock, &at) == ETIMEDOUT && sl_clock() >= until &&
            !machine->ending && !sched->pause)
            break;
    }
    pthread_mutex_unlock(&sched->lock);
    if (reason == SL_STOP_EXIT)
        join_workers(machine);
    return reason;
}

SlStopReason sl_machine_run(SlMachine *machine, int64_t timeout, uint64_t events) {
    SlSched *sched = machine->sched;
    if (sched->fresh && !sched->controlled) { // the clock begins now
        sched->real_start = sl_clock();
        sl_flight_clock(machine);
    }
    sched->fresh = false;
    if (machine->step)
        sl_step_begin(machine);
    return sched->controlled ? sl_controlled_run(machine, timeout, events) : run_parallel(machine, timeout);
}

void sl_machine_pause(SlMachine *machine) {
    SlSched *sched = machine->sched;
    pthread_mutex_lock(&sched->lock);
    if (!atomic_exchange(&sched->pause, true))
        sched->pause_told = false;
    atomic_store(&sched->attention, true);
    pthread_cond_broadcast(&sched->changed);
    pthread_mutex_unlock(&sched->lock);
}

void sl_machine_kill(SlMachine *machine) {
    sl_machine_finish(machine, 137, SL_END_KILLED, NULL);
    sl_sched_wake_all(machine);
}

static void take_over(void *data, SlGoroutine *g) {
    SlSched *sched = data;
    sl_vec_push(&sched->ready, g);
    sl_vec_push(&sched->actors, g->id);
}

void sl_machine_set_controlled(SlMachine *machine, bool controlled) {
    SlSched *sched = machine->sched;
    if (sched->controlled == controlled || machine->ending)
        return;
    pthread_mutex_lock(&sched->lock);
    int64_t now = sl_machine_now(machine);
    if (controlled) {
        sl_flight_end(machine);
        sched->hold = true;
        atomic_store(&sched->attention, true);
        sl_parallel_drain(machine, take_over, sched);
        sched->now = now;
        machine->watch = true;
        machine->workers[0]->multi = false;
        sched->granule_end = sched->ticks + SL_GRANULE + 1;
        machine->workers[0]->cut = sched->budget = machine->workers[0]->budget = 0;
        sl_controlled_budget(machine->workers[0]);
    } else {
        if (sched->resume)
            sl_parallel_push_global(sched, sched->resume, sched->resume, 1);
        sched->resume = sched->asking = NULL;
        sched->at_point = sched->choosing = sched->selecting = false;
        sched->ticks = sl_ticks(machine->workers[0]);
        for (int i = 0; i < sched->ready.count; i++)
            sl_parallel_push_global(sched, sched->ready.at[i], sched->ready.at[i], 1);
        sched->ready.count = sched->actors.count = sched->kept = 0;
        sched->real_start = sl_clock() - now;
        machine->watch = machine->options.watch;
        if (machine->options.flight)
            sl_flight_begin(machine);
        for (int i = 0; i < machine->worker_count; i++) {
            machine->workers[i]->multi = i > 0 || sched->started > 1;
            machine->workers[i]->budget = SL_BUDGET;
        }
    }
    sched->controlled = controlled;
    machine->options.controlled = controlled;
    for (int i = 0; i < machine->worker_count; i++)
        own_of(machine->workers[i])->parallel = !controlled;
    pthread_mutex_unlock(&sched->lock);
    if (!controlled)
        for (int i = 0; i < sched->started; i++)
            sl_parallel_wake(machine);
}

const SlFiles *sl_machine_files(const SlMachine *machine) {
    return machine->code->files;
}

int sl_machine_exit_code(const SlMachine *machine) {
    return machine->exit_code;
}

void sl_machine_watch(SlMachine *machine, bool on) {
    machine->options.watch = on;
    atomic_store(&machine->watch, on || sched_of(machine)->controlled);
}

void sl_machine_set_chooser(SlMachine *machine, SlChooser choose, void *data) {
    machine->options.choose = choose;
    machine->options.choose_data = data;
    sched_of(machine)->kept = 0;
}

SlEnd sl_machine_end(const SlMachine *machine, const char **text) {
    bool ended = atomic_load(&machine->ending);
    if (text)
        *text = ended ? machine->end_text : NULL;
    return ended ? machine->end : SL_END_NONE;
}
