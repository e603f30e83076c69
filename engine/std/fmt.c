// SPDX-License-Identifier: MIT
// Package fmt's print functions. The format is walked here alone: in one go if no operand needs a method of the
// user's, else step by step, with the Go side formatting the operands that do.
#include "std/fmt.h"

#include "base/text.h"
#include "run/memory.h"

static void printer_init(Printer *p, SlWorker *worker, SlOut *out) {
    memset(p, 0, sizeof *p);
    p->worker = worker;
    p->out = out;
}

static SlIface operand(SlWorker *worker, SlSlice a, int64_t i) {
    SlSlot slots[2];
    sl_load_wide2(worker, (const char *)a.first + i * 16, slots);
    return iface_at(slots);
}

// ---- formats ----

typedef struct {
    Printer p;
    SlStr format;
    SlSlice a;
    int64_t at;     // in the format; past its end: among the operands that are too many
    int64_t arg;    // next operand
    bool reordered; // operands were taken out of order
    bool good;      // the index of this verb's operand
    bool after_index;
    int32_t verb; // where it stopped
} Walk;

static bool too_large(int64_t n) {
    return n > 1000000 || n < -1000000;
}

static int64_t parse_number(const char *text, int64_t start, int64_t end, bool *is_number, int64_t *next) {
    int64_t number = 0, i = start;
    *is_number = false;
    for (; i < end && text[i] >= '0' && text[i] <= '9'; i++) {
        if (too_large(number)) {
            *is_number = false;
            *next = end;
            return 0;
        }
        number = number * 10 + (text[i] - '0');
        *is_number = true;
    }
    *next = i;
    return number;
}

// "[3]" behind the percent sign, the width's or the precision's place.
static void argument_index(Walk *w) {
    w->after_index = false;
    if (w->at >= w->format.length || w->format.bytes[w->at] != '[')
        return;
    w->reordered = true;
    const char *text = w->format.bytes + w->at;
    int64_t rest = w->format.length - w->at, width = 1, index = 0;
    bool fine = false;
    for (int64_t i = 1; rest >= 3 && i < rest; i++) {
        if (text[i] != ']')
            continue;
        int64_t next;
        index = parse_number(text, 1, i, &fine, &next) - 1;
        fine = fine && next == i;
        width = i + 1;
        break;
    }
    w->at += width;
    w->after_index = fine;
    if (fine && index >= 0 && index < w->a.length)
        w->arg = index;
    else
        w->good = false;
}

// The operand that a star takes.
static int64_t star(Walk *w, bool *is_int) {
    *is_int = false;
    if (w->arg >= w->a.length)
        return 0;
    SlIface v = operand(w->p.worker, w->a, w->arg++);
    if (!v.type || v.type->kind < SL_KIND_INT || v.type->kind > SL_KIND_UINTPTR)
        return 0;
    if (v.type->kind >= SL_KIND_UINT && v.data.u > INT64_MAX)
        return 0;
    if (too_large(v.data.i))
        return 0;
    *is_int = true;
    return v.data.i;
}

static void parse_width(Walk *w) {
    bool have;
    if (w->at < w->format.length && w->format.bytes[w->at] == '*') {
        w->at++;
        w->p.width = star(w, &have);
        if (!have)
            sl_out_adds(w->p.out, "%!(BADWIDTH)");
        if (w->p.width < 0) {
            w->p.width = -w->p.width;
            w->p.flags = (w->p.flags | FMT_MINUS) & ~(uint32_t)FMT_ZERO;
        }
        w->after_index = false;
    } else {
        w->p.width = parse_number(w->format.bytes, w->at, w->format.length, &have, &w->at);
        if (w->after_index && have)
            w->good = false; // "%[3]2d"
    }
    if (have)
        w->p.flags |= FMT_WIDTH;
}

static void parse_precision(Walk *w) {
    if (w->at >= w->format.length || w->format.bytes[w->at] != '.')
        return;
    w->at++;
    if (w->after_index)
        w->good = false; // "%[3].2d"
    argument_index(w);
    bool have;
    if (w->at < w->format.length && w->format.bytes[w->at] == '*') {
        w->at++;
        w->p.precision = star(w, &have);
        if (w->p.precision < 0) {
            w->p.precision = 0;
            have = false;
        }
        if (!have)
            sl_out_adds(w->p.out, "%!(BADPREC)");
        w->after_index = false;
    } else {
        w->p.precision = parse_number(w->format.bytes, w->at, w->format.length, &have, &w->at);
        if (!have)
            w->p.precision = 0;
        have = true;
    }
    if (have)
        w->p.flags |= FMT_PRECISION;
}

