// SPDX-License-Identifier: MIT
// The child: one run behind a socket. The present's main thread serves the socket and runs the machine in slices
// (controlled), or watches it while its workers run (all cores). What it tells is in news.c, how the run goes on in
// course.c, how it goes back in travel.c.
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>

#include "link/checkpoint.h"
#include "link/child.h"
#include "link/confine.h"

enum { OUTPUT_ROOM = 1 << 20 };

int64_t sl_child_now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000ll + t.tv_nsec;
}

// ---- from the window ----

// The step as the window asks for it, with what only the machine knows.
static bool read_step(SlChild *child, SlWireReader *reader, SlStep *step, bool *back) {
    SlWireStep asked;
    sl_wire_get(reader, &asked, sizeof asked);
    if (reader->bad || asked.kind >= SL_STEP_COUNT)
        return false;
    *step = (SlStep){.kind = asked.kind, .goroutine = asked.goroutine, .from = asked.from, .to = asked.to};
    *back = asked.back;
    step->depth = sl_machine_depth(child->machine, asked.goroutine);
    if (!step->depth) // it has ended, or is not yet
        step->depth = UINT32_MAX;
    return true;
}

// Its first slice is run at once, so that short ones are done with the answer.
static void begin_step(SlChild *child, const SlStep *step) {
    child->step = *step;
    child->stepping = true;
    child->state = SL_RUN_RUNNING;
    sl_course_slice(child);
    child->window.told = false;
}

static void obey_step(SlChild *child, SlWireReader *reader) {
    SlStep step;
    bool back;
    if (!child->controlled || child->state == SL_RUN_LOADING || !read_step(child, reader, &step, &back))
        return;
    if (back && child->state != SL_RUN_RUNNING)
        sl_travel_back(child, &step, step.kind == SL_STEP_RUN);
    else if (!back && child->state == SL_RUN_PAUSED)
        begin_step(child, &step);
}

static void obey_events(SlChild *child, SlWireReader *reader) {
    uint64_t count;
    sl_wire_get(reader, &count, sizeof count);
    if (child->state == SL_RUN_PAUSED && child->controlled)
        begin_step(child, &(SlStep){.kind = SL_STEP_EVENT, .event = child->last_event + count});
}

static void obey_move(SlChild *child, SlWireReader *reader) {
    int32_t select_case;
    sl_wire_get(reader, &child->forced, sizeof child->forced);
    sl_wire_get(reader, &select_case, sizeof select_case);
    child->forced_case = select_case;
    if (child->state == SL_RUN_PAUSED && child->controlled)
        begin_step(child, &(SlStep){.kind = SL_STEP_EVENT});
}

static void obey_breakpoints(SlChild *child, SlWireReader *reader) {
    SlWindowSide *window = &child->window;
    size_t count = (size_t)(reader->end - reader->at) / sizeof(SlBreakpoint);
    window->break_count = count < SL_CHILD_BREAKS ? (int)count : SL_CHILD_BREAKS;
    for (int i = 0; i < window->break_count; i++) {
        sl_wire_get(reader, &window->breaks[i], sizeof window->breaks[i]);
        if (window->breaks[i].kind >= SL_BREAK_COUNT)
            window->breaks[i].off = true;
    }
    if (!child->machine)
        return;
    bool apart = child->state == SL_RUN_RUNNING && !child->controlled;
    if (apart)
        sl_machine_pause(child->machine);
    if (apart && sl_machine_run(child->machine, -1, 0) == SL_STOP_EXIT)
        child->state = SL_RUN_ENDED;
    sl_machine_set_breakpoints(child->machine, window->breaks, window->break_count);
}

static void obey_freeze(SlChild *child, SlWireReader *reader) {
    uint64_t goroutine;
    uint8_t frozen;
    sl_wire_get(reader, &goroutine, sizeof goroutine);
    sl_wire_get(reader, &frozen, 1);
    if (reader->bad || child->state == SL_RUN_LOADING || child->state == SL_RUN_ENDED)
        return;
    if (child->state == SL_RUN_RUNNING && !child->controlled) {
        sl_machine_pause(child->machine);
        if (sl_machine_run(child->machine, -1, 0) == SL_STOP_EXIT) {
            child->state = SL_RUN_ENDED;
            return;
        }
    }
    sl_course_freeze(child, goroutine, frozen);
}

static void obey_controlled(SlChild *child, SlWireReader *reader) {
    uint8_t controlled;
    sl_wire_get(reader, &controlled, 1);
    if (controlled == child->controlled || child->state == SL_RUN_ENDED)
        return;
    if (child->state == SL_RUN_RUNNING && !child->controlled) {
        sl_machine_pause(child->machine);
        if (sl_machine_run(child->machine, -1, 0) == SL_STOP_EXIT) {
            child->state = SL_RUN_ENDED;
            return;
        }
    }
    if (child->history)
        sl_course_forget(child);
    child->controlled = controlled;
    child->mixed = true;
    child->stepping = false;
    sl_flight_forget(&child->flight);
    sl_machine_set_controlled(child->machine, controlled);
    sl_machine_watch(child->machine, true);
    sl_machine_set_breakpoints(child->machine, child->window.breaks, child->window.break_count);
    child->window.next_event = sl_child_now();
    child->changed = true;
}

