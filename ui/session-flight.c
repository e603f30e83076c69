// SPDX-License-Identifier: MIT
// The log of a session: one at a time all that has happened, on all cores the flight record, which arrives when the run
// stands still. Its instants are for viewing: they are made from the log, and the machine stays where it is.
#include "ui/impl.h"

enum { MOST = 1000000 };

void sl_session_log_begin(SlSession *self, bool cut) {
    sl_log_clear(&self->log);
    self->log.one_at_a_time = self->controlled;
    self->log.cut = cut;
    sl_world_free(self->flight_end);
    self->flight_end = NULL;
    self->viewing = false;
}

void sl_session_flight_free(SlSession *self) {
    sl_log_free(&self->log);
    sl_world_free(self->flight_end);
    self->flight_end = NULL;
}

// Names stay: they are told once.
static void drop_events(SlSession *self) {
    self->log.events.count = 0;
    self->log.cut = true;
}

void sl_session_take_events(SlSession *self, const SlMessage *message) {
    if (message->kind == SL_MSG_DEFINITIONS) {
        for (uint32_t i = 0; i < message->count; i++)
            sl_log_define(&self->log, &message->definitions[i]);
        return;
    }
    if (!message->count || (message->kind == SL_MSG_EVENTS) != self->log.one_at_a_time)
        return;
    // Events beyond an earlier instant replace those that followed it before; hidden ones bear the number before them
    if (message->kind == SL_MSG_EVENTS)
        sl_log_forget_from(&self->log, message->events[0].number + message->events[0].hidden);
    if (message->skipped) // what follows does not follow what was there
        drop_events(self);
    if (self->log.events.count + (int)message->count > MOST)
        drop_events(self);
    for (uint32_t i = 0; i < message->count; i++)
        sl_log_add(&self->log, &message->events[i]);
}

void sl_session_take_flight_end(SlSession *self) {
    if (self->log.one_at_a_time || !self->log.events.count || !self->world || self->viewing)
        return;
    SlText bytes = {0};
    sl_world_write(self->world, &bytes);
    sl_world_free(self->flight_end);
    self->flight_end = sl_world_read(bytes.at, bytes.length);
    sl_text_free(&bytes);
}

bool sl_session_is_viewing(SlSession *self) {
    return self->viewing;
}

bool sl_session_can_view(SlSession *self) {
    return self->flight_end && (self->state == SL_SESSION_PAUSED || self->state == SL_SESSION_ENDED);
}

void sl_session_view(SlSession *self, uint64_t event) {
    if (!sl_session_can_view(self))
        return;
    uint64_t first = self->log.events.at[0].number, last = self->log.events.at[self->log.events.count - 1].number;
    event = CLAMP(event, first, last);
    bool end = event >= last;
    SlWorld *world;
    if (end) {
        SlText bytes = {0};
        sl_world_write(self->flight_end, &bytes);
        world = sl_world_read(bytes.at, bytes.length);
        sl_text_free(&bytes);
    } else {
        world = sl_log_world(&self->log, event, self->flight_end);
    }
    sl_world_free(self->before);
    sl_world_free(self->world);
    self->before = NULL;
    self->world = world;
    self->event = event;
    self->clock = world->time;
    self->viewing = !end;
    sl_session_show(self);
    sl_session_emit(self, SL_SIGNAL_RUN);
}

const SlLog *sl_session_log(SlSession *self) {
    return &self->log;
}
