// SPDX-License-Identifier: MIT
// Method sets over runtime types (Go specification, "Selectors", "Method sets"), and which methods must exist.
//
// A type that may stand in an interface gets a table of all its methods, for assertions; the code of a method is
// generated once a method of that name is called through any interface. Both sets only grow, until nothing changes.
#include "code/gen.h"

typedef struct {
    const SlRtype *type; // not a pointer
    int path[SL_PATH_MAX], length;
    bool indirect, multiple;
} Step;
typedef SL_VEC(Step) Steps;

static bool same_name(const char *name, const char *pkg, const char *other, const char *other_pkg) {
    if (name != other && strcmp(name, other) != 0)
        return false;
    return sl_name_exported(name) || strcmp(pkg ? pkg : "", other_pkg ? other_pkg : "") == 0;
}

const SlRtype *sl_rtype_step(const SlRtype *type, int field) {
    if (type->kind == SL_KIND_POINTER)
        type = type->elem;
    assert(type->kind == SL_KIND_STRUCT && field < (int)type->field_count);
    return type->fields[field].type;
}

static const SlType *signature(SlGen *g, SlObj *method) {
    const SlType *type = sl_method_declared(g->tys, method);
    return !type && method->func ? method->func->sig : type;
}

// What the type itself declares: a method, an interface's method or a field.
static bool match(const Step *step, const char *name, const char *pkg, SlFound *found) {
    const SlRtype *t = step->type;
    const SlType *named = SL_RT(t)->named;
    *found = (SlFound){.indirect = step->indirect, .length = step->length, .holder = t};
    memcpy(found->path, step->path, sizeof found->path);
    for (int i = 0; named && i < named->method_count; i++) {
        SlObj *m = named->methods[i];
        if (same_name(name, pkg, m->name, m->pkg ? m->pkg->path : NULL)) {
            found->kind = SL_FOUND_METHOD;
            found->method = m;
            found->pointer_recv = sl_method_has_pointer_receiver(m);
            return true;
        }
    }
    for (uint32_t i = 0; t->kind == SL_KIND_INTERFACE && i < t->method_count; i++)
        if (same_name(name, pkg, t->methods[i].name, t->methods[i].pkg_path)) {
            found->kind = SL_FOUND_IFACE;
            found->index = (int)i;
            return true;
        }
    for (uint32_t i = 0; t->kind == SL_KIND_STRUCT && i < t->field_count; i++)
        if (same_name(name, pkg, t->fields[i].name, t->fields[i].pkg_path) && found->length < SL_PATH_MAX) {
            found->kind = SL_FOUND_FIELD;
            found->path[found->length++] = (int)i;
            return true;
        }
    return false;
}

static void descend(const Step *from, Steps *next) {
    if (from->type->kind != SL_KIND_STRUCT || from->length >= SL_PATH_MAX - 1)
        return;
    for (uint32_t i = 0; i < from->type->field_count; i++) {
        if (!from->type->fields[i].embedded)
            continue;
        Step step = *from;
        step.type = from->type->fields[i].type;
        step.path[step.length++] = (int)i;
        if (step.type->kind == SL_KIND_POINTER && !step.type->name[0]) {
            step.type = step.type->elem;
            step.indirect = true;
        }
        bool twice = false;
        for (int k = 0; k < next->count; k++)
            if (next->at[k].type == step.type)
                twice = next->at[k].multiple = true;
        if (!twice)
            sl_vec_push(next, step);
    }
}

