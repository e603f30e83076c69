// SPDX-License-Identifier: MIT
// Assignments and declarations of variables (Go specification, "Assignment statements"): first the operands of
// indexing and indirection on the left and the values on the right, then the stores, from left to right.
#include "code/gen.h"

static bool is_blank(const SlExpr *e) {
    return e->kind == SL_EXPR_IDENT && e->name[0] == '_' && !e->name[1];
}

static SlExpr *bare(SlExpr *e) {
    return (SlExpr *)(uintptr_t)sl_unparen(e);
}

static SlToken plain_op(SlToken op) {
    switch (op) {
    case SL_TOKEN_ADD_ASSIGN:
    case SL_TOKEN_INC:
        return SL_TOKEN_ADD;
    case SL_TOKEN_SUB_ASSIGN:
    case SL_TOKEN_DEC:
        return SL_TOKEN_SUB;
    case SL_TOKEN_MUL_ASSIGN:
        return SL_TOKEN_MUL;
    case SL_TOKEN_DIV_ASSIGN:
        return SL_TOKEN_DIV;
    case SL_TOKEN_REM_ASSIGN:
        return SL_TOKEN_REM;
    case SL_TOKEN_AND_ASSIGN:
        return SL_TOKEN_AND;
    case SL_TOKEN_OR_ASSIGN:
        return SL_TOKEN_OR;
    case SL_TOKEN_XOR_ASSIGN:
        return SL_TOKEN_XOR;
    case SL_TOKEN_SHL_ASSIGN:
        return SL_TOKEN_SHL;
    case SL_TOKEN_SHR_ASSIGN:
        return SL_TOKEN_SHR;
    case SL_TOKEN_ANDNOT_ASSIGN:
        return SL_TOKEN_ANDNOT;
    default:
        return SL_TOKEN_EOF;
    }
}

// Type of a variable that is declared here.
static const SlRtype *var_type(SlFn *fn, const SlObj *obj) {
    return sl_type_at(fn, obj->type);
}

// Declares a variable of a := whose value comes later; its memory is new.
static SlSpot declare(SlFn *fn, SlExpr *ident, bool zero) {
    if (is_blank(ident) || !ident->obj)
        return (SlSpot){.kind = SL_SPOT_BLANK, .type = ident->type ? sl_type_of(fn, ident) : NULL};
    return sl_spot_var(sl_var_new(fn, ident->obj, var_type(fn, ident->obj), zero));
}

static void gen_blank(SlFn *fn, SlExpr *value) {
    if (sl_is_nil(value) || sl_expr_is_const(bare(value)))
        return;
    const SlRtype *type = sl_type_of(fn, value);
    bool large = type->size > 512 && !sl_has_call(fn, value) && bare(value)->kind != SL_EXPR_COMPOSITE;
    if (!large) {
        sl_gen_expr(fn, value, SL_NONE);
        return;
    }
    SlSpot spot = sl_spot_expr(fn, value);
    if (spot.kind == SL_SPOT_MEM && !spot.non_nil)
        sl_emit(fn, SL_OP_NILCHK, spot.slot, 0, 0);
    else if (spot.kind == SL_SPOT_ELEM)
        sl_spot_address(fn, &spot, SL_NONE);
}

