// SPDX-License-Identifier: MIT
// Signatures of methods for a receiver, and which methods a type lacks for an interface.
#include "lang/types-impl.h"

const SlType *sl_method_declared(SlTypes *types, SlObj *method) {
    if (method->type == NULL && types->resolve_method != NULL) {
        types->resolve_method(types->resolve_method_data, method);
    }
    const SlType *sig = method->type;
    return sig != NULL && sig->kind == SL_TYPE_SIGNATURE ? sig : NULL;
}

static int index_of(const SlType *origin, const SlObj *method) {
    for (int i = 0; i < origin->method_count; i++) {
        if (origin->methods[i] == method)
            return i;
    }
    return -1;
}

// Of an instance's method: the declared signature with the receiver's own names of type parameters replaced.
static const SlType *of_instance(SlTypes *types, SlType *instance, SlObj *method, int index) {
    if (index < instance->method_sig_count && instance->method_sigs[index] != NULL)
        return instance->method_sigs[index];
    const SlType *sig = sl_method_declared(types, method);
    if (sig == NULL)
        return NULL;
    if (sig->recv_tparam_count != instance->targ_count)
        return sig; // wrong receiver, reported
    SlType *out = sl_type_mutable(sl_subst(types, sig, sig->recv_tparams, instance->targs, sig->recv_tparam_count));
    if (out == sig || out->recv_tparam_count > 0) {
        SlType *copy = sl_arena_copy(types->arena, out, sizeof *out);
        copy->recv_tparams = NULL;
        copy->recv_tparam_count = 0;
        out = copy;
    }
    int count = instance->origin->method_count;
    if (instance->method_sig_count < count) {
        const SlType **sigs = SL_NEW_N(types->arena, const SlType *, count);
        for (int i = 0; i < instance->method_sig_count; i++)
            sigs[i] = instance->method_sigs[i];
        instance->method_sigs = sigs;
        instance->method_sig_count = count;
    }
    instance->method_sigs[index] = out;
    return out;
}

const SlType *sl_method_type(SlTypes *types, const SlType *recv, SlObj *method) {
    bool pointer;
    const SlType *type = sl_deref(recv, &pointer);
    int index = type->kind == SL_TYPE_NAMED ? index_of(type->origin, method) : -1;
    if (index < 0 && type->kind != SL_TYPE_PARAM && method->name != NULL) { // by way of an embedded field
        SlLookup found = sl_lookup(types, recv, true, method->pkg, method->name, false);
        if (found.obj == method && found.holder != NULL && found.holder->kind == SL_TYPE_NAMED) {
            type = found.holder;
            index = index_of(type->origin, method);
        }
    }
    if (index < 0 || type->origin == type || type->targ_count == 0)
        return sl_method_declared(types, method);
    return of_instance(types, sl_type_mutable(type), method, index);
}

typedef enum { FOUND, NOT_FOUND, WRONG_NAME, UNEXPORTED, WRONG_SIGNATURE, AMBIGUOUS, POINTER_RECEIVER, FIELD } Outcome;

typedef struct {
    Outcome outcome;
    SlObj *want; // the interface's method
    const SlType *want_sig;
    SlObj *have; // V's, if there is one
    const SlType *have_sig;
} Missing;

static bool identical(void *data, const SlType *have, const SlType *want) {
    (void)data;
    return sl_type_identical(have, want);
}

static bool wrong_signature(SlTypes *types, Missing *missing, SlSameSignature same, void *data) {
    missing->want_sig = sl_method_declared(types, missing->want);
    if (missing->have_sig == NULL || missing->want_sig == NULL)
        return false;
    return !same(data, missing->have_sig, missing->want_sig);
}

static void look_in_interface(SlTypes *types, const SlType *V, bool static_only, Missing *missing, SlSameSignature same,
                              void *data) {
    missing->have = sl_set_method(sl_type_set(types, V), missing->want->pkg, missing->want->name, false);
    if (missing->have == NULL) {
        missing->outcome = static_only ? NOT_FOUND : FOUND;
        return;
    }
    missing->have_sig = sl_method_declared(types, missing->have);
    if (wrong_signature(types, missing, same, data))
        missing->outcome = WRONG_SIGNATURE;
}

