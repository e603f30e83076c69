// SPDX-License-Identifier: MIT
// Adding: a part of the palette, a function of the program, a new function; and text that was copied.
#include <stdio.h>

#include "graph/rewrite.h"

// A file that is no part of the program yet.
typedef struct {
    SlArena *phase;
    SlFiles *files;
    SlDiags *diags;
    SlNames *names;
    const SlTree *tree; // null: not Go
} Foreign;

static Foreign read_foreign(const char *text) {
    Foreign foreign = {.phase = sl_arena_new(), .files = sl_files_new(), .diags = sl_diags_new()};
    foreign.names = sl_names_new(foreign.phase);
    const SlFile *file = sl_files_add(foreign.files, "text.go", text, strlen(text));
    if (file)
        foreign.tree = sl_parse(foreign.phase, foreign.names, file, foreign.diags);
    if (foreign.diags->list.count)
        foreign.tree = NULL;
    return foreign;
}

static void free_foreign(Foreign *foreign) {
    sl_names_free(foreign->names);
    sl_diags_free(foreign->diags);
    sl_files_free(foreign->files);
    sl_arena_free(foreign->phase);
}

// The function that a part's text is about: with a title directive, else the first.
static const SlDecl *part_of(SlRewrite *rw, const SlTree *tree) {
    const SlDecl *first = NULL;
    for (int i = 0; i < tree->decl_count; i++) {
        const SlDecl *decl = tree->decls[i];
        if (decl->kind != SL_DECL_FUNC || decl->func->recv_fields.count)
            continue;
        if (sl_directive_of(rw->arena, tree, decl->pos, "title", NULL))
            return decl;
        first = first ? first : decl;
    }
    return first;
}

// ---- the statement ----

static const char *place_line(SlRewrite *rw, double x, double y, bool placed) {
    return placed ? sl_rewrite_printf(rw, "\t//sluice:at %.0f %.0f\n", x, y) : "";
}

static bool body_has_lines(SlRewrite *rw) {
    SlStmt *body = sl_root(rw)->body;
    if (sl_line_start(rw, body->pos) != sl_line_start(rw, body->close))
        return true;
    if (body->count)
        return sl_rewrite_refuse(rw, "the body of %s stands in one line", rw->wiring->function);
    sl_rewrite_replace(rw, body->close, body->close, "\n");
    return sl_rewrite_step(rw);
}

// Applies what is pending with the statement text as the last thing at its place; marks where it begins.
static bool put_statement(SlRewrite *rw, const char *before, const char *text, int skip) {
    SlPos at = sl_edit_new_place(rw);
    int mark = sl_rewrite_mark(rw, at);
    sl_rewrite_replace(rw, at, at, before);
    sl_rewrite_replace(rw, at, at, text);
    if (!sl_rewrite_step(rw))
        return false;
    SlPos made = sl_rewrite_marked(rw, mark) - (SlPos)strlen(text) + (SlPos)skip;
    sl_vec_push(&rw->made, sl_rewrite_mark(rw, made));
    return true;
}

static bool add_call(SlRewrite *rw, const char *before, const char *call) {
    const SlEditOp *op = rw->op;
    const char *place = place_line(rw, op->x, op->y, op->placed);
    if (*before)
        before = sl_rewrite_printf(rw, "\t%s", before);
    return put_statement(rw, before, sl_rewrite_printf(rw, "%s\tgo %s\n", place, call), (int)strlen(place) + 1);
}

// A wire that was pulled to an empty place: the new process takes its other end.
static bool to_wire(SlRewrite *rw, int port_mark, int channel_mark) {
    int node = sl_node_at(rw, sl_rewrite_marked(rw, rw->made.at[0]), SL_WIRE_PROCESS);
    int port = port_mark >= 0 ? sl_port_marked(rw, port_mark) : -1, channel = -1;
    SlPos pos = channel_mark >= 0 ? sl_rewrite_marked(rw, channel_mark) : 0;
    for (int i = 0; i < rw->wiring->node_count && pos; i++)
        if (rw->wiring->nodes[i].pos == pos && rw->wiring->nodes[i].kind != SL_WIRE_PROCESS &&
            rw->wiring->nodes[i].kind != SL_WIRE_STAGE)
            channel = i;
    const char *why = NULL;
    for (int i = 0; i < rw->wiring->port_count && (port >= 0 || channel >= 0); i++) {
        const SlWirePort *own = &rw->wiring->ports[i];
        bool right = own->node == node && own->way == SL_PORT_PARAM && own->object < 0 &&
                     (port >= 0 || own->kind == (rw->op->number ? SL_PORT_OUT : SL_PORT_IN));
        SlEditContext now = {rw->program, rw->wiring, NULL};
        const char *reason =
            right ? sl_edit_fits(&now, rw->arena, i, port < 0 ? channel : -1, port) : "it has no port for it";
        why = reason && (right || !why) ? reason : why;
        if (!reason)
            return sl_edit_connect(rw, i, port < 0 ? channel : -1, port);
    }
    return sl_rewrite_refuse(rw, "%s", why ? why : "it has no port for it");
}