// The variable is visible only behind its value: its slot is made first, its name after.
static void define_one(SlFn *fn, SlExpr *ident, SlExpr *value) {
    if (is_blank(ident) || !ident->obj) {
        int mark = sl_slot_mark(fn);
        gen_blank(fn, value);
        sl_slot_release(fn, mark);
        return;
    }
    SlObj *obj = ident->obj;
    const SlRtype *type = var_type(fn, obj);
    bool boxed = sl_var_boxed(obj, type);
    int slot = boxed ? sl_slot_box(fn, obj, type) : sl_slot_new(fn, type), viewed = fn->viewed;
    int mark = sl_slot_mark(fn);
    if (!boxed) {
        fn->fresh = slot;
        sl_gen_as(fn, value, type, slot);
        fn->fresh = SL_NONE;
    } else if (bare(value)->kind == SL_EXPR_COMPOSITE || type->size > 512) {
        int box = sl_slot_pointer(fn); // the old box may still be seen by the value (goto, loops)
        sl_emit_type(fn, SL_OP_NEW, box, 0, 0, type);
        SlSpot spot = {.kind = SL_SPOT_MEM, .type = type, .slot = box, .non_nil = true};
        SlExpr *b = bare(value);
        if (type->size > 512 && b->kind != SL_EXPR_COMPOSITE && sl_type_of(fn, b) == type && !sl_has_call(fn, b)) {
            SlSpot from = sl_spot_expr(fn, b);
            if (from.kind == SL_SPOT_MEM)
                sl_emit_type(fn, SL_OP_MOVE, box, sl_spot_address(fn, &from, SL_NONE), 0, type);
            else
                sl_spot_set(fn, &spot, sl_spot_get(fn, &from, SL_NONE));
        } else
            sl_gen_store(fn, value, &spot, true);
        sl_emit_move(fn, slot, box, 1);
    } else {
        int value_slot = sl_gen_as(fn, value, type, SL_NONE);
        sl_emit_type(fn, SL_OP_NEW, slot, 0, 0, type);
        sl_store_mem(fn, type, slot, 0, value_slot);
    }
    sl_slot_release(fn, mark);
    fn->viewed = viewed;
    sl_var_at(fn, obj, type, slot, boxed);
}

// From memory to memory without passing through the frame, for what is large.
static bool gen_large(SlFn *fn, SlExpr *lhs, SlExpr *rhs) {
    const SlRtype *type = sl_type_of(fn, lhs);
    SlExpr *from = bare(rhs);
    if (type->size <= 256 || sl_type_of(fn, rhs) != type || from->kind == SL_EXPR_CALL || from->kind == SL_EXPR_UNARY ||
        from->kind == SL_EXPR_ASSERT || sl_has_call(fn, rhs) || sl_has_call(fn, lhs))
        return false;
    if (from->kind == SL_EXPR_COMPOSITE) {
        int box = sl_slot_pointer(fn);
        sl_emit_type(fn, SL_OP_NEW, box, 0, 0, type);
        sl_gen_composite_at(fn, from, type, (SlSpot){.kind = SL_SPOT_MEM, .type = type, .slot = box, .non_nil = true},
                            true);
        SlSpot to = sl_spot_expr(fn, lhs);
        if (to.kind != SL_SPOT_MEM && to.kind != SL_SPOT_ELEM)
            sl_spot_set(fn, &to, sl_spot_get(fn, &(SlSpot){.kind = SL_SPOT_MEM, .type = type, .slot = box}, SL_NONE));
        else
            sl_emit_type(fn, SL_OP_MOVE, sl_spot_address(fn, &to, SL_NONE), box, 0, type);
        return true;
    }
    SlSpot to = sl_spot_expr(fn, lhs), at = sl_spot_expr(fn, rhs);
    bool memory =
        (to.kind == SL_SPOT_MEM || to.kind == SL_SPOT_ELEM) && (at.kind == SL_SPOT_MEM || at.kind == SL_SPOT_ELEM);
    if (memory) {
        int b = sl_spot_address(fn, &at, SL_NONE), a = sl_spot_address(fn, &to, SL_NONE);
        sl_emit_type(fn, SL_OP_MOVE, a, b, 0, type);
    } else
        sl_spot_set(fn, &to, sl_spot_get(fn, &at, SL_NONE));
    return true;
}