SlFound sl_method_find(SlGen *g, const SlRtype *type, const char *name, const char *pkg_path) {
    (void)g;
    SlFound found = {.kind = SL_FOUND_NONE};
    Steps level = {0}, next = {0};
    SL_VEC(const SlRtype *) seen = {0};
    Step first = {.type = type};
    if (type->kind == SL_KIND_POINTER && !type->name[0]) {
        first.type = type->elem;
        first.indirect = true;
        if (first.type->kind == SL_KIND_INTERFACE || first.type->kind == SL_KIND_POINTER)
            return found;
    }
    sl_vec_push(&level, first);
    while (level.count && found.kind == SL_FOUND_NONE) {
        int matches = 0;
        for (int i = 0; i < level.count; i++) {
            SlFound one;
            bool known = false;
            for (int k = 0; k < seen.count; k++)
                known = known || seen.at[k] == level.at[i].type;
            if (known)
                continue;
            sl_vec_push(&seen, level.at[i].type);
            if (match(&level.at[i], name, pkg_path, &one)) {
                matches += level.at[i].multiple ? 2 : 1;
                found = one;
                continue;
            }
            descend(&level.at[i], &next);
        }
        if (matches > 1) {
            found.kind = SL_FOUND_NONE;
            break;
        }
        level.count = 0;
        Steps swap = level;
        level = next;
        next = swap;
    }
    sl_vec_free(&level);
    sl_vec_free(&next);
    sl_vec_free(&seen);
    return found;
}

typedef SL_VEC(SlRmethod) Methods;

static void add_name(Methods *names, const char *name, const char *pkg) {
    if (sl_name_exported(name))
        pkg = NULL;
    for (int i = 0; i < names->count; i++)
        if (same_name(name, pkg, names->at[i].name, names->at[i].pkg_path))
            return;
    sl_vec_push(names, (SlRmethod){.name = name, .pkg_path = pkg});
}

static void add_names(Methods *names, const SlRtype *type, int depth) {
    const SlType *named = SL_RT(type)->named;
    for (int i = 0; named && i < named->method_count; i++)
        add_name(names, named->methods[i]->name, named->methods[i]->pkg ? named->methods[i]->pkg->path : "");
    if (type->kind == SL_KIND_INTERFACE)
        for (uint32_t i = 0; i < type->method_count; i++)
            add_name(names, type->methods[i].name, type->methods[i].pkg_path);
    if (type->kind != SL_KIND_STRUCT || depth > 12)
        return;
    for (uint32_t i = 0; i < type->field_count; i++)
        if (type->fields[i].embedded) {
            const SlRtype *t = type->fields[i].type;
            add_names(names, t->kind == SL_KIND_POINTER && !t->name[0] ? t->elem : t, depth + 1);
        }
}

static const SlRtype *found_type(SlGen *g, const SlFound *found) {
    if (found->kind == SL_FOUND_IFACE)
        return found->holder->methods[found->index].type;
    const SlType *sig = signature(g, found->method);
    const SlRt *holder = SL_RT(found->holder);
    const SlEnv *env = sl_env_get(g, sig->recv_tparams, holder->targs, sig->recv_tparam_count, NULL);
    return sl_rtype_get(g, sig, env);
}

static int by_name(const void *a, const void *b) {
    const SlRmethod *x = a, *y = b;
    int order = strcmp(x->name, y->name);
    return order ? order : strcmp(x->pkg_path ? x->pkg_path : "", y->pkg_path ? y->pkg_path : "");
}

static void make_methods(SlGen *g, SlRt *rt) {
    SlRtype *t = &rt->t;
    rt->has_methods_made = true;
    const SlRtype *base = t->kind == SL_KIND_POINTER && !t->name[0] ? t->elem : t;
    if (t->kind == SL_KIND_INTERFACE || (base != t && (base->kind == SL_KIND_INTERFACE)))
        return;
    if (!SL_RT(base)->named && base->kind != SL_KIND_STRUCT)
        return;
    Methods names = {0}, methods = {0};
    add_names(&names, base, 0);
    for (int i = 0; i < names.count; i++) {
        SlFound found = sl_method_find(g, t, names.at[i].name, names.at[i].pkg_path);
        if (found.kind != SL_FOUND_METHOD && found.kind != SL_FOUND_IFACE)
            continue;
        if (found.kind == SL_FOUND_METHOD && found.pointer_recv && !found.indirect)
            continue;
        names.at[i].type = found_type(g, &found);
        sl_vec_push(&methods, names.at[i]);
    }
    if (methods.count > 1)
        qsort(methods.at, (size_t)methods.count, sizeof *methods.at, by_name);
    t->method_count = (uint32_t)methods.count;
    rt->targets = SL_NEW_N(g->arena, uint8_t, methods.count + 1);
    t->methods = sl_vec_take(&methods, g->arena);
    sl_vec_free(&names);
}

