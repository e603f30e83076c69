// SPDX-License-Identifier: MIT
// The type system by itself: types built by hand, without parser and checker.
#include <criterion/criterion.h>

#include "base/text.h"
#include "lang/lang.h"

typedef struct {
    SlArena *arena;
    SlNames *names;
    SlConsts *consts;
    SlTypes *types;
    SlDiags *diags;
    SlPackage pkg, other;
} World;

static World w;

static void set_up(void) {
    w.arena = sl_arena_new();
    w.names = sl_names_new(w.arena);
    w.consts = sl_consts_new(w.arena);
    w.types = sl_types_new(w.arena, w.names, w.consts);
    w.diags = sl_diags_new();
    w.pkg = (SlPackage){.path = "main", .name = "main"};
    w.other = (SlPackage){.path = "example.com/other", .name = "other"};
    sl_types_set_diags(w.types, w.diags);
    sl_types_set_package(w.types, &w.pkg);
}

static void tear_down(void) {
    sl_types_free(w.types);
    sl_consts_free(w.consts);
    sl_names_free(w.names);
    sl_diags_free(w.diags);
    sl_arena_free(w.arena);
}

TestSuite(types, .init = set_up, .fini = tear_down);

static const char *name(const char *text) {
    return sl_names_get(w.names, text, strlen(text));
}

static const SlType *basic(SlBasic kind) {
    return sl_basic(w.types, kind);
}

static SlObj *var(const char *text, const SlType *type) {
    return sl_obj_new(w.types, SL_OBJ_VAR, 0, &w.pkg, text == NULL ? NULL : name(text), type);
}

static SlObj *field(const char *text, const SlType *type, bool embedded) {
    SlObj *obj = var(text, type);
    obj->is_field = true;
    obj->embedded = embedded;
    return obj;
}

#define fields(...) struct_of((SlObj *[]){__VA_ARGS__}, sizeof((SlObj *[]){__VA_ARGS__}) / sizeof(SlObj *))
static SlType *struct_of(SlObj **list, size_t count) {
    SlType *type = sl_type_new(w.types, SL_TYPE_STRUCT);
    type->fields = sl_arena_copy(w.arena, list, count * sizeof *list);
    type->count = (int)count;
    return type;
}

static SlType *named(const char *text, const SlType *under) {
    SlObj *obj = sl_obj_new(w.types, SL_OBJ_TYPE, 0, &w.pkg, name(text), NULL);
    SlType *type = sl_type_named(w.types, obj);
    type->under = under;
    obj->type = type;
    return type;
}

static SlType *param(const char *text, const SlType *bound, int index) {
    SlObj *obj = sl_obj_new(w.types, SL_OBJ_TYPE, 0, &w.pkg, name(text), NULL);
    SlType *type = sl_type_new(w.types, SL_TYPE_PARAM);
    type->obj = obj;
    type->bound = bound != NULL ? bound : sl_type_any(w.types);
    type->index = index;
    obj->type = type;
    return type;
}

static void parameterize(SlType *type, SlType **tparams, int count) {
    type->tparams = sl_arena_copy(w.arena, tparams, sizeof *tparams * (size_t)count);
    type->tparam_count = count;
}

static const SlType *tuple_of(const SlType *a, const SlType *b) {
    SlObj *vars[2] = {a ? var(NULL, a) : NULL, b ? var(NULL, b) : NULL};
    return sl_type_tuple(w.types, vars, a == NULL ? 0 : b == NULL ? 1 : 2);
}

static SlType *func(const SlType *a, const SlType *b, const SlType *result) {
    SlType *sig = sl_type_new(w.types, SL_TYPE_SIGNATURE);
    sig->params = tuple_of(a, b);
    sig->results = tuple_of(result, NULL);
    return sig;
}

static SlObj *method(const char *text, SlType *sig, const SlType *recv) {
    SlObj *obj = sl_obj_new(w.types, SL_OBJ_FUNC, 0, &w.pkg, name(text), sig);
    if (recv != NULL)
        sig->recv = var("r", recv);
    return obj;
}

static void add_method(SlType *type, SlObj *obj) {
    SlObj **methods = SL_NEW_N(w.arena, SlObj *, type->method_count + 1);
    for (int i = 0; i < type->method_count; i++)
        methods[i] = type->methods[i];
    methods[type->method_count++] = obj;
    type->methods = methods;
}

static SlType *interface_of(SlObj *a, SlObj *b, const SlType *embed) {
    SlType *type = sl_type_new(w.types, SL_TYPE_INTERFACE);
    if (a != NULL)
        add_method(type, a);
    if (b != NULL)
        add_method(type, b);
    if (embed != NULL) {
        type->embeds = sl_arena_copy(w.arena, &embed, sizeof embed);
        type->embed_pos = SL_NEW_N(w.arena, SlPos, 1);
        type->embed_pos[0] = 1;
        type->embed_count = 1;
    }
    return type;
}

typedef struct {
    bool tilde;
    const SlType *type;
} Term;

static SlType *union_of(Term a, Term b) {
    SlType *type = sl_type_new(w.types, SL_TYPE_UNION);
    type->terms = SL_NEW_N(w.arena, SlTerm, 2);
    type->terms[0] = (SlTerm){a.tilde, a.type, 1};
    type->terms[1] = (SlTerm){b.tilde, b.type, 2};
    type->term_count = b.type != NULL ? 2 : 1;
    return type;
}

