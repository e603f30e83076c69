// SPDX-License-Identifier: MIT
// Types as text, in two manners: as gc's messages show them (relative to a package, struct{x int}, any) and, without a
// package, as %T does (main.T, struct { x int }, interface {}).
#include "lang/lang.h"
#include "lang/types-impl.h"
#include "lang/unicode.h"

typedef struct {
    SlText *out;
    const SlPackage *pkg;
    bool runtime;   // %T
    bool full_path; // inside type arguments of %T
    bool no_names;  // of parameters
} Writer;

static void write_type(Writer *w, const SlType *type);

static void write_package(Writer *w, const SlPackage *pkg) {
    if (pkg == NULL || (pkg == w->pkg && !w->runtime))
        return;
    const char *name = pkg->name;
    if (name == NULL && pkg->path != NULL) {
        const char *slash = strrchr(pkg->path, '/');
        name = slash != NULL ? slash + 1 : pkg->path;
    }
    if (w->full_path && pkg->path != NULL)
        name = pkg->path;
    if (name == NULL)
        return;
    if (pkg->shares_name && !w->runtime)
        sl_text_printf(w->out, "\"%s\".", pkg->path);
    else
        sl_text_printf(w->out, "%s.", name);
}

static void write_list(Writer *w, const SlType **types, int count) {
    bool full_path = w->full_path;
    w->full_path = w->runtime;
    for (int i = 0; i < count; i++) {
        if (i > 0)
            sl_text_addc(w->out, ',');
        write_type(w, types[i]);
    }
    w->full_path = full_path;
}

static void write_tparams(Writer *w, SlType **tparams, int count) {
    sl_text_addc(w->out, '[');
    for (int i = 0; i < count; i++) {
        write_type(w, tparams[i]);
        if (i + 1 < count && tparams[i]->bound == tparams[i + 1]->bound) {
            sl_text_adds(w->out, ", ");
            continue;
        }
        sl_text_addc(w->out, ' ');
        write_type(w, tparams[i]->bound != NULL ? tparams[i]->bound : sl_type_bound(tparams[i]));
        if (i + 1 < count)
            sl_text_adds(w->out, ", ");
    }
    sl_text_addc(w->out, ']');
}

static void write_named(Writer *w, const SlType *type) {
    write_package(w, type->obj->pkg);
    sl_text_adds(w->out, type->obj->name);
    if (w->runtime && type->outer_targs != NULL) { // gc names a local type's instances after the function's
        sl_text_addc(w->out, '[');
        write_list(w, type->outer_targs, type->origin->outer_tparam_count);
        if (type->targ_count > 0)
            sl_text_addc(w->out, ';');
        write_list(w, type->targs, type->targ_count);
        sl_text_addc(w->out, ']');
    } else if (type->targ_count > 0) {
        sl_text_addc(w->out, '[');
        write_list(w, type->targs, type->targ_count);
        sl_text_addc(w->out, ']');
    } else if (type->tparam_count > 0 && !w->runtime) {
        write_tparams(w, type->tparams, type->tparam_count);
    }
}

static void write_tuple(Writer *w, const SlType *tuple, bool variadic) {
    sl_text_addc(w->out, '(');
    for (int i = 0; i < tuple->count; i++) {
        const SlObj *var = tuple->fields[i];
        if (i > 0)
            sl_text_adds(w->out, ", ");
        if (var->name != NULL && *var->name != '\0' && !w->no_names && !w->runtime) {
            sl_text_adds(w->out, var->name);
            sl_text_addc(w->out, ' ');
        }
        const SlType *last = variadic && i == tuple->count - 1 ? sl_unalias(var->type) : NULL;
        if (last != NULL && last->kind == SL_TYPE_SLICE) {
            sl_text_adds(w->out, "...");
            write_type(w, last->elem);
        } else {
            write_type(w, var->type);
            if (last != NULL)
                sl_text_adds(w->out, "..."); // append([]byte, "text"...)
        }
    }
    sl_text_addc(w->out, ')');
}

