// SPDX-License-Identifier: MIT
// The window's end of a run: starts the child with a socket as its third descriptor, queues commands, decodes messages.
#include "link/client.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "link/wire.h"

extern char **environ;

struct SlClient {
    int socket;
    pid_t pid;
    SlText out, in;
    size_t offset; // of in: read so far
    SL_VEC(SlEvent) events;
    SL_VEC(SlDefinition) definitions;
    SlText text;                     // behind the last message's pointers
    bool ended, died, gone, garbled; // garbled: what it sent is no message
    char reason[160];
};

enum { CHILD_SOCKET = 3 };

static bool spawn(SlClient *client, const char *program, int other) {
    char descriptor[16];
    snprintf(descriptor, sizeof descriptor, "%d", CHILD_SOCKET);
    char *argv[] = {(char *)program, "child", descriptor, NULL};
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, other, CHILD_SOCKET);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    int failed = posix_spawn(&client->pid, program, &actions, &attributes, argv, environ);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    errno = failed;
    return !failed;
}

static void put_start(SlText *out, const SlSource *files, int count, const SlClientOptions *o) {
    size_t frame = sl_wire_begin(out, SL_WIRE_START);
    uint8_t flags[3] = {o->controlled, o->paused, o->asks};
    int32_t numbers[4] = {o->workers, o->go_minor, o->arg_count, count};
    sl_wire_put(out, flags, sizeof flags);
    sl_wire_put(out, &o->seed, sizeof o->seed);
    sl_wire_put(out, &o->events_per_second, sizeof o->events_per_second);
    sl_wire_put(out, &o->memory_limit, sizeof o->memory_limit);
    sl_wire_put(out, &o->output_limit, sizeof o->output_limit);
    sl_wire_put(out, numbers, sizeof numbers);
    sl_wire_put_string(out, o->folder);
    for (int i = 0; i < o->arg_count; i++)
        sl_wire_put_string(out, o->args[i]);
    for (int i = 0; i < count; i++) {
        sl_wire_put_string(out, files[i].name);
        uint32_t length = (uint32_t)files[i].length;
        sl_wire_put(out, &length, sizeof length);
        sl_wire_put(out, files[i].text, length);
        sl_wire_put(out, "", 1);
    }
    if (o->breakpoint_count)
        sl_wire_put(out, o->breakpoints, (size_t)o->breakpoint_count * sizeof *o->breakpoints);
    sl_wire_end(out, frame);
}

SlClient *sl_client_start(const SlSource *files, int count, const SlClientOptions *options, char **error) {
    int pair[2];
    SlClient *client = calloc(1, sizeof *client);
    if (!client)
        abort();
    // The child's end must survive exec under another number only: both are closed there by CLOEXEC.
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair)) {
        *error = strdup(strerror(errno));
        free(client);
        return NULL;
    }
    if (pair[1] == CHILD_SOCKET) { // dup2 onto itself would keep CLOEXEC
        int moved = fcntl(pair[1], F_DUPFD_CLOEXEC, CHILD_SOCKET + 1);
        close(pair[1]);
        pair[1] = moved;
    }
    client->socket = pair[0];
    if (pair[1] < 0 || !spawn(client, options->program, pair[1])) {
        SlText text = {0};
        sl_text_printf(&text, "cannot start %s: %s", options->program, strerror(errno));
        *error = sl_text_take(&text);
        close(pair[0]);
        if (pair[1] >= 0)
            close(pair[1]);
        free(client);
        return NULL;
    }
    close(pair[1]);
    put_start(&client->out, files, count, options);
    sl_wire_flush(client->socket, &client->out);
    return client;
}

static void reap(SlClient *client, int *status) {
    if (client->pid <= 0)
        return;
    kill(client->pid, SIGKILL);
    while (waitpid(client->pid, status, 0) < 0 && errno == EINTR) {
    }
    client->pid = 0;
}

void sl_client_free(SlClient *client) {
    if (!client)
        return;
    int status;
    reap(client, &status);
    close(client->socket);
    sl_text_free(&client->out);
    sl_text_free(&client->in);
    sl_text_free(&client->text);
    sl_vec_free(&client->events);
    sl_vec_free(&client->definitions);
    free(client);
}

int sl_client_fd(const SlClient *client) {
    return client->socket;
}

int sl_client_pid(const SlClient *client) {
    return client->pid;
}

static const char *signal_sentence(int signal) {
    switch (signal) {
    case SIGSEGV:
    case SIGBUS:
    case SIGILL:
    case SIGABRT:
    case SIGFPE:
        return "The machine crashed";
    case SIGKILL:
        return "The run was killed";
    default:
        return "The run was ended by a signal";
    }
}

