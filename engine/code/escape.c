// SPDX-License-Identifier: MIT
// Before a function is generated: which of its variables do others see, and how?
//
// One walk over the declaration with everything inside it marks each local variable: captured by a function literal
// (or by the body of a range over func, which becomes one), assigned after its declaration, address taken (also by a
// method call with pointer receiver or by slicing an array), indexed by something that is no constant. A variable
// belongs to the innermost context whose source contains its declaration. For each context the walk collects the
// variables that it captures, for each body of a range over func the ways out of it.
#include "code/gen.h"

typedef struct {
    SlGen *g;
    SlFnInfo *cur;
} Walk;

static void walk_expr(Walk *w, SlExpr *e);
static void walk_stmt(Walk *w, SlStmt *s);

static bool inside(SlPos pos, SlPos from, SlPos to) {
    return pos >= from && pos < to;
}

static bool owns(const SlFnInfo *info, const SlObj *obj) {
    if (!info->outer)
        return true;
    if (info->range) {
        const SlStmt *s = info->range;
        if (inside(obj->pos, s->body->pos, s->body->end))
            return true;
        return s->op == SL_TOKEN_DEFINE && s->lhs_count && inside(obj->pos, s->lhs[0]->pos, s->x->pos);
    }
    return inside(obj->pos, info->node->pos, info->node->end);
}

static void capture(Walk *w, SlObj *obj, SlFnInfo *owner) {
    for (SlFnInfo *info = w->cur; info != owner && info; info = info->outer) {
        bool known = false;
        for (int i = 0; i < info->captures.count; i++)
            known = known || info->captures.at[i] == obj;
        if (!known)
            sl_vec_push(&info->captures, obj);
    }
}

static void use(Walk *w, SlObj *obj) {
    if (!obj || obj->kind != SL_OBJ_VAR || obj->is_global || obj->is_field)
        return;
    SlFnInfo *owner = w->cur;
    while (!owns(owner, obj))
        owner = owner->outer;
    if (owner == w->cur)
        return;
    obj->flags |= SL_VAR_CAPTURED;
    capture(w, obj, owner);
}

bool sl_defines(const SlExpr *ident) {
    return ident->kind == SL_EXPR_IDENT && ident->obj && ident->obj->pos == ident->pos;
}

static const SlType *under_of(const SlExpr *e) {
    const SlType *type = e->type ? sl_unalias(e->type) : NULL;
    if (!type)
        return NULL;
    if (type->kind == SL_TYPE_PARAM) {
        const SlType *core = sl_core(type);
        return core ? sl_under(core) : NULL;
    }
    return sl_under(type);
}

static bool is_kind(const SlExpr *e, SlTypeKind kind) {
    const SlType *under = under_of(e);
    return under && under->kind == kind;
}

// The variable whose memory e is a part of, or null.
static SlObj *root_of(SlExpr *e) {
    for (;;) {
        e = (SlExpr *)(uintptr_t)sl_unparen(e);
        switch ((SlExprKind)e->kind) {
        case SL_EXPR_IDENT:
            return e->obj && e->obj->kind == SL_OBJ_VAR ? e->obj : NULL;
        case SL_EXPR_SELECTOR:
            if (!e->selection || e->selection->kind != SL_SELECT_FIELD || is_kind(e->x, SL_TYPE_POINTER))
                return NULL;
            e = e->x; // through an embedded pointer nothing of the variable is reached: harmless
            break;
        case SL_EXPR_INDEX:
            if (is_kind(e->x, SL_TYPE_SLICE) || is_kind(e->x, SL_TYPE_MAP) || is_kind(e->x, SL_TYPE_POINTER) ||
                is_kind(e->x, SL_TYPE_BASIC) || is_kind(e->x, SL_TYPE_SIGNATURE))
                return NULL;
            e = e->x;
            break;
        default:
            return NULL;
        }
    }
}

static void mark(SlExpr *e, uint32_t flag) {
    SlObj *obj = root_of(e);
    if (obj)
        obj->flags |= flag;
}

static void assign_to(SlExpr *e, bool define) {
    e = (SlExpr *)(uintptr_t)sl_unparen(e);
    if (define && sl_defines(e))
        return;
    mark(e, SL_VAR_REASSIGNED);
}

static SlFnInfo *info_new(Walk *w, SlFuncNode *node, SlStmt *range) {
    SlFnInfo *info = SL_NEW(w->g->arena, SlFnInfo);
    info->node = node;
    info->range = range;
    info->outer = w->cur;
    sl_vec_push(&w->g->infos, info);
    return info;
}

static SlFnInfo *function_of(SlFnInfo *info) {
    while (info->range)
        info = info->outer;
    return info;
}

static SlObj *hidden(Walk *w, const SlType *type, SlPos pos, uint32_t flags) {
    SlObj *obj = SL_NEW(w->g->arena, SlObj);
    obj->kind = SL_OBJ_VAR;
    obj->name = "";
    obj->type = type;
    obj->pos = pos;
    obj->flags = flags;
    return obj;
}