static const SlType *slice(const SlType *elem) {
    return sl_type_slice(w.types, elem);
}

static const SlType *pointer(const SlType *elem) {
    return sl_type_pointer(w.types, elem);
}

static void is_written(const SlType *type, const char *want) {
    char *have = sl_type_format(type, &w.pkg);
    cr_expect_str_eq(have, want);
    free(have);
}

static void is_printed(const SlType *type, const char *want) {
    char *have = sl_type_format(type, NULL);
    cr_expect_str_eq(have, want);
    free(have);
}

static void is_reason(const char *have, const char *want) {
    cr_assert_not_null(have, "no reason; want %s", want);
    cr_expect_str_eq(have, want);
}

// type List[T any] struct { next *List[T]; value T }, func (l *List[U]) Push(U) List[U]
static SlType *list_type(void) {
    SlType *list = named("List", NULL), *t = param("T", NULL, 0), *u = param("U", NULL, 0);
    const SlType *targ = t, *of_u = u;
    parameterize(list, &t, 1);
    const SlType *self = sl_instantiate_named(w.types, list, &targ, 1);
    list->under = fields(field("next", pointer(self), false), field("value", t, false));
    const SlType *recv = sl_instantiate_named(w.types, list, &of_u, 1);
    SlType *sig = func(u, NULL, recv);
    sig->recv_tparams = sl_arena_copy(w.arena, &u, sizeof u);
    sig->recv_tparam_count = 1;
    add_method(list, method("Push", sig, pointer(recv)));
    return list;
}

Test(types, are_written_as_gc_writes_them) {
    SlType *sig = func(basic(SL_INT), basic(SL_STRING), sl_type_error(w.types));
    sig->params->fields[0]->name = name("x");
    sig->params->fields[1]->name = name("s");
    is_written(sig, "func(x int, s string) error");
    SlType *variadic = func(slice(basic(SL_INT)), NULL, NULL);
    variadic->variadic = true;
    is_written(variadic, "func(...int)");
    SlType *s = fields(field("X", basic(SL_INT), false), field("y", sl_type_byte(w.types), false));
    s->tags = SL_NEW_N(w.arena, const char *, 2);
    s->tags[0] = "json:\"x\"";
    is_written(s, "struct{X int \"json:\\\"x\\\"\"; y byte}");
    is_written(sl_type_map(w.types, basic(SL_STRING), sl_type_any(w.types)), "map[string]any");
    const SlType *receive = sl_type_chan(w.types, SL_DIR_RECV, basic(SL_INT));
    is_written(receive, "<-chan int");
    is_written(sl_type_chan(w.types, SL_DIR_BOTH, receive), "chan (<-chan int)");
    is_written(sl_type_chan(w.types, SL_DIR_SEND, receive), "chan<- <-chan int");
    is_written(interface_of(method("M", func(NULL, NULL, NULL), NULL), NULL, NULL), "interface{M()}");
    is_written(basic(SL_UNTYPED_RUNE), "untyped rune");
    is_written(sl_type_array(w.types, pointer(named("T", basic(SL_INT))), 3), "[3]*T");
}

Test(types, are_printed_as_percent_t_prints_them) {
    is_printed(sl_type_map(w.types, sl_type_byte(w.types), sl_type_any(w.types)), "map[uint8]interface {}");
    is_printed(fields(field("X", named("T", basic(SL_INT)), false)), "struct { X main.T }");
    SlType *list = list_type();
    const SlType *targ = named("T", basic(SL_INT));
    targ->obj->pkg = &w.other;
    is_printed(sl_instantiate_named(w.types, list, &targ, 1), "main.List[example.com/other.T]");
}

Test(types, have_qualified_names_outside_of_their_package) {
    SlType *t = named("T", basic(SL_INT));
    t->obj->pkg = &w.other;
    is_written(t, "other.T");
}

Test(types, are_identical_by_structure_and_hash_alike) {
    const SlType *a = sl_type_map(w.types, basic(SL_STRING), slice(sl_type_byte(w.types)));
    const SlType *b = sl_type_map(w.types, basic(SL_STRING), slice(basic(SL_UINT8)));
    cr_expect(sl_type_identical(a, b));
    cr_expect_eq(sl_type_hash(a), sl_type_hash(b));
    cr_expect_not(sl_type_identical(a, sl_type_map(w.types, basic(SL_INT), slice(basic(SL_UINT8)))));
    SlType *t = named("T", basic(SL_INT)), *same_name = named("T", basic(SL_INT));
    cr_expect_not(sl_type_identical(t, same_name));
    SlObj *m = method("M", func(NULL, NULL, NULL), NULL), *n = method("N", func(NULL, NULL, NULL), NULL);
    SlType *mn = interface_of(m, n, NULL), *nm = interface_of(n, m, NULL);
    cr_expect(sl_type_identical(mn, nm));
    cr_expect_eq(sl_type_hash(mn), sl_type_hash(nm));
    cr_expect(sl_type_identical(sl_type_any(w.types), interface_of(NULL, NULL, NULL)));
}