static void parse_flags(Walk *w) {
    for (; w->at < w->format.length; w->at++) {
        switch (w->format.bytes[w->at]) {
        case '#':
            w->p.flags |= FMT_SHARP;
            break;
        case '0':
            if (!(w->p.flags & FMT_MINUS))
                w->p.flags |= FMT_ZERO;
            break;
        case '+':
            w->p.flags |= FMT_PLUS;
            break;
        case '-':
            w->p.flags = (w->p.flags | FMT_MINUS) & ~(uint32_t)FMT_ZERO;
            break;
        case ' ':
            w->p.flags |= FMT_SPACE;
            break;
        default:
            return;
        }
    }
}

// From behind the percent sign through the verb. False: the format ended.
static bool parse_directive(Walk *w) {
    w->p.flags = 0;
    w->p.width = w->p.precision = 0;
    w->good = true;
    parse_flags(w);
    if (w->at < w->format.length && w->format.bytes[w->at] >= 'a' && w->format.bytes[w->at] <= 'z' &&
        w->arg < w->a.length) {
        w->verb = w->format.bytes[w->at++];
        return true;
    }
    argument_index(w);
    parse_width(w);
    parse_precision(w);
    if (!w->after_index)
        argument_index(w);
    if (w->at >= w->format.length) {
        sl_out_adds(w->p.out, "%!(NOVERB)");
        return false;
    }
    int width = 1;
    w->verb = sl_utf8_decode(w->format.bytes + w->at, (size_t)(w->format.length - w->at), &width);
    w->at += width;
    return true;
}

static void complain(Walk *w, const char *what) {
    sl_out_adds(w->p.out, "%!");
    sl_out_rune(w->p.out, w->verb);
    sl_out_adds(w->p.out, what);
}

// Formats operand number w->arg and goes on to the next; false: the Go side has to, with verb and flags as they are.
static bool format_operand(Walk *w) {
    if (w->verb == 'w')
        return false;
    size_t before = w->p.out->length;
    sl_fmt_arg(&w->p, operand(w->p.worker, w->a, w->arg), w->verb);
    if (w->p.stop) {
        w->p.stop = false;
        w->p.out->length = before;
        return false;
    }
    w->arg++;
    return true;
}

// "%!(EXTRA type=value, ...)"
static bool extra(Walk *w) {
    for (; w->arg < w->a.length;) {
        sl_out_adds(w->p.out, w->at++ == w->format.length ? "%!(EXTRA " : ", ");
        SlIface v = operand(w->p.worker, w->a, w->arg);
        w->p.flags = 0;
        w->verb = 'v';
        if (!v.type) {
            sl_out_adds(w->p.out, "<nil>");
            w->arg++;
            continue;
        }
        sl_out_adds(w->p.out, v.type->text);
        sl_out_addc(w->p.out, '=');
        if (!format_operand(w))
            return false;
    }
    if (w->at > w->format.length)
        sl_out_addc(w->p.out, ')');
    return true;
}

// True when all is done; false: operand w->arg is the Go side's.
static bool walk(Walk *w) {
    while (w->at < w->format.length) {
        const char *start = w->format.bytes + w->at;
        const char *percent = memchr(start, '%', (size_t)(w->format.length - w->at));
        size_t plain = percent ? (size_t)(percent - start) : (size_t)(w->format.length - w->at);
        sl_out_add(w->p.out, start, plain);
        w->at += (int64_t)plain;
        if (!percent)
            break;
        w->at++;
        if (!parse_directive(w))
            break;
        if (w->verb == '%') {
            sl_out_addc(w->p.out, '%');
        } else if (!w->good) {
            complain(w, "(BADINDEX)");
        } else if (w->arg >= w->a.length) {
            complain(w, "(MISSING)");
        } else {
            if (w->verb == 'v' || w->verb == 'w') {
                uint32_t flags = w->p.flags;
                w->p.flags &= ~(uint32_t)(FMT_SHARP | FMT_PLUS);
                w->p.flags |= (flags & FMT_SHARP ? FMT_SHARP_V : 0) | (flags & FMT_PLUS ? FMT_PLUS_V : 0);
            }
            if (!format_operand(w))
                return false;
        }
    }
    return w->reordered || extra(w);
}

