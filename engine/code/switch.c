// SPDX-License-Identifier: MIT
// switch, type switch and select.
#include <stdlib.h>

#include "code/gen.h"

typedef struct {
    int64_t value;
    int label;
} Case;

static int by_value(const void *a, const void *b) {
    int64_t x = ((const Case *)a)->value, y = ((const Case *)b)->value;
    return x < y ? -1 : x > y;
}

static void gen_search(SlFn *fn, int slot, const Case *cases, int count, int otherwise) {
    if (count <= 4) {
        for (int i = 0; i < count; i++)
            sl_emit_jump(fn, SL_OP_JEQI, slot, (int)cases[i].value, cases[i].label);
        sl_emit_jump(fn, SL_OP_JMP, 0, 0, otherwise);
        return;
    }
    int half = count / 2, low = sl_label_new(fn);
    sl_emit_jump(fn, SL_OP_JLTI, slot, (int)cases[half].value, low);
    gen_search(fn, slot, cases + half, count - half, otherwise);
    sl_label_here(fn, low);
    gen_search(fn, slot, cases, half, otherwise);
}

// Many small integer constants: binary search. False when it does not fit.
static bool gen_dense(SlFn *fn, SlStmt *s, const SlRtype *type, int tag, const int *labels, int otherwise) {
    bool integer = (type->kind >= SL_KIND_INT && type->kind <= SL_KIND_INT64) ||
                   (type->kind >= SL_KIND_UINT && type->kind <= SL_KIND_UINTPTR && type->size < 8);
    SL_VEC(Case) cases = {0};
    bool fits = integer;
    for (int i = 0; i < s->count && fits; i++)
        for (int k = 0; k < s->list[i]->rhs_count && fits; k++) {
            Case one = {.label = labels[i]};
            fits = sl_const_small(s->list[i]->rhs[k], &one.value);
            sl_vec_push(&cases, one);
        }
    fits = fits && cases.count > 6;
    if (fits) {
        qsort(cases.at, (size_t)cases.count, sizeof *cases.at, by_value);
        gen_search(fn, tag, cases.at, cases.count, otherwise);
    }
    sl_vec_free(&cases);
    return fits;
}

static void gen_case(SlFn *fn, SlExpr *e, const SlRtype *type, int tag, int label) {
    int mark = sl_slot_mark(fn), hoisted = fn->hoisted.count;
    fn->pos = e->pos;
    int64_t n;
    bool word = type->kind >= SL_KIND_INT && type->kind <= SL_KIND_UINTPTR;
    if (sl_is_nil(e) || (word && sl_const_small(e, &n)))
        sl_emit_jump(fn, SL_OP_JEQI, tag, sl_is_nil(e) ? 0 : (int)n, label);
    else {
        bool constant = sl_expr_is_const(sl_unparen(e)) && type->kind != SL_KIND_INTERFACE;
        const SlRtype *own = constant ? type : sl_type_of(fn, e);
        int slot = sl_gen_as(fn, e, own, SL_NONE);
        sl_gen_equal_jump(fn, type, tag, own, slot, true, label);
    }
    fn->hoisted.count = hoisted;
    sl_slot_release(fn, mark);
}

static bool cases_call(SlFn *fn, const SlStmt *s) {
    for (int i = 0; i < s->count; i++)
        for (int k = 0; k < s->list[i]->rhs_count; k++)
            if (sl_has_call(fn, s->list[i]->rhs[k]))
                return true;
    return false;
}

static int default_label(const SlStmt *s, const int *labels, int end) {
    for (int i = 0; i < s->count; i++)
        if (s->list[i]->is_default)
            return labels[i];
    return end;
}

static void gen_clause_body(SlFn *fn, SlStmt *clause, int next, int end) {
    int outer = fn->case_label;
    fn->case_label = next;
    int scope = sl_scope_open(fn);
    sl_gen_stmts(fn, clause->list, clause->count);
    sl_scope_close(fn, scope);
    fn->case_label = outer;
    if (!sl_emit_ended(fn))
        sl_emit_jump(fn, SL_OP_JMP, 0, 0, end);
}

