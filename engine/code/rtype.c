// SPDX-License-Identifier: MIT
// Canonical runtime types. Each type is made once: the table's key is its kind and the pointers of its parts, so that
// identical types are one pointer (Go specification, "Type identity"). A named type enters the table before its
// underlying type is looked at, which is what ends recursion; layouts follow when the outermost request is done.
#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"
#include "code/gen.h"

bool sl_name_exported(const char *name) {
    unsigned char c = (unsigned char)name[0];
    if (c < 0x80)
        return c >= 'A' && c <= 'Z';
    int width;
    int32_t r = sl_utf8_decode(name, strlen(name), &width);
    // The capitals of Latin-1, Greek and Cyrillic
    return (r >= 0xC0 && r <= 0xDE && r != 0xD7) || (r >= 0x391 && r <= 0x3A9) || (r >= 0x400 && r <= 0x42F);
}

typedef struct {
    char bytes[1024];
    size_t length;
    char *more;
    size_t capacity;
} Key;

static void key_add(Key *key, const void *bytes, size_t length) {
    if (!key->more && key->length + length > sizeof key->bytes) {
        key->capacity = 8192;
        key->more = malloc(key->capacity);
        if (!key->more)
            abort();
        memcpy(key->more, key->bytes, key->length);
    }
    if (key->more && key->length + length > key->capacity) {
        key->capacity = (key->length + length) * 2;
        key->more = realloc(key->more, key->capacity);
        if (!key->more)
            abort();
    }
    memcpy((key->more ? key->more : key->bytes) + key->length, bytes, length);
    key->length += length;
}
static void key_byte(Key *key, char c) {
    key_add(key, &c, 1);
}
static void key_ptr(Key *key, const void *pointer) {
    key_add(key, &pointer, sizeof pointer);
}
static void key_text(Key *key, const char *text) {
    key_add(key, text ? text : "", text ? strlen(text) + 1 : 1);
}
static const char *key_at(const Key *key) {
    return key->more ? key->more : key->bytes;
}

static SlRt *find(SlGen *g, Key *key) {
    return sl_map_get(&g->type_table, key_at(key), key->length);
}

static SlRt *enter(SlGen *g, Key *key, SlKind kind) {
    SlRt *rt = SL_NEW(g->arena, SlRt);
    rt->t.kind = (uint8_t)kind;
    rt->t.name = rt->t.pkg_path = "";
    rt->t.index = (uint32_t)g->types.count;
    sl_vec_push(&g->types, rt);
    sl_vec_push(&g->pending, rt);
    const char *kept = sl_arena_copy(g->arena, key_at(key), key->length);
    sl_map_set(&g->type_table, kept, key->length, rt);
    free(key->more);
    return rt;
}

static void set_text(SlGen *g, SlRt *rt, SlText *text) {
    rt->t.text = sl_arena_strndup(g->arena, sl_text_cstr(text), text->length);
    rt->t.hash = (uint32_t)sl_hash_bytes(rt->t.text, text->length, rt->t.kind);
    sl_text_free(text);
}

static int deeper(int depth, const SlRtype *type) {
    return type && SL_RT(type)->depth > depth ? SL_RT(type)->depth : depth;
}

const SlEnv *sl_env_get(SlGen *g, SlType **tparams, const SlRtype **targs, int count, const SlEnv *outer) {
    if (!count)
        return outer;
    Key key = {.length = 0};
    key_ptr(&key, tparams[0]);
    key_ptr(&key, outer);
    for (int i = 0; i < count; i++)
        key_ptr(&key, targs[i]);
    SlEnv *env = sl_map_get(&g->envs, key_at(&key), key.length);
    if (!env) {
        env = SL_NEW(g->arena, SlEnv);
        env->tparams = tparams;
        env->targs = sl_arena_copy(g->arena, targs, sizeof *targs * (size_t)count);
        env->count = count;
        env->outer = outer;
        sl_map_set(&g->envs, sl_arena_copy(g->arena, key_at(&key), key.length), key.length, env);
    }
    free(key.more);
    return env;
}

