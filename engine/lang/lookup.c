// SPDX-License-Identifier: MIT
// Selectors (Go specification, "Selectors"): breadth first through embedded fields; what is found at the shallowest
// depth wins if it is alone there. A type met again at a greater depth adds nothing; met twice at the same depth, it
// makes everything in it ambiguous.
#include "lang/types-impl.h"

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

// Ranges of upper-case letters beyond ASCII; step 2: every second one, the others being lower case.
static const struct {
    uint32_t first, last, step;
} upper_ranges[] = {
    {0xC0, 0xD6, 1},      {0xD8, 0xDE, 1},      {0x100, 0x136, 2},    {0x139, 0x147, 2},    {0x14A, 0x176, 2},
    {0x178, 0x179, 1},    {0x17B, 0x17D, 2},    {0x181, 0x182, 1},    {0x184, 0x184, 1},    {0x186, 0x187, 1},
    {0x189, 0x18B, 1},    {0x18E, 0x191, 1},    {0x193, 0x194, 1},    {0x196, 0x198, 1},    {0x19C, 0x19D, 1},
    {0x19F, 0x1A0, 1},    {0x1A2, 0x1A4, 2},    {0x1A6, 0x1A7, 1},    {0x1A9, 0x1A9, 1},    {0x1AC, 0x1AC, 1},
    {0x1AE, 0x1AF, 1},    {0x1B1, 0x1B3, 1},    {0x1B5, 0x1B5, 1},    {0x1B7, 0x1B8, 1},    {0x1BC, 0x1BC, 1},
    {0x1C4, 0x1C4, 1},    {0x1C7, 0x1C7, 1},    {0x1CA, 0x1CA, 1},    {0x1CD, 0x1DB, 2},    {0x1DE, 0x1EE, 2},
    {0x1F1, 0x1F1, 1},    {0x1F4, 0x1F4, 1},    {0x1F6, 0x1F8, 1},    {0x1FA, 0x232, 2},    {0x370, 0x372, 2},
    {0x376, 0x376, 1},    {0x37F, 0x37F, 1},    {0x386, 0x386, 1},    {0x388, 0x38A, 1},    {0x38C, 0x38C, 1},
    {0x38E, 0x38F, 1},    {0x391, 0x3A1, 1},    {0x3A3, 0x3AB, 1},    {0x3CF, 0x3CF, 1},    {0x3D2, 0x3D4, 1},
    {0x3D8, 0x3EE, 2},    {0x3F4, 0x3F4, 1},    {0x3F7, 0x3F7, 1},    {0x3F9, 0x3FA, 1},    {0x3FD, 0x42F, 1},
    {0x460, 0x480, 2},    {0x48A, 0x4C0, 2},    {0x4C1, 0x4CD, 2},    {0x4D0, 0x52E, 2},    {0x531, 0x556, 1},
    {0x10A0, 0x10C5, 1},  {0x13A0, 0x13F5, 1},  {0x1C90, 0x1CBA, 1},  {0x1CBD, 0x1CBF, 1},  {0x1E00, 0x1E94, 2},
    {0x1E9E, 0x1EFE, 2},  {0x1F08, 0x1F0F, 1},  {0x1F18, 0x1F1D, 1},  {0x1F28, 0x1F2F, 1},  {0x1F38, 0x1F3F, 1},
    {0x1F48, 0x1F4D, 1},  {0x1F59, 0x1F5F, 2},  {0x1F68, 0x1F6F, 1},  {0x1FB8, 0x1FBB, 1},  {0x1FC8, 0x1FCB, 1},
    {0x1FD8, 0x1FDB, 1},  {0x1FE8, 0x1FEC, 1},  {0x1FF8, 0x1FFB, 1},  {0x2102, 0x2102, 1},  {0x2107, 0x2107, 1},
    {0x210B, 0x210D, 1},  {0x2110, 0x2112, 1},  {0x2115, 0x2115, 1},  {0x2119, 0x211D, 1},  {0x2124, 0x2128, 2},
    {0x212A, 0x212D, 1},  {0x2130, 0x2133, 1},  {0x213E, 0x213F, 1},  {0x2145, 0x2145, 1},  {0x2183, 0x2183, 1},
    {0x2C00, 0x2C2F, 1},  {0x2C60, 0x2C60, 1},  {0x2C62, 0x2C64, 1},  {0x2C67, 0x2C6B, 2},  {0x2C6D, 0x2C70, 1},
    {0x2C72, 0x2C72, 1},  {0x2C75, 0x2C75, 1},  {0x2C7E, 0x2C80, 1},  {0x2C82, 0x2CE2, 2},  {0xA640, 0xA66C, 2},
    {0xA680, 0xA69A, 2},  {0xA722, 0xA72E, 2},  {0xA732, 0xA76E, 2},  {0xA779, 0xA77B, 2},  {0xFF21, 0xFF3A, 1},
    {0x10400, 0x10427, 1}, {0x104B0, 0x104D3, 1}, {0x118A0, 0x118BF, 1}, {0x1D400, 0x1D419, 1}, {0x1E900, 0x1E921, 1},
};