Test(types, of_structs_differ_by_tags_and_by_the_package_of_hidden_fields) {
    SlType *a = fields(field("x", basic(SL_INT), false)), *b = fields(field("x", basic(SL_INT), false));
    cr_expect(sl_type_identical(a, b));
    b->tags = SL_NEW_N(w.arena, const char *, 1);
    b->tags[0] = "tag";
    cr_expect_not(sl_type_identical(a, b));
    cr_expect(sl_type_identical_ignore_tags(a, b));
    SlType *c = fields(field("x", basic(SL_INT), false));
    c->fields[0]->pkg = &w.other;
    cr_expect_not(sl_type_identical(a, c));
}

Test(types, of_generic_functions_are_identical_up_to_names) {
    SlType *p = param("P", NULL, 0), *q = param("Q", NULL, 0);
    SlType *f = func(slice(p), NULL, p), *g = func(slice(q), NULL, q);
    parameterize(f, &p, 1);
    parameterize(g, &q, 1);
    cr_expect(sl_type_identical(f, g));
    cr_expect_eq(sl_type_hash(f), sl_type_hash(g));
    SlType *r = param("R", sl_type_comparable(w.types), 0), *h = func(slice(r), NULL, r);
    parameterize(h, &r, 1);
    cr_expect_not(sl_type_identical(f, h));
}

Test(types, that_are_recursive_literals_compare_in_finite_time) {
    SlType *a = interface_of(NULL, NULL, NULL), *b = interface_of(NULL, NULL, NULL);
    add_method(a, method("M", func(NULL, NULL, a), NULL));
    add_method(b, method("M", func(NULL, NULL, b), NULL));
    cr_expect(sl_type_identical(a, b));
}

Test(types, instances_are_one_pointer_for_identical_arguments) {
    SlType *list = list_type();
    const SlType *a = slice(sl_type_byte(w.types)), *b = slice(basic(SL_UINT8)), *c = basic(SL_INT);
    const SlType *of_a = sl_instantiate_named(w.types, list, &a, 1);
    cr_expect_eq(of_a, sl_instantiate_named(w.types, list, &b, 1));
    cr_expect_neq(of_a, sl_instantiate_named(w.types, list, &c, 1));
    is_written(sl_instantiate_named(w.types, list, &c, 1), "List[int]");
}

Test(types, instances_expand_when_looked_into) {
    const SlType *targ = basic(SL_INT);
    const SlType *list = sl_instantiate_named(w.types, list_type(), &targ, 1);
    cr_expect_null(list->under);
    is_written(sl_under(list), "struct{next *List[int]; value int}");
    cr_expect_eq(sl_under(list)->fields[0]->type->elem, list);
    cr_expect_not(sl_has_type_params(list));
    cr_expect_eq(sl_type_size(list), 16);
}

Test(types, instances_have_the_methods_of_their_origin_with_their_own_types) {
    SlType *origin = list_type();
    const SlType *targ = basic(SL_STRING);
    const SlType *list = sl_instantiate_named(w.types, origin, &targ, 1);
    SlLookup found = sl_lookup(w.types, list, true, &w.pkg, name("Push"), false);
    cr_assert_eq(found.obj, origin->methods[0]);
    const SlType *sig = sl_method_type(w.types, pointer(list), found.obj);
    is_written(sig, "func(string) List[string]");
    is_written(sig->recv->type, "*List[string]");
    cr_expect_eq(sig, sl_method_type(w.types, list, found.obj));
    SlType *holder = named("Holder", fields(field("List", list, true)));
    found = sl_lookup(w.types, holder, true, &w.pkg, name("Push"), false);
    cr_expect_eq(found.holder, list);
    is_written(sl_method_type(w.types, holder, found.obj), "func(string) List[string]");
}

Test(types, that_grow_with_each_instance_still_terminate) {
    SlType *grow = named("Grow", NULL), *t = param("T", NULL, 0);
    parameterize(grow, &t, 1);
    const SlType *bigger = slice(t), *targ = basic(SL_INT);
    grow->under = fields(field("next", pointer(sl_instantiate_named(w.types, grow, &bigger, 1)), false));
    const SlType *one = sl_instantiate_named(w.types, grow, &targ, 1);
    is_written(sl_under(one), "struct{next *Grow[[]int]}");
    cr_expect_eq(sl_type_size(one), 8);
}

Test(types, declared_in_a_generic_function_differ_by_its_arguments) {
    SlType *t = param("T", NULL, 0), *sig = func(t, NULL, NULL);
    parameterize(sig, &t, 1);
    SlFuncNode node = {.sig = sig};
    SlScope *scope = sl_scope_new(w.types, sl_universe(w.types), 0, 0);
    scope->func = &node;
    SlType *local = named("node", fields(field("value", t, false)));
    local->obj->scope = scope;
    cr_expect(sl_has_type_params(local));
    const SlType *integer = basic(SL_INT), *text = basic(SL_STRING);
    const SlType *of_int = sl_subst(w.types, local, &t, &integer, 1);
    const SlType *of_string = sl_subst(w.types, local, &t, &text, 1);
    cr_expect_neq(of_int, of_string);
    cr_expect_not(sl_type_identical(of_int, of_string));
    cr_expect_eq(of_int, sl_subst(w.types, local, &t, &integer, 1));
    is_written(sl_under(of_int), "struct{value int}");
    is_written(of_int, "node");
    is_printed(of_int, "main.node[int]");
    cr_expect_not(sl_has_type_params(of_int));
}

