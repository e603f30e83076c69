// SPDX-License-Identifier: MIT
// Units: the functions to generate. Asking for one makes its SlFunc at once (callers need its number and the size of
// its arguments) and puts it on the list; its code follows when the list reaches it. Only what is reachable is asked
// for.
#include <stdio.h>
#include <stdlib.h>

#include "code/gen.h"

static uint32_t slots_of(const SlRtype *const *types, uint32_t count) {
    uint32_t slots = 0;
    for (uint32_t i = 0; i < count; i++)
        slots += types[i]->slots;
    return slots;
}

SlUnit *sl_unit_new(SlGen *g, SlUnitKind kind, const char *name) {
    SlUnit *unit = SL_NEW(g->arena, SlUnit);
    unit->kind = kind;
    unit->native = SL_NONE;
    unit->func = SL_NEW(g->arena, SlFunc);
    unit->func->index = (uint32_t)g->funcs.count;
    unit->func->name = name;
    sl_vec_push(&g->funcs, unit->func);
    sl_vec_push(&g->units, unit);
    return unit;
}

static void set_type(SlGen *g, SlUnit *unit, const SlRtype *type, uint32_t receiver) {
    unit->func->type = type;
    unit->func->result_slots = slots_of(type->results, type->result_count);
    unit->func->arg_slots = receiver + slots_of(type->params, type->param_count);
    if ((uint64_t)unit->func->result_slots + unit->func->arg_slots > SL_FRAME_LIMIT)
        sl_diags_add(g->program->diags, unit->func->pos,
                     "stack frame too large (parameters and results need more than %d words)", SL_FRAME_LIMIT);
}

const SlRtype *sl_unit_type(SlGen *g, SlUnit *unit) {
    (void)g;
    return unit->func->type;
}

uint32_t sl_string_number(SlGen *g, const char *bytes, size_t length) {
    if (!length)
        bytes = "";
    void *known = sl_map_get(&g->string_table, bytes, length);
    if (known)
        return (uint32_t)(uintptr_t)known - 1;
    const char *kept = sl_arena_strndup(g->arena, bytes, length);
    sl_vec_push(&g->strings, (SlString){kept, length});
    sl_map_set(&g->string_table, kept, length, (void *)(uintptr_t)g->strings.count);
    return (uint32_t)g->strings.count - 1;
}

const SlString *sl_string_static(SlGen *g, const char *bytes, size_t length) {
    uint32_t number = sl_string_number(g, bytes, length);
    return sl_arena_copy(g->arena, &g->strings.at[number], sizeof(SlString));
}

static void find_native(SlGen *g, SlUnit *unit, SlPos pos, const SlPackage *pkg, const char *short_name) {
    char *name = sl_arena_printf(g->arena, "%s.%s", pkg ? pkg->path : "", short_name);
    bool blocks = false;
    if (g->natives && !g->natives->find(g->natives->data, name, &blocks)) {
        sl_diags_add(g->program->diags, pos, "missing function body");
        return;
    }
    void *known = sl_map_gets(&g->native_table, name);
    if (!known) {
        sl_vec_push(&g->native_names, name);
        SlNativeShape shape = {(uint16_t)unit->func->result_slots, (uint16_t)unit->func->arg_slots, pos};
        sl_vec_push(&g->native_shapes, shape);
        known = (void *)(intptr_t)g->native_names.count;
        sl_map_sets(&g->native_table, name, known);
    }
    unit->native = (int)(intptr_t)known - 1;
    unit->blocks = blocks;
}

static bool too_deep(SlGen *g, const SlRtype *const *targs, int count, SlPos pos) {
    for (int i = 0; i < count; i++)
        if (SL_RT(targs[i])->depth > 40 || strlen(targs[i]->text) > 20000) {
            if (!g->too_large)
                sl_diags_add(g->program->diags, pos, "instantiation cycle");
            return g->too_large = true;
        }
    return g->too_large;
}

