// SPDX-License-Identifier: MIT
// Looking into a machine that stands still: the stack, the variables of a frame, package-level variables, watches, a
// channel's contents.
#include "run/inspect.h"

#include <stdlib.h>

#include "run/expression-impl.h"
#include "run/heap.h"
#include "run/inspect-impl.h"
#include "run/sched.h"

enum { FRAMES_MOST = 200, WATCHES_MOST = 100, QUEUE_MOST = 100, VALUE_BYTES = 60 };

typedef struct {
    char *text;
    SlExpression *expression; // null: error says why
    char *error;
    bool wanted;
} Watch;

struct SlInspector {
    const SlCode *code;
    SL_VEC(Watch) watches;
};

typedef struct {
    SlInspector *inspector;
    SlMachine *machine;
    const SlInspectQuery *query;
    SlInspection *to;
    SlValueTree tree;
    const SlGoroutine *g;
} Look;

// ---- goroutines ----

typedef struct {
    uint64_t id;
    const SlGoroutine *found;
} Search;

static void look_at(void *data, SlGoroutine *g) {
    Search *search = data;
    if (g->id == search->id)
        search->found = g;
}

const SlGoroutine *sl_machine_goroutine(SlMachine *machine, uint64_t id) {
    Search search = {.id = id};
    sl_go_each(machine, look_at, &search);
    return search.found;
}

// ---- the stack ----

static bool is_shown(const SlFrameInfo *info) {
    return !(info->func->flags & SL_FUNC_WRAPPER);
}

static SlInspectFrame tell_frame(const SlFrameInfo *info, uint32_t depth) {
    return (SlInspectFrame){.function = info->func->name,
                            .pos = info->pos,
                            .depth = depth,
                            .library = info->func->flags & SL_FUNC_LIBRARY,
                            .panicking = info->panicking,
                            .range_body = info->func->flags & SL_FUNC_RANGE_BODY};
}

// Fills frames and returns the number of the chosen one, from the innermost; UINT32_MAX: none.
static uint32_t tell_stack(Look *look) {
    SlInspection *to = look->to;
    uint32_t all = sl_vm_frames(look->machine, look->g, NULL, 0), chosen = UINT32_MAX;
    SlFrameInfo *infos = calloc((size_t)all + 1, sizeof *infos);
    if (!infos)
        abort();
    sl_vm_frames(look->machine, look->g, infos, all);
    to->frames = SL_NEW_N(to->arena, SlInspectFrame, FRAMES_MOST);
    for (uint32_t i = 0; i < all && chosen == UINT32_MAX; i++) {
        bool own = !(infos[i].func->flags & SL_FUNC_LIBRARY);
        if (is_shown(&infos[i]) && (look->query->depth == SL_INSPECT_OWN ? own : look->query->depth == all - 1 - i))
            chosen = i;
    }
    for (uint32_t i = 0; i < all && chosen == UINT32_MAX; i++) // that depth is gone, or nothing is the user's own
        if (is_shown(&infos[i]) && !(infos[i].func->flags & SL_FUNC_LIBRARY))
            chosen = i;
    for (uint32_t i = 0; i < all && chosen == UINT32_MAX; i++)
        if (is_shown(&infos[i]))
            chosen = i;
    for (uint32_t i = 0; i < all; i++)
        to->frames_all += is_shown(&infos[i]);
    uint64_t at = 0;
    for (uint32_t i = 0; i < all; i++) {
        if (!is_shown(&infos[i]))
            continue;
        bool end = at < FRAMES_MOST / 2 || at + FRAMES_MOST / 2 - 1 >= to->frames_all;
        if (i == chosen)
            to->frame = to->frame_count;
        if (end || i == chosen)
            to->frames[to->frame_count++] = tell_frame(&infos[i], all - 1 - i);
        at++;
    }
    free(infos);
    return chosen;
}

// ---- variables ----

typedef struct {
    SL_VEC(SlVariable) list;
} Variables;

static bool add_variable(void *data, const SlVariable *variable) {
    Variables *variables = data;
    for (int i = 0; i < variables->list.count; i++) // the same one, captured, has been told by an inner function
        if (variables->list.at[i].info->pos == variable->info->pos &&
            strcmp(variables->list.at[i].info->name, variable->info->name) == 0)
            return true;
    sl_vec_push(&variables->list, *variable);
    return true;
}