static void walk_init(Walk *w, SlWorker *worker, SlOut *out, SlStr format, SlSlice a) {
    memset(w, 0, sizeof *w);
    printer_init(&w->p, worker, out);
    w->format = format;
    w->a = a;
}

// ---- Print and Println ----

static bool is_string(SlIface v) {
    return v.type && v.type->kind == SL_KIND_STRING;
}

// Returns the operand that the Go side has to format, or the number of operands when all is done.
static int64_t print_operands(Printer *p, bool line, int64_t i, SlSlice a) {
    bool string_before = i > 0 && i <= a.length && is_string(operand(p->worker, a, i - 1));
    for (; i < a.length; i++) {
        SlIface v = operand(p->worker, a, i);
        bool string = is_string(v);
        if (i > 0 && (line || (!string && !string_before)))
            sl_out_addc(p->out, ' ');
        string_before = string;
        size_t before = p->out->length;
        sl_fmt_arg(p, v, 'v');
        if (p->stop) {
            p->stop = false;
            p->out->length = before;
            return i;
        }
    }
    if (line)
        sl_out_addc(p->out, '\n');
    return i;
}

// ---- natives: whole calls ----

// func fastPrintf(fd int, format string, a []any) int: the count of bytes, or -1 when methods have to be called
static SlOutcome fast_printf(SlWorker *worker, SlSlot *s) {
    SlOut out;
    Walk w;
    sl_out_init(&out);
    walk_init(&w, worker, &out, str_at(s + 2), slice_at(s + 4));
    bool done = walk(&w);
    if (done)
        sl_std_output(worker, (int)s[1].i, out.at, out.length);
    s[0].i = done ? (int64_t)out.length : -1;
    sl_out_free(&out);
    return SL_DONE;
}

// func fastPrint(fd int, line bool, a []any) int
static SlOutcome fast_print(SlWorker *worker, SlSlot *s) {
    SlOut out;
    Printer p;
    sl_out_init(&out);
    printer_init(&p, worker, &out);
    SlSlice a = slice_at(s + 3);
    bool done = print_operands(&p, s[2].i, 0, a) == a.length;
    if (done)
        sl_std_output(worker, (int)s[1].i, out.at, out.length);
    s[0].i = done ? (int64_t)out.length : -1;
    sl_out_free(&out);
    return SL_DONE;
}

static void finish_string(SlWorker *worker, SlSlot *s, SlOut *out, bool done) {
    SlStr text = {NULL, 0};
    if (done)
        text = sl_out_string(worker, out);
    else
        sl_out_free(out);
    set_str(s, text);
    s[2].i = done;
}

// func fastSprintf(format string, a []any) (text string, ok bool)
static SlOutcome fast_sprintf(SlWorker *worker, SlSlot *s) {
    SlOut out;
    Walk w;
    sl_out_init(&out);
    walk_init(&w, worker, &out, str_at(s + 3), slice_at(s + 5));
    bool done = walk(&w);
    finish_string(worker, s, &out, done);
    return SL_DONE;
}

// func fastSprint(line bool, a []any) (text string, ok bool)
static SlOutcome fast_sprint(SlWorker *worker, SlSlot *s) {
    SlOut out;
    Printer p;
    sl_out_init(&out);
    printer_init(&p, worker, &out);
    SlSlice a = slice_at(s + 4);
    bool done = print_operands(&p, s[3].i, 0, a) == a.length;
    finish_string(worker, s, &out, done);
    return SL_DONE;
}

// ---- natives: step by step ----

enum { REORDERED = 32 }; // bit of argNum

// func step(buf []byte, format string, pos, argNum int, a []any)
//     (out []byte, newPos, newArg, which int, spec uint64, wid, prec int)
static SlOutcome step(SlWorker *worker, SlSlot *s) {
    SlOut out;
    Walk w;
    sl_out_init(&out);
    walk_init(&w, worker, &out, str_at(s + 12), slice_at(s + 16));
    w.at = s[14].i;
    w.arg = s[15].i & 0x7fffffff;
    w.reordered = s[15].i >> REORDERED & 1;
    bool done = walk(&w);
    SlSlice buf = slice_at(s + 9);
    set_slice(s, sl_out_append(worker, buf, &out));
    s[3].i = w.at;
    s[4].i = (w.arg + 1) | (w.reordered ? INT64_C(1) << REORDERED : 0);
    s[5].i = done ? -1 : w.arg;
    s[6].u = (uint64_t)w.p.flags << 32 | (uint32_t)w.verb;
    s[7].i = w.p.width;
    s[8].i = w.p.precision;
    return SL_DONE;
}