static const SlRtype *convert(SlGen *g, const SlType *type, const SlEnv *env);

static const SlRtype *make_pointer(SlGen *g, const SlRtype *elem) {
    if (elem->pointer_to)
        return elem->pointer_to;
    Key key = {.length = 0};
    key_byte(&key, 'p');
    key_ptr(&key, elem);
    SlRt *rt = enter(g, &key, SL_KIND_POINTER);
    rt->t.elem = elem;
    rt->depth = deeper(0, elem);
    SL_RT(elem)->t.pointer_to = &rt->t;
    SlText text = {0};
    sl_text_printf(&text, "*%s", elem->text);
    set_text(g, rt, &text);
    return &rt->t;
}

static const SlRtype *make_slice(SlGen *g, const SlRtype *elem) {
    Key key = {.length = 0};
    key_byte(&key, 's');
    key_ptr(&key, elem);
    SlRt *rt = find(g, &key);
    if (rt)
        return &rt->t;
    rt = enter(g, &key, SL_KIND_SLICE);
    rt->t.elem = elem;
    rt->depth = deeper(0, elem);
    SlText text = {0};
    sl_text_printf(&text, "[]%s", elem->text);
    set_text(g, rt, &text);
    return &rt->t;
}

static const SlRtype *make_array(SlGen *g, const SlRtype *elem, uint64_t length) {
    Key key = {.length = 0};
    key_byte(&key, 'a');
    key_ptr(&key, elem);
    key_add(&key, &length, sizeof length);
    SlRt *rt = find(g, &key);
    if (rt)
        return &rt->t;
    rt = enter(g, &key, SL_KIND_ARRAY);
    rt->t.elem = elem;
    rt->t.length = length;
    rt->depth = deeper(0, elem);
    SlText text = {0};
    sl_text_printf(&text, "[%llu]%s", (unsigned long long)length, elem->text);
    set_text(g, rt, &text);
    return &rt->t;
}

static const SlRtype *make_map(SlGen *g, const SlRtype *map_key, const SlRtype *elem) {
    Key key = {.length = 0};
    key_byte(&key, 'm');
    key_ptr(&key, map_key);
    key_ptr(&key, elem);
    SlRt *rt = find(g, &key);
    if (rt)
        return &rt->t;
    rt = enter(g, &key, SL_KIND_MAP);
    rt->t.key = map_key;
    rt->t.elem = elem;
    rt->depth = deeper(deeper(0, elem), map_key);
    SlText text = {0};
    sl_text_printf(&text, "map[%s]%s", map_key->text, elem->text);
    set_text(g, rt, &text);
    return &rt->t;
}

static const SlRtype *make_chan(SlGen *g, SlDir dir, const SlRtype *elem) {
    Key key = {.length = 0};
    key_byte(&key, 'c');
    key_ptr(&key, elem);
    key_byte(&key, (char)dir);
    SlRt *rt = find(g, &key);
    if (rt)
        return &rt->t;
    rt = enter(g, &key, SL_KIND_CHAN);
    rt->t.elem = elem;
    rt->t.dir = (uint8_t)dir;
    rt->depth = deeper(0, elem);
    SlText text = {0};
    bool inner = dir != SL_DIR_RECV && dir != SL_DIR_SEND && elem->kind == SL_KIND_CHAN && elem->dir == SL_DIR_RECV &&
                 !elem->name[0];
    sl_text_printf(&text, inner ? "%s (%s)" : "%s %s",
                   dir == SL_DIR_SEND   ? "chan<-"
                   : dir == SL_DIR_RECV ? "<-chan"
                                        : "chan",
                   elem->text);
    set_text(g, rt, &text);
    return &rt->t;
}

