// SPDX-License-Identifier: MIT
// Writing directives: places, colours, titles.
#include "graph/rewrite.h"

// Where a node's directives stand: the statement, for the function opened and what it is given the function.
static SlPos home_of(const SlRewrite *rw, int node) {
    const SlWireNode *at = &rw->wiring->nodes[node];
    return node == 0 || at->outside ? sl_root(rw)->pos : at->pos;
}

// Whether several nodes of the drawing stand in that line: then each is told by its name.
static bool shares_line(const SlRewrite *rw, int node) {
    SlPos start = sl_line_start(rw, home_of(rw, node));
    if (rw->wiring->nodes[node].outside)
        return true;
    for (int i = 0; i < rw->wiring->node_count; i++) {
        const SlWireNode *other = &rw->wiring->nodes[i];
        if (i == node || i == 0 || other->outside || !sl_rewrite_tree(rw, other->pos))
            continue;
        if (sl_line_start(rw, other->pos) == start)
            return true;
    }
    return false;
}

// Whether the same note was asked for before.
static bool is_again(SlRewrite *rw, const int *nodes, int index, bool title) {
    for (int i = 0; i < index; i++)
        if (nodes[i] == nodes[index] || (title && nodes[i] >= 0 && nodes[i] < rw->wiring->node_count &&
                                         home_of(rw, nodes[i]) == home_of(rw, nodes[index])))
            return true;
    return false;
}

static const char *subject_of(SlRewrite *rw, int node) {
    const SlTree *tree = sl_rewrite_tree(rw, home_of(rw, node));
    return shares_line(rw, node) ? sl_wire_subject(rw->arena, tree, rw->wiring->nodes, rw->wiring->node_count, node)
                                 : NULL;
}

// The comment that is this directive of the node, or null.
static const SlComment *find(const SlRewrite *rw, SlPos home, const char *verb, const char *subject) {
    const SlTree *tree = sl_rewrite_tree(rw, home);
    SlPos line = sl_line_start(rw, home), end = sl_line_end(rw, home);
    const SlComment *found = NULL;
    int first = sl_directive_comments(tree, home);
    if (first == tree->comment_count)
        for (first = 0; first < tree->comment_count && tree->comments[first].pos < line;)
            first++;
    for (int i = first; i < tree->comment_count && tree->comments[i].pos < end; i++) {
        const SlComment *comment = &tree->comments[i];
        if (!sl_directive_is(comment, verb))
            continue;
        const char *rest = comment->text + strlen("//sluice:") + strlen(verb) + 1;
        size_t n = subject ? strlen(subject) : 0;
        bool named = n && strncmp(rest, subject, n) == 0 && rest[n] == ' ';
        bool number = (*rest >= '0' && *rest <= '9') || *rest == '-';
        if (subject ? named : strcmp(verb, "at") || number)
            found = comment;
    }
    return found;
}

// Writes or (value null) takes out one directive.
static bool put(SlRewrite *rw, SlPos home, const char *verb, const char *subject, const char *value) {
    const SlComment *old = find(rw, home, verb, subject);
    const char *gap = subject ? " " : "";
    const char *text =
        value ? sl_rewrite_printf(rw, "//sluice:%s %s%s%s", verb, subject ? subject : "", gap, value) : "";
    if (old && value) {
        sl_rewrite_replace(rw, old->pos, old->end, text);
        return true;
    }
    if (!value) {
        SlPos start = old ? sl_line_start(rw, old->pos) : 0;
        if (old && start == sl_line_start(rw, home)) // behind the statement
            sl_rewrite_replace(rw, old->pos, old->end, "");
        else if (old)
            sl_cut_lines(rw, start, sl_line_end(rw, old->end));
        return true;
    }
    SlPos line = sl_line_start(rw, home);
    const char *indent = sl_line_indent(rw, home);
    // In the comment of a declaration gofmt wants a blank comment line between words and directives.
    const SlTree *tree = sl_rewrite_tree(rw, home);
    bool words = !*indent && sl_top_of(rw, home) < line && sl_notes_of(rw, home) == line;
    for (int i = sl_directive_comments(tree, home); i < tree->comment_count && tree->comments[i].pos < line && words;
         i++)
        if (tree->comments[i].length > 2 && tree->comments[i].text[2] != ' ' && tree->comments[i].text[2] != '\t' &&
            tree->comments[i].end + 1 == line)
            words = false; // another tool's directive
    // And a declaration with a comment stands by itself.
    const SlFile *file = tree->file;
    bool close =
        !*indent && line > file->base + 1 && sl_top_of(rw, home) == line && file->text[line - file->base - 2] != '\n';
    sl_rewrite_replace(rw, line, line,
                       sl_rewrite_printf(rw, "%s%s%s%s\n", close ? "\n" : "", words ? "//\n" : "", indent, text));
    return true;
}

