// SPDX-License-Identifier: MIT
// Logs: kept in order of numbers, so that an instant is found by halving.
#include "trace/log.h"

void sl_log_add(SlLog *log, const SlEvent *event) {
    sl_vec_push(&log->events, *event);
}

void sl_log_define(SlLog *log, const SlDefinition *definition) {
    SlIds *ids = definition->goroutine ? &log->goroutines : &log->objects;
    uint64_t place = sl_ids_get(ids, definition->id);
    if (place) {
        log->definitions.at[place - 1] = *definition;
        return;
    }
    sl_vec_push(&log->definitions, *definition);
    sl_ids_set(ids, definition->id, (uint64_t)log->definitions.count);
}

void sl_log_forget_from(SlLog *log, uint64_t number) {
    while (log->events.count && log->events.at[log->events.count - 1].number >= number)
        log->events.count--;
}

void sl_log_clear(SlLog *log) {
    log->events.count = log->definitions.count = 0;
    log->cut = false;
    sl_ids_clear(&log->goroutines);
    sl_ids_clear(&log->objects);
}

void sl_log_free(SlLog *log) {
    sl_vec_free(&log->events);
    sl_vec_free(&log->definitions);
    sl_ids_free(&log->goroutines);
    sl_ids_free(&log->objects);
}

static const SlDefinition *definition_of(const SlLog *log, const SlIds *ids, uint64_t id) {
    uint64_t place = id ? sl_ids_get(ids, id) : 0;
    return place ? &log->definitions.at[place - 1] : NULL;
}

const SlDefinition *sl_log_goroutine(const SlLog *log, uint64_t id) {
    return definition_of(log, &log->goroutines, id);
}

const SlDefinition *sl_log_object(const SlLog *log, uint64_t id) {
    return definition_of(log, &log->objects, id);
}

uint32_t sl_log_after(const SlLog *log, uint64_t number) {
    uint32_t low = 0, high = (uint32_t)log->events.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (log->events.at[middle].number <= number)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint32_t sl_log_find(const SlLog *log, uint64_t number) {
    for (uint32_t at = sl_log_after(log, number); at-- > 0 && log->events.at[at].number == number;)
        if (!log->events.at[at].hidden)
            return at;
    return UINT32_MAX;
}

void sl_log_name_goroutine(const SlLog *log, uint64_t id, SlText *text) {
    const SlDefinition *definition = sl_log_goroutine(log, id);
    if (!id)
        sl_text_adds(text, "a timer");
    else if (id == 1)
        sl_text_adds(text, "main");
    else
        sl_text_printf(text, definition ? "%s G%llu" : "%sG%llu", definition ? definition->name : "",
                       (unsigned long long)id);
}

void sl_log_name_object(const SlLog *log, uint64_t id, SlText *text) {
    const SlDefinition *definition = sl_log_object(log, id);
    sl_text_adds(text, definition ? definition->name : !id ? "a nil channel" : "an atomic word");
}

void sl_log_tell(const SlLog *log, const SlEvent *event, SlText *text) {
    sl_log_name_goroutine(log, event->goroutine, text);
    if (event->kind == SL_EVENT_RECEIVE && !event->ok) {
        sl_text_adds(text, " finds ");
        sl_log_name_object(log, event->object, text);
        sl_text_adds(text, " closed");
        return;
    }
    sl_text_printf(text, " %s", sl_event_texts[event->kind]);
    if (event->text[0])
        sl_text_printf(text, " %s", event->text);
    if (event->kind == SL_EVENT_SPAWN) {
        sl_text_addc(text, ' ');
        sl_log_name_goroutine(log, event->object, text);
    } else if (event->object && event->kind != SL_EVENT_EXIT) {
        sl_text_adds(text, event->kind == SL_EVENT_SEND || event->kind == SL_EVENT_WAIT_SEND         ? " on "
                           : event->kind == SL_EVENT_RECEIVE || event->kind == SL_EVENT_WAIT_RECEIVE ? " from "
                                                                                                     : " ");
        sl_log_name_object(log, event->object, text);
    }
}