static void func_text(SlText *text, const SlRtype *t) {
    sl_text_adds(text, "(");
    for (uint32_t i = 0; i < t->param_count; i++) {
        if (i)
            sl_text_adds(text, ", ");
        if (t->variadic && i + 1 == t->param_count)
            sl_text_printf(text, "...%s", t->params[i]->elem->text);
        else
            sl_text_adds(text, t->params[i]->text);
    }
    sl_text_adds(text, ")");
    if (t->result_count == 1)
        sl_text_printf(text, " %s", t->results[0]->text);
    if (t->result_count > 1) {
        for (uint32_t i = 0; i < t->result_count; i++)
            sl_text_printf(text, "%s%s", i ? ", " : " (", t->results[i]->text);
        sl_text_adds(text, ")");
    }
}

static const SlRtype *make_func(SlGen *g, const SlType *sig, const SlEnv *env) {
    int params = sig->params ? sig->params->count : 0, results = sig->results ? sig->results->count : 0;
    const SlRtype **parts = SL_NEW_N(g->arena, const SlRtype *, params + results + 1);
    Key key = {.length = 0};
    key_byte(&key, 'f');
    key_byte(&key, (char)sig->variadic);
    key_add(&key, &params, sizeof params);
    int depth = 0;
    for (int i = 0; i < params + results; i++) {
        SlObj *var = i < params ? sig->params->fields[i] : sig->results->fields[i - params];
        parts[i] = convert(g, var->type, env);
        key_ptr(&key, parts[i]);
        depth = deeper(depth, parts[i]);
    }
    SlRt *rt = find(g, &key);
    if (rt) {
        free(key.more);
        return &rt->t;
    }
    rt = enter(g, &key, SL_KIND_FUNC);
    rt->t.params = parts;
    rt->t.results = parts + params;
    rt->t.param_count = (uint32_t)params;
    rt->t.result_count = (uint32_t)results;
    rt->t.variadic = sig->variadic;
    rt->depth = depth;
    SlText text = {0};
    sl_text_adds(&text, "func");
    func_text(&text, &rt->t);
    set_text(g, rt, &text);
    return &rt->t;
}

static void quote(SlText *text, const char *at) {
    sl_text_addc(text, '"');
    for (; *at; at++) {
        if (*at == '"' || *at == '\\')
            sl_text_addc(text, '\\');
        sl_text_addc(text, *at);
    }
    sl_text_addc(text, '"');
}

static const SlRtype *make_struct(SlGen *g, const SlType *type, const SlEnv *env) {
    SlRfield *fields = SL_NEW_N(g->arena, SlRfield, type->count + 1);
    Key key = {.length = 0};
    key_byte(&key, 'S');
    int depth = 0;
    for (int i = 0; i < type->count; i++) {
        SlObj *f = type->fields[i];
        fields[i] = (SlRfield){.name = f->name, .embedded = f->embedded, .type = convert(g, f->type, env)};
        fields[i].tag = type->tags ? type->tags[i] : NULL;
        if (!sl_name_exported(f->name))
            fields[i].pkg_path = f->pkg ? f->pkg->path : "";
        key_ptr(&key, fields[i].type);
        key_byte(&key, fields[i].embedded);
        key_text(&key, fields[i].name);
        key_text(&key, fields[i].pkg_path);
        key_text(&key, fields[i].tag);
        depth = deeper(depth, fields[i].type);
    }
    SlRt *rt = find(g, &key);
    if (rt) {
        free(key.more);
        return &rt->t;
    }
    rt = enter(g, &key, SL_KIND_STRUCT);
    rt->t.fields = fields;
    rt->t.field_count = (uint32_t)type->count;
    rt->depth = depth;
    SlText text = {0};
    sl_text_adds(&text, "struct {");
    for (int i = 0; i < type->count; i++) {
        sl_text_adds(&text, i ? "; " : " ");
        if (!fields[i].embedded)
            sl_text_printf(&text, "%s ", fields[i].name);
        sl_text_adds(&text, fields[i].type->text);
        if (fields[i].tag && fields[i].tag[0]) {
            sl_text_addc(&text, ' ');
            quote(&text, fields[i].tag);
        }
    }
    sl_text_adds(&text, type->count ? " }" : "}");
    set_text(g, rt, &text);
    return &rt->t;
}