Test(types, selectors_take_the_shallowest_name) {
    SlType *inner = named("Inner", fields(field("x", basic(SL_INT), false), field("y", basic(SL_INT), false)));
    SlType *outer = named("Outer", fields(field("Inner", pointer(inner), true), field("y", basic(SL_STRING), false)));
    SlLookup y = sl_lookup(w.types, outer, false, &w.pkg, name("y"), false);
    cr_expect_eq(y.path_length, 1);
    cr_expect_eq(y.path[0], 1);
    SlLookup x = sl_lookup(w.types, outer, false, &w.pkg, name("x"), false);
    cr_assert_not_null(x.obj);
    cr_expect_eq(x.path_length, 2);
    cr_expect(x.path[0] == 0 && x.path[1] == 0);
    cr_expect(x.indirect);
    cr_expect_null(sl_lookup(w.types, outer, false, &w.other, name("x"), false).obj);
}

Test(types, selectors_at_one_depth_are_ambiguous) {
    SlType *a = named("A", fields(field("x", basic(SL_INT), false)));
    SlType *b = named("B", fields(field("x", basic(SL_INT), false)));
    SlType *both = named("Both", fields(field("A", a, true), field("B", b, true)));
    cr_expect(sl_lookup(w.types, both, false, &w.pkg, name("x"), false).ambiguous);
    SlType *left = named("Left", fields(field("A", a, true))), *right = named("Right", fields(field("A", a, true)));
    SlType *twice = named("Twice", fields(field("Left", left, true), field("Right", right, true)));
    cr_expect(sl_lookup(w.types, twice, false, &w.pkg, name("x"), false).ambiguous);
}

Test(types, selectors_do_not_go_through_pointers_to_interfaces_or_named_pointers) {
    SlType *i = named("I", interface_of(method("M", func(NULL, NULL, NULL), NULL), NULL, NULL));
    cr_expect_not_null(sl_lookup(w.types, i, false, &w.pkg, name("M"), false).obj);
    cr_expect_null(sl_lookup(w.types, pointer(i), true, &w.pkg, name("M"), false).obj);
    SlType *t = named("T", fields(field("x", basic(SL_INT), false)));
    add_method(t, method("M", func(NULL, NULL, NULL), t));
    SlType *p = named("P", pointer(t));
    cr_expect_not_null(sl_lookup(w.types, p, true, &w.pkg, name("x"), false).obj);
    cr_expect_null(sl_lookup(w.types, p, true, &w.pkg, name("M"), false).obj);
}

Test(types, methods_with_pointer_receivers_need_an_address) {
    SlType *t = named("T", fields(field("x", basic(SL_INT), false)));
    add_method(t, method("M", func(NULL, NULL, NULL), pointer(t)));
    SlLookup found = sl_lookup(w.types, t, false, &w.pkg, name("M"), false);
    cr_expect_null(found.obj);
    cr_expect(found.pointer_receiver);
    cr_expect_not_null(sl_lookup(w.types, t, true, &w.pkg, name("M"), false).obj);
    cr_expect_not_null(sl_lookup(w.types, pointer(t), false, &w.pkg, name("M"), false).obj);
}

Test(types, missing_methods_are_explained_as_gc_does) {
    SlType *i = named("I", interface_of(method("Foo", func(basic(SL_INT), NULL, basic(SL_STRING)), NULL), NULL, NULL));
    SlType *none = named("None", basic(SL_INT)), *wrong = named("Wrong", basic(SL_INT));
    SlType *cased = named("Cased", basic(SL_INT)), *behind = named("Behind", basic(SL_INT));
    add_method(wrong, method("Foo", func(NULL, NULL, NULL), wrong));
    add_method(cased, method("foo", func(NULL, NULL, NULL), cased));
    add_method(behind, method("Foo", func(basic(SL_INT), NULL, basic(SL_STRING)), pointer(behind)));
    is_reason(sl_missing_method(w.types, none, i, true), "(missing method Foo)");
    is_reason(sl_missing_method(w.types, wrong, i, true),
              "(wrong type for method Foo)\n\t\thave Foo()\n\t\twant Foo(int) string");
    is_reason(sl_missing_method(w.types, cased, i, true),
              "(missing method Foo)\n\t\thave foo()\n\t\twant Foo(int) string");
    is_reason(sl_missing_method(w.types, behind, i, true), "(method Foo has pointer receiver)");
    cr_expect_null(sl_missing_method(w.types, pointer(behind), i, true));
    is_reason(sl_missing_method(w.types, pointer(i), i, true), "(type *I is pointer to interface, not interface)");
    const char *reason = NULL;
    cr_expect_not(sl_assignable(w.types, none, i, &reason));
    is_reason(reason, "None does not implement I (missing method Foo)");
    cr_expect_not(sl_assignable(w.types, i, pointer(behind), &reason));
    is_reason(reason, "need type assertion");
}

