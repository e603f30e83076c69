// SPDX-License-Identifier: MIT
// How a goroutine ended. What it did last, apart from tidying up (unlocking, closing, telling that it is done), says
// why it returned: a receive from a closed channel in the head of a loop is the end of that loop; one from a channel
// that no line of the program made is a context's.
#include "ui/scene/ending.h"
#include "ui/scene/translate.h"

#include <string.h>

#include "base/text.h"

static bool tidies(uint8_t kind) {
    switch (kind) {
    case SL_EVENT_CLOSE:
    case SL_EVENT_UNLOCK:
    case SL_EVENT_READ_UNLOCK:
    case SL_EVENT_GROUP_ADD:
    case SL_EVENT_GROUP_DONE:
    case SL_EVENT_OUTPUT:
    case SL_EVENT_ATOMIC:
    case SL_EVENT_EXIT:
    case SL_EVENT_YIELD:
        return true;
    default:
        return false;
    }
}

static bool reads(const char *word, SlPos pos, const char *text, size_t length, SlPos from) {
    size_t count = strlen(word);
    return pos >= from && pos - from + count <= length && memcmp(text + (pos - from), word, count) == 0;
}

static SlEndingKind why(const SlEvent *last, const SlWorld *world, const char *text, size_t length, SlPos from) {
    if (!last || last->kind != SL_EVENT_RECEIVE || last->ok)
        return SL_ENDING_RETURNED;
    if (reads("for", last->pos, text, length, from))
        return SL_ENDING_RANGE;
    const SlWorldObject *object = sl_world_object(world, last->object);
    bool made = object && reads("make", object->make_pos, text, length, from);
    if (object && !made && strcmp(object->type, "chan struct {}") == 0)
        return SL_ENDING_CONTEXT;
    return SL_ENDING_RETURNED;
}

SlEnding sl_ending_of(uint64_t goroutine, const SlEvent *events, uint32_t count, const SlWorld *world, const char *text,
                      size_t length, SlPos from) {
    SlEnding ending = {SL_ENDING_NONE, 0, 0, 0};
    const SlWorldGoroutine *g = sl_world_goroutine(world, goroutine);
    uint32_t at = count;
    while (at > 0 && (events[at - 1].number > world->event || events[at - 1].kind != SL_EVENT_EXIT ||
                      events[at - 1].goroutine != goroutine))
        at--;
    if (!at) {
        if (g && world->ended && g->state == SL_STATE_PANICKED)
            ending.kind = SL_ENDING_PANIC;
        else if (world->ended && !world->deadlock)
            ending.kind = SL_ENDING_PROGRAM;
        return ending;
    }
    const SlEvent *end = &events[at - 1], *last = NULL;
    for (uint32_t i = at - 1; i > 0 && !last; i--)
        if (events[i - 1].goroutine == goroutine && !events[i - 1].hidden && !tidies(events[i - 1].kind))
            last = &events[i - 1];
    ending = (SlEnding){end->ok ? why(last, world, text, length, from) : SL_ENDING_GOEXIT, end->number,
                        last ? last->object : 0, end->pos};
    return ending;
}

char *sl_ending_text(const SlEnding *ending, const SlWorld *world) {
    const SlWorldObject *object = sl_world_object(world, ending->object);
    SlText text = {0};
    switch (ending->kind) {
    case SL_ENDING_NONE:
        sl_text_adds(&text, _("has not ended"));
        break;
    case SL_ENDING_RETURNED:
        sl_text_adds(&text, _("returned"));
        break;
    case SL_ENDING_RANGE:
        sl_text_printf(&text, _("returned: its loop ended when %s was closed"),
                       object ? object->name : _("the channel"));
        break;
    case SL_ENDING_CONTEXT:
        sl_text_adds(&text, _("returned: its context was cancelled"));
        break;
    case SL_ENDING_GOEXIT:
        sl_text_adds(&text, _("ended by runtime.Goexit"));
        break;
    case SL_ENDING_PROGRAM:
        sl_text_adds(&text, _("ended with the program"));
        break;
    case SL_ENDING_PANIC:
        sl_text_adds(&text, _("panicked, which ended the program"));
        break;
    }
    if (ending->event)
        sl_text_printf(&text, _(" (event %llu)"), (unsigned long long)ending->event);
    return sl_text_take(&text);
}
