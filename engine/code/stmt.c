// SPDX-License-Identifier: MIT
// Statements: dispatch, blocks, branches, return, if and for.
#include "code/gen.h"

void sl_gen_stmts(SlFn *fn, SlStmt **list, int count) {
    for (int i = 0; i < count; i++)
        sl_gen_stmt(fn, list[i]);
}

void sl_gen_block(SlFn *fn, SlStmt *s) {
    int scope = sl_scope_open(fn);
    sl_gen_stmts(fn, s->list, s->count);
    sl_scope_close(fn, scope);
}

// ---- return ----

void sl_gen_leave(SlFn *fn) {
    if (fn->unit->kind == SL_UNIT_RANGE) {
        sl_range_exit(fn, SL_TOKEN_RETURN, NULL);
        return;
    }
    if (fn->defers) {
        sl_emit(fn, SL_OP_RUNDEFERS, 0, 0, 0); // here, for traces: the epilogue finds none
        sl_emit_jump(fn, SL_OP_JMP, 0, 0, fn->return_label);
        return;
    }
    int at = 0;
    for (int i = 0; i < fn->result_count; i++) {
        if (fn->results[i]->boxed)
            sl_load_mem(fn, fn->result_types[i], at, fn->results[i]->slot, 0);
        at += (int)fn->result_types[i]->slots;
    }
    sl_emit(fn, SL_OP_RET, 0, 0, 0);
}

// Results are named or seen by others while the values are computed.
static bool results_are_visible(const SlFn *fn) {
    if (fn->defers || fn->unit->kind == SL_UNIT_RANGE)
        return true;
    const SlFuncNode *node = fn->unit->node;
    for (int i = 0; i < fn->result_count; i++)
        if (fn->results[i]->boxed || (node && node->result_vars[i]->name && node->result_vars[i]->name[0]))
            return true;
    return false;
}

static void set_result(SlFn *fn, int i, int slot, const SlRtype *from) {
    int mark = sl_slot_mark(fn);
    SlSpot spot = sl_spot_var(fn->results[i]);
    if (spot.kind == SL_SPOT_SLOT)
        sl_gen_adapt(fn, slot, from, spot.type, spot.slot);
    else
        sl_spot_set(fn, &spot, sl_gen_adapt(fn, slot, from, spot.type, SL_NONE));
    sl_slot_release(fn, mark);
}

static bool is_tuple_call(const SlExpr *e) {
    e = sl_unparen(e);
    return e->kind == SL_EXPR_CALL && e->type && sl_unalias(e->type)->kind == SL_TYPE_TUPLE;
}

static bool returns_itself(SlFn *fn, SlExpr *e, int i) {
    const SlExpr *b = sl_unparen(e);
    return b->kind == SL_EXPR_IDENT && b->obj && b->obj->kind == SL_OBJ_VAR && b->obj->code == fn->results[i];
}

static void return_several(SlFn *fn, SlStmt *s) {
    bool visible = results_are_visible(fn);
    bool calls = false;
    for (int i = 0; i < s->rhs_count; i++)
        calls = calls || sl_has_call(fn, s->rhs[i]);
    for (int i = 0; calls && i < s->rhs_count; i++)
        sl_hoist(fn, s->rhs[i]);
    if (!visible) {
        for (int i = 0; i < s->rhs_count; i++)
            sl_gen_as(fn, s->rhs[i], fn->result_types[i], fn->results[i]->slot);
        return;
    }
    int *values = SL_NEW_N(fn->g->arena, int, s->rhs_count);
    for (int i = 0; i < s->rhs_count; i++)
        values[i] = returns_itself(fn, s->rhs[i], i) ? SL_NONE : sl_gen_copy(fn, s->rhs[i], fn->result_types[i]);
    for (int i = 0; i < s->rhs_count; i++)
        if (values[i] != SL_NONE)
            set_result(fn, i, values[i], fn->result_types[i]);
}

void sl_gen_return(SlFn *fn, SlStmt *s) {
    int mark = sl_slot_mark(fn);
    if (s->rhs_count == 1 && fn->result_count > 1 && is_tuple_call(s->rhs[0])) {
        SlResults results = sl_gen_call_results(fn, s->rhs[0]);
        int at = results.slot;
        for (int i = 0; i < results.count; i++) {
            set_result(fn, i, at, results.types[i]);
            at += (int)results.types[i]->slots;
        }
    } else if (s->rhs_count == 1 && fn->result_count == 1) {
        SlSpot spot = sl_spot_var(fn->results[0]);
        if (returns_itself(fn, s->rhs[0], 0)) {
            // already there
        } else if (spot.kind == SL_SPOT_SLOT && (!sl_needs_fresh(s->rhs[0]) || !results_are_visible(fn)))
            sl_gen_as(fn, s->rhs[0], spot.type, spot.slot);
        else
            set_result(fn, 0, sl_gen_as(fn, s->rhs[0], spot.type, SL_NONE), spot.type);
    } else if (s->rhs_count)
        return_several(fn, s);
    sl_slot_release(fn, mark);
    sl_gen_leave(fn);
}

// ---- branches ----

