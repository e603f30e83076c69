// SPDX-License-Identifier: MIT
// Stepping: what the user asks for becomes the child's commands, with positions in the text that runs.
#include "ui/stepping.h"

#include <string.h>

#include "ui/impl.h"

// ---- who and where ----

static const SlNode *selected_node(SlSession *self) {
    int index = sl_scene_find(self->scene, self->selected);
    return index < 0 ? NULL : &self->scene->nodes[index];
}

static const SlWorldGoroutine *selected_goroutine(SlSession *self) {
    const SlNode *node = selected_node(self);
    if (!self->world || !node || node->kind != SL_NODE_PROCESS || node->count > 1)
        return NULL;
    return sl_world_goroutine(self->world, node->id);
}

uint64_t sl_session_stepped(SlSession *self) {
    const SlWorldGoroutine *g = selected_goroutine(self);
    return g ? g->id : 1;
}

// Of a line of the shown file, in the text that runs, or will run.
static bool line_range(SlSession *self, int line, SlPos *from, SlPos *to) {
    g_autofree char *whole = self->world && self->run_text ? NULL : sl_document_whole(self->document);
    const char *text = whole ? whole : self->run_text;
    gsize offset = sl_document_offset(self->document), length = strlen(text);
    for (int i = 1; i < line; i++) {
        const char *end = offset < length ? strchr(text + offset, '\n') : NULL;
        if (!end)
            return false;
        offset = (gsize)(end - text) + 1;
    }
    const char *end = strchr(text + offset, '\n');
    *from = (SlPos)offset + 1;
    *to = end ? (SlPos)(end - text) + 2 : (SlPos)length + 2;
    return true;
}

// ---- steps ----

bool sl_session_can_step(SlSession *self, bool back) {
    if (!self->controlled || self->state == SL_SESSION_STARTING)
        return false;
    if (back)
        return sl_session_can_go(self);
    return self->state == SL_SESSION_PAUSED || self->state == SL_SESSION_EDITING;
}

static void go(SlSession *self, SlStep step, bool back) {
    if (!sl_session_can_step(self, back))
        return;
    if (self->state == SL_SESSION_EDITING) { // the first step begins the run
        sl_session_next(self);
        return;
    }
    if (back)
        sl_session_forget_verdict(self);
    sl_client_go(self->client, &step, back);
    sl_session_ask(self); // whoever serves the instant there
}

void sl_session_step(SlSession *self, SlStepKind kind, bool back) {
    bool anybody = kind == SL_STEP_EVENT;
    go(self, (SlStep){.kind = (uint8_t)kind, .goroutine = anybody ? 0 : sl_session_stepped(self)}, back);
}

void sl_session_step_own(SlSession *self, bool back) {
    go(self, (SlStep){.kind = SL_STEP_EVENT, .goroutine = sl_session_stepped(self)}, back);
}

void sl_session_step_to_line(SlSession *self, int line, bool back) {
    const SlWorldGoroutine *g = selected_goroutine(self);
    SlStep step = {.kind = SL_STEP_LINE, .goroutine = g ? g->id : 0};
    if (line_range(self, line, &step.from, &step.to))
        go(self, step, back);
}

void sl_session_run_back(SlSession *self) {
    go(self, (SlStep){.kind = SL_STEP_RUN}, true);
}

// ---- keeping them ----

static void clear_stop(void *data) {
    g_free(((SlStop *)data)->label);
}

static SlStop *stop_of(SlSession *self, uint32_t id) {
    for (guint i = 0; i < self->stops->len; i++) {
        SlStop *stop = &g_array_index(self->stops, SlStop, i);
        if (stop->at.id == id)
            return stop;
    }
    return NULL;
}

SlBreakpoint *sl_session_breakpoints(SlSession *self, int *count) {
    SlBreakpoint *list = g_new0(SlBreakpoint, self->stops->len + 1);
    *count = 0;
    for (guint i = 0; i < self->stops->len; i++) {
        const SlStop *stop = &g_array_index(self->stops, SlStop, i);
        SlBreakpoint *at = &list[*count];
        *at = stop->at;
        if (stop->at.kind != SL_BREAK_LINE || line_range(self, stop->line, &at->from, &at->to))
            ++*count;
    }
    return list;
}

static void changed(SlSession *self) {
    int count;
    g_autofree SlBreakpoint *list = sl_session_breakpoints(self, &count);
    if (self->client)
        sl_client_breakpoints(self->client, list, count);
    sl_session_emit(self, SL_SIGNAL_STOPS);
    sl_session_show(self);
}

// ---- breakpoints in the picture ----

static bool is_on(const SlSession *self, const SlBreakpoint *at, const SlNode *node) {
    bool process = at->kind == SL_BREAK_BLOCKS || at->kind == SL_BREAK_ENDS;
    if (at->kind == SL_BREAK_LINE || node->kind != (process ? SL_NODE_PROCESS : SL_NODE_CHANNEL))
        return false;
    if (at->object)
        return node->id == at->object;
    SlPos made = node->pos;
    const SlWorldGoroutine *g = process && node->id && self->world ? sl_world_goroutine(self->world, node->id) : NULL;
    if (g)
        made = g->go_pos;
    return made >= at->from && made < at->to;
}

