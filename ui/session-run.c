// SPDX-License-Identifier: MIT
// The run of a session: the child's messages to Worlds, events and output, and the user's commands to the child.
#include <glib-unix.h>
#include <string.h>

#include "ui/impl.h"
#include "ui/stepping.h"

enum { WORLD_EVERY = 66, BUDGET = 2000, OUTPUT_KEPT = 512 * 1024, DEPARTURES = 64 };

static void set_verdict(SlSession *self, const char *text, bool bad) {
    g_free(self->verdict);
    self->verdict = text && *text ? g_strdup(text) : NULL;
    self->verdict_bad = bad;
}

static void add_output(SlSession *self, const SlMessage *message) {
    g_string_append_len(self->output, message->bytes, (gssize)message->length);
    if (message->skipped)
        g_string_append_printf(self->output, "\n… %" G_GUINT64_FORMAT " bytes left out …\n", message->skipped);
    if (self->output->len > OUTPUT_KEPT) {
        gsize cut = self->output->len - OUTPUT_KEPT / 2;
        while (cut < self->output->len && self->output->str[cut] != '\n')
            cut++;
        g_string_erase(self->output, 0, (gssize)cut);
        g_string_prepend(self->output, "… earlier output left out …");
    }
    sl_session_emit(self, SL_SIGNAL_OUTPUT);
}

// The edge that a message travels along: from the sender into the channel, or out of it to the receiver.
static void depart(SlSession *self, const SlEvent *event) {
    if ((event->kind != SL_EVENT_SEND && event->kind != SL_EVENT_RECEIVE) || self->departures->len >= DEPARTURES)
        return;
    int process = sl_scene_find(self->scene, sl_key_goroutine(event->goroutine));
    int object = sl_scene_find(self->scene, sl_key_object(event->object));
    bool send = event->kind == SL_EVENT_SEND;
    int edge =
        process >= 0 && object >= 0 ? sl_scene_flow(self->scene, send ? process : object, send ? object : process) : -1;
    if (edge < 0)
        return;
    SlDeparture departure = {.edge = self->scene->edges[edge].key};
    g_strlcpy(departure.value, event->text, sizeof departure.value);
    g_array_append_val(self->departures, departure);
}

static void take_world(SlSession *self, SlWorld *world) {
    sl_world_free(self->before);
    self->before = self->world;
    self->before_at = self->world_at;
    self->world = world;
    self->world_at = g_get_monotonic_time();
    self->event = world->event;
    self->clock = world->time;
    self->world_asked = false;
    char *verdict = sl_scene_verdict(world);
    if (verdict)
        set_verdict(self, verdict, true);
    free(verdict);
    self->viewing = false;
    if (self->state == SL_SESSION_PAUSED || self->state == SL_SESSION_ENDED)
        sl_session_take_flight_end(self);
    sl_session_show(self);
}

static void take_state(SlSession *self, const SlMessage *message) {
    static const SlSessionState states[] = {
        [SL_RUN_LOADING] = SL_SESSION_STARTING, [SL_RUN_RUNNING] = SL_SESSION_RUNNING,
        [SL_RUN_PAUSED] = SL_SESSION_PAUSED,    [SL_RUN_INPUT] = SL_SESSION_INPUT,
        [SL_RUN_ENDED] = SL_SESSION_ENDED,
    };
    self->state = message->state <= SL_RUN_ENDED ? states[message->state] : SL_SESSION_RUNNING;
    self->event = message->event;
    self->clock = message->time;
    self->broken = message->breakpoint;
    self->may_go = message->may_go;
    if (self->state == SL_SESSION_RUNNING) { // what led here is told again when it stands
        sl_world_free(self->flight_end);
        self->flight_end = NULL;
        self->viewing = false;
    } else if (self->state == SL_SESSION_PAUSED) {
        sl_session_take_flight_end(self);
    }
}

