// SPDX-License-Identifier: MIT
// Natives of package os: arguments, environment, output, exit. The environment is the machine's own copy.
#include "run/memory.h"
#include "std/state.h"

static SlStd *state(SlWorker *worker) {
    return worker->machine->std;
}

// A []string of count strings whose texts the caller fills in.
static SlSlice strings_new(SlWorker *worker, size_t count) {
    const SlRtype *string = worker->machine->code->type_string;
    assert(string);
    return (SlSlice){sl_alloc_typed(worker, string, count ? count : 1), (int64_t)count, (int64_t)count};
}

static void strings_set(SlWorker *worker, SlSlice list, size_t i, const char *text) {
    SlSlot slots[2];
    set_str(slots, sl_string_new(worker, text, strlen(text)));
    sl_slot_store((char *)list.first + i * 16, worker->machine->code->type_string, slots);
}

// func args() []string
static SlOutcome args(SlWorker *worker, SlSlot *s) {
    const SlMachineOptions *options = &worker->machine->options;
    SlSlice list = strings_new(worker, options->arg_count > 0 ? (size_t)options->arg_count : 1);
    if (options->arg_count <= 0)
        strings_set(worker, list, 0, "main");
    for (int i = 0; i < options->arg_count; i++)
        strings_set(worker, list, (size_t)i, options->args[i]);
    set_slice(s, list);
    return SL_DONE;
}

// func write(fd int, b []byte)
static SlOutcome write_bytes(SlWorker *worker, SlSlot *s) {
    sl_std_output(worker, (int)s[0].i, s[1].p, (size_t)s[2].u);
    return SL_DONE;
}

// func exit(code int)
static SlOutcome exit_program(SlWorker *worker, SlSlot *s) {
    sl_machine_finish(worker->machine, (int)(s[0].i & 0xff), SL_END_EXIT, NULL);
    return SL_EXIT;
}

// Where the variable stands, or env_count; the lock is held.
static size_t find(const SlStd *std, SlStr key) {
    size_t i = 0;
    for (; i < std->env_count; i++)
        if (strncmp(std->env[i], key.bytes, (size_t)key.length) == 0 && std->env[i][key.length] == '=')
            break;
    return i;
}

// func getenv(key string) (value string, ok bool)
static SlOutcome get(SlWorker *worker, SlSlot *s) {
    SlStd *std = state(worker);
    SlStr key = str_at(s + 3), value = {NULL, 0};
    pthread_mutex_lock(&std->lock);
    size_t i = find(std, key);
    bool ok = key.length && i < std->env_count;
    if (ok)
        value = sl_string_new(worker, std->env[i] + key.length + 1, strlen(std->env[i] + key.length + 1));
    pthread_mutex_unlock(&std->lock);
    set_str(s, value);
    s[2].i = ok;
    return SL_DONE;
}

// func setenv(key, value string)
static SlOutcome set(SlWorker *worker, SlSlot *s) {
    SlStd *std = state(worker);
    SlStr key = str_at(s), value = str_at(s + 2);
    char *text = malloc((size_t)(key.length + value.length) + 2);
    assert(text);
    memcpy(text, key.bytes, (size_t)key.length);
    text[key.length] = '=';
    if (value.length)
        memcpy(text + key.length + 1, value.bytes, (size_t)value.length);
    text[key.length + 1 + value.length] = 0;
    pthread_mutex_lock(&std->lock);
    size_t i = find(std, key);
    if (i < std->env_count) {
        free(std->env[i]);
    } else {
        if (std->env_count == std->env_capacity) {
            std->env_capacity = std->env_capacity ? std->env_capacity * 2 : 32;
            std->env = realloc(std->env, std->env_capacity * sizeof *std->env);
            assert(std->env);
        }
        std->env_count++;
    }
    std->env[i] = text;
    pthread_mutex_unlock(&std->lock);
    return SL_DONE;
}

// func unsetenv(key string)
static SlOutcome unset(SlWorker *worker, SlSlot *s) {
    SlStd *std = state(worker);
    pthread_mutex_lock(&std->lock);
    size_t i = find(std, str_at(s));
    if (i < std->env_count) {
        free(std->env[i]);
        memmove(std->env + i, std->env + i + 1, (--std->env_count - i) * sizeof *std->env);
    }
    pthread_mutex_unlock(&std->lock);
    return SL_DONE;
}

// func environ() []string
static SlOutcome list_all(SlWorker *worker, SlSlot *s) {
    SlStd *std = state(worker);
    pthread_mutex_lock(&std->lock);
    SlSlice list = strings_new(worker, std->env_count);
    for (size_t i = 0; i < std->env_count; i++)
        strings_set(worker, list, i, std->env[i]);
    pthread_mutex_unlock(&std->lock);
    set_slice(s, list);
    return SL_DONE;
}

// func capture(on bool) string: of package testing
static SlOutcome capture(SlWorker *worker, SlSlot *s) {
    SlStd *std = state(worker);
    bool on = s[2].u & 1;
    pthread_mutex_lock(&std->lock);
    atomic_store(&std->capturing, on);
    SlStr text = sl_string_new(worker, sl_text_cstr(&std->captured), std->captured.length);
    sl_text_free(&std->captured);
    pthread_mutex_unlock(&std->lock);
    set_str(s, text);
    return SL_DONE;
}

const SlNative sl_natives_os[] = {
    {"testing.capture", capture, false},    {"os.args", args, false},         {"os.write", write_bytes, false},
    {"os.writeString", write_bytes, false}, {"os.exit", exit_program, false}, {"syscall.exit", exit_program, false},
    {"syscall.getenv", get, false},         {"os.getenv", get, false},        {"os.setenv", set, false},
    {"os.unsetenv", unset, false},          {"os.environ", list_all, false},  {NULL, NULL, false},
};
