// SPDX-License-Identifier: MIT
// Values as trees. A node opens to what its value is made of: fields, elements, entries, what a pointer leads to, what
// waits in a channel, what a closure has captured. Interfaces and pointers to structs open to the parts right away. A
// node that was not asked for stays shut, so cycles are no matter.
#include <stdio.h>

#include "run/inspect-impl.h"
#include "run/values.h"
#include "run/vm.h"

enum {
    NODES_MOST = 4000, // of one inspection
    CHUNK = 100,       // children at once
    ENTRIES_MOST = 50000,
    DIGEST_BYTES = 4000,
    VALUE_BYTES = 160,
    TYPE_BYTES = 120,
    KEY_BYTES = 60,
    FOLLOWED = 8,
};

const char *sl_tree_type(SlValueTree *tree, const SlRtype *type) {
    SlText text = {0};
    sl_type_show(type, &text);
    if (text.length > TYPE_BYTES) {
        text.length = TYPE_BYTES;
        while (text.length && ((uint8_t)text.at[text.length] & 0xC0) == 0x80)
            text.length--;
        text.at[text.length] = 0;
        sl_text_adds(&text, "…");
    }
    const char *kept = sl_arena_strndup(tree->arena, sl_text_cstr(&text), text.length);
    sl_text_free(&text);
    return kept;
}

// What a node opens to: behind interfaces and pointers to structs and arrays.
static SlView base_of(SlValueTree *tree, SlView view, const SlRtype **dynamic) {
    SlView to;
    for (int i = 0; i < FOLLOWED; i++) {
        SlSlot *data = SL_NEW(tree->arena, SlSlot);
        if (view.type->kind == SL_KIND_INTERFACE && sl_view_dynamic(tree->machine, view, data, &to)) {
            if (dynamic && !*dynamic)
                *dynamic = to.type;
        } else if (!(view.type->kind == SL_KIND_POINTER && sl_view_pointee(tree->machine, view, &to) &&
                     sl_view_is_aggregate(to)))
            break;
        view = to;
    }
    return view;
}

static uint32_t capture_count(const SlFunc *func) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < func->var_count; i++)
        count += func->vars[i].capture != SL_NO_SLOT && func->vars[i].name[0];
    return count;
}

static uint64_t waiter_count(const SlWaiter *first) {
    uint64_t count = 0;
    for (; first; first = first->next)
        count++;
    return count;
}

static uint64_t count_of(const SlMachine *machine, SlView base) {
    SlSlice slice;
    SlView to;
    const SlChan *chan;
    const SlRmap *map;
    const SlClosure *closure;
    switch (base.type->kind) {
    case SL_KIND_STRUCT:
        return sl_view_readable(machine, base.at, base.type->size) ? base.type->field_count : 0;
    case SL_KIND_ARRAY:
        return sl_view_readable(machine, base.at, base.type->size) ? base.type->length : 0;
    case SL_KIND_SLICE:
        return sl_view_slice(machine, base, &slice) ? (uint64_t)slice.length : 0;
    case SL_KIND_MAP:
        map = sl_view_map(machine, base);
        return map ? (uint64_t)sl_rmap_len(map) : 0;
    case SL_KIND_POINTER:
        return sl_view_pointee(machine, base, &to);
    case SL_KIND_CHAN:
        chan = sl_view_chan(machine, base);
        return !chan ? 0
                     : (chan->is_timer ? 0 : chan->count) + waiter_count(chan->send_first) +
                           waiter_count(chan->recv_first);
    case SL_KIND_FUNC:
        closure = sl_view_closure(machine, base);
        return closure && closure->func ? capture_count(closure->func) : 0;
    default:
        return 0;
    }
}

void sl_tree_note(SlValueTree *tree, SlInspectNode *node, SlInspectKind kind, const char *name, const char *value,
                  const char *path) {
    *node = (SlInspectNode){.kind = (uint8_t)kind, .name = name, .type = "", .value = value, .path = path};
    tree->nodes++;
}

// ---- children ----

typedef struct {
    SlValueTree *tree;
    const char *path;
    SlInspectNode *nodes;
    uint64_t from; // the first that is made
    int count, most;
} List;