static void assign_one(SlFn *fn, SlExpr *lhs, SlExpr *rhs) {
    lhs = bare(lhs);
    if (is_blank(lhs)) {
        gen_blank(fn, rhs);
        return;
    }
    if (gen_large(fn, lhs, rhs))
        return;
    if (lhs->kind == SL_EXPR_IDENT && lhs->obj && !lhs->obj->is_global) {
        SlSpot spot = sl_spot_expr(fn, lhs);
        sl_gen_store(fn, rhs, &spot, false);
        return;
    }
    const SlRtype *type = sl_type_of(fn, lhs);
    if (sl_has_call(fn, rhs)) {
        if (lhs->kind == SL_EXPR_INDEX) { // not the reading of the map itself
            sl_hoist(fn, lhs->x);
            sl_hoist(fn, lhs->list[0]);
        } else
            sl_hoist(fn, lhs->x);
        int value = sl_gen_as(fn, rhs, type, SL_NONE);
        if (value >= SL_WIN && lhs->kind != SL_EXPR_IDENT && lhs->kind != SL_EXPR_SELECTOR) {
            int own = sl_slot_new(fn, type);
            sl_emit_move(fn, own, value, (int)type->slots);
            value = own;
        }
        SlSpot spot = sl_spot_expr(fn, lhs);
        sl_spot_set(fn, &spot, value);
        return;
    }
    SlSpot spot = sl_spot_expr(fn, lhs);
    sl_gen_store(fn, rhs, &spot, false);
}

// ---- several at once ----

static bool assigned_var(SlFn *fn, SlExpr **lhs, int count, int slot, int slots) {
    for (int i = 0; i < count; i++) {
        SlExpr *e = bare(lhs[i]);
        while (e->kind == SL_EXPR_SELECTOR || e->kind == SL_EXPR_INDEX) { // x.f = ..., x[2] = ... change x
            if (!e->x->type || e->x->mode == SL_MODE_TYPE)
                break;
            SlKind kind = sl_type_of(fn, e->x)->kind;
            if (kind != SL_KIND_STRUCT && kind != SL_KIND_ARRAY)
                break;
            e = bare(e->x);
        }
        if (e->kind != SL_EXPR_IDENT || !e->obj || e->obj->kind != SL_OBJ_VAR || e->obj->is_global || !e->obj->code)
            continue;
        SlVar *var = sl_var_get(fn, e->obj);
        int size = var->boxed ? 1 : (int)var->type->slots;
        if (slot < var->slot + size && var->slot < slot + slots)
            return true;
    }
    return false;
}

static int secure(SlFn *fn, SlExpr **lhs, int count, int slot, const SlRtype *type) {
    if (slot < SL_WIN && !assigned_var(fn, lhs, count, slot, (int)type->slots))
        return slot;
    int own = sl_slot_new(fn, type);
    sl_emit_move(fn, own, slot, (int)type->slots);
    return own;
}

static SlSpot secure_spot(SlFn *fn, SlExpr **lhs, int count, SlExpr *e) {
    SlSpot spot = sl_spot_expr(fn, e);
    bool variable = bare(e)->kind == SL_EXPR_IDENT;
    const SlRtype *integer = sl_rtype_basic(fn->g, SL_INT);
    switch (spot.kind) {
    case SL_SPOT_MEM:
        if (!variable)
            spot.slot = secure(fn, lhs, count, spot.slot, sl_rtype_basic(fn->g, SL_UNSAFE_POINTER));
        break;
    case SL_SPOT_ELEM:
        spot.slot = secure(fn, lhs, count, spot.slot, sl_rtype_slice(fn->g, spot.type));
        spot.index = secure(fn, lhs, count, spot.index, integer);
        break;
    case SL_SPOT_MAP:
        spot.slot = secure(fn, lhs, count, spot.slot, spot.map);
        spot.index = secure(fn, lhs, count, spot.index, spot.map->key);
        break;
    default:
        break;
    }
    return spot;
}