static void walk_func(Walk *w, SlFuncNode *node) {
    SlFnInfo *info = info_new(w, node, NULL);
    node->code = info;
    SlFnInfo *outer = w->cur;
    w->cur = info;
    for (int i = 0; i < node->result_count; i++)
        node->result_vars[i]->flags |= SL_VAR_REASSIGNED;
    if (node->body)
        walk_stmt(w, node->body);
    w->cur = outer;
}

static void walk_list(Walk *w, SlExpr **list, int count) {
    for (int i = 0; i < count; i++)
        walk_expr(w, list[i]);
}

// x.M with a pointer receiver takes the address of x.
static void walk_method(SlExpr *e) {
    const SlSelection *sel = e->selection;
    const SlType *sig = sel->obj->type ? sl_unalias(sel->obj->type) : NULL;
    if (!sig || sig->kind != SL_TYPE_SIGNATURE || !sig->recv || !sig->recv->type)
        return;
    if (sl_unalias(sig->recv->type)->kind == SL_TYPE_POINTER && !is_kind(e->x, SL_TYPE_POINTER))
        mark(e->x, SL_VAR_ADDRESSED);
}

static void walk_expr(Walk *w, SlExpr *e) {
    if (!e || e->mode == SL_MODE_TYPE || e->mode == SL_MODE_CONST)
        return;
    switch ((SlExprKind)e->kind) {
    case SL_EXPR_IDENT:
        use(w, e->obj);
        break;
    case SL_EXPR_COMPOSITE:
        for (int i = 0; i < e->count; i++) {
            SlExpr *x = e->list[i];
            if (x->kind != SL_EXPR_KEY_VALUE) {
                walk_expr(w, x);
                continue;
            }
            if (!(x->x->kind == SL_EXPR_IDENT && x->x->obj && x->x->obj->is_field))
                walk_expr(w, x->x);
            walk_expr(w, x->y);
        }
        break;
    case SL_EXPR_FUNC:
        walk_func(w, e->func);
        break;
    case SL_EXPR_SELECTOR:
        if (e->selection && e->selection->kind == SL_SELECT_METHOD)
            walk_method(e);
        if (!e->selection || e->selection->kind == SL_SELECT_FIELD || e->selection->kind == SL_SELECT_METHOD)
            walk_expr(w, e->x);
        break;
    case SL_EXPR_INDEX:
        if (!e->targ_count && e->count && !(e->list[0]->mode == SL_MODE_CONST) && !is_kind(e->x, SL_TYPE_SLICE))
            mark(e->x, SL_VAR_INDEXED);
        walk_expr(w, e->x);
        if (!e->targ_count)
            walk_list(w, e->list, e->count);
        break;
    case SL_EXPR_SLICE:
        if (!is_kind(e->x, SL_TYPE_SLICE) && !is_kind(e->x, SL_TYPE_POINTER) && !is_kind(e->x, SL_TYPE_BASIC))
            mark(e->x, SL_VAR_ADDRESSED);
        walk_expr(w, e->x);
        walk_expr(w, e->lo);
        walk_expr(w, e->hi);
        walk_expr(w, e->max);
        break;
    case SL_EXPR_CALL:
        walk_expr(w, e->x);
        walk_list(w, e->list, e->count);
        break;
    case SL_EXPR_UNARY:
        if (e->op == SL_TOKEN_AND)
            mark(e->x, SL_VAR_ADDRESSED);
        walk_expr(w, e->x);
        break;
    case SL_EXPR_BINARY:
    case SL_EXPR_KEY_VALUE:
        walk_expr(w, e->x);
        walk_expr(w, e->y);
        break;
    case SL_EXPR_PAREN:
    case SL_EXPR_ASSERT:
    case SL_EXPR_STAR:
        walk_expr(w, e->x);
        break;
    default:
        break;
    }
}

bool sl_range_is_func(const SlStmt *s) {
    return is_kind(s->x, SL_TYPE_SIGNATURE);
}

// ---- ways out of a range over func ----

static void add_exit(SlFnInfo *info, SlStmt *s) {
    for (int i = 0; i < info->exits.count; i++)
        if (info->exits.at[i]->op == s->op && info->exits.at[i]->target == s->target)
            return;
    sl_vec_push(&info->exits, s);
}

// A branch leaves each loop between it and its target; leaving the loop itself by break or continue is no exit.
static void branch(Walk *w, SlStmt *s) {
    for (SlFnInfo *info = w->cur; info && info->range && s->target; info = info->outer) {
        if (s->target == info->range && s->op != SL_TOKEN_GOTO)
            return;
        if (inside(s->target->pos, info->range->body->pos, info->range->body->end))
            return;
        add_exit(info, s);
    }
}

static void leave(Walk *w) {
    SlFnInfo *info = w->cur;
    if (!info->range)
        return;
    for (; info->range; info = info->outer)
        info->has_return = true;
    info->has_range_return = true;
    if (!info->node)
        return;
    for (int i = 0; i < info->node->result_count; i++) {
        SlObj *result = info->node->result_vars[i];
        result->flags |= SL_VAR_CAPTURED | SL_VAR_REASSIGNED;
        capture(w, result, info);
    }
}