static void finish(SlSession *self, bool gone) {
    self->state = SL_SESSION_ENDED;
    sl_session_take_flight_end(self);
    if (!gone && self->controlled && !self->mixed) { // the child stays, so that one can go back
        sl_session_emit(self, SL_SIGNAL_RUN);
        return;
    }
    g_clear_handle_id(&self->source, g_source_remove);
    g_clear_handle_id(&self->world_timer, g_source_remove);
    sl_client_free(self->client);
    self->client = NULL;
    sl_session_emit(self, SL_SIGNAL_RUN);
    sl_session_show(self);
}

static void take_end(SlSession *self, const SlMessage *message) {
    if (message->kind == SL_MSG_DIED) {
        set_verdict(self, message->text, true);
        self->broke_off = true;
    } else if (self->verdict) {
        // the World has said it better
    } else if (message->end == SL_END_EXIT || message->end == SL_END_NONE) {
        const char *found = sl_session_found(self);
        g_autofree char *text = message->exit_code
                                    ? g_strdup_printf("The program ended with exit status %d.", message->exit_code)
                                : found ? g_strdup_printf("The program has ended, but %s", found)
                                        : g_strdup("The program has ended.");
        set_verdict(self, message->exit_code && *message->text ? message->text : text, message->exit_code != 0);
    } else {
        set_verdict(self, message->text, true);
    }
    finish(self, message->kind == SL_MSG_DIED);
}

static gboolean on_readable(int fd, GIOCondition condition, void *data) {
    enum { MOST = 64 };
    SlSession *self = data;
    SlMessage message;
    bool flights = false, run = false;
    (void)fd;
    (void)condition;
    for (int i = 0; i < MOST && self->client && sl_client_next(self->client, &message); i++) {
        switch (message.kind) {
        case SL_MSG_ERRORS:
            g_string_append(self->output, message.text);
            sl_session_emit(self, SL_SIGNAL_OUTPUT);
            break;
        case SL_MSG_EVENTS:
            for (uint32_t e = 0; e < message.count; e++)
                depart(self, &message.events[e]);
            sl_session_take_events(self, &message);
            if (message.count)
                self->event = MAX(self->event, message.events[message.count - 1].number);
            flights = true;
            break;
        case SL_MSG_DEFINITIONS:
        case SL_MSG_FLIGHT:
            sl_session_take_events(self, &message);
            break;
        case SL_MSG_WORLD:
            take_world(self, message.world);
            break;
        case SL_MSG_FINDINGS:
            sl_session_take_findings(self, message.findings);
            break;
        case SL_MSG_INSPECTION:
            sl_session_take_inspection(self, message.inspection);
            break;
        case SL_MSG_OUTPUT:
            add_output(self, &message);
            break;
        case SL_MSG_STATE:
            take_state(self, &message);
            break;
        case SL_MSG_ENDED:
        case SL_MSG_DIED:
            take_end(self, &message);
            break; // what was searched for may have come with it
        }
        run = true;
    }
    if (flights)
        sl_session_emit(self, SL_SIGNAL_FLIGHTS);
    if (run)
        sl_session_emit(self, SL_SIGNAL_RUN);
    return G_SOURCE_CONTINUE;
}

// On all cores the picture asks for the instant when it has drawn the last one.
static gboolean ask_world(void *data) {
    SlSession *self = data;
    if (self->client && !self->controlled && !self->world_asked && self->state == SL_SESSION_RUNNING) {
        sl_client_world(self->client, BUDGET);
        self->world_asked = true;
    }
    return G_SOURCE_CONTINUE;
}