// An interface literal that mentions itself (through a named type that it embeds) has no finite key: it is found by
// comparing it with the others of its kind, which are few.
typedef struct SlBuilding {
    const SlType *type;
    const SlEnv *env;
    SlRt *early;        // handed out before the methods were known
    SlRmethod *methods; // filled in place, so that whoever has copied the pointer sees them
    int count;
    struct SlBuilding *outer;
} Building;

static const SlRtype *early_interface(SlGen *g, Building *at) {
    if (!at->early) {
        sl_vec_push(&g->recursive, ((SlRecursive){at->type, at->env, NULL}));
        Key key = {.length = 0};
        key_byte(&key, 'r');
        key_ptr(&key, at->type);
        key_ptr(&key, at->env);
        at->early = enter(g, &key, SL_KIND_INTERFACE);
        SlText text = {0};
        sl_text_adds(&text, "interface { ... }");
        set_text(g, at->early, &text);
        at->early->t.methods = at->methods;
        at->early->t.method_count = (uint32_t)at->count;
        g->recursive.at[g->recursive.count - 1].rt = at->early;
    }
    return &at->early->t;
}

static const SlRtype *make_interface(SlGen *g, const SlType *type, const SlEnv *env) {
    for (Building *at = g->building; at; at = at->outer)
        if (sl_literals_same(g, at->type, at->env, type, env))
            return early_interface(g, at);
    for (int i = 0; i < g->recursive.count; i++)
        if (sl_literals_same(g, g->recursive.at[i].type, g->recursive.at[i].env, type, env))
            return &g->recursive.at[i].rt->t;
    const SlTypeSet *set = sl_type_set(g->tys, type);
    SlRmethod *methods = SL_NEW_N(g->arena, SlRmethod, set->method_count + 1);
    Building here = {type, env, NULL, methods, set->method_count, g->building};
    g->building = &here;
    Key key = {.length = 0};
    key_byte(&key, 'i');
    int depth = 0;
    for (int i = 0; i < set->method_count; i++) {
        SlObj *m = set->methods[i];
        methods[i] = (SlRmethod){.name = m->name, .type = convert(g, m->type, env)};
        if (!sl_name_exported(m->name))
            methods[i].pkg_path = m->pkg ? m->pkg->path : "";
        depth = deeper(depth, methods[i].type);
    }
    g->building = here.outer;
    // Sorted by bytes, whatever order the set has
    for (int i = 1; i < set->method_count; i++)
        for (int j = i; j > 0; j--) {
            int order = strcmp(methods[j - 1].name, methods[j].name);
            if (!order)
                order = strcmp(methods[j - 1].pkg_path ? methods[j - 1].pkg_path : "",
                               methods[j].pkg_path ? methods[j].pkg_path : "");
            if (order <= 0)
                break;
            SlRmethod swap = methods[j];
            methods[j] = methods[j - 1];
            methods[j - 1] = swap;
        }
    for (int i = 0; i < set->method_count; i++) {
        key_ptr(&key, methods[i].type);
        key_text(&key, methods[i].name);
        key_text(&key, methods[i].pkg_path);
    }
    SlRt *rt = find(g, &key);
    if (here.early) {
        free(key.more);
        return &here.early->t;
    }
    if (rt) {
        free(key.more);
        return &rt->t;
    }
    rt = enter(g, &key, SL_KIND_INTERFACE);
    rt->t.methods = methods;
    rt->t.method_count = (uint32_t)set->method_count;
    rt->depth = depth;
    SlText text = {0};
    sl_text_adds(&text, "interface {");
    for (int i = 0; i < set->method_count; i++) {
        sl_text_adds(&text, i ? "; " : " ");
        if (methods[i].pkg_path) {
            const char *slash = strrchr(methods[i].pkg_path, '/');
            sl_text_printf(&text, "%s.", slash ? slash + 1 : methods[i].pkg_path);
        }
        sl_text_adds(&text, methods[i].name);
        func_text(&text, methods[i].type);
    }
    sl_text_adds(&text, set->method_count ? " }" : "}");
    set_text(g, rt, &text);
    return &rt->t;
}