// Where an addition was dropped on a wire.
static bool into_wire(SlRewrite *rw, int channel, int port) {
    if (channel < 0)
        return sl_edit_finish(rw, sl_rewrite_marked(rw, rw->made.at[0]));
    int node = sl_node_at(rw, sl_rewrite_marked(rw, rw->made.at[0]), SL_WIRE_PROCESS), wire = -1;
    for (int i = 0; i < rw->wiring->node_count; i++)
        if (rw->wiring->nodes[i].kind != SL_WIRE_PROCESS && rw->wiring->nodes[i].kind != SL_WIRE_STAGE &&
            rw->wiring->nodes[i].pos == sl_rewrite_marked(rw, channel))
            wire = i;
    return sl_edit_insert(rw, node, wire, port >= 0 ? sl_port_marked(rw, port) : -1);
}

static bool add_own(SlRewrite *rw, const char *name) {
    const SlPackage *package = rw->program->main;
    for (int f = 0; f < package->file_count; f++)
        for (int i = 0; i < package->files[f]->decl_count; i++) {
            const SlDecl *decl = package->files[f]->decls[i];
            if (decl->kind != SL_DECL_FUNC || decl->func->recv_fields.count || !decl->name_count ||
                strcmp(decl->names[0]->name, name))
                continue;
            const char *before = "", *call = sl_edit_first_call(rw, package->files[f], decl, true, &before);
            return add_call(rw, before, call);
        }
    return sl_rewrite_refuse(rw, "there is no function %s", name);
}

static bool add_part(SlRewrite *rw, const char *text) {
    Foreign foreign = read_foreign(text);
    const SlDecl *part = foreign.tree ? part_of(rw, foreign.tree) : NULL;
    bool good = part || sl_rewrite_refuse(rw, "this is no process");
    if (good) {
        const char *before = "", *use = sl_directive_of(rw->arena, foreign.tree, part->pos, "use", NULL);
        const char *call = use ? use : sl_edit_first_call(rw, foreign.tree, part, false, &before);
        good = sl_edit_bring(rw, foreign.tree, call, &call) && add_call(rw, before, call);
    }
    free_foreign(&foreign);
    return good;
}

bool sl_edit_add(SlRewrite *rw) {
    const SlEditOp *op = rw->op;
    int channel = -1, port = -1;
    if (op->node >= 0 && op->node < rw->wiring->node_count && rw->wiring->nodes[op->node].kind != SL_WIRE_CHANNEL &&
        rw->wiring->nodes[op->node].kind != SL_WIRE_UNKNOWN)
        return sl_rewrite_refuse(rw, "%s is no wire", rw->wiring->nodes[op->node].name);
    if (op->node >= 0 && op->node < rw->wiring->node_count)
        channel = sl_rewrite_mark(rw, rw->wiring->nodes[op->node].pos);
    if (op->port >= 0 && op->port < rw->wiring->port_count && rw->wiring->ports[op->port].pos)
        port = sl_rewrite_mark(rw, rw->wiring->ports[op->port].pos);
    if (!body_has_lines(rw))
        return false;
    bool wired = op->to_port >= 0 || op->to_node >= 0;
    int from = op->to_port >= 0 && op->to_port < rw->wiring->port_count
                   ? sl_rewrite_mark(rw, rw->wiring->ports[op->to_port].pos)
                   : -1;
    int join = wired && from < 0 && op->to_node >= 0 && op->to_node < rw->wiring->node_count
                   ? sl_rewrite_mark(rw, rw->wiring->nodes[op->to_node].pos)
                   : -1;
    bool good = op->text   ? add_part(rw, op->text)
                : op->name ? add_own(rw, op->name)
                           : sl_rewrite_refuse(rw, "nothing to add");
    return good && (wired ? to_wire(rw, from, join) : into_wire(rw, channel, port));
}

