// SPDX-License-Identifier: MIT
// What an expression may hold, and the uses of channels inside it.
#include <stdlib.h>
#include <string.h>

#include "graph/impl.h"

// A type parameter somewhere in a type: of another instance it may be anything.
static bool has_parameter(const SlType *type, int depth) {
    enum { DEEPEST = 8 };
    if (!type || depth > DEEPEST)
        return depth > DEEPEST;
    if (type->kind == SL_TYPE_PARAM || type->kind == SL_TYPE_STRUCT || type->kind == SL_TYPE_SIGNATURE ||
        type->kind == SL_TYPE_INTERFACE)
        return type->kind == SL_TYPE_PARAM || (type->kind == SL_TYPE_STRUCT && type->count > 0) ||
               type->kind == SL_TYPE_SIGNATURE;
    for (int i = 0; i < type->targ_count; i++)
        if (has_parameter(type->targs[i], depth + 1))
            return true;
    return type->kind != SL_TYPE_NAMED &&
           ((type->elem && has_parameter(type->elem, depth + 1)) || (type->key && has_parameter(type->key, depth + 1)));
}

// Whether a value of that type may be that channel, or hold it somewhere.
static bool may_hold(const SlWalk *walk, const SlType *type, int node) {
    const SlType *under = type ? sl_under(type) : NULL;
    if (!under || under->kind != SL_TYPE_CHAN)
        return true;
    if (walk->nodes.at[node].kind != SL_WIRE_CHANNEL && walk->nodes.at[node].kind != SL_WIRE_UNKNOWN)
        return true; // <-chan time.Time of a timer, <-chan struct{} of a context
    const SlType *made = walk->more.at[node].type;
    const SlType *made_under = made ? sl_under(made) : NULL;
    if (!made_under || made_under->kind != SL_TYPE_CHAN || has_parameter(under->elem, 0) ||
        has_parameter(made_under->elem, 0))
        return true;
    return sl_type_identical(under->elem, made_under->elem);
}

const SlHeld *sl_wire_fit(SlWalk *walk, const SlType *type, const SlHeld *held) {
    const SlType *under = type ? sl_under(type) : NULL;
    if (under && under->kind == SL_TYPE_BASIC && under->basic != SL_INVALID)
        return sl_wire_scratch(walk);
    bool all = true;
    for (int i = 0; i < held->nodes.count; i++)
        all &= may_hold(walk, type, held->nodes.at[i]);
    if (all)
        return held;
    SlHeld *fitting = sl_wire_scratch(walk);
    fitting->nil = held->nil;
    for (int i = 0; i < held->nodes.count; i++)
        if (may_hold(walk, type, held->nodes.at[i]))
            sl_vec_push(&fitting->nodes, held->nodes.at[i]);
    for (int i = 0; i < held->funcs.count; i++) {
        sl_vec_push(&fitting->funcs, held->funcs.at[i]);
        sl_vec_push(&fitting->made_in, held->made_in.at[i]);
    }
    return fitting;
}

static SlHeld *contents_of(SlWalk *walk, int node) {
    while (walk->contents.count <= node)
        sl_vec_push(&walk->contents, NULL);
    if (!walk->contents.at[node])
        walk->contents.at[node] = sl_wire_scratch(walk);
    return walk->contents.at[node];
}

SlHeld *sl_wire_received(SlWalk *walk, const SlHeld *from) {
    SlHeld *result = sl_wire_scratch(walk);
    for (int i = 0; i < from->nodes.count; i++)
        sl_wire_join(walk, result, contents_of(walk, from->nodes.at[i]));
    return result;
}