static void assign_many(SlFn *fn, SlExpr **lhs, SlExpr **rhs, int count, bool define) {
    SlSpot *spots = SL_NEW_N(fn->g->arena, SlSpot, count);
    int *values = SL_NEW_N(fn->g->arena, int, count);
    bool later = false;
    for (int i = 0; i < count; i++)
        later = later || sl_has_call(fn, rhs[i]);
    for (int i = 0; later && i < count; i++) {
        SlExpr *e = bare(lhs[i]);
        if (e->kind == SL_EXPR_INDEX) {
            sl_hoist(fn, e->x);
            sl_hoist(fn, e->list[0]);
        } else if (e->kind != SL_EXPR_IDENT)
            sl_hoist(fn, e->x);
    }
    for (int i = 0; later && i < count; i++)
        sl_hoist(fn, rhs[i]);
    for (int i = 0; i < count; i++)
        if (!(define && sl_defines(lhs[i])))
            spots[i] = secure_spot(fn, lhs, count, lhs[i]);
    for (int i = 0; i < count; i++) {
        values[i] = SL_NONE;
        if (is_blank(bare(lhs[i]))) {
            gen_blank(fn, rhs[i]);
            continue;
        }
        bool fresh = define && sl_defines(lhs[i]);
        const SlRtype *type = fresh ? var_type(fn, lhs[i]->obj) : spots[i].type;
        if (fresh && !sl_var_boxed(lhs[i]->obj, type))
            values[i] = sl_gen_copy(fn, rhs[i], type); // becomes the variable's slot
        else if (i == count - 1 && !fresh && spots[i].kind == SL_SPOT_SLOT && !sl_needs_fresh(rhs[i]))
            sl_gen_as(fn, rhs[i], type, spots[i].slot); // nothing reads it any more
        else
            values[i] = secure(fn, lhs, count, sl_gen_as(fn, rhs[i], type, SL_NONE), type);
    }
    for (int i = 0; i < count; i++) {
        if (values[i] == SL_NONE)
            continue;
        if (!(define && sl_defines(lhs[i]))) {
            sl_spot_set(fn, &spots[i], values[i]);
            continue;
        }
        SlObj *obj = lhs[i]->obj;
        const SlRtype *type = var_type(fn, obj);
        if (sl_var_boxed(obj, type)) {
            SlSpot spot = declare(fn, lhs[i], false);
            sl_spot_set(fn, &spot, values[i]);
            sl_var_ready(fn, obj->code);
        } else
            sl_var_at(fn, obj, type, values[i], false);
    }
}

// Values that are ready in slots, to all targets: the places are found before the first of them changes.
void sl_gen_assign_slots(SlFn *fn, SlExpr **lhs, int count, bool define, const SlRtype *const *types,
                         const int *slots) {
    bool simple = true; // targets are variables: no place needs the window, none depends on another
    for (int i = 0; i < count; i++)
        simple = simple && bare(lhs[i])->kind == SL_EXPR_IDENT;
    int *values = SL_NEW_N(fn->g->arena, int, count);
    SlSpot *spots = SL_NEW_N(fn->g->arena, SlSpot, count);
    for (int i = 0; i < count; i++)
        values[i] = simple ? slots[i] : secure(fn, lhs, count, slots[i], types[i]);
    for (int i = 0; i < count && !simple; i++)
        if (!(define && sl_defines(lhs[i])))
            spots[i] = secure_spot(fn, lhs, count, lhs[i]);
    for (int i = 0; i < count; i++) {
        SlExpr *e = bare(lhs[i]);
        if (is_blank(e))
            continue;
        SlSpot spot = define && sl_defines(e) ? declare(fn, e, false) : simple ? sl_spot_expr(fn, e) : spots[i];
        if (spot.kind == SL_SPOT_SLOT)
            sl_gen_adapt(fn, values[i], types[i], spot.type, spot.slot);
        else
            sl_spot_set(fn, &spot, sl_gen_adapt(fn, values[i], types[i], spot.type, SL_NONE));
        if (define && sl_defines(e))
            sl_var_ready(fn, e->obj->code);
    }
}

// From the results of a call, or a value and its ok, which lie behind each other.
void sl_gen_assign_values(SlFn *fn, SlExpr **lhs, int count, bool define, const SlResults *values) {
    int at = values->slot, *slots = SL_NEW_N(fn->g->arena, int, count);
    for (int i = 0; i < count; i++) {
        slots[i] = at;
        at += (int)values->types[i]->slots;
    }
    sl_gen_assign_slots(fn, lhs, count, define, values->types, slots);
}

