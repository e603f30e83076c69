// SPDX-License-Identifier: MIT
// What an expression may hold, and the uses of channels inside it.
#include <stdlib.h>
#include <string.h>

#include "graph/impl.h"

static bool is_chan(const SlType *type) {
    return type && sl_under(type) && sl_under(type)->kind == SL_TYPE_CHAN;
}

static int make_channel(SlWalk *walk, SlExpr *call) {
    const char *name = walk->name;
    char *type = sl_type_format(call->type, walk->program->main);
    if (!name) {
        SlPlace place = sl_files_place(walk->program->files, call->pos);
        name = sl_arena_printf(walk->arena, "%s, line %d", type, place.line);
    }
    int node = sl_wire_node(walk, SL_WIRE_CHANNEL, call->pos, call->end, name);
    SlWireNode *made = &walk->nodes.at[node];
    made->type = sl_arena_strndup(walk->arena, type, strlen(type));
    free(type);
    made->buffer = 0;
    if (call->count > 1) {
        int64_t size = -1;
        if (!call->list[1]->value || !sl_const_int64(call->list[1]->value, &size))
            size = -1;
        made->buffer = size;
        sl_wire_expr(walk, call->list[1]);
    }
    return node;
}

static void builtin(SlWalk *walk, SlExpr *call, SlHeld *result) {
    SlBuiltin which = call->obj ? call->obj->builtin : SL_BUILTIN_len;
    if (which == SL_BUILTIN_make && is_chan(call->type)) {
        int node = make_channel(walk, call);
        sl_vec_push(&result->nodes, node);
        return;
    }
    for (int i = which == SL_BUILTIN_make || which == SL_BUILTIN_new; i < call->count; i++) {
        SlHeld *held = sl_wire_expr(walk, call->list[i]);
        if (which == SL_BUILTIN_close)
            sl_wire_use(walk, held, SL_WIRE_CLOSES, false, call->pos);
        else if (which == SL_BUILTIN_append || which == SL_BUILTIN_min || which == SL_BUILTIN_max)
            sl_wire_join(result, held);
        else if (which == SL_BUILTIN_copy && i == 1)
            sl_wire_assign(walk, call->list[0], held);
    }
}

static void composite(SlWalk *walk, SlExpr *expr, SlHeld *result) {
    const SlType *type = expr->type ? sl_under(expr->type) : NULL;
    if (type && type->kind == SL_TYPE_POINTER)
        type = sl_under(type->elem);
    for (int i = 0; i < expr->count; i++) {
        SlExpr *element = expr->list[i], *value = element;
        SlObj *field = NULL;
        if (element->kind == SL_EXPR_KEY_VALUE) {
            value = element->y;
            field = element->obj;
            if (type && type->kind == SL_TYPE_MAP)
                sl_wire_join(result, sl_wire_expr(walk, element->x));
        } else if (type && type->kind == SL_TYPE_STRUCT && i < type->count) {
            field = type->fields[i];
        }
        const char *name = walk->name;
        if (field)
            walk->name = field->name;
        SlHeld *held = sl_wire_expr(walk, value);
        walk->name = name;
        sl_wire_join(field ? sl_wire_held(walk, NULL, field->origin ? field->origin : field) : result, held);
        if (!field)
            sl_wire_join(result, held);
    }
}

static void selector(SlWalk *walk, SlExpr *expr, SlHeld *result) {
    SlSelection *selection = expr->selection;
    if (selection && selection->kind == SL_SELECT_QUALIFIED) {
        if (selection->obj && selection->obj->kind == SL_OBJ_VAR)
            sl_wire_join(result, sl_wire_held(walk, NULL, selection->obj));
        else if (selection->obj && selection->obj->kind == SL_OBJ_FUNC && selection->obj->func)
            sl_wire_join_func(result, selection->obj->func, NULL);
        return;
    }
    if (expr->x)
        sl_wire_expr(walk, expr->x);
    if (selection && selection->kind == SL_SELECT_FIELD && selection->obj)
        sl_wire_join(result, sl_wire_held(walk, NULL, selection->obj->origin ? selection->obj->origin : selection->obj));
    else if (selection && selection->obj && selection->obj->func)
        sl_wire_join_func(result, selection->obj->func, NULL);
}

