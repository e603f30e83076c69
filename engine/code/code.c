// SPDX-License-Identifier: MIT
// Compiling a program: starts from main and the initialisers and follows what they mention, until neither the list of
// functions nor the methods that interfaces may call grow any more.
#include "code/code.h"

#include <pthread.h>
#include <stdlib.h>

#include "code/gen.h"

// The program itself may look methods up by name while it runs.
static bool finds_methods(const SlPackage *package) {
    static const char *const by_name[] = {"reflect", "text/template", "html/template", "net/rpc", "testing/quick"};
    for (int i = 0; !package->library && i < package->import_count; i++)
        for (size_t k = 0; k < sizeof by_name / sizeof *by_name; k++)
            if (strcmp(package->imports[i]->path, by_name[k]) == 0)
                return true;
    return false;
}

static void drain(SlGen *g) {
    while (g->next_unit < g->units.count && !g->too_large) {
        SlUnit *unit = g->units.at[g->next_unit++];
        if (unit->kind != SL_UNIT_START)
            sl_unit_generate(g, unit);
    }
}

static const SlPackage *package_named(const SlProgram *program, const char *path) {
    for (int i = 0; i < program->package_count; i++)
        if (strcmp(program->packages[i]->path, path) == 0)
            return program->packages[i];
    return NULL;
}

static SlObj *lookup(const SlProgram *program, const SlPackage *package, const char *name) {
    return package ? sl_scope_lookup(package->scope, sl_names_get(program->names, name, strlen(name))) : NULL;
}

// A type of package runtime that the machine makes values of.
static const SlRtype *runtime_type(SlGen *g, const char *name, bool pointer) {
    SlObj *obj = lookup(g->program, package_named(g->program, "runtime"), name);
    if (!obj || obj->kind != SL_OBJ_TYPE)
        return NULL;
    const SlRtype *type = sl_rtype_get(g, obj->type, NULL);
    if (pointer)
        type = sl_rtype_pointer(g, type);
    sl_rtype_in_iface(g, type);
    return type;
}

static void well_known(SlGen *g) {
    SlCode *code = g->code;
    code->type_bool = sl_rtype_basic(g, SL_BOOL);
    code->type_int = sl_rtype_basic(g, SL_INT);
    code->type_string = sl_rtype_basic(g, SL_STRING);
    code->type_float64 = sl_rtype_basic(g, SL_FLOAT64);
    code->type_uint8 = sl_rtype_basic(g, SL_UINT8);
    code->type_int32 = sl_rtype_basic(g, SL_INT32);
    code->type_error_iface = sl_rtype_get(g, sl_type_error(g->tys), NULL);
    code->type_any = sl_rtype_any(g);
    code->type_bytes = sl_rtype_slice(g, code->type_uint8);
    code->type_runtime_error = runtime_type(g, "errorString", false);
    code->type_bounds_error = runtime_type(g, "boundsError", false);
    code->type_plain_error = runtime_type(g, "plainError", false);
    code->type_assert_error = runtime_type(g, "TypeAssertionError", true);
    runtime_type(g, "PanicNilError", true);
    sl_method_called(g, "Error"); // by the machine, when a panic ends the program
    sl_method_called(g, "String");
}

typedef SL_VEC(SlUnit *) Units;

static void call_unit(SlFn *fn, SlUnit *unit) {
    sl_emit_k(fn, SL_OP_CALL, sl_window_new(fn, SL_WINDOW_HEADER), unit->func->index);
    fn->win_top = 0;
}

// func init() of package, in order.
static SlUnit *init_func_unit(SlGen *g, SlPackage *package, int i) {
    SlFuncNode *node = package->init_funcs[i];
    SlUnit *unit = sl_map_get(&g->unit_table, (const char *)&package->init_funcs[i], sizeof node);
    if (unit)
        return unit;
    unit = sl_unit_new(g, SL_UNIT_NODE, sl_arena_printf(g->arena, "%s.init.%d", package->path, i));
    sl_map_set(&g->unit_table, (const char *)&package->init_funcs[i], sizeof node, unit);
    unit->node = node;
    unit->package = package;
    unit->func->pos = node->pos;
    unit->func->end = node->end;
    if (package->library)
        unit->func->flags |= SL_FUNC_LIBRARY;
    unit->func->type = sl_rtype_get(g, node->sig, NULL);
    return unit;
}

