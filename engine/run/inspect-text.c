// SPDX-License-Identifier: MIT
// A value in one line, for the inspector: {x: 1, y: 2}, [1 2 3], map[a:1], &{…}, next 4, then 5 6 7. Bounded in bytes
// and in depth, so that cycles end; what was cut ends in an ellipsis.
#include <math.h>
#include <stdio.h>

#include "run/inspect-impl.h"
#include "run/values.h"

enum { DEEPEST = 5, POINTERS = 3, SORTED = 64 };

typedef struct {
    const SlMachine *machine;
    SlText *text;
    size_t end; // the text may grow to here
    bool full;
    int depth, pointers;
} Writer;

static void put(Writer *w, const char *bytes, size_t length) {
    if (w->full)
        return;
    size_t room = w->end > w->text->length ? w->end - w->text->length : 0;
    if (length > room) {
        w->full = true;
        while (room > 0 && ((uint8_t)bytes[room] & 0xC0) == 0x80) // not within a rune
            room--;
        length = room;
    }
    sl_text_add(w->text, bytes, length);
    if (w->full)
        sl_text_adds(w->text, "…");
}

static void puts_text(Writer *w, const char *text) {
    put(w, text, strlen(text));
}

static void put_type(Writer *w, const SlRtype *type) {
    SlText text = {0};
    sl_type_show(type, &text);
    put(w, sl_text_cstr(&text), text.length);
    sl_text_free(&text);
}