Test(types, sets_intersect_embedded_unions) {
    SlType *my = named("My", basic(SL_INT));
    SlType *wide = interface_of(NULL, NULL, union_of((Term){true, basic(SL_INT)}, (Term){true, basic(SL_STRING)}));
    SlType *narrow = interface_of(NULL, NULL, union_of((Term){false, my}, (Term){false, basic(SL_BOOL)}));
    SlType *both = interface_of(NULL, NULL, NULL);
    both->embeds = (const SlType *[]){wide, narrow};
    both->embed_count = 2;
    const SlTypeSet *set = sl_type_set(w.types, both);
    cr_expect_not(set->all_types);
    cr_assert_eq(set->term_count, 1);
    cr_expect_eq(set->terms[0].type, my);
    cr_expect_eq(w.diags->list.count, 0);
    const char *reason = NULL;
    cr_expect(sl_implements(w.types, my, both, true, &reason));
    cr_expect_not(sl_implements(w.types, basic(SL_INT), both, true, &reason));
}

Test(types, sets_with_comparable_keep_comparable_terms) {
    SlType *constraint =
        interface_of(NULL, NULL, union_of((Term){false, slice(basic(SL_INT))}, (Term){0, basic(SL_INT)}));
    SlType *both = interface_of(NULL, NULL, NULL);
    both->embeds = (const SlType *[]){constraint, sl_type_comparable(w.types)};
    both->embed_count = 2;
    const SlTypeSet *set = sl_type_set(w.types, both);
    cr_assert_eq(set->term_count, 1);
    cr_expect_eq(set->terms[0].type, basic(SL_INT));
}

static void union_error(Term a, Term b, const char *want) {
    w.diags->list.count = 0;
    sl_type_set(w.types, interface_of(NULL, NULL, union_of(a, b)));
    cr_assert_eq(w.diags->list.count, 1, "%d errors; want %s", w.diags->list.count, want);
    cr_expect_str_eq(w.diags->list.at[0].message, want);
}

Test(types, unions_refuse_wrong_terms) {
    SlType *my = named("My", basic(SL_INT));
    SlType *i = named("I", interface_of(method("M", func(NULL, NULL, NULL), NULL), NULL, NULL));
    Term integer = {false, basic(SL_INT)}, text = {false, basic(SL_STRING)};
    union_error(integer, (Term){true, basic(SL_INT)}, "overlapping terms ~int and int");
    union_error((Term){true, my}, text, "invalid use of ~ (underlying type of My is int)");
    union_error((Term){false, i}, text, "cannot use I in union (I contains methods)");
    union_error(text, (Term){false, sl_type_comparable(w.types)}, "cannot use comparable in union");
    union_error((Term){true, i}, text, "invalid use of ~ (I is an interface)");
    union_error(text, (Term){false, param("P", NULL, 0)}, "term cannot represent type parameter");
    SlType *twice =
        interface_of(method("M", func(NULL, NULL, NULL), NULL), method("M", func(NULL, NULL, NULL), NULL), NULL);
    w.diags->list.count = 0;
    sl_type_set(w.types, twice);
    cr_assert_eq(w.diags->list.count, 1);
    cr_expect_str_eq(w.diags->list.at[0].message, "duplicate method M");
}

Test(types, constraints_explain_who_does_not_satisfy_them) {
    SlType *my = named("My", basic(SL_INT));
    SlType *number =
        named("Number", interface_of(NULL, NULL, union_of((Term){0, basic(SL_INT)}, (Term){0, basic(SL_FLOAT64)})));
    SlType *p = param("P", number, 0);
    const char *reason = NULL;
    const SlType *targ = basic(SL_STRING);
    cr_expect_eq(sl_verify_instance(w.types, &p, &targ, 1, &reason), 0);
    is_reason(reason, "string does not satisfy Number (string missing in int | float64)");
    targ = my;
    cr_expect_eq(sl_verify_instance(w.types, &p, &targ, 1, &reason), 0);
    is_reason(reason, "My does not satisfy Number (possibly missing ~ for int in constraint Number)");
    SlType *c = param("C", sl_type_comparable(w.types), 0);
    targ = slice(basic(SL_INT));
    cr_expect_eq(sl_verify_instance(w.types, &c, &targ, 1, &reason), 0);
    is_reason(reason, "[]int does not satisfy comparable");
    targ = sl_type_any(w.types);
    cr_expect_eq(sl_verify_instance(w.types, &c, &targ, 1, &reason), -1);
    SlType *q = param("Q", union_of((Term){true, basic(SL_INT)}, (Term){0}), 0);
    targ = my;
    cr_expect_eq(sl_verify_instance(w.types, &q, &targ, 1, &reason), -1);
}

Test(types, have_core_types_when_all_terms_agree) {
    const SlType *both = sl_type_chan(w.types, SL_DIR_BOTH, basic(SL_INT));
    const SlType *send = sl_type_chan(w.types, SL_DIR_SEND, basic(SL_INT));
    SlType *c = param("C", union_of((Term){true, both}, (Term){0, send}), 0);
    cr_assert_not_null(sl_core(c));
    cr_expect_eq(sl_core(c)->dir, SL_DIR_SEND);
    SlType *n = param("N", union_of((Term){0, basic(SL_INT)}, (Term){0, basic(SL_STRING)}), 0);
    cr_expect_null(sl_core(n));
    cr_expect_null(sl_core(param("A", NULL, 0)));
    SlType *b = param("B", union_of((Term){true, basic(SL_STRING)}, (Term){true, slice(sl_type_byte(w.types))}), 0);
    cr_expect_null(sl_core(b));
    cr_expect_eq(sl_core_string(b), basic(SL_STRING));
}