// func stepPrint(buf []byte, line bool, i int, a []any) (out []byte, next int)
static SlOutcome step_print(SlWorker *worker, SlSlot *s) {
    SlOut out;
    Printer p;
    sl_out_init(&out);
    printer_init(&p, worker, &out);
    SlSlice buf = slice_at(s + 4);
    int64_t next = print_operands(&p, s[7].i, s[8].i, slice_at(s + 9));
    set_slice(s, sl_out_append(worker, buf, &out));
    s[3].i = next;
    return SL_DONE;
}

static void printer_from(Printer *p, SlWorker *worker, SlOut *out, const SlSlot *spec) {
    printer_init(p, worker, out);
    p->flags = (uint32_t)(spec[0].u >> 32);
    p->width = spec[1].i;
    p->precision = spec[2].i;
}

// func formatValue(buf []byte, v, arg any, spec uint64, wid, prec, depth, mode int) (out []byte, ok bool)
// mode: 1 no methods, 2 reached through an unexported field, 4 as an operand
static SlOutcome format_value(SlWorker *worker, SlSlot *s) {
    SlOut out;
    Printer p;
    sl_out_init(&out);
    printer_from(&p, worker, &out, s + 11);
    SlIface v = iface_at(s + 7), arg = iface_at(s + 9);
    int64_t mode = s[15].i;
    int32_t verb = (int32_t)s[11].u;
    p.erroring = mode & 1;
    if (mode & 4 || !v.type) {
        sl_fmt_arg(&p, v, verb);
    } else {
        p.arg_type = arg.type;
        p.arg_data = arg.data;
        SlSlot scratch = {0};
        const void *memory = sl_fmt_memory(v.type, &v.data, &scratch);
        int depth = (int)s[14].i;
        sl_fmt_value(&p, v.type, memory, verb, depth, mode & 2);
    }
    SlSlice buf = slice_at(s + 4);
    bool ok = !p.stop;
    if (!ok)
        out.length = 0;
    set_slice(s, sl_out_append(worker, buf, &out));
    s[3].i = ok;
    return SL_DONE;
}

// func formatString(buf []byte, text string, spec uint64, wid, prec int) (out []byte, ok bool)
static SlOutcome format_string(SlWorker *worker, SlSlot *s) {
    SlOut out;
    Printer p;
    sl_out_init(&out);
    printer_from(&p, worker, &out, s + 9);
    SlSlice buf = slice_at(s + 4);
    bool ok = sl_fmt_string(&p, str_at(s + 7), (int32_t)s[9].u);
    set_slice(s, sl_out_append(worker, buf, &out));
    s[3].i = ok;
    return SL_DONE;
}

// ---- natives: what the Go side's walk asks ----

// func kindOf(v any) int
static SlOutcome kind_of(SlWorker *worker, SlSlot *s) {
    (void)worker;
    const SlRtype *type = s[1].p;
    s[0].i = type ? type->kind : 0;
    return SL_DONE;
}

// func typeText(v any) string
static SlOutcome type_text(SlWorker *worker, SlSlot *s) {
    (void)worker;
    const SlRtype *type = s[2].p;
    const char *text = type ? type->text : "<nil>";
    set_str(s, (SlStr){text, (int64_t)strlen(text)});
    return SL_DONE;
}

// func methodsOf(v any) int: bits of what fmt may call
static SlOutcome methods_of(SlWorker *worker, SlSlot *s) {
    const SlRtype *type = s[1].p;
    s[0].i = type ? sl_fmt_methods(worker, type) & ~(unsigned)FMT_KNOWN : 0;
    return SL_DONE;
}

// func reflected(v any) (inner any, ok bool)
static SlOutcome reflected(SlWorker *worker, SlSlot *s) {
    SlIface inner = {0};
    s[2].i = sl_fmt_reflected(worker, iface_at(s + 3), &inner);
    set_iface(s, inner);
    return SL_DONE;
}

static SlStr iface_text(const SlRtype *type) {
    if (type->kind != SL_KIND_INTERFACE)
        return (SlStr){NULL, 0};
    return (SlStr){type->text, (int64_t)strlen(type->text)};
}