static SlUnit *node_unit(SlGen *g, SlObj *obj, const SlType *sig, const SlRtype **targs, int count, SlType **tparams,
                         const SlRtype *recv, const SlRtype *box, const char *name) {
    const void **key = SL_NEW_N(g->arena, const void *, count + 2);
    SlFuncNode *node = obj->func;
    key[0] = node;
    for (int i = 0; i < count; i++)
        key[i + 1] = targs[i];
    key[count + 1] = box;
    size_t length = sizeof *key * (size_t)(count + 2);
    SlUnit *unit = sl_map_get(&g->unit_table, (const char *)key, length);
    if (unit)
        return unit;
    const char *full = sl_arena_printf(g->arena, "%s.%s", obj->pkg ? obj->pkg->path : "", name);
    unit = sl_unit_new(g, SL_UNIT_NODE, full);
    sl_map_set(&g->unit_table, (const char *)key, length, unit);
    unit->node = node;
    unit->recv = recv;
    unit->box = box;
    unit->package = obj->pkg;
    unit->env = sl_env_get(g, tparams, targs, count, NULL);
    unit->func->pos = node->pos;
    unit->func->end = node->end;
    if (obj->pkg && obj->pkg->library)
        unit->func->flags |= SL_FUNC_LIBRARY;
    set_type(g, unit, sl_rtype_get(g, sig, unit->env), box ? 1 : recv ? recv->slots : 0);
    if (!node->body)
        find_native(g, unit, node->pos, obj->pkg, name);
    return unit;
}

static const SlType *signature(SlGen *g, SlObj *obj) {
    const SlType *type = sl_method_declared(g->tys, obj);
    return type ? type : obj->func->sig;
}

SlUnit *sl_unit_func(SlGen *g, SlObj *obj, const SlRtype **targs, int count, SlPos pos) {
    if (obj->origin)
        obj = obj->origin;
    const SlType *sig = signature(g, obj);
    if (too_deep(g, targs, count, pos))
        count = 0;
    const char *name = obj->name;
    if (sig->tparam_count)
        name = sl_arena_printf(g->arena, "%s[...]", name);
    if (sig->tparam_count > count) { // only after an error
        targs = SL_NEW_N(g->arena, const SlRtype *, sig->tparam_count);
        for (int i = 0; i < sig->tparam_count; i++)
            targs[i] = sl_rtype_basic(g, SL_INT);
    }
    return node_unit(g, obj, sig, targs, sig->tparam_count, sig->tparams, NULL, NULL, name);
}

static SlUnit *method_unit(SlGen *g, SlObj *method, const SlRtype *holder, const SlRtype *box, SlPos pos) {
    if (method->origin)
        method = method->origin;
    const SlRt *rt = SL_RT(holder);
    const SlType *sig = signature(g, method);
    bool pointer = sig->recv && sl_unalias(sig->recv->type)->kind == SL_TYPE_POINTER;
    const char *type = rt->named->obj->name, *args = rt->targ_count ? "[...]" : "";
    const char *name = sl_arena_printf(g->arena, pointer ? "(*%s%s).%s" : "%s%s.%s", type, args, method->name);
    const SlRtype **targs = rt->targs;
    if (too_deep(g, targs, rt->targ_count, pos)) {
        targs = SL_NEW_N(g->arena, const SlRtype *, rt->targ_count + 1);
        for (int i = 0; i < rt->targ_count; i++)
            targs[i] = sl_rtype_basic(g, SL_INT);
    }
    const SlRtype *recv = pointer ? sl_rtype_pointer(g, holder) : holder;
    return node_unit(g, method, sig, targs, rt->targ_count, sig->recv_tparams, recv, box, name);
}

SlUnit *sl_unit_method(SlGen *g, SlObj *method, const SlRtype *holder, SlPos pos) {
    return method_unit(g, method, holder, NULL, pos);
}

SlUnit *sl_unit_boxed(SlGen *g, const SlRtype *box, const SlFound *found) {
    SlUnit *unit = method_unit(g, found->method, found->holder, box, found->method->pos);
    unit->found = *found;
    return unit;
}

static SlUnit *function_unit(SlUnit *unit) {
    while (unit->kind == SL_UNIT_RANGE)
        unit = unit->outer;
    return unit;
}

static const char *inner_name(SlGen *g, SlUnit *outer, const char *form, int number) {
    bool nested = outer->kind == SL_UNIT_LITERAL;
    char suffix[40];
    snprintf(suffix, sizeof suffix, form, number);
    return sl_arena_printf(g->arena, "%s.%s", outer->func->name, nested ? suffix + 4 : suffix);
}

static SlUnit *inner_unit(SlGen *g, SlUnitKind kind, const void *at, SlUnit *outer, bool *made) {
    const void **key = SL_NEW_N(g->arena, const void *, 2);
    key[0] = at;
    key[1] = outer;
    SlUnit *unit = sl_map_get(&g->unit_table, (const char *)key, 2 * sizeof *key);
    *made = !unit;
    if (unit)
        return unit;
    unit = sl_unit_new(g, kind, "");
    sl_map_set(&g->unit_table, (const char *)key, 2 * sizeof *key, unit);
    unit->outer = outer;
    unit->env = outer->env;
    unit->package = outer->package;
    unit->func->flags |= outer->func->flags & SL_FUNC_LIBRARY;
    return unit;
}