static void request_inits(SlGen *g, SlUnit **inits) {
    for (int i = 0; i < g->program->package_count; i++) {
        SlPackage *package = g->program->packages[i];
        if (!package->library && package->init_count)
            inits[i] = sl_unit_init(g, package, NULL);
        for (int k = 0; k < package->init_func_count; k++)
            init_func_unit(g, package, k);
    }
}

static void gen_start(SlGen *g, SlUnit *start, SlUnit *const *inits, SlUnit *main) {
    SlFn fn = {.g = g, .unit = start, .func = start->func, .recover_at = SL_NONE, .viewed = SL_NONE, .fresh = SL_NONE};
    fn.pos = main->func->pos;
    for (int i = 0; i < g->program->package_count; i++) {
        SlPackage *package = g->program->packages[i];
        if (inits[i])
            call_unit(&fn, inits[i]);
        if (package->library)
            sl_library_order(g->program, package);
        for (int k = 0; package->library && k < package->init_count; k++) {
            SlUnit *unit = sl_map_get_ptr(&g->inits_wanted, package->inits[k].lhs[0]);
            if (unit)
                call_unit(&fn, unit);
        }
        for (int k = 0; k < package->init_func_count; k++)
            call_unit(&fn, init_func_unit(g, package, k));
    }
    call_unit(&fn, main);
    sl_emit(&fn, SL_OP_RET, 0, 0, 0);
    sl_emit_pack(&fn);
    sl_vec_free(&fn.ins);
    sl_vec_free(&fn.words);
    start->generated = true;
}

static void take_globals(SlGen *g) {
    SlCode *code = g->code;
    SlRfield *fields = SL_NEW_N(g->arena, SlRfield, g->globals.count + 1);
    SlVarInfo *vars = SL_NEW_N(g->arena, SlVarInfo, g->globals.count + 1);
    code->global_offsets = SL_NEW_N(g->arena, uint32_t, g->globals.count + 1);
    for (int i = 0; i < g->globals.count; i++) {
        const SlGlobal *global = g->globals.at[i];
        const char *pkg = global->obj->pkg ? global->obj->pkg->path : "";
        fields[i] = (SlRfield){.name = "", .type = global->type};
        vars[i] = (SlVarInfo){.name = sl_arena_printf(g->arena, "%s.%s", pkg, global->obj->name),
                              .type = global->type,
                              .pos = global->obj->pos};
        code->global_offsets[i] = global->offset;
    }
    SlRt *rt = SL_NEW(g->arena, SlRt);
    rt->t = (SlRtype){.kind = SL_KIND_STRUCT,
                      .text = "globals",
                      .name = "",
                      .pkg_path = "",
                      .fields = fields,
                      .field_count = (uint32_t)g->globals.count,
                      .index = (uint32_t)g->types.count};
    sl_vec_push(&g->types, rt);
    sl_rtype_lay_out(g, rt);
    for (int i = 0; i < g->globals.count; i++)
        assert(rt->t.fields[i].offset == g->globals.at[i]->offset);
    code->globals = &rt->t;
    code->global_vars = vars;
    code->global_count = (uint32_t)g->globals.count;
}

static void take(SlGen *g) {
    SlCode *code = g->code;
    take_globals(g);
    code->func_count = (uint32_t)g->funcs.count;
    code->funcs = sl_vec_take(&g->funcs, g->arena);
    code->type_count = (uint32_t)g->types.count;
    code->types = SL_NEW_N(g->arena, SlRtype *, g->types.count + 1);
    for (int i = 0; i < g->types.count; i++)
        code->types[i] = &g->types.at[i]->t;
    code->string_count = (uint32_t)g->strings.count;
    code->strings = sl_vec_take(&g->strings, g->arena);
    code->native_count = (uint32_t)g->native_names.count;
    code->natives = sl_vec_take(&g->native_names, g->arena);
    code->native_shapes = sl_vec_take(&g->native_shapes, g->arena);
    code->program = g->program;
    code->files = g->program->files;
}