Test(types, are_assignable_by_the_specification) {
    SlType *ints = named("Ints", slice(basic(SL_INT)));
    cr_expect(sl_assignable(w.types, slice(basic(SL_INT)), ints, NULL));
    cr_expect(sl_assignable(w.types, ints, slice(basic(SL_INT)), NULL));
    cr_expect_not(sl_assignable(w.types, ints, named("Other", slice(basic(SL_INT))), NULL));
    cr_expect_not(sl_assignable(w.types, basic(SL_INT), named("My", basic(SL_INT)), NULL));
    const SlType *both = sl_type_chan(w.types, SL_DIR_BOTH, basic(SL_INT));
    const SlType *receive = sl_type_chan(w.types, SL_DIR_RECV, basic(SL_INT));
    cr_expect(sl_assignable(w.types, both, receive, NULL));
    cr_expect_not(sl_assignable(w.types, receive, both, NULL));
    cr_expect(sl_assignable(w.types, named("C", both), receive, NULL));
    cr_expect_not(sl_assignable(w.types, named("C", both), named("D", receive), NULL));
    SlType *p = param("P", union_of((Term){true, slice(basic(SL_INT))}, (Term){0}), 0);
    cr_expect(sl_assignable(w.types, slice(basic(SL_INT)), p, NULL));
    cr_expect(sl_assignable(w.types, p, slice(basic(SL_INT)), NULL));
    cr_expect(sl_assignable(w.types, p, sl_type_any(w.types), NULL));
}

Test(types, convert_by_the_specification) {
    const SlType *bytes = slice(sl_type_byte(w.types));
    cr_expect(sl_convertible(w.types, basic(SL_INT), basic(SL_FLOAT32), NULL));
    cr_expect(sl_convertible(w.types, basic(SL_INT), basic(SL_STRING), NULL));
    cr_expect_not(sl_convertible(w.types, basic(SL_FLOAT64), basic(SL_STRING), NULL));
    cr_expect(sl_convertible(w.types, basic(SL_STRING), bytes, NULL));
    cr_expect(sl_convertible(w.types, bytes, sl_type_array(w.types, basic(SL_UINT8), 4), NULL));
    cr_expect(sl_convertible(w.types, bytes, pointer(sl_type_array(w.types, basic(SL_UINT8), 4)), NULL));
    cr_expect_not(sl_convertible(w.types, sl_type_array(w.types, basic(SL_UINT8), 4), bytes, NULL));
    cr_expect(sl_convertible(w.types, pointer(basic(SL_INT)), basic(SL_UNSAFE_POINTER), NULL));
    SlType *p = param("P", union_of((Term){0, basic(SL_INT)}, (Term){0, basic(SL_FLOAT64)}), 0);
    cr_expect(sl_convertible(w.types, p, basic(SL_INT8), NULL));
    const char *reason = NULL;
    cr_expect_not(sl_convertible(w.types, p, basic(SL_STRING), &reason));
    is_reason(reason, "cannot convert float64 (in P) to type string");
}

Test(types, comparable_ones_are_told_from_others) {
    const char *reason = NULL;
    SlType *s = fields(field("f", slice(basic(SL_INT)), false));
    cr_expect_not(sl_comparable(w.types, s, true, &reason));
    is_reason(reason, "struct containing []int cannot be compared");
    cr_expect_not(sl_comparable(w.types, sl_type_array(w.types, s, 2), true, &reason));
    cr_expect(sl_comparable(w.types, sl_type_any(w.types), true, NULL));
    cr_expect_not(sl_comparable(w.types, sl_type_any(w.types), false, NULL));
    cr_expect(sl_comparable(w.types, param("P", sl_type_comparable(w.types), 0), true, NULL));
    cr_expect_not(sl_comparable(w.types, param("P", NULL, 0), true, &reason));
    is_reason(reason, "incomparable types in type set");
}

Test(types, are_laid_out_as_gc_does_on_amd64) {
    SlType *s = fields(field("a", basic(SL_BOOL), false), field("b", basic(SL_INT64), false),
                       field("c", basic(SL_INT16), false));
    cr_expect_eq(sl_type_size(s), 24);
    cr_expect_eq(sl_struct_offset(s, 1), 8);
    cr_expect_eq(sl_struct_offset(s, 2), 16);
    const SlType *empty = struct_of(NULL, 0);
    cr_expect_eq(sl_type_size(empty), 0);
    SlType *trailing = fields(field("a", basic(SL_INT32), false), field("e", empty, false));
    cr_expect_eq(sl_type_size(trailing), 8);
    cr_expect_eq(sl_struct_offset(trailing, 1), 4);
    SlType *leading = fields(field("e", empty, false), field("a", basic(SL_INT32), false));
    cr_expect_eq(sl_type_size(leading), 4);
    cr_expect_eq(sl_type_align(basic(SL_COMPLEX64)), 4);
    cr_expect_eq(sl_type_align(basic(SL_COMPLEX128)), 8);
    cr_expect_eq(sl_type_size(sl_type_array(w.types, basic(SL_INT64), INT64_MAX / 2)), INT64_MAX);
    cr_expect_not(sl_type_has_pointers(s));
    cr_expect(sl_type_has_pointers(fields(field("s", basic(SL_STRING), false))));
}