static void start(SlSession *self, bool paused) {
    sl_session_stop(self);
    sl_document_load_files(self->document);
    if (self->check_timer || sl_document_is_package(self->document))
        sl_session_check_now(self);
    int problems, count;
    sl_document_problems(self->document, &problems);
    if (problems)
        return;
    g_string_truncate(self->output, 0);
    sl_session_emit(self, SL_SIGNAL_OUTPUT);
    set_verdict(self, NULL, false);
    self->broke_off = self->mixed = false;
    sl_session_log_begin(self, false);
    g_free(self->run_text);
    self->run_text = sl_document_whole(self->document);
    self->run_length = strlen(sl_document_text(self->document));
    self->event = 0;
    self->clock = 0;
    g_autofree char *folder = sl_document_place(self->document);
    g_autofree SlSource *sources = sl_document_sources(self->document, &count);
    int breakpoint_count;
    g_autofree SlBreakpoint *breakpoints = sl_session_breakpoints(self, &breakpoint_count);
    SlClientOptions options = {.program = sl_session_host()->child,
                               .controlled = self->controlled,
                               .paused = paused,
                               .events_per_second = self->rate,
                               .asks = self->asks,
                               .breakpoints = breakpoints,
                               .breakpoint_count = breakpoint_count,
                               .folder = folder};
    char *error = NULL;
    self->client = sl_client_start(sources, count, &options, &error);
    if (!self->client) {
        set_verdict(self, error, true);
        free(error);
        self->state = SL_SESSION_ENDED;
    } else {
        self->state = SL_SESSION_STARTING;
        self->source = g_unix_fd_add(sl_client_fd(self->client), G_IO_IN | G_IO_HUP | G_IO_ERR, on_readable, self);
        self->world_timer = g_timeout_add(WORLD_EVERY, ask_world, self);
        sl_session_ask(self);
    }
    sl_session_emit(self, SL_SIGNAL_RUN);
}

SlSessionState sl_session_state(SlSession *self) {
    return self->state;
}

void sl_session_run(SlSession *self) {
    if (self->state == SL_SESSION_PAUSED)
        sl_client_resume(self->client);
    else if (self->state == SL_SESSION_EDITING || self->state == SL_SESSION_ENDED)
        start(self, false);
}

void sl_session_pause(SlSession *self) {
    if (self->client)
        sl_client_pause(self->client);
}

void sl_session_stop(SlSession *self) {
    if (self->state == SL_SESSION_EDITING)
        return;
    g_clear_handle_id(&self->source, g_source_remove);
    g_clear_handle_id(&self->world_timer, g_source_remove);
    sl_client_free(self->client);
    self->client = NULL;
    sl_world_free(self->world);
    sl_world_free(self->before);
    self->world = self->before = NULL;
    self->world_asked = false;
    self->state = SL_SESSION_EDITING;
    self->selected = 0;
    sl_session_take_findings(self, NULL);
    sl_session_inspect_forget(self);
    set_verdict(self, NULL, false);
    g_array_set_size(self->departures, 0);
    if (self->wiring_due)
        sl_session_check_now(self);
    else
        sl_session_show(self);
    sl_session_emit(self, SL_SIGNAL_RUN);
    sl_session_emit(self, SL_SIGNAL_SELECTION);
}

void sl_session_next(SlSession *self) {
    if (self->viewing) // the flight record's, to its end
        sl_session_view(self, self->event + 1);
    if (!self->controlled)
        return;
    if (self->state == SL_SESSION_PAUSED)
        sl_client_step(self->client, 1);
    else if (self->state == SL_SESSION_RUNNING)
        sl_client_pause(self->client);
    else if (self->state == SL_SESSION_EDITING || self->state == SL_SESSION_ENDED)
        start(self, true);
}

bool sl_session_can_go(SlSession *self) {
    if (sl_session_can_view(self))
        return true;
    return self->client && self->controlled && self->may_go && !self->mixed &&
           (self->state == SL_SESSION_PAUSED || self->state == SL_SESSION_ENDED || self->state == SL_SESSION_INPUT);
}

void sl_session_go(SlSession *self, uint64_t event) {
    if (!sl_session_can_go(self))
        return;
    if (sl_session_can_view(self)) {
        sl_session_view(self, event);
        return;
    }
    set_verdict(self, NULL, false);
    sl_client_goto(self->client, event);
    sl_session_ask(self); // whoever serves the instant there
}

void sl_session_forget_verdict(SlSession *self) {
    set_verdict(self, NULL, false);
}

