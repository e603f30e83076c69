// SPDX-License-Identifier: MIT
// The drawing's side of a session: what is selected, which function is open, and edits of the drawing as edits of the
// text. The text stays the only truth: an edit is planned over the last good program, carried out on the text, and
// what the drawing shows afterwards is read from the text anew.
#include "ui/session-edit.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ui/impl.h"

// ---- the selection ----

static int also_index(SlSession *self, uint64_t key) {
    for (guint i = 0; i < self->also->len; i++)
        if (g_array_index(self->also, uint64_t, i) == key)
            return (int)i;
    return -1;
}

static void selection_changed(SlSession *self) {
    sl_session_show(self);
    sl_session_emit(self, SL_SIGNAL_SELECTION);
}

bool sl_session_is_selected(SlSession *self, uint64_t key) {
    return key && (self->selected == key || also_index(self, key) >= 0);
}

void sl_session_select(SlSession *self, uint64_t key) {
    if (self->selected == key && !self->also->len)
        return;
    g_array_set_size(self->also, 0);
    self->selected = key;
    selection_changed(self);
}

void sl_session_select_keys(SlSession *self, const uint64_t *keys, int count) {
    g_array_set_size(self->also, 0);
    self->selected = count ? keys[0] : 0;
    if (count > 1)
        g_array_append_vals(self->also, keys + 1, (guint)count - 1);
    selection_changed(self);
}

void sl_session_toggle(SlSession *self, uint64_t key) {
    int index = also_index(self, key);
    if (index >= 0) {
        g_array_remove_index(self->also, (guint)index);
    } else if (self->selected == key) { // the next one leads
        self->selected = self->also->len ? g_array_index(self->also, uint64_t, 0) : 0;
        if (self->also->len)
            g_array_remove_index(self->also, 0);
    } else if (!self->selected) {
        self->selected = key;
    } else {
        g_array_append_val(self->also, key);
    }
    selection_changed(self);
}

uint64_t *sl_session_selection(SlSession *self, int *count) {
    *count = 0;
    uint64_t *keys = g_new(uint64_t, self->also->len + 1);
    if (sl_scene_find(self->scene, self->selected) >= 0)
        keys[(*count)++] = self->selected;
    for (guint i = 0; i < self->also->len; i++)
        if (sl_scene_find(self->scene, g_array_index(self->also, uint64_t, i)) >= 0)
            keys[(*count)++] = g_array_index(self->also, uint64_t, i);
    return keys;
}

// Keys of the text's nodes go with their text.
void sl_session_shift_selection(SlSession *self, SlPos to, int64_t by) {
    for (int i = -1; i < (int)self->also->len; i++) {
        uint64_t *key = i < 0 ? &self->selected : &g_array_index(self->also, uint64_t, i);
        if (*key >> 63 && (SlPos)*key >= to)
            *key = (*key & ~0xffffffffull) | (SlPos)((SlPos)*key + by);
    }
}

// ---- which function is open ----

const char *const *sl_session_opened(SlSession *self, int *depth) {
    *depth = (int)self->opened->len;
    return (const char *const *)self->opened->pdata;
}

static void reopen(SlSession *self) {
    g_array_set_size(self->also, 0);
    self->selected = 0;
    const char *function = self->opened->len ? g_ptr_array_index(self->opened, self->opened->len - 1) : NULL;
    sl_document_open_function(self->document, function);
    sl_session_show(self);
    sl_session_emit(self, SL_SIGNAL_DOCUMENT);
    sl_session_emit(self, SL_SIGNAL_SELECTION);
}

bool sl_session_open_node(SlSession *self, uint64_t key) {
    int index = sl_scene_find(self->scene, key);
    const SlWiring *drawing = sl_document_drawing(self->document);
    int wire = index >= 0 ? self->scene->nodes[index].wire : -1;
    if (self->world || wire <= 0 || !drawing || !drawing->nodes[wire].function_pos)
        return false;
    const char *name = sl_document_function_at(self->document, drawing->nodes[wire].function_pos);
    if (!name)
        return false;
    g_ptr_array_add(self->opened, g_strdup(name));
    reopen(self);
    return true;
}