// ---- new functions ----

static const char *words_of(SlRewrite *rw, const SlTree *tree, const SlExpr *type) {
    return sl_arena_strndup(rw->arena, tree->file->text + (type->pos - tree->file->base), type->end - type->pos);
}

typedef struct {
    const char *name, *elem;
    int dir;
} NewPort;

static int read_ports(SlRewrite *rw, const SlTree *tree, NewPort *ports, int most) {
    const SlFields *fields = &tree->decls[0]->func->type->fields;
    int count = 0;
    for (int i = 0; i < fields->count; i++)
        for (int n = 0; n < fields->at[i].name_count && count < most; n++)
            if (fields->at[i].type->kind == SL_EXPR_CHAN_TYPE)
                ports[count++] = (NewPort){sl_rewrite_printf(rw, "%s", fields->at[i].names[n]->name),
                                           words_of(rw, tree, fields->at[i].type->x), fields->at[i].type->dir};
    return count;
}

// Passes on what comes in, makes ten values where nothing comes in, prints where nothing goes out; closes what it
// sends on.
static const char *skeleton(SlRewrite *rw, const NewPort *ports, int count) {
    SlText out = {0};
    int ins = 0, outs = 0;
    for (int i = 0; i < count; i++) {
        ins += ports[i].dir != SL_DIR_SEND;
        outs += ports[i].dir == SL_DIR_SEND;
        if (ports[i].dir == SL_DIR_SEND)
            sl_text_printf(&out, "defer close(%s)\n", ports[i].name);
    }
    if (!ins && outs) {
        sl_text_adds(&out, "for i := 1; i <= 10; i++ {\n");
        for (int o = 0; o < count; o++)
            sl_text_printf(&out, strcmp(ports[o].elem, "int") ? "\t%s <- *new(%s)\n" : "\t%s <- i\n", ports[o].name,
                           ports[o].elem);
        sl_text_adds(&out, "}\n");
    }
    for (int i = 0; i < count; i++) {
        if (ports[i].dir == SL_DIR_SEND)
            continue;
        SlText inner = {0};
        for (int o = 0; o < count; o++)
            if (ports[o].dir == SL_DIR_SEND && strcmp(ports[o].elem, ports[i].elem) == 0)
                sl_text_printf(&inner, "\t%s <- v\n", ports[o].name);
        if (!inner.length && !outs) {
            sl_edit_import(rw, "fmt");
            sl_text_adds(&inner, "\tfmt.Println(v)\n");
        }
        if (!inner.length) // of another type than what goes out
            sl_text_adds(&inner, "\t_ = v\n");
        sl_text_printf(&out, "for v := range %s {\n%s}\n", ports[i].name, sl_text_cstr(&inner));
        sl_text_free(&inner);
    }
    const char *kept = sl_arena_strndup(rw->arena, sl_text_cstr(&out), out.length);
    sl_text_free(&out);
    return kept;
}

bool sl_edit_new(SlRewrite *rw) {
    const SlEditOp *op = rw->op;
    const char *ports = op->ports ? op->ports : "";
    if (!sl_valid_name(op->name))
        return sl_rewrite_refuse(rw, "%s is no name for a function", op->name ? op->name : "nothing");
    if (sl_name_taken(rw, op->name))
        return sl_rewrite_refuse(rw, "the name %s is taken", op->name);
    if (!body_has_lines(rw))
        return false;
    Foreign head = read_foreign(sl_rewrite_printf(rw, "package main\n\nfunc %s(%s) {\n}\n", op->name, ports));
    if (!head.tree || head.tree->decl_count != 1 || head.tree->decls[0]->kind != SL_DECL_FUNC) {
        free_foreign(&head);
        return sl_rewrite_refuse(rw, "the ports do not read as Go parameters");
    }
    NewPort list[32];
    int count = read_ports(rw, head.tree, list, 32);
    const char *body = op->text ? sl_formatted(rw, op->text) : skeleton(rw, list, count);
    free_foreign(&head);
    const char *inner = sl_indented(rw, body, "\t");
    size_t n = strlen(inner);
    const char *text = sl_rewrite_printf(rw, "package main\n\nfunc %s(%s) {\n%s%s}\n", op->name,
                                         sl_formatted_params(rw, ports), inner, n && inner[n - 1] != '\n' ? "\n" : "");
    return add_part(rw, text) && into_wire(rw, -1, -1);
}

