// SPDX-License-Identifier: MIT
// Selectors (Go specification, "Selectors"): breadth first through embedded fields; what is found at the shallowest
// depth wins if it is alone there. A type met again at a greater depth adds nothing; met twice at the same depth, it
// makes everything in it ambiguous.
#include "lang/types-impl.h"
#include "lang/unicode.h"

enum { DEPTH_LIMIT = 200 }; // instances can embed ever larger instances: type T[P any] struct { *T[[]P] }

typedef struct {
    const SlType *type;
    int *path;
    int path_length;
    bool indirect, twice;
} Level;

typedef SL_VEC(Level) Levels;

typedef struct {
    SlTypes *types;
    const SlPackage *pkg;
    const char *name;
    bool fold_case;
    SL_VEC(const SlType *) seen;
    SlLookup found;
    int hits; // at the present depth
} Search;

bool sl_name_is_exported(const char *name) {
    if (name == NULL || *name == '\0')
        return false;
    if ((unsigned char)*name < 0x80)
        return *name >= 'A' && *name <= 'Z';
    int width;
    return sl_rune_is_upper(sl_utf8_decode(name, strlen(name), &width));
}

bool sl_same_name(const char *a, const SlPackage *a_pkg, const char *b, const SlPackage *b_pkg) {
    if (a != b && (a == NULL || b == NULL || strcmp(a, b) != 0))
        return false;
    return a_pkg == b_pkg || sl_name_is_exported(a);
}

static bool matches(const Search *search, const SlObj *obj) {
    if (obj->name == search->name) // both are interned
        return obj->pkg == search->pkg || sl_name_is_exported(obj->name) || search->fold_case;
    return search->fold_case && obj->name != NULL && strcasecmp(obj->name, search->name) == 0;
}

bool sl_method_has_pointer_receiver(const SlObj *method) {
    if (method->type != NULL && method->type->recv != NULL && method->type->recv->type != NULL) {
        return sl_unalias(method->type->recv->type)->kind == SL_TYPE_POINTER;
    }
    if (method->func == NULL || method->func->recv == NULL || method->func->recv->type == NULL)
        return false;
    return sl_unparen(method->func->recv->type)->kind == SL_EXPR_STAR;
}

static int *longer(Search *search, const Level *level, int index) {
    int *path = SL_NEW_N(search->types->arena, int, level->path_length + 1);
    if (level->path_length > 0)
        memcpy(path, level->path, sizeof *path * (size_t)level->path_length);
    path[level->path_length] = index;
    return path;
}

static void hit(Search *search, const Level *level, SlObj *obj, int index) {
    search->hits += level->twice ? 2 : 1;
    search->found = (SlLookup){.obj = obj, .path = level->path, .path_length = level->path_length};
    search->found.indirect = level->indirect;
    search->found.holder = level->type;
    if (index < 0)
        return;
    search->found.path = longer(search, level, index);
    search->found.path_length++;
}

static void look_in_struct(Search *search, const Level *level, const SlType *type, Levels *next) {
    for (int i = 0; i < type->count; i++) {
        SlObj *field = type->fields[i];
        if (matches(search, field)) {
            hit(search, level, field, i);
        } else if (search->hits == 0 && field->embedded && field->type != NULL) {
            bool pointer;
            const SlType *inner = sl_deref(field->type, &pointer);
            sl_vec_push(next, (Level){.type = inner,
                                      .path = longer(search, level, i),
                                      .path_length = level->path_length + 1,
                                      .indirect = level->indirect || pointer,
                                      .twice = level->twice});
        }
    }
}

static bool seen_before(Search *search, const SlType *named) {
    for (int i = 0; i < search->seen.count; i++) {
        if (search->seen.at[i] == named || sl_type_identical(search->seen.at[i], named))
            return true;
    }
    sl_vec_push(&search->seen, named);
    return false;
}

static void look_in(Search *search, const Level *level, Levels *next) {
    const SlType *type = level->type;
    if (type->kind == SL_TYPE_NAMED) {
        if (seen_before(search, type))
            return;
        const SlType *under = sl_under(type); // resolves; methods are complete from here on
        const SlType *origin = type->origin;
        (void)under;
        for (int i = 0; i < origin->method_count; i++) {
            if (!matches(search, origin->methods[i]))
                continue;
            hit(search, level, origin->methods[i], -1);
            return;
        }
    }
    const SlType *under = sl_under(type);
    if (under->kind == SL_TYPE_STRUCT) {
        look_in_struct(search, level, under, next);
    } else if (under->kind == SL_TYPE_INTERFACE) {
        const SlTypeSet *set = sl_type_set(search->types, under);
        SlObj *method = sl_set_method(set, search->pkg, search->name, search->fold_case);
        if (method != NULL)
            hit(search, level, method, -1);
    }
}

// Types that stand twice at one depth are looked into once, marked.
static void merge_equal(Levels *levels) {
    int kept = 0;
    for (int i = 0; i < levels->count; i++) {
        int j = 0;
        while (j < kept && !sl_type_identical(levels->at[j].type, levels->at[i].type))
            j++;
        if (j < kept) {
            levels->at[j].twice = true;
        } else {
            levels->at[kept++] = levels->at[i];
        }
    }
    levels->count = kept;
}

static SlLookup search_levels(Search *search, const SlType *type) {
    Levels now = {0}, next = {0};
    bool pointer;
    const SlType *base = sl_deref(type, &pointer);
    if (!pointer || sl_under(base)->kind != SL_TYPE_INTERFACE) {
        sl_vec_push(&now, (Level){.type = base, .indirect = pointer});
    }
    for (int depth = 0; depth < DEPTH_LIMIT && now.count > 0 && search->hits == 0; depth++) {
        for (int i = 0; i < now.count; i++)
            look_in(search, &now.at[i], &next);
        Levels swap = now;
        now = next;
        next = swap;
        next.count = 0;
        merge_equal(&now);
    }
    sl_vec_free(&now);
    sl_vec_free(&next);
    sl_vec_free(&search->seen);
    if (search->hits > 1)
        return (SlLookup){.ambiguous = true};
    return search->hits == 1 ? search->found : (SlLookup){0};
}

static SlLookup lookup(SlTypes *types, const SlType *type, bool addressable, const SlPackage *pkg, const char *name,
                       bool fold_case) {
    Search search = {.types = types, .pkg = pkg, .name = name, .fold_case = fold_case};
    SlLookup found = search_levels(&search, type);
    if (found.obj == NULL || found.obj->kind != SL_OBJ_FUNC || found.indirect || addressable)
        return found;
    if (sl_method_has_pointer_receiver(found.obj)) {
        return (SlLookup){.pointer_receiver = true};
    }
    return found;
}

SlLookup sl_lookup(SlTypes *types, const SlType *type, bool addressable, const SlPackage *pkg, const char *name,
                   bool fold_case) {
    type = sl_unalias(type);
    if (strcmp(name, "_") == 0)
        return (SlLookup){0};
    // A defined pointer type has the fields of its base, but no methods.
    if (type->kind == SL_TYPE_NAMED) {
        const SlType *under = sl_under(type);
        if (under->kind == SL_TYPE_POINTER) {
            SlLookup found = lookup(types, under, false, pkg, name, fold_case);
            if (found.obj != NULL && found.obj->kind == SL_OBJ_FUNC)
                return (SlLookup){0};
            return found;
        }
    }
    return lookup(types, type, addressable, pkg, name, fold_case);
}
