// SPDX-License-Identifier: MIT
// Running again. As it went: recorded choices are made again, inputs come behind the same events. Otherwise: what is
// recorded fits no more at some point; from there on a generator decides, and inputs come when somebody waits for them.
#include "verify/again.h"

#include <time.h>

#include "run/leak.h"
#include "run/reach.h"

enum { MORE_EVENTS = 100000, MORE_TIMES = 4, MOST_LOG = 1 << 20, WORLD_BUDGET = 4000 };
static const uint64_t most_memory = 256 << 20;

int64_t sl_again_clock(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000ll + t.tv_nsec;
}

static uint64_t choose(void *data, const SlChoice *choice) {
    SlAgain *again = data;
    const SlInquiry *inquiry = again->inquiry;
    if (again->choice < inquiry->choice_count) {
        uint64_t value = inquiry->choices[again->choice++];
        if (!choice->count || value < choice->count)
            return value;
        again->choice = inquiry->choice_count; // another run from here on
    }
    uint64_t z = again->random += 0x9e3779b97f4a7c15u; // splitmix64 (Steele, Lea, Flood 2014)
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    z ^= z >> 31;
    return choice->count ? (uint64_t)((unsigned __int128)z * choice->count >> 64) : z;
}

static void on_event(void *data, const SlEvent *event) {
    SlAgain *again = data;
    if (again->keep_log && again->log.count < MOST_LOG)
        sl_vec_push(&again->log, *event);
}

static bool begin(SlAgain *again, const SlAgainChange *change, bool settle) {
    const SlInquiry *inquiry = again->inquiry;
    SlMachineOptions options = inquiry->options;
    bool recorded = inquiry->choices && !change->seed;
    options.controlled = options.leaks = true;
    options.output = NULL;
    options.leaks_found = NULL;
    options.ask = NULL;
    options.stdin_fd = -1;
    options.settle = settle;
    options.room_pos = change->room_pos;
    options.room = change->room;
    options.event = again->keep_log ? on_event : NULL;
    options.define = NULL; // it would be called with our data
    options.event_data = options.choose_data = again;
    options.watch = again->keep_log;
    options.choose = recorded ? choose : NULL;
    if (change->seed)
        options.seed = change->seed;
    if (!options.memory_limit || options.memory_limit > most_memory)
        options.memory_limit = most_memory;
    if (change->seed) // nothing of the record is followed
        again->choice = inquiry->choice_count;
    again->random = inquiry->options.seed;
    again->machine = sl_machine_new(inquiry->code, &options);
    return again->machine != NULL;
}

static bool out_of_time(const SlAgain *again) {
    const SlInquiry *inquiry = again->inquiry;
    return sl_again_clock() >= again->deadline || (inquiry->cancel && inquiry->cancel(inquiry->cancel_data));
}

// Up to that many events in all. Returns why it stopped; SL_STOP_RUNNING: no time is left.
static SlStopReason run_to(SlAgain *again, uint64_t event) {
    enum { SLICE = 5000000 };
    SlStopReason reason = SL_STOP_EVENT;
    while (again->last_event < event) {
        if (out_of_time(again))
            return SL_STOP_RUNNING;
        reason = sl_machine_run(again->machine, SLICE, event - again->last_event);
        again->last_event = sl_machine_events(again->machine);
        if (reason != SL_STOP_RUNNING)
            return reason;
    }
    return reason;
}

static bool feed(SlAgain *again) {
    if (again->input >= again->inquiry->input_count)
        return false;
    const SlInquiryInput *input = &again->inquiry->inputs[again->input++];
    sl_machine_input(again->machine, input->bytes, input->count, input->end);
    return true;
}