bool sl_edit_place(SlRewrite *rw, SlPos stmt, double x, double y) {
    return put(rw, stmt, "at", NULL, sl_rewrite_printf(rw, "%.0f %.0f", x, y)) && sl_rewrite_step(rw);
}

bool sl_edit_unplace(SlRewrite *rw, SlPos stmt) {
    return put(rw, stmt, "at", NULL, NULL);
}

typedef struct {
    SlPos pos;
    bool inside;
} Fields;

static bool find_fields(void *data, SlExpr *expr) {
    Fields *fields = data;
    bool many = expr->kind == SL_EXPR_STRUCT_TYPE || expr->kind == SL_EXPR_INTERFACE_TYPE;
    fields->inside |= many && expr->pos < fields->pos && fields->pos < expr->end;
    return !fields->inside;
}

// gofmt aligns the fields of a struct: a comment between them would change the lines around it.
static bool is_field(const SlTree *tree, SlPos pos) {
    Fields fields = {pos, false};
    SlVisit visit = {find_fields, NULL, &fields};
    for (int i = 0; i < tree->decl_count; i++) {
        const SlDecl *decl = tree->decls[i];
        if (pos < decl->pos || pos >= decl->end)
            continue;
        sl_visit_expr(&visit, decl->type);
        if (decl->func)
            sl_visit_stmt(&visit, decl->func->body);
    }
    return fields.inside;
}

static bool can_note(SlRewrite *rw, int node) {
    if (node < 0 || node >= rw->wiring->node_count)
        return sl_rewrite_refuse(rw, "there is no such thing in the drawing");
    SlPos home = home_of(rw, node);
    const SlTree *tree = home ? sl_rewrite_tree(rw, home) : NULL;
    if (!tree)
        return sl_rewrite_refuse(rw, "%s stands in another package", rw->wiring->nodes[node].name);
    if (is_field(tree, home))
        return sl_rewrite_refuse(rw, "%s is a field: its line has no room for a note", rw->wiring->nodes[node].name);
    for (SlPos at = sl_line_start(rw, home); at < home; at++)
        if (tree->file->text[at - tree->file->base] == '`')
            return sl_rewrite_refuse(rw, "%s stands behind a raw string", rw->wiring->nodes[node].name);
    return true;
}

bool sl_edit_move(SlRewrite *rw) {
    int left_out = 0;
    for (int i = 0; i < rw->op->node_count; i++) {
        int node = rw->op->nodes[i];
        if (!can_note(rw, node)) {
            if (++left_out == rw->op->node_count)
                return false;
            continue; // of several those that can be written are
        }
        const char *subject = subject_of(rw, node);
        const char *value = sl_rewrite_printf(rw, "%.0f %.0f", rw->op->places[i].x, rw->op->places[i].y);
        if (!put(rw, home_of(rw, node), "at", subject, value))
            return false;
    }
    rw->refused = NULL;
    return sl_rewrite_step(rw);
}

static bool put_title_of_drawing(SlRewrite *rw, const char *value) {
    return put(rw, rw->wiring->tree->file->pos, "title", NULL, value) && sl_rewrite_step(rw);
}

bool sl_edit_note(SlRewrite *rw, const char *verb) {
    const char *value = rw->op->text && *rw->op->text ? rw->op->text : NULL;
    bool title = strcmp(verb, "title") == 0;
    if (value && (strpbrk(value, "\n\r") || (!title && strpbrk(value, " \t"))))
        return sl_rewrite_refuse(rw, title ? "a title is one line" : "a colour is one word");
    if (title && rw->op->node < 0 && !rw->op->node_count)
        return put_title_of_drawing(rw, value);
    int count = rw->op->node_count ? rw->op->node_count : 1;
    const int *nodes = rw->op->node_count ? rw->op->nodes : &rw->op->node;
    for (int i = 0; i < count; i++) {
        if (!can_note(rw, nodes[i]))
            return false;
        if (rw->wiring->nodes[nodes[i]].outside)
            return sl_rewrite_refuse(rw, "%s is given from outside", rw->wiring->nodes[nodes[i]].name);
        if (is_again(rw, nodes, i, title))
            continue;
        const char *subject = title ? NULL : subject_of(rw, nodes[i]);
        if (!put(rw, home_of(rw, nodes[i]), verb, subject, value))
            return false;
    }
    return sl_rewrite_step(rw);
}
