// SPDX-License-Identifier: MIT
// Labels and the branches to them. A function's labels share one scope; goto may not enter a block nor jump over the
// declaration of a variable that is visible at the label.
#include "lang/check.h"

typedef struct Block {
    struct Block *outer;
    SlStmt *labeled; // the statement that this block is part of, when it has a label
    SlPos pos;
} Block;

typedef struct {
    SlStmt *stmt;
    Block *block;
    SlObj *obj;
} Label;

typedef struct {
    SlStmt *stmt;
    Block *block;
} Goto;

typedef struct {
    SlPos pos;
    Block *block;
} VarDecl;

typedef struct {
    Check *c;
    SL_VEC(Label) labels;
    SlMap names; // of labels, to their number plus one
    SL_VEC(Goto) gotos;
    SL_VEC(VarDecl) vars;
} Walk;

static Label *find_label(Walk *w, const char *name) {
    intptr_t number = (intptr_t)sl_map_get_ptr(&w->names, name);
    return number ? &w->labels.at[number - 1] : NULL;
}

static void walk(Walk *w, Block *block, SlStmt *s, SlStmt *label);

static void walk_list(Walk *w, Block *block, SlStmt **list, int count) {
    for (int i = 0; i < count; i++)
        walk(w, block, list[i], NULL);
}

static Block *inner_block(Walk *w, Block *outer, SlPos pos, SlStmt *label) {
    Block *block = SL_NEW(w->c->arena, Block);
    *block = (Block){outer, label, pos};
    return block;
}

static void walk_clauses(Walk *w, Block *block, SlStmt *s, SlStmt *label) {
    Block *whole = inner_block(w, block, s->pos, label);
    for (int i = 0; i < s->count; i++) {
        SlStmt *clause = s->list[i];
        Block *inner = inner_block(w, whole, clause->pos, NULL);
        walk_list(w, inner, clause->list, clause->count);
    }
}

static void labeled_branch(Walk *w, Block *block, SlStmt *s) {
    Check *c = w->c;
    const char *name = s->label->name;
    for (Block *at = block; at; at = at->outer) {
        if (!at->labeled || at->labeled->label->name != name)
            continue;
        SlStmt *body = at->labeled->body;
        Label *label = find_label(w, name);
        if (label)
            label->obj->used = true;
        s->label->obj = label ? label->obj : NULL;
        bool loop = body->kind == SL_STMT_FOR || body->kind == SL_STMT_RANGE;
        bool breaks =
            loop || body->kind == SL_STMT_SWITCH || body->kind == SL_STMT_TYPE_SWITCH || body->kind == SL_STMT_SELECT;
        if (s->op == SL_TOKEN_CONTINUE && !loop)
            ck_error(c, s->label->pos, "invalid continue label %s", name);
        else if (s->op == SL_TOKEN_BREAK && !breaks)
            ck_error(c, s->label->pos, "invalid break label %s", name);
        else
            s->target = body;
        return;
    }
    Label *label = find_label(w, name);
    if (label) {
        label->obj->used = true;
        s->label->obj = label->obj;
        ck_error(c, s->label->pos, "invalid %s label %s", sl_token_names[s->op], name);
    } else
        ck_error(c, s->label->pos, "%s label not defined: %s", sl_token_names[s->op], name);
}