bool sl_name_is_exported(const char *name) {
    if (name == NULL || *name == '\0') return false;
    if ((unsigned char)*name < 0x80) return *name >= 'A' && *name <= 'Z';
    int width;
    uint32_t rune = (uint32_t)sl_utf8_decode(name, strlen(name), &width);
    for (size_t i = 0; i < sizeof upper_ranges / sizeof *upper_ranges; i++) {
        if (rune < upper_ranges[i].first || rune > upper_ranges[i].last) continue;
        if ((rune - upper_ranges[i].first) % upper_ranges[i].step == 0) return true;
    }
    return false;
}

bool sl_same_name(const char *a, const SlPackage *a_pkg, const char *b, const SlPackage *b_pkg) {
    if (a != b && (a == NULL || b == NULL || strcmp(a, b) != 0)) return false;
    return a_pkg == b_pkg || sl_name_is_exported(a);
}

static bool matches(const Search *search, const SlObj *obj) {
    if (sl_same_name(obj->name, obj->pkg, search->name, search->pkg)) return true;
    return search->fold_case && obj->name != NULL && strcasecmp(obj->name, search->name) == 0;
}

bool sl_method_has_pointer_receiver(const SlObj *method) {
    if (method->type != NULL && method->type->recv != NULL && method->type->recv->type != NULL) {
        return sl_unalias(method->type->recv->type)->kind == SL_TYPE_POINTER;
    }
    if (method->func == NULL || method->func->recv == NULL || method->func->recv->type == NULL) return false;
    return sl_unparen(method->func->recv->type)->kind == SL_EXPR_STAR;
}

static int *longer(Search *search, const Level *level, int index) {
    int *path = SL_NEW_N(search->types->arena, int, level->path_length + 1);
    if (level->path_length > 0) memcpy(path, level->path, sizeof *path * (size_t)level->path_length);
    path[level->path_length] = index;
    return path;
}

static void hit(Search *search, const Level *level, SlObj *obj, int index) {
    search->hits += level->twice ? 2 : 1;
    search->found = (SlLookup){.obj = obj, .path = level->path, .path_length = level->path_length};
    search->found.indirect = level->indirect;
    search->found.holder = level->type;
    if (index < 0) return;
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
        if (search->seen.at[i] == named || sl_type_identical(search->seen.at[i], named)) return true;
    }
    sl_vec_push(&search->seen, named);
    return false;
}

static void look_in(Search *search, const Level *level, Levels *next) {
    const SlType *type = level->type;
    if (type->kind == SL_TYPE_NAMED) {
        if (seen_before(search, type)) return;
        const SlType *under = sl_under(type); // resolves; methods are complete from here on
        const SlType *origin = type->origin;
        (void)under;
        for (int i = 0; i < origin->method_count; i++) {
            if (!matches(search, origin->methods[i])) continue;
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
        if (method != NULL) hit(search, level, method, -1);
    }
}

// Types that stand twice at one depth are looked into once, marked.
static void merge_equal(Levels *levels) {
    int kept = 0;
    for (int i = 0; i < levels->count; i++) {
        int j = 0;
        while (j < kept && !sl_type_identical(levels->at[j].type, levels->at[i].type)) j++;
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
    while (now.count > 0 && search->hits == 0) {
        for (int i = 0; i < now.count; i++) look_in(search, &now.at[i], &next);
        Levels swap = now;
        now = next;
        next = swap;
        next.count = 0;
        merge_equal(&now);
    }
    sl_vec_free(&now);
    sl_vec_free(&next);
    sl_vec_free(&search->seen);
    if (search->hits > 1) return (SlLookup){.ambiguous = true};
    return search->hits == 1 ? search->found : (SlLookup){0};
}

static SlLookup lookup(SlTypes *types, const SlType *type, bool addressable, const SlPackage *pkg, const char *name,
                       bool fold_case) {
    Search search = {.types = types, .pkg = pkg, .name = name, .fold_case = fold_case};
    SlLookup found = search_levels(&search, type);
    if (found.obj == NULL || found.obj->kind != SL_OBJ_FUNC || found.indirect || addressable) return found;
    if (sl_method_has_pointer_receiver(found.obj)) {
        return (SlLookup){.pointer_receiver = true};
    }
    return found;
}

SlLookup sl_lookup(SlTypes *types, const SlType *type, bool addressable, const SlPackage *pkg, const char *name,
                   bool fold_case) {
    type = sl_unalias(type);
    if (strcmp(name, "_") == 0) return (SlLookup){0};
    // A defined pointer type has the fields of its base, but no methods.
    if (type->kind == SL_TYPE_NAMED) {
        const SlType *under = sl_under(type);
        if (under->kind == SL_TYPE_POINTER) {
            SlLookup found = lookup(types, under, false, pkg, name, fold_case);
            if (found.obj != NULL && found.obj->kind == SL_OBJ_FUNC) return (SlLookup){0};
            return found;
        }
    }
    return lookup(types, type, addressable, pkg, name, fold_case);
}