static int *clause_labels(SlFn *fn, const SlStmt *s) {
    int *labels = SL_NEW_N(fn->g->arena, int, s->count + 1);
    for (int i = 0; i < s->count; i++)
        labels[i] = sl_label_new(fn);
    return labels;
}

void sl_gen_switch(SlFn *fn, SlStmt *s, SlStmt *labeled) {
    (void)labeled;
    int scope = sl_scope_open(fn);
    if (s->init)
        sl_gen_stmt(fn, s->init);
    SlFlow flow = {.stmt = s, .break_label = sl_label_new(fn), .continue_label = SL_NONE, .outer = fn->flow};
    int *labels = clause_labels(fn, s), otherwise = default_label(s, labels, flow.break_label);
    fn->flow = &flow;
    if (s->x) {
        fn->pos = s->x->pos;
        const SlRtype *type = sl_type_of(fn, s->x);
        int tag = cases_call(fn, s) ? sl_gen_copy(fn, s->x, type) : sl_gen_stable(fn, s->x);
        if (!gen_dense(fn, s, type, tag, labels, otherwise)) {
            for (int i = 0; i < s->count; i++)
                for (int k = 0; k < s->list[i]->rhs_count; k++)
                    gen_case(fn, s->list[i]->rhs[k], type, tag, labels[i]);
            sl_emit_jump(fn, SL_OP_JMP, 0, 0, otherwise);
        }
    } else {
        for (int i = 0; i < s->count; i++)
            for (int k = 0; k < s->list[i]->rhs_count; k++) {
                SlExpr *e = s->list[i]->rhs[k];
                fn->pos = e->pos;
                if (sl_type_of(fn, e)->kind == SL_KIND_INTERFACE) { // compared with true
                    const SlRtype *boolean = sl_rtype_basic(fn->g, SL_BOOL);
                    int yes = sl_slot_scalar(fn);
                    sl_emit_int(fn, yes, 1);
                    gen_case(fn, e, boolean, yes, labels[i]);
                } else
                    sl_gen_cond(fn, e, true, labels[i]);
            }
        sl_emit_jump(fn, SL_OP_JMP, 0, 0, otherwise);
    }
    for (int i = 0; i < s->count; i++) {
        sl_label_here(fn, labels[i]);
        gen_clause_body(fn, s->list[i], i + 1 < s->count ? labels[i + 1] : flow.break_label, flow.break_label);
    }
    fn->flow = flow.outer;
    sl_label_here(fn, flow.break_label);
    sl_scope_close(fn, scope);
}

// ---- type switch ----

static void gen_type_test(SlFn *fn, SlExpr *e, int x, int label) {
    if (sl_is_nil(e)) {
        sl_emit_jump(fn, SL_OP_JEQI, x, 0, label);
        return;
    }
    int mark = sl_slot_mark(fn), yes = sl_slot_scalar(fn);
    sl_emit_type(fn, SL_OP_ISTYPE, yes, x, 0, sl_type_of(fn, e));
    sl_emit_jump(fn, SL_OP_JT, yes, 0, label);
    sl_slot_release(fn, mark);
}

static void bind_clause(SlFn *fn, SlStmt *clause, int x, const SlRtype *iface) {
    SlObj *obj = clause->bound;
    if (!obj)
        return;
    const SlRtype *type = sl_type_at(fn, obj->type);
    int mark = sl_slot_mark(fn), value = x;
    bool boxed = sl_var_boxed(obj, type);
    int slot = boxed ? sl_slot_pointer(fn) : sl_slot_new(fn, type);
    if (boxed)
        mark = sl_slot_mark(fn);
    if (type->kind != SL_KIND_INTERFACE) {
        value = boxed ? sl_slot_new(fn, type) : slot;
        sl_emit_word(fn, SL_OP_ASSERT, value, x, 0, type->index, 0);
        sl_emit_extra(fn, iface->index);
    } else if (!boxed)
        sl_emit_move(fn, slot, x, 2);
    if (boxed) {
        sl_emit_type(fn, SL_OP_NEW, slot, 0, 0, type);
        sl_store_mem(fn, type, slot, 0, value);
        sl_slot_release(fn, mark);
    }
    sl_var_at(fn, obj, type, slot, boxed);
}