static int by_pos(const void *a, const void *b) {
    const SlInspectNode *x = a, *y = b;
    return x->pos < y->pos ? -1 : x->pos > y->pos;
}

// A constant's value as text; strings are quoted and bounded by sl_const_format.
static void tell_constant(Look *look, SlInspectNode *node, const SlObj *obj, const char *root) {
    char *value = sl_const_format(obj->value),
         *type = obj->type ? sl_type_format(obj->type, look->inspector->code->program->main) : NULL;
    SlArena *arena = look->to->arena;
    sl_tree_note(&look->tree, node, SL_NODE_CONSTANT, obj->name, sl_arena_strndup(arena, value, strlen(value)),
                 sl_arena_printf(arena, "%s/%s@%u", root, obj->name, obj->pos));
    node->type = type ? sl_arena_strndup(arena, type, strlen(type)) : "";
    node->pos = obj->pos;
    node->digest = sl_hash_bytes(value, strlen(value), 0);
    free(value);
    free(type);
}

typedef SL_VEC(SlInspectNode) Nodes;

// Constants that are declared in the function, visible from pos.
static void add_constants(Look *look, SlPos pos, Nodes *nodes) {
    const SlProgram *program = look->inspector->code->program;
    const SlScope *scope = sl_scope_at(program->types, pos);
    for (; scope && scope->func; scope = scope->outer)
        for (int i = 0; i < scope->names.count; i++) {
            const SlObj *obj = scope->names.entries[i].value;
            if (!obj || obj->kind != SL_OBJ_CONST || !obj->value || obj->scope_pos > pos)
                continue;
            SlInspectNode node;
            tell_constant(look, &node, obj, "l");
            sl_vec_push(nodes, node);
        }
}

static void tell_locals(Look *look, uint32_t chosen) {
    SlFrame frame;
    if (!sl_frame_open(look->machine, look->g, chosen, &frame))
        return;
    SlArena *arena = look->to->arena;
    Variables variables = {0};
    Nodes nodes = {0};
    sl_frame_variables(&frame, add_variable, &variables);
    for (int i = 0; i < variables.list.count; i++) {
        const SlVariable *variable = &variables.list.at[i];
        const SlVarInfo *info = variable->info;
        const char *path = sl_arena_printf(arena, "l/%s@%u", info->name, info->pos);
        SlInspectNode node;
        if (variable->gone) {
            sl_tree_note(&look->tree, &node, SL_NODE_GONE, info->name, "not used any more", path);
            node.type = sl_tree_type(&look->tree, info->type);
        } else {
            sl_tree_value(&look->tree, &node, info->name, variable->view, path);
            for (int k = 0; k < i; k++) // inner ones come first
                if (strcmp(variables.list.at[k].info->name, info->name) == 0)
                    node.kind = SL_NODE_HIDDEN;
        }
        node.pos = info->pos;
        sl_vec_push(&nodes, node);
    }
    if (!(frame.info.func->flags & SL_FUNC_LIBRARY))
        add_constants(look, frame.info.pos, &nodes);
    if (nodes.count)
        qsort(nodes.at, (size_t)nodes.count, sizeof *nodes.at, by_pos);
    look->to->local_count = nodes.count;
    look->to->locals = sl_vec_take(&nodes, arena);
    sl_vec_free(&variables.list);
    sl_frame_close(&frame);
}

static void tell_globals(Look *look) {
    const SlCode *code = look->machine->code;
    SlArena *arena = look->to->arena;
    Nodes nodes = {0};
    for (uint32_t i = 0; i < code->global_count; i++) {
        const SlVarInfo *info = &code->global_vars[i];
        SlPlace place = sl_files_place(code->files, info->pos);
        const char *name = strncmp(info->name, "main.", 5) == 0 ? info->name + 5 : info->name;
        if (!place.file || place.file->library || strcmp(name, "_") == 0)
            continue;
        SlInspectNode node;
        SlView view = {info->type, look->machine->globals + code->global_offsets[i], false};
        sl_tree_value(&look->tree, &node, name, view, sl_arena_printf(arena, "g/%s", info->name));
        node.pos = info->pos;
        sl_vec_push(&nodes, node);
    }
    const SlScope *scope = code->program->main->scope;
    for (int i = 0; i < scope->names.count; i++) {
        const SlObj *obj = scope->names.entries[i].value;
        if (!obj || obj->kind != SL_OBJ_CONST || !obj->value)
            continue;
        SlInspectNode node;
        tell_constant(look, &node, obj, "g");
        sl_vec_push(&nodes, node);
    }
    if (nodes.count)
        qsort(nodes.at, (size_t)nodes.count, sizeof *nodes.at, by_pos);
    look->to->global_count = nodes.count;
    look->to->globals = sl_vec_take(&nodes, arena);
}