static int goto_label(SlFn *fn, const SlStmt *labeled) {
    void *known = sl_map_get_ptr(&fn->goto_labels, labeled);
    if (!known) {
        known = (void *)(intptr_t)(sl_label_new(fn) + 1);
        sl_map_set_ptr(&fn->goto_labels, labeled, known);
    }
    return (int)(intptr_t)known - 1;
}

static bool is_inside(SlPos pos, const SlStmt *s) {
    return pos >= s->pos && pos < s->end;
}

void sl_gen_branch(SlFn *fn, SlToken op, const SlStmt *target) {
    if (op == SL_TOKEN_FALLTHROUGH) {
        sl_emit_jump(fn, SL_OP_JMP, 0, 0, fn->case_label);
        return;
    }
    if (op == SL_TOKEN_GOTO) {
        if (fn->unit->kind == SL_UNIT_RANGE && !is_inside(target->pos, fn->unit->info->range->body)) {
            sl_range_exit(fn, op, target);
            return;
        }
        sl_emit_jump(fn, SL_OP_JMP, 0, 0, goto_label(fn, target));
        return;
    }
    for (SlFlow *flow = fn->flow; flow; flow = flow->outer)
        if (flow->stmt == target) {
            sl_emit_jump(fn, SL_OP_JMP, 0, 0, op == SL_TOKEN_BREAK ? flow->break_label : flow->continue_label);
            return;
        }
    if (fn->unit->kind != SL_UNIT_RANGE || !sl_range_exit(fn, op, target))
        sl_fn_error(fn, fn->pos, "internal: branch without target");
}

static void gen_labeled(SlFn *fn, SlStmt *s) {
    sl_label_here(fn, goto_label(fn, s));
    SlStmt *body = s->body;
    switch (body ? (SlStmtKind)body->kind : SL_STMT_EMPTY) {
    case SL_STMT_FOR:
    case SL_STMT_RANGE:
    case SL_STMT_SWITCH:
    case SL_STMT_TYPE_SWITCH:
    case SL_STMT_SELECT: {
        SlFlow flow = {.stmt = s, .break_label = sl_label_new(fn), .continue_label = SL_NONE, .outer = fn->flow};
        fn->flow = &flow;
        sl_gen_stmt(fn, body);
        fn->flow = flow.outer;
        sl_label_here(fn, flow.break_label);
        break;
    }
    case SL_STMT_EMPTY:
        break;
    default: {
        SlFlow flow = {.stmt = s, .break_label = sl_label_new(fn), .continue_label = SL_NONE, .outer = fn->flow};
        fn->flow = &flow;
        sl_gen_stmt(fn, body);
        fn->flow = flow.outer;
        sl_label_here(fn, flow.break_label);
        break;
    }
    }
}

// ---- if, for ----

// if cond { break }, if cond { continue }: where the condition jumps to, or SL_NONE.
static int only_branch(const SlFn *fn, const SlStmt *s) {
    const SlStmt *inner = !s->else_ && s->body->count == 1 ? s->body->list[0] : NULL;
    if (!inner || inner->kind != SL_STMT_BRANCH || (inner->op != SL_TOKEN_BREAK && inner->op != SL_TOKEN_CONTINUE))
        return SL_NONE;
    for (const SlFlow *flow = fn->flow; flow; flow = flow->outer)
        if (flow->stmt == inner->target)
            return inner->op == SL_TOKEN_BREAK ? flow->break_label : flow->continue_label;
    return SL_NONE;
}

static void gen_if(SlFn *fn, SlStmt *s) {
    int scope = sl_scope_open(fn), otherwise = sl_label_new(fn), branch = only_branch(fn, s);
    if (s->init)
        sl_gen_stmt(fn, s->init);
    fn->pos = s->x->pos;
    if (branch != SL_NONE) {
        sl_gen_cond(fn, s->x, true, branch);
        sl_label_here(fn, otherwise);
        sl_scope_close(fn, scope);
        return;
    }
    sl_gen_cond(fn, s->x, false, otherwise);
    sl_gen_block(fn, s->body);
    if (s->else_) {
        int end = sl_label_new(fn);
        if (!sl_emit_ended(fn))
            sl_emit_jump(fn, SL_OP_JMP, 0, 0, end);
        sl_label_here(fn, otherwise);
        sl_gen_stmt(fn, s->else_);
        sl_label_here(fn, end);
    } else
        sl_label_here(fn, otherwise);
    sl_scope_close(fn, scope);
}

// Variables of for i := ...: the next iteration has new ones, which start as copies.
static void renew(SlFn *fn, SlStmt *s) {
    if (!s->per_iteration || !s->init || s->init->kind != SL_STMT_ASSIGN)
        return;
    for (int i = 0; i < s->init->lhs_count; i++) {
        SlExpr *e = s->init->lhs[i];
        if (!sl_defines(e) || !e->obj->code || (e->name[0] == '_' && !e->name[1]))
            continue;
        SlVar *var = e->obj->code;
        if (!var->boxed || !(e->obj->flags & (SL_VAR_CAPTURED | SL_VAR_ADDRESSED)))
            continue;
        int mark = sl_slot_mark(fn), box = sl_slot_pointer(fn);
        sl_emit_type(fn, SL_OP_NEW, box, 0, 0, var->type);
        if (var->type->size > 512)
            sl_emit_type(fn, SL_OP_MOVE, box, var->slot, 0, var->type);
        else {
            int value = sl_slot_new(fn, var->type);
            sl_load_mem(fn, var->type, value, var->slot, 0);
            sl_store_mem(fn, var->type, box, 0, value);
        }
        sl_emit_move(fn, var->slot, box, 1);
        sl_slot_release(fn, mark);
    }
}

