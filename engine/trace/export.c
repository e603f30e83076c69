// SPDX-License-Identifier: MIT
// The Trace Event format: one JSON object with an array of events. Spans are complete events ("X"), operations are
// instants ("i") on the same track, arrows are flows ("s", "f"). A message's flow is named by its channel and number,
// so that nothing is kept for those under way; of what releases others, only the last is kept for each object.
#include "trace/export.h"

#include <stdio.h>

#include "base/text.h"
#include "trace/activity.h"

enum { PIECE = 65536 };

typedef struct {
    int64_t since; // of the state it is in
    uint8_t state;
} Track;

typedef struct {
    char name[SL_DEFINITION_NAME];
    uint64_t last_by; // who gave it up, closed or signalled it last, and when
    int64_t last_at;
} Object;

struct SlExport {
    SlExportWrite write;
    void *data;
    const SlFiles *files;
    SlText text;
    bool any;
    SlActivity activity;
    SlIds tracks;  // goroutine to place in list + 1
    SlIds objects; // likewise
    SL_VEC(Track) list;
    SL_VEC(int) free; // places in list
    SL_VEC(Object) names;
    int64_t now;
    uint64_t arrows;
};

// ---- JSON ----

// Any bytes as a JSON string: what is no UTF-8 becomes U+FFFD.
static void put_string(SlText *text, const char *string) {
    size_t length = strlen(string);
    sl_text_addc(text, '"');
    for (size_t at = 0; at < length;) {
        int width;
        int32_t rune = sl_utf8_decode(string + at, length - at, &width);
        if (rune == '"' || rune == '\\')
            sl_text_printf(text, "\\%c", (char)rune);
        else if (rune < 0x20 || rune == 0x7f || rune == 0x2028 || rune == 0x2029)
            sl_text_printf(text, "\\u%04x", (unsigned)rune);
        else
            sl_text_add_rune(text, rune);
        at += (size_t)width;
    }
    sl_text_addc(text, '"');
}

static void begin(SlExport *self, const char *phase, uint64_t goroutine) {
    sl_text_printf(&self->text, "%s{\"ph\":\"%s\",\"pid\":1,\"tid\":%llu", self->any ? ",\n" : "\n", phase,
                   (unsigned long long)goroutine);
    self->any = true;
}

static void put_time(SlExport *self, const char *name, int64_t nanoseconds) {
    sl_text_printf(&self->text, ",\"%s\":%lld.%03d", name, (long long)(nanoseconds / 1000), (int)(nanoseconds % 1000));
}

static void put_name(SlExport *self, const char *name) {
    sl_text_adds(&self->text, ",\"name\":");
    put_string(&self->text, name);
}

static void finish(SlExport *self, bool all) {
    sl_text_addc(&self->text, '}');
    if (self->text.length < PIECE && !all)
        return;
    self->write(self->data, self->text.at, self->text.length);
    self->text.length = 0;
}

static void name_track(SlExport *self, const char *what, uint64_t goroutine, const char *name) {
    begin(self, "M", goroutine);
    put_name(self, what);
    sl_text_adds(&self->text, ",\"args\":{\"name\":");
    put_string(&self->text, name);
    sl_text_addc(&self->text, '}');
    finish(self, false);
}

SlExport *sl_export_new(const char *program, bool one_at_a_time, const SlFiles *files, SlExportWrite write,
                        void *data) {
    SlExport *self = calloc(1, sizeof *self);
    if (!self)
        abort();
    self->write = write;
    self->data = data;
    self->files = files;
    self->activity.one_at_a_time = one_at_a_time;
    sl_text_adds(&self->text, "{\"displayTimeUnit\":\"ns\",\"otherData\":{\"axis\":");
    put_string(&self->text, one_at_a_time ? "one microsecond is one event" : "time since the start");
    sl_text_adds(&self->text, "},\"traceEvents\":[");
    name_track(self, "process_name", 1, program);
    return self;
}

// ---- tracks ----

static Track *track_of(SlExport *self, uint64_t goroutine) {
    uint64_t place = sl_ids_get(&self->tracks, goroutine);
    return place ? &self->list.at[place - 1] : NULL;
}

static Track *new_track(SlExport *self, uint64_t goroutine) {
    if (!self->free.count) {
        sl_vec_push(&self->list, (Track){0});
        sl_vec_push(&self->free, self->list.count - 1);
    }
    int place = self->free.at[--self->free.count];
    sl_ids_set(&self->tracks, goroutine, (uint64_t)place + 1);
    return &self->list.at[place];
}