SlUnit *sl_unit_literal(SlGen *g, SlFuncNode *node, SlUnit *outer) {
    bool made;
    SlUnit *unit = inner_unit(g, SL_UNIT_LITERAL, node, outer, &made);
    if (!made)
        return unit;
    SlUnit *function = function_unit(outer);
    bool init = function->kind == SL_UNIT_INIT;
    unit->func->name = inner_name(g, function, "func%d", init ? ++function->children : node->literal_number);
    unit->node = node;
    unit->info = node->code;
    unit->func->outer = outer->func;
    unit->func->pos = node->pos;
    unit->func->end = node->end;
    set_type(g, unit, sl_rtype_get(g, node->sig, unit->env), 0);
    return unit;
}

SlUnit *sl_unit_range(SlGen *g, SlStmt *range, SlUnit *outer) {
    bool made;
    SlUnit *unit = inner_unit(g, SL_UNIT_RANGE, range, outer, &made);
    if (!made)
        return unit;
    SlUnit *function = function_unit(outer);
    unit->info = sl_escape_range(g, range);
    unit->func->name = sl_arena_printf(g->arena, "%s-range%d", function->func->name, unit->info->number);
    unit->node = function->node;
    unit->func->flags |= SL_FUNC_RANGE_BODY;
    unit->func->outer = outer->func;
    unit->func->pos = range->body->pos;
    unit->func->end = range->body->end;
    const SlRtype *f = sl_rtype_get(g, range->x->type, unit->env);
    set_type(g, unit, f->params[0], 0);
    return unit;
}

SlUnit *sl_unit_wrapper(SlGen *g, SlUnitKind kind, const SlRtype *recv, const SlFound *found, const char *name) {
    const void **key = SL_NEW_N(g->arena, const void *, 4);
    key[0] = (const void *)(uintptr_t)kind;
    key[1] = recv;
    key[2] = found->kind == SL_FOUND_IFACE ? (const void *)found->holder->methods[found->index].name : found->method;
    key[3] = found->kind == SL_FOUND_IFACE ? (const void *)found->holder : NULL;
    SlUnit *unit = sl_map_get(&g->unit_table, (const char *)key, 4 * sizeof *key);
    if (unit)
        return unit;
    bool pointer = recv->kind == SL_KIND_POINTER && !recv->name[0];
    const SlRtype *base = pointer ? recv->elem : recv;
    const char *form = pointer ? "%s.(*%s).%s%s" : "%s.%s.%s%s";
    unit = sl_unit_new(g, kind,
                       sl_arena_printf(g->arena, form, base->pkg_path, base->name[0] ? base->name : base->text, name,
                                       kind == SL_UNIT_BOUND ? "-fm" : ""));
    sl_map_set(&g->unit_table, (const char *)key, 4 * sizeof *key, unit);
    unit->recv = recv;
    unit->found = *found;
    unit->func->flags |= SL_FUNC_WRAPPER | SL_FUNC_LIBRARY;
    const SlRtype *type;
    if (found->kind == SL_FOUND_IFACE) {
        type = found->holder->methods[found->index].type;
        sl_method_called(g, found->holder->methods[found->index].name);
    } else {
        SlUnit *target = sl_unit_method(g, found->method, found->holder, found->method->pos);
        type = target->func->type;
        unit->func->pos = target->func->pos;
        unit->func->end = target->func->end;
    }
    set_type(g, unit, type, kind == SL_UNIT_ENTRY ? 1 : kind == SL_UNIT_EXPR ? recv->slots : 0);
    return unit;
}

SlUnit *sl_unit_builtin(SlGen *g, SlExpr *call, const SlRtype **types, int count, SlUnit *outer) {
    bool made;
    SlUnit *unit = inner_unit(g, SL_UNIT_BUILTIN, call, outer, &made);
    if (!made)
        return unit;
    unit->func->name = sl_arena_printf(g->arena, "%s.deferwrap%d", outer->func->name, ++outer->children);
    unit->func->flags |= SL_FUNC_WRAPPER;
    unit->call = call;
    unit->types = types;
    unit->type_count = count;
    unit->func->arg_slots = slots_of(types, (uint32_t)count);
    unit->func->pos = call->pos;
    unit->func->end = call->end;
    return unit;
}