void sl_gen_for(SlFn *fn, SlStmt *s, SlStmt *labeled) {
    (void)labeled;
    int scope = sl_scope_open(fn);
    if (s->init)
        sl_gen_stmt(fn, s->init);
    SlFlow flow = {.stmt = s, .break_label = sl_label_new(fn), .continue_label = sl_label_new(fn), .outer = fn->flow};
    int body = sl_label_new(fn), cond = sl_label_new(fn);
    fn->loops++;
    if (s->x)
        sl_emit_jump(fn, SL_OP_JMP, 0, 0, cond);
    sl_label_here(fn, body);
    fn->flow = &flow;
    sl_gen_block(fn, s->body);
    fn->flow = flow.outer;
    sl_label_here(fn, flow.continue_label);
    renew(fn, s);
    if (s->post)
        sl_gen_stmt(fn, s->post);
    sl_label_here(fn, cond);
    fn->pos = s->x ? s->x->pos : s->pos;
    if (s->x)
        sl_gen_cond(fn, s->x, true, body);
    else
        sl_emit_jump(fn, SL_OP_JMP, 0, 0, body);
    fn->loops--;
    sl_label_here(fn, flow.break_label);
    sl_scope_close(fn, scope);
}

// ---- the rest ----

static void gen_send(SlFn *fn, SlStmt *s) {
    const SlRtype *chan = sl_type_of(fn, s->x);
    if (sl_has_call(fn, s->y)) {
        sl_hoist(fn, s->x);
        sl_hoist(fn, s->y);
    }
    int x = sl_gen_stable(fn, s->x);
    int value = sl_gen_as(fn, s->y, chan->elem, SL_NONE);
    if (value >= SL_WIN) {
        int own = sl_slot_new(fn, chan->elem);
        sl_emit_move(fn, own, value, (int)chan->elem->slots);
        value = own;
    }
    fn->pos = s->op_pos ? s->op_pos : s->pos;
    sl_emit(fn, SL_OP_SEND, x, value, (int)chan->elem->slots);
}

static void gen_decls(SlFn *fn, SlStmt *s) {
    for (int i = 0; i < s->decl_count; i++)
        if (s->decls[i]->kind == SL_DECL_VAR)
            sl_gen_var_decl(fn, s->decls[i]);
}

void sl_gen_stmt(SlFn *fn, SlStmt *s) {
    if (!s)
        return;
    fn->pos = s->pos;
    int mark = sl_slot_mark(fn), hoisted = fn->hoisted.count;
    bool keeps = s->kind == SL_STMT_DECL || s->kind == SL_STMT_ASSIGN || s->kind == SL_STMT_LABELED;
    switch ((SlStmtKind)s->kind) {
    case SL_STMT_BAD:
    case SL_STMT_EMPTY:
    case SL_STMT_CASE:
    case SL_STMT_COMM:
        break;
    case SL_STMT_EXPR:
        sl_gen_effect(fn, s->x);
        break;
    case SL_STMT_SEND:
        gen_send(fn, s);
        break;
    case SL_STMT_INC_DEC:
        sl_gen_inc_dec(fn, s);
        break;
    case SL_STMT_ASSIGN:
        sl_gen_assign(fn, s);
        break;
    case SL_STMT_GO:
        sl_gen_go_defer(fn, s->x, false);
        break;
    case SL_STMT_DEFER:
        sl_gen_go_defer(fn, s->x, true);
        break;
    case SL_STMT_RETURN:
        sl_gen_return(fn, s);
        break;
    case SL_STMT_BRANCH:
        sl_gen_branch(fn, s->op, s->target);
        break;
    case SL_STMT_BLOCK:
        sl_gen_block(fn, s);
        break;
    case SL_STMT_IF:
        gen_if(fn, s);
        break;
    case SL_STMT_SWITCH:
        sl_gen_switch(fn, s, NULL);
        break;
    case SL_STMT_TYPE_SWITCH:
        sl_gen_type_switch(fn, s, NULL);
        break;
    case SL_STMT_SELECT:
        sl_gen_select(fn, s, NULL);
        break;
    case SL_STMT_FOR:
        sl_gen_for(fn, s, NULL);
        break;
    case SL_STMT_RANGE:
        sl_gen_range(fn, s, NULL);
        break;
    case SL_STMT_LABELED:
        gen_labeled(fn, s);
        break;
    case SL_STMT_DECL:
        gen_decls(fn, s);
        break;
    }
    fn->hoisted.count = hoisted;
    if (!keeps)
        sl_slot_release(fn, mark);
}
