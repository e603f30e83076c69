// SPDX-License-Identifier: MIT
// Evaluating what is bound: walks the tree, reads the stopped machine by views, writes nothing but the expression's own
// scratch memory.
#include <stdarg.h>

#include "run/expression-impl.h"
#include "run/values.h"

enum { SCRATCH_MOST = 1 << 20 };

bool sl_eval_fail(Eval *eval, const char *format, ...) {
    if (!eval->error || eval->error->length)
        return false;
    va_list args;
    va_start(args, format);
    sl_text_vprintf(eval->error, format, args);
    va_end(args);
    return false;
}

char *sl_eval_room(Eval *eval, size_t bytes) {
    SlExpression *expression = eval->expression;
    expression->scratch_bytes += bytes;
    if (expression->scratch_bytes > SCRATCH_MOST) {
        sl_eval_fail(eval, "the text would be too long");
        return NULL;
    }
    if (!expression->scratch)
        expression->scratch = sl_arena_new();
    return sl_arena_alloc(expression->scratch, bytes ? bytes : 1);
}

// What lies there, as a value.
static bool take(Eval *eval, SlView place, Value *out) {
    *out = (Value){.type = place.type, .place = place};
    if (sl_view_is_aggregate(place))
        return sl_view_readable(eval->machine, place.at, place.type->size) ||
               sl_eval_fail(eval, "its memory cannot be read");
    return sl_view_load(eval->machine, place, out->slots) || sl_eval_fail(eval, "its memory cannot be read");
}

static bool run_variable(Eval *eval, const Bound *x, Value *out) {
    SlVariable variable;
    if (!eval->frame || !sl_frame_variable(eval->frame, x->name, x->pos, &variable))
        return sl_eval_fail(eval, "%s is not there yet at this place", x->name);
    if (variable.gone)
        return sl_eval_fail(eval, "%s is not used any more, so its value was not kept", x->name);
    if (variable.view.type != x->type) // of another instance of a generic function
        return sl_eval_fail(eval, "%s has another type here", x->name);
    return take(eval, variable.view, out);
}

static bool deref(Eval *eval, const Value *pointer, const char *what, SlView *to) {
    if (!pointer->slots[0].p)
        return sl_eval_fail(eval, "%s of a nil pointer", what);
    return sl_view_pointee(eval->machine, sl_value_view(pointer), to) ||
           sl_eval_fail(eval, "the pointer leads nowhere");
}

static bool run_field(Eval *eval, const Bound *x, Value *out) {
    Value base;
    if (!sl_expression_run(eval, x->x, &base))
        return false;
    SlView structure = sl_value_view(&base);
    if (base.type->kind == SL_KIND_POINTER && !deref(eval, &base, x->name, &structure))
        return false;
    return take(eval, sl_view_field(structure, x->field), out);
}

static bool run_index(Eval *eval, const Bound *x, Value *out) {
    Value base, index;
    if (!sl_expression_run(eval, x->x, &base) || !sl_expression_run(eval, x->y, &index))
        return false;
    SlView view = sl_value_view(&base);
    if (base.type->kind == SL_KIND_POINTER && !deref(eval, &base, "an element", &view))
        return false;
    SlSlice slice = {(void *)(uintptr_t)view.at, (int64_t)view.type->length, 0};
    SlStr string = {0};
    if (view.type->kind == SL_KIND_STRING) {
        if (!sl_view_string(eval->machine, view, &string))
            return sl_eval_fail(eval, "its memory cannot be read");
        slice.length = string.length;
    } else if (view.type->kind == SL_KIND_SLICE && !sl_view_slice(eval->machine, view, &slice))
        return sl_eval_fail(eval, "its memory cannot be read");
    bool negative = !sl_kind_is_unsigned(index.type->kind) && index.slots[0].i < 0;
    if (negative)
        return sl_eval_fail(eval, "index %lld is negative", (long long)index.slots[0].i);
    if (index.slots[0].u >= (uint64_t)slice.length)
        return sl_eval_fail(eval, "index %llu is out of range: there are %lld", (unsigned long long)index.slots[0].u,
                            (long long)slice.length);
    if (view.type->kind == SL_KIND_STRING) {
        *out = (Value){.type = x->type};
        out->slots[0].u = (uint8_t)string.bytes[index.slots[0].u];
        return true;
    }
    return take(eval, sl_view_element(view.type->elem, slice.first, index.slots[0].u), out);
}

