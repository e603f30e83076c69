// SPDX-License-Identifier: MIT
// The words of the picture: states, and the sentence that tells a deadlock.
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "ui/scene/scene.h"
#include "ui/scene/translate.h"

const char *sl_state_word(uint8_t state) {
    static const char *const words[] = {
        [SL_STATE_RUNNING] = N_("running"),     [SL_STATE_READY] = N_("ready"),
        [SL_STATE_SENDING] = N_("sending"),     [SL_STATE_RECEIVING] = N_("receiving"),
        [SL_STATE_SELECT] = N_("selecting"),    [SL_STATE_LOCKING] = N_("locking"),
        [SL_STATE_WAITING] = N_("waiting"),     [SL_STATE_SLEEPING] = N_("sleeping"),
        [SL_STATE_INPUT] = N_("reading input"), [SL_STATE_PARKED] = N_("parked"),
        [SL_STATE_ENDED] = N_("ended"),         [SL_STATE_PANICKED] = N_("panicked"),
        [SL_STATE_UNKNOWN] = N_("unknown"),
    };
    return _(state < sizeof words / sizeof *words ? words[state] : words[SL_STATE_UNKNOWN]);
}

typedef struct {
    const char *name;
    uint64_t count;
} Named;

static bool is_plain_plural(const char *name) {
    size_t n = strlen(name);
    return n && name[n - 1] >= 'a' && name[n - 1] <= 'z' && name[n - 1] != 's';
}

// "main and 3 workers", "main, 2 readers and writer".
static void write_names(const Named *names, int count, SlText *text) {
    for (int i = 0; i < count; i++) {
        if (i)
            sl_text_adds(text, i == count - 1 ? _(" and ") : ", ");
        if (names[i].count == 1)
            sl_text_adds(text, names[i].name);
        else if (is_plain_plural(names[i].name))
            sl_text_printf(text, "%llu %ss", (unsigned long long)names[i].count, names[i].name);
        else
            sl_text_printf(text, "%llu × %s", (unsigned long long)names[i].count, names[i].name);
    }
}

static const char *object_name(const SlWorld *world, const SlWorldWait *wait) {
    const SlWorldObject *object = wait->object ? sl_world_object(world, wait->object) : NULL;
    return object ? object->name : _("a nil channel");
}

// One goroutine alone: what it waits for that nobody is left to give.
static void write_alone(const SlWorld *world, const SlWorldGoroutine *g, SlText *text) {
    sl_text_printf(text, _("Deadlock: %s "), g->name);
    const SlWorldWait *wait = g->wait_count ? &g->waits[0] : NULL;
    if (!wait)
        sl_text_adds(text, _("waits for ever, and nobody is left to wake it."));
    else if (g->wait_count > 1)
        sl_text_adds(text, _("waits in select, and nobody is left at the other end of any case."));
    else if (wait->object == 0 && wait->kind <= SL_WAITS_RECEIVE)
        sl_text_adds(text, wait->kind == SL_WAITS_SEND
                               ? _("waits to send on a nil channel, which lasts for ever.")
                               : _("waits to receive from a nil channel, which lasts for ever."));
    else if (wait->kind == SL_WAITS_SEND)
        sl_text_printf(text, _("waits to send %s on %s, and nobody is left to receive."),
                       wait->value ? wait->value : "", object_name(world, wait));
    else if (wait->kind == SL_WAITS_RECEIVE)
        sl_text_printf(text, _("waits to receive from %s, and nobody is left to send."), object_name(world, wait));
    else if (wait->kind == SL_WAITS_LOCK || wait->kind == SL_WAITS_READ_LOCK)
        sl_text_printf(text, _("waits to lock %s, and nobody is left to unlock it."), object_name(world, wait));
    else
        sl_text_printf(text, _("waits for %s, and nobody is left to end that wait."), object_name(world, wait));
}

char *sl_scene_verdict(const SlWorld *world) {
    enum { MOST = 4 };
    if (!world || !world->deadlock)
        return NULL;
    SlText text = {0};
    if (world->goroutine_count == 1 && world->goroutines[0].count <= 1) {
        write_alone(world, &world->goroutines[0], &text);
        return sl_text_take(&text);
    }
    Named names[MOST + 1] = {0};
    int count = 0;
    uint64_t others = 0, all = 0;
    for (int i = 0; i < world->goroutine_count; i++) {
        const SlWorldGoroutine *g = &world->goroutines[i];
        uint64_t n = g->count ? g->count : 1;
        all += n;
        int at = 0;
        while (at < count && strcmp(names[at].name, g->name))
            at++;
        if (at == count && count == MOST) {
            others += n;
            continue;
        }
        if (at == count)
            names[count++].name = g->name;
        names[at].count += n;
    }
    if (others)
        names[count++] = (Named){_("other"), others};
    sl_text_adds(&text, _("Deadlock: "));
    write_names(names, count, &text);
    sl_text_printf(&text, _(" wait for each other. None of the %llu goroutines can ever continue."),
                   (unsigned long long)all);
    return sl_text_take(&text);
}
