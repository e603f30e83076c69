// SPDX-License-Identifier: MIT
// The child: one run behind a socket. The main thread serves the socket and runs the machine in slices (controlled), or
// watches it while its workers run (all cores). Output and events wait in bounded buffers; what does not fit is
// counted.
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>

#include "link/client.h"
#include "link/confine.h"
#include "link/flight.h"
#include "link/look.h"
#include "link/verdict.h"
#include "link/wire.h"

enum {
    EVENT_ROOM = 8192, // events kept for a window that does not read
    OUTPUT_ROOM = 1 << 20,
    SEND_ROOM = 8 << 20, // bytes queued for the socket before Worlds and events wait
    WORLD_BUDGET = 2000,
    FRAME = 16 * 1000 * 1000, // nanoseconds between Worlds
    SLICE = 4 * 1000 * 1000,
    WORLD_SHARE = 6, // the machine runs that many times longer than its Worlds take
};

typedef struct {
    uint64_t event; // it came behind this one
    char *bytes;
    size_t count;
    bool end;
} Input;

typedef struct {
    int socket;
    SlText in, out;
    size_t offset;
    SlMachine *machine;
    SlRunState state, told_state;
    bool told, controlled, told_controlled, stop, want_pause;
    double rate;
    int64_t next_event;             // real time at which the next one is due
    int64_t last_world, world_cost; // when, and how long it took
    uint32_t world_wanted;          // budget, 0: none
    bool changed;                   // something happened since the last World
    uint64_t forced;                // goroutine that moves next
    uint64_t random;
    // What makes the run: going back is making the run again, one step less
    SL_VEC(uint64_t) choices;
    int choice; // number of the next; before the end of choices: they are made again
    SL_VEC(Input) inputs;
    int input;
    bool mixed; // it has run on all cores: going back is not possible
    bool ended_told;
    bool quiet; // what happens now has been told before
    SlMachineOptions options;
    const SlCode *code;
    SlVerdict *verdict;
    SlLook *look;         // for the inspector
    pthread_mutex_t lock; // guards what follows: workers write it
    SlEvent *events;
    uint32_t event_count;
    uint64_t events_skipped, last_event;
    SlFlightRecord flight;
    SlText output[2];
    uint64_t output_skipped[2];
    size_t output_room;
} Child;

static int64_t now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000ll + t.tv_nsec;
}

// ---- from the machine ----

static void on_output(void *data, int fd, const char *bytes, size_t count) {
    Child *child = data;
    int i = fd == 2;
    if (child->quiet)
        return;
    pthread_mutex_lock(&child->lock);
    SlText *text = &child->output[i];
    size_t room = text->length < child->output_room ? child->output_room - text->length : 0;
    size_t kept = count < room ? count : room;
    sl_text_add(text, bytes, kept);
    child->output_skipped[i] += count - kept;
    pthread_mutex_unlock(&child->lock);
}

static void on_event(void *data, const SlEvent *event) {
    Child *child = data;
    pthread_mutex_lock(&child->lock);
    if (!child->controlled)
        sl_flight_add(&child->flight, event);
    if (child->quiet)
        ;
    else if (child->event_count < EVENT_ROOM)
        child->events[child->event_count++] = *event;
    else
        child->events_skipped++;
    child->last_event = event->number;
    pthread_mutex_unlock(&child->lock);
}

static void on_define(void *data, const SlDefinition *definition) {
    Child *child = data;
    pthread_mutex_lock(&child->lock);
    if (!child->quiet)
        sl_flight_define(&child->flight, definition);
    pthread_mutex_unlock(&child->lock);
}