SlUnit *sl_unit_init(SlGen *g, SlPackage *package, SlInit *init) {
    SlUnit *unit = sl_unit_new(g, SL_UNIT_INIT, sl_arena_printf(g->arena, "%s.init", package->path));
    unit->package = package;
    unit->init = init;
    if (package->library)
        unit->func->flags |= SL_FUNC_LIBRARY;
    if (init || package->init_count)
        unit->func->pos = (init ? init : package->inits)->rhs->pos;
    return unit;
}

SlGlobal *sl_global_get(SlGen *g, SlObj *obj) {
    if (obj->code)
        return obj->code;
    SlGlobal *global = SL_NEW(g->arena, SlGlobal);
    obj->code = global;
    global->obj = obj;
    global->type = sl_rtype_get(g, obj->type, NULL);
    uint64_t align = global->type->align;
    global->offset = (uint32_t)((g->globals_size + align - 1) / align * align);
    g->globals_size = global->offset + global->type->size;
    if (g->globals_size > UINT32_MAX / 2) {
        sl_diags_add(g->program->diags, obj->pos, "package-level variables are too large");
        g->globals_size = 0;
    }
    sl_vec_push(&g->globals, global);
    if (obj->pkg && obj->pkg->library) { // initialised only when somebody uses it
        SlInit *init = sl_library_init(g->program, obj);
        if (init && !sl_map_get_ptr(&g->inits_wanted, init->lhs[0]))
            sl_map_set_ptr(&g->inits_wanted, init->lhs[0], sl_unit_init(g, obj->pkg, init));
    }
    return global;
}

// ---- generating one ----

static void load_captures(SlFn *fn, SlFnInfo *info) {
    int count = 0;
    if (!info || !info->captures.count)
        return;
    SL_VEC(uint8_t) kinds = {0};
    for (int i = 0; i < info->captures.count; i++) {
        SlObj *obj = info->captures.at[i];
        const SlRtype *type = sl_type_at(fn, obj->type);
        bool boxed = sl_var_boxed(obj, type);
        if (boxed)
            sl_vec_push(&kinds, SL_WORD_POINTER);
        for (uint32_t k = 0; !boxed && k < type->slots; k++)
            sl_vec_push(&kinds, type->slot_kinds[k]);
    }
    count = kinds.count;
    int slot = sl_slot_kinds(fn, kinds.at, count), first = slot;
    fn->func->capture_slots = (uint32_t)count;
    fn->func->capture_kinds = sl_vec_take(&kinds, fn->g->arena);
    for (int i = 0; count <= 3 && i < count; i++)
        sl_emit(fn, SL_OP_LDCAP1, slot + i, i, 0);
    if (count > 3)
        sl_emit(fn, SL_OP_LDCAP, slot, 0, count);
    for (int i = 0; i < info->captures.count; i++) {
        SlObj *obj = info->captures.at[i];
        const SlRtype *type = sl_type_at(fn, obj->type);
        bool boxed = sl_var_boxed(obj, type);
        SlVar *var = sl_var_at(fn, obj, type, slot, boxed);
        if (var->info != SL_NONE) {
            SlVarInfo *shown = &fn->vars.at[var->info];
            shown->capture = (uint16_t)(slot - first);
            shown->from = 0;
        }
        slot += boxed ? 1 : (int)type->slots;
    }
}

// from: the word of code from which on the slot has it.
static void declare_param(SlFn *fn, SlObj *obj, const SlRtype *type, int slot, int from) {
    if (!obj || !obj->name || !obj->name[0] || strcmp(obj->name, "_") == 0)
        return;
    bool boxed = sl_var_boxed(obj, type);
    if (boxed) {
        int box = sl_slot_box(fn, obj, type);
        sl_emit_type(fn, SL_OP_NEW, box, 0, 0, type);
        if (type->size)
            sl_store_mem(fn, type, box, 0, slot);
        // Until then it is where the caller has put it.
        SlVarInfo passed = {.name = obj->name, .type = type, .slot = (uint16_t)slot, .capture = SL_NO_SLOT};
        passed.is_param = true;
        passed.from = (uint32_t)from;
        passed.to = (uint32_t)fn->ins.count;
        from = fn->ins.count;
        passed.pos = obj->pos;
        sl_vec_push(&fn->vars, passed);
        slot = box;
    }
    const SlVar *var = sl_var_at(fn, obj, type, slot, boxed);
    SlVarInfo *shown = &fn->vars.at[var->info];
    shown->is_param = true;
    shown->from = (uint32_t)from;
}

