// SPDX-License-Identifier: MIT
// The words that explanations are made of: who, what, where.
#include <string.h>

#include "verify/impl.h"

static bool is_plain_plural(const char *name) {
    size_t n = strlen(name);
    return n && name[n - 1] >= 'a' && name[n - 1] <= 'z' && name[n - 1] != 's';
}

void sl_words_crowd(const SlCrowd *crowd, SlText *text) {
    enum { NAMED = 4 };
    const SlWorldGoroutine *g = crowd->first;
    if (crowd->number == 1) {
        sl_text_adds(text, g->name);
        if (g->parent || strcmp(g->name, "main") != 0)
            sl_text_printf(text, " G%llu", (unsigned long long)g->id);
        return;
    }
    if (crowd->number > NAMED || (uint32_t)crowd->count < crowd->number) {
        sl_text_printf(text, is_plain_plural(g->name) ? "%u %ss" : "%u × %s", crowd->number, g->name);
        return;
    }
    sl_text_printf(text, is_plain_plural(g->name) ? "%ss" : "%s", g->name);
    for (int i = 0; i < crowd->count; i++)
        sl_text_printf(text, "%s G%llu",
                       i == 0                  ? ""
                       : i == crowd->count - 1 ? " and"
                                               : ",",
                       (unsigned long long)crowd->ids[i]);
}

void sl_words_line(const SlExplain *explain, SlPos pos, SlText *text) {
    SlPlace place = pos ? sl_files_place(explain->files, pos) : (SlPlace){0};
    if (!place.file || place.file->library)
        return;
    int own = 0;
    for (int i = 0; i < explain->files->files.count; i++)
        own += !explain->files->files.at[i]->library;
    if (own > 1)
        sl_text_printf(text, " (%s line %d)", place.file->name, place.line);
    else
        sl_text_printf(text, " (line %d)", place.line);
}

// "ctx.Done()": a channel that the library makes where the user asks for it.
static bool is_done_call(const SlPlace *place) {
    static const char call[] = ".Done()";
    if (!place->file || place->line < 1)
        return false;
    const char *at = place->file->text + sl_file_lines(place->file)->at[place->line - 1], *end = strchr(at, '\n');
    const char *found = strstr(at, call), *make = strstr(at, "make(");
    return found && (!end || found < end) && !(make && (!end || make < end));
}

const char *sl_words_object(const SlExplain *explain, const SlNeed *need) {
    const SlWorldObject *object = need->object;
    if (!object)
        return "a nil channel";
    SlPlace place = object->make_pos ? sl_files_place(explain->files, object->make_pos) : (SlPlace){0};
    if (object->kind == SL_OBJECT_CHANNEL && is_done_call(&place) && strstr(object->type, "struct {}"))
        return SL_CONTEXT_NAME;
    if (object->kind == SL_OBJECT_CHANNEL && place.file && place.file->library)
        return strncmp(place.file->name, "context", 7) == 0 ? SL_CONTEXT_NAME : "a channel of the library";
    return object->name;
}

const char *sl_words_act(uint8_t kind) {
    switch (kind) {
    case SL_WAITS_SEND:
        return "receive from";
    case SL_WAITS_RECEIVE:
        return "send on";
    case SL_WAITS_GROUP:
        return "call Done of";
    case SL_WAITS_COND:
        return "signal";
    default:
        return "unlock";
    }
}

const char *sl_words_acts(uint8_t kind) {
    switch (kind) {
    case SL_WAITS_SEND:
        return "receives from";
    case SL_WAITS_RECEIVE:
        return "sends on";
    case SL_WAITS_GROUP:
        return "calls Done of";
    case SL_WAITS_COND:
        return "signals";
    default:
        return "unlocks";
    }
}

static void one_wait(const SlExplain *explain, const SlNeed *need, bool alone, SlText *text) {
    const char *name = sl_words_object(explain, need);
    switch (need->kind) {
    case SL_WAITS_SEND:
        if (alone && need->value && *need->value)
            sl_text_printf(text, "to send %s on %s", need->value, name);
        else
            sl_text_printf(text, "to send on %s", name);
        break;
    case SL_WAITS_RECEIVE:
        sl_text_printf(text, "to receive from %s", name);
        break;
    case SL_WAITS_LOCK:
        if (need->object && need->object->kind == SL_OBJECT_SEMAPHORE)
            sl_text_adds(text, "for a semaphore");
        else
            sl_text_printf(text, "to lock %s", name);
        break;
    case SL_WAITS_READ_LOCK:
        sl_text_printf(text, "to lock %s for reading", name);
        break;
    case SL_WAITS_GROUP:
        sl_text_printf(text, "for %s", name);
        break;
    case SL_WAITS_COND:
        sl_text_printf(text, "for a signal of %s", name);
        break;
    default:
        sl_text_adds(text, "for ever");
    }
}

void sl_words_wait(const SlExplain *explain, const SlCrowd *crowd, SlText *text) {
    enum { SHOWN = 4 };
    bool many = crowd->number > 1;
    sl_text_adds(text, many ? "wait " : "waits ");
    if (crowd->first->state == SL_STATE_SELECT && crowd->need_count) {
        sl_text_adds(text, "in select ");
        for (int i = 0; i < crowd->need_count && i < SHOWN; i++) {
            if (i)
                sl_text_adds(text, " or ");
            one_wait(explain, &crowd->needs[i], false, text);
        }
        if (crowd->need_count > SHOWN)
            sl_text_printf(text, " or for %d others", crowd->need_count - SHOWN);
    } else if (crowd->need_count) {
        one_wait(explain, &crowd->needs[0], !many, text);
    } else {
        sl_text_adds(text, crowd->first->state == SL_STATE_SELECT || crowd->first->state == SL_STATE_PARKED
                               ? "in a select without cases that could come"
                               : "for ever");
    }
    sl_words_line(explain, crowd->first->pos, text);
}