static void walk(Walk *w, Block *block, SlStmt *s, SlStmt *label) {
    if (!s || !ck_enter(w->c, s->pos))
        return;
    switch ((SlStmtKind)s->kind) {
    case SL_STMT_DECL:
        for (int i = 0; i < s->decl_count; i++)
            if (s->decls[i]->kind == SL_DECL_VAR)
                sl_vec_push(&w->vars, (VarDecl){s->decls[i]->pos, block});
        break;
    case SL_STMT_ASSIGN:
        if (s->op == SL_TOKEN_DEFINE)
            sl_vec_push(&w->vars, (VarDecl){s->pos, block});
        break;
    case SL_STMT_LABELED: {
        Label *other = find_label(w, s->label->name);
        if (s->label->name == w->c->blank) {
            walk(w, block, s->body, NULL);
            break;
        }
        if (other)
            ck_error(w->c, s->label->pos, "label %s already defined at %s", s->label->name,
                     ck_pos_text(w->c, other->stmt->label->pos));
        else {
            SlObj *obj = sl_obj_new(w->c->types, SL_OBJ_LABEL, s->label->pos, w->c->pkg, s->label->name, NULL);
            obj->label = s;
            s->label->obj = obj;
            sl_vec_push(&w->labels, (Label){s, block, obj});
            sl_map_set_ptr(&w->names, s->label->name, (void *)(intptr_t)w->labels.count);
        }
        walk(w, block, s->body, s);
        break;
    }
    case SL_STMT_BRANCH:
        if (s->label && s->op == SL_TOKEN_GOTO)
            sl_vec_push(&w->gotos, (Goto){s, block});
        else if (s->label)
            labeled_branch(w, block, s);
        break;
    case SL_STMT_BLOCK:
        walk_list(w, inner_block(w, block, s->pos, label), s->list, s->count);
        break;
    case SL_STMT_IF: {
        Block *inner = inner_block(w, block, s->pos, label);
        walk(w, inner, s->body, NULL);
        walk(w, inner, s->else_, NULL);
        break;
    }
    case SL_STMT_SWITCH:
    case SL_STMT_TYPE_SWITCH:
    case SL_STMT_SELECT:
        walk_clauses(w, block, s, label);
        break;
    case SL_STMT_FOR:
    case SL_STMT_RANGE:
        walk(w, inner_block(w, block, s->pos, label), s->body, NULL);
        break;
    default:
        break;
    }
    ck_leave(w->c);
}

static bool encloses(const Block *outer, const Block *inner) {
    for (; inner; inner = inner->outer)
        if (inner == outer)
            return true;
    return false;
}

static void resolve(Walk *w, const Goto *jump) {
    Check *c = w->c;
    SlStmt *s = jump->stmt;
    Label *label = find_label(w, s->label->name);
    const char *name = s->label->name;
    if (!label) {
        ck_error(c, s->label->pos, "label %s not defined", name);
        return;
    }
    label->obj->used = true;
    s->label->obj = label->obj;
    s->target = label->stmt;
    if (!encloses(label->block, jump->block)) {
        const Block *into = label->block;
        while (into->outer && !encloses(into->outer, jump->block))
            into = into->outer;
        ck_error(c, s->label->pos, "goto %s jumps into block starting at %s", name, ck_pos_text(c, into->pos));
        return;
    }
    for (int i = 0; i < w->vars.count; i++) {
        const VarDecl *var = &w->vars.at[i];
        if (var->block == label->block && var->pos > s->pos && var->pos < label->stmt->pos) {
            SlPlace place = sl_files_shown(c->program->files, var->pos);
            ck_error(c, s->label->pos, "goto %s jumps over variable declaration at line %d", name, place.line);
            return;
        }
    }
}

void ck_labels(Check *c, SlStmt *body) {
    Walk w = {.c = c};
    Block *block = SL_NEW(c->arena, Block);
    block->pos = body->pos;
    walk_list(&w, block, body->list, body->count);
    for (int i = 0; i < w.gotos.count; i++)
        resolve(&w, &w.gotos.at[i]);
    for (int i = 0; i < w.labels.count; i++)
        if (!w.labels.at[i].obj->used && !c->options.keep_unused)
            ck_error(c, w.labels.at[i].stmt->label->pos, "label %s defined and not used", w.labels.at[i].obj->name);
    sl_vec_free(&w.labels);
    sl_map_free(&w.names);
    sl_vec_free(&w.gotos);
    sl_vec_free(&w.vars);
}