static void obey(SlChild *child, SlWireKind kind, SlWireReader *reader) {
    SlWindowSide *window = &child->window;
    switch (kind) {
    case SL_WIRE_RESUME:
        if (child->state == SL_RUN_PAUSED) {
            child->state = SL_RUN_RUNNING;
            window->breakpoint = 0;
            window->next_event = sl_child_now();
        }
        break;
    case SL_WIRE_PAUSE:
        window->want_pause = true;
        break;
    case SL_WIRE_RATE:
        sl_wire_get(reader, &window->rate, sizeof window->rate);
        window->next_event = sl_child_now();
        break;
    case SL_WIRE_STEP:
        obey_events(child, reader);
        break;
    case SL_WIRE_GO:
        obey_step(child, reader);
        break;
    case SL_WIRE_MOVE:
        obey_move(child, reader);
        break;
    case SL_WIRE_BREAKPOINTS:
        obey_breakpoints(child, reader);
        break;
    case SL_WIRE_FREEZE:
        obey_freeze(child, reader);
        break;
    case SL_WIRE_ASK: {
        uint8_t asks;
        sl_wire_get(reader, &asks, 1);
        window->asks = asks;
        window->told = false;
        break;
    }
    case SL_WIRE_CONTROLLED:
        obey_controlled(child, reader);
        break;
    case SL_WIRE_GOTO: {
        uint64_t event;
        sl_wire_get(reader, &event, sizeof event);
        sl_travel_to_event(child, event);
        break;
    }
    case SL_WIRE_INPUT: {
        uint8_t end;
        sl_wire_get(reader, &end, 1);
        sl_course_input(child, reader->at, (size_t)(reader->end - reader->at), end);
        break;
    }
    case SL_WIRE_WORLD:
        sl_wire_get(reader, &window->world_wanted, sizeof window->world_wanted);
        break;
    case SL_WIRE_INSPECT:
        sl_look_ask(child->look, reader);
        break;
    case SL_WIRE_STOP:
        window->stop = true;
        break;
    default:
        break;
    }
}

// False when what came is no message.
static bool obey_all(SlChild *child) {
    SlWireKind kind;
    SlWireReader reader;
    int got;
    while ((got = sl_wire_next(&child->in, &child->offset, &kind, &reader)) > 0)
        obey(child, kind, &reader);
    sl_wire_drop(&child->in, &child->offset);
    return got == 0;
}