// v, ok := m[k] and the like into new variables that share the two parts of one block.
static bool define_with_ok(SlFn *fn, SlExpr **lhs, SlExpr *rhs) {
    const SlRtype *type = sl_type_of(fn, rhs);
    for (int i = 0; i < 2; i++) {
        if (is_blank(lhs[i]))
            continue;
        if (!sl_defines(lhs[i]) || sl_var_boxed(lhs[i]->obj, var_type(fn, lhs[i]->obj)))
            return false;
    }
    int slot = sl_slot_ok(fn, type);
    sl_gen_expr(fn, rhs, slot);
    if (!is_blank(lhs[0]))
        sl_var_at(fn, lhs[0]->obj, var_type(fn, lhs[0]->obj), slot, false);
    if (!is_blank(lhs[1]))
        sl_var_at(fn, lhs[1]->obj, var_type(fn, lhs[1]->obj), slot + (int)type->slots, false);
    return true;
}

// The operands on the left are evaluated before the call on the right.
static void assign_tuple(SlFn *fn, SlExpr **lhs, int count, bool define, SlExpr *rhs) {
    rhs = bare(rhs);
    for (int i = 0; i < count; i++) {
        SlExpr *e = bare(lhs[i]);
        if (e->kind == SL_EXPR_INDEX) {
            sl_hoist(fn, e->x);
            sl_hoist(fn, e->list[0]);
        } else if (e->kind != SL_EXPR_IDENT)
            sl_hoist(fn, e->x);
    }
    if (define && rhs->kind != SL_EXPR_CALL && define_with_ok(fn, lhs, rhs))
        return;
    SlResults values;
    const SlRtype *types[2];
    // Slots of new variables outlive the temporaries of the call
    SlSpot *spots = SL_NEW_N(fn->g->arena, SlSpot, count);
    for (int i = 0; define && i < count; i++)
        if (sl_defines(lhs[i]) && !is_blank(lhs[i])) {
            const SlRtype *type = var_type(fn, lhs[i]->obj);
            bool boxed = sl_var_boxed(lhs[i]->obj, type);
            spots[i] = boxed ? (SlSpot){.kind = SL_SPOT_MEM, .type = type, .slot = sl_slot_pointer(fn), .non_nil = true}
                             : sl_spot_slot(type, sl_slot_new(fn, type));
        }
    int mark = sl_slot_mark(fn);
    if (rhs->kind == SL_EXPR_CALL)
        values = sl_gen_call_results(fn, rhs);
    else {
        int slot = sl_gen_expr(fn, rhs, SL_NONE);
        types[0] = sl_type_of(fn, rhs);
        types[1] = sl_rtype_basic(fn->g, SL_BOOL);
        values = (SlResults){types, 2, slot};
    }
    if (!define) {
        sl_gen_assign_values(fn, lhs, count, false, &values);
        return;
    }
    int at = values.slot; // with := every target is a variable
    for (int i = 0; i < count; i++) {
        const SlRtype *from = values.types[i];
        SlExpr *e = bare(lhs[i]);
        if (!is_blank(e)) {
            bool fresh = sl_defines(e);
            if (fresh && spots[i].kind == SL_SPOT_MEM)
                sl_emit_type(fn, SL_OP_NEW, spots[i].slot, 0, 0, spots[i].type);
            SlSpot spot = fresh ? spots[i] : sl_spot_expr(fn, e);
            if (spot.kind == SL_SPOT_SLOT)
                sl_gen_adapt(fn, at, from, spot.type, spot.slot);
            else
                sl_spot_set(fn, &spot, sl_gen_adapt(fn, at, from, spot.type, SL_NONE));
        }
        at += (int)from->slots;
    }
    sl_slot_release(fn, mark);
    for (int i = 0; i < count; i++)
        if (sl_defines(lhs[i]) && !is_blank(lhs[i]))
            sl_var_at(fn, lhs[i]->obj, spots[i].type, spots[i].slot, spots[i].kind == SL_SPOT_MEM);
}

