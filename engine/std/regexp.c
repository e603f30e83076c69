// SPDX-License-Identifier: MIT
// Natives of package regexp: matching by a list of threads that walk over the text together (Pike's machine), so that
// the time is bounded by text times program.
#include "std/regexp.h"

typedef struct {
    uint32_t pc;
    int64_t *saved;
} Thread;

typedef struct {
    uint32_t *sparse;
    Thread *dense;
    uint32_t count;
} Threads; // in order of preference

typedef struct {
    const SlReHeader *header;
    const SlReInstr *code;
    const uint32_t *ranges;
    SlStr text;
    int saves;
    bool longest;
    Threads now, next;
    int64_t *pool; // saved places of all threads of both lists, and one for the match
    int64_t **free_saves;
    uint32_t free_count;
    struct {
        uint32_t pc;
        int slot; // -1: a thread to be followed; else restore slot to value
        int64_t value;
    } * stack;
    int64_t *matched;
    bool has_match;
} Matcher;

static bool in_class(const Matcher *m, const SlReInstr *i, uint32_t rune) {
    const uint32_t *ranges = m->ranges + i->a;
    uint32_t low = 0, high = i->b;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (rune > ranges[2 * middle + 1])
            low = middle + 1;
        else if (rune < ranges[2 * middle])
            high = middle;
        else
            return true;
    }
    return false;
}

static bool is_word(int32_t rune) {
    return rune == '_' || (rune >= '0' && rune <= '9') || (rune >= 'a' && rune <= 'z') || (rune >= 'A' && rune <= 'Z');
}

// before, after: the runes around the place; -1 at the ends.
static bool holds(uint32_t assertion, int32_t before, int32_t after) {
    switch (assertion) {
    case RE_BEGIN_TEXT:
        return before < 0;
    case RE_END_TEXT:
        return after < 0;
    case RE_BEGIN_LINE:
        return before < 0 || before == '\n';
    case RE_END_LINE:
        return after < 0 || after == '\n';
    case RE_WORD:
        return is_word(before) != is_word(after);
    default:
        return is_word(before) == is_word(after);
    }
}

static bool has_thread(const Threads *list, uint32_t pc) {
    uint32_t at = list->sparse[pc];
    return at < list->count && list->dense[at].pc == pc;
}

// Follows jumps from pc with the places in saved, and adds a thread for each instruction that takes a rune or matches.
static void add(Matcher *m, Threads *list, uint32_t first, int64_t place, int32_t before, int32_t after,
                int64_t *saved) {
    uint32_t depth = 0;
    m->stack[depth].pc = first;
    m->stack[depth++].slot = -1;
    while (depth > 0) {
        depth--;
        if (m->stack[depth].slot >= 0) {
            saved[m->stack[depth].slot] = m->stack[depth].value;
            continue;
        }
        uint32_t pc = m->stack[depth].pc;
        if (has_thread(list, pc))
            continue;
        list->sparse[pc] = list->count;
        Thread *thread = &list->dense[list->count++];
        thread->pc = pc;
        thread->saved = NULL;
        const SlReInstr *i = &m->code[pc];
        switch (i->op) {
        case RE_JUMP:
            m->stack[depth].pc = i->a;
            m->stack[depth++].slot = -1;
            break;
        case RE_SPLIT:
            m->stack[depth].pc = i->b;
            m->stack[depth++].slot = -1;
            m->stack[depth].pc = i->a;
            m->stack[depth++].slot = -1;
            break;
        case RE_ASSERT:
            if (holds(i->a, before, after)) {
                m->stack[depth].pc = pc + 1;
                m->stack[depth++].slot = -1;
            }
            break;
        case RE_SAVE:
            if ((int)i->a < m->saves) {
                m->stack[depth].slot = (int)i->a;
                m->stack[depth++].value = saved[i->a];
                saved[i->a] = place;
            }
            m->stack[depth].pc = pc + 1;
            m->stack[depth++].slot = -1;
            break;
        default:
            thread->saved = m->free_saves[--m->free_count];
            memcpy(thread->saved, saved, (size_t)m->saves * sizeof *saved);
        }
    }
}

static void release(Matcher *m, Thread *thread) {
    if (thread->saved)
        m->free_saves[m->free_count++] = thread->saved;
    thread->saved = NULL;
}

static void take_match(Matcher *m, const Thread *thread, int64_t place) {
    if (m->has_match && m->longest) {
        bool better = m->saves >= 2 && (thread->saved[0] < m->matched[0] ||
                                        (thread->saved[0] == m->matched[0] && place > m->matched[1]));
        if (!better)
            return;
    }
    memcpy(m->matched, thread->saved, (size_t)m->saves * sizeof *m->matched);
    if (m->saves >= 2)
        m->matched[1] = place;
    m->has_match = true;
}

// One rune for all threads.
static void advance(Matcher *m, int64_t place, int32_t rune, int64_t next_place, int32_t after) {
    m->next.count = 0;
    for (uint32_t t = 0; t < m->now.count; t++) {
        Thread *thread = &m->now.dense[t];
        if (!thread->saved)
            continue;
        const SlReInstr *i = &m->code[thread->pc];
        if (m->longest && m->has_match && m->saves >= 2 && thread->saved[0] > m->matched[0]) {
            release(m, thread);
            continue;
        }
        if (i->op == RE_MATCH) {
            take_match(m, thread, place);
            release(m, thread);
            if (!m->longest) { // those after it are less preferred
                for (t++; t < m->now.count; t++)
                    release(m, &m->now.dense[t]);
                break;
            }
            continue;
        }
        if (rune >= 0 && in_class(m, i, (uint32_t)rune))
            add(m, &m->next, thread->pc + 1, next_place, rune, after, thread->saved);
        release(m, thread);
    }
    Threads swap = m->now;
    m->now = m->next;
    m->next = swap;
}