// A type argument inside the name of an instance is qualified by its whole path.
static void targ_text(SlText *text, const SlRtype *t) {
    if (t->name[0] && t->pkg_path[0])
        sl_text_printf(text, "%s.%s", t->pkg_path, t->name);
    else
        sl_text_adds(text, t->text);
}

// A type declared inside a generic function is named with that function's type arguments.
static void env_text(SlText *text, const SlEnv *env) {
    if (env->outer)
        env_text(text, env->outer);
    for (int i = 0; i < env->count; i++) {
        sl_text_adds(text, i || env->outer ? "," : "[");
        targ_text(text, env->targs[i]);
    }
}

bool sl_type_is_local(const SlType *named) {
    const SlObj *obj = named->obj;
    return obj->pkg && obj->scope && obj->scope != obj->pkg->scope && obj->scope->func;
}

static void fill_named(SlRt *rt, const SlRtype *under) {
    SlRtype *t = &rt->t;
    t->kind = under->kind;
    t->dir = under->dir;
    t->elem = under->elem;
    t->key = under->key;
    t->length = under->length;
    t->variadic = under->variadic;
    t->params = under->params;
    t->results = under->results;
    t->param_count = under->param_count;
    t->result_count = under->result_count;
    t->fields = under->fields;
    t->field_count = under->field_count;
    if (under->kind == SL_KIND_INTERFACE) {
        t->methods = under->methods;
        t->method_count = under->method_count;
    }
}

static const SlRtype *make_named(SlGen *g, const SlType *type, const SlEnv *env) {
    const SlType *origin = type->origin ? type->origin : type;
    bool local = env && sl_type_is_local(origin);
    const SlRtype **targs = SL_NEW_N(g->arena, const SlRtype *, type->targ_count + 1);
    Key key = {.length = 0};
    key_byte(&key, 'n');
    key_ptr(&key, origin);
    key_ptr(&key, local ? env : NULL);
    int depth = 0;
    for (int i = 0; i < type->targ_count; i++) {
        targs[i] = convert(g, type->targs[i], env);
        key_ptr(&key, targs[i]);
        depth = deeper(depth, targs[i]);
    }
    SlRt *rt = find(g, &key);
    if (rt) {
        free(key.more);
        return &rt->t;
    }
    rt = enter(g, &key, SL_KIND_INVALID);
    rt->named = origin;
    rt->targs = targs;
    rt->targ_count = type->targ_count;
    rt->depth = depth + (type->targ_count > 0);
    rt->t.flags = SL_RTYPE_NAMED;
    rt->pkg = origin->obj->pkg;
    rt->t.pkg_path = origin->obj->pkg ? origin->obj->pkg->path : "";
    SlText name = {0};
    sl_text_adds(&name, origin->obj->name);
    if (local)
        env_text(&name, env);
    for (int i = 0; i < type->targ_count; i++) {
        sl_text_adds(&name, i ? "," : local ? ";" : "[");
        targ_text(&name, targs[i]);
    }
    if (type->targ_count || local)
        sl_text_adds(&name, "]");
    rt->t.name = sl_arena_strndup(g->arena, sl_text_cstr(&name), name.length);
    sl_text_free(&name);
    SlText text = {0};
    if (origin->obj->pkg)
        sl_text_printf(&text, "%s.", origin->obj->pkg->name);
    sl_text_adds(&text, rt->t.name);
    set_text(g, rt, &text);
    rt->env = local ? env : NULL;
    if (type->targ_count)
        rt->env = sl_env_get(g, origin->tparams, targs, type->targ_count, rt->env);
    if (rt->depth > 60) {
        if (!g->too_large)
            sl_diags_add(g->program->diags, origin->obj->pos, "instantiation cycle");
        g->too_large = true;
        fill_named(rt, sl_rtype_basic(g, SL_INT));
        return &rt->t;
    }
    fill_named(rt, convert(g, sl_under(origin), rt->env));
    return &rt->t;
}