static void put_float(Writer *w, double value, bool single) {
    char digits[40];
    if (isnan(value) || isinf(value)) {
        puts_text(w, isnan(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf");
        return;
    }
    for (int precision = 1; precision <= 17; precision++) { // the shortest that says it
        double back = 0;
        snprintf(digits, sizeof digits, "%.*g", precision, value);
        if (sscanf(digits, "%lf", &back) == 1 && (single ? (float)back == (float)value : back == value))
            break;
    }
    puts_text(w, digits);
}

static void put_string(Writer *w, SlStr string) {
    put(w, "\"", 1);
    for (int64_t at = 0; at < string.length && !w->full;) {
        int64_t next;
        int32_t rune = sl_string_decode(string, at, &next);
        char escaped[12] = "";
        if (rune == '"' || rune == '\\')
            snprintf(escaped, sizeof escaped, "\\%c", (char)rune);
        else if (rune == '\n' || rune == '\t' || rune == '\r')
            snprintf(escaped, sizeof escaped, "\\%c", rune == '\n' ? 'n' : rune == '\t' ? 't' : 'r');
        else if (rune < 0x20 || rune == 0x7F || (rune == 0xFFFD && next == at + 1))
            snprintf(escaped, sizeof escaped, "\\x%02x", (uint8_t)string.bytes[at]);
        else if (rune >= 0x80 && rune < 0xA0) // control characters, too
            snprintf(escaped, sizeof escaped, "\\u%04x", (unsigned)rune);
        if (escaped[0])
            puts_text(w, escaped);
        else
            put(w, string.bytes + at, (size_t)(next - at));
        at = next;
    }
    put(w, "\"", 1);
}

// A time.Duration as it prints itself.
static void put_duration(Writer *w, int64_t nanoseconds) {
    uint64_t rest = nanoseconds < 0 ? 0 - (uint64_t)nanoseconds : (uint64_t)nanoseconds;
    if (nanoseconds < 0)
        put(w, "-", 1);
    char text[32];
    uint64_t hours = rest / 3600000000000u, minutes = rest / 60000000000u % 60;
    double seconds = (double)(rest % 60000000000u) / 1e9;
    if (!rest)
        puts_text(w, "0s");
    else if (rest < 1000000000) {
        bool micro = rest < 1000000, nano = rest < 1000;
        put_float(w, nano ? (double)rest : micro ? (double)rest / 1e3 : (double)rest / 1e6, false);
        puts_text(w, nano ? "ns" : micro ? "µs" : "ms");
    } else {
        snprintf(text, sizeof text, "%lluh", (unsigned long long)hours);
        puts_text(w, hours ? text : "");
        snprintf(text, sizeof text, "%llum", (unsigned long long)minutes);
        puts_text(w, hours || minutes ? text : "");
        put_float(w, seconds, false);
        put(w, "s", 1);
    }
}

static void put_view(Writer *w, SlView view);

static void put_struct(Writer *w, SlView view) {
    put(w, "{", 1);
    for (uint32_t i = 0; i < view.type->field_count && !w->full; i++) {
        if (i)
            put(w, ", ", 2);
        puts_text(w, view.type->fields[i].name);
        put(w, ": ", 2);
        put_view(w, sl_view_field(view, i));
    }
    put(w, "}", 1);
}

static void put_elements(Writer *w, const SlRtype *elem, const void *first, uint64_t count) {
    put(w, "[", 1);
    for (uint64_t i = 0; i < count && !w->full; i++) {
        if (i)
            put(w, " ", 1);
        put_view(w, sl_view_element(elem, first, i));
    }
    put(w, "]", 1);
}

static void put_map(Writer *w, SlView view) {
    const SlRmap *map = sl_view_map(w->machine, view);
    SlMapEntries entries = {0};
    sl_map_entries(w->machine, map, view.type, SORTED, &entries);
    puts_text(w, "map[");
    for (int i = 0; i < entries.count && !w->full; i++) {
        if (i)
            put(w, " ", 1);
        put_view(w, entries.at[i].key);
        put(w, ":", 1);
        put_view(w, entries.at[i].value);
    }
    if (!w->full && map && sl_rmap_len(map) > entries.count)
        puts_text(w, " …");
    put(w, "]", 1);
    sl_map_entries_free(&entries);
}

static void put_pointer(Writer *w, SlView view) {
    SlView to;
    if (!sl_view_pointee(w->machine, view, &to)) {
        puts_text(w, "(unreadable)");
        return;
    }
    put(w, "&", 1);
    if (w->pointers >= POINTERS) {
        puts_text(w, "…");
        return;
    }
    w->pointers++;
    put_view(w, to);
    w->pointers--;
}

static void put_waiters(Writer *w, const SlChan *chan) {
    for (const SlWaiter *waiter = chan->send_first; waiter && !w->full; waiter = waiter->next) {
        puts_text(w, waiter == chan->send_first ? "senders " : ", ");
        put_view(w, (SlView){chan->type->elem, waiter->value, true});
    }
    uint64_t count = 0;
    for (const SlWaiter *waiter = chan->recv_first; waiter; waiter = waiter->next)
        count++;
    char text[48];
    snprintf(text, sizeof text, count == 1 ? "a receiver waits" : "%llu receivers wait", (unsigned long long)count);
    if (count)
        puts_text(w, text);
}

static void put_chan(Writer *w, SlView view) {
    const SlChan *chan = sl_view_chan(w->machine, view);
    if (!chan) {
        puts_text(w, "(unreadable)");
        return;
    }
    uint64_t count = chan->is_timer ? 0 : chan->count;
    bool waited = chan->send_first || chan->recv_first;
    if (chan->closed)
        puts_text(w, count ? "closed, " : "closed");
    for (uint64_t i = 0; i < count && !w->full; i++) {
        puts_text(w, i == 0 ? "next " : i == 1 ? ", then " : " ");
        put_view(w, sl_view_buffered(chan, i));
    }
    if (waited && (count || chan->closed))
        puts_text(w, "; ");
    put_waiters(w, chan);
    if (!count && !waited && !chan->closed)
        puts_text(w, chan->is_timer ? "a timer's" : "empty");
}

static void put_func(Writer *w, SlView view) {
    const SlClosure *closure = sl_view_closure(w->machine, view);
    const char *name = closure && closure->func ? closure->func->name : "(unreadable)";
    puts_text(w, strncmp(name, "main.", 5) == 0 ? name + 5 : name);
}

static void put_dynamic(Writer *w, SlView view) {
    SlSlot data;
    SlView to;
    if (!sl_view_dynamic(w->machine, view, &data, &to)) {
        puts_text(w, "(unreadable)");
        return;
    }
    if (w->depth > 1 && sl_view_is_aggregate(to)) // the tree tells the type of the outermost
        put_type(w, to.type);
    put_view(w, to);
}

static void put_simple(Writer *w, const SlRtype *type, const SlSlot *slots) {
    char number[48] = "";
    switch (type->kind) {
    case SL_KIND_BOOL:
        puts_text(w, slots[0].u ? "true" : "false");
        return;
    case SL_KIND_FLOAT32:
    case SL_KIND_FLOAT64:
        put_float(w, slots[0].f, type->kind == SL_KIND_FLOAT32);
        return;
    case SL_KIND_COMPLEX64:
    case SL_KIND_COMPLEX128:
        put(w, "(", 1);
        put_float(w, slots[0].f, type->kind == SL_KIND_COMPLEX64);
        if (!(signbit(slots[1].f) || isinf(slots[1].f)))
            put(w, "+", 1);
        put_float(w, slots[1].f, type->kind == SL_KIND_COMPLEX64);
        put(w, "i)", 2);
        return;
    default:
        if (type->kind <= SL_KIND_INT64)
            snprintf(number, sizeof number, "%lld", (long long)slots[0].i);
        else
            snprintf(number, sizeof number, "%llu", (unsigned long long)slots[0].u);
        puts_text(w, number);
    }
}

static void put_reference(Writer *w, SlView view) {
    SlSlice slice;
    switch (view.type->kind) {
    case SL_KIND_SLICE:
        if (sl_view_slice(w->machine, view, &slice))
            put_elements(w, view.type->elem, slice.first, (uint64_t)slice.length);
        else
            puts_text(w, "(unreadable)");
        break;
    case SL_KIND_MAP:
        put_map(w, view);
        break;
    case SL_KIND_POINTER:
        put_pointer(w, view);
        break;
    case SL_KIND_CHAN:
        put_chan(w, view);
        break;
    case SL_KIND_FUNC:
        put_func(w, view);
        break;
    case SL_KIND_INTERFACE:
        put_dynamic(w, view);
        break;
    default:
        put_type(w, view.type);
    }
}

static void put_scalar(Writer *w, SlView view) {
    SlSlot slots[3];
    SlStr string;
    const SlRtype *type = view.type;
    if (!sl_view_load(w->machine, view, slots))
        puts_text(w, "(unreadable)");
    else if (type->kind == SL_KIND_STRING)
        sl_view_string(w->machine, view, &string) ? put_string(w, string) : puts_text(w, "(unreadable)");
    else if (type->kind == SL_KIND_INT64 && strcmp(type->name, "Duration") == 0 && strcmp(type->pkg_path, "time") == 0)
        put_duration(w, slots[0].i);
    else if (type->kind <= SL_KIND_COMPLEX128)
        put_simple(w, type, slots);
    else if (!slots[0].p)
        puts_text(w, "nil");
    else
        put_reference(w, view);
}

static void put_view(Writer *w, SlView view) {
    if (w->full)
        return;
    bool simple = view.type->kind <= SL_KIND_COMPLEX128 || view.type->kind == SL_KIND_STRING;
    if (w->depth >= DEEPEST && !simple) {
        puts_text(w, "…");
        return;
    }
    w->depth++;
    if (!sl_view_is_aggregate(view))
        put_scalar(w, view);
    else if (!sl_view_readable(w->machine, view.at, view.type->size))
        puts_text(w, "(unreadable)");
    else if (view.type->kind == SL_KIND_STRUCT)
        put_struct(w, view);
    else
        put_elements(w, view.type->elem, view.at, view.type->length);
    w->depth--;
}

void sl_view_text(const SlMachine *machine, SlView view, size_t limit, SlText *text) {
    Writer w = {.machine = machine, .text = text, .end = text->length + limit};
    put_view(&w, view);
}