void sl_gen_type_switch(SlFn *fn, SlStmt *s, SlStmt *labeled) {
    (void)labeled;
    int scope = sl_scope_open(fn);
    if (s->init)
        sl_gen_stmt(fn, s->init);
    const SlExpr *assertion = sl_unparen(s->x);
    SlExpr *operand = assertion->kind == SL_EXPR_ASSERT ? assertion->x : s->x;
    const SlRtype *iface = sl_type_of(fn, operand);
    SlFlow flow = {.stmt = s, .break_label = sl_label_new(fn), .continue_label = SL_NONE, .outer = fn->flow};
    int *labels = clause_labels(fn, s), otherwise = default_label(s, labels, flow.break_label);
    fn->pos = operand->pos;
    int x = sl_gen_copy(fn, operand, iface);
    for (int i = 0; i < s->count; i++)
        for (int k = 0; k < s->list[i]->rhs_count; k++)
            gen_type_test(fn, s->list[i]->rhs[k], x, labels[i]);
    sl_emit_jump(fn, SL_OP_JMP, 0, 0, otherwise);
    fn->flow = &flow;
    for (int i = 0; i < s->count; i++) {
        sl_label_here(fn, labels[i]);
        int inner = sl_scope_open(fn);
        bind_clause(fn, s->list[i], x, iface);
        gen_clause_body(fn, s->list[i], flow.break_label, flow.break_label);
        sl_scope_close(fn, inner);
    }
    fn->flow = flow.outer;
    sl_label_here(fn, flow.break_label);
    sl_scope_close(fn, scope);
}

// ---- select ----

static SlExpr *received(SlStmt *init) {
    SlExpr *e = init->kind == SL_STMT_EXPR ? init->x : init->rhs[0];
    return (SlExpr *)(uintptr_t)sl_unparen(e);
}

static SlWord select_case(SlFn *fn, SlStmt *init) {
    SlWord word = {.select_case = {.value = SL_NO_SLOT}};
    int hoisted = fn->hoisted.count;
    if (init->kind == SL_STMT_SEND) {
        const SlRtype *chan = sl_type_of(fn, init->x);
        word.select_case.chan = (uint16_t)sl_gen_copy(fn, init->x, chan);
        if (chan->elem->slots)
            word.select_case.value = (uint16_t)sl_gen_copy(fn, init->y, chan->elem);
        else
            sl_gen_effect(fn, init->y);
        word.select_case.slots = (uint16_t)chan->elem->slots;
    } else {
        SlExpr *e = received(init);
        const SlRtype *chan = sl_type_of(fn, e->x);
        word.select_case.dir = 1;
        word.select_case.chan = (uint16_t)sl_gen_copy(fn, e->x, chan);
        word.select_case.slots = (uint16_t)chan->elem->slots;
        if (init->kind == SL_STMT_ASSIGN && chan->elem->slots)
            word.select_case.value = (uint16_t)sl_slot_ok(fn, chan->elem);
    }
    fn->hoisted.count = hoisted;
    return word;
}