static void write_signature(Writer *w, const SlType *sig) {
    if (sig->tparam_count > 0)
        write_tparams(w, sig->tparams, sig->tparam_count);
    write_tuple(w, sig->params, sig->variadic);
    const SlType *results = sig->results;
    if (results->count == 0)
        return;
    sl_text_addc(w->out, ' ');
    const char *name = results->fields[0]->name;
    if (results->count == 1 && (w->no_names || w->runtime || name == NULL || *name == '\0')) {
        write_type(w, results->fields[0]->type);
    } else {
        write_tuple(w, results, false);
    }
}

static void write_struct(Writer *w, const SlType *type) {
    sl_text_adds(w->out, !w->runtime ? "struct{" : type->count == 0 ? "struct {" : "struct { ");
    for (int i = 0; i < type->count; i++) {
        const SlObj *field = type->fields[i];
        if (i > 0)
            sl_text_adds(w->out, "; ");
        if (!field->embedded) {
            if (w->full_path && !sl_name_is_exported(field->name))
                write_package(w, field->pkg);
            sl_text_adds(w->out, field->name);
            sl_text_addc(w->out, ' ');
        }
        write_type(w, field->type);
        if (type->tags != NULL && type->tags[i] != NULL && *type->tags[i] != '\0') {
            sl_text_addc(w->out, ' ');
            sl_text_add_quoted(w->out, type->tags[i], strlen(type->tags[i]));
        }
    }
    sl_text_adds(w->out, w->runtime && type->count > 0 ? " }" : "}");
}

static void write_interface(Writer *w, const SlType *type) {
    if (type->name != NULL && !w->runtime) {
        sl_text_adds(w->out, type->name);
        return;
    }
    if (type->implicit && type->method_count == 0 && type->embed_count == 1) {
        write_type(w, type->embeds[0]);
        return;
    }
    SlObj **methods = type->methods;
    int count = type->method_count, embeds = type->embed_count;
    if (w->runtime) { // all methods, sorted
        const SlTypeSet *set = sl_type_set(type->types, type);
        methods = set->methods;
        count = set->method_count;
        embeds = 0;
    }
    sl_text_adds(w->out, !w->runtime ? "interface{" : count == 0 ? "interface {" : "interface { ");
    for (int i = 0; i < count; i++) {
        if (i > 0)
            sl_text_adds(w->out, "; ");
        if (w->runtime && !sl_name_is_exported(methods[i]->name))
            write_package(w, methods[i]->pkg);
        sl_text_adds(w->out, methods[i]->name);
        const SlType *sig = sl_method_declared(type->types, methods[i]);
        if (sig != NULL)
            write_signature(w, sig);
    }
    for (int i = 0; i < embeds; i++) {
        if (count + i > 0)
            sl_text_adds(w->out, "; ");
        write_type(w, type->embeds[i]);
    }
    sl_text_adds(w->out, w->runtime && count > 0 ? " }" : "}");
}

static void write_chan(Writer *w, const SlType *type) {
    static const char *const starts[] = {"chan ", "chan<- ", "<-chan "};
    const SlType *elem = type->elem;
    bool parens = type->dir == SL_DIR_BOTH && elem->kind == SL_TYPE_CHAN && elem->dir == SL_DIR_RECV;
    sl_text_adds(w->out, starts[type->dir]);
    if (parens)
        sl_text_addc(w->out, '(');
    write_type(w, elem);
    if (parens)
        sl_text_addc(w->out, ')');
}