static void defer(Walk *w) {
    SlFnInfo *info = w->cur;
    if (!info->range)
        return;
    for (; info->range; info = info->outer)
        info->has_defer = true;
    info->has_range_defer = true;
    if (!info->frame)
        info->frame = hidden(w, sl_basic(w->g->tys, SL_INT), w->cur->range->pos, SL_VAR_CAPTURED);
    capture(w, info->frame, info);
}

static void walk_range_func(Walk *w, SlStmt *s) {
    SlFnInfo *info = info_new(w, function_of(w->cur)->node, s);
    const SlType *pair = sl_type_array(w->g->tys, sl_basic(w->g->tys, SL_INT), 2);
    info->state = hidden(w, pair, s->pos, SL_VAR_CAPTURED | SL_VAR_REASSIGNED | SL_VAR_ADDRESSED);
    info->number = ++function_of(w->cur)->range_count;
    sl_map_set_ptr(&w->g->range_infos, s, info);
    sl_vec_push(&info->captures, info->state);
    w->cur = info;
    if (s->op != SL_TOKEN_DEFINE)
        walk_list(w, s->lhs, s->lhs_count);
    walk_stmt(w, s->body);
    w->cur = info->outer;
    // Leaving to something further out is told through the state of the loop around.
}

static void walk_range(Walk *w, SlStmt *s) {
    walk_expr(w, s->x);
    for (int i = 0; i < s->lhs_count; i++) {
        assign_to(s->lhs[i], s->op == SL_TOKEN_DEFINE);
        if (s->op == SL_TOKEN_DEFINE && !s->per_iteration && s->lhs[i]->obj)
            s->lhs[i]->obj->flags |= SL_VAR_REASSIGNED;
    }
    if (sl_range_is_func(s)) {
        walk_range_func(w, s);
        return;
    }
    if (s->op != SL_TOKEN_DEFINE)
        walk_list(w, s->lhs, s->lhs_count);
    walk_stmt(w, s->body);
}

static void walk_decl(Walk *w, SlDecl *d) {
    if (d->kind == SL_DECL_VAR)
        walk_list(w, d->values, d->value_count);
}

static void walk_stmts(Walk *w, SlStmt **list, int count) {
    for (int i = 0; i < count; i++)
        walk_stmt(w, list[i]);
}

static void walk_stmt(Walk *w, SlStmt *s) {
    if (!s)
        return;
    switch ((SlStmtKind)s->kind) {
    case SL_STMT_INC_DEC:
        assign_to(s->x, false);
        break;
    case SL_STMT_ASSIGN:
        for (int i = 0; i < s->lhs_count; i++)
            assign_to(s->lhs[i], s->op == SL_TOKEN_DEFINE);
        break;
    case SL_STMT_DEFER:
        defer(w);
        break;
    case SL_STMT_RETURN:
        leave(w);
        break;
    case SL_STMT_BRANCH:
        branch(w, s);
        return;
    case SL_STMT_RANGE:
        walk_range(w, s);
        return;
    case SL_STMT_LABELED:
        walk_stmt(w, s->body);
        return;
    default:
        break;
    }
    walk_stmt(w, s->init);
    walk_expr(w, s->x);
    walk_expr(w, s->y);
    if (s->kind == SL_STMT_ASSIGN && s->op == SL_TOKEN_DEFINE) {
        for (int i = 0; i < s->lhs_count; i++)
            if (!sl_defines(s->lhs[i]))
                walk_expr(w, s->lhs[i]);
    } else
        walk_list(w, s->lhs, s->lhs_count);
    walk_list(w, s->rhs, s->rhs_count);
    for (int i = 0; i < s->decl_count; i++)
        walk_decl(w, s->decls[i]);
    walk_stmts(w, s->list, s->count);
    walk_stmt(w, s->body);
    walk_stmt(w, s->else_);
    walk_stmt(w, s->post);
}

SlFnInfo *sl_escape_func(SlGen *g, SlFuncNode *node) {
    if (!node->code) {
        Walk w = {.g = g};
        walk_func(&w, node);
    }
    return node->code;
}

SlFnInfo *sl_escape_init(SlGen *g, SlInit *init) {
    Walk w = {.g = g};
    w.cur = info_new(&w, NULL, NULL);
    walk_expr(&w, init->rhs);
    return w.cur;
}

SlFnInfo *sl_escape_range(SlGen *g, const SlStmt *range) {
    return sl_map_get_ptr(&g->range_infos, range);
}

bool sl_var_boxed(const SlObj *obj, const SlRtype *type) {
    if (obj->flags & SL_VAR_ADDRESSED)
        return true;
    if ((obj->flags & SL_VAR_CAPTURED) && (obj->flags & SL_VAR_REASSIGNED))
        return true;
    if (type->size == 0)
        return false;
    if (type->kind == SL_KIND_ARRAY && (type->size > 128 || (obj->flags & SL_VAR_INDEXED)))
        return true;
    return type->size > 1024 || (type->kind == SL_KIND_STRUCT && (obj->flags & SL_VAR_INDEXED));
}