// func length(v any) int: of a struct, array, slice; -1 for a nil slice, map, pointer
static SlOutcome length(SlWorker *worker, SlSlot *s) {
    SlIface v = iface_at(s + 1);
    SlSlot scratch = {0}, slots[3];
    const void *memory = v.type ? sl_fmt_memory(v.type, &v.data, &scratch) : NULL;
    s[0].i = -1;
    if (!v.type)
        return SL_DONE;
    switch (v.type->kind) {
    case SL_KIND_STRUCT:
        s[0].i = v.type->field_count;
        break;
    case SL_KIND_ARRAY:
        s[0].i = (int64_t)v.type->length;
        break;
    case SL_KIND_SLICE:
        sl_load_wide3(worker, memory, slots);
        s[0].i = slots[0].p ? slots[1].i : -1;
        break;
    default:
        s[0].i = SL_LOAD_POINTER(memory) ? 0 : -1;
    }
    return SL_DONE;
}

// func element(v any, i int) (e any, iface string)
static SlOutcome element(SlWorker *worker, SlSlot *s) {
    SlIface v = iface_at(s + 4);
    int64_t i = s[6].i;
    SlSlot scratch = {0}, slots[3];
    const char *first = sl_fmt_memory(v.type, &v.data, &scratch);
    if (v.type->kind == SL_KIND_SLICE) {
        sl_load_wide3(worker, first, slots);
        assert(i < slots[1].i);
        first = slots[0].p;
    }
    const SlRtype *elem = v.type->elem;
    set_iface(s, sl_fmt_iface(worker, elem, first + (uint64_t)i * elem->size));
    set_str(s + 2, iface_text(elem));
    return SL_DONE;
}

// func field(v any, i int) (e any, iface, name string, exported bool)
static SlOutcome field(SlWorker *worker, SlSlot *s) {
    SlIface v = iface_at(s + 7);
    SlSlot scratch = {0};
    const char *memory = sl_fmt_memory(v.type, &v.data, &scratch);
    const SlRfield *f = &v.type->fields[s[9].i];
    set_iface(s, sl_fmt_iface(worker, f->type, memory + f->offset));
    set_str(s + 2, iface_text(f->type));
    set_str(s + 4, (SlStr){f->name, (int64_t)strlen(f->name)});
    s[6].i = !f->pkg_path;
    return SL_DONE;
}

// func target(v any) (e any): what the pointer points to
static SlOutcome target(SlWorker *worker, SlSlot *s) {
    SlIface v = iface_at(s + 2);
    set_iface(s, sl_fmt_iface(worker, v.type->elem, v.data.p));
    return SL_DONE;
}

// func entries(v any) (list []any, keyIface, valueIface string): keys and values by turns, sorted by key
static SlOutcome entries(SlWorker *worker, SlSlot *s) {
    SlIface v = iface_at(s + 7);
    SlFmtEntry *list;
    size_t count = sl_fmt_entries(worker, v.type, v.data.p, &list);
    const SlRtype *any = worker->machine->code->type_any;
    assert(any);
    char *first = sl_alloc_typed(worker, any, count ? 2 * count : 1);
    for (size_t i = 0; i < count; i++) {
        SlSlot slots[4];
        set_iface(slots, sl_fmt_iface(worker, v.type->key, list[i].key));
        set_iface(slots + 2, sl_fmt_iface(worker, v.type->elem, list[i].value));
        sl_slot_store(first + i * 32, any, slots);
        sl_slot_store(first + i * 32 + 16, any, slots + 2);
    }
    free(list);
    set_slice(s, (SlSlice){first, (int64_t)(2 * count), (int64_t)(2 * count)});
    set_str(s + 3, iface_text(v.type->key));
    set_str(s + 5, iface_text(v.type->elem));
    return SL_DONE;
}

const SlNative sl_natives_fmt[] = {
    {"fmt.fastPrintf", fast_printf, false},
    {"fmt.fastPrint", fast_print, false},
    {"fmt.fastSprintf", fast_sprintf, false},
    {"fmt.fastSprint", fast_sprint, false},
    {"fmt.step", step, false},
    {"fmt.stepPrint", step_print, false},
    {"fmt.formatValue", format_value, false},
    {"fmt.formatString", format_string, false},
    {"fmt.kindOf", kind_of, false},
    {"fmt.typeText", type_text, false},
    {"context.typeText", type_text, false},
    {"fmt.methodsOf", methods_of, false},
    {"fmt.reflected", reflected, false},
    {"fmt.length", length, false},
    {"fmt.element", element, false},
    {"fmt.field", field, false},
    {"fmt.target", target, false},
    {"fmt.entries", entries, false},
    {NULL, NULL, false},
};