static void write_type(Writer *w, const SlType *type) {
    if (w->runtime)
        type = sl_unalias(type);
    if (type == NULL) {
        sl_text_adds(w->out, "invalid type");
        return;
    }
    switch ((SlTypeKind)type->kind) {
    case SL_TYPE_BASIC:
        sl_text_adds(w->out, w->runtime ? sl_basic(type->types, (SlBasic)type->basic)->name : type->name);
        break;
    case SL_TYPE_ARRAY:
        if (type->length < 0) {
            sl_text_adds(w->out, "[invalid length]");
        } else {
            sl_text_printf(w->out, "[%lld]", (long long)type->length);
        }
        write_type(w, type->elem);
        break;
    case SL_TYPE_SLICE:
        sl_text_adds(w->out, "[]");
        write_type(w, type->elem);
        break;
    case SL_TYPE_POINTER:
        sl_text_addc(w->out, '*');
        write_type(w, type->elem);
        break;
    case SL_TYPE_MAP:
        sl_text_adds(w->out, "map[");
        write_type(w, type->key);
        sl_text_addc(w->out, ']');
        write_type(w, type->elem);
        break;
    case SL_TYPE_CHAN:
        write_chan(w, type);
        break;
    case SL_TYPE_STRUCT:
        write_struct(w, type);
        break;
    case SL_TYPE_TUPLE:
        write_tuple(w, type, false);
        break;
    case SL_TYPE_SIGNATURE:
        sl_text_adds(w->out, "func");
        write_signature(w, type);
        break;
    case SL_TYPE_INTERFACE:
        write_interface(w, type);
        break;
    case SL_TYPE_UNION:
        for (int i = 0; i < type->term_count; i++) {
            if (i > 0)
                sl_text_adds(w->out, " | ");
            if (type->terms[i].tilde)
                sl_text_addc(w->out, '~');
            write_type(w, type->terms[i].type);
        }
        break;
    case SL_TYPE_NAMED:
    case SL_TYPE_ALIAS:
        write_named(w, type);
        break;
    case SL_TYPE_PARAM:
        sl_text_adds(w->out, type->obj->name);
        break;
    }
}

void sl_type_write(SlText *out, const SlType *type, const SlPackage *pkg) {
    write_type(&(Writer){.out = out, .pkg = pkg}, type);
}

char *sl_type_format(const SlType *type, const SlPackage *pkg) {
    SlText text = {0};
    write_type(&(Writer){.out = &text, .pkg = pkg, .runtime = pkg == NULL}, type);
    return sl_text_take(&text);
}

const char *sl_show(SlTypes *types, const SlType *type) {
    SlText text = {0};
    sl_type_write(&text, type, types->pkg);
    const char *out = sl_arena_strndup(types->arena, sl_text_cstr(&text), text.length);
    sl_text_free(&text);
    return out;
}

char *sl_method_format(const SlObj *method, const SlType *sig, const SlPackage *pkg) {
    SlText text = {0};
    sl_text_adds(&text, method->name);
    Writer w = {.out = &text, .pkg = pkg, .runtime = pkg == NULL, .no_names = true};
    if (sig != NULL && sig->kind == SL_TYPE_SIGNATURE)
        write_signature(&w, sig);
    return sl_text_take(&text);
}

char *sl_obj_format(const SlObj *obj, const SlPackage *pkg) {
    static const char *const kinds[] = {"package", "const", "type", "var", "func", "label", "builtin", "nil"};
    SlText text = {0};
    Writer w = {.out = &text, .pkg = pkg, .runtime = pkg == NULL};
    if (obj->kind == SL_OBJ_NIL) {
        sl_text_adds(&text, "nil");
        return sl_text_take(&text);
    }
    sl_text_printf(&text, "%s ", obj->is_field ? "field" : kinds[obj->kind]);
    if (obj->is_global)
        write_package(&w, obj->pkg);
    sl_text_adds(&text, obj->name != NULL ? obj->name : "");
    const SlType *type = obj->type;
    if (type == NULL || obj->kind == SL_OBJ_PACKAGE || obj->kind == SL_OBJ_LABEL || obj->kind == SL_OBJ_BUILTIN) {
        return sl_text_take(&text);
    }
    if (obj->kind == SL_OBJ_FUNC && type->kind == SL_TYPE_SIGNATURE) {
        write_signature(&w, type);
        return sl_text_take(&text);
    }
    sl_text_adds(&text, obj->is_alias ? " = " : " ");
    if (obj->kind == SL_OBJ_TYPE && type->kind == SL_TYPE_NAMED && !obj->is_alias) {
        if (type->tparam_count > 0)
            write_tparams(&w, type->tparams, type->tparam_count);
        type = sl_under(type);
    } else if (obj->kind == SL_OBJ_TYPE && obj->is_alias) {
        type = sl_unalias(type);
    }
    write_type(&w, type);
    return sl_text_take(&text);
}