static void declare_result(SlFn *fn, int i, SlObj *obj, const SlRtype *type, int slot) {
    bool boxed = sl_var_boxed(obj, type), named = obj->name && obj->name[0];
    int at = slot;
    if (boxed) {
        at = sl_slot_pointer(fn);
        sl_emit_type(fn, SL_OP_NEW, at, 0, 0, type);
        if (fn->defers)
            sl_emit_zero(fn, slot, (int)type->slots);
    } else if (named || fn->defers)
        sl_emit_zero(fn, slot, (int)type->slots);
    fn->results[i] = sl_var_at(fn, obj, type, at, boxed);
    if (fn->results[i]->info != SL_NONE)
        fn->vars.at[fn->results[i]->info].is_result = true;
}

// The receiver of a unit with a box, taken out of it.
static int unbox(SlFn *fn, int data) {
    const SlUnit *unit = fn->unit;
    int receiver = sl_slot_new(fn, unit->recv);
    SlSpot box = {.kind = SL_SPOT_MEM, .type = unit->box, .slot = data, .non_nil = true};
    SlSpot spot = sl_spot_walk(fn, box, unit->found.path, unit->found.length);
    sl_spot_get(fn, &spot, receiver);
    return receiver;
}

static void gen_epilogue(SlFn *fn) {
    sl_label_here(fn, fn->return_label);
    fn->recover_at = fn->return_label;
    sl_emit(fn, SL_OP_RUNDEFERS, 0, 0, 0);
    int at = 0;
    for (int i = 0; i < fn->result_count; i++) {
        if (fn->results[i]->boxed)
            sl_load_mem(fn, fn->result_types[i], at, fn->results[i]->slot, 0);
        at += (int)fn->result_types[i]->slots;
    }
    sl_emit(fn, SL_OP_RET, 0, 0, 0);
}

static void gen_function(SlFn *fn) {
    SlUnit *unit = fn->unit;
    SlFuncNode *node = unit->node;
    const SlRtype *type = fn->func->type;
    fn->defers = node->has_defer || unit->info->has_range_defer;
    fn->result_count = (int)type->result_count;
    fn->result_types = type->results;
    fn->results = SL_NEW_N(fn->g->arena, SlVar *, type->result_count + 1);
    int *slots = SL_NEW_N(fn->g->arena, int, type->result_count + type->param_count + 2), n = 0;
    for (uint32_t i = 0; i < type->result_count; i++)
        slots[n++] = sl_slot_new(fn, type->results[i]);
    int first = n;
    if (unit->recv)
        slots[n++] = unit->box ? sl_slot_pointer(fn) : sl_slot_new(fn, unit->recv);
    for (uint32_t i = 0; i < type->param_count; i++)
        slots[n++] = sl_slot_new(fn, type->params[i]);
    fn->pos = node->pos;
    if (unit->box)
        slots[first] = unbox(fn, slots[first]);
    load_captures(fn, unit->kind == SL_UNIT_LITERAL ? unit->info : NULL);
    for (int i = 0; i < node->param_count && first + i < n; i++) {
        const SlRtype *t = unit->recv ? (i ? type->params[i - 1] : unit->recv) : type->params[i];
        declare_param(fn, node->params[i], t, slots[first + i], unit->box && i == 0 ? fn->ins.count : 0);
    }
    for (uint32_t i = 0; i < type->result_count; i++)
        declare_result(fn, (int)i, node->result_vars[i], type->results[i], slots[i]);
    if (unit->info->frame) {
        int slot = sl_slot_scalar(fn);
        sl_emit(fn, SL_OP_FRAME, slot, 0, 0);
        sl_var_at(fn, unit->info->frame, sl_rtype_basic(fn->g, SL_INT), slot, false);
    }
    fn->prologue = fn->ins.count;
    if (fn->defers) {
        fn->return_label = sl_label_new(fn);
        fn->func->flags |= SL_FUNC_DEFERS;
    }
    int scope = sl_scope_open(fn); // up to the closing brace: who stops there sees the variables
    sl_gen_stmts(fn, node->body->list, node->body->count);
    fn->pos = node->body->close ? node->body->close : node->end;
    if (!sl_emit_ended(fn)) {
        if (type->result_count == 0)
            sl_gen_leave(fn);
        else
            sl_emit(fn, SL_OP_THROW, SL_THROW_UNREACHABLE, 0, 0);
    }
    sl_scope_close(fn, scope);
    if (fn->defers)
        gen_epilogue(fn);
}