static const char *part(List *list, const char *name) {
    return sl_arena_printf(list->tree->arena, "%s/%s", list->path, name);
}

static void add(List *list, const char *name, SlView view) {
    sl_tree_value(list->tree, &list->nodes[list->count++], name, view, part(list, name));
}

static void add_fields(List *list, SlView base) {
    for (uint64_t i = list->from; i < base.type->field_count && list->count < list->most; i++) {
        const char *name = base.type->fields[i].name;
        add(list, strcmp(name, "_") == 0 ? sl_arena_printf(list->tree->arena, "_ (%u)", (unsigned)i) : name,
            sl_view_field(base, (uint32_t)i));
    }
}

static void add_elements(List *list, const SlRtype *elem, const void *first, uint64_t count) {
    for (uint64_t i = list->from; i < count && list->count < list->most; i++)
        add(list, sl_arena_printf(list->tree->arena, "[%llu]", (unsigned long long)i), sl_view_element(elem, first, i));
}

static void add_entries(List *list, SlView base) {
    SlValueTree *tree = list->tree;
    SlMapEntries entries = {0};
    sl_map_entries(tree->machine, sl_view_map(tree->machine, base), base.type, ENTRIES_MOST, &entries);
    for (uint64_t i = list->from; i < (uint64_t)entries.count && list->count < list->most; i++) {
        SlText text = {0};
        sl_view_text(tree->machine, entries.at[i].key, DIGEST_BYTES, &text);
        uint64_t hash = sl_hash_bytes(sl_text_cstr(&text), text.length, 0);
        sl_text_free(&text);
        sl_view_text(tree->machine, entries.at[i].key, KEY_BYTES, &text);
        const char *name = sl_arena_strndup(tree->arena, sl_text_cstr(&text), text.length);
        sl_text_free(&text);
        const char *path = sl_arena_printf(tree->arena, "%s/:%llx", list->path, (unsigned long long)hash);
        sl_tree_value(tree, &list->nodes[list->count++], name, entries.at[i].value, path);
    }
    sl_map_entries_free(&entries);
}

static void add_waiters(List *list, const SlChan *chan, const SlWaiter *first, uint64_t *at) {
    SlValueTree *tree = list->tree;
    for (; first; first = first->next, (*at)++) {
        if (*at < list->from || list->count >= list->most)
            continue;
        const char *verb = first->is_send ? "sends" : "receives";
        const char *name = sl_arena_printf(tree->arena, "G%llu %s", (unsigned long long)first->g->id, verb);
        if (first->is_send && first->value)
            add(list, name, (SlView){chan->type->elem, first->value, true});
        else
            sl_tree_note(tree, &list->nodes[list->count++], SL_NODE_VALUE, name, "waits", part(list, name));
    }
}

static void add_messages(List *list, const SlChan *chan) {
    SlValueTree *tree = list->tree;
    uint64_t at = 0;
    for (uint64_t i = 0; !chan->is_timer && i < chan->count; i++, at++) {
        if (at < list->from || list->count >= list->most)
            continue;
        const char *name = i ? sl_arena_printf(tree->arena, "then (%llu)", (unsigned long long)i + 1) : "next";
        const char *path = // a message keeps its path as it moves up
            sl_arena_printf(tree->arena, "%s/#%llu", list->path, (unsigned long long)(chan->received + i + 1));
        sl_tree_value(tree, &list->nodes[list->count++], name, sl_view_buffered(chan, i), path);
    }
    add_waiters(list, chan, chan->send_first, &at);
    add_waiters(list, chan, chan->recv_first, &at);
}

static void add_captures(List *list, const SlClosure *closure) {
    const SlFunc *func = closure->func;
    for (uint32_t i = 0; i < func->var_count && list->count < list->most; i++) {
        const SlVarInfo *info = &func->vars[i];
        if (info->capture == SL_NO_SLOT || !info->name[0])
            continue;
        const SlSlot *slots = (const SlSlot *)closure->captures + info->capture;
        add(list, info->name, info->boxed ? (SlView){info->type, slots->p, false} : sl_view_of(info->type, slots));
    }
}