static void end_span(SlExport *self, uint64_t goroutine, const Track *track) {
    static const char *const states[] = {
        [SL_STATE_RUNNING] = "running",        [SL_STATE_READY] = "ready",
        [SL_STATE_SENDING] = "waits to send",  [SL_STATE_RECEIVING] = "waits to receive",
        [SL_STATE_SELECT] = "waits in select", [SL_STATE_LOCKING] = "waits to lock",
        [SL_STATE_WAITING] = "waits",          [SL_STATE_SLEEPING] = "sleeps",
        [SL_STATE_INPUT] = "waits for input",  [SL_STATE_PARKED] = "waits for ever",
        [SL_STATE_PANICKED] = "panics",
    };
    // What Perfetto calls "good", "bad" and so on; other viewers leave it out
    static const char *const colours[] = {
        [SL_STATE_RUNNING] = "thread_state_running",
        [SL_STATE_READY] = "thread_state_runnable",
        [SL_STATE_SENDING] = "thread_state_iowait",
        [SL_STATE_RECEIVING] = "thread_state_uninterruptible",
        [SL_STATE_SELECT] = "thread_state_unknown",
        [SL_STATE_LOCKING] = "bad",
        [SL_STATE_WAITING] = "thread_state_unknown",
        [SL_STATE_SLEEPING] = "thread_state_sleeping",
        [SL_STATE_INPUT] = "thread_state_sleeping",
        [SL_STATE_PARKED] = "grey",
        [SL_STATE_PANICKED] = "terrible",
    };
    if (self->now <= track->since)
        return;
    begin(self, "X", goroutine);
    put_name(self, states[track->state]);
    put_time(self, "ts", track->since);
    put_time(self, "dur", self->now - track->since);
    sl_text_printf(&self->text, ",\"cname\":\"%s\"", colours[track->state]);
    finish(self, false);
}

static void set_state(SlExport *self, const SlChange *change) {
    Track *track = track_of(self, change->goroutine);
    if (track)
        end_span(self, change->goroutine, track);
    if (change->state == SL_STATE_ENDED) {
        if (track) {
            int place = (int)(track - self->list.at);
            sl_vec_push(&self->free, place);
            sl_ids_remove(&self->tracks, change->goroutine);
        }
        return;
    }
    if (!track)
        track = new_track(self, change->goroutine);
    *track = (Track){self->now, (uint8_t)change->state};
}

void sl_export_define(SlExport *self, const SlDefinition *definition) {
    if (definition->goroutine) {
        char name[SL_DEFINITION_NAME + 32];
        snprintf(name, sizeof name, "%s G%llu", definition->name, (unsigned long long)definition->id);
        name_track(self, "thread_name", definition->id, name);
        return;
    }
    enum { MOST_NAMES = 100000 };
    if (self->names.count >= MOST_NAMES)
        return;
    Object object = {0};
    snprintf(object.name, sizeof object.name, "%s", definition->name);
    sl_vec_push(&self->names, object);
    sl_ids_set(&self->objects, definition->id, (uint64_t)self->names.count);
}

static Object *object_of(SlExport *self, uint64_t id) {
    uint64_t place = sl_ids_get(&self->objects, id);
    return place ? &self->names.at[place - 1] : NULL;
}

// ---- arrows ----

static void put_end(SlExport *self, const char *phase, uint64_t goroutine, int64_t at, const char *what, uint64_t of,
                    uint64_t number) {
    begin(self, phase, goroutine);
    sl_text_printf(&self->text, ",\"cat\":\"%s\",\"name\":\"%s\",\"id\":\"%s%llu.%llu\"%s", what, what, what,
                   (unsigned long long)of, (unsigned long long)number, *phase == 'f' ? ",\"bp\":\"e\"" : "");
    put_time(self, "ts", at);
    finish(self, false);
}

// From whoever gave the object up last to who goes on because of it.
static void put_release(SlExport *self, const SlEvent *event, uint64_t released, const char *what) {
    const Object *object = object_of(self, event->object);
    if (!object || !object->last_by)
        return;
    put_end(self, "s", object->last_by, object->last_at, what, 0, ++self->arrows);
    put_end(self, "f", released, self->now, what, 0, self->arrows);
}