static const SlRtype *make_basic(SlGen *g, SlBasic basic) {
    static const struct {
        uint8_t kind;
        const char *name;
    } table[SL_BASIC_COUNT] = {
        [SL_BOOL] = {SL_KIND_BOOL, "bool"},
        [SL_INT] = {SL_KIND_INT, "int"},
        [SL_INT8] = {SL_KIND_INT8, "int8"},
        [SL_INT16] = {SL_KIND_INT16, "int16"},
        [SL_INT32] = {SL_KIND_INT32, "int32"},
        [SL_INT64] = {SL_KIND_INT64, "int64"},
        [SL_UINT] = {SL_KIND_UINT, "uint"},
        [SL_UINT8] = {SL_KIND_UINT8, "uint8"},
        [SL_UINT16] = {SL_KIND_UINT16, "uint16"},
        [SL_UINT32] = {SL_KIND_UINT32, "uint32"},
        [SL_UINT64] = {SL_KIND_UINT64, "uint64"},
        [SL_UINTPTR] = {SL_KIND_UINTPTR, "uintptr"},
        [SL_FLOAT32] = {SL_KIND_FLOAT32, "float32"},
        [SL_FLOAT64] = {SL_KIND_FLOAT64, "float64"},
        [SL_COMPLEX64] = {SL_KIND_COMPLEX64, "complex64"},
        [SL_COMPLEX128] = {SL_KIND_COMPLEX128, "complex128"},
        [SL_STRING] = {SL_KIND_STRING, "string"},
        [SL_UNSAFE_POINTER] = {SL_KIND_UNSAFE_POINTER, "unsafe.Pointer"},
    };
    switch (basic) {
    case SL_INVALID:
    case SL_UNTYPED_INT:
        basic = SL_INT;
        break;
    case SL_UNTYPED_BOOL:
        basic = SL_BOOL;
        break;
    case SL_UNTYPED_RUNE:
        basic = SL_INT32;
        break;
    case SL_UNTYPED_FLOAT:
        basic = SL_FLOAT64;
        break;
    case SL_UNTYPED_COMPLEX:
        basic = SL_COMPLEX128;
        break;
    case SL_UNTYPED_STRING:
        basic = SL_STRING;
        break;
    case SL_UNTYPED_NIL:
        basic = SL_UNSAFE_POINTER;
        break;
    default:
        break;
    }
    if (g->basics[basic])
        return g->basics[basic];
    Key key = {.length = 0};
    key_byte(&key, 'b');
    key_byte(&key, (char)basic);
    SlRt *rt = enter(g, &key, table[basic].kind);
    rt->t.flags = SL_RTYPE_NAMED;
    rt->t.name = basic == SL_UNSAFE_POINTER ? "Pointer" : table[basic].name;
    if (basic == SL_UNSAFE_POINTER)
        rt->t.pkg_path = "unsafe";
    SlText text = {0};
    sl_text_adds(&text, table[basic].name);
    set_text(g, rt, &text);
    g->basics[basic] = &rt->t;
    return &rt->t;
}

const SlRtype *sl_env_value(const SlType *param, const SlEnv *env) {
    for (; env; env = env->outer)
        for (int i = 0; i < env->count; i++)
            if (env->tparams[i] == param)
                return env->targs[i];
    return NULL;
}