static SlInference infer;

static bool infers(SlType **tparams, int count, const SlType **params, const SlType **args, int pairs) {
    infer = (SlInference){.tparams = tparams, .count = count, .params = params, .args = args, .pair_count = pairs};
    infer.targs = SL_NEW_N(w.arena, const SlType *, count);
    return sl_infer(w.types, &infer);
}

Test(types, inference_reads_arguments_and_core_types) {
    // func Map[S ~[]E, E, R any](s S, f func(E) R)
    SlType *e = param("E", NULL, 1), *r = param("R", NULL, 2);
    SlType *s = param("S", union_of((Term){true, slice(e)}, (Term){0}), 0);
    SlType *tparams[] = {s, e, r};
    SlType *ints = named("Ints", slice(basic(SL_INT)));
    cr_assert(infers(tparams, 3, (const SlType *[]){s, func(e, NULL, r)},
                     (const SlType *[]){ints, func(basic(SL_INT), NULL, basic(SL_STRING))}, 2),
              "%s", infer.reason);
    cr_expect_eq(infer.targs[0], ints);
    cr_expect_eq(infer.targs[1], basic(SL_INT));
    cr_expect_eq(infer.targs[2], basic(SL_STRING));
}

Test(types, inference_takes_the_largest_untyped_kind) {
    SlType *t = param("T", NULL, 0);
    const SlType *params[] = {t, t};
    cr_assert(infers(&t, 1, params, (const SlType *[]){basic(SL_UNTYPED_INT), basic(SL_UNTYPED_FLOAT)}, 2));
    cr_expect_eq(infer.targs[0], basic(SL_FLOAT64));
    cr_assert(infers(&t, 1, params, (const SlType *[]){basic(SL_UNTYPED_INT), basic(SL_INT8)}, 2));
    cr_expect_eq(infer.targs[0], basic(SL_INT8));
    cr_expect_not(infers(&t, 1, params, (const SlType *[]){basic(SL_UNTYPED_INT), basic(SL_UNTYPED_STRING)}, 2));
    is_reason(infer.reason, "mismatched types untyped int and untyped string (cannot infer T)");
}

Test(types, inference_explains_what_does_not_fit) {
    SlType *t = param("T", NULL, 0), *u = param("U", NULL, 1), *tparams[] = {t, u};
    cr_expect_not(infers(&t, 1, (const SlType *[]){slice(t)}, (const SlType *[]){basic(SL_INT)}, 1));
    is_reason(infer.reason, "does not match []T (cannot infer T)");
    cr_expect_eq(infer.argument, 0);
    cr_expect_not(infers(&t, 1, (const SlType *[]){t, t}, (const SlType *[]){basic(SL_INT), basic(SL_STRING)}, 2));
    is_reason(infer.reason, "does not match inferred type int for T");
    cr_expect_eq(infer.argument, 1);
    cr_expect_not(infers(tparams, 2, (const SlType *[]){t}, (const SlType *[]){basic(SL_INT)}, 1));
    is_reason(infer.reason, "cannot infer U");
    cr_expect_eq(infer.failed, 1);
}

Test(types, inference_keeps_the_callers_own_type_parameters) {
    SlType *t = param("T", NULL, 0); // func F[T any](x []T) calls F([][]T{})
    cr_assert(infers(&t, 1, (const SlType *[]){slice(t)}, (const SlType *[]){slice(slice(t))}, 1), "%s", infer.reason);
    is_written(infer.targs[0], "[]T");
    cr_expect_eq(infer.targs[0]->elem, t);
}

Test(types, inference_uses_methods_of_constraints) {
    // func F[P interface{ Get() V }, V any](p P)
    SlType *v = param("V", NULL, 1),
           *p = param("P", interface_of(method("Get", func(NULL, NULL, v), NULL), NULL, NULL), 0);
    SlType *tparams[] = {p, v}, *box = named("Box", basic(SL_INT));
    add_method(box, method("Get", func(NULL, NULL, basic(SL_STRING)), box));
    cr_assert(infers(tparams, 2, (const SlType *[]){p}, (const SlType *[]){box}, 1), "%s", infer.reason);
    cr_expect_eq(infer.targs[1], basic(SL_STRING));
    // func G[T any, PT interface{ *T; M() }](t T)
    SlObj *m = method("M", func(NULL, NULL, NULL), NULL);
    SlType *t = param("T", NULL, 0), *pt = param("PT", interface_of(m, NULL, pointer(t)), 1), *both[] = {t, pt};
    cr_assert(infers(both, 2, (const SlType *[]){t}, (const SlType *[]){basic(SL_UNTYPED_INT)}, 1), "%s", infer.reason);
    is_written(infer.targs[1], "*int");
}

