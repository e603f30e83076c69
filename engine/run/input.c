// SPDX-License-Identifier: MIT
// Standard input: bytes read ahead, and the goroutines that wait for them. In a parallel machine a thread of its own
// reads, started by the first who asks and stopped through a pipe; in a controlled one the scheduler reads when nobody
// can move. With stdin_fd -1 the bytes come by sl_machine_input.
//
// The reader holds nothing while it waits, and reads only while somebody asks: a program that never reads leaves
// the input to others.
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include "run/natives.h"
#include "run/sched.h"

enum { READ_BYTES = 65536 };

void sl_input_new(SlMachine *machine) {
    SlInput *input = &sched_of(machine)->input;
    pthread_mutex_init(&input->lock, NULL);
    input->stop_pipe[0] = input->stop_pipe[1] = -1;
}

void sl_input_free(SlMachine *machine) {
    SlInput *input = &sched_of(machine)->input;
    if (input->started) {
        while (write(input->stop_pipe[1], "", 1) < 0 && errno == EINTR)
            ;
        pthread_join(input->thread, NULL);
    }
    if (input->stop_pipe[0] >= 0) {
        close(input->stop_pipe[0]);
        close(input->stop_pipe[1]);
    }
    free(input->bytes);
    pthread_mutex_destroy(&input->lock);
}

bool sl_input_fed(const SlMachine *machine) {
    return machine->options.stdin_fd < 0 && !machine->options.ask;
}

static void add_bytes(SlInput *input, const char *bytes, size_t count) {
    if (input->first && input->first == input->count)
        input->first = input->count = 0;
    if (input->count + count > input->capacity) {
        size_t capacity = (input->count + count) * 2;
        char *grown = realloc(input->bytes, capacity);
        if (!grown)
            abort();
        input->bytes = grown;
        input->capacity = capacity;
    }
    memcpy(input->bytes + input->count, bytes, count);
    input->count += count;
}

// Takes all who wait; the input's lock is held. They read again when they run.
static SlGoroutine *take_waiting(SlInput *input) {
    SlGoroutine *list = input->waiting_first;
    input->waiting_first = input->waiting_last = NULL;
    return list;
}

static void wake_waiting(SlMachine *machine, SlGoroutine *list) {
    SlInput *input = &sched_of(machine)->input;
    while (list) {
        SlGoroutine *g = list;
        list = g->queue_next;
        g->queue_next = NULL;
        if (sl_watched(machine))
            sl_event_woken(machine, g);
        sl_sched_inject(machine, g);
        atomic_fetch_sub(&input->waiting, 1); // only now: meanwhile nobody may think that nothing can happen
    }
}

// One read. False: there is nothing more to come.
static bool read_more(SlMachine *machine) {
    SlInput *input = &sched_of(machine)->input;
    char bytes[READ_BYTES];
    ssize_t count;
    do
        count = read(machine->options.stdin_fd, bytes, sizeof bytes);
    while (count < 0 && errno == EINTR);
    int error = errno;
    pthread_mutex_lock(&input->lock);
    if (count > 0)
        add_bytes(input, bytes, (size_t)count);
    else if (count == 0)
        input->end = true;
    else if (error != EAGAIN)
        input->error = error;
    SlGoroutine *list = take_waiting(input);
    pthread_mutex_unlock(&input->lock);
    wake_waiting(machine, list);
    return count > 0;
}

static void *reader_thread(void *data) {
    SlMachine *machine = data;
    SlInput *input = &sched_of(machine)->input;
    for (;;) {
        struct pollfd fds[2] = {{input->stop_pipe[0], POLLIN, 0}, {machine->options.stdin_fd, POLLIN, 0}};
        pthread_mutex_lock(&input->lock);
        bool asked = input->waiting_first != NULL;
        pthread_mutex_unlock(&input->lock);
        if (poll(fds, asked ? 2 : 1, -1) < 0 && errno != EINTR)
            break;
        if (fds[0].revents) {
            char stop;
            ssize_t got = read(input->stop_pipe[0], &stop, 1);
            if (got == 1 && stop == 0)
                break;
            continue; // somebody asks
        }
        if (asked && fds[1].revents)
            read_more(machine);
    }
    return NULL;
}

// The input's lock is held.
static void ask(SlMachine *machine) {
    SlInput *input = &sched_of(machine)->input;
    if (machine->options.stdin_fd < 0 || sched_of(machine)->controlled)
        return;
    if (!input->started) {
        if (pipe2(input->stop_pipe, O_CLOEXEC) < 0 ||
            pthread_create(&input->thread, NULL, reader_thread, machine) != 0) {
            input->error = errno ? errno : EAGAIN;
            return;
        }
        input->started = true;
        return;
    }
    while (write(input->stop_pipe[1], "?", 1) < 0 && errno == EINTR)
        ;
}