static void add_children(List *list, SlView base) {
    const SlMachine *machine = list->tree->machine;
    SlSlice slice;
    SlView to;
    switch (base.type->kind) {
    case SL_KIND_STRUCT:
        add_fields(list, base);
        break;
    case SL_KIND_ARRAY:
        add_elements(list, base.type->elem, base.at, base.type->length);
        break;
    case SL_KIND_SLICE:
        if (sl_view_slice(machine, base, &slice))
            add_elements(list, base.type->elem, slice.first, (uint64_t)slice.length);
        break;
    case SL_KIND_MAP:
        add_entries(list, base);
        break;
    case SL_KIND_POINTER:
        if (sl_view_pointee(machine, base, &to))
            add(list, "*", to);
        break;
    case SL_KIND_CHAN:
        add_messages(list, sl_view_chan(machine, base));
        break;
    case SL_KIND_FUNC:
        add_captures(list, sl_view_closure(machine, base));
        break;
    default:
        break;
    }
}

static void open_node(SlValueTree *tree, SlInspectNode *node, SlView base, uint64_t from, uint64_t all) {
    if (from >= all || !sl_map_gets(&tree->open, node->path))
        return;
    uint64_t left = all - from;
    int room = (int)(left < CHUNK ? left : CHUNK);
    if (tree->nodes + room > NODES_MOST) {
        node->nodes = SL_NEW(tree->arena, SlInspectNode);
        sl_tree_note(tree, node->nodes, SL_NODE_ERROR, "…", "too much is open: close something",
                     sl_arena_printf(tree->arena, "%s/!", node->path));
        node->node_count = 1;
        return;
    }
    List list = {tree, node->path, SL_NEW_N(tree->arena, SlInspectNode, room + 1), from, 0, room};
    add_children(&list, base);
    uint64_t behind = from + (uint64_t)list.count;
    if (list.count == room && behind < all) {
        SlInspectNode *more = &list.nodes[list.count++];
        const char *name = sl_arena_printf(tree->arena, "%llu more", (unsigned long long)(all - behind));
        const char *path = sl_arena_printf(tree->arena, "%s/+%llu", node->path, (unsigned long long)behind);
        sl_tree_note(tree, more, SL_NODE_MORE, name, "", path);
        more->children = all - behind;
        open_node(tree, more, base, behind, all);
    }
    node->nodes = list.nodes;
    node->node_count = list.count;
}

void sl_tree_value(SlValueTree *tree, SlInspectNode *node, const char *name, SlView view, const char *path) {
    const SlRtype *dynamic = NULL;
    SlView base = base_of(tree, view, &dynamic);
    SlText text = {0};
    sl_view_text(tree->machine, view, DIGEST_BYTES, &text);
    uint64_t digest = sl_hash_bytes(sl_text_cstr(&text), text.length, (uint64_t)(uintptr_t)dynamic >> 4);
    if (text.length > VALUE_BYTES) {
        sl_text_free(&text);
        sl_view_text(tree->machine, view, VALUE_BYTES, &text);
    }
    *node = (SlInspectNode){.kind = SL_NODE_VALUE, .name = name, .path = path, .digest = digest};
    node->value = sl_arena_strndup(tree->arena, sl_text_cstr(&text), text.length);
    node->type = sl_tree_type(tree, view.type);
    if (dynamic)
        node->type = sl_arena_printf(tree->arena, "%s (%s)", node->type, sl_tree_type(tree, dynamic));
    sl_text_free(&text);
    node->children = count_of(tree->machine, base);
    const SlChan *chan = base.type->kind == SL_KIND_CHAN ? sl_view_chan(tree->machine, base) : NULL;
    node->object = chan ? chan->id : 0;
    tree->nodes++;
    open_node(tree, node, base, 0, node->children);
}

void sl_tree_chan(SlValueTree *tree, const SlChan *chan, SlInspectNode **nodes, int *count) {
    SlInspectNode *root = SL_NEW(tree->arena, SlInspectNode);
    SlSlot *slot = SL_NEW(tree->arena, SlSlot);
    slot->p = (void *)(uintptr_t)chan;
    sl_map_sets(&tree->open, "c", tree); // its contents are always shown
    sl_tree_value(tree, root, "", (SlView){chan->type, slot, true}, "c");
    *nodes = root->nodes;
    *count = root->node_count;
}