Test(types, inference_takes_generic_functions_as_arguments) {
    // func Map[T, R any](s []T, f func(T) R); func Box[X any](X) []X; Map([]int, Box)
    SlType *t = param("T", NULL, 0), *r = param("R", NULL, 1), *x = param("X", NULL, 0);
    SlType *box = func(x, NULL, slice(x));
    parameterize(box, &x, 1);
    const SlType *fresh = sl_signature_fresh(w.types, box);
    cr_expect(sl_type_identical(fresh, box));
    SlType *tparams[] = {t, r, fresh->tparams[0]};
    SlInference in = {.tparams = tparams, .count = 3, .callee_count = 2, .pair_count = 2};
    in.targs = SL_NEW_N(w.arena, const SlType *, 3);
    in.params = (const SlType *[]){slice(t), func(t, NULL, r)};
    in.args = (const SlType *[]){slice(basic(SL_INT)), fresh};
    cr_assert(sl_infer(w.types, &in), "%s", in.reason);
    is_written(in.targs[1], "[]int");
    is_written(in.targs[2], "int");
}

Test(types, inference_fits_a_generic_function_to_a_function_type) {
    SlType *x = param("X", NULL, 0), *box = func(x, NULL, slice(x));
    SlType *wanted = named("F", func(basic(SL_STRING), NULL, slice(basic(SL_STRING))));
    cr_assert(infers(&x, 1, (const SlType *[]){box}, (const SlType *[]){wanted}, 1), "%s", infer.reason);
    cr_expect_eq(infer.targs[0], basic(SL_STRING));
}

Test(types, inference_prefers_defined_types_and_directed_channels) {
    SlType *t = param("T", NULL, 0), *ints = named("Ints", slice(basic(SL_INT)));
    const SlType *params[] = {t, t};
    cr_assert(infers(&t, 1, params, (const SlType *[]){slice(basic(SL_INT)), ints}, 2), "%s", infer.reason);
    cr_expect_eq(infer.targs[0], ints);
    const SlType *both = sl_type_chan(w.types, SL_DIR_BOTH, basic(SL_INT));
    const SlType *receive = sl_type_chan(w.types, SL_DIR_RECV, basic(SL_INT));
    cr_assert(infers(&t, 1, params, (const SlType *[]){both, receive}, 2), "%s", infer.reason);
    cr_expect_eq(infer.targs[0]->dir, SL_DIR_RECV);
    cr_expect_not(infers(&t, 1, params, (const SlType *[]){ints, named("Other", slice(basic(SL_INT)))}, 2));
}

Test(types, inference_never_puts_a_type_into_itself) {
    SlType *t = param("T", NULL, 0), *u = param("U", NULL, 1), *tparams[] = {t, u};
    // f(x T, y []T) with arguments of types U and T of itself: T = []T has no solution
    SlInference in = {.tparams = tparams, .count = 2, .pair_count = 2, .callee_count = 1};
    in.targs = SL_NEW_N(w.arena, const SlType *, 2);
    in.params = (const SlType *[]){t, slice(t)};
    in.args = (const SlType *[]){u, u};
    cr_expect_not(sl_infer(w.types, &in));
}

Test(types, constants_are_represented_or_refused) {
    const SlConst *out;
    cr_expect(sl_representable(w.types, sl_const_int(w.consts, 255), basic(SL_UINT8), &out));
    cr_expect_not(sl_representable(w.types, sl_const_int(w.consts, 256), basic(SL_UINT8), &out));
    cr_expect_not(sl_representable(w.types, sl_const_int(w.consts, -1), basic(SL_UINT64), &out));
    cr_expect(sl_representable(w.types, sl_const_int(w.consts, -128), basic(SL_INT8), &out));
    cr_expect_not(sl_representable(w.types, sl_const_int(w.consts, 128), basic(SL_INT8), &out));
    cr_expect(sl_representable(w.types, sl_const_float(w.consts, 2.0), basic(SL_INT), &out));
    cr_expect_eq(sl_const_kind(out), SL_CONST_INT);
    cr_expect_not(sl_representable(w.types, sl_const_float(w.consts, 2.5), basic(SL_INT), &out));
    cr_expect_not(sl_representable(w.types, sl_const_float(w.consts, 1e300), basic(SL_FLOAT32), &out));
    cr_expect(sl_representable(w.types, sl_const_int(w.consts, 1), basic(SL_COMPLEX64), &out));
    cr_expect_not(sl_representable(w.types, sl_const_int(w.consts, 1), basic(SL_STRING), &out));
}

Test(types, scopes_show_local_names_from_their_position_on) {
    SlScope *outer = sl_scope_new(w.types, sl_universe(w.types), 0, 0), *inner = sl_scope_new(w.types, outer, 10, 50);
    SlObj *far = var("x", basic(SL_INT)), *near = var("x", basic(SL_STRING));
    near->scope_pos = 20;
    cr_expect_null(sl_scope_insert(outer, far));
    cr_expect_null(sl_scope_insert(inner, near));
    cr_expect_eq(sl_scope_insert(inner, var("x", basic(SL_INT))), near);
    const SlScope *where;
    cr_expect_eq(sl_scope_find(inner, name("x"), 15, &where), far);
    cr_expect_eq(where, outer);
    cr_expect_eq(sl_scope_find(inner, name("x"), 25, NULL), near);
    SlObj *len = sl_scope_find(inner, name("len"), 25, NULL);
    cr_assert_not_null(len);
    cr_expect_eq(len->builtin, SL_BUILTIN_len);
    cr_expect_eq(sl_scope_lookup(sl_unsafe_scope(w.types), name("Sizeof"))->builtin, SL_BUILTIN_Sizeof);
}