static uint64_t next_random(Child *child) { // splitmix64 (Steele, Lea, Flood 2014)
    uint64_t z = child->random += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

static uint64_t decide(Child *child, const SlChoice *choice) {
    if (choice->kind == SL_CHOOSE_GOROUTINE && child->forced)
        for (uint32_t i = 0; i < choice->count; i++)
            if (choice->actors[i] == child->forced)
                return i;
    uint64_t random = next_random(child);
    return choice->count ? (uint64_t)((unsigned __int128)random * choice->count >> 64) : random;
}

// A choice made before is made again, unless the user decides otherwise: then what followed is forgotten.
static uint64_t choose(void *data, const SlChoice *choice) {
    Child *child = data;
    bool again = child->choice < child->choices.count;
    uint64_t value = again ? child->choices.at[child->choice] : 0;
    if (again && child->forced && choice->kind == SL_CHOOSE_GOROUTINE && choice->actors[value] != child->forced) {
        child->choices.count = child->choice;
        child->inputs.count = child->input;
        again = false;
    }
    if (!again) {
        value = decide(child, choice);
        sl_vec_push(&child->choices, value);
    }
    child->choice++;
    return value;
}

// ---- to the window ----

static void send_output(Child *child) {
    pthread_mutex_lock(&child->lock);
    for (int i = 0; i < 2; i++) {
        SlText *text = &child->output[i];
        if (!text->length && !child->output_skipped[i])
            continue;
        size_t frame = sl_wire_begin(&child->out, SL_WIRE_OUTPUT);
        uint8_t fd = (uint8_t)(i + 1);
        uint64_t none = 0;
        sl_wire_put(&child->out, &fd, 1);
        sl_wire_put(&child->out, &none, sizeof none);
        sl_wire_put(&child->out, sl_text_cstr(text), text->length);
        sl_wire_end(&child->out, frame);
        if (child->output_skipped[i]) { // told behind what was kept: the first bytes of a gap are the ones kept
            frame = sl_wire_begin(&child->out, SL_WIRE_OUTPUT);
            sl_wire_put(&child->out, &fd, 1);
            sl_wire_put(&child->out, &child->output_skipped[i], sizeof child->output_skipped[i]);
            sl_wire_end(&child->out, frame);
        }
        text->length = 0;
        child->output_skipped[i] = 0;
    }
    pthread_mutex_unlock(&child->lock);
}

static void send_events(Child *child) {
    pthread_mutex_lock(&child->lock);
    sl_flight_send_definitions(&child->flight, &child->out);
    if (!child->controlled && child->state != SL_RUN_RUNNING)
        sl_flight_send(&child->flight, &child->out);
    if (child->event_count || child->events_skipped) {
        size_t frame = sl_wire_begin(&child->out, SL_WIRE_EVENTS);
        sl_wire_put(&child->out, &child->events_skipped, sizeof child->events_skipped);
        sl_wire_put(&child->out, child->events, child->event_count * sizeof(SlEvent));
        sl_wire_end(&child->out, frame);
        child->event_count = 0;
        child->events_skipped = 0;
        child->changed = true;
    }
    pthread_mutex_unlock(&child->lock);
}

static void send_findings(Child *child, SlFindings *findings) {
    size_t frame = sl_wire_begin(&child->out, SL_WIRE_FINDINGS);
    sl_findings_write(findings, &child->out);
    sl_wire_end(&child->out, frame);
    sl_findings_free(findings);
}

// Nothing moves while the socket is served.
static bool stands_still(const Child *child) {
    return child->machine && child->state != SL_RUN_LOADING && (child->controlled || child->state != SL_RUN_RUNNING);
}

static void send_world(Child *child, uint32_t budget) {
    int64_t begun = now();
    SlWorld *world = sl_machine_world(child->machine, budget);
    size_t frame = sl_wire_begin(&child->out, SL_WIRE_SNAPSHOT);
    sl_world_write(world, &child->out);
    sl_wire_end(&child->out, frame);
    SlFindings *findings = sl_verdict_look(child->verdict, child->machine, world);
    if (findings)
        send_findings(child, findings);
    sl_world_free(world);
    child->last_world = now();
    child->world_cost = child->last_world - begun;
    child->changed = false;
    child->world_wanted = 0;
    if (stands_still(child))
        sl_look_answer(child->look, child->machine, &child->out);
}

static void send_state(Child *child) {
    SlWireState state = {child->last_event, child->machine ? sl_machine_now(child->machine) : 0, (uint8_t)child->state,
                         child->controlled};
    size_t frame = sl_wire_begin(&child->out, SL_WIRE_STATE);
    sl_wire_put(&child->out, &state, sizeof state);
    sl_wire_end(&child->out, frame);
    child->told_state = child->state;
    child->told_controlled = child->controlled;
    child->told = true;
}

static void send_ended(Child *child, int code, SlEnd end, const char *text) {
    size_t frame = sl_wire_begin(&child->out, SL_WIRE_ENDED);
    int32_t exit_code = code;
    uint8_t kind = (uint8_t)end;
    sl_wire_put(&child->out, &exit_code, sizeof exit_code);
    sl_wire_put(&child->out, &kind, 1);
    sl_wire_put(&child->out, text, strlen(text));
    sl_wire_end(&child->out, frame);
}

static bool room(const Child *child) {
    return child->out.length < SEND_ROOM;
}

// Everything new, in the order in which the picture needs it: what was said, what happened, the instant, the state.
static void send_news(Child *child) {
    if (room(child)) {
        send_output(child);
        send_events(child);
        bool still = child->state != SL_RUN_RUNNING;
        // The instants of a large machine take their time: most of it stays with the program.
        int64_t gap = WORLD_SHARE * child->world_cost > FRAME ? WORLD_SHARE * child->world_cost : FRAME;
        bool rested = still || now() - child->last_world >= gap, due = child->changed && rested;
        bool wanted = child->world_wanted && (rested || gap == FRAME);
        if (child->machine && child->state != SL_RUN_LOADING && (wanted || (due && (child->controlled || still))))
            send_world(child, child->world_wanted ? child->world_wanted : WORLD_BUDGET);
        if (stands_still(child) && sl_look_is_due(child->look))
            sl_look_answer(child->look, child->machine, &child->out);
    }
    if (!child->told || child->told_state != child->state || child->told_controlled != child->controlled)
        send_state(child);
}

// ---- back ----

// Runs on, making the recorded inputs again, until that event or the end of the record.
static SlStopReason run_again(Child *child, uint64_t event) {
    SlStopReason reason = SL_STOP_EVENT;
    while (child->last_event < event) {
        bool more = child->input < child->inputs.count;
        uint64_t until =
            more && child->inputs.at[child->input].event < event ? child->inputs.at[child->input].event : event;
        if (child->last_event < until)
            reason = sl_machine_run(child->machine, -1, until - child->last_event);
        if (reason == SL_STOP_EXIT || (reason == SL_STOP_INPUT && !more))
            break;
        if (child->input < child->inputs.count && child->inputs.at[child->input].event <= child->last_event) {
            const Input *input = &child->inputs.at[child->input++];
            sl_machine_input(child->machine, input->bytes, input->count, input->end);
        } else if (child->last_event >= event) {
            break;
        }
    }
    return reason;
}

static void go_to(Child *child, uint64_t event) {
    send_events(child);
    if (child->mixed)
        return;
    child->ended_told = false;
    if (event < child->last_event || child->state == SL_RUN_ENDED) {
        sl_machine_free(child->machine);
        child->choice = child->input = 0;
        child->last_event = 0;
        child->machine = sl_machine_new(child->code, &child->options);
        if (!child->machine) {
            child->stop = true;
            return;
        }
    }
    child->quiet = true;
    SlStopReason reason = run_again(child, event);
    child->quiet = false;
    child->state = reason == SL_STOP_EXIT ? SL_RUN_ENDED : reason == SL_STOP_INPUT ? SL_RUN_INPUT : SL_RUN_PAUSED;
    child->changed = true;
    send_state(child);
}

// ---- from the window ----

static void obey(Child *child, SlWireKind kind, SlWireReader *reader) {
    switch (kind) {
    case SL_WIRE_RESUME:
        if (child->state == SL_RUN_PAUSED) {
            child->state = SL_RUN_RUNNING;
            child->next_event = now();
        }
        break;
    case SL_WIRE_PAUSE:
        child->want_pause = true;
        break;
    case SL_WIRE_RATE:
        sl_wire_get(reader, &child->rate, sizeof child->rate);
        child->next_event = now();
        break;
    case SL_WIRE_STEP:
    case SL_WIRE_MOVE: {
        uint64_t n;
        sl_wire_get(reader, &n, sizeof n);
        if (child->state != SL_RUN_PAUSED || !child->controlled)
            break;
        child->forced = kind == SL_WIRE_MOVE ? n : 0;
        SlStopReason reason = sl_machine_run(child->machine, -1, kind == SL_WIRE_MOVE ? 1 : n);
        child->forced = 0;
        child->changed = true;
        if (reason == SL_STOP_EXIT)
            child->state = SL_RUN_ENDED;
        else if (reason == SL_STOP_INPUT)
            child->state = SL_RUN_INPUT;
        send_state(child);
        break;
    }
    case SL_WIRE_CONTROLLED: {
        uint8_t controlled;
        sl_wire_get(reader, &controlled, 1);
        if (controlled == child->controlled || child->state == SL_RUN_ENDED)
            break;
        if (child->state == SL_RUN_RUNNING) {
            sl_machine_pause(child->machine);
            if (sl_machine_run(child->machine, -1, 0) == SL_STOP_EXIT) {
                child->state = SL_RUN_ENDED;
                break;
            }
        }
        child->controlled = controlled;
        child->mixed = true;
        sl_flight_forget(&child->flight);
        sl_machine_set_controlled(child->machine, controlled);
        sl_machine_watch(child->machine, true);
        child->next_event = now();
        child->changed = true;
        break;
    }
    case SL_WIRE_GOTO: {
        uint64_t event;
        sl_wire_get(reader, &event, sizeof event);
        if (child->controlled && child->state != SL_RUN_LOADING)
            go_to(child, event);
        break;
    }
    case SL_WIRE_INPUT: {
        uint8_t end;
        sl_wire_get(reader, &end, 1);
        size_t count = (size_t)(reader->end - reader->at);
        char *kept = malloc(count + 1);
        if (!kept)
            abort();
        memcpy(kept, reader->at, count);
        child->inputs.count = child->input;
        sl_vec_push(&child->inputs, (Input){child->last_event, kept, count, end});
        child->input++;
        sl_machine_input(child->machine, reader->at, count, end);
        if (child->state == SL_RUN_INPUT)
            child->state = SL_RUN_RUNNING;
        break;
    }
    case SL_WIRE_WORLD:
        sl_wire_get(reader, &child->world_wanted, sizeof child->world_wanted);
        break;
    case SL_WIRE_INSPECT:
        sl_look_ask(child->look, reader);
        break;
    case SL_WIRE_STOP:
        child->stop = true;
        break;
    default:
        break;
    }
}

// False when what came is no message.
static bool obey_all(Child *child) {
    SlWireKind kind;
    SlWireReader reader;
    int got;
    while ((got = sl_wire_next(&child->in, &child->offset, &kind, &reader)) > 0)
        obey(child, kind, &reader);
    sl_wire_drop(&child->in, &child->offset);
    return got == 0;
}

// False when the window has gone.
static bool serve(Child *child, int timeout) {
    if (!sl_wire_flush(child->socket, &child->out))
        return false;
    struct pollfd descriptor = {child->socket, POLLIN | (child->out.length ? POLLOUT : 0), 0};
    poll(&descriptor, 1, timeout);
    if (descriptor.revents & (POLLIN | POLLHUP | POLLERR))
        if (!sl_wire_fill(child->socket, &child->in))
            return false;
    return obey_all(child) && sl_wire_flush(child->socket, &child->out);
}

// ---- running ----

static void run_controlled(Child *child) {
    uint64_t events = 0;
    int64_t at = now();
    if (child->rate > 0) {
        if (at < child->next_event)
            return;
        double due = (double)(at - child->next_event) * child->rate / 1e9 + 1;
        events = due > 1000 ? 1000 : (uint64_t)due;
    }
    uint64_t before = child->last_event;
    SlStopReason reason = sl_machine_run(child->machine, SLICE, events);
    if (child->rate > 0) { // a hand-off is two events at once: what has happened counts, not what was asked for
        child->next_event += (int64_t)((double)(child->last_event - before) / child->rate * 1e9);
        if (child->next_event < at && child->last_event != before)
            child->next_event = at;
    }
    child->changed = true;
    if (reason == SL_STOP_EXIT)
        child->state = SL_RUN_ENDED;
    else if (reason == SL_STOP_INPUT)
        child->state = SL_RUN_INPUT;
    else if (reason == SL_STOP_PAUSED)
        child->state = SL_RUN_PAUSED;
}

// Until something has to be done, in milliseconds.
static int patience(const Child *child) {
    if (child->state == SL_RUN_PAUSED || child->state == SL_RUN_ENDED || child->state == SL_RUN_INPUT)
        return -1;
    if (!child->controlled)
        return 0; // sl_machine_run waits
    if (child->rate <= 0)
        return 0;
    int64_t wait = child->next_event - now();
    return wait <= 0 ? 0 : wait > 100000000 ? 100 : (int)(wait / 1000000) + 1;
}

static void tell_end(Child *child) {
    const char *text = NULL;
    SlEnd end = sl_machine_end(child->machine, &text);
    send_output(child);
    send_events(child);
    send_world(child, WORLD_BUDGET);
    send_ended(child, sl_machine_exit_code(child->machine), end, text ? text : "");
    child->ended_told = true;
}

// The window says something: whatever takes time has to wait.
static bool is_called(void *data) {
    const Child *child = data;
    struct pollfd descriptor = {child->socket, POLLIN, 0};
    return poll(&descriptor, 1, 0) > 0;
}

// While the run stands still: since when somebody is stuck, and what would help.
static void search(Child *child) {
    static const int64_t patience = 5000000000;
    if (child->state == SL_RUN_RUNNING || !sl_verdict_wants_search(child->verdict) || is_called(child))
        return;
    SlInquiryInput *inputs = calloc((size_t)child->input + 1, sizeof *inputs);
    if (!inputs)
        abort();
    for (int i = 0; i < child->input; i++)
        inputs[i] = (SlInquiryInput){child->inputs.at[i].event, child->inputs.at[i].bytes, child->inputs.at[i].count,
                                     child->inputs.at[i].end};
    SlInquiry inquiry = {.code = child->code,
                         .options = child->options,
                         .repeatable = child->controlled && !child->mixed,
                         .choices = child->choices.at,
                         .choice_count = child->choice,
                         .inputs = inputs,
                         .input_count = child->input,
                         .limit = patience,
                         .cancel = is_called,
                         .cancel_data = child};
    SlFindings *findings = sl_verdict_search(child->verdict, &inquiry);
    if (findings)
        send_findings(child, findings);
    free(inputs);
}

static int run(Child *child) {
    for (;;) {
        if (child->state == SL_RUN_RUNNING && child->want_pause) {
            if (!child->controlled) {
                sl_machine_pause(child->machine);
                child->state = sl_machine_run(child->machine, -1, 0) == SL_STOP_EXIT ? SL_RUN_ENDED : SL_RUN_PAUSED;
            } else {
                child->state = SL_RUN_PAUSED;
            }
            child->changed = true;
        } else if (child->state == SL_RUN_RUNNING && child->controlled) {
            run_controlled(child);
        } else if (child->state == SL_RUN_RUNNING) {
            SlStopReason reason = sl_machine_run(child->machine, SLICE, 0);
            child->changed = true;
            if (reason == SL_STOP_EXIT)
                child->state = SL_RUN_ENDED;
        }
        child->want_pause = false;
        if (child->stop) {
            sl_machine_kill(child->machine);
            sl_machine_run(child->machine, -1, 0);
            child->state = SL_RUN_ENDED;
        }
        send_news(child);
        if (child->state == SL_RUN_ENDED && !child->ended_told)
            tell_end(child);
        if (sl_wire_flush(child->socket, &child->out))
            search(child);
        // A controlled run stays, so that one can go back from its end.
        if (child->state == SL_RUN_ENDED && (child->stop || !child->controlled || child->mixed))
            break;
        if (!serve(child, patience(child)))
            return 0;
    }
    while (child->out.length && serve(child, -1)) {
    }
    return 0;
}

// ---- starting ----

typedef struct {
    uint8_t flags[2];
    uint64_t seed, memory_limit, output_limit;
    double rate;
    int32_t numbers[4]; // workers, go minor, arguments, files
    const char *folder;
    const char **args;
    SlSource *sources;
} Start;

static bool read_start(SlArena *arena, SlWireReader *reader, Start *start) {
    sl_wire_get(reader, start->flags, sizeof start->flags);
    sl_wire_get(reader, &start->seed, sizeof start->seed);
    sl_wire_get(reader, &start->rate, sizeof start->rate);
    sl_wire_get(reader, &start->memory_limit, sizeof start->memory_limit);
    sl_wire_get(reader, &start->output_limit, sizeof start->output_limit);
    sl_wire_get(reader, start->numbers, sizeof start->numbers);
    size_t length;
    const char *folder = sl_wire_get_string(reader, &length);
    start->folder = folder ? sl_arena_strndup(arena, folder, length) : NULL;
    int args = start->numbers[2], files = start->numbers[3];
    if (reader->bad || args < 0 || args > 100000 || files < 1 || files > 100000)
        return false;
    start->args = SL_NEW_N(arena, const char *, args + 2);
    start->args[0] = "program";
    for (int i = 0; i < args; i++) {
        const char *arg = sl_wire_get_string(reader, &length);
        start->args[i + 1] = arg ? sl_arena_strndup(arena, arg, length) : "";
    }
    start->sources = SL_NEW_N(arena, SlSource, files);
    for (int i = 0; i < files; i++) {
        const char *name = sl_wire_get_string(reader, &length);
        uint32_t size;
        sl_wire_get(reader, &size, sizeof size);
        if (reader->bad || !name || (size_t)(reader->end - reader->at) < (size_t)size + 1)
            return false;
        start->sources[i] =
            (SlSource){sl_arena_strndup(arena, name, length), sl_arena_strndup(arena, reader->at, size), size};
        reader->at += size + 1;
    }
    return !reader->bad;
}

// Waits for the first message.
static bool receive_start(Child *child, SlArena *arena, Start *start) {
    for (;;) {
        SlWireKind kind;
        SlWireReader reader;
        int got = sl_wire_next(&child->in, &child->offset, &kind, &reader);
        if (got)
            return got > 0 && kind == SL_WIRE_START && read_start(arena, &reader, start);
        struct pollfd descriptor = {child->socket, POLLIN, 0};
        poll(&descriptor, 1, -1);
        if (!sl_wire_fill(child->socket, &child->in))
            return false;
    }
}

static SlMachine *make_machine(Child *child, const Start *start, const SlCode *code) {
    child->controlled = start->flags[0];
    child->rate = start->rate;
    child->random = start->seed ? start->seed : 1;
    child->output_room = start->output_limit ? start->output_limit : OUTPUT_ROOM;
    child->state = start->flags[1] ? SL_RUN_PAUSED : SL_RUN_RUNNING;
    child->changed = true;
    child->next_event = now();
    child->code = code;
    child->options = (SlMachineOptions){
        .controlled = child->controlled,
        .workers = start->numbers[0],
        .seed = child->random,
        .choose = choose,
        .choose_data = child,
        .memory_limit = start->memory_limit ? start->memory_limit : 1ull << 30,
        .args = start->args,
        .arg_count = start->numbers[2] + 1,
        .output = on_output,
        .output_data = child,
        .stdin_fd = -1,
        .event = on_event,
        .define = on_define,
        .event_data = child,
        .watch = true,
        .leaks = true,
    };
    return sl_machine_new(code, &child->options);
}

int sl_child_serve(int socket, const SlChildHooks *hooks) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    signal(SIGPIPE, SIG_IGN);
    SlArena *arena = sl_arena_new();
    Child *child = SL_NEW(arena, Child);
    child->socket = socket;
    pthread_mutex_init(&child->lock, NULL);
    child->events = SL_NEW_N(arena, SlEvent, EVENT_ROOM);
    Start start = {0};
    if (!receive_start(child, arena, &start))
        return 1;
    SlImporter importer = hooks->importer(hooks->data, start.folder);
    SlLangOptions lang = {.go_minor = start.numbers[1]};
    SlProgram *program = sl_program_load(start.sources, start.numbers[3], &importer, &lang);
    child->verdict = sl_verdict_new(program);
    SlCode *code = program->diags->list.count ? NULL : sl_code_new(program, hooks->natives);
    if (!code || program->diags->list.count) {
        sl_diags_sort(program->diags, program->files);
        char *text = sl_diags_format(program->diags, program->files, true);
        size_t frame = sl_wire_begin(&child->out, SL_WIRE_ERRORS);
        sl_wire_put(&child->out, text, strlen(text));
        sl_wire_end(&child->out, frame);
        free(text);
        send_ended(child, 1, SL_END_NONE, "It does not compile");
    } else if (!sl_confine()) {
        send_ended(child, 1, SL_END_FATAL, "The system does not let Sluice confine the program, so it was not run");
    } else if (!(child->machine = make_machine(child, &start, code))) {
        send_ended(child, 1, SL_END_FATAL, "There is not enough memory to run the program");
    } else {
        child->look = sl_look_new(code);
        sl_wire_drop(&child->in, &child->offset);
        return obey_all(child) ? run(child) : 1; // what came together with the program
    }
    while (child->out.length && serve(child, -1)) {
    }
    return 1;
}