void sl_method_called(SlGen *g, const char *name) {
    if (sl_map_gets(&g->names_called, name))
        return;
    sl_map_sets(&g->names_called, name, g);
    sl_vec_push(&g->called, name);
}

void sl_rtype_in_iface(SlGen *g, const SlRtype *type) {
    (void)g;
    if (type)
        SL_RT(type)->in_iface = true;
}

// What reflection passes to a function, or gets from it.
static void mark_signature(SlGen *g, const SlRtype *t) {
    for (uint32_t i = 0; i < t->param_count; i++)
        sl_rtype_in_iface(g, t->params[i]);
    for (uint32_t i = 0; i < t->result_count; i++)
        sl_rtype_in_iface(g, t->results[i]);
}

static void mark_parts(SlGen *g, const SlRtype *t) {
    if (t->kind == SL_KIND_FUNC) {
        if (g->all_methods)
            mark_signature(g, t);
        return;
    }
    sl_rtype_in_iface(g, t->elem);
    sl_rtype_in_iface(g, t->key);
    for (uint32_t i = 0; i < t->field_count; i++)
        sl_rtype_in_iface(g, t->fields[i].type);
}

// Whether the receiver can be read out of a box of that type with nothing on the way that may be nil.
static bool in_box(const SlRtype *box, const SlFound *found) {
    if (found->kind != SL_FOUND_METHOD || box->flags & SL_RTYPE_DIRECT || !found->method->func->body)
        return false;
    for (int i = 0; i < found->length; i++) {
        if (box->kind == SL_KIND_POINTER)
            return false;
        box = sl_rtype_step(box, found->path[i]);
    }
    return found->pointer_recv ? box->kind == SL_KIND_POINTER && box != found->holder : box == found->holder;
}

// The entry of a method as interfaces call it. The method itself where its receiver is the data word. Where that points
// to a box, the method's body once more, which takes the receiver out of the box and is otherwise the same: half the
// instructions of a wrapper that calls, and one frame less. Else, where something may be nil on the way (that panics
// outside of the method), a wrapper.
static SlFunc *entry(SlGen *g, SlRt *rt, const SlRmethod *m) {
    SlFound found = sl_method_find(g, &rt->t, m->name, m->pkg_path);
    if (found.kind == SL_FOUND_METHOD && found.length == 0) {
        bool pointer = rt->t.kind == SL_KIND_POINTER && !rt->t.name[0];
        if (pointer == found.pointer_recv && (rt->t.flags & SL_RTYPE_DIRECT))
            return sl_unit_method(g, found.method, found.holder, found.method->pos)->func;
    }
    if (in_box(&rt->t, &found))
        return sl_unit_boxed(g, &rt->t, &found)->func;
    return sl_unit_wrapper(g, SL_UNIT_ENTRY, &rt->t, &found, m->name)->func;
}

bool sl_methods_settle(SlGen *g) {
    bool any = false;
    for (int i = 0; i < g->types.count; i++) {
        SlRt *rt = g->types.at[i];
        if (g->all_methods && rt->t.kind != SL_KIND_POINTER)
            sl_rtype_pointer(g, &rt->t); // reflect.New of whatever it can name
        if (!rt->in_iface)
            continue;
        if (!rt->has_methods_made) {
            mark_parts(g, &rt->t);
            if (g->reflects && rt->t.kind != SL_KIND_POINTER) // reflect.New, Value.Addr
                sl_rtype_in_iface(g, sl_rtype_pointer(g, &rt->t));
            make_methods(g, rt);
            for (uint32_t k = 0; g->all_methods && k < rt->t.method_count; k++)
                mark_signature(g, rt->t.methods[k].type);
            any = true;
        }
        if (rt->t.kind == SL_KIND_INTERFACE || (rt->names_seen == g->called.count + 1 && !g->all_methods))
            continue;
        rt->names_seen = g->called.count + 1;
        for (uint32_t k = 0; k < rt->t.method_count; k++) {
            SlRmethod *m = &rt->t.methods[k];
            if (m->func || !(sl_map_gets(&g->names_called, m->name) || (g->all_methods && !m->pkg_path)))
                continue;
            m->func = entry(g, rt, m);
            any = true;
        }
    }
    return any;
}
