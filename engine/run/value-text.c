// SPDX-License-Identifier: MIT
// A value in a few characters, for the picture: 42, "abc", Order{17 true}, [3 ints], *T, nil, chan int.
//
// The work is bounded by the limit: pointers, maps, slices and channels are named, not followed, structures show their
// fields until the room is used up.
#include <math.h>
#include <stdio.h>

#include "run/values.h"

typedef struct {
    SlText *text;
    size_t end; // the text may grow to here
    bool full;  // something did not fit
    int depth;
} Writer;

static const char ellipsis[] = "…";

static void put(Writer *writer, const char *bytes, size_t length) {
    if (writer->full)
        return;
    size_t room = writer->end > writer->text->length ? writer->end - writer->text->length : 0;
    if (length > room) {
        writer->full = true;
        while (room > 0 && ((uint8_t)bytes[room] & 0xC0) == 0x80) // not within a rune
            room--;
        length = room;
    }
    sl_text_add(writer->text, bytes, length);
}

static void puts_text(Writer *writer, const char *text) {
    put(writer, text, strlen(text));
}

// Names of main's types stand without their package.
static const char *short_name(const SlRtype *type) {
    const char *text = type->text ? type->text : "";
    return strncmp(text, "main.", 5) == 0 ? text + 5 : text;
}

static void put_type(Writer *writer, const SlRtype *type) {
    if (type->kind == SL_KIND_POINTER && !(type->flags & SL_RTYPE_NAMED) && type->elem) {
        put(writer, "*", 1);
        puts_text(writer, short_name(type->elem));
        return;
    }
    puts_text(writer, short_name(type));
}