// The child has gone without saying how: once.
static bool died(SlClient *client, SlMessage *message) {
    if (client->died)
        return false;
    client->died = true;
    int status = 0;
    // Its end of the socket closes a moment before it can be waited for.
    bool waited = false;
    for (int i = 0; i < 200 && !waited && !client->garbled; i++) {
        waited = waitpid(client->pid, &status, WNOHANG) == client->pid;
        if (!waited)
            usleep(1000);
    }
    if (waited)
        client->pid = 0;
    else
        reap(client, &status);
    if (client->ended)
        return false;
    *message = (SlMessage){.kind = SL_MSG_DIED, .state = SL_RUN_ENDED, .text = client->reason};
    if (!waited) { // it lives, but cannot be understood: we have ended it
        snprintf(client->reason, sizeof client->reason,
                 "The machine %s, so it was stopped. Your program is unchanged; it can be run again.",
                 client->garbled ? "said something that is no message" : "hung up");
    } else if (WIFSIGNALED(status)) {
        message->signal = WTERMSIG(status);
        snprintf(client->reason, sizeof client->reason, "%s (%s). Your program is unchanged; it can be run again.",
                 signal_sentence(message->signal), strsignal(message->signal));
    } else {
        snprintf(client->reason, sizeof client->reason,
                 "The machine left unexpectedly (status %d). It can be run again.", WEXITSTATUS(status));
    }
    return true;
}

static bool decode_definitions(SlClient *client, SlWireReader *reader, SlMessage *message) {
    size_t count = (size_t)(reader->end - reader->at) / sizeof(SlDefinition);
    client->definitions.count = 0;
    for (size_t i = 0; i < count; i++) {
        SlDefinition definition;
        sl_wire_get(reader, &definition, sizeof definition);
        definition.name[SL_DEFINITION_NAME - 1] = definition.type[SL_DEFINITION_TYPE - 1] = 0;
        definition.kind = definition.kind <= SL_OBJECT_ATOMIC ? definition.kind : SL_OBJECT_ATOMIC;
        sl_vec_push(&client->definitions, definition);
    }
    message->kind = SL_MSG_DEFINITIONS;
    message->definitions = client->definitions.at;
    message->count = (uint32_t)count;
    return !reader->bad;
}

static bool decode_events(SlClient *client, SlWireReader *reader, SlMessage *message) {
    sl_wire_get(reader, &message->skipped, sizeof message->skipped);
    size_t count = (size_t)(reader->end - reader->at) / sizeof(SlEvent);
    client->events.count = 0;
    for (size_t i = 0; i < count; i++) {
        SlEvent event;
        sl_wire_get(reader, &event, sizeof event);
        event.text[SL_EVENT_TEXT - 1] = 0;
        if (event.kind >= SL_EVENT_COUNT)
            return false;
        sl_vec_push(&client->events, event);
    }
    message->kind = SL_MSG_EVENTS;
    message->events = client->events.at;
    message->count = (uint32_t)count;
    return !reader->bad;
}

// False: the bytes are no message.
static bool decode(SlClient *client, SlWireKind kind, SlWireReader *reader, SlMessage *message) {
    *message = (SlMessage){0};
    client->text.length = 0;
    switch (kind) {
    case SL_WIRE_ERRORS:
        message->kind = SL_MSG_ERRORS;
        break;
    case SL_WIRE_EVENTS:
        return decode_events(client, reader, message);
    case SL_WIRE_DEFINITIONS:
        return decode_definitions(client, reader, message);
    case SL_WIRE_FLIGHT: {
        bool good = decode_events(client, reader, message);
        message->kind = SL_MSG_FLIGHT;
        return good;
    }
    case SL_WIRE_SNAPSHOT:
        message->kind = SL_MSG_WORLD;
        message->world = sl_world_read(reader->at, (size_t)(reader->end - reader->at));
        return message->world != NULL;
    case SL_WIRE_INSPECTION:
        message->kind = SL_MSG_INSPECTION;
        message->inspection = sl_inspection_read(reader->at, (size_t)(reader->end - reader->at));
        return message->inspection != NULL;
    case SL_WIRE_FINDINGS:
        message->kind = SL_MSG_FINDINGS;
        message->findings = sl_findings_read(reader->at, (size_t)(reader->end - reader->at));
        return message->findings != NULL;
    case SL_WIRE_OUTPUT: {
        uint8_t fd;
        sl_wire_get(reader, &fd, 1);
        sl_wire_get(reader, &message->skipped, sizeof message->skipped);
        message->kind = SL_MSG_OUTPUT;
        message->fd = fd;
        message->bytes = reader->at;
        message->length = (size_t)(reader->end - reader->at);
        return !reader->bad;
    }
    case SL_WIRE_STATE: {
        SlWireState state;
        sl_wire_get(reader, &state, sizeof state);
        message->kind = SL_MSG_STATE;
        message->state = state.state;
        message->controlled = state.controlled;
        message->event = state.event;
        message->last_event = state.last_event;
        message->time = state.time;
        message->output = state.output;
        message->breakpoint = state.breakpoint;
        message->asks = state.asks;
        message->may_go = state.may_go;
        return !reader->bad;
    }
    case SL_WIRE_ENDED: {
        int32_t code;
        uint8_t end;
        sl_wire_get(reader, &code, sizeof code);
        sl_wire_get(reader, &end, 1);
        message->kind = SL_MSG_ENDED;
        message->state = SL_RUN_ENDED;
        message->exit_code = code;
        message->end = end;
        client->ended = true;
        break;
    }
    default:
        return false;
    }
    sl_text_add(&client->text, reader->at, (size_t)(reader->end - reader->at));
    message->text = sl_text_cstr(&client->text);
    message->length = client->text.length;
    return !reader->bad;
}