void sl_session_open_function(SlSession *self, const char *name) {
    g_ptr_array_set_size(self->opened, 0);
    if (name && strcmp(name, "main"))
        g_ptr_array_add(self->opened, g_strdup(name));
    reopen(self);
}

void sl_session_close_node(SlSession *self, int depth) {
    if (depth >= (int)self->opened->len)
        return;
    g_ptr_array_set_size(self->opened, MAX(depth, 0));
    reopen(self);
}

const SlWireFunction *sl_session_functions(SlSession *self, int *count) {
    return sl_document_functions(self->document, count);
}

char *sl_session_body(SlSession *self, uint64_t key) {
    const SlWiring *drawing = sl_session_drawing(self);
    int wire = sl_session_wire(self, key);
    return wire >= 0 ? sl_document_body(self->document, drawing->nodes[wire].function_pos) : NULL;
}

// ---- edits ----

const SlWiring *sl_session_drawing(SlSession *self) {
    return self->world ? NULL : sl_document_drawing(self->document);
}

int sl_session_wire(SlSession *self, uint64_t key) {
    int index = sl_session_drawing(self) ? sl_scene_find(self->scene, key) : -1;
    return index >= 0 ? self->scene->nodes[index].wire : -1;
}

const char *sl_session_cannot_edit(SlSession *self) {
    int problems;
    sl_document_problems(self->document, &problems);
    if (self->state != SL_SESSION_EDITING && self->state != SL_SESSION_ENDED)
        return _("Stop the run first: the drawing can be changed while nothing runs");
    if (problems || !sl_document_drawing(self->document))
        return _("The text has an error; the drawing stays at its last good state until that is corrected");
    return NULL;
}

static void write_nudged(SlSession *self);

static void refuse(SlSession *self, const char *why) {
    g_free(self->refusal);
    self->refusal = g_strdup(why);
    sl_session_emit(self, SL_SIGNAL_REFUSED);
}

const char *sl_session_refusal(SlSession *self) {
    return self->refusal;
}

static SlEdit *plan(SlSession *self, const SlEditOp *op) {
    SlEditContext context = sl_document_context(self->document);
    return sl_edit_plan(&context, op);
}

char *sl_session_why_not(SlSession *self, const SlEditOp *op) {
    const char *why = sl_session_cannot_edit(self);
    if (why || self->world)
        return g_strdup(why ? why : _("Stop the run first"));
    SlEdit *edit = plan(self, op);
    char *refused = g_strdup(edit->refused);
    sl_edit_free(edit);
    return refused;
}

// The new nodes: those that stand in the lines where the edit made something.
static void select_made(SlSession *self, const SlEdit *edit, gsize offset) {
    GArray *keys = g_array_new(FALSE, FALSE, sizeof(uint64_t));
    const char *text = sl_document_text(self->document);
    gsize length = strlen(text);
    for (int i = 0; i < edit->made_count; i++) {
        gsize from = MIN(edit->made[i], length), to = from;
        while (to < length && text[to] != '\n')
            to++;
        for (int n = 0; n < self->scene->node_count; n++) {
            gsize pos = self->scene->nodes[n].pos;
            if (self->scene->nodes[n].wire > 0 && pos > offset + from && pos <= offset + to)
                g_array_append_val(keys, self->scene->nodes[n].key);
        }
    }
    if (keys->len)
        sl_session_select_keys(self, (uint64_t *)(void *)keys->data, (int)keys->len);
    g_array_unref(keys);
}

bool sl_session_apply(SlSession *self, const SlEditOp *op, const char *what) {
    if (self->nudge_timer)
        write_nudged(self);
    const char *why = sl_session_cannot_edit(self);
    if (!why && self->state == SL_SESSION_ENDED)
        sl_session_stop(self);
    if (!why && self->check_timer)
        sl_session_check_now(self); // what was just typed counts
    if (!why)
        why = sl_session_cannot_edit(self);
    if (why) {
        refuse(self, why);
        return false;
    }
    SlEdit *edit = plan(self, op);
    int file = sl_document_shown(self->document);
    if (edit->refused) {
        refuse(self, edit->refused);
        sl_edit_free(edit);
        return false;
    }
    sl_session_change_files(self, edit, what);
    if (edit->made_count && edit->made_file == file)
        select_made(self, edit, sl_document_offset(self->document));
    sl_edit_free(edit);
    return true;
}