static bool follow(SlAgain *again, uint64_t event) {
    const SlInquiry *inquiry = again->inquiry;
    while (again->last_event < event) {
        bool more = again->input < inquiry->input_count;
        uint64_t next = more ? inquiry->inputs[again->input].event : event;
        if (next > again->last_event) {
            SlStopReason reason = run_to(again, next < event ? next : event);
            if (reason == SL_STOP_RUNNING || reason == SL_STOP_CHOICE || (reason == SL_STOP_INPUT && !more))
                return false;
            if (reason == SL_STOP_EXIT)
                return again->last_event >= event;
        }
        if (more && next <= again->last_event)
            feed(again);
    }
    return true;
}

bool sl_again_to(SlAgain *again, const SlInquiry *inquiry, uint64_t event, int64_t deadline, bool keep_log) {
    *again = (SlAgain){.inquiry = inquiry, .deadline = deadline, .keep_log = keep_log};
    return begin(again, &(SlAgainChange){0}, false) && follow(again, event);
}

void sl_again_free(SlAgain *again) {
    sl_machine_free(again->machine);
    again->machine = NULL;
    sl_vec_free(&again->log);
}

// ---- trying ----

static bool is_site(const SlFinding *finding, SlPos pos) {
    for (int i = 0; i < finding->site_count; i++)
        if (finding->sites[i] == pos)
            return true;
    return false;
}

static SlAgainEnd look(const SlAgain *again, const SlFinding *finding, const SlAgainChange *change) {
    SlAgainEnd end = SL_AGAIN_WENT_ON;
    SlWorld *world = sl_machine_world(again->machine, WORLD_BUDGET);
    for (int i = 0; i < world->goroutine_count; i++)
        if (world->goroutines[i].stuck && is_site(finding, world->goroutines[i].go_pos))
            end = SL_AGAIN_STUCK;
    for (int i = 0; change->drained && i < world->object_count; i++)
        if (world->objects[i].make_pos == change->room_pos && world->objects[i].length > change->left)
            end = SL_AGAIN_STUCK;
    sl_world_free(world);
    return end;
}

// Of a deadlock, that there is none suffices: who then waits at the end did so before.
static SlAgainEnd judge(SlAgain *again, SlStopReason reason, const SlFinding *finding, const SlAgainChange *change) {
    if (reason == SL_STOP_EXIT) {
        SlEnd end = sl_machine_end(again->machine, NULL);
        if (end != SL_END_EXIT)
            return end == SL_END_DEADLOCK ? SL_AGAIN_STUCK : SL_AGAIN_FAILED;
        return sl_machine_exit_code(again->machine) ? SL_AGAIN_FAILED : look(again, finding, change);
    }
    if (reason == SL_STOP_RETURNED) {
        sl_machine_settle(again->machine);
        sl_leak_find(again->machine, false);
        if (finding->kind != SL_FINDING_DEADLOCK)
            sl_leak_find(again->machine, true);
        return look(again, finding, change);
    }
    if (reason == SL_STOP_EVENT || reason == SL_STOP_INPUT) {
        sl_leak_find(again->machine, false);
        return look(again, finding, change);
    }
    return SL_AGAIN_UNKNOWN;
}

SlAgainEnd sl_again_try(const SlInquiry *inquiry, const SlFinding *finding, uint64_t event, const SlAgainChange *change,
                        int64_t deadline) {
    SlAgain again = {.inquiry = inquiry, .deadline = deadline};
    SlAgainEnd end = SL_AGAIN_UNKNOWN;
    if (begin(&again, change, true)) {
        bool at_exit = finding->kind == SL_FINDING_AT_EXIT, there = true;
        if (change->close && !at_exit)
            there = follow(&again, change->close_at) && sl_machine_close(again.machine, change->close);
        SlStopReason reason = SL_STOP_EVENT;
        uint64_t most = event * MORE_TIMES + MORE_EVENTS;
        while (there && (reason = run_to(&again, most)) == SL_STOP_INPUT && feed(&again)) {
        }
        if (change->close && at_exit)
            there = reason == SL_STOP_RETURNED && sl_machine_close(again.machine, change->close);
        if (there)
            end = judge(&again, reason, finding, change);
    }
    sl_again_free(&again);
    return end;
}