void sl_session_back(SlSession *self) {
    if (sl_session_can_view(self) && self->event)
        sl_session_view(self, self->event - 1);
    else
        sl_session_step(self, SL_STEP_EVENT, true);
}

void sl_session_move(SlSession *self, uint64_t goroutine) {
    const SlWorldGoroutine *g = self->world ? sl_world_goroutine(self->world, goroutine) : NULL;
    if (self->client && self->controlled && self->state == SL_SESSION_PAUSED)
        sl_client_move(self->client, goroutine, g && g->case_count ? SL_CASE_ANY : SL_CASE_ASK);
}

void sl_session_take_case(SlSession *self, int offer) {
    bool can = self->client && self->controlled && self->state == SL_SESSION_PAUSED && self->world;
    for (int i = 0; can && i < self->world->goroutine_count; i++) { // one at most stands at a select
        const SlWorldGoroutine *g = &self->world->goroutines[i];
        if (offer >= 1 && offer <= g->case_count) {
            sl_client_move(self->client, g->id, g->cases[offer - 1].number);
            return;
        }
    }
}

bool sl_session_controlled(SlSession *self) {
    return self->controlled;
}

void sl_session_set_controlled(SlSession *self, bool controlled) {
    if (self->controlled == controlled)
        return;
    self->controlled = controlled;
    if (self->client && self->state != SL_SESSION_ENDED) {
        sl_client_controlled(self->client, controlled);
        self->mixed = true;
        sl_session_log_begin(self, true);
    }
    sl_session_emit(self, SL_SIGNAL_RUN);
}

double sl_session_rate(SlSession *self) {
    return self->rate;
}

void sl_session_set_rate(SlSession *self, double rate) {
    self->rate = rate;
    if (self->client)
        sl_client_rate(self->client, rate);
    sl_session_emit(self, SL_SIGNAL_RUN);
}

void sl_session_input(SlSession *self, const char *line) {
    if (!self->client)
        return;
    if (line) {
        g_string_append(self->output, line);
        sl_session_emit(self, SL_SIGNAL_OUTPUT);
    }
    sl_client_input(self->client, line ? line : "", line ? strlen(line) : 0, !line);
}

uint64_t sl_session_event(SlSession *self) {
    return self->event;
}

int64_t sl_session_clock(SlSession *self) {
    return self->clock;
}

const char *sl_session_verdict(SlSession *self, bool *bad) {
    *bad = self->verdict_bad;
    const char *found = self->verdict ? NULL : sl_session_found(self);
    if (!found)
        return self->verdict;
    *bad = true;
    return found;
}

bool sl_session_broke_off(SlSession *self) {
    return self->broke_off && self->state == SL_SESSION_ENDED;
}

const char *sl_session_output(SlSession *self, gsize *length) {
    *length = self->output->len;
    return self->output->str;
}

int sl_session_child(SlSession *self) {
    return self->client ? sl_client_pid(self->client) : 0;
}

const SlDeparture *sl_session_departures(SlSession *self, int *count) {
    GArray *list = self->departures;
    self->departures = self->departed;
    self->departed = list;
    g_array_set_size(self->departures, 0);
    *count = (int)list->len;
    return (const SlDeparture *)list->data;
}

// ---- life ----

void sl_session_run_init(SlSession *self) {
    self->output = g_string_new("");
    self->departures = g_array_new(FALSE, TRUE, sizeof(SlDeparture));
    self->departed = g_array_new(FALSE, TRUE, sizeof(SlDeparture));
    sl_session_log_begin(self, false);
    self->controlled = true;
    self->rate = 2;
}

void sl_session_run_free(SlSession *self) {
    g_clear_handle_id(&self->source, g_source_remove);
    g_clear_handle_id(&self->world_timer, g_source_remove);
    sl_client_free(self->client);
    sl_world_free(self->world);
    sl_world_free(self->before);
    g_array_unref(self->departures);
    g_array_unref(self->departed);
    sl_session_flight_free(self);
    g_string_free(self->output, TRUE);
    g_free(self->verdict);
    g_free(self->run_text);
}
