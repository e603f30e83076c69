// SPDX-License-Identifier: MIT
// Names for the picture. A channel is called as the variable or field on the left of its make, a lock as what stands
// before the method's name. That is read from the line itself: it is right for what people write, and where it finds
// nothing, type and line are said instead.
#include "run/names.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"

typedef struct {
    const char *at, *end;
} Span;

static bool is_letter(char c) {
    return isalnum((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80;
}

// "func12", as literals are called inside their function.
static bool is_literal(Span part) {
    if (part.end - part.at < 5 || strncmp(part.at, "func", 4) != 0)
        return false;
    for (const char *at = part.at + 4; at < part.end; at++)
        if (!isdigit((unsigned char)*at))
            return false;
    return true;
}

// The parts of a qualified name behind its package, without type arguments: (*T), run, func1 of
// main.(*T).run[...].func1.
static int split(SlArena *arena, const char *function, Span *parts, int most) {
    SlText text = {0};
    int depth = 0, count = 0;
    for (const char *at = function; *at; at++) {
        depth += *at == '[';
        if (!depth && *at == '/')
            text.length = 0;
        else if (!depth)
            sl_text_addc(&text, *at);
        depth -= *at == ']';
    }
    const char *at = sl_arena_strndup(arena, sl_text_cstr(&text), text.length), *dot = strchr(at, '.');
    sl_text_free(&text);
    for (at = dot ? dot + 1 : at; count < most; at++) {
        const char *end = *at == '(' && strchr(at, ')') ? strchr(at, ')') + 1 : at + strcspn(at, ".");
        if (end > at)
            parts[count++] = (Span){at, end};
        at = end;
        if (!*at)
            break;
    }
    return count;
}

const char *sl_name_short(SlArena *arena, const char *function) {
    enum { PARTS = 16 };
    Span parts[PARTS];
    int count = split(arena, function, parts, PARTS), from = count - 1;
    if (count == 0)
        return sl_arena_strndup(arena, function, strlen(function));
    for (int i = 0; i < count; i++)
        if (is_literal(parts[i])) { // told by where it stands, but for main, where that goes without saying
            bool in_main = i == 1 && parts[0].end - parts[0].at == 4 && strncmp(parts[0].at, "main", 4) == 0;
            from = i == 0 || in_main ? i : i - 1;
            break;
        }
    return sl_arena_strndup(arena, parts[from].at, (size_t)(parts[count - 1].end - parts[from].at));
}

static Span line_of(const SlPlace *place) {
    const SlFile *file = place->file;
    const SlLines *lines = sl_file_lines(file);
    uint32_t from = lines->at[place->line - 1];
    uint32_t to = place->line < lines->count ? lines->at[place->line] : (uint32_t)file->length;
    return (Span){file->text + from, file->text + to};
}

static const char *fallback(SlArena *arena, const char *type, int line) {
    return line ? sl_arena_printf(arena, "%s:%d", type, line) : sl_arena_strndup(arena, type, strlen(type));
}

static Span trim(Span span) {
    while (span.at < span.end && isspace((unsigned char)*span.at))
        span.at++;
    while (span.end > span.at && isspace((unsigned char)span.end[-1]))
        span.end--;
    return span;
}

// The last identifier of an operand: b of a.b, a of a[i].
static Span last_name(Span span) {
    span = trim(span);
    while (span.end > span.at && span.end[-1] == ']') {
        int depth = 0;
        do {
            span.end--;
            depth += *span.end == ']' ? 1 : *span.end == '[' ? -1 : 0;
        } while (depth > 0 && span.end > span.at);
        span = trim(span);
    }
    const char *at = span.end;
    while (at > span.at && is_letter(at[-1]))
        at--;
    return (Span){at, span.end};
}

// The operand number `index` of a list before an assignment: "a, b" or "var a, b chan int".
static Span left_side(Span span, int index) {
    span = trim(span);
    bool var = span.end - span.at > 4 && strncmp(span.at, "var ", 4) == 0;
    if (var)
        span.at += 4;
    int depth = 0;
    const char *from = span.at, *at;
    for (at = span.at; at < span.end; at++) {
        depth += *at == '(' || *at == '[' ? 1 : *at == ')' || *at == ']' ? -1 : 0;
        if (*at == ',' && depth == 0) {
            if (index-- == 0)
                break;
            from = at + 1;
        } else if (*at == ';') { // if x := ...; y := make(...)
            from = at + 1;
        }
    }
    if (index > 0)
        return (Span){at, at};
    Span one = trim((Span){from, at});
    if (!var)
        return last_name(one);
    const char *end = one.at;
    while (end < one.end && is_letter(*end))
        end++;
    return (Span){one.at, end};
}

// The name on the left of what begins at `at`.
static Span name_before(Span line, const char *at) {
    int depth = 0, index = 0;
    Span none = {at, at};
    for (const char *c = at - 1; c >= line.at; c--) {
        if (strchr(")]}", *c)) {
            depth++;
        } else if (strchr("([{", *c)) {
            if (depth == 0 && c - line.at >= 6 && strncmp(c - 6, "append", 6) == 0) { // list = append(list, make(...))
                c -= 6;
                index = 0;
            } else if (depth-- == 0) {
                return none;
            }
        } else if (depth > 0) {
            continue;
        } else if (*c == ',') {
            index++;
        } else if (*c == '=') {
            const char *left = c > line.at && c[-1] == ':' ? c - 1 : c;
            return left_side((Span){line.at, left}, index);
        } else if (*c == ':' && index == 0) {
            return last_name((Span){line.at, c});
        }
    }
    return none;
}

static const char *name_of_made(SlArena *arena, const SlFiles *files, SlPos pos, const char *maker, const char *type) {
    size_t length = strlen(maker);
    SlPlace place = sl_files_place(files, pos);
    if (!place.file)
        return fallback(arena, type, 0);
    Span line = line_of(&place);
    const char *at = line.at + place.column - 1;
    while (at > line.at && strncmp(at, maker, length) != 0)
        at--;
    Span name = strncmp(at, maker, length) == 0 ? name_before(line, at) : (Span){line.at, line.at};
    if (name.at == name.end || (name.end - name.at == 1 && *name.at == '_'))
        return fallback(arena, type, place.line);
    return sl_arena_strndup(arena, name.at, (size_t)(name.end - name.at));
}

const char *sl_name_chan(SlArena *arena, const SlFiles *files, SlPos pos, const char *type) {
    return name_of_made(arena, files, pos, "make", type);
}

const char *sl_name_timer(SlArena *arena, const SlFiles *files, SlPos pos) {
    return name_of_made(arena, files, pos, "time.", "timer");
}

const char *sl_name_lock(SlArena *arena, const SlFiles *files, SlPos pos, const char *type) {
    static const char *const methods[] = {".Lock(", ".RLock(", ".TryLock(", ".TryRLock(", ".Unlock(", ".RUnlock(",
                                          ".Add(",  ".Done(",  ".Wait(",    ".Go(",       ".Signal(", ".Broadcast("};
    SlPlace place = sl_files_place(files, pos);
    if (!place.file)
        return fallback(arena, type, 0);
    Span line = line_of(&place);
    const char *start = line.at + place.column - 1, *found = NULL;
    for (int pass = 0; pass < 2 && !found; pass++) // from the position on, else anywhere in the line
        for (size_t i = 0; i < sizeof methods / sizeof *methods; i++) {
            size_t length = strlen(methods[i]);
            for (const char *at = pass ? line.at : start; at + length <= line.end; at++)
                if (strncmp(at, methods[i], length) == 0 && (!found || at < found))
                    found = at;
        }
    Span name = found ? last_name((Span){line.at, found}) : (Span){line.at, line.at};
    if (name.at == name.end)
        return fallback(arena, type, place.line);
    return sl_arena_strndup(arena, name.at, (size_t)(name.end - name.at));
}