void sl_session_light_stops(SlSession *self, SlScene *scene) {
    for (guint s = 0; self->stops && s < self->stops->len; s++) {
        const SlBreakpoint *at = &g_array_index(self->stops, SlStop, s).at;
        for (int i = 0; i < scene->node_count; i++) {
            SlNode *node = &scene->nodes[i];
            if (!is_on(self, at, node))
                continue;
            if (!at->off)
                node->breaks = MAX(node->breaks, 0) + 1;
            else if (node->breaks <= 0)
                node->breaks--;
        }
    }
}

uint64_t sl_session_stop_key(SlSession *self, uint32_t id) {
    const SlStop *stop = stop_of(self, id);
    for (int i = 0; stop && i < self->scene->node_count; i++)
        if (is_on(self, &stop->at, &self->scene->nodes[i]))
            return self->scene->nodes[i].key;
    return 0;
}

void sl_session_remove_stops_of(SlSession *self, uint64_t key) {
    int index = sl_scene_find(self->scene, key);
    if (index < 0)
        return;
    SlNode node = self->scene->nodes[index];
    for (guint i = self->stops->len; i-- > 0;)
        if (is_on(self, &g_array_index(self->stops, SlStop, i).at, &node))
            g_array_remove_index(self->stops, i);
    changed(self);
}

// ---- breakpoints ----

const SlStop *sl_session_stops(SlSession *self, int *count) {
    *count = (int)self->stops->len;
    return (const SlStop *)self->stops->data;
}

uint32_t sl_session_stop_at(SlSession *self, int line) {
    for (guint i = 0; i < self->stops->len; i++)
        if (g_array_index(self->stops, SlStop, i).line == line)
            return g_array_index(self->stops, SlStop, i).at.id;
    return 0;
}

uint32_t sl_session_broken(SlSession *self) {
    return self->state == SL_SESSION_PAUSED ? self->broken : 0;
}

void sl_session_toggle_stop(SlSession *self, int line) {
    uint32_t id = sl_session_stop_at(self, line);
    if (id) {
        sl_session_remove_stop(self, id);
        return;
    }
    SlStop stop = {.at = {.id = ++self->last_stop, .kind = SL_BREAK_LINE},
                   .line = line,
                   .label = g_strdup_printf("line %d", line)};
    g_array_append_val(self->stops, stop);
    changed(self);
}

uint32_t sl_session_add_stop(SlSession *self, SlBreakKind kind, uint64_t key) {
    static const char *const words[SL_BREAK_COUNT] = {
        "", "send on", "receive on", "close of", "full buffer of", "empty buffer of", "wait of", "end of"};
    int index = sl_scene_find(self->scene, key);
    if (index < 0)
        return 0;
    const SlNode *node = &self->scene->nodes[index];
    SlStop stop = {.at = {.id = ++self->last_stop, .kind = (uint8_t)kind, .object = node->id},
                   .label = g_strdup_printf("%s %s", words[kind], node->title)};
    if (!node->id) { // not made yet: whatever is made there
        stop.at.from = node->pos;
        stop.at.to = node->pos + 1;
    }
    g_array_append_val(self->stops, stop);
    changed(self);
    return self->last_stop;
}

void sl_session_change_stop(SlSession *self, uint32_t id, bool off, const char *condition) {
    SlStop *stop = stop_of(self, id);
    if (!stop)
        return;
    stop->at.off = off;
    g_strlcpy(stop->at.condition, condition ? condition : "", SL_CONDITION_TEXT);
    changed(self);
}

void sl_session_remove_stop(SlSession *self, uint32_t id) {
    SlStop *stop = stop_of(self, id);
    if (stop)
        g_array_remove_index(self->stops, (guint)(stop - (SlStop *)self->stops->data));
    changed(self);
}

void sl_session_move_stop(SlSession *self, uint32_t id, int line) {
    SlStop *stop = stop_of(self, id);
    if (!stop || stop->line == line)
        return;
    stop->line = line;
    g_free(stop->label);
    stop->label = g_strdup_printf("line %d", line);
}

// ---- freezing, choosing ----

bool sl_session_is_frozen(SlSession *self, bool *frozen) {
    const SlWorldGoroutine *g = selected_goroutine(self);
    *frozen = g && g->frozen;
    return g && self->client && self->state != SL_SESSION_ENDED && g->state != SL_STATE_ENDED;
}

void sl_session_freeze(SlSession *self, bool frozen) {
    bool was;
    if (sl_session_is_frozen(self, &was) && was != frozen)
        sl_client_freeze(self->client, sl_session_stepped(self), frozen);
}

bool sl_session_asks(SlSession *self) {
    return self->asks;
}

void sl_session_set_asks(SlSession *self, bool asks) {
    self->asks = asks;
    if (self->client)
        sl_client_ask(self->client, asks);
    sl_session_emit(self, SL_SIGNAL_RUN);
}

// ---- life ----

void sl_session_forget_stops(SlSession *self) {
    if (!self->stops->len)
        return;
    g_array_set_size(self->stops, 0);
    changed(self);
}

void sl_session_stepping_init(SlSession *self) {
    self->stops = g_array_new(FALSE, TRUE, sizeof(SlStop));
    g_array_set_clear_func(self->stops, clear_stop);
}

void sl_session_stepping_free(SlSession *self) {
    g_array_unref(self->stops);
}