// ---- copied text ----

// Moves every place in the lines: by a distance, or by what brings the first one to a place.
static const char *moved_places(SlRewrite *rw, const char *text, const SlEditPlace *to, const SlEditPlace *by) {
    static const char verb[] = "//sluice:at ";
    SlText out = {0};
    bool known = by != NULL;
    double dx = by ? by->x : 0, dy = by ? by->y : 0;
    for (const char *at = text; *at;) {
        double px, py;
        int read = 0;
        const char *numbers = at + sizeof verb - 1;
        bool place = strncmp(at, verb, sizeof verb - 1) == 0;
        size_t name =
            place && (numbers[0] < '0' || numbers[0] > '9') && numbers[0] != '-' ? strcspn(numbers, " \n") : 0;
        name += name && numbers[name] == ' ';
        if (place && sscanf(numbers + name, "%lf %lf%n", &px, &py, &read) == 2) {
            if (!known)
                dx = to->x - px, dy = to->y - py, known = true;
            sl_text_printf(&out, "%s%.*s%.0f %.0f", verb, (int)name, numbers, px + dx, py + dy);
            at = numbers + name + read;
            continue;
        }
        sl_text_addc(&out, *at++);
    }
    const char *kept = sl_arena_strndup(rw->arena, sl_text_cstr(&out), out.length);
    sl_text_free(&out);
    return kept;
}

static const SlDecl *main_of(const SlTree *tree) {
    for (int i = 0; i < tree->decl_count; i++)
        if (tree->decls[i]->kind == SL_DECL_FUNC && !tree->decls[i]->func->recv_fields.count &&
            strcmp(tree->decls[i]->names[0]->name, "main") == 0)
            return tree->decls[i];
    return NULL;
}

// The lines of main's body, with its variables under names that are free here.
static const char *body_lines(SlRewrite *rw, const SlTree *tree, const SlStmt *body) {
    const char *text = tree->file->text + (body->pos + 1 - tree->file->base);
    text = sl_arena_strndup(rw->arena, text, body->close - body->pos - 1);
    text += *text == '\n';
    for (int i = 0; i < body->count; i++) {
        const SlStmt *stmt = body->list[i];
        bool decl = stmt->kind == SL_STMT_DECL && stmt->decl_count;
        int count = decl ? stmt->decls[0]->name_count : stmt->kind == SL_STMT_ASSIGN ? stmt->lhs_count : 0;
        for (int n = 0; n < count; n++) {
            const SlExpr *name = decl ? stmt->decls[0]->names[n] : stmt->lhs[n];
            if (name->kind == SL_EXPR_IDENT && sl_valid_name(name->name) && sl_local_taken(rw, name->name))
                text = sl_renamed(rw, text, name->name, sl_free_local(rw, name->name));
        }
    }
    return text;
}

bool sl_edit_paste(SlRewrite *rw, const char *text, const SlEditPlace *to, const SlEditPlace *by) {
    if (!body_has_lines(rw))
        return false;
    Foreign foreign = read_foreign(text ? text : "");
    const SlDecl *decl = foreign.tree ? main_of(foreign.tree) : NULL;
    bool good = foreign.tree || sl_rewrite_refuse(rw, "this is no Go text");
    const char *lines = good && decl && decl->func->body ? body_lines(rw, foreign.tree, decl->func->body) : "";
    if (to || by)
        lines = moved_places(rw, lines, to, by);
    good = good && sl_edit_bring(rw, foreign.tree, lines, &lines);
    free_foreign(&foreign);
    if (!good || !*lines)
        return good && sl_rewrite_step(rw);
    SlPos at = sl_edit_new_place(rw);
    int end = sl_rewrite_mark(rw, at);
    sl_rewrite_replace(rw, at, at, lines);
    if (!sl_rewrite_step(rw))
        return false;
    SlPos behind = sl_rewrite_marked(rw, end), from = behind - (SlPos)strlen(lines);
    for (int i = 0; i < rw->wiring->node_count; i++)
        if (rw->wiring->nodes[i].pos >= from && rw->wiring->nodes[i].pos < behind)
            sl_vec_push(&rw->made, sl_rewrite_mark(rw, rw->wiring->nodes[i].pos));
    return sl_edit_tidy_imports(rw);
}
