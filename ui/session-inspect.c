// SPDX-License-Identifier: MIT
// The session's inspector: what is asked of the child about the selected node, which values are open, the watches; and
// which values have changed since the instant before.
#include <string.h>

#include "ui/impl.h"

static gboolean is_still(const SlSession *self) {
    return self->state == SL_SESSION_PAUSED || self->state == SL_SESSION_INPUT || self->state == SL_SESSION_ENDED;
}

// Whose variables are shown: those of the selected goroutine, else of the one that moved last.
static uint64_t goroutine_of(SlSession *self, const SlNode *node) {
    if (node && node->kind == SL_NODE_PROCESS && node->id)
        return node->id;
    int last = self->log.events.count;
    uint64_t id = last && self->controlled ? self->log.events.at[last - 1].goroutine : 0;
    return id ? id : 1;
}

static const SlNode *selected_node(SlSession *self) {
    int index = sl_scene_find(self->scene, self->selected);
    return index >= 0 ? &self->scene->nodes[index] : NULL;
}

void sl_session_ask(SlSession *self) {
    if (!self->client)
        return;
    const SlNode *node = selected_node(self);
    self->asked = goroutine_of(self, node);
    bool channel = node && node->kind == SL_NODE_CHANNEL;
    g_autofree const char **open = (const char **)g_hash_table_get_keys_as_array(self->open_paths, NULL);
    SlInspectQuery query = {.goroutine = self->asked,
                            .depth = self->depth,
                            .object = channel ? node->id : 0,
                            .open = open,
                            .open_count = (int)g_hash_table_size(self->open_paths),
                            .watches = (const char **)self->watches->pdata,
                            .watch_count = (int)self->watches->len,
                            .globals = true,
                            .hover = self->hover,
                            .hover_pos = self->hover_pos};
    sl_client_inspect(self->client, &query);
}

// ---- what has changed ----

static void note_digests(GHashTable *table, const SlInspectNode *nodes, int count) {
    for (int i = 0; i < count; i++) {
        uint64_t *digest = g_new(uint64_t, 1);
        *digest = nodes[i].digest;
        g_hash_table_insert(table, g_strdup(nodes[i].path), digest);
        note_digests(table, nodes[i].nodes, nodes[i].node_count);
    }
}

// Values are compared with those of another instant of the same frame; opening a node is no new instant.
static void compare(SlSession *self, const SlInspection *next) {
    const SlInspection *last = self->inspection;
    bool same = last && last->goroutine == next->goroutine && last->frame >= 0 && next->frame >= 0 &&
                last->frames[last->frame].depth == next->frames[next->frame].depth &&
                strcmp(last->frames[last->frame].function, next->frames[next->frame].function) == 0;
    if (!same && !(last && last->object && last->object == next->object)) {
        g_hash_table_remove_all(self->digests);
        g_hash_table_remove_all(self->earlier);
    } else if (last->event != next->event) {
        GHashTable *swap = self->earlier;
        self->earlier = self->digests;
        self->digests = swap;
        g_hash_table_remove_all(self->digests);
    }
    note_digests(self->digests, next->locals, next->local_count);
    note_digests(self->digests, next->globals, next->global_count);
    note_digests(self->digests, next->watches, next->watch_count);
}

void sl_session_take_inspection(SlSession *self, SlInspection *inspection) {
    compare(self, inspection);
    sl_inspection_free(self->inspection);
    self->inspection = inspection;
    sl_session_emit(self, SL_SIGNAL_INSPECTION);
}

bool sl_session_changed(SlSession *self, const SlInspectNode *node) {
    const uint64_t *digest = g_hash_table_lookup(self->earlier, node->path);
    return digest && *digest != node->digest;
}

const SlInspection *sl_session_inspection(SlSession *self) {
    if (self->viewing) // an instant of the log: the machine stands elsewhere
        return NULL;
    return self->client || is_still(self) ? self->inspection : NULL;
}

// ---- what is asked ----

void sl_session_open_path(SlSession *self, const char *path, bool open) {
    if (open)
        g_hash_table_add(self->open_paths, g_strdup(path));
    else
        g_hash_table_remove(self->open_paths, path);
    sl_session_ask(self);
}

bool sl_session_is_path_open(SlSession *self, const char *path) {
    return g_hash_table_contains(self->open_paths, path);
}

void sl_session_set_depth(SlSession *self, uint32_t depth) {
    self->depth = depth;
    sl_session_ask(self);
}

const char *const *sl_session_watches(SlSession *self, int *count) {
    *count = (int)self->watches->len;
    return (const char *const *)self->watches->pdata;
}

void sl_session_set_watch(SlSession *self, int index, const char *text) {
    g_autofree char *stripped = text ? g_strstrip(g_strdup(text)) : NULL;
    bool empty = !stripped || !*stripped;
    if (index < 0 || index >= (int)self->watches->len) {
        if (empty)
            return;
        g_ptr_array_add(self->watches, g_steal_pointer(&stripped));
    } else if (empty) {
        g_ptr_array_remove_index(self->watches, (guint)index);
    } else {
        g_free(self->watches->pdata[index]);
        self->watches->pdata[index] = g_steal_pointer(&stripped);
    }
    sl_session_ask(self);
    sl_session_emit(self, SL_SIGNAL_INSPECTION);
}

void sl_session_hover(SlSession *self, const char *text, SlPos pos) {
    if (g_strcmp0(text, self->hover) == 0 && pos == self->hover_pos)
        return;
    g_free(self->hover);
    self->hover = g_strdup(text);
    self->hover_pos = pos;
    if (text && is_still(self))
        sl_session_ask(self);
}

const SlInspectNode *sl_session_hovered(SlSession *self) {
    const SlInspection *seen = sl_session_inspection(self);
    if (!seen || !seen->hover_count || !self->hover || !is_still(self) || strcmp(seen->hover->name, self->hover) != 0)
        return NULL;
    return seen->hover->kind == SL_NODE_ERROR ? NULL : seen->hover;
}

// ---- life ----

void sl_session_inspect_forget(SlSession *self) {
    sl_inspection_free(self->inspection);
    self->inspection = NULL;
    self->depth = SL_INSPECT_OWN;
    g_hash_table_remove_all(self->digests);
    g_hash_table_remove_all(self->earlier);
    sl_session_emit(self, SL_SIGNAL_INSPECTION);
}

static void on_selection(SlSession *self) {
    self->depth = SL_INSPECT_OWN;
    sl_session_ask(self);
}

static void on_scene(SlSession *self) {
    if (self->client && self->asked != goroutine_of(self, selected_node(self)))
        sl_session_ask(self);
}

void sl_session_inspect_init(SlSession *self) {
    g_signal_connect(self, "selection", G_CALLBACK(on_selection), NULL);
    g_signal_connect(self, "scene", G_CALLBACK(on_scene), NULL);
    self->open_paths = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    self->digests = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    self->earlier = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    self->watches = g_ptr_array_new_with_free_func(g_free);
    self->depth = SL_INSPECT_OWN;
}

void sl_session_inspect_free(SlSession *self) {
    sl_inspection_free(self->inspection);
    self->inspection = NULL;
    g_hash_table_unref(self->open_paths);
    g_hash_table_unref(self->digests);
    g_hash_table_unref(self->earlier);
    g_ptr_array_unref(self->watches);
    g_free(self->hover);
}