static int32_t rune_at(SlStr text, int64_t at, int *width) {
    *width = 0;
    if (at >= text.length)
        return -1;
    *width = 1;
    if ((unsigned char)text.bytes[at] < 0x80)
        return text.bytes[at];
    return sl_utf8_decode(text.bytes + at, (size_t)(text.length - at), width);
}

static int32_t rune_before(SlStr text, int64_t at) {
    if (at <= 0)
        return -1;
    int64_t start = at - 1;
    while (start > 0 && at - start < 4 && ((unsigned char)text.bytes[start] & 0xc0) == 0x80)
        start--;
    int width;
    int32_t rune = rune_at(text, start, &width);
    return start + width == at ? rune : 0xfffd;
}

static void match_from(Matcher *m, int64_t place) {
    int width;
    int32_t before = rune_before(m->text, place), rune = rune_at(m->text, place, &width);
    int64_t *start = m->free_saves[--m->free_count];
    m->now.count = 0;
    for (;;) {
        if (!m->has_match) {
            if (m->now.count == 0 && m->code[0].op == RE_ASSERT && m->code[0].a == RE_BEGIN_TEXT && place > 0)
                break;
            for (int i = 0; i < m->saves; i++)
                start[i] = -1;
            if (m->saves)
                start[0] = place;
            add(m, &m->now, 0, place, before, rune, start);
        } else if (m->now.count == 0) {
            break;
        }
        int next_width;
        int32_t after = rune_at(m->text, place + width, &next_width);
        advance(m, place, rune, place + width, after);
        if (rune < 0 || (m->has_match && m->saves == 0))
            break;
        place += width;
        before = rune;
        rune = after;
        width = next_width;
    }
}

// func exec(prog []byte, s string, pos, slots int, longest bool) (places []int, ok bool)
static SlOutcome exec(SlWorker *worker, SlSlot *s) {
    const char *program = s[4].p;
    Matcher m = {
        .header = (const SlReHeader *)program, .text = str_at(s + 7), .saves = (int)s[10].i, .longest = s[11].i};
    int64_t place = s[9].i;
    uint32_t n = m.header->instructions;
    m.code = (const SlReInstr *)(m.header + 1);
    m.ranges = (const uint32_t *)(m.code + n);
    if (m.longest && m.saves < 2)
        m.saves = 2;
    size_t saves = m.saves ? (size_t)m.saves : 1, sets = 2 * (size_t)n + 2;
    // One block: two lists, the saved places and the free ones, the stack.
    size_t bytes = 2 * n * (sizeof(uint32_t) + sizeof(Thread)) + sets * saves * 8 + sets * sizeof(int64_t *) +
                   (3 * (size_t)n + 4) * sizeof *m.stack;
    char *block = calloc(1, bytes);
    assert(block);
    m.now.dense = (Thread *)block;
    m.next.dense = m.now.dense + n;
    m.pool = (int64_t *)(m.next.dense + n);
    m.free_saves = (int64_t **)(m.pool + sets * saves);
    m.stack = (void *)(m.free_saves + sets);
    m.now.sparse = (uint32_t *)(m.stack + 3 * (size_t)n + 4);
    m.next.sparse = m.now.sparse + n;
    for (size_t i = 0; i < sets; i++)
        m.free_saves[m.free_count++] = m.pool + i * saves;
    m.matched = m.free_saves[--m.free_count];
    match_from(&m, place);
    s[3].i = m.has_match;
    SlSlice places = {NULL, 0, 0};
    int64_t wanted = s[10].i;
    if (m.has_match && wanted) {
        places = sl_bytes_new(worker, m.matched, (size_t)wanted * 8);
        places.length = places.capacity = wanted;
    }
    set_slice(s, places);
    free(block);
    return SL_DONE;
}

// func compile(expr string) (prog []byte, names string, captures int, fault, part string)
static SlOutcome compile(SlWorker *worker, SlSlot *s) {
    SlStr text = str_at(s + 10);
    SlText program = {0}, names = {0};
    const char *error = NULL;
    size_t from = 0, to = 0;
    bool fine =
        sl_regexp_compile(text.bytes ? text.bytes : "", (size_t)text.length, &program, &names, &error, &from, &to);
    memset(s, 0, 10 * sizeof *s);
    if (fine) {
        set_slice(s, sl_bytes_new(worker, program.at, program.length));
        set_str(s + 3, sl_string_new(worker, sl_text_cstr(&names), names.length));
        s[5].i = ((const SlReHeader *)program.at)->captures;
    } else {
        set_str(s + 6, (SlStr){error, (int64_t)strlen(error)});
        set_str(s + 8, (SlStr){text.bytes + from, (int64_t)(to - from)});
    }
    sl_text_free(&program);
    sl_text_free(&names);
    return SL_DONE;
}

const SlNative sl_natives_regexp[] = {
    {"regexp.exec", exec, false},
    {"regexp.compile", compile, false},
    {NULL, NULL, false},
};