int64_t sl_ask_fd(int fd, char *bytes, size_t capacity, int64_t wait, int64_t *passed) {
    struct pollfd poll_fd = {fd, POLLIN, 0};
    struct timespec time = {wait / 1000000000, wait % 1000000000};
    int64_t before = wait ? sl_clock() : 0;
    int ready = ppoll(&poll_fd, 1, &time, NULL);
    *passed = !wait ? 0 : ready == 0 ? wait : sl_clock() - before;
    if (ready <= 0)
        return SL_ASK_NOTHING;
    ssize_t count = read(fd, bytes, capacity);
    if (count >= 0)
        return count;
    return errno == EINTR || errno == EAGAIN ? SL_ASK_NOTHING : -errno;
}

// Controlled: asks for input and keeps what comes. The input's lock is held, or nobody else runs.
static bool take_answer(SlMachine *machine, int64_t wait, int64_t *passed) {
    SlInput *input = &sched_of(machine)->input;
    const SlMachineOptions *options = &machine->options;
    char bytes[READ_BYTES];
    *passed = 0;
    int64_t got = options->ask ? options->ask(options->ask_data, bytes, sizeof bytes, wait, passed)
                               : sl_ask_fd(options->stdin_fd, bytes, sizeof bytes, wait, passed);
    if (got == SL_ASK_NOTHING)
        return false;
    if (got > 0)
        add_bytes(input, bytes, (size_t)got);
    else if (got == 0)
        input->end = true;
    else
        input->error = (int)-got;
    return true;
}

// Data first: stdin may have it already, then no thread is needed.
static bool read_at_once(SlMachine *machine) {
    SlInput *input = &sched_of(machine)->input;
    if (sched_of(machine)->controlled) {
        int64_t passed;
        return !sl_input_fed(machine) && take_answer(machine, 0, &passed);
    }
    if (machine->options.stdin_fd < 0 || input->started)
        return false;
    struct pollfd fd = {machine->options.stdin_fd, POLLIN, 0};
    if (poll(&fd, 1, 0) <= 0)
        return false;
    char bytes[READ_BYTES];
    ssize_t count = read(machine->options.stdin_fd, bytes, sizeof bytes);
    if (count > 0)
        add_bytes(input, bytes, (size_t)count);
    else if (count == 0)
        input->end = true;
    else if (errno != EINTR && errno != EAGAIN)
        input->error = errno;
    return count >= 0 || input->error;
}

SlOutcome sl_native_stdin_read(SlWorker *worker, SlSlot *s) {
    SlMachine *machine = worker->machine;
    SlInput *input = &sched_of(machine)->input;
    char *to = s[1].p;
    size_t length = (size_t)s[2].i;
    s[0].i = 0;
    if (length == 0)
        return SL_DONE;
    pthread_mutex_lock(&input->lock);
    bool have = input->first < input->count || input->end || input->error || read_at_once(machine);
    if (have) {
        size_t count = input->count - input->first;
        if (count > length)
            count = length;
        if (count)
            memcpy(to, input->bytes + input->first, count);
        input->first += count;
        s[0].i = count ? (int64_t)count : input->error ? -input->error : 0;
        if (!count)
            input->error = 0;
        pthread_mutex_unlock(&input->lock);
        return SL_DONE;
    }
    SlGoroutine *g = worker->g;
    if (sl_watched(machine))
        sl_event_simple(worker, g, SL_EVENT_WAIT_INPUT, 0, 0);
    g->waiter.object = NULL;
    sl_go_park(worker, g, SL_WAIT_INPUT);
    sl_go_retry(g, 1);
    g->queue_next = NULL;
    if (input->waiting_last && input->waiting_first)
        input->waiting_last->queue_next = g;
    else
        input->waiting_first = g;
    input->waiting_last = g;
    atomic_fetch_add(&input->waiting, 1);
    ask(machine);
    SlGoroutine *failed = input->error ? take_waiting(input) : NULL;
    pthread_mutex_unlock(&input->lock);
    wake_waiting(machine, failed);
    return SL_AWAY;
}

int64_t sl_input_wait(SlWorker *worker, int64_t nanoseconds) {
    SlMachine *machine = worker->machine;
    SlInput *input = &sched_of(machine)->input;
    int64_t passed;
    if (take_answer(machine, nanoseconds, &passed)) {
        pthread_mutex_lock(&input->lock);
        SlGoroutine *list = take_waiting(input);
        pthread_mutex_unlock(&input->lock);
        wake_waiting(machine, list);
    }
    return passed;
}

void sl_machine_input(SlMachine *machine, const char *bytes, size_t count, bool end) {
    SlInput *input = &sched_of(machine)->input;
    pthread_mutex_lock(&input->lock);
    if (count)
        add_bytes(input, bytes, count);
    input->end |= end;
    SlGoroutine *list = take_waiting(input);
    pthread_mutex_unlock(&input->lock);
    wake_waiting(machine, list);
}