// ---- watches ----

SlInspector *sl_inspector_new(const SlCode *code) {
    SlInspector *made = calloc(1, sizeof *made);
    if (!made)
        abort();
    made->code = code;
    return made;
}

static void free_watch(Watch *watch) {
    sl_expression_free(watch->expression);
    free(watch->text);
    free(watch->error);
}

void sl_inspector_free(SlInspector *inspector) {
    if (!inspector)
        return;
    for (int i = 0; i < inspector->watches.count; i++)
        free_watch(&inspector->watches.at[i]);
    sl_vec_free(&inspector->watches);
    free(inspector);
}

static Watch *watch_of(SlInspector *inspector, const char *text) {
    for (int i = 0; i < inspector->watches.count; i++)
        if (strcmp(inspector->watches.at[i].text, text) == 0)
            return &inspector->watches.at[i];
    Watch watch = {.text = strdup(text)};
    watch.expression = sl_expression_new(inspector->code, text, 0, &watch.error);
    sl_vec_push(&inspector->watches, watch);
    return &inspector->watches.at[inspector->watches.count - 1];
}

static void tell_watch(Look *look, SlInspectNode *node, const char *text, uint32_t chosen) {
    SlArena *arena = look->to->arena;
    Watch *watch = watch_of(look->inspector, text);
    const char *name = sl_arena_strndup(arena, text, strlen(text)), *path = sl_arena_printf(arena, "w/%s", text);
    SlView view;
    SlText error = {0};
    watch->wanted = true;
    if (watch->expression && sl_expression_eval(watch->expression, look->machine, chosen == UINT32_MAX ? NULL : look->g,
                                                chosen, NULL, arena, &view, &error)) {
        sl_tree_value(&look->tree, node, name, view, path);
    } else {
        const char *why = watch->expression ? sl_text_cstr(&error) : watch->error;
        sl_tree_note(&look->tree, node, SL_NODE_ERROR, name, sl_arena_strndup(arena, why, strlen(why)), path);
    }
    sl_text_free(&error);
}

static void tell_watches(Look *look, uint32_t chosen) {
    SlInspector *inspector = look->inspector;
    int count = look->query->watch_count < WATCHES_MOST ? look->query->watch_count : WATCHES_MOST;
    look->to->watches = SL_NEW_N(look->to->arena, SlInspectNode, count + 1);
    look->to->watch_count = count;
    for (int i = 0; i < inspector->watches.count; i++)
        inspector->watches.at[i].wanted = false;
    for (int i = 0; i < count; i++)
        tell_watch(look, &look->to->watches[i], look->query->watches[i], chosen);
    int kept = 0;
    for (int i = 0; i < inspector->watches.count; i++) {
        if (inspector->watches.at[i].wanted)
            inspector->watches.at[kept++] = inspector->watches.at[i];
        else
            free_watch(&inspector->watches.at[i]);
    }
    inspector->watches.count = kept;
}

// ---- what stands under the pointer ----

static const SlObj *name_at(const SlProgram *program, const char *name, SlPos pos) {
    const SlScope *scope = sl_scope_at(program->types, pos);
    return scope ? sl_scope_find(scope, name, pos, NULL) : NULL;
}

// The frame whose function has the position, if the name that the expression begins with means the same where that
// frame stands; UINT32_MAX: none.
static uint32_t frame_for(const Look *look, const char *text, SlPos pos) {
    const SlProgram *program = look->inspector->code->program;
    size_t length = 0;
    while (text[length] && text[length] != '.' && text[length] != '[')
        length++;
    const char *name = sl_names_get(program->names, text, length);
    const SlObj *meant = name_at(program, name, pos);
    SlFrameInfo info;
    for (uint32_t i = 0; meant && meant->kind == SL_OBJ_VAR && sl_vm_frame(look->machine, look->g, i, &info); i++) {
        bool inside = info.func->pos && info.func->pos <= pos && pos <= info.func->end;
        if (meant->is_global || (inside && name_at(program, name, info.pos) == meant))
            return i;
    }
    return UINT32_MAX;
}