static void put_arrows(SlExport *self, const SlEvent *event) {
    Object *object = object_of(self, event->object);
    switch (event->kind) {
    case SL_EVENT_SEND:
        put_end(self, "s", event->goroutine, self->now, "message", event->object, event->message);
        break;
    case SL_EVENT_SPAWN:
        put_end(self, "s", event->goroutine, self->now, "go", event->object, 0);
        put_end(self, "f", event->object, self->now, "go", event->object, 0);
        break;
    case SL_EVENT_RECEIVE:
        if (event->ok)
            put_end(self, "f", event->goroutine, self->now, "message", event->object, event->message);
        else if (event->woken)
            put_release(self, event, event->goroutine, "close");
        break;
    case SL_EVENT_CLOSE:
    case SL_EVENT_UNLOCK:
    case SL_EVENT_READ_UNLOCK:
    case SL_EVENT_GROUP_DONE:
    case SL_EVENT_SIGNAL:
    case SL_EVENT_BROADCAST:
        if (object)
            object->last_by = event->goroutine, object->last_at = self->now;
        if (event->kind == SL_EVENT_UNLOCK && event->partner)
            put_release(self, event, event->partner, "unlock");
        break;
    case SL_EVENT_LOCK:
    case SL_EVENT_READ_LOCK:
    case SL_EVENT_GROUP_PASS:
    case SL_EVENT_WAKE:
        if (event->woken)
            put_release(self, event, event->goroutine,
                        event->kind == SL_EVENT_GROUP_PASS ? "done"
                        : event->kind == SL_EVENT_WAKE     ? "wake"
                                                           : "unlock");
        break;
    default:
        break;
    }
}

static void put_instant(SlExport *self, const SlEvent *event) {
    const Object *object = object_of(self, event->object);
    SlText name = {0};
    sl_text_printf(&name, "%s%s%s", sl_event_texts[event->kind], event->text[0] ? " " : "", event->text);
    bool of_object = object && event->kind != SL_EVENT_SPAWN;
    if (of_object)
        sl_text_printf(&name, "%s%s",
                       event->kind == SL_EVENT_SEND      ? " on "
                       : event->kind == SL_EVENT_RECEIVE ? " from "
                                                         : " ",
                       object->name);
    begin(self, "i", event->goroutine);
    put_name(self, sl_text_cstr(&name));
    sl_text_free(&name);
    put_time(self, "ts", self->now);
    sl_text_printf(&self->text, ",\"s\":\"t\",\"args\":{\"event\":%llu", (unsigned long long)event->number);
    if (self->activity.one_at_a_time)
        sl_text_printf(&self->text, ",\"clock\":\"%lld ns\"", (long long)event->time);
    SlPlace place = self->files && event->pos ? sl_files_place(self->files, event->pos) : (SlPlace){0};
    if (place.file) {
        SlText at = {0};
        sl_text_printf(&at, "%s:%d", place.file->name, place.line);
        sl_text_adds(&self->text, ",\"place\":");
        put_string(&self->text, sl_text_cstr(&at));
        sl_text_free(&at);
    }
    sl_text_addc(&self->text, '}');
    finish(self, false);
}

void sl_export_event(SlExport *self, const SlEvent *event) {
    int64_t now = self->activity.one_at_a_time ? (int64_t)event->number * 1000 : event->time;
    if (now > self->now) // two workers may have looked at the clock in the other order
        self->now = now;
    if (!sl_ids_get(&self->tracks, 1) && event->number == 1) // main has no spawn
        set_state(self, &(SlChange){1, SL_STATE_UNKNOWN, SL_STATE_RUNNING});
    SlChange changes[SL_CHANGES];
    int count = sl_activity_step(&self->activity, event, changes);
    bool ends = event->kind == SL_EVENT_EXIT; // what a track says lies within its last span
    for (int i = 0; i < count && !ends; i++)
        set_state(self, &changes[i]);
    if (!event->hidden && event->goroutine) {
        put_instant(self, event);
        put_arrows(self, event);
    }
    for (int i = 0; i < count && ends; i++)
        set_state(self, &changes[i]);
}

void sl_export_end(SlExport *self) {
    self->now += self->activity.one_at_a_time ? 1000 : 0;
    for (uint64_t i = 0; i < self->tracks.capacity; i++)
        if (self->tracks.entries[i].key)
            end_span(self, self->tracks.entries[i].key, &self->list.at[self->tracks.entries[i].value - 1]);
    sl_text_adds(&self->text, "\n]");
    finish(self, true);
    sl_activity_free(&self->activity);
    sl_ids_free(&self->tracks);
    sl_ids_free(&self->objects);
    sl_vec_free(&self->list);
    sl_vec_free(&self->free);
    sl_vec_free(&self->names);
    sl_text_free(&self->text);
    free(self);
}