static void assign(SlFn *fn, SlExpr **lhs, int count, SlExpr **rhs, int rhs_count, bool define) {
    if (count == 1 && define && sl_defines(lhs[0])) {
        define_one(fn, lhs[0], rhs[0]);
        return;
    }
    int mark = sl_slot_mark(fn), hoisted = fn->hoisted.count;
    if (count == 1)
        assign_one(fn, lhs[0], rhs[0]);
    else if (rhs_count == 1)
        assign_tuple(fn, lhs, count, define, rhs[0]);
    else
        assign_many(fn, lhs, rhs, count, define);
    fn->hoisted.count = hoisted;
    if (!define)
        sl_slot_release(fn, mark);
}

void sl_gen_op_assign(SlFn *fn, SlExpr *lhs, SlToken op, SlExpr *rhs) {
    int mark = sl_slot_mark(fn), hoisted = fn->hoisted.count;
    lhs = bare(lhs);
    const SlRtype *type = sl_type_of(fn, lhs);
    SlSpot spot;
    bool shift = op == SL_TOKEN_SHL || op == SL_TOKEN_SHR;
    int called = SL_NONE; // what is read of the window itself: to read a variable touches none
    if (rhs && lhs->kind == SL_EXPR_IDENT && type->slots == 1 && !shift && sl_has_call(fn, rhs))
        called = sl_gen_as(fn, rhs, type, SL_NONE);
    else if (rhs && sl_has_call(fn, rhs)) {
        if (lhs->kind == SL_EXPR_INDEX) {
            sl_hoist(fn, lhs->x);
            sl_hoist(fn, lhs->list[0]);
        } else if (lhs->kind != SL_EXPR_IDENT)
            sl_hoist(fn, lhs->x);
        sl_hoist(fn, rhs);
    }
    if (lhs->kind == SL_EXPR_INDEX && lhs->mode == SL_MODE_MAP_INDEX) { // not hoisted as a read
        const SlRtype *map = sl_type_of(fn, lhs->x);
        spot = (SlSpot){.kind = SL_SPOT_MAP, .type = type, .map = map};
        spot.slot = sl_gen_stable(fn, lhs->x);
        spot.index = sl_gen_as(fn, lhs->list[0], map->key, SL_NONE);
        if (spot.index >= SL_WIN) {
            int own = sl_slot_new(fn, map->key);
            sl_emit_move(fn, own, spot.index, (int)map->key->slots);
            spot.index = own;
        }
    } else
        spot = sl_spot_expr(fn, lhs);
    int x = sl_spot_get(fn, &spot, SL_NONE), dst = spot.kind == SL_SPOT_SLOT ? spot.slot : sl_slot_new(fn, type);
    if (!rhs) {
        if (type->kind == SL_KIND_FLOAT32 || type->kind == SL_KIND_FLOAT64 || type->kind == SL_KIND_COMPLEX64 ||
            type->kind == SL_KIND_COMPLEX128) {
            int one = sl_gen_const(fn, sl_const_int(fn->g->program->consts, 1), type, SL_NONE);
            sl_gen_arith(fn, op, type, x, one, dst);
        } else {
            sl_emit(fn, SL_OP_ADDI, dst, x, op == SL_TOKEN_ADD ? 1 : -1);
            sl_emit_extend(fn, type, dst);
        }
    } else if (called != SL_NONE) {
        sl_gen_arith(fn, op, type, x, called, dst);
    } else if (sl_gen_arith_const(fn, op, type, x, rhs, dst) == SL_NONE) {
        int y;
        if (shift) {
            SlExpr *count = bare(rhs);
            const SlRtype *count_type = sl_type_of(fn, count);
            y = sl_gen_as(fn, count, sl_expr_is_const(count) ? sl_rtype_basic(fn->g, SL_UINT) : count_type, SL_NONE);
            bool is_signed = count_type->kind >= SL_KIND_INT && count_type->kind <= SL_KIND_INT64;
            if (is_signed && !sl_expr_is_const(count))
                sl_emit(fn, SL_OP_SHCHK, y, 0, 0);
        } else
            y = sl_gen_as(fn, rhs, type, SL_NONE);
        sl_gen_arith(fn, op, type, x, y, dst);
    }
    if (spot.kind != SL_SPOT_SLOT)
        sl_spot_set(fn, &spot, dst);
    fn->hoisted.count = hoisted;
    sl_slot_release(fn, mark);
}