bool sl_client_next(SlClient *client, SlMessage *message) {
    sl_wire_flush(client->socket, &client->out);
    for (int tries = 0; tries < 2; tries++) {
        SlWireKind kind;
        SlWireReader reader;
        int got = sl_wire_next(&client->in, &client->offset, &kind, &reader);
        if (got > 0 && decode(client, kind, &reader, message))
            return true;
        if (got) // as good as dead
            client->gone = client->garbled = true;
        if (client->gone)
            return died(client, message);
        sl_wire_drop(&client->in, &client->offset);
        if (!sl_wire_fill(client->socket, &client->in))
            client->gone = true;
    }
    return false;
}

static void command(SlClient *client, SlWireKind kind, const void *bytes, size_t count) {
    if (client->gone)
        return;
    size_t frame = sl_wire_begin(&client->out, kind);
    sl_wire_put(&client->out, bytes, count);
    sl_wire_end(&client->out, frame);
    sl_wire_flush(client->socket, &client->out);
}

void sl_client_resume(SlClient *client) {
    command(client, SL_WIRE_RESUME, "", 0);
}

void sl_client_pause(SlClient *client) {
    command(client, SL_WIRE_PAUSE, "", 0);
}

void sl_client_rate(SlClient *client, double events_per_second) {
    command(client, SL_WIRE_RATE, &events_per_second, sizeof events_per_second);
}

void sl_client_step(SlClient *client, uint64_t events) {
    command(client, SL_WIRE_STEP, &events, sizeof events);
}

void sl_client_move(SlClient *client, uint64_t goroutine, int select_case) {
    char bytes[12];
    int32_t number = select_case;
    memcpy(bytes, &goroutine, 8);
    memcpy(bytes + 8, &number, 4);
    command(client, SL_WIRE_MOVE, bytes, sizeof bytes);
}

void sl_client_go(SlClient *client, const SlStep *step, bool back) {
    SlWireStep asked = {step->goroutine, step->from, step->to, step->kind, back};
    command(client, SL_WIRE_GO, &asked, sizeof asked);
}

void sl_client_breakpoints(SlClient *client, const SlBreakpoint *list, int count) {
    command(client, SL_WIRE_BREAKPOINTS, list ? (const void *)list : "", (size_t)count * sizeof *list);
}

void sl_client_freeze(SlClient *client, uint64_t goroutine, bool frozen) {
    char bytes[9];
    memcpy(bytes, &goroutine, 8);
    bytes[8] = frozen;
    command(client, SL_WIRE_FREEZE, bytes, sizeof bytes);
}

void sl_client_ask(SlClient *client, bool asks) {
    uint8_t byte = asks;
    command(client, SL_WIRE_ASK, &byte, 1);
}

void sl_client_goto(SlClient *client, uint64_t event) {
    command(client, SL_WIRE_GOTO, &event, sizeof event);
}

void sl_client_controlled(SlClient *client, bool controlled) {
    uint8_t byte = controlled;
    command(client, SL_WIRE_CONTROLLED, &byte, 1);
}

void sl_client_input(SlClient *client, const char *bytes, size_t length, bool end) {
    if (client->gone)
        return;
    uint8_t byte = end;
    size_t frame = sl_wire_begin(&client->out, SL_WIRE_INPUT);
    sl_wire_put(&client->out, &byte, 1);
    sl_wire_put(&client->out, bytes, length);
    sl_wire_end(&client->out, frame);
    sl_wire_flush(client->socket, &client->out);
}

void sl_client_world(SlClient *client, uint32_t budget) {
    command(client, SL_WIRE_WORLD, &budget, sizeof budget);
}

void sl_client_inspect(SlClient *client, const SlInspectQuery *query) {
    if (client->gone)
        return;
    size_t frame = sl_wire_begin(&client->out, SL_WIRE_INSPECT);
    sl_inspect_query_write(query, &client->out);
    sl_wire_end(&client->out, frame);
    sl_wire_flush(client->socket, &client->out);
}

void sl_client_stop(SlClient *client) {
    command(client, SL_WIRE_STOP, "", 0);
}