// False when the window has gone.
static bool serve(SlChild *child, int timeout) {
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

// Until something has to be done, in milliseconds.
static int patience(const SlChild *child) {
    if (child->state == SL_RUN_PAUSED || child->state == SL_RUN_ENDED || child->state == SL_RUN_INPUT)
        return -1;
    if (!child->controlled || child->stepping)
        return 0; // sl_machine_run waits
    if (child->window.rate <= 0)
        return 0;
    int64_t wait = child->window.next_event - sl_child_now();
    return wait <= 0 ? 0 : wait > 100000000 ? 100 : (int)(wait / 1000000) + 1;
}

static void slice(SlChild *child) {
    if (child->state != SL_RUN_RUNNING)
        return;
    if (child->controlled && child->window.want_pause)
        sl_course_take(child, SL_STOP_PAUSED);
    else if (child->controlled)
        sl_course_slice(child);
    else {
        if (child->window.want_pause)
            sl_machine_pause(child->machine);
        sl_course_take(child, sl_machine_run(child->machine, child->window.want_pause ? -1 : SL_CHILD_SLICE, 0));
    }
}

// The window says something: whatever takes time has to wait.
static bool is_called(void *data) {
    const SlChild *child = data;
    struct pollfd descriptor = {child->socket, POLLIN, 0};
    return poll(&descriptor, 1, 0) > 0;
}

// While the run stands still: since when somebody is stuck, and what would help.
static void search(SlChild *child) {
    static const int64_t patience = 5000000000;
    if (child->state == SL_RUN_RUNNING || !sl_verdict_wants_search(child->verdict) || is_called(child))
        return;
    const SlPast *history = child->history;
    SlInquiryInput *inputs = calloc((size_t)child->act + 1, sizeof *inputs);
    if (!inputs)
        abort();
    int count = 0;
    bool frozen = false;
    for (uint64_t i = 0; history && i < child->act; i++) {
        const SlAct *act = &history->acts[i];
        if (act->kind == SL_ACT_INPUT)
            inputs[count++] = (SlInquiryInput){act->event, history->bytes + act->offset, (size_t)act->count, act->end};
        frozen |= act->kind != SL_ACT_INPUT;
    }
    SlInquiry inquiry = {.code = child->code,
                         .options = child->options,
                         .repeatable = child->may_go && !child->mixed && !frozen,
                         .choices = history ? history->choices : NULL,
                         .choice_count = (int)child->choice,
                         .inputs = inputs,
                         .input_count = count,
                         .limit = patience,
                         .cancel = is_called,
                         .cancel_data = child};
    SlFindings *findings = sl_verdict_search(child->verdict, &inquiry);
    if (findings)
        sl_news_findings(child, findings);
    free(inputs);
}

static int run(SlChild *child) {
    for (;;) {
        sl_travel_mark(child);
        slice(child);
        child->window.want_pause = false;
        if (child->window.stop) {
            sl_machine_kill(child->machine);
            sl_machine_run(child->machine, -1, 0);
            child->state = SL_RUN_ENDED;
        }
        sl_news_send(child);
        if (child->state == SL_RUN_ENDED && !child->ended_told)
            sl_news_end(child);
        if (sl_wire_flush(child->socket, &child->out))
            search(child);
        // A controlled run stays, so that one can go back from its end.
        if (child->state == SL_RUN_ENDED && (child->window.stop || !child->may_go || child->mixed))
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
    uint8_t flags[3]; // controlled, paused, asks
    uint64_t seed, memory_limit, output_limit;
    double rate;
    int32_t numbers[4]; // workers, go minor, arguments, files
    const char *folder;
    const char **args;
    SlSource *sources;
} Start;

static bool read_start(SlChild *child, SlArena *arena, SlWireReader *reader, Start *start) {
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
    child->window.asks = start->flags[2];
    obey_breakpoints(child, reader);
    return !reader->bad;
}

// Waits for the first message.
static bool receive_start(SlChild *child, SlArena *arena, Start *start) {
    for (;;) {
        SlWireKind kind;
        SlWireReader reader;
        int got = sl_wire_next(&child->in, &child->offset, &kind, &reader);
        if (got)
            return got > 0 && kind == SL_WIRE_START && read_start(child, arena, &reader, start);
        struct pollfd descriptor = {child->socket, POLLIN, 0};
        poll(&descriptor, 1, -1);
        if (!sl_wire_fill(child->socket, &child->in))
            return false;
    }
}

static SlMachine *make_machine(SlChild *child, const Start *start, const SlCode *code) {
    child->controlled = start->flags[0];
    child->window.rate = start->rate;
    child->random = start->seed ? start->seed : 1;
    child->window.output_room = start->output_limit ? start->output_limit : OUTPUT_ROOM;
    child->state = start->flags[1] ? SL_RUN_PAUSED : SL_RUN_RUNNING;
    child->changed = true;
    child->forced_case = -1;
    child->window.next_event = sl_child_now();
    child->code = code;
    child->options = (SlMachineOptions){
        .controlled = child->controlled,
        .workers = start->numbers[0],
        .seed = child->random,
        .choose = sl_course_choose,
        .choose_data = child,
        .memory_limit = start->memory_limit ? start->memory_limit : 1ull << 30,
        .args = start->args,
        .arg_count = start->numbers[2] + 1,
        .output = sl_news_output,
        .output_data = child,
        .stdin_fd = -1,
        .event = sl_news_event,
        .define = sl_news_define,
        .event_data = child,
        .flight = SL_FLIGHT_EVENTS,
        .watch = true,
        .leaks = true,
    };
    return sl_machine_new(code, &child->options);
}

static int run_confined(SlChild *child, const Start *start, const SlCode *code) {
    int status;
    child->history = start->flags[0] ? sl_past_new() : NULL;
    if (child->history && !sl_checkpoint_begin(child->history, &status)) // the keeper
        return status;
    child->may_go = child->history && !child->history->cut;
    if (!sl_confine(child->may_go)) {
        sl_news_ended(child, 1, SL_END_FATAL, "The system does not let Sluice confine the program, so it was not run");
    } else if (!(child->machine = make_machine(child, start, code))) {
        sl_news_ended(child, 1, SL_END_FATAL, "There is not enough memory to run the program");
    } else {
        sl_machine_set_breakpoints(child->machine, child->window.breaks, child->window.break_count);
        child->look = sl_look_new(code);
        sl_wire_drop(&child->in, &child->offset);
        sl_travel_mark(child);
        return obey_all(child) ? run(child) : 1; // what came together with the program
    }
    while (child->out.length && serve(child, -1)) {
    }
    return 1;
}

int sl_child_serve(int socket, const SlChildHooks *hooks) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    signal(SIGPIPE, SIG_IGN);
    SlArena *arena = sl_arena_new();
    SlChild *child = SL_NEW(arena, SlChild);
    child->socket = socket;
    pthread_mutex_init(&child->lock, NULL);
    child->events = SL_NEW_N(arena, SlEvent, SL_CHILD_EVENTS);
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
        sl_news_ended(child, 1, SL_END_NONE, "It does not compile");
    } else {
        return run_confined(child, &start, code);
    }
    while (child->out.length && serve(child, -1)) {
    }
    return 1;
}