// v, ok = <-c: once the case is chosen.
static void bind_received(SlFn *fn, SlStmt *init, const SlWord *word, int ok) {
    if (!init || init->kind != SL_STMT_ASSIGN)
        return;
    const SlRtype *types[2] = {sl_type_of(fn, received(init)->x)->elem, sl_rtype_basic(fn->g, SL_BOOL)};
    int slot = word->select_case.value;
    if (slot == SL_NO_SLOT)
        slot = sl_slot_scalar(fn);
    if (init->lhs_count > 1 && ok != slot + (int)types[0]->slots)
        sl_emit_move(fn, slot + (int)types[0]->slots, ok, 1);
    SlResults values = {types, init->lhs_count, slot};
    sl_gen_assign_values(fn, init->lhs, init->lhs_count, init->op == SL_TOKEN_DEFINE, &values);
}

// A select of one case and no default is that operation, as Go compiles it: traces call its wait by that name. Returns
// the slot of ok.
static int gen_one_case(SlFn *fn, const SlStmt *clause, SlWord *word) {
    int slots = word->select_case.slots;
    fn->pos = clause->init->pos;
    if (!word->select_case.dir) {
        sl_emit(fn, SL_OP_SEND, word->select_case.chan, slots ? word->select_case.value : 0, slots);
        return SL_NONE;
    }
    if (word->select_case.value == SL_NO_SLOT)
        word->select_case.value = (uint16_t)sl_slot_ok(fn, sl_type_of(fn, received(clause->init)->x)->elem);
    sl_emit(fn, SL_OP_RECV2, word->select_case.value, word->select_case.chan, slots);
    return word->select_case.value + slots;
}

// The cases and their choice; jumps to the clause of the chosen one. Returns the slot of ok.
static int gen_choice(SlFn *fn, SlStmt *s, const SlWord *words, const int *labels) {
    int chosen = sl_slot_kinds(fn, (uint8_t[]){SL_WORD_SCALAR, SL_WORD_SCALAR}, 2), count = 0;
    for (int i = 0; i < s->count; i++)
        count += s->list[i]->init != NULL;
    if (count > 65535 / 8)
        sl_fn_error(fn, s->pos, "select has too many cases");
    int at = sl_emit(fn, SL_OP_SELECT, chosen, count, count < s->count);
    for (int i = 0; i < s->count && count <= 255; i++)
        if (s->list[i]->init)
            sl_emit_extra(fn, words[i].word);
    if (count > 255)
        sl_fn_error(fn, s->pos, "select with more than 255 cases is not supported");
    fn->ins.at[at].c = count < s->count;
    for (int i = 0, n = 0; i < s->count; i++)
        sl_emit_jump(fn, SL_OP_JEQI, chosen, s->list[i]->init ? n++ : -1, labels[i]);
    sl_emit(fn, SL_OP_THROW, SL_THROW_UNREACHABLE, 0, 0);
    return chosen + 1;
}

void sl_gen_select(SlFn *fn, SlStmt *s, SlStmt *labeled) {
    (void)labeled;
    int scope = sl_scope_open(fn);
    SlFlow flow = {.stmt = s, .break_label = sl_label_new(fn), .continue_label = SL_NONE, .outer = fn->flow};
    int *labels = clause_labels(fn, s);
    SlWord *words = SL_NEW_N(fn->g->arena, SlWord, s->count + 1);
    for (int i = 0; i < s->count; i++) {
        fn->pos = s->list[i]->pos;
        if (s->list[i]->init)
            words[i] = select_case(fn, s->list[i]->init);
    }
    fn->pos = s->pos;
    bool one = s->count == 1 && s->list[0]->init;
    int ok = one ? gen_one_case(fn, s->list[0], &words[0]) : gen_choice(fn, s, words, labels);
    fn->flow = &flow;
    for (int i = 0; i < s->count; i++) {
        sl_label_here(fn, labels[i]);
        int inner = sl_scope_open(fn);
        fn->pos = s->list[i]->pos;
        bind_received(fn, s->list[i]->init, &words[i], ok);
        gen_clause_body(fn, s->list[i], flow.break_label, flow.break_label);
        sl_scope_close(fn, inner);
    }
    fn->flow = flow.outer;
    sl_label_here(fn, flow.break_label);
    sl_scope_close(fn, scope);
}