bool sl_session_apply_selected(SlSession *self, SlEditOp op, const char *what) {
    int count, nodes = 0;
    g_autofree uint64_t *keys = sl_session_selection(self, &count);
    g_autofree int *wires = g_new(int, count + 1);
    for (int i = 0; i < count; i++) {
        int wire = sl_session_wire(self, keys[i]);
        if (wire >= 0)
            wires[nodes++] = wire;
    }
    if (!nodes)
        return false;
    op.nodes = wires;
    op.node_count = nodes;
    op.node = wires[0];
    return sl_session_apply(self, &op, what);
}

bool sl_session_move_nodes(SlSession *self, const uint64_t *keys, const SlEditPlace *places, int count,
                           const char *what) {
    g_autofree int *wires = g_new(int, count + 1);
    g_autofree SlEditPlace *targets = g_new(SlEditPlace, count + 1);
    int nodes = 0;
    for (int i = 0; i < count; i++) {
        sl_layout_move(self->layout, keys[i], round(places[i].x), round(places[i].y));
        int wire = sl_session_wire(self, keys[i]);
        if (wire < 0)
            continue;
        wires[nodes] = wire;
        targets[nodes++] = (SlEditPlace){round(places[i].x), round(places[i].y)};
    }
    SlEditOp op = SL_EDIT_OP(SL_EDIT_MOVE);
    op.nodes = wires;
    op.node_count = nodes;
    op.places = targets;
    if (nodes && !sl_session_cannot_edit(self))
        return sl_session_apply(self, &op, what);
    self->geometry = sl_layout_apply(self->layout, self->scene);
    sl_session_emit(self, SL_SIGNAL_SCENE);
    return false;
}

bool sl_session_arrange(SlSession *self) {
    if (!self->scene->node_count)
        return false;
    // Arranged as if nobody had placed anything: a scene without places.
    g_autofree bool *placed = g_new(bool, self->scene->node_count);
    for (int i = 0; i < self->scene->node_count; i++) {
        placed[i] = self->scene->nodes[i].placed;
        self->scene->nodes[i].placed = false;
    }
    SlLayout *fresh = sl_layout_new();
    const SlGeometry *geometry = sl_layout_apply(fresh, self->scene);
    g_autofree uint64_t *keys = g_new(uint64_t, self->scene->node_count);
    g_autofree SlEditPlace *places = g_new(SlEditPlace, self->scene->node_count);
    int count = self->scene->node_count;
    for (int i = 0; i < count; i++) {
        SlRect body = geometry->nodes[i].body;
        keys[i] = self->scene->nodes[i].key;
        places[i] = (SlEditPlace){body.x + body.w / 2, body.y + body.h / 2};
        self->scene->nodes[i].placed = placed[i];
    }
    sl_layout_free(fresh);
    return sl_session_move_nodes(self, keys, places, count, "arrange");
}

static SlRect around(const SlGeometry *geometry, const SlScene *scene, const uint64_t *keys, int count) {
    SlRect all = {0};
    for (int i = 0; i < count; i++) {
        SlRect b = geometry->nodes[sl_scene_find(scene, keys[i])].box;
        double left = i ? fmin(all.x, b.x) : b.x, top = i ? fmin(all.y, b.y) : b.y;
        double right = i ? fmax(all.x + all.w, b.x + b.w) : b.x + b.w;
        double bottom = i ? fmax(all.y + all.h, b.y + b.h) : b.y + b.h;
        all = (SlRect){left, top, right - left, bottom - top};
    }
    return all;
}