void sl_gen_assign(SlFn *fn, SlStmt *s) {
    if (s->op == SL_TOKEN_ASSIGN || s->op == SL_TOKEN_DEFINE)
        assign(fn, s->lhs, s->lhs_count, s->rhs, s->rhs_count, s->op == SL_TOKEN_DEFINE);
    else
        sl_gen_op_assign(fn, s->lhs[0], plain_op(s->op), s->rhs[0]);
}

void sl_gen_inc_dec(SlFn *fn, SlStmt *s) {
    sl_gen_op_assign(fn, s->x, plain_op(s->op), NULL);
}

void sl_gen_var_decl(SlFn *fn, SlDecl *d) {
    if (d->value_count) {
        assign(fn, d->names, d->name_count, d->values, d->value_count, true);
        return;
    }
    for (int i = 0; i < d->name_count; i++)
        declare(fn, d->names[i], true);
}

void sl_gen_init(SlFn *fn, const SlInit *init) {
    int mark = sl_slot_mark(fn), hoisted = fn->hoisted.count;
    fn->pos = init->rhs->pos;
    if (init->lhs_count <= 1) {
        SlObj *obj = init->lhs_count ? init->lhs[0] : NULL;
        if (!obj || strcmp(obj->name, "_") == 0) {
            gen_blank(fn, init->rhs);
        } else {
            SlGlobal *global = sl_global_get(fn->g, obj);
            SlSpot spot = {.kind = SL_SPOT_MEM, .type = global->type, .slot = sl_slot_pointer(fn), .non_nil = true};
            bool composite = bare(init->rhs)->kind == SL_EXPR_COMPOSITE;
            if (composite)
                sl_emit_k(fn, SL_OP_GADDR, spot.slot, global->offset);
            if (composite) {
                sl_gen_store(fn, init->rhs, &spot, true);
            } else {
                int value = sl_gen_as(fn, init->rhs, global->type, SL_NONE);
                sl_emit_k(fn, SL_OP_GADDR, spot.slot, global->offset);
                sl_spot_set(fn, &spot, value);
            }
        }
    } else {
        SlExpr *rhs = bare(init->rhs);
        SlResults values;
        const SlRtype *types[2];
        if (rhs->kind == SL_EXPR_CALL)
            values = sl_gen_call_results(fn, rhs);
        else {
            types[0] = sl_type_of(fn, rhs);
            types[1] = sl_rtype_basic(fn->g, SL_BOOL);
            values = (SlResults){types, 2, sl_gen_expr(fn, rhs, SL_NONE)};
        }
        int at = values.slot;
        for (int i = 0; i < init->lhs_count; i++) {
            if (strcmp(init->lhs[i]->name, "_") != 0) {
                SlGlobal *global = sl_global_get(fn->g, init->lhs[i]);
                SlSpot spot = {.kind = SL_SPOT_MEM, .type = global->type, .slot = sl_slot_pointer(fn), .non_nil = true};
                sl_emit_k(fn, SL_OP_GADDR, spot.slot, global->offset);
                sl_spot_set(fn, &spot, sl_gen_adapt(fn, at, values.types[i], global->type, SL_NONE));
            }
            at += (int)values.types[i]->slots;
        }
    }
    fn->hoisted.count = hoisted;
    sl_slot_release(fn, mark);
}