typedef struct {
    const SlMachine *machine;
    const SlRtype *type;
    SlView key, found;
    bool bad;
} Search;

static bool is_key(void *data, const void *key, const void *value) {
    Search *search = data;
    SlView view = {search->type->key, key, false}, dynamic;
    SlSlot room;
    bool equal = false;
    if (view.type->kind == SL_KIND_INTERFACE && search->key.type->kind != SL_KIND_INTERFACE) {
        if (!sl_view_dynamic(search->machine, view, &room, &dynamic) || dynamic.type != search->key.type)
            return true;
        view = dynamic;
    }
    if (!sl_view_equal(search->machine, view, search->key, &equal))
        search->bad = true;
    if (equal)
        search->found = (SlView){search->type->elem, value, false};
    return !equal && !search->bad;
}

static bool run_lookup(Eval *eval, const Bound *x, Value *out) {
    Value base, key;
    if (!sl_expression_run(eval, x->x, &base) || !sl_expression_run(eval, x->y, &key))
        return false;
    const SlRmap *map = sl_view_map(eval->machine, sl_value_view(&base));
    if (!map && base.slots[0].p)
        return sl_eval_fail(eval, "its memory cannot be read");
    Search search = {.machine = eval->machine, .type = base.type, .key = sl_value_view(&key)};
    if (map)
        sl_rmap_each(map, base.type, is_key, &search);
    if (search.bad)
        return sl_eval_fail(eval, "the key cannot be compared");
    if (search.found.type)
        return take(eval, search.found, out);
    *out = (Value){.type = x->type}; // the zero value
    if (sl_view_is_aggregate((SlView){.type = x->type})) {
        char *zero = sl_eval_room(eval, x->type->size);
        out->place = (SlView){x->type, zero, false};
        return zero != NULL;
    }
    return true;
}

static bool bound_of(Eval *eval, const Bound *x, int64_t missing, int64_t *out) {
    Value value;
    *out = missing;
    if (!x)
        return true;
    if (!sl_expression_run(eval, x, &value))
        return false;
    *out = value.slots[0].i;
    bool huge = sl_kind_is_unsigned(value.type->kind) && *out < 0;
    return (*out >= 0 && !huge) || sl_eval_fail(eval, "a bound is out of range");
}

static bool run_slice(Eval *eval, const Bound *x, Value *out) {
    Value base;
    int64_t low, high;
    if (!sl_expression_run(eval, x->x, &base))
        return false;
    bool string = base.type->kind == SL_KIND_STRING;
    int64_t most = string ? base.slots[1].i : base.slots[2].i;
    if (!bound_of(eval, x->y, 0, &low) || !bound_of(eval, x->z, base.slots[1].i, &high))
        return false;
    if (low > high || high > most)
        return sl_eval_fail(eval, "bounds %lld:%lld are out of range: there are %lld", (long long)low, (long long)high,
                            (long long)most);
    *out = (Value){.type = base.type};
    out->slots[0].p = (char *)base.slots[0].p + (string ? low : low * (int64_t)base.type->elem->size);
    out->slots[1].i = high - low;
    out->slots[2].i = string ? 0 : most - low;
    return true;
}

static bool run_assert(Eval *eval, const Bound *x, Value *out) {
    Value base;
    if (!sl_expression_run(eval, x->x, &base))
        return false;
    const SlRtype *dynamic = base.slots[0].p;
    if (dynamic != x->type)
        return sl_eval_fail(eval, "it holds %s, not %s",
                            dynamic ? sl_expression_type_text(eval->expression, dynamic) : "nil",
                            sl_expression_type_text(eval->expression, x->type));
    if (dynamic->flags & SL_RTYPE_DIRECT && !sl_view_is_aggregate((SlView){.type = dynamic})) {
        *out = (Value){.type = dynamic, .slots = {base.slots[1]}};
        return true;
    }
    if (dynamic->flags & SL_RTYPE_DIRECT) { // a struct or array that is one pointer
        SlSlot *room = (SlSlot *)(void *)sl_eval_room(eval, sizeof *room);
        if (!room)
            return false;
        *room = base.slots[1];
        return take(eval, (SlView){dynamic, room, false}, out);
    }
    return take(eval, (SlView){dynamic, base.slots[1].p, false}, out);
}