static void put_float(Writer *writer, double value) {
    char digits[40];
    if (isnan(value) || isinf(value))
        snprintf(digits, sizeof digits, "%s", isnan(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf");
    else
        for (int precision = 1; precision <= 17; precision++) {
            snprintf(digits, sizeof digits, "%.*g", precision, value);
            double back;
            if (sscanf(digits, "%lf", &back) == 1 && back == value)
                break;
        }
    puts_text(writer, digits);
}

static void put_string(Writer *writer, SlStr string) {
    put(writer, "\"", 1);
    for (int64_t at = 0; at < string.length && !writer->full;) {
        int64_t next;
        int32_t rune = sl_string_decode(string, at, &next);
        char escaped[12];
        if (rune == '"' || rune == '\\')
            snprintf(escaped, sizeof escaped, "\\%c", (char)rune);
        else if (rune == '\n' || rune == '\t' || rune == '\r')
            snprintf(escaped, sizeof escaped, "\\%c", rune == '\n' ? 'n' : rune == '\t' ? 't' : 'r');
        else if (rune < 0x20 || rune == 0x7F || (rune == 0xFFFD && next == at + 1))
            snprintf(escaped, sizeof escaped, "\\x%02x", (uint8_t)string.bytes[at]);
        else
            escaped[0] = 0;
        if (escaped[0])
            puts_text(writer, escaped);
        else
            put(writer, string.bytes + at, (size_t)(next - at));
        at = next;
    }
    put(writer, "\"", 1);
}

static void put_value(Writer *writer, const SlRtype *type, const SlSlot *slots);

static void put_memory(Writer *writer, const SlRtype *type, const void *memory) {
    SlSlot slots[3] = {{.p = (void *)(uintptr_t)memory}};
    if (type->kind == SL_KIND_STRUCT || type->kind == SL_KIND_ARRAY) {
        put_value(writer, type, type->flags & SL_RTYPE_HUGE ? slots : memory);
        return;
    }
    sl_slot_load(memory, type, slots);
    put_value(writer, type, slots);
}

static void put_struct(Writer *writer, const SlRtype *type, const char *memory) {
    if (type->flags & SL_RTYPE_NAMED)
        puts_text(writer, short_name(type));
    put(writer, "{", 1);
    for (uint32_t i = 0; i < type->field_count && !writer->full; i++) {
        if (i > 0)
            put(writer, " ", 1);
        put_memory(writer, type->fields[i].type, memory + type->fields[i].offset);
    }
    put(writer, "}", 1);
}

static void put_count(Writer *writer, int64_t count, const SlRtype *elem) {
    char number[32];
    snprintf(number, sizeof number, "[%lld ", (long long)count);
    puts_text(writer, number);
    put_type(writer, elem);
    puts_text(writer, count == 1 ? "]" : "s]");
}

static void put_iface(Writer *writer, const SlRtype *type, SlSlot data) {
    if (!type)
        puts_text(writer, "nil");
    else if (type->flags & SL_RTYPE_DIRECT)
        put_value(writer, type, &data);
    else
        put_memory(writer, type, data.p);
}

// Numbers and bools. False: the type is none of these.
static bool put_number(Writer *writer, const SlRtype *type, const SlSlot *slots) {
    char number[48];
    if (type->kind == SL_KIND_BOOL)
        snprintf(number, sizeof number, "%s", slots[0].u ? "true" : "false");
    else if (type->kind >= SL_KIND_INT && type->kind <= SL_KIND_INT64)
        snprintf(number, sizeof number, "%lld", (long long)slots[0].i);
    else if (type->kind >= SL_KIND_UINT && type->kind <= SL_KIND_UINTPTR)
        snprintf(number, sizeof number, "%llu", (unsigned long long)slots[0].u);
    else if (type->kind == SL_KIND_FLOAT32)
        snprintf(number, sizeof number, "%.7g", slots[0].f);
    else if (type->kind == SL_KIND_COMPLEX64 || type->kind == SL_KIND_COMPLEX128)
        snprintf(number, sizeof number, "(%.6g%+.6gi)", slots[0].f, slots[1].f);
    else
        return false;
    puts_text(writer, number);
    return true;
}

static void put_value(Writer *writer, const SlRtype *type, const SlSlot *slots) {
    if (writer->full || writer->depth > 8) {
        writer->full = true;
        return;
    }
    if (put_number(writer, type, slots))
        return;
    writer->depth++;
    switch (type->kind) {
    case SL_KIND_FLOAT64:
        put_float(writer, slots[0].f);
        break;
    case SL_KIND_STRING:
        put_string(writer, (SlStr){slots[0].p, slots[1].i});
        break;
    case SL_KIND_STRUCT:
        if (!(type->flags & SL_RTYPE_HUGE))
            put_struct(writer, type, (const char *)slots);
        else if (slots[0].p)
            put_struct(writer, type, slots[0].p);
        else
            put_type(writer, type);
        break;
    case SL_KIND_ARRAY:
        put_count(writer, (int64_t)type->length, type->elem);
        break;
    case SL_KIND_SLICE:
        if (slots[0].p)
            put_count(writer, slots[1].i, type->elem);
        else
            puts_text(writer, "nil");
        break;
    case SL_KIND_INTERFACE:
        put_iface(writer, slots[0].p, slots[1]);
        break;
    default:
        if (slots[0].p)
            put_type(writer, type);
        else
            puts_text(writer, "nil");
    }
    writer->depth--;
}

void sl_value_text(const SlMachine *machine, const SlRtype *type, const SlSlot *slots, size_t limit, SlText *text) {
    (void)machine;
    size_t begin = text->length;
    Writer writer = {.text = text, .end = begin + limit};
    put_value(&writer, type, slots);
    if (!writer.full)
        return;
    // What was cut ends in an ellipsis and what closes it.
    const SlRtype *shown = type->kind == SL_KIND_INTERFACE && slots[0].p ? slots[0].p : type;
    const char *close = shown->kind == SL_KIND_STRUCT ? "}" : shown->kind == SL_KIND_STRING ? "\"" : "";
    size_t tail = strlen(ellipsis) + strlen(close);
    size_t keep = limit > tail ? limit - tail : 0;
    if (text->length > begin + keep) {
        size_t length = begin + keep;
        while (length > begin && ((uint8_t)text->at[length] & 0xC0) == 0x80)
            length--;
        text->length = length;
        text->at[length] = 0;
    }
    while (text->length > begin && text->at[text->length - 1] == ' ')
        text->at[--text->length] = 0;
    if (limit >= tail) {
        sl_text_adds(text, ellipsis);
        sl_text_adds(text, close);
    }
}
