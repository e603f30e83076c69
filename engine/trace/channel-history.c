// SPDX-License-Identifier: MIT
// Histories: one walk over the log for one channel.
#include "trace/channel-history.h"

typedef struct {
    uint64_t goroutine;
    const char *value;
    uint32_t since;
} Waiting;

typedef struct {
    const SlLog *log;
    SL_VEC(SlMessageStory) stories;
    SL_VEC(Waiting) senders, receivers;
    uint64_t first; // message of the first story
} Maker;

// Takes somebody out of those who wait; UINT32_MAX: was not there.
static uint32_t leave(Waiting *list, int *count, uint64_t goroutine) {
    for (int i = 0; i < *count; i++)
        if (list[i].goroutine == goroutine) {
            uint32_t since = list[i].since;
            memmove(list + i, list + i + 1, (size_t)(*count - i - 1) * sizeof *list);
            (*count)--;
            return since;
        }
    return UINT32_MAX;
}

static SlMessageStory *story(Maker *make, uint64_t message) {
    if (!make->first)
        make->first = message;
    if (message < make->first || message - make->first > 1 << 24)
        return NULL;
    while ((uint64_t)make->stories.count <= message - make->first)
        sl_vec_push(&make->stories, (SlMessageStory){.message = make->first + (uint64_t)make->stories.count,
                                                     .value = "",
                                                     .sent = UINT32_MAX,
                                                     .received = UINT32_MAX});
    return &make->stories.at[message - make->first];
}

static void stood(const Maker *make, uint32_t since, const SlEvent *event, uint64_t *events, int64_t *time) {
    if (since == UINT32_MAX)
        return;
    const SlEvent *begun = &make->log->events.at[since];
    *events = event->number - begun->number;
    *time = event->time - begun->time;
}

static void add_event(Maker *make, const SlEvent *event, uint32_t at) {
    if (event->kind == SL_EVENT_WAIT_SEND) {
        sl_vec_push(&make->senders, (Waiting){event->goroutine, event->text, at});
    } else if (event->kind == SL_EVENT_WAIT_RECEIVE) {
        sl_vec_push(&make->receivers, (Waiting){event->goroutine, NULL, at});
    } else if (event->kind == SL_EVENT_SEND) {
        uint32_t since = leave(make->senders.at, &make->senders.count, event->goroutine);
        SlMessageStory *told = story(make, event->message);
        if (!told)
            return;
        told->value = event->text;
        told->sender = event->goroutine;
        told->sent = at;
        stood(make, since, event, &told->sender_events, &told->sender_time);
    } else if (event->kind == SL_EVENT_RECEIVE) {
        uint32_t since = leave(make->receivers.at, &make->receivers.count, event->goroutine);
        SlMessageStory *told = event->ok ? story(make, event->message) : NULL;
        if (!told)
            return;
        told->receiver = event->goroutine;
        told->received = at;
        if (told->sent == UINT32_MAX)
            told->value = event->text;
        stood(make, since, event, &told->receiver_events, &told->receiver_time);
    } else if (event->kind == SL_EVENT_WAKE) {
        leave(make->senders.at, &make->senders.count, event->goroutine);
    }
}

static void set_waits(const Maker *make, const SlEvent *last) {
    for (int i = 0; i < make->stories.count; i++) {
        SlMessageStory *told = &make->stories.at[i];
        if (told->sent == UINT32_MAX)
            continue;
        const SlEvent *sent = &make->log->events.at[told->sent];
        const SlEvent *until = told->received == UINT32_MAX ? last : &make->log->events.at[told->received];
        told->waited_events = until->number - sent->number;
        told->waited_time = until->time - sent->time;
    }
}

SlChannelHistory *sl_channel_history_new(const SlLog *log, uint64_t channel, uint64_t event, int most) {
    SlChannelHistory *history = calloc(1, sizeof *history);
    if (!history)
        abort();
    Maker make = {.log = log};
    uint32_t count = sl_log_after(log, event);
    history->channel = channel;
    history->closed = UINT32_MAX;
    const SlDefinition *definition = sl_log_object(log, channel);
    history->pointers = definition && strstr(definition->type, "chan *");
    for (uint32_t i = 0; i < count; i++) {
        const SlEvent *at = &log->events.at[i];
        // One who waits in a select is let go by another channel too: any later event of its own says so
        if (at->object != channel || at->kind == SL_EVENT_SPAWN || at->kind == SL_EVENT_EXIT) {
            if (!at->hidden && at->goroutine && (make.senders.count || make.receivers.count)) {
                leave(make.senders.at, &make.senders.count, at->goroutine);
                leave(make.receivers.at, &make.receivers.count, at->goroutine);
            }
            continue;
        }
        if (at->kind == SL_EVENT_CLOSE)
            history->closed = i;
        add_event(&make, at, i);
    }
    if (count)
        set_waits(&make, &log->events.at[count - 1]);
    if (make.stories.count > most) {
        history->left_out = (uint64_t)(make.stories.count - most);
        memmove(make.stories.at, make.stories.at + history->left_out, (size_t)most * sizeof *make.stories.at);
        make.stories.count = most;
    }
    history->left_out += make.first > 1 ? make.first - 1 : 0;
    history->stories = make.stories.at;
    history->count = make.stories.count;
    history->waiting_count = make.senders.count;
    history->waiting = calloc((size_t)make.senders.count + 1, sizeof *history->waiting);
    if (!history->waiting)
        abort();
    for (int i = 0; i < make.senders.count; i++) {
        history->waiting[i].goroutine = make.senders.at[i].goroutine;
        history->waiting[i].value = make.senders.at[i].value;
        history->waiting[i].since = make.senders.at[i].since;
    }
    sl_vec_free(&make.senders);
    sl_vec_free(&make.receivers);
    return history;
}

void sl_channel_history_free(SlChannelHistory *history) {
    if (!history)
        return;
    free(history->stories);
    free(history->waiting);
    free(history);
}