// Below, as far down as it takes to cover nobody.
bool sl_session_duplicate(SlSession *self) {
    enum { GAP = 24, GRID = 12 };
    int count;
    g_autofree uint64_t *keys = sl_session_selection(self, &count);
    SlRect all = around(self->geometry, self->scene, keys, count);
    double down = ceil((all.h + GAP) / GRID) * GRID;
    for (int i = 0, again = 0; i < self->geometry->node_count && again < 200; i++) {
        SlRect b = self->geometry->nodes[i].box;
        if (b.x < all.x + all.w && all.x < b.x + b.w && b.y < all.y + down + all.h && all.y + down < b.y + b.h) {
            down = ceil((b.y + b.h + GAP - all.y) / GRID) * GRID;
            i = -1;
            again++;
        }
    }
    SlEditOp op = SL_EDIT_OP(SL_EDIT_DUPLICATE);
    op.placed = true;
    op.y = down;
    return sl_session_apply_selected(self, op, "duplicate");
}

char *sl_session_copy(SlSession *self) {
    int count, nodes = 0;
    if (!sl_session_drawing(self))
        return NULL;
    g_autofree uint64_t *keys = sl_session_selection(self, &count);
    g_autofree int *wires = g_new(int, count + 1);
    for (int i = 0; i < count; i++) {
        wires[nodes] = sl_session_wire(self, keys[i]);
        nodes += wires[nodes] > 0; // the function that is open stays where it is
    }
    if (!nodes)
        return NULL;
    SlEditContext context = sl_document_context(self->document);
    char *text = sl_edit_copy(&context, wires, nodes), *copy = g_strdup(text);
    free(text);
    return copy;
}

const char *sl_session_fits(SlSession *self, SlArena *arena, int port, int to_node, int to_port) {
    SlEditContext context = sl_document_context(self->document);
    return sl_edit_fits(&context, arena, port, to_node, to_port);
}

void sl_session_place_all(SlSession *self, const uint64_t *keys, const SlEditPlace *places, int count) {
    for (int i = 0; i < count; i++)
        sl_layout_move(self->layout, keys[i], places[i].x, places[i].y);
    // The text's places are older than these.
    for (int i = 0; i < self->scene->node_count; i++)
        for (int k = 0; k < count; k++)
            if (self->scene->nodes[i].key == keys[k])
                self->scene->nodes[i].placed = false;
    self->geometry = sl_layout_apply(self->layout, self->scene);
    sl_session_emit(self, SL_SIGNAL_SCENE);
}

// ---- hints ----

const SlHints *sl_session_hints(SlSession *self) {
    return self->world ? NULL : sl_document_hints(self->document);
}

// Whether a hint is about a node of the text.
static bool is_about(const SlHint *hint, const SlNode *node) {
    for (int s = 0; s < hint->site_count && node->wire >= 0; s++)
        if (hint->sites[s] ? node->pos == hint->sites[s] : node->wire == 0)
            return true;
    return false;
}

void sl_session_light_hints(SlSession *self, SlScene *scene) {
    const SlHints *hints = sl_session_hints(self);
    for (int h = 0; hints && h < hints->count; h++)
        for (int i = 0; i < scene->node_count; i++)
            if (is_about(&hints->list[h], &scene->nodes[i]))
                scene->nodes[i].hint = (uint8_t)MAX(scene->nodes[i].hint, hints->list[h].advice ? 1 : 2);
}

void sl_session_select_hint(SlSession *self, int index) {
    const SlHints *hints = sl_session_hints(self);
    if (!hints || index < 0 || index >= hints->count)
        return;
    g_autoptr(GArray) keys = g_array_new(FALSE, FALSE, sizeof(uint64_t));
    for (int i = 0; i < self->scene->node_count; i++)
        if (is_about(&hints->list[index], &self->scene->nodes[i]))
            g_array_append_val(keys, self->scene->nodes[i].key);
    sl_session_select_keys(self, (uint64_t *)(void *)keys->data, (int)keys->len);
}

// ---- nudging: many small moves are one step ----

static void write_nudged(SlSession *self) {
    g_clear_handle_id(&self->nudge_timer, g_source_remove);
    if (!self->nudged->len)
        return;
    g_autofree SlEditPlace *places = g_new(SlEditPlace, self->nudged->len);
    g_autoptr(GArray) keys = g_array_new(FALSE, FALSE, sizeof(uint64_t));
    for (guint i = 0; i < self->nudged->len; i++) {
        uint64_t key = g_array_index(self->nudged, uint64_t, i);
        int index = sl_scene_find(self->scene, key);
        if (index < 0)
            continue;
        SlRect b = self->geometry->nodes[index].body;
        places[keys->len] = (SlEditPlace){b.x + b.w / 2, b.y + b.h / 2};
        g_array_append_val(keys, key);
    }
    g_array_set_size(self->nudged, 0);
    sl_session_move_nodes(self, (uint64_t *)(void *)keys->data, places, (int)keys->len, "move");
}

