// SPDX-License-Identifier: MIT
// Changing what is there: names, buffers, element types, bodies, arguments.
#include "graph/rewrite.h"

static const SlWireNode *node_of(const SlRewrite *rw, int kind) {
    int node = rw->op->node;
    bool good = node >= 0 && node < rw->wiring->node_count && (kind < 0 || rw->wiring->nodes[node].kind == kind);
    return good ? &rw->wiring->nodes[node] : NULL;
}

// ---- names ----

// The words above a function speak of it by its name.
static void rename_in_comment(SlRewrite *rw, const SlObj *obj, const char *name) {
    const SlTree *tree = sl_rewrite_tree(rw, obj->pos);
    for (int i = sl_directive_comments(tree, obj->pos); i < tree->comment_count && tree->comments[i].pos < obj->pos;
         i++) {
        const SlComment *comment = &tree->comments[i];
        const char *text = sl_arena_strndup(rw->arena, comment->text, comment->length);
        if (strncmp(text, "// ", 3)) // a directive
            continue;
        const char *renamed = sl_renamed(rw, text, obj->name, name);
        if (strcmp(renamed, text))
            sl_rewrite_replace(rw, comment->pos, comment->end, renamed);
    }
}

static bool rename_all(SlRewrite *rw, const SlObj *obj, const char *name) {
    int count = sl_uses_of(rw, obj, NULL, 0);
    SlPos *places = SL_NEW_N(rw->arena, SlPos, count + 1);
    sl_uses_of(rw, obj, places, count);
    SlPos length = (SlPos)strlen(obj->name);
    sl_rewrite_replace(rw, obj->pos, obj->pos + length, name);
    for (int i = 0; i < count; i++)
        sl_rewrite_replace(rw, places[i], places[i] + length, name);
    if (obj->kind == SL_OBJ_FUNC)
        rename_in_comment(rw, obj, name);
    // A directive that tells one of several things in a line by its name.
    const SlTree *tree = sl_rewrite_tree(rw, obj->pos);
    for (int i = sl_directive_comments(tree, obj->pos); i < tree->comment_count && tree->comments[i].pos < obj->pos;
         i++) {
        const SlComment *comment = &tree->comments[i];
        const char *text = sl_arena_strndup(rw->arena, comment->text, comment->length);
        const char *head = sl_rewrite_printf(rw, "//sluice:at %s", obj->name);
        if (strncmp(text, head, strlen(head)) == 0 && (text[strlen(head)] == ' ' || text[strlen(head)] == '#'))
            sl_rewrite_replace(rw, comment->pos + 12, comment->pos + 12 + length, name);
    }
    return sl_rewrite_step(rw);
}

// The function that a process or stage runs, if it has a name of its own in the program.
static const SlFuncNode *func_of(SlRewrite *rw, int node) {
    const SlFuncNode *func = node ? rw->wiring->tree->more[node].func : rw->wiring->tree->root;
    if (!func || !func->obj || !func->obj->name || !sl_rewrite_tree(rw, func->pos))
        return NULL;
    return func;
}

bool sl_edit_rename(SlRewrite *rw) {
    const SlWireNode *node = node_of(rw, -1);
    const char *name = rw->op->name;
    if (!node)
        return sl_rewrite_refuse(rw, "there is nothing to rename");
    if (!sl_valid_name(name))
        return sl_rewrite_refuse(rw, "%s is no name in Go", name && *name ? name : "nothing");
    if (strcmp(name, node->name) == 0)
        return true;
    if (sl_name_taken(rw, name))
        return sl_rewrite_refuse(rw, "the name %s is taken", name);
    if (node->kind == SL_WIRE_PROCESS || node->kind == SL_WIRE_STAGE) {
        const SlFuncNode *func = func_of(rw, rw->op->node);
        if (!func)
            return sl_rewrite_refuse(rw, "%s is a function without a name", node->name);
        if (strcmp(func->obj->name, "main") == 0 || strcmp(func->obj->name, "init") == 0)
            return sl_rewrite_refuse(rw, "a program begins in main: the name has to stay");
        return rename_all(rw, func->obj, name);
    }
    SlChanPlace place;
    if (sl_chan_place(rw, rw->op->node, &place))
        return rename_all(rw, place.var, name);
    if (node->kind != SL_WIRE_CHANNEL && node->kind != SL_WIRE_UNKNOWN) {
        // Locks and groups stand where their variable is declared.
        const SlStmt *body = sl_root(rw)->body;
        for (int i = 0; i < body->count; i++)
            for (int d = 0; d < body->list[i]->decl_count; d++)
                for (int n = 0; n < body->list[i]->decls[d]->name_count; n++) {
                    const SlObj *obj = body->list[i]->decls[d]->names[n]->obj;
                    if (obj && obj->pos == node->pos)
                        return rename_all(rw, obj, name);
                }
    }
    return sl_rewrite_refuse(rw, "%s has no variable of its own in %s", node->name, rw->wiring->function);
}

// ---- channels ----

bool sl_edit_buffer(SlRewrite *rw) {
    SlChanPlace place;
    if (!node_of(rw, SL_WIRE_CHANNEL) || !sl_chan_place(rw, rw->op->node, &place) || !place.make)
        return sl_rewrite_refuse(rw, "the channel is not made in %s", rw->wiring->function);
    if (rw->op->number < 0 || rw->op->number > 1 << 30)
        return sl_rewrite_refuse(rw, "there is no room for that many");
    const SlExpr *make = place.make;
    const char *number = sl_rewrite_printf(rw, "%lld", (long long)rw->op->number);
    if (make->count > 1 && rw->op->number)
        sl_rewrite_replace(rw, make->list[1]->pos, make->list[1]->end, number);
    else if (make->count > 1)
        sl_rewrite_replace(rw, make->list[0]->end, make->list[1]->end, "");
    else if (rw->op->number)
        sl_rewrite_replace(rw, make->list[0]->end, make->list[0]->end, sl_rewrite_printf(rw, ", %s", number));
    return sl_rewrite_step(rw);
}