SlHeld *sl_wire_expr(SlWalk *walk, SlExpr *expr) {
    SlHeld *result = sl_wire_scratch(walk);
    if (!expr || expr->mode == SL_MODE_TYPE || ++walk->steps > 4000000)
        return result;
    const char *name = walk->name;
    if (expr->kind != SL_EXPR_CALL && expr->kind != SL_EXPR_PAREN && expr->kind != SL_EXPR_COMPOSITE)
        walk->name = NULL;
    switch (expr->kind) {
    case SL_EXPR_IDENT:
        if (expr->obj && expr->obj->kind == SL_OBJ_VAR)
            sl_wire_join(result, sl_wire_held(walk, walk->now, expr->obj));
        else if (expr->obj && expr->obj->kind == SL_OBJ_FUNC && expr->obj->func)
            sl_wire_join_func(result, expr->obj->func, NULL);
        break;
    case SL_EXPR_FUNC:
        if (expr->func)
            sl_wire_join_func(result, expr->func, walk->now);
        break;
    case SL_EXPR_COMPOSITE:
        composite(walk, expr, result);
        break;
    case SL_EXPR_SELECTOR:
        selector(walk, expr, result);
        break;
    case SL_EXPR_CALL:
        if (expr->call_kind == SL_CALL_BUILTIN)
            builtin(walk, expr, result);
        else if (expr->call_kind == SL_CALL_CONVERSION && expr->count)
            sl_wire_join(result, sl_wire_expr(walk, expr->list[0]));
        else
            sl_wire_call(walk, expr, false, expr->pos, result);
        break;
    case SL_EXPR_UNARY:
        sl_wire_join(result, sl_wire_expr(walk, expr->x));
        if (expr->op == SL_TOKEN_ARROW)
            sl_wire_use(walk, result, SL_WIRE_RECEIVES, false, expr->pos);
        break;
    case SL_EXPR_INDEX:
        sl_wire_join(result, sl_wire_expr(walk, expr->x));
        for (int i = 0; i < expr->count; i++)
            sl_wire_expr(walk, expr->list[i]);
        break;
    case SL_EXPR_BINARY:
        sl_wire_expr(walk, expr->x);
        sl_wire_expr(walk, expr->y);
        break;
    case SL_EXPR_SLICE:
    case SL_EXPR_PAREN:
    case SL_EXPR_STAR:
    case SL_EXPR_ASSERT:
        sl_wire_join(result, sl_wire_expr(walk, expr->x));
        break;
    default:
        break;
    }
    walk->name = name;
    return result;
}

void sl_wire_assign(SlWalk *walk, SlExpr *target, const SlHeld *value) {
    while (target && (target->kind == SL_EXPR_PAREN || target->kind == SL_EXPR_INDEX || target->kind == SL_EXPR_STAR ||
                      target->kind == SL_EXPR_SLICE)) {
        for (int i = 0; target->kind == SL_EXPR_INDEX && i < target->count; i++)
            sl_wire_expr(walk, target->list[i]);
        target = target->x;
    }
    if (!target)
        return;
    if (target->kind == SL_EXPR_IDENT && target->obj && target->obj->kind == SL_OBJ_VAR)
        sl_wire_join(sl_wire_held(walk, walk->now, target->obj), value);
    else if (target->kind == SL_EXPR_SELECTOR && target->selection && target->selection->obj && target->selection->obj->kind == SL_OBJ_VAR) {
        SlObj *obj = target->selection->obj;
        sl_wire_join(sl_wire_held(walk, NULL, obj->origin ? obj->origin : obj), value);
    }
}
