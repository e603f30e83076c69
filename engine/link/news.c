// SPDX-License-Identifier: MIT
// What the child tells: output and events wait in bounded buffers, what does not fit is counted. What has been told
// once is not told again when the run goes back and comes by again.
#include <stdlib.h>
#include <string.h>

#include "link/child.h"

enum {
    SEND_ROOM = 8 << 20, // bytes queued for the socket before Worlds and events wait
    WORLD_BUDGET = 2000,
    FRAME = 16 * 1000 * 1000, // nanoseconds between Worlds
    WORLD_SHARE = 6,          // the machine runs that many times longer than its Worlds take
};

// ---- from the machine ----

void sl_news_output(void *data, int fd, const char *bytes, size_t count) {
    SlChild *child = data;
    SlWindowSide *window = &child->window;
    int i = fd == 2;
    pthread_mutex_lock(&child->lock);
    uint64_t before = child->written;
    child->written += count;
    uint64_t told = window->told_output > before ? window->told_output - before : 0;
    if (told < count) {
        bytes += told;
        count -= told;
        window->told_output = child->written;
        SlText *text = &child->output[i];
        size_t room = text->length < window->output_room ? window->output_room - text->length : 0;
        size_t kept = count < room ? count : room;
        sl_text_add(text, bytes, kept);
        child->output_skipped[i] += count - kept;
    }
    pthread_mutex_unlock(&child->lock);
}

void sl_news_event(void *data, const SlEvent *event) {
    SlChild *child = data;
    pthread_mutex_lock(&child->lock);
    child->last_event = event->number;
    if (++child->heard > child->window.told_heard) {
        child->window.told_heard = child->heard;
        child->window.told_event = event->number;
        if (child->event_count < SL_CHILD_EVENTS)
            child->events[child->event_count++] = *event;
        else
            child->events_skipped++;
    }
    pthread_mutex_unlock(&child->lock);
}

void sl_news_define(void *data, const SlDefinition *definition) {
    SlChild *child = data;
    pthread_mutex_lock(&child->lock);
    if (++child->defined > child->window.told_defined) {
        child->window.told_defined = child->defined;
        sl_flight_define(&child->flight, definition);
    }
    pthread_mutex_unlock(&child->lock);
}

void sl_news_forget(SlChild *child) {
    child->window.told_event = child->last_event;
    child->window.told_heard = child->heard;
    child->window.told_output = child->written;
    child->window.told_defined = child->defined;
}

// ---- to the window ----

static void send_output(SlChild *child) {
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

// On all cores the machine keeps them itself: looking stops it for a moment.
static void send_flight(SlChild *child) {
    if (child->controlled || !child->machine)
        return;
    bool still = child->state != SL_RUN_RUNNING;
    int64_t at = sl_child_now();
    uint64_t last = sl_machine_events(child->machine);
    if (last == child->last_event && !still)
        return;
    if (!still && at - child->last_show < FRAME)
        return;
    child->last_show = at;
    child->last_event = child->window.told_event = last;
    child->changed = true;
    sl_flight_show(&child->flight, child->machine, &child->out);
    if (still)
        sl_flight_send(&child->flight, child->machine, &child->out);
}

static void send_events(SlChild *child) {
    pthread_mutex_lock(&child->lock);
    sl_flight_send_definitions(&child->flight, &child->out);
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

void sl_news_happened(SlChild *child) {
    send_output(child);
    send_events(child);
    send_flight(child);
}

void sl_news_findings(SlChild *child, SlFindings *findings) {
    size_t frame = sl_wire_begin(&child->out, SL_WIRE_FINDINGS);
    sl_findings_write(findings, &child->out);
    sl_wire_end(&child->out, frame);
    sl_findings_free(findings);
}

// Nothing moves while the socket is served.
static bool stands_still(const SlChild *child) {
    return child->machine && child->state != SL_RUN_LOADING && (child->controlled || child->state != SL_RUN_RUNNING);
}

static void send_world(SlChild *child, uint32_t budget) {
    int64_t begun = sl_child_now();
    SlWorld *world = sl_machine_world(child->machine, budget);
    size_t frame = sl_wire_begin(&child->out, SL_WIRE_SNAPSHOT);
    sl_world_write(world, &child->out);
    sl_wire_end(&child->out, frame);
    SlFindings *findings = sl_verdict_look(child->verdict, child->machine, world);
    if (findings)
        sl_news_findings(child, findings);
    sl_world_free(world);
    child->window.last_world = sl_child_now();
    child->window.world_cost = child->window.last_world - begun;
    child->changed = false;
    child->window.world_wanted = 0;
    if (stands_still(child))
        sl_look_answer(child->look, child->machine, &child->out);
}

void sl_news_state(SlChild *child) {
    SlWindowSide *window = &child->window;
    SlWireState state = {.event = child->last_event,
                         .last_event = window->told_event,
                         .time = child->machine ? sl_machine_now(child->machine) : 0,
                         .output = child->written,
                         .breakpoint = window->breakpoint,
                         .state = (uint8_t)child->state,
                         .controlled = child->controlled,
                         .asks = window->asks,
                         .may_go = child->may_go && !child->mixed};
    size_t frame = sl_wire_begin(&child->out, SL_WIRE_STATE);
    sl_wire_put(&child->out, &state, sizeof state);
    sl_wire_end(&child->out, frame);
    window->told_state = child->state;
    window->told_controlled = child->controlled;
    window->told = true;
}

void sl_news_ended(SlChild *child, int code, SlEnd end, const char *text) {
    size_t frame = sl_wire_begin(&child->out, SL_WIRE_ENDED);
    int32_t exit_code = code;
    uint8_t kind = (uint8_t)end;
    sl_wire_put(&child->out, &exit_code, sizeof exit_code);
    sl_wire_put(&child->out, &kind, 1);
    sl_wire_put(&child->out, text, strlen(text));
    sl_wire_end(&child->out, frame);
}

static bool room(const SlChild *child) {
    return child->out.length < SEND_ROOM;
}

void sl_news_send(SlChild *child) {
    SlWindowSide *window = &child->window;
    if (room(child)) {
        sl_news_happened(child);
        bool still = child->state != SL_RUN_RUNNING;
        // The instants of a large machine take their time: most of it stays with the program.
        int64_t gap = WORLD_SHARE * window->world_cost > FRAME ? WORLD_SHARE * window->world_cost : FRAME;
        bool rested = still || sl_child_now() - window->last_world >= gap, due = child->changed && rested;
        bool wanted = window->world_wanted && (rested || gap == FRAME);
        if (child->machine && child->state != SL_RUN_LOADING && (wanted || (due && (child->controlled || still))))
            send_world(child, window->world_wanted ? window->world_wanted : WORLD_BUDGET);
        if (stands_still(child) && sl_look_is_due(child->look))
            sl_look_answer(child->look, child->machine, &child->out);
    }
    if (!window->told || window->told_state != child->state || window->told_controlled != child->controlled)
        sl_news_state(child);
}

void sl_news_end(SlChild *child) {
    const char *text = NULL;
    SlEnd end = sl_machine_end(child->machine, &text);
    sl_news_happened(child);
    send_world(child, WORLD_BUDGET);
    sl_news_ended(child, sl_machine_exit_code(child->machine), end, text ? text : "");
    child->ended_told = true;
}