static gboolean on_nudged(void *data) {
    SlSession *self = data;
    self->nudge_timer = 0;
    write_nudged(self);
    return G_SOURCE_REMOVE;
}

void sl_session_nudge(SlSession *self, double dx, double dy) {
    enum { SETTLED = 700 };
    int count;
    g_autofree uint64_t *keys = sl_session_selection(self, &count);
    g_autofree SlEditPlace *places = g_new(SlEditPlace, count + 1);
    for (int i = 0; i < count; i++) {
        SlRect b = self->geometry->nodes[sl_scene_find(self->scene, keys[i])].body;
        places[i] = (SlEditPlace){b.x + b.w / 2 + dx, b.y + b.h / 2 + dy};
        bool known = false;
        for (guint k = 0; k < self->nudged->len; k++)
            known |= g_array_index(self->nudged, uint64_t, k) == keys[i];
        if (!known)
            g_array_append_val(self->nudged, keys[i]);
    }
    sl_session_place_all(self, keys, places, count);
    g_clear_handle_id(&self->nudge_timer, g_source_remove);
    self->nudge_timer = g_timeout_add(SETTLED, on_nudged, self);
}

// ---- parts ----

const SlParts *sl_session_palette(SlSession *self) {
    if (!self->palette)
        self->palette = sl_parts_new(sl_session_host()->parts, sl_session_host()->part_count);
    return self->palette;
}

const SlParts *sl_session_own_parts(SlSession *self) {
    return sl_document_parts(self->document);
}

const SlPart *sl_session_find_part(SlSession *self, const char *name) {
    const SlParts *lists[] = {sl_session_own_parts(self), sl_session_palette(self)};
    for (int l = 0; l < 2; l++)
        for (int i = 0; lists[l] && i < lists[l]->count; i++)
            if (strcmp(lists[l]->list[i].name, name) == 0)
                return &lists[l]->list[i];
    return NULL;
}

static bool part_op(SlSession *self, const char *name, int channel, SlEditOp *op) {
    const SlPart *part = sl_session_find_part(self, name);
    if (!part)
        return false;
    *op = SL_EDIT_OP(SL_EDIT_ADD);
    op->name = part->text ? NULL : part->name;
    op->text = part->text;
    op->node = channel;
    return true;
}

bool sl_session_add_part(SlSession *self, const char *name, double x, double y, int channel) {
    SlEditOp op;
    if (!part_op(self, name, channel, &op))
        return false;
    op.x = x;
    op.y = y;
    op.placed = true;
    return sl_session_apply(self, &op, "add");
}

bool sl_session_add_to_wire(SlSession *self, const char *name, double x, double y, int port, int channel, bool sends) {
    SlEditOp op;
    if (!part_op(self, name, -1, &op))
        return false;
    op.x = x;
    op.y = y;
    op.placed = true;
    op.to_port = port;
    op.to_node = port < 0 ? channel : -1;
    op.number = sends;
    return sl_session_apply(self, &op, "add");
}

char *sl_session_why_no_part(SlSession *self, const char *name, int channel) {
    SlEditOp op;
    return part_op(self, name, channel, &op) ? sl_session_why_not(self, &op) : g_strdup(_("It is not there any more"));
}

void sl_session_edit_init(SlSession *self) {
    self->also = g_array_new(FALSE, FALSE, sizeof(uint64_t));
    self->nudged = g_array_new(FALSE, FALSE, sizeof(uint64_t));
    self->opened = g_ptr_array_new_with_free_func(g_free);
}

void sl_session_edit_free(SlSession *self) {
    g_array_unref(self->also);
    g_ptr_array_unref(self->opened);
    g_free(self->refusal);
    g_array_unref(self->nudged);
    g_clear_handle_id(&self->nudge_timer, g_source_remove);
    if (self->palette)
        sl_parts_free(self->palette);
}