static void gen_native(SlFn *fn) {
    const SlRtype *type = fn->func->type;
    for (uint32_t i = 0; i < type->result_count; i++)
        sl_slot_new(fn, type->results[i]);
    if (fn->unit->recv)
        sl_slot_new(fn, fn->unit->recv);
    for (uint32_t i = 0; i < type->param_count; i++)
        sl_slot_new(fn, type->params[i]);
    fn->pos = fn->func->pos;
    if (fn->unit->blocks)
        for (uint32_t at = 0, i = 0; i < type->result_count; at += type->results[i++]->slots)
            sl_emit_zero(fn, (int)at, (int)type->results[i]->slots);
    if (fn->unit->native >= 0)
        sl_emit_k(fn, fn->unit->blocks ? SL_OP_BLOCK : SL_OP_NATIVE, 0, (uint32_t)fn->unit->native);
    sl_emit(fn, SL_OP_RET, 0, 0, 0);
}

static void gen_range_unit(SlFn *fn) {
    SlUnit *function = function_unit(fn->unit);
    const SlRtype *yield = fn->func->type, *outer = function->func->type;
    sl_slot_new(fn, sl_rtype_basic(fn->g, SL_BOOL));
    for (uint32_t i = 0; i < yield->param_count; i++)
        sl_slot_new(fn, yield->params[i]);
    fn->pos = fn->func->pos;
    load_captures(fn, fn->unit->info);
    if (fn->unit->info->has_return && outer) {
        fn->result_count = (int)outer->result_count;
        fn->result_types = outer->results;
        fn->results = SL_NEW_N(fn->g->arena, SlVar *, outer->result_count + 1);
        for (uint32_t i = 0; i < outer->result_count; i++)
            fn->results[i] = sl_var_get(fn, function->node->result_vars[i]);
    }
    fn->prologue = fn->ins.count;
    sl_gen_range_body(fn);
}

static void gen_inits(SlFn *fn) {
    SlPackage *package = fn->unit->package;
    int count = fn->unit->init ? 1 : package->init_count;
    for (int i = 0; i < count; i++) {
        SlInit *init = fn->unit->init ? fn->unit->init : &package->inits[i];
        fn->unit->info = sl_escape_init(fn->g, init);
        sl_gen_init(fn, init);
    }
    sl_emit(fn, SL_OP_RET, 0, 0, 0);
}

static void free_fn(SlFn *fn) {
    sl_vec_free(&fn->ins);
    sl_vec_free(&fn->words);
    sl_vec_free(&fn->labels);
    sl_vec_free(&fn->kinds);
    sl_vec_free(&fn->live);
    sl_vec_free(&fn->free);
    sl_vec_free(&fn->hoisted);
    sl_vec_free(&fn->vars);
    sl_vec_free(&fn->open_vars);
    sl_vec_free(&fn->constants);
    sl_map_free(&fn->goto_labels);
}

void sl_unit_generate(SlGen *g, SlUnit *unit) {
    if (unit->generated || g->too_large)
        return;
    unit->generated = true;
    SlFn fn = {.g = g,
               .unit = unit,
               .func = unit->func,
               .env = unit->env,
               .recover_at = SL_NONE,
               .return_label = SL_NONE,
               .viewed = SL_NONE,
               .fresh = SL_NONE};
    int scope = sl_scope_open(&fn);
    switch (unit->kind) {
    case SL_UNIT_NODE:
        if (!unit->node->body) {
            gen_native(&fn);
            break;
        }
        if (unit->package && unit->package->library)
            sl_check_body(g->program, unit->node);
        if (g->program->diags->list.count) {
            free_fn(&fn);
            return;
        }
        unit->info = sl_escape_func(g, unit->node);
        gen_function(&fn);
        break;
    case SL_UNIT_LITERAL:
        gen_function(&fn);
        break;
    case SL_UNIT_RANGE:
        gen_range_unit(&fn);
        break;
    case SL_UNIT_INIT:
        gen_inits(&fn);
        break;
    case SL_UNIT_START:
        break;
    default:
        sl_gen_wrapper(&fn);
        break;
    }
    sl_scope_close(&fn, scope);
    if (!g->program->diags->list.count)
        sl_emit_pack(&fn);
    free_fn(&fn);
}