static bool run_length(Eval *eval, const Bound *x, Value *out) {
    Value base;
    if (!sl_expression_run(eval, x->x, &base))
        return false;
    *out = (Value){.type = x->type};
    const SlRtype *type = base.type->kind == SL_KIND_POINTER ? base.type->elem : base.type;
    bool length = x->op == 'l';
    if (type->kind == SL_KIND_ARRAY) {
        out->slots[0].u = type->length;
    } else if (type->kind == SL_KIND_STRING || type->kind == SL_KIND_SLICE) {
        out->slots[0] = base.slots[length ? 1 : 2];
    } else if (base.slots[0].p && type->kind == SL_KIND_MAP) {
        const SlRmap *map = sl_view_map(eval->machine, sl_value_view(&base));
        out->slots[0].i = map ? sl_rmap_len(map) : 0;
    } else if (base.slots[0].p) {
        const SlChan *chan = sl_view_chan(eval->machine, sl_value_view(&base));
        out->slots[0].u = !chan || chan->is_timer ? 0 : length ? chan->count : chan->capacity;
    }
    return true;
}

static bool run_two(Eval *eval, const Bound *x, Value *out) {
    Value a, b;
    if (!sl_expression_run(eval, x->x, &a))
        return false;
    *out = (Value){.type = x->type};
    if (x->kind == BOUND_LOGIC) {
        *out = a;
        return (x->op == SL_TOKEN_OROR) == (a.slots[0].u != 0) || sl_expression_run(eval, x->y, out);
    }
    if (!sl_expression_run(eval, x->y, &b))
        return false;
    bool truth;
    if (x->kind == BOUND_BINARY)
        return sl_eval_binary(eval, x->op, x->type, &a, &b, out);
    if (x->kind == BOUND_SHIFT)
        return sl_eval_shift(eval, x->op, x->type, &a, &b, out);
    if (!sl_eval_compare(eval, x->op, &a, &b, &truth))
        return false;
    out->slots[0].u = truth;
    return true;
}

static bool run_one(Eval *eval, const Bound *x, Value *out) {
    Value a;
    SlView place;
    if (!sl_expression_run(eval, x->x, &a))
        return false;
    switch ((BoundKind)x->kind) {
    case BOUND_STAR:
        return deref(eval, &a, "the value", &place) && take(eval, place, out);
    case BOUND_PART:
        *out = (Value){.type = x->type, .slots = {a.slots[x->op == 'i']}};
        return true;
    case BOUND_UNARY:
        *out = (Value){.type = x->type};
        return sl_eval_unary(eval, x->op, x->type, &a, out);
    default:
        *out = (Value){.type = x->type};
        return sl_eval_convert(eval, x->type, &a, out);
    }
}

bool sl_expression_run(Eval *eval, const Bound *x, Value *out) {
    switch ((BoundKind)x->kind) {
    case BOUND_CONSTANT:
        *out = (Value){.type = x->type};
        sl_expression_constant(x, out->slots);
        return true;
    case BOUND_NIL:
        *out = (Value){.type = x->type};
        return true;
    case BOUND_VARIABLE:
        return run_variable(eval, x, out);
    case BOUND_GLOBAL:
        return take(eval, (SlView){x->type, eval->machine->globals + x->offset, false}, out);
    case BOUND_GIVEN:
        return take(eval, sl_view_of(x->type, eval->given->slots), out);
    case BOUND_FIELD:
        return run_field(eval, x, out);
    case BOUND_INDEX:
        return run_index(eval, x, out);
    case BOUND_LOOKUP:
        return run_lookup(eval, x, out);
    case BOUND_SLICE:
        return run_slice(eval, x, out);
    case BOUND_ASSERT:
        return run_assert(eval, x, out);
    case BOUND_LENGTH:
        return run_length(eval, x, out);
    case BOUND_BINARY:
    case BOUND_SHIFT:
    case BOUND_COMPARE:
    case BOUND_LOGIC:
        return run_two(eval, x, out);
    case BOUND_STAR:
    case BOUND_PART:
    case BOUND_UNARY:
    case BOUND_CONVERT:
        return run_one(eval, x, out);
    }
    return sl_eval_fail(eval, "that cannot be evaluated");
}