static const SlRtype *build(SlGen *g, const SlType *type, const SlEnv *env) {
    switch ((SlTypeKind)type->kind) {
    case SL_TYPE_BASIC:
        return make_basic(g, type->basic);
    case SL_TYPE_ARRAY:
        return make_array(g, convert(g, type->elem, env), (uint64_t)type->length);
    case SL_TYPE_SLICE:
        return make_slice(g, convert(g, type->elem, env));
    case SL_TYPE_POINTER:
        return make_pointer(g, convert(g, type->elem, env));
    case SL_TYPE_MAP: {
        const SlRtype *key = convert(g, type->key, env);
        return make_map(g, key, convert(g, type->elem, env));
    }
    case SL_TYPE_CHAN:
        return make_chan(g, type->dir, convert(g, type->elem, env));
    case SL_TYPE_STRUCT:
        return make_struct(g, type, env);
    case SL_TYPE_SIGNATURE:
        return make_func(g, type, env);
    case SL_TYPE_INTERFACE:
        return make_interface(g, type, env);
    case SL_TYPE_NAMED:
        return make_named(g, type, env);
    case SL_TYPE_PARAM: {
        const SlRtype *value = sl_env_value(type, env);
        assert(value && "a type parameter without value");
        return value;
    }
    case SL_TYPE_TUPLE: // of one: its element
        assert(type->count > 0);
        return convert(g, type->fields[0]->type, env);
    case SL_TYPE_UNION:
    case SL_TYPE_ALIAS:
        break;
    }
    assert(!"no runtime type");
    return NULL;
}

static const SlRtype *convert(SlGen *g, const SlType *type, const SlEnv *env) {
    type = sl_unalias(type);
    if (!env) {
        if (type->code)
            return type->code;
        const SlRtype *made = build(g, type, NULL);
        ((SlType *)(uintptr_t)type)->code = SL_RT(made);
        return made;
    }
    if (type->kind == SL_TYPE_BASIC || type->kind == SL_TYPE_PARAM)
        return build(g, type, env);
    const void *key[2] = {type, env};
    const SlRtype *made = sl_map_get(&g->env_types, (const char *)key, sizeof key);
    if (!made) {
        made = build(g, type, env);
        sl_map_set(&g->env_types, sl_arena_copy(g->arena, key, sizeof key), sizeof key, SL_RT(made));
    }
    return made;
}

static const SlRtype *settle(SlGen *g, const SlRtype *made) {
    if (g->type_depth == 0)
        while (g->pending.count)
            sl_rtype_lay_out(g, g->pending.at[--g->pending.count]);
    return made;
}

const SlRtype *sl_rtype_made(SlGen *g, const SlType *type, const SlEnv *env) {
    const void *key[2] = {type, env};
    return env ? sl_map_get(&g->env_types, (const char *)key, sizeof key) : type->code;
}

const SlRtype *sl_rtype_get(SlGen *g, const SlType *type, const SlEnv *env) {
    g->type_depth++;
    const SlRtype *made = convert(g, type, env);
    g->type_depth--;
    return settle(g, made);
}

const SlRtype *sl_rtype_pointer(SlGen *g, const SlRtype *elem) {
    return settle(g, make_pointer(g, elem));
}
const SlRtype *sl_rtype_slice(SlGen *g, const SlRtype *elem) {
    return settle(g, make_slice(g, elem));
}
const SlRtype *sl_rtype_array(SlGen *g, const SlRtype *elem, uint64_t n) {
    return settle(g, make_array(g, elem, n));
}
const SlRtype *sl_rtype_basic(SlGen *g, SlBasic basic) {
    return settle(g, make_basic(g, basic));
}
const SlRtype *sl_rtype_any(SlGen *g) {
    return sl_rtype_get(g, sl_type_any(g->tys), NULL);
}