static void free_gen(SlGen *g) {
    for (int i = 0; i < g->infos.count; i++) {
        sl_vec_free(&g->infos.at[i]->captures);
        sl_vec_free(&g->infos.at[i]->exits);
    }
    sl_vec_free(&g->infos);
    sl_vec_free(&g->funcs);
    sl_vec_free(&g->units);
    sl_vec_free(&g->types);
    sl_vec_free(&g->recursive);
    sl_vec_free(&g->pending);
    sl_vec_free(&g->strings);
    sl_vec_free(&g->native_names);
    sl_vec_free(&g->native_shapes);
    sl_vec_free(&g->globals);
    sl_vec_free(&g->called);
    SlMap *maps[] = {&g->type_table,   &g->env_types,   &g->envs,         &g->unit_table,  &g->string_table,
                     &g->native_table, &g->range_infos, &g->names_called, &g->inits_wanted};
    for (size_t i = 0; i < sizeof maps / sizeof *maps; i++)
        sl_map_free(maps[i]);
}

typedef struct {
    SlProgram *program;
    const SlNativeNames *natives;
    SlCode *code;
} Job;

static void *compile(void *data) {
    Job *job = data;
    SlProgram *program = job->program;
    SlObj *main_obj = lookup(program, program->main, "main");
    if (!main_obj || main_obj->kind != SL_OBJ_FUNC) {
        sl_diags_add(program->diags, 0, "function main is undeclared in the main package");
        return NULL;
    }
    SlGen g = {.program = program, .tys = program->types, .natives = job->natives, .arena = sl_arena_new()};
    g.code = SL_NEW(g.arena, SlCode);
    g.code->arena = g.arena;
    g.reflects = package_named(program, "reflect") != NULL;
    for (int i = 0; i < program->package_count; i++)
        g.all_methods = g.all_methods || finds_methods(program->packages[i]);
    well_known(&g);
    SlUnit *start = sl_unit_new(&g, SL_UNIT_START, "runtime.main");
    start->func->flags |= SL_FUNC_LIBRARY | SL_FUNC_WRAPPER;
    SlUnit *main = sl_unit_func(&g, main_obj, NULL, 0, main_obj->pos);
    SlUnit **inits = SL_NEW_N(g.arena, SlUnit *, program->package_count + 1);
    request_inits(&g, inits);
    do
        drain(&g);
    while ((sl_methods_settle(&g) || g.next_unit < g.units.count) && !g.too_large);
    if (!program->diags->list.count) {
        gen_start(&g, start, inits, main);
        take(&g);
        g.code->start = start->func;
        g.code->main = main->func;
        sl_code_link(g.code);
        job->code = g.code;
    }
    free_gen(&g);
    if (!job->code)
        sl_arena_free(g.arena);
    return NULL;
}

// The generator recurses as deep as expressions nest: on a stack that is large enough for what the parser lets pass.
SlCode *sl_code_new(SlProgram *program, const SlNativeNames *natives) {
    if (program->diags->list.count)
        return NULL;
    Job job = {program, natives, NULL};
    for (size_t stack = (size_t)1 << 30; stack >= (size_t)1 << 24; stack /= 2) {
        pthread_attr_t attributes;
        pthread_t thread;
        if (pthread_attr_init(&attributes) != 0)
            break;
        int failed = pthread_attr_setstacksize(&attributes, stack);
        failed = failed || pthread_create(&thread, &attributes, compile, &job) != 0;
        pthread_attr_destroy(&attributes);
        if (!failed) {
            pthread_join(thread, NULL);
            return job.code;
        }
    }
    compile(&job);
    return job.code;
}

void sl_code_free(SlCode *code) {
    if (code)
        sl_arena_free(code->arena);
}

static const SlLine *line_at(const SlFunc *func, uint32_t pc) {
    uint32_t low = 0, high = func->line_count;
    while (low < high) { // the last line that starts at or before pc
        uint32_t middle = (low + high) / 2;
        if (func->lines[middle].pc <= pc)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? &func->lines[low - 1] : NULL;
}

SlPos sl_func_pos(const SlFunc *func, uint32_t pc) {
    const SlLine *line = line_at(func, pc);
    return line ? line->pos : func->pos;
}

bool sl_func_unsigned_index(const SlFunc *func, uint32_t pc) {
    const SlLine *line = line_at(func, pc);
    return line && line->unsigned_index;
}