static void tell_hover(Look *look) {
    const char *text = look->query->hover;
    SlInspection *to = look->to;
    char *why = NULL;
    uint32_t frame = frame_for(look, text, look->query->hover_pos);
    SlExpression *expression = frame == UINT32_MAX ? NULL : sl_expression_new(look->inspector->code, text, 0, &why);
    SlText error = {0};
    SlView view;
    const char *name = sl_arena_strndup(to->arena, text, strlen(text));
    to->hover = SL_NEW(to->arena, SlInspectNode);
    to->hover_count = 1;
    if (expression && sl_expression_eval(expression, look->machine, look->g, frame, NULL, to->arena, &view, &error))
        sl_tree_value(&look->tree, to->hover, name, view, "h");
    else
        sl_tree_note(&look->tree, to->hover, SL_NODE_ERROR, name, "", "h");
    sl_text_free(&error);
    sl_expression_free(expression);
    free(why);
}

// ---- channels ----

static const SlChan *chan_in(const SlSpan *span, uint64_t id) {
    uint64_t class_ = (uint64_t)(uintptr_t)&sl_class_chan | 1;
    if (!span->headers || !span->bytes)
        return NULL;
    uint32_t count = span->step ? span->count : 1;
    for (uint32_t i = 0; i < count; i++) {
        const char *at = span->start + (size_t)i * span->step;
        uint64_t header = span->step ? *(const uint64_t *)(const void *)at : span->header;
        const SlChan *chan = (const SlChan *)(const void *)(span->step ? at + SL_HEAP_HEADER : at);
        if ((span->bits[i >> 6].alloc >> (i & 63) & 1) && header == class_ && chan->id == id)
            return chan;
    }
    return NULL;
}

static void tell_queue(Look *look, const SlChan *chan, const SlWaiter *first, SlInspectWaiter **to, int *count,
                       uint64_t *all) {
    *to = SL_NEW_N(look->to->arena, SlInspectWaiter, QUEUE_MOST);
    for (; first; first = first->next, ++*all) {
        if (*count >= QUEUE_MOST)
            continue;
        SlInspectWaiter *waiter = &(*to)[(*count)++];
        *waiter = (SlInspectWaiter){.goroutine = first->g->id, .select = first->is_select};
        if (!first->is_send || !first->value)
            continue;
        SlText text = {0};
        sl_view_text(look->machine, (SlView){chan->type->elem, first->value, true}, VALUE_BYTES, &text);
        waiter->value = sl_arena_strndup(look->to->arena, sl_text_cstr(&text), text.length);
        sl_text_free(&text);
    }
}

static void tell_chan(Look *look) {
    const SlHeap *heap = look->machine->heap;
    const SlChan *chan = NULL;
    for (size_t i = 0; i < heap->span_count && !chan; i++)
        chan = chan_in(heap->spans[i], look->query->object);
    if (!chan)
        return;
    SlInspection *to = look->to;
    to->object = chan->id;
    sl_tree_chan(&look->tree, chan, &to->contents, &to->content_count);
    tell_queue(look, chan, chan->send_first, &to->senders, &to->sender_count, &to->senders_all);
    tell_queue(look, chan, chan->recv_first, &to->receivers, &to->receiver_count, &to->receivers_all);
}

SlInspection *sl_inspector_look(SlInspector *inspector, SlMachine *machine, const SlInspectQuery *query) {
    Look look = {inspector, machine, query, sl_inspection_new(), {machine, NULL, {0}, 0}, NULL};
    SlInspection *to = look.to;
    look.tree.arena = to->arena;
    for (int i = 0; i < query->open_count; i++)
        sl_map_sets(&look.tree.open, query->open[i], (void *)(uintptr_t)query->open[i]);
    sl_world_hold(machine);
    to->event = sl_machine_events(machine);
    to->time = sl_machine_now(machine);
    look.g = query->goroutine ? sl_machine_goroutine(machine, query->goroutine) : NULL;
    uint32_t chosen = UINT32_MAX;
    if (look.g && look.g->fp) {
        to->goroutine = look.g->id;
        chosen = tell_stack(&look);
    }
    if (chosen != UINT32_MAX)
        tell_locals(&look, chosen);
    if (query->globals)
        tell_globals(&look);
    tell_watches(&look, chosen);
    if (query->object)
        tell_chan(&look);
    if (query->hover && look.g)
        tell_hover(&look);
    sl_world_release(machine);
    sl_map_free(&look.tree.open);
    return to;
}