void sl_wire_sent(SlWalk *walk, const SlHeld *to, const SlHeld *value) {
    for (int i = 0; i < to->nodes.count && (value->nodes.count || value->funcs.count); i++)
        sl_wire_join(walk, contents_of(walk, to->nodes.at[i]), value);
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
    walk->more.at[node].type = call->type;
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
    if (which == SL_BUILTIN_make && sl_wire_is_chan(call->type)) {
        sl_wire_join_node(walk, result, make_channel(walk, call));
        return;
    }
    result->nil = which == SL_BUILTIN_make || which == SL_BUILTIN_new;
    int sync = which == SL_BUILTIN_new && call->count
                   ? sl_wire_sync_node(walk, call->list[0]->type, call->pos, walk->name)
                   : -1;
    if (sync >= 0)
        sl_wire_join_node(walk, result, sync);
    for (int i = which == SL_BUILTIN_make || which == SL_BUILTIN_new; i < call->count; i++) {
        SlHeld *held = sl_wire_expr(walk, call->list[i]);
        if (which == SL_BUILTIN_close)
            sl_wire_use_chan(walk, call->list[i], held, SL_WIRE_CLOSES, false, call->pos);
        else if (which == SL_BUILTIN_append || which == SL_BUILTIN_min || which == SL_BUILTIN_max)
            sl_wire_join(walk, result, held);
        else if (which == SL_BUILTIN_copy && i == 1)
            sl_wire_assign(walk, call->list[0], held);
    }
}

static void composite(SlWalk *walk, SlExpr *expr, SlHeld *result) {
    const SlType *type = expr->type ? sl_under(expr->type) : NULL;
    if (type && type->kind == SL_TYPE_POINTER)
        type = sl_under(type->elem);
    int sync = sl_wire_sync_node(walk, expr->type, expr->pos, walk->name);
    if (sync >= 0)
        sl_wire_join_node(walk, result, sync);
    result->nil = true;
    for (int i = 0; i < expr->count; i++) {
        SlExpr *element = expr->list[i], *value = element;
        SlObj *field = NULL;
        if (element->kind == SL_EXPR_KEY_VALUE) {
            value = element->y;
            field = element->obj;
            if (type && type->kind == SL_TYPE_MAP)
                sl_wire_join(walk, result, sl_wire_expr(walk, element->x));
        } else if (type && type->kind == SL_TYPE_STRUCT && i < type->count) {
            field = type->fields[i];
        }
        const char *name = walk->name;
        if (field)
            walk->name = field->name;
        SlHeld *held = sl_wire_expr(walk, value);
        walk->name = name;
        sl_wire_join(walk, field ? sl_wire_held(walk, NULL, field->origin ? field->origin : field) : result, held);
        if (!field)
            sl_wire_join(walk, result, held);
    }
}

// The lock or group that a variable or field of such a type is.
static void join_sync(SlWalk *walk, const SlObj *var, SlHeld *result) {
    const SlType *type = var->type ? sl_unalias(var->type) : NULL;
    if (!type || type->kind == SL_TYPE_POINTER || !sl_wire_file(walk->program, var->pos))
        return;
    while (type && (type->kind == SL_TYPE_ARRAY || type->kind == SL_TYPE_SLICE))
        type = sl_unalias(type->elem);
    int node = sl_wire_sync_node(walk, type, var->pos, var->name);
    if (node >= 0)
        sl_wire_join_node(walk, result, node);
}

static void join_var(SlWalk *walk, SlContext *context, const SlObj *var, SlHeld *result) {
    sl_wire_join(walk, result, sl_wire_held(walk, context, var));
    join_sync(walk, var, result);
}

static void read_var(SlWalk *walk, const SlExpr *ident, SlHeld *result) {
    bool own = walk->now && ident->obj->func == walk->now->func && !ident->obj->is_global;
    if (own && sl_wire_is_first(walk, ident->obj, ident->pos))
        sl_wire_join(walk, result, sl_wire_first(walk, walk->now, ident->obj));
    else
        join_var(walk, walk->now, ident->obj, result);
}

// c.Lock() where c embeds a mutex: the fields on the way.
static void join_embedded(SlWalk *walk, const SlSelection *selection, SlHeld *result) {
    const SlType *type = selection->recv;
    for (int i = 0; type && i < selection->path_length; i++) {
        const SlType *under = sl_under(type);
        if (under && under->kind == SL_TYPE_POINTER)
            under = sl_under(under->elem);
        if (!under || under->kind != SL_TYPE_STRUCT || selection->path[i] >= under->count)
            return;
        const SlObj *field = under->fields[selection->path[i]];
        join_var(walk, NULL, field->origin ? field->origin : field, result);
        type = field->type;
    }
}