static void look_in_type(SlTypes *types, const SlType *V, Missing *missing, SlSameSignature same, void *data) {
    const SlObj *want = missing->want;
    SlLookup found = sl_lookup(types, V, false, want->pkg, want->name, false);
    if (found.obj == NULL) {
        missing->outcome = found.ambiguous ? AMBIGUOUS : found.pointer_receiver ? POINTER_RECEIVER : NOT_FOUND;
        if (missing->outcome != NOT_FOUND)
            return;
        found = sl_lookup(types, V, false, want->pkg, want->name, true);
        if (found.obj == NULL || found.obj->kind != SL_OBJ_FUNC)
            return;
        missing->have = found.obj;
        missing->outcome = strcmp(found.obj->name, want->name) == 0 ? UNEXPORTED : WRONG_NAME;
        missing->have_sig = sl_method_type(types, V, found.obj);
        return;
    }
    if (found.obj->kind != SL_OBJ_FUNC) {
        missing->outcome = FIELD;
        return;
    }
    missing->have = found.obj;
    const SlType *holder = found.holder != NULL ? found.holder : V;
    missing->have_sig = sl_method_type(types, holder, found.obj);
    if (wrong_signature(types, missing, same, data))
        missing->outcome = WRONG_SIGNATURE;
}

bool sl_is_interface_pointer(const SlType *type) {
    const SlType *under = sl_under(type);
    return under->kind == SL_TYPE_POINTER && sl_under(under->elem)->kind == SL_TYPE_INTERFACE;
}

const char *sl_interface_pointer_reason(SlTypes *types, const SlType *type) {
    bool param = sl_is_type_param(sl_under(type)->elem);
    return sl_arena_printf(types->arena, "type %s is pointer to %s, not %s", sl_show(types, type),
                           param ? "type parameter" : "interface", param ? "type parameter" : "interface");
}

static const char *have_want(SlTypes *types, const char *what, const Missing *missing) {
    const SlType *want_sig = sl_method_declared(types, missing->want);
    char *have = sl_method_format(missing->have, missing->have_sig, types->pkg);
    char *want = sl_method_format(missing->want, want_sig, types->pkg);
    if (strcmp(have, want) == 0) { // types of different packages with one name
        free(have);
        free(want);
        have = sl_method_format(missing->have, missing->have_sig, NULL);
        want = sl_method_format(missing->want, want_sig, NULL);
    }
    const char *text =
        sl_arena_printf(types->arena, "(%s %s)\n\t\thave %s\n\t\twant %s", what, missing->want->name, have, want);
    free(have);
    free(want);
    return text;
}

static const char *explain(SlTypes *types, const SlType *V, const SlType *T, const Missing *missing) {
    const char *name = missing->want->name;
    switch (missing->outcome) {
    case FOUND:
        break;
    case NOT_FOUND:
        if (sl_is_interface_pointer(V) || sl_is_interface_pointer(T)) {
            const char *reason = sl_interface_pointer_reason(types, sl_is_interface_pointer(V) ? V : T);
            return sl_arena_printf(types->arena, "(%s)", reason);
        }
        return sl_arena_printf(types->arena, "(missing method %s)", name);
    case WRONG_NAME:
        return have_want(types, "missing method", missing);
    case UNEXPORTED:
        return sl_arena_printf(types->arena, "(unexported method %s)", name);
    case WRONG_SIGNATURE:
        return have_want(types, "wrong type for method", missing);
    case AMBIGUOUS:
        return sl_arena_printf(types->arena, "(ambiguous selector %s.%s)", sl_show(types, V), name);
    case POINTER_RECEIVER:
        return sl_arena_printf(types->arena, "(method %s has pointer receiver)", name);
    case FIELD:
        return sl_arena_printf(types->arena, "(type %s has field %s, not method)", sl_show(types, V), name);
    }
    return NULL;
}

const char *sl_missing_method_by(SlTypes *types, const SlType *V, const SlType *T, bool static_only,
                                 SlSameSignature same, void *data) {
    const SlType *interface = sl_under(T), *V_under = sl_under(V);
    if (interface->kind != SL_TYPE_INTERFACE || !sl_is_valid(V_under))
        return NULL;
    const SlTypeSet *set = sl_type_set(types, interface);
    for (int i = 0; i < set->method_count; i++) {
        Missing missing = {.outcome = FOUND, .want = set->methods[i]};
        if (V_under->kind == SL_TYPE_INTERFACE) {
            look_in_interface(types, V_under, static_only, &missing, same, data);
        } else {
            look_in_type(types, V, &missing, same, data);
        }
        if (missing.outcome != FOUND)
            return explain(types, V, T, &missing);
    }
    return NULL;
}

const char *sl_missing_method(SlTypes *types, const SlType *V, const SlType *T, bool static_only) {
    return sl_missing_method_by(types, V, T, static_only, identical, NULL);
}