// Writes nil at every argument that is the channel; remembers their places.
static bool unplug(SlRewrite *rw, int node, int *marks, int *count) {
    *count = 0;
    for (int i = 0; i < rw->wiring->port_count; i++)
        if (rw->wiring->ports[i].object == node && rw->wiring->ports[i].way == SL_PORT_PARAM &&
            rw->wiring->ports[i].pos)
            marks[(*count)++] = sl_rewrite_mark(rw, rw->wiring->ports[i].pos);
    for (int i = 0; i < *count; i++) {
        int port = sl_port_marked(rw, marks[i]);
        if (port < 0 || !sl_edit_set_argument(rw, rw->wiring->tree->args[port], "nil", NULL) || !sl_rewrite_step(rw))
            return false;
    }
    return true;
}

bool sl_edit_element(SlRewrite *rw) {
    SlChanPlace place;
    if (!node_of(rw, SL_WIRE_CHANNEL) || !sl_chan_place(rw, rw->op->node, &place) || !place.make)
        return sl_rewrite_refuse(rw, "the channel is not made in %s", rw->wiring->function);
    const char *type = rw->op->text, *name = sl_rewrite_printf(rw, "%s", place.var->name);
    if (!type || !*type)
        return sl_rewrite_refuse(rw, "a channel carries something: name a type");
    const SlExpr *written = sl_unparen(place.make->list[0]);
    if (written->kind != SL_EXPR_CHAN_TYPE)
        return sl_rewrite_refuse(rw, "the type of %s has a name: change it there", name);
    int *marks = SL_NEW_N(rw->arena, int, rw->wiring->port_count + 1), count = 0;
    int make = sl_rewrite_mark(rw, place.make->pos);
    if (!unplug(rw, rw->op->node, marks, &count) || !sl_chan_made_at(rw, sl_rewrite_marked(rw, make), &place))
        return sl_rewrite_refuse(rw, "the type of %s cannot be changed here", name);
    written = sl_unparen(place.make->list[0]);
    sl_rewrite_replace(rw, written->x->pos, written->x->end, type);
    if (!sl_rewrite_step(rw))
        return false;
    for (int i = 0; i < count; i++) {
        int port = sl_port_marked(rw, marks[i]);
        if (port < 0 || !sl_chan_made_at(rw, sl_rewrite_marked(rw, make), &place) ||
            !sl_edit_set_argument(rw, rw->wiring->tree->args[port], name, place.var->type) || !sl_rewrite_step(rw))
            return sl_rewrite_refuse(rw, "a process at %s wants another type", name);
    }
    return true;
}

// ---- bodies and values ----

// A body in one line whose line has other braces open, or neighbours that gofmt aligns with it.
static bool is_inside_line(SlRewrite *rw, const SlFuncNode *func) {
    SlPos start = sl_line_start(rw, func->body->pos);
    if (start != sl_line_start(rw, func->body->close))
        return false;
    const char *before = sl_rewrite_text(rw, start, func->body->pos);
    if (strchr(before, '{'))
        return true;
    const SlFile *file = sl_rewrite_tree(rw, start)->file;
    SlPos above = start > file->base ? sl_line_start(rw, start - 1) : start, below = sl_line_end(rw, start);
    return func->obj && (strncmp(sl_rewrite_text(rw, above, start), "func ", 5) == 0 ||
                         strncmp(file->text + (below - file->base), "func ", 5) == 0);
}

bool sl_edit_body(SlRewrite *rw) {
    const SlWireNode *node = node_of(rw, -1);
    const SlFuncNode *func = node && (node->kind == SL_WIRE_PROCESS || node->kind == SL_WIRE_STAGE)
                                 ? rw->op->node ? rw->wiring->tree->more[rw->op->node].func : sl_root(rw)
                                 : NULL;
    if (!func || !func->body || !sl_rewrite_tree(rw, func->pos))
        return sl_rewrite_refuse(rw, "there is no body to edit");
    if (is_inside_line(rw, func))
        return sl_rewrite_refuse(rw, "it stands in one line with other code: edit it in the text");
    const char *indent = sl_line_indent(rw, func->body->close);
    const char *inner =
        sl_indented(rw, sl_formatted(rw, rw->op->text ? rw->op->text : ""), sl_rewrite_printf(rw, "%s\t", indent));
    bool open = *inner && inner[strlen(inner) - 1] != '\n';
    const char *text = *inner ? sl_rewrite_printf(rw, "\n%s%s%s", inner, open ? "\n" : "", indent)
                              : sl_rewrite_printf(rw, "\n%s", indent);
    sl_rewrite_replace(rw, func->body->pos + 1, func->body->close, text);
    return sl_rewrite_step(rw) && sl_edit_tidy_imports(rw);
}

bool sl_edit_argument(SlRewrite *rw) {
    int port = rw->op->port;
    if (port < 0 || port >= rw->wiring->port_count || rw->wiring->ports[port].kind != SL_PORT_VALUE ||
        !rw->wiring->ports[port].pos)
        return sl_rewrite_refuse(rw, "there is no value to change");
    const char *text = rw->op->text;
    if (!text || !*text || strchr(text, '\n'))
        return sl_rewrite_refuse(rw, "a value is one Go expression");
    sl_rewrite_replace(rw, rw->wiring->ports[port].pos, rw->wiring->ports[port].end, text);
    return sl_rewrite_step(rw) && sl_edit_tidy_imports(rw);
}