static void selector(SlWalk *walk, SlExpr *expr, SlHeld *result) {
    SlSelection *selection = expr->selection;
    if (selection && selection->kind == SL_SELECT_QUALIFIED) {
        if (selection->obj && selection->obj->kind == SL_OBJ_VAR)
            join_var(walk, NULL, selection->obj, result);
        else if (selection->obj && selection->obj->kind == SL_OBJ_FUNC && selection->obj->func)
            sl_wire_join_func(walk, result, selection->obj->func, NULL);
        return;
    }
    SlHeld *of = expr->x ? sl_wire_expr(walk, expr->x) : NULL;
    if (selection && selection->kind == SL_SELECT_FIELD && selection->obj) {
        const SlObj *field = selection->obj->origin ? selection->obj->origin : selection->obj;
        if (of && field->pkg && field->pkg->library)
            sl_wire_join(walk, result, of); // a timer's C; what is kept in the library's containers
        else
            join_var(walk, NULL, field, result);
    } else if (selection && selection->obj && selection->obj->func) {
        sl_wire_join_func(walk, result, selection->obj->func, NULL);
        if (selection->kind == SL_SELECT_METHOD && of) {
            sl_wire_join(walk, result, of); // a method value keeps its receiver
            join_embedded(walk, selection, result);
        }
    } else if (selection && selection->obj && selection->obj->kind == SL_OBJ_FUNC && selection->recv) {
        sl_wire_implementations(walk, selection, result);
        if (of)
            sl_wire_join(walk, result, of);
    }
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
            read_var(walk, expr, result);
        else if (expr->mode == SL_MODE_NIL)
            result->nil = true;
        else if (expr->obj && expr->obj->kind == SL_OBJ_FUNC && expr->obj->func)
            sl_wire_join_func(walk, result, expr->obj->func, NULL);
        break;
    case SL_EXPR_FUNC:
        if (expr->func)
            sl_wire_join_func(walk, result, expr->func, walk->now);
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
            sl_wire_join(walk, result, sl_wire_expr(walk, expr->list[0]));
        else
            sl_wire_call(walk, expr, false, expr->pos, result);
        break;
    case SL_EXPR_UNARY:
        if (expr->op == SL_TOKEN_ARROW) {
            SlHeld *from = sl_wire_expr(walk, expr->x);
            sl_wire_use_chan(walk, expr->x, from, SL_WIRE_RECEIVES, false, expr->pos);
            sl_wire_join(walk, result, sl_wire_received(walk, from));
        } else {
            sl_wire_join(walk, result, sl_wire_expr(walk, expr->x));
        }
        break;
    case SL_EXPR_INDEX:
        sl_wire_join(walk, result, sl_wire_expr(walk, expr->x));
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
        sl_wire_join(walk, result, sl_wire_expr(walk, expr->x));
        break;
    default:
        break;
    }
    walk->name = name;
    return (SlHeld *)sl_wire_fit(walk, expr->type, result);
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
    if (target->kind != SL_EXPR_SELECTOR || !target->selection)
        value = sl_wire_fit(walk, target->obj ? target->obj->type : NULL, value);
    if (target->kind == SL_EXPR_IDENT && target->obj && target->obj->kind == SL_OBJ_VAR) {
        sl_wire_join(walk, sl_wire_held(walk, walk->now, target->obj), value);
        if (walk->now && target->pos == target->obj->pos)
            sl_wire_join(walk, sl_wire_first(walk, walk->now, target->obj), value);
    }
    if (target->kind == SL_EXPR_SELECTOR && target->selection && target->selection->obj &&
        target->selection->obj->kind == SL_OBJ_VAR) {
        SlObj *obj = target->selection->obj;
        sl_wire_join(walk, sl_wire_held(walk, NULL, obj->origin ? obj->origin : obj), value);
    }
}
